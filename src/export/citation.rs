//! A thing as evidence: what it is, the words that support it, where they stand, its sources, and what that amounts to. In
//! Markdown, for a paper, a mail or a chat, where nobody has this program at hand.

use std::ops::Range;

use crate::dossier::{Kind, Observation, Ref, Source, Standing, TranslatedPassage};
use crate::facts::{
    self, Address, Article, Detail, Fact, Facts, Label, Naming, Quotation, Quotations, State, Value,
};
use crate::protocol::context::Context;
use crate::protocol::quoted::{by_us, of_article, without_line_breaks};
use crate::protocol::translated::{LONGEST, whose};
use crate::protocol::{names, words};
use crate::text::markdown::{self, Addresses};
use crate::text::sentences::sentences;

/// The most passages that name an actor or support a statement; the article itself has the rest.
const MOST_WORDS: usize = 12;
/// The most blocks whose translation follows their words: what is copied stays short.
const MOST_TRANSLATED: usize = 2;
/// The most figures of a series or a place.
const MOST_FIGURES: usize = 40;

/// A thing of the dossier as evidence. Of a thing that the dossier does not have, its name alone.
pub fn of_thing(context: &Context, item: &Ref) -> String {
    // What is copied goes elsewhere, whatever signs this terminal has.
    let context = &context.for_document();
    let mut citation = Citation::new(context);
    let kind = names::capitalized(context.strings().kind(item.kind).one);
    citation.paragraph(format!("**{kind}: {}**", escaped(&names::name(context, item))));
    let facts = facts::of(&context.dossier, context.faults(), item);
    // Where a thing comes from, or how it is judged, says itself that its evidence is broken.
    let says_so = facts
        .facts
        .iter()
        .any(|fact| matches!(fact.value, Value::Judgement(None) | Value::Provenance(Standing::Broken, _)));
    let facts = Facts { is_broken: facts.is_broken && !says_so, ..facts };
    for fault in words::faults(context.language, &facts) {
        citation.paragraph(format!("**!** {}", escaped(fault)));
    }
    let mut in_order: Vec<&Fact> = facts.facts.iter().collect();
    in_order.sort_by_key(|fact| place(item.kind, fact.label));
    for fact in in_order {
        citation.fact(&facts, fact);
    }
    if let Some(source) = context.dossier.source(&item.id).filter(|_| item.kind == Kind::Source) {
        let reference = citation.source(source);
        citation.paragraph(format!("— {reference}"));
    }
    citation.end()
}

/// Where a fact stands in a citation, which begins with what says most: the words that name an actor, what a figure is of.
fn place(kind: Kind, label: Label) -> u8 {
    match (kind, label) {
        (_, Label::Details) => 0,
        (Kind::Actor, Label::Mentions | Label::NotNamed | Label::MissingMentions) => 1,
        (Kind::Observation, Label::Of(_) | Label::SeriesDefinition) => 1,
        _ => 2,
    }
}

/// Words of the article, such as a hit of a search, as evidence: the sentence they stand in, and where that is.
///
/// # Panics
///
/// If the passage does not lie within the article's text, on characters' edges.
pub fn of_passage(context: &Context, passage: &Range<usize>) -> String {
    // What is copied goes elsewhere, whatever signs this terminal has.
    let context = context.for_document();
    let mut citation = Citation::new(&context);
    citation.sentences([(passage.clone(), false)]);
    citation.end()
}

/// A citation being written.
struct Citation<'a> {
    context: &'a Context,
    article: Article<'a>,
    paragraphs: Vec<String>,
    /// The words of the article that stand in them.
    quoted: Vec<Range<usize>>,
    /// The blocks whose translation stands in them, or is too long to.
    translated: Vec<usize>,
}

impl<'a> Citation<'a> {
    fn new(context: &'a Context) -> Self {
        Self {
            context,
            article: facts::article(&context.dossier),
            paragraphs: Vec::new(),
            quoted: Vec::new(),
            translated: Vec::new(),
        }
    }

    /// The paragraphs, and which dossier says so.
    fn end(mut self) -> String {
        let context = self.context;
        let mut parts = vec![escaped(&context.text(&context.dossier.title))];
        parts.retain(|title| !title.is_empty());
        let as_of = self.article.as_of;
        parts.extend(as_of.map(|as_of| format!("{} {}", context.strings().as_of, context.date(as_of))));
        if !parts.is_empty() && !context.dossier.is_article_alone() {
            self.labelled(context.strings().dossier, context.joined(&parts));
        }
        self.paragraphs.join("\n\n") + "\n"
    }

    fn paragraph(&mut self, paragraph: String) {
        self.paragraphs.push(paragraph);
    }

