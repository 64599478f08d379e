//! Keys that no table asked for: misspelt, or caught under the wrong table, which is how TOML reads every line that
//! follows a `[table]`.

use crate::load::read::header;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::report::{ProblemText, Report, UnknownKey};
use crate::load::syntax::suggest::suggest;
use crate::load::syntax::tables::{A_STOP, Tables, table_kinds};

/// Says of each what is wrong with it, once all tables are read. `article` is a place in `[article]`.
pub(crate) fn report(article: Span, tables: &Tables<'_>, report: &mut Report) {
    let unknown = report.take_unknown_keys();
    if unknown.is_empty() {
        return;
    }
    // Where tables are opened, to find the one above.
    let mut openings: Vec<(Span, &str)> = tables.all().map(|entry| (entry.at(), entry.what())).collect();
    openings.extend(tables.stops().iter().map(|stop| (stop.at, A_STOP)));
    openings.push((article, header::ARTICLE));
    openings.sort_unstable();
    for key in unknown {
        let above = openings[..openings.partition_point(|(at, _)| *at < key.table)].last();
        let above = above.filter(|(at, _)| at.file == key.table.file).map(|(_, what)| *what);
        let item = key.item.as_ref();
        if let Some((place, hint)) = misplaced(&key, above, report) {
            let message = format!("{} stands inside {place}", quoted(&key.name));
            let message = ProblemText::ending_in(message, ", opened in", key.table);
            report.add(Rule::KeyMisplaced, key.at, item, message, hint);
        } else {
            let known = || key.known.iter().copied();
            let otherwise = || format!("its keys are {}", key.known.join(", "));
            let hint = suggest(&key.name, known(), otherwise);
            let message = format!("{} has no key {}", key.what, quoted(&key.name));
            report.add(Rule::KeyUnknown, key.at, item, message, hint);
        }
    }
}

/// The table a key is caught under, and where it belongs, if that is known.
fn misplaced(key: &UnknownKey, above: Option<&str>, report: &Report) -> Option<(String, String)> {
    let place = brackets(key.what)?;
    if header::KEYS.contains(&key.name.as_str()) {
        let hint = "it belongs to the head of dossier.toml: move it there, above the first [table]";
        return Some((place, hint.to_owned()));
    }
    let above = above.filter(|above| report.keys_of(above).contains(&key.name.as_str()))?;
    let hint = format!("it is a key of the {} above: move it up there", brackets(above)?);
    Some((place, hint))
}

/// How the table is opened, which reports call so.
fn brackets(what: &str) -> Option<String> {
    if what == header::ARTICLE {
        return Some(what.to_owned());
    }
    if what == A_STOP {
        return Some("[[stop]]".to_owned());
    }
    table_kinds().find(|kind| kind.what == what).map(|kind| format!("[[{}]]", kind.word))
}
