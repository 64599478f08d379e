//! The mode in which words are marked: where it begins, how its keys move the mark, and how the mark looks.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::{Role, Theme};
use fundstelle::protocol::effect::Effect;
use proptest::prelude::*;

use super::{Marked, SIZES, SMALL, article, options, squeezed};
use crate::common::fixture::{edited, fixture, text_of};
use crate::common::{Cells, Screen, USUAL};
use crate::reading::scripts::MARK;

const FIRST: &str = "Wer in diesen Wochen durch die Häfen am Südufer geht, sieht viele fremde Flaggen.";
const SECOND: &str =
    "Reedereien aus Talland lassen dort Fähren bauen, weil sie nur dort noch Quarzon-Antriebe bekommen.";

fn fixture_at(size: Cells, language: Language) -> Screen {
    Screen::fixture(size, language)
}

fn assert_marked(screen: &Screen, words: &str) {
    assert_eq!(squeezed(&screen.marked()), squeezed(words), "{}", screen.text());
}

#[test]
fn it_begins_with_the_first_whole_sentence_in_sight_and_never_in_the_title() {
    for size in SIZES {
        for language in [Language::De, Language::En] {
            let mut screen = fixture_at(size, language);
            screen.press(MARK);
            assert_marked(&screen, FIRST);
            assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
            assert!(screen.end().is_some(), "the end that keys move is seen");
            screen.press("Esc");
            assert_eq!(screen.marked(), "");
            assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
        }
    }
}

#[test]
fn it_begins_at_the_sentence_of_the_selection_if_that_is_in_sight() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("5").select("claim:limits").press("V");
    assert_marked(
        &screen,
        "Im Frühjahr hat Hochland die Ausfuhr starker Quarzon-Module nach Talland begrenzt.",
    );
    // What is out of sight is not what one reads.
    let mut screen = fixture_at(SMALL, Language::En);
    screen.press("5").select("claim:limits").press("1 End V");
    assert!(!squeezed(&screen.marked()).contains("Hochland"), "{}", screen.text());
    assert!(!screen.marked().is_empty());
}

#[test]
fn it_begins_with_the_words_of_the_hit_that_a_search_stands_at() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("/ m o d u l Enter V");
    assert_marked(&screen, "Module");
    screen.press("Esc n V");
    assert_marked(&screen, "Module");
    screen.press("s");
    assert!(screen.marked().contains("künftige Werften"), "{}", screen.text());
    // Only while the reader stands at it: another thing was selected since.
    screen.press("Esc 5").select("claim:limits").press("1 V");
    assert_marked(
        &screen,
        "Im Frühjahr hat Hochland die Ausfuhr starker Quarzon-Module nach Talland begrenzt.",
    );
}

#[test]
fn it_begins_from_any_panel_and_from_the_card() {
    for size in SIZES {
        for place in ["2", "3", "4 z", "5", "2 j Enter", "2 j Enter z"] {
            let mut screen = fixture_at(size, Language::En);
            screen.press(place).press("V");
            assert!(!screen.marked().is_empty(), "{place:?} at {size:?}:\n{}", screen.text());
            assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
        }
    }
}

#[test]
fn the_tour_has_no_marking() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("b V");
    assert!(screen.app().is_tour_running());
    assert_eq!(screen.marked(), "");
    // And none is left from before.
    screen.press("q V");
    assert_ne!(screen.marked(), "");
}

/// A question from the audience: what is typed is text, and one who has gone to the words reads.
#[test]
fn out_of_the_tour_for_a_search_the_key_is_a_letter_until_something_is_found() {
    for size in SIZES {
        let mut screen = fixture_at(size, Language::En);
        screen.press("b / V");
        assert_eq!(screen.app().mark(), None);
        assert!(screen.text().contains('V'), "{}", screen.text());
        screen.press("Backspace m o d u l Enter V");
        assert!(!screen.app().is_tour_running());
        let mark = screen.app().mark().map(|mark| screen.dossier.article.text[mark].to_owned());
        assert_eq!(mark.as_deref(), Some("Module"), "{}", screen.text());
        // Back in the tour nothing is marked.
        screen.press("Esc b");
        assert!(screen.app().is_tour_running());
        assert_eq!(screen.app().mark(), None);
        screen.press(": V");
        assert_eq!(screen.app().mark(), None);
    }
}