    /// `**Label:** text`, of Markdown.
    fn labelled(&mut self, label: &str, text: impl AsRef<str>) {
        self.paragraph(format!("**{label}:** {}", text.as_ref()));
    }

    fn label(&self, label: Label) -> String {
        words::label(self.context.language, label)
    }

    fn fact(&mut self, facts: &Facts, fact: &Fact) {
        let context = self.context;
        let label = self.label(match fact.label {
            // That it is an event is said above.
            Label::Summary => Label::Role,
            label => label,
        });
        match &fact.value {
            // What a source is stands in its reference.
            Value::Details(_) | Value::Address(_) | Value::Sources(_) if facts.item.kind == Kind::Source => {}
            Value::Details(details) => {
                // What else an actor is called, the quotations show.
                let shown = details.iter().filter(|detail| !matches!(detail, Detail::AlsoCalled(..)));
                let mut parts: Vec<String> =
                    shown.filter_map(|detail| words::detail(context, detail)).collect();
                if let Some(Value::Mentions(naming)) = facts.get(Label::Mentions).map(|fact| &fact.value) {
                    parts.push(words::naming(context, naming));
                }
                if !parts.is_empty() {
                    self.paragraph(escaped(&context.joined(&parts)));
                }
            }
            Value::Judgement(judged) => self.labelled(&label, names::judgement(context.language, *judged)),
            Value::Provenance(standing, is_inferred) => {
                self.labelled(&label, words::provenance(context, *standing, *is_inferred));
            }
            Value::Text(text) => self.labelled(&label, escaped(&context.text(text))),
            // The title of a source stands in its reference.
            Value::Verbatim(_) if fact.label == Label::Title => {}
            Value::Verbatim(text) => {
                let quoted = escaped(&by_us(context.language, &without_line_breaks(text)));
                self.paragraph(format!("> {quoted}"));
            }
            // Where a thing comes from says that the article does not say it.
            Value::Notice if fact.label == Label::NotInArticle => {}
            Value::Notice => self.paragraph(escaped(&label)),
            Value::Quotations(quotations) => self.quotations(fact.label, quotations, facts.item.kind),
            Value::Mentions(Naming { passages, .. }) => {
                let first = passages.iter().take(MOST_WORDS);
                self.sentences(first.map(|passage| (passage.range.clone(), passage.inferred)));
                if passages.len() > MOST_WORDS {
                    let more = words::more(context.language, passages.len() - MOST_WORDS);
                    self.paragraph(format!("… {}", escaped(&more)));
                }
            }
            // What else hangs together is left to the dossier.
            Value::Links(links) => {
                let is_place = facts.item.kind == Kind::Place && fact.label == Label::Linked(Kind::Actor);
                if is_place
                    || matches!(fact.label, Label::NoValueFor | Label::NoFigureIn | Label::Of(Kind::Series))
                {
                    self.labelled(&label, escaped(&words::list(context, links)));
                }
            }
            Value::Sources(sources) => {
                let origins = sources.origins.map(|count| words::origins(context.language, count));
                let origins = origins.map_or_else(String::new, |origins| format!(" ({})", escaped(&origins)));
                self.paragraph(format!("**{label}**{origins}:"));
                let lines: Vec<String> =
                    sources.sources.iter().map(|source| self.with_quote(source)).collect();
                self.paragraph(lines.join("\n"));
            }
            Value::Figures(figures) if facts.item.kind != Kind::Source => {
                self.figures(&label, facts, figures);
            }
            Value::Figures(_) => {}
            Value::Count(count) => {
                let rows = names::rows_left_out(context.language, *count);
                self.paragraph(format!("**!** {}", escaped(&rows)));
            }
            Value::Address(at) => {
                let address = self.address(at);
                self.labelled(&label, address);
            }
        }
    }

