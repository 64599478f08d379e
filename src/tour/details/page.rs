//! The details of a stop in lines: its title, the article's words and the source's side by side where both have room and one
//! above the other elsewhere, and the verdict.

use ratatui::text::{Line, Span};

use super::content::{StopContent, StopSection, StopText};
use crate::dossier::Stop;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::slide;
use crate::text::wrap;

/// From this width on, the article's words and the source's are side by side.
const SIDE_BY_SIDE: u16 = 96;
/// Columns between the two.
const APART: u16 = 4;
/// Words are not set wider than this: more is hard to read from afar.
const MEASURE: u16 = 72;
/// The indent of words from the sign of who says them, in columns.
const SET_IN: u16 = 2;
/// Columns between the verdict and how many have said it, at least.
const BESIDE: usize = 3;

/// The lines of a stop's details: its title, what the article and the sources say, and the verdict.
pub(super) fn lines(context: &Context, stop: &Stop, content: &StopContent, width: u16) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = Vec::new();
    let text = slide::title(context, stop);
    put(
        context,
        &mut lines,
        0,
        &StopText { sign: None, text, role: Role::Heading, emphasis: Vec::new() },
        width,
    );
    lines.push(Line::default());
    lines.extend(body(context, content, width));
    lines
}

fn body(context: &Context, content: &StopContent, width: u16) -> Vec<Line<'static>> {
    let mut lines = if width >= SIDE_BY_SIDE && !content.article.is_empty() && !content.sources.is_empty() {
        let half = ((width - APART) / 2).min(MEASURE);
        beside(sections(context, &content.article, half), sections(context, &content.sources, half), half)
    } else {
        let all: Vec<StopSection> = content.article.iter().chain(&content.sources).cloned().collect();
        sections(context, &all, width.min(MEASURE + SET_IN))
    };
    lines.extend(verdict(context, content, width));
    if let Some(fault) = &content.fault {
        let sign = Some(signs::BROKEN);
        let words = StopText { sign, text: fault.clone(), role: Role::Heading, emphasis: Vec::new() };
        put(context, &mut lines, SET_IN, &words, width);
    }
    lines
}

/// Each followed by an empty line.
fn sections(context: &Context, sections: &[StopSection], width: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for StopSection { sign, name, beside, words } in sections {
        lines.extend(heading(context, *sign, name, beside, width));
        for words in words {
            put(context, &mut lines, SET_IN, words, width);
        }
        lines.push(Line::default());
    }
    lines
}

/// `▏ ARTIKEL („laut Berichten“)`
fn heading(context: &Context, sign: Sign, name: &str, beside: &str, width: u16) -> Vec<Line<'static>> {
    if name.is_empty() && beside.is_empty() {
        return Vec::new();
    }
    let text = match (name, beside) {
        (name, "") => name.to_owned(),
        ("", beside) => beside.to_owned(),
        (name, beside) => format!("{name} ({beside})"),
    };
    let quiet = context.style(Role::Quiet);
    let mut first = vec![Span::styled(context.glyph(sign.glyph), context.style(sign.role)), Span::raw(" ")];
    let mut lines = Vec::new();
    for line in wrap::wrap(&text, width.saturating_sub(SET_IN).max(1)) {
        let range = line.range;
        let bold = name.len().clamp(range.start, range.end);
        let mut spans = std::mem::take(&mut first);
        spans.resize_with(usize::from(SET_IN), || Span::raw(" "));
        spans.push(Span::styled(text[range.start..bold].to_owned(), context.style(Role::Heading)));
        spans.push(Span::styled(text[bold..range.end].to_owned(), quiet));
        lines.push(Line::from(spans));
    }
    lines
}

/// Words, wrapped, with what is set off among them.
fn put(context: &Context, lines: &mut Vec<Line<'static>>, indent: u16, words: &StopText, width: u16) {
    let style = context.style(words.role);
    for (row, line) in wrap::wrap(&words.text, width.saturating_sub(indent).max(1)).into_iter().enumerate() {
        // The sign stands in the blanks before the words.
        let sign = words.sign.filter(|_| row == 0 && indent >= SET_IN);
        let mut spans = vec![Span::raw(" ".repeat(usize::from(indent)))];
        if let Some(sign) = sign {
            let [before, after] = [indent - SET_IN, SET_IN - 1].map(|cells| " ".repeat(usize::from(cells)));
            let sign = Span::styled(context.glyph(sign.glyph), context.style(sign.role));
            spans = vec![Span::raw(before), sign, Span::raw(after)];
        }
        let mut from = line.range.start;
        for (range, role) in &words.emphasis {
            let (start, end) =
                (range.start.clamp(from, line.range.end), range.end.clamp(from, line.range.end));
            spans.push(Span::styled(words.text[from..start].to_owned(), style));
            spans.push(Span::styled(words.text[start..end].to_owned(), context.style(*role)));
            from = end;
        }
        spans.push(Span::styled(words.text[from..line.range.end].to_owned(), style));
        spans.retain(|span| !span.content.is_empty());
        lines.push(Line::from(spans));
    }
}

/// Two columns of lines, the left one this wide.
fn beside(left: Vec<Line<'static>>, right: Vec<Line<'static>>, width: u16) -> Vec<Line<'static>> {
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let mut lines = Vec::new();
    loop {
        let (mut line, next) = match (left.next(), right.next()) {
            (None, None) => return lines,
            (line, next) => (line.unwrap_or_default(), next.unwrap_or_default()),
        };
        if !next.spans.is_empty() {
            let gap = usize::from(width + APART).saturating_sub(line.width());
            line.spans.push(Span::raw(" ".repeat(gap)));
            line.spans.extend(next.spans);
        }
        lines.push(line);
    }
}

/// `~ TEILWEISE       1 unabhängige Quelle`; in two lines where one is too short.
fn verdict(context: &Context, content: &StopContent, width: u16) -> Vec<Line<'static>> {
    let mut line = Line::default();
    if let Some((sign, word)) = &content.verdict {
        line.push_span(Span::styled(context.glyph(sign.glyph), context.style(sign.role)));
        line.push_span(Span::raw(" "));
        line.push_span(Span::styled(word.clone(), context.style(Role::Heading)));
    }
    let Some(origins) = &content.origins else {
        return if line.spans.is_empty() { Vec::new() } else { vec![line] };
    };
    let origins = Span::styled(origins.clone(), context.style(Role::Quiet));
    let left = usize::from(width.min(MEASURE)).saturating_sub(line.width() + origins.width());
    if !line.spans.is_empty() && left >= BESIDE {
        line.push_span(Span::raw(" ".repeat(left)));
        line.push_span(origins);
        return vec![line];
    }
    let mut lines = if line.spans.is_empty() { Vec::new() } else { vec![line] };
    let words =
        StopText { sign: None, text: origins.content.into_owned(), role: Role::Quiet, emphasis: Vec::new() };
    put(context, &mut lines, SET_IN, &words, width);
    lines
}
