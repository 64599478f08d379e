//! The mouse: the wheel scrolls what is under it, a click selects, and a second click on the same thing opens it. Hits are
//! tested against the layout that is drawn.

use ratatui::layout::{Position, Rect};

use super::{App, key_bar, view};
use crate::card;
use crate::dossier::Ref;
use crate::input::action::Action;
use crate::input::mouse::{Gesture, Mouse};
use crate::look::panel::{Focus, Panel};
use crate::overlays;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::request::Request;

/// What was clicked last, until a key is pressed.
#[derive(Clone, Debug)]
pub(super) struct Clicked {
    /// The cell, while what it shows has not been scrolled. A click may give another panel the room; what is under the
    /// mouse then is another thing, but a double click targets the item of the first click.
    at: Option<Position>,
    hit: ClickTarget,
}

/// What can be clicked twice.
#[derive(Clone, PartialEq, Eq, Debug)]
enum ClickTarget {
    /// A thing in a panel, in the article at one of its passages.
    Thing(Request),
    /// A link of the card.
    Link(Ref, usize),
}

/// What is topmost at a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Under {
    /// What lies over the panels, a search among it.
    Top,
    Card,
    Panel(Panel, Rect),
    Keys,
    Nothing,
}

/// The notice that the mouse is on, and how to select text all the same.
fn mouse_on(context: &Context) -> String {
    let strings = context.strings();
    context.joined(&[strings.mouse_on, strings.mouse_selects])
}

impl App {
    /// Whether the mouse is on.
    pub fn mouse(&self) -> bool {
        self.mouse
    }

    /// Turns the mouse on from the start. The status line says how to select text all the same.
    pub fn take_mouse(&mut self) {
        self.mouse = true;
        let context = &self.context;
        let notice: Vec<String> = [mouse_on(context)].into_iter().chain(self.notice.take()).collect();
        self.notice = Some(context.joined(&notice));
    }

    pub(super) fn switch_mouse(&mut self) -> Effect {
        self.mouse = !self.mouse;
        let context = &self.context;
        let notice = if self.mouse { mouse_on(context) } else { context.strings().mouse_off.to_owned() };
        self.notice = Some(notice);
        Effect::Mouse(self.mouse)
    }

