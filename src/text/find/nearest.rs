//! Words that are nearly what was looked for in vain: misspelt, or inside of other words, as "zentren" is in "Rechenzentren".

use std::ops::Range;

use foldhash::fast::FixedState;
use foldhash::{HashSet, HashSetExt as _};
use std::hash::BuildHasher as _;

use super::{Query, fold};
use crate::text::scripts::is_continuation;

/// The most words that are offered.
pub const MAX_NEAREST: usize = 5;

/// The most words that are kept until all are known.
const KEPT: usize = 64;
/// The most different words that are compared: far more than a language has in a text that is read.
const MOST_WORDS: usize = 200_000;
/// A longer word is not compared.
const LONGEST: usize = 64;
/// From so many letters on a word is looked for inside of others, and from so many on such a word is nearer than one that
/// differs from it.
const INSIDE: usize = 3;
const SURELY_INSIDE: usize = 5;
/// The most characters that are passed over at once in search of a word.
const MOST_BETWEEN: usize = 256;

/// The words of texts, compared with those of a query.
#[derive(Clone, Debug)]
pub struct Nearest {
    query: Query,
    typed: String,
    wanted: Vec<Wanted>,
    seen: HashSet<u64>,
    found: Vec<Candidate>,
}

/// A word of the query.
#[derive(Clone, Debug)]
struct Wanted {
    /// Its place among all that the query looks for.
    term: usize,
    typed: Range<usize>,
    plain: Vec<char>,
    /// Whether a text has it after all: then not all words stand together anywhere.
    is_there: bool,
}

/// A word that is nearly one of the query's.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Candidate {
    /// How far it is from that, then by how many letters it is longer or shorter, then its place among all words.
    distance: (usize, usize, usize),
    wanted: usize,
    word: String,
    plain: String,
}

/// What is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// What to show.
    pub word: String,
    /// What to look for.
    pub query: String,
}

impl Nearest {
    /// For a query that found nothing.
    pub fn new(query: &Query, typed: &str) -> Self {
        let wanted = query.typed_words().map(|(term, range)| {
            let plain = fold::plain(&typed[range.clone()]).chars().take(LONGEST).collect();
            Wanted { term, typed: range, plain, is_there: false }
        });
        Self {
            wanted: wanted.collect(),
            query: query.clone(),
            typed: typed.to_owned(),
            seen: HashSet::new(),
            found: Vec::new(),
        }
    }

    /// Reads a stretch of a text from this byte on, for about so much `work`; returns the byte it has reached.
    pub fn read(&mut self, text: &str, from: usize, to: usize, work: &mut usize) -> usize {
        let mut at = from;
        while at < to && *work > 0 {
            let rest = &text[at..to];
            // Between two words may be much that is none.
            let begin = rest.char_indices().take(MOST_BETWEEN).find(|(_, c)| is_letter(*c));
            let between = || rest.char_indices().nth(MOST_BETWEEN).map_or(rest.len(), |(place, _)| place);
            let begin = begin.map_or_else(between, |(place, _)| place);
            let letters = rest[begin..].char_indices().take(LONGEST + 1);
            let end =
                letters.take_while(|(_, c)| is_letter(*c)).map(|(place, c)| place + c.len_utf8()).last();
            let end = begin + end.unwrap_or(0);
            *work = work.saturating_sub(end.max(1));
            self.compare(&rest[begin..end], work);
            at += end.max(1);
        }
        at
    }

    fn compare(&mut self, word: &str, work: &mut usize) {
        let hash = FixedState::default().hash_one(word);
        if word.is_empty() || self.seen.len() >= MOST_WORDS || !self.seen.insert(hash) {
            return;
        }
        let plain = fold::plain(word);
        let letters: Vec<char> = plain.chars().collect();
        let number = self.seen.len();
        for (place, wanted) in self.wanted.iter_mut().enumerate() {
            *work = work.saturating_sub(word.len() * 4);
            if !wanted.is_there {
                let finder = self.query.terms().nth(wanted.term);
                wanted.is_there = finder.is_some_and(|finder| finder.first(word).is_some());
            }
            let Some(distance) = distance(&wanted.plain, &letters, work) else { continue };
            if self.found.iter().any(|other| other.plain == plain && other.wanted == place) {
                continue;
            }
            let apart = letters.len().abs_diff(wanted.plain.len());
            let (word, plain) = (word.to_owned(), plain.clone());
            self.found.push(Candidate { distance: (distance, apart, number), wanted: place, word, plain });
            if self.found.len() > KEPT {
                self.found.sort_unstable();
                self.found.truncate(KEPT / 2);
            }
        }
    }

    /// Whether all words of the query are there, although nowhere together.
    pub fn are_apart(&self) -> bool {
        self.wanted.len() > 1 && self.wanted.iter().all(|wanted| wanted.is_there)
    }

