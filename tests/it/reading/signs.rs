//! Signs in lists: each in a column of its own with a blank after it; what stands over columns of numbers and signs; the totals
//! of the claims.

use ratatui::buffer::Buffer;

use super::scripts::{ACTORS, CARD, CLAIMS, FILTER, PALETTE, SEARCH, TIMELINE, TOUR, VIEW};
use super::{LARGE, SIZES, SMALL};
use crate::common::{Cells, Screen, USUAL, thing};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::signs::legend;
use fundstelle::look::theme::Theme;

fn opened(size: Cells, language: Language, glyphs: Glyphs) -> Screen {
    Screen::fixture_with(size, Options { language, theme: Theme::Mono, glyphs })
}

fn rows(buffer: &Buffer) -> Vec<Vec<&str>> {
    let width = usize::from(buffer.area.width);
    buffer.content.chunks(width).map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect()
}

/// The inside of what is framed under this name: its first column and its rows.
fn inside(screen: &Screen, name: &str) -> (usize, std::ops::Range<usize>) {
    let rows = rows(screen.buffer());
    let is_named = |row: &&Vec<&str>| {
        let row = row.concat();
        row.contains(&format!("─ {name} "))
            || row.contains(&format!("━ {name} "))
            || row.contains(&format!("[{name}]"))
    };
    let top =
        rows.iter().position(|row| is_named(&row)).unwrap_or_else(|| panic!("no {name}:\n{}", screen.text()));
    let row = rows[top].concat();
    let at = row.find(name).expect("the row names it");
    let before: Vec<char> = row[..at].chars().collect();
    let left = before.iter().rposition(|edge| "┌┏".contains(*edge)).map_or(0, |edge| edge + 1);
    let height = screen.framed(name).rows.len();
    (left, top + 1..top + 1 + height)
}

/// Wherever a sign stands in its column of a list, a blank follows it, whatever it is drawn with.
#[test]
fn a_blank_follows_every_sign_of_a_list() {
    let glyphs = [Glyphs::Unicode, Glyphs::Ascii];
    let signs = glyphs.map(|form| {
        legend(Language::En.strings()).iter().map(|(sign, _)| sign.glyph.get(form)).collect::<Vec<_>>()
    });
    let modul = format!("{SEARCH} m o d u l");
    let lists: [(&str, &str, &[usize]); 7] = [
        ("2 v", "2 Actors", &[1]),
        ("3 v", "3 Timeline", &[6]),
        ("5", "5 Claims", &[1, 3, 5, 16, 17, 18]),
        ("2 Down Enter", "Actor", &[1]),
        (&modul, "Search", &[1]),
        (": q u a r", "Go to", &[1]),
        ("3 v End Enter", "Event", &[1]),
    ];
    for size in [SMALL, (110, 30), USUAL] {
        for (keys, name, columns) in lists {
            let screens = glyphs.map(|form| {
                let mut screen = opened(size, Language::En, form);
                screen.press(keys);
                screen
            });
            let (left, window) = inside(&screens[0], name);
            for ((screen, signs), form) in screens.iter().zip(&signs).zip(glyphs) {
                let rows = rows(screen.buffer());
                let mut found = 0;
                // The last row of a list counts what is out of sight.
                for row in &rows[window.start..window.end - 1] {
                    for column in columns.iter().map(|column| left + column) {
                        let is_begun =
                            column == left || row[column - 1] == " " || "▶▷>)".contains(row[column - 1]);
                        if is_begun
                            && signs.contains(&row[column])
                            && !row[column + 1].starts_with(['─', '-'])
                        {
                            assert_eq!(row[column + 1], " ", "{form:?} {size:?} {name}: {}", row.concat());
                            found += 1;
                        }
                    }
                }
                assert!(found > 1, "{form:?} {size:?} {name}: {found} signs\n{}", screen.text());
            }
        }
    }
}

/// In the details of a stop what is said is headed by a sign, a blank and whose words follow.
#[test]
fn a_blank_follows_the_signs_of_a_stop() {
    for size in [SMALL, USUAL] {
        let text = opened(size, Language::En, Glyphs::Unicode).press(TOUR).press("Right v").text();
        let heads = text.lines().filter(|row| row.contains("ARTICLE (") || row.contains("SOURCE"));
        let heads: Vec<&str> = heads.collect();
        assert!(!heads.is_empty(), "{text}");
        for head in heads {
            assert!(head.contains("▏ ARTICLE") || head.contains("┊ SOURCE"), "{head}\n{text}");
        }
    }
}

/// The column after the last letter of these words in a row; none if they are not in it.
fn end_of(row: &str, words: &str) -> Option<usize> {
    row.find(words).map(|at| row[..at + words.len()].chars().count())
}

