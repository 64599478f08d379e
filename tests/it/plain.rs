//! `fundstelle read --plain`: the dossier line by line, as it is printed.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::collections::BTreeMap;

use fundstelle::dossier::Kind;
use fundstelle::export::{self, PageKind};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load, shipped};
use fundstelle::plain::{Reading, Reply};
use fundstelle::text::width;

use crate::common::fixture::{FIXTURE, edited, fixture};
use crate::common::run::{Answer, Folder, program, run_in};

fn reading(files: &Memory, language: Language, columns: u16) -> Reading {
    Reading::new(export::edition(&load(files).unwrap(), language, columns))
}

/// What is printed after each of these answers.
fn says(reading: &mut Reading, answers: &[&str]) -> Vec<String> {
    let said = answers.iter().map(|answer| match reading.answer(answer) {
        Reply::Text(text) => text,
        Reply::Quit => "(end)".to_owned(),
    });
    said.collect()
}

fn last(reading: &mut Reading, answers: &[&str]) -> String {
    says(reading, answers).pop().unwrap()
}

/// The program with these lines as its input.
fn transcript(language: &str, input: impl AsRef<[u8]>) -> Answer {
    use std::io::Write as _;
    let mut child = program().args(["read", "--plain", "--lang", language, FIXTURE]).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_ref()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { stdout: text(output.stdout), stderr: text(output.stderr), code: output.status.code() }
}

#[test]
fn a_reader_walks_through_the_dossier() {
    let english = "\n\n\n\n1\nwords\nsources\nback\ngo to claim 11\n1\nwhere\nback\nback\nfind Luhort\n2\nlist gaps\n1\ngo to talland\nnext\nprevious\ngo to trend\n\ngo to tour\n\n\nw\nxyzzy\n99\nhelp\nquit\n\n";
    let german = "\n\n\n\n1\nwortlaut\nquellen\nzurück\ngehe zu Aussage 11\n1\nwo\nzurueck\nzur\nsuche Luhort\n2\nliste lücken\n1\ngehe zu Talland\nweiter\nvorige\ngehe zu trend\n\ngehe zu vortrag\n\n\nw\nxyzzy\n99\nhilfe\nende\n\n";
    for (language, input) in [("en", english), ("de", german)] {
        let Answer { stdout, stderr, code } = transcript(language, input);
        assert_eq!((code, &*stderr), (Some(0), ""), "{language}");
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("plain-{language}"), stdout);
        });
    }
}

#[test]
fn where_one_is_and_what_matters_comes_first() {
    let mut english = reading(&fixture(), Language::En, 80);
    let claim = last(&mut english, &["go to claim 1"]);
    assert!(claim.starts_with("Claim 1 of 25: partly\nTalland's shipowners are suddenly"), "{claim}");
    let mut german = reading(&fixture(), Language::De, 80);
    let claim = last(&mut german, &["gehe zu aussage 1"]);
    assert!(claim.starts_with("Aussage 1 von 25: teilweise\nTallands Reeder lassen"), "{claim}");
}

#[test]
fn nothing_is_printed_that_is_not_text_in_lines_of_that_width() {
    for (language, columns) in
        [(Language::En, 20), (Language::De, 40), (Language::En, 80), (Language::De, 132)]
    {
        let edition = export::edition(&load(&fixture()).unwrap(), language, columns);
        for page in &edition.pages {
            for line in page.text.lines() {
                // An address, or a word that is longer than a line, is not torn.
                let is_whole =
                    width::cells(line) <= usize::from(columns) || line.split_whitespace().count() <= 3;
                assert!(is_whole, "{columns}: {line}");
                assert!(
                    !line.chars().any(|c| c.is_control() || ('\u{2500}'..='\u{259f}').contains(&c)),
                    "{line:?}"
                );
            }
        }
    }
}

