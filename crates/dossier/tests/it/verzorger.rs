//! P0: a carer of the child has a page of their own for what those with authority allow, and keeps none without that word.

use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::inleveren::LeverInformatieIn;
use dossier::aanmelding::opp::MeldOpp;
use dossier::leven::eigenpagina::BeeindigEigenPagina;
use dossier::leven::opdracht::{NodigOuderUit, SluitOuderAan, WijzigGezag, ZetGeheimhouding};
use dossier::leven::verzorger::StaLezingToe;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Inleverwijze, Relatie, Verzorgerslezing};
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};

use crate::gegeven::{
    WATERJUFFER, Zaak, aangemeld, actor, behoefte_vastgesteld, d, ib, kind, laat_toe, matrix, meld_aan,
    ouder, ouder_met_gezag, persoon, start, verbind, vraag_informatie,
};

/// A carer may read something of the file.
pub(crate) fn staat_toe(persoon: u32, wat: Verzorgerslezing) -> StaLezingToe {
    StaLezingToe { persoon, wat, van: None, blijkt: "brief van de moeder".into() }
}

/// The carer of Sam, with an own account.
fn bries() -> Actor {
    actor("p-bries", Rol::Ouder, "gezin/2026-000017")
}

/// Given Sam, registered, whom the family Bries cares for; its mother has authority and a page.
fn verzorgd() -> Zaak {
    let mut zaak = aangemeld();
    zaak.doe(verbind("familie Bries", Relatie::Pleegouder));
    zaak
}

/// The same, and the family Bries uses the page that it was allowed.
fn met_pagina(wat: Verzorgerslezing) -> Zaak {
    let mut zaak = verzorgd();
    zaak.als(ouder()).doe(staat_toe(2, wat)).als(ib(WATERJUFFER));
    zaak.doe(NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false });
    zaak.als(bries()).doe(SluitOuderAan { persoon: 2, account: persoon("p-bries") });
    zaak
}

fn mag(zaak: &Zaak, opdracht: Opdrachtnaam) -> bool {
    let (kijker, betrokken) = (Kijker::from(bries()), zaak.dossier.betrokkenen());
    matrix().mag(&kijker, &betrokken, opdracht.naam(), zaak.vandaag).toegestaan
}

#[test]
fn a_carer_has_a_page_by_the_word_of_who_has_authority_and_reads_no_more_than_that() {
    let mut zaak = verzorgd();
    let invite = NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false };
    zaak.weigert(invite.clone()).veld("persoon");
    zaak.als(ouder()).doe(staat_toe(2, Verzorgerslezing::Niets)).als(ib(WATERJUFFER));
    zaak.weigert(invite).veld("persoon");
    for (wat, delen) in [(Verzorgerslezing::Aanmelding, "A B"), (Verzorgerslezing::OokPlan, "A B C F G")] {
        let mut zaak = met_pagina(wat);
        assert_eq!(zaak.leest(bries(), ""), delen, "{wat:?}");
        assert_eq!(zaak.weet_van(bries(), ""), ["aanmelding-1"]);
        // Of a request, with what is known of the child, a carer hears nothing.
        zaak.als(ib(WATERJUFFER)).doe(start(dossier::soort::TlvSoort::So));
        assert_eq!(zaak.weet_van(bries(), ""), ["aanmelding-1"]);
        // No more than that any more, from the moment of that word.
        zaak.als(ouder()).doe(staat_toe(2, Verzorgerslezing::Niets));
        assert_eq!(zaak.leest(bries(), ""), "-");
    }
}

