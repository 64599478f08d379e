//! A thing as evidence: all that its card says, with where the words stand, which sources say it, and what that amounts to. In
//! Markdown, for a paper, a mail or a chat, where nobody has this program at hand.

mod lists;
mod quotes;

use std::ops::Range;

use crate::dossier::{Kind, Ref, Standing};
use crate::facts::{self, Address, Article, Blocks, Detail, Fact, Facts, Label, Naming, Value};
use crate::protocol::context::Context;
use crate::protocol::quoted::{by_us, of_article, without_line_breaks};
use crate::protocol::{names, words};
use crate::text::markdown::{self, Addresses};
use crate::text::width;

/// The most passages that name an actor or support a statement; the article itself has the rest.
const MOST_WORDS: usize = 12;
/// The most cells of words of the article in a heading.
const HEADING: usize = 80;

/// What is copied or collected, in its parts, as Markdown. All of them end without a line break.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Excerpt {
    /// What it is: `Claim 25: …`; none of mere words.
    pub heading: Option<String>,
    /// What is known of it.
    pub body: String,
    /// Which article is quoted, if one is, and which dossier says so.
    pub origin: Vec<String>,
}

impl Excerpt {
    /// All of it, to stand by itself.
    pub fn whole(self) -> String {
        let heading = self.heading.map(|heading| format!("**{heading}**"));
        let body = Some(self.body).filter(|body| !body.is_empty());
        let parts: Vec<String> = heading.into_iter().chain(body).chain(self.origin).collect();
        parts.join("\n\n") + "\n"
    }
}

/// A thing of the dossier as evidence. Of a thing that the dossier does not have, its name alone.
pub fn of_thing(context: &Context, item: &Ref) -> String {
    excerpt_of_thing(context, item).whole()
}

/// Words of the article, such as a hit of a search, as evidence: the sentence they stand in, and where that is.
///
/// # Panics
///
/// If the passage does not lie within the article's text, on characters' edges.
pub fn of_passage(context: &Context, passage: &Range<usize>) -> String {
    excerpt_of_passage(context, passage).whole()
}

/// A thing of the dossier as evidence, in its parts.
pub fn excerpt_of_thing(context: &Context, item: &Ref) -> Excerpt {
    // What is copied goes elsewhere, whatever signs this terminal has.
    let context = &context.for_document();
    let mut citation = Citation::new(context);
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
    if let Some(source) = context.dossier.source(&item.id).filter(|_| item.kind == Kind::Source) {
        let reference = citation.source(source);
        citation.paragraph(reference);
    }
    for fact in &facts.facts {
        citation.fact(&facts, fact);
    }
    citation.end(Some(heading_of_thing(context, item)))
}

/// What heads a thing: `Claim 25: …`.
pub fn heading_of_thing(context: &Context, item: &Ref) -> String {
    escaped(&format!("{}: {}", words::numbered(context, item), names::name(context, item)))
}

/// Words of the article as evidence, in their parts.
///
/// # Panics
///
/// If the passage does not lie within the article's text, on characters' edges.
pub fn excerpt_of_passage(context: &Context, passage: &Range<usize>) -> Excerpt {
    // What is copied goes elsewhere, whatever signs this terminal has.
    let context = context.for_document();
    let mut citation = Citation::new(&context);
    citation.sentences([(passage.clone(), false)]);
    citation.end(None)
}

/// What heads words of the article where several stand one below the other: their beginning, in quotation marks.
pub fn heading_of_passage(context: &Context, passage: &Range<usize>) -> String {
    let text = without_line_breaks(&context.dossier.article.text[passage.clone()]);
    escaped(&of_article(&context.dossier, &width::truncate(&text, HEADING, "…")))
}

/// Which dossier a file is about, as its head: the title, the article with all that identifies it, and up to when the facts run.
pub fn head(context: &Context, title: &str) -> String {
    let context = &context.for_document();
    let citation = Citation::new(context);
    let own = citation.dossier_title();
    let title = match &own {
        Some(own) => format!("# {title}: {own}"),
        None => format!("# {title}"),
    };
    let reference = citation.reference();
    let reference = (!reference.is_empty()).then(|| with_label(context.strings().article, &reference));
    let as_of = citation.article.as_of;
    let as_of = as_of.map(|as_of| escaped(&format!("{} {}", context.strings().as_of, context.date(as_of))));
    let language = format!("<!-- fundstelle: notes, language {} -->", context.language.tag());
    std::iter::once(title).chain(reference).chain(as_of).chain([language]).collect::<Vec<_>>().join("\n\n")
}

