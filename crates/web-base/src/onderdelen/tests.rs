//! Every part with a sample: what a browser gets.

use askama::Template;
use base::{Date, Vindplaats, Zekerheid};
use dossier::Refusal;
use teksten::Taal;

use super::*;
use crate::form::{Formulier, Geheimveld, Ingevuld};
use crate::query::Vraag;

fn d(text: &str) -> Date {
    text.parse().unwrap()
}

/// Without the line ends that nobody sees.
fn html(part: &impl Template) -> String {
    part.render().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn article() -> Vindplaats {
    Vindplaats {
        wet: "WPO".to_owned(),
        bwb: "BWBR0003420".to_owned(),
        artikel: "40".to_owned(),
        lid: Some("4".to_owned()),
        onderdeel: None,
        zekerheid: Zekerheid::Wettekst,
    }
}

#[test]
fn a_term_says_in_words_what_its_colour_says() {
    let table = [
        ("2026-04-13", "uiterlijk ma 13 apr, nog 12 dagen", Ernst::Rustig),
        ("2026-04-09", "uiterlijk do 9 apr, nog 8 dagen", Ernst::Rustig),
        ("2026-04-08", "uiterlijk wo 8 apr, nog 7 dagen", Ernst::Gauw),
        ("2026-04-02", "uiterlijk do 2 apr, nog 1 dag", Ernst::Gauw),
        ("2026-04-01", "uiterlijk wo 1 apr, vandaag nog", Ernst::Gauw),
        ("2026-03-31", "uiterlijk di 31 mrt, 1 dag te laat", Ernst::Laat),
        ("2025-12-31", "uiterlijk wo 31 dec 2025, 91 dagen te laat", Ernst::Laat),
    ];
    for (last, words, severity) in table {
        let term = Termijn::of(d(last), d("2026-04-01"));
        let text: String =
            html(&term).split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        assert_eq!((text.as_str(), term.severity()), (words, severity));
    }
    insta::assert_snapshot!(html(&Termijn::of(d("2026-03-31"), d("2026-04-01")).in_table()), @r#"<span class="termijn termijn-laat"><time datetime="2026-03-31">di 31 mrt</time> <span class="rest">1 dag te laat</span></span>"#);
    assert_eq!(html(&Termijn::none()), "–");
    // Nobody is late by a day that the program proposes: the last day says how pressing it is.
    let proposed = |last| Termijn::proposed(d("2026-03-20"), d(last), d("2026-04-01"));
    assert_eq!(proposed("2026-04-13").severity(), Ernst::Rustig);
    assert_eq!(proposed("2026-03-31").severity(), Ernst::Laat);
    assert!(
        html(&proposed("2026-03-31")).contains("di 31 mrt"),
        "red is the day of the law, and no proposal"
    );
    assert!(!html(&proposed("2026-03-31")).contains("voorstel"));
    assert!(html(&proposed("2026-04-13")).ends_with("vr 20 mrt</time>, voorstel, geen wet</span>"));
}

#[test]
fn a_refusal_says_what_why_and_what_can_be_done() {
    let refusal = Refusal::new(
        "geen_school",
        teksten::Tekst::letterlijk("er is nog geen school gevonden die Sam wil toelaten"),
    )
    .because(Some(article()))
    .instead(teksten::Tekst::letterlijk("een school zoeken die bereid is"));
    insta::assert_snapshot!(html(&Weigering::of(&refusal, d("2026-08-01"))), @r#"<div class="weigering" role="alert"> <h2>Dit kan nu niet</h2> <p>Er is nog geen school gevonden die Sam wil toelaten. <span class="bron"><a href="https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40" rel="external noreferrer">art. 40 lid 4 WPO</a> <span class="bron-woord">(wettekst)</span></span></p> <p><b>Wat kan wel:</b> een school zoeken die bereid is.</p> </div>"#);
}

#[test]
fn steps_of_the_law_on_a_page_in_another_language_say_that_they_are_dutch() {
    let why = || Uitleg::default().step("8 weken", "ma 13 apr 2026", Some("art. 4:13 Awb".to_owned()));
    let told = "<p class=\"zacht\">The steps and articles below are in Dutch, the language of the law.</p>";
    let page = html(&why().on_page_in(Taal::En).folded("this date"));
    let (says, steps) = (page.find(told).unwrap(), page.find("<ol class=\"stappen\" lang=\"nl\"").unwrap());
    assert!(says < steps, "{page}");
    assert!(!html(&why().on_page_in(Taal::Nl)).contains("zacht\">De stappen"));
    assert!(
        !html(&Uitleg::text("Promised.").on_page_in(Taal::En)).contains("Dutch"),
        "nothing here is Dutch"
    );
}

#[test]
fn a_source_that_is_not_law_has_no_link_and_says_how_sure_it_is() {
    let mut place = article();
    assert!(
        html(&Bronlink::on(&place, d("2026-08-01")))
            .contains("href=\"https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40\"")
    );
    place.bwb = String::new();
    place.zekerheid = Zekerheid::Beleid;
    insta::assert_snapshot!(html(&Bronlink::on(&place, d("2026-08-01"))), @r#"<span class="bron">art. 40 lid 4 WPO <span class="bron-onzeker">(beleid, geen wet)</span></span>"#);
}

#[test]
fn a_field_ties_its_label_hint_and_error_together() {
    let formulier = Formulier::parse(b"naam=%3Cb%3ESam").unwrap();
    let mut fouten = Fouten::new();
    fouten.add("naam", "Vul de hele naam in.");
    let veld = Veld::text("naam", "Naam")
        .hint("Zoals in het paspoort.")
        .filled(&Ingevuld::refused(formulier, fouten));
    insta::assert_snapshot!(html(&veld), @r#"<div class="veld heeft-fout"> <label for="veld-naam">Naam <span class="niet-verplicht">(hoeft niet)</span></label> <p class="uitleg" id="veld-naam-uitleg">Zoals in het paspoort.</p> <p class="veldfout" id="veld-naam-fout"><span class="verborgen">Fout: </span>Vul de hele naam in.</p> <input type="text" id="veld-naam" name="naam" value="&#60;b&#62;Sam" aria-describedby="veld-naam-fout veld-naam-uitleg" aria-invalid="true"> </div>"#);
}

#[test]
fn a_wrong_date_stays_readable_and_a_right_one_is_a_date() {
    assert!(html(&Veld::date("op", "Op").value("31-2-2026")).contains("<input type=\"text\""));
    assert!(html(&Veld::date("op", "Op").value("2026-03-03")).contains("<input type=\"date\""));
    assert!(html(&Veld::date("op", "Op")).contains("<input type=\"date\""));
}

#[test]
fn every_kind_of_field_has_a_label_of_its_own() {
    let options = || vec![Optie::new("a", "Eerste").explained("met uitleg"), Optie::new("b", "Tweede")];
    let fields = [
        Veld::text("f", "Tekst"),
        Veld::e_mail("f", "E-mailadres"),
        Veld::password(Geheimveld::Wachtwoord, "Wachtwoord"),
        Veld::textarea("f", "Verhaal", 5),
        Veld::date("f", "Datum"),
        Veld::select("f", "Lijst", options()),
        Veld::radio("f", "Rondjes", options()),
        Veld::checkboxes("f", "Vinkjes", options()),
        Veld::checkbox("f", "Ja, ik wil"),
        Veld::file("f", "Bestand", ".pdf", true),
    ];
    for field in fields {
        let html = html(&field.required().value("b").from_source("uit het dossier, 12 jan 2026"));
        // The name of a secret is not for us to choose.
        let html = html.replace("veld-wachtwoord", "veld-f");
        let tied = html.matches("<label for=\"veld-f").count();
        let inputs = html.matches("id=\"veld-f").count()
            - html.matches("<legend id=").count()
            - html.matches("-uitleg\"").count() / 2;
        assert_eq!(tied, inputs, "{html}");
    }
}

#[test]
fn a_password_is_never_put_back() {
    assert!(!html(&Veld::password(Geheimveld::Wachtwoord, "Wachtwoord").value("geheim")).contains("geheim"));
}

#[test]
fn errors_stand_above_the_form_and_lead_to_their_fields() {
    let mut fouten = Fouten::new();
    assert_eq!(html(&fouten), "");
    fouten.add("rijen[0].op", "Vul een datum in.");
    fouten.add_general("De school is onbekend.");
    insta::assert_snapshot!(html(&fouten), @r##"<div class="fouten" role="alert" id="fouten" tabindex="-1"> <h2>Er kloppen nog 2 dingen niet</h2> <ul> <li><a href="#veld-rijen-0-op">Vul een datum in.</a></li> <li>De school is onbekend.</li> </ul> </div>"##);
    let refused = Fouten::from(&Refusal::field("naam", teksten::Tekst::letterlijk("de naam ontbreekt")));
    assert_eq!(refused.of("naam"), Some("De naam ontbreekt."));
}

#[test]
fn a_table_names_its_rows_and_says_how_it_is_sorted() {
    let vraag = Vraag::parse("fase=loopt&sorteer=naam&bladzijde=2").unwrap();
    let kolommen = vec![
        Kolom::text("Naam").names_row().sorted(Sorteer::by("/kinderen", &vraag, "naam")),
        Kolom::number("Uren").sorted(Sorteer::by("/kinderen", &vraag, "uren")),
    ];
    let pages = Bladeren::of(101, 50, 2, |page| vraag.with("bladzijde", page).address("/kinderen"));
    let tabel = Tabel::new("Kinderen", kolommen, "Er zijn geen kinderen.")
        .rows([("Sam", "12")], |(naam, uren)| vec![naam.into(), uren.into()])
        .paged("101 kinderen", pages)
        .csv("/kinderen.csv?fase=loopt");
    insta::assert_snapshot!(html(&tabel), @r#"<div class="tabelrand"> <table role="table" class="stapel sorteerbaar"> <caption class="verborgen">Kinderen</caption> <thead role="rowgroup"><tr role="row"> <th role="columnheader" scope="col" aria-sort="ascending"> <a href="/kinderen?fase=loopt&#38;sorteer=naam&#38;richting=af">Naam ▲<span class="verborgen">, oplopend gesorteerd, sorteer aflopend</span></a> </th> <th role="columnheader" scope="col" class="getal"> <a href="/kinderen?fase=loopt&#38;sorteer=uren">Uren<span class="verborgen">, sorteer oplopend</span></a> </th> </tr></thead> <tbody role="rowgroup"> <tr role="row"> <th role="rowheader" scope="row" data-kop="Naam">Sam</th> <td role="cell" data-kop="Uren" class="getal">12</td> </tr> </tbody> </table> </div> <div class="onder-tabel"> <p class="zacht">101 kinderen</p> <nav class="bladeren" aria-label="Bladzijden"><ul> <li><a href="/kinderen?fase=loopt&#38;sorteer=naam&#38;bladzijde=1" rel="prev">Vorige<span class="verborgen"> bladzijde</span></a></li> <li><a href="/kinderen?fase=loopt&#38;sorteer=naam&#38;bladzijde=1"><span class="verborgen">Bladzijde </span>1</a></li> <li><span class="hier" aria-current="page"><span class="verborgen">Bladzijde </span>2</span></li> <li><a href="/kinderen?fase=loopt&#38;sorteer=naam&#38;bladzijde=3"><span class="verborgen">Bladzijde </span>3</a></li> <li><a href="/kinderen?fase=loopt&#38;sorteer=naam&#38;bladzijde=3" rel="next">Volgende<span class="verborgen"> bladzijde</span></a></li> </ul></nav> <a class="csv" href="/kinderen.csv?fase=loopt" download>Deze lijst als csv-bestand</a> </div>"#);
}

#[test]
fn an_empty_table_says_so_in_a_sentence() {
    let tabel =
        Tabel::new("Kinderen", vec![Kolom::text("Naam")], "Er zijn nu geen kinderen met een aanvraag.");
    insta::assert_snapshot!(html(&tabel), @r#"<p class="leeg">Er zijn nu geen kinderen met een aanvraag.</p>"#);
}

#[test]
fn paging_shows_the_ends_and_the_neighbours() {
    let steps = |page| {
        let pages = Bladeren::of(1_000, 50, page, |page| page.to_string());
        let words = pages.steps().iter().map(|step| match step {
            BladerStap::Hier(page) => format!("[{page}]"),
            BladerStap::Blad(page, _) => page.to_string(),
            BladerStap::Gat => "…".to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(steps(1), "[1] 2 3 … 20");
    assert_eq!(steps(10), "1 … 8 9 [10] 11 12 … 20");
    assert_eq!(steps(20), "1 … 18 19 [20]");
    assert_eq!(steps(99), "1 … 19 20", "past the end, and back to it");
    assert!(html(&Bladeren::of(50, 50, 2, |page| page.to_string())).contains("Vorige"));
    assert_eq!(html(&Bladeren::of(50, 50, 1, |page| page.to_string())), "");
}

#[test]
fn whose_turn_it_is_stands_beside_the_next_date_and_its_reason() {
    let waarom = Uitleg::default()
        .step("Aanvraag compleet ontvangen", "ma 16 feb 2026", None)
        .step("8 weken", "ma 13 apr 2026", Some("art. 4:13 Awb".to_owned()))
        .source(Bronlink::on(&article(), d("2026-08-01")))
        .folded("deze datum");
    let banner = Aanzet {
        taal: teksten::Taal::Nl,
        wie: "SWV PO9901, tweede deskundige".to_owned(),
        sinds: Some("26 feb".to_owned()),
        wat: String::new(),
        volgende: Some(VolgendeDatum {
            wat: "beslissing".to_owned(),
            termijn: Termijn::of(d("2026-04-13"), d("2026-03-03")),
            waarom: Some(waarom),
        }),
    };
    insta::assert_snapshot!(html(&banner), @r#"<div class="aanzet"> <p><b>Aan zet:</b> SWV PO9901, tweede deskundige (sinds 26 feb)</p> <div class="aanzet-datum"><b>Volgende datum:</b> beslissing, <span class="termijn termijn-rustig">uiterlijk <time datetime="2026-04-13">ma 13 apr</time>, nog 41 dagen</span> <details class="waarom"><summary>Waarom?<span class="verborgen"> deze datum</span></summary> <ol class="stappen"> <li>Aanvraag compleet ontvangen: <b>ma 16 feb 2026</b></li> <li>8 weken: <b>ma 13 apr 2026</b> <span class="zacht">(art. 4:13 Awb)</span></li> </ol> <ul class="bronnen"> <li><span class="bron"><a href="https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40" rel="external noreferrer">art. 40 lid 4 WPO</a> <span class="bron-woord">(wettekst)</span></span></li> </ul> </details></div> </div>"#);
}

#[test]
fn facts_timeline_messages_and_filters_render() {
    let facts = Feiten::new()
        .with("Ouders", "A. en R. IJsvogel")
        .with("Wijkteam", Inhoud::Geen)
        .with_some("Weg", None::<String>);
    insta::assert_snapshot!(html(&facts), @r#"<dl class="feiten"> <dt>Ouders</dt><dd>A. en R. IJsvogel</dd> <dt>Wijkteam</dt><dd>–</dd> </dl>"#);
    let line = Tijdlijn::new(vec![
        Tijdpunt::new(d("2026-02-16"), d("2026-03-03"), Taal::Nl, "Aanvraag verzonden").by("M. Zonnedauw"),
    ])
    .all_at(Link::new("Alles (41)", "/kinderen/2026-000001/tijdlijn"));
    insta::assert_snapshot!(html(&line), @r#"<ol class="tijdlijn"> <li><time datetime="2026-02-16">ma 16 feb</time>Aanvraag verzonden<span class="onder">M. Zonnedauw</span> </li> </ol> <p><a href="/kinderen/2026-000001/tijdlijn">Alles (41)</a></p>"#);
    insta::assert_snapshot!(html(&Melding::new(Meldingsoort::Goed, "Het is bewaard.")), @r#"<div class="melding melding-goed" role="status"><p>Het is bewaard.</p></div>"#);
    insta::assert_snapshot!(html(&Label::new("gaat goed", Labelsoort::Goed)), @r#"<span class="label label-goed">gaat goed</span>"#);
    let filters = Filters::new("Aanvragen filteren", "/aanvragen")
        .with(
            Veld::select("fase", "Fase", vec![Optie::new("", "alle"), Optie::new("loopt", "loopt")])
                .value("loopt"),
        )
        .keeping("sorteer", Some("naam"));
    insta::assert_snapshot!(html(&filters), @r#"<details class="uitklap filter" open><summary>Filter</summary> <form class="filters" method="get" action="/aanvragen" role="search" aria-label="Aanvragen filteren"> <div class="veld"> <label for="veld-fase">Fase</label> <select id="veld-fase" name="fase"> <option value="">alle</option> <option value="loopt" selected>loopt</option> </select> </div> <input type="hidden" name="sorteer" value="naam"> <button class="knop">Toon</button> <a href="/aanvragen">Alles tonen</a> </form></details>"#);
}
