//! P0: a pupil who is of age has a page of their own in the place of the parents, and decides there.

use dossier::aanmelding::afloop::{AanvaardAanbod, TrekAanmeldingIn};
use dossier::aanmelding::inleveren::LeverInformatieIn;
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::leven::contact::WijzigContact;
use dossier::leven::feiten::{Contactgegevens, Overledene};
use dossier::leven::leerling::LEERLING;
use dossier::leven::opdracht::{
    MeldMeerderjarig, MeldOverlijden, NodigOuderUit, SluitOuderAan, WijzigGezag, WijzigNaam, ZetGeheimhouding,
};
use dossier::soort::{Inleverwijze, Relatie, Schoolsoort};
use dossier::toegang::{Kijker, RelatieSoort};
use dossier::{Actor, Rol};

use crate::gegeven::{
    WINDVEER, Zaak, aanbod, actor, behoefte, d, ib, kind, matrix, meld_aan_bij, ouder, persoon, verbind,
    vraag_informatie,
};

/// Sam, with an own account.
fn sam() -> Actor {
    actor("p-sam", Rol::Leerling, "gezin/2026-000017")
}

fn nodig_uit() -> NodigOuderUit {
    NodigOuderUit { persoon: LEERLING, geldig_tot_en_met: d("2026-03-30"), werkt_hier: false }
}

fn sluit_aan() -> SluitOuderAan {
    SluitOuderAan { persoon: LEERLING, account: persoon("p-sam") }
}

/// Registered in secondary education, and eighteen on 12 March.
fn bijna_achttien() -> Zaak {
    let mut zaak = kind("2008-03-12");
    zaak.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo));
    zaak
}

/// The same on that day, with a page of their own.
fn met_pagina() -> Zaak {
    let mut zaak = bijna_achttien();
    zaak.op("2026-03-12").doe(nodig_uit()).als(sam()).doe(sluit_aan());
    zaak
}

fn mag(zaak: &Zaak, wie: Actor, opdracht: &str) -> bool {
    matrix().mag(&Kijker::from(wie), &zaak.dossier.betrokkenen(), opdracht, zaak.vandaag).toegestaan
}

#[test]
fn a_pupil_is_invited_to_a_page_from_the_birthday_on_and_the_parents_read_no_more() {
    let mut zaak = bijna_achttien();
    zaak.op("2026-03-11").weigert(nodig_uit()).met("leerling_handelt_niet_zelf");
    zaak.weigert(nodig_uit()).op_grond_van("art. 233 BW Boek 1");
    assert_ne!(zaak.leest(ouder(), ""), "-");
    zaak.op("2026-03-12");
    zaak.weigert(NodigOuderUit { geldig_tot_en_met: d("2026-03-11"), ..nodig_uit() })
        .veld("geldig_tot_en_met");
    zaak.doe(nodig_uit()).dan_is_vastgelegd(&["ouder_uitgenodigd"]);
    let known = zaak.dossier.persoon(LEERLING).expect("among the people").clone();
    assert_eq!((known.naam.as_str(), known.relatie), ("Sam de Zonnevis", Relatie::Leerling));
    assert_eq!(zaak.leest(sam(), ""), "-", "nothing opens by an invitation");
    // A new code takes the place of the one before, and nobody comes among the people twice.
    zaak.doe(nodig_uit());
    assert_eq!(zaak.dossier.personen.iter().filter(|one| one.nr == LEERLING).count(), 1);
    zaak.als(sam()).doe(sluit_aan());
    assert_eq!(zaak.leest(sam(), ""), "A B C D E F G H I J K1 K2 L N");
    assert_eq!(zaak.leest(ouder(), ""), "-", "the page of the parents closed on that day");
    zaak.als(ib(WINDVEER)).weigert(nodig_uit()).veld("persoon");
    // Of somebody else it is no page.
    assert_eq!(zaak.leest(actor("p-ander", Rol::Leerling, "gezin/2026-000017"), ""), "-");
    assert_eq!(zaak.leest(Actor { rol: Rol::Ouder, ..sam() }, ""), "-", "a pupil is no parent of themselves");
}

#[test]
fn nobody_who_is_around_the_child_becomes_the_pupil() {
    let mut zaak = bijna_achttien();
    zaak.op("2026-03-12").doe(nodig_uit());
    let mother = Actor { rol: Rol::Leerling, ..ouder() };
    let as_pupil = SluitOuderAan { persoon: LEERLING, account: mother.persoon.clone() };
    zaak.als(mother).weigert(as_pupil).met("account_van_ouder");
    zaak.als(sam()).doe(sluit_aan());
}

