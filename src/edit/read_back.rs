//! What a change would make of the dossier, as the loader reads it: no error that is not there already, and nothing lost.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::dossier::{Anchor, AnchorState, Dossier, Kind, Observation, Quote, Ref, covers};
use crate::load::{Grade, Loaded, Problem, Rule};
use crate::text::sanitize::sanitize;

use super::boilerplate::stretches;
use super::change::{Change, NewFigure, Quotation, Step, Value};
use super::refused::Refused;

/// The errors of a dossier, to be known again in another reading of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct KnownErrors {
    listed: Vec<KnownError>,
    /// The things that have some, listed or not, and whether it is their evidence.
    faulty: BTreeSet<(Ref, bool)>,
}

/// An error as it is known again where lines have moved.
#[derive(Clone, PartialEq, Eq, Debug)]
struct KnownError {
    rule: Rule,
    item: Option<Ref>,
    message: String,
}

impl KnownErrors {
    pub(super) fn of(loaded: &Loaded) -> Self {
        let listed = errors(loaded).map(KnownError::of).collect();
        Self { listed, faulty: faulty(loaded).collect() }
    }

    /// The first error that is in none of these.
    pub(super) fn first_other<'p>(all: [&Self; 2], loaded: &'p Loaded) -> Option<&'p Problem> {
        let mut known: Vec<&KnownError> = all.iter().flat_map(|errors| &errors.listed).collect();
        let mut others: Vec<&Problem> = errors(loaded).collect();
        others.retain(|problem| {
            let error = KnownError::of(problem);
            !take(&mut known, |known| *known == error)
        });
        let worded = others.first().copied().or_else(|| errors(loaded).last());
        // Some messages count places; with one of them less it is the same error.
        others.retain(|problem| {
            !take(&mut known, |known| known.rule == problem.rule && known.item == problem.item)
        });
        // A name that nothing has is reported where it stands first; who names it as well is at fault all the same.
        let is_new = |item: (Ref, bool)| all.iter().all(|errors| !errors.faulty.contains(&item));
        others.first().copied().or_else(|| worded.filter(|_| faulty(loaded).any(is_new)))
    }
}

/// Takes the first that is meant out of the known ones. Says whether there is one.
fn take(known: &mut Vec<&KnownError>, is_meant: impl Fn(&KnownError) -> bool) -> bool {
    let place = known.iter().position(|known| is_meant(known));
    place.map(|place| known.swap_remove(place)).is_some()
}

impl KnownError {
    fn of(problem: &Problem) -> Self {
        Self { rule: problem.rule, item: problem.item.clone(), message: without_lines(&problem.message) }
    }
}

fn errors(loaded: &Loaded) -> impl Iterator<Item = &Problem> {
    loaded.problems.iter().filter(|problem| matches!(problem.grade(), Grade::Fatal | Grade::Error))
}

fn faulty(loaded: &Loaded) -> impl Iterator<Item = (Ref, bool)> {
    let of_evidence = loaded.faulty.evidence.iter().map(|item| (item.clone(), true));
    of_evidence.chain(loaded.faulty.other.iter().map(|item| (item.clone(), false)))
}

/// The warnings of a dossier that another reading of it did not have.
pub(super) fn new_warnings(before: &Loaded, after: &Loaded) -> Vec<Problem> {
    let warnings = |loaded: &'_ Loaded| -> Vec<Problem> {
        loaded.problems.iter().filter(|problem| problem.grade() == Grade::Warning).cloned().collect()
    };
    let known: Vec<KnownError> = warnings(before).iter().map(KnownError::of).collect();
    let mut known: Vec<&KnownError> = known.iter().collect();
    let mut others = warnings(after);
    others.retain(|problem| {
        let warning = KnownError::of(problem);
        !take(&mut known, |known| *known == warning)
    });
    // Some messages count, or name what there is.
    others.retain(|problem| {
        !take(&mut known, |known| known.rule == problem.rule && known.item == problem.item)
    });
    others
}

/// A message without the numbers of the lines that it names.
fn without_lines(message: &str) -> String {
    let mut parts = message.split("line ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("line ");
        text.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    text
}

/// The first thing that the change was not to touch and that is not what it was: it is gone, its quotations stand elsewhere or
/// nowhere, it is named at other places; or the one that the change is about, if its new quotations do not stand in the article
/// once.
pub(super) fn disturbed(before: &Dossier, after: &Dossier, change: &Change) -> Option<Ref> {
    let mut all = Kind::ALL
        .into_iter()
        .flat_map(|kind| (0..).map_while(move |number| before.nth_of_kind(kind, number)));
    let out = stretches(before, change);
    let is_disturbed = |item: &Ref| {
        !after.contains(item)
            || !is_rewritten(change, item) && !keeps_quotations(before, after, item)
            || item.kind == Kind::Actor
                && !names_again(change, item)
                && is_named_elsewhere(before, after, item, &out)
    };
    let is_loose = |item: &Ref| !after.contains(item) || !quotes_exactly(before, after, item);
    all.find(is_disturbed).or_else(|| change.result.clone().filter(is_loose))
}

/// Whether a change puts another value in the place of one that a thing has; that may be a quotation.
fn is_rewritten(change: &Change, item: &Ref) -> bool {
    change.steps.iter().any(|step| matches!(step, Step::Key { of, .. } if of == item))
}

/// Whether every quotation that a thing had is still there, in the same state.
fn keeps_quotations(before: &Dossier, after: &Dossier, item: &Ref) -> bool {
    let mut now: Vec<&Anchor> = after.anchors(item).collect();
    before.anchors(item).all(|anchor| {
        let place = now.iter().position(|other| *other == anchor);
        place.map(|place| now.swap_remove(place)).is_some()
    })
}

/// Whether the quotations that a thing did not have before each stand in the article once.
fn quotes_exactly(before: &Dossier, after: &Dossier, item: &Ref) -> bool {
    let there: Vec<&Anchor> = before.anchors(item).collect();
    after.anchors(item).all(|anchor| anchor.passage().is_some() || there.contains(&anchor))
}

/// Whether a change gives an actor another name, or another passage that names it.
fn names_again(change: &Change, actor: &Ref) -> bool {
    change.steps.iter().any(|step| match step {
        Step::Table(_) | Step::Decision(_) | Step::Boilerplate(_) | Step::Figure(_) => false,
        Step::Element { of, .. } | Step::Key { of, .. } | Step::Remove { of, .. } => of == actor,
    })
}

/// Whether an actor is named at other places than before; those that were taken out of the article do not count, unless there is no
/// other.
fn is_named_elsewhere(before: &Dossier, after: &Dossier, actor: &Ref, out: &[Range<usize>]) -> bool {
    let passages = |dossier: &'_ Dossier| -> Vec<(Range<usize>, bool)> {
        let mentions = dossier.mentions_of(&actor.id);
        mentions.map(|mention| (mention.passage.clone(), mention.inferred)).collect()
    };
    let (mut then, now) = (passages(before), passages(after));
    let was_named = !then.is_empty();
    then.retain(|(passage, _)| !covers(out, passage));
    then != now || was_named && now.is_empty()
}

