//! Bytes in, a dossier and its problems out.
//!
//! A fatal problem leaves nothing to open; with any other the dossier opens. What cannot be read is reported and
//! left out, what is doubtful is reported and kept, and every reference that remains names something.

mod actors;
mod anchors;
mod article;
mod check;
mod claims;
mod csv;
mod events;
mod fields;
mod files;
pub mod format;
mod header;
mod ids;
mod limits;
mod markdown;
mod nearest;
mod places;
mod problem;
mod report;
mod seen;
mod series;
mod shipped;
mod sources;
mod span;
mod states;
mod strays;
mod syntax;
mod tables;
mod text_file;
mod toml;
mod tour;
mod whereabouts;
mod words;
mod written;

use std::sync::Arc;

use ::toml::de::DeTable;

use crate::dossier::anchor::Index;
use crate::dossier::{Article, Dossier, LocalText, Parts, mentions};

use self::anchors::Known;
use self::check::Written;
use self::header::{ArticleNote, Header};
use self::report::Report;
use self::span::{At, Found};
use self::syntax::Slip;
use self::tables::Document;
use self::text_file::{TextFile, read_text};

pub use files::{Changed, Embedded, Files, Folder, Memory, ReadError};
pub(crate) use nearest::nearest;
pub use problem::{Excerpt, Grade, Location, Problem};
pub use report::{Marks, Tally};
pub use seen::{Seen, headless, load_noting};
pub use shipped::shipped;
pub use whereabouts::{Whereabouts, whereabouts};
pub use written::{Edit, WrittenAnchor, WrittenAnchors, anchors_of};

/// The file that makes a folder a dossier.
const DOSSIER: &str = "dossier.toml";

/// The files a dossier's tables may stand in, in the order in which they are put together.
const CONVENTION: [&str; 7] =
    [DOSSIER, "sources.toml", "actors.toml", "claims.toml", "events.toml", "series.toml", "tour.toml"];

/// A dossier that can be opened.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is known.
    pub dossier: Arc<Dossier>,
    /// What is wrong with it, none of it fatal, by file and place; of very many problems only the first.
    pub problems: Vec<Problem>,
    /// What errors were found with, listed or not.
    pub marks: Marks,
    /// How many problems there are, listed or not.
    pub tally: Tally,
}

/// Why a dossier cannot be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// What is fatal, at least one, by file and place; of very many only the first.
    pub problems: Vec<Problem>,
    /// How many there are, listed or not.
    pub tally: Tally,
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem], tally: Tally { errors: 1, files: 1, ..Tally::default() } }
    }
}

/// Reads a dossier, or a bare article, which makes a dossier with nothing in it but the article.
///
/// # Errors
///
/// Fails with all fatal problems, at least one, if there is no readable article, a TOML file
/// that is unreadable or no TOML, or a format this version does not know.
pub fn load(files: &dyn Files) -> Result<Loaded, Refusal> {
    let mut report = Report::default();
    let mut texts = read_texts(files, &mut report);
    let mut others: Vec<TextFile> = Vec::new();
    let loaded = if texts.first().is_some_and(|first| first.name == DOSSIER) {
        load_tables(files, &texts, &mut others, &mut report)
    } else {
        texts.clear();
        report = Report::default();
        load_bare(files, &mut others, &mut report)
    };
    let fatal = report.has_fatal();
    let (problems, marks, tally) = report.finish(&texts.iter().chain(&others).collect::<Vec<_>>());
    match loaded {
        Some(dossier) if !fatal => Ok(Loaded { dossier: Arc::new(dossier), problems, marks, tally }),
        _ => Err(Refusal { problems, tally }),
    }
}

/// The files with the dossier's tables, as far as they are there.
fn read_texts(files: &dyn Files, report: &mut Report) -> Vec<TextFile> {
    let mut texts: Vec<TextFile> = Vec::new();
    for name in CONVENTION {
        let (text, fault) = read_text(files, name, limits::TOML);
        match fault {
            Some(fault) if fault.missing => continue,
            Some(fault) => {
                let at = At::point(texts.len(), fault.within.unwrap_or(0));
                report.fatal(at, format!("this file cannot be read: {}", fault.message), fault.hint);
            }
            None => {}
        }
        texts.push(text);
    }
    texts
}

