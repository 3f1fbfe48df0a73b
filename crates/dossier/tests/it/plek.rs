//! Who may have which place: praktijkonderwijs and its declaration, the part of a school for so and vso, the ages of entry, and a
//! registration that says what its terms follow from.

use base::Date;
use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::leeftijd;
use dossier::aanmelding::opdracht::{MeldAan, PlaatsTijdelijk};
use dossier::algemeen::correctie::CorrigeerOntvangst;
use dossier::soort::{Leeftijdsgrond, Onderwijskeuze, Schoolsoort, TlvSoort};

use crate::derde_lezing::getoond;
use crate::gegeven::{
    LIBEL, WATERJUFFER, WINDVEER, Zaak, aangemeld, behoefte, d, ib, ingeschreven, kind, laat_toe, meld_aan,
    meld_aan_bij, schrijf_in, uitzondering, weiger,
};

fn voor(onderwijs: Onderwijskeuze, school: &str, soort: Schoolsoort) -> MeldAan {
    MeldAan { onderwijs: Some(onderwijs), ..meld_aan_bij(school, soort) }
}

/// Given a child of so old, registered at a school that gives several kinds of education.
fn aangemeld_voor(geboren: &str, onderwijs: Onderwijskeuze, soort: Schoolsoort) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.als(ib(WINDVEER)).doe(voor(onderwijs, WINDVEER, soort));
    zaak
}

pub(crate) fn met_leeftijd(per: &str) -> LaatToe {
    LaatToe { leeftijd: "De inspecteur stond het toe op 2 maart 2026.".into(), ..laat_toe(per) }
}

/// Admits, with a word in every field; whether the child lives in an institution is chosen.
pub(crate) fn toelating(nr: u32, per: Date, ja: bool, woorden: [String; 3]) -> LaatToe {
    let [groep, in_een_instelling, leeftijd] = woorden;
    let residentieel = if ja { in_een_instelling } else { String::new() };
    LaatToe { aanmelding: nr, per, groep, residentieel, leeftijd, ..laat_toe("2026-08-01") }
}

/// Puts a registration right.
pub(crate) fn verbetering(nr: u32, op: Date, asielzoeker: bool, waarom: String) -> CorrigeerOntvangst {
    CorrigeerOntvangst {
        aanmelding: nr,
        ontvangen_op: op,
        minderjarige_asielzoeker: Some(asielzoeker),
        onderwijs: None,
        gewenst_per: None,
        nu_naar_school: None,
        andere_scholen: meld_aan().andere_scholen,
        recht_vervalt: true,
        waarom,
    }
}

fn tijdelijk(per: &str) -> PlaatsTijdelijk {
    let zonder_verklaring = "Sam zit anders thuis.".into();
    let ertussen = "Sam was ziek.".into();
    PlaatsTijdelijk { aanmelding: 1, per: d(per), groep: String::new(), zonder_verklaring, ertussen }
}

#[test]
fn praktijkonderwijs_asks_a_declaration_for_it_before_admission_and_before_a_temporary_place() {
    let mut zaak = aangemeld_voor("2013-03-12", Onderwijskeuze::Pro, Schoolsoort::Vo);
    zaak.weigert(laat_toe("2026-08-01")).met("verklaring_nodig").op_grond_van("art. 2.30 lid 7 WVO 2020");
    zaak.weigert(getoond(TlvSoort::Lwoo)).veld("nummer");
    zaak.weigert(getoond(TlvSoort::Vso)).veld("nummer");
    let mut late = aangemeld_voor("2013-03-12", Onderwijskeuze::Pro, Schoolsoort::Vo);
    late.op("2026-05-12").weigert(tijdelijk("2026-05-12")).met("verklaring_nodig");
    zaak.doe(getoond(TlvSoort::Pro)).doe(laat_toe("2026-08-01"));
    let mut ordinary = aangemeld_voor("2013-03-12", Onderwijskeuze::Vo, Schoolsoort::Vo);
    ordinary.weigert(getoond(TlvSoort::Pro)).veld("nummer");
    ordinary.doe(laat_toe("2026-08-01"));
    // Nothing chosen is all but praktijkonderwijs.
    let mut unsaid = kind("2013-03-12");
    unsaid.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo));
    assert_eq!(unsaid.aanmelding().onderwijs, Some(Onderwijskeuze::Vo));
}

