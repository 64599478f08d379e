//! Checks that need the whole dossier: unused names and sources, cycles, missing translations.

pub(crate) mod aliases;
pub(crate) mod assessments;
mod findings;
pub(crate) mod ignored_files;
mod planned;
pub(crate) mod stops;
pub(crate) mod unknown_references;

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashSet};

use crate::dossier::anchor::Index;
use crate::dossier::{Event, Id, Kind, Parts, Ref, Source};

use crate::load::read::actors::Names;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::{LocalizedText, Report};
use crate::load::syntax::ids::Ids;
use crate::load::syntax::languages::tag_of;
use crate::load::syntax::suggest::nearest;
use crate::load::syntax::tables::{ItemTable, Tables};

/// Where names without ids are written, and what only the whole reading knows of them.
pub(crate) struct NamePlaces {
    /// Those of each actor.
    pub(crate) names: Vec<Names>,
    /// The aliases that match nothing, by actor and place among its own.
    pub(crate) unused: Vec<(usize, usize)>,
    /// Those that stand only where they are not to match.
    pub(crate) excluded: Vec<(usize, usize)>,
    /// The texts of `not_in` that stand nowhere, by actor and place among its own.
    pub(crate) unused_exceptions: Vec<(usize, usize)>,
    /// The named mentions that do not count, by actor and place among its own.
    pub(crate) covered: Vec<(usize, usize)>,
    /// The aliases stand so often that not all mentions are known.
    pub(crate) is_truncated: bool,
    /// What is known of the figures.
    pub(crate) figures: FiguresRead,
}

/// How much of the figures could be read.
pub(crate) struct FiguresRead {
    /// No row is left out.
    pub(crate) every_row: bool,
    /// Nor can another file or a series with a broken id have some.
    pub(crate) whole: bool,
    pub(crate) file: FiguresFile,
}

/// The file of figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FiguresFile {
    /// None is named.
    Unnamed,
    /// It could not be opened, or not as a table.
    Lost,
    /// It was read.
    Read,
}

/// Checks the whole dossier, and breaks cycles of references.
pub(crate) fn check(
    parts: &mut Parts,
    tables: &Tables<'_>,
    ids: &Ids,
    index: &Index,
    written: &NamePlaces,
    report: &mut Report,
) {
    // Before cycles are broken: a source in one is in use.
    // A row that is not read may be what rests on one.
    if written.figures.every_row && written.figures.file != FiguresFile::Lost {
        unused_sources(parts, ids, report);
    }
    if written.figures.file == FiguresFile::Lost {
        // Nothing supports them now, and the file has its own report.
        parts.series.iter_mut().for_each(|series| series.finding = None);
    }
    // Where a row is left out it may be its only one.
    if written.figures.whole {
        empty_series(parts, ids, written.figures.file != FiguresFile::Unnamed, report);
    }
    findings::unsupported_findings(parts, tables, written.figures.every_row, report);
    planned::unlike_series(parts, ids, report);
    planned::second_series(parts, ids, report);
    let sources = Chain { kind: Kind::Source, verb: "repeats", tables };
    let cut = sources.break_cycles(&mut parts.sources, |s: &Source| &s.id, |s| &mut s.repeats, report);
    // What it repeats is not known any more; nor is it an origin.
    for source in cut {
        parts.sources[source].repeats_unknown = true;
    }
    let events = Chain { kind: Kind::Event, verb: "follows", tables };
    events.break_cycles(&mut parts.events, |e: &Event| &e.id, |e| &mut e.follows, report);
    aliases::check(parts, index, written, report);
    for &(actor, mention) in &written.covered {
        let Some(at) = written.names.get(actor).and_then(|names| names.mentions.get(mention)) else {
            continue;
        };
        let actor = &parts.actors[actor];
        let words = quoted(&actor.named_mentions[mention].quote.exact);
        let message = format!("the mention {words} shares words with another mention of the same actor");
        let hint = "of these only the longest counts: leave this one out, or quote other words";
        report.add(Rule::MentionsOverlap, *at, Some(&actor.to_ref()), message, hint);
    }
    missing_languages(report);
}

fn unused_sources(parts: &Parts, ids: &Ids, report: &mut Report) {
    let used: HashSet<&Id> = parts.named(Kind::Source).collect();
    let is_idle = |source: &&Source| !used.contains(&source.id);
    for source in parts.sources.iter().filter(is_idle) {
        // It may be in use where something cannot be read.
        if report.is_unread(source.id.as_str()) {
            continue;
        }
        let Some(at) = ids.at(Kind::Source.word(), &source.id) else { continue };
        let message = format!("nothing rests on the source {}", quoted(source.id.as_str()));
        report.add(
            Rule::SourceUnused,
            at,
            Some(&source.to_ref()),
            message,
            "name it where it supports something, or remove it",
        );
    }
}

fn empty_series(parts: &Parts, ids: &Ids, has_figures: bool, report: &mut Report) {
    let met: HashSet<&Id> = parts.observations.iter().map(|observation| &observation.series).collect();
    for series in parts.series.iter().filter(|series| !met.contains(&series.id)) {
        let Some(at) = ids.at(Kind::Series.word(), &series.id) else { continue };
        let message = format!("series {} has no figures", quoted(series.id.as_str()));
        let hint = if has_figures {
            "write them into the file that observations names, or remove the series"
        } else {
            "write them into a CSV file and name it in the head of dossier.toml, observations = \"figures.csv\"; or \
             remove the series"
        };
        report.add(Rule::SeriesEmpty, at, Some(&series.to_ref()), message, hint);
    }
}

