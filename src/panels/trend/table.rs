//! A series as a table: a row for each figure with its period, place, part, value and source.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::view::{Form, SeriesView};
use crate::dossier::chart::shown;
use crate::dossier::{Dossier, Id, Kind, Observation, Ref, Series, When};
use crate::i18n::dates;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::cursor::Measure;
use crate::widgets::list::{List, OutOfSight};
use crate::widgets::view::View;
use crate::widgets::{row, to_cells};

/// The figures of a series by period; the undated last.
pub(super) fn items(dossier: &Dossier, series: &Series, only_after: bool) -> Vec<Ref> {
    let mut items: Vec<&Observation> = shown(dossier, series, only_after).collect();
    items
        .sort_by_key(|observation| observation.date.as_ref().and_then(When::first).unwrap_or(NaiveDate::MAX));
    items.into_iter().map(Observation::to_ref).collect()
}

/// The figures, and where the cursor is among them.
#[derive(Clone, Debug)]
pub(super) struct FigureTable {
    list: List,
}

impl FigureTable {
    /// These figures, with the cursor on the first.
    pub(super) fn new(figures: Vec<Ref>) -> Self {
        Self { list: List::new(figures) }
    }
}

impl View for FigureTable {
    fn cursor(&self) -> Option<&Ref> {
        self.list.cursor()
    }

    fn put(&mut self, item: &Ref) {
        self.list.put(item);
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.list.follow_selection(context, entered);
    }

    fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        self.list.scroll(context, focused, rows(area), |_| 1);
    }

    fn press(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        if self.responds_to(action) {
            return self
                .list
                .press(action, context, rows(area), Measure::default(), |_| 1)
                .into_iter()
                .collect();
        }
        let text = context.with_keys(context.strings().only_up_and_down, &[Action::Up, Action::Down]);
        self.cursor().map(|_| Request::Notice(text)).into_iter().collect()
    }

    fn wheel(&mut self, down: bool) {
        self.list.wheel(down, |_| 1);
    }

    fn hit_test(&self, _: &Context, area: Rect, position: Position) -> Option<&Ref> {
        let row = position.y.checked_sub(area.y + HEADER).filter(|row| *row < rows(area))?;
        let place = self.list.window(rows(area), |_| 1).nth(usize::from(row))?;
        self.list.items().get(place)
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw(&self.list, context, area, buffer);
    }

    fn out_of_sight(&self, area: Rect) -> OutOfSight {
        self.list.out_of_sight(&self.list.window(rows(area), |_| 1))
    }

    fn responds_to(&self, action: Action) -> bool {
        !matches!(action, Action::Left | Action::Right)
    }

    fn bar_word(&self, _: Action, _: &Strings) -> Option<&'static str> {
        None
    }
}

impl SeriesView for FigureTable {
    fn form(&self) -> Form {
        Form::Table
    }

    fn count(&self) -> usize {
        self.list.items().len()
    }

    fn draws(&self, _: &Id) -> Option<bool> {
        None
    }

    fn has_rows(&self) -> bool {
        true
    }

    fn rebase(mut self: Box<Self>, figures: Vec<Ref>) -> Option<Box<dyn SeriesView>> {
        self.list.rebase(figures);
        Some(self)
    }

    fn copied(&self) -> Box<dyn SeriesView> {
        Box::new(self.clone())
    }
}

/// Cells at the left of a row: the cursor, the sign of where a figure comes from, and a blank.
const SIGN_END: u16 = row::CURSOR_CELLS + 2;

/// Rows above the figures: the names of the columns.
const HEADER: u16 = 1;

/// The rows for figures.
fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(HEADER)
}

/// The columns: period, place, part, value, source.
const COLUMNS: usize = 5;
const PERIOD: usize = 0;
const PLACE: usize = 1;
const PART: usize = 2;
/// The right-aligned column: the figures.
const VALUE: usize = 3;
const SOURCE: usize = 4;

