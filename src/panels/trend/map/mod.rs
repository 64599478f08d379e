//! Figures of places as circles on a coastline: what is there filled, what is planned hollow, an edition at a time, with the
//! figures in a table beside it.

mod disc;
mod draw;
mod picture;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::rc::Rc;

use foldhash::{HashMap, HashMapExt as _};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use picture::{Base, Picture, Plan, Writing};

use super::view::{Form, SeriesView};
use crate::dossier::map::{Edition, Map, MapPlace, Measure};
use crate::dossier::projection::Frame;
use crate::dossier::{Id, Kind, Ref};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs::{self, Glyphs};
use crate::look::signs;
use crate::protocol::context::Context;
use crate::protocol::multiples::Multiple;
use crate::protocol::request::Request;
use crate::protocol::{maps, names};
use crate::text::{width, wrap};
use crate::widgets::cursor::Measure as WindowMeasure;
use crate::widgets::list::{List, OutOfSight};
use crate::widgets::memo::Memo;
use crate::widgets::view::View;
use crate::widgets::{row, to_cells};

/// The least columns and rows of the panel's inside in which circles can be compared.
const LEAST: (u16, u16) = (60, 16);
/// The rows, frame and all, in which that many are inside.
pub(super) const NEEDS: u16 = LEAST.1 + 2;
/// The rows above the map: what is counted, and what the signs mean.
const HEAD: u16 = 2;
/// The row below the map: the editions.
const FOOT: u16 = 1;
/// The head of the table.
const TABLE_HEAD: u16 = 1;
/// The fewest columns that the map keeps beside its table.
const LEAST_MAP: u16 = 30;
/// From so many columns on there is room for the table beside the map; with fewer columns circles and words would stand far from
/// their places.
const WITH_TABLE: u16 = 72;
/// From so many columns on the table has room for dates.
const WITH_DATES: u16 = 100;
/// Between a column of values and what stands before it.
const BETWEEN: u16 = 2;
/// The fewest and the most cells of a name in the table.
const NAME: (usize, usize) = (8, 20);
/// So many editions stay drawn and listed, those the reader was at last.
const KEPT: usize = 32;

/// Whether a map has room in the panel.
pub(super) fn has_room(area: Rect) -> bool {
    area.width >= LEAST.0 && area.height >= LEAST.1
}

/// The places, and which edition of their figures is shown.
#[derive(Clone, Debug)]
pub(super) struct MapView {
    map: Rc<Map>,
    frame: Option<Frame>,
    /// By its number; none for what was published last of each place.
    edition: Option<usize>,
    /// An edition to be shown that the filter leaves no figure of: shown again when it ends.
    hidden: Option<String>,
    /// The places by their figures in this edition, in the order of the map; each is also known by itself.
    list: List,
    /// The same of other editions, those the reader was at last.
    lists: Vec<(Option<usize>, List)>,
    /// To which place each figure belongs, and in which edition it is.
    figures: Rc<HashMap<Ref, (usize, usize)>>,
    /// Whether a filter leaves no figure, so that there is no map.
    is_blank: bool,
    words: Memo<(Language, Glyphs), Words>,
    base: Memo<(u16, u16), Base>,
    /// Where everything stands in all editions.
    plan: Memo<PictureKey, Plan>,
    pictures: Memo<PictureKey, Vec<Drawn>>,
    /// The picture of this edition, as last laid out.
    picture: Option<Rc<Picture>>,
    columns: Columns,
    /// The places of the table in sight.
    window: Range<usize>,
}

/// An edition and its picture.
type Drawn = (Option<usize>, Rc<Picture>);

/// What all pictures depend on.
type PictureKey = ((u16, u16), Language, Glyphs);

/// What the map says, in a language.
#[derive(Clone, Debug)]
struct Words {
    multiple: Multiple,
    names: Vec<String>,
    editions: Vec<String>,
    /// That the figures are from different times.
    mixed: &'static str,
    /// The most cells of a name and of the values of each measure.
    cells: (usize, [usize; 2]),
}

/// How the area is divided: the map on the left, the columns of the table on the right.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Columns {
    map: u16,
    name: usize,
    /// The cells of each measure; none where the map has only one.
    values: [usize; 2],
    /// The cells of its dates; none where there is no room.
    date: usize,
}

