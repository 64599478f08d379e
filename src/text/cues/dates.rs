//! Dates and words for them.

use super::tokens::Tokens;
use super::{Cue, CueKind, CueLanguage};
use crate::text::before_dates::leads_to_date;
use crate::text::months::{in_english, in_german};

const GERMAN_DAYS: [&str; 8] =
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag"];

/// What a German day of the week may end in, a time of the day, apart from an `s`.
const DAY_ENDINGS: [&str; 8] = ["", "abend", "morgen", "mittag", "nacht", "vormittag", "nachmittag", "früh"];

const ENGLISH_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// German words before a number that counts something.
const COUNTED: [&str; 14] = [
    "die",
    "der",
    "den",
    "dem",
    "des",
    "diese",
    "rund",
    "etwa",
    "über",
    "knapp",
    "als",
    "fast",
    "ungefähr",
    "circa",
];

/// Words for days and times, in one or several words.
const GERMAN_WORDS: [&str; 31] = [
    "heute",
    "gestern",
    "vorgestern",
    "übermorgen",
    "im Frühjahr",
    "im Sommer",
    "im Herbst",
    "im Winter",
    "im Vorjahr",
    "in diesem Jahr",
    "im laufenden Jahr",
    "im vergangenen Jahr",
    "im letzten Jahr",
    "im vorigen Jahr",
    "im kommenden Jahr",
    "im nächsten Jahr",
    "dieses Jahr",
    "letztes Jahr",
    "voriges Jahr",
    "vergangenes Jahr",
    "nächstes Jahr",
    "diese Woche",
    "dieser Woche",
    "vergangene Woche",
    "vergangenen Woche",
    "vorige Woche",
    "letzte Woche",
    "diesem Monat",
    "vergangenen Monat",
    "Jahresende",
    "Jahresbeginn",
];

const ENGLISH_WORDS: [&str; 27] = [
    "today",
    "yesterday",
    "tomorrow",
    "last week",
    "last month",
    "last year",
    "this week",
    "this month",
    "this year",
    "next week",
    "next month",
    "next year",
    "years ago",
    "year ago",
    "months ago",
    "month ago",
    "weeks ago",
    "week ago",
    "days ago",
    "in the spring",
    "in the summer",
    "in the autumn",
    "in the winter",
    "last summer",
    "last winter",
    "the end of the year",
    "first half of",
];

/// The dates of a sentence.
pub(super) fn find(tokens: &Tokens<'_>, languages: &[CueLanguage]) -> Vec<Cue> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < tokens.list.len() {
        let end = date_at(tokens, place, languages).or_else(|| words_at(tokens, place, languages));
        if let Some(end) = end {
            let range = tokens.list[place].range.start..tokens.list[end - 1].range.end;
            found.push(Cue { kind: CueKind::Date, range });
        }
        place = end.unwrap_or(place + 1);
    }
    found
}

/// The token after the date that begins here.
fn date_at(tokens: &Tokens<'_>, place: usize, languages: &[CueLanguage]) -> Option<usize> {
    let text = tokens.text(Some(place));
    let next = tokens.text(Some(place + 1));
    if is_whole_date(text) || is_day(text, languages) || is_decade(text) {
        return Some(place + 1);
    }
    // `27. November 2025`, `27 November`, `1st of May`.
    if is_day_of_month(text) {
        let month = if next == "of" { place + 2 } else { place + 1 };
        if is_month(tokens, month, languages, true) {
            return Some(month + 1 + usize::from(is_year(tokens, month + 1)));
        }
    }
    if is_month(tokens, place, languages, false) {
        // `November 27, 2025`, `November 2025`.
        let day = usize::from(is_day_of_month(next));
        let year = usize::from(is_year(tokens, place + 1 + day));
        return Some(place + 1 + day + year);
    }
    // `third quarter of 2025`, `2. Quartal 2025`, `ersten Halbjahr`.
    if matches!(text, "quarter" | "Quartal" | "Quartals" | "Halbjahr" | "Halbjahres") && place > 0 {
        let year = place + 1 + usize::from(next == "of");
        return Some(if is_year(tokens, year) { year + 1 } else { place + 1 });
    }
    let stands_as_year = || {
        let before = tokens.before(place);
        let is_led = leads_to_date(before) || leads_to_date(tokens.text(place.checked_sub(1)));
        let gap = place.checked_sub(1).map_or("", |before| tokens.gap_after(before));
        is_led || gap.ends_with('(') || tokens.ends_clause(place)
            // German years stand alone: `wurde 1998 gebaut`, but not `die 2000 neuen Wagen`.
            || languages.contains(&CueLanguage::German)
                && next.starts_with(char::is_lowercase)
                && !COUNTED.contains(&before)
    };
    (is_year(tokens, place) && stands_as_year()).then_some(place + 1)
}

