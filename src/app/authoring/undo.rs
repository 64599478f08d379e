//! Changes are taken back and redone: one stack for all of them, which ends with the program.

use super::{Asked, Entry};
use crate::app::App;
use crate::edit::{Refused, Undo};
use crate::input::action::Action;
use crate::overlays::not_reverted;
use crate::protocol::effect::Effect;

impl App {
    /// Takes the last change back.
    pub(in crate::app) fn undo(&mut self) -> Vec<Effect> {
        self.revert(Action::Undo, false)
    }

    /// Redoes the last change that was taken back.
    pub(in crate::app) fn redo(&mut self) -> Vec<Effect> {
        self.revert(Action::Redo, false)
    }

    /// Does the one or the other, if the reader says so although an editor has a file open.
    pub(in crate::app) fn revert(&mut self, action: Action, despite_editor: bool) -> Vec<Effect> {
        self.overlay = None;
        let forms = &self.context.strings().forms;
        let (stack, asked, nothing) = match action {
            Action::Undo => (&self.authoring.done, Asked::Undo, forms.nothing_to_undo),
            _ => (&self.authoring.undone, Asked::Redo, forms.nothing_to_redo),
        };
        let Some(last) = stack.last() else {
            self.notice = Some(nothing.to_owned());
            return Vec::new();
        };
        let undo = last.undo.clone();
        self.authoring.asked = Some(asked);
        vec![Effect::Revert { undo, despite_editor }]
    }

    pub(super) fn take_in_undone(&mut self, redo: Undo, stays: bool) {
        let Some(entry) = self.authoring.done.pop() else { return };
        self.say_undone(self.context.strings().forms.taken_back, &entry, stays);
        self.authoring.undone.push(Entry { undo: redo, ..entry });
        self.after_revert(self.authoring.done.len());
    }

    pub(super) fn take_in_redone(&mut self, undo: Undo, stays: bool) {
        let Some(entry) = self.authoring.undone.pop() else { return };
        self.say_undone(self.context.strings().forms.made_again, &entry, stays);
        self.authoring.done.push(Entry { undo, ..entry });
        self.after_redo(self.authoring.done.len() - 1);
    }

    fn say_undone(&mut self, said: &str, entry: &Entry, stays: bool) {
        self.select_written(entry.result.as_ref(), stays);
        self.notice = Some(said.replace("{}", &entry.what));
    }

    /// Says why the last change could not be taken back or redone, and what to do. One that never can be is shown once, to be
    /// done by hand; then those before it can be taken back.
    pub(super) fn refuse_revert(&mut self, asked: Action, why: Refused) {
        if not_reverted::is_final(&why) {
            match asked {
                Action::Undo => drop(self.authoring.done.pop()),
                _ => drop(self.authoring.undone.pop()),
            }
            self.forget_decision(self.authoring.done.len());
        }
        self.overlay = Some(Box::new(not_reverted::State::new(asked, why)));
    }
}
