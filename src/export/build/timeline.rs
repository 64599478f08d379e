//! What happened when, with the article's day between what it could know and what came after.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Builder, mark};
use crate::dossier::{Event, Id, Kind, Ref};
use crate::export::edition::{Entry, Item, Part, Piece, Section, Voice};
use crate::look::glyphs::Glyphs;
use crate::look::panel::Panel;
use crate::look::signs;
use crate::protocol::names;

/// What stands together, in the order it stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    Before,
    Undated,
    After,
}

impl Builder<'_> {
    /// The events by year.
    pub(super) fn timeline(&self) -> Option<Section> {
        let mut events: Vec<&Event> = self.dossier.events.iter().collect();
        // By the bounds of their dates, never by a padded one.
        let bounds = |event: &Event| {
            let first = event.date.first().or(event.date.last()).unwrap_or(NaiveDate::MAX);
            (first, event.date.last().unwrap_or(NaiveDate::MAX))
        };
        events.sort_by_key(|event| (self.time_of(event), bounds(event)));
        let mut parts = Vec::new();
        let mut year = None;
        let mut ruled = self.dossier.article.published.is_none() || self.dossier.article_days().is_none();
        for event in events {
            let time = self.time_of(event);
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
            parts.push(Part::Entry(self.event(event)));
        }
        if !ruled && !parts.is_empty() {
            parts.push(Part::Rule(self.article_day()));
        }
        let events = names::counted(self.language(), self.dossier.events.len(), &self.strings().event);
        let name = format!("{}: {events}", names::panel(self.language(), Panel::Timeline));
        Self::section("timeline", &name, self.own().timeline_intro, parts)
    }

    fn time_of(&self, event: &Event) -> Time {
        match self.dossier.is_after_article(&event.date) {
            _ if !event.date.is_dated() => Time::Undated,
            Some(true) => Time::After,
            Some(false) | None => Time::Before,
        }
    }

    fn article_day(&self) -> String {
        let published = self.dossier.article.published.as_ref();
        let day = published.map(|day| self.context.date(day)).unwrap_or_default();
        self.own().article_day.replace("{}", &day)
    }

    fn event(&self, event: &Event) -> Entry {
        let (dossier, language, strings) = (self.dossier, self.language(), self.strings());
        let of = event.to_ref();
        let lane = dossier.lanes.iter().find(|lane| lane.id == event.lane);
        let lane = lane.map(|lane| self.words(&lane.name).marked());
        let kind = names::event_kind(language, &event.kind).to_owned();
        let later = names::after_article(&self.context, &event.date).map(str::to_owned);
        let standing = self.mark_of(&of).word;
        let status = event.status.as_ref().map(|status| self.words(status)).unwrap_or_default();
        let followed: Vec<Ref> = event.follows.iter().map(|id| Ref::new(Kind::Event, id)).collect();
        let follows: HashSet<&Id> = event.follows.iter().collect();
        // Both ways of `follows` are links; `load` has broken the circles, so what it does not follow follows it.
        let followed_by = dossier.linked_of(&of, Kind::Event).filter(|other| !follows.contains(&other.id));
        let mut followed_by: Vec<Ref> = followed_by.cloned().collect();
        followed_by.sort_by_key(|other| dossier.place_among(other));
        let items = [
            self.facts([Some(standing), lane, Some(kind), later]),
            Self::line(self.own().summary, Voice::Added, self.words(&event.summary)),
            Self::line(strings.status, Voice::Added, status),
            self.evidence(&of, &event.evidence),
            self.quotes(vec![Piece::ours(strings.perhaps_meant_here)], &of, &event.candidate_for)
                .map(|item| self.doubted(item)),
            self.links(strings.follows, &followed),
            self.links(strings.followed_by, &followed_by),
            self.linked(&of, Kind::Claim, strings.claim.many),
            self.linked(&of, Kind::Gap, strings.gap.many),
            self.sources_of(&event.evidence.sources),
            self.linked(&of, Kind::Actor, strings.actor.many),
        ];
        Entry {
            lead: Some(self.context.date(&event.date)),
            items: items.into_iter().chain([self.shown_at(&of)]).flatten().collect(),
            ..self.entry(&of)
        }
    }

    /// A candidate's words look doubted: they are no evidence.
    pub(super) fn doubted(&self, item: Item) -> Item {
        let Item::Quotes { label, mut quotes } = item else { return item };
        for quote in &mut quotes {
            quote.is_doubted = true;
            if quote.mark.glyph == signs::ARTICLE.glyph.get(Glyphs::Unicode) {
                quote.mark = mark(signs::INFERRED, self.strings().standing_inferred);
            }
        }
        Item::Quotes { label, quotes }
    }
}
