//! Every kind of fact in one table: which case it is about, which part of the file shows it, which letter it asks for, under
//! whose key it stands. Typed from the processes, the letters and the parts of the design, and compared in the stories.

use std::collections::{BTreeMap, BTreeSet};

use dossier::gebeurtenis::EVENT_TYPES;
use dossier::{Dossier, Feit, Rol};

use crate::{PROEVEN, verhalen};

/// About what: the child, or a case.
const KIND: &str = "kind";

/// Under whose key a fact stands: of whoever acts, of the school of its case, of the partnership that has the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bij {
    Handelend,
    School,
    Verband,
    /// With the school until a request is sent, and with the partnership from then on.
    Beide,
}

use Bij::{Beide, Handelend, School, Verband};

/// Name, about what, part, whether a letter is due (`soms`: not always), holder.
pub(crate) const FEITEN: [Feitrij; 107] = [
    ("dossier_geopend", KIND, "A", "geen", Handelend),
    ("persoon_verbonden", KIND, "A", "geen", Handelend),
    ("gezag_gewijzigd", KIND, "A", "brief", Handelend),
    ("contact_gewijzigd", KIND, "A", "geen", Handelend),
    ("taal_gezegd", KIND, "A", "geen", Handelend),
    ("lezing_toegestaan", KIND, "A", "geen", Handelend),
    ("iets_gezegd", KIND, "B", "geen", School),
    ("woorden_gezien", KIND, "B", "geen", Handelend),
    ("ouders_gezocht", KIND, "A", "geen", Handelend),
    ("ouder_uitgenodigd", KIND, "A", "geen", Handelend),
    ("eigen_pagina_beeindigd", KIND, "A", "geen", Handelend),
    ("ouder_aangesloten", KIND, "A", "geen", Handelend),
    ("digitaal_bereikbaar_gezegd", KIND, "A", "geen", Handelend),
    ("verhuisd", KIND, "A", "geen", Handelend),
    ("onder_pleegzorg", KIND, "A", "geen", Handelend),
    ("meerderjarig", KIND, "A", "brief", Handelend),
    ("naam_of_geslacht_gewijzigd", KIND, "A", "geen", Handelend),
    ("geheimhouding_gezet", KIND, "A", "geen", Handelend),
    ("nummer_ontvangen", KIND, "A", "geen", Handelend),
    ("overleden", KIND, "A", "geen", Handelend),
    ("ingeschreven", KIND, "A", "geen", Handelend),
    ("uitgeschreven", KIND, "A", "soms", School),
    ("inschrijving_hersteld", KIND, "A", "geen", School),
    ("school_nagegaan", KIND, "A", "geen", School),
    ("verklaring_vermeld", KIND, "B", "geen", School),
    ("elders_toegelaten", KIND, "B", "geen", School),
    ("verhuizing_nagegaan", KIND, "B", "geen", School),
    ("gezag_nagekeken", KIND, "B", "geen", School),
    ("oso_overgenomen", KIND, "H", "geen", Handelend),
    ("eerst_contact_gemeld", KIND, "B", "geen", Handelend),
    ("aangemeld", "aanmelding", "B", "brief", School),
    ("ondersteuningsbehoefte_vastgesteld", "aanmelding", "B", "geen", Handelend),
    ("informatie_gevraagd", "aanmelding", "B", "brief", Handelend),
    ("informatie_ingeleverd", "aanmelding", "B", "geen", School),
    ("informatie_onvoldoende", "aanmelding", "B", "brief", Handelend),
    ("informatie_ontvangen", "aanmelding", "B", "geen", Handelend),
    ("buiten_behandeling_gesteld", "aanmelding", "B", "brief", Handelend),
    ("beslistermijn_verlengd", "aanmelding", "B", "brief", Handelend),
    ("tijdelijk_recht_gewijzigd", "aanmelding", "B", "geen", School),
    ("tijdelijk_geplaatst", "aanmelding", "B", "brief", Handelend),
    ("tijdelijke_plaatsing_geeindigd", "aanmelding", "B", "soms", School),
    ("aanbod_gedaan", "aanmelding", "B", "brief", Handelend),
    ("aanbod_aanvaard", "aanmelding", "B", "brief", School),
    ("aanbod_afgewezen", "aanmelding", "B", "brief", School),
    ("ouder_koos", "aanmelding", "B", "brief", School),
    ("verklaring_getoond", "aanmelding", "B", "geen", Handelend),
    ("verklaring_vervallen", "aanmelding", "B", "geen", School),
    ("verklaring_nagegaan", "aanmelding", "B", "geen", Handelend),
    ("leeftijd_verantwoord", "aanmelding", "B", "geen", Handelend),
    ("voorwaarde_vastgesteld", "aanmelding", "B", "geen", Handelend),
    ("zonder_verklaring", "aanmelding", "B", "geen", Handelend),
    ("aanmelding_meegedeeld", "aanmelding", "B", "brief", School),
    ("plek_vastgesteld", "aanmelding", "B", "geen", Handelend),
    ("niet_gekomen", "aanmelding", "B", "geen", Handelend),
    ("gekomen", "aanmelding", "B", "geen", Handelend),
    ("opp_gemeld", "aanmelding", "B", "geen", Handelend),
    ("toegelaten", "aanmelding", "B", "brief", Handelend),
    ("geweigerd", "aanmelding", "B", "brief", Handelend),
    ("weigering_herroepen", "aanmelding", "B", "brief", Handelend),
    ("feitelijk_geweigerd", "aanmelding", "B", "geen", School),
    ("weigering_opgepakt", "aanmelding", "B", "geen", Handelend),
    ("aanmelding_ingetrokken", "aanmelding", "B", "brief", School),
    ("verwijdering_voorgenomen", "verwijdering", "B", "brief", Handelend),
    ("ouders_en_leraar_gehoord", "verwijdering", "B", "geen", Handelend),
    ("gesprek_verzet", "verwijdering", "B", "brief", Handelend),
    ("overleg_begonnen", "verwijdering", "B", "geen", Handelend),
    ("inspectie_geraadpleegd", "verwijdering", "B", "geen", Handelend),
    ("school_bereid_gevonden", "verwijdering", "B", "geen", Handelend),
    ("verwijderd", "verwijdering", "B", "brief", Handelend),
    ("verwijdering_herroepen", "verwijdering", "B", "brief", Handelend),
    ("elders_vastgesteld", "verwijdering", "B", "geen", Handelend),
    ("verwijdering_ingetrokken", "verwijdering", "B", "brief", Handelend),
    ("gemeld_aan_ben_w", "verwijdering", "B", "brief", Handelend),
    ("gemeld_aan_inspectie", "verwijdering of schorsing", "B", "brief", Handelend),
    ("geschorst", "schorsing", "B", "brief", Handelend),
    ("schorsing_geeindigd", "schorsing", "B", "brief", Handelend),
    ("schorsing_herroepen", "schorsing", "B", "brief", Handelend),
    ("tlv_aanvraag_gestart", "aanvraag", "H", "geen", Handelend),
    ("aanvraag_voorgelegd", "aanvraag", "H", "geen", Handelend),
    ("tlv_aangevraagd", "aanvraag", "H", "brief", Handelend),
    ("aanvulling_gevraagd", "aanvraag", "H", "brief", Handelend),
    ("aanvulling_ingeleverd", "aanvraag", "H", "geen", School),
    ("aanvulling_ontvangen", "aanvraag", "H", "geen", Handelend),
    ("aanvulling_vervallen", "aanvraag", "H", "geen", Handelend),
    ("aanvulling_beoordeeld", "aanvraag", "H", "geen", Handelend),
    ("tlv_buiten_behandeling", "aanvraag", "H", "brief", Handelend),
    ("tlv_doorgezonden", "aanvraag", "H", "brief", Handelend),
    ("deskundige_toegewezen", "aanvraag", "H", "geen", Handelend),
    ("toewijzing_beeindigd", "aanvraag", "H", "geen", Handelend),
    ("gezamenlijk_advies_voorgelegd", "aanvraag", "H", "geen", Verband),
    ("advies_uitgebracht", "aanvraag", "H", "brief", Verband),
    ("advies_teruggenomen", "aanvraag", "H", "geen", Verband),
    ("ouders_reageerden", "aanvraag", "H", "geen", Beide),
    ("tlv_aanvraag_ingetrokken", "aanvraag", "H", "geen", Handelend),
    ("vertraging_gemeld", "aanvraag", "H", "brief", Handelend),
    ("ingebrekestelling_ontvangen", "aanvraag", "H", "brief", Handelend),
    ("tlv_verleend", "aanvraag", "H", "geen", Handelend),
    ("tlv_geweigerd", "aanvraag", "H", "geen", Handelend),
    ("bekendgemaakt", "aanvraag", "H", "brief", Handelend),
    ("dwangsom_vastgesteld", "aanvraag", "H", "brief", Handelend),
    ("tlv_gebruikt", "aanvraag", "H", "geen", School),
    ("tlv_verlopen", "aanvraag", "H", "geen", Handelend),
    ("tlv_ingetrokken", "aanvraag", "H", "brief", Handelend),
    ("vervolg_bepaald", "aanvraag", "H", "geen", Handelend),
    ("verbetering_gevraagd", "aanvraag", "H", "geen", Handelend),
    ("verbetering_beoordeeld", "aanvraag", "H", "geen", Handelend),
    ("categorie_wijziging_aangevraagd", "aanvraag", "H", "geen", Handelend),
];

