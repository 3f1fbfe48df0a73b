//! What the law asks before an admission that is not the age and no declaration: the inquiry of an institute for cluster 1 or 2, and
//! the advice of the primary school for the first year of secondary education, with the week in which parents register for it.

use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::aanmelding::voorwaarde::{eerste_leerjaar, week_van_aanmelden};
use dossier::soort::{Onderwijskeuze, Schoolsoort, Toelatingsvoorwaarde};

use crate::gegeven::{
    LIBEL, WATERJUFFER, WINDVEER, Zaak, d, ib, kind, laat_toe, meld_aan_bij, schrijf_in, uitzondering, weiger,
};

const FIRST: &str = "2026-08-17";

/// Given a child registered at an institute for cluster 1 or 2.
fn bij_instelling() -> Zaak {
    let mut zaak = kind("2020-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::InstellingC12));
    zaak
}

/// The same, admitted after the inquiry.
pub(crate) fn na_onderzoek() -> Zaak {
    let mut zaak = bij_instelling();
    zaak.doe(laat_toe(FIRST));
    zaak
}

/// Given a pupil of a basisschool, registered at a school for secondary education.
fn naar_vo(onderwijs: Onderwijskeuze) -> Zaak {
    let mut zaak = kind("2014-03-12");
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-08-01")).als(ib(WINDVEER));
    zaak.doe(MeldAan { onderwijs: Some(onderwijs), ..meld_aan_bij(WINDVEER, Schoolsoort::Vo) });
    zaak
}

#[test]
fn an_institute_admits_only_after_the_inquiry_of_its_commission_and_for_its_time() {
    let zaak = bij_instelling();
    let without = LaatToe { voorwaarde_op: None, ..laat_toe(FIRST) };
    zaak.weigert(without).veld("voorwaarde_op").op_grond_van("art. 41 lid 4 WEC");
    let silent = LaatToe { voorwaarde: " ".into(), ..laat_toe(FIRST) };
    zaak.weigert(silent).veld("voorwaarde");
    let ahead = LaatToe { voorwaarde_op: Some(d("2026-03-03")), ..laat_toe(FIRST) };
    zaak.weigert(ahead).veld("voorwaarde_op");
    for last in [None, Some(d("2026-08-16"))] {
        let short = LaatToe { voorwaarde_tot_en_met: last, ..laat_toe(FIRST) };
        zaak.weigert(short).veld("voorwaarde_tot_en_met").op_grond_van("art. 41 lid 4 WEC");
    }
    let admitted = na_onderzoek();
    admitted.dan_is_vastgelegd(&["voorwaarde_vastgesteld", "toegelaten", "ingeschreven"]);
    let seen = admitted.aanmelding().voorwaarde.as_ref().expect("the inquiry");
    assert_eq!((seen.voorwaarde, seen.op), (Toelatingsvoorwaarde::Onderzoek, d("2026-03-02")));
}

#[test]
fn a_child_that_does_not_qualify_is_refused_with_what_the_commission_judged() {
    let mut zaak = bij_instelling();
    let refusal = weiger(uitzondering("instelling_cluster_1_2"));
    zaak.doe(refusal).dan_is_vastgelegd(&["geweigerd"]);
}

#[test]
fn the_first_year_of_secondary_education_rests_on_the_definitive_advice() {
    let mut zaak = naar_vo(Onderwijskeuze::Vo);
    let without = LaatToe { voorwaarde_op: None, ..laat_toe(FIRST) };
    zaak.weigert(without.clone()).veld("voorwaarde_op").op_grond_van("art. 8.6 lid 2 WVO 2020");
    zaak.doe(laat_toe(FIRST));
    assert_eq!(zaak.aanmelding().voorwaarde.as_ref().and_then(|seen| seen.tot_en_met), None);
    // Praktijkonderwijs asks none, and of a child that is enrolled nowhere nobody knows the year.
    let pro = naar_vo(Onderwijskeuze::Pro);
    let asked = dossier::aanmelding::voorwaarde::gevraagd(&pro.dossier, pro.aanmelding(), &pro.ctx());
    assert_eq!(asked, None);
    let mut nowhere = kind("2013-03-12");
    nowhere.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo)).doe(without);
    assert!(nowhere.aanmelding().voorwaarde.is_none());
}

#[test]
fn without_a_definitive_advice_the_school_decides_on_the_test_or_on_its_own_inquiry() {
    let zaak = naar_vo(Onderwijskeuze::Vo);
    let on = |voorwaarde_soort, op: &str| LaatToe {
        voorwaarde_soort,
        voorwaarde_op: Some(d(op)),
        voorwaarde_ja: None,
        voorwaarde_tot_en_met: None,
        ..laat_toe(FIRST)
    };
    // Nobody chose by leaving it as it stood, and the inquiry of a commission is of an institute.
    for none in [None, Some(Toelatingsvoorwaarde::Onderzoek)] {
        zaak.weigert(on(none, "2026-03-02")).veld("voorwaarde_soort").op_grond_van("art. 8.6 lid 2 WVO 2020");
    }
    let decree = "art. 8.3 lid 1 Uitvoeringsbesluit WVO 2020";
    for (how, artikel) in [
        (Toelatingsvoorwaarde::Doorstroomtoets, decree),
        (Toelatingsvoorwaarde::Geschiktheid, decree),
        (Toelatingsvoorwaarde::Afwijking, "art. 8.6 lid 4 WVO 2020"),
    ] {
        // Of January too, when there is no more than a provisional advice, and of no year before.
        let mut admitted = zaak.clone();
        admitted.doe(on(Some(how), "2026-01-20"));
        let seen = admitted.aanmelding().voorwaarde.as_ref().expect("on what it rests");
        assert_eq!((seen.voorwaarde, seen.op, seen.tot_en_met), (how, d("2026-01-20"), None));
        zaak.weigert(on(Some(how), "2025-07-31")).veld("voorwaarde_op").op_grond_van(artikel);
        let silent = LaatToe { voorwaarde: " ".into(), ..on(Some(how), "2026-01-20") };
        zaak.weigert(silent).veld("voorwaarde");
    }
}

#[test]
fn the_week_of_registering_is_of_the_first_year_alone() {
    let zaak = naar_vo(Onderwijskeuze::Vo);
    assert!(eerste_leerjaar(&zaak.dossier, zaak.aanmelding()));
    let week = week_van_aanmelden(zaak.aanmelding(), &zaak.ctx());
    assert_eq!(week, Some((d("2026-03-25"), d("2026-03-31"))));
    let mut primary = kind("2020-03-12");
    primary.doe(crate::gegeven::meld_aan());
    assert!(!eerste_leerjaar(&primary.dossier, primary.aanmelding()));
}
