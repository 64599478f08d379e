//! Files in one piece: `=== name` on a line of its own begins one. `keys` is none of the dossier's: its first word is
//! the size of a screen, the others are pressed.

use fundstelle::app::{App, Message, Options, draw, settle, update};
use fundstelle::load::{Loaded, Memory};
use fundstelle::look::theme::Theme;
use ratatui::layout::Size;

use super::dossier;

const MARK: &[u8] = b"=== ";

/// What has no name.
const FIRST: &str = "article.txt";

const KEYS: &str = "keys";

/// A name and bytes, in the order written.
pub(crate) type Named = (String, Vec<u8>);

/// Reads the files that the bytes hold, and opens what can be opened on a screen.
pub(crate) fn check(input: &[u8]) {
    let (keys, files): (Vec<Named>, Vec<Named>) =
        split(input).into_iter().partition(|(name, _)| name == KEYS);
    if let Some(loaded) = dossier::check(&memory(&files)) {
        let script = keys.first().map_or("", |(_, script)| std::str::from_utf8(script).unwrap_or_default());
        press(loaded, script);
    }
}

pub(crate) fn split(input: &[u8]) -> Vec<Named> {
    let mut files: Vec<Named> = Vec::new();
    for line in input.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(MARK) {
            files.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new()));
            continue;
        }
        if files.is_empty() {
            files.push((FIRST.to_owned(), Vec::new()));
        }
        files.last_mut().into_iter().for_each(|(_, bytes)| bytes.extend(line));
    }
    files
}

pub(crate) fn memory(files: &[Named]) -> Memory {
    files.iter().fold(Memory::default(), |all, (name, bytes)| all.with(name, bytes.as_slice()))
}

/// Opens the dossier on a screen of the size that begins the script (`80x24 2 j Enter`), presses its keys, and draws
/// what is seen after each.
pub(crate) fn press(loaded: Loaded, script: &str) {
    /// A longer script finds nothing that several short ones do not.
    const MOST: usize = 24;
    let mut words = script.split_whitespace().peekable();
    let cells = words.peek().and_then(|word| word.split_once('x'));
    let side = |text: &str, most| text.parse::<u16>().ok().map(|cells| cells.clamp(1, most));
    let size = cells.and_then(|(width, height)| Some(Size::new(side(width, 220)?, side(height, 80)?)));
    let dossier = loaded.dossier.clone();
    let options = Options { theme: Theme::Mono, ..Options::default() };
    let mut app = App::new(loaded, options, size.unwrap_or(Size::new(80, 24)));
    draw(&app);
    for key in words.filter_map(|word| word.parse().ok()).take(MOST) {
        update(&mut app, Message::Key(key));
        settle(&mut app);
        let buffer = draw(&app);
        assert_eq!(buffer, draw(&app), "the same state gives the same picture");
        if let Some(selection) = app.selection() {
            assert!(dossier.contains(selection), "{selection} is nothing");
        }
    }
}
