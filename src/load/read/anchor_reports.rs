//! What is said of quotations that are not exact: what differs, where it stands, and what to do.

use toml::de::DeValue;

use crate::dossier::anchor::reworded::{MAX_WORDS, SkipReason};
use crate::dossier::anchor::{
    Context, Cut, MAX_PLACES, OtherCapitals, Part, QuoteDifference, TypographicMatch, fold, is_cut_by_context,
};
use crate::dossier::{AnchorState, Quote};
use crate::text::diff::diff_words;
use crate::text::typography::described;

use crate::load::read::anchors::{PARTS, Resolver, has_context, without_context};
use crate::load::read::lost_anchors::Skipping;
use crate::load::read::sentence_words::sentence_around;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::syntax::table::Table;

impl Table<'_, '_> {
    /// Reports a quotation that is written here, unless it is exact.
    pub(super) fn report_state(
        &mut self,
        key: &str,
        &Spanned { value, at }: &Spanned<&DeValue<'_>>,
        quote: &Quote,
        state: &AnchorState,
        resolver: &Resolver<'_>,
    ) {
        if let Some(fixed) = resolver.seams.get(quote) {
            self.report_seam(at, value, quote, fixed);
            return;
        }
        if let Some(skipping) = resolver.skipping.get(quote) {
            self.report_skipping(key, &Spanned { value, at }, quote, skipping, resolver);
            return;
        }
        if let [first, others @ ..] = resolver.typographic(quote) {
            self.report_typography(at, value, quote, (first, others.len()), resolver);
            return;
        }
        if let Some([first, others @ ..]) = resolver.capitals.get(quote).map(Vec::as_slice) {
            self.report_capitals(at, value, quote, (first, others.len()), resolver);
            return;
        }
        match state {
            AnchorState::Exact(_) => {}
            AnchorState::Ambiguous(places) => {
                let count = places.len();
                let more = if count < MAX_PLACES { "" } else { " or more" };
                let words = quoted(&quote.exact);
                let hint = match resolver.index.disambiguating_context(places) {
                    _ if has_context(quote) => "give more context in prefix or suffix".to_owned(),
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
                    let message = format!("your quotation has \"{quoted}\" where the article has \"{now}\"");
                    (Rule::AnchorReworded, message)
                };
                let hint = "located, not proven: fundstelle relink shows both and takes over the new words if you \
                            confirm them";
                self.evidence_error(rule, at, message, hint);
            }
            AnchorState::Lost => self.report_lost(at, quote, resolver),
        }
    }

    /// Reports a quotation that stands but for the blanks between it and its context.
    fn report_seam(&mut self, at: Span, value: &DeValue<'_>, quote: &Quote, fixed: &Quote) {
        let sides = [("prefix", &quote.prefix, &fixed.prefix), ("suffix", &quote.suffix, &fixed.suffix)];
        let wrong: Vec<_> = sides.into_iter().filter(|(_, written, fixed)| written != fixed).collect();
        let is_missing = wrong.iter().all(|(_, written, fixed)| written.len() < fixed.len());
        let what = if is_missing { "a blank is missing" } else { "the blanks are not the article's" };
        let between: Vec<&str> = wrong.iter().map(|(side, ..)| *side).collect();
        let write: Vec<String> =
            wrong.iter().map(|(side, _, fixed)| format!("{side} = {:?}", &**fixed)).collect();
        let place = match (value, between.first()) {
            (DeValue::Table(parts), Some(side)) => parts.get(*side).map(|part| self.place(part.span())),
            _ => None,
        };
        self.evidence_error(
            Rule::AnchorContext,
            place.unwrap_or(at),
            format!("{what} between {} and the words {}", between.join(" and "), quoted(&quote.exact)),
            format!("write {}", write.join(", ")),
        );
    }

