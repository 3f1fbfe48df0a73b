//! What stood in the fields of a form when its page was made, so that two changes of one field are both shown.
//!
//! A form with a draft carries it as one hidden field ([`FIELD`]): per field the version that was kept and a digest of the
//! text that was shown. So a text that nobody touched never goes over a colleague's.

use std::collections::BTreeMap;

use app::concepten::Conceptveld;
use app::lijst::Digest;
use base::dates::clock_nl;
use base::{Date, Timestamp, today_in_nl};
use teksten::{Taal, weg};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, short_date};

/// Name of the hidden field.
pub(crate) const FIELD: &str = "standen";
/// Digits of a digest: enough to see that a text changed.
const DIGITS: usize = 16;

/// What is kept of one form, by field.
pub(crate) type Velden = BTreeMap<String, Conceptveld>;

/// Somebody else changed a field that this person changed too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Botsing {
    pub(crate) veld: String,
    pub(crate) wie: String,
    pub(crate) waarde: String,
    /// It is in a row that this person's form did not have.
    pub(crate) erbij: bool,
}

/// What a form showed, by field: `3-0af19c…`.
#[derive(Debug, Default)]
pub(crate) struct Standen<'f>(BTreeMap<&'f str, &'f str>);

impl<'f> Standen<'f> {
    /// As a form that was sent carries it; none for a form without it.
    pub(crate) fn of(formulier: &'f Formulier) -> Option<Self> {
        let text = formulier.text(FIELD);
        let pairs = text.split_whitespace().filter_map(|part| part.split_once(':'));
        (!text.is_empty()).then(|| Self(pairs.collect()))
    }

    /// What stood in a field; empty when the form did not show it.
    pub(crate) fn shown(&self, naam: &str) -> &'f str {
        self.0.get(naam).copied().unwrap_or_default()
    }

    /// The form showed this field.
    pub(crate) fn has(&self, naam: &str) -> bool {
        self.0.contains_key(naam)
    }

    /// The fields that were shown.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'f str> {
        self.0.keys().copied()
    }
}

/// What a page says of its fields: what is kept of each, and what it shows.
pub(crate) fn of_page<'n>(
    names: impl Iterator<Item = &'n str>,
    kept: &Velden,
    shown: impl Fn(&str) -> String,
) -> String {
    let states = names.map(|naam| {
        let versie = kept.get(naam).map_or(0, |veld| veld.versie);
        format!("{naam}:{versie}-{}", fingerprint(&shown(naam)))
    });
    states.collect::<Vec<_>>().join(" ")
}

/// What is kept of a field, as a form would have shown it.
pub(crate) fn state_of(kept: Option<&Conceptveld>) -> String {
    let (version, text) = kept.map_or((0, ""), |kept| (kept.versie, kept.waarde.as_str()));
    format!("{version}-{}", fingerprint(text))
}

fn fingerprint(text: &str) -> String {
    Digest::of(text.as_bytes()).to_string().chars().take(DIGITS).collect()
}

/// Nobody touched it: as it is kept now, or as it was shown.
pub(crate) fn is_unchanged(typed: &str, shown: &str, now: Option<&Conceptveld>) -> bool {
    let same_as_kept = typed == now.map_or("", |now| now.waarde.as_str());
    let same_as_shown = shown.split_once('-').is_some_and(|(_, digest)| digest == fingerprint(typed));
    same_as_kept || same_as_shown
}

/// The versions of the fields, for the script.
pub(crate) fn versions(kept: &Velden) -> String {
    let versions: BTreeMap<&str, u64> =
        kept.iter().map(|(code, veld)| (code.as_str(), veld.versie)).collect();
    serde_json::to_string(&versions).unwrap_or_else(|_| "{}".to_owned())
}

/// `bewaard 14:02`: when anything of the form was kept last; empty when nothing is.
pub(crate) fn kept_line(kept: &Velden, on: Date) -> String {
    let last = kept.values().filter(|veld| !veld.waarde.is_empty()).map(|veld| veld.op).max();
    last.map(|at| format!("bewaard {}", when(at, on))).unwrap_or_default()
}

/// `14:02`, with its day when that is another.
pub(crate) fn when(at: Timestamp, on: Date) -> String {
    let day = today_in_nl(at);
    if day == on { clock_nl(at) } else { format!("{} {}", short_date(day, on), clock_nl(at)) }
}

/// Both texts and the question what to do, beside each field.
pub(crate) fn clash_errors(clashes: &[Botsing], taal: Taal) -> Fouten {
    let mut fouten = Fouten::new();
    for clash in clashes {
        if clash.erbij {
            fouten.add(&clash.veld, taal.zeg(weg::RijErbijGekomen { wie: &clash.wie }.tekst()));
            continue;
        }
        let daar =
            if clash.waarde.is_empty() { taal.zeg(weg::leeg()) } else { format!("„{}”", clash.waarde) };
        let both = weg::VeldBotsing { wie: &clash.wie, daar: &daar };
        fouten.add(&clash.veld, taal.zeg(both.tekst()));
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
    fn what_a_page_says_of_its_fields_reads_back() {
        let velden = Velden::from([("iq".to_owned(), kept("71", 1))]);
        let text = of_page(["iq", "reden"].into_iter(), &velden, |naam| {
            if naam == "iq" { "71".to_owned() } else { String::new() }
        });
        let sent = crate::weg::concept::form_of([(FIELD, text.as_str())]);
        let standen = Standen::of(&sent).unwrap();
        assert_eq!(standen.shown("iq"), state_of(velden.get("iq")));
        assert_eq!(standen.shown("reden"), state_of(None));
        assert!(!standen.has("anders") && standen.shown("anders").is_empty());
        assert!(Standen::of(&Formulier::default()).is_none());
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
