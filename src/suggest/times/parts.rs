//! What dates are made of: the number of a day, a month, a year, and what says which year.

use chrono::Datelike as _;

use super::scope::Scope;
use crate::suggest::units::is_unit;
use crate::suggest::words::WordKind;
use crate::text::cues::CueLanguage::{English, German};
use crate::text::months::{in_english, in_german};

/// Which of several periods is meant, counted from the one that the article came out in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Turn {
    Last,
    This,
    Next,
}

impl Turn {
    /// How many periods it is away.
    pub(super) fn count(self) -> i32 {
        match self {
            Self::Last => -1,
            Self::This => 0,
            Self::Next => 1,
        }
    }

    /// What a word says of it.
    pub(super) fn of(word: &str) -> Option<Self> {
        let stem =
            ["en", "em", "er", "es", "e"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        match word {
            "this" | "current" => return Some(Self::This),
            "last" => return Some(Self::Last),
            "next" | "coming" | "upcoming" => return Some(Self::Next),
            _ => {}
        }
        match stem {
            "dies" | "laufend" | "aktuell" | "heurig" | "heutig" => Some(Self::This),
            "vergangen" | "letzt" | "vorig" | "abgelaufen" | "verflossen" => Some(Self::Last),
            "kommend" | "nächst" => Some(Self::Next),
            _ => None,
        }
    }
}

/// The year that words name by counting from that of publication, `dieses Jahres`, `of last year`, and the place after them. The
/// year is none where that of publication is not known.
pub(super) fn year_named(scope: &Scope<'_, '_>, place: usize) -> Option<(Option<i32>, usize)> {
    let words = scope.words;
    let at = place
        + match words.lower(place) {
            "of" | "des" | "im" | "in" | "the" => 1,
            _ => 0,
        };
    let turn = Turn::of(words.lower(at))?;
    if !matches!(words.lower(at + 1), "jahr" | "jahres" | "jahrs" | "year") {
        return None;
    }
    let year = scope.published.map(|day| day.year() + turn.count());
    Some((year, at + 2))
}

/// A day of the month: `27`, `27.`, `27th`; its number and the place after it.
pub(super) fn day_number(scope: &Scope<'_, '_>, place: usize) -> Option<(u32, usize)> {
    let words = scope.words;
    let text = words.text(place);
    if !words.is_digits(place) || text.len() > 2 {
        return None;
    }
    let day = text.parse().ok().filter(|day| (1..=31).contains(day))?;
    let has_ending =
        matches!(words.lower(place + 1), "st" | "nd" | "rd" | "th" | ".") && words.is_joined(place + 1);
    Some((day, place + 1 + usize::from(has_ending)))
}

/// A month, and the place after it and the full stop of its short form.
pub(super) fn month_at(scope: &Scope<'_, '_>, place: usize) -> Option<(u32, usize)> {
    let words = scope.words;
    let text = words.text(place).trim_end_matches("'s").trim_end_matches("’s");
    let german = words.knows(German).then(|| in_german(text)).flatten();
    let month = german.or_else(|| words.knows(English).then(|| in_english(text)).flatten())?;
    let is_short = text.chars().count() <= 4 && words.text(place + 1) == "." && words.is_joined(place + 1);
    // At the end of a sentence the full stop is not the month's.
    let ends_sentence = words.sentence(place).end == place + 2 && !words.is_digits(place + 2);
    Some((month, place + 1 + usize::from(is_short && !ends_sentence)))
}

/// A year of four digits that counts nothing.
pub(super) fn year_digits(scope: &Scope<'_, '_>, place: usize) -> Option<i32> {
    let words = scope.words;
    let text = words.text(place);
    let is_year = words.is_digits(place) && text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse().ok().filter(|_| is_year).filter(|year| (1000..2200).contains(year))?;
    let is_of_money = matches!(words.text(place.wrapping_sub(1)), "$" | "€" | "£" | "¥");
    let next = words.at(place + 1);
    let has_unit = next.is_some_and(|next| match next.kind {
        WordKind::Letters => next.is_joined || is_unit(&next.text),
        WordKind::Sign => matches!(&*next.text, "%" | "€" | "$" | "£" | "°"),
        WordKind::Digits => false,
    });
    (!is_of_money && !has_unit).then_some(year)
}

/// The number of an ordinal up to four, in words or figures, and the place after it.
pub(super) fn ordinal(scope: &Scope<'_, '_>, place: usize) -> Option<(u32, usize)> {
    let words = scope.words;
    let lower = words.lower(place);
    if words.is_digits(place) && words.is_joined(place + 1) {
        let number = lower.parse().ok()?;
        return matches!(words.lower(place + 1), "." | "st" | "nd" | "rd" | "th")
            .then_some((number, place + 2));
    }
    let stem = lower.trim_end_matches(['n', 's', 'r', 'm']);
    let number = match lower {
        "first" | "i" => 1,
        "second" | "ii" => 2,
        "third" | "iii" => 3,
        "fourth" | "final" | "iv" => 4,
        _ => match stem {
            "erste" => 1,
            "zweite" => 2,
            "dritte" => 3,
            "vierte" => 4,
            _ => return None,
        },
    };
    Some((number, place + 1))
}
