//! What one types: the words of the interface's language, and the English ones everywhere.

use crate::i18n::language::Language;
use crate::text::find::Finder;

/// What can be asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Command {
    /// The next page.
    Next,
    /// The page before.
    Previous,
    /// This page once more, or that of a link.
    Card,
    /// The article's words.
    Words,
    /// The sources.
    Sources,
    /// The pages that have a text.
    Find,
    /// A page by its name.
    Go,
    /// The pages of a part.
    List,
    /// Where one is.
    Where,
    /// Where one came from.
    Back,
    /// What can be typed.
    Help,
    /// The end.
    Quit,
}

/// Why a word asks for nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unclear {
    /// No word begins like that.
    Unknown,
    /// The words of all these do.
    Ambiguous(Vec<Command>),
}

impl Command {
    /// All of them, in the order in which they are listed.
    pub(super) const ALL: [Self; 12] = [
        Self::Next,
        Self::Previous,
        Self::Card,
        Self::Words,
        Self::Sources,
        Self::Find,
        Self::Go,
        Self::List,
        Self::Where,
        Self::Back,
        Self::Help,
        Self::Quit,
    ];

    /// The word for it.
    pub(super) fn word(self, language: Language) -> &'static str {
        let texts = &language.strings().plain;
        match self {
            Self::Next => texts.next,
            Self::Previous => texts.previous,
            Self::Card => texts.card,
            Self::Words => texts.words,
            Self::Sources => texts.of_sources,
            Self::Find => texts.find,
            Self::Go => texts.go,
            Self::List => texts.list,
            Self::Where => texts.place,
            Self::Back => texts.back,
            Self::Help => texts.help,
            Self::Quit => texts.quit,
        }
    }

    /// What it does; `{}` is the word for it.
    pub(super) fn help(self, language: Language) -> &'static str {
        let texts = &language.strings().plain;
        match self {
            Self::Next => texts.help_next,
            Self::Previous => texts.help_previous,
            Self::Card => texts.help_card,
            Self::Words => texts.help_words,
            Self::Sources => texts.help_sources,
            Self::Find => texts.help_find,
            Self::Go => texts.help_go,
            Self::List => texts.help_list,
            Self::Where => texts.help_place,
            Self::Back => texts.help_back,
            Self::Help => texts.help_help,
            Self::Quit => texts.help_quit,
        }
    }

    /// The command that a word, or its beginning, asks for. The words of the interface's language come first.
    pub(super) fn typed(language: Language, word: &str) -> Result<Self, Unclear> {
        for language in [language, Language::En] {
            let begins = Self::ALL.into_iter().filter(|command| begins(command.word(language), word));
            let begins: Vec<Self> = begins.collect();
            let whole = begins.iter().find(|command| is_whole(command.word(language), word));
            match (whole, &begins[..]) {
                (Some(command), _) | (None, [command]) => return Ok(*command),
                (None, []) => {}
                (None, _) => return Err(Unclear::Ambiguous(begins)),
            }
        }
        Err(Unclear::Unknown)
    }
}

/// Whether a text begins with what was typed, as a search compares them: without case, umlauts spelled out or not.
pub(super) fn begins(text: &str, typed: &str) -> bool {
    Finder::new(typed).and_then(|finder| finder.first(text)).is_some_and(|hit| hit.start == 0)
}

/// Whether it is what was typed.
pub(super) fn is_whole(text: &str, typed: &str) -> bool {
    let hit = Finder::new(typed).and_then(|finder| finder.first(text));
    hit.is_some_and(|hit| hit == (0..text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_word_is_enough_if_it_has_only_one() {
        for (language, typed, command) in [
            (Language::En, "next", Command::Next),
            (Language::En, "N", Command::Next),
            (Language::En, "p", Command::Previous),
            (Language::En, "wo", Command::Words),
            (Language::En, "wh", Command::Where),
            (Language::En, "q", Command::Quit),
            (Language::De, "wo", Command::Where),
            (Language::De, "wort", Command::Words),
            (Language::De, "zurueck", Command::Back),
            (Language::De, "zur", Command::Back),
            (Language::De, "quellen", Command::Sources),
            // The English words hold everywhere.
            (Language::De, "next", Command::Next),
            (Language::De, "quit", Command::Quit),
            (Language::De, "where", Command::Where),
        ] {
            assert_eq!(Command::typed(language, typed), Ok(command), "{typed}");
        }
    }

    #[test]
    fn other_words_ask_for_nothing() {
        assert_eq!(Command::typed(Language::En, "nexte"), Err(Unclear::Unknown));
        assert_eq!(Command::typed(Language::En, "ext"), Err(Unclear::Unknown), "within a word");
        assert_eq!(Command::typed(Language::En, "weiter"), Err(Unclear::Unknown));
        let words = Unclear::Ambiguous(vec![Command::Words, Command::Where]);
        assert_eq!(Command::typed(Language::En, "w"), Err(words));
    }

    #[test]
    fn no_two_words_are_the_same() {
        for language in [Language::De, Language::En] {
            for command in Command::ALL {
                assert_eq!(Command::typed(language, command.word(language)), Ok(command));
            }
        }
    }
}
