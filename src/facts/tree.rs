//! Who repeats whom: the sources of something as trees, each with an origin at its root.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use crate::dossier::{Dossier, Id, Kind, Ref, Source};

/// The deepest step that is shown as one; what lies deeper stands at this one.
const DEEPEST: usize = 4;
/// How far up a chain one of the sources is looked for. What is repeated by way of more than these stands below its origin:
/// otherwise the trees of many statements would take the square of a long chain.
const FARTHEST: usize = 64;

/// Sources by where they come from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SourceTree<'a> {
    /// From the top down: each origin, and below it those that repeat it, in the order in which they were named.
    pub branches: Vec<Branch<'a>>,
}

/// A source in a tree.
#[derive(Clone, PartialEq, Debug)]
pub struct Branch<'a> {
    /// Which.
    pub source: &'a Source,
    /// For each step from the origin down to it, whether a further branch of that step follows below. Empty for an origin.
    pub goes_on: Vec<bool>,
    /// Whether it is one of the sources, and not only where one of them comes from.
    pub is_cited: bool,
    /// The sources it repeats beside the one it stands below.
    pub also_repeats: Vec<&'a Source>,
}

impl Branch<'_> {
    /// Whether others repeat it and it repeats none of the tree.
    pub fn is_root(&self) -> bool {
        self.goes_on.is_empty()
    }
}

impl<'a> SourceTree<'a> {
    /// The tree of these sources: each once, below the nearest of them that it goes back to, or else below its origin. A
    /// source that repeats several stands below the first.
    pub fn of<'i>(dossier: &'a Dossier, ids: impl IntoIterator<Item = &'i Id>) -> Self {
        let place = |id: &Id| dossier.index_of(&Ref::new(Kind::Source, id));
        let mut cited = Vec::new();
        let mut is_cited = HashSet::new();
        cited.extend(ids.into_iter().filter_map(place).filter(|place| is_cited.insert(*place)));
        let mut roots = Vec::new();
        let mut children: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut seen_roots = HashSet::new();
        for source in &cited {
            let parent = above(dossier, *source, &is_cited);
            match parent {
                Some(parent) => {
                    children.entry(parent).or_default().push(*source);
                    if !is_cited.contains(&parent) && seen_roots.insert(parent) {
                        roots.push(parent);
                    }
                }
                None => roots.push(*source),
            }
        }
        let mut tree = Self::default();
        let mut open: Vec<Step> = Vec::new();
        for root in roots {
            tree.push(dossier, root, None, Vec::new(), &is_cited);
            open.push(Step::below(root, &children, 1));
            while let Some(step) = open.last_mut() {
                let Some(source) = step.sources.get(step.next).copied() else {
                    open.pop();
                    continue;
                };
                step.next += 1;
                let parent = step.parent;
                let goes_on = open.iter().map(|step| step.next < step.sources.len()).collect();
                tree.push(dossier, source, Some(parent), goes_on, &is_cited);
                if open.len() < DEEPEST {
                    open.push(Step::below(source, &children, open.len() + 1));
                }
            }
        }
        tree
    }

    fn push(
        &mut self,
        dossier: &'a Dossier,
        place: usize,
        parent: Option<usize>,
        goes_on: Vec<bool>,
        is_cited: &HashSet<usize>,
    ) {
        let source = &dossier.sources[place];
        let repeated = source.repeats.iter().filter_map(|id| dossier.source(id));
        let parent = parent.map(|parent| &dossier.sources[parent].id);
        let also_repeats = repeated.filter(|other| Some(&other.id) != parent).collect();
        self.branches.push(Branch { source, goes_on, is_cited: is_cited.contains(&place), also_repeats });
    }

    /// Whether any of them repeats another, or an origin that is not among them.
    pub fn has_repeats(&self) -> bool {
        self.branches.iter().any(|branch| !branch.is_root())
    }

    /// Each origin with the branches below it.
    pub fn by_root(&self) -> impl Iterator<Item = &[Branch<'a>]> {
        self.branches.chunk_by(|_, next| !next.is_root())
    }
}

/// The branches below a source, while they are written down.
struct Step {
    parent: usize,
    sources: Vec<usize>,
    next: usize,
}

impl Step {
    /// The sources right below one; at the deepest step all that lie below it.
    fn below(parent: usize, children: &HashMap<usize, Vec<usize>>, depth: usize) -> Self {
        let of = |source: usize| children.get(&source).map_or(&[][..], Vec::as_slice);
        let mut sources = of(parent).to_vec();
        if depth == DEEPEST {
            let mut open: Vec<usize> = sources.iter().rev().copied().collect();
            sources.clear();
            while let Some(source) = open.pop() {
                sources.push(source);
                open.extend(of(source).iter().rev());
            }
        }
        Self { parent, sources, next: 0 }
    }
}

