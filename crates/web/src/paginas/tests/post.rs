//! The letters of an organisation: seen by who sends them, printed together, recorded many at once.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::soort::{Poststand, Poststap};

use crate::paginas::aanvraag::tests::{Toneel, send};
use crate::weg::proef::{Antwoord, Browser};

/// A registration about which more was asked today: the letter of that has to leave today.
struct Verhaal {
    toneel: Toneel,
    ib: Browser,
}

impl Verhaal {
    async fn begin() -> Self {
        let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
        let ib = toneel.proef.at_registration_of(&toneel.nummer, Rol::Ib).await;
        let address = format!("/kind/{}/aanmelding/1/informatie", toneel.nummer);
        let fields = [("wat", "rapport"), ("waarom", "Om te beslissen."), ("tot_en_met", "9-12-2026")];
        ib.fill(&address, &fields).await.assert_leads_to("/kind/");
        let kit = &toneel.proef.kit;
        kit.app.make_open_letters(kit.moment()).await.unwrap();
        Self { toneel, ib }
    }

    /// The letters that ask for more, as they are chosen in the list, with how each stands.
    async fn asked(&self) -> Vec<(String, Poststand)> {
        let dossier = self.toneel.proef.kit.dossier(&self.toneel.nummer).await;
        let asked = dossier.brieven.iter().filter(|brief| brief.inhoud.soort == "verzoek_om_informatie");
        let code = |volgnummer| format!("{}/{volgnummer}", dossier.nummer);
        asked.map(|brief| (code(brief.volgnummer), dossier.poststand(brief))).collect()
    }

    async fn record(&self, letters: &[&str], stap: Poststap, op: &str) -> Antwoord {
        let mut fields = vec![("stap", stap.code()), ("op", op)];
        fields.extend(letters.iter().map(|code| ("kies", *code)));
        send(&self.ib, "/post?stand=alles", "/post", &fields).await
    }
}

#[tokio::test]
async fn a_letter_in_which_a_sign_could_not_be_printed_says_so_before_it_leaves() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let ib = toneel.proef.at_registration_of(&toneel.nummer, Rol::Ib).await;
    let ask = async |wat: &str| {
        let address = format!("/kind/{}/aanmelding/1/informatie", toneel.nummer);
        let fields = [("wat", wat), ("waarom", "Om te beslissen."), ("tot_en_met", "9-12-2026")];
        ib.fill(&address, &fields).await.assert_leads_to("/kind/");
        toneel.proef.kit.app.make_open_letters(toneel.proef.kit.moment()).await.unwrap();
    };
    ib.get("/post").await.assert_silent_on("vierkantjes");
    ask("het rapport van dokter 李").await;
    ib.get("/post").await.assert_says("vierkantjes in plaats van 李");
}

#[tokio::test]
async fn what_has_to_leave_is_listed_recorded_and_told_with_the_child() {
    let verhaal = Verhaal::begin().await;
    let ib = &verhaal.ib;
    let asked = verhaal.asked().await;
    let codes: Vec<&str> = asked.iter().map(|(code, _)| code.as_str()).collect();
    assert!(
        !codes.is_empty() && asked.iter().all(|(_, stand)| *stand == Poststand::TeVerzenden),
        "{asked:?}"
    );
    ib.get("/vandaag").await.assert_says("/post?dag=2026-11-25");
    let page = ib.get("/post?dag=2026-11-25").await;
    for code in &codes {
        page.assert_says(&format!("name=\"kies\" value=\"{code}\""));
    }
    verhaal.record(&codes, Poststap::Post, "26-11-2026").await.assert_says("ligt in de toekomst");
    let done = verhaal.record(&codes, Poststap::Post, "25-11-2026").await;
    assert_eq!(done.status, StatusCode::OK);
    done.assert_says("op de post gedaan op");
    assert!(verhaal.asked().await.iter().all(|(_, stand)| *stand == Poststand::Verzonden));
    verhaal.record(&codes, Poststap::Uitgereikt, "25-11-2026").await.assert_says("deze brief is al");
    ib.get("/post?dag=2026-11-25").await.assert_silent_on(&format!("value=\"{}\"", codes[0]));
    let left = ib.get("/post?stand=verzonden&soort=verzoek_om_informatie").await;
    left.assert_says("op de post gedaan op");
    left.assert_says("/verbeteren/");
    ib.get(&format!("/kind/{}", verhaal.toneel.nummer)).await.assert_says("op de post gedaan op");
    let file = ib.get("/post.csv?stand=alles").await;
    file.assert_says("dossier;brief;naam;soort;aan;datum;wettelijke_dag;stand;stap;stap_op;door");
    file.assert_says("Verzoek om informatie");
    ib.get("/api/v1/post?stand=verzonden").await.assert_says("\"stap\":\"post\"");
}

