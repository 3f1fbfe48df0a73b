//! Nobody is put out, or ended, by a detour: not by a death that was none, not by authority that is away for a day, not by secrecy that
//! one person records and uses, and not letter by letter.

use dossier::aanmelding::afloop::{AanvaardAanbod, GaVerderZonderOuder, TrekAanmeldingIn};
use dossier::aanmelding::keuze::Ouderkeuze;
use dossier::aanmelding::opdracht::PlaatsTijdelijk;
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::feiten::DossierGeopend;
use dossier::leven::feiten::{Overledene, PersoonVerbonden};
use dossier::leven::opdracht::{MeldOverlijden, SchrijfUit, WijzigGezag, ZetGeheimhouding};
use dossier::soort::{GrondZonderOuder, Relatie};
use dossier::toegang::Kijker;
use dossier::{Gebeurtenis, Opdracht};

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, Zaak, aanbod, behoefte_vastgesteld, d, directie, horen, ib, ingeschreven, kind,
    matrix, niets, open_dossier, ouder, ouder_met_gezag, verbind, vestiging, vind_school, voornemen,
};
use crate::leven::overleden;
use crate::verbeteringen::als_daad;

/// The number of the last fact of a kind.
fn laatste(zaak: &Zaak, soort: &str) -> u64 {
    let mut found = zaak.dossier.feiten.iter().rev().filter(|feit| feit.inhoud.event_type() == soort);
    found.next().expect("such a fact").volgnummer
}

fn neem_terug(volgnummer: u64) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "het was een vergissing".into(), nieuw: None }
}

fn verbeter(volgnummer: u64, act: impl Into<Opdracht>) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw: Some(Box::new(act.into())) }
}

fn uit(per: &str) -> SchrijfUit {
    crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d(per))
}

fn na_overlijden(per: &str) -> SchrijfUit {
    SchrijfUit { grond: dossier::soort::Uitschrijfreden::Overleden, ..uit(per) }
}

/// Given a pupil whom the school intends to remove, while another school is willing.
fn verwijdering_loopt() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, base::Sector::Po)).doe(horen("2026-03-02"));
    zaak.doe(vind_school("De IJsvogel")).als(ib(WATERJUFFER));
    zaak
}

/// Given a child with a temporary place.
fn tijdelijke_plek() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    let (per, groep, zonder_verklaring) = (d("2026-05-12"), "3".into(), String::new());
    zaak.op("2026-05-12").doe(PlaatsTijdelijk {
        aanmelding: 1,
        per,
        groep,
        zonder_verklaring,
        ertussen: String::new(),
    });
    zaak
}

#[test]
fn a_death_that_is_taken_back_takes_the_deregistration_with_it() {
    for (mut zaak, refused) in
        [(verwijdering_loopt(), "verwijdering_loopt"), (tijdelijke_plek(), "tijdelijke_plek")]
    {
        let today = zaak.vandaag;
        let per = base::dates::plus_days(today, 1).expect("a day").to_string();
        zaak.weigert(uit(&per)).met(refused);
        zaak.doe(MeldOverlijden { wie: Overledene::Leerling, op: today }).doe(na_overlijden(&per));
        let (death, left) = (laatste(&zaak, "overleden"), laatste(&zaak, "uitgeschreven"));
        zaak.doe(neem_terug(death)).dan_is_vastgelegd(&["gecorrigeerd", "gecorrigeerd"]);
        let place = zaak.dossier.inschrijving_op(d(&per)).expect("still a pupil");
        assert_eq!((place.vestiging.as_str(), place.tot), (WATERJUFFER, None));
        zaak.weigert(uit(&per)).met(refused);
        zaak.weigert(verbeter(left, uit(&per))).met("hoort_bij_overlijden");
        zaak.weigert(neem_terug(left)).met("hoort_bij_overlijden");
    }
}

#[test]
fn who_ended_before_the_child_died_ended_by_something_else() {
    let mut zaak = verwijdering_loopt();
    zaak.op("2026-03-10").doe(MeldOverlijden { wie: Overledene::Leerling, op: d("2026-03-09") });
    zaak.weigert(uit("2026-03-08")).met("verwijdering_loopt");
    zaak.doe(na_overlijden("2026-03-09"));
}

#[test]
fn the_school_that_recorded_a_death_finds_the_file_after_it_deregistered_the_child() {
    let mut zaak = ingeschreven();
    let may = |zaak: &Zaak, school: &str, dag: &str| {
        let act = neem_terug(laatste(zaak, "overleden")).into();
        let (kijker, people) = (Kijker::from(ib(school)), zaak.dossier.betrokkenen());
        matrix().mag_op(&kijker, &people, (&zaak.dossier, &act), d(dag)).toegestaan
    };
    zaak.doe(overleden(Overledene::Leerling)).doe(na_overlijden("2026-03-02"));
    assert!(may(&zaak, WATERJUFFER, "2026-03-02") && may(&zaak, WATERJUFFER, "2026-08-31"));
    assert!(!may(&zaak, WATERJUFFER, "2026-09-02"), "for a while");
    assert!(!may(&zaak, IJSVOGEL, "2026-03-02"));
    let death = laatste(&zaak, "overleden");
    zaak.op("2026-03-20").doe(neem_terug(death));
    assert!(zaak.dossier.inschrijving_op(zaak.vandaag).is_some());
}

