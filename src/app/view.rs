//! Draws the screen. Only reads: the same state gives the same buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::overlay::Overlay;
use super::{App, trail};
use crate::panels::{actors, article, card, claims, timeline, trend};
use crate::text::width;
use crate::ui::action::{self, Action};
use crate::ui::context::Context;
use crate::ui::dates;
use crate::ui::frame::{self, Legend};
use crate::ui::keymap;
use crate::ui::layout::{Areas, SMALLEST};
use crate::ui::names;
use crate::ui::panel::{Focus, Panel};
use crate::ui::theme::Role;

/// The screen as it is now, on a buffer of its own.
pub fn draw(app: &App) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    view(app, &mut buffer);
    buffer
}

/// Draws the app over the whole buffer.
pub fn view(app: &App, buffer: &mut Buffer) {
    let area = buffer.area;
    Clear.render(area, buffer);
    let context = app.shared.context();
    let Some(areas) = &app.areas else {
        draw_too_small(&context, area, buffer);
        return;
    };
    draw_title(app, &context, areas.title, buffer);
    for (panel, area) in &areas.panels {
        draw_panel(app, &context, areas, *panel, *area, buffer);
    }
    if let (Some(area), Some(state)) = (areas.card, &app.card) {
        let focused = context.focus == Focus::Card && app.overlay.is_none();
        let inside = frame::inside(area, areas.frame);
        let legend = Legend {
            names: vec![(card::title(&context, state.of()), true)],
            note: card::note(state, inside),
            focused,
            theme: &context.theme,
        };
        frame::draw(area, areas.frame, &legend, buffer);
        card::draw(state, &context, focused, inside, buffer);
    }
    if let Some(overlay) = &app.overlay {
        overlay.draw(&context, app.body(), buffer);
    }
    draw_status(app, &context, areas.status, buffer);
    draw_keys(app, &context, areas.keys, buffer);
}

fn draw_too_small(context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let needed = format!("{}×{}", SMALLEST.width, SMALLEST.height);
    let text = context.strings().too_small.replace("{}", &needed);
    buffer.set_stringn(area.x, area.y, text, usize::from(area.width), context.style(Role::Text));
}

fn draw_title(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let dossier = context.dossier;
    let strings = context.strings();
    let mut right: Vec<Span> = Vec::new();
    if app.errors > 0 {
        let text = names::counted(context.language, app.errors, &strings.errors);
        right.push(Span::styled(format!("! {text} · "), context.style(Role::Broken)));
    }
    if let Some(as_of) = &dossier.as_of {
        let text = format!("{} {} · ", strings.as_of, dates::full(as_of, context.language));
        right.push(Span::styled(text, context.style(Role::Quiet)));
    }
    right.push(Span::styled(context.language.tag(), context.style(Role::Quiet)));
    let right = Line::from(right);
    let right_cells = u16::try_from(right.width()).unwrap_or(area.width).min(area.width);
    let mut left = context.text(&dossier.title);
    let article = &dossier.article;
    let published = article.published.as_ref().map(|date| dates::full(date, context.language));
    let origin: Vec<&str> = article.outlet.as_deref().into_iter().chain(published.as_deref()).collect();
    if !origin.is_empty() {
        left = format!("{left} · {}", origin.join(", "));
    }
    let room = usize::from(area.width.saturating_sub(right_cells + 4));
    buffer.set_string(area.x + 1, area.y, &*width::truncate(&left, room), context.style(Role::Heading));
    buffer.set_line(area.right().saturating_sub(right_cells + 1).max(area.x), area.y, &right, right_cells);
}

fn panel_name(context: &Context, panel: Panel) -> String {
    format!("{} {}", panel.number(), names::panel(context.language, panel))
}

fn draw_panel(app: &App, context: &Context, areas: &Areas, panel: Panel, area: Rect, buffer: &mut Buffer) {
    let inside = frame::inside(area, areas.frame);
    let note = match panel {
        Panel::Article => article::note(&app.article, context),
        Panel::Actors => actors::note(&app.actors, context),
        Panel::Timeline => timeline::note(&app.timeline, context),
        Panel::Trend => trend::note(&app.trend, context),
        Panel::Claims => claims::note(&app.claims, context),
    };
    let tabs = if areas.tabs.contains(&panel) { areas.tabs } else { &[] };
    let names = if tabs.is_empty() {
        vec![(panel_name(context, panel), true)]
    } else {
        tabs.iter().map(|tab| (panel_name(context, *tab), *tab == panel)).collect()
    };
    let focused = context.focus == Focus::Panel(panel) && app.overlay.is_none();
    frame::draw(area, areas.frame, &Legend { names, note, focused, theme: &context.theme }, buffer);
    match panel {
        Panel::Article => article::draw(&app.article, context, inside, buffer),
        Panel::Actors => actors::draw(&app.actors, context, inside, buffer),
        Panel::Timeline => timeline::draw(&app.timeline, context, inside, buffer),
        Panel::Trend => trend::draw(&app.trend, context, inside, buffer),
        Panel::Claims => claims::draw(&app.claims, context, inside, buffer),
    }
}

fn draw_status(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let (text, role) = match (&app.notice, context.selection) {
        (Some(notice), _) => (notice.clone(), Role::Notice),
        (None, Some(selection)) => (names::summary(context, selection), Role::Text),
        (None, None) => (context.strings().welcome.to_owned(), Role::Quiet),
    };
    let room = usize::from(area.width.saturating_sub(2));
    buffer.set_string(area.x + 1, area.y, &*width::truncate(&text, room), context.style(role));
    // What is said of the selection comes first; the way here takes what it leaves.
    let left = room.saturating_sub(width::cells(&text) + TRAIL_APART);
    let trail = trail::words(app, context, left);
    let cells = u16::try_from(width::cells(&trail)).unwrap_or(0);
    let x = area.right().saturating_sub(cells + 1);
    buffer.set_string(x, area.y, trail, context.style(Role::Quiet));
}

/// Cells between the status line's two halves, at least.
const TRAIL_APART: usize = 3;

fn draw_keys(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let overlay = app.overlay.as_ref();
    let actions = overlay.map_or_else(|| action::bar(context.focus), Overlay::bar);
    let mut x = area.x + 1;
    let in_trend = overlay.is_none() && context.focus == Focus::Panel(Panel::Trend);
    let in_chart = in_trend && app.trend.has_periods();
    let in_table = in_trend && !app.trend.has_periods();
    for action in actions.iter().filter(|action| !(in_table && **action == Action::Right)) {
        let entry = action.entry();
        let key = match action {
            Action::Down => String::from("↑↓"),
            Action::Right => String::from("←→"),
            _ => keymap::label(entry.keys[0], context.language),
        };
        let own = overlay.and_then(|overlay| overlay.word(*action, context));
        let short = own.unwrap_or_else(|| match (action, context.focus) {
            (Action::Right, _) if in_chart => strings.period,
            (Action::Down, _) if in_chart => strings.place_short,
            (Action::Card, Focus::Card) => strings.follow_link,
            _ => entry.short.get(context.language),
        });
        let cells = u16::try_from(width::cells(&key) + 1 + width::cells(short)).unwrap_or(u16::MAX);
        if x.saturating_add(cells) > area.right() {
            break;
        }
        let (after, _) =
            buffer.set_stringn(x, area.y, &key, usize::from(area.right() - x), context.style(Role::Key));
        buffer.set_string(after + 1, area.y, short, context.style(Role::Quiet));
        x += cells + 2;
    }
}
