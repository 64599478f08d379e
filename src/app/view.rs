//! Draws the screen. Only reads: the same state gives the same buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::{App, key_bar, pending, status, suggesting, title};
use crate::look::frame::{self, Legend};
use crate::look::glyphs;
use crate::look::layout::{Areas, SMALLEST};
use crate::look::panel::{Focus, Panel};
use crate::look::theme::Role;
use crate::overlays;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::{card, search, tour};

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
    if app.tour.is_black() && !app.shows_speaker() {
        let screen = Rect::new(0, 0, app.size.width, app.size.height);
        tour::blacken(screen.intersection(area), buffer);
        return;
    }
    let context = &app.context;
    let Some(areas) = &app.areas else {
        draw_too_small(context, area, buffer);
        context.lay_ground(buffer);
        return;
    };
    if let Some(speaker) = app.speaker.as_ref().filter(|_| app.shows_speaker()) {
        draw_speaker(app, speaker, areas, buffer);
        context.lay_ground(buffer);
        return;
    }
    if app.tour.is_running() {
        draw_stop(app, context, areas, buffer);
        context.theme.embolden(buffer);
        context.lay_ground(buffer);
        return;
    }
    title::draw(app, context, areas.title, buffer);
    for (panel, area) in &areas.panels {
        draw_panel(app, context, areas, *panel, *area, buffer);
    }
    if let (Some(area), Some(session)) = (areas.card, &app.search) {
        overlays::clear(area, buffer);
        let legend = Legend {
            names: vec![(context.strings().search.to_owned(), true)],
            totals: String::new(),
            hides: false,
            note: search::badge(context),
            focused: true,
            palette: context.palette(),
            glyphs: context.glyphs,
        };
        frame::draw(area, areas.frame, &legend, buffer);
        search::draw(&session.state, context, frame::inside(area, areas.frame), buffer);
    } else if let (Some(area), Some(state)) = (areas.card, &app.card) {
        let focused = context.focus == Focus::Card && app.overlay.is_none();
        let inside = frame::inside(area, areas.frame);
        let legend = Legend {
            names: vec![(card::title(context, state.of()), true)],
            totals: String::new(),
            hides: false,
            note: card::badge(state, context, inside),
            focused,
            palette: context.palette(),
            glyphs: context.glyphs,
        };
        frame::draw(area, areas.frame, &legend, buffer);
        card::draw(state, context, focused, inside, buffer);
    }
    if let (Some(area), Some(state)) = (areas.card, app.shown_preview()) {
        let inside = frame::inside(area, areas.frame);
        let legend = Legend {
            names: vec![(card::title(context, state.of()), true)],
            totals: String::new(),
            hides: false,
            note: card::badge(state, context, inside),
            focused: false,
            palette: context.palette(),
            glyphs: context.glyphs,
        };
        frame::draw(area, areas.frame, &legend, buffer);
        card::draw_preview(state, context, inside, buffer);
    }
    if app.is_suggesting() {
        suggesting::draw(app, buffer);
    }
    if let Some(overlay) = &app.overlay {
        overlays::draw(&**overlay, context, &app.room(), buffer);
    }
    if let Some(prefix) = app.prefix {
        pending::draw(app, prefix, buffer);
    }
    status::draw(app, context, areas.status, buffer);
    key_bar::draw(app, areas.keys, buffer);
    context.lay_ground(buffer);
}

/// Draws the tour as the speaker needs it.
fn draw_speaker(app: &App, speaker: &tour::speaker::State, areas: &Areas, buffer: &mut Buffer) {
    let context = &app.context;
    tour::speaker::draw(speaker, &app.tour, context, app.body(), buffer);
    match &app.overlay {
        Some(overlay) => {
            overlays::draw(&**overlay, context, &app.room(), buffer);
            key_bar::draw(app, areas.keys, buffer);
        }
        None => {
            tour::speaker::draw_footer(
                speaker,
                &app.tour,
                context,
                app.notice.as_deref(),
                areas.keys,
                buffer,
            );
        }
    }
}

/// Draws a stop of the tour, and the panel that is its picture, if one is.
fn draw_stop(app: &App, context: &Context, areas: &Areas, buffer: &mut Buffer) {
    if let Some(area) = areas.stop {
        tour::draw(&app.tour, context, area, buffer);
    }
    for (panel, area) in &areas.panels {
        app.panels.get(*panel).draw(context, *area, buffer);
    }
    if let Some(area) = areas.notes {
        tour::draw_notes(&app.tour, context, area, buffer);
    }
    match &app.overlay {
        Some(overlay) => {
            overlays::draw(&**overlay, context, &app.room(), buffer);
            key_bar::draw(app, areas.keys, buffer);
        }
        None => tour::draw_footer(&app.tour, context, app.notice.as_deref(), areas.keys, buffer),
    }
}

fn draw_too_small(context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let needed = format!("{}{}{}", SMALLEST.width, context.glyph(glyphs::TIMES), SMALLEST.height);
    let text = context.strings().too_small.replace("{}", &needed);
    buffer.set_stringn(area.x, area.y, text, usize::from(area.width), context.style(Role::Text));
}

fn panel_name(context: &Context, panel: Panel) -> String {
    format!("{} {}", panel.number(), names::panel(context.language, panel))
}

/// The panels that share a panel's area, as tabs; none if it has its own.
fn tabs(areas: &Areas, panel: Panel) -> &'static [Panel] {
    if areas.tabs.contains(&panel) { areas.tabs } else { &[] }
}

/// The panel's name, or those of the tabs with the shown one marked.
fn panel_names(context: &Context, tabs: &[Panel], panel: Panel) -> Vec<(String, bool)> {
    if tabs.is_empty() {
        vec![(panel_name(context, panel), true)]
    } else {
        tabs.iter().map(|tab| (panel_name(context, *tab), *tab == panel)).collect()
    }
}

fn draw_panel(app: &App, context: &Context, areas: &Areas, panel: Panel, area: Rect, buffer: &mut Buffer) {
    let inside = frame::inside(area, areas.frame);
    frame::draw(area, areas.frame, &panel_legend(app, context, areas, panel, area), buffer);
    app.panels.get(panel).draw(context, inside, buffer);
}

/// What is written into a panel's frame.
fn panel_legend(app: &App, context: &Context, areas: &Areas, panel: Panel, area: Rect) -> Legend {
    let names = panel_names(context, tabs(areas, panel), panel);
    let focused = context.has_focus(panel) && !app.is_covered();
    let last = tabs(areas, panel).last().copied().unwrap_or(panel);
    let (totals, notes) = (app.panels.get(last).totals(context), app.panels.get(panel).badge(context));
    let legend = Legend {
        names,
        totals: String::new(),
        hides: false,
        note: String::new(),
        focused,
        palette: context.palette(),
        glyphs: context.glyphs,
    };
    let is_filtered = app.panels.get(panel).filtered().is_some_and(|panel| panel.filter().in_force());
    let hides = is_filtered || context.only_after && matches!(panel, Panel::Timeline | Panel::Trend);
    frame::fitting(Legend { hides, ..legend }, totals, notes, area)
}

/// The panel whose name or number is at a cell of a panel's frame.
pub(super) fn tab_at(app: &App, panel: Panel, area: Rect, position: Position) -> Option<Panel> {
    let areas = app.areas.as_ref()?;
    let legend = panel_legend(app, &app.context, areas, panel, area);
    tabs(areas, panel).get(frame::name_at(area, &legend, position)?).copied()
}
