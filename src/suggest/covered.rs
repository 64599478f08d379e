//! What is still to be decided, without what need not be offered: what the dossier has already, and what its author has rejected.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{NameGroup, Suggestion, Suggestions, What, leftovers, sort};
use crate::dossier::anchor::fold;
use crate::dossier::{Decision, Dossier, Id, Mention, SuggestionKind, covers, joined};

/// The suggestions that are still open, where besides what the dossier keeps these decisions count. Each kind is covered by its
/// own: a name by a mention, a sentence by a claim, a time by an event, a figure by one of a series.
pub(super) fn without(dossier: &Dossier, all: &Suggestions, decided: &[Decision]) -> Suggestions {
    let covered = Covered::by(dossier);
    let rejected = Rejected::by(dossier.suggested.decisions.iter().chain(decided));
    let names = DecidedNames::by(dossier, &all.groups, &rejected);
    let is_kept = |line: &str| rejected.has(SuggestionKind::Leftover, line);
    let lines = leftovers::find(&dossier.article, &dossier.suggested.captions, is_kept);
    let text = &dossier.article.text;
    // What stands in lines that may not be the article's waits until that is decided.
    let leftovers: Vec<Range<usize>> = lines.iter().map(|place| place.range.clone()).collect();
    let is_open = |place: &&Suggestion| {
        let words = &text[place.range.clone()];
        !covers(&leftovers, &place.range)
            && !covered.has(place, &all.groups)
            && !rejected.has(place.what.kind(), words)
            && !matches!(place.what, What::Name(group) if names.has(group, words))
    };
    let mut found: Vec<Suggestion> = all.found.iter().filter(is_open).cloned().chain(lines).collect();
    sort(&mut found);
    let groups = with_places(dossier, &all.groups, &mut found, &rejected, &names);
    Suggestions { found, groups }
}

/// The groups that have places left, with the forms that stand there; the places get their new numbers.
fn with_places(
    dossier: &Dossier,
    groups: &[NameGroup],
    found: &mut [Suggestion],
    rejected: &Rejected,
    decided: &DecidedNames,
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
                && !decided.has(number, form)
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
    /// Whom the dossier has, all but places.
    names: Vec<Range<usize>>,
    places: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    times: Vec<Range<usize>>,
    figures: Vec<Range<usize>>,
}

impl Covered {
    fn by(dossier: &Dossier) -> Self {
        let is_place = |id: &Id| dossier.actor(id).is_some_and(|actor| &*actor.kind == PLACE);
        let (places, names): (Vec<_>, Vec<_>) =
            dossier.mentions.iter().partition(|mention| is_place(&mention.actor));
        let passages = |mentions: Vec<&Mention>| {
            joined(mentions.into_iter().map(|mention| mention.passage.clone()).collect())
        };
        Self {
            names: passages(names),
            places: passages(places),
            sentences: joined(dossier.claimed().collect()),
            times: joined(dossier.dated().collect()),
            figures: joined(dossier.counted().collect()),
        }
    }

    fn has(&self, place: &Suggestion, groups: &[NameGroup]) -> bool {
        let passages = match &place.what {
            // Lines that were left out are not shown.
            What::Leftover(_) => return false,
            What::Name(group) => {
                // The Bank of Norway is not Norway; Northern Norway may be.
                let is_place = groups.get(*group).is_some_and(|group| group.kind == Some(PLACE));
                let has_place = if is_place { covers } else { has_all_of };
                return covers(&self.names, &place.range) || has_place(&self.places, &place.range);
            }
            What::Attributed(_) => &self.sentences,
            What::Time(_) => &self.times,
            What::Figure(_) => &self.figures,
        };
        covers(passages, &place.range)
    }
}

/// Whether one of the stretches, which are in order and apart, has all of this passage.
fn has_all_of(stretches: &[Range<usize>], passage: &Range<usize>) -> bool {
    let next = stretches.get(stretches.partition_point(|stretch| stretch.end < passage.end));
    next.is_some_and(|stretch| stretch.start <= passage.start)
}

/// The word of the kind of actors that others are often named after.
const PLACE: &str = "place";

/// The names of which a longer form, or one as long, was decided: who has written "Anna Weber" down, or does not want her, is not
/// asked about "Weber" as another one.
struct DecidedNames {
    /// Of each group the words of the longest form that was decided.
    longest: Vec<usize>,
}

impl DecidedNames {
    fn by(dossier: &Dossier, groups: &[NameGroup], rejected: &Rejected) -> Self {
        let aliases: HashSet<String> =
            dossier.actors.iter().flat_map(|actor| &actor.aliases).map(|alias| fold(alias)).collect();
        // Who was accepted without one of the forms was accepted all the same, as long as the actor is there.
        let accepted = dossier.suggested.decisions.iter().filter(|decision| {
            decision.is_accepted
                && decision.of == SuggestionKind::Name
                && decision.words.iter().any(|words| aliases.contains(&fold(words)))
        });
        let accepted: HashSet<String> =
            accepted.flat_map(|decision| decision.words.iter()).map(|words| fold(words)).collect();
        // A surname alone is that of a person who is there.
        let persons = dossier.actors.iter().filter(|actor| &*actor.kind == PERSON);
        let names =
            persons.flat_map(|actor| actor.aliases.iter().map(|alias| &**alias).chain(actor.name.texts()));
        let surnames: HashSet<String> = names.filter_map(surname).collect();
        let of_rejected: HashSet<String> = rejected.names().filter_map(surname).collect();
        let is_decided = |group: &NameGroup, form: &String| {
            let folded = fold(form);
            let may_be_person = group.known.is_none() && group.kind.is_none_or(|kind| kind == PERSON);
            rejected.has(SuggestionKind::Name, form)
                || aliases.contains(&folded)
                || accepted.contains(&folded)
                || may_be_person && surnames.contains(&folded)
                // Who was rejected may have been no person.
                || group.kind == Some(PERSON) && of_rejected.contains(&folded)
        };
        let longest = |group: &NameGroup| {
            let decided = group.forms.iter().filter(|form| is_decided(group, form));
            decided.map(|form| words_of(form)).max().unwrap_or(0)
        };
        Self { longest: groups.iter().map(longest).collect() }
    }

    fn has(&self, group: usize, form: &str) -> bool {
        self.longest.get(group).is_some_and(|longest| words_of(form) <= *longest)
    }
}

/// The word of the kind of actors that have surnames.
const PERSON: &str = "person";

fn words_of(name: &str) -> usize {
    name.split_whitespace().count()
}

/// The last word of a name of several, as it is compared.
fn surname(name: &str) -> Option<String> {
    let last = name.split_whitespace().next_back().filter(|_| words_of(name) > 1)?;
    Some(fold(last))
}

/// What was rejected: of each kind the words, as they are compared.
struct Rejected(HashSet<(SuggestionKind, String)>);

impl Rejected {
    fn by<'d>(decided: impl Iterator<Item = &'d Decision>) -> Self {
        let rejected = decided.filter(|decision| !decision.is_accepted);
        let words =
            rejected.flat_map(|decision| decision.words.iter().map(|words| (decision.of, fold(words))));
        Self(words.collect())
    }

    /// The names among them.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|(kind, _)| *kind == SuggestionKind::Name).map(|(_, words)| &**words)
    }

    fn has(&self, kind: SuggestionKind, words: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&(kind, fold(words)))
    }
}
