//! Letters in the lists of the organisation that wrote them, for those there who send them.

use base::Date;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Poststand;
use dossier::staat::{Brief, Dossier};
use dossier::toegang::{Matrix, Wie, Zicht};
use storage::{Lezer, PostRij};

use crate::brieven::zonder_adres;

/// The letters of a file that a reader sends, of the cases of which they may know.
pub(super) fn letters(matrix: &Matrix, dossier: &Dossier, zicht: &Zicht<'_>, lezer: &Lezer) -> Vec<PostRij> {
    let act = Opdrachtnaam::VerwerkPost.naam();
    let sends = zicht.blik.rollen.iter().any(|rol| !matrix.delen_van(act, *rol).is_empty());
    let own = |brief: &&Brief| sends && *zicht.wie == Wie::Organisatie(brief.van.clone());
    let row = |brief: &Brief| {
        let zaak = match brief.inhoud.betreft.onderwerp() {
            Some(zaak) => zicht.leest(zaak, brief.inhoud.deel).then(|| zaak.to_string()),
            // About the child and no case: an invitation to a page of one's own is handed over, and is no post.
            None => (zicht.kent_gegevens && dossier.komt_van_feit(brief)).then(String::new),
        }?;
        let last = brief.post.last().map(|gang| &gang.feit);
        let sent = dossier.verzonden(brief);
        let stand = dossier.poststand(brief);
        Some(PostRij {
            lezer: lezer.clone(),
            van: zicht.van,
            tot: zicht.tot,
            brief: brief.volgnummer,
            soort: brief.inhoud.soort.clone(),
            zaak,
            datum: brief.op,
            dag: brief.wettelijke_dag(),
            aan: names(dossier, brief),
            zonder_adres: zonder_adres(dossier, brief),
            vierkantjes: brief.inhoud.vierkantjes.clone(),
            organisaties: joined(&brief.inhoud.aan_organisaties, " "),
            stand: stand.code().to_owned(),
            stap: sent
                .map(|sent| sent.stap)
                .or_else(|| last.map(|last| last.stap))
                .map(|s| s.code().to_owned()),
            stap_nr: brief.post.last().map(|gang| gang.volgnummer),
            stap_op: sent.map(|sent| sent.op).or_else(|| last.map(|last| last.op)),
            door: brief.post.last().map(|gang| gang.door.clone()),
            gesloten_op: closed(brief, stand, sent.map(|sent| sent.op)),
        })
    };
    dossier.brieven.iter().filter(own).filter_map(row).collect()
}

/// What lapsed is closed as of its date: nothing says a better day.
fn closed(brief: &Brief, stand: Poststand, sent: Option<Date>) -> Option<Date> {
    match stand {
        Poststand::TeVerzenden | Poststand::Afgedrukt => None,
        Poststand::Verzonden | Poststand::Vervallen => sent.or(Some(brief.op)),
    }
}

fn names(dossier: &Dossier, brief: &Brief) -> String {
    let people = brief.inhoud.aan_personen.iter().filter_map(|nr| dossier.persoon(*nr));
    people.map(|persoon| persoon.naam.as_str()).collect::<Vec<_>>().join(", ")
}

fn joined(items: &[impl ToString], between: &str) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}
