//! What the keys do in the article: they scroll, and go from name to name.

use ratatui::layout::Rect;

use super::State;
use super::rows::RowPosition;
use super::underlines::MarkedNames;
use crate::input::action::Action;
use crate::protocol::context::Context;
use crate::protocol::request::Request;

/// Carries out a key. Scrolling happens here; selecting is requested from the app.
pub(super) fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    let article = &context.dossier.article;
    if article.blocks.is_empty() {
        return Vec::new();
    }
    match action {
        Action::Up => state.top = state.rows.up(article, state.top, 1),
        Action::Down => state.top = state.rows.down(article, state.top, 1),
        Action::PageUp | Action::PageDown => state.page(article, action == Action::PageDown, area),
        Action::HalfPageUp | Action::HalfPageDown => {
            state.half_page(article, action == Action::HalfPageDown, area);
        }
        Action::First => state.top = RowPosition::default(),
        Action::Last => state.top = state.rows.last(article),
        Action::Left | Action::Right => {
            let strings = context.strings();
            return vec![match state.next_step(context, action == Action::Right) {
                Some((name, passage)) => Request::SelectAt(name, passage),
                None if action == Action::Right => Request::Notice(strings.no_next_name.to_owned()),
                None => Request::Notice(strings.no_previous_name.to_owned()),
            }];
        }
        Action::Card => {
            return match context.selection() {
                Some(selection) => vec![Request::Open(selection.clone())],
                None => match state.next_step(context, true) {
                    Some((name, passage)) => {
                        vec![Request::SelectAt(name.clone(), passage), Request::Open(name)]
                    }
                    None => vec![Request::Notice(context.nothing_selected())],
                },
            };
        }
        Action::View if article.translations.is_empty() => {
            return vec![Request::Notice(context.strings().only_view.to_owned())];
        }
        Action::View => {
            // Where one block's translation is shown alone and out of sight, that of the current block is wanted.
            let is_elsewhere =
                state.only.is_some_and(|only| state.window.iter().all(|row| row.block != only));
            state.show_both(!state.both || is_elsewhere);
        }
        Action::Marks => {
            let strings = context.strings();
            let (marks, notice) = match state.marks {
                MarkedNames::Prominent => (MarkedNames::All, strings.marks_all),
                MarkedNames::All => (MarkedNames::None, strings.marks_none),
                MarkedNames::None => (MarkedNames::Prominent, strings.marks_prominent),
            };
            state.marks = marks;
            return vec![Request::Notice(notice.to_owned())];
        }
        _ => {}
    }
    Vec::new()
}
