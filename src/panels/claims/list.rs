//! Claims and gaps one below the other, each in its own words.

use super::ClaimsView;
use crate::dossier::Ref;
use crate::i18n::strings::Strings;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::wrap;
use crate::widgets::list_panel::ItemLine;
use crate::widgets::to_cells;

/// The view.
pub(super) struct ClaimsList;

impl ClaimsView for ClaimsList {
    fn name(&self) -> &'static str {
        "list"
    }

    fn notice(&self, strings: &Strings) -> &'static str {
        strings.not_compared
    }

    fn lines(&self, context: &Context, item: &Ref, cells: usize) -> Vec<ItemLine> {
        let text = names::name(context, item);
        let lines = wrap::wrap(&text, to_cells(cells));
        lines.into_iter().map(|line| ItemLine::name(&text[line.range])).collect()
    }
}
