//! The key actors: who they are, and how often the article names them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::{Filtered, PanelPlace, PanelState, list_bar, view_of_stop};
use crate::dossier::{Actor, Dossier, Kind, Ref};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::bar::Hint;
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::filter::{self, Facet, Filter, View};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::list::List;
use crate::widgets::row;

/// The list and which of the actors it holds.
#[derive(Clone, Debug)]
pub struct State {
    list: List,
    filter: Filter,
    /// The cells of the longest name listed, in the language it was measured in; none until it is.
    longest: Option<(Language, usize)>,
}

impl State {
    /// The prominent actors; all, if none is.
    pub fn new(dossier: &Dossier) -> Self {
        let view = Self::usual_view(dossier);
        let filter = Filter::of(view);
        Self { list: List::new(items(dossier, &filter)), filter, longest: None }
    }

    /// Shows it from its first item.
    pub fn rest(&mut self) {
        self.list.rest();
    }

    /// The view that is shown before another is asked for.
    pub fn usual_view(dossier: &Dossier) -> View {
        if dossier.actors.iter().any(|item| item.prominent) { View::Key } else { View::All }
    }

    /// What is listed.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Lists the items of this view; what else is chosen in the filter stays.
    fn show_view(&mut self, context: &Context, view: View) {
        if self.filter.view() != view {
            let mut filter = self.filter.clone();
            filter.set_view(view);
            self.set_filter(&context.dossier, filter);
            self.follow_selection(context, false);
        }
    }

    /// Lists what this lets pass.
    pub fn set_filter(&mut self, dossier: &Dossier, filter: Filter) {
        if self.filter != filter {
            self.list.show(items(dossier, &filter));
            self.filter = filter;
            self.longest = None;
        }
    }

    /// What it can be filtered by.
    pub fn facets(&self, dossier: &Dossier) -> Vec<Facet> {
        let things = dossier.actors.iter().map(|actor| filter::values(dossier, &actor.to_ref()));
        filter::facets(dossier, &self.filter, things)
    }

    /// How many actors are listed, and how many there are.
    pub fn counts(&self, dossier: &Dossier) -> (usize, usize) {
        (self.list.items().len(), dossier.actors.len())
    }

    /// The rows it would fill, frame and all: one an actor.
    pub fn wants(&self) -> u16 {
        u16::try_from(self.list.items().len() + 3).unwrap_or(u16::MAX)
    }

    /// Follows the selection.
    pub fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.list.follow_selection(context, entered);
    }

    /// Scrolls so that what matters is in sight.
    pub fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        if self.longest.is_none_or(|(language, _)| language != context.language) {
            let actors = self.list.items().iter().filter_map(|item| context.dossier.actor(&item.id));
            let longest = actors.map(|actor| width::cells(&context.text(&actor.name))).max().unwrap_or(0);
            self.longest = Some((context.language, longest));
        }
        let height = self.height(context, area);
        self.list.scroll(context, focused, rows(area), height);
    }

    /// The rows an actor takes.
    fn height<'a>(&self, context: &'a Context, area: Rect) -> impl Fn(&Ref) -> u16 + use<'a> {
        let cells = self.name_cells(area);
        move |item| row::name_height(context, item, cells, || names::name(context, item))
    }

    /// The cells of the column of names.
    fn name_cells(&self, area: Rect) -> usize {
        let ends = usize::from(row::CURSOR_CELLS + 1 + row::LIT_CELLS);
        let fixed = ends + 1 + kind_cells(area) + 1 + COUNT_CELLS + INFERRED_CELLS;
        let longest = self.longest.map_or(0, |(_, cells)| cells);
        longest.min(usize::from(area.width).saturating_sub(fixed)).max(1)
    }
}

fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

/// Prominent first, then by mentions, then as the author ordered them.
fn items(dossier: &Dossier, filter: &Filter) -> Vec<Ref> {
    let passes = |actor: &&Actor| filter.passes(&filter::values(dossier, &actor.to_ref()));
    let mut actors: Vec<&Actor> = dossier.actors.iter().filter(passes).collect();
    let mentions = |actor: &Actor| std::cmp::Reverse(dossier.mentions_of(&actor.id).count());
    actors.sort_by_cached_key(|actor| (!actor.prominent, mentions(actor)));
    actors.into_iter().map(Actor::to_ref).collect()
}

/// Carries out a key.
fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    match action {
        Action::View if State::usual_view(&context.dossier) == View::All => {
            vec![Request::Notice(context.strings().only_view.to_owned())]
        }
        Action::View => {
            let mut filter = state.filter.clone();
            filter.next_view();
            state.show_view(context, filter.view());
            Vec::new()
        }
        _ => {
            let height = state.height(context, area);
            state.list.press(action, context, rows(area), height).into_iter().collect()
        }
    }
}

/// Carries out a turn of the wheel.
fn wheel(state: &mut State, down: bool, context: &Context, area: Rect) {
    let height = state.height(context, area);
    state.list.wheel(down, height);
}

/// What a click there asks for.
fn at(state: &State, context: &Context, area: Rect, position: Position) -> Option<Request> {
    let row = position.y.checked_sub(area.y)?;
    let (item, _) = state.list.at(row, rows(area), state.height(context, area))?;
    Some(Request::Select(item.clone()))
}

/// What the frame says on the right, longest first: how many of all are listed.
fn notes(state: &State, context: &Context) -> Vec<String> {
    let (shown, total) = state.counts(&context.dossier);
    if state.filter.in_force() {
        return state.filter.notes(context, false, (shown, total));
    }
    super::listed(context, state.filter.view() == View::All, shown, total)
}