/// What a source stands below: the nearest of the cited that it goes back to by the first it repeats, or the end of that
/// chain; none if it repeats nothing.
fn above(dossier: &Dossier, source: usize, is_cited: &HashSet<usize>) -> Option<usize> {
    let first = |place: usize| {
        let mut repeated = dossier.sources[place].repeats.iter();
        repeated.find_map(|id| dossier.index_of(&Ref::new(Kind::Source, id)))
    };
    let mut at = first(source)?;
    for _ in 0..FARTHEST {
        if is_cited.contains(&at) {
            break;
        }
        match first(at) {
            Some(next) => at = next,
            None => break,
        }
    }
    let parent = if is_cited.contains(&at) { at } else { dossier.first_end(at) };
    // The loader breaks cycles; one that is left leads nowhere.
    (parent != source).then_some(parent)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::load::{Memory, load};

    /// A dossier of sources, each with whom it repeats.
    fn dossier(repeats: &[Vec<usize>]) -> Arc<Dossier> {
        use std::fmt::Write as _;
        let mut sources = String::new();
        for (number, repeated) in repeats.iter().enumerate() {
            let repeated: Vec<String> = repeated.iter().map(|other| format!("\"s{other}\"")).collect();
            let _ = write!(
                sources,
                "[[source]]\nid = \"s{number}\"\ntype = \"report\"\noutlet = \"O\"\nrepeats = [{}]\n",
                repeated.join(", ")
            );
        }
        let files = Memory::default().with("article.txt", "Title\nText.\n").with("sources.toml", sources).with(
            "dossier.toml",
            "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n",
        );
        load(&files).expect("it opens").dossier
    }

    fn ids(sources: impl IntoIterator<Item = usize>) -> Vec<Id> {
        sources.into_iter().map(|number| Id::new(&format!("s{number}"))).collect()
    }

    /// A line a branch: its lines, its id, what else it repeats.
    fn drawn(dossier: &Dossier, sources: &[usize]) -> Vec<String> {
        let tree = SourceTree::of(dossier, &ids(sources.iter().copied()));
        let branch = |branch: &Branch| {
            let lines: String = branch.goes_on.iter().map(|on| if *on { '|' } else { '.' }).collect();
            let cited = if branch.is_cited { "" } else { "*" };
            let also: Vec<&str> = branch.also_repeats.iter().map(|other| other.id.as_str()).collect();
            format!("{lines}{}{cited} {}", branch.source.id, also.join(" ")).trim_end().to_owned()
        };
        tree.branches.iter().map(branch).collect()
    }

    #[test]
    fn each_origin_is_followed_by_those_that_repeat_it() {
        // 0 ← 1 ← 2, 0 ← 3, 4 alone, 5 repeats 4 and 0.
        let dossier = dossier(&[vec![], vec![0], vec![1], vec![0], vec![], vec![4, 0]]);
        assert_eq!(drawn(&dossier, &[0, 1, 2, 3, 4, 5]), ["s0", "|s1", "|.s2", ".s3", "s4", ".s5 s0"]);
        // What is not cited is left out on the way and named as an origin.
        assert_eq!(drawn(&dossier, &[2, 3]), ["s0*", "|s2 s1", ".s3"]);
        assert_eq!(drawn(&dossier, &[4, 0]), ["s4", "s0"]);
        assert!(!SourceTree::of(&dossier, &ids([4, 0])).has_repeats());
        assert!(drawn(&dossier, &[]).is_empty());
    }

    #[test]
    fn long_chains_stand_at_the_deepest_step() {
        let chain: Vec<Vec<usize>> =
            (0..9).map(|number: usize| number.checked_sub(1).into_iter().collect()).collect();
        let dossier = dossier(&chain);
        let all: Vec<usize> = (0..9).rev().collect();
        let deep = drawn(&dossier, &all);
        assert_eq!(deep[..5], ["s0", ".s1", "..s2", "...s3", "...|s4"]);
        assert_eq!(deep[8], "....s8 s7");
    }

    #[test]
    fn of_a_very_long_chain_the_origin_is_named() {
        let chain: Vec<Vec<usize>> =
            (0..500).map(|number: usize| number.checked_sub(1).into_iter().collect()).collect();
        let dossier = dossier(&chain);
        assert_eq!(drawn(&dossier, &[499]), ["s0*", ".s499 s498"]);
        assert_eq!(drawn(&dossier, &[480, 499]), ["s0*", ".s480 s479", "..s499 s498"]);
    }

    /// The end of the chain of the first that each repeats.
    fn end_of_chain(repeats: &[Vec<usize>], mut at: usize) -> usize {
        while let Some(first) = repeats[at].first() {
            at = *first;
        }
        at
    }

    /// For each branch its id, and that of the root above it.
    fn roots(dossier: &Dossier, cited: &[usize]) -> Vec<(String, String)> {
        let tree = SourceTree::of(dossier, &ids(cited.iter().copied()));
        let mut roots: Vec<(String, String)> = tree
            .by_root()
            .flat_map(|branches| {
                let root = &branches[0].source.id;
                branches.iter().map(move |branch| (branch.source.id.to_string(), root.to_string()))
            })
            .collect();
        roots.sort();
        roots
    }

    /// The second that a source repeats has a lower number than the end of the chain of the first.
    #[test]
    fn beyond_a_long_chain_stands_its_own_end() {
        let mut repeats = vec![vec![], vec![]];
        repeats.extend(
            (2..202_usize).map(|number| if number % 2 == 0 { vec![number - 1, 0] } else { vec![number - 1] }),
        );
        let dossier = dossier(&repeats);
        assert_eq!(drawn(&dossier, &[201]), ["s1*", ".s201 s200"]);
        // The nearest of the cited that is not too far, whichever is cited first.
        assert_eq!(
            drawn(&dossier, &[201, 150, 100]),
            ["s1*", ".s100 s99 s0", "..s150 s149 s0", "...s201 s200"]
        );
        assert_eq!(
            drawn(&dossier, &[190, 40, 110]),
            ["s1*", "|s190 s189 s0", "|s40 s39 s0", ".s110 s109 s0"]
        );
    }

    proptest! {
        /// However long the chains, and in whatever order they are cited: each stands below the end of its own.
        #[test]
        fn each_root_is_the_end_of_its_own_chain(
            steps in prop::collection::vec((1..4_usize, prop::option::of(0..300_usize), 0..40_usize), 300),
            mut cited in prop::collection::vec(0..300_usize, 1..8).prop_shuffle(),
        ) {
            // Nearly all repeat one shortly before them, which makes chains of hundreds; some a second one too.
            let repeats: Vec<Vec<usize>> = steps
                .into_iter()
                .enumerate()
                .map(|(place, (back, second, end))| match place.checked_sub(back) {
                    Some(first) if end > 0 => [first].into_iter().chain(second.filter(|other| *other < first)).collect(),
                    _ => vec![],
                })
                .collect();
            let dossier = dossier(&repeats);
            let found = roots(&dossier, &cited);
            for (id, root) in &found {
                let place: usize = id[1..].parse().expect("a number");
                prop_assert_eq!(root, &format!("s{}", end_of_chain(&repeats, place)));
            }
            cited.reverse();
            prop_assert_eq!(found, roots(&dossier, &cited));
        }

        /// Whoever repeats whom: each source is there once, below what stands above it, and every root is an origin.
        #[test]
        fn every_source_stands_in_the_tree_once(
            repeats in prop::collection::vec(prop::collection::vec(0..30_usize, 0..3), 1..30),
            cited in prop::collection::vec(0..30_usize, 0..30),
        ) {
            let count = repeats.len();
            let repeats: Vec<Vec<usize>> =
                repeats.into_iter().map(|all| all.into_iter().filter(|other| *other < count).collect()).collect();
            let dossier = dossier(&repeats);
            let cited: Vec<usize> = cited.into_iter().filter(|place| *place < count).collect();
            let tree = SourceTree::of(&dossier, &ids(cited.clone()));
            let named: Vec<&Id> = tree.branches.iter().map(|branch| &branch.source.id).collect();
            prop_assert_eq!(named.iter().collect::<HashSet<_>>().len(), named.len());
            for id in ids(cited) {
                prop_assert!(named.contains(&&id));
            }
            for branches in tree.by_root() {
                prop_assert!(branches[0].is_root() && branches[1..].iter().all(|branch| !branch.is_root()));
                prop_assert!(branches[0].is_cited || branches.len() > 1, "an origin is there for those below it");
                for pair in branches.windows(2) {
                    prop_assert!(pair[1].goes_on.len() <= pair[0].goes_on.len() + 1);
                }
                // Lines that go on lead somewhere.
                for (place, branch) in branches.iter().enumerate() {
                    for (step, _) in branch.goes_on.iter().enumerate().filter(|(_, on)| **on) {
                        let next = branches[place + 1..].iter().find(|next| next.goes_on.len() <= step + 1);
                        prop_assert!(next.is_some_and(|next| next.goes_on.len() == step + 1));
                    }
                }
            }
        }
    }
}
