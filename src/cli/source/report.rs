//! What has become of each entry, for people: one line an entry, and one for each thing that was not taken over.

use std::fmt::Write as _;
use std::path::Path;

use crate::cli::AT_FAULT;
use crate::cli::place::Place;
use crate::cli::wrapped::wrapped;
use crate::references::{Addition, Handled, LeftOut, Outcome, Slip};
use crate::text::sanitize::sanitize_line;

/// A report on the entries of a file.
pub(super) struct Report<'r> {
    /// What the file is called.
    pub(super) file: &'r str,
    /// Where the dossier is.
    pub(super) dossier: &'r Path,
    /// What has become of them.
    pub(super) addition: &'r Addition,
}

impl Report<'_> {
    /// The report. `written` is the file of the dossier that has the new sources; none where nothing was written.
    pub(super) fn text(&self, written: Option<&str>) -> String {
        let text = self.lines(written);
        text.lines().fold(String::new(), |report, line| report + &wrapped(line) + "\n")
    }

    fn lines(&self, written: Option<&str>) -> String {
        let mut text = String::new();
        let all = &self.addition.entries;
        for entry in all {
            self.entry(entry, &mut text);
        }
        if all.is_empty() {
            let _ = writeln!(text, "there are no entries in {}", self.file);
        }
        let count = |is_it: fn(&Outcome) -> bool| all.iter().filter(|entry| is_it(&entry.outcome)).count();
        let added = count(|outcome| matches!(outcome, Outcome::Added { .. }));
        let there = count(|outcome| matches!(outcome, Outcome::There(_) | Outcome::Again { .. }));
        let left_out = count(|outcome| matches!(outcome, Outcome::LeftOut(_)));
        let place = written.map(|file| format!(" to {}", Place::of_path(self.dossier).file(file)));
        let would = if written.is_none() && added > 0 { "would be " } else { "" };
        let _ = writeln!(
            text,
            "{added} {would}added{}, {there} already there, {left_out} left out",
            place.unwrap_or_default()
        );
        if added > 0 {
            let _ = writeln!(
                text,
                "a dossier has no place for authors, volumes, pages and abstracts: they stay in {} alone",
                self.file
            );
        }
        text
    }

    fn entry(&self, entry: &Handled, text: &mut String) {
        let Handled { number, at, name, outcome, slips } = entry;
        let name = if name.is_empty() { format!("entry {number}") } else { sanitize_line(name).into_owned() };
        let place = format!("{}:{at}: {name}", self.file);
        let _ = match outcome {
            Outcome::Added { id, called } => {
                writeln!(text, "{place}: new as source:{id}, {}", sanitize_line(called))
            }
            Outcome::There(id) => writeln!(text, "{place}: already there as source:{id}"),
            Outcome::Again { number, id } => {
                writeln!(text, "{place}: the same as entry {number}, which is source:{id}")
            }
            Outcome::LeftOut(why) => writeln!(text, "{place}: left out: {}", sanitize_line(&why.to_string())),
        };
        // Of an entry that is there already it matters to nobody what is not taken over, and of one that is left out only what may be
        // the reason.
        let is_shown = |slip: &&Slip| match outcome {
            Outcome::Added { .. } => true,
            Outcome::LeftOut(LeftOut::NoOutlet(..)) => {
                matches!(slip, Slip::FieldUnreadable { .. } | Slip::ParentMissing(_) | Slip::TooLong { .. })
            }
            _ => false,
        };
        for slip in slips.iter().filter(is_shown) {
            let _ = writeln!(text, "  {}", sanitize_line(&slip.to_string()));
        }
    }
}

/// The exit code: 1 if an entry was left out.
pub(super) fn conclude(addition: &Addition) -> u8 {
    let is_left_out = |entry: &Handled| matches!(entry.outcome, Outcome::LeftOut(_));
    if addition.entries.iter().any(is_left_out) { AT_FAULT } else { 0 }
}
