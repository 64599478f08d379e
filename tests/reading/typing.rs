//! Keys while something takes text: they are letters, and leave everything as it was.

use fundstelle::ui::effect::Effect;
use fundstelle::ui::language::Language;

use crate::common::{Screen, USUAL};
use crate::scripts::{CLOSE, EXIT, HELP, PALETTE, SUSPEND};

/// Keys that type these words.
fn letters(words: &str) -> String {
    words.chars().map(|c| if c == ' ' { "Space ".to_owned() } else { format!("{c} ") }).collect()
}

#[test]
fn what_takes_text_takes_every_letter_and_leaves_as_it_came() {
    let before = Screen::shipped(USUAL, Language::En);
    let mut screen = before.clone();
    screen.press(PALETTE).press(&letters("quit now?"));
    assert!(screen.shows("Go to") && screen.text().contains(": quit now?"), "{}", screen.text());
    assert_eq!(screen.escaped(), []);
    screen.press(CLOSE);
    screen.whole().assert_same(&before.whole(), "after Esc");
    assert_eq!(screen.press(PALETTE).press(SUSPEND).press(EXIT).escaped(), [Effect::Suspend, Effect::Quit]);
}

#[test]
fn pasted_letters_are_text_and_never_commands() {
    let before = Screen::shipped(USUAL, Language::En);
    let mut screen = before.clone();
    screen.paste("q\n3jjz");
    screen.whole().assert_same(&before.whole(), "after a paste that nothing takes");
    screen.press(HELP).paste("q").press(CLOSE);
    screen.whole().assert_same(&before.whole(), "after a paste into the help");
    screen.press(PALETTE).paste("q\nq");
    assert!(screen.text().contains(": q q"), "{}", screen.text());
    assert_eq!(screen.escaped(), []);
}
