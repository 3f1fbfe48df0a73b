//! Letters of a request for a TLV.

#[path = "tlv/behandelen.rs"]
mod behandelen;
#[path = "tlv/leerling.rs"]
mod leerling;
#[path = "tlv/termijn.rs"]
mod termijn;

use documents::{Lezer, Tlvbesluit, Verklaring};
use dossier::aanmelding::opdracht::MeldAan;
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::leven::stem::Stem;
use dossier::opdracht::Besluitvorming;
use dossier::soort::{Adviesuitkomst, Afzender, Bekendmakingswijze, Discipline, TlvSoort};
use dossier::tlv::besluit::{GebruikTlv, MaakBekend, NeemBesluit, OntvangIngebrekestelling, Uitspraak};
use dossier::tlv::checklist::{self, TlvInvoer};
use dossier::tlv::dwangsom::StelDwangsomVast;
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::{
    BrengAdviesUit, GeefZienswijze, StartTlvAanvraag, TekenAdvies, VraagAanvulling, VraagTlvAan,
    WijsDeskundigeToe,
};
use dossier::{Actor, Rol};
use verband::Schoolsoort;

use crate::letter;
use crate::wereld::{
    SCHOOL, SCHOOLNAAM, Wereld, actor, articles, day, ib, loket, meld_aan, persoon, readers, text_of,
};

fn expert(id: &str) -> Actor {
    actor(id, Rol::Deskundige, "swv/PO9901")
}

fn besluitnemer() -> Actor {
    actor("roodborst", Rol::Besluitnemer, "swv/PO9901")
}

/// A request that the school fills, with the views of mother and child.
async fn started() -> Wereld {
    started_for(TlvSoort::So, Schoolsoort::Basisschool).await
}

async fn started_for(soort: TlvSoort, schoolsoort: Schoolsoort) -> Wereld {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.enrol_at(schoolsoort);
    begun(wereld, soort)
}

/// The school begins a request, with what the family says of it.
fn begun(mut wereld: Wereld, soort: TlvSoort) -> Wereld {
    wereld.silently(
        &ib(),
        StartTlvAanvraag {
            vestiging: SCHOOL.parse().unwrap(),
            schoolnaam: SCHOOLNAAM.to_owned(),
            soort,
            gevraagde_school_swv: None,
            landelijk_swv: None,
            school_swv_vo: None,
            verlenging_van: None,
        },
    );
    let mother = actor("zonnevis", Rol::Ouder, wereld.dossier.nummer.gezin().as_str());
    wereld.dossier.personen[0].account = Some(mother.persoon.clone());
    for (door, van, tekst) in [
        (&mother, Stem::Persoon(1), "Sam heeft rust nodig."),
        (&ib(), Stem::Persoon(2), "Ik weet het niet."),
        (&ib(), Stem::Leerling, "Een stille klas."),
    ] {
        let view = GeefZienswijze { aanvraag: 1, van, tekst: tekst.to_owned(), eens: None, namens: false };
        wereld.silently(door, view);
    }
    wereld
}

/// Every point of the checklist answered.
fn request(wereld: &Wereld) -> VraagTlvAan {
    let (actor, beleid) = (ib(), verband::Beleid::default());
    let ctx =
        Besluitvorming { wet: &wereld.app.wet, beleid: &beleid, vandaag: wereld.vandaag, actor: &actor };
    let mut invoer = TlvInvoer::default();
    let lijst = checklist::tlv(&wereld.dossier, &wereld.dossier.aanvragen[0], &invoer, &ctx);
    for punt in lijst.ontbreekt() {
        let answer =
            if punt.stuk { wereld.vandaag.to_string() } else { format!("Antwoord op {}", punt.code) };
        invoer.antwoorden.insert(punt.code.clone(), answer);
    }
    invoer.antwoorden.insert("ondersteuningsbehoefte".to_owned(), "Elke dag hulp bij taal".to_owned());
    VraagTlvAan { aanvraag: 1, invoer }
}

/// Sent on 3 March, two experts assigned.
async fn sent() -> Wereld {
    sent_from(started().await, &loket())
}

