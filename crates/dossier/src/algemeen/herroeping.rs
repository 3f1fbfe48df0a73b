//! That a school takes back a decision of its own of which the letter may have left: after an objection (WPO 63(3), WEC 61(3), WVO 2020
//! 8.8(6), 8.15(8), Awb 7:11(2)), or because it sees itself that it was wrong. What was decided counts no more, from its first day on.
//!
//! Who is heard before that, and where it stands, differs by decision, by sector, and for public schools, for which the Awb holds: the
//! rows of the corpus say it, and [`BestredenBesluit`] is the one place that chooses among them.

use base::{Date, Sector};
use recht::{Bepaling, Wet};
use serde::{Deserialize, Serialize};

use crate::algemeen::staat::Brief;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::opdracht::{Besluitvorming, invoer};
use crate::refusal::Refusal;
use crate::soort::Herroepgrond;
use crate::staat::Dossier;

/// A decision of a school that it can revoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Besluitsoort {
    /// A child is not admitted.
    Weigering,
    /// A pupil is removed.
    Verwijdering,
    /// A pupil is suspended.
    Schorsing,
}

impl Besluitsoort {
    /// Its name in the corpus.
    fn code(self) -> &'static str {
        match self {
            Self::Weigering => "weigering",
            Self::Verwijdering => "verwijdering",
            Self::Schorsing => "schorsing",
        }
    }
}

/// What somebody objects to: which decision, under the law of which sector, and whether the school is a public authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BestredenBesluit {
    /// Which decision.
    pub soort: Besluitsoort,
    /// Whose rules apply.
    pub sector: Sector,
    /// The school is a public authority: the Awb holds.
    pub openbaar: bool,
}

impl BestredenBesluit {
    fn row<'a>(self, wet: &'a Wet, naam: &str, on: Date) -> Option<&'a Bepaling> {
        wet.bepaling(naam, self.sector, on)
    }

    /// What the law says of this decision under that name, at a school of its kind.
    fn of_its_kind<'a>(self, wet: &'a Wet, wat: &str, on: Date) -> Option<&'a Bepaling> {
        let gezag = if self.openbaar { "openbaar" } else { "bijzonder" };
        self.row(wet, &format!("{wat}.{}.{gezag}", self.soort.code()), on)
    }

    /// Who gets the chance to be heard before the board revokes on an objection; none where it may do without.
    pub fn horen(self, wet: &Wet, on: Date) -> Option<&Bepaling> {
        self.of_its_kind(wet, "bezwaar.horen", on)
    }

    /// What lets the board revoke on an objection without hearing anybody; none where it hears, and where the law knows no objection.
    pub fn zonder_horen(self, wet: &Wet, on: Date) -> Option<&Bepaling> {
        self.of_its_kind(wet, "bezwaar.zonder_horen", on)
    }

    /// Where it stands that a board decides anew on an objection, and revokes: of the act on education, and of the Awb.
    pub fn op_bezwaar(self, wet: &Wet, on: Date) -> Vec<&Bepaling> {
        let gezag = if self.openbaar { "openbaar" } else { "bijzonder" };
        let awb = self.row(wet, &format!("bezwaar.herroepen.{gezag}"), on);
        self.of_its_kind(wet, "bezwaar", on).into_iter().chain(awb).collect()
    }

    /// Where it stands that a board decides at all, by which it can revoke of its own accord.
    pub fn uit_eigen_beweging(self, wet: &Wet, on: Date) -> Option<&Bepaling> {
        self.row(wet, &format!("herroepen.{}", self.soort.code()), on)
    }
}

/// Why a decision is revoked, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Herroeping {
    /// By what.
    pub aanleiding: Herroepgrond,
    /// The day on which who objected was heard; none where nobody was.
    pub gehoord_op: Option<Date>,
    /// Why, as the letter tells it.
    pub reden: String,
}

impl Herroeping {
    /// As it is recorded: since the decision, with a reason, and on an objection only after the chance to be heard, where the law asks
    /// that of such a decision. Of a suspension of before nobody knows whose rules applied.
    pub(crate) fn checked(
        &self,
        besloten_op: Date,
        besluit: Option<BestredenBesluit>,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Self, Refusal> {
        let heard = self.gehoord_op.map(|op| invoer::happened("gehoord_op", op, besloten_op, ctx));
        let gehoord_op = heard.transpose()?;
        let unheard = self.aanleiding == Herroepgrond::Bezwaar && gehoord_op.is_none();
        let must = besluit.and_then(|besluit| besluit.horen(ctx.wet, ctx.vandaag));
        if let Some(must) = must.filter(|_| unheard) {
            return Err(Refusal::field("gehoord_op", sleutels::algemeen::bezwaar_nog_niet_gehoord())
                .because(Some(must.bron.vindplaats.clone()))
                .instead(sleutels::algemeen::eerst_horen_op_bezwaar()));
        }
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        Ok(Self { aanleiding: self.aanleiding, gehoord_op, reden })
    }
}

/// Refuses to revoke once more what was revoked.
pub(crate) fn al_herroepen() -> Refusal {
    Refusal::new("al_herroepen", sleutels::algemeen::al_herroepen())
}

/// The letter of a decision tells something as long as that was not revoked after it was written; `revoked`: what a fact revokes.
pub(crate) fn geldt_nog(
    dossier: &Dossier,
    brief: &Brief,
    revoked: impl Fn(&Gebeurtenis) -> Option<Onderwerp>,
) -> bool {
    let about = brief.inhoud.betreft.onderwerp();
    let later = dossier.feiten.iter().filter(|feit| feit.volgnummer > brief.volgnummer);
    !later.filter_map(|feit| revoked(feit.gebeurtenis()?)).any(|one| Some(one) == about)
}
