//! Words of the article in what is copied: as they stand, with the place, and our translation where the reader needs one.

use std::ops::Range;

use super::{Citation, MOST_WORDS, escaped};
use crate::dossier::{Kind, TranslatedPassage};
use crate::facts::{Label, Quotation, Quotations};
use crate::protocol::quoted::{of_article, without_line_breaks};
use crate::protocol::translated::{LONGEST, whose};
use crate::protocol::{names, words};

/// The most blocks whose translation follows their words: what is copied stays short.
const MOST_TRANSLATED: usize = 2;

impl Citation<'_> {
    /// The article's words for a statement: as they stand, and those that are no evidence, which are said to be none.
    pub(super) fn quotations(&mut self, label: Label, list: &Quotations, of: Kind) {
        let exact: Vec<(Range<usize>, bool)> = list
            .quotations
            .iter()
            .filter_map(|quotation| Some((quotation.exact()?.clone(), quotation.is_inferred())))
            .collect();
        let left_out = exact.len().saturating_sub(MOST_WORDS);
        let exact = exact.into_iter().take(MOST_WORDS);
        // What is broken is headed by itself, and words that a gap rests on stand below the place where it is.
        let is_headed = matches!((label, of), (Label::Words, Kind::Gap))
            || matches!(label, Label::LeftOutAt | Label::PerhapsMeant);
        if is_headed && exact.len() > 0 {
            self.headed(&self.label(label));
        }
        if label == Label::PerhapsMeant || of == Kind::Link {
            self.sentences(exact);
        } else {
            self.quote(exact);
        }
        if left_out > 0 {
            let more = words::more(self.context.language, left_out);
            self.paragraph(format!("… {}", escaped(&more)));
        }
        let broken = list.quotations.iter().filter(|quotation| quotation.is_broken());
        for quotation in broken.take(MOST_WORDS) {
            self.no_evidence(label, quotation);
        }
        let context = self.context;
        let hedge = list.hedge.map(|hedge| of_article(&context.dossier, hedge));
        let to = words::attribution(context, list);
        let parts: Vec<String> = hedge.into_iter().chain(to).map(|part| escaped(&part)).collect();
        if !parts.is_empty() {
            self.labelled(&self.label(Label::Words), context.joined(&parts));
        }
    }

    /// A quotation that is no evidence, and why.
    fn no_evidence(&mut self, label: Label, quotation: &Quotation) {
        let (dossier, strings) = (&self.context.dossier, self.context.strings());
        let in_marks = |words: &str| escaped(&of_article(&self.context.dossier, &without_line_breaks(words)));
        let Some(why) = words::broken_quotation(self.context.language, quotation.state) else { return };
        let mut text = format!("{why}: {}", in_marks(quotation.words));
        if quotation.state.is_beside() {
            // It says itself that it is no evidence.
            self.paragraph(text);
            return;
        }
        if let Some(passage) = &quotation.passage {
            let located = names::uncapitalized(strings.located_now);
            text = format!("{text}; {located}: {}", in_marks(&dossier.article.text[passage.clone()]));
        }
        match label {
            // The place of a gap never was evidence.
            Label::LeftOutAt => self.labelled(&self.label(label), text),
            _ => self.labelled(strings.no_evidence, text),
        }
    }

    /// Sentences of the article around these words, each once, and where they stand.
    pub(super) fn sentences(&mut self, passages: impl IntoIterator<Item = (Range<usize>, bool)>) {
        let passages = passages.into_iter();
        let sentences: Vec<_> =
            passages.map(|(passage, inferred)| (self.sentence(&passage), inferred)).collect();
        self.quote(sentences);
    }

    /// Words of the article, each with where they stand; nothing where there are none that have not been quoted.
    fn quote(&mut self, passages: impl IntoIterator<Item = (Range<usize>, bool)>) {
        let before = self.quoted.len();
        for (passage, inferred) in passages {
            if self.quoted.iter().any(|other| other.start <= passage.start && passage.end <= other.end) {
                continue;
            }
            let context = self.context;
            let text = without_line_breaks(&context.dossier.article.text[passage.clone()]);
            let text = escaped(&of_article(&context.dossier, &text));
            let place = words::stretch(context.language, &self.blocks.stretch(&passage));
            let inferred = inferred.then(|| context.strings().standing_inferred.to_owned());
            let remarks: Vec<String> = inferred.into_iter().chain(place).collect();
            let remarks =
                if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) };
            self.paragraph(format!("> {text}{remarks}"));
            self.quoted.push(passage);
        }
        self.translations(before);
    }

    /// Our translation of what was quoted since, where the reader needs one: in each block of the sentences from the first to
    /// the last that words were quoted of. It is said where fewer words were quoted, and where a translation is left out.
    fn translations(&mut self, before: usize) {
        let (article, strings) = (&self.context.dossier.article, self.context.strings());
        let reader = self.context.language.tag();
        let Some(translation) = article.translation_unless_read(reader) else { return };
        let block_of = |passage: &Range<usize>| {
            article.blocks.partition_point(|block| block.range.start <= passage.start).saturating_sub(1)
        };
        // They are quoted in the order of the evidence, not of the article.
        let mut quoted: Vec<&Range<usize>> = self.quoted[before..].iter().collect();
        quoted.sort_by_key(|passage| passage.start);
        let in_blocks = quoted.chunk_by(|one, other| block_of(one) == block_of(other));
        let mut found: Vec<(usize, TranslatedPassage, &str)> = Vec::new();
        for passages in in_blocks {
            let block = block_of(passages[0]);
            let end = passages.iter().map(|passage| passage.end).max().unwrap_or(passages[0].end);
            let span = passages[0].start..end;
            let Some(mut part) = translation.of_passage(article, &span) else { continue };
            if self.translated.contains(&block) {
                continue;
            }
            // Between them something may not have been quoted.
            part.is_whole &= passages.len() == 1;
            found.push((block, part, whose(self.context, &span, &part)));
        }
        let left_out = format!("({})", strings.translation_left_out);
        if found.len() > MOST_TRANSLATED {
            self.paragraph(left_out);
            return;
        }
        for (block, part, whose) in found {
            self.translated.push(block);
            if part.words.chars().nth(LONGEST).is_some() {
                self.paragraph(left_out.clone());
                continue;
            }
            let language = &translation.language;
            let tag =
                if language.primary() == reader { String::new() } else { format!(" [{}]", language.tag()) };
            let text = format!("{}{tag} ({whose})", without_line_breaks(part.words));
            self.paragraph(escaped(&text));
        }
    }

    /// The sentence that words stand in; the words themselves where they are more than one.
    fn sentence(&self, passage: &Range<usize>) -> Range<usize> {
        let sentence = self.context.dossier.article.sentence_at(passage.start);
        let around = sentence.filter(|around| around.start <= passage.start && passage.end <= around.end);
        around.unwrap_or_else(|| passage.clone())
    }
}
