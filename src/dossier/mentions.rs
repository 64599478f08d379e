//! Which passages name whom: the aliases of all actors, found in one pass, together with what authors name by hand.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::anchor::{Index, fold};
use super::automata::Search;
use super::{Actor, Anchor, Article, Id, Mention};
use crate::text::invisible::is_invisible;
use crate::text::word_boundary::{BoundaryText, stands_alone};

/// More mentions would help nobody; the limit bounds memory.
pub(crate) const MAX_MENTIONS: usize = 1_000_000;

/// What was found.
pub(crate) struct FoundMentions {
    /// Every mention, ordered by where it starts, the longer first.
    pub(crate) mentions: Vec<Mention>,
    /// The aliases that match nothing: the places of the actor and of the alias among its own.
    pub(crate) unused_aliases: Vec<(usize, usize)>,
    /// The aliases that stand only inside texts in which they must not match: places as above.
    pub(crate) excluded_aliases: Vec<(usize, usize)>,
    /// The texts of `not_in` that stand nowhere: the places of the actor and of the text among its own.
    pub(crate) unused_exceptions: Vec<(usize, usize)>,
    /// The named mentions that do not count, because another mention of the same actor shares their words: the places of
    /// the actor and of the mention among its own.
    pub(crate) shadowed: Vec<(usize, usize)>,
    /// There were more than [`MAX_MENTIONS`].
    pub(crate) is_truncated: bool,
}

/// Finds the mentions of the actors, whose named mentions have been located before.
pub(crate) fn find(index: &Index, actors: &[Actor]) -> FoundMentions {
    let aliases = Aliases::of(actors);
    let mut hits: Vec<Vec<(Range<usize>, bool)>> = actors
        .iter()
        .map(|actor| {
            let named = actor.named_mentions.iter();
            named.filter_map(|anchor: &Anchor| Some((anchor.passage()?, anchor.inferred))).collect()
        })
        .collect();
    // Of actors with exceptions, which are known only at the end: each hit with the alias.
    let mut doubtful: Vec<Vec<(Range<usize>, usize)>> = vec![Vec::new(); actors.len()];
    let mut exceptions: Vec<Vec<Range<usize>>> = vec![Vec::new(); actors.len()];
    let mut count = 0;
    let mut is_truncated = false;
    let mut met = vec![false; aliases.patterns.len()];
    // Where the automata cannot be built, nothing is found.
    if let Ok(search) = Search::new(&aliases.marked, index.marked().bytes()) {
        let mut offsets = index.marked().offsets();
        for hit in search.hits() {
            let end = offsets.to(hit.range.end);
            let range = end - aliases.patterns[hit.pattern].len()..end;
            if !stands_alone(index.text(), &range) {
                continue;
            }
            met[hit.pattern] = true;
            let passage = index.original(&range);
            for &(actor, alias) in &aliases.owners[hit.pattern] {
                if actors[actor].not_in.is_empty() {
                    hits[actor].push((passage.clone(), false));
                } else {
                    doubtful[actor].push((passage.clone(), alias));
                }
                count += 1;
            }
            for &(actor, _) in &aliases.exceptions[hit.pattern] {
                exceptions[actor].push(passage.clone());
                count += 1;
            }
            is_truncated = count > MAX_MENTIONS;
            if is_truncated {
                break;
            }
        }
    }
    let mut counted: HashSet<(usize, usize)> = HashSet::new();
    for (actor, (doubtful, exceptions)) in doubtful.into_iter().zip(exceptions).enumerate() {
        let exceptions = Covered::of(exceptions);
        for (passage, alias) in doubtful.into_iter().filter(|(passage, _)| !exceptions.covers(passage)) {
            counted.insert((actor, alias));
            hits[actor].push((passage, false));
        }
    }
    let mut mentions: Vec<Mention> = Vec::new();
    let mut shadowed = Vec::new();
    for (number, (actor, hits)) in actors.iter().zip(hits).enumerate() {
        let kept = longest(hits);
        shadowed.extend(not_counted(actor, &kept).map(|mention| (number, mention)));
        let kept = kept.into_iter();
        mentions.extend(kept.map(|(passage, inferred)| Mention {
            actor: actor.id.clone(),
            passage,
            inferred,
            continues: false,
        }));
    }
    // Stable: of two actors in the same words the one the author wrote first comes first.
    mentions.sort_by_key(|mention| (mention.passage.start, Reverse(mention.passage.end)));
    let (mut unused_aliases, mut excluded_aliases) = (aliases.empty, Vec::new());
    let mut unused_exceptions = aliases.empty_exceptions;
    if !is_truncated {
        for ((owners, exceptions), met) in aliases.owners.iter().zip(&aliases.exceptions).zip(met) {
            if met {
                let is_excluded =
                    |owner: &(usize, usize)| !actors[owner.0].not_in.is_empty() && !counted.contains(owner);
                excluded_aliases.extend(owners.iter().copied().filter(is_excluded));
            } else {
                unused_aliases.extend_from_slice(owners);
                unused_exceptions.extend_from_slice(exceptions);
            }
        }
    }
    unused_aliases.sort_unstable();
    excluded_aliases.sort_unstable();
    unused_exceptions.sort_unstable();
    FoundMentions { mentions, unused_aliases, excluded_aliases, unused_exceptions, shadowed, is_truncated }
}

