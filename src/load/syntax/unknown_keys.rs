//! Keys that no table asked for: misspelt, or caught under the wrong table, which is how TOML reads every line that
//! follows a `[table]`.

use toml::de::DeTable;

use crate::dossier::Ref;
use crate::load::format::HEAD;
use crate::load::read::header;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::report::{ProblemText, Report, UnknownKey};
use crate::load::syntax::keys::{meant_key, table_with, tables_with, text_by_language};
use crate::load::syntax::suggest::nearest;
use crate::load::syntax::table_kinds::{A_STOP, table_kinds};
use crate::load::syntax::tables::Tables;

/// A table above a key.
struct Above<'t> {
    at: Span,
    what: &'static str,
    item: Option<&'t Ref>,
    keys: Option<&'t DeTable<'t>>,
}

/// Says of each what is wrong with it, once all tables are read. `article` is a place in `[article]`, `keys` what is written there.
pub(crate) fn report(article: Span, keys: Option<&DeTable<'_>>, tables: &Tables<'_>, report: &mut Report) {
    let unknown = report.take_unknown_keys();
    if unknown.is_empty() {
        return;
    }
    // Where tables are opened, to find the one above.
    let all = tables.all().map(|entry| {
        let (what, item, keys) = (entry.what(), entry.item(), Some(entry.keys()));
        Above { at: entry.at(), what, item, keys }
    });
    let mut openings: Vec<Above<'_>> = all.collect();
    let stops = tables.stops().iter();
    openings.extend(stops.map(|stop| Above {
        at: stop.at,
        what: A_STOP,
        item: None,
        keys: Some(stop.keys()),
    }));
    openings.push(Above { at: article, what: header::ARTICLE, item: None, keys });
    openings.sort_unstable_by_key(|above| above.at);
    let untabled = untabled(article, &unknown);
    if let Some((word, first)) = &untabled {
        let message = ProblemText::ending_in(
            format!("{} stands inside {}", quoted(&first.name), header::ARTICLE),
            ", opened in",
            first.table,
        );
        report.add(
            Rule::KeyMisplaced,
            first.at,
            None,
            message,
            format!("write [[{word}]] in the line above"),
        );
    }
    for key in &unknown {
        if untabled.is_some() && key.table == article {
            continue;
        }
        let above = openings[..openings.partition_point(|above| above.at < key.table)].last();
        let above = above.filter(|above| above.at.file == key.table.file);
        let item = key.item.as_ref();
        if let Some((place, hint, belongs_to)) = misplaced(key, above, report) {
            take_back(&key.name, belongs_to, report);
            let message = format!("{} stands inside {place}", quoted(&key.name));
            let message = ProblemText::ending_in(message, ", opened in", key.table);
            report.add(Rule::KeyMisplaced, key.at, item, message, hint);
        } else {
            if let Some((text, tag)) = text_by_language(key.what, &key.name) {
                take_back(text, (key.table, key.what, key.item.as_ref()), report);
                forget_languages(key, report);
                let message = format!("{} has no key {}", key.what, quoted(&key.name));
                report.add(Rule::KeyUnknown, key.at, item, message, format!("write {text}.{tag}"));
                continue;
            }
            let meant =
                meant_key(key.what, &key.name).or_else(|| nearest(&key.name, key.known.iter().copied()));
            if meant.is_none()
                && let Some((message, hint)) = elsewhere(key)
            {
                report.add(Rule::KeyMisplaced, key.at, item, message, hint);
                continue;
            }
            let hint = match meant {
                Some(meant) => format!("did you mean \"{meant}\"?"),
                None => format!("its keys are {}", key.known.join(", ")),
            };
            if let Some(meant) = meant {
                forget_languages(key, report);
                take_back(meant, (key.table, key.what, key.item.as_ref()), report);
            }
            let message = format!("{} has no key {}", key.what, quoted(&key.name));
            report.add(Rule::KeyUnknown, key.at, item, message, hint);
        }
    }
}

/// The unknown keys of the article, where they are those of a table with an id: its opening is missing. The table, and the first
/// of the keys.
fn untabled(article: Span, unknown: &[UnknownKey]) -> Option<(&'static str, &UnknownKey)> {
    let keys = || unknown.iter().filter(|key| key.table == article);
    let names: Vec<&str> = keys().map(|key| key.name.as_str()).collect();
    if names.len() < 3 || !names.contains(&"id") {
        return None;
    }
    Some((table_with(&names, "")?, keys().min_by_key(|key| key.at)?))
}

/// A table: where it is opened, what reports call it, and what it makes.
type Of<'k> = (Span, &'k str, Option<&'k Ref>);

/// The table a key is caught under, what to do, and the table it belongs to, if that is known.
fn misplaced<'k>(
    key: &UnknownKey,
    above: Option<&Above<'k>>,
    report: &Report,
) -> Option<(String, String, Of<'k>)> {
    let place = brackets(key.what)?;
    if header::KEYS.contains(&key.name.as_str()) {
        let hint = "it belongs to the head of dossier.toml: move it there, above the first [table]";
        return Some((place, hint.to_owned(), (Span::start_of(0), HEAD.what, None)));
    }
    let has = |above: &&Above<'_>| above.keys.is_some_and(|keys| keys.contains_key(key.name.as_str()));
    let above = above.filter(|above| report.keys_of(above.what).contains(&key.name.as_str()))?;
    // It has one already, and this is another table's own.
    if has(&above) && (above.what == header::ARTICLE || meant_key(key.what, &key.name).is_some()) {
        return None;
    }
    let hint = format!("it is a key of the {} above: move it up there", brackets(above.what)?);
    Some((place, hint, (above.at, above.what, above.item)))
}

/// What to say of a key that is none of its table's, and of a few others.
fn elsewhere(key: &UnknownKey) -> Option<(ProblemText, String)> {
    const FEW: usize = 3;
    let tables = tables_with(&key.name);
    if tables.is_empty() || tables.len() > FEW {
        return None;
    }
    let place = brackets(key.what).unwrap_or_else(|| key.what.to_owned());
    let message = format!("{} stands inside {place}", quoted(&key.name));
    let message = match brackets(key.what) {
        Some(_) => ProblemText::ending_in(message, ", opened in", key.table),
        None => message.into(),
    };
    let tables = tables.join(" and of ");
    Some((message, format!("it is a key of {tables}: move it there, or remove it")))
}

/// Does not compare the languages of the other texts beside a key: what is missing there may stand under it.
fn forget_languages(key: &UnknownKey, report: &mut Report) {
    report.texts.retain(|other| other.item != key.item || other.at.file != key.at.file);
}

/// Takes back what was only reported of a table because this key of it was not found.
fn take_back(key: &str, (at, what, item): Of<'_>, report: &mut Report) {
    report.take_back(Rule::KeyMissing, at, None, Some(&format!("{what} lacks \"{key}\"")));
    match key {
        "sources" => {
            report.take_back(Rule::EvidenceMissing, at, None, None);
            report.take_back(Rule::AssessmentUnsupported, at, item, None);
        }
        "anchors" => {
            report.take_back(Rule::EvidenceMissing, at, None, None);
            for rule in [Rule::HedgeLost, Rule::AttributionLost] {
                report.take_back(rule, at, item, None);
            }
        }
        "id" => report.take_back(Rule::IdMissing, at, None, None),
        "role" => report.take_back(Rule::EvidenceWithoutRole, at, item, None),
        _ => {}
    }
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
