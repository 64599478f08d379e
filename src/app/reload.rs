//! Reloading: the dossier is replaced whole, and everything that refers to the old one is found in the new, things by their
//! ids and places by their words. What is gone is dropped; all else stays where it is on the screen.

use std::mem;
use std::sync::Arc;

use super::App;
use crate::input::action::Action;
use crate::load::{Loaded, Problem, Refusal, Tally};
use crate::look::panel::Focus;
use crate::overlays::problems::ProblemList;
use crate::protocol::change::{Change, Rebase as _};
use crate::protocol::names;
use crate::text::sanitize::sanitize_line;

/// The outcome of a reload, or of a request for one.
#[derive(Clone, Debug)]
pub enum Reload {
    /// It changed.
    Read(Box<Loaded>),
    /// It cannot be opened as it is; the last version that could be stays.
    Refused(Refusal),
    /// Unchanged.
    Same,
    /// It is part of the program and never changes.
    Shipped,
    /// It came through a pipe, which gives nothing twice.
    Stream,
    /// The article stays alone: the `dossier.toml` beside it is about the one that it calls so.
    OfAnother(String),
    /// Changes will not be noticed; it is read again only when asked for.
    Unwatched,
}

/// The problems of the dossier: from the last time it could be opened, and since.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// What is wrong with the dossier.
    accepted: ProblemList,
    /// Why its files cannot be opened as they are now, if they cannot.
    refused: Option<ProblemList>,
    /// The reader has requested a reload and waits for its outcome.
    asked: bool,
    /// The article came through a pipe.
    pub(super) is_stream: bool,
}

impl Reading {
    /// Of a dossier with these problems.
    pub(super) fn new(problems: Vec<Problem>, tally: Tally) -> Self {
        Self {
            accepted: ProblemList { refused: false, problems, tally },
            refused: None,
            asked: false,
            is_stream: false,
        }
    }

    /// What is wrong with the files as they are now.
    pub(super) fn report(&self) -> &ProblemList {
        self.refused.as_ref().unwrap_or(&self.accepted)
    }
}

impl App {
    /// Notes that the reader has requested a reload, whose outcome is to be reported.
    pub(super) fn ask_for_reload(&mut self) {
        self.reading.asked = true;
    }

    /// Takes in the outcome of a reload.
    pub(super) fn reload(&mut self, reload: Reload) {
        let asked = mem::take(&mut self.reading.asked);
        let strings = self.context.language.strings();
        let say = |text: &'static str| asked.then(|| text.to_owned());
        let notice = match reload {
            Reload::Read(loaded) => self.swap(*loaded).or_else(|| say(strings.read_again)),
            Reload::Refused(refusal) => {
                let Refusal { problems, tally } = refusal;
                self.reading.refused = Some(ProblemList { refused: true, problems, tally });
                asked.then(|| self.still_not_read())
            }
            Reload::Same if self.reading.refused.is_some() => asked.then(|| self.still_not_read()),
            Reload::Same => say(strings.read_the_same),
            Reload::Shipped => say(strings.shipped_stays),
            Reload::Stream => say(strings.lone.stream_stays),
            Reload::OfAnother(name) => {
                // What was at fault was a dossier that seemed to be this one's.
                self.reading.refused = None;
                Some(strings.lone.dossier_of_another.replace("{}", &sanitize_line(&name)))
            }
            Reload::Unwatched => {
                let context = &self.context;
                let unwatched = context.with_keys(strings.unwatched, &[Action::Reload]);
                let before = self.notice.clone();
                Some(context.joined(&before.into_iter().chain([unwatched]).collect::<Vec<_>>()))
            }
        };
        self.notice = notice.or(self.notice.take());
    }

    fn still_not_read(&self) -> String {
        let context = &self.context;
        context.with_keys(context.strings().still_not_read, &[Action::Problems])
    }

    /// Replaces the dossier. The notice says so if what was selected is gone.
    fn swap(&mut self, loaded: Loaded) -> Option<String> {
        let Loaded { dossier, problems, faulty, tally, .. } = loaded;
        let selected = self.context.selection().map(|item| names::name(&self.context, item));
        let is_at_last_mark = self.is_at_last_mark();
        let before = mem::replace(&mut self.context.dossier, dossier);
        let after = Arc::clone(&self.context.dossier);
        self.last_seen.before_reload(&before);
        let change = Change::new(&before, &after);
        self.reading = Reading::new(problems, tally);
        (self.context.broken, self.context.faulty) = (faulty.evidence, faulty.other);
        self.context.only_after &= after.article_days().is_some();
        self.clicked = None;

        let lost = self.rebase_selection(&change);
        self.navigator.rebase(&change);
        self.panels.sync_margin(&after);
        self.tour.rebase(&change, &self.context);
        self.palette.rebase(&change, &self.context);
        self.rebase_card(&change);
        self.rebase_preview(&change);
        self.rebase_search(&change);
        self.rebase_mark(&change, is_at_last_mark);
        self.rebase_suggesting(&change);
        self.locate_notes();
        let strings = self.context.strings();
        selected.filter(|_| lost.is_some()).map(|name| strings.selection_gone.replace("{}", &name))
    }

    /// The card of a thing that is gone is closed.
    fn rebase_card(&mut self, change: &Change) {
        let Some(state) = &mut self.card else { return };
        if change.thing(state.of()).is_some() {
            state.rebase(change, &self.context);
            return;
        }
        self.card = None;
        if self.context.focus == Focus::Card {
            self.context.focus = Focus::Panel(self.navigator.arrangement.side);
        }
    }
}
