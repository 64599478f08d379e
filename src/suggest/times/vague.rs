//! Words for times of which nobody can say when exactly: they are listed, without a date.

use super::parts::Turn;
use super::scope::{Read, Scope};
use crate::text::cues::CueLanguage::{English, German};

const IN_GERMAN: &[&str] = &[
    "zuletzt",
    "inzwischen",
    "mittlerweile",
    "kürzlich",
    "jüngst",
    "neulich",
    "unlängst",
    "vor kurzem",
    "vor kurzer zeit",
    "bald",
    "demnächst",
    "in kürze",
    "in naher zukunft",
    "in zukunft",
    "derzeit",
    "zurzeit",
    "momentan",
    "gegenwärtig",
    "damals",
    "seinerzeit",
    "seit kurzem",
    "seit langem",
    "seit längerem",
    "vor jahren",
    "vor monaten",
    "vor wochen",
    "vor tagen",
    "dieser tage",
    "vor jahrzehnten",
    "in absehbarer zeit",
    "in jüngster zeit",
    "in letzter zeit",
    "jahr zuvor",
    "jahr davor",
    "jahr danach",
    "jahr darauf",
    "monat zuvor",
    "monat darauf",
    "tag zuvor",
    "tag davor",
    "tag danach",
    "tag darauf",
    "woche zuvor",
    "woche darauf",
    "folgetag",
    "folgejahr",
    "folgemonat",
    "folgewoche",
];

const IN_ENGLISH: &[&str] = &[
    "recently",
    "soon",
    "lately",
    "currently",
    "shortly",
    "at present",
    "at the moment",
    "these days",
    "in the near future",
    "in due course",
    "until recently",
    "years ago",
    "months ago",
    "weeks ago",
    "days ago",
    "decades ago",
    "long ago",
    "in the near term",
    "the year before",
    "the day before",
    "the month before",
    "the week before",
    "following day",
    "following week",
    "following month",
    "following year",
];

/// Periods in the plural.
const PERIODS: &[&str] = &[
    "jahren",
    "jahre",
    "monaten",
    "monate",
    "wochen",
    "tagen",
    "tage",
    "jahrzehnten",
    "jahrzehnte",
    "years",
    "months",
    "weeks",
    "days",
    "decades",
];

pub(super) fn read(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let german = words.knows(German).then(|| words.longest(place, IN_GERMAN)).flatten();
    let english = words.knows(English).then(|| words.longest(place, IN_ENGLISH)).flatten();
    // "Die Woche zuvor" is counted from a day of which it was spoken before, "eine Woche zuvor" is a distance.
    let german = german.filter(|_| {
        !matches!(words.lower_before(place), "ein" | "eine" | "einen" | "einem" | "einer" | "1")
            || !is_period(words.lower(place))
    });
    let german = german.or_else(|| of_the_same(scope, place));
    // "Shortly before seven" is no time by itself.
    let english = english
        .filter(|end| words.lower(place) != "shortly" || !matches!(words.lower(*end), "before" | "after"));
    let is_weekend = words.lower(place) == "wochenende" && !words.lower_before(place).starts_with("jede")
        || words.lower(place) == "weekend" && matches!(words.lower_before(place), "the" | "this");
    let weekend = is_weekend.then_some(place + 1);
    german.max(english).or_else(|| periods(scope, place)).or(weekend).map(Read::vague)
}

fn is_period(word: &str) -> bool {
    matches!(word, "jahr" | "jahres" | "monat" | "monats" | "tag" | "tages" | "woche")
}

/// `selben Monat`, `gleichen Jahr`, `darauffolgenden Tag`, counted from what stands elsewhere.
fn of_the_same(scope: &Scope<'_, '_>, place: usize) -> Option<usize> {
    let words = scope.words;
    let is_one = matches!(
        words.lower(place),
        "selben" | "gleichen" | "folgenden" | "darauffolgenden" | "nächstfolgenden" | "vorangegangenen"
    );
    (is_one && words.knows(German) && is_period(words.lower(place + 1))).then_some(place + 2)
}

/// `vergangenen Wochen`, `nächsten drei Jahren`, `recent weeks`, `coming months`; the place after the words.
fn periods(scope: &Scope<'_, '_>, place: usize) -> Option<usize> {
    let words = scope.words;
    let lower = words.lower(place);
    let turns = matches!(lower, "recent" | "previous" | "past")
        || !lower.starts_with("dies") && !lower.starts_with("this") && Turn::of(lower).is_some();
    if !turns {
        return None;
    }
    let is_number = words.is_digits(place + 1)
        || matches!(
            words.lower(place + 1),
            "zwei"
                | "drei"
                | "vier"
                | "fünf"
                | "sechs"
                | "sieben"
                | "acht"
                | "neun"
                | "zehn"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "few"
                | "several"
                | "paar"
                | "couple"
        );
    let at = place + 1 + usize::from(is_number);
    let at = at + usize::from(words.lower(at) == "of" && is_number);
    PERIODS.contains(&words.lower(at)).then_some(at + 1)
}
