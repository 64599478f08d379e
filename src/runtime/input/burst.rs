//! Distinguishes text from keys where the terminal does not: a paste without marks, from a terminal that has none or
//! has them off.
//!
//! A hand presses one key at a time; a paste arrives all at once. But keys can too: a held key over a slow line, the keys of a
//! script, what was pressed while a connection stalled. What comes without a pause of [`HOLD`] is one burst. It is **text** if
//!
//! * it has two words with a blank between them, and one of these has two different letters or two digits (`61 million`,
//!   `I quit`); or two words on different lines have three different letters each; or
//! * one word has seven letters in a row, six of them different; or
//! * it has ten different characters or more; or
//! * the end mark of a paste stands in it.
//!
//! `2jjj`, `5jjjw` and Enter, three hundred `j`: these are keys, and so is a short word, which looks the same. Text is
//! a paste: where a line is typed it is typed, line ends and all, and elsewhere nothing. Of what is no text in it
//! only a Ctrl+c at the very end counts: in the middle it would end the program and give the rest to the shell.
//!
//! What stands between two pastes without a pause is text too: a clipboard can hold the marks of a paste.
//!
//! A single key that only moves is passed on at once: it is what a hand presses most, and does no harm as the
//! first letter of a paste that comes byte by byte.
//!
//! One line that begins with a key that asks for text (`/export controls` and Enter, as scripts send it) is a
//! [`Input::Line`]: that key, the text for it, and whether Enter follows.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::{INTERRUPT, Input, LONGEST_PASTE, Token};
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::input::keymap::Keymap;

/// How long to wait for more of a burst. A program writes without pauses; at 9600 baud a byte takes one millisecond; no
/// hand is so quick, and no reader sees it.
pub(super) const HOLD: Duration = Duration::from_millis(4);

/// How long a text may pause before it ends: it arrives in pieces, but a key pressed after it must not be added to it.
pub(super) const TEXT_END: Duration = Duration::from_millis(30);

/// At most so many keys are held back, so that a flood of them shows progress.
const MOST_HELD: usize = 64;

/// What has arrived without a pause.
#[derive(Debug)]
pub(super) struct Burst {
    /// The keys in force: which of them only move, and which ask for a line of text.
    keymap: Arc<Keymap>,
    held: Vec<Token>,
    shape: Shape,
    /// The burst is text; what was held stands in it.
    text: Option<Text>,
    /// Some of it was passed on already.
    is_begun: bool,
    /// A paste was the last that was passed on.
    follows_paste: bool,
}

#[derive(Debug)]
struct Text {
    text: String,
    /// Every key of it is in the text.
    is_whole: bool,
    /// Its last key is Ctrl+c.
    is_interrupted: bool,
}

impl Burst {
    /// Nothing has arrived yet.
    pub(super) fn new(keymap: Arc<Keymap>) -> Self {
        Self {
            keymap,
            held: Vec::new(),
            shape: Shape::default(),
            text: None,
            is_begun: false,
            follows_paste: false,
        }
    }

    /// How long nothing must come before [`Self::quiet`] makes a difference; none, if it makes none.
    pub(super) fn wait(&self) -> Option<Duration> {
        if self.text.is_some() {
            Some(TEXT_END)
        } else {
            (!self.held.is_empty() || self.is_begun).then_some(HOLD)
        }
    }

    /// Takes what was read.
    pub(super) fn take(&mut self, token: Token, out: &mut Vec<Input>) {
        match token {
            Token::Paste(text) => {
                if self.follows_paste && !self.held.is_empty() && self.text.is_none() {
                    self.become_text();
                }
                self.end(out);
                out.push(Input::Paste(text));
                self.is_begun = true;
                self.follows_paste = true;
            }
            Token::StrayPasteEnd => {
                // Right after the end of a paste it stands for nothing.
                let has_begun = !self.held.is_empty() || self.is_begun && !self.follows_paste;
                if has_begun && self.text.is_none() {
                    self.become_text();
                }
            }
            Token::Mouse(mouse) if self.held.is_empty() && self.text.is_none() => {
                out.push(Input::Mouse(mouse));
            }
            // Arrows and the like are no text, and need not wait.
            Token::Key(key) if self.held.is_empty() && self.text.is_none() && !is_typed(key) => {
                out.push(Input::Key(key));
            }
            token => {
                if let Token::Key(key) = token {
                    self.shape.add(key);
                }
                match &mut self.text {
                    Some(text) => text.add(&token),
                    None => self.held.push(token),
                }
                if self.text.is_none() && self.shape.is_text() {
                    self.become_text();
                }
                if self.held.len() >= MOST_HELD {
                    self.is_begun = true;
                    out.extend(self.held.drain(..).filter_map(input));
                }
            }
        }
    }

    /// Takes what was read by itself, after which nothing waits to be read.
    pub(super) fn take_single(&mut self, token: Token, out: &mut Vec<Input>) {
        let is_idle = self.held.is_empty() && self.text.is_none() && !self.is_begun;
        match token {
            Token::Key(key) if is_idle && only_moves(&self.keymap, key) => {
                self.shape.add(key);
                self.is_begun = true;
                out.push(Input::Key(key));
            }
            token => self.take(token, out),
        }
    }

    /// Nothing came for so long.
    pub(super) fn quiet(&mut self, silence: Duration, out: &mut Vec<Input>) {
        if self.wait().is_some_and(|wait| silence >= wait) {
            self.end(out);
        }
    }

    fn become_text(&mut self) {
        let mut text = Text::new(!self.is_begun);
        self.held.drain(..).for_each(|token| text.add(&token));
        self.text = Some(text);
    }