/// Passages, to ask whether one of them has another inside.
struct Covered {
    /// By where they start; each with the farthest end of those up to it.
    ends: Vec<(usize, usize)>,
}

impl Covered {
    fn of(mut passages: Vec<Range<usize>>) -> Self {
        passages.sort_unstable_by_key(|passage| passage.start);
        let mut farthest = 0;
        let ends = passages.into_iter().map(|passage| {
            farthest = passage.end.max(farthest);
            (passage.start, farthest)
        });
        Self { ends: ends.collect() }
    }

    fn covers(&self, passage: &Range<usize>) -> bool {
        let before = self.ends.partition_point(|(start, _)| *start <= passage.start);
        before.checked_sub(1).is_some_and(|last| self.ends[last].1 >= passage.end)
    }
}

/// Marks the mentions that stand side by side with the one before them of the same actor: in the same block, with nothing
/// but blanks or a hyphen between them.
pub(crate) fn join_neighbours(article: &Article, mentions: &mut [Mention]) {
    // Where the last mention of each actor ends.
    let mut ends: HashMap<Id, usize> = HashMap::new();
    for mention in mentions {
        let Range { start, end } = mention.passage;
        if let Some(last) = ends.get_mut(&mention.actor) {
            mention.continues = is_one_passage(article, std::mem::replace(last, end)..start);
        } else {
            ends.insert(mention.actor.clone(), end);
        }
    }
}

/// Whether what stands on either side of these bytes is one passage to a reader.
fn is_one_passage(article: &Article, between: Range<usize>) -> bool {
    let text = &article.text[between.clone()];
    let is_blank = text.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c)).is_empty();
    let is_hyphen = matches!(text.trim_matches(is_invisible), "-" | "\u{2010}" | "\u{2011}");
    let is_in_one_block = || {
        let next = article.blocks.partition_point(|block| block.range.end < between.end);
        article.blocks.get(next).is_some_and(|block| block.range.start < between.start)
    };
    (is_blank || is_hyphen) && is_in_one_block()
}

/// The different aliases and exceptions, and whose they are.
#[derive(Default)]
struct Aliases {
    patterns: Vec<String>,
    marked: Vec<BoundaryText>,
    /// The actors whose alias a pattern is, each with the place among its own.
    owners: Vec<Vec<(usize, usize)>>,
    /// The actors whose aliases do not match inside a pattern, each with the place of the text among its own.
    exceptions: Vec<Vec<(usize, usize)>>,
    /// Without words.
    empty: Vec<(usize, usize)>,
    empty_exceptions: Vec<(usize, usize)>,
}

impl Aliases {
    fn of(actors: &[Actor]) -> Self {
        let mut all = Self::default();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (number, actor) in actors.iter().enumerate() {
            for (alias, text) in actor.aliases.iter().enumerate() {
                match all.pattern(text, &mut known) {
                    Some(pattern) => all.owners[pattern].push((number, alias)),
                    None => all.empty.push((number, alias)),
                }
            }
            for (exception, text) in actor.not_in.iter().enumerate() {
                match all.pattern(text, &mut known) {
                    Some(pattern) => all.exceptions[pattern].push((number, exception)),
                    None => all.empty_exceptions.push((number, exception)),
                }
            }
        }
        all.marked = all.patterns.iter().map(|pattern| BoundaryText::of(pattern)).collect();
        all
    }

    /// The number of a text among the patterns; none if it has no words.
    fn pattern(&mut self, text: &str, known: &mut HashMap<String, usize>) -> Option<usize> {
        let folded = fold(text);
        let folded = folded.trim();
        if folded.is_empty() {
            return None;
        }
        Some(*known.entry(folded.to_owned()).or_insert_with(|| {
            self.patterns.push(folded.to_owned());
            self.owners.push(Vec::new());
            self.exceptions.push(Vec::new());
            self.owners.len() - 1
        }))
    }
}

/// Of one actor's mentions that share words only the longest counts; of equally long ones the first, and one by name
/// before an inferred one.
fn longest(mut hits: Vec<(Range<usize>, bool)>) -> Vec<(Range<usize>, bool)> {
    hits.sort_unstable_by_key(|(passage, inferred)| (Reverse(passage.len()), passage.start, *inferred));
    let mut kept: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    for (passage, inferred) in hits {
        let neighbour = kept.range(..passage.end).next_back();
        if passage.is_empty() || neighbour.is_some_and(|(_, (end, _))| *end > passage.start) {
            continue;
        }
        kept.insert(passage.start, (passage.end, inferred));
    }
    kept.into_iter().map(|(start, (end, inferred))| (start..end, inferred)).collect()
}

/// Those of the actor's named mentions that are not among what counts, and of two in the same words the second.
fn not_counted<'a>(actor: &'a Actor, kept: &'a [(Range<usize>, bool)]) -> impl Iterator<Item = usize> + 'a {
    let mut seen: HashSet<usize> = HashSet::new();
    actor.named_mentions.iter().enumerate().filter_map(move |(number, anchor)| {
        let passage = anchor.passage()?;
        let counted = kept.binary_search_by_key(&passage.start, |(kept, _)| kept.start).is_ok_and(|at| {
            let (words, inferred) = &kept[at];
            *words == passage && *inferred == anchor.inferred
        });
        (!counted || !seen.insert(passage.start)).then_some(number)
    })
}

#[cfg(test)]
mod tests;