/// A citation being written.
struct Citation<'a> {
    context: &'a Context,
    article: Article<'a>,
    blocks: Blocks<'a>,
    paragraphs: Vec<String>,
    /// The words of the article that stand in them.
    quoted: Vec<Range<usize>>,
    /// The blocks whose translation stands in them, or is too long to.
    translated: Vec<usize>,
    /// Whether places in the article are named in them.
    has_places: bool,
}

impl<'a> Citation<'a> {
    fn new(context: &'a Context) -> Self {
        Self {
            context,
            article: facts::article(&context.dossier),
            blocks: Blocks::of(&context.dossier.article),
            paragraphs: Vec::new(),
            quoted: Vec::new(),
            translated: Vec::new(),
            has_places: false,
        }
    }

    /// What was written, from which article and which dossier.
    fn end(self, heading: Option<String>) -> Excerpt {
        let (context, mut origin) = (self.context, Vec::new());
        let reference = self.reference();
        if (self.has_places || !self.quoted.is_empty()) && !reference.is_empty() {
            origin.push(with_label(context.strings().article, &reference));
        }
        let as_of = self.article.as_of;
        let as_of = as_of.map(|as_of| format!("{} {}", context.strings().as_of, context.date(as_of)));
        let parts: Vec<String> = self.dossier_title().into_iter().chain(as_of).collect();
        if !parts.is_empty() && !context.dossier.is_article_alone() {
            origin.push(with_label(context.strings().dossier, &context.joined(&parts)));
        }
        Excerpt { heading, body: self.paragraphs.join("\n\n"), origin }
    }

    /// What the dossier is called, if it has a title.
    fn dossier_title(&self) -> Option<String> {
        let title = escaped(&self.context.text(&self.context.dossier.title));
        (!title.is_empty()).then_some(title)
    }

    fn paragraph(&mut self, paragraph: String) {
        self.paragraphs.push(paragraph);
    }

    /// The same as a paragraph.
    fn labelled(&mut self, label: &str, text: impl AsRef<str>) {
        self.paragraph(with_label(label, text.as_ref()));
    }

    /// A label over paragraphs that follow.
    fn headed(&mut self, label: &str) {
        self.paragraph(format!("**{label}:**"));
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
            Value::Details(_) | Value::Address(_) if facts.item.kind == Kind::Source => {}
            Value::Details(details) => self.details(facts, details),
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
            Value::Mentions(naming) => self.naming(&label, naming),
            // They stand with the words that are attributed to them.
            Value::Links(_)
                if fact.label == Label::AttributedTo
                    && matches!(
                        facts.get(Label::Words).map(|fact| &fact.value),
                        Some(Value::Quotations(list)) if !list.attributed_to.is_empty()
                    ) => {}
            Value::Links(links) => self.links(facts, fact.label, links),
            Value::Sources(sources) if fact.label == Label::Sources => self.sources(&label, sources),
            Value::Sources(sources) => self.publications(&label, sources),
            Value::Figures(figures) => self.figures(&label, facts, figures),
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

    /// What a thing is, in a line, and below it what else an actor is called.
    fn details(&mut self, facts: &Facts, details: &[Detail]) {
        let context = self.context;
        let (others, shown): (Vec<&Detail>, Vec<&Detail>) =
            details.iter().partition(|detail| matches!(detail, Detail::AlsoCalled(..)));
        let mut parts: Vec<String> =
            shown.into_iter().filter_map(|detail| words::detail(context, detail)).collect();
        if let Some(Value::Mentions(naming)) = facts.get(Label::Mentions).map(|fact| &fact.value) {
            parts.push(words::naming(context, naming));
        }
        if !parts.is_empty() {
            self.paragraph(escaped(&context.joined(&parts)));
        }
        for other in others.into_iter().filter_map(|detail| words::detail(context, detail)) {
            self.paragraph(escaped(&names::capitalized(&other)));
        }
    }

    /// Where the article names an actor. The words themselves are the name, or stand in the article.
    fn naming(&mut self, label: &str, naming: &Naming) {
        let context = self.context;
        let mut places: Vec<String> = Vec::new();
        for passage in naming.passages.iter().take(MOST_WORDS) {
            let place = words::stretch(context.language, &self.blocks.stretch(&passage.range));
            let is_inferred = passage.inferred.then(|| format!("({})", context.strings().standing_inferred));
            places.push(place.into_iter().chain(is_inferred).collect::<Vec<_>>().join(" "));
        }
        places.retain(|place| !place.is_empty());
        if naming.passages.len() > MOST_WORDS {
            places.push(format!("… {}", words::more(context.language, naming.passages.len() - MOST_WORDS)));
        }
        self.has_places = true;
        self.labelled(label, escaped(&places.join("; ")));
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
        parts.join(", ")
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

/// `**Label:** text`, of Markdown.
fn with_label(label: &str, text: &str) -> String {
    format!("**{}:** {text}", names::capitalized(label))
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
