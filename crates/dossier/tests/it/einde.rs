//! What has ended stays ended, and no term or period ends before it begins: after random walks.

use base::{Date, Sector, dates};
use dossier::aanmelding::afloop::{
    AanvaardAanbod, LaatToe, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn, Weiger,
    WijsAanbodAf,
};
use dossier::aanmelding::opdracht::{
    OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn, VraagInformatie,
};
use dossier::aanmelding::staat::Antwoord;
use dossier::algemeen::correctie::CorrigeerOntvangst;
use dossier::staat::{Besluit, TlvFase, VerwijderingFase};
use dossier::tlv::besluit::{MaakBekend, MeldVertraging, NeemBesluit, OntvangIngebrekestelling};
use dossier::tlv::opdracht::{
    GeefZienswijze, OntvangAanvulling, TrekTlvAanvraagIn, VraagAanvulling, VraagTlvAan, WijsDeskundigeToe,
};
use dossier::verwijdering::opdracht::{HoorOudersEnLeraar, TrekVoornemenIn, Verwijder, VindBereideSchool};
use dossier::{Dossier, Opdracht};
use proptest::prelude::*;

use crate::gegeven::{
    SWV_PO, WATERJUFFER, Zaak, behoefte, besluitnemer, bijlage, d, directie, horen, ib, in_gebreke, laat_toe,
    loket, maak_bekend, meld_aan, toewijzing, uitzondering, verleen, vind_school, vraag_aanvulling,
    vraag_informatie, weiger, zienswijze,
};
use crate::wandeling::{loop_door, stappen};

fn over_aanmelding(nr: u32, today: Date) -> Vec<Opdracht> {
    let soon = dates::plus_days(today, 7).expect("a day");
    let reason = || "anders".to_owned();
    vec![
        StelBehoefteVast { aanmelding: nr, ..behoefte(true) }.into(),
        VraagInformatie { aanmelding: nr, tot_en_met: soon, ..vraag_informatie("2026-03-16") }.into(),
        OntvangInformatie { aanmelding: nr, op: today, compleet: true, nog_nodig: String::new() }.into(),
        VerlengBeslistermijn { aanmelding: nr, weken: 4, reden: reason() }.into(),
        PlaatsTijdelijk {
            aanmelding: nr,
            per: today,
            groep: String::new(),
            zonder_verklaring: String::new(),
            ertussen: "Het kind was ziek.".into(),
        }
        .into(),
        AanvaardAanbod { van: None, aanmelding: nr, aanbod: 1, toelichting: reason() }.into(),
        WijsAanbodAf { van: None, aanmelding: nr, aanbod: 1, reden: reason() }.into(),
        LaatToe { aanmelding: nr, per: soon, ..laat_toe("2026-08-01") }.into(),
        Weiger { aanmelding: nr, ..weiger(uitzondering("geen_plaatsruimte_po")) }.into(),
        MeldFeitelijkeWeigering { aanmelding: nr, op: today, wat: reason() }.into(),
        StelBuitenBehandeling { aanmelding: nr, reden: reason() }.into(),
        TrekAanmeldingIn { van: None, aanmelding: nr, reden: reason() }.into(),
        CorrigeerOntvangst {
            aanmelding: nr,
            ontvangen_op: today,
            minderjarige_asielzoeker: None,
            onderwijs: None,
            gewenst_per: meld_aan().gewenst_per,
            nu_naar_school: None,
            andere_scholen: meld_aan().andere_scholen,
            recht_vervalt: false,
            waarom: reason(),
        }
        .into(),
    ]
}