#[test]
fn a_pupil_of_praktijkonderwijs_has_an_ontwikkelingsperspectief_whatever_the_need() {
    for (onderwijs, asked) in [(Onderwijskeuze::Pro, true), (Onderwijskeuze::Vo, false)] {
        let mut zaak = aangemeld_voor("2013-03-12", onderwijs, Schoolsoort::Vo);
        if onderwijs == Onderwijskeuze::Pro {
            zaak.doe(getoond(TlvSoort::Pro));
        }
        zaak.doe(behoefte(false)).doe(laat_toe("2026-08-01"));
        let last = zaak.dossier.feiten.iter().rev().find_map(|feit| match &feit.inhoud {
            dossier::staat::Inhoud::Leesbaar(dossier::Gebeurtenis::Toegelaten(event)) => Some(event.clone()),
            _ => None,
        });
        let day = last.expect("an admission").opp_uiterlijk.as_ref().and_then(|termijn| termijn.uitkomst);
        assert_eq!(day.is_some(), asked, "{onderwijs:?}");
    }
}

#[test]
fn at_a_school_for_so_and_vso_a_registration_says_for_which_and_that_declaration_is_asked() {
    let unsaid = MeldAan { onderwijs: None, ..meld_aan_bij(WINDVEER, Schoolsoort::SoVso) };
    let mut zaak = kind("2012-06-12");
    zaak.als(ib(WINDVEER)).weigert(unsaid).veld("onderwijs");
    zaak.weigert(voor(Onderwijskeuze::Pro, WINDVEER, Schoolsoort::SoVso)).veld("onderwijs");
    for (onderwijs, lid, other, own) in [
        (Onderwijskeuze::So, "art. 40 lid 10 WEC", TlvSoort::Vso, TlvSoort::So),
        (Onderwijskeuze::Vso, "art. 40 lid 12 WEC", TlvSoort::So, TlvSoort::Vso),
    ] {
        let mut zaak = aangemeld_voor("2014-03-12", onderwijs, Schoolsoort::SoVso);
        zaak.weigert(laat_toe("2026-08-01")).met("verklaring_nodig").op_grond_van(lid);
        zaak.weigert(getoond(other)).veld("nummer");
        zaak.doe(getoond(own)).doe(laat_toe("2026-08-01"));
    }
    let mut vso = aangemeld_voor("2014-03-12", Onderwijskeuze::Vso, Schoolsoort::SoVso);
    // For vso the place waits for the conditions of admission, and the school cannot choose otherwise.
    vso.op("2026-05-12").weigert(tijdelijk("2026-05-12")).met("verklaring_nodig");
    let mut so = aangemeld_voor("2014-03-12", Onderwijskeuze::So, Schoolsoort::SoVso);
    so.op("2026-05-12").doe(tijdelijk("2026-05-12"));
}

