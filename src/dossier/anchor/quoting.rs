//! The quotation of a passage that an author marks: its words, and of those beside it only as many as tell it from others.

use std::ops::Range;

use super::Index;
use super::context::LONGEST_WORD;
use crate::dossier::{AnchorState, Quote};
use crate::text::invisible::is_invisible;
use crate::text::scripts::{is_continuation, is_unspaced};
use crate::text::word_boundary::is_between_words;

/// The most words of context on a side; more would not help a reader to find the place.
const MOST_CONTEXT: usize = 12;

impl Index {
    /// The shortest quotation that finds just this passage: without context if its words are unique, else with the fewest whole
    /// words before it or after it, of as many those before. Only where neither is enough it has words on both sides. None if
    /// nothing tells the passage from others, or if it does not begin and end between words.
    pub(crate) fn shortest_quote(&self, text: &str, passage: &Range<usize>) -> Option<Quote> {
        let passage = trimmed(text, passage)?;
        let folded = self.folded_range(&passage);
        let exact = &self.text.get(folded.clone())?;
        let with = |(prefix, suffix): (&str, &str)| Quote {
            exact: (*exact).into(),
            prefix: prefix.into(),
            suffix: suffix.into(),
        };
        let is_it = |state: &AnchorState| *state == AnchorState::Exact(passage.clone());
        let plain = with(("", ""));
        if self.locate_all(std::slice::from_ref(&plain)).iter().all(is_it) {
            return Some(plain);
        }
        let (before, after) = (self.words_before(folded.start), self.words_after(folded.end));
        let most = before.len().max(after.len());
        let one_side = (0..most).flat_map(|count| {
            let before = before.get(count).map(|words| (*words, ""));
            before.into_iter().chain(after.get(count).map(|words| ("", *words)))
        });
        let both = before.iter().zip(&after).map(|(before, after)| (*before, *after));
        let tried: Vec<Quote> = one_side.chain(both).map(with).collect();
        let states = self.locate_all(&tried);
        tried.into_iter().zip(&states).find(|(_, state)| is_it(state)).map(|(quote, _)| quote)
    }

    /// What stands right before this byte of the folded text: from its last word on, from its last two words on, and so forth.
    fn words_before(&self, at: usize) -> Vec<&str> {
        let head = &self.text[..at];
        let mut found = Vec::new();
        let mut has_letters = false;
        for (start, c) in head.char_indices().rev().take(MOST_CONTEXT * LONGEST_WORD) {
            has_letters |= c.is_alphanumeric();
            let begins = start == 0 || head[..start].ends_with(' ') || is_unspaced(c);
            // A dash is no word, and would not last.
            if has_letters && begins && !is_continuation(c) && is_between_words(&self.text, start) {
                found.push(&head[start..]);
                has_letters = false;
            }
            if found.len() == MOST_CONTEXT {
                break;
            }
        }
        found
    }

    /// What stands right after this byte of the folded text: up to its first word, its second, and so forth.
    fn words_after(&self, at: usize) -> Vec<&str> {
        let tail = &self.text[at..];
        let mut found = Vec::new();
        let mut has_letters = false;
        let chars = tail.char_indices().take(MOST_CONTEXT * LONGEST_WORD);
        for (start, c) in chars {
            let end = start + c.len_utf8();
            has_letters |= c.is_alphanumeric();
            let next = tail[end..].chars().next();
            let ends = next.is_none_or(|next| next == ' ' || is_unspaced(c) && !is_continuation(next));
            if has_letters && ends && is_between_words(&self.text, at + end) {
                found.push(&tail[..end]);
                has_letters = false;
            }
            if found.len() == MOST_CONTEXT {
                break;
            }
        }
        found
    }
}

/// The passage without what a reader does not see at its ends.
fn trimmed(text: &str, passage: &Range<usize>) -> Option<Range<usize>> {
    let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
    let words = text.get(passage.clone())?.trim_end_matches(is_blank);
    let start = passage.start + words.len() - words.trim_start_matches(is_blank).len();
    let end = passage.start + words.len();
    (start < end).then_some(start..end)
}