    /// The article's words for a statement: as they stand, and those that are no evidence, which are said to be none.
    fn quotations(&mut self, label: Label, list: &Quotations, of: Kind) {
        let exact: Vec<(Range<usize>, bool)> = list
            .quotations
            .iter()
            .filter_map(|quotation| Some((quotation.exact()?.clone(), quotation.is_inferred())))
            .take(MOST_WORDS)
            .collect();
        match label {
            // Words that a gap rests on stand below the place where it is.
            Label::Words if of == Kind::Gap && !exact.is_empty() => {
                self.paragraph(format!("**{}:**", self.label(label)));
            }
            // What is broken is headed by itself.
            Label::LeftOutAt if !exact.is_empty() => {
                self.paragraph(format!("**{}:**", self.label(label)));
            }
            Label::PerhapsMeant if !exact.is_empty() => {
                self.paragraph(format!("**{}:**", self.label(label)));
            }
            _ => {}
        }
        if label == Label::PerhapsMeant || of == Kind::Link {
            self.sentences(exact);
        } else {
            self.quote(exact);
        }
        let broken = list.quotations.iter().filter(|quotation| quotation.is_broken());
        for quotation in broken.take(MOST_WORDS) {
            self.no_evidence(label, quotation);
        }
        let context = self.context;
        let hedge = list.hedge.map(|hedge| of_article(&context.dossier, hedge));
        let to = (!list.attributed_to.is_empty()).then(|| {
            format!("{}: {}", context.strings().attributed_to, words::list(context, &list.attributed_to))
        });
        let parts: Vec<String> = hedge.into_iter().chain(to).map(|part| escaped(&part)).collect();
        if !parts.is_empty() {
            self.labelled(&self.label(Label::Words), context.joined(&parts));
        }
    }

