//! The head of `dossier.toml`: what the dossier is, and which article it is about.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::dossier::{Id, LanguageTag, LocalText, When};

use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::syntax::fields::is_language;
use crate::load::syntax::ids::hint_for_id;
use crate::load::syntax::languages::tag_of;
use crate::load::syntax::suggest::nearest;
use crate::load::syntax::table::Table;
use crate::text::sanitize::sanitize_line;

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
    /// The files that it names.
    pub(crate) fn file_names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.file)
            .chain(self.translations.iter().map(|(_, file)| file))
            .map(|file| &*file.value)
    }

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
            let hint = hint_for_id(&id.value);
            table.add(Rule::IdInvalid, id.at, format!("{} is not a valid id", quoted(&id.value)), hint);
        }
        Some(_) => {}
        // What is no text has its own report.
        None if table.has("id") => {}
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
            let (at, hint) = without_article(root, other.map(|found| found.at), table.at());
            table.report.add(Rule::ArticleUnnamed, at, None, "dossier.toml names no article", hint);
            None
        }
    };
    let place = table.value("article").map_or(table.at(), |found| found.at);
    Header { title, as_of, observations, article, place }
}

/// Where the article should be named, and what to do. `found` is the place of an `article` that is no table, `start` the
/// beginning of the file.
fn without_article(root: &DeTable<'_>, found: Option<Span>, start: Span) -> (Span, String) {
    if let Some(at) = found {
        let is_list = root.get("article").is_some_and(|value| value.get_ref().is_array());
        let hint = if is_list {
            "write [article], with one bracket on either side"
        } else {
            "write [article] and under it file = \"article.txt\""
        };
        return (at, hint.to_owned());
    }
    let is_meant = |name: &str| {
        let name = name.to_lowercase();
        matches!(&*name, "artikel" | "text" | "story") || nearest(&name, ["article"]).is_some()
    };
    let misspelt = root.iter().find(|(name, value)| value.get_ref().is_table() && is_meant(name.get_ref()));
    if let Some((name, _)) = misspelt {
        let hint = format!("write [article] instead of [{}]", sanitize_line(name.get_ref()));
        return (Span::new(start.file, name.span()), hint);
    }
    if let Some((name, _)) = root.get_key_value("file") {
        return (Span::new(start.file, name.span()), "write [article] in the line above".to_owned());
    }
    (start, "write [article] and under it file = \"article.txt\"".to_owned())
}

fn read_format(table: &mut Table<'_, '_>) {
    let hint = "write format = 1, which this version reads";
    match table.value("format") {
        Some(Spanned { value: DeValue::Integer(number), .. }) if number.as_str() == "1" => {}
        Some(Spanned { value: DeValue::Integer(number), at }) => {
            table.report.add(Rule::FormatUnknown, at, None, format!("format {number} is unknown"), hint);
        }
        Some(Spanned { at, .. }) => {
            table.report.add(Rule::FormatUnknown, at, None, "\"format\" is not a whole number", hint);
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
        let name = file.value.rsplit(['/', '\\']).next().unwrap_or_default();
        let new = quoted(&format!("{}.txt", stem(name)));
        let hint = if extension(name).is_empty() {
            format!("write its whole name, with the ending: file = {new}")
        } else {
            format!("{hint}; and name that file: file = {new}")
        };
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
            let hint = tag_of(&tag.value).map_or_else(
                || "write its BCP 47 tag, such as language = \"de\"".to_owned(),
                |meant| format!("write language = \"{meant}\""),
            );
            table.add(Rule::LanguageInvalid, tag.at, format!("{} is no language", quoted(&tag.value)), hint);
            LanguageTag::unknown()
        }
        None => {
            // What is no text has its own report.
            if !table.has("language") {
                table.missing("language", hint);
            }
            LanguageTag::unknown()
        }
    }
}
