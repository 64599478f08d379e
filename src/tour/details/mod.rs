//! The details of a stop, one key away from its slide: the article's words and the sources', and what is said of them.

mod content;
mod page;

use ratatui::text::Line;

use crate::dossier::Stop;
use crate::protocol::context::Context;

/// The details in lines of this width; as many as they take.
pub(super) fn lines(context: &Context, stop: &Stop, width: u16) -> Vec<Line<'static>> {
    page::lines(context, stop, &content::of_stop(context, stop), width)
}
