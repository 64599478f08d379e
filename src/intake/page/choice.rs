//! Which part of a page is its article. `dom_smoothie` weighs the parts; where it takes far less than the page itself marks as its
//! article, or far less than it would with milder rules, that is taken instead.

use std::collections::HashMap;

use dom_smoothie::{Config, ParsePolicy, Readability};

use super::articles::{PARAGRAPH, length};

/// How pages mark the words of their article, the surest first.
const MARKS: [&str; 3] = [
    "[itemprop~='articleBody']",
    "[class*='article-body'], [class*='articleBody'], [class*='article__body'], [class*='entry-content'], [class*='post-content'], \
     [class*='article-content'], [class*='post-body'], [class*='article-text'], [class*='story-body'], [itemprop='text'], \
     [class*='field--name-body']",
    "article",
];

/// What stands in there and is none of its words, or is hidden from the page's readers.
const AROUND: &str = "[hidden], [aria-hidden='true'], [style*='display:none'], [style*='display: none'], nav, aside, footer, form, [class*='comment'], [id*='comment'], [class*='related'], [class*='teaser'], \
                      [class*='sidebar'], [class*='cookie'], [class*='newsletter']";

/// So many parts with one mark are weighed.
const MOST_MARKED: usize = 20;

/// An article of fewer characters may be a piece of one.
const SHORT: usize = 1000;

/// With milder rules an article needs so many characters, or still milder ones are tried.
const MILD: usize = 1500;

/// How much of a page there is.
#[derive(Clone, Copy)]
struct Amount {
    /// The characters of its paragraphs.
    paragraphs: usize,
    /// All its characters.
    all: usize,
}

impl Amount {
    fn of(page: &Readability) -> Self {
        let paragraphs = page.doc.select("p").iter().map(|paragraph| length(&paragraph.text()));
        let paragraphs = paragraphs.filter(|length| *length > PARAGRAPH).sum();
        Self { paragraphs, all: length(&page.doc.select("body").text()) }
    }
}

/// The article of a page as HTML, none where nothing looks like one. The page is used up.
pub(super) fn content(mut page: Readability) -> Option<String> {
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let address = page.doc_url.clone();
    let again = |doc, config: Config| {
        let mut page = Readability::from("");
        (page.doc, page.config, page.doc_url) = (doc, config, address.clone());
        page
    };
    let before = again(page.doc.clone(), config.clone());
    page.config = config.clone();
    let found = page.parse().ok().map(|found| found.content.to_string());
    let parsed = found.as_deref().map(Readability::from);
    let own = parsed.as_ref().map_or(Amount { paragraphs: 0, all: 0 }, Amount::of);
    if let Some(marked) = marked(&before, own) {
        let marked_page = Readability::from(marked.as_str());
        let parsed = again(marked_page.doc, config).parse_with_policy(ParsePolicy::Clean);
        let cleaned = parsed.ok().map(|found| found.content.to_string()).filter(|cleaned| {
            let amount = Amount::of(&Readability::from(cleaned.as_str()));
            amount.paragraphs * 10 > own.paragraphs * 13 && amount.all > own.all
        });
        return Some(cleaned.unwrap_or(marked));
    }
    if own.all < SHORT {
        let mild = again(before.doc, Config { char_threshold: MILD, ..config }).parse().ok();
        let mild = mild.map(|found| found.content.to_string()).filter(|mild| {
            let page = Readability::from(mild.as_str());
            let amount = Amount::of(&page);
            let links: usize = page.doc.select("a").iter().map(|link| length(&link.text())).sum();
            // Below a short article stand comments and links.
            amount.paragraphs > own.paragraphs * 2
                && amount.all > own.all * 2
                && amount.paragraphs * 2 > amount.all
                && links * 7 < amount.all
        });
        return mild.or(found);
    }
    found
}

/// What the page marks as its article, if that is much more than was found.
fn marked(page: &Readability, own: Amount) -> Option<String> {
    let is_more = |amount: usize| {
        amount * 10 > own.paragraphs * 14 && amount * 10 > own.all * 14 && amount > own.paragraphs + 100
    };
    let best = |page: &Readability, mark: &str| {
        let parts = page.doc.select(mark);
        let mut amounts: HashMap<_, usize> =
            parts.nodes().iter().take(MOST_MARKED).map(|part| (part.id, 0)).collect();
        for paragraph in page.doc.select("p").nodes() {
            let length = length(&paragraph.text());
            for around in paragraph.ancestors_it(None).filter(|_| length > PARAGRAPH) {
                if let Some(amount) = amounts.get_mut(&around.id) {
                    *amount += length;
                }
            }
        }
        // Of several as large the first.
        let best = parts.nodes().iter().take(MOST_MARKED).rev().max_by_key(|part| amounts.get(&part.id))?;
        amounts.get(&best.id).is_some_and(|amount| is_more(*amount)).then(|| best.html().to_string())
    };
    let marks: Vec<&str> = MARKS.into_iter().filter(|mark| best(page, mark).is_some()).collect();
    if marks.is_empty() {
        return None;
    }
    let mut inner = Readability::from("");
    inner.doc = page.doc.clone();
    inner.doc.select(AROUND).remove();
    let html = marks.into_iter().find_map(|mark| best(&inner, mark))?;
    Some(format!("<html><body><div>{html}</div></body></html>"))
}
