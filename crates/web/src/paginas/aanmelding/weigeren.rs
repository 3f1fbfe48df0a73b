//! Refusing a child: the points of the law, live, and the form in which they are met.
//!
//! The page shows what the law asks and what is there already; whether it is enough is decided by the core alone.

use base::dates::short_nl;
use dossier::Refusal;
use dossier::aanmelding::afloop::{ANDERE_SCHOOL, Weiger, WeigeringsPunt, typed_evidence};
use dossier::aanmelding::feiten::{BereidGevonden, Getoond, Overleg, Weigeringsgrond};
use dossier::opdracht::regels;
use dossier::soort::AndereSchoolsoort;
use dossier::staat::Aanmelding;
use dossier::tlv::checklist::{Checklist, Punt, Stand};
use recht::Bewijssoort;
use teksten::{Taal, Tekst};
use web_base::form::{Formulier, parse_date};
use web_base::onderdelen::{Checklijst, Optie, Veld};

use super::afloop;
use crate::paginas::verwijdering::herroepen::revoking;
use crate::weg::Begin;
use crate::weg::scholen::gekozen;
use crate::weg::vorm::{Blok, Groep, Verzendknop, Vorm};
use crate::weg::werk::{Werk, proefreden};

/// Whom the law admitted is not refused, on whatever ground.
pub(super) fn belemmering(aanmelding: &Aanmelding, werk: &Werk) -> Option<Refusal> {
    let grond = exception("", Vec::new());
    let any = Weiger { aanmelding: aanmelding.nr, grond, motivering: String::new(), overleg: None };
    werk.probeer(any).err().filter(|refusal| refusal.code == "toelating_door_de_wet")
}

/// What the file already knows of another school and the talk with the parents: the last offer.
pub(super) fn begin(aanmelding: &Aanmelding, werk: &Werk) -> Begin {
    let Some(offered) = werk.open.laatste_aanbod(aanmelding.nr) else { return Vec::new() };
    let (school, overleg) = (&offered.school, &offered.overleg);
    vec![
        ("schoolnaam".into(), school.schoolnaam.clone()),
        ("andere_vestiging".into(), school.vestiging.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("andere_plaats".into(), school.plaats.clone()),
        ("andere_contact".into(), school.contact.clone()),
        ("andere_soort".into(), school.soort.map(|soort| soort.code().to_owned()).unwrap_or_default()),
        ("bereid_op".into(), school.bereid_op.to_string()),
        ("bewijs".into(), school.bewijs.clone()),
        ("voorwaarde_op".into(), school.voorwaarde_op.map(|op| op.to_string()).unwrap_or_default()),
        ("voorwaarde".into(), school.voorwaarde.clone()),
        ("voorwaarde_ja".into(), yes_or_no(school.voorwaarde_ja).to_owned()),
        (
            "voorwaarde_tot_en_met".into(),
            school.voorwaarde_tot_en_met.map(|last| last.to_string()).unwrap_or_default(),
        ),
        ("overleg_op".into(), overleg.op.to_string()),
        ("overleg_met".into(), overleg.met.clone()),
        ("overleg_uitkomst".into(), overleg.uitkomst.clone()),
    ]
}

/// A choice as the form has it; empty where nothing was chosen.
fn yes_or_no(choice: Option<bool>) -> &'static str {
    match choice {
        Some(true) => "ja",
        Some(false) => "nee",
        None => "",
    }
}

