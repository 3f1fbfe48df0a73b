//! The consultation with the Inspectie about a removal (WVO 8.15(4)), the suspension that leans on it, and a suspension that ends earlier.

use base::Sector;
use dossier::Gebeurtenis;
use dossier::soort::{Schoolsoort, SchorsingEinde};
use dossier::verwijdering::opdracht::{
    BeeindigSchorsing, BeginOverleg, RaadpleegInspectie, Schors, TrekVoornemenIn, Verwijder,
};

use crate::gegeven::{
    LIBEL, WATERJUFFER, WINDVEER, Zaak, d, directie, horen, ingeschreven, kind, schors, schrijf_in,
    vestiging, vind_school, voornemen,
};

fn begin(op: &str) -> BeginOverleg {
    BeginOverleg { verwijdering: 1, op: d(op), met: "mevrouw De Inspecteur".into() }
}

fn held(op: &str) -> RaadpleegInspectie {
    RaadpleegInspectie { verwijdering: 1, op: d(op), uitkomst: "Geen bezwaar.".into() }
}

fn leaning(van: &str, tot: &str) -> Schors {
    Schors { vestiging: vestiging(WINDVEER), tijdens_overleg: true, ..schors(van, tot) }
}

fn off() -> TrekVoornemenIn {
    TrekVoornemenIn { verwijdering: 1, reden: "Er is een andere oplossing.".into() }
}

/// Given a pupil of secondary education, born on a day, whom the school intends to remove since Monday 2 March.
pub(crate) fn voorgenomen(geboren: &str) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(directie(WINDVEER));
    zaak.doe(voornemen(WINDVEER, Sector::Vo));
    zaak
}

#[test]
fn a_suspension_leans_on_the_consultation_from_its_first_day_until_it_was_held() {
    let mut zaak = voorgenomen("2012-03-12");
    let artikel = "art. 8.15 lid 4 WVO 2020";
    zaak.weigert(leaning("2026-03-02", "2026-03-13")).veld("tijdens_overleg").op_grond_van(artikel);
    zaak.weigert(begin("2026-03-01")).veld("op");
    zaak.weigert(begin("2026-03-03")).veld("op");
    zaak.weigert(BeginOverleg { met: " ".into(), ..begin("2026-03-02") }).veld("met");
    zaak.op("2026-03-04").doe(begin("2026-03-03")).weigert(begin("2026-03-03")).met("overleg_al_begonnen");
    // Before the first day of the consultation, and far ahead.
    zaak.weigert(leaning("2026-03-02", "2026-03-13")).veld("tijdens_overleg");
    zaak.weigert(leaning("2026-03-12", "2026-03-13")).veld("van");
    zaak.weigert(leaning("2026-03-04", "2026-04-01")).veld("tot_en_met");
    zaak.doe(leaning("2026-03-04", "2026-03-27"));
    assert!(zaak.dossier.schorsingen[0].melding_nodig(), "the Inspectie hears of it too");
    let toets = &zaak.dossier.schorsingen[0].toets;
    let last = toets.berekening.vindplaatsen.last().expect("a place").to_string();
    assert!(toets.uitkomst.toegestaan && last.starts_with(artikel), "{last}");
    zaak.op("2026-03-25").doe(held("2026-03-25"));
    zaak.weigert(leaning("2026-03-30", "2026-04-02")).veld("tijdens_overleg").op_grond_van(artikel);
}

#[test]
fn the_suspensions_of_one_consultation_count_together() {
    let mut zaak = voorgenomen("2012-03-12");
    zaak.doe(begin("2026-03-02")).doe(leaning("2026-03-02", "2026-03-25")).op("2026-03-25");
    zaak.weigert(leaning("2026-03-26", "2026-03-30")).veld("tot_en_met");
    zaak.doe(leaning("2026-03-26", "2026-03-29"));
}

#[test]
fn a_new_intention_begins_no_new_month_of_suspensions() {
    let mut zaak = voorgenomen("2012-03-12");
    zaak.doe(begin("2026-03-02")).doe(leaning("2026-03-02", "2026-03-20")).op("2026-03-19").doe(off());
    zaak.op("2026-03-23").doe(voornemen(WINDVEER, Sector::Vo));
    let again = |op: &str| BeginOverleg { verwijdering: 2, ..begin(op) };
    zaak.doe(again("2026-03-23"));
    // Back on 20 March: 18 of the 28 days were used.
    zaak.weigert(leaning("2026-03-23", "2026-04-02")).veld("tot_en_met");
    zaak.doe(leaning("2026-03-23", "2026-04-01")).op("2026-04-02");
    // How many days these are is a rule of this program: 8.15(4) names no length, and is not cited for one.
    zaak.weigert(leaning("2026-04-02", "2026-04-02")).veld("tijdens_overleg").op_grond_van("");
}

