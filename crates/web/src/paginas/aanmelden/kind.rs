//! The child and its people, as a form asks them.

use app::aanmelden::NieuwKind;
use app::lijst::DossierRij;
use app::lijsten::GezochtKind;
use app::organisaties::Postcodegebied;
use base::dates::long_nl;
use base::{Date, Postcode};
use dossier::algemeen::nieuw;
use dossier::leven::feiten::Geslacht;
use dossier::opdracht::Opdracht;
use dossier::opdracht::velden::{Leesfout, Omgeving};
use dossier::soort::{Geheimkring, Relatie};
use dossier::staat::Adres;
use recht::Wet;
use teksten::Taal;
use web_base::error::Fout;
use web_base::form::{Formulier, parse_date};
use web_base::onderdelen::{Bronlink, Inhoud, Kolom, Link, Optie, Tabel, Uitleg, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::woorden::{capital, partnerships};
use crate::weg::rijen::{Rijenlijst, Rijplek};
use crate::weg::vorm::{Blok, Groep};

/// Whoever has authority over a child, or cares for it: what the law calls 'ouders'.
pub(in crate::paginas) fn authority_options() -> Vec<Optie> {
    let with_authority = Relatie::ALL.iter().filter(|relatie| relatie.is_ouder_in_onderwijs());
    with_authority.map(|relatie| Optie::new(relatie.code(), capital(relatie.label()))).collect()
}

/// Name and gender of a child; `van` says whose name, where that must be said.
pub(in crate::paginas) fn name_fields(groep: Groep, van: &str) -> Groep {
    let geslacht = vec![
        Optie::new("", "Niet vastleggen"),
        Optie::new("man", "Jongen"),
        Optie::new("vrouw", "Meisje"),
        Optie::new("onbekend", "Geen van beide, of onbekend"),
    ];
    groep
        .naast([
            Veld::text("roepnaam", "Roepnaam").required_or(format!("Vul de roepnaam{van} in.")),
            Veld::text("voorvoegsel", "Voorvoegsel").hint("Zoals 'de' of 'van den'."),
            Veld::text("achternaam", "Achternaam").required_or(format!("Vul de achternaam{van} in.")),
        ])
        .veld(Veld::select("geslacht", "Geslacht", geslacht))
}

/// The code of the form for a gender.
pub(in crate::paginas) fn gender_code(geslacht: Option<Geslacht>) -> &'static str {
    match geslacht {
        Some(Geslacht::Man) => "man",
        Some(Geslacht::Vrouw) => "vrouw",
        Some(Geslacht::Onbekend) => "onbekend",
        None => "",
    }
}

/// Where a child lives.
pub(in crate::paginas) fn address_fields(groep: Groep) -> Groep {
    groep
        .naast([
            Veld::text("straat", "Straat en huisnummer"),
            Veld::text("postcode", "Postcode").hint("Zoals 9901 AB."),
            Veld::text("plaats", "Plaats"),
        ])
        .veld(Veld::checkbox("buitenland", "Het kind woont buiten Nederland"))
}

/// Where a child lives, with what follows from the postcode. Who asked for that stands at the answer.
pub(in crate::paginas) fn address_group(kop: &str, getypt: &Formulier, gebied: Option<String>) -> Groep {
    let groep = address_fields(Groep::new(kop).tekst(
        "Weet u straat en plaats? Vul ze in: zonder adres kan een brief aan de ouders niet op de post.",
    ))
    .blok(Blok::Knop { naam: LOOK, tekst: "Kijk welk samenwerkingsverband erbij hoort".into() });
    match gebied {
        Some(gebied) if getypt.is_on(LOOK) => groep.antwoord(gebied),
        Some(gebied) => groep.weetje(gebied),
        None if getypt.is_on(LOOK) => groep.antwoord("Vul eerst een postcode in, zoals 9901 AB."),
        None => groep,
    }
}

/// The button by which somebody asks what follows from the postcode.
const LOOK: &str = "kijk";

