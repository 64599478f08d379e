//! Which passages name whom: the aliases of all actors, found in one pass, together with what authors name by hand.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::anchor::{Index, fold};
use super::automata::Search;
use super::word_boundary::{BoundaryText, stands_alone};
use super::{Actor, Anchor, Article, Id, Mention};
use crate::text::invisible::is_invisible;

/// More mentions would help nobody; the limit bounds memory.
pub(crate) const MAX_MENTIONS: usize = 1_000_000;

/// What was found.
pub(crate) struct FoundMentions {
    /// Every mention, ordered by where it starts, the longer first.
    pub(crate) mentions: Vec<Mention>,
    /// The aliases that match nothing: the places of the actor and of the alias among its own.
    pub(crate) unused_aliases: Vec<(usize, usize)>,
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
            for &(actor, _) in &aliases.owners[hit.pattern] {
                hits[actor].push((passage.clone(), false));
                count += 1;
            }
            is_truncated = count > MAX_MENTIONS;
            if is_truncated {
                break;
            }
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
    let mut unused_aliases = aliases.empty;
    if !is_truncated {
        let unmet = aliases.owners.iter().zip(met).filter(|(_, met)| !met);
        unused_aliases.extend(unmet.flat_map(|(owners, _)| owners.iter().copied()));
    }
    unused_aliases.sort_unstable();
    FoundMentions { mentions, unused_aliases, shadowed, is_truncated }
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

/// The different aliases, and whose they are.
#[derive(Default)]
struct Aliases {
    patterns: Vec<String>,
    marked: Vec<BoundaryText>,
    owners: Vec<Vec<(usize, usize)>>,
    empty: Vec<(usize, usize)>,
}

impl Aliases {
    fn of(actors: &[Actor]) -> Self {
        let mut all = Self::default();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (actor, alias, text) in actors.iter().enumerate().flat_map(|(number, actor)| {
            actor.aliases.iter().enumerate().map(move |(alias, text)| (number, alias, text))
        }) {
            let folded = fold(text);
            let folded = folded.trim();
            if folded.is_empty() {
                all.empty.push((actor, alias));
                continue;
            }
            let number = *known.entry(folded.to_owned()).or_insert_with(|| {
                all.patterns.push(folded.to_owned());
                all.owners.push(Vec::new());
                all.owners.len() - 1
            });
            all.owners[number].push((actor, alias));
        }
        all.marked = all.patterns.iter().map(|pattern| BoundaryText::of(pattern)).collect();
        all
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
mod tests {
    use super::*;
    use crate::dossier::{AnchorState, LocalText, Quote};
    use proptest::prelude::*;

    fn actor(id: &str, aliases: &[&str]) -> Actor {
        Actor {
            id: Id::new(id),
            kind: "company".into(),
            country: None,
            name: LocalText::plain(id),
            prominent: false,
            role: None,
            aliases: aliases.iter().map(|&alias| alias.into()).collect(),
            named_mentions: Vec::new(),
        }
    }

    fn named(mut actor: Actor, passage: Range<usize>, inferred: bool) -> Actor {
        let state = AnchorState::Exact(passage);
        actor.named_mentions.push(Anchor { quote: Quote::default(), inferred, state });
        actor
    }

    fn found<'a>(text: &'a str, actors: &[Actor]) -> Vec<(String, &'a str)> {
        let index = Index::whole(text);
        let mentions = find(&index, actors).mentions;
        mentions.into_iter().map(|m| (m.actor.to_string(), &text[m.passage])).collect()
    }

    fn words<'a>(text: &'a str, alias: &str) -> Vec<&'a str> {
        found(text, &[actor("x", &[alias])]).into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn whole_words_only() {
        assert_eq!(words("Chinas China, Nordchina China2 2China China's China-Chips", "China"), ["China"; 3]);
        assert_eq!(words("china CHINA", "China"), [""; 0]);
        assert_eq!(words("Café Cafe\u{301}", "Cafe"), [""; 0]);
        assert_eq!(words("Café Cafe\u{301}", "Café"), ["Café", "Cafe\u{301}"]);
        assert_eq!(words("Financial\n Times", "Financial Times"), ["Financial\n Times"]);
    }

    #[test]
    fn what_no_reader_sees_does_not_hide_a_name() {
        let text = "Die Donau\u{ad}dampf\u{200b}schifffahrt, die Donau\u{2060}dampf";
        assert_eq!(words(text, "Donaudampfschifffahrt"), ["Donau\u{ad}dampf\u{200b}schifffahrt"]);
        assert_eq!(words(text, "Donau"), [""; 0], "it is a part of a word all the same");
        assert_eq!(words("\u{feff}Donau\u{ad}, Donau", "Do\u{ad}nau"), ["Donau"; 2]);
        assert_eq!(words("GPT-1.5, GPT-1", "GPT-1"), ["GPT-1"]);
    }

