//! Draws the map: what is counted and what the signs mean, the picture, the table beside it, the editions below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::picture::{Ink, Picture, Sign, Word};
use super::{BETWEEN, Columns, MapView, TABLE_HEAD, Words, height};
use crate::dossier::map::{MapPlace, Measure};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::panel::Panel;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{maps, names};
use crate::text::{width, wrap};
use crate::widgets::{hint, row, to_cells};

/// Between the parts of the legend.
const GAP: u16 = 3;

/// Draws into the room between the panel's frame and its footer.
pub(super) fn draw(view: &MapView, context: &Context, area: Rect, buffer: &mut Buffer) {
    let Some(words) = view.words.last() else { return };
    if view.is_blank(context) {
        let text = context.with_keys(context.strings().none_after, &[Action::View, Action::OnlyAfter]);
        hint(context, &text, area, buffer);
        return;
    }
    let drawing = Drawing { view, context, words, lit: view.lit(context) };
    drawing.head(area, buffer);
    drawing.legend(Rect { y: area.y + 1, height: 1, ..area }, buffer);
    if let Some(picture) = &view.picture {
        drawing.picture(picture, view.map_area(area), buffer);
    }
    let table = view.table_area(area);
    if !table.is_empty() {
        drawing.table(table, buffer);
    }
    let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    drawing.editions(last, buffer);
}

/// The line above the map: what is counted, in which edition, in which unit, by whom; and that none of it is in the article.
pub(super) struct Head {
    title: String,
    rest: String,
    /// The column of the sign that says that none of it is in the article; none where there is no room for it.
    pub(super) background: Option<u16>,
}

impl Head {
    pub(super) fn of(view: &MapView, context: &Context, words: &Words, width: u16) -> Self {
        let strings = context.strings();
        let room = usize::from(width.saturating_sub(2));
        let (title, rest) = maps::counted(context, &view.map);
        let edition = view.edition.and_then(|edition| words.editions.get(edition));
        let with = |edition: &str| {
            let rest: Vec<&str> = std::iter::once(edition).chain(rest.iter().map(String::as_str)).collect();
            format!("{}{}", context.glyph(glyphs::DOT), context.joined(&rest))
        };
        let forms =
            edition.map_or([strings.map_latest, strings.map_latest_short], |edition| [edition.as_str(); 2]);
        let rest = forms.map(with);
        let fits = |rest: &&String| width::cells(&title) + width::cells(rest) <= room;
        let rest = rest.iter().find(fits).unwrap_or(&rest[1]);
        // The edition, the unit and the publisher are said in any case.
        let title = context.truncate(&title, room.saturating_sub(width::cells(rest)).max(room / 3));
        let rest = context.truncate(rest, room.saturating_sub(width::cells(&title)));
        let x = 1 + to_cells(width::cells(&title) + width::cells(&rest)) + 2;
        let end = x + 2 + to_cells(width::cells(strings.not_from_article));
        let background = (end < width).then_some(x);
        Self { title: title.into_owned(), rest: rest.into_owned(), background }
    }
}

/// What the view is drawn with.
struct Drawing<'a> {
    view: &'a MapView,
    context: &'a Context,
    words: &'a Words,
    /// The places that the selection lights, in order.
    lit: Vec<usize>,
}

