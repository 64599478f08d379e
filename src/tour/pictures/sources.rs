//! Who repeats whom: the sources of a stop as trees, each from its origin down.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows;
use crate::dossier::{Id, Stop};
use crate::facts::{Branch, SourceTree, StopFacts};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{names, score, words};
use crate::text::width;
use crate::widgets::to_cells;

/// Sources in the order in which they are drawn.
pub(in crate::tour) struct SourcesPicture {
    rows: Vec<SourceRow>,
}

struct SourceRow {
    lines: String,
    name: String,
    is_root: bool,
    /// That it was not read, and what else it repeats.
    remark: String,
}

impl SourcesPicture {
    /// The sources of what the stop selects, those trees first that most sources are in.
    pub(super) fn of(context: &Context, stop: &Stop) -> Option<Self> {
        let dossier = &context.dossier;
        let facts = StopFacts::of(dossier, context.faults(), stop);
        let ids: Vec<&Id> = facts.sources.sources.iter().map(|source| &source.id).collect();
        let tree = SourceTree::of(dossier, ids);
        let mut roots: Vec<_> = tree.by_root().collect();
        roots.sort_by_key(|branches| std::cmp::Reverse(branches.len()));
        let branches = roots.into_iter().flatten();
        let rows: Vec<SourceRow> = branches
            .map(|branch| SourceRow {
                lines: score::lines(context, branch),
                name: names::publication(context, branch.source),
                is_root: branch.is_root(),
                remark: remark(context, branch),
            })
            .collect();
        (!rows.is_empty()).then_some(Self { rows })
    }

    pub(super) fn rows(&self) -> (u16, u16) {
        let rows = to_cells(self.rows.len());
        (rows.min(4), rows)
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) -> bool {
        let (shown, more) = rows::shown(self.rows.len(), area.height);
        let mut rows = area.y..area.bottom();
        let quiet = context.style(Role::Quiet);
        let mut is_cut = false;
        for (row, y) in self.rows[..shown].iter().zip(rows.by_ref()) {
            let (mut x, _) = buffer.set_stringn(area.x, y, &row.lines, usize::from(area.width), quiet);
            let role = if row.is_root { Role::Heading } else { Role::Text };
            let room = usize::from(area.right().saturating_sub(x));
            is_cut |= width::cells(&row.name) > room;
            let name = context.truncate(&row.name, room);
            (x, _) = buffer.set_stringn(x, y, &*name, room, context.style(role));
            let room = usize::from(area.right().saturating_sub(x + 3));
            is_cut |= width::cells(&row.remark) > room;
            buffer.set_string(x + 3, y, &*context.truncate_parts(&row.remark, room), quiet);
        }
        if let Some(y) = rows.next().filter(|_| more > 0) {
            buffer.set_string(area.x, y, rows::more(context, more), quiet);
        }
        is_cut
    }
}

/// What is to be known of a source beside its name: that we did not read it, and what it repeats beside the one above it.
fn remark(context: &Context, branch: &Branch) -> String {
    let unread = branch.source.accessed.is_none().then(|| context.strings().not_read.to_owned());
    let others = (!branch.also_repeats.is_empty()).then(|| words::repeating(context, &branch.also_repeats));
    context.joined(&unread.into_iter().chain(others).collect::<Vec<_>>())
}