#[tokio::test]
async fn a_wrong_day_is_put_right_by_the_link_in_the_list() {
    let verhaal = Verhaal::begin().await;
    let asked = verhaal.asked().await;
    verhaal.record(&[&asked[0].0], Poststap::Post, "25-11-2026").await.assert_says("op de post gedaan");
    let step = verhaal.toneel.proef.kit.dossier(&verhaal.toneel.nummer).await.versie;
    let address = format!("/kind/{}/verbeteren/{step}", verhaal.toneel.nummer);
    let why = ("waarom", "Afgegeven aan de balie.");
    let fields = [("hoe", "vervangen"), ("stap", "uitgereikt"), ("op", "25-11-2026"), why];
    verhaal.ib.fill(&address, &fields).await.assert_leads_to("/kind/");
    verhaal.ib.get("/post?stand=verzonden").await.assert_says("uitgereikt op");
    let back = [("hoe", "terugnemen"), ("waarom", "Lag nog in de la.")];
    verhaal.ib.fill(&address, &back).await.assert_leads_to("/kind/");
    assert_eq!(verhaal.asked().await[0].1, Poststand::TeVerzenden);
}

#[tokio::test]
async fn chosen_letters_are_one_file_and_reading_them_is_on_record() {
    let verhaal = Verhaal::begin().await;
    let asked = verhaal.asked().await;
    let chosen: Vec<(&str, &str)> = asked.iter().map(|(code, _)| ("kies", code.as_str())).collect();
    let file = send(&verhaal.ib, "/post", "/post/printen", &chosen).await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.body);
    assert_eq!(file.headers["content-type"], "application/pdf");
    file.assert_says("verzoek_om_informatie");
    let looked = format!("/kind/{}/inzage", verhaal.toneel.nummer);
    verhaal.ib.get(&looked).await.assert_says("brief");
    let nothing = send(&verhaal.ib, "/post", "/post/printen", &[]).await;
    nothing.assert_says("kies één of meer brieven");
    let unknown = format!("{}/9999", verhaal.toneel.nummer);
    let more = [chosen.as_slice(), &[("kies", unknown.as_str())]].concat();
    let gone = send(&verhaal.ib, "/post", "/post/printen", &more).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_chosen_and_typed_stays_when_it_is_refused_and_all_can_be_chosen_at_once() {
    let verhaal = Verhaal::begin().await;
    let code = verhaal.asked().await.remove(0).0;
    let checked = format!("value=\"{code}\" checked");
    verhaal.ib.get("/post?stand=alles").await.assert_silent_on(&checked);
    let list = "/post?stand=alles&soort=verzoek_om_informatie";
    let fields = [("kies", code.as_str()), ("stap", "uitgereikt"), ("op", "31-2-2026")];
    let refused = send(&verhaal.ib, list, list, &fields).await;
    refused.assert_says("Er is niets gedaan");
    refused.assert_says(&checked);
    refused.assert_says("31-2-2026");
    refused.assert_says("action=\"/post?stand=alles&#38;soort=verzoek_om_informatie\"");
    let late =
        send(&verhaal.ib, list, list, &[("kies", &code), ("stap", "post"), ("op", "26-11-2026")]).await;
    late.assert_says("ligt in de toekomst");
    late.assert_says(&checked);
    // Beside each result stands for whom the letter is, and the letter itself can be opened.
    late.assert_says(&format!("/brief/{}", code.split_once('/').expect("a letter").1));
    late.assert_says("Voor wie");
    let all = send(&verhaal.ib, list, list, &[("alles", "ja"), ("stap", "post")]).await;
    all.assert_says(&checked);
    assert!(verhaal.asked().await.iter().all(|(_, stand)| *stand == Poststand::TeVerzenden));
    let done =
        send(&verhaal.ib, list, list, &[("kies", &code), ("stap", "post"), ("op", "25-11-2026")]).await;
    done.assert_silent_on(&checked);
}