/// The groups about the child and its people.
pub(super) fn groups(getypt: &Formulier, gebied: Option<String>) -> Vec<Groep> {
    let child = name_fields(Groep::new("Het kind"), " van het kind")
        .veld(Veld::date("geboortedatum", "Geboortedatum").required_or("Vul de geboortedatum in."));
    let mut all = vec![child, address_group("Waar woont het kind?", getypt, gebied)];
    all.push(parents(getypt));
    all.push(secrecy_source(secrecy()));
    all
}

/// The list of everybody with authority.
pub(super) fn parents(getypt: &Formulier) -> Groep {
    let groep = Groep::new("Ouders of voogden").tekst(
        "Iedereen met gezag krijgt een eigen kopie van elke brief en een eigen pagina. Laat de tweede leeg als er maar één is. Is de leerling 18 of ouder, laat dan beide leeg: dan beslist de leerling zelf.",
    );
    let rows = nieuw::oudervelden().into_iter().map(|veld| Rijenlijst {
        veld,
        toont: 2,
        sluit_aan: true,
        getypt,
        taal: Taal::Nl,
    });
    rows.fold(groep, |groep, lijst| lijst.in_groep(groep, parent_fields))
}

/// From whom it is secret where the child is. It is asked of every child, and nothing is chosen beforehand: the first letter
/// goes out by itself.
pub(in crate::paginas) fn secrecy() -> Groep {
    let options = Geheimkring::ALL.iter().map(|kring| Optie::new(kring.code(), capital(kring.label())));
    Groep::new("Is geheim waar het kind woont of naar school gaat?")
        .tekst("Vraag dit altijd, ook als het kind bij één ouder woont. Is het geheim, dan staan adres, school en namen niet in de brieven en op de pagina van wie het niet mag weten. Dat geldt meteen, ook voor de eerste brief.")
        .veld(
            Veld::radio(nieuw::GEHEIM, "Voor wie is het geheim?", options.collect())
                .hint("Is het geheim voor een ouder of voogd? Vink dat ook aan bij die persoon.")
                .required_or("Kies voor wie het geheim is. Is niets geheim, kies dan 'Voor niemand'."),
        )
}

/// Where that comes from.
pub(in crate::paginas) fn secrecy_source(groep: Groep) -> Groep {
    groep.veld(
        Veld::text(nieuw::GEHEIM_BRON, "Waar komt de geheimhouding vandaan?")
            .hint("Alleen als iets geheim is. Bijvoorbeeld: Basisregistratie Personen, de ouder zelf, een veilige opvang."),
    )
}

fn parent_fields(rij: Rijplek) -> Vec<Vec<Veld>> {
    let who = std::iter::once(Optie::new("", "Kies")).chain(authority_options()).collect();
    vec![
        vec![
            Veld::text(&rij.veld("naam"), "Naam")
                .hint("Zoals in een brief: mevrouw A. IJsvogel.")
                .required_or("Vul de naam in."),
            Veld::select(&rij.veld("relatie"), "Wie is dit voor het kind?", who)
                .required_or("Kies wie dit voor het kind is."),
        ],
        vec![
            Veld::text(&rij.veld("brondocument"), "Waaruit blijkt het gezag?")
                .hint("Bijvoorbeeld: uittreksel gezagsregister van 2 maart, of de ouders zeggen het zelf.")
                .required_or("Schrijf op waaruit het gezag blijkt."),
        ],
        vec![Veld::text(&rij.veld("e_mail"), "E-mailadres"), Veld::text(&rij.veld("telefoon"), "Telefoon")],
        vec![
            Veld::text(&rij.veld("adres"), "Adres voor brieven")
                .hint("Alleen als het anders is dan waar het kind woont."),
        ],
        vec![
            Veld::text(&rij.veld("taal"), "In welke taal praat u met deze persoon?")
                .hint("Leeg: Nederlands. Bijvoorbeeld: Tigrinya, of Nederlandse Gebarentaal."),
            Veld::checkbox(&rij.veld("tolk"), "Bij een gesprek is een tolk nodig"),
        ],
        vec![
            Veld::checkbox(&rij.veld(nieuw::GEHEIM), "Geheim voor deze persoon")
                .hint("Deze persoon mag niet weten waar het kind woont en naar school gaat."),
        ],
    ]
}

