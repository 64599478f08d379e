//! Changes are taken back, to the byte, and redone.

use fundstelle::app::Message;
use fundstelle::i18n::language::Language;
use fundstelle::input::action::Action;
use fundstelle::input::mouse::Gesture;
use fundstelle::load::{Files, Memory};
use fundstelle::protocol::effect::Effect;

use super::Desk;
use crate::common::Cells;
use crate::common::fixture::{FIXTURE, fixture};
use crate::reading::scripts::{CLAIMS as CLAIM_PANEL, REDO, UNDO};

fn same_files(desk: &Desk) -> bool {
    let before = fixture();
    let names = before.list();
    names.iter().all(|name| desk.files.read(name, u64::MAX) == before.read(name, u64::MAX))
        && desk.files.list().len() == names.len()
}

#[test]
fn each_change_is_taken_back_to_the_byte_and_redone() {
    assert!(std::path::Path::new(FIXTURE).is_dir());
    for language in [Language::De, Language::En] {
        let mut desk = Desk::fixture((80, 24), language);
        desk.mark("Lehrwerkstätten").press("a Right Enter");
        let one = desk.text_of("actors.toml");
        desk.mark("Wie viele Schiffe das trifft").press("c Enter");
        let two = desk.text_of("claims.toml");
        assert_ne!(two, crate::common::fixture::text_of("claims.toml"));
        desk.press(UNDO);
        let said = if language == Language::De { "Zurückgenommen: Aussage" } else { "Taken back: Claim" };
        assert!(desk.screen.status().contains(said), "{}", desk.screen.status());
        assert_eq!(desk.added_to("claims.toml"), "");
        assert_eq!(desk.text_of("actors.toml"), one);
        desk.press("u");
        assert!(same_files(&desk));
        desk.press("u");
        let nothing = if language == Language::De { "seit dem Start" } else { "since the program started" };
        assert!(desk.screen.status().contains(nothing), "{}", desk.screen.status());
        desk.press(REDO).press(REDO);
        assert_eq!((desk.text_of("actors.toml"), desk.text_of("claims.toml")), (one, two));
        assert!(desk.screen.selection().starts_with("claim:"));
        desk.press("u u");
        assert!(same_files(&desk));
    }
}

#[test]
fn a_new_change_leaves_nothing_to_redo() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Lehrwerkstätten").press("a Right Enter u");
    desk.mark("Lehrwerkstätten").press("a Right Enter");
    let now = desk.text_of("actors.toml");
    desk.press("Ctrl+r");
    assert_eq!(desk.text_of("actors.toml"), now);
    desk.press("u u");
    assert!(same_files(&desk));
}

const HEAD: &str = "format = 1\nid = \"valley\"\ntitle = \"Valley\"\n\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n";
const ARTICLE: &str = "Old bridge to close\nThe council will close the old bridge in May. The mayor said so on Monday. \
                       Nobody asked the ferrymen.\n";
const SOURCES: &str = "[[source]]\nid = \"minutes\"\ntype = \"document\"\noutlet = \"Archive\"\ntitle = \"Minutes\"\naccessed = \"2026-01-02\"\n";
const CLAIMS: &str = "# What is asserted.\n[[claim]]\nid = \"may\"\nassessment = \"open\"\nanchors = [\"close the old bridge in May\"]\n";
const ACTORS: &str = "[[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"The Council of the Valley and of All its Many Villages\"\naliases = [\"council\"]\n";

/// A dossier of a few lines.
fn valley(size: Cells, language: Language) -> Desk {
    let files = Memory::default()
        .with("dossier.toml", HEAD)
        .with("article.txt", ARTICLE)
        .with("sources.toml", SOURCES)
        .with("claims.toml", CLAIMS)
        .with("actors.toml", ACTORS);
    Desk::open(files, size, language)
}

/// Sizes in which what is refused has to be seen whole.
fn small() -> impl Iterator<Item = (Cells, Language)> {
    [(80, 24), (40, 10)]
        .into_iter()
        .flat_map(|size| [Language::De, Language::En].map(|language| (size, language)))
}

impl Desk {
    /// Changes a file by hand.
    fn edit(&mut self, name: &str, change: impl Fn(&str) -> String) {
        let text = change(&self.text_of(name));
        self.files = self.files.clone().with(name, text);
        let files = self.files.clone();
        self.screen.reload(&files);
    }

    /// Makes the claim borne out, by its source.
    fn assess(&mut self) {
        self.press(CLAIM_PANEL);
        self.screen.select("claim:may");
        let word = if self.screen.app().language() == Language::De { "belegt" } else { "borne" };
        self.press("x a").choose(word).type_words("archive").press("Enter");
        assert!(self.text_of("claims.toml").contains("assessment = \"borne-out\""), "{}", self.screen.text());
    }
}