/// The token after the words for a date that begin here.
fn words_at(tokens: &Tokens<'_>, place: usize, languages: &[CueLanguage]) -> Option<usize> {
    let lists = languages.iter().flat_map(|language| match language {
        CueLanguage::German => &GERMAN_WORDS[..],
        CueLanguage::English => &ENGLISH_WORDS[..],
    });
    tokens.longest_at(place, lists.copied())
}

/// Whether this is a whole date in figures: `2025-11-27`, `27.11.2025`. `11/27/2025` is none: which number is the day cannot be
/// seen.
fn is_whole_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '.']).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().all(is_number)
        && match parts[..] {
            [year, month, day] if text.contains('-') => (year.len(), month.len(), day.len()) == (4, 2, 2),
            [day, month, year] => {
                day.len() <= 2 && month.len() <= 2 && matches!(year.len(), 2 | 4) && !day.is_empty()
            }
            _ => false,
        }
}

/// A weekday, in German also with a time of the day: `Dienstagabend`, but not `Montage`.
fn is_day(text: &str, languages: &[CueLanguage]) -> bool {
    languages.iter().any(|language| match language {
        CueLanguage::German => GERMAN_DAYS.iter().any(|day| {
            let ending = text.strip_prefix(day);
            ending.is_some_and(|ending| DAY_ENDINGS.contains(&ending.strip_suffix('s').unwrap_or(ending)))
        }),
        CueLanguage::English => {
            ENGLISH_DAYS.iter().any(|day| text.trim_end_matches("'s").trim_end_matches("’s") == *day)
        }
    })
}

/// `1990s`, `1990er`.
fn is_decade(text: &str) -> bool {
    let year =
        text.strip_suffix('s').or_else(|| text.strip_suffix("er")).or_else(|| text.strip_suffix("ern"));
    year.is_some_and(|year| {
        year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && year.ends_with('0')
    })
}

fn is_day_of_month(text: &str) -> bool {
    let number = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let has_ending = matches!(&text[number.len()..], "" | "st" | "nd" | "rd" | "th");
    has_ending && number.len() <= 2 && number.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// A month; of those that are also other words only beside a number or after a word that leads to a date.
fn is_month(tokens: &Tokens<'_>, place: usize, languages: &[CueLanguage], after_day: bool) -> bool {
    let text = tokens.text(Some(place));
    let is_one = languages.iter().any(|language| match language {
        CueLanguage::German => in_german(text).is_some(),
        CueLanguage::English => in_english(text).is_some(),
    });
    let is_clear = || {
        let next = tokens.text(Some(place + 1));
        let before = tokens.before(place);
        after_day || is_day_of_month(next) || is_year(tokens, place + 1) || leads_to_date(before)
    };
    is_one && (!matches!(text, "May" | "March" | "Mar" | "Jan" | "Mai" | "Mär") || is_clear())
}

/// A year of the common era that a newspaper writes of, if nothing is counted by it.
fn is_year(tokens: &Tokens<'_>, place: usize) -> bool {
    let text = tokens.text(Some(place));
    let is_number = text.len() == 4 && text.parse().is_ok_and(|year: u16| (1500..2100).contains(&year));
    let is_money = matches!(tokens.text(place.checked_sub(1)), "$" | "€" | "£" | "¥");
    is_number && !is_money && !super::figures::is_unit(tokens.text(Some(place + 1)))
}
