//! A field of a form: what is asked for, and what is typed or chosen.

use crate::dossier::When;
use crate::edit::draft::date_typed;
use crate::load::{DateGuess, guess_date};
use crate::text::invisible::is_blank;
use crate::text::width;
use crate::widgets::choice::Choice;
use crate::widgets::completion::Completion;
use crate::widgets::prompt::Prompt;

/// What a field asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Asked {
    Name,
    ActorKind,
    /// All names of an actor in the article.
    Aliases,
    Actor,
    /// How far another name of an actor counts.
    Reach,
    Text,
    Assessment,
    Hedge,
    Speakers,
    Attribution,
    Date,
    Title,
    EventKind,
    Lane,
    Sources,
    Role,
    Note,
    SourceType,
    Outlet,
    SourceTitle,
    Url,
    Issued,
    Accessed,
    Quote,
    Country,
    Status,
    Summary,
}

/// Where what stands in a field at first comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Derived {
    /// The marked words.
    Words,
    /// What was suggested of the words.
    Suggestion,
    /// The sentence they stand in.
    Sentence,
    /// What the dossier says already.
    Dossier,
    /// The day on which the article was published.
    Published,
    /// What is usual.
    Usual,
}

/// What is typed or chosen.
#[derive(Clone, Debug)]
pub(super) enum Input {
    Text {
        prompt: Prompt,
        /// The most characters.
        most: Option<usize>,
        /// Whether it takes several rows.
        is_prose: bool,
    },
    Choice(Choice),
    Names(Completion),
    Date {
        prompt: Prompt,
        /// A date that is offered while nothing is typed.
        offered: Option<String>,
    },
}

/// A field.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) asked: Asked,
    pub(super) input: Input,
    /// Whether nothing can be written without it.
    pub(super) is_needed: bool,
    pub(super) derived: Option<Derived>,
    /// The day it is, for whoever writes "today".
    pub(super) today: Option<String>,
    /// What stood there at first.
    initial: String,
}

/// What a date field says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Reading {
    /// Nothing.
    Nothing,
    /// This date, in EDTF.
    Date(String),
    /// One of these two.
    Either(String, String),
    /// No date.
    None,
}

impl Field {
    pub(super) fn new(asked: Asked, input: Input) -> Self {
        let mut field =
            Self { asked, input, is_needed: false, derived: None, today: None, initial: String::new() };
        field.initial = field.shown();
        field
    }

    pub(super) fn line(asked: Asked, text: &str) -> Self {
        Self::new(asked, Input::Text { prompt: Prompt::line(text), most: None, is_prose: false })
    }

    pub(super) fn prose(asked: Asked, text: &str) -> Self {
        Self::new(asked, Input::Text { prompt: Prompt::paragraph(text), most: None, is_prose: true })
    }

    pub(super) fn date(asked: Asked, text: &str, offered: Option<String>) -> Self {
        Self::new(asked, Input::Date { prompt: Prompt::line(text), offered })
    }

    /// The same, without which nothing can be written.
    #[must_use]
    pub(super) fn needed(self) -> Self {
        Self { is_needed: true, ..self }
    }

    /// The same; if something stands there already, it comes from here.
    #[must_use]
    pub(super) fn from(self, derived: Derived) -> Self {
        let derived = (!self.initial.is_empty()).then_some(derived);
        Self { derived, ..self }
    }

    /// The same text with at most so many characters.
    #[must_use]
    pub(super) fn at_most(mut self, characters: usize) -> Self {
        if let Input::Text { most, .. } = &mut self.input {
            *most = Some(characters);
        }
        self
    }

    /// What the dossier says stands there, as at first.
    pub(super) fn reset(&mut self, value: &str) {
        match &mut self.input {
            // A paragraph takes any length.
            Input::Text { prompt, .. } => *prompt = Prompt::paragraph(value),
            Input::Date { prompt, .. } => *prompt = Prompt::line(value),
            Input::Choice(choice) => choice.choose(value),
            Input::Names(names) => {
                *names = names.clone().with(value.split_whitespace().map(str::to_owned).collect());
            }
        }
        self.initial = self.shown();
        self.derived = (!self.initial.is_empty()).then_some(Derived::Dossier);
    }