/// Sent to the partnership of this person, who assigns two experts.
fn sent_from(wereld: Wereld, loket: &Actor) -> Wereld {
    let asked = request(&wereld);
    sent_as(wereld, asked, loket)
}

/// Sent as it was filled in so.
fn sent_as(mut wereld: Wereld, asked: VraagTlvAan, loket: &Actor) -> Wereld {
    wereld.silently(&ib(), asked);
    for (id, naam, discipline) in [
        ("kwikstaart", "mevrouw L. Kwikstaart", Discipline::Orthopedagoog),
        ("mist", "de heer O. van de Mist", Discipline::KinderOfJeugdpsycholoog),
    ] {
        let naam = naam.to_owned();
        wereld.silently(
            loket,
            WijsDeskundigeToe { aanvraag: 1, persoon: persoon(id), naam, discipline, onafhankelijk: true },
        );
    }
    wereld
}

fn advice(door: &[&str]) -> BrengAdviesUit {
    BrengAdviesUit {
        aanvraag: 1,
        door: door.iter().copied().map(persoon).collect(),
        uitkomst: Adviesuitkomst::Toelaatbaar,
        categorie: Some(1),
        tot_en_met: Some(day("2028-07-31")),
        tekst: "Sam heeft een kleine groep nodig.".to_owned(),
    }
}

fn decision(uitspraak: Uitspraak, afwijking: &str) -> NeemBesluit {
    NeemBesluit {
        aanvraag: 1,
        uitspraak,
        motivering: "De groep is te groot voor Sam.".to_owned(),
        afwijking: afwijking.to_owned(),
        eerder: "De ouders belden: zij zijn het eens.".to_owned(),
    }
}

fn granted() -> Uitspraak {
    Uitspraak::Verleen {
        nummer: "2026-00017".to_owned(),
        categorie: Some(1),
        van: day("2026-08-01"),
        tot_en_met: day("2028-07-31"),
    }
}

fn made_known() -> MaakBekend {
    MaakBekend { aanvraag: 1, op: day("2026-04-21"), wijze: Bekendmakingswijze::Post }
}

async fn advised() -> Wereld {
    advised_on(sent().await)
}

fn advised_on(mut wereld: Wereld) -> Wereld {
    wereld.vandaag = day("2026-03-24");
    wereld.silently(&expert("kwikstaart"), advice(&["kwikstaart", "mist"]));
    let voorstel = wereld.dossier.aanvragen[0].adviesvoorstel.as_ref().unwrap().volgnummer;
    wereld.silently(&expert("mist"), TekenAdvies { aanvraag: 1, voorstel });
    wereld.vandaag = day("2026-04-21");
    wereld
}

#[tokio::test]
async fn a_complete_request_is_confirmed_to_parents_and_school() {
    let mut wereld = started().await;
    let request = request(&wereld);
    let letters = wereld.letters(&ib(), request).await;
    let kind = "ontvangst_tlv_aanvraag";
    let school = vec!["school/99XX00"];
    assert_eq!(readers(&letters), [(kind, vec![1], vec![]), (kind, vec![2], vec![]), (kind, vec![], school)]);
    let letter = letter!(letters, 0, OntvangstTlvAanvraag);
    assert_eq!(letters[0].van.as_str(), "swv/PO9901");
    assert_eq!(
        (letter.beslistermijn.as_str(), letter.beslissen_uiterlijk),
        ("acht weken", day("2026-04-28"))
    );
    assert_eq!(letter.gevraagd.as_str(), "het speciaal onderwijs (so)");
    let disciplines: Vec<&str> = letter.adviseurs.as_slice().iter().map(|a| a.discipline.as_str()).collect();
    assert_eq!(disciplines[0], "orthopedagoog of psycholoog");
    assert_eq!(articles(&letters[0].brief), ["art. 18a lid 6 WPO", "art. 4:13 lid 2 Awb"]);
    let head = &letter.hoofd;
    assert_eq!(head.afzender.organisatie.as_str(), "Samenwerkingsverband Ochtendstad");
    assert_eq!(head.afzender.ondertekenaar.as_str(), "Het loket", "the school does not sign");
    assert_eq!((head.contact.naam.as_str(), head.contact.telefoon.as_str()), ("het loket", "000-0000002"));
    assert_eq!(letter!(letters, 2, OntvangstTlvAanvraag).lezer, Lezer::School);
}

