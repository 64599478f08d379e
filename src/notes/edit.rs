//! Changes to the file: evidence collected, a note written, changed or removed. Whatever else stands in it keeps its bytes.

use std::ops::Range;

use super::Subject;
use super::marker;
use super::scan::{self, Line, LineKind, ScannedEntry};

/// A change to the file, to be made on what stands in it by then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What the entry is about.
    pub subject: Subject,
    /// The heading of an entry that is made for it, of Markdown, without its sign.
    pub heading: String,
    /// The head of a file that is made for it, of Markdown.
    pub head: String,
    /// What to do.
    pub task: Task,
}

/// What to do with an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Task {
    /// Add evidence, of Markdown.
    Collect(String),
    /// Make this the reader's note. An empty one is removed.
    Annotate {
        /// The note as it was shown before it was edited; empty where there was none.
        before: String,
        /// The note as it is to be.
        note: String,
    },
}

/// What has come of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// The evidence stands in the entry of this number, from 1.
    Collected(usize),
    /// It stood there already.
    AlreadyThere(usize),
    /// The note stands in the entry of this number, from 1.
    Noted(usize),
    /// So it does, before another text that was not there before it was edited.
    NotedBeside(usize),
    /// The note is gone.
    Removed,
    /// The note is gone, and what else stands in its entry stays.
    RemovedFromEntry,
    /// The note was changed elsewhere meanwhile and is not removed.
    ChangedElsewhere,
    /// Nothing is other than it was.
    Unchanged,
}

/// The file after an edit, and what has come of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edited {
    /// The text of the file.
    pub text: String,
    /// What has come of it.
    pub change: Change,
}

/// Makes a change to the text of a file.
pub fn edit(text: &str, edit: &Edit) -> Edited {
    let lines = scan::lines(text);
    let entries = scan::entries(&lines);
    let file = File { text, lines, entries, edit };
    match &edit.task {
        Task::Collect(evidence) => file.collect(evidence),
        Task::Annotate { before, note } => file.annotate(before, &one_line(note)),
    }
}

/// A note as one line: line breaks and the like as blanks.
pub(super) fn one_line(note: &str) -> String {
    let fit = |c: char| if c.is_control() || c == '\u{feff}' { ' ' } else { c };
    note.chars().map(fit).collect::<String>().trim().to_owned()
}

fn edited(text: String, change: Change) -> Edited {
    Edited { text, change }
}

struct File<'a> {
    text: &'a str,
    lines: Vec<Line<'a>>,
    entries: Vec<ScannedEntry>,
    edit: &'a Edit,
}

