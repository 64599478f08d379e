//! The key bar: the keys that do something here, as many as there is room for. What has the focus says what they do.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::App;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::look::panel::Focus;
use crate::look::theme::Role;
use crate::protocol::bar;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::mark::{KEYS, MarkKey, Step};
use crate::protocol::suggesting::SuggestKey;
use crate::text::width;
use crate::{card, search};

/// Draws the key bar.
pub(super) fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let context = &app.context;
    for KeyLabel { at, key, word, .. } in labels(app, area) {
        let (after, _) =
            buffer.set_stringn(at.x, at.y, &key, usize::from(at.width), context.style(Role::Key));
        buffer.set_string(after + 1, at.y, &*word, context.style(Role::Quiet));
    }
}

/// Does what the key at a cell of the key bar does.
pub(super) fn press_at(app: &mut App, position: Position) -> Vec<Effect> {
    let Some(areas) = &app.areas else { return Vec::new() };
    let labels = labels(app, areas.keys);
    match labels.into_iter().find(|label| label.at.contains(position)).map(|label| label.does) {
        Some(Does::Action(action)) => app.act(action),
        Some(Does::Mark(key)) => app.act_in_marking(key),
        Some(Does::Suggestion(key)) => app.act_in_suggesting(key),
        None => Vec::new(),
    }
}

/// What a key of the key bar does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Does {
    Action(Action),
    /// In the article, while words are marked.
    Mark(MarkKey),
    /// While suggestions are offered.
    Suggestion(SuggestKey),
}

/// A key in the key bar, and what it does.
struct KeyLabel {
    at: Rect,
    does: Does,
    key: String,
    word: Cow<'static, str>,
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

/// The keys of marking, and the words for them.
fn of_marking(context: &Context) -> Vec<(Does, String, Cow<'static, str>)> {
    let strings = &context.strings().marking;
    let between = if context.glyphs == Glyphs::Ascii { "/" } else { "" };
    let keys = KEYS.iter().filter_map(|row| {
        let keys = match row.does {
            MarkKey::Step(Step::NextSentence) => vec![MarkKey::Step(Step::PreviousSentence), row.does],
            MarkKey::Step(Step::Right) => vec![MarkKey::Step(Step::Left), row.does],
            _ => vec![row.does],
        };
        let keys: Vec<String> = keys.into_iter().map(|does| context.label(does.keys()[0])).collect();
        Some((Does::Mark(row.does), keys.join(between), row.short?(strings).into()))
    });
    let help = (Does::Action(Action::Help), context.key(Action::Help), context.word(Action::Help).into());
    keys.chain([help]).collect()
}

/// The keys of suggestions that do something just now, and the words for them.
fn of_suggestions(app: &App) -> Vec<(Does, String, Cow<'static, str>)> {
    let context = &app.context;
    let keys = app
        .suggestion_keys()
        .into_iter()
        .map(|(does, key, word)| (Does::Suggestion(does), context.label(key), word));
    let help = (Does::Action(Action::Help), context.key(Action::Help), context.word(Action::Help).into());
    keys.chain([help]).collect()
}

/// The keys that there is room for.
fn labels(app: &App, area: Rect) -> Vec<KeyLabel> {
    let mut all: Vec<KeyLabel> = Vec::new();
    let keys = if app.is_marking() {
        of_marking(&app.context)
    } else if app.is_suggesting() {
        of_suggestions(app)
    } else {
        let labelled =
            |(action, word): bar::Hint| (Does::Action(action), keys(&app.context, action), word.into());
        bar(app).into_iter().map(labelled).collect()
    };
    for (does, key, word) in keys {
        let cells = u16::try_from(width::cells(&key) + 1 + width::cells(&word)).unwrap_or(u16::MAX);
        all.push(KeyLabel { at: Rect::new(0, area.y, cells, 1), does, key, word });
    }
    // However narrow the bar is, the keys for help and for closing what lies on top are among them.
    let is_needed = |label: &KeyLabel| match label.does {
        Does::Action(Action::Close | Action::Help)
        | Does::Mark(MarkKey::Leave | MarkKey::Menu)
        | Does::Suggestion(SuggestKey::Leave | SuggestKey::Reject) => true,
        Does::Action(Action::Quit) => area.width >= ROOMY,
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
