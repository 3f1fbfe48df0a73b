//! A pupil is taken off the list of a school for a reason that the law knows, at the request of who has authority or cares for it, with
//! what the school saw (LPW 10); where nobody knows where it goes to school, somebody finds out.

use std::collections::BTreeSet;

use base::Schooljaar;
use base::dates::birthday;
use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::algemeen::correctie::Corrigeer;
use dossier::beurt::Zet;
use dossier::leven::opdracht::{GaSchoolNa, MeldMeerderjarig, SchrijfIn, SchrijfUit};
use dossier::leven::uitschrijving::gronden;
use dossier::soort::{Relatie, Schoolsoort, Uitschrijfreden};
use dossier::toegang::Kijker;
use dossier::{Actor, Gebeurtenis, Opdracht};

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, Zaak, beleid, d, ib, ingeschreven, kind, laat_toe, matrix, meld_aan_bij, ouder,
    schrijf_in, schrijf_uit, verbind, vestiging,
};

const PER: &str = "2026-03-09";

/// Given a pupil born on this day, at a school of this kind since last summer.
fn leerling(geboren: &str, soort: Schoolsoort) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.op_school(schrijf_in(WATERJUFFER, soort, "2025-08-01"));
    zaak
}

fn om(grond: Uitschrijfreden) -> SchrijfUit {
    SchrijfUit { grond, ..schrijf_uit(vestiging(WATERJUFFER), d(PER)) }
}

/// Given a pupil who is too old for its school, deregistered without another one.
pub(crate) fn zonder_school() -> Zaak {
    let mut zaak = leerling("2011-03-12", Schoolsoort::Basisschool);
    zaak.doe(om(Uitschrijfreden::TeOud));
    zaak
}

/// The same, with what the school found.
pub(crate) fn nagegaan() -> Zaak {
    let mut zaak = zonder_school();
    zaak.op("2026-03-16").doe(ga_na());
    zaak
}

fn verbeter(volgnummer: u64, act: SchrijfUit) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "verkeerde dag ingevuld".into(), nieuw: Some(Box::new(act.into())) }
}

fn ga_na() -> GaSchoolNa {
    GaSchoolNa {
        vestiging: vestiging(WATERJUFFER),
        hoe: "De gemeente zoekt een plek, zei zij door de telefoon.".into(),
    }
}

/// In which of the times of the Leerplichtwet somebody who was born then is on a day: LPW 3 and 4b, worked out here anew.
fn obliged(geboren: &str) -> &'static str {
    let (born, on) = (d(geboren), d(PER));
    let five = birthday(born, 5).unwrap();
    let begins = base::dates::plus_months(five.first_of_month(), 1).unwrap();
    let ends = Schooljaar::of(birthday(born, 16).unwrap()).last_day();
    if on < begins || on >= birthday(born, 18).unwrap() {
        "vrij"
    } else if on <= ends {
        "leerplicht"
    } else {
        "kwalificatieplicht"
    }
}

#[test]
fn a_pupil_leaves_on_a_ground_exactly_where_the_law_has_it_for_its_age() {
    use Uitschrijfreden as U;
    let always = [U::AndereSchool, U::Buitenland];
    let school = [U::Ongeschikt, U::Richting, U::SchoolBuitenland, U::TrekkendBestaan];
    let until = [U::VrijstellingGemeente, U::Startkwalificatie];
    let mut seen = BTreeSet::new();
    for year in 2006..2024 {
        for month in ["02", "03", "08"] {
            let geboren = format!("{year}-{month}-12");
            let zaak = leerling(&geboren, Schoolsoort::Vo);
            let time = obliged(&geboren);
            seen.insert(time);
            for grond in Uitschrijfreden::ALL.iter().copied() {
                let may = always.contains(&grond)
                    || school.contains(&grond) && time != "vrij"
                    || (until.contains(&grond) || grond == U::ProOfVsoAfgerond)
                        && time == "kwalificatieplicht"
                    || grond == U::OpVerzoek && time == "vrij";
                let answer = zaak.vraag(SchrijfUit { verzoek_van: Some(1), ..om(grond) });
                // Who is of age asks themselves.
                let answer = answer.or_else(|_| zaak.vraag(om(grond)));
                assert_eq!(answer.is_ok(), may, "{geboren} {time} {grond:?} {answer:?}");
                let offered = gronden(&zaak.dossier, Schoolsoort::Vo, d(PER), &zaak.ctx()).unwrap();
                assert_eq!(
                    offered.iter().any(|(reden, _)| *reden == grond),
                    may,
                    "offered: {geboren} {grond:?}"
                );
            }
        }
    }
    assert_eq!(seen.len(), 3, "every time of the law was tried");
}

