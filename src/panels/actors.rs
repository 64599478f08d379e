//! The key actors: who they are, and how often the article names them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::{Filtered, PanelPlace, PanelState, list_bar, list_views, next_view, show_view, view_of_stop};
use crate::dossier::{Actor, Dossier, Kind, Ref};
use crate::facts;
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::bar::Hint;
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::filter::{self, Choice, Filter, ListView};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::cursor::Measure;
use crate::widgets::list_panel::{self, ItemLayout, ListFooter, ListPanel};
use crate::widgets::memo::Memo;
use crate::widgets::{row, to_cells};

/// The list of actors.
#[derive(Clone, Debug)]
pub struct State {
    panel: ListPanel,
    /// The cells of the longest name listed, in a language.
    longest: Memo<Language, usize>,
}

impl State {
    /// The prominent actors; all, if none is.
    pub fn new(context: &Context) -> Self {
        let filter = Filter::of(Self::usual_view(&context.dossier));
        Self { panel: ListPanel::new(items(context, &filter), filter), longest: Memo::default() }
    }

    /// The view shown until the reader chooses another.
    pub fn usual_view(dossier: &Dossier) -> ListView {
        if dossier.actors.iter().any(|item| item.prominent) { ListView::Key } else { ListView::All }
    }

    fn measure(&self, context: &Context, area: Rect) -> Measure {
        Measure::of(context, self.name_cells(area), 0)
    }

    /// The cells of the column of names.
    fn name_cells(&self, area: Rect) -> usize {
        let ends = usize::from(BEFORE_NAME + row::LIT_CELLS);
        let fixed = ends + 1 + kind_cells(area) + 1 + COUNT_CELLS + APART + INFERRED_CELLS;
        let longest = self.longest.last().copied().unwrap_or(0);
        longest.min(usize::from(area.width).saturating_sub(fixed)).max(1)
    }
}

/// Prominent first, then by how many passages name them, then as the author ordered them.
fn items(context: &Context, filter: &Filter) -> Vec<Ref> {
    let dossier = &context.dossier;
    let values = filter.values(context);
    let passes = |actor: &&Actor| filter.passes(&values(&actor.to_ref()));
    let mut actors: Vec<&Actor> = dossier.actors.iter().filter(passes).collect();
    let passages = |actor: &Actor| std::cmp::Reverse(dossier.naming_passages(&actor.id).count());
    actors.sort_by_cached_key(|actor| (!actor.prominent, passages(actor)));
    actors.into_iter().map(Actor::to_ref).collect()
}

/// Cells for kind and country: the longest word, a blank and a code.
const KIND_CELLS: usize = 15;
/// In fewer cells than these only the country is shown.
const NARROW: u16 = 46;
/// Cells for how many of the passages are inferred, at least.
const INFERRED_CELLS: usize = 3;
/// Cells for the number of passages.
const COUNT_CELLS: usize = 5;
/// Cells between the numbers.
const APART: usize = 2;
/// Cells before the name: cursor, sign, a blank.
const BEFORE_NAME: u16 = row::CURSOR_CELLS + 2;
/// From this many rows inside the frame on, the numbers have heads.
const HEADS_FROM: u16 = 7;

fn kind_cells(area: Rect) -> usize {
    if area.width < NARROW { 2 } else { KIND_CELLS }
}

/// The columns of a list, as columns of the screen.
#[derive(Clone, Copy, Debug)]
struct Columns {
    kind: u16,
    /// Where the numbers of passages end.
    passages: u16,
    /// Where the numbers of inferred ones end.
    inferred: u16,
    /// Where the row ends.
    end: u16,
    /// Whether the numbers have heads; without them each inferred one says what it is.
    has_heads: bool,
    /// Whether there is room for a word over the inferred ones.
    has_word: bool,
}

impl Columns {
    fn of(context: &Context, name_cells: usize, area: Rect, has_heads: bool) -> Self {
        let end = area.right().saturating_sub(row::LIT_CELLS);
        let kind = area.x + BEFORE_NAME + to_cells(name_cells) + 1;
        let passages = kind + to_cells(kind_cells(area) + 1 + COUNT_CELLS);
        let word = width::cells(context.strings().standing_inferred);
        let with_word = passages + to_cells(APART + word);
        let has_word = with_word <= end;
        let inferred = if has_word { with_word } else { passages + to_cells(APART + INFERRED_CELLS) };
        Self { kind, passages, inferred: inferred.min(end), end, has_heads, has_word }
    }