/// An article without a dossier.
fn load_bare(files: &dyn Files, others: &mut Vec<TextFile>, report: &mut Report) -> Option<Dossier> {
    let mut names = files.list();
    // A file that was given by its own path is the article, whatever it is called.
    if names.len() > 1 {
        names.retain(|name| !name.starts_with('.') && header::unreadable(name).is_none());
    }
    // What is told of a folder is not what is in it.
    if names.len() > 1 {
        names.retain(|name| !is_readme(name));
    }
    let at = At::start_of(0);
    let name = match names.as_slice() {
        [name] => name.clone(),
        several => {
            others.push(TextFile::absent(DOSSIER));
            let message = if several.is_empty() {
                "there is no dossier.toml, and no .txt or .md file to open as an article".to_owned()
            } else {
                let some: Vec<&str> = several.iter().take(3).map(String::as_str).collect();
                let more = if several.len() > some.len() { " …" } else { "" };
                format!(
                    "there is no dossier.toml, and each of {}{more} could be the article",
                    some.join(", ")
                )
            };
            report.fatal(at, message, "write a dossier.toml, or give the path of one .txt or .md file");
            return None;
        }
    };
    if let Some((message, hint)) = header::unreadable(&name) {
        others.push(TextFile::absent(&name));
        report.fatal(at, message, hint);
        return None;
    }
    let note = ArticleNote::bare(Found { value: name, at });
    let article = article::read(files, &note, 0, others, report)?;
    Some(Dossier::assemble(empty(title_of(&article), article)))
}

/// The article's title for the dossier's; an article can be one line of megabytes.
fn title_of(article: &Article) -> LocalText {
    let title = article.title().unwrap_or_default();
    let end = title.char_indices().nth(limits::TEXT).map_or(title.len(), |(end, _)| end);
    LocalText::plain(&title[..end])
}

fn is_readme(name: &str) -> bool {
    name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("readme"))
}

fn load_tables(
    files: &dyn Files,
    texts: &[TextFile],
    others: &mut Vec<TextFile>,
    report: &mut Report,
) -> Option<Dossier> {
    let documents: Vec<Document<'_>> =
        texts.iter().enumerate().map(|(file, text)| parse(text, file, report)).collect();
    // What a broken head would say of the article would only mislead.
    if report.has_fatal() {
        return None;
    }
    let head = header::read(&documents.first()?.root, 0, report);
    let article =
        head.article.as_ref().and_then(|note| article::read(files, note, texts.len(), others, report));
    if report.has_fatal() {
        return None;
    }
    let parts = build(files, &documents, head, article?, (texts.len(), others), report);
    Some(Dossier::assemble(parts))
}

fn parse<'d>(text: &'d TextFile, file: usize, report: &mut Report) -> Document<'d> {
    let (root, errors) = DeTable::parse_recoverable(&text.text);
    // What comes before a byte that cannot be read is cut off, and so are the errors that it would seem to have.
    if text.whole && !errors.is_empty() {
        for Slip { span, message, hint } in syntax::slips(&text.text, &errors) {
            report.fatal(At::span(file, span), format!("this is not TOML: {message}"), hint);
        }
    }
    Document { file, root: root.into_inner() }
}