#[test]
fn every_ground_of_the_corpus_has_its_code_and_every_code_its_ground() {
    let zaak = ingeschreven();
    let wet = zaak.ctx().wet;
    let known: BTreeSet<&str> = wet.gronden_uitschrijving(d(PER)).map(|grond| grond.id.as_str()).collect();
    let codes: BTreeSet<&str> = Uitschrijfreden::ALL.iter().map(|reden| reden.code()).collect();
    assert_eq!(known, codes);
    for grond in wet.gronden_uitschrijving(d(PER)) {
        assert!(
            grond.tekst.ends_with('.') && !grond.vraag.is_empty() && !grond.tijdens.is_empty(),
            "{}",
            grond.id
        );
    }
}

#[test]
fn a_wish_alone_is_no_reason_while_a_child_has_to_go_to_school() {
    ingeschreven()
        .weigert(om(Uitschrijfreden::OpVerzoek))
        .veld("grond")
        .op_grond_van("art. 10 Leerplichtwet 1969")
        .kan_wel(&sleutels::leven::naar_school_of_vrijstelling());
    let mut young = leerling("2022-01-12", Schoolsoort::Basisschool);
    young.doe(om(Uitschrijfreden::OpVerzoek)).dan_is_aan_zet(&[]);
    // Nobody is too old for a basisschool at eight, and nobody died of whom that is not recorded.
    ingeschreven().weigert(om(Uitschrijfreden::TeOud)).veld("grond");
    ingeschreven()
        .weigert(om(Uitschrijfreden::Overleden))
        .kan_wel(&sleutels::leven::eerst_overlijden_vastleggen());
}

#[test]
fn what_the_school_saw_is_asked_and_told() {
    let mut zaak = ingeschreven();
    let nothing = SchrijfUit { blijkt: " ".into(), ..om(Uitschrijfreden::AndereSchool) };
    zaak.weigert(nothing.clone()).veld("blijkt");
    let mut asks = ingeschreven();
    asks.onder(verband::Beleid { minste_letters_reden: 10, ..beleid() });
    asks.weigert(SchrijfUit { blijkt: "gezien".into(), ..nothing }).veld("blijkt");
    zaak.doe(om(Uitschrijfreden::Ongeschikt));
    let line = zaak.dossier.tijdlijn().into_iter().next().expect("a line");
    assert_eq!(
        crate::gegeven::nl(&line.tekst),
        "Uitgeschreven vanaf ma 9 mrt 2026: vrijgesteld, niet geschikt voor een school"
    );
}

#[test]
fn whoever_has_authority_or_cares_asks_for_it_and_nobody_else() {
    let mut zaak = ingeschreven();
    zaak.doe(verbind("de heer B. Mistral", Relatie::OuderZonderGezag));
    zaak.doe(verbind("familie Bries", Relatie::Pleegouder));
    let by = |verzoek_van| SchrijfUit { verzoek_van, ..om(Uitschrijfreden::AndereSchool) };
    // Two can ask: which of them did.
    zaak.weigert(by(None)).veld("verzoek_van");
    zaak.weigert(by(Some(2))).veld("verzoek_van");
    zaak.weigert(by(Some(9))).veld("verzoek_van");
    zaak.vraag(by(Some(3))).expect("a carer asks");
    zaak.doe(by(Some(1)));
    let Some(Gebeurtenis::Uitgeschreven(left)) =
        zaak.dossier.feiten.last().and_then(|feit| feit.gebeurtenis()).cloned()
    else {
        panic!("left")
    };
    assert_eq!(left.verzoek_van, Some(1));
    // One alone need not be named, and a pupil of age asks without them (LPW 1b).
    ingeschreven().vraag(by(None)).expect("one parent");
    let mut grown = leerling("2008-03-02", Schoolsoort::Vo);
    grown.doe(MeldMeerderjarig { handelingsbekwaam: true });
    grown.weigert(by(Some(1))).veld("verzoek_van");
    grown.vraag(by(None)).expect("the pupil");
}

