//! Where the reader is, how "back" and "forward" lead there again, and what the article is to scroll to.

use std::ops::Range;

use super::App;
use super::arrangement::Arrangement;
use super::history::{History, Leave};
use crate::card;
use crate::dossier::Ref;
use crate::look::panel::{Focus, Panel, PerPanel};
use crate::panels::PanelPlace;
use crate::protocol::change::Change;

/// What the article is to scroll to once it is laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum ScrollTarget {
    /// These words.
    To(Range<usize>),
    /// The selection's first passage, unless one is wholly in sight.
    Follow,
    /// These words, unless some of them are in sight.
    IfHidden(Range<usize>),
    /// These words of the article's translation, by the bytes of that, if they are shown.
    ToTranslated(Range<usize>),
    /// This byte at the top.
    TopAt(usize),
    /// The words that are marked, by no more than it takes.
    Mark,
}

/// Where the reader is: what "back" restores. A bookmark is made of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ScreenPlace {
    pub(super) selection: Option<Ref>,
    pub(super) passage: Option<Range<usize>>,
    pub(super) focus: Focus,
    pub(super) arrangement: Arrangement,
    pub(super) card: Option<card::CardPlace>,
    /// What has the focus again when the preview of the selection's card is closed, if it is previewed.
    pub(super) preview: Option<Focus>,
    pub(super) top_byte: usize,
    pub(super) panels: PerPanel<PanelPlace>,
}

impl ScreenPlace {
    /// The place after a reload; none if what was selected there is gone. Places in panels need no change: names that
    /// lead nowhere are ignored.
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

/// Which panels are shown, the history, and where the article is to scroll.
#[derive(Clone, Debug, Default)]
pub(super) struct Navigator {
    pub(super) arrangement: Arrangement,
    pub(super) history: History<ScreenPlace>,
    /// Applied by the next layout that has room for the article.
    pub(super) scroll: Option<ScrollTarget>,
    /// A panel was entered and nothing has been selected since: what a key does to a thing it does to the row of the cursor.
    pub(super) at_cursor: bool,
}

impl Navigator {
    /// Rebases all places after a reload.
    pub(super) fn rebase(&mut self, change: &Change) {
        self.scroll = self.scroll.take().and_then(|scroll| match scroll {
            ScrollTarget::To(words) => change.words(&words).map(ScrollTarget::To),
            ScrollTarget::IfHidden(words) => change.words(&words).map(ScrollTarget::IfHidden),
            ScrollTarget::TopAt(byte) => Some(ScrollTarget::TopAt(change.byte(byte))),
            scroll @ (ScrollTarget::Follow | ScrollTarget::Mark) => Some(scroll),
            // Only the article's words are found again after a change.
            ScrollTarget::ToTranslated(_) => None,
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
            preview: self.shown_preview().map(|_| self.focus_before_preview()),
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
        self.restore_preview(place.preview);
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
