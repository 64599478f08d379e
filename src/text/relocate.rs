//! Finding text again after it changed: by where the two versions differ, and by the words that stood there.

use std::ops::Range;

use super::cut::floor_boundary;
use serde::{Deserialize, Serialize};

/// A stretch of a text and its words, so that it can be found in a later version.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Quoted {
    /// The byte it starts at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// What it says; of a long stretch the beginning.
    pub words: String,
}

/// The most bytes of words that are kept. Enough to tell a place from any other.
const MAX_QUOTED: usize = 120;

/// At most so many bytes of `text` from `start`, whole characters only.
fn excerpt(text: &str, start: usize, max: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    &rest[..floor_boundary(rest, max)]
}

impl Quoted {
    /// A range of the text with its words.
    pub fn of(text: &str, range: &Range<usize>) -> Self {
        let words = excerpt(text, range.start, range.len().min(MAX_QUOTED));
        Self { start: range.start, end: range.end, words: words.to_owned() }
    }

    /// What follows this byte; none at the end of the text or within a character.
    pub fn from(text: &str, byte: usize) -> Option<Self> {
        let words = excerpt(text, byte, MAX_QUOTED);
        (!words.is_empty()).then(|| Self { start: byte, end: byte + words.len(), words: words.to_owned() })
    }

    /// Where the words stand in this text; of several places the one nearest to where they stood.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let length = self.end.checked_sub(self.start)?;
        if self.words.is_empty() || self.words.len() > length {
            return None;
        }
        let at = |start: usize| {
            let range = start..start.checked_add(length)?;
            text.get(range.clone()).filter(|stretch| stretch.starts_with(&self.words)).map(|_| range)
        };
        // Usually nothing has changed, and then there is no need to search.
        at(self.start).or_else(|| {
            let places = text.match_indices(&self.words).filter_map(|(start, _)| at(start));
            places.min_by_key(|range| range.start.abs_diff(self.start))
        })
    }
}

/// Two versions of a text, and what is the same at their beginnings and ends.
#[derive(Clone, Copy, Debug)]
pub struct TextChange<'t> {
    before: &'t str,
    after: &'t str,
    /// How many bytes are the same at the beginning.
    head: usize,
    /// How many bytes after the head are the same at the end.
    tail: usize,
}

/// Words outside head and tail are searched for this many bytes around their old place.
const REACH: usize = 1 << 18;

impl<'t> TextChange<'t> {
    /// From one version of a text to the next.
    pub fn new(before: &'t str, after: &'t str) -> Self {
        let pairs = before.bytes().zip(after.bytes());
        let head = if before == after {
            before.len()
        } else {
            pairs.take_while(|(one, other)| one == other).count()
        };
        let max = before.len().min(after.len()) - head;
        let pairs = before.bytes().rev().zip(after.bytes().rev());
        let tail = pairs.take(max).take_while(|(one, other)| one == other).count();
        Self { before, after, head, tail }
    }

    /// Where a byte of the unchanged end is now.
    fn in_tail(&self, byte: usize) -> Option<usize> {
        let from_end = self.before.len().checked_sub(byte)?;
        (from_end <= self.tail).then(|| self.after.len() - from_end)
    }

    fn find(&self, quoted: Quoted) -> Option<Range<usize>> {
        let from = floor_boundary(self.after, quoted.start.saturating_sub(REACH));
        let end = floor_boundary(self.after, quoted.end.saturating_add(REACH)).max(from);
        let window = &self.after[from..end];
        let found = Quoted { start: quoted.start - from, end: quoted.end.checked_sub(from)?, ..quoted }
            .find(window)?;
        Some(found.start + from..found.end + from)
    }

    /// Where exactly these words are now; none if they are gone.
    pub fn words(&self, passage: &Range<usize>) -> Option<Range<usize>> {
        if passage.end <= self.head {
            return Some(passage.clone());
        }
        if let Some(start) = self.in_tail(passage.start) {
            return Some(start..start + passage.len());
        }
        let found = self.find(Quoted::of(self.before, passage))?;
        (self.after.get(found.clone()) == self.before.get(passage.clone())).then_some(found)
    }

