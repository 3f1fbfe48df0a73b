//! P4, the request: who applies, what is needed, who is heard.

use base::SwvCode;
use dossier::aanmelding::afloop::TrekAanmeldingIn;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::leven::opdracht::Verhuis;
use dossier::leven::stem::Stem;
use dossier::soort::{Discipline, Relatie, Schoolsoort, SwvGrond, TlvSoort};
use dossier::staat::Adres;
use dossier::tlv::checklist::{self, Stand, TlvInvoer};
use dossier::tlv::feiten::Herkomst;
use dossier::tlv::opdracht::{
    GeefZienswijze, OntvangAanvulling, StartTlvAanvraag, TrekTlvAanvraagIn, VraagAanvulling, VraagTlvAan,
};
use dossier::tlv::zienswijze::LegAanvraagVoor;
use dossier::{Actor, Rol};
use verband::{Beleid, ExtraVraag};

use crate::gegeven::beleid;
use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, SWV_VO, WATERJUFFER, WINDVEER, Zaak, aangemeld, aangevraagd, actor,
    besluitnemer, bijlage, d, geadviseerd, ib, ingeschreven, kind, loket, meld_aan_bij, ouder,
    ouder_met_gezag, schrijf_in, start, swv, toewijzing, verbind, verleen, verleend, vestiging, volledig,
    vraag_aanvulling, zienswijze,
};

fn lijst(zaak: &Zaak, invoer: &TlvInvoer) -> checklist::Checklist {
    checklist::tlv(&zaak.dossier, zaak.aanvraag(), invoer, &zaak.ctx())
}

fn stand(zaak: &Zaak, code: &str) -> Stand {
    let lijst = lijst(zaak, &TlvInvoer::default());
    lijst.punten.into_iter().find(|punt| punt.code == code).unwrap_or_else(|| panic!("{code}")).stand
}

fn verzend(zaak: &Zaak, aanvraag: u32) -> VraagTlvAan {
    VraagTlvAan { aanvraag, invoer: volledig(zaak, aanvraag) }
}

pub(crate) fn aangevuld(op: &str) -> OntvangAanvulling {
    OntvangAanvulling {
        aanvraag: 1,
        op: d(op),
        antwoorden: vec![("inzet_tot_nu_toe".into(), "Twee jaar hulp in de klas.".into())],
        bijlagen: vec![bijlage("inzet_tot_nu_toe")],
    }
}

fn uiterlijk(zaak: &Zaak) -> Option<base::Date> {
    zaak.aanvraag().termijn.as_ref().unwrap().uitkomst.uiterlijk
}

#[test]
fn only_the_school_of_registration_or_enrolment_applies() {
    let mut zaak = aangemeld();
    assert!(zaak.vraag(start(TlvSoort::So)).is_ok(), "registered is enough");
    zaak.als(ib(IJSVOGEL));
    zaak.weigert(start(TlvSoort::So)).met("andere_organisatie");
    let other = StartTlvAanvraag { vestiging: vestiging(IJSVOGEL), ..start(TlvSoort::So) };
    zaak.weigert(other.clone()).met("niet_de_aanvrager").op_grond_van("art. 18a lid 6 WPO");
    let pro = StartTlvAanvraag { soort: TlvSoort::Pro, ..other };
    zaak.weigert(pro).met("niet_de_aanvrager").op_grond_van("art. 2.47 lid 7 WVO 2020");
    zaak.als(ib(WATERJUFFER)).doe(TrekAanmeldingIn {
        van: None,
        aanmelding: 1,
        reden: "brief van de ouders".into(),
    });
    zaak.weigert(start(TlvSoort::So)).met("niet_de_aanvrager");
}

/// The partnership that decides on the request, and why that one.
fn competent(zaak: &Zaak) -> (String, SwvGrond) {
    (zaak.aanvraag().swv.uitkomst.to_string(), zaak.aanvraag().swv_grond)
}

