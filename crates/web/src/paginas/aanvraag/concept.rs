//! Half-filled forms: each field is kept while somebody types, and again when the form is sent without script.
//!
//! A form carries per field what was in it when the page was made ([`state_of`]): the version, and a digest of the
//! text. So a text that nobody touched never overwrites a colleague's, and two changes of one field are both shown.

use std::collections::BTreeMap;

use app::Moment;
use app::concepten::{Bewaard, Conceptplek, Conceptveld};
use app::lijst::Digest;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::dates::clock_nl;
use base::{Date, PersoonId, today_in_nl};
use serde::Serialize;

use dossier::toegang::Kijker;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, short_date};

/// Digits of the digest that a form carries: enough to see that a text changed.
const DIGITS: usize = 16;

/// Name of the hidden field that says what was in a field.
pub(in crate::paginas) fn state_name(code: &str) -> String {
    format!("stand-{code}")
}

/// What was in a field: `3-0af19c…`.
pub(in crate::paginas) fn state_of(kept: Option<&Conceptveld>) -> String {
    let (version, text) = kept.map_or((0, ""), |kept| (kept.versie, kept.waarde.as_str()));
    format!("{version}-{}", fingerprint(text))
}

fn fingerprint(text: &str) -> String {
    Digest::of(text.as_bytes()).to_string().chars().take(DIGITS).collect()
}

/// The fields of one kept form.
pub(in crate::paginas) type Velden = BTreeMap<String, Conceptveld>;

/// A form that is kept, for somebody who may send it.
pub(in crate::paginas) struct Concept<'a> {
    pub(in crate::paginas) kijker: &'a Kijker,
    pub(in crate::paginas) moment: Moment,
    pub(in crate::paginas) plek: Conceptplek,
}

/// Somebody else changed a field that this person changed too.
pub(in crate::paginas) struct Botsing {
    pub(in crate::paginas) veld: String,
    pub(in crate::paginas) wie: String,
    pub(in crate::paginas) waarde: String,
}

/// A colleague who was the last to change a field.
pub(in crate::paginas) struct Collega {
    pub(in crate::paginas) veld: String,
    naam: String,
    wanneer: String,
}

impl Collega {
    /// The name.
    pub(in crate::paginas) fn name(&self) -> &str {
        &self.naam
    }

    /// `Laatst gewijzigd door M. Zonnedauw, 14:02.`
    pub(in crate::paginas) fn line(&self) -> String {
        format!("Laatst gewijzigd door {}, {}.", self.naam, self.wanneer)
    }
}

#[derive(Serialize)]
struct Gelukt {
    versie: u64,
    om: String,
}

#[derive(Serialize)]
struct Gebotst {
    versie: u64,
    waarde: String,
    wie: String,
}

impl Concept<'_> {
    /// Everything that is kept of this form.
    pub(in crate::paginas) async fn fields(&self) -> Result<Velden, Fout> {
        let kept = self.plek.velden().await?;
        Ok(kept.into_iter().map(|veld| (veld.veld.clone(), veld)).collect())
    }

    /// Keeps the fields of a form that was sent; answers which of them a colleague changed meanwhile.
    pub(in crate::paginas) async fn keep_sent<'c>(
        &self,
        codes: impl Iterator<Item = &'c str>,
        formulier: &Formulier,
    ) -> Result<Vec<Botsing>, Fout> {
        let kept = self.fields().await?;
        let mut clashes = Vec::new();
        for code in codes {
            let typed = formulier.text(code);
            let shown = formulier.text(&state_name(code));
            let now = kept.get(code);
            if is_unchanged(typed, shown, now) {
                continue;
            }
            let mine =
                now.is_none_or(|now| now.door == self.kijker.actor.persoon || state_of(Some(now)) == shown);
            let theirs = if mine {
                self.put(code, now.map_or(0, |now| now.versie), typed).await?
            } else {
                now.cloned()
            };
            if let Some(theirs) = theirs {
                clashes.push(Botsing {
                    veld: theirs.veld,
                    wie: self.name(&theirs.door).await?,
                    waarde: theirs.waarde,
                });
            }
        }
        Ok(clashes)
    }

    /// Keeps one field; what a colleague put there instead, when that went before.
    async fn put(&self, code: &str, version: u64, text: &str) -> Result<Option<Conceptveld>, Fout> {
        match self.plek.bewaar((code, version), text).await? {
            Bewaard::Ja(_) => Ok(None),
            Bewaard::Botsing(theirs) => Ok(theirs),
        }
    }

    /// Answers the script that keeps one field while somebody types.
    pub(in crate::paginas) async fn keep_typed(
        &self,
        formulier: &Formulier,
        is_field: impl Fn(&str) -> bool,
    ) -> Uitkomst {
        let code = formulier.text("veld");
        if !is_field(code) {
            return Err(Fout::Formulier { reden: "dit veld staat niet in het formulier".to_owned() });
        }
        let version = formulier.text("versie").parse().unwrap_or(0);
        let text = formulier.text("waarde");
        match self.plek.bewaar((code, version), text).await? {
            Bewaard::Ja(versie) => Ok(Json(Gelukt { versie, om: clock_nl(self.moment.at) }).into_response()),
            Bewaard::Botsing(theirs) => self.clash_answer(theirs).await,
        }
    }

    async fn clash_answer(&self, theirs: Option<Conceptveld>) -> Uitkomst {
        let answer = match theirs {
            Some(theirs) => {
                Gebotst { versie: theirs.versie, wie: self.name(&theirs.door).await?, waarde: theirs.waarde }
            }
            None => Gebotst { versie: 0, waarde: String::new(), wie: "Een collega".to_owned() },
        };
        Ok((StatusCode::CONFLICT, Json(answer)).into_response())
    }

    /// Which fields a colleague changed last, by name.
    pub(in crate::paginas) async fn colleagues(&self, kept: &Velden) -> Result<Vec<Collega>, Fout> {
        let mut names: BTreeMap<PersoonId, String> = BTreeMap::new();
        let mut found = Vec::new();
        for veld in
            kept.values().filter(|veld| veld.door != self.kijker.actor.persoon && !veld.waarde.is_empty())
        {
            if !names.contains_key(&veld.door) {
                names.insert(veld.door.clone(), self.name(&veld.door).await?);
            }
            let naam = names.get(&veld.door).cloned().unwrap_or_default();
            let wanneer = when(veld.op, self.moment.vandaag);
            found.push(Collega { veld: veld.veld.clone(), naam, wanneer });
        }
        Ok(found)
    }

    async fn name(&self, persoon: &PersoonId) -> Result<String, Fout> {
        Ok(self.plek.naam_van(persoon).await?.unwrap_or_else(|| "een collega".to_owned()))
    }
}

