//! The reader's notes file: plain Markdown that a person edits. A head, then entries: a heading, a comment that says what the
//! entry is about, evidence as quoted text, and the reader's own note as a paragraph.
//!
//! ```text
//! ## Claim 25: The bridge closes.
//!
//! <!-- fundstelle: claim:bridge-closes -->
//!
//! > **Assessment:** open
//!
//! Ask the council for the minutes.
//! ```
//!
//! Pure: text in, text out. Anything may stand in the file; what is not ours is passed over, and an edit changes no byte of
//! it.

mod edit;
mod marker;
mod scan;
#[cfg(test)]
mod tests;

use crate::dossier::Ref;
use crate::text::relocate::Quoted;

pub use edit::{Change, Edit, Edited, Task, edit};

/// What an entry is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A thing of the dossier.
    Thing(Ref),
    /// Words of the article.
    Words(Quoted),
}

/// An entry of the file, as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it is about.
    pub subject: Subject,
    /// Its heading, without its sign; empty where the reader has removed it.
    pub heading: String,
    /// The reader's note, a text for each paragraph. What the program edits is the first.
    pub note: Vec<String>,
    /// Whether the first paragraph is a line by itself. What a reader has laid out over several lines, such as a list, would
    /// lose its lines if the program edited it.
    pub is_one_line: bool,
    /// Whether evidence stands in it.
    pub has_evidence: bool,
}

/// The entries of a file, in its order.
pub fn read(text: &str) -> Vec<Entry> {
    let lines = scan::lines(text);
    let entries = scan::entries(&lines).into_iter();
    let shown = entries.map(|entry| Entry {
        heading: entry
            .heading
            .map_or("", |heading| lines[heading].content.trim_start_matches('#').trim())
            .to_owned(),
        note: entry.notes.iter().map(|note| scan::paragraph(&lines[note.clone()])).collect(),
        is_one_line: entry.notes.first().is_none_or(|note| {
            // The end of a comment that was begun in another line is no note.
            note.len() == 1 && !lines[note.start].content.contains("-->")
        }),
        has_evidence: entry.evidence.is_some(),
        subject: entry.subject,
    });
    shown.collect()
}
