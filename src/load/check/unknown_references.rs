//! What is said of names that nothing in the dossier has, once all of it is read.

use foldhash::{HashMap, HashSet};

use crate::dossier::{Id, Kind, Parts};
use crate::load::check::ignored_files::IgnoredFile;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::ids::Ids;
use crate::load::syntax::lookalikes;

/// Reports each name once. One whose thing may stand in a file that is not read has none: that file has its own report, as one
/// that is missed.
pub(crate) fn report(ids: &Ids, parts: &Parts, ignored: &mut [IgnoredFile], report: &mut Report) {
    let unknown = report.take_unknown_references();
    if unknown.is_empty() {
        return;
    }
    for file in &mut *ignored {
        file.is_missed = unknown.iter().any(|reference| file.may_have(reference.word, &reference.name));
    }
    let may_be_aside = |word: &'static str, name: &str| ignored.iter().any(|file| file.may_have(word, name));
    let mut missing: HashMap<&str, usize> = HashMap::default();
    for reference in &unknown {
        if !may_be_aside(reference.word, &reference.name) {
            *missing.entry(reference.word).or_default() += 1;
        }
    }
    for reference in unknown {
        let (word, name) = (reference.word, &*reference.name);
        if may_be_aside(word, name) {
            continue;
        }
        // Of two missing names nobody knows which is meant for it.
        let idle = idle(word, ids, parts).filter(|_| missing.get(word) == Some(&1));
        let idle = idle.as_ref().map(Id::as_str);
        let meant = ids.meant(word, name, report).map(str::to_owned);
        let hint = reference.hint.unwrap_or_else(|| ids.did_you_mean(word, name, idle, report));
        if let Some(meant) = meant.as_deref().or(idle) {
            report.add_unread_name(meant);
        }
        for meant in ids.all_called(word, name) {
            report.add_unread_name(meant.as_str());
        }
        let places = match reference.more {
            0 => String::new(),
            1 => " (here and in one more place)".to_owned(),
            more => format!(" (here and in {more} more places)"),
        };
        let message = format!("no {word} is called {}{places}", quoted(&lookalikes::shown(name)));
        report.add(Rule::ReferenceUnknown, reference.at, reference.item.as_ref(), message, hint);
    }
}

/// The only thing of this kind that nothing refers to, where each should be referred to.
fn idle(word: &str, ids: &Ids, parts: &Parts) -> Option<Id> {
    let used: HashSet<&Id> = match word {
        "source" => parts.named(Kind::Source).collect(),
        "series" => parts.observations.iter().map(|observation| &observation.series).collect(),
        "place" => parts.observations.iter().filter_map(|observation| observation.place.as_ref()).collect(),
        _ => return None,
    };
    let mut idle = ids.of_kind(word).iter().filter(|id| !used.contains(id));
    idle.next().filter(|_| idle.next().is_none()).cloned()
}
