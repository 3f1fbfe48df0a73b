//! What comes out: a readable, tagged, lasting PDF with the words that must be in it.

use std::sync::LazyLock;

use documents::{Brief, DocumentError, Engine, Huisstijl, NietLeeg, Pdf, Tekst, samples};
use serde_json::json;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::Typesetter;

mod woorden;

static LETTERS: LazyLock<Typesetter> = LazyLock::new(Typesetter::new);

/// The example of that name.
fn sample(naam: &str) -> Brief {
    documents::sample(naam).unwrap_or_else(|| panic!("no example {naam}"))
}

/// An example with one field of its JSON changed.
fn changed(naam: &str, pointer: &str, value: impl Into<serde_json::Value>) -> Brief {
    let mut json = serde_json::to_value(sample(naam)).unwrap();
    *json.pointer_mut(pointer).unwrap_or_else(|| panic!("no field {pointer}")) = value.into();
    serde_json::from_value(json).unwrap()
}

fn render(brief: &Brief) -> Pdf {
    LETTERS.render(brief, &Huisstijl::default()).unwrap()
}

fn lay_out(brief: &Brief) -> PagedDocument {
    LETTERS.lay_out(brief, &Huisstijl::default()).unwrap().0
}

/// Below this the foot of a page begins, in points.
const FOOT: f64 = 775.0;

/// All words of the letter, with one space between lines, without the foot of each page.
fn words(brief: &Brief) -> String {
    all_words(brief, FOOT)
}

fn all_words(brief: &Brief, down_to: f64) -> String {
    let mut lines = Lines { text: String::new(), y: 0.0, down_to };
    for page in lay_out(brief).pages() {
        lines.read(&page.frame, 0.0);
    }
    lines.text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Lines {
    text: String,
    y: f64,
    down_to: f64,
}

impl Lines {
    fn read(&mut self, frame: &Frame, above: f64) {
        for (position, item) in frame.items() {
            let y = above + position.y.to_pt();
            match item {
                FrameItem::Group(group) => self.read(&group.frame, y),
                FrameItem::Text(text) if y <= self.down_to => {
                    if (self.y - y).abs() > 0.1 {
                        self.text.push(' ');
                        self.y = y;
                    }
                    self.text.push_str(&text.text);
                }
                _ => {}
            }
        }
    }
}

fn holds(pdf: &Pdf, bytes: &str) -> bool {
    pdf.bytes().windows(bytes.len()).any(|window| window == bytes.as_bytes())
}

#[test]
fn every_letter_is_a_tagged_lasting_pdf_in_dutch() {
    for example in samples() {
        let pdf = render(&example.brief);
        assert!(pdf.bytes().starts_with(b"%PDF-1.7"), "{}", example.naam);
        for mark in [
            "/Marked true",
            "/StructTreeRoot",
            "/H1",
            "/H2",
            "/LI",
            "/Lang(nl-NL)",
            "/DisplayDocTitle true",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(holds(&pdf, mark), "{} lacks {mark}", example.naam);
        }
        assert!(pdf.replaced().is_empty(), "{}", example.naam);
        assert!(pdf.pages() <= 5, "{} has {} pages", example.naam, pdf.pages());
    }
}

#[test]
fn the_headers_of_a_table_say_what_they_head() {
    let pdf = render(&sample("weigering"));
    assert!(holds(&pdf, "/S/TH") && holds(&pdf, "/Scope/Column"));
}

#[test]
fn every_letter_says_who_writes_when_about_whom_and_whom_to_call() {
    for example in samples() {
        let text = words(&example.brief);
        for part in
            ["Sam de Zonnevis", "2026-004217", "Met vriendelijke groet,", "000-000 00 0", "Wat zegt de wet?"]
        {
            assert!(text.contains(part), "{} lacks '{part}': {text}", example.naam);
        }
        let head = example.brief.hoofd();
        for part in [&head.afzender.organisatie, &head.afzender.ondertekenaar, &head.ontvanger.aanhef] {
            assert!(text.contains(part.as_str()), "{} lacks '{part}'", example.naam);
        }
        for ground in example.brief.rechtsgronden() {
            assert!(text.contains(&ground.vindplaats.to_string()), "{}: {}", example.naam, ground.vindplaats);
        }
    }
}

#[test]
fn no_letter_cites_what_nobody_read() {
    for example in samples() {
        assert!(!words(&example.brief).contains("uit kennis"), "{}", example.naam);
    }
}

#[test]
fn every_text_that_comes_in_is_printed() {
    for example in samples() {
        let text = squeezed(&words(&example.brief));
        let json = serde_json::to_value(&example.brief).unwrap();
        for (path, value) in texts(&json, "") {
            // A code, told in a sentence of its own; a day that is for who lost authority alone.
            let told = [
                ("einde_schorsing", "/waarom"),
                ("afloop_door_ouders_doorgaan", "/afloop"),
                ("mededeling_gezag_terug", "/laat_weten_uiterlijk"),
            ];
            if told.iter().any(|(naam, code)| example.naam.starts_with(naam) && path == *code) {
                continue;
            }
            assert!(
                text.contains(&squeezed(&value)),
                "{}{path}: '{value}' is not in the letter",
                example.naam
            );
        }
    }
}

/// Without spaces: a text may be broken over lines, and a long word within.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every text of a letter with its path, dates as they are printed.
fn texts(value: &serde_json::Value, path: &str) -> Vec<(String, String)> {
    use serde_json::Value;
    const NOT_PRINTED: &[&str] =
        &["brief", "soort", "grond", "lezer", "verklaring", "vindplaats", "opp_binnen", "tijdelijke_plaats"];
    match value {
        Value::String(text) => {
            let printed = text.parse::<base::Date>().map_or_else(|_| text.clone(), dutch);
            vec![(path.to_owned(), printed)]
        }
        Value::Array(items) => items.iter().flat_map(|item| texts(item, path)).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, field)| {
                !(NOT_PRINTED.contains(&name.as_str()) && (field.is_string() || *name == "vindplaats"))
            })
            .flat_map(|(name, field)| texts(field, &format!("{path}/{name}")))
            .collect(),
        _ => vec![],
    }
}

