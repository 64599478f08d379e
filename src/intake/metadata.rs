//! What is known of an article beside its words, each with where it was found. Nothing is made up: what is not written there, or
//! not clear, is not known.

use crate::dossier::When;
use crate::load::{DateGuess, guess_date, is_language};
use crate::text::address::Address;

/// Something known, and what says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// As it is written into the dossier.
    pub value: String,
    /// Where it was found, as `og:title`.
    pub origin: &'static str,
}

/// What is known of an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Metadata {
    /// Its title.
    pub title: Option<Found>,
    /// The tag of its language.
    pub language: Option<Found>,
    /// Who published it.
    pub outlet: Option<Found>,
    /// Where it stands.
    pub address: Option<Found>,
    /// The day it came out.
    pub published: Option<Found>,
    /// Who wrote it.
    pub author: Option<Found>,
    /// The page says that not all of it is for everybody.
    pub is_partial: bool,
}

/// No title, name or address has more characters.
const LONGEST: usize = 500;

/// What programs write where they have nothing.
const NOTHING: [&str; 6] = ["", "null", "undefined", "None", "NaN", "[object Object]"];

/// Days that programs write where they have none.
const NO_DAYS: [&str; 5] = ["0001-01-01", "1601-01-01", "1899-12-30", "1900-01-01", "1970-01-01"];

/// Accounts and offices under which anybody may write.
const NOBODY: [&str; 16] = [
    "admin",
    "administrator",
    "root",
    "user",
    "author",
    "autor",
    "unknown",
    "unbekannt",
    "anonymous",
    "webmaster",
    "editor",
    "staff",
    "staff writer",
    "staff writers",
    "staff reporter",
    "n/a",
];

/// The first of some values that is one, with its origin.
#[cfg(feature = "html")]
pub(super) fn first<'t>(
    candidates: impl IntoIterator<Item = (Option<&'t str>, &'static str)>,
    read: impl Fn(&str) -> Option<String>,
) -> Option<Found> {
    candidates.into_iter().find_map(|(value, origin)| Some(Found { value: read(value?)?, origin }))
}

/// A text on one line, without characters that nobody sees.
pub(super) fn line(text: &str) -> Option<String> {
    let text = text.replace(crate::text::invisible::is_invisible, "").replace(char::is_control, " ");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!NOTHING.contains(&&*line) && line.chars().take(LONGEST + 1).count() <= LONGEST).then_some(line)
}

/// The names of those who wrote something, each once. What is no name is none.
pub(super) fn people(text: &str) -> Option<String> {
    let text = line(text)?;
    let begins = |word: &str| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let rest =
        ["by ", "von "].into_iter().find(|word| begins(word)).map_or(&*text, |word| &text[word.len()..]);
    let mut names: Vec<&str> = Vec::new();
    for name in rest.split(", ").map(str::trim) {
        let name = ["By ", "by "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
        let is_nobody = NOTHING.contains(&name) || NOBODY.contains(&&*name.to_lowercase());
        if !is_nobody && !names.contains(&name) {
            names.push(name);
        }
    }
    line(&names.join(", "))
}

/// The day of a date, as the page's own clock has it; of a month or a year alone none.
pub(super) fn day(text: &str) -> Option<String> {
    written_day(text.trim()).filter(|day| !NO_DAYS.contains(&&**day))
}

fn written_day(text: &str) -> Option<String> {
    let is_day = |text: &str| {
        text.len() == 10
            && text.bytes().filter(|byte| *byte == b'-').count() == 2
            && When::parse(text).is_ok()
    };
    // A time may follow the day, after a `T` or a blank.
    if let Some(day) = text.get(..10).filter(|day| is_day(day))
        && text[10..].chars().next().is_none_or(|next| next == 'T' || next == 't' || next == ' ')
        && is_time(&text[10..])
    {
        return Some(day.to_owned());
    }
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(digits) = digits
        && text[8..].chars().next().is_none_or(|next| next == 'T' || next == ' ')
    {
        let day = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]);
        return is_day(&day).then_some(day);
    }
    let guessed = |text: &str| match guess_date(text) {
        Some(DateGuess::One(date)) if is_day(&date) => Some(date),
        _ => None,
    };
    // Mails and feeds: `Thu, 05 Mar 2026 23:30:00 +0100`. Of others the time is cut off.
    let rest = text
        .split_once(", ")
        .filter(|(day, _)| day.chars().all(char::is_alphabetic))
        .map_or(text, |(_, rest)| rest);
    let before_time = || {
        let at = rest.find(':')?;
        let words = rest[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        Some(words.trim().trim_end_matches([',', '-', '–', '|']).trim_end_matches(" um").trim_end())
    };
    guessed(text).or_else(|| guessed(rest)).or_else(|| before_time().and_then(guessed))
}

