//! Attributed or hedged sentences: somebody else says it, or the article does not vouch for it.

mod quoted;

pub use quoted::quoted_words;

use std::ops::Range;

use super::{Reason, Suggestion, What};
use crate::dossier::{Block, BlockKind, ContainerKind, Dossier};
use crate::text::cues::{Cue, CueKind, CueLanguage, doubts};
use crate::text::words;

/// The sentences with words for it, those that are quoted, and those of a list that somebody is said to have said, in order.
/// Titles and headings are none.
pub(super) fn find(dossier: &Dossier) -> Vec<Suggestion> {
    let languages = CueLanguage::of_tag(dossier.article.language.primary());
    let text = &dossier.article.text;
    let mut quoted = quoted::find(dossier);
    quoted.extend(listed(dossier, languages));
    quoted.sort_by_key(|range| (range.start, range.end));
    let mut next = 0;
    let found = dossier.sentences().filter_map(|range| {
        while quoted.get(next).is_some_and(|quoted| quoted.end <= range.start) {
            next += 1;
        }
        let own = said(&text[range.clone()], languages);
        if introduces(&text[range.clone()], &own) && ends_block(dossier, &range) {
            return None;
        }
        let start = range.start;
        let mut reason = own.first().map(|cue| match cue.kind {
            CueKind::Hedge => Reason::Hedge,
            _ => Reason::Attribution,
        });
        let mut markers: Vec<_> =
            own.iter().map(|cue| start + cue.range.start..start + cue.range.end).collect();
        // Words can be a hedge and an attribution at once.
        markers.dedup_by(|next, last| next.start < last.end);
        // A quotation goes on over several sentences, and its speaker is named in one of them.
        if markers.is_empty()
            && let Some(quoted) = quoted.get(next).filter(|quoted| quoted.start < range.end)
        {
            markers.push(trimmed(text, quoted.start.max(range.start)..quoted.end.min(range.end)));
            reason = Some(Reason::Quotation);
        }
        reason.map(|reason| Suggestion { range, what: What::Attributed(markers), reason })
    });
    found.collect()
}

/// The words of a sentence that say that it has it from somebody, or is not sure.
fn said(sentence: &str, languages: &[CueLanguage]) -> Vec<Cue> {
    doubts(sentence, languages)
}

/// Whether a sentence only says who speaks, as "In the interview she also said:" does: what is said comes after it.
fn introduces(sentence: &str, said: &[Cue]) -> bool {
    /// With so many words after the verb it says something itself.
    const FEW: usize = 4;
    let Some(own) = sentence.trim_end().strip_suffix(':') else { return false };
    let Some(last) = said.iter().rev().find(|cue| cue.kind == CueKind::Attribution) else { return false };
    own.get(last.range.end..).is_some_and(|rest| words::count(rest) <= FEW && !rest.contains(['"', '“', '„']))
}

/// Whether a block ends with this sentence.
fn ends_block(dossier: &Dossier, sentence: &Range<usize>) -> bool {
    let blocks = &dossier.article.blocks;
    let own = blocks.partition_point(|block| block.range.end < sentence.end);
    let rest = blocks.get(own).map(|block| sentence.end..block.range.end);
    rest.is_none_or(|rest| dossier.article.text.get(rest).is_none_or(|rest| rest.trim().is_empty()))
}

/// The items of lists that such a sentence stands before, and what is set off as a quotation.
fn listed(dossier: &Dossier, languages: &[CueLanguage]) -> Vec<Range<usize>> {
    let text = &dossier.article.text;
    let mut found = Vec::new();
    let mut is_introduced = false;
    for block in &dossier.article.blocks {
        let words = &text[block.range.clone()];
        if is_in(block, |kind| matches!(kind, ContainerKind::Item { .. })) {
            if is_introduced {
                found.push(block.range.clone());
            }
            continue;
        }
        if is_in(block, |kind| kind == ContainerKind::Quote) && block.kind == BlockKind::Paragraph {
            found.push(block.range.clone());
        }
        // Only its end can say so.
        let tail = tail(words);
        is_introduced = tail.ends_with(':') && introduces(tail, &said(tail, languages));
    }
    found
}

fn is_in(block: &Block, wanted: impl Fn(ContainerKind) -> bool) -> bool {
    block.containers.iter().any(|container| wanted(container.kind))
}

/// The last sentence of a paragraph.
fn tail(words: &str) -> &str {
    let words = words.trim_end();
    if !words.ends_with(':') {
        return "";
    }
    let last = words.rfind(['.', '!', '?']).map_or(0, |at| at + 1);
    words[last..].trim_start()
}

/// The bytes without blanks at their ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let start = range.start + (own.len() - own.trim_start().len());
    start..start + own.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Article, LanguageTag, Parts};
    use crate::load::Memory;

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

    /// The attributed sentences of an article in Markdown.
    fn of_markdown(markdown: &str) -> Vec<String> {
        let toml = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.md\"\nlanguage = \"en\"\n";
        let source = Memory::default().with("dossier.toml", toml).with("a.md", markdown);
        let dossier = crate::load::load(&source).expect("it opens").dossier;
        find(&dossier).into_iter().map(|found| dossier.article.text[found.range].trim().to_owned()).collect()
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
        assert_eq!(found[1].1, ["wies", "Vorwürfe"]);
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

    #[test]
    fn a_quotation_over_several_paragraphs_is_one() {
        let paragraphs =
            "“We waited in the rain for hours.\n“It was cold on the quay. We went home,” she said. It rains.";
        assert_eq!(sentences("en", paragraphs).len(), 3);
        let open = "“We waited in the rain for hours.\nThe ferry is old. It rains.";
        assert!(sentences("en", open).is_empty(), "a mark that nothing ends");
    }

    #[test]
    fn straight_marks_open_and_close_by_what_stands_beside_them() {
        let both = "\"If you look at the harbour, there are less than 100. If you look at the rest, it is thousands,\" Mr Moe said.";
        assert_eq!(sentences("en", both).len(), 2);
    }

    #[test]
    fn the_items_of_what_somebody_said_are_attributed_and_its_introduction_is_not() {
        let list = "# Title\n\nIn a wide-ranging interview, the mayor also said:\n\n- The town must stay in the union\n- The ferry is old\n\nIt rains.\n";
        assert_eq!(of_markdown(list), ["The town must stay in the union", "The ferry is old"]);
        let plain = "# Title\n\nThe ferry stops at three places:\n\n- The old quay of the town\n- The mill\n";
        assert!(of_markdown(plain).is_empty(), "{:?}", of_markdown(plain));
        let set_off = "# Title\n\nThe mayor has a page.\n\n> The ferry is old. It leaks.\n\nIt rains.\n";
        assert_eq!(of_markdown(set_off).len(), 2);
    }
}