/// The refusal as far as it was typed: dates that do not read count as not there.
fn typed(aanmelding: &Aanmelding, formulier: &Formulier) -> Weiger {
    let text = |naam: &str| formulier.text(naam).to_owned();
    let day = |naam: &str| parse_date(formulier.text(naam));
    let grond = match formulier.text("grond") {
        "" | ANDERE_SCHOOL => {
            let bereid_op = day("bereid_op");
            Weigeringsgrond::AndereSchool(BereidGevonden {
                schoolnaam: gekozen(formulier, "schoolnaam"),
                vestiging: formulier.text("andere_vestiging").parse().ok(),
                plaats: formulier.text("andere_plaats").to_owned(),
                contact: formulier.text("andere_contact").to_owned(),
                soort: AndereSchoolsoort::from_code(formulier.text("andere_soort")),
                bereid_op: bereid_op.unwrap_or_default(),
                bewijs: bereid_op.map(|_| text("bewijs")).unwrap_or_default(),
                voorwaarde_op: day("voorwaarde_op"),
                voorwaarde: text("voorwaarde"),
                voorwaarde_ja: match formulier.text("voorwaarde_ja") {
                    "ja" => Some(true),
                    "nee" => Some(false),
                    _ => None,
                },
                voorwaarde_tot_en_met: day("voorwaarde_tot_en_met"),
            })
        }
        grond => exception(grond, typed_evidence(&text)),
    };
    let overleg = day("overleg_op").map(|op| Overleg {
        op,
        met: text("overleg_met"),
        uitkomst: text("overleg_uitkomst"),
    });
    Weiger { aanmelding: aanmelding.nr, grond, motivering: text("motivering"), overleg }
}

/// The points of the law, and beside them what the core has against the school that was typed: a school that may not take the child is
/// no school that is willing.
fn points(aanmelding: &Aanmelding, werk: &Werk, formulier: &Formulier) -> Vec<WeigeringsPunt> {
    let typed = typed(aanmelding, formulier);
    let geen_plek = werk.open.geen_plek_meer(aanmelding).is_some();
    let mut punten = typed.punten((aanmelding, geen_plek), &werk.besluitvorming());
    punten.extend(against_school(typed, aanmelding, werk));
    punten
}

/// The fields that say which school it is, and whether it may take the child.
const SCHOOL_FIELDS: [&str; 9] = [
    "schoolnaam",
    "andere_plaats",
    "andere_contact",
    "andere_soort",
    "bereid_op",
    "voorwaarde_op",
    "voorwaarde",
    "voorwaarde_ja",
    "voorwaarde_tot_en_met",
];

/// What the core has against the other school, whatever else is still missing.
fn against_school(typed: Weiger, aanmelding: &Aanmelding, werk: &Werk) -> Option<WeigeringsPunt> {
    let Weigeringsgrond::AndereSchool(school) = &typed.grond else { return None };
    if school.schoolnaam.trim().is_empty() || school.bewijs.trim().is_empty() {
        return None;
    }
    let nowhere = school.plaats.trim().is_empty();
    let talk = Overleg { op: aanmelding.ontvangen_op, met: proefreden(), uitkomst: proefreden() };
    let filled = Weiger { motivering: proefreden(), overleg: Some(talk), ..typed };
    let refusal = werk.probeer(filled).err()?;
    let veld = refusal.veld.filter(|veld| SCHOOL_FIELDS.contains(veld))?;
    // Of a field that is empty the core says that it is: the point says what has to stand there.
    let tekst = match veld {
        "andere_plaats" if nowhere => Tekst::letterlijk("opgeschreven waar die school is"),
        "andere_contact" => Tekst::letterlijk("opgeschreven met wie de ouders daar kunnen praten"),
        _ => refusal.reden,
    };
    Some(WeigeringsPunt {
        code: veld,
        tekst,
        voldaan: false,
        vindplaats: refusal.vindplaats.map(|place| *place),
    })
}

/// The points of the law with what is there already; each leads to the field that meets it.
pub(super) fn punten(aanmelding: &Aanmelding, werk: &Werk, formulier: &Formulier) -> Checklijst {
    let punten = points(aanmelding, werk, formulier).into_iter().map(point).collect();
    Checklijst::of(&Checklist { punten }, werk.vandaag())
}