impl Columns {
    /// The cells of the table.
    fn table(&self) -> u16 {
        let dates = if self.date > 0 { 1 + self.date } else { 0 };
        let of = |cells: usize| if cells > 0 { usize::from(BETWEEN) + cells + dates } else { 0 };
        let values: usize = self.values.iter().map(|cells| of(*cells)).sum();
        row::CURSOR_CELLS + to_cells(self.name + values) + row::LIT_CELLS
    }

    fn of(words: &Words, width: u16) -> Self {
        if width < WITH_TABLE {
            return Self { map: width, ..Self::default() };
        }
        let (name, values) = words.cells;
        let date = words.editions.iter().map(|edition| width::cells(edition)).max().unwrap_or(0);
        let mut columns = Self {
            map: 0,
            name: name.clamp(NAME.0, NAME.1),
            values,
            date: if width >= WITH_DATES { date } else { 0 },
        };
        let most = width.saturating_sub(LEAST_MAP + 1);
        if columns.table() > most {
            columns.date = 0;
        }
        let over = usize::from(columns.table().saturating_sub(most));
        columns.name = columns.name.saturating_sub(over).max(NAME.0);
        let over = usize::from(columns.table().saturating_sub(most));
        // Very long values are cut.
        for cells in &mut columns.values {
            *cells = cells.saturating_sub(over.div_ceil(2)).max((*cells).min(NAME.0));
        }
        columns.map = width.saturating_sub(columns.table() + 1);
        columns
    }
}

impl MapView {
    /// Where its figures come from.
    fn provenance(&self, context: &Context) -> (signs::Sign, &'static str) {
        let shown: Vec<Ref> =
            self.map.measures.series().map(|series| Ref::new(Kind::Series, series)).collect();
        names::figures_from(context, context.dossier.standing_of_figures(&shown))
    }

    /// The places of a map, with what was published last. Where a filter leaves no figure, there is no place to show either.
    pub(super) fn new(map: Map, is_filtered: bool) -> Self {
        let coordinates: Vec<(f64, f64)> = map.located().map(|(_, _, coordinates)| coordinates).collect();
        let mut figures = HashMap::new();
        for (number, place) in map.places.iter().enumerate() {
            for reading in place.readings() {
                figures
                    .extend(reading.figures.iter().map(|figure| (figure.clone(), (number, reading.edition))));
            }
        }
        let mut view = Self {
            frame: Frame::of(&coordinates),
            map: Rc::new(map),
            edition: None,
            hidden: None,
            list: List::default(),
            lists: Vec::new(),
            is_blank: is_filtered && figures.is_empty(),
            figures: Rc::new(figures),
            words: Memo::default(),
            base: Memo::default(),
            plan: Memo::default(),
            pictures: Memo::default(),
            picture: None,
            columns: Columns::default(),
            window: 0..0,
        };
        view.list = view.listed();
        view
    }

    /// The places by their figures in this edition.
    fn listed(&self) -> List {
        let of = |place: &MapPlace| -> Vec<Ref> {
            let readings =
                Measure::ALL.into_iter().filter_map(|measure| place.reading(measure, self.edition));
            // What is known goes before what was not found.
            let (known, missing): (Vec<_>, Vec<_>) = readings.partition(|reading| reading.amount.is_known());
            known.into_iter().chain(missing).flat_map(|reading| reading.figures.clone()).collect()
        };
        let mut items = Vec::new();
        let mut names = Vec::new();
        if self.is_blank {
            return List::default();
        }
        for (number, place) in self.map.places.iter().enumerate() {
            let own = Ref::new(Kind::Place, &place.id);
            let figures = of(place);
            items.push(figures.first().unwrap_or(&own).clone());
            names.extend(figures.into_iter().chain([own]).map(|name| (name, number)));
        }
        List::new(items).with_names(names.into_iter())
    }

    /// Shows another edition; the cursor stays on its place.
    fn show(&mut self, edition: Option<usize>) {
        self.hidden = None;
        if edition == self.edition {
            return;
        }
        let place = self.place_of_cursor();
        let of = std::mem::replace(&mut self.edition, edition);
        let known = self.lists.iter().position(|(of, _)| *of == edition);
        let mut list = match known {
            Some(known) => self.lists.remove(known).1,
            None => self.listed(),
        };
        list.reset();
        if self.lists.len() >= KEPT {
            self.lists.remove(0);
        }
        self.lists.push((of, std::mem::replace(&mut self.list, list)));
        if let Some(item) = place.and_then(|place| self.list.items().get(place)).cloned() {
            self.list.put(&item);
        }
    }

