//! The interface's language. The article and its quotations keep their own.

use super::plural::Plural;
use super::strings::{DE, EN, Strings};

/// A language the interface is written in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    /// German.
    De,
    /// English.
    #[default]
    En,
}

impl Language {
    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::De => "de",
            Language::En => "en",
        }
    }

    /// What the interface says in it.
    pub fn strings(self) -> &'static Strings {
        match self {
            Language::De => &DE,
            Language::En => &EN,
        }
    }

    /// The language after this, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Language::De => Language::En,
            Language::En => Language::De,
        }
    }

    /// "one" or "several" of a thing, as both languages decline it.
    pub fn plural<'a>(self, number: usize, forms: &Plural<'a>) -> &'a str {
        if number == 1 { forms.one } else { forms.many }
    }
}

/// The quotation marks of a language, by its primary subtag.
pub fn quotation_marks(language: &str) -> (&'static str, &'static str) {
    match language {
        "de" => ("„", "“"),
        _ => ("“", "”"),
    }
}

/// Those of a quotation within a quotation.
pub fn inner_quotation_marks(language: &str) -> (&'static str, &'static str) {
    match language {
        "de" => ("‚", "‘"),
        _ => ("‘", "’"),
    }
}
