//! P0: life events and the people around the child.

use dossier::algemeen::feiten::{
    Betreft, BriefVastgelegd, OntvangenBlok, OntvangenRegel, OsoOvergenomen, OvergenomenWaarde,
};
use dossier::algemeen::opdracht::{NeemOsoOver, OpenDossier};
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::leven::contact::WijzigContact;
use dossier::leven::feiten::{Contactgegevens, Geslacht, Overledene};
use dossier::leven::opdracht::{
    MeldMeerderjarig, MeldOverlijden, MeldPleegzorg, NodigOuderUit, OntvangNummer, SchrijfIn, SchrijfUit,
    SluitOuderAan, VerbindPersoon, Verhuis, WijzigGezag, WijzigNaam, ZetGeheimhouding,
};
use dossier::soort::{Relatie, Schoolsoort, Uitschrijfreden};
use dossier::staat::{Adres, Persoon};
use dossier::{Actor, Feit, Inhoud, Opdracht};

use crate::gegeven::nl;
use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, behoefte_vastgesteld, d, ib, ingeschreven, kind, loket,
    meld_aan, niets, open_dossier, ouder, ouder_met_gezag, persoon, schrijf_in, verbind, vestiging,
    zienswijze,
};

pub(crate) fn brief() -> BriefVastgelegd {
    BriefVastgelegd {
        soort: "ontvangst_aanmelding".into(),
        betreft: Betreft::EigenPagina,
        deel: dossier::toegang::Deel::A,
        aan_personen: vec![1],
        aan_organisaties: Vec::new(),
        blob: "blob-2".into(),
        vingerafdruk: "11".repeat(32),
        lengte: 4096,
        vierkantjes: String::new(),
    }
}

pub(crate) fn oso() -> OsoOvergenomen {
    OsoOvergenomen {
        overstap: "POSWV".into(),
        datum: Some(d("2026-02-20")),
        school_in_bron: "De Waterjuffer".into(),
        vestiging: vestiging(WATERJUFFER),
        vingerafdruk: "22".repeat(32),
        waarden: vec![OvergenomenWaarde {
            veld: "inzet_tot_nu_toe".into(),
            waarde: "Een jaar hulp in de klas.".into(),
            element: "/dossier/leerling/begeleiding".into(),
            regel: 12,
            datum: None,
        }],
        bijlagen: Vec::new(),
        opt_out: vec!["medisch".into()],
        ouders_inzage: Some(true),
        ontvangen: vec![OntvangenBlok {
            deel: dossier::toegang::Deel::I,
            naam: "verzuim".into(),
            regels: vec![OntvangenRegel { element: "frequentie".into(), waarde: "2".into(), regel: 30 }],
        }],
        voorlopig: Some(false),
        inzage_op: Some(d("2026-02-18")),
        akkoord: Some(false),
        reden_niet_akkoord: "Het verslag klopt niet.".into(),
        toestemming: Some(true),
        meldingen: vec!["regel 20: deze einddatum ligt voor de begindatum".into()],
    }
}

pub(crate) fn nieuwe_naam() -> WijzigNaam {
    WijzigNaam {
        per: d("2026-03-02"),
        roepnaam: "Samira".into(),
        voorvoegsel: String::new(),
        achternaam: "Zonnedauw".into(),
        geslacht: Some(Geslacht::Vrouw),
    }
}

pub(crate) fn overleden(wie: Overledene) -> MeldOverlijden {
    MeldOverlijden { wie, op: d("2026-03-02") }
}

#[test]
fn a_file_is_opened_once_for_a_child_of_school_age() {
    let zaak = kind("2020-03-12");
    zaak.weigert(open_dossier("2020-03-12")).met("dossier_bestaat");
    niets().weigert(open_dossier("2026-03-03")).veld("geboortedatum");
    niets().weigert(open_dossier("2002-03-02")).veld("geboortedatum");
    assert!(niets().vraag(open_dossier("2002-03-03")).is_ok(), "still 23");
    niets().weigert(OpenDossier { roepnaam: " ".into(), ..open_dossier("2020-03-12") }).veld("roepnaam");
    niets()
        .weigert(OpenDossier { achternaam: "a\nb".into(), ..open_dossier("2020-03-12") })
        .veld("achternaam");
    niets()
        .weigert(OpenDossier { achternaam: "x".repeat(201), ..open_dossier("2020-03-12") })
        .veld("achternaam");
}

