//! What is below the figures: the caption (publisher, what is missing, definition) and the footer (the current figure, or
//! what there is on the selection).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::view::Form;
use super::{Page, State, body, linked};
use crate::dossier::{Kind, Ref, Series};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::panel::{Focus, Panel};
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;
use crate::text::wrap::{self, WrappedLine};
use crate::widgets::memo::Memo;
use crate::widgets::{row, to_cells};

/// What stands below the figures.
#[derive(Clone, Debug, Default)]
pub(super) struct Below {
    caption: Vec<String>,
    footer: Vec<String>,
    /// Whether the footer is the current figure.
    is_figure: bool,
}

impl Below {
    /// The rows it takes; one of them stays for the footer.
    pub(super) fn rows(&self) -> usize {
        self.caption.len() + self.footer.len().max(1)
    }
}

/// A footer of two lines takes one of the caption's, so that the figures keep their room.
pub(super) fn below(state: &State, context: &Context, area: Rect) -> Below {
    let (footer, is_figure) = footer(state, context, area);
    let most = (caption_lines(area.height) + 1).saturating_sub(footer.len().max(1)).max(1);
    let caption = state.caption.wrapped.last();
    let caption = caption.map(|Wrapped { text, lines }| first_lines(context, text, lines, area, most));
    Below { caption: caption.unwrap_or_default(), footer, is_figure }
}

/// The maximum number of lines of the caption (publisher, unit, definition, what is missing) in this many rows.
pub(super) fn caption_lines(rows: u16) -> usize {
    match rows {
        ..LOW => 1,
        LOW..13 => 2,
        13.. => usize::from(rows / 5).max(3),
    }
}

/// A text and the lines it is wrapped into.
#[derive(Clone, Debug)]
struct Wrapped {
    text: String,
    lines: Vec<WrappedLine>,
}

/// What a caption depends on: the room, the language, the numbers of places and figures not drawn, and whether changes are
/// shown.
type CaptionKey = (u16, Language, (usize, usize, bool));

/// The caption of a series, wrapped once: it stays the same from key to key.
#[derive(Clone, Debug, Default)]
pub(super) struct Caption {
    wrapped: Memo<CaptionKey, Wrapped>,
}

impl Caption {
    /// Wraps it, unless that has been done already.
    ///
    /// `unplaced` are the figures that cannot be drawn, where the others are; `has_changes` says that changes are shown, which
    /// are our arithmetic.
    pub(super) fn lay_out(
        &mut self,
        context: &Context,
        series: &Series,
        (undrawn, unplaced): (usize, &[Ref]),
        has_changes: bool,
        area: Rect,
    ) {
        let key = (room(area), context.language, (undrawn, unplaced.len(), has_changes));
        self.wrapped.get(key, || {
            let text = caption(context, series, (undrawn, unplaced), has_changes);
            let lines = wrap::wrap(&text, room(area));
            Wrapped { text, lines }
        });
    }

    /// How many lines it takes, at most this many.
    pub(super) fn rows(&self, most: usize) -> usize {
        self.wrapped.last().map_or(0, |wrapped| wrapped.lines.len().min(most))
    }
}

/// How many rows of figures a series lacks because of errors, and which key shows them.
fn incomplete(context: &Context, series: &Series) -> Option<String> {
    names::left_out(context.language, series).map(|left_out| {
        let sign = context.glyph(signs::BROKEN.glyph);
        format!("{sign} {left_out} ({})", context.key(Action::Problems))
    })
}

fn caption(
    context: &Context,
    series: &Series,
    (undrawn, unplaced): (usize, &[Ref]),
    has_changes: bool,
) -> String {
    let strings = context.strings();
    // First, as it is what a caption of one line must say.
    let mut parts: Vec<String> = incomplete(context, series).into_iter().collect();
    // The heading says what the series shows: then it is said here what is measured.
    parts.extend(series.finding.as_ref().map(|_| context.text(&series.title)));
    parts.push(series.outlet.to_string());
    parts.extend(
        has_changes.then(|| format!("{}: {}", names::capitalized(strings.change), strings.our_arithmetic)),
    );
    let missing: Vec<String> =
        series.expects.iter().map(|id| names::name(context, &Ref::new(Kind::Place, id))).collect();
    if !missing.is_empty() {
        parts.push(format!("{}: {}", strings.no_value_for, missing.join(", ")));
    }
    if undrawn > 0 {
        parts.push(names::counted(context.language, undrawn, &strings.not_drawn));
    }
    parts.extend(names::unplaced(context, unplaced));
    parts.push(context.text(&series.definition));
    let parts: Vec<&str> =
        parts.iter().map(|part| part.trim_end_matches('.')).filter(|part| !part.is_empty()).collect();
    format!("{}.", parts.join(". "))
}

