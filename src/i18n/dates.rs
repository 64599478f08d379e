//! Dates as each language writes them, never more precise than they are.

use chrono::{Datelike, NaiveDate};

use super::language::Language;
use crate::dossier::{DateShape, Precision, When};
use crate::text::width;

/// The signs used in dates; they depend on what the terminal can show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateSigns {
    /// From one date to another.
    pub to: &'static str,
    /// Not before.
    pub at_least: &'static str,
    /// Not after.
    pub at_most: &'static str,
}

/// The date in full: `27.11.2025`, `27 Nov 2025`, `2. Halbjahr 2024`, `frühestens 27.11.2025`, `etwa Oktober 2025 –
/// 3.11.2025`. The ends of a range are as fine and as sure as each is written.
pub fn full(when: &When, language: Language, signs: DateSigns) -> String {
    let strings = language.strings();
    let end = |end: &When| full(end, language, signs);
    let choices = when.choices();
    if let Some((last, before)) = choices.split_last() {
        // One day between two others, or one of several.
        let one = |choice: &When| match choice.ends() {
            Some((Some(first), Some(last))) => {
                strings.between.replacen("{}", &end(first), 1).replacen("{}", &end(last), 1)
            }
            _ => end(choice),
        };
        let written: Vec<String> = before.iter().map(one).collect();
        return if written.is_empty() {
            one(last)
        } else {
            format!("{} {} {}", written.join(", "), strings.or, one(last))
        };
    }
    match (when.shape(), when.ends()) {
        (DateShape::NotBefore, Some((Some(first), _))) => strings.not_before.replace("{}", &end(first)),
        (DateShape::NotAfter, Some((_, Some(last)))) => strings.not_after.replace("{}", &end(last)),
        (DateShape::Interval, Some((Some(first), Some(last)))) => {
            let (first, last) = (end(first), end(last));
            let blank = if first.contains(' ') || last.contains(' ') { " " } else { "" };
            format!("{first}{blank}{}{blank}{last}", signs.to)
        }
        // It is over, or may be.
        (DateShape::Interval, Some((Some(first), None))) if when.has_unknown_end() => {
            format!("{} {} ?", end(first), signs.to)
        }
        (DateShape::Interval, Some((Some(first), None))) => format!("{} {}", strings.since, end(first)),
        (DateShape::Interval, Some((None, Some(last)))) => format!("{} {}", strings.until, end(last)),
        (DateShape::Within, _) => match when.first() {
            // As written it has its marks.
            Some(_) if when.precision() == Precision::Other => when.text().to_owned(),
            Some(first) => hedged(when, &within(first, when, language), language),
            None => when.text().to_owned(),
        },
        _ => when.text().to_owned(),
    }
}

fn within(first: NaiveDate, when: &When, language: Language) -> String {
    let strings = language.strings();
    let year = year(first.year(), language);
    match when.precision() {
        Precision::Day => day(first, language),
        Precision::Month => format!("{} {year}", strings.months[first.month0() as usize]),
        Precision::Quarter => {
            let quarter = match first.month0() / 3 {
                0 => strings.first_quarter,
                1 => strings.second_quarter,
                2 => strings.third_quarter,
                _ => strings.fourth_quarter,
            };
            format!("{quarter} {year}")
        }
        Precision::HalfYear => {
            let half = if first.month() <= 6 { strings.first_half } else { strings.second_half };
            format!("{half} {year}")
        }
        Precision::Year => year,
        Precision::Other => when.text().to_owned(),
    }
}

/// The date for a list that has [`When::year`] beside it, with a sign for anything but a plain day (`≥27.11.`,
/// `~Okt–Nov`); where it may not be so, for a reason of the list's, with `?`. At most [`SHORT_CELLS`] cells: what does
/// not fit is short less finely, and is never short without its marks.
pub fn short(when: &When, in_doubt: bool, language: Language, signs: DateSigns) -> String {
    let ask = |text: String| if in_doubt && !text.ends_with('?') { text + "?" } else { text };
    let fits = |text: &String| width::cells(text) <= usize::from(SHORT_CELLS);
    // What is no date is shown as written where it looks like one.
    if when.is_unreadable() && when.text().bytes().all(|byte| byte.is_ascii_graphic()) {
        return Some(when.text().to_owned()).filter(fits).unwrap_or_else(|| String::from("?"));
    }
    forms(when, language, signs).map(ask).find(fits).unwrap_or_else(|| String::from("?"))
}

