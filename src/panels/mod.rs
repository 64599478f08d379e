//! The panels. Each has a state, an `update` that turns an action into requests, and a `draw` that only reads. None of them
//! knows another.

pub mod actors;
pub mod article;
pub mod claims;
pub mod timeline;
pub mod trend;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::input::action::Action;
use crate::protocol::context::Context;
use crate::widgets::hint;

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
