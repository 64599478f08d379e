//! Independence: five pages that repeat one report are one origin.

use std::collections::BTreeSet;

use foldhash::{HashSet, HashSetExt as _};

use super::{Dossier, Id, Kind, Parts, Ref};

/// The ends of the `repeats` chains of every source. Memory grows with the number of links, not with the ends of each
/// source: sources with the same ends share a set, and a large set refers to those it consists of.
#[derive(Clone, Debug)]
pub(super) struct Origins {
    /// By the source's place: its set, a place in `sets`.
    of: Vec<usize>,
    /// The first is empty.
    sets: Vec<Ends>,
    /// By the source's place: whether it, or a source it goes back to, repeats something that is not known.
    has_unknown: Vec<bool>,
    /// By the source's place: the end of the chain of the first that each repeats.
    first_end: Vec<usize>,
}

/// The ends of some chains.
#[derive(Clone, Debug)]
enum Ends {
    /// At most [`FEW`]: the places of the sources, in ascending order.
    Few(Box<[usize]>),
    /// More: the sets they are in, each a place in [`Origins::sets`].
    Union(Box<[usize]>),
}

/// The most ends that are stored with a set. Enough for nearly every source, so that few questions need a walk.
const FEW: usize = 64;
/// The most origins of a source, or sources that go back to it, that are named with it. The others are counted: otherwise
/// a document would grow with the square of the sources.
pub(crate) const MOST_NAMED: usize = 40;
/// The set without an end.
const NONE: usize = 0;

/// How far the walk has come with a source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

impl Origins {
    /// Follows every chain. `load` has broken the cycles; a remaining one has no end.
    fn of(parts: &Parts, index: impl Fn(&Id) -> Option<usize>) -> Self {
        let sources = &parts.sources;
        let to: Vec<Vec<usize>> =
            sources.iter().map(|source| source.repeats.iter().filter_map(&index).collect()).collect();
        let mut origins = Self {
            of: vec![NONE; sources.len()],
            sets: vec![Ends::Few(Box::new([]))],
            has_unknown: vec![false; sources.len()],
            first_end: (0..sources.len()).collect(),
        };
        let mut state = vec![State::New; sources.len()];
        for start in 0..sources.len() {
            // Not recursive: a chain may be as long as a file allows. Each source with the next of its links.
            let mut path = vec![(start, 0)];
            while let Some((source, next)) = path.last_mut() {
                if state[*source] == State::Done {
                    path.pop();
                    continue;
                }
                state[*source] = State::Open;
                if let Some(&repeated) = to[*source].get(*next) {
                    *next += 1;
                    if state[repeated] == State::New {
                        path.push((repeated, 0));
                    }
                } else {
                    let source = *source;
                    origins.of[source] = match &to[source][..] {
                        // The sources it repeats are unknown.
                        [] if sources[source].repeats_unknown => NONE,
                        [] => origins.add(Ends::Few(Box::new([source]))),
                        repeated => origins.union(repeated),
                    };
                    origins.has_unknown[source] = sources[source].repeats_unknown
                        || to[source].iter().any(|repeated| origins.has_unknown[*repeated]);
                    if let Some(first) = to[source].first() {
                        origins.first_end[source] = origins.first_end[*first];
                    }
                    state[source] = State::Done;
                    path.pop();
                }
            }
        }
        origins
    }

    fn add(&mut self, ends: Ends) -> usize {
        self.sets.push(ends);
        self.sets.len() - 1
    }

    /// The set of a source that repeats these, whose own sets are known.
    fn union(&mut self, repeated: &[usize]) -> usize {
        let mut sets: Vec<usize> =
            repeated.iter().map(|source| self.of[*source]).filter(|set| *set != NONE).collect();
        sets.sort_unstable();
        sets.dedup();
        if let [] | [_] = sets[..] {
            return sets.first().copied().unwrap_or(NONE);
        }
        let few: Option<Vec<&[usize]>> = sets.iter().map(|set| self.few(*set)).collect();
        if let Some(few) = few {
            let mut ends = few.concat();
            ends.sort_unstable();
            ends.dedup();
            // Ends that are all in one of the sets need no other.
            if let Some(index) = few.iter().position(|set| **set == ends[..]) {
                return sets[index];
            }
            if ends.len() <= FEW {
                return self.add(Ends::Few(ends.into()));
            }
        }
        self.add(Ends::Union(sets.into()))
    }

    fn few(&self, set: usize) -> Option<&[usize]> {
        match &self.sets[set] {
            Ends::Few(ends) => Some(ends),
            Ends::Union(_) => None,
        }
    }

