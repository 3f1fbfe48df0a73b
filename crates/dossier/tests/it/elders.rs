//! Another school that is willing: it counts when it may take the child, the day of a removal counts and not that of the decision, and
//! somebody sees whether the child got there.

use base::Sector;
use dossier::aanmelding::afloop::{MeldFeitelijkeWeigering, TrekAanmeldingIn};
use dossier::aanmelding::feiten::{BereidGevonden, Weigeringsgrond};
use dossier::aanmelding::gekomen::MeldGekomen;
use dossier::aanmelding::oppakken::PakWeigeringOp;
use dossier::aanmelding::plek::StelPlekVast;
use dossier::beurt::Zet;
use dossier::leven::opdracht::MeldMeerderjarig;
use dossier::soort::{AndereSchoolsoort, Schoolsoort, TlvSoort, ZonderSchool};
use dossier::verwijdering::opdracht::{HoorOudersEnLeraar, Verwijder, VindBereideSchool};

use crate::derde_lezing::getoond;
use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, SWV_VO, WATERJUFFER, WINDVEER, Zaak, aanbod, aangemeld, behoefte_vastgesteld,
    bereid, d, directie, horen, ib, ingeschreven, kind, laat_toe, loket, meld_aan_bij, niet_gekomen, ouder,
    schrijf_in, voornemen, weiger,
};

fn naar(soort: AndereSchoolsoort) -> BereidGevonden {
    BereidGevonden { soort: Some(soort), ..bereid("De IJsvogel") }
}

fn geweigerd_naar(soort: AndereSchoolsoort) -> dossier::aanmelding::afloop::Weiger {
    weiger(Weigeringsgrond::AndereSchool(naar(soort)))
}

pub(crate) fn verwijder(per: &str) -> Verwijder {
    Verwijder {
        verwijdering: 1,
        per: d(per),
        motivering: "De veiligheid is niet te borgen.".into(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    }
}

/// Given a pupil of a school who was heard about a removal, a week after the intention of 2 March.
fn gehoord(geboren: &str, school: &str, soort: Schoolsoort, sector: Sector) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.op_school(schrijf_in(school, soort, "2020-08-01"));
    zaak.als(directie(school)).doe(voornemen(school, sector)).doe(horen("2026-03-02")).op("2026-03-09");
    zaak
}

#[test]
fn a_school_that_needs_a_declaration_is_no_way_out_without_one() {
    let mut zaak = behoefte_vastgesteld();
    for (soort, artikel) in
        [(AndereSchoolsoort::So, "art. 40 lid 10 WEC"), (AndereSchoolsoort::Sbo, "art. 40 lid 8 WPO")]
    {
        zaak.weigert(geweigerd_naar(soort)).veld("andere_soort").op_grond_van(artikel);
    }
    let offer = dossier::aanmelding::afloop::DoeAanbod {
        school: naar(AndereSchoolsoort::So),
        ..aanbod("2026-08-01")
    };
    zaak.weigert(offer.clone()).veld("andere_soort").op_grond_van("art. 40 lid 10 WEC");
    // Shown at the registration elsewhere: from 1 August, and the place of this refusal is asked from that day.
    zaak.feit(dossier::aanmelding::verklaring::VerklaringGetoond {
        aanmelding: 1,
        verklaring: getoond(TlvSoort::So).gevonden.expect("found"),
    });
    assert!(zaak.vraag(geweigerd_naar(AndereSchoolsoort::So)).is_ok());
    assert!(zaak.vraag(offer).is_ok());
    zaak.weigert(geweigerd_naar(AndereSchoolsoort::Sbo)).veld("andere_soort");
}

