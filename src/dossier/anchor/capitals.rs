//! Quotations that stand in the article but for capitals. They are no evidence, for a name is another word than a noun; but
//! what differs can be said exactly.

use std::ops::Range;

use super::{BoundaryText, Index, Pattern};
use crate::dossier::Quote;

/// A passage that reads like a quotation but for capitals.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OtherCapitals {
    /// The bytes of the article that the quoted words stand for.
    pub(crate) passage: Range<usize>,
    /// What the article has, with the context that was given.
    pub(crate) text: String,
}

impl Index {
    /// The folded text in small letters; its bytes are mapped to those of the folded text.
    fn without_capitals(text: &str) -> Self {
        let mut index = Self::empty(0);
        for (at, c) in text.char_indices() {
            if c.to_lowercase().eq(std::iter::once(c)) {
                index.text.push(c);
            } else {
                let small: String = c.to_lowercase().collect();
                index.replace(&small, at..at + c.len_utf8());
            }
        }
        index
    }

    /// Where these quotations, none of which stands here, stand but for capitals, in order.
    pub(crate) fn other_capitals(&self, lost: &[&Quote]) -> Vec<Vec<OtherCapitals>> {
        let patterns: Vec<Option<Pattern>> =
            lost.iter().map(|quote| Pattern::without_capitals(quote)).collect();
        if patterns.iter().all(Option::is_none) {
            return vec![Vec::new(); lost.len()];
        }
        let mut plain = Self::without_capitals(&self.text);
        plain.marked = BoundaryText::of(&plain.text);
        let found = plain.places(&patterns).into_iter().zip(&patterns);
        let matches = found.map(|(places, pattern)| {
            let Some(pattern) = pattern else { return Vec::new() };
            let of =
                |start: usize, part: &Range<usize>| plain.original(&(start + part.start..start + part.end));
            let each = places.into_iter().map(|start| OtherCapitals {
                passage: self.original(&of(start, &pattern.passage)),
                text: self.text[of(start, &(0..pattern.whole.len()))].to_owned(),
            });
            each.collect()
        });
        matches.collect()
    }
}

impl Pattern {
    /// The quotation in small letters; none if it has no letters.
    fn without_capitals(quote: &Quote) -> Option<Self> {
        let exact = Self::of(quote).filter(Self::quotes_whole_words)?;
        let plain = Index::without_capitals(&exact.whole);
        let passage = plain.folded(exact.passage.start)..plain.folded(exact.passage.end);
        let has_letters = plain.text[passage.clone()].contains(char::is_alphabetic);
        has_letters.then_some(Self { whole: plain.text, passage, ..exact })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, exact: &str, suffix: &str) -> Vec<(String, String)> {
        let quote = Quote { exact: exact.into(), suffix: suffix.into(), ..Quote::default() };
        let found = Index::whole(text).other_capitals(&[&quote]).remove(0).into_iter();
        found.map(|it| (text[it.passage].to_owned(), it.text)).collect()
    }

    fn pair(passage: &str, text: &str) -> (String, String) {
        (passage.to_owned(), text.to_owned())
    }

    #[test]
    fn only_capitals_may_differ() {
        let text = "Die Bank of China, İstanbul und  ÖL. Die BANK.";
        assert_eq!(found(text, "bank Of china", ""), [pair("Bank of China", "Bank of China")]);
        assert_eq!(found(text, "und öl", ""), [pair("und  ÖL", "und ÖL")]);
        assert_eq!(found(text, "China", ", istanbul"), []);
        assert_eq!(found(text, "bank", ""), [pair("Bank", "Bank"), pair("BANK", "BANK")]);
        assert_eq!(found(text, "die", " bank."), [pair("Die", "Die BANK.")]);
        assert_eq!(found(text, "ban", ""), [], "a part of a word");
        assert_eq!(found(text, "bank - of china", ""), []);
    }
}
