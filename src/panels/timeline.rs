//! What happened when: a list by year with the lane of each event, and the article's day as a rule between what it
//! could know and what came after.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::list::List;
use super::row;
use crate::dossier::{Dossier, Event, Kind, Ref};
use crate::text::width;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::dates;
use crate::ui::panel::Panel;
use crate::ui::request::Request;
use crate::ui::theme::Role;

/// The list and which of the events it holds.
#[derive(Clone, Debug)]
pub struct State {
    list: List,
    all: bool,
    /// The event before which the article's day is ruled; none where it is after all, or not known.
    rule_before: Option<Ref>,
    /// The event after which it is ruled: the last, where nothing is listed after the article's day.
    rule_after: Option<Ref>,
    /// How wide the columns are; none until they are measured.
    columns: Option<Columns>,
}

impl State {
    /// The prominent events; all, if none is.
    pub fn new(dossier: &Dossier) -> Self {
        let all = !dossier.events.iter().any(|event| event.prominent);
        let mut state =
            Self { list: List::default(), all, rule_before: None, rule_after: None, columns: None };
        state.show(dossier);
        state
    }

    fn show(&mut self, dossier: &Dossier) {
        let mut events: Vec<&Event> =
            dossier.events.iter().filter(|event| self.all || event.prominent).collect();
        events.sort_by_key(|event| by_bounds(event));
        let published = dossier.article.published.as_ref().and_then(crate::dossier::When::first);
        let after = published
            .and_then(|day| events.iter().find(|event| event.date.first().is_some_and(|first| first > day)));
        self.rule_before = after.map(|event| event.to_ref());
        self.rule_after = match (published, &self.rule_before) {
            (Some(_), None) => events.last().map(|event| event.to_ref()),
            _ => None,
        };
        self.list.show(events.into_iter().map(Event::to_ref).collect());
    }

    /// The rows it would fill, frame and all: one an event and one for the article's day.
    pub fn wants(&self) -> u16 {
        u16::try_from(self.list.items().len() + 4).unwrap_or(u16::MAX)
    }

    /// Follows the selection.
    pub fn attend(&mut self, context: &Context, entered: bool) {
        self.list.attend(context, entered);
    }

    /// Scrolls so that what matters is in sight.
    pub fn arrange(&mut self, context: &Context, focused: bool, area: Rect) {
        self.columns.get_or_insert_with(|| Columns::of(context));
        let Self { list, rule_before, rule_after, .. } = self;
        list.scroll(context, focused, rows(area), |item| {
            height(rule_before.as_ref(), rule_after.as_ref(), item)
        });
    }

    fn height(&self, item: &Ref) -> u16 {
        height(self.rule_before.as_ref(), self.rule_after.as_ref(), item)
    }
}

fn height(rule_before: Option<&Ref>, rule_after: Option<&Ref>, item: &Ref) -> u16 {
    let ruled = rule_before == Some(item) || rule_after == Some(item);
    1 + u16::from(ruled)
}

fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

/// By first possible day, then by last: never by a padded date. What has no day comes last.
fn by_bounds(event: &Event) -> (NaiveDate, NaiveDate) {
    let first = event.date.first().or(event.date.last()).unwrap_or(NaiveDate::MAX);
    (first, event.date.last().unwrap_or(NaiveDate::MAX))
}

/// Carries out a key.
pub fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    match action {
        Action::View if !context.dossier.events.iter().any(|event| event.prominent) => {
            vec![Request::Notice(context.strings().only_view.to_owned())]
        }
        Action::View => {
            state.all = !state.all;
            state.show(context.dossier);
            Vec::new()
        }
        _ => {
            let page = usize::from(rows(area));
            state.list.press(action, context, page).into_iter().collect()
        }
    }
}

/// What the frame says on the right: how many of all are listed.
pub fn note(state: &State, context: &Context) -> String {
    super::listed(context, state.all, state.list.items().len(), context.dossier.events.len())
}

/// Cells for the year.
const YEAR_CELLS: u16 = 4;

