//! Where an author is after something was written, taken back or given up: where words were marked last.

use fundstelle::i18n::language::Language;

use super::Desk;
use crate::common::USUAL;

fn desk() -> Desk {
    Desk::fixture(USUAL, Language::En)
}

fn marked(desk: &Desk) -> String {
    let mark = desk.screen.app().mark();
    mark.map(|mark| desk.screen.dossier.article.text[mark].to_owned()).unwrap_or_default()
}

/// The row of the article that the cursor stands in.
fn current_row(desk: &Desk) -> String {
    let cursor = desk.screen.app().cursor().expect("a cursor");
    desk.screen.whole().rows[usize::from(cursor.y)].text()
}

#[test]
fn what_was_written_or_taken_back_leaves_the_author_where_the_mark_was() {
    let mut desk = desk();
    desk.mark("Die Stadt").press("+").type_words("seef").press("Enter");
    assert!(desk.text_of("actors.toml").contains("\"Die Stadt\""), "{}", desk.screen.text());
    assert_eq!(desk.screen.selection(), "actor:seefurt");
    // Its first passage is far above; the one that was marked is current.
    assert!(current_row(&desk).contains("Die"), "{}", desk.screen.text());
    for key in ["u", "Ctrl+r", "u"] {
        desk.press(key);
        assert!(desk.screen.text().contains("Docks"), "{key}: {}", desk.screen.text());
        let mut again = desk.clone();
        again.press("V");
        assert!(marked(&again).starts_with("Die Stadt hat zwei"), "{key}: {}", marked(&again));
        assert!(marked(&again).ends_with('.'), "the whole sentence: {}", marked(&again));
    }
}

#[test]
fn a_mark_that_was_given_up_is_where_marking_begins_until_one_goes_elsewhere() {
    let mut desk = desk();
    desk.press("V j j j w");
    let word = marked(&desk);
    desk.press("Esc V");
    assert!(marked(&desk).starts_with("Im Frühjahr"), "{}", marked(&desk));
    assert!(marked(&desk).trim_end_matches('.').ends_with(&word), "{word}: {}", marked(&desk));
    // The mode can be left and begun anew as often as one likes.
    desk.press("Esc V");
    assert!(marked(&desk).starts_with("Im Frühjahr"));
    for away in ["2 j 1", "End", "/ F l a g g e n Enter"] {
        let mut other = desk.clone();
        other.press("Esc").press(away).press("V");
        assert!(!marked(&other).starts_with("Im Frühjahr"), "{away}: {}", marked(&other));
        assert!(!marked(&other).is_empty(), "{away}");
    }
}

#[test]
fn of_a_name_a_claim_takes_the_whole_sentence_and_an_actor_the_name() {
    for (keys, is_whole) in [
        ("V n c", true),
        ("V n e", true),
        ("V n g", true),
        ("V n r", true),
        ("V w c", true),
        ("V w Enter c", true),
        ("V n Tab c", true),
        ("V n a", false),
        ("V n +", false),
        ("V n l c", false),
        ("V n h l l c", false),
    ] {
        let mut desk = desk();
        desk.press(keys);
        let text = marked(&desk);
        assert_eq!(text.ends_with('.') && text.contains(' '), is_whole, "{keys}: {text}");
        assert!(!text.is_empty(), "{keys}");
    }
    // The hit of a search likewise; given up, the form leaves what it showed.
    let mut desk = desk();
    desk.mark("Lehrwerkstätten");
    assert_eq!(marked(&desk), "Lehrwerkstätten");
    desk.press("c");
    assert!(marked(&desk).starts_with("Die Stadt hat zwei") && marked(&desk).ends_with('.'));
    desk.press("Esc Esc");
    assert!(marked(&desk).is_empty() || marked(&desk).starts_with("Die Stadt hat zwei"));
}
