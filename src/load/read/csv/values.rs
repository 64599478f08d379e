//! The values of a sheet: read under what their column says of its marks, or reported with what to write.

use super::numbers::{self, Column, Convention, DIGITS, Loss, Mark, Reading, is_plain, unmistakable};
use crate::dossier::Qualifier;
use crate::load::report::problem::quoted;
use crate::load::syntax::words::QUALIFIERS;
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
    convention: Convention,
    /// Commas separate its columns: then its decimals have a point, and only commas in quotes part thousands.
    has_commas: bool,
}

impl Values {
    pub(super) fn new(column: &Column, separator: u8) -> Self {
        Self { convention: column.convention(), has_commas: separator == b',' }
    }

    /// The row of the first value whose decimals have another mark than those of a row before it, that row, and its mark.
    /// Where commas separate, a decimal comma is reported where it stands.
    pub(super) fn contradiction(&self) -> Option<(usize, usize, Mark)> {
        match self.convention {
            Convention::Mixed(first, second, mark) if !self.has_commas => Some((second, first, mark)),
            _ => None,
        }
    }

    pub(super) fn read(&self, text: &str) -> Value {
        if text.is_empty() {
            return Value::None;
        }
        let is_ours = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | ',');
        if self.has_commas && !text.chars().all(is_ours) {
            return Value::NoNumber;
        }
        let number = match numbers::read(text) {
            Reading::None => return Value::NoNumber,
            Reading::Proves(Mark::Comma, _) if self.has_commas => return Value::NoNumber,
            Reading::Sure(number) | Reading::Proves(_, number) => number,
            Reading::Either { point, comma } => match self.convention {
                Convention::Known(Mark::Point) => point,
                Convention::Known(Mark::Comma) if !self.has_commas => comma,
                Convention::Open if self.has_commas && is_plain(text) => point,
                _ => return Value::Either { point, comma },
            },
        };
        numbers::value(&number).map_or_else(Value::Lost, Value::Number)
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

/// What to write for a number that can be two.
pub(super) fn either(point: &str, comma: &str) -> String {
    format!("{} or {}, whichever is meant", unmistakable(point), unmistakable(comma))
}

/// What to write for a text that is no number as it stands; nothing where it has none in it.
pub(super) fn proposal(text: &str) -> Option<String> {
    match numbers::read(text) {
        Reading::None => None,
        Reading::Sure(number) | Reading::Proves(_, number) => Some(number),
        Reading::Either { point, comma } => Some(either(&point, &comma)),
    }
}

/// What is said of a value that is no number. `takes_unit`: whether the row itself has a unit.
pub(super) fn no_number(text: &str, takes_unit: bool) -> (String, String) {
    let hint = what_to_write(text, takes_unit);
    (
        format!("{} is no number", quoted(&sanitize_line(text))),
        format!("{hint} (until then the row is left out)"),
    )
}

/// What spreadsheets and people write where there is no figure.
const NOTHING: [&str; 22] = [
    "n/a",
    "na",
    "n.a.",
    "n. a.",
    "n.v.",
    "k.a.",
    "k. a.",
    "k.a",
    "none",
    "null",
    "nil",
    "nan",
    "keine",
    "unknown",
    "unbekannt",
    "-",
    "--",
    "–",
    "—",
    "…",
    "...",
    "?",
];

/// What stands before a figure that is not meant as printed.
const LIMITS: [(&str, Qualifier); 15] = [
    (">=", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    ("mindestens", Qualifier::AtLeast),
    (">", Qualifier::MoreThan),
    ("more than", Qualifier::MoreThan),
    ("mehr als", Qualifier::MoreThan),
    ("<=", Qualifier::UpTo),
    ("≤", Qualifier::UpTo),
    ("up to", Qualifier::UpTo),
    ("bis zu", Qualifier::UpTo),
    ("~", Qualifier::About),
    ("≈", Qualifier::About),
    ("ca.", Qualifier::About),
    ("about", Qualifier::About),
];

fn what_to_write(text: &str, takes_unit: bool) -> String {
    let small = text.to_lowercase();
    if text.starts_with('#') {
        return "a formula failed in the spreadsheet: write the figure, or leave the field empty, which means looked for, no \
                figure"
            .to_owned();
    }
    if NOTHING.contains(&&*small) {
        return "leave the field empty: that means looked for, no figure".to_owned();
    }
    // Only its marks are not ours.
    if let Some(number) = proposal(text).or_else(|| completed(text)).or_else(|| expanded(text)) {
        return format!("write {number}");
    }
    for (word, qualifier) in LIMITS {
        if let Some(number) = small.strip_prefix(word).and_then(|rest| proposal(rest.trim())) {
            let name = QUALIFIERS.iter().find(|(_, known)| *known == qualifier).map_or("", |(name, _)| name);
            return format!("write {number}, and {name} in the column qualifier");
        }
    }
    let core = text.trim_matches(|c: char| !c.is_ascii_digit());
    let unit = text.replacen(core, "", 1);
    let unit = sanitize_line(unit.trim_matches(|c: char| c == '-' || c.is_whitespace()));
    if let Some(number) =
        proposal(core).filter(|_| !unit.is_empty() && !unit.chars().any(|c| c.is_ascii_digit()))
    {
        let minus = if text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-').starts_with('-') {
            "-"
        } else {
            ""
        };
        return if takes_unit {
            format!("write {minus}{number}, and {} in the column unit", quoted(&unit))
        } else {
            format!("write {minus}{number} alone: its unit is that of its series")
        };
    }
    "write digits with a decimal point, such as 1.65; leave it empty where no figure was found".to_owned()
}

/// A number that only lacks a digit beside its mark, or has a sign of another kind.
fn completed(text: &str) -> Option<String> {
    let is_figure = |number: &String| is_plain(number);
    let negative = |rest: &str| Some(format!("-{rest}"));
    let candidates = [
        text.strip_prefix('+').map(str::to_owned),
        text.strip_prefix('−').and_then(negative),
        text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).and_then(negative),
        text.strip_suffix('-').and_then(negative),
        text.strip_suffix('.').map(str::to_owned),
        text.starts_with('.').then(|| format!("0{text}")),
    ];
    candidates.into_iter().flatten().find(is_figure)
}

