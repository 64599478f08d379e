//! A change made in memory on the files as they are, and checked against what it was meant to do; and a change taken back.

use crate::load::{Files, Rule};

use super::Plan;
use super::attempt::Attempt;
use super::change::{Change, NewTable, Step};
use super::expected::as_seen;
use super::meaning::Meaning;
use super::place::{place, place_tables};
use super::read_back::{KnownErrors, disturbed, words_stand};
use super::refused::Refused;
use super::splices::find;
use super::undo::{Splice, Undo};

/// How a change is made on the files as they are. Nothing is written.
///
/// # Errors
///
/// Fails where the files cannot be read, where there is no place for the change, and where anything but what it says would
/// be read otherwise than before.
pub fn plan(files: &dyn Files, change: &Change) -> Result<Plan, Refused> {
    let mut attempt = Attempt::of(files)?;
    words_stand(&attempt.before.dossier, change)?;
    as_seen(&attempt.before, change)?;
    for steps in change.steps.chunk_by(same_tables) {
        make(&mut attempt, steps)?;
    }
    let before = attempt.before.clone();
    let plan = attempt.finish(files, &KnownErrors::default())?;
    // A name that stands nowhere was marked in an article that is another now.
    if plan.warnings.iter().any(|problem| problem.rule == Rule::AliasUnused) {
        return Err(Refused::WordsGone);
    }
    match disturbed(&before.dossier, &plan.loaded.dossier, change) {
        Some(item) => {
            let at = before.locations.of(&item).cloned();
            Err(Refused::WouldChange { what: item.to_string(), at })
        }
        None => Ok(plan),
    }
}

/// Whether these are new tables of one kind. They are put in together, so that a file is not read again for each of thousands.
fn same_tables(one: &Step, next: &Step) -> bool {
    matches!((one, next), (Step::Table(one), Step::Table(next)) if one.kind == next.kind)
}

/// Makes a step, or several that add tables of one kind, and checks that its file then says what is meant.
fn make(attempt: &mut Attempt, steps: &[Step]) -> Result<(), Refused> {
    let tables: Vec<&NewTable> = steps.iter().filter_map(table_of).collect();
    let placed = match steps {
        [step] => place(&attempt.files, step),
        _ => place_tables(&attempt.files, &tables),
    };
    let placed = placed.map_err(|why| match why {
        Refused::NoTable { of, .. } => {
            let at = attempt.before.locations.of(&of).cloned();
            Refused::NoTable { of, at }
        }
        why => why,
    })?;
    let number = placed.file;
    let mut expected = Meaning::of_file(&attempt.file(number).text);
    if let Some(meaning) = &mut expected {
        placed.acts.iter().for_each(|act| meaning.apply(&placed.path, act));
    }
    let of = steps.iter().find_map(|step| match step {
        Step::Table(_) => None,
        Step::Element { of, .. } | Step::Key { of, .. } => Some(of),
    });
    // From the end, so that the places of those before stay.
    for piece in placed.pieces.iter().rev() {
        attempt.put(number, of, piece.range.clone(), &piece.text);
    }
    attempt.read_again(number)?;
    if expected.is_none() || Meaning::of_file(&attempt.file(number).text) != expected {
        return Err(attempt.would_change(number));
    }
    Ok(())
}

fn table_of(step: &Step) -> Option<&NewTable> {
    match step {
        Step::Table(table) => Some(table),
        Step::Element { .. } | Step::Key { .. } => None,
    }
}

/// How a change is taken back, or an undone one made again, on the files as they are: they may have changed elsewhere since.
/// The plan's own undo does the opposite. Nothing is written.
///
/// # Errors
///
/// Fails where the files cannot be read, where what is to be taken back is not there as it was, and where something that was
/// written since needs it.
pub fn revert(files: &dyn Files, undo: &Undo) -> Result<Plan, Refused> {
    let mut attempt = Attempt::of(files)?;
    let left = attempt.left(undo);
    let Some(()) = put_back(&mut attempt, undo) else { return Err(Refused::ChangedSince(left)) };
    attempt.finish(files, &undo.known).map_err(|why| match why {
        Refused::Faulty(problem) => Refused::Needed { problem, left },
        why => why,
    })
}

/// Does what takes a change back. None if something of it is not there as it was.
fn put_back(attempt: &mut Attempt, undo: &Undo) -> Option<()> {
    for splice in &undo.splices {
        let number = attempt.files.named(&splice.file)?;
        let file = attempt.file(number);
        let at = find(&file.text, file.offset(), splice)?;
        attempt.put(number, splice.of.as_ref(), at..at + splice.remove.len(), &splice.insert);
    }
    for splice in &undo.splices {
        let number = attempt.files.named(&splice.file)?;
        attempt.read_again(number).ok()?;
    }
    let found = attempt.differences();
    // A table that has got another key since would leave that key to the table above it.
    let is_same = |splice: &Splice| {
        let of = |all: &[(String, _)]| all.iter().position(|(file, _)| *file == splice.file);
        of(&found).map(|place| &found[place].1)
            == of(&undo.differences).map(|place| &undo.differences[place].1)
    };
    undo.splices.iter().all(is_same).then_some(())
}
