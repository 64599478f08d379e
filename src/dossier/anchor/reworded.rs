//! Quotations that are no longer found, located by neighbouring words that still are. What is found is similar to the
//! quotation; whether it means the same cannot be decided here, so it is never evidence.
//!
//! One pass over the article finds pairs of words of all quotations' contexts. Around each such place the quotation is
//! laid along the article, word by word, and what fits best is judged. Case, punctuation and white space do not matter
//! for that, and neither do positions.

mod edges;

use std::hash::Hasher as _;
use std::ops::Range;

use fnv::FnvHasher;
use foldhash::{HashMap, HashMapExt as _};

use edges::Words;

use super::{Index, Quote, fold};
use crate::text::cut::{ceil_boundary, floor_boundary};
use crate::text::near::out_of;
use crate::text::scripts::{is_continuation, is_unspaced};

/// The result of searching for one lost quotation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Relocation {
    /// Similar words are here, in the same context (bytes of the article).
    Located(Range<usize>),
    /// Nothing similar was found, or more than one thing.
    Nowhere,
    /// Not every place was looked at, and for this reason.
    NotSearched(SkipReason),
}

/// Why not every place was looked at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum SkipReason {
    /// The quotation has more than [`MAX_WORDS`] words, or words of many thousand letters.
    Length,
    /// The words of its context stand in too many places.
    Places,
    /// Too many other quotations are lost too.
    Number,
}

/// The most words of a quotation that is looked for.
pub(crate) const MAX_WORDS: usize = 400;
/// The most lost quotations that are looked for.
const QUOTATIONS: usize = 10_000;
/// The most places at which one pair of words is looked at.
const PLACES: usize = 16;
/// The most windows in which one quotation is laid along the article.
const WINDOWS: usize = 24;
/// The most that laying one quotation along one window may take: its words by the window's bytes. Four hundred words of
/// usual length stay far below.
const CELLS: usize = 1 << 27;
/// How much may be done for all quotations: pairs of words compared, and bytes read for them.
const WORK: usize = 1 << 28;

/// The most words of a side.
const SIDE: usize = 6;
/// The fewest words of a quotation whose own first and last ones are context.
const OWN_CONTEXT: usize = 6;
/// How many words may have slipped in between those of a side, or between it and the passage.
const SLIPPED: usize = 2;

/// Looks for each of these quotations, none of which stands in the article. The second result is the work that took, of
/// at most [`WORK`] and what the last quotation added.
pub(super) fn locate(index: &Index, quotes: &[&Quote]) -> (Vec<Relocation>, usize) {
    let sought: Vec<Result<Sought, Relocation>> = quotes
        .iter()
        .enumerate()
        .map(|(number, quote)| {
            if number < QUOTATIONS {
                Sought::of(quote)
            } else {
                Err(Relocation::NotSearched(SkipReason::Number))
            }
        })
        .collect();
    let pairs = Pairs::find(index, sought.iter().flatten());
    let mut work = 0;
    let outcomes = sought
        .into_iter()
        .map(|sought| match sought {
            Err(outcome) => outcome,
            Ok(_) if work > WORK => Relocation::NotSearched(SkipReason::Number),
            Ok(sought) => sought.locate(index, &pairs, &mut work),
        })
        .collect();
    (outcomes, work)
}

/// A word: where it stands, and what it is compared by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    pub(super) key: u64,
}

/// The words of a text, in order: runs of letters and digits, and where a script puts no blanks each letter.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        if !is_unspaced(first) {
            let goes_on = |c: char| (c.is_alphanumeric() || is_continuation(c)) && !is_unspaced(c);
            while let Some((at, c)) = chars.next_if(|(_, c)| goes_on(*c)) {
                end = at + c.len_utf8();
            }
        }
        Some(Word { range: start..end, key: key(&text[start..end]) })
    })
}