#[test]
fn a_child_below_the_age_of_special_education_is_admitted_when_the_inspector_allows_it_and_not_at_a_basisschool()
 {
    let mut zaak = kind("2022-12-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So)).doe(getoond(TlvSoort::So));
    zaak.weigert(laat_toe("2026-08-01")).veld("leeftijd").op_grond_van("art. 39 lid 1 WEC");
    zaak.doe(met_leeftijd("2026-08-01"));
    zaak.dan_is_vastgelegd(&["leeftijd_verantwoord", "toegelaten", "ingeschreven"]);
    let leeftijd = zaak.aanmelding().leeftijd.clone().expect("on what it rests");
    assert_eq!((leeftijd.grond, leeftijd.per), (Leeftijdsgrond::Eerder, d("2026-08-01")));
    let mut mainstream = kind("2022-12-12");
    mainstream.doe(meld_aan());
    mainstream.weigert(met_leeftijd("2026-08-01")).veld("per").op_grond_van("art. 39 lid 1 WPO");
    // Within the usual age what was typed says nothing, and is not kept.
    let mut usual = aangemeld();
    usual.doe(met_leeftijd("2026-08-01")).dan_is_vastgelegd(&["toegelaten", "ingeschreven"]);
}

#[test]
fn a_child_of_five_at_a_college_is_asked_about() {
    let mut zaak = aangemeld_voor("2020-10-12", Onderwijskeuze::Vo, Schoolsoort::Vo);
    zaak.weigert(laat_toe("2026-08-01")).veld("leeftijd").op_grond_van("art. 8.5 lid 1 WVO 2020");
    zaak.doe(met_leeftijd("2026-08-01"));
    assert_eq!(zaak.aanmelding().leeftijd.as_ref().unwrap().grond, Leeftijdsgrond::Voorbereid);
    let mut vso = kind("2020-10-12");
    vso.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::Vso)).doe(getoond(TlvSoort::Vso));
    vso.weigert(laat_toe("2026-08-01")).veld("leeftijd").op_grond_van("art. 39 lid 3 WEC");
    let mut late = aangemeld_voor("2020-10-12", Onderwijskeuze::Vo, Schoolsoort::Vo);
    late.op("2026-05-12").weigert(tijdelijk("2026-05-12")).veld("per");
}

/// No place can come here any more, by this article.
fn geen_plek(zaak: &Zaak, artikel: Option<&str>) {
    let why = leeftijd::geen_plek_meer(&zaak.dossier, zaak.aanmelding(), &zaak.ctx()).expect("the law");
    let place = why.and_then(|why| why.vindplaats).map(|plaats| plaats.to_string());
    assert_eq!(place.as_deref(), artikel);
}

#[test]
fn a_registration_of_who_is_too_old_is_taken_and_decided_on() {
    let mut zaak = kind("2008-10-12");
    zaak.doe(meld_aan());
    geen_plek(&zaak, Some("art. 39 lid 4 WPO"));
    zaak.weigert(laat_toe("2026-08-01")).veld("per").op_grond_van("art. 39 lid 4 WPO");
    // With extra support another school comes first; without, that nobody of this age has a place here is the ground.
    let ground = || uitzondering("te_oud_po");
    zaak.weigert(weiger(ground())).met("weigeren_onrechtmatig");
    let mut needs = zaak.clone();
    needs.doe(behoefte(true)).weigert(weiger(ground())).met("weigeren_onrechtmatig");
    zaak.doe(behoefte(false)).doe(weiger(ground())).dan_is_vastgelegd(&["geweigerd"]);
    let mut so = kind("2008-10-12");
    so.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So));
    geen_plek(&so, Some("art. 39 lid 4 WEC"));
    let mut vso = kind("2008-10-12");
    vso.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::Vso));
    geen_plek(&vso, None);
    let mut young = kind("2020-03-12");
    young.doe(meld_aan()).doe(behoefte(false)).weigert(weiger(ground())).met("weigeren_onrechtmatig");
}

#[test]
fn a_pupil_of_a_basisschool_leaves_at_the_end_of_the_year_of_fourteen() {
    // Fourteen in the school year: until its end.
    let mut last = kind("2012-10-12");
    last.doe(meld_aan());
    last.doe(laat_toe("2026-08-01"));
    let mut over = kind("2012-07-31");
    over.doe(MeldAan { gewenst_per: Some(d("2026-07-31")), ..meld_aan() });
    over.weigert(laat_toe("2026-08-01")).veld("per").op_grond_van("art. 39 lid 4 WPO");
    over.doe(laat_toe("2026-07-31"));
}

