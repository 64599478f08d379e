//! Draws the screen. Only reads: the same state gives the same buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::overlay::Overlay;
use super::{App, trail};
use crate::input::action::{self, Action};
use crate::look::frame::{self, Legend};
use crate::look::glyphs::{self, Glyphs};
use crate::look::layout::{Areas, SMALLEST};
use crate::look::panel::{Focus, Panel};
use crate::look::signs;
use crate::look::theme::Role;
use crate::panels::{actors, article, claims, timeline, trend};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;
use crate::{card, tour};

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
    if app.tour.is_black() {
        let screen = Rect::new(0, 0, app.size.width, app.size.height);
        tour::blacken(screen.intersection(area), buffer);
        return;
    }
    let context = &app.context;
    let Some(areas) = &app.areas else {
        draw_too_small(context, area, buffer);
        context.theme.lay_ground(buffer);
        return;
    };
    if app.tour.is_given() {
        draw_stop(app, context, areas, buffer);
        context.theme.lay_ground(buffer);
        return;
    }
    draw_title(app, context, areas.title, buffer);
    for (panel, area) in &areas.panels {
        draw_panel(app, context, areas, *panel, *area, buffer);
    }
    if let (Some(area), Some(state)) = (areas.card, &app.card) {
        let focused = context.focus == Focus::Card && app.overlay.is_none();
        let inside = frame::inside(area, areas.frame);
        let legend = Legend {
            names: vec![(card::title(context, state.of()), true)],
            note: card::note(state, context, inside),
            focused,
            theme: context.theme,
            glyphs: context.glyphs,
        };
        frame::draw(area, areas.frame, &legend, buffer);
        card::draw(state, context, focused, inside, buffer);
    }
    if let Some(overlay) = &app.overlay {
        overlay.draw(context, app.room(), buffer);
    }
    draw_status(app, context, areas.status, buffer);
    draw_keys(app, context, areas.keys, buffer);
    context.theme.lay_ground(buffer);
}

