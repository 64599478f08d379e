//! A thing as evidence: what it is, the words that bear it, where they stand, its sources, and what that amounts to. In
//! Markdown, for a paper, a mail or a chat, where nobody has this program at hand.

use std::ops::Range;

use crate::dossier::{Anchor, AnchorState, Evidence, Id, Kind, LocalText, Observation, Ref, Source};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted::{by_us, of_article, one_line};
use crate::text::address::Address;
use crate::text::markdown::{self, Addresses};
use crate::text::sentences::sentences;

/// The most passages that name an actor or bear a statement; the article itself has the rest.
const MOST_WORDS: usize = 12;
/// The most figures of a series or a place.
const MOST_FIGURES: usize = 40;

/// A thing of the dossier as evidence. What stands in its place if the dossier has no such thing is its name alone.
pub fn of_thing(context: &Context, of: &Ref) -> String {
    // What is copied goes elsewhere, whatever signs this terminal has.
    let context = context.for_document();
    let mut sheet = Sheet::new(&context);
    let kind = names::capitalized(names::kind(context.language, of.kind).one);
    sheet.say(format!("**{kind}: {}**", escaped(&names::name(sheet.context, of))));
    match of.kind {
        Kind::Actor => sheet.actor(of),
        Kind::Relation => sheet.statement(of),
        Kind::Claim => sheet.claim(of),
        Kind::Gap => sheet.gap(of),
        Kind::Event => sheet.event(of),
        Kind::Series => sheet.series(of),
        Kind::Observation => sheet.observation(of),
        Kind::Place => sheet.place(of),
        Kind::Source => sheet.source(of),
        Kind::Link => sheet.link(of),
    }
    sheet.end()
}

/// Words of the article, such as a hit of a search, as evidence: the sentence they stand in, and where that is.
///
/// # Panics
///
/// If the passage does not lie within the article's text, on characters' edges.
pub fn of_passage(context: &Context, passage: &Range<usize>) -> String {
    // What is copied goes elsewhere, whatever signs this terminal has.
    let context = context.for_document();
    let mut sheet = Sheet::new(&context);
    sheet.words([(passage.clone(), false)]);
    sheet.end()
}

/// What is written so far.
struct Sheet<'a> {
    context: &'a Context,
    paragraphs: Vec<String>,
    /// The words of the article that stand in them.
    quoted: Vec<Range<usize>>,
}

impl<'a> Sheet<'a> {
    fn new(context: &'a Context) -> Self {
        Self { context, paragraphs: Vec::new(), quoted: Vec::new() }
    }

    /// The paragraphs, and which dossier says so.
    fn end(mut self) -> String {
        let context = self.context;
        let mut parts = vec![escaped(&context.text(&context.dossier.title))];
        parts.retain(|title| !title.is_empty());
        let as_of = context.dossier.as_of.as_ref();
        parts.extend(as_of.map(|as_of| format!("{} {}", context.strings().as_of, context.date(as_of))));
        if !parts.is_empty() && !context.dossier.is_article_alone() {
            let parts = context.joined(&parts);
            self.label(context.strings().dossier, parts);
        }
        self.paragraphs.join("\n\n") + "\n"
    }

    fn say(&mut self, paragraph: String) {
        self.paragraphs.push(paragraph);
    }

    /// `**Label:** text`, of Markdown.
    fn label(&mut self, label: &str, text: impl AsRef<str>) {
        let label = names::capitalized(label);
        self.say(format!("**{label}:** {}", text.as_ref()));
    }

    /// What is told in our words.
    fn told(&mut self, label: &str, text: Option<&LocalText>) {
        let text = text.map(|text| self.context.text(text)).unwrap_or_default();
        if !text.is_empty() {
            self.label(label, escaped(&text));
        }
    }

    /// Parts of a line in our words.
    fn parts(&mut self, parts: impl IntoIterator<Item = Option<String>>) {
        let parts: Vec<String> = parts.into_iter().flatten().map(|part| escaped(&part)).collect();
        if !parts.is_empty() {
            self.say(self.context.joined(&parts));
        }
    }

