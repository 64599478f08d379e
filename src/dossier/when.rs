//! Dates as authors know them: EDTF (ISO 8601-2), wrapped so that nothing else depends on the parsing crate.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use edtf_core::{
    Bound, BoundDate, Date, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, YearKind,
};

/// The precision of a date.
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
pub enum DateShape {
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
    pub(crate) shape: DateShape,
    pub(crate) approximate: bool,
    pub(crate) uncertain: bool,
    unreadable: bool,
    ends: Option<Box<Ends>>,
}

/// The dates a range is written with, each as precise and as certain as it is given; `None` where that side is open.
type Ends = (Option<When>, Option<When>);

/// Why a text is not a date that we accept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{reason}")]
pub struct WhenError {
    /// The reason, for people.
    pub reason: &'static str,
    /// The byte of the text where it stops being a date, where that is known.
    pub offset: Option<usize>,
}

impl WhenError {
    fn because(reason: &'static str) -> Self {
        Self { reason, offset: None }
    }
}

impl When {
    /// Reads a date in EDTF, levels 0 to 2, except what is ambiguous or has no place on a time axis.
    ///
    /// A date whose year is wholly unknown (`XXXX`) has no bounds. The precision of an interval is that of its ends,
    /// if they agree.
    ///
    /// # Errors
    ///
    /// Fails if the text is not EDTF, if it ends before it begins, or if it is one of these: a season (it depends on the
    /// hemisphere), a third of a year, a part of an unknown year, a time of day, a set of dates that all apply, a year with
    /// significant digits, or a year more than 262,000 years before or after year 0.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        match plain_day(text) {
            Some(day) => Ok(Self::on(day, text)),
            None => Self::parse_any(text),
        }
    }

    /// A date of one day, as nearly all are: worth a way of its own, since the whole standard takes twenty times as long.
    fn on(day: NaiveDate, text: &str) -> Self {
        Self {
            text: text.into(),
            first: Some(day),
            last: Some(day),
            precision: Precision::Day,
            shape: DateShape::Within,
            approximate: false,
            uncertain: false,
            unreadable: false,
            ends: None,
        }
    }

    fn parse_any(text: &str) -> Result<Self, WhenError> {
        let parsed =
            Edtf::parse(text).map_err(|e| WhenError { reason: e.message, offset: Some(e.offset) })?;
        Self::of(&parsed, text)
    }

    fn of(parsed: &Edtf, text: &str) -> Result<Self, WhenError> {
        let (shape, precision, dated) = match parsed {
            Edtf::Date(date) => (DateShape::Within, precision(date)?, !is_undated(date)),
            Edtf::DateTime(_) => {
                return Err(WhenError::because("a time of day is finer than we go; write the day"));
            }
            Edtf::Interval(interval) => (DateShape::Interval, interval_precision(interval)?, true),
            Edtf::Set(set) => set_meaning(set)?,
        };
        let ends = ends(parsed)?;
        let bounds = parsed.bounds();
        let (first, last) = match (shape, &ends) {
            // By its ends, so that one whose year is wholly unknown is open and not the year 0.
            (DateShape::Interval, Some((start, end))) => {
                (start.as_ref().and_then(Self::first), end.as_ref().and_then(Self::last))
            }
            _ if dated => (day(bounds.earliest), day(bounds.latest)),
            _ => (None, None),
        };
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            return Err(WhenError::because("it ends before it begins; write the earlier date first"));
        }
        Ok(Self {
            text: text.into(),
            first,
            last,
            precision,
            shape,
            approximate: parsed.is_approximate(),
            uncertain: parsed.is_uncertain(),
            unreadable: false,
            ends: ends.map(Box::new),
        })
    }

    /// Text in place of a date that is not one: it can be shown, but has no place in time.
    pub(crate) fn unreadable(text: &str) -> Self {
        Self {
            text: text.into(),
            first: None,
            last: None,
            precision: Precision::Other,
            shape: DateShape::Within,
            approximate: false,
            uncertain: true,
            unreadable: true,
            ends: None,
        }
    }

    /// Whether what is written is not a date.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.unreadable
    }

    /// The date as written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The first possible day; `None` if that is open.
    pub fn first(&self) -> Option<NaiveDate> {
        self.first
    }

    /// The last possible day; `None` if that is open.
    pub fn last(&self) -> Option<NaiveDate> {
        self.last
    }

    /// Its precision.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// What the bounds mean.
    pub fn shape(&self) -> DateShape {
        self.shape
    }

    /// The two ends of an interval, or the one date that is not passed (`[2025-11..]`: the first, `[..2025-11]`: the
    /// last), each as it is written: a bound is a day, an end is as fine and as sure as the author knew it. None for
    /// all that is written as one date, and for several dates of which one is meant.
    pub fn ends(&self) -> Option<(Option<&When>, Option<&When>)> {
        self.ends.as_deref().map(|(start, end)| (start.as_ref(), end.as_ref()))
    }

    /// The dates of which one is meant (`[2025-01,2025-03]`), each as it is written; of two with all between them an interval.
    /// Empty for all that is written as one date.
    pub fn choices(&self) -> Vec<When> {
        // Rarely written, and only asked for to be shown: so it is read again then, and not kept with every date.
        let parsed = if self.text.starts_with('[') { Edtf::parse(&self.text).ok() } else { None };
        let Some(Edtf::Set(Set { kind: SetKind::OneMember, elements })) = parsed else { return Vec::new() };
        let is_one = matches!(elements[..], [SetElement::OnOrBefore(_) | SetElement::OnOrAfter(_)]);
        let element = |element: SetElement| {
            let choice = match element {
                SetElement::Date(date) => Edtf::Date(date),
                SetElement::Range(from, to) => Edtf::Interval(Interval {
                    start: IntervalEndpoint::Date(from),
                    end: IntervalEndpoint::Date(to),
                }),
                bound => Edtf::Set(Set { kind: SetKind::OneMember, elements: vec![bound] }),
            };
            Self::of(&choice, &choice.to_string()).ok()
        };
        let choices: Option<Vec<When>> = elements.into_iter().map(element).collect();
        choices.filter(|_| !is_one).unwrap_or_default()
    }

    /// The calendar year it is given in; for a range that of its beginning, or of its end where only that is given.
    /// None where the year is not known (`202X`).
    pub fn year(&self) -> Option<i32> {
        if let Some((start, end)) = self.ends() {
            return start.or(end)?.year();
        }
        let (first, last) = (self.first?.year(), self.last?.year());
        (first == last).then_some(first)
    }

    /// The days it fills or lies within, where the author knows them; none where an end is open, where the year is only
    /// one of several (`202X`), and for one of several dates.
    pub fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        let is_known = |date: &When| date.shape == DateShape::Within && date.precision != Precision::Other;
        let is_period = match (self.shape, self.ends()) {
            (DateShape::Interval, Some((Some(start), Some(end)))) => is_known(start) && is_known(end),
            _ => is_known(self),
        };
        self.first.zip(self.last).filter(|_| is_period)
    }

    /// Whether it ends on an unknown day (`2025/`), as opposed to going on (`2025/..`).
    pub fn has_unknown_end(&self) -> bool {
        self.shape == DateShape::Interval && self.text.ends_with('/')
    }

    /// Whether it has a place in time at all.
    pub fn is_dated(&self) -> bool {
        self.first.is_some() || self.last.is_some()
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

fn day(bound: Bound) -> Option<NaiveDate> {
    let Bound::Date(BoundDate { year, month, day }) = bound else { return None };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month.into(), day.into())
}