/// Facts that follow another one: a correction stands with what it corrects, a letter with what it is about, its post and a notice that it
/// is there with the letter, that reasons were released with the decision.
const VOLGEN: [&str; 5] =
    ["brief_vastgelegd", "gecorrigeerd", "kennisgeving_mislukt", "post_verwerkt", "tekst_vrijgegeven"];

/// A row of the table.
pub(crate) type Feitrij = (&'static str, &'static str, &'static str, &'static str, Bij);

type Rij = (&'static str, &'static str, &'static str, Bij);

/// The rows of every process.
fn rijen() -> impl Iterator<Item = &'static Feitrij> {
    PROEVEN.iter().flat_map(|proef| proef.feiten)
}

fn tabel() -> BTreeMap<&'static str, Rij> {
    rijen().map(|(name, over, deel, brief, bij)| (*name, (*over, *deel, *brief, *bij))).collect()
}

/// Every fact of every story, with the file as it was just before.
fn feiten() -> Vec<(Dossier, Feit)> {
    let mut all = Vec::new();
    for zaak in verhalen::alle() {
        let mut dossier = Dossier::new(zaak.dossier.nummer.clone());
        for feit in &zaak.dossier.feiten {
            all.push((dossier.clone(), (**feit).clone()));
            dossier.apply((**feit).clone());
        }
    }
    all
}

