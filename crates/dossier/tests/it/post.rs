//! Letters leave the building: the day of sending is the legal day.

use dossier::Gebeurtenis;
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::feiten::BriefVastgelegd;
use dossier::algemeen::post::{PostVerwerkt, VerwerkPost};
use dossier::beurt::{Onderwerp, Zet};
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{WijzigGezag, ZetGeheimhouding};
use dossier::soort::{Bekendmakingswijze, Poststand, Poststap, Relatie};
use dossier::staat::{Afloop, TlvFase};
use dossier::tlv::besluit::MaakBekend;
use dossier::tlv::opdracht::TrekTlvAanvraagIn;
use dossier::toegang::Deel;

use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, besluitnemer, d, geadviseerd, ib, loket, maak_bekend, nl,
    ouder_met_gezag, uitzondering, verleen, verleend, weiger,
};
use crate::leven::{brief, overleden};

fn letter(soort: &str, over: Onderwerp) -> BriefVastgelegd {
    let deel = over.deel();
    BriefVastgelegd { soort: soort.into(), betreft: over.into(), deel, ..brief() }
}

/// Given the decision made known today, with its letter to the parent; the number of that letter.
fn besloten() -> (Zaak, u64) {
    let mut zaak = verleend();
    zaak.feit(letter("besluit_tlv", Onderwerp::Aanvraag(1)));
    let nr = zaak.dossier.versie;
    (zaak, nr)
}

/// Given a registration with a letter of this kind; the number of that letter.
fn geschreven(soort: &str) -> (Zaak, u64) {
    let mut zaak = aangemeld();
    zaak.feit(letter(soort, Onderwerp::Aanmelding(1)));
    let nr = zaak.dossier.versie;
    (zaak, nr)
}

fn stap(volgnummer: u64, stap: Poststap, op: &str) -> VerwerkPost {
    VerwerkPost { volgnummer, stap, op: d(op) }
}

fn stand(zaak: &Zaak, nr: u64) -> Poststand {
    zaak.dossier.poststand(zaak.dossier.brief(nr).unwrap())
}

#[test]
fn a_letter_is_printed_and_then_leaves_once() {
    let (mut zaak, nr) = geschreven("toelating");
    assert_eq!(stand(&zaak, nr), Poststand::TeVerzenden);
    zaak.op("2026-03-03").doe(stap(nr, Poststap::Afgedrukt, "2026-03-03"));
    assert_eq!(stand(&zaak, nr), Poststand::Afgedrukt);
    zaak.weigert(stap(nr, Poststap::Afgedrukt, "2026-03-03")).met("al_afgedrukt");
    zaak.op("2026-03-04").doe(stap(nr, Poststap::Post, "2026-03-03"));
    assert_eq!(stand(&zaak, nr), Poststand::Verzonden);
    let sent = zaak.dossier.verzonden(zaak.dossier.brief(nr).unwrap()).unwrap();
    assert_eq!(
        (sent.op, sent.stap, sent.door),
        (d("2026-03-03"), Poststap::Post, Some(&ib(WATERJUFFER).persoon))
    );
    for again in Poststap::ALL {
        zaak.weigert(stap(nr, *again, "2026-03-04")).met("al_verzonden");
    }
    let line =
        zaak.dossier.tijdlijn().into_iter().find(|line| line.volgnummer == zaak.dossier.versie).unwrap();
    assert_eq!(nl(&line.tekst), "Brief op de post gedaan op di 3 mrt 2026: toelating");
    assert_eq!((line.onderwerp, line.deel), (Some(Onderwerp::Aanmelding(1)), Deel::B));
}

#[test]
fn a_letter_leaves_on_its_date_at_the_earliest_and_never_tomorrow() {
    let (mut zaak, nr) = geschreven("weigering");
    zaak.op("2026-03-06");
    for early in ["2026-03-01", "2026-03-07"] {
        zaak.weigert(stap(nr, Poststap::Post, early)).veld("op");
        zaak.weigert(stap(nr, Poststap::Afgedrukt, early)).veld("op");
    }
    zaak.doe(stap(nr, Poststap::Uitgereikt, "2026-03-06"));
}

