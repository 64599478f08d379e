//! Where quotations are found. What is compared is the text a reader sees, after NFC, with every run of white space as
//! one blank and without soft hyphens and the like; quotation marks and dashes as they stand. A quotation does not
//! begin or end within a word or a number of the article. Its context may be cut within a word, but not within a
//! number.

mod capitals;
mod context;
mod nearest;
mod quoting;
pub(crate) mod reworded;
mod typography;
mod written_out;

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};
use memchr::memmem;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::automata::occurrences;
use super::{AnchorState, Quote};
use crate::text::invisible::{is_invisible, without_invisible};
use crate::text::word_boundary::{BoundaryText, is_between_words, is_within_number};

pub(crate) use capitals::OtherCapitals;
pub(crate) use context::Context;
pub(crate) use typography::{
    Part, QuoteDifference, TypographicMatch, differing, find_typographic, first_difference,
};

/// The most places an ambiguous quotation lists; with more to choose from, the quotation should be longer.
pub(crate) const MAX_PLACES: usize = 16;

/// The text as it is compared.
pub(crate) fn fold(text: &str) -> String {
    let mut index = Index::empty(0);
    index.push(text, 0..text.len());
    index.text
}

/// The article as it is compared, with a mapping back to its bytes. Built once, used for every anchor and alias.
pub(crate) struct Index {
    text: String,
    marked: BoundaryText,
    /// Where the two texts differ, in order; between two such mappings they run in step.
    mappings: Vec<Mapping>,
    /// Where the parts begin in the folded text.
    parts: Vec<usize>,
}

struct Mapping {
    folded: Range<usize>,
    original: Range<usize>,
}

impl Index {
    /// Indexes the parts of the text that are shown, in order; what lies between two of them counts as one blank,
    /// and so do the beginning and the end.
    pub(crate) fn new(text: &str, shown: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut shown = shown.into_iter().peekable();
        let mut end = shown.peek().map_or(0, |range| range.start);
        let mut index = Self::empty(end);
        for range in shown {
            index.push_blank(end..range.start);
            end = range.end;
            index.parts.push(index.text.len());
            index.push(text, range);
        }
        index.push_blank(end..end);
        index.marked = BoundaryText::of(&index.text);
        index
    }

    /// Indexes all of a text.
    #[cfg(test)]
    pub(crate) fn whole(text: &str) -> Self {
        Self::new(text, std::iter::once(0..text.len()))
    }

    fn empty(start: usize) -> Self {
        let mappings = vec![Mapping { folded: 0..0, original: start..start }];
        Self { text: String::new(), marked: BoundaryText::default(), mappings, parts: Vec::new() }
    }

    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The same with the ends of its words marked.
    pub(super) fn marked(&self) -> &BoundaryText {
        &self.marked
    }

    /// The part of the folded text that this byte of it is in.
    fn part(&self, byte: usize) -> Range<usize> {
        let next = self.parts.partition_point(|start| *start <= byte);
        let start = next.checked_sub(1).map_or(0, |last| self.parts[last]);
        start..self.parts.get(next).copied().unwrap_or(self.text.len())
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let base = range.start;
        let part = &text[range];
        let mut start = 0;
        loop {
            // Most of a text is plain letters, which stay as they are; only the last of them can have a mark.
            let sure = plain_length(&part.as_bytes()[start..]).saturating_sub(1);
            self.text.push_str(&part[start..start + sure]);
            start += sure;
            let Some(c) = part[start..].chars().next() else { break };
            let end = start + segment_length(&part[start..]);
            let original = base + start..base + end;
            let segment = &part[start..end];
            if is_invisible(c) {
                self.replace("", original);
            } else if c.is_whitespace() {
                if segment == " " && !self.text.ends_with(' ') {
                    self.text.push(' ');
                } else {
                    self.push_blank(original);
                }
            } else if segment.len() == c.len_utf8() && is_stable(c) {
                self.text.push(c);
            } else {
                let composed: String = without_invisible(segment).nfc().collect();
                if composed == segment {
                    self.text.push_str(segment);
                } else {
                    self.replace(&composed, original);
                }
            }
            start = end;
        }
    }

    /// A blank for these bytes, unless one stands before them already: what is between the two is invisible.
    fn push_blank(&mut self, original: Range<usize>) {
        let blank = if self.text.ends_with(' ') { "" } else { " " };
        self.replace(blank, original);
    }

    fn replace(&mut self, folded: &str, original: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(folded);
        self.mappings.push(Mapping { folded: start..self.text.len(), original });
    }

    /// The bytes of the article that this stretch of the folded text stands for; it is widened to whole mappings.
    pub(crate) fn original(&self, folded: &Range<usize>) -> Range<usize> {
        let start = match self
            .mappings
            .partition_point(|mapping| mapping.folded.start <= folded.start)
            .checked_sub(1)
        {
            None => 0,
            Some(last) => {
                let mapping = &self.mappings[last];
                match folded.start.checked_sub(mapping.folded.end) {
                    None => mapping.original.start,
                    Some(beyond) => mapping.original.end + beyond,
                }
            }
        };
        let end =
            match self.mappings.partition_point(|mapping| mapping.folded.start < folded.end).checked_sub(1) {
                None => start,
                Some(last) => {
                    let mapping = &self.mappings[last];
                    mapping.original.end + folded.end.saturating_sub(mapping.folded.end)
                }
            };
        start..end.max(start)
    }