#[test]
fn the_competent_partnership_follows_from_enrolment_residence_or_the_school_asked() {
    let mut enrolled = ingeschreven();
    enrolled.doe(start(TlvSoort::So));
    assert_eq!(competent(&enrolled), (SWV_PO.into(), SwvGrond::Inschrijving));
    let mut to_vso = ingeschreven();
    to_vso.weigert(start(TlvSoort::Vso)).veld("soort").op_grond_van("art. 2.47 lid 7 WVO 2020");
    to_vso.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vso));
    to_vso.doe(StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(TlvSoort::Vso) });
    assert_eq!(
        competent(&to_vso),
        (SWV_VO.into(), SwvGrond::Woonplaats),
        "a basisschool does not count for vso"
    );
    // A school for so and vso belongs to two partnerships: that of secondary education decides on vso.
    let both = || {
        let mut zaak = kind("2012-03-12");
        zaak.op_school(schrijf_in(LIBEL, Schoolsoort::SoVso, "2025-08-01")).als(ib(LIBEL));
        zaak
    };
    let at_both = |soort| StartTlvAanvraag {
        vestiging: vestiging(LIBEL),
        school_swv_vo: Some(swv("VO0009")),
        ..start(soort)
    };
    let mut renewed = both();
    renewed.doe(at_both(TlvSoort::Vso));
    assert_eq!(competent(&renewed), ("VO0009".into(), SwvGrond::Inschrijving));
    assert!(renewed.vraag(verzend(&renewed, 1)).is_ok(), "and stays so when it is sent");
    let mut younger = both();
    younger.doe(at_both(TlvSoort::So));
    assert_eq!(competent(&younger), (SWV_PO.into(), SwvGrond::Inschrijving));
    let mut lives = aangemeld();
    lives.doe(start(TlvSoort::So));
    assert_eq!(competent(&lives), (SWV_PO.into(), SwvGrond::Woonplaats));
    let mut abroad = aangemeld();
    abroad.doe(Verhuis { per: d("2026-03-02"), adres: Adres { buitenland: true, ..Adres::default() } });
    abroad.weigert(start(TlvSoort::So)).met("swv_onbekend");
    let asked = StartTlvAanvraag { gevraagde_school_swv: Some(swv("PO9903")), ..start(TlvSoort::So) };
    abroad.doe(asked);
    assert_eq!(competent(&abroad), ("PO9903".into(), SwvGrond::GevraagdeSchool));
    // A national one decides where no enrolment counts; an enrolment that counts goes first.
    let asked = StartTlvAanvraag { landelijk_swv: Some(swv("PO0001")), ..start(TlvSoort::So) };
    let mut at_school = ingeschreven();
    at_school.doe(asked.clone());
    assert_eq!(competent(&at_school), (SWV_PO.into(), SwvGrond::Inschrijving));
    let mut national = aangemeld();
    national.doe(asked.clone());
    assert_eq!(competent(&national), ("PO0001".into(), SwvGrond::Landelijk));
    let mut from_vso = kind("2018-03-12");
    from_vso.op_school(schrijf_in(WINDVEER, Schoolsoort::Vso, "2025-08-01"));
    from_vso.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So));
    from_vso.doe(StartTlvAanvraag { vestiging: vestiging(LIBEL), ..asked });
    assert_eq!(competent(&from_vso), ("PO0001".into(), SwvGrond::Landelijk), "at vso counts not for so");
    for zaak in [&abroad, &national] {
        assert!(zaak.vraag(verzend(zaak, 1)).is_ok(), "and stays so when it is sent");
    }
}

#[test]
fn on_pro_and_lwoo_the_partnership_of_the_school_that_applies_decides() {
    // Wherever the child lives.
    for soort in [TlvSoort::Pro, TlvSoort::Lwoo] {
        let mut applies = aangemeld();
        let registered = MeldAan { swv: Some(swv(SWV_VO)), ..meld_aan_bij(WINDVEER, Schoolsoort::Vo) };
        applies.als(ib(WINDVEER)).doe(registered);
        let home = applies.dossier.leerling.as_ref().expect("a pupil").adres.clone();
        let elsewhere = Adres { swv_vo: Some(swv("VO0009")), ..home };
        applies.doe(Verhuis { per: d("2026-03-02"), adres: elsewhere });
        applies.doe(StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(soort) });
        assert_eq!(competent(&applies), (SWV_VO.into(), SwvGrond::AanvragendeSchool), "{soort:?}");
    }
}