/// Draws the list into the inside of the panel's frame.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if context.dossier.events.is_empty() {
        super::hint(context, context.strings().no_events, area, buffer);
        return;
    }
    let Some(columns) = state.columns else { return };
    let window = state.list.window(rows(area), |item| state.height(item));
    let cursor = state.list.shown_cursor(context, Panel::Timeline);
    let mut y = area.y;
    let mut year = None;
    for item in &state.list.items()[window.clone()] {
        if state.rule_before.as_ref() == Some(item) {
            draw_rule(context, Rect { y, height: 1, ..area }, buffer);
            y += 1;
            year = None;
        }
        let line = Rect { y, height: 1, ..area };
        row::ends(context, item, cursor == Some(item), line, buffer);
        if let Some(event) = context.dossier.event(&item.id) {
            let this = event.date.first().or(event.date.last()).map(|day| day.year());
            if this != year {
                let label = this.map_or_else(|| String::from("?"), |year| year.to_string());
                buffer.set_string(line.x + row::CURSOR_CELLS, y, label, context.style(Role::Quiet));
                year = this;
            }
            draw_event(context, event, columns, line, buffer);
        }
        y += 1;
        if state.rule_after.as_ref() == Some(item) {
            draw_rule(context, Rect { y, height: 1, ..area }, buffer);
            y += 1;
        }
    }
    let out = state.list.out_of_sight(&window);
    let more = state.list.items().len() - window.end;
    let otherwise = if more > 0 {
        format!("{} {} ↓", context.language.count(more), context.strings().more)
    } else {
        String::new()
    };
    let footer = row::Footer { kinds: &[Kind::Event], out, otherwise: &otherwise };
    row::footer(context, footer, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, buffer);
}

/// How wide the columns are for this dossier in this language.
#[derive(Clone, Copy, Debug)]
struct Columns {
    date: u16,
    lane: u16,
}

impl Columns {
    fn of(context: &Context) -> Self {
        let date = context
            .dossier
            .events
            .iter()
            .map(|event| width::cells(&dates::short(&event.date, context.language)));
        let lane = context.dossier.lanes.iter().map(|lane| width::cells(&context.text(&lane.short)));
        Self {
            date: u16::try_from(date.max().unwrap_or(0)).unwrap_or(0).min(dates::SHORT_CELLS),
            lane: u16::try_from(lane.max().unwrap_or(0)).unwrap_or(0).min(8),
        }
    }
}

fn draw_event(context: &Context, event: &Event, columns: Columns, line: Rect, buffer: &mut Buffer) {
    let item = event.to_ref();
    let end = line.right().saturating_sub(row::LIT_CELLS);
    let quiet = context.style(Role::Quiet);
    let mut x = line.x + row::CURSOR_CELLS + YEAR_CELLS + 1;
    let sign = context.standing_sign(&item);
    buffer.set_string(x, line.y, sign.glyph, context.style(sign.role));
    x += 1;
    buffer.set_string(x, line.y, dates::short(&event.date, context.language), quiet);
    x += columns.date + 1;
    if let Some(lane) = context.dossier.lanes.iter().find(|lane| lane.id == event.lane) {
        let short = context.text(&lane.short);
        buffer.set_string(x, line.y, &*width::truncate(&short, usize::from(columns.lane)), quiet);
    }
    x += columns.lane + 1;
    let title = context.text(&event.title);
    let title = width::truncate(&title, usize::from(end.saturating_sub(x)));
    buffer.set_string(x, line.y, &*title, row::style(context, &item));
}

fn draw_rule(context: &Context, line: Rect, buffer: &mut Buffer) {
    let style = context.style(Role::Axis);
    for x in line.left()..line.right() {
        buffer.set_string(x, line.y, "─", style);
    }
    if let Some(published) = &context.dossier.article.published {
        let label = format!(" {}: {} ", context.strings().article, dates::full(published, context.language));
        let room = usize::from(line.width.saturating_sub(6));
        buffer.set_string(line.x + 4, line.y, &*width::truncate(&label, room), context.style(Role::Heading));
    }
}
