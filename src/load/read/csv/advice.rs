//! What to write instead of a value that is no number. Where it is not certain what is meant, that is said, and nothing is
//! proposed: a lost minus, bound or power of ten would make another figure of it.

use super::beside::{Beside, Bound};
use super::numbers::{Reading, read, shifted};
use super::scales::Unit;
use super::values::Values;
use crate::dossier::LocalText;
use crate::load::report::problem::quoted;
use crate::load::syntax::date_words;
use crate::text::sanitize::sanitize_line;

/// In what a figure is counted.
pub(super) enum Counts<'a> {
    /// In the unit of its series, or of its row.
    In(&'a LocalText),
    /// In one that is to be written in its row: it belongs to a list.
    OwnUnit,
    /// Its series has no unit, or nobody knows which series it is.
    Unknown,
}

/// What is known of the place of a value that is no number.
pub(super) struct Setting<'a> {
    pub(super) values: &'a Values,
    pub(super) series: Option<&'a str>,
    pub(super) counts: Counts<'a>,
}

/// What spreadsheets and people write where there is no figure, in small letters and without points and blanks.
const NOTHING: [&str; 30] = [
    "n/a",
    "na",
    "nv",
    "nd",
    "ka",
    "k/a",
    "keineangabe",
    "keineangaben",
    "none",
    "null",
    "nil",
    "nan",
    "keine",
    "keiner",
    "keinwert",
    "nodata",
    "nichtverfügbar",
    "notavailable",
    "notapplicable",
    "unknown",
    "unbekannt",
    "-",
    "--",
    "–",
    "—",
    "…",
    "?",
    "x",
    "/",
    "tbd",
];

/// What spreadsheets show where a formula has no result, in English and German.
const ERRORS: [&str; 13] = [
    "#REF!", "#NAME?", "#N/A", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#BEZUG!",
    "#NV", "#WERT!", "#ZAHL!",
];

/// Whether a field has a formula's error in place of its result.
pub(super) fn is_error(text: &str) -> bool {
    ERRORS.contains(&text) || text.len() > 1 && text.bytes().all(|byte| byte == b'#')
}

/// Whether a field says in words or signs that there is no figure.
pub(super) fn is_nothing(text: &str) -> bool {
    let plain: String = text.to_lowercase().chars().filter(|c| *c != '.' && !c.is_whitespace()).collect();
    NOTHING.contains(&&*plain) || plain.is_empty() && text.contains("..")
}

/// What is said of a value that is no number, and what to do.
pub(super) fn no_number(text: &str, setting: &Setting<'_>) -> (String, String) {
    let shown = quoted(&sanitize_line(text));
    let (why, hint) = if let Some(letter) = letter_within(text) {
        (
            format!(": a letter, {letter}, stands within the number"),
            "write the number in figures alone".to_owned(),
        )
    } else if is_date(text) {
        (": the spreadsheet made a date of it".to_owned(), of_date(text, setting.values))
    } else {
        (String::new(), what_to_write(text, setting))
    };
    (format!("{shown} is no number{why}"), format!("{hint} (until then the row is left out)"))
}

fn what_to_write(text: &str, setting: &Setting<'_>) -> String {
    let values = setting.values;
    if is_error(text) || text.starts_with('#') {
        return "a formula failed in the spreadsheet: write the figure, or leave the field empty, which means looked for, no \
                figure"
            .to_owned();
    }
    if text.starts_with('=') {
        return "a formula stands here: write the figure that it gives".to_owned();
    }
    if is_nothing(text) {
        return "leave the field empty: that means looked for, no figure".to_owned();
    }
    if matches!(
        &*text.to_lowercase().replace([' ', '.'], ""),
        "so" | "sieheoben" | "seeabove" | "idem" | "dito"
    ) {
        return "write the figure that is meant above once more".to_owned();
    }
    // Spreadsheets write it before what is to stay a text.
    let text = text.strip_prefix(['\'', '’', '`']).unwrap_or(text);
    if let Some(number) = values.either(&values.meanings(text, setting.series)) {
        return format!("write {number}");
    }
    if let Some(number) = expanded(text) {
        return format!("write {}", values.written(&number));
    }
    if let Some(beside) = Beside::of(text)
        && let Some(hint) = without_words(text, &beside, setting)
    {
        return hint;
    }
    let (mark, example) = if values.has_decimal_commas() { ("comma", "1,65") } else { ("point", "1.65") };
    format!("write digits with a decimal {mark}, such as {example}; leave it empty where no figure was found")
}