    /// The number of the place that the cursor is on.
    fn place_of_cursor(&self) -> Option<usize> {
        self.list.place(self.list.cursor()?)
    }

    /// Shows an edition in which a figure is: the present one where it is among its figures.
    fn show_edition_of(&mut self, figure: &Ref) {
        if self.list.place(figure).is_some() {
            return;
        }
        if let Some((_, edition)) = self.figures.get(figure).copied() {
            self.show(Some(edition));
        }
    }

    /// The edition before or after the present one; what was published last stands after all of them.
    fn neighbour(&self, is_next: bool) -> Option<usize> {
        let count = self.map.editions.len();
        let at = self.edition.unwrap_or(count);
        let to = if is_next { (at + 1).min(count) } else { at.saturating_sub(1) };
        (to < count).then_some(to)
    }

    /// The first place without coordinates: they stand after the others.
    fn first_off(&self) -> Option<Ref> {
        let first = self.map.places.partition_point(|place| place.coordinates.is_some());
        self.list.items().get(first).cloned()
    }

    /// The cells of the map.
    fn map_area(&self, area: Rect) -> Rect {
        let height = area.height.saturating_sub(HEAD + FOOT);
        Rect { y: area.y + HEAD, width: self.columns.map, height, ..area }
    }

    /// The cells of the table, its head among them.
    fn table_area(&self, area: Rect) -> Rect {
        let map = self.map_area(area);
        let x = (map.right() + 1).min(area.right());
        Rect { x, width: area.right() - x, ..map }
    }

    /// The rows of the table below its head. Where it has no dates, it says at the end that they differ.
    fn rows(&self, area: Rect) -> u16 {
        let table = self.table_area(area);
        table.height.saturating_sub(TABLE_HEAD + to_cells(self.times(table.width).len()))
    }

    /// That the figures are from different times, in lines that fit into the table, where it has no room for dates.
    fn times(&self, width: u16) -> Vec<Range<usize>> {
        let says_times =
            self.picture.as_ref().is_some_and(|picture| picture.is_mixed) && self.columns.date == 0;
        let Some(words) = self.words.last().filter(|_| says_times && width > 0) else { return Vec::new() };
        let lines = wrap::wrap(words.mixed, width.saturating_sub(2).max(1));
        lines.into_iter().map(|line| line.range).collect()
    }

    /// The places that the selection lights, by themselves or by one of their figures in this edition, in order.
    fn lit(&self, context: &Context) -> Vec<usize> {
        let mut lit: Vec<usize> = context.lit().things().filter_map(|thing| self.list.place(thing)).collect();
        lit.sort_unstable();
        lit
    }

    /// Whether the evidence of a figure is broken that is shown.
    fn is_broken(&self, context: &Context, place: &MapPlace) -> bool {
        let readings = Measure::ALL.into_iter().filter_map(|measure| place.reading(measure, self.edition));
        readings.flat_map(|reading| &reading.figures).any(|figure| context.link_sign(figure) == signs::BROKEN)
    }

    /// The number of the place that is selected: by itself, or by a figure of this edition.
    fn selected(&self, context: &Context) -> Option<usize> {
        context.selection().and_then(|selection| self.list.place(selection))
    }
}

/// The rows of an item of the table: above the first place without coordinates stands that it is not on the map.
fn height(item: &Ref, first_off: Option<&Ref>) -> u16 {
    1 + u16::from(Some(item) == first_off)
}

/// What an edition is called in files: its first and its last day.
fn name(edition: &Edition) -> String {
    let (first, last) = edition.period;
    format!("{first}/{last}")
}

