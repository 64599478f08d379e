//! A few words of which one is chosen, each by a letter of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::language::Language;
use crate::input::key::{Code, Key};
use crate::load::ACTOR_KINDS;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{names, suggesting};
use crate::text::width;
use crate::widgets::to_cells;

/// A word that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Word {
    /// What the file says.
    pub(crate) value: String,
    /// What the reader sees.
    pub(crate) word: String,
    /// The letter that chooses it.
    pub(crate) letter: char,
}

/// Words of which one is chosen, or none yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Choice {
    pub(crate) words: Vec<Word>,
    pub(crate) chosen: Option<usize>,
}

/// What a key did to a choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Chose {
    /// One is chosen: on to the next field.
    Done,
    /// Another is chosen, or the letter is nobody's.
    Stays,
    /// The key is none of the choice's.
    NotMine,
}

/// Cells between two words, of which the second has a cell before it for the sign of the chosen one.
const BETWEEN: u16 = 1;
/// Cells before a word: the sign, its letter, a blank.
pub(crate) const BEFORE: u16 = 3;

impl Choice {
    /// Of values and the words for them, with this one chosen.
    pub(crate) fn new(words: Vec<(String, String)>, chosen: Option<&str>) -> Self {
        Self::without(words, chosen, &[])
    }

    /// The kinds of actors, each by the same letter wherever one is chosen. No letter is a key of suggestions, among which they
    /// are chosen, too: pressed twice, or too late, it would do something else.
    pub(crate) fn of_actor_kinds(language: Language, chosen: Option<&str>) -> Self {
        let words =
            ACTOR_KINDS.iter().map(|kind| ((*kind).to_owned(), names::actor_kind(language, kind).to_owned()));
        Self::without(words.collect(), chosen, &suggesting::letters().collect::<Vec<_>>())
    }

    /// The same; these letters choose nothing, because they have another use.
    fn without(words: Vec<(String, String)>, chosen: Option<&str>, taken: &[char]) -> Self {
        let letters = letters(&words.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>(), taken);
        let chosen = chosen.and_then(|chosen| words.iter().position(|(value, _)| value == chosen));
        let words =
            words.into_iter().zip(letters).map(|((value, word), letter)| Word { value, word, letter });
        Self { words: words.collect(), chosen }
    }

    /// Chooses this value; none if there is no such word.
    pub(crate) fn choose(&mut self, value: &str) {
        self.chosen = self.words.iter().position(|word| word.value == value);
    }

    /// What the file is to say.
    pub(crate) fn value(&self) -> Option<&str> {
        self.word().map(|word| word.value.as_str())
    }

    /// The chosen word.
    pub(crate) fn word(&self) -> Option<&Word> {
        self.words.get(self.chosen?)
    }

    pub(crate) fn press(&mut self, key: Key) -> Chose {
        let count = self.words.len();
        match key {
            Key { code: Code::Left, ctrl: false } => {
                self.chosen = Some(self.chosen.map_or(count - 1, |at| (at + count - 1) % count));
            }
            Key { code: Code::Right, ctrl: false } => {
                self.chosen = Some(self.chosen.map_or(0, |at| (at + 1) % count));
            }
            Key { code: Code::Char(letter), ctrl: false } => {
                let lower = letter.to_lowercase().next().unwrap_or(letter);
                let Some(at) = self.words.iter().position(|word| word.letter == lower) else {
                    return Chose::Stays;
                };
                self.chosen = Some(at);
                return Chose::Done;
            }
            _ => return Chose::NotMine,
        }
        Chose::Stays
    }

    /// Where each word stands in so many cells, its sign and its letter before it, and how many rows they take.
    pub(crate) fn places(&self, cells: u16) -> (Vec<Rect>, u16) {
        let (mut x, mut y) = (0_u16, 0_u16);
        let places = self.words.iter().map(|word| {
            let wide = to_cells(width::cells(&word.word)).saturating_add(BEFORE);
            if x > 0 && x.saturating_add(wide) > cells {
                (x, y) = (0, y.saturating_add(1));
            }
            let place = Rect { x, y, width: wide, height: 1 };
            x = x.saturating_add(wide).saturating_add(BETWEEN);
            place
        });
        let places = places.collect();
        (places, y.saturating_add(1))
    }
}

/// Draws all words of a choice, each with its letter.
pub(crate) fn draw(choice: &Choice, context: &Context, area: Rect, buffer: &mut Buffer) {
    let (places, rows) = choice.places(area.width);
    // With too few rows, those with the chosen word.
    let chosen = choice.chosen.map_or(0, |chosen| places[chosen].y);
    let first = chosen.saturating_sub(area.height.saturating_sub(1)).min(rows.saturating_sub(area.height));
    for (place, (word, at)) in choice.words.iter().zip(&places).enumerate() {
        let Some(y) = at.y.checked_sub(first).filter(|y| *y < area.height) else { continue };
        let (x, y) = (area.x + at.x, area.y + y);
        let room = usize::from(area.right().saturating_sub(x));
        let is_chosen = choice.chosen == Some(place);
        if is_chosen {
            buffer.set_stringn(x, y, context.glyph(glyphs::CHOSEN), room, context.style(Role::FrameFocused));
        }
        let after = room.saturating_sub(1);
        buffer.set_stringn(x + 1, y, word.letter.to_string(), after, context.style(Role::Key));
        let role = if is_chosen { Role::Selected } else { Role::Text };
        let after = room.saturating_sub(usize::from(BEFORE));
        buffer.set_stringn(x + BEFORE, y, &*context.truncate(&word.word, after), after, context.style(role));
    }
}

