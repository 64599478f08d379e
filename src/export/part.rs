//! A part of a dossier as a document: things of some kinds, or what is linked to one thing, with the sources that they cite.

use crate::export::choice::Choice;
use crate::export::document::Document;
use crate::export::{build, html, markdown, text};
use crate::i18n::language::Language;
use crate::load::Loaded;

/// A document that is a part of a dossier.
pub struct PartOfDossier {
    document: Document,
}

/// A part of a dossier; none if nothing is in it.
pub fn part(loaded: &Loaded, language: Language, choice: &Choice) -> Option<PartOfDossier> {
    let document = build::part(loaded, language, choice)?;
    Some(PartOfDossier { document })
}

impl PartOfDossier {
    /// As one HTML page.
    pub fn html(&self) -> String {
        html::write(&self.document)
    }

    /// As plain text of at most 80 columns.
    pub fn text(&self) -> String {
        text::write(&self.document)
    }

    /// As Markdown with footnotes.
    pub fn markdown(&self) -> String {
        markdown::write(&self.document)
    }
}
