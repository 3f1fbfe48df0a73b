//! Recording what happened to many letters, with what came of each.

use app::inzage::Doel;
use base::{Date, DossierNummer, Timestamp};
use dossier::algemeen::post::VerwerkPost;
use dossier::soort::Poststap;
use dossier::toegang::Deel;
use web_base::error::Fout;
use web_base::onderdelen::{Inhoud, Kolom, Link, Tabel};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{for_whom, how, letter_link};
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

/// Records one step of each, and says what came of it.
pub(super) async fn record_all(
    state: &WebState,
    kijker: &Kijker,
    letters: &[(DossierNummer, u64)],
    (stap, op): (Poststap, Date),
    shown_at: Timestamp,
) -> Result<Vastlegging, Fout> {
    let mut tabel = results("Er is niets gedaan.");
    let (mut all, mut done, mut over) = (Vec::with_capacity(letters.len()), Vec::new(), Vec::new());
    for (nummer, volgnummer) in letters {
        let act = VerwerkPost { volgnummer: *volgnummer, stap, op };
        let gedaan = record_one(state, kijker, nummer, act, shown_at).await?;
        let what = match &gedaan.afloop {
            Afloop::Gedaan(_) => {
                done.push((nummer.clone(), *volgnummer));
                how((stap, op), "", kijker.moment.vandaag)
            }
            Afloop::Geweigerd(why) | Afloop::Ingehaald(why) => {
                over.push((nummer.clone(), *volgnummer));
                why.clone()
            }
        };
        let label = gedaan.afloop.label();
        tabel.push(vec![gedaan.kind.into(), gedaan.brief, gedaan.aan.into(), label.into(), what.into()]);
        all.push(gedaan.afloop);
    }
    Ok(Vastlegging { tabel, all, gedaan: done, over })
}

/// What came of one letter, and which it is.
struct Vastgelegd {
    kind: Link,
    brief: Inhoud,
    aan: String,
    afloop: Afloop,
}

async fn record_one(
    state: &WebState,
    kijker: &Kijker,
    nummer: &DossierNummer,
    act: VerwerkPost,
    shown_at: Timestamp,
) -> Result<Vastgelegd, Fout> {
    let address = format!("/kind/{nummer}");
    let kind = Link::new(nummer.as_str(), address.as_str());
    let unknown = Vastgelegd { kind, brief: Inhoud::Geen, aan: String::new(), afloop: Afloop::gone() };
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
                brief: letter_link(nummer, brief.volgnummer, &brief.inhoud.soort).into(),
                aan: for_whom(&state.app.aan_wie(beeld, brief, kijker.moment).await?),
                ..unknown
            }
        }
        None => unknown,
    };
    let chosen = format!("{} {} {}", act.volgnummer, act.stap.code(), act.op);
    let afloop = reeks::gone(reeks::doe(&open, ("post", &chosen), shown_at, act).await)?;
    Ok(Vastgelegd { afloop: afloop.unwrap_or_else(|gone| gone), ..told })
}

/// What is told of each letter.
pub(super) fn results(empty: &str) -> Tabel {
    let kolommen = vec![
        Kolom::text("Kind").names_row(),
        Kolom::text("Brief"),
        Kolom::text("Voor wie"),
        Kolom::text("Gelukt"),
        Kolom::text("Wat is er gedaan"),
    ];
    Tabel::new("Wat er per brief gebeurde", kolommen, empty)
}
