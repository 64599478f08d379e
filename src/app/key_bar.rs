//! The key bar: the keys that do something here, as many as there is room for. What has the focus says what they do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::App;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::look::panel::Focus;
use crate::look::theme::Role;
use crate::protocol::bar;
use crate::protocol::context::Context;
use crate::text::width;
use crate::{card, search};

/// Draws the key bar.
pub(super) fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let context = &app.context;
    for KeyLabel { at, key, word, .. } in labels(app, area) {
        let (after, _) =
            buffer.set_stringn(at.x, at.y, &key, usize::from(at.width), context.style(Role::Key));
        buffer.set_string(after + 1, at.y, word, context.style(Role::Quiet));
    }
}

/// The action of the key at a cell of the key bar.
pub(super) fn action_at(app: &App, position: Position) -> Option<Action> {
    let labels = labels(app, app.areas.as_ref()?.keys);
    labels.into_iter().find(|label| label.at.contains(position)).map(|label| label.action)
}

/// A key in the key bar, and what it does.
struct KeyLabel {
    at: Rect,
    action: Action,
    key: String,
    word: &'static str,
}

/// A key bar at least this wide always names the key that quits.
const ROOMY: u16 = 70;

/// The actions that do something now, most useful first.
fn bar(app: &App) -> Vec<bar::Hint> {
    let context = &app.context;
    if app.prefix.is_some() {
        return vec![(Action::Close, context.strings().cancel)];
    }
    let mut bar = match (&app.search, &app.overlay, context.focus) {
        (Some(_), ..) => search::bar(context),
        (None, Some(overlay), _) => overlay.bar(context),
        (None, None, Focus::Panel(panel)) => app.panels.get(panel).bar(context),
        (None, None, Focus::Card) => card::bar(context),
    };
    if app.one_at_a_time() {
        bar.retain(|(action, _)| *action != Action::Whole);
    }
    bar
}

/// The key of an action; both keys if the action has an opposite.
fn keys(context: &Context, action: Action) -> String {
    let opposite = match action {
        Action::Down => Action::Up,
        Action::Right => Action::Left,
        Action::ZoomIn => Action::ZoomOut,
        _ => return context.key(action),
    };
    let between = if context.glyphs == Glyphs::Ascii { "/" } else { "" };
    format!("{}{between}{}", context.key(opposite), context.key(action))
}

/// The keys that there is room for.
fn labels(app: &App, area: Rect) -> Vec<KeyLabel> {
    let mut all: Vec<KeyLabel> = Vec::new();
    for (action, word) in bar(app) {
        let key = keys(&app.context, action);
        let cells = u16::try_from(width::cells(&key) + 1 + width::cells(word)).unwrap_or(u16::MAX);
        all.push(KeyLabel { at: Rect::new(0, area.y, cells, 1), action, key, word });
    }
    // However narrow the bar is, the keys for help and for closing what lies on top are among them.
    let is_needed = |label: &KeyLabel| match label.action {
        Action::Close | Action::Help => true,
        Action::Quit => area.width >= ROOMY,
        _ => false,
    };
    let mut waiting: u16 = all.iter().filter(|label| is_needed(label)).map(|label| label.at.width + 2).sum();
    let mut shown = Vec::new();
    let mut x = area.x + 1;
    for mut label in all {
        let cells = label.at.width;
        if is_needed(&label) {
            waiting -= cells + 2;
        }
        if x.saturating_add(cells).saturating_add(waiting) <= area.right() {
            label.at.x = x;
            x += cells + 2;
            shown.push(label);
        } else if waiting == 0 {
            break;
        }
    }
    shown
}
