//! Where quotations stand. Compared is the text a reader sees, after NFC, with every run of white space as one
//! blank; quotation marks and dashes as they stand. A quotation, with its context, does not begin or end within a word or a
//! number of the article.

pub(crate) mod reworded;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, BuildError, FindOverlappingIter};
use foldhash::{HashMap, HashMapExt as _};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::whole::{Marked, is_between_words};
use super::{AnchorState, Quote};

/// The most places an ambiguous quotation lists; whoever has to choose among more needs a longer quotation.
pub(crate) const MAX_PLACES: usize = 16;

/// The most words of context that are proposed; a longer one is no help to anybody.
const MOST_CONTEXT: usize = 12;
/// The most characters of a word of it: where a script puts no blanks, the next one is far.
const LONGEST_WORD: usize = 40;
/// The most quotations that are tried for a passage: as it was, with each length of context on either side, with both.
const CANDIDATES: usize = 2 * MOST_CONTEXT + 2;

/// The text as it is compared.
pub(crate) fn fold(text: &str) -> String {
    let mut index = Index::empty(0);
    index.push(text, 0..text.len());
    index.text
}

/// The article as it is compared, with the way back to its bytes. Built once, used for every anchor and alias.
pub(crate) struct Index {
    text: String,
    marked: Marked,
    /// Where the two texts differ, in order; between two such pieces they run in step.
    pieces: Vec<Piece>,
    /// Where the parts begin in the folded text.
    parts: Vec<usize>,
}

struct Piece {
    folded: Range<usize>,
    original: Range<usize>,
}

/// The words that tell one occurrence of a quotation from the others.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Context {
    /// Only this one comes after these words.
    Prefix(String),
    /// Only this one comes before these words.
    Suffix(String),
}

impl Index {
    /// Indexes the parts of the text that are shown, in order; what lies between two of them counts as one blank,
    /// and so do the beginning and the end.
    pub(crate) fn new(text: &str, shown: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut shown = shown.into_iter().peekable();
        let mut end = shown.peek().map_or(0, |range| range.start);
        let mut index = Self::empty(end);
        for range in shown {
            index.replace(" ", end..range.start);
            end = range.end;
            index.parts.push(index.text.len());
            index.push(text, range);
        }
        index.replace(" ", end..end);
        index.marked = Marked::of(&index.text);
        index
    }

    /// Indexes all of a text.
    #[cfg(test)]
    pub(crate) fn whole(text: &str) -> Self {
        Self::new(text, std::iter::once(0..text.len()))
    }

