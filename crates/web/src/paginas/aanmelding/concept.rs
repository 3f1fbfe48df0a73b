//! Drafts of forms: kept per field while somebody types, put back when the form is opened again.
//!
//! `POST /concept?formulier=…&dossier=…` keeps one field (`veld`, `versie`, `waarde`) and answers with its new
//! version, or with the other text when somebody else was first. Without script the button 'Bewaren en later verder'
//! of a form keeps all of it.

use app::weigering::voluit;
use std::collections::{BTreeMap, BTreeSet};
use teksten::Taal;

use app::AppError;
use app::concepten::{Bewaard, Conceptplek, Conceptveld, Formulier, LosFormulier};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use base::dates::clock_nl;
use base::{DossierNummer, Timestamp};
use serde_json::json;
use web_base::error::Fout;
use web_base::form::Formulier as Ingezonden;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::blad::Begin;
use super::gesloten;
use super::werk::Werk;
use crate::paginas::aanvraag::{field_names, is_unchanged, state_name};

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/concept", post(keep))
}

/// Which form: of an act on a file, or one for which there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::paginas) enum Welk {
    /// On a file.
    Dossier(DossierNummer, Formulier),
    /// Without one.
    Los(LosFormulier),
}

/// Where the draft of a form on a file is kept.
pub(in crate::paginas) fn address(nummer: &DossierNummer, formulier: Formulier) -> String {
    Welk::Dossier(nummer.clone(), formulier).adres()
}

/// The draft of a form, with the address at which its fields are kept.
pub(crate) struct Conceptvak {
    welk: Welk,
    plek: Conceptplek,
    /// Fields that follow from the file: the questions of a request.
    vragen: Vec<String>,
}

/// What was kept of a form.
#[derive(Debug, Clone, Default)]
pub(in crate::paginas) struct Concept {
    velden: Vec<Conceptveld>,
}

/// What a page needs to keep its form.
#[derive(Debug, Clone)]
pub(in crate::paginas) struct Bewaren {
    /// Where the script sends a field to.
    pub(super) adres: String,
    /// Version per field, as JSON.
    pub(super) versies: String,
    /// When something was kept last, where it was.
    pub(super) laatst: Option<Timestamp>,
}

impl Welk {
    fn adres(&self) -> String {
        let vraag = match self {
            Self::Dossier(nummer, formulier) => {
                Vraag::default().with("formulier", formulier.naam()).with("dossier", nummer)
            }
            Self::Los(formulier) => Vraag::default().with("formulier", formulier.naam()),
        };
        vraag.address("/concept")
    }

    fn parse(vraag: &Vraag) -> Result<Self, Fout> {
        let naam = vraag.text("formulier").unwrap_or_default();
        let unknown = || Fout::vraag("formulier", "de naam van een formulier");
        match vraag.parse_one("dossier", "een dossiernummer")? {
            Some(nummer) => Ok(Self::Dossier(nummer, Formulier::parse(naam).ok_or_else(unknown)?)),
            None => LosFormulier::parse(naam).map(Self::Los).ok_or_else(unknown),
        }
    }
}

impl Conceptvak {
    /// The draft of a form on an open file.
    pub(in crate::paginas) fn of(werk: &Werk, formulier: Formulier) -> Result<Self, Fout> {
        let plek = werk.conceptplek(&formulier)?;
        Ok(Self { welk: Welk::Dossier(werk.beeld().nummer.clone(), formulier), plek, vragen: Vec::new() })
    }

    /// The draft of a form for which there is no file.
    pub(in crate::paginas) fn los(
        state: &WebState,
        kijker: &Kijker,
        formulier: LosFormulier,
    ) -> Result<Self, Fout> {
        let plek = state.app.los_concept(&kijker.kijker, kijker.moment, formulier)?;
        Ok(Self { welk: Welk::Los(formulier), plek, vragen: Vec::new() })
    }

    /// The draft at an address of drafts, for somebody who may send its form.
    pub(crate) async fn at(state: &WebState, kijker: &Kijker, vraag: &Vraag) -> Result<Self, Fout> {
        let welk = Welk::parse(vraag)?;
        let mut vragen = Vec::new();
        let plek = match &welk {
            Welk::Dossier(nummer, formulier) => {
                let open = state.app.open(&kijker.kijker, nummer, kijker.moment).await?;
                let plek = open.conceptplek(formulier)?;
                if let Some(request) = formulier.over().filter(|_| formulier.opdracht() == "vraag_tlv_aan") {
                    let nr = u32::try_from(request).map_err(|_| Fout::NietGevonden)?;
                    vragen = field_names(&open.aanvraagformulier(nr).await?);
                }
                plek
            }
            Welk::Los(formulier) => state.app.los_concept(&kijker.kijker, kijker.moment, *formulier)?,
        };
        Ok(Self { welk, plek, vragen })
    }

    /// A field of this form: nothing else is kept under its name.
    fn has_field(&self, naam: &str) -> bool {
        match &self.welk {
            Welk::Dossier(_, formulier) => {
                gesloten::has_field(formulier, naam) || self.vragen.iter().any(|vraag| vraag == naam)
            }
            Welk::Los(formulier) => gesloten::has_loose_field(*formulier, naam),
        }
    }

    /// What was kept of this form.
    pub(in crate::paginas) async fn load(&self) -> Result<Concept, Fout> {
        Ok(Concept { velden: self.plek.velden().await? })
    }

