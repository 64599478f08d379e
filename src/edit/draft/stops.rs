//! Stops of the tour.

use crate::dossier::{Dossier, Ref};
use crate::edit::{Change, TableKind};

use super::table::Draft;

/// A stop that shows this thing. None if a stop cannot: a figure has no id that an author writes, and a link none at all.
pub fn stop(dossier: &Dossier, selection: &Ref, title: &str, language: &str) -> Option<Change> {
    if !selection.kind.is_authored() || !dossier.contains(selection) {
        return None;
    }
    let table = Draft::new(dossier, TableKind::Stop)
        .own("title", title, language)
        .text("select", &selection.to_string());
    Some(Change { steps: vec![table.step()], result: Some(selection.clone()), ..Change::default() })
}
