//! A dossier as a document, to be handed out: one HTML page, plain text, Markdown. Its figures alone, as CSV. And one thing
//! of it as a citation, to be pasted elsewhere.
//!
//! What a document says is put together once, as a document, and written in each format from there: so all
//! of them say the same. Pure: no files, no clock; the same dossier in the same language gives the same bytes.

mod build;
pub mod citation;
mod csv;
mod document;
mod figure;
mod fragment;
mod html;
mod ids;
mod markdown;
mod text;

use self::document::brief::{Brief, Budget, LINES};
use crate::i18n::language::Language;
use crate::load::Loaded;

/// How a document is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// In which language; the article and its quotations keep their own.
    pub language: Language,
    /// With what only the speaker of the tour is to read.
    pub with_notes: bool,
}

/// The dossier as one HTML page that needs nothing else: no script, no font, no picture, no network. It is well-formed
/// XML too.
pub fn html(loaded: &Loaded, options: Options) -> String {
    html::write(&build::document(loaded, options))
}

/// The dossier as plain text of at most 80 columns, with numbered sources at its end.
pub fn text(loaded: &Loaded, options: Options) -> String {
    text::write(&build::document(loaded, options))
}

/// The dossier as Markdown with footnotes.
pub fn markdown(loaded: &Loaded, options: Options) -> String {
    markdown::write(&build::document(loaded, options))
}

/// The figures of all series as CSV, a row each, in the dossier's order: the columns of the format's reference first, so
/// that they can be read back, then titles, names and addresses in a language.
pub fn series_csv(loaded: &Loaded, language: Language) -> String {
    csv::write(&loaded.dossier, language)
}

/// The handout of two pages as one HTML page that prints on exactly two, A4 or Letter.
pub fn brief_html(loaded: &Loaded, language: Language) -> String {
    html::brief(language, &brief(loaded, language))
}

/// The handout as plain text: two pages, each of at most 60 lines of 80 columns.
pub fn brief_text(loaded: &Loaded, language: Language) -> String {
    text::brief_pages(language, &brief(loaded, language)).join("\n")
}

/// The handout as Markdown.
pub fn brief_markdown(loaded: &Loaded, language: Language) -> String {
    markdown::brief(language, &brief(loaded, language))
}

/// What the handout says in every format: as much as two pages hold, in lines of text and on paper.
fn brief(loaded: &Loaded, language: Language) -> Brief {
    let fits = |brief: &Brief| {
        let pages = text::brief_pages(language, brief).map(|page| page.lines().count());
        let heights = html::brief_heights(language, brief);
        pages.into_iter().all(|lines| lines <= LINES) && heights.into_iter().all(|height| height <= 1.0)
    };
    let make = build::briefs(loaded, language);
    let mut brief = make(&Budget::FULL);
    for budget in Budget::steps() {
        if fits(&brief) {
            break;
        }
        brief = make(&budget);
    }
    brief
}
