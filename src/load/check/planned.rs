//! What is planned and what is there already can be shown side by side only if they are measured alike, and only one with one.

use foldhash::HashMap;

use crate::dossier::{Id, Kind, Parts, Ref, Series};
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::ids::Ids;

/// Reports a series that is planned for one that does not compare with it, and leaves that reference out: side by side they
/// would be compared.
pub(super) fn unlike_series(parts: &mut Parts, ids: &Ids, report: &mut Report) {
    let places: HashMap<&Id, usize> =
        parts.series.iter().zip(0..).map(|(series, place)| (&series.id, place)).collect();
    let unlike: Vec<(usize, &str)> = parts
        .series
        .iter()
        .enumerate()
        .filter_map(|(place, series)| {
            let other = series.planned_for.as_ref().and_then(|other| places.get(other))?;
            Some((place, difference(series, &parts.series[*other])?))
        })
        .collect();
    for (place, difference) in unlike {
        let series = &mut parts.series[place];
        let Some(other) = series.planned_for.take() else { continue };
        let of = Ref::new(Kind::Series, &series.id);
        let Some(at) = ids.at(Kind::Series.word(), &series.id) else { continue };
        let message = format!(
            "{} cannot be planned for {}, which {difference}",
            quoted(series.id.as_str()),
            quoted(other.as_str())
        );
        let hint =
            "name the series of the same publisher and unit that says what is there already, or leave it out";
        report.add(Rule::PlannedForDiffers, at, Some(&of), message, hint);
    }
}

/// Why the figures of two series do not belong side by side; none if they do. A publisher or unit that is missing has its own
/// report.
fn difference(planned: &Series, existing: &Series) -> Option<&'static str> {
    if planned.id == existing.id {
        Some("is the same series")
    } else if existing.planned_for.is_some() {
        Some("is planned for another itself")
    } else if is_other(&planned.outlet, &existing.outlet) {
        Some("is of another publisher")
    } else if planned.unit.as_ref().zip(existing.unit.as_ref()).is_some_and(|(one, other)| one != other) {
        Some("has another unit")
    } else {
        None
    }
}

/// Whether two texts differ, neither of which is missing.
fn is_other(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && one != other
}

/// Reports a series that is planned for one that has such a series already. It stays one of plans, but stands by itself: added
/// to the first, some plans would be counted twice.
pub(super) fn second_series(parts: &Parts, ids: &Ids, report: &mut Report) {
    let mut first: HashMap<&Id, &Id> = HashMap::default();
    for series in &parts.series {
        let Some(other) = &series.planned_for else { continue };
        let before = *first.entry(other).or_insert(&series.id);
        let Some(at) = ids.at(Kind::Series.word(), &series.id).filter(|_| *before != series.id) else {
            continue;
        };
        let message = format!(
            "{} is planned for {}, as {} is already",
            quoted(series.id.as_str()),
            quoted(other.as_str()),
            quoted(before.as_str())
        );
        let hint = "leave \"planned_for\" out of one of them, or make one series of both";
        let of = Ref::new(Kind::Series, &series.id);
        report.add(Rule::PlannedForTwice, at, Some(&of), message, hint);
    }
}
