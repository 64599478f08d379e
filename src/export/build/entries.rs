//! The entry of a thing: its facts as items of a document.

use super::Builder;
use super::quotations::attributed_in_heading;
use crate::dossier::{Kind, Ref, When};
use crate::export::document::{Entry, Inline, Item, Link, Words};
use crate::export::ids;
use crate::facts::{self, Address, Attribution, Detail, Fact, Facts, Label, Naming, Sources, Value};
use crate::i18n::language::quotation_marks;
use crate::protocol::{names, words};

impl Builder<'_> {
    /// Everything known of a thing.
    pub(super) fn entry(&self, item: &Ref) -> Entry {
        let facts = facts::of(self.dossier, self.context.faults(), item);
        // What a thing is comes first, below its name.
        let (first, others): (Vec<&Fact>, Vec<&Fact>) =
            facts.facts.iter().partition(|fact| fact.label == Label::Details);
        let mut items: Vec<Item> = Vec::new();
        for fact in first.into_iter().chain(others) {
            items.extend(self.items(&facts, fact));
        }
        items.extend(self.shown_at(item));
        Entry {
            of: item.clone(),
            anchor: ids::of(self.dossier, item),
            mark: self.mark(facts.mark),
            lead: self.lead(&facts),
            name: self.name(item),
            faults: words::faults(self.language(), &facts),
            items,
        }
    }

    /// What stands before the name of a thing: a number, a date.
    fn lead(&self, facts: &Facts) -> Option<String> {
        let item = &facts.item;
        match item.kind {
            // The assessment, or that its evidence is broken: then nothing is judged.
            Kind::Claim => {
                let verdict = words::mark(self.language(), facts.mark).to_owned();
                Some(self.context.joined(&[self.numbered(item), verdict]))
            }
            Kind::Gap => Some(self.numbered(item)),
            _ => date(facts.details()).map(|date| self.context.date(date)),
        }
    }

    fn items(&self, facts: &Facts, fact: &Fact) -> Vec<Item> {
        let label = words::label(self.language(), fact.label);
        let item = match &fact.value {
            Value::Details(details) => self.details(facts, details),
            // They stand with its name.
            Value::Judgement(_) | Value::Provenance(..) => None,
            Value::Text(text) => {
                // A role stands right below what the actor is.
                let label = if fact.label == Label::Role { "" } else { &label };
                Self::line(label, fact.by, self.words(text))
            }
            Value::Verbatim(text) => Self::line(&label, fact.by, Words::ours(self.by_us(text))),
            Value::Notice => Self::line("", fact.by, Words::ours(label)),
            Value::Quotations(list) => self.quotes(facts, fact.label, list),
            Value::Mentions(naming) => Some(self.naming(&facts.item, naming)),
            Value::Links(links) => self.links(facts, fact, links),
            Value::Sources(sources) => return self.source_links(fact.label, sources),
            Value::Figures(figures) if facts.item.kind == Kind::Series => {
                return self.figures(&facts.item, figures);
            }
            Value::Figures(figures) => {
                let figures: Vec<Ref> = figures.iter().map(|figure| figure.to_ref()).collect();
                self.links(facts, fact, &figures)
            }
            Value::Count(count) => Some(Item::Fault(names::rows_left_out(self.language(), *count))),
            Value::Address(address) => {
                let piece = match address {
                    Address::Opens(address) => Inline::ExternalLink { address: address.clone(), words: None },
                    Address::Shown(address) => Inline::Unlinked((*address).to_owned()),
                    Address::None => Inline::ours(self.own().no_address),
                };
                Some(Item::Line { label: Some(label), by: fact.by, pieces: vec![piece] })
            }
        };
        item.into_iter().collect()
    }

    /// A line that says what a thing is. The date of a thing that has one stands before its name.
    fn details(&self, facts: &Facts, details: &[Detail]) -> Option<Item> {
        let standing = date(details).map(|_| words::mark(self.language(), facts.mark).to_owned());
        let shown = details.iter().filter(|detail| !matches!(detail, Detail::Date(_)));
        let parts = shown.filter_map(|detail| words::detail(&self.context, detail));
        let parts: Vec<String> = standing.into_iter().chain(parts).collect();
        Self::line("", Attribution::Nobody, Words::ours(self.context.joined(&parts)))
    }

    /// A line in somebody's words; nothing without words.
    pub(super) fn line(label: &str, by: Attribution, words: Words) -> Option<Item> {
        let label = (!label.is_empty()).then(|| label.to_owned());
        (!words.text.is_empty()).then(|| Item::Line { label, by, pieces: vec![Inline::Words(words)] })
    }

    /// Words of a source in the reader's quotation marks.
    fn by_us(&self, text: &str) -> String {
        let (open, close) = quotation_marks(self.language().tag());
        format!("{open}{text}{close}")
    }

    /// How often the article names an actor, and where.
    fn naming(&self, item: &Ref, naming: &Naming) -> Item {
        let label = names::capitalized(&words::naming(&self.context, naming));
        let one = names::capitalized(self.strings().passage.one);
        let numbers = 1..=naming.passages.len();
        let anchors = numbers.map(|number| ids::naming_passage(self.dossier, item, number)).collect();
        Item::Places { label, one, anchors }
    }

    /// The way to these things; nothing where none of them has an entry, as places have none.
    fn links(&self, facts: &Facts, fact: &Fact, things: &[Ref]) -> Option<Item> {
        let label = fact.label;
        let text = words::label(self.language(), label);
        // They have no entry, but that they are missing has to be said.
        if label == Label::NoValueFor {
            let names: Vec<String> = things.iter().map(|place| self.name(place).marked()).collect();
            return Self::line(&text, fact.by, Words::ours(names.join(", ")));
        }
        let words = facts.get(Label::Words).map(|fact| &fact.value);
        let is_in_heading =
            matches!(words, Some(Value::Quotations(list)) if !attributed_in_heading(list).is_empty());
        if label == Label::AttributedTo && is_in_heading {
            return None;
        }
        let there = things.iter().filter(|thing| self.dossier.contains(thing) && thing.kind != Kind::Place);
        let links: Vec<Link> = there.map(|thing| self.link(thing)).collect();
        (!links.is_empty()).then_some(Item::Links { label: text, links })
    }

    /// Sources, each with whether it was read and whom it repeats; of those of a statement how many can have said it on
    /// their own.
    fn source_links(&self, label: Label, list: &Sources) -> Vec<Item> {
        let mut text = words::label(self.language(), label);
        if let Some(origins) = list.origins {
            let count = names::counted(self.language(), list.sources.len(), &self.strings().source);
            text = format!("{count} ({})", words::origins(self.language(), origins));
        }
        let links = list.sources.iter().map(|source| {
            let mut parts = vec![words::reading(&self.context, source)];
            parts.extend(words::repeats(&self.context, source));
            Link { under: vec![Words::ours(self.context.joined(&parts))], ..self.link(&source.to_ref()) }
        });
        let more = (list.more > 0).then(|| words::more(self.language(), list.more));
        let more = more.and_then(|more| Self::line(&text, Attribution::Nobody, Words::ours(more)));
        let links = Item::Links { label: text.clone(), links: links.collect() };
        [Some(links), more].into_iter().flatten().collect()
    }
}

/// When it was, of what has a date.
fn date<'a>(details: impl IntoIterator<Item = &'a Detail<'a>>) -> Option<&'a When> {
    details.into_iter().find_map(|detail| match detail {
        Detail::Date(date) => Some(*date),
        _ => None,
    })
}