#[test]
fn a_letter_that_is_not_there_and_one_of_another_organisation_are_answered_alike() {
    let (mut zaak, nr) = besloten();
    let answers = [
        zaak.weigert(stap(99, Poststap::Post, "2026-03-02")).0,
        zaak.weigert(stap(nr - 1, Poststap::Post, "2026-03-02")).0,
        zaak.als(ib(WATERJUFFER)).weigert(stap(nr, Poststap::Post, "2026-03-02")).0,
        zaak.als(loket("PO9902")).weigert(stap(nr, Poststap::Post, "2026-03-02")).0,
        zaak.als(ib(IJSVOGEL)).weigert(stap(nr, Poststap::Post, "2026-03-02")).0,
    ];
    assert_eq!(answers[0].veld, Some("volgnummer"));
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[test]
fn a_decision_leaves_on_the_day_on_which_it_was_made_known() {
    let (mut zaak, nr) = besloten();
    zaak.op("2026-03-04");
    let other = zaak.weigert(stap(nr, Poststap::Post, "2026-03-04")).veld("op").0;
    let anew = sleutels::algemeen::opnieuw_bekendmaken();
    assert_eq!(other.wat_wel.as_deref(), Some(&anew));
    assert!(other.vindplaats.is_some(), "by which article a term begins on that day");
    zaak.doe(stap(nr, Poststap::Afgedrukt, "2026-03-03")).doe(stap(nr, Poststap::Post, "2026-03-02"));
}

#[test]
fn a_decision_that_did_not_leave_is_made_known_anew_and_its_first_letter_lapses() {
    let (mut zaak, nr) = besloten();
    zaak.op("2026-03-04").weigert(maak_bekend(d("2026-03-02"))).met("verkeerde_fase");
    zaak.doe(maak_bekend(d("2026-03-05")));
    assert_eq!(stand(&zaak, nr), Poststand::Vervallen);
    zaak.weigert(stap(nr, Poststap::Post, "2026-03-04")).met("nieuwe_brief");
    assert_eq!(zaak.aanvraag().fase(), TlvFase::VerleendBekend);
    assert_eq!(zaak.aanvraag().bekendmaking.as_ref().unwrap().op, d("2026-03-05"));
    assert!(zaak.nieuw.iter().all(|event| event.brief().is_some()), "a new letter follows");
    zaak.op("2026-03-05").feit(letter("besluit_tlv", Onderwerp::Aanvraag(1)));
    let new = zaak.dossier.versie;
    zaak.doe(stap(new, Poststap::Post, "2026-03-05"));
    zaak.weigert(maak_bekend(d("2026-03-06"))).met("verkeerde_fase");
}

#[test]
fn what_lies_with_the_partnership_when_a_request_is_taken_back_is_sent_no_more() {
    let mut zaak = geadviseerd();
    let advice = || letter("afschrift_deskundigenadvies", Onderwerp::Aanvraag(1));
    zaak.als(loket(SWV_PO)).feit(advice());
    let nr = zaak.dossier.versie;
    assert_eq!(stand(&zaak, nr), Poststand::TeVerzenden);
    let reden = "Het gaat beter met Sam.".to_owned();
    zaak.als(ib(WATERJUFFER)).doe(TrekTlvAanvraagIn { aanvraag: 1, reden });
    assert_eq!(stand(&zaak, nr), Poststand::Vervallen, "in the list and for printing");
    zaak.als(loket(SWV_PO)).weigert(stap(nr, Poststap::Post, "2026-03-02")).met("aanvraag_ingetrokken");
}

#[test]
fn what_says_that_nothing_is_decided_lies_there_no_more_once_the_decision_is_made_known() {
    let mut zaak = geadviseerd();
    let about = Onderwerp::Aanvraag(1);
    let letters = ["ontvangst_tlv_aanvraag", "afschrift_deskundigenadvies"].map(|soort| {
        zaak.als(loket(SWV_PO)).feit(letter(soort, about));
        zaak.dossier.versie
    });
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    assert_eq!(letters.map(|nr| stand(&zaak, nr)), [Poststand::TeVerzenden; 2]);
    let today = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(today));
    assert_eq!(letters.map(|nr| stand(&zaak, nr)), [Poststand::Vervallen; 2]);
}