#[test]
fn a_parent_changes_the_own_telephone_and_nothing_of_another() {
    let mut zaak = aangemeld();
    zaak.doe(ouder_met_gezag("de heer B. Meeuw"));
    let of = |zaak: &Zaak| zaak.dossier.persoon(1).unwrap().contact.clone();
    let adres = of(&zaak).adres;
    let own = |telefoon: &str| {
        let mut act = ander_nummer(telefoon, "2026-03-02");
        act.contact.adres.clone_from(&adres);
        act
    };
    zaak.als(ouder()).doe(own("000-3")).dan_is_vastgelegd(&["contact_gewijzigd"]);
    assert_eq!(of(&zaak).telefoon, "000-3");
    zaak.weigert(own("000-3")).veld("telefoon");
    // Nor of another, nor where letters go.
    zaak.weigert(WijzigContact { persoon: 2, ..own("000-4") });
    let mut elsewhere = own("000-4");
    elsewhere.contact.adres = "Elders 1, 1000 AA Elders".into();
    zaak.weigert(elsewhere).veld("adres");
    assert_eq!(of(&zaak).telefoon, "000-3");
}

/// Who registered Sam is called at another number from this day on.
pub(crate) fn ander_nummer(telefoon: &str, per: &str) -> WijzigContact {
    let contact = Contactgegevens { telefoon: telefoon.into(), ..Contactgegevens::default() };
    WijzigContact { persoon: 1, per: d(per), contact }
}

#[test]
fn another_telephone_is_a_change_from_a_day_and_not_a_correction() {
    let mut zaak = kind("2020-03-12");
    let number = |zaak: &Zaak| zaak.dossier.persoon(1).expect("a parent").contact.telefoon.clone();
    zaak.weigert(ander_nummer("1", "2026-03-03")).veld("per");
    zaak.weigert(WijzigContact { persoon: 7, ..ander_nummer("1", "2026-03-02") }).veld("persoon");
    zaak.doe(ander_nummer("000-2", "2026-03-02")).dan_is_vastgelegd(&["contact_gewijzigd"]);
    assert_eq!(number(&zaak), "000-2");
    assert!(zaak.dossier.correction(2).is_none(), "what was recorded of the parent stays as it is");
    zaak.doe(ander_nummer("000-1", "2026-02-01"));
    assert_eq!(number(&zaak), "000-2", "what is recorded late, of a day before, changes nothing any more");
    zaak.doe(WijzigGezag {
        persoon: 1,
        relatie: Some(Relatie::Voogd),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    assert_eq!(number(&zaak), "000-2", "a change of authority keeps it");
}

#[test]
fn people_keep_their_number_through_changes_of_authority() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(verbind("de heer B. Mistral", Relatie::Gezagsouder));
    let change = WijzigGezag {
        persoon: 2,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-02-01"),
        brondocument: "beschikking".into(),
    };
    zaak.weigert(WijzigGezag { relatie: Some(Relatie::Gezagsouder), ..change.clone() }).veld("relatie");
    zaak.weigert(WijzigGezag { per: d("2026-03-03"), ..change.clone() }).veld("per");
    zaak.weigert(WijzigGezag { persoon: 7, ..change.clone() }).veld("persoon");
    zaak.doe(change.clone());
    assert_eq!(zaak.dossier.gezag_op(d("2026-01-31")).count(), 2);
    assert_eq!(zaak.dossier.gezag_op(d("2026-02-01")).count(), 1);
    zaak.doe(WijzigGezag { relatie: None, per: d("2026-03-01"), ..change });
    assert_eq!(zaak.dossier.personen_op(d("2026-03-01")).count(), 1);
    zaak.doe(verbind("mevrouw T. Kwikstaart", Relatie::Voogd));
    assert_eq!(zaak.dossier.personen.last().unwrap().nr, 3);
}

#[test]
fn an_own_page_is_for_who_has_authority_and_by_a_code_that_works() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(verbind("de heer B. Mistral", Relatie::Gezagsouder))
        .doe(verbind("mevrouw L. Regen", Relatie::OuderZonderGezag));
    let invite = |persoon, tot: &str| NodigOuderUit { persoon, geldig_tot_en_met: d(tot), werkt_hier: false };
    zaak.weigert(invite(3, "2026-03-16")).veld("persoon");
    zaak.weigert(invite(1, "2026-03-16")).veld("persoon");
    zaak.weigert(invite(2, "2026-03-01")).veld("geldig_tot_en_met");
    let join = SluitOuderAan { persoon: 2, account: persoon("p-mistral") };
    zaak.weigert(join.clone()).met("geen_uitnodiging");
    zaak.doe(invite(2, "2026-03-16")).op("2026-03-17");
    zaak.weigert(join.clone()).met("geen_uitnodiging");
    zaak.op("2026-03-16").doe(join.clone());
    zaak.weigert(join).met("al_aangesloten");
}