/// Nobody touched it: as it is kept now, or as it was shown.
pub(in crate::paginas) fn is_unchanged(typed: &str, shown: &str, now: Option<&Conceptveld>) -> bool {
    let same_as_kept = typed == now.map_or("", |now| now.waarde.as_str());
    let same_as_shown = shown.split_once('-').is_some_and(|(_, digest)| digest == fingerprint(typed));
    same_as_kept || same_as_shown
}

/// The versions of the fields, for the script.
pub(in crate::paginas) fn versions(kept: &Velden) -> String {
    let versions: BTreeMap<&str, u64> =
        kept.iter().map(|(code, veld)| (code.as_str(), veld.versie)).collect();
    serde_json::to_string(&versions).unwrap_or_else(|_| "{}".to_owned())
}

/// `bewaard 14:02`: when anything of the form was kept last; empty when nothing is.
pub(in crate::paginas) fn kept_line(kept: &Velden, on: Date) -> String {
    let last = kept.values().filter(|veld| !veld.waarde.is_empty()).map(|veld| veld.op).max();
    last.map(|at| format!("bewaard {}", when(at, on))).unwrap_or_default()
}

fn when(at: base::Timestamp, on: Date) -> String {
    let day = today_in_nl(at);
    if day == on { clock_nl(at) } else { format!("{} {}", short_date(day, on), clock_nl(at)) }
}

/// Both texts and the question what to do, beside each field.
pub(in crate::paginas) fn clash_errors(clashes: &[Botsing]) -> Fouten {
    let mut fouten = Fouten::new();
    for clash in clashes {
        let theirs =
            if clash.waarde.is_empty() { "leeg".to_owned() } else { format!("„{}”", clash.waarde) };
        fouten.add(
            &clash.veld,
            format!(
                "{} veranderde dit terwijl u bezig was. Daar staat nu: {theirs}. In het veld staat uw eigen tekst. \
                 Welke moet blijven? Bewaar opnieuw om de uwe te houden, of pas de tekst eerst aan.",
                clash.wie
            ),
        );
    }
    fouten
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str, versie: u64) -> Conceptveld {
        Conceptveld {
            veld: "iq".to_owned(),
            versie,
            waarde: text.to_owned(),
            door: "00000000-0000-4000-8000-000000000001".parse().unwrap(),
            op: "2026-11-23T13:02:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_text_that_nobody_touched_never_overwrites_a_colleagues() {
        let shown = state_of(Some(&kept("71", 1)));
        assert!(is_unchanged("71", &shown, Some(&kept("74", 2))));
        assert!(!is_unchanged("72", &shown, Some(&kept("74", 2))));
        assert!(is_unchanged("74", &shown, Some(&kept("74", 2))), "the script kept it already");
    }

    #[test]
    fn the_line_says_when_something_was_kept_last() {
        let velden = Velden::from([("iq".to_owned(), kept("71", 1))]);
        assert_eq!(kept_line(&velden, "2026-11-23".parse().unwrap()), "bewaard 14:02");
        assert_eq!(kept_line(&velden, "2026-11-24".parse().unwrap()), "bewaard ma 23 nov 14:02");
        assert_eq!(kept_line(&Velden::new(), "2026-11-24".parse().unwrap()), "");
        assert_eq!(versions(&velden), r#"{"iq":1}"#);
    }
}
