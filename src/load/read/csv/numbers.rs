//! Numbers as spreadsheets write them. A text is read only where it can be one number and no other: `43,5` says which mark
//! its decimals have, `1.234` does not, and then the other values of the column decide, or it is not read.

use foldhash::HashMap;

/// So many digits that count are always kept; of more a computer's numbers may lose the last.
pub(super) const DIGITS: usize = 15;

/// The mark before the decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Point,
    Comma,
}

/// What stands between two runs of digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Between {
    Point,
    Comma,
    Apostrophe,
    Blank,
}

impl Between {
    fn of(c: char) -> Option<Self> {
        match c {
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            '\'' | '’' => Some(Self::Apostrophe),
            // The blank, and those that do not break: in full width, narrow and thin.
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => Some(Self::Blank),
            _ => None,
        }
    }
}

impl From<Mark> for Between {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Point => Self::Point,
            Mark::Comma => Self::Comma,
        }
    }
}

/// A number as it is written: runs of digits and what stands between them.
struct Written<'t> {
    is_negative: bool,
    runs: Vec<&'t str>,
    between: Vec<Between>,
}

impl<'t> Written<'t> {
    /// Nothing of what is no number, whatever its marks mean.
    fn of(text: &'t str) -> Option<Self> {
        let number = text.strip_prefix('-').unwrap_or(text);
        let (mut runs, mut between, mut from) = (Vec::new(), Vec::new(), 0);
        for (at, c) in number.char_indices().filter(|(_, c)| !c.is_ascii_digit()) {
            runs.push(&number[from..at]);
            between.push(Between::of(c)?);
            from = at + c.len_utf8();
        }
        runs.push(&number[from..]);
        let is_whole = runs.iter().all(|run| !run.is_empty());
        is_whole.then_some(Self { is_negative: number.len() < text.len(), runs, between })
    }

    /// The number if its decimals have this mark: digits, a decimal point and more digits, or none.
    fn under(&self, mark: Mark) -> Option<String> {
        let has_decimals = self.between.last() == Some(&mark.into());
        let groups = self.between.len() - usize::from(has_decimals);
        let thousands = &self.between[..groups];
        let first = thousands.first();
        if thousands.iter().any(|one| Some(one) != first) || first == Some(&mark.into()) {
            return None;
        }
        let whole = &self.runs[..=groups];
        if groups > 0 {
            let is_grouped = whole[0].len() <= 3
                && !whole[0].starts_with('0')
                && whole[1..].iter().all(|group| group.len() == 3);
            if !is_grouped {
                return None;
            }
        }
        let mut number = if self.is_negative { "-".to_owned() } else { String::new() };
        number.extend(whole.iter().copied());
        if has_decimals {
            number.push('.');
            number.push_str(self.runs[groups + 1]);
        }
        Some(number)
    }
}

/// What a text can be, as numbers with a decimal point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Reading {
    /// No number.
    None,
    /// The same under both marks.
    Sure(String),
    /// Only with this mark is it a number.
    Proves(Mark, String),
    /// One number with a decimal point, another with a decimal comma.
    Either { point: String, comma: String },
}

/// What a text can be.
pub(super) fn read(text: &str) -> Reading {
    let Some(written) = Written::of(text) else { return Reading::None };
    match (written.under(Mark::Point), written.under(Mark::Comma)) {
        (None, None) => Reading::None,
        (Some(point), None) => Reading::Proves(Mark::Point, point),
        (None, Some(comma)) => Reading::Proves(Mark::Comma, comma),
        (Some(point), Some(comma)) if point == comma => Reading::Sure(point),
        (Some(point), Some(comma)) => Reading::Either { point, comma },
    }
}

/// Whether these are digits with a decimal point and more of them, or without, after a minus or not.
pub(super) fn is_plain(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(fraction)
}

/// What keeps a number with a decimal point from being one of the computer's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Loss {
    /// It has more than [`DIGITS`] digits that count, and the last would be others.
    Digits,
    /// It is too large, or too near to zero.
    Size,
}

/// The value of a number with a decimal point, if it is that very number when it is written again.
pub(super) fn value(number: &str) -> Result<f64, Loss> {
    let is_zero = number.bytes().all(|byte| !matches!(byte, b'1'..=b'9'));
    let is_kept = |value: &f64| value.is_finite() && (is_zero || *value != 0.0);
    let value = number.parse::<f64>().ok().filter(is_kept).ok_or(Loss::Size)?;
    if is_zero || bare(number) == bare(&value.to_string()) { Ok(value) } else { Err(Loss::Digits) }
}

