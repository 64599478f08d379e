//! What a query finds in a dossier: places in the article, and things. Done in slices, from where the reader is to the end,
//! then from the beginning to there, then through the things, so that what is asked for is found first.

mod hits;
#[cfg(test)]
mod tests;

pub use hits::Hits;

use super::{Article, Dossier, Kind, Ref};
use crate::text::find::{Finder, Scan, Step};

/// The most places in the article that are kept, and the most things: nobody goes through more.
pub const MAX_HITS: usize = 10_000;

/// The work of turning to a text, whatever its length.
const STEP: usize = 32;

/// After the article and its translation.
const THINGS: Stage = Stage::Things { kind: 0, place: 0, text: 0, scan: None };

/// A search: how far it is, and what it has found.
#[derive(Clone, Debug)]
pub struct Search {
    query: String,
    language: String,
    finder: Option<Finder>,
    /// The byte it began from.
    origin: usize,
    /// The block that byte is in, and where in it reading began.
    first: usize,
    reading_start: usize,
    hits: Hits,
    /// The translation that is read after the article, and where it stands in that.
    translation: Option<usize>,
    translated: Hits,
    things: Vec<(Kind, Vec<Ref>)>,
    found_things: usize,
    /// There are more places in the article than are kept.
    cut: bool,
    /// There are more places in the translation, or more things, than are kept.
    cut_others: bool,
    stage: Stage,
    /// The bytes of the article that are behind it.
    read: usize,
}

/// What is being read.
#[derive(Clone, Debug)]
enum Stage {
    /// A block of the article, on the way on the way from where the reader was to the end.
    Ahead { block: usize, scan: Scan },
    /// A block of the article, on the way from the beginning to where the reader was.
    Behind { block: usize, scan: Scan },
    /// A block of the translation.
    Translation { block: usize, scan: Scan },
    /// The things: which kind, which of them, which of its texts.
    Things { kind: usize, place: usize, text: usize, scan: Option<Scan> },
    /// Nothing any more.
    Done,
}

impl Search {
    /// A search that begins at this byte of the article, for who reads things in this language. It does nothing before
    /// its first slice.
    pub fn new(dossier: &Dossier, query: &str, language: &str, origin: usize) -> Self {
        let article = &dossier.article;
        let first = article.blocks.partition_point(|block| block.range.end <= origin);
        // In a block that is long, reading begins where a chunk does: at a blank.
        let reading_start = article.blocks.get(first).map_or(origin, |block| {
            let chunk = block.chunks.partition_point(|chunk| chunk.start <= origin);
            chunk.checked_sub(1).map_or(block.range.start, |chunk| block.chunks[chunk].start)
        });
        let finder = Finder::new(query);
        let mut search = Self {
            query: query.to_owned(),
            language: language.to_owned(),
            origin,
            first,
            reading_start,
            hits: Hits::default(),
            translation: article.translation_for(language),
            translated: Hits::default(),
            things: Kind::ALL.into_iter().map(|kind| (kind, Vec::new())).collect(),
            found_things: 0,
            cut: false,
            cut_others: false,
            stage: Stage::Done,
            read: 0,
            finder,
        };
        if search.finder.is_some() {
            search.stage = search.ahead(article, first);
        }
        search
    }

    fn ahead(&self, article: &Article, block: usize) -> Stage {
        match article.blocks.get(block).map(|block| block.range.clone()) {
            Some(range) if block == self.first => {
                Stage::Ahead { block, scan: Scan::of(self.reading_start..range.end) }
            }
            Some(range) => Stage::Ahead { block, scan: Scan::of(range) },
            None => self.behind(article, 0),
        }
    }

    fn behind(&self, article: &Article, block: usize) -> Stage {
        match article.blocks.get(block).map(|block| block.range.clone()) {
            Some(range) if block < self.first || block == self.first && range.start < self.reading_start => {
                Stage::Behind { block, scan: Scan::of(range) }
            }
            _ => self.translated_from(article, 0),
        }
    }

    /// What is read once the article is: its translation from this block on, then the things.
    fn translated_from(&self, article: &Article, block: usize) -> Stage {
        let translation = self.translation.and_then(|place| article.translations.get(place));
        let next = translation.and_then(|translation| translation.blocks.get(block));
        next.map_or(THINGS, |next| Stage::Translation { block, scan: Scan::of(next.range.clone()) })
    }

    /// What is looked for, as it was typed.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The language in which things are read.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What finds it in other texts; none if there is nothing to look for.
    pub fn finder(&self) -> Option<&Finder> {
        self.finder.as_ref()
    }

    /// The byte of the article it began from.
    pub fn origin(&self) -> usize {
        self.origin
    }

    /// Where it stands in the article.
    pub fn hits(&self) -> &Hits {
        &self.hits
    }

    /// Where it stands in the article's translation, by the bytes of that; which translation follows from the language.
    pub fn translated(&self) -> &Hits {
        &self.translated
    }

