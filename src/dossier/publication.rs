//! Before or after the article: what it could know and what it could not. Decided in one place, so that all panels
//! agree.

use chrono::NaiveDate;

use super::{DateShape, Dossier, When};

impl Dossier {
    /// The first and last day on which the article can have been published. If only the earliest day is known, that
    /// day counts, and is shown as "or later".
    pub fn article_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let published = self.article.published.as_ref()?;
        Some((published.first().or(published.last())?, published.last().or(published.first())?))
    }

    /// Whether something happened, or began, after the day of the article. `None` if that cannot be decided: one of
    /// the two has no date, or they overlap (a month for the one, a day in it for the other).
    pub fn is_after_article(&self, when: &When) -> Option<bool> {
        is_after(when, self.article_days()?)
    }

    /// Whether something came after the article or may have. Something undated does not count.
    pub fn may_be_after_article(&self, when: &When) -> bool {
        self.is_after_article(when).unwrap_or(self.article_days().is_some() && when.is_dated())
    }
}

fn is_after(when: &When, (first, last): (NaiveDate, NaiveDate)) -> Option<bool> {
    // Something ongoing counts from its beginning, however long it lasts.
    let start = when.ends().filter(|_| when.shape() == DateShape::Interval).and_then(|(start, _)| start);
    if let Some(is_after) = start.and_then(|start| is_after(start, (first, last))) {
        return Some(is_after);
    }
    if when.first().is_some_and(|day| day > last) {
        Some(true)
    } else if when.last().is_some_and(|day| day <= first) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::is_after;
    use crate::dossier::When;

    fn after(when: &str, published: &str) -> Option<bool> {
        let published = When::parse(published).unwrap();
        let first = published.first().or(published.last()).unwrap();
        let last = published.last().or(published.first()).unwrap();
        is_after(&When::parse(when).unwrap(), (first, last))
    }

    #[test]
    fn what_cannot_be_told_is_not_told() {
        let day = "[2025-11-27..]";
        for before in ["2025-11-27", "2025-10", "2024", "[..2025-11-01]", "2025-10~/2025-11~", "2025-10/.."] {
            assert_eq!(after(before, day), Some(false), "{before}");
        }
        for later in ["2025-11-28", "2025-12", "[2025-11-28..]", "2026/2027", "2026/.."] {
            assert_eq!(after(later, day), Some(true), "{later}");
        }
        for either in
            ["2025-11", "/2025", "2025", "XXXX", "[..2026-03-10]", "[2025-11-27..]", "202X", "2025-11/2026"]
        {
            assert_eq!(after(either, day), None, "{either}");
        }
    }

    #[test]
    fn an_article_of_some_day_in_a_month_is_not_of_the_first() {
        assert_eq!(after("2025-11-15", "2025-11"), None);
        assert_eq!(after("2025-12-01", "2025-11"), Some(true));
        assert_eq!(after("2025-10-31", "2025-11"), Some(false));
        assert_eq!(after("2025-12-01", "[..2025-11]"), Some(true));
    }
}
