//! Keys while something takes text: they are letters, and leave everything as it was.

use fundstelle::app::Message;
use fundstelle::i18n::language::Language;
use fundstelle::input::key::Key;
use fundstelle::protocol::effect::Effect;

use crate::common::{Screen, USUAL};
use crate::reading::scripts::{
    ACTORS, CLOSE, EXIT, FILTER, HELP, PALETTE, PREFIX, REDRAW, SEARCH, SUSPEND, letters,
};

#[test]
fn what_takes_text_takes_every_letter_and_leaves_as_it_came() {
    let before = Screen::fixture(USUAL, Language::En);
    let mut screen = before.clone();
    screen.press(PALETTE).press(&letters("quit now?"));
    assert!(screen.shows("Go to") && screen.text().contains(": quit now?"), "{}", screen.text());
    assert_eq!(screen.escaped(), []);
    screen.press(CLOSE);
    screen.whole().assert_same(&before.whole(), "after Esc");
    screen.press(PALETTE).press(SUSPEND).press(REDRAW).press(EXIT);
    assert_eq!(screen.escaped(), [Effect::Suspend, Effect::Redraw, Effect::Quit]);
}

#[test]
fn pasted_letters_are_text_and_never_commands() {
    let before = Screen::fixture(USUAL, Language::En);
    let mut screen = before.clone();
    screen.paste("q\n3jjz");
    screen.whole().assert_same(&before.whole(), "after a paste that nothing takes");
    screen.press(HELP).paste("q").press(CLOSE);
    screen.whole().assert_same(&before.whole(), "after a paste into the help");
    screen.press(PALETTE).paste("q\nq");
    assert!(screen.text().contains(": q q"), "{}", screen.text());
    assert_eq!(screen.escaped(), []);
}

/// As a script sends it: all at once, and without a pause for the prompt to open.
#[test]
fn a_line_at_once_is_typed_where_its_first_key_leads() {
    let line =
        |opener, text: &str, enter| Message::Line { opener: Key::char(opener), text: text.to_owned(), enter };
    let mut typed = Screen::fixture(USUAL, Language::En);
    typed.press(SEARCH).press(&letters("export")).press("Enter");
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.send(line('/', "export", true)).settle();
    screen.whole().assert_same(&typed.whole(), "after a search at once");

    screen.press(PALETTE).send(line('/', "usr/bin quit", true));
    assert!(screen.shows("Go to") && screen.text().contains(": /usr/bin quit"), "{}", screen.text());
    screen.press(CLOSE).press(HELP).send(line('/', "quit", true));
    assert!(screen.framed("Help").text().contains("Search quit"), "{}", screen.text());
    screen.press(CLOSE).press(CLOSE).press(ACTORS).press(FILTER);
    let filter = screen.clone();
    screen.send(line('/', "quit", true));
    screen.whole().assert_same(&filter.whole(), "where the key opens nothing, the rest is nothing");
    // After a prefix its first key is no key of its own either.
    screen.press(CLOSE).press(PREFIX).send(line('/', "quit", true));
    assert!(screen.status().contains(", / is no key here") && !screen.shows("Search"), "{}", screen.text());
    assert_eq!(screen.escaped(), []);
}

/// However long the text and wherever one is in it, the cursor is drawn, and what stands before and after it.
#[test]
fn a_text_with_no_room_scrolls_with_its_cursor() {
    let mut screen = Screen::fixture((70, 20), Language::En);
    let text = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(4);
    screen.press(PALETTE).paste(&text);
    let line = |screen: &Screen| screen.framed("Go to").rows[0].clone();
    assert!(line(&screen).text().trim_end().ends_with("wxyz"), "{}", line(&screen).text());
    for place in (0..text.len()).rev() {
        screen.press("Left");
        let row = line(&screen);
        let cursor = row.weights().find('R').expect("a cursor");
        let seen: String = row.text().chars().skip(cursor).take(4).collect();
        assert_eq!(row.weights().matches('R').count(), 1);
        assert!(text[place..].starts_with(seen.trim_end()), "{place}: {}", row.text());
        let before: String = row.text().chars().take(cursor).collect();
        assert_eq!(before.chars().last(), text[..place].chars().last().or(Some(' ')), "{place}");
        assert_eq!(before.contains('…'), place > 44, "{place}: {}", row.text());
    }
}

#[test]
fn the_cursor_is_on_a_letter_however_wide() {
    let mut screen = Screen::fixture((70, 20), Language::En);
    screen.press(PALETTE).paste("中国e\u{301}x").press("Home");
    let cursor = |screen: &Screen| screen.framed("Go to").rows[0].weights();
    // A wide letter's style is that of its first cell.
    assert_eq!(cursor(&screen).find('R'), Some(3));
    assert_eq!(cursor(screen.press("Right")).find('R'), Some(5));
    assert_eq!(cursor(screen.press("Right Right")).find('R'), Some(8));
    assert_eq!(cursor(screen.press("Right")).find('R'), Some(9));
}