#[tokio::test]
async fn what_is_missing_is_asked_of_the_school_alone() {
    let mut wereld = sent().await;
    wereld.vandaag = day("2026-03-05");
    let asked = VraagAanvulling {
        aanvraag: 1,
        wat: vec!["De evaluatie".to_owned()],
        waarom: "Dan zien wij wat hielp.".to_owned(),
        tot_en_met: day("2026-03-19"),
    };
    let letters = wereld.letters(&loket(), asked).await;
    assert_eq!(readers(&letters), [("verzoek_om_aanvulling", vec![], vec!["school/99XX00"])]);
    let letter = letter!(letters, 0, VerzoekOmAanvulling);
    assert_eq!((letter.stil_vanaf, letter.aanleveren_uiterlijk), (day("2026-03-06"), day("2026-03-19")));
    assert_eq!(letter.hoofd.afzender.ondertekenaar.as_str(), "R. Regenwulp");
    assert_eq!(articles(&letters[0].brief)[0], "art. 4:15 lid 1 Awb");
}

#[tokio::test]
async fn parents_get_every_advice_as_soon_as_it_is_given() {
    let mut wereld = sent().await;
    wereld.vandaag = day("2026-03-24");
    let letters = wereld.letters(&expert("kwikstaart"), advice(&["kwikstaart"])).await;
    let kind = "afschrift_deskundigenadvies";
    assert_eq!(readers(&letters), [(kind, vec![1], vec![]), (kind, vec![2], vec![])]);
    let letter = letter!(letters, 0, AfschriftDeskundigenadvies);
    let only = &letter.adviezen.as_slice()[0];
    assert_eq!((only.naam.as_str(), only.discipline.as_str()), ("mevrouw L. Kwikstaart", "orthopedagoog"));
    assert_eq!(
        only.advies.as_slice()[0].as_str(),
        "Het advies is: toelaatbaar tot het speciaal onderwijs (so), categorie 1 (laag), \
         tot en met maandag 31 juli 2028."
    );
    assert_eq!(
        (letter.reageren_uiterlijk, letter.beslissen_uiterlijk),
        (day("2026-03-31"), day("2026-04-28"))
    );
    let by = &letter.hoofd.afzender;
    assert_eq!(
        (by.ondertekenaar.as_str(), by.functie.as_str()),
        ("Het loket", "namens het samenwerkingsverband"),
        "the expert does not sign, and the name of the partnership is said once"
    );
    assert_eq!(articles(&letters[0].brief), ["art. 18a lid 14 WPO"]);
}

#[tokio::test]
async fn deciding_alone_sends_nothing_making_known_sends_the_decision() {
    let mut wereld = advised().await;
    assert_eq!(wereld.letters(&besluitnemer(), decision(granted(), "")).await, []);
    let letters = wereld.letters(&loket(), made_known()).await;
    let kind = "besluit_tlv";
    let school = vec!["school/99XX00"];
    assert_eq!(readers(&letters), [(kind, vec![1], vec![]), (kind, vec![2], vec![]), (kind, vec![], school)]);
    let mother = letter!(letters, 0, BesluitTlv);
    assert_eq!((mother.hoofd.datum, mother.besloten_op), (day("2026-04-21"), day("2026-04-21")));
    let Tlvbesluit::Verleend { nummer, categorie, .. } = &mother.besluit else { panic!("granted") };
    assert_eq!((nummer.as_str(), categorie.as_ref().unwrap().as_str()), ("2026-00017", "1 (laag)"));
    assert_eq!((mother.bezwaar.termijn.as_str(), mother.bezwaar.uiterlijk), ("zes weken", day("2026-06-02")));
    assert_eq!(mother.bezwaar.verzonden_op, day("2026-04-21"));
    assert!(mother.bezwaar.bij.as_str().starts_with("Samenwerkingsverband Ochtendstad"));
    let need = &mother.behoeften.as_slice()[0];
    assert_eq!(need.behoefte.as_str(), "Elke dag hulp bij taal");
    assert_eq!(need.reden.as_str(), "De groep is te groot voor Sam.");
    let both = &mother.adviezen.as_slice()[0];
    assert_eq!(both.naam.as_str(), "mevrouw L. Kwikstaart en de heer O. van de Mist");
    assert!(mother.afwijking.is_none());
    assert!(mother.mening_kind.as_ref().unwrap().as_str().contains("‘Een stille klas.’"));
    let power_first = [
        "art. 40 lid 11 WEC",
        "art. 18a lid 11 WPO",
        "art. 40 lid 15 WEC",
        "art. 3:46 Awb",
        "art. 6:7 Awb",
        "art. 6:8 lid 1 Awb",
        "art. 18a lid 12 WPO",
        "art. 2:13 lid 1 Awb",
    ];
    assert_eq!(articles(&letters[0].brief), power_first);
}