#[test]
fn a_child_that_moved_meanwhile_goes_to_the_partnership_that_is_competent_now() {
    let mut zaak = aangemeld();
    zaak.doe(start(TlvSoort::So));
    let adres = Adres {
        swv_po: Some("PO9904".parse::<SwvCode>().unwrap()),
        ..Adres::of_postcode("9998ZZ".parse().unwrap())
    };
    zaak.doe(Verhuis { per: d("2026-03-02"), adres });
    zaak.weigert(verzend(&zaak, 1)).met("ander_swv_bevoegd");
}

#[test]
fn one_request_of_a_kind_runs_at_a_time_and_none_where_a_declaration_suffices() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So));
    zaak.weigert(start(TlvSoort::So)).met("loopt_al");
    assert!(zaak.vraag(start(TlvSoort::Sbo)).is_ok());
    let mut granted = verleend();
    granted.als(ib(WATERJUFFER)).op("2027-09-01");
    granted.weigert(start(TlvSoort::So)).met("verklaring_loopt_nog").op_grond_van("art. 40 lid 14 WEC");
    granted.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vso));
    let vso = StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(TlvSoort::Vso) };
    assert!(granted.vraag(vso).is_ok(), "from so to vso always a new one");
    granted.als(ib(WATERJUFFER));
    granted.op("2028-08-01");
    assert!(granted.vraag(start(TlvSoort::So)).is_ok());
}

#[test]
fn a_request_cannot_be_sent_while_something_is_missing() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So));
    let empty = VraagTlvAan { aanvraag: 1, invoer: TlvInvoer::default() };
    zaak.weigert(empty).met("aanvraag_onvolledig").op_grond_van("art. 4:2 lid 2 Awb");
    let mut invoer = volledig(&zaak, 1);
    for code in invoer.antwoorden.keys().cloned().collect::<Vec<_>>() {
        let mut without = invoer.clone();
        without.antwoorden.remove(&code);
        zaak.weigert(VraagTlvAan { aanvraag: 1, invoer: without.clone() }).met("aanvraag_onvolledig");
        without.bijlagen.push(bijlage(&code));
        assert!(
            zaak.vraag(VraagTlvAan { aanvraag: 1, invoer: without }).is_ok(),
            "a document answers {code}"
        );
    }
    invoer.antwoorden.insert("ondersteuningsbehoefte".into(), "   ".into());
    zaak.weigert(VraagTlvAan { aanvraag: 1, invoer }).met("aanvraag_onvolledig");
}

#[test]
fn what_the_file_knows_is_filled_in_with_its_source() {
    let mut zaak = aangemeld();
    zaak.doe(crate::gegeven::behoefte(true)).doe(start(TlvSoort::So));
    let Stand::Bekend(need) = stand(&zaak, "ondersteuningsbehoefte") else { panic!("known") };
    assert_eq!(need.waarde, "Een kleine groep en vaste gezichten.");
    let Herkomst::Dossier { volgnummer, omschrijving } = need.herkomst else { panic!("from the file") };
    assert_eq!(
        (volgnummer, omschrijving.as_str()),
        (5, "behoefte vastgesteld bij de aanmelding van ma 2 mrt 2026")
    );
    assert!(matches!(stand(&zaak, "aanvrager_bevoegd_gezag"), Stand::Bekend(_)));
    assert!(matches!(stand(&zaak, "inzet_tot_nu_toe"), Stand::NietNodig(_)), "not enrolled yet");
    let mut invoer = TlvInvoer::default();
    invoer.antwoorden.insert("ondersteuningsbehoefte".into(), "Meer dan dat.".into());
    let typed = lijst(&zaak, &invoer);
    let answers = typed.antwoorden(&invoer);
    let answer = answers.iter().find(|a| a.vraag == "ondersteuningsbehoefte").unwrap();
    assert_eq!((answer.waarde.as_str(), &answer.herkomst), ("Meer dan dat.", &Herkomst::Getypt));
}

