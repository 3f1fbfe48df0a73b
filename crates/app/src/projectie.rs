//! From a file to the rows of the lists: what a list shows of a child, and no more.

use base::{Date, dates, naam};
use dossier::beurt::Zet;
use dossier::staat::{Besluit, TlvAanvraag, TlvFase, Toewijzing};
use dossier::toegang::{Betrokkenheid, Matrix};
use dossier::{Beurt, Dossier};
use storage::queries::BeurtQuery;
use storage::{AanvraagRij, BeurtRij, DossierRij, Projection, TlvRij, ToewijzingRij};
use teksten::Taal;
use verband::grenzen::DAGEN_VOORUIT;

use crate::Moment;

mod lezers;
mod post;
mod zaken;

use zaken::Stand;

pub(crate) use lezers::{eigen_lijst, lezer, lezers_van, lijst_samen, ouder, van_anderen};

/// Days ahead of which rows are made of what begins later: further on somebody else will have done something first, and rows
/// of it would cost every write. What is over two weeks away is in no list, so that the round that makes rows anew has two more.
const DAGEN_TEVOREN: i32 = 28;
/// Days that the round may be late before a list lacks something.
pub(crate) const DAGEN_SPELING: i32 = DAGEN_TEVOREN - DAGEN_VOORUIT;
const _: () = assert!(DAGEN_SPELING > 7);

/// The rows of one file, replacing all it had before. Who may see which is settled here.
pub fn project(
    dossier: &Dossier,
    (betrokken, beurten): (&[Betrokkenheid], &[Beurt]),
    matrix: &Matrix,
    moment: Moment,
) -> Projection {
    let requests = dossier.aanvragen.iter();
    // Every table is named, so that one that is added later is not forgotten here.
    let mut projection = Projection {
        dossier: row(dossier, moment),
        zoeksleutels: search_keys(dossier),
        zoekers: Vec::new(),
        oudersleutels: people_keys(dossier, moment.vandaag),
        ouderzoekers: Vec::new(),
        gezien: Vec::new(),
        beurten: turns(dossier, beurten, moment.vandaag),
        taken: Vec::new(),
        aanvragen: requests
            .clone()
            .filter_map(|a| request(a, dossier.overleden_op, moment.vandaag))
            .collect(),
        verzoeken: Vec::new(),
        toewijzingen: requests.clone().flat_map(assignments).collect(),
        tlvs: requests.filter_map(|a| declaration(dossier, a, moment)).collect(),
        post: Vec::new(),
    };
    lezers::add_readers(&mut projection, dossier, beurten, betrokken, matrix, moment.vandaag);
    let changes = next_change(&projection, dossier, (betrokken, beurten), moment.vandaag);
    if let Some(row) = &mut projection.dossier {
        row.wijzigt_op = changes;
    }
    projection
}

/// The first day after today on which these rows would be others although nothing happens: group, school and how the
/// child stands follow from places that begin and end, a turn opens or ends, a declaration begins, lapses or is
/// withdrawn from that day. Of each of these days rows are made some weeks before.
fn next_change(
    projection: &Projection,
    dossier: &Dossier,
    (betrokken, beurten): (&[Betrokkenheid], &[Beurt]),
    today: Date,
) -> Option<Date> {
    let relations = betrokken.iter().flat_map(|relation| [Some(relation.van), relation.tot]);
    let turns = beurten.iter().flat_map(|beurt| [Some(beurt.van), beurt.tot]);
    let lapses = projection.tlvs.iter().map(|row| dates::plus_days(row.tot_en_met, 1));
    let begins = projection.tlvs.iter().map(|row| Some(row.van));
    let cases = dossier.wisseldagen().into_iter().chain(Stand::of(dossier).days()).map(Some);
    let days = relations.chain(turns).chain(lapses).chain(begins).chain(cases).flatten();
    days.flat_map(|day| [dates::plus_days(day, -DAGEN_TEVOREN), Some(day)])
        .flatten()
        .filter(|day| *day > today)
        .min()
}

/// Rows are made of a turn that begins soon, and of one that a list tells of however far ahead it begins.
fn has_rows(beurt: &Beurt, today: Date) -> bool {
    beurt.zet.is_ver() || is_near(beurt.van, today)
}

/// Of every turn for which this asks there are rows: it looks no further ahead than lists do, or asks for a kind of turn that has rows
/// however far off it begins. Whatever else begins later would be left out in silence.
pub(crate) fn is_told(query: &BeurtQuery, today: Date) -> bool {
    let has_all = query.soort.as_deref().and_then(Zet::from_code).is_some_and(Zet::is_ver);
    let asked = query.van_tot_en_met.into_iter().fold(query.scope.on, Date::max);
    has_all || dates::plus_days(today, DAGEN_VOORUIT).is_none_or(|last| asked <= last)
}