    /// What to offer, the nearest first. Words that are there each by themselves if only not all of them stand together.
    pub fn suggestions(mut self) -> Vec<Suggestion> {
        if self.are_apart() {
            let words = self.wanted.iter().map(|wanted| self.typed[wanted.typed.clone()].to_owned());
            return words.take(MAX_NEAREST).map(|word| Suggestion { query: word.clone(), word }).collect();
        }
        let missing: Vec<usize> =
            (0..self.wanted.len()).filter(|place| !self.wanted[*place].is_there).collect();
        self.found.retain(|candidate| missing.contains(&candidate.wanted));
        self.found.sort_unstable();
        let suggestions = self.found.iter().take(MAX_NEAREST).map(|candidate| {
            let word = candidate.word.clone();
            // The others of its words are found, so that they stay.
            let range = self.wanted[candidate.wanted].typed.clone();
            let mut query = self.typed.clone();
            if missing.len() == 1 {
                query.replace_range(range, &word);
            } else {
                query.clone_from(&word);
            }
            Suggestion { word, query }
        });
        suggestions.collect()
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_continuation(c) || fold::is_unseen(c) || fold::is_accent(c)
}

/// How far a word is from one that was typed; none if too far. Who types means the beginning of a word or all of it.
fn distance(typed: &[char], word: &[char], work: &mut usize) -> Option<usize> {
    let letters = typed.len();
    let is_number = typed.iter().all(|c| c.is_numeric());
    if letters >= INSIDE
        && !is_number
        && word.len() > letters
        && word[1..].windows(letters).any(|part| part == typed)
    {
        return Some(usize::from(letters < SURELY_INSIDE));
    }
    let most = match letters {
        _ if is_number => return None,
        0..=3 => return None,
        4..=5 => 1,
        _ => 2,
    };
    if word.len() + most < letters || word.len() > LONGEST {
        return None;
    }
    // Whose first two letters are both others is no slip of a finger, and too much to compare with.
    if !typed.iter().take(2).any(|letter| word.iter().take(2).any(|other| other == letter)) {
        return None;
    }
    let typed: String = typed.iter().collect();
    let mut least = None;
    // The whole word, or its beginning, where letters may be missing or too many.
    let beginning = if letters > 5 { letters - 1..=letters + 1 } else { letters..=letters };
    for length in beginning.chain([word.len()]).filter(|length| *length <= word.len()) {
        if length.abs_diff(letters) > most {
            continue;
        }
        *work = work.saturating_sub(letters * length);
        let apart = strsim::osa_distance(&typed, &word[..length].iter().collect::<String>());
        // Of what begins so, the word itself is nearer.
        let apart = apart + usize::from(length < word.len());
        if apart <= most && least.is_none_or(|least| apart < least) {
            least = Some(apart);
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(text: &str, typed: &str) -> Vec<(String, String)> {
        let query = Query::new(typed).expect("words");
        let mut nearest = Nearest::new(&query, typed);
        let mut at = 0;
        while at < text.len() {
            at = nearest.read(text, at, text.len(), &mut 7);
        }
        nearest.suggestions().into_iter().map(|offer| (offer.word, offer.query)).collect()
    }

    fn words(text: &str, typed: &str) -> Vec<String> {
        offered(text, typed).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn what_is_inside_of_words_is_near() {
        let text = "Neue Rechenzentren, Datenzentren und Zentralen in Südostasien.";
        assert_eq!(words(text, "zentren"), ["Datenzentren", "Rechenzentren", "Zentralen"]);
        assert_eq!(words(text, "ostasien"), ["Südostasien"]);
        assert_eq!(words("It is apparent.", "rent"), ["apparent"]);
        assert_eq!(words("Anno 12001", "200"), [""; 0], "a number is not nearly another");
    }

    #[test]
    fn what_is_misspelt_is_near() {
        let text = "ByteDance und Nvidia bauen Rechenzentren in Malaysia, die Übermut zeigen.";
        assert_eq!(words(text, "bytdance"), ["ByteDance"]);
        assert_eq!(words(text, "nvdia"), ["Nvidia"]);
        assert_eq!(words(text, "malasyia"), ["Malaysia"]);
        assert_eq!(words(text, "rechnezentr"), ["Rechenzentren"]);
        assert_eq!(words(text, "ubremut"), ["Übermut"]);
        assert_eq!(words(text, "zzz"), [""; 0]);
    }

    #[test]
    fn only_the_word_that_is_missing_is_replaced() {
        let text = "Nvidia liefert Chips. ByteDance mietet.";
        assert_eq!(offered(text, "nvdia chips"), [("Nvidia".to_owned(), "Nvidia chips".to_owned())]);
        let apart = ["nvidia", "mietet"].map(|word| (word.to_owned(), word.to_owned()));
        assert_eq!(offered(text, "nvidia mietet"), apart);
    }

    #[test]
    fn no_more_are_offered_than_can_be_chosen() {
        let text: Vec<String> = ('a'..='z').map(|c| format!("{c}zentrum")).collect();
        let text = text.join(" ");
        assert_eq!(words(&text, "zentrum").len(), MAX_NEAREST);
    }

    #[test]
    fn a_text_without_blanks_does_no_harm() {
        assert_eq!(words(&"ä".repeat(5000), "zentrum"), [""; 0]);
        assert_eq!(words(&format!("{} zentren", "…—– !".repeat(999)), "zentrum"), ["zentren"]);
    }
}
