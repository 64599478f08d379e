//! Puts together what an export says.

mod actors;
mod article;
mod briefing;
mod claims;
mod figures;
mod marks;
mod sources;
mod timeline;

use std::collections::HashMap;
use std::iter;
use std::sync::Arc;

use self::marks::Marks;
use super::Options;
use super::anchors;
use super::edition::{Edition, Entry, Item, Link, Mark, Part, Piece, Quote, Section, Voice, Words};
use super::fragment;
use crate::dossier::{Anchor, AnchorState, Dossier, Evidence, Id, Kind, LocalText, Ref, in_article_order};
use crate::i18n::language::{Language, quotation_marks};
use crate::i18n::strings::{Export, Strings};
use crate::load::Loaded;
use crate::look::glyphs::{self, Glyphs};
use crate::look::signs::{self, Sign};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted::{of_article, one_line};
use crate::text::address::Address;
use crate::text::difference::{Wording, difference};

/// A dossier in a language.
pub(super) fn edition(loaded: &Loaded, options: Options) -> Edition {
    let dossier = &loaded.dossier;
    let context = Context::new(Arc::clone(dossier), options.language).with_marks(loaded.marks.clone());
    let mut numbers = HashMap::new();
    let (mut claims, mut gaps) = (0, 0);
    for item in in_article_order(dossier) {
        let count = if item.kind == Kind::Claim { &mut claims } else { &mut gaps };
        *count += 1;
        numbers.insert(item, *count);
    }
    let mut retold: HashMap<Id, Retold> = HashMap::new();
    for source in &dossier.sources {
        let ends = dossier.origin_places(&source.id).into_iter().map(|end| &dossier.sources[end].id);
        for end in ends.filter(|end| **end != source.id) {
            let Retold { first, count } = retold.entry(end.clone()).or_default();
            *count += 1;
            if *count <= MOST_NAMED {
                first.push(source.id.clone());
            }
        }
    }
    let builder = Builder { context, dossier, numbers, marks: Marks::of(dossier), retold };
    builder.edition(loaded.tally.errors, options.with_notes)
}

/// The most origins of a source, or sources that go back to it, that its entry names. The others are counted: otherwise
/// a document would grow with the square of the sources.
const MOST_NAMED: usize = 40;

/// The sources that go back to one.
#[derive(Default)]
struct Retold {
    /// The first [`MOST_NAMED`], in the author's order.
    first: Vec<Id>,
    /// How many there are.
    count: usize,
}

/// What the parts are put together from.
struct Builder<'a> {
    context: Context,
    dossier: &'a Dossier,
    /// The numbers of claims and gaps, each in the article's order from 1.
    numbers: HashMap<Ref, usize>,
    /// The words that bear things.
    marks: Marks,
    /// The sources that tell each again, however indirectly, where it is the first to have said it.
    retold: HashMap<Id, Retold>,
}

