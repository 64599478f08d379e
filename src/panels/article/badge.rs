//! What the frame of the article says: which part is on screen, and what lies above and below it.

use std::ops::Range;

use super::State;
use crate::facts::{self, Mark};
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::names;

/// What the frame says on the right, longest first: which part of the article is on screen, by its bytes.
pub(super) fn badges(state: &State, context: &Context) -> Vec<String> {
    let strings = context.strings();
    let blocks = &context.dossier.article.blocks;
    let Some((shown, first, last)) = state
        .shown()
        .zip(blocks.first())
        .zip(blocks.last())
        .map(|((shown, first), last)| (shown, first, last))
    else {
        return Vec::new();
    };
    let total = last.range.end;
    let part = if shown.start <= first.range.start && shown.end >= total {
        strings.whole_article.to_owned()
    } else {
        let (from, to) = (shown.start * 100 / total, shown.end * 100 / total);
        context.language.percent(&format!("{from}{}{to}", context.glyph(glyphs::TO)))
    };
    let lit = hits_out_of_sight(context, &shown).or_else(|| lit_out_of_sight(state, context));
    let view = (!context.dossier.article.translations.is_empty()).then(|| {
        let is_both = state.translation(context).is_some();
        if is_both { strings.view_both } else { strings.view_original }.to_owned()
    });
    let filtered = state.signs_filtered.then(|| strings.signs_filtered.to_owned());
    // In order of importance: what is hidden, how much is out of sight, which part of the article is on screen,
    // in which view.
    let marking = context.mark().map(|_| strings.marking.badge.to_owned());
    let marking = marking.or_else(|| context.suggested().map(|_| strings.suggesting.badge.to_owned()));
    let parts: Vec<String> =
        marking.clone().into_iter().chain(filtered).chain(lit).chain([part.clone()]).chain(view).collect();
    let forms = (1..=parts.len()).rev().map(|parts_shown| context.joined(&parts[..parts_shown]));
    forms.chain([marking.unwrap_or(part)]).collect()
}

/// `◀ 3 ↑ · 8 ↓`: how many passages of the selection lie above and below what is on screen.
fn lit_out_of_sight(state: &State, context: &Context) -> Option<String> {
    let selection = context.selection()?;
    if context.lit().passages.is_empty() {
        // With broken evidence it is not known whether the article mentions it.
        let is_broken = facts::mark(&context.dossier, context.faults(), selection) == Mark::Broken;
        let strings = context.strings();
        return Some(if is_broken { strings.standing_broken } else { strings.not_mentioned }.to_owned());
    }
    let numbers = with_arrows(context, out_of_sight(state, context));
    (!numbers.is_empty()).then(|| format!("{} {}", context.glyph(glyphs::LIT), context.joined(&numbers)))
}

/// `Treffer: 3 ↑ 8 ↓`: how many hits of the search lie above and below what is on screen; if not all hits are kept, only
/// that there are more.
fn hits_out_of_sight(context: &Context, shown: &Range<usize>) -> Option<String> {
    let search = context.search()?;
    let strings = context.strings();
    let hits = search.hits();
    if search.is_cut() {
        let most = context.language.count(hits.len());
        return Some(format!("{} {most} {}", strings.more_than, strings.hit.many));
    }
    let above = hits.index_from(shown.start);
    let below = hits.len() - hits.index_from(shown.end);
    let numbers = with_arrows(context, (above, below));
    (!numbers.is_empty()).then(|| format!("{}: {}", names::capitalized(strings.hit.many), numbers.join(" ")))
}

/// `3 ↑` and `8 ↓`: how many lie above and below, where any do.
fn with_arrows(context: &Context, (above, below): (usize, usize)) -> Vec<String> {
    let numbers = [(above, glyphs::UP), (below, glyphs::DOWN)].into_iter().filter(|(number, _)| *number > 0);
    numbers
        .map(|(number, arrow)| format!("{} {}", context.language.count(number), context.glyph(arrow)))
        .collect()
}

/// How many passages end above the window, and how many begin below it.
fn out_of_sight(state: &State, context: &Context) -> (usize, usize) {
    let (Some(shown), passages) = (state.shown(), &context.lit().passages) else { return (0, 0) };
    let before = passages.partition_point(|passage| passage.range.start < shown.start);
    // Only passages that begin near enough can reach into the window.
    let reach = shown.start.saturating_sub(context.lit().longest_passage);
    let near = passages[..before].iter().rev().take_while(|passage| passage.range.start >= reach);
    let reaching = near.filter(|passage| passage.range.end > shown.start).count();
    let below = passages.len() - passages.partition_point(|passage| passage.range.start < shown.end);
    (before - reaching, below)
}
