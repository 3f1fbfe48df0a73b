//! Two schools with a file of a child each: what happens in the one, the other hears of by the declaration that both know.

use dossier::aanmelding::verklaring::{Registerverklaring, ToonVerklaring};
use dossier::aanmelding::vervallen::{GaVerklaringNa, MeldVerklaringVervallen};
use dossier::algemeen::correctie::Corrigeer;
use dossier::leven::opdracht::{SchrijfIn, SchrijfUit};
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::tlv::besluit::GebruikTlv;

use crate::derde_lezing::getoond;
use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, Zaak, d, ib, kind, laat_toe, meld_aan_bij, schrijf_in, schrijf_uit,
    verleend, vestiging,
};

/// The child is admitted at De Libel in a file of its own, with the declaration of this one.
fn toegelaten_bij_libel(per: &str) -> GebruikTlv {
    let schoolnaam = "De Libel".into();
    GebruikTlv { aanvraag: 1, vestiging: vestiging(LIBEL), schoolnaam, per: d(per), elders: true }
}

/// Given a pupil of De Waterjuffer with a declaration, admitted at De Libel in a file of its own from 1 August.
pub(crate) fn elders_toegelaten() -> Zaak {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(toegelaten_bij_libel("2026-08-01"));
    zaak.als(ib(WATERJUFFER));
    zaak
}

fn uit(per: &str) -> SchrijfUit {
    schrijf_uit(vestiging(WATERJUFFER), d(per))
}

const VERTREKT: (&str, &str, &str, &str) =
    ("uitschrijven_naar_andere_school", "ib", "school/99AA00", "2026-08-01");
const PLAATS: (&str, &str, &str, &str) = ("plaatsing_regelen", "ib", "school/99AA00", "2026-08-01");

#[test]
fn the_school_that_a_child_leaves_for_one_with_a_file_of_its_own_deregisters_it_as_of_the_first_day_there() {
    let mut zaak = elders_toegelaten();
    zaak.dan_is_vastgelegd(&["tlv_gebruikt", "elders_toegelaten"]);
    zaak.dan_is_aan_zet(&[PLAATS, VERTREKT]);
    let turn = zaak.dossier.beurten().into_iter().find(|turn| turn.onderwerp.is_none()).expect("a turn");
    assert_eq!(turn.tot, None, "nothing in this file ends its place but the school itself");
    assert!(
        zaak.tijdlijn_van(ib(WATERJUFFER))
            .contains(&"Toegelaten op een andere school vanaf za 1 aug 2026: De Libel".to_owned()),
        "{:?}",
        zaak.tijdlijn_van(ib(WATERJUFFER))
    );
    // Until the first day there it is its pupil; from then on the school is late, and deregisters it as of that day all the same.
    let mut late = zaak.clone();
    zaak.doe(uit("2026-08-01")).dan_is_aan_zet(&[]);
    let at = |zaak: &Zaak, on| zaak.dossier.inschrijving_op(d(on)).map(|place| place.vestiging.clone());
    assert_eq!((at(&zaak, "2026-07-31"), at(&zaak, "2026-08-01")), (Some(vestiging(WATERJUFFER)), None));
    late.op("2026-10-15").dan_is_aan_zet(&[PLAATS, VERTREKT]);
    late.weigert(uit("2026-07-31")).veld("per");
    late.doe(uit("2026-08-01")).dan_is_aan_zet(&[]);
}

#[test]
fn what_a_school_elsewhere_says_of_an_admission_opens_nothing_and_is_taken_back_by_the_school_that_has_the_child()
 {
    let mut zaak = elders_toegelaten();
    assert_eq!(zaak.leest(ib(LIBEL), ""), "-");
    let told = zaak.dossier.versie;
    let back = |volgnummer| Corrigeer { volgnummer, waarom: "Het kind blijft bij ons.".into(), nieuw: None };
    let mut stranger = zaak.clone();
    stranger.als(ib(LIBEL)).weigert(back(told)).met("andere_houder");
    let mut use_of = zaak.clone();
    zaak.doe(back(told)).dan_is_vastgelegd(&["gecorrigeerd"]).dan_is_aan_zet(&[PLAATS]);
    // Whoever takes back that the declaration is used takes back the admission with it.
    use_of.doe(back(told - 1)).dan_is_vastgelegd(&["gecorrigeerd", "gecorrigeerd"]).dan_is_aan_zet(&[PLAATS]);
    assert!(use_of.dossier.elders_toegelaten.is_empty());
}

