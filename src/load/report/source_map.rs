//! Where the things of a dossier are written, for reports on what only shows once it is read.

use std::cell::Cell;
use std::sync::{Arc, OnceLock};

use foldhash::HashMap;

use crate::dossier::{Article, Ref};

use crate::load::DOSSIER;
use crate::load::report::line_index::LineIndex;
use crate::load::report::problem::{Location, Problem, ProblemLine};
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::source::text_file::TextFile;
use crate::load::syntax::tables::Tables;

/// Where the things of a dossier are written, and the words of its article. Lines and columns of things are counted when
/// somebody first asks for one.
#[derive(Clone, Debug)]
pub struct SourceMap {
    texts: Arc<[TextFile]>,
    spans: Spans,
    lines: OnceLock<ItemLines>,
}

/// Bytes of the files that a dossier's things are written at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spans {
    article: Option<ArticleFile>,
    items: Vec<(Span, Ref)>,
    /// Of the stops, in their order.
    stops: Vec<Span>,
}

/// The article's file, and where its words stand there.
#[derive(Clone, Debug)]
pub(crate) struct ArticleFile {
    pub(crate) name: String,
    /// The stretches of the text, in order; none where its lines are those of the file.
    pub(crate) pieces: Option<Vec<ArticlePiece>>,
}

/// A stretch of the article's text that stands in one line of its file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ArticlePiece {
    /// Its first byte of the text.
    pub(crate) at: usize,
    /// The line and the column where it begins in the file, from 1.
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The same as lines.
#[derive(Clone, Debug)]
struct ItemLines {
    items: HashMap<Ref, (Location, Option<ProblemLine>)>,
    stops: Vec<(Location, Option<ProblemLine>)>,
}

impl Spans {
    /// Where these tables are opened.
    pub(crate) fn of(tables: &Tables<'_>, article: Option<ArticleFile>) -> Self {
        let items = tables.all().filter_map(|entry| Some((entry.at(), entry.item()?.clone())));
        let stops = tables.stops().iter().map(|stop| stop.at);
        Self { article, items: items.collect(), stops: stops.collect() }
    }

    /// Of an article without tables.
    pub(crate) fn of_article(article: ArticleFile) -> Self {
        Self { article: Some(article), ..Self::default() }
    }
}

impl SourceMap {
    pub(crate) fn new(texts: Arc<[TextFile]>, spans: Spans) -> Self {
        Self { texts, spans, lines: OnceLock::new() }
    }

    fn lines(&self) -> &ItemLines {
        self.lines.get_or_init(|| {
            let files: Vec<&TextFile> = self.texts.iter().collect();
            let mut lines = LineIndex::new(&files);
            let mut line = |at: Span| (lines.location(at), lines.excerpt(at));
            // In order, a line is found from the one before.
            let mut spans: Vec<&(Span, Ref)> = self.spans.items.iter().collect();
            spans.sort_by_key(|(at, _)| *at);
            let items = spans.into_iter().map(|(at, item)| (item.clone(), line(*at))).collect();
            ItemLines { items, stops: self.spans.stops.iter().map(|at| line(*at)).collect() }
        })
    }

    /// Where the table of a thing begins.
    pub fn of(&self, item: &Ref) -> Option<&Location> {
        self.lines().items.get(item).map(|(location, _)| location)
    }

    /// The article's file, if it is an article without a dossier.
    pub fn bare_article(&self) -> Option<&str> {
        self.spans.article.as_ref().filter(|_| self.texts.is_empty()).map(|file| &*file.name)
    }

    /// A problem at the table of a thing, or at the dossier itself.
    pub fn problem(&self, rule: Rule, item: Option<&Ref>, message: &str, hint: &str) -> Problem {
        let (location, excerpt) = item
            .and_then(|item| self.lines().items.get(item).cloned())
            .unwrap_or_else(|| (Location::start_of(DOSSIER.to_owned()), None));
        Problem { excerpt, ..Problem::new(rule, location, message, hint, item.cloned()) }
    }

    /// A problem at a stop of the tour, by its number from 1; at the dossier itself where the tour is made of the rest.
    pub fn problem_at_stop(&self, rule: Rule, number: usize, message: &str, hint: &str) -> Problem {
        let (location, excerpt) = number
            .checked_sub(1)
            .and_then(|place| self.lines().stops.get(place).cloned())
            .unwrap_or_else(|| (Location::start_of(DOSSIER.to_owned()), None));
        Problem { excerpt, ..Problem::new(rule, location, message, hint, None) }
    }

    /// Where the words of the article stand in its file.
    pub fn article_lines<'a>(&'a self, article: &'a Article) -> ArticleLines<'a> {
        let file = self.spans.article.as_ref();
        let pieces = file.and_then(|file| file.pieces.as_deref());
        let starts = match pieces {
            Some(_) => Vec::new(),
            None => {
                std::iter::once(0).chain(article.text.match_indices('\n').map(|(at, _)| at + 1)).collect()
            }
        };
        ArticleLines {
            name: file.map_or("article", |file| &file.name),
            text: &article.text,
            starts,
            pieces,
            last: Cell::default(),
        }
    }
}

/// Finds the words of an article in its file.
#[derive(Debug)]
pub struct ArticleLines<'a> {
    name: &'a str,
    text: &'a str,
    /// Where the lines of the text begin, if they are those of the file.
    starts: Vec<usize>,
    pieces: Option<&'a [ArticlePiece]>,
    /// Where the stretch began in which a byte was found last, that byte, and the characters between. The next is often farther
    /// on in the same stretch, which can be an article in one line.
    last: Cell<(usize, usize, usize)>,
}

impl ArticleLines<'_> {
    /// Where a byte of the article's text stands: `article.txt:5:22`.
    pub fn place(&self, byte: usize) -> String {
        let (line, column) = self.line_and_column(byte);
        format!("{}:{line}:{column}", self.name)
    }

    /// The name of the article's file.
    pub fn file(&self) -> &str {
        self.name
    }

    /// The line of its file and the column in which a byte of the article's text stands, from 1.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let (from, line, column) = if let Some(pieces) = self.pieces {
            let number = pieces.partition_point(|piece| piece.at <= byte).checked_sub(1);
            let piece = number.and_then(|number| pieces.get(number)).copied();
            piece.map_or((0, 1, 1), |ArticlePiece { at, line, column }| (at, line, column))
        } else {
            let line = self.starts.partition_point(|start| *start <= byte);
            (self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default(), line.max(1), 1)
        };
        let (start, reached, counted) = self.last.get();
        let (reached, counted) =
            if start == from && reached <= byte { (reached, counted) } else { (from, 0) };
        let characters = counted + self.text.get(reached..byte).map_or(0, |before| before.chars().count());
        self.last.set((from, byte, characters));
        (line, column + characters)
    }
}
