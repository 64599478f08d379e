//! What is written of a thing is changed in a form: only what was changed, and only in the language in which it is typed.

use fundstelle::i18n::language::Language;

use super::{Desk, everywhere};
use crate::common::fixture::{edited, text_of};
use crate::reading::scripts::{ACTORS, CLAIMS};

const LIMITS: &str = "claim:limits";

fn at_claim(desk: &mut Desk, name: &str) {
    desk.press(CLAIMS);
    desk.screen.select(name);
}

/// The lines of a file that are others than in the fixture, and those they replace.
fn changed_lines(desk: &Desk, file: &str) -> Vec<(String, String)> {
    let (before, now) = (text_of(file), desk.text_of(file));
    assert_eq!(before.lines().count(), now.lines().count(), "{now}");
    let pairs = before.lines().zip(now.lines()).filter(|(was, is)| was != is);
    pairs.map(|(was, is)| (was.to_owned(), is.to_owned())).collect()
}

#[test]
fn a_claim_is_edited_in_the_language_of_the_interface() {
    for (size, language) in everywhere() {
        let mut desk = Desk::fixture(size, language);
        at_claim(&mut desk, LIMITS);
        desk.press("x e").type_words(" So!").press("Enter");
        let changed = changed_lines(&desk, "claims.toml");
        let [(was, is)] = &changed[..] else { panic!("{changed:?}\n{}", desk.screen.text()) };
        assert!(was.starts_with(&format!("text.{} = ", language.tag())), "{was}");
        assert_eq!(*is, format!("{} So!\"", was.trim_end_matches('"')));
        assert_eq!(desk.screen.selection(), LIMITS);
        desk.press("u");
        assert_eq!(desk.text_of("claims.toml"), text_of("claims.toml"));
    }
}

#[test]
fn what_is_left_as_it_is_is_not_written() {
    let mut desk = Desk::fixture((120, 40), Language::De);
    at_claim(&mut desk, LIMITS);
    desk.press("x e");
    desk.assert_shows("steht im Dossier").press("Enter");
    assert!(!desk.shows("steht im Dossier"), "{}", desk.screen.text());
    for file in ["claims.toml", "actors.toml", "events.toml", "sources.toml"] {
        assert_eq!(desk.text_of(file), text_of(file));
    }
}

#[test]
fn an_actor_has_its_country_by_two_letters() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.press(ACTORS);
    desk.screen.select("actor:ostlinie");
    desk.press("x e Tab Tab Ctrl+u").type_words("Nor").press("Enter");
    desk.assert_shows("Two letters");
    assert_eq!(desk.text_of("actors.toml"), text_of("actors.toml"));
    desk.press("Ctrl+u").type_words("no").press("Enter");
    let changed = changed_lines(&desk, "actors.toml");
    assert_eq!(changed, [("country = \"BV\"".to_owned(), "country = \"NO\"".to_owned())]);
}

/// The file without this line, once.
fn without_line(file: &str, line: &str) -> String {
    let text = text_of(file);
    let line = format!("{line}\n");
    assert_eq!(text.matches(&line).count(), 1, "{line}");
    text.replacen(&line, "", 1)
}

#[test]
fn an_emptied_field_takes_its_key_out_and_nothing_else() {
    for (language, says) in [(Language::En, "takes “Note” out"), (Language::De, "nimmt „Anmerkung“ aus")]
    {
        let mut desk = Desk::fixture((80, 24), language);
        at_claim(&mut desk, "claim:foreign-flags");
        desk.press("x e Tab Tab Tab Tab Tab Ctrl+u").assert_shows(says).press("Enter");
        let line = match language {
            Language::En => "note.en = \"An impression that no figure can test.\"",
            Language::De => "note.de = \"Ein Eindruck, an keiner Zahl zu prüfen.\"",
        };
        assert_eq!(desk.text_of("claims.toml"), without_line("claims.toml", line), "{}", desk.screen.text());
        desk.press("u");
        assert_eq!(desk.text_of("claims.toml"), text_of("claims.toml"));
        desk.press("Ctrl+r");
        assert_eq!(desk.text_of("claims.toml"), without_line("claims.toml", line), "{}", desk.screen.text());
    }
}

#[test]
fn a_note_can_be_emptied_in_its_own_form() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    at_claim(&mut desk, "claim:foreign-flags");
    desk.press("x n Ctrl+u Enter");
    let line = "note.en = \"An impression that no figure can test.\"";
    assert_eq!(desk.text_of("claims.toml"), without_line("claims.toml", line), "{}", desk.screen.text());
    desk.press("u x a Tab Tab Ctrl+u Enter");
    assert_eq!(desk.text_of("claims.toml"), without_line("claims.toml", line), "{}", desk.screen.text());
}

#[test]
fn a_country_a_status_and_a_day_go_too() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    desk.press(ACTORS);
    desk.screen.select("actor:ostlinie");
    desk.press("x e Tab Tab Ctrl+u Enter");
    let (before, now) = (text_of("actors.toml"), desk.text_of("actors.toml"));
    let at = before.find("id = \"ostlinie\"").expect("the actor");
    let line = at + before[at..].find("country = \"BV\"\n").expect("its country");
    let mut expected = before.clone();
    expected.replace_range(line..line + "country = \"BV\"\n".len(), "");
    assert_eq!(now, expected, "{}", desk.screen.text());
}

