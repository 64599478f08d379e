//! What a card says of a thing: its facts, with links to where they come from.

use std::ops::Range;

use crate::dossier::{Kind, Observation, Ref, Source};
use crate::facts::{
    self, Address, Attribution, Branch, Fact, Facts, Label, Quotation, Quotations, Sources, Value,
};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{names, score, words};
use crate::text::sanitize::sanitize_line;
use crate::text::width;
use crate::widgets::{quotation, to_cells};

/// Where an entry leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkTarget {
    /// To another thing's card.
    Thing(Ref),
    /// To words of the article.
    Words(Range<usize>),
    /// To words where the quoted ones used to be: located, not proven.
    Located(Range<usize>),
}

/// An entry of a card, before it is wrapped into rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct CardEntry {
    /// What stands before it.
    pub sign: Option<Sign>,
    /// What it says.
    pub text: String,
    /// What else it says, in quiet text below; the same entry for the cursor.
    pub under: Option<String>,
    /// Cells it is indented by; it belongs to the entry above.
    pub indent: u16,
    /// What stands in the indent: beside its first row the lines that lead to it, beside the others those that go on.
    pub lines: Option<[String; 2]>,
    /// Bytes of the text that are set off, in order, and how.
    pub emphasis: Vec<(Range<usize>, Role)>,
    /// How it looks.
    pub role: Role,
    /// Where it leads.
    pub target: Option<LinkTarget>,
    /// Whether it heads a section.
    pub heading: bool,
}

impl CardEntry {
    /// An entry that leads nowhere.
    pub(super) fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            sign: None,
            text: text.into(),
            under: None,
            indent: 0,
            lines: None,
            emphasis: Vec::new(),
            role,
            target: None,
            heading: false,
        }
    }
}

/// Words on either side of a mention, in characters.
const AROUND: usize = 24;
/// The most passages a card lists; the article itself shows the rest.
const PASSAGES: usize = 40;
/// The indent of an entry that belongs to the one above, in cells.
pub(super) const SET_IN: u16 = 2;

/// The most cells of a date that others are aligned with.
const DATE: usize = 16;

/// All that is known of a thing.
pub(super) fn entries(context: &Context, item: &Ref) -> Vec<CardEntry> {
    let facts = facts::of(&context.dossier, context.faults(), item);
    let mut card = Card { context, item, entries: Vec::new() };
    if !facts.facts.is_empty() {
        card.name(&facts);
        for fact in &facts.facts {
            card.fact(&facts, fact);
        }
    }
    card.entries
}

/// The title in the frame of a card: the kind of thing.
pub fn title(context: &Context, item: &Ref) -> String {
    names::capitalized(context.strings().kind(item.kind).one)
}

/// A card under construction.
struct Card<'a> {
    context: &'a Context,
    item: &'a Ref,
    entries: Vec<CardEntry>,
}

