//! The head of `dossier.toml`: what the dossier is, and which article it is about.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::dossier::{Id, LanguageTag, LocalText, When};

use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::syntax::fields::is_language;
use crate::load::syntax::table::Table;

/// The keys of the head, which stand nowhere but in `dossier.toml`.
pub(crate) const KEYS: [&str; 6] = ["format", "id", "as_of", "title", "observations", "article"];

/// What the table of the article is called in reports.
pub(crate) const ARTICLE: &str = "[article]";

/// What the head says.
pub(crate) struct Header {
    pub(crate) title: Option<LocalText>,
    pub(crate) as_of: Option<When>,
    pub(crate) observations: Option<Spanned<String>>,
    /// None is fatal, and reported.
    pub(crate) article: Option<ArticleNote>,
    /// Where `[article]` is opened.
    pub(crate) place: Span,
}

/// The table `[article]`.
pub(crate) struct ArticleNote {
    pub(crate) file: Spanned<String>,
    pub(crate) language: LanguageTag,
    pub(crate) outlet: Option<Box<str>>,
    pub(crate) url: Option<Box<str>>,
    pub(crate) published: Option<When>,
    pub(crate) headings: Vec<Spanned<String>>,
    pub(crate) boilerplate: Vec<Spanned<String>>,
    /// The files with the article in other languages, in the order written.
    pub(crate) translations: Vec<(Spanned<LanguageTag>, Spanned<String>)>,
}

impl ArticleNote {
    /// An article without a dossier, of which only the file is known.
    pub(crate) fn bare(file: Spanned<String>) -> Self {
        let (headings, boilerplate) = (Vec::new(), Vec::new());
        let (language, translations) = (LanguageTag::unknown(), Vec::new());
        Self { file, language, outlet: None, url: None, published: None, headings, boilerplate, translations }
    }
}

/// Reads the head; the tables beside it are read by others.
pub(crate) fn read(root: &DeTable<'_>, file: usize, report: &mut Report) -> Header {
    let mut table = Table::new(root, Span::start_of(file), "dossier.toml", None, report);
    read_format(&mut table);
    match table.text("id") {
        Some(id) if !Id::is_well_formed(&id.value) => {
            let hint =
                "write small letters a to z, digits and hyphens, at most 64, not beginning with a hyphen";
            table.add(Rule::IdInvalid, id.at, format!("{} is not a valid id", quoted(&id.value)), hint);
        }
        Some(_) => {}
        None => table.missing("id", "write id = \"…\" above the first [table]"),
    }
    if !table.has("title") {
        table.missing("title", "write title = \"…\", or title.de = \"…\" and so on, above the first [table]");
    }
    let title = table.local("title").map(|title| title.value);
    let as_of = table.date("as_of").map(|date| date.value);
    let observations = table.text("observations").map(Spanned::into_owned);
    let article = match table.value("article") {
        Some(Spanned { value: DeValue::Table(entries), at }) => {
            let mut table = Table::new(entries, at, ARTICLE, None, table.report);
            let article = read_article(&mut table);
            table.finish();
            article
        }
        other => {
            let at = other.map_or(table.at(), |found| found.at);
            let hint = "write [article] and under it file = \"article.txt\"";
            table.report.add(Rule::ArticleUnnamed, at, None, "dossier.toml names no article", hint);
            None
        }
    };
    let place = table.value("article").map_or(table.at(), |found| found.at);
    Header { title, as_of, observations, article, place }
}

fn read_format(table: &mut Table<'_, '_>) {
    let hint = "this version reads format = 1";
    match table.value("format") {
        Some(Spanned { value: DeValue::Integer(number), .. }) if number.as_str() == "1" => {}
        Some(Spanned { value: DeValue::Integer(number), at }) => {
            table.report.add(Rule::FormatUnknown, at, None, format!("format {number} is unknown"), hint);
        }
        Some(Spanned { at, .. }) => {
            table.report.add(Rule::FormatUnknown, at, None, "\"format\" is not a number", hint);
        }
        None => {
            table.report.add(Rule::FormatUnknown, table.at(), None, "dossier.toml lacks \"format\"", hint);
        }
    }
}

fn read_article(table: &mut Table<'_, '_>) -> Option<ArticleNote> {
    let file = table.text("file").map(Spanned::into_owned);
    let language = read_language(table);
    let outlet = table.text("outlet").map(|outlet| outlet.value.into());
    let url = table.address("url");
    let published = table.date("published").map(|date| date.value);
    let mut lines = |key| table.list(key).into_iter().map(Spanned::into_owned).collect();
    let (headings, boilerplate) = (lines("headings"), lines("boilerplate"));
    let translations = table.files_by_language("translation");
    let Some(file) = file else {
        table.report.add(
            Rule::ArticleUnnamed,
            table.at(),
            None,
            "[article] names no file",
            "write file = \"article.txt\"",
        );
        return None;
    };
    if let Some((message, hint)) = unreadable(&file.value) {
        table.report.add(Rule::ArticleType, file.at, None, message, hint);
        return None;
    }
    Some(ArticleNote { file, language, outlet, url, published, headings, boilerplate, translations })
}

/// Whether a file of this name is plain text.
pub(crate) fn is_plain_text(name: &str) -> bool {
    extension(name) == "txt"
}

/// Whether a file of this name is Markdown.
pub(crate) fn is_markdown(name: &str) -> bool {
    matches!(extension(name).as_str(), "md" | "markdown")
}

/// What a file is called, without its folder and its ending.
pub(crate) fn stem(name: &str) -> &str {
    Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name)
}

fn extension(name: &str) -> String {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    extension.unwrap_or_default().to_ascii_lowercase()
}

/// Why a file of this name is not read as an article, and what to do.
pub(crate) fn unreadable(name: &str) -> Option<(String, &'static str)> {
    let fault = || format!("{} is neither a .txt nor a .md file", quoted(name));
    let hint = "save the article as plain text, named .txt, or as Markdown, named .md";
    (!is_plain_text(name) && !is_markdown(name)).then(|| (fault(), hint))
}

fn read_language(table: &mut Table<'_, '_>) -> LanguageTag {
    let hint = "write its BCP 47 tag: language = \"de\"";
    match table.text("language") {
        Some(tag) if is_language(&tag.value) => LanguageTag::new(&tag.value),
        Some(tag) => {
            table.add(Rule::LanguageInvalid, tag.at, format!("{} is no language", quoted(&tag.value)), hint);
            LanguageTag::unknown()
        }
        None => {
            table.missing("language", hint);
            LanguageTag::unknown()
        }
    }
}
