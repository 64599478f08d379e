//! `fundstelle relink`: one question for each quotation whose words have changed or that stands more than once, and for
//! all in which the same typography has changed; then for the hedges and aliases that do not stand. Only what is confirmed
//! is written, and only at the end, when it is known that it fixes what it should.

mod ask;
mod names;
mod quotations;
mod show;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::process::ExitCode;

use self::ask::{Abort, Session};
use super::args::RelinkArgs;
use super::io::{exit_code_after_report, exit_code_after_write, is_stream, print, print_error};
use super::place::Place;
use super::{AT_FAULT, WRONG_USAGE, did_you_mean_command, refuse};
use crate::load::{
    Changed, Files as _, Folder, Loaded, Parsed, Problem, WrittenAnchors, WrittenWords, parse,
};
use crate::runtime::write_atomically;

/// The files that change, by name: as they were read, and as they are to be.
type ChangedFiles = BTreeMap<String, (Vec<u8>, Vec<u8>)>;

pub(super) fn run(relink: &RelinkArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    if is_stream(&relink.path) {
        print_error(
            "fundstelle: what comes through a pipe cannot be written to; give the path of the dossier's folder",
        );
        return ExitCode::from(WRONG_USAGE);
    }
    let folder = match Folder::open(&relink.path) {
        Ok(folder) => folder,
        Err(fatal) => return refuse(&did_you_mean_command(&relink.path, *fatal).into(), environment),
    };
    let (written, loaded) = match parse(&folder) {
        Ok(Parsed { quotations: Some(written), loaded }) => (written, loaded),
        Ok(Parsed { quotations: None, .. }) => {
            return exit_code_after_report(
                "the answer",
                print("an article alone has no quotations\n"),
                ExitCode::SUCCESS,
            );
        }
        Err(refusal) => return refuse(&Place::of_path(&relink.path).refusal(refusal), environment),
    };
    let mut session = Session::new(relink.dry_run);
    match confirm(&folder, &written, &mut session) {
        Ok(changed) => {
            let by_hand = match list_figures(&loaded, &Place::of_path(&relink.path)) {
                Ok(by_hand) => by_hand,
                Err(error) => return exit_code_after_report("the answer", Err(error), code(false)),
            };
            // Whatever is left is an error in `check`.
            let exit_code = code(session.left + session.lost.len() + by_hand == 0);
            if changed.is_empty() { exit_code } else { write(&folder, &changed, exit_code) }
        }
        // Nothing was written, so what is left is what there was.
        Err(Abort::Unwritable(error)) => {
            let is_sound = written.anchors.iter().all(crate::load::WrittenAnchor::is_exact)
                && !written.words.iter().any(WrittenWords::is_at_fault);
            exit_code_after_report("the question", Err(error), code(is_sound))
        }
        Err(Abort::Unusable { answer, question, before }) => {
            let again = match before {
                0 => String::new(),
                1 => "; the answer before it can be given again".to_owned(),
                several => format!("; the {several} answers before it can be given again"),
            };
            print_error(&format!(
                "fundstelle: {answer:?} is no answer to {question}; nothing was written{again}"
            ));
            ExitCode::from(WRONG_USAGE)
        }
        Err(Abort::Unsound) => {
            print_error("fundstelle: the files would not be what was confirmed; nothing was written");
            ExitCode::from(AT_FAULT)
        }
    }
}

/// Lists the quotations of figures that are at fault, and how many they are: what stands in a CSV is not written here.
fn list_figures(loaded: &Loaded, place: &Place) -> io::Result<usize> {
    let faulty: Vec<&Problem> = loaded.faulty_words_of_figures().collect();
    if !faulty.is_empty() {
        print(&format!("{} of figures, to be corrected by hand: a CSV is not written\n", faulty.len()))?;
    }
    for problem in &faulty {
        print(&format!("  {}\n", place.problem((*problem).clone())))?;
    }
    Ok(faulty.len())
}

fn code(is_sound: bool) -> ExitCode {
    if is_sound { ExitCode::SUCCESS } else { ExitCode::from(AT_FAULT) }
}

/// Goes through what does not stand and asks. First the quotations: the sentences of hedges are those of the quotations as
/// they are to be.
fn confirm(folder: &Folder, written: &WrittenAnchors, session: &mut Session) -> Result<ChangedFiles, Abort> {
    let edits = quotations::confirm(written, session)?;
    let mut changed = written.rewritten(&edits);
    let reread;
    let after = if edits.is_empty() {
        written
    } else {
        reread = read_again(folder, &changed).filter(|after| written.is_as_confirmed(after, &edits, &[]));
        reread.as_ref().ok_or(Abort::Unsound)?
    };
    let names::Confirmed { edits, renamed } = names::confirm(after, session)?;
    if !edits.is_empty() {
        for (name, (before, now)) in after.rewritten(&edits) {
            changed.entry(name).and_modify(|(_, old)| old.clone_from(&now)).or_insert((before, now));
        }
        read_again(folder, &changed)
            .filter(|last| after.is_as_confirmed(last, &edits, &renamed))
            .ok_or(Abort::Unsound)?;
    }
    print(&summary(session))?;
    Ok(changed)
}

/// What came of it all.
fn summary(session: &Session) -> String {
    let Session { is_dry, confirmed, left, lost, unused, .. } = session;
    let mut text = match is_dry {
        true => format!("{left} to be asked; nothing was asked or written"),
        false => format!("{confirmed} confirmed, {left} left as they are"),
    };
    let _ = writeln!(text, "; {} lost, for which there is nothing to propose", lost.len());
    for line in lost {
        let _ = writeln!(text, "  {line}");
    }
    match unused {
        0 => {}
        1 => text.push_str("1 alias matches nothing, a warning of check\n"),
        several => {
            let _ = writeln!(text, "{several} aliases match nothing, a warning of check each");
        }
    }
    text
}

/// What the files with these changes say.
fn read_again(folder: &Folder, changed: &ChangedFiles) -> Option<WrittenAnchors> {
    let with = after(changed);
    parse(&Changed { files: folder, with: &with }).ok()?.quotations
}

/// The files as they are to be.
fn after(changed: &ChangedFiles) -> BTreeMap<String, Option<Vec<u8>>> {
    changed.iter().map(|(name, (_, after))| (name.clone(), Some(after.clone()))).collect()
}

/// Writes the files, if they still are what was read.
fn write(folder: &Folder, changed: &ChangedFiles, exit_code: ExitCode) -> ExitCode {
    for (name, (before, _)) in changed {
        let now = folder.read(name, u64::MAX >> 1);
        if now.as_ref() != Ok(before) {
            print_error(&format!(
                "fundstelle: {name} has changed meanwhile; nothing was written, run relink again"
            ));
            return ExitCode::from(AT_FAULT);
        }
    }
    let mut report = String::new();
    let mut code = exit_code;
    for (name, (_, bytes)) in changed {
        let path = folder.path_of(name).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
        if let Err(error) = path.and_then(|path| write_atomically(&path, bytes)) {
            code = exit_code_after_write(name, Err(error), exit_code);
            break;
        }
        let _ = writeln!(report, "wrote {name}");
    }
    // Reported after writing: a reader who closes the pipe must not keep confirmed answers from being written.
    exit_code_after_report("the report", print(&report), code)
}