#[test]
fn without_a_letter_of_it_a_decision_is_not_made_known_anew() {
    let zaak = verleend();
    zaak.weigert(maak_bekend(d("2026-03-03"))).met("verkeerde_fase");
}

#[test]
fn what_was_made_known_on_the_own_page_left_there() {
    let mut zaak = geadviseerd();
    zaak.als(crate::gegeven::ouder())
        .doe(dossier::leven::bereikbaar::ZegDigitaalBereikbaar { ja: true, geen_bericht: false });
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).als(loket(SWV_PO));
    let op = zaak.vandaag;
    zaak.doe(MaakBekend { aanvraag: 1, op, wijze: Bekendmakingswijze::EigenPagina });
    zaak.feit(letter("besluit_tlv", Onderwerp::Aanvraag(1)));
    let nr = zaak.dossier.versie;
    let sent = zaak.dossier.verzonden(zaak.dossier.brief(nr).unwrap()).unwrap();
    assert_eq!((sent.op, sent.stap, sent.door), (op, Poststap::Digitaal, None));
    let to_school = BriefVastgelegd {
        soort: "besluit_tlv".into(),
        betreft: Onderwerp::Aanvraag(1).into(),
        aan_personen: Vec::new(),
        aan_organisaties: vec![ib(WATERJUFFER).organisatie],
        ..brief()
    };
    zaak.feit(to_school);
    assert_eq!(stand(&zaak, zaak.dossier.versie), Poststand::TeVerzenden);
    zaak.weigert(maak_bekend(d("2026-03-03"))).met("verkeerde_fase");
}

/// Given a decision that was made known on the own page, with its letter to the parent; the number of that letter.
fn op_de_pagina(geen_bericht: bool) -> (Zaak, u64) {
    let mut zaak = geadviseerd();
    zaak.als(crate::gegeven::ouder())
        .doe(dossier::leven::bereikbaar::ZegDigitaalBereikbaar { ja: true, geen_bericht });
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).als(loket(SWV_PO));
    let op = zaak.vandaag;
    zaak.doe(MaakBekend { aanvraag: 1, op, wijze: Bekendmakingswijze::EigenPagina });
    zaak.feit(letter("besluit_tlv", Onderwerp::Aanvraag(1)));
    let nr = zaak.dossier.versie;
    (zaak, nr)
}

fn te_versturen(zaak: &Zaak) -> usize {
    zaak.aan_zet().into_iter().filter(|(zet, _)| *zet == "besluit_versturen").count()
}

#[test]
fn a_notice_that_did_not_arrive_gives_the_desk_the_turn_to_send_the_letter_on_paper() {
    // Who wants no notice misses none.
    let (zaak, _) = op_de_pagina(true);
    assert_eq!(zaak.dossier.zonder_kennisgeving(1), []);
    // Who wants one hears on paper, on whatever day that is.
    let (mut zaak, nr) = op_de_pagina(false);
    assert_eq!((stand(&zaak, nr), te_versturen(&zaak)), (Poststand::Verzonden, 0));
    let [missed] = &zaak.dossier.zonder_kennisgeving(1)[..] else { panic!("one letter") };
    assert_eq!((missed.brief, missed.persoon), (nr, 1));
    let (missed, made_known) = (missed.clone(), zaak.dossier.aanvragen[0].bekendmaking.clone());
    zaak.op("2026-03-09").feit(missed);
    assert_eq!((stand(&zaak, nr), te_versturen(&zaak)), (Poststand::TeVerzenden, 1));
    assert_eq!(zaak.dossier.zonder_kennisgeving(1), [], "told once");
    zaak.weigert(stap(nr, Poststap::Digitaal, "2026-03-10")).veld("stap");
    zaak.op("2026-03-10").doe(stap(nr, Poststap::Post, "2026-03-10"));
    assert_eq!((stand(&zaak, nr), te_versturen(&zaak)), (Poststand::Verzonden, 0));
    // It was on the page: no term moves (Awb 2:19).
    assert_eq!(zaak.dossier.aanvragen[0].bekendmaking, made_known);
}

