//! What a page says of itself: JSON-LD, Open Graph, other `<meta>`, its own marks, and what the program left that saved it. Where
//! several speak of the same, the first in the lists below counts.

use std::collections::HashSet;

use dom_smoothie::Readability;

use super::json_ld::{self, Described};
use super::{published, saved};
use crate::intake::metadata::{Found, Metadata, day, first, language, line, people, web_address};
use crate::text::language::guess;
use crate::text::letters::letters;

/// How outlets' marks stand in `<title>` behind the title.
const TITLE_MARKS: [&str; 6] = [" | ", " – ", " — ", " - ", " :: ", " · "];

/// The names of `<meta>`, the best first.
const DATES: [&str; 12] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
];
const AUTHORS: [&str; 6] =
    ["author", "dc.creator", "dcterms.creator", "parsely-author", "article:author", "byl"];
const TITLES: [&str; 4] = ["og:title", "dc.title", "dcterms.title", "twitter:title"];
const OUTLETS: [&str; 4] = ["og:site_name", "dc.publisher", "dcterms.publisher", "publisher"];
const LANGUAGES: [&str; 5] = ["og:locale", "content-language", "language", "dc.language", "dcterms.language"];

/// Forms of companies: one of these wrote nothing.
const COMPANIES: [&str; 9] = ["GmbH", "AG", "KG", "mbH", "Ltd", "LLC", "Inc", "plc", "Corp"];

/// What `<meta>` says.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(page: &Readability) -> Self {
        let metas = page.doc.select("meta[content]");
        let metas = metas.iter().filter_map(|meta| {
            let key = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key))?;
            Some((key.trim().to_ascii_lowercase(), meta.attr("content")?.to_string()))
        });
        Self(metas.take(2000).collect())
    }

    /// The value of the first of these names that has one, with the name.
    fn get<'m>(&'m self, names: &'m [&'static str]) -> impl Iterator<Item = (Option<&'m str>, &'static str)> {
        names.iter().filter_map(|name| {
            let (_, value) = self.0.iter().find(|(key, value)| key == name && !value.trim().is_empty())?;
            Some((Some(value.as_str()), *name))
        })
    }
}

/// What is known of a page's article. The page stands as it was parsed, with these comments before it was made smaller.
pub(super) fn read(page: &Readability, html: &str) -> Metadata {
    let metas = Metas::of(page);
    let heading = heading(page);
    let pieces = page.doc.select("script[type]");
    let pieces = pieces.iter().filter(|piece| {
        piece
            .attr("type")
            .is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("application/ld+json"))
    });
    let pieces: Vec<String> = pieces.map(|piece| piece.text().to_string()).collect();
    let articles = json_ld::articles(pieces.iter().map(String::as_str));
    let ld = fitting(articles, page, heading.as_deref(), &metas);
    let outlet = first([(ld.outlet.as_deref(), "JSON-LD")].into_iter().chain(metas.get(&OUTLETS)), |text| {
        line(&plain(text))
    });
    let published = published(page, &ld, &metas, heading.as_deref());
    let title = title(page, &ld, &metas, heading, outlet.as_ref());
    Metadata {
        title,
        language: page_language(page, &ld, &metas),
        address: address(page, &ld, &metas, html),
        published,
        author: author(page, &ld, &metas, outlet.as_ref()),
        outlet,
        is_partial: ld.is_partial,
    }
}

/// Of several articles that which the page is about: pages describe those that they only link to as well. One whose title the
/// page does not show is another one.
fn fitting(articles: Vec<Described>, page: &Readability, heading: Option<&str>, metas: &Metas) -> Described {
    let own = metas.get(&TITLES).filter_map(|(title, _)| title).map(str::to_owned);
    let whole = page.doc.select("head > title, title").first().text().to_string();
    let headings = page.doc.select("h1");
    let headings = headings.iter().take(20).map(|heading| heading.text().to_string());
    let shown = heading.map(str::to_owned).into_iter().chain(own).chain([whole]).chain(headings);
    let shown: Vec<String> = shown.filter_map(|title| line(&plain(&title))).collect();
    let title = |article: &Described| article.title.as_deref().and_then(|title| line(&plain(title)));
    let is_same = |article: &Described| {
        title(article).is_some_and(|title| {
            let title = letters(&title);
            !title.is_empty() && shown.iter().any(|shown| letters(shown).contains(&title))
        })
    };
    let is_alike = |article: &Described| {
        title(article).is_none_or(|title| shown.is_empty() || shown.iter().any(|shown| alike(shown, &title)))
    };
    let place = articles.iter().position(is_same).or_else(|| articles.iter().position(is_alike));
    place.and_then(|place| articles.into_iter().nth(place)).unwrap_or_default()
}

