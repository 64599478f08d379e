//! A dossier as a document, to be handed out: one HTML page, plain text, Markdown. Its figures alone, as CSV, and its
//! sources, as CSL-JSON. And one thing
//! of it as a citation, to be pasted elsewhere.
//!
//! What a document says is put together once, as a document, and written in each format from there: so all
//! of them say the same. Pure: no files, no clock; the same dossier in the same language gives the same bytes.

mod build;
mod choice;
pub mod citation;
mod csl;
mod csv;
mod document;
mod figure;
mod fragment;
mod html;
mod ids;
mod markdown;
mod part;
mod text;

pub use self::choice::Choice;
pub use self::csl::csl_json;
pub use self::part::{PartOfDossier, part};
pub use self::text::{Chapter, Edition, Page, PageKind};

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

/// The dossier as pages of plain text to be walked through one by one, in lines of so many columns.
pub fn edition(loaded: &Loaded, language: Language, columns: u16) -> Edition {
    let document = build::document(loaded, Options { language, with_notes: false });
    let brief = build::briefs(loaded, language)(&Budget::BASE);
    text::edition(&document, brief.answer.as_deref(), columns.max(MIN_COLUMNS))
}

/// The fewest columns of a line that is walked through.
const MIN_COLUMNS: u16 = 20;

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
    html::brief(language, &brief(loaded, language, fits_on_paper))
}

/// The handout as plain text: two pages, each of at most 60 lines of 80 columns.
pub fn brief_text(loaded: &Loaded, language: Language) -> String {
    text::brief_pages(language, &brief(loaded, language, fits_in_lines)).join("\n")
}

/// The handout as Markdown, which says what is on paper.
pub fn brief_markdown(loaded: &Loaded, language: Language) -> String {
    markdown::brief(language, &brief(loaded, language, fits_on_paper))
}

fn fits_on_paper(language: Language, brief: &Brief) -> bool {
    html::brief_heights(language, brief).into_iter().all(|height| height <= 1.0)
}

fn fits_in_lines(language: Language, brief: &Brief) -> bool {
    text::brief_pages(language, brief).into_iter().all(|page| page.lines().count() <= LINES)
}

/// What the handout says: as much as two pages hold, and the same in every language.
fn brief(loaded: &Loaded, language: Language, fits: fn(Language, &Brief) -> bool) -> Brief {
    let make = build::briefs(loaded, language);
    let other = build::briefs(loaded, language.next());
    // What would not fit in the other language is left out in this one too: both say the same.
    let fitting = |budget: &Budget| {
        let brief = make(budget);
        (fits(language, &brief) && fits(language.next(), &other(budget))).then_some(brief)
    };
    let budgets = std::iter::once(Budget::BASE).chain(Budget::steps());
    let mut last = Budget::BASE;
    let fitted = budgets.inspect(|budget| last = *budget).find_map(|budget| fitting(&budget));
    // The last step leaves next to nothing.
    let (mut budget, mut brief) = (last, fitted.unwrap_or_else(|| make(&last)));
    for mut growths in Budget::growths() {
        while !growths.is_empty() {
            growths.retain(|growth| {
                let left = (growth.left)(&brief, &budget);
                let mut next = budget;
                (growth.grow)(&mut next);
                let grown = fitting(&next).filter(|grown| (growth.left)(grown, &next) < left);
                let has_grown = grown.is_some();
                if let Some(grown) = grown {
                    (budget, brief) = (next, grown);
                }
                has_grown
            });
        }
    }
    brief
}