/// What begins on this day has rows already.
fn is_near(day: Date, today: Date) -> bool {
    dates::plus_days(today, DAGEN_TEVOREN).is_none_or(|last| day <= last)
}

fn row(dossier: &Dossier, moment: Moment) -> Option<DossierRij> {
    let leerling = dossier.leerling.as_ref()?;
    let naam = leerling.naam();
    let enrolled = dossier.inschrijving_op(moment.vandaag);
    Some(DossierRij {
        dossier: dossier.nummer.clone(),
        sorteernaam: naam::normalise(&format!("{} {}", leerling.achternaam, leerling.roepnaam)),
        naam_norm: naam::key(&naam),
        weergavenaam: naam,
        geboortedatum: Some(leerling.geboortedatum),
        vestiging: enrolled.map(|i| i.vestiging.clone()),
        groep: enrolled.map(|i| i.groep.clone()).filter(|groep| !groep.is_empty()),
        stand: Stand::of(dossier).code(moment.vandaag, true).to_owned(),
        gewijzigd_op: moment.at,
        wijzigt_op: None,
    })
}

/// Every order in which people type a name: given name first, surname first, and from each word on; without spaces, so
/// that a name is found however its words are joined. And the number of the file without its year, which people say to each other.
fn search_keys(dossier: &Dossier) -> Vec<String> {
    let Some(leerling) = &dossier.leerling else { return Vec::new() };
    let mut keys = naam::keys(&leerling.naam());
    keys.extend(dossier.nummer.as_str().split_once('-').map(|(_, within)| number_key(within).to_owned()));
    keys.push(naam::key(&format!("{} {}", leerling.achternaam, leerling.roepnaam)));
    keys.sort();
    keys.dedup();
    keys
}

/// The names of the people around the child, from each word on, without how they are addressed.
fn people_keys(dossier: &Dossier, today: Date) -> Vec<String> {
    let mut keys: Vec<String> = dossier
        .personen_op(today)
        .flat_map(|persoon| naam::keys(naam::zonder_aanspreking(&persoon.naam)))
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// How a number within a year is searched: however many zeros are typed before it.
pub(crate) fn number_key(typed: &str) -> &str {
    typed.trim_start_matches('0')
}

/// A turn keeps its number among all of the file, of which not each has rows.
fn turns(dossier: &Dossier, beurten: &[Beurt], today: Date) -> Vec<BeurtRij> {
    (1_u32..)
        .zip(beurten)
        .filter(|(_, beurt)| has_rows(beurt, today))
        .map(|(nr, beurt)| {
            let nieuws = dossier.nieuws(beurt);
            BeurtRij {
                nr,
                soort: beurt.zet.code().to_owned(),
                zaak: beurt.onderwerp.map(|onderwerp| onderwerp.to_string()).unwrap_or_default(),
                rol: beurt.rol.code().to_owned(),
                organisatie: beurt.organisatie.clone(),
                persoon: beurt.persoon.clone(),
                van: beurt.van,
                uiterlijk: beurt.uiterlijk,
                wettelijk: dossier.wettelijke_dag(beurt),
                in_gebreke_tot: dossier.in_gebreke_tot(beurt),
                einddag: beurt.einddag,
                vervolg: beurt.vervolg,
                tot: beurt.tot,
                // Lists are of who works with files: they read Dutch.
                grond: Taal::Nl.zeg(&beurt.grond),
                nieuws_op: nieuws.map(|feit| feit.recorded_at),
                nieuws_door: nieuws.map(|feit| feit.actor.persoon.clone()),
            }
        })
        .collect()
}

fn request(aanvraag: &TlvAanvraag, overleden_op: Option<Date>, today: Date) -> Option<AanvraagRij> {
    let ontvangen_op = aanvraag.ontvangen_op?;
    let fase = aanvraag.fase_op(today);
    let closed = !fase.is_in_behandeling() && !matches!(fase, TlvFase::Verleend | TlvFase::Geweigerd);
    Some(AanvraagRij {
        aanvraag: aanvraag.nr,
        swv: aanvraag.swv.uitkomst.clone(),
        vestiging: Some(aanvraag.vestiging.clone()),
        soort: aanvraag.soort.code().to_owned(),
        fase: fase.code().to_owned(),
        ontvangen_op,
        // The day that the turn names too: a promise goes before the law.
        uiterlijk: aanvraag.laatste_dag(today),
        wettelijk: aanvraag.laatste_dag(today).and_then(|_| aanvraag.wettelijke_dag()),
        in_gebreke_tot: aanvraag.in_gebreke_tot(),
        opgeschort: fase == TlvFase::WachtOpAanvulling,
        volledig: aanvraag.open_aanvulling().is_none(),
        behandelaar: None,
        andere_categorie: aanvraag.andere_categorie.as_ref().map(|asked| u64::from(asked.categorie)),
        adviesstand: aanvraag.adviesstand().code().to_owned(),
        adviezen: small(aanvraag.adviseurs().count()),
        adviezen_nodig: small(aanvraag.adviezen_nodig()),
        geadviseerd: names(aanvraag.adviseurs()),
        wacht_op_advies: names(aanvraag.wacht_op_deskundigen()),
        // After a death nothing is asked or decided any more.
        gesloten_op: if closed { closed_on(aanvraag) } else { overleden_op },
    })
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn names<'a>(asked: impl Iterator<Item = &'a Toewijzing>) -> String {
    asked.map(|asked| asked.naam.as_str()).collect::<Vec<_>>().join(", ")
}

fn closed_on(aanvraag: &TlvAanvraag) -> Option<Date> {
    aanvraag
        .aanvraag_ingetrokken_op
        .or_else(|| aanvraag.buiten_behandeling.as_ref().map(|ended| ended.bekend.op))
        .or_else(|| aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op))
        .or_else(|| aanvraag.besluit.as_ref().map(Besluit::op))
}

