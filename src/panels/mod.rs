//! One room a panel. Each has a state, an `update` that turns an action into requests, and a `draw` that only reads.
//! None of them knows of another; what they share stands in [`crate::ui`].

pub mod actors;
pub mod article;
pub mod card;
pub mod claims;
pub mod filter;
pub mod help;
pub mod list;
pub mod palette;
pub mod problems;
pub mod prompt;
mod quotation;
mod row;
mod scroll;
pub mod search;
pub mod timeline;
pub mod tour;
pub mod trend;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::flow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::glyphs;
use crate::ui::theme::Role;

/// `wichtige 11 von 48`, `alle 48`: how many of all a list holds; longest first.
fn listed(context: &Context, all: bool, shown: usize, total: usize) -> Vec<String> {
    let strings = context.strings();
    let language = context.language;
    if total == 0 {
        Vec::new()
    } else if all {
        vec![format!("{} {}", strings.all, language.count(total))]
    } else {
        let counts = format!("{} {} {}", language.count(shown), strings.out_of, language.count(total));
        vec![format!("{} {counts}", strings.prominent), counts]
    }
}

/// `1–20 / 45`: which of a number of rows are in sight; both ends count.
fn part(context: &Context, shown: std::ops::RangeInclusive<usize>, total: usize) -> String {
    format!("{}{}{} / {total}", shown.start(), context.glyph(glyphs::TO), shown.end())
}

/// Says in a list that its filter lets nothing pass.
fn nothing_passes(context: &Context, area: Rect, buffer: &mut Buffer) {
    let text = context.with_keys(context.strings().nothing_passes, &[Action::Filter, Action::Close]);
    hint(context, &text, area, buffer);
}

/// Where a list's things are that it does not show.
fn unlisted(context: &Context, filtered: bool) -> String {
    let strings = context.strings();
    let text = context.said(if filtered { strings.hidden_by_filter } else { strings.in_view_all });
    context.with_keys(&text, &[Action::View])
}

/// Says in an empty panel how to fill it.
fn hint(context: &Context, text: &str, area: Rect, buffer: &mut Buffer) {
    for (y, line) in (area.y..area.bottom()).zip(flow::wrap(text, area.width.saturating_sub(2).max(1))) {
        buffer.set_string(area.x + 1, y, &text[line.range], context.style(Role::Quiet));
    }
}