#[test]
fn a_dossier_that_was_taken_over_fills_in_too() {
    let mut zaak = ingeschreven();
    zaak.doe(dossier::algemeen::opdracht::NeemOsoOver { overname: crate::leven::oso() })
        .doe(start(TlvSoort::So));
    let Stand::Bekend(known) = stand(&zaak, "inzet_tot_nu_toe") else { panic!("known") };
    assert_eq!(known.waarde, "Een jaar hulp in de klas.");
}

#[test]
fn the_view_of_the_parents_is_known_when_each_has_given_one_and_a_no_is_no_agreement() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw")).doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    assert_eq!(stand(&zaak, "zienswijze_ouders"), Stand::Ontbreekt);
    assert_eq!(stand(&zaak, "instemming_ouders"), Stand::Ontbreekt, "one said nothing yet");
    zaak.doe(zienswijze(2, Some(false)));
    assert!(matches!(stand(&zaak, "zienswijze_ouders"), Stand::Bekend(_)));
    // A no is an answer, where the law does not ask a yes; it is told as it was said.
    let Stand::Gezegd(said) = stand(&zaak, "instemming_ouders") else { panic!("both answered") };
    assert!(said.waarde.ends_with("niet eens: de heer K. Zonnedauw"), "{}", said.waarde);
    zaak.doe(zienswijze(2, Some(true)));
    assert!(matches!(stand(&zaak, "instemming_ouders"), Stand::Gezegd(_)), "nothing was laid before them");
    let invoer = volledig(&zaak, 1);
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    let sent = zaak.aanvraag().antwoorden.iter().find(|a| a.vraag == "instemming_ouders").expect("an answer");
    assert!(sent.waarde.contains("mevrouw M. Zonnedauw") && sent.herkomst != Herkomst::Getypt);
}

#[test]
fn extra_questions_of_the_partnership_are_asked_and_block() {
    let mut zaak = ingeschreven();
    let vraag = ExtraVraag {
        id: "swv_vervoer".into(),
        vraag: "Hoe komt het kind op school?".into(),
        voor: [TlvSoort::So].into(),
    };
    zaak.onder(Beleid { extra_vragen: vec![vraag], ..beleid() }).doe(start(TlvSoort::So));
    assert_eq!(stand(&zaak, "swv_vervoer"), Stand::Ontbreekt);
    let mut invoer = volledig(&zaak, 1);
    invoer.antwoorden.remove("swv_vervoer");
    let refusal = zaak.weigert(VraagTlvAan { aanvraag: 1, invoer }).met("aanvraag_onvolledig").0;
    assert_eq!(refusal.vindplaats, None, "policy, no law");
}

#[test]
fn pro_by_the_side_route_needs_the_agreement_of_the_parents() {
    let mut zaak = kind("2013-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(ib(WINDVEER));
    zaak.doe(StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(TlvSoort::Pro) });
    let mut invoer = volledig(&zaak, 1);
    invoer.antwoorden.remove("instemming_ouders_pro");
    assert!(
        zaak.vraag(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() }).is_ok(),
        "not by the plain route"
    );
    invoer.pro_zijroute = true;
    zaak.weigert(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() })
        .op_grond_van("art. 2.47 lid 2 Uitvoeringsbesluit WVO 2020");
    // A yes to what was not laid before them is no agreement with this request.
    zaak.doe(zienswijze(1, Some(true)));
    zaak.weigert(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() }).met("aanvraag_onvolledig");
    zaak.doe(LegAanvraagVoor { aanvraag: 1, invoer: invoer.clone() });
    let no = GeefZienswijze { aanvraag: 1, ..zienswijze(1, Some(false)) };
    zaak.doe(no);
    zaak.weigert(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() }).met("aanvraag_onvolledig");
    zaak.doe(zienswijze(1, Some(true)));
    assert!(zaak.vraag(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() }).is_ok());
    for code in ["iq", "leerachterstand"] {
        invoer.antwoorden.remove(code);
    }
    assert!(
        zaak.vraag(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() }).is_ok(),
        "not asked by that route"
    );
    // What was changed since is laid before them anew.
    invoer.antwoorden.insert("ondersteuningsbehoefte".into(), "Iets anders.".into());
    zaak.weigert(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() }).met("aanvraag_onvolledig");
    zaak.doe(LegAanvraagVoor { aanvraag: 1, invoer: invoer.clone() }).doe(zienswijze(1, Some(true)));
    assert!(zaak.vraag(VraagTlvAan { aanvraag: 1, invoer: invoer.clone() }).is_ok());
    invoer.pro_zijroute = false;
    zaak.weigert(VraagTlvAan { aanvraag: 1, invoer })
        .op_grond_van("art. 2.46 lid 1 Uitvoeringsbesluit WVO 2020");
}