/// Whether two titles seem to be of one article: one begins as the other, or they have half of the longer words in common.
fn alike(one: &str, other: &str) -> bool {
    let (first, second) = (letters(one), letters(other));
    if first.len() > 3 && second.contains(&first) || second.len() > 3 && first.contains(&second) {
        return true;
    }
    let marks = |text: &str| -> HashSet<String> {
        if text.contains(|c| c >= '\u{3000}') {
            // There are no blanks between words.
            let chars: Vec<char> = letters(text).chars().collect();
            return chars.windows(2).map(String::from_iter).collect();
        }
        let text = text.to_lowercase();
        words(&text).filter(|word| word.chars().count() > 3).map(str::to_owned).collect()
    };
    let (one, other) = (marks(one), marks(other));
    let shared = one.intersection(&other).count();
    shared > 0 && shared * 2 >= one.len().min(other.len())
}

/// The heading, if the page has one that stands out.
fn heading(page: &Readability) -> Option<String> {
    for place in ["article h1", "main h1", "h1"] {
        let headings = page.doc.select(place);
        let mut texts = headings.iter().filter_map(|heading| line(&heading.text()));
        if let (Some(one), None) = (texts.next(), texts.next()) {
            return Some(one);
        }
    }
    None
}

/// The title as readers of the page see it: what the page says is its title if the heading has it, else the heading if it is
/// alone, else what the page says.
fn title(
    page: &Readability,
    ld: &Described,
    metas: &Metas,
    heading: Option<String>,
    outlet: Option<&Found>,
) -> Option<Found> {
    let whole = page.doc.select("head > title, title").first().text();
    // Some make a heading of the site's name, and some of a word such as "News".
    let logo = heading.clone().filter(|heading| is_outlet(heading, outlet, &whole));
    let site = outlet.map(|outlet| outlet.value.as_str()).or(logo.as_deref());
    let head = without_outlet(&whole, site);
    let said: Vec<Found> = [(ld.title.as_deref(), "JSON-LD")]
        .into_iter()
        .chain(metas.get(&TITLES))
        .chain([(Some(head), "<title>")])
        .filter_map(|candidate| first([candidate], |text| line(&plain(text))))
        .collect();
    let is_title = |heading: &String| {
        // Of one or two words, as "News", that nothing else has, it is a section's; a slogan or the site's it is where all else
        // agrees on another title.
        let is_short = words(heading).nth(2).is_none() && !heading.contains(|c| c >= '\u{3000}');
        let are_agreed = || {
            let in_article = page.doc.select("article h1, main h1").exists();
            // To machines and to other sites it says the same, and in more words than a section has.
            let agree = |one: &str, other: &str| {
                let of = |origin: &str| said.iter().find(|said| said.origin == origin);
                of(one).zip(of(other)).is_some_and(|(one, other)| {
                    letters(&other.value).contains(&letters(&one.value)) && words(&one.value).nth(3).is_some()
                })
            };
            agree("JSON-LD", "og:title")
                || !in_article && matches!(&*said, [one, .., other] if alike(&one.value, &other.value))
        };
        let is_first = said.first().is_none_or(|said| shares_words(heading, &said.value));
        let is_any = || said.iter().any(|said| shares_words(heading, &said.value));
        let has_words = words(heading).next().is_some();
        has_words && logo.is_none() && (is_first || !are_agreed() && (!is_short || is_any()))
    };
    let Some(heading) = heading.filter(is_title) else { return said.into_iter().next() };
    let shown = letters(&heading);
    let same = said.iter().find(|said| letters(&said.value) == shown);
    let within = || {
        said.iter().find(|said| {
            let said = letters(&said.value);
            said.len() * 2 > shown.len() && shown.contains(&said)
        })
    };
    let chosen = same.or_else(within).cloned();
    chosen.or(Some(Found { value: heading, origin: "<h1>" }))
}

/// Whether a heading is the outlet's name: what `<title>` has before or behind a longer title.
fn is_outlet(heading: &str, outlet: Option<&Found>, title: &str) -> bool {
    let heading = letters(heading);
    let is_name = outlet.is_some_and(|outlet| {
        let outlet = letters(&outlet.value);
        // Some have the site's address, or half of its name.
        outlet == heading || outlet.contains(&heading) && heading.len() * 2 >= outlet.len()
    });
    is_name
        || TITLE_MARKS.iter().any(|mark| {
            let last = title.rsplit_once(mark).map(|(before, after)| (after, before));
            let parts = [last, title.split_once(mark)].into_iter().flatten();
            parts.into_iter().any(|(part, rest)| letters(part) == heading && rest.len() > part.len())
        })
}