#[tokio::test]
async fn printing_records_what_was_printed_after_a_yes_and_nothing_without_one() {
    let verhaal = Verhaal::begin().await;
    let code = verhaal.asked().await.remove(0).0;
    let print = async |fields: &[(&str, &str)]| {
        let file = send(&verhaal.ib, "/post", "/post/printen", fields).await;
        assert_eq!(file.headers["content-type"], "application/pdf");
        verhaal.asked().await.remove(0).1
    };
    assert_eq!(print(&[("kies", &code)]).await, Poststand::TeVerzenden);
    assert_eq!(print(&[("kies", &code), ("afgedrukt", "ja")]).await, Poststand::Afgedrukt);
    let many: Vec<(&str, &str)> = std::iter::repeat_n(("kies", code.as_str()), 51).collect();
    let dropped = send(&verhaal.ib, "/post", "/post/printen", &many).await;
    dropped.assert_says("kies hooguit 50 brieven");
}

#[tokio::test]
async fn a_letter_that_left_meanwhile_is_told_and_not_printed_as_recorded() {
    let verhaal = Verhaal::begin().await;
    let code = verhaal.asked().await.remove(0).0;
    verhaal.record(&[&code], Poststap::Post, "25-11-2026").await;
    let chosen = [("kies", code.as_str()), ("afgedrukt", "ja")];
    let twice = send(&verhaal.ib, "/post?stand=alles", "/post/printen", &chosen).await;
    assert_ne!(twice.headers["content-type"], "application/pdf");
    twice.assert_says("Wat er per brief gebeurde");
    twice.assert_says(&format!("/brief/{}", code.split_once('/').expect("a letter").1));
}

