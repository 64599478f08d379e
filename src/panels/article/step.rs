//! The next name or link of the article, from the current passage or else from the edge of the window.

use std::ops::Range;

use super::{MarkedNames, State};
use crate::dossier::{ArticleLink, Kind, Mention, Ref};
use crate::protocol::context::Context;

/// The order of the article; of passages that begin together the longer comes first.
fn order(passage: &Range<usize>) -> (usize, usize) {
    (passage.start, usize::MAX - passage.end)
}

impl State {
    /// What the next step selects, and where. If a name and a link have the same words, the name comes first.
    pub(super) fn next_step(&self, context: &Context, forward: bool) -> Option<(Ref, Range<usize>)> {
        let (mentions, links) = (&context.dossier.mentions, &context.dossier.article.links);
        let (mention, link) = self.neighbours(context, forward)?;
        let (mention, link) = if forward {
            let wanted = |mention: &&Mention| self.is_step(context, mention);
            (mentions[mention..].iter().find(wanted), links[link..].first())
        } else {
            let wanted = |mention: &&Mention| self.is_step(context, mention);
            (mentions[..mention].iter().rev().find(wanted), links[..link].last())
        };
        let mention = mention.map(|mention| {
            ((order(&mention.passage), 0), Ref::new(Kind::Actor, &mention.actor), mention.passage.clone())
        });
        let link =
            link.map(|link: &ArticleLink| ((order(&link.range), 1), link.to_ref(), link.range.clone()));
        let both = mention.into_iter().chain(link);
        let next = if forward { both.min_by_key(|next| next.0) } else { both.max_by_key(|next| next.0) };
        next.map(|(_, name, passage)| (name, passage))
    }

    fn is_step(&self, context: &Context, mention: &Mention) -> bool {
        match self.marks {
            MarkedNames::All => true,
            MarkedNames::Prominent | MarkedNames::None => {
                context.dossier.actor(&mention.actor).is_some_and(|actor| actor.prominent)
            }
        }
    }

    /// Among mentions and among links: forward, the place of the first that comes after; backward, the place after the
    /// last that comes before. None if nothing is on screen.
    fn neighbours(&self, context: &Context, forward: bool) -> Option<(usize, usize)> {
        let (mentions, links) = (&context.dossier.mentions, &context.dossier.article.links);
        let shown = self.shown()?;
        let Some(here) = context.passage().filter(|passage| self.shows(passage)).map(order) else {
            let edge = if forward { shown.start } else { shown.end };
            return Some((
                mentions.partition_point(|mention| mention.passage.start < edge),
                links.partition_point(|link| link.range.start < edge),
            ));
        };
        let mentions_before = mentions.partition_point(|mention| order(&mention.passage) < here);
        let links_before = links.partition_point(|link| order(&link.range) < here);
        let with_here =
            mentions[mentions_before..].iter().take_while(|mention| order(&mention.passage) == here);
        Some(match context.selection() {
            Some(Ref { kind: Kind::Link, .. }) => {
                let on_link = links.get(links_before).is_some_and(|link| order(&link.range) == here);
                (mentions_before + with_here.count(), links_before + usize::from(forward && on_link))
            }
            selection => {
                let mut with_here = with_here;
                let own = with_here
                    .position(|mention| selection.is_some_and(|name| name.id == mention.actor))
                    .map(|place| mentions_before + place);
                match own {
                    Some(own) => (own + usize::from(forward), links_before),
                    None => (mentions_before, links_before),
                }
            }
        })
    }
}
