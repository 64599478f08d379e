//! Cards of what is measured: a series, one of its figures, and a place.

use super::content::{Content, Entry, SET_IN, Target};
use crate::dossier::{Event, Id, Kind, Observation, Ref, Series, SeriesKind, When};
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::names;

impl Content<'_> {
    pub(super) fn series(&mut self, of: &Ref) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let Some(series) = dossier.series_by_id(&of.id) else { return };
        self.name(of);
        let kind = match series.kind {
            SeriesKind::Stock => strings.series_stock,
            SeriesKind::Flow => strings.series_flow,
            SeriesKind::List => strings.series_list,
        };
        let unit = series.unit.as_ref().map(|unit| self.context.text(unit));
        let parts = [unit, Some(kind.to_owned()), self.period_covered(of)];
        self.quietly(self.context.joined(&parts.into_iter().flatten().collect::<Vec<_>>()));
        let definition = self.text(Some(&series.definition));
        self.push(Some(signs::BACKGROUND), definition, Role::Text, None);
        let missing = series.expects.iter().map(|id| Ref::new(Kind::Place, id)).collect();
        self.links(strings.no_value_for, missing);
        self.figures(dossier.linked_of(of, Kind::Observation), false);
        if let Some(left_out) = names::left_out(self.context.language, series) {
            self.push(Some(signs::BROKEN), left_out, Role::Text, None);
        }
        let sources = dossier.linked_of(of, Kind::Observation);
        let sources = sources.filter_map(|figure| dossier.observation(&figure.id));
        let mut ids: Vec<Id> = Vec::new();
        for figure in sources {
            if !ids.contains(&figure.source) {
                ids.push(figure.source.clone());
            }
        }
        self.source_links(strings.source.many, &ids);
        self.linked(of, Kind::Actor, strings.actor.many);
    }

    /// From the first to the last period of a series; none without dates.
    fn period_covered(&self, of: &Ref) -> Option<String> {
        let dossier = &self.context.dossier;
        let figures = dossier.linked_of(of, Kind::Observation);
        let dated = figures.filter_map(|figure| dossier.observation(&figure.id)?.date.as_ref());
        let mut dated: Vec<&When> = dated.filter(|date| date.first().is_some()).collect();
        dated.sort_by_key(|date| (date.first(), date.last()));
        let (first, last) = (self.context.date(dated.first()?), self.context.date(dated.last()?));
        let to = self.context.glyph(glyphs::TO);
        Some(if first == last { first } else { format!("{first} {to} {last}") })
    }

    pub(super) fn observation(&mut self, of: &Ref) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let Some(observation) = dossier.observation(&of.id) else { return };
        self.name(of);
        let note = self.text(observation.note.as_ref());
        self.push(Some(signs::BACKGROUND), note, Role::Text, None);
        self.linked(of, Kind::Series, strings.series.one);
        if let (Some(series), Some(entry)) =
            (dossier.series_by_id(&observation.series), self.entries.last_mut())
        {
            // What is counted is told where the value is: two series of one title differ in it.
            entry.under = Some(self.context.text(&series.definition)).filter(|text| !text.is_empty());
        }
        self.linked(of, Kind::Place, strings.measured_place.one);
        let within = observation.date.iter().flat_map(|date| dossier.events_within(date));
        let within: Vec<Ref> = within.map(Event::to_ref).collect();
        if !within.is_empty() {
            self.head(None, strings.in_this_period);
            for event in within {
                self.event_link(event);
            }
        }
        self.sources(std::slice::from_ref(&observation.source));
    }

    pub(super) fn place(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(place) = dossier.place(&of.id) else { return };
        self.name(of);
        let coordinates = place.coordinates.map(|(longitude, latitude)| {
            let side = |degrees: f64, positive, negative| {
                let side = if degrees < 0.0 { negative } else { positive };
                format!("{}{} {side}", language.number(degrees.abs()), self.context.glyph(glyphs::DEGREES))
            };
            let latitude = side(latitude, strings.north, strings.south);
            format!("{latitude} {}", side(longitude, strings.east, strings.west))
        });
        let parts = [place.country.as_deref().map(str::to_owned), coordinates];
        self.quietly(self.context.joined(&parts.into_iter().flatten().collect::<Vec<_>>()));
        self.linked(of, Kind::Actor, strings.actor.many);
        self.figures(dossier.linked_of(of, Kind::Observation), true);
        let without = dossier.series.iter().filter(|series| series.expects.contains(&place.id));
        self.links(strings.no_figure_in, without.map(Series::to_ref).collect());
    }

    /// Figures under a heading; where they may be of several series, each group under the series' own line.
    pub(super) fn figures<'f>(&mut self, figures: impl Iterator<Item = &'f Ref>, by_series: bool) {
        let dossier = &self.context.dossier;
        let mut figures: Vec<&Observation> =
            figures.filter_map(|figure| dossier.observation(&figure.id)).collect();
        if figures.is_empty() {
            return;
        }
        self.head(None, self.context.strings().observation.many);
        if by_series {
            figures.sort_by_cached_key(|figure| dossier.place_among(&Ref::new(Kind::Series, &figure.series)));
        }
        let mut above: Option<&Id> = None;
        for figure in figures {
            if by_series && above != Some(&figure.series) {
                let series = Ref::new(Kind::Series, &figure.series);
                let text = names::name(self.context, &series);
                self.push(Some(signs::BACKGROUND), text, Role::Text, Some(Target::Thing(series)));
                above = Some(&figure.series);
            }
            let of = figure.to_ref();
            self.entries.push(Entry {
                sign: Some(signs::BACKGROUND),
                indent: if by_series { SET_IN } else { 0 },
                target: Some(Target::Thing(of.clone())),
                ..Entry::new(names::name(self.context, &of), Role::Text)
            });
        }
    }
}
