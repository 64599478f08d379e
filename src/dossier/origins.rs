//! Independence: five pages that tell one report again are one origin.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Dossier, Id, Kind, Parts, Ref};

/// The ends of the `repeats` chains of every source, each found once however many chains lead there.
#[derive(Clone, Debug)]
pub(super) struct Origins {
    /// By the source's place: the places of the ends, in ascending order. Who repeats one source shares its ends.
    ends: Vec<Arc<[usize]>>,
    /// How many links between sources were followed: for the test of growth.
    #[cfg(test)]
    followed: usize,
}

/// How far the walk is with a source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

impl Origins {
    /// Follows every chain. `load` has broken the circles; one that is left has no end.
    fn of(parts: &Parts, place: impl Fn(&Id) -> Option<usize>) -> Self {
        let sources = &parts.sources;
        let to: Vec<Vec<usize>> =
            sources.iter().map(|source| source.repeats.iter().filter_map(&place).collect()).collect();
        let none: Arc<[usize]> = Arc::new([]);
        let mut origins = Self {
            ends: vec![Arc::clone(&none); sources.len()],
            #[cfg(test)]
            followed: 0,
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
                    #[cfg(test)]
                    {
                        origins.followed += 1;
                    }
                    if state[repeated] == State::New {
                        path.push((repeated, 0));
                    }
                } else {
                    let source = *source;
                    origins.ends[source] = match &to[source][..] {
                        // Whom it repeats cannot be read.
                        [] if sources[source].repeats_unknown => Arc::clone(&none),
                        repeated => origins.joined(source, repeated),
                    };
                    state[source] = State::Done;
                    path.pop();
                }
            }
        }
        origins
    }

    /// The ends of a source that repeats these, whose own are known.
    fn joined(&self, source: usize, repeated: &[usize]) -> Arc<[usize]> {
        match repeated {
            [] => Arc::new([source]),
            [first, rest @ ..] if rest.iter().all(|other| self.ends[*other] == self.ends[*first]) => {
                Arc::clone(&self.ends[*first])
            }
            _ => {
                let mut ends: Vec<usize> =
                    repeated.iter().flat_map(|other| self.ends[*other].iter().copied()).collect();
                ends.sort_unstable();
                ends.dedup();
                ends.into()
            }
        }
    }
}

impl Dossier {
    /// The distinct ends of the `repeats` chains of these sources: how many have said it on their own. A chain whose
    /// end cannot be read has none.
    pub fn origins<'a>(&self, sources: impl IntoIterator<Item = &'a Id>) -> BTreeSet<Id> {
        let place = |id: &Id| self.place_among(&Ref::new(Kind::Source, id));
        let origins = self.origins.get_or_init(|| Origins::of(&self.parts, place));
        let mut ends = BTreeSet::new();
        for id in sources {
            match place(id) {
                Some(place) => {
                    ends.extend(origins.ends[place].iter().map(|end| self.parts.sources[*end].id.clone()));
                }
                // Nothing is known of it but that it is named.
                None => drop(ends.insert(id.clone())),
            }
        }
        ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Memory, load};

    /// A dossier of sources, each with whom it repeats.
    fn dossier(repeats: impl Iterator<Item = Vec<usize>>) -> Dossier {
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
    }

    /// However many ask, and however long the chains: each link is followed once.
    #[test]
    fn each_link_is_followed_once() {
        for (count, links) in [(1000_usize, 1_usize), (4000, 1), (300, 40)] {
            let dossier = dossier((0..count).map(|number| (number.saturating_sub(links)..number).collect()));
            for number in 0..count {
                assert_eq!(origins(&dossier, &[number]), ["s0"]);
            }
            let all: usize = dossier.sources.iter().map(|source| source.repeats.len()).sum();
            assert_eq!(dossier.origins.get().map(|origins| origins.followed), Some(all));
        }
    }
}
