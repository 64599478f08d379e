//! What the article asserts and what it leaves out, in the article's order, the assessment first.

mod columns;
mod compare;
mod list;
mod score;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use columns::{Columns, HEADS_FROM, Widths};

use super::{Filtered, PanelPlace, PanelState, list_bar};
use crate::dossier::{Assessment, Claim, Dossier, Gap, Kind, Ref, in_article_order};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::filter::{self, Choice, FacetValue, Filter};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::widgets::cursor::Measure;
use crate::widgets::list_panel::{self, ItemLayout, ItemLine, ListFooter, ListPanel};
use crate::widgets::memo::Memo;
use crate::widgets::row;

/// How claims and gaps are shown.
trait ClaimsView: Sync {
    /// Its name in a stop of the tour and in a place.
    fn name(&self) -> &'static str;

    /// What the status line says when this view is chosen.
    fn notice(&self, strings: &Strings) -> &'static str;

    /// The rows of a claim or gap in a column of so many cells, its name first.
    fn lines(&self, context: &Context, item: &Ref, cells: usize) -> Vec<ItemLine>;
}

/// What a claim can be assessed as.
const ASSESSMENTS: [Assessment; 4] =
    [Assessment::BorneOut, Assessment::Qualified, Assessment::Contradicted, Assessment::Open];
/// The views, in the order the key goes through them; the first is the usual one.
const VIEWS: [&dyn ClaimsView; 3] = [&list::ClaimsList, &compare::Compare, &score::ScoreView];
/// The number of the view that is read by lines.
const COMPARE: usize = 1;
/// The number of the view that is a picture.
const SCORE: usize = 2;

/// The list.
#[derive(Clone, Debug)]
pub struct State {
    panel: ListPanel,
    /// The number of the view.
    view: usize,
    /// How wide the columns are in a language.
    widths: Memo<Language, Widths>,
    /// The claims at a glance.
    score: score::State,
    /// Whether the list stands in for the score, which has no room.
    stands_in: bool,
}

impl State {
    /// All claims and gaps.
    pub fn new(dossier: &Dossier) -> Self {
        let panel = ListPanel::new(in_article_order(dossier), Filter::default());
        let (widths, score) = (Memo::default(), score::State::default());
        Self { panel, view: 0, widths, score, stands_in: false }
    }

    /// Shows the view of this name, the usual one without a name or if there is none.
    fn show_view(&mut self, name: Option<&str>) {
        let named = name.and_then(|name| VIEWS.iter().position(|view| view.name() == name));
        self.view = named.unwrap_or(0);
    }

    /// Whether the score is drawn in an area.
    fn draws_score(&self, area: Rect) -> bool {
        self.view == SCORE && score::has_room(area)
    }

    /// Carries out a key of the score.
    fn press_in_score(&mut self, action: Action, context: &Context) -> Vec<Request> {
        if action == Action::Card {
            let item = self.panel.cursor().or(context.selection()).cloned();
            return item.map(Request::Open).into_iter().collect();
        }
        self.score.step(action, &self.panel).map(Request::Select).into_iter().collect()
    }

    /// Whether a claim or gap is listed.
    pub fn lists(&self, item: &Ref) -> bool {
        self.panel.place(item).is_some()
    }

    /// The columns, once the list is laid out.
    fn columns(&self, area: Rect) -> Option<Columns> {
        self.widths.last().map(|widths| match self.view {
            COMPARE => Columns::compared(*widths),
            _ => Columns::of(*widths, area),
        })
    }

    fn measure(&self, context: &Context, area: Rect) -> Measure {
        let columns = self.columns(area);
        let source = columns.and_then(|columns| columns.source);
        let beside = columns.map_or(0, |columns| columns.text) + row::LIT_CELLS + source.unwrap_or(0);
        let cells = usize::from(area.width.saturating_sub(beside).max(1));
        let mut measure = Measure::of(context, cells, self.view);
        measure.by_line = self.view == COMPARE;
        measure.one_row = source.is_some();
        measure
    }

