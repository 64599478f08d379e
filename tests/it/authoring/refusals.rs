//! What is not written: the form stays, says why and where, and loses nothing.

use fundstelle::app::Options;
use fundstelle::edit::{Hindrance, Misfit, Refused, SystemError};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Location, Memory, load};
use fundstelle::protocol::authoring::Home;
use fundstelle::protocol::effect::{EditTarget, Effect};

use super::Desk;
use crate::common::Screen;
use crate::common::fixture::{fixture, text_of};

pub(super) fn open_elsewhere() -> Refused {
    Refused::OpenElsewhere { file: "actors.toml".to_owned(), lock: ".actors.toml.swp".to_owned() }
}

fn every_refusal() -> Vec<Refused> {
    let file = || "actors.toml".to_owned();
    let at = Location { file: file(), line: 12, column: 3, end_line: 12, end_column: 9 };
    let broken = load(&fixture().with("dossier.toml", "format = ")).expect_err("no TOML");
    let problem = Box::new(broken.problems[0].clone());
    let mut all = vec![
        Refused::NoDossier,
        Refused::Shipped,
        Refused::Stream,
        Refused::Unreadable(problem.clone()),
        Refused::NoTable {
            of: "actor:ostlinie".parse().unwrap_or_else(|_| panic!("a name")),
            at: Some(at.clone()),
        },
        Refused::SingleTable { kind: "actor", at: at.clone() },
        Refused::Faulty(problem),
        Refused::WouldChange { what: "claims.toml".to_owned(), at: None },
        Refused::WordsGone,
        open_elsewhere(),
        Refused::KeepsChanging(file()),
        Refused::Io { file: file(), kind: SystemError::Full },
        Refused::Io { file: file(), kind: SystemError::NotFound },
        Refused::Io { file: file(), kind: SystemError::Other },
    ];
    let hindrances = [
        Hindrance::OtherOwner,
        Hindrance::HardLinks,
        Hindrance::ReadOnly,
        Hindrance::FolderReadOnly,
        Hindrance::NoFile,
    ];
    let misfits = [
        Misfit::NotAList,
        Misfit::NotAText,
        Misfit::Lines,
        Misfit::Languages,
        Misfit::Split,
        Misfit::Comment,
        Misfit::NotTables,
    ];
    all.extend(misfits.map(|why| Refused::NoRoom { key: "aliases".to_owned(), at: at.clone(), why }));
    all.extend(hindrances.map(|why| Refused::NotOurs { file: file(), why }));
    all
}

#[test]
fn every_refusal_says_why_and_keeps_what_was_typed() {
    for language in [Language::De, Language::En] {
        let mut seen = Vec::new();
        for why in every_refusal() {
            let mut desk = Desk::fixture((120, 40), language);
            desk.mark("Lehrwerkstätten").press("a Right");
            desk.hindrance = Some(why.clone());
            desk.press("Enter");
            assert_eq!(desk.added_to("actors.toml"), "");
            let form = desk.screen.framed(if language == Language::De {
                "Akteur: „Lehrwerkstätten“"
            } else {
                "Actor: „Lehrwerkstätten“"
            });
            let text = form.prose();
            assert!(text.contains("Lehrwerkstätten") && text.contains(" y "), "{why:?}: {text}");
            if let Refused::NotOurs { file, .. }
            | Refused::Io { file, .. }
            | Refused::OpenElsewhere { file, .. } = &why
            {
                assert!(text.contains(file.as_str()), "{text}");
            }
            if let Refused::SingleTable { .. } | Refused::NoRoom { .. } = &why {
                assert!(text.contains("actors.toml:12:3"), "{text}");
            }
            assert!(!seen.contains(&text), "two say the same: {text}");
            seen.push(text);
            // Its TOML can be copied.
            desk.press("y");
            let copied = desk.screen.escaped().last();
            assert!(
                matches!(copied, Some(Effect::Copy { text, .. }) if text.contains("[[actor]]\nid = \"lehrwerkstaetten\"")),
                "{why:?}: {copied:?}"
            );
            // Once nothing hinders it any more, Enter writes it.
            desk.hindrance = None;
            desk.press("Enter");
            assert!(
                desk.added_to("actors.toml").contains("lehrwerkstaetten"),
                "{why:?}\n{}",
                desk.screen.text()
            );
        }
    }
}

#[test]
fn the_editor_opens_at_the_place_and_esc_goes_back_to_the_fields() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Lehrwerkstätten").press("a Right");
    let at = Location { file: "actors.toml".to_owned(), line: 12, column: 3, end_line: 12, end_column: 9 };
    desk.hindrance = Some(Refused::NoRoom { key: "aliases".to_owned(), at, why: Misfit::NotAList });
    desk.press("Enter E");
    let asked = desk.screen.escaped().last().cloned();
    assert!(
        matches!(&asked, Some(Effect::Edit(EditTarget::Place(place))) if place.to_string() == "actors.toml:12:3"),
        "{asked:?}"
    );
    desk.press("Esc");
    assert!(!desk.shows("E editor"), "{}", desk.screen.text());
    desk.assert_shows("Kind").assert_shows("from the mark");
    assert_eq!(desk.added_to("actors.toml"), "");
    desk.press("Esc");
    assert!(!desk.shows("from the mark"), "{}", desk.screen.text());
}

#[test]
fn a_file_open_in_an_editor_is_written_only_when_that_is_meant() {
    let mut desk = Desk::fixture((80, 24), Language::De);
    desk.hindrance = Some(open_elsewhere());
    desk.mark("Lehrwerkstätten").press("a Right Enter");
    desk.assert_shows(".actors.toml.swp");
    assert_eq!(desk.added_to("actors.toml"), "");
    // Any other key goes back to the fields, and it asks again.
    desk.press("j Enter");
    assert_eq!(desk.added_to("actors.toml"), "");
    desk.press("Enter");
    assert!(desk.added_to("actors.toml").contains("lehrwerkstaetten"));
}

#[test]
fn where_nothing_can_be_written_it_says_what_to_do_instead() {
    let size = (120, 40);
    for language in [Language::De, Language::En] {
        let options = Options { language, ..Options::default() };
        let mut shipped = Screen::fixture_with(size, options);
        shipped.set_home(Home::Shipped);
        let mut stream = Screen::fixture_with(size, options);
        stream.set_home(Home::Stream);
        let article = Memory::default().with("article.txt", text_of("article.txt"));
        let bare = Screen::open(&article, size, options);
        assert_advised(shipped, "fundstelle new --example");
        assert_advised(
            stream,
            if language == Language::De { "als Datei speichern" } else { "save it as a file" },
        );
        assert_advised(bare, "fundstelle new ART");
    }
}

fn assert_advised(mut screen: Screen, advice: &str) {
    for keys in ["V a", "V Enter c", "V e", "V g", "V r", "V +"] {
        screen.press(keys);
        assert!(screen.status().contains(advice), "{keys}: {}", screen.text());
        assert!(screen.escaped().is_empty());
        screen.press("Esc Esc");
    }
    screen.press("T");
    assert!(screen.status().contains(advice), "{}", screen.text());
}