#[tokio::test]
async fn letters_are_for_those_who_send_them_and_no_others() {
    let verhaal = Verhaal::begin().await;
    let proef = &verhaal.toneel.proef;
    let code = verhaal.asked().await.remove(0).0;
    let dossier = proef.kit.dossier(&verhaal.toneel.nummer).await;
    let swv = dossier.aanmeldingen[0].swv.clone().unwrap().organisatie();
    let loket = proef.browser(&proef.kit.as_at(Rol::Loket, &swv)).await;
    let page = loket.get("/post?stand=alles").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_silent_on(&code);
    let other = proef.at_registration_of(&verhaal.toneel.nummer, Rol::Leerkracht).await;
    assert_eq!(other.get("/post").await.status, StatusCode::FORBIDDEN);
    assert_eq!(other.get("/post.csv").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_decision_that_lies_here_is_made_known_on_another_day_and_the_first_letter_lapses() {
    let toneel = Toneel::of(Verhaallijn::TlvVerleend).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let kit = &toneel.proef.kit;
    let known = toneel.below("bekendmaken");
    let today = [("op", "25-11-2026"), ("wijze", "post")];
    send(&loket, &known, &known, &today).await.assert_leads_to(&toneel.page());
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let first = kit.dossier(&toneel.nummer).await.brieven.last().unwrap().volgnummer;
    loket.get(&toneel.page()).await.assert_says("Het besluit op een andere dag bekendmaken");
    let anew = [("op", "27-11-2026"), ("wijze", "post")];
    send(&loket, &known, &known, &anew).await.assert_leads_to(&toneel.page());
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let dossier = kit.dossier(&toneel.nummer).await;
    assert_eq!(dossier.poststand(dossier.brief(first).unwrap()), Poststand::Vervallen);
    let newest = dossier.brieven.last().unwrap();
    let stands = dossier.poststand(newest);
    assert_eq!((newest.op.to_string().as_str(), stands), ("2026-11-27", Poststand::TeVerzenden));
    let code = format!("{}/{first}", toneel.nummer);
    let fields = [("kies", code.as_str()), ("stap", "post"), ("op", "25-11-2026")];
    send(&loket, "/post", "/post", &fields).await.assert_says("over dit besluit is een nieuwe brief gemaakt");
}

#[tokio::test]
async fn a_decision_that_is_taken_anew_shows_the_first_and_keeps_its_number() {
    let toneel = Toneel::of(Verhaallijn::TlvVerleend).await;
    let number = toneel.request().await.verleend().expect("a declaration").nummer.clone();
    let decider = toneel.at_swv(Rol::Besluitnemer).await;
    let decide = toneel.below("besluit");
    let page = decider.get(&decide).await;
    page.assert_says("Het besluit dat er nu staat");
    page.assert_says(&number);
    let anew = [
        ("uitspraak", "verleen"),
        ("categorie", "3"),
        ("van", "1-8-2027"),
        ("tot_en_met", "31-7-2029"),
        ("reden_besluit", "Er is meer hulp nodig dan wij dachten."),
        ("afwijking", "De ouders lieten zien dat er meer nodig is."),
        ("eerder", "De ouders belden: zij zijn het eens."),
        ("beslis", "ja"),
    ];
    send(&decider, &decide, &decide, &anew).await.assert_leads_to(&toneel.page());
    let granted = toneel.request().await;
    let granted = granted.verleend().expect("a declaration");
    assert_eq!((granted.nummer.as_str(), granted.van.to_string().as_str()), (number.as_str(), "2027-08-01"));
}

/// Given a decision that deviates from advices; when it is made known; then the form names to which experts a letter goes, and that letter, which has no
/// address, is recorded as posted only by who says so.
#[tokio::test]
async fn the_letter_to_an_expert_names_the_expert_and_has_no_address() {
    let toneel = Toneel::of(Verhaallijn::TlvVerleend).await;
    let decider = toneel.at_swv(Rol::Besluitnemer).await;
    let decide = toneel.below("besluit");
    let anew = [
        ("uitspraak", "weiger"),
        ("reden_besluit", "De school kan deze hulp zelf geven."),
        ("afwijking", "De school liet zien dat zij deze hulp geeft."),
        ("eerder", "De ouders belden: zij zijn het eens."),
        ("beslis", "ja"),
    ];
    send(&decider, &decide, &decide, &anew).await.assert_leads_to(&toneel.page());
    let expert = toneel.request().await.adviseurs().next().expect("an expert").naam.clone();
    let loket = toneel.at_swv(Rol::Loket).await;
    let known = toneel.below("bekendmaken");
    loket.get(&known).await.assert_says(&format!("dat het besluit afwijkt aan {expert}"));
    let kit = &toneel.proef.kit;
    let today = kit.moment().vandaag.to_string();
    send(&loket, &known, &known, &[("op", today.as_str()), ("wijze", "post")]).await;
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let dossier = kit.dossier(&toneel.nummer).await;
    let letter =
        dossier.brieven.iter().find(|one| one.inhoud.soort == "mededeling_afwijking").expect("a letter");
    let code = format!("{}/{}", toneel.nummer, letter.volgnummer);
    let fields = [("kies", code.as_str()), ("stap", "post"), ("op", today.as_str())];
    let asked = send(&loket, "/post?stand=alles", "/post", &fields).await;
    asked.assert_says("geen adres bekend van de deskundige");
    let dossier = kit.dossier(&toneel.nummer).await;
    assert_eq!(dossier.poststand(dossier.brief(letter.volgnummer).unwrap()), Poststand::TeVerzenden);
}

#[tokio::test]
async fn another_category_reaches_the_desk_and_the_school_sees_what_became_of_it() {
    let toneel = Toneel::of(Verhaallijn::TlvAndereCategorie).await;
    let dossier = toneel.proef.kit.dossier(&toneel.nummer).await;
    let asked = dossier.aanvragen.last().expect("a request");
    let change = asked.andere_categorie.clone().expect("another category");
    let page = format!("/kind/{}/aanvraag/{}", toneel.nummer, asked.nr);
    for browser in [toneel.at_swv(Rol::Loket).await, toneel.ib().await] {
        let seen = browser.get(&page).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
        // Which is the present one and why stand where one reads what is asked.
        seen.assert_says(&format!("categorie {} voor de toelaatbaarheidsverklaring", change.categorie));
        seen.assert_says("; nu is het categorie ");
        seen.assert_silent_on("Lees de hele aanvraag");
        seen.assert_silent_on("alle 0 ");
        seen.assert_says(change.reden.split('.').next().unwrap_or_default());
    }
    toneel.at_swv(Rol::Loket).await.get(&page).await.assert_says("Deskundigen om advies vragen");
}

#[tokio::test]
async fn a_letter_without_an_address_is_marked_and_asked_about_before_it_is_posted() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let ib = toneel.proef.as_(Rol::Ib).await;
    let child = [
        ("roepnaam", "Pim"),
        ("achternaam", "IJsbeer"),
        ("geboortedatum", "4-5-2020"),
        ("ontvangen_op", "24-11-2026"),
        ("ouders.1.naam", "mevrouw O. IJsbeer"),
        ("ouders.1.relatie", "gezagsouder"),
        ("ouders.1.brondocument", "zegt het zelf"),
        ("geheim", "niemand"),
    ];
    let made = ib.post("/aanmelden", &child).await;
    let nummer = made.location().split('/').nth(2).unwrap().parse().unwrap();
    let kit = &toneel.proef.kit;
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let dossier = kit.dossier(&nummer).await;
    let code = format!("{nummer}/{}", dossier.brieven[0].volgnummer);
    ib.get("/post?stand=alles").await.assert_says("<span class=\"let-op\">geen adres bekend</span>");
    ib.get("/post.csv?stand=alles").await.assert_says("mevrouw O. IJsbeer");
    let fields = [("kies", code.as_str()), ("stap", "post"), ("op", "25-11-2026")];
    let asked = send(&ib, "/post?stand=alles", "/post", &fields).await;
    asked.assert_says("Nog niet vastgelegd: geen adres bekend van mevrouw O. IJsbeer");
    let stand = async || {
        let dossier = kit.dossier(&nummer).await;
        dossier.poststand(&dossier.brieven[0])
    };
    assert_eq!(stand().await, Poststand::TeVerzenden);
    let sure = [fields.as_slice(), &[("zonder_adres", "ja")]].concat();
    send(&ib, "/post?stand=alles", "/post", &sure).await.assert_says("op de post gedaan op");
    assert_eq!(stand().await, Poststand::Verzonden);
}

#[tokio::test]
async fn nothing_is_recorded_before_somebody_says_what_happened() {
    let verhaal = Verhaal::begin().await;
    verhaal.ib.get("/post?stand=alles").await.assert_says("<option value=\"\">Kies</option>");
    let code = verhaal.asked().await.remove(0).0;
    let list = "/post?stand=alles";
    let refused = send(&verhaal.ib, list, "/post", &[("kies", &code), ("op", "25-11-2026")]).await;
    refused.assert_says("Er is niets gedaan");
}

/// Given a decision that was made known on a day that is over, and of which no letter left; then its row says what to do, and the pdf of all
/// letters has the others alone.
#[tokio::test]
async fn a_decision_whose_day_is_over_is_marked_in_its_row_and_left_out_of_the_pdf() {
    let toneel = Toneel::of(Verhaallijn::TlvVerleend).await;
    let proef = &toneel.proef;
    let other = proef.given(Verhaallijn::TlvVerleend).await;
    let known = toneel.below("bekendmaken");
    let today = [("op", "25-11-2026"), ("wijze", "post")];
    let loket = toneel.at_swv(Rol::Loket).await;
    send(&loket, &known, &known, &today).await.assert_leads_to(&toneel.page());
    proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
    let code = async |nummer: &base::DossierNummer| {
        let dossier = proef.kit.dossier(nummer).await;
        let decides = |brief: &&dossier::staat::Brief| brief.inhoud.soort == "besluit_tlv";
        format!("{nummer}/{}", dossier.brieven.iter().find(decides).expect("a letter").volgnummer)
    };
    let late = code(&toneel.nummer).await;
    loket.get("/post").await.assert_silent_on("mag nu niet meer weg");
    proef.kit.dagen_later(2);
    let loket = toneel.at_swv(Rol::Loket).await;
    // Another is made known today.
    let known = format!("/kind/{other}/aanvraag/1/bekendmaken");
    let later = [("op", "27-11-2026"), ("wijze", "post")];
    send(&loket, &known, &known, &later).await.assert_leads_to(&format!("/kind/{other}/aanvraag/1"));
    proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
    let fine = code(&other).await;
    loket.get("/post").await.assert_says("mag nu niet meer weg");
    let both = [("kies", late.as_str()), ("kies", fine.as_str())];
    let file = send(&loket, "/post", "/post/printen", &both).await;
    assert_eq!(file.headers["content-type"], "application/pdf", "{}", file.body);
    let other_alone = send(&loket, "/post", "/post/printen", &both[1..]).await;
    assert_eq!(file.body, other_alone.body, "the other one, and nothing else");
    // Alone there is no file to make; and it is not recorded as printed with the others.
    let alone = send(&loket, "/post", "/post/printen", &both[..1]).await;
    assert_ne!(alone.headers["content-type"], "application/pdf");
    alone.assert_says("het besluit opnieuw bekendmaken");
    let recorded = [both[0], both[1], ("afgedrukt", "ja")];
    send(&loket, "/post", "/post/printen", &recorded).await;
    let stand = async |nummer: &base::DossierNummer, code: &str| {
        let dossier = proef.kit.dossier(nummer).await;
        let (_, volgnummer) = code.split_once('/').expect("a letter");
        dossier.poststand(dossier.brief(volgnummer.parse().unwrap()).unwrap())
    };
    assert_eq!(stand(&toneel.nummer, &late).await, Poststand::TeVerzenden);
    assert_eq!(stand(&other, &fine).await, Poststand::Afgedrukt);
}