#[test]
fn the_code_of_a_pupil_is_of_the_pupil_and_the_code_of_a_parent_of_the_parent() {
    let mut zaak = bijna_achttien();
    zaak.doe(verbind("de heer B. Mistral", Relatie::Gezagsouder));
    zaak.doe(NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-30"), werkt_hier: false });
    zaak.als(sam()).weigert(SluitOuderAan { persoon: 2, account: persoon("p-sam") }).met("geen_uitnodiging");
    zaak.als(ib(WINDVEER)).op("2026-03-12").doe(nodig_uit());
    zaak.als(ouder())
        .weigert(SluitOuderAan { account: ouder().persoon, ..sluit_aan() })
        .met("geen_uitnodiging");
    // Found out since that the pupil cannot act: the parents stay, and the code opens nothing.
    zaak.als(ib(WINDVEER)).doe(MeldMeerderjarig { handelingsbekwaam: false });
    zaak.als(sam()).weigert(sluit_aan()).met("geen_uitnodiging");
    let mut zaak = met_pagina();
    zaak.als(ib(WINDVEER)).doe(MeldMeerderjarig { handelingsbekwaam: false });
    assert_eq!(zaak.leest(sam(), ""), "-", "who does not act has no page by it");
    assert_ne!(zaak.leest(ouder(), ""), "-");
}

#[test]
fn what_was_asked_of_the_parents_the_pupil_does_on_the_own_page() {
    let mut zaak = met_pagina();
    zaak.als(ib(WINDVEER)).doe(vraag_informatie("2026-03-26"));
    assert!(zaak.aan_zet().contains(&("informatie_geven", "leerling")), "{:?}", zaak.aan_zet());
    for act in ["lever_informatie_in", "aanvaard_aanbod", "meld_aan", "geef_zienswijze", "wijzig_contact"] {
        assert!(mag(&zaak, sam(), act) && !mag(&zaak, ouder(), act), "{act}");
    }
    let hand_in = LeverInformatieIn {
        aanmelding: 1,
        wijze: Inleverwijze::Hier,
        woorden: "Ik kan niet tegen lawaai.".into(),
        bijlagen: Vec::new(),
    };
    zaak.als(sam()).doe(hand_in).dan_is_vastgelegd(&["informatie_ingeleverd"]);
    assert!(zaak.aan_zet().contains(&("informatie_verwerken", "ib")));
    let mut zaak = met_pagina();
    zaak.als(ib(WINDVEER)).doe(behoefte(true)).doe(aanbod("2026-08-01"));
    assert!(zaak.aan_zet().contains(&("aanbod_beantwoorden", "leerling")));
    let yes = AanvaardAanbod { aanmelding: 1, aanbod: 1, van: None, toelichting: String::new() };
    zaak.als(sam()).doe(yes).dan_is_vastgelegd(&["aanbod_aanvaard"]);
    let mut zaak = met_pagina();
    zaak.doe(TrekAanmeldingIn { aanmelding: 1, van: None, reden: String::new() });
    zaak.dan_is_vastgelegd(&["aanmelding_ingetrokken"]);
}

#[test]
fn a_pupil_says_for_themselves_how_they_are_reached_and_whether_decisions_come_on_the_page() {
    let mut zaak = met_pagina();
    let contact = Contactgegevens { telefoon: "000-9".into(), ..Contactgegevens::default() };
    let reach = WijzigContact { persoon: LEERLING, per: d("2026-03-12"), contact };
    zaak.doe(reach.clone()).weigert(WijzigContact { persoon: 1, ..reach }).met("alleen_zelf");
    assert!(!zaak.dossier.leerling_zelf(zaak.vandaag).unwrap().is_digitaal_bereikbaar());
    zaak.doe(ZegDigitaalBereikbaar { ja: true, geen_bericht: false });
    assert!(zaak.dossier.leerling_zelf(zaak.vandaag).unwrap().is_digitaal_bereikbaar());
}

#[test]
fn nobody_is_made_the_pupil_and_the_pupil_is_made_nobody_else() {
    let mut zaak = bijna_achttien();
    zaak.weigert(verbind("mevrouw L. Regen", Relatie::Leerling)).veld("relatie");
    let change =
        |persoon, relatie| WijzigGezag { persoon, relatie, per: d("2026-03-02"), brondocument: "x".into() };
    zaak.weigert(change(1, Some(Relatie::Leerling))).veld("relatie");
    zaak.op("2026-03-12").doe(nodig_uit());
    zaak.weigert(change(LEERLING, Some(Relatie::Gezagsouder))).veld("relatie");
    zaak.weigert(change(LEERLING, None)).veld("relatie");
    zaak.weigert(MeldOverlijden { wie: Overledene::Persoon(LEERLING), op: d("2026-03-12") }).veld("wie");
    assert_eq!(zaak.dossier.gezag_op(zaak.vandaag).count(), 0, "nobody has authority over them");
    zaak.doe(WijzigNaam {
        per: d("2026-03-12"),
        roepnaam: "Samira".into(),
        voorvoegsel: String::new(),
        achternaam: "Zonnedauw".into(),
        geslacht: None,
    });
    assert_eq!(zaak.dossier.persoon(LEERLING).unwrap().naam, "Samira Zonnedauw", "called as in the file");
}

#[test]
fn where_a_child_is_is_no_secret_from_the_child() {
    let mut zaak = met_pagina();
    zaak.als(ib(WINDVEER));
    for voor_personen in [vec![], vec![LEERLING], vec![1, LEERLING]] {
        zaak.doe(ZetGeheimhouding { geheim: true, voor_personen, bron: "BRP".into() });
        assert!(!zaak.dossier.is_geheim_voor(LEERLING) && zaak.dossier.geheim_sinds(LEERLING).is_none());
        assert!(zaak.dossier.gesloten_voor("meld_aan", &sam()).is_none());
        assert_ne!(zaak.leest(sam(), ""), "-");
    }
}

#[test]
fn after_a_death_the_page_of_the_pupil_is_closed() {
    let mut zaak = met_pagina();
    zaak.als(ib(WINDVEER)).doe(MeldOverlijden { wie: Overledene::Leerling, op: d("2026-03-12") });
    let own = zaak.dossier.betrokkenen().into_iter().find(|one| one.soort == RelatieSoort::Leerling);
    assert!(own.is_some_and(|own| !own.is_current(zaak.vandaag)));
}
