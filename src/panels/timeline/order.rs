//! Which events are listed, in what order, and where the list is ruled.

use crate::dossier::{Dossier, Event, Ref};
use crate::facts::{TimeGroup, in_order_of_time};
use crate::protocol::context::Context;
use crate::protocol::filter::Filter;

/// The events before or after which a rule is drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    /// The event below the rule of the article's day; none if that comes after all events, or is not known.
    pub(super) article_before: Option<Ref>,
    /// The event above that rule: the last with a date, if nothing after the article's day is listed.
    pub(super) article_after: Option<Ref>,
    /// The first event without a date.
    pub(super) undated_before: Option<Ref>,
}

impl Rules {
    /// The rules above an event.
    pub(super) fn above(&self, item: &Ref) -> u16 {
        let rules = [&self.article_before, &self.undated_before];
        rules.into_iter().map(|rule| u16::from(rule.as_ref() == Some(item))).sum()
    }

    /// The rule below it.
    pub(super) fn below(&self, item: &Ref) -> u16 {
        u16::from(self.article_after.as_ref() == Some(item))
    }
}

/// The events that are listed, in order, and the rules between them.
pub(super) fn ordered(context: &Context, filter: &Filter, only_after: bool) -> (Vec<Ref>, Rules) {
    let dossier = &context.dossier;
    let values = filter.values(context);
    let passes =
        |event: &&Event| is_of_time(dossier, only_after, event) && filter.passes(&values(&event.to_ref()));
    let mut events: Vec<&Event> = dossier.events.iter().filter(passes).collect();
    events.sort_by_key(|event| (TimeGroup::of(dossier, &event.date), in_order_of_time(&event.date)));
    let first_of = |group| events.iter().find(|event| TimeGroup::of(dossier, &event.date) == group);
    let article_before = first_of(TimeGroup::After).map(|event| event.to_ref());
    let is_ruled = dossier.article_days().is_some() && article_before.is_none();
    let last_dated = events.iter().rfind(|event| event.date.is_dated()).filter(|_| is_ruled);
    let rules = Rules {
        article_after: last_dated.map(|event| event.to_ref()),
        undated_before: first_of(TimeGroup::Undated).map(|event| event.to_ref()),
        article_before,
    };
    (events.into_iter().map(Event::to_ref).collect(), rules)
}

/// Whether an event is listed by its date.
pub(super) fn is_of_time(dossier: &Dossier, only_after: bool, event: &Event) -> bool {
    !only_after || dossier.may_be_after_article(&event.date)
}
