//! What a stop says: the article's words, the source's, and how the one stands against the other. Everything comes from
//! what the stop selects.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

use crate::dossier::{Anchor, AnchorState, Evidence, Id, Kind, LocalText, Observation, Ref, Source, Stop};
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::widgets::quotation;

/// A stop as it is told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Told {
    /// What the article says.
    pub(super) article: Vec<Section>,
    /// What sources say.
    pub(super) sources: Vec<Section>,
    /// How the one stands against the other, in a word.
    pub(super) verdict: Option<(Sign, String)>,
    /// Whether what it rests on is broken.
    pub(super) is_broken: bool,
    /// How many can have said it on their own.
    pub(super) origins: Option<String>,
}

/// Some words and who says them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Section {
    /// Where it comes from.
    pub(super) sign: Sign,
    /// Who says it, in a word.
    pub(super) name: String,
    /// What else is to be told of that.
    pub(super) beside: String,
    /// The words.
    pub(super) words: Vec<Words>,
}

/// A text, to be wrapped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Words {
    /// What stands before it.
    pub(super) sign: Option<Sign>,
    /// What it says.
    pub(super) text: String,
    /// How it looks.
    pub(super) role: Role,
    /// Bytes of the text that are set off, in order, and how.
    pub(super) emphasis: Vec<(Range<usize>, Role)>,
}

impl Words {
    fn new(text: impl Into<String>, role: Role) -> Self {
        Self { sign: None, text: text.into(), role, emphasis: Vec::new() }
    }
}

/// The most passages of an actor that are quoted.
const PASSAGES: usize = 3;
/// The most quotations of a statement; the card shows all.
const QUOTATIONS: usize = 2;
/// Words on either side of a name, in characters.
const AROUND: usize = 60;
/// The most figures that are told; the panel beside it and the card show all.
const FIGURES: usize = 8;
/// The most sources that are named; how many there are is told.
const NAMED: usize = 2;

/// What a stop says.
pub(super) fn told(context: &Context, stop: &Stop) -> Told {
    let mut telling = Telling { context, told: Told::default() };
    if let Some(item) = &stop.select {
        telling.tell(item);
    } else {
        let words = vec![Words::new(context.strings().stop_is_empty, Role::Quiet)];
        let (name, beside) = (String::new(), String::new());
        telling.told.article.push(Section { sign: signs::BROKEN, name, beside, words });
    }
    telling.told
}

struct Telling<'a> {
    context: &'a Context,
    told: Told,
}

