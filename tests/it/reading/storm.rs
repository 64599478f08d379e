//! No key in any place, and no storm of keys and sizes, does harm.

use fundstelle::app::{Message, Options, draw, view};
use fundstelle::i18n::language::Language;
use fundstelle::input::action::TABLE;
use fundstelle::input::key::Key;
use fundstelle::input::mouse::Gesture;
use fundstelle::load::Memory;
use fundstelle::look::panel::{Focus, Panel};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::common::{Cells, Screen, USUAL};
use crate::reading::SMALL;

const PLACES: [(&str, Focus); 10] = [
    ("1", Focus::Panel(Panel::Article)),
    ("2", Focus::Panel(Panel::Actors)),
    ("3", Focus::Panel(Panel::Timeline)),
    ("4", Focus::Panel(Panel::Trend)),
    ("5", Focus::Panel(Panel::Claims)),
    ("5 j Enter", Focus::Card),
    ("?", Focus::Panel(Panel::Article)),
    (": t a l", Focus::Panel(Panel::Article)),
    ("5 f j Space", Focus::Panel(Panel::Claims)),
    ("3 j a 4", Focus::Panel(Panel::Trend)),
];

/// What must be true of a screen whatever was done to it.
fn assert_sound(screen: &Screen) {
    let buffer = screen.buffer();
    assert_eq!(*buffer, draw(screen.app()), "the same state gives the same picture");
    if let Some(selection) = screen.app().selection() {
        assert!(screen.dossier.contains(selection), "{selection} is nothing");
    }
}

/// On a larger buffer nothing is drawn beside the screen, and within it the same.
pub(crate) fn assert_nothing_outside(screen: &Screen) {
    let buffer = screen.buffer();
    let Rect { width, height, .. } = buffer.area;
    let mut larger = Buffer::filled(Rect::new(0, 0, width + 9, height + 2), Cell::new("X"));
    view(screen.app(), &mut larger);
    let laid_out = width >= 40 && height >= 10;
    let mut blank = Buffer::empty(Rect::new(0, 0, 1, 1));
    screen.app().theme().lay_ground(&mut blank);
    if !laid_out {
        return;
    }
    // Rows at a time: this is asked after every key of many tests.
    let mut inside = buffer.content.chunks(usize::from(width));
    for (y, row) in larger.content.chunks(usize::from(width) + 9).enumerate() {
        let own = inside.next().unwrap_or_default();
        let (within, outside) = row.split_at(own.len());
        assert_eq!(within, own, "row {y} is drawn differently in a larger buffer");
        let strange = outside.iter().position(|cell| *cell != blank[(0, 0)]);
        assert_eq!(strange.map(|x| own.len() + x), None, "drawn outside, in row {y}");
    }
}

#[test]
fn every_key_in_every_place_at_every_kind_of_size() {
    for size in [(1, 1), (40, 10), (70, 20), SMALL, (110, 20), USUAL, (160, 30)] {
        for (there, focus) in PLACES {
            let mut before = Screen::fixture(size, Language::De);
            before.press(there);
            assert_eq!(before.app().focus(), focus);
            assert_nothing_outside(&before);
            for entry in TABLE {
                for key in entry.keys {
                    let mut screen = before.clone();
                    assert_sound(screen.press(&key.to_string()));
                }
            }
        }
    }
}

/// An article without a dossier: every panel but one is empty.
#[test]
fn every_key_in_every_empty_place() {
    let files = Memory::default().with("a.txt", "Titel\nEin Satz.\n");
    let nothing = Memory::default().with("a.txt", "x\n");
    for files in [files, nothing] {
        for size in [(40, 10), (70, 20), (70, 50), (110, 10), USUAL, (160, 30)] {
            for (there, _) in PLACES {
                let mut before = Screen::open(&files, size, Options::default());
                assert_sound(before.press(there));
                for entry in TABLE {
                    assert_sound(before.clone().press(&entry.keys[0].to_string()));
                }
            }
        }
    }
}

pub(crate) const GESTURES: &[Gesture] =
    &[Gesture::Click, Gesture::Click, Gesture::Drag, Gesture::Release, Gesture::WheelUp, Gesture::WheelDown];

#[derive(Clone, Debug)]
enum Step {
    Press(String),
    Paste(String),
    /// A key that comes before the app could do any work.
    Burst(Key),
    /// A slice of it.
    Work,
    Resize(Cells),
    Mouse(Gesture, Cells),
}

fn step() -> impl Strategy<Value = Step> {
    let keys: Vec<String> = TABLE.iter().flat_map(|entry| entry.keys).map(ToString::to_string).collect();
    let typed = ["x", "e", "Ctrl+u", "Ctrl+w", "Delete", "Space", "ü"].map(str::to_owned);
    let keys = [keys, typed.to_vec()].concat();
    prop_oneof![
        8 => prop::sample::select(keys).prop_map(Step::Press),
        2 => prop::sample::select(vec!["/", "a", "e", "Backspace", "Down", "Enter", "Tab", "n"])
            .prop_map(|key| Step::Burst(key.parse().expect("a key"))),
        1 => Just(Step::Work),
        1 => any::<String>().prop_map(Step::Paste),
        1 => size().prop_map(Step::Resize),
        4 => (prop::sample::select(GESTURES), (0_u16..=210, 0_u16..=70))
            .prop_map(|(gesture, at)| Step::Mouse(gesture, at)),
    ]
}

/// Any size; as often one of the narrow and low ones, where little has room.
pub(crate) fn size() -> impl Strategy<Value = Cells> {
    prop_oneof![(1_u16..=500, 1_u16..=200), (38_u16..=112, 8_u16..=32), (1_u16..=200, 1_u16..=60)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_storm_leaves_the_screen_sound(
        size in size(),
        german in any::<bool>(),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let language = if german { Language::De } else { Language::En };
        let mut screen = Screen::fixture(size, language);
        screen.press("M");
        for step in steps {
            match step {
                Step::Press(key) => screen.press(&key),
                Step::Paste(text) => screen.paste(&text),
                Step::Burst(key) => screen.send(Message::Key(key)),
                Step::Work => screen.send(Message::Work),
                Step::Resize(size) => screen.resize(size),
                Step::Mouse(gesture, at) => screen.mouse(gesture, at),
            };
            assert_sound(&screen);
        }
        assert_nothing_outside(&screen);
    }
}