/// What a range is written with, where it is one range.
fn ends(parsed: &Edtf) -> Result<Option<Ends>, WhenError> {
    let bound = |element| {
        let set = Edtf::Set(Set { kind: SetKind::OneMember, elements: vec![element] });
        When::of(&set, &set.to_string())
    };
    let date = |date: Date| {
        let date = Edtf::Date(date);
        When::of(&date, &date.to_string())
    };
    let end = |end: &IntervalEndpoint| match *end {
        IntervalEndpoint::Date(day) => date(day).map(Some),
        IntervalEndpoint::OnOrBefore(day) => bound(SetElement::OnOrBefore(day)).map(Some),
        IntervalEndpoint::OnOrAfter(day) => bound(SetElement::OnOrAfter(day)).map(Some),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Ok(None),
    };
    Ok(match parsed {
        Edtf::Interval(interval) => Some((end(&interval.start)?, end(&interval.end)?)),
        Edtf::Set(set) => match *set.elements.as_slice() {
            [SetElement::OnOrAfter(day)] => Some((Some(date(day)?), None)),
            [SetElement::OnOrBefore(day)] => Some((None, Some(date(day)?))),
            _ => None,
        },
        Edtf::Date(_) | Edtf::DateTime(_) => None,
    })
}

fn is_undated(date: &Date) -> bool {
    matches!(date.year.kind, YearKind::Standard { digits, .. } if digits.iter().all(Option::is_none))
}