impl Telling<'_> {
    fn tell(&mut self, item: &Ref) {
        match item.kind {
            Kind::Claim => self.claim(item),
            Kind::Gap => self.gap(item),
            Kind::Event => self.event(item),
            Kind::Actor => self.actor(item),
            Kind::Relation => self.relation(item),
            Kind::Series | Kind::Place => self.figures(item),
            Kind::Source => self.source(item),
            Kind::Observation | Kind::Link => {}
        }
        if self.context.broken.contains(item) {
            self.told.is_broken = true;
            let text = names::capitalized(self.context.strings().standing_broken);
            self.told.verdict = Some((signs::BROKEN, text));
        }
    }

    fn claim(&mut self, item: &Ref) {
        let Some(claim) = self.context.dossier.claim(&item.id) else { return };
        let mut words = self.quoted(&claim.evidence.anchors);
        // Who does not read the article's language reads what it says; who does has just read it.
        if self.context.language.tag() != self.context.dossier.article.language.primary() {
            words.push(Words::new(self.ours(&claim.text), Role::Text));
        }
        words.extend(claim.unconfirmed_hedge().map(|hedge| Words {
            sign: Some(signs::BROKEN),
            ..Words::new(names::unconfirmed_hedge(self.context, hedge), Role::Text)
        }));
        let hedge = claim.confirmed_hedge();
        let beside =
            hedge.map(|hedge| quotation::of_article(&self.context.dossier, hedge)).unwrap_or_default();
        self.article(&beside, words);
        let mut words: Vec<Words> = Vec::new();
        words.extend(claim.note.as_ref().map(|note| Words::new(self.context.text(note), Role::Text)));
        let gaps = self.context.dossier.gaps_at(&claim.evidence.anchors);
        words.extend(gaps.iter().map(|gap| Words {
            sign: Some(signs::GAP),
            ..Words::new(names::name(self.context, gap), Role::Text)
        }));
        self.sources(&claim.evidence.sources, words);
        self.told.verdict = claim.assessment.map(|judged| {
            let word = names::assessment(self.context.language, judged);
            (signs::of_assessment(judged), word.to_uppercase())
        });
    }

    fn gap(&mut self, item: &Ref) {
        let Some(gap) = self.context.dossier.gap(&item.id) else { return };
        let strings = self.context.strings();
        match &gap.near {
            Some(near) => {
                let words = self.quoted(std::slice::from_ref(near));
                self.article(strings.left_out_here, words);
            }
            None if !gap.evidence.anchors.is_empty() => {
                let words = self.quoted(&gap.evidence.anchors);
                self.article("", words);
            }
            None => self.silent_article(item),
        }
        let words =
            vec![Words { sign: Some(signs::GAP), ..Words::new(self.context.text(&gap.text), Role::Text) }];
        self.sources(&gap.evidence.sources, words);
        self.told.verdict = Some((signs::GAP, strings.left_out_verdict.to_uppercase()));
    }

    fn event(&mut self, item: &Ref) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let Some(event) = dossier.event(&item.id) else { return };
        let perhaps: Vec<Anchor> =
            event.candidate_for.iter().filter(|anchor| anchor.passage().is_some()).cloned().collect();
        if !event.evidence.anchors.is_empty() {
            let words = self.quoted(&event.evidence.anchors);
            self.article("", words);
        } else if perhaps.is_empty() {
            self.silent_article(item);
        } else {
            // Where the article's own words stand, what it perhaps means is left to the card.
            let words = self.quoted(&perhaps);
            self.told.article.push(Section {
                sign: signs::INFERRED,
                name: strings.article.to_uppercase(),
                beside: strings.perhaps_meant_here.to_owned(),
                words,
            });
        }
        let mut words = vec![Words::new(self.context.date(&event.date), Role::Heading)];
        words.push(Words::new(self.context.text(&event.summary), Role::Text));
        if let Some(status) = &event.status {
            let status = self.context.text(status);
            words.push(Words::new(format!("{}: {status}", strings.status), Role::Quiet));
        }
        self.evidence(&event.evidence, words);
        let later = names::after_article(self.context, &event.date);
        self.told.verdict = later.map(|later| (signs::BACKGROUND, later.to_uppercase()));
    }

    fn actor(&mut self, item: &Ref) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let Some(actor) = dossier.actor(&item.id) else { return };
        let count = dossier.mentions_of(&actor.id).count();
        let role = actor.role.as_ref().map_or(&[][..], |role| &role.evidence.anchors);
        if count == 0 && !role.is_empty() {
            let words = self.quoted(role);
            self.article("", words);
        } else if count == 0 {
            self.silent_article(item);
        } else {
            let mentions = dossier.mentions_of(&actor.id).take(PASSAGES);
            let words =
                mentions.map(|mention| self.passage(&mention.passage, mention.inferred, AROUND)).collect();
            self.article(&names::counted(self.context.language, count, &strings.mention), words);
        }
        if let Some(role) = &actor.role {
            let words = vec![Words::new(self.context.text(&role.text), Role::Text)];
            self.evidence(&role.evidence, words);
        }
    }

    fn relation(&mut self, item: &Ref) {
        let Some(relation) = self.context.dossier.relation(&item.id) else { return };
        let words = self.quoted(&relation.evidence.anchors);
        if words.is_empty() {
            self.silent_article(item);
        } else {
            self.article("", words);
        }
        let words = vec![Words::new(names::name(self.context, item), Role::Text)];
        self.evidence(&relation.evidence, words);
    }

    /// A series or a place: the newest figure of each of its lines.
    fn figures(&mut self, item: &Ref) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        self.told.article.push(Section {
            sign: signs::BACKGROUND,
            name: String::new(),
            beside: String::new(),
            words: vec![Words::new(strings.not_from_article, Role::Quiet)],
        });
        let of: Vec<&Observation> = dossier
            .linked_of(item, Kind::Observation)
            .filter_map(|figure| dossier.observation(&figure.id))
            .collect();
        let series = dossier.series_by_id(&item.id).filter(|_| item.kind == Kind::Series);
        let mut words = Vec::new();
        if let Some(series) = series {
            words.push(Words::new(self.context.text(&series.definition), Role::Text));
        }
        let newest = newest(&of);
        for figure in newest.iter().take(FIGURES) {
            words.push(Words::new(names::figure(self.context, figure), Role::Text));
        }
        if newest.len() > FIGURES {
            let more = self.context.language.count(newest.len() - FIGURES);
            words.push(Words::new(strings.and_more.replace("{}", &more), Role::Quiet));
        }
        words.extend(
            series
                .and_then(|series| names::left_out(self.context.language, series))
                .map(|left_out| Words { sign: Some(signs::BROKEN), ..Words::new(left_out, Role::Text) }),
        );
        let missing: Vec<String> = series
            .into_iter()
            .flat_map(|series| &series.expects)
            .map(|id| names::name(self.context, &Ref::new(Kind::Place, id)))
            .collect();
        if !missing.is_empty() {
            let text = format!("{}: {}", strings.no_value_for, missing.join(", "));
            words.push(Words::new(text, Role::Quiet));
        }
        let mut sources: Vec<Id> = Vec::new();
        for figure in newest {
            if !sources.contains(&figure.source) {
                sources.push(figure.source.clone());
            }
        }
        let name = strings.source.one.to_uppercase();
        let beside = match series {
            Some(series) => series.outlet.to_string(),
            None => self.publications(&sources),
        };
        self.told.sources.push(Section { sign: signs::BACKGROUND, name, beside, words });
        self.told.origins = Some(self.independent(&sources));
    }

    fn source(&mut self, item: &Ref) {
        let Some(source) = self.context.dossier.source(&item.id) else { return };
        let mut words: Vec<Words> = Vec::new();
        let title = source.title.as_deref().map(|title| quotation::by_us(self.context.language, title));
        words.extend(title.map(|title| Words::new(title, Role::Text)));
        self.sources(std::slice::from_ref(&source.id), words);
    }

    /// What bears a statement where nothing of its own is said of the sources: without any, it is the article's.
    fn evidence(&mut self, evidence: &Evidence, words: Vec<Words>) {
        if evidence.sources.is_empty() {
            let strings = self.context.strings();
            self.told.sources.push(Section {
                sign: signs::of_evidence(evidence),
                name: String::new(),
                beside: strings.in_our_words.to_owned(),
                words,
            });
        } else {
            self.sources(&evidence.sources, words);
        }
    }

    fn article(&mut self, beside: &str, words: Vec<Words>) {
        let name = self.context.strings().article.to_uppercase();
        let article = &self.context.dossier.article;
        // Whose article it is stands on every stop: a slide is often seen alone.
        let mut parts: Vec<String> = article.outlet.iter().map(ToString::to_string).collect();
        parts.extend(article.published.as_ref().map(|date| self.context.date(date)));
        let mut beside: Vec<String> = vec![beside.to_owned()];
        beside.insert(0, parts.join(", "));
        beside.retain(|part| !part.is_empty());
        self.told.article.push(Section { sign: signs::ARTICLE, name, beside: beside.join("; "), words });
    }

    /// That the article does not say it; where the evidence is broken, only that.
    fn silent_article(&mut self, item: &Ref) {
        let strings = self.context.strings();
        let words = if self.context.broken.contains(item) {
            names::capitalized(strings.standing_broken)
        } else {
            strings.not_in_article.to_owned()
        };
        let words = vec![Words::new(words, Role::Quiet)];
        self.article("", words);
    }

    /// What sources say, in our words; then in their own, where those are known.
    fn sources(&mut self, ids: &[Id], mut words: Vec<Words>) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        if ids.is_empty() {
            // Nobody but us says it.
            if !words.is_empty() {
                let (name, beside) = (strings.our_remark.to_uppercase(), String::new());
                self.told.sources.push(Section { sign: signs::INFERRED, name, beside, words });
            }
            return;
        }
        let ours = !words.is_empty();
        let quotes = ids.iter().filter_map(|id| dossier.source(id)).filter_map(|source| {
            let quote = quotation::by_us(self.context.language, source.quote.as_deref()?);
            Some(Words::new(format!("{}: {quote}", source.outlet), Role::Text))
        });
        words.extend(quotes.take(NAMED));
        let mut beside = self.publications(ids);
        if ours {
            beside = format!("{beside}; {}", strings.in_our_words);
        }
        let name = self.context.language.plural(ids.len(), &strings.source).to_uppercase();
        self.told.sources.push(Section { sign: signs::BACKGROUND, name, beside, words });
        self.told.origins = Some(self.independent(ids));
    }

    /// `1 origin · 2 of 3 not read by us`: how many can have said it on their own, and how many we know by others only.
    fn independent(&self, ids: &[Id]) -> String {
        let (language, strings) = (self.context.language, self.context.strings());
        let sources = ids.iter().filter_map(|id| self.context.dossier.source(id));
        let unread = sources.clone().filter(|source| source.accessed.is_none()).count();
        let origins = names::origins(self.context, ids);
        match unread {
            0 => origins,
            unread => {
                let (unread, all) = (language.count(unread), language.count(sources.count()));
                self.context
                    .joined(&[origins, format!("{unread} {} {all} {}", strings.out_of, strings.not_read)])
            }
        }
    }

    /// `Reuters, 5.11.2025; FT, 27.11.2025; 2 more`.
    fn publications(&self, ids: &[Id]) -> String {
        let sources: Vec<&Source> = ids.iter().filter_map(|id| self.context.dossier.source(id)).collect();
        let named: Vec<String> =
            sources.iter().take(NAMED).map(|source| names::publication(self.context, source)).collect();
        let named = named.join("; ");
        match sources.len().saturating_sub(NAMED) {
            0 => named,
            more => {
                let more = self.context.language.count(more);
                format!("{named}; {}", self.context.strings().and_more.replace("{}", &more))
            }
        }
    }

    /// Words of ours that stand for the article's.
    fn ours(&self, text: &LocalText) -> String {
        format!("{} ({})", self.context.text(text), self.context.strings().in_our_words)
    }

    fn quoted(&self, anchors: &[Anchor]) -> Vec<Words> {
        let mut words = Vec::new();
        // What no longer stands comes first: it must not be passed over.
        let (sound, broken): (Vec<&Anchor>, Vec<&Anchor>) =
            anchors.iter().partition(|anchor| anchor.passage().is_some());
        for anchor in broken.into_iter().chain(sound).take(QUOTATIONS) {
            match &anchor.state {
                AnchorState::Exact(passage) => words.push(self.passage(passage, anchor.inferred, 0)),
                AnchorState::Reworded(passage) => {
                    let both = quotation::reworded(self.context, &anchor.quote.exact, passage);
                    let told = both
                        .map(|told| Words { emphasis: told.emphasis, ..Words::new(told.text, Role::Text) });
                    words.extend(told);
                    if let Some(first) = words.len().checked_sub(2).and_then(|first| words.get_mut(first)) {
                        first.sign = Some(signs::BROKEN);
                    }
                }
                AnchorState::Ambiguous(_) | AnchorState::Lost => {
                    let text = quotation::of_article(&self.context.dossier, &anchor.quote.exact);
                    words.push(Words { sign: Some(signs::BROKEN), ..Words::new(text, Role::Text) });
                }
            }
        }
        if anchors.len() > QUOTATIONS {
            let more = self.context.language.count(anchors.len() - QUOTATIONS);
            words.push(Words::new(self.context.strings().and_more.replace("{}", &more), Role::Quiet));
        }
        words
    }

    fn passage(&self, passage: &Range<usize>, inferred: bool, around: usize) -> Words {
        let quoted = quotation::passage(self.context, passage, around);
        let emphasis = quoted.emphasis.map(|set_off| (set_off, Role::LitWords)).into_iter().collect();
        let sign = inferred.then_some(signs::INFERRED);
        Words { sign, emphasis, ..Words::new(quoted.text, Role::Text) }
    }
}

/// Of each place and part the newest figure, in the order in which they are first met.
fn newest<'o>(figures: &[&'o Observation]) -> Vec<&'o Observation> {
    let mut newest: Vec<&Observation> = Vec::new();
    let mut places: HashMap<_, usize> = HashMap::new();
    let last = |figure: &Observation| figure.date.as_ref().and_then(|date| date.last().or(date.first()));
    for figure in figures.iter().filter(|figure| figure.value.is_some()) {
        let place = *places.entry((&figure.series, &figure.place, &figure.part)).or_insert(newest.len());
        match newest.get_mut(place) {
            Some(known) if last(known) <= last(figure) => *known = figure,
            Some(_) => {}
            None => newest.push(figure),
        }
    }
    newest
}
