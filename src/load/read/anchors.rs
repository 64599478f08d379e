//! Quotations of a dossier: all of them are located at once, before the tables that hold them are read.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use toml::de::DeValue;

use crate::dossier::anchor::reworded::{MAX_WORDS, Relocation, SkipReason};
use crate::dossier::anchor::{Context, Cut, Index, MAX_PLACES, fold, has_words, is_cut_by_context};
use crate::dossier::{Anchor, AnchorState, Article, Quote};
use crate::text::diff::diff_words;
use crate::text::sanitize::sanitize;

use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::syntax::ids::Ids;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::QUOTATION_KEYS;

/// What references and quotations are resolved with: known before the tables are read.
pub(crate) struct Resolver<'a> {
    pub(crate) ids: Ids,
    pub(crate) article: &'a Article,
    pub(crate) index: &'a Index,
    located: HashMap<Quote, AnchorState>,
    /// The lost ones that were not looked for everywhere.
    not_searched: HashMap<Quote, SkipReason>,
    /// The lost ones that stand only as parts of something longer, and where they are cut out of it.
    within_words: HashMap<Quote, Cut>,
    /// The lost ones that stand where nothing is shown.
    hidden: HashSet<Quote>,
}

/// The words of a quotation that is a table.
const PARTS: [&str; 3] = ["exact", "prefix", "suffix"];

impl<'a> Resolver<'a> {
    /// Locates the quotations of the tables, and those of the figures.
    pub(crate) fn new(
        ids: Ids,
        article: &'a Article,
        index: &'a Index,
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
        let lost: Vec<usize> = (0..own).filter(|number| states[*number] == AnchorState::Lost).collect();
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
                    Relocation::Located(passage) => states[number] = AnchorState::Reworded(passage),
                    Relocation::Nowhere => {}
                    Relocation::NotSearched(reason) => {
                        not_searched.insert(quotes[number].clone(), reason);
                    }
                }
            }
        }
        let located = quotes.into_iter().zip(states).collect();
        Self { ids, article, index, located, not_searched, within_words, hidden }
    }

    pub(crate) fn state(&self, quote: &Quote) -> AnchorState {
        self.located.get(quote).cloned().unwrap_or(AnchorState::Lost)
    }
}

fn has_context(quote: &Quote) -> bool {
    !quote.prefix.is_empty() || !quote.suffix.is_empty()
}

fn without_context(quote: &Quote) -> Quote {
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
        match &state {
            AnchorState::Exact(_) => {}
            AnchorState::Ambiguous(places) => {
                let count = places.len();
                let more = if count < MAX_PLACES { "" } else { " or more" };
                let words = quoted(&quote.exact);
                let hint = match resolver.index.disambiguating_context(places) {
                    _ if has_context(&quote) => "give more context in prefix or suffix".to_owned(),
                    Some(Context::Suffix(after)) => {
                        format!("give a prefix or suffix; the first is settled by suffix = {after:?}")
                    }
                    Some(Context::Prefix(before)) => {
                        format!("give a prefix or suffix; the first is settled by prefix = {before:?}")
                    }
                    None => "quote more of the sentence".to_owned(),
                };
                self.evidence_error(
                    Rule::AnchorAmbiguous,
                    at,
                    format!("{words} stands {count} times{more} in the article"),
                    hint,
                );
            }
            AnchorState::Reworded(passage) => {
                let now = fold(&resolver.article.text[passage.clone()]);
                let (quoted, now) = diff_words(&fold(&quote.exact), &now);
                let (rule, message) = if quoted.changes.is_empty() && now.changes.is_empty() {
                    let message =
                        format!("\"{}\" stands in the article, but not with this context", now.excerpt());
                    (Rule::AnchorContext, message)
                } else {
                    let (quoted, now) = (quoted.excerpt(), now.excerpt());
                    let message =
                        format!("the article no longer says \"{quoted}\"; in its place stands \"{now}\"");
                    (Rule::AnchorReworded, message)
                };
                let hint = "located, not proven: fundstelle relink shows both and takes over the new words if you \
                            confirm them";
                self.evidence_error(rule, at, message, hint);
            }
            AnchorState::Lost => self.report_lost(at, &quote, resolver),
        }
        Some(Anchor { quote, inferred, state })
    }

    /// Reports a lost quotation, with the reason as far as it is known.
    fn report_lost(&mut self, at: Span, quote: &Quote, resolver: &Resolver<'_>) {
        let words = quoted(&quote.exact);
        let within = resolver.within_words.get(quote);
        let elsewhere = has_context(quote) && resolver.state(&without_context(quote)) != AnchorState::Lost;
        let (rule, message, hint) = match (elsewhere, within) {
            (_, Some(_)) if is_cut_by_context(quote) => (
                Rule::AnchorWithinWord,
                format!("{words} is only part of a word or number in this context"),
                "quote whole words and numbers in exact; only prefix and suffix may be cut within a word"
                    .to_owned(),
            ),
            (true, Some(Cut::Context)) => (
                Rule::AnchorContext,
                format!("{words} stands in the article, but its context begins or ends inside a number"),
                "write numbers whole in prefix and suffix".to_owned(),
            ),
            (true, Some(cut)) => {
                let longer = if *cut == Cut::Number { "number" } else { "word" };
                (
                    Rule::AnchorWithinWord,
                    format!("{words} stands with this context only as part of a longer {longer}"),
                    "quote whole words and numbers, and give the context of the place that is meant"
                        .to_owned(),
                )
            }
            (true, None) => (
                Rule::AnchorContext,
                format!("{words} stands in the article, but not with this context"),
                "prefix and suffix must stand directly beside the words, blanks included".to_owned(),
            ),
            (false, Some(_)) => (
                Rule::AnchorWithinWord,
                format!("{words} stands only inside a longer word or number"),
                "quote whole words and numbers".to_owned(),
            ),
            (false, None) if resolver.hidden.contains(quote) => (
                Rule::AnchorHidden,
                format!("{words} stands only in a part of the article that is not shown"),
                "quote words that are shown: boilerplate is not searched".to_owned(),
            ),
            (false, None) => (
                Rule::AnchorLost,
                format!("{words} does not stand in the article"),
                resolver.not_searched.get(quote).map_or_else(
                    || "copy the words as they stand there, quotation marks and dashes count; or remove the quotation".to_owned(),
                    |reason| not_searched(*reason),
                ),
            ),
        };
        self.evidence_error(rule, at, message, hint);
    }
}

/// What to do about a quotation that was not looked for everywhere.
fn not_searched(reason: SkipReason) -> String {
    match reason {
        SkipReason::Length => format!(
            "what may stand in its place was not looked for: it is longer than {MAX_WORDS} usual words; quote less"
        ),
        SkipReason::Places => {
            "what may stand in its place was not looked for everywhere: its words stand in too many \
                              places; copy them as they stand there"
                .to_owned()
        }
        SkipReason::Number => {
            "what may stand in its place was not looked for: too many quotations are lost; fix those \
                            before it first"
                .to_owned()
        }
    }
}