#[test]
fn what_stood_on_a_page_that_somebody_else_had_opened_is_sent_on_paper() {
    let (mut zaak, nr) = op_de_pagina(true);
    assert_eq!((stand(&zaak, nr), te_versturen(&zaak)), (Poststand::Verzonden, 0));
    zaak.als(crate::gegeven::ib(WATERJUFFER)).doe(dossier::leven::eigenpagina::BeeindigEigenPagina {
        persoon: 1,
        reden: "De code kwam bij een ander.".into(),
    });
    assert_eq!((stand(&zaak, nr), te_versturen(&zaak)), (Poststand::TeVerzenden, 1));
    zaak.als(loket(SWV_PO)).op("2026-03-10").weigert(stap(nr, Poststap::Digitaal, "2026-03-10")).veld("stap");
    zaak.doe(stap(nr, Poststap::Post, "2026-03-10"));
    assert_eq!((stand(&zaak, nr), te_versturen(&zaak)), (Poststand::Verzonden, 0));
    // The same of a letter of which somebody recorded that it went digitally.
    let mut school = aangemeld();
    school.als(crate::gegeven::ouder());
    school.doe(dossier::leven::bereikbaar::ZegDigitaalBereikbaar { ja: true, geen_bericht: true });
    school.als(crate::gegeven::ib(WATERJUFFER)).doe(weiger(uitzondering("geen_plaatsruimte_po")));
    school.feit(letter("weigering", Onderwerp::Aanmelding(1)));
    let nr = school.dossier.versie;
    let day = school.vandaag;
    school.doe(VerwerkPost { op: day, ..stap(nr, Poststap::Digitaal, "2026-03-10") });
    assert_eq!(stand(&school, nr), Poststand::Verzonden);
    school.doe(dossier::leven::eigenpagina::BeeindigEigenPagina {
        persoon: 1,
        reden: "Het was een ander.".into(),
    });
    assert_eq!(stand(&school, nr), Poststand::TeVerzenden);
}

#[test]
fn a_decision_whose_letter_did_not_leave_on_its_day_is_the_turn_of_the_desk_until_it_does() {
    let (mut zaak, nr) = besloten();
    let about = Onderwerp::Aanvraag(1);
    assert!(zaak.dossier.ligt_nog(about));
    zaak.op("2026-03-04");
    assert_eq!(te_versturen(&zaak), 1, "the day is over, and it lies here");
    // Either it left on that day and nobody said so, or it is made known anew.
    let mut said = zaak.clone();
    said.doe(stap(nr, Poststap::Post, "2026-03-02"));
    assert!(!said.dossier.ligt_nog(about));
    assert_eq!(te_versturen(&said), 0);
    let before = zaak.aanvraag().bekendmaking.clone().expect("made known").bezwaar_uiterlijk.uitkomst;
    zaak.doe(maak_bekend(d("2026-03-05")));
    let after = zaak.aanvraag().bekendmaking.clone().expect("made known").bezwaar_uiterlijk.uitkomst;
    assert!(after > before, "the time to object follows the day on which it leaves");
    zaak.op("2026-03-05").feit(letter("besluit_tlv", about));
    let new = zaak.dossier.versie;
    zaak.doe(stap(new, Poststap::Post, "2026-03-05"));
    assert!(!zaak.dossier.ligt_nog(about));
    assert_eq!(te_versturen(&zaak), 0);
}