impl Card<'_> {
    fn push(&mut self, sign: Option<Sign>, text: impl Into<String>, role: Role, target: Option<LinkTarget>) {
        let text = text.into();
        if !text.is_empty() {
            self.entries.push(CardEntry { sign, target, ..CardEntry::new(text, role) });
        }
    }

    fn text(&mut self, sign: Option<Sign>, text: impl Into<String>) {
        self.push(sign, text, Role::Text, None);
    }

    fn push_quiet(&mut self, text: impl Into<String>) {
        self.push(None, text, Role::Quiet, None);
    }

    fn head(&mut self, sign: Option<Sign>, text: String) {
        self.entries.push(CardEntry { sign, heading: true, ..CardEntry::new(text, Role::Heading) });
    }

    fn label(&self, label: Label) -> String {
        words::label(self.context.language, label)
    }

    fn name(&mut self, facts: &Facts) {
        let strings = self.context.strings();
        let sign = names::is_by_article(self.context, self.item).then_some(signs::ARTICLE);
        self.push(sign, names::name(self.context, self.item), Role::Heading, None);
        for (is_so, words) in [(facts.is_broken, strings.broken), (facts.is_faulty, strings.faulty)] {
            if is_so {
                let words = self.context.with_keys(words, &[Action::Problems]);
                self.push(Some(signs::BROKEN), words, Role::Heading, None);
            }
        }
        let notes: Vec<String> =
            self.context.notes().of(self.item).map(|note| sanitize_line(note).into_owned()).collect();
        if !notes.is_empty() {
            let sign = Some(signs::NOTE);
            self.entries.push(CardEntry { sign, ..CardEntry::new(strings.your_note, Role::Note) });
            for note in notes {
                let indent = SET_IN;
                self.entries.push(CardEntry { indent, ..CardEntry::new(note, Role::Note) });
            }
        }
    }

    fn fact(&mut self, facts: &Facts, fact: &Fact) {
        let (context, label) = (self.context, fact.label);
        let sign = fact.mark.map(signs::of_mark);
        match &fact.value {
            Value::Details(details) => {
                let parts: Vec<String> =
                    details.iter().filter_map(|detail| words::detail(context, detail)).collect();
                self.push_quiet(context.joined(&parts));
            }
            Value::Judgement(Some(judged)) => {
                let verdict = names::assessment(context.language, *judged).to_uppercase();
                self.push(sign, verdict, Role::Heading, None);
            }
            // Broken evidence is reported below the name; provenance is shown by the signs.
            Value::Judgement(None) | Value::Provenance(..) => {}
            Value::Text(text) => self.statement(label, sign, context.text(text)),
            Value::Verbatim(text) => {
                let sign = sign.filter(|_| fact.by == Attribution::Source);
                self.text(sign, quotation::by_us(context.language, text));
            }
            Value::Notice => self.push_quiet(self.label(label)),
            // They stand above the passages, under the same heading.
            Value::Quotations(_)
                if label == Label::MissingMentions && facts.get(Label::Mentions).is_some() => {}
            Value::Quotations(quotations) => self.quotations(label, quotations),
            Value::Mentions(naming) => {
                let count = naming.passages.len();
                self.head(None, names::capitalized(&words::naming(context, naming)));
                if let Some(Value::Quotations(missing)) =
                    facts.get(Label::MissingMentions).map(|fact| &fact.value)
                {
                    self.quotations(Label::MissingMentions, missing);
                }
                for passage in naming.passages.iter().take(PASSAGES) {
                    let sign = if passage.inferred { signs::INFERRED } else { signs::ARTICLE };
                    self.words(sign, &passage.range, AROUND);
                }
                if count > PASSAGES {
                    let rest = words::more(context.language, count - PASSAGES);
                    self.push_quiet(format!("{} {rest}", context.glyph(glyphs::ELLIPSIS)));
                }
            }
            Value::Links(links) if label == Label::OtherLinks => self.other_links(links),
            Value::Links(links) => {
                let heading = (label == Label::GapsHere).then_some(signs::GAP);
                self.head(heading, self.label(label));
                if self.item.kind == Kind::Actor && label == Label::Linked(Kind::Relation) {
                    self.relations(links);
                    return;
                }
                let dates = links.iter().filter_map(|to| self.date(to));
                let dates = dates.map(|date| width::cells(&date)).filter(|cells| *cells <= DATE).max();
                for to in links {
                    let entry = self.link(label, to, dates.unwrap_or(0));
                    // A sign over all of them is not repeated beside each.
                    self.entries
                        .push(CardEntry { sign: entry.sign.filter(|own| Some(*own) != heading), ..entry });
                }
            }
            Value::Sources(sources) => self.sources(label, sources),
            Value::Figures(figures) => self.figures(figures),
            Value::Count(count) => {
                let rows = names::rows_left_out(context.language, *count);
                self.text(sign, rows);
            }
            Value::Address(address) if label == Label::Archived => self.copy(address),
            Value::Address(address) => self.address(fact.by, address),
        }
    }

    fn statement(&mut self, label: Label, sign: Option<Sign>, text: String) {
        match label {
            Label::Role | Label::Summary | Label::Definition | Label::FigureNote => self.text(sign, text),
            Label::Status if !text.is_empty() => self.push_quiet(format!("{}: {text}", self.label(label))),
            // What is counted goes with the series: two series of the same title differ in it.
            Label::SeriesDefinition => {
                if let Some(series) = self.entries.last_mut() {
                    series.under = Some(text).filter(|text| !text.is_empty());
                }
            }
            _ if text.is_empty() => {}
            _ => {
                self.head(sign, self.label(label));
                self.text(None, text);
            }
        }
    }

    fn quotations(&mut self, label: Label, list: &Quotations) {
        let mut heading = self.label(label);
        if let Some(hedge) = list.hedge {
            heading = format!("{heading}: {}", quotation::of_article(&self.context.dossier, hedge));
        }
        if let Some(to) = words::attribution(self.context, list) {
            heading = self.context.joined(&[heading, to]);
        }
        let (exact, broken): (Vec<_>, Vec<_>) =
            list.quotations.iter().partition(|quotation| !quotation.is_broken());
        let from = self.entries.len();
        match label {
            // They belong to the role above them.
            Label::Words if self.item.kind == Kind::Actor => {}
            Label::LeftOutAt => self.head(Some(signs::GAP), heading),
            Label::PerhapsMeant if exact.is_empty() => {}
            Label::PerhapsMeant => self.head(Some(signs::PERHAPS), heading),
            Label::MissingMentions => {}
            _ => self.head(Some(signs::ARTICLE), heading),
        }
        let around = if self.item.kind == Kind::Link { AROUND } else { 0 };
        match label {
            Label::PerhapsMeant => {
                exact.into_iter().chain(broken).for_each(|quotation| self.quotation(quotation, around));
            }
            _ => list.quotations.iter().for_each(|quotation| self.quotation(quotation, around)),
        }
        if self.item.kind == Kind::Actor && label == Label::Words {
            for quotation in &mut self.entries[from..] {
                quotation.indent = SET_IN;
            }
        }
        self.translate(from);
    }

    /// Sets our translation below each quotation since an entry, for those who do not read the article's language. Where several
    /// stand in one sentence it is set below the last of them. It is an entry of its own, so that no sign of the article stands
    /// beside it.
    fn translate(&mut self, from: usize) {
        if self.context.dossier.article.translation_unless_read(self.context.language.tag()).is_none() {
            return;
        }
        let mut quoted = self.entries.split_off(from).into_iter().peekable();
        let translation = |entry: &CardEntry| match &entry.target {
            Some(LinkTarget::Words(passage)) => quotation::translated(self.context, passage),
            _ => None,
        };
        let mut next = quoted.peek().and_then(translation);
        while let Some(entry) = quoted.next() {
            let own = std::mem::replace(&mut next, quoted.peek().and_then(translation));
            let indent = entry.indent + SET_IN;
            self.entries.push(entry);
            if let Some(text) = own.filter(|text| Some(text) != next.as_ref()) {
                self.entries.push(CardEntry { indent, ..CardEntry::new(text, Role::Quiet) });
            }
        }
    }

    fn quotation(&mut self, quoted: &Quotation, around: usize) {
        use facts::State;
        let context = self.context;
        match (quoted.state, &quoted.passage) {
            (State::Exact | State::Inferred | State::Candidate, Some(passage)) => {
                self.words(signs::of_mark(quoted.mark()), passage, around);
            }
            (State::Reworded, Some(passage)) => {
                let [before, after] = quotation::reworded(context, quoted.words, passage);
                let target = Some(LinkTarget::Located(passage.clone()));
                for (line, sign, indent, target) in
                    [(before, Some(signs::BROKEN), 0, None), (after, None, SET_IN, target)]
                {
                    let entry = CardEntry::new(line.text, Role::Text);
                    self.entries.push(CardEntry { sign, indent, emphasis: line.emphasis, target, ..entry });
                }
            }
            (State::UnconfirmedHedge | State::UnconfirmedAttribution, _) => {
                self.text(Some(signs::BROKEN), words::unconfirmed(context, quoted));
            }
            _ => self.text(Some(signs::BROKEN), quotation::of_article(&context.dossier, quoted.words)),
        }
    }

    /// A passage in quotation marks, with some words around it and a link to it.
    fn words(&mut self, sign: Sign, passage: &Range<usize>, around: usize) {
        let quoted = quotation::passage(self.context, passage, around);
        let target = Some(LinkTarget::Words(passage.clone()));
        let emphasis = quoted.emphasis.map(|set_off| (set_off, Role::LitWords)).into_iter().collect();
        self.entries.push(CardEntry {
            sign: Some(sign),
            emphasis,
            target,
            ..CardEntry::new(quoted.text, Role::Text)
        });
    }

    /// When an event was.
    fn date(&self, to: &Ref) -> Option<String> {
        let event = self.context.dossier.event(&to.id).filter(|_| to.kind == Kind::Event)?;
        Some(self.context.date(&event.date))
    }

    /// A link; the names of events begin after dates of so many cells.
    fn link(&self, label: Label, to: &Ref, dates: usize) -> CardEntry {
        let (context, dossier) = (self.context, &self.context.dossier);
        let mut text = names::name(context, to);
        match to.kind {
            Kind::Event => {
                if let Some(date) = self.date(to) {
                    let blanks = dates.saturating_sub(width::cells(&date)) + 2;
                    text = format!("{date}{}{text}", " ".repeat(blanks));
                }
            }
            Kind::Series | Kind::Place => {
                let figures = dossier.linked_of(to, Kind::Observation).count();
                let figures = names::counted(context.language, figures, &context.strings().observation);
                text = context.joined(&[text, figures]);
            }
            _ => {}
        }
        let role =
            dossier.actor(&to.id).filter(|_| label == Label::Roles).and_then(|actor| actor.role.as_ref());
        CardEntry {
            sign: Some(context.link_sign(to)),
            under: role.map(|role| context.text(&role.text)),
            target: Some(LinkTarget::Thing(to.clone())),
            ..CardEntry::new(text, Role::Text)
        }
    }

    /// The article's links; those around this one where there are very many.
    fn other_links(&mut self, links: &[Ref]) {
        let (context, article) = (self.context, &self.context.dossier.article);
        let count = names::counted(context.language, links.len(), &context.strings().link);
        let heading = context.joined(&[self.label(Label::OtherLinks), count]);
        self.head(None, heading);
        let own = links.iter().position(|link| link == self.item).unwrap_or(0);
        let from = own.saturating_sub(PASSAGES / 2).min(links.len().saturating_sub(PASSAGES));
        for to in links[from..].iter().take(PASSAGES) {
            let words = names::name(context, to);
            let address = article.link(&to.id).map_or("", |link| &*link.address);
            let text = if words == address { words } else { format!("{words}  {address}") };
            self.push(None, text, Role::Text, Some(LinkTarget::Thing(to.clone())));
        }
        if links.len() > PASSAGES {
            self.push_quiet(words::more(context.language, links.len() - PASSAGES));
        }
    }

    /// Sources, each with its title and where it was published; for a statement also how many independent origins it has.
    fn sources(&mut self, label: Label, list: &Sources) {
        let mut heading = self.label(label);
        if let Some(origins) = list.origins {
            heading = self.context.joined(&[heading, words::origins(self.context.language, origins)]);
        }
        self.head(Some(signs::BACKGROUND), heading);
        if list.tree.has_repeats() {
            for branch in &list.tree.branches {
                let entry = self.branch(branch);
                self.entries.push(entry);
            }
        } else {
            for source in &list.sources {
                let mut remarks = vec![words::reading(self.context, source)];
                remarks.extend(words::repeats(self.context, source));
                let entry = self.source(source, remarks);
                self.entries.push(entry);
            }
        }
        if list.more > 0 {
            self.push_quiet(words::more(self.context.language, list.more));
        }
    }

    /// A source below the one it repeats.
    fn branch(&self, branch: &Branch) -> CardEntry {
        let entry = self.source(branch.source, score::remarks(self.context, branch));
        let entry = self.in_tree(entry, &branch.goes_on);
        // Of an origin that is there for those below it the name is enough.
        CardEntry { under: entry.under.filter(|_| branch.is_cited), ..entry }
    }

    /// The entry at its place in a tree.
    fn in_tree(&self, entry: CardEntry, goes_on: &[bool]) -> CardEntry {
        if goes_on.is_empty() {
            return entry;
        }
        let lines = [score::branch_lines(self.context, goes_on), score::trunks(self.context, goes_on)];
        CardEntry { indent: to_cells(width::cells(&lines[0])), lines: Some(lines), ..entry }
    }

    /// What an actor does to others, then what they do to it; what is done to several in a tree below what is done.
    fn relations(&mut self, links: &[Ref]) {
        let context = self.context;
        let actor = names::name(context, self.item);
        let (does, whom) = (context.glyph(glyphs::DOES), context.glyph(glyphs::WHOM));
        for group in facts::relation_groups(&context.dossier, self.item, links) {
            if let [(relation, _)] = &group.relations[..] {
                let entry = self.link(Label::Linked(Kind::Relation), relation, 0);
                self.entries.push(entry);
                continue;
            }
            let (verb, others) = (context.text(group.verb), context.glyph(glyphs::ELLIPSIS));
            let head = if group.is_acting {
                format!("{actor}{does}{verb}{whom}{others}")
            } else {
                format!("{others}{does}{verb}{whom}{actor}")
            };
            self.push(None, head, Role::Text, None);
            let last = group.relations.len() - 1;
            for (place, (relation, other)) in group.relations.iter().enumerate() {
                let entry = CardEntry {
                    sign: Some(context.link_sign(relation)),
                    target: Some(LinkTarget::Thing(relation.clone())),
                    ..CardEntry::new(names::name(context, other), Role::Text)
                };
                let entry = self.in_tree(entry, &[place < last]);
                self.entries.push(entry);
            }
        }
    }

    fn source(&self, source: &Source, remarks: Vec<String>) -> CardEntry {
        let context = self.context;
        let mut parts = vec![names::publication(context, source)];
        parts.extend(remarks);
        let title = source.title.as_deref().map(|title| quotation::by_us(context.language, title));
        let url = source.url.as_deref().or(source.archived.as_deref());
        let host = url.and_then(host).map(str::to_owned);
        let under: Vec<String> = [title, host].into_iter().flatten().collect();
        CardEntry {
            under: (!under.is_empty()).then(|| context.joined(&under)),
            target: Some(LinkTarget::Thing(source.to_ref())),
            ..CardEntry::new(context.joined(&parts), Role::Text)
        }
    }

    /// Figures under a heading; where they may be of several series, each group under the series' own line.
    fn figures(&mut self, figures: &[&Observation]) {
        self.head(None, self.label(Label::Figures));
        let by_series = self.item.kind != Kind::Series;
        let mut above = None;
        for figure in figures {
            if by_series && above != Some(&figure.series) {
                let series = Ref::new(Kind::Series, &figure.series);
                let text = names::name(self.context, &series);
                self.push(
                    Some(self.context.link_sign(&series)),
                    text,
                    Role::Text,
                    Some(LinkTarget::Thing(series)),
                );
                above = Some(&figure.series);
            }
            let item = figure.to_ref();
            self.entries.push(CardEntry {
                sign: Some(self.context.link_sign(&item)),
                indent: if by_series { SET_IN } else { 0 },
                target: Some(LinkTarget::Thing(item.clone())),
                ..CardEntry::new(names::name(self.context, &item), Role::Text)
            });
        }
    }

    /// Where a copy of a source is kept.
    fn copy(&mut self, address: &Address) {
        let label = self.label(Label::Archived);
        match address {
            Address::Opens(address) => self.push_quiet(format!("{label}: {}", address.as_str())),
            Address::Shown(address) => self.text(Some(signs::BROKEN), format!("{label}: {address}")),
            Address::None => {}
        }
    }

    fn address(&mut self, by: Attribution, address: &Address) {
        let is_link = by == Attribution::Article;
        if is_link {
            self.head(None, self.label(Label::Address));
        }
        match address {
            Address::Opens(address) if is_link => self.text(None, address.as_str()),
            Address::Shown(address) if is_link => self.text(None, *address),
            Address::Opens(address) => self.push_quiet(address.as_str()),
            Address::Shown(address) => self.text(Some(signs::BROKEN), *address),
            Address::None => self.push_quiet(self.context.strings().no_address),
        }
    }
}

/// The host of an address, shown where there is no room for the whole. An address that may not be opened is shown whole:
/// its host is not certain.
fn host(url: &str) -> Option<&str> {
    if crate::text::address::Address::new(url).is_err() {
        return Some(url);
    }
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_short_address_is_its_host() {
        assert_eq!(host("https://www.sec.gov/Archives/a.htm"), Some("sec.gov"));
        assert_eq!(host("https://bis.gov?x=1"), Some("bis.gov"));
        assert_eq!(host("https://"), Some("https://"));
        assert_eq!(host("https://bank.example@evil.example/"), Some("https://bank.example@evil.example/"));
    }
}
