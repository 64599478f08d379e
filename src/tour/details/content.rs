//! What a stop says: the article's words, the source's, and how the one stands against the other. Everything comes from
//! the facts of what the stop selects.

use std::ops::Range;

use crate::dossier::{Claim, Kind, LocalText, Observation, Picture, Ref, Series, Standing, Stop};
use crate::facts::{
    self, Detail, Fact, Facts, Label, Mark, Naming, Quotation, Quotations, Sources, State, StopFacts, Value,
};
use crate::input::action::Action;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::slide::{self, Slide};
use crate::protocol::{names, words};
use crate::widgets::quotation;

/// What a stop says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct StopContent {
    /// What the article says.
    pub(super) article: Vec<StopSection>,
    /// What sources say.
    pub(super) sources: Vec<StopSection>,
    /// How the article compares with the sources, in a word.
    pub(super) verdict: Option<(Sign, String)>,
    /// That it has an error other than in its evidence.
    pub(super) fault: Option<String>,
    /// How many can have said it on their own.
    pub(super) origins: Option<String>,
}

/// Some words and who says them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct StopSection {
    /// Where it comes from.
    pub(super) sign: Sign,
    /// Who says it, in a word.
    pub(super) name: String,
    /// The text beside the name.
    pub(super) beside: String,
    /// The words.
    pub(super) words: Vec<StopText>,
}

/// A text, to be wrapped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct StopText {
    /// The sign before it.
    pub(super) sign: Option<Sign>,
    /// What it says.
    pub(super) text: String,
    /// How it looks.
    pub(super) role: Role,
    /// Bytes of the text that are set off, in order, and how.
    pub(super) emphasis: Vec<(Range<usize>, Role)>,
}

impl StopSection {
    /// Words that come from where the whole section does are not signed once more.
    fn new(sign: Sign, name: String, beside: String, mut words: Vec<StopText>) -> Self {
        for words in &mut words {
            words.sign = words.sign.filter(|own| *own != sign);
        }
        Self { sign, name, beside, words }
    }
}

impl StopText {
    fn new(text: impl Into<String>, role: Role) -> Self {
        Self { sign: None, text: text.into(), role, emphasis: Vec::new() }
    }

    fn signed(sign: Sign, text: impl Into<String>) -> Self {
        Self { sign: Some(sign), ..Self::new(text, Role::Text) }
    }
}

/// The most passages of an actor that are quoted.
const PASSAGES: usize = 3;
/// The most quotations of a statement; the card shows all.
const QUOTATIONS: usize = 2;
/// Words on either side of a name, in characters.
const AROUND: usize = 60;
/// The most figures that are shown; the panel beside it and the card show all.
const FIGURES: usize = 8;
/// The most sources that are named; how many there are is said.
const NAMED: usize = 2;

/// The statements under the sources, by whose words they are.
#[derive(Default)]
struct Statements {
    /// In our words.
    ours: Vec<StopText>,
    /// As a source published them.
    published: Vec<StopText>,
    /// In our words, and without a source of their own: they must not appear under another's.
    without_source: Vec<StopText>,
}

/// What a stop says.
pub(super) fn of_stop(context: &Context, stop: &Stop) -> StopContent {
    let Some(item) = &stop.select else {
        if stop.picture.is_of_all() {
            return of_all(context, stop);
        }
        let words = vec![StopText::new(context.strings().stop_is_empty, Role::Quiet)];
        let (name, beside) = (String::new(), String::new());
        let section = StopSection { sign: signs::BROKEN, name, beside, words };
        return StopContent { article: vec![section], ..StopContent::default() };
    };
    let facts = facts::of(&context.dossier, context.faults(), item);
    let mut writer = Writer { context, stop, facts: &facts, content: StopContent::default() };
    if !facts.facts.is_empty() {
        writer.article();
        writer.sources();
        writer.verdict();
        writer.fault();
    }
    let mut content = writer.content;
    if stop.picture == Picture::Gaps && !stop.items.is_empty() {
        // Whoever is asked about another of them finds it here.
        content.sources.extend(of_all(context, stop).sources);
    }
    content
}

