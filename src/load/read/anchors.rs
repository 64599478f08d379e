//! Quotations of a dossier: all of them are located at once, before the tables that hold them are read.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use toml::de::DeValue;

use crate::dossier::anchor::reworded::{Relocation, SkipReason};
use crate::dossier::anchor::{Cut, Index, OtherCapitals, TypographicMatch, fold, has_words};
use crate::dossier::{Anchor, AnchorState, Article, Quote};
use crate::text::sanitize::sanitize;

use crate::load::read::lost_anchors::{self, Skipping};
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::source::text_file::TextFile;
use crate::load::syntax::ids::Ids;
use crate::load::syntax::string_places::place_in_string;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::QUOTATION_KEYS;

/// What references and quotations are resolved with: known before the tables are read.
pub(crate) struct Resolver<'a> {
    pub(crate) ids: Ids,
    pub(crate) article: &'a Article,
    pub(crate) index: &'a Index,
    /// The files of the tables.
    texts: &'a [TextFile],
    located: HashMap<Quote, AnchorState>,
    /// The lost ones that stand but for typography, and where.
    typographic: HashMap<Quote, Vec<TypographicMatch>>,
    /// The lost ones that stand but for capitals, and where.
    pub(super) capitals: HashMap<Quote, Vec<OtherCapitals>>,
    /// The lost ones that were not looked for everywhere.
    pub(super) not_searched: HashMap<Quote, SkipReason>,
    /// The lost ones that stand only as parts of something longer, and where they are cut out of it.
    pub(super) within_words: HashMap<Quote, Cut>,
    /// The lost ones that stand where nothing is shown.
    pub(super) hidden: HashSet<Quote>,
    /// The lost ones that skip words.
    pub(super) skipping: HashMap<Quote, Skipping>,
    /// The lost ones that stand with other blanks between them and their context, and how they are written with these.
    pub(super) seams: HashMap<Quote, Quote>,
}

/// The words of a quotation that is a table.
pub(super) const PARTS: [&str; 3] = ["exact", "prefix", "suffix"];

