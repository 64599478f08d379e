//! One reading of a dossier: each of its files is read once, and everything that is known of them comes of it.

use std::sync::Arc;

use toml::de::DeTable;

use crate::dossier::anchor::Index;
use crate::dossier::{Article, Dossier, LocalText, Parts, Source, mentions};

use super::check::ignored_files::{self, IgnoredFile, WhatIsRead};
use super::check::{self, FiguresFile, FiguresRead, NamePlaces, unknown_references};
use super::derive;
use super::format::FILES;
use super::read::anchors::Resolver;
use super::read::header::{self, ArticleNote};
use super::read::{article, csv, suggested, things};
use super::report::Report;
use super::report::problem::quoted;
use super::report::rule::Rule;
use super::report::source_map::{ArticleFile, SourceMap, Spans};
use super::report::span::{Span, Spanned};
use super::source::files::Files;
use super::source::limits;
use super::source::text_file::{TextFile, read_text};
use super::syntax::tables::{self, Tables, TomlDocument};
use super::syntax::toml_errors::{self, SyntaxError};
use super::syntax::unknown_keys;
use super::{DOSSIER, Loaded, Refusal};

/// What a dossier's tables gave, and what was asked of them on the way.
pub(super) struct Read<T> {
    pub(super) loaded: Loaded,
    /// None for a bare article, which has no tables.
    pub(super) tables: Option<FromTables<T>>,
}

/// What only a dossier with tables has.
pub(super) struct FromTables<T> {
    /// Its TOML files.
    pub(super) texts: Arc<[TextFile]>,
    /// The article, to look for quotations in.
    pub(super) index: Index,
    /// What was asked of the tables.
    pub(super) answer: T,
}

/// Reads each file once. `ask` sees the tables and where their quotations stand in the article before the tables go.
pub(super) fn read<T>(
    files: &dyn Files,
    ask: impl FnOnce(&[TextFile], &Tables<'_>, &Resolver<'_>) -> T,
) -> Result<Read<T>, Refusal> {
    let mut report = Report::default();
    let texts = read_texts(files, &mut report);
    let mut others: Vec<TextFile> = Vec::new();
    let (read, texts) = if texts.first().is_some_and(|first| first.name == DOSSIER) {
        let read = read_tables(files, &texts, &mut others, &mut report, ask);
        (read.map(|(dossier, spans, index, answer)| (dossier, spans, Some((index, answer)))), texts)
    } else {
        report = Report::default();
        let read = read_bare(files, &mut others, &mut report);
        (read.map(|(dossier, spans)| (dossier, spans, None)), Vec::new())
    };
    let fatal = report.has_fatal();
    let all = texts.iter().chain(&others).collect::<Vec<_>>();
    let notes = report.take_notes(&all);
    let (problems, faulty, tally) = report.finish(&all);
    let Some((dossier, spans, more)) = read.filter(|_| !fatal) else {
        return Err(Refusal { problems, tally });
    };
    let texts: Arc<[TextFile]> = texts.into();
    let locations = SourceMap::new(Arc::clone(&texts), spans);
    Ok(Read {
        loaded: Loaded { dossier: Arc::new(dossier), problems, faulty, tally, locations, notes },
        tables: more.map(|(index, answer)| FromTables { texts, index, answer }),
    })
}

/// The files with the dossier's tables, as far as they are there.
fn read_texts(files: &dyn Files, report: &mut Report) -> Vec<TextFile> {
    let mut texts: Vec<TextFile> = Vec::new();
    for name in FILES {
        let (text, fault) = read_text(files, name, limits::TOML);
        match fault {
            Some(fault) if fault.missing => continue,
            Some(fault) => {
                let at = Span::point(texts.len(), fault.within.unwrap_or(0));
                report.add(
                    Rule::FileUnreadable,
                    at,
                    None,
                    format!("this file cannot be read: {}", fault.message),
                    fault.hint,
                );
            }
            None => {}
        }
        texts.push(text);
    }
    texts
}

