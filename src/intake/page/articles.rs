//! Pages with several articles: a second story below the first, stories between others, the entries of a live blog. That which has
//! the page's title is its article; where none has it, all stay, and it is said.

use std::collections::{HashMap, HashSet};

use dom_smoothie::Readability;

use crate::text::letters::letters;

/// The articles of a page that has several, and what became of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Articles {
    /// How many there are, teasers not counted.
    pub count: usize,
    /// Which of them were taken.
    pub taken: Taken,
}

/// Which of a page's articles were taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Taken {
    /// That which has the page's title.
    Titled,
    /// One, which begins with these words.
    One(String),
    /// So many.
    Several(usize),
}

/// An article has so many characters in its paragraphs; a teaser has fewer.
const ARTICLE: usize = 400;

/// A paragraph has more characters; fewer may be anything.
pub(super) const PARAGRAPH: usize = 60;

/// Some pages make an article of each comment. Of classes whole words count: `comments-open` says of an article that it may be
/// commented on.
const COMMENTS: &str = "article[class~='comment'], article[class~='comments'], article[class~='comment-body'], article[id='comment'], \
                        article[id='comments'], article[id^='comment-'], article[id^='div-comment-'], \
                        ol[class~='comment-list'] article, ol[class~='commentlist'] article, ol[class~='comments'] article, \
                        [id='comments'] article";

/// More are not counted.
const MOST: usize = 500;

/// Those of a page before it is read.
pub(super) struct Found {
    is_titled: bool,
    /// How the first long paragraph of each begins, as letters and as words.
    beginnings: Vec<(String, String)>,
}

/// The articles of a page, if it has several. Of these only that one stays which has the title, if one has it.
pub(super) fn find(page: &Readability, title: Option<&str>) -> Option<Found> {
    let title = title.map(letters).filter(|title| !title.is_empty());
    let is_title = |heading: &str| title.as_ref().is_some_and(|title| letters(heading) == *title);
    let headings = page.doc.select("article h1, article h2");
    // Those that have the title, of which none is a comment.
    let titled: HashSet<_> = headings
        .nodes()
        .iter()
        .take(MOST)
        .filter(|heading| is_title(&heading.text()))
        .filter_map(|heading| {
            let around = heading.ancestors_it(None).filter(|around| around.has_name("article"));
            around.last().map(|article| article.id)
        })
        .collect();
    let comments = page.doc.select(COMMENTS);
    let comments: HashSet<_> = comments.nodes().iter().map(|comment| comment.id).collect();
    // Those within another are parts of it. Of each: its characters, and how it begins.
    let mut outer = HashMap::new();
    for paragraph in page.doc.select("article p").nodes() {
        let Some(article) = paragraph.ancestors_it(None).filter(|around| around.has_name("article")).last()
        else {
            continue;
        };
        let words = paragraph.text();
        let length = length(&words);
        let is_comment = comments.contains(&article.id) && !titled.contains(&article.id);
        let is_titled = titled.contains(&article.id);
        if (length > PARAGRAPH || is_titled && length > 1) && !is_comment {
            let (amount, _) = outer.entry(article.id).or_insert_with(|| (0, beginning(&words)));
            *amount += length;
        }
    }
    let all = page.doc.select("article");
    let amount = |id| outer.get(&id).map_or(0, |(amount, _)| *amount);
    // A lead that has the title counts, however short: that it is left out has to be said.
    let long = all.nodes().iter().filter(|article| {
        let amount = amount(article.id);
        amount > ARTICLE || amount > 0 && titled.contains(&article.id)
    });
    let long: Vec<_> = long.take(MOST).collect();
    if long.len() < 2 {
        return None;
    }
    // The entries of a live blog are one article.
    let is_log = page.doc.select("[itemprop~='liveBlogUpdate'], [itemtype$='LiveBlogPosting']").exists()
        || page.doc.select("script[type*='ld+json']").text().contains("LiveBlogPosting");
    let mut with_title =
        long.iter().filter(|article| titled.contains(&article.id) && amount(article.id) > ARTICLE);
    let main = match (with_title.next(), with_title.next()) {
        (Some(one), None) if !is_log => Some(*one),
        _ => None,
    };
    let beginnings =
        long.iter().filter_map(|article| outer.remove(&article.id)).map(|(_, beginning)| beginning).collect();
    if let Some(main) = main {
        // What is called a comment would be left out when the page is read.
        for name in ["class", "id"] {
            if main.attr(name).is_some_and(|words| words.contains("comment")) {
                main.remove_attr(name);
            }
        }
        for article in long.iter().filter(|article| article.id != main.id) {
            article.remove_from_parent();
        }
    }
    Some(Found { is_titled: main.is_some(), beginnings })
}

impl Found {
    /// What became of them in an article of these words.
    pub(super) fn taken(self, words: &str) -> Articles {
        let count = self.beginnings.len();
        if self.is_titled {
            return Articles { count, taken: Taken::Titled };
        }
        let words = letters(words);
        let mut taken: Vec<String> = Vec::new();
        for (letters, beginning) in self.beginnings {
            if words.contains(&letters) {
                taken.push(beginning);
            }
        }
        let taken = match taken.len() {
            1 => Taken::One(taken.concat()),
            several => Taken::Several(several),
        };
        Articles { count, taken }
    }
}

/// How many characters a text has, with one blank between its words.
pub(super) fn length(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count() + 1).sum()
}

/// How a paragraph begins, as letters and as words.
fn beginning(paragraph: &str) -> (String, String) {
    const WORDS: usize = 8;
    let words: Vec<&str> = paragraph.split_whitespace().take(WORDS).collect();
    (letters(&words.concat()), words.join(" "))
}
