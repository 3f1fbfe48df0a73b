//! Recording what happened to many letters, with what came of each.

use app::inzage::Doel;
use base::{Date, DossierNummer, Timestamp};
use dossier::algemeen::post::VerwerkPost;
use dossier::beurt::Onderwerp;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Poststap;
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::Fout;
use web_base::onderdelen::{Inhoud, Kolom, Link, Tabel};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{for_whom, how, letter_link, no_address};
use crate::paginas::woorden::letter_of;
use crate::weg::reeks::{self, Afloop};

/// What came of all that was chosen.
pub(super) struct Vastlegging {
    pub(super) tabel: Tabel,
    pub(super) all: Vec<Afloop>,
    /// Of these it was recorded.
    pub(super) gedaan: Vec<(DossierNummer, u64)>,
    /// And of these not.
    pub(super) over: Vec<(DossierNummer, u64)>,
}

/// What happened to what was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stap {
    pub(super) stap: Poststap,
    pub(super) op: Date,
    /// Whoever says so was asked about the letters without an address.
    pub(super) ook_zonder_adres: bool,
}

/// Records one step of each, and says what came of it.
pub(super) async fn record_all(
    state: &WebState,
    kijker: &Kijker,
    letters: &[(DossierNummer, u64)],
    step: Stap,
    shown_at: Timestamp,
) -> Result<Vastlegging, Fout> {
    let mut tabel = results("Er is niets gedaan.");
    let (mut all, mut done, mut over) = (Vec::with_capacity(letters.len()), Vec::new(), Vec::new());
    for (nummer, volgnummer) in letters {
        let gedaan = Box::pin(record_one(state, kijker, (nummer, *volgnummer), step, shown_at)).await?;
        let what = match &gedaan.afloop {
            Afloop::Gedaan(_) => {
                done.push((nummer.clone(), *volgnummer));
                how((step.stap, step.op), "", kijker.moment.vandaag).into()
            }
            Afloop::Geweigerd(why) | Afloop::Ingehaald(why) => {
                over.push((nummer.clone(), *volgnummer));
                Inhoud::from(why.as_str()).above(gedaan.zaak.clone())
            }
        };
        let label = gedaan.afloop.label();
        tabel.push(vec![gedaan.kind.into(), gedaan.brief, gedaan.aan.into(), label.into(), what]);
        all.push(gedaan.afloop);
    }
    Ok(Vastlegging { tabel, all, gedaan: done, over })
}

/// What came of one letter, and which it is.
struct Vastgelegd {
    kind: Link,
    brief: Inhoud,
    aan: String,
    /// Where the case is that it is about, to do there what can be done instead.
    zaak: Option<Link>,
    afloop: Afloop,
}

async fn record_one(
    state: &WebState,
    kijker: &Kijker,
    (nummer, volgnummer): (&DossierNummer, u64),
    step: Stap,
    shown_at: Timestamp,
) -> Result<Vastgelegd, Fout> {
    let Stap { stap, op, ook_zonder_adres } = step;
    let act = VerwerkPost { volgnummer, stap, op };
    let address = format!("/kind/{nummer}");
    let kind = Link::new(nummer.as_str(), address.as_str());
    let unknown =
        Vastgelegd { kind, brief: Inhoud::Geen, aan: String::new(), zaak: None, afloop: Afloop::gone() };
    let open = state.app.open(&kijker.kijker, nummer, kijker.moment).await.map_err(Fout::from);
    let open = match reeks::gone(open)? {
        Ok(open) => open,
        Err(afloop) => return Ok(Vastgelegd { afloop, ..unknown }),
    };
    // Whose letter it is, is told to who reads that letter, and is on record before it is.
    let seen = open.beeld().brieven.iter().find(|brief| brief.volgnummer == act.volgnummer);
    let told = match seen {
        Some(brief) => {
            let beeld = open.toon_met(Doel::Lijst, &[Deel::A, brief.inhoud.deel]).await?;
            Vastgelegd {
                kind: Link::new(beeld.naam.as_str(), address),
                brief: letter_link(Taal::Nl.zeg(letter_of(brief)), (nummer, brief.volgnummer)).into(),
                aan: for_whom(&state.app.aan_wie(beeld, brief, kijker.moment).await?),
                zaak: brief.inhoud.betreft.onderwerp().map(|zaak| case_link(nummer, zaak)),
                ..unknown
            }
        }
        None => unknown,
    };
    let nobody = open.zonder_adres(volgnummer);
    if stap == Poststap::Post && !ook_zonder_adres && !nobody.is_empty() {
        // Whoever may change it is led to where the address is, and not to the case of the letter.
        let may = open.beeld().mag.contains(Opdrachtnaam::Verhuis.naam());
        let there = may.then(|| Link::new("Adres aanvullen", format!("/kind/{nummer}/gegevens")));
        let zaak = there.or(told.zaak);
        return Ok(Vastgelegd { afloop: Afloop::Geweigerd(asked(&nobody)), zaak, ..told });
    }
    let chosen = format!("{} {} {}", act.volgnummer, act.stap.code(), act.op);
    let afloop = reeks::gone(reeks::doe(&open, ("post", &chosen), shown_at, act).await)?;
    Ok(Vastgelegd { afloop: afloop.unwrap_or_else(|gone| gone), ..told })
}

fn case_link(nummer: &DossierNummer, zaak: Onderwerp) -> Link {
    let kind = Onderwerp::soort_in_woorden(zaak.soort()).map(|woord| Taal::Nl.zeg(woord));
    let words = format!("Naar de zaak: {}", kind.unwrap_or_default());
    Link::new(words, crate::paginas::kind::address_of(nummer, &zaak.to_string()))
}

/// Nothing is recorded as posted that cannot arrive, unless whoever records it says so.
fn asked(names: &str) -> String {
    format!(
        "Nog niet vastgelegd: {}. Wat kan wel: het adres aanvullen, of hieronder aankruisen dat de brief ook zonder adres op de post is gedaan.",
        no_address(names, "")
    )
}

/// What is told of each letter.
pub(super) fn results(empty: &str) -> Tabel {
    let kolommen = vec![
        Kolom::text("Kind").names_row(),
        Kolom::text("Brief"),
        Kolom::text("Voor wie"),
        Kolom::text("Gelukt"),
        Kolom::text("Wat er gebeurde"),
    ];
    Tabel::new("Wat er per brief gebeurde", kolommen, empty)
}