/// Whether two titles have a word of some length in common; of one that has none the whole has to stand in the other.
fn shares_words(one: &str, other: &str) -> bool {
    // Titles in a script without blanks say nothing by this.
    if one.contains(|c| c >= '\u{3000}') {
        return true;
    }
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let mut long = words(&one).filter(|word| word.chars().count() > 3).peekable();
    if long.peek().is_none() {
        return letters(&other).contains(&letters(&one));
    }
    let other: HashSet<&str> = words(&other).collect();
    long.any(|word| other.contains(word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The title in `<title>` without the name of the outlet that stands behind it or before it.
fn without_outlet<'t>(title: &'t str, outlet: Option<&str>) -> &'t str {
    let title = title.trim();
    let parts = |mark: &str| title.rsplit_once(mark).into_iter().chain(title.split_once(mark));
    for (before, after) in TITLE_MARKS.iter().flat_map(|mark| parts(mark).collect::<Vec<_>>()) {
        let is_outlet = |part: &str| {
            let part = letters(part);
            outlet
                .map(letters)
                .is_some_and(|outlet| !part.is_empty() && (outlet.contains(&part) || part.contains(&outlet)))
        };
        if is_outlet(after) {
            return before.trim();
        }
        if is_outlet(before) {
            return after.trim();
        }
    }
    // Nobody says what the outlet is called: a bar sets nothing else apart.
    let bar =
        title.rsplit_once(" | ").filter(|(before, after)| before.len() > after.len() && outlet.is_none());
    bar.map_or(title, |(before, _)| before.trim())
}

/// The language. What `<html>` says stands in the template of a site and may be wrong; what the words leave no doubt of is right.
fn page_language(page: &Readability, ld: &Described, metas: &Metas) -> Option<Found> {
    let html = page.doc.select("html").first();
    let own = html.attr("lang").or_else(|| html.attr("xml:lang"));
    let said = first(
        [(own.as_deref(), "<html lang>"), (ld.language.as_deref(), "JSON-LD")]
            .into_iter()
            .chain(metas.get(&LANGUAGES)),
        language,
    )?;
    let words =
        page.doc.select("p").iter().take(60).map(|words| words.text().to_string()).collect::<Vec<_>>();
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let is_other = guess(&words.join(" ")).is_some_and(|guessed| guessed != primary(&said.value));
    (!is_other).then_some(said)
}

/// Where it stands. That of a start page is nobody's article, if another is named.
fn address(page: &Readability, ld: &Described, metas: &Metas, html: &str) -> Option<Found> {
    let canonical = page.doc.select("link[rel~='canonical']").first().attr("href");
    let saved = saved::address(html);
    let og = metas.get(&["og:url"]).next().and_then(|(value, _)| value);
    let candidates = [
        (canonical.as_deref(), "<link rel=canonical>"),
        (og, "og:url"),
        (ld.address.as_deref(), "JSON-LD"),
        (saved.as_deref(), "the program that saved it"),
    ];
    let deep = |address: &str| {
        let address = web_address(address)?;
        let path = address.splitn(4, '/').nth(3).unwrap_or_default();
        (!path.is_empty() && !path.starts_with('#')).then_some(address)
    };
    first(candidates, deep).or_else(|| first(candidates, web_address))
}

/// The day it came out.
fn published(page: &Readability, ld: &Described, metas: &Metas, heading: Option<&str>) -> Option<Found> {
    let said = first([(ld.published.as_deref(), "JSON-LD")].into_iter().chain(metas.get(&DATES)), day);
    said.or_else(|| published::shown(page, heading))
}

/// Who wrote it: somebody else than the outlet and the company that has it.
fn author(page: &Readability, ld: &Described, metas: &Metas, outlet: Option<&Found>) -> Option<Found> {
    let outlet = outlet.map(|outlet| letters(&outlet.value));
    let is_author = |name: &String| {
        let is_company = name
            .split(|c: char| c.is_whitespace() || c == ',')
            .any(|word| COMPANIES.contains(&word.trim_end_matches('.')));
        !is_company && outlet.as_ref().is_none_or(|outlet| *outlet != letters(name))
    };
    let several = ld.authors.iter().filter_map(|author| line(&plain(author))).filter(is_author);
    let several = several.collect::<Vec<_>>().join(", ");
    let marked =
        page.doc.select("[itemprop='author'] [itemprop='name'], [itemprop='author'], [rel~='author']");
    let marked = marked.first().text();
    let candidates = [(Some(several.as_str()), "JSON-LD")]
        .into_iter()
        .chain(metas.get(&AUTHORS))
        .chain([(Some(&*marked), "rel=author")]);
    // Some give the address of a profile.
    let is_name = |name: &String| !name.contains("://") && name.len() <= 200 && is_author(name);
    first(candidates, |text| people(&plain(text)).filter(is_name))
}

/// A text that was written as HTML, as some write it where it is none: `Br&uuml;cke`.
fn plain(text: &str) -> String {
    if text.contains('&') && text.contains(';') || text.contains("</") {
        return Readability::from(text).doc.text().to_string();
    }
    text.to_owned()
}
