//! How exact a figure is, by the words before it.

use super::super::words::Words;
use crate::dossier::Qualifier;

/// Phrases that end right before a number.
const PHRASES: &[(&str, Qualifier)] = &[
    ("rund", Qualifier::About),
    ("etwa", Qualifier::About),
    ("ungefähr", Qualifier::About),
    ("circa", Qualifier::About),
    ("ca", Qualifier::About),
    ("ca .", Qualifier::About),
    ("zirka", Qualifier::About),
    ("knapp", Qualifier::About),
    ("fast", Qualifier::About),
    ("beinahe", Qualifier::About),
    ("nahezu", Qualifier::About),
    ("gut", Qualifier::About),
    ("an die", Qualifier::About),
    ("um die", Qualifier::About),
    ("schätzungsweise", Qualifier::About),
    ("annähernd", Qualifier::About),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("roughly", Qualifier::About),
    ("approximately", Qualifier::About),
    ("nearly", Qualifier::About),
    ("almost", Qualifier::About),
    ("some", Qualifier::About),
    ("barely", Qualifier::About),
    ("an estimated", Qualifier::About),
    ("close to", Qualifier::About),
    ("just under", Qualifier::About),
    ("just over", Qualifier::MoreThan),
    ("mehr als", Qualifier::MoreThan),
    ("über", Qualifier::MoreThan),
    ("deutlich über", Qualifier::MoreThan),
    ("more than", Qualifier::MoreThan),
    ("over", Qualifier::MoreThan),
    ("above", Qualifier::MoreThan),
    ("well over", Qualifier::MoreThan),
    ("upwards of", Qualifier::MoreThan),
    ("in excess of", Qualifier::MoreThan),
    ("topped", Qualifier::MoreThan),
    ("exceeded", Qualifier::MoreThan),
    ("exceeds", Qualifier::MoreThan),
    ("mindestens", Qualifier::AtLeast),
    ("wenigstens", Qualifier::AtLeast),
    ("nicht weniger als", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("bis zu", Qualifier::UpTo),
    ("bis auf", Qualifier::UpTo),
    ("höchstens", Qualifier::UpTo),
    ("maximal", Qualifier::UpTo),
    ("nicht mehr als", Qualifier::UpTo),
    ("weniger als", Qualifier::UpTo),
    ("unter", Qualifier::UpTo),
    ("up to", Qualifier::UpTo),
    ("as much as", Qualifier::UpTo),
    ("as many as", Qualifier::UpTo),
    ("at most", Qualifier::UpTo),
    ("no more than", Qualifier::UpTo),
    ("less than", Qualifier::UpTo),
    ("fewer than", Qualifier::UpTo),
    ("under", Qualifier::UpTo),
];

/// What stands before a number says of it; the longest phrase that does.
pub(super) fn before(words: &Words<'_>, place: usize) -> Qualifier {
    // "Mehr als die Hälfte", "fast ein Drittel".
    let place = place - usize::from(matches!(words.lower_before(place), "die" | "der" | "den" | "the"));
    let stands = |phrase: &str| {
        let count = phrase.split(' ').count();
        place.checked_sub(count).is_some_and(|start| words.phrase(start, phrase) == Some(place))
    };
    let found = PHRASES.iter().filter(|(phrase, _)| stands(phrase)).max_by_key(|(phrase, _)| phrase.len());
    found.map_or(Qualifier::Exact, |(_, qualifier)| *qualifier)
}
