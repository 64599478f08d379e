//! The article's file, made into blocks.

use std::collections::HashSet;

use crate::dossier::Article;
use crate::dossier::anchor::{differing, fold};
use crate::text::hard_wrap;
use crate::text::sanitize::sanitize;
use crate::text::typography::described;

use crate::load::read::header::{self, ArticleNote};
use crate::load::read::markdown::{self, Markdown, TooDeep};
use crate::load::read::translation;
use crate::load::report::Report;
use crate::load::report::line_index::LineIndex;
use crate::load::report::problem::{Location, quoted};
use crate::load::report::rule::Rule;
use crate::load::report::source_map::ArticlePiece;
use crate::load::report::span::{Span, Spanned};
use crate::load::source::damage::{Garbled, conflict_mark, garbled};
use crate::load::source::files::Files;
use crate::load::source::limits;
use crate::load::source::text_file::{TextFile, read_text};
use crate::load::source::web_page::{WebPage, web_page};

/// Reads the article as file number `file`, and puts its text among the others; with the places of its words in its file,
/// where its lines are not those of the file. None is fatal, and reported.
pub(crate) fn read(
    files: &dyn Files,
    note: &ArticleNote,
    file: usize,
    others: &mut Vec<TextFile>,
    report: &mut Report,
) -> Option<(Article, Option<Vec<ArticlePiece>>)> {
    let name = &note.file.value;
    let first = file - others.len();
    let (mut text, fault) = read_text(files, name, limits::ARTICLE);
    if let Some(fault) = fault {
        let (at, message, hint) = fault.describe("article", files, &note.file, file);
        report.add(Rule::ArticleUnreadable, at, None, message, hint);
        others.push(text);
        return None;
    }
    line_ends(&mut text.text);
    report_web_page(&text.text, file, report);
    report_damage(&text.text, header::is_markdown(name), file, report);
    let (article, pieces) = if header::is_markdown(name) {
        of_markdown(&text, note, file, report)
    } else {
        of_lines(&text, note, file, report)
    };
    others.push(text);
    if article.text_blocks().next().is_none() {
        let message = format!("the article {} is empty", quoted(name));
        report.add(
            Rule::ArticleEmpty,
            note.file.at,
            None,
            message,
            "put its text there, a line a paragraph, the title first",
        );
        return None;
    }
    check_lines(note, &article, report);
    if header::is_markdown(name) && article.title().is_none() {
        let message = format!(
            "the article has no title; where it needs one, {} stands for it",
            quoted(header::stem(name))
        );
        let hint = "write \"# \" and the title in its first line, or title: in its head";
        report.note(Rule::ArticleUntitled, Span::start_of(file), message, hint);
    }
    let translations = translation::read(files, note, &article, first, others, report);
    let article = Article {
        translations,
        outlet: note.outlet.clone(),
        url: note.url.clone(),
        published: note.published.clone(),
        ..article
    };
    Some((article, pieces))
}

/// The text of the article's file as its lines and columns count it; empty if it cannot be read.
pub(crate) fn file_text(files: &dyn Files, name: &str) -> String {
    let (TextFile { mut text, .. }, _) = read_text(files, name, limits::ARTICLE);
    line_ends(&mut text);
    text
}

/// The lines that a key of `[article]` names, as texts.
fn named(lines: &[Spanned<String>]) -> Vec<String> {
    lines.iter().map(|line| line.value.clone()).collect()
}

fn of_markdown(
    text: &TextFile,
    note: &ArticleNote,
    file: usize,
    report: &mut Report,
) -> (Article, Option<Vec<ArticlePiece>>) {
    let (headings, boilerplate) = (named(&note.headings), named(&note.boilerplate));
    match markdown::read(&text.text) {
        Ok(Markdown { text: shown, blocks, styled_spans, links, language, starts: _, pieces }) => {
            let language = language.filter(|_| note.language.is_unknown());
            let language = language.unwrap_or_else(|| note.language.clone());
            let article = Article::from_blocks(shown.into(), blocks, language, &headings, &boilerplate);
            let pieces = located(pieces.iter().map(|piece| (piece.at, piece.from)), text);
            (Article { styled_spans, links, ..article }, Some(pieces))
        }
        Err(TooDeep(offset)) => {
            let message = format!("this nests more than {} levels deep", markdown::LEVELS);
            let hint = "the article is shown line by line, its marks and all";
            report.add(Rule::ArticleTooDeep, Span::point(file, offset), None, message, hint);
            let article =
                Article::from_text(&sanitize(&text.text), note.language.clone(), &headings, &boilerplate);
            (article, None)
        }
    }
}

/// An article of lines, each a block; those that a program broke at a width are joined.
fn of_lines(
    text: &TextFile,
    note: &ArticleNote,
    file: usize,
    report: &mut Report,
) -> (Article, Option<Vec<ArticlePiece>>) {
    let (headings, boilerplate) = (named(&note.headings), named(&note.boilerplate));
    let lines = sanitize(&text.text);
    let alone: HashSet<String> = headings.iter().chain(&boilerplate).map(|line| fold(line)).collect();
    let stands = |line: &str| !alone.is_empty() && alone.contains(&fold(line));
    let article = |text: &str| Article::from_text(text, note.language.clone(), &headings, &boilerplate);
    let Some(joined) = hard_wrap::join(&lines, stands) else { return (article(&lines), None) };
    let hyphens = match joined.hyphens {
        0 => String::new(),
        1 => "; 1 hyphen at such an end stands with a blank after it".to_owned(),
        hyphens => format!("; {hyphens} hyphens at such ends stand with a blank after each"),
    };
    let message = format!(
        "the lines of the article are broken at {} columns, and joined to paragraphs: {} line ends{hyphens}",
        joined.width, joined.joined
    );
    let hint = "nothing is wrong; put a blank line between lines that should stand apart";
    report.note(Rule::ArticleLinesJoined, Span::start_of(file), message, hint);
    // The characters of what is sanitized are as many as the file's.
    let lines = TextFile { text: lines.into_owned(), ..TextFile::absent(&text.name) };
    let pieces = located(joined.pieces.iter().map(|piece| (piece.at, piece.from)), &lines);
    (article(&joined.text), Some(pieces))
}

