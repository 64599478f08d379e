//! The keys these tests press, in one place, so that it can be checked that none of the table's actions goes unpressed.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use fundstelle::input::action::TABLE;
use fundstelle::input::key::Shortcut;

macro_rules! scripts {
    ($($name:ident = $keys:literal;)*) => {
        $(pub(crate) const $name: &str = $keys;)*
        const ALL: &[(&str, &str)] = &[$((stringify!($name), $keys)),*];
    };
}

scripts! {
    ARTICLE = "1";
    ACTORS = "2";
    TIMELINE = "3";
    TREND = "4";
    CLAIMS = "5";
    NEXT_PANEL = "Tab";
    PREVIOUS_PANEL = "Shift+Tab";
    UP = "Up";
    DOWN = "Down";
    LEFT = "Left";
    RIGHT = "Right";
    PAGE_UP = "PageUp";
    PAGE_DOWN = "PageDown";
    HALF_PAGE_UP = "Ctrl+u";
    HALF_PAGE_DOWN = "Ctrl+d";
    TO_FIRST = "Home";
    TO_LAST = "End";
    CARD = "Enter";
    WORDS = "w";
    SOURCES = "s";
    COPY = "y";
    COLLECT = "Y";
    ANNOTATE = "A";
    NOTES = "@";
    MARK = "V";
    SUGGEST = "S";
    BROWSE = "o";
    BACK = "Backspace";
    FORWARD = "L";
    NEXT_PASSAGE = "n";
    PREVIOUS_PASSAGE = "N";
    NEXT_CLAIM = "c";
    PREVIOUS_CLAIM = "C";
    VIEW = "v";
    WHOLE = "z";
    ZOOM_IN = "+";
    ZOOM_OUT = "-";
    MARKS = "m";
    FILTER = "f";
    ONLY_AFTER = "a";
    PALETTE = ":";
    SEARCH = "/";
    CHANGE = "x";
    MAKE_STOP = "T";
    UNDO = "u";
    REDO = "Ctrl+r";
    TOUR = "b";
    STOPS = "i";
    BLACK = ".";
    PROBLEMS = "e";
    EDIT = "E";
    NEWS = "W";
    RELOAD = "r";
    THEME = "t";
    LANGUAGE = "d";
    MOUSE = "M";
    HELP = "?";
    CLOSE = "Esc";
    QUIT = "q";
    EXIT = "Ctrl+c";
    SUSPEND = "Ctrl+z";
    REDRAW = "Ctrl+l";
    PREFIX = ",";
    ONLY_WORDS = ", w";
    TRANSLATION = ", b";
    MAIN_ACTORS = ", k";
    ALL_ACTORS = ", A";
    MAIN_EVENTS = ", t";
    ALL_EVENTS = ", a";
    LANES = ", l";
    OVERVIEW = ", o";
    MAP = ", m";
    CLAIMS_LIST = ", p";
    COMPARE = ", c";
    SCORE = ", s";
}

/// Does nothing, but the status line says again what is selected: a prefix that is taken back.
pub(crate) const NOTHING: &str = ", Esc";

/// Keys that type these words.
pub(crate) fn letters(words: &str) -> String {
    words.chars().map(|c| if c == ' ' { "Space ".to_owned() } else { format!("{c} ") }).collect()
}

#[test]
fn every_action_is_pressed() {
    // What follows a prefix is a script of its own.
    let pressed: HashSet<Shortcut> =
        ALL.iter().map(|(_, script)| script.parse().unwrap_or_else(|error| panic!("{error}"))).collect();
    let idle: Vec<&str> = TABLE
        .iter()
        .filter(|entry| !entry.keys.iter().any(|key| pressed.contains(key)))
        .map(|entry| entry.name)
        .collect();
    assert!(idle.is_empty(), "no test presses {idle:?}; add a script, and a test that uses it");
}

/// A script in the list proves nothing unless a test uses it.
#[test]
fn every_script_is_used() {
    // Read from disk, so that no module is forgotten.
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let folders = ["reading", "marking", "authoring"].map(|folder| tests.join(folder));
    let files = folders.into_iter().flat_map(|folder| fs::read_dir(folder).expect("these tests"));
    let files = files.map(|entry| entry.expect("a test").path());
    let others = files.filter(|path| path.is_file() && !path.ends_with("scripts.rs"));
    let tests: String = others.map(|path| fs::read_to_string(path).expect("text")).collect();
    let used: HashSet<&str> = tests.split(|c: char| !c.is_ascii_uppercase() && c != '_').collect();
    let idle: Vec<&str> = ALL.iter().map(|(name, _)| *name).filter(|name| !used.contains(name)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}
