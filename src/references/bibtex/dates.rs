//! Dates of BibTeX, in three fields, and of BibLaTeX, in one.

use super::fields::Fields;
use crate::dossier::When;
use crate::load::month_named;
use crate::references::entry::Slip;
use crate::references::reading::{certain_date, date_hint, excerpt};

/// When something came out: the field of BibLaTeX, else those of BibTeX.
pub(super) fn issued(fields: &Fields, slips: &mut Vec<Slip>) -> Option<String> {
    match fields.get("date") {
        Some(date) => in_one("date", date, slips),
        None => in_three(fields, slips),
    }
}

/// A date in one field, which is EDTF.
pub(super) fn in_one(key: &'static str, text: &str, slips: &mut Vec<Slip>) -> Option<String> {
    // Two hyphens are a dash by now.
    let date = text.trim().replace('–', "/");
    if is_season(&date) {
        slips.push(Slip::Season { key });
        return date.get(..4).map(str::to_owned);
    }
    let read = certain_date(&date).or_else(|| certain_date(text));
    if read.is_none() {
        slips.push(Slip::DateUnclear { key, written: excerpt(text), hint: date_hint(text) });
    }
    read
}

/// `2025-21` to `2025-24`.
fn is_season(date: &str) -> bool {
    let year = date.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    year.is_some() && matches!(date.get(4..), Some("-21" | "-22" | "-23" | "-24"))
}

fn in_three(fields: &Fields, slips: &mut Vec<Slip>) -> Option<String> {
    let written = fields.get("year")?;
    let year = written.trim();
    let is_plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain {
        return in_one("year", written, slips);
    }
    let Some(month) = fields.get("month") else { return Some(year.to_owned()) };
    let Some((number, day)) = month_and_day(month) else {
        let written = excerpt(&format!("{year}, {month}"));
        let hint = format!("only the year {year} is taken");
        slips.push(Slip::DateUnclear { key: "month", written, hint });
        return Some(year.to_owned());
    };
    let month = format!("{year}-{number:02}");
    let day: Option<u32> = fields.get("day").and_then(|day| day.trim().parse().ok()).or(day);
    let Some(day) = day else { return Some(month) };
    let date = format!("{month}-{day:02}");
    if When::parse(&date).is_ok() {
        return Some(date);
    }
    let hint = format!("there is no such day; only {month} is taken");
    slips.push(Slip::DateUnclear { key: "day", written: date, hint });
    Some(month)
}

/// A month by its number or its name, and the day that stands with it in some files: `27 nov`, `November 27`.
fn month_and_day(text: &str) -> Option<(u32, Option<u32>)> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).take(4).collect();
    let day = |word: &str| word.parse().ok().filter(|day| (1..=31).contains(day));
    let named = |word: &String| month_named(word).filter(|_| word.parse::<u32>().is_err());
    match &*words {
        [only] => named(only)
            .or_else(|| only.parse().ok())
            .filter(|month| (1..=12).contains(month))
            .map(|month| (month, None)),
        [one, other] => match (named(one), named(other)) {
            (Some(month), None) => Some((month, Some(day(other)?))),
            (None, Some(month)) => Some((month, Some(day(one)?))),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(fields: &[(&str, &str)]) -> (Option<String>, usize) {
        let all = fields.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        let mut slips = Vec::new();
        let fields = Fields { key: String::new(), kind: "misc".to_owned(), all };
        (issued(&fields, &mut slips), slips.len())
    }

    #[test]
    fn dates_are_read_as_programs_write_them() {
        for (fields, expected) in [
            (&[("date", "2025-11-27")][..], "2025-11-27"),
            (&[("date", "2025-11-27T10:00:00")], "2025-11-27"),
            (&[("date", "2024/2025")], "2024/2025"),
            (&[("date", "2024-03/")], "2024-03/"),
            (&[("date", "2025~")], "2025~"),
            (&[("date", "2024–2025")], "2024/2025"),
            (&[("year", "2025")], "2025"),
            (&[("year", "2025"), ("month", "nov")], "2025-11"),
            (&[("year", "2025"), ("month", "11")], "2025-11"),
            (&[("year", "2025"), ("month", "November"), ("day", "7")], "2025-11-07"),
            (&[("year", "2025"), ("month", "27 nov")], "2025-11-27"),
            (&[("year", "2025"), ("month", "März")], "2025-03"),
            (&[("date", "2025-11"), ("year", "1999")], "2025-11"),
        ] {
            assert_eq!(date(fields), (Some(expected.to_owned()), 0), "{fields:?}");
        }
        assert_eq!(date(&[]), (None, 0));
    }

    #[test]
    fn what_is_not_certain_is_said() {
        assert_eq!(date(&[("year", "in press")]), (None, 1));
        assert_eq!(date(&[("date", "2025-22")]), (Some("2025".to_owned()), 1));
        assert_eq!(date(&[("year", "2025"), ("month", "Spring")]), (Some("2025".to_owned()), 1));
        assert_eq!(date(&[("year", "2025"), ("month", "2"), ("day", "31")]), (Some("2025-02".to_owned()), 1));
    }
}
