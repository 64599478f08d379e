//! What a series is said to show: the figures in that sentence have to be its own.

use foldhash::{HashMap, HashSet};
use toml::de::DeValue;

use crate::dossier::chart::Point;
use crate::dossier::{Id, Kind, LocalText, Observation, Parts, Precision, SeriesKind, When};
use crate::facts::{Change, change_between};
use crate::i18n::language::Language;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::syntax::tables::{ItemTable, Tables};

/// Reports a finding with a figure that is none of its series', and leaves it out: it would be shown as what the series
/// says.
///
/// A figure is supported if the series has it as a value or in a date, or if it is the change between two of its figures that
/// may be computed. It may be written as any of our languages writes it, or without separators.
///
/// While not every row of figures is read, one of those left out may have it: then only what is left out is reported.
pub(super) fn unsupported_findings(
    parts: &mut Parts,
    tables: &Tables<'_>,
    every_row: bool,
    report: &mut Report,
) {
    if parts.series.iter().all(|series| series.finding.is_none()) {
        return;
    }
    let mut figures: HashMap<Id, Vec<&Observation>> = HashMap::default();
    for observation in parts.observations.iter().filter(|figure| figure.is_supported()) {
        figures.entry(observation.series.clone()).or_default().push(observation);
    }
    for series in &mut parts.series {
        let Some(finding) = &series.finding else { continue };
        let own = figures.get(&series.id).map(Vec::as_slice).unwrap_or_default();
        let supported = supported(series.kind, own);
        let Some(figure) = numbers_in(finding).into_iter().find(|number| !supported.contains(number)) else {
            continue;
        };
        let table = tables.named(Kind::Series.word()).iter().find(|table| table.id == series.id);
        if let Some(table) = table.filter(|_| every_row) {
            let at = place_of(table, &figure);
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

/// Where the finding with this figure is written, in the language that has it.
fn place_of(table: &ItemTable<'_>, figure: &str) -> Span {
    let Some(value) = table.peek_at("finding") else { return table.at() };
    let has_it = |value: &toml::Spanned<DeValue<'_>>| {
        value.get_ref().as_str().is_some_and(|text| numbers_of(text).any(|number| number == figure))
    };
    let own = match value.get_ref() {
        DeValue::Table(languages) => languages.values().find(|value| has_it(value)),
        _ => None,
    };
    Span::new(table.at().file, own.unwrap_or(value).span())
}

/// The numbers of a text as they are written, with what separates their digits.
fn numbers_in(text: &LocalText) -> Vec<String> {
    text.texts().flat_map(numbers_of).map(str::to_owned).collect()
}

fn numbers_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map(|number| number.trim_matches(['.', ',']))
        .filter(|number| !number.is_empty())
}

/// The most figures of a line of which any two are compared.
const MOST_COMPARED: usize = 400;

/// How the figures that these observations of a series of this kind support may be written.
fn supported(kind: SeriesKind, own: &[&Observation]) -> HashSet<String> {
    let mut supported = HashSet::default();
    let mut add = |number: f64| {
        supported.extend([Language::De, Language::En].map(|language| language.number(number)));
        supported.insert(number.to_string());
    };
    let mut lines: HashMap<_, Vec<Point>> = HashMap::default();
    for observation in own {
        if let Some(value) = observation.value {
            add(value);
        }
        for number in observation.date.iter().flat_map(date_numbers) {
            add(number);
        }
        let line = lines.entry((&observation.place, &observation.part)).or_default();
        line.extend(Point::of(observation));
    }
    for points in lines.values_mut() {
        points.sort_by_key(|point| point.period);
        // Of very many only the ends are compared: pairs grow with the square.
        if let ([first, .., last], true) = (&points[..], points.len() > MOST_COMPARED) {
            *points = vec![first.clone(), last.clone()];
        }
        for (place, one) in points.iter().enumerate() {
            for other in &points[place + 1..] {
                match change_between(kind, one, other) {
                    Some(Change::Percent(percent)) => add(f64::from(percent.unsigned_abs())),
                    Some(Change::Factor(factor)) => add(factor),
                    _ => {}
                }
            }
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

#[cfg(test)]
mod tests {
    use crate::load::{Memory, load};

    const ROWS: &str = "a,p,2024-40,231,exact,s\na,p,2024-41,401,exact,s\na,p,2025-40,1002.5,about,s\n\
                        a,p,2025-41,1.5,exact,s\n";

    /// Whether a finding is kept, in a series of this kind.
    fn is_kept(kind: &str, finding: &str) -> bool {
        let dossier = format!(
            "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
             [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n[[place]]\nid = \"p\"\nname = \"P\"\n\
             [[series]]\nid = \"a\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"{kind}\"\ntitle = \"A\"\ndefinition = \"D.\"\n\
             finding = \"{finding}\"\n"
        );
        let files = Memory::default()
            .with("dossier.toml", dossier)
            .with("a.txt", "Title\nText.\n")
            .with("o.csv", format!("series,place,date,value,qualifier,source\n{ROWS}"));
        let loaded = load(&files).expect("it opens");
        let is_kept = loaded.dossier.series[0].finding.is_some();
        assert_eq!(is_kept, loaded.problems.is_empty(), "{:?}", loaded.problems);
        is_kept
    }

    #[test]
    fn a_finding_may_say_what_its_figures_do() {
        for finding in [
            "231 to 401 MW in 2024",
            "Up 74 per cent in the 2nd half",
            "About 1,002.5 in H1 25",
            "1.002,5 MW",
            "No figures",
        ] {
            assert!(is_kept("stock", finding), "{finding}");
        }
    }

    #[test]
    fn a_finding_with_a_figure_of_its_own_is_not_shown() {
        // Not the digits of another number, not a fall, not a change from a figure that is only about right.
        for finding in ["15 MW", "10025 MW", "Up 75 per cent", "Down 42 per cent", "Up 4.3-fold", "2026"] {
            assert!(!is_kept("stock", finding), "{finding}");
        }
    }
}