/// An article without a dossier.
fn read_bare(files: &dyn Files, others: &mut Vec<TextFile>, report: &mut Report) -> Option<(Dossier, Spans)> {
    let mut names = files.list();
    // Folders list their files in any order; reports should not.
    names.sort_unstable();
    // What was to be the dossier's head is not the article.
    let heads: Vec<String> = names.iter().filter(|name| ignored_files::is_like_head(name)).cloned().collect();
    // A file that was given by its own path is the article, whatever it is called.
    if names.len() > 1 {
        names.retain(|name| !name.starts_with('.') && header::unreadable(name).is_none());
    }
    if names.len() > 1 {
        names.retain(|name| !heads.contains(name));
    }
    // A README describes the folder; it is not the article.
    if names.len() > 1 {
        names.retain(|name| !is_readme(name));
    }
    let at = Span::start_of(0);
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
            let hint = match heads.first() {
                Some(head) => format!("rename {} to dossier.toml", quoted(head)),
                None => "write a dossier.toml, or give the path of one .txt or .md file".to_owned(),
            };
            report.add(Rule::DossierMissing, at, None, message, hint);
            return None;
        }
    };
    if let Some((message, hint)) = header::unreadable(&name) {
        others.push(TextFile::absent(&name));
        report.add(Rule::ArticleType, at, None, message, hint);
        return None;
    }
    let note = ArticleNote::bare(Spanned { value: name, at });
    let (article, pieces) = article::read(files, &note, 0, others, report)?;
    let name = note.file.value;
    let ignored = heads.iter().filter(|head| **head != name).map(|head| IgnoredFile::head(head));
    add_ignored(ignored.collect(), 0, others, report);
    let title = title_of(&article, &name);
    let dossier = Dossier::assemble(Parts { title, article, is_bare: true, ..Parts::default() });
    Some((dossier, Spans::of_article(ArticleFile { name, pieces })))
}

/// Reports files that are not read though their names seem to say that they should be. The first of the `others` is file
/// number `first`.
fn add_ignored(ignored: Vec<IgnoredFile>, first: usize, others: &mut Vec<TextFile>, report: &mut Report) {
    for IgnoredFile { name, hint, is_missed, .. } in ignored {
        if report.is_unread(&name) {
            continue;
        }
        let at = Span::start_of(first + others.len());
        let (rule, message) = if is_missed {
            (Rule::FileMissed, "this file is not read, and names that stand nowhere else may be in it")
        } else {
            (Rule::FileIgnored, "this file is not read")
        };
        report.add(rule, at, None, message, hint);
        others.push(TextFile::absent(&name));
    }
}

/// The article's title for the dossier's, or what its file is called where it has none; an article can be one line of
/// megabytes.
fn title_of(article: &Article, file: &str) -> LocalText {
    let title = article.title().unwrap_or_else(|| header::stem(file));
    let end = title.char_indices().nth(limits::TEXT).map_or(title.len(), |(end, _)| end);
    LocalText::plain(&title[..end])
}

fn is_readme(name: &str) -> bool {
    name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("readme"))
}

