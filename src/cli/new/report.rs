//! What is said of a dossier that was made: what is known and from where, what was done to the words, what to do next.

use std::fmt::Write as _;

use crate::cli::wrapped::wrapped;
use crate::intake::{Article, DossierFile, Form, Language};
#[cfg(feature = "html")]
use crate::intake::{Articles, Taken};
use crate::load::quoted;

/// What the article names of another dossier.
pub(super) struct Known {
    /// The id of that dossier.
    pub(super) dossier: String,
    /// How many of its actors, those not counted that another one has, too.
    pub(super) new: usize,
    /// How many of these there are.
    pub(super) there: usize,
}

/// The report. `shown` is the folder as it is written on the command line.
pub(super) fn report(shown: &str, article: &Article, head: &DossierFile, liked: &[Known]) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        let _ = writeln!(out, "{}", wrapped(&text));
    };
    line(format!("made {shown}: the dossier of \"{}\"", head.title));
    line(language(&head.language));
    if article.form != Form::Text {
        metadata(article).into_iter().for_each(&mut line);
    }
    if article.metadata.is_partial {
        line(partial(article));
    }
    for change in changes(article) {
        line(change);
    }
    if !article.leftovers.is_empty() {
        line(leftovers(article));
    }
    for known in liked {
        line(of_known(known));
    }
    if article.loaded.tally.errors + article.loaded.tally.warnings > 0 {
        line(format!("something is wrong with the article: fundstelle check {shown} lists it"));
    }
    line(format!("to read it: fundstelle {shown}"));
    line("press S there to go through the suggestions, V to mark words of the article, and E to open dossier.toml in your editor; the comments in \
          it say what you can fill in".to_owned());
    out
}

fn language(language: &Language) -> String {
    match language {
        Language::Asked(tag) => format!("its language is {}", tag.tag()),
        Language::Said(tag, origin) => format!("its language is {}, as {origin} says", tag.tag()),
        Language::Words(tag) => format!("its language is {}, judging by its words", tag.tag()),
        Language::Unknown => {
            "its language is not known: write it into dossier.toml, or start again with --language".to_owned()
        }
    }
}

/// What is known beside the words, and what is not.
fn metadata(article: &Article) -> Vec<String> {
    let metadata = &article.metadata;
    let facts = [
        ("outlet", &metadata.outlet),
        ("address", &metadata.address),
        ("published", &metadata.published),
        ("author", &metadata.author),
    ];
    let known = facts.iter().filter_map(|(what, found)| {
        let found = found.as_ref()?;
        Some(format!("{what} {} ({})", found.value, found.origin))
    });
    let mut lines: Vec<String> = known.collect();
    let missing: Vec<&str> =
        facts.iter().filter(|(_, found)| found.is_none()).map(|(what, _)| *what).collect();
    if lines.is_empty() {
        lines.push(
            "no outlet, address, date or author found: write what you know into dossier.toml".to_owned(),
        );
    } else if !missing.is_empty() {
        lines.push(format!("not found: {}", missing.join(", ")));
    }
    lines
}

/// Where an article ends of which the page keeps something back.
fn partial(article: &Article) -> String {
    const WORDS: usize = 8;
    let lines = article.loaded.dossier.article.text.lines().rev().map(str::trim);
    let last = lines
        .filter(|line| !line.is_empty())
        .find(|line| !article.leftovers.iter().any(|leftover| leftover == line));
    let words: Vec<&str> = last.unwrap_or_default().split_whitespace().collect();
    let ending = words[words.len().saturating_sub(WORDS)..].join(" ");
    format!(
        "the page says that part of the article is for subscribers only; {} ends with {}: check that this is all you can read",
        article.name,
        quoted(&ending)
    )
}

