//! That a school takes back a decision of its own of which the letter may have left: after an objection (WPO 63(3), WEC 61(3), WVO 2020
//! 8.8(6), 8.15(8), Awb 7:11(2)), or because it sees itself that it was wrong. What was decided counts no more, from its first day on.

use base::{Date, Vindplaats};
use serde::{Deserialize, Serialize};

use crate::opdracht::{Besluitvorming, invoer};
use crate::refusal::Refusal;
use crate::soort::Herroepgrond;

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
    /// As it is recorded: since the decision, with a reason, and on an objection only after whoever objected was heard, where the law asks
    /// that (`horen`: the article).
    pub(crate) fn checked(
        &self,
        besloten_op: Date,
        horen: Option<Vindplaats>,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Self, Refusal> {
        let heard = self.gehoord_op.map(|op| invoer::happened("gehoord_op", op, besloten_op, ctx));
        let gehoord_op = heard.transpose()?;
        let must = horen.filter(|_| self.aanleiding == Herroepgrond::Bezwaar && gehoord_op.is_none());
        if let Some(artikel) = must {
            return Err(Refusal::field("gehoord_op", sleutels::algemeen::bezwaar_nog_niet_gehoord())
                .because(Some(artikel))
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
