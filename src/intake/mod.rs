//! From what people save to a first dossier: text, Markdown with a head, web pages. The article's words are taken as they stand;
//! only what a program did to them is undone, counted and reported. Nothing is made up, and nothing that looks like a leftover is
//! removed: it is suggested, to be confirmed.

mod dossier_file;
mod front;
mod invisible;
mod joined;
mod known;
mod metadata;
#[cfg(feature = "html")]
mod page;
mod utf_16;

use std::collections::HashSet;
use std::path::Path;

pub use self::dossier_file::{DossierFile, Language};
pub use self::front::Fault;
pub use self::joined::Joined;
pub use self::known::{dossier_id, known_actors, suggested_file};
pub use self::metadata::{Found, Metadata};
#[cfg(feature = "html")]
pub use self::page::{Articles, Taken};
use crate::load::{Files, Loaded, MOST_OF_STREAM, Memory, Refusal, WebPage, load, of_stream, web_page};
use crate::suggest;

/// The most bytes of a file that is taken in: pages are saved with their pictures in them.
pub const MOST: u64 = 64 << 20;

/// What the article of a page is called.
#[cfg(feature = "html")]
const OF_PAGE: &str = "article.md";

/// An article that was taken in.
pub struct Article {
    /// The name of its file in the dossier.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The article alone, as it is read from these.
    pub loaded: Loaded,
    /// What is known beside its words.
    pub metadata: Metadata,
    /// What was done to them.
    pub changes: Changes,
    /// What stands below the pictures of the page, as lines of the article.
    pub captions: Vec<Box<str>>,
    /// Its lines that look like a page's own, each once.
    pub leftovers: Vec<String>,
    /// What it was.
    pub form: Form,
}

/// What an article was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Page,
}

/// What was done to an article's words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// How many characters were removed that nobody sees.
    pub invisible: usize,
    /// How many characters stand as U+FFFD, since nobody could say which ones they are.
    pub unreadable: usize,
    /// The lines that were joined to paragraphs.
    pub joined: Option<Joined>,
    /// What of the file's head is not supported.
    pub head: Vec<Fault>,
    /// The articles of a page that has several.
    #[cfg(feature = "html")]
    pub articles: Option<Articles>,
}

/// Why a page cannot be taken in.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PageError {
    /// This program was built without what it takes.
    #[error(
        "this is a web page, and this fundstelle was built without the feature html: copy the article's text from the browser, \
         ideally from its reader view, into a .txt or .md file"
    )]
    NotBuiltIn,
    /// It is a page saved with all that belongs to it.
    #[error(
        "this is a web page saved as a single file (MHTML), which is not supported: open it in a browser and save it as HTML, or copy \
         the article's text into a .txt or .md file"
    )]
    Archive,
    /// It is in an encoding that is not supported.
    #[error(
        "it is written in {0}, which is not supported: open it in a browser and save it again, or convert it to UTF-8"
    )]
    Encoding(String),
    /// There is too much of it.
    #[error(
        "it has more than 10 MB of text and markup, not counting pictures and scripts: copy the article's text from the browser \
         into a .txt or .md file"
    )]
    TooLarge,
    /// Nothing in it looks like an article.
    #[error(
        "nothing in this page looks like an article; if a script loads the text, a saved page does not contain it: copy it from the \
         browser into a .txt or .md file"
    )]
    NoArticle,
}

/// Why an article cannot be taken in.
#[derive(Debug)]
pub enum Unfit {
    /// The article's file is at fault.
    Article(Refusal),
    /// The page is.
    Page(PageError),
}

impl From<Refusal> for Unfit {
    fn from(refusal: Refusal) -> Self {
        Self::Article(refusal)
    }
}

/// Whether a file of this name is a web page.
pub fn is_page(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["html", "htm", "xhtml"].iter().any(|page| ending.eq_ignore_ascii_case(page))
}

