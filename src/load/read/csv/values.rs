//! The values of a sheet: read under what their column says of its marks, or reported with what to write.

use super::numbers::{self, Column, Convention, DIGITS, Loss, Mark, Reading, is_plain, unmistakable};
use crate::load::report::problem::quoted;
use crate::text::sanitize::sanitize_line;

/// What a field of the column `value` has.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Value {
    /// Nothing: looked for, no figure.
    None,
    Number(f64),
    /// Two numbers, and nothing says which.
    Either {
        point: String,
        comma: String,
    },
    /// Digits that would be lost, or a size that no number of the computer's has.
    Lost(Loss),
    NoNumber,
}

impl Value {
    /// Whether it says something that can be kept.
    pub(super) fn is_readable(&self) -> bool {
        matches!(self, Self::None | Self::Number(_))
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// How the values of a sheet are read.
pub(super) struct Values {
    column: Column,
    convention: Convention,
    /// Commas separate its columns: then its decimals have a point, and only commas in quotes part thousands.
    has_commas: bool,
}

impl Values {
    pub(super) fn new(column: Column, separator: u8) -> Self {
        Self { convention: column.convention(), column, has_commas: separator == b',' }
    }

    /// The row of the first value whose decimals have another mark than those of a row before it, that row, and its mark.
    /// Where commas separate, a decimal comma is reported where it stands.
    pub(super) fn contradiction(&self) -> Option<(usize, usize, Mark)> {
        match self.convention {
            Convention::Mixed(first, second, mark) if !self.has_commas => Some((second, first, mark)),
            _ => None,
        }
    }

    /// Reads a value. `series` is the one it belongs to, if its values have one unit.
    pub(super) fn read(&self, text: &str, series: Option<&str>) -> Value {
        if text.is_empty() {
            return Value::None;
        }
        let is_ours = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | ',');
        if self.has_commas && !text.chars().all(is_ours) {
            return Value::NoNumber;
        }
        let number =
            match numbers::read(text) {
                Reading::None => return Value::NoNumber,
                Reading::Proves(Mark::Comma, _) if self.has_commas => return Value::NoNumber,
                Reading::Sure(number) | Reading::Proves(_, number) => number,
                Reading::Either { point, comma } => match self.convention {
                    Convention::Known(Mark::Point) if self.has_commas => point,
                    Convention::Open if self.has_commas && is_plain(text) => point,
                    Convention::Known(mark)
                        if !self.has_commas && self.column.settles(text, mark, series) =>
                    {
                        if mark == Mark::Point { point } else { comma }
                    }
                    _ => return Value::Either { point, comma },
                },
            };
        numbers::value(&number).map_or_else(Value::Lost, Value::Number)
    }

    /// The numbers that a text can be here, with a decimal point: none, one or two.
    pub(super) fn meanings(&self, text: &str, series: Option<&str>) -> Vec<String> {
        match numbers::read(text) {
            Reading::None => Vec::new(),
            Reading::Sure(number) | Reading::Proves(_, number) => vec![number],
            Reading::Either { point, comma } => match self.convention {
                Convention::Known(mark) if self.column.settles(text, mark, series) => {
                    vec![if mark == Mark::Point { point } else { comma }]
                }
                _ => vec![point, comma],
            },
        }
    }

    /// The number as it is to be written in this file: with its decimal mark, and so that it can be no other.
    pub(super) fn written(&self, number: &str) -> String {
        let number = unmistakable(number);
        if self.has_decimal_commas() { number.replace('.', ",") } else { number }
    }

    /// These numbers as they are to be written: the one, or the two of which one is meant.
    pub(super) fn either(&self, numbers: &[String]) -> Option<String> {
        match numbers {
            [] => None,
            [number] => Some(self.written(number)),
            [first, ..] => {
                let others = numbers[1..].iter().map(|number| self.written(number)).collect::<Vec<_>>();
                Some(format!("{} or {}, whichever is meant", self.written(first), others.join(" or ")))
            }
        }
    }

    pub(super) fn has_decimal_commas(&self) -> bool {
        !self.has_commas && self.convention == Convention::Known(Mark::Comma)
    }
}

/// What is said of a number of which digits would be lost.
pub(super) fn lost(text: &str, loss: Loss) -> (String, String) {
    let text = quoted(&sanitize_line(text));
    match loss {
        Loss::Digits => (
            format!("{text} has more than {DIGITS} digits that count, and the last would be lost"),
            format!("round it to {DIGITS} digits (until then the row is left out)"),
        ),
        Loss::Size => (
            format!("{text} is too large, or too near to zero, to be kept"),
            "give it in a larger or smaller unit (until then the row is left out)".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(texts: &[&str]) -> Column {
        let mut column = Column::default();
        for (row, text) in texts.iter().enumerate() {
            column.meet(text, row, Some("a"));
        }
        column
    }

    /// What these values of a column are read as.
    fn read(separator: u8, texts: &[&str]) -> Vec<Option<f64>> {
        let values = Values::new(column(texts), separator);
        texts.iter().map(|text| values.read(text, Some("a")).number()).collect()
    }

    #[test]
    fn the_column_says_what_a_mark_means() {
        assert_eq!(read(b';', &["1.234", "43,5"]), [Some(1234.0), Some(43.5)]);
        assert_eq!(read(b';', &["1.234", "43.5", "1,234"]), [Some(1.234), Some(43.5), Some(1234.0)]);
        assert_eq!(read(b'\t', &["1.234", "1.234.567"]), [Some(1234.0), Some(1_234_567.0)]);
        assert_eq!(read(b';', &["1.234", "12"]), [None, Some(12.0)]);
        assert_eq!(read(b';', &["1’234", "1’234.5"]), [Some(1234.0), Some(1234.5)]);
        assert_eq!(read(b';', &["1.234", "43.5", "43,5"]), [None, Some(43.5), Some(43.5)]);
    }

    /// The same marks in another series, or in another form, prove nothing.
    #[test]
    fn three_digits_after_a_mark_are_settled_by_what_is_written_alike() {
        let read = |rows: &[(&str, &str)], text: &str, series: &str| {
            let mut column = Column::default();
            for (row, (value, of)) in rows.iter().enumerate() {
                column.meet(value, row, Some(of));
            }
            Values::new(column, b';').read(text, Some(series)).number()
        };
        assert_eq!(read(&[("3.1", "b")], "386.200", "a"), None);
        assert_eq!(read(&[("3.1", "a")], "386.200", "a"), None);
        assert_eq!(read(&[("3.1", "b")], "386.215", "a"), None);
        assert_eq!(read(&[("3,1", "b")], "386,200", "a"), None);
        assert_eq!(read(&[("3,1", "b")], "386.200", "a"), Some(386_200.0));
        assert_eq!(read(&[("1.234.567", "b")], "386.200", "a"), Some(386_200.0));
        assert_eq!(read(&[("1,234.5", "b")], "386.200", "a"), Some(386.2));
        assert_eq!(read(&[("0.120", "a")], "386.200", "a"), Some(386.2));
        assert_eq!(read(&[("3.1", "a")], "386.215", "a"), Some(386.215));
    }

    #[test]
    fn where_commas_separate_a_point_is_the_decimal_mark() {
        assert_eq!(read(b',', &["1.234", "12"]), [Some(1.234), Some(12.0)]);
        assert_eq!(read(b',', &["1,234", "12"]), [None, Some(12.0)]);
        assert_eq!(read(b',', &["1,234", "1,234.5"]), [Some(1234.0), Some(1234.5)]);
        assert_eq!(read(b',', &["43,5", "1 000", "1'000"]), [None, None, None]);
        // Someone wrote thousands with points: then no one knows what the first is.
        assert_eq!(read(b',', &["1.234", "1.234.567"]), [None, None]);
    }
}