    /// Writes text that ends before a column of the screen, as much as there is room for.
    fn set_before(end: u16, y: u16, text: &str, style: Style, buffer: &mut Buffer) {
        buffer.set_string(end.saturating_sub(to_cells(width::cells(text))), y, text, style);
    }

    /// Draws what stands over the numbers; they end where their heads do.
    fn draw_heads(self, context: &Context, line: Rect, buffer: &mut Buffer) {
        let (strings, quiet) = (context.strings(), context.style(Role::Quiet));
        Self::set_before(self.passages, line.y, strings.passage.many, quiet, buffer);
        if self.has_word {
            Self::set_before(self.inferred, line.y, strings.standing_inferred, quiet, buffer);
        } else {
            let sign = signs::INFERRED;
            Self::set_before(
                self.inferred,
                line.y,
                context.glyph(sign.glyph),
                context.style(sign.role),
                buffer,
            );
        }
    }

    /// Draws how many passages are inferred.
    fn draw_inferred(self, context: &Context, inferred: usize, y: u16, buffer: &mut Buffer) {
        let quiet = context.style(Role::Quiet).remove_modifier(Modifier::BOLD);
        let number = context.language.count(inferred);
        if self.has_heads {
            Self::set_before(self.inferred, y, &number, quiet, buffer);
            return;
        }
        let x = self.passages + to_cells(APART);
        let room = usize::from(self.end.saturating_sub(x));
        let words = context.strings().of_them_inferred.replace("{}", &number);
        if width::cells(&words) <= room {
            buffer.set_string(x, y, words, quiet);
        } else {
            let sign = signs::INFERRED;
            buffer.set_stringn(x, y, context.glyph(sign.glyph), room, context.style(sign.role));
            buffer.set_stringn(x + 2, y, &number, room.saturating_sub(2), quiet);
        }
    }
}

/// Draws an actor at the top of the room.
fn draw_actor(
    context: &Context,
    actor: &Actor,
    entry: &ItemLayout,
    columns: Columns,
    room: Rect,
    buffer: &mut Buffer,
) {
    let line = Rect { height: 1, ..room };
    let item = actor.to_ref();
    let language = context.language;
    let sign = context.standing_sign(&item);
    let style = row::style(context, &item);
    buffer.set_string(
        line.x + row::CURSOR_CELLS,
        line.y,
        context.glyph(sign.glyph),
        context.style(sign.role),
    );
    let x = line.x + BEFORE_NAME;
    for (y, line) in (room.top()..room.bottom()).zip(&entry.lines) {
        buffer.set_string(x, y, &line.text, style);
    }
    let kind_cells = kind_cells(line);
    let kind = names::actor_kind(language, &actor.kind);
    let kind = match &actor.country {
        country if kind_cells < KIND_CELLS => country.as_deref().unwrap_or_default().to_owned(),
        Some(country) => {
            format!("{} {country}", context.truncate(kind, KIND_CELLS - 1 - width::cells(country)))
        }
        None => context.truncate(kind, KIND_CELLS).into_owned(),
    };
    let quiet = context.style(Role::Quiet).remove_modifier(Modifier::BOLD);
    let room = usize::from(columns.end.saturating_sub(columns.kind));
    buffer.set_stringn(columns.kind, line.y, &kind, room, quiet);
    let (passages, inferred) = facts::passage_counts(&context.dossier, &actor.id);
    let count = language.count(passages);
    Columns::set_before(columns.passages, line.y, &count, quiet, buffer);
    if inferred > 0 {
        columns.draw_inferred(context, inferred, line.y, buffer);
    }
}

