//! The reader's notes: evidence collected, notes written, and where they are shown. They are private: the tour and everything
//! that leaves the program have none of them.

use std::mem;
use std::ops::Range;
use std::sync::Arc;

use super::App;
use super::leaving::Onlookers;
use crate::card::CardPlace;
use crate::dossier::{Kind, Ref};
use crate::export::citation;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::notes::{Change, Edit, Subject, Task};
use crate::overlays::note;
use crate::protocol::effect::Effect;
use crate::protocol::names;
use crate::protocol::notes::ReaderNotes;
use crate::protocol::request::Request;
use crate::protocol::words;
use crate::text::relocate::Quoted;
use crate::text::sanitize::sanitize_line;

/// The notes, whether they are shown just now or not.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptNotes {
    notes: Arc<ReaderNotes>,
    /// A note is being saved; the overlay in which it was typed is closed once it is.
    is_saving: bool,
}

/// What a note is on: a thing, or words of the article.
enum Target {
    Thing(Ref),
    Words(Range<usize>),
}

impl App {
    /// Keeps notes in a file that is shown by this path and has this text.
    pub fn keep_notes(&mut self, path: String, text: &str) {
        self.kept.notes = Arc::new(ReaderNotes::new(path, text, &self.context.dossier));
        self.show_kept_notes();
        self.layout();
    }

    /// Shows the notes to the reader; in the tour, where others look on, none.
    pub(super) fn show_kept_notes(&mut self) {
        let shown = if self.is_before_audience() { Arc::default() } else { Arc::clone(&self.kept.notes) };
        let is_same = Arc::ptr_eq(&shown, &self.context.notes)
            || shown.path().is_none() && self.context.notes.path().is_none();
        if is_same {
            return;
        }
        self.context.notes = shown;
        if let Some(card) = &mut self.card {
            card.on_notes(&self.context);
        }
        if let Some(preview) = &mut self.preview {
            preview.card.on_notes(&self.context);
        }
        self.refresh_overlay();
    }

    /// Finds what the notes are on in the dossier as it is now.
    pub(super) fn locate_notes(&mut self) {
        let mut notes = ReaderNotes::clone(&self.kept.notes);
        notes.locate(&self.context.dossier);
        self.kept.notes = Arc::new(notes);
    }

    /// What a note would be on: the hit of a search, the selection, else the topmost sentence of the article in sight.
    fn target(&self) -> Option<Target> {
        if let Some(hit) = self.current_hit() {
            return Some(Target::Words(self.sentence_around(hit)));
        }
        if let Some(item) = self.context.selection() {
            // The number of a link is its own only while the article stays as it is; its words stay.
            let link = self.context.dossier.article.link(&item.id).filter(|_| item.kind == Kind::Link);
            return Some(match link {
                Some(link) => Target::Words(link.range.clone()),
                None => Target::Thing(item.clone()),
            });
        }
        let shown = self.panels.article.shown()?;
        let text = &self.context.dossier.article.text;
        let first = self.sentence_around(&(shown.start..shown.start));
        // Of a sentence that began above the window the next one is what is read.
        let next = (first.end..text.len()).find(|byte| {
            text.is_char_boundary(*byte) && text[*byte..].starts_with(|c: char| !c.is_whitespace())
        });
        let words = match next.filter(|next| first.start < shown.start && *next < shown.end) {
            Some(next) => self.sentence_around(&(next..next)),
            None => first,
        };
        (!text[words.clone()].trim().is_empty()).then_some(Target::Words(words))
    }

    /// The sentence of the article that words stand in, or their block where that has none.
    fn sentence_around(&self, words: &Range<usize>) -> Range<usize> {
        let article = &self.context.dossier.article;
        article.sentence_at(words.start).unwrap_or_else(|| {
            let number = article.blocks.partition_point(|block| block.range.start <= words.start);
            article.blocks[..number].last().map_or_else(|| words.clone(), |block| block.range.clone())
        })
    }

    fn subject(&self, target: &Target) -> Subject {
        match target {
            Target::Thing(item) => Subject::Thing(item.clone()),
            Target::Words(words) => {
                let known = self.kept.notes.subject_at(words).cloned();
                known.unwrap_or_else(|| Subject::Words(Quoted::of(&self.context.dossier.article.text, words)))
            }
        }
    }

    /// An edit of the entry for this; of what has no notes file, a notice.
    fn edit_of(&mut self, target: &Target, task: Task) -> Option<Edit> {
        if self.kept.notes.path().is_none() {
            let strings = self.context.strings();
            let why = if self.reading.is_stream { strings.lone.notes_of_stream } else { strings.notes_off };
            self.notice = Some(why.to_owned());
            return None;
        }
        let context = &self.context;
        let heading = match target {
            Target::Thing(item) => citation::heading_of_thing(context, item),
            Target::Words(words) => citation::heading_of_passage(context, words),
        };
        let head = citation::head(context, context.strings().notes_title);
        Some(Edit { subject: self.subject(target), heading, head, task })
    }

