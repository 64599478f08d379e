//! Actors, what names them, and what they do in the story.

use std::ops::Range;

use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::id::NewIds;
use crate::edit::{Change, Quotation, Step, TableKind, Value};

use super::own_words::{key_in_place, text_under};
use super::quoting::{quotation, visible};
use super::table::Draft;

/// What an author writes of an actor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ActorWords {
    /// Its name; the marked words where it is empty.
    pub name: String,
    /// The word of its kind, as `company`.
    pub kind: String,
}

/// An actor that these words name.
pub fn actor(dossier: &Dossier, words: &Range<usize>, own: &ActorWords, language: &str) -> Change {
    let alias = visible(dossier, words);
    let name = if own.name.trim().is_empty() { &alias } else { &own.name };
    let id = NewIds::of(dossier).next(TableKind::Actor, name);
    let table = Draft::new(dossier, TableKind::Actor)
        .text("id", id.as_str())
        .text("kind", &own.kind)
        .own("name", name, language)
        .value("aliases", Value::List(vec![Value::Text(alias.clone())]));
    Change { steps: vec![table.step()], result: Some(Ref::new(Kind::Actor, &id)), ..Change::default() }
}

/// These words name the actor wherever they stand.
pub fn alias(dossier: &Dossier, actor: &Id, words: &Range<usize>) -> Change {
    let of = Ref::new(Kind::Actor, actor);
    let value = Value::Text(visible(dossier, words));
    Change {
        steps: vec![Step::Element { of: of.clone(), key: "aliases".to_owned(), value }],
        result: Some(of),
        ..Change::default()
    }
}

/// These words name the actor here; inferred where it takes a reading to see that. None if they cannot be quoted.
pub fn mention(dossier: &Dossier, actor: &Id, words: &Range<usize>, inferred: bool) -> Option<Change> {
    let of = Ref::new(Kind::Actor, actor);
    let value = Value::Words(Quotation { inferred, ..quotation(dossier, words)? });
    let step = Step::Element { of: of.clone(), key: "mentions".to_owned(), value };
    Some(Change { steps: vec![step], result: Some(of), ..Change::default() })
}

/// What the actor does in the story, by these words of the article. What was quoted for another text does not support this one and
/// goes with it. None if the words cannot be quoted.
pub fn role(
    dossier: &Dossier,
    actor: &Id,
    words: &Range<usize>,
    text: &str,
    language: &str,
) -> Option<Change> {
    let of = Ref::new(Kind::Actor, actor);
    let role = dossier.actor(actor).and_then(|actor| actor.role.as_ref());
    let there = role.map(|role| &role.text);
    let key = key_in_place(dossier, TableKind::Actor, "role", there, language);
    let old = there.and_then(|there| text_under(there, &key));
    let anchors = role.map_or(&[][..], |role| &role.evidence.anchors);
    let value = Value::Words(quotation(dossier, words)?);
    let mut steps = Vec::new();
    if old != Some(text.trim()) {
        steps.push(Step::Key { of: of.clone(), key, value: Value::Text(text.trim().to_owned()) });
    }
    let (of_role, key) = (of.clone(), "anchors".to_owned());
    if old.is_some_and(|old| old != text.trim()) && !anchors.is_empty() {
        steps.push(Step::Key { of: of_role, key, value: Value::List(vec![value]) });
    } else if !anchors.iter().any(|anchor| anchor.passage().as_ref() == Some(words)) {
        steps.push(Step::Element { of: of_role, key, value });
    }
    Some(Change { steps, result: Some(of), ..Change::default() })
}
