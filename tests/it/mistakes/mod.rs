//! The mistakes that authors, editors, spreadsheets, word processors, merge tools and assistants make: each in a dossier that is
//! otherwise sound, and each reported once, at the very characters, with what to write.

mod slips;
mod table;

use std::fmt::Write as _;

use fundstelle::load::{Files as _, Location, Memory, Problem, load};
use proptest::prelude::*;

use crate::reports::SOUND;
use slips::{OF_MEANING, SLIPS, Slip};
use table::{Edit, FATAL, MISTAKES, Mistake};

/// The sound dossier.
fn sound() -> Memory {
    SOUND.into_iter().fold(Memory::default(), |files, (name, text)| files.with(name, text))
}

fn text_of(name: &str) -> &'static str {
    SOUND.into_iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}

fn problems(files: &Memory) -> Vec<Problem> {
    load(files).map_or_else(|refusal| refusal.problems, |loaded| loaded.problems)
}

/// `claims.toml:8:14-23`; the line of the end only where it is another.
fn place(problem: &Problem) -> String {
    let Location { file, line, column, end_line, end_column } = &problem.location;
    let end = if end_line == line { String::new() } else { format!("{end_line}:") };
    format!("{file}:{line}:{column}-{end}{end_column}")
}

fn with(Edit(file, from, to): &Edit) -> Memory {
    let text = text_of(file);
    assert!(text.contains(from), "{from:?} stands in {file}");
    let changed = if from.is_empty() { format!("{text}{to}") } else { text.replacen(from, to, 1) };
    sound().with(file, changed)
}

