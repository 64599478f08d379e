//! Quotations that stand in the article but for typography: other quotation marks, apostrophes, dashes, ellipses or blanks.
//! They are no evidence, for they are not what the article says letter by letter; but what differs can be said exactly.

use std::ops::Range;

use super::{BoundaryText, Index, Pattern, fold, has_words};
use crate::dossier::Quote;
use crate::text::cut::ceil_boundary;
use crate::text::typography::{self, signs};

/// A passage that reads like a quotation but for typography.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct TypographicMatch {
    /// The bytes of the article that the quoted words stand for.
    pub(crate) passage: Range<usize>,
    /// The bytes of the folded text with the context that was given.
    whole: Range<usize>,
}

/// The parts of a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// What stands before the words.
    Prefix,
    /// The words.
    Exact,
    /// What stands after the words.
    Suffix,
}

/// One place where a quotation differs from the article in typography.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct QuoteDifference {
    /// In which part of the quotation.
    pub(crate) part: Part,
    /// The byte of that part's text.
    pub(crate) byte: usize,
    /// What the quotation has; empty for a blank that it lacks.
    pub(crate) quoted: String,
    /// What the article has.
    pub(crate) article: String,
    /// Where it has that.
    pub(crate) at: Range<usize>,
}

impl Index {
    /// The folded text as it is compared where typography does not count; its bytes are mapped to those of the folded text.
    fn without_typography(text: &str) -> Self {
        let mut index = Self::empty(0);
        let mut end = 0;
        for sign in signs(text) {
            if end < sign.at.start {
                index.replace("", end..sign.at.start);
            }
            end = sign.at.end;
            let mut bytes = [0; 4];
            let as_text = sign.sign.encode_utf8(&mut bytes);
            if text[sign.at.clone()] == *as_text {
                index.text.push(sign.sign);
            } else {
                index.replace(as_text, sign.at);
            }
        }
        if end < text.len() {
            index.replace("", end..text.len());
        }
        index
    }

    /// Where these quotations, none of which stands here, stand but for typography, in order.
    pub(crate) fn typographic(&self, lost: &[&Quote]) -> Vec<Vec<TypographicMatch>> {
        let mut plain = Self::without_typography(&self.text);
        plain.marked = BoundaryText::of(&plain.text);
        let patterns: Vec<Option<Pattern>> = lost.iter().map(|quote| Pattern::typographic(quote)).collect();
        let found = plain.places(&patterns);
        let matches = found.into_iter().zip(&patterns).zip(lost).map(|((places, pattern), quote)| {
            let Some(pattern) = pattern else { return Vec::new() };
            let whole = |start: usize| plain.original(&(start..start + pattern.whole.len()));
            let passage =
                |start: usize| plain.original(&(start + pattern.passage.start..start + pattern.passage.end));
            let matches = places.into_iter().map(|start| TypographicMatch {
                passage: self.original(&passage(start)),
                whole: whole(start),
            });
            // Where only blanks at its ends are missing there is nothing to name.
            matches.filter(|found| !self.typographic_differences(quote, found).is_empty()).collect()
        });
        matches.collect()
    }

    /// What differs between a quotation and such a passage, in the order of the quotation.
    pub(crate) fn typographic_differences(
        &self,
        quote: &Quote,
        found: &TypographicMatch,
    ) -> Vec<QuoteDifference> {
        let written = [&*quote.prefix, &*quote.exact, &*quote.suffix];
        let joined = written.concat();
        let mut folded = Self::empty(0);
        folded.push(&joined, 0..joined.len());
        let article = &self.text[found.whole.clone()];
        let differences = typography::differences(&folded.text, article).unwrap_or_default().into_iter();
        let located = differences.map(|it| {
            let byte = folded.original(&it.before).start;
            let (exact, suffix) = (written[0].len(), written[0].len() + written[1].len());
            let (part, start) = match byte {
                byte if byte < exact => (Part::Prefix, 0),
                byte if byte < suffix => (Part::Exact, exact),
                _ => (Part::Suffix, suffix),
            };
            let start_there = found.whole.start;
            let at = self.original(&(start_there + it.after.start..start_there + it.after.end));
            let (quoted, article) = (folded.text[it.before].to_owned(), article[it.after].to_owned());
            QuoteDifference { part, byte: byte - start, quoted, article, at }
        });
        located.collect()
    }
}

impl Pattern {
    /// The quotation as it is compared where typography does not count.
    fn typographic(quote: &Quote) -> Option<Self> {
        let exact = Self::of(quote)?;
        let plain = Index::without_typography(&exact.whole);
        let passage = plain.folded(exact.passage.start)..plain.folded(exact.passage.end);
        let is_passage = !passage.is_empty() && plain.text[passage.clone()].contains(char::is_alphanumeric);
        let pattern = Self { whole: plain.text, passage, ..exact };
        (is_passage && pattern.quotes_whole_words()).then_some(pattern)
    }
}