#[test]
fn a_renewal_carries_the_answers_forward_and_is_of_the_same_kind() {
    let mut zaak = verleend();
    zaak.als(ib(WATERJUFFER)).op("2028-02-01");
    let again = StartTlvAanvraag { verlenging_van: Some(1), ..start(TlvSoort::So) };
    zaak.weigert(StartTlvAanvraag { soort: TlvSoort::Sbo, ..again.clone() }).veld("verlenging_van");
    zaak.weigert(StartTlvAanvraag { verlenging_van: Some(5), ..again.clone() }).veld("aanvraag");
    zaak.doe(again);
    let Stand::Bekend(known) = stand(&zaak, "inzet_tot_nu_toe") else { panic!("carried forward") };
    assert_eq!(known.waarde, "zie het verslag");
    let Herkomst::Dossier { omschrijving, .. } = known.herkomst else { panic!("from the file") };
    assert!(omschrijving.starts_with("vorige aanvraag"), "{omschrijving}");
}

#[test]
fn a_sent_request_is_decided_in_eight_weeks_or_as_soon_as_was_promised() {
    let zaak = aangevraagd();
    assert_eq!(uiterlijk(&zaak), Some(d("2026-04-28")), "27 April is King's day");
    assert_eq!(zaak.aan_zet(), [("deskundigen_toewijzen", "loket")]);
    let mut quick = ingeschreven();
    quick.onder(Beleid { tlv_beslistermijn_weken: Some(6), ..beleid() }).doe(start(TlvSoort::So));
    let complete = verzend(&quick, 1);
    quick.doe(complete);
    assert_eq!(quick.dossier.beurten()[0].einddag, Some(d("2026-04-13")));
    assert_eq!(uiterlijk(&quick), Some(d("2026-04-28")), "the law's term stays");
}

#[test]
fn asking_for_more_stops_the_clock_until_the_answer_or_the_end_of_the_time_for_it() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).op("2026-03-09").doe(vraag_aanvulling("2026-03-23"));
    assert_eq!(uiterlijk(&zaak), None);
    assert_eq!(zaak.aan_zet(), [("aanvulling_geven", "ib")]);
    zaak.weigert(vraag_aanvulling("2026-03-23")).met("verkeerde_fase");
    let mut late = zaak.clone();
    zaak.als(ib(WATERJUFFER)).op("2026-03-19").doe(aangevuld("2026-03-19"));
    assert_eq!(uiterlijk(&zaak), Some(d("2026-05-06")), "nine days; 5 May is a holiday");
    assert!(zaak.aanvraag().antwoorden.iter().any(|a| a.waarde == "Twee jaar hulp in de klas."));
    late.op("2026-03-24");
    assert_eq!(late.aan_zet(), [("aanvulling_verwerken", "loket")]);
    let promised = late.aanvraag().open_aanvulling().unwrap().uiterlijk_zonder_antwoord;
    late.op("2026-05-01").doe(OntvangAanvulling {
        antwoorden: Vec::new(),
        bijlagen: Vec::new(),
        ..aangevuld("2026-05-01")
    });
    assert_eq!(uiterlijk(&late), promised);
    assert_eq!(promised, Some(d("2026-05-11")));
}