/// What a stop says that shows the whole dossier: what it draws, each with who says it.
fn of_all(context: &Context, stop: &Stop) -> StopContent {
    let dossier = &context.dossier;
    let (sign, drawn) = match stop.picture {
        Picture::Gaps => {
            let others = facts::stop_gaps(dossier, stop).into_iter();
            (signs::GAP, others.filter(|gap| stop.select.as_ref() != Some(gap)).collect())
        }
        Picture::Lanes => (signs::BACKGROUND, facts::stop_events(dossier, stop)),
        Picture::Score => {
            let claims = dossier.claims.iter().map(Claim::to_ref).collect();
            (signs::ARTICLE, claims)
        }
        _ => {
            let series: Vec<Ref> = dossier.series.iter().map(Series::to_ref).collect();
            (names::figures_from(context, dossier.standing_of_figures(&series)).0, series)
        }
    };
    let text = |item: &Ref| {
        let ids: Vec<_> = dossier.evidence(item).into_iter().flat_map(|evidence| &evidence.sources).collect();
        let said = published(context, &Sources::of(dossier, &ids));
        let name = names::name(context, item);
        let text = if said.is_empty() { name } else { format!("{name} ({said})") };
        StopText::signed(context.link_sign(item), text)
    };
    let slide = Slide::of(context, stop);
    let words = drawn.iter().map(text).collect();
    let section = StopSection { sign, name: slide.source.clone(), beside: String::new(), words };
    StopContent { sources: vec![section], verdict: slide.verdict, ..StopContent::default() }
}

/// `Reuters, 5.11.2025; FT, 27.11.2025; 2 more`.
fn published(context: &Context, sources: &Sources) -> String {
    let sources = &sources.sources;
    let named = sources.iter().take(NAMED).map(|source| names::publication(context, source));
    let mut parts: Vec<String> = named.collect();
    if sources.len() > NAMED {
        parts.push(words::more(context.language, sources.len() - NAMED));
    }
    parts.join("; ")
}

struct Writer<'a> {
    context: &'a Context,
    stop: &'a Stop,
    facts: &'a Facts<'a>,
    content: StopContent,
}

