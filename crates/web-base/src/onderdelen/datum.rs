//! Dates as people write them.

use base::Date;
use teksten::Taal;

/// `di 3 mrt`, with the year where it is another than that of `on`.
pub fn short_date(date: Date, on: Date) -> String {
    day_in(Taal::Nl, date, on)
}

/// The same in the language of the page.
pub fn day_in(taal: Taal, date: Date, on: Date) -> String {
    let full = taal.korte_dag(date);
    if date.year() != on.year() {
        return full;
    }
    full.rsplit_once(' ').map_or(full.clone(), |(start, _)| start.to_owned())
}
