//! What a query finds in a dossier: places in the article, and things. Done in slices, from where the reader is to the end,
//! then from the beginning to there, then through the things, so that what is asked for is found first. If nothing is
//! found, the words that are nearest to it.

mod hits;
mod near;
#[cfg(test)]
mod tests;
mod texts;

use std::ops::Range;

pub use hits::Hits;
pub(crate) use texts::all as texts_of;

use crate::dossier::{Article, Dossier, Kind, Ref};
use crate::i18n::language::Language;
use crate::text::find::{PassageScan, Query, Scan, Step, Suggestion};
use near::NearStage;

/// The most places in the article that are kept, and the most things: nobody goes through more.
pub const MAX_HITS: usize = 10_000;

/// The work of turning to a text, whatever its length.
const STEP: usize = 32;

/// The work of putting together what the screen shows of a thing.
const COMPOSE: usize = 512;

/// After the article and its translation.
const THINGS: Stage = Stage::Things { kind: 0, place: 0, scan: ThingScan::START };

/// A search: how far it is, and what it has found.
#[derive(Clone, Debug)]
pub struct Search {
    typed: String,
    language: Language,
    query: Option<Query>,
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
    /// What is offered if nothing was found.
    suggestions: Vec<Suggestion>,
    /// What is offered are words of the query that stand nowhere together.
    are_apart: bool,
}

/// Something that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// A place in the article.
    Article(Range<usize>),
    /// A place in the article's translation, by the bytes of that.
    Translation(Range<usize>),
    /// A thing.
    Thing(Ref),
}

/// What is being read.
#[derive(Clone, Debug)]
enum Stage {
    /// A block of the article, on the way from where the reader was to the end.
    Ahead { block: usize, scan: PassageScan },
    /// A block of the article, on the way from the beginning to where the reader was.
    Behind { block: usize, scan: PassageScan },
    /// A block of the translation.
    Translation { block: usize, scan: PassageScan },
    /// The things: which kind, which of them.
    Things { kind: usize, place: usize, scan: ThingScan },
    /// Everything again, for words like those that were found nowhere.
    Near(Box<NearStage>),
    /// Nothing any more.
    Done,
}

/// How far a thing has been read.
#[derive(Clone, Debug)]
struct ThingScan {
    /// Which of its texts.
    text: usize,
    /// Which term of the query is looked for in that.
    term: usize,
    scan: Option<Scan>,
    /// The terms that were found, a bit each.
    met: u32,
}

impl ThingScan {
    const START: Self = Self { text: 0, term: 0, scan: None, met: 0 };
}

impl Search {
    /// A search that begins at this byte of the article, for who reads things in this language. It does nothing before
    /// its first slice.
    pub fn new(dossier: &Dossier, typed: &str, language: Language, origin: usize) -> Self {
        let article = &dossier.article;
        let first = article.blocks.partition_point(|block| block.range.end <= origin);
        // In a block that is long, reading begins where a chunk does: at a blank.
        let reading_start = article.blocks.get(first).map_or(origin, |block| {
            let chunk = block.chunks.partition_point(|chunk| chunk.start <= origin);
            chunk.checked_sub(1).map_or(block.range.start, |chunk| block.chunks[chunk].start)
        });
        let mut search = Self {
            typed: typed.to_owned(),
            language,
            query: Query::new(typed),
            origin,
            first,
            reading_start,
            hits: Hits::default(),
            translation: article.translation_for(language.tag()),
            translated: Hits::default(),
            things: Kind::ALL.into_iter().map(|kind| (kind, Vec::new())).collect(),
            found_things: 0,
            cut: false,
            cut_others: false,
            stage: Stage::Done,
            read: 0,
            suggestions: Vec::new(),
            are_apart: false,
        };
        if search.query.is_some() {
            search.stage = search.ahead(article, first);
        }
        search
    }

    fn ahead(&self, article: &Article, block: usize) -> Stage {
        match article.blocks.get(block).map(|block| block.range.clone()) {
            Some(range) if block == self.first => {
                Stage::Ahead { block, scan: PassageScan::from(range, self.reading_start) }
            }
            Some(range) => Stage::Ahead { block, scan: PassageScan::of(range) },
            None => self.behind(article, 0),
        }
    }

