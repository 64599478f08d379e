//! What a time is read in: the words around it, and the day on which the article came out.

use chrono::NaiveDate;

use super::date::Date;
use crate::suggest::Basis;
use crate::suggest::words::Words;

/// The words of a stretch, and what they are counted from.
pub(super) struct Scope<'w, 'a> {
    pub(super) words: &'w Words<'a>,
    /// The day of publication, if it is one day.
    pub(super) published: Option<NaiveDate>,
    /// Which of the words stand in quotation marks.
    pub(super) quoted: Vec<bool>,
    /// Whether something that happens once is dated: then "by 2026" is one moment before its end, not all the time until then.
    pub(super) is_of_event: bool,
}

/// Words for a time, as far as they alone say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Read {
    /// The place after them.
    pub(super) end: usize,
    /// The date; none of a season, a week, or vague words.
    pub(super) date: Option<Date>,
    pub(super) basis: Basis,
    /// Whether the date is only about right: "two years ago".
    pub(super) is_about: bool,
}

impl Read {
    /// A date that the words give by themselves, be it without its year.
    pub(super) fn date(end: usize, date: Date) -> Self {
        Self { end, date: Some(date), basis: Basis::Words, is_about: false }
    }

    /// A time without a date.
    pub(super) fn vague(end: usize) -> Self {
        Self { end, date: None, basis: Basis::Words, is_about: false }
    }

    /// The same, but only about right.
    pub(super) fn about(self) -> Self {
        Self { is_about: true, ..self }
    }

    /// A date that is counted from the day of publication; none where that is not known.
    pub(super) fn counted(end: usize, date: Option<Date>) -> Self {
        Self { end, date, basis: Basis::Published, is_about: false }
    }
}