    /// The claim or gap that follows the selection in the article, or precedes it; the first or last one if something else is
    /// selected. None if there is no such one.
    pub fn next(&self, context: &Context, forward: bool, top_byte: usize) -> Option<Ref> {
        let items = self.panel.items();
        let here = context.selection().and_then(|selection| self.panel.place(selection));
        let place = match (here, forward) {
            (Some(here), true) => here + 1,
            (Some(here), false) => here.checked_sub(1)?,
            (None, _) => {
                let begin =
                    |item: &Ref| context.dossier.passages(item).first().map(|passage| passage.range.start);
                // Items are in the order of the article, those without words last.
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

fn lay_out(context: &Context, item: &Ref, measure: Measure) -> ItemLayout {
    if measure.one_row && !measure.by_line {
        return ItemLayout::named(context, item, measure.cells);
    }
    ItemLayout { lines: VIEWS[measure.view].lines(context, item, measure.cells), ..ItemLayout::default() }
}

/// Those that the filter lets pass.
fn items(context: &Context, filter: &Filter) -> Vec<Ref> {
    let mut items = in_article_order(&context.dossier);
    let values = filter.values(context);
    items.retain(|item| filter.passes(&values(item)));
    items
}

impl Rebase for State {
    fn rebase(&mut self, change: &Change, context: &Context) {
        let things = in_article_order(change.after);
        let before = self.filter().clone();
        let values = before.values(context);
        self.panel.rebase_filter(None, things.iter().map(values));
        self.panel.rebase(items(context, self.panel.filter()));
        self.widths.forget();
        self.score.rebase();
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        if action == Action::View {
            self.view = (self.view + 1) % VIEWS.len();
            return vec![Request::Notice(VIEWS[self.view].notice(context.strings()).to_owned())];
        }
        if self.draws_score(area) {
            return self.press_in_score(action, context);
        }
        let (_, area) = list_panel::split_heads(area, HEADS_FROM);
        let measure = self.measure(context, area);
        self.panel.press(action, context, area, measure, &|item| lay_out(context, item, measure))
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        self.stands_in = self.view == SCORE && !self.draws_score(area);
        if self.draws_score(area) {
            self.score.layout(context, &self.panel, area);
        }
        let (_, area) = list_panel::split_heads(area, HEADS_FROM);
        self.widths.get(context.language, || Widths::of(&context.dossier, context.language));
        let measure = self.measure(context, area);
        self.panel.layout(context, context.has_focus(Panel::Claims), area, measure, &|item| {
            lay_out(context, item, measure)
        });
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        if context.dossier.claims.is_empty() && context.dossier.gaps.is_empty() {
            let hint = context.with_keys(context.strings().no_claims, &[Action::Suggest, Action::Mark]);
            crate::widgets::hint(context, &hint, area, buffer);
            return;
        }
        if self.draws_score(area) {
            self.score.draw(context, &self.panel, area, buffer);
            return;
        }
        let nothing = list_panel::nothing_passes(context);
        let footer = ListFooter {
            kinds: &[Kind::Claim, Kind::Gap],
            hides: self.filter().in_force(),
            earlier: &|_| false,
            otherwise: "",
            nothing: &nothing,
        };
        let (heads, area) = list_panel::split_heads(area, HEADS_FROM);
        let Some(columns) = self.columns(area) else { return };
        if let Some(line) = heads.filter(|_| !self.panel.items().is_empty()) {
            columns.draw_heads(context, line, buffer);
        }
        self.panel.draw(context, Panel::Claims, footer, area, buffer, |item, entry, room, buffer| {
            if !entry.goes_on {
                columns.draw(context, item, entry.lines.len(), room, buffer);
            }
            let style = row::style(context, item);
            for (y, line) in (room.top()..room.bottom()).zip(&entry.lines) {
                let x = room.x + columns.text;
                if let Some(sign) = line.sign {
                    buffer.set_string(x, y, context.glyph(sign.glyph), context.style(sign.role));
                }
                let style = line.role.map_or(style, |role| context.style(role));
                buffer.set_string(x + line.indent, y, &line.text, style);
            }
        });
    }

    fn views(&self, dossier: &Dossier) -> Vec<String> {
        let names = VIEWS.iter().map(|view| view.name().to_owned());
        if dossier.has_claims() { names.collect() } else { Vec::new() }
    }

    fn badge(&self, context: &Context) -> Vec<String> {
        if !context.dossier.has_claims() {
            return Vec::new();
        }
        if self.filter().in_force() {
            let (shown, total) = self.counts(&context.dossier);
            let mut notes = self.filter().notes(context, false, (shown, total));
            // The totals leave little room in a narrow frame.
            notes.push(format!("{}/{}", context.language.count(shown), context.language.count(total)));
            return notes;
        }
        let strings = context.strings();
        let name = match self.view {
            SCORE if self.stands_in => strings.no_room_for_score,
            SCORE => strings.view_score,
            COMPARE => strings.view_compare,
            _ => "",
        };
        match self.view {
            // The picture has the totals itself.
            SCORE => return vec![name.to_owned(), strings.view_score.to_owned()],
            COMPARE => return vec![name.to_owned(), String::new()],
            _ => {}
        }
        let language = context.language;
        let (claims, gaps) = (context.dossier.claims.len(), context.dossier.gaps.len());
        let full = context.joined(&[
            names::counted(language, claims, &strings.claim),
            names::counted(language, gaps, &strings.gap),
        ]);
        // The totals beside the name say as much.
        vec![full, String::new()]
    }

    fn totals(&self, context: &Context) -> Vec<String> {
        if context.dossier.has_claims() { columns::totals(context) } else { Vec::new() }
    }

    fn hit(&self, context: &Context, area: Rect, position: Position) -> Option<Request> {
        if self.draws_score(area) {
            return self.score.item_at(context, area, position).cloned().map(Request::Select);
        }
        self.panel.hit_test(list_panel::split_heads(area, HEADS_FROM).1, position)
    }

    fn wheel(&mut self, down: bool, context: &Context, area: Rect) {
        if self.draws_score(area) {
            return;
        }
        let (_, area) = list_panel::split_heads(area, HEADS_FROM);
        let measure = self.measure(context, area);
        let lay_out = |item: &Ref| lay_out(context, item, measure);
        if measure.by_line {
            self.panel.wheel_by_line(down, context, area, measure, &lay_out);
        } else {
            self.panel.wheel(down, context, measure, &lay_out);
        }
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.panel.follow_selection(context, entered);
    }

    fn cursor(&self) -> Option<&Ref> {
        self.panel.cursor()
    }

    fn stands_in(&self, context: &Context) -> Option<String> {
        self.stands_in.then(|| context.strings().no_room_for_score.to_owned())
    }

    fn is_picture(&self) -> bool {
        self.view == SCORE && !self.stands_in
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let mut hints = list_bar(context);
        if self.is_picture() && !hints.is_empty() {
            let strings = context.strings();
            hints.insert(0, (Action::Right, strings.choose_claim));
            bar::rename(&mut hints, Action::Down, strings.choose_block);
        }
        hints
    }

    /// About two rows for each claim, and one for the heads.
    fn rows(&self) -> u16 {
        list_panel::rows_with_heads(self.panel.items().len() * 2, HEADS_FROM)
    }

    /// Nothing here has a date.
    fn relist(&mut self, _: &Context) {}

    fn filtered(&self) -> Option<&dyn Filtered> {
        Some(self)
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        Some(self)
    }

    fn place(&self, _: &Context) -> PanelPlace {
        PanelPlace { view: (self.view > 0).then(|| VIEWS[self.view].name().to_owned()), item: None }
    }

    fn restore(&mut self, _: &Context, place: &PanelPlace) {
        self.show_view(place.view.as_deref());
    }

    fn present(&mut self, _: &Context, view: Option<&str>, _: Option<&Ref>) {
        self.panel.reset();
        self.show_view(view);
    }
}

impl Filtered for State {
    fn filter(&self) -> &Filter {
        self.panel.filter()
    }

    fn set_filter(&mut self, context: &Context, filter: Filter) {
        if self.panel.set_filter(filter) {
            self.panel.show(items(context, self.panel.filter()));
            self.score.refilter();
        }
    }

    fn choices(&self, context: &Context) -> Vec<Choice> {
        let dossier = &context.dossier;
        let claims = dossier.claims.iter().map(Claim::to_ref);
        let things = claims.chain(dossier.gaps.iter().map(Gap::to_ref));
        // That no claim is contradicted is worth knowing too.
        let assessments = if dossier.claims.is_empty() { &[][..] } else { &ASSESSMENTS };
        let always: Vec<FacetValue> = assessments.iter().copied().map(FacetValue::Assessment).collect();
        let values = self.filter().values(context);
        filter::choices(dossier, self.filter(), &always, things.map(|thing| values(&thing)))
    }

    fn counts(&self, dossier: &Dossier) -> (usize, usize) {
        (self.panel.items().len(), dossier.claims.len() + dossier.gaps.len())
    }
}
