//! What has come of a decision: it is written and the next suggestion is offered, or it is not and nothing is lost.

use super::course::{Asked, Past};
use super::{Session, Stage};
use crate::app::App;
use crate::edit::{Change, Refused};
use crate::protocol::effect::{EditTarget, Effect, FilePlace};
use crate::protocol::refusal;

impl App {
    /// Whether suggestions are offered, also below what lies over them: then what is written is not selected.
    pub(in crate::app) fn has_suggestions(&self) -> bool {
        self.suggesting.session.is_some()
    }

    /// It is written, and stands on the stack of changes above so many.
    pub(in crate::app) fn after_decision(&mut self, below: Option<usize>) {
        self.suggesting.taken_back.clear();
        let Some(session) = self.session_mut() else { return };
        session.form = None;
        let Some(Asked { of, is_accepted }) = session.asked.take() else { return };
        let Some(of) = of else {
            if let Some((below, (session, offer))) = below.zip(self.current_offer()) {
                let of = session.offers.id(offer);
                self.suggesting.past.push(Past::Besides { of, below });
            }
            return;
        };
        if let Some(below) = below {
            self.suggesting.past.push(Past::Written { of: of.clone(), is_accepted, below });
        }
        let Some((session, offer)) = self.current_offer() else { return };
        if session.offers.id(offer) == of {
            // What is decided and offered still would be offered for ever.
            if let Some(session) = self.session_mut() {
                session.later.insert(of.clone());
            }
            self.go_on_after(of.rank);
        }
    }

    /// Only the file of decisions is in the way: what was accepted is written without it, what was rejected is so until the program
    /// ends.
    pub(in crate::app) fn write_without_decision(&mut self, change: &Change, why: Refused) -> Vec<Effect> {
        let Some(rest) = change.without_decisions() else { return Vec::new() };
        self.suggesting.not_kept = Some(why);
        if rest.steps.is_empty() {
            if let Some(session) = self.session_mut() {
                session.asked = None;
            }
            self.reject_for_run();
            self.say_decision_is_not_kept();
            return Vec::new();
        }
        let despite_editor = self.is_despite_editor();
        self.ask_to_write(rest, despite_editor)
    }

    /// Says why what was decided is kept for this run only, if that is so.
    pub(in crate::app) fn say_decision_is_not_kept(&mut self) {
        let Some(why) = self.suggesting.not_kept.take() else { return };
        let context = &self.context;
        // What is wrong in the file is listed among the problems, and would not fit here.
        let reason = match (&why, refusal::place(&why)) {
            (Refused::NotOurs { .. } | Refused::KeepsChanging(_) | Refused::Io { .. }, _) | (_, None) => {
                refusal::reason(context, &why)
            }
            (_, Some(place)) => place.to_string(),
        };
        let said = context.strings().suggesting.not_kept.replacen("{}", &reason, 1);
        self.notice = Some(context.said(&said).into_owned());
    }

    /// It was not written. Where nothing can be written at all, what is rejected is so until the program ends.
    pub(in crate::app) fn refuse_decision(&mut self, change: &Change, why: Refused) {
        self.suggesting.ask_something_else();
        // Nothing was written without it either.
        self.suggesting.not_kept = None;
        let Some(session) = self.session_mut() else { return };
        let is_accepted = session.asked.take().is_none_or(|asked| asked.is_accepted);
        if !is_accepted && why.is_of_any_change() {
            self.reject_for_run();
        } else {
            session.stage = Stage::Refused(Box::new(change.clone()), why);
        }
    }

    fn refused(&self) -> Option<&Refused> {
        match &self.suggesting.session {
            Some(Session { stage: Stage::Refused(_, why), .. }) => Some(why),
            _ => None,
        }
    }

    /// Where to look for what kept a decision from being written.
    pub(super) fn refused_place(&self) -> Option<FilePlace> {
        refusal::place(self.refused()?)
    }

    /// Opens that place in the author's editor.
    pub(super) fn edit_what_was_refused(&self) -> Vec<Effect> {
        self.refused_place().map(|place| Effect::Edit(EditTarget::Place(place))).into_iter().collect()
    }
}
