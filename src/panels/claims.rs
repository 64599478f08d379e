//! What the article asserts and what it leaves out, in the article's order, the assessment first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::List;
use super::row;
use crate::dossier::{Claim, Dossier, Gap, Kind, Ref};
use crate::text::flow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::filter::{self, Facet, Filter};
use crate::ui::names;
use crate::ui::panel::Panel;
use crate::ui::request::Request;
use crate::ui::signs::{self, Sign};

/// The list.
#[derive(Clone, Debug)]
pub struct State {
    list: List,
    filter: Filter,
}

impl State {
    /// All claims and gaps.
    pub fn new(dossier: &Dossier) -> Self {
        Self { list: List::new(in_article_order(dossier)), filter: Filter::default() }
    }

    /// What is listed.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Lists what this lets pass.
    pub fn set_filter(&mut self, dossier: &Dossier, filter: Filter) {
        if self.filter != filter {
            self.list.show(items(dossier, &filter));
            self.filter = filter;
        }
    }

    /// Shows another state of the dossier.
    pub fn renew(&mut self, dossier: &Dossier) {
        let things = in_article_order(dossier);
        self.filter.renew(things.iter().map(|thing| filter::values(dossier, thing)));
        self.list.renew(items(dossier, &self.filter));
    }

    /// What it can be filtered by.
    pub fn facets(&self, dossier: &Dossier) -> Vec<Facet> {
        let claims = dossier.claims.iter().map(Claim::to_ref);
        let things = claims.chain(dossier.gaps.iter().map(Gap::to_ref));
        filter::facets(dossier, &self.filter, things.map(|thing| filter::values(dossier, &thing)))
    }

    /// How many claims and gaps are listed, and how many there are.
    pub fn counts(&self, dossier: &Dossier) -> (usize, usize) {
        (self.list.items().len(), dossier.claims.len() + dossier.gaps.len())
    }

    /// Whether a claim or gap is listed.
    pub fn lists(&self, item: &Ref) -> bool {
        self.list.place(item).is_some()
    }

    /// The rows it would fill, frame and all: about two a claim.
    pub fn wants(&self) -> u16 {
        u16::try_from(self.list.items().len() * 2 + 3).unwrap_or(u16::MAX)
    }

    /// Follows the selection.
    pub fn attend(&mut self, context: &Context, entered: bool) {
        self.list.attend(context, entered);
    }

    /// Scrolls so that what matters is in sight.
    pub fn arrange(&mut self, context: &Context, focused: bool, area: Rect) {
        self.list.scroll(context, focused, rows(area), |item| height(context, item, area));
    }

    /// The claim or gap that follows the selection in the article, or precedes it; from the edge where something else
    /// is selected. None where there is none.
    pub fn next(&self, context: &Context, forward: bool, top_byte: usize) -> Option<Ref> {
        let items = self.list.items();
        let here = context.selection.and_then(|selection| self.list.place(selection));
        let place = match (here, forward) {
            (Some(here), true) => here + 1,
            (Some(here), false) => here.checked_sub(1)?,
            (None, _) => {
                let begin =
                    |item: &Ref| context.dossier.passages(item).first().map(|passage| passage.range.start);
                // They stand in that order, those without words last.
                let next = items.partition_point(|item| begin(item).is_some_and(|byte| byte < top_byte));
                let next = items.get(next).and_then(begin).map(|_| next);
                match (next, forward) {
                    (Some(next), true) => next,
                    (None, true) => return None,
                    (Some(next), false) => next.checked_sub(1)?,
                    (None, false) => items.len().checked_sub(1)?,
                }
            }
        };
        items.get(place).cloned()
    }
}

fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

/// Claims and gaps by where their words stand; those without words at the end.
pub(crate) fn in_article_order(dossier: &Dossier) -> Vec<Ref> {
    let claims = dossier.claims.iter().map(Claim::to_ref);
    let mut items: Vec<Ref> = claims.chain(dossier.gaps.iter().map(Gap::to_ref)).collect();
    let begin = |item: &Ref| dossier.passages(item).first().map_or(usize::MAX, |passage| passage.range.start);
    items.sort_by_cached_key(begin);
    items
}

