//! Words for days: `heute`, `gestern Abend`, `tomorrow`, `this morning`.

use std::ops::Range;

use super::super::date::Date;
use super::super::scope::{Read, Scope};
use super::super::tense::{Tense, is_present_passive, own_tense};
use super::super::verbs::is_english_past;
use super::parts_of_day::after_time_of_day;
use super::published_plus;
use super::weekdays::weekday_at;
use crate::text::cues::CueLanguage::{English, German};

/// `heute`, `gestern Abend`, `yesterday`, `this morning`, `last night`.
pub(super) fn day_word(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let lower = words.lower(place);
    let counted = |end: usize, days: i64| Read::counted(end, published_plus(scope, days).map(Date::on));
    if words.knows(German) {
        let days = match lower {
            "vorgestern" => Some(-2),
            "gestern" => Some(-1),
            "heute" => Some(0),
            "übermorgen" => Some(2),
            // "Am Morgen" has a capital, and "Morgen" may begin a sentence.
            "morgen"
                if words.text(place) == "morgen"
                    && !matches!(words.lower_before(place), "heute" | "gestern") =>
            {
                Some(1)
            }
            _ => None,
        };
        if let Some(days) = days {
            let end = after_time_of_day(scope, place + 1);
            // "Bis heute", "noch heute" and "heute" of our times mean no day.
            let is_day = lower != "heute" || end > place + 1 || is_today(scope, place);
            return Some(if is_day { counted(end, days) } else { Read::vague(end) });
        }
    }
    if words.knows(English) {
        const AWAY: [(&str, i64); 4] = [
            ("the day before yesterday", -2),
            ("day before yesterday", -2),
            ("the day after tomorrow", 2),
            ("day after tomorrow", 2),
        ];
        if let Some((end, days)) =
            AWAY.iter().find_map(|(phrase, days)| Some((words.phrase(place, phrase)?, *days)))
        {
            return Some(counted(end, days));
        }
        let part_of_day = matches!(words.lower(place + 1), "morning" | "afternoon" | "evening");
        return match lower {
            "yesterday" => Some(counted(after_time_of_day(scope, place + 1), -1)),
            // "Miami Today" is a newspaper.
            "today" if words.is_capital(place) && !words.begins_sentence(place) => None,
            "today" if is_today(scope, place) => Some(counted(place + 1, 0)),
            "today" => Some(Read::vague(place + 1)),
            "tonight" => Some(counted(place + 1, 0)),
            "tomorrow" => Some(counted(after_time_of_day(scope, place + 1), 1)),
            "this" if part_of_day => Some(counted(place + 2, 0)),
            "last" if words.lower(place + 1) == "night" => Some(counted(place + 2, -1)),
            _ => None,
        };
    }
    None
}

/// Whether `heute` or `today` is the day, and not our times.
fn is_today(scope: &Scope<'_, '_>, place: usize) -> bool {
    let before = scope.words.lower_before(place);
    let after = scope.words.lower(place + 1);
    !matches!(
        before,
        "bis" | "noch" | "schon" | "bereits" | "von" | "until" | "to" | "even" | "still" | "than" | "als"
    ) && !matches!(after, "noch" | "als")
        && happens_that_day(scope, place)
}

/// Whether the clause tells what happens on the day: "heute" and "today" are mostly our times where it says what is so.
fn happens_that_day(scope: &Scope<'_, '_>, place: usize) -> bool {
    /// Verbs of the present of what has a day.
    const HAPPEN: &[&str] = &[
        "beginnt",
        "beginnen",
        "startet",
        "starten",
        "endet",
        "enden",
        "tagt",
        "tagen",
        "eröffnet",
        "erscheint",
        "feiert",
        "feiern",
        "veröffentlicht",
        "entscheidet",
        "entscheiden",
        "berät",
        "beraten",
        "öffnet",
        "verhandelt",
        "teilt",
        "meldet",
        "begeht",
        "jährt",
        "stimmt",
        "präsentiert",
        "tritt",
        "begins",
        "starts",
        "announces",
        "opens",
    ];
    let words = scope.words;
    let at = place + 1 + usize::from(matches!(words.text(place + 1), "," | "("));
    let clause = || words.clause(place);
    let has_hour = || {
        clause().any(|place| words.is_digits(place) && matches!(words.lower(place + 1), "uhr" | "am" | "pm"))
    };
    let happens = || clause().any(|place| HAPPEN.contains(&words.lower(place)));
    // "Earlier today", "comes into force today".
    let is_led = matches!(
        words.lower_before(place),
        "earlier" | "later" | "force" | "effect" | "effective" | "früher" | "später"
    );
    // "Today, the court published its ruling": the clause itself has no verb.
    let opens = || words.text(place + 1) == "," && tells(scope, words.clause(place + 2));
    weekday_at(scope, at).is_some()
        || is_led
        || has_hour()
        || happens()
        || words.knows(English) && opens()
        || match own_tense(words, place) {
            Tense::Past => words.knows(German) || has_event(scope, place),
            Tense::Future => !is_present_passive(words, place),
            Tense::Open => false,
        }
}

/// Whether the English clause of this place has a verb that may be in the past: "has" alone is in the present.
fn has_event(scope: &Scope<'_, '_>, place: usize) -> bool {
    scope.words.clause(place).any(|place| is_past(scope, place))
}

/// Whether one of these words is an English verb that is in the past and nothing else: what "people have recognized" is so still.
fn tells(scope: &Scope<'_, '_>, mut places: Range<usize>) -> bool {
    let is_beside = |place: usize| {
        matches!(scope.words.lower(place), "has" | "have" | "had" | "is" | "are" | "be" | "been" | "being")
    };
    let follows = |place: usize| (1..=2).any(|back| place.checked_sub(back).is_some_and(is_beside));
    places.any(|place| is_past(scope, place) && !follows(place))
}

fn is_past(scope: &Scope<'_, '_>, place: usize) -> bool {
    let word = scope.words.lower(place);
    is_english_past(word) && !matches!(word, "has" | "have" | "had")
}