/// Pieces of the article's text by their bytes of it and of this file, with lines and columns.
fn located(pieces: impl Iterator<Item = (usize, usize)>, file: &TextFile) -> Vec<ArticlePiece> {
    let files = [file];
    let mut lines = LineIndex::new(&files);
    let piece = |(at, from)| {
        let Location { line, column, .. } = lines.location(Span::point(0, from));
        ArticlePiece { at, line, column }
    };
    pieces.map(piece).collect()
}

/// A web page that was saved under the name of an article.
fn report_web_page(text: &str, file: usize, report: &mut Report) {
    let Some(page) = web_page(text) else { return };
    let (message, hint) = match page {
        WebPage::Html => (
            "this file is a web page (HTML): its menus, scripts and tags are taken for the article's words",
            "copy the article's words from the browser, best from its reader view, and save them as .txt or .md",
        ),
        WebPage::Archive => (
            "this file is a web page saved with all that belongs to it (MHTML): little of it are the article's words",
            "open it in a browser, copy the article's words, and save them as .txt or .md",
        ),
    };
    report.add(Rule::ArticleWebPage, Span::start_of(file), None, message, hint);
}

/// Makes line feeds of carriage returns without one: old programs end lines with these alone. Places stay what they are.
fn line_ends(text: &mut String) {
    let alone = |(at, _): &(usize, &str)| text.as_bytes().get(at + 1) != Some(&b'\n');
    if text.match_indices('\r').any(|found| alone(&found)) {
        *text = text.replace("\r\n", " \n").replace('\r', "\n");
    }
}

/// What other programs left in the article.
fn report_damage(text: &str, is_markdown: bool, file: usize, report: &mut Report) {
    if let Some(line) = conflict_mark(text, is_markdown) {
        let message =
            "this line marks a merge conflict: two versions of the words after it stand in the article";
        let hint = "keep the words of one version, and remove the lines <<<<<<<, ======= and >>>>>>>";
        report.add(Rule::ArticleConflict, Span::new(file, line), None, message, hint);
    }
    if let Some(Garbled { at, was, count }) = garbled(text) {
        let there = quoted(&text[at.clone()]);
        let was = if was.is_whitespace() { "a blank".to_owned() } else { was.to_string() };
        let more = match count {
            1 => String::new(),
            2 => "; another place is like it".to_owned(),
            several => format!("; {} other places are like it", several - 1),
        };
        let message = format!(
            "{there} stands for {was}: this file was UTF-8, read as Windows-1252, and saved again{more}"
        );
        let hint = "copy the article's words once more from where they come from, and save them as UTF-8";
        report.add(Rule::ArticleGarbled, Span::new(file, at), None, message, hint);
    }
}

/// What stands between the blocks that are shown, each stretch as it is compared.
fn between_blocks(article: &Article) -> Vec<String> {
    let ends = std::iter::once(0).chain(article.blocks.iter().map(|block| block.range.end));
    let starts = article.blocks.iter().map(|block| block.range.start).chain([article.text.len()]);
    let between = ends.zip(starts).filter_map(|(end, start)| article.text.get(end..start));
    between.map(fold).filter(|text| !text.trim().is_empty()).collect()
}

/// Headings and boilerplate that are no line of the article.
fn check_lines(note: &ArticleNote, article: &Article, report: &mut Report) {
    if note.headings.is_empty() && note.boilerplate.is_empty() {
        return;
    }
    let lines: HashSet<String> = article.text.lines().map(|line| fold(line.trim())).collect();
    let known = |line: &&Spanned<String>| lines.contains(&fold(&line.value));
    // A block of Markdown may have several lines, and is left out as one.
    let mut left_out: Option<Vec<String>> = None;
    let mut is_left_out = |line: &Spanned<String>| {
        let hidden = left_out.get_or_insert_with(|| between_blocks(article));
        let own = fold(&line.value);
        hidden.iter().any(|hidden| hidden.contains(&own))
    };
    let headings = note.headings.iter().filter(|line| !known(line));
    let boilerplate = note.boilerplate.iter().filter(|line| !known(line));
    let boilerplate = boilerplate.filter(|line| !is_left_out(line));
    for line in headings.chain(boilerplate) {
        let message = format!("{} is no line of the article", quoted(&line.value));
        let alike = lines.iter().filter(|known| !differing(&line.value, known).is_empty()).min();
        let message = alike.map_or(message.clone(), |alike| {
            let pairs = differing(&line.value, alike);
            let pairs = pairs.iter().map(|(one, other)| (one.as_str(), other.as_str()));
            format!("{message}: the article has {}", described(pairs, "this"))
        });
        report.add(
            Rule::ArticleLineUnknown,
            line.at,
            None,
            message,
            "copy the whole line as it stands there",
        );
    }
}
