//! Numbers as texts of digits: a figure is kept as the article gives it, and no computer's number has all of them.

use crate::text::cues::CueLanguage::{self, English, German};

/// A number that is not negative.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Decimal {
    /// Its digits, without noughts before them.
    digits: String,
    /// How many of them are decimals.
    decimals: usize,
}

impl Decimal {
    pub(super) fn of(number: u64) -> Self {
        Self { digits: number.to_string(), decimals: 0 }
    }

    /// So many ten-thousandths.
    pub(super) fn of_ten_thousandths(number: u64) -> Self {
        Self { digits: number.to_string(), decimals: 4 }
    }

    /// A number as these languages write it; none of what has two readings, `1.234` where the language is not known, and of what
    /// is no number, `27.11.2025`.
    pub(super) fn read(text: &str, languages: &[CueLanguage]) -> Option<Self> {
        let is_mark = |c: char| !c.is_ascii_digit();
        // All blanks are one mark.
        let mark = |c: char| if c.is_whitespace() { ' ' } else { c };
        let marks: Vec<char> = text.chars().filter(|c| is_mark(*c)).map(mark).collect();
        let runs: Vec<&str> = text.split(is_mark).collect();
        // Nobody writes a number like `007`.
        let is_number_of_name = runs[0].len() > 1 && runs[0].starts_with('0');
        if is_number_of_name || runs.iter().any(|run| run.is_empty()) {
            return None;
        }
        let whole = |runs: &[&str]| Self::from_digits(&runs.concat(), 0);
        let is_grouped = |runs: &[&str]| {
            (1..=3).contains(&runs[0].len())
                && !runs[0].starts_with('0')
                && runs[1..].iter().all(|run| run.len() == 3)
        };
        let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return whole(&runs) };
        let knows = |language| languages.contains(&language);
        if marks.iter().all(|mark| mark == first) && (marks.len() > 1 || !matches!(first, '.' | ',')) {
            return is_grouped(&runs).then(|| whole(&runs)).flatten();
        }
        if marks.len() == 1 {
            let may_be_group = is_grouped(&runs);
            let (is_group_mark, is_decimal_mark) = match first {
                '.' => (knows(German), knows(English)),
                _ => (knows(English), knows(German)),
            };
            // `1.000` may be a thousand in a text in English too, and `4,50` is read in one; `1,0000` is of no language.
            let is_short = runs[1].len() <= 2 || runs[0] == "0";
            return match (may_be_group, is_group_mark, is_decimal_mark) {
                (true, true, false) => whole(&runs),
                (false, _, true) => Self::from_digits(&runs.concat(), runs[1].len()),
                (false, _, false) if is_short => Self::from_digits(&runs.concat(), runs[1].len()),
                _ => None,
            };
        }
        // `1.000,5`: the last mark alone is that of the decimals.
        let groups = &runs[..runs.len() - 1];
        let is_sound = marks[..marks.len() - 1].iter().all(|mark| mark == first) && last != first;
        let decimals = runs[runs.len() - 1].len();
        (is_sound && is_grouped(groups)).then(|| Self::from_digits(&runs.concat(), decimals)).flatten()
    }

    fn from_digits(digits: &str, decimals: usize) -> Option<Self> {
        /// Longer ones are no figures.
        const MOST: usize = 30;
        let trimmed = digits.trim_start_matches('0');
        let digits = if trimmed.is_empty() { "0" } else { trimmed };
        (digits.len() <= MOST && decimals <= MOST).then(|| Self { digits: digits.to_owned(), decimals })
    }

    /// The number times a power of ten.
    pub(super) fn times_ten_to(mut self, power: u32) -> Self {
        for _ in 0..power {
            if self.decimals > 0 {
                self.decimals -= 1;
            } else if self.digits != "0" {
                self.digits.push('0');
            }
        }
        self.digits = match self.digits.trim_start_matches('0') {
            "" => "0".to_owned(),
            digits => digits.to_owned(),
        };
        self
    }

    /// Its digits with a full stop before the decimals, of which noughts at the end are left out.
    pub(super) fn text(&self) -> String {
        let digits = format!("{:0>width$}", self.digits, width = self.decimals + 1);
        let (whole, decimals) = digits.split_at(digits.len() - self.decimals);
        match decimals.trim_end_matches('0') {
            "" => whole.to_owned(),
            decimals => format!("{whole}.{decimals}"),
        }
    }

    /// Twice as much.
    pub(super) fn doubled(&self) -> Option<Self> {
        let digits = self.digits.parse::<u64>().ok()?.checked_mul(2)?;
        Some(Self { digits: digits.to_string(), decimals: self.decimals })
    }

    /// Whether it is a greater number than the other.
    pub(super) fn is_above(&self, other: &Self) -> bool {
        // Both with the same decimals, and then with the same number of digits.
        let decimals = self.decimals.max(other.decimals);
        let padded = |number: &Self| number.digits.clone() + &"0".repeat(decimals - number.decimals);
        let (own, other) = (padded(self), padded(other));
        let (own, other) = (own.trim_start_matches('0'), other.trim_start_matches('0'));
        (own.len(), own) > (other.len(), other)
    }

    /// Whether it is a whole number greater than this.
    pub(super) fn exceeds(&self, limit: u64) -> bool {
        let whole = &self.digits[..self.digits.len().saturating_sub(self.decimals)];
        whole.len() > 19 || whole.parse::<u64>().is_ok_and(|whole| whole > limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, languages: &[CueLanguage]) -> Option<String> {
        Decimal::read(text, languages).map(|number| number.text())
    }

    #[test]
    fn each_language_has_its_marks() {
        for (text, german, english) in [
            ("1000", Some("1000"), Some("1000")),
            ("1.000", Some("1000"), None),
            ("1,000", None, Some("1000")),
            ("1,0000", Some("1"), None),
            ("4,50", Some("4.5"), Some("4.5")),
            ("4.50", Some("4.5"), Some("4.5")),
            ("1.234.567", Some("1234567"), Some("1234567")),
            ("1.234,5", Some("1234.5"), Some("1234.5")),
            ("0,05", Some("0.05"), Some("0.05")),
            ("0.125", Some("0.125"), Some("0.125")),
            ("1’000", Some("1000"), Some("1000")),
            ("1\u{202f}000\u{202f}000", Some("1000000"), Some("1000000")),
            ("10 000\u{a0}000", Some("10000000"), Some("10000000")),
            ("1 200,50", Some("1200.5"), Some("1200.5")),
            ("030 123", None, None),
            ("27.11.2025", None, None),
            ("1.2.3", None, None),
            ("007", None, None),
        ] {
            assert_eq!(read(text, &[German]).as_deref(), german, "{text} in German");
            assert_eq!(read(text, &[English]).as_deref(), english, "{text} in English");
        }
        assert_eq!(read("1.234", &CueLanguage::ALL), None, "two readings");
        assert_eq!(read("1.5", &CueLanguage::ALL).as_deref(), Some("1.5"));
    }

    #[test]
    fn no_digit_is_lost_by_a_power_of_ten() {
        let number = |text: &str, power| Decimal::read(text, &[English]).unwrap().times_ten_to(power).text();
        assert_eq!(number("48.5", 6), "48500000");
        assert_eq!(number("0.1", 0), "0.1");
        assert_eq!(number("0.25", 1), "2.5");
        assert_eq!(number("1.234567890123456789", 9), "1234567890.123456789");
        assert_eq!(number("0", 6), "0");
    }

    #[test]
    fn the_greater_number_is_known() {
        let number = |text: &str| Decimal::read(text, &[English]).unwrap();
        for (greater, less) in [("2", "1.99"), ("10", "9"), ("0.5", "0.25"), ("100", "99.9"), ("0.1", "0")] {
            assert!(number(greater).is_above(&number(less)), "{greater} {less}");
            assert!(!number(less).is_above(&number(greater)), "{less} {greater}");
        }
        assert!(!number("1.50").is_above(&number("1.5")), "the same");
        assert_eq!(number("1.75").doubled(), Some(number("3.50")));
        assert_eq!(number(&"9".repeat(25)).doubled(), None, "too long to be counted with");
    }

    proptest! {
        #[test]
        fn a_whole_number_keeps_its_value(number: u64, power in 0_u32..12) {
            let value = Decimal::of(number).times_ten_to(power).text();
            prop_assert_eq!(value.parse::<u128>().unwrap(), u128::from(number) * 10_u128.pow(power));
        }

        #[test]
        fn any_marks_are_read_or_not(text in "[0-9.,'’]{1,12}") {
            if let Some(number) = Decimal::read(&text, &CueLanguage::ALL) {
                prop_assert!(number.text().parse::<f64>().is_ok());
            }
        }
    }
}