/// Takes in an article's file, or what came through a pipe and has no name. `keep_lines`: lines stay as they are.
///
/// # Errors
///
/// Fails if there is no article in it, or none that can be read.
pub fn take_in(name: Option<&str>, bytes: Vec<u8>, keep_lines: bool) -> Result<Article, Unfit> {
    if name.is_some_and(is_page) || begins_as_page(&bytes) {
        return of_page(&bytes);
    }
    let is_piped = name.is_none();
    let piped = || {
        let files = of_stream(None, bytes.clone());
        let name = Files::list(&files).concat();
        let ending = Path::new(&name).extension().and_then(|ending| ending.to_str());
        format!("article.{}", ending.unwrap_or("txt"))
    };
    let name = name.map_or_else(piped, str::to_owned);
    let is_text = Path::new(&name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let form = if is_text { Form::Text } else { Form::Markdown };
    // A file that is too large or cannot be read as text has its own report.
    let text = Some(&*bytes).filter(|bytes| (bytes.len() as u64) < MOST_OF_STREAM);
    let Some(text) = text.and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
        // What came through a pipe has no file that advice could name.
        let files = if is_piped {
            of_stream(None, bytes.clone())
        } else {
            Memory::default().with(&name, bytes.clone())
        };
        let loaded = load(&files)?;
        return Ok(finished(name, bytes, loaded, Metadata::default(), Changes::default(), &[], form));
    };
    if web_page(text) == Some(WebPage::Archive) {
        return Err(Unfit::Page(PageError::Archive));
    }
    let mut changes = Changes::default();
    let (seen, invisible) = invisible::removed(text);
    changes.invisible = invisible;
    changes.unreadable = unreadable(text);
    let mut changed = (invisible > 0).then(|| seen.clone().into_owned());
    if is_text
        && !keep_lines
        && let Some((text, joined)) = joined::join(&seen)
    {
        changes.joined = Some(joined);
        changed = Some(text);
    }
    let (metadata, faults) = if is_text { (Metadata::default(), Vec::new()) } else { front::read(&seen) };
    changes.head = faults;
    let bytes = changed.map_or(bytes, String::into_bytes);
    let loaded = load(&Memory::default().with(&name, bytes.clone()))?;
    Ok(finished(name, bytes, loaded, metadata, changes, &[], form))
}

/// The characters that stand for others which were lost.
fn unreadable(text: &str) -> usize {
    text.matches(char::REPLACEMENT_CHARACTER).count()
}

/// Whether this is a web page, whatever it is called.
fn begins_as_page(bytes: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(8192)];
    let text = utf_16::marked(beginning).unwrap_or_else(|| String::from_utf8_lossy(beginning).into_owned());
    web_page(text.trim_start_matches('\u{feff}')) == Some(WebPage::Html)
}

#[cfg(feature = "html")]
fn of_page(bytes: &[u8]) -> Result<Article, Unfit> {
    let page::Page { markdown, metadata, captions, articles } = page::read(bytes).map_err(Unfit::Page)?;
    let (markdown, invisible) = invisible::removed(&markdown);
    let unreadable = unreadable(&markdown);
    let changes = Changes { invisible, unreadable, articles, ..Changes::default() };
    let bytes = markdown.into_owned().into_bytes();
    let loaded = load(&Memory::default().with(OF_PAGE, bytes.clone()))?;
    Ok(finished(OF_PAGE.to_owned(), bytes, loaded, metadata, changes, &captions, Form::Page))
}

#[cfg(not(feature = "html"))]
fn of_page(_: &[u8]) -> Result<Article, Unfit> {
    Err(Unfit::Page(PageError::NotBuiltIn))
}

fn finished(
    name: String,
    bytes: Vec<u8>,
    loaded: Loaded,
    metadata: Metadata,
    changes: Changes,
    captions: &[String],
    form: Form,
) -> Article {
    let article = &loaded.dossier.article;
    let captions = suggest::captions(article, captions);
    let mut seen = HashSet::new();
    let lines = suggest::leftovers(article, &captions).into_iter().flatten();
    let lines = lines.map(|line| article.text[line].to_owned());
    let leftovers = lines.filter(|line| seen.insert(line.clone())).collect();
    Article { name, bytes, loaded, metadata, changes, captions, leftovers, form }
}
