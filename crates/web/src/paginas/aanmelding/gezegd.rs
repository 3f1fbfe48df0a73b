//! What was said and offered in a registration, and how it ended, as its page shows it.

use dossier::Woord;
use dossier::aanmelding::feiten::Weigeringsgrond;
use dossier::aanmelding::keuze::{OuderKoos, Ouderkeuze, Wiens};
use dossier::aanmelding::staat::Antwoord;
use dossier::staat::{Aanmelding, Afloop, Gedaan};
use teksten::{Taal, Tekst, kind, zaak};
use web_base::onderdelen::{Inhoud, Kolom, Tabel, day_in};

use crate::weg::werk::Werk;

/// What each of the parents said of what they decide together.
pub(super) fn said(werk: &Werk, aanmelding: &Aanmelding) -> Option<Inhoud> {
    let (on, taal) = (werk.vandaag(), werk.kijker.taal());
    let line = |said: &Gedaan<OuderKoos>| {
        let known = werk.beeld().mensen.iter().find(|persoon| persoon.nr == said.van);
        let wie = known.map_or_else(|| taal.zeg(zaak::een_ouder()), |persoon| persoon.naam.clone());
        let op = day_in(taal, said.op, on);
        let text = zaak::OuderZei { wie: &wie, op: &op, wat: said.na_naam() }.tekst();
        let why = said.grond.map(|grond| taal.zeg(grond.woord())).unwrap_or_default();
        let words = [why.as_str(), said.toelichting.as_str()].map(str::trim);
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        Inhoud::from(taal.zeg(text)).above(words.join(": "))
    };
    let lines: Vec<Inhoud> = aanmelding.keuzes.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.into())
}

/// What the partnership did with a refusal without a decision, and when it looks again.
pub(super) fn taken_up(aanmelding: &Aanmelding, taal: Taal) -> Option<Inhoud> {
    let taken = aanmelding.weigering_opgepakt.as_ref()?;
    let text = match taken.terug_op {
        Some(terug_op) => zaak::OpgepaktTerug { op: taken.op, terug_op }.tekst(),
        None => zaak::Opgepakt { op: taken.op }.tekst(),
    };
    Some(Inhoud::from(taal.zeg(text)).above(taken.wat.as_str()))
}

/// How it ended, and whose word that was.
pub(super) fn outcome(aanmelding: &Aanmelding, afloop: &Afloop) -> Tekst {
    match afloop {
        Afloop::Toegelaten { per, .. } => zaak::AfloopToegelaten { per: *per }.tekst(),
        Afloop::Elders { schoolnaam: school, .. } => {
            match aanmelding.aangenomen_keuze().map(|keuze| aanmelding.wiens_woord(keuze)) {
                None | Some(Wiens::Alleen) => zaak::AfloopElders { school }.tekst(),
                Some(Wiens::Samen) => zaak::AfloopEldersSamen { school }.tekst(),
                Some(Wiens::Een) => zaak::AfloopEldersEen { school }.tekst(),
            }
        }
        Afloop::Geweigerd { grond, bezwaar_uiterlijk, .. } => {
            let waarom = match grond {
                Weigeringsgrond::AndereSchool(school) => {
                    zaak::SchoolWilToelaten { school: &school.schoolnaam }.tekst()
                }
                Weigeringsgrond::Uitzondering { .. } => Tekst::letterlijk(grond.uitleg().replace('\n', " ")),
            };
            zaak::AfloopGeweigerd { waarom, tot_en_met: *bezwaar_uiterlijk }.tekst()
        }
        Afloop::BuitenBehandeling { .. } => zaak::afloop_buiten_behandeling(),
        Afloop::Ingetrokken { .. } => match aanmelding.wiens_woord(Ouderkeuze::Intrekken) {
            Wiens::Alleen => zaak::afloop_ingetrokken(),
            Wiens::Samen => zaak::afloop_ingetrokken_samen(),
            Wiens::Een => zaak::afloop_ingetrokken_een(),
        },
    }
}

/// The places elsewhere that were offered, with what was answered.
pub(super) fn offers(werk: &Werk, aanmelding: &Aanmelding) -> Tabel {
    let (on, taal) = (werk.vandaag(), werk.kijker.taal());
    let kolommen = vec![
        Kolom::text(taal.zeg(kind::kolom_school())).names_row(),
        Kolom::short(taal.zeg(zaak::plek_vanaf())),
        Kolom::short(taal.zeg(zaak::aangeboden())),
        Kolom::text(taal.zeg(zaak::antwoord())),
    ];
    let table = Tabel::new(taal.zeg(zaak::aangeboden_plekken()), kolommen, "").in_taal(taal);
    table.rows(&aanmelding.aanbiedingen, |aanbod| {
        let antwoord: Inhoud = match &aanbod.antwoord {
            None if !aanmelding.gezegd(Ouderkeuze::Aanbod(aanbod.nr)).is_empty() => {
                taal.zeg(zaak::een_ouder_zei_ja()).into()
            }
            None => taal.zeg(zaak::nog_geen_antwoord()).into(),
            Some(Antwoord::Aanvaard(op)) => taal.zeg(zaak::Ja { op: &day_in(taal, *op, on) }.tekst()).into(),
            Some(Antwoord::Afgewezen(op, reden)) => {
                let no = taal.zeg(zaak::Nee { op: &day_in(taal, *op, on) }.tekst());
                Inhoud::from(no).above(reden.as_str())
            }
        };
        vec![
            aanbod.school.schoolnaam.as_str().into(),
            day_in(taal, aanbod.per, on).into(),
            day_in(taal, aanbod.op, on).into(),
            antwoord,
        ]
    })
}
