//! The article: its words in optimal-fit lines, the signs of claims and gaps in the margin, and the passages of the
//! selection lit.

mod draw;
mod lead;
mod mouse;
mod place;
mod step;

use std::ops::Range;

use foldhash::{HashSet, HashSetExt as _};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use draw::draw;
use mouse::{hit_test, wheel};
use place::{RowPosition, Rows, WindowRow};

use super::{Filtered, PanelPlace, PanelState};
use crate::dossier::{Actor, Anchor, Article, Claim, Dossier, Event, Gap, Mention, Ref, Relation};
use crate::facts::{self, Mark};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::layout::{ARTICLE_EXTRA, MEASURE};
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::widgets::pages::{self, Pages};

/// Which names are underlined without a selection.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum MarkedNames {
    /// Those of prominent actors.
    #[default]
    Prominent,
    /// All.
    All,
    /// None.
    None,
}

impl MarkedNames {
    /// All of them, in the order the key goes through them.
    pub const ALL: [MarkedNames; 3] = [MarkedNames::Prominent, MarkedNames::All, MarkedNames::None];

    /// Its name in a bookmark.
    pub fn name(self) -> &'static str {
        match self {
            MarkedNames::Prominent => "prominent",
            MarkedNames::All => "all",
            MarkedNames::None => "none",
        }
    }
}

/// Where one is in the article, and what of it is on screen.
#[derive(Clone, Debug)]
pub struct State {
    top: RowPosition,
    /// The byte that was last put at the top. A resize keeps it there as far as it can, and a later one finds it again.
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
    /// Whether signs are left out of the margin.
    calmed: bool,
    /// The passages that are underlined, by which names are: in order, none touching the next.
    marked: Underlines,
}

/// What is underlined, joined where passages overlap: the eye cannot see how many names a line is under.
#[derive(Clone, Debug)]
struct Underlines {
    prominent: Vec<Range<usize>>,
    all: Vec<Range<usize>>,
}

impl Underlines {
    fn of(dossier: &Dossier) -> Self {
        let is_prominent = |mention: &&Mention| {
            !mention.inferred && dossier.actor(&mention.actor).is_some_and(|actor| actor.prominent)
        };
        Self {
            prominent: joined(dossier, dossier.mentions.iter().filter(is_prominent)),
            all: joined(dossier, dossier.mentions.iter()),
        }
    }
}

/// The passages of these mentions and of all links.
fn joined<'a>(dossier: &'a Dossier, mentions: impl Iterator<Item = &'a Mention>) -> Vec<Range<usize>> {
    let links = dossier.article.links.iter().map(|link| &link.range);
    let mut passages: Vec<&Range<usize>> = mentions.map(|mention| &mention.passage).chain(links).collect();
    passages.sort_by_key(|passage| passage.start);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for passage in passages {
        match ranges.last_mut() {
            Some(last) if passage.start < last.end => last.end = last.end.max(passage.end),
            _ => ranges.push(passage.clone()),
        }
    }
    ranges
}

/// A sign in the margin, at the byte where the words of its claim or gap begin.
#[derive(Clone, Debug)]
struct MarginSign {
    byte: usize,
    of: Ref,
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
            calmed: false,
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

    /// Leaves only the signs of these claims and gaps in the margin; without a choice, all.
    pub fn show_signs(&mut self, dossier: &Dossier, of: Option<&dyn Fn(&Ref) -> bool>) {
        self.margin = margin(dossier);
        self.calmed = of.is_some();
        if let Some(of) = of {
            self.margin.retain(|sign| of(&sign.of));
        }
    }

    /// How many passages end above the window, and how many begin below it.
    fn out_of_sight(&self, context: &Context) -> (usize, usize) {
        let (Some(shown), passages) = (self.shown(), &context.lit().passages) else { return (0, 0) };
        let before = passages.partition_point(|passage| passage.range.start < shown.start);
        // Only those that begin near enough can reach into the window.
        let reach = shown.start.saturating_sub(context.lit().longest_passage);
        let near = passages[..before].iter().rev().take_while(|passage| passage.range.start >= reach);
        let reaching = near.filter(|passage| passage.range.end > shown.start).count();
        let below = passages.len() - passages.partition_point(|passage| passage.range.start < shown.end);
        (before - reaching, below)
    }