/// Reads the child and its people; what is wrong is said by the names of the declarations.
pub(super) fn read(
    formulier: &Formulier,
    omgeving: &Omgeving<'_>,
    of_age: bool,
) -> Result<NieuwKind, Vec<Leesfout>> {
    let bron = |veld: &str| formulier.text(veld).to_owned();
    let child = (nieuw::KIND.lees)(0, &bron, omgeving);
    let parents = nieuw::lees_ouders(&bron, omgeving, of_age);
    let secret = nieuw::lees_geheim(&bron, omgeving);
    match (child, parents, secret) {
        (Ok(Opdracht::OpenDossier(kind)), Ok(ouders), Ok(geheim)) => Ok(NieuwKind::of(kind, ouders, geheim)),
        (child, parents, secret) => {
            let wrong = [child.err(), parents.err(), secret.err()];
            Err(wrong.into_iter().flatten().flatten().collect())
        }
    }
}

/// What follows from the postcode that was typed: partnerships and municipality, in words.
pub(in crate::paginas) async fn area(
    state: &WebState,
    kijker: &Kijker,
    formulier: &Formulier,
) -> Result<Option<String>, Fout> {
    let Ok(postcode) = formulier.text("postcode").parse::<Postcode>() else { return Ok(None) };
    let on = kijker.moment.vandaag;
    let Some(gebied) = state.app.postcodegebied(&postcode, on).await? else {
        return Ok(Some(format!(
            "Van postcode {postcode} is nog niet bekend welk samenwerkingsverband erbij hoort. U kunt gewoon doorgaan."
        )));
    };
    let verbanden =
        partnerships(state, [gebied.swv_po.as_ref(), gebied.swv_vo.as_ref()], on, Taal::Nl).await?;
    Ok(Some(in_words(&gebied, &verbanden)))
}

fn in_words(gebied: &Postcodegebied, verbanden: &str) -> String {
    let verbanden = if verbanden.is_empty() { "geen bekend samenwerkingsverband" } else { verbanden };
    let gemeente = if gebied.gemeentenaam.is_empty() {
        String::new()
    } else {
        format!(", gemeente {}", gebied.gemeentenaam)
    };
    format!("Postcode {} hoort bij {verbanden}{gemeente}.", gebied.pc4)
}

/// Files of a child with this name and date of birth.
pub(super) async fn doubles(
    state: &WebState,
    kijker: &Kijker,
    formulier: &Formulier,
) -> Result<Vec<DossierRij>, Fout> {
    let Some(born) = parse_date(formulier.text("geboortedatum")) else { return Ok(Vec::new()) };
    let naam =
        [formulier.text("roepnaam"), formulier.text("voorvoegsel"), formulier.text("achternaam")].join(" ");
    if naam.trim().is_empty() {
        return Ok(Vec::new());
    }
    let of_parent = |veld: &&str| veld.starts_with(nieuw::OUDERS) && veld.rsplit('.').next() == Some("naam");
    let ouders: Vec<String> =
        formulier.names().filter(of_parent).map(|veld| formulier.text(veld).to_owned()).collect();
    let adres = Adres {
        straat: formulier.text("straat").to_owned(),
        postcode: formulier.text("postcode").parse().ok(),
        ..Adres::default()
    };
    let gezocht = GezochtKind { naam: &naam, geboortedatum: born, ouders: &ouders, adres: &adres };
    Ok(state.app.mogelijk_dubbel(&kijker.kijker, kijker.moment, &gezocht).await?)
}