fn assignments(aanvraag: &TlvAanvraag) -> Vec<ToewijzingRij> {
    aanvraag
        .toewijzingen
        .iter()
        .map(|toewijzing| {
            let advised = aanvraag.adviezen.iter().find(|advies| advies.door.contains(&toewijzing.persoon));
            ToewijzingRij {
                aanvraag: aanvraag.nr,
                persoon: toewijzing.persoon.clone(),
                toegewezen_op: toewijzing.op,
                gereed_op: advised.map(|advies| advies.op).or(toewijzing.beeindigd_op),
            }
        })
        .collect()
}

/// The child on which was decided; and as the partnership agreed that it is called or was born, where that was since.
fn decided_on(dossier: &Dossier, aanvraag: &TlvAanvraag) -> String {
    // Who may not know of the child any more is told nothing of it by a request either.
    let (Some(_), Some(then)) = (&dossier.leerling, &aanvraag.besloten_over) else { return dossier.naam() };
    match aanvraag.is_voor().filter(|now| *now != then) {
        Some(now) => {
            let born = dates::short_nl(now.geboortedatum);
            format!("{} (verbeterd: {}, geboren {born})", then.naam(), now.naam())
        }
        None => then.naam(),
    }
}

fn declaration(dossier: &Dossier, aanvraag: &TlvAanvraag, moment: Moment) -> Option<TlvRij> {
    let besluit = aanvraag.verleend()?;
    let stand = aanvraag.tlv_stand(moment.vandaag)?;
    Some(TlvRij {
        swv: aanvraag.swv.uitkomst.clone(),
        nummer: besluit.nummer.clone(),
        aanvraag: aanvraag.nr,
        weergavenaam: decided_on(dossier, aanvraag),
        geboortedatum: aanvraag.besloten_over.as_ref().map(|kind| kind.geboortedatum),
        soort: aanvraag.soort.code().to_owned(),
        categorie: besluit.categorie.map(|categorie| categorie.to_string()),
        van: besluit.van,
        // Withdrawn or replaced, it holds until the day before.
        tot_en_met: aanvraag
            .eerder_geeindigd_per()
            .and_then(|per| dates::plus_days(per, -1))
            .map_or(besluit.tot_en_met, |last| last.min(besluit.tot_en_met)),
        status: stand.code().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use storage::queries::BeurtSort;
    use storage::{Direction, Lezer, Page, Scope};

    use super::*;

    #[test]
    fn a_list_looks_further_ahead_than_two_weeks_for_turns_alone_that_have_rows_however_far_off() {
        let today: Date = "2026-03-02".parse().unwrap();
        let asks_of = |soort: Option<Zet>, on: i32, begins: i32| {
            let on = dates::plus_days(today, on).unwrap();
            let lezer = Lezer::organisatie("eigen ib", &"school/99AA00".parse().unwrap(), "");
            let query = BeurtQuery {
                scope: Scope::new(lezer, on),
                soort: soort.map(|zet| zet.code().to_owned()),
                uiterlijk_tot_en_met: None,
                groep: None,
                van_tot_en_met: dates::plus_days(today, begins),
                van_na: None,
                sort: BeurtSort::Uiterlijk,
                direction: Direction::Up,
                page: Page::first(1),
            };
            is_told(&query, today)
        };
        // On that day, or from today until it.
        let asks = |soort, days| {
            assert_eq!(asks_of(soort, days, 0), asks_of(soort, 0, days));
            asks_of(soort, 0, days)
        };
        assert!(asks(None, 0) && asks(None, DAGEN_VOORUIT) && asks(Some(Zet::EersteDag), DAGEN_VOORUIT));
        assert!(!asks(None, DAGEN_VOORUIT + 1) && !asks(Some(Zet::EersteDag), DAGEN_VOORUIT + 1));
        assert!(asks(Some(Zet::VerlengingBekijken), 400));
    }
}
