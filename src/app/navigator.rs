//! Where the reader is, how "back" and "forward" lead there again, and what the article is to scroll to.

use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::App;
use super::history::{History, Leave};
use crate::card;
use crate::dossier::Ref;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel, PerPanel};
use crate::panels::PanelPlace;
use crate::protocol::change::Change;

/// Which panels are shown where, as far as the reader decides it. The same in the app, in the history and in a bookmark:
/// whatever is added here is restored by "back" and at the next start.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// The panel beside the article that was last in use.
    #[serde(serialize_with = "write_panel", deserialize_with = "read_side")]
    pub side: Panel,
    /// What the card was opened from: keys go there when it is closed.
    #[serde(serialize_with = "write_panel", deserialize_with = "read_opener")]
    pub opener: Panel,
    /// Which of actors and claims the box they share shows.
    #[serde(serialize_with = "write_panel", deserialize_with = "read_shared")]
    pub shared: Panel,
    /// Whether what keys go to has the whole screen.
    pub whole: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { side: Panel::Actors, opener: Panel::Article, shared: Panel::Actors, whole: false }
    }
}

/// A panel by the name of the action that goes there.
pub(super) fn panel_name(panel: Panel) -> &'static str {
    Action::Focus(panel).entry().name
}

/// The panel of this name.
pub(super) fn panel_named(name: &str) -> Option<Panel> {
    Panel::ALL.into_iter().find(|panel| panel_name(*panel) == name)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn write_panel<S: Serializer>(panel: &Panel, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(panel_name(*panel))
}

/// Any name is taken: a file may be of another version, and what leads nowhere is passed over.
fn read_panel<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Panel>, D::Error> {
    Ok(panel_named(&String::deserialize(deserializer)?))
}

fn read_side<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panel, D::Error> {
    let panel = read_panel(deserializer)?.filter(|panel| *panel != Panel::Article);
    Ok(panel.unwrap_or(Arrangement::default().side))
}

fn read_opener<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panel, D::Error> {
    Ok(read_panel(deserializer)?.unwrap_or(Arrangement::default().opener))
}

fn read_shared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panel, D::Error> {
    let panel = read_panel(deserializer)?.filter(|panel| panel.is_shared());
    Ok(panel.unwrap_or(Arrangement::default().shared))
}

/// What the article is to scroll to once it is laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum ScrollTarget {
    /// These words.
    To(Range<usize>),
    /// The selection's first passage, unless one is in sight whole.
    Follow,
    /// These words, unless some of them are in sight.
    IfHidden(Range<usize>),
    /// This byte at the top.
    TopAt(usize),
}

/// Where the reader is: what "back" restores. A bookmark is made of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ScreenPlace {
    pub(super) selection: Option<Ref>,
    pub(super) passage: Option<Range<usize>>,
    pub(super) focus: Focus,
    pub(super) arrangement: Arrangement,
    pub(super) card: Option<card::CardPlace>,
    pub(super) top_byte: usize,
    pub(super) panels: PerPanel<PanelPlace>,
}

impl ScreenPlace {
    /// The place in another state of the dossier; none if what was selected there is gone. Where one is in the panels
    /// holds by itself: names that lead nowhere are passed over.
    pub(super) fn rebased(self, change: &Change) -> Option<Self> {
        let selection = match &self.selection {
            Some(was) => Some(change.thing(was)?),
            None => None,
        };
        let card = match self.card {
            Some(card) => {
                let item = change.thing(card.of())?;
                Some(card.renamed(item))
            }
            None => None,
        };
        let passage = self.passage.as_ref();
        Some(Self {
            passage: passage
                .and_then(|passage| change.passage(passage, self.selection.as_ref(), selection.as_ref())),
            card,
            top_byte: change.byte(self.top_byte),
            selection,
            ..self
        })
    }
}

/// Which panels are shown, the way here, and where the article is to scroll.
#[derive(Clone, Debug, Default)]
pub(super) struct Navigator {
    pub(super) arrangement: Arrangement,
    pub(super) history: History<ScreenPlace>,
    /// Applied by the next layout that has room for the article.
    pub(super) scroll: Option<ScrollTarget>,
}

impl Navigator {
    /// Finds all places in another state of the dossier.
    pub(super) fn rebase(&mut self, change: &Change) {
        self.scroll = self.scroll.take().and_then(|scroll| match scroll {
            ScrollTarget::To(words) => change.words(&words).map(ScrollTarget::To),
            ScrollTarget::IfHidden(words) => change.words(&words).map(ScrollTarget::IfHidden),
            ScrollTarget::TopAt(byte) => Some(ScrollTarget::TopAt(change.byte(byte))),
            ScrollTarget::Follow => Some(ScrollTarget::Follow),
        });
        self.history.rebase(|place| place.rebased(change));
    }
}

impl App {
    pub(super) fn place(&self) -> ScreenPlace {
        let arrangement = self.navigator.arrangement;
        let opener = if self.card.is_some() { arrangement.opener } else { Panel::Article };
        ScreenPlace {
            selection: self.context.selection().cloned(),
            passage: self.context.passage().cloned(),
            focus: self.context.focus,
            arrangement: Arrangement { opener, ..arrangement },
            card: self.card.as_ref().map(|card| card.place().clone()),
            top_byte: match self.navigator.scroll {
                // The article has not been laid out yet: there was no room for it.
                Some(ScrollTarget::TopAt(byte)) => byte,
                _ => self.panels.article.top_byte(),
            },
            panels: PerPanel::from_fn(|panel| self.panels.get(panel).place(&self.context)),
        }
    }

    pub(super) fn restore(&mut self, place: ScreenPlace) {
        self.context.focus = place.focus;
        self.navigator.arrangement = place.arrangement;
        self.navigator.scroll = Some(ScrollTarget::TopAt(place.top_byte));
        // Before the selection, so that each panel follows it in the view that it will show; and after, because a panel
        // may have followed it to another view.
        self.restore_panels(&place.panels);
        self.set_selection(place.selection, place.passage);
        self.restore_panels(&place.panels);
        self.card = place.card.map(card::State::new);
    }

    fn restore_panels(&mut self, places: &PerPanel<PanelPlace>) {
        for panel in Panel::ALL {
            self.panels.get_mut(panel).restore(&self.context, &places[panel]);
        }
    }

    /// Remembers the place as one that is left by a step within a panel, or from the card.
    pub(super) fn leave_by_step(&mut self) {
        let leave = match self.context.focus {
            Focus::Panel(panel) => Leave::Step(panel),
            Focus::Card => Leave::Jump,
        };
        self.leave(leave);
    }

    /// Remembers the place as one that is left by a jump.
    pub(super) fn leave_by_jump(&mut self) {
        self.leave(Leave::Jump);
    }

    fn leave(&mut self, leave: Leave) {
        let place = self.place();
        self.navigator.history.leave(leave, || place);
    }

    pub(super) fn go_back(&mut self) {
        let here = self.place();
        match self.navigator.history.back(|| here) {
            Some(place) => self.restore(place),
            None => self.notice = Some(self.context.strings().no_back.to_owned()),
        }
    }

    pub(super) fn go_forward(&mut self) {
        let here = self.place();
        match self.navigator.history.forward(|| here) {
            Some(place) => self.restore(place),
            None => self.notice = Some(self.context.strings().no_forward.to_owned()),
        }
    }
}
