//! Where the things of a dossier are written, for reports on what only shows once it is read.

use std::sync::{Arc, OnceLock};

use foldhash::HashMap;

use crate::dossier::{Article, Ref};

use crate::load::DOSSIER;
use crate::load::read::header;
use crate::load::report::line_index::LineIndex;
use crate::load::report::problem::{Location, Problem, ProblemLine};
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::source::text_file::TextFile;
use crate::load::syntax::tables::Tables;

/// Where the things of a dossier are written. Of a bare article only its file is known. Lines and columns are counted when
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
    /// The article's file.
    article: Option<String>,
    /// That is all there is.
    is_bare: bool,
    items: Vec<(Span, Ref)>,
    /// Of the stops, in their order.
    stops: Vec<Span>,
}

/// The same as lines.
#[derive(Clone, Debug)]
struct ItemLines {
    items: HashMap<Ref, (Location, Option<ProblemLine>)>,
    stops: Vec<(Location, Option<ProblemLine>)>,
}

impl Spans {
    /// Where these tables are opened.
    pub(crate) fn of(tables: &Tables<'_>, article: Option<String>) -> Self {
        let items = tables.all().filter_map(|entry| Some((entry.at(), entry.item()?.clone())));
        let stops = tables.stops().iter().map(|stop| stop.at);
        Self { article, is_bare: false, items: items.collect(), stops: stops.collect() }
    }

    /// An article alone.
    pub(crate) fn of_bare(article: String) -> Self {
        Self { article: Some(article), is_bare: true, ..Self::default() }
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
        self.spans.article.as_deref().filter(|_| self.spans.is_bare)
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

    /// Where a byte of the article's text stands in its file, which is `block` of it. The text of Markdown is not that of
    /// its file, so there only the block is named.
    pub fn in_article(&self, article: &Article, byte: usize, block: usize) -> String {
        let name = self.spans.article.as_deref().unwrap_or("article");
        if self.spans.article.as_deref().is_none_or(header::is_markdown) {
            return format!("{name}, block {block}");
        }
        let before = &article.text[..byte];
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("{name}:{line}:{column}")
    }
}
