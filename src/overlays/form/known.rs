//! What the dossier knows that a field can be completed with.

use super::field::Asked;
use crate::dossier::Dossier;
use crate::load::SOURCE_TYPES;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::widgets::completion::{Known, actors};

/// The kinds of publications that come first; the rest follow in the format's order.
const USUAL_TYPES: [&str; 8] = [
    "article-newspaper",
    "webpage",
    "report",
    "article-journal",
    "legislation",
    "dataset",
    "interview",
    "speech",
];

/// All of what is asked for.
pub(super) fn of(context: &Context, asked: Asked) -> Vec<Known> {
    match asked {
        Asked::Actor | Asked::Speakers => actors(context),
        Asked::Sources => sources(context),
        Asked::SourceType => source_types(context),
        _ => Vec::new(),
    }
}

fn sources(context: &Context) -> Vec<Known> {
    let all = context.dossier.sources.iter();
    let known = all.map(|source| {
        let name = names::publication(context, source);
        let name = match source.title.as_deref() {
            Some(title) => format!("{name}: {title}"),
            None => name,
        };
        Known::new(source.id.as_str(), name, &[] as &[&str])
    });
    known.collect()
}

fn source_types(context: &Context) -> Vec<Known> {
    let others = SOURCE_TYPES.into_iter().filter(|word| !USUAL_TYPES.contains(word));
    let all = USUAL_TYPES.into_iter().chain(others);
    all.map(|word| Known::new(word, names::source_kind(context.language, word).to_owned(), &[] as &[&str]))
        .collect()
}

/// The kind of publication that most of the dossier's are; a page where it has none.
pub(super) fn usual_type(dossier: &Dossier) -> &str {
    let count = |word: &str| dossier.sources.iter().filter(|source| *source.kind == *word).count();
    let most = dossier.sources.iter().max_by_key(|source| count(&source.kind));
    most.map_or("webpage", |source| &source.kind)
}
