//! What is new in a dossier since it was last open: said once, shown by a key, and kept between two readings.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::sync::Arc;

use fundstelle::app::{LastSeen, Message, Options};
use fundstelle::dossier::news::{Counts, Difference, Group, News, Snapshot, Subject, TextPart, What};
use fundstelle::dossier::{Assessment, Kind};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files as _, Memory, load, shipped};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::holdings;
use proptest::prelude::*;

use crate::common::fixture::{fixture, text_of};
use crate::common::{Cells, Screen, USUAL};

fn held(files: &Memory) -> Snapshot {
    holdings::snapshot(&load(files).unwrap().dossier)
}

fn news(before: &Memory, after: &Memory) -> News {
    held(after).since(&held(before))
}

/// The files with some words of one of them replaced, which stand there once.
fn with(files: &Memory, name: &str, from: &str, to: &str) -> Memory {
    let text = String::from_utf8(files.read(name, u64::MAX).unwrap()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{name}: {from}");
    files.clone().with(name, text.replace(from, to))
}

/// A claim that is assessed anew, an event that was not there, and a source that a claim rests on no more.
fn edited() -> Memory {
    let claims = text_of("claims.toml");
    let judged = "anchors = [\"Seither steht der Schiffbau der Talrepublik unter hohem Druck\"]\nactors = [\"shipbuilding\"]\nassessment = \"open\"";
    assert!(claims.contains(judged));
    let claims = claims
        .replace(judged, &judged.replace("\"open\"", "\"qualified\"\nsources = [\"quarzon-2022-08-31\"]"));
    let sources = "sources = [\"kurier-2025-08-12\", \"quarzon-2025-11-19\"]";
    assert_eq!(claims.matches(sources).count(), 1);
    let claims = claims.replace(sources, "sources = [\"quarzon-2025-11-19\"]");
    let events = text_of("events.toml");
    let lane = events.lines().find(|line| line.starts_with("lane = ")).unwrap();
    let added = format!(
        "\n[[event]]\nid = \"strike\"\ndate = \"2025-12-01\"\n{lane}\nkind = \"report\"\ntitle = \"Dockers on strike\"\nsummary = \"For a day.\"\nsources = [\"quarzon-2025-11-19\"]\n"
    );
    fixture().with("claims.toml", claims).with("events.toml", events + &added)
}

#[test]
fn each_change_is_named_in_the_terms_of_a_reader() {
    let news = news(&fixture(), &edited());
    let names: Vec<String> = news
        .entries
        .iter()
        .map(|entry| match &entry.of {
            Subject::Thing(of) => of.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["claim:pressure", "claim:m20-available", "event:strike"]);
    assert_eq!(news.counts(), Counts { added: 1, gone: 0, changed: 2 });
    let What::Changed(pressure) = &news.entries[0].what else { panic!("{news:?}") };
    let judged = Difference::Assessment(Some(Assessment::Open), Some(Assessment::Qualified));
    assert_eq!(pressure[0], judged);
    assert!(
        matches!(&pressure[1..], [Difference::SourcesAdded(sources)] if sources.len() == 1),
        "{pressure:?}"
    );
    let What::Changed(available) = &news.entries[1].what else { panic!("{news:?}") };
    let [Difference::SourcesGone(sources)] = &available[..] else { panic!("{available:?}") };
    assert_eq!(sources[0].id.as_str(), "kurier-2025-08-12");
    assert_eq!(news.entries[2].what, What::Added);
}

#[test]
fn what_is_gone_keeps_its_name() {
    let news = news(&edited(), &fixture());
    let gone = news.entries.iter().find(|entry| entry.what == What::Gone).unwrap();
    assert_eq!((gone.group, gone.names.get("de")), (Group::Events, "Dockers on strike"));
}

#[test]
fn a_figure_a_text_and_a_paragraph_change() {
    let files = fixture();
    let csv = text_of("observations.csv");
    let row = csv.lines().find(|line| line.contains(",930,")).unwrap();
    let files = with(&files, "observations.csv", row, &row.replace(",930,", ",938,"));
    let files = with(
        &files,
        "claims.toml",
        "note.en = \"An impression that no figure can test.\"",
        "note.en = \"Untested.\"",
    );
    let files = with(
        &files,
        "article.txt",
        "In Seefurt freut man sich über die Aufträge.",
        "In Seefurt freut man sich.",
    );
    let news = news(&fixture(), &files);
    let found: Vec<(Group, &What)> = news.entries.iter().map(|entry| (entry.group, &entry.what)).collect();
    let [(Group::Article, article), (Group::Claims, claim), (Group::Figures, figure)] = found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(*article, What::Changed(vec![Difference::Paragraphs(1)]));
    assert_eq!(*claim, What::Changed(vec![Difference::Text(TextPart::Note)]));
    let What::Changed(figure) = figure else { panic!("{figure:?}") };
    let [Difference::Figure(before, after)] = figure[..] else { panic!("{figure:?}") };
    assert_eq!((before.value, after.value), (Some(930.0), Some(938.0)));
}

#[test]
fn a_stop_is_the_same_while_it_keeps_its_title_or_what_it_shows() {
    let tour = text_of("tour.toml");
    let title = tour.lines().find(|line| line.starts_with("title.de = ")).unwrap();
    let renamed = fixture().with("tour.toml", tour.replacen(title, "title.de = \"Ganz anders\"", 1));
    let changed = news(&fixture(), &renamed);
    assert_eq!(changed.entries.len(), 1, "{changed:?}");
    assert_eq!(changed.entries[0].group, Group::Stops);
    // The last stop comes first; none of them differs.
    let stops: Vec<&str> = tour.split("[[stop]]").collect();
    let mut moved = stops.clone();
    let last = moved.pop().unwrap();
    moved.insert(1, last);
    let moved = moved.join("[[stop]]");
    let moved = fixture().with("tour.toml", moved.replace("[[stop]]", "\n[[stop]]"));
    assert!(news(&fixture(), &moved).is_empty(), "{:?}", news(&fixture(), &moved));
}

#[test]
fn what_the_shipped_dossier_holds_fits_into_its_file() {
    let held = holdings::snapshot(&load(&shipped()).unwrap().dossier);
    assert!(held.since(&held).is_empty());
    let written = serde_json::to_string(&held).unwrap();
    assert!(written.len() < 300_000, "{} bytes", written.len());
    let read: Snapshot = serde_json::from_str(&written).unwrap();
    assert_eq!(read, held);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whichever claims get another assessment or another text: these are named, and nothing else.
    #[test]
    fn exactly_what_was_edited_is_named(picked in prop::collection::btree_map(0_usize..40, any::<bool>(), 0..6)) {
        let before = fixture();
        let text = text_of("claims.toml");
        let blocks: Vec<&str> = text.split("[[claim]]").collect();
        let mut after: Vec<String> = blocks.iter().map(|block| (*block).to_owned()).collect();
        let mut expected = Vec::new();
        for (place, is_text) in picked {
            let place = 1 + place % (blocks.len() - 1);
            let id = blocks[place].lines().find_map(|line| line.strip_prefix("id = \"")).unwrap();
            let id = format!("claim:{}", id.trim_end_matches('"'));
            // What a stop shows large stands in the words of these.
            let is_shown = ["claim:one-quarter", "claim:build-out"].contains(&&*id);
            if is_shown || expected.contains(&id) {
                continue;
            }
            let line = blocks[place].lines().find(|line| line.starts_with("text.en = ")).unwrap();
            let changed = if is_text { "text.en = \"Other words.\"".to_owned() } else { line.replace(".\"", " indeed.\"") };
            after[place] = blocks[place].replace(line, &changed);
            expected.push(id);
        }
        let after = before.clone().with("claims.toml", after.join("[[claim]]"));
        let mut found: Vec<String> = Vec::new();
        for entry in news(&before, &after).entries {
            let Subject::Thing(of) = entry.of else { panic!("{:?}", entry.of) };
            prop_assert_eq!(of.kind, Kind::Claim);
            prop_assert_eq!(entry.what, What::Changed(vec![Difference::Text(TextPart::Text)]));
            found.push(of.to_string());
        }
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}

/// A reader opens the edited dossier, and what it held before is known.
fn opened(size: Cells, language: Language) -> Screen {
    let options = Options { language, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&edited(), size, options);
    screen.send(Message::LastSeen(LastSeen::Earlier(Arc::new(held(&fixture())))));
    screen
}

#[test]
fn the_status_line_says_once_what_is_new_and_a_key_shows_it() {
    let mut screen = opened(USUAL, Language::En);
    assert!(
        screen.status().contains("New since you were last here: 1 added, 2 changed · W shows them"),
        "{}",
        screen.status()
    );
    screen.press("W");
    let list = screen.framed("What is new");
    let text = list.text();
    for words in [
        "Claims",
        "changed  Talland's shipbuilding",
        "assessment: open → partly",
        "source gone:",
        "Events",
        "new      Dockers on strike",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(screen.text().contains("1 added, 2 changed"), "{}", screen.text());
    screen.press("Enter");
    assert_eq!(screen.selection(), "claim:pressure");
    assert!(screen.shows("Claim"), "{}", screen.text());
    screen.press("Esc");
    assert!(!screen.status().contains("New since"), "once");
    screen.press("W Down Down Enter");
    assert_eq!(screen.selection(), "event:strike");
}

#[test]
fn it_fits_every_screen_in_both_languages() {
    for (size, language, said) in [
        ((40, 10), Language::En, "New: 1 added, 2 changed · W"),
        ((40, 10), Language::De, "Neu: 1 dazugekommen, 2 geändert · W"),
        ((80, 24), Language::De, "Neu, seit Sie zuletzt hier waren: 1 dazugekommen, 2 geändert"),
        ((200, 60), Language::En, "New since you were last here"),
    ] {
        let mut screen = opened(size, language);
        assert!(screen.status().contains(said), "{size:?}: {}", screen.status());
        screen.press("W");
        let name = if language == Language::De { "Was ist neu" } else { "What is new" };
        assert!(screen.shows(name), "{}", screen.text());
        for _ in 0..4 {
            assert_eq!(screen.text().matches('▶').count(), 1, "{}", screen.text());
            screen.press("Down");
        }
    }
}

#[test]
fn what_is_gone_is_named_and_cannot_be_gone_to() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.send(Message::LastSeen(LastSeen::Earlier(Arc::new(held(&edited())))));
    assert!(screen.status().contains("1 gone, 2 changed"), "{}", screen.status());
    screen.press("W End Enter");
    assert!(screen.framed("What is new").text().contains("gone     Dockers on strike"), "{}", screen.text());
    assert!(screen.status().contains("no longer in the dossier"), "{}", screen.status());
}

#[test]
fn what_a_reload_changes_is_new_as_well() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press("W");
    assert!(screen.status().contains("What is new cannot be said"), "{}", screen.status());
    screen.send(Message::LastSeen(LastSeen::Same)).press("W");
    assert!(screen.status().contains("Nothing is new"), "{}", screen.status());
    screen.reload(&edited()).press("W");
    assert!(screen.framed("What is new").text().contains("Dockers on strike"));
    // What changes back while it is looked at is gone from it, and with the last entry it closes.
    screen.reload(&fixture());
    assert!(!screen.shows("What is new"), "{}", screen.text());
}

#[test]
fn the_article_is_gone_to_where_it_differs() {
    let from = "In Seefurt freut man sich über die Aufträge.";
    let files = with(&fixture(), "article.txt", from, "In Seefurt freut man sich sehr.");
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&files, (80, 24), options);
    screen.send(Message::LastSeen(LastSeen::Earlier(Arc::new(held(&fixture()))))).press("W");
    assert!(screen.text().contains("the text has changed in 1 paragraph"), "{}", screen.text());
    screen.press("Enter");
    assert!(
        screen.framed("1 Article").prose().contains("In Seefurt freut man sich sehr."),
        "{}",
        screen.text()
    );
}

#[cfg(unix)]
mod between_readings {
    use std::fs;
    use std::path::PathBuf;

    use portable_pty::CommandBuilder;
    use rustix::process::Signal;

    use super::{edited, fixture};
    use crate::common::pty::Session;
    use crate::common::run::{BINARY, Folder};

    const SAID: &str = "New since you were last here";

    fn start(dossier: &Folder, state: &Folder, arguments: &[&str]) -> Session {
        let mut command = CommandBuilder::new(BINARY);
        command.args(arguments);
        command.arg(dossier.path());
        command.args(["--lang", "en"]);
        let mut session = Session::start_keeping(command, (120, 40), state.path().to_str().unwrap());
        session.wait_for("Warum Tallands Reeder");
        session
    }

    fn write(dossier: &Folder) {
        for name in ["claims.toml", "events.toml"] {
            dossier.write(name, fundstelle::load::Files::read(&edited(), name, u64::MAX).unwrap());
        }
    }

    fn seen(state: &Folder) -> PathBuf {
        let mut entries = fs::read_dir(state.path()).unwrap().map(|entry| entry.unwrap().path());
        entries.find(|path| path.extension().is_some_and(|ending| ending == "seen")).unwrap()
    }

    #[test]
    fn it_is_said_at_the_next_opening_and_not_again() {
        let (dossier, state) = (Folder::of(&fixture()), Folder::with::<&str>(&[]));
        let mut first = start(&dossier, &state, &[]);
        first.press("?");
        first.wait_for("Help");
        assert!(!first.text().contains(SAID), "nobody was here");
        first.press("qq");
        assert!(first.end().status.success());
        let written = fs::read(seen(&state)).unwrap();

        let again = start(&dossier, &state, &[]);
        again.signal(Signal::TERM);
        again.end();
        assert_eq!(fs::read(seen(&state)).unwrap(), written, "nothing has changed");

        write(&dossier);
        let mut next = start(&dossier, &state, &["read", "--fresh"]);
        next.wait_for("New since you were last here: 1 added, 2 changed · W shows them");
        next.press("W");
        next.wait_for("Dockers on strike");
        next.signal(Signal::TERM);
        next.end();
        assert_ne!(fs::read(seen(&state)).unwrap(), written);

        let mut last = start(&dossier, &state, &[]);
        last.press("W");
        last.wait_for("Nothing is new");
        last.press("q");
        assert!(!String::from_utf8_lossy(&last.end().bytes).contains(SAID));
    }

    #[test]
    fn a_damaged_file_says_nothing_and_is_replaced() {
        let (dossier, state) = (Folder::of(&fixture()), Folder::with::<&str>(&[]));
        let mut first = start(&dossier, &state, &[]);
        first.press("q");
        first.end();
        let path = seen(&state);
        let mut bytes = fs::read(&path).unwrap();
        bytes.truncate(bytes.len() / 2);
        fs::write(&path, bytes).unwrap();
        write(&dossier);
        let mut second = start(&dossier, &state, &[]);
        second.press("W");
        second.wait_for("What is new cannot be said");
        second.press("q");
        let end = second.end();
        assert!(end.status.success() && !String::from_utf8_lossy(&end.bytes).contains(SAID));
        let mut third = start(&dossier, &state, &[]);
        third.press("W");
        third.wait_for("Nothing is new");
        third.press("q");
        third.end();
    }

    /// What is new is for the reader, not for the room; the talk leaves it to be read.
    #[test]
    fn a_talk_does_not_say_it_and_reading_after_it_does() {
        let (dossier, state) = (Folder::of(&fixture()), Folder::with::<&str>(&[]));
        let mut first = start(&dossier, &state, &[]);
        first.press("q");
        first.end();
        let written = fs::read(seen(&state)).unwrap();
        write(&dossier);
        let mut command = CommandBuilder::new(BINARY);
        command.args(["brief", "--lang", "en", "--fresh"]);
        command.arg(dossier.path());
        let mut talk = Session::start_keeping(command, (120, 40), state.path().to_str().unwrap());
        talk.wait_for("/12");
        talk.press("\u{3}");
        assert!(!String::from_utf8_lossy(&talk.end().bytes).contains("New since"));
        assert_eq!(fs::read(seen(&state)).unwrap(), written);
        let mut next = start(&dossier, &state, &[]);
        next.wait_for(SAID);
        next.press("q");
        next.end();
    }

    #[test]
    fn what_changes_while_it_is_open_was_seen() {
        let (dossier, state) = (Folder::of(&fixture()), Folder::with::<&str>(&[]));
        let mut first = start(&dossier, &state, &[]);
        write(&dossier);
        dossier.write("article.txt", super::text_of("article.txt").replace("Leinen los", "Anker auf"));
        first.wait_for("Anker auf");
        first.press("W");
        first.wait_for("What is new");
        first.press("qq");
        first.end();
        let mut second = start(&dossier, &state, &[]);
        second.press("W");
        second.wait_for("Nothing is new");
        second.press("q");
        second.end();
    }
}
