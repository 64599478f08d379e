//! Below each claim or gap the article's words, and what the sources say.

use super::View;
use super::list::List;
use crate::dossier::{Anchor, Id, Kind, Ref};
use crate::i18n::strings::Strings;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::wrap;
use crate::widgets::list_panel::Line;
use crate::widgets::{quotation, to_cells};

/// The view.
pub(super) struct Compare;

/// Cells that what is compared is indented by.
const INDENT: u16 = 2;

impl View for Compare {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn notice(&self, strings: &Strings) -> &'static str {
        strings.compared
    }

    fn lines(&self, context: &Context, item: &Ref, cells: usize) -> Vec<Line> {
        let mut lines = List.lines(context, item, cells);
        lines.extend(compared(context, item, cells));
        lines
    }
}

/// The article's words, then what the sources say, then an empty row.
fn compared(context: &Context, item: &Ref, cells: usize) -> Vec<Line> {
    #[cfg(test)]
    super::tests::COMPARED.with_borrow_mut(|compared| compared.push(item.clone()));
    let dossier = &context.dossier;
    let mut said: Vec<(Sign, String, Role)> = Vec::new();
    let (anchors, note, sources): (&[Anchor], _, &[Id]) = match item.kind {
        Kind::Claim => match dossier.claim(&item.id) {
            Some(claim) => (&claim.evidence.anchors, claim.note.as_ref(), &claim.evidence.sources),
            None => return Vec::new(),
        },
        _ => match dossier.gap(&item.id) {
            Some(gap) => (gap.near.as_slice(), None, &gap.evidence.sources),
            None => return Vec::new(),
        },
    };
    for anchor in anchors {
        said.push(match anchor.passage() {
            Some(passage) => {
                let sign = if anchor.inferred { signs::INFERRED } else { signs::ARTICLE };
                (sign, quotation::passage(context, &passage, 0).text, Role::Text)
            }
            None => (signs::BROKEN, quotation::of_article(dossier, &anchor.quote.exact), Role::Text),
        });
    }
    if let Some(note) = note {
        // Without a source it is a remark of ours.
        let sign = if sources.is_empty() { signs::INFERRED } else { signs::BACKGROUND };
        said.push((sign, context.text(note), Role::Text));
    }
    let published: Vec<String> = sources
        .iter()
        .filter_map(|id| dossier.source(id))
        .map(|source| names::publication(context, source))
        .collect();
    if !published.is_empty() {
        said.push((signs::BACKGROUND, published.join("; "), Role::Quiet));
    }
    let mut rows = Vec::new();
    for (sign, text, role) in said {
        let lines = wrap::wrap(&text, to_cells(cells).saturating_sub(INDENT).max(1));
        for (row, line) in lines.into_iter().enumerate() {
            let sign = (row == 0).then_some(sign);
            let text = text[line.range].to_owned();
            rows.push(Line { indent: INDENT, sign, text, role: Some(role) });
        }
    }
    rows.push(Line { indent: INDENT, sign: None, text: String::new(), role: Some(Role::Quiet) });
    rows
}