/// What to write for a number with words beside it: the number in its series' unit, and where the words belong.
fn without_words(text: &str, beside: &Beside<'_>, setting: &Setting<'_>) -> Option<String> {
    let values = setting.values;
    let mut numbers = values.meanings(&beside.number, setting.series);
    if beside.is_negative {
        for number in &mut numbers {
            number.insert(0, '-');
        }
    }
    let as_written = values.either(&numbers)?;
    let (mut written, mut after) = (as_written.clone(), String::new());
    if !beside.words.is_empty() {
        (written, after) = match setting.counts {
            Counts::In(unit) => in_unit(&numbers, beside, unit, values)?,
            Counts::OwnUnit => {
                let unit = sanitize_line(&beside.words.join(" ")).into_owned();
                (as_written, format!(", and {} in the column unit", quoted(&unit)))
            }
            Counts::Unknown if Unit::beside(beside.words.iter().copied(), false).has_scale => {
                let unit = sanitize_line(&beside.words.join(" ")).into_owned();
                return Some(format!(
                    "write the number alone, in the unit of its series: {as_written} if that counts in {}",
                    quoted(&unit)
                ));
            }
            Counts::Unknown => (as_written, " alone: its unit is that of its series".to_owned()),
        };
    }
    let mut hint = format!("write {written}");
    let own: Vec<&str> = beside
        .bounds
        .iter()
        .filter_map(|bound| match bound {
            Bound::Qualifier(word) => Some(*word),
            Bound::Other(_) => None,
        })
        .collect();
    let other = beside.bounds.iter().find_map(|bound| match bound {
        Bound::Qualifier(_) => None,
        Bound::Other(meaning) => Some(*meaning),
    });
    if let Some(meaning) = other {
        let note = quoted(&sanitize_line(text));
        return Some(format!(
            "no qualifier says \"{meaning}\": leave the field empty and write {note} in the column note, or {hint} and the \
             qualifier that the source's words allow{after}"
        ));
    }
    if own.is_empty() {
        hint.push_str(&after);
    } else {
        let after = after.split_once(':').map_or(&*after, |(alone, _)| alone);
        hint = format!("{hint}{after}, and {} in the column qualifier", own.join(" or "));
    }
    if !beside.marks.is_empty() {
        let marks = sanitize_line(&beside.marks.join(" ")).into_owned();
        hint = format!("{hint}, and what {} stands for in the column note", quoted(&marks));
    }
    Some(hint)
}

/// The number in the unit of its series, and what to add to it.
fn in_unit(
    numbers: &[String],
    beside: &Beside<'_>,
    unit: &LocalText,
    values: &Values,
) -> Option<(String, String)> {
    let series = Unit::of_series(unit);
    let own = Unit::beside(beside.words.iter().copied(), series.is_metre());
    let shown = quoted(&sanitize_line(unit.texts().next().unwrap_or_default()));
    let is_unit = series.has_all(&own.words);
    let above = if is_unit { Some(0) } else { series.prefix_above(&own.words) };
    let mut found: Vec<String> = Vec::new();
    for number in numbers {
        for power in &own.powers {
            for of_series in &series.powers {
                let one = if own.has_scale || above.is_some_and(|above| above != 0) {
                    shifted(number, power - of_series + above.unwrap_or(0))?
                } else {
                    number.clone()
                };
                if !found.contains(&one) {
                    found.push(one);
                }
            }
        }
    }
    let is_as_written =
        found == numbers || found.len() == 1 && own.powers == series.powers && above == Some(0);
    let written = values.either(&found)?;
    // `3.800.000 €` beside millions of euros: in full, or in millions?
    if series.has_scale && !own.has_scale && above == Some(0) {
        let full: Option<Vec<String>> = numbers
            .iter()
            .flat_map(|number| series.powers.iter().map(move |power| shifted(number, -power)))
            .collect();
        let (as_written, in_full) = (values.either(numbers)?, values.either(&full?)?);
        let words = quoted(&sanitize_line(&own.words.join(" ")));
        return Some((
            as_written,
            format!(" alone if that is in {shown}, as its series counts, or {in_full} if it is in {words}"),
        ));
    }
    let after = if above.is_none() {
        let words = quoted(&sanitize_line(&own.words.join(" ")));
        format!(" alone if that is in the unit of its series, {shown}: {words} is another")
    } else if is_as_written && !own.has_scale {
        " alone: its unit is that of its series".to_owned()
    } else {
        format!(" alone: its series counts in {shown}")
    };
    Some((written, after))
}