#[test]
fn the_shipped_dossier_is_walked_through_to_its_end_with_each_entry_once() {
    let loaded = load(&shipped()).unwrap();
    for language in [Language::De, Language::En] {
        let edition = export::edition(&loaded, language, 80);
        let mut left: BTreeMap<String, usize> = BTreeMap::new();
        for page in &edition.pages {
            *left.entry(page.text.clone()).or_default() += 1;
        }
        let counts = |kind| edition.pages.iter().filter(|page| page.kind == PageKind::Thing(kind)).count();
        let dossier = &loaded.dossier;
        for (kind, count) in [
            (Kind::Claim, dossier.claims.len()),
            (Kind::Gap, dossier.gaps.len()),
            (Kind::Event, dossier.events.len()),
            (Kind::Actor, dossier.actors.len()),
            (Kind::Relation, dossier.relations.len()),
            (Kind::Series, dossier.series.len()),
            (Kind::Source, dossier.sources.len()),
        ] {
            assert_eq!(counts(kind), count, "{kind:?}");
        }
        let blocks = edition.pages.iter().filter(|page| page.kind == PageKind::Paragraph).count();
        let stops = edition.pages.iter().filter(|page| page.kind == PageKind::Stop).count();
        assert_eq!((blocks, stops), (dossier.article.blocks.len(), dossier.stops.len()));
        let pages = edition.pages.len();
        let mut reading = Reading::new(edition);
        let mut printed = vec![reading.begin()];
        for _ in 1..pages {
            printed.push(last(&mut reading, &[""]));
        }
        // What can be typed stands below the first page.
        let first = left.keys().find(|text| printed[0].starts_with(text.as_str())).unwrap().clone();
        printed[0] = first;
        for text in printed {
            let count = left.get_mut(&text).unwrap_or_else(|| panic!("no page says {text}"));
            *count -= 1;
        }
        assert!(left.values().all(|count| *count == 0));
        let end = last(&mut reading, &[""]);
        assert!(end.contains("gehe") || end.contains("go"), "{end}");
    }
}

#[test]
fn every_number_on_a_page_leads_to_another_page() {
    for language in [Language::De, Language::En] {
        let edition = export::edition(&load(&fixture()).unwrap(), language, 80);
        for (place, page) in edition.pages.iter().enumerate() {
            for (number, link) in (1..).zip(&page.links) {
                assert!(*link < edition.pages.len() && *link != place, "{}", page.head);
                assert!(page.text.contains(&format!("[{number}]")), "[{number}] is nowhere:\n{}", page.text);
            }
            let beyond = format!("[{}]", page.links.len() + 1);
            assert!(!page.text.contains(&beyond), "{beyond} leads nowhere:\n{}", page.text);
        }
    }
}

#[test]
fn what_limits_a_statement_is_said_in_words() {
    let mut english = reading(&fixture(), Language::En, 80);
    let event = last(&mut english, &["go to Curbs on spare parts"]);
    assert!(event.contains("Curbs on spare parts") && event.contains("    background · "), "{event}");
    let pages = export::edition(&load(&fixture()).unwrap(), Language::En, 80).pages;
    let all: String = pages.iter().map(export::Page::prose).collect();
    for words in ["not read by us", "inferred", "in the article's order"] {
        assert!(all.to_lowercase().contains(words), "{words}");
    }
    // Broken evidence is called so, and nothing is judged on it.
    let broken = edited("article.txt", "sieht viele fremde Flaggen", "sieht viele eigene Flaggen");
    let go = "go to The ports on the South Shore are full of foreign flags.";
    let claim = last(&mut reading(&broken, Language::En, 80), &[go]);
    assert!(claim.contains(" of 25: no valid evidence\n! The ports"), "{claim}");
}