#[test]
fn words_are_added_and_taken_at_either_end() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("V w");
    assert_marked(&screen, "Flaggen");
    screen.press("Left Left");
    assert_marked(&screen, "Flaggen");
    assert!(screen.status().contains("One word stays marked"), "{}", screen.status());
    screen.press("Tab Left h");
    assert_marked(&screen, "viele fremde Flaggen");
    screen.press("l");
    assert_marked(&screen, "fremde Flaggen");
    screen.press("o Right l");
    assert_marked(&screen, "fremde Flaggen. Reedereien aus");
    screen.press("s");
    assert_marked(&screen, &format!("{FIRST} {SECOND}"));
    screen.press("Tab w");
    assert_marked(&screen, "Wer");
    screen.press("Left");
    assert_marked(&screen, "Wer");
    assert!(screen.status().contains("paragraph ends"), "{}", screen.status());
    // The full stop goes with the last word.
    screen.press("s Tab Left");
    assert_marked(&screen, FIRST.trim_end_matches(" Flaggen."));
}

/// Whoever reads on presses the arrow again, and expects the next sentence wherever it stands.
#[test]
fn sentences_follow_each_other_over_paragraphs() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("V Down");
    assert_marked(&screen, SECOND);
    screen.press("j");
    assert!(screen.marked().starts_with("Das berichtet"));
    screen.press("Down");
    assert!(screen.marked().starts_with("Im Frühjahr"), "{}", screen.text());
    screen.press("Up");
    assert!(screen.marked().starts_with("Das berichtet"), "{}", screen.text());
    screen.press("k");
    assert_marked(&screen, SECOND);
    // Of a part of a sentence, the whole.
    screen.press("w Up");
    assert_marked(&screen, SECOND);
    screen.press("k");
    assert_marked(&screen, FIRST);
    screen.press("k k");
    assert_marked(&screen, FIRST);
    assert!(screen.status().contains("No sentence"), "{}", screen.status());
}

#[test]
fn headings_are_passed_over() {
    let mut screen = fixture_at(USUAL, Language::De);
    screen.press("V End");
    assert!(screen.marked().starts_with("Die Abhängigkeit besteht also fort"), "{}", screen.text());
    for _ in 0..80 {
        let before = screen.marked();
        screen.press("k");
        assert!(!screen.marked().contains("Talburg hält dagegen") && !screen.marked().contains("Leinen los"));
        if before == screen.marked() {
            break;
        }
    }
    assert_marked(&screen, FIRST);
    screen.press("End Home");
    assert_marked(&screen, FIRST);
}

#[test]
fn ends_move_by_sentences_within_the_paragraph() {
    for (down, up) in [("Shift+Down", "Shift+Up"), ("J", "K")] {
        let mut screen = fixture_at(USUAL, Language::En);
        screen.press("V").press(down);
        assert_marked(&screen, &format!("{FIRST} {SECOND}"));
        screen.press("Tab").press(down);
        assert_marked(&screen, SECOND);
        screen.press(up);
        assert_marked(&screen, &format!("{FIRST} {SECOND}"));
        screen.press(up);
        assert_marked(&screen, &format!("{FIRST} {SECOND}"));
        screen.press("o").press(up);
        assert_marked(&screen, FIRST);
        // A mark stays within its paragraph: at its end the key says so, however often it is pressed.
        screen.press("Home").press(down).press(down);
        let all = screen.marked();
        for _ in 0..2 {
            screen.press(down);
            assert_eq!(screen.marked(), all);
            assert!(screen.status().contains("paragraph ends"), "{}", screen.status());
        }
    }
    // Where nobody marks, the arrows are what they are without Shift.
    let mut screen = fixture_at(SMALL, Language::En);
    let mut other = screen.clone();
    assert_eq!(screen.press("2 Shift+Down").text(), other.press("2 Down").text());
}