#[tokio::test]
async fn lwoo_is_no_declaration_and_the_school_of_the_pupil_decides_on_its_own_lessons() {
    let (loket, decider) =
        (actor("regenwulp", Rol::Loket, "swv/VO9901"), actor("roodborst", Rol::Besluitnemer, "swv/VO9901"));
    let experts = ["kwikstaart", "mist"].map(|id| actor(id, Rol::Deskundige, "swv/VO9901"));
    let mut wereld = sent_from(started_for(TlvSoort::Lwoo, Schoolsoort::Vo).await, &loket);
    wereld.vandaag = day("2026-03-24");
    let own = BrengAdviesUit { categorie: None, tot_en_met: None, ..advice(&["kwikstaart", "mist"]) };
    wereld.silently(&experts[0], own);
    let voorstel = wereld.dossier.aanvragen[0].adviesvoorstel.as_ref().unwrap().volgnummer;
    wereld.silently(&experts[1], TekenAdvies { aanvraag: 1, voorstel });
    wereld.vandaag = day("2026-04-21");
    let Uitspraak::Verleen { nummer, van, tot_en_met, .. } = granted() else { panic!("granted") };
    let granted = Uitspraak::Verleen { nummer, categorie: None, van, tot_en_met };
    wereld.silently(&decider, decision(granted, ""));
    let letters = wereld.letters(&loket, made_known()).await;
    let letter = letter!(letters, 0, BesluitTlv);
    assert_eq!(letter.verklaring, Verklaring::Aanwijzing);
    assert!(articles(&letters[0].brief).contains(&"art. 2.43 lid 1 WVO 2020".to_owned()));
    assert_eq!(letter.bevoegd.as_str(), "omdat de school die de aanvraag deed bij ons hoort.");
    let text = text_of(&letters[0].brief);
    for criterion in
        ["IQ van 75 tot en met 90", "tot en met 120", "leerachterstand van 0,25 tot 0,5 op ten minste 2"]
    {
        assert!(text.contains(criterion), "{criterion}: {text}");
    }
    assert!(text.contains("beslist nu, na overleg met u, of Sam deze hulp krijgt"), "{text}");
    for wrong in ["TLV", "meldt", "aanmelden"] {
        assert!(!text.contains(wrong), "{wrong}: {text}");
    }
}

/// The first sentences of what follows for the parents on a declaration for so.
async fn what_follows(mut wereld: Wereld) -> String {
    wereld.vandaag = day("2026-03-24");
    wereld.silently(&expert("kwikstaart"), advice(&["kwikstaart", "mist"]));
    let voorstel = wereld.dossier.aanvragen[0].adviesvoorstel.as_ref().unwrap().volgnummer;
    wereld.silently(&expert("mist"), TekenAdvies { aanvraag: 1, voorstel });
    wereld.vandaag = day("2026-04-21");
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    let letters = wereld.letters(&loket(), made_known()).await;
    let Tlvbesluit::Verleend { vervolg, .. } = &letter!(letters, 0, BesluitTlv).besluit else {
        panic!("granted")
    };
    vervolg.as_slice()[0].as_str().to_owned()
}