    /// Keeps every field of a form that was sent, over what was kept before.
    pub(crate) async fn keep_all(&self, formulier: &Ingezonden) -> Result<(), Fout> {
        let before = self.load().await?;
        let typed = formulier.names().filter(|naam| self.has_field(naam));
        // A checkbox that was on and is off now is not sent at all. What else is kept with the draft, such as documents,
        // is no field and stays.
        let kept = before.velden.iter().map(|veld| veld.veld.as_str()).filter(|naam| self.has_field(naam));
        let names: BTreeSet<&str> = typed.chain(kept).collect();
        for naam in names {
            let now = before.velden.iter().find(|veld| veld.veld == naam);
            let (versie, waarde) = (now.map_or(0, |veld| veld.versie), formulier.text(naam));
            let shown = formulier.text(&state_name(naam));
            let not_asked = shown.is_empty() && !self.vragen.is_empty();
            // A text that nobody touched never goes over a colleague's.
            if not_asked || (!shown.is_empty() && is_unchanged(waarde, shown, now)) {
                continue;
            }
            self.plek.bewaar((naam, versie), waarde).await?;
        }
        Ok(())
    }

    /// Throws the draft away.
    pub(in crate::paginas) async fn forget(&self) -> Result<(), Fout> {
        Ok(self.plek.gooi_weg().await?)
    }

    /// The draft goes in the same step in which the form is carried out.
    pub(in crate::paginas) fn done(&self) -> app::concepten::Klaar {
        self.plek.klaar()
    }

    /// What a page needs to keep this form. A form that was `sent` shows what came with it, not what was kept.
    pub(in crate::paginas) fn bewaren(&self, concept: &Concept, sent: bool) -> Bewaren {
        let versies: BTreeMap<&str, u64> =
            concept.velden.iter().map(|veld| (veld.veld.as_str(), veld.versie)).collect();
        Bewaren {
            adres: self.welk.adres(),
            versies: json!(versies).to_string(),
            laatst: concept.velden.iter().map(|veld| veld.op).max().filter(|_| !sent),
        }
    }
}

impl Concept {
    /// The values with which a form begins: those given, with what was kept over them.
    pub(in crate::paginas) fn over(&self, begin: &Begin) -> Ingezonden {
        let mut values: BTreeMap<&str, &str> =
            begin.iter().map(|(naam, waarde)| (naam.as_ref(), waarde.as_str())).collect();
        values.extend(self.velden.iter().map(|veld| (veld.veld.as_str(), veld.waarde.as_str())));
        form_of(values)
    }
}

/// A form with these values, as if somebody had typed them.
pub(in crate::paginas) fn form_of<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Ingezonden {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(values);
    Ingezonden::parse(body.finish().as_bytes()).unwrap_or_default()
}

async fn keep(
    State(state): State<WebState>,
    kijker: Kijker,
    vraag: Vraag,
    formulier: Ingezonden,
) -> Result<Response, Fout> {
    let vak = Conceptvak::at(&state, &kijker, &vraag).await?;
    let versie = formulier.text("versie").parse().unwrap_or(0);
    let veld = formulier.text("veld");
    if !vak.has_field(veld) {
        return Err(Fout::Formulier { reden: "dit veld staat niet in het formulier".to_owned() });
    }
    let waarde = formulier.all("waarde").collect::<Vec<_>>().join("\n");
    Ok(match vak.plek.bewaar((veld, versie), &waarde).await {
        Ok(Bewaard::Ja(versie)) => {
            Json(json!({ "versie": versie, "om": clock_nl(kijker.moment.at) })).into_response()
        }
        Ok(Bewaard::Botsing(theirs)) => {
            (StatusCode::CONFLICT, Json(clash(theirs.as_ref(), &kijker))).into_response()
        }
        Err(AppError::Refused(refusal)) => {
            let answer = json!({ "detail": voluit(Taal::Nl, &refusal) });
            (StatusCode::UNPROCESSABLE_ENTITY, Json(answer)).into_response()
        }
        Err(error) => return Err(error.into()),
    })
}

fn clash(theirs: Option<&Conceptveld>, kijker: &Kijker) -> serde_json::Value {
    let own = theirs.is_some_and(|veld| veld.door == kijker.kijker.actor.persoon);
    json!({
        "versie": theirs.map_or(0, |veld| veld.versie),
        "waarde": theirs.map_or("", |veld| veld.waarde.as_str()),
        "wie": if own { "U (in een ander venster)" } else { "Een collega" },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_goes_over_the_values_with_which_a_form_begins() {
        let veld = |naam: &str, waarde: &str| Conceptveld {
            veld: naam.to_owned(),
            versie: 2,
            waarde: waarde.to_owned(),
            door: "p-1".parse().unwrap(),
            op: Timestamp::UNIX_EPOCH,
        };
        let concept = Concept { velden: vec![veld("wat", "rapport & toets"), veld("op", "")] };
        let form =
            concept.over(&vec![("op".into(), "2026-03-02".to_owned()), ("wie".into(), "ib".to_owned())]);
        assert_eq!(form.text("wat"), "rapport & toets");
        assert_eq!(form.text("op"), "");
        assert_eq!(form.text("wie"), "ib");
    }

    #[test]
    fn the_address_of_a_draft_says_nothing_about_the_child_but_its_number() {
        let nummer: DossierNummer = "2026-004217".parse().unwrap();
        let welk = Welk::Dossier(nummer, Formulier::of("weiger", Some(1)));
        let adres = welk.adres();
        assert_eq!(adres, "/concept?formulier=weiger-1&dossier=2026-004217");
        let read = |adres: &str| Welk::parse(&Vraag::parse(adres.split_once('?').unwrap().1).unwrap());
        assert_eq!(read(&adres).unwrap(), welk);
        assert_eq!(read("/concept?formulier=beleid").unwrap(), Welk::Los(LosFormulier::Beleid));
        for wrong in [
            "/concept?formulier=slaap&dossier=2026-004217",
            "/concept?formulier=weiger-1",
            "/concept?dossier=2026-004217",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
