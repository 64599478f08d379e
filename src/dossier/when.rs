//! Dates as authors know them: EDTF (ISO 8601-2), wrapped so that nothing else depends on the crate that parses it.

use chrono::NaiveDate;

/// How finely a date is given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Precision {
    /// One day.
    Day,
    /// A calendar month.
    Month,
    /// Three months (`2025-33` to `2025-36`).
    Quarter,
    /// Six months (`2025-40`, `2025-41`).
    HalfYear,
    /// A calendar year.
    Year,
    /// Anything else that has bounds, or none.
    Other,
}

/// What the bounds of a date mean.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Shape {
    /// Once, somewhere within the bounds (or filling them, for a period's figure).
    Within,
    /// From the first bound to the last (`2024-01/2024-06`).
    Interval,
    /// One unknown day, not before the first bound (`[2025-11-27..]`).
    NotBefore,
    /// One unknown day, not after the last bound (`[..2025-11-27]`).
    NotAfter,
}

/// A date in EDTF, with the bounds it stands for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct When {
    pub(crate) text: Box<str>,
    pub(crate) first: Option<NaiveDate>,
    pub(crate) last: Option<NaiveDate>,
    pub(crate) precision: Precision,
    pub(crate) shape: Shape,
    pub(crate) approximate: bool,
    pub(crate) uncertain: bool,
}

impl When {
    /// The date as written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The first day it can be; none where that is open.
    pub fn first(&self) -> Option<NaiveDate> {
        self.first
    }

    /// The last day it can be; none where that is open.
    pub fn last(&self) -> Option<NaiveDate> {
        self.last
    }

    /// How finely it is given.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// What the bounds mean.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Marked `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Marked `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }
}