    /// A quotation that is no evidence, and why.
    fn no_evidence(&mut self, label: Label, quotation: &Quotation) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let in_marks = |words: &str| escaped(&of_article(&self.context.dossier, &without_line_breaks(words)));
        let Some(why) = words::broken_quotation(self.context.language, quotation.state) else { return };
        let mut text = format!("{why}: {}", in_marks(quotation.words));
        if quotation.state == State::UnconfirmedHedge {
            // It says itself that it is no evidence.
            self.paragraph(text);
            return;
        }
        if let Some(passage) = &quotation.passage {
            let located = names::uncapitalized(strings.located_now);
            text = format!("{text}; {located}: {}", in_marks(&dossier.article.text[passage.clone()]));
        }
        match label {
            // The place of a gap never was evidence.
            Label::LeftOutAt => self.labelled(&self.label(label), text),
            _ => self.labelled(strings.no_evidence, text),
        }
    }

    /// Sentences of the article around these words, each once, and where they stand.
    fn sentences(&mut self, passages: impl IntoIterator<Item = (Range<usize>, bool)>) {
        let passages = passages.into_iter();
        let sentences: Vec<_> =
            passages.map(|(passage, inferred)| (self.sentence(&passage), inferred)).collect();
        self.quote(sentences);
    }

    /// Words of the article, and where they stand; nothing where there are none that have not been quoted.
    fn quote(&mut self, passages: impl IntoIterator<Item = (Range<usize>, bool)>) {
        let before = self.quoted.len();
        for (passage, inferred) in passages {
            if self.quoted.iter().any(|other| other.start <= passage.start && passage.end <= other.end) {
                continue;
            }
            let text = without_line_breaks(&self.context.dossier.article.text[passage.clone()]);
            let text = escaped(&of_article(&self.context.dossier, &text));
            let inferred = if inferred {
                format!(" ({})", self.context.strings().standing_inferred)
            } else {
                String::new()
            };
            self.paragraph(format!("> {text}{inferred}"));
            self.quoted.push(passage);
        }
        if self.quoted.len() > before {
            self.paragraph(self.reference());
            self.translations(before);
        }
    }

    /// Our translation of what was quoted since, where the reader needs one: in each block of the sentences from the first to
    /// the last that words were quoted of. It is said where fewer words were quoted, and where a translation is left out.
    fn translations(&mut self, before: usize) {
        let (article, strings) = (&self.context.dossier.article, self.context.strings());
        let reader = self.context.language.tag();
        let Some(translation) = article.translation_unless_read(reader) else { return };
        let block_of = |passage: &Range<usize>| {
            article.blocks.partition_point(|block| block.range.start <= passage.start).saturating_sub(1)
        };
        // They are quoted in the order of the evidence, not of the article.
        let mut quoted: Vec<&Range<usize>> = self.quoted[before..].iter().collect();
        quoted.sort_by_key(|passage| passage.start);
        let in_blocks = quoted.chunk_by(|one, other| block_of(one) == block_of(other));
        let mut found: Vec<(usize, TranslatedPassage, &str)> = Vec::new();
        for passages in in_blocks {
            let block = block_of(passages[0]);
            let end = passages.iter().map(|passage| passage.end).max().unwrap_or(passages[0].end);
            let span = passages[0].start..end;
            let Some(mut part) = translation.of_passage(article, &span) else { continue };
            if self.translated.contains(&block) {
                continue;
            }
            // Between them something may not have been quoted.
            part.is_whole &= passages.len() == 1;
            found.push((block, part, whose(self.context, &span, &part)));
        }
        let left_out = format!("({})", strings.translation_left_out);
        if found.len() > MOST_TRANSLATED {
            self.paragraph(left_out);
            return;
        }
        for (block, part, whose) in found {
            self.translated.push(block);
            if part.words.chars().nth(LONGEST).is_some() {
                self.paragraph(left_out.clone());
                continue;
            }
            let language = &translation.language;
            let tag =
                if language.primary() == reader { String::new() } else { format!(" [{}]", language.tag()) };
            let text = format!("{}{tag} ({whose})", without_line_breaks(part.words));
            self.paragraph(escaped(&text));
        }
    }

    /// The sentence that words stand in; the words themselves where they are more than one.
    fn sentence(&self, passage: &Range<usize>) -> Range<usize> {
        let article = &self.context.dossier.article;
        let before = article.blocks.partition_point(|block| block.range.start <= passage.start);
        let chunks = article.blocks[..before].last().map_or(&[][..], |block| &block.chunks);
        let Some(chunk) =
            chunks.iter().find(|chunk| chunk.start <= passage.start && passage.end <= chunk.end)
        else {
            return passage.clone();
        };
        let whole = sentences(&article.text[chunk.clone()]).into_iter();
        let mut whole = whole.map(|sentence| chunk.start + sentence.start..chunk.start + sentence.end);
        let around = whole.find(|sentence| sentence.start <= passage.start && passage.end <= sentence.end);
        around.unwrap_or_else(|| passage.clone())
    }

    /// The article as a reference: title, medium, day, address.
    fn reference(&self) -> String {
        let Article { title, outlet, published, address, .. } = &self.article;
        let title =
            title.map(|title| escaped(&of_article(&self.context.dossier, &without_line_breaks(title))));
        let published = published.map(|date| escaped(&self.context.date(date)));
        let address = (*address != Address::None).then(|| self.address(address));
        let parts: Vec<String> =
            [title, outlet.map(escaped), published, address].into_iter().flatten().collect();
        format!("— {}", parts.join(", "))
    }

    /// A source and what it says in its own words.
    fn with_quote(&self, source: &Source) -> String {
        let quote = source.quote.as_deref().map(|quote| by_us(self.context.language, quote));
        let quote = quote.map_or_else(String::new, |quote| format!(" · {}", escaped(&quote)));
        format!("- {}{quote}", self.source(source))
    }

    /// A source: who, when, what, whether we read it, whom it repeats, where.
    fn source(&self, source: &Source) -> String {
        let context = self.context;
        let mut parts = vec![names::publication(context, source)];
        parts.extend(source.title.as_deref().map(|title| by_us(context.language, title)));
        parts.push(words::reading(context, source));
        parts.extend(words::repeats(context, source));
        let mut parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        parts.push(self.address(&facts::address(source)));
        context.joined(&parts)
    }

    /// The figures of a series or a place, each with who published it.
    fn figures(&mut self, label: &str, facts: &Facts, figures: &[&Observation]) {
        let context = self.context;
        let mut lines: Vec<String> = Vec::new();
        for figure in figures.iter().take(MOST_FIGURES) {
            let mut parts = vec![names::figure(context, figure)];
            if facts.item.kind != Kind::Series {
                parts.push(names::name(context, &Ref::new(Kind::Series, &figure.series)));
            }
            let source = context.dossier.source(&figure.source);
            parts.extend(source.map(|source| names::publication(context, source)));
            lines.push(format!("- {}", escaped(&context.joined(&parts))));
        }
        if figures.len() > MOST_FIGURES {
            let more = words::more(context.language, figures.len() - MOST_FIGURES);
            lines.push(format!("- … {}", escaped(&more)));
        }
        self.paragraph(format!("**{label}:**"));
        self.paragraph(lines.join("\n"));
    }

    fn address(&self, address: &Address) -> String {
        written(address).unwrap_or_else(|| self.context.strings().no_address.to_owned())
    }
}

/// Text that is nothing but text, with its addresses as links.
fn escaped(text: &str) -> String {
    markdown::escaped(text, Addresses::Linked)
}

/// An address as a link, if it may be opened; else as text.
fn written(address: &Address) -> Option<String> {
    match address {
        Address::Opens(address) => Some(markdown::link(address)),
        Address::Shown(address) => Some(markdown::escaped(address, Addresses::Plain)),
        Address::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_link_if_it_can_be_one() {
        let written = |address| written(&Address::of(Some(address))).expect("there is one");
        assert_eq!(written("https://a.org/b_c*d"), "<https://a.org/b_c*d>");
        assert_eq!(written("javascript:x_y"), "javascript:x\\_y");
        assert_eq!(written("https://a.org/<b"), "https\\://a.org/\\<b");
        assert_eq!(written("http://a.org/"), "http\\://a.org/");
    }
}
