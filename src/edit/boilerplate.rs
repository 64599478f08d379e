//! Lines of the article that are not its own: the list of them in `[article]`, and what they take with them.

use std::ops::Range;

use foldhash::HashSet;

use crate::dossier::anchor::fold;
use crate::dossier::{Article, Dossier};
use crate::load::{DOSSIER, basic_string};

use super::change::{Change, Step};
use super::files::DossierFiles;
use super::insert::{into_items, new_key};
use super::layout::{Entry, Form, Items, Table};
use super::meaning::{Act, Meaning, Part};
use super::place::Placed;
use super::refused::{Misfit, Refused};
use super::text::{indent, line_end, line_start};

/// The key of the list.
pub(super) const BOILERPLATE: &str = "boilerplate";

/// The table that has it.
const ARTICLE: &str = "article";

/// Where lines go in the list, which is made if there is none.
pub(super) fn place_lines(files: &DossierFiles, lines: &[String]) -> Result<Placed, Refused> {
    let file = files.0.first().ok_or(Refused::NoDossier)?;
    let no_room = |(why, at): (Misfit, Range<usize>)| Refused::NoRoom {
        key: BOILERPLATE.to_owned(),
        at: file.location(&at),
        why,
    };
    let text = &file.text;
    let Some(Entry::Table(article)) = file.root.get(ARTICLE) else { return Err(Refused::NoDossier) };
    let written: Vec<String> = lines.iter().map(|line| basic_string(line)).collect();
    let pieces = match article.get(BOILERPLATE) {
        None => new_key(text, article, BOILERPLATE, &list(text, article, &written))
            .map_err(|at| no_room((Misfit::Split, at)))?,
        Some(Entry::Array(array)) => {
            into_items(text, &array.items, &written.join(&between(text, &array.items)))
        }
        Some(other) => return Err(no_room((Misfit::NotAList, other.span()))),
    };
    let path = [ARTICLE, BOILERPLATE].map(|key| Part::Key(key.to_owned())).into();
    let acts = lines.iter().map(|line| Act::Push(Meaning::Text(line.clone()))).collect();
    Ok(Placed { file: 0, pieces, path, acts })
}

/// A new list: a line each, where the table has a line for each key.
fn list(text: &str, article: &Table, written: &[String]) -> String {
    let Form::Lines { header: Some(header), .. } = &article.form else {
        return format!("[{}]", written.join(", "));
    };
    let (ending, blanks) = (line_end(text, header.end), indent(text, header.start));
    let lines: Vec<String> = written.iter().map(|line| format!("{blanks}  {line},{ending}")).collect();
    format!("[{ending}{}{blanks}]", lines.concat())
}

/// What stands between two elements of the list that there is.
fn between(text: &str, items: &Items) -> String {
    if let Some(last) = &items.last {
        let blanks = indent(text, last.start);
        let line = line_start(text, last.start);
        if line > items.span.start && line + blanks.len() == last.start {
            return format!(",{}{blanks}", line_end(text, last.start));
        }
    }
    ", ".to_owned()
}

/// The lines that a change takes out of the article, as they are compared.
fn taken_out(change: &Change) -> HashSet<String> {
    let lines = change.steps.iter().filter_map(|step| match step {
        Step::Boilerplate(lines) => Some(lines),
        _ => None,
    });
    lines.flatten().map(|line| fold(line)).collect()
}

/// Whether the article has the lines that are to go.
///
/// # Errors
///
/// Fails if one of them is not shown.
pub(super) fn lines_stand(article: &Article, change: &Change) -> Result<(), Refused> {
    let mut lines = taken_out(change);
    if lines.is_empty() {
        return Ok(());
    }
    for block in article.text_blocks() {
        lines.remove(&fold(&article.text[block.range.clone()]));
    }
    if lines.is_empty() { Ok(()) } else { Err(Refused::WordsGone) }
}

/// Whether the lines that were to go are gone.
///
/// # Errors
///
/// Fails if one of them is still shown.
pub(super) fn lines_are_out(article: &Article, change: &Change) -> Result<(), Refused> {
    let lines = taken_out(change);
    let mut shown = article.text_blocks().map(|block| fold(&article.text[block.range.clone()]));
    if !lines.is_empty() && shown.any(|line| lines.contains(&line)) {
        return Err(Refused::WouldChange { what: DOSSIER.to_owned(), at: None });
    }
    Ok(())
}

/// The stretches of the article that a change takes out of it, in order.
pub(super) fn stretches(before: &Dossier, change: &Change) -> Vec<Range<usize>> {
    let lines = taken_out(change);
    if lines.is_empty() {
        return Vec::new();
    }
    let article = &before.article;
    let blocks = article.text_blocks().map(|block| block.range.clone());
    blocks.filter(|range| lines.contains(&fold(&article.text[range.clone()]))).collect()
}
