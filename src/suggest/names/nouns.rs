//! Which German words are common nouns, as far as lists and endings tell.

use super::lists;

/// How sure it is that a German word is a common noun.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Noun {
    /// Nothing tells.
    No,
    /// It ends as one, or with one.
    Ending,
    /// It is one that a list has.
    Whole,
}

/// Whether a word has more letters than any noun: each of its endings would be looked up.
pub(super) fn is_too_long(word: &str) -> bool {
    /// Bytes of the longest.
    const MOST: usize = 60;
    word.len() > MOST
}

/// How sure it is that a German word is a common noun.
pub(super) fn noun(word: &str) -> Noun {
    if is_too_long(word) {
        return Noun::No;
    }
    let small = word.to_lowercase();
    if lists::NOUNS_DE.contains(&*small) || lists::TITLES_DE.contains(&*small) {
        return Noun::Whole;
    }
    let plain = without_umlauts(&small);
    let whole = |stem: &str| lists::NOUN_HEADS_DE.contains(stem) || HEADS_WITHOUT_UMLAUTS.contains(stem);
    let mut is_compound = false;
    for stem in stems(&small).chain(stems(&plain)) {
        if whole(stem) {
            return Noun::Whole;
        }
        let ends = stem.char_indices().map(|(at, _)| &stem[at..]);
        // At least two letters before it, and four of the noun itself.
        if ends.skip(2).take_while(|end| end.chars().nth(3).is_some()).any(whole) {
            is_compound = true;
        }
    }
    let mut ends = small.char_indices().map(|(at, _)| &small[at..]).skip(3);
    let is_noun = is_compound || ends.any(|end| lists::NOUN_SUFFIXES_DE.contains(end));
    if is_noun { Noun::Ending } else { Noun::No }
}

/// The nouns as they are in the plural, but for its ending.
static HEADS_WITHOUT_UMLAUTS: std::sync::LazyLock<foldhash::HashSet<String>> =
    std::sync::LazyLock::new(|| lists::NOUN_HEADS_DE.iter().map(|noun| without_umlauts(noun)).collect());

fn without_umlauts(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'ä' => 'a',
            'ö' => 'o',
            'ü' => 'u',
            c => c,
        })
        .collect()
}

/// The word without the endings that a noun may have, itself first.
fn stems(word: &str) -> impl Iterator<Item = &str> {
    const ENDINGS: [&str; 11] = ["", "n", "en", "e", "er", "ern", "s", "es", "in", "innen", "ens"];
    ENDINGS.into_iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() > 2)
}

/// Whether a German word is inflected as an adjective is, written small.
pub(super) fn may_be_adjective(word: &str) -> bool {
    let is_small = word.starts_with(char::is_lowercase);
    is_small
        && word.len() > 3
        && ["e", "en", "er", "es", "em"].iter().any(|ending| word.ends_with(ending))
        && !lists::VERBS_DE.contains(word)
        && !lists::SAYING_DE.contains(word)
        && !lists::PREPOSITIONS_DE.contains(word)
        && !NO_ADJECTIVES.contains(&word)
}

/// Small words that end as adjectives do.
const NO_ADJECTIVES: [&str; 62] = [
    "haben", "hatten", "werden", "wurden", "sind", "waren", "sollen", "sollten", "können", "konnten",
    "wollen", "wollten", "müssen", "mussten", "dürfen", "durften", "lassen", "ließen", "gegen", "neben",
    "wegen", "zwischen", "unter", "über", "hinter", "aber", "oder", "oben", "unten", "außen", "innen",
    "immer", "wieder", "weiter", "bisher", "daher", "vorher", "nachher", "später", "früher", "ehe", "ohne",
    "heute", "gerade", "beinahe", "eben", "zusammen", "morgen", "gestern", "weder", "wäre", "hätte", "würde",
    "könnte", "sollte", "wenige", "machen", "gehen", "kommen", "stehen", "liegen", "bleiben",
];