#[test]
fn an_account_that_is_or_was_of_somebody_else_around_the_child_opens_no_page() {
    let mut zaak = kind("2020-03-12");
    for naam in ["de heer B. Mistral", "mevrouw L. Regen", "dhr. B. Mistral", "B. Mistral"] {
        zaak.als(ib(WATERJUFFER)).doe(verbind(naam, Relatie::Gezagsouder));
    }
    let invite = |persoon| NodigOuderUit { persoon, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false };
    let father = Actor { persoon: persoon("p-mistral"), ..ouder() };
    let join = |nr, who: &Actor| SluitOuderAan { persoon: nr, account: who.persoon.clone() };
    for nr in [2, 3, 4, 5] {
        zaak.als(ib(WATERJUFFER)).doe(invite(nr));
    }
    // Who makes the codes answers for no parent.
    let at_work = Actor { persoon: ib(WATERJUFFER).persoon, ..ouder() };
    zaak.als(at_work.clone()).weigert(join(2, &at_work)).met("account_van_werk");
    // One parent is not both.
    zaak.als(ouder()).weigert(join(2, &ouder())).met("account_van_ander");
    zaak.als(father.clone()).doe(join(2, &father));
    zaak.weigert(join(3, &father)).met("account_van_ander");
    assert_eq!(zaak.dossier.beslissen_samen(d("2026-03-02")).len(), 5);
    // An initial and a surname are of both parents.
    zaak.weigert(join(5, &father)).met("account_van_ander");
    // The same father, whom another school typed too.
    zaak.doe(join(4, &father));
    assert_eq!(zaak.dossier.beslissen_samen(d("2026-03-02")).len(), 4);
    // A page that the school closed takes nothing of it away.
    for persoon in [2, 4] {
        let end = dossier::leven::eigenpagina::BeeindigEigenPagina {
            persoon,
            reden: "De familie vluchtte.".into(),
        };
        zaak.als(ib(WATERJUFFER)).doe(end);
    }
    zaak.als(father.clone()).weigert(join(3, &father)).met("account_van_ander");
    let mother = Actor { persoon: persoon("p-regen"), ..ouder() };
    zaak.als(mother.clone()).doe(join(3, &mother));
}

#[test]
fn whoever_opened_the_page_of_another_after_an_own_one_was_closed_is_who_they_were_first() {
    let secret = |first: u32, second: u32| {
        let mut zaak = kind("2020-03-12");
        zaak.als(ib(WATERJUFFER)).doe(verbind("de heer B. Mistral", Relatie::Gezagsouder));
        zaak.doe(verbind("mevrouw L. Regen", Relatie::Gezagsouder));
        let who = Actor { persoon: persoon("p-mistral"), ..ouder() };
        let opens =
            |nr| dossier::leven::feiten::OuderAangesloten { persoon: nr, account: who.persoon.clone() };
        zaak.feit(opens(first));
        zaak.feit(opens(second));
        let end = |persoon| dossier::leven::eigenpagina::BeeindigEigenPagina {
            persoon,
            reden: "Een ander.".into(),
        };
        zaak.als(ib(WATERJUFFER)).doe(ZetGeheimhouding {
            geheim: true,
            voor_personen: vec![2],
            bron: "BRP".into(),
        });
        zaak.doe(end(2));
        zaak.dossier.is_geheim_voor_wie(&who)
    };
    assert!(secret(2, 3), "he was the father before he was somebody else");
    assert!(!secret(3, 2), "she opened his page by mistake");
}