    #[test]
    fn scripts_without_blanks_do_not_hinder() {
        assert_eq!(words("書生の顔", "書生"), ["書生"]);
        assert_eq!(words("在TikTok上", "TikTok"), ["TikTok"]);
        assert_eq!(words("中国은", "中国"), ["中国"]);
        assert_eq!(words("삼성전자", "삼성"), [""; 0]);
        assert_eq!(words("ประเทศไทยและ", "ไทย"), ["ไทย"]);
    }

    #[test]
    fn a_name_is_no_part_of_a_word_with_viramas() {
        assert_eq!(words("हिन्दी में दी", "दी"), ["दी"]);
        assert_eq!(words("हिन्दी, हिन", "हिन"), ["हिन"]);
        assert_eq!(words("முதலமைச்சர் சர்", "சர்"), ["சர்"]);
        assert_eq!(words("یک می\u{200c}خواهم", "خواهم"), [""; 0]);
    }

    #[test]
    fn of_one_actor_the_longest_counts() {
        let actors =
            [actor("bd", &["ByteDance", "TikTok-Mutter ByteDance", "TikTok"]), actor("tt", &["TikTok"])];
        let text = "die TikTok-Mutter ByteDance und ByteDance";
        assert_eq!(
            found(text, &actors),
            [
                ("bd".to_owned(), "TikTok-Mutter ByteDance"),
                ("tt".to_owned(), "TikTok"),
                ("bd".to_owned(), "ByteDance"),
            ]
        );
    }

    #[test]
    fn an_overlapping_chain_keeps_its_ends() {
        let text = "a b c d e";
        assert_eq!(words(text, "b c d"), ["b c d"]);
        let chain = [actor("x", &["a b", "b c d", "d e"])];
        assert_eq!(found(text, &chain), [("x".to_owned(), "b c d")]);
        let chain = [actor("x", &["a b c", "c d", "d e"])];
        assert_eq!(found(text, &chain), [("x".to_owned(), "a b c"), ("x".to_owned(), "d e")]);
    }

    #[test]
    fn different_actors_overlap_and_nest_the_longer_first() {
        let actors = [actor("nvidia", &["Nvidia"]), actor("chips", &["Nvidia-Prozessoren"])];
        assert_eq!(
            found("Nvidia-Prozessoren", &actors),
            [("chips".to_owned(), "Nvidia-Prozessoren"), ("nvidia".to_owned(), "Nvidia")]
        );
    }

    #[test]
    fn named_mentions_compete_with_aliases() {
        let text = "Beide, der Konzern ByteDance";
        let one = named(named(actor("bd", &["ByteDance"]), 0..5, true), 11..text.len(), false);
        let index = Index::whole(text);
        let mentions = find(&index, &[one]).mentions;
        let seen: Vec<_> = mentions.iter().map(|m| (&text[m.passage.clone()], m.inferred)).collect();
        assert_eq!(seen, [("Beide", true), ("Konzern ByteDance", false)]);
        let same = named(actor("bd", &["Beide"]), 0..5, true);
        assert!(!find(&index, &[same]).mentions[0].inferred);
    }

    #[test]
    fn aliases_that_match_nothing_are_told() {
        let index = Index::whole("nur Alibaba");
        let actors = [actor("a", &["Alibaba", "Ali", " "]), actor("b", &["Baidu"])];
        assert_eq!(find(&index, &actors).unused_aliases, [(0, 1), (0, 2), (1, 0)]);
    }

    proptest! {
        #[test]
        fn sorted_disjoint_within_an_actor_and_whole(
            text in "[ab書\\- ]{0,60}", aliases in proptest::collection::vec("[ab書]{1,2}([ -][ab])?", 1..6)
        ) {
            let (one, two) = aliases.split_at(aliases.len() / 2);
            let of = |id, aliases: &[String]| actor(id, &aliases.iter().map(String::as_str).collect::<Vec<_>>());
            let index = Index::whole(&text);
            let mentions = find(&index, &[of("x", one), of("y", two)]).mentions;
            let keys: Vec<_> = mentions.iter().map(|m| (m.passage.start, Reverse(m.passage.end))).collect();
            prop_assert!(keys.is_sorted());
            for (at, mention) in mentions.iter().enumerate() {
                let words = fold(&text[mention.passage.clone()]);
                prop_assert!(aliases.contains(&words), "{words:?}");
                for other in mentions[at + 1..].iter().filter(|other| other.actor == mention.actor) {
                    prop_assert!(other.passage.start >= mention.passage.end);
                }
            }
        }
    }
}