/// The most cells [`short`] takes.
pub const SHORT_CELLS: u16 = 9;

/// How finely a part of a short date is short.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grain {
    /// As precisely as it is given.
    Own,
    /// A month by name.
    Month,
    /// A month by number, which takes fewer cells.
    Number,
    /// The year, in full.
    Year,
}

const GRAINS: [Grain; 4] = [Grain::Own, Grain::Month, Grain::Number, Grain::Year];

/// The ways to show a date, the most precise first. Nearly always the first has room, and no other is made.
fn forms(when: &When, language: Language, signs: DateSigns) -> Forms<'_> {
    let to = signs.to;
    let graded = |date, before, after| graded(date, before, after, language, signs);
    match (when.shape(), when.ends()) {
        (DateShape::NotBefore, Some((Some(first), _))) => graded(first, signs.at_least, ["", ""]),
        (DateShape::NotAfter, Some((_, Some(last)))) => graded(last, signs.at_most, ["", ""]),
        (DateShape::Interval, Some((Some(first), Some(last)))) => {
            Box::new(spans(first, last, language, signs).into_iter())
        }
        (DateShape::Interval, Some((Some(first), None))) if when.has_unknown_end() => {
            graded(first, "", [to, "?"])
        }
        (DateShape::Interval, Some((Some(first), None))) => graded(first, "", [to, ""]),
        (DateShape::Interval, Some((None, Some(last)))) => graded(last, to, ["", ""]),
        // Its year stands beside it.
        (DateShape::Within, None) if when.precision() == Precision::Year => {
            Box::new(std::iter::once(marked(when, to)))
        }
        (DateShape::Within, None) => graded(when, "", ["", ""]),
        _ => Box::new(std::iter::empty()),
    }
}

/// Ways to show a date, made one by one.
type Forms<'a> = Box<dyn Iterator<Item = String> + 'a>;

/// The ways to show one date, with what stands before it and the two signs that stand after it.
fn graded<'a>(
    date: &'a When,
    before: &'static str,
    [after, end]: [&'static str; 2],
    language: Language,
    signs: DateSigns,
) -> Forms<'a> {
    let parts = GRAINS.into_iter().filter_map(move |grain| part(date, grain, language, signs));
    Box::new(parts.map(move |part| format!("{before}{part}{after}{end}")))
}

/// The ways to show an interval. Its first year is shown beside it.
fn spans(first: &When, last: &When, language: Language, signs: DateSigns) -> Vec<String> {
    let dash = signs.to;
    let part = |end: &When, grain| part(end, grain, language, signs);
    let both = |from, to| Some(format!("{}{dash}{}", part(first, from)?, part(last, to)?));
    let mut forms = Vec::new();
    if first.year().is_some() && first.year() == last.year() {
        forms.extend(in_one_month(first, last, language, signs));
        let same = [Grain::Own, Grain::Month, Grain::Number].into_iter();
        forms.extend(same.filter_map(|grain| both(grain, grain)));
    }
    for to in [Grain::Year, Grain::Own] {
        if first.precision() != Precision::Year {
            let finer = [Grain::Own, Grain::Month, Grain::Number].into_iter();
            forms.extend(finer.filter_map(|from| both(from, to)));
        }
        let last = part(last, to);
        forms.extend(last.map(|last| format!("{}{dash}{last}", marked(first, ""))));
    }
    forms
}