/// In fewer rows the footer yields to the table.
const LOW: u16 = 8;
/// The maximum number of lines of the footer: a figure is shown whole, unless it is very long.
const FOOTER_LINES: usize = 2;

/// The lines below the caption: the current figure, and that it is one; or what there is on the selection.
fn footer(state: &State, context: &Context, area: Rect) -> (Vec<String>, bool) {
    let is_shown = |cursor: &Ref| context.is_selected(cursor) || context.focus == Focus::Panel(Panel::Trend);
    if !matches!(state.page, Page::Series(_)) {
        return overview_footer(state, context, area);
    }
    let (text, is_figure) = match state.view.cursor().filter(|cursor| is_shown(cursor)) {
        // In few rows a row of the table says it already.
        Some(_) if area.height < LOW && state.view.has_rows() => return (Vec::new(), false),
        Some(cursor) => {
            let glyph = if context.is_selected(cursor) { glyphs::SELECTED } else { glyphs::CURSOR };
            let words = context.dossier.observation(&cursor.id);
            let words = words.and_then(|figure| names::words_of_figure(context, figure));
            let text = context
                .joined(&std::iter::once(names::name(context, cursor)).chain(words).collect::<Vec<_>>());
            (format!("{} {text}", context.glyph(glyph)), true)
        }
        None if context.selection().is_some() => (linked::words(state, context, body(state, area)), false),
        None => return (Vec::new(), false),
    };
    let lines = wrap::wrap(&text, room(area));
    (first_lines(context, &text, &lines, area, FOOTER_LINES), is_figure)
}

/// What is left beside the footer of the overview for how many lines are not in sight.
const MORE_CELLS: usize = 12;

/// The line below the overview: whose figures the current row has; or what there is on the selection; else what the signs
/// mean.
fn overview_footer(state: &State, context: &Context, area: Rect) -> (Vec<String>, bool) {
    let is_of = |selection: &Ref| selection.kind == Kind::Observation && state.view.prints(selection);
    let has_focus = context.focus == Focus::Panel(Panel::Trend);
    let cursor = state.view.cursor().filter(|_| has_focus || context.selection().is_some_and(is_of));
    let series = cursor.and_then(|cursor| context.dossier.observation(&cursor.id));
    let series = series.and_then(|figure| context.dossier.series_by_id(&figure.series));
    let is_map = matches!(state.page, Page::Map(_));
    let glyph = if context.selection().is_some_and(is_of) { glyphs::SELECTED } else { glyphs::CURSOR };
    // How many rows are not in sight is said in any case.
    // Of what is linked, how much is not in sight says more.
    let is_linked = series.is_none() && context.selection().is_some();
    let more = row::more(context, state.view.out_of_sight(body(state, area)).items);
    let more = if is_linked || more.is_empty() { 0 } else { width::cells(&more) + 3 };
    let left = usize::from(room(area)).saturating_sub(more);
    let (background_sign, from) = provenance(state, context);
    let background = format!("{background_sign} {from}");
    let has_text = cursor.is_some() || context.selection().is_some();
    let background = has_text.then_some(background);
    let mut background = background.filter(|_| !state.view.says_background(context, area.width));
    let lacks: Vec<String> = series.map(|series| lacks(state, context, series)).unwrap_or_default();
    // On a map the figures go first, but there is room for what they lack, and for the sign of what is not from the article.
    let besides = lacks.iter().map(String::as_str).chain(background.as_ref().map(|_| background_sign));
    let besides: usize = besides.map(|text| width::cells(text) + 3).sum();
    let readout = state.view.readout(context, left.saturating_sub(besides + 2)).filter(|_| cursor.is_some());
    let parts = match (series, context.selection(), &readout) {
        // A place of the map without a figure.
        (None, _, Some(readout)) => {
            let is_selected = cursor.is_some_and(|cursor| context.is_selected(cursor));
            let glyph = if is_selected { glyphs::SELECTED } else { glyphs::CURSOR };
            vec![format!("{} {readout}", context.glyph(glyph))]
        }
        // What is counted, and by whom, stands above the map.
        (Some(_), ..) if is_map => {
            let figure = readout.clone().or_else(|| cursor.map(|cursor| names::name(context, cursor)));
            let parts: Vec<String> = figure.into_iter().chain(lacks).collect();
            vec![format!("{} {}", context.glyph(glyph), context.joined(&parts))]
        }
        (Some(series), ..) => {
            let of = [context.text(&series.title), series.outlet.to_string()];
            // What is missing first: the rest may be cut.
            let parts: Vec<String> = lacks.into_iter().chain(of).collect();
            vec![format!("{} {}", context.glyph(glyph), context.joined(&parts))]
        }
        (None, Some(_), None) => vec![linked::words(state, context, body(state, area))],
        (None, None, None) => {
            vec![format!("{background_sign} {from}")]
        }
    };
    let mut text = context.joined(&parts);
    if state.view.form() == Form::Map
        && let Some(words) = background.take()
    {
        // Above the map there was no room for it: then it is here in any case, in short where that is needed.
        let whole = context.joined(&[&text, &words]);
        let short = || with_sign(context, &text, background_sign, left);
        text = if width::cells(&whole) <= left { whole } else { short() };
    }
    // What the signs in sight mean, as far as there is room beside that.
    for sign in background.into_iter().chain(state.view.legend(context)) {
        let longer = context.joined(&[&text, &sign]);
        if width::cells(&longer) + MORE_CELLS <= usize::from(room(area)) {
            text = longer;
        }
    }
    (vec![context.truncate_parts(&text, left).into_owned()], cursor.is_some())
}