#[test]
fn what_ends_the_consultation_brings_the_pupil_back_the_next_school_day_with_a_letter() {
    // Friday 6 March: the next school day is Monday.
    let suspended = || {
        let mut zaak = voorgenomen("2012-03-12");
        zaak.doe(begin("2026-03-02")).doe(leaning("2026-03-02", "2026-03-20"));
        zaak.doe(Schors { tijdens_overleg: false, ..leaning("2026-03-24", "2026-03-25") }).op("2026-03-06");
        zaak
    };
    let back = |zaak: &Zaak, waarom| {
        let ends = zaak.nieuw.iter().filter_map(|event| match event {
            Gebeurtenis::SchorsingGeeindigd(end) => Some((end.schorsing, end.terug_op, end.waarom)),
            _ => None,
        });
        let ends: Vec<_> = ends.collect();
        assert_eq!(ends, [(1, d("2026-03-09"), waarom)], "the other leans on nothing");
        assert!(zaak.brieven_gevraagd().contains(&"schorsing_geeindigd"));
        assert_eq!(zaak.dossier.schorsingen[0].laatste_dag(), Some(d("2026-03-08")));
        assert_eq!(zaak.dossier.schorsingen[1].laatste_dag(), Some(d("2026-03-25")));
    };
    let mut zaak = suspended();
    zaak.doe(held("2026-03-06"));
    back(&zaak, SchorsingEinde::OverlegGehouden);
    let mut zaak = suspended();
    zaak.doe(off());
    back(&zaak, SchorsingEinde::VoornemenIngetrokken);
}

#[test]
fn a_consultation_that_runs_is_the_turn_of_who_began_it_before_the_talk_too() {
    let mut zaak = voorgenomen("2012-03-12");
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie"), ("gesprek_voeren", "ouder")]);
    zaak.doe(begin("2026-03-02"));
    assert_eq!(
        zaak.aan_zet(),
        [
            ("ouders_en_leraar_horen", "directie"),
            ("gesprek_voeren", "ouder"),
            ("inspectie_raadplegen", "directie")
        ]
    );
    zaak.doe(held("2026-03-02"));
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie"), ("gesprek_voeren", "ouder")]);
}

#[test]
fn about_a_pupil_whom_the_leerplichtwet_let_go_nobody_consults_the_inspectie() {
    let zaak = voorgenomen("2007-11-20");
    zaak.weigert(begin("2026-03-02")).met("overleg_niet_nodig").op_grond_van("art. 8.15 lid 4 WVO 2020");
    zaak.weigert(held("2026-03-02")).met("overleg_niet_nodig");
    zaak.weigert(leaning("2026-03-02", "2026-03-13")).veld("tijdens_overleg");
    let mut primary = ingeschreven();
    primary.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    primary.weigert(begin("2026-03-02")).met("overleg_niet_nodig");
}

#[test]
fn a_school_ends_a_suspension_before_its_last_day() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-06")).op("2026-03-03");
    let back = |op: &str| BeeindigSchorsing {
        schorsing: 1,
        terug_op: d(op),
        reden: "Er is een plan voor de kring.".into(),
    };
    zaak.weigert(back("2026-03-02")).veld("terug_op");
    zaak.weigert(back("2026-03-07")).veld("terug_op");
    zaak.doe(back("2026-03-04")).dan_is_vastgelegd(&["schorsing_geeindigd"]);
    assert_eq!(zaak.brieven_gevraagd(), ["schorsing_geeindigd"]);
    assert_eq!(zaak.dossier.schorsingen[0].laatste_dag(), Some(d("2026-03-03")));
    // The week is counted in days that were.
    zaak.doe(schors("2026-03-04", "2026-03-08"));
    zaak.op("2026-03-09").weigert(back("2026-03-09")).met("schorsing_voorbij");
    // Ended before it began: there was none, and nothing has to be reported.
    zaak.doe(schors("2026-03-16", "2026-03-18"));
    zaak.doe(BeeindigSchorsing { schorsing: 3, ..back("2026-03-10") });
    assert_eq!(zaak.dossier.schorsingen[2].laatste_dag(), None);
    assert!(!zaak.dossier.schorsingen[2].melding_nodig());
    zaak.doe(schors("2026-03-17", "2026-03-17"));
}

#[test]
fn a_removal_that_leaves_nobody_to_come_back_ends_no_suspension() {
    let decide = |per: &str| {
        let mut zaak = voorgenomen("2008-04-12");
        zaak.doe(horen("2026-03-02")).doe(vind_school("De Regenwulp")).doe(begin("2026-03-02"));
        zaak.op("2026-03-26").doe(leaning("2026-03-26", "2026-04-15")).op("2026-04-13");
        // Of age since 12 April: the decision waits for no consultation.
        zaak.doe(Verwijder {
            verwijdering: 1,
            per: d(per),
            motivering: "De veiligheid is niet te borgen.".into(),
            vorderingen: Some(false),
            gezocht_sinds: None,
            gezocht: String::new(),
            zonder_school: None,
            zonder_school_blijkt: String::new(),
            openbaar: false,
        });
        zaak.dossier.schorsingen[0].laatste_dag()
    };
    assert_eq!(decide("2026-04-15"), Some(d("2026-04-13")), "back on Tuesday 14 April");
    assert_eq!(decide("2026-04-14"), Some(d("2026-04-15")), "no pupil any more on the next school day");
    let mut zaak = kind("2010-03-12");
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::Vso, "2022-08-01")).als(directie(LIBEL));
    zaak.doe(Schors { vestiging: vestiging(LIBEL), ..schors("2026-03-02", "2026-03-04") });
    assert_eq!(zaak.dossier.schorsingen[0].sector(&zaak.dossier), Some(Sector::So));
}