    fn empty(start: usize) -> Self {
        let pieces = vec![Piece { folded: 0..0, original: start..start }];
        Self { text: String::new(), marked: Marked::default(), pieces, parts: Vec::new() }
    }

    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The same with the ends of its words marked.
    pub(super) fn marked(&self) -> &Marked {
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
            let plain = part.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
            let sure = plain.saturating_sub(1);
            self.text.push_str(&part[start..start + sure]);
            start += sure;
            let mut rest = part[start..].chars();
            let Some(c) = rest.next() else { break };
            let blank = c.is_whitespace();
            let mut end = start + c.len_utf8();
            for next in rest {
                let joined = if blank { next.is_whitespace() } else { !next.is_whitespace() && joins(next) };
                if !joined {
                    break;
                }
                end += next.len_utf8();
            }
            let segment = &text[base + start..base + end];
            if blank {
                if segment == " " { self.text.push(' ') } else { self.replace(" ", base + start..base + end) }
            } else if end == start + c.len_utf8() && is_stable(c) {
                self.text.push(c);
            } else {
                let composed: String = segment.nfc().collect();
                if composed == segment {
                    self.text.push_str(segment);
                } else {
                    self.replace(&composed, base + start..base + end);
                }
            }
            start = end;
        }
    }

    fn replace(&mut self, folded: &str, original: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(folded);
        self.pieces.push(Piece { folded: start..self.text.len(), original });
    }

    /// The bytes of the article that this stretch of the folded text stands for; it is widened to whole pieces.
    pub(crate) fn original(&self, folded: &Range<usize>) -> Range<usize> {
        let start =
            match self.pieces.partition_point(|piece| piece.folded.start <= folded.start).checked_sub(1) {
                None => 0,
                Some(last) => {
                    let piece = &self.pieces[last];
                    match folded.start.checked_sub(piece.folded.end) {
                        None => piece.original.start,
                        Some(beyond) => piece.original.end + beyond,
                    }
                }
            };
        let end = match self.pieces.partition_point(|piece| piece.folded.start < folded.end).checked_sub(1) {
            None => start,
            Some(last) => {
                let piece = &self.pieces[last];
                piece.original.end + folded.end.saturating_sub(piece.folded.end)
            }
        };
        start..end.max(start)
    }

    /// The byte of the folded text that stands for this byte of the article.
    fn folded(&self, original: usize) -> usize {
        let Some(last) = self.pieces.partition_point(|piece| piece.original.start <= original).checked_sub(1)
        else {
            return 0;
        };
        let piece = &self.pieces[last];
        match original.checked_sub(piece.original.end) {
            None => piece.folded.start,
            Some(beyond) => (piece.folded.end + beyond).min(self.text.len()),
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
        let mut patterns: Vec<String> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        // Which pattern a quotation is, and which part of it is the passage.
        let wanted: Vec<Option<(usize, Range<usize>)>> = quotes
            .iter()
            .map(|quote| {
                let (pattern, passage) = pattern(quote)?;
                let next = patterns.len();
                let number = *known.entry(pattern).or_insert_with_key(|pattern| {
                    patterns.push(pattern.clone());
                    next
                });
                Some((number, passage))
            })
            .collect();
        let marked: Vec<Marked> = patterns.iter().map(|pattern| Marked::of(pattern)).collect();
        let mut way = self.marked.way_back();
        let found = occurrences(self.marked.bytes(), &marked, MAX_PLACES, |number, place| {
            let end = way.to(place.end);
            let start = end - patterns[number].len();
            [start, end].into_iter().all(|at| is_seam(&self.text, at)).then_some(start)
        });
        wanted
            .into_iter()
            .map(|wanted| {
                let Some((number, passage)) = wanted else { return AnchorState::Lost };
                let mut places = found[number]
                    .iter()
                    .map(|start| self.original(&(start + passage.start..start + passage.end)));
                match (places.next(), places.next()) {
                    (None, _) => AnchorState::Lost,
                    (Some(only), None) => AnchorState::Exact(only),
                    (Some(first), Some(second)) => {
                        AnchorState::Ambiguous([first, second].into_iter().chain(places).collect())
                    }
                }
            })
            .collect()
    }

    /// Whether these quotations, none of which stands here, stand at least as parts of longer words.
    pub(crate) fn within_words(&self, lost: &[&Quote]) -> Vec<bool> {
        let patterns = lost.iter().map(|quote| pattern(quote).map(|(whole, _)| whole));
        let (numbers, patterns): (Vec<usize>, Vec<String>) =
            patterns.enumerate().filter_map(|(number, pattern)| Some((number, pattern?))).unzip();
        let found = occurrences(self.text.as_bytes(), &patterns, 1, |_, place| {
            [place.start, place.end].into_iter().all(|at| is_seam(&self.text, at)).then_some(place.start)
        });
        let mut within = vec![false; lost.len()];
        for (number, places) in numbers.into_iter().zip(found) {
            within[number] = !places.is_empty();
        }
        within
    }

    /// Looks for what is like quotations that do not stand here, and tells how much work that was.
    pub(crate) fn locate_reworded(&self, lost: &[&Quote]) -> (Vec<reworded::Outcome>, usize) {
        reworded::locate(self, lost)
    }

    /// For each earlier quotation a quotation of the passage beside it that stands once, if there is one. The article is
    /// gone through once for many of them.
    pub(crate) fn quotes_of(&self, wanted: &[(&Quote, Range<usize>)]) -> Vec<Option<Quote>> {
        /// The most bytes that are looked for at once, roughly.
        const AT_ONCE: usize = 1 << 22;
        /// The bytes of a quotation that a longer context would not tell from others.
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
        // A comma alone would tell, but would not last.
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
    pub(crate) fn settling(&self, places: &[Range<usize>]) -> Option<Context> {
        /// A longer context is no help to anybody.
        const REACH: usize = 120;
        let mut places = places.iter().map(|place| self.folded(place.start)..self.folded(place.end));
        let first = places.next()?;
        let others: Vec<Range<usize>> = places.collect();
        let after = &self.text[first.end..];
        let after = &after[..after.char_indices().nth(REACH).map_or(after.len(), |(end, _)| end)];
        let suffix = after.match_indices(' ').map(|(at, _)| &after[..at]).find(|words| {
            !words.trim().is_empty() && !others.iter().any(|o| self.text[o.end..].starts_with(words))
        });
        if let Some(suffix) = suffix {
            return Some(Context::Suffix(suffix.to_owned()));
        }
        let before = &self.text[..first.start];
        let before = &before[before.char_indices().rev().nth(REACH).map_or(0, |(start, _)| start)..];
        before
            .rmatch_indices(' ')
            .map(|(at, _)| &before[at + 1..])
            .find(|words| {
                !words.trim().is_empty() && !others.iter().any(|o| self.text[..o.start].ends_with(words))
            })
            .map(|prefix| Context::Prefix(prefix.to_owned()))
    }
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

/// The words to look for, context included, and the part of them that is the passage: blanks at the ends of `exact`
/// must stand but are not part of it. None if there is nothing but blanks, or if the context ends within a character.
fn pattern(quote: &Quote) -> Option<(String, Range<usize>)> {
    let exact = fold(&quote.exact);
    if exact.trim().is_empty() {
        return None;
    }
    let mut whole = fold(&quote.prefix);
    let append = |whole: &mut String, part: &str| {
        let doubled = whole.ends_with(' ') && part.starts_with(' ');
        whole.push_str(if doubled { &part[1..] } else { part });
    };
    append(&mut whole, &exact);
    let end = whole.len() - (exact.len() - exact.trim_end().len());
    let start = end - exact.trim().len();
    append(&mut whole, &fold(&quote.suffix));
    (is_seam(&whole, start) && is_seam(&whole, end)).then_some((whole, start..end))
}

/// Whether the words stand in the text as whole words.
pub(crate) fn holds(text: &str, words: &str) -> bool {
    let stands = |automata: Automata| automata.hits(Marked::of(text).bytes()).next().is_some();
    text.contains(words) && Automata::new(&[Marked::of(words)], text.len()).is_ok_and(stands)
}

/// What is made of the places of each pattern, in order, at most so many; only places that count are looked at.
///
/// One pass finds all. In a text and with patterns made to be slow, a pattern that already has its places would go
/// on being found; after enough such finds the search goes on without it.
fn occurrences<P: AsRef<[u8]>>(
    text: &[u8],
    patterns: &[P],
    most: usize,
    mut counts: impl FnMut(usize, Range<usize>) -> Option<usize>,
) -> Vec<Vec<usize>> {
    const PATIENCE: usize = 1 << 20;
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); patterns.len()];
    let mut live: Vec<usize> = (0..patterns.len()).collect();
    // What ends here or before is counted.
    let mut done = 0;
    'search: while !live.is_empty() {
        let wanted: Vec<&[u8]> = live.iter().map(|&number| patterns[number].as_ref()).collect();
        let Ok(automata) = Automata::new(&wanted, text.len()) else { break };
        let longest = wanted.iter().map(|pattern| pattern.len()).max().unwrap_or(0);
        let from = done - longest.min(done);
        let mut idle = 0;
        let mut last = done;
        for hit in automata.hits(&text[from..]) {
            let end = from + hit.range.end;
            if end <= done {
                continue;
            }
            if idle > PATIENCE && end > last {
                done = last;
                live.retain(|&number| found[number].len() < most);
                continue 'search;
            }
            last = end;
            let number = live[hit.pattern];
            if found[number].len() >= most {
                idle += 1;
            } else {
                found[number].extend(counts(number, from + hit.range.start..end));
            }
        }
        break;
    }
    found
}

