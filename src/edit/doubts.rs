//! What an author may not have meant, though it can be written.

use crate::dossier::anchor::fold;
use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::{Change, Step, TableKind, Value};

/// Something that may not be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// The actor has this alias already.
    AliasKnown,
    /// Another actor has it: wherever it stands both are named.
    AliasOfAnother(Id),
    /// It stands inside of these, which name others, and counts there, too, unless they are put into `not_in`.
    AliasInside(Vec<String>),
    /// An actor has this name.
    ActorNamed(Id),
    /// These words are quoted for a thing of the same kind.
    Quoted(Ref),
    /// A source with this address is there.
    SourceKnown(Id),
    /// A text of `not_in` has none of the actor's aliases inside, so it changes nothing.
    ExceptionWithoutAlias(String),
}

/// What may not be meant of this change, in the order of its steps.
pub fn doubts(dossier: &Dossier, change: &Change) -> Vec<Doubt> {
    change.steps.iter().flat_map(|step| of_step(dossier, step)).collect()
}

fn of_step(dossier: &Dossier, step: &Step) -> Vec<Doubt> {
    match step {
        Step::Element { of, key, value: Value::Text(alias) }
            if of.kind == Kind::Actor && key == "aliases" =>
        {
            of_alias(dossier, Some(&of.id), alias)
        }
        Step::Table(table) if table.kind == TableKind::Actor => {
            let aliases = table.keys.iter().filter(|(key, _)| key == "aliases");
            let aliases = aliases.flat_map(|(_, value)| match value {
                Value::List(list) => &list[..],
                other => std::slice::from_ref(other),
            });
            let text = |value: &Value| match value {
                Value::Text(text) => of_alias(dossier, None, text),
                _ => Vec::new(),
            };
            aliases.flat_map(text).collect()
        }
        _ => Vec::new(),
    }
}

fn of_alias(dossier: &Dossier, actor: Option<&Id>, alias: &str) -> Vec<Doubt> {
    let wanted = fold(alias);
    let has = |other: &&crate::dossier::Actor| {
        other.aliases.iter().any(|known| fold(known).trim() == wanted.trim())
    };
    let owners = dossier.actors.iter().filter(has);
    owners
        .map(|owner| {
            if Some(&owner.id) == actor { Doubt::AliasKnown } else { Doubt::AliasOfAnother(owner.id.clone()) }
        })
        .collect()
}
