//! The sections of entries: which things stand in each, in which order and groups.

use super::Builder;
use crate::dossier::{Actor, Event, in_article_order};
use crate::export::document::{Part, Section, SectionKind};
use crate::facts::{Moment, in_order_of_time};
use crate::look::panel::Panel;
use crate::protocol::names;

impl Builder<'_> {
    /// Claims and gaps, in the article's order.
    pub(super) fn claims(&self) -> Option<Section> {
        let (dossier, language, strings) = (self.dossier, self.language(), self.strings());
        let entries = in_article_order(dossier).into_iter().map(|item| Part::Entry(self.entry(&item)));
        let name = format!(
            "{}, {}",
            names::counted(language, dossier.claims.len(), &strings.claim),
            names::counted(language, dossier.gaps.len(), &strings.gap)
        );
        Self::section(SectionKind::Claims, &name, self.own().claims_intro, entries.collect())
    }

    /// The actors: those of the short list, then the others.
    pub(super) fn actors(&self) -> Option<Section> {
        let own = self.own();
        let (key, others): (Vec<&Actor>, Vec<&Actor>) =
            self.dossier.actors.iter().partition(|actor| actor.prominent);
        let mut parts = Vec::new();
        let are_two = !key.is_empty() && !others.is_empty();
        for (group, actors) in [(own.key_actors, key), (own.other_actors, others)] {
            if are_two {
                parts.push(Part::Group(group.to_owned()));
            }
            parts.extend(actors.into_iter().map(|actor| Part::Entry(self.entry(&actor.to_ref()))));
        }
        let name = names::counted(self.language(), self.dossier.actors.len(), &self.strings().actor);
        Self::section(SectionKind::Actors, &name, own.actors_intro, parts)
    }

    /// Who does what to whom.
    pub(super) fn relations(&self) -> Option<Section> {
        let relations = &self.dossier.relations;
        let parts = relations.iter().map(|relation| Part::Entry(self.entry(&relation.to_ref())));
        let name = names::counted(self.language(), relations.len(), &self.strings().relation);
        Self::section(SectionKind::Relations, &name, "", parts.collect())
    }

    /// The events by year, with the article's day between what it could know and what came after.
    pub(super) fn timeline(&self) -> Option<Section> {
        let mut events: Vec<(Time, &Event)> =
            self.dossier.events.iter().map(|event| (self.time_of(event), event)).collect();
        events.sort_by_key(|(time, event)| (*time, in_order_of_time(&event.date)));
        let mut parts = Vec::new();
        let mut year = None;
        let mut ruled = self.dossier.article_days().is_none();
        for (time, event) in events {
            if time == Time::After && !ruled {
                ruled = true;
                parts.push(Part::Rule(self.article_day()));
                year = None;
            }
            let of = match time {
                Time::Undated => names::capitalized(self.strings().undated),
                _ => {
                    event.date.year().map_or_else(|| self.context.date(&event.date), |year| year.to_string())
                }
            };
            if year.as_ref() != Some(&of) {
                parts.push(Part::Group(of.clone()));
                year = Some(of);
            }
            parts.push(Part::Entry(self.entry(&event.to_ref())));
        }
        if !ruled && !parts.is_empty() {
            parts.push(Part::Rule(self.article_day()));
        }
        let events = names::counted(self.language(), self.dossier.events.len(), &self.strings().event);
        let name = format!("{}: {events}", names::panel(self.language(), Panel::Timeline));
        Self::section(SectionKind::Timeline, &name, self.own().timeline_intro, parts)
    }

    fn time_of(&self, event: &Event) -> Time {
        match Moment::of(self.dossier, &event.date) {
            Moment::Before | Moment::PerhapsAfter | Moment::Unknown => Time::Before,
            Moment::Undated => Time::Undated,
            Moment::After => Time::After,
        }
    }

    fn article_day(&self) -> String {
        let published = self.dossier.article.published.as_ref();
        let day = published.map(|day| self.context.date(day)).unwrap_or_default();
        self.own().article_day.replace("{}", &day)
    }

    /// The series, in the author's order.
    pub(super) fn trend(&self) -> Option<Section> {
        let parts = self.dossier.series.iter().map(|series| Part::Entry(self.entry(&series.to_ref())));
        let series = names::counted(self.language(), self.dossier.series.len(), &self.strings().series);
        let name = format!("{}: {series}", names::panel(self.language(), Panel::Trend));
        Self::section(SectionKind::Trend, &name, self.own().trend_intro, parts.collect())
    }

    /// The sources, in the author's order: the number of each is its place.
    pub(super) fn sources(&self) -> Option<Section> {
        let parts = self.dossier.sources.iter().map(|source| Part::Entry(self.entry(&source.to_ref())));
        let name = names::counted(self.language(), self.dossier.sources.len(), &self.strings().source);
        Self::section(SectionKind::Sources, &name, self.own().sources_intro, parts.collect())
    }
}

/// What stands together on the timeline, in the order it stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    Before,
    Undated,
    After,
}
