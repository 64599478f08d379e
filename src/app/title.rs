//! The title bar: what the dossier and its article are called, how far the facts run, and what is wrong with it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::App;
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;

/// In fewer cells the title bar does not count why the dossier could not be read.
const WIDE_TITLE: u16 = 70;

/// Draws the title bar.
pub(super) fn draw(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let dossier = &context.dossier;
    let strings = context.strings();
    let dot = context.glyph(glyphs::DOT);
    let quiet = context.style(Role::Quiet);
    let mut errors: Vec<Span> = Vec::new();
    let report = app.reading.report();
    let count = report.tally.errors;
    if count > 0 {
        let key = context.key(Action::Problems);
        let count = names::counted(context.language, count, &strings.errors);
        let text = match report.refused {
            true if area.width < WIDE_TITLE => format!("{} ({key})", strings.not_reread),
            true => format!("{}: {count} ({key})", strings.not_reread),
            false => format!("{count} ({key})"),
        };
        errors.push(Span::styled(context.glyph(signs::BROKEN.glyph), context.style(signs::BROKEN.role)));
        errors.push(Span::styled(format!(" {text}{dot}"), context.style(Role::Heading)));
    }
    let as_of = dossier.as_of.as_ref().map(|as_of| {
        let text = format!("{} {}{dot}", strings.as_of, context.date(as_of));
        Span::styled(text, quiet)
    });
    let right = |as_of: Option<&Span<'static>>| {
        let tag = Span::styled(context.language.tag(), quiet);
        errors.iter().chain(as_of).cloned().chain([tag]).collect::<Line>()
    };
    let title = context.text(&dossier.title);
    let article = &dossier.article;
    let published = article.published.as_ref().map(|date| context.date(date));
    let origin: Vec<&str> = article.outlet.as_deref().into_iter().chain(published.as_deref()).collect();
    let full = if origin.is_empty() { title.clone() } else { format!("{title}{dot}{}", origin.join(", ")) };
    let short =
        article.outlet.as_ref().map_or_else(|| title.clone(), |outlet| format!("{title}{dot}{outlet}"));
    // What the article is goes before how far the facts run, and that before when it was published.
    let forms =
        [(full, as_of.as_ref()), (short.clone(), as_of.as_ref()), (short, None), (title.clone(), None)];
    let room = |right: &Line| usize::from(area.width).saturating_sub(right.width() + 4);
    let forms = forms.map(|(left, as_of)| (left, right(as_of)));
    let fits = forms.iter().find(|(left, right)| width::cells(left) <= room(right));
    let (left, right) = fits.unwrap_or(&forms[3]);
    let right_cells = u16::try_from(right.width()).unwrap_or(area.width).min(area.width);
    let left = context.truncate(left, room(right));
    buffer.set_string(area.x + 1, area.y, &*left, context.style(Role::Heading));
    buffer.set_line(area.right().saturating_sub(right_cells + 1).max(area.x), area.y, right, right_cells);
}
