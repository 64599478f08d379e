//! What the article asserts and what it leaves out, in the article's order, the assessment first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Filtered, PanelPlace, PanelState, list_bar};
use crate::dossier::{Anchor, Claim, Dossier, Gap, Id, Kind, Ref, in_article_order};
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::bar::Hint;
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::filter::{self, Facet, Filter};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::flow;
use crate::widgets::list::List;
use crate::widgets::quotation;
use crate::widgets::row;

/// The list.
#[derive(Clone, Debug)]
pub struct State {
    list: List,
    filter: Filter,
    /// Below each the article's words, and what the sources say.
    compare: bool,
}

impl State {
    /// All claims and gaps.
    pub fn new(dossier: &Dossier) -> Self {
        Self { list: List::new(in_article_order(dossier)), filter: Filter::default(), compare: false }
    }

    /// Shows it from its first item.
    pub fn rest(&mut self) {
        self.list.rest();
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
    pub fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.list.follow_selection(context, entered);
    }

    /// Scrolls so that what matters is in sight.
    pub fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        let compare = self.compare;
        self.list.scroll(context, focused, rows(area), |item| height(context, item, area, compare));
    }

    /// The claim or gap that follows the selection in the article, or precedes it; from the edge where something else
    /// is selected. None where there is none.
    pub fn next(&self, context: &Context, forward: bool, top_byte: usize) -> Option<Ref> {
        let items = self.list.items();
        let here = context.selection().and_then(|selection| self.list.place(selection));
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

/// Those that the filter lets pass.
fn items(dossier: &Dossier, filter: &Filter) -> Vec<Ref> {
    let mut items = in_article_order(dossier);
    items.retain(|item| filter.passes(&filter::values(dossier, item)));
    items
}

/// Carries out a key.
fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    if action == Action::View {
        state.compare = !state.compare;
        let strings = context.strings();
        let told = if state.compare { strings.compared } else { strings.not_compared };
        return vec![Request::Notice(told.to_owned())];
    }
    let compare = state.compare;
    state
        .list
        .press(action, context, rows(area), |item| height(context, item, area, compare))
        .into_iter()
        .collect()
}

/// Carries out a turn of the wheel.
fn wheel(state: &mut State, down: bool, context: &Context, area: Rect) {
    let compare = state.compare;
    state.list.wheel(down, |item| height(context, item, area, compare));
}

/// What a click there asks for.
fn at(state: &State, context: &Context, area: Rect, position: Position) -> Option<Request> {
    let row = position.y.checked_sub(area.y)?;
    let (item, _) = state.list.at(row, rows(area), |item| height(context, item, area, state.compare))?;
    Some(Request::Select(item.clone()))
}