/// `13 april 2026`: with or without the day of the week before it.
fn dutch(date: base::Date) -> String {
    let long = base::dates::long_nl(date);
    long.split_once(' ').unwrap().1.to_owned()
}

#[test]
fn dates_in_letters_are_the_dates_of_the_other_rooms() {
    for (y, m, d) in [(2026, 4, 13), (2024, 2, 29), (2027, 12, 31), (2026, 8, 2)] {
        let date = base::dates::Date::constant(y, m, d);
        let letter = changed("verlenging_beslistermijn", "/beslissen_uiterlijk", date.to_string());
        let printed = format!("uiterlijk op {}", base::dates::long_nl(date));
        assert!(words(&letter).contains(&printed), "{printed}");
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let letter = sample("weigering");
    let first = render(&letter);
    for other in samples() {
        render(&other.brief);
    }
    assert_eq!(first.bytes(), render(&letter).bytes());
    assert_eq!(first.bytes(), Typesetter::new().render(&letter, &Huisstijl::default()).unwrap().bytes());
    assert!(holds(&first, "2026-05-11"), "the date of the letter is the date of the file");
}

#[test]
fn letters_can_be_made_at_the_same_time() {
    let alone = render(&sample("toelating"));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(render(&sample("toelating")), alone));
        }
    });
}

#[test]
fn a_text_from_outside_is_never_read_as_markup() {
    let hostile = r#"#panic("x") $x^2$ *vet* _schuin_ @verwijzing <label> \ // niets /* niets */ ] } ) = Kop - lijst `code` ~ -- --- ... "aan" 'aan' #let a = 1 \u{41} http://a.nl"#;
    for pointer in
        ["/redenen/0", "/school", "/hoofd/kind/voornaam", "/vervolgplek/biedt/0", "/routes/praten/naam"]
    {
        let letter = changed("weigering", pointer, hostile);
        assert!(squeezed(&words(&letter)).contains(&squeezed(hostile)), "{pointer}");
        assert!(!render(&letter).bytes().is_empty());
    }
}

#[test]
fn a_character_without_a_glyph_becomes_a_square_and_is_reported() {
    let letter = changed("weigering", "/redenen/0", "Sam vindt school leuk 😀👩🏽‍👧 en heet 李.");
    let pdf = render(&letter);
    assert_eq!(pdf.replaced(), ['李', '👧', '👩', '😀']);
    let text = words(&letter);
    assert!(text.contains("Sam vindt school leuk □□ en heet □."), "{text}");
    assert!(text.contains("Wij konden niet alle tekens afdrukken."));
}

#[test]
fn no_character_at_all_breaks_a_letter() {
    let low = (0..0x1800_u32).chain((0x1800..0x11_0000).step_by(997));
    let all: Vec<char> = low.filter_map(char::from_u32).collect();
    let paragraphs: Vec<String> =
        all.chunks(400).map(|block| block.iter().flat_map(|c| ['a', *c, ' ']).collect()).collect();
    let pdf = render(&changed("weigering", "/redenen", paragraphs));
    assert!(pdf.replaced().len() > 500, "{}", pdf.replaced().len());
}

#[test]
fn names_in_other_scripts_are_printed() {
    for name in [
        "Şahin Çelik-Łuczak",
        "Đorđe Ćirić",
        "Ольга Синица",
        "Ελένη",
        "سامي الزرزور",
        "דני",
        "Nguyễn Ánh",
        "Արամ Ծիծեռնակյան",
        "ნინო მერცხალი",
        "ሰላም ወፍ",
        "สมชาย นกแก้ว",
        "मीरा कोयल",
    ] {
        let letter = changed("toelating", "/hoofd/kind/achternaam", name);
        assert!(render(&letter).replaced().is_empty(), "{name}");
    }
}

