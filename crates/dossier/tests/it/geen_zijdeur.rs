//! A correction is no side door: a pupil stays a pupil, who has authority keeps it, and a suspension fits the file as it is now.

use dossier::aanmelding::afloop::LaatToe;
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::feiten::DossierGeopend;
use dossier::leven::feiten::PersoonVerbonden;
use dossier::leven::opdracht::{SchrijfIn, SchrijfUit};
use dossier::soort::{Relatie, Schoolsoort};
use dossier::{Gebeurtenis, Opdracht};

use crate::gegeven::{
    WATERJUFFER, Zaak, aangemeld, d, directie, ib, ingeschreven, kind, laat_toe, niets, open_dossier, schors,
    schrijf_in, verbind, vestiging,
};
use crate::verbeteringen::als_daad;

fn verbeter(volgnummer: u64, act: impl Into<Opdracht>) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw: Some(Box::new(act.into())) }
}

/// The numbers of the facts of a kind.
fn nummers(zaak: &Zaak, soort: &str) -> Vec<u64> {
    let of_kind = zaak.dossier.feiten.iter().filter(|feit| feit.inhoud.event_type() == soort);
    of_kind.map(|feit| feit.volgnummer).collect()
}

fn laatste(zaak: &Zaak, soort: &str) -> u64 {
    *nummers(zaak, soort).last().expect("such a fact")
}

fn ingeschreven_per(per: &str) -> SchrijfIn {
    schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, per)
}

fn uit(per: &str) -> SchrijfUit {
    crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d(per))
}

#[test]
fn the_first_day_of_a_pupil_who_is_there_is_not_moved_to_a_day_to_come() {
    let mut zaak = ingeschreven();
    let enrolled = laatste(&zaak, "ingeschreven");
    zaak.weigert(verbeter(enrolled, ingeschreven_per("2026-08-01"))).veld("per");
    zaak.doe(verbeter(enrolled, ingeschreven_per("2025-09-01")));
    assert_eq!(zaak.dossier.inschrijvingen[0].van, d("2025-09-01"), "another day in the past it may be");
    let mut left = ingeschreven();
    left.doe(uit("2026-02-01"));
    left.weigert(verbeter(enrolled, ingeschreven_per("2026-08-01"))).veld("per");
}

#[test]
fn nor_that_of_an_admission_that_has_begun_by_whichever_fact() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-04-07"));
    let (admitted, enrolled) = (laatste(&zaak, "toegelaten"), laatste(&zaak, "ingeschreven"));
    zaak.clone().doe(verbeter(admitted, laat_toe("2026-08-01")));
    zaak.op("2026-04-08");
    zaak.weigert(verbeter(admitted, laat_toe("2026-08-01"))).veld("per");
    zaak.weigert(verbeter(enrolled, ingeschreven_per("2026-08-01"))).veld("per");
    zaak.doe(verbeter(admitted, LaatToe { groep: "4".into(), ..laat_toe("2026-04-07") }));
}

#[test]
fn a_mistaken_first_day_of_today_is_put_back_and_not_that_of_yesterday() {
    let mut zaak = kind("2020-03-12");
    zaak.op_school(ingeschreven_per("2026-04-01"));
    let enrolled = laatste(&zaak, "ingeschreven");
    zaak.doe(verbeter(enrolled, ingeschreven_per("2026-03-01")));
    zaak.clone().doe(verbeter(enrolled, ingeschreven_per("2026-04-01")));
    zaak.op("2026-03-10").weigert(verbeter(enrolled, ingeschreven_per("2026-04-01"))).veld("per");
}

#[test]
fn a_pupil_who_was_suspended_was_a_pupil_that_day() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    zaak.als(ib(WATERJUFFER)).op("2026-03-20");
    let enrolled = laatste(&zaak, "ingeschreven");
    zaak.weigert(verbeter(enrolled, ingeschreven_per("2026-03-03"))).veld("per");
    zaak.doe(uit("2026-03-20"));
    let left = laatste(&zaak, "uitgeschreven");
    zaak.weigert(verbeter(left, uit("2026-03-02"))).veld("per");
    zaak.doe(verbeter(left, uit("2026-03-09")));
}

#[test]
fn the_end_of_an_enrolment_by_a_removal_is_not_corrected_by_itself() {
    let mut zaak = crate::verwijdering::verwijderd();
    zaak.als(ib(WATERJUFFER));
    let left = laatste(&zaak, "uitgeschreven");
    zaak.weigert(verbeter(left, uit("2026-03-10"))).met("hoort_bij_besluit");
    zaak.weigert(Corrigeer { volgnummer: left, waarom: "het is niet gebeurd".into(), nieuw: None })
        .met("hoort_bij_besluit");
}