/// A letter that looks like a digit, between digits and marks alone: `O,8`, `l2`.
fn letter_within(text: &str) -> Option<char> {
    let letter = text.chars().find(|c| matches!(c, 'O' | 'o' | 'l' | 'I'))?;
    let figures: String = text
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            c => c,
        })
        .collect();
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    (has_digit && read(&figures) != Reading::None).then_some(letter)
}

/// A month by its name, or as German spreadsheets cut it.
fn month(word: &str) -> Option<u32> {
    date_words::month(word).or((word == "mrz").then_some(3))
}

/// Whether a text is a day or a month, as spreadsheets make of `3.8` or `1-25`.
fn is_date(text: &str) -> bool {
    let small = text.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&&str| word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 4;
    let numbers = words.iter().filter(is_number).count();
    let months = words.iter().filter(|word| month(word).is_some()).count();
    let is_named = months == 1 && numbers == words.len() - 1 && (1..=2).contains(&numbers);
    // A day with its year.
    let is_day = numbers == 3
        && words.len() == 3
        && words.iter().any(|word| word.len() == 4)
        && words.iter().filter(|word| word.len() <= 2).count() == 2
        && (text.matches('.').count() == 2
            || text.matches('-').count() == 2
            || text.matches('/').count() == 2)
        && !text.starts_with(|c: char| !c.is_ascii_digit());
    is_named || is_day
}

/// What to do about such a text; what stood there is only asked, never proposed.
fn of_date(text: &str, values: &Values) -> String {
    let small = text.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let asked = match words[..] {
        // German spreadsheets read 3.8 as the third of August, and 3.50 as March 1950.
        [day, name] if small.contains('.') => {
            number(day).zip(month(name)).map(|(day, month)| format!("{day}.{month}"))
        }
        [name, year] if !text.contains(['-', '.']) && year.len() == 2 => {
            month(name).map(|month| format!("{month}.{year}"))
        }
        _ => None,
    };
    let asked = asked.map_or_else(String::new, |number| format!(" ({}?)", values.written(&number)));
    format!("write the number that stood there{asked}, and format the column as text in the spreadsheet")
}

/// `1,5E+03` as 1500.
fn expanded(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok()?;
    let number = match read(mantissa) {
        Reading::Sure(number) | Reading::Proves(_, number) => number,
        // Before an exponent there are no thousands.
        Reading::Either { .. } => mantissa.replace(',', "."),
        Reading::None => return None,
    };
    shifted(&number, exponent)
}

#[cfg(test)]
mod tests {
    use super::super::numbers::Column;
    use super::*;