#[test]
fn a_child_that_comes_back_or_went_on_to_another_school_of_this_file_is_not_deregistered_for_it() {
    let turns = |zaak: &Zaak| {
        let leaves = zaak.dossier.beurten().into_iter().filter(|turn| turn.zet.code() == VERTREKT.0);
        leaves.map(|turn| (turn.organisatie.to_string(), turn.uiterlijk)).collect::<Vec<_>>()
    };
    let mut back = elders_toegelaten();
    back.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-10-01"));
    assert_eq!(turns(&back), []);
    // A school to which it moved since has the turn, and the one before has not.
    let mut moved = elders_toegelaten();
    moved.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-03")).op("2026-03-03");
    assert_eq!(
        turns(&moved),
        [
            ("school/99AA00".to_owned(), Some(d("2026-03-03"))),
            ("school/99BB00".to_owned(), Some(d("2026-08-01")))
        ]
    );
    // Within one file nothing is told twice.
    let mut here = verleend();
    let schoolnaam = "De Libel".into();
    let (vestiging, per) = (vestiging(LIBEL), d("2026-08-01"));
    let used = GebruikTlv { aanvraag: 1, vestiging, schoolnaam, per, elders: false };
    here.als(ib(LIBEL)).doe(used).dan_is_vastgelegd(&["tlv_gebruikt"]);
}

/// Given a child that is registered at De Libel in a file of that school, where the parents showed a declaration.
fn laat_zien() -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So)).doe(getoond(TlvSoort::So));
    zaak
}

fn vervallen() -> MeldVerklaringVervallen {
    let shown = getoond(TlvSoort::So).gevonden.expect("found");
    MeldVerklaringVervallen { aanmelding: 1, swv: shown.swv, nummer: shown.nummer, per: d("2026-03-02") }
}

fn nagegaan(hoe: &str) -> GaVerklaringNa {
    GaVerklaringNa { aanmelding: 1, hoe: hoe.into() }
}

/// Given a child that was admitted with a declaration that had been withdrawn, and what its school made of that.
pub(crate) fn verklaring_nagegaan() -> Zaak {
    let mut zaak = laat_zien();
    zaak.doe(laat_toe("2026-08-01")).doe(vervallen());
    zaak.doe(nagegaan("Wij vragen een nieuwe verklaring aan."));
    zaak
}

#[test]
fn a_declaration_that_was_shown_by_mistake_is_put_right_or_taken_back_as_long_as_no_place_rests_on_it() {
    let mut zaak = laat_zien();
    let shown = zaak.dossier.versie;
    let right = |nieuw: Option<ToonVerklaring>| Corrigeer {
        volgnummer: shown,
        waarom: "Een ander nummer.".into(),
        nieuw: nieuw.map(|act| Box::new(act.into())),
    };
    // Another number, as the register knows it.
    let other = getoond(TlvSoort::So);
    let gevonden =
        other.gevonden.clone().map(|one| Registerverklaring { nummer: "2026-00099".into(), ..one });
    let other = ToonVerklaring { nummer: "2026-00099".into(), gevonden, ..other };
    let unknown = ToonVerklaring { gevonden: None, ..other.clone() };
    zaak.weigert(right(Some(unknown))).veld("nummer");
    let mut corrected = zaak.clone();
    corrected.doe(right(Some(other))).dan_is_vastgelegd(&["gecorrigeerd"]);
    let numbers = |zaak: &Zaak| -> Vec<String> {
        zaak.aanmelding().getoond.iter().map(|shown| shown.verklaring.nummer.clone()).collect()
    };
    assert_eq!(numbers(&corrected), ["2026-00099"]);
    // Nothing was shown: then there is nothing to admit with.
    let mut back = zaak.clone();
    back.doe(right(None))
        .dan_is_vastgelegd(&["gecorrigeerd"])
        .weigert(laat_toe("2026-08-01"))
        .met("verklaring_nodig");
    assert!(back.aanmelding().getoond.is_empty());
    back.doe(getoond(TlvSoort::So)).doe(laat_toe("2026-08-01"));
    // A place rests on it.
    zaak.doe(laat_toe("2026-08-01"));
    zaak.weigert(right(None)).met("plek_rust_op_verklaring");
}