#[test]
fn a_child_of_seven_goes_to_no_institution_and_one_of_fourteen_to_no_special_primary_school() {
    let mut young = kind("2018-03-12");
    young.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2025-08-01")).als(directie(LIBEL));
    young.doe(voornemen(LIBEL, Sector::So)).doe(horen("2026-03-02"));
    let find = |soort| VindBereideSchool { verwijdering: 1, school: naar(soort) };
    young
        .weigert(find(AndereSchoolsoort::Mbo))
        .veld("andere_soort")
        .op_grond_van("art. 3b lid 1 Leerplichtwet 1969");
    let mut older = gehoord("2009-09-12", LIBEL, Schoolsoort::SoVso, Sector::So);
    let leave =
        BereidGevonden { voorwaarde_tot_en_met: Some(d("2026-07-31")), ..naar(AndereSchoolsoort::Mbo) };
    older.doe(VindBereideSchool { verwijdering: 1, school: leave });
    let fourteen = gehoord("2011-03-12", LIBEL, Schoolsoort::SoVso, Sector::So);
    fourteen.weigert(find(AndereSchoolsoort::So)).veld("andere_soort").op_grond_van("art. 39 lid 4 WEC");
}

/// An institute gives secondary education too, which a pupil leaves after the school year of the twentieth birthday (WEC 39(4)).
#[test]
fn an_institute_is_no_other_school_for_who_is_too_old_for_any_school_of_its_act() {
    let find = || VindBereideSchool { verwijdering: 1, school: naar(AndereSchoolsoort::InstellingC12) };
    let intended = |geboren: &str| {
        let mut zaak = kind(geboren);
        zaak.op_school(schrijf_in(LIBEL, Schoolsoort::Vso, "2020-08-01")).als(directie(LIBEL));
        zaak.doe(voornemen(LIBEL, Sector::So));
        zaak
    };
    intended("2005-03-12").weigert(find()).veld("andere_soort").op_grond_van("art. 39 lid 4 WEC");
    assert!(intended("2006-03-12").vraag(find()).is_ok(), "twenty in this school year");
}

#[test]
fn a_removal_is_tested_on_the_day_of_the_decision_and_on_that_on_which_the_pupil_leaves() {
    // Seventeen today, eighteen on 12 April: decided without another school from that day on, and not before.
    let mut zaak = gehoord("2008-04-12", WINDVEER, Schoolsoort::Vo, Sector::Vo);
    for per in ["2026-04-11", "2026-04-12", "2026-05-01"] {
        zaak.weigert(verwijder(per)).met("inspectie_niet_geraadpleegd");
    }
    assert!(zaak.op("2026-04-12").vraag(verwijder("2026-04-13")).is_ok());
    // Four today: the Leerplichtwet holds from 1 May.
    let mut zaak = gehoord("2021-04-12", LIBEL, Schoolsoort::So, Sector::So);
    zaak.weigert(verwijder("2026-05-01")).met("geen_school").op_grond_van("art. 40 lid 18 WEC");
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    assert!(zaak.vraag(verwijder("2026-04-30")).is_ok());
    zaak.op("2026-04-30");
    assert_eq!(zaak.aan_zet(), [("andere_school_zoeken", "directie")]);
    // A year ahead, and no more.
    zaak.doe(VindBereideSchool { verwijdering: 1, school: bereid("De IJsvogel") });
    zaak.weigert(verwijder("2027-05-01")).veld("per");
    assert!(zaak.vraag(verwijder("2027-04-30")).is_ok());
}