#[test]
fn a_question_to_the_school_is_lawful_only_within_the_term_and_with_time_to_answer() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO));
    zaak.weigert(VraagAanvulling { wat: Vec::new(), ..vraag_aanvulling("2026-03-23") }).veld("wat");
    zaak.weigert(vraag_aanvulling("2026-03-02")).veld("tot_en_met");
    zaak.weigert(vraag_aanvulling("2026-04-28")).veld("tot_en_met");
    zaak.op("2026-04-29");
    zaak.weigert(vraag_aanvulling("2026-05-06")).met("termijn_voorbij").op_grond_van("art. 4:13 lid 2 Awb");
}

#[test]
fn an_empty_completion_waits_until_the_time_is_over() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-23"));
    zaak.als(ib(WATERJUFFER));
    zaak.weigert(OntvangAanvulling {
        antwoorden: Vec::new(),
        bijlagen: Vec::new(),
        ..aangevuld("2026-03-02")
    })
    .veld("antwoorden");
    zaak.weigert(aangevuld("2026-03-03")).veld("op");
    zaak.weigert(aangevuld("2026-03-01")).veld("op");
}

#[test]
fn each_person_speaks_in_the_own_voice() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"))
        .doe(verbind("de heer B. Mistral", Relatie::OuderZonderGezag));
    zaak.doe(start(TlvSoort::So)).als(ouder());
    zaak.weigert(zienswijze(2, Some(true))).veld("van");
    zaak.weigert(zienswijze(3, Some(true))).veld("van");
    let pupil = GeefZienswijze { van: Stem::Leerling, ..zienswijze(1, None) };
    zaak.weigert(pupil.clone()).veld("van");
    zaak.weigert(GeefZienswijze { tekst: " ".into(), ..zienswijze(1, None) }).veld("tekst");
    zaak.doe(GeefZienswijze { namens: false, ..zienswijze(1, None) });
    assert!(!zaak.aanvraag().zienswijzen[0].namens);
    zaak.als(ib(WATERJUFFER)).doe(GeefZienswijze { namens: false, ..pupil.clone() });
    assert!(zaak.aanvraag().zienswijzen[1].namens, "what a school enters is marked so, whatever it says");
    let sam: Actor = actor("p-sam", Rol::Leerling, "gezin/2026-000017");
    zaak.als(sam);
    zaak.weigert(zienswijze(1, None)).veld("van");
    zaak.doe(GeefZienswijze { namens: false, ..pupil });
    assert!(matches!(stand(&zaak, "inbreng_leerling"), Stand::Bekend(_)));
}

#[test]
fn a_parent_who_stands_in_the_file_twice_speaks_by_either_record_and_for_nobody_else() {
    let mut zaak = ingeschreven();
    zaak.doe(verbind("mevrouw Zonnedauw", Relatie::Pleegouder))
        .doe(verbind("mevrouw Vos", Relatie::Pleegouder));
    let account = ouder().persoon;
    zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: 2, account });
    zaak.doe(start(TlvSoort::So)).als(ouder());
    zaak.weigert(zienswijze(3, Some(true))).veld("van");
    zaak.doe(zienswijze(2, Some(true))).dan_is_vastgelegd(&["ouders_reageerden"]);
}

#[test]
fn a_pupil_of_age_speaks_instead_of_the_parents() {
    let mut zaak = kind("2008-03-02");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(ib(WINDVEER));
    zaak.doe(dossier::leven::opdracht::MeldMeerderjarig { handelingsbekwaam: true });
    zaak.doe(StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(TlvSoort::Vso) });
    zaak.weigert(zienswijze(1, Some(true))).veld("van");
    zaak.doe(GeefZienswijze { van: Stem::Leerling, ..zienswijze(1, Some(true)) });
    assert!(matches!(stand(&zaak, "zienswijze_ouders"), Stand::Bekend(_)));
    assert!(
        matches!(stand(&zaak, "instemming_ouders"), Stand::Gezegd(_)),
        "nothing was laid before the pupil"
    );
}

#[test]
fn nobody_gives_a_view_after_the_decision_and_nothing_is_withdrawn_then() {
    let mut zaak = geadviseerd();
    let withdraw = TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat toch goed.".into() };
    assert!(zaak.vraag(withdraw.clone()).is_ok());
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).als(ib(WATERJUFFER));
    zaak.weigert(zienswijze(1, None)).met("al_besloten");
    zaak.weigert(withdraw).met("al_besloten");
}

