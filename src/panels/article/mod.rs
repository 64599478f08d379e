//! The article: its words in optimal-fit lines, the signs of claims and gaps in the margin, and the passages of the
//! selection lit.

mod badge;
mod draw;
mod keys;
mod lead;
mod margin;
mod marking;
mod mouse;
mod rows;
mod shape;
mod step;
mod translation;
mod underlines;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

pub use underlines::MarkedNames;

use badge::badges;
use draw::draw;
use keys::update;
use margin::{MarginSign, margin};
use mouse::{hit_test, wheel};
use rows::{RowPosition, Rows, WindowRow};
use step::NamePassage;
use underlines::{Underlines, joined};

use super::{Filtered, PanelPlace, PanelState};
use crate::dossier::{Article, Dossier, Ref};
use crate::input::action::Action;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::protocol::suggesting::SuggestedWords;
use crate::widgets::pages::{self, Pages};

/// The name of the view with the translation, in a stop of the tour and in a bookmark; the usual view has none there.
const BOTH: &str = "both";
/// The name of the usual view.
const ORIGINAL: &str = "original";

/// Where the reader is in the article, and what of it is on screen.
#[derive(Clone, Debug)]
pub struct State {
    top: RowPosition,
    /// The byte the reader last scrolled to the top. Resizing keeps it there as far as possible, and finds it again later.
    top_byte: usize,
    /// The row that was at the top when the window was last laid out.
    laid_out_top: RowPosition,
    /// The room the window was last laid out for.
    size: Size,
    rows: Rows,
    pages: Pages<RowPosition, (RowPosition, Size)>,
    window: Vec<WindowRow>,
    marks: MarkedNames,
    margin: Vec<MarginSign>,
    /// The passages that name actors, in the order of the article; of those that begin together the longer comes first.
    names: Vec<NamePassage>,
    /// The bytes of the longest of them.
    longest_name: usize,
    /// Whether some signs are left out of the margin.
    signs_filtered: bool,
    /// The passages that are underlined for each choice of names: in order, none overlapping the next.
    marked: Underlines,
    /// Whether each block's translation is shown, if there is one.
    both: bool,
    /// Whether it is shown for the time being, whatever the reader has chosen: a search stands at words of it.
    peeks: bool,
    /// The block whose translation is shown where there is room for one alone; chosen when the window is laid out.
    only: Option<usize>,
    /// The byte of the translation that the reader last scrolled to the top, if its row shows no words of the article.
    top_translated: Option<usize>,
    /// The bytes of the article on screen.
    shown: Option<Range<usize>>,
}

impl State {
    /// At the beginning of the article.
    pub fn new(dossier: &Dossier) -> Self {
        let names = NamePassage::all(dossier);
        Self {
            top: RowPosition::default(),
            top_byte: 0,
            laid_out_top: RowPosition::default(),
            size: Size::ZERO,
            rows: Rows::new(joined(dossier, dossier.mentions.iter().filter(|mention| !mention.inferred))),
            pages: Pages::default(),
            window: Vec::new(),
            marks: MarkedNames::default(),
            margin: margin(dossier),
            longest_name: names.iter().map(|name| name.range.len()).max().unwrap_or(0),
            names,
            signs_filtered: false,
            marked: Underlines::of(dossier),
            both: false,
            peeks: false,
            only: None,
            top_translated: None,
            shown: None,
        }
    }

    /// Shows each block's translation for the time being, or no longer.
    pub fn peek(&mut self, peeks: bool) {
        if self.peeks != peeks {
            self.peeks = peeks;
            self.on_view();
        }
    }

    /// Shows each block with its translation, or the article alone.
    pub fn show_both(&mut self, both: bool) {
        self.both = both;
        self.on_view();
    }

    /// Another view is shown: the line at the top stays there.
    fn on_view(&mut self) {
        (self.only, self.top_translated) = (None, None);
    }

    /// The translation that is shown; none in the view of the article alone.
    fn translation(&self, context: &Context) -> Option<usize> {
        let wanted = self.both || self.peeks;
        context.dossier.article.translation_for(context.language.tag()).filter(|_| wanted)
    }

    /// Which names are underlined.
    pub fn marks(&self) -> MarkedNames {
        self.marks
    }

    /// Underlines these names.
    pub fn mark(&mut self, marks: MarkedNames) {
        self.marks = marks;
    }

    /// Shows only the signs of these claims and gaps in the margin; all without a choice.
    pub fn show_signs(&mut self, dossier: &Dossier, of: Option<&dyn Fn(&Ref) -> bool>) {
        self.margin = margin(dossier);
        self.signs_filtered = of.is_some();
        if let Some(of) = of {
            self.margin.retain(|sign| of(&sign.of));
        }
    }

    /// The byte of the article at the top of the window.
    pub fn top_byte(&self) -> usize {
        self.top_byte
    }

