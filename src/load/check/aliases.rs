//! Aliases that match nothing, that two actors share, or that match inside the name of another.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::dossier::anchor::{Index, contains_words, differing, first_difference, fold};
use crate::dossier::near_forms::{self, NearForm};
use crate::dossier::{Actor, AnchorState, Parts, Quote};
use crate::text::typography::described;

use crate::load::check::NamePlaces;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::report::{ProblemText, Report};

/// Checks the aliases of all actors.
pub(super) fn check(parts: &Parts, index: &Index, written: &NamePlaces, report: &mut Report) {
    unused(parts, index, written, report);
    excluded(parts, written, report);
    exceptions(parts, index, written, report);
    // Where not all are found it is said that there are too many.
    if !written.is_truncated {
        shared(parts, written, report);
        nested(parts, index, written, report);
    }
}

/// Where an alias is written.
fn place(written: &NamePlaces, actor: usize, alias: usize) -> Option<Span> {
    written.names.get(actor)?.aliases.get(alias).copied()
}

/// The forms of these names that stand in the article and are none of the actor's aliases, the likest first.
pub(crate) fn forms_for(actors: &[Actor], index: &Index, wanted: &[(usize, &str)]) -> Vec<Vec<NearForm>> {
    let names: Vec<&str> = wanted.iter().map(|(_, name)| *name).collect();
    let found = near_forms::find(index, &names).into_iter().zip(wanted);
    let found = found.map(|(mut forms, (actor, _))| {
        let own: Vec<String> =
            actors[*actor].aliases.iter().map(|alias| fold(alias).trim().to_owned()).collect();
        forms.retain(|form| !own.contains(&form.text));
        forms
    });
    found.collect()
}

/// Aliases that match nothing.
fn unused(parts: &Parts, index: &Index, written: &NamePlaces, report: &mut Report) {
    let alias = |&(actor, alias): &(usize, usize)| (actor, &*parts.actors[actor].aliases[alias]);
    let wanted: Vec<(usize, &str)> = written.unused.iter().map(alias).collect();
    let forms = forms_for(&parts.actors, index, &wanted);
    for ((&(actor, number), (_, alias)), forms) in written.unused.iter().zip(wanted).zip(forms) {
        let Some(at) = place(written, actor, number) else { continue };
        let nothing = format!("the alias {} matches nothing in the article", quoted(alias));
        let same = forms.iter().find(|form| !differing(alias, &form.text).is_empty());
        let (at, message, hint) = match (same, &forms[..]) {
            (Some(form), _) => {
                let pairs = differing(alias, &form.text);
                let pairs = pairs.iter().map(|(one, other)| (one.as_str(), other.as_str()));
                let at = first_difference(alias, &form.text).map_or(at, |byte| at.within(alias, byte, 1));
                (
                    at,
                    format!("{nothing}: the article has {}", described(pairs, "the alias")),
                    "write it as it stands there, or run fundstelle relink, which takes the article's \
                     characters over"
                        .to_owned(),
                )
            }
            (None, []) => (
                at,
                nothing,
                "write it as it stands there, whole words, capitals and all, or leave it out".to_owned(),
            ),
            (None, [first, ..]) => (
                at,
                format!("{nothing}; what stands there is {}", listed(&forms)),
                format!(
                    "if that is meant, write it as it stands there: {}; fundstelle relink offers it",
                    quoted(&first.text)
                ),
            ),
        };
        report.add(Rule::AliasUnused, at, Some(&parts.actors[actor].to_ref()), message, hint);
    }
}

/// Some forms and how often they stand: `"Nvidias" (3 times), "NVIDIA"`.
fn listed(forms: &[NearForm]) -> String {
    let some = forms.iter().take(SHOWN).map(|form| match form.count {
        1 => quoted(&form.text),
        count => format!("{} ({count} times)", quoted(&form.text)),
    });
    some.collect::<Vec<_>>().join(", ")
}

/// Aliases that stand only where they are not to match.
fn excluded(parts: &Parts, written: &NamePlaces, report: &mut Report) {
    for &(actor, number) in &written.excluded {
        let Some(at) = place(written, actor, number) else { continue };
        let actor = &parts.actors[actor];
        let message = format!(
            "the alias {} stands in the article only inside of texts in not_in",
            quoted(&actor.aliases[number])
        );
        let hint = "leave the alias out, or take out of not_in what does name the actor";
        report.add(Rule::AliasUnused, at, Some(&actor.to_ref()), message, hint);
    }
}