/// The button to refuse, when every point is met.
pub(super) fn knop(aanmelding: &Aanmelding, werk: &Werk, formulier: &Formulier) -> Verzendknop {
    let compleet = points(aanmelding, werk, formulier).iter().all(|punt| punt.voldaan);
    Verzendknop { tekst: "Weigeren", compleet }
}

fn point(punt: WeigeringsPunt) -> Punt {
    let veld = match punt.code {
        "behoefte" => "grond",
        "andere_school" => "schoolnaam",
        "bereid" => "bewijs",
        "overleg" => "overleg_op",
        code => code,
    };
    let words = Taal::Nl.zeg(&punt.tekst);
    let mut letters = words.chars();
    let vraag = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    Punt {
        code: veld.to_owned(),
        vraag,
        toelichting: String::new(),
        stand: if punt.voldaan { Stand::Ingevuld } else { Stand::Ontbreekt },
        gezegd: Vec::new(),
        eigen_woorden: false,
        blokkeert: true,
        stuk: false,
        vindplaats: punt.vindplaats,
    }
}

/// Another school first, then the exceptions of the law that hold for this school.
fn gronden(aanmelding: &Aanmelding, werk: &Werk) -> Vec<Optie> {
    let ctx = werk.besluitvorming();
    let mut opties = vec![
        Optie::new(ANDERE_SCHOOL, "Een andere school wil het kind toelaten")
            .explained("Dit is de gewone weg: een kind dat extra ondersteuning nodig heeft, mag u alleen weigeren als er een andere school is."),
    ];
    opties.extend(regels::gronden(&ctx, (aanmelding, werk.open.geen_plek_meer(aanmelding).is_some())).map(
        |grond| {
            let place = &grond.bron.vindplaats;
            Optie::new(grond.id.as_str(), grond.tekst.as_str()).explained(format!(
                "{place} ({}). U beantwoordt: {}",
                place.zekerheid.word(),
                grond.bewijs.iter().map(|punt| punt.vraag.as_str()).collect::<Vec<_>>().join(" ")
            ))
        },
    ));
    opties
}

/// An exception of the law with what shows it.
fn exception(grond: &str, bewijs: Vec<Getoond>) -> Weigeringsgrond {
    Weigeringsgrond::Uitzondering { grond: grond.to_owned(), onderbouwing: String::new(), bewijs }
}

/// What the chosen exception asks to be shown: a field for each, with its article.
fn evidence(aanmelding: &Aanmelding, werk: &Werk, getypt: &Formulier) -> Groep {
    let groep = Groep::new("Als er een uitzondering in de wet geldt");
    let (ctx, geen_plek) = (werk.besluitvorming(), werk.open.geen_plek_meer(aanmelding).is_some());
    let chosen =
        regels::gronden(&ctx, (aanmelding, geen_plek)).find(|grond| grond.id == getypt.text("grond"));
    let Some(ground) = chosen else {
        let knop = "Vraag wat bij deze uitzondering hoort";
        return groep
            .tekst("Kies hierboven de uitzondering. Dan staan hier de vragen die erbij horen.")
            .blok(Blok::Knop { naam: "kijk", tekst: knop.into() });
    };
    ground.bewijs.iter().fold(groep, |groep, punt| {
        let place = &punt.bron.vindplaats;
        let (id, vraag) = (punt.id.as_str(), punt.vraag.as_str());
        let veld = match punt.soort {
            Bewijssoort::Tekst => Veld::textarea(id, vraag, 2),
            Bewijssoort::Dag => Veld::date(id, vraag),
            Bewijssoort::Keuze => {
                let opties = punt.opties.iter().map(|optie| Optie::new(optie.as_str(), optie.as_str()));
                Veld::radio(id, vraag, opties.collect())
            }
        };
        groep.veld(
            veld.hint(format!("{place} ({})", place.zekerheid.word()))
                .asked_when("nodig bij deze reden", "Vul dit in."),
        )
    })
}