#[test]
fn what_has_to_stay_says_so() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.press(ACTORS);
    desk.screen.select("actor:ostlinie");
    desk.press("x e Ctrl+u Enter").assert_shows("“Name” has to stay");
    assert_eq!(desk.text_of("actors.toml"), text_of("actors.toml"));
    // Of two languages one can go; with the last one the claim has no text, but the words of the article.
    let mut desk = Desk::fixture((80, 24), Language::En);
    at_claim(&mut desk, LIMITS);
    desk.press("x e Ctrl+u Enter");
    let line = "text.en = \"Upland has limited exports of strong Quarzon modules to Talland.\"";
    assert_eq!(desk.text_of("claims.toml"), without_line("claims.toml", line), "{}", desk.screen.text());
}

#[test]
fn an_emptied_field_that_somebody_else_has_changed_is_asked_about() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    at_claim(&mut desk, "claim:foreign-flags");
    desk.press("x n Ctrl+u");
    let changed = desk.text_of("claims.toml").replace("An impression that", "A view that");
    desk.files = desk.files.clone().with("claims.toml", changed.clone());
    desk.press("Enter").assert_shows("A view that");
    assert_eq!(desk.text_of("claims.toml"), changed);
    desk.press("Enter");
    assert!(!desk.text_of("claims.toml").contains("A view that"), "{}", desk.screen.text());
}

#[test]
fn a_text_in_another_language_only_is_left_alone() {
    let english = "text.en = \"Upland has limited exports of strong Quarzon modules to Talland.\"\n";
    let mut desk = Desk::open(edited("claims.toml", english, ""), (80, 24), Language::En);
    at_claim(&mut desk, LIMITS);
    desk.press("x e").type_words("In my words").press("Enter");
    let file = desk.text_of("claims.toml");
    assert!(file.contains("text.en = \"In my words\"\n"), "{}", desk.screen.text());
    assert!(
        file.contains("text.de = \"Hochland hat die Ausfuhr starker Quarzon-Module nach Talland begrenzt.\"")
    );
}

#[test]
fn a_note_of_several_lines_keeps_them() {
    let line = "note.en = \"An impression that no figure can test.\"";
    let lines = "note.en = \"\"\"\nAn impression.\n\nNo figure can test it.\n\"\"\"";
    let mut desk = Desk::open(edited("claims.toml", line, lines), (80, 24), Language::En);
    let before = desk.text_of("claims.toml");
    assert!(before.contains(lines));
    at_claim(&mut desk, "claim:foreign-flags");
    desk.press("x n").type_words(" More.").press("Enter").assert_shows("several lines");
    assert_eq!(desk.text_of("claims.toml"), before);
}

#[test]
fn a_role_that_is_there_is_shown_and_kept() {
    let mut desk = Desk::fixture((120, 40), Language::De);
    desk.mark("Wie viele Schiffe das trifft").press("r").type_words("ostl").press("Tab");
    desk.assert_shows("Handelte laut Artikel als eine der ersten").press("Enter");
    let file = desk.text_of("actors.toml");
    assert!(file.contains("\"Wie viele Schiffe das trifft, ist nicht bekannt.\"]"), "{}", desk.screen.text());
    for line in text_of("actors.toml").lines().filter(|line| line.starts_with("role")) {
        assert!(file.contains(line), "{line}");
    }
    // The same words again are there already.
    let before = desk.text_of("actors.toml");
    desk.mark("Wie viele Schiffe das trifft").press("r").type_words("ostl").press("Tab Enter");
    desk.assert_shows("steht mit diesen Worten schon da");
    assert_eq!(desk.text_of("actors.toml"), before);
}

#[test]
fn a_gap_without_a_source_says_what_it_needs() {
    for (language, needs) in
        [(Language::De, "Eine Lücke braucht eine Quelle"), (Language::En, "A gap needs a source")]
    {
        let mut desk = Desk::fixture((80, 24), language);
        desk.mark("Wie viele Schiffe das trifft").press("g").type_words("Own words").press("Enter");
        desk.assert_shows(needs);
        assert_eq!(desk.added_to("claims.toml"), "");
        // Keys go to the sources now.
        desk.type_words("quarz").press("Enter");
        let added = desk.added_to("claims.toml");
        assert!(added.contains("sources = ["), "{added}\n{}", desk.screen.text());
    }
}

#[test]
fn what_is_there_already_is_not_written_twice() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    at_claim(&mut desk, LIMITS);
    desk.press("x s").type_words("quarzon-2022-08-31").press("Enter");
    desk.assert_shows("This source is there already");
    assert_eq!(desk.text_of("claims.toml"), text_of("claims.toml"));
    desk.press("Esc Esc");

    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Ostlinie").press("+").type_words("ostl").press("Tab Enter");
    desk.assert_shows("has this name already");
    assert_eq!(desk.text_of("actors.toml"), text_of("actors.toml"));
}

#[test]
fn the_only_actor_named_in_the_words_is_filled_in() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    desk.mark("Den Anfang machten in diesem Frühjahr die Ostlinie").press("r");
    desk.assert_shows("Ostlinie").assert_shows("from the mark").assert_shows("Among the first to act");
}

#[test]
fn the_selected_actor_is_filled_in_where_its_sentence_is_marked() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    desk.mark("Den Anfang machten");
    desk.press("Esc").press(ACTORS);
    desk.screen.select("actor:ostlinie");
    desk.mark("Den Anfang machten").press("r").assert_shows("Among the first to act");
}

#[test]
fn an_assessment_has_a_note_and_what_is_open_has_none() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    desk.mark("Wie viele Schiffe das trifft").press("c");
    assert!(!desk.shows("Note"), "{}", desk.screen.text());
    desk.press("Tab Left").assert_shows("Note").press("Right");
    assert!(!desk.shows("Note"), "{}", desk.screen.text());
}