/// What a series lacks: rows because of errors, figures because they have no date.
fn lacks(state: &State, context: &Context, series: &Series) -> Vec<String> {
    let undated = state.view.undated(&series.id);
    let undated =
        (undated > 0).then(|| format!("{} {}", context.language.count(undated), context.strings().undated));
    incomplete(context, series).into_iter().chain(undated).collect()
}

/// Where the figures that are shown come from: the sign of that, and what it means.
fn provenance(state: &State, context: &Context) -> (&'static str, &'static str) {
    let dossier = &context.dossier;
    let shown = dossier.series.iter().enumerate().filter(|(place, _)| state.shows(dossier, *place));
    let shown: Vec<Ref> = shown.map(|(_, series)| series.to_ref()).collect();
    let (sign, words) = names::figures_from(context, dossier.standing_of_figures(&shown));
    (context.glyph(sign.glyph), words)
}

/// A text in so many cells, and after it the sign of where it comes from.
fn with_sign(context: &Context, text: &str, sign: &str, room: usize) -> String {
    let room = room.saturating_sub(width::cells(sign) + 3);
    context.joined(&[&*context.truncate_parts(text, room), sign])
}

/// The cells of a line.
fn room(area: Rect) -> u16 {
    area.width.saturating_sub(2).max(1)
}

/// The first lines of a text that was wrapped; the last of them says if there are more.
fn first_lines(
    context: &Context,
    text: &str,
    wrapped: &[WrappedLine],
    area: Rect,
    most: usize,
) -> Vec<String> {
    let mut lines: Vec<String> =
        wrapped.iter().take(most).map(|line| text[line.range.clone()].to_owned()).collect();
    if let (Some(cut), Some(last)) = (wrapped.get(most), lines.last_mut()) {
        let from = wrapped[most - 1].range.start;
        *last = context.truncate(&text[from..cut.range.end], usize::from(room(area))).into_owned();
    }
    lines
}

/// Draws it below the figures, which have the room `body`.
pub(super) fn draw(state: &State, context: &Context, body: Rect, area: Rect, buffer: &mut Buffer) {
    let Below { caption, footer, is_figure } = &state.below;
    for (y, line) in (body.bottom()..).zip(caption) {
        buffer.set_string(area.x + 1, y, line, context.style(Role::Quiet));
    }
    let rows = to_cells(footer.len());
    for (y, line) in (area.bottom().saturating_sub(rows).max(area.y)..area.bottom()).zip(footer) {
        let role = if *is_figure { Role::Text } else { Role::Quiet };
        buffer.set_string(area.x + 1, y, line, context.style(role));
    }
    draw_more(state, context, body, footer.last().map_or(0, |line| width::cells(line)), area, buffer);
}

/// Beside the last line of the footer: how many figures of the table are not in sight.
fn draw_more(state: &State, context: &Context, body: Rect, taken: usize, area: Rect, buffer: &mut Buffer) {
    let more = row::more(context, state.view.out_of_sight(body).items);
    let cells = width::cells(&more);
    if cells + taken + 4 <= usize::from(area.width) {
        let x = area.right().saturating_sub(1 + to_cells(cells));
        buffer.set_string(x, area.bottom().saturating_sub(1), more, context.style(Role::Quiet));
    }
}