    /// Writes the evidence that would be copied into the notes file.
    pub(super) fn collect(&mut self) -> Vec<Effect> {
        if self.context.focus != Focus::Panel(Panel::Article) {
            self.selected_or_pointed_at();
        }
        let target = match (self.current_hit(), self.context.selection()) {
            (Some(_), _) | (None, Some(_)) => self.target(),
            (None, None) => None,
        };
        let Some(target) = target else {
            self.notice = Some(self.context.nothing_selected());
            return Vec::new();
        };
        let excerpt = match &target {
            Target::Thing(item) => citation::excerpt_of_thing(&self.context, item),
            Target::Words(words) => citation::excerpt_of_passage(&self.context, words),
        };
        let edit = self.edit_of(&target, Task::Collect(excerpt.body));
        edit.map(Effect::EditNotes).into_iter().collect()
    }

    /// Lets the reader see the notes again after a question from the audience: they are asked for.
    pub(super) fn reveal_notes(&mut self) {
        self.onlookers = Onlookers::Nobody;
        self.show_kept_notes();
    }

    /// Opens the note on the selection, or on what else keys are about.
    pub(super) fn annotate(&mut self) {
        self.reveal_notes();
        if self.context.focus != Focus::Panel(Panel::Article) {
            self.selected_or_pointed_at();
        }
        let Some(target) = self.target() else {
            self.notice = Some(self.context.strings().nothing_to_annotate.to_owned());
            return;
        };
        self.annotate_target(&target);
    }

    /// Opens the note on the marked words.
    pub(super) fn annotate_mark(&mut self) {
        self.reveal_notes();
        if let Some(words) = self.mark() {
            self.annotate_target(&Target::Words(words));
        }
    }

    fn annotate_target(&mut self, target: &Target) {
        let task = Task::Annotate { before: String::new(), note: String::new() };
        let Some(edit) = self.edit_of(target, task) else { return };
        let context = &self.context;
        let about = match target {
            Target::Thing(item) => {
                format!("{}: {}", words::numbered(context, item), names::name(context, item))
            }
            Target::Words(words) => names::of_article_on_a_line(context, words),
        };
        if !self.kept.notes.is_editable(&edit.subject) {
            let path = self.kept.notes.path().unwrap_or_default();
            self.notice = Some(context.strings().note_by_hand.replace("{}", path));
            return;
        }
        let before = self.kept.notes.editable(&edit.subject).to_owned();
        self.overlay = Some(Box::new(note::State::new(about, edit, &before)));
    }

    /// Asks for the file to be changed. What was typed stays until that is done.
    pub(super) fn edit_notes(&mut self, edit: Edit) -> Vec<Effect> {
        self.kept.is_saving = true;
        vec![Effect::EditNotes(edit)]
    }

    /// Takes in what stands in the file now, and says what has come of the edit.
    pub(super) fn take_in_notes(&mut self, text: &str, change: Change) {
        if mem::take(&mut self.kept.is_saving) {
            self.overlay = None;
            // What the words were marked for is done.
            self.end_marking();
        }
        let path = self.kept.notes.path().unwrap_or_default().to_owned();
        self.kept.notes = Arc::new(ReaderNotes::new(path.clone(), text, &self.context.dossier));
        let (language, strings) = (self.context.language, self.context.strings());
        let (said, number) = match change {
            Change::Collected(number) => (strings.note_collected, number),
            Change::AlreadyThere(number) => (strings.note_already_there, number),
            Change::Noted(number) => (strings.note_saved, number),
            Change::NotedBeside(number) => (strings.note_beside, number),
            Change::Removed => (strings.note_removed, 0),
            Change::RemovedFromEntry => (strings.note_removed_only, 0),
            Change::ChangedElsewhere => (strings.note_changed_elsewhere, 0),
            Change::Unchanged => (strings.note_unchanged, 0),
        };
        let said = said.replace("{}", &language.count(number));
        self.notice = Some(self.context.joined(&[said, path]));
    }

    /// Says why the file could not be changed. A note that was typed stays, and evidence can be copied.
    pub(super) fn refuse_notes(&mut self, why: &str) {
        let context = &self.context;
        let said = context.strings().notes_not_written.replace("{}", &sanitize_line(why));
        if mem::take(&mut self.kept.is_saving) {
            if let Some(overlay) = &mut self.overlay {
                overlay.on_refused();
            }
            self.notice = Some(said);
        } else {
            let instead = context.with_keys(context.strings().copy_instead, &[Action::Copy]);
            self.notice = Some(context.joined(&[said, instead]));
        }
    }

    /// Says that the notes file cannot be read: nothing that stands in it is shown.
    pub fn report_unread_notes(&mut self, why: &str) {
        self.notice = Some(self.context.strings().notes_not_read.replace("{}", &sanitize_line(why)));
    }

    /// Goes to what an entry of the notes file is on, and shows the note.
    pub(super) fn go_to_note(&mut self, number: usize) {
        let notes = Arc::clone(&self.kept.notes);
        let Some(entry) = notes.entries().get(number) else { return };
        if notes.is_lost(number, &self.context.dossier) {
            self.notice = Some(names::capitalized(self.context.strings().note_lost));
            return;
        }
        self.overlay = None;
        match &entry.subject {
            Subject::Thing(item) => {
                self.leave_by_jump();
                self.open(CardPlace::at_top(item.clone()));
                self.context.focus = Focus::Card;
            }
            Subject::Words(_) => {
                if let Some(words) = notes.place(number) {
                    self.carry_out(Request::Words(words.clone()));
                }
                if let Some(note) = entry.note.first() {
                    self.notice =
                        Some(format!("{}: {}", self.context.strings().your_note, sanitize_line(note)));
                }
            }
        }
    }
}
