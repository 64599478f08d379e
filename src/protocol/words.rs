//! Facts in words: what each is called, and what its parts say, the same in every output.

use crate::dossier::{Ref, SeriesKind, Source, Standing};
use crate::facts::{
    BlockLabel, Detail, Facts, Label, MOST_REPEATED, Mark, Moment, Naming, Place, Quotation, Quotations,
    State, Stretch,
};
use crate::i18n::language::Language;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted::of_article;

/// What a fact is about, as a heading begins; of a notice, what it says.
pub fn label(language: Language, label: Label) -> String {
    names::capitalized(label.words(language))
}

/// A part of what a thing is; nothing where it says nothing in this language.
pub fn detail(context: &Context, detail: &Detail) -> Option<String> {
    let (language, strings) = (context.language, context.strings());
    let words = match detail {
        Detail::ActorKind(kind) => names::actor_kind(language, kind).to_owned(),
        Detail::EventKind(kind) => names::event_kind(language, kind).to_owned(),
        Detail::SourceKind(kind) => names::capitalized(names::source_kind(language, kind)),
        Detail::SeriesKind(kind) => match kind {
            SeriesKind::Stock => strings.series_stock.to_owned(),
            SeriesKind::Flow => strings.series_flow.to_owned(),
            SeriesKind::List => strings.series_list.to_owned(),
        },
        Detail::Country(code) => (*code).to_owned(),
        Detail::AlsoCalled(aliases, name) => {
            let name = name.shown(language.tag(), &context.dossier.article.language);
            let name = name.map_or("", |name| name.text);
            let others: Vec<&str> =
                aliases.iter().map(|alias| &**alias).filter(|alias| *alias != name).collect();
            if others.is_empty() {
                return None;
            }
            format!("{} {}", strings.also_called, others.join(", "))
        }
        Detail::Date(date) => context.date(date),
        Detail::Moment(when) => moment(language, *when)?.to_owned(),
        Detail::Lane(text) | Detail::Unit(text) => context.text(text),
        Detail::Period(first, last) => {
            let (first, last) = (context.date(first), context.date(last));
            if first == last { first } else { format!("{first} {} {last}", context.glyph(glyphs::TO)) }
        }
        Detail::Coordinates(longitude, latitude) => {
            let side = |degrees: f64, positive, negative| {
                let side = if degrees < 0.0 { negative } else { positive };
                format!("{}{} {side}", language.number(degrees.abs()), context.glyph(glyphs::DEGREES))
            };
            let latitude = side(*latitude, strings.north, strings.south);
            format!("{latitude} {}", side(*longitude, strings.east, strings.west))
        }
        Detail::Reading(Some(day)) => format!("{} {}", strings.read_on, context.date(day)),
        Detail::Reading(None) => strings.not_read.to_owned(),
    };
    (!words.is_empty()).then_some(words)
}

/// How the article names an actor: `named once, meant twice · 2 passages`. The passages are left out where all of them name
/// it in one way, since there are as many.
pub fn naming(context: &Context, naming: &Naming) -> String {
    let (language, strings) = (context.language, context.strings());
    let times = |count: usize| match count {
        1 => strings.once.to_owned(),
        2 => strings.twice.to_owned(),
        many => strings.times.replace("{}", &language.count(many)),
    };
    let ways = [
        (naming.named, strings.named_times),
        (naming.otherwise, strings.otherwise_times),
        (naming.meant, strings.meant_times),
    ];
    let ways: Vec<String> = ways
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| words.replace("{}", &times(count)))
        .collect();
    let is_plain = ways.len() == 1 && naming.passages.len() == naming.named + naming.otherwise + naming.meant;
    let passages = (!is_plain).then(|| names::counted(language, naming.passages.len(), &strings.passage));
    context.joined(&std::iter::once(ways.join(", ")).chain(passages).collect::<Vec<_>>())
}

/// That something came after the article, or may have; nothing of what came before it or has no date.
pub fn moment(language: Language, moment: Moment) -> Option<&'static str> {
    match moment {
        Moment::After => Some(language.strings().after_article),
        Moment::PerhapsAfter => Some(language.strings().perhaps_after_article),
        Moment::Before | Moment::Undated | Moment::Unknown => None,
    }
}

/// How a thing stands, in a word.
pub fn mark(language: Language, mark: Mark) -> &'static str {
    let strings = language.strings();
    match mark {
        Mark::Article => strings.standing_article,
        Mark::Background => strings.standing_background,
        Mark::Inferred => strings.standing_inferred,
        Mark::Perhaps => strings.perhaps_meant,
        Mark::Assessed(assessment) => names::assessment(language, assessment),
        Mark::Gap => strings.gap.one,
        Mark::Broken => strings.standing_broken,
        Mark::Faulty => strings.export.faulty,
    }
}

/// Where a thing comes from, and whether that takes a reading.
pub fn provenance(context: &Context, standing: Standing, is_inferred: bool) -> String {
    let mut parts = vec![names::standing(context.language, standing)];
    if is_inferred {
        parts.push(context.strings().standing_inferred);
    }
    context.joined(&parts)
}

