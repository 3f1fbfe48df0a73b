//! What a reading of the statutes with the program at hand asked: a declaration before a place, its length from the day on which it
//! is given, a delay with an end, and a decision that is made known when its letter exists and to whom it reaches.

use dossier::Actor;
use dossier::aanmelding::afloop::{DoeAanbod, LaatToe};
use dossier::aanmelding::feiten::BereidGevonden;
use dossier::aanmelding::opdracht::{MeldAan, PlaatsTijdelijk};
use dossier::aanmelding::plek::StelPlekVast;
use dossier::aanmelding::verklaring::{Registerverklaring, ToonVerklaring};
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::leven::feiten::OuderAangesloten;
use dossier::soort::{Bekendmakingswijze, Schoolsoort, TlvSoort, WaaromZonder};
use dossier::tlv::besluit::{MaakBekend, MeldVertraging, NeemBesluit, Uitspraak};
use dossier::tlv::opdracht::StartTlvAanvraag;

use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, WATERJUFFER, WINDVEER, Zaak, aanbod, aangemeld, aangevraagd, behoefte,
    behoefte_vastgesteld, bereid, besluitnemer, d, geadviseerd, ib, ingeschreven, kind, laat_toe, loket,
    maak_bekend, meld_aan_bij, ouder, ouder_met_gezag, persoon, schrijf_in, start, verleen, verleend,
    vestiging,
};

/// Given a child that is registered at a school for special education.
fn aangemeld_bij_so(mut zaak: Zaak) -> Zaak {
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So));
    zaak
}

#[test]
fn a_place_at_a_special_school_needs_a_declaration_that_holds_on_its_first_day() {
    let without = aangemeld_bij_so(ingeschreven());
    without.weigert(laat_toe("2026-08-01")).met("verklaring_nodig").op_grond_van("art. 40 lid 10 WEC");
    let mut granted = aangemeld_bij_so(geadviseerd());
    granted.als(besluitnemer(SWV_PO)).doe(verleen());
    granted.als(ib(LIBEL)).weigert(laat_toe("2026-08-01")).met("verklaring_nodig");
    // The parents named no day, so that the day before the declaration could be one.
    let mut known = verleend();
    known.als(ib(LIBEL)).doe(MeldAan { gewenst_per: None, ..meld_aan_bij(LIBEL, Schoolsoort::So) });
    known.weigert(laat_toe("2026-07-31")).met("verklaring_nodig");
    known.doe(laat_toe("2026-08-01"));
    for soort in [Schoolsoort::Sbo, Schoolsoort::Vso, Schoolsoort::SoVso] {
        let mut other = kind("2018-03-12");
        other.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, soort));
        other.weigert(LaatToe { groep: String::new(), ..laat_toe("2026-08-01") }).met("verklaring_nodig");
    }
    let mut ordinary = kind("2014-03-12");
    ordinary.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::Vo)).doe(laat_toe("2026-08-01"));
}

/// Admits a child that lives in an institution.
pub(crate) fn uit_een_instelling(per: &str) -> LaatToe {
    let residentieel = "De Poolster, verklaring van 1 maart in de administratie".into();
    LaatToe { residentieel, ..laat_toe(per) }
}

#[test]
fn a_child_that_lives_in_an_institution_counts_as_declared_by_law_at_so_and_vso_and_nowhere_else() {
    for soort in [Schoolsoort::So, Schoolsoort::SoVso, Schoolsoort::Vso] {
        let mut zaak = kind("2014-03-12");
        zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, soort));
        zaak.doe(uit_een_instelling("2026-08-01"));
        zaak.dan_is_vastgelegd(&["zonder_verklaring", "toegelaten", "ingeschreven"]);
        assert_eq!(zaak.aanmelding().zonder_verklaring[0].waarom, WaaromZonder::Residentieel);
    }
    for soort in [Schoolsoort::Basisschool, Schoolsoort::Sbo, Schoolsoort::Vo, Schoolsoort::InstellingC12] {
        let mut zaak = kind("2014-03-12");
        zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, soort));
        zaak.weigert(uit_een_instelling("2026-08-01")).veld("residentieel");
    }
}