#[test]
fn a_parent_with_a_page_says_for_themselves_whether_decisions_may_come_there() {
    let mut zaak = kind("2020-03-12");
    let say = |ja| ZegDigitaalBereikbaar { ja, geen_bericht: false };
    let agreed = |zaak: &Zaak| zaak.dossier.persoon(1).is_some_and(Persoon::is_digitaal_bereikbaar);
    zaak.weigert(say(true)).met("alleen_zelf");
    let stranger = Actor { persoon: persoon("p-ander"), ..ouder() };
    zaak.als(stranger).weigert(say(true)).met("alleen_zelf");
    zaak.als(ouder());
    assert!(!agreed(&zaak), "having a page is no agreement");
    zaak.weigert(say(false)).veld("ja");
    zaak.doe(say(true)).dan_is_vastgelegd(&["digitaal_bereikbaar_gezegd"]);
    assert!(agreed(&zaak));
    zaak.weigert(say(true)).veld("ja");
    // From whom the places of the child are secret still says how decisions reach them.
    zaak.als(ib(WATERJUFFER));
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() });
    zaak.als(ouder()).op("2026-03-09").doe(say(false));
    assert!(!agreed(&zaak));
    let said = zaak.dossier.persoon(1).and_then(|p| p.digitaal.as_ref()).map(|said| said.op);
    assert_eq!(said, Some(d("2026-03-09")));
}

#[test]
fn contact_data_and_sources_are_checked() {
    let zaak = kind("2020-03-12");
    let mail = |e_mail: &str| VerbindPersoon {
        contact: Contactgegevens { e_mail: e_mail.into(), ..Contactgegevens::default() },
        ..ouder_met_gezag("mevrouw L. Regen")
    };
    zaak.weigert(mail("regen")).veld("e_mail");
    zaak.weigert(mail("@wolk.example")).veld("e_mail");
    assert!(zaak.vraag(mail("l.regen@wolk.example")).is_ok());
    zaak.weigert(VerbindPersoon { brondocument: String::new(), ..mail("") }).veld("brondocument");
}

#[test]
fn a_move_changes_the_address_and_needs_a_postcode_or_a_country_abroad() {
    let mut zaak = kind("2020-03-12");
    let move_to = |adres| Verhuis { per: d("2026-03-01"), adres };
    zaak.weigert(move_to(Adres::default())).veld("postcode");
    assert!(zaak.vraag(move_to(Adres { buitenland: true, ..Adres::default() })).is_ok());
    zaak.doe(move_to(Adres::of_postcode("9998ZZ".parse().unwrap()).in_gemeente(None)));
    assert_eq!(zaak.dossier.leerling.as_ref().unwrap().adres.swv_po, None);
    zaak.weigert(Verhuis { per: d("2026-03-03"), adres: Adres { buitenland: true, ..Adres::default() } })
        .veld("per");
}

#[test]
fn a_move_that_is_told_late_does_not_take_the_newer_address_away() {
    let mut zaak = kind("2018-03-12");
    let move_to = |per: &str, postcode: &str| Verhuis {
        per: d(per),
        adres: Adres::of_postcode(postcode.parse().unwrap()).in_gemeente(None),
    };
    zaak.doe(move_to("2026-02-01", "9998ZZ")).doe(move_to("2026-01-01", "9997ZZ"));
    let lives = |zaak: &Zaak| zaak.dossier.leerling.as_ref().unwrap().adres.postcode.clone();
    assert_eq!(lives(&zaak), "9998ZZ".parse().ok());
    zaak.doe(move_to("2026-03-01", "9996ZZ"));
    assert_eq!(lives(&zaak), "9996ZZ".parse().ok());
}

#[test]
fn foster_care_names_a_foster_parent() {
    let mut zaak = kind("2020-03-12");
    let care = |persoon| MeldPleegzorg { per: d("2026-03-01"), persoon };
    zaak.weigert(care(1)).veld("persoon");
    zaak.doe(verbind("familie Bries", Relatie::Pleegouder)).doe(care(2));
    assert_eq!(zaak.dossier.pleegzorg_sinds, Some(d("2026-03-01")));
    assert_eq!(zaak.dossier.gezag_op(zaak.vandaag).count(), 1, "authority stays where it was");
}

#[test]
fn a_pupil_of_eighteen_who_can_acts_instead_of_the_parents() {
    let mut zaak = kind("2008-03-03");
    // From a year before: pupil and parents are told, and it holds from the birthday.
    zaak.op("2025-03-02")
        .weigert(MeldMeerderjarig { handelingsbekwaam: true })
        .met("nog_minderjarig")
        .op_grond_van("art. 233 BW Boek 1");
    zaak.op("2025-03-03").doe(MeldMeerderjarig { handelingsbekwaam: true });
    assert_eq!(zaak.dossier.meerderjarig_per, Some(d("2026-03-03")));
    assert_eq!(zaak.dossier.gezag_op(d("2026-03-02")).count(), 1);
    assert_eq!(zaak.dossier.gezag_op(d("2026-03-03")).count(), 0);
    let parent =
        zaak.dossier.betrokkenen().into_iter().find(|b| b.soort == dossier::toegang::RelatieSoort::Gezag);
    assert_eq!(parent.unwrap().tot, Some(d("2026-03-03")), "their page closes");
    let mut other = kind("2008-03-02");
    other.doe(MeldMeerderjarig { handelingsbekwaam: false });
    assert_eq!(other.dossier.gezag_op(other.vandaag).count(), 1, "somebody must act");
}

