//! A term that stands still while information is awaited.

use base::Date;
use base::dates::plus_days;
use base::term::{DayRange, covered_days};
use serde::{Deserialize, Serialize};

use crate::corpus::regel::Maat;
use crate::invoer::Veldfout;
use crate::invoer::velden::Velden;
use crate::toetsing::Spoor;

/// One invitation to complete a registration or request, and when it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opschorting {
    /// Day of the invitation.
    pub uitnodiging_op: Date,
    /// Day on which it was completed, or the time for it ran out; `None` while it lasts.
    pub geeindigd_op: Option<Date>,
}

/// How long a term stood still, and whether it still does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stilstand {
    /// Different calendar days of the suspensions that ended.
    pub(crate) dagen: i32,
    /// One of them has not ended.
    pub(crate) loopt: bool,
}

/// Counts the days from `vanaf` days after each invitation up to, and not including, the day of completion.
pub(crate) fn stilstand(opschortingen: &[Opschorting], vanaf: i32) -> Stilstand {
    let ranges: Vec<DayRange> = opschortingen.iter().filter_map(|o| standing_still(o, vanaf)).collect();
    Stilstand { dagen: covered_days(&ranges), loopt: opschortingen.iter().any(|o| o.geeindigd_op.is_none()) }
}

fn standing_still(opschorting: &Opschorting, vanaf: i32) -> Option<DayRange> {
    let first = plus_days(opschorting.uitnodiging_op, vanaf)?;
    let last = plus_days(opschorting.geeindigd_op?, -1)?;
    Some(DayRange { first, last })
}

/// Counts and writes down; nothing to say where nothing was suspended.
pub(crate) fn stilstand_traced(opschortingen: &[Opschorting], vanaf: &Maat, spoor: &mut Spoor) -> Stilstand {
    let stil = stilstand(opschortingen, vanaf.aantal);
    if !opschortingen.is_empty() {
        let begin = if vanaf.aantal == 0 {
            "vanaf de dag van de uitnodiging"
        } else {
            "vanaf de dag na de uitnodiging"
        };
        let omschrijving = format!("De termijn stond stil {begin} tot de dag waarop dat eindigde");
        spoor.stap(omschrijving, dagen(stil.dagen), &vanaf.bron);
    }
    if stil.loopt {
        spoor.stap("De termijn staat nu stil", "er is nog geen laatste dag", &vanaf.bron);
    }
    stil
}

/// `1 dag`, `12 dagen`.
pub(crate) fn dagen(aantal: i32) -> String {
    if aantal == 1 { "1 dag".to_owned() } else { format!("{aantal} dagen") }
}

/// An invitation before the receipt, or an end before its invitation, is wrong input.
pub(crate) fn check(velden: Velden<'_>, ontvangen_veld: &str) -> Vec<Veldfout> {
    let ontvangen = velden.date(ontvangen_veld);
    let mut fouten = Vec::new();
    for (i, opschorting) in velden.groups("opschortingen") {
        let uitnodiging = opschorting.date("uitnodiging_op");
        let before =
            |day: Option<Date>, bound: Option<Date>| day.zip(bound).filter(|(day, bound)| day < bound);
        if let Some((day, bound)) = before(uitnodiging, ontvangen) {
            let veld = format!("opschortingen[{i}].uitnodiging_op");
            fouten.push(Veldfout::new(veld, day, format!("een datum op of na {ontvangen_veld} ({bound})")));
        }
        if let Some((day, bound)) = before(opschorting.date("geeindigd_op"), uitnodiging) {
            let veld = format!("opschortingen[{i}].geeindigd_op");
            fouten.push(Veldfout::new(veld, day, format!("een datum op of na uitnodiging_op ({bound})")));
        }
    }
    fouten
}