fn read_tables<T>(
    files: &dyn Files,
    texts: &[TextFile],
    others: &mut Vec<TextFile>,
    report: &mut Report,
    ask: impl FnOnce(&[TextFile], &Tables<'_>, &Resolver<'_>) -> T,
) -> Option<(Dossier, Spans, Index, T)> {
    let documents: Vec<TomlDocument<'_>> =
        texts.iter().enumerate().map(|(file, text)| document(text, file, report)).collect();
    // What a broken head would say of the article would only mislead.
    if report.has_fatal() {
        return None;
    }
    if texts.first().is_some_and(|text| text.whole && text.text.trim().is_empty()) {
        let hint = "write the dossier into it, beginning with format = 1, or put back what stood there";
        report.add(Rule::FormatUnknown, Span::start_of(0), None, "this file is empty", hint);
        return None;
    }
    let head = header::read(&documents.first()?.root, 0, report);
    let article =
        head.article.as_ref().and_then(|note| article::read(files, note, texts.len(), others, report));
    if report.has_fatal() {
        return None;
    }
    let (article, pieces) = article?;
    let index = article.index();
    let (tables, ids) = tables::collect(&documents, &header::KEYS, report);
    let file = texts.len() + others.len();
    // Where no file of figures is named, another mistake may be why.
    let errors = if head.observations.is_some() { report.errors() } else { 0 };
    let figures = head.observations.as_ref().map(|name| open_figures(files, name, file, report));
    let opening = report.errors() - errors;
    // All quotations are located at once.
    let quotations = figures
        .as_ref()
        .map_or_else(Vec::new, |text| if text.whole { csv::quotations(&text.text) } else { Vec::new() });
    let resolver = Resolver::new(ids, &article, &index, texts, &tables, quotations);
    let answer = ask(texts, &tables, &resolver);
    let (mut parts, names) = things(&tables, &resolver, report);
    let in_article = documents.first().and_then(|head| head.root.get("article")?.get_ref().as_table());
    unknown_keys::report(head.place, in_article, &tables, report);
    let errors = if head.observations.is_some() { report.errors() } else { 0 };
    if let Some(text) = figures {
        if text.whole {
            read_figures(&text, file, &resolver, &mut parts, report);
        } else {
            add_all_unread(&parts.sources, report);
        }
        others.push(text);
    }
    let every_row = report.errors() - errors + opening == 0;
    let (suggested, text) = suggested::read(files, texts.len() + others.len(), report);
    others.extend(text);
    let whole_figures = every_row && !resolver.ids.are_incomplete();
    let ids = resolver.ids;
    let mut found = mentions::find(&index, &parts.actors);
    mentions::join_neighbours(&article, &mut found.mentions);
    if found.is_truncated {
        let at = Span::start_of(0);
        let message = format!("the aliases stand in the article more than {} times", mentions::MAX_MENTIONS);
        report.add(Rule::MentionsTooMany, at, None, message, "not all are marked; use longer aliases");
    }
    let read = texts.iter().chain(&*others).map(|file| file.name.as_str());
    let read: Vec<&str> = read.chain(head.article.iter().flat_map(ArticleNote::file_names)).collect();
    // What is written for it and is no name has its own report.
    let is_written = documents.first().is_some_and(|head| head.root.contains_key("observations"));
    let observations = head.observations.as_ref().map(|name| &*name.value).or(is_written.then_some(""));
    let of = WhatIsRead { texts, names: &read, observations, ids: &ids };
    let mut ignored = ignored_files::find(files, &of, report);
    if opening > 0 {
        // Which file has the figures is said where the one is named that has none.
        ignored.retain(|file| !file.is_csv());
    }
    let are_things_aside = ignored.iter().any(IgnoredFile::has_things);
    unknown_references::report(&ids, &parts, &mut ignored, report);
    let has_figures = head.observations.is_some();
    // A file of figures that nobody names has its own report.
    let whole_figures = whole_figures && (has_figures || !ignored.iter().any(IgnoredFile::is_csv));
    let name = head.article.map(|note| note.file.value).unwrap_or_default();
    let title = head.title.unwrap_or_else(|| title_of(&article, &name));
    let spans = Spans::of(&tables, Some(ArticleFile { name, pieces }));
    parts = Parts { title, as_of: head.as_of, article, mentions: found.mentions, suggested, ..parts };
    derive::actors(&mut parts, &tables);
    let written = NamePlaces {
        names,
        unused: found.unused_aliases,
        excluded: found.excluded_aliases,
        unused_exceptions: found.unused_exceptions,
        covered: found.shadowed,
        is_truncated: found.is_truncated,
        figures: FiguresRead {
            every_row,
            whole: whole_figures,
            file: match has_figures {
                false => FiguresFile::Unnamed,
                true if opening > 0 => FiguresFile::Lost,
                true => FiguresFile::Read,
            },
        },
    };
    check::check(&mut parts, &tables, &ids, &index, &written, report);
    add_ignored(ignored, texts.len(), others, report);
    // Only now it is known what is at fault. Nothing that shows a claim has to ask whether its assessment counts.
    for claim in parts.claims.iter_mut().filter(|claim| report.is_broken(&claim.to_ref())) {
        claim.assessment = None;
    }
    mark_broken_evidence(&mut parts, report);
    let mut dossier = Dossier::assemble(parts);
    // What its sources go back to, and what a stop shows, is known only of the whole.
    check::assessments::check(&dossier, &tables, report);
    // What they show may stand in a file that is not read, which has its own report.
    let mut silent = Report::default();
    let report = if are_things_aside { &mut silent } else { report };
    check::stops::empty_pictures(&dossier, &tables, report);
    check::stops::unsupported_figures(&mut dossier, &tables, report);
    Some((dossier, spans, index, answer))
}