#[tokio::test]
async fn a_school_where_the_child_is_registered_decides_itself_once_there_is_a_declaration() {
    let enrolled_elsewhere = what_follows(sent().await).await;
    assert!(enrolled_elsewhere.contains("U meldt Sam aan bij een school"), "{enrolled_elsewhere}");

    let mut wereld = Wereld::with_family("2026-03-03").await;
    let registration =
        MeldAan { schoolsoort: Schoolsoort::So, sector: base::Sector::So, ..meld_aan("2026-03-03") };
    wereld.silently(&ib(), registration);
    let registered = what_follows(sent_from(begun(wereld, TlvSoort::So), &loket())).await;
    assert!(registered.contains("Die school beslist nu over uw aanmelding"), "{registered}");
    assert!(!registered.contains("U meldt"), "{registered}");
}

#[tokio::test]
async fn who_said_nothing_before_a_decision_is_led_to_objection_alone() {
    let mut wereld = advised().await;
    wereld.dossier.aanvragen[0].zienswijzen.clear();
    wereld.dossier.aanvragen[0]
        .antwoorden
        .retain(|antwoord| !antwoord.vraag.starts_with("zienswijze_ouders"));
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    let letters = wereld.letters(&loket(), made_known()).await;
    let view = letter!(letters, 0, BesluitTlv).mening_ouders.as_str();
    assert!(view.contains("bezwaar maken") && !view.contains("nog steeds"), "{view}");
}

#[tokio::test]
async fn whoever_decided_signs_the_decision_and_the_need_is_told_once() {
    let mut wereld = advised().await;
    let mut asked = decision(granted(), "");
    asked.motivering = "Wat is er nodig?\nElke dag hulp bij taal\n\nWaarom beslissen wij zo?\nDe groep is te groot.\n\nWat vonden de ouders en de leerling?\nWij hoorden de zorg over de vrienden.\n\nWat zeiden de deskundigen?\nZij zagen hetzelfde."
        .to_owned();
    wereld.silently(&besluitnemer(), asked);
    let letters = wereld.letters(&loket(), made_known()).await;
    let letter = letter!(letters, 0, BesluitTlv);
    let by = &letter.hoofd.afzender;
    assert_eq!(
        (by.ondertekenaar.as_str(), by.functie.as_str()),
        ("F. Roodborst", "besluitnemer, namens het samenwerkingsverband"),
        "not the desk that sends it"
    );
    assert_eq!(
        letter.besloten_door.as_ref().unwrap().as_str(),
        "F. Roodborst, besluitnemer, namens Samenwerkingsverband Ochtendstad"
    );
    let need = &letter.behoeften.as_slice()[0];
    // Each part of what was typed has its own place, without the heading of the form.
    assert_eq!(need.behoefte.as_str(), "Elke dag hulp bij taal");
    assert_eq!(need.reden.as_str(), "De groep is te groot.");
    assert_eq!(letter.weging_adviezen.as_ref().unwrap().as_str(), "Zij zagen hetzelfde.");
    assert_eq!(letter.weging_meningen.as_ref().unwrap().as_str(), "Wij hoorden de zorg over de vrienden.");
    assert!(!text_of(&letters[0].brief).contains("Waarom beslissen wij zo?"));
}

#[tokio::test]
async fn a_category_that_is_another_than_was_asked_is_told() {
    let wereld = started().await;
    let mut asked = request(&wereld);
    asked.invoer.antwoorden.insert("gevraagde_categorie".to_owned(), "categorie 2 (midden)".to_owned());
    let mut wereld = advised_on(sent_as(wereld, asked, &loket()));
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    let letters = wereld.letters(&loket(), made_known()).await;
    let letter = letter!(letters, 0, BesluitTlv);
    let Tlvbesluit::Verleend { gevraagde_categorie, .. } = &letter.besluit else { panic!("granted") };
    assert_eq!(gevraagde_categorie.as_ref().unwrap().as_str(), "2 (midden)");
}