#[test]
fn the_table_has_every_kind_of_fact_once() {
    let mut named: Vec<&str> = rijen().map(|row| row.0).chain(VOLGEN).collect();
    named.sort_unstable();
    let mut known: Vec<&str> = EVENT_TYPES.iter().map(|(name, _)| *name).collect();
    known.sort_unstable();
    assert_eq!(named, known);
}

#[test]
fn a_fact_is_about_its_case_and_shown_in_the_part_of_that_case() {
    let tabel = tabel();
    for (_, feit) in feiten() {
        let event = feit.gebeurtenis().expect("readable");
        let Some((over, deel, ..)) = tabel.get(event.event_type()) else { continue };
        let found = event.onderwerp().map_or(KIND.to_owned(), |onderwerp| {
            onderwerp.to_string().split('-').next().unwrap_or_default().to_owned()
        });
        assert!(over.split(" of ").any(|one| one == found), "{}: {found}", event.event_type());
        assert_eq!(event.deel().code(), *deel, "{}", event.event_type());
    }
}

#[test]
fn a_letter_is_due_for_what_people_must_hear_in_writing_and_for_nothing_else() {
    let tabel = tabel();
    let mut sometimes = BTreeMap::new();
    for (_, feit) in feiten() {
        let event = feit.gebeurtenis().expect("readable");
        let Some((_, _, brief, _)) = tabel.get(event.event_type()) else {
            assert!(event.brief().is_none(), "{}", event.event_type());
            continue;
        };
        match *brief {
            "soms" => {
                sometimes.entry(event.event_type()).or_insert_with(Vec::new).push(event.brief().is_some());
            }
            due => assert_eq!(event.brief().is_some(), due == "brief", "{}", event.event_type()),
        }
    }
    // A temporary place that becomes definitive does not end.
    let ended = &sometimes["tijdelijke_plaatsing_geeindigd"];
    assert!(ended.contains(&true), "{ended:?}");
}

