//! Changes are taken back and made again: one stack for all of them, which ends with the program.

use super::{Asked, Entry};
use crate::app::App;
use crate::edit::{Refused, Undo};
use crate::input::action::Action;
use crate::overlays::removal;
use crate::protocol::effect::Effect;
use crate::protocol::refusal;

impl App {
    /// Takes the last change back.
    pub(in crate::app) fn undo(&mut self) -> Vec<Effect> {
        self.ask_for(Action::Undo)
    }

    /// Makes the last change that was taken back again.
    pub(in crate::app) fn redo(&mut self) -> Vec<Effect> {
        self.ask_for(Action::Redo)
    }

    /// Another key was pressed: an open editor is asked about again.
    pub(in crate::app) fn forget_confirmation(&mut self) {
        self.authoring.confirms = None;
    }

    fn ask_for(&mut self, action: Action) -> Vec<Effect> {
        let despite_editor = self.authoring.confirms.take() == Some(action);
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
    }

    pub(super) fn take_in_redone(&mut self, undo: Undo, stays: bool) {
        let Some(entry) = self.authoring.undone.pop() else { return };
        self.say_undone(self.context.strings().forms.made_again, &entry, stays);
        self.authoring.done.push(Entry { undo, ..entry });
    }

    fn say_undone(&mut self, said: &str, entry: &Entry, stays: bool) {
        self.select_written(entry.result.as_ref(), stays);
        self.notice = Some(said.replace("{}", &entry.what));
    }

    /// Says why the last change could not be taken back, and what to do.
    pub(super) fn refuse_undo(&mut self, asked: Action, why: &Refused) {
        let context = &self.context;
        let text = refusal::text(context, why);
        match why {
            Refused::ChangedSince { remove, insert, .. } => {
                self.overlay = Some(Box::new(removal::State::new(text, remove.clone(), insert.clone())));
            }
            Refused::OpenElsewhere { .. } => {
                let again = context.steps(&[(asked, context.strings().forms.write_anyway)]);
                self.notice = Some(context.joined(&[text, again]));
                self.authoring.confirms = Some(asked);
            }
            _ => self.notice = Some(text),
        }
    }
}
