//! The forms of everything up to the decision: the need, information, the term.

use base::Date;
use base::dates::{long_nl, plus_days, short_nl};
use dossier::aanmelding::feiten::{BeslistermijnVerlengd, InformatieGevraagd};
use dossier::aanmelding::opdracht::{VerlengBeslistermijn, VraagInformatie};
use dossier::gebeurtenis::Feitsoort;
use dossier::opdracht::regels;
use dossier::soort::{Inleverwijze, Schoolgang};
use dossier::staat::Aanmelding;
use verband::grenzen::MOST_INFORMATION_WEEKS;
use web_base::form::{Formulier, parse_date};
use web_base::onderdelen::{Bronlink, Feiten, Optie, Uitleg, Veld};

use super::nieuw::{Aanmelder, education_field};
use crate::paginas::inleveren::Ingeleverd;
use crate::weg::Begin;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::{Werk, proefreden};

/// Days that parents usually need to find papers: what the form begins with, not what the law asks.
const USUAL_REPLY_DAYS: i32 = 14;

/// Where a requirement of the law stands, as a source below a group.
fn source(werk: &Werk, aanmelding: &Aanmelding, naam: &str) -> Option<Blok> {
    let place = regels::artikel(&werk.besluitvorming(), naam, aanmelding.sector, aanmelding.ontvangen_op)?;
    Some(Blok::Uitleg(Uitleg::default().source(Bronlink::on(&place, werk.vandaag()))))
}

/// Adds a block where there is one.
pub(super) fn with_some(groep: Groep, blok: Option<Blok>) -> Groep {
    match blok {
        Some(blok) => groep.blok(blok),
        None => groep,
    }
}

pub(super) fn behoefte_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let keuze = vec![
        Optie::new("ja", "Ja, er is extra ondersteuning nodig")
            .explained("Weigert u daarna, dan moet er een andere school zijn die het kind wil toelaten."),
        Optie::new("taal", "Nee, alleen hulp met de taal")
            .explained("Hulp bij een taalachterstand is geen extra ondersteuning."),
        Optie::new("nee", "Nee"),
    ];
    let mut groep = Groep::new("Wat heeft het kind nodig?")
        .veld(Veld::radio("extra_ondersteuning", "Is er extra ondersteuning nodig?", keuze).required_or("Kies of er extra ondersteuning nodig is."))
        .veld(
            Veld::textarea("toelichting", "Waarom vindt u dat?", 6)
                .hint("Schrijf op wat u weet van ouders, vorige school en onderzoek. De ouders kunnen dit lezen.")
                .required_or("Schrijf op waarom u dat vindt."),
        );
    if let Some(behoefte) = &aanmelding.behoefte {
        groep = groep.let_op(format!(
            "Op {} is al vastgesteld: {}. Wat u nu vastlegt komt daarvoor in de plaats.",
            short_nl(behoefte.op),
            if behoefte.extra_ondersteuning {
                "extra ondersteuning nodig"
            } else {
                "geen extra ondersteuning nodig"
            }
        ));
    }
    let naam = "aanmelding.behoefte_beoordelen";
    Vorm::new("Vaststellen").groep(with_some(groep, source(werk, aanmelding, naam)))
}

/// Until when parents usually get to answer.
pub(super) fn usual_reply(werk: &Werk) -> Date {
    plus_days(werk.vandaag(), USUAL_REPLY_DAYS).unwrap_or(werk.vandaag())
}