fn build(
    files: &dyn Files,
    documents: &[Document<'_>],
    head: Header,
    article: Article,
    (first_other, others): (usize, &mut Vec<TextFile>),
    report: &mut Report,
) -> Parts {
    let index = Index::new(&article.text, article.worded().map(|block| block.range.clone()));
    let (tables, ids) = tables::collect(documents, &header::KEYS, report);
    let known = Known::new(ids, &article, &index, &tables);
    let sources = sources::read(&tables, &known.ids, report);
    let (actors, names) = actors::read(&tables, &known, report);
    let relations = actors::read_relations(&tables, &known, report);
    let claims = claims::read(&tables, &known, report);
    let gaps = claims::read_gaps(&tables, &known, report);
    let mut lanes = events::read_lanes(&tables, report);
    let events = events::read(&tables, &known, &mut lanes, report);
    let places = series::read_places(&tables, &known.ids, report);
    let mut series = series::read(&tables, &known.ids, report);
    let stops = tour::read(&tables, &known.ids, report);
    strays::report(head.place, &tables, report);
    let ids = known.ids;
    let mut observations = Vec::new();
    // Where no file of figures is named, another mistake may be why.
    let errors = if head.observations.is_some() { report.errors() } else { 0 };
    if let Some(name) = head.observations {
        let file = first_other + others.len();
        let (text, fault) = read_text(files, &name.value, limits::CSV);
        if let Some(fault) = fault {
            let (at, message, hint) = fault.told_of("observations", files, &name, file);
            report.add(Grade::Error, at, None, message, hint);
        } else {
            let figures = csv::read(&text.text, file, &ids, &series, report);
            observations = figures.observations;
            for series in &mut series {
                series.left_out = figures.left_out.get(&series.id).copied().unwrap_or(0);
                // The rows themselves cannot be marked: they are not there.
                if series.left_out > 0 {
                    report.mark_broken(Some(&series.to_ref()));
                }
            }
        }
        others.push(text);
    }
    let whole_figures = report.errors() == errors;
    let found = mentions::find(&index, &actors);
    if found.cut {
        let at = At::start_of(0);
        let message = format!("the aliases stand in the article more than {} times", mentions::MAX_MENTIONS);
        report.add(Grade::Error, at, None, message, "not all are marked; use longer aliases");
    }
    let title = head.title.unwrap_or_else(|| title_of(&article));
    let mut parts = Parts {
        title,
        as_of: head.as_of,
        article,
        sources,
        actors,
        mentions: found.mentions,
        relations,
        claims,
        gaps,
        lanes,
        events,
        places,
        series,
        observations,
        stops,
    };
    let written = Written { names, idle: found.idle, covered: found.covered, whole_figures };
    check::check(&mut parts, &ids, &written, report);
    // Only now it is known what is at fault. Nothing that shows a claim has to ask whether its assessment counts.
    for claim in parts.claims.iter_mut().filter(|claim| report.is_broken(&claim.to_ref())) {
        claim.assessment = None;
    }
    mark_broken_evidence(&mut parts, report);
    parts
}

/// Marks the evidence of every statement it is at fault in.
fn mark_broken_evidence(parts: &mut Parts, report: &Report) {
    let roles = parts.actors.iter_mut().filter_map(|actor| {
        let of = actor.to_ref();
        Some((of, &mut actor.role.as_mut()?.evidence))
    });
    let relations = parts.relations.iter_mut().map(|relation| (relation.to_ref(), &mut relation.evidence));
    let claims = parts.claims.iter_mut().map(|claim| (claim.to_ref(), &mut claim.evidence));
    let gaps = parts.gaps.iter_mut().map(|gap| (gap.to_ref(), &mut gap.evidence));
    let events = parts.events.iter_mut().map(|event| (event.to_ref(), &mut event.evidence));
    for (of, evidence) in roles.chain(relations).chain(claims).chain(gaps).chain(events) {
        evidence.is_broken = report.is_broken(&of);
    }
}

fn empty(title: LocalText, article: Article) -> Parts {
    Parts {
        title,
        as_of: None,
        article,
        sources: Vec::new(),
        actors: Vec::new(),
        mentions: Vec::new(),
        relations: Vec::new(),
        claims: Vec::new(),
        gaps: Vec::new(),
        lanes: Vec::new(),
        events: Vec::new(),
        places: Vec::new(),
        series: Vec::new(),
        observations: Vec::new(),
        stops: Vec::new(),
    }
}
