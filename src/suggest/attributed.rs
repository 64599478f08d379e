//! Sentences that have it from somebody, or do not vouch for what they say.

use std::ops::Range;

use super::{Reason, Suggestion, What};
use crate::dossier::{BlockKind, Dossier};
use crate::text::cues::{CueKind, CueLanguage, cues};
use crate::text::words;

/// The sentences with words for it, and those that are quoted, in order. Titles and headings are none.
pub(super) fn find(dossier: &Dossier) -> Vec<Suggestion> {
    let languages = CueLanguage::of_tag(dossier.article.language.primary());
    let text = &dossier.article.text;
    let quoted = quoted(dossier);
    let mut next = 0;
    let found = dossier.sentences().filter_map(|range| {
        while quoted.get(next).is_some_and(|quoted| quoted.end <= range.start) {
            next += 1;
        }
        let cues = cues(&text[range.clone()], languages);
        let says = cues.iter().filter(|cue| matches!(cue.kind, CueKind::Hedge | CueKind::Attribution));
        let start = range.start;
        let mut reason = says.clone().next().map(|cue| match cue.kind {
            CueKind::Hedge => Reason::Hedge,
            _ => Reason::Attribution,
        });
        let mut markers: Vec<_> = says.map(|cue| start + cue.range.start..start + cue.range.end).collect();
        // Words can be a hedge and an attribution at once.
        markers.dedup_by(|next, last| next.start < last.end);
        // A quotation goes on over several sentences, and its speaker is named in one of them.
        if markers.is_empty()
            && let Some(quoted) = quoted.get(next).filter(|quoted| quoted.start < range.end)
        {
            markers.push(quoted.start.max(range.start)..quoted.end.min(range.end));
            reason = Some(Reason::Quotation);
        }
        reason.map(|reason| Suggestion { range, what: What::Attributed(markers), reason })
    });
    found.collect()
}

/// The quotations of the article's paragraphs, in order. Those of few words only set a word off.
fn quoted(dossier: &Dossier) -> Vec<Range<usize>> {
    /// As few words as that are quoted without a speaker: titles, nicknames.
    const FEWEST: usize = 4;
    let text = &dossier.article.text;
    // In German it ends a quotation.
    let is_english = dossier.article.language.primary() == "en";
    let mut found = Vec::new();
    for block in dossier.article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let mut open: Option<(usize, char)> = None;
        let mut chars = text[block.range.clone()].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let at = block.range.start + at;
            // An apostrophe within a word is no mark.
            let is_inner = c == '’' && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            match open {
                Some((start, first)) if closes(first, c) && !is_inner => {
                    // A line in quotation marks that ends like no sentence is a heading.
                    let is_line =
                        start - first.len_utf8() == block.range.start && at + c.len_utf8() == block.range.end;
                    let is_heading = is_line && !text[start..at].ends_with(['.', '!', '?', '…', ',']);
                    if !is_heading && words::count(&text[start..at]) >= FEWEST {
                        found.push(start..at);
                    }
                    open = None;
                }
                None if matches!(c, '„' | '“' | '"' | '»' | '«') || c == '‘' && is_english => {
                    open = Some((at + c.len_utf8(), c))
                }
                _ => {}
            }
        }
    }
    found
}

/// Whether a mark ends what this one has begun.
fn closes(first: char, mark: char) -> bool {
    match first {
        '„' => matches!(mark, '“' | '”' | '"'),
        '“' => mark == '”',
        '‘' => mark == '’',
        '»' => mark == '«',
        '«' => mark == '»',
        _ => mark == first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Article, LanguageTag, Parts};

    /// The attributed sentences of a paragraph, each with its markers.
    fn attributed(language: &str, paragraph: &str) -> Vec<(String, Vec<String>)> {
        let text = format!("Title\n{paragraph}\n");
        let article = Article::from_text(&text, LanguageTag::new(language), &[], &[]);
        let dossier = Dossier::assemble(Parts { article, ..Parts::default() });
        let found = find(&dossier).into_iter().map(|found| {
            let What::Attributed(markers) = found.what else { panic!("another kind") };
            let markers = markers.into_iter().map(|marker| text[marker].to_owned()).collect();
            (text[found.range].to_owned(), markers)
        });
        found.collect()
    }

    /// The same without the markers.
    fn sentences(language: &str, paragraph: &str) -> Vec<String> {
        attributed(language, paragraph).into_iter().map(|(sentence, _)| sentence).collect()
    }

    #[test]
    fn the_words_that_say_so_are_marked() {
        let found = attributed("de", "Laut Olbers soll es so sein. Es regnet. Er wies die Vorwürfe zurück.");
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].1, ["Laut", "soll"]);
        assert_eq!(found[1].1, ["wies"]);
        let found = attributed("en", "It is due to open, he adds. It rains.");
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn the_first_of_these_words_are_the_reason() {
        let reasons = |language: &str, paragraph: &str| -> Vec<Reason> {
            let article =
                Article::from_text(&format!("Title\n{paragraph}\n"), LanguageTag::new(language), &[], &[]);
            let found = find(&Dossier::assemble(Parts { article, ..Parts::default() }));
            found.into_iter().map(|found| found.reason).collect()
        };
        let german = "Laut Olbers soll es so sein. Angeblich sagte er das. „Wir warten schon sehr lange“, sagte sie. „Wir rufen nie wieder an. \
                      Wir warten jetzt nicht mehr.“ Es regnet.";
        let quoted = Reason::Quotation;
        assert_eq!(
            reasons("de", german),
            [Reason::Attribution, Reason::Hedge, Reason::Attribution, quoted, quoted]
        );
        assert_eq!(
            reasons("en", "It reportedly sank. It sank, she said."),
            [Reason::Hedge, Reason::Attribution]
        );
    }

    #[test]
    fn every_sentence_of_a_quotation_is_attributed() {
        let german = "„Wir warten schon sehr lange. Niemand ruft uns jemals zurück. Das ist nicht schön“, sagte sie. Es regnet.";
        assert_eq!(sentences("de", german).len(), 3);
        let english = "‘We don’t want to wait any longer. Nobody ever calls us back.’ It rains.";
        assert_eq!(sentences("en", english).len(), 2);
        assert!(sentences("en", "The “Iron Duke” sank. It rains.").is_empty(), "a name in quotation marks");
        assert!(
            sentences("de", "Das „Café der guten alten Zeit hat zu.").is_empty(),
            "a mark that nothing ends"
        );
    }
}