    /// The bytes of the folded text that stand for a passage of the article.
    pub(crate) fn folded_range(&self, passage: &Range<usize>) -> Range<usize> {
        self.folded(passage.start)..self.folded(passage.end)
    }

    /// The byte of the folded text that stands for this byte of the article.
    fn folded(&self, original: usize) -> usize {
        let Some(last) =
            self.mappings.partition_point(|mapping| mapping.original.start <= original).checked_sub(1)
        else {
            return 0;
        };
        let mapping = &self.mappings[last];
        match original.checked_sub(mapping.original.end) {
            None => mapping.folded.start,
            Some(beyond) => (mapping.folded.end + beyond).min(self.text.len()),
        }
    }

    /// Where one quotation stands.
    #[cfg(test)]
    fn locate(&self, quote: &Quote) -> AnchorState {
        self.locate_all(std::slice::from_ref(quote)).remove(0)
    }

    /// Where the quotations stand, each with its context, in one pass over the article. Overlapping occurrences
    /// count. A quotation of blanks is lost.
    pub(crate) fn locate_all(&self, quotes: &[Quote]) -> Vec<AnchorState> {
        let patterns: Vec<Option<Pattern>> =
            quotes.iter().map(|quote| Pattern::of(quote).filter(Pattern::quotes_whole_words)).collect();
        let states = self.places(&patterns).into_iter().zip(&patterns).map(|(places, pattern)| {
            let Some(Pattern { passage, .. }) = pattern else { return AnchorState::Lost };
            let mut places =
                places.into_iter().map(|start| self.original(&(start + passage.start..start + passage.end)));
            match (places.next(), places.next()) {
                (None, _) => AnchorState::Lost,
                (Some(only), None) => AnchorState::Exact(only),
                (Some(first), Some(second)) => {
                    AnchorState::Ambiguous([first, second].into_iter().chain(places).collect())
                }
            }
        });
        states.collect()
    }

    /// The bytes of the folded text at which each pattern begins, at most [`MAX_PLACES`] each.
    fn places(&self, wanted: &[Option<Pattern>]) -> Vec<Vec<usize>> {
        let mut patterns: Vec<BoundaryText> = Vec::new();
        let mut lengths: Vec<usize> = Vec::new();
        let mut is_single: Vec<bool> = Vec::new();
        let mut known: HashMap<BoundaryText, usize> = HashMap::new();
        let numbers: Vec<Option<usize>> = wanted
            .iter()
            .map(|pattern| {
                let pattern = pattern.as_ref()?;
                let marked =
                    BoundaryText::with_cut_ends(&pattern.whole, pattern.has_prefix, pattern.has_suffix);
                let next = patterns.len();
                Some(*known.entry(marked).or_insert_with_key(|marked| {
                    patterns.push(marked.clone());
                    lengths.push(pattern.whole.len());
                    is_single.push(pattern.whole.chars().nth(1).is_none());
                    next
                }))
            })
            .collect();
        let mut offsets = self.marked.offsets();
        let found = occurrences(self.marked.bytes(), &patterns, MAX_PLACES, |number, place| {
            let end = offsets.to(place.end);
            let start = end - lengths[number];
            // A single point or comma has no word edges that would distinguish it from one inside a number.
            let is_whole = !is_single[number] || is_between_words(&self.text, start);
            (is_whole && [start, end].into_iter().all(|at| is_seam(&self.text, at))).then_some(start)
        });
        numbers
            .into_iter()
            .map(|number| number.map_or_else(Vec::new, |number| found[number].clone()))
            .collect()
    }

    /// Where these quotations, none of which stands here, are cut out of longer words or numbers; none for those that do
    /// not stand even so. Of several places one counts where only the context is cut.
    pub(crate) fn within_words(&self, lost: &[&Quote]) -> Vec<Option<Cut>> {
        let patterns = lost.iter().map(|quote| Pattern::of(quote)).enumerate();
        let (numbers, patterns): (Vec<usize>, Vec<Pattern>) =
            patterns.filter_map(|(number, pattern)| Some((number, pattern?))).unzip();
        let wholes: Vec<&str> = patterns.iter().map(|pattern| &*pattern.whole).collect();
        let found = occurrences(self.text.as_bytes(), &wholes, MAX_PLACES, |_, place| {
            [place.start, place.end].into_iter().all(|at| is_seam(&self.text, at)).then_some(place.start)
        });
        let mut within = vec![None; lost.len()];
        for ((number, pattern), places) in numbers.into_iter().zip(&patterns).zip(found) {
            let cuts = places.into_iter().map(|start| self.cut(pattern, start));
            within[number] = cuts.reduce(|first, next| if next == Cut::Context { next } else { first });
        }
        within
    }