    /// What stands there, on a line.
    pub(super) fn shown(&self) -> String {
        match &self.input {
            Input::Text { prompt, .. } | Input::Date { prompt, .. } => prompt.text().to_owned(),
            Input::Choice(choice) => choice.word().map_or_else(String::new, |word| word.word.clone()),
            Input::Names(names) => {
                let taken: Vec<&str> = names.names().collect();
                let typed = names.prompt.text();
                taken.into_iter().chain((!typed.is_empty()).then_some(typed)).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// The line that takes text, if it has one.
    pub(super) fn prompt(&self) -> Option<&Prompt> {
        match &self.input {
            Input::Text { prompt, .. } | Input::Date { prompt, .. } => Some(prompt),
            Input::Names(names) => Some(&names.prompt),
            Input::Choice(_) => None,
        }
    }

    pub(super) fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match &mut self.input {
            Input::Text { prompt, .. } | Input::Date { prompt, .. } => Some(prompt),
            Input::Names(names) => Some(&mut names.prompt),
            Input::Choice(_) => None,
        }
    }

    /// Whether something else stands there than at first.
    pub(super) fn is_changed(&self) -> bool {
        self.shown().trim() != self.initial.trim()
    }

    /// Whether the dossier had something there at first.
    pub(super) fn was_there(&self) -> bool {
        self.derived == Some(Derived::Dossier) && !self.initial.trim().is_empty()
    }

    /// Where what stands there comes from, while it does.
    pub(super) fn derived(&self) -> Option<Derived> {
        self.derived.filter(|_| !self.is_changed())
    }

    /// Whether nothing stands there that anybody could see.
    pub(super) fn is_empty(&self) -> bool {
        is_blank(&self.shown())
    }

    /// Whether nothing can be written before something stands there.
    pub(super) fn is_missing(&self) -> bool {
        self.is_needed && self.is_empty()
    }

    /// Whether words were typed that stand nowhere else.
    pub(super) fn has_words(&self) -> bool {
        match &self.input {
            Input::Text { .. } | Input::Date { .. } => self.is_changed(),
            Input::Names(names) => !names.typed().is_empty(),
            Input::Choice(_) => false,
        }
    }

    /// The text that was typed.
    pub(super) fn text(&self) -> &str {
        match &self.input {
            Input::Text { prompt, .. } | Input::Date { prompt, .. } if is_blank(prompt.text()) => "",
            Input::Text { prompt, .. } | Input::Date { prompt, .. } => prompt.text().trim(),
            Input::Choice(choice) => choice.value().unwrap_or_default(),
            Input::Names(names) => names.taken.first().map_or("", String::as_str),
        }
    }

    /// How many characters it has and may have, where there is a limit.
    pub(super) fn count(&self) -> Option<(usize, usize)> {
        match &self.input {
            Input::Text { prompt, most: Some(most), .. } => {
                Some((prompt.text().trim().chars().count(), *most))
            }
            _ => None,
        }
    }

    /// What the date that was typed means.
    pub(super) fn reading(&self) -> Reading {
        match &self.input {
            Input::Date { prompt, .. } => read_date(prompt.text(), self.today.as_deref()),
            _ => Reading::Nothing,
        }
    }

    /// How many rows its text takes in so many cells; a choice shows all its words only where keys go.
    pub(super) fn rows(&self, cells: u16, is_focused: bool) -> usize {
        match &self.input {
            Input::Text { prompt, is_prose: true, .. } => {
                crate::widgets::prompt::rows(prompt, cells).min(MOST_ROWS)
            }
            Input::Choice(choice) if is_focused => usize::from(choice.places(cells).1),
            _ => 1,
        }
    }

    /// How wide its text is.
    pub(super) fn cells(&self) -> usize {
        width::cells(&self.shown())
    }
}

/// The most rows of a text that are shown at once.
const MOST_ROWS: usize = 5;

/// A date as people write it, on this day.
fn read_date(text: &str, today: Option<&str>) -> Reading {
    let text = text.trim();
    if text.is_empty() {
        return Reading::Nothing;
    }
    if let Some(today) = today.filter(|_| matches!(&*text.to_lowercase(), "today" | "heute")) {
        return Reading::Date(today.to_owned());
    }
    let upper = text.to_uppercase();
    if When::parse(&upper).is_ok() {
        return Reading::Date(upper);
    }
    match guess_date(text) {
        Some(DateGuess::One(date)) => Reading::Date(date),
        Some(DateGuess::Either(one, other)) => Reading::Either(one, other),
        None => date_typed(text).map_or(Reading::None, Reading::Date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let date = |text: &str| Reading::Date(text.to_owned());
        let read_date = |text: &str| read_date(text, Some("2026-11-30"));
        assert_eq!(read_date(" "), Reading::Nothing);
        assert_eq!((read_date("heute"), read_date("Today")), (date("2026-11-30"), date("2026-11-30")));
        assert_eq!(super::read_date("heute", None), Reading::None, "the day is not known");
        assert_eq!(read_date("2024-10"), date("2024-10"));
        assert_eq!(read_date("2024-1x"), read_date("2024-1X"));
        assert_eq!(read_date("Oktober 2024"), date("2024-10"));
        assert_eq!((read_date("Ende 2024"), read_date("bis Ende 2026")), (date("2024"), date("../2026")));
        assert_eq!(read_date("25.07.2019"), date("2019-07-25"));
        assert!(matches!(read_date("03/04/2019"), Reading::Either(..)));
        assert_eq!(read_date("bald"), Reading::None);
    }

    #[test]
    fn what_is_derived_is_so_until_it_is_changed() {
        let mut field = Field::line(Asked::Hedge, "angeblich").from(Derived::Sentence);
        assert_eq!(field.derived(), Some(Derived::Sentence));
        let prompt = field.prompt_mut().expect("a line");
        prompt.press("Backspace".parse().expect("a key"));
        assert!(field.is_changed() && field.derived().is_none());
        assert_eq!(Field::line(Asked::Hedge, "").from(Derived::Sentence).derived(), None);
    }
}
