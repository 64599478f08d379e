//! Why a change was not taken back, or not redone: an open editor, which the same key passes over; or something that has
//! changed since, with the lines that are left to change by hand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Data, Overlay, Room};
use crate::edit::{Leftover, Refused};
use crate::input::action::Action;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::refusal;
use crate::protocol::request::Request;
use crate::text::sanitize::sanitize_line;
use crate::text::wrap;
use crate::widgets::to_cells;

/// What was asked for, and why it was not done.
#[derive(Clone, Debug)]
pub struct State {
    asked: Action,
    why: Refused,
    /// What is left to do by hand, line by line.
    by_hand: Vec<String>,
    /// The first of these lines in sight.
    top: usize,
    /// How many of them there is room for, as it was laid out.
    rows: usize,
}

/// Whether a change that is refused for this reason can never be taken back: what is left to do by hand was shown instead.
pub fn is_final(why: &Refused) -> bool {
    leftovers(why).is_some()
}

fn leftovers(why: &Refused) -> Option<&[Leftover]> {
    match why {
        Refused::ChangedSince(left) | Refused::Needed { left, .. } => Some(left),
        _ => None,
    }
}

impl State {
    /// What says why the last change was not taken back ([`Action::Undo`]) or redone ([`Action::Redo`]).
    pub fn new(asked: Action, why: Refused) -> Self {
        let by_hand = refusal::by_hand(leftovers(&why).unwrap_or_default());
        let by_hand = by_hand.lines().map(|line| sanitize_line(line).into_owned()).collect();
        Self { asked, why, by_hand, top: 0, rows: 0 }
    }

    /// Whether the same key does it all the same.
    fn asks(&self) -> bool {
        matches!(self.why, Refused::OpenElsewhere { .. })
    }

    /// Why, and what comes of it.
    fn said(&self, context: &Context) -> String {
        let strings = &context.strings().refusals;
        let is_undo = self.asked == Action::Undo;
        let text = if is_undo { refusal::of_undo } else { refusal::of_redo }(context, &self.why);
        if !is_final(&self.why) {
            return context.said(&text).into_owned();
        }
        let dropped = if is_undo {
            context.with_keys(strings.no_longer, &[Action::Undo])
        } else {
            strings.no_longer_redone.to_owned()
        };
        let by_hand = if self.by_hand.is_empty() { "" } else { strings.by_hand };
        context.said(format!("{text} {dropped} {by_hand}").trim_end()).into_owned()
    }

    /// What keys do here.
    fn steps(&self, context: &Context) -> String {
        let strings = context.strings();
        let mut steps = Vec::new();
        if self.asks() {
            steps.push((self.asked, strings.refusals.anyway));
        }
        if !self.by_hand.is_empty() {
            steps.push((Action::Copy, context.word(Action::Copy)));
        }
        if refusal::place(&self.why).is_some() {
            steps.push((Action::Edit, context.word(Action::Edit)));
        }
        steps.push((Action::Close, context.word(Action::Close)));
        context.steps(&steps)
    }

    /// The rows of each part, in a box that is so wide inside.
    fn parts(&self, context: &Context, width: u16) -> (Vec<String>, Vec<String>) {
        let room = width.saturating_sub(2).max(1);
        let wrapped = |text: &str| -> Vec<String> {
            wrap::wrap(text, room).into_iter().map(|line| text[line.range].to_owned()).collect()
        };
        (wrapped(&self.said(context)), wrapped(&self.steps(context)))
    }

    fn last_top(&self) -> usize {
        self.by_hand.len().saturating_sub(self.rows)
    }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        let strings = &context.strings().refusals;
        if self.asked == Action::Undo { strings.heading_undo } else { strings.heading_redo }.to_owned()
    }

    fn area(&self, context: &Context, room: &Room) -> Rect {
        let body = room.body;
        let (said, steps) = self.parts(context, body.width.saturating_sub(2));
        let frame = 2;
        let height = to_cells(said.len() + self.by_hand.len() + steps.len() + frame).min(body.height);
        Rect { y: body.bottom() - height, height, ..body }
    }

    fn update(&mut self, action: Action, _: Rect) -> Vec<Request> {
        match action {
            Action::Undo | Action::Redo if self.asks() && action == self.asked => {
                return vec![Request::Revert { action, despite_editor: true }];
            }
            Action::Edit => return refusal::place(&self.why).map(Request::Edit).into_iter().collect(),
            Action::Copy if !self.by_hand.is_empty() => {
                return vec![Request::CopyToml(self.by_hand.join("\n") + "\n")];
            }
            // Everything else means no.
            _ if self.asks() => return vec![Request::Dismiss],
            // The change before is asked for as though this were not here.
            Action::Undo | Action::Redo => return vec![Request::Revert { action, despite_editor: false }],
            Action::Card | Action::Quit => return vec![Request::Dismiss],
            Action::Down => self.top = (self.top + 1).min(self.last_top()),
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::PageDown => self.top = (self.top + self.rows.max(1)).min(self.last_top()),
            Action::PageUp => self.top = self.top.saturating_sub(self.rows.max(1)),
            _ => {}
        }
        Vec::new()
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        let (said, steps) = self.parts(context, area.width);
        let height = usize::from(area.height);
        self.rows = height.saturating_sub(said.len() + steps.len()).min(self.by_hand.len());
        // The lines are what it is about: of a long reason they keep some rows.
        let least = self.by_hand.len().min(2);
        self.rows = self.rows.max(least).min(height.saturating_sub(steps.len() + 1));
        self.top = self.top.min(self.last_top());
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let room = usize::from(area.width.saturating_sub(2));
        let (said, steps) = self.parts(context, area.width);
        let height = usize::from(area.height);
        let rows = height.saturating_sub(self.rows + steps.len());
        let mut line = |y: usize, text: &str, role: Role| {
            if y < height {
                let text = context.truncate(text, room);
                buffer.set_string(area.x + 1, area.y + to_cells(y), &*text, context.style(role));
            }
        };
        for (y, text) in said.iter().take(rows).enumerate() {
            // What does not fit is cut with a sign, not left out in silence.
            let is_cut = y + 1 == rows && said.len() > rows;
            let text = if is_cut { format!("{text} {}", said[y + 1]) } else { text.clone() };
            line(y, &text, Role::Notice);
        }
        let top = said.len().min(rows);
        for (y, text) in self.by_hand.iter().skip(self.top).take(self.rows).enumerate() {
            line(top + y, text, Role::Text);
        }
        for (y, text) in steps.iter().enumerate() {
            line(top + self.rows + y, text, Role::Notice);
        }
    }

    fn badge(&self, context: &Context, _: Rect) -> String {
        if self.by_hand.len() <= self.rows {
            return String::new();
        }
        let last = (self.top + self.rows).min(self.by_hand.len());
        format!("{}/{}", context.language.count(last), context.language.count(self.by_hand.len()))
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let mut actions = Vec::new();
        if self.asks() {
            actions.push(self.asked);
        }
        if !self.by_hand.is_empty() {
            actions.push(Action::Copy);
        }
        actions.extend(refusal::place(&self.why).is_some().then_some(Action::Edit));
        actions.push(Action::Close);
        actions.extend((self.by_hand.len() > self.rows).then_some(Action::Down));
        let mut hints = bar::named(context, &actions);
        if self.asks() {
            bar::rename(&mut hints, self.asked, context.strings().refusals.anyway);
        }
        hints
    }

    fn refresh(&mut self, _: &Context, _: &mut Data) -> bool {
        true
    }

    fn closes_on_click(&self) -> bool {
        self.asks()
    }
}