pub(super) fn informatie_vorm(aanmelding: &Aanmelding, werk: &Werk, getypt: &Formulier) -> Vorm {
    let groep = Groep::new("Wat mist u nog?")
        .tekst("Vraag alleen wat u echt nodig hebt om te beslissen. De ouders krijgen vandaag een brief met deze vraag.")
        .veld(Veld::textarea("wat", "Wat hebt u nodig?", 4).hint("Eén ding per regel, zoals het in de brief komt.").required_or("Schrijf op wat u nodig hebt."))
        .veld(Veld::textarea("waarom", "Waarom hebt u dat nodig?", 3).required_or("Schrijf op waarom u het nodig hebt."))
        .veld(
            Veld::date("tot_en_met", "Tot en met welke dag kunnen de ouders het geven?")
                .hint(format!(
                    "Hooguit {MOST_INFORMATION_WEEKS} weken. Gewoon is {USUAL_REPLY_DAYS} dagen: tot en met {}.",
                    short_nl(usual_reply(werk))
                ))
                .required_or("Kies tot en met welke dag de ouders tijd krijgen."),
        );
    let mut klok = Groep::new("Wat gebeurt er met de termijn?")
        .tekst("De termijn staat stil tot de ouders alles gaven of tot hun tijd voorbij is.")
        .blok(Blok::Knop { naam: "kijk", tekst: "Laat zien wat de laatste dag wordt".into() });
    if let Some(effect) = effect_of_asking(aanmelding, werk, getypt) {
        klok = klok.weetje(effect);
    }
    Vorm::new("Vragen en de termijn stilzetten").groep(groep).groep(klok)
}

/// What asking does to the last day, when nothing comes.
fn effect_of_asking(aanmelding: &Aanmelding, werk: &Werk, getypt: &Formulier) -> Option<String> {
    let tot_en_met = parse_date(getypt.text("tot_en_met"))?;
    let (nr, reden) = (aanmelding.nr, proefreden());
    let ask = VraagInformatie { aanmelding: nr, wat: vec![reden.clone()], waarom: reden, tot_en_met };
    let events = werk.probeer(ask).ok()?;
    let asked = events.iter().find_map(|event| InformatieGevraagd::uit(&event.gebeurtenis))?;
    let last = asked.uiterlijk_zonder_antwoord?;
    let now = aanmelding.termijn.uitkomst.uiterlijk.map(short_nl).unwrap_or_default();
    Some(format!(
        "Nu is de laatste dag {now}. Komt er niets, dan loopt de termijn vanaf de dag na {} weer en wordt de laatste dag {}. Komt het antwoord eerder, dan is de laatste dag ook eerder.",
        short_nl(tot_en_met),
        short_nl(last)
    ))
}

pub(super) fn ontvangen_vorm(aanmelding: &Aanmelding) -> Vorm {
    let mut groep = Groep::new("Is de informatie er?");
    if let Some(gevraagd) = aanmelding.open_opschorting() {
        groep = groep
            .tekst(format!(
                "U vroeg op {} om het volgende. De ouders hebben tijd tot en met {}.",
                short_nl(gevraagd.uitnodiging_op),
                short_nl(gevraagd.tot_en_met)
            ))
            .blok(Blok::Lijst(gevraagd.wat.clone()));
        groep = gevraagd.ingeleverd.iter().fold(groep, |groep, given| {
            let said = Ingeleverd::from(given).words();
            let hoe = match given.wijze {
                Inleverwijze::Hier => "leverde een ouder dit in",
                Inleverwijze::Papier => "zei een ouder het op papier te geven",
            };
            groep.weetje(format!("Op {} {hoe}. {said}", short_nl(given.op)))
        });
    }
    let keuze = vec![
        Optie::new("ja", "Ja, alles is er"),
        Optie::new("nee", "Nee, niet alles")
            .explained("Is de tijd van de ouders voorbij, dan beslist u met wat er is. Hebben zij nog tijd, schrijf dan hieronder op wat er nog nodig is: de termijn blijft stilstaan."),
    ];
    Vorm::new("Vastleggen").groep(
        groep.veld(Veld::radio("compleet", "Is alles er?", keuze).required_or("Kies of alles er is.")).veld(
            Veld::date("op", "Op welke dag was alles er, of was de tijd voorbij?")
                .hint("De dag waarop u het kreeg telt, niet de dag waarop u dit vastlegt.")
                .required_or("Vul de dag in."),
        )
        .veld(
            Veld::textarea("nog_nodig", "Wat is er nog nodig?", 3)
                .hint("Alleen als er iets kwam, maar niet genoeg, en de ouders nog tijd hebben. Zij kunnen dit lezen."),
        ),
    )
}

