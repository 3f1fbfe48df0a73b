//! Reasons that whoever wrote them released for a parent from whom it is secret where the child is: in the letter, on the own page, and
//! none that names a place.

use app::AppError;
use app::dossiers::Uitvoering;
use base::DossierNummer;
use dossier::Rol;
use dossier::aanmelding::opdracht::VerlengBeslistermijn;
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::post::VerwerkPost;
use dossier::algemeen::vrijgave::GeefTekstVrij;
use dossier::leven::feiten::{Ingeschreven, Verhuisd};
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::soort::{Poststand, Poststap};
use dossier::staat::Adres;
use dossier::toegang::Kijker;
use verband::Schoolsoort;

use crate::opslag::{connect, letter, letters, record, run, stored};
use crate::wereld::{Wereld, actor, at, day, ib};

const REDEN: &str = "Wij wachten nog op de uitslag van het onderzoek.";

/// Given a registration, with the places secret from the father; its term is extended for this reason.
async fn verlengd(reden: &str, uitvoering: Uitvoering) -> (Wereld, DossierNummer, Kijker) {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let father = connect(&wereld, &nummer, 2, "ouder-2").await;
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    run(&wereld, ib(), &nummer, secret).await.unwrap();
    let act = VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: reden.to_owned() };
    let done = wereld
        .app
        .execute(&Kijker::from(ib()), at("2026-03-04"), &nummer, vec![act.into()], uitvoering)
        .await;
    done.unwrap();
    wereld.app.make_open_letters(at("2026-03-04")).await.unwrap();
    (wereld, nummer, father)
}

/// The number of the fact that extends the term.
async fn fact(wereld: &Wereld, nummer: &DossierNummer) -> u64 {
    let dossier = wereld.app.load_dossier(nummer).await.unwrap().unwrap();
    let found = dossier.feiten.iter().find(|feit| feit.inhoud.event_type() == "beslistermijn_verlengd");
    found.unwrap().volgnummer
}

/// The last letter of a reader, as it reads, and whether the words stand on their timeline.
async fn told(wereld: &Wereld, nummer: &DossierNummer, who: &Kijker, words: &str) -> (bool, bool) {
    let moment = at("2026-03-05");
    let open = wereld.app.open(who, nummer, moment).await.unwrap();
    let last = open.beeld().brieven.iter().map(|brief| brief.volgnummer).max().unwrap();
    let (_, bytes) = letter(wereld, who, nummer, last, moment).await.unwrap();
    let in_letter = String::from_utf8_lossy(&bytes).contains(words);
    (in_letter, format!("{:?}", open.beeld().tijdlijn).contains(words))
}

fn vrij(volgnummer: u64) -> GeefTekstVrij {
    GeefTekstVrij { volgnummer, voor_personen: vec![2] }
}

#[tokio::test]
async fn reasons_that_are_released_later_come_in_a_letter_anew_and_on_the_own_page() {
    let (wereld, nummer, father) = verlengd(REDEN, Uitvoering::default()).await;
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (false, false));
    let before = letters(&wereld, &nummer).await;
    let nr = fact(&wereld, &nummer).await;
    run(&wereld, ib(), &nummer, vrij(nr)).await.unwrap();
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (true, true));
    let after = letters(&wereld, &nummer).await;
    assert_eq!(after.len(), before.len() + 1, "to him alone");
    let dossier = wereld.app.load_dossier(&nummer).await.unwrap().unwrap();
    let stand = |nr: u64| dossier.poststand(dossier.brief(nr).unwrap());
    let (last, newest) = (before[before.len() - 1], after[after.len() - 1]);
    assert_eq!((stand(last), stand(newest)), (Poststand::Vervallen, Poststand::TeVerzenden));
    assert_eq!(dossier.brief(newest).unwrap().inhoud.aan_personen, [2]);
}