#[test]
fn nobody_is_removed_for_insufficient_progress_in_the_course_of_a_school_year() {
    let mut zaak = gehoord("2008-04-12", WINDVEER, Schoolsoort::Vo, Sector::Vo);
    zaak.op("2026-04-13");
    let because = |vorderingen, per| Verwijder { vorderingen, ..verwijder(per) };
    zaak.weigert(because(None, "2026-05-01")).veld("vorderingen");
    for during in ["2026-05-01", "2026-07-31", "2026-08-02"] {
        zaak.weigert(because(Some(true), during))
            .veld("per")
            .op_grond_van("art. 8.12 lid 2 Uitvoeringsbesluit WVO 2020");
        assert!(zaak.vraag(because(Some(false), during)).is_ok(), "{during}");
    }
    let kept = |zaak: &Zaak| {
        let besluit = zaak.dossier.verwijderingen[0].besluit.as_ref();
        besluit.and_then(|besluit| besluit.vorderingen)
    };
    let mut after = zaak.clone();
    after.doe(because(Some(true), "2026-08-01"));
    assert_eq!(kept(&after), Some(true));
    // Elsewhere no article asks it.
    let mut special = gehoord("2021-04-12", LIBEL, Schoolsoort::So, Sector::So);
    special.doe(because(Some(true), "2026-04-30"));
    assert_eq!(kept(&special), None);
}

#[test]
fn a_declaration_that_ends_before_the_day_of_the_removal_opens_no_other_school() {
    let mut zaak = ingeschreven();
    zaak.als(ouder()).doe(crate::gegeven::meld_aan_bij(LIBEL, Schoolsoort::So)).als(ib(LIBEL));
    zaak.feit(dossier::aanmelding::verklaring::VerklaringGetoond {
        aanmelding: 1,
        verklaring: getoond(TlvSoort::So).gevonden.expect("found"),
    });
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po)).doe(horen("2026-03-02"));
    zaak.doe(VindBereideSchool { verwijdering: 1, school: naar(AndereSchoolsoort::So) }).op("2026-03-09");
    zaak.weigert(verwijder("2026-07-31")).veld("per").op_grond_van("art. 40 lid 10 WEC");
    zaak.doe(verwijder("2026-08-01"));
}

#[test]
fn what_the_file_does_not_know_lets_a_pupil_go_where_the_law_has_it_so() {
    let because = |waarom, blijkt: &str, per| Verwijder {
        zonder_school: Some(waarom),
        zonder_school_blijkt: blijkt.into(),
        ..verwijder(per)
    };
    // Seventeen in August: sixteen was reached in the school year before, so the kwalificatieplicht holds.
    let zaak = gehoord("2009-08-12", WINDVEER, Schoolsoort::Vo, Sector::Vo);
    let havo = |blijkt, per| because(ZonderSchool::Startkwalificatie, blijkt, per);
    zaak.weigert(havo("diploma havo", "2026-07-31"))
        .veld("zonder_school")
        .op_grond_van("art. 4b Leerplichtwet 1969");
    zaak.weigert(havo(" ", "2026-08-01")).veld("zonder_school_blijkt");
    assert!(zaak.vraag(havo("diploma havo", "2026-08-01")).is_ok(), "the Inspectie is not consulted either");
    let left = |per| because(ZonderSchool::InstellingVerlaten, "ontslagbrief", per);
    zaak.weigert(left("2026-08-01")).veld("zonder_school");
    let resident = gehoord("2014-03-12", LIBEL, Schoolsoort::So, Sector::So);
    assert!(resident.vraag(left("2026-04-01")).is_ok());
    let primary = {
        let mut zaak = ingeschreven();
        zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po)).doe(horen("2026-03-02"));
        zaak.op("2026-03-09");
        zaak
    };
    primary.weigert(left("2026-04-01")).veld("zonder_school");
}

#[test]
fn a_pupil_of_age_in_special_education_is_heard_and_not_the_parents() {
    let mut zaak = kind("2008-01-12");
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::Vso, "2020-08-01")).als(directie(LIBEL));
    zaak.doe(voornemen(LIBEL, Sector::So));
    let alone = HoorOudersEnLeraar { ouders: String::new(), ..horen("2026-03-02") };
    zaak.weigert(HoorOudersEnLeraar { leerling: String::new(), ..alone.clone() }).veld("leerling");
    assert!(zaak.vraag(alone.clone()).is_ok());
    // Somebody else decides for a pupil who cannot.
    zaak.als(ib(LIBEL)).doe(MeldMeerderjarig { handelingsbekwaam: false }).als(directie(LIBEL));
    zaak.weigert(alone).veld("ouders");
}