    /// The byte of the article at the top of the window.
    pub fn top_byte(&self) -> usize {
        self.top_byte
    }

    /// Goes back to where this byte was at the top.
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
        // Only a move of the reader's changes the place a resize comes back to.
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

    /// Whether any of these words is on screen.
    pub fn shows(&self, passage: &Range<usize>) -> bool {
        self.shown().is_some_and(|shown| passage.start < shown.end && shown.start < passage.end)
    }

    /// Whether all of these words are on screen.
    pub fn shows_whole(&self, passage: &Range<usize>) -> bool {
        self.shown().is_some_and(|shown| shown.start <= passage.start && passage.end <= shown.end)
    }

    /// Scrolls so that a passage begins on screen, with some lines before it, unless it stands there whole already.
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

/// Carries out a key. Scrolling happens here; what is selected is asked for.
fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    let article = &context.dossier.article;
    if article.blocks.is_empty() {
        return Vec::new();
    }
    match action {
        Action::Up => state.top = state.rows.up(article, state.top, 1),
        Action::Down => state.top = state.rows.down(article, state.top, 1),
        Action::PageUp | Action::PageDown => state.page(article, action == Action::PageDown, area),
        Action::First => state.top = RowPosition::default(),
        Action::Last => state.top = state.rows.last(article),
        Action::Left | Action::Right => {
            let strings = context.strings();
            return vec![match state.next_step(context, action == Action::Right) {
                Some((name, passage)) => Request::SelectAt(name, passage),
                None if action == Action::Right => Request::Notice(strings.no_next_name.to_owned()),
                None => Request::Notice(strings.no_previous_name.to_owned()),
            }];
        }
        Action::Card => {
            return match context.selection() {
                Some(selection) => vec![Request::Open(selection.clone())],
                None => match state.next_step(context, true) {
                    Some((name, passage)) => {
                        vec![Request::SelectAt(name.clone(), passage), Request::Open(name)]
                    }
                    None => vec![Request::Notice(context.nothing_selected())],
                },
            };
        }
        Action::View => return vec![Request::Notice(context.strings().only_view.to_owned())],
        Action::Marks => {
            let strings = context.strings();
            let (marks, notice) = match state.marks {
                MarkedNames::Prominent => (MarkedNames::All, strings.marks_all),
                MarkedNames::All => (MarkedNames::None, strings.marks_none),
                MarkedNames::None => (MarkedNames::Prominent, strings.marks_prominent),
            };
            state.marks = marks;
            return vec![Request::Notice(notice.to_owned())];
        }
        _ => {}
    }
    Vec::new()
}

/// What the frame says on the right, longest first: which part of the article is on screen, by its bytes.
fn badges(state: &State, context: &Context) -> Vec<String> {
    let strings = context.strings();
    let blocks = &context.dossier.article.blocks;
    let Some((shown, first, last)) = state
        .shown()
        .zip(blocks.first())
        .zip(blocks.last())
        .map(|((shown, first), last)| (shown, first, last))
    else {
        return Vec::new();
    };
    let total = last.range.end;
    let part = if shown.start <= first.range.start && shown.end >= total {
        strings.whole_article.to_owned()
    } else {
        let (from, to) = (shown.start * 100 / total, shown.end * 100 / total);
        context.language.percent(&format!("{from}{}{to}", context.glyph(glyphs::TO)))
    };
    let lit = hits_out_of_sight(context, &shown).or_else(|| lit_out_of_sight(state, context));
    let calmed = state.calmed.then(|| strings.signs_filtered.to_owned());
    // What is hidden is said before how much of what is shown is out of sight, and that before the part of the article.
    let parts: Vec<String> = calmed.into_iter().chain(lit).chain([part.clone()]).collect();
    let forms = (1..=parts.len()).rev().map(|parts_shown| context.joined(&parts[..parts_shown]));
    forms.chain([part]).collect()
}