/// Those that the filter lets pass.
fn items(dossier: &Dossier, filter: &Filter) -> Vec<Ref> {
    let mut items = in_article_order(dossier);
    items.retain(|item| filter.passes(&filter::values(dossier, item)));
    items
}

/// Carries out a key.
pub fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    if action == Action::View {
        return vec![Request::Notice(context.strings().only_view.to_owned())];
    }
    state.list.press(action, context, rows(area), |item| height(context, item, area)).into_iter().collect()
}

/// Carries out a turn of the wheel.
pub fn wheel(state: &mut State, down: bool, context: &Context, area: Rect) {
    state.list.wheel(down, |item| height(context, item, area));
}

/// What a click there asks for.
pub fn at(state: &State, context: &Context, area: Rect, position: Position) -> Option<Request> {
    let row = position.y.checked_sub(area.y)?;
    let (item, _) = state.list.at(row, rows(area), |item| height(context, item, area))?;
    Some(Request::Select(item.clone()))
}

/// What the frame says on the right, longest first: how many of each there are.
pub fn notes(state: &State, context: &Context) -> Vec<String> {
    if !context.dossier.has_claims() {
        return Vec::new();
    }
    if state.filter.in_force() {
        return state.filter.notes(context, false, state.counts(context.dossier));
    }
    let strings = context.strings();
    let language = context.language;
    let (claims, gaps) = (context.dossier.claims.len(), context.dossier.gaps.len());
    let full = context.joined(&[
        names::counted(language, claims, &strings.claim),
        names::counted(language, gaps, &strings.gap),
    ]);
    vec![full, language.count(claims + gaps)]
}

/// Cells before the text: cursor, assessment, standing, a blank.
const INDENT: u16 = row::CURSOR_CELLS + 3;

fn text_width(area: Rect) -> u16 {
    area.width.saturating_sub(INDENT + row::LIT_CELLS).max(1)
}

fn height(context: &Context, item: &Ref, area: Rect) -> u16 {
    let text = names::name(context, item);
    u16::try_from(flow::wrap(&text, text_width(area)).len()).unwrap_or(u16::MAX).max(1)
}

/// Draws the list into the inside of the panel's frame.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if context.dossier.claims.is_empty() && context.dossier.gaps.is_empty() {
        super::hint(context, context.strings().no_claims, area, buffer);
        return;
    }
    if state.list.items().is_empty() {
        super::nothing_passes(context, area, buffer);
    }
    let window = state.list.window(rows(area), |item| height(context, item, area));
    let cursor = state.list.shown_cursor(context, Panel::Claims);
    let mut y = area.y;
    let end = area.bottom().saturating_sub(1);
    for item in &state.list.items()[window.clone()] {
        row::ends(context, item, cursor == Some(item), Rect { y, height: 1, ..area }, buffer);
        let x = area.x + row::CURSOR_CELLS;
        let sign = judgement(context, item);
        buffer.set_string(x, y, context.glyph(sign.glyph), context.style(sign.role));
        let standing = context.standing_sign(item);
        buffer.set_string(x + 1, y, context.glyph(standing.glyph), context.style(standing.role));
        let text = names::name(context, item);
        let style = row::style(context, item);
        for line in flow::wrap(&text, text_width(area)) {
            if y >= end {
                break;
            }
            buffer.set_string(area.x + INDENT, y, &text[line.range], style);
            y += 1;
        }
    }
    let out = state.list.out_of_sight(&window);
    let footer = row::Footer {
        kinds: &[Kind::Claim, Kind::Gap],
        out,
        has_selection: state.list.has_selection(context),
        unlisted: &super::unlisted(context, state.filter.in_force()),
        otherwise: "",
    };
    row::footer(context, footer, Rect { y: end, height: 1, ..area }, buffer);
}

fn judgement(context: &Context, item: &Ref) -> Sign {
    match context.dossier.claim(&item.id) {
        Some(claim) if item.kind == Kind::Claim => signs::of_assessment(claim.assessment),
        _ => signs::GAP,
    }
}
