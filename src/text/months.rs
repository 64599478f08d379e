//! The names of the months.

use super::cues::CueLanguage;

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

fn of(language: CueLanguage) -> &'static [&'static [&'static str]; 12] {
    match language {
        CueLanguage::German => &GERMAN,
        CueLanguage::English => &ENGLISH,
    }
}

/// The names with the numbers of their months, from 1.
fn names(language: CueLanguage) -> impl Iterator<Item = (&'static str, u32)> {
    (1..).zip(of(language)).flat_map(|(number, names)| names.iter().map(move |name| (*name, number)))
}

/// The month that is called so in one of these languages, in whole or short, as it is written within a sentence.
pub(crate) fn named(word: &str, languages: &[CueLanguage]) -> Option<u32> {
    let mut names = languages.iter().flat_map(|language| names(*language));
    names.find(|(name, _)| *name == word).map(|(_, number)| number)
}

/// The month whose name in either language a word in small letters is, or begins with three letters or more of.
pub(crate) fn cut(word: &str) -> Option<u32> {
    let is_cut = |name: &str| word.chars().count() >= 3 && begins_with(name, word);
    let mut names = CueLanguage::ALL.into_iter().flat_map(names);
    names.find(|(name, _)| is_cut(name)).map(|(_, number)| number)
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
        assert_eq!(named("Jänner", &[CueLanguage::German]), Some(1));
        assert_eq!(named("Oct", &CueLanguage::ALL), Some(10));
        assert_eq!(named("Oct", &[CueLanguage::German]), None);
        assert_eq!(named("may", &CueLanguage::ALL), None);
        assert_eq!(cut("janua"), Some(1));
        assert_eq!((cut("mar"), cut("mär"), cut("mai"), cut("may")), (Some(3), Some(3), Some(5), Some(5)));
        assert_eq!(
            (cut("dez"), cut("mrz"), cut("dec"), cut("ma"), cut("maybe")),
            (Some(12), Some(3), Some(12), None, None)
        );
    }
}
