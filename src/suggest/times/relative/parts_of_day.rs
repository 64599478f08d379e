//! Parts of the day.

use super::super::scope::Scope;

/// Times of the day that may stand after a word for a day.
const TIMES_OF_DAY: &[&str] = &[
    "morgen",
    "früh",
    "vormittag",
    "mittag",
    "nachmittag",
    "abend",
    "nacht",
    "morning",
    "afternoon",
    "evening",
    "night",
    "lunchtime",
    "midday",
    "noon",
];

pub(super) fn after_time_of_day(scope: &Scope<'_, '_>, place: usize) -> usize {
    place + usize::from(TIMES_OF_DAY.contains(&scope.words.lower(place)))
}

/// Whether a word in small letters is a part of the day.
pub(super) fn is_part_of_day(word: &str) -> bool {
    TIMES_OF_DAY.contains(&word)
}