#[test]
fn the_time_to_object_to_a_decision_of_a_school_follows_the_day_on_which_its_first_letter_leaves() {
    let refused = |zaak: &Zaak| match &zaak.aanmelding().afloop {
        Some(Afloop::Geweigerd { bezwaar_uiterlijk, .. }) => *bezwaar_uiterlijk,
        other => panic!("{other:?}"),
    };
    let mut zaak = aangemeld();
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    let before = refused(&zaak);
    for _ in 0..2 {
        zaak.feit(letter("weigering", Onderwerp::Aanmelding(1)));
    }
    let (first, second) = (zaak.dossier.versie - 1, zaak.dossier.versie);
    // Given one that left on its day, nothing moves.
    let mut on_time = zaak.clone();
    let (day, later) = (zaak.vandaag, base::dates::plus_days(zaak.vandaag, 4).unwrap());
    on_time.doe(stap(first, Poststap::Post, &day.to_string()));
    on_time.op(&later.to_string()).doe(stap(second, Poststap::Post, &later.to_string()));
    assert_eq!(refused(&on_time), before);
    // Given that the first left later, the last day is later; the second moves it no more.
    zaak.op(&later.to_string()).doe(stap(first, Poststap::Post, &later.to_string()));
    let moved = refused(&zaak);
    assert!(moved > before, "{moved} after {before}");
    let line = zaak.dossier.tijdlijn().into_iter().find(|line| line.volgnummer == zaak.dossier.versie);
    assert!(nl(&line.unwrap().tekst).contains("Bezwaar maken kan daardoor tot en met"));
    let fact = zaak.dossier.versie;
    let day_after = base::dates::plus_days(later, 1).unwrap();
    zaak.op(&day_after.to_string()).doe(stap(second, Poststap::Post, &day_after.to_string()));
    assert_eq!(refused(&zaak), moved);
    // A step that never was moves nothing.
    zaak.doe(Corrigeer { volgnummer: fact, waarom: "lag nog in de la".into(), nieuw: None });
    assert_eq!(refused(&zaak), before);
}

#[test]
fn of_a_decision_that_reached_somebody_a_letter_that_left_later_is_recorded_as_it_was() {
    let (mut zaak, first) = besloten();
    zaak.feit(letter("besluit_tlv", Onderwerp::Aanvraag(1)));
    let second = zaak.dossier.versie;
    zaak.doe(stap(first, Poststap::Post, "2026-03-02"));
    zaak.op("2026-03-05");
    assert_eq!(te_versturen(&zaak), 1, "the other one lies here");
    let turns = zaak.dossier.beurten();
    let why = turns.iter().find(|beurt| beurt.zet == Zet::BesluitVersturen && beurt.is_open(d("2026-03-05")));
    // It stands: it cannot be made known anew, and the turn does not say so.
    assert_eq!(why.map(|beurt| &beurt.grond), Some(&sleutels::tlv::beurt_brief_ligt_nog()));
    zaak.weigert(maak_bekend(d("2026-03-05"))).met("verkeerde_fase");
    zaak.op("2026-03-06").doe(stap(second, Poststap::Post, "2026-03-05"));
    assert_eq!(stand(&zaak, second), Poststand::Verzonden);
}

#[test]
fn after_a_death_no_letter_leaves() {
    let (mut zaak, nr) = geschreven("toelating");
    let mut child = zaak.clone();
    zaak.doe(overleden(Overledene::Persoon(1)));
    zaak.weigert(stap(nr, Poststap::Post, "2026-03-02")).met("niemand_meer");
    assert_eq!(stand(&zaak, nr), Poststand::Vervallen);
    child.doe(overleden(Overledene::Leerling));
    child.weigert(stap(nr, Poststap::Post, "2026-03-02")).met("overleden");
    assert_eq!(stand(&child, nr), Poststand::Vervallen);
}