impl Builder<'_> {
    fn edition(&self, errors: usize, with_notes: bool) -> Edition {
        let (dossier, strings) = (self.dossier, self.strings());
        let title = Some(&dossier.title).filter(|title| !title.is_empty()).map(|title| self.words(title));
        let own = || self.quoted(dossier.article.title().unwrap_or_default());
        let sections = [
            self.briefing(with_notes),
            Some(self.article()),
            self.claims(),
            self.actors(),
            self.relations(),
            self.timeline(),
            self.trend(),
            self.sources(),
        ];
        Edition {
            language: self.language(),
            article_language: self.article_language(),
            title: title.unwrap_or_else(own),
            standing: self.standing(),
            warnings: (errors > 0)
                .then(|| {
                    let errors = names::counted(self.language(), errors, &strings.errors);
                    self.own().errors.replace("{}", &errors)
                })
                .into_iter()
                .collect(),
            made: if errors > 0 { self.own().made_with_errors } else { self.own().made },
            signs: signs::legend(strings).map(|(sign, word)| mark(sign, word)).into(),
            sections: sections.into_iter().flatten().collect(),
        }
    }

    fn language(&self) -> Language {
        self.context.language
    }

    fn strings(&self) -> &'static Strings {
        self.context.strings()
    }

    /// What only a document says.
    fn own(&self) -> &'static Export {
        &self.strings().export
    }

    /// Of which article it is, and how far its facts run.
    fn standing(&self) -> Vec<Vec<Piece>> {
        let (article, strings) = (&self.dossier.article, self.strings());
        let mut lines = Vec::new();
        let published = article.published.as_ref().map(|when| self.context.date(when));
        let outlet = article.outlet.as_deref().map(str::to_owned);
        let of: Vec<String> = [outlet, published].into_iter().flatten().collect();
        if let Some(title) = article.title() {
            let title = self.quoted(&of_article(self.dossier, title));
            let mut line = vec![Piece::ours(format!("{}: ", strings.article)), Piece::Words(title)];
            if !of.is_empty() {
                line.push(Piece::ours(format!(" · {}", of.join(", "))));
            }
            lines.push(line);
        }
        if let Some(address) = article.url.as_deref() {
            let words = self.own().at_the_publisher;
            lines.push(match address_piece(address, Some(words)) {
                text @ Piece::Unlinked(_) => vec![Piece::ours(format!("{words}: ")), text],
                link => vec![link],
            });
        }
        if let Some(as_of) = &self.dossier.as_of {
            lines.push(vec![Piece::ours(format!("{} {}", strings.as_of, self.context.date(as_of)))]);
        }
        lines
    }

    /// A section with these parts; none without any.
    fn section(id: &'static str, name: &str, intro: &str, parts: Vec<Part>) -> Option<Section> {
        let intro = (!intro.is_empty()).then(|| intro.to_owned());
        (!parts.is_empty()).then(|| Section { id, name: names::capitalized(name), intro, told: None, parts })
    }

    /// The dossier's own text, in a language of its reader's if there is such.
    fn words(&self, text: &LocalText) -> Words {
        let Some(shown) = text.shown(self.language().tag(), &self.dossier.article.language) else {
            return Words::default();
        };
        Words {
            text: shown.text.to_owned(),
            language: shown.other.map(|other| other.tag().to_owned()),
            told: shown.other.is_some(),
        }
    }

    /// Words in the article's language.
    fn quoted(&self, text: &str) -> Words {
        Words { text: text.to_owned(), language: self.article_language(), told: false }
    }

    /// The article's language, where it is another and known.
    fn article_language(&self) -> Option<String> {
        let language = &self.dossier.article.language;
        let other = !language.is_unknown() && language.primary() != self.language().tag();
        other.then(|| language.tag().to_owned())
    }

    /// What a thing is called, in its own language.
    fn name(&self, of: &Ref) -> Words {
        let (dossier, id) = (self.dossier, &of.id);
        let text = match of.kind {
            Kind::Actor => dossier.actor(id).map(|actor| &actor.name),
            Kind::Claim => dossier.claim(id).map(|claim| &claim.text),
            Kind::Gap => dossier.gap(id).map(|gap| &gap.text),
            Kind::Event => dossier.event(id).map(|event| &event.title),
            Kind::Place => dossier.place(id).map(|place| &place.name),
            _ => None,
        };
        let words = text.map(|text| self.words(text)).filter(|words| !words.text.is_empty());
        words.unwrap_or_else(|| Words::ours(names::name(&self.context, of)))
    }

    /// `Aussage 4`, `Lücke 2`.
    fn numbered(&self, of: &Ref) -> String {
        let kind = names::capitalized(names::kind(self.language(), of.kind).one);
        match self.numbers.get(of) {
            Some(number) => format!("{kind} {}", self.language().count(*number)),
            None => kind,
        }
    }

    /// The sign of a thing where its name stands for it, and what it says.
    fn mark_of(&self, of: &Ref) -> Mark {
        let strings = self.strings();
        let sign = self.context.link_sign(of);
        let word = match of.kind {
            _ if self.context.broken.contains(of) => strings.standing_broken,
            _ if sign == signs::BROKEN => strings.export.faulty,
            Kind::Claim => {
                self.dossier.claim(&of.id).map_or("", |claim| names::judgement(&self.context, claim))
            }
            Kind::Gap => strings.gap.one,
            _ if sign == signs::ARTICLE => strings.standing_article,
            _ if sign == signs::INFERRED => strings.standing_inferred,
            _ => strings.standing_background,
        };
        mark(sign, word)
    }

    fn entry(&self, of: &Ref) -> Entry {
        let (context, strings) = (&self.context, self.strings());
        let faults = [(&context.broken, strings.export.broken), (&context.faulty, strings.export.faulty)];
        let faults = faults.into_iter().filter(|(marked, _)| marked.contains(of));
        Entry {
            of: of.clone(),
            anchor: anchors::of(self.dossier, of),
            mark: self.mark_of(of),
            lead: None,
            name: self.name(of),
            faults: faults.map(|(_, told)| told.to_owned()).collect(),
            items: Vec::new(),
        }
    }

    /// A line in our words or a source's.
    fn line(label: &str, voice: Voice, words: Words) -> Option<Item> {
        let label = (!label.is_empty()).then(|| names::capitalized(label));
        (!words.text.is_empty()).then(|| Item::Line { label, voice, pieces: vec![Piece::Words(words)] })
    }

    /// A line of parts that say what a thing is.
    fn facts(&self, parts: impl IntoIterator<Item = Option<String>>) -> Option<Item> {
        let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        Self::line("", Voice::Plain, Words::ours(self.context.joined(&parts)))
    }

    fn thing(&self, to: &Ref) -> Piece {
        Piece::Thing { to: to.clone(), anchor: anchors::of(self.dossier, to), words: self.name(to) }
    }

    fn link(&self, to: &Ref) -> Link {
        let mut words = self.name(to);
        match to.kind {
            Kind::Claim | Kind::Gap => words.text = format!("{}: {}", self.numbered(to), words.text),
            Kind::Event => {
                if let Some(event) = self.dossier.event(&to.id) {
                    words.text = format!("{}: {}", self.context.date(&event.date), words.text);
                }
            }
            _ => {}
        }
        let mut under = Vec::new();
        if let Some(figure) = self.dossier.observation(&to.id).filter(|_| to.kind == Kind::Observation) {
            under.push(self.name(&Ref::new(Kind::Series, &figure.series)));
        }
        let anchor = anchors::of(self.dossier, to);
        let is_at_fault = self.context.broken.contains(to) || self.context.faulty.contains(to);
        Link { mark: self.mark_of(to), is_at_fault, to: to.clone(), anchor, words, under }
    }

    /// The way to these things; nothing where there are none, or none of them has an entry.
    fn links<'r>(&self, label: &str, things: impl IntoIterator<Item = &'r Ref>) -> Option<Item> {
        let there =
            things.into_iter().filter(|thing| self.dossier.contains(thing) && thing.kind != Kind::Place);
        let links: Vec<Link> = there.map(|thing| self.link(thing)).collect();
        (!links.is_empty()).then(|| Item::Links { label: names::capitalized(label), links })
    }

    /// What is one link away and of a kind.
    fn linked(&self, of: &Ref, kind: Kind, label: &str) -> Option<Item> {
        self.links(label, self.dossier.linked_of(of, kind))
    }

    /// Events one link away, in the order of time: those the article could know, and those after it.
    fn linked_events(&self, of: &Ref) -> [Option<Item>; 2] {
        let dossier = self.dossier;
        let mut events: Vec<_> =
            dossier.linked_of(of, Kind::Event).filter_map(|to| dossier.event(&to.id)).collect();
        events.sort_by_key(|event| (event.date.first(), event.date.last()));
        let names =
            events.iter().map(|event| (dossier.is_after_article(&event.date) == Some(true), event.to_ref()));
        let (later, earlier): (Vec<_>, Vec<_>) = names.partition(|(is_later, _)| *is_later);
        let strings = self.strings();
        [(strings.event.many, earlier), (strings.after_the_article, later)]
            .map(|(label, events)| self.links(label, events.iter().map(|(_, event)| event)))
    }

    /// The sources of a statement, and how many have said it on their own.
    fn sources_of(&self, ids: &[Id]) -> Option<Item> {
        let count = names::counted(self.language(), ids.len(), &self.strings().source);
        self.source_links(&format!("{count} ({})", names::origins(&self.context, ids)), ids)
    }

    /// Sources, each with whether it was read and whom it tells again.
    fn source_links(&self, label: &str, ids: &[Id]) -> Option<Item> {
        let dossier = self.dossier;
        let sources = ids.iter().filter_map(|id| dossier.source(id));
        let links: Vec<Link> = sources
            .map(|source| {
                let told: Vec<String> = iter::once(names::reading(&self.context, source))
                    .chain(names::repeats(&self.context, source))
                    .collect();
                Link { under: vec![Words::ours(self.context.joined(&told))], ..self.link(&source.to_ref()) }
            })
            .collect();
        (!links.is_empty()).then(|| Item::Links { label: names::capitalized(label), links })
    }

    /// That there are so many more of what these links name.
    fn more(&self, label: &str, count: usize) -> Option<Item> {
        let more = self.strings().and_more.replace("{}", &self.language().count(count));
        (count > 0).then(|| Self::line(label, Voice::Plain, Words::ours(more))).flatten()
    }

    /// The article's words for a statement, or that it has none.
    fn evidence(&self, of: &Ref, evidence: &Evidence) -> Option<Item> {
        if evidence.anchors.is_empty() {
            let none = self.dossier.is_not_in_article(of);
            let told = none.then(|| Words::ours(self.strings().not_in_article));
            return told.and_then(|told| Self::line("", Voice::Plain, told));
        }
        self.quotes(vec![Piece::ours(self.own().words)], of, &evidence.anchors)
    }

    /// Quotations of the article.
    fn quotes(&self, label: Vec<Piece>, of: &Ref, anchors: &[Anchor]) -> Option<Item> {
        let quotes = self.quotes_of(of, anchors);
        (!quotes.is_empty()).then_some(Item::Quotes { label, quotes })
    }

    fn quotes_of(&self, of: &Ref, anchors: &[Anchor]) -> Vec<Quote> {
        anchors.iter().flat_map(|anchor| self.quote(of, anchor)).collect()
    }

    /// Words in the article's quotation marks, without a label or a place.
    fn quote_of(&self, mark: Mark, words: &str) -> Quote {
        Quote {
            mark,
            is_doubted: false,
            label: None,
            pieces: vec![Piece::ours(of_article(self.dossier, &one_line(words)))],
            language: self.article_language(),
            place: None,
            original: None,
        }
    }

    fn quote(&self, of: &Ref, anchor: &Anchor) -> Vec<Quote> {
        let (article, strings, own) = (&self.dossier.article, self.strings(), self.own());
        let marks = quotation_marks(article.language.primary());
        let broken = mark(signs::BROKEN, strings.standing_broken);
        let quote = |mark, label: Option<&str>, text: &str| Quote {
            is_doubted: anchor.inferred,
            label: label.map(str::to_owned),
            ..self.quote_of(mark, text)
        };
        match &anchor.state {
            AnchorState::Exact(passage) => {
                let mark = if anchor.inferred {
                    mark(signs::INFERRED, strings.standing_inferred)
                } else {
                    mark(signs::ARTICLE, strings.standing_article)
                };
                let may_repeat = !anchor.quote.prefix.is_empty() || !anchor.quote.suffix.is_empty();
                let told = anchor.inferred.then_some(own.words_inferred);
                vec![Quote {
                    place: self.marks.anchor(of, passage),
                    original: fragment::original(article, passage, may_repeat),
                    ..quote(mark, told, &article.text[passage.clone()])
                }]
            }
            AnchorState::Reworded(passage) => {
                let (before, after) = difference(&anchor.quote.exact, &article.text[passage.clone()]);
                vec![
                    Quote {
                        pieces: changed(&before, Piece::Gone, marks),
                        ..quote(broken.clone(), Some(strings.quoted_was), "")
                    },
                    Quote {
                        pieces: changed(&after, Piece::Come, marks),
                        place: self.marks.anchor(of, passage),
                        ..quote(broken, Some(strings.located_now), "")
                    },
                ]
            }
            AnchorState::Ambiguous(_) => vec![quote(broken, Some(own.ambiguous), &anchor.quote.exact)],
            AnchorState::Lost => vec![quote(broken, Some(own.lost), &anchor.quote.exact)],
        }
    }
}