#[test]
fn names_follow_each_other_over_sentences_and_paragraphs() {
    // An article alone: nobody has a name yet.
    let files = Memory::default().with("article.txt", text_of("article.txt"));
    let mut screen = Screen::open(&files, USUAL, Options { language: Language::En, ..Options::default() });
    screen.press("V");
    let mut names = Vec::new();
    for _ in 0..20 {
        screen.press("n");
        names.push(squeezed(&screen.marked()));
    }
    for name in ["Talland", "Hochland", "Abendkurier", "Werftwelt"] {
        assert!(names.iter().any(|found| found.contains(name)), "{name} is not among {names:?}");
    }
    names.dedup();
    assert_eq!(names.len(), 20, "none is met twice: {names:?}");
    let last = names.pop();
    screen.press("N");
    assert_eq!(Some(&squeezed(&screen.marked())), names.last());
    screen.press(".");
    assert_eq!(Some(squeezed(&screen.marked())), last);
    screen.press(", ,");
    assert_eq!(squeezed(&screen.marked()), names[names.len() - 2]);
}

#[test]
fn names_that_an_actor_has_are_passed_by() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("V");
    for _ in 0..4 {
        screen.press("n");
        let name = squeezed(&screen.marked());
        assert!(!["Talland", "Hochland", "Quarzon", "Wellgard"].contains(&&*name), "{name}");
    }
}

#[test]
fn pages_turn_and_their_first_sentence_is_marked() {
    for size in [SMALL, (45, 12)] {
        let mut screen = fixture_at(size, Language::En);
        screen.press("V");
        let first = screen.marked();
        screen.press("PageDown");
        let second = screen.marked();
        assert_ne!(second, first, "{}", screen.text());
        screen.press("Space PageUp PageUp PageUp");
        assert_eq!(screen.marked(), first, "{}", screen.text());
    }
}

#[test]
fn all_keys_belong_to_it_but_those_that_leave_and_explain() {
    for key in ["t", "r", "u", "x", "d", "b", "/", ":", "1", "2", "f", "m", "z", "Backspace", "Ctrl+u", "@"] {
        let mut screen = fixture_at(USUAL, Language::En);
        screen.press("V");
        let before = screen.clone();
        screen.press(key);
        assert_eq!(screen.marked(), before.marked(), "{key}");
        assert_eq!(screen.framed("2 Actors").text(), before.framed("2 Actors").text(), "{key}");
        assert!(
            screen.escaped().iter().all(|effect| !matches!(effect, Effect::Reload | Effect::Remember(_))),
            "{key}"
        );
    }
    for (key, effect) in [("Ctrl+c", Effect::Quit), ("Ctrl+z", Effect::Suspend), ("Ctrl+l", Effect::Redraw)] {
        let mut screen = fixture_at(USUAL, Language::En);
        screen.press("V").press(key);
        assert_eq!(screen.escaped(), [effect]);
    }
    for key in ["Esc", "V", "q"] {
        let mut screen = fixture_at(USUAL, Language::En);
        screen.press("V").press(key);
        assert_eq!((screen.marked(), screen.escaped().len()), (String::new(), 0), "{key}");
    }
}

#[test]
fn the_help_explains_its_keys() {
    for (language, heading, help) in
        [(Language::En, "While marking", "Help"), (Language::De, "Beim Markieren", "Hilfe")]
    {
        let mut screen = fixture_at(USUAL, language);
        screen.press("V");
        let before = screen.marked();
        screen.press("?");
        assert!(screen.framed(help).rows[0].text().contains(heading), "{}", screen.text());
        screen.press("Esc");
        assert_eq!(screen.marked(), before);
    }
}