/// `◀ 3 ↑ · 8 ↓`: how many passages of the selection lie above and below what is on screen.
fn lit_out_of_sight(state: &State, context: &Context) -> Option<String> {
    let selection = context.selection()?;
    if context.lit().passages.is_empty() {
        // The article may well mention what is broken.
        let is_broken = facts::mark(&context.dossier, context.faults(), selection) == Mark::Broken;
        let strings = context.strings();
        return Some(if is_broken { strings.standing_broken } else { strings.not_mentioned }.to_owned());
    }
    let (above, below) = state.out_of_sight(context);
    let numbers = [(above, glyphs::UP), (below, glyphs::DOWN)].into_iter().filter(|(number, _)| *number > 0);
    let numbers: Vec<String> = numbers
        .map(|(number, arrow)| format!("{} {}", context.language.count(number), context.glyph(arrow)))
        .collect();
    (!numbers.is_empty()).then(|| format!("{} {}", context.glyph(glyphs::LIT), context.joined(&numbers)))
}

/// `Treffer: 3 ↑ 8 ↓`: how many hits of the search lie above and below what is on screen. Where not all are kept, only
/// that there are more.
fn hits_out_of_sight(context: &Context, shown: &Range<usize>) -> Option<String> {
    let search = context.search()?;
    let strings = context.strings();
    let hits = search.hits();
    if search.is_cut() {
        let most = context.language.count(hits.len());
        return Some(format!("{} {most} {}", strings.more_than, strings.hit.many));
    }
    let above = hits.index_from(shown.start);
    let below = hits.len() - hits.index_from(shown.end);
    let parts = [(above, glyphs::UP), (below, glyphs::DOWN)].into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(number, arrow)| format!("{} {}", context.language.count(number), context.glyph(arrow)))
        .collect();
    if parts.is_empty() {
        return None;
    }
    Some(format!("{}: {}", names::capitalized(strings.hit.many), parts.join(" ")))
}

fn text_width(area: Rect) -> u16 {
    (area.width + 2).saturating_sub(ARTICLE_EXTRA).clamp(1, MEASURE)
}

fn margin(dossier: &Dossier) -> Vec<MarginSign> {
    let claims = dossier.claims.iter().filter_map(|claim| {
        let passage = claim.evidence.anchors.iter().find_map(Anchor::passage)?;
        Some((passage.start, claim.to_ref()))
    });
    let gaps = dossier.gaps.iter().filter_map(|gap| {
        let passage = gap.near.as_ref()?.passage()?;
        Some((passage.start, gap.to_ref()))
    });
    let mut margin: Vec<MarginSign> = claims.chain(gaps).map(|(byte, of)| MarginSign { byte, of }).collect();
    margin.extend(located(dossier));
    margin.sort_by_key(|sign| sign.byte);
    margin
}

/// Where words stand in the place of those that were quoted: one sign for all that rests on them, a claim before others.
fn located(dossier: &Dossier) -> Vec<MarginSign> {
    let claims = dossier.claims.iter().map(Claim::to_ref).chain(dossier.gaps.iter().map(Gap::to_ref));
    let others = dossier.relations.iter().map(Relation::to_ref);
    let others = others.chain(dossier.events.iter().map(Event::to_ref));
    let all = claims.chain(others).chain(dossier.actors.iter().map(Actor::to_ref));
    let mut met = HashSet::new();
    let mut found = Vec::new();
    for of in all {
        for passage in dossier.anchors(&of).filter_map(Anchor::located) {
            if met.insert(passage.start) {
                found.push(MarginSign { byte: passage.start, of: of.clone() });
            }
        }
    }
    found
}

impl Rebase for State {
    /// Where the article is laid out as before nothing moves; else what was at the top stays there.
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

    /// Where it is scrolled to is kept by its words, with the place itself.
    fn place(&self, _: &Context) -> PanelPlace {
        PanelPlace::default()
    }

    fn restore(&mut self, _: &Context, _: &PanelPlace) {}

    fn present(&mut self, _: &Context, _: Option<&str>, _: Option<&Ref>) {}

    /// It is all of one day.
    fn relist(&mut self, _: &Context) {}

    fn filtered(&self) -> Option<&dyn Filtered> {
        None
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        None
    }
}
