//! Keys that ask for nothing by themselves: a prefix, after which a box lists what may follow, and keys that nothing is bound
//! to, which are answered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::App;
use crate::input::action::Action;
use crate::input::key::{Code, Key, Shortcut};
use crate::input::layouts;
use crate::look::frame::{self, Legend};
use crate::look::glyphs;
use crate::look::layout::Frame;
use crate::look::theme::Role;
use crate::overlays;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::text::width;
use crate::widgets::to_cells;

impl App {
    /// Waits for what follows a prefix, or answers a key that nothing is bound to.
    pub(super) fn press_unbound(&mut self, key: Key) {
        if self.context.keymap.is_prefix(key) && !self.is_covered() && !self.is_tour_running() {
            self.prefix = Some(key);
        } else {
            self.notice = Some(no_key(&self.context, key.into()));
        }
    }

    /// Carries out what the key after a prefix asks for. One that does not follow is answered, and does not do what it does by
    /// itself; but those that leave the program always do.
    pub(super) fn press_after(&mut self, prefix: Key, key: Key) -> Vec<Effect> {
        let keymap = &self.context.keymap;
        match (keymap.action_after(prefix, key), keymap.action(key)) {
            (Some(action), _) | (None, Some(action @ (Action::Exit | Action::Suspend))) => {
                return self.act(action);
            }
            (None, Some(Action::Close)) => {}
            (None, _) => self.notice = Some(no_key(&self.context, Shortcut::after(prefix, key))),
        }
        Vec::new()
    }

    /// What may follow the prefix that was pressed, each with its word; views that this dossier does not have are left out.
    fn following(&self, prefix: Key) -> Vec<(String, &'static str)> {
        let context = &self.context;
        let is_there = |action: Action| match action {
            Action::ShowView(panel, view) => self.has_view(panel, view),
            _ => true,
        };
        let following = context.keymap.following(prefix).filter(|(_, action)| is_there(*action));
        following.map(|(key, action)| (context.label(key), context.word(action))).collect()
    }

    /// Where the box is that lists what may follow a prefix: at the bottom of what it covers.
    pub(super) fn prefix_area(&self) -> Option<Rect> {
        let plan = Plan::of(self, self.prefix?)?;
        Some(plan.area)
    }
}

/// That nothing is bound to what was pressed. Of a letter of another script also which key it may have been meant to be.
pub(super) fn no_key(context: &Context, pressed: Shortcut) -> String {
    let strings = context.strings();
    let label = context.label(pressed);
    let letter = match pressed.key {
        Key { code: Code::Char(letter), ctrl: false } => letter,
        _ => ' ',
    };
    let same_key = layouts::on_the_same_key(letter);
    if !layouts::is_foreign(letter) && same_key.is_none() {
        return context.with_keys(&strings.unknown_key.replacen("{}", &label, 1), &[Action::Help]);
    }
    let is_bound = |key: Key| match pressed.prefix {
        Some(prefix) => context.keymap.action_after(prefix, key).is_some(),
        None => context.keymap.action(key).is_some() || context.keymap.is_prefix(key),
    };
    let meant = same_key.map(Key::char).filter(|key| is_bound(*key));
    let said = match meant {
        Some(key) => {
            let meant = context.label(Shortcut { prefix: pressed.prefix, key });
            strings.other_layout_meant.replacen("{}", &label, 1).replacen("{}", &meant, 1)
        }
        None => strings.other_layout.replacen("{}", &label, 1),
    };
    context.joined(&[&*said, strings.latin_keys])
}

/// Where the box is, and how what may follow is laid out in it.
struct Plan {
    entries: Vec<(String, &'static str)>,
    area: Rect,
    frame: Frame,
    /// How many stand below each other.
    rows: usize,
    /// The cells of a column.
    cells: usize,
}

/// Cells between two columns.
const BETWEEN: usize = 2;

impl Plan {
    /// In as many columns as fit, and no more rows than there are; none where there is no room at all.
    fn of(app: &App, prefix: Key) -> Option<Self> {
        let frame = app.areas.as_ref()?.frame;
        let (body, entries) = (app.body(), app.following(prefix));
        let sides = body.width - frame::inside(body, frame).width;
        let around = body.height - frame::inside(body, frame).height;
        let widest = entries.iter().map(|(key, word)| width::cells(key) + 1 + width::cells(word)).max()?;
        let cells = widest + BETWEEN;
        let room = usize::from(body.width.saturating_sub(sides + 1));
        let columns = (room / cells).max(1);
        let most = body.height.saturating_sub(around);
        let rows = entries.len().div_ceil(columns).min(usize::from(most)).max(1);
        let height = to_cells(rows).saturating_add(around).min(body.height);
        let area = Rect { y: body.bottom() - height, height, ..body };
        Some(Self { entries, area, frame, rows, cells })
    }

    /// How many there is room for.
    fn shown(&self) -> usize {
        let columns = usize::from(frame::inside(self.area, self.frame).width) / self.cells;
        self.entries.len().min(self.rows * columns.max(1))
    }
}

/// Draws the box that lists what may follow a prefix.
pub(super) fn draw(app: &App, prefix: Key, buffer: &mut Buffer) {
    let Some(plan) = Plan::of(app, prefix) else { return };
    let context = &app.context;
    let shown = plan.shown();
    let left = plan.entries.len() - shown;
    let legend = Legend {
        names: vec![(format!("{} {}", context.label(prefix), context.glyph(glyphs::ELLIPSIS)), true)],
        totals: String::new(),
        hides: false,
        note: if left > 0 {
            context.strings().and_more.replace("{}", &context.language.count(left))
        } else {
            String::new()
        },
        focused: true,
        palette: context.palette(),
        glyphs: context.glyphs,
    };
    overlays::clear(plan.area, buffer);
    frame::draw(plan.area, plan.frame, &legend, buffer);
    let inside = frame::inside(plan.area, plan.frame);
    for (place, (key, word)) in plan.entries.iter().take(shown).enumerate() {
        let x = inside.x + 1 + to_cells(place / plan.rows * plan.cells);
        let y = inside.y + to_cells(place % plan.rows);
        let room = |x: u16| usize::from(inside.right().saturating_sub(x));
        let (x, _) = buffer.set_stringn(x, y, key, room(x), context.style(Role::Key));
        buffer.set_stringn(x + 1, y, word, room(x + 1), context.style(Role::Text));
    }
}