    pub(super) fn handle_mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        // Gestures made before the terminal turned the mouse off may still arrive.
        if !self.mouse {
            return Vec::new();
        }
        // The tour is steered by keys: a hand on the mouse must not change what is on the wall.
        if self.tour.is_running() && self.overlay.is_none() {
            return Vec::new();
        }
        match mouse.gesture {
            Gesture::Click => self.click(mouse.at),
            Gesture::Drag => {
                self.drag_over_words(mouse.at);
                Vec::new()
            }
            Gesture::Release => self.release_on_words(),
            Gesture::WheelUp | Gesture::WheelDown => {
                self.wheel(mouse.gesture == Gesture::WheelDown, mouse.at);
                Vec::new()
            }
        }
    }

    fn under(&self, at: Position) -> Under {
        let Some(areas) = &self.areas else { return Under::Nothing };
        if areas.keys.contains(at) {
            Under::Keys
        } else if self.covers(at) {
            Under::Top
        } else if areas.card.is_some_and(|area| area.contains(at)) {
            Under::Card
        } else {
            let panel = areas.panels.iter().find(|(_, area)| area.contains(at));
            panel.map_or(Under::Nothing, |(panel, area)| Under::Panel(*panel, *area))
        }
    }

    /// Whether an overlay or a search lies over this cell.
    fn covers(&self, at: Position) -> bool {
        let over = |area: Rect| area.contains(at);
        self.search.is_some() && self.areas.as_ref().and_then(|areas| areas.card).is_some_and(over)
            || self
                .overlay
                .as_ref()
                .is_some_and(|overlay| over(overlays::place(&**overlay, &self.context, &self.room()).0))
    }

    fn wheel(&mut self, down: bool, at: Position) {
        self.prefix = None;
        if let Some(clicked) = &mut self.clicked {
            clicked.at = None;
        }
        let card = self.inside_card();
        match self.under(at) {
            Under::Top => self.wheel_on_top(down),
            Under::Card => {
                let preview = self.preview.as_mut().map(|preview| &mut preview.card);
                if let Some(state) = self.card.as_mut().or(preview) {
                    card::wheel(state, down, card);
                }
            }
            Under::Panel(panel, _) => {
                let area = self.inside(panel);
                self.panels.get_mut(panel).wheel(down, &self.context, area);
                if panel == Panel::Article {
                    self.navigator.history.pause();
                }
            }
            Under::Keys | Under::Nothing => {}
        }
    }

    fn click(&mut self, at: Position) -> Vec<Effect> {
        self.notice = None;
        if self.prefix.take().is_some() {
            return Vec::new();
        }
        let before = self.clicked.take();
        let under = self.under(at);
        if under != Under::Keys && self.overlay.take_if(|overlay| overlay.closes_on_click()).is_some() {
            return Vec::new();
        }
        // An overlay has the focus; besides it only the key bar belongs to it.
        if self.is_covered() && under != Under::Keys {
            return if under == Under::Top { self.click_on_overlay(at) } else { Vec::new() };
        }
        if self.is_suggesting() && under != Under::Keys {
            return self.click_in_suggesting(at);
        }
        let is_for_mark = self.press_on_words(at);
        if is_for_mark || self.is_marking() && under != Under::Keys {
            return Vec::new();
        }
        let hit = self.hit_test(under, at);
        if let Some(before) = before
            && (before.at == Some(at) || hit.as_ref() == Some(&before.hit))
        {
            return self.open_clicked(&before.hit);
        }
        let mut effects = Vec::new();
        match (under, &hit) {
            (Under::Keys, _) => {
                return key_bar::press_at(self, at);
            }
            (Under::Card, _) if self.card.is_none() => {
                if let Some(of) = self.shown_preview().map(|card| card.of().clone()) {
                    effects = self.carry_out(Request::Open(of));
                }
            }
            (Under::Card, _) => {
                self.context.focus = Focus::Card;
                if let (Some(ClickTarget::Link(_, link)), Some(state)) = (&hit, &mut self.card) {
                    card::put_cursor(state, *link);
                }
            }
            (Under::Panel(Panel::Article, _), Some(ClickTarget::Thing(thing)))
                if self.choose_on_release(thing) =>
            {
                return effects;
            }
            (Under::Panel(panel, _), Some(ClickTarget::Thing(thing))) => {
                return self.choose_clicked(panel, thing.clone(), at);
            }
            (Under::Panel(panel, area), _) => {
                let panel = view::tab_at(self, panel, area, at).unwrap_or(panel);
                if self.context.focus != Focus::Panel(panel) {
                    self.focus_panel(panel);
                }
            }
            (Under::Top | Under::Nothing, _) => {}
        }
        self.clicked = hit.map(|hit| Clicked { at: Some(at), hit });
        effects
    }

    /// The thing or link at a cell.
    fn hit_test(&self, under: Under, at: Position) -> Option<ClickTarget> {
        let context = &self.context;
        match under {
            Under::Card => {
                let (state, inside) = (self.card.as_ref()?, self.inside_card());
                let link =
                    card::link_at(state, at.y.checked_sub(inside.y)?).filter(|_| inside.contains(at))?;
                Some(ClickTarget::Link(state.of().clone(), link))
            }
            Under::Panel(panel, _) => {
                let inside = self.inside(panel);
                if !inside.contains(at) {
                    return None;
                }
                let thing = self.panels.get(panel).hit(context, inside, at);
                thing.map(ClickTarget::Thing)
            }
            Under::Top | Under::Keys | Under::Nothing => None,
        }
    }

    fn turn_to(&mut self, panel: Panel) {
        // Entering a panel puts its cursor on what is lit; in the panel that has the focus the cursor stays.
        if self.context.focus != Focus::Panel(panel) {
            self.show_panel(panel);
        }
    }

    /// Selects what was clicked; a second click at that cell opens it.
    pub(super) fn choose_clicked(&mut self, panel: Panel, thing: Request, at: Position) -> Vec<Effect> {
        let effects = self.choose_thing(panel, thing.clone());
        self.clicked = Some(Clicked { at: Some(at), hit: ClickTarget::Thing(thing) });
        effects
    }

    /// Selects what was clicked, as a jump from what had the focus before.
    fn choose_thing(&mut self, panel: Panel, thing: Request) -> Vec<Effect> {
        self.leave_by_jump();
        self.turn_to(panel);
        match thing {
            Request::Select(name) => self.carry_out(Request::Select(name)),
            Request::SelectAt(name, passage) => {
                self.select(name);
                self.set_passage(passage);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn open_clicked(&mut self, hit: &ClickTarget) -> Vec<Effect> {
        match hit {
            ClickTarget::Thing(Request::Select(name) | Request::SelectAt(name, _)) => {
                self.carry_out(Request::Open(name.clone()))
            }
            ClickTarget::Link(_, link) => {
                if let Some(state) = &mut self.card {
                    card::put_cursor(state, *link);
                    self.context.focus = Focus::Card;
                }
                self.act(Action::Card)
            }
            ClickTarget::Thing(_) => Vec::new(),
        }
    }
}
