//! Searches a text for many patterns in one pass.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, BuildError, FindOverlappingIter};
use memchr::memmem;

/// What is made of the places of each pattern, in order, at most so many; only places that count are looked at.
///
/// One pass finds all. In a text and with patterns made to be slow, a pattern that already has its places would go
/// on being found; after enough such finds the search goes on without it.
pub(super) fn occurrences<P: AsRef<[u8]>>(
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
        let Ok(automata) = Patterns::new(&wanted, text.len()) else { break };
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
pub(super) const BATCH: usize = 4096;

/// Patterns to look for in a text.
///
/// A few patterns in a short text are looked for one by one: building the automaton over the quotations of the shipped
/// dossier took five times as long as finding them so. The automata are not the table-driven kind that the crate prefers
/// for few patterns: its table is slow to build, and an article is read only once or twice.
pub(super) struct Patterns<'p> {
    /// Looked for one by one.
    single: Vec<&'p [u8]>,
    batch: usize,
    automata: Vec<AhoCorasick>,
}

/// A pattern's number and where it stands.
pub(super) struct Hit {
    pub(super) pattern: usize,
    pub(super) range: Range<usize>,
}

impl<'p> Patterns<'p> {
    /// Fails only beyond two thousand million states: more than any dossier may hold.
    ///
    /// `bytes` is how long the text is: for a short one the automaton that is quickest to build is the quickest.
    pub(super) fn new<P: AsRef<[u8]>>(patterns: &'p [P], bytes: usize) -> Result<Self, BuildError> {
        /// A few times the shipped article; from about here on the tighter automaton is worth its making.
        const SHORT: usize = 1 << 15;
        /// Bytes of the text, counted once for each pattern, up to which no automaton pays.
        const FEW: usize = 1 << 21;
        if bytes < SHORT && bytes.saturating_mul(patterns.len()) <= FEW {
            return Ok(Self::one_by_one(patterns));
        }
        let kind =
            if bytes < SHORT { AhoCorasickKind::NoncontiguousNFA } else { AhoCorasickKind::ContiguousNFA };
        Self::in_batches(patterns, BATCH, kind)
    }

    fn one_by_one<P: AsRef<[u8]>>(patterns: &'p [P]) -> Self {
        let single = patterns.iter().map(AsRef::as_ref).collect();
        Self { single, batch: BATCH, automata: Vec::new() }
    }

    fn in_batches<P: AsRef<[u8]>>(
        patterns: &'p [P],
        batch: usize,
        kind: AhoCorasickKind,
    ) -> Result<Self, BuildError> {
        let build = |patterns: &[P]| AhoCorasickBuilder::new().kind(Some(kind)).build(patterns);
        let automata = patterns.chunks(batch).map(build).collect::<Result<_, _>>()?;
        Ok(Self { single: Vec::new(), batch, automata })
    }

    /// Everywhere a pattern stands, overlapping or not, by its end, the longest first: as one automaton would find them.
    pub(super) fn hits<'a>(&'a self, text: &'a [u8]) -> Hits<'a> {
        let streams = self.automata.iter().map(|automaton| automaton.find_overlapping_iter(text));
        let single = in_order(&self.single, text).into_iter();
        let mut hits =
            Hits { single, batch: self.batch, streams: streams.collect(), next: BinaryHeap::new() };
        for number in 0..hits.streams.len() {
            let first = hits.pull(number);
            hits.next.extend(first);
        }
        hits
    }
}

/// Where each pattern stands, in the order of the ends, the longest first.
fn in_order(patterns: &[&[u8]], text: &[u8]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (pattern, words) in patterns.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
        let finder = memmem::Finder::new(words);
        let mut from = 0;
        while let Some(start) = finder.find(&text[from..]).map(|at| from + at) {
            hits.push(Hit { pattern, range: start..start + words.len() });
            from = start + 1;
        }
    }
    hits.sort_unstable_by_key(|hit| (hit.range.end, hit.range.start, hit.pattern));
    hits
}

/// What is found, in order.
pub(super) struct Hits<'a> {
    /// What was looked for one by one.
    single: std::vec::IntoIter<Hit>,
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
        if let Some(hit) = self.single.next() {
            return Some(hit);
        }
        let Reverse((end, start, pattern)) = self.next.pop()?;
        let following = self.pull(pattern / self.batch);
        self.next.extend(following);
        Some(Hit { pattern, range: start..end })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn batches_find_what_one_automaton_finds_in_the_same_order(
            text in "[ab\u{fc} ]{0,80}",
            patterns in proptest::collection::hash_set("[ab\u{fc}]{1,4}", 0..24),
            batch in 1usize..9,
            is_short in any::<bool>(),
        ) {
            let kind =
                if is_short { AhoCorasickKind::NoncontiguousNFA } else { AhoCorasickKind::ContiguousNFA };
            let patterns: Vec<String> = patterns.into_iter().collect();
            let batches = Patterns::in_batches(&patterns, batch, kind).unwrap();
            prop_assert_eq!(batches.automata.len(), patterns.len().div_ceil(batch));
            let merged: Vec<_> = batches.hits(text.as_bytes()).map(|hit| (hit.pattern, hit.range)).collect();
            let single = AhoCorasick::new(&patterns).unwrap();
            let hits = single.find_overlapping_iter(&text);
            let found: Vec<_> = hits.map(|hit| (hit.pattern().as_usize(), hit.range())).collect();
            prop_assert_eq!(&merged, &found);
            let one_by_one = Patterns::one_by_one(&patterns);
            let single: Vec<_> = one_by_one.hits(text.as_bytes()).map(|hit| (hit.pattern, hit.range)).collect();
            prop_assert_eq!(single, found);
        }
    }
}