/// An address as a link, named by these words or by itself; as text where it may not be opened.
fn address_piece(address: &str, words: Option<&str>) -> Piece {
    match Address::new(address) {
        Ok(address) => Piece::Away { address, words: words.map(str::to_owned) },
        Err(_) => Piece::Unlinked(address.to_owned()),
    }
}

/// A sign with what it says here.
fn mark(sign: Sign, word: &str) -> Mark {
    Mark { glyph: sign.glyph.get(Glyphs::Unicode), word: word.to_owned(), is_broken: sign == signs::BROKEN }
}

/// A wording in quotation marks, with what has changed set apart.
fn changed(wording: &Wording, piece: fn(String) -> Piece, (open, close): (&str, &str)) -> Vec<Piece> {
    let mut pieces = vec![Piece::ours(open)];
    let mut end = 0;
    for change in &wording.changes {
        pieces.push(Piece::ours(&wording.text[end..change.start]));
        pieces.push(piece(wording.text[change.clone()].to_owned()));
        end = change.end;
    }
    pieces.push(Piece::ours(&wording.text[end..]));
    pieces.push(Piece::ours(close));
    pieces.retain(|piece| !matches!(piece, Piece::Words(words) if words.text.is_empty()));
    pieces
}

/// A glyph that stands between two things.
fn to_sign() -> &'static str {
    glyphs::TO.get(Glyphs::Unicode)
}