#[test]
fn a_change_of_name_hides_the_old_name_everywhere() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(nieuwe_naam());
    assert_eq!(zaak.dossier.naam(), "Samira Zonnedauw");
    let lines: Vec<String> = zaak.dossier.tijdlijn().into_iter().map(|regel| nl(&regel.tekst)).collect();
    assert!(lines.iter().all(|tekst| !tekst.contains("Zonnevis") && !tekst.contains("Sam ")), "{lines:?}");
    zaak.weigert(WijzigNaam { roepnaam: String::new(), ..nieuwe_naam() }).veld("roepnaam");
    zaak.weigert(WijzigNaam { per: d("2026-03-03"), ..nieuwe_naam() }).veld("per");
}

#[test]
fn a_secret_address_is_secret_from_named_people_or_from_all_outside() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(verbind("de heer B. Mistral", Relatie::Gezagsouder));
    let secret =
        |geheim, voor_personen: Vec<u32>| ZetGeheimhouding { geheim, voor_personen, bron: "BRP".into() };
    zaak.weigert(secret(true, vec![7])).veld("voor_personen");
    zaak.doe(secret(true, vec![2]));
    assert!(zaak.dossier.is_geheim_voor(2) && !zaak.dossier.is_geheim_voor(1));
    zaak.doe(secret(true, Vec::new()));
    assert!(zaak.dossier.is_geheim_voor(1));
    zaak.doe(secret(false, Vec::new()));
    assert!(!zaak.dossier.is_geheim_voor(2));
}

#[test]
fn the_personal_number_is_for_schools_and_never_shown() {
    let mut zaak = kind("2020-03-12");
    let number = |pgn: &str| OntvangNummer { pgn: pgn.into() };
    zaak.weigert(number("111222334")).veld("pgn");
    assert_eq!(format!("{:?}", number("111222333")), "OntvangNummer");
    zaak.doe(number("111 222 333"));
    assert_eq!(format!("{:?}", zaak.nieuw[0]), "NummerOntvangen(NummerOntvangen)");
    zaak.als(loket(SWV_PO));
    zaak.weigert(number("111222333")).met("alleen_school");
}

#[test]
fn after_a_childs_death_nothing_runs_and_nothing_starts() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-01"));
    zaak.doe(overleden(Overledene::Leerling));
    assert!(zaak.dossier.beurten().is_empty());
    assert!(dossier::aanmelding::opdracht::zorgplicht_bij(&zaak.dossier, zaak.vandaag).is_empty());
    zaak.weigert(meld_aan()).met("overleden");
    zaak.weigert(nieuwe_naam()).met("overleden");
    zaak.weigert(zienswijze(1, None)).met("overleden");
    zaak.weigert(overleden(Overledene::Leerling)).met("al_gemeld");
    let uit = SchrijfUit {
        grond: Uitschrijfreden::Overleden,
        ..crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-03-02"))
    };
    zaak.doe(uit).doe(overleden(Overledene::Persoon(1)));
    zaak.als(ouder()).weigert(zienswijze(1, None)).kan_wel(&sleutels::algemeen::school_bellen());
}

#[test]
fn a_parent_who_died_gets_no_letters_and_no_page() {
    let mut zaak = kind("2020-03-12");
    zaak.weigert(overleden(Overledene::Persoon(9))).veld("wie");
    zaak.doe(overleden(Overledene::Persoon(1)));
    assert_eq!(zaak.dossier.gezag_op(zaak.vandaag).count(), 0);
    let still = zaak.dossier.betrokkenen();
    assert!(still.iter().all(|b| matches!(b.wie, dossier::toegang::Wie::Organisatie(_))), "{still:?}");
    zaak.weigert(overleden(Overledene::Persoon(1))).met("al_gemeld");
}