#[test]
fn a_corrected_suspension_stands_beside_those_that_came_later() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    zaak.doe(schors("2026-03-09", "2026-03-13"));
    let first = nummers(&zaak, "geschorst")[0];
    zaak.weigert(verbeter(first, schors("2026-03-09", "2026-03-10"))).veld("van");
    zaak.weigert(verbeter(first, schors("2026-03-05", "2026-03-06"))).veld("tot_en_met");
    zaak.doe(verbeter(first, schors("2026-03-02", "2026-03-04")));
    zaak.op("2026-03-05").weigert(verbeter(first, schors("2026-03-16", "2026-03-16"))).veld("van");
}

#[test]
fn a_served_suspension_is_not_moved_to_days_to_come() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    let only = laatste(&zaak, "geschorst");
    zaak.op("2026-03-05").weigert(verbeter(only, schors("2026-03-09", "2026-03-10"))).veld("van");
    zaak.doe(verbeter(only, schors("2026-03-03", "2026-03-04")));
}

/// The first person, put right so.
fn persoon(zaak: &Zaak, right: impl FnOnce(PersoonVerbonden) -> PersoonVerbonden) -> Corrigeer {
    let volgnummer = nummers(zaak, "persoon_verbonden")[0];
    let Some(Gebeurtenis::PersoonVerbonden(said)) =
        zaak.dossier.feit(volgnummer).and_then(|f| f.gebeurtenis())
    else {
        panic!("connected")
    };
    let nieuw = als_daad(right((**said).clone()));
    Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw }
}

#[test]
fn a_correction_takes_authority_from_nobody_also_where_another_has_it() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(verbind("de heer M. Bries", Relatie::Gezagsouder));
    let out = persoon(&zaak, |p| PersoonVerbonden { relatie: Relatie::OuderZonderGezag, ..p });
    zaak.weigert(out).met("houdt_gezag");
    for tot in ["2026-03-01", "2026-12-01"] {
        zaak.weigert(persoon(&zaak, |p| PersoonVerbonden { tot: Some(d(tot)), ..p })).met("houdt_gezag");
    }
    zaak.weigert(persoon(&zaak, |p| PersoonVerbonden { van: d("2026-09-01"), ..p })).met("houdt_gezag");
    let right = persoon(&zaak, |p| PersoonVerbonden { relatie: Relatie::Voogd, ..p });
    zaak.doe(right);
}

#[test]
fn another_birth_date_does_not_leave_a_child_with_nobody_who_decides() {
    let mut zaak = niets();
    zaak.doe(open_dossier("2008-01-12"));
    let Some(Gebeurtenis::DossierGeopend(opened)) = zaak.dossier.feiten[0].gebeurtenis() else {
        panic!("opened")
    };
    let nieuw = als_daad(DossierGeopend { geboortedatum: d("2011-01-12"), ..(**opened).clone() });
    let right = Corrigeer { volgnummer: 1, waarom: "tikfout".into(), nieuw };
    zaak.weigert(right.clone()).met("niemand_met_gezag");
    zaak.doe(verbind("mevrouw M. Zonnedauw", Relatie::Gezagsouder)).doe(right);
}

#[test]
fn who_has_an_own_page_is_not_made_another_person() {
    let mut zaak = kind("2020-03-12");
    let named = |zaak: &Zaak, naam: &str| persoon(zaak, |p| PersoonVerbonden { naam: naam.into(), ..p });
    zaak.weigert(named(&zaak, "de heer Q. Anders")).veld("naam");
    let slip = named(&zaak, "mevrouw M. Zonnedouw");
    zaak.doe(slip);
    let mut without = niets();
    without.doe(open_dossier("2020-03-12")).doe(verbind("mevrouw M. Zonnedauw", Relatie::Gezagsouder));
    let other = named(&without, "de heer Q. Anders");
    without.doe(other);
}

#[test]
fn a_corrected_group_keeps_the_school_and_the_samenwerkingsverband_of_then() {
    let mut zaak = ingeschreven();
    let enrolled = laatste(&zaak, "ingeschreven");
    let was = zaak.dossier.inschrijvingen[0].clone();
    let today = SchrijfIn {
        swv: Some("PO9902".parse().expect("a code")),
        schoolnaam: "De nieuwe naam".into(),
        groep: "6".into(),
        ..ingeschreven_per("2025-08-01")
    };
    zaak.doe(verbeter(enrolled, today));
    let now = &zaak.dossier.inschrijvingen[0];
    assert_eq!((&now.swv, &now.schoolnaam, now.groep.as_str()), (&was.swv, &was.schoolnaam, "6"));
}