pub(super) fn vorm(aanmelding: &Aanmelding, werk: &Werk, getypt: &Formulier) -> Vorm {
    let exception = !matches!(getypt.text("grond"), "" | ANDERE_SCHOOL);
    let mut wet = Groep::new("Wat vraagt de wet?")
        .met_tekst(werk.bepaling_in("aanmelding.vorige_school_melden", aanmelding.sector));
    if !aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning) {
        wet = wet.let_op("Er is niet vastgesteld dat dit kind extra ondersteuning nodig heeft. Dat doet u op de pagina van de aanmelding. Alleen bij een uitzondering in de wet kan het zonder.");
    }
    if let Some(asked) = aanmelding.wacht_op(werk.vandaag()) {
        wet = wet.let_op(format!(
            "U vroeg de ouders om informatie. Zij hebben tijd tot en met {}. Zo lang kunt u alleen weigeren bij een uitzondering in de wet.",
            short_nl(asked.tot_en_met)
        ));
    }
    if let Some(aanbod) = aanmelding.open_aanbod() {
        wet = wet.let_op(format!(
            "U bood een plek aan op {}, en de ouders antwoordden nog niet. Weigert u nu, dan is over de aanmelding beslist en vervalt dat aanbod hier: de vraag om antwoord verdwijnt. De ouders kunnen hun kind op die school nog wel aanmelden.",
            aanbod.school.schoolnaam
        ));
    }
    let live = werk.adres(&format!("aanmelding/{}/weigeren/punten", aanmelding.nr));
    let wet = wet
        .blok(Blok::Checklijst(punten(aanmelding, werk, getypt).refreshed_from(live)))
        .blok(Blok::Knop { naam: "kijk", tekst: "Kijk opnieuw wat er al is".into() });
    let grond = Groep::new("Waarom laat u het kind niet toe?").veld(
        Veld::radio("grond", "Kies wat voor dit kind geldt", gronden(aanmelding, werk))
            .required_or("Kies waarom u het kind niet toelaat."),
    );
    let mut school =
        afloop::met_bereide_school(Groep::new("Als een andere school het kind wil toelaten"), werk);
    if let Some(offered) = aanmelding.aanbiedingen.last() {
        school = school.tekst(format!(
            "Dit staat er al door het aanbod van {}. Kijk na of het nog klopt: wil {} het kind nog steeds toelaten?",
            short_nl(offered.op),
            offered.school.schoolnaam
        ));
    }
    let uitzondering = evidence(aanmelding, werk, getypt);
    let motivering = Groep::new("Voor de ouders").veld(
        Veld::textarea("motivering", "Leg in gewone woorden uit waarom u het kind niet toelaat", 6)
            .hint("Dit staat in de brief, met de rechten van de ouders en tot wanneer zij bezwaar kunnen maken.")
            .required_or("Leg de ouders uit waarom u het kind niet toelaat."),
    );
    let vorm = Vorm::new("Weigeren").groep(wet).groep(grond);
    let vorm = if exception {
        vorm.groep(uitzondering).groep(school)
    } else {
        vorm.groep(school).groep(uitzondering)
    };
    let adres = werk.adres(&format!("aanmelding/{}/weigeren/knop", aanmelding.nr));
    let verzenden = Groep::new("").blok(Blok::Verzend { adres, knop: knop(aanmelding, werk, getypt) });
    vorm.groep(afloop::overleg_bij_weigeren()).groep(motivering).groep(verzenden).button_inside()
}

/// A refusal that is revoked.
pub(super) fn herroepen_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let groep = Groep::new("De weigering herroepen").tekst(
        "De aanmelding is dan weer open, met de termijnen die liepen. Een tijdelijke plek die door de weigering eindigde, gaat door als het kind nog niet op een andere school zit. De ouders krijgen een brief.",
    );
    Vorm::new("Herroepen").groep(revoking(werk, groep, Some(aanmelding.weigering())))
}
