//! What is compared is laid out once for each item in sight.

use std::cell::RefCell;
use std::collections::HashSet;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};

use super::{State, VIEWS};
use crate::app::{App, Message, Options, draw, update};
use crate::dossier::Ref;
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::load::{fixture, load};
use crate::panels::PanelState as _;
use crate::protocol::context::Context;

thread_local! {
    /// The items compared since this was last emptied.
    pub(super) static COMPARED: RefCell<Vec<Ref>> = const { RefCell::new(Vec::new()) };
}

/// Sends a message and draws. Returns the items that were compared for it.
fn compared(app: &mut App, message: Message) -> Vec<Ref> {
    COMPARED.take();
    update(app, message);
    let laid_out = COMPARED.with_borrow(Vec::len);
    draw(app);
    let compared = COMPARED.take();
    assert_eq!(compared.len(), laid_out, "drawing lays out nothing");
    compared
}

fn press(app: &mut App, key: &str) -> Vec<Ref> {
    compared(app, Message::Key(key.parse().expect("a key")))
}

#[test]
fn an_item_is_compared_at_most_once_for_each_key() {
    let loaded = load(&fixture()).expect("it opens");
    let items = loaded.dossier.claims.len() + loaded.dossier.gaps.len();
    let mut app = App::new(loaded, Options::default(), Size::new(120, 40));
    press(&mut app, "5");
    let opened = press(&mut app, "v");
    assert!((1..items).contains(&opened.len()), "what is in sight, and not all: {}", opened.len());
    let keys = "Home Down Down Down Up PageDown PageDown PageUp PageUp PageUp End Up Up PageUp Home d c c Enter Esc x";
    for key in keys.split(' ') {
        let compared = press(&mut app, key);
        let once: HashSet<&Ref> = compared.iter().collect();
        assert_eq!(once.len(), compared.len(), "{key} laid out an item twice: {compared:?}");
        assert!(compared.len() < items, "{key} laid out {}", compared.len());
    }
    // Nothing that stands there already is laid out again.
    press(&mut app, "Home");
    for key in ["Up", "x", "Home"] {
        assert_eq!(press(&mut app, key), [], "{key}");
    }
    // Another width is another layout.
    assert!(!compared(&mut app, Message::Resize(Size::new(90, 40))).is_empty());
}

/// Every view is found again by its name, however many there are: by "back", a bookmark and a stop of the tour.
#[test]
fn every_view_is_restored_by_its_name() {
    let loaded = load(&fixture()).expect("it opens");
    let context = Context::new(loaded.dossier, Language::En);
    for (number, view) in VIEWS.iter().enumerate() {
        let mut state = State::new(&context.dossier);
        state.present(&context, Some(view.name()), None);
        assert_eq!(state.view, number, "by a stop that names {}", view.name());
        let place = state.place(&context);
        assert_eq!(place.view.as_deref(), (number > 0).then(|| view.name()), "the usual view needs no name");
        let mut other = State::new(&context.dossier);
        other.update(Action::View, &context, Rect::default());
        other.restore(&context, &place);
        assert_eq!(other.view, number);
    }
}

/// The view stays chosen, and the frame says why it is not seen.
#[test]
fn where_the_score_has_no_room_the_list_stands_in() {
    let loaded = load(&fixture()).expect("it opens");
    let context = Context::new(loaded.dossier, Language::En);
    let mut state = State::new(&context.dossier);
    state.present(&context, Some("score"), None);
    for (width, height, has_room) in [(24, 6, true), (23, 6, false), (24, 5, false), (61, 12, true)] {
        let area = Rect::new(0, 0, width, height);
        state.layout(&context, area);
        let mut buffer = Buffer::empty(area);
        state.draw(&context, area, &mut buffer);
        let text: String = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(text.contains("contradicted"), has_room, "{width}x{height}: {text}");
        let name = if has_room { "score" } else { "list: no room for the score" };
        assert_eq!(state.badge(&context)[0], name);
        assert_eq!(state.is_picture(), has_room);
        assert_eq!(state.place(&context).view.as_deref(), Some("score"));
    }
}