#[test]
fn what_is_marked_is_said_and_the_key_bar_has_its_keys() {
    for (language, said, counts, bar) in [
        (
            Language::En,
            "„Wer in",
            "14 words, 81 characters · paragraph 1, sentence 1",
            ["sentence", "use as", "a actor", "c claim", "e event", "Esc end", "? help"],
        ),
        (
            Language::De,
            "„Wer in",
            "14 Wörter, 81 Zeichen · Absatz 1, Satz 1",
            ["Satz", "wird zu", "a Akteur", "c Aussage", "e Ereignis", "Esc beenden", "? Hilfe"],
        ),
    ] {
        let mut screen = fixture_at(SMALL, language);
        screen.press("V");
        let status = screen.status();
        let (words, rest) = status.split_once(" · ").unwrap_or_default();
        assert!(words.trim().starts_with(said), "{status}");
        assert!(words.contains(" … ") && words.ends_with("Flaggen.“"), "{status}");
        assert_eq!(rest.trim_end(), counts);
        let keys = screen.whole().rows.last().map(crate::common::Row::text).unwrap_or_default();
        for word in bar {
            assert!(keys.contains(word), "{word}: {keys}");
        }
        let frame = screen.whole().rows[1].text();
        assert!(frame.contains(if language == Language::En { "mark" } else { "Markieren" }), "{frame}");
        // A name is there as it is.
        screen.press("w");
        assert!(screen.status().trim_start().starts_with("„Flaggen“ · 1 "), "{}", screen.status());
        // With more room the key bar has all letters of the menu that write into the dossier.
        let mut large = fixture_at((200, 60), language);
        large.press("V");
        let keys = large.whole().rows.last().map(crate::common::Row::text).unwrap_or_default();
        for letter in ["a", "c", "e", "g", "r", "+", "w", "s"] {
            assert!(keys.contains(&format!("  {letter} ")), "{letter}: {keys}");
        }
        // On the smallest screen too one sees how to choose and how to end it.
        let mut tiny = fixture_at((40, 10), language);
        tiny.press("V");
        let keys = tiny.whole().rows.last().map(crate::common::Row::text).unwrap_or_default();
        assert!(keys.contains("Enter") && keys.contains("Esc") && keys.contains('?'), "{keys}");
        assert!(tiny.status().trim_start().starts_with("„Wer"), "{}", tiny.status());
    }
}

/// Without colour, and without signs beyond ASCII; in the margin of the line with the end that keys move.
#[test]
fn it_looks_like_nothing_else_in_every_theme() {
    for theme in Theme::ALL {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let mut screen = Screen::fixture_with(USUAL, Options { language: Language::En, theme, glyphs });
            screen.press("5").select("claim:limits").press("/ T a l l a n d Enter V s");
            let marked = screen.marked();
            assert!(marked.contains("Talland"), "{}", screen.text());
            let end = screen.end().expect("an end");
            let margin = screen.buffer()[(3, end.y)].symbol().to_owned();
            assert_eq!(margin, if glyphs == Glyphs::Ascii { ">" } else { "▶" }, "{}", screen.text());
            let style = theme.style(Role::Marked);
            let others = Role::all().filter(|role| !matches!(role, Role::Marked));
            for other in others {
                assert_ne!(theme.style(other).add_modifier, style.add_modifier, "{other:?}");
            }
        }
    }
}

#[test]
fn the_cursor_of_the_terminal_is_at_the_end_that_keys_move() {
    for size in SIZES {
        let mut screen = fixture_at(size, Language::De);
        screen.press("V");
        for key in ["Left", "Tab", "Right", "n", "j", "J", "Tab"] {
            screen.press(key);
            assert!(screen.end().is_some(), "{key} at {size:?}");
            assert_eq!(screen.app().cursor(), screen.end(), "{key} at {size:?}\n{}", screen.text());
        }
    }
}

#[test]
fn a_sentence_that_is_too_long_is_marked_as_far_as_may_be() {
    let long = format!("It goes {}on.", "on and ".repeat(90));
    let mut screen =
        Screen::open(&article(&format!("# Title\n\nShort one. {long}\n")), USUAL, options(Language::En));
    screen.press("V j");
    let marked = squeezed(&screen.marked());
    assert!(marked.starts_with("Itgoesonand"), "{marked}");
    assert!(screen.status().contains("more than 500 characters"), "{}", screen.status());
    screen.press("l");
    assert_eq!(squeezed(&screen.marked()), marked);
    assert!(screen.status().contains("No more than 500 characters"), "{}", screen.status());
    screen.press("h");
    assert_ne!(squeezed(&screen.marked()), marked);
}