impl<'a> Resolver<'a> {
    /// Locates the quotations of the tables, and those of the figures.
    pub(crate) fn new(
        ids: Ids,
        article: &'a Article,
        index: &'a Index,
        texts: &'a [TextFile],
        tables: &Tables<'_>,
        figures: Vec<Quote>,
    ) -> Self {
        let mut quotes: Vec<Quote> = Vec::new();
        for entry in tables.all() {
            for key in QUOTATION_KEYS {
                match entry.peek(key) {
                    Some(DeValue::Array(several)) => {
                        quotes.extend(several.iter().filter_map(|v| quote(v.get_ref())));
                    }
                    Some(single) => quotes.extend(quote(single)),
                    None => {}
                }
            }
        }
        quotes.extend(figures);
        // In the author's order: where not all can be looked for, chance must not choose.
        let mut met: HashSet<Quote> = HashSet::with_capacity(quotes.len());
        quotes.retain(|quote| met.insert(quote.clone()));
        // Whether the words occur without their context is part of the report.
        let own = quotes.len();
        let bare = quotes.iter().filter(|quote| has_context(quote)).map(without_context);
        let bare: Vec<Quote> = bare.filter(|quote| !met.contains(quote)).collect();
        quotes.extend(bare);
        let mut states = index.locate_all(&quotes);
        let mut lost: Vec<usize> = (0..own).filter(|number| states[*number] == AnchorState::Lost).collect();
        let mut typographic = HashMap::new();
        if !lost.is_empty() {
            let wanted: Vec<&Quote> = lost.iter().map(|number| &quotes[*number]).collect();
            for (number, found) in lost.iter().zip(index.typographic(&wanted)) {
                if let [only] = &found[..] {
                    states[*number] = AnchorState::Reworded(only.passage.clone());
                }
                if !found.is_empty() {
                    typographic.insert(quotes[*number].clone(), found);
                }
            }
            lost.retain(|number| !typographic.contains_key(&quotes[*number]));
        }
        let (mut skipping, mut seams) = (HashMap::new(), HashMap::new());
        if !lost.is_empty() {
            let wanted: Vec<&Quote> = lost.iter().map(|number| &quotes[*number]).collect();
            skipping = lost_anchors::skipping(index, &wanted);
            seams = lost_anchors::seams(index, &wanted);
            let written_out = index.written_out(&wanted);
            for (number, place) in lost.iter().zip(written_out) {
                let seam = seams.get(&quotes[*number]).map(|(_, place)| place.clone());
                if let Some(place) = seam.or(place) {
                    states[*number] = AnchorState::Reworded(place);
                }
            }
            lost.retain(|number| {
                states[*number] == AnchorState::Lost && !skipping.contains_key(&quotes[*number])
            });
        }
        let seams = seams.into_iter().map(|(quote, (fixed, _))| (quote, fixed)).collect();
        let mut capitals = HashMap::new();
        if !lost.is_empty() {
            let wanted: Vec<&Quote> = lost.iter().map(|number| &quotes[*number]).collect();
            for (number, found) in lost.iter().zip(index.other_capitals(&wanted)) {
                if let [only] = &found[..] {
                    states[*number] = AnchorState::Reworded(only.passage.clone());
                }
                if !found.is_empty() {
                    capitals.insert(quotes[*number].clone(), found);
                }
            }
            lost.retain(|number| !capitals.contains_key(&quotes[*number]));
        }
        let mut not_searched = HashMap::new();
        let (mut within_words, mut hidden) = (HashMap::new(), HashSet::new());
        if !lost.is_empty() {
            let wanted: Vec<&Quote> = lost.iter().map(|number| &quotes[*number]).collect();
            let (outcomes, _) = index.locate_reworded(&wanted);
            let within = index.within_words(&wanted);
            // Boilerplate and all.
            let whole = Index::new(&article.text, std::iter::once(0..article.text.len()));
            let lost_quotes: Vec<Quote> = wanted.iter().map(|quote| (*quote).clone()).collect();
            let anywhere = whole.locate_all(&lost_quotes).into_iter().zip(lost_quotes);
            hidden.extend(anywhere.filter(|(state, _)| *state != AnchorState::Lost).map(|(_, quote)| quote));
            for ((number, outcome), within) in lost.into_iter().zip(outcomes).zip(within) {
                if let Some(cut) = within {
                    within_words.insert(quotes[number].clone(), cut);
                }
                match outcome {
                    Relocation::Located(passage)
                        if lost_anchors::goes_beyond(
                            &quotes[number],
                            &fold(&article.text[passage.clone()]),
                        ) => {}
                    Relocation::Located(passage) => states[number] = AnchorState::Reworded(passage),
                    Relocation::Nowhere => {}
                    Relocation::NotSearched(reason) => {
                        not_searched.insert(quotes[number].clone(), reason);
                    }
                }
            }
        }
        let located = quotes.into_iter().zip(states).collect();
        Self {
            ids,
            article,
            index,
            texts,
            located,
            typographic,
            capitals,
            not_searched,
            within_words,
            hidden,
            skipping,
            seams,
        }
    }

    pub(crate) fn state(&self, quote: &Quote) -> AnchorState {
        self.located.get(quote).cloned().unwrap_or(AnchorState::Lost)
    }

    /// Where a quotation that does not stand does so but for typography.
    pub(crate) fn typographic(&self, quote: &Quote) -> &[TypographicMatch] {
        self.typographic.get(quote).map_or(&[], Vec::as_slice)
    }

    /// The character at this byte of a text that is written here as a string; all of it where that is not known.
    pub(crate) fn place_in(&self, at: Span, text: &str, byte: usize) -> Span {
        let raw = self.texts.get(at.file).and_then(|file| file.text.get(at.offset..at.end));
        // What was made fit to show may have other bytes.
        let place = raw.filter(|_| matches!(sanitize(text), Cow::Borrowed(_)));
        let place = place.and_then(|raw| place_in_string(raw, byte));
        place.map_or(at, |place| Span::new(at.file, at.offset + place.start..at.offset + place.end))
    }
}

pub(super) fn has_context(quote: &Quote) -> bool {
    !quote.prefix.is_empty() || !quote.suffix.is_empty()
}

pub(super) fn without_context(quote: &Quote) -> Quote {
    Quote { exact: quote.exact.clone(), ..Quote::default() }
}