impl Writer<'_> {
    fn item(&self) -> &Ref {
        &self.facts.item
    }

    /// What the article says, or that it does not.
    fn article(&mut self) {
        let (context, strings) = (self.context, self.context.strings());
        match self.item().kind {
            // They say nothing of the article.
            Kind::Source | Kind::Observation | Kind::Link => return,
            Kind::Series | Kind::Place => {
                let standing = context.dossier.standing_of_figures([self.item()]);
                let (sign, note) = names::figures_from(context, standing);
                let words = vec![StopText::new(note, Role::Quiet)];
                let (name, beside) = (String::new(), String::new());
                self.content.article.push(StopSection { sign, name, beside, words });
                if standing == Standing::Background {
                    return;
                }
            }
            _ => {}
        }
        for fact in &self.facts.facts {
            match &fact.value {
                // Where the article names an actor, the words for its role are left to the card.
                Value::Quotations(_)
                    if self.item().kind == Kind::Actor && self.facts.get(Label::Mentions).is_some() => {}
                // Where the article's own words stand, what it perhaps means is left to the card.
                Value::Quotations(_)
                    if fact.label == Label::PerhapsMeant && self.facts.get(Label::Words).is_some() => {}
                Value::Quotations(list) => self.quotations(fact.label, list),
                Value::Mentions(Naming { passages, .. }) => {
                    let first = passages.iter().take(PASSAGES);
                    let words = first.map(|passage| {
                        let sign = passage.inferred.then_some(signs::INFERRED);
                        self.passage(sign, &passage.range, AROUND)
                    });
                    let words = words.collect();
                    let count = names::counted(context.language, passages.len(), &strings.passage);
                    self.article_section(&count, words);
                }
                _ => {}
            }
        }
        if self.content.article.is_empty() {
            // Of what is broken nothing else is said: the article may well say what was to be quoted.
            let words = if self.facts.is_broken {
                names::capitalized(strings.standing_broken)
            } else {
                strings.not_in_article.to_owned()
            };
            let mut words = vec![StopText::new(words, Role::Quiet)];
            words.extend(self.translated_claim());
            self.article_section("", words);
        }
    }

    /// What a claim says, for who does not read the article's language; who does reads the article's words.
    fn translated_claim(&self) -> Option<StopText> {
        let (context, dossier) = (self.context, &self.context.dossier);
        let claim = dossier.claim(&self.item().id).filter(|_| self.item().kind == Kind::Claim)?;
        let is_translated = context.language.tag() != dossier.article.language.primary();
        let text = claim.text.as_ref().filter(|_| is_translated)?;
        Some(StopText::new(self.ours(text), Role::Text))
    }

    fn quotations(&mut self, label: Label, list: &Quotations) {
        let context = self.context;
        if label == Label::PerhapsMeant {
            let exact: Vec<&Quotation> =
                list.quotations.iter().filter(|quotation| !quotation.is_broken()).collect();
            if !exact.is_empty() {
                let words = self.quoted(&exact);
                self.content.article.push(StopSection {
                    sign: signs::PERHAPS,
                    name: context.strings().article.to_uppercase(),
                    beside: context.strings().perhaps_meant_here.to_owned(),
                    words,
                });
            }
            return;
        }
        let (beside, quotations): (Vec<_>, Vec<_>) =
            list.quotations.iter().partition(|quotation| quotation.state.is_beside());
        let mut words = self.quoted(&quotations);
        words.extend(self.translated_claim());
        let unconfirmed = beside.into_iter().map(|quotation| words::unconfirmed(context, quotation));
        words.extend(unconfirmed.map(|beside| StopText::signed(signs::BROKEN, beside)));
        let beside = match list.hedge {
            Some(hedge) => quotation::of_article(&self.context.dossier, hedge),
            None if label == Label::LeftOutAt => context.strings().left_out_here.to_owned(),
            None => String::new(),
        };
        self.article_section(&beside, words);
    }

    fn article_section(&mut self, beside: &str, words: Vec<StopText>) {
        let context = self.context;
        let name = context.strings().article.to_uppercase();
        let article = facts::article(&context.dossier);
        // Whose article it is stands on every stop: a slide is often seen alone.
        let mut parts: Vec<String> = article.outlet.into_iter().map(str::to_owned).collect();
        parts.extend(article.published.map(|date| context.date(date)));
        let mut beside: Vec<String> = vec![parts.join(", "), beside.to_owned()];
        beside.retain(|part| !part.is_empty());
        self.content.article.push(StopSection {
            sign: signs::ARTICLE,
            name,
            beside: beside.join("; "),
            words,
        });
    }

    /// What sources say, in our words; then in their own, where those are known.
    fn sources(&mut self) {
        let (context, item) = (self.context, self.item());
        let mut statements = Statements::default();
        match item.kind {
            Kind::Gap => {
                let sign = signs::of_mark(self.facts.mark);
                statements.ours.push(StopText::signed(sign, names::name(context, item)));
            }
            Kind::Relation => {
                let sign = signs::of_mark(self.statement_mark());
                statements.ours.push(StopText::signed(sign, names::name(context, item)));
            }
            _ => {}
        }
        // What a series lacks is said after what it has.
        let (missing, others): (Vec<&Fact>, Vec<&Fact>) =
            self.facts.facts.iter().partition(|fact| fact.label == Label::NoValueFor);
        for fact in others.into_iter().chain(missing) {
            self.statement(fact, &mut statements);
        }
        let own = match (item.kind, self.facts.figures()) {
            (Kind::Source, _) => Some(Sources::of(&context.dossier, &[&item.id])),
            // The others would look as if the figures that are shown came from them.
            (_, Some(figures)) => Some(Sources::of_figures(&context.dossier, &facts::newest(figures))),
            (_, None) => None,
        };
        let own = own.filter(|own| !own.sources.is_empty());
        match own.or_else(|| self.facts.sources().cloned()) {
            Some(sources) => self.with_sources(&sources, statements),
            // A series has a publisher even where it has no figures.
            None if item.kind == Kind::Series => {
                self.with_sources(&Sources::of_figures(&context.dossier, &[]), statements);
            }
            None => {
                statements.ours.append(&mut statements.without_source);
                if !statements.ours.is_empty() {
                    self.without_source(statements.ours);
                }
            }
        }
    }

    /// Where the statement in our words comes from.
    fn statement_mark(&self) -> Mark {
        self.facts.get(Label::Provenance).and_then(|fact| fact.mark).unwrap_or(Mark::Inferred)
    }

    /// A fact in words.
    fn statement(&self, fact: &Fact, statements: &mut Statements) {
        let (context, dossier) = (self.context, &self.context.dossier);
        let words = &mut statements.ours;
        let label = words::label(context.language, fact.label);
        match &fact.value {
            Value::Details(details) => {
                let dates = details.iter().filter(|detail| matches!(detail, Detail::Date(_)));
                let dates = dates.filter_map(|date| words::detail(context, date));
                words.extend(dates.map(|date| StopText::new(date, Role::Heading)));
            }
            // Our remark, whatever sources the claim has.
            Value::Text(text) if fact.label == Label::Searched => {
                let text = format!("{label}: {}", context.text(text));
                statements.without_source.push(StopText::new(text, Role::Text));
            }
            Value::Text(text) => words.push(match fact.label {
                Label::Role | Label::Summary | Label::SourcesSay | Label::Remark | Label::Definition => {
                    let sign = fact.mark.map(signs::of_mark);
                    StopText { sign, ..StopText::new(context.text(text), Role::Text) }
                }
                _ => StopText::new(format!("{label}: {}", context.text(text)), Role::Quiet),
            }),
            // What a source says stands with its name.
            Value::Verbatim(title) if fact.label == Label::Title => {
                let title = quotation::by_us(context.language, title);
                statements.published.push(StopText::new(title, Role::Text));
            }
            Value::Links(gaps) if fact.label == Label::GapsHere => {
                for gap in gaps {
                    let words = StopText::signed(context.link_sign(gap), names::name(context, gap));
                    let evidence = dossier.evidence(gap);
                    if evidence.is_some_and(|evidence| evidence.sources.is_empty()) {
                        statements.without_source.push(words);
                    } else {
                        statements.ours.push(words);
                    }
                }
            }
            Value::Links(missing) if fact.label == Label::NoValueFor => {
                let missing = words::list(context, missing);
                words.push(StopText::new(format!("{label}: {missing}"), Role::Quiet));
            }
            Value::Figures(figures) if self.item().kind != Kind::Source => self.figures(figures, words),
            Value::Count(count) => {
                let rows = names::rows_left_out(context.language, *count);
                words.push(StopText::signed(signs::BROKEN, rows));
            }
            _ => {}
        }
    }

    /// The newest figure of each line.
    fn figures(&self, figures: &[&Observation], words: &mut Vec<StopText>) {
        let newest = facts::newest(figures);
        let first = newest.iter().take(FIGURES).map(|figure| names::figure(self.context, figure));
        words.extend(first.map(|figure| StopText::new(figure, Role::Text)));
        if newest.len() > FIGURES {
            let more = words::more(self.context.language, newest.len() - FIGURES);
            words.push(StopText::new(more, Role::Quiet));
        }
    }

    fn with_sources(&mut self, sources: &Sources, statements: Statements) {
        let (context, strings) = (self.context, self.context.strings());
        let is_figures = matches!(self.item().kind, Kind::Series | Kind::Place);
        let mut beside = published(self.context, sources);
        if let Some(series) = context.dossier.series_by_id(&self.item().id)
            && self.item().kind == Kind::Series
        {
            beside = series.outlet.to_string();
        } else if !is_figures && !statements.ours.is_empty() {
            beside = format!("{beside}; {}", strings.in_our_words);
        }
        let mut words = statements.ours;
        words.extend(statements.published);
        let count = if is_figures { 1 } else { sources.sources.len() };
        let name = context.language.plural(count, &strings.source).to_uppercase();
        if !is_figures {
            let quotes = sources.sources.iter().filter_map(|source| {
                let quote = quotation::by_us(context.language, source.quote.as_deref()?);
                Some(StopText::new(format!("{}: {quote}", source.outlet), Role::Text))
            });
            words.extend(quotes.take(NAMED));
        }
        self.content.sources.push(StopSection::new(signs::BACKGROUND, name, beside, words));
        // Where the slide draws more than is selected, it counts what says all of that, and so do its details.
        let all = if self.stop.items.is_empty() {
            sources.clone()
        } else {
            StopFacts::of(&context.dossier, context.faults(), self.stop).sources
        };
        let origins = all.origins.filter(|_| !all.sources.is_empty());
        self.content.origins = origins.map(|origins| self.origins(&all, origins));
        if !statements.without_source.is_empty() {
            let (name, words) = (strings.our_remark.to_uppercase(), statements.without_source);
            self.content.sources.push(StopSection::new(signs::INFERRED, name, String::new(), words));
        }
    }

    /// What nobody but us says, or the article's words come to.
    fn without_source(&mut self, words: Vec<StopText>) {
        let strings = self.context.strings();
        let is_remark = matches!(self.item().kind, Kind::Claim | Kind::Gap);
        let (sign, name, beside) = if is_remark {
            (signs::INFERRED, strings.our_remark.to_uppercase(), String::new())
        } else {
            (signs::of_mark(self.statement_mark()), String::new(), strings.in_our_words.to_owned())
        };
        self.content.sources.push(StopSection::new(sign, name, beside, words));
    }

    /// That it has another error, as its card says.
    fn fault(&mut self) {
        let faulty = self.context.strings().faulty;
        let is_faulty = self.facts.is_faulty;
        self.content.fault = is_faulty.then(|| self.context.with_keys(faulty, &[Action::Problems]));
    }

    fn verdict(&mut self) {
        let (language, strings) = (self.context.language, self.context.strings());
        let sign = signs::of_mark(self.facts.mark);
        let judgement = self.facts.get(Label::Judgement).map(|fact| &fact.value);
        self.content.verdict = match (judgement, self.facts.moment()) {
            _ if self.facts.is_broken => Some((signs::BROKEN, names::capitalized(strings.standing_broken))),
            (Some(Value::Judgement(judged)), _) => {
                let word = judged.map_or_else(
                    || names::judgement(language, *judged).to_uppercase(),
                    |judged| slide::assessment(language, judged).to_owned(),
                );
                Some((sign, word))
            }
            _ if self.item().kind == Kind::Gap => Some((sign, strings.left_out_verdict.to_uppercase())),
            (_, Some(moment)) => {
                words::moment(language, moment).map(|when| (signs::BACKGROUND, when.to_uppercase()))
            }
            _ => None,
        };
    }

    /// `1 origin · 2 of 3 not read by us`: how many can have said it on their own, and how many we know by others only.
    fn origins(&self, sources: &Sources, origins: usize) -> String {
        let (language, strings) = (self.context.language, self.context.strings());
        let origins = words::origins(language, origins);
        match sources.unread() {
            0 => origins,
            unread => {
                let (unread, all) = (language.count(unread), language.count(sources.sources.len()));
                self.context
                    .joined(&[origins, format!("{unread} {} {all} {}", strings.out_of, strings.not_read)])
            }
        }
    }

    /// Words of ours in place of the article's.
    fn ours(&self, text: &LocalText) -> String {
        format!("{} ({})", self.context.text(text), self.context.strings().in_our_words)
    }

    fn quoted(&self, quotations: &[&Quotation]) -> Vec<StopText> {
        let mut words = Vec::new();
        // What no longer stands comes first: it must not be passed over.
        let (broken, sound): (Vec<&Quotation>, Vec<&Quotation>) =
            quotations.iter().copied().partition(|quotation| quotation.is_broken());
        for quoted in broken.into_iter().chain(sound).take(QUOTATIONS) {
            match (quoted.state, &quoted.passage) {
                (State::Reworded, Some(passage)) => {
                    let [was, now] = quotation::reworded(self.context, quoted.words, passage);
                    for (line, sign) in [(was, Some(signs::BROKEN)), (now, None)] {
                        let emphasis = line.emphasis;
                        words.push(StopText { sign, emphasis, ..StopText::new(line.text, Role::Text) });
                    }
                }
                (_, Some(passage)) => {
                    let sign = (quoted.state == State::Inferred).then_some(signs::INFERRED);
                    words.push(self.passage(sign, passage, 0));
                }
                (_, None) => {
                    let text = quotation::of_article(&self.context.dossier, quoted.words);
                    words.push(StopText::signed(signs::BROKEN, text));
                }
            }
        }
        if quotations.len() > QUOTATIONS {
            let more = words::more(self.context.language, quotations.len() - QUOTATIONS);
            words.push(StopText::new(more, Role::Quiet));
        }
        words
    }

    fn passage(&self, sign: Option<Sign>, passage: &Range<usize>, around: usize) -> StopText {
        let quoted = quotation::passage(self.context, passage, around);
        let emphasis = quoted.emphasis.map(|set_off| (set_off, Role::LitWords)).into_iter().collect();
        StopText { sign, emphasis, ..StopText::new(quoted.text, Role::Text) }
    }
}
