//! Below each claim or gap the article's words, and what the sources say.

use super::ClaimsView;
use super::columns;
use super::list::ClaimsList;
use crate::dossier::{Kind, Ref};
use crate::facts::{self, Label, Quotation, Value};
use crate::i18n::strings::Strings;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{names, words};
use crate::text::wrap;
use crate::widgets::list_panel::ItemLine;
use crate::widgets::{quotation, to_cells};

/// The view.
pub(super) struct Compare;

/// Cells that what is compared is indented by.
const INDENT: u16 = 2;

impl ClaimsView for Compare {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn notice(&self, strings: &Strings) -> &'static str {
        strings.compared
    }

    fn lines(&self, context: &Context, item: &Ref, cells: usize) -> Vec<ItemLine> {
        let mut lines = vec![head(context, item, cells)];
        // The article's words stand below anyway, with their sign.
        if !names::is_by_article(context, item) {
            lines.extend(ClaimsList.lines(context, item, cells));
        }
        lines.extend(compared(context, item, cells));
        lines
    }
}

/// The first row of a claim, beside its number and sign: the assessment in a word, and its first source with how many more.
fn head(context: &Context, item: &Ref, cells: usize) -> ItemLine {
    let judged = context.dossier.claim(&item.id).filter(|_| item.kind == Kind::Claim);
    let word = judged
        .map_or(context.strings().gap.one, |claim| names::judgement(context.language, claim.assessment));
    let source = columns::source(&context.dossier, context.language, item);
    let parts: Vec<String> = [Some(word.to_owned()), source].into_iter().flatten().collect();
    let text = context.truncate_parts(&context.joined(&parts), cells).into_owned();
    ItemLine { indent: 0, sign: None, text, role: Some(Role::Heading) }
}

/// The article's words, then what the sources say, then an empty row.
fn compared(context: &Context, item: &Ref, cells: usize) -> Vec<ItemLine> {
    #[cfg(test)]
    super::tests::COMPARED.with_borrow_mut(|compared| compared.push(item.clone()));
    let mut said: Vec<(Sign, String, Role)> = Vec::new();
    for fact in facts::of(&context.dossier, context.faults(), item).facts {
        match fact.value {
            Value::Quotations(list) => {
                let quotations = list.quotations.iter().filter_map(|quotation| quoted(context, quotation));
                // The place where something is left out is not evidence.
                let is_place = fact.label == Label::LeftOutAt;
                said.extend(quotations.map(|(sign, text, role)| match sign {
                    signs::ARTICLE if is_place => (signs::GAP, text, role),
                    _ => (sign, text, role),
                }));
            }
            Value::Text(text) => {
                let sign = fact.mark.map_or(signs::BACKGROUND, signs::of_mark);
                let text = context.text(text);
                // What was looked for would read as what was found.
                let text = match fact.label {
                    Label::Searched => format!("{}: {text}", words::label(context.language, fact.label)),
                    _ => text,
                };
                said.push((sign, text, Role::Text));
            }
            Value::Sources(list) => {
                let published = list.sources.iter().map(|source| names::publication(context, source));
                let published: Vec<String> = published.collect();
                said.push((signs::BACKGROUND, published.join("; "), Role::Quiet));
            }
            _ => {}
        }
    }
    let mut rows = Vec::new();
    for (sign, text, role) in said {
        let lines = wrap::wrap(&text, to_cells(cells).saturating_sub(INDENT).max(1));
        for (row, line) in lines.into_iter().enumerate() {
            let sign = (row == 0).then_some(sign);
            let text = text[line.range].to_owned();
            rows.push(ItemLine { indent: INDENT, sign, text, role: Some(role) });
        }
    }
    rows.push(ItemLine { indent: INDENT, sign: None, text: String::new(), role: Some(Role::Quiet) });
    rows
}

/// Words of the article with the sign of their standing; nothing for those beside a claim, which do not quote it.
fn quoted(context: &Context, quotation: &Quotation) -> Option<(Sign, String, Role)> {
    if quotation.state.is_beside() {
        return None;
    }
    let text = match quotation.exact() {
        Some(passage) => quotation::passage(context, passage, 0).text,
        None => quotation::of_article(&context.dossier, quotation.words),
    };
    Some((signs::of_mark(quotation.mark()), text, Role::Text))
}
