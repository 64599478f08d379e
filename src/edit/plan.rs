//! A change made on the files as they are, in memory, and held to what it is to be; and a change taken back.

use crate::load::Files;

use super::Plan;
use super::attempt::Attempt;
use super::change::Change;
use super::expected::as_seen;
use super::meaning::Meaning;
use super::place::place;
use super::read_back::{KnownErrors, lost, words_stand};
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
    let (mut attempt, loaded) = Attempt::of(files)?;
    words_stand(&loaded.dossier, change)?;
    as_seen(&loaded, change)?;
    for step in &change.steps {
        let placed = place(&attempt.files, step)?;
        let number = placed.file;
        let mut expected = Meaning::of_file(&attempt.file(number).text);
        if let Some(meaning) = &mut expected {
            meaning.apply(&placed.path, &placed.act);
        }
        // From the end, so that the places of those before stay.
        for piece in placed.pieces.iter().rev() {
            attempt.put(number, piece.range.clone(), &piece.text);
        }
        attempt.read_again(number)?;
        let file = attempt.file(number);
        if expected.is_none() || Meaning::of_file(&file.text) != expected {
            return Err(Refused::WouldChange(file.name.clone()));
        }
    }
    let plan = attempt.finish(files, &KnownErrors::default())?;
    let missing = change.result.clone().filter(|item| !plan.loaded.dossier.contains(item));
    match missing.or_else(|| lost(&loaded.dossier, &plan.loaded.dossier)) {
        Some(item) => Err(Refused::WouldChange(item.to_string())),
        None => Ok(plan),
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
    let (mut attempt, _) = Attempt::of(files)?;
    for splice in &undo.splices {
        let number = attempt.files.named(&splice.file).ok_or_else(|| changed(splice))?;
        let file = attempt.file(number);
        let at = find(&file.text, file.offset(), splice).ok_or_else(|| changed(splice))?;
        attempt.put(number, at..at + splice.remove.len(), &splice.insert);
    }
    for splice in &undo.splices {
        let number = attempt.files.named(&splice.file).ok_or_else(|| changed(splice))?;
        attempt.read_again(number).map_err(|_| changed(splice))?;
    }
    let found = attempt.differences();
    // A table that has got another key since would leave that key to the table above it.
    let is_other = |splice: &&Splice| {
        let of = |all: &[(String, _)]| all.iter().position(|(file, _)| *file == splice.file);
        of(&found).map(|place| &found[place].1)
            != of(&undo.differences).map(|place| &undo.differences[place].1)
    };
    if let Some(splice) = undo.splices.iter().find(is_other) {
        return Err(changed(splice));
    }
    attempt.finish(files, &undo.known)
}

fn changed(splice: &Splice) -> Refused {
    let Splice { file, remove, insert, .. } = splice;
    Refused::ChangedSince { file: file.clone(), remove: remove.clone(), insert: insert.clone() }
}