/// What a map says in the language in force.
fn words_of(map: &Map, context: &Context) -> Words {
    let multiple = maps::multiple(context, map);
    let names: Vec<String> = map.places.iter().map(|place| maps::name(context, place)).collect();
    let editions = (0..map.editions.len()).map(|edition| maps::edition(context, map, edition)).collect();
    let cells = Measure::ALL.map(|measure| {
        let Some(_) = map.series(&context.dossier, measure) else { return 0 };
        let of_place = |place: &MapPlace| {
            let amounts = place.readings_of(measure).iter().map(|reading| &reading.amount);
            amounts.map(|amount| width::cells(&maps::amount(context, multiple, amount))).max().unwrap_or(1)
        };
        let head = width::cells(context.glyph(maps::sign(measure)));
        map.places.iter().map(of_place).max().unwrap_or(1).max(head)
    });
    let longest = names.iter().map(|name| width::cells(name)).max().unwrap_or(0);
    let mixed = context.strings().map_mixed;
    Words { multiple, names, editions, mixed, cells: (longest, cells) }
}

impl View for MapView {
    fn cursor(&self) -> Option<&Ref> {
        self.list.cursor()
    }

    fn put(&mut self, item: &Ref) {
        self.show_edition_of(item);
        self.list.put(item);
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        if let Some(selection) = context.selection() {
            self.show_edition_of(selection);
        }
        self.list.follow_selection(context, entered);
    }

    fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        let (language, glyphs) = (context.language, context.glyphs);
        let words = self.words.get((language, glyphs), || words_of(&self.map, context));
        let writing = Writing { context, multiple: words.multiple };
        self.columns = Columns::of(words, area.width);
        let canvas = self.map_area(area);
        let size = (canvas.width, canvas.height);
        let Self { map, frame, edition, base, plan, pictures, .. } = self;
        // Without a place there is no coast to draw; the panel has a map only where there is one.
        self.picture = frame.as_ref().map(|frame| {
            let key = (size, language, glyphs);
            let base = base.get(size, || Base::of(frame, size));
            let plan = plan.get(key, || Plan::of(base, map, writing));
            let drawn = pictures.get(key, Vec::new);
            if let Some((_, picture)) = drawn.iter().find(|(of, _)| of == edition) {
                return Rc::clone(picture);
            }
            let picture = Rc::new(Picture::of(base, plan, map, *edition, writing));
            if drawn.len() >= KEPT {
                drawn.remove(0);
            }
            drawn.push((*edition, Rc::clone(&picture)));
            picture
        });
        let (rows, first_off) = (self.rows(area), self.first_off());
        self.window = self.list.scroll(context, focused, rows, |item| height(item, first_off.as_ref()));
    }

    fn press(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        if matches!(action, Action::Left | Action::Right) {
            let is_selected = self.selected(context).is_some();
            self.show(self.neighbour(action == Action::Right));
            // A reader who only looks through the editions selects nothing by it.
            let cursor = self.cursor().filter(|_| is_selected);
            return cursor.cloned().map(Request::Select).into_iter().collect();
        }
        let (rows, first_off) = (self.rows(area), self.first_off());
        let measure = WindowMeasure::of(context, usize::from(area.width), 0);
        let height = |item: &Ref| height(item, first_off.as_ref());
        self.list.press(action, context, rows, measure, height).into_iter().collect()
    }

    fn wheel(&mut self, down: bool) {
        let first_off = self.first_off();
        self.list.wheel(down, |item| height(item, first_off.as_ref()));
    }

    fn hit_test(&self, _: &Context, area: Rect, position: Position) -> Option<&Ref> {
        let (map, table) = (self.map_area(area), self.table_area(area));
        if map.contains(position) {
            let at = Position { x: position.x - map.x, y: position.y - map.y };
            return self.list.items().get(self.picture.as_ref()?.hit_test(at)?);
        }
        let row = position.y.checked_sub(table.y + TABLE_HEAD).filter(|_| table.contains(position))?;
        let first_off = self.first_off();
        let mut y = 0;
        for place in self.window.clone() {
            let item = self.list.items().get(place)?;
            y += height(item, first_off.as_ref());
            if row < y {
                // The heading above it is not the place.
                return (row + 1 == y).then_some(item);
            }
        }
        None
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw::draw(self, context, area, buffer);
    }

    fn out_of_sight(&self, _: Rect) -> OutOfSight {
        self.list.out_of_sight(&self.window)
    }

    fn responds_to(&self, _: Action) -> bool {
        true
    }

    fn bar_word(&self, action: Action, strings: &Strings) -> Option<&'static str> {
        match action {
            Action::Right => Some(strings.map_edition),
            Action::Down => Some(strings.place_short),
            _ => None,
        }
    }
}