pub(super) fn verlengen_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let most = regels::langste_verlenging(&werk.besluitvorming(), aanmelding.ontvangen_op).unwrap_or(1);
    let choices: Vec<Optie> = (1..=most).map(|weken| extension_choice(aanmelding, werk, weken)).collect();
    let now = aanmelding.termijn.uitkomst.uiterlijk;
    let now = now.map_or_else(|| "de termijn staat stil".to_owned(), long_nl);
    let mut groep = Groep::new("De nieuwe laatste dag")
        .blok(Blok::Feiten(Feiten::new().with("Laatste dag nu", now)))
        .veld(
            Veld::radio("weken", "Hoeveel langer hebt u nodig?", choices)
                .hint("De wet vraagt om een zo kort mogelijke tijd. Verlengen kan één keer.")
                .required_or("Kies hoeveel weken u nodig hebt."),
        );
    if let Some(asked) = aanmelding.open_opschorting() {
        groep = groep.weetje(format!(
            "De termijn staat stil: u wacht op de ouders, tot en met {}. Bij elke keuze staat de laatste dag als zij dan \
             pas antwoorden. Komt het antwoord eerder, dan is de laatste dag ook eerder.",
            short_nl(asked.tot_en_met)
        ));
    }
    let reden = Groep::new("Waarom?").veld(
        Veld::textarea("reden", "Waarom lukt het niet binnen de gewone termijn?", 4)
            .hint("Dit staat in de brief aan de ouders.")
            .required_or("Schrijf op waarom u meer tijd nodig hebt."),
    );
    Vorm::new("Verlengen").groep(with_some(groep, extension_source(aanmelding, werk))).groep(reden)
}

/// The fact that an extension by so many weeks would be.
fn extension(aanmelding: &Aanmelding, werk: &Werk, weken: u8) -> Option<BeslistermijnVerlengd> {
    let act = VerlengBeslistermijn { aanmelding: aanmelding.nr, weken, reden: proefreden() };
    let events = werk.probeer(act).ok()?;
    events.iter().find_map(|event| BeslistermijnVerlengd::uit(&event.gebeurtenis)).cloned()
}

/// A number of weeks, with the last day that it leads to.
fn extension_choice(aanmelding: &Aanmelding, werk: &Werk, weken: u8) -> Optie {
    let words = if weken == 1 { "1 week".to_owned() } else { format!("{weken} weken") };
    let last = extension(aanmelding, werk, weken)
        .and_then(|longer| longer.termijn.uitkomst.uiterlijk.or(longer.uiterlijk_zonder_antwoord));
    let option = Optie::new(weken.to_string(), words);
    match last {
        Some(last) => option.explained(format!("Laatste dag: {}.", long_nl(last))),
        None => option,
    }
}

/// How the last day of the shortest extension is computed.
fn extension_source(aanmelding: &Aanmelding, werk: &Werk) -> Option<Blok> {
    let shortest = extension(aanmelding, werk, 1)?;
    Some(Blok::Uitleg(Uitleg::from(shortest.termijn.berekening.as_ref())))
}

pub(super) fn buiten_behandeling_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let groep = Groep::new("Niet verder behandelen")
        .tekst("De aanmelding eindigt dan zonder beslissing over toelaten. De ouders kunnen bezwaar maken en het kind opnieuw aanmelden.")
        .tekst(if aanmelding.openbaar {
            format!("Bij een openbare school staat dat bezwaar in de Algemene wet bestuursrecht, met de gewone termijnen ({}). De termijnen van een weigering staan er niet bij.", werk.artikel("bezwaar.openbare_school_indienen"))
        } else {
            "Dat bezwaar staat voor een bijzondere school niet in de wet: Leerrecht kiest ervoor dat u het behandelt zoals bij een weigering.".to_owned()
        })
        .veld(
            Veld::textarea("reden", "Wat is er niet gekomen, en waarom kunt u zonder niet beslissen?", 5)
                .hint("Dit staat in de brief aan de ouders.")
                .required_or("Schrijf op wat er niet is gekomen."),
        );
    let [naam, _] = dossier::opdracht::regels::buiten_behandeling(aanmelding.openbaar);
    Vorm::new("Niet verder behandelen").groep(with_some(groep, source(werk, aanmelding, naam)))
}