#[test]
fn of_two_with_authority_the_one_who_allows_less_counts_and_who_lost_it_no_more() {
    let mut zaak = met_pagina(Verzorgerslezing::OokPlan);
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer B. Mistral"));
    zaak.weigert(staat_toe(2, Verzorgerslezing::Aanmelding)).veld("van");
    zaak.doe(StaLezingToe { van: Some(3), ..staat_toe(2, Verzorgerslezing::Aanmelding) });
    assert_eq!(zaak.leest(bries(), ""), "A B");
    zaak.doe(WijzigGezag {
        persoon: 3,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    assert_eq!(zaak.leest(bries(), ""), "A B C F G");
    zaak.weigert(StaLezingToe { van: Some(3), ..staat_toe(2, Verzorgerslezing::Niets) }).veld("van");
    // Nobody with authority is left by whose word the carer reads.
    zaak.doe(WijzigGezag {
        persoon: 1,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    assert_eq!(zaak.leest(bries(), ""), "-");
}

#[test]
fn the_word_of_a_parent_who_may_not_know_where_the_child_is_lets_nobody_read() {
    let mut zaak = met_pagina(Verzorgerslezing::OokPlan);
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer B. Mistral"));
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() };
    zaak.doe(secret);
    assert_eq!(zaak.leest(bries(), ""), "-");
    zaak.weigert(StaLezingToe { van: Some(1), ..staat_toe(2, Verzorgerslezing::Aanmelding) }).veld("van");
    // The other parent can say it.
    zaak.doe(StaLezingToe { van: Some(3), ..staat_toe(2, Verzorgerslezing::Aanmelding) });
    assert_eq!(zaak.leest(bries(), ""), "A B");
}

#[test]
fn a_page_that_somebody_else_opened_is_ended_and_the_right_one_is_invited_anew() {
    let mut zaak = met_pagina(Verzorgerslezing::OokPlan);
    let end = |reden: &str| BeeindigEigenPagina { persoon: 2, reden: reden.into() };
    zaak.als(ib(WATERJUFFER)).weigert(end(" ")).veld("reden");
    zaak.doe(end("De code kwam bij een ander.")).dan_is_vastgelegd(&["eigen_pagina_beeindigd"]);
    assert_eq!(zaak.leest(bries(), ""), "-");
    zaak.weigert(end("De code kwam bij een ander.")).veld("persoon");
    // The code of before opens nothing; a new invitation does, for the right one.
    let join = |account: &str| SluitOuderAan { persoon: 2, account: persoon(account) };
    zaak.als(bries()).weigert(join("p-bries"));
    zaak.als(ib(WATERJUFFER)).doe(NodigOuderUit {
        persoon: 2,
        geldig_tot_en_met: d("2026-03-16"),
        werkt_hier: false,
    });
    zaak.als(bries()).weigert(join("p-bries")).met("pagina_gesloten");
    let right = actor("p-recht", Rol::Ouder, "gezin/2026-000017");
    zaak.als(right.clone()).doe(join("p-recht"));
    assert_eq!(zaak.leest(right, ""), "A B C F G");
}

#[test]
fn what_was_allowed_on_a_page_that_somebody_else_opened_lets_nobody_read() {
    let mut zaak = verzorgd();
    let allowed = StaLezingToe { blijkt: String::new(), ..staat_toe(2, Verzorgerslezing::OokPlan) };
    zaak.als(crate::gegeven::ouder()).doe(allowed);
    zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: 2, account: persoon("p-bries") });
    assert_eq!(zaak.leest(bries(), ""), "A B C F G");
    zaak.als(ib(WATERJUFFER)).doe(BeeindigEigenPagina { persoon: 1, reden: "Het was een ander.".into() });
    assert_eq!(zaak.leest(bries(), ""), "-");
}

#[test]
fn whose_word_it_is_is_said_and_nobody_says_it_for_another() {
    let mut zaak = verzorgd();
    let yes = staat_toe(2, Verzorgerslezing::Aanmelding);
    zaak.weigert(StaLezingToe { blijkt: String::new(), ..yes.clone() }).veld("blijkt");
    zaak.weigert(StaLezingToe { persoon: 1, ..yes.clone() }).veld("persoon");
    zaak.weigert(StaLezingToe { van: Some(2), ..yes.clone() }).veld("van");
    zaak.doe(yes.clone()).dan_is_vastgelegd(&["lezing_toegestaan"]);
    zaak.weigert(yes.clone()).veld("wat");
    zaak.als(bries()).weigert(StaLezingToe { wat: Verzorgerslezing::OokPlan, ..yes });
    let zaak = met_pagina(Verzorgerslezing::OokPlan);
    assert!(!mag(&zaak, Opdrachtnaam::StaLezingToe), "a carer gives themselves nothing to read");
    let mut grown = kind("2008-03-02");
    grown.doe(verbind("familie Bries", Relatie::Pleegouder));
    grown.weigert(staat_toe(2, Verzorgerslezing::Aanmelding)).met("leerling_zelf");
}

#[test]
fn a_carer_registers_and_answers_what_a_school_asks_and_decides_nothing() {
    let mut zaak = met_pagina(Verzorgerslezing::Aanmelding);
    for act in [Opdrachtnaam::MeldAan, Opdrachtnaam::LeverInformatieIn, Opdrachtnaam::WijzigContact] {
        assert!(mag(&zaak, act), "{act:?}");
    }
    for act in [
        Opdrachtnaam::AanvaardAanbod,
        Opdrachtnaam::WijsAanbodAf,
        Opdrachtnaam::TrekAanmeldingIn,
        Opdrachtnaam::GeefZienswijze,
        Opdrachtnaam::ZegDigitaalBereikbaar,
    ] {
        assert!(!mag(&zaak, act), "{act:?}: who has authority decides");
    }
    zaak.als(ib(WATERJUFFER)).doe(vraag_informatie("2026-03-16"));
    zaak.als(bries()).doe(LeverInformatieIn {
        aanmelding: 1,
        wijze: Inleverwijze::Hier,
        woorden: "Sam slaapt slecht.".into(),
        bijlagen: Vec::new(),
    });
    assert!(zaak.aan_zet().contains(&("informatie_verwerken", "ib")));
    // What the mother handed in is hers, and not for the carer to read.
    let mut zaak = met_pagina(Verzorgerslezing::OokPlan);
    zaak.als(ib(WATERJUFFER)).doe(vraag_informatie("2026-03-16"));
    zaak.als(ouder()).doe(LeverInformatieIn {
        aanmelding: 1,
        wijze: Inleverwijze::Hier,
        woorden: "Er speelt thuis veel.".into(),
        bijlagen: Vec::new(),
    });
    let lines = zaak.tijdlijn_van(bries());
    assert!(lines.iter().all(|line| !line.contains("ingeleverd")), "{lines:?}");
    let mut elsewhere = kind("2020-03-12");
    elsewhere.doe(verbind("familie Bries", Relatie::Pleegouder));
    let account = persoon("p-bries");
    elsewhere.feit(dossier::leven::feiten::OuderAangesloten { persoon: 2, account });
    elsewhere
        .als(bries())
        .doe(dossier::aanmelding::opdracht::MeldAan { ingediend_door: Indiener::Ouder(2), ..meld_aan() });
}

/// What the plan says is read by who may read the plan; that it is there belongs to the registration that promised it.
#[test]
fn a_carer_of_the_registration_alone_reads_that_the_school_says_that_there_is_a_plan_and_no_word_of_it() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(laat_toe("2026-03-09")).doe(verbind("familie Bries", Relatie::Pleegouder));
    zaak.als(ouder()).doe(staat_toe(2, Verzorgerslezing::Aanmelding)).als(ib(WATERJUFFER));
    zaak.doe(NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false });
    zaak.als(bries()).doe(SluitOuderAan { persoon: 2, account: persoon("p-bries") });
    zaak.als(ib(WATERJUFFER)).op("2026-04-02").doe(MeldOpp { aanmelding: 1, op: d("2026-04-01") });
    assert_eq!(zaak.leest(bries(), ""), "A B");
    let lines = zaak.tijdlijn_van(bries());
    let said: Vec<_> = lines.iter().filter(|line| line.contains("ontwikkelingsperspectief")).collect();
    assert_eq!(said, ["Gemeld dat het ontwikkelingsperspectief er is, vastgesteld op wo 1 apr 2026"]);
}
