//! Changes of the dossier's files, as the author of it asks for them: planned on what stands there now, and written only if that
//! is still so.

mod guard;
mod locks;

use std::path::Path;

use self::guard::{Next, Target};
use super::watch::folder_at;
use super::write::{Staged, stage, write_atomically};
use crate::edit::{self, Change, Plan, Refused, Undo};
use crate::load::{DOSSIER, Files as _, Folder, ReadError};

/// How often a change is planned anew because a file was changed just before it was written.
const ATTEMPTS: usize = 4;

/// The whole of a file, however long: what was planned on it has seen all of it.
const ALL: u64 = u64::MAX >> 1;

/// Changes the dossier at a path as planned on its files as they are; again if another program has changed them meanwhile.
///
/// # Errors
///
/// Why it is not done; then the files are as they were.
pub fn change(dossier: &Path, plan: impl Fn(&Folder) -> Result<Plan, Refused>) -> Result<Plan, Refused> {
    attempt(dossier, false, plan)
}

/// Makes a change in the dossier at a path.
///
/// # Errors
///
/// Why it is not made; then the files are as they were.
pub(super) fn write(dossier: &Path, change: &Change, despite_editor: bool) -> Result<Plan, Refused> {
    attempt(dossier, despite_editor, |folder| edit::plan(folder, change))
}

/// Takes a change back, or makes it again.
///
/// # Errors
///
/// Why not; then the files are as they were.
pub(super) fn revert(dossier: &Path, undo: &Undo, despite_editor: bool) -> Result<Plan, Refused> {
    attempt(dossier, despite_editor, |folder| edit::revert(folder, undo))
}

fn attempt(
    dossier: &Path,
    despite_editor: bool,
    plan: impl Fn(&Folder) -> Result<Plan, Refused>,
) -> Result<Plan, Refused> {
    let mut changed = String::new();
    for _ in 0..ATTEMPTS {
        let folder = folder_at(dossier).map_err(Refused::Unreadable)?;
        if folder.read(DOSSIER, ALL) == Err(ReadError::Missing) {
            return Err(Refused::NoDossier);
        }
        let plan = plan(&folder)?;
        match put(&folder, &plan, despite_editor)? {
            Put::Done => return Ok(plan),
            Put::Changed(file) => changed = file,
        }
    }
    Err(Refused::KeepsChanging(changed))
}

/// What has come of writing a plan.
enum Put {
    Done,
    /// This file is no longer what the plan was made of; nothing is written.
    Changed(String),
}

/// Writes the files of a plan: all of them beside those whose places they take, and only when that has gone well, they do.
fn put(folder: &Folder, plan: &Plan, despite_editor: bool) -> Result<Put, Refused> {
    put_watched(folder, plan, despite_editor, |_| {})
}

/// The same; whoever watches learns of each file that has taken its place.
fn put_watched(
    folder: &Folder,
    plan: &Plan,
    despite_editor: bool,
    mut watch: impl FnMut(&str),
) -> Result<Put, Refused> {
    let changes = || plan.order.iter().filter_map(|name| Some((name, plan.files.get(name)?)));
    let mut targets = Vec::new();
    for (name, change) in changes() {
        let Some(target) = Target::of(folder, name, change)? else { return Ok(Put::Changed(name.clone())) };
        if !despite_editor {
            target.check_editors()?;
        }
        targets.push(target);
    }
    let staged = targets.iter().map(Target::stage).collect::<Result<Vec<Next>, _>>()?;
    // So that nobody sees a part of what would only be put back.
    if let Some(target) = targets.iter().find(|target| !target.is_as_read(folder)) {
        return Ok(Put::Changed(target.name.to_owned()));
    }
    let mut written = Vec::new();
    for (target, next) in targets.iter().zip(staged) {
        // The last moment at which that can be seen.
        if !target.is_as_read(folder) {
            put_back(&written);
            return Ok(Put::Changed(target.name.to_owned()));
        }
        if let Err(error) = target.put(next) {
            put_back(&written);
            return Err(target.refused(&error));
        }
        watch(target.name);
        written.push(target);
    }
    Ok(Put::Done)
}

/// Puts back what stood in files that were written, unless somebody else has written into them since. Where that fails the file
/// stays: it can be read without those that should have come after it.
fn put_back(written: &[&Target<'_>]) {
    written.iter().rev().for_each(|target| target.put_back());
}

#[cfg(test)]
mod tests;