    /// Where a pattern that stands here, but not as whole words, is cut.
    fn cut(&self, pattern: &Pattern, start: usize) -> Cut {
        let ends = [pattern.passage.start, pattern.passage.end].map(|at| start + at);
        if ends.into_iter().any(|at| is_within_number(&self.text, at)) {
            Cut::Number
        } else if ends.into_iter().any(|at| !is_between_words(&self.text, at)) {
            Cut::Word
        } else {
            Cut::Context
        }
    }

    /// Looks for text similar to quotations that are not found; also returns how much work that was.
    pub(crate) fn locate_reworded(&self, lost: &[&Quote]) -> (Vec<reworded::Relocation>, usize) {
        reworded::locate(self, lost)
    }
}

/// Where a quotation is cut out of something longer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cut {
    /// Its words begin or end within a word.
    Word,
    /// Its words begin or end within a number.
    Number,
    /// Its words are whole, but its context begins or ends within a number.
    Context,
}

/// How many bytes of ASCII a text begins with in which no blank follows another or comes first.
fn plain_length(text: &[u8]) -> usize {
    let mut last = b' ';
    let is_plain = |byte: &&u8| {
        let plain = byte.is_ascii_graphic() || **byte == b' ' && last != b' ';
        last = **byte;
        plain
    };
    text.iter().take_while(is_plain).count()
}

/// Whether normalization leaves the character as it is, and what stands before it too.
fn is_stable(c: char) -> bool {
    c < '\u{300}'
        || canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

/// Whether the character can change together with what stands before it. One that is only replaced by another, as an
/// ångström sign or a compatibility ideograph, cannot.
fn joins(c: char) -> bool {
    !is_stable(c) && std::iter::once(c).nfd().next().is_none_or(|first| !is_stable(first))
}

/// Whether nothing stands here that belongs to the character before, as a mark does. Nothing belongs to a blank.
fn is_seam(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let next = after.chars().next();
    next.is_none_or(|next| next.is_whitespace() || !is_combining_mark(next) && !joins(next))
        || before.chars().next_back().is_none_or(char::is_whitespace)
}

/// The bytes of what is folded together: a run of white space, a character with what joins it, or a run of invisible
/// characters. Invisible ones within the other two belong to them, at their end they do not.
fn segment_length(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    let mut end = first.len_utf8();
    for (at, c) in chars {
        let goes_on = match () {
            () if is_invisible(first) => is_invisible(c),
            () if is_invisible(c) => continue,
            () if first.is_whitespace() => c.is_whitespace(),
            () => !c.is_whitespace() && joins(c),
        };
        if !goes_on {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// The words to look for.
struct Pattern {
    /// With their context.
    whole: String,
    /// The part that is the passage: blanks at the ends of `exact` must stand but are not part of it.
    passage: Range<usize>,
    has_prefix: bool,
    has_suffix: bool,
}

impl Pattern {
    /// None if there is nothing but blanks, or if the context ends within a character.
    fn of(quote: &Quote) -> Option<Self> {
        let exact = fold(&quote.exact);
        if exact.trim().is_empty() {
            return None;
        }
        let mut whole = fold(&quote.prefix);
        let has_prefix = !whole.is_empty();
        let append = |whole: &mut String, part: &str| {
            let doubled = whole.ends_with(' ') && part.starts_with(' ');
            whole.push_str(if doubled { &part[1..] } else { part });
        };
        append(&mut whole, &exact);
        let end = whole.len() - (exact.len() - exact.trim_end().len());
        let start = end - exact.trim().len();
        let suffix = fold(&quote.suffix);
        append(&mut whole, &suffix);
        let has_suffix = !suffix.is_empty();
        let parts_no_character = is_seam(&whole, start) && is_seam(&whole, end);
        parts_no_character.then_some(Self { whole, passage: start..end, has_prefix, has_suffix })
    }

    /// Whether no word or number extends from the passage into its context.
    fn quotes_whole_words(&self) -> bool {
        [self.passage.start, self.passage.end].into_iter().all(|at| is_between_words(&self.whole, at))
    }
}

/// Whether a quotation has words to look for.
pub(crate) fn has_words(quote: &Quote) -> bool {
    quote.exact.chars().any(|c| !c.is_whitespace() && !is_invisible(c))
}

/// Whether a word or number extends from the quoted words into their own context.
pub(crate) fn is_cut_by_context(quote: &Quote) -> bool {
    Pattern::of(quote).is_some_and(|pattern| !pattern.quotes_whole_words())
}

/// Whether the text contains these words as whole words.
pub(crate) fn contains_words(text: &str, words: &str) -> bool {
    if words.trim().is_empty() {
        return false;
    }
    text.contains(words)
        && memmem::find(BoundaryText::of(text).bytes(), BoundaryText::of(words).bytes()).is_some()
}

#[cfg(test)]
mod tests;
