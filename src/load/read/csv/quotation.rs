//! The words of the article that give a figure: the columns `anchor`, `anchor.prefix` and `anchor.suffix` of a row.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::row::{Line, Row};
use crate::dossier::anchor::Context;
use crate::dossier::{Anchor, AnchorState, Quote};
use crate::load::read::anchors::{Resolver, quote};
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::table::Table;

const KEY: &str = "anchor";

/// The columns, and the keys of a quotation that they stand for.
const CONTEXT: [(&str, &str); 2] = [("anchor.prefix", "prefix"), ("anchor.suffix", "suffix")];

/// What writes the article's words into TOML, and never into a CSV.
const RELINK: &str = "fundstelle relink";
/// What to do instead.
const COPY: &str = "copy the words from the article into anchor";

/// The quotation of a row.
pub(super) fn of(row: &Row<'_>) -> Option<Quote> {
    (!row.anchor.is_empty()).then(|| quote(&value(row, |_| 0..0)))?
}

/// What the columns say, as it would stand in a table of TOML, so that it is read as all quotations are.
fn value<'r>(row: &Row<'r>, place: impl Fn(&str) -> std::ops::Range<usize>) -> DeValue<'r> {
    let exact = DeValue::String(row.anchor.into());
    if row.prefix.is_empty() && row.suffix.is_empty() {
        return exact;
    }
    let at = place(KEY);
    let mut table = DeTable::new();
    table.insert(Spanned::new(at.clone(), "exact".into()), Spanned::new(at, exact));
    for ((column, key), text) in CONTEXT.into_iter().zip([row.prefix, row.suffix]) {
        if !text.is_empty() {
            let at = place(column);
            let text = Spanned::new(at.clone(), DeValue::String(text.into()));
            table.insert(Spanned::new(at, key.into()), text);
        }
    }
    DeValue::Table(table)
}

/// The anchor of a row, whatever its state; what is wrong with it is reported.
pub(super) fn read(
    row: &Row<'_>,
    figure: Option<f64>,
    line: &mut Line<'_>,
    resolver: &Resolver<'_>,
) -> Option<Anchor> {
    if row.anchor.is_empty() {
        for ((column, _), text) in CONTEXT.into_iter().zip([row.prefix, row.suffix]) {
            if !text.trim().is_empty() {
                let hint = "write the words themselves in anchor, or leave this field empty";
                line.add(Rule::AnchorEmpty, column, format!("\"{column}\" stands beside no anchor"), hint);
            }
        }
        return None;
    }
    let at = line.place(KEY);
    let range = at.offset..at.end;
    let value = value(row, |column| {
        let at = line.place(column);
        at.offset..at.end
    });
    let mut entries = DeTable::new();
    entries.insert(Spanned::new(range.clone(), KEY.into()), Spanned::new(range, value));
    let mut own = Report::default();
    let anchor = Table::new(&entries, at, "a row", line.item.clone(), &mut own).anchor(KEY, resolver);
    let state = anchor.as_ref().map(|anchor| &anchor.state);
    let has_columns = line.columns.place(CONTEXT[1].0).is_some();
    line.report.absorb(own, |hint| {
        let own = state.and_then(|state| hint_for_row(state, row, has_columns, resolver));
        own.unwrap_or_else(|| if hint.contains(RELINK) { COPY.to_owned() } else { hint })
    });
    if let (Some(AnchorState::Exact(passage)), Some(figure)) = (state, figure) {
        let words = &resolver.article.text[passage.clone()];
        if is_another(words, figure) {
            let message = format!("{} does not have the value {figure}", quoted(words));
            let hint = "quote the words that give this figure, or correct the value";
            line.add(Rule::FigureDiffers, KEY, message, hint);
        }
    }
    anchor
}

/// What to do in a file that relink does not write, where it differs from what is done elsewhere.
fn hint_for_row(
    state: &AnchorState,
    row: &Row<'_>,
    has_columns: bool,
    resolver: &Resolver<'_>,
) -> Option<String> {
    match state {
        AnchorState::Reworded(passage) => {
            let now = &resolver.article.text[passage.clone()];
            Some(format!("if that is what gives the figure, write {} in anchor by hand", quoted(now)))
        }
        AnchorState::Ambiguous(places) if row.prefix.is_empty() && row.suffix.is_empty() => {
            let (column, words) = match resolver.index.disambiguating_context(places)? {
                Context::Prefix(before) => (CONTEXT[0].0, before),
                Context::Suffix(after) => (CONTEXT[1].0, after),
            };
            let add = if has_columns { "" } else { "add the columns anchor.prefix and anchor.suffix: " };
            Some(format!("{add}the first is meant with {words:?} in {column}"))
        }
        _ => None,
    }
}

/// Whether words have figures and none of them can be this one: `61 million` is not 71. Compared are the digits that count,
/// for words and files give the same figure in different units; one may be rounded.
fn is_another(words: &str, figure: f64) -> bool {
    /// So many digits of a longer number are enough.
    const ROUNDED: usize = 2;
    let own = counting(&figure.to_string());
    let found = figures(words);
    let is_same = |digits: &String| {
        let (short, long) = if digits.len() < own.len() { (digits, &own) } else { (&own, digits) };
        short == long || short.len() >= ROUNDED && long.starts_with(short.as_str())
    };
    !found.is_empty() && !found.iter().any(is_same)
}

/// The digits of a number without the zeros at its ends.
fn counting(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

/// The digits that count of every number in a text. Digits in threes after a blank may go on with a number or begin one.
fn figures(text: &str) -> Vec<String> {
    let mut figures: Vec<String> = Vec::new();
    let mut run = String::new();
    let mut grouped = String::new();
    let characters: Vec<char> = text.chars().collect();
    for (at, c) in characters.iter().enumerate() {
        let next_is_digit = characters.get(at + 1).is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() {
            run.push(*c);
            grouped.push(*c);
            continue;
        }
        if run.is_empty() || next_is_digit && matches!(c, '.' | ',' | '\'' | '’') {
            continue;
        }
        figures.push(counting(&std::mem::take(&mut run)));
        if !(next_is_digit && c.is_whitespace()) {
            figures.push(counting(&std::mem::take(&mut grouped)));
        }
    }
    figures.extend([run, grouped].iter().filter(|digits| !digits.is_empty()).map(|digits| counting(digits)));
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_other_figures_are_of_another() {
        for (words, figure) in [
            ("61 million", 61.0),
            ("61 million", 61_000_000.0),
            ("1,200 lorries", 1.2),
            ("1 200 lorries", 1200.0),
            ("61.3 per cent", 61.0),
            ("in 2024 some 700", 700.0),
            ("12’500", 12_500.0),
            ("fell by 3.5", -3.5),
            ("nine votes to four", 9.0),
        ] {
            assert!(!is_another(words, figure), "{words} {figure}");
        }
        for (words, figure) in
            [("61 million", 71.0), ("in 2024", 700.0), ("6 of 9", 69.0), ("61 million", 0.0)]
        {
            assert!(is_another(words, figure), "{words} {figure}");
        }
    }
}