pub(crate) fn getoond(soort: TlvSoort) -> ToonVerklaring {
    let gevonden = Registerverklaring {
        swv: SWV_PO.parse().unwrap(),
        nummer: "2026-00017".into(),
        soort,
        van: d("2026-08-01"),
        tot_en_met: d("2028-07-31"),
    };
    ToonVerklaring {
        aanmelding: 1,
        swv: Some(gevonden.swv.clone()),
        nummer: gevonden.nummer.clone(),
        gevonden: Some(gevonden),
    }
}

/// A registration on paper has a file of its own; the declaration was granted in that of the school before.
#[test]
fn a_declaration_of_elsewhere_counts_when_the_register_knows_it_and_for_its_days() {
    let mut zaak = kind("2018-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So));
    zaak.weigert(laat_toe("2026-08-01")).met("verklaring_nodig");
    zaak.weigert(ToonVerklaring { gevonden: None, ..getoond(TlvSoort::So) }).veld("nummer");
    zaak.weigert(ToonVerklaring { swv: None, ..getoond(TlvSoort::So) }).veld("swv");
    zaak.weigert(getoond(TlvSoort::Sbo)).veld("nummer");
    zaak.weigert(ToonVerklaring { aanmelding: 2, ..getoond(TlvSoort::So) }).veld("aanmelding");
    zaak.doe(getoond(TlvSoort::So)).dan_is_vastgelegd(&["verklaring_getoond"]);
    zaak.weigert(laat_toe("2026-07-31")).met("verklaring_nodig");
    zaak.doe(laat_toe("2026-08-01"));
    zaak.weigert(getoond(TlvSoort::So)).met("aanmelding_afgerond");
}

/// What comes after it is looked at where the child is, not in the file that it left.
#[test]
fn the_end_of_a_declaration_of_elsewhere_is_the_turn_of_the_school_that_uses_it() {
    let mut zaak = kind("2018-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So));
    zaak.doe(getoond(TlvSoort::So)).doe(laat_toe("2026-08-01"));
    let plan = dossier::aanmelding::opp::MeldOpp { aanmelding: 1, op: d("2026-08-03") };
    zaak.op("2026-08-03").doe(plan);
    assert!(zaak.op("2028-01-30").aan_zet().is_empty());
    assert_eq!(zaak.op("2028-01-31").aan_zet(), [("verlenging_bekijken", "ib")]);
    zaak.doe(StartTlvAanvraag { vestiging: vestiging(LIBEL), ..start(TlvSoort::So) });
    assert!(!zaak.aan_zet().contains(&("verlenging_bekijken", "ib")), "{:?}", zaak.aan_zet());
}

#[test]
fn whoever_is_admitted_with_a_declaration_of_the_same_file_uses_it() {
    let mut zaak = aangemeld_bij_so(verleend());
    zaak.doe(laat_toe("2026-08-01"));
    zaak.dan_is_vastgelegd(&["toegelaten", "ingeschreven", "tlv_gebruikt"]);
    let gebruik = zaak.aanvraag().gebruik.clone().expect("used");
    assert_eq!((gebruik.vestiging.as_str(), gebruik.per), (LIBEL, d("2026-08-01")));
    // Until its first day the place uses nothing.
    let told =
        |on: &str| (zaak.aanvraag().fase_op(d(on)).code(), zaak.aanvraag().tlv_stand(d(on)).unwrap().code());
    assert_eq!(told("2026-07-31"), ("tlv_verleend_bekend", "gaat_in"));
    assert_eq!(told("2026-08-01"), ("tlv_gebruikt", "gebruikt"));
    let mut ordinary = ingeschreven();
    ordinary.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    ordinary.doe(laat_toe("2026-08-01")).dan_is_vastgelegd(&["toegelaten", "ingeschreven"]);
}

#[test]
fn a_temporary_place_without_one_is_the_schools_choice_said_with_a_reason_and_at_vso_there_is_none() {
    let mut zaak = kind("2018-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So));
    let place = PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: String::new(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    };
    // The text of the law does not carry a refusal there: the school chooses, and says why.
    zaak.op("2026-05-12").weigert(place.clone()).veld("zonder_verklaring").op_grond_van("art. 40 lid 8 WEC");
    let why = PlaatsTijdelijk { zonder_verklaring: "Sam zit anders thuis.".into(), ..place.clone() };
    zaak.doe(why.clone()).dan_is_vastgelegd(&["zonder_verklaring", "tijdelijk_geplaatst", "ingeschreven"]);
    // Admission asks one all the same.
    zaak.weigert(laat_toe("2026-05-12")).met("verklaring_nodig");
    let mut vso = kind("2012-03-12");
    vso.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::Vso)).op("2026-05-12");
    vso.weigert(why).met("verklaring_nodig").op_grond_van("art. 40 lid 12 WEC");
    let mut refugee = kind("2018-03-12");
    let registration = MeldAan {
        minderjarige_asielzoeker: true,
        ontvangen_op: d("2026-09-01"),
        gewenst_per: None,
        ..meld_aan_bij(LIBEL, Schoolsoort::So)
    };
    refugee.op("2026-09-01").als(ib(LIBEL)).doe(registration).op("2026-11-20");
    // Admitted by the law itself: no declaration is asked, and no temporary place is given.
    refugee.weigert(PlaatsTijdelijk { per: d("2026-11-20"), ..place }).met("toelating_door_de_wet");
    refugee.weigert(laat_toe("2026-11-20")).veld("per").op_grond_van("art. 40 lid 24 WEC");
    refugee.doe(laat_toe("2026-10-14"));
}

#[test]
fn a_school_is_of_the_kind_of_a_declaration_or_it_is_not() {
    let fit = |school: Schoolsoort| TlvSoort::ALL.iter().filter(|tlv| school.past_bij(**tlv)).count();
    let counted = Schoolsoort::ALL.iter().map(|school| (school.code(), fit(*school))).collect::<Vec<_>>();
    let expected = [
        ("basisschool", 0),
        ("sbo", 1),
        ("so", 1),
        ("so_vso", 2),
        ("vso", 1),
        ("vo", 2),
        ("instelling_c1_2", 0),
    ];
    assert_eq!(counted, expected);
}

fn from_today(tot_en_met: &str) -> NeemBesluit {
    let uitspraak = Uitspraak::Verleen {
        nummer: "PO9901-2026-001".into(),
        categorie: Some(1),
        van: d("2026-03-02"),
        tot_en_met: d(tot_en_met),
    };
    NeemBesluit { uitspraak, ..verleen() }
}

#[test]
fn a_declaration_that_is_given_in_the_course_of_a_year_lasts_its_rest_and_a_whole_one() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO));
    zaak.weigert(from_today("2026-07-31")).veld("tot_en_met").op_grond_van("art. 40 lid 15 WEC");
    zaak.doe(from_today("2027-07-31"));
}

