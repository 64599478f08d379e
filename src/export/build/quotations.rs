//! Quotations of the article, with where their words stand.

use super::Builder;
use crate::dossier::Ref;
use crate::export::document::{Inline, Item, Quote, QuoteLabel};
use crate::export::fragment;
use crate::facts::{Facts, Label, Mark, Quotation, Quotations, State};
use crate::i18n::language::quotation_marks;
use crate::protocol::quoted::{of_article, without_line_breaks};
use crate::protocol::words;
use crate::text::diff::{Wording, diff_words};

impl Builder<'_> {
    pub(super) fn quotes(&self, facts: &Facts, label: Label, list: &Quotations) -> Option<Item> {
        let mut heading = vec![Inline::ours(words::label(self.language(), label))];
        if let Some(hedge) = list.hedge {
            heading.push(Inline::ours(" · "));
            heading.push(Inline::Words(self.quoted(&of_article(self.dossier, hedge))));
        }
        let actors = attributed_in_heading(list).iter().map(|actor| self.thing(actor));
        let others = list.attribution.map(|words| self.quoted(&of_article(self.dossier, words)));
        for (place, to) in actors.chain(others.map(Inline::Words)).enumerate() {
            heading.push(Inline::ours(match place {
                0 => format!(" · {}: ", self.strings().attributed_to),
                _ => String::from(", "),
            }));
            heading.push(to);
        }
        let quotes = list.quotations.iter().flat_map(|quotation| self.quote(&facts.item, label, quotation));
        let quotes: Vec<Quote> = quotes.collect();
        (!quotes.is_empty()).then_some(Item::Quotes { label: heading, quotes })
    }

    fn quote(&self, item: &Ref, of: Label, quotation: &Quotation) -> Vec<Quote> {
        let (article, strings, own) = (&self.dossier.article, self.strings(), self.own());
        // The place of a gap is no evidence: none is lost with it, and it stays headed as that place.
        let is_place = of == Label::LeftOutAt;
        let headed = |text: &str| {
            let text = text.to_owned();
            Some(if is_place { QuoteLabel::After(text) } else { QuoteLabel::Instead(text) })
        };
        let broken = |no_evidence: &'static str| {
            let why = words::broken_quotation(self.language(), quotation.state);
            headed(why.filter(|_| is_place).unwrap_or(no_evidence))
        };
        let place = quotation.passage.as_ref().and_then(|passage| self.marks.anchor(item, passage));
        let quote = |mark, label: Option<QuoteLabel>, words: &str| Quote {
            mark: self.mark(mark),
            label,
            pieces: vec![Inline::ours(of_article(self.dossier, &without_line_breaks(words)))],
            language: self.article_language(),
            place: None,
            original: None,
        };
        match quotation.state {
            State::Exact | State::Inferred | State::Candidate => {
                let read = own.words_inferred.to_owned();
                let read = match of {
                    Label::Words => QuoteLabel::InsteadOfFirst(read),
                    _ => QuoteLabel::After(read),
                };
                let read = (quotation.state == State::Inferred).then_some(read);
                let original = quotation
                    .passage
                    .as_ref()
                    .and_then(|passage| fragment::original(article, passage, quotation.may_repeat));
                vec![Quote { place, original, ..quote(quotation.mark(), read, quotation.words) }]
            }
            State::Reworded => {
                let now = quotation.passage.clone().map_or("", |passage| &article.text[passage]);
                let (before, after) = diff_words(quotation.words, now);
                let marks = quotation_marks(article.language.primary());
                let changed = |label: &str, wording: &Wording, piece| Quote {
                    pieces: changed(wording, piece, marks),
                    ..quote(Mark::Broken, headed(label), "")
                };
                vec![
                    changed(strings.quoted_was, &before, Inline::Deleted),
                    Quote { place, ..changed(strings.located_now, &after, Inline::Inserted) },
                ]
            }
            State::Ambiguous => vec![quote(Mark::Broken, broken(own.ambiguous), quotation.words)],
            State::Lost => vec![quote(Mark::Broken, broken(own.lost), quotation.words)],
            State::UnconfirmedHedge | State::UnconfirmedAttribution => {
                let why = words::broken_quotation(self.language(), quotation.state).unwrap_or_default();
                vec![quote(Mark::Broken, broken(why), quotation.words)]
            }
        }
    }
}

/// The actors that the heading of quotations names. Quotations that are no evidence are not headed as the article's words:
/// where there are no others, an item of its own names them.
pub(super) fn attributed_in_heading<'l>(list: &'l Quotations) -> &'l [Ref] {
    let has_evidence = list.quotations.iter().any(|quotation| !quotation.is_broken());
    if has_evidence { &list.attributed_to } else { &[] }
}

/// A wording in quotation marks, with what has changed set apart.
fn changed(wording: &Wording, piece: fn(String) -> Inline, (open, close): (&str, &str)) -> Vec<Inline> {
    let mut pieces = vec![Inline::ours(open)];
    let mut end = 0;
    for change in &wording.changes {
        pieces.push(Inline::ours(&wording.text[end..change.start]));
        pieces.push(piece(wording.text[change.clone()].to_owned()));
        end = change.end;
    }
    pieces.push(Inline::ours(&wording.text[end..]));
    pieces.push(Inline::ours(close));
    pieces.retain(|piece| !matches!(piece, Inline::Words(words) if words.text.is_empty()));
    pieces
}