#[tokio::test]
async fn reasons_that_are_released_before_the_letter_is_made_stand_in_it() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let father = connect(&wereld, &nummer, 2, "ouder-2").await;
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    run(&wereld, ib(), &nummer, secret).await.unwrap();
    let before = letters(&wereld, &nummer).await.len();
    let doing = async |act: dossier::opdracht::Opdracht| {
        let (who, moment) = (Kijker::from(ib()), at("2026-03-04"));
        wereld.app.execute(&who, moment, &nummer, vec![act], Uitvoering::default()).await.unwrap();
    };
    doing(VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: REDEN.to_owned() }.into()).await;
    let nr = fact(&wereld, &nummer).await;
    doing(vrij(nr).into()).await;
    assert_eq!(letters(&wereld, &nummer).await.len(), before, "none is made yet");
    wereld.app.make_open_letters(at("2026-03-04")).await.unwrap();
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (true, true));
    assert_eq!(letters(&wereld, &nummer).await.len(), before + 2, "one for each, and none anew");
}

#[tokio::test]
async fn whose_letter_left_already_gets_another_with_the_reasons() {
    let (wereld, nummer, father) = verlengd(REDEN, Uitvoering::default()).await;
    let sent = *letters(&wereld, &nummer).await.last().unwrap();
    let post = VerwerkPost { volgnummer: sent, stap: Poststap::Post, op: day("2026-03-04") };
    run(&wereld, ib(), &nummer, post).await.unwrap();
    let nr = fact(&wereld, &nummer).await;
    run(&wereld, ib(), &nummer, vrij(nr)).await.unwrap();
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (true, true));
    let dossier = wereld.app.load_dossier(&nummer).await.unwrap().unwrap();
    assert_eq!(dossier.poststand(dossier.brief(sent).unwrap()), Poststand::Verzonden);
}

#[tokio::test]
async fn reasons_that_are_released_with_the_act_stand_in_its_own_letter() {
    let with = Uitvoering { vrij_voor: vec![2], ..Uitvoering::default() };
    let (wereld, nummer, father) = verlengd(REDEN, with).await;
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (true, true));
    let (without, other, _) = verlengd(REDEN, Uitvoering::default()).await;
    assert_eq!(letters(&wereld, &nummer).await.len(), letters(&without, &other).await.len());
}

/// Takes the release back.
async fn neem_terug(wereld: &Wereld, nummer: &DossierNummer) {
    let dossier = wereld.app.load_dossier(nummer).await.unwrap().unwrap();
    let mut facts = dossier.feiten.iter().rev();
    let given = facts.find(|feit| feit.inhoud.event_type() == "tekst_vrijgegeven").unwrap().volgnummer;
    let waarom = "Er staat toch een plek in.".to_owned();
    run(wereld, ib(), nummer, Corrigeer { volgnummer: given, waarom, nieuw: None }).await.unwrap();
}

/// How every letter about the extension to the father stands, oldest first.
async fn standen(wereld: &Wereld, nummer: &DossierNummer) -> Vec<Poststand> {
    let dossier = wereld.app.load_dossier(nummer).await.unwrap().unwrap();
    let about = |brief: &&dossier::staat::Brief| {
        brief.inhoud.soort == "verlenging_beslistermijn" && brief.inhoud.aan_personen == [2]
    };
    dossier.brieven.iter().filter(about).map(|brief| dossier.poststand(brief)).collect()
}

#[tokio::test]
async fn a_release_that_is_taken_back_takes_the_letter_with_the_reasons_and_leaves_the_one_without() {
    let (wereld, nummer, father) = verlengd(REDEN, Uitvoering::default()).await;
    let nr = fact(&wereld, &nummer).await;
    run(&wereld, ib(), &nummer, vrij(nr)).await.unwrap();
    assert_eq!(standen(&wereld, &nummer).await, [Poststand::Vervallen, Poststand::TeVerzenden]);
    neem_terug(&wereld, &nummer).await;
    assert_eq!(standen(&wereld, &nummer).await, [Poststand::TeVerzenden, Poststand::Vervallen]);
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (false, false));
    // Once more, and back again.
    run(&wereld, ib(), &nummer, vrij(nr)).await.unwrap();
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (true, true));
    neem_terug(&wereld, &nummer).await;
    let lapsed = [Poststand::TeVerzenden, Poststand::Vervallen, Poststand::Vervallen];
    assert_eq!(standen(&wereld, &nummer).await, lapsed);
}