#[test]
fn who_is_past_the_last_age_of_vso_or_pro_stays_with_leave_of_the_inspectorate() {
    let mut vso = kind("2006-03-12");
    vso.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::Vso)).doe(getoond(TlvSoort::Vso));
    vso.weigert(laat_toe("2026-08-01")).veld("leeftijd").op_grond_van("art. 39 lid 4 WEC");
    vso.doe(met_leeftijd("2026-08-01"));
    assert_eq!(vso.aanmelding().leeftijd.as_ref().unwrap().grond, Leeftijdsgrond::Langer);
    for (geboren, allowed) in [("2008-03-12", true), ("2007-03-12", true), ("2006-03-12", false)] {
        let mut zaak = kind(geboren);
        let asked = voor(Onderwijskeuze::Pro, WINDVEER, Schoolsoort::Vo);
        zaak.als(ib(WINDVEER));
        if !allowed {
            zaak.doe(asked)
                .doe(getoond(TlvSoort::Pro))
                .weigert(laat_toe("2026-08-01"))
                .veld("per")
                .op_grond_van("art. 8.7 lid 1 WVO 2020");
            geen_plek(&zaak, Some("art. 8.7 lid 1 WVO 2020"));
            zaak.doe(weiger(uitzondering("voldoet_niet_aan_toelatingseisen")));
            continue;
        }
        zaak.doe(asked).doe(getoond(TlvSoort::Pro));
        zaak.weigert(laat_toe("2026-08-01")).veld("leeftijd").op_grond_van("art. 8.7 lid 1 WVO 2020");
        zaak.doe(met_leeftijd("2026-08-01"));
    }
}

#[test]
fn a_pupil_of_this_school_is_not_registered_anew_but_for_another_kind_of_its_education() {
    let zaak = ingeschreven();
    zaak.weigert(meld_aan()).met("al_leerling");
    let mut vo = kind("2013-03-12");
    vo.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(ib(WINDVEER));
    vo.weigert(voor(Onderwijskeuze::Vo, WINDVEER, Schoolsoort::Vo)).met("al_leerling");
    vo.doe(voor(Onderwijskeuze::Pro, WINDVEER, Schoolsoort::Vo));
}

#[test]
fn a_pupil_of_praktijkonderwijs_is_registered_for_vmbo_at_the_same_school() {
    let mut pro = aangemeld_voor("2013-03-12", Onderwijskeuze::Pro, Schoolsoort::Vo);
    pro.doe(getoond(TlvSoort::Pro)).doe(laat_toe("2026-08-01")).op("2026-09-01");
    let again = |keuze| MeldAan {
        ontvangen_op: d("2026-09-01"),
        gewenst_per: None,
        ..voor(keuze, WINDVEER, Schoolsoort::Vo)
    };
    pro.weigert(again(Onderwijskeuze::Pro)).met("al_leerling");
    pro.doe(again(Onderwijskeuze::Vo));
}

fn verbeterd(op: &str, asielzoeker: bool) -> CorrigeerOntvangst {
    verbetering(1, d(op), asielzoeker, "Verkeerd aangevinkt.".into())
}

#[test]
fn that_a_child_seeks_asylum_is_corrected_as_the_day_of_receipt_is() {
    let mut zaak = kind("2018-03-12");
    zaak.op("2026-09-07");
    let plain = MeldAan { ontvangen_op: d("2026-09-07"), gewenst_per: None, ..meld_aan() };
    zaak.doe(plain);
    let right = |zaak: &Zaak| zaak.aanmelding().tijdelijk_recht.uitkomst;
    assert_eq!((right(&zaak).vanaf, right(&zaak).toelating), (Some(d("2026-11-17")), false));
    zaak.weigert(verbeterd("2026-09-07", false)).veld("ontvangen_op");
    zaak.doe(verbeterd("2026-09-07", true));
    assert!(zaak.aanmelding().minderjarige_asielzoeker);
    assert_eq!((right(&zaak).vanaf, right(&zaak).toelating), (Some(d("2026-10-20")), true));
    assert!(!zaak.aanmelding().termijn.uitkomst.verlenging_mogelijk);
    zaak.doe(verbeterd("2026-09-07", false));
    assert_eq!((right(&zaak).vanaf, right(&zaak).toelating), (Some(d("2026-11-17")), false));
    assert!(zaak.aanmelding().termijn.uitkomst.verlenging_mogelijk);
}