impl Drawing<'_> {
    fn is_lit(&self, place: usize) -> bool {
        self.lit.binary_search(&place).is_ok()
    }

    fn head(&self, area: Rect, buffer: &mut Buffer) {
        let Self { view, context, words, .. } = self;
        let Head { title, rest, background } = Head::of(view, context, words, area.width);
        let heading = context.style(Role::Heading);
        let (x, _) = buffer.set_stringn(area.x + 1, area.y, &*title, usize::MAX, heading);
        buffer.set_string(x, area.y, &*rest, context.style(Role::Quiet));
        if let Some(x) = background {
            let (x, sign) = (area.x + x, signs::BACKGROUND);
            buffer.set_string(x, area.y, context.glyph(sign.glyph), context.style(sign.role));
            buffer.set_string(x + 2, area.y, context.strings().not_from_article, context.style(Role::Quiet));
        }
    }

    /// What the signs mean, as far as there is room; those that matter most first.
    fn legend(&self, line: Rect, buffer: &mut Buffer) {
        let Self { view, context, .. } = self;
        let strings = context.strings();
        // The line above says what the first measure is.
        let has_both = Measure::ALL.into_iter().all(|measure| view.map.has(measure));
        let full = view.map.series(&context.dossier, Measure::Planned).filter(|_| has_both);
        let full = full.map(|series| context.text(&series.title));
        let measures = Measure::ALL.into_iter().filter_map(|measure| {
            let name = maps::measure(context, &view.map, measure)?;
            Some((context.glyph(maps::sign(measure)), role_of(measure), name, ""))
        });
        let picture = view.picture.as_ref();
        let missing = picture.is_some_and(|picture| picture.has_missing).then(|| {
            let (long, short) = (strings.no_figure.to_owned(), strings.no_figure_short);
            (context.glyph(glyphs::MISSING), Role::Quiet, long, short)
        });
        let none = picture.is_some_and(|picture| picture.has_none).then(|| {
            (context.glyph(glyphs::NO_PERIOD), Role::Quiet, strings.map_not_in_edition.to_owned(), "")
        });
        let uncircled = picture.map_or(0, |picture| picture.uncircled);
        let uncircled = (uncircled > 0).then(|| {
            let count = names::counted(context.language, uncircled, &strings.map_uncircled);
            (context.glyph(glyphs::NO_PERIOD), Role::Text, count, "")
        });
        let area = ("", Role::Text, strings.map_area.to_owned(), "");
        let cells_of = |sign: &str, words: &str| {
            to_cells(width::cells(sign) + usize::from(!sign.is_empty()) + width::cells(words))
        };
        let mut parts: Vec<_> = measures.chain([area]).chain(uncircled).chain(missing).chain(none).collect();
        if let (Some(full), Some(planned)) = (full, parts.get(1)) {
            let others = parts.iter().map(|(sign, _, words, _)| cells_of(sign, words) + GAP).sum::<u16>();
            let more = to_cells(width::cells(&full)).saturating_sub(to_cells(width::cells(&planned.2)));
            // As long as it is only where everything else has room as well.
            if others + more + 1 < line.width + GAP {
                parts[1].2 = full;
            }
        }
        let mut x = line.x + 1;
        for (sign, role, words, short) in parts {
            let cells = |words: &str| cells_of(sign, words);
            let forms = [&*words, short].into_iter().filter(|words| !words.is_empty());
            let Some(words) = forms.into_iter().find(|words| x + cells(words) < line.right()) else {
                continue;
            };
            let cells = cells(words);
            let at = x;
            if !sign.is_empty() {
                buffer.set_string(x, line.y, sign, context.style(role));
                x += to_cells(width::cells(sign)) + 1;
            }
            buffer.set_string(x, line.y, words, context.style(Role::Quiet));
            x = at + cells + GAP;
        }
    }

    fn picture(&self, picture: &Picture, area: Rect, buffer: &mut Buffer) {
        let Self { context, .. } = self;
        let at = |(x, y): (i32, i32)| (area.x + x as u16, area.y + y as u16);
        for (cell, sign, ink) in picture.dots() {
            let role = match ink {
                Ink::Coast => Role::Aside,
                Ink::Running => Role::Line(0),
                Ink::Line => Role::Text,
            };
            let (x, y) = at(cell);
            buffer[(x, y)].set_char(sign).set_style(context.style(role));
        }
        let cursor = self.cursor();
        for words in &picture.words {
            for (line, row) in words.lines.iter().zip(0..) {
                let (mut x, y) = at((words.area.x, words.area.y + row));
                for word in line {
                    let text = word.text(context);
                    let style = match word {
                        Word::Name(_) | Word::Missing(_) => self.style_of(words.place, cursor, word),
                        Word::Sign(measure) => context.style(role_of(*measure)),
                        Word::Value(_) => context.style(Role::Text),
                    };
                    (x, _) = buffer.set_stringn(x, y, &text, usize::MAX, style);
                }
            }
        }
        for (place, cell, sign) in &picture.signs {
            let role = match sign {
                Sign::Missing => Role::Quiet,
                Sign::City | Sign::Other | Sign::Number(_) => Role::Text,
            };
            let style = if self.is_lit(*place) { context.style(Role::Lit) } else { context.style(role) };
            let (x, y) = at(*cell);
            buffer.set_string(x, y, sign.text(context), style);
        }
    }

    /// How the name of a place is written on the map.
    fn style_of(&self, place: usize, cursor: Option<usize>, word: &Word) -> Style {
        let Self { view, context, .. } = self;
        if view.selected(context) == Some(place) {
            context.style(Role::Selected)
        } else if self.is_lit(place) {
            context.style(Role::Lit)
        } else if cursor == Some(place) {
            context.style(Role::Cursor)
        } else {
            match word {
                Word::Name(_) => context.style(Role::Heading),
                _ => context.style(Role::Quiet),
            }
        }
    }

    /// The place under the cursor, where keys go to this panel.
    fn cursor(&self) -> Option<usize> {
        let cursor = self.view.list.shown_cursor(self.context, Panel::Trend)?;
        self.view.list.place(cursor)
    }

    fn table(&self, area: Rect, buffer: &mut Buffer) {
        let Self { view, context, .. } = self;
        self.table_head(area, buffer);
        let (cursor, first_off) = (self.cursor(), view.first_off());
        let mut y = area.y + TABLE_HEAD;
        for number in view.window.clone() {
            let Some((place, item)) = view.map.places.get(number).zip(view.list.items().get(number)) else {
                continue;
            };
            if height(item, first_off.as_ref()) > 1 && y < area.bottom() {
                let text =
                    context.truncate(context.strings().map_off, usize::from(area.width.saturating_sub(1)));
                buffer.set_string(area.x + 1, y, text, context.style(Role::Quiet));
                y += 1;
            }
            if y >= area.bottom() {
                return;
            }
            self.table_row((number, place), cursor, Rect { y, height: 1, ..area }, buffer);
            y += 1;
        }
        self.definition(Rect { y, height: area.bottom().saturating_sub(y), ..area }, buffer);
    }

    fn table_head(&self, area: Rect, buffer: &mut Buffer) {
        let Self { view, context, .. } = self;
        let mut x = area.x + row::CURSOR_CELLS + to_cells(view.columns.name);
        for (measure, cells) in Measure::ALL.into_iter().zip(view.columns.values) {
            if cells == 0 {
                continue;
            }
            let sign = context.glyph(maps::sign(measure));
            let end = x + BETWEEN + to_cells(cells);
            let at = end.saturating_sub(to_cells(width::cells(sign)));
            buffer.set_string(at, area.y, sign, context.style(role_of(measure)));
            x = end + self.date_cells();
        }
    }

    /// The cells of a date with the blank before it.
    fn date_cells(&self) -> u16 {
        let Columns { date, .. } = self.view.columns;
        if date > 0 { 1 + to_cells(date) } else { 0 }
    }

    fn table_row(
        &self,
        (number, place): (usize, &MapPlace),
        cursor: Option<usize>,
        line: Rect,
        buffer: &mut Buffer,
    ) {
        let Self { view, context, words, .. } = self;
        let is_selected = view.selected(context) == Some(number);
        let is_lit = !is_selected && self.is_lit(number);
        let role = match (is_selected, is_lit) {
            (true, _) => Role::Selected,
            (false, true) => Role::Lit,
            (false, false) => Role::Text,
        };
        let glyph = match (is_selected, cursor == Some(number)) {
            (true, _) => context.glyph(glyphs::SELECTED),
            (false, true) => context.glyph(glyphs::CURSOR),
            (false, false) => " ",
        };
        buffer.set_string(line.x, line.y, glyph, context.style(Role::FrameFocused));
        let on_map = view.picture.as_ref().and_then(|picture| picture.number(number));
        let name = on_map.map_or_else(
            || words.names[number].clone(),
            |on_map| format!("{on_map} {}", words.names[number]),
        );
        let mut x = line.x + row::CURSOR_CELLS;
        let mut room = view.columns.name;
        let columns = x + to_cells(room);
        if view.is_broken(context, place) {
            buffer.set_string(
                x,
                line.y,
                context.glyph(signs::BROKEN.glyph),
                context.style(signs::BROKEN.role),
            );
            x += 2;
            room = room.saturating_sub(2);
        }
        buffer.set_string(x, line.y, context.truncate(&name, room), context.style(role));
        let mut x = columns;
        for (measure, cells) in Measure::ALL.into_iter().zip(view.columns.values) {
            if cells == 0 {
                continue;
            }
            let amount = place.amount(measure, view.edition);
            let text = maps::amount(context, words.multiple, amount);
            let text = context.truncate(&text, cells);
            let role = if amount.is_known() { Role::Text } else { Role::Quiet };
            let style = if amount.is_known() { Modifier::BOLD } else { Modifier::empty() };
            let at = x + BETWEEN + to_cells(cells - width::cells(&text));
            buffer.set_string(at, line.y, &*text, context.style(role).add_modifier(style));
            x += BETWEEN + to_cells(cells);
            let reading = place.reading(measure, view.edition).filter(|_| view.edition.is_none());
            if let Some(reading) = reading.filter(|_| self.date_cells() > 0) {
                let date = maps::date(context, reading);
                let date = context.truncate(&date, view.columns.date);
                buffer.set_string(x + 1, line.y, &*date, context.style(Role::Quiet));
            }
            x += self.date_cells();
        }
        if is_lit {
            let end = line.right().saturating_sub(1);
            buffer.set_string(end, line.y, context.glyph(glyphs::LIT), context.style(Role::Lit));
        }
    }

    /// What exactly is counted, as far as there is room for it below the table.
    fn definition(&self, area: Rect, buffer: &mut Buffer) {
        let Self { view, context, .. } = self;
        let mut series =
            Measure::ALL.into_iter().filter_map(|measure| view.map.series(&context.dossier, measure));
        let Some(series) = series.next() else { return };
        let text = context.text(&series.definition);
        let room = area.width.saturating_sub(2).max(1);
        let lines = wrap::wrap(&text, room);
        // Two lines of it say too little.
        let rows = usize::from(area.height.saturating_sub(1));
        if rows < lines.len().min(4) {
            return;
        }
        for (y, (number, line)) in (area.y + 1..area.bottom()).zip(lines.iter().enumerate()) {
            let is_last = number + 1 == rows && lines.len() > rows;
            let line = if is_last { &text[line.range.start..] } else { &text[line.range.clone()] };
            let line = context.truncate(line, usize::from(room));
            buffer.set_string(area.x + 1, y, line, context.style(Role::Quiet));
        }
    }

    /// The editions in order, the present one in brackets.
    fn editions(&self, line: Rect, buffer: &mut Buffer) {
        let Self { view, context, words, .. } = self;
        let strings = context.strings();
        let (left, right) = (context.key(Action::Left), context.key(Action::Right));
        let all: Vec<&str> =
            words.editions.iter().map(String::as_str).chain([strings.map_latest_short]).collect();
        let at = view.edition.unwrap_or(words.editions.len());
        let ends = width::cells(&left) + width::cells(&right) + 4;
        let room = usize::from(line.width).saturating_sub(ends);
        let shown = around(&all, at, room, context);
        let mut x = line.x + 1;
        let mut put = |text: &str, role: Role| {
            (x, _) = buffer.set_stringn(x, line.y, text, usize::MAX, context.style(role));
        };
        put(&left, if at > 0 { Role::Key } else { Role::Quiet });
        put(" ", Role::Quiet);
        let dots = format!("{} ", context.glyph(glyphs::ELLIPSIS));
        if shown.start > 0 {
            put(&dots, Role::Quiet);
        }
        for number in shown.clone() {
            if number > shown.start {
                put(context.glyph(glyphs::DOT), Role::Quiet);
            }
            if number == at {
                put(&format!("[{}]", all[number]), Role::Heading);
            } else {
                put(all[number], Role::Quiet);
            }
        }
        if shown.end < all.len() {
            put(&format!(" {}", context.glyph(glyphs::ELLIPSIS)), Role::Quiet);
        }
        put(" ", Role::Quiet);
        put(&right, if at + 1 < all.len() { Role::Key } else { Role::Quiet });
    }
}