    fn behind(&self, article: &Article, block: usize) -> Stage {
        match article.blocks.get(block).map(|block| block.range.clone()) {
            Some(range) if block < self.first || block == self.first && range.start < self.reading_start => {
                Stage::Behind { block, scan: PassageScan::of(range) }
            }
            _ => self.translated_from(article, 0),
        }
    }

    /// What is read once the article is: its translation from this block on, then the things.
    fn translated_from(&self, article: &Article, block: usize) -> Stage {
        let translation = self.translation.and_then(|place| article.translations.get(place));
        let next = translation.and_then(|translation| translation.blocks.get(block));
        next.map_or(THINGS, |next| Stage::Translation { block, scan: PassageScan::of(next.range.clone()) })
    }

    /// What is looked for, as it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The language in which things are read.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What finds it in other texts; none if there is nothing to look for.
    pub fn query(&self) -> Option<&Query> {
        self.query.as_ref()
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

    /// The words to highlight in a line of a text, of hits that have words in it: all of one where the words stand in a row,
    /// else each word.
    pub fn highlighted(&self, text: &str, hits: &Hits, line: &Range<usize>) -> Vec<Range<usize>> {
        let hits = hits.within(line.clone());
        let words = hits.flat_map(|hit| match &self.query {
            Some(query) => query.words(text, hit.clone()),
            None => Vec::new(),
        });
        words.filter(|word| word.start < line.end && line.start < word.end).collect()
    }

    /// The things it is found in, by kind, each in the author's order. Kinds without any are among them.
    pub fn things(&self) -> impl Iterator<Item = (Kind, &[Ref])> {
        self.things.iter().map(|(kind, things)| (*kind, &**things))
    }

    /// How many places and things were found.
    pub fn found(&self) -> usize {
        self.hits.len() + self.translated.len() + self.found_things
    }

    /// What was found, in the order of the list: places in the article, in its translation, things kind by kind.
    pub fn nth(&self, place: usize) -> Option<Found> {
        if let Some(hit) = self.hits.get(place) {
            return Some(Found::Article(hit.clone()));
        }
        let place = place - self.hits.len();
        if let Some(hit) = self.translated.get(place) {
            return Some(Found::Translation(hit.clone()));
        }
        let place = place - self.translated.len();
        let mut things = self.things.iter().flat_map(|(_, things)| things);
        things.nth(place).cloned().map(Found::Thing)
    }

    /// The place of this in that order.
    pub fn place_of(&self, found: &Found) -> Option<usize> {
        let before_things = self.hits.len() + self.translated.len();
        match found {
            Found::Article(hit) => self.hits.index_of(hit),
            Found::Translation(hit) => self.translated.index_of(hit).map(|place| self.hits.len() + place),
            Found::Thing(thing) => {
                let mut things = self.things.iter().flat_map(|(_, things)| things);
                things.position(|other| other == thing).map(|place| before_things + place)
            }
        }
    }

    /// Whether there are more places in the article than [`MAX_HITS`].
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether there is more of anything than is kept.
    pub fn is_anything_cut(&self) -> bool {
        self.cut || self.cut_others
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done)
    }

    /// Whether all is read, so that nothing more will be found.
    pub fn has_read_all(&self) -> bool {
        matches!(self.stage, Stage::Near(_) | Stage::Done)
    }

    /// Whether the article is read from its beginning to its end, or as far as hits are kept.
    pub fn has_read_article(&self) -> bool {
        self.has_read_all() || matches!(self.stage, Stage::Translation { .. } | Stage::Things { .. })
    }