#[test]
fn of_a_child_that_left_without_a_known_school_its_school_finds_out_where_it_is() {
    let mut zaak = zonder_school();
    let turn = ("school_nagaan", "ib", "school/99AA00", "2026-03-23");
    zaak.op(PER).dan_is_aan_zet(&[turn]);
    assert_ne!(zaak.leest(ib(WATERJUFFER), ""), "-", "it needs the file for that");
    let late = zaak.clone();
    let mut found = zaak.clone();
    zaak.op("2026-03-16").doe(ga_na()).dan_is_aan_zet(&[]);
    zaak.weigert(ga_na()).met("niets_na_te_gaan");
    assert_eq!(zaak.op("2026-03-17").leest(ib(WATERJUFFER), ""), "-", "and no longer");
    // Another school has it: then nothing is left to find out.
    found.op("2026-03-10").als(ib(IJSVOGEL));
    found.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-10")).dan_is_aan_zet(&[]);
    assert_eq!(found.leest(ib(WATERJUFFER), ""), "-");
    assert_eq!(late.clone().op("2027-03-09").leest(ib(WATERJUFFER), ""), "-", "not for ever");
}

#[test]
fn who_left_for_a_known_school_or_with_an_exemption_is_nobodys_turn() {
    for grond in
        [Uitschrijfreden::AndereSchool, Uitschrijfreden::Ongeschikt, Uitschrijfreden::TrekkendBestaan]
    {
        let mut zaak = ingeschreven();
        zaak.doe(om(grond)).op(PER).dan_is_aan_zet(&[]);
        zaak.weigert(ga_na()).met("niets_na_te_gaan");
        assert_eq!(zaak.leest(ib(WATERJUFFER), ""), "-", "{grond:?}");
    }
    let mut abroad = ingeschreven();
    abroad.doe(om(Uitschrijfreden::Buitenland)).op(PER);
    assert_eq!(abroad.aan_zet(), [("school_nagaan", "ib")], "that it left the country is not sure");
}

/// What two schools at which a child is registered can record of its place there, on three days: who, what.
fn places_of(schools: [&str; 2]) -> Vec<(Actor, Opdracht)> {
    let admits = |nr: u32, day: &str| LaatToe { aanmelding: nr, ..laat_toe(day) };
    let mut acts: Vec<(Actor, Opdracht)> = Vec::new();
    for day in ["2026-03-03", "2026-03-18", "2026-03-28"] {
        for (nr, school) in (1..).zip(schools) {
            let enrols = schrijf_in(school, Schoolsoort::Basisschool, day);
            acts.push((ib(school), SchrijfIn { groep: "6".into(), ..enrols.clone() }.into()));
            acts.push((ib(school), enrols.into()));
            acts.push((ib(school), schrijf_uit(vestiging(school), d(day)).into()));
            acts.push((ib(school), admits(nr, day).into()));
        }
    }
    acts
}

/// Every turn to deregister for another school can be taken as it stands; and so it is after each of these acts, so many deep.
fn each_can_be_taken(zaak: &Zaak, acts: &[(Actor, Opdracht)], deep: usize) -> usize {
    let mut taken = 0;
    for on in ["2026-03-02", "2026-03-20"] {
        let mut later = zaak.clone();
        later.op(on);
        let turns = later.dossier.beurten();
        for turn in turns.iter().filter(|turn| turn.zet == Zet::UitschrijvenNaarAndereSchool) {
            let school = turn.organisatie.vestiging().expect("a school");
            let act = schrijf_uit(school.clone(), turn.uiterlijk.expect("a first day there"));
            later.als(ib(school.as_str()));
            later
                .vraag(act)
                .unwrap_or_else(|no| panic!("{turn:?} {no:?} {:?}", later.dossier.inschrijvingen));
            taken += 1;
        }
    }
    for (who, act) in acts.iter().filter(|_| deep > 0) {
        let mut next = zaak.clone();
        if next.als(who.clone()).probeer(act).is_ok() {
            taken += each_can_be_taken(&next, acts, deep - 1);
        }
    }
    taken
}

