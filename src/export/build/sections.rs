//! The sections in order, and of those of entries which things stand in each, in which order and groups.

use super::Builder;
use crate::dossier::{Actor, Event, Kind, Ref, Standing, in_article_order};
use crate::export::document::brief::Budget;
use crate::export::document::{BRIEF, Part, SOURCES, Section};
use crate::facts::{Score, TimeGroup, in_order_of_time};
use crate::i18n::dates;
use crate::look::panel::Panel;
use crate::protocol::names;

impl Builder<'_> {
    /// The sections in which something stands; what is for the speaker alone only if it is asked for.
    pub(super) fn sections(&self, with_notes: bool) -> Vec<Section> {
        let sections = [
            self.in_brief(),
            self.tour(with_notes),
            Some(self.article()),
            self.claims(),
            self.actors(),
            self.relations(),
            self.timeline(),
            self.trend(),
            self.sources(),
        ];
        sections.into_iter().flatten().collect()
    }

    /// A section with these parts; none without any.
    pub(super) fn section(id: &'static str, name: &str, intro: &str, parts: Vec<Part>) -> Option<Section> {
        let intro = (!intro.is_empty()).then(|| intro.to_owned());
        let name = names::capitalized(name);
        (!parts.is_empty()).then_some(Section { id, name, intro, plain_intro: None, parts })
    }

    /// What is said before all else; none where there is nothing but the article.
    fn in_brief(&self) -> Option<Section> {
        let summary = self.summary(&Score::of(self.dossier), &Budget::BASE);
        let parts = if summary.is_empty() { Vec::new() } else { vec![Part::Summary(Box::new(summary))] };
        Self::section(BRIEF, self.own().in_brief, "", parts)
    }

    /// The entries of all things of a kind, in the author's order.
    fn entries(&self, kind: Kind) -> Vec<Part> {
        self.dossier.all_of(kind).map(|item| Part::Entry(self.entry(&item))).collect()
    }

    /// Claims and gaps, in the article's order, and before them all claims at a glance.
    pub(super) fn claims(&self) -> Option<Section> {
        let (dossier, language, strings) = (self.dossier, self.language(), self.strings());
        let entries = in_article_order(dossier).into_iter().map(|item| Part::Entry(self.entry(&item)));
        let name = format!(
            "{}, {}",
            names::counted(language, dossier.claims.len(), &strings.claim),
            names::counted(language, dossier.gaps.len(), &strings.gap)
        );
        let parts = self.score().map(Part::Score).into_iter().chain(entries).collect();
        Self::section("claims", &name, self.own().claims_intro, parts)
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
        Self::section("actors", &name, own.actors_intro, parts)
    }

    /// Who does what to whom.
    pub(super) fn relations(&self) -> Option<Section> {
        let name = names::counted(self.language(), self.dossier.relations.len(), &self.strings().relation);
        Self::section("relations", &name, "", self.entries(Kind::Relation))
    }

    /// The events by year, with the article's day between what it could know and what came after.
    pub(super) fn timeline(&self) -> Option<Section> {
        let group = |event: &Event| TimeGroup::of(self.dossier, &event.date);
        let mut events: Vec<(TimeGroup, &Event)> =
            self.dossier.events.iter().map(|event| (group(event), event)).collect();
        // Below the article's day everything came later; of what has no date that cannot be said.
        events.sort_by_key(|(time, event)| (*time == TimeGroup::After, *time, in_order_of_time(&event.date)));
        let drawn = self.lanes().map(|figure| Part::Chart(Box::new(figure)));
        let mut parts: Vec<Part> = drawn.into_iter().collect();
        let mut year = None;
        let mut ruled = self.dossier.article_days().is_none();
        for (time, event) in events {
            if time == TimeGroup::After && !ruled {
                ruled = true;
                parts.push(Part::Rule(self.article_day()));
                year = None;
            }
            let own = event.date.year().map(|year| dates::year(year, self.language()));
            let of = if time == TimeGroup::Undated {
                names::capitalized(self.strings().undated)
            } else {
                own.unwrap_or_else(|| self.context.date(&event.date))
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
        Self::section("timeline", &name, self.own().timeline_intro, parts)
    }

    /// The article's day in words: that of a rule in the timeline and in charts.
    pub(super) fn article_day(&self) -> String {
        let published = self.dossier.article.published.as_ref();
        let day = published.map(|day| self.context.date(day)).unwrap_or_default();
        self.own().article_day.replace("{}", &day)
    }

    /// The series, in the author's order, and before them what they show at a glance and on a map.
    pub(super) fn trend(&self) -> Option<Section> {
        let series = names::counted(self.language(), self.dossier.series.len(), &self.strings().series);
        let name = format!("{}: {series}", names::panel(self.language(), Panel::Trend));
        let overview = self.overview().map(Part::Overview);
        let map = self.map().map(Part::Chart);
        let parts = map.into_iter().chain(overview).chain(self.entries(Kind::Series)).collect();
        let all: Vec<Ref> = self.dossier.all_of(Kind::Series).collect();
        let intro = match self.dossier.standing_of_figures(&all) {
            Standing::Background | Standing::Broken => self.own().trend_intro,
            Standing::Article | Standing::Inferred => self.strings().trend_intro_article,
            Standing::Both => self.strings().trend_intro_both,
        };
        Self::section("trend", &name, intro, parts)
    }

    /// The sources, in the author's order: the number of each is its place.
    pub(super) fn sources(&self) -> Option<Section> {
        let name = names::counted(self.language(), self.dossier.sources.len(), &self.strings().source);
        Self::section(SOURCES, &name, self.own().sources_intro, self.entries(Kind::Source))
    }
}