/// `1,5E+03` as 1500.
fn expanded(text: &str) -> Option<String> {
    const FARTHEST: i32 = 30;
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok().filter(|exponent: &i32| exponent.abs() <= FARTHEST)?;
    let number = match numbers::read(mantissa) {
        Reading::Sure(number) | Reading::Proves(_, number) => number,
        // Before an exponent there are no thousands.
        Reading::Either { .. } => mantissa.replace(',', "."),
        Reading::None => return None,
    };
    let (sign, number) = number.strip_prefix('-').map_or(("", &*number), |rest| ("-", rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let point = i32::try_from(whole.len()).ok()? + exponent;
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
    Some(unmistakable(&match fraction {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(texts: &[&str]) -> Column {
        let mut column = Column::default();
        for (row, text) in texts.iter().enumerate() {
            column.meet(text, row);
        }
        column
    }

    /// What these values of a column are read as.
    fn read(separator: u8, texts: &[&str]) -> Vec<Option<f64>> {
        let values = Values::new(&column(texts), separator);
        texts.iter().map(|text| values.read(text).number()).collect()
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

    #[test]
    fn where_commas_separate_a_point_is_the_decimal_mark() {
        assert_eq!(read(b',', &["1.234", "12"]), [Some(1.234), Some(12.0)]);
        assert_eq!(read(b',', &["1,234", "12"]), [None, Some(12.0)]);
        assert_eq!(read(b',', &["1,234", "1,234.5"]), [Some(1234.0), Some(1234.5)]);
        assert_eq!(read(b',', &["43,5", "1 000", "1'000"]), [None, None, None]);
        // Someone wrote thousands with points: then no one knows what the first is.
        assert_eq!(read(b',', &["1.234", "1.234.567"]), [None, None]);
    }

    #[test]
    fn what_is_no_number_is_reported_with_what_to_write() {
        for (text, expected) in [
            ("43,5", "write 43.5"),
            ("1.234.567", "write 1234567"),
            ("1 000", "write 1000"),
            ("43 %", "write 43 alone"),
            ("43,5%", "write 43.5 alone"),
            ("$ 1,200,000", "write 1200000 alone"),
            ("-5 °C", "write -5 alone"),
            ("1.234 €", "write 1.2340 or 1234, whichever is meant alone"),
            (">500", "write 500, and more-than in"),
            ("ca. 12", "write 12, and about in"),
            ("#REF!", "a formula failed"),
            ("N/A", "leave the field empty"),
            ("–", "leave the field empty"),
            ("-", "leave the field empty"),
            ("1e3", "write 1000"),
            ("1,23E+09", "write 1230000000"),
            ("1.5e-3", "write 0.0015"),
            ("1.5E0", "write 1.5"),
            ("+2", "write 2"),
            ("(2)", "write -2"),
            ("−2", "write -2"),
            (".5", "write 0.5"),
            ("5.", "write 5"),
            ("many", "write digits"),
            ("1.2.3", "write digits"),
            ("12 to 15", "write digits"),
        ] {
            let hint = what_to_write(text, false);
            assert!(hint.starts_with(expected), "{text}: {hint}");
        }
        assert_eq!(what_to_write("43 %", true), "write 43, and \"%\" in the column unit");
    }
}
