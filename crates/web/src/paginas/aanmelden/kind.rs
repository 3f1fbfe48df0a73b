//! The child and its people, as a form asks them.

use app::aanmelden::NieuwKind;
use app::lijst::DossierRij;
use app::organisaties::Postcodegebied;
use base::Postcode;
use base::dates::long_nl;
use dossier::Refusal;
use dossier::algemeen::nieuw::{self, MEESTE_OUDERS};
use dossier::leven::feiten::Geslacht;
use dossier::opdracht::velden::{Bron, Leesfout, Omgeving, Veldsoort};
use dossier::opdracht::{Opdracht, invoer};
use dossier::soort::Relatie;
use dossier::staat::Adres;
use web_base::error::Fout;
use web_base::form::{Formulier, Lezer, parse_date};
use web_base::onderdelen::{Fouten, Inhoud, Kolom, Link, Optie, Tabel, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::woorden::{capital, partnerships};
use crate::weg::vorm::{Blok, Groep};

/// How an error names each of them.
const WHICH: [&str; MEESTE_OUDERS] =
    ["de ouder of voogd", "de tweede ouder of voogd", "de derde ouder of voogd"];

/// Whoever has authority over a child.
pub(in crate::paginas) fn authority_options() -> Vec<Optie> {
    let with_authority = Relatie::ALL.iter().filter(|relatie| relatie.has_gezag());
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

/// Gender by the code of the form.
pub(in crate::paginas) fn gender(code: &str) -> Option<Geslacht> {
    match code {
        "man" => Some(Geslacht::Man),
        "vrouw" => Some(Geslacht::Vrouw),
        "onbekend" => Some(Geslacht::Onbekend),
        _ => None,
    }
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

/// Where a child lives, with what follows from the postcode.
pub(in crate::paginas) fn address_group(kop: &str, gebied: Option<String>) -> Groep {
    let groep = address_fields(Groep::new(kop))
        .blok(Blok::Knop { naam: "kijk", tekst: "Kijk welk samenwerkingsverband erbij hoort" });
    match gebied {
        Some(gebied) => groep.weetje(gebied),
        None => groep,
    }
}

/// The groups about the child and its people.
pub(super) fn groups(getypt: &Formulier, gebied: Option<String>) -> Vec<Groep> {
    let child = name_fields(Groep::new("Het kind"), " van het kind")
        .veld(Veld::date("geboortedatum", "Geboortedatum").required_or("Vul de geboortedatum in."));
    let mut all = vec![child, address_group("Waar woont het kind?", gebied)];
    // The third stands open only when something is in it or the second one is filled in.
    let named = |nr: usize| getypt.is_on(&field_of(nr, "naam"));
    let shown = (1..=MEESTE_OUDERS).filter(|nr| *nr <= 2 || named(nr - 1) || is_begun(getypt, *nr));
    all.extend(shown.map(parent_group));
    all
}

/// What a form calls a field of the first, second or third person.
fn field_of(nr: usize, veld: &str) -> String {
    format!("ouder{nr}_{veld}")
}

fn parent_group(nr: usize) -> Groep {
    let naam = |veld: &str| field_of(nr, veld);
    let which = WHICH.get(nr - 1).copied().unwrap_or_default();
    let must = |veld: Veld, leeg: String| {
        if nr == 1 { veld.required_or(leeg) } else { veld.when_empty(leeg) }
    };
    let (kop, tekst) = match nr {
        1 => (
            "Ouder of voogd",
            "Iedereen met gezag krijgt een eigen kopie van elke brief en een eigen pagina.",
        ),
        2 => (
            "Tweede ouder of voogd",
            "Laat leeg als er maar één is. Vul de naam in en er verschijnt ruimte voor een derde.",
        ),
        _ => ("Derde ouder of voogd", "Laat leeg als er niet meer zijn."),
    };
    Groep::new(kop)
        .tekst(tekst)
        .naast([
            must(
                Veld::text(&naam("naam"), "Naam").hint("Zoals in een brief: mevrouw A. IJsvogel."),
                format!("Vul de naam van {which} in."),
            ),
            must(
                Veld::select(&naam("relatie"), "Wie is dit voor het kind?", authority_options()),
                format!("Kies wie {which} voor het kind is."),
            ),
        ])
        .veld(must(
            Veld::text(&naam("brondocument"), "Waaruit blijkt het gezag?")
                .hint("Bijvoorbeeld: uittreksel gezagsregister van 2 maart, of de ouders zeggen het zelf."),
            format!("Schrijf op waaruit het gezag van {which} blijkt."),
        ))
        .naast([Veld::text(&naam("e_mail"), "E-mailadres"), Veld::text(&naam("telefoon"), "Telefoon")])
        .veld(
            Veld::text(&naam("adres"), "Adres voor brieven")
                .hint("Alleen als het anders is dan waar het kind woont."),
        )
}

/// What was read of a form, and what is wrong, by the name that the form gives each field.
pub(super) type Gelezen<T> = Result<T, Vec<(String, Leesfout)>>;

/// Reads a part of a form as it declares its fields; `naam` is what the form calls each of them.
pub(super) fn read_part<T>(
    formulier: &Formulier,
    naam: impl Fn(&str) -> String,
    lees: impl Fn(&Bron<'_>) -> Result<T, Vec<Leesfout>>,
) -> Gelezen<T> {
    let read = lees(&|veld| formulier.text(&naam(veld)).to_owned());
    read.map_err(|wrong| wrong.into_iter().map(|fout| (naam(fout.veld), fout)).collect())
}

/// Reads the child and its people.
pub(super) fn read(formulier: &Formulier, omgeving: &Omgeving<'_>) -> Gelezen<NieuwKind> {
    let mut wrong = Vec::new();
    let child = read_part(formulier, ToOwned::to_owned, |bron| (nieuw::KIND.lees)(0, bron, omgeving));
    let child = child.map_err(|fouten| wrong.extend(fouten)).ok();
    let mut ouders = Vec::new();
    for nr in (1..=MEESTE_OUDERS).filter(|nr| *nr == 1 || is_begun(formulier, *nr)) {
        let read = read_part(formulier, |veld| field_of(nr, veld), |bron| nieuw::lees_ouder(bron, omgeving));
        match read {
            Ok(ouder) => ouders.push(ouder),
            Err(fouten) => wrong.extend(fouten),
        }
    }
    match child {
        Some(Opdracht::OpenDossier(kind)) if wrong.is_empty() => Ok(NieuwKind::of(kind, ouders)),
        _ => Err(wrong),
    }
}

/// Something was typed of a person. Who they are to the child is chosen already.
fn is_begun(formulier: &Formulier, nr: usize) -> bool {
    let asked = nieuw::oudervelden();
    let typed = asked.iter().filter(|veld| !matches!(veld.soort, Veldsoort::Keuze(_)));
    typed.map(|veld| field_of(nr, veld.naam)).any(|naam| formulier.is_on(&naam))
}

/// Where a child lives, as typed.
pub(in crate::paginas) fn read_address(lezer: &mut Lezer<'_>, formulier: &Formulier) -> Adres {
    Adres {
        straat: lezer.text("straat"),
        postcode: postcode(lezer, formulier),
        plaats: lezer.text("plaats"),
        buitenland: formulier.is_on("buitenland"),
        ..Adres::default()
    }
}

/// A Dutch postcode; abroad there are others, which lead to no partnership.
fn postcode(lezer: &mut Lezer<'_>, formulier: &Formulier) -> Option<Postcode> {
    if formulier.is_on("buitenland") {
        return formulier.text("postcode").parse().ok();
    }
    lezer.parse("postcode")
}

/// What the core has against the data of a parent stands beside the field of the parent whom it concerns.
pub(super) fn place_of_parent_error(refusal: &Refusal, formulier: &Formulier) -> Option<Fouten> {
    let veld = refusal.veld?;
    let wrong = |nr: &usize| {
        let text = formulier.text(&format!("ouder{nr}_{veld}"));
        let no_address = veld == "e_mail" && !text.is_empty() && !looks_like_e_mail(text);
        no_address || invoer::optional_line(veld, text).is_err()
    };
    let nr = (1..=MEESTE_OUDERS).find(wrong)?;
    let mut fouten = Fouten::new();
    fouten.add(&format!("ouder{nr}_{veld}"), app::weigering::zonder_kop(teksten::Taal::Nl, refusal));
    Some(fouten)
}

/// As the core looks at it.
fn looks_like_e_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
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
    let verbanden = partnerships(state, [gebied.swv_po.as_ref(), gebied.swv_vo.as_ref()], on).await?;
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
    Ok(state.app.mogelijk_dubbel(&kijker.kijker, kijker.moment, &naam, born).await?)
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
    let tabel = Tabel::new("Dossiers van een kind met deze naam en geboortedatum", kolommen, "").rows(
        doubles,
        |row| {
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
        },
    );
    Some(
        Groep::new("Is dit kind hier al bekend?")
            .tekst("Er is al een dossier van een kind met deze naam en geboortedatum. Gaat het om hetzelfde kind, ga dan naar dat dossier. Wat u hier typte kunt u eerst bewaren.")
            .blok(Blok::Tabel(tabel))
            .veld(Veld::checkbox("zeker_nieuw", "Dit is echt een ander kind").hint("Bijvoorbeeld een kind dat toevallig zo heet en op dezelfde dag is geboren.")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weg::vorm::Vorm;

    #[test]
    fn an_error_about_a_parent_stands_with_that_parent() {
        let formulier = Formulier::parse(b"ouder1_e_mail=a%40b.example&ouder2_e_mail=geen+adres").unwrap();
        let refusal = Refusal::field("e_mail", teksten::Tekst::letterlijk("dit is geen e-mailadres"));
        let fouten = place_of_parent_error(&refusal, &formulier).unwrap();
        assert_eq!(fouten.of("ouder2_e_mail"), Some("Dit is geen e-mailadres."));
        assert!(
            place_of_parent_error(
                &Refusal::field("postcode", teksten::Tekst::letterlijk("klopt niet")),
                &formulier
            )
            .is_none()
        );
    }

    #[test]
    fn the_first_parent_must_be_filled_in_and_the_others_only_when_begun() {
        let formulier =
            Formulier::parse(b"roepnaam=Sam&achternaam=Zonnevis&geboortedatum=1-5-2020&ouder3_telefoon=06")
                .unwrap();
        let omgeving = Omgeving { vandaag: "2026-03-02".parse().unwrap(), school: None, actor: None };
        let wrong = read(&formulier, &omgeving).unwrap_err();
        let wrong: Vec<(&str, &Leesfout)> = wrong.iter().map(|(naam, fout)| (naam.as_str(), fout)).collect();
        let vorm = Vorm::new("").groepen(groups(&formulier, None));
        let fouten = crate::weg::daad::said(&wrong, vorm.velden(), &formulier);
        assert_eq!(fouten.of("ouder1_naam"), Some("Vul de naam van de ouder of voogd in."));
        assert!(fouten.of("ouder2_naam").is_none());
        assert_eq!(fouten.of("ouder3_naam"), Some("Vul de naam van de derde ouder of voogd in."));
    }
}