    /// Reports a quotation that skips words, at the sign for it.
    fn report_skipping(
        &mut self,
        key: &str,
        &Spanned { value, at }: &Spanned<&DeValue<'_>>,
        quote: &Quote,
        Skipping { at: byte, parts }: &Skipping,
        resolver: &Resolver<'_>,
    ) {
        let sign = QuoteDifference {
            part: Part::Exact,
            byte: *byte + usize::from(quote.exact[*byte..].starts_with(' ')),
            quoted: String::new(),
            article: String::new(),
            at: 0..0,
        };
        let place = self.place_of(&sign, at, value, resolver);
        let parts: Vec<String> = parts.iter().map(|part| format!("\"{part}\"")).collect();
        let hint = if key == "near" {
            format!("a quotation cannot skip words: quote one part, {}", parts.join(" or "))
        } else {
            format!("a quotation cannot skip words: write each part as one of its own: {}", parts.join(", "))
        };
        self.evidence_error(
            Rule::AnchorLost,
            place.unwrap_or(at),
            format!("{} does not stand in the article: it skips words", quoted(&quote.exact)),
            hint,
        );
    }

    /// Reports a quotation that stands but for typography, at the first character that differs.
    fn report_typography(
        &mut self,
        at: Span,
        value: &DeValue<'_>,
        quote: &Quote,
        (found, others): (&TypographicMatch, usize),
        resolver: &Resolver<'_>,
    ) {
        let differences = resolver.index.typographic_differences(quote, found);
        let pairs = differences.iter().map(|it| (it.quoted.as_str(), it.article.as_str()));
        let what = described(pairs, "the quotation");
        let place = differences.first().and_then(|first| self.place_of(first, at, value, resolver));
        let shown = differences.first().map_or(&found.passage, |first| &first.at);
        let sentence = sentence_around(resolver.article, shown);
        let more = in_more_places(others);
        self.evidence_error(
            Rule::AnchorTypography,
            place.unwrap_or(at),
            format!("only typography differs: the article has {what}: \"{sentence}\"{more}"),
            "write it as it stands there, or run fundstelle relink, which takes the article's characters over",
        );
    }

    /// Reports a quotation that stands but for capitals, at the first letter that differs.
    fn report_capitals(
        &mut self,
        at: Span,
        value: &DeValue<'_>,
        quote: &Quote,
        (found, others): (&OtherCapitals, usize),
        resolver: &Resolver<'_>,
    ) {
        let there = fold(&resolver.article.text[found.passage.clone()]);
        let byte = first_other_letter(&quote.exact, there.trim());
        let difference = byte.map(|byte| QuoteDifference {
            part: Part::Exact,
            byte,
            quoted: String::new(),
            article: String::new(),
            at: found.passage.clone(),
        });
        let place = difference.and_then(|difference| self.place_of(&difference, at, value, resolver));
        let (rule, hint) = match others {
            0 => (
                Rule::AnchorReworded,
                "if that is meant, write it as it stands there; fundstelle relink offers it",
            ),
            _ => (Rule::AnchorLost, "write the one that is meant as it stands there"),
        };
        let (there, more) = (quoted(found.text.trim()), in_more_places(others));
        self.evidence_error(
            rule,
            place.unwrap_or(at),
            format!("only capitals differ: the article has {there}{more}"),
            hint,
        );
    }

    /// Where such a difference is written.
    fn place_of(
        &self,
        difference: &QuoteDifference,
        at: Span,
        value: &DeValue<'_>,
        resolver: &Resolver<'_>,
    ) -> Option<Span> {
        let (at, text) = match value {
            DeValue::String(text) => (at, text),
            DeValue::Table(parts) => {
                let [exact, prefix, suffix] = PARTS;
                let part = parts.get(match difference.part {
                    Part::Prefix => prefix,
                    Part::Exact => exact,
                    Part::Suffix => suffix,
                })?;
                let DeValue::String(text) = part.get_ref() else { return None };
                (self.place(part.span()), text)
            }
            _ => return None,
        };
        Some(resolver.place_in(at, text, difference.byte))
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

fn in_more_places(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => "; it stands in one more place".to_owned(),
        several => format!("; it stands in {several} more places"),
    }
}

/// The byte of some words at which the first letter differs from the article's; none where more than that does.
fn first_other_letter(words: &str, article: &str) -> Option<usize> {
    let start = words.len() - words.trim_start().len();
    let mut pairs = words[start..].char_indices().zip(article.chars());
    let ((at, one), other) = pairs.find(|((_, one), other)| one != other)?;
    one.to_lowercase().eq(other.to_lowercase()).then_some(start + at)
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
