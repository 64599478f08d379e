//! What the whole article tells of a word.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::lists;
use super::nouns::{Noun, may_be_adjective, noun};
use super::tokens::{Gap, Language, Tokens};

/// How a word with a capital stands within sentences.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Uses {
    /// With an article or the like before it.
    pub(super) led: usize,
    /// Without.
    pub(super) bare: usize,
    /// At the beginning of a sentence or in a heading, where nothing tells.
    pub(super) first: usize,
}

/// What is known of the words of an article.
pub(super) struct Evidence<'a> {
    uses: HashMap<&'a str, Uses>,
    small: HashSet<&'a str>,
    /// Of the words with capitals in German sentences: to find that out takes a while.
    nouns: HashMap<&'a str, Noun>,
}

impl<'a> Evidence<'a> {
    /// Reads all sentences.
    pub(super) fn of(tokens: &Tokens<'a>) -> Self {
        let mut evidence = Self { uses: HashMap::new(), small: HashSet::new(), nouns: HashMap::new() };
        for sentence in &tokens.sentences {
            for place in sentence.tokens.clone() {
                let token = &tokens.list[place];
                let word = tokens.word(place);
                if !token.is_capital {
                    evidence.small.insert(word);
                    continue;
                }
                if sentence.language == Language::German {
                    evidence.nouns.entry(word).or_insert_with(|| noun(word));
                }
                let goes_on = tokens.list.get(place + 1).is_some_and(|next| next.gap == Gap::Hyphen);
                // The article before "Wellgard-Aktie" is that of the share.
                if sentence.is_heading || tokens.begins(place) || token.gap == Gap::Hyphen || goes_on {
                    evidence.uses.entry(word).or_default().first += 1;
                } else {
                    let is_led = sentence.language == Language::German && is_led(tokens, place);
                    let uses = evidence.uses.entry(word).or_default();
                    *(if is_led { &mut uses.led } else { &mut uses.bare }) += 1;
                }
            }
        }
        evidence
    }

    /// How sure it is that a word is a German common noun.
    pub(super) fn noun(&self, word: &str) -> Noun {
        self.nouns.get(word).copied().unwrap_or_else(|| noun(word))
    }

    /// How this word stands within sentences.
    pub(super) fn uses(&self, word: &str) -> Uses {
        self.uses.get(word).copied().unwrap_or_default()
    }

    /// Whether the article has this word small, too.
    pub(super) fn is_small_too(&self, word: &str) -> bool {
        self.small.contains(&*word.to_lowercase())
    }
}

/// The most adjectives between an article and its noun that are looked past.
const MOST_ADJECTIVES: usize = 3;

/// Whether a German word has an article, a number or the like before it, adjectives between them or not.
pub(super) fn is_led(tokens: &Tokens<'_>, place: usize) -> bool {
    leader(tokens, place).is_some()
}

/// The place of that article or the like.
pub(super) fn leader(tokens: &Tokens<'_>, place: usize) -> Option<usize> {
    let mut next = place;
    for _ in 0..=MOST_ADJECTIVES {
        if !matches!(tokens.list[next].gap, Gap::Blank) {
            return None;
        }
        let before = next - 1;
        let word = tokens.word(before);
        let small = word.to_lowercase();
        if word.starts_with(|c: char| c.is_ascii_digit()) || lists::DETERMINERS_DE.contains(&*small) {
            return Some(before);
        }
        if !may_be_adjective(word) {
            return None;
        }
        next = before;
    }
    None
}

/// Whether an adjective stands right before it.
pub(super) fn follows_adjective(tokens: &Tokens<'_>, place: usize) -> bool {
    tokens.list[place].gap == Gap::Blank && may_be_adjective(tokens.word(place - 1))
}