#[test]
fn a_school_that_refused_because_of_another_school_sees_whether_the_child_got_there() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(geweigerd_naar(AndereSchoolsoort::Basisschool));
    assert_eq!(zaak.aan_zet(), [("plek_nagaan", "ib")]);
    let there = StelPlekVast { aanmelding: 1, van: d("2026-08-17"), hoe: "De IJsvogel belde.".into() };
    zaak.op("2026-08-17").doe(there);
    assert_eq!(zaak.aan_zet(), []);
    // An exception of the law asks no other school: the school sees whether the child has one.
    let mut full = behoefte_vastgesteld();
    full.doe(weiger(crate::gegeven::uitzondering("geen_plaatsruimte_po")));
    assert_eq!(full.aan_zet(), [("school_na_aanmelding", "ib")]);
}

#[test]
fn a_registration_that_ended_without_a_place_leaves_somebody_who_sees_whether_the_child_has_a_school() {
    let withdraw = || TrekAanmeldingIn { aanmelding: 1, van: None, reden: "Wij geven het op.".into() };
    let seen = |day: &str| StelPlekVast {
        aanmelding: 1,
        van: d(day),
        hoe: "De leerplichtambtenaar weet ervan.".into(),
    };
    let mut zaak = aangemeld();
    zaak.weigert(seen("2026-03-02")).met("geen_plek_elders");
    zaak.als(ouder()).doe(withdraw()).als(ib(WATERJUFFER));
    assert_eq!(zaak.aan_zet(), [("school_na_aanmelding", "ib")]);
    // Until some days after the child was wished to come there, and no longer than the school may read it.
    let turn = zaak.dossier.beurten().remove(0);
    assert_eq!(turn.uiterlijk, Some(d("2026-08-15")));
    assert!(turn.tot.is_some_and(|tot| tot > d("2026-08-15")));
    let mut told = zaak.clone();
    told.doe(seen("2026-03-02"));
    assert_eq!(told.aan_zet(), []);
    // Not where it is a pupil somewhere, nor where another registration goes on.
    let mut pupil = ingeschreven();
    pupil
        .als(ib(IJSVOGEL))
        .doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool))
        .als(ouder())
        .doe(withdraw());
    assert_eq!(pupil.aan_zet(), []);
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert!(!zaak.aan_zet().contains(&("school_na_aanmelding", "ib")));
}

#[test]
fn a_child_that_did_not_come_is_somebodys_turn_until_it_is_there() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-03-09"));
    zaak.weigert(niet_gekomen("2026-03-09", "2026-03-16")).met("eerste_dag_komt_nog");
    let came = |op: &str| MeldGekomen { aanmelding: 1, op: d(op) };
    zaak.weigert(came("2026-03-02")).met("eerste_dag_komt_nog");
    zaak.op("2026-03-09");
    assert_eq!(zaak.aan_zet(), [("eerste_dag", "ib")]);
    // It simply came: the turn is over, and it cannot be missed twice.
    let mut there = zaak.clone();
    there.doe(came("2026-03-09")).weigert(came("2026-03-09")).met("al_gekomen");
    assert_eq!(there.aan_zet(), []);
    zaak.weigert(niet_gekomen("2026-03-09", "2026-04-16")).veld("tot_en_met");
    zaak.doe(niet_gekomen("2026-03-09", "2026-03-16")).op("2026-03-10");
    assert_eq!(zaak.aan_zet(), [("niet_gekomen_nagaan", "ib")]);
    zaak.op("2026-03-16").doe(niet_gekomen("2026-03-09", "2026-03-23"));
    assert_eq!(zaak.aan_zet(), [("niet_gekomen_nagaan", "ib")]);
    zaak.weigert(came("2026-03-08")).veld("op");
    zaak.doe(came("2026-03-12"));
    assert_eq!(zaak.aan_zet(), []);
}

