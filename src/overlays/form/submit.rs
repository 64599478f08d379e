//! Enter: what is missing is said at its field, what is doubtful before it is written, and then it is asked for.

use super::field::Input;
use super::{Missing, Stage, State};
use crate::edit::doubts::doubts;
use crate::edit::draft::SourceWords;
use crate::edit::{Change, Refused, with_exceptions};
use crate::protocol::context::Context;
use crate::protocol::quoted;
use crate::protocol::request::Request;
use crate::widgets::completion::{Known, Took};

/// Words of the article for the status line.
pub(super) fn quoted(context: &Context, text: &str) -> String {
    quoted::of_article_nested(&context.dossier, text)
}

/// A source that was made within a form, for what completes its field.
pub(super) fn made_known(value: &str, own: &SourceWords) -> Known {
    let name =
        if own.title.is_empty() { own.outlet.clone() } else { format!("{}: {}", own.outlet, own.title) };
    Known::new(value, name, &[] as &[&str])
}

impl State {
    /// Asks for what is typed to be written, or says what is missing.
    pub(super) fn submit(&mut self) -> Vec<Request> {
        let is_decided = matches!(self.stage, Stage::Doubts(_));
        let despite_editor = self.stage.is_despite_editor();
        let is_again = matches!(self.stage, Stage::Refused(_));
        // What stands there now was shown: to write all the same is meant.
        if let Stage::Refused(Refused::Otherwise { of, key, is, .. }) = self.stage.clone() {
            self.see(&of, &key, is);
        }
        self.stage = Stage::Typing;
        self.complaint = None;
        if let Input::Names(names) = &mut self.fields[self.focus].input
            && !names.typed().is_empty()
        {
            match names.take() {
                Took::New => {
                    self.make_source();
                    return Vec::new();
                }
                Took::Done | Took::Next | Took::Stays => {}
                Took::NotMine => {
                    self.complaint = Some(self.strings().forms.not_known.to_owned());
                    return Vec::new();
                }
            }
        }
        self.follow();
        if self.words.is_some() && self.range().is_none() {
            self.stage = Stage::Refused(Refused::WordsGone);
            return Vec::new();
        }
        if self.purpose.changes().is_some() && !self.is_changed() {
            let unchanged = self.strings().forms.unchanged.to_owned();
            return vec![Request::Dismiss, Request::Notice(unchanged)];
        }
        match self.change() {
            Err(Missing { field, text }) => {
                self.focus = field.unwrap_or(self.focus);
                self.complaint = Some(text);
                Vec::new()
            }
            Ok(_) if self.outer.is_some() => {
                self.hand_over();
                Vec::new()
            }
            Ok(change) => self.ask_for(&change, is_decided || is_again, despite_editor),
        }
    }

    /// Asks for a change, at once or after what is doubtful about it was seen.
    fn ask_for(&mut self, change: &Change, is_decided: bool, despite_editor: bool) -> Vec<Request> {
        if change.steps.is_empty() {
            let unchanged = self.strings().forms.unchanged.to_owned();
            return vec![Request::Dismiss, Request::Notice(unchanged)];
        }
        let change = with_exceptions(&self.dossier, change);
        let doubts = if is_decided { Vec::new() } else { doubts(&self.dossier, &change) };
        if !doubts.is_empty() {
            self.stage = Stage::Doubts(doubts);
            return Vec::new();
        }
        vec![Request::Write { change, despite_editor }]
    }

    /// Says why nothing was written: at a field if it is to be seen which one is at fault.
    pub(super) fn refused(&mut self, why: &Refused) {
        self.stage = Stage::Refused(why.clone());
        if let Refused::Faulty(problem) = why
            && let Some((asked, text)) = self.at_fault(problem.rule)
            && let Some(place) = self.fields.iter().position(|field| field.asked == asked)
        {
            self.stage = Stage::Typing;
            self.focus = place;
            self.complaint = Some(text.to_owned());
        }
    }
}
