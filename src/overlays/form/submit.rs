//! Enter: what is missing is said at its field, what is doubtful before it is written, and then it is asked for.

use super::completion::{Known, Took};
use super::field::{Asked, Field, Input, Reading};
use super::{Missing, Purpose, Stage, State, texts};
use crate::dossier::Id;
use crate::edit::doubts::doubts;
use crate::edit::draft::{Publication, SourceWords};
use crate::edit::{Change, Refused};
use crate::protocol::context::Context;
use crate::protocol::quoted;
use crate::protocol::request::Request;

/// Words of the article for the status line.
pub(super) fn quoted(context: &Context, text: &str) -> String {
    quoted::of_article(&context.dossier, &quoted::without_line_breaks(text))
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
        if self.words.is_some() && self.range().is_none() {
            self.stage = Stage::Refused(Refused::WordsGone);
            return Vec::new();
        }
        if matches!(self.purpose, Purpose::Assess(_) | Purpose::Note(_)) && !self.is_changed() {
            return vec![Request::Dismiss];
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
            Ok(change) => self.ask_for(change, is_decided || is_again, despite_editor),
        }
    }

    /// Asks for a change, at once or after what is doubtful about it was seen.
    fn ask_for(&mut self, change: Change, is_decided: bool, despite_editor: bool) -> Vec<Request> {
        if change.steps.is_empty() {
            let unchanged = self.strings().forms.unchanged.to_owned();
            return vec![Request::Dismiss, Request::Notice(unchanged)];
        }
        let doubts = if is_decided { Vec::new() } else { doubts(&self.dossier, &change) };
        if !doubts.is_empty() {
            self.stage = Stage::Doubts(doubts);
            return Vec::new();
        }
        vec![Request::Write { change, despite_editor }]
    }

    pub(super) fn missing(&self, asked: Asked, text: &str) -> Missing {
        let field = self.fields.iter().position(|field| field.asked == asked);
        Missing { field, text: text.to_owned() }
    }

    /// The first field that keeps the form from being written.
    pub(super) fn check(&self) -> Result<(), Missing> {
        let forms = &self.strings().forms;
        for (place, field) in self.fields.iter().enumerate() {
            let missing = |text: String| Err(Missing { field: Some(place), text });
            match field.reading() {
                Reading::None => return missing(forms.no_date.to_owned()),
                Reading::Either(one, other) => {
                    return missing(forms.date_either.replacen("{}", &one, 1).replacen("{}", &other, 1));
                }
                Reading::Date(_) | Reading::Nothing => {}
            }
            if let Some((_, most)) = field.count().filter(|(count, most)| count > most) {
                return missing(forms.too_long.replace("{}", &most.to_string()));
            }
            if matches!(&field.input, Input::Names(names) if !names.typed().is_empty()) {
                return missing(forms.not_known.to_owned());
            }
            if field.is_missing() {
                return missing(texts::missing(self.strings(), field));
            }
        }
        self.check_sources()
    }

    /// Another assessment than open needs a source that somebody read.
    fn check_sources(&self) -> Result<(), Missing> {
        let is_read = |id: &Id| self.dossier.source(id).is_some_and(|source| source.accessed.is_some());
        let assessment = self.field(Asked::Assessment).map(Field::text);
        if !assessment.is_some_and(|assessment| !assessment.is_empty() && assessment != "open") {
            return Ok(());
        }
        let there = match &self.purpose {
            Purpose::Assess(claim) => self.dossier.claim(claim).map(|claim| &*claim.evidence.sources),
            _ => None,
        };
        let is_there = there.unwrap_or_default().iter().any(is_read);
        let is_taken = self.publications().iter().any(|publication| match publication {
            Publication::Known(id) => is_read(id),
            Publication::New(own) => !own.accessed.is_empty(),
        });
        if is_there || is_taken {
            return Ok(());
        }
        Err(self.missing(Asked::Sources, self.strings().forms.needs_read_source))
    }
}