    /// Scrolls so that this byte is at the top.
    pub fn restore(&mut self, context: &Context, area: Rect, byte: usize) {
        let article = &context.dossier.article;
        if article.blocks.is_empty() {
            return;
        }
        self.top_byte = byte;
        self.on_view();
        self.size = Size::ZERO;
        self.layout(context, area);
    }

    /// Lays out what is visible. Keeps the byte at the top when the width or the view changes, and leaves no blank rows at the
    /// end.
    pub fn layout(&mut self, context: &Context, area: Rect) {
        let article = &context.dossier.article;
        self.window.clear();
        self.shown = None;
        if article.blocks.is_empty() || area.is_empty() {
            return;
        }
        let translation = self.translation(context);
        if translation.is_some() && shape::is_small(area) && self.only.is_none() {
            self.only = Some(translation::current_block(article, self.top_byte));
        }
        let shape = shape::of(area, translation, self.only.unwrap_or_default());
        let is_other = self.size != area.as_size() || self.rows.shape() != shape;
        self.size = area.as_size();
        self.rows.set_shape(shape);
        let height = self.height(area);
        if is_other {
            let translated =
                self.top_translated.and_then(|byte| self.rows.place_of_translated(article, byte));
            self.top = translated.unwrap_or_else(|| self.rows.place_of(article, self.top_byte));
        }
        self.top = self.top.min(self.rows.lowest_top(article, height));
        let mut place = Some(self.top);
        while let Some(here) = place
            && self.window.len() < usize::from(height)
        {
            self.window.push(self.rows.row(article, here));
            place = self.rows.after(article, here);
        }
        // Only scrolling by the reader changes what a resize keeps at the top.
        if !is_other && self.top != self.laid_out_top {
            self.remember_top(article);
        }
        self.laid_out_top = self.top;
        self.shown = translation::shown(article, &self.window);
    }

    /// Remembers what is at the top.
    fn remember_top(&mut self, article: &Article) {
        let Some(first) = self.window.first() else { return };
        let (line, translation) = (first.range(), first.translation.as_ref());
        (self.top_byte, self.top_translated) = match (line, translation) {
            (Some(line), _) => (line.start, None),
            // The place among the article's own words is the last before these.
            (None, Some(line)) => {
                let byte = Some(line.range.start).filter(|_| !line.range.is_empty());
                (self.rows.last_line(article, first.block), byte)
            }
            // The blank row after a block has the place where the block ends.
            (None, None) => (article.blocks[first.block].range.end, None),
        };
    }

    /// The rows of the window: all but the one that says whose the translation is.
    fn height(&self, area: Rect) -> u16 {
        area.height - u16::from(shape::has_note(self.rows.shape().pairing, area))
    }

    fn page(&mut self, article: &Article, down: bool, area: Rect) {
        let (here, height) = (self.top, self.height(area));
        let Self { rows, pages, .. } = self;
        let next = || {
            if down {
                translation::page_down(rows, article, here, height).min(rows.lowest_top(article, height))
            } else {
                translation::page_up(rows, article, here, height)
            }
        };
        self.top = pages.turn(down, here, area.as_size(), next);
    }

    fn half_page(&mut self, article: &Article, down: bool, area: Rect) {
        let by = pages::half(self.height(area));
        let scroll = if down { Rows::down } else { Rows::up };
        self.top = scroll(&mut self.rows, article, self.top, by);
    }

    /// The bytes on screen.
    pub fn shown(&self) -> Option<Range<usize>> {
        self.shown.clone()
    }

    /// Whether any of this passage is on screen.
    pub fn shows(&self, passage: &Range<usize>) -> bool {
        self.shown().is_some_and(|shown| passage.start < shown.end && shown.start < passage.end)
    }

    /// Whether all of this passage is on screen.
    pub fn shows_whole(&self, passage: &Range<usize>) -> bool {
        self.shown().is_some_and(|shown| shown.start <= passage.start && passage.end <= shown.end)
    }

    /// Scrolls so that a passage begins on screen, with some lines before it, unless all of it is on screen already. A block
    /// and its translation are kept together where both fit.
    pub fn go_to(&mut self, context: &Context, area: Rect, passage: &Range<usize>) {
        let article = &context.dossier.article;
        if article.blocks.is_empty() || area.is_empty() {
            return;
        }
        let place = self.rows.place_of(article, passage.start);
        let is_in_sight = self.shows_whole(passage);
        self.bring_in_sight(article, area, place, is_in_sight);
        self.layout(context, area);
    }

    /// Scrolls so that words of the translation are on screen, where it is shown.
    pub fn go_to_translated(&mut self, context: &Context, area: Rect, words: &Range<usize>) {
        let article = &context.dossier.article;
        if article.blocks.is_empty() || area.is_empty() {
            return;
        }
        if let Some(place) = self.rows.place_of_translated(article, words.start) {
            let has = |row: &WindowRow| {
                row.translation.as_ref().is_some_and(|line| line.range.contains(&words.start))
            };
            let is_in_sight = self.window.iter().any(has);
            self.bring_in_sight(article, area, place, is_in_sight);
        }
        self.layout(context, area);
    }