#[test]
fn a_refusal_in_fact_is_taken_up_by_a_day_and_whoever_reported_it_reads_how() {
    let mut zaak = aangemeld();
    let take_up =
        || PakWeigeringOp { aanmelding: 1, wat: "De school beslist deze maand.".into(), terug_op: None };
    let reported =
        |op: &str| MeldFeitelijkeWeigering { aanmelding: 1, op: d(op), wat: "Er is geen plek.".into() };
    zaak.als(loket(SWV_PO)).weigert(take_up()).met("niets_gemeld");
    zaak.als(ouder()).doe(reported("2026-03-02"));
    let turn = |zaak: &Zaak| {
        let all = zaak.dossier.beurten();
        all.into_iter().find(|beurt| beurt.zet == Zet::WeigeringOppakken).and_then(|beurt| beurt.uiterlijk)
    };
    assert_eq!(turn(&zaak), Some(d("2026-03-09")));
    zaak.als(loket(SWV_VO)).weigert(take_up()).met("ander_verband");
    zaak.als(loket(SWV_PO)).doe(take_up());
    assert_eq!(turn(&zaak), None);
    let lines = zaak.tijdlijn_van(ouder());
    assert!(lines.iter().any(|line| line.contains("De school beslist deze maand.")), "{lines:?}");
    // On the day that it named it looks again; also when the registration was withdrawn, and not once the child is admitted.
    let later = PakWeigeringOp { terug_op: Some(d("2026-03-10")), ..take_up() };
    let mut again = zaak.clone();
    again.weigert(PakWeigeringOp { terug_op: Some(d("2026-03-02")), ..take_up() }).veld("terug_op");
    again.doe(later.clone());
    assert_eq!(turn(&again), Some(d("2026-03-10")));
    again.als(ouder()).doe(TrekAanmeldingIn { aanmelding: 1, van: None, reden: "Wij geven het op.".into() });
    let watched = again.dossier.beurten();
    assert!(watched.iter().any(|beurt| beurt.zet == Zet::WeigeringNaAfloop), "{watched:?}");
    again.als(loket(SWV_PO)).op("2026-12-01").doe(take_up());
    assert_eq!(again.aan_zet(), []);
    let mut admitted = zaak.clone();
    admitted.doe(later).als(ib(WATERJUFFER)).doe(laat_toe("2026-08-01"));
    assert_eq!(turn(&admitted), None);
    admitted.als(loket(SWV_PO)).weigert(take_up()).met("aanmelding_afgerond");
    // Again, and it is taken up again.
    zaak.op("2026-03-12").als(ouder()).doe(reported("2026-03-12"));
    assert_eq!(turn(&zaak), Some(d("2026-03-19")));
}