#[tokio::test]
async fn a_withdrawal_names_the_power_and_says_that_the_child_may_stay() {
    let mut wereld = advised().await;
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    wereld.silently(&loket(), made_known());
    let school = "99SO00".parse().unwrap();
    let used = GebruikTlv {
        aanvraag: 1,
        vestiging: school,
        schoolnaam: "De Libel".into(),
        per: day("2026-08-01"),
        elders: false,
    };
    wereld.silently(&actor("libel", Rol::Ib, "school/99SO00"), used);
    let withdrawn = TrekTlvIn {
        aanvraag: 1,
        per: day("2026-09-01"),
        reden: "Sam gaat terug.".into(),
        gehoord: "De ouders en de school zijn het eens.".into(),
        op: day("2026-04-21"),
        wijze: Bekendmakingswijze::Post,
    };
    let letters = wereld.letters(&besluitnemer(), withdrawn).await;
    assert_eq!(articles(&letters[0].brief)[0], "art. 18a lid 6 WPO");
    // Of the first of September the law says nothing: the letter says that too.
    let said = text_of(&letters[0].brief);
    assert!(said.contains("in de loop van een schooljaar kan eindigen"), "{said}");
    let letter = letter!(letters, 0, IntrekkingTlv);
    let what_now = letter.vervolg.as_slice()[1].as_str();
    assert!(what_now.contains("mag voorlopig blijven"), "{what_now}");
    let to: Vec<String> = letters.iter().flat_map(|l| &l.aan_organisaties).map(ToString::to_string).collect();
    assert_eq!(to, ["school/99XX00", "school/99SO00"], "the school where the child is hears of it too");
}

#[tokio::test]
async fn a_withdrawal_of_what_nobody_used_sends_the_school_to_the_parents_and_the_parents_to_the_school() {
    let mut wereld = advised().await;
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    wereld.silently(&loket(), made_known());
    let withdrawn = TrekTlvIn {
        aanvraag: 1,
        per: day("2026-09-01"),
        reden: "Sam gaat terug.".into(),
        gehoord: "De ouders en de school zijn het eens.".into(),
        op: day("2026-04-21"),
        wijze: Bekendmakingswijze::Post,
    };
    let letters = wereld.letters(&besluitnemer(), withdrawn).await;
    for letter in &letters {
        let documents::Brief::IntrekkingTlv(letter) = &letter.brief else { continue };
        let school = letter.lezer == documents::Lezer::School;
        let next = letter.vervolg.as_slice()[1].as_str();
        assert_eq!(next.contains("Bespreek met de ouders"), school, "{next}");
    }
}

#[tokio::test]
async fn a_declaration_that_runs_past_the_age_says_that_the_place_ends_by_age() {
    for (born, says) in [("2018-02-06", false), ("2012-03-01", true)] {
        let mut wereld = advised().await;
        wereld.dossier.leerling.as_mut().unwrap().geboortedatum = day(born);
        let Uitspraak::Verleen { nummer, categorie, .. } = granted() else { panic!("granted") };
        let (van, tot_en_met) = (day("2026-05-01"), day("2027-07-31"));
        let year = Uitspraak::Verleen { nummer, categorie, van, tot_en_met };
        wereld.silently(&besluitnemer(), decision(year, "Korter dan geadviseerd."));
        let letters = wereld.letters(&loket(), made_known()).await;
        let letter = letter!(letters, 0, BesluitTlv);
        let Tlvbesluit::Verleend { vervolg, .. } = &letter.besluit else { panic!("granted") };
        let told = vervolg.as_slice().iter().any(|line| line.as_str().contains("31 juli 2026"));
        assert_eq!(told, says, "{born}");
    }
}

#[tokio::test]
async fn the_decision_on_a_penalty_goes_to_the_applicant_with_the_amount_and_how_to_object() {
    let mut wereld = advised().await;
    wereld.vandaag = day("2026-05-11");
    let notice = OntvangIngebrekestelling {
        aanvraag: 1,
        ontvangen_op: day("2026-05-11"),
        afzender: Afzender::Aanvrager,
        van: "De directie".into(),
    };
    wereld.silently(&loket(), notice);
    wereld.vandaag = day("2026-06-08");
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    let known = MaakBekend { aanvraag: 1, op: day("2026-06-08"), wijze: Bekendmakingswijze::Post };
    wereld.silently(&loket(), known);
    let fixed = StelDwangsomVast { aanvraag: 1, niet_verschuldigd: String::new() };
    let letters = wereld.letters(&besluitnemer(), fixed).await;
    assert_eq!(letters.len(), 1, "to nobody but the applicant");
    let letter = letter!(letters, 0, BesluitDwangsom);
    // From 26 May to 7 June: thirteen days at € 23.
    assert_eq!((letter.van, letter.tot_en_met), (day("2026-05-26"), day("2026-06-07")));
    assert_eq!(letter.bedrag_eurocent.0, 29_900);
    assert_eq!(letter.betalen_uiterlijk, day("2026-07-20"));
    assert_eq!(articles(&letters[0].brief)[0], "art. 4:18 Awb");
    assert_eq!(letter.bezwaar.uiterlijk, day("2026-07-20"));
}