/// Draws the window into the room between heading and caption.
fn draw(list: &List, context: &Context, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let cursor = list.shown_cursor(context, Panel::Trend);
    let window = list.window(rows(area), |_| 1);
    let shown = &list.items()[window];
    let mut figures: Vec<[String; COLUMNS]> = shown.iter().map(|item| cells(context, item)).collect();
    let is_dated = |item: &Ref| context.dossier.observation(&item.id).is_some_and(|of| of.date.is_some());
    if !list.items().iter().any(is_dated) {
        // A column that says the same in every row says nothing.
        for cells in &mut figures {
            cells[PERIOD].clear();
        }
    }
    let header = [strings.period, strings.place_short, strings.part, strings.value, strings.source.one];
    let mut header = header.map(names::capitalized);
    let mut columns = widths(&figures, &header, area);
    if are_cut(&figures, &columns) {
        // Two beginnings of words say less than one of both.
        figures.iter_mut().chain([&mut header]).for_each(join);
        columns = widths(&figures, &header, area);
    }
    let widths = columns;
    draw_row(context, &header, widths, context.style(Role::Quiet), Rect { height: 1, ..area }, buffer);
    for ((y, item), cells) in (area.y + HEADER..area.bottom()).zip(shown).zip(&figures) {
        let line = Rect { y, height: 1, ..area };
        row::ends(context, item, cursor == Some(item), line, buffer);
        let sign = context.link_sign(item);
        buffer.set_string(area.x + row::CURSOR_CELLS, y, context.glyph(sign.glyph), context.style(sign.role));
        draw_row(context, cells, widths, row::style(context, item), line, buffer);
    }
}

fn cells(context: &Context, item: &Ref) -> [String; COLUMNS] {
    let Some(figure) = context.dossier.observation(&item.id) else { return Default::default() };
    let place = figure.place.as_ref().map(|id| names::name(context, &Ref::new(Kind::Place, id)));
    let part = figure.part_name.as_ref().map(|part| context.text(part));
    let value = match figure.value {
        Some(_) => names::value(context, figure),
        None => context.strings().no_figure_short.to_owned(),
    };
    let date =
        figure.date.as_ref().map(|date| dates::compact(date, context.language, context.glyphs.in_dates()));
    [
        date.unwrap_or_else(|| context.strings().undated.to_owned()),
        place.unwrap_or_default(),
        part.unwrap_or_default(),
        value,
        names::given_by(context, figure),
    ]
}

/// The minimum width of a part that is cut: in fewer cells it says nothing beside a place.
const LEAST_PART: usize = 10;

/// Whether place and part are cut so that neither can be read.
fn are_cut(figures: &[[String; COLUMNS]], widths: &[usize; COLUMNS]) -> bool {
    let is_cut = |column: usize| figures.iter().any(|cells| width::cells(&cells[column]) > widths[column]);
    widths[PART] > 0 && widths[PART] < LEAST_PART && (is_cut(PART) || is_cut(PLACE))
}

/// Puts the part into the column of the place; without a blank, so that of two words more than the first is left.
fn join(cells: &mut [String; COLUMNS]) {
    let part = std::mem::take(&mut cells[PART]);
    let place = &mut cells[PLACE];
    if !place.is_empty() && !part.is_empty() {
        place.push('/');
    }
    place.push_str(&part);
}

/// Columns as wide as their content. If that is too wide, place and part are cut, the longer one first: a figure and its
/// period are shown whole. The source gets what is left, and nothing if that is too little to read.
fn widths(figures: &[[String; COLUMNS]], header: &[String; COLUMNS], area: Rect) -> [usize; COLUMNS] {
    const LEAST_SOURCE: usize = 8;
    let room = usize::from(area.width.saturating_sub(SIGN_END + row::LIT_CELLS));
    let widest = |column: usize| figures.iter().map(|cells| width::cells(&cells[column])).max().unwrap_or(0);
    let mut widths: [usize; COLUMNS] = std::array::from_fn(|column| match widest(column) {
        0 => 0,
        widest => widest.max(width::cells(&header[column])),
    });
    let used = |widths: &[usize]| widths.iter().map(|cells| cells + usize::from(*cells > 0)).sum::<usize>();
    let [.., source] = widths;
    widths[SOURCE] = 0;
    for column in [VALUE, PERIOD] {
        widths[column] = widths[column].min(room);
    }
    while used(&widths) > room + 1 {
        let longer = if widths[PART] >= widths[PLACE] { PART } else { PLACE };
        if widths[longer] == 0 {
            break;
        }
        widths[longer] -= 1;
    }
    let left = room.saturating_sub(used(&widths));
    widths[SOURCE] = if left < LEAST_SOURCE { 0 } else { source.min(left) };
    widths
}

fn draw_row(
    context: &Context,
    cells: &[String; COLUMNS],
    widths: [usize; COLUMNS],
    style: Style,
    line: Rect,
    buffer: &mut Buffer,
) {
    let mut x = line.x + SIGN_END;
    for (column, (cell, cells)) in cells.iter().zip(widths).enumerate() {
        if cells == 0 {
            continue;
        }
        let text = context.truncate(cell, cells);
        let gap = if column == VALUE { cells.saturating_sub(width::cells(&text)) } else { 0 };
        buffer.set_string(x + to_cells(gap), line.y, &*text, style);
        x += to_cells(cells) + 1;
    }
}