/// A key with references to things of the same kind, which must not form a cycle.
struct Chain<'t, 'd> {
    kind: Kind,
    verb: &'static str,
    tables: &'t Tables<'d>,
}

impl Chain<'_, '_> {
    /// Removes the references that close a cycle, reports them, and says which things they were in.
    fn break_cycles<T>(
        &self,
        things: &mut [T],
        id: impl Fn(&T) -> &Id,
        links: impl Fn(&mut T) -> &mut Vec<Id>,
        report: &mut Report,
    ) -> Vec<usize> {
        let number: HashMap<Id, usize> =
            things.iter().enumerate().map(|(at, thing)| (id(thing).clone(), at)).collect();
        let mut state = vec![State::New; things.len()];
        let mut closing: Vec<(usize, Id)> = Vec::new();
        for start in 0..things.len() {
            if state[start] != State::New {
                continue;
            }
            state[start] = State::Open;
            // Not recursive: a chain may be as long as a file allows.
            let mut path: Vec<(usize, usize)> = vec![(start, 0)];
            while let Some((thing, next)) = path.last_mut() {
                let Some(target) = links(&mut things[*thing]).get(*next).cloned() else {
                    state[*thing] = State::Done;
                    path.pop();
                    continue;
                };
                *next += 1;
                let Some(&to) = number.get(&target) else { continue };
                match state[to] {
                    State::New => {
                        state[to] = State::Open;
                        path.push((to, 0));
                    }
                    State::Open => closing.push((*thing, target)),
                    State::Done => {}
                }
            }
        }
        if closing.is_empty() {
            return Vec::new();
        }
        let tables: HashMap<&Id, &ItemTable<'_>> =
            self.tables.named(self.kind.word()).iter().map(|table| (&table.id, table)).collect();
        for (thing, target) in &closing {
            let own = id(&things[*thing]).clone();
            links(&mut things[*thing]).retain(|id| id != target);
            let Some(table) = tables.get(&own) else { continue };
            let at = table.place_in_list(self.verb, target.as_str()).unwrap_or(table.at());
            let (word, verb) = (self.kind.word(), self.verb);
            let message = if own == *target {
                format!("{word} {} {verb} itself", quoted(own.as_str()))
            } else {
                format!(
                    "{word} {} {verb} {}, which leads back to it",
                    quoted(own.as_str()),
                    quoted(target.as_str())
                )
            };
            let one = if own == *target { "it" } else { "one of them" };
            let hint = format!("remove {one} from \"{verb}\"");
            report.add(Rule::ReferenceCycle, at, Some(&Ref::new(self.kind, &own)), message, hint);
        }
        closing.into_iter().map(|(thing, _)| thing).collect()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

/// The languages a text is written in, without their regions.
fn primary(text: &LocalizedText) -> Vec<&str> {
    let mut languages: Vec<&str> = text.languages.iter().map(|(language, _)| language.primary()).collect();
    languages.sort_unstable();
    languages.dedup();
    languages
}

/// Reports texts that lack a language which other texts of the dossier have. A language that fewer than half of them have
/// is reported where it is used instead, once: it is misspelt, or a translation just begun, and not missing everywhere
/// else.
fn missing_languages(report: &mut Report) {
    let texts = std::mem::take(&mut report.texts);
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for language in texts.iter().flat_map(primary) {
        *count.entry(language).or_default() += 1;
    }
    let (few, used): (BTreeSet<&str>, BTreeSet<&str>) =
        count.keys().partition(|language| count[*language] * 2 < texts.len());
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    for text in &texts {
        let written = primary(text);
        let mut lacking: Vec<&str> = used.iter().filter(|used| !written.contains(used)).copied().collect();
        for (language, at) in &text.languages {
            let language = language.primary();
            if !few.contains(language) {
                continue;
            }
            let meant = nearest(language, lacking.iter().copied()).or_else(|| {
                lacking.iter().copied().find(|lacked| tag_of(language).as_deref() == Some(*lacked))
            });
            // What was meant is not missing, too.
            lacking.retain(|lacked| Some(*lacked) != meant);
            if reported.insert(language) {
                let message = match count[language] {
                    1 => format!("only this text has {}", quoted(language)),
                    several => format!("only {several} of {} texts have {}", texts.len(), quoted(language)),
                };
                let otherwise = || "translate the others, too, or leave it out".to_owned();
                let hint = meant.map_or_else(otherwise, |meant| format!("did you mean {}?", quoted(meant)));
                report.add(Rule::LanguageRare, *at, text.item.as_ref(), message, hint);
            }
        }
        if !lacking.is_empty() {
            let message = format!("this text lacks {}, which others have", lacking.join(", "));
            report.add(
                Rule::TranslationMissing,
                text.at,
                text.item.as_ref(),
                message,
                "translate it, or write one text for all",
            );
        }
    }
}
