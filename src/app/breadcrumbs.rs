//! The last places visited, newest first: where "back" leads. They stand at the right of the status line, in the room
//! that the summary of the selection leaves.

use super::App;
use super::navigator::ScreenPlace;
use crate::look::glyphs;
use crate::look::panel::{Focus, Panel};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;

/// The most steps that are shown.
const STEPS: usize = 3;
/// The most cells a step takes.
const STEP_CELLS: usize = 24;

/// `‹ Ein Drittel … ‹ Artikel 22 %`: as many of the last steps as fit into so many cells; empty where none does. Steps
/// that have the same name are shown once.
pub(super) fn words(app: &App, context: &Context, room: usize) -> String {
    let mut steps: Vec<String> = Vec::with_capacity(STEPS);
    let mut cells = 0;
    let mut later = context.selection();
    for place in app.navigator.history.steps_back().take(STEPS) {
        let step = format!("{} {}", context.glyph(glyphs::STEP_BACK), step(context, place, later));
        later = place.selection.as_ref();
        if steps.last() == Some(&step) {
            continue;
        }
        cells += usize::from(!steps.is_empty()) + width::cells(&step);
        if cells > room {
            break;
        }
        steps.push(step);
    }
    steps.join(" ")
}

/// A place by what was selected there; by its panel, where the next step has the same selection.
fn step(context: &Context, place: &ScreenPlace, later: Option<&crate::dossier::Ref>) -> String {
    let strings = context.strings();
    let article = || {
        let end = context.dossier.article.blocks.last().map_or(0, |block| block.range.end);
        let percent = (place.top_byte * 100).checked_div(end).unwrap_or(0);
        format!("{} {}", strings.article, context.language.percent(&percent.to_string()))
    };
    let name = match (&place.selection, place.focus) {
        (Some(selection), _) if later != Some(selection) => names::name(context, selection),
        (_, Focus::Card) => strings.card.to_owned(),
        (_, Focus::Panel(Panel::Article)) => article(),
        (_, Focus::Panel(panel)) => names::panel(context.language, panel).to_owned(),
    };
    context.truncate(&name, STEP_CELLS).into_owned()
}