#[test]
fn a_fact_stands_under_the_key_of_whose_case_it_is() {
    let tabel = tabel();
    for (before, feit) in feiten() {
        let event = feit.gebeurtenis().expect("readable");
        let Some((.., bij)) = tabel.get(event.event_type()) else { continue };
        let holder = feit.holder.to_string();
        match bij {
            Handelend => assert_eq!(feit.holder, feit.actor.organisatie, "{}", event.event_type()),
            School => assert!(holder.starts_with("school/"), "{}: {holder}", event.event_type()),
            Verband => assert!(holder.starts_with("swv/"), "{}: {holder}", event.event_type()),
            Beide => {
                let Some(dossier::beurt::Onderwerp::Aanvraag(nr)) = event.onderwerp() else {
                    panic!("a request")
                };
                let sent = before.aanvraag(nr).is_some_and(|aanvraag| aanvraag.ontvangen_op.is_some());
                assert_eq!(holder.starts_with("swv/"), sent, "{holder}");
            }
        }
    }
}

#[test]
fn nothing_of_a_family_stands_under_the_key_of_the_family_but_what_it_told_of_itself() {
    for (_, feit) in feiten() {
        if feit.actor.rol != Rol::Ouder {
            assert!(!feit.holder.to_string().starts_with("gezin/"), "{}", feit.inhoud.event_type());
        } else if feit.holder.to_string().starts_with("gezin/") {
            let own = [
                "eerst_contact_gemeld",
                "ouder_aangesloten",
                "digitaal_bereikbaar_gezegd",
                "lezing_toegestaan",
            ];
            assert!(own.contains(&feit.inhoud.event_type()), "{}", feit.inhoud.event_type());
        }
    }
}

#[test]
fn the_timeline_shows_each_fact_in_its_part_once_and_newest_first() {
    for zaak in verhalen::alle() {
        let lines = zaak.dossier.tijdlijn();
        assert_eq!(lines.len(), zaak.dossier.feiten.len());
        let order: Vec<_> = lines.iter().map(|line| (line.op, line.volgnummer)).collect();
        assert!(order.is_sorted_by(|one, next| one > next), "{order:?}");
        for line in &lines {
            let feit = zaak.dossier.feit(line.volgnummer).expect("a fact");
            let event = feit.gebeurtenis().expect("readable");
            let about = match event {
                dossier::Gebeurtenis::Gecorrigeerd(correction) => zaak.dossier.feit(correction.volgnummer),
                _ => Some(feit),
            };
            let deel = about.and_then(|about| about.gebeurtenis()).map(dossier::Gebeurtenis::deel);
            assert_eq!((line.op, Some(line.deel)), (feit.on, deel), "{}", event.event_type());
            assert_eq!(line.brief.is_some(), event.event_type() == "brief_vastgelegd");
        }
    }
}

#[test]
fn a_correction_on_the_timeline_stands_with_the_case_and_in_the_part_of_what_it_corrects() {
    let mut seen = 0;
    for zaak in verhalen::alle() {
        let lines = zaak.dossier.tijdlijn();
        let case = |volgnummer: u64| {
            let wrong = lines.iter().find(|line| line.volgnummer == volgnummer).expect("what is corrected");
            (wrong.onderwerp, wrong.deel)
        };
        for line in &lines {
            let event = zaak.dossier.feit(line.volgnummer).and_then(|feit| feit.gebeurtenis().cloned());
            if let Some(dossier::Gebeurtenis::Gecorrigeerd(correction)) = event {
                let stands = (line.onderwerp, line.deel);
                assert_eq!(stands, case(correction.volgnummer), "{}", line.volgnummer);
                seen += 1;
            }
        }
    }
    assert!(seen > 1, "no story corrects anything");
}

#[test]
fn every_row_of_the_table_happens_in_a_story() {
    let told: BTreeSet<String> =
        feiten().into_iter().map(|(_, feit)| feit.inhoud.event_type().to_owned()).collect();
    for (name, ..) in rijen() {
        assert!(told.contains(*name), "{name}: the table is compared with nothing");
    }
}
