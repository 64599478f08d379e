//! A saved web page: its article's words as Markdown, and what the page says of it.

mod articles;
mod body;
mod charset;
mod choice;
mod json_ld;
mod meta;
mod published;
mod saved;
mod slim;

use dom_smoothie::Readability;

pub use self::articles::{Articles, Taken};
use super::{Metadata, PageError};
use crate::load::{WebPage, web_page};

/// The article of a page.
pub(super) struct Page {
    /// As Markdown.
    pub(super) markdown: String,
    /// What the page says of it.
    pub(super) metadata: Metadata,
    /// The captions of its pictures, which are among its words.
    pub(super) captions: Vec<String>,
    /// Its articles, if it has several.
    pub(super) articles: Option<Articles>,
}

/// The most bytes of markup that are parsed, without what slimming takes away.
const MOST: usize = 10 << 20;

/// Reads a page.
pub(super) fn read(bytes: &[u8]) -> Result<Page, PageError> {
    let html = charset::decode(bytes).map_err(|unknown| PageError::Encoding(unknown.0))?;
    if web_page(&html) == Some(WebPage::Archive) {
        return Err(PageError::Archive);
    }
    let slimmed = slim::slim(&html);
    if slimmed.len() > MOST {
        return Err(PageError::TooLarge);
    }
    let page = Readability::from(slimmed);
    // How a word is read stands small above it, and would be read twice.
    page.doc.select("rt, rp").remove();
    let metadata = meta::read(&page, &html);
    let title = metadata.title.as_ref().map(|title| title.value.as_str());
    let address = metadata.address.as_ref().map(|address| address.value.as_str());
    let language = metadata.language.as_ref().map(|language| language.value.as_str());
    let body = body::read(page, address, title, language).ok_or(PageError::NoArticle)?;
    Ok(Page { markdown: body.markdown, metadata, captions: body.captions, articles: body.articles })
}