#[test]
fn markup_and_invisible_characters_are_no_obstacle() {
    let text = "# Title\n\nThe **Öl\u{ad}preis** fell, *said* [Ms.\u{a0}Smith](http://a.example) in 北京 on 1.61 terms.\n\nShare this page\n";
    let mut screen = Screen::open(&article(text), SMALL, options(Language::En));
    screen.press("V w");
    assert_marked(&screen, "terms");
    screen.press("Tab h");
    assert_marked(&screen, "1.61 terms");
    screen.press("h h h");
    assert!(
        screen.marked().contains("北京 on 1.61 terms") || screen.marked().contains("京"),
        "{}",
        screen.marked()
    );
    screen.press("s w Tab l");
    assert_eq!(squeezed(&screen.marked()).replace('\u{ad}', ""), "TheÖlpreis", "{}", screen.text());
    // No key leads to what is no part of the article.
    screen.press("End");
    assert!(!screen.marked().contains("Share"));
    screen.press("j");
    assert!(!screen.marked().contains("Share"));
}

#[test]
fn an_article_of_nothing_but_a_title_has_nothing_to_mark() {
    let mut screen = Screen::open(&article("# Title\n"), SMALL, options(Language::En));
    screen.press("V");
    assert_eq!(screen.marked(), "");
    assert!(screen.status().contains("no sentences"), "{}", screen.status());
    screen.press("Enter");
    assert!(!screen.shows("Marked words"));
}

#[test]
fn the_translation_cannot_be_marked() {
    let lines: Vec<String> = (0..12).map(|number| format!("Our words {number}.")).collect();
    let files = edited(
        "dossier.toml",
        "boilerplate = [\"Kommentare\"]",
        "boilerplate = [\"Kommentare\"]\ntranslation.en = \"article.en.txt\"",
    )
    .with("article.en.txt", lines.join("\n"));
    for size in SIZES {
        let mut screen = Screen::open(&files, size, options(Language::En));
        screen.press("v V");
        for key in ["", "j", "j", "j", "j", "n", "n", "PageDown", "K", "End"] {
            screen.press(key);
            assert!(!screen.marked().contains("Our"), "{}", screen.text());
            assert!(!screen.marked().is_empty(), "{key} at {size:?}\n{}", screen.text());
        }
    }
}

#[test]
fn marked_words_are_found_again_after_a_reload() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("V j");
    screen.reload(&edited("article.txt", "Wer in diesen Wochen", "Wer in all diesen schönen Wochen"));
    assert_marked(&screen, SECOND);
    screen.press("h");
    assert_marked(&screen, SECOND.trim_end_matches(" bekommen."));
    screen.reload(&edited("article.txt", "Fähren bauen, weil", "Boote bauen, weil"));
    assert_eq!(screen.marked(), "");
    assert!(screen.status().contains("no longer in the article"), "{}", screen.status());
    screen.press("V");
    assert!(!screen.marked().is_empty());
}

#[test]
fn another_size_keeps_it_in_sight() {
    let mut screen = fixture_at(USUAL, Language::En);
    screen.press("V End");
    let end = squeezed(&screen.marked());
    for size in SIZES {
        screen.resize(size);
        assert!(screen.end().is_some(), "{size:?}\n{}", screen.text());
        assert!(end.ends_with(&squeezed(&screen.marked())) || end == squeezed(&screen.marked()), "{size:?}");
    }
}

/// What is marked keeps its place while one goes back and forth over it.
#[test]
fn nothing_scrolls_without_need() {
    let mut screen = fixture_at(SMALL, Language::En);
    let top = screen.framed("1 Article").rows[0].text();
    screen.press("V j h h Tab l w s w Esc");
    assert_eq!(screen.framed("1 Article").rows[0].text(), top, "{}", screen.text());
}