    /// What to look for instead, if nothing was found and all is read: words that are nearly those that were typed.
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.suggestions
    }

    /// Whether what is offered instead are the query's own words, which stand nowhere together.
    pub fn are_apart(&self) -> bool {
        self.are_apart
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
                Stage::Near(_) => self.read_near(dossier, &mut work),
                Stage::Done => {}
            }
            // A short or empty text costs something too.
            work = work.saturating_sub(STEP);
        }
    }

    fn read_article(&mut self, article: &Article, work: &mut usize) {
        let Some(query) = &self.query else { return };
        let (is_ahead, block, scan) = match &mut self.stage {
            Stage::Ahead { block, scan } => (true, *block, scan),
            Stage::Behind { block, scan } => (false, *block, scan),
            Stage::Translation { .. } | Stage::Things { .. } | Stage::Near(_) | Stage::Done => return,
        };
        let before = scan.at();
        let step = query.next(&article.text, scan, work);
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
        let (Some(query), Stage::Translation { block, scan }) = (&self.query, &mut self.stage) else {
            return;
        };
        let Some(translation) = self.translation.and_then(|place| article.translations.get(place)) else {
            self.stage = THINGS;
            return;
        };
        let block = *block;
        match query.next(&translation.text, scan, work) {
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
        let Stage::Things { kind, place, scan } = &mut self.stage else { return };
        let (Some(query), Some(of)) = (&self.query, Kind::ALL.get(*kind)) else {
            self.stage = self.after_things();
            return;
        };
        let Some(name) = dossier.nth_of_kind(*of, *place) else {
            (*kind, *place, *scan) = (*kind + 1, 0, ThingScan::START);
            return;
        };
        let Some(is_found) = read_thing(dossier, &name, self.language, query, scan, work) else { return };
        let kind = *kind;
        (*place, *scan) = (*place + 1, ThingScan::START);
        if is_found && self.found_things >= MAX_HITS {
            self.cut_others = true;
            self.stage = Stage::Done;
        } else if is_found {
            self.found_things += 1;
            self.things[kind].1.push(name);
        }
    }

    fn after_things(&self) -> Stage {
        match &self.query {
            Some(query) if self.found() == 0 => Stage::Near(Box::new(NearStage::new(query, &self.typed))),
            _ => Stage::Done,
        }
    }

    fn read_near(&mut self, dossier: &Dossier, work: &mut usize) {
        let translation = self.translation;
        let Stage::Near(near) = &mut self.stage else { return };
        if near.work(dossier, self.language, translation, work) {
            let Stage::Near(near) = std::mem::replace(&mut self.stage, Stage::Done) else { return };
            (self.are_apart, self.suggestions) = near.finish();
        }
    }
}

/// Reads a thing until all terms are found in it, each in any of its texts, or it has no more texts: whether it was found;
/// none if the work allowed is used up before that.
fn read_thing(
    dossier: &Dossier,
    name: &Ref,
    language: Language,
    query: &Query,
    scan: &mut ThingScan,
    work: &mut usize,
) -> Option<bool> {
    let all = (1 << query.terms().len()) - 1;
    let authored = texts::authored(dossier, name, language);
    let mut composed = None;
    loop {
        let text = match scan.text.checked_sub(authored.len()) {
            None => &*authored[scan.text].text,
            // Only made if the texts that are there anyway do not suffice. Each has two parts.
            Some(after) => {
                let composed = composed.get_or_insert_with(|| texts::composed(dossier, name, language));
                match composed.get(after / 2) {
                    Some(text) if after % 2 == 0 => &*text.text,
                    Some(text) => &*text.spellings,
                    None => {
                        // Only now: who may do less than this per slice gets on, too.
                        *work = work.saturating_sub(COMPOSE);
                        return Some(false);
                    }
                }
            }
        };
        for (term, finder) in query.terms().enumerate().skip(scan.term) {
            let bit = 1 << term;
            if scan.met & bit != 0 {
                continue;
            }
            scan.term = term;
            let at = scan.scan.get_or_insert_with(|| Scan::of(0..text.len()));
            match finder.next(text, at, work) {
                Step::Hit(_) => scan.met |= bit,
                Step::Paused => return None,
                Step::Done => {}
            }
            scan.scan = None;
        }
        if scan.met == all {
            *work = work.saturating_sub(if composed.is_some() { COMPOSE } else { STEP });
            return Some(true);
        }
        (scan.text, scan.term) = (scan.text + 1, 0);
        *work = work.saturating_sub(STEP);
    }
}
