//! An author at the screen, whose dossier is files in memory: what keys ask to be written is written into them, and the screen
//! takes in what has come of it.

mod editing;
mod forms;
mod from_card_and_list;
mod items;
mod journey;
mod looks;
mod meanwhile;
mod place;
mod refusals;
mod undo;

use fundstelle::app::{Message, Options, Written};
use fundstelle::edit::{self, Hindrance, Plan, Refused};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;

use crate::common::fixture::fixture;
use crate::common::{Cells, Screen};
use crate::reading::scripts::letters;

/// An author, the files, and how many keys were pressed.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) screen: Screen,
    pub(crate) files: Memory,
    /// Keys that choose and move.
    pub(crate) keys: usize,
    /// Letters of the author's own words.
    pub(crate) typed: usize,
    /// What keeps the next change from being written, as the edge of the program would say it.
    pub(crate) hindrance: Option<Refused>,
}

impl Desk {
    pub(crate) fn open(files: Memory, size: Cells, language: Language) -> Self {
        let options = Options { language, theme: Theme::Mono, ..Options::default() };
        let screen = Screen::open(&files, size, options);
        Self { screen, files, keys: 0, typed: 0, hindrance: None }
    }

    pub(crate) fn fixture(size: Cells, language: Language) -> Self {
        Self::open(fixture(), size, language)
    }

    /// Presses keys, and writes what they ask for.
    pub(crate) fn press(&mut self, script: &str) -> &mut Self {
        for key in script.split_whitespace() {
            self.keys += 1;
            self.one(key);
        }
        self
    }

    /// Types words of one's own.
    pub(crate) fn type_words(&mut self, words: &str) -> &mut Self {
        for key in letters(words).split_whitespace() {
            self.typed += 1;
            self.one(key);
        }
        self
    }

    pub(crate) fn one(&mut self, key: &str) {
        let before = self.screen.escaped().len();
        self.screen.press(key);
        let asked = self.screen.escaped()[before..].to_vec();
        for effect in asked {
            self.carry_out(effect);
        }
    }

    pub(crate) fn carry_out(&mut self, effect: Effect) {
        let (planned, despite_editor) = match effect {
            Effect::Write { change, despite_editor } => (edit::plan(&self.files, &change), despite_editor),
            Effect::Revert { undo, despite_editor } => (edit::revert(&self.files, &undo), despite_editor),
            _ => return,
        };
        // What keeps a file from being replaced keeps only changes of that file from being written.
        let touches = |file: &String| planned.as_ref().is_ok_and(|plan| plan.files.contains_key(file));
        let is_hindered = |why: &Refused| match why {
            Refused::OpenElsewhere { .. } => !despite_editor,
            Refused::NotOurs { why: Hindrance::FolderReadOnly, .. } => true,
            Refused::NotOurs { file, .. } => touches(file),
            _ => true,
        };
        let written = match (self.hindrance.clone().filter(is_hindered), planned) {
            (Some(why), _) | (None, Err(why)) => Written::Refused(why),
            (None, Ok(plan)) => Written::Done(Box::new(self.put(plan))),
        };
        let before = self.screen.escaped().len();
        self.screen.send(Message::Written(written)).settle();
        let asked = self.screen.escaped()[before..].to_vec();
        for effect in asked {
            self.carry_out(effect);
        }
    }

    pub(crate) fn put(&mut self, plan: Plan) -> Plan {
        for name in &plan.order {
            let files = self.files.clone();
            self.files = match &plan.files[name].after {
                Some(after) => files.with(name, after.clone()),
                None => files.without(name),
            };
        }
        plan
    }

    /// Marks these words of the article: from the search, whose hit they are.
    pub(crate) fn mark(&mut self, words: &str) -> &mut Self {
        self.press(&format!("/ {} Enter V", letters(words)))
    }

    /// Presses the letter that the form shows before a word; where there is no room for all words, goes on to it first.
    pub(crate) fn choose(&mut self, word: &str) -> &mut Self {
        let first = word.split(' ').next().unwrap_or(word);
        for _ in 0..20 {
            let screen = self.screen.text();
            let shown: Vec<&str> = screen.split_whitespace().collect();
            // The chosen one has a sign before its letter.
            let letter = |word: &str| word.trim_start_matches(['●', '@']).to_owned();
            let is_it = |two: &&[&str]| letter(two[0]).chars().count() == 1 && two[1] == first;
            if let Some(two) = shown.windows(2).find(is_it) {
                let key = letter(two[0]);
                return self.press(&key);
            }
            self.press("Right");
        }
        panic!("no {word:?} to choose:\n{}", self.screen.text());
    }

    pub(crate) fn text_of(&self, name: &str) -> String {
        let bytes = self.files.read(name, u64::MAX).unwrap_or_default();
        String::from_utf8(bytes).expect("text")
    }

    /// What was appended to a file of the fixture.
    pub(crate) fn added_to(&self, name: &str) -> String {
        let (before, now) = (crate::common::fixture::text_of(name), self.text_of(name));
        assert!(now.starts_with(&before), "{name} has changed before its end:\n{now}");
        now[before.len()..].to_owned()
    }

    pub(crate) fn shows(&self, words: &str) -> bool {
        let prose = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prose(&self.screen.text().replace('┃', " ")).contains(words)
    }

    pub(crate) fn assert_shows(&mut self, words: &str) -> &mut Self {
        assert!(self.shows(words), "no {words:?}:\n{}", self.screen.text());
        self
    }
}

/// Both languages and the sizes that forms have to fit.
fn everywhere() -> impl Iterator<Item = (Cells, Language)> {
    [(80, 24), (40, 10), (120, 40)]
        .into_iter()
        .flat_map(|size| [Language::De, Language::En].map(|language| (size, language)))
}