    /// The burst is over.
    fn end(&mut self, out: &mut Vec<Input>) {
        let burst = std::mem::replace(self, Self::new(Arc::clone(&self.keymap)));
        let keymap = &*burst.keymap;
        let mut text = burst.text;
        if text.is_none() && burst.held.len() > 1 {
            let mut whole = Text::new(!burst.is_begun);
            burst.held.iter().for_each(|token| whole.add(token));
            text = Some(whole).filter(|text| text.line(keymap).is_some());
        }
        match text {
            None => out.extend(burst.held.into_iter().filter_map(input)),
            Some(text) => {
                let interrupt = text.is_interrupted.then_some(Input::Key(INTERRUPT));
                out.push(text.line(keymap).unwrap_or(Input::Paste(text.text)));
                out.extend(interrupt);
            }
        }
    }
}

impl Text {
    fn new(is_whole: bool) -> Self {
        Self { text: String::new(), is_whole, is_interrupted: false }
    }

    fn add(&mut self, token: &Token) {
        let key = if let Token::Key(key) = token { Some(*key) } else { None };
        self.is_interrupted = key == Some(INTERRUPT);
        match key.and_then(character) {
            Some(c) if self.text.len() < LONGEST_PASTE => self.text.push(c),
            _ => self.is_whole = false,
        }
    }

    /// The text as one line for a key that asks for one.
    fn line(&self, keymap: &Keymap) -> Option<Input> {
        let mut chars = self.text.chars();
        let first = chars.next().filter(|_| self.is_whole)?;
        let opener = Key::char(first);
        if !matches!(keymap.action(opener), Some(Action::Search | Action::Palette)) {
            return None;
        }
        let rest = chars.as_str();
        let ends = keymap.action(Key::plain(Code::Enter)) == Some(Action::Card);
        let line = rest.strip_suffix('\r').filter(|_| ends).unwrap_or(rest);
        // Not the key again, nor a comment of some programming language, nor several lines.
        let again = rest.starts_with(first);
        let is_no_query = again || line.starts_with(['/', '*', ':', ' ']);
        let is_line = !line.is_empty() && !is_no_query && !line.contains(['\r', '\n', '\t']);
        is_line.then(|| Input::Line { opener, text: line.to_owned(), enter: line.len() < rest.len() })
    }
}

/// The features of a burst that distinguish text from keys.
#[derive(Debug, Default)]
struct Shape {
    different: BTreeSet<char>,
    /// The letters of the word at the end.
    word: BTreeSet<char>,
    /// The letters in a row at the end, and how many there are.
    row: (BTreeSet<char>, usize),
    /// What came last.
    before: Option<char>,
    /// Words, and those with three different letters.
    words: usize,
    long_words: usize,
    blanks: usize,
    line_ends: usize,
    /// A word has two different letters or two digits, as no key has.
    has_telling_word: bool,
    has_long_word: bool,
}

impl Shape {
    fn add(&mut self, key: Key) {
        let c = character(key);
        let letter = c.filter(|c| c.is_alphabetic());
        match letter {
            Some(letter) => {
                self.row.0.insert(letter);
                self.row.1 += 1;
                self.has_long_word |= self.row.1 >= 7 && self.row.0.len() >= 6;
                if self.word.insert(letter) {
                    self.has_telling_word |= self.word.len() == 2;
                    self.long_words += usize::from(self.word.len() == 3);
                }
            }
            None => self.row = (BTreeSet::new(), 0),
        }
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        self.has_telling_word |= is_digit(self.before) && is_digit(c);
        match c {
            Some(c) if !c.is_whitespace() => {
                self.different.insert(c);
                self.words += usize::from(self.before.is_none_or(char::is_whitespace));
            }
            _ => {
                self.word.clear();
                self.blanks += usize::from(c == Some(' '));
                self.line_ends += usize::from(matches!(c, Some('\r' | '\n')));
            }
        }
        self.before = c;
    }

    fn is_text(&self) -> bool {
        self.different.len() >= 10
            || self.has_long_word
            || self.blanks > 0 && self.words >= 2 && self.has_telling_word
            || self.line_ends > 0 && self.long_words >= 2
    }
}

fn input(token: Token) -> Option<Input> {
    match token {
        Token::Key(key) => Some(Input::Key(key)),
        Token::Mouse(mouse) => Some(Input::Mouse(mouse)),
        Token::Paste(text) => Some(Input::Paste(text)),
        Token::StrayPasteEnd => None,
    }
}

/// Whether the key comes as a byte that may as well stand in a text.
fn is_typed(key: Key) -> bool {
    key.ctrl || matches!(key.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace)
}

/// Whether a key that may stand in a text does no more than move, in every place where it is a key.
pub(super) fn only_moves(keymap: &Keymap, key: Key) -> bool {
    let moves = matches!(
        keymap.action(key),
        Some(
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::First
                | Action::Last
                | Action::Left
                | Action::Right
                | Action::Focus(_)
                | Action::NextPanel
                | Action::NextPassage
                | Action::PreviousPassage
                | Action::NextClaim
                | Action::PreviousClaim
        )
    );
    moves && character(key).is_some()
}

/// What the key is in a text.
fn character(key: Key) -> Option<char> {
    match (key.code, key.ctrl) {
        (Code::Char(c), false) => Some(c),
        (Code::Enter, false) => Some('\r'),
        (Code::Tab, false) => Some('\t'),
        (Code::Char('j'), true) => Some('\n'),
        _ => None,
    }
}
