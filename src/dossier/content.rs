//! What things consist of: their texts, links and evidence. Search, the check of sizes and the links go by it.

use super::{Evidence, Id, Kind, LocalText};

/// What a thing consists of.
#[derive(Default)]
pub(super) struct Content<'a> {
    /// Its texts; what the thing is called comes first, of a source who published it.
    pub(super) texts: Vec<Text<'a>>,
    /// The things it names.
    pub(super) links: Vec<(Kind, &'a [Id])>,
    /// What it rests on.
    pub(super) evidence: Option<&'a Evidence>,
}

/// A text an author wrote on a thing. Search looks in all of them.
pub(super) struct Text<'a> {
    /// What it is called in reports.
    pub(super) what: &'static str,
    /// The text.
    pub(super) words: Words<'a>,
    /// Whether a screen has to show all of it, as `check --size` verifies.
    pub(super) is_shown: bool,
}

/// A text in the languages it is searched in.
pub(super) enum Words<'a> {
    /// A name: in every language.
    Name(&'a LocalText),
    /// In the reader's language.
    Local(&'a LocalText),
    /// It has only one.
    Plain(&'a str),
}

impl<'a> Content<'a> {
    fn text(mut self, what: &'static str, words: Words<'a>, is_shown: bool) -> Self {
        self.texts.push(Text { what, words, is_shown });
        self
    }

    pub(super) fn name(self, what: &'static str, text: &'a LocalText) -> Self {
        self.text(what, Words::Name(text), true)
    }

    pub(super) fn local(self, what: &'static str, text: impl Into<Option<&'a LocalText>>) -> Self {
        match text.into() {
            Some(text) => self.text(what, Words::Local(text), true),
            None => self,
        }
    }

    pub(super) fn plain(self, what: &'static str, text: impl Into<Option<&'a str>>) -> Self {
        match text.into() {
            Some(text) => self.text(what, Words::Plain(text), true),
            None => self,
        }
    }

    /// Texts that need not be shown in full.
    pub(super) fn searched_only(
        mut self,
        what: &'static str,
        texts: impl IntoIterator<Item = Words<'a>>,
    ) -> Self {
        self.texts.extend(texts.into_iter().map(|words| Text { what, words, is_shown: false }));
        self
    }

    pub(super) fn links(mut self, kind: Kind, ids: &'a [Id]) -> Self {
        self.links.push((kind, ids));
        self
    }

    pub(super) fn link(self, kind: Kind, id: impl Into<Option<&'a Id>>) -> Self {
        self.links(kind, id.into().map_or(&[], std::slice::from_ref))
    }

    /// What it rests on, and so a link to each of its sources.
    pub(super) fn evidence(mut self, evidence: &'a Evidence) -> Self {
        self.evidence = Some(evidence);
        self.links(Kind::Source, &evidence.sources)
    }
}