#[test]
fn in_whatever_order_places_are_recorded_the_turn_to_deregister_can_be_taken() {
    let mut zaak = kind("2018-03-12");
    for school in [WATERJUFFER, IJSVOGEL] {
        let asks = meld_aan_bij(school, Schoolsoort::Basisschool);
        zaak.als(ouder()).doe(MeldAan { gewenst_per: None, ..asks });
    }
    assert!(each_can_be_taken(&zaak, &places_of([WATERJUFFER, IJSVOGEL]), 3) > 20);
}

#[test]
fn who_comes_back_later_is_not_deregistered_for_the_days_between() {
    // Given a pupil of De Waterjuffer who is admitted at De IJsvogel from 18 March.
    let mut zaak = kind("2018-03-12");
    for school in [WATERJUFFER, IJSVOGEL] {
        let asks = meld_aan_bij(school, Schoolsoort::Basisschool);
        zaak.als(ouder()).doe(MeldAan { gewenst_per: None, ..asks });
    }
    let admits = |nr, per| LaatToe { aanmelding: nr, ..laat_toe(per) };
    zaak.als(ib(WATERJUFFER)).doe(admits(1, "2026-03-03"));
    // When De Waterjuffer enrolled it from a later day before that.
    zaak.doe(SchrijfIn {
        groep: "6".into(),
        ..schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-28")
    });
    zaak.als(ib(IJSVOGEL)).doe(admits(2, "2026-03-18"));
    // Then nobody takes it off a list that it comes back to: De IJsvogel deregisters it as of that day.
    let leaves = zaak.dossier.beurten().into_iter().filter(|t| t.zet == Zet::UitschrijvenNaarAndereSchool);
    let leaves: Vec<_> = leaves.map(|turn| (turn.organisatie.to_string(), turn.uiterlijk)).collect();
    assert_eq!(leaves, [("school/99BB00".to_owned(), Some(d("2026-03-28")))]);
}

#[test]
fn who_only_finds_out_where_a_child_is_has_no_say_over_the_child_and_its_people() {
    let mut zaak = leerling("2018-03-12", Schoolsoort::Basisschool);
    zaak.doe(om(Uitschrijfreden::Buitenland)).op("2026-03-20");
    let kijker = Kijker { actor: ib(WATERJUFFER), groep: String::new() };
    let may = |zaak: &Zaak, act: &str| {
        matrix().mag(&kijker, &zaak.dossier.betrokkenen(), act, zaak.vandaag).toegestaan
    };
    let powers = ["wijzig_gezag", "zet_geheimhouding", "verbind_persoon", "nodig_ouder_uit", "verhuis"];
    assert!(powers.iter().all(|act| !may(&zaak, act)));
    assert!(may(&zaak, "ga_school_na") && may(&zaak, "corrigeer"));
    // It takes its own deregistration back, and corrects nothing else about the child.
    let nr = |soort: &str| {
        let found = zaak.dossier.feiten.iter().rev().find(|feit| feit.inhoud.event_type() == soort);
        found.expect("such a fact").volgnummer
    };
    let back = |volgnummer| Corrigeer { volgnummer, waarom: "Het kind is er nog.".into(), nieuw: None };
    zaak.weigert(Corrigeer {
        nieuw: Some(Box::new(verbind("mevrouw M. Zonnedaw", Relatie::Gezagsouder).into())),
        ..back(nr("persoon_verbonden"))
    })
    .met("uitgeschreven");
    zaak.clone().doe(back(nr("uitgeschreven")));
    zaak.doe(ga_na());
}

