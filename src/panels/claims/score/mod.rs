//! The claims at a glance: a tile for each in the article's order, the totals, and what they rest on.

mod below;
mod draw;
mod pieces;
mod plan;
#[cfg(test)]
mod tests;

use foldhash::HashMap;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use plan::{MARGIN, Plan, PlanRow};

use super::ClaimsView;
use super::list::ClaimsList;
use crate::dossier::{Dossier, Kind, Ref};
use crate::facts::{Score, Tile, Totals};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::protocol::context::Context;
use crate::widgets::list_panel::{ItemLine, ListPanel};
use crate::widgets::memo::Memo;

/// In less room the list stands in for it.
const SMALLEST: Size = Size { width: 24, height: 6 };
/// The tiles that a page passes.
const PAGE: usize = 10;

/// The view.
pub(super) struct ScoreView;

impl ClaimsView for ScoreView {
    fn name(&self) -> &'static str {
        "score"
    }

    fn notice(&self, strings: &Strings) -> &'static str {
        strings.scored
    }

    /// Where the list stands in.
    fn lines(&self, context: &Context, item: &Ref, cells: usize) -> Vec<ItemLine> {
        ClaimsList.lines(context, item, cells)
    }
}

/// Whether the score has room in an area.
pub(super) fn has_room(area: Rect) -> bool {
    area.width >= SMALLEST.width && area.height >= SMALLEST.height
}

/// What the picture is made of, once for a dossier.
#[derive(Clone, Debug)]
struct Facts {
    score: Score,
    /// At which tile each claim and each gap stands.
    places: HashMap<Ref, usize>,
}

impl Facts {
    fn of(dossier: &Dossier) -> Self {
        let score = Score::of(dossier);
        let tiles = score.tiles.iter().enumerate();
        let places = tiles.flat_map(|(place, tile)| {
            tile.gaps.iter().chain([&tile.claim]).map(move |item| (item.clone(), place))
        });
        Self { places: places.collect(), score }
    }
}

/// What is drawn: the claims, and how many of them the filter lets pass; none while there is no filter.
struct Picture<'a> {
    score: &'a Score,
    passing: Option<Totals>,
}

/// The picture as last laid out.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    facts: Memo<(), Facts>,
    plan: Memo<(Language, Glyphs, Size), Plan>,
}

impl State {
    /// There is another dossier.
    pub(super) fn rebase(&mut self) {
        self.facts.forget();
        self.plan.forget();
    }

    /// The filter lets others pass.
    pub(super) fn refilter(&mut self) {
        self.plan.forget();
    }

    /// Ends an update.
    pub(super) fn layout(&mut self, context: &Context, panel: &ListPanel, area: Rect) {
        let Self { facts, plan } = self;
        let facts = facts.get((), || Facts::of(&context.dossier));
        plan.get((context.language, context.glyphs, area.as_size()), || {
            let passing = panel.filter().in_force().then(|| {
                let passes = facts.score.tiles.iter().filter(|tile| panel.place(&tile.claim).is_some());
                Totals::of_tiles(passes)
            });
            let picture = Picture { score: &facts.score, passing };
            Plan::of(context, &picture, (area.width, area.height))
        });
    }

    /// Where a key that moves leads from the cursor; none if it leads nowhere, or is no such key.
    pub(super) fn step(&self, action: Action, panel: &ListPanel) -> Option<Ref> {
        let facts = self.facts.last()?;
        let tiles = &facts.score.tiles;
        let passes = |place: &usize| panel.place(&tiles[*place].claim).is_some();
        let after = |from: usize| (from..tiles.len()).find(passes);
        let before = |end: usize| (0..end).rev().find(passes);
        let cursor = panel.cursor();
        let at = cursor.and_then(|item| facts.places.get(item)).copied();
        let is_gap = cursor.is_some_and(|item| item.kind == Kind::Gap);
        let to = match (action, at) {
            (Action::First, _) => after(0),
            (Action::Last, _) => before(tiles.len()),
            (Action::Right | Action::Down | Action::PageDown | Action::HalfPageDown, None) => after(0),
            (Action::Left | Action::Up | Action::PageUp | Action::HalfPageUp, None) => before(tiles.len()),
            (Action::Right, Some(at)) => after(at + 1),
            (Action::Left, Some(at)) => before(at + usize::from(is_gap)),
            (Action::PageDown | Action::HalfPageDown, Some(at)) => {
                let page = if action == Action::PageDown { PAGE } else { PAGE / 2 };
                after((at + page).min(tiles.len() - 1)).or_else(|| before(tiles.len()))
            }
            (Action::PageUp | Action::HalfPageUp, Some(at)) => {
                let page = if action == Action::PageUp { PAGE } else { PAGE / 2 };
                before(at.saturating_sub(page) + 1).or_else(|| after(0))
            }
            (Action::Down | Action::Up, Some(at)) => self
                .across(action == Action::Down, at, tiles)
                .and_then(|to| if action == Action::Down { after(to) } else { before(to + 1) }),
            _ => None,
        };
        to.map(|place| tiles[place].claim.clone())
    }

    /// The tile in the next row or the one before, or the first of the next block or the one before.
    fn across(&self, down: bool, at: usize, tiles: &[Tile]) -> Option<usize> {
        let strip = self.plan.last().and_then(|plan| plan.strip.as_ref()).filter(|strip| !strip.is_single());
        if let Some(strip) = strip {
            let row = strip.row_of(at);
            let x = strip.rows[row].tiles.get(at - strip.rows[row].first).copied()?;
            let to = if down { row + 1 } else { row.checked_sub(1)? };
            let other = strip.rows.get(to)?;
            let place = other.tiles.partition_point(|begin| *begin <= x).saturating_sub(1);
            return Some(other.first + place);
        }
        let begin = |place: usize| {
            (0..=place).rev().take_while(|other| tiles[*other].place == tiles[place].place).last()
        };
        if down {
            (at..tiles.len()).find(|other| tiles[*other].place != tiles[at].place)
        } else {
            begin(begin(at)?.checked_sub(1)?)
        }
    }

    /// The claim or gap at a cell.
    pub(super) fn item_at(&self, context: &Context, area: Rect, position: Position) -> Option<&Ref> {
        let (facts, plan) = (self.facts.last()?, self.plan.last()?);
        let row = plan.rows.get(usize::from(position.y.checked_sub(area.y)?))?;
        let x = position.x.checked_sub(area.x + MARGIN)?;
        let strip = plan.strip.as_ref()?;
        let tile = |row: usize| strip.tile_at(row, x).map(|place| &facts.score.tiles[place]);
        match row {
            PlanRow::Gaps(row) => {
                // Of several the one after the selected.
                let gaps = &tile(*row)?.gaps;
                let selected = gaps.iter().position(|gap| context.is_selected(gap));
                gaps.get(selected.map_or(0, |place| (place + 1) % gaps.len()))
            }
            PlanRow::Tiles(row) | PlanRow::Signs(row) | PlanRow::Numbers(row) | PlanRow::Pointer(row) => {
                tile(*row).map(|tile| &tile.claim)
            }
            _ => None,
        }
    }

    /// Draws it into the inside of the frame.
    pub(super) fn draw(&self, context: &Context, panel: &ListPanel, area: Rect, buffer: &mut Buffer) {
        if let (Some(facts), Some(plan)) = (self.facts.last(), self.plan.last()) {
            draw::Drawing { context, facts, plan, panel, area }.draw(buffer);
        }
    }
}
