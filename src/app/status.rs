//! The status line: the latest notice, what is selected, and the breadcrumbs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{App, breadcrumbs};
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;

/// Draws the status line.
pub(super) fn draw(app: &App, context: &Context, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width.saturating_sub(2));
    let own = app.overlay.as_ref().and_then(|overlay| overlay.status(context));
    let own = own
        .or_else(|| app.mark_summary(room))
        .or_else(|| app.suggestion_summary())
        .or_else(|| app.search_summary());
    let (text, role) = match (&app.notice, own, context.selection()) {
        (Some(notice), ..) => (notice.clone(), Role::Notice),
        // While a search is in force, the selection is what one reads besides.
        (None, Some(search), Some(selection))
            if app.context.mark.is_none()
                && !app.has_suggestions()
                && !app.is_covered()
                && !app.is_selection_found() =>
        {
            (context.joined(&[search, names::summary(context, selection)]), Role::Text)
        }
        (None, Some(own), _) => (own, Role::Text),
        // The way back into the tour comes first: a line may be short.
        (None, None, Some(selection)) if app.talk.is_resumable && !app.is_covered() => {
            (context.joined(&[app.way_back(), names::summary(context, selection)]), Role::Text)
        }
        (None, None, Some(selection)) => (names::summary(context, selection), Role::Text),
        (None, None, None) => (welcome(app, context, room), Role::Quiet),
    };
    buffer.set_string(area.x + 1, area.y, context.truncate_parts(&text, room), context.style(role));
    // "Back" does not work while something lies over the panels.
    if app.is_covered() || context.mark().is_some() || app.has_suggestions() {
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

/// The keys to begin with, as many as there is room for, the most useful first; and that nothing is selected, where there is
/// room for that too.
fn welcome(app: &App, context: &Context, room: usize) -> String {
    let strings = context.strings();
    let translation = (context.has_focus(Panel::Article) && lacks_translation(app, context))
        .then(|| step(context, Action::View, strings.step_translation));
    if context.dossier.is_article_alone() {
        // A dossier that is only begun has most use for them; in an article without one nothing can be accepted.
        let suggests = (!context.dossier.is_bare).then_some((Action::Suggest, strings.step_suggest));
        let steps = [(Action::Whole, strings.step_whole), (Action::Help, strings.step_help)];
        let steps = suggests.into_iter().chain(steps).map(|(action, does)| step(context, action, does));
        let steps = translation.into_iter().chain(steps);
        // Who has written tables knows of them.
        let said = match context.dossier.is_bare {
            true if app.reading.is_stream => strings.lone.welcome_stream,
            true => strings.welcome_alone,
            false => strings.welcome,
        };
        return format!("{said}  {}", context.joined(&steps.collect::<Vec<_>>()));
    }
    let tour = if app.talk.is_resumable {
        Some(app.way_back())
    } else {
        (app.stops() > 0).then(|| {
            let does = context.language.plural(app.stops(), &strings.step_tour);
            step(context, Action::Tour, &does.replace("{}", &context.language.count(app.stops())))
        })
    };
    let has_names = !context.dossier.mentions.is_empty() || !context.dossier.article.links.is_empty();
    let first = if context.has_focus(Panel::Article) {
        has_names.then_some((Action::Right, strings.step_next_name))
    } else {
        Some((Action::Down, strings.step_row))
    };
    let claim = context.dossier.has_claims().then_some((Action::NextClaim, strings.step_next_claim));
    let help = [(Action::Help, strings.step_help)];
    let others = first.into_iter().chain(claim).chain([(Action::NextPanel, strings.step_panels)]);
    let go_to = [(Action::Palette, strings.step_go_to)];
    let steps = |steps: &mut dyn Iterator<Item = (Action, &'static str)>| {
        steps.map(|(action, does)| step(context, action, does)).collect::<Vec<_>>()
    };
    // In this order they are let go from the end; the last is kept.
    let mut parts: Vec<String> = tour.into_iter().chain(translation).collect();
    parts.extend(steps(&mut go_to.into_iter()));
    parts.extend(steps(&mut others.into_iter()));
    let last = steps(&mut help.into_iter());
    let all = |parts: &[String]| context.joined(&[parts, &last].concat());
    let with_welcome = format!("{}  {}", strings.welcome, all(&parts));
    if width::cells(&with_welcome) <= room {
        return with_welcome;
    }
    while parts.len() > 1 && width::cells(&all(&parts)) > room {
        parts.pop();
    }
    all(&parts)
}

/// A key with what it does.
fn step(context: &Context, action: Action, does: &str) -> String {
    context.steps(&[(action, does)])
}

/// Cells between the status line's two halves, at least.
const STEPS_APART: usize = 3;