impl SeriesView for MapView {
    fn form(&self) -> Form {
        Form::Map
    }

    fn count(&self) -> usize {
        self.figures.len()
    }

    fn draws(&self, place: &Id) -> Option<bool> {
        let place = self.map.places.iter().find(|of| of.id == *place)?;
        Some(place.coordinates.is_some())
    }

    fn prints(&self, figure: &Ref) -> bool {
        self.figures.contains_key(figure)
    }

    fn edition(&self) -> Option<String> {
        let shown = self.edition.and_then(|edition| self.map.editions.get(edition)).map(name);
        shown.or_else(|| self.hidden.clone())
    }

    fn show_edition(&mut self, edition: Option<&str>) {
        let number = self.map.editions.iter().position(|of| Some(&*name(of)) == edition);
        self.show(number);
        self.hidden = edition.filter(|_| number.is_none()).map(str::to_owned);
    }

    fn says_background(&self, context: &Context, width: u16) -> bool {
        let words = self.words.last().filter(|_| !self.is_blank);
        words.is_some_and(|words| draw::Head::of(self, context, words, width).background.is_some())
    }

    /// Both measures of the place, each called by its name, and of a sum its parts; in few cells what the signs say is left out
    /// first, then the parts: the figures stay.
    fn readout(&self, context: &Context, room: usize) -> Option<String> {
        let words = self.words.last()?;
        let place = self.place_of_cursor()?;
        let of = (self.map.places.get(place)?, self.edition);
        let values = |has_names: bool, has_parts: bool| -> Vec<String> {
            let values = maps::values(context, &self.map, words.multiple, of, has_parts).into_iter();
            let values = values.map(|(measure, text)| {
                let sign = context.glyph(maps::sign(measure));
                let name = maps::measure(context, &self.map, measure).filter(|_| has_names);
                [Some(sign.to_owned()), name, Some(text)].into_iter().flatten().collect::<Vec<_>>().join(" ")
            });
            std::iter::once(words.names[place].clone()).chain(values).collect()
        };
        let unit = self.map.measures.series().find_map(|id| context.dossier.series_by_id(id)?.unit.as_ref());
        let unit = unit.map(|unit| context.text(unit));
        let forms = [
            values(true, true).into_iter().chain(unit).collect(),
            values(true, true),
            values(false, true),
            values(false, false),
        ];
        let mut forms: Vec<String> = forms.iter().map(|parts: &Vec<String>| context.joined(parts)).collect();
        let fitting = forms.iter().position(|form| width::cells(form) <= room).unwrap_or(forms.len() - 1);
        Some(forms.swap_remove(fitting))
    }

    /// The figure, where the place stands for one; else the place, whose card has all of its figures.
    fn card(&self) -> Option<Ref> {
        let place = self.map.places.get(self.place_of_cursor()?)?;
        let mut figures = place.readings_in(self.edition).flat_map(|reading| &reading.figures);
        match (figures.next(), figures.next()) {
            (Some(only), None) => Some(only.clone()),
            _ => Some(Ref::new(Kind::Place, &place.id)),
        }
    }

    fn legend(&self, context: &Context) -> Vec<String> {
        let Some(words) = self.words.last() else { return Vec::new() };
        let has = |sign: &str| {
            self.window.clone().any(|place| {
                let of = &self.map.places[place];
                let mut amounts = Measure::ALL.into_iter().map(|measure| of.amount(measure, self.edition));
                amounts.any(|amount| maps::amount(context, words.multiple, amount).contains(sign))
            })
        };
        let strings = context.strings();
        let about = context.glyph(glyphs::ABOUT);
        has(about).then(|| format!("{about} {}", strings.about)).into_iter().collect()
    }

    fn undated(&self, series: &Id) -> usize {
        let of = Measure::ALL.into_iter().zip([&self.map.measures.running, &self.map.measures.planned]);
        let of = of.filter(|(_, id)| id.as_ref() == Some(series));
        of.map(|(measure, _)| self.map.undated[measure as usize].len()).sum()
    }

    fn has_rows(&self) -> bool {
        true
    }

    fn copied(&self) -> Box<dyn SeriesView> {
        Box::new(self.clone())
    }
}