/// The hash of the word in lower case, and with umlauts written out.
fn key(word: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    for c in word.chars().flat_map(char::to_lowercase) {
        match out_of(c) {
            Some(letters) => hasher.write(letters.as_bytes()),
            None => hasher.write(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    hasher.finish()
}

/// What two words side by side are looked up by.
fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ second
}

/// A quotation with its context, in words.
struct Sought {
    words: Vec<Word>,
    /// Which of the words are the quotation itself.
    exact: Range<usize>,
    /// Which of them are context. What is given beside the quotation, else its own first and last words.
    sides: Vec<Range<usize>>,
    /// How far from a word of it another may stand, in bytes.
    reach: usize,
    /// The quotation without blanks at its ends.
    text: String,
}

impl Sought {
    fn of(quote: &Quote) -> Result<Self, Relocation> {
        let (prefix, text, suffix) = (fold(&quote.prefix), fold(&quote.exact), fold(&quote.suffix));
        let text = text.trim().to_owned();
        // One word above the limit shows that there are too many.
        let exact: Vec<Word> = words(&text).take(MAX_WORDS + 1).collect();
        if exact.len() > MAX_WORDS {
            return Err(Relocation::NotSearched(SkipReason::Length));
        }
        let before: Vec<Word> = words(&prefix).collect();
        let before = &before[before.len().saturating_sub(SIDE)..];
        let after: Vec<Word> = words(&suffix).take(SIDE).collect();
        let count = exact.len();
        let (start, end) = (before.len(), before.len() + count);
        let own = count.div_ceil(3).min(SIDE);
        let mut sides: Vec<Range<usize>> = Vec::new();
        // A single word stands in too many contexts to be one.
        if start >= 2 {
            sides.push(0..start);
        } else if start == 0 && count >= OWN_CONTEXT {
            sides.push(start..start + own);
        }
        if after.len() >= 2 {
            sides.push(end..end + after.len());
        } else if after.is_empty() && count >= OWN_CONTEXT {
            sides.push(end - own..end);
        }
        if sides.is_empty() || exact.is_empty() {
            return Err(Relocation::Nowhere);
        }
        let reach = 2 * (text.len() + prefix.len().min(256) + suffix.len().min(256)) + 64;
        let words = before.iter().cloned().chain(exact).chain(after).collect();
        Ok(Self { words, exact: start..end, sides, reach, text })
    }

    /// The pairs of words that determine where to look.
    fn pairs(&self) -> impl Iterator<Item = u64> + '_ {
        self.sides.iter().flat_map(|side| {
            let words = &self.words[side.clone()];
            words.windows(2).map(|two| pair(two[0].key, two[1].key))
        })
    }

    fn locate(&self, index: &Index, pairs: &Pairs, work: &mut usize) -> Relocation {
        // The rarest pairs first: they say most.
        let mut found: Vec<&Places> = self.pairs().filter_map(|pair| pairs.places.get(&pair)).collect();
        found.sort_by_key(|places| places.at.len());
        let mut is_common = found.iter().any(|places| places.more);
        let mut windows: Vec<Range<usize>> = Vec::new();
        for at in found.iter().flat_map(|places| &places.at) {
            if windows.iter().any(|window| window.contains(at) && at + self.reach / 2 < window.end) {
                continue;
            }
            if windows.len() == WINDOWS {
                is_common = true;
                break;
            }
            windows.push(self.window(index, *at));
        }
        windows.sort_by_key(|window| window.start);
        windows.dedup_by(|later, earlier| {
            let is_joined = later.start < earlier.end;
            if is_joined {
                earlier.end = earlier.end.max(later.end);
            }
            is_joined
        });
        let mut is_wide = false;
        let mut likenesses: Vec<Likeness> = Vec::new();
        for window in windows {
            // Only words without end make one so wide.
            if window.len().saturating_mul(self.words.len()) > CELLS {
                is_wide = true;
                continue;
            }
            let text = &index.text[window.clone()];
            let there: Vec<Word> = words(text)
                .map(|Word { range, key }| {
                    let range = window.start + range.start..window.start + range.end;
                    Word { range, key }
                })
                .collect();
            *work += window.len();
            let Some(best) = self.lay_along(index, &there, work) else { continue };
            // A rival may stand in the same window.
            let around = [&there[..best.among.start], &there[best.among.end..]];
            likenesses.push(best);
            likenesses.extend(around.iter().filter_map(|words| self.lay_along(index, words, work)));
        }
        let best = likenesses.iter().filter(|like| like.is_accepted).max_by_key(|like| like.closeness);
        let best = best.filter(|best| {
            // A rival comes close that is four fifths as like.
            let is_rival = |other: &&Likeness| {
                let apart =
                    other.passage.end <= best.passage.start || best.passage.end <= other.passage.start;
                apart && other.closeness * 5 >= best.closeness * 4
            };
            !likenesses.iter().any(|other| is_rival(&other))
        });
        match best {
            Some(best) => Relocation::Located(index.original(&best.passage)),
            None if is_wide => Relocation::NotSearched(SkipReason::Length),
            None if is_common => Relocation::NotSearched(SkipReason::Places),
            None => Relocation::Nowhere,
        }
    }

    /// The stretch around a place in which the quotation would stand; it does not leave its block.
    fn window(&self, index: &Index, at: usize) -> Range<usize> {
        let part = index.part(at);
        let mut start = ceil_boundary(&index.text, at.saturating_sub(self.reach).max(part.start));
        let mut end = floor_boundary(&index.text, (at + self.reach).min(part.end));
        // Half a word does not count.
        if start > part.start {
            start += index.text[start..at].find(' ').unwrap_or(0);
        }
        if end < part.end {
            end = at + index.text[at..end].rfind(' ').unwrap_or(end - at);
        }
        start..end
    }

    /// Lays the whole quotation along some of these words, where that fits best.
    fn lay_along(&self, index: &Index, there: &[Word], work: &mut usize) -> Option<Likeness> {
        let aligned = align(&self.words, there, work)?;
        let same = |place: usize| aligned[place].filter(|(_, same)| *same).map(|(at, _)| at);
        let exact = || self.exact.clone().filter_map(same);
        let (first, last) = (exact().next()?, exact().next_back()?);
        // Words that stand in place of others belong to it, but not across the end of a sentence.
        let mut instead = self.exact.clone().filter_map(|place| aligned[place]).map(|(at, _)| at);
        let (from, to) = (instead.next()?.min(first), instead.next_back().unwrap_or(last).max(last));
        let block = index.part(there[first].range.start).start;
        let words = Words { text: &index.text, all: there, block };
        let from = (from..first).rev().take_while(|at| !words.ends_between(*at)).last().unwrap_or(first);
        let to = (last + 1..=to).take_while(|at| !words.ends_between(*at - 1)).last().unwrap_or(last);
        let (count, span) = (self.exact.len(), to - from + 1);
        let matched = exact().count();
        let letters = |place: usize| self.words[place].range.len();
        let all: usize = self.exact.clone().map(letters).sum();
        let kept: usize = self.exact.clone().filter(|place| same(*place).is_some()).map(letters).sum();
        let half = matched * 2 >= count && matched * 2 >= span;
        let stands = |side: &Range<usize>| {
            let places: Vec<usize> = side.clone().filter_map(same).collect();
            let (Some(start), Some(end)) = (places.first(), places.last()) else { return false };
            // Where nothing but its own words says where it is, half its letters too: "and", "in", "the" stand everywhere.
            let is_own = self.exact.start <= side.start && side.end <= self.exact.end;
            let beside = if side.end <= self.exact.start {
                from - end
            } else if side.start >= self.exact.end {
                start - to
            } else {
                1
            };
            // Nearly whole: four words of five.
            places.len() * 5 >= side.len() * 4
                && end - start < side.len() + SLIPPED
                && beside <= SLIPPED + 1
                && (!is_own || kept * 2 >= all)
        };
        let is_accepted = half && self.sides.iter().any(stands);
        let beside = self.words.len() - count;
        let all_matched = (0..self.words.len()).filter(|place| same(*place).is_some()).count();
        let closeness = 2000 * all_matched / (count + span + 2 * beside);
        let (from, to) = self.whole_edges(words, &same, from..first, last..to);
        let passage = self.with_punctuation(words, from..to + 1);
        Some(Likeness { passage, among: from..to + 1, closeness, is_accepted })
    }
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// Words of the article that are like a quotation.
struct Likeness {
    /// Bytes of the folded text.
    passage: Range<usize>,
    /// Which words of the window they are.
    among: Range<usize>,
    /// How like, in thousandths: the words that are the same, of those of both.
    closeness: usize,
    /// Whether a side of the context and half the words stand.
    is_accepted: bool,
}

/// For each word of the quotation the word of the article it is laid beside, and whether it is the same; none for one that
/// has gone. The quotation is used up whole, the article's words at both ends are not.
fn align(quoted: &[Word], there: &[Word], work: &mut usize) -> Option<Vec<Option<(usize, bool)>>> {
    const SAME: i32 = 2;
    const OTHER: i32 = -1;
    if there.is_empty() {
        return None;
    }
    let width = there.len() + 1;
    *work += quoted.len() * width;
    let mut before: Vec<i32> = vec![0; width];
    // How each place was come to best: beside a word, past a word of the quotation, past one of the article.
    let mut ways: Vec<Way> = vec![Way::Past; (quoted.len() + 1) * width];
    for (row, word) in quoted.iter().enumerate() {
        let mut now: Vec<i32> = Vec::with_capacity(width);
        now.push(before[0] + OTHER);
        ways[(row + 1) * width] = Way::Gone;
        for (column, other) in there.iter().enumerate() {
            let beside = before[column] + if word.key == other.key { SAME } else { OTHER };
            let (gone, past) = (before[column + 1] + OTHER, now[column] + OTHER);
            let (score, way) = if beside >= gone && beside >= past {
                (beside, Way::Beside)
            } else if gone >= past {
                (gone, Way::Gone)
            } else {
                (past, Way::Past)
            };
            now.push(score);
            ways[(row + 1) * width + column + 1] = way;
        }
        before = now;
    }
    let mut column = (0..width).max_by_key(|column| before[*column])?;
    let mut row = quoted.len();
    let mut aligned = vec![None; quoted.len()];
    while row > 0 {
        match ways[row * width + column] {
            Way::Beside => {
                (row, column) = (row - 1, column - 1);
                aligned[row] = Some((column, quoted[row].key == there[column].key));
            }
            Way::Gone => row -= 1,
            Way::Past => column -= 1,
        }
    }
    Some(aligned)
}

#[derive(Clone, Copy)]
enum Way {
    Beside,
    Gone,
    Past,
}

/// Where the pairs of words of all quotations stand.
struct Pairs {
    places: HashMap<u64, Places>,
}

#[derive(Default)]
struct Places {
    /// Bytes of the folded text, in order, at most [`PLACES`].
    at: Vec<usize>,
    more: bool,
}

impl Pairs {
    /// One pass over the article.
    fn find<'a>(index: &Index, sought: impl Iterator<Item = &'a Sought>) -> Self {
        let mut places: HashMap<u64, Places> = HashMap::new();
        for pair in sought.flat_map(Sought::pairs) {
            places.entry(pair).or_default();
        }
        if places.is_empty() {
            return Self { places };
        }
        let mut breaks = index.parts.iter().copied().peekable();
        let mut last: Option<Word> = None;
        for word in words(&index.text) {
            // No pair leads from one block into the next.
            while breaks.next_if(|start| *start <= word.range.start).is_some() {
                last = None;
            }
            if let Some(first) = &last
                && let Some(found) = places.get_mut(&pair(first.key, word.key))
            {
                if found.at.len() < PLACES {
                    found.at.push(first.range.start);
                } else {
                    found.more = true;
                }
            }
            last = Some(word);
        }
        Self { places }
    }
}

#[cfg(test)]
mod tests;