fn document<'d>(text: &'d TextFile, file: usize, report: &mut Report) -> TomlDocument<'d> {
    let (root, errors) = DeTable::parse_recoverable(&text.text);
    // What comes before a byte that cannot be read is cut off, and so are the errors that it would seem to have.
    if text.whole && !errors.is_empty() {
        for SyntaxError { span, message, hint } in toml_errors::syntax_errors(&text.text, &errors) {
            report.add(
                Rule::TomlInvalid,
                Span::new(file, span),
                None,
                format!("this is not TOML: {message}"),
                hint,
            );
        }
    }
    TomlDocument { file, root: root.into_inner() }
}

/// The file of figures that the head names, which becomes file number `file`. One that cannot be read as a table is reported,
/// and is not whole.
fn open_figures(files: &dyn Files, name: &Spanned<String>, file: usize, report: &mut Report) -> TextFile {
    let (mut text, fault) = read_text(files, &name.value, limits::CSV);
    let is_there = fault.as_ref().is_none_or(|fault| !fault.missing);
    let is_office = fault.as_ref().is_some_and(|fault| fault.is_office);
    let other = csv::other_than_csv(&name.value, &text.text, is_office);
    if let Some((what, hint)) = other.filter(|_| is_there) {
        let message = format!("the observations {} cannot be read: {what}", quoted(&name.value));
        report.add(Rule::FiguresUnreadable, name.at, None, message, hint);
        text = TextFile::absent(&name.value);
    } else if let Some(fault) = fault {
        let (at, message, hint) = fault.describe("observations", files, name, file);
        report.add(Rule::FiguresUnreadable, at, None, message, hint);
    }
    text
}

/// Reads the figures of this file, which is number `file`.
fn read_figures(
    text: &TextFile,
    file: usize,
    resolver: &Resolver<'_>,
    parts: &mut Parts,
    report: &mut Report,
) {
    let figures = csv::read(&text.text, file, resolver, &parts.series, report);
    for series in &mut parts.series {
        series.left_out = figures.left_out.get(&series.id).copied().unwrap_or(0);
        // The rows themselves cannot be marked: they are not there.
        if series.left_out > 0 {
            report.mark_broken(Some(&series.to_ref()));
        }
    }
    if figures.is_unread {
        add_all_unread(&parts.sources, report);
    }
    parts.observations = figures.observations;
}

/// Any of these sources may be named in figures that are not read.
fn add_all_unread(sources: &[Source], report: &mut Report) {
    for source in sources {
        report.add_unread_name(source.id.as_str());
    }
}

/// Marks the evidence of every statement it is at fault in.
fn mark_broken_evidence(parts: &mut Parts, report: &Report) {
    for (of, evidence) in parts.statements_mut() {
        evidence.is_broken = report.is_broken(&of);
    }
}