/// Whether the words that a change quotes stand in the article, once.
///
/// # Errors
///
/// Fails if some do not.
pub(super) fn words_stand(dossier: &Dossier, change: &Change) -> Result<(), Refused> {
    let mut words = Vec::new();
    for step in &change.steps {
        match step {
            Step::Table(table) => table.keys.iter().for_each(|(_, value)| collect(value, &mut words)),
            Step::Element { value, .. } | Step::Key { value, .. } => collect(value, &mut words),
            Step::Figure(figure) => words.push(&figure.anchor),
            Step::Decision(_) | Step::Boilerplate(_) | Step::Remove { .. } => {}
        }
    }
    let quotes: Vec<Quote> = words.into_iter().map(as_compared).collect();
    if quotes.is_empty() {
        return Ok(());
    }
    let index = dossier.article.index();
    let is_exact = |state: &AnchorState| matches!(state, AnchorState::Exact(_));
    if index.locate_all(&quotes).iter().all(is_exact) { Ok(()) } else { Err(Refused::WordsGone) }
}

/// Whether the figures are read as they are meant, and all others as before: a number can settle how others are read.
///
/// # Errors
///
/// Fails with what is the matter with the file where that is known, else with the figure that is another.
pub(super) fn figures_stand(before: &Loaded, after: &Loaded, change: &Change) -> Result<(), Refused> {
    let mut new: Vec<&NewFigure> = Vec::new();
    for step in &change.steps {
        if let Step::Figure(figure) = step {
            new.push(figure);
        }
    }
    if new.is_empty() {
        return Ok(());
    }
    let would_change = |what: String| Refused::WouldChange { what, at: None };
    for figure in &new {
        let of = figure.to_ref();
        let Some(read) = after.dossier.observations.iter().find(|read| read.id == of.id) else {
            return Err(unreadable_figures(before).unwrap_or_else(|| would_change(of.to_string())));
        };
        let is_it = figure.value.parse().ok() == read.value
            && figure.qualifier == read.qualifier
            && read.series == figure.series
            && !before.dossier.contains(&of);
        if !is_it {
            return Err(would_change(of.to_string()));
        }
    }
    let others = |other: &&Observation| !new.iter().any(|figure| figure.to_ref().id == other.id);
    let (then, now) = (&before.dossier.observations, &after.dossier.observations);
    let mut now = now.iter().filter(others);
    match then.iter().find(|other| now.next() != Some(*other)) {
        Some(other) => Err(would_change(Ref::new(Kind::Observation, &other.id).to_string())),
        None => now
            .next()
            .map_or(Ok(()), |other| Err(would_change(Ref::new(Kind::Observation, &other.id).to_string()))),
    }
}

/// What keeps the rows of figures from being read, if something does.
pub(super) fn unreadable_figures(loaded: &Loaded) -> Option<Refused> {
    let found = errors(loaded).find(|problem| is_of_all_figures(problem.rule));
    found.map(|problem| Refused::Unreadable(Box::new(problem.clone())))
}

/// Whether a rule is about more than one row of figures.
pub(super) fn is_of_all_figures(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::QuotesInvalid
            | Rule::ColumnMissing
            | Rule::ColumnUnknown
            | Rule::ColumnDuplicate
            | Rule::FiguresUnreadable
    )
}

fn collect<'v>(value: &'v Value, words: &mut Vec<&'v Quotation>) {
    match value {
        Value::Words(quotation) => words.push(quotation),
        Value::List(values) => values.iter().for_each(|value| collect(value, words)),
        Value::Text(_) | Value::Flag(_) => {}
    }
}

/// The words as the loader compares them.
pub(super) fn as_compared(words: &Quotation) -> Quote {
    let fit = |text: &str| sanitize(text).into();
    Quote { exact: fit(&words.exact), prefix: fit(&words.prefix), suffix: fit(&words.suffix) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_the_same_wherever_it_points() {
        let one =
            without_lines("a second claim is called \"x\"; the first is opened in line 12 of claims.toml");
        assert_eq!(
            one,
            without_lines("a second claim is called \"x\"; the first is opened in line 9 of claims.toml")
        );
        assert_ne!(
            one,
            without_lines("a second claim is called \"y\"; the first is opened in line 9 of claims.toml")
        );
    }
}