    /// The places of the ends of these sources, in ascending order.
    fn ends(&self, sources: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut open: Vec<usize> = sources.into_iter().map(|source| self.of[source]).collect();
        let mut ends: Vec<usize> = Vec::new();
        if let [set] = open[..]
            && let Some(few) = self.few(set)
        {
            return few.to_vec();
        }
        let mut seen = HashSet::new();
        while let Some(set) = open.pop() {
            if seen.insert(set) {
                match &self.sets[set] {
                    Ends::Few(few) => ends.extend(few),
                    Ends::Union(sets) => open.extend(sets),
                }
            }
        }
        ends.sort_unstable();
        ends.dedup();
        ends
    }
}

impl Dossier {
    /// The distinct ends of the `repeats` chains of these sources: how many said it independently. A chain whose end
    /// cannot be read has none.
    pub fn origins<'a>(&self, sources: impl IntoIterator<Item = &'a Id>) -> BTreeSet<Id> {
        let mut ends = BTreeSet::new();
        let mut indices = Vec::new();
        for id in sources {
            match self.source_index(id) {
                Some(index) => indices.push(index),
                // Only its name is known.
                None => drop(ends.insert(id.clone())),
            }
        }
        let found = self.all_origins().ends(indices);
        ends.extend(found.into_iter().map(|end| self.parts.sources[end].id.clone()));
        ends
    }

    /// The same for one source, as places among the sources, in ascending order: cheaper where there are many.
    pub(crate) fn origin_indices(&self, source: &Id) -> Vec<usize> {
        self.source_index(source).map_or_else(Vec::new, |index| self.all_origins().ends([index]))
    }

    /// The distinct ends of the chains of several, as places among the sources, in ascending order.
    pub(crate) fn origin_places<'a>(&self, sources: impl IntoIterator<Item = &'a Id>) -> Vec<usize> {
        self.all_origins().ends(sources.into_iter().filter_map(|id| self.source_index(id)))
    }

    /// The one origin of all these sources, as a place among the sources; none if there are several, or if one may not be
    /// known.
    pub(crate) fn only_origin<'a>(&self, sources: impl IntoIterator<Item = &'a Id>) -> Option<usize> {
        let origins = self.all_origins();
        let mut only = None;
        for id in sources {
            let place = self.source_index(id).filter(|place| !origins.has_unknown[*place])?;
            // A larger set is no matter: it has several ends.
            let [end] = *origins.few(origins.of[place])? else { return None };
            if *only.get_or_insert(end) != end {
                return None;
            }
        }
        only
    }

    /// Whether one of these sources, or one that it goes back to, repeats something that is not known: there may be an
    /// origin beside those that are known.
    pub(crate) fn has_unknown_origin<'a>(&self, sources: impl IntoIterator<Item = &'a Id>) -> bool {
        let origins = self.all_origins();
        let mut places = sources.into_iter().filter_map(|id| self.source_index(id));
        places.any(|place| origins.has_unknown[place])
    }

    /// Where the chain of the first that each repeats ends, from one place among the sources to another.
    pub(crate) fn first_end(&self, source: usize) -> usize {
        self.all_origins().first_end[source]
    }

    /// The sources that go back to this one, however indirectly, where it is an origin: the places of the first
    /// [`MOST_NAMED`] in the author's order, and how many there are.
    pub(crate) fn going_back_to(&self, source: &Id) -> (&[usize], usize) {
        let all = self.going_back.get_or_init(|| {
            let mut all = vec![(Vec::new(), 0); self.parts.sources.len()];
            for place in 0..all.len() {
                for end in self.all_origins().ends([place]).into_iter().filter(|end| *end != place) {
                    let (first, count) = &mut all[end];
                    *count += 1;
                    if *count <= MOST_NAMED {
                        first.push(place);
                    }
                }
            }
            all
        });
        let of_source = self.source_index(source).and_then(|place| all.get(place));
        of_source.map_or((&[], 0), |(first, count)| (first, *count))
    }

    fn all_origins(&self) -> &Origins {
        self.origins.get_or_init(|| Origins::of(&self.parts, |id| self.source_index(id)))
    }

    fn source_index(&self, id: &Id) -> Option<usize> {
        self.index_of(&Ref::new(Kind::Source, id))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::load::{Memory, load};

    /// A dossier of sources, each with whom it repeats.
    fn dossier(repeats: impl Iterator<Item = Vec<usize>>) -> Arc<Dossier> {
        use std::fmt::Write as _;
        let mut sources = String::new();
        for (number, repeated) in repeats.enumerate() {
            let repeated: Vec<String> = repeated.iter().map(|other| format!("\"s{other}\"")).collect();
            write!(
                sources,
                "[[source]]\nid = \"s{number}\"\ntype = \"report\"\noutlet = \"O\"\nrepeats = [{}]\n",
                repeated.join(", ")
            )
            .expect("a string takes it");
        }
        let files = Memory::default().with("article.txt", "Title\nText.\n").with("sources.toml", sources).with(
            "dossier.toml",
            "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n",
        );
        load(&files).expect("it opens").dossier
    }

    fn origins(dossier: &Dossier, sources: &[usize]) -> Vec<String> {
        let ids: Vec<Id> = sources.iter().map(|number| Id::new(&format!("s{number}"))).collect();
        dossier.origins(&ids).iter().map(Id::to_string).collect()
    }

    #[test]
    fn origins_are_the_ends_of_all_chains() {
        let dossier = dossier([vec![], vec![], vec![0], vec![2, 1], vec![3, 0], vec![]].into_iter());
        assert_eq!(origins(&dossier, &[0]), ["s0"]);
        assert_eq!(origins(&dossier, &[2]), ["s0"]);
        assert_eq!(origins(&dossier, &[4]), ["s0", "s1"]);
        assert_eq!(origins(&dossier, &[2, 5]), ["s0", "s5"]);
        assert_eq!(origins(&dossier, &[0, 2]), ["s0"]);
        for sources in [&[0][..], &[2], &[4], &[2, 5], &[0, 2], &[]] {
            let ids: Vec<Id> = sources.iter().map(|number| Id::new(&format!("s{number}"))).collect();
            let only = dossier.only_origin(&ids).map(|place| dossier.sources[place].id.clone());
            let all = dossier.origins(&ids);
            assert_eq!(only, all.first().filter(|_| all.len() == 1).cloned(), "{sources:?}");
        }
    }

    /// How many numbers are stored for the sets of all sources.
    fn stored(dossier: &Dossier) -> usize {
        let origins = dossier.all_origins();
        let sets = origins.sets.iter().map(|ends| match ends {
            Ends::Few(ends) | Ends::Union(ends) => ends.len(),
        });
        sets.sum()
    }

    /// Sources that go back to the same one share its set, however long and wide the chains.
    #[test]
    fn sources_with_one_end_share_it() {
        for (count, links) in [(1000_usize, 1_usize), (4000, 1), (300, 40)] {
            let dossier = dossier((0..count).map(|number| (number.saturating_sub(links)..number).collect()));
            for number in 0..count {
                assert_eq!(origins(&dossier, &[number]), ["s0"]);
            }
            assert_eq!(stored(&dossier), 1);
        }
    }

    /// Each source repeats the one before it and one that nobody else repeats: source n has n ends.
    #[test]
    fn what_is_stored_grows_with_the_links() {
        for count in [500_usize, 1000, 2000] {
            let pairs = (0..count).map(|number| match number {
                0 => vec![count],
                _ => vec![number - 1, count + number],
            });
            let dossier = dossier(pairs.chain((0..count).map(|_| vec![])));
            for number in [0, 1, FEW - 1, FEW, count - 1] {
                let expected: BTreeSet<String> =
                    (0..=number).map(|end| format!("s{}", count + end)).collect();
                assert_eq!(origins(&dossier, &[number]), expected.into_iter().collect::<Vec<_>>());
            }
            let ends = dossier.origin_indices(&Id::new(&format!("s{}", count - 1)));
            assert_eq!(ends, (count..2 * count).collect::<Vec<_>>());
            // One for each end, the first sets whole, and two for each of the others.
            assert_eq!(stored(&dossier), count + (2..=FEW).sum::<usize>() + 2 * (count - FEW));
        }
    }

    #[test]
    fn a_union_leaves_out_what_is_in_it_twice() {
        let wide = |from: usize| (from..from + FEW).collect::<Vec<_>>();
        let sources = (0..2 * FEW).map(|_| vec![]);
        let joined =
            [wide(0), wide(FEW / 2), vec![2 * FEW, 2 * FEW + 1], vec![2 * FEW + 2, 0], vec![2 * FEW, 0]];
        let dossier = dossier(sources.chain(joined));
        let index = |number: usize| dossier.origin_indices(&Id::new(&format!("s{number}")));
        let both: Vec<usize> = (0..FEW + FEW / 2).collect();
        assert_eq!((index(2 * FEW + 2), index(2 * FEW + 3)), (both.clone(), both));
        assert_eq!(index(2 * FEW + 4), wide(0));
    }
}
