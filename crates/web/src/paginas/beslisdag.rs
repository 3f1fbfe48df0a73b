//! The day by which must be decided, as every list tells it: what was promised with the day of the law below it, and a mark where a
//! notice of default came.

use app::lijst::AanvraagRij;
use app::vandaag::BeurtRegel;
use base::Date;
use web_base::onderdelen::{Inhoud, Label, Labelsoort, Termijn, short_date};

/// The days that belong together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beslisdag {
    /// The last day; none while nothing runs.
    pub(super) uiterlijk: Option<Date>,
    /// The last day of the law, where the one above was promised.
    pub(super) wettelijk: Option<Date>,
    /// After a notice of default: the last day without a penalty.
    pub(super) in_gebreke_tot: Option<Date>,
    /// Where the last day is proposed by the program: the last day on the way to which it is.
    pub(super) einddag: Option<Date>,
}

impl From<&AanvraagRij> for Beslisdag {
    /// Of a request that was closed nothing runs.
    fn from(row: &AanvraagRij) -> Self {
        if row.gesloten_op.is_some() {
            return Self::default();
        }
        let AanvraagRij { uiterlijk, wettelijk, in_gebreke_tot, .. } = *row;
        Self { uiterlijk, wettelijk, in_gebreke_tot, einddag: None }
    }
}

impl From<&BeurtRegel> for Beslisdag {
    fn from(row: &BeurtRegel) -> Self {
        let BeurtRegel { uiterlijk, wettelijk, in_gebreke_tot, einddag, .. } = *row;
        Self { uiterlijk, wettelijk, in_gebreke_tot, einddag }
    }
}

impl Beslisdag {
    /// In a cell of a list.
    pub(super) fn cell(self, on: Date) -> Inhoud {
        let day = Inhoud::from(Termijn::listed(self.uiterlijk, self.einddag, on).in_table());
        let beside = [
            self.wettelijk.map(|wet| Inhoud::from(format!("volgens de wet {}", short_date(wet, on)))),
            self.in_gebreke_tot.map(|tot| default(tot, on)),
        ];
        let beside: Vec<Inhoud> = beside.into_iter().flatten().collect();
        if beside.is_empty() { day } else { day.above(beside) }
    }
}

/// Such a case stands on top, and says so: waiting costs money.
fn default(tot: Date, on: Date) -> Inhoud {
    let can = if on <= tot { "kan" } else { "kon" };
    let until = format!("zonder dwangsom {can} tot en met {}", short_date(tot, on));
    Inhoud::from(Label::new("in gebreke gesteld", Labelsoort::Laat)).above(until)
}
