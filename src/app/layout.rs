//! Where everything is on the screen. Every update ends with the layout, so that drawing only reads.

use ratatui::layout::Rect;

use super::App;
use super::navigator::ScrollTarget;
use crate::look::frame;
use crate::look::layout::{self, CardShown, LayoutInput};
use crate::look::panel::{Focus, Panel, PerPanel};
use crate::protocol::suggesting::SuggestedWords;
use crate::{overlays, search, tour};

impl App {
    /// Lays the screen out: the areas, and what is visible in each of them.
    pub(super) fn layout(&mut self) {
        self.restart_search();
        self.show_hit();
        self.areas = if self.shows_speaker() {
            layout::speaker_areas(self.size)
        } else if self.tour.is_running() {
            self.tour_areas()
        } else {
            layout::areas(self.size, self.layout_input())
        };
        let article = self.article_area();
        if self.context.mark.is_some() && !self.panels.article.is_laid_out_for(article) {
            self.navigator.scroll.get_or_insert(ScrollTarget::Mark);
        }
        if let Some(words) = self.context.suggested().and_then(SuggestedWords::current)
            && !self.panels.article.is_laid_out_for(article)
        {
            self.navigator.scroll.get_or_insert(ScrollTarget::To(words.clone()));
        }
        for panel in Panel::ALL {
            let area = if panel == Panel::Article { article } else { self.inside(panel) };
            self.panels.get_mut(panel).layout(&self.context, area);
        }
        self.scroll_article(article);
        let area = self.inside_card();
        if let Some(state) = &mut self.card {
            state.layout(&self.context, area);
        } else if let Some(preview) = self.preview.as_mut().filter(|_| self.search.is_none()) {
            preview.card.layout(&self.context, area);
        }
        if let Some(session) = self.search.as_mut().filter(|_| !area.is_empty()) {
            search::layout(&mut session.state, &self.context, area);
        }
        let room = self.room();
        // On a screen too small to show anything, everything stays as it was.
        if let Some(overlay) = self.overlay.as_mut().filter(|_| self.areas.is_some()) {
            let area = overlays::inside(&**overlay, &self.context, &room);
            overlay.layout(&self.context, area);
        }
    }

    /// Lays out the stop, and the panel that draws its picture, if one does.
    fn tour_areas(&mut self) -> Option<layout::Areas> {
        let notes = tour::notes_rows(&self.tour, &self.context, self.size.width);
        let mut areas = layout::tour_areas(self.size, notes)?;
        let stop = areas.stop?;
        self.tour.layout(&self.context, stop);
        areas.panels.extend(self.tour.panel_area(stop).map(|area| (Panel::Trend, area)));
        Some(areas)
    }

    /// Scrolls the article to where it is to go, once there is room for it.
    fn scroll_article(&mut self, area: Rect) {
        if area.is_empty() {
            return;
        }
        let (article, context) = (&mut self.panels.article, &self.context);
        let passages = &context.lit().passages;
        match self.navigator.scroll.take() {
            Some(ScrollTarget::To(words)) => article.go_to(context, area, &words),
            Some(ScrollTarget::ToTranslated(words)) => article.go_to_translated(context, area, &words),
            Some(ScrollTarget::IfHidden(words)) if article.shows(&words) => {}
            Some(ScrollTarget::IfHidden(words)) => article.go_to(context, area, &words),
            Some(ScrollTarget::TopAt(byte)) => article.restore(context, area, byte),
            Some(ScrollTarget::Mark) => {
                if let Some(mark) = context.mark() {
                    article.keep_in_sight(context, area, mark);
                }
            }
            Some(ScrollTarget::Follow) => {
                if !passages.iter().any(|passage| article.shows_whole(&passage.range))
                    && let Some(first) = passages.first()
                {
                    article.go_to(context, area, &first.range);
                }
            }
            None => {}
        }
    }

    pub(super) fn layout_input(&self) -> LayoutInput {
        let arrangement = self.navigator.arrangement;
        // A search takes the place of a card: beside the article, never over it.
        let is_searching = self.search.is_some();
        LayoutInput {
            focus: if is_searching { Focus::Card } else { self.context.focus },
            side: arrangement.side,
            shared: arrangement.shared,
            rows: self.rows(),
            needs: PerPanel::from_fn(|panel| self.panels.get(panel).needs()),
            alone: self.context.dossier.is_article_alone(),
            bare: self.context.dossier.is_bare,
            card: match (self.card.is_some() || is_searching, self.preview.is_some()) {
                (true, _) => CardShown::Open,
                (false, true) => CardShown::Previewed,
                (false, false) => CardShown::No,
            },
            whole: arrangement.whole,
        }
    }

    /// The rows that each panel would fill. A panel under its own overlay keeps its rows, however little it lists
    /// meanwhile.
    fn rows(&self) -> PerPanel<u16> {
        let mut rows = PerPanel::from_fn(|panel| self.panels.get(panel).rows());
        if let Some(panel) = self.overlay.as_ref().and_then(|overlay| overlay.panel()) {
            rows[panel] = u16::MAX;
            rows[self.navigator.arrangement.side] = u16::MAX;
        }
        rows
    }

    /// The room inside a panel's frame; empty where the panel is not shown.
    pub(super) fn inside(&self, panel: Panel) -> Rect {
        let Some(areas) = &self.areas else { return Rect::ZERO };
        let area = areas.of(panel).unwrap_or_default();
        // In the picture of a slide it has no frame.
        if self.tour.is_running() || area.is_empty() { area } else { frame::inside(area, areas.frame) }
    }

    /// The room that the article has: while words are marked or suggested, only what a menu, a form or the suggestion leaves of
    /// it, so that they are in sight above that.
    pub(super) fn article_area(&self) -> Rect {
        let area = self.inside(Panel::Article);
        let is_about_words = self.context.mark.is_some() || self.has_suggestions();
        let over = match &self.overlay {
            Some(overlay) if is_about_words => overlays::place(&**overlay, &self.context, &self.room()).0,
            None if self.is_suggesting() => self.suggestion_area(),
            _ => return area,
        };
        let height = over.y.saturating_sub(area.y).min(area.height);
        if height == 0 { area } else { Rect { height, ..area } }
    }

    /// The room inside the card's frame; empty where there is none.
    pub(super) fn inside_card(&self) -> Rect {
        let Some(areas) = &self.areas else { return Rect::ZERO };
        areas.card.map_or(Rect::ZERO, |area| frame::inside(area, areas.frame))
    }

    /// The card that is previewed, where there is room for it.
    pub(super) fn shown_preview(&self) -> Option<&crate::card::State> {
        let is_shown = self.card.is_none() && self.search.is_none() && !self.inside_card().is_empty();
        self.preview.as_ref().filter(|_| is_shown).map(|preview| &preview.card)
    }

    /// The rows between title bar and status line, for panels and what lies over them.
    pub(super) fn body(&self) -> Rect {
        if self.tour.is_running() {
            return Rect::new(0, 0, self.size.width, self.size.height.saturating_sub(1));
        }
        Rect::new(0, 1, self.size.width, self.size.height.saturating_sub(3))
    }

    /// Whether what has the focus has the whole screen anyway.
    pub(super) fn one_at_a_time(&self) -> bool {
        self.areas.as_ref().is_some_and(|areas| areas.one_at_a_time)
    }
}