#[test]
fn a_wrong_day_or_way_is_corrected_and_a_step_that_never_was_is_taken_back() {
    let (mut zaak, nr) = geschreven("weigering");
    zaak.op("2026-03-05").doe(stap(nr, Poststap::Post, "2026-03-05"));
    let volgnummer = zaak.dossier.versie;
    let fact = zaak.dossier.feit(volgnummer).unwrap().gebeurtenis().unwrap().clone();
    let Gebeurtenis::PostVerwerkt(fact) = fact else { panic!("{fact:?}") };
    let right = |nieuw: PostVerwerkt| Corrigeer {
        volgnummer,
        waarom: "poststempel".into(),
        nieuw: crate::verbeteringen::als_daad(nieuw),
    };
    let other = |op: &str| right(PostVerwerkt { op: d(op), stap: Poststap::Uitgereikt, ..(*fact).clone() });
    zaak.weigert(other("2026-03-01")).veld("op");
    zaak.weigert(right(PostVerwerkt { brief: nr - 1, ..(*fact).clone() }));
    zaak.doe(other("2026-03-04"));
    let sent = zaak.dossier.verzonden(zaak.dossier.brief(nr).unwrap()).unwrap();
    assert_eq!((sent.op, sent.stap), (d("2026-03-04"), Poststap::Uitgereikt));
    zaak.doe(Corrigeer { volgnummer, waarom: "lag nog in de la".into(), nieuw: None });
    assert_eq!(stand(&zaak, nr), Poststand::TeVerzenden);
}

#[test]
fn what_counts_from_the_day_of_sending_has_a_legal_day() {
    for (soort, counts) in [
        ("ontvangstbevestiging_aanmelding", false),
        ("aanbod_andere_school", false),
        ("weigering", true),
        ("verzoek_om_informatie", true),
        ("een_brief_van_later", false),
    ] {
        let (zaak, nr) = geschreven(soort);
        let day = zaak.dossier.brief(nr).unwrap().wettelijke_dag();
        assert_eq!(day, counts.then_some(d("2026-03-02")), "{soort}");
    }
}

#[test]
fn a_letter_that_asks_is_sent_as_long_as_somebody_waits_for_the_answer() {
    for (soort, asks) in [
        ("verzoek_om_informatie", true),
        ("aanbod_andere_school", true),
        ("vraag_andere_ouder", true),
        ("ontvangstbevestiging_aanmelding", false),
        ("een_brief_van_later", false),
    ] {
        let (mut zaak, nr) = geschreven(soort);
        zaak.doe(crate::gegeven::laat_toe("2026-03-02"));
        let lapsed = stand(&zaak, nr) == Poststand::Vervallen;
        assert_eq!(lapsed, asks, "{soort}: the registration ended");
    }
}

#[test]
fn a_letter_of_before_the_places_were_secret_from_its_reader_leaves_no_more() {
    let (mut zaak, nr) = geschreven("toelating");
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() });
    assert_eq!(stand(&zaak, nr), Poststand::Vervallen);
    zaak.op("2026-03-04").weigert(stap(nr, Poststap::Post, "2026-03-04")).met("niemand_meer");
    zaak.feit(letter("toelating", Onderwerp::Aanmelding(1)));
    assert_eq!(stand(&zaak, zaak.dossier.versie), Poststand::TeVerzenden, "the one after it names no place");
}

#[test]
fn a_letter_goes_over_the_line_to_who_said_that_it_may() {
    let (mut zaak, nr) = geschreven("toelating");
    zaak.op("2026-03-04").weigert(stap(nr, Poststap::Digitaal, "2026-03-04")).veld("stap");
    zaak.als(crate::gegeven::ouder())
        .doe(dossier::leven::bereikbaar::ZegDigitaalBereikbaar { ja: true, geen_bericht: false });
    zaak.als(ib(WATERJUFFER)).doe(stap(nr, Poststap::Digitaal, "2026-03-04"));
}