#[tokio::test]
async fn each_parent_reads_the_own_words_and_the_school_reads_all() {
    let mut wereld = advised().await;
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    let letters = wereld.letters(&loket(), made_known()).await;
    let view = |at: usize| letter!(letters, at, BesluitTlv).mening_ouders.as_str().to_owned();
    assert!(view(0).starts_with("U zei: ‘Sam heeft rust nodig.’\nDe andere ouder of voogd"));
    assert!(!view(0).contains("Ik weet het niet"));
    let by_school = "De school schreef op wat";
    assert!(
        view(1).starts_with(&format!("{by_school} u vindt: ‘Ik weet het niet.’")),
        "nobody is quoted by others"
    );
    assert!(view(2).contains("mevrouw I. de Zonnevis zei: ‘Sam heeft rust nodig.’"));
    assert!(view(2).contains(by_school) && view(2).contains("P. Baars"));
    let child = letter!(letters, 2, BesluitTlv).mening_kind.as_ref().unwrap().as_str().to_owned();
    assert!(child.starts_with(by_school), "{child}");
}

#[tokio::test]
async fn a_parent_who_stands_in_the_file_twice_is_quoted_once_and_reads_the_own_words_in_either_copy() {
    let mut wereld = advised().await;
    for record in &mut wereld.dossier.personen {
        record.account = Some(persoon("zonnevis"));
    }
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    let letters = wereld.letters(&loket(), made_known()).await;
    let view = |at: usize| letter!(letters, at, BesluitTlv).mening_ouders.as_str().to_owned();
    for copy in 0..2 {
        assert!(view(copy).starts_with("U zei: ‘Sam heeft rust nodig.’"), "{}", view(copy));
        assert!(!view(copy).contains("De andere ouder") && !view(copy).contains("Ik weet het niet"));
    }
    assert!(view(2).contains("zei: ‘Sam heeft rust nodig.’") && !view(2).contains("Ik weet het niet"));
}

#[tokio::test]
async fn a_refusal_tells_what_now_and_why_it_deviates() {
    let mut wereld = advised().await;
    wereld.silently(&besluitnemer(), decision(Uitspraak::Weiger, "Er is nu een rustige plek."));
    let letters = wereld.letters(&loket(), made_known()).await;
    let letter = letter!(letters, 0, BesluitTlv);
    let Tlvbesluit::Geweigerd { gevraagd, vervolg } = &letter.besluit else { panic!("refused") };
    assert_eq!(gevraagd.as_str(), "het speciaal onderwijs (so)");
    assert!(
        vervolg.as_slice()[0].as_str().starts_with("Sam blijft ingeschreven op Basisschool De Regenboog.")
    );
    assert_eq!(letter.afwijking.as_ref().unwrap().as_str(), "Er is nu een rustige plek.");
}

#[tokio::test]
async fn which_partnership_decides_stands_in_no_letter_to_a_parent_from_whom_places_are_secret() {
    let mut wereld = started().await;
    let hide = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    wereld.silently(&ib(), hide);
    let request = request(&wereld);
    let letters = wereld.letters(&ib(), request).await;
    let to = |nr: u32| {
        let mine =
            letters.iter().find(|letter| letter.aan_personen == [nr]).expect("a letter to this parent");
        text_of(&mine.brief).to_lowercase()
    };
    let (mother, father) = (to(1), to(2));
    assert!(mother.contains("samenwerkingsverband ochtendstad"), "{mother}");
    for secret in ["ochtendstad", "po9901", "regenboog", "99xx00", "000-0000002", "morgenster"] {
        assert!(!father.contains(secret), "{secret}: {father}");
    }
}
