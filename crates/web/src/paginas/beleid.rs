//! The policy of a samenwerkingsverband: what its director settles, never against the law.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use teksten::Taal;

use app::AppError;
use app::concepten::LosFormulier;
use app::dossiers::eenmalig;
use app::organisaties::{BeleidVersie, NieuwBeleid};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use base::SwvCode;
use base::dates::{short_nl, today_in_nl};
use dossier::{Refusal, Rol};
use verband::beleid::{ExtraVraag, MOST_EXTRA_QUESTIONS};
use verband::grenzen::MINSTE_LETTERS_REDEN;
use verband::{Beleid, TlvSoort};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Melding, Meldingsoort, Veld};
use web_base::pagina::{show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::vandaag::about_roles_of_nobody;
use crate::weg::concept::{Concept, Conceptvak, form_of};
use crate::weg::los::{self, Rest};
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::{Begin, Blad, Los, seen_version};

mod geschiedenis;

use geschiedenis::history;

/// The address of this page.
const PATH: &str = "/beleid";
/// What the name of a hidden field begins with that holds the code of a question.
const CODE: &str = "code_";
/// How many empty questions stand below those that are there.
const EMPTY_QUESTIONS: usize = 2;

/// The policy of a partnership.
const VELDEN: &[&str] = &[
    "tlv_beslistermijn_weken",
    "onafhankelijke_deskundigen",
    "telefoon_loket",
    "postadres",
    "steunpunt",
    "accentkleur",
    "waarom",
    "vraag_#",
    "code_#",
    "voor_#_so",
    "voor_#_vso",
    "voor_#_sbo",
    "voor_#_pro",
    "voor_#_lwoo",
];

/// The form of the policy.
pub(super) const LOS: &[Los] = &[Los::Velden(VELDEN)];

pub(super) fn routes() -> Router<WebState> {
    Router::new().route(PATH, get(form).post(adopt))
}

fn draft(state: &WebState, kijker: &Kijker) -> Result<Conceptvak, Fout> {
    Conceptvak::los(state, kijker, LosFormulier::Beleid)
}

/// The partnership of its director, who alone settles its policy.
pub(crate) fn own_swv(kijker: &Kijker) -> Result<SwvCode, Fout> {
    let actor = &kijker.kijker.actor;
    let swv = actor.organisatie.swv().filter(|_| actor.rol == Rol::DirecteurSwv);
    let reden = teksten::toegang::directeur_beleid();
    swv.ok_or_else(|| AppError::Forbidden { reden }.into())
}

async fn form(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let mut blad = blad(&state, &kijker, Ingevuld::empty()).await?;
    let said = match vraag.text("na") {
        Some("vastgesteld") => "Het beleid is vastgesteld. Het geldt voor wat vanaf nu gebeurt.",
        Some("bewaard") => "Wat u typte is bewaard. U kunt later verder.",
        _ => return show(&blad),
    };
    blad = blad.message(Melding::new(Meldingsoort::Goed, said));
    show(&blad)
}

/// The form over the policy as it is now, with every version below it.
async fn blad(state: &WebState, kijker: &Kijker, ingevuld: Ingevuld) -> Result<Blad, Fout> {
    let swv = own_swv(kijker)?;
    let stand = state.app.beleid_stand(&swv).await?;
    let versies = state.app.beleid_versies(&swv).await?;
    let beleid = versies.first().map(|versie| versie.beleid.clone()).unwrap_or_default();
    let draft = draft(state, kijker)?;
    let concept = draft.load().await?;
    let sent = ingevuld.formulier.is_some();
    let older = versies.first().filter(|newest| !sent && is_kept_before(&concept, newest)).map(kept_before);
    let formulier = ingevuld.formulier.unwrap_or_else(|| concept.over(&begin(&beleid)));
    let vorm = Vorm::new("Beleid vaststellen")
        .groep(promises())
        .groep(reasons())
        .groep(contact())
        .groepen(questions(&beleid, &formulier))
        .groep(reason())
        .groep(Groep::new("Eerder vastgesteld").blok(Blok::Tabel(history(&versies))));
    let pagina = kijker.page("Beleid").sub(format!(
        "Wat {swv} zelf regelt. De wet blijft altijd gelden: beleid kan korter beloven en meer vragen, nooit minder geven."
    ));
    let pagina = pagina.messages(about_roles_of_nobody(state, kijker).await?);
    let blad = Blad::new(pagina, vorm, Ingevuld::refused(formulier, ingevuld.fouten), "/wet")
        .version(stand)
        .in_draft(&draft, concept, sent, &kijker.kijker);
    Ok(match older {
        Some(said) => blad.message(said),
        None => blad,
    })
}

/// Something was kept before this version was adopted, or on the same day.
fn is_kept_before(concept: &Concept, versie: &BeleidVersie) -> bool {
    concept.velden().values().any(|veld| today_in_nl(veld.op) <= versie.op)
}

fn kept_before(versie: &BeleidVersie) -> Melding {
    let (on, why) = (short_nl(versie.op), &versie.waarom);
    let said = format!(
        "Op {on} is een versie vastgesteld ({why}). Wat u eerder bewaarde, staat hieronder daaroverheen: kijk elk veld na voordat u vaststelt."
    );
    Melding::new(Meldingsoort::LetOp, said)
}

fn promises() -> Groep {
    Groep::new("Beslissen op een aanvraag")
        .veld(
            Veld::text("tlv_beslistermijn_weken", "Binnen hoeveel weken belooft u te beslissen?").hint(
                "Leeg: de termijn van de wet. De belofte staat op de pagina van de ouders en de school.",
            ),
        )
        .veld(
            Veld::yes_no(
                "onafhankelijke_deskundigen",
                "Moeten deskundigen onafhankelijk zijn van de aanvrager?",
            )
            .hint("Dit staat niet in de wet. Bij ja kan het loket niemand kiezen die bij de aanvrager werkt.")
            .required(),
        )
}

fn reasons() -> Groep {
    Groep::new("Redenen van een besluit").veld(
        Veld::text("minste_letters_reden", "Hoeveel letters heeft een reden ten minste?").hint(format!(
            "Leeg: {MINSTE_LETTERS_REDEN}. Het geldt voor wie bij een school of bij u werkt, in een zaak die onder uw verband valt; van ouders vraagt het programma dit niet."
        )),
    )
}

fn contact() -> Groep {
    Groep::new("Waar ouders en scholen u vinden")
        .veld(Veld::text("telefoon_loket", "Telefoon van het loket").hint("Staat in brieven en bij ouders."))
        .veld(
            Veld::text("postadres", "Postadres")
                .hint("Waar een bezwaar heen gaat, zoals: Postbus 12, 1300 AA Almere. Staat in elke brief van het verband."),
        )
        .veld(Veld::text("steunpunt", "Ouder- en jeugdsteunpunt").hint("Naam en telefoon."))
        .veld(
            Veld::text("accentkleur", "Kleur van uw regio")
                .hint("Zoals #0b5a6f. Leeg: de kleur van Leerrecht. Is de kleur te licht om te lezen, dan blijft tekst donker."),
        )
}

fn reason() -> Groep {
    Groep::new("Waarom verandert dit?").veld(
        Veld::textarea("waarom", "Reden", 3)
            .hint("Bijvoorbeeld: de ondersteuningsplanraad stemde in op 3 maart. De reden blijft bij deze versie staan.")
            .required(),
    )
}

/// The questions that are there and room for more, up to the most there may be.
fn questions(beleid: &Beleid, formulier: &Formulier) -> Vec<Groep> {
    let typed = (1..=MOST_EXTRA_QUESTIONS).rev().find(|nr| !formulier.text(&question_field(*nr)).is_empty());
    let there = typed.unwrap_or(0).max(beleid.extra_vragen.len());
    let shown = (there + EMPTY_QUESTIONS).min(MOST_EXTRA_QUESTIONS);
    (1..=shown)
        .map(|nr| {
            let groep = Groep::new(format!("Extra vraag {nr}"));
            let groep = if nr == 1 {
                groep.tekst("Deze vragen komen bij de vragen van de wet op de checklist van een aanvraag. Maakt u een vraag leeg, dan vervalt zij. In andere woorden is het een nieuwe vraag: wie al iets op de oude had ingevuld, beantwoordt haar opnieuw.")
            } else {
                groep
            };
            groep
                .veld(Veld::textarea(&question_field(nr), "De vraag", 2))
                .naast(TlvSoort::ALL.iter().map(|soort| {
                    Veld::checkbox(&kind_field(nr, *soort), format!("voor {}", soort.label()))
                }))
                .blok(Blok::Veld(Veld::hidden(&code_field(nr), "")))
        })
        .collect()
}

fn question_field(nr: usize) -> String {
    format!("vraag_{nr}")
}

fn code_field(nr: usize) -> String {
    format!("{CODE}{nr}")
}

fn kind_field(nr: usize, soort: TlvSoort) -> String {
    format!("voor_{nr}_{}", soort.code())
}

/// What the form begins with: the policy as it is.
fn begin(beleid: &Beleid) -> Begin {
    let yes_no = if beleid.onafhankelijke_deskundigen { "ja" } else { "nee" };
    let weken = beleid.tlv_beslistermijn_weken.map(|weken| weken.to_string()).unwrap_or_default();
    let mut begin: Begin = vec![
        ("tlv_beslistermijn_weken".into(), weken),
        ("onafhankelijke_deskundigen".into(), yes_no.to_owned()),
        ("telefoon_loket".into(), beleid.telefoon_loket.clone()),
        ("postadres".into(), beleid.postadres.clone()),
        ("steunpunt".into(), beleid.steunpunt.clone()),
        ("accentkleur".into(), beleid.accentkleur.clone()),
        ("minste_letters_reden".into(), beleid.minste_letters_reden.to_string()),
    ];
    for (nr, vraag) in (1..).zip(&beleid.extra_vragen) {
        begin.push((Cow::Owned(question_field(nr)), vraag.vraag.clone()));
        begin.push((Cow::Owned(code_field(nr)), vraag.id.clone()));
        begin.extend(vraag.voor.iter().map(|soort| (Cow::Owned(kind_field(nr, *soort)), "ja".to_owned())));
    }
    begin
}

async fn adopt(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    let swv = own_swv(&kijker)?;
    let plek = draft(&state, &kijker)?;
    let formulier = match los::neem(&plek, &kijker, formulier, PATH).await? {
        Rest::Klaar(answer) => return Ok(answer),
        Rest::Tonen(ingevuld) => return show_refused(&blad(&state, &kijker, ingevuld).await?),
        Rest::Doen(formulier) => formulier,
    };
    let seen = seen_version(&formulier)?;
    let nieuw = match read(&formulier) {
        Ok((beleid, waarom)) => NieuwBeleid {
            beleid,
            waarom,
            expected: seen,
            idempotency: Some(eenmalig(
                &kijker.kijker,
                LosFormulier::Beleid.naam(),
                seen,
                &plek.typed_in(&formulier),
            )),
            drafts_done: vec![plek.done()],
        },
        Err(ingevuld) => return show_refused(&blad(&state, &kijker, ingevuld).await?),
    };
    let (status, ingevuld) =
        match state.app.stel_beleid_vast(&kijker.kijker.actor, &swv, nieuw, kijker.moment).await {
            Ok(_) => return Ok(redirect("/beleid?na=vastgesteld")),
            Err(AppError::Refused(refusal)) => {
                (StatusCode::UNPROCESSABLE_ENTITY, Ingevuld::refused(formulier, errors(&refusal)))
            }
            Err(AppError::Clash { .. }) => {
                (StatusCode::CONFLICT, overtaken(&state, &swv, seen, &formulier).await?)
            }
            Err(error) => return Err(error.into()),
        };
    let blad = blad(&state, &kijker, ingevuld).await?;
    Ok(blad.with_status(status).answer())
}

/// Another version was adopted since the form was opened: which, and why. What this person did not touch takes the new
/// value; what both changed stays as it was typed, with the new value beside it.
async fn overtaken(
    state: &WebState,
    swv: &SwvCode,
    seen: u64,
    formulier: &Formulier,
) -> Result<Ingevuld, Fout> {
    let versies = state.app.beleid_versies(swv).await?;
    let (news, before): (Vec<_>, Vec<_>) = versies.iter().partition(|versie| versie.volgnummer > seen);
    let said: Vec<String> =
        news.iter().map(|versie| format!("{}: {}", short_nl(versie.op), versie.waarom)).collect();
    let values = |versie: Option<&&BeleidVersie>| -> BTreeMap<String, String> {
        let beleid = versie.map(|versie| versie.beleid.clone()).unwrap_or_default();
        begin(&beleid).into_iter().map(|(naam, waarde)| (naam.into_owned(), waarde)).collect()
    };
    let (shown, now) = (values(before.first()), values(news.first()));
    let mut fouten = Fouten::new();
    fouten.add_general(format!(
        "Iemand anders stelde net een andere versie vast. Wat u niet had veranderd, staat hieronder zoals het nu is. Kijk het na, en verstuur opnieuw als het klopt. Nieuw is: {}",
        said.join("; ")
    ));
    let mut typed: BTreeMap<String, String> =
        formulier.names().map(|naam| (naam.to_owned(), formulier.text(naam).to_owned())).collect();
    for naam in shown.keys().chain(now.keys()).collect::<BTreeSet<_>>() {
        let of = |values: &BTreeMap<String, String>| values.get(naam).cloned().unwrap_or_default();
        let (was, is, own) = (of(&shown), of(&now), of(&typed));
        if was == is || own == is {
            continue;
        }
        if own == was {
            typed.insert(naam.clone(), is);
        } else if !naam.starts_with(CODE) {
            let stands = if is.is_empty() { "niets".to_owned() } else { format!("'{is}'") };
            fouten
                .add(naam, format!("Hier stelde iemand anders net vast: {stands}. U typte wat hier staat."));
        }
    }
    let typed = form_of(typed.iter().map(|(naam, waarde)| (naam.as_str(), waarde.as_str())));
    Ok(Ingevuld::refused(typed, fouten))
}

/// The policy and why it changes.
fn read(formulier: &Formulier) -> Result<(Beleid, String), Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    let weken = formulier.text("tlv_beslistermijn_weken");
    let tlv_beslistermijn_weken = match weken.parse::<u16>() {
        Ok(weken) => Some(weken),
        Err(_) if weken.is_empty() => None,
        Err(_) => {
            lezer.error("tlv_beslistermijn_weken", format!("'{weken}' is geen heel aantal weken, zoals 6."));
            None
        }
    };
    let minste_letters_reden = match formulier.text("minste_letters_reden") {
        "" => MINSTE_LETTERS_REDEN,
        letters => letters.parse().unwrap_or_else(|_| {
            lezer.error("minste_letters_reden", format!("'{letters}' is geen aantal letters, zoals 20."));
            MINSTE_LETTERS_REDEN
        }),
    };
    let independent = lezer.yes_no("onafhankelijke_deskundigen", "Kies ja of nee.");
    let beleid = Beleid {
        tlv_beslistermijn_weken,
        onafhankelijke_deskundigen: independent.unwrap_or_default(),
        extra_vragen: read_questions(&mut lezer, formulier),
        accentkleur: lezer.text("accentkleur").to_lowercase(),
        telefoon_loket: lezer.text("telefoon_loket"),
        postadres: lezer.text("postadres"),
        steunpunt: lezer.text("steunpunt"),
        minste_letters_reden,
    };
    let waarom = lezer.required("waarom", "Schrijf op waarom het beleid verandert.");
    lezer.finish_or_show()?;
    Ok((beleid, waarom))
}

/// The questions that are not empty, each with the code that it had; what is new gets one when it is adopted.
fn read_questions(lezer: &mut Lezer<'_>, formulier: &Formulier) -> Vec<ExtraVraag> {
    let mut all = Vec::new();
    for nr in 1..=MOST_EXTRA_QUESTIONS {
        let vraag = lezer.text(&question_field(nr));
        if vraag.is_empty() {
            continue;
        }
        let voor: BTreeSet<TlvSoort> =
            TlvSoort::ALL.iter().copied().filter(|soort| formulier.is_on(&kind_field(nr, *soort))).collect();
        if voor.is_empty() {
            lezer.error(&question_field(nr), "Kies hieronder voor welke aanvragen de vraag geldt.");
        }
        all.push(ExtraVraag { id: formulier.text(&code_field(nr)).to_owned(), vraag, voor });
    }
    all
}

/// A refusal beside its field; one about the questions stands at the first of them.
fn errors(refusal: &Refusal) -> Fouten {
    if refusal.veld == Some("extra_vragen") {
        let mut fouten = Fouten::new();
        fouten.add(&question_field(1), format!("Een vraag klopt niet: {}.", Taal::Nl.zeg(&refusal.reden)));
        return fouten;
    }
    refusal.into()
}
