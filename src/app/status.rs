//! The status line: the latest notice, what is selected, and the breadcrumbs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{App, breadcrumbs};
use crate::dossier::Kind;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;

/// Draws the status line.
pub(super) fn draw(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let own =
        app.overlay.as_ref().and_then(|overlay| overlay.status(context)).or_else(|| app.search_summary());
    let (text, role) = match (&app.notice, own, context.selection()) {
        (Some(notice), ..) => (notice.clone(), Role::Notice),
        // While a search is in force, the selection is what one reads besides.
        (None, Some(search), Some(selection)) if !app.is_covered() && !app.is_selection_found() => {
            (context.joined(&[search, names::summary(context, selection)]), Role::Text)
        }
        (None, Some(own), _) => (own, Role::Text),
        (None, None, Some(selection)) => (names::summary(context, selection), Role::Text),
        (None, None, None) => (welcome(app, context), Role::Quiet),
    };
    let room = usize::from(area.width.saturating_sub(2));
    buffer.set_string(area.x + 1, area.y, context.truncate_parts(&text, room), context.style(role));
    // "Back" does not work while something lies over the panels.
    if app.is_covered() {
        return;
    }
    // What is said of the selection comes first; the way here takes what it leaves.
    let left = room.saturating_sub(width::cells(&text) + STEPS_APART);
    let steps = breadcrumbs::words(app, context, left);
    let cells = u16::try_from(width::cells(&steps)).unwrap_or(0);
    let x = area.right().saturating_sub(cells + 1);
    buffer.set_string(x, area.y, steps, context.style(Role::Quiet));
}

/// Whether the reader sees the article in another language than that of the interface, and could see its translation.
fn lacks_translation(app: &App, context: &Context) -> bool {
    let own = context.language.tag();
    let translation = context.dossier.article.translation_unless_read(own);
    translation.is_some_and(|translation| translation.language.primary() == own)
        && app.panels.get(Panel::Article).place(context).view.is_none()
}

/// That nothing is selected, and the keys to begin with.
fn welcome(app: &App, context: &Context) -> String {
    let strings = context.strings();
    let translation = (context.has_focus(Panel::Article) && lacks_translation(app, context))
        .then_some((Action::View, strings.step_translation));
    let (said, steps) = if context.dossier.is_article_alone() {
        let steps = [(Action::Whole, strings.step_whole), (Action::Help, strings.step_help)];
        let steps: Vec<_> = translation.into_iter().chain(steps).collect();
        // Who has written tables knows of them.
        let said = if context.dossier.is_bare { strings.welcome_alone } else { strings.welcome };
        (said, context.steps(&steps))
    } else {
        let first = match app.pointed_at().map(|item| item.kind) {
            Some(Kind::Event) => (Action::Right, strings.step_event),
            Some(Kind::Claim | Kind::Gap) => (Action::Right, strings.step_claim),
            _ if context.has_focus(Panel::Article) => (Action::Right, strings.step_next_name),
            _ => (Action::Down, strings.step_row),
        };
        let steps = [
            first,
            (Action::NextClaim, strings.step_next_claim),
            (Action::NextPanel, strings.step_panels),
            (Action::Help, strings.step_help),
        ];
        let steps: Vec<_> = translation.into_iter().chain(steps).collect();
        (strings.welcome, context.steps(&steps))
    };
    format!("{said}  {steps}")
}

/// Cells between the status line's two halves, at least.
const STEPS_APART: usize = 3;
