//! What is still to be decided, without what need not be offered: what the dossier has already, and what its author has rejected.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{NameGroup, Suggestion, Suggestions, What, leftovers, sort};
use crate::dossier::anchor::fold;
use crate::dossier::{Dossier, SuggestionKind, covers, joined};

/// The suggestions that are still open. Each kind is covered by its own: a name by a mention, a sentence by a claim, a time by an
/// event, a figure by one of a series.
pub(super) fn without(dossier: &Dossier, all: &Suggestions) -> Suggestions {
    let covered = Covered::by(dossier);
    let rejected = Rejected::by(dossier);
    let is_kept = |line: &str| rejected.has(SuggestionKind::Leftover, line);
    let lines = leftovers::find(&dossier.article, &dossier.suggested.captions, is_kept);
    let text = &dossier.article.text;
    // What stands in lines that may not be the article's waits until that is decided.
    let leftovers: Vec<Range<usize>> = lines.iter().map(|place| place.range.clone()).collect();
    let is_open = |place: &&Suggestion| {
        !covers(&leftovers, &place.range)
            && !covered.has(place)
            && !rejected.has(place.what.kind(), &text[place.range.clone()])
    };
    let mut found: Vec<Suggestion> = all.found.iter().filter(is_open).cloned().chain(lines).collect();
    sort(&mut found);
    let groups = with_places(dossier, &all.groups, &mut found, &rejected);
    Suggestions { found, groups }
}

/// The groups that have places left, with the forms that stand there; the places get their new numbers.
fn with_places(
    dossier: &Dossier,
    groups: &[NameGroup],
    found: &mut [Suggestion],
    rejected: &Rejected,
) -> Vec<NameGroup> {
    let mut standing: HashMap<usize, HashSet<String>> = HashMap::new();
    for place in found.iter() {
        if let What::Name(group) = place.what {
            standing.entry(group).or_default().insert(fold(&dossier.article.text[place.range.clone()]));
        }
    }
    let mut numbers: Vec<usize> = Vec::with_capacity(groups.len());
    let mut kept: Vec<NameGroup> = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        numbers.push(kept.len());
        let Some(standing) = standing.get(&number) else { continue };
        let mut group = group.clone();
        // A form may stand only within places of longer ones, and is then an alias all the same.
        let is_open = |form: &String| {
            let folded = fold(form);
            !rejected.has(SuggestionKind::Name, form)
                && (standing.contains(&folded) || standing.iter().any(|place| place.contains(&folded)))
        };
        if group.forms.iter().any(is_open) {
            group.forms.retain(is_open);
        }
        kept.push(group);
    }
    for place in found {
        if let What::Name(group) = &mut place.what {
            *group = numbers[*group];
        }
    }
    kept
}

/// The passages that the dossier has something of, by what covers what; each in order.
struct Covered {
    names: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    times: Vec<Range<usize>>,
    figures: Vec<Range<usize>>,
}

impl Covered {
    fn by(dossier: &Dossier) -> Self {
        let mentions = dossier.mentions.iter().map(|mention| mention.passage.clone());
        Self {
            names: joined(mentions.collect()),
            sentences: joined(dossier.claimed().collect()),
            times: joined(dossier.dated().collect()),
            figures: joined(dossier.counted().collect()),
        }
    }

    fn has(&self, place: &Suggestion) -> bool {
        let passages = match place.what.kind() {
            // Lines that were left out are not shown.
            SuggestionKind::Leftover => return false,
            SuggestionKind::Name => &self.names,
            SuggestionKind::Attributed => &self.sentences,
            SuggestionKind::Time => &self.times,
            SuggestionKind::Figure => &self.figures,
        };
        covers(passages, &place.range)
    }
}

/// What was rejected: of each kind the words, as they are compared.
struct Rejected(HashSet<(SuggestionKind, String)>);

impl Rejected {
    fn by(dossier: &Dossier) -> Self {
        let rejected = dossier.suggested.decisions.iter().filter(|decision| !decision.is_accepted);
        let words =
            rejected.flat_map(|decision| decision.words.iter().map(|words| (decision.of, fold(words))));
        Self(words.collect())
    }

    fn has(&self, kind: SuggestionKind, words: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&(kind, fold(words)))
    }
}