    /// Where a statement comes from, and whether that takes a reading.
    fn standing(&mut self, evidence: &Evidence) {
        let (language, strings) = (self.context.language, self.context.strings());
        let mut parts = vec![names::standing(language, evidence.standing())];
        if evidence.is_inferred() {
            parts.push(strings.standing_inferred);
        }
        let parts = self.context.joined(&parts);
        self.label(strings.by_standing, parts);
    }

    /// Sentences of the article around these words, each once, and where they stand.
    fn words(&mut self, passages: impl IntoIterator<Item = (Range<usize>, bool)>) {
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
            let quotation = self.quotation(&self.context.dossier.article.text[passage.clone()], inferred);
            self.say(quotation);
            self.quoted.push(passage);
        }
        if self.quoted.len() > before {
            let from = self.article();
            self.say(from);
        }
    }

    /// Words of the article in a block of their own.
    fn quotation(&self, words: &str, inferred: bool) -> String {
        let words = escaped(&of_article(&self.context.dossier, &one_line(words)));
        let inferred =
            if inferred { format!(" ({})", self.context.strings().standing_inferred) } else { String::new() };
        format!("> {words}{inferred}")
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
    fn article(&self) -> String {
        let article = &self.context.dossier.article;
        let title =
            article.title().map(|title| escaped(&of_article(&self.context.dossier, &one_line(title))));
        let outlet = article.outlet.as_deref().map(escaped);
        let published = article.published.as_ref().map(|date| escaped(&self.context.date(date)));
        let address = article.url.as_deref().map(address);
        let parts: Vec<String> = [title, outlet, published, address].into_iter().flatten().collect();
        format!("— {}", parts.join(", "))
    }

    /// The article's words for a statement: as they stand, and those that are no evidence, which are said to be none.
    fn anchors(&mut self, anchors: &[Anchor]) {
        let exact = anchors.iter().filter_map(|anchor| Some((anchor.passage()?, anchor.inferred)));
        self.quote(exact.take(MOST_WORDS));
        self.no_evidence(anchors);
    }

    /// Quotations that bear nothing any more.
    fn no_evidence(&mut self, anchors: &[Anchor]) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let in_marks = |words: &str| escaped(&of_article(dossier, &one_line(words)));
        for anchor in anchors.iter().filter(|anchor| anchor.passage().is_none()).take(MOST_WORDS) {
            let quoted = in_marks(&anchor.quote.exact);
            let told = match &anchor.state {
                AnchorState::Reworded(passage) => {
                    let now = in_marks(&dossier.article.text[passage.clone()]);
                    let located = names::uncapitalized(strings.located_now);
                    format!("{}: {quoted}; {located}: {now}", strings.quoted_was)
                }
                AnchorState::Ambiguous(_) => format!("{}: {quoted}", strings.stands_more_than_once),
                AnchorState::Lost | AnchorState::Exact(_) => {
                    format!("{}: {quoted}", strings.stands_no_more)
                }
            };
            self.label(strings.no_evidence, told);
        }
    }

    /// The sources of a statement, and how many of them can have said it on their own.
    fn sources(&mut self, ids: &[Id]) {
        let dossier = &self.context.dossier;
        let sources: Vec<String> = ids
            .iter()
            .filter_map(|id| dossier.source(id))
            .map(|source| {
                let quote = source.quote.as_deref().map(|quote| by_us(self.context.language, quote));
                let quote = quote.map_or_else(String::new, |quote| format!(" · {}", escaped(&quote)));
                format!("- {}{quote}", self.reference(source))
            })
            .collect();
        if !sources.is_empty() {
            let origins = escaped(&names::origins(self.context, ids));
            let heading = names::capitalized(self.context.strings().source.many);
            self.say(format!("**{heading}** ({origins}):"));
            self.say(sources.join("\n"));
        }
    }

    /// A source: who, when, what, whether we read it, whom it repeats, where.
    fn reference(&self, source: &Source) -> String {
        let strings = self.context.strings();
        let title = source.title.as_deref().map(|title| by_us(self.context.language, title));
        let mut parts = vec![names::publication(self.context, source)];
        parts.extend(title);
        parts.push(names::reading(self.context, source));
        parts.extend(names::repeats(self.context, source));
        let mut parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        parts.push(source.url.as_deref().map_or_else(|| strings.no_address.to_owned(), address));
        self.context.joined(&parts)
    }

    fn statement(&mut self, of: &Ref) {
        let Some(evidence) = self.context.dossier.evidence(of) else { return };
        self.standing(evidence);
        self.anchors(&evidence.anchors);
        self.sources(&evidence.sources);
    }

    fn actor(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(actor) = dossier.actor(&of.id) else { return };
        let kind = names::actor_kind(language, &actor.kind).to_owned();
        let mentions = dossier.mentions_of(&of.id).count();
        let named = if mentions == 0 && self.context.broken.contains(of) {
            strings.standing_broken.to_owned()
        } else if mentions == 0 {
            strings.not_named.to_owned()
        } else {
            names::counted(language, mentions, &strings.mention)
        };
        self.parts([Some(kind), actor.country.as_deref().map(str::to_owned), Some(named)]);
        let words = dossier.mentions_of(&of.id).take(MOST_WORDS);
        self.words(words.map(|mention| (mention.passage.clone(), mention.inferred)));
        if mentions > MOST_WORDS {
            let more = strings.and_more.replace("{}", &language.count(mentions - MOST_WORDS));
            self.say(format!("… {}", escaped(&more)));
        }
        self.no_evidence(&actor.named_mentions);
        if let Some(role) = &actor.role {
            self.told(&names::capitalized(strings.in_our_words), Some(&role.text));
            self.statement(of);
        }
    }

    fn claim(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(claim) = dossier.claim(&of.id) else { return };
        self.label(strings.by_judgement, names::judgement(self.context, claim));
        self.anchors(&claim.evidence.anchors);
        if let Some(hedge) = claim.unconfirmed_hedge() {
            self.say(escaped(&names::unconfirmed_hedge(self.context, hedge)));
        }
        let hedge = claim.confirmed_hedge().map(|hedge| of_article(dossier, hedge));
        let by: Vec<String> = claim
            .attributed_to
            .iter()
            .map(|id| names::name(self.context, &Ref::new(Kind::Actor, id)))
            .collect();
        let by = (!by.is_empty()).then(|| format!("{}: {}", strings.attributed_to, by.join(", ")));
        if hedge.is_some() || by.is_some() {
            let parts: Vec<String> = hedge.into_iter().chain(by).map(|part| escaped(&part)).collect();
            let parts = self.context.joined(&parts);
            self.label(strings.the_article, parts);
        }
        self.told(names::note(language, &claim.evidence.sources), claim.note.as_ref());
        self.sources(&claim.evidence.sources);
    }

    fn gap(&mut self, of: &Ref) {
        let strings = self.context.strings();
        let Some(gap) = self.context.dossier.gap(&of.id) else { return };
        self.standing(&gap.evidence);
        if let Some(near) = &gap.near {
            // A place, not evidence.
            self.say(format!("**{}:**", strings.left_out));
            self.anchors(std::slice::from_ref(near));
        }
        self.sources(&gap.evidence.sources);
    }

    fn event(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(event) = dossier.event(&of.id) else { return };
        let lane = dossier.lanes.iter().find(|lane| lane.id == event.lane);
        let lane = lane.map(|lane| self.context.text(&lane.name));
        let kind = names::event_kind(language, &event.kind).to_owned();
        let later = names::after_article(self.context, &event.date);
        self.parts([Some(self.context.date(&event.date)), lane, Some(kind), later.map(str::to_owned)]);
        self.told(&names::capitalized(strings.in_our_words), Some(&event.summary));
        self.told(strings.status, event.status.as_ref());
        self.standing(&event.evidence);
        self.anchors(&event.evidence.anchors);
        let candidates = event.candidate_for.iter().filter_map(Anchor::passage);
        let candidates: Vec<_> = candidates.take(MOST_WORDS).map(|passage| (passage, true)).collect();
        if !candidates.is_empty() {
            self.say(format!("**{}:**", strings.perhaps_meant_here));
            self.words(candidates);
        }
        self.no_evidence(&event.candidate_for);
        self.sources(&event.evidence.sources);
    }

    fn series(&mut self, of: &Ref) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let Some(series) = dossier.series_by_id(&of.id) else { return };
        self.told(strings.what_is_counted, Some(&series.definition));
        self.label(strings.by_standing, strings.standing_background);
        self.figures(of, false);
        if let Some(left_out) = names::left_out(self.context.language, series) {
            self.say(format!("**!** {}", escaped(&left_out)));
        }
        let missing: Vec<String> =
            series.expects.iter().map(|id| names::name(self.context, &Ref::new(Kind::Place, id))).collect();
        if !missing.is_empty() {
            self.label(strings.no_value_for, escaped(&missing.join(", ")));
        }
    }

    fn place(&mut self, of: &Ref) {
        let Some(place) = self.context.dossier.place(&of.id) else { return };
        let actor = place.actor.as_ref().map(|id| names::name(self.context, &Ref::new(Kind::Actor, id)));
        self.parts([place.country.as_deref().map(str::to_owned), actor]);
        self.label(self.context.strings().by_standing, self.context.strings().standing_background);
        self.figures(of, true);
    }

    /// The figures of a series or a place, each with who published it.
    fn figures(&mut self, of: &Ref, name_series: bool) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let linked = dossier.linked_of(of, Kind::Observation);
        let figures: Vec<&Observation> =
            linked.filter_map(|figure| dossier.observation(&figure.id)).take(MOST_FIGURES).collect();
        if figures.is_empty() {
            return;
        }
        let mut lines: Vec<String> = Vec::new();
        for figure in figures {
            let mut parts = vec![names::figure(self.context, figure)];
            parts.extend(
                name_series.then(|| names::name(self.context, &Ref::new(Kind::Series, &figure.series))),
            );
            let source = dossier.source(&figure.source);
            parts.extend(source.map(|source| names::publication(self.context, source)));
            lines.push(format!("- {}", escaped(&self.context.joined(&parts))));
        }
        let all = dossier.linked_of(of, Kind::Observation).count();
        if all > lines.len() {
            let more = strings.and_more.replace("{}", &language.count(all - lines.len()));
            lines.push(format!("- … {}", escaped(&more)));
        }
        self.say(format!("**{}:**", names::capitalized(strings.observation.many)));
        self.say(lines.join("\n"));
    }

    fn observation(&mut self, of: &Ref) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let Some(observation) = dossier.observation(&of.id) else { return };
        if let Some(series) = dossier.series_by_id(&observation.series) {
            let name = names::name(self.context, &series.to_ref());
            self.label(strings.series.one, escaped(&name));
            self.told(strings.what_is_counted, Some(&series.definition));
        }
        self.told(&names::capitalized(strings.in_our_words), observation.note.as_ref());
        self.label(strings.by_standing, strings.standing_background);
        self.sources(std::slice::from_ref(&observation.source));
    }

    fn source(&mut self, of: &Ref) {
        let language = self.context.language;
        let Some(source) = self.context.dossier.source(&of.id) else { return };
        if let Some(quote) = &source.quote {
            self.say(format!("> {}", escaped(&by_us(language, &one_line(quote)))));
        }
        let reference = self.reference(source);
        self.say(format!("— {reference}"));
    }

    fn link(&mut self, of: &Ref) {
        let strings = self.context.strings();
        let Some(link) = self.context.dossier.article.link(&of.id) else { return };
        self.label(strings.address, address(&link.address));
        self.words([(link.range.clone(), false)]);
    }
}

/// Text that is nothing but text, with its addresses as links.
fn escaped(text: &str) -> String {
    markdown::escaped(text, Addresses::Linked)
}

/// An address as a link, if it may be opened; else as text.
fn address(address: &str) -> String {
    match Address::new(address) {
        Ok(address) => markdown::link(&address),
        Err(_) => markdown::escaped(address, Addresses::Plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_link_if_it_can_be_one() {
        assert_eq!(address("https://a.org/b_c*d"), "<https://a.org/b_c*d>");
        assert_eq!(address("javascript:x_y"), "javascript:x\\_y");
        assert_eq!(address("https://a.org/<b"), "https\\://a.org/\\<b");
        assert_eq!(address("http://a.org/"), "http\\://a.org/");
    }
}