const MODE_KEYS: [&str; 29] = [
    "Left",
    "Right",
    "h",
    "l",
    "Tab",
    "o",
    "Down",
    "Up",
    "j",
    "k",
    "Shift+Down",
    "Shift+Up",
    "J",
    "K",
    "n",
    "N",
    ".",
    ",",
    "w",
    "s",
    "Home",
    "End",
    "PageDown",
    "PageUp",
    "Space",
    "Enter Esc",
    "? Esc",
    "Shift+Tab",
    "x",
];

fn texts() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Talland",
        "said",
        "that",
        "1.61",
        "Öl\u{ad}preis",
        "Ms.\u{a0}Smith",
        "北京有港口。",
        "“Why?”",
        "end.",
        "Yes!",
        "(e.g.)",
        "*emphasis*",
        "[a link](http://a.example)",
        "half-way",
        "−7",
        "e\u{301}te\u{301}.",
        "🌍",
        "…",
        "—",
        "हिन्दी",
        "Wer",
    ]);
    let long = Just("long".repeat(160));
    let word = prop_oneof![30 => words.prop_map(str::to_owned), 1 => long];
    let block = prop_oneof![
        8 => prop::collection::vec(word.clone(), 1..140).prop_map(|words| words.join(" ")),
        1 => prop::collection::vec(word, 1..5).prop_map(|words| format!("## {}", words.join(" "))),
        1 => Just("Share this page".to_owned()),
        1 => Just("* * *".to_owned()),
        1 => Just("1. One item.\n2. Another item of it.".to_owned()),
    ];
    prop::collection::vec(block, 1..8).prop_map(|blocks| format!("# Title\n\n{}\n", blocks.join("\n\n")))
}

/// Whether a word or number goes on across a byte, as far as that can be seen without the program's own rules.
fn is_cut(text: &str, at: usize) -> bool {
    let is_seen = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    let before = text[..at].chars().rev().find(is_seen);
    let after = text[at..].chars().find(is_seen);
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{900}');
    is_latin(before) && is_latin(after)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_pressed_a_mark_is_whole_words_of_one_paragraph_in_sight(
        text in texts(),
        keys in prop::collection::vec(prop::sample::select(&MODE_KEYS[..]), 1..40),
        size in prop::sample::select(&SIZES[..]),
        fixture_instead in prop::bool::weighted(0.2),
    ) {
        let mut screen = if fixture_instead {
            Screen::open(&fixture(), size, options(Language::De))
        } else {
            Screen::open(&article(&text), size, options(Language::De))
        };
        screen.press("V");
        if screen.app().mark().is_none() {
            return Ok(());
        }
        for key in keys {
            screen.press(key);
            let range = screen.app().mark().expect("no key but those that end it ends it");
            let article = &screen.dossier.article;
            let words = &article.text[range.clone()];
            prop_assert!(words.contains(char::is_alphanumeric), "{key}: {words:?}");
            prop_assert!(words.trim() == words, "{key}: {words:?}");
            prop_assert!(words.chars().filter(|c| *c != '\u{ad}').count() <= 500, "{key}: {words:?}");
            let block = article.blocks.iter().find(|block| block.range.contains(&range.start));
            let block = block.expect("a block");
            prop_assert!(range.end <= block.range.end, "{key}: {words:?}");
            prop_assert!(!matches!(
                block.kind,
                fundstelle::dossier::BlockKind::Title | fundstelle::dossier::BlockKind::Heading
                    | fundstelle::dossier::BlockKind::Subheading | fundstelle::dossier::BlockKind::Break
            ));
            prop_assert!(!is_cut(&article.text, range.start) && !is_cut(&article.text, range.end), "{key}: {words:?}");
            let end = screen.end();
            prop_assert!(end.is_some(), "{key}: {words:?} is out of sight at {size:?}\n{}", screen.text());
            // What is in sight of it is what is drawn as marked.
            let drawn = squeezed(&screen.marked());
            let all = squeezed(words).replace('\u{ad}', "");
            prop_assert!(all.contains(&drawn.replace('\u{ad}', "")), "{key}: {drawn:?} of {all:?}");
        }
    }
}
