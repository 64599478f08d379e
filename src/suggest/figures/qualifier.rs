//! How exact a figure is, by the words before it.

use super::super::Unsaid;
use super::super::words::Words;
use crate::dossier::Qualifier;

/// What words say of how exact a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Said {
    /// What the format has a word for.
    As(Qualifier),
    /// It is less: the upper bounds of the format include their number.
    Below,
}

impl Said {
    /// The nearest that the format has; it claims no more than the words.
    pub(super) fn qualifier(self) -> Qualifier {
        match self {
            Self::As(qualifier) => qualifier,
            Self::Below => Qualifier::UpTo,
        }
    }

    /// What that leaves out.
    pub(super) fn unsaid(self) -> Option<Unsaid> {
        (self == Self::Below).then_some(Unsaid::Below)
    }
}

/// Phrases that end right before a number.
const PHRASES: &[(&str, Said)] = &[
    ("~", Said::As(Qualifier::About)),
    ("≈", Said::As(Qualifier::About)),
    (">", Said::As(Qualifier::MoreThan)),
    ("<", Said::Below),
    ("≥", Said::As(Qualifier::AtLeast)),
    ("≤", Said::As(Qualifier::UpTo)),
    ("rund", Said::As(Qualifier::About)),
    ("etwa", Said::As(Qualifier::About)),
    ("ungefähr", Said::As(Qualifier::About)),
    ("circa", Said::As(Qualifier::About)),
    ("ca", Said::As(Qualifier::About)),
    ("ca .", Said::As(Qualifier::About)),
    ("zirka", Said::As(Qualifier::About)),
    ("knapp", Said::As(Qualifier::About)),
    ("fast", Said::As(Qualifier::About)),
    ("beinahe", Said::As(Qualifier::About)),
    ("nahezu", Said::As(Qualifier::About)),
    ("gut", Said::As(Qualifier::About)),
    ("an die", Said::As(Qualifier::About)),
    ("um die", Said::As(Qualifier::About)),
    ("schätzungsweise", Said::As(Qualifier::About)),
    ("annähernd", Said::As(Qualifier::About)),
    ("about", Said::As(Qualifier::About)),
    ("around", Said::As(Qualifier::About)),
    ("roughly", Said::As(Qualifier::About)),
    ("approximately", Said::As(Qualifier::About)),
    ("nearly", Said::As(Qualifier::About)),
    ("almost", Said::As(Qualifier::About)),
    ("some", Said::As(Qualifier::About)),
    ("barely", Said::As(Qualifier::About)),
    ("an estimated", Said::As(Qualifier::About)),
    ("close to", Said::As(Qualifier::About)),
    ("just under", Said::As(Qualifier::About)),
    ("just over", Said::As(Qualifier::MoreThan)),
    ("mehr als", Said::As(Qualifier::MoreThan)),
    ("über", Said::As(Qualifier::MoreThan)),
    ("deutlich über", Said::As(Qualifier::MoreThan)),
    ("more than", Said::As(Qualifier::MoreThan)),
    ("over", Said::As(Qualifier::MoreThan)),
    ("above", Said::As(Qualifier::MoreThan)),
    ("well over", Said::As(Qualifier::MoreThan)),
    ("upwards of", Said::As(Qualifier::MoreThan)),
    ("in excess of", Said::As(Qualifier::MoreThan)),
    ("topped", Said::As(Qualifier::MoreThan)),
    ("exceeded", Said::As(Qualifier::MoreThan)),
    ("exceeds", Said::As(Qualifier::MoreThan)),
    ("mindestens", Said::As(Qualifier::AtLeast)),
    ("wenigstens", Said::As(Qualifier::AtLeast)),
    ("nicht weniger als", Said::As(Qualifier::AtLeast)),
    ("at least", Said::As(Qualifier::AtLeast)),
    ("no fewer than", Said::As(Qualifier::AtLeast)),
    ("no less than", Said::As(Qualifier::AtLeast)),
    ("not less than", Said::As(Qualifier::AtLeast)),
    ("bis zu", Said::As(Qualifier::UpTo)),
    ("höchstens", Said::As(Qualifier::UpTo)),
    ("maximal", Said::As(Qualifier::UpTo)),
    ("nicht mehr als", Said::As(Qualifier::UpTo)),
    ("weniger als", Said::Below),
    ("unter", Said::Below),
    ("up to", Said::As(Qualifier::UpTo)),
    ("as much as", Said::As(Qualifier::UpTo)),
    ("as many as", Said::As(Qualifier::UpTo)),
    ("at most", Said::As(Qualifier::UpTo)),
    ("no more than", Said::As(Qualifier::UpTo)),
    ("less than", Said::Below),
    ("fewer than", Said::Below),
    ("under", Said::Below),
    ("below", Said::Below),
    ("deutlich unter", Said::Below),
    ("well under", Said::Below),
    ("geschätzt", Said::As(Qualifier::About)),
    ("geschätzte", Said::As(Qualifier::About)),
    ("geschätzten", Said::As(Qualifier::About)),
    ("in etwa", Said::As(Qualifier::About)),
    ("estimated", Said::As(Qualifier::About)),
    ("nearing", Said::As(Qualifier::About)),
    ("mehr wie", Said::As(Qualifier::MoreThan)),
    ("oberhalb von", Said::As(Qualifier::MoreThan)),
    ("greater than", Said::As(Qualifier::MoreThan)),
    ("exceeding", Said::As(Qualifier::MoreThan)),
    ("a minimum of", Said::As(Qualifier::AtLeast)),
    ("minimum of", Said::As(Qualifier::AtLeast)),
    ("zumindest", Said::As(Qualifier::AtLeast)),
    ("a maximum of", Said::As(Qualifier::UpTo)),
    ("maximum of", Said::As(Qualifier::UpTo)),
    ("not more than", Said::As(Qualifier::UpTo)),
];