/// A number without the zeros at its ends that say nothing.
fn bare(number: &str) -> (bool, &str, &str) {
    let (is_negative, number) = number.strip_prefix('-').map_or((false, number), |rest| (true, rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    (is_negative, whole.trim_start_matches('0'), fraction.trim_end_matches('0'))
}

/// The same number, written so that it is one whatever its mark means: `1.234` as `1.2340`, `386.200` as `386.2`.
pub(super) fn unmistakable(number: &str) -> String {
    match read(number) {
        Reading::Either { .. } => {
            let short = number.trim_end_matches('0').trim_end_matches('.');
            if matches!(read(short), Reading::Either { .. }) { format!("{short}0") } else { short.to_owned() }
        }
        _ => number.to_owned(),
    }
}

/// The number with its decimal point so many places further to the right, or to the left; exact, for only digits move.
pub(super) fn shifted(number: &str, places: i32) -> Option<String> {
    const FARTHEST: i32 = 30;
    if places.abs() > FARTHEST {
        return None;
    }
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let point = i32::try_from(whole.len()).ok()? + places;
    let mut digits = format!("{whole}{fraction}");
    let point = if let Ok(point) = usize::try_from(point) {
        point
    } else {
        digits.insert_str(0, &"0".repeat(usize::try_from(-point).ok()?));
        0
    };
    while digits.len() < point {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at(point);
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

/// What the values of the column say of its decimals.
#[derive(Default)]
pub(super) struct Column {
    /// The first row with a value that has a decimal point, and that has a decimal comma, by its place in the text.
    proofs: [Option<usize>; 2],
    /// Whether one of them has a second mark beside it, so that both are known.
    has_both: [bool; 2],
    /// The series with a value whose only mark it is, and whether three digits follow it in one.
    alone: [HashMap<String, bool>; 2],
}

/// What the marks in a column mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Convention {
    /// All values that prove something prove this.
    Known(Mark),
    /// None proves anything.
    Open,
    /// The row with the first proof of either, the earlier first, and the mark of that one.
    Mixed(usize, usize, Mark),
}

impl Column {
    /// Takes a value of a row into account. `series` is the one it belongs to, if its values have one unit.
    pub(super) fn meet(&mut self, text: &str, row: usize, series: Option<&str>) {
        let Reading::Proves(mark, _) = read(text) else { return };
        self.proofs[mark as usize].get_or_insert(row);
        let Some(written) = Written::of(text) else { return };
        if written.between.len() > 1 {
            self.has_both[mark as usize] = true;
        } else if let Some(series) = series {
            let has_three = written.runs.last().is_some_and(|run| run.len() == 3);
            *self.alone[mark as usize].entry(series.to_owned()).or_default() |= has_three;
        }
    }

    pub(super) fn convention(&self) -> Convention {
        match self.proofs {
            [None, None] => Convention::Open,
            [Some(_), None] => Convention::Known(Mark::Point),
            [None, Some(_)] => Convention::Known(Mark::Comma),
            [Some(point), Some(comma)] if point < comma => Convention::Mixed(point, comma, Mark::Point),
            [Some(point), Some(comma)] => Convention::Mixed(comma, point, Mark::Comma),
        }
    }

    /// Whether a value with three digits after its only mark is settled where decimals have this mark. With the other mark
    /// it parts thousands. With this one it has decimals only where a value with both marks says so, or one of its own
    /// series, in the same form: `386.200` passengers are no 386.2 because a sum elsewhere is written `3.1`, and who writes
    /// `3.1` does not write zeros after decimals.
    pub(super) fn settles(&self, text: &str, mark: Mark, series: Option<&str>) -> bool {
        let own = Written::of(text).and_then(|written| written.between.first().copied());
        if own != Some(mark.into()) || self.has_both[mark as usize] {
            return true;
        }
        let beside = series.and_then(|series| self.alone[mark as usize].get(series));
        beside.is_some_and(|has_three| *has_three || !text.ends_with('0'))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_where_it_can_be_no_other() {
        for (text, expected) in [
            ("43", Reading::Sure("43".into())),
            ("-7", Reading::Sure("-7".into())),
            ("007", Reading::Sure("007".into())),
            ("1'234", Reading::Sure("1234".into())),
            ("1\u{202f}234\u{202f}567", Reading::Sure("1234567".into())),
            ("43,5", Reading::Proves(Mark::Comma, "43.5".into())),
            ("43.5", Reading::Proves(Mark::Point, "43.5".into())),
            ("0.123", Reading::Proves(Mark::Point, "0.123".into())),
            ("1234,567", Reading::Proves(Mark::Comma, "1234.567".into())),
            ("1.234,5", Reading::Proves(Mark::Comma, "1234.5".into())),
            ("1.234.567", Reading::Proves(Mark::Comma, "1234567".into())),
            ("1,234,567.8", Reading::Proves(Mark::Point, "1234567.8".into())),
            ("1’234.5", Reading::Proves(Mark::Point, "1234.5".into())),
            ("1 234,567", Reading::Proves(Mark::Comma, "1234.567".into())),
            ("1.234", Reading::Either { point: "1.234".into(), comma: "1234".into() }),
            ("-12,345", Reading::Either { point: "-12345".into(), comma: "-12.345".into() }),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        for text in
            ["", "-", ".5", "5.", "1..2", "1.2.3", "12,34,567", "1.234'567", "1e3", "+2", "٣", "01.234.567"]
        {
            assert_eq!(read(text), Reading::None, "{text}");
        }
    }

    #[test]
    fn digits_that_would_be_lost_are_no_value() {
        assert_eq!(value("0.123456789012345"), Ok(0.123_456_789_012_345));
        assert_eq!(value("1000000000000000000000"), Ok(1e21));
        assert_eq!(value("-0.00"), Ok(-0.0));
        assert_eq!(value("27330473704840692"), Ok(27_330_473_704_840_692.0));
        assert_eq!(value("12345678901234567"), Err(Loss::Digits));
        assert_eq!(value("0.12345678901234567"), Err(Loss::Digits));
        assert_eq!(value(&format!("1{}", "0".repeat(400))), Err(Loss::Size));
        assert_eq!(value(&format!("0.{}1", "0".repeat(400))), Err(Loss::Size));
    }

    #[test]
    fn a_point_moves_without_losing_a_digit() {
        for (number, places, expected) in [
            ("52.1", 3, "52100"),
            ("3.8", 6, "3800000"),
            ("3.8", -3, "0.0038"),
            ("3800", -3, "3.8"),
            ("-0.30", 1, "-3"),
            ("0", 6, "0"),
            ("123456789.123456789", 9, "123456789123456789"),
        ] {
            assert_eq!(shifted(number, places).as_deref(), Some(expected), "{number} {places}");
        }
    }

    proptest! {
        #[test]
        fn what_is_moved_to_and_fro_is_the_same(number in "-?[1-9][0-9]{0,5}(\\.[0-9]{0,4}[1-9])?", places in -12_i32..12) {
            let back = shifted(&number, places).and_then(|moved| shifted(&moved, -places));
            prop_assert_eq!(back, Some(number));
        }

        /// Whatever stands there: what is read has the same digits in the same order, and of a plain number the same value.
        #[test]
        fn no_digit_is_lost(text in "-?[0-9]{1,4}([.,' ’][0-9]{1,4}){0,3}") {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let read = read(&text);
            let numbers = match &read {
                Reading::None => vec![],
                Reading::Sure(number) | Reading::Proves(_, number) => vec![number],
                Reading::Either { point, comma } => vec![point, comma],
            };
            for number in numbers {
                prop_assert!(is_plain(number));
                prop_assert_eq!(digits(number), digits(&text));
                prop_assert_eq!(number.starts_with('-'), text.starts_with('-'));
            }
            if is_plain(&text) {
                let is_itself = match &read {
                    Reading::Sure(number) | Reading::Proves(Mark::Point, number) => *number == text,
                    Reading::Either { point, .. } => *point == text,
                    _ => false,
                };
                prop_assert!(is_itself, "{:?}", read);
            }
        }

        /// What is proposed in place of a number that can be two is that number alone.
        #[test]
        fn what_is_unmistakable_is_no_other(number in "-?[1-9][0-9]{0,5}(\\.[0-9]{1,5})?") {
            let written = unmistakable(&number);
            let is_it = match read(&written) {
                Reading::Sure(read) | Reading::Proves(Mark::Point, read) => value(&read) == value(&number),
                _ => false,
            };
            prop_assert!(is_it, "{written}");
        }
    }
}
