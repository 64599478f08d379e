//! A stop of the tour in words: what the slide says around its picture, the same on the wall, in the notes and in documents.

use chrono::{Datelike as _, NaiveDate};

use crate::dossier::{Assessment, Kind, Picture, Precision, Stop, When};
use crate::facts::{self, Score, Sources, StopFacts, StopVerdict};
use crate::i18n::dates;
use crate::i18n::language::Language;
use crate::look::glyphs;
use crate::look::signs::{self, Sign};
use crate::protocol::context::Context;
use crate::protocol::{names, words};
use crate::text;

/// The words of a slide.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Slide {
    /// What it is about.
    pub title: String,
    /// The figure or the word shown large; none where nothing supports it.
    pub big: Option<String>,
    /// What that is.
    pub label: Option<String>,
    /// What to remember.
    pub points: Vec<String>,
    /// How what it shows stands, in a word.
    pub verdict: Option<(Sign, String)>,
    /// Which claim that is said of, where the slide does not quote it.
    pub judged: Option<String>,
    /// Who says it, when, how many can have said it on their own, and how many we did not read.
    pub source: String,
    /// Whether what it rests on is broken: nothing is shown large.
    pub is_broken: bool,
}

/// The most outlets that are named.
const NAMED: usize = 2;

impl Slide {
    /// The most words of a slide that are understood in ten seconds.
    pub const MAX_WORDS: usize = 35;

    /// The words of a stop.
    pub fn of(context: &Context, stop: &Stop) -> Self {
        let facts = StopFacts::of(&context.dossier, context.faults(), stop);
        let is_broken = facts.verdict == StopVerdict::Broken;
        let local = |text: &Option<_>| text.as_ref().filter(|_| !is_broken).map(|text| context.text(text));
        Self {
            title: title_of_slide(context, stop),
            big: local(&stop.big),
            label: local(&stop.big_label),
            points: stop.points.iter().map(|point| context.text(point)).collect(),
            verdict: verdict(context, stop, &facts),
            judged: judged(context, stop),
            source: source(context, stop, &facts),
            is_broken,
        }
    }

    /// How many words there are to read: title, label, points and verdict. A word holds a letter; what is shown large, the
    /// source line and what stands within the picture do not count.
    pub fn words(&self) -> usize {
        let verdict = self.verdict.iter().map(|(_, verdict)| verdict);
        let texts = [&self.title].into_iter().chain(&self.label).chain(&self.points).chain(verdict);
        texts.map(|text| text::words::count(text)).sum()
    }
}

/// What a slide is about. Where it quotes the words that a claim is called by, it need not say them twice.
fn title_of_slide(context: &Context, stop: &Stop) -> String {
    let quoted = stop.select.as_ref().filter(|_| stop.picture == Picture::Words && stop.title.is_empty());
    match quoted.filter(|item| names::is_by_article(context, item)) {
        Some(item) => words::numbered(context, item),
        None => title(context, stop),
    }
}

/// What a stop is called; one that nobody wrote after its picture.
pub fn title(context: &Context, stop: &Stop) -> String {
    if !stop.title.is_empty() {
        return context.text(&stop.title);
    }
    let strings = context.strings();
    match stop.picture {
        Picture::Gaps => strings.slide_gaps_title.to_owned(),
        Picture::Lanes => strings.slide_lanes_title.to_owned(),
        Picture::Overview | Picture::Map | Picture::Chart | Picture::Figure => {
            strings.slide_figures_title.to_owned()
        }
        Picture::Score => {
            let claims = names::counted(context.language, context.dossier.claims.len(), &strings.claim);
            strings.slide_score_title.replace("{}", &claims)
        }
        Picture::Words | Picture::Sources => {
            stop.select.as_ref().map_or_else(String::new, |item| names::name(context, item))
        }
    }
}

/// How a claim is assessed, for an audience.
pub fn assessment(language: Language, assessment: Assessment) -> &'static str {
    let strings = language.strings();
    match assessment {
        Assessment::BorneOut => strings.slide_borne_out,
        Assessment::Qualified => strings.slide_partly,
        Assessment::Contradicted => strings.slide_contradicted,
        Assessment::Open => strings.slide_open,
    }
}

/// The claim that a stop judges, in short; none where its words are the picture.
fn judged(context: &Context, stop: &Stop) -> Option<String> {
    let item = stop.select.as_ref().filter(|item| item.kind == Kind::Claim)?;
    let claim = context.dossier.claim(&item.id).filter(|_| stop.picture != Picture::Words)?;
    claim.short.as_ref().map(|short| context.text(short))
}

