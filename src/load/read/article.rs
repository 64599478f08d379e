//! The article's file, made into blocks.

use std::collections::HashSet;

use crate::dossier::Article;
use crate::dossier::anchor::{differing, fold};
use crate::text::sanitize::sanitize;
use crate::text::typography::described;

use crate::load::read::header::{self, ArticleNote};
use crate::load::read::markdown::{self, Markdown, TooDeep};
use crate::load::read::translation;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::source::files::Files;
use crate::load::source::limits;
use crate::load::source::text_file::{TextFile, read_text};

/// Reads the article as file number `file`, and puts its text among the others. None is fatal, and reported.
pub(crate) fn read(
    files: &dyn Files,
    note: &ArticleNote,
    file: usize,
    others: &mut Vec<TextFile>,
    report: &mut Report,
) -> Option<Article> {
    let name = &note.file.value;
    let first = file - others.len();
    let (text, fault) = read_text(files, name, limits::ARTICLE);
    if let Some(fault) = fault {
        let (at, message, hint) = fault.describe("article", files, &note.file, file);
        report.add(Rule::ArticleUnreadable, at, None, message, hint);
        others.push(text);
        return None;
    }
    let lines = |lines: &[Spanned<String>]| lines.iter().map(|line| line.value.clone()).collect::<Vec<_>>();
    let (headings, boilerplate) = (lines(&note.headings), lines(&note.boilerplate));
    let as_lines =
        || Article::from_text(&sanitize(&text.text), note.language.clone(), &headings, &boilerplate);
    let article = if header::is_markdown(name) {
        match markdown::read(&text.text) {
            Ok(Markdown { text, blocks, styled_spans, links, language, starts: _ }) => {
                let language = language.filter(|_| note.language.is_unknown());
                let language = language.unwrap_or_else(|| note.language.clone());
                let article = Article::from_blocks(text.into(), blocks, language, &headings, &boilerplate);
                Article { styled_spans, links, ..article }
            }
            Err(TooDeep(offset)) => {
                let message = format!("this nests more than {} levels deep", markdown::LEVELS);
                let hint = "the article is shown line by line, its marks and all";
                report.add(Rule::ArticleTooDeep, Span::point(file, offset), None, message, hint);
                as_lines()
            }
        }
    } else {
        as_lines()
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
    let translations = translation::read(files, note, &article, first, others, report);
    Some(Article {
        translations,
        outlet: note.outlet.clone(),
        url: note.url.clone(),
        published: note.published.clone(),
        ..article
    })
}

/// Headings and boilerplate that are no line of the article.
fn check_lines(note: &ArticleNote, article: &Article, report: &mut Report) {
    if note.headings.is_empty() && note.boilerplate.is_empty() {
        return;
    }
    let lines: HashSet<String> = article.text.lines().map(|line| fold(line.trim())).collect();
    for line in
        note.headings.iter().chain(&note.boilerplate).filter(|line| !lines.contains(&fold(&line.value)))
    {
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
