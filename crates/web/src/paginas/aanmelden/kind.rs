//! The child and its people, as a form asks them.

use app::aanmelden::{NieuwKind, NieuweOuder};
use app::lijst::DossierRij;
use app::organisaties::Postcodegebied;
use base::Postcode;
use base::dates::long_nl;
use dossier::Refusal;
use dossier::leven::feiten::{Contactgegevens, Geslacht};
use dossier::opdracht::invoer;
use dossier::soort::Relatie;
use dossier::staat::Adres;
use teksten::Taal;
use web_base::error::Fout;
use web_base::form::{Formulier, Lezer, parse_date};
use web_base::onderdelen::{Fouten, Inhoud, Kolom, Link, Optie, Tabel, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::woorden::{capital, partnerships};
use crate::weg::vorm::{Blok, Groep};

/// Most people with authority in one form; more are added afterwards.
const PARENTS: usize = 3;

/// How an error names each of them.
const WHICH: [&str; PARENTS] = ["de ouder of voogd", "de tweede ouder of voogd", "de derde ouder of voogd"];

/// Whoever has authority over a child.
pub(in crate::paginas) fn authority_options() -> Vec<Optie> {
    let with_authority = Relatie::ALL.iter().filter(|relatie| relatie.has_gezag());
    with_authority.map(|relatie| Optie::new(relatie.code(), capital(relatie.label()))).collect()
}

/// Name and date of birth of a child.
pub(in crate::paginas) fn name_fields(groep: Groep) -> Groep {
    let geslacht = vec![
        Optie::new("", "Niet vastleggen"),
        Optie::new("man", "Jongen"),
        Optie::new("vrouw", "Meisje"),
        Optie::new("onbekend", "Geen van beide, of onbekend"),
    ];
    groep
        .naast([
            Veld::text("roepnaam", "Roepnaam").required_or("Vul de roepnaam in."),
            Veld::text("voorvoegsel", "Voorvoegsel").hint("Zoals 'de' of 'van den'."),
            Veld::text("achternaam", "Achternaam").required_or("Vul de achternaam in."),
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
        .blok(Blok::Knop { naam: "kijk", tekst: "Kijk welk samenwerkingsverband erbij hoort".into() });
    match gebied {
        Some(gebied) => groep.weetje(gebied),
        None => groep,
    }
}

/// The groups about the child and its people.
pub(super) fn groups(getypt: &Formulier, gebied: Option<String>) -> Vec<Groep> {
    let child =
        name_fields(Groep::new("Het kind")).veld(Veld::date("geboortedatum", "Geboortedatum").required());
    let mut all = vec![child, address_group("Waar woont het kind?", gebied)];
    // The second and third stand open only when something is in them or the first one is filled in.
    let shown = (1..=PARENTS).filter(|nr| *nr <= 2 || getypt.is_on(&format!("ouder{}_naam", nr - 1)));
    all.extend(shown.map(parent_group));
    all
}

fn parent_group(nr: usize) -> Groep {
    let naam = |veld: &str| format!("ouder{nr}_{veld}");
    let must = |veld: Veld| if nr == 1 { veld.required() } else { veld };
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
            must(Veld::text(&naam("naam"), "Naam").hint("Zoals in een brief: mevrouw A. IJsvogel.")),
            must(Veld::select(&naam("relatie"), "Wie is dit voor het kind?", authority_options())),
        ])
        .veld(must(
            Veld::text(&naam("brondocument"), "Waaruit blijkt het gezag?")
                .hint("Bijvoorbeeld: uittreksel gezagsregister van 2 maart, of de ouders zeggen het zelf."),
        ))
        .naast([Veld::text(&naam("e_mail"), "E-mailadres"), Veld::text(&naam("telefoon"), "Telefoon")])
        .veld(
            Veld::text(&naam("adres"), "Adres voor brieven")
                .hint("Alleen als het anders is dan waar het kind woont."),
        )
}

/// Reads the child and its people.
pub(super) fn read(lezer: &mut Lezer<'_>, formulier: &Formulier) -> NieuwKind {
    NieuwKind {
        roepnaam: lezer.required("roepnaam", "Vul de roepnaam van het kind in."),
        voorvoegsel: lezer.text("voorvoegsel"),
        achternaam: lezer.required("achternaam", "Vul de achternaam van het kind in."),
        geboortedatum: lezer.required_date("geboortedatum", "Vul de geboortedatum in."),
        geslacht: gender(formulier.text("geslacht")),
        adres: read_address(lezer, formulier),
        ouders: (1..=PARENTS).filter_map(|nr| parent(lezer, formulier, nr)).collect(),
    }
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

fn parent(lezer: &mut Lezer<'_>, formulier: &Formulier, nr: usize) -> Option<NieuweOuder> {
    let naam = |veld: &str| format!("ouder{nr}_{veld}");
    let filled = ["naam", "brondocument", "e_mail", "telefoon", "adres"]
        .iter()
        .any(|veld| formulier.is_on(&naam(veld)));
    if nr > 1 && !filled {
        return None;
    }
    let which = *WHICH.get(nr - 1)?;
    let who = lezer.required(&naam("naam"), &format!("Vul de naam van {which} in."));
    let relatie =
        lezer.choice(&naam("relatie"), Relatie::from_code, &format!("Kies wie {which} voor het kind is."));
    let brondocument =
        lezer.required(&naam("brondocument"), &format!("Schrijf op waaruit het gezag van {which} blijkt."));
    Some(NieuweOuder {
        naam: who,
        relatie: relatie?,
        brondocument,
        contact: Contactgegevens {
            e_mail: lezer.text(&naam("e_mail")),
            telefoon: lezer.text(&naam("telefoon")),
            adres: lezer.text(&naam("adres")),
        },
    })
}

/// What the core has against the data of a parent stands beside the field of the parent whom it concerns.
pub(super) fn place_of_parent_error(refusal: &Refusal, formulier: &Formulier) -> Option<Fouten> {
    let veld = refusal.veld?;
    let wrong = |nr: &usize| {
        let text = formulier.text(&format!("ouder{nr}_{veld}"));
        let no_address = veld == "e_mail" && !text.is_empty() && !looks_like_e_mail(text);
        no_address || invoer::optional_line(veld, text).is_err()
    };
    let nr = (1..=PARENTS).find(wrong)?;
    let mut fouten = Fouten::new();
    fouten.add(&format!("ouder{nr}_{veld}"), app::weigering::zonder_kop(Taal::Nl, refusal));
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
        let mut lezer = Lezer::of(&formulier);
        read(&mut lezer, &formulier);
        let fouten = lezer.finish().unwrap_err();
        assert!(fouten.of("ouder1_naam").is_some());
        assert!(fouten.of("ouder2_naam").is_none());
        assert!(fouten.of("ouder3_naam").is_some());
    }
}
