//! For `check --size`, which draws everything: opens any card, and says where on the screen it is drawn.

use ratatui::layout::Rect;

use super::App;
use crate::card;
use crate::dossier::{Dossier, Ref};
use crate::look::panel::Focus;
use crate::protocol::slide::Slide;
use crate::tour;

impl App {
    /// The dossier that is shown.
    pub fn dossier(&self) -> &Dossier {
        &self.context.dossier
    }

    /// Opens the card of a thing, as Enter on it does.
    pub fn open_card(&mut self, of: Ref) {
        self.open(card::CardPlace::at_top(of));
        self.layout();
    }

    /// What there is no room for on the slide that is shown.
    pub fn slide_cut(&self) -> &[tour::Cut] {
        self.tour.cut()
    }

    /// How many of the rows of the slide that is shown are blank, in per cent.
    pub fn slide_blank_share(&self) -> u16 {
        self.tour.blank_share()
    }

    /// How many words there are to read on the slide that is shown.
    pub fn slide_words(&self) -> usize {
        let stop = self.context.dossier.tour().get(self.tour.number());
        stop.map_or(0, |stop| Slide::of(&self.context, stop).words())
    }

    /// Whether the panel that has the focus shows a picture.
    pub fn shows_picture(&self) -> bool {
        matches!(self.context.focus, Focus::Panel(panel) if self.panels.get(panel).is_picture())
    }

    /// The area of what has the focus, with the row of its name; empty where it is not shown.
    pub fn focused_area(&self) -> Rect {
        let area = match self.context.focus {
            Focus::Panel(panel) => self.inside(panel),
            Focus::Card => self.inside_card(),
        };
        if area.is_empty() {
            return Rect::ZERO;
        }
        let top = area.y.saturating_sub(1);
        Rect { y: top, height: area.bottom() - top, ..area }
    }
}