#[test]
fn the_letter_of_a_decision_that_was_withdrawn_leaves_no_more() {
    let (mut zaak, nr) = besloten();
    let today = zaak.vandaag.to_string();
    zaak.als(besluitnemer(SWV_PO)).doe(crate::gegeven::trek_in(&today, &today));
    assert_eq!(stand(&zaak, nr), Poststand::Vervallen);
    zaak.als(loket(SWV_PO)).weigert(stap(nr, Poststap::Post, &today)).met("nieuwe_brief");
}

#[test]
fn a_family_reads_of_a_letter_once_and_who_sends_it_of_each_copy() {
    let mut zaak = aangemeld();
    for _ in 0..2 {
        zaak.feit(letter("toelating", Onderwerp::Aanmelding(1)));
    }
    let letters = |actor| {
        let kijker = dossier::toegang::Kijker { actor, groep: String::new() };
        let betrokken = zaak.dossier.betrokkenen();
        let recht = crate::gegeven::matrix().leesrecht(&kijker, &zaak.dossier, &betrokken, zaak.vandaag);
        zaak.dossier.tijdlijn_voor(&recht).iter().filter(|regel| regel.brief.is_some()).count()
    };
    assert_eq!((letters(ib(WATERJUFFER)), letters(crate::gegeven::ouder())), (2, 1));
}

#[test]
fn until_the_day_on_which_a_decision_is_made_known_the_desk_has_the_turn_to_send_it() {
    let mut zaak = geadviseerd();
    let monday = base::dates::plus_days(zaak.vandaag, 3).unwrap();
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).als(loket(SWV_PO)).doe(maak_bekend(monday));
    let sentence = nl(&zaak.nieuw[0].zin());
    assert!(sentence.contains(&base::dates::short_nl(monday)), "{sentence}");
    let about = Onderwerp::Aanvraag(1);
    let decision = letter("besluit_tlv", about);
    zaak.feit(decision);
    let nr = zaak.dossier.versie;
    if let Some(brief) = zaak.dossier.brieven.last_mut() {
        brief.op = monday;
    }
    let turns =
        |zaak: &Zaak| zaak.aan_zet().into_iter().filter(|(zet, _)| *zet == "besluit_versturen").count();
    assert_eq!(turns(&zaak), 1);
    let today = zaak.vandaag.to_string();
    zaak.doe(stap(nr, Poststap::Afgedrukt, &today));
    assert_eq!(turns(&zaak), 0, "printed, it waits for its day");
    zaak.op(&monday.to_string());
    assert_eq!(turns(&zaak), 1);
    zaak.doe(stap(nr, Poststap::Post, &monday.to_string()));
    assert_eq!(turns(&zaak), 0);
}

#[test]
fn a_letter_to_who_lost_authority_or_left_the_file_is_not_sent_any_more() {
    for relatie in [None, Some(Relatie::OuderZonderGezag)] {
        // Given letters to two parents, and one of them loses authority or stands no longer around the child.
        let mut zaak = aangemeld();
        let father = ouder_met_gezag("de heer P. Waterhoen");
        zaak.als(ib(WATERJUFFER)).doe(father);
        for nr in [1, 2] {
            let to = letter("toelating", Onderwerp::Aanmelding(1));
            zaak.feit(BriefVastgelegd { aan_personen: vec![nr], ..to });
        }
        let (mother, father) = (zaak.dossier.versie - 1, zaak.dossier.versie);
        let per = d("2026-03-02");
        zaak.doe(WijzigGezag { persoon: 2, relatie, per, brondocument: "beschikking".into() });
        // Then the letter to that one lapses, and the other leaves.
        assert_eq!(
            (stand(&zaak, mother), stand(&zaak, father)),
            (Poststand::TeVerzenden, Poststand::Vervallen)
        );
        for way in Poststap::ALL {
            zaak.weigert(stap(father, *way, "2026-03-02")).met("niemand_meer");
        }
        zaak.doe(stap(mother, Poststap::Post, "2026-03-02"));
    }
}