#[test]
fn a_delay_is_told_within_the_term_and_puts_off_no_longer_than_the_term_is() {
    let mut zaak = aangevraagd();
    let later = |nieuwe_datum: &str| MeldVertraging {
        aanvraag: 1,
        nieuwe_datum: d(nieuwe_datum),
        reden: "Het onderzoek duurt langer.".into(),
    };
    zaak.als(loket(SWV_PO));
    let term = zaak.aanvraag().termijn_tot(zaak.vandaag).expect("a term");
    let longest = base::dates::plus_days(term, 56).unwrap();
    let too_long = base::dates::plus_days(longest, 1).unwrap().to_string();
    zaak.weigert(later(&too_long)).veld("nieuwe_datum");
    zaak.doe(later(&longest.to_string()));
    // The delay makes the term in which it can be told no longer.
    let after = base::dates::plus_days(term, 1).unwrap().to_string();
    zaak.op(&after).weigert(later(&after)).met("termijn_voorbij");
}

#[test]
fn a_decision_is_made_known_when_its_letter_exists_and_where_it_reaches_them() {
    let mut zaak = geadviseerd();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("B. Zonnedauw"));
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    zaak.als(loket(SWV_PO)).op("2026-03-20");
    zaak.weigert(maak_bekend(d("2026-03-19"))).veld("op");
    zaak.weigert(maak_bekend(d("2026-03-28"))).veld("op");
    let on_the_page = |op: &str| MaakBekend { wijze: Bekendmakingswijze::EigenPagina, ..maak_bekend(d(op)) };
    zaak.weigert(on_the_page("2026-03-20")).veld("wijze");
    zaak.feit(OuderAangesloten { persoon: 2, account: persoon("p-ander") });
    zaak.weigert(on_the_page("2026-03-20")).veld("wijze").op_grond_van("art. 2:8 Awb");
    let say = ZegDigitaalBereikbaar { ja: true, geen_bericht: false };
    zaak.als(ouder()).doe(say.clone()).als(loket(SWV_PO));
    zaak.weigert(on_the_page("2026-03-20")).veld("wijze");
    zaak.als(Actor { persoon: persoon("p-ander"), ..ouder() }).doe(say.clone());
    zaak.als(loket(SWV_PO));
    assert!(zaak.vraag(on_the_page("2026-03-20")).is_ok());
    // What stands on the page stands there at once: nobody would be told on a later day (Awb 2:10).
    zaak.weigert(on_the_page("2026-03-23")).veld("op");
    // What was agreed can be withdrawn.
    zaak.als(ouder()).doe(ZegDigitaalBereikbaar { ja: false, geen_bericht: false }).als(loket(SWV_PO));
    zaak.weigert(on_the_page("2026-03-20")).veld("wijze");
    zaak.als(ouder()).doe(say).als(loket(SWV_PO)).doe(on_the_page("2026-03-20"));
}

