//! What the files say already of what a form changes: it stands in the fields, only what is changed is written, and what
//! somebody else has changed meanwhile is not overwritten without a word.

use super::field::{Asked, Field, Input};
use super::{Purpose, State};
use crate::dossier::{Dossier, Kind, Ref};
use crate::edit::{Change, Expectation, Step, Value, draft, present};
use crate::i18n::language::Language;

impl Purpose {
    /// The thing whose table it changes, if that is clear from the beginning.
    pub(super) fn changes(&self) -> Option<Ref> {
        match self {
            Self::Assess(claim) | Self::Note(claim) => Some(Ref::new(Kind::Claim, claim)),
            Self::Edit(of) => Some(of.clone()),
            _ => None,
        }
    }
}

impl State {
    /// Whether what is written of such a thing can be changed in a form.
    pub fn can_edit(kind: Kind) -> bool {
        matches!(kind, Kind::Actor | Kind::Claim | Kind::Event | Kind::Gap | Kind::Source)
    }

    /// The thing whose table it changes.
    fn changed_thing(&self) -> Option<Ref> {
        let of_role = || {
            let actor = Some(self.id(Asked::Actor)).filter(|id| self.dossier.actor(id).is_some());
            actor.filter(|_| self.purpose == Purpose::Role).map(|id| Ref::new(Kind::Actor, &id))
        };
        self.purpose.changes().or_else(of_role)
    }

    /// The fields that stand for keys of that thing's table.
    fn keyed(&self, of: &Ref) -> Vec<(Asked, String)> {
        let key = |field: &Field| Some((field.asked, key_of(&self.dossier, of, field.asked, self.language)?));
        self.fields.iter().filter_map(key).collect()
    }

    /// Puts in what the files say, at first.
    pub(super) fn show_what_is_there(&mut self) {
        let Some(of) = self.purpose.changes() else { return };
        self.look_up(true);
        for field in &mut self.fields {
            match self.purpose {
                Purpose::Edit(_) => {
                    let is_needed = is_needed(field.asked) || of.kind == Kind::Gap;
                    field.is_needed = is_needed && !field.is_empty();
                }
                // One that is there can go.
                Purpose::Note(_) => field.is_needed = field.is_empty(),
                _ => {}
            }
        }
    }

    /// What the author has not changed shows what the files say now. What is shown anew has been seen, whatever stands in the
    /// field.
    pub(super) fn look_up(&mut self, is_new: bool) {
        let Some(of) = self.changed_thing() else { return };
        for (asked, key) in self.keyed(&of) {
            let is = present(&self.dossier, &of, &key);
            let Some(field) = self.fields.iter_mut().find(|field| field.asked == asked) else { continue };
            let is_untouched = !field.is_changed();
            if is_untouched {
                field.reset(is.as_deref().unwrap_or_default());
            }
            if is_untouched || is_new {
                self.see(&of, &key, is);
            }
        }
    }

    /// The author has seen what a key says.
    pub(super) fn see(&mut self, of: &Ref, key: &str, was: Option<String>) {
        self.seen.retain(|seen| seen.of != *of || seen.key != key);
        self.seen.push(Expectation { of: of.clone(), key: key.to_owned(), was });
    }