/// What the circles and the sign of a measure are drawn in.
fn role_of(measure: Measure) -> Role {
    match measure {
        Measure::Running => Role::Line(0),
        Measure::Planned => Role::Text,
    }
}

/// Those of the editions that fit into a row, the present one among them and about as many on either side of it.
fn around(all: &[&str], at: usize, room: usize, context: &Context) -> std::ops::Range<usize> {
    let dot = width::cells(context.glyph(glyphs::DOT));
    let dots = width::cells(context.glyph(glyphs::ELLIPSIS)) + 1;
    let mut shown = at..at + 1;
    let mut taken = width::cells(all.get(at).copied().unwrap_or_default()) + 2;
    loop {
        let ends = |shown: &std::ops::Range<usize>| {
            dots * (usize::from(shown.start > 0) + usize::from(shown.end < all.len()))
        };
        let before = shown.start.checked_sub(1).map(|start| start..shown.end);
        let after = (shown.end < all.len()).then(|| shown.start..shown.end + 1);
        let is_before_nearer = at - shown.start <= shown.end - at;
        let tries = if is_before_nearer { [before, after] } else { [after, before] };
        let fits = |to: &std::ops::Range<usize>| {
            let added = if to.start < shown.start { to.start } else { to.end - 1 };
            let cells = taken + dot + width::cells(all[added]);
            (cells + ends(to) <= room).then_some(cells)
        };
        let Some((to, cells)) = tries.into_iter().flatten().find_map(|to| Some((to.clone(), fits(&to)?)))
        else {
            return shown;
        };
        (shown, taken) = (to, cells);
    }
}
