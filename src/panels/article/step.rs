//! The next name or link of the article, from the current passage or else from the edge of the window.

use std::cmp::Reverse;
use std::ops::Range;

use super::{MarkedNames, State};
use crate::dossier::{ArticleLink, Dossier, Id, Kind, Ref};
use crate::protocol::context::Context;

/// A passage that names an actor: one mention, or several side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct NamePassage {
    pub(super) actor: Id,
    pub(super) range: Range<usize>,
}

impl NamePassage {
    /// All of them, in the order of the article; of two in the same words that of the actor the author wrote first.
    pub(super) fn all(dossier: &Dossier) -> Vec<Self> {
        let of_actor = |actor: &Id| {
            let passages = dossier.naming_passages(actor);
            passages.map(|passage| Self { actor: actor.clone(), range: passage.range }).collect::<Vec<_>>()
        };
        let mut all: Vec<Self> = dossier.actors.iter().flat_map(|actor| of_actor(&actor.id)).collect();
        all.sort_by_key(|name| (name.range.start, Reverse(name.range.end)));
        all
    }
}

/// The order of the article; of passages that begin together the longer comes first.
fn order(passage: &Range<usize>) -> (usize, usize) {
    (passage.start, usize::MAX - passage.end)
}

impl State {
    /// What the next step selects, and where. If a name and a link have the same words, the name comes first.
    pub(super) fn next_step(&self, context: &Context, forward: bool) -> Option<(Ref, Range<usize>)> {
        let (names, links) = (&self.names, &context.dossier.article.links);
        let (name, link) = self.neighbours(context, forward)?;
        let wanted = |name: &&NamePassage| self.is_step(context, name);
        let (name, link) = if forward {
            (names[name..].iter().find(wanted), links[link..].first())
        } else {
            (names[..name].iter().rev().find(wanted), links[..link].last())
        };
        let name = name
            .map(|name| ((order(&name.range), 0), Ref::new(Kind::Actor, &name.actor), name.range.clone()));
        let link =
            link.map(|link: &ArticleLink| ((order(&link.range), 1), link.to_ref(), link.range.clone()));
        let both = name.into_iter().chain(link);
        let next = if forward { both.min_by_key(|next| next.0) } else { both.max_by_key(|next| next.0) };
        next.map(|(_, name, passage)| (name, passage))
    }

    fn is_step(&self, context: &Context, name: &NamePassage) -> bool {
        match self.marks {
            MarkedNames::All => true,
            MarkedNames::Prominent | MarkedNames::None => {
                context.dossier.actor(&name.actor).is_some_and(|actor| actor.prominent)
            }
        }
    }

    /// Among names and among links: forward, the place of the first that comes after; backward, the place after the
    /// last that comes before. None if nothing is on screen.
    fn neighbours(&self, context: &Context, forward: bool) -> Option<(usize, usize)> {
        let (names, links) = (&self.names, &context.dossier.article.links);
        let shown = self.shown()?;
        let Some(here) = context.passage().filter(|passage| self.shows(passage)).map(order) else {
            let edge = if forward { shown.start } else { shown.end };
            return Some((
                names.partition_point(|name| name.range.start < edge),
                links.partition_point(|link| link.range.start < edge),
            ));
        };
        let names_before = names.partition_point(|name| order(&name.range) < here);
        let links_before = links.partition_point(|link| order(&link.range) < here);
        let with_here = names[names_before..].iter().take_while(|name| order(&name.range) == here);
        Some(match context.selection() {
            Some(Ref { kind: Kind::Link, .. }) => {
                let on_link = links.get(links_before).is_some_and(|link| order(&link.range) == here);
                (names_before + with_here.count(), links_before + usize::from(forward && on_link))
            }
            selection => {
                let mut with_here = with_here;
                let own = with_here
                    .position(|name| selection.is_some_and(|selected| selected.id == name.actor))
                    .map(|place| names_before + place);
                match own {
                    Some(own) => (own + usize::from(forward), links_before),
                    None => (names_before, links_before),
                }
            }
        })
    }
}
