//! A source that is made within the form that asks for one, and written with it.

use std::mem;
use std::sync::Arc;

use super::field::{Asked, Derived, Field, Input};
use super::submit::made_known;
use super::{Purpose, Stage, State, known};
use crate::edit::draft::SourceWords;
use crate::widgets::completion::Completion;

/// What is typed, as what a new source begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NewSource<'t> {
    /// Its address.
    Url(&'t str),
    /// Who published it.
    Outlet(&'t str),
    Title(&'t str),
}

/// The most words of a name; what has more is a title.
const MOST_NAME: usize = 3;

impl<'t> NewSource<'t> {
    pub(crate) fn of(typed: &'t str) -> Self {
        if typed.starts_with("http://") || typed.starts_with("https://") {
            Self::Url(typed)
        } else if typed.split_whitespace().count() <= MOST_NAME {
            Self::Outlet(typed)
        } else {
            Self::Title(typed)
        }
    }
}

impl State {
    /// Opens the form of a new source within this one; what is typed is its outlet, its title or its address.
    pub(super) fn make_source(&mut self) {
        let typed = match &self.fields[self.focus].input {
            Input::Names(names) => names.typed().to_owned(),
            _ => String::new(),
        };
        let usual = vec![known::usual_type(&self.dossier).to_owned()];
        let types = Completion::new(self.types.clone(), false, false).with(usual);
        let (outlet, title, url) = match NewSource::of(&typed) {
            NewSource::Outlet(outlet) => (outlet, "", ""),
            NewSource::Title(title) => ("", title, ""),
            NewSource::Url(url) => ("", "", url),
        };
        let fields = vec![
            Field::line(Asked::Outlet, outlet).needed(),
            Field::line(Asked::SourceTitle, title),
            Field::line(Asked::Url, url),
            Field::new(Asked::SourceType, Input::Names(types)).needed().from(Derived::Usual),
            Field::date(Asked::Issued, "", None),
            Field::date(Asked::Accessed, "", self.today.clone()),
            Field::prose(Asked::Quote, ""),
        ];
        let focus = usize::from(!outlet.is_empty());
        let mut inner = Self {
            purpose: Purpose::NewSource,
            words: None,
            heading: self.strings().forms.heading_source.to_owned(),
            fields,
            focus,
            stage: Stage::Typing,
            complaint: None,
            shows_keys: false,
            made: Vec::new(),
            seen: Vec::new(),
            outer: None,
            dossier: Arc::clone(&self.dossier),
            types: self.types.clone(),
            today: self.today.clone(),
            language: self.language,
        };
        inner.know_the_day();
        let outer = mem::replace(self, inner);
        self.outer = Some(Box::new(outer));
    }

    /// What is typed of a new source.
    pub(super) fn source_words(&self) -> SourceWords {
        SourceWords {
            source_type: self.text(Asked::SourceType),
            outlet: self.text(Asked::Outlet),
            title: self.text(Asked::SourceTitle),
            url: self.text(Asked::Url),
            issued: self.date(Asked::Issued),
            accessed: self.date(Asked::Accessed),
            quote: self.text(Asked::Quote),
        }
    }

    /// The source goes to the form that asks for it, and is written with that.
    pub(super) fn hand_over(&mut self) {
        let own = self.source_words();
        self.go_back();
        // An id has no blank.
        let value = format!("new {}", self.made.len());
        let known = made_known(&value, &own);
        self.made.push((value.clone(), own));
        if let Input::Names(names) = &mut self.fields[self.focus].input {
            names.add_known(known);
            names.take_value(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_are_a_name_and_more_are_a_title() {
        assert_eq!(NewSource::of("South China Post"), NewSource::Outlet("South China Post"));
        assert_eq!(NewSource::of("How the bridge fell"), NewSource::Title("How the bridge fell"));
        assert_eq!(NewSource::of("https://a.example/b"), NewSource::Url("https://a.example/b"));
    }
}