#[test]
fn a_school_that_admitted_with_a_declaration_that_had_been_withdrawn_has_the_turn_to_say_how_it_goes_on() {
    let mut zaak = laat_zien();
    zaak.weigert(vervallen()).met("geen_verklaring_vervallen");
    zaak.doe(laat_toe("2026-08-01")).weigert(nagegaan("Samen.")).met("geen_verklaring_vervallen");
    let other = MeldVerklaringVervallen { nummer: "2026-12345".into(), ..vervallen() };
    zaak.weigert(other).met("geen_verklaring_vervallen");
    zaak.doe(vervallen()).dan_is_vastgelegd(&["verklaring_vervallen"]);
    zaak.weigert(vervallen()).met("geen_verklaring_vervallen");
    let turn = ("verklaring_nagaan", "ib", "school/99SO00", "2026-03-16");
    assert!(zaak.aan_zet().contains(&(turn.0, turn.1)), "{:?}", zaak.aan_zet());
    let asked = zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet.code() == turn.0).expect("a turn");
    assert_eq!((asked.organisatie.to_string(), asked.uiterlijk), (turn.2.to_owned(), Some(d(turn.3))));
    // It is its pupil all the same, and the school says how it goes on.
    assert!(zaak.dossier.inschrijving_op(d("2026-08-01")).is_some());
    zaak.weigert(nagegaan(" ")).veld("hoe");
    zaak.doe(nagegaan("Wij vragen een nieuwe verklaring aan.")).dan_is_vastgelegd(&["verklaring_nagegaan"]);
    assert!(!zaak.aan_zet().contains(&(turn.0, turn.1)));
    zaak.weigert(nagegaan("Nog eens.")).met("geen_verklaring_vervallen");
}

/// Given a pupil whose file begins at De Libel, which says with which declaration it is there.
pub(crate) fn al_op_school() -> Zaak {
    let mut zaak = kind("2016-03-12");
    zaak.als(ib(LIBEL)).doe(schrijf_in(LIBEL, Schoolsoort::So, "2025-08-01"));
    zaak
}

#[test]
fn a_file_that_begins_with_a_pupil_of_special_education_says_with_which_declaration_it_is_there() {
    let without = |soort| SchrijfIn { verklaring: " ".into(), ..schrijf_in(LIBEL, soort, "2025-08-01") };
    let mut zaak = kind("2016-03-12");
    zaak.als(ib(LIBEL));
    for (soort, artikel) in [
        (Schoolsoort::Sbo, "art. 40 lid 8 WPO"),
        (Schoolsoort::So, "art. 40 lid 10 WEC"),
        (Schoolsoort::SoVso, "art. 40 lid 10 WEC"),
        (Schoolsoort::Vso, "art. 40 lid 12 WEC"),
    ] {
        zaak.weigert(without(soort)).veld("verklaring").op_grond_van(artikel);
        let said = zaak.vraag(schrijf_in(LIBEL, soort, "2025-08-01")).expect("it says with which");
        assert_eq!(said.len(), 2, "{soort:?}");
    }
    zaak.doe(schrijf_in(LIBEL, Schoolsoort::So, "2025-08-01"));
    zaak.dan_is_vastgelegd(&["ingeschreven", "verklaring_vermeld"]);
    let place = &zaak.dossier.inschrijvingen[0];
    let said = place.verklaring.as_ref().expect("it is recorded");
    assert_eq!(said.verklaring, "PO9901-2024-001, uit het oude dossier");
    // Of who is a pupil already, and at a school of which the law asks none, nothing is asked and nothing kept.
    let group = SchrijfIn { groep: "6".into(), per: d("2026-03-02"), ..without(Schoolsoort::So) };
    zaak.doe(group).dan_is_vastgelegd(&["ingeschreven"]);
    for soort in [Schoolsoort::Basisschool, Schoolsoort::Vo, Schoolsoort::InstellingC12] {
        let mut zaak = kind("2013-03-12");
        zaak.als(ib(LIBEL)).doe(schrijf_in(LIBEL, soort, "2025-08-01")).dan_is_vastgelegd(&["ingeschreven"]);
    }
}