/// The ways to show an interval within a month: its days, or only the month.
fn in_one_month(first: &When, last: &When, language: Language, signs: DateSigns) -> Vec<String> {
    let month = |end: &When| {
        let has_one = matches!(end.precision(), Precision::Day | Precision::Month);
        end.first().filter(|_| has_one && end.shape() == DateShape::Within).map(|day| day.month())
    };
    let (Some(of), true) = (month(first), month(first) == month(last)) else { return Vec::new() };
    let name = language.strings().short_months[of as usize - 1];
    let mut forms = Vec::new();
    // A mark behind the last day would seem to be one of the month.
    if first.precision() == Precision::Day && last.precision() == Precision::Day && !last.is_uncertain() {
        let rest = match language {
            Language::De => format!(".{of}."),
            Language::En => format!(" {name}"),
        };
        let day = |end: &When| end.first().map(|day| marked(end, &day.day().to_string()));
        let dash = signs.to;
        forms.extend(day(first).zip(day(last)).map(|(first, last)| format!("{first}{dash}{last}{rest}")));
    }
    let about = if first.is_approximate() || last.is_approximate() { "~" } else { "" };
    let perhaps = if first.is_uncertain() || last.is_uncertain() { "?" } else { "" };
    forms.push(format!("{about}{name}{perhaps}"));
    forms
}

/// A part of a short date with its marks; `None` if it is not known that precisely.
fn part(date: &When, grain: Grain, language: Language, signs: DateSigns) -> Option<String> {
    let bound = |of: &When, sign: &str| part(of, grain, language, signs).map(|text| format!("{sign}{text}"));
    match (date.shape(), date.ends()) {
        // An end of an interval that is itself no more than a bound.
        (DateShape::NotBefore, Some((Some(first), _))) => {
            return bound(first, signs.at_least);
        }
        (DateShape::NotAfter, Some((_, Some(last)))) => {
            return bound(last, signs.at_most);
        }
        _ => {}
    }
    let Some(first) = date.first() else { return (grain == Grain::Own).then(|| String::from("?")) };
    let precision = date.precision();
    let strings = language.strings();
    let month = strings.short_months[first.month0() as usize];
    let has_month = matches!(precision, Precision::Day | Precision::Month);
    let text = match (grain, precision) {
        // As written it has its marks.
        (Grain::Own, Precision::Other) => return Some(date.text().to_owned()),
        (_, Precision::Other) => return None,
        (Grain::Own, Precision::Day) => match language {
            Language::De => format!("{:02}.{:02}.", first.day(), first.month()),
            Language::En => format!("{:02} {month}", first.day()),
        },
        (Grain::Own, Precision::Quarter) => format!("{}{}", strings.quarter, first.month0() / 3 + 1),
        (Grain::Own, Precision::HalfYear) => format!("{}{}", strings.half, u32::from(first.month() > 6) + 1),
        (Grain::Year, _) | (Grain::Own, Precision::Year) => first.year().to_string(),
        (Grain::Own, Precision::Month) => month.to_owned(),
        (Grain::Month, _) if has_month => month.to_owned(),
        (Grain::Number, _) if has_month => first.month().to_string(),
        _ => return None,
    };
    Some(marked(date, &text))
}

pub(super) fn marked(date: &When, text: &str) -> String {
    let about = if date.is_approximate() { "~" } else { "" };
    let perhaps = if date.is_uncertain() { "?" } else { "" };
    format!("{about}{text}{perhaps}")
}

fn hedged(when: &When, text: &str, language: Language) -> String {
    let mut text =
        if when.is_approximate() { format!("{} {text}", language.strings().around) } else { text.to_owned() };
    if when.is_uncertain() {
        text.push_str(" (?)");
    }
    text
}

/// The date for a column of a table: as [`full`], but with months, quarters and halves of a year short.
pub fn compact(when: &When, language: Language, signs: DateSigns) -> String {
    let strings = language.strings();
    let year = |of: NaiveDate| year(of.year(), language);
    let whole = when.shape() == DateShape::Within && !when.is_approximate() && !when.is_uncertain();
    match (when.first().filter(|_| whole), when.precision()) {
        (Some(first), Precision::Month) => {
            format!("{} {}", strings.short_months[first.month0() as usize], year(first))
        }
        (Some(first), Precision::Quarter) => {
            format!("{}{} {}", strings.quarter, first.month0() / 3 + 1, year(first))
        }
        (Some(first), Precision::HalfYear) => {
            format!("{}{} {}", strings.half, u32::from(first.month() > 6) + 1, year(first))
        }
        _ => full(when, language, signs),
    }
}

