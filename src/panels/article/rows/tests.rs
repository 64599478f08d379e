use proptest::prelude::*;

use super::{RowPosition, Rows};
use crate::dossier::{Article, LanguageTag, Translation};
use crate::panels::article::shape::{Pairing, Shape};

fn translated(lines: &[String], ours: &[String]) -> Article {
    let text = lines.join("\n");
    let mut article = Article::from_text(&text, LanguageTag::new("de"), &[], &[]);
    let ours_text = ours.join("\n");
    let mut start = 0;
    let ranges: Vec<_> = ours
        .iter()
        .map(|line| {
            let begins = start;
            start += line.len() + 1;
            begins..begins + line.len()
        })
        .collect();
    let translation = Translation::new(&article, LanguageTag::new("en"), ours_text.into(), &ranges);
    article.translations = translation.into_iter().collect();
    article
}

fn lines(words: &'static str) -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![6 => 1_usize..40, 1 => 900_usize..1400]
        .prop_map(move |count| words.split(' ').cycle().take(count).collect::<Vec<_>>().join(" "));
    proptest::collection::vec(line, 1..5)
}

fn case() -> impl Strategy<Value = (Article, Shape)> {
    let lines = (lines("Wort 書 zwei drei"), lines("a word مرحبا and more"));
    let shape = (4_u16..40, any::<bool>(), proptest::option::of(0_usize..3));
    (lines, shape).prop_map(|((theirs, mut ours), (width, beside, only))| {
        // What is left out is not translated.
        ours.resize(theirs.len(), String::new());
        let only = only.filter(|_| !beside);
        let pairing = Pairing { translation: 0, width, bar: 3, beside, only };
        (translated(&theirs, &ours), Shape { width, pairing: Some(pairing) })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Going down shows each line of both, in order, and going up leads back through the same rows.
    #[test]
    fn every_line_of_both_has_its_row((article, shape) in case()) {
        let mut rows = Rows::new(Vec::new());
        rows.set_shape(shape);
        let pairing = shape.pairing.expect("both are shown");
        let mut places = vec![RowPosition::default()];
        while let Some(next) = rows.after(&article, places[places.len() - 1]) {
            prop_assert!(next > places[places.len() - 1]);
            places.push(next);
        }
        prop_assert_eq!(rows.last(&article), places[places.len() - 1]);
        for pair in places.windows(2) {
            prop_assert_eq!(rows.before(&article, pair[1]), Some(pair[0]));
        }
        prop_assert_eq!(rows.before(&article, places[0]), None);
        let (mut theirs, mut ours) = (String::new(), String::new());
        let translation = &article.translations[0];
        for place in &places {
            let row = rows.row(&article, *place);
            theirs.extend(row.line.iter().map(|line| &article.text[line.range.clone()]));
            ours.extend(row.translation.iter().map(|line| &translation.text[line.range.clone()]));
        }
        let words = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(words(&theirs), words(&article.text));
        let shown = (0..article.blocks.len()).filter(|block| pairing.shows(*block));
        let shown: String = shown.filter_map(|block| translation.of_block(block)).collect();
        prop_assert_eq!(words(&ours), words(&shown));
    }

    /// Side by side neither waits for the other within a block: each runs from the first row on without a blank one.
    #[test]
    fn side_by_side_both_run_independently((article, shape) in case(), width in 4_u16..40) {
        let pairing = Pairing { beside: true, only: None, width, ..shape.pairing.expect("both are shown") };
        let mut rows = Rows::new(Vec::new());
        rows.set_shape(Shape { pairing: Some(pairing), ..shape });
        let (mut block, mut ends, mut place) = (usize::MAX, (false, false), RowPosition::default());
        loop {
            let row = rows.row(&article, place);
            if row.block == block {
                prop_assert!(!(ends.0 && row.line.is_some()), "a blank row in block {block}");
                prop_assert!(!(ends.1 && row.translation.is_some()), "a blank row beside block {block}");
            } else {
                prop_assert!(row.line.is_some() && row.translation.is_some(), "both begin together");
            }
            (block, ends) = (row.block, (row.line.is_none(), row.translation.is_none()));
            match rows.after(&article, place) {
                Some(next) => place = next,
                None => break,
            }
        }
    }

    /// A byte is found in the row that shows it.
    #[test]
    fn a_byte_is_where_its_line_is((article, shape) in case(), at in any::<usize>()) {
        let mut rows = Rows::new(Vec::new());
        rows.set_shape(shape);
        let at = at % article.text.len();
        let worded = article.text.char_indices().filter(|(byte, c)| *byte <= at && !c.is_whitespace());
        let byte = worded.max_by_key(|(byte, _)| *byte).map_or(0, |(byte, _)| byte);
        let place = rows.place_of(&article, byte);
        let row = rows.row(&article, place);
        prop_assert!(row.range().is_some_and(|range| range.contains(&byte)), "{byte} {row:?}");
        let translation = &article.translations[0];
        if let Some(byte) = translation.blocks.iter().find(|block| !block.range.is_empty()).map(|block| block.range.start) {
            match rows.place_of_translated(&article, byte) {
                Some(place) => {
                    let row = rows.row(&article, place);
                    let line = row.translation.expect("the translation is shown there");
                    prop_assert!(line.range.contains(&byte));
                }
                None => prop_assert!(shape.pairing.is_some_and(|pairing| pairing.only.is_some())),
            }
        }
    }
}