    fn hint(text: &str, counts: Counts<'_>, file: &[&str]) -> String {
        let mut column = Column::default();
        for (row, value) in file.iter().enumerate() {
            column.meet(value, row, Some("a"));
        }
        let values = Values::new(column, b';');
        let (message, hint) = no_number(text, &Setting { values: &values, series: Some("a"), counts });
        format!("{message}; {hint}")
            .split_once("is no number")
            .map_or(String::new(), |(_, rest)| rest.to_owned())
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
            let hint = hint(text, Counts::Unknown, &[]);
            assert!(hint.starts_with(&format!("; {expected}")), "{text}: {hint}");
        }
        let hint = hint("43 %", Counts::OwnUnit, &[]);
        assert!(hint.starts_with("; write 43, and \"%\" in the column unit"), "{hint}");
    }

    /// Beside a series with this unit, in a file with decimal commas.
    #[test]
    fn words_for_powers_of_ten_are_computed_with() {
        for (text, unit, expected) in [
            ("52.1 thousand", "passengers", "write 52100 alone: its series counts in \"passengers\""),
            ("52,1k", "passengers", "write 52100 alone"),
            ("4,2m", "passengers", "write 4200000 alone"),
            ("4,2 m", "m", "write 4,2 alone"),
            ("4.2 million", "passengers", "write 4200000 alone"),
            ("3,8 Mio.", "Millionen Euro", "write 3,8 alone"),
            ("3,8 Mio. €", "million euros", "write 3,8 alone"),
            ("3,8 Mio.€", "Euro", "write 3800000 alone"),
            ("3,8 Mrd. €", "Millionen Euro", "write 3800 alone"),
            ("3.800 Tsd.", "Millionen Euro", "write 3,8 alone"),
            ("3.800 TEUR", "Millionen Euro", "write 3,8 alone"),
            ("1,2bn", "€m", "write 1200 alone"),
            ("$1.2bn", "dollars", "write 1200000000 alone"),
            ("−1,2 Mrd.", "Millionen Euro", "write -1200 alone"),
            ("1 Billion", "Milliarden", "write 1 or 1000, whichever is meant alone"),
            ("2 GW", "MW", "write 2000 alone"),
            ("401 MW", "MW", "write 401 alone: its unit is that of its series"),
            ("52100 passengers", "passengers", "write 52100 alone: its unit is that of its series"),
            (
                "3,8 $",
                "Euro",
                "write 3,8 alone if that is in the unit of its series, \"Euro\": \"$\" is another",
            ),
            ("ca. 3,8 Mio.", "Euro", "write 3800000 alone, and about in the column qualifier"),
        ] {
            let unit = LocalText::plain(unit);
            let hint = hint(text, Counts::In(&unit), &["3,5"]);
            assert!(hint.starts_with(&format!("; {expected}")), "{text}: {hint}");
        }
        let hint = hint("3,8 Mio.", Counts::Unknown, &["3,5"]);
        assert!(hint.contains("3,8 if that counts in \"Mio.\""), "{hint}");
    }

    #[test]
    fn a_minus_a_bound_and_a_mark_are_kept() {
        for (text, expected) in [
            ("−3,1", "; write -3,1 "),
            ("–3,8", "; write -3,8 "),
            ("- 3,8", "; write -3,8 "),
            ("(3,8)", "; write -3,8 "),
            ("3,8-", "; write -3,8 "),
            ("-3,8-", "; write digits with a decimal comma"),
            ("3–5", "; write digits"),
            ("52100+", "; write 52100, and at-least in"),
            ("≥ 3,8", "; write 3,8, and at-least in"),
            ("≤3,8", "; write 3,8, and up-to in"),
            ("max. 3,8", "; write 3,8, and up-to in"),
            ("bis zu 3,8", "; write 3,8, and up-to in"),
            ("Up to 3,8", "; write 3,8, and up-to in"),
            ("at least 3,8", "; write 3,8, and at-least in"),
            ("52100 approx.", "; write 52100, and about in"),
            ("3,8 ca.", "; write 3,8, and about in"),
            ("rd. 3,8", "; write 3,8, and about in"),
            ("<100", "; no qualifier says \"less than\""),
            ("unter 100", "; no qualifier says \"less than\""),
            ("3,8*", "; write 3,8, and what \"*\" stands for in the column note"),
            ("3,8p", "; write 3,8, and what \"p\" stands for in the column note"),
            ("'412.500", "; write 412500 "),
            ("5,-", "; write 5 "),
            ("O,8", ": a letter, O, stands within the number; write the number in figures alone"),
            ("l2", ": a letter, l, stands within the number"),
            ("03. Aug", ": the spreadsheet made a date of it; write the number that stood there (3,8?)"),
            ("Mrz 50", ": the spreadsheet made a date of it; write the number that stood there (3,50?)"),
            ("Jan-25", ": the spreadsheet made a date of it; write the number that stood there, and"),
            ("03.08.2024", ": the spreadsheet made a date of it; write the number that stood there, and"),
            ("k. A.", "; leave the field empty"),
            ("keine Angabe", "; leave the field empty"),
            ("n.v.", "; leave the field empty"),
            ("...", "; leave the field empty"),
            ("########", "; a formula failed"),
            ("=B2+B3", "; a formula stands here"),
        ] {
            let hint = hint(text, Counts::Unknown, &["3,5"]);
            assert!(hint.starts_with(expected), "{text}: {hint}");
        }
    }
}
