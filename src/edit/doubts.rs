//! What an author may not have meant, though it can be written.

use std::mem::discriminant;
use std::ops::Range;

use crate::dossier::anchor::{Index, contains_words, fold};
use crate::dossier::{Actor, Anchor, AnchorState, Dossier, Id, Kind, LocalText, Quote, Ref};
use crate::edit::draft::text_under;
use crate::edit::id::thing;
use crate::edit::read_back::as_compared;
use crate::edit::{Change, NewTable, Quotation, Step, TableKind, Value};
use crate::load::sentence_of;
use crate::text::cues::CueLanguage;
use crate::text::names::{name_runs, words};
use crate::text::page_address::page_of;

/// Something that may not be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// These words name the actor already: by this alias, or in a passage that is one of its own.
    AliasKnown,
    /// Another actor has it: wherever it stands both are named.
    AliasOfAnother(Id),
    /// It stands inside of these, which name others, and counts there, too, unless they are put into `not_in`.
    AliasInside(Vec<String>),
    /// Aliases of these stand inside of it, and count there, too, unless it is put into their `not_in`.
    AliasesWithin(Vec<Id>),
    /// It stands inside of these and does not count there, for the change puts them into `not_in`.
    NotInside(Vec<String>),
    /// Aliases of these stand inside of it and no longer count there, for the change puts it into their `not_in`.
    NoLongerWithin(Vec<Id>),
    /// An actor has this name.
    ActorNamed(Id),
    /// These words, or a part of them, or more, are quoted for a thing of the same kind.
    Quoted(Ref),
    /// A source with this address is there.
    SourceKnown(Id),
    /// The actor has a role already, which this takes the place of.
    HasRole(String),
    /// What is quoted for a claim or an event is only a name, or one word: it says nothing.
    OnlyAName,
    /// A text of `not_in` has none of the actor's aliases inside, so it changes nothing.
    ExceptionWithoutAlias(String),
}

impl Doubt {
    /// Whether it only says what is written with an alias, so that this does not count inside of other names.
    pub fn is_of_exception(&self) -> bool {
        matches!(self, Self::NotInside(_) | Self::NoLongerWithin(_))
    }
}

/// What may not be meant of this change, in the order of its steps, each once.
pub fn doubts(dossier: &Dossier, change: &Change) -> Vec<Doubt> {
    let mut found: Vec<Doubt> = Vec::new();
    for doubt in change.steps.iter().flat_map(|step| of_step(dossier, change, step)) {
        if found.contains(&doubt) {
            continue;
        }
        let alike = found.iter().position(|known| discriminant(known) == discriminant(&doubt));
        match (alike.map(|place| &mut found[place]), doubt) {
            (Some(Doubt::NotInside(known)), Doubt::NotInside(more)) => add_new(known, more),
            (Some(Doubt::NoLongerWithin(known)), Doubt::NoLongerWithin(more)) => add_new(known, more),
            (_, doubt) => found.push(doubt),
        }
    }
    found
}

fn add_new<T: PartialEq>(known: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !known.contains(&one) {
            known.push(one);
        }
    }
}

/// What a change says of `not_in`.
struct Exceptions<'c> {
    /// The texts that it gives the actor who gets the alias, as they are compared.
    own: Vec<String>,
    /// Those that it gives actors who are there.
    of_others: Vec<(&'c Id, String)>,
}

/// The elements that a change adds to a list of actors who are there, as they are compared.
fn elements<'c>(change: &'c Change, list: &'static str) -> impl Iterator<Item = (&'c Id, String)> {
    change.steps.iter().filter_map(move |step| match step {
        Step::Element { of, key, value: Value::Text(text) } if of.kind == Kind::Actor && key == list => {
            Some((&of.id, folded(text)))
        }
        _ => None,
    })
}

/// The aliases that a change gives anybody, as they are compared.
fn new_aliases(change: &Change) -> Vec<String> {
    let of_tables = change.steps.iter().filter_map(|step| match step {
        Step::Table(table) if table.kind == TableKind::Actor => Some(texts_of(table, "aliases")),
        _ => None,
    });
    let of_tables = of_tables.flatten().map(folded);
    of_tables.chain(elements(change, "aliases").map(|(_, alias)| alias)).collect()
}