/// A letter for each word that is not `taken`, one of its own letters wherever that is possible, the first if it can be. All are
/// on every Latin keyboard without a second key.
fn letters(words: &[&str], taken: &[char]) -> Vec<char> {
    let is_usable = |letter: &char| letter.is_ascii_lowercase() && !taken.contains(letter);
    let usable: Vec<Vec<char>> =
        words.iter().map(|word| word.to_lowercase().chars().filter(is_usable).collect()).collect();
    let mut owner: [Option<usize>; 26] = [None; 26];
    // First letters first, then whoever has none makes others move to one of their later letters.
    for (word, letters) in usable.iter().enumerate() {
        if let Some(first) = letters.first()
            && owner[index(*first)].is_none()
        {
            owner[index(*first)] = Some(word);
        }
    }
    for word in 0..words.len() {
        if !owner.contains(&Some(word)) {
            place(word, &usable, &mut owner, &mut [false; 26]);
        }
    }
    let is_taken = |at: usize| taken.iter().any(|letter| index(*letter) == at);
    (0..words.len())
        .map(|word| {
            let own = owner.iter().position(|owner| *owner == Some(word));
            let mut free = owner.iter().enumerate().filter(|(at, owner)| owner.is_none() && !is_taken(*at));
            let at = own.or_else(|| free.next().map(|(at, _)| at)).unwrap_or_default();
            owner[at] = Some(word);
            ('a'..='z').nth(at).unwrap_or('a')
        })
        .collect()
}

fn index(letter: char) -> usize {
    usize::from(u8::try_from(letter).unwrap_or(b'a') - b'a')
}

/// Finds a letter for a word, for which others may get another of theirs. False if there is none.
fn place(word: usize, usable: &[Vec<char>], owner: &mut [Option<usize>; 26], tried: &mut [bool; 26]) -> bool {
    for letter in usable[word].iter().map(|letter| index(*letter)) {
        if std::mem::replace(&mut tried[letter], true) {
            continue;
        }
        let is_free = match owner[letter] {
            None => true,
            Some(other) => place(other, usable, owner, tried),
        };
        if is_free {
            owner[letter] = Some(word);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn choice(words: &[&str]) -> Choice {
        Choice::new(words.iter().map(|word| (word.to_string(), word.to_string())).collect(), None)
    }

    #[test]
    fn each_word_has_a_letter_of_its_own_and_the_first_where_it_can() {
        let words = [
            "Unternehmen",
            "Regierung",
            "Behörde",
            "Parlament",
            "Gericht",
            "Partei",
            "Organisation",
            "Person",
            "Ort",
            "Produkt",
            "Medium",
            "Gruppe",
        ];
        let letters = letters(&words, &[]);
        for (word, letter) in words.iter().zip(&letters) {
            assert!(word.to_lowercase().contains(*letter), "{word}: {letter}");
        }
        for (word, letter) in
            ["Unternehmen", "Regierung", "Behörde", "Medium"].iter().zip(['u', 'r', 'b', 'm'])
        {
            let at = words.iter().position(|other| other == word).expect("it is there");
            assert_eq!(letters[at], letter, "{word}");
        }
    }

    #[test]
    fn no_kind_of_actor_has_a_letter_that_does_something_else_among_suggestions() {
        for language in [Language::De, Language::En] {
            let words = Choice::of_actor_kinds(language, None).words;
            // Of twelve words some want the same letters, and the mode has taken others.
            let own = words.iter().filter(|word| word.word.to_lowercase().contains(word.letter)).count();
            assert!(own + 3 >= words.len(), "{words:?}");
            for word in words {
                assert!(!suggesting::letters().any(|letter| letter == word.letter), "{word:?}");
            }
        }
    }

    #[test]
    fn a_letter_chooses_and_goes_on_and_arrows_go_round() {
        let mut choice = choice(&["company", "court", "place"]);
        assert_eq!(choice.press(Key::char('P')), Chose::Done);
        assert_eq!(choice.value(), Some("place"));
        assert_eq!(choice.press(Key::plain(Code::Right)), Chose::Stays);
        assert_eq!(choice.value(), Some("company"));
        assert_eq!(choice.press(Key::char('9')), Chose::Stays);
        assert_eq!(choice.value(), Some("company"));
        assert_eq!(choice.press(Key::plain(Code::Tab)), Chose::NotMine);
    }

    #[test]
    fn words_go_on_in_the_next_row_where_there_is_no_room() {
        let choice = choice(&["company", "court", "place"]);
        let (places, rows) = choice.places(20);
        assert_eq!((rows, places[2].y, places[2].x), (2, 1, 0));
        assert_eq!(choice.places(200).1, 1);
    }

    #[test]
    fn a_name_of_any_length_has_a_place() {
        let long = "x".repeat(usize::from(u16::MAX) + 10);
        let (places, rows) = choice(&[&long, "court", &long]).places(80);
        assert_eq!((places.len(), rows), (3, 3));
    }

    proptest! {
        #[test]
        fn letters_are_never_shared(words in prop::collection::vec("[A-Za-zÄÖÜ]{0,6}", 0..20)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut letters = letters(&words, &['a', 'q']);
            letters.sort_unstable();
            letters.dedup();
            prop_assert_eq!(letters.len(), words.len());
            prop_assert!(!letters.contains(&'a') && !letters.contains(&'q'));
            prop_assert!(letters.iter().all(char::is_ascii_lowercase));
        }
    }
}
