//! The words beside a passage that distinguish it from others: as a proposal to an author, or for rewriting a
//! quotation.

use std::ops::Range;

use super::{Index, fold};
use crate::dossier::{AnchorState, Quote};
use crate::text::cut::{first_chars, last_chars};
use crate::text::word_boundary::is_between_words;

/// The most words of context that are proposed; more would not help.
const MOST_CONTEXT: usize = 12;
/// The most characters of a word of it: where a script puts no blanks, the next one is far.
pub(super) const LONGEST_WORD: usize = 40;
/// The most quotations that are tried for a passage: as it was, with each length of context on either side, with both.
const CANDIDATES: usize = 2 * MOST_CONTEXT + 2;

/// The words that distinguish one occurrence of a quotation from the others.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Context {
    /// Only this one comes after these words.
    Prefix(String),
    /// Only this one comes before these words.
    Suffix(String),
}

impl Index {
    /// For each earlier quotation a quotation of the passage beside it that stands once, if there is one. The article is
    /// gone through once for many of them.
    pub(crate) fn updated_quotes(&self, wanted: &[(&Quote, Range<usize>)]) -> Vec<Option<Quote>> {
        /// The most bytes that are looked for at once, roughly.
        const AT_ONCE: usize = 1 << 22;
        /// A quotation of this many bytes would not become unique by a longer context.
        const LONG: usize = 1 << 14;
        let mut chosen: Vec<Option<Quote>> = vec![None; wanted.len()];
        let mut open: Vec<usize> = (0..wanted.len()).collect();
        let length = |quote: &Quote| quote.prefix.len() + quote.exact.len() + quote.suffix.len();
        // Mostly the first that is tried will do.
        for candidates in [1, CANDIDATES] {
            let mut tried: Vec<(usize, Quote)> = Vec::new();
            let mut bytes = 0;
            for (place, &number) in open.iter().enumerate() {
                let (earlier, passage) = &wanted[number];
                let most = if length(earlier) > LONG { 1 } else { candidates };
                for quote in self.candidates(earlier, passage, most) {
                    bytes += length(&quote);
                    tried.push((number, quote));
                }
                if bytes > AT_ONCE || place + 1 == open.len() {
                    let (numbers, quotes): (Vec<usize>, Vec<Quote>) =
                        std::mem::take(&mut tried).into_iter().unzip();
                    let states = self.locate_all(&quotes);
                    for ((number, quote), state) in numbers.into_iter().zip(quotes).zip(states) {
                        if chosen[number].is_none() && state == AnchorState::Exact(wanted[number].1.clone()) {
                            chosen[number] = Some(quote);
                        }
                    }
                    bytes = 0;
                }
            }
            open.retain(|number| chosen[*number].is_none());
        }
        chosen
    }

    /// At most so many quotations of this passage, to be tried in turn: with the contexts of an earlier one as far as they still stand
    /// beside it, else with as many of the words that do; then with more and more, in case that is not enough to tell it
    /// from others.
    fn candidates(&self, earlier: &Quote, passage: &Range<usize>, most: usize) -> Vec<Quote> {
        let (start, end) = (self.folded(passage.start), self.folded(passage.end));
        let words = &self.text[start..end];
        let exact =
            if fold(&earlier.exact).trim() == words { earlier.exact.clone() } else { Box::from(words) };
        let before = |count: usize| -> &str {
            let head = &self.text[..start];
            let reach = head.char_indices().rev().take(count * LONGEST_WORD).map(|(at, _)| at);
            let reach = reach.filter(|at| is_between_words(head, *at)).last();
            let head = &head[reach.unwrap_or(start)..];
            let from = head.trim_end().rmatch_indices(' ').nth(count - 1).map_or(0, |(at, _)| at + 1);
            &head[from..]
        };
        let after = |count: usize| -> &str {
            let tail = &self.text[end..];
            let reach = tail.char_indices().take(count * LONGEST_WORD).map(|(at, c)| at + c.len_utf8());
            let reach = reach.filter(|at| is_between_words(tail, *at)).last();
            let tail = &tail[..reach.unwrap_or(0)];
            let lead = tail.len() - tail.trim_start().len();
            let to = tail[lead..].match_indices(' ').nth(count - 1).map_or(tail.len(), |(at, _)| lead + at);
            &tail[..to]
        };
        let count = |text: &str| text.split_whitespace().count().clamp(1, MOST_CONTEXT);
        let prefix = match &*earlier.prefix {
            "" => "",
            old if self.text[..start].ends_with(&fold(old)) => old,
            old => before(count(old)),
        };
        let suffix = match &*earlier.suffix {
            "" => "",
            old if self.text[end..].starts_with(&fold(old)) => old,
            old => after(count(old)),
        };
        // A comma alone would be enough, but would not last.
        let has_words = |context: &&str| context.contains(char::is_alphanumeric);
        let longer_suffix = (1..=MOST_CONTEXT).map(after).filter(|longer| longer.len() > suffix.len());
        let longer_suffix = longer_suffix.filter(has_words);
        let longer_prefix = (1..=MOST_CONTEXT).map(before).filter(|longer| longer.len() > prefix.len());
        let longer_prefix = longer_prefix.filter(has_words);
        let as_it_is = std::iter::once((prefix, suffix));
        let after_longer = longer_suffix.map(|longer| (prefix, longer));
        let before_longer = longer_prefix.map(|longer| (longer, suffix));
        let both = std::iter::once((before(MOST_CONTEXT), after(MOST_CONTEXT)));
        let contexts = as_it_is.chain(after_longer).chain(before_longer).chain(both);
        let quotes = contexts.map(|(prefix, suffix)| Quote {
            exact: exact.clone(),
            prefix: prefix.into(),
            suffix: suffix.into(),
        });
        quotes.take(most).collect()
    }

    /// The fewest words right beside the first of these places that stand beside none of the others.
    pub(crate) fn disambiguating_context(&self, places: &[Range<usize>]) -> Option<Context> {
        /// A longer context would not help.
        const REACH: usize = 120;
        let mut places = places.iter().map(|place| self.folded(place.start)..self.folded(place.end));
        let first = places.next()?;
        let others: Vec<Range<usize>> = places.collect();
        let after = &self.text[first.end..];
        let after = first_chars(after, REACH);
        let suffix = after.match_indices(' ').map(|(at, _)| &after[..at]).find(|words| {
            !words.trim().is_empty() && !others.iter().any(|o| self.text[o.end..].starts_with(words))
        });
        if let Some(suffix) = suffix {
            return Some(Context::Suffix(suffix.to_owned()));
        }
        let before = &self.text[..first.start];
        let before = last_chars(before, REACH + 1);
        before
            .rmatch_indices(' ')
            .map(|(at, _)| &before[at + 1..])
            .find(|words| {
                !words.trim().is_empty() && !others.iter().any(|o| self.text[..o.start].ends_with(words))
            })
            .map(|prefix| Context::Prefix(prefix.to_owned()))
    }
}
