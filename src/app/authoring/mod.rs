//! Writing into the dossier: what the author begins, what is asked of the edge of the program, and what has come of it.

mod begin;
mod described;
mod undo;
mod used;

use chrono::NaiveDate;

use self::described::Deed;
use super::App;
use super::navigator::ScrollTarget;
use super::reload::Reload;
use crate::dossier::Ref;
use crate::edit::{Change, Plan, Refused, Undo};
use crate::input::action::Action;
use crate::protocol::authoring::Home;
use crate::protocol::effect::{Effect, FilePlace};
use crate::protocol::{names, refusal};
use crate::text::width;

/// What has come of a change of the dossier's files.
#[derive(Clone, Debug)]
pub enum Written {
    /// It is made.
    Done(Box<Plan>),
    /// It is not, and why.
    Refused(Refused),
}

/// What was written since the program was started.
#[derive(Clone, Debug, Default)]
pub(super) struct Authoring {
    /// What the open dossier is.
    home: Home,
    /// The day it is, which is offered where somebody says when a source was read.
    today: Option<NaiveDate>,
    /// What takes changes back, the last one at the end.
    done: Vec<Entry>,
    /// What redoes those that were taken back, the last one at the end.
    undone: Vec<Entry>,
    /// What was asked for, until its outcome is known.
    asked: Option<Asked>,
    /// Whether that is to be written although an editor has the file open.
    is_despite_editor: bool,
    /// The ids of actors and sources that were used, the last one at the end.
    used: Vec<String>,
}

/// A change that was made, or taken back.
#[derive(Clone, Debug)]
struct Entry {
    /// What takes it back, or redoes it.
    undo: Undo,
    /// What was done, for the reader.
    what: String,
    /// The thing that was made or changed.
    result: Option<Ref>,
}

/// What was asked of the edge of the program.
#[derive(Clone, Debug)]
enum Asked {
    /// A change.
    Write(Change),
    /// To take the last one back.
    Undo,
    /// To redo the last one that was taken back.
    Redo,
}

impl App {
    /// Says what the open dossier is, for an author.
    pub fn set_home(&mut self, home: Home) {
        self.authoring.home = home;
    }

    /// Says what day it is.
    pub fn set_today(&mut self, today: NaiveDate) {
        self.authoring.today = Some(today);
    }

    /// The day it is, as a date of the format.
    pub(super) fn today(&self) -> Option<String> {
        self.authoring.today.map(|today| today.to_string())
    }

    /// Whether what was asked for last is to be written although an editor has the file open.
    pub(super) fn is_despite_editor(&self) -> bool {
        self.authoring.is_despite_editor
    }

    /// The ids of actors and sources that were used, the last one at the end.
    pub(super) fn used(&self) -> &[String] {
        &self.authoring.used
    }

    /// What the open dossier is, for an author.
    pub(super) fn home(&self) -> Home {
        self.authoring.home
    }

    /// Why nothing at all can be written, if that is so.
    pub(super) fn why_only_read(&self) -> Option<Refused> {
        match self.home() {
            Home::Shipped => Some(Refused::Shipped),
            Home::Stream => Some(Refused::Stream),
            Home::Files if self.reading.is_stream => Some(Refused::Stream),
            Home::Files => self.context.dossier.is_bare.then_some(Refused::NoDossier),
        }
    }

    /// Asks for a change of the files. What was typed stays until it is made.
    pub(super) fn ask_to_write(&mut self, change: Change, despite_editor: bool) -> Vec<Effect> {
        self.authoring.asked = Some(Asked::Write(change.clone()));
        self.authoring.is_despite_editor = despite_editor;
        vec![Effect::Write { change, despite_editor }]
    }

    /// Takes in the dossier as it was written, or says why it was not.
    pub(super) fn take_in_written(&mut self, written: Written) -> Vec<Effect> {
        let asked = self.authoring.asked.take();
        match (written, asked) {
            (Written::Done(plan), asked) => self.take_in_change(*plan, asked),
            (Written::Refused(why), Some(Asked::Write(change)))
                if why.is_of_decisions() && change.without_decisions().is_some() =>
            {
                return self.write_without_decision(&change, why);
            }
            (Written::Refused(why), Some(Asked::Undo)) => self.refuse_revert(Action::Undo, why),
            (Written::Refused(why), Some(Asked::Redo)) => self.refuse_revert(Action::Redo, why),
            (Written::Refused(why), Some(Asked::Write(change)))
                if self.overlay.is_none() && self.has_suggestions() =>
            {
                self.refuse_decision(&change, why);
            }
            (Written::Refused(why), _) => match &mut self.overlay {
                Some(overlay) => overlay.refuse(&why),
                None => self.notice = Some(refusal::text(&self.context, &why)),
            },
        }
        Vec::new()
    }