/// The form by which what a registration says is put right.
pub(super) fn ontvangstdatum_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let asielzoeker = [Optie::new("ja", "Ja"), Optie::new("nee", "Nee")];
    let groep = Groep::new("Hoe het had moeten staan")
        .tekst("Alle termijnen van deze aanmelding worden opnieuw berekend. Wat er eerst stond blijft in de tijdlijn te zien. De ouders krijgen een nieuwe brief.")
        .veld(Veld::date("ontvangen_op", "Op welke dag kwam de aanmelding echt binnen?").required_or("Vul de juiste dag in."))
        .veld(Veld::radio("minderjarige_asielzoeker", "Is het kind minderjarig, en heeft het kind of een ouder asiel aangevraagd?", asielzoeker.to_vec())
            .hint("Dan gelden andere termijnen."));
    let groep = match education_field(Aanmelder::School, Some(aanmelding.schoolsoort), werk.taal()) {
        Some(veld) => groep.veld(veld),
        None => groep,
    };
    let groep = groep
        .veld(
            Veld::date("gewenst_per", "Vanaf wanneer vragen de ouders een plek?")
                .hint("Leeg als zij geen dag noemden. Schreven de ouders de aanmelding zelf, dan kunt u deze dag niet later zetten."),
        )
        .veld(Veld::select("nu_naar_school", "Gaat het kind nu naar school?", schoolgangen(werk)).hint(
            "Zoals de ouders het zeggen. Daarvan hangt af of het kind recht krijgt op een tijdelijke plek.",
        ))
        .veld(
            Veld::textarea("andere_scholen", "Bij welke andere scholen meldden de ouders het kind aan?", 3)
                .hint("Eén per regel. Leeg als zij geen school noemden."),
        );
    let right = aanmelding.tijdelijk_recht.uitkomst;
    let arisen = right.vanaf.filter(|van| right.recht && *van <= werk.vandaag());
    let groep = match arisen.filter(|_| aanmelding.tijdelijke_plaatsing.is_none()) {
        Some(vanaf) => groep.veld(
            Veld::checkbox("recht_vervalt", "Het recht op een tijdelijke plek vervalt")
                .hint(format!(
                    "Volgens wat er nu staat heeft het kind dat recht sinds {}. Kruis dit alleen aan als het volgens de juiste dag nog niet zo ver was. De ouders krijgen een nieuwe brief.",
                    long_nl(vanaf)
                )),
        ),
        None => groep,
    };
    Vorm::new("Verbeteren en opnieuw berekenen").groep(
        groep.veld(
            Veld::textarea("waarom", "Waarom klopte het niet?", 3)
                .required_or("Schrijf op waarom het niet klopte."),
        ),
    )
}

/// Whether a child goes to school, as choices; nothing is as it stands.
fn schoolgangen(werk: &Werk) -> Vec<Optie> {
    let word =
        |gang: &Schoolgang| werk.taal().zeg(teksten::aanmelding::NieuwNuKeuze { code: gang.code() }.tekst());
    let all = Schoolgang::ALL.iter().map(|gang| Optie::new(gang.code(), word(gang)));
    std::iter::once(Optie::new("", "Zoals het er staat")).chain(all).collect()
}

/// With what that form begins: as it stands.
pub(super) fn ontvangstdatum_begin(aanmelding: &Aanmelding) -> Begin {
    let asielzoeker = if aanmelding.minderjarige_asielzoeker { "ja" } else { "nee" };
    let onderwijs = aanmelding.onderwijs.map_or("", |keuze| keuze.code());
    vec![
        ("ontvangen_op".into(), aanmelding.ontvangen_op.to_string()),
        ("minderjarige_asielzoeker".into(), asielzoeker.to_owned()),
        ("onderwijs".into(), onderwijs.to_owned()),
        ("gewenst_per".into(), aanmelding.gewenst_per.map(|per| per.to_string()).unwrap_or_default()),
        ("andere_scholen".into(), aanmelding.andere_scholen.join("\n")),
    ]
}
