use std::ops::Range;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::load::{Memory, fixture, load};
use crate::text::find::WORK_PER_SLICE;

fn bare(text: &str) -> Arc<Dossier> {
    load(&Memory::default().with("a.txt", text.to_owned())).expect("a text").dossier
}

fn annotated() -> Arc<Dossier> {
    static ANNOTATED: LazyLock<Arc<Dossier>> =
        LazyLock::new(|| load(&fixture()).expect("the dossier of the tests").dossier);
    Arc::clone(&ANNOTATED)
}

fn done(dossier: &Dossier, query: &str, origin: usize, slice: usize) -> Search {
    let mut search = Search::new(dossier, query, Language::En, origin);
    while !search.is_done() {
        search.work(dossier, slice);
    }
    search
}

fn places(search: &Search) -> Vec<Range<usize>> {
    (0..).map_while(|place| search.hits().get(place).cloned()).collect()
}

#[test]
fn the_article_and_the_things_are_searched() {
    let dossier = annotated();
    let search = done(&dossier, "wellgard", 0, WORK_PER_SLICE);
    assert!(!search.hits().is_empty());
    for hit in places(&search) {
        assert!(dossier.article.text[hit].eq_ignore_ascii_case("wellgard"));
    }
    let kinds: Vec<Kind> =
        search.things().filter(|(_, things)| !things.is_empty()).map(|(kind, _)| kind).collect();
    assert!(kinds.contains(&Kind::Actor) && kinds.contains(&Kind::Event), "{kinds:?}");
    let listed: usize = search.things().map(|(_, things)| things.len()).sum();
    assert_eq!(search.found(), search.hits().len() + listed);
    assert_eq!(search.percent(&dossier), 100);
    for (kind, things) in search.things() {
        assert!(things.iter().all(|thing| thing.kind == kind));
    }
}

/// Of each kind something is found by each text it has.
#[test]
fn a_thing_is_found_by_all_its_words() {
    let dossier = annotated();
    for kind in Kind::ALL {
        let mut place = 0;
        while let Some(name) = dossier.nth_of_kind(kind, place) {
            place += 1;
            for words in dossier.searchable_texts(&name, "en") {
                let query: String = words.chars().take(60).collect();
                let search = done(&dossier, &query, 0, WORK_PER_SLICE);
                let found = search.things().any(|(_, things)| things.contains(&name));
                assert!(found, "{name} by {query:?}");
            }
        }
        // Its article has no links; they have a test of their own.
        assert!(place > 0 || kind == Kind::Link, "{kind:?}");
    }
    assert!(dossier.searchable_texts(&"actor:nobody".parse().expect("a name"), "en").is_empty());
}

#[test]
fn what_is_not_shown_is_not_found_and_nothing_across_blocks() {
    let dossier = bare("Ein Titel\nEins zwei\ndrei vier");
    assert_eq!(places(&done(&dossier, "zwei", 0, WORK_PER_SLICE)).len(), 1);
    assert!(done(&dossier, "zwei drei", 0, WORK_PER_SLICE).hits().is_empty());
    let dossier = annotated();
    assert!(
        done(&dossier, "Kommentare", 0, WORK_PER_SLICE).hits().is_empty(),
        "a web page's leftovers are not shown"
    );
}

#[test]
fn it_begins_where_one_reads_and_comes_round() {
    let text = format!("Titel\n{}", "ein Wort und noch eines\n".repeat(1000));
    let dossier = bare(&text);
    let origin = text.len() / 2;
    let mut search = Search::new(&dossier, "wort", Language::De, origin);
    search.work(&dossier, 500);
    assert!(search.hits().get(0).expect("a hit").start + 50 > origin, "the first that is found lies ahead");
    assert!(!search.is_done() && search.percent(&dossier) < 99);
    while !search.is_done() {
        search.work(&dossier, 500);
    }
    assert_eq!(places(&search), places(&done(&dossier, "wort", 0, WORK_PER_SLICE)));
    assert_eq!(search.hits().len(), 1000);
}

#[test]
fn there_is_a_most() {
    let dossier = bare(&format!("Titel\n{}", "ab ".repeat(3 * MAX_HITS)));
    let search = done(&dossier, "ab", 0, WORK_PER_SLICE);
    assert!(search.is_cut() && search.is_anything_cut() && search.has_read_article());
    assert_eq!(search.hits().len(), MAX_HITS);
    let exact = bare(&format!("Titel\n{}", "ab ".repeat(MAX_HITS)));
    assert!(!done(&exact, "ab", 0, WORK_PER_SLICE).is_cut());
}

#[test]
fn a_slice_of_one_long_line_does_little() {
    let dossier = bare(&"kein Treffer weit und breit ".repeat(40_000));
    let mut search = Search::new(&dossier, "nirgends", Language::De, 500_000);
    let mut slices = 0;
    while !search.is_done() {
        let before = search.read;
        search.work(&dossier, 10_000);
        assert!(search.read - before <= 10_000);
        slices += 1;
    }
    assert!(slices > 100);
    assert!(search.read < dossier.article.text.len() + 2 * 10_000, "no part of it is read twice");
}

#[test]
fn nothing_is_done_for_an_empty_query() {
    let search = Search::new(&annotated(), "  ", Language::De, 0);
    assert!(search.is_done() && search.found() == 0 && search.query().is_none());
    assert_eq!((search.typed(), search.language(), search.origin()), ("  ", Language::De, 0));
}