/// Texts of `not_in` without effect.
fn exceptions(parts: &Parts, index: &Index, written: &NamePlaces, report: &mut Report) {
    // Of a misspelt alias it is said already that it stands nowhere.
    let doubtful: HashSet<usize> = written.unused.iter().map(|(actor, _)| *actor).collect();
    let text = |&(actor, exception): &(usize, usize)| &*parts.actors[actor].not_in[exception];
    let texts: Vec<&str> = written.unused_exceptions.iter().map(text).collect();
    let mut forms: HashMap<(usize, usize), Vec<NearForm>> = HashMap::with_capacity(texts.len());
    forms.extend(written.unused_exceptions.iter().copied().zip(near_forms::find(index, &texts)));
    for (number, (actor, names)) in parts.actors.iter().zip(&written.names).enumerate() {
        for (text, (exception, at)) in actor.not_in.iter().zip(names.not_in.iter().flatten().enumerate()) {
            let folded = fold(text);
            let (message, hint) = if let Some(forms) = forms.get(&(number, exception)) {
                let otherwise = || "write it as it stands there, or leave it out".to_owned();
                let hint = forms.first().map_or_else(otherwise, |form| {
                    format!("did you mean {}, which stands there?", quoted(&form.text))
                });
                (format!("{} stands nowhere in the article", quoted(text)), hint)
            } else if doubtful.contains(&number)
                || actor.aliases.iter().any(|alias| contains_words(&folded, fold(alias).trim()))
            {
                continue;
            } else {
                (
                    format!("{} contains none of the actor's aliases", quoted(text)),
                    "write a name that an alias stands inside of, or leave it out".to_owned(),
                )
            };
            let message = format!("{message}, so \"not_in\" has no effect here");
            report.add(Rule::NotInUnused, *at, Some(&actor.to_ref()), message, hint);
        }
    }
}

/// Aliases that an actor before has, too. Of one that matches nothing that is said already.
fn shared(parts: &Parts, written: &NamePlaces, report: &mut Report) {
    let unused: HashSet<(usize, usize)> = written.unused.iter().chain(&written.excluded).copied().collect();
    let mut first: HashMap<String, (usize, usize)> = HashMap::new();
    for (number, actor) in parts.actors.iter().enumerate() {
        for (alias, text) in actor.aliases.iter().enumerate() {
            if unused.contains(&(number, alias)) {
                continue;
            }
            let (other, its) = *first.entry(fold(text).trim().to_owned()).or_insert((number, alias));
            let (Some(at), Some(there)) = (place(written, number, alias), place(written, other, its)) else {
                continue;
            };
            if other == number {
                continue;
            }
            let id = quoted(parts.actors[other].id.as_str());
            let message = format!("the alias {} is also one of actor {id}", quoted(text));
            let message = ProblemText::ending_in(message, ", written in", there);
            let hint = "each place counts for both: leave it out of one, and quote in its mentions the places that \
                        mean it";
            report.add(Rule::AliasShared, at, Some(&actor.to_ref()), message, hint);
        }
    }
}

/// A name of an actor that stands in the article.
struct StandingName {
    actor: usize,
    folded: String,
}

/// The most names that a report lists.
const SHOWN: usize = 3;

