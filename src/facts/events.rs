//! What is known of events, and when things were relative to the article.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Builder, Detail, Label};
use crate::dossier::{Dossier, Event, Id, Kind, Ref, When};
use crate::facts::quotations::{Quotations, State};

/// When something was, relative to the article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Moment {
    /// The article could know it.
    Before,
    /// Its date and the article's overlap.
    PerhapsAfter,
    /// It came after the article.
    After,
    /// It has no date.
    Undated,
    /// The article has no date.
    Unknown,
}

impl Moment {
    /// When this was.
    pub fn of(dossier: &Dossier, date: &When) -> Self {
        match dossier.is_after_article(date) {
            _ if !date.is_dated() => Self::Undated,
            Some(true) => Self::After,
            Some(false) => Self::Before,
            None if dossier.article_days().is_some() => Self::PerhapsAfter,
            None => Self::Unknown,
        }
    }
}

/// The groups in which events are listed, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TimeGroup {
    /// What the article could know, and what may have been before or after it.
    Before,
    /// What came after it.
    After,
    /// What has no date.
    Undated,
}

impl TimeGroup {
    /// The group of this date.
    pub fn of(dossier: &Dossier, date: &When) -> Self {
        match Moment::of(dossier, date) {
            Moment::Before | Moment::PerhapsAfter | Moment::Unknown => Self::Before,
            Moment::After => Self::After,
            Moment::Undated => Self::Undated,
        }
    }
}

/// What to order dates by: the first possible day, then the last; never a padded one.
pub fn in_order_of_time(date: &When) -> (NaiveDate, NaiveDate) {
    let first = date.first().or(date.last()).unwrap_or(NaiveDate::MAX);
    (first, date.last().unwrap_or(NaiveDate::MAX))
}

impl Builder<'_, '_> {
    pub(super) fn event(&mut self) -> Option<()> {
        let dossier = self.dossier;
        let event = dossier.event(&self.item.id)?;
        let lane = dossier.lane_of(event);
        self.details([
            Some(Detail::Date(&event.date)),
            lane.map(|lane| Detail::Lane(&lane.name)),
            Some(Detail::EventKind(&event.kind)),
            Some(Detail::Moment(Moment::of(dossier, &event.date))),
        ]);
        let mark = self.statement_mark(&event.evidence);
        self.text(Label::Summary, Some(mark), event.summary.as_ref());
        self.text(Label::Status, None, event.status.as_ref());
        self.provenance(&event.evidence);
        self.words(&event.evidence);
        let mut quotations = self.quoted(&event.candidate_for);
        for quotation in quotations.iter_mut().filter(|quotation| !quotation.is_broken()) {
            quotation.state = State::Candidate;
        }
        self.quotation_list(Label::PerhapsMeant, Quotations { quotations, ..Quotations::default() });
        // Both ways of `follows` are links; `load` has broken the cycles, so what it does not follow follows it.
        let follows: HashSet<&Id> = event.follows.iter().collect();
        let linked = dossier.linked_of(self.item, Kind::Event);
        let mut followed_by: Vec<Ref> =
            linked.filter(|other| !follows.contains(&other.id)).cloned().collect();
        followed_by.sort_by_key(|other| dossier.index_of(other));
        let follows = event.follows.iter().map(|id| Ref::new(Kind::Event, id)).collect();
        self.links(Label::Follows, follows);
        self.links(Label::FollowedBy, followed_by);
        for kind in [Kind::Claim, Kind::Gap] {
            self.linked(kind);
        }
        self.sources(&event.evidence.sources);
        self.linked(Kind::Actor);
        Some(())
    }

    /// Events one link away: those the article could know or perhaps could, and those after it.
    pub(super) fn events(&mut self) {
        self.earlier_events();
        self.later_events();
    }

    /// Events one link away that the article could know or perhaps could, in the order of time.
    pub(super) fn earlier_events(&mut self) {
        let events = self.linked_events(|moment| moment != Moment::After);
        self.links(Label::Events, events);
    }

    /// Events one link away that came after the article, in the order of time.
    pub(super) fn later_events(&mut self) {
        let events = self.linked_events(|moment| moment == Moment::After);
        self.links(Label::LaterEvents, events);
    }

    fn linked_events(&self, is_meant: impl Fn(Moment) -> bool) -> Vec<Ref> {
        let dossier = self.dossier;
        let linked = dossier.linked_of(self.item, Kind::Event).filter_map(|to| dossier.event(&to.id));
        let mut events: Vec<&Event> =
            linked.filter(|event| is_meant(Moment::of(dossier, &event.date))).collect();
        events.sort_by_key(|event| in_order_of_time(&event.date));
        events.into_iter().map(Event::to_ref).collect()
    }
}
