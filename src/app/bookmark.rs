//! Where one is, in words that last: things by their ids, places by what the article says there. So a bookmark leads to
//! the right place after the article or the dossier has changed, or to none.

use serde::{Deserialize, Serialize};

use super::history::Leave;
use super::{App, GoTo, Place};
use crate::card;
use crate::dossier::{Id, Kind, Link, Ref};
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::panels::{article, trend};
use crate::protocol::filter::View;
use crate::text::relocate::Quoted;

/// Where one is, as plain values. Any values are a bookmark: what leads nowhere is passed over.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    /// What keys go to: a panel, by the name of the action that goes there, or `card`.
    pub focus: String,
    /// The panel beside the article that was last in use.
    pub side: String,
    /// The panel that the card was opened from; none in bookmarks of before that was kept.
    pub opener: String,
    /// Which of actors and claims the box they share shows.
    pub shared: String,
    /// Whether what keys go to has the whole screen.
    pub whole: bool,
    /// Which names the article underlines.
    pub marks: String,
    /// What is selected, as `actor:bytedance`.
    pub selection: Option<String>,
    /// Whether all actors are listed.
    pub all_actors: bool,
    /// Whether all events are listed.
    pub all_events: bool,
    /// The id of the series shown.
    pub series: Option<String>,
    /// The link the cursor is on and the row at the top, both from 0, of the selection's card, if that is open.
    pub card: Option<(usize, usize)>,
    /// The passage in hand.
    pub passage: Option<Quoted>,
    /// What begins at the top of the article's window.
    pub top: Option<Quoted>,
}

const CARD: &str = "card";

fn name(panel: Panel) -> &'static str {
    Action::Focus(panel).entry().name
}

fn panel(named: &str) -> Option<Panel> {
    Panel::ALL.into_iter().find(|panel| name(*panel) == named)
}

impl App {
    /// Where one is.
    pub fn bookmark(&self) -> Bookmark {
        let place = self.place();
        let dossier = &self.context.dossier;
        let text = &dossier.article.text;
        Bookmark {
            focus: match place.focus {
                Focus::Panel(panel) => name(panel).to_owned(),
                Focus::Card => CARD.to_owned(),
            },
            side: name(place.side).to_owned(),
            opener: name(place.opener).to_owned(),
            shared: name(place.shared_box).to_owned(),
            whole: place.whole,
            marks: self.article.marks().name().to_owned(),
            selection: place.selection.map(|selection| selection.to_string()),
            all_actors: place.views.0 == View::All,
            all_events: place.views.1 == View::All,
            series: place.trend.series.map(|series| series.id.to_string()),
            card: place.card.map(|card| (card.link(), card.top())),
            passage: place.passage.map(|passage| Quoted::of(text, &passage)),
            top: Quoted::from(text, place.top_byte).filter(|_| !self.is_to_move()),
        }
    }

    /// Whether the article is to go to other words as soon as there is room for it.
    fn is_to_move(&self) -> bool {
        match self.go_to {
            Some(GoTo::Words(_)) => true,
            Some(GoTo::Follow) => !self.context.lit().passages.is_empty(),
            Some(GoTo::Keep(_) | GoTo::Top(_)) | None => false,
        }
    }

    /// Goes to where a bookmark was made, as a jump from here: "back" leads back here. The status line says so. What the
    /// bookmark names and the dossier does not have is passed over.
    pub fn resume(&mut self, bookmark: &Bookmark) {
        let here = self.place();
        if let Some(marks) = article::Marks::ALL.into_iter().find(|marks| marks.name() == bookmark.marks) {
            self.article.mark(marks);
        }
        let (place, top) = self.find(bookmark);
        if place != here {
            self.history.leave(Leave::Jump, || here);
            self.restore(place);
            if top.is_none() {
                let passage = self.context.passage().cloned();
                self.go_to = Some(passage.map_or(GoTo::Follow, GoTo::Words));
            }
            let context = &self.context;
            let strings = context.strings();
            let to_start = context.with_keys(strings.resumed_start, &[Action::Back]);
            self.notice = Some(context.joined(&[strings.resumed, &to_start]));
        }
        self.layout();
    }

    /// The place a bookmark means, and the byte of the article at its top if its words are still there.
    fn find(&self, bookmark: &Bookmark) -> (Place, Option<usize>) {
        let dossier = &self.context.dossier;
        let text = &dossier.article.text;
        let quoted = bookmark.passage.as_ref();
        let found = quoted.and_then(|quoted| quoted.find(text));
        let known = |name: &String| match name.parse().ok()? {
            // The number of a link is its own only while the article stays as it is; its words tell which it is now.
            Ref { kind: Kind::Link, .. } => {
                let is_found = |link: &&Link| found.as_ref() == Some(&link.range);
                dossier.article.links.iter().find(is_found).map(Link::to_ref)
            }
            name => Some(name).filter(|name| dossier.contains(name)),
        };
        let selection = bookmark.selection.as_ref().and_then(known);
        let passage = selection.as_ref().zip(found).and_then(|(selection, found)| {
            // Words that stand elsewhere now are the same passage only if the selection has one there.
            let stayed = quoted.is_some_and(|quoted| quoted.start == found.start);
            let is_its = || dossier.lit(selection).passages.iter().any(|passage| passage.range == found);
            (stayed || is_its()).then_some(found)
        });
        let beside = |named: &str| panel(named).filter(|panel| *panel != Panel::Article);
        let card = selection.as_ref().zip(bookmark.card);
        let card = card.map(|(of, (link, top))| card::Position::at(of.clone(), link, top));
        let mut side = beside(&bookmark.side).unwrap_or(Panel::Actors);
        let focus = match (bookmark.focus.as_str(), &card) {
            (CARD, Some(_)) => Focus::Card,
            // A card lies over all panels but the article.
            (_, Some(_)) => Focus::Panel(Panel::Article),
            (CARD, None) => Focus::Panel(side),
            (named, None) => Focus::Panel(panel(named).unwrap_or(Panel::Article)),
        };
        if let Focus::Panel(panel) = focus
            && panel != Panel::Article
        {
            side = panel;
        }
        let shares = |panel: &Panel| matches!(panel, Panel::Actors | Panel::Claims);
        let shared = [Some(side), beside(&bookmark.shared)].into_iter().flatten().find(shares);
        let top = bookmark.top.as_ref().and_then(|top| top.find(text)).map(|range| range.start);
        // Where nothing is a key item all are listed anyway.
        let view = |all: bool, usual: View| if all { View::All } else { usual };
        let trend = self.trend.position(dossier);
        let series = |id: &String| {
            let series = Ref::new(Kind::Series, &Id::new(id));
            dossier.contains(&series).then_some(series)
        };
        // Of the panels beside the article only the one last in use can be under a card.
        let opener = match panel(&bookmark.opener).filter(|_| card.is_some()) {
            Some(opener) if opener != Panel::Article => side,
            _ => Panel::Article,
        };
        let place = Place {
            selection,
            passage,
            focus,
            side,
            opener,
            shared_box: shared.unwrap_or(Panel::Actors),
            whole: bookmark.whole,
            card,
            top_byte: top.unwrap_or(0),
            compare: self.claims.compares(),
            views: (
                view(bookmark.all_actors, self.actors.filter().view()),
                view(bookmark.all_events, self.timeline.filter().view()),
            ),
            trend: match bookmark.series.as_ref().and_then(series) {
                Some(series) if trend.series.as_ref() != Some(&series) => {
                    trend::Position { series: Some(series), figure: None }
                }
                _ => trend,
            },
        };
        (place, top)
    }
}
