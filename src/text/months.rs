//! The names of the months.

/// By their number from 1: the whole names, and the short ones without their full stop.
const GERMAN: [&[&str]; 12] = [
    &["Januar", "Jänner", "Jan", "Jän"],
    &["Februar", "Feb"],
    &["März", "Maerz", "Mär", "Mrz"],
    &["April", "Apr"],
    &["Mai"],
    &["Juni", "Jun"],
    &["Juli", "Jul"],
    &["August", "Aug"],
    &["September", "Sept", "Sep"],
    &["Oktober", "Okt"],
    &["November", "Nov"],
    &["Dezember", "Dez"],
];

const ENGLISH: [&[&str]; 12] = [
    &["January", "Jan"],
    &["February", "Feb"],
    &["March", "Mar"],
    &["April", "Apr"],
    &["May"],
    &["June", "Jun"],
    &["July", "Jul"],
    &["August", "Aug"],
    &["September", "Sept", "Sep"],
    &["October", "Oct"],
    &["November", "Nov"],
    &["December", "Dec"],
];

/// The month that is called so in German, in whole or short, as it is written within a sentence.
pub(crate) fn in_german(word: &str) -> Option<u32> {
    named(&GERMAN, word)
}

/// The month that is called so in English, in whole or short.
pub(crate) fn in_english(word: &str) -> Option<u32> {
    named(&ENGLISH, word)
}

fn named(months: &[&[&str]; 12], word: &str) -> Option<u32> {
    (1..).zip(months).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// Whether a word in small letters is the name of a month in either language, in whole or short.
pub(crate) fn is_one(word: &str) -> bool {
    GERMAN
        .iter()
        .chain(&ENGLISH)
        .flat_map(|names| *names)
        .any(|name| name.chars().flat_map(char::to_lowercase).eq(word.chars()))
}

/// The month whose name in either language a word in small letters is, or begins with three letters or more of.
pub(crate) fn cut(word: &str) -> Option<u32> {
    let is_cut = |name: &str| word.chars().count() >= 3 && begins_with(name, word);
    let of = |months: &[&[&str]; 12]| {
        (1..).zip(months).find(|(_, names)| names.iter().any(|name| is_cut(name))).map(|(number, _)| number)
    };
    of(&GERMAN).or_else(|| of(&ENGLISH))
}

fn begins_with(name: &str, word: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    word.chars().all(|c| letters.next() == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_known_in_its_languages_whole_short_and_cut() {
        assert_eq!(in_german("Jänner"), Some(1));
        assert_eq!((in_english("Oct"), in_german("Oct")), (Some(10), None));
        assert_eq!(in_english("may"), None);
        assert!(is_one("may") && is_one("märz") && is_one("okt") && !is_one("mayor") && !is_one("ma"));
        assert_eq!(cut("janua"), Some(1));
        assert_eq!((cut("mar"), cut("mär"), cut("mai"), cut("may")), (Some(3), Some(3), Some(5), Some(5)));
        assert_eq!(
            (cut("dez"), cut("mrz"), cut("dec"), cut("ma"), cut("maybe")),
            (Some(12), Some(3), Some(12), None, None)
        );
    }
}