/// Aliases that match inside a longer name of another actor, between blanks, of actors that have no `not_in`.
fn nested(parts: &Parts, index: &Index, written: &NamePlaces, report: &mut Report) {
    let mut owners: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    for (number, (actor, names)) in parts.actors.iter().zip(&written.names).enumerate() {
        // Who has the key has said what is meant.
        for (alias, text) in actor.aliases.iter().enumerate().filter(|_| names.not_in.is_none()) {
            owners.entry(fold(text).trim().to_owned()).or_default().push((number, alias));
        }
    }
    let mut found: HashMap<usize, Vec<(usize, String)>> = HashMap::new();
    let mut met: HashSet<(usize, String)> = HashSet::new();
    for name in standing_names(parts, index, written) {
        for inner in inner_runs(&name.folded) {
            for &(actor, alias) in owners.get(inner).into_iter().flatten() {
                let is_known = || is_own(&parts.actors[actor], &name.folded, inner);
                if actor != name.actor && !is_known() && met.insert((actor, name.folded.clone())) {
                    found.entry(actor).or_default().push((alias, name.folded.clone()));
                }
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_unstable_by_key(|(actor, _)| *actor);
    for (actor, mut names) in found {
        // In the order of the alphabet: where the tables are written does not matter.
        names.sort_by(|(_, one), (_, other)| one.cmp(other));
        let Some(at) = names.iter().filter_map(|(alias, _)| place(written, actor, *alias)).min() else {
            continue;
        };
        let actor = &parts.actors[actor];
        let (message, hint) = match &names[..] {
            [(alias, name)] => (
                format!(
                    "the alias {} also matches inside of {}, a name of another actor",
                    quoted(&actor.aliases[*alias]),
                    quoted(name)
                ),
                format!(
                    "write not_in = [{}] if this actor is not meant there, else not_in = []",
                    as_toml(name)
                ),
            ),
            several => {
                let each = several
                    .iter()
                    .take(SHOWN)
                    .map(|(alias, name)| format!("{} in {}", quoted(&actor.aliases[*alias]), quoted(name)));
                let each = each.collect::<Vec<_>>().join(", ");
                let message = format!("aliases also match inside of names of other actors: {each}");
                if several.len() > SHOWN {
                    // A list with some of them left out must not be copied.
                    (
                        format!("{message} and {} more", several.len() - SHOWN),
                        "list in not_in the names in which this actor is not meant, or write not_in = [] if it is in all"
                            .to_owned(),
                    )
                } else {
                    let all: Vec<String> = several.iter().map(|(_, name)| as_toml(name)).collect();
                    let all = all.join(", ");
                    (
                        message,
                        format!(
                            "write not_in = [{all}] without those that do mean this actor, or not_in = [] if all do"
                        ),
                    )
                }
            }
        };
        report.add(Rule::AliasNested, at, Some(&actor.to_ref()), message, hint);
    }
}

/// A name as it can be copied into a file.
fn as_toml(name: &str) -> String {
    let name = TomlStringBuilder::new(name);
    name.as_basic_pretty().or_else(|| name.as_literal()).unwrap_or_else(|| name.as_basic()).to_toml_value()
}

/// The aliases and names of all actors that stand in the article, in their order.
fn standing_names(parts: &Parts, index: &Index, written: &NamePlaces) -> Vec<StandingName> {
    let unused: HashSet<(usize, usize)> = written.unused.iter().copied().collect();
    let mut names: Vec<StandingName> = Vec::new();
    // Whether the name itself stands is not known yet.
    let mut open: Vec<(usize, Quote)> = Vec::new();
    for (actor, own) in parts.actors.iter().enumerate() {
        for (alias, text) in own.aliases.iter().enumerate() {
            if !unused.contains(&(actor, alias)) && has_inner_words(text) {
                names.push(StandingName { actor, folded: fold(text).trim().to_owned() });
            }
        }
        let own_names = own.name.texts().filter(|name| has_inner_words(name));
        open.extend(own_names.map(|name| (actor, Quote { exact: name.into(), ..Quote::default() })));
    }
    let (actors, quotes): (Vec<usize>, Vec<Quote>) = open.into_iter().unzip();
    for ((actor, quote), state) in actors.into_iter().zip(&quotes).zip(index.locate_all(&quotes)) {
        if state != AnchorState::Lost {
            names.push(StandingName { actor, folded: fold(&quote.exact).trim().to_owned() });
        }
    }
    names.sort_by_key(|name| name.actor);
    names
}

fn has_inner_words(name: &str) -> bool {
    /// A longer one is a sentence.
    const MOST_WORDS: usize = 16;
    (2..=MOST_WORDS).contains(&name.split_whitespace().count())
}

/// The runs of whole words in a name, without punctuation at their ends, that are shorter than the name.
fn inner_runs(name: &str) -> Vec<&str> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let words: Vec<Range<usize>> = name
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some(start..start + word.len())
        })
        .collect();
    let mut runs = Vec::new();
    for (first, start) in words.iter().enumerate() {
        for end in &words[first..] {
            let run = &name[start.start..end.end];
            if run.len() < name.len() {
                runs.push(run);
                let bare = run.trim_matches(is_mark);
                if bare.len() < run.len() {
                    runs.push(bare);
                }
            }
        }
    }
    runs
}

/// Whether a longer alias of the actor takes the place of the inner one in this name.
fn is_own(actor: &Actor, name: &str, inner: &str) -> bool {
    actor.aliases.iter().any(|alias| {
        let alias = fold(alias);
        let alias = alias.trim();
        alias.len() > inner.len() && contains_words(alias, inner) && contains_words(name, alias)
    })
}
