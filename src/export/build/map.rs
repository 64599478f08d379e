//! The map of the figures: of each place what was published last.

use super::Builder;
use crate::dossier::Ref;
use crate::dossier::map::{Choice, Map, MapPlace, Measure, Measures};
use crate::dossier::projection::Frame;
use crate::export::figure::{City, CityCircle, Drawing, Figure, MapChart, OtherPlace};
use crate::export::ids;
use crate::look::glyphs;
use crate::protocol::maps;
use crate::protocol::multiples::Multiple;
use crate::protocol::names;

impl Builder<'_> {
    /// The measure with most places on a map; none where no place has coordinates.
    pub(super) fn map(&self) -> Option<Box<Figure>> {
        let measures = Measures::all(self.dossier).into_iter().next()?;
        let map = Map::of(self.dossier, measures, false);
        let places: Vec<(f64, f64)> = map.located().map(|(_, _, coordinates)| coordinates).collect();
        let frame = Frame::of(&places)?;
        let (own, context) = (self.own(), &self.context);
        let multiple = maps::multiple(context, &map);
        let Choice { circled, uncircled, unknown } = map.choice(None);
        let located = |numbers: &[usize]| -> Vec<(&MapPlace, (f64, f64))> {
            let places = numbers.iter().map(|number| &map.places[*number]);
            places.filter_map(|place| Some((place, place.coordinates?))).collect()
        };
        let cities: Vec<City> = located(&circled)
            .into_iter()
            .map(|(place, coordinates)| self.city(&map, multiple, place, coordinates))
            .collect();
        let drawn = cities.iter().map(|city| described(&city.name, &city.values));
        let undrawn = uncircled.iter().map(|number| {
            let place = &map.places[*number];
            described(&maps::name(context, place), &self.latest(&map, multiple, place))
        });
        let description: Vec<String> = drawn.chain(undrawn).collect();
        let others = [(&uncircled, false), (&unknown, true)];
        let others = others.into_iter().flat_map(|(numbers, is_missing)| {
            located(numbers).into_iter().map(move |(place, coordinates)| OtherPlace {
                coordinates,
                name: maps::name(context, place),
                is_missing,
            })
        });
        let others: Vec<OtherPlace> = others.collect();
        let title = maps::counted(context, &map).titles.into_iter().next().unwrap_or_default();
        let series = map.measures.series().find_map(|id| self.dossier.series_by_id(id))?;
        let unit = series.unit.as_ref().map(|unit| self.words(unit).marked()).unwrap_or_default();
        let source = own.chart_source.replace("{publisher}", &series.outlet).replace("{unit}", &unit);
        let key = Measure::ALL.into_iter().filter_map(|measure| {
            Some(format!("{} {}", context.glyph(maps::sign(measure)), maps::measure(context, &map, measure)?))
        });
        let sign = (!cities.is_empty())
            .then(|| format!("{} {}", context.glyph(glyphs::CITY), self.strings().map_place));
        let key = key.chain(sign);
        let mut notes = vec![own.map_circles.to_owned()];
        notes.extend(map.is_of_several_times(None).then(|| self.strings().map_mixed.to_owned()));
        notes.extend(self.sums(&map, multiple));
        notes.extend((!uncircled.is_empty()).then(|| {
            let count = names::counted(context.language, uncircled.len(), &self.strings().map_uncircled);
            format!("{} {count}.", context.glyph(glyphs::NO_PERIOD))
        }));
        notes.extend(self.not_found(&others));
        let undated: Vec<Ref> = map.undated.iter().flatten().cloned().collect();
        notes.extend(names::unplaced(context, &undated).map(|undated| format!("{undated}.")));
        let off = map.places.iter().filter(|place| place.coordinates.is_none());
        let off: Vec<String> = off.map(|place| maps::name(context, place)).collect();
        notes.extend((!off.is_empty()).then(|| format!("{}: {}.", own.map_off, off.join("; "))));
        notes.push(own.map_coast.to_owned());
        Some(Box::new(Figure {
            anchor: "map".to_owned(),
            title: own.map_title.replace("{title}", &title),
            description: format!("{}.", description.join("; ")),
            unit,
            source,
            drawing: Drawing::Map(MapChart {
                frame,
                most: map.most,
                key: key.collect::<Vec<_>>().join(" · "),
                cities,
                others,
            }),
            notes,
        }))
    }

    fn city(&self, map: &Map, multiple: Multiple, place: &MapPlace, coordinates: (f64, f64)) -> City {
        let context = &self.context;
        let name = maps::name(context, place);
        let circles = Measure::ALL.into_iter().filter_map(|measure| {
            let value = place.amount(measure, None).drawn()?;
            let reading = place.reading(measure, None)?;
            let figure = reading.figures.first()?;
            let of = maps::measure(context, map, measure).unwrap_or_default();
            let title = if let [only] = &reading.figures[..] {
                context.joined(&[&of, &names::name(context, only)])
            } else {
                let amount = maps::sum_or_amount(context, multiple, reading);
                context.joined(&[name.clone(), of, maps::date(context, reading), amount])
            };
            let is_hollow = measure == Measure::Planned;
            Some(CityCircle { value, is_hollow, title, anchor: ids::of(self.dossier, figure) })
        });
        let circles = circles.collect();
        City { coordinates, circles, values: self.latest(map, multiple, place), name }
    }

    /// What was published last of a place, each with the sign of its measure.
    fn latest(&self, map: &Map, multiple: Multiple, place: &MapPlace) -> Vec<String> {
        let context = &self.context;
        let values = maps::values(context, map, multiple, (place, None), false).into_iter();
        values.map(|(measure, text)| format!("{} {text}", context.glyph(maps::sign(measure)))).collect()
    }

    /// The figures that are our sums, by place, each with its parts.
    fn sums(&self, map: &Map, multiple: Multiple) -> Option<String> {
        let context = &self.context;
        let of_place = |place: &MapPlace| -> Vec<String> {
            let readings = Measure::ALL.into_iter().filter_map(|measure| {
                let reading = place.reading(measure, None).filter(|reading| !reading.parts.is_empty())?;
                let sum = maps::sum_or_amount(context, multiple, reading);
                Some(format!("{} {} {sum}", maps::name(context, place), context.glyph(maps::sign(measure))))
            });
            readings.collect()
        };
        let sums: Vec<String> = map.places.iter().flat_map(of_place).collect();
        (!sums.is_empty()).then(|| format!("{}: {}.", self.own().map_sums, sums.join("; ")))
    }

    /// The places where no figure was found, by name.
    fn not_found(&self, others: &[OtherPlace]) -> Option<String> {
        let missing: Vec<&str> =
            others.iter().filter(|place| place.is_missing).map(|place| &*place.name).collect();
        let what = names::capitalized(self.strings().no_figure);
        let sign = self.context.glyph(glyphs::MISSING);
        (!missing.is_empty()).then(|| format!("{sign} {what}: {}.", missing.join("; ")))
    }
}

/// A place and its values as the description of the map lists them.
fn described(name: &str, values: &[String]) -> String {
    format!("{name}: {}", values.join(", "))
}
