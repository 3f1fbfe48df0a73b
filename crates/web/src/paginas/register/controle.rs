//! A receiving school checks a declaration that parents gave it. It opens nothing: a place follows from their registration.
//!
//! Number and date of birth go in the body of a form and never in an address.

use app::register::Tlvcontrole;
use askama::Template;
use axum::extract::State;
use base::{Date, SwvCode};
use dossier::Rol;
use dossier::soort::TlvSoort;
use web_base::error::{Fout, Uitkomst};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Feiten, Melding, Meldingsoort, Register, Veld, short_date};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::lijst::{long_date, stand};
use crate::paginas::nee::Nee;
use crate::paginas::woorden::verklaring_woord;
use crate::weg::registers;

#[derive(Template)]
#[template(path = "paginas/register/controle.html")]
struct Controle {
    pagina: Pagina,
    nee: Nee,
    velden: Vec<Veld>,
    uitslag: Option<Uitslag>,
}

/// What the register says.
struct Uitslag {
    feiten: Feiten,
    melding: Melding,
}

/// A declaration as somebody asks about it.
struct Gevraagd {
    swv: SwvCode,
    nummer: String,
    geboortedatum: Date,
}

fn may_check(kijker: &Kijker) -> Result<(), Fout> {
    let school = matches!(kijker.kijker.actor.rol, Rol::Ib | Rol::Directie | Rol::CommissieBegeleiding);
    if school { Ok(()) } else { Err(Fout::NietGevonden) }
}

/// Asks for number and date of birth.
pub(super) async fn form(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    may_check(&kijker)?;
    let own = own_partnership(&state, &kijker).await?;
    let begin = format!("swv={}", own.map(|swv| swv.to_string()).unwrap_or_default());
    let formulier = Formulier::parse(begin.as_bytes())?;
    page(&state, &kijker, Ingevuld { formulier: Some(formulier), ..Ingevuld::empty() }.into(), None).await
}

/// The samenwerkingsverband of the school itself: most declarations come from there.
async fn own_partnership(state: &WebState, kijker: &Kijker) -> Result<Option<SwvCode>, Fout> {
    let Some(vestiging) = kijker.kijker.actor.organisatie.vestiging() else { return Ok(None) };
    let school = state.app.school(&vestiging, kijker.moment.vandaag).await?;
    Ok(school.as_ref().and_then(verband::School::swv).cloned())
}