/// The quotation a value holds, if it holds one.
pub(crate) fn quote(value: &DeValue<'_>) -> Option<Quote> {
    match value {
        DeValue::String(exact) => Some(Quote { exact: sanitize(exact).into(), ..Quote::default() }),
        DeValue::Table(table) => {
            let part = |key: &str| match table.get(key).map(toml::Spanned::get_ref) {
                Some(DeValue::String(text)) => sanitize(text).into(),
                _ => Box::default(),
            };
            Some(Quote { exact: part("exact"), prefix: part("prefix"), suffix: part("suffix") })
        }
        _ => None,
    }
}

impl Table<'_, '_> {
    /// The anchors of a list, in the author's order, whatever their state. What cannot be read is reported and left out,
    /// and the item's evidence is then broken.
    pub(crate) fn anchors(&mut self, key: &'static str, resolver: &Resolver<'_>) -> Vec<Anchor> {
        self.placed_anchors(key, resolver).into_iter().map(|found| found.value).collect()
    }

    /// The same, each with where it is written.
    pub(crate) fn placed_anchors(
        &mut self,
        key: &'static str,
        resolver: &Resolver<'_>,
    ) -> Vec<Spanned<Anchor>> {
        let written = match self.value(key).map(|found| found.value) {
            Some(DeValue::Array(array)) => array.len(),
            other => usize::from(other.is_some()),
        };
        let values = self.elements(key).into_iter();
        let anchors: Vec<Spanned<Anchor>> = values
            .filter_map(|found| {
                Some(Spanned { value: self.read_anchor(key, &found, resolver)?, at: found.at })
            })
            .collect();
        self.distrust_if(anchors.len() < written);
        anchors
    }

    /// The one anchor under a key. If it cannot be read, that is reported, and the item's evidence is broken.
    pub(crate) fn anchor(&mut self, key: &'static str, resolver: &Resolver<'_>) -> Option<Anchor> {
        let found = self.value(key)?;
        let anchor = if quote(found.value).is_some() {
            self.read_anchor(key, &found, resolver)
        } else {
            let hint = format!("write {key} = \"words of the article\"");
            self.wants(key, "one quotation", found.value, found.at, hint);
            None
        };
        self.distrust_if(anchor.is_none());
        anchor
    }

    fn read_anchor(
        &mut self,
        key: &str,
        found: &Spanned<&DeValue<'_>>,
        resolver: &Resolver<'_>,
    ) -> Option<Anchor> {
        let Spanned { value, at } = *found;
        let Some(quote) = quote(value) else {
            self.wants(key, "quotations", value, at, format!("write {key} = [\"words of the article\"]"));
            return None;
        };
        let (inferred, exact_is_lost, context_is_lost) = match value {
            DeValue::Table(table) => {
                let mut parts = Table::new(table, at, "a quotation", self.item().cloned(), self.report);
                let mut was_read = [false; 3];
                for (part, was_read) in PARTS.into_iter().zip(&mut was_read) {
                    if let Some(Spanned { value, at }) = parts.value(part) {
                        *was_read = parts.string(part, value, at).is_some();
                    }
                }
                let [exact, prefix, suffix] = was_read;
                let inferred = parts.flag_or("inferred", true);
                let exact_is_lost = parts.is_lost("exact", exact);
                let context_is_lost = parts.is_lost("prefix", prefix) || parts.is_lost("suffix", suffix);
                // Whoever writes the key at all means that it takes a reading.
                let inferred = inferred || parts.is_lost("inferred", parts.has("inferred"));
                parts.finish();
                (inferred, exact_is_lost, context_is_lost)
            }
            _ => (false, false, false),
        };
        // The key at fault has its own report.
        if exact_is_lost {
            return None;
        }
        if !has_words(&quote) {
            self.add(
                Rule::AnchorEmpty,
                at,
                format!("\"{key}\" holds a quotation without words"),
                "quote words of the article",
            );
            return None;
        }
        if context_is_lost {
            // Without its context it would stand in more places than the author meant.
            self.distrust_if(true);
            return Some(Anchor { quote, inferred, state: AnchorState::Lost });
        }
        let state = resolver.state(&quote);
        self.report_state(key, &Spanned { value, at }, &quote, &state, resolver);
        Some(Anchor { quote, inferred, state })
    }
}