#[test]
fn marks_that_turn_the_reading_direction_are_taken_out() {
    let letter = changed("toelating", "/redenen/0", "Wij laten Sam \u{202E}tein\u{202C} toe.\u{0}");
    assert!(words(&letter).contains("Wij laten Sam tein toe."));
    assert!(!words(&letter).contains("Vierkantjes in deze brief"));
}

#[test]
fn a_word_without_an_end_stays_on_the_page() {
    let long = "Hottentottententententoonstelling".repeat(30);
    for pointer in ["/redenen/0", "/routes/bezwaar/waar", "/routes/bezwaar/naam", "/hoofd/contact/e_mail"] {
        let letter = changed("weigering", pointer, long.as_str());
        for page in lay_out(&letter).pages() {
            let widest = right_edge(&page.frame, 0.0);
            assert!(widest <= page.frame.width().to_pt() - 60.0, "{pointer} reaches {widest} pt");
        }
    }
}

fn right_edge(frame: &Frame, left: f64) -> f64 {
    let edges = frame.items().map(|(position, item)| match item {
        FrameItem::Group(group) => right_edge(&group.frame, left + position.x.to_pt()),
        FrameItem::Text(text) => left + position.x.to_pt() + text.width().to_pt(),
        _ => 0.0,
    });
    edges.fold(0.0, f64::max)
}

#[test]
fn line_breaks_and_blank_lines_in_a_text_are_kept() {
    let letter = changed("toelating", "/redenen/0", "Eerste regel\r\nTweede regel\n\nDerde regel");
    let text = words(&letter);
    assert!(text.contains("Eerste regel Tweede regel Derde regel"), "{text}");
}

#[test]
fn everything_optional_can_be_left_out() {
    const OPTIONAL: &[&str] = &[
        "adres",
        "bereikbaar",
        "e_mail",
        "lid",
        "verlenging",
        "stoppen_binnen",
        "opp",
        "opp_binnen",
        "gesprek",
        "nieuwe_school",
        "reactie_op_ouders",
        "categorie",
        "afwijking",
        "mening_kind",
        "spoed",
        "gewenst_vanaf",
        "besloten_door",
        "wijziging",
        "ronde",
        "arbeid",
        "geldende_hulp",
        "inbreng",
        "invloed",
        "commissieadvies",
        "geldt_sinds",
    ];
    for example in samples() {
        let mut json = serde_json::to_value(&example.brief).unwrap();
        let required = match example.brief.soort() {
            "verlenging_beslistermijn" => "verlenging",
            "voornemen_verwijdering" | "gesprek_verzet" => "gesprek",
            _ => "",
        };
        let optional: Vec<&str> = OPTIONAL.iter().copied().filter(|field| *field != required).collect();
        strip(&mut json, &optional);
        if example.brief.soort() == "tijdelijke_plaatsing" {
            json["beslissen_uiterlijk"] = json!(null);
        }
        let bare: Brief = serde_json::from_value(json).unwrap();
        let text = words(&bare);
        assert!(!text.contains("none"), "{}: {text}", example.naam);
        render(&bare);
    }
}

fn strip(value: &mut serde_json::Value, optional: &[&str]) {
    use serde_json::Value;
    match value {
        Value::Object(fields) => {
            let sender = fields.contains_key("ondertekenaar");
            for (name, field) in fields.iter_mut() {
                match field {
                    Value::Array(_)
                        if [
                            "bijlagen",
                            "afschrift_aan",
                            "eigen_alineas",
                            "andere",
                            "andere_mogelijkheden",
                            "geprobeerd",
                            "schoolwerk",
                            "biedt",
                            "doelen",
                            "uitstroom",
                            "anders",
                            "belemmerend",
                            "bevorderend",
                            "gesprekken",
                        ]
                        .contains(&name.as_str()) =>
                    {
                        *field = json!([]);
                    }
                    _ if optional.contains(&name.as_str()) && !sender => *field = Value::Null,
                    _ => strip(field, optional),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, optional)),
        _ => {}
    }
}

#[test]
fn twenty_pages_of_reasons_are_a_letter_of_more_than_twenty_pages() {
    let paragraph = "Sam heeft elke dag hulp nodig bij taal en bij het samen spelen. ".repeat(12);
    let letter = changed("weigering", "/redenen", vec![paragraph; 100]);
    let pdf = render(&letter);
    assert!(pdf.pages() > 20, "{} pages", pdf.pages());
    assert!(all_words(&letter, f64::MAX).contains(&format!("pagina {0} van {0}", pdf.pages())));
}

#[test]
fn a_letter_beyond_all_measure_is_refused_in_words() {
    let Brief::Weigering(mut letter) = sample("weigering") else { panic!("a refusal") };
    let page = Tekst::new(&"lang ".repeat(3_900)).unwrap();
    letter.redenen = NietLeeg::new(vec![page; 100]).unwrap();
    let error = LETTERS.render(&Brief::Weigering(letter), &Huisstijl::default()).unwrap_err();
    assert!(matches!(error, DocumentError::TeGroot { soort: "weigering", .. }), "{error}");
    assert!(error.to_string().contains("zet lange stukken in een bijlage"));
}
