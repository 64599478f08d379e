//! Where the things of a dossier are written, for reports on what only shows once it is read.

use foldhash::{HashMap, HashMapExt as _};

use crate::dossier::{Article, Ref};

use crate::load::read::header;
use crate::load::report::Report;
use crate::load::report::line_index::Places;
use crate::load::report::problem::{Excerpt, Grade, Location, Problem};
use crate::load::report::span::At;
use crate::load::source::files::Files;
use crate::load::source::limits;
use crate::load::source::text_file::{TextFile, read_text};
use crate::load::syntax::tables;
use crate::load::{CONVENTION, DOSSIER, parse};

/// Where the things of a dossier are written.
#[derive(Clone, Debug, Default)]
pub struct Whereabouts {
    article: Option<String>,
    items: HashMap<Ref, (Location, Option<Excerpt>)>,
    /// Of the stops, in their order.
    stops: Vec<(Location, Option<Excerpt>)>,
}

/// Looks where the things of a dossier are written. Nothing is known of a bare article.
pub fn whereabouts(files: &dyn Files) -> Whereabouts {
    let mut report = Report::default();
    let texts: Vec<TextFile> = CONVENTION.iter().map(|name| read_text(files, name, limits::TOML).0).collect();
    let documents: Vec<_> =
        texts.iter().enumerate().map(|(file, text)| parse(text, file, &mut report)).collect();
    let Some(head) = documents.first() else { return Whereabouts::default() };
    let article = header::read(&head.root, 0, &mut report).article.map(|note| note.file.value);
    let (tables, _) = tables::collect(&documents, &header::KEYS, &mut report);
    let found = tables.all().filter_map(|entry| Some((entry.at(), entry.item()?.clone())));
    let mut found: Vec<(At, Ref)> = found.collect();
    found.sort_by_key(|(at, _)| *at);
    let names: Vec<&TextFile> = texts.iter().collect();
    let mut places = Places::new(&names);
    let mut items = HashMap::new();
    for (at, item) in found {
        items.insert(item, (places.location(at), places.excerpt(at)));
    }
    let stops =
        tables.stops().iter().map(|stop| (places.location(stop.at), places.excerpt(stop.at))).collect();
    Whereabouts { article, items, stops }
}

impl Whereabouts {
    /// Where the table of a thing begins.
    pub fn of(&self, item: &Ref) -> Option<&Location> {
        self.items.get(item).map(|(location, _)| location)
    }

    /// A warning at the table of a thing, or at the dossier itself.
    pub fn warning(&self, item: Option<&Ref>, message: &str, hint: &str) -> Problem {
        let (location, excerpt) = item
            .and_then(|item| self.items.get(item).cloned())
            .unwrap_or_else(|| (Location::start_of(DOSSIER.to_owned()), None));
        Problem { excerpt, ..Problem::new(Grade::Warning, location, message, hint, item.cloned()) }
    }

    /// A warning at a stop of the tour, by its number from 1; at the dossier itself where the tour is made of the rest.
    pub fn warning_at_stop(&self, number: usize, message: &str, hint: &str) -> Problem {
        let (location, excerpt) = number
            .checked_sub(1)
            .and_then(|place| self.stops.get(place).cloned())
            .unwrap_or_else(|| (Location::start_of(DOSSIER.to_owned()), None));
        Problem { excerpt, ..Problem::new(Grade::Warning, location, message, hint, None) }
    }

    /// Where a byte of the article's text stands in its file, which is `block` of it. The text of Markdown is not that of
    /// its file, so there the block is all that is told.
    pub fn in_article(&self, article: &Article, byte: usize, block: usize) -> String {
        let name = self.article.as_deref().unwrap_or("article");
        if self.article.as_deref().is_none_or(header::is_markdown) {
            return format!("{name}, block {block}");
        }
        let before = &article.text[..byte];
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("{name}:{line}:{column}")
    }
}
