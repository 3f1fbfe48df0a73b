//! Dates as people write them.

use base::Date;
use base::dates::short_nl;

/// `di 3 mrt`, with the year where it is another than that of `on`.
pub fn short_date(date: Date, on: Date) -> String {
    let full = short_nl(date);
    if date.year() != on.year() {
        return full;
    }
    full.rsplit_once(' ').map_or(full.clone(), |(start, _)| start.to_owned())
}