    fn take_in_change(&mut self, plan: Plan, asked: Option<Asked>) {
        let Plan { files, loaded, warnings, undo, .. } = plan;
        let place = |item: &Ref| loaded.locations.of(item).map(|place| FilePlace::from(place).to_string());
        let deed = match &asked {
            Some(Asked::Write(change)) => Some(Deed::of(&self.context.dossier, change)),
            _ => None,
        };
        // A stop has no place of its own, and its thing was there before.
        let place = match &asked {
            Some(Asked::Write(Change { result: Some(result), .. })) if deed != Some(Deed::Stop) => {
                place(result)
            }
            _ => None,
        };
        let stop = self.current_stop();
        if matches!(asked, Some(Asked::Write(_))) {
            self.overlay = None;
            self.end_marking();
        }
        let stays = self.sees_last_mark();
        self.reload(Reload::Read(Box::new(loaded)));
        self.rebase_tour(stop.as_ref());
        self.refresh_overlay();
        match (asked, deed) {
            (Some(Asked::Write(Change { result, .. })), _) if files.is_empty() => {
                self.select_written(result.as_ref(), stays);
                self.after_decision(None);
                self.notice = Some(self.context.strings().forms.unchanged.to_owned());
            }
            (Some(Asked::Write(Change { result, .. })), Some(deed)) => {
                let what = deed.in_words(&self.context, result.as_ref());
                self.select_written(result.as_ref(), stays);
                self.say_written(&what, place.as_ref(), warnings.len());
                self.authoring.done.push(Entry { undo, what, result });
                self.authoring.undone.clear();
                self.after_decision(Some(self.authoring.done.len() - 1));
                self.say_decision_is_not_kept();
            }
            (Some(Asked::Undo), _) => self.take_in_undone(undo, stays),
            (Some(Asked::Redo), _) => self.take_in_redone(undo, stays),
            (None | Some(Asked::Write(_)), _) => {}
        }
    }

    /// Selects what was written: the article shows its words. An author who `stays` where words were marked last is kept there.
    fn select_written(&mut self, result: Option<&Ref>, stays: bool) {
        // The next suggestion is offered, at its own words; the panel beside it shows what was made.
        if self.has_suggestions() {
            let made = result.filter(|result| self.context.dossier.contains(result));
            if let Some(made) = made.cloned() {
                self.set_selection(Some(made), None);
            }
            return;
        }
        if let Some(result) = result.filter(|result| self.context.dossier.contains(result)) {
            if self.context.selection() != Some(result) {
                self.leave_by_jump();
                self.select(result.clone());
            }
            self.navigator.scroll = Some(ScrollTarget::Follow);
        }
        if stays {
            self.show_last_mark();
        }
    }

    /// Says what was written and where, and that it can be taken back. On a narrow line the place yields before
    /// anything is cut of what was written.
    fn say_written(&mut self, what: &str, place: Option<&String>, warnings: usize) {
        /// Fewer cells say nothing of what was written.
        const LEAST: usize = 24;
        let context = &self.context;
        let forms = &context.strings().forms;
        let undoes = context.with_keys(forms.undoes, &[Action::Undo]);
        let warned = (warnings > 0).then(|| {
            let counted = names::counted(context.language, warnings, &forms.new_warnings);
            context.steps(&[(Action::Problems, &counted)])
        });
        let room = usize::from(self.size.width).saturating_sub(2);
        let said = |what: &str, place: Option<&String>| {
            let written = forms.written.replacen("{}", what, 1);
            let parts = [Some(written), warned.clone(), place.cloned(), Some(undoes.clone())];
            context.joined(&parts.into_iter().flatten().collect::<Vec<_>>())
        };
        let left = |place: Option<&String>| room.saturating_sub(width::cells(&said("", place)));
        let place = place.filter(|place| left(Some(place)) >= width::cells(what));
        let what = context.truncate(what, left(place).max(LEAST));
        self.notice = Some(said(&what, place));
    }
}