/// Draws the list into the inside of the panel's frame.
fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if context.dossier.actors.is_empty() {
        crate::widgets::hint(context, context.strings().no_actors, area, buffer);
        return;
    }
    let cursor = state.list.shown_cursor(context, Panel::Actors);
    let window = state.list.window(rows(area), state.height(context, area));
    let name_cells = state.name_cells(area);
    let mut room = Rect { height: rows(area), ..area };
    for item in &state.list.items()[window.clone()] {
        row::ends(context, item, cursor == Some(item), Rect { height: 1, ..room }, buffer);
        let Some(actor) = context.dossier.actor(&item.id) else { continue };
        let taken = draw_actor(context, actor, name_cells, room, buffer);
        room = Rect { y: room.y + taken, height: room.height.saturating_sub(taken), ..room };
    }
    let rest = context.dossier.actors.len() - state.list.items().len();
    let filtered = state.filter.in_force();
    if state.list.items().is_empty() {
        super::nothing_passes(context, area, buffer);
    }
    let otherwise = if rest > 0 && !filtered {
        let text = context.said(context.strings().others).replacen("{}", &context.language.count(rest), 1);
        context.with_keys(&text, &[Action::View])
    } else {
        String::new()
    };
    let out = state.list.out_of_sight(&window);
    let footer = row::Footer {
        kinds: &[Kind::Actor],
        out,
        has_selection: state.list.has_selection(context),
        unlisted: &super::unlisted(context, filtered),
        otherwise: &otherwise,
    };
    row::footer(context, footer, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, buffer);
}

/// Cells for kind and country.
const KIND_CELLS: usize = 14;
/// In fewer cells than these only the country is told.
const NARROW: u16 = 46;
/// Cells for how many of the mentions are inferred, at least.
const INFERRED_CELLS: usize = 4;
/// Cells for the number of mentions.
const COUNT_CELLS: usize = 5;

fn kind_cells(area: Rect) -> usize {
    if area.width < NARROW { 2 } else { KIND_CELLS }
}

/// Draws an actor at the top of the room. Returns how many rows that took.
fn draw_actor(context: &Context, actor: &Actor, name_cells: usize, room: Rect, buffer: &mut Buffer) -> u16 {
    let line = Rect { height: 1, ..room };
    let item = actor.to_ref();
    let language = context.language;
    let sign = context.standing_sign(&item);
    let end = line.right().saturating_sub(row::LIT_CELLS);
    let style = row::style(context, &item);
    let mut x = line.x + row::CURSOR_CELLS;
    buffer.set_string(x, line.y, context.glyph(sign.glyph), context.style(sign.role));
    x += 1;
    let name = context.text(&actor.name);
    let lines = row::name_lines(context, &item, &name, name_cells);
    for (y, name) in (room.top()..room.bottom()).zip(&lines) {
        buffer.set_string(x, y, name, style);
    }
    x += u16::try_from(name_cells).unwrap_or(0) + 1;
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
    buffer.set_stringn(x, line.y, &kind, usize::from(end.saturating_sub(x)), quiet);
    x += u16::try_from(kind_cells).unwrap_or(0) + 1;
    let (plain, inferred) =
        context.dossier.mentions_of(&actor.id).fold((0, 0), |(plain, inferred), mention| {
            if mention.inferred { (plain, inferred + 1) } else { (plain + 1, inferred) }
        });
    let count = format!("{:>COUNT_CELLS$}", language.count(plain + inferred));
    buffer.set_stringn(x, line.y, &count, usize::from(end.saturating_sub(x)), quiet);
    x += u16::try_from(COUNT_CELLS).unwrap_or(0);
    if inferred > 0 {
        let room = usize::from(end.saturating_sub(x));
        let number = language.count(inferred);
        let words = format!("  {}", context.strings().of_them_inferred.replace("{}", &number));
        if width::cells(&words) <= room {
            buffer.set_string(x, line.y, words, quiet);
        } else {
            let sign = signs::INFERRED;
            let (x, _) = buffer.set_stringn(x, line.y, format!("  {number}"), room, quiet);
            let room = usize::from(end.saturating_sub(x));
            buffer.set_stringn(x, line.y, context.glyph(sign.glyph), room, context.style(sign.role));
        }
    }
    u16::try_from(lines.len()).unwrap_or(u16::MAX).min(room.height)
}

impl Rebase for State {
    fn rebase(&mut self, change: &Change, _: &Context) {
        let dossier = change.after;
        let view = self.filter.view().rebased(Self::usual_view(change.before), Self::usual_view(dossier));
        if self.filter.view() != view {
            self.filter.set_view(view);
        }
        self.filter.rebase(dossier.actors.iter().map(|actor| filter::values(dossier, &actor.to_ref())));
        self.list.rebase(items(dossier, &self.filter));
        self.longest = None;
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        update(self, action, context, area)
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        self.layout(context, context.has_focus(Panel::Actors), area);
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

    fn place(&self, context: &Context) -> PanelPlace {
        PanelPlace::in_view(self.filter.view(), Self::usual_view(&context.dossier))
    }

    fn restore(&mut self, context: &Context, place: &PanelPlace) {
        self.show_view(context, place.view_or(Self::usual_view(&context.dossier)));
    }

    fn present(&mut self, context: &Context, view: Option<&str>, item: Option<&Ref>) {
        self.rest();
        let usual = Self::usual_view(&context.dossier);
        self.show_view(context, view_of_stop(&context.dossier, view, item, usual));
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