#[test]
fn a_school_asks_for_what_a_school_of_its_kind_can_ask_for() {
    for soort in [TlvSoort::Pro, TlvSoort::Lwoo] {
        ingeschreven().weigert(start(soort)).veld("soort").op_grond_van("art. 2.47 lid 7 WVO 2020");
    }
    let mut college = kind("2012-03-12");
    college.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(ib(WINDVEER));
    for soort in [TlvSoort::Sbo, TlvSoort::So] {
        let asked = StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(soort) };
        college.weigert(asked).veld("soort").op_grond_van("art. 18a lid 6 WPO");
    }
}

#[test]
fn another_school_is_another_one_and_willing_since_it_was_asked() {
    let mut zaak = behoefte_vastgesteld();
    let own = BereidGevonden { vestiging: Some(vestiging(WATERJUFFER)), ..bereid("De Waterjuffer") };
    zaak.weigert(DoeAanbod { school: own, ..aanbod("2026-08-01") }).veld("schoolnaam");
    let long_ago = BereidGevonden { bereid_op: d("2025-01-01"), ..bereid("De IJsvogel") };
    zaak.weigert(DoeAanbod { school: long_ago, ..aanbod("2026-08-01") }).veld("bereid_op");
    zaak.doe(aanbod("2026-08-01"));
}

#[test]
fn primary_and_special_count_for_each_other_and_secondary_with_special_secondary() {
    use Schoolsoort::{Basisschool, InstellingC12, Sbo, So, SoVso, Vo, Vso};
    let right = |enrolled: Schoolsoort, asked: Schoolsoort| {
        let mut zaak = kind("2014-03-12");
        zaak.op_school(schrijf_in(WATERJUFFER, enrolled, "2025-08-01")).als(ib(LIBEL));
        zaak.doe(meld_aan_bij(LIBEL, asked));
        zaak.aanmelding().tijdelijk_recht.uitkomst.recht
    };
    for (enrolled, asked, expected) in [
        (Basisschool, So, false),
        (So, Basisschool, false),
        (Sbo, So, false),
        (So, Vso, true),
        (Basisschool, Vo, true),
        (Vso, Vo, false),
        (Vo, Vso, false),
        (Vo, So, true),
        (SoVso, Vso, false),
        (InstellingC12, Vo, false),
    ] {
        assert_eq!(right(enrolled, asked), expected, "{enrolled:?} registered at {asked:?}");
    }
}

