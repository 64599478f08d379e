//! The five panels and what keys can go to.

use std::ops::{Index, IndexMut};

use crate::dossier::StopPanel;

/// A panel, by what it shows. Its number is the key that goes to it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Panel {
    /// The article's text.
    Article,
    /// Who the story is about.
    Actors,
    /// What happened when.
    Timeline,
    /// The figures.
    Trend,
    /// What the article asserts and leaves out.
    Claims,
}

impl From<StopPanel> for Panel {
    fn from(part: StopPanel) -> Self {
        match part {
            StopPanel::Article => Panel::Article,
            StopPanel::Actors => Panel::Actors,
            StopPanel::Timeline => Panel::Timeline,
            StopPanel::Trend => Panel::Trend,
            StopPanel::Claims => Panel::Claims,
        }
    }
}

impl Panel {
    /// All of them, in the order of their numbers.
    pub const ALL: [Panel; 5] = [Panel::Article, Panel::Actors, Panel::Timeline, Panel::Trend, Panel::Claims];

    /// The number that goes to it, 1 to 5.
    pub fn number(self) -> usize {
        match self {
            Panel::Article => 1,
            Panel::Actors => 2,
            Panel::Timeline => 3,
            Panel::Trend => 4,
            Panel::Claims => 5,
        }
    }

    /// Those that take turns in one box where the screen has room for all other panels but not for both.
    pub const SHARED: [Panel; 2] = [Panel::Actors, Panel::Claims];

    /// Whether it takes turns with another in one box.
    pub fn is_shared(self) -> bool {
        Self::SHARED.contains(&self)
    }
}

/// One value for each panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PerPanel<T>([T; Panel::ALL.len()]);

impl<T> PerPanel<T> {
    /// What a function gives for each panel.
    pub fn from_fn(value: impl FnMut(Panel) -> T) -> Self {
        Self(Panel::ALL.map(value))
    }
}

impl<T> Index<Panel> for PerPanel<T> {
    type Output = T;

    fn index(&self, panel: Panel) -> &T {
        &self.0[panel.number() - 1]
    }
}

impl<T> IndexMut<Panel> for PerPanel<T> {
    fn index_mut(&mut self, panel: Panel) -> &mut T {
        &mut self.0[panel.number() - 1]
    }
}

/// What has the focus: a panel, or the card that lies over one side.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Focus {
    /// A panel.
    Panel(Panel),
    /// The card.
    Card,
}