#[test]
fn each_mistake_has_one_report_at_its_place_with_what_to_write() {
    let mut wrong = String::new();
    for Mistake(name, edit, rule, at, advice) in MISTAKES {
        let found = problems(&with(edit));
        let said: Vec<(String, String)> =
            found.iter().map(|problem| (problem.rule.to_string(), place(problem))).collect();
        let is_advised =
            found.iter().any(|problem| problem.hint.contains(advice) || problem.message.contains(advice));
        if said != [((*rule).to_owned(), (*at).to_owned())] || !is_advised {
            let _ = writeln!(wrong, "{name}: not {rule} at {at} with {advice:?}, but");
            for problem in &found {
                let _ = writeln!(wrong, "    {} {} {problem}", problem.rule, place(problem));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// An id that is none has one report where it is given, whether others name it as it is or as it should be.
#[test]
fn an_invalid_id_is_reported_where_it_is_given_alone() {
    for (id, right) in [
        ("Minutes", "minutes"),
        ("the_minutes", "the-minutes"),
        ("protokoll-märz", "protokoll-maerz"),
        ("the minutes", "the-minutes"),
    ] {
        for named in [id, right] {
            let files = SOUND.into_iter().fold(Memory::default(), |files, (name, text)| {
                let given = text.replace("id = \"minutes\"", &format!("id = \"{id}\""));
                files.with(
                    name,
                    given
                        .replace("[\"minutes\"]", &format!("[\"{named}\"]"))
                        .replace(",minutes,", &format!(",{named},")),
                )
            });
            let found = problems(&files);
            let [problem] = &found[..] else { panic!("{id}, {named}: {found:?}") };
            assert_eq!(
                (problem.rule.id(), &*problem.location.file, problem.location.line),
                ("id-invalid", "sources.toml", 2)
            );
            assert!(problem.hint.contains(&format!("write \"{right}\"")), "{problem}");
        }
    }
}

/// What is no mistake has no report.
#[test]
fn what_toml_and_the_format_allow_is_not_reported() {
    for edit in [
        Edit("actors.toml", "kind = \"government\"", "\tkind\t=\t\"government\""),
        Edit(
            "actors.toml",
            "mentions = [{ exact = \"the mayor\", suffix",
            "mentions = [{ exact = \"the mayor\",\n  suffix",
        ),
        Edit(
            "claims.toml",
            "actors = [\"council\", \"bridge\"]",
            "actors = [\n  \"council\", # who\n  \"bridge\",\n]",
        ),
        Edit(
            "claims.toml",
            "text.en = \"The bridge closes in May.\"",
            "text.en = \"\"\"The bridge\ncloses in May.\"\"\"",
        ),
        Edit("claims.toml", "\"The bridge closes in May.\"", "'The \"old\" bridge'"),
        Edit("events.toml", "date = \"2026-02-24\"", "date = 2026-02-24"),
        Edit("events.toml", "\"Nine to four, for lorries only.\"", "\"Nine to four – “for lorries only”.\""),
        Edit("claims.toml", "[[claim]]", "[[ claim ]]"),
    ] {
        assert_eq!(problems(&with(&edit)), [], "{}", edit.2);
    }
    let windows: Memory = SOUND.into_iter().fold(Memory::default(), |files, (name, text)| {
        files.with(name, format!("\u{feff}{}", text.replace('\n', "\r\n")))
    });
    assert_eq!(problems(&windows), []);
}

/// Wherever it is made, a slip has one report, and that is in its line.
#[test]
fn a_slip_is_reported_once_wherever_it_is_made() {
    let mut wrong = String::new();
    let mut made = 0;
    for Slip { what, make } in SLIPS {
        for (name, text) in SOUND.into_iter().filter(|(name, _)| name.contains(".toml")) {
            let lines: Vec<&str> = text.lines().collect();
            for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
                let Some(slip) = make(line) else { continue };
                made += 1;
                let mut changed: Vec<&str> = lines.clone();
                changed[number] = &slip;
                let found = problems(&sound().with(name, changed.join("\n") + "\n"));
                let first = slip.lines().position(|line| !line.starts_with('#')).unwrap_or_default();
                let is_right = matches!(&found[..], [problem] if problem.rule.id() == FATAL && problem.location.line == number + 1 + first);
                if !is_right {
                    let _ = writeln!(wrong, "{what}, {name}:{}: {slip:?}", number + 1);
                    for problem in &found {
                        let _ = writeln!(wrong, "    {problem}");
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(made > 600, "{made} slips");
}

/// Whatever is lost by a slip, at most one report comes of it, in its file: none of what refers to it or rests on it.
#[test]
fn nothing_that_only_follows_from_a_slip_is_reported() {
    let mut wrong = String::new();
    let mut made = 0;
    for Slip { what, make } in OF_MEANING {
        for (name, text) in SOUND.into_iter().filter(|(name, _)| name.contains(".toml")) {
            let lines: Vec<&str> = text.lines().collect();
            for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
                let Some(slip) = make(line) else { continue };
                made += 1;
                let mut changed: Vec<&str> = lines.clone();
                changed[number] = &slip;
                let found = problems(&sound().with(name, changed.join("\n") + "\n"));
                let is_named = found.iter().all(|problem| problem.location.file == name);
                // Figures are not read where nothing names them, and an assessment rests on what was read.
                let is_elsewhere = line.starts_with("observations") || line.starts_with("accessed");
                if found.len() > 1 || !is_named && !is_elsewhere {
                    let _ = writeln!(wrong, "{what}, {name}:{}: {slip:?}", number + 1);
                    for problem in &found {
                        let _ = writeln!(wrong, "    {problem}");
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(made > 300, "{made} slips");
}

/// Names of files that are near those that are read.
#[test]
fn a_file_that_is_not_read_is_named() {
    for (name, advice) in [
        ("claim.toml", "move its tables into claims.toml"),
        ("gaps.toml", "move its tables into claims.toml"),
        ("Actors.toml", "move its tables into actors.toml"),
        ("stops.toml", "rename it to tour.toml"),
        ("tour.toml.txt", "rename it to tour.toml"),
        ("dossier.toml.txt", "move its tables into dossier.toml"),
        ("more.csv", "only \"figures.csv\" is read"),
    ] {
        let found = problems(&sound().with(name, ""));
        let [problem] = &found[..] else { panic!("{name}: {found:?}") };
        assert_eq!((problem.rule.id(), place(problem)), ("file-ignored", format!("{name}:1:1-1")));
        assert!(problem.hint.contains(advice), "{problem}");
    }
    for name in [
        "Cargo.toml",
        "taplo.toml",
        ".taplo.toml",
        "claims.toml~",
        "claims.toml.bak",
        ".claims.toml.swp",
        "#claims.toml#",
        "schema.json",
        "notes.md",
        "b.txt",
        "figures.csv~",
        ".~lock.figures.csv#",
        "config.toml",
    ] {
        assert_eq!(problems(&sound().with(name, "")), [], "{name}");
    }
    // Figures that nobody names.
    let unnamed = with(&Edit("dossier.toml", "observations = \"figures.csv\"\n", ""));
    let found = problems(&unnamed);
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!((problem.rule.id(), &*problem.location.file), ("file-ignored", "figures.csv"));
    assert!(problem.hint.contains("observations = \"figures.csv\""), "{problem}");
    // And a series that has none anywhere.
    let nowhere = SOUND.into_iter().filter(|(name, _)| *name != "figures.csv");
    let nowhere = nowhere.fold(Memory::default(), |files, (name, text)| {
        files.with(name, text.replace("observations = \"figures.csv\"\n", ""))
    });
    let found = problems(&nowhere);
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!(problem.rule.id(), "series-empty");
    assert!(problem.hint.contains("observations = \"figures.csv\""), "{problem}");
    // An article alone, and what was to be its dossier.
    let article = |name: &str| {
        Memory::default().with("article.txt", "Old bridge\nIt closes.\n").with(name, text_of("dossier.toml"))
    };
    for name in ["dossier.toml.txt", "Dossier.toml", "dosier.toml"] {
        let found = problems(&article(name));
        let [problem] = &found[..] else { panic!("{name}: {found:?}") };
        assert_eq!((problem.rule.id(), &*problem.hint), ("file-ignored", "rename it to dossier.toml"));
    }
    let several = problems(&article("dossier.toml.txt").with("b.md", "# B\n"));
    assert_eq!(several[0].hint, "rename \"dossier.toml.txt\" to dossier.toml");
}

/// A file that is called otherwise has the one report; nothing that refers to what is in it has another.
#[test]
fn a_file_under_another_name_is_reported_alone() {
    for (file, other, advice) in [
        ("sources.toml", "quellen.toml", "rename it to sources.toml"),
        ("actors.toml", "Akteure.toml", "rename it to actors.toml"),
        ("claims.toml", "claim.toml", "rename it to claims.toml"),
        ("claims.toml", "claims (1).toml", "rename it to claims.toml"),
        ("events.toml", "ereignisse.toml", "rename it to events.toml"),
    ] {
        let files = SOUND.into_iter().fold(Memory::default(), |files, (name, text)| {
            files.with(if name == file { other } else { name }, text)
        });
        let found = problems(&files);
        let [problem] = &found[..] else { panic!("{other}: {found:?}") };
        // What is missed is an error: what refers to it rests on nothing.
        let is_missed = ["sources.toml", "actors.toml"].contains(&file);
        let rules: &[&str] = if is_missed { &["file-missed"] } else { &["file-missed", "file-ignored"] };
        assert!(rules.contains(&problem.rule.id()) && problem.location.file == other, "{problem}");
        assert!(problem.hint.contains(advice), "{problem}");
    }
}

/// A copy is one mistake, whether it is read or lies beside.
#[test]
fn a_copy_is_reported_once() {
    for name in ["actors - Kopie.toml", "Kopie von actors.toml", "dossier (Anna's conflicted copy).toml"] {
        let found = problems(&sound().with(name, text_of("actors.toml")));
        let [problem] = &found[..] else { panic!("{name}: {found:?}") };
        assert_eq!((problem.rule.id(), &*problem.location.file), ("file-ignored", name));
        assert!(problem.hint.contains("all 2 things in it are also in actors.toml"), "{problem}");
    }
    let found = problems(&sound().with("tour.toml", text_of("actors.toml")));
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!((problem.rule.id(), place(problem)), ("id-duplicate", "tour.toml:2:6-15".to_owned()));
    assert!(problem.hint.contains("remove one of the two copies"), "{problem}");
}

/// What a chat says around the file is one mistake with its fences.
#[test]
fn a_chats_answer_is_reported_once() {
    let claims = text_of("claims.toml");
    for (text, line) in [
        (format!("Here is the corrected file:\n\n```toml\n{claims}```\n\nLet me know if it works.\n"), 1),
        (format!("Hier ist die korrigierte Datei:\n\n```toml\n{claims}```\n"), 1),
        (format!("```toml\n{claims}```\nI changed two keys: text and hedge.\n"), 1),
    ] {
        let found = problems(&sound().with("claims.toml", text));
        let [problem] = &found[..] else { panic!("{found:?}") };
        assert_eq!((problem.rule.id(), problem.location.line), (FATAL, line));
        assert!(problem.message.contains("chat") && problem.hint.contains("remove"), "{problem}");
    }
}

/// A named file that is not there, and one that is and was meant.
#[test]
fn a_file_that_is_nearly_named_is_proposed() {
    for (there, advice) in [
        ("article.txt.txt", "\"article.txt.txt\""),
        ("Article.txt", "\"Article.txt\""),
        ("article", "\"article\""),
        ("article (1).txt", "\"article (1).txt\""),
    ] {
        let files = SOUND.into_iter().fold(Memory::default(), |files, (name, text)| {
            files.with(if name == "article.txt" { there } else { name }, text)
        });
        let found = problems(&files);
        let [problem] = &found[..] else { panic!("{there}: {found:?}") };
        assert_eq!(problem.rule.id(), "article-unreadable");
        assert!(problem.hint.contains(advice), "{problem}");
    }
    let files = SOUND.into_iter().filter(|(name, _)| *name != "figures.csv");
    let files = files.fold(Memory::default(), |files, (name, text)| {
        files.with(name, text.replace("figures.csv", "brückenzahlen.csv"))
    });
    let found = problems(&files.with("bru\u{308}ckenzahlen.csv", text_of("figures.csv")));
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!(problem.rule.id(), "figures-unreadable");
    assert!(problem.hint.contains("composed differently"), "{problem}");
}

/// An empty file is called so.
#[test]
fn an_empty_dossier_is_reported_once() {
    let found = problems(&sound().with("dossier.toml", " \n"));
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!((problem.rule.id(), &*problem.message), ("format-unknown", "this file is empty"));
}

/// A spreadsheet is no CSV, whatever it is called.
#[test]
fn a_spreadsheet_is_recognized() {
    for (name, bytes) in [
        ("figures.xlsx", &b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xff\xfe"[..]),
        ("figures.csv", b"PK\x03\x04\x14\0"),
        ("old.xls", b"\xd0\xcf\x11\xe0"),
    ] {
        let head = text_of("dossier.toml").replace("figures.csv", name);
        let files = sound().with("dossier.toml", head).with(name, bytes);
        let found: Vec<Problem> =
            problems(&files).into_iter().filter(|problem| problem.rule.id() != "file-ignored").collect();
        let [problem] = &found[..] else { panic!("{name}: {found:?}") };
        assert_eq!((problem.rule.id(), &*problem.location.file), ("figures-unreadable", "dossier.toml"));
        assert!(problem.message.contains("spreadsheet") && problem.hint.contains("CSV"), "{problem}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is written, every fatal report has a place in its file, and there is at least one.
    #[test]
    fn any_text_that_is_no_toml_is_reported(
        text in "([a-z]{1,4}|[ \t]|\n|\"|'|\"\"\"|'''|=|:|\\[|\\[\\[|\\]|\\]\\]|\\{|\\}|,|;|#|//|-|“|”|„|\u{a0}|\u{200b}|\\\\|ü|[0-9.]{1,5}){0,40}",
    ) {
        let is_toml = text.parse::<toml::Table>().is_ok();
        let found = problems(&sound().with("tour.toml", text.clone()));
        let fatal: Vec<&Problem> = found.iter().filter(|problem| problem.rule.id() == FATAL).collect();
        prop_assert_eq!(fatal.is_empty(), is_toml, "{:?}", text);
        let lines = text.matches('\n').count() + 1;
        for problem in fatal {
            prop_assert!(problem.location.line <= lines && !problem.hint.is_empty(), "{}", problem);
            prop_assert!((problem.location.end_line, problem.location.end_column) >= (problem.location.line, problem.location.column));
        }
    }
}

#[test]
fn the_sound_dossier_is_sound() {
    assert_eq!(problems(&sound()), []);
    assert!(sound().list().len() > 7);
}