#[test]
fn an_enrolment_ends_where_the_next_one_starts_also_when_it_is_recorded_late() {
    let mut zaak = ingeschreven();
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-08-01"));
    let at = |zaak: &crate::gegeven::Zaak, on: &str| {
        zaak.dossier.inschrijving_op(d(on)).map(|i| i.vestiging.to_string())
    };
    assert_eq!(at(&zaak, "2026-07-31").as_deref(), Some(WATERJUFFER));
    assert_eq!(at(&zaak, "2026-08-01").as_deref(), Some(IJSVOGEL));
    zaak.op_school(schrijf_in("99CC00", Schoolsoort::Basisschool, "2024-08-01"));
    assert_eq!(at(&zaak, "2025-07-31").as_deref(), Some("99CC00"));
    assert_eq!(at(&zaak, "2025-08-01").as_deref(), Some(WATERJUFFER));
    let uit = |per: &str| crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d(per));
    zaak.weigert(uit("2025-07-31")).veld("per");
    zaak.weigert(uit("2026-05-01")).veld("per");
    let abroad = dossier::soort::Uitschrijfreden::Buitenland;
    zaak.doe(SchrijfUit { grond: abroad, ..uit("2026-05-01") });
    assert_eq!(
        at(&zaak, "2026-05-01"),
        None,
        "leaving before the next school starts is possible, not for it"
    );
    zaak.weigert(uit("2026-06-01")).veld("vestiging");
}

#[test]
fn a_school_deregisters_its_own_pupils_only() {
    let mut zaak = ingeschreven();
    zaak.weigert(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02")).veld("vestiging");
    zaak.doe(SchrijfIn {
        groep: "6".into(),
        ..schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02")
    });
    assert_eq!(zaak.dossier.inschrijving_op(d("2026-03-02")).unwrap().groep, "6");
    zaak.als(ib(IJSVOGEL));
    let uit = crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01"));
    zaak.weigert(uit).met("andere_organisatie");
}

#[test]
fn a_letter_is_of_who_recorded_it_and_one_file_is_taken_over_once() {
    let mut zaak = kind("2020-03-12");
    zaak.feit(brief());
    assert_eq!(zaak.dossier.brieven[0].van, vestiging(WATERJUFFER).organisatie());
    zaak.doe(NeemOsoOver { overname: oso() });
    zaak.weigert(NeemOsoOver { overname: oso() }).met("oso_al_overgenomen");
}

#[test]
fn a_fact_of_a_newer_program_makes_the_file_read_only() {
    let mut zaak = kind("2020-03-12");
    zaak.dossier.apply(Feit {
        volgnummer: 4,
        recorded_at: "2030-01-01T00:00:00Z".parse().unwrap(),
        on: d("2030-01-01"),
        actor: ib(WATERJUFFER),
        daad: None,
        holder: vestiging(WATERJUFFER).organisatie(),
        inhoud: Inhoud::Onbekend { event_type: "iets_van_later".into(), version: 1 },
    });
    zaak.weigert(meld_aan()).met("nieuwer_dossier");
    assert_eq!(zaak.dossier.naam(), "Sam de Zonnevis", "it can be read");
    assert_eq!(
        nl(&zaak.dossier.tijdlijn()[0].tekst),
        "Iets wat een nieuwere versie van Leerrecht heeft vastgelegd"
    );
}

#[test]
fn every_command_has_a_name_of_its_own() {
    let opdracht = Opdracht::from(meld_aan());
    assert_eq!(opdracht.naam(), "meld_aan");
    let names: std::collections::BTreeSet<_> = dossier::opdracht::OPDRACHTEN.iter().collect();
    assert_eq!(names.len(), dossier::opdracht::OPDRACHTEN.len());
}

#[test]
fn what_happened_in_a_life_did_not_happen_before_it() {
    // Given a child born on 12 March 2020.
    let zaak = kind("2020-03-12");
    let before = d("2020-03-11");
    let abroad = Adres { buitenland: true, ..Adres::default() };
    // A father can die before the birth, and not years before it.
    for (wie, never, first) in [
        (Overledene::Leerling, before, "2020-03-12"),
        (Overledene::Persoon(1), d("2019-05-11"), "2019-05-12"),
    ] {
        zaak.weigert(MeldOverlijden { wie, op: never }).veld("op");
        assert!(zaak.vraag(MeldOverlijden { wie, op: d(first) }).is_ok());
    }
    let moved = zaak.weigert(Verhuis { per: d("1950-01-01"), adres: abroad }).veld("per");
    assert_eq!(nl(&moved.0.reden), "zo 1 jan 1950 is te vroeg; de eerste dag die kan, is do 12 mrt 2020");
    zaak.weigert(WijzigNaam { per: before, ..nieuwe_naam() }).veld("per");
}
