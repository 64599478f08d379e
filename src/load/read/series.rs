//! `[[place]]` and `[[series]]`: where something was measured, and what the figures are.

use toml::de::DeValue;

use crate::dossier::{Kind, Place, Series, SeriesKind};

use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Spanned;
use crate::load::syntax::ids::Ids;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::{SERIES_KINDS, TREND_VIEWS};

/// The places, in the author's order.
pub(crate) fn read_places(tables: &Tables<'_>, ids: &Ids, report: &mut Report) -> Vec<Place> {
    let entries = tables.named("place").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            let place = Place {
                id: entry.id.clone(),
                name: table.required_local("name"),
                country: table.country(),
                actor: table.id("actor", Kind::Actor, ids),
                coordinates: read_coordinates(&mut table),
            };
            table.finish();
            place
        })
        .collect()
}

/// The series, in the author's order. One whose kind cannot be read is a list: the least is claimed of its figures.
pub(crate) fn read(tables: &Tables<'_>, ids: &Ids, report: &mut Report) -> Vec<Series> {
    let entries = tables.named("series").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            if TREND_VIEWS.contains(&entry.id.as_str()) {
                let at = ids.at(Kind::Series.word(), &entry.id).unwrap_or(table.at());
                table.add(
                    Rule::IdNamesView,
                    at,
                    format!("a view of the trend is called {} too", quoted(entry.id.as_str())),
                    "give the series another id; a stop's view means the series until then",
                );
            }
            if !table.has("kind") {
                table.missing("kind", "write stock (a level), flow (a sum over a period) or list");
            }
            let kind = table.choice("kind", &SERIES_KINDS);
            let unit = table.local("unit").map(|unit| unit.value);
            if matches!(kind, Some(SeriesKind::Stock | SeriesKind::Flow)) && !table.has("unit") {
                table.missing("unit", "write the unit of its values, such as unit = \"MW\"");
            }
            let (expects, expects_lost) = table.ids_and_losses("expects", Kind::Place, ids);
            let series = Series {
                id: entry.id.clone(),
                outlet: table.required_text("outlet", "name who published the figures"),
                unit,
                kind: kind.unwrap_or(SeriesKind::List),
                unit_short: table.short_local("unit_short", Series::MAX_UNIT_SHORT),
                title: table.required_local("title"),
                short: table.short_local("short", Series::MAX_SHORT),
                finding: table.short_local("finding", Series::MAX_FINDING),
                definition: table.required_local("definition"),
                actors: table.ids("actors", Kind::Actor, ids),
                expects,
                planned_for: table.id("planned_for", Kind::Series, ids),
                left_out: 0,
            };
            // A place without a figure would not be missed, and a figure would be one of anything.
            let is_lost = expects_lost
                || table.is_lost("expects", table.has("expects"))
                || table.is_lost("unit", series.unit.is_some())
                || table.is_lost("definition", series.definition.texts().next().is_some());
            table.distrust_if(is_lost);
            table.finish();
            series
        })
        .collect()
}

/// Longitude and latitude, if they lie on the earth.
fn read_coordinates(table: &mut Table<'_, '_>) -> Option<(f64, f64)> {
    const KEY: &str = "coordinates";
    let hint = "write longitude, then latitude, in degrees: coordinates = [103.4, 1.8]";
    let Spanned { value, at } = table.value(KEY)?;
    let pair = match value {
        DeValue::Array(pair) => {
            pair.iter().map(|value| number(value.get_ref())).collect::<Option<Vec<f64>>>()
        }
        _ => None,
    };
    match pair.as_deref() {
        Some(&[longitude, latitude]) if longitude.abs() <= 180.0 && latitude.abs() <= 90.0 => {
            Some((longitude, latitude))
        }
        Some(&[latitude, longitude]) if longitude.abs() <= 180.0 && latitude.abs() <= 90.0 => {
            let hint = format!("longitude comes first: did you mean [{longitude}, {latitude}]?");
            table.add(Rule::CoordinatesInvalid, at, "the coordinates are not on the earth", hint);
            None
        }
        Some(&[_, _]) => {
            table.add(Rule::CoordinatesInvalid, at, "the coordinates are not on the earth", hint);
            None
        }
        _ => {
            let meant = meant_pair(value)
                .map(|(longitude, latitude)| format!("write {KEY} = [{longitude}, {latitude}]"));
            let hint = meant.unwrap_or_else(|| hint.to_owned());
            table.wants(KEY, "two numbers", value, at, hint);
            None
        }
    }
}

/// The two numbers that are meant by four, cut at decimal commas, or by texts.
fn meant_pair(value: &DeValue<'_>) -> Option<(String, String)> {
    let texts: Vec<String> = match value {
        DeValue::String(text) => {
            text.split([',', ';', ' ']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        }
        DeValue::Array(elements) => elements
            .iter()
            .map(|element| match element.get_ref() {
                DeValue::Integer(number) => Some(number.as_str().to_owned()),
                DeValue::String(text) => Some(text.trim().replace(',', ".")),
                _ => None,
            })
            .collect::<Option<_>>()?,
        _ => return None,
    };
    let (longitude, latitude) = match &texts[..] {
        [longitude, latitude] => (longitude.clone(), latitude.clone()),
        [a, b, c, d] => (format!("{a}.{b}"), format!("{c}.{d}")),
        _ => return None,
    };
    let is_within = |text: &str, most: f64| text.parse::<f64>().is_ok_and(|number| number.abs() <= most);
    (is_within(&longitude, 180.0) && is_within(&latitude, 90.0)).then_some((longitude, latitude))
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}