    fn bring_in_sight(&mut self, article: &Article, area: Rect, place: RowPosition, is_in_sight: bool) {
        let height = self.height(area);
        let before = self.rows.up(article, place, height / 3);
        match self.rows.pair(article, place.block, height) {
            Some((first, last)) => {
                let bottom = self.rows.down(article, self.top, height.saturating_sub(1));
                if first < self.top || bottom < last {
                    let lowest = self.rows.up(article, last, height.saturating_sub(1));
                    self.top = before.clamp(lowest.min(first), first);
                }
            }
            None if is_in_sight => {}
            None => self.top = before,
        }
    }
}

impl Rebase for State {
    /// If the article is laid out as before, nothing moves; else what was at the top stays there.
    fn rebase(&mut self, change: &Change, _: &Context) {
        let (marks, both, peeks) = (self.marks, self.both, self.peeks);
        let new = Self { marks, both, peeks, ..Self::new(change.after) };
        let old = std::mem::replace(self, new);
        let (was, is) = (&change.before.article, &change.after.article);
        let is_translated_alike = !(both || peeks) || was.translations == is.translations;
        let is_laid_out_alike = was.language == is.language && was.blocks == is.blocks && was.text == is.text;
        if is_laid_out_alike && is_translated_alike && self.rows.keeps_whole_what(&old.rows) {
            (self.top, self.top_byte, self.laid_out_top) = (old.top, old.top_byte, old.laid_out_top);
            (self.size, self.rows, self.window, self.pages) = (old.size, old.rows, old.window, old.pages);
            (self.only, self.top_translated, self.shown) = (old.only, old.top_translated, old.shown);
        } else {
            self.top_byte = change.byte(old.top_byte);
        }
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        update(self, action, context, area)
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        self.layout(context, area);
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw(self, context, area, buffer);
    }

    fn views(&self, dossier: &Dossier) -> Vec<String> {
        if dossier.article.translations.is_empty() {
            Vec::new()
        } else {
            [ORIGINAL, BOTH].map(str::to_owned).into()
        }
    }

    fn badge(&self, context: &Context) -> Vec<String> {
        badges(self, context)
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let dossier = &context.dossier;
        let (has_names, has_links) = (!dossier.mentions.is_empty(), !dossier.article.links.is_empty());
        let actions = [
            Action::Right,
            Action::NextClaim,
            Action::Card,
            Action::NextPanel,
            Action::Back,
            Action::Search,
            Action::Help,
            Action::Quit,
            Action::Palette,
            Action::NextPassage,
            Action::Whole,
            Action::View,
            Action::Marks,
        ];
        let mut hints = bar::on_panel(context, &actions);
        if dossier.article.translations.is_empty() {
            hints.retain(|(action, _)| *action != Action::View);
        }
        if !has_names && has_links {
            bar::rename(&mut hints, Action::Right, context.strings().link.one);
        } else if !has_names {
            hints.retain(|(action, _)| *action != Action::Right);
        }
        hints
    }

    fn hit(&self, context: &Context, area: Rect, position: Position) -> Option<Request> {
        hit_test(self, context, area, position)
    }

    /// The letter at the end of the mark that keys move; else where the current words begin: those of the search's hit or of the selection's passage, else its first in sight.
    fn cursor_cell(&self, context: &Context, area: Rect) -> Option<Position> {
        if let Some(mark) = context.mark() {
            return mouse::cell_of(self, context, area, mark.active_byte(&context.dossier.article));
        }
        if let Some(words) = context.suggested().and_then(SuggestedWords::current) {
            return mouse::cell_of(self, context, area, words.start);
        }
        let hit = context.hit().filter(|_| context.passage().is_none());
        let lit = context.lit().passages.iter().map(|passage| &passage.range);
        let mut current = hit.into_iter().chain(context.passage()).chain(lit);
        current.find_map(|words| mouse::cell_of(self, context, area, words.start))
    }

    fn wheel(&mut self, down: bool, context: &Context, _: Rect) {
        wheel(self, down, context);
    }

    /// Its lit words are drawn from the selection itself.
    fn follow_selection(&mut self, _: &Context, _: bool) {}

    /// It takes whatever room there is.
    fn rows(&self) -> u16 {
        u16::MAX
    }

    /// The app keeps where the article is scrolled to, by its words.
    fn place(&self, _: &Context) -> PanelPlace {
        PanelPlace { view: self.both.then(|| BOTH.to_owned()), item: None }
    }

    fn restore(&mut self, _: &Context, place: &PanelPlace) {
        let both = place.view.as_deref() == Some(BOTH);
        if self.both != both {
            self.show_both(both);
        }
    }

    fn present(&mut self, _: &Context, view: Option<&str>, _: Option<&Ref>) {
        self.show_both(view == Some(BOTH));
    }

    /// Nothing here has a date of its own.
    fn relist(&mut self, _: &Context) {}

    fn filtered(&self) -> Option<&dyn Filtered> {
        None
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        None
    }
}