/// Words that may stand between such a phrase and the number: "bis zu jährlich zwei Prozent", "up to another 40 ships".
const BETWEEN: &[&str] = &[
    "a",
    "an",
    "another",
    "additional",
    "further",
    "extra",
    "total",
    "combined",
    "whopping",
    "of",
    "weitere",
    "weiteren",
    "weiterer",
    "zusätzliche",
    "zusätzlichen",
    "zusätzlich",
    "insgesamt",
    "jährlich",
    "monatlich",
    "täglich",
    "umgerechnet",
    "durchschnittlich",
    "mittlerweile",
    "inzwischen",
    "jeweils",
    "gut",
    "rund",
    "etwa",
    "about",
    "around",
    "some",
    "roughly",
    "estimated",
    "geschätzt",
    "geschätzte",
    "geschätzten",
];

/// What stands before a number says of it; the longest phrase that does, and of several the one farther away: "bis zu rund zwei
/// Prozent" is no more than that.
pub(super) fn before(words: &Words<'_>, place: usize) -> Said {
    /// More words between are another clause.
    const MOST: usize = 3;
    let ends_here = |place: usize| {
        let stands = |phrase: &str| {
            let count = phrase.split(' ').count();
            place.checked_sub(count).is_some_and(|start| words.phrase(start, phrase) == Some(place))
        };
        let found = PHRASES.iter().filter(|(phrase, _)| stands(phrase));
        found.max_by_key(|(phrase, _)| phrase.len()).map(|(_, said)| *said)
    };
    let mut said = ends_here(place);
    // "Mehr als die Hälfte", but not "über die 300 Gäste".
    let may_have_article = !words.is_digits(place);
    let mut place = place;
    for _ in 0..MOST {
        let before = words.lower_before(place);
        let is_article = may_have_article && matches!(before, "die" | "der" | "den" | "the");
        if !is_article && !BETWEEN.contains(&before) {
            break;
        }
        place -= 1;
        said = ends_here(place).or(said);
    }
    said.unwrap_or(Said::As(Qualifier::Exact))
}
