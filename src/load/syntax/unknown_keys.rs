//! Keys that no table asked for: misspelt, or caught under the wrong table, which is how TOML reads every line that
//! follows a `[table]`.

use crate::load::read::header;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::At;
use crate::load::report::{Message, Report, Stray};
use crate::load::syntax::suggest::suggestion;
use crate::load::syntax::tables::{A_STOP, KINDS, Tables};

/// Says of each what is wrong with it, once all tables are read. `article` is a place in `[article]`.
pub(crate) fn report(article: At, tables: &Tables<'_>, report: &mut Report) {
    let strays = report.take_strays();
    if strays.is_empty() {
        return;
    }
    // Where tables are opened, to find the one above.
    let mut openings: Vec<(At, &str)> = tables.all().map(|entry| (entry.at(), entry.what())).collect();
    openings.extend(tables.stops().iter().map(|stop| (stop.at, A_STOP)));
    openings.push((article, header::ARTICLE));
    openings.sort_unstable();
    for stray in strays {
        let above = openings[..openings.partition_point(|(at, _)| *at < stray.table)].last();
        let above = above.filter(|(at, _)| at.file == stray.table.file).map(|(_, what)| *what);
        let item = stray.item.as_ref();
        if let Some((place, hint)) = misplaced(&stray, above, report) {
            let message = format!("{} stands inside {place}", quoted(&stray.name));
            let message = Message::ending_in(message, ", opened in", stray.table);
            report.add(Rule::KeyMisplaced, stray.at, item, message, hint);
        } else {
            let known = || stray.known.iter().copied();
            let otherwise = || format!("its keys are {}", stray.known.join(", "));
            let hint = suggestion(&stray.name, known(), otherwise);
            let message = format!("{} has no key {}", stray.what, quoted(&stray.name));
            report.add(Rule::KeyUnknown, stray.at, item, message, hint);
        }
    }
}

/// The table a key is caught under, and where it belongs, if that can be told.
fn misplaced(stray: &Stray, above: Option<&str>, report: &Report) -> Option<(String, String)> {
    let place = brackets(stray.what)?;
    if header::KEYS.contains(&stray.name.as_str()) {
        let hint = "it belongs to the head of dossier.toml: move it there, above the first [table]";
        return Some((place, hint.to_owned()));
    }
    let above = above.filter(|above| report.keys_of(above).contains(&stray.name.as_str()))?;
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
    KINDS.iter().find(|kind| kind.what == what).map(|kind| format!("[[{}]]", kind.word))
}