/// Given an offer to two parents; the first has a page of their own.
fn aanbod_aan_twee() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(ouder_met_gezag("de heer V. Zonsopgang")).doe(aanbod("2026-08-01"));
    zaak
}

fn ja(van: u32) -> AanvaardAanbod {
    AanvaardAanbod { aanmelding: 1, aanbod: 1, van: Some(van), toelichting: "Hij belde vanochtend.".into() }
}

fn intrekken(van: u32) -> TrekAanmeldingIn {
    TrekAanmeldingIn { aanmelding: 1, van: Some(van), reden: "Hij belde vanochtend.".into() }
}

fn zonder(grond: GrondZonderOuder, persoon: u32) -> GaVerderZonderOuder {
    GaVerderZonderOuder {
        aanmelding: 1,
        persoon,
        grond,
        reden: "Zie de beschikking.".into(),
        gerecht: "rechtbank Waterland".into(),
        uitspraak_op: Some(d("2026-02-04")),
    }
}

#[test]
fn what_the_other_decided_while_a_parent_stood_as_dead_is_asked_again() {
    // A withdrawal waits two weeks before it goes on without who stands as dead.
    let acts: [(Opdracht, Ouderkeuze, &str); 2] = [
        (ja(2).into(), Ouderkeuze::Aanbod(1), "2026-03-02"),
        (intrekken(2).into(), Ouderkeuze::Intrekken, "2026-03-17"),
    ];
    for (act, keuze, dag) in acts {
        let mut zaak = aanbod_aan_twee();
        zaak.doe(overleden(Overledene::Persoon(1))).op(dag).doe(act);
        assert!(zaak.aanmelding().afloop.is_some());
        zaak.doe(neem_terug(laatste(&zaak, "overleden")));
        zaak.dan_is_vastgelegd(&["gecorrigeerd", "gecorrigeerd", "ouder_koos"]);
        assert!(zaak.aanmelding().afloop.is_none(), "it is open");
        assert!(zaak.aanmelding().woord_van(keuze, 2).is_some(), "the word of who decided stays");
        let waits = zaak.dossier.nog_te_vragen(zaak.aanmelding(), keuze, zaak.vandaag);
        assert_eq!(waits.iter().map(|who| who.nr).collect::<Vec<_>>(), [1]);
        assert!(zaak.brieven_gevraagd().contains(&"ouder_koos"), "and the one who was passed over reads it");
    }
}

#[test]
fn what_both_had_said_is_not_asked_again() {
    let mut zaak = aanbod_aan_twee();
    zaak.doe(ja(1)).doe(ja(2)).doe(overleden(Overledene::Persoon(1)));
    zaak.doe(neem_terug(laatste(&zaak, "overleden"))).dan_is_vastgelegd(&["gecorrigeerd"]);
    assert!(zaak.aanmelding().afloop.is_some());
}

fn gezag(persoon: u32, relatie: Relatie, per: &str) -> WijzigGezag {
    WijzigGezag { persoon, relatie: Some(relatie), per: d(per), brondocument: "beschikking".into() }
}

#[test]
fn what_both_decide_waits_for_who_lost_authority_by_the_word_of_the_school() {
    let mut zaak = aanbod_aan_twee();
    zaak.doe(gezag(1, Relatie::OuderZonderGezag, "2026-03-02"));
    zaak.doe(ja(2)).dan_is_vastgelegd(&["ouder_koos"]);
    zaak.weigert(ja(2)).met("al_gezegd");
    let mut court = zaak.clone();
    court.doe(zonder(GrondZonderOuder::Rechter, 1)).dan_is_vastgelegd(&["ouder_koos", "aanbod_aanvaard"]);
    // Put back, she is asked.
    let mut back = zaak.clone();
    back.doe(gezag(1, Relatie::Gezagsouder, "2026-03-02"));
    let waits = back.dossier.nog_te_vragen(back.aanmelding(), Ouderkeuze::Aanbod(1), back.vandaag);
    assert_eq!(waits.len(), 1);
    // Two weeks are the time in which everybody answers.
    zaak.op("2026-03-16").weigert(ja(2)).met("al_gezegd");
    zaak.op("2026-03-17").doe(ja(2)).dan_is_vastgelegd(&["aanbod_aanvaard"]);
}