/// How many actors of a dossier are named.
fn of_known(known: &Known) -> String {
    let Known { dossier, new, there } = known;
    let actors = |count: usize| if count == 1 { "1 actor".to_owned() } else { format!("{count} actors") };
    let is_are = |count: usize| if count == 1 { "is" } else { "are" };
    match (new, there) {
        (0, 0) => format!("no actor of {dossier} is named in it"),
        (0, there) => {
            format!(
                "{} of {dossier} {} named in it, known from another dossier already",
                actors(*there),
                is_are(*there)
            )
        }
        (new, there) => {
            let beside = if *there == 0 {
                String::new()
            } else {
                format!(" ({there} more {} known from another dossier already)", is_are(*there))
            };
            format!(
                "{} of {dossier} {} named in it, and will be suggested first{beside}",
                actors(*new),
                is_are(*new)
            )
        }
    }
}

/// What was done to the words.
fn changes(article: &Article) -> Vec<String> {
    /// More words are not named.
    const NAMED: usize = 8;
    let mut lines = Vec::new();
    match article.changes.invisible {
        0 => {}
        1 => lines.push("removed 1 invisible character".to_owned()),
        count => lines.push(format!("removed {count} invisible characters, such as soft hyphens")),
    }
    if article.changes.unreadable > 0 {
        lines.push(format!(
            "{} contains \u{fffd} in place of {} unreadable characters: the file was not in the encoding that it names, or was damaged \
             before; compare it with the original",
            article.name, article.changes.unreadable
        ));
    }
    if let Some(joined) = &article.changes.joined {
        lines.push(format!(
            "its lines were broken at {} columns; they were joined into paragraphs ({} line ends; --keep-lines keeps them)",
            joined.width, joined.lines
        ));
        if !joined.hyphens.is_empty() {
            let named: Vec<String> = joined.hyphens.iter().take(NAMED).map(|words| quoted(words)).collect();
            let more = joined.hyphens.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            lines.push(format!(
                "at {} of them, a hyphen may or may not belong to the word: {}{more}; correct them in {}",
                joined.hyphens.len(),
                named.join(", "),
                article.name,
            ));
        }
    }
    for fault in article.changes.head.iter().take(NAMED) {
        let key = if fault.key.is_empty() { String::new() } else { format!(" ({})", fault.key) };
        lines.push(format!("line {} of its head{key} is left out: {}", fault.line, fault.why));
    }
    if article.changes.head.len() > NAMED {
        lines.push(format!("so are {} more lines of its head", article.changes.head.len() - NAMED));
    }
    #[cfg(feature = "html")]
    lines.extend(article.changes.articles.as_ref().map(|several| articles(several, &article.name)));
    lines
}

/// Which of a page's articles were taken.
#[cfg(feature = "html")]
fn articles(several: &Articles, name: &str) -> String {
    let count = several.count;
    match &several.taken {
        Taken::Titled => {
            format!("the page has {count} articles; only the one with the page's title was taken")
        }
        Taken::One(beginning) => {
            format!(
                "the page has {count} articles; only the one that begins with {} was taken",
                quoted(beginning)
            )
        }
        Taken::Several(0) => format!("the page has {count} articles; check which of them is in {name}"),
        Taken::Several(taken) if *taken == count => {
            format!(
                "the page has {count} articles, and all of them are in {name}: delete those that you do not want"
            )
        }
        Taken::Several(taken) => {
            format!(
                "the page has {count} articles, and {taken} of them are in {name}: delete those that you do not want"
            )
        }
    }
}

/// The lines that look like a page's own.
fn leftovers(article: &Article) -> String {
    /// More are shown there.
    const NAMED: usize = 3;
    let count = article.leftovers.len();
    let shortened = |text: &String| {
        let short: String = text.chars().take(40).collect();
        if short.len() < text.len() { quoted(&format!("{short}...")) } else { quoted(text) }
    };
    let named: Vec<String> = article.leftovers.iter().take(NAMED).map(shortened).collect();
    let more = if count > NAMED { " and others" } else { "" };
    let look = if count == 1 { "1 line looks" } else { &format!("{count} lines look") };
    format!(
        "{look} like the page's and not the article's: {}{more}; S asks about them first, and until then nothing is left out",
        named.join(", ")
    )
}