/// What the frame says on the right, longest first: how many of each there are.
fn notes(state: &State, context: &Context) -> Vec<String> {
    if !context.dossier.has_claims() {
        return Vec::new();
    }
    if state.filter.in_force() {
        return state.filter.notes(context, false, state.counts(&context.dossier));
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

fn height(context: &Context, item: &Ref, area: Rect, compare: bool) -> u16 {
    let text = names::name(context, item);
    let mut lines = flow::wrap(&text, text_width(area)).len();
    if compare {
        lines += compared(context, item, area).len();
    }
    u16::try_from(lines).unwrap_or(u16::MAX).max(1)
}

/// A row below a claim or gap.
struct Compared {
    sign: Option<Sign>,
    text: String,
    role: Role,
}

/// The article's words, then what the sources say, then an empty row.
fn compared(context: &Context, item: &Ref, area: Rect) -> Vec<Compared> {
    let dossier = &context.dossier;
    let mut said: Vec<(Sign, String, Role)> = Vec::new();
    let (anchors, note, sources): (&[Anchor], _, &[Id]) = match item.kind {
        Kind::Claim => match dossier.claim(&item.id) {
            Some(claim) => (&claim.evidence.anchors, claim.note.as_ref(), &claim.evidence.sources),
            None => return Vec::new(),
        },
        _ => match dossier.gap(&item.id) {
            Some(gap) => (gap.near.as_slice(), None, &gap.evidence.sources),
            None => return Vec::new(),
        },
    };
    for anchor in anchors {
        said.push(match anchor.passage() {
            Some(passage) => {
                let sign = if anchor.inferred { signs::INFERRED } else { signs::ARTICLE };
                (sign, quotation::passage(context, &passage, 0).text, Role::Text)
            }
            None => (signs::BROKEN, quotation::of_article(dossier, &anchor.quote.exact), Role::Text),
        });
    }
    if let Some(note) = note {
        // Without a source it is a remark of ours.
        let sign = if sources.is_empty() { signs::INFERRED } else { signs::BACKGROUND };
        said.push((sign, context.text(note), Role::Text));
    }
    let published: Vec<String> = sources
        .iter()
        .filter_map(|id| dossier.source(id))
        .map(|source| names::publication(context, source))
        .collect();
    if !published.is_empty() {
        said.push((signs::BACKGROUND, published.join("; "), Role::Quiet));
    }
    let mut rows = Vec::new();
    for (sign, text, role) in said {
        for (row, line) in
            flow::wrap(&text, text_width(area).saturating_sub(COMPARED).max(1)).into_iter().enumerate()
        {
            let sign = (row == 0).then_some(sign);
            rows.push(Compared { sign, text: text[line.range].to_owned(), role });
        }
    }
    rows.push(Compared { sign: None, text: String::new(), role: Role::Quiet });
    rows
}

/// Cells that what is compared stands in.
const COMPARED: u16 = 2;

/// Draws the list into the inside of the panel's frame.
fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if context.dossier.claims.is_empty() && context.dossier.gaps.is_empty() {
        crate::widgets::hint(context, context.strings().no_claims, area, buffer);
        return;
    }
    if state.list.items().is_empty() {
        super::nothing_passes(context, area, buffer);
    }
    let window = state.list.window(rows(area), |item| height(context, item, area, state.compare));
    let cursor = state.list.shown_cursor(context, Panel::Claims);
    let mut y = area.y;
    let end = area.bottom().saturating_sub(1);
    for item in &state.list.items()[window.clone()] {
        row::ends(context, item, cursor == Some(item), Rect { y, height: 1, ..area }, buffer);
        let x = area.x + row::CURSOR_CELLS;
        if let Some(sign) = judgement(context, item) {
            buffer.set_string(x, y, context.glyph(sign.glyph), context.style(sign.role));
        }
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
        let below = if state.compare { compared(context, item, area) } else { Vec::new() };
        for Compared { sign, text, role } in below {
            if y >= end {
                break;
            }
            if let Some(sign) = sign {
                buffer.set_string(area.x + INDENT, y, context.glyph(sign.glyph), context.style(sign.role));
            }
            buffer.set_string(area.x + INDENT + COMPARED, y, text, context.style(role));
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

/// The assessment of a claim, or that it is a gap; none on broken evidence, of which the sign beside it tells.
fn judgement(context: &Context, item: &Ref) -> Option<Sign> {
    match context.dossier.claim(&item.id) {
        Some(claim) if item.kind == Kind::Claim => claim.assessment.map(signs::of_assessment),
        _ => Some(signs::GAP),
    }
}

/// The name of the view that puts the article's words and what the sources say below each.
const COMPARE: &str = "compare";

impl Rebase for State {
    fn rebase(&mut self, change: &Change, _: &Context) {
        let things = in_article_order(change.after);
        self.filter.rebase(things.iter().map(|thing| filter::values(change.after, thing)));
        self.list.rebase(items(change.after, &self.filter));
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        update(self, action, context, area)
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        self.layout(context, context.has_focus(Panel::Claims), area);
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw(self, context, area, buffer);
    }

    fn badge(&self, context: &Context) -> Vec<String> {
        notes(self, context)
    }

    fn hit(&self, context: &Context, area: Rect, position: Position) -> Option<Request> {
        at(self, context, area, position)
    }

    fn wheel(&mut self, down: bool, context: &Context, area: Rect) {
        wheel(self, down, context, area);
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.follow_selection(context, entered);
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        list_bar(context)
    }

    fn rows(&self) -> u16 {
        self.wants()
    }

    fn filtered(&self) -> Option<&dyn Filtered> {
        Some(self)
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        Some(self)
    }

    fn place(&self, _: &Context) -> PanelPlace {
        PanelPlace { view: self.compare.then(|| COMPARE.to_owned()), item: None }
    }

    fn restore(&mut self, _: &Context, place: &PanelPlace) {
        self.compare = place.view.as_deref() == Some(COMPARE);
    }

    fn present(&mut self, _: &Context, view: Option<&str>, _: Option<&Ref>) {
        self.rest();
        self.compare = view == Some(COMPARE);
    }
}

impl Filtered for State {
    fn filter(&self) -> &Filter {
        self.filter()
    }

    fn set_filter(&mut self, dossier: &Dossier, filter: Filter) {
        self.set_filter(dossier, filter);
    }

    fn facets(&self, dossier: &Dossier) -> Vec<Facet> {
        self.facets(dossier)
    }

    fn counts(&self, dossier: &Dossier) -> (usize, usize) {
        self.counts(dossier)
    }
}