/// What may not be meant of a step of this change.
pub(super) fn of_step(dossier: &Dossier, change: &Change, step: &Step) -> Vec<Doubt> {
    match step {
        Step::Table(table) => of_table(dossier, change, table),
        Step::Element { of, key, value: Value::Text(text) } if of.kind == Kind::Actor => {
            let Some(actor) = dossier.actor(&of.id) else { return Vec::new() };
            let given = |list| elements(change, list).filter(|(id, _)| **id == of.id).map(|(_, text)| text);
            match &**key {
                "aliases" => {
                    let of_others = elements(change, "not_in").collect();
                    let exceptions = Exceptions { own: given("not_in").collect(), of_others };
                    of_alias(dossier, Some(actor), text, &exceptions)
                }
                "not_in" => {
                    let own: Vec<String> = given("aliases").collect();
                    of_exception(actor, text, &own, &new_aliases(change))
                }
                _ => Vec::new(),
            }
        }
        Step::Element { of, key, value: Value::Words(words) }
            if of.kind == Kind::Actor && key == "mentions" =>
        {
            of_mention(dossier, &of.id, words)
        }
        Step::Key { of, key, value: Value::Text(text) }
            if of.kind == Kind::Actor && key.split('.').next() == Some("role") =>
        {
            let role = dossier.actor(&of.id).and_then(|actor| actor.role.as_ref());
            let old = role.and_then(|role| text_under(&role.text, key)).filter(|old| old != text);
            old.map(|old| Doubt::HasRole(old.to_owned())).into_iter().collect()
        }
        Step::Element { .. }
        | Step::Key { .. }
        | Step::Remove { .. }
        | Step::Decision(_)
        | Step::Boilerplate(_)
        | Step::Figure(_) => Vec::new(),
    }
}

/// What a table has under a key, in any language.
fn values_of<'t>(table: &'t NewTable, wanted: &'static str) -> impl Iterator<Item = &'t Value> {
    let is_it = move |key: &str| key == wanted || key.split('.').next() == Some(wanted);
    table.keys.iter().filter(move |(key, _)| is_it(key)).flat_map(|(_, value)| match value {
        Value::List(list) => &list[..],
        other => std::slice::from_ref(other),
    })
}

/// The texts among them.
fn texts_of<'t>(table: &'t NewTable, wanted: &'static str) -> impl Iterator<Item = &'t str> {
    values_of(table, wanted).filter_map(|value| match value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

fn of_table(dossier: &Dossier, change: &Change, table: &NewTable) -> Vec<Doubt> {
    let texts = |wanted: &'static str| texts_of(table, wanted);
    let quotations = |wanted: &'static str| {
        values_of(table, wanted).filter_map(|value| match value {
            Value::Words(words) => Some(words),
            _ => None,
        })
    };
    match table.kind {
        TableKind::Actor => {
            let named = texts("name").flat_map(|name| actors_named(dossier, name).map(Doubt::ActorNamed));
            let of_others = elements(change, "not_in").collect();
            let exceptions = Exceptions { own: texts("not_in").map(folded).collect(), of_others };
            let aliases = texts("aliases").flat_map(|alias| of_alias(dossier, None, alias, &exceptions));
            let inside: Vec<String> = texts("not_in").map(str::to_owned).collect();
            let inside = (!inside.is_empty()).then_some(Doubt::NotInside(inside));
            named.chain(aliases).chain(inside).collect()
        }
        TableKind::Source => texts("url").flat_map(|url| sources_at(dossier, url)).collect(),
        TableKind::Claim | TableKind::Event => {
            let places: Vec<Range<usize>> =
                quotations("anchors").filter_map(|words| located(dossier, words)).collect();
            of_quotations(dossier, table.kind, &places)
        }
        // Much can be left out beside the same words, and a tour can come back to a thing.
        TableKind::Gap | TableKind::Series | TableKind::Stop => Vec::new(),
    }
}

/// What may not be meant of an alias, for an actor that is there or a new one.
fn of_alias(
    dossier: &Dossier,
    actor: Option<&Actor>,
    alias: &str,
    exceptions: &Exceptions<'_>,
) -> Vec<Doubt> {
    let wanted = folded(alias);
    let is_own = |other: &Actor| actor.is_some_and(|actor| actor.id == other.id);
    let mut found = Vec::new();
    let (mut around, mut within) = (Vec::new(), Vec::new());
    for other in &dossier.actors {
        let aliases: Vec<String> = other.aliases.iter().map(|alias| folded(alias)).collect();
        if aliases.contains(&wanted) {
            found.push(if is_own(other) {
                Doubt::AliasKnown
            } else {
                Doubt::AliasOfAnother(other.id.clone())
            });
        }
        if is_own(other) {
            continue;
        }
        let excepts = |name: &str| {
            exceptions.own.iter().any(|text| text == name)
                || actor.is_some_and(|actor| actor.not_in.iter().any(|text| folded(text) == name))
        };
        let names = other.name.texts().map(folded);
        for name in aliases.iter().cloned().chain(names) {
            let is_inside = name != wanted && contains_words(&name, &wanted) && !excepts(&name);
            if is_inside && !around.contains(&name) {
                around.push(name);
            }
        }
        let is_excepted = other.not_in.iter().any(|text| folded(text) == wanted)
            || exceptions.of_others.iter().any(|(id, text)| **id == other.id && *text == wanted);
        // Of their own aliases the longest counts, wherever it stands.
        let counts = |name: &&String| **name != wanted && contains_words(&wanted, name);
        if !is_excepted && !aliases.contains(&wanted) && aliases.iter().any(|name| counts(&name)) {
            within.push(other.id.clone());
        }
    }
    if !around.is_empty() {
        let index = dossier.article.index();
        // A name that the article does not use has nothing inside.
        around.retain(|name| stands(&index, name));
    }
    found.extend((!around.is_empty()).then_some(Doubt::AliasInside(around)));
    found.extend((!within.is_empty()).then_some(Doubt::AliasesWithin(within)));
    found
}

/// Of an actor's mentions that share words only one counts.
fn of_mention(dossier: &Dossier, actor: &Id, words: &Quotation) -> Vec<Doubt> {
    let Some(place) = located(dossier, words) else { return Vec::new() };
    let mut own = dossier.mentions.iter().filter(|mention| mention.actor == *actor);
    let is_named = own.any(|own| own.passage.start < place.end && place.start < own.passage.end);
    if is_named { vec![Doubt::AliasKnown] } else { Vec::new() }
}

/// What may not be meant of a text of `not_in`, or is to be known of it, where the change gives the actor `own` aliases, and
/// actors these.
fn of_exception(actor: &Actor, text: &str, own: &[String], given: &[String]) -> Vec<Doubt> {
    let wanted = folded(text);
    if own.iter().any(|alias| contains_words(&wanted, alias)) {
        return vec![Doubt::NotInside(vec![text.to_owned()])];
    }
    if !actor.aliases.iter().any(|alias| contains_words(&wanted, &folded(alias))) {
        return vec![Doubt::ExceptionWithoutAlias(text.to_owned())];
    }
    if given.contains(&wanted) { vec![Doubt::NoLongerWithin(vec![actor.id.clone()])] } else { Vec::new() }
}

/// The actors with this name in one of the languages.
fn actors_named<'d>(dossier: &'d Dossier, name: &str) -> impl Iterator<Item = Id> + 'd {
    let wanted = folded(name).to_lowercase();
    let has = move |text: &LocalText| text.texts().any(|text| folded(text).to_lowercase() == wanted);
    dossier.actors.iter().filter(move |actor| has(&actor.name)).map(|actor| actor.id.clone())
}