#[test]
fn numbers_of_passages_end_where_their_heads_do() {
    for (language, name, heads) in [
        (Language::En, "2 Actors", ["passages", "inferred"]),
        (Language::De, "2 Akteure", ["Stellen", "erschlossen"]),
    ] {
        for size in [SMALL, USUAL, LARGE] {
            let mut screen = opened(size, language, Glyphs::Unicode);
            screen.press(ACTORS).press(VIEW);
            let rows: Vec<String> = screen.framed(name).rows.iter().map(crate::common::Row::text).collect();
            let passages = end_of(&rows[0], heads[0]).unwrap_or_else(|| panic!("{}", screen.text()));
            let inferred = end_of(&rows[0], heads[1]).or_else(|| end_of(&rows[0], "∴")).unwrap();
            let mut numbers = 0;
            for row in &rows[1..rows.len() - 1] {
                let cell = |end: usize| row.chars().nth(end - 1).unwrap();
                let beside = |end: usize| row.chars().nth(end).unwrap();
                if row.trim().is_empty() || row.chars().nth(1) == Some(' ') {
                    continue;
                }
                // Background is not mentioned, which is a number too.
                assert!(
                    cell(passages).is_ascii_digit() && beside(passages) == ' ',
                    "{row}\n{}",
                    screen.text()
                );
                if cell(inferred) != ' ' {
                    assert!(cell(inferred).is_ascii_digit() && beside(inferred) == ' ', "{row}");
                    numbers += 1;
                }
            }
            assert!(numbers > 0, "{}", screen.text());
            // The heads stay where they are when the list scrolls.
            screen.press("End");
            assert_eq!(screen.framed(name).rows[0].text(), rows[0]);
        }
    }
    // Where rows are scarce the numbers say themselves what they are.
    let text = opened((80, 20), Language::En, Glyphs::Unicode).press(ACTORS).text();
    assert!(text.contains("1 inferred") || text.contains("passages"), "{text}");
}

#[test]
fn columns_of_claims_begin_where_their_heads_do_and_claims_have_their_numbers() {
    for size in [SMALL, LARGE] {
        let mut screen = opened(size, Language::En, Glyphs::Unicode);
        screen.press(CLAIMS).press("z");
        let rows: Vec<String> = screen.framed("5 Claims").rows.iter().map(crate::common::Row::text).collect();
        let column = |head: &str| end_of(&rows[0], head).unwrap() - head.chars().count();
        let (number, assessment, from) =
            (end_of(&rows[0], "No.").unwrap(), column("Assessment"), column("Where it comes from"));
        let mut words = 0;
        for row in &rows[1..rows.len() - 1] {
            let at = |column: usize| row.chars().nth(column).unwrap();
            if at(assessment) == ' ' {
                continue;
            }
            assert!(at(number - 1).is_ascii_digit() && at(number) == ' ', "{row}");
            assert!("=~≠?+".contains(at(assessment)) && "▏┊∴!".contains(at(from)), "{row}");
            let word: String = row.chars().skip(assessment + 2).take(from - assessment - 2).collect();
            let expected = match at(assessment) {
                '=' => "borne out",
                '~' => "partly",
                '≠' => "contradicted",
                '?' => "open",
                _ => "gap",
            };
            assert_eq!(word.trim(), expected, "{row}");
            words += 1;
        }
        assert!(words > 3, "{}", screen.text());
        screen.press("End");
        assert_eq!(screen.framed("5 Claims").rows[0].text(), rows[0], "heads do not scroll");
    }
    // In few columns both signs are named in a row, in few rows nothing is.
    let text = opened(USUAL, Language::En, Glyphs::Unicode).press(CLAIMS).text();
    assert!(text.contains(" Assessment · Where it comes from"), "{text}");
    let text = opened((70, 20), Language::En, Glyphs::Unicode).press(CLAIMS).text();
    assert!(!text.contains("Assessment"), "{text}");
}

#[test]
fn a_claim_is_found_by_its_number() {
    let mut screen = opened(USUAL, Language::En, Glyphs::Unicode);
    for number in [2, 13, 25] {
        screen.press(PALETTE).paste(&format!("claim {number}")).press(CARD);
        let found = thing(&screen.selection());
        assert_eq!(screen.dossier.number_of(&found), Some(number), "{found}");
        assert_eq!(found.kind, fundstelle::dossier::Kind::Claim);
    }
}

#[test]
fn the_totals_of_the_claims_stand_on_their_tab_at_every_size() {
    for (glyphs, totals) in [
        (Glyphs::Unicode, ["4= 13~ 7? 1≠ · 7+", "4= 13~ 7? 1≠ 7+"]),
        (Glyphs::Ascii, ["4= 13~ 7? 1#; 7+", "4= 13~ 7? 1# 7+"]),
    ] {
        for size in SIZES {
            for (panel, filter) in
                [("1", ""), (ACTORS, ""), (TIMELINE, ""), ("4", ""), (CLAIMS, ""), (CLAIMS, "Down Space Esc")]
            {
                let mut screen = opened(size, Language::En, glyphs);
                screen.press(panel);
                if !filter.is_empty() {
                    screen.press(FILTER).press(filter);
                }
                let text = screen.text();
                let tab = text.lines().find(|row| row.contains("5 Claims"));
                // In fewer columns the tab is but a number while another panel is shown, and that things are hidden comes first.
                if size.0 < 70 && panel != CLAIMS && tab.is_none() || size.0 < 60 && !filter.is_empty() {
                    continue;
                }
                let tab = tab.unwrap_or_else(|| panic!("{size:?} {panel}:\n{text}"));
                assert!(
                    totals.iter().any(|totals| tab.contains(&format!(" {totals} "))),
                    "{size:?} {panel} {filter}: {tab}"
                );
                if !filter.is_empty() && size.0 >= 70 {
                    assert!(tab.contains(" of 32") || tab.contains("/32 "), "{size:?}: {tab}");
                }
            }
        }
    }
}