async fn page(state: &WebState, kijker: &Kijker, nee: Nee, uitslag: Option<Uitslag>) -> Uitkomst {
    let swv = Veld::text("swv", "Welk samenwerkingsverband gaf de verklaring?")
        .hint(
            "Typ de naam of de code en kies uit de lijst. Wij vulden vast uw eigen samenwerkingsverband in.",
        )
        .from_register(Register::Samenwerkingsverbanden)
        .required()
        .filled(&nee.ingevuld);
    let template = Controle {
        pagina: kijker
            .page("Verklaring controleren")
            .sub("Voor de school waar ouders hun kind aanmelden")
            .narrow()
            .with_errors(&nee.ingevuld.fouten),
        velden: vec![
            registers::aangevuld(state, kijker.moment.vandaag, swv).await?,
            Veld::text("nummer", "Nummer van de verklaring")
                .hint("Zoals 2026-00017.")
                .required()
                .filled(&nee.ingevuld),
            Veld::date("geboortedatum", "Geboortedatum van het kind").required().filled(&nee.ingevuld),
        ],
        uitslag,
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

fn read(formulier: &Formulier) -> Result<Gevraagd, Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    lezer.required("swv", "Vul de code van het samenwerkingsverband in.");
    let swv = lezer.parse::<SwvCode>("swv");
    let nummer = lezer.required("nummer", "Vul het nummer van de verklaring in.");
    let born = lezer.required_date("geboortedatum", "Vul de geboortedatum van het kind in.");
    lezer.finish_or_show()?;
    let (swv, geboortedatum) = swv.zip(born).ok_or_else(Ingevuld::empty)?;
    Ok(Gevraagd { swv, nummer, geboortedatum })
}

/// Says what the register knows; a wrong number and a wrong date look the same.
pub(super) async fn check(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    may_check(&kijker)?;
    match read(&formulier) {
        Ok(asked) => {
            answer(
                &state,
                &kijker,
                &asked,
                Ingevuld { formulier: Some(formulier), ..Ingevuld::empty() }.into(),
            )
            .await
        }
        Err(ingevuld) => page(&state, &kijker, ingevuld.into(), None).await,
    }
}

async fn answer(state: &WebState, kijker: &Kijker, asked: &Gevraagd, nee: Nee) -> Uitkomst {
    let found = state
        .app
        .controleer_tlv(&kijker.kijker, kijker.moment, &asked.swv, &asked.nummer, asked.geboortedatum)
        .await?;
    let uitslag = match found {
        Some(found) => known(state, kijker, &found).await?,
        None => unknown(),
    };
    page(state, kijker, nee, Some(uitslag)).await
}

fn unknown() -> Uitslag {
    let text = "Er is geen verklaring met dit nummer en deze geboortedatum. Kijk de brief na, of bel het samenwerkingsverband.";
    Uitslag { feiten: Feiten::new(), melding: Melding::new(Meldingsoort::LetOp, text) }
}

async fn known(state: &WebState, kijker: &Kijker, found: &Tlvcontrole) -> Result<Uitslag, Fout> {
    let on = kijker.moment.vandaag;
    // No more than whether it holds, for what and when: the category is for who already has the declaration.
    let feiten = Feiten::new()
        .with("Stand", stand(found.status, found.van, on))
        .with("Voor", TlvSoort::from_code(&found.soort).map_or("", TlvSoort::label))
        .with("Geldig", period(found))
        .with_some("Ingetrokken", found.ingetrokken_per.map(|per| format!("vanaf {}", long_date(per))));
    let wat = verklaring_woord(&found.soort);
    let melding = match (found.te_gebruiken, fits(state, kijker, found).await?) {
        (true, false) => Melding::new(
            Meldingsoort::LetOp,
            format!(
                "De {wat} is geldig, maar niet voor een school van uw soort. U kunt het kind er niet mee toelaten."
            ),
        ),
        (true, true) if found.ingetrokken_per.is_some() => Melding::new(
            Meldingsoort::LetOp,
            format!(
                "De {wat} is ingetrokken. Zij geldt nog tot en met {}: een plek kan alleen in die tijd beginnen, en daarna is er een nieuwe {wat} nodig. Bel het samenwerkingsverband dat haar gaf.",
                short_date(found.tot_en_met, on)
            ),
        ),
        (true, true) if found.van > on => Melding::new(
            Meldingsoort::LetOp,
            format!(
                "De {wat} gaat pas in op {}. Een plek kan op zijn vroegst op die dag beginnen.",
                short_date(found.van, on)
            ),
        ),
        (true, true) => Melding::new(
            Meldingsoort::Goed,
            format!(
                "De {wat} is geldig. Hebben de ouders het kind bij u aangemeld? Open die aanmelding, leg de {wat} daar vast en laat het kind toe."
            ),
        ),
        (false, _) => Melding::new(
            Meldingsoort::LetOp,
            format!("Deze {wat} is nu niet te gebruiken. Kijk bij de stand waarom."),
        ),
    };
    Ok(Uitslag { feiten, melding })
}

/// For which days it holds; of one that was withdrawn before its first day, that there are none.
fn period(found: &Tlvcontrole) -> String {
    if found.tot_en_met < found.plaatsing_vanaf {
        return format!("geen dag: de eerste dag zou {} zijn", long_date(found.van));
    }
    format!("{} tot en met {}", long_date(found.van), long_date(found.tot_en_met))
}

/// The own school is of the kind for which the declaration is.
async fn fits(state: &WebState, kijker: &Kijker, found: &Tlvcontrole) -> Result<bool, Fout> {
    let Some(vestiging) = kijker.kijker.actor.organisatie.vestiging() else { return Ok(false) };
    let school = state.app.school(&vestiging, kijker.moment.vandaag).await?;
    let kind = TlvSoort::from_code(&found.soort);
    Ok(school.zip(kind).is_some_and(|(school, kind)| school.schoolsoort.past_bij(kind)))
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;
    use crate::weg::proef::Proef;

    /// Numbers follow each other, and a primary school child has some 2,900 possible dates of birth.
    #[tokio::test]
    async fn a_date_of_birth_cannot_be_guessed_and_guessing_is_on_record() {
        let proef = Proef::start().await;
        let nummer = proef.given(demo::dossiers::Verhaallijn::TlvVerleendBekend).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let number = &dossier.aanvragen[0].verleend().unwrap().nummer;
        let swv = dossier.aanvragen[0].swv.uitkomst.to_string();
        let (app, moment) = (&proef.kit.app, proef.kit.moment());
        let born = dossier.leerling.as_ref().unwrap().geboortedatum;
        let own = dossier.aanvragen[0].vestiging.organisatie();
        let at = |persoon: &str, organisatie: &base::OrganisatieId| dossier::toegang::Kijker {
            actor: dossier::Actor {
                persoon: persoon.parse().unwrap(),
                rol: Rol::Ib,
                organisatie: organisatie.clone(),
            },
            groep: String::new(),
        };
        let kijker = |persoon: &str| at(persoon, &own);
        let check = async |persoon: &str, number: &str, born: Date| {
            app.controleer_tlv(&kijker(persoon), moment, &swv.parse().unwrap(), number, born).await
        };
        let dates = (1..).filter_map(|day| base::dates::plus_days("2012-01-01".parse().unwrap(), day));
        let mut guessed = 0;
        for guess in dates.filter(|guess| *guess != born).take(100) {
            guessed += u32::from(check("p-raadt", number, guess).await.is_ok());
        }
        assert_eq!(guessed, 20, "one number");
        assert!(check("p-ander", number, born).await.is_err(), "nor by a colleague meanwhile");
        // The school that holds the declaration is not shut out by one that guesses.
        let mut others = proef.kit.regio.scholen.iter().map(|school| school.school.vestiging.organisatie());
        let other = at("p-heeft", &others.find(|school| *school != own).unwrap());
        let held = app.controleer_tlv(&other, moment, &swv.parse().unwrap(), number, born).await;
        assert!(held.unwrap().is_some(), "another school");
        let mut others = 0;
        for at in 1..=100 {
            others += u32::from(check("p-raadt", &format!("2020-{at:05}"), born).await.is_ok());
        }
        assert_eq!(guessed + others, 30, "one person");
        let log =
            app.account_log(app::accounts::Beheer::Machine, app::lijst::Page::first(200)).await.unwrap();
        let misses = |place: &base::OrganisatieId| {
            let there = log.rows.iter().filter(|row| row.organisatie.as_ref() == Some(place));
            there.filter(|row| row.handeling == "tlv_controle_mislukt").count()
        };
        let giver = base::OrganisatieId::from_str(&format!("swv/{swv}")).unwrap();
        assert_eq!((misses(&own), misses(&giver)), (30, 30), "who gave the declaration sees it too");
        let hits = log.rows.iter().filter(|row| row.handeling == "tlv_gecontroleerd");
        assert_eq!(hits.filter(|row| row.organisatie.as_ref() == Some(&giver)).count(), 1);
        // Parents read that somebody guessed at the declaration of their child.
        let looked = storage::InzageQuery::newest(nummer.clone(), app::lijst::Page::first(50));
        let looked = app.storage.reads(&looked).await.unwrap().rows;
        let guesses = looked.iter().filter(|row| row.doel == "mislukte controle van de verklaring");
        assert_eq!(guesses.count(), 20);
        // A quarter of an hour later a school that holds the declaration checks it.
        let later = app::Moment::of(moment.at + std::time::Duration::from_mins(16));
        let kijker = kijker("p-ander");
        let found = app.controleer_tlv(&kijker, later, &swv.parse().unwrap(), number, born).await.unwrap();
        assert!(found.is_some());
    }

    /// Given a declaration that holds; then whoever checks it reads for what and how long, and nothing else of it.
    #[tokio::test]
    async fn a_check_says_whether_it_holds_for_what_and_when() {
        let proef = Proef::start().await;
        let nummer = proef.given(demo::dossiers::Verhaallijn::TlvVerleendBekend).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let aanvraag = &dossier.aanvragen[0];
        let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &aanvraag.vestiging.organisatie())).await;
        let born = dossier.leerling.as_ref().unwrap().geboortedatum.strftime("%d-%m-%Y").to_string();
        let swv = aanvraag.swv.uitkomst.to_string();
        let asked = [
            ("swv", swv.as_str()),
            ("nummer", aanvraag.verleend().unwrap().nummer.as_str()),
            ("geboortedatum", born.as_str()),
        ];
        let page = ib.post("/tlv-controle", &asked).await;
        page.assert_says("tot en met");
        for silent in ["Categorie", "Gegeven door", "bekostiging"] {
            page.assert_silent_on(silent);
        }
    }

    /// Given a declaration that is withdrawn from a day to come, or from before its first day; then whoever checks it reads so, and is sent to
    /// no place that cannot begin.
    #[tokio::test]
    async fn a_withdrawal_of_which_the_day_is_still_to_come_is_told_to_who_checks() {
        let proef = Proef::start().await;
        let today = proef.kit.moment().vandaag;
        let after = |days: i32| base::dates::plus_days(today, days).unwrap();
        let nummer = proef.given(demo::dossiers::Verhaallijn::TlvVerleendBekend).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let aanvraag = &dossier.aanvragen[0];
        let granted = aanvraag.verleend().unwrap();
        let decider = proef.kit.as_at(Rol::Besluitnemer, &aanvraag.swv_organisatie());
        let per = after(14).max(granted.van);
        let withdraw = dossier::tlv::intrekken::TrekTlvIn {
            aanvraag: 1,
            per,
            reden: "Het kind gaat naar de basisschool.".to_owned(),
            gehoord: "De ouders en de school zijn het eens.".to_owned(),
            op: today,
            wijze: dossier::soort::Bekendmakingswijze::Post,
        };
        let open = proef.kit.app.open(&decider, &nummer, proef.kit.moment()).await.unwrap();
        open.doe(withdraw, app::dossiers::Uitvoering::default()).await.unwrap();
        let born = dossier.leerling.as_ref().unwrap().geboortedatum.to_string();
        let swv = aanvraag.swv.uitkomst.to_string();
        let asked =
            [("swv", swv.as_str()), ("nummer", granted.nummer.as_str()), ("geboortedatum", born.as_str())];
        let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &aanvraag.vestiging.organisatie())).await;
        let page = ib.post("/tlv-controle", &asked).await;
        page.assert_says(&format!("vanaf {}", long_date(per)));
        page.assert_silent_on("is geldig. Hebben de ouders");
        // And on the page of the child it ends on no day of before.
        let child = ib.get(&format!("/kind/{nummer}")).await;
        child.assert_says("geldt niet meer vanaf");
    }

    /// Given a declaration with which nobody has a place; then the school that asked reads at the request what to do and who ends its turn,
    /// and is offered no renewal of what has yet to begin.
    #[tokio::test]
    async fn whoever_sees_to_a_place_reads_what_to_do_and_who_ends_the_turn() {
        let proef = Proef::start().await;
        let nummer = proef.given(demo::dossiers::Verhaallijn::TlvVerleendBekend).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let aanvraag = &dossier.aanvragen[0];
        let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &aanvraag.vestiging.organisatie())).await;
        let page = ib.get(&format!("/kind/{nummer}/aanvraag/1")).await;
        page.assert_says("Wat u nu doet: help de ouders");
        page.assert_says("zij legt dat vast, u niet");
        let begun = aanvraag.verleend().unwrap().van <= proef.kit.moment().vandaag;
        assert_eq!(page.body.contains("Verlenging beginnen"), begun);
        // At the own school the child is a pupil: that is said before anything is typed.
        let own = ib.get(&format!("/kind/{nummer}/aanmelding/nieuw")).await;
        own.assert_says("Dit kind is hier leerling");
    }
}