    /// Where what begins at this byte begins now; if it is gone, what took its place. Always a character boundary.
    pub fn byte(&self, byte: usize) -> usize {
        let quoted = Quoted::from(self.before, byte);
        if quoted.as_ref().is_some_and(|quoted| quoted.end <= self.head) {
            return byte;
        }
        let found = self.in_tail(byte).or_else(|| Some(self.find(quoted?)?.start));
        let end = self.after.len() - self.tail;
        floor_boundary(self.after, found.unwrap_or_else(|| byte.clamp(self.head.min(end), end)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MAX_QUOTED, Quoted, TextChange};

    /// Texts of few words, so that the same words stand in several places, with letters of one to four bytes.
    fn text() -> impl Strategy<Value = String> {
        let word = prop::sample::select(&["a", "ab", "aba", "ü", "中国", "🌍", " ", "\n"][..]);
        prop::collection::vec(word, 0..60).prop_map(|words| words.concat())
    }

    /// A text, another made of it by replacing a stretch, and a stretch of the first that is whole characters.
    fn edited() -> impl Strategy<Value = (String, String, std::ops::Range<usize>)> {
        let place = any::<prop::sample::Index>;
        (text(), text(), place(), place(), place(), place()).prop_map(
            |(before, new, one, other, from, to)| {
                let bounds: Vec<usize> =
                    before.char_indices().map(|(byte, _)| byte).chain([before.len()]).collect();
                let ordered = |one: &prop::sample::Index, other: &prop::sample::Index| {
                    let (one, other) = (bounds[one.index(bounds.len())], bounds[other.index(bounds.len())]);
                    one.min(other)..one.max(other)
                };
                let mut after = before.clone();
                after.replace_range(ordered(&one, &other), &new);
                let range = ordered(&from, &to);
                (before, after, range)
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn what_is_found_says_the_same_words((before, after, range) in edited()) {
            if let Some(found) = TextChange::new(&before, &after).words(&range) {
                prop_assert_eq!(after.get(found), before.get(range));
            }
        }

        #[test]
        fn unchanged_text_stays_where_it_is((text, _, range) in edited()) {
            let change = TextChange::new(&text, &text);
            prop_assert_eq!(change.words(&range), Some(range.clone()));
            prop_assert_eq!(change.byte(range.start), range.start);
        }

        #[test]
        fn words_outside_the_edit_are_found((before, after, range) in edited()) {
            let head = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
            if range.end <= head {
                prop_assert_eq!(TextChange::new(&before, &after).words(&range), Some(range));
            }
        }

        #[test]
        fn nothing_points_outside_or_into_a_letter((before, after, range) in edited(), wild in any::<usize>()) {
            let change = TextChange::new(&before, &after);
            for byte in [range.start, range.end, wild] {
                let moved = change.byte(byte);
                prop_assert!(after.is_char_boundary(moved), "{} became {}", byte, moved);
            }
            if let Some(found) = change.words(&range) {
                prop_assert!(after.get(found).is_some());
            }
        }

        #[test]
        fn a_quotation_is_found_where_its_words_are((before, after, range) in edited()) {
            let quoted = Quoted::of(&before, &range);
            if let Some(found) = quoted.find(&after) {
                prop_assert!(after[found.clone()].starts_with(&quoted.words));
                prop_assert_eq!(found.len(), range.len());
                // Nothing nearer says the same.
                let distance = found.start.abs_diff(range.start);
                for (start, _) in after.match_indices(&quoted.words) {
                    let fits = after.get(start..start + range.len()).is_some();
                    prop_assert!(!fits || start.abs_diff(range.start) >= distance);
                }
            } else if !range.is_empty() {
                let said = after.match_indices(&quoted.words);
                prop_assert!(said.clone().all(|(start, _)| after.get(start..start + range.len()).is_none()));
            }
        }

        /// A file may say anything.
        #[test]
        fn any_quotation_is_found_inside_the_text_or_not_at_all(
            text in text(), start in any::<usize>(), end in any::<usize>(), words in text(),
        ) {
            let found = Quoted { start, end, words: words.clone() }.find(&text);
            prop_assert!(found.is_none_or(|found| text[found].starts_with(&words)));
        }
    }

    #[test]
    fn a_quotation_keeps_whole_letters_and_no_more_than_its_limit() {
        let text = "ü".repeat(MAX_QUOTED);
        let quoted = Quoted::from(&text, 2).expect("it follows");
        assert_eq!((quoted.start, quoted.end, quoted.words.len()), (2, 2 + MAX_QUOTED, MAX_QUOTED));
        assert_eq!(Quoted::from(&text, 1), None);
        assert_eq!(Quoted::from(&text, text.len()), None);
    }
}