/// Where in a short text some words stand but for typography, as whole words: bytes of the text, which need not be folded.
pub(crate) fn find_typographic(text: &str, words: &str) -> Option<Range<usize>> {
    let quote = Quote { exact: words.into(), ..Quote::default() };
    if !has_words(&quote) {
        return None;
    }
    let index = Index::new(text, std::iter::once(0..text.len()));
    let found = index.typographic(&[&quote]).remove(0);
    found.into_iter().next().map(|found| found.passage)
}

/// What some words and a text that they stand in but for typography have in the places where they differ.
pub(crate) fn differing(words: &str, text: &str) -> Vec<(String, String)> {
    let (words, text) = (fold(words), fold(text));
    let found = typography::differences(words.trim(), text.trim()).unwrap_or_default().into_iter();
    let (words, text) = (words.trim(), text.trim());
    found.map(|it| (words[it.before].to_owned(), text[it.after].to_owned())).collect()
}

/// The byte of these words at which they first differ from such a text.
pub(crate) fn first_difference(words: &str, text: &str) -> Option<usize> {
    let mut folded = Index::empty(0);
    folded.push(words, 0..words.len());
    let text = fold(text);
    let first = typography::differences(&folded.text, &text)?.into_iter().next()?;
    let byte = folded.original(&first.before).start;
    Some(ceil_boundary(words, byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(prefix: &str, exact: &str, suffix: &str) -> Quote {
        Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
    }

    /// In which part, at which byte of it, what is quoted and what stands in the article.
    type Differs = (Part, usize, String, String);

    fn found(text: &str, quote: &Quote) -> Vec<(String, Vec<Differs>)> {
        let index = Index::whole(text);
        let matches = index.typographic(&[quote]).remove(0);
        let found = matches.iter().map(|found| {
            let differences = index.typographic_differences(quote, found).into_iter();
            let differences = differences.map(|it| (it.part, it.byte, it.quoted, it.article));
            (text[found.passage.clone()].to_owned(), differences.collect())
        });
        found.collect()
    }

    #[test]
    fn short_quotations_are_found_too() {
        let text = "Aus Reuters’ Büro: „Wir warten“ – und mehr.";
        let difference = |byte, one: &str, other: &str| (Part::Exact, byte, one.to_owned(), other.to_owned());
        assert_eq!(
            found(text, &quote("", "Reuters' Büro", "")),
            [("Reuters’ Büro".to_owned(), vec![difference(7, "'", "’")])]
        );
        assert_eq!(
            found(text, &quote("", "\"Wir warten\"", "")),
            [("„Wir warten“".to_owned(), vec![difference(0, "\"", "„"), difference(11, "\"", "“")])]
        );
        assert_eq!(found(text, &quote("", "Reuters Büro", "")), []);
        assert_eq!(found(text, &quote("", "\"Wir war", "")), [], "half a word is no word");
    }

    #[test]
    fn the_typography_of_the_context_counts_too() {
        let text = "Er sagte: „Ja“ – und ging. Sie sagte „Ja“.";
        let passage = "Ja".to_owned();
        let difference = |part, byte, one: &str, other: &str| (part, byte, one.to_owned(), other.to_owned());
        assert_eq!(
            found(text, &quote("sagte: \"", "Ja", "\" - und")),
            [(
                passage,
                vec![
                    difference(Part::Prefix, 7, "\"", "„"),
                    difference(Part::Suffix, 0, "\"", "“"),
                    difference(Part::Suffix, 2, "-", "–"),
                ]
            )]
        );
    }

    #[test]
    fn several_places_are_several() {
        let text = "Die ‚Chips‘ und die „Chips“ und Chips.";
        assert_eq!(found(text, &quote("", "\"Chips\"", "")).len(), 2);
    }

    #[test]
    fn what_no_reader_sees_moves_no_place() {
        let text = "Die Reu\u{ad}ters’ Bü\u{200b}ro.";
        let difference = (Part::Exact, 12, "'".to_owned(), "’".to_owned());
        assert_eq!(
            found(text, &quote("", "\u{200b}Reu\u{ad}ters' Büro", "")),
            [("Reu\u{ad}ters’ Bü\u{200b}ro".to_owned(), vec![difference])]
        );
        assert_eq!(find_typographic("a „b“  c", "\"b\" c"), Some(2..12));
        assert_eq!(first_difference("b \"c\"", "b „c“"), Some(2));
    }
}