#[test]
fn an_institute_is_another_school_after_the_inquiry_of_its_commission() {
    let mut zaak = behoefte_vastgesteld();
    let c12 = naar(AndereSchoolsoort::InstellingC12);
    let refuse = |school| weiger(Weigeringsgrond::AndereSchool(school));
    let unexamined = BereidGevonden { voorwaarde_op: None, ..c12.clone() };
    zaak.weigert(refuse(unexamined)).veld("voorwaarde_op").op_grond_van("art. 41 lid 4 WEC");
    zaak.weigert(refuse(BereidGevonden { voorwaarde: " ".into(), ..c12.clone() })).veld("voorwaarde");
    let tomorrow = BereidGevonden { voorwaarde_op: Some(d("2026-03-03")), ..c12.clone() };
    zaak.weigert(refuse(tomorrow)).veld("voorwaarde_op");
    // Only a yes counts, for a period that has begun with it and is not over on the first day there; never of before the birth.
    zaak.weigert(refuse(BereidGevonden { voorwaarde_ja: None, ..c12.clone() })).veld("voorwaarde_ja");
    let no = BereidGevonden { voorwaarde_ja: Some(false), ..c12.clone() };
    zaak.weigert(refuse(no)).veld("voorwaarde_ja").op_grond_van("art. 41 lid 4 WEC");
    let unborn = BereidGevonden { voorwaarde_op: Some(d("1990-01-01")), ..c12.clone() };
    zaak.weigert(refuse(unborn)).veld("voorwaarde_op");
    let until = |last| BereidGevonden { voorwaarde_tot_en_met: last, ..c12.clone() };
    zaak.weigert(refuse(until(None))).veld("voorwaarde_tot_en_met");
    zaak.weigert(refuse(until(Some(d("2026-03-01"))))).veld("voorwaarde_tot_en_met");
    let aangeboden = crate::gegeven::aanbod("2026-08-01");
    let short = dossier::aanmelding::afloop::DoeAanbod { school: until(Some(d("2026-07-31"))), ..aangeboden };
    zaak.weigert(short).veld("voorwaarde_tot_en_met");
    assert!(zaak.vraag(refuse(c12.clone())).is_ok());
    // Of a school of which the law asks nothing of the kind it is not kept.
    zaak.doe(refuse(BereidGevonden { soort: Some(AndereSchoolsoort::Basisschool), ..c12 }));
    let dossier::Gebeurtenis::Geweigerd(event) = &zaak.nieuw[0] else { panic!("refused") };
    let Weigeringsgrond::AndereSchool(school) = &event.grond else { panic!("another school") };
    assert_eq!((school.voorwaarde_op, school.voorwaarde.as_str()), (None, ""));
}

#[test]
fn another_location_of_the_same_school_is_no_other_school() {
    let zaak = behoefte_vastgesteld();
    let at = |code: &str| BereidGevonden {
        vestiging: Some(crate::gegeven::vestiging(code)),
        ..naar(AndereSchoolsoort::InstellingC12)
    };
    let refuse = |school| weiger(Weigeringsgrond::AndereSchool(school));
    zaak.weigert(refuse(at("99AA01"))).veld("schoolnaam");
    assert!(zaak.vraag(refuse(at("99AB00"))).is_ok());
}

#[test]
fn in_the_last_year_of_school_mbo_asks_the_leave_of_the_municipality() {
    // Sixteen in February 2027: at school up to and including 31 July 2027, and the last year begins on 1 August 2026.
    let mut zaak = gehoord("2011-02-10", LIBEL, Schoolsoort::Vso, Sector::So);
    let mbo = |voorwaarde_op| BereidGevonden {
        voorwaarde_op,
        voorwaarde_tot_en_met: Some(d("2027-07-31")),
        ..naar(AndereSchoolsoort::Mbo)
    };
    let find = |op| VindBereideSchool { verwijdering: 1, school: mbo(op) };
    zaak.weigert(find(None)).veld("andere_soort").op_grond_van("art. 3b lid 1 Leerplichtwet 1969");
    zaak.op("2026-08-03");
    zaak.weigert(find(Some(d("2025-07-31")))).veld("voorwaarde_op");
    // Leave is of that year, and not of the next.
    let longer =
        BereidGevonden { voorwaarde_tot_en_met: Some(d("2028-07-31")), ..mbo(Some(d("2026-08-03"))) };
    zaak.weigert(VindBereideSchool { verwijdering: 1, school: longer })
        .veld("voorwaarde_tot_en_met")
        .op_grond_van("art. 3b lid 1 Leerplichtwet 1969");
    zaak.doe(find(None));
    zaak.weigert(verwijder("2026-09-01")).veld("per").op_grond_van("art. 3b lid 1 Leerplichtwet 1969");
    assert!(zaak.vraag(verwijder("2027-08-01")).is_ok(), "after the last year nobody is asked");
    zaak.doe(find(Some(d("2026-08-03")))).doe(verwijder("2026-09-01"));
}
