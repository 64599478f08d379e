//! What a series is said to show: the figures in that sentence have to be its own.

use foldhash::{HashMap, HashSet};

use crate::dossier::{Id, Kind, LocalText, Observation, Parts, Precision, When};
use crate::facts::Change;
use crate::i18n::language::Language;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::ids::Ids;

/// Reports a finding with a figure that is none of its series', and leaves it out: it would be shown as what the series
/// says.
///
/// A figure is supported if the series has it as a value or in a date, or if two values of one place and part make it: as a
/// factor, or in per cent. Separators do not count, so `1.002` and `1,002` are one.
pub(super) fn unsupported_findings(parts: &mut Parts, ids: &Ids, report: &mut Report) {
    if parts.series.iter().all(|series| series.finding.is_none()) {
        return;
    }
    let mut figures: HashMap<Id, Vec<&Observation>> = HashMap::default();
    for observation in &parts.observations {
        figures.entry(observation.series.clone()).or_default().push(observation);
    }
    for series in &mut parts.series {
        let Some(finding) = &series.finding else { continue };
        let own = figures.get(&series.id).map(Vec::as_slice).unwrap_or_default();
        let supported = supported(own);
        let Some(figure) =
            numbers_in(finding).into_iter().find(|number| !supported.contains(&digits(number)))
        else {
            continue;
        };
        let at = ids.at(Kind::Series.word(), &series.id);
        if let Some(at) = at {
            let message = format!(
                "the finding of {} has the figure {}, which the series does not",
                series.id,
                quoted(&figure)
            );
            let hint =
                "correct it: only values, dates and changes of this series' own figures may stand there";
            report.add(Rule::FindingUnsupported, at, Some(&series.to_ref()), message, hint);
        }
        series.finding = None;
    }
}

/// The numbers of a text as they are written, with what separates their digits.
fn numbers_in(text: &LocalText) -> Vec<String> {
    text.texts()
        .flat_map(|text| text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))))
        .map(|number| number.trim_matches(['.', ',']))
        .filter(|number| !number.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Only the digits, without zeros before them.
fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }
}

/// The most values of a line of which any two are compared.
const MOST_COMPARED: usize = 400;

/// The digits of all figures that these observations support.
fn supported(own: &[&Observation]) -> HashSet<String> {
    let mut supported = HashSet::default();
    let mut add = |number: f64| supported.insert(digits(&Language::En.number(number)));
    let mut lines: HashMap<_, Vec<f64>> = HashMap::default();
    for observation in own {
        if let Some(value) = observation.value {
            add(value);
            lines.entry((&observation.place, &observation.part)).or_default().push(value);
        }
        for number in observation.date.iter().flat_map(date_numbers) {
            add(number);
        }
    }
    for values in lines.values_mut() {
        // Of very many only the ends are compared: pairs grow with the square.
        if let ([first, .., last], true) = (&values[..], values.len() > MOST_COMPARED) {
            *values = vec![*first, *last];
        }
        let pairs = values.iter().flat_map(|one| values.iter().map(move |other| (*one, *other)));
        for (one, other) in pairs {
            match Change::between(one, other) {
                Some(Change::Percent(percent)) => add(f64::from(percent.unsigned_abs())),
                Some(Change::Factor(factor)) => add(factor),
                _ => continue,
            };
        }
    }
    supported
}

/// The numbers a date may be written with: its year, whole and in two digits, and the day, the month, the quarter or the
/// half-year.
fn date_numbers(date: &When) -> Vec<f64> {
    use chrono::Datelike as _;
    let ends = [date.first(), date.last()];
    let of_end = |end: chrono::NaiveDate| {
        let month = f64::from(end.month());
        let within = match date.precision() {
            Precision::Day => vec![f64::from(end.day()), month],
            Precision::Month => vec![month],
            Precision::Quarter => vec![f64::from(end.month0() / 3 + 1)],
            Precision::HalfYear => vec![f64::from(end.month0() / 6 + 1)],
            Precision::Year | Precision::Other => Vec::new(),
        };
        let year = f64::from(end.year());
        within.into_iter().chain([year, year.rem_euclid(100.0)]).collect::<Vec<_>>()
    };
    ends.into_iter().flatten().flat_map(of_end).collect()
}
