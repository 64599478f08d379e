//! What things are found by within a document: one name each, whatever the dossier calls them.

use crate::dossier::{Dossier, Id, Kind, Ref};

/// The name of a thing's entry.
///
/// An id that an author may not write (`check` says so) or that `load` composed could hold anything; such a thing goes by
/// its number. No id begins with a hyphen, so the two never meet.
pub(super) fn of(dossier: &Dossier, thing: &Ref) -> String {
    let kind = thing.kind.word();
    if thing.kind != Kind::Link && Id::is_well_formed(thing.id.as_str()) {
        format!("{kind}-{}", thing.id)
    } else {
        let number = dossier.index_of(thing).map_or_else(|| thing.id.to_string(), |place| place.to_string());
        format!("{kind}--{number}")
    }
}

/// The name of the words that support a thing, counted from 1.
pub(super) fn words(dossier: &Dossier, thing: &Ref, number: usize) -> String {
    format!("words-{}-{number}", of(dossier, thing))
}

/// The name of a passage that names an actor, counted from 1.
pub(super) fn naming_passage(dossier: &Dossier, actor: &Ref, number: usize) -> String {
    format!("name-{}-{number}", of(dossier, actor))
}
