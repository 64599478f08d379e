//! The proof: somebody who has never seen the program or the dossier finds out what the article says of an
//! actor, what happened to it later, and what is doubtful about a claim, and gets back to where they were. With keys
//! alone, without colour.

use fundstelle::dossier::Kind;
use fundstelle::i18n::language::Language;

use crate::common::{Cells, Screen, USUAL, assert_back, thing};
use crate::reading::SMALL;
use crate::reading::scripts::{
    ACTORS, BACK, CARD, CLAIMS, DOWN, NEXT_CLAIM, NEXT_PASSAGE, PAGE_DOWN, SOURCES, TIMELINE, WORDS,
};

const SIZES: [Cells; 2] = [SMALL, USUAL];

fn newcomer(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

/// Presses a key until this is selected, as one does who reads what the cursor is on.
fn down_to(screen: &mut Screen, name: &str) {
    for _ in 0..40 {
        screen.press(DOWN);
        if screen.selection() == name {
            return;
        }
    }
    panic!("{name} is not in the list:\n{}", screen.text());
}

/// All that a card says, from its beginning to its end, as one line.
fn read_card(screen: &mut Screen, name: &str) -> String {
    let mut text = String::new();
    for _ in 0..20 {
        let window = screen.framed(name);
        text += &window.prose();
        text.push(' ');
        screen.press(PAGE_DOWN);
        if screen.framed(name) == window {
            return text;
        }
    }
    panic!("the card has no end:\n{}", screen.text());
}

fn wellgard(size: Cells) -> Screen {
    let mut screen = newcomer(size);
    screen.press(ACTORS);
    down_to(&mut screen, "actor:wellgard");
    screen
}

#[test]
fn the_first_screen_says_how_to_go_on() {
    for size in SIZES {
        let screen = newcomer(size);
        let text = screen.text();
        assert!(text.lines().next().is_some_and(|title| title.contains("Ferry exodus")), "{text}");
        // On a small screen the key bar names the others.
        for key in ["b the tour, ", ": go to anything", "→ next name", "? help"] {
            assert!(screen.status().contains(key), "{text}");
        }
        for key in ["c claim", "Tab panel"] {
            assert!(text.lines().last().is_some_and(|bar| bar.contains(key)), "{text}");
        }
        for panel in ["1 Article", "2 Actors", "3 Timeline", "4 Trend"] {
            assert!(text.contains(panel), "{text}");
        }
    }
}

#[test]
fn what_the_article_says_of_an_actor_is_lit_and_counted() {
    for size in SIZES {
        let screen = wellgard(size);
        let row = screen.framed("2 Actors").row_with("Wellgard");
        assert!(row.text().starts_with('▶'));
        assert_eq!(row.weight_of("Wellgard"), 'R');
        // Both names and the word that only means it, broken at the line's end where it does not fit.
        let lit = screen.framed("1 Article").words('L').join(" ");
        assert!(lit.replace("- ", "-").ends_with("Pendelo-Mutter Wellgard Beide"), "{lit}");
        assert!(screen.status().contains("2 passages (1 inferred)"), "{}", screen.status());
    }
}

#[test]
fn its_words_are_gone_to_one_by_one() {
    for size in SIZES {
        let mut screen = wellgard(size);
        screen.press(WORDS);
        let current = |screen: &Screen| screen.framed("1 Article").words('R').join(" ").replace("- ", "-");
        // Both of its names are one passage.
        assert_eq!(current(&screen), "Pendelo-Mutter Wellgard");
        screen.press(NEXT_PASSAGE);
        assert_eq!(current(&screen), "Beide");
    }
}

#[test]
fn its_card_shows_role_words_relations_claims_gaps_and_events() {
    for size in SIZES {
        let mut screen = wellgard(size);
        screen.press(CARD);
        // The card does not cover what it speaks of.
        assert!(!screen.framed("1 Article").words('L').is_empty());
        let text = read_card(&mut screen, "Actor");
        for words in [
            "company · BV",
            "Pendelo's parent; said to rent building berths abroad",
            "Named once, called something else once, meant once · 2 passages",
            "Wellgard. Beide sollen inzwischen",
            "Wellgard – is said to rent berths in → Yards abroad",
            "owned and run by South Shore firms",
            "27 Nov 2025 Abendkurier: ferries built abroad",
        ] {
            assert!(text.contains(words), "{words:?} in {text}");
        }
    }
}

#[test]
fn what_concerns_it_after_the_article_stands_below_the_rule() {
    let later = ["Signalblatt: stands for Wellgard", "Abendkurier: first M30 for Wellgard"];
    for size in SIZES {
        let mut screen = wellgard(size);
        screen.press(TIMELINE);
        // Further down than fits: the list says so, and goes there.
        let mut below = Vec::new();
        for _ in 0..20 {
            let timeline = screen.framed("3 Timeline");
            let rule = timeline.place_of("Article: 27 Nov 2025 or later");
            for title in later {
                let row = timeline.place_of(title);
                if row.is_some() && row > rule && !below.contains(&title) {
                    let row = timeline.row_with(title);
                    assert!(row.text().ends_with('◀') || row.text().starts_with('▶'), "{}", screen.text());
                    assert!(row.text().contains("2026") || rule < timeline.place_of("2026"));
                    below.push(title);
                }
            }
            screen.press(DOWN);
        }
        assert_eq!(below, later);
    }
    // The card shows the same without going through the list.
    let mut screen = wellgard(SMALL);
    screen.press(CARD);
    let text = read_card(&mut screen, "Actor");
    assert!(later.iter().all(|title| text.contains(title)), "{text}");
    assert!(text.contains("13 Mar 2026") && text.contains("19 Aug 2026"));
}

#[test]
fn what_is_doubtful_about_the_one_quarter_rule() {
    for size in SIZES {
        let mut screen = newcomer(size);
        screen.press(CLAIMS);
        down_to(&mut screen, "claim:one-quarter");
        assert!(screen.status().starts_with(" partly"), "{}", screen.status());
        let lit = screen.framed("1 Article").words('L').join(" ");
        assert!(lit.contains("Ist weniger als ein Viertel"), "{lit}");
        let mut at_words = screen.clone();
        at_words.press(WORDS);
        let current = at_words.framed("1 Article").words('R').join(" ");
        assert!(current.starts_with("Ist weniger") && current.ends_with("ausbauen."), "{current}");
        screen.press(CARD);
        let text = read_card(&mut screen, "Claim");
        for words in [
            "Ships less than a quarter complete must lose all foreign modules again.",
            "PARTLY",
            // The hedge, and whom the article names.
            "The article: „laut Berichten“ · attributed to: Unnamed reports",
            // Both wordings: a quarter, and twenty per cent.
            "„Ist weniger als ein Viertel des Rumpfes fertig, müssen die Bauherren laut Berichten",
            "Drahtdienst: below 20 per cent.",
            // The second duty.
            "Left out here Per Drahtdienst: remove the modules or cancel the orders. Ships further along are decided case by case.",
            // Three publications, one origin.
            "Sources · 1 independent source",
            "Drahtdienst, 5 Nov 2025 · not read by us",
            "├ Bordtechnik, 6 Nov 2025 · read on 23 Nov 2026",
            "└ Hafenbote, 5 Nov 2025 · read on 23 Nov 2026",
            "5 Nov 2025 Drahtdienst: state money, own modules",
        ] {
            assert!(text.contains(words), "{words:?} in {text}");
        }
        // Bordtechnik repeats what stands right above it.
        let above = text.split("├ Bordtechnik").next().unwrap_or_default();
        let parent = above.rsplit("Drahtdienst, 5 Nov 2025 · not read by us ").next().unwrap_or_default();
        assert!(parent.starts_with("“Exclusive: ") && parent.ends_with("drahtdienst.example "), "{above}");
        assert!(!parent.contains(['├', '└']), "{above}");
    }
}

#[test]
fn from_the_claim_on_to_its_gap_and_its_sources() {
    for size in SIZES {
        let mut screen = newcomer(size);
        screen.press(CLAIMS);
        down_to(&mut screen, "claim:one-quarter");
        screen.press(NEXT_CLAIM);
        assert_eq!(screen.selection(), "gap:second-duty");
        assert_eq!(
            screen.framed("1 Article").words('R').join(" "),
            "sämtliche fremden Module wieder ausbauen"
        );
        screen.press(SOURCES);
        let row = screen.whole().row_with("Sources · 1 independent source");
        assert!(row.text().contains('┊'));
        screen.press(CARD);
        assert!(screen.selection().starts_with("source:drahtdienst"), "{}", screen.selection());
        assert!(screen.framed("Source").prose().contains("Exclusive"));
    }
}

#[test]
fn and_back_to_where_they_were() {
    for size in SIZES {
        for lines in [0, 1, 2, 12] {
            let mut screen = newcomer(size);
            for _ in 0..lines {
                screen.press(DOWN);
            }
            let before = screen.clone();
            // To a claim with sources to go to; each step there is one back too.
            let mut steps = vec![NEXT_CLAIM];
            screen.press(NEXT_CLAIM);
            while screen.dossier.linked_of(&thing(&screen.selection()), Kind::Source).next().is_none() {
                steps.push(NEXT_CLAIM);
                screen.press(NEXT_CLAIM);
            }
            for script in [WORDS, CARD, SOURCES, CARD] {
                steps.push(script);
                screen.press(script);
            }
            assert!(screen.selection().starts_with("source:"), "{}", screen.text());
            steps.push(NEXT_CLAIM);
            screen.press(NEXT_CLAIM);
            assert_ne!(screen.selection(), "");
            for _ in steps {
                screen.press(BACK);
            }
            assert_back(&screen, &before);
        }
    }
}