    /// The things it is found in, by kind, each in the author's order. Kinds without any are among them.
    pub fn things(&self) -> impl Iterator<Item = (Kind, &[Ref])> {
        self.things.iter().map(|(kind, things)| (*kind, &**things))
    }

    /// How many places and things were found.
    pub fn found(&self) -> usize {
        self.hits.len() + self.translated.len() + self.found_things
    }

    /// Whether there are more places in the article than [`MAX_HITS`].
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether there is more of anything than is kept.
    pub fn is_anything_cut(&self) -> bool {
        self.cut || self.cut_others
    }

    /// Whether all is read.
    pub fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done)
    }

    /// Whether the article is read from its beginning to its end, or as far as hits are kept.
    pub fn has_read_article(&self) -> bool {
        matches!(self.stage, Stage::Translation { .. } | Stage::Things { .. } | Stage::Done)
    }

    /// How much of the article is read, in percent.
    pub fn percent(&self, dossier: &Dossier) -> usize {
        if self.has_read_article() {
            return 100;
        }
        let total = dossier.article.text.len().max(1);
        (self.read.min(total) * 100 / total).min(99)
    }

    /// Goes on for about so much work ([`crate::text::find::WORK_PER_SLICE`]).
    pub fn work(&mut self, dossier: &Dossier, mut work: usize) {
        while work > 0 && !self.is_done() {
            match self.stage {
                Stage::Ahead { .. } | Stage::Behind { .. } => self.read_article(&dossier.article, &mut work),
                Stage::Translation { .. } => self.read_translation(&dossier.article, &mut work),
                Stage::Things { .. } => self.read_things(dossier, &mut work),
                Stage::Done => {}
            }
            // A short or empty text costs something too.
            work = work.saturating_sub(STEP);
        }
    }

    fn read_article(&mut self, article: &Article, work: &mut usize) {
        let Some(finder) = &self.finder else { return };
        let (is_ahead, block, scan) = match &mut self.stage {
            Stage::Ahead { block, scan } => (true, *block, scan),
            Stage::Behind { block, scan } => (false, *block, scan),
            Stage::Translation { .. } | Stage::Things { .. } | Stage::Done => return,
        };
        let before = scan.at();
        let step = finder.next(&article.text, scan, work);
        self.read += scan.at() - before;
        let meets = !is_ahead && block == self.first;
        let is_past = meets && scan.is_past(self.reading_start);
        match step {
            Step::Hit(hit) if meets && hit.start >= self.reading_start => {
                self.stage = self.translated_from(article, 0);
            }
            Step::Hit(_) if self.hits.len() >= MAX_HITS => {
                self.cut = true;
                self.stage = self.translated_from(article, 0);
            }
            Step::Hit(hit) if is_ahead => self.hits.push_ahead(hit),
            Step::Hit(hit) => self.hits.push_behind(hit),
            Step::Paused if is_past => self.stage = self.translated_from(article, 0),
            Step::Paused => {}
            Step::Done if is_ahead => self.stage = self.ahead(article, block + 1),
            Step::Done => self.stage = self.behind(article, block + 1),
        }
    }

    fn read_translation(&mut self, article: &Article, work: &mut usize) {
        let (Some(finder), Stage::Translation { block, scan }) = (&self.finder, &mut self.stage) else {
            return;
        };
        let Some(translation) = self.translation.and_then(|place| article.translations.get(place)) else {
            self.stage = THINGS;
            return;
        };
        let block = *block;
        match finder.next(&translation.text, scan, work) {
            Step::Hit(_) if self.translated.len() >= MAX_HITS => {
                self.cut_others = true;
                self.stage = THINGS;
            }
            Step::Hit(hit) => self.translated.push_ahead(hit),
            Step::Paused => {}
            Step::Done => self.stage = self.translated_from(article, block + 1),
        }
    }

    fn read_things(&mut self, dossier: &Dossier, work: &mut usize) {
        let Stage::Things { kind, place, text, scan } = &mut self.stage else { return };
        let (Some(finder), Some(of)) = (&self.finder, Kind::ALL.get(*kind)) else {
            self.stage = Stage::Done;
            return;
        };
        let Some(name) = dossier.nth_of_kind(*of, *place) else {
            (*kind, *place, *text, *scan) = (*kind + 1, 0, 0, None);
            return;
        };
        let words = dossier.searchable_texts(&name, &self.language);
        let is_found = match words.get(*text) {
            None => false,
            Some(words) => {
                match finder.next(words, scan.get_or_insert_with(|| Scan::of(0..words.len())), work) {
                    Step::Hit(_) => true,
                    Step::Paused => return,
                    Step::Done => {
                        (*text, *scan) = (*text + 1, None);
                        return;
                    }
                }
            }
        };
        let kind = *kind;
        (*place, *text, *scan) = (*place + 1, 0, None);
        if is_found && self.found_things >= MAX_HITS {
            self.cut_others = true;
            self.stage = Stage::Done;
        } else if is_found {
            self.found_things += 1;
            self.things[kind].1.push(name);
        }
    }
}