/// An assessment and a source were written, and somebody has changed the one by hand: both are shown, and an older change can
/// still be taken back.
#[test]
fn all_that_is_left_to_do_by_hand_is_shown_and_then_the_change_before_is_taken_back() {
    for (size, language) in small() {
        let mut desk = valley(size, language);
        desk.mark("ferrymen").press("a Right Enter");
        assert_ne!(desk.text_of("actors.toml"), ACTORS, "{}", desk.screen.text());
        desk.assess();
        desk.edit("claims.toml", |text| format!("# mine\n{}", text.replace("borne-out", "qualified")));
        let by_hand = desk.text_of("claims.toml");
        desk.press("u y");
        assert_eq!(desk.text_of("claims.toml"), by_hand);
        let line = |wanted: &str| by_hand.lines().position(|line| line.starts_with(wanted)).unwrap() + 1;
        let copied = match desk.screen.escaped().last() {
            Some(Effect::Copy { text, .. }) => text.clone(),
            other => panic!("{other:?}"),
        };
        for piece in [
            format!(
                "# claims.toml:{}, [[claim]] id = \"may\"\n- assessment = \"borne-out\"\n+ assessment = \"open\"\n",
                line("assessment")
            ),
            format!("# claims.toml:{}, [[claim]] id = \"may\"\n- sources = [\"minutes\"]\n", line("sources")),
        ] {
            assert!(copied.contains(&piece), "{copied}");
        }
        // On the screen, too, whatever there is room for.
        let mut seen = desk.screen.text();
        for _ in 0..copied.lines().count() {
            desk.press("Down");
            seen += &desk.screen.text();
        }
        for line in copied.lines().filter(|line| !line.starts_with('#')) {
            assert!(seen.contains(line), "{size:?}: no {line}\n{seen}");
        }
        desk.press("Esc u");
        assert_eq!(
            (desk.text_of("actors.toml").as_str(), desk.text_of("claims.toml")),
            (ACTORS, by_hand),
            "{}",
            desk.screen.text()
        );
    }
}

/// The key that was refused goes on to the change before, without another key.
#[test]
fn the_same_key_goes_on_to_the_change_before() {
    let mut desk = valley((80, 24), Language::En);
    desk.mark("ferrymen").press("a Right Enter");
    desk.assess();
    desk.edit("claims.toml", |text| text.replace("borne-out", "qualified"));
    desk.press("u u");
    assert_eq!(desk.text_of("actors.toml"), ACTORS);
    assert!(desk.screen.status().contains("Taken back: Actor"), "{}", desk.screen.text());
}

#[test]
fn what_names_a_thing_by_now_is_said_when_it_is_to_be_taken_back() {
    for (size, language) in small() {
        let mut desk = valley(size, language);
        desk.mark("mayor").press("a Right Enter");
        assert!(desk.text_of("actors.toml").contains("id = \"mayor\""), "{}", desk.screen.text());
        desk.edit("claims.toml", |text| format!("{text}attributed_to = [\"mayor\"]\n"));
        let now = desk.text_of("actors.toml");
        desk.press("u");
        let (claim, needs, wrong) = match language {
            Language::De => {
                ("Nicht zurückgenommen: Aussage 1", "braucht es inzwischen (claims.toml:6:", "eintragen")
            }
            Language::En => ("Not taken back: Claim 1", "needs it by now (claims.toml:6:", "write "),
        };
        desk.assert_shows(claim).assert_shows(needs);
        let heading = if language == Language::De { "Zurücknehmen" } else { "Take back" };
        assert!(!desk.screen.framed(heading).prose().contains(wrong), "{}", desk.screen.text());
        assert_eq!(desk.text_of("actors.toml"), now);
        desk.press("Esc");
        assert!(!desk.shows(claim));
    }
}

