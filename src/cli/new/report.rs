//! What is said of a dossier that was made: what is known and from where, what was done to the words, what to do next.

use std::fmt::Write as _;

use crate::intake::{Article, DossierFile, Form, Language};
use crate::load::quoted;

/// An actor's dossier, and how many of its actors the article names.
pub(super) type Known = (String, usize);

/// The report. `shown` is the folder as it is written on the command line.
pub(super) fn report(shown: &str, article: &Article, head: &DossierFile, liked: &[Known]) -> String {
    let mut out = format!("made {shown}: the dossier of \"{}\"\n", head.title);
    let mut line = |text: String| {
        let _ = writeln!(out, "{text}");
    };
    line(language(&head.language));
    if article.form != Form::Text {
        line(metadata(article));
    }
    if article.metadata.is_partial {
        line(format!(
            "the page says that not all of it is for everybody: see whether {} has all that you can read",
            article.name
        ));
    }
    for change in changes(article) {
        line(change);
    }
    if !article.leftovers.is_empty() {
        line(leftovers(article));
    }
    for (id, count) in liked {
        line(match count {
            0 => format!("no actor of {id} is named in it"),
            1 => format!("1 actor of {id} is named in it, and will be suggested first"),
            count => format!("{count} actors of {id} are named in it, and will be suggested first"),
        });
    }
    if article.loaded.tally.errors + article.loaded.tally.warnings > 0 {
        line("something is wrong with the article: fundstelle check lists it".to_owned());
    }
    line(format!("read it with: fundstelle {shown}"));
    line(
        "there S goes through suggestions, V marks words of the article, and E opens dossier.toml in your editor, where comments \
         say what can be filled in"
            .to_owned(),
    );
    out
}

fn language(language: &Language) -> String {
    match language {
        Language::Asked(tag) => format!("its language is {}", tag.tag()),
        Language::Said(tag, origin) => format!("its language is {}, as {origin} says", tag.tag()),
        Language::Words(tag) => format!("its language is {}, judging by its words", tag.tag()),
        Language::Unknown => {
            "its language is not known: write it into dossier.toml, or begin again with --language".to_owned()
        }
    }
}

/// What is known beside the words, and what is not.
fn metadata(article: &Article) -> String {
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
    let known: Vec<String> = known.collect();
    let missing: Vec<&str> =
        facts.iter().filter(|(_, found)| found.is_none()).map(|(what, _)| *what).collect();
    match (known.is_empty(), missing.is_empty()) {
        (true, _) => "it says neither outlet, address, day nor author: write into dossier.toml what you know"
            .to_owned(),
        (false, true) => format!("found: {}", known.join("; ")),
        (false, false) => format!("found: {}; not found: {}", known.join("; "), missing.join(", ")),
    }
}

/// What was done to the words.
fn changes(article: &Article) -> Vec<String> {
    /// More words are not named.
    const NAMED: usize = 8;
    let mut lines = Vec::new();
    match article.changes.invisible {
        0 => {}
        1 => lines.push("1 character that nobody sees was removed".to_owned()),
        count => {
            lines.push(format!("{count} characters that nobody sees were removed, such as soft hyphens"));
        }
    }
    if article.changes.unreadable > 0 {
        lines.push(format!(
            "characters that cannot be read stand as \u{fffd} in {} ({} of them): it was not written in the encoding that it names, or \
             was damaged before; compare it with the page",
            article.name, article.changes.unreadable
        ));
    }
    if let Some(joined) = &article.changes.joined {
        lines.push(format!(
            "its lines were broken at {} columns, and are joined to paragraphs: {} line ends; --keep-lines leaves them",
            joined.width, joined.lines
        ));
        if !joined.hyphens.is_empty() {
            let named: Vec<String> = joined.hyphens.iter().take(NAMED).map(|words| quoted(words)).collect();
            let more = joined.hyphens.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            lines.push(format!(
                "at {} of them stood a hyphen that may belong to the word or not; correct in {}: {}{more}",
                joined.hyphens.len(),
                article.name,
                named.join(", "),
            ));
        }
    }
    lines
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
        "{look} like a page's and not the article's: {}{more}; S asks about them first, and nothing is left out before",
        named.join(", ")
    )
}