#[tokio::test]
async fn reasons_that_were_released_with_the_act_and_taken_back_leave_a_letter_without_them() {
    let with = Uitvoering { vrij_voor: vec![2], ..Uitvoering::default() };
    let (wereld, nummer, father) = verlengd(REDEN, with).await;
    neem_terug(&wereld, &nummer).await;
    assert_eq!(standen(&wereld, &nummer).await, [Poststand::Vervallen, Poststand::TeVerzenden]);
    assert_eq!(told(&wereld, &nummer, &father, REDEN).await, (false, false));
}

#[tokio::test]
async fn no_text_is_released_in_which_a_place_stands_and_the_refusal_says_which_word() {
    for (reden, word) in [
        ("De klas van De Regenboog is vol.", "Regenboog"),
        ("Aan de Lijsterlaan is nog plaats.", "Lijsterlaan"),
        ("In Ochtendstad is nog plaats.", "Ochtendstad"),
        ("Het woont op 9901 ZZ.", "9901 ZZ"),
        ("Ochtendstads centrum is ver.", "Ochtendstads"),
        ("De Ochtendstadse weg is dicht.", "Ochtendstadse"),
        ("Wij vroegen het aan zonnedauw.", "zonnedauw"),
        ("Stichting Ochtendnevel wacht nog.", "Stichting Ochtendnevel"),
        ("De Regenboogschool wacht nog.", "Regenboogschool"),
    ] {
        let (wereld, nummer, father) = verlengd(reden, Uitvoering::default()).await;
        let nr = fact(&wereld, &nummer).await;
        let refused = run(&wereld, ib(), &nummer, vrij(nr)).await;
        let Err(AppError::Refused(refusal)) = refused else { panic!("{reden}: {refused:?}") };
        let said = teksten::Taal::Nl.zeg(&refusal.reden);
        assert!(said.contains(word), "{said}");
        assert_eq!(told(&wereld, &nummer, &father, reden).await, (false, false));
    }
}

/// Given that the child is at another school, which knows alone that it moved.
async fn verhuisd(wereld: &Wereld, nummer: &DossierNummer, plaats: &str) {
    let other = actor("regenwulp", Rol::Ib, "school/99YY00");
    let enrolled = Ingeschreven {
        vestiging: "99YY00".parse().unwrap(),
        schoolnaam: "De Wilg".to_owned(),
        schoolsoort: Schoolsoort::Sbo,
        swv: Some("PO9901".parse().unwrap()),
        groep: String::new(),
        per: day("2026-03-02"),
    };
    record(wereld, nummer, (&other, other.organisatie.clone()), enrolled).await;
    let adres = Adres { straat: "Vluchtpad 3".to_owned(), plaats: plaats.to_owned(), ..Adres::default() };
    let moved = Verhuisd { per: day("2026-03-02"), adres };
    record(wereld, nummer, (&other, other.organisatie.clone()), moved).await;
}

#[tokio::test]
async fn a_refusal_tells_nobody_more_than_they_read_and_the_rest_stays_out_all_the_same() {
    let reden = "Het onderzoek aan het Vluchtpad in Merelwold duurt langer.";
    let (wereld, nummer, father) = verlengd(reden, Uitvoering::default()).await;
    verhuisd(&wereld, &nummer, "Merelwold").await;
    let open = wereld.app.open(&Kijker::from(ib()), &nummer, at("2026-03-04")).await.unwrap();
    assert!(!format!("{:?}", open.beeld()).contains("Vluchtpad 3"), "she does not read where it went");
    let nr = fact(&wereld, &nummer).await;
    run(&wereld, ib(), &nummer, vrij(nr)).await.unwrap();
    assert_eq!(told(&wereld, &nummer, &father, reden).await, (false, false));
}

#[tokio::test]
async fn what_was_released_goes_as_a_whole_again_when_it_names_where_the_child_went() {
    let reden = "Gemeente Wolkendijk vroeg ons te wachten.";
    let (wereld, nummer, father) = verlengd(reden, Uitvoering::default()).await;
    let nr = fact(&wereld, &nummer).await;
    run(&wereld, ib(), &nummer, vrij(nr)).await.unwrap();
    assert_eq!(told(&wereld, &nummer, &father, reden).await, (true, true));
    verhuisd(&wereld, &nummer, "Wolkendijk").await;
    assert!(!told(&wereld, &nummer, &father, reden).await.1, "on the page");
}
