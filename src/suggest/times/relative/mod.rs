//! Times that are counted from the day on which the article came out: `gestern`, `on Tuesday`, `last month`, `vor zwei Jahren`.

mod ago;
mod day_words;
mod parts_of_day;
mod turned;
mod weekdays;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::date::Date;
use super::scope::{Read, Scope};
pub(super) use turned::of_this;
pub(super) use weekdays::{bare_weekday, day_after, day_before, days_of_opening, weekday_at};

/// The time that begins here, if it is counted from another day.
pub(super) fn read(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    day_words::day_word(scope, place)
        .or_else(|| turned::turned(scope, place))
        .or_else(|| weekdays::weekday(scope, place))
        .or_else(|| turned::edge(scope, place))
        .or_else(|| ago::ago(scope, place))
}

fn published_plus(scope: &Scope<'_, '_>, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    let published = scope.published?;
    if days < 0 { published.checked_sub_days(count) } else { published.checked_add_days(count) }
}

fn month_away(scope: &Scope<'_, '_>, months: i32) -> Option<Date> {
    let first = scope.published?.with_day(1)?;
    let count = Months::new(months.unsigned_abs());
    let day = if months < 0 { first.checked_sub_months(count) } else { first.checked_add_months(count) };
    day.map(Date::of_month)
}