impl File<'_> {
    /// The line break that the file uses.
    fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn unchanged(&self, change: Change) -> Edited {
        Edited { text: self.text.to_owned(), change }
    }

    /// The entries about the subject, by their places.
    fn own(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.entries.len()).filter(|place| self.entries[*place].subject == self.edit.subject)
    }

    fn collect(&self, evidence: &str) -> Edited {
        let quoted = |line: &str| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
        let mut block: Vec<String> = evidence.lines().map(quoted).collect();
        if block.is_empty() {
            block.push(">".to_owned());
        }
        let is_same = |place: &usize| {
            let own = &self.entries[*place].evidence;
            own.as_ref().is_some_and(|own| {
                let lines = self.lines[own.clone()].iter().map(|line| line.content.trim_end());
                lines.eq(block.iter().map(|line| line.trim_end()))
            })
        };
        if let Some(place) = self.own().find(is_same) {
            return self.unchanged(Change::AlreadyThere(place + 1));
        }
        let block = block.join(self.line_break());
        match self.own().next().filter(|place| self.entries[*place].evidence.is_none()) {
            Some(place) => {
                let text = self.with_paragraph_after(self.entries[place].marker, &block);
                edited(text, Change::Collected(place + 1))
            }
            None => edited(self.with_entry(&block), Change::Collected(self.entries.len() + 1)),
        }
    }

    fn annotate(&self, before: &str, note: &str) -> Edited {
        let noted = self.own().find(|place| !self.entries[*place].notes.is_empty());
        let Some(place) = noted.or_else(|| self.own().next()) else {
            if note.is_empty() {
                return self.unchanged(Change::Unchanged);
            }
            let text = self.with_entry(&scan::escaped(note));
            return edited(text, Change::Noted(self.entries.len() + 1));
        };
        let entry = &self.entries[place];
        let Some(own) = entry.notes.first().cloned() else {
            if note.is_empty() {
                return self.unchanged(Change::Unchanged);
            }
            let above = entry.evidence.as_ref().map_or(entry.marker, |evidence| evidence.end - 1);
            let text = self.with_paragraph_after(above, &scan::escaped(note));
            return edited(text, Change::Noted(place + 1));
        };
        let current = scan::paragraph(&self.lines[own.clone()]);
        if current == note {
            return self.unchanged(Change::Unchanged);
        }
        let is_changed = current != before;
        match (note.is_empty(), is_changed) {
            (true, true) => self.unchanged(Change::ChangedElsewhere),
            (true, false) => self.without(entry, own),
            (false, true) => {
                let at = self.lines[own.start].range.start;
                let line_break = self.line_break();
                let own = format!("{}{line_break}{line_break}", scan::escaped(note));
                edited(self.spliced(at..at, &own), Change::NotedBeside(place + 1))
            }
            (false, false) => {
                let last = &self.lines[own.end - 1];
                let bytes = self.lines[own.start].range.start..last.range.start + last.content.len();
                edited(self.spliced(bytes, &scan::escaped(note)), Change::Noted(place + 1))
            }
        }
    }

    /// The text without a note; also without its entry if nothing else stands in that and its heading is our own.
    fn without(&self, entry: &ScannedEntry, note: Range<usize>) -> Edited {
        let is_blank = |number: usize| self.lines[number].kind == LineKind::Blank;
        let is_alone = entry.body.clone().all(|number| note.contains(&number) || is_blank(number));
        if is_alone {
            let heading =
                entry.heading.filter(|at| self.lines[*at].content == format!("## {}", self.edit.heading));
            let from = match (heading, entry.heading) {
                (Some(heading), _) => Some(heading),
                (None, None) => Some(entry.marker),
                // The heading is the reader's own: it stays, and what it is about with it.
                (None, Some(_)) => None,
            };
            if let Some(from) = from {
                let bytes = self.lines[from].range.start..self.lines[entry.body.end - 1].range.end;
                return edited(self.spliced(bytes, ""), Change::Removed);
            }
        }
        let mut end = note.end;
        // Of the blank lines around it one goes too.
        let after_blank = note.start > 0 && is_blank(note.start - 1);
        if after_blank && end < self.lines.len() && is_blank(end) {
            end += 1;
        }
        let bytes = self.lines[note.start].range.start..self.lines[end - 1].range.end;
        let change = if is_alone { Change::Removed } else { Change::RemovedFromEntry };
        edited(self.spliced(bytes, ""), change)
    }

    fn spliced(&self, bytes: Range<usize>, text: &str) -> String {
        format!("{}{text}{}", &self.text[..bytes.start], &self.text[bytes.end..])
    }

    /// The text with a paragraph after a line, apart from what follows.
    fn with_paragraph_after(&self, line: usize, paragraph: &str) -> String {
        let line_break = self.line_break();
        let line = &self.lines[line];
        let at = line.range.end;
        let ended = self.text[..at].ends_with('\n');
        let ends = if ended { "" } else { line_break };
        let follows = self.lines.iter().find(|next| next.range.start >= at);
        let apart = if follows.is_some_and(|next| next.kind != LineKind::Blank) { line_break } else { "" };
        self.spliced(at..at, &format!("{ends}{line_break}{paragraph}{line_break}{apart}"))
    }

    /// The text with a new entry at its end; of a file without text, below a head.
    fn with_entry(&self, body: &str) -> String {
        let line_break = self.line_break();
        let blank = format!("{line_break}{line_break}");
        let before = if self.text.trim().is_empty() {
            format!("{}{}{blank}", self.text, self.edit.head)
        } else if self.text.ends_with(&blank) {
            self.text.to_owned()
        } else if self.text.ends_with('\n') {
            format!("{}{line_break}", self.text)
        } else {
            format!("{}{blank}", self.text)
        };
        let marker = marker::write(&self.edit.subject);
        format!("{before}## {}{blank}{marker}{blank}{body}{line_break}", self.edit.heading)
    }
}