#[test]
fn the_only_parent_who_lost_authority_is_waited_for_where_a_carer_is_left() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(verbind("familie Bries", Relatie::Pleegouder));
    zaak.doe(gezag(1, Relatie::OuderZonderGezag, "2026-03-02"));
    let withdraw = || TrekAanmeldingIn { aanmelding: 1, van: None, reden: "De pleegouders belden.".into() };
    zaak.weigert(withdraw()).met("pas_zonder_gezag");
    zaak.op("2026-03-17").doe(withdraw()).dan_is_vastgelegd(&["aanmelding_ingetrokken"]);
}

#[test]
fn a_birth_date_that_makes_a_pupil_of_age_puts_no_parent_out() {
    let mut zaak = kind("2020-03-12");
    let right = |zaak: &Zaak, geboren: &str| {
        let opened = zaak.dossier.feiten.first().and_then(|feit| feit.gebeurtenis());
        let Some(Gebeurtenis::DossierGeopend(said)) = opened else { panic!("opened") };
        let nieuw = als_daad(DossierGeopend { geboortedatum: d(geboren), ..(**said).clone() });
        Corrigeer { volgnummer: 1, waarom: "tikfout".into(), nieuw }
    };
    for geboren in ["2006-05-07", "2008-03-02", "2008-03-12"] {
        zaak.weigert(right(&zaak, geboren)).met("maakt_meerderjarig").op_grond_van("art. 233 BW Boek 1");
    }
    zaak.doe(right(&zaak, "2008-04-12"));
    // Nor is it a slip of today: parents came in meanwhile.
    let mut slip = niets();
    slip.doe(open_dossier("2006-05-07")).doe(verbind("mevrouw M. Zonnedauw", Relatie::Gezagsouder));
    slip.doe(right(&slip, "2018-05-07"));
    slip.weigert(right(&slip, "2006-05-07")).met("maakt_meerderjarig");
}

/// The first person, put right so.
fn persoon(zaak: &Zaak, right: impl FnOnce(PersoonVerbonden) -> PersoonVerbonden) -> Corrigeer {
    let mut found =
        zaak.dossier.feiten.iter().filter_map(|feit| Some((feit.volgnummer, feit.gebeurtenis()?)));
    let said = found.find_map(|(nr, event)| match event {
        Gebeurtenis::PersoonVerbonden(said) => Some((nr, (**said).clone())),
        _ => None,
    });
    let (volgnummer, said) = said.expect("connected");
    Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw: als_daad(right(said)) }
}

fn heet(zaak: &Zaak, naam: &str) -> Corrigeer {
    persoon(zaak, |p| PersoonVerbonden { naam: naam.into(), ..p })
}

#[test]
fn nobody_becomes_somebody_else_two_letters_at_a_time() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(heet(&zaak, "mevrouw M. Zonnedouw"));
    zaak.doe(heet(&zaak, "mevrouw M. Zonnedaaw"));
    zaak.weigert(heet(&zaak, "mevrouw Q. Zonnedoow")).veld("naam");
}

#[test]
fn who_has_no_page_is_put_right_as_a_whole_on_the_day_of_its_record_alone() {
    let mut zaak = niets();
    zaak.doe(open_dossier("2020-03-12")).doe(verbind("mevrouw M. Zonnedauw", Relatie::Gezagsouder));
    zaak.clone().doe(heet(&zaak, "de heer Q. Anders"));
    zaak.op("2026-03-03");
    zaak.weigert(heet(&zaak, "de heer Q. Anders")).veld("naam");
    zaak.doe(heet(&zaak, "mevrouw M. Zonnedouw"));
}

#[test]
fn a_correction_does_not_let_authority_begin_later() {
    let mut zaak = kind("2020-03-12");
    let said = zaak.dossier.personen[0].van;
    let later = base::dates::plus_days(said, 1).expect("a day");
    zaak.weigert(persoon(&zaak, |p| PersoonVerbonden { van: later, ..p })).met("houdt_gezag");
    let sooner = base::dates::plus_days(said, -1).expect("a day");
    zaak.doe(persoon(&zaak, |p| PersoonVerbonden { van: sooner, ..p }));
}

#[test]
fn who_made_a_place_secret_from_a_parent_does_not_go_on_without_that_parent() {
    let mut zaak = aanbod_aan_twee();
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "de moeder belde".into() });
    zaak.als(ouder());
    zaak.doe(AanvaardAanbod { van: None, ..ja(1) }).als(ib(WATERJUFFER));
    zaak.weigert(zonder(GrondZonderOuder::Geheim, 2)).met("tweede_persoon");
    zaak.als(directie(WATERJUFFER)).doe(zonder(GrondZonderOuder::Geheim, 2));
    zaak.dan_is_vastgelegd(&["ouder_koos", "aanbod_aanvaard"]);
}