fn over_verwijdering(nr: u32, today: Date) -> Vec<Opdracht> {
    let soon = dates::plus_days(today, 7).expect("a day");
    let removal = Verwijder {
        verwijdering: nr,
        per: soon,
        motivering: "anders".into(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    };
    vec![
        HoorOudersEnLeraar { verwijdering: nr, op: today, ..horen("2026-03-02") }.into(),
        VindBereideSchool { verwijdering: nr, ..vind_school("De Regenwulp") }.into(),
        removal.into(),
        TrekVoornemenIn { verwijdering: nr, reden: "anders".into() }.into(),
    ]
}

fn over_aanvraag(aanvraag: u32, today: Date) -> Vec<Opdracht> {
    let soon = dates::plus_days(today, 7).expect("a day");
    let bijlagen = vec![bijlage("inzet_tot_nu_toe")];
    let invoer = dossier::tlv::checklist::TlvInvoer::default();
    vec![
        VraagTlvAan { aanvraag, invoer }.into(),
        VraagAanvulling { aanvraag, tot_en_met: soon, ..vraag_aanvulling("2026-03-16") }.into(),
        OntvangAanvulling { aanvraag, op: today, antwoorden: Vec::new(), bijlagen }.into(),
        WijsDeskundigeToe { aanvraag, ..toewijzing("p-nieuw", dossier::soort::Discipline::Arts) }.into(),
        GeefZienswijze { aanvraag, ..zienswijze(1, Some(true)) }.into(),
        TrekTlvAanvraagIn { aanvraag, reden: "anders".into() }.into(),
        NeemBesluit { aanvraag, ..verleen() }.into(),
        MaakBekend { aanvraag, ..maak_bekend(today) }.into(),
        MeldVertraging { aanvraag, nieuwe_datum: soon, reden: "anders".into() }.into(),
        OntvangIngebrekestelling { aanvraag, ontvangen_op: today, ..in_gebreke("2026-03-02") }.into(),
    ]
}

fn refused(zaak: &Zaak, opdracht: &Opdracht) -> Result<(), TestCaseError> {
    for actor in [ib(WATERJUFFER), directie(WATERJUFFER), loket(SWV_PO), besluitnemer(SWV_PO)] {
        let mut asked = zaak.clone();
        let answer = asked.als(actor).vraag(opdracht.clone());
        prop_assert!(answer.is_err(), "{} on {}: {:?}", opdracht.naam(), zaak.vandaag, answer);
    }
    Ok(())
}

/// Phases of a request in which nothing more happens to it.
const AF: [TlvFase; 5] = [
    TlvFase::GeweigerdBekend,
    TlvFase::Verlopen,
    TlvFase::TlvIngetrokken,
    TlvFase::BuitenBehandeling,
    TlvFase::AanvraagIngetrokken,
];

/// A term ends after it begins, a decision lies after what it decides on.
fn termijnen(dossier: &Dossier) -> Result<(), TestCaseError> {
    for aanmelding in &dossier.aanmeldingen {
        let received = aanmelding.ontvangen_op;
        let last = aanmelding.termijn.uitkomst.uiterlijk;
        prop_assert!(
            last.is_none_or(|last| last >= dates::plus_days(received, 42).unwrap()),
            "{aanmelding:?}"
        );
        let place = aanmelding.tijdelijk_recht.uitkomst.vanaf;
        prop_assert!(place.is_none_or(|place| place > dates::plus_days(received, 70).unwrap()));
        prop_assert!(aanmelding.besloten_op().is_none_or(|op| op >= received), "{aanmelding:?}");
        for aanbod in &aanmelding.aanbiedingen {
            let answered = aanbod.antwoord.as_ref().map(|antwoord| match antwoord {
                Antwoord::Aanvaard(op) | Antwoord::Afgewezen(op, _) => *op,
            });
            prop_assert!(
                answered.is_none_or(|op| op >= aanbod.op),
                "answered before it was made: {aanbod:?}"
            );
        }
        if let Some(plek) = &aanmelding.tijdelijke_plaatsing {
            prop_assert!(plek.tot.is_none_or(|tot| tot >= plek.per), "{plek:?}");
        }
    }
    for verwijdering in &dossier.verwijderingen {
        let decided = verwijdering.verwijderd().map(|(op, _)| op);
        let order = [Some(verwijdering.voorgenomen_op), decided, verwijdering.gemeld_aan_ben_w];
        prop_assert!(order.into_iter().flatten().is_sorted(), "{verwijdering:?}");
        prop_assert!(
            decided.is_none() || verwijdering.gehoord_op.is_some() && verwijdering.bereide_school().is_some()
        );
        let last = verwijdering.bezwaar_uiterlijk().zip(decided);
        prop_assert!(last.is_none_or(|(last, op)| last >= dates::plus_days(op, 42).unwrap()));
    }
    Ok(())
}

fn termijnen_aanvraag(dossier: &Dossier) -> Result<(), TestCaseError> {
    for aanvraag in &dossier.aanvragen {
        let Some(received) = aanvraag.ontvangen_op else { continue };
        prop_assert!(aanvraag.gestart_op <= received);
        let last = aanvraag.termijn.as_ref().and_then(|termijn| termijn.uitkomst.uiterlijk);
        prop_assert!(last.is_none_or(|last| last >= dates::plus_days(received, 56).unwrap()));
        prop_assert!(aanvraag.beslissen_uiterlijk_op(received) >= last, "a delay never shortens the term");
        for aanvulling in &aanvraag.aanvullingen {
            prop_assert!(
                aanvraag.verzonden_op() <= Some(aanvulling.uitnodiging_op)
                    && aanvulling.uitnodiging_op < aanvulling.tot_en_met
            );
            prop_assert!(aanvulling.geeindigd_op.is_none_or(|op| op >= aanvulling.uitnodiging_op));
        }
        for advies in &aanvraag.adviezen {
            prop_assert!(Some(advies.op) >= aanvraag.verzonden_op());
        }
        let decided = aanvraag.besluit.as_ref().map(Besluit::op);
        let known = aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op);
        prop_assert!([Some(received), decided, known].into_iter().flatten().is_sorted(), "{aanvraag:?}");
        if let Some(granted) = aanvraag.verleend() {
            let last = granted.tot_en_met;
            prop_assert!(granted.van < last && granted.op < last);
            prop_assert_eq!((last.month(), last.day()), (7, 31));
        }
        for gebruik in aanvraag.plaatsingen() {
            let Some(granted) = aanvraag.verleend() else {
                return Err(TestCaseError::fail("placed without a declaration"));
            };
            prop_assert!((granted.van..=granted.tot_en_met).contains(&gebruik.per));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_act_is_done_on_what_has_ended(stappen in stappen(60)) {
        let zaak = loop_door(&stappen);
        let today = zaak.vandaag;
        for aanmelding in zaak.dossier.aanmeldingen.iter().filter(|a| a.fase().is_final()) {
            for opdracht in over_aanmelding(aanmelding.nr, today) {
                refused(&zaak, &opdracht)?;
            }
        }
        let ended = [
            VerwijderingFase::Ingetrokken,
            VerwijderingFase::Gemeld,
            VerwijderingFase::Verwijderd,
            VerwijderingFase::Herroepen,
        ];
        for verwijdering in zaak.dossier.verwijderingen.iter().filter(|v| ended.contains(&v.fase())) {
            for opdracht in over_verwijdering(verwijdering.nr, today) {
                refused(&zaak, &opdracht)?;
            }
        }
        for aanvraag in zaak.dossier.aanvragen.iter().filter(|a| AF.contains(&a.fase())) {
            for opdracht in over_aanvraag(aanvraag.nr, today) {
                refused(&zaak, &opdracht)?;
            }
        }
    }

    #[test]
    fn no_term_ends_before_it_begins_and_no_step_comes_before_the_one_it_follows(stappen in stappen(60)) {
        let zaak = loop_door(&stappen);
        termijnen(&zaak.dossier)?;
        termijnen_aanvraag(&zaak.dossier)?;
    }

    #[test]
    fn the_child_is_at_one_school_at_a_time(stappen in stappen(60), offset in -300..900_i32) {
        let zaak = loop_door(&stappen);
        let on = dates::plus_days(d("2026-03-02"), offset).expect("a day");
        let here: Vec<_> = zaak.dossier.inschrijvingen.iter().filter(|i| i.is_current(on)).collect();
        prop_assert!(here.len() <= 1, "on {on}: {here:?}");
    }

    #[test]
    fn a_child_that_is_enrolled_or_registered_is_in_the_care_of_its_school(stappen in stappen(60)) {
        let zaak = loop_door(&stappen);
        let bij = dossier::aanmelding::opdracht::zorgplicht_bij(&zaak.dossier, zaak.vandaag);
        let open = zaak.dossier.aanmeldingen.iter().filter(|a| !a.fase().is_final());
        for aanmelding in open {
            prop_assert!(bij.contains(&aanmelding.vestiging.organisatie()));
        }
        if let Some(enrolled) = zaak.dossier.inschrijving_op(zaak.vandaag) {
            prop_assert!(bij.contains(&enrolled.vestiging.organisatie()));
        }
        prop_assert!(bij.is_sorted() && bij.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

#[test]
fn the_cases_of_a_file_are_numbered_from_one_in_the_order_in_which_they_began() {
    for zaak in crate::verhalen::alle() {
        let counts = |numbers: Vec<u32>| (1..).zip(numbers).all(|(expected, nr): (u32, u32)| expected == nr);
        assert!(counts(zaak.dossier.aanmeldingen.iter().map(|a| a.nr).collect()));
        assert!(counts(zaak.dossier.verwijderingen.iter().map(|v| v.nr).collect()));
        assert!(counts(zaak.dossier.aanvragen.iter().map(|a| a.nr).collect()));
        assert!(zaak.dossier.verwijderingen.iter().all(|v| v.sector != Sector::So));
    }
}