/// Whether what follows a day is a time, if it begins as one.
fn is_time(text: &str) -> bool {
    let parts = text.trim_start_matches(['T', 't', ' ']).split([':', '.', 'Z', '+', '-', ' ']);
    let numbers = parts.take(3).map_while(|part| part.parse::<u32>().ok());
    numbers.zip([24, 59, 60]).all(|(number, most)| number <= most)
}

/// An address on the web.
pub(super) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let is_web = Address::new(text).is_ok() || text.starts_with("http://") && is_plain(text);
    (is_web && text.len() <= 2000).then(|| text.to_owned())
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\')
}

/// The tag of a language, also as systems write it: `de_DE`.
pub(super) fn language(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    is_language(&tag).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_the_pages_own_clock() {
        for (text, expected) in [
            ("2026-03-05T23:30:00+01:00", Some("2026-03-05")),
            ("2026-03-05T00:10Z", Some("2026-03-05")),
            ("2026-03-05 06:00", Some("2026-03-05")),
            (" 2026-03-05 ", Some("2026-03-05")),
            ("20260305", Some("2026-03-05")),
            ("20260305T101112", Some("2026-03-05")),
            ("Thu, 05 Mar 2026 23:30:00 +0100", Some("2026-03-05")),
            ("5. März 2026", Some("2026-03-05")),
            ("05.03.2026", Some("2026-03-05")),
            ("05.03.2026, 18:00 Uhr", Some("2026-03-05")),
            ("March 5, 2026", Some("2026-03-05")),
            ("5 March 2026", Some("2026-03-05")),
            // What programs write where there is none, and what is no time.
            ("0001-01-01T00:00:00Z", None),
            ("1970-01-01", None),
            ("2025-03-01T25:99:00Z", None),
            ("2025-12-31T23:59:60Z", Some("2025-12-31")),
            // Which is the day, nobody knows; and a month is no day.
            ("03/05/2026", None),
            ("2026-03", None),
            ("2026", None),
            ("2026-02-30", None),
            ("2026-03-055", None),
            ("yesterday", None),
            ("", None),
            ("ä", None),
        ] {
            assert_eq!(day(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn only_what_is_one_counts() {
        assert_eq!(line(" \u{7} Old\n bri\u{ad}dge\u{7} ").as_deref(), Some("Old bridge"));
        assert_eq!(line(" \u{200b} "), None);
        assert_eq!(line(&"a".repeat(501)), None);
        for nothing in ["null", " undefined ", "[object Object]"] {
            assert_eq!(line(nothing), None, "{nothing}");
        }
        for (text, names) in [
            ("Ann Lee, Ann Lee, By Bob Ray, Staff Writer", Some("Ann Lee, Bob Ray")),
            ("By Ann Lee", Some("Ann Lee")),
            ("admin", None),
            ("undefined", None),
            ("Staff Writer", None),
            ("Byron Ray", Some("Byron Ray")),
        ] {
            assert_eq!(people(text).as_deref(), names, "{text}");
        }
        assert_eq!(language("de_DE").as_deref(), Some("de-DE"));
        assert_eq!(language("German"), None);
        assert_eq!(web_address("http://example.org/a").as_deref(), Some("http://example.org/a"));
        for text in ["/a", "javascript:x", "https://", "http://exa mple", "//example.org"] {
            assert_eq!(web_address(text), None, "{text}");
        }
    }
}
