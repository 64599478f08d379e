//! What a change would make of the dossier, as the loader reads it: no error that is not there already, and nothing lost.

use std::collections::BTreeSet;

use crate::dossier::{AnchorState, Dossier, Kind, Quote, Ref};
use crate::load::{Grade, Loaded, Problem, Rule};
use crate::text::sanitize::sanitize;

use super::change::{Change, Quotation, Step, Value};
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

/// The first thing that one dossier has and the other has not.
pub(super) fn lost(before: &Dossier, after: &Dossier) -> Option<Ref> {
    Kind::ALL
        .into_iter()
        .flat_map(|kind| (0..).map_while(move |number| before.nth_of_kind(kind, number)))
        .find(|item| !after.contains(item))
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