proptest! {
    /// Wherever one was and however it is cut, the same is found, in order.
    #[test]
    fn origin_and_slices_make_no_difference(
        text in "([aäe ]{0,12}\n?){0,9}", query in "[aäe]{1,3}", origin in 0_usize..90, slice in 1_usize..99
    ) {
        let dossier = bare(&format!("T{text}"));
        let all = places(&done(&dossier, &query, 0, WORK_PER_SLICE));
        prop_assert_eq!(&places(&done(&dossier, &query, origin, slice)), &all);
        prop_assert!(all.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    /// Also in one line that is laid out in parts. There, hits of words without blanks may be cut in another way.
    #[test]
    fn origin_makes_no_difference_in_a_long_line(seed in "[abx ]{30,40}", query in "a b|b|x a|ab", origin in 0_usize..9000) {
        let dossier = bare(&seed.repeat(200));
        let all = places(&done(&dossier, &query, 0, WORK_PER_SLICE));
        prop_assert_eq!(places(&done(&dossier, &query, origin, 777)), all);
    }
}

#[test]
fn a_link_is_found_by_its_address() {
    let files =
        Memory::default().with("a.md", "# Bridge\n\nSaid [the mayor](https://example.org/minutes).\n");
    let dossier = load(&files).expect("an article").dossier;
    let search = done(&dossier, "example.org", 0, WORK_PER_SLICE);
    let found: Vec<_> = search.things().flat_map(|(_, things)| things).map(ToString::to_string).collect();
    assert_eq!(found, ["link:1"]);
}

/// The names of the things that were found.
fn names(search: &Search) -> Vec<String> {
    search.things().flat_map(|(_, things)| things).map(ToString::to_string).collect()
}

#[test]
fn things_are_found_by_what_the_screen_makes_of_them() {
    let dossier = annotated();
    for (typed, name) in [
        ("26 aug 2022", "event:licence-2022"),
        ("2022-08-26", "event:licence-2022"),
        ("26.08.2022 module", "event:licence-2022"),
        ("1.000 kt", "observation:pegel-in-use/seefurt/2024-41"),
        ("partly qualified ferries", "claim:built-abroad"),
        ("in use kt pegel", "series:pegel-in-use"),
    ] {
        let found = names(&done(&dossier, typed, 0, WORK_PER_SLICE));
        assert!(found.iter().any(|found| found.starts_with(name)), "{typed}: {found:?}");
    }
    let other_day = names(&done(&dossier, "27 aug 2022 module", 0, WORK_PER_SLICE));
    assert!(!other_day.contains(&"event:licence-2022".to_owned()), "{other_day:?}");
}

#[test]
fn the_order_of_all_that_was_found_is_that_of_the_list() {
    let dossier = annotated();
    let search = done(&dossier, "wellgard", 0, WORK_PER_SLICE);
    let all: Vec<Found> = (0..search.found()).map_while(|place| search.nth(place)).collect();
    assert_eq!((all.len(), search.nth(all.len())), (search.found(), None));
    for (place, found) in all.iter().enumerate() {
        assert_eq!(search.place_of(found), Some(place));
    }
    assert!(matches!(all[0], Found::Article(_)) && matches!(all[all.len() - 1], Found::Thing(_)));
    assert_eq!(search.place_of(&Found::Article(0..1)), None);
}

#[test]
fn what_is_found_nowhere_has_suggestions_however_it_is_cut() {
    let dossier = annotated();
    for slice in [1, 50, 3000, WORK_PER_SLICE] {
        let search = done(&dossier, "wellgrad", 0, slice);
        assert!(search.has_read_all() && search.found() == 0 && !search.are_apart());
        let offered: Vec<&str> = search.suggestions().iter().map(|offer| offer.query.as_str()).collect();
        assert_eq!(offered.first(), Some(&"Wellgard"), "{slice}");
    }
    assert!(done(&dossier, "wellgard", 0, WORK_PER_SLICE).suggestions().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// The same things, however the search is cut and wherever it began, by words in any order.
    #[test]
    fn slices_make_no_difference_to_things(
        words in prop::sample::subsequence(vec!["modul", "2022", "quarzon", "kt", "october", "partly"], 1..3).prop_shuffle(),
        slice in 1_usize..5000,
    ) {
        let dossier = annotated();
        let typed = words.join(" ");
        let all = done(&dossier, &typed, 0, WORK_PER_SLICE);
        let cut = done(&dossier, &typed, 700, slice);
        prop_assert_eq!(names(&cut), names(&all));
        prop_assert_eq!(places(&cut), places(&all));
        // Each thing has each word at the beginning of one, in one of its texts.
        let things: Vec<Ref> = all.things().flat_map(|(_, things)| things).cloned().collect();
        for thing in things {
            let texts: Vec<String> = texts_of(&dossier, &thing, Language::En)
                .into_iter()
                .map(|text| format!("{} {}", text.text, text.spellings).to_lowercase())
                .collect();
            for word in &words {
                let begins = |text: &String| {
                    text.match_indices(word).any(|(place, _)| !text[..place].ends_with(char::is_alphanumeric))
                };
                prop_assert!(texts.iter().any(begins), "{word} in {thing}: {texts:?}");
            }
        }
    }
}