/// The sources with this address, or another of the same page.
fn sources_at(dossier: &Dossier, url: &str) -> Vec<Doubt> {
    let wanted = page_of(url.trim());
    let is_there =
        |address: &Option<Box<str>>| address.as_deref().is_some_and(|address| page_of(address) == wanted);
    let all = dossier.sources.iter().filter(|source| is_there(&source.url) || is_there(&source.archived));
    all.map(|source| Doubt::SourceKnown(source.id.clone())).collect()
}

/// Whether the words say nothing, and the things of this kind that quote some of them.
fn of_quotations(dossier: &Dossier, kind: TableKind, places: &[Range<usize>]) -> Vec<Doubt> {
    let Some(kind) = thing(kind) else { return Vec::new() };
    let is_name = !places.is_empty() && places.iter().all(|place| is_only_a_name(dossier, place));
    let shares =
        |own: &Range<usize>| places.iter().any(|place| place.start < own.end && own.start < place.end);
    let quotes = |item: &Ref| {
        let anchors = dossier.evidence(item).into_iter().flat_map(|evidence| &evidence.anchors);
        anchors.filter_map(Anchor::passage).any(|own| shares(&own))
    };
    let name = is_name.then_some(Doubt::OnlyAName);
    name.into_iter().chain(dossier.all_of(kind).filter(quotes).map(Doubt::Quoted)).collect()
}

/// Whether these words are one word, or lie within a name.
fn is_only_a_name(dossier: &Dossier, place: &Range<usize>) -> bool {
    let article = &dossier.article;
    let holds = |name: &Range<usize>| name.start <= place.start && place.end <= name.end;
    let mentions = dossier.mentions.iter().filter(|mention| !mention.inferred);
    if words(&article.text[place.clone()]).len() <= 1
        || mentions.take_while(|mention| mention.passage.start <= place.start).any(|own| holds(&own.passage))
    {
        return true;
    }
    let sentence = sentence_of(article, place);
    let names = name_runs(&article.text[sentence.clone()], CueLanguage::of_tag(article.language.primary()));
    names.iter().any(|name| holds(&(sentence.start + name.start..sentence.start + name.end)))
}

/// Where the words stand.
fn located(dossier: &Dossier, words: &Quotation) -> Option<Range<usize>> {
    match dossier.article.index().locate_all(&[as_compared(words)]).pop() {
        Some(AnchorState::Exact(place)) => Some(place),
        _ => None,
    }
}

/// Whether the article has these words.
fn stands(index: &Index, words: &str) -> bool {
    let quote = Quote { exact: words.into(), ..Quote::default() };
    !matches!(index.locate_all(&[quote]).pop(), Some(AnchorState::Lost) | None)
}

fn folded(text: &str) -> String {
    fold(text).trim().to_owned()
}

#[cfg(test)]
mod tests;
