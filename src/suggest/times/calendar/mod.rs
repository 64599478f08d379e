//! Dates that the words give by themselves: days, months, quarters, years, decades, centuries; and seasons and weeks, which are no
//! dates.

mod days;
mod seasons;
mod shares;
mod spans;
mod years;

use super::scope::{Read, Scope};
pub(super) use years::{bare_year, years_joined};

/// The time that begins here and needs no other day to be understood.
pub(super) fn read(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    days::in_figures(scope, place)
        .or_else(|| days::day_and_month(scope, place))
        .or_else(|| days::month_first(scope, place))
        .or_else(|| days::listed_day(scope, place))
        .or_else(|| shares::share(scope, place))
        .or_else(|| spans::decade(scope, place))
        .or_else(|| spans::century(scope, place))
        .or_else(|| seasons::season(scope, place))
        .or_else(|| seasons::week(scope, place))
        .or_else(|| bare_year(scope, place))
}