fn precision(date: &Date) -> Result<Precision, WhenError> {
    let whole_year = !date.year.has_unspecified();
    let month = date.month.map(|month| (month.value(), month.has_unspecified()));
    if date.year.significant_digits.is_some() {
        return Err(WhenError::because(
            "significant digits do not say which years are meant; write the century (19XX), the decade (195X) or \
             about which year (1950~)",
        ));
    }
    if is_too_far(date) {
        return Err(WhenError::because(
            "a year more than 262,000 years away has no place on a time axis; put it in the text instead",
        ));
    }
    let found = match month {
        Some((Some(21..=32), _)) => {
            return Err(WhenError::because(
                "a season guesses a hemisphere; write the quarter (2025-33 to 2025-36), the half-year (2025-40, \
                 2025-41) or the months",
            ));
        }
        Some((Some(37..=39), _)) => {
            return Err(WhenError::because(
                "a third of a year is not read; write the quarter (2025-33 to 2025-36), the half-year (2025-40, \
                 2025-41) or the months (2025-01/2025-04)",
            ));
        }
        Some((Some(33..=41), _)) if !whole_year => {
            return Err(WhenError::because(
                "a part of an unknown year has no one place on a time axis; write the years (202X)",
            ));
        }
        _ if !whole_year => Precision::Other,
        None => Precision::Year,
        Some((Some(33..=36), _)) => Precision::Quarter,
        Some((Some(40 | 41), _)) => Precision::HalfYear,
        Some((Some(1..=12), _)) => match date.day {
            Some(day) if !day.has_unspecified() => Precision::Day,
            _ => Precision::Month,
        },
        // The month is unknown, and so is the day unless someone knows the day alone.
        Some((None, true)) if date.day.is_none_or(|day| day.value().is_none()) => Precision::Year,
        Some(_) => Precision::Other,
    };
    Ok(found)
}

/// Whether the calendar does not reach as far as this year. That is so only for those written with a `Y`.
fn is_too_far(date: &Date) -> bool {
    let is_standard = matches!(date.year.kind, YearKind::Standard { .. });
    !is_standard && day(Edtf::Date(*date).bounds().earliest).is_none()
}

fn interval_precision(interval: &Interval) -> Result<Precision, WhenError> {
    let end = |end: &IntervalEndpoint| match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => precision(date).map(Some),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Ok(None),
    };
    Ok(match (end(&interval.start)?, end(&interval.end)?) {
        (Some(a), Some(b)) if a == b => a,
        (Some(only), None) | (None, Some(only)) => only,
        _ => Precision::Other,
    })
}

/// What a set means, how finely it is given, and whether its bounds may be used.
fn set_meaning(set: &Set) -> Result<(DateShape, Precision, bool), WhenError> {
    if set.kind == SetKind::AllMembers {
        return Err(WhenError::because(
            "several dates that all apply are several things; write one for each, or [..] for one unknown date",
        ));
    }
    let mut dated = true;
    for element in &set.elements {
        match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                precision(date)?;
                dated &= !is_undated(date);
            }
            SetElement::Range(from, to) => {
                precision(from)?;
                precision(to)?;
            }
        }
    }
    let single = match set.elements.as_slice() {
        [SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date)] => {
            precision(date)?
        }
        _ => Precision::Other,
    };
    let before = set.elements.iter().any(|element| matches!(element, SetElement::OnOrBefore(_)));
    let after = set.elements.iter().any(|element| matches!(element, SetElement::OnOrAfter(_)));
    let shape = match (before, after) {
        (false, true) => DateShape::NotBefore,
        (true, false) => DateShape::NotAfter,
        _ => DateShape::Within,
    };
    Ok((shape, single, dated))
}