/// A day: `27.11.2025`, `27 Nov 2025`.
pub fn day(day: NaiveDate, language: Language) -> String {
    let year = year(day.year(), language);
    match language {
        // "1.1.44 v. Chr." would read as one number.
        Language::De if day.year() <= 0 => format!("{}.{}. {year}", day.day(), day.month()),
        Language::De => format!("{}.{}.{year}", day.day(), day.month()),
        Language::En => {
            format!("{} {} {year}", day.day(), language.strings().short_months[day.month0() as usize])
        }
    }
}

/// A year of the calendar; there is no year 0, so that before 1 comes 1 BC.
pub(crate) fn year(year: i32, language: Language) -> String {
    if year > 0 {
        year.to_string()
    } else {
        language.strings().before_christ.replace("{}", &(1 - i64::from(year)).to_string())
    }
}

/// The last two digits of a year, where no one takes them for a year of their own.
pub(super) fn short_year(of: i32, language: Language) -> String {
    if has_short_form(of) { format!("{:02}", of % 100) } else { year(of, language) }
}

/// Whether two digits can stand for a year.
pub(super) fn has_short_form(year: i32) -> bool {
    (1000..10_000).contains(&year)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Language, SHORT_CELLS, When, width};
    use crate::look::glyphs::Glyphs;

    fn full(when: &When, language: Language) -> String {
        super::full(when, language, Glyphs::Unicode.in_dates())
    }

    fn short(when: &When, in_doubt: bool, language: Language) -> String {
        super::short(when, in_doubt, language, Glyphs::Unicode.in_dates())
    }

    fn when(text: &str) -> When {
        When::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    #[test]
    fn an_interval_is_as_fine_and_as_sure_as_its_ends() {
        let written = |text| full(&when(text), Language::De);
        assert_eq!(written("2025-10~/2025-11~"), "etwa Oktober 2025 – etwa November 2025");
        assert_eq!(written("2024/2025"), "2024–2025");
        assert_eq!(written("2025-11-03/2025-11-27?"), "3.11.2025 – 27.11.2025 (?)");
        assert_eq!(written("2025-11-03/2025-11-27"), "3.11.2025–27.11.2025");
        assert_eq!(written("2025-11/.."), "seit November 2025");
        assert_eq!(written("2025-11/"), "November 2025 – ?");
        assert_eq!(written("../2025-33"), "bis 1. Quartal 2025");
        assert_eq!(written("202X/2030"), "202X–2030");
        assert_eq!(written("[2025-11..]"), "frühestens November 2025");
        assert_eq!(written("[..2025~]"), "spätestens etwa 2025");
        assert_eq!(written("202X~"), "202X~");
        assert_eq!(written("[2025-01,2025-03]"), "Januar 2025 oder März 2025");
        assert_eq!(written("[2025-11-03,2025-11-05,2025-12]"), "3.11.2025, 5.11.2025 oder Dezember 2025");
        assert_eq!(written("[2025-11-27..2025-12-03]"), "zwischen 27.11.2025 und 3.12.2025");
        assert_eq!(written("[2025-01,2025-06..]"), "Januar 2025 oder frühestens Juni 2025");
        assert_eq!(full(&when("[2025-01,2025-03]"), Language::En), "January 2025 or March 2025");
        assert_eq!(full(&when("[2025-01..2025-03]"), Language::En), "between January 2025 and March 2025");
        assert_eq!(full(&when("2025-10~/2025-11"), Language::En), "about October 2025 – November 2025");
    }

    #[test]
    fn years_before_christ_are_counted_as_people_count_them() {
        let written = |text| {
            let signs = Glyphs::Unicode.in_dates();
            [Language::De, Language::En].map(|language| super::compact(&when(text), language, signs))
        };
        assert_eq!(written("-0499"), ["500 v. Chr.", "500 BC"]);
        assert_eq!(written("0000"), ["1 v. Chr.", "1 BC"]);
        assert_eq!(written("0001"), ["1", "1"]);
        assert_eq!(written("-0043-03-15"), ["15.3. 44 v. Chr.", "15 Mar 44 BC"]);
        assert_eq!(written("-0043-03"), ["Mrz 44 v. Chr.", "Mar 44 BC"]);
        assert_eq!(written("-0043-41"), ["H2 44 v. Chr.", "H2 44 BC"]);
        assert_eq!(written("-0499/-0399"), ["500 v. Chr. – 400 v. Chr.", "500 BC – 400 BC"]);
        assert_eq!(full(&when("-0043-03~"), Language::En), "about March 44 BC");
    }

    #[test]
    fn a_short_date_has_a_sign_for_what_is_no_plain_day() {
        let expected = [
            ("2025-11-27", "27.11.", "27 Nov"),
            ("2025-11~", "~Nov", "~Nov"),
            ("2025?", "–?", "–?"),
            ("2025-41", "H2", "H2"),
            ("[2025-11-27..]", "≥27.11.", "≥27 Nov"),
            ("[..2026-03-10]", "≤10.03.", "≤10 Mar"),
            ("[2025..]", "≥2025", "≥2025"),
            ("2025-10/2025-11", "Okt–Nov", "Oct–Nov"),
            ("2025-10~/2025-11~", "~Okt–~Nov", "~Oct–~Nov"),
            ("2025-10%/2025-11~", "~10?–~11", "~10?–~11"),
            ("2025-11-13/2025-11-27", "13–27.11.", "13–27 Nov"),
            ("2025-11-13/2025-11-27?", "Nov?", "Nov?"),
            ("2025-10-13/2025-11-27", "Okt–Nov", "Oct–Nov"),
            ("2025-33/2025-34", "Q1–Q2", "Q1–Q2"),
            ("2024/2025", "–2025", "–2025"),
            ("2024-11/2025-02", "Nov–2025", "Nov–2025"),
            ("2025-11-27/..", "27.11.–", "27 Nov–"),
            ("2025-11-27/", "27.11.–?", "27 Nov–?"),
            ("2025-11/", "Nov–?", "Nov–?"),
            ("Y-12000", "–", "–"),
            ("Y-12000~", "~–", "~–"),
            ("Y-12000/2025", "–2025", "–2025"),
            ("../2025-11", "–Nov", "–Nov"),
            ("202X", "202X", "202X"),
            ("202X/2030", "202X–2030", "202X–2030"),
            ("XXXX", "?", "?"),
            ("[2025-11-27..2025-12-03]", "?", "?"),
        ];
        for (text, german, english) in expected {
            assert_eq!(short(&when(text), false, Language::De), german, "{text}");
            assert_eq!(short(&when(text), false, Language::En), english, "{text}");
        }
        assert_eq!(short(&when("2025-11"), true, Language::De), "Nov?");
        assert_eq!(short(&when("2025-11?"), true, Language::De), "Nov?");
        assert_eq!(short(&when("[..2026-03-10]"), true, Language::De), "≤10.03.?");
        assert_eq!(short(&When::unreadable("\u{1b}[31m"), false, Language::De), "?");
        assert_eq!(short(&When::unreadable("Y17E7"), false, Language::De), "Y17E7");
        assert_eq!(short(&When::unreadable("2025-37"), false, Language::En), "2025-37");
        assert_eq!(short(&When::unreadable("in the spring"), false, Language::En), "?");
    }

    proptest! {
        #[test]
        fn a_short_date_fits_and_keeps_its_marks(
            text in "(\\[\\.\\.)?[12][0-9X]{3}(-(0[1-9]|1[0-2])(-[12][0-9])?)?[~?%]?(/([12][0-9X]{3}(-(0[1-9]|1[0-2])(-[12][0-9])?)?[~?%]?|\\.\\.))?(\\.\\.)?\\]?",
            in_doubt: bool,
        ) {
            if let Ok(when) = When::parse(&text) {
                let forms = [Glyphs::Unicode, Glyphs::Ascii].map(|glyphs| (Language::De, glyphs));
                for (language, glyphs) in forms.into_iter().chain(forms.map(|(_, glyphs)| (Language::En, glyphs))) {
                    let short = super::short(&when, in_doubt, language, glyphs.in_dates());
                    prop_assert!(glyphs == Glyphs::Unicode || short.is_ascii(), "{text}: {short}");
                    prop_assert!(width::cells(&short) <= usize::from(SHORT_CELLS), "{text}: {short}");
                    prop_assert!(!short.is_empty());
                    prop_assert!(!when.is_uncertain() || short.contains(['?', '%']), "{text}: {short}");
                    prop_assert!(!when.is_approximate() || short.contains(['~', '%', '?']), "{text}: {short}");
                }
            }
        }
    }
}
