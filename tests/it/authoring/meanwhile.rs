//! Somebody else changes the files while a form is open: what they wrote is not lost without a word.

use fundstelle::i18n::language::Language;

use super::Desk;
use crate::common::fixture::text_of;
use crate::reading::scripts::CLAIMS;

const NOTE: &str =
    "In several steps since August 2022, not only since the spring. In law they are licence duties.";

fn at_limits(language: Language) -> Desk {
    let mut desk = Desk::fixture((80, 24), language);
    desk.press(CLAIMS);
    desk.screen.select("claim:limits");
    desk
}

impl Desk {
    /// Changes the table of the claim in the file, as another program would; the screen does not know yet.
    fn elsewhere(&mut self, from: &str, to: &str) -> String {
        let file = self.text_of("claims.toml");
        let at = file.find("id = \"limits\"").expect("it is there");
        let (before, own) = file.split_at(at);
        assert!(own.contains(from), "{own}");
        let text = format!("{before}{}", own.replacen(from, to, 1));
        self.files = self.files.clone().with("claims.toml", text.clone());
        text
    }
}

#[test]
fn an_assessment_that_was_not_changed_is_not_written() {
    let mut desk = at_limits(Language::En);
    desk.press("x a");
    let theirs = desk.elsewhere("\"borne-out\"", "\"qualified\"");
    desk.press("Enter");
    assert_eq!(desk.text_of("claims.toml"), theirs);
}

#[test]
fn another_note_is_shown_before_it_is_written_over() {
    let mut desk = at_limits(Language::En);
    desk.press("x n").type_words(" Mine.");
    let theirs = desk.elsewhere(NOTE, "Theirs entirely.");
    desk.press("Enter").assert_shows("Meanwhile it says").assert_shows("Theirs entirely.");
    assert_eq!(desk.text_of("claims.toml"), theirs);
    // Written over on purpose.
    desk.press("Enter");
    assert_eq!(desk.text_of("claims.toml"), theirs.replace("Theirs entirely.", &format!("{NOTE} Mine.")));
    desk.press("u");
    assert_eq!(desk.text_of("claims.toml"), theirs);
}

#[test]
fn a_note_written_elsewhere_stays_beside_an_assessment_changed_here() {
    let mut desk = at_limits(Language::De);
    desk.press("x a o");
    let theirs = desk.elsewhere("Rechtlich sind es", "Genau genommen sind es");
    desk.press("Enter");
    assert_eq!(desk.text_of("claims.toml"), {
        let at = theirs.find("id = \"limits\"").expect("it is there");
        let (before, own) = theirs.split_at(at);
        format!("{before}{}", own.replacen("\"borne-out\"", "\"open\"", 1))
    });
}

#[test]
fn an_assessment_changed_in_both_places_is_asked_about() {
    let mut desk = at_limits(Language::De);
    desk.press("x a o");
    let theirs = desk.elsewhere("\"borne-out\"", "\"contradicted\"");
    desk.press("Enter").assert_shows("Inzwischen steht dort");
    assert_eq!(desk.text_of("claims.toml"), theirs);
    desk.press("Esc");
    assert_eq!(desk.text_of("claims.toml"), theirs);
}

#[test]
fn what_is_read_meanwhile_stands_in_the_fields_that_were_not_touched() {
    let mut desk = at_limits(Language::En);
    desk.press("x e Tab");
    let theirs = desk.elsewhere("Upland has limited exports", "Upland has cut exports");
    desk.screen.reload(&desk.files);
    desk.assert_shows("Upland has cut exports").press("Shift+Tab").type_words(" Mine.").press("Enter");
    let end = "strong Quarzon modules to Talland.";
    assert_eq!(
        desk.text_of("claims.toml"),
        theirs.replacen(&format!("cut exports of {end}"), &format!("cut exports of {end} Mine."), 1)
    );
    assert_ne!(desk.text_of("claims.toml"), text_of("claims.toml"));
}
