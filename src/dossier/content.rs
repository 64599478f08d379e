//! What things consist of: their texts, links and evidence. Search, the check of sizes and the links go by it.
//!
//! Each thing is taken apart without `..`, so that a new field does not compile before it is decided here what it is.

use super::{
    Actor, ArticleLink, Claim, Event, Evidence, Gap, Id, Kind, LocalText, Observation, Place, Relation,
    Series, Source,
};

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

    fn name(self, what: &'static str, text: &'a LocalText) -> Self {
        self.text(what, Words::Name(text), true)
    }

    fn local(self, what: &'static str, text: impl Into<Option<&'a LocalText>>) -> Self {
        match text.into() {
            Some(text) => self.text(what, Words::Local(text), true),
            None => self,
        }
    }

    fn plain(self, what: &'static str, text: impl Into<Option<&'a str>>) -> Self {
        match text.into() {
            Some(text) => self.text(what, Words::Plain(text), true),
            None => self,
        }
    }

    /// Texts that need not be shown in full.
    fn searched_only(mut self, what: &'static str, texts: impl IntoIterator<Item = Words<'a>>) -> Self {
        self.texts.extend(texts.into_iter().map(|words| Text { what, words, is_shown: false }));
        self
    }

    fn links(mut self, kind: Kind, ids: &'a [Id]) -> Self {
        self.links.push((kind, ids));
        self
    }

    fn link(self, kind: Kind, id: impl Into<Option<&'a Id>>) -> Self {
        self.links(kind, id.into().map_or(&[], std::slice::from_ref))
    }

    /// What it rests on, and so a link to each of its sources.
    fn evidence(mut self, evidence: &'a Evidence) -> Self {
        self.evidence = Some(evidence);
        self.links(Kind::Source, &evidence.sources)
    }
}

impl Actor {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, kind: _, country: _, name, prominent: _, role, aliases, named_mentions: _ } = self;
        let content = Content::default()
            .name("name", name)
            .searched_only("alias", aliases.iter().map(|alias| Words::Plain(alias)));
        match role {
            Some(role) => content.local("role", &role.text).evidence(&role.evidence),
            None => content,
        }
    }
}

impl Relation {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, from, to, label, evidence } = self;
        Content::default()
            .local("label", label)
            .link(Kind::Actor, from)
            .link(Kind::Actor, to)
            .evidence(evidence)
    }
}

impl Claim {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, text, evidence, hedge, attributed_to, actors, events, assessment: _, note } = self;
        Content::default()
            .local("text", text)
            .searched_only("hedge", hedge.iter().map(|hedge| Words::Plain(&hedge.words)))
            .local("note", note.as_ref())
            .links(Kind::Actor, actors)
            .links(Kind::Actor, attributed_to)
            .links(Kind::Event, events)
            .evidence(evidence)
    }
}

impl Gap {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, near: _, text, actors, evidence } = self;
        Content::default().local("text", text).links(Kind::Actor, actors).evidence(evidence)
    }
}

impl Event {
    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            date: _,
            lane: _,
            kind: _,
            status,
            title,
            summary,
            actors,
            evidence,
            candidate_for: _,
            follows,
            prominent: _,
        } = self;
        Content::default()
            .name("title", title)
            .local("summary", summary)
            .local("status", status.as_ref())
            .links(Kind::Actor, actors)
            .links(Kind::Event, follows)
            .evidence(evidence)
    }
}

impl Place {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, name, country: _, actor, coordinates: _ } = self;
        Content::default().name("name", name).link(Kind::Actor, actor.as_ref())
    }
}

impl Series {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, outlet, unit: _, kind: _, title, definition, actors, expects: _, left_out: _ } =
            self;
        Content::default()
            .name("title", title)
            .searched_only("outlet", [Words::Plain(outlet)])
            .local("definition", definition)
            .links(Kind::Actor, actors)
    }
}

impl Observation {
    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            series,
            place,
            date: _,
            part: _,
            value: _,
            qualifier: _,
            part_name,
            unit: _,
            source,
            note,
        } = self;
        // Figures have no cards: theirs are made of what their series and places say.
        Content::default()
            .searched_only("part", part_name.iter().map(Words::Local))
            .searched_only("note", note.iter().map(Words::Local))
            .link(Kind::Series, series)
            .link(Kind::Place, place.as_ref())
            .link(Kind::Source, source)
    }
}

impl Source {
    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            kind: _,
            outlet,
            title,
            issued: _,
            url,
            accessed: _,
            repeats,
            repeats_unknown: _,
            quote,
        } = self;
        Content::default()
            .plain("outlet", &**outlet)
            .plain("title", title.as_deref())
            .plain("quote", quote.as_deref())
            .searched_only("url", url.iter().map(|url| Words::Plain(url)))
            .links(Kind::Source, repeats)
    }
}

impl ArticleLink {
    /// Its words are the article's, and found there.
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, range: _, address } = self;
        Content::default().searched_only("address", [Words::Plain(address)])
    }
}