#[test]
fn a_request_belongs_to_its_school_and_its_partnership() {
    let mut zaak = aangevraagd();
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So));
    zaak.weigert(TrekTlvAanvraagIn { aanvraag: 1, reden: "x".into() }).met("andere_organisatie");
    zaak.weigert(zienswijze(1, None)).met("andere_organisatie");
    zaak.als(loket(SWV_VO));
    zaak.weigert(vraag_aanvulling("2026-03-23")).met("andere_organisatie");
    zaak.weigert(toewijzing("p-vink", Discipline::Arts)).met("andere_organisatie");
}

#[test]
fn the_page_knows_every_question_it_shows() {
    let zaak = aangevraagd();
    let ctx = zaak.ctx();
    assert_eq!(
        checklist::question(zaak.aanvraag(), "gevraagde_periode", &ctx),
        "Voor welke periode wordt de verklaring gevraagd?"
    );
    assert_eq!(checklist::question(zaak.aanvraag(), "vervallen_vraag", &ctx), "vervallen_vraag");
}

#[test]
fn what_one_parent_said_is_known_at_once_and_goes_along_with_what_is_typed_of_the_other() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw")).doe(start(TlvSoort::So)).als(ouder());
    zaak.doe(GeefZienswijze { tekst: "Te vroeg.".into(), ..zienswijze(1, Some(false)) });
    zaak.als(ib(WATERJUFFER));
    let punt = |zaak: &Zaak, code: &str| {
        let all = lijst(zaak, &TlvInvoer::default()).punten;
        all.into_iter().find(|punt| punt.code == code).expect("a question")
    };
    let views = punt(&zaak, "zienswijze_ouders");
    assert_eq!(
        (views.stand, views.gezegd),
        (Stand::Ontbreekt, vec!["mevrouw M. Zonnedauw: Te vroeg.".to_owned()])
    );
    assert_eq!(punt(&zaak, "instemming_ouders").gezegd, ["niet eens: mevrouw M. Zonnedauw"]);
    let mut invoer = volledig(&zaak, 1);
    let typed = "Van de vader kwam niets, ook niet na een tweede brief.";
    invoer.antwoorden.insert("zienswijze_ouders".into(), typed.into());
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    let sent = zaak.aanvraag().antwoorden.iter().find(|a| a.vraag == "zienswijze_ouders").expect("an answer");
    assert_eq!(sent.waarde, format!("mevrouw M. Zonnedauw: Te vroeg.\n{typed}"));
}

#[test]
fn a_school_types_nothing_over_what_parents_and_pupil_said() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So)).als(ouder());
    zaak.doe(GeefZienswijze { tekst: "Ik ben tegen.".into(), ..zienswijze(1, Some(false)) });
    zaak.als(ib(WATERJUFFER));
    let mut invoer = volledig(&zaak, 1);
    invoer.antwoorden.insert("zienswijze_ouders".into(), "Ouders vinden het prima.".into());
    invoer.antwoorden.insert("inbreng_leerling".into(), "Ik heb Sam niet gesproken.".into());
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    let answer = |zaak: &Zaak, code: &str| {
        let all = &zaak.aanvraag().antwoorden;
        all.iter().find(|antwoord| antwoord.vraag == code).map(|antwoord| antwoord.waarde.clone())
    };
    assert_eq!(answer(&zaak, "zienswijze_ouders").as_deref(), Some("mevrouw M. Zonnedauw: Ik ben tegen."));
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-23")).als(ib(WATERJUFFER));
    let said = |code: &str| OntvangAanvulling {
        antwoorden: vec![(code.into(), "Helemaal eens met alles.".into())],
        ..aangevuld("2026-03-02")
    };
    zaak.weigert(said("zienswijze_ouders")).veld("antwoorden");
    zaak.weigert(said("instemming_ouders")).veld("antwoorden");
    // What the school wrote of a pupil who was not heard it may put right itself.
    assert!(zaak.vraag(said("inbreng_leerling")).is_ok());
}
