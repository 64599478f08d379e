//! Writing into the dossier: what the author begins, what is asked of the edge of the program, and what has come of it.

mod begin;
mod undo;
mod used;

use chrono::NaiveDate;

use super::App;
use super::navigator::ScrollTarget;
use super::reload::Reload;
use crate::dossier::{Kind, Ref};
use crate::edit::{Change, Plan, Refused, Step, TableKind, Undo};
use crate::input::action::Action;
use crate::protocol::authoring::Home;
use crate::protocol::effect::{Effect, FilePlace};
use crate::protocol::{names, refusal, words};

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
    /// What makes those that were taken back again, the last one at the end.
    undone: Vec<Entry>,
    /// What was asked for, until its outcome is known.
    asked: Option<Asked>,
    /// The ids of actors and sources that were used, the last one at the end.
    used: Vec<String>,
    /// An open editor kept the last change from being taken back or made again: the same key does it all the same.
    confirms: Option<Action>,
}

/// A change that was made, or taken back.
#[derive(Clone, Debug)]
struct Entry {
    /// What takes it back, or makes it again.
    undo: Undo,
    /// What was changed, for the reader.
    what: String,
    /// The thing that was made or changed.
    result: Option<Ref>,
}

/// What was asked of the edge of the program.
#[derive(Clone, Debug)]
enum Asked {
    /// A change.
    Write {
        result: Option<Ref>,
        /// Whether it makes a stop of the tour of that.
        is_stop: bool,
    },
    /// To take the last one back.
    Undo,
    /// To make the last one that was taken back again.
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

    /// What the open dossier is, for an author.
    pub(super) fn home(&self) -> Home {
        self.authoring.home
    }

    /// Why nothing at all can be written, if that is so.
    pub(super) fn is_not_written(&self) -> Option<Refused> {
        match self.home() {
            Home::Shipped => Some(Refused::Shipped),
            Home::Stream => Some(Refused::Stream),
            Home::Files if self.reading.is_stream => Some(Refused::Stream),
            Home::Files => self.context.dossier.is_bare.then_some(Refused::NoDossier),
        }
    }

    /// Asks for a change of the files. What was typed stays until it is made.
    pub(super) fn ask_to_write(&mut self, change: Change, despite_editor: bool) -> Vec<Effect> {
        let is_stop = change
            .steps
            .iter()
            .any(|step| matches!(step, Step::Table(table) if table.kind == TableKind::Stop));
        self.authoring.asked = Some(Asked::Write { result: change.result.clone(), is_stop });
        vec![Effect::Write { change, despite_editor }]
    }

    /// Takes in the dossier as it was written, or says why it was not.
    pub(super) fn take_in_written(&mut self, written: Written) {
        let asked = self.authoring.asked.take();
        match (written, asked) {
            (Written::Done(plan), asked) => self.take_in_change(*plan, asked),
            (Written::Refused(why), Some(Asked::Undo)) => self.refuse_undo(Action::Undo, &why),
            (Written::Refused(why), Some(Asked::Redo)) => self.refuse_undo(Action::Redo, &why),
            (Written::Refused(why), _) => match &mut self.overlay {
                Some(overlay) => overlay.refuse(&why),
                None => self.notice = Some(refusal::text(&self.context, &why)),
            },
        }
    }

    fn take_in_change(&mut self, plan: Plan, asked: Option<Asked>) {
        let Plan { loaded, undo, .. } = plan;
        let place = |item: &Ref| loaded.locations.of(item).map(|place| FilePlace::from(place).to_string());
        let locations = match &asked {
            Some(Asked::Write { result: Some(result), is_stop: false }) => place(result),
            _ => None,
        };
        let stop = self.current_stop();
        if matches!(asked, Some(Asked::Write { .. })) {
            self.overlay = None;
            self.end_marking();
        }
        let stays = self.sees_last_mark();
        self.reload(Reload::Read(Box::new(loaded)));
        self.rebase_tour(stop.as_ref());
        self.refresh_overlay();
        match asked {
            Some(Asked::Write { result, is_stop }) => {
                let what = self.called(result.as_ref(), is_stop);
                self.select_written(result.as_ref(), stays);
                self.say_written(&what, locations);
                self.authoring.done.push(Entry { undo, what, result });
                self.authoring.undone.clear();
            }
            Some(Asked::Undo) => self.take_in_undone(undo, stays),
            Some(Asked::Redo) => self.take_in_redone(undo, stays),
            None => {}
        }
    }

    /// What was written, in words: `Actor Huawei`, `Claim 4: …`.
    fn called(&self, result: Option<&Ref>, is_stop: bool) -> String {
        let context = &self.context;
        let Some(result) = result.filter(|result| context.dossier.contains(result)) else {
            return context.strings().forms.something.to_owned();
        };
        let name = names::name(context, result);
        if is_stop {
            return format!("{}: {name}", context.strings().forms.heading_stop);
        }
        let kind = words::numbered(context, result);
        let is_named = matches!(result.kind, Kind::Actor | Kind::Event | Kind::Source);
        if is_named { format!("{kind} {name}") } else { format!("{kind}: {name}") }
    }

    /// Selects what was written: the article shows its words. An author who `stays` where words were marked last is kept there.
    fn select_written(&mut self, result: Option<&Ref>, stays: bool) {
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

    fn say_written(&mut self, what: &str, place: Option<String>) {
        let context = &self.context;
        let forms = &context.strings().forms;
        let undoes = context.with_keys(forms.undoes, &[Action::Undo]);
        let written = forms.written.replacen("{}", what, 1);
        let parts: Vec<String> = [Some(written), place, Some(undoes)].into_iter().flatten().collect();
        self.notice = Some(context.joined(&parts));
    }
}
