//! Draws the map: what is counted and what the signs mean, the picture, the table beside it, the editions below.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::picture::{Ink, Picture, Sign, Word};
use super::{BETWEEN, Columns, MapView, TABLE_HEAD, Words, height};
use crate::dossier::map::{MapPlace, Measure, Sums};
use crate::i18n::plural::Plural;
use crate::input::action::Action;
use crate::look::glyphs::{self, Glyph};
use crate::look::panel::Panel;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::maps::{self, Counted};
use crate::protocol::names;
use crate::text::sentences::sentences;
use crate::text::{width, wrap};
use crate::widgets::{hint, row, to_cells};

/// Between the parts of the legend.
const GAP: u16 = 3;
/// The same where room is short.
const LEAST_GAP: u16 = 2;

/// Draws into the room between the panel's frame and its footer.
pub(super) fn draw(view: &MapView, context: &Context, area: Rect, buffer: &mut Buffer) {
    let Some(words) = view.words.last() else { return };
    if view.is_blank {
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
    /// The column of the sign that says where it comes from; none where there is no room for it.
    pub(super) background: Option<u16>,
    /// That sign, and what it means.
    from: (signs::Sign, &'static str),
}

impl Head {
    pub(super) fn of(view: &MapView, context: &Context, words: &Words, width: u16) -> Self {
        let strings = context.strings();
        let room = usize::from(width.saturating_sub(2));
        let Counted { titles, rest } = maps::counted(context, &view.map);
        let edition = view.edition.and_then(|edition| words.editions.get(edition));
        let with = |edition: &str| {
            let edition = Some(edition).filter(|edition| !edition.is_empty());
            // After the title, which is none of them.
            let parts = std::iter::once("").chain(edition).chain(rest.iter().map(String::as_str));
            context.joined(&parts.collect::<Vec<_>>())
        };
        let editions =
            edition.map_or([strings.map_latest, strings.map_latest_short], |edition| [edition.as_str(); 2]);
        // Which edition it is, is said below the map as well.
        let editions = [editions[0], editions[1], ""].map(with);
        let forms: Vec<(&String, &String)> =
            editions.iter().flat_map(|rest| titles.iter().map(move |title| (title, rest))).collect();
        let cells = |(title, rest): (&str, &str)| width::cells(title) + width::cells(rest);
        let from = view.provenance(context);
        let background = 2 + 2 + width::cells(from.1);
        let fits = |besides: usize| forms.iter().find(|form| cells((form.0, form.1)) + besides <= room);
        // The shorter title, if then there is room to say that nothing is from the article.
        let Some((title, rest)) = fits(background).or_else(|| fits(0)).or(forms.last()).copied() else {
            return Self { title: String::new(), rest: String::new(), background: None, from };
        };
        // The unit and the publisher are said in any case.
        let title = context.truncate(title, room.saturating_sub(width::cells(rest)).max(room / 3));
        let rest = context.truncate(rest, room.saturating_sub(width::cells(&title)));
        let x = 1 + cells((&title, &rest)) + 2;
        let background = (x + background - 2 < usize::from(width)).then_some(to_cells(x));
        Self { title: title.into_owned(), rest: rest.into_owned(), background, from }
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
        let Head { title, rest, background, from } = Head::of(view, context, words, area.width);
        let heading = context.style(Role::Heading);
        let (x, _) = buffer.set_stringn(area.x + 1, area.y, &*title, usize::MAX, heading);
        buffer.set_string(x, area.y, &*rest, context.style(Role::Quiet));
        if let Some(x) = background {
            let (x, (sign, words)) = (area.x + x, from);
            buffer.set_string(x, area.y, context.glyph(sign.glyph), context.style(sign.role));
            buffer.set_string(x + 2, area.y, words, context.style(Role::Quiet));
        }
    }

    /// What the signs mean: in fewer words where room is short, and those first that matter most.
    fn legend(&self, line: Rect, buffer: &mut Buffer) {
        let entries = self.entries();
        let (entries, gap) = fitted(entries, line.width.saturating_sub(2));
        let mut x = line.x + 1;
        for Entry { sign, role, mut forms } in entries {
            if !sign.is_empty() {
                (x, _) = buffer.set_stringn(x, line.y, sign, usize::MAX, self.context.style(role));
                x += 1;
            }
            let words = forms.swap_remove(0);
            (x, _) = buffer.set_stringn(x, line.y, words, usize::MAX, self.context.style(Role::Quiet));
            x += gap;
        }
    }

    /// The parts of the legend.
    fn entries(&self) -> Vec<Entry<'_>> {
        let Self { view, context, .. } = self;
        let strings = context.strings();
        let Some(picture) = view.picture.as_ref() else { return Vec::new() };
        let has_both = Measure::ALL.into_iter().all(|measure| view.map.has(measure));
        let measures = Measure::ALL.into_iter().filter_map(|measure| {
            let name = maps::measure(context, &view.map, measure)?;
            // What the first measure is, the line above says in full.
            let full = (has_both && measure == Measure::Planned).then(|| {
                view.map.series(&context.dossier, measure).map(|series| context.text(&series.title))
            });
            let ours = match picture.sums[measure as usize] {
                Sums::None => None,
                Sums::Some => Some((strings.map_partly_ours, strings.map_partly_ours_short)),
                Sums::All => Some((strings.map_ours, strings.map_ours_short)),
            };
            let names = full.flatten().into_iter().chain([name.clone()]).map(|name| match ours {
                Some((long, _)) => format!("{name} ({long})"),
                None => name,
            });
            let short = ours.map(|(_, short)| format!("{name} ({short})"));
            let forms = names.chain(short).collect();
            Some(Entry { sign: context.glyph(maps::sign(measure)), role: role_of(measure), forms })
        });
        let entry = |has: bool, sign: Glyph, role: Role, forms: &[&str]| {
            let forms = forms.iter().map(|form| (*form).to_owned()).collect();
            has.then(|| Entry { sign: context.glyph(sign), role, forms })
        };
        let counted = |count: usize, sign: Glyph, of: &Plural| {
            let words = names::counted(context.language, count, of);
            entry(count > 0, sign, Role::Text, &[&words])
        };
        let has_city = picture.signs.iter().any(|(_, _, sign)| *sign == Sign::City);
        let no_figure = [strings.no_figure, strings.no_figure_short];
        let others = [
            counted(picture.uncircled, glyphs::NO_PERIOD, &strings.map_uncircled),
            entry(picture.has_missing, glyphs::MISSING, Role::Quiet, &no_figure),
            entry(picture.has_none, glyphs::NO_PERIOD, Role::Quiet, &[strings.map_not_in_edition]),
            entry(has_city, glyphs::CITY, Role::Text, &[strings.map_place, strings.map_place_short]),
            counted(picture.crowded, glyphs::ELLIPSIS, &strings.map_crowded),
        ];
        let area = vec![strings.map_area.to_owned(), strings.map_area_short.to_owned()];
        let area = Entry { sign: "", role: Role::Text, forms: area };
        measures.chain(others.into_iter().flatten()).chain([area]).collect()
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
        self.notes(Rect { y, height: area.bottom().saturating_sub(y), ..area }, buffer);
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

    /// Below the table, as far as there is room: that the figures are from different times, and what exactly is counted.
    fn notes(&self, area: Rect, buffer: &mut Buffer) {
        let Self { view, context, words, .. } = self;
        let width = area.width.saturating_sub(2).max(1);
        let mut notes = Vec::new();
        if view.picture.as_ref().is_some_and(|picture| picture.is_mixed) {
            notes.push(Note::of(String::new(), words.mixed.to_owned(), width));
        }
        let definitions = Measure::ALL.into_iter().filter_map(|measure| {
            let series = view.map.series(&context.dossier, measure)?;
            let sign = context.glyph(maps::sign(measure)).to_owned();
            let text = context.text(&series.definition);
            (!text.is_empty()).then(|| Note::of(sign, text, width))
        });
        let mut definitions: Vec<Note> = definitions.collect();
        let rows = usize::from(area.height);
        let of_times: usize = notes.iter().map(|note| note.lines.len()).sum();
        let lines = |notes: &[Note]| notes.iter().map(|note| note.lines.len()).sum::<usize>();
        if of_times + lines(&definitions) > rows {
            definitions = definitions.into_iter().map(|note| note.without_first(context, width)).collect();
        }
        let shown = shares(&definitions, rows.saturating_sub(of_times));
        let parts = notes.len() + shown.iter().filter(|rows| **rows > 0).count();
        let taken = of_times + shown.iter().sum::<usize>();
        // A blank row before each, if there is room for all of them; else before the first.
        let free = rows.saturating_sub(taken);
        let before = |place: usize| usize::from(free >= parts || place == 0 && free > 0);
        let of_times = notes.iter().map(|note| (note, note.lines.len()));
        let all = of_times.chain(definitions.iter().zip(shown)).filter(|(_, rows)| *rows > 0);
        let mut y = area.y;
        for (place, (note, rows)) in all.enumerate() {
            y += to_cells(before(place));
            let Note { sign, text, lines } = note;
            let indent = note.indent();
            let style = context.style(Role::Quiet);
            if y < area.bottom() {
                buffer.set_string(area.x + 1, y, sign, style);
            }
            for (number, line) in lines.iter().take(rows).enumerate() {
                if y >= area.bottom() {
                    return;
                }
                let is_cut = number + 1 == rows && lines.len() > rows;
                let line = if is_cut { &text[line.start..] } else { &text[line.clone()] };
                let line = context.truncate(line, usize::from(width.saturating_sub(indent)));
                buffer.set_string(area.x + 1 + indent, y, line, style);
                y += 1;
            }
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

/// A part of the legend: a sign, and what it means in the words that say most, and in fewer.
struct Entry<'a> {
    sign: &'a str,
    role: Role,
    forms: Vec<String>,
}

impl Entry<'_> {
    fn cells(&self) -> u16 {
        let sign = width::cells(self.sign);
        to_cells(sign + usize::from(sign > 0) + self.forms.first().map_or(0, |form| width::cells(form)))
    }
}

/// A text below the table, after the sign of what it is about.
struct Note {
    sign: String,
    text: String,
    lines: Vec<Range<usize>>,
}

impl Note {
    fn of(sign: String, text: String, width: u16) -> Self {
        let mut note = Self { sign, text, lines: Vec::new() };
        let lines = wrap::wrap(&note.text, width.saturating_sub(note.indent()).max(1));
        note.lines = lines.into_iter().map(|line| line.range).collect();
        note
    }

    /// The same without its first sentence, where it has others: that says what is counted, which is in the title as well, the
    /// others what to beware of.
    fn without_first(self, context: &Context, width: u16) -> Self {
        let Some(second) = sentences(&self.text).into_iter().nth(1) else { return self };
        let text = format!("{} {}", context.glyph(glyphs::ELLIPSIS), &self.text[second.start..]);
        Self::of(self.sign, text, width)
    }

    fn indent(&self) -> u16 {
        let sign = to_cells(width::cells(&self.sign));
        sign + u16::from(sign > 0)
    }
}

/// How many lines of each there is room for: of the shortest all, of the others what is left, unless that says too little.
fn shares(notes: &[Note], mut rows: usize) -> Vec<usize> {
    /// Fewer lines of a text that has more say too little.
    const LEAST: usize = 2;
    let mut order: Vec<usize> = (0..notes.len()).collect();
    order.sort_by_key(|place| notes[*place].lines.len());
    let mut shown = vec![0; notes.len()];
    for place in order {
        let all = notes[place].lines.len();
        let own = all.min(rows);
        shown[place] = if own >= all.min(LEAST) { own } else { 0 };
        rows -= shown[place];
    }
    shown
}

/// As many parts of the legend as fit, each in one form, and the blanks between them. The last part gives way first, to its
/// shortest words, and where that is not enough, altogether.
fn fitted(mut entries: Vec<Entry>, room: u16) -> (Vec<Entry>, u16) {
    let fits = |entries: &[Entry], gap: u16| {
        entries.iter().map(|entry| entry.cells() + gap).sum::<u16>() <= room + gap
    };
    loop {
        if fits(&entries, GAP) {
            return (entries, GAP);
        }
        if let Some(longest) = entries.iter().rposition(|entry| entry.forms.len() > 1) {
            entries[longest].forms.remove(0);
        } else if fits(&entries, LEAST_GAP) || entries.pop().is_none() {
            return (entries, LEAST_GAP);
        }
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
fn around(all: &[&str], at: usize, room: usize, context: &Context) -> Range<usize> {
    let dot = width::cells(context.glyph(glyphs::DOT));
    let dots = width::cells(context.glyph(glyphs::ELLIPSIS)) + 1;
    let mut shown = at..at + 1;
    let mut taken = width::cells(all.get(at).copied().unwrap_or_default()) + 2;
    loop {
        let ends =
            |shown: &Range<usize>| dots * (usize::from(shown.start > 0) + usize::from(shown.end < all.len()));
        let before = shown.start.checked_sub(1).map(|start| start..shown.end);
        let after = (shown.end < all.len()).then(|| shown.start..shown.end + 1);
        let is_before_nearer = at - shown.start <= shown.end - at;
        let tries = if is_before_nearer { [before, after] } else { [after, before] };
        let fits = |to: &Range<usize>| {
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