    /// What depends on other fields follows them: the role is that of the actor, and only an assessment has a note.
    pub(super) fn follow(&mut self) {
        match self.purpose {
            Purpose::Role => {
                let is_seen = |of: &Ref| self.seen.iter().any(|seen| seen.of == *of);
                if self.changed_thing().is_some_and(|of| !is_seen(&of)) {
                    self.seen.clear();
                    self.look_up(true);
                }
            }
            Purpose::Claim => {
                let is_open = matches!(self.text(Asked::Assessment).as_str(), "" | "open");
                match self.field(Asked::Note) {
                    None if !is_open => self.fields.push(Field::prose(Asked::Note, "")),
                    Some(note) if is_open && note.is_empty() => {
                        self.fields.retain(|field| field.asked != Asked::Note);
                        self.focus = self.focus.min(self.fields.len() - 1);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// Keys go to the field that asks for this.
    pub(super) fn focus_on(&mut self, asked: Asked) {
        self.focus = self.fields.iter().position(|field| field.asked == asked).unwrap_or(self.focus);
    }

    /// Whether what the dossier says under this field's key goes with what was emptied.
    pub(super) fn takes_out(&self, field: &Field) -> bool {
        field.is_changed()
            && field.is_empty()
            && !field.is_needed
            && self
                .changed_thing()
                .is_some_and(|of| self.keyed(&of).iter().any(|(asked, _)| *asked == field.asked))
    }

    /// The change of what is written of a thing.
    pub(super) fn edited(&self, of: &Ref) -> Change {
        let step = |(asked, key): (Asked, String)| {
            let field = self.field(asked)?;
            let value = match &field.input {
                Input::Names(_) if asked == Asked::Speakers => {
                    let ids = self.ids(asked).into_iter();
                    Value::List(ids.map(|id| Value::Text(id.as_str().to_owned())).collect())
                }
                Input::Date { .. } => Value::Text(self.date(asked)),
                _ if asked == Asked::Country => Value::Text(field.text().to_uppercase()),
                _ => Value::Text(field.text().to_owned()),
            };
            Some(Step::Key { of: of.clone(), key, value })
        };
        let steps = self.keyed(of).into_iter().filter_map(step).collect();
        Change { steps, result: Some(of.clone()), expects: Vec::new() }
    }

    /// The change without values that the author has left as they are, and with what the author has seen of the others. A key
    /// whose field was emptied goes.
    pub(super) fn only_changed(&self, mut change: Change) -> Change {
        let Some(of) = self.changed_thing() else { return change };
        let mut left: Vec<String> = Vec::new();
        let mut emptied: Vec<String> = Vec::new();
        for (asked, key) in self.keyed(&of) {
            match self.field(asked) {
                Some(field) if self.takes_out(field) => emptied.push(key),
                Some(field) if field.is_changed() && !field.is_empty() => {}
                _ => left.push(key),
            }
        }
        let is_out = |key: &String| left.contains(key) || emptied.contains(key);
        change.steps.retain(|step| !matches!(step, Step::Key { key, .. } if is_out(key)));
        change.steps.extend(emptied.into_iter().map(|key| Step::Remove { of: of.clone(), key }));
        let is_written = |seen: &&Expectation| {
            let is_it = |step: &Step| match step {
                Step::Key { of, key, .. } | Step::Remove { of, key } => *of == seen.of && *key == seen.key,
                _ => false,
            };
            change.steps.iter().any(is_it)
        };
        change.expects = self.seen.iter().filter(is_written).cloned().collect();
        change
    }
}

/// Without which a thing cannot be.
fn is_needed(asked: Asked) -> bool {
    use Asked::{ActorKind, Assessment, Date, EventKind, Name, Outlet, SourceType, Title};
    matches!(asked, Name | ActorKind | Date | Title | EventKind | Outlet | SourceType | Assessment)
}

/// The key of a thing's table that a field stands for; of a text that for the language in which it is typed.
fn key_of(dossier: &Dossier, of: &Ref, asked: Asked, language: Language) -> Option<String> {
    let key = match (of.kind, asked) {
        (Kind::Actor, Asked::Name) => "name",
        (Kind::Actor, Asked::ActorKind) | (Kind::Event, Asked::EventKind) => "kind",
        (Kind::Actor, Asked::Country) => "country",
        (Kind::Actor, Asked::Role) => "role",
        (Kind::Claim | Kind::Gap, Asked::Text) => "text",
        (Kind::Claim, Asked::Assessment) => "assessment",
        (Kind::Claim, Asked::Hedge) => "hedge",
        (Kind::Claim, Asked::Speakers) => "attributed_to",
        (Kind::Claim, Asked::Attribution) => "attribution",
        (Kind::Claim, Asked::Note) => "note",
        (Kind::Event, Asked::Date) => "date",
        (Kind::Event, Asked::Title) | (Kind::Source, Asked::SourceTitle) => "title",
        (Kind::Event, Asked::Status) => "status",
        (Kind::Event, Asked::Summary) => "summary",
        (Kind::Source, Asked::SourceType) => "type",
        (Kind::Source, Asked::Outlet) => "outlet",
        (Kind::Source, Asked::Url) => "url",
        (Kind::Source, Asked::Issued) => "issued",
        (Kind::Source, Asked::Accessed) => "accessed",
        (Kind::Source, Asked::Quote) => "quote",
        _ => return None,
    };
    Some(draft::text_key(dossier, of, key, language.tag()).unwrap_or_else(|| key.to_owned()))
}