fn verdict(context: &Context, stop: &Stop, facts: &StopFacts<'_>) -> Option<(Sign, String)> {
    let (language, strings) = (context.language, context.strings());
    let words = match facts.verdict {
        StopVerdict::Broken if stop.select.is_none() => strings.stop_is_empty.to_owned(),
        StopVerdict::Broken => names::capitalized(strings.standing_broken),
        StopVerdict::Assessed(judged) => assessment(language, judged).to_owned(),
        StopVerdict::Gaps(gaps) => {
            let all = context.dossier.gaps.len();
            let counted = names::counted(language, all, &strings.gap);
            let part = format!("{} {} {counted}", language.count(gaps), strings.out_of);
            if gaps < all { part } else { counted }.to_uppercase()
        }
        StopVerdict::Later(moment) => words::moment(language, moment)?.to_uppercase(),
        StopVerdict::InArticle => strings.slide_in_article.to_owned(),
        StopVerdict::Inferred => strings.slide_inferred.to_owned(),
        StopVerdict::PartInArticle(stated, all) => filled(strings.slide_part, language, [stated, all]),
        StopVerdict::NotInArticle => strings.slide_not_in_article.to_owned(),
        StopVerdict::Read(true) => strings.slide_read.to_owned(),
        StopVerdict::Read(false) => strings.slide_not_read.to_owned(),
        StopVerdict::Retold(times) => {
            language.plural(times, &strings.slide_retold).replace("{}", &language.count(times))
        }
        StopVerdict::Untested => strings.slide_untested.to_owned(),
        StopVerdict::Score { sources: 0, .. } => {
            let totals = Score::of(&context.dossier).totals;
            let all = context.dossier.claims.len();
            filled(strings.slide_hold, language, [totals.borne_out, all])
        }
        StopVerdict::Score { sources: 1, claims } => {
            language.plural(claims, &strings.slide_carries).replace("{}", &language.count(claims))
        }
        StopVerdict::Score { sources, claims } => filled(strings.slide_carry, language, [claims, sources]),
    };
    Some((signs::of_mark(facts.mark), words))
}

/// A text with these counts in the places for them.
fn filled(text: &str, language: Language, counts: [usize; 2]) -> String {
    counts.iter().fold(text.to_owned(), |text, count| text.replacen("{}", &language.count(*count), 1))
}

/// The line that says who says it: `Reuters, Financial Times +2, 5 Nov – 27 Nov 2025 · 1 independent source · 2 of 4 not read
/// by us`.
fn source(context: &Context, stop: &Stop, facts: &StopFacts<'_>) -> String {
    let (language, strings) = (context.language, context.strings());
    if stop.picture == Picture::Score {
        return of_score(context);
    }
    let sources = &facts.sources;
    // The article itself, where it gives figures that are drawn.
    let article = facts.has_figures_of_article.then(|| article(context));
    if sources.sources.is_empty() {
        return article.unwrap_or_else(|| strings.no_source.to_owned());
    }
    let outlets = facts.outlets();
    let mut named = outlets[..outlets.len().min(NAMED)].join(", ");
    if outlets.len() > NAMED {
        named = format!("{named} +{}", language.count(outlets.len() - NAMED));
    }
    let published = facts.published().map(|(first, last)| {
        let are_days = [first, last].iter().all(|date| date.precision() == Precision::Day);
        match (context.date(first), context.date(last)) {
            (from, to) if from == to => from,
            (from, to) if are_days => format!("{from} {} {to}", context.glyph(glyphs::TO)),
            _ => years(context, first, last),
        }
    });
    let said: Vec<String> = std::iter::once(named).chain(published).collect();
    let mut parts: Vec<String> = article.into_iter().chain([said.join(", ")]).collect();
    parts.extend(sources.origins.map(|origins| origins_of(context, sources, origins)));
    parts.extend(unread(context, sources.unread(), sources.sources.len()));
    context.joined(&parts)
}

/// The article as what says it: `Article: Valley Courier, 2 March 2026`.
fn article(context: &Context) -> String {
    let facts::Article { outlet, published, .. } = facts::article(&context.dossier);
    let published = published.map(|published| context.date(published));
    let of: Vec<String> = outlet.map(str::to_owned).into_iter().chain(published).collect();
    let name = context.strings().article;
    if of.is_empty() { name.to_owned() } else { format!("{name}: {}", of.join(", ")) }
}

/// From the year in which the first was published to that of the last; bounds that are open are not said.
fn years(context: &Context, first: &When, last: &When) -> String {
    let year = |day: Option<NaiveDate>| day.map(|day| dates::year(day.year(), context.language));
    let from = year(first.first().or(first.last())).unwrap_or_default();
    let to = year(last.last().or(last.first())).unwrap_or_default();
    if from == to { from } else { format!("{from}{}{to}", context.glyph(glyphs::TO)) }
}

/// How many can have said it on their own, and that the origin of some is not known.
fn origins_of(context: &Context, sources: &Sources, origins: usize) -> String {
    let strings = context.strings();
    let is_unknown = context.dossier.has_unknown_origin(sources.sources.iter().map(|source| &source.id));
    match origins {
        0 if is_unknown => strings.origin_unknown.to_owned(),
        _ if is_unknown => {
            format!("{}, {}", words::origins(context.language, origins), strings.others_unknown)
        }
        _ => words::origins(context.language, origins),
    }
}

/// How many of some sources we did not read; nothing where we read all.
fn unread(context: &Context, unread: usize, all: usize) -> Option<String> {
    let (language, strings) = (context.language, context.strings());
    match (unread, all) {
        (0, _) => None,
        (_, 1) => Some(strings.not_read.to_owned()),
        _ => {
            let (unread, all) = (language.count(unread), language.count(all));
            Some(format!("{unread} {} {all} {}", strings.out_of, strings.not_read))
        }
    }
}

fn of_score(context: &Context) -> String {
    let (language, strings, dossier) = (context.language, context.strings(), &context.dossier);
    let mut parts = vec![names::counted(language, dossier.claims.len(), &strings.claim)];
    if !dossier.gaps.is_empty() {
        parts.push(names::counted(language, dossier.gaps.len(), &strings.gap));
    }
    let until =
        dossier.as_of.as_ref().map(|date| strings.slide_facts_until.replace("{}", &context.date(date)));
    parts.extend(until);
    parts.push(strings.slide_ours.to_owned());
    context.joined(&parts)
}
