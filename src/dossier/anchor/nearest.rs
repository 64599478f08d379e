//! The sentence of the article that is most like a quotation which is lost: shown to an author who looks for the words,
//! never taken for them.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::reworded::words;
use super::{Index, Quote, fold};
use crate::text::sentences::sentences;

/// The most quotations that sentences are looked for.
const QUOTATIONS: usize = 200;
/// The most sentences that one word is looked up in: in more, it says nothing.
const COMMON: usize = 2000;

impl Index {
    /// For each of these quotations the bytes of the article of the sentence that shares most with it, if that is half of
    /// its letters at least.
    pub(crate) fn nearest_sentences(&self, lost: &[&Quote]) -> Vec<Option<Range<usize>>> {
        let quoted: Vec<HashMap<u64, usize>> = lost
            .iter()
            .take(QUOTATIONS)
            .map(|quote| {
                let text = fold(&quote.exact);
                // A word counts by its letters: "and" and "in" stand everywhere.
                words(&text).map(|word| (word.key, word.range.len())).collect()
            })
            .collect();
        let wanted: HashSet<u64> = quoted.iter().flat_map(HashMap::keys).copied().collect();
        let mut all: Vec<Range<usize>> = Vec::new();
        let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
        for (number, start) in self.parts.iter().enumerate() {
            let end = self.parts.get(number + 1).copied().unwrap_or(self.text.len());
            for sentence in sentences(&self.text[*start..end]) {
                let sentence = start + sentence.start..start + sentence.end;
                for word in words(&self.text[sentence.clone()]).filter(|word| wanted.contains(&word.key)) {
                    let known = places.entry(word.key).or_default();
                    if known.last() != Some(&all.len()) && known.len() < COMMON {
                        known.push(all.len());
                    }
                }
                all.push(sentence);
            }
        }
        let mut nearest = vec![None; lost.len()];
        for (quoted, nearest) in quoted.iter().zip(&mut nearest) {
            let letters: usize = quoted.values().sum();
            let mut shared: HashMap<usize, usize> = HashMap::new();
            for (key, length) in quoted {
                for sentence in places.get(key).into_iter().flatten() {
                    *shared.entry(*sentence).or_default() += length;
                }
            }
            // Of equally like ones the shorter: more of it is like.
            let best = shared
                .into_iter()
                .max_by_key(|(number, shared)| (*shared, std::cmp::Reverse((all[*number].len(), *number))));
            *nearest = best
                .filter(|(_, shared)| shared * 2 >= letters && letters > 0)
                .map(|(number, _)| self.original(&all[number]));
        }
        nearest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest<'a>(text: &'a str, words: &str) -> Option<&'a str> {
        let index = Index::whole(text);
        let quote = Quote { exact: words.into(), ..Quote::default() };
        index.nearest_sentences(&[&quote]).remove(0).map(|range| &text[range])
    }

    #[test]
    fn the_sentence_with_most_of_the_words_is_near() {
        let text =
            "Der Rat schließt die alte Brücke im Mai. Die Brücke ist alt. Lastwagen fahren außen herum.";
        assert_eq!(
            nearest(text, "Im Mai wird die alte Brücke geschlossen, sagt der Rat"),
            Some("Der Rat schließt die alte Brücke im Mai.")
        );
        assert_eq!(nearest(text, "Fähren verkehren häufiger und die Preise steigen"), None);
    }
}
