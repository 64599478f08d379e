//! Under which key a text of a thing that is there is changed.

use crate::dossier::{Dossier, Kind, LocalText, Ref};
use crate::edit::TableKind;

use super::own_words::key_in_place;

/// The key of a text in this language: the one that the thing's text has for it, else one beside those for other languages; a
/// text for all languages has one key. None if such things have no such text.
pub fn text_key(dossier: &Dossier, of: &Ref, key: &str, language: &str) -> Option<String> {
    let (kind, there): (_, Option<&LocalText>) = match (of.kind, key) {
        (Kind::Actor, "name") => (TableKind::Actor, Some(&dossier.actor(&of.id)?.name)),
        (Kind::Actor, "role") => {
            (TableKind::Actor, dossier.actor(&of.id)?.role.as_ref().map(|role| &role.text))
        }
        (Kind::Claim, "text") => (TableKind::Claim, dossier.claim(&of.id)?.text.as_ref()),
        (Kind::Claim, "note") => (TableKind::Claim, dossier.claim(&of.id)?.note.as_ref()),
        (Kind::Gap, "text") => (TableKind::Gap, Some(&dossier.gap(&of.id)?.text)),
        (Kind::Event, "title") => (TableKind::Event, Some(&dossier.event(&of.id)?.title)),
        (Kind::Event, "status") => (TableKind::Event, dossier.event(&of.id)?.status.as_ref()),
        (Kind::Event, "summary") => (TableKind::Event, dossier.event(&of.id)?.summary.as_ref()),
        _ => return None,
    };
    Some(key_in_place(dossier, kind, key, there, language))
}