#[test]
fn an_editor_that_is_open_is_asked_about_when_taking_back_too() {
    for (size, language) in small() {
        let mut desk = valley(size, language);
        desk.screen.send(Message::Action(Action::Mouse));
        desk.mark("ferrymen").press("a Right Enter");
        desk.hindrance = Some(super::refusals::open_elsewhere());
        desk.press("u");
        let anyway = if language == Language::De { "u trotzdem" } else { "u anyway" };
        desk.assert_shows(anyway).assert_shows("(.actors.toml.swp)");
        let written = desk.text_of("actors.toml");
        // Another key, or a click, and it asks again.
        desk.press("j");
        assert!(!desk.shows(anyway), "{}", desk.screen.text());
        desk.press("u").assert_shows(anyway);
        desk.screen.mouse(Gesture::Click, (3, 3));
        assert!(!desk.shows(anyway), "{}", desk.screen.text());
        desk.press("u").assert_shows(anyway);
        assert_eq!(desk.text_of("actors.toml"), written);
        desk.press("u");
        assert_eq!(desk.text_of("actors.toml"), ACTORS, "{}", desk.screen.text());
        // And so for redoing.
        desk.press("Ctrl+r");
        assert_eq!(desk.text_of("actors.toml"), ACTORS);
        desk.press("Ctrl+r");
        assert_eq!(desk.text_of("actors.toml"), written);
    }
}

#[test]
fn what_was_done_is_named_and_the_place_and_the_key_are_seen() {
    for language in [Language::De, Language::En] {
        let mut desk = valley((80, 24), language);
        let is_german = language == Language::De;
        let undoes = if is_german { "u nimmt es zurück" } else { "u takes it back" };
        let mut all = Vec::new();
        let mut done = |desk: &mut Desk, what: [&'static str; 2], place: &str| {
            let what = what[usize::from(!is_german)];
            let status = desk.screen.status();
            let said = if is_german { "Eingetragen: " } else { "Written: " };
            assert!(status.contains(&format!("{said}{what}")), "{what}: {}", desk.screen.text());
            // Of a narrow line the place yields before what was written.
            let taken = status.trim().chars().count() + place.len() + " · ".len();
            let has_room = taken < 76 && !status.contains('…');
            assert!((!has_room || status.contains(place)) && status.contains(undoes), "{status}");
            all.push(what);
        };
        desk.mark("The mayor").press("+").type_words("council").press("Tab Enter");
        done(&mut desk, ["Alias “The mayor” für", "Alias “The mayor” of"], "actors.toml:1:1");
        desk.mark("The mayor").press("r").type_words("Says so.").press("Enter");
        done(&mut desk, ["Rolle von The", "Role of The"], "actors.toml:1:1");
        desk.assess();
        done(&mut desk, ["Urteil zu Aussage 1", "Assessment of Claim 1"], "claims.toml:2:1");
        desk.press("x n").type_words("As the minutes have it.").press("Enter");
        done(&mut desk, ["Anmerkung zu Aussage 1", "Note on Claim 1"], "claims.toml:2:1");
        desk.press("x s").type_words("Echo").press("Enter").type_words("x").press("Enter Enter");
        done(&mut desk, ["Quelle Echo für", "Source Echo for"], "claims.toml:2:1");
        // What is taken back is called the same.
        let said = if is_german { "Zurückgenommen: " } else { "Taken back: " };
        for what in all.iter().rev() {
            desk.press("u");
            assert!(
                desk.screen.status().contains(&format!("{said}{what}")),
                "{what}: {}",
                desk.screen.text()
            );
        }
        assert_eq!(
            (desk.text_of("actors.toml").as_str(), desk.text_of("claims.toml").as_str()),
            (ACTORS, CLAIMS)
        );
    }
}

#[test]
fn what_changes_nothing_is_no_change_and_leaves_what_can_be_redone() {
    let mut desk = valley((80, 24), Language::En);
    desk.assess();
    let assessed = desk.text_of("claims.toml");
    desk.press("u x a Enter");
    assert!(desk.screen.status().contains("nothing written"), "{}", desk.screen.text());
    assert_eq!(desk.text_of("claims.toml"), CLAIMS);
    desk.press("u");
    assert!(desk.screen.status().contains("since the program started"), "{}", desk.screen.status());
    desk.press("Ctrl+r");
    assert_eq!(desk.text_of("claims.toml"), assessed);
}

/// A name that two actors have now is doubtful: the form asks, and the status line counts.
#[test]
fn a_warning_that_a_change_brings_is_counted() {
    let mut desk = valley((80, 24), Language::En);
    desk.mark("mayor").press("a Right Enter");
    desk.mark("mayor").press("+").type_words("council").press("Tab Enter Enter");
    let status = desk.screen.status();
    assert!(status.contains("1 new warning") && status.contains("u takes it back"), "{}", desk.screen.text());
}

#[test]
fn nothing_is_written_or_taken_back_in_the_tour() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Lehrwerkstätten").press("a Right Enter b u");
    assert!(desk.screen.app().is_tour_running() && !same_files(&desk));
    for key in ["V", "x", "T", "Ctrl+r"] {
        desk.press(key);
        assert!(desk.screen.app().is_tour_running(), "{key}");
    }
    assert_eq!(desk.added_to("tour.toml"), "");
}
