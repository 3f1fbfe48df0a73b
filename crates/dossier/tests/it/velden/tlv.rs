//! What is typed in a request and its decision: one row per field.

use super::Soort::{MagRegel, MagTekst, Regel, Tekst};
use super::{Rij, by, rij};
use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, aangevraagd, advies, besluitnemer, bijlage, d, deskundige, geadviseerd, ib,
    in_gebreke, ingeschreven, loket, persoon, start, toewijzing, trek_in, verleen, verleend, vestiging,
    vraag_aanvulling, zienswijze,
};
use dossier::soort::{Adviesuitkomst, Discipline, TlvSoort};
use dossier::tlv::aanvulling::LaatAanvullingVervallen;
use dossier::tlv::behandelen::BeoordeelAanvulling;
use dossier::tlv::besluit::{
    GebruikTlv, MeldVertraging, NeemBesluit, OntvangIngebrekestelling, Uitspraak, VraagCategorieWijziging,
};
use dossier::tlv::doorzenden::ZendTlvDoor;
use dossier::tlv::dwangsom::StelDwangsomVast;
use dossier::tlv::identiteit::{BeoordeelVerbetering, VerbeterKind};
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, OntvangAanvulling, StartTlvAanvraag,
    TrekTlvAanvraagIn, VraagAanvulling, WijsDeskundigeToe,
};

pub(super) fn aanvraag() -> Vec<Rij> {
    let pupil = ingeschreven();
    let desk = by(aangevraagd(), loket(SWV_PO));
    let mut waits = desk.clone();
    waits.doe(vraag_aanvulling("2026-03-30"));
    let mut advising = desk.clone();
    advising.doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    let expert = by(advising.clone(), deskundige("p-vink"));
    let school = aangevraagd();
    let mut waiting = desk.clone();
    waiting.doe(vraag_aanvulling("2026-03-16")).als(ib(WATERJUFFER));
    let came = by(crate::p4_behandelen::aangevuld(), loket(SWV_PO));
    let unanswered = by(crate::p4_behandelen::niets_gekomen(), besluitnemer(SWV_PO));
    let elsewhere = by(crate::p4_behandelen::naar_elders(), loket(SWV_PO));
    vec![
        rij("schoolnaam", Regel, &pupil, |schoolnaam| StartTlvAanvraag { schoolnaam, ..start(TlvSoort::So) }),
        rij("wat", Regel, &desk, |text| VraagAanvulling {
            wat: vec![text],
            ..vraag_aanvulling("2026-03-16")
        }),
        rij("waarom", Tekst, &desk, |waarom| VraagAanvulling { waarom, ..vraag_aanvulling("2026-03-16") }),
        rij("antwoord", MagTekst, &waiting, |text| OntvangAanvulling {
            aanvraag: 1,
            op: d("2026-03-02"),
            antwoorden: vec![("inzet_tot_nu_toe".into(), text)],
            bijlagen: vec![bijlage("inzet_tot_nu_toe")],
        }),
        rij("naam", Regel, &desk, |naam| WijsDeskundigeToe {
            naam,
            ..toewijzing("p-mees", Discipline::Arts)
        }),
        rij("waarom", Tekst, &waits, |waarom| LaatAanvullingVervallen { aanvraag: 1, waarom }),
        rij("toelichting", MagTekst, &came, |toelichting| BeoordeelAanvulling {
            aanvraag: 1,
            genoeg: true,
            toelichting,
        }),
        rij("reden", Tekst, &unanswered, |reden| crate::p4_behandelen::niet_behandelen(&reden)),
        rij("waarom", Tekst, &elsewhere, |waarom| ZendTlvDoor { aanvraag: 1, waarom }),
        rij("reden", Regel, &advising, |reden| BeeindigToewijzing {
            aanvraag: 1,
            persoon: persoon("p-vink"),
            reden,
        }),
        rij("tekst", Tekst, &expert, |tekst| BrengAdviesUit {
            tekst,
            ..advies(&["p-vink"], Adviesuitkomst::Toelaatbaar, Some(1))
        }),
        rij("tekst", MagTekst, &school, |tekst| GeefZienswijze { tekst, ..zienswijze(1, Some(true)) }),
        rij("tekst", Tekst, &school, |tekst| GeefZienswijze { tekst, ..zienswijze(1, None) }),
        rij("reden", Tekst, &school, |reden| TrekTlvAanvraagIn { aanvraag: 1, reden }),
        rij("reden", Tekst, &desk, |reden| MeldVertraging {
            aanvraag: 1,
            nieuwe_datum: d("2026-06-01"),
            reden,
        }),
    ]
}