/// Given a pupil of De Waterjuffer who goes to De IJsvogel after Easter.
fn gaat_later_naar_een_andere_school() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-04-13"));
    zaak.als(ib(WATERJUFFER));
    zaak
}

#[test]
fn nobody_leaves_for_another_school_before_the_first_day_there() {
    let mut zaak = gaat_later_naar_een_andere_school();
    let per = |per: &str| SchrijfUit { per: d(per), ..om(Uitschrijfreden::AndereSchool) };
    for early in ["2026-03-02", "2026-03-09", "2026-04-12"] {
        zaak.weigert(per(early))
            .veld("per")
            .op_grond_van("art. 10 onder a Leerplichtwet 1969")
            .kan_wel(&sleutels::leven::UitschrijvenVanaf { per: d("2026-04-13") }.tekst());
    }
    assert_eq!(zaak.aan_zet(), [("uitschrijven_naar_andere_school", "ib")], "its turn stays");
    zaak.doe(per("2026-04-13")).dan_is_aan_zet(&[]);
    // Nor by putting right the day afterwards.
    let left = zaak.dossier.versie;
    zaak.weigert(verbeter(left, per("2026-03-09"))).veld("per");
}

#[test]
fn who_leaves_the_country_before_another_school_has_it_is_looked_for_until_then() {
    let mut zaak = gaat_later_naar_een_andere_school();
    zaak.doe(SchrijfUit { per: d("2026-03-09"), ..om(Uitschrijfreden::Buitenland) }).op("2026-03-09");
    assert_eq!(zaak.aan_zet(), [("school_nagaan", "ib")]);
    assert!(zaak.op("2026-04-13").aan_zet().is_empty());
}

#[test]
fn nobody_is_taken_off_the_list_for_a_year_that_nobody_knows() {
    let zaak = ingeschreven();
    for grond in [Uitschrijfreden::AndereSchool, Uitschrijfreden::Buitenland] {
        zaak.weigert(SchrijfUit { per: d("2027-03-03"), ..om(grond) }).veld("per");
        zaak.vraag(SchrijfUit { per: d("2027-03-02"), ..om(grond) }).expect("within a year");
    }
}

#[test]
fn a_corrected_day_of_leaving_can_be_read() {
    let mut zaak = ingeschreven();
    zaak.doe(om(Uitschrijfreden::AndereSchool));
    let left = zaak.dossier.versie;
    let later = SchrijfUit { per: d("2026-03-16"), ..om(Uitschrijfreden::AndereSchool) };
    zaak.doe(verbeter(left, later));
    let told: Vec<String> =
        zaak.dossier.tijdlijn().iter().flat_map(|line| &line.woorden).map(crate::gegeven::nl).collect();
    assert!(told.iter().any(|line| line.contains("vanaf ma 16 mrt 2026")), "{told:?}");
}

#[test]
fn each_exemption_of_the_law_is_a_ground_of_its_own_and_that_of_before_reads() {
    // LPW 5, 7 to 9: of which day the declaration is, and that one on denomination does not count of who was at such a school.
    let asked = |id: &str| {
        let zaak = ingeschreven();
        let mut all = zaak.ctx().wet.gronden_uitschrijving(d(PER));
        all.find(|grond| grond.id == id).expect("a ground").vraag.clone()
    };
    assert!(asked("ongeschikt").contains("artikel 7") && asked("richting").contains("artikel 8 lid 2"));
    assert!(asked("school_buitenland").contains("artikel 9"));
    let stored = r#"{"vestiging":"99AA00","per":"2026-08-01","reden":"","grond":"vrijstelling","blijkt":"Onder b.","verzoek_van":1,"nagaan":false}"#;
    let read = Gebeurtenis::decode("uitgeschreven", 2, stored.as_bytes()).expect("an old fact");
    let Gebeurtenis::Uitgeschreven(left) = read else { panic!("left") };
    assert!(left.grond.is_none() && left.reden.ends_with("(art. 5 Leerplichtwet 1969). Onder b."));
}
