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
        let longest = wanted.iter().map(|pattern| pattern.len()).max().unwrap_or(0);
        let from = done - longest.min(done);
        let Ok(search) = Search::new(&wanted, &text[from..]) else { break };
        let mut idle = 0;
        let mut last = done;
        for hit in search.hits() {
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

/// Patterns looked for in a text.
///
/// A few patterns in a short text are looked for one by one: building the automaton over the quotations of the shipped
/// dossier took five times as long as finding them so. The automata are not the table-driven kind that the crate prefers
/// for few patterns: its table is slow to build, and an article is read only once or twice.
pub(super) struct Search<'t> {
    text: &'t [u8],
    /// What was found one by one.
    found: Vec<Hit>,
    batch: usize,
    automata: Vec<AhoCorasick>,
}

/// A pattern's number and where it stands.
#[derive(Clone)]
pub(super) struct Hit {
    pub(super) pattern: usize,
    pub(super) range: Range<usize>,
}

impl<'t> Search<'t> {
    /// Fails only beyond two thousand million states: more than any dossier may hold.
    pub(super) fn new<P: AsRef<[u8]>>(patterns: &[P], text: &'t [u8]) -> Result<Self, BuildError> {
        /// A few times the shipped article; from about here on the tighter automaton is worth its making. For a shorter
        /// text the automaton that is quickest to build is the quickest.
        const SHORT: usize = 1 << 15;
        /// Bytes of the text, counted once for each pattern, up to which no automaton pays.
        const FEW: usize = 1 << 21;
        let is_short = text.len() < SHORT;
        let is_little = is_short && text.len().saturating_mul(patterns.len()) <= FEW;
        if let Some(found) = is_little.then(|| one_by_one(patterns, text)).flatten() {
            return Ok(Self { text, found, batch: BATCH, automata: Vec::new() });
        }
        let kind = if is_short { AhoCorasickKind::NoncontiguousNFA } else { AhoCorasickKind::ContiguousNFA };
        Self::in_batches(patterns, text, BATCH, kind)
    }

    fn in_batches<P: AsRef<[u8]>>(
        patterns: &[P],
        text: &'t [u8],
        batch: usize,
        kind: AhoCorasickKind,
    ) -> Result<Self, BuildError> {
        let build = |patterns: &[P]| AhoCorasickBuilder::new().kind(Some(kind)).build(patterns);
        let automata = patterns.chunks(batch).map(build).collect::<Result<_, _>>()?;
        Ok(Self { text, found: Vec::new(), batch, automata })
    }

    /// Everywhere a pattern stands, overlapping or not, by its end, the longest first: as one automaton would find them.
    pub(super) fn hits(&self) -> Hits<'_> {
        let streams = self.automata.iter().map(|automaton| automaton.find_overlapping_iter(self.text));
        let found = self.found.iter();
        let mut hits = Hits { found, batch: self.batch, streams: streams.collect(), next: BinaryHeap::new() };
        for number in 0..hits.streams.len() {
            let first = hits.pull(number);
            hits.next.extend(first);
        }
        hits
    }
}

/// Where each pattern stands, in the order of the ends, the longest first. None where they stand so often that an
/// automaton is quicker: each find compares the whole pattern again.
fn one_by_one<P: AsRef<[u8]>>(patterns: &[P], text: &[u8]) -> Option<Vec<Hit>> {
    /// Some times what the shipped dossier has.
    const OFTEN: usize = 1024;
    let mut hits = Vec::new();
    for (pattern, words) in patterns.iter().map(AsRef::as_ref).enumerate() {
        let finder = memmem::Finder::new(words);
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| finder.find(rest)).map(|at| from + at) {
            if hits.len() == OFTEN {
                return None;
            }
            hits.push(Hit { pattern, range: start..start + words.len() });
            from = start + 1;
        }
    }
    hits.sort_unstable_by_key(|hit| (hit.range.end, hit.range.start, hit.pattern));
    Some(hits)
}

/// What is found, in order.
pub(super) struct Hits<'a> {
    /// What was found one by one.
    found: std::slice::Iter<'a, Hit>,
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
        if let Some(hit) = self.found.next() {
            return Some(hit.clone());
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
            let batches = Search::in_batches(&patterns, text.as_bytes(), batch, kind).unwrap();
            prop_assert_eq!(batches.automata.len(), patterns.len().div_ceil(batch));
            let merged: Vec<_> = batches.hits().map(|hit| (hit.pattern, hit.range)).collect();
            let single = AhoCorasick::new(&patterns).unwrap();
            let hits = single.find_overlapping_iter(&text);
            let found: Vec<_> = hits.map(|hit| (hit.pattern().as_usize(), hit.range())).collect();
            prop_assert_eq!(&merged, &found);
            let singly = one_by_one(&patterns, text.as_bytes()).unwrap();
            let singly: Vec<_> = singly.into_iter().map(|hit| (hit.pattern, hit.range)).collect();
            prop_assert_eq!(singly, found);
        }
    }
}