/// Another name or date of birth of the child that a request is for.
pub(super) fn verbetering() -> Vec<Rij> {
    let (school, corrected) = (aangevraagd(), by(crate::identiteit::gevraagd(), loket(SWV_PO)));
    vec![
        rij("roepnaam", Regel, &school, |roepnaam| VerbeterKind {
            roepnaam,
            ..crate::identiteit::verbeter()
        }),
        rij("voorvoegsel", MagRegel, &school, |voorvoegsel| VerbeterKind {
            voorvoegsel,
            ..crate::identiteit::verbeter()
        }),
        rij("achternaam", Regel, &school, |achternaam| VerbeterKind {
            achternaam,
            ..crate::identiteit::verbeter()
        }),
        rij("waarom", Tekst, &school, |waarom| VerbeterKind { waarom, ..crate::identiteit::verbeter() }),
        rij("toelichting", MagTekst, &corrected, |toelichting| BeoordeelVerbetering {
            toelichting,
            ..crate::identiteit::akkoord(true)
        }),
    ]
}

pub(super) fn besluit() -> Vec<Rij> {
    let head = by(geadviseerd(), besluitnemer(SWV_PO));
    let mut late = by(aangevraagd(), loket(SWV_PO));
    late.op("2026-05-06");
    let place = |schoolnaam| GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam,
        per: d("2026-08-01"),
        elders: false,
    };
    let mut reacted = by(geadviseerd(), besluitnemer(SWV_PO));
    reacted.op("2026-03-16");
    let mut penalty = by(geadviseerd(), loket(SWV_PO));
    penalty.op("2026-05-06").doe(in_gebreke("2026-05-06")).op("2026-08-03").als(besluitnemer(SWV_PO));
    let ready = by(verleend(), ib(LIBEL));
    let mut placed = ready.clone();
    placed.doe(place("De Libel".into()));
    let granted = |nummer| NeemBesluit {
        uitspraak: Uitspraak::Verleen {
            nummer,
            categorie: Some(1),
            van: d("2026-08-01"),
            tot_en_met: d("2028-07-31"),
        },
        ..verleen()
    };
    let refused = |afwijking| NeemBesluit { uitspraak: Uitspraak::Weiger, afwijking, ..verleen() };
    vec![
        rij("motivering", Tekst, &head, |motivering| NeemBesluit { motivering, ..verleen() }),
        rij("eerder", MagTekst, &reacted, |eerder| NeemBesluit { eerder, ..verleen() }),
        rij("afwijking", MagTekst, &head, |afwijking| NeemBesluit { afwijking, ..verleen() }),
        rij("afwijking", Tekst, &head, refused),
        rij("nummer", Regel, &head, granted),
        rij("van", Regel, &late, |van| OntvangIngebrekestelling { van, ..in_gebreke("2026-05-06") }),
        rij("niet_verschuldigd", MagTekst, &penalty, |niet_verschuldigd| StelDwangsomVast {
            aanvraag: 1,
            niet_verschuldigd,
        }),
        rij("schoolnaam", Regel, &ready, place),
        rij("reden", Tekst, &by(verleend(), besluitnemer(SWV_PO)), |reden| TrekTlvIn {
            reden,
            ..trek_in("2026-03-02", "2026-08-01")
        }),
        rij("gehoord", Tekst, &by(verleend(), besluitnemer(SWV_PO)), |gehoord| TrekTlvIn {
            gehoord,
            ..trek_in("2026-03-02", "2026-08-01")
        }),
        rij("reden", Tekst, &placed, |reden| VraagCategorieWijziging {
            aanvraag: 1,
            vestiging: vestiging(LIBEL),
            categorie: 2,
            reden,
        }),
    ]
}