/// The school of the offer may have a file of its own, or be in no program: the turn ends when the school saw it, and by nothing that
/// passes at a third school.
#[test]
fn a_place_elsewhere_is_seen_by_the_school_that_offered_it_and_not_ended_by_a_third() {
    let accepted = || {
        let mut zaak = aangemeld();
        let school = BereidGevonden { vestiging: Some(vestiging(IJSVOGEL)), ..bereid("De IJsvogel") };
        zaak.doe(behoefte(true)).doe(DoeAanbod { school, ..aanbod("2026-08-01") });
        zaak.als(ouder()).doe(dossier::aanmelding::afloop::AanvaardAanbod {
            van: None,
            aanmelding: 1,
            aanbod: 1,
            toelichting: "Graag!".into(),
        });
        zaak
    };
    let mut zaak = accepted();
    zaak.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Basisschool)).op("2026-08-03");
    let asked = |zaak: &Zaak| zaak.aan_zet().contains(&("plek_nagaan", "ib"));
    assert!(asked(&zaak), "a third school: {:?}", zaak.aan_zet());
    let seen = StelPlekVast { aanmelding: 1, van: d("2026-08-01"), hoe: "De IJsvogel belde.".into() };
    zaak.weigert(seen.clone()).met("andere_organisatie");
    zaak.als(ib(WATERJUFFER)).weigert(StelPlekVast { van: d("2026-08-04"), ..seen.clone() }).veld("van");
    zaak.doe(seen.clone()).dan_is_vastgelegd(&["plek_vastgesteld"]);
    assert!(!asked(&zaak));
    zaak.weigert(seen.clone()).met("al_vastgesteld");
    let mut there = accepted();
    there.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool)).op("2026-08-03");
    assert!(!asked(&there), "the school of the offer has a registration");
    aangemeld().weigert(seen).met("geen_plek_elders");
}

#[test]
fn words_that_were_typed_are_told_with_their_fact_and_to_nobody_from_whom_places_are_secret() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01")).als(ouder()).doe(dossier::aanmelding::afloop::AanvaardAanbod {
        van: None,
        aanmelding: 1,
        aanbod: 1,
        toelichting: "Graag!".into(),
    });
    let told = |regels: Vec<dossier::tijdlijn::Regel>| -> Vec<String> {
        regels.iter().flat_map(|regel| &regel.woorden).map(crate::gegeven::nl).collect()
    };
    let all = told(zaak.dossier.tijdlijn());
    assert!(all.contains(&"Graag!".to_owned()), "{all:?}");
    let kijker = dossier::toegang::Kijker { actor: ouder(), groep: String::new() };
    let recht = |zaak: &Zaak| {
        let matrix = crate::gegeven::matrix();
        matrix.leesrecht(&kijker, &zaak.dossier, &zaak.dossier.betrokkenen(), zaak.vandaag)
    };
    assert!(told(zaak.dossier.tijdlijn_voor(&recht(&zaak))).contains(&"Graag!".to_owned()));
    zaak.als(ib(WATERJUFFER)).feit(dossier::leven::feiten::GeheimhoudingGezet {
        geheim: true,
        voor_personen: vec![1],
        bron: "beschikking".into(),
    });
    assert!(recht(&zaak).is_afgeschermd());
    assert_eq!(told(zaak.dossier.tijdlijn_voor(&recht(&zaak))), [""; 0]);
    // Nor on which day that was decided: it stands on the timeline of others alone.
    let secret = |regels: Vec<dossier::tijdlijn::Regel>| {
        regels.into_iter().any(|regel| crate::gegeven::nl(&regel.tekst).contains("geheim"))
    };
    assert!(secret(zaak.dossier.tijdlijn()));
    assert!(!secret(zaak.dossier.tijdlijn_voor(&recht(&zaak))));
}

/// A newer program corrected it: what it put there is not known here, and what stood there is not lost.
#[test]
fn a_correction_that_cannot_be_read_takes_nothing_away_and_the_file_is_for_reading() {
    let mut zaak = aangemeld();
    let (nr, before) = (zaak.dossier.versie, zaak.dossier.aanmeldingen.clone());
    zaak.feit(dossier::algemeen::feiten::Gecorrigeerd {
        volgnummer: nr,
        waarom: "Andere vorm.".into(),
        nieuw: Some(dossier::algemeen::feiten::Vervanging {
            event_type: "aangemeld".into(),
            event_version: 99,
            gegevens: serde_json::json!({}),
        }),
    });
    assert_eq!(zaak.dossier.aanmeldingen, before);
    assert!(zaak.dossier.alleen_lezen);
}