/// The most patterns of one automaton. Putting one together takes time with the square of the patterns that begin alike
/// (`A1` to `A60000`), so there are several, which all go over the text once.
const BATCH: usize = 4096;

/// Automata over all patterns. Not the table-driven kind that the crate prefers for few patterns: building its table took
/// half the time of opening a dossier, and an article is read only once or twice.
pub(super) struct Automata {
    batch: usize,
    automata: Vec<AhoCorasick>,
}

/// A pattern's number and where it stands.
pub(super) struct Hit {
    pub(super) pattern: usize,
    pub(super) range: Range<usize>,
}

impl Automata {
    /// Fails only beyond two thousand million states: more than any dossier may hold.
    ///
    /// `bytes` is how long the text is: for a short one the automaton that is quickest to build is the quickest.
    pub(super) fn new<P: AsRef<[u8]>>(patterns: &[P], bytes: usize) -> Result<Self, BuildError> {
        /// A few times the shipped article; from about here on the tighter automaton is worth its making.
        const SHORT: usize = 1 << 15;
        let kind =
            if bytes < SHORT { AhoCorasickKind::NoncontiguousNFA } else { AhoCorasickKind::ContiguousNFA };
        Self::in_batches(patterns, BATCH, kind)
    }

    fn in_batches<P: AsRef<[u8]>>(
        patterns: &[P],
        batch: usize,
        kind: AhoCorasickKind,
    ) -> Result<Self, BuildError> {
        let build = |patterns: &[P]| AhoCorasickBuilder::new().kind(Some(kind)).build(patterns);
        let automata = patterns.chunks(batch).map(build).collect::<Result<_, _>>()?;
        Ok(Self { batch, automata })
    }

    /// Everywhere a pattern stands, overlapping or not, by its end, the longest first: as one automaton would find them.
    pub(super) fn hits<'a>(&'a self, text: &'a [u8]) -> Hits<'a> {
        let streams = self.automata.iter().map(|automaton| automaton.find_overlapping_iter(text));
        let mut hits = Hits { batch: self.batch, streams: streams.collect(), next: BinaryHeap::new() };
        for number in 0..hits.streams.len() {
            let first = hits.pull(number);
            hits.next.extend(first);
        }
        hits
    }
}

/// What the automata find, put together in order.
pub(super) struct Hits<'a> {
    batch: usize,
    streams: Vec<FindOverlappingIter<'a, 'a>>,
    /// The next hit of each automaton: its end, its start, its pattern.
    next: BinaryHeap<Reverse<(usize, usize, usize)>>,
}

impl Hits<'_> {
    fn pull(&mut self, automaton: usize) -> Option<Reverse<(usize, usize, usize)>> {
        let hit = self.streams[automaton].next()?;
        Some(Reverse((hit.end(), hit.start(), automaton * self.batch + hit.pattern().as_usize())))
    }
}

impl Iterator for Hits<'_> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        let Reverse((end, start, pattern)) = self.next.pop()?;
        let following = self.pull(pattern / self.batch);
        self.next.extend(following);
        Some(Hit { pattern, range: start..end })
    }
}

#[cfg(test)]
mod tests;
