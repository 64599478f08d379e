//! What must hold of the suggestions for any text in any language.

use fundstelle::dossier::{Dossier, SuggestionKind};
use fundstelle::load::{Memory, load};
use fundstelle::suggest::{Suggestions, What, find, open};

/// Checks what is suggested of a text, as German, as English, and where nobody knows the language.
pub(crate) fn check(text: &str) {
    for language in ["de", "en", "und", "fr"] {
        if let Some(dossier) = dossier(text, language) {
            let found = find(&dossier);
            check_places(&dossier, &found);
            // Nothing of it is in the dossier yet.
            assert_eq!(open(&dossier).found.len(), found.found.len());
        }
    }
}

fn dossier(text: &str, language: &str) -> Option<Dossier> {
    let toml = format!(
        "format = 1\nid = \"a\"\ntitle = \"A\"\n[article]\nfile = \"article.txt\"\nlanguage = \"{language}\"\n\
         published = \"2025-11-27\"\n"
    );
    let files = Memory::default().with("dossier.toml", toml).with("article.txt", text);
    load(&files).ok().map(|loaded| (*loaded.dossier).clone())
}

/// They are in order and within their blocks; those of a kind share no words, nor does a figure with a time; every number means
/// something.
fn check_places(dossier: &Dossier, found: &Suggestions) {
    let text = &dossier.article.text;
    let in_order = |places: &[fundstelle::suggest::Suggestion]| {
        places.windows(2).all(|pair| pair[0].range.start <= pair[1].range.start)
    };
    assert!(in_order(&found.found));
    let mut ends = [0; SuggestionKind::ALL.len()];
    let mut end_of_amounts = 0;
    for place in &found.found {
        let range = &place.range;
        assert!(
            range.start < range.end && text.is_char_boundary(range.start) && text.is_char_boundary(range.end)
        );
        let words = &text[range.clone()];
        assert_eq!(words.trim(), words, "no blanks at the ends");
        let blocks = &dossier.article.blocks;
        let first = blocks.partition_point(|block| block.range.end <= range.start);
        let ends_with = |place: usize| blocks.get(place).is_some_and(|block| range.end <= block.range.end);
        if let What::Leftover(lines) = &place.what {
            let whole = lines.iter().all(|line| blocks.iter().any(|block| block.range == *line));
            assert!(
                whole && lines.first().is_some_and(|line| line.start == range.start),
                "whole blocks: {words:?}"
            );
            assert_eq!(lines.last().map(|line| line.end), Some(range.end));
        } else {
            assert!(ends_with(first), "within one block: {words:?}");
        }
        let kind = place.what.kind();
        let end = &mut ends[SuggestionKind::ALL.iter().position(|own| *own == kind).unwrap_or_default()];
        assert!(*end <= range.start, "two of a kind share words: {words:?}");
        *end = range.end;
        if matches!(kind, SuggestionKind::Time | SuggestionKind::Figure) {
            assert!(end_of_amounts <= range.start, "a figure and a time share words: {words:?}");
            end_of_amounts = range.end;
            let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let before = letter(text[..range.start].chars().next_back()) && letter(words.chars().next());
            let after = letter(text[range.end..].chars().next()) && letter(words.chars().next_back());
            assert!(!before && !after, "a part of a word: {words:?}");
        }
        match &place.what {
            What::Name(group) => assert!(*group < found.groups.len()),
            What::Figure(figure) => assert!(figure.value.parse::<f64>().is_ok(), "{}", figure.value),
            What::Attributed(markers) => {
                assert!(!markers.is_empty());
                assert!(markers.iter().all(|marker| range.start <= marker.start && marker.end <= range.end));
            }
            What::Leftover(_) | What::Time(_) => {}
        }
    }
}