impl Rebase for State {
    fn rebase(&mut self, change: &Change, context: &Context) {
        let dossier = change.after;
        let view = self.filter().view().rebased(Self::usual_view(change.before), Self::usual_view(dossier));
        let before = self.filter().clone();
        let values = before.values(context);
        let things = dossier.actors.iter().map(|actor| values(&actor.to_ref()));
        self.panel.rebase_filter(Some(view), things);
        self.panel.rebase(items(context, self.panel.filter()));
        self.longest.forget();
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        if action == Action::View {
            return next_view(self, context, Self::usual_view(&context.dossier));
        }
        let (_, area) = list_panel::split_heads(area, HEADS_FROM);
        let measure = self.measure(context, area);
        self.panel
            .press(action, context, area, measure, &|item| ItemLayout::named(context, item, measure.cells))
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        let (_, area) = list_panel::split_heads(area, HEADS_FROM);
        let Self { panel, longest } = self;
        longest.get(context.language, || {
            let actors = panel.items().iter().filter_map(|item| context.dossier.actor(&item.id));
            actors.map(|actor| width::cells(&context.text(&actor.name))).max().unwrap_or(0)
        });
        let measure = self.measure(context, area);
        self.panel.layout(context, context.has_focus(Panel::Actors), area, measure, &|item| {
            ItemLayout::named(context, item, measure.cells)
        });
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        if context.dossier.actors.is_empty() {
            let hint = context.with_keys(context.strings().no_actors, &[Action::Suggest, Action::Mark]);
            crate::widgets::hint(context, &hint, area, buffer);
            return;
        }
        let rest = context.dossier.actors.len() - self.panel.items().len();
        let filtered = self.filter().in_force();
        let otherwise = if rest > 0 && !filtered {
            let text =
                context.said(context.strings().others).replacen("{}", &context.language.count(rest), 1);
            context.with_keys(&text, &[Action::View])
        } else {
            String::new()
        };
        let nothing = list_panel::nothing_passes(context);
        let footer = ListFooter {
            kinds: &[Kind::Actor],
            hides: filtered,
            earlier: &|_| false,
            otherwise: &otherwise,
            nothing: &nothing,
        };
        let (heads, area) = list_panel::split_heads(area, HEADS_FROM);
        let columns = Columns::of(context, self.name_cells(area), area, heads.is_some());
        if let Some(line) = heads.filter(|_| !self.panel.items().is_empty()) {
            columns.draw_heads(context, line, buffer);
        }
        self.panel.draw(context, Panel::Actors, footer, area, buffer, |item, entry, room, buffer| {
            if let Some(actor) = context.dossier.actor(&item.id) {
                draw_actor(context, actor, entry, columns, room, buffer);
            }
        });
    }

    fn views(&self, dossier: &Dossier) -> Vec<String> {
        list_views(Self::usual_view(dossier))
    }

    fn badge(&self, context: &Context) -> Vec<String> {
        let (shown, total) = self.counts(&context.dossier);
        if self.filter().in_force() {
            return self.filter().notes(context, false, (shown, total));
        }
        self.panel.counted(context, total)
    }

    fn hit(&self, _: &Context, area: Rect, position: Position) -> Option<Request> {
        self.panel.hit_test(list_panel::split_heads(area, HEADS_FROM).1, position)
    }

    fn wheel(&mut self, down: bool, context: &Context, area: Rect) {
        let measure = self.measure(context, area);
        self.panel.wheel(down, context, measure, &|item| ItemLayout::named(context, item, measure.cells));
    }

    fn cursor(&self) -> Option<&Ref> {
        self.panel.cursor()
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.panel.follow_selection(context, entered);
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        list_bar(context)
    }

    /// One row for each actor, and one for the heads.
    fn rows(&self) -> u16 {
        list_panel::rows_with_heads(self.panel.items().len(), HEADS_FROM)
    }

    /// Nothing here has a date.
    fn relist(&mut self, _: &Context) {}

    fn filtered(&self) -> Option<&dyn Filtered> {
        Some(self)
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        Some(self)
    }

    fn place(&self, context: &Context) -> PanelPlace {
        PanelPlace::in_view(self.filter().view(), Self::usual_view(&context.dossier))
    }

    fn restore(&mut self, context: &Context, place: &PanelPlace) {
        show_view(self, context, place.view_or(Self::usual_view(&context.dossier)));
    }

    fn present(&mut self, context: &Context, view: Option<&str>, item: Option<&Ref>) {
        self.panel.reset();
        let usual = Self::usual_view(&context.dossier);
        show_view(self, context, view_of_stop(&context.dossier, view, item, usual));
    }
}

impl Filtered for State {
    fn filter(&self) -> &Filter {
        self.panel.filter()
    }

    fn set_filter(&mut self, context: &Context, filter: Filter) {
        if self.panel.set_filter(filter) {
            self.panel.show(items(context, self.panel.filter()));
            self.longest.forget();
        }
    }

    fn choices(&self, context: &Context) -> Vec<Choice> {
        let dossier = &context.dossier;
        let values = self.filter().values(context);
        let things = dossier.actors.iter().map(|actor| values(&actor.to_ref()));
        filter::choices(dossier, self.filter(), &[], things)
    }

    fn counts(&self, dossier: &Dossier) -> (usize, usize) {
        (self.panel.items().len(), dossier.actors.len())
    }
}