#[test]
fn answers_that_lead_nowhere_say_what_to_type() {
    let mut english = reading(&fixture(), Language::En, 80);
    for (typed, said) in [
        ("xyzzy", "“xyzzy” is no command. The commands: next, previous, card"),
        ("w", "“w” may be words, where. Type more of it."),
        ("99", "There is no link 99 here, only 1 to 8."),
        ("0", "There is no link 0 here"),
        ("99999999999999999999999", "There is no link 99999999999999999999999 here"),
        ("find", "After “find” comes what to look for."),
        ("find zzzz", "“zzzz” is nowhere. “help” says what you can type."),
        ("go", "After “go” comes a name, or one of these parts: start, article"),
        ("go to", "After “go” comes a name"),
        ("go to zzzz", "Nothing is called “zzzz”."),
        ("go to claim 999", "Nothing is called “claim 999”."),
        ("list zzzz", "“zzzz” is no part. The parts: start, article, claims"),
        ("back", "You have not gone anywhere yet."),
        ("previous", "This is the first entry."),
        ("card x", "After “card” comes the number of a link."),
        ("\u{1b}[31mred\u{7}", "is no command"),
    ] {
        let answer = last(&mut english, &[typed]);
        let answer = answer.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(answer.contains(said), "{typed:?}: {answer}");
        assert!(!answer.contains(['\u{1b}', '\u{7}']), "{answer:?}");
    }
}

#[test]
fn a_name_that_several_have_is_asked_for() {
    let mut english = reading(&fixture(), Language::En, 80);
    let several = last(&mut english, &["go to quarzon"]);
    assert!(several.starts_with("Actor ") || several.contains("[1]"), "{several}");
    let list = last(&mut english, &["list actors"]);
    assert!(list.starts_with("Actors: ") && list.contains("\n[1] "), "{list}");
    let actor = last(&mut english, &["1"]);
    assert!(actor.starts_with("Actor 1 of "), "{actor}");
    assert_eq!(last(&mut english, &["card"]), actor);
    assert!(last(&mut english, &["where"]).contains("part “Actors”"));
}

#[test]
fn the_end_of_the_input_is_the_end() {
    for input in ["", "\n", "next", "next\n"] {
        let answer = transcript("en", input);
        assert_eq!((answer.code, &*answer.stderr), (Some(0), ""), "{input:?}");
    }
    let quit = transcript("en", "quit\nnext\n");
    assert_eq!(quit.code, Some(0));
    assert!(quit.stdout.ends_with("> quit\n"), "{}", quit.stdout);
}

#[test]
fn any_bytes_are_answered() {
    let mut input = b"\xff\xfe\x00\x1b]0;x\x07\n".to_vec();
    input.extend(std::iter::repeat_n(b'x', 100_000));
    input.extend(b"\nnext\n");
    let Answer { stdout, stderr, code } = transcript("en", input);
    assert_eq!((code, &*stderr), (Some(0), ""));
    assert!(!stdout.contains(['\u{1b}', '\u{7}', '\0']), "no control character is repeated");
    assert!(stdout.len() < 30_000, "a long line is cut: {}", stdout.len());
    let said = stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(said.matches("is no command").count(), 2, "{stdout}");
}

#[test]
fn a_reader_who_has_gone_ends_it() {
    let mut child = program().args(["read", "--plain", FIXTURE]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn without_a_command_it_is_the_same_and_a_dumb_terminal_names_it() {
    let with = run_in(&[], &["read", "--plain", "--lang", "en", FIXTURE]);
    let without = run_in(&[], &["--plain", "--lang", "en", FIXTURE]);
    assert!(with.status.success() && with.stdout == without.stdout, "{without:?}");
    let clash = run_in(&[], &["read", "--plain", "--mouse", FIXTURE]);
    assert_eq!(clash.status.code(), Some(2));
}

#[test]
fn an_article_alone_is_read_as_well() {
    let folder = Folder::with(&[("a.txt", "Title\nOne paragraph.\n")]);
    let answer = folder.run_with(&["read", "--plain", "--lang", "en"], "\n\n\n\n");
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.stdout.contains("Paragraph 2 of 2\nOne paragraph."), "{}", answer.stdout);
    assert!(answer.stdout.contains("This is the last entry."), "{}", answer.stdout);
}
