//! The article: its words in optimal-fit lines, the signs of claims and gaps in the margin, and the passages of the
//! selection lit.

mod badge;
mod draw;
mod keys;
mod lead;
mod margin;
mod mouse;
mod rows;
mod step;
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
use underlines::{Underlines, joined};

use super::{Filtered, PanelPlace, PanelState};
use crate::dossier::{Article, Dossier, Ref};
use crate::input::action::Action;
use crate::look::layout::{ARTICLE_EXTRA, MEASURE};
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::pages::{self, Pages};

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
    /// The bytes of the longest mention.
    longest_mention: usize,
    /// Whether some signs are left out of the margin.
    signs_filtered: bool,
    /// The passages that are underlined for each choice of names: in order, none overlapping the next.
    marked: Underlines,
}

impl State {
    /// At the beginning of the article.
    pub fn new(dossier: &Dossier) -> Self {
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
            longest_mention: dossier.mentions.iter().map(|mention| mention.passage.len()).max().unwrap_or(0),
            signs_filtered: false,
            marked: Underlines::of(dossier),
        }
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
        self.size = Size::ZERO;
        self.layout(context, area);
    }

    /// Lays out what is visible. Keeps the byte at the top when the width changes, and leaves no blank rows at the end.
    pub fn layout(&mut self, context: &Context, area: Rect) {
        let article = &context.dossier.article;
        self.window.clear();
        if article.blocks.is_empty() || area.is_empty() {
            return;
        }
        let resized = self.size != area.as_size();
        self.size = area.as_size();
        self.rows.set_width(text_width(area));
        if resized {
            self.top = self.rows.place_of(article, self.top_byte);
        }
        self.top = self.top.min(self.rows.lowest_top(article, area.height));
        let mut place = Some(self.top);
        while let Some(here) = place
            && self.window.len() < usize::from(area.height)
        {
            let line = self.rows.line(article, here);
            let hyphen = line.as_ref().is_some_and(|line| line.hyphen);
            self.window.push(WindowRow { block: here.block, range: line.map(|line| line.range), hyphen });
            place = self.rows.after(article, here);
        }
        // Only scrolling by the reader changes what a resize keeps at the top.
        if !resized && self.top != self.laid_out_top {
            self.top_byte = self.window.first().map_or(0, |row| match &row.range {
                Some(range) => range.start,
                // The blank row after a block has the place where the block ends.
                None => article.blocks[row.block].range.end,
            });
        }
        self.laid_out_top = self.top;
    }

    fn page(&mut self, article: &Article, down: bool, area: Rect) {
        let (here, by) = (self.top, pages::lines(area.height));
        let Self { rows, pages, .. } = self;
        let next = || {
            if down {
                rows.down(article, here, by).min(rows.lowest_top(article, area.height))
            } else {
                rows.up(article, here, by)
            }
        };
        self.top = pages.turn(down, here, area.as_size(), next);
    }

    /// The bytes on screen.
    pub fn shown(&self) -> Option<Range<usize>> {
        let mut ranges = self.window.iter().filter_map(|row| row.range.clone());
        let first = ranges.next()?;
        Some(first.start..ranges.next_back().map_or(first.end, |last| last.end))
    }

    /// Whether any of this passage is on screen.
    pub fn shows(&self, passage: &Range<usize>) -> bool {
        self.shown().is_some_and(|shown| passage.start < shown.end && shown.start < passage.end)
    }

    /// Whether all of this passage is on screen.
    pub fn shows_whole(&self, passage: &Range<usize>) -> bool {
        self.shown().is_some_and(|shown| shown.start <= passage.start && passage.end <= shown.end)
    }

    /// Scrolls so that a passage begins on screen, with some lines before it, unless all of it is on screen already.
    pub fn go_to(&mut self, context: &Context, area: Rect, passage: &Range<usize>) {
        let article = &context.dossier.article;
        if article.blocks.is_empty() || area.is_empty() {
            return;
        }
        if !self.shows_whole(passage) {
            let place = self.rows.place_of(article, passage.start);
            self.top = self.rows.up(article, place, area.height / 3);
        }
        self.layout(context, area);
    }
}

fn text_width(area: Rect) -> u16 {
    (area.width + 2).saturating_sub(ARTICLE_EXTRA).clamp(1, MEASURE)
}

impl Rebase for State {
    /// If the article is laid out as before, nothing moves; else what was at the top stays there.
    fn rebase(&mut self, change: &Change, _: &Context) {
        let new = Self { marks: self.marks, ..Self::new(change.after) };
        let old = std::mem::replace(self, new);
        let (was, is) = (&change.before.article, &change.after.article);
        let is_laid_out_alike = was.language == is.language && was.blocks == is.blocks && was.text == is.text;
        if is_laid_out_alike && self.rows.keeps_whole_what(&old.rows) {
            (self.top, self.top_byte, self.laid_out_top) = (old.top, old.top_byte, old.laid_out_top);
            (self.size, self.rows, self.window, self.pages) = (old.size, old.rows, old.window, old.pages);
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
            Action::Marks,
        ];
        let mut hints = bar::on_panel(context, &actions);
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
        PanelPlace::default()
    }

    fn restore(&mut self, _: &Context, _: &PanelPlace) {}

    fn present(&mut self, _: &Context, _: Option<&str>, _: Option<&Ref>) {}

    /// Nothing here has a date of its own.
    fn relist(&mut self, _: &Context) {}

    fn filtered(&self) -> Option<&dyn Filtered> {
        None
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        None
    }
}
