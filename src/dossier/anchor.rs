//! Where quotations stand. Compared is the text a reader sees, after NFC, with every run of white space as one
//! blank; quotation marks and dashes as they stand.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, BuildError, FindOverlappingIter};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::{AnchorState, Quote};

/// The most places an ambiguous quotation lists; whoever has to choose among more needs a longer quotation.
pub(crate) const MAX_PLACES: usize = 16;

/// The text as it is compared.
pub(crate) fn fold(text: &str) -> String {
    let mut index = Index::empty(0);
    index.push(text, 0..text.len());
    index.text
}

/// The article as it is compared, with the way back to its bytes. Built once, used for every anchor and alias.
pub(crate) struct Index {
    text: String,
    /// Where the two texts differ, in order; between two such pieces they run in step.
    pieces: Vec<Piece>,
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
            index.push(text, range);
        }
        index.replace(" ", end..end);
        index
    }

    /// Indexes all of a text.
    #[cfg(test)]
    pub(crate) fn whole(text: &str) -> Self {
        Self::new(text, std::iter::once(0..text.len()))
    }

    fn empty(start: usize) -> Self {
        Self { text: String::new(), pieces: vec![Piece { folded: 0..0, original: start..start }] }
    }

    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let base = range.start;
        let mut rest = text[range].char_indices().peekable();
        while let Some((start, c)) = rest.next() {
            let blank = c.is_whitespace();
            let mut end = start + c.len_utf8();
            while let Some(&(at, next)) = rest.peek() {
                let joined =
                    if blank { next.is_whitespace() } else { !next.is_whitespace() && !is_stable(next) };
                if !joined {
                    break;
                }
                end = at + next.len_utf8();
                rest.next();
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
        let found = occurrences(&self.text, &patterns);
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

/// Whether nothing before the character can change when it is normalized together with it.
fn is_stable(c: char) -> bool {
    c < '\u{300}'
        || canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

/// The words to look for, context included, and the part of them that is the passage: blanks at the ends of `exact`
/// must stand but are not part of it. None if there is nothing but blanks.
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
    Some((whole, start..end))
}

/// Where each pattern begins, in order, at most [`MAX_PLACES`] times.
///
/// One pass finds all. In a text and with patterns made to be slow, a pattern that already has its places would go
/// on being found; after enough such finds the search goes on without it.
fn occurrences(text: &str, patterns: &[String]) -> Vec<Vec<usize>> {
    const PATIENCE: usize = 1 << 20;
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); patterns.len()];
    let mut live: Vec<usize> = (0..patterns.len()).collect();
    // What ends here or before is counted.
    let mut done = 0;
    'search: while !live.is_empty() {
        let wanted: Vec<&String> = live.iter().map(|&number| &patterns[number]).collect();
        let Ok(automata) = Automata::new(&wanted) else { break };
        let longest = live.iter().map(|&number| patterns[number].len()).max().unwrap_or(0);
        let from = done - longest.min(done);
        let mut idle = 0;
        let mut last = done;
        for hit in automata.hits(&text.as_bytes()[from..]) {
            let end = from + hit.range.end;
            if end <= done {
                continue;
            }
            if idle > PATIENCE && end > last {
                done = last;
                live.retain(|&number| found[number].len() < MAX_PLACES);
                continue 'search;
            }
            last = end;
            let places = &mut found[live[hit.pattern]];
            if places.len() < MAX_PLACES {
                places.push(from + hit.range.start);
            } else {
                idle += 1;
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
    pub(super) fn new<P: AsRef<[u8]>>(patterns: &[P]) -> Result<Self, BuildError> {
        Self::in_batches(patterns, BATCH)
    }

    fn in_batches<P: AsRef<[u8]>>(patterns: &[P], batch: usize) -> Result<Self, BuildError> {
        let build = |patterns: &[P]| {
            AhoCorasickBuilder::new().kind(Some(AhoCorasickKind::ContiguousNFA)).build(patterns)
        };
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quote(prefix: &str, exact: &str, suffix: &str) -> Quote {
        Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
    }

    fn locate(text: &str, quote: &Quote) -> AnchorState {
        Index::whole(text).locate(quote)
    }

    fn exact<'a>(text: &'a str, quote: &Quote) -> &'a str {
        match locate(text, quote) {
            AnchorState::Exact(passage) => &text[passage],
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn white_space_and_composition_do_not_matter() {
        let text = "Rechen\u{a0}\n zentren in Su\u{308}dostasien  stehen";
        assert_eq!(exact(text, &quote("", "zentren in Südostasien stehen", "")), &text[10..]);
        assert_eq!(exact(text, &quote("", "Rechen zentren", "")), "Rechen\u{a0}\n zentren");
        assert_eq!(exact(text, &quote("", "Südost", "")), "Su\u{308}dost");
        assert_eq!(exact("ü", &quote("", "u\u{308}", "")), "ü");
        assert_eq!(locate("ü", &quote("", "u", "")), AnchorState::Lost);
    }

    #[test]
    fn quotation_marks_and_dashes_do() {
        assert_eq!(locate("„Beide“ – ja", &quote("", "\"Beide\" – ja", "")), AnchorState::Lost);
        assert_eq!(locate("„Beide“ – ja", &quote("", "„Beide“ - ja", "")), AnchorState::Lost);
    }

    #[test]
    fn overlapping_occurrences_count() {
        assert_eq!(locate("ananas", &quote("", "ana", "")), AnchorState::Ambiguous(vec![0..3, 2..5]));
    }

    #[test]
    fn context_must_stand_directly_beside() {
        let text = "Chips hier, Chips dort";
        assert_eq!(locate(text, &quote("", "Chips", " dort")), AnchorState::Exact(12..17));
        assert_eq!(locate(text, &quote("hier, ", "Chips", "")), AnchorState::Exact(12..17));
        assert_eq!(locate(text, &quote("hier,", "Chips", "")), AnchorState::Lost);
        assert_eq!(locate(text, &quote("", "Chips", "dort")), AnchorState::Lost);
        assert_eq!(locate(text, &quote("hier, ", "Chips", " hier")), AnchorState::Lost);
        assert_eq!(locate(text, &quote("hier, ", " Chips ", " dort")), AnchorState::Exact(12..17));
    }

    #[test]
    fn the_ends_of_the_text_are_blanks() {
        assert_eq!(locate("Beide sollen", &quote(" ", "Beide", "")), AnchorState::Exact(0..5));
        assert_eq!(locate("Beide sollen", &quote("", "sollen\n", "")), AnchorState::Exact(6..12));
    }

    #[test]
    fn nothing_is_never_found() {
        assert_eq!(locate("a b", &quote("", "", "")), AnchorState::Lost);
        assert_eq!(locate("a b", &quote("a", " ", "b")), AnchorState::Lost);
        assert_eq!(locate("", &quote("", "a", "")), AnchorState::Lost);
    }

    #[test]
    fn what_is_not_shown_is_not_found() {
        let index = Index::new("Titel\nKommentare\nEnde", [0..5, 17..21]);
        assert_eq!(index.locate(&quote("", "Kommentare", "")), AnchorState::Lost);
        assert_eq!(index.locate(&quote("", "Ende", "")), AnchorState::Exact(17..21));
    }

    #[test]
    fn the_fewest_words_settle() {
        let text = "Die Chips aus den USA. Nur Chips aus China. Chips";
        let index = Index::whole(text);
        let AnchorState::Ambiguous(places) = index.locate(&quote("", "Chips", "")) else { panic!() };
        assert_eq!(index.settling(&places), Some(Context::Suffix(" aus den".to_owned())));
        let text = "alte Chips. neue Chips.";
        let index = Index::whole(text);
        assert_eq!(index.settling(&[5..10, 17..22]), Some(Context::Suffix(". neue".to_owned())));
        let text = "ja ja, aber nein ja ja, aber";
        let index = Index::whole(text);
        assert!(index.settling(&[0..5, 17..22]).is_some());
    }

    #[test]
    fn patterns_made_to_be_slow_are_not() {
        let text = "a".repeat(1 << 21);
        let quotes: Vec<Quote> = (1..400).map(|n| quote("", &"a".repeat(n), "")).collect();
        let index = Index::whole(&text);
        let states = index.locate_all(&quotes);
        assert!(states.iter().all(|s| matches!(s, AnchorState::Ambiguous(p) if p.len() == MAX_PLACES)));
    }

    #[test]
    fn more_patterns_than_one_batch_are_all_found() {
        let quotes: Vec<Quote> = (0..3 * BATCH).map(|n| quote("", &format!("A{n}."), "")).collect();
        let text = quotes.iter().map(|quote| &*quote.exact).collect::<Vec<_>>().join(" ");
        let states = Index::whole(&text).locate_all(&quotes);
        for (quote, state) in quotes.iter().zip(states) {
            let AnchorState::Exact(place) = state else { panic!("{quote:?}: {state:?}") };
            assert_eq!(text[place], *quote.exact);
        }
    }

    #[test]
    fn going_on_without_the_satisfied_loses_nothing() {
        let text = format!("{}b{}", "a".repeat(1 << 21), "a".repeat(10));
        let index = Index::whole(&text);
        let states =
            index.locate_all(&[quote("", "a", ""), quote("", "aab", ""), quote("", "baaaaaaaaaa", "")]);
        let b = 1 << 21;
        assert_eq!(states[1..], [AnchorState::Exact(b - 2..b + 1), AnchorState::Exact(b..b + 11)]);
    }

    /// What the index does, done the slow and obvious way.
    fn slowly(folded: &str, exact: &str) -> usize {
        let exact = fold(exact);
        (0..folded.len())
            .filter(|&at| folded.is_char_boundary(at) && folded[at..].starts_with(&exact))
            .count()
    }

    proptest! {
        #[test]
        fn agrees_with_the_slow_way(text in "[ab\u{fc}u\u{308}\n \u{a0}]{0,40}", exact in "[abu\u{fc}]{1,3}( [ab]{1,2})?") {
            let index = Index::whole(&text);
            let state = index.locate(&quote("", &exact, ""));
            let found = match &state {
                AnchorState::Lost => 0,
                AnchorState::Exact(_) => 1,
                AnchorState::Ambiguous(places) => places.len(),
            };
            prop_assert_eq!(found, slowly(&format!(" {} ", fold(&text)), &exact));
            if let AnchorState::Exact(passage) = state {
                prop_assert!(fold(&text[passage]).contains(&fold(&exact)));
            }
        }

        #[test]
        fn batches_find_what_one_automaton_finds_in_the_same_order(
            text in "[ab\u{fc} ]{0,80}",
            patterns in proptest::collection::hash_set("[ab\u{fc}]{1,4}", 0..24),
            batch in 1usize..9,
        ) {
            let patterns: Vec<String> = patterns.into_iter().collect();
            let batches = Automata::in_batches(&patterns, batch).unwrap();
            prop_assert_eq!(batches.automata.len(), patterns.len().div_ceil(batch));
            let merged: Vec<_> = batches.hits(text.as_bytes()).map(|hit| (hit.pattern, hit.range)).collect();
            let single = AhoCorasick::new(&patterns).unwrap();
            let hits = single.find_overlapping_iter(&text);
            let found: Vec<_> = hits.map(|hit| (hit.pattern().as_usize(), hit.range())).collect();
            prop_assert_eq!(merged, found);
        }

        #[test]
        fn any_stretch_of_a_text_is_found_where_it_stands(text in any::<String>(), from in 0usize..50, len in 1usize..50) {
            let chars: Vec<(usize, char)> = text.char_indices().collect();
            prop_assume!(from < chars.len());
            let end = chars.get(from + len).map_or(text.len(), |(at, _)| *at);
            let stretch = &text[chars[from].0..end];
            // A stretch that begins with a mark or ends before one is not the same text once composed.
            prop_assume!(chars[from..].iter().take(len + 1).all(|(_, c)| is_stable(*c)));
            prop_assume!(!stretch.trim().is_empty());
            let index = Index::whole(&text);
            let places = match index.locate(&quote("", stretch, "")) {
                AnchorState::Exact(place) => vec![place],
                AnchorState::Ambiguous(places) => places,
                AnchorState::Lost => vec![],
            };
            prop_assert!(places.iter().any(|place| text[place.clone()] == *stretch.trim()) || places.len() == MAX_PLACES);
        }

        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