/// The question whether this is another child, with the files that are there.
pub(super) fn doubles_group(doubles: &[DossierRij]) -> Option<Groep> {
    if doubles.is_empty() {
        return None;
    }
    let kolommen = vec![
        Kolom::text("Kind").names_row(),
        Kolom::short("Geboren"),
        Kolom::text("Groep"),
        Kolom::text("Is het dit kind?"),
    ];
    let tabel =
        Tabel::new("Dossiers van een kind dat hetzelfde kan zijn", kolommen, "").rows(doubles, |row| {
            let again = Link::new(
                "Aanmelding toevoegen aan dit dossier",
                format!("/kind/{}/aanmelding/nieuw", row.dossier),
            );
            vec![
                Inhoud::from(Link::new(row.weergavenaam.as_str(), format!("/kind/{}", row.dossier)))
                    .above(row.dossier.to_string()),
                row.geboortedatum.map(long_nl).into(),
                row.groep.as_deref().into(),
                again.into(),
            ]
        });
    Some(
        Groep::new("Is dit kind hier al bekend?")
            .tekst("Er is al een dossier van een kind dat hetzelfde kan zijn: dezelfde of bijna dezelfde naam en geboortedatum, of dezelfde ouder. Gaat het om hetzelfde kind, ga dan naar dat dossier. Wat u hier typte kunt u eerst bewaren.")
            .blok(Blok::Tabel(tabel))
            .veld(Veld::checkbox("zeker_nieuw", "Dit is echt een ander kind").hint("Bijvoorbeeld een tweeling, of een kind dat toevallig op dezelfde dag jarig is en bijna zo heet.")),
    )
}

/// The box that says that three people have authority all the same.
pub(super) const THREE: &str = "zeker_gezag";

/// With more parents than this, it is asked whether they all have authority.
const WITH_AUTHORITY: usize = 2;

/// More parents with authority were typed than a child can have.
pub(super) fn has_three(formulier: &Formulier) -> bool {
    let of_row =
        |naam: &&str| naam.strip_prefix(nieuw::OUDERS).is_some_and(|rest| rest.ends_with(".relatie"));
    let parents = formulier.names().filter(of_row);
    parents.filter(|naam| formulier.text(naam) == Relatie::Gezagsouder.code()).count() > WITH_AUTHORITY
}

/// The question whether they all have authority, with what the law says.
pub(super) fn three_group(getypt: &Formulier, wet: &Wet, on: Date) -> Option<Groep> {
    if !has_three(getypt) {
        return None;
    }
    let groep = Groep::new("Hebben zij alle drie het gezag?")
        .tekst("U vulde drie keer 'ouder met gezag' in. Ieder van hen krijgt dan elke brief en een eigen pagina over het kind. Een stiefouder, of een ouder zonder gezag, hoort hier niet bij: haal die rij weg.");
    let groep = match wet.bepaling_ergens("gezag.hooguit_twee", on) {
        Some(bepaling) => groep
            .let_op(bepaling.tekst.as_str())
            .blok(Blok::Uitleg(Uitleg::default().source(Bronlink::on(&bepaling.bron.vindplaats, on)))),
        None => groep,
    };
    Some(groep.veld(Veld::checkbox(THREE, "Ja, zij hebben alle drie het gezag; dat heb ik nagekeken")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weg::vorm::Vorm;

    #[test]
    fn the_first_parent_must_be_filled_in_and_the_others_only_when_begun() {
        let formulier =
            Formulier::parse(b"roepnaam=Sam&achternaam=Zonnevis&geboortedatum=1-5-2020&ouders.3.telefoon=06")
                .unwrap();
        let omgeving = Omgeving { vandaag: "2026-03-02".parse().unwrap(), school: None, actor: None };
        let wrong = read(&formulier, &omgeving, false).unwrap_err();
        let vorm = Vorm::new("").groepen(groups(&formulier, None));
        let fouten = crate::weg::daad::said(&wrong, vorm.velden(), &formulier, |veld| veld);
        assert_eq!(fouten.of("ouders.1.naam"), Some("Vul de naam in."));
        assert!(fouten.of("ouders.2.naam").is_none());
        assert_eq!(fouten.of("ouders.3.naam"), Some("Vul de naam in."));
        // Above the form it is said of whom.
        assert!(fouten.to_string().contains("Ouder of voogd 3: Vul de naam in."), "{fouten}");
    }
}