#[test]
fn a_term_that_was_extended_is_not_made_that_of_an_asylum_seeker() {
    let mut zaak = kind("2018-03-12");
    zaak.op("2026-09-07").doe(MeldAan { ontvangen_op: d("2026-09-07"), gewenst_per: None, ..meld_aan() });
    let longer = dossier::aanmelding::opdracht::VerlengBeslistermijn {
        aanmelding: 1,
        weken: 2,
        reden: "Wij wachten op de vorige school.".into(),
    };
    zaak.doe(longer);
    zaak.weigert(verbeterd("2026-09-07", true)).veld("minderjarige_asielzoeker");
}

#[test]
fn which_education_is_asked_is_corrected_too() {
    let mut zaak = aangemeld_voor("2014-03-12", Onderwijskeuze::So, Schoolsoort::SoVso);
    let other = CorrigeerOntvangst {
        minderjarige_asielzoeker: None,
        onderwijs: Some(Onderwijskeuze::Vso),
        ..verbeterd("2026-03-02", false)
    };
    zaak.weigert(CorrigeerOntvangst { onderwijs: Some(Onderwijskeuze::Pro), ..other.clone() })
        .veld("onderwijs");
    zaak.doe(other);
    assert_eq!(zaak.aanmelding().onderwijs, Some(Onderwijskeuze::Vso));
    zaak.weigert(laat_toe("2026-08-01")).met("verklaring_nodig").op_grond_van("art. 40 lid 12 WEC");
}

#[test]
fn of_a_minor_asylum_seeker_past_the_term_one_turn_is_left() {
    let mut zaak = kind("2018-03-12");
    zaak.op("2026-09-07").als(ib(WATERJUFFER));
    zaak.doe(MeldAan {
        minderjarige_asielzoeker: true,
        ontvangen_op: d("2026-09-07"),
        gewenst_per: None,
        ..meld_aan()
    });
    assert_eq!(zaak.op("2026-10-19").aan_zet(), [("behoefte_vaststellen", "ib")]);
    assert_eq!(zaak.op("2026-10-20").aan_zet().len(), 1);
    assert_eq!(zaak.op("2026-11-02").aan_zet().len(), 1);
    zaak.doe(behoefte(true));
    assert_eq!(zaak.aan_zet().len(), 1, "also when the need is assessed later");
}

#[test]
fn a_temporary_place_from_a_later_day_than_that_of_the_law_says_what_happened_between() {
    let mut zaak = aangemeld();
    zaak.op("2026-05-20");
    let silent = |per: &str| PlaatsTijdelijk {
        ertussen: " ".into(),
        zonder_verklaring: String::new(),
        ..tijdelijk(per)
    };
    zaak.weigert(silent("2026-05-20")).veld("ertussen").op_grond_van("art. 40 lid 7 WPO");
    let mut on_its_day = zaak.clone();
    on_its_day.doe(silent("2026-05-12"));
    zaak.doe(PlaatsTijdelijk { zonder_verklaring: String::new(), ..tijdelijk("2026-05-20") });
    let place = zaak.aanmelding().tijdelijke_plaatsing.as_ref().expect("a place");
    assert_eq!((place.per, place.ertussen.as_str()), (d("2026-05-20"), "Sam was ziek."));
    assert_eq!(on_its_day.aanmelding().tijdelijke_plaatsing.as_ref().expect("a place").ertussen, "");
}