/// The day that `2025-11-27` is; none for anything that is written in another way.
fn plain_day(text: &str) -> Option<NaiveDate> {
    let number = |range: Range<usize>| {
        let digits = text.as_bytes().get(range)?;
        let digit =
            |number: u16, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + u16::from(byte - b'0'));
        digits.iter().try_fold(0, digit)
    };
    let is_plain = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    let (year, month, day) = is_plain.then(|| (number(0..4), number(5..7), number(8..10)))?;
    NaiveDate::from_ymd_opt(year?.into(), month?.into(), day?.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn when(text: &str) -> When {
        When::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    fn bounds(text: &str) -> (String, String) {
        let when = when(text);
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        (day(when.first()), day(when.last()))
    }

    fn pair(first: &str, last: &str) -> (String, String) {
        (first.to_owned(), last.to_owned())
    }

    #[test]
    fn bounds_are_calendar_days() {
        assert_eq!(bounds("2025-04-09"), pair("2025-04-09", "2025-04-09"));
        assert_eq!(bounds("2024-02"), pair("2024-02-01", "2024-02-29"));
        assert_eq!(bounds("2025"), pair("2025-01-01", "2025-12-31"));
        assert_eq!(bounds("2024-41"), pair("2024-07-01", "2024-12-31"));
        assert_eq!(bounds("2024-40"), pair("2024-01-01", "2024-06-30"));
        assert_eq!(bounds("2025-33"), pair("2025-01-01", "2025-03-31"));
        assert_eq!(bounds("2025-36"), pair("2025-10-01", "2025-12-31"));
        assert_eq!(bounds("202X"), pair("2020-01-01", "2029-12-31"));
    }

    #[test]
    fn a_wholly_unknown_year_has_no_bounds() {
        assert_eq!(bounds("XXXX"), pair("-", "-"));
        assert_eq!(bounds("XXXX-12-25"), pair("-", "-"));
    }

    #[test]
    fn one_unknown_day_is_not_a_running_interval() {
        assert_eq!(when("[2025-11-27..]").shape(), DateShape::NotBefore);
        assert_eq!(when("[2025-11-27..]").precision(), Precision::Day);
        assert_eq!(bounds("[2025-11-27..]"), pair("2025-11-27", "-"));
        assert_eq!(when("[..2025-11]").shape(), DateShape::NotAfter);
        assert_eq!(bounds("[..2025-11]"), pair("-", "2025-11-30"));
        assert_eq!(when("2025-11-27/..").shape(), DateShape::Interval);
        assert_eq!(bounds("2025-11-27/.."), pair("2025-11-27", "-"));
        assert_eq!(bounds("/2025-11"), pair("-", "2025-11-30"));
        assert_eq!(bounds("2024-01/2024-06"), pair("2024-01-01", "2024-06-30"));
        assert_eq!(when("2024-01/2024-06").precision(), Precision::Month);
        assert_eq!(when("2024-01/2024-06-03").precision(), Precision::Other);
    }

    #[test]
    fn the_ends_of_a_range_are_as_fine_and_as_sure_as_they_are_written() {
        let range = when("2025-10~/2025-11-03?");
        let (Some(start), Some(end)) = range.ends().unwrap() else { panic!("two ends") };
        assert_eq!((start.text(), start.precision()), ("2025-10~", Precision::Month));
        assert!(start.is_approximate() && !start.is_uncertain());
        assert_eq!((end.text(), end.precision()), ("2025-11-03?", Precision::Day));
        assert!(end.is_uncertain() && !end.is_approximate());
        assert_eq!(when("2025-11-27/..").ends(), Some((Some(&when("2025-11-27")), None)));
        assert_eq!(when("[2025-11..]").ends(), Some((Some(&when("2025-11")), None)));
        assert_eq!(when("[..2025-11]").ends(), Some((None, Some(&when("2025-11")))));
        assert_eq!(when("..2025-01/2026").ends(), Some((Some(&when("[..2025-01]")), Some(&when("2026")))));
        for one in ["2025", "202X", "[2025-01,2025-03]", "[2025-11-27..2025-12-03]"] {
            assert_eq!(when(one).ends(), None, "{one}");
        }
    }

    #[test]
    fn a_range_with_a_wholly_unknown_end_is_open_there() {
        assert_eq!(bounds("XXXX/2025"), pair("-", "2025-12-31"));
        assert_eq!(bounds("2025/XXXX"), pair("2025-01-01", "-"));
    }

    #[test]
    fn a_year_is_told_where_it_is_known() {
        let known =
            ["2025", "2025~", "2025-41", "2025-33", "[2025-11..]", "[..2025-11]", "2025-11/2026", "/2025"];
        for text in known {
            assert_eq!(when(text).year(), Some(2025), "{text}");
        }
        for text in
            ["202X", "20XX", "XXXX", "XXXX-12-25", "[202X..]", "202X/2030", "[2025..2026]", "XXXX/2025"]
        {
            assert_eq!(when(text).year(), None, "{text}");
        }
        assert_eq!(When::unreadable("2025").year(), None);
    }

    #[test]
    fn precision_is_that_of_what_is_known() {
        let expected = [
            ("2025-04-09", Precision::Day),
            ("2025-04", Precision::Month),
            ("2025-04-XX", Precision::Month),
            ("2025", Precision::Year),
            ("2025-XX", Precision::Year),
            ("2025-33", Precision::Quarter),
            ("2025-41", Precision::HalfYear),
            ("202X", Precision::Other),
            ("2025-1X", Precision::Year),
            ("Y-12000", Precision::Year),
            ("Y2E4", Precision::Year),
        ];
        for (text, precision) in expected {
            assert_eq!(when(text).precision(), precision, "{text}");
        }
    }

    #[test]
    fn long_years_are_years_like_any_other() {
        assert_eq!(bounds("Y-12000"), pair("-12000-01-01", "-12000-12-31"));
        assert_eq!(bounds("Y12000"), pair("+12000-01-01", "+12000-12-31"));
        assert_eq!((when("Y-12000").year(), when("Y2E4").year()), (Some(-12000), Some(20000)));
    }

    #[test]
    fn a_period_is_known_only_where_its_days_are() {
        for known in
            ["2025-04-09", "2025-04", "2025-04-XX", "2025", "2025~", "2025-41", "2024-01/2024-06", "Y-12000"]
        {
            assert_eq!(when(known).period(), when(known).first().zip(when(known).last()), "{known}");
            assert!(when(known).period().is_some(), "{known}");
        }
        for open in [
            "202X",
            "XXXX",
            "2025/..",
            "../2025",
            "2025/",
            "/2025",
            "[2025..]",
            "[..2025]",
            "202X/2030",
            "2020/202X",
            "[2025-01,2025-03]",
            "[2025-11-27..2025-12-03]",
            "..2024/2025",
            "2024/2025..",
        ] {
            assert_eq!(when(open).period(), None, "{open}");
        }
        assert_eq!(When::unreadable("2025").period(), None);
    }

    #[test]
    fn an_unknown_end_is_not_an_open_one() {
        assert!(when("2025/").has_unknown_end() && !when("2025/..").has_unknown_end());
        assert!(!when("/2025").has_unknown_end() && !when("2025").has_unknown_end());
    }

    #[test]
    fn marks_are_kept() {
        assert!(when("2025~").is_approximate() && !when("2025~").is_uncertain());
        assert!(when("2025-03?").is_uncertain() && !when("2025-03?").is_approximate());
        assert!(when("2025%").is_uncertain() && when("2025%").is_approximate());
        assert!(!when("2025").is_uncertain() && !when("2025").is_approximate());
        assert_eq!(when("2025~").text(), "2025~");
    }

    #[test]
    fn what_has_no_one_meaning_is_refused_with_its_reason() {
        for season in ["2025-21", "2025-24", "2025-32", "2025-21/2025-23", "[2025-21..]"] {
            assert!(When::parse(season).is_err_and(|e| e.reason.contains("hemisphere")), "{season}");
        }
        for third in ["2025-37", "2025-38", "2025-39~", "2025-37/2025-38", "[2025-39..]"] {
            assert!(When::parse(third).is_err_and(|e| e.reason.contains("third of a year")), "{third}");
        }
        for part in ["202X-33", "20XX-40", "[202X-36..]"] {
            assert!(When::parse(part).is_err_and(|e| e.reason.contains("unknown year")), "{part}");
        }
        for rounded in ["1950S2", "Y171010000S3", "Y3388E2S3", "1950S2/1960"] {
            assert!(When::parse(rounded).is_err_and(|e| e.reason.contains("significant")), "{rounded}");
        }
        for far in
            ["Y17E7", "Y-17E7", "Y9223372036854775807", "Y262143", "Y-262144", "[..Y-17E7]", "Y-17E7/2025"]
        {
            assert!(When::parse(far).is_err_and(|e| e.reason.contains("262,000 years")), "{far}");
        }
        assert!(When::parse("{2024,2025}").is_err());
        assert!(When::parse("2025-04-09T10:00:00Z").is_err());
        assert!(When::parse("2025/2024").is_err());
        assert_eq!(When::parse("2025-13").unwrap_err().offset, Some(5));
        assert!(When::parse("November 2025").is_err());
        assert!(When::parse("").is_err());
    }

    proptest! {
        #[test]
        fn a_plain_day_is_read_as_the_standard_reads_it(text in "[0-9]{2}[0-9]{2}-[01][0-9]-[0-3][0-9]") {
            prop_assert_eq!(When::parse(&text), When::parse_any(&text));
        }

        #[test]
        fn nothing_panics_and_bounds_are_in_order(text in "[0-9XYES~?%{}\\[\\]./,T:Z+-]{0,24}") {
            if let Ok(when) = When::parse(&text)
                && let (Some(first), Some(last)) = (when.first(), when.last())
            {
                prop_assert!(first <= last);
            }
        }

        #[test]
        fn plain_dates_near_the_edges_do_not_panic(
            text in "(-?[0-9X]{4}|Y-?[0-9]{5,12}(E[0-9])?)(S[0-9])?(-[0-9X]{2}){0,2}[~?%]?"
        ) {
            let _ = When::parse(&text);
        }
    }
}