/// A stop of the tour, with the panel it names beside it where there is room, and the rest aside.
fn draw_stop(app: &App, context: &Context, areas: &Areas, buffer: &mut Buffer) {
    for (panel, area) in &areas.panels {
        draw_panel(app, context, areas, *panel, *area, buffer);
        if app.named_panel() != Some(*panel) {
            let aside = context.style(Role::Aside).remove_modifier(Modifier::BOLD);
            buffer.set_style(*area, aside);
        }
    }
    if let Some(area) = areas.stop {
        tour::draw(&app.tour, context, area, buffer);
    }
    if let Some(area) = areas.notes {
        tour::draw_notes(&app.tour, context, area, buffer);
    }
    match &app.overlay {
        Some(overlay) => {
            overlay.draw(context, app.room(), buffer);
            draw_keys(app, context, areas.keys, buffer);
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

/// In fewer cells the title bar does not count why the dossier could not be read.
const WIDE_TITLE: u16 = 70;

fn draw_title(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let dossier = &context.dossier;
    let strings = context.strings();
    let dot = context.glyph(glyphs::DOT);
    let quiet = context.style(Role::Quiet);
    let mut errors: Vec<Span> = Vec::new();
    let count = app.reading.refusal.as_ref().map_or(app.reading.tally.errors, |refusal| refusal.tally.errors);
    if count > 0 {
        let key = context.key(Action::Problems);
        let count = names::counted(context.language, count, &strings.errors);
        let text = match app.reading.refusal {
            Some(_) if area.width < WIDE_TITLE => format!("{} ({key})", strings.not_reread),
            Some(_) => format!("{}: {count} ({key})", strings.not_reread),
            None => format!("{count} ({key})"),
        };
        errors.push(Span::styled(context.glyph(signs::BROKEN.glyph), context.style(signs::BROKEN.role)));
        errors.push(Span::styled(format!(" {text}{dot}"), context.style(Role::Heading)));
    }
    let as_of = dossier.as_of.as_ref().map(|as_of| {
        let text = format!("{} {}{dot}", strings.as_of, context.date(as_of));
        Span::styled(text, quiet)
    });
    let right = |as_of: Option<&Span<'static>>| {
        let tag = Span::styled(context.language.tag(), quiet);
        errors.iter().chain(as_of).cloned().chain([tag]).collect::<Line>()
    };
    let title = context.text(&dossier.title);
    let article = &dossier.article;
    let published = article.published.as_ref().map(|date| context.date(date));
    let origin: Vec<&str> = article.outlet.as_deref().into_iter().chain(published.as_deref()).collect();
    let full = if origin.is_empty() { title.clone() } else { format!("{title}{dot}{}", origin.join(", ")) };
    let short =
        article.outlet.as_ref().map_or_else(|| title.clone(), |outlet| format!("{title}{dot}{outlet}"));
    // What the article is goes before how far the facts run, and that before when it was published.
    let forms =
        [(full, as_of.as_ref()), (short.clone(), as_of.as_ref()), (short, None), (title.clone(), None)];
    let room = |right: &Line| usize::from(area.width).saturating_sub(right.width() + 4);
    let forms = forms.map(|(left, as_of)| (left, right(as_of)));
    let fits = forms.iter().find(|(left, right)| width::cells(left) <= room(right));
    let (left, right) = fits.unwrap_or(&forms[3]);
    let right_cells = u16::try_from(right.width()).unwrap_or(area.width).min(area.width);
    let left = context.truncate(left, room(right));
    buffer.set_string(area.x + 1, area.y, &*left, context.style(Role::Heading));
    buffer.set_line(area.right().saturating_sub(right_cells + 1).max(area.x), area.y, right, right_cells);
}

fn panel_name(context: &Context, panel: Panel) -> String {
    format!("{} {}", panel.number(), names::panel(context.language, panel))
}

/// The panels that share a panel's place; none where it has its own.
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
    match panel {
        Panel::Article => article::draw(&app.article, context, inside, buffer),
        Panel::Actors => actors::draw(&app.actors, context, inside, buffer),
        Panel::Timeline => timeline::draw(&app.timeline, context, inside, buffer),
        Panel::Trend => trend::draw(&app.trend, context, inside, buffer),
        Panel::Claims => claims::draw(&app.claims, context, inside, buffer),
    }
}

/// What is written into a panel's frame.
fn panel_legend(app: &App, context: &Context, areas: &Areas, panel: Panel, area: Rect) -> Legend {
    let notes = match panel {
        Panel::Article => article::notes(&app.article, context),
        Panel::Actors => actors::notes(&app.actors, context),
        Panel::Timeline => timeline::notes(&app.timeline, context),
        Panel::Trend => trend::notes(&app.trend, context),
        Panel::Claims => claims::notes(&app.claims, context),
    };
    let names = panel_names(context, tabs(areas, panel), panel);
    let focused = context.focus == Focus::Panel(panel) && app.overlay.is_none();
    let legend = Legend { names, note: String::new(), focused, theme: context.theme, glyphs: context.glyphs };
    let note = frame::fitting(&legend, notes, area);
    Legend { note, ..legend }
}

/// The panel whose name, or number, stands at a cell of a panel's frame.
pub(super) fn tab_at(app: &App, panel: Panel, area: Rect, position: Position) -> Option<Panel> {
    let areas = app.areas.as_ref()?;
    let legend = panel_legend(app, &app.context, areas, panel, area);
    tabs(areas, panel).get(frame::name_at(area, &legend, position)?).copied()
}

fn draw_status(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let own =
        app.overlay.as_ref().and_then(|overlay| overlay.status(context)).or_else(|| app.search_summary());
    let (text, role) = match (&app.notice, own, context.selection()) {
        (Some(notice), ..) => (notice.clone(), Role::Notice),
        // While a search is in force, the selection is what one reads besides.
        (None, Some(search), Some(selection)) if app.overlay.is_none() => {
            (context.joined(&[search, names::summary(context, selection)]), Role::Text)
        }
        (None, Some(own), _) => (own, Role::Text),
        (None, None, Some(selection)) => (names::summary(context, selection), Role::Text),
        (None, None, None) => (welcome(context), Role::Quiet),
    };
    let room = usize::from(area.width.saturating_sub(2));
    buffer.set_string(area.x + 1, area.y, context.truncate_parts(&text, room), context.style(role));
    // No key leads back while something lies over the panels.
    if app.overlay.is_some() {
        return;
    }
    // What is said of the selection comes first; the way here takes what it leaves.
    let left = room.saturating_sub(width::cells(&text) + TRAIL_APART);
    let trail = trail::words(app, context, left);
    let cells = u16::try_from(width::cells(&trail)).unwrap_or(0);
    let x = area.right().saturating_sub(cells + 1);
    buffer.set_string(x, area.y, trail, context.style(Role::Quiet));
}

/// That nothing is selected, and the keys to begin with.
fn welcome(context: &Context) -> String {
    let strings = context.strings();
    let (said, steps) = if context.dossier.is_article_alone() {
        let steps = [(Action::Whole, strings.step_whole), (Action::Help, strings.step_help)];
        (strings.welcome_alone, context.steps(&steps))
    } else {
        let steps = [
            (Action::Right, strings.step_next_name),
            (Action::NextClaim, strings.step_next_claim),
            (Action::NextPanel, strings.step_panels),
            (Action::Help, strings.step_help),
        ];
        (strings.welcome, context.steps(&steps))
    };
    format!("{said}  {steps}")
}

/// Cells between the status line's two halves, at least.
const TRAIL_APART: usize = 3;

fn draw_keys(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    for Hint { at, key, word, .. } in hints(app, context, area) {
        let (after, _) =
            buffer.set_stringn(at.x, at.y, &key, usize::from(at.width), context.style(Role::Key));
        buffer.set_string(after + 1, at.y, word, context.style(Role::Quiet));
    }
}

/// What the key bar asks for at a cell.
pub(super) fn key_at(app: &App, position: Position) -> Option<Action> {
    let context = &app.context;
    let hints = hints(app, context, app.areas.as_ref()?.keys);
    hints.into_iter().find(|hint| hint.at.contains(position)).map(|hint| hint.action)
}

/// A key in the key bar, and what it does.
struct Hint {
    at: Rect,
    action: Action,
    key: String,
    word: &'static str,
}

/// From so many cells on the key bar names the way out of the program whatever else it names.
const ROOMY: u16 = 70;

/// The keys that there is room for.
fn hints(app: &App, context: &Context, area: Rect) -> Vec<Hint> {
    let strings = context.strings();
    let overlay = app.overlay.as_ref();
    let actions = overlay.map_or_else(|| action::bar(context.focus), Overlay::bar);
    let pair = |one: Action, other: Action| {
        let between = if context.glyphs == Glyphs::Ascii { "/" } else { "" };
        format!("{}{between}{}", context.key(one), context.key(other))
    };
    let in_trend = overlay.is_none() && context.focus == Focus::Panel(Panel::Trend);
    let in_chart = in_trend && app.trend.has_periods();
    let in_table = in_trend && !app.trend.has_periods();
    let in_article = overlay.is_none() && context.focus == Focus::Panel(Panel::Article);
    let (has_names, has_links) =
        (!context.dossier.mentions.is_empty(), !context.dossier.article.links.is_empty());
    // Where nothing is selected and there is nothing to select, some keys have nothing to do.
    let has_things = context.selection().is_some() || !context.dossier.is_article_alone() || has_links;
    let on_panel = overlay.is_none();
    let works = |action: &&Action| match action {
        Action::Card | Action::Words | Action::Sources | Action::View | Action::Filter if on_panel => {
            has_things
        }
        Action::Down if on_panel => has_things || in_article,
        Action::NextPassage if on_panel => context.search().is_some() || !context.lit().passages.is_empty(),
        Action::Right => !in_table && (!in_article || has_names || has_links),
        Action::NextClaim => context.dossier.has_claims(),
        Action::Whole => !app.one_at_a_time(),
        _ => true,
    };
    let label = |action: &Action| {
        let entry = action.entry();
        let key = match action {
            Action::Down => pair(Action::Up, Action::Down),
            Action::Right => pair(Action::Left, Action::Right),
            _ => context.key(*action),
        };
        let own = overlay.and_then(|overlay| overlay.word(*action, context));
        let word = own.unwrap_or_else(|| match (action, context.focus) {
            (Action::NextPassage, _) if context.search().is_some() => strings.next_hit,
            (Action::Right, _) if in_chart => strings.period,
            (Action::Right, _) if in_article && !has_names => strings.link.one,
            (Action::Down, _) if in_chart => strings.place_short,
            (Action::Card, Focus::Card) => strings.follow_link,
            _ => entry.short.get(context.language),
        });
        let cells = u16::try_from(width::cells(&key) + 1 + width::cells(word)).unwrap_or(u16::MAX);
        (key, word, cells)
    };
    // However few cells there are, the key that names all others is among them, and the way out of what lies on top.
    let mut hints = Vec::new();
    let mut x = area.x + 1;
    let needed: &[Action] = if area.width < ROOMY {
        &[Action::Close, Action::Help]
    } else {
        &[Action::Close, Action::Help, Action::Quit]
    };
    let mut waiting: Vec<&Action> = actions.iter().filter(|action| needed.contains(action)).collect();
    for action in actions.iter().filter(works) {
        waiting.retain(|other| *other != action);
        let later: u16 = waiting.iter().map(|action| label(action).2 + 2).sum();
        let (key, word, cells) = label(action);
        if x.saturating_add(cells).saturating_add(later) <= area.right() {
            hints.push(Hint { at: Rect::new(x, area.y, cells, 1), action: *action, key, word });
            x += cells + 2;
        } else if waiting.is_empty() {
            break;
        }
    }
    hints
}