/// What is said of a quotation that is no evidence: why. Nothing of the article's words.
pub fn broken_quotation(language: Language, state: State) -> Option<&'static str> {
    let strings = language.strings();
    match state {
        State::Exact | State::Inferred | State::Candidate => None,
        State::Reworded => Some(strings.quoted_was),
        State::Ambiguous => Some(strings.quotation_ambiguous),
        State::Lost => Some(strings.quotation_lost),
        State::UnconfirmedHedge => Some(strings.hedge_unconfirmed),
        State::UnconfirmedAttribution => Some(strings.optional.attribution_unconfirmed),
    }
}

/// Words that should stand beside a claim's and are in no sentence of a valid quotation, and that they are not.
pub fn unconfirmed(context: &Context, quotation: &Quotation) -> String {
    let why = broken_quotation(context.language, quotation.state).unwrap_or_default();
    format!("{why}: {}", of_article(&context.dossier, quotation.words))
}

/// `Attributed to: Nvidia, “two people”`: to whom the article attributes a claim, actors by their names, others in its words;
/// none where it does not.
pub fn attribution(context: &Context, list: &Quotations) -> Option<String> {
    let words = list.attribution.map(|words| of_article(&context.dossier, words));
    let to = list.attributed_to.iter().map(|to| names::name(context, to)).chain(words);
    let to: Vec<String> = to.collect();
    (!to.is_empty()).then(|| format!("{}: {}", context.strings().attributed_to, to.join(", ")))
}

/// How many can have said something on their own. More than one is an upper bound.
pub fn origins(language: Language, origins: usize) -> String {
    match origins {
        many @ 2.. => language.strings().at_most_origins.replace("{}", &language.count(many)),
        few => names::counted(language, few, &language.strings().origin),
    }
}

/// `Claim 4`, `Gap 2`; of what has no number, its kind.
pub fn numbered(context: &Context, of: &Ref) -> String {
    let kind = names::capitalized(context.strings().kind(of.kind).one);
    match context.dossier.number_of(of) {
        Some(number) => format!("{kind} {}", context.language.count(number)),
        None => kind,
    }
}

/// Where in the article something is: `paragraph 3, sentence 2`. None of what is in no block that is counted.
pub fn place(language: Language, place: Place) -> Option<String> {
    let strings = language.strings();
    let block = match place.block {
        BlockLabel::Title => strings.title_of_article.to_owned(),
        BlockLabel::Heading(_) => strings.heading_of_article.to_owned(),
        BlockLabel::Paragraph(number) => {
            format!("{} {}", strings.paragraph_of_article, language.count(number))
        }
        BlockLabel::Nowhere => return None,
    };
    Some(match place.sentence {
        Some(sentence) => {
            format!("{block}, {} {}", strings.sentence_of_article.one, language.count(sentence))
        }
        None => block,
    })
}

/// Where words of the article are: `paragraph 3, sentences 2–3`.
pub fn stretch(language: Language, stretch: &Stretch) -> Option<String> {
    let Stretch { from, to } = *stretch;
    let begins = place(language, from)?;
    if from == to {
        return Some(begins);
    }
    let strings = language.strings();
    if let (true, Some(first), Some(last)) = (from.block == to.block, from.sentence, to.sentence) {
        let block = place(language, Place { sentence: None, ..from })?;
        let [first, last] = [first, last].map(|sentence| language.count(sentence));
        return Some(format!("{block}, {} {first}–{last}", strings.sentence_of_article.many));
    }
    Some(match place(language, to).filter(|ends| *ends != begins) {
        Some(ends) => format!("{begins} {} {ends}", strings.place_to_place),
        None => begins,
    })
}

/// `and 3 more`.
pub fn more(language: Language, count: usize) -> String {
    language.strings().and_more.replace("{}", &language.count(count))
}

/// Whether a source's page itself was read, and when.
pub fn reading(context: &Context, source: &Source) -> String {
    detail(context, &Detail::Reading(source.accessed.as_ref())).unwrap_or_default()
}

/// Which sources a source merely repeats; none if it repeats none.
pub fn repeats(context: &Context, source: &Source) -> Option<String> {
    let repeated: Vec<&Source> = source.repeats.iter().filter_map(|id| context.dossier.source(id)).collect();
    (!repeated.is_empty()).then(|| repeating(context, &repeated))
}

/// `repeats Reuters, Financial Times`; of very many the first, and how many more.
pub fn repeating(context: &Context, repeated: &[&Source]) -> String {
    // One more would take no more room than that there is one.
    let named = if repeated.len() > MOST_REPEATED + 1 { MOST_REPEATED } else { repeated.len() };
    let outlets: Vec<&str> = repeated[..named].iter().map(|source| &*source.outlet).collect();
    let words = format!("{} {}", context.strings().repeating, outlets.join(", "));
    if named == repeated.len() {
        return words;
    }
    let others = context.language.count(repeated.len() - named);
    format!("{words} {}", context.strings().repeating_more.replace("{}", &others))
}

/// The names of some things.
pub fn list(context: &Context, things: &[Ref]) -> String {
    let names: Vec<String> = things.iter().map(|thing| names::name(context, thing)).collect();
    names.join(", ")
}

/// What is at fault with a thing, for those who have no program at hand.
pub fn faults(language: Language, facts: &Facts) -> Vec<&'static str> {
    let export = &language.strings().export;
    let faults = [(facts.is_broken, export.broken), (facts.is_faulty, export.faulty)];
    faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words).collect()
}
