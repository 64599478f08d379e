//! `fundstelle new`: a folder with a dossier to write in, made of an article, or as a copy of the shipped one.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its files had better fail")]

use std::fs;
use std::path::Path;

use fundstelle::load::{self, Files as _, Loaded};

use crate::common::run::{Answer, Folder, program, run};

const TEXT: &str = "Old bridge to close\nThe council has decided that the old bridge is to be closed in May, as the mayor said. According \
                    to the city it would have been too expensive to repair it.\n";
const GERMAN: &str = "Alte Brücke wird gesperrt\nDer Stadtrat hat entschieden, dass die alte Brücke im Mai gesperrt wird. Nach \
                      Angaben der Stadt ist das Tragwerk nicht mehr sicher, und eine Sanierung wäre zu teuer.\n";

/// Where the command is run.
fn desk(files: &[(&str, &str)]) -> Folder {
    Folder::with(files)
}

fn opened(folder: &Path) -> Loaded {
    load::load(&load::Folder::open(folder).unwrap()).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn succeeded(answer: &Answer) {
    assert_eq!((answer.code, &*answer.stderr), (Some(0), ""), "{answer:?}");
}

/// It must end with code 2, make nothing, and say this.
fn refused(desk: &Folder, arguments: &[&str], says: &str) {
    let before = names(desk.path());
    let answer = desk.run_inside(arguments);
    assert_eq!((answer.code, &*answer.stdout), (Some(2), ""), "{arguments:?}: {answer:?}");
    assert!(answer.stderr.contains(says), "{arguments:?}: {answer:?}");
    assert_eq!(names(desk.path()), before, "{arguments:?}");
}

#[test]
fn an_article_becomes_a_dossier_that_is_in_order() {
    let desk = desk(&[("bridge.txt", TEXT)]);
    let answer = desk.run_inside(&["new", "bridge.txt"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle bridge\n"), "what to run next: {answer:?}");
    let folder = desk.path().join("bridge");
    assert_eq!(names(&folder), ["bridge.txt", "dossier.toml"]);
    assert_eq!(fs::read_to_string(folder.join("bridge.txt")).unwrap(), TEXT);
    let loaded = opened(&folder);
    assert!(loaded.problems.is_empty() && loaded.notes.is_empty(), "{:?}", loaded.problems);
    assert!(!loaded.dossier.is_bare);
    assert_eq!(loaded.dossier.title.texts().collect::<Vec<_>>(), ["Old bridge to close"]);
    assert_eq!(loaded.dossier.article.language.tag(), "en");
    succeeded(&desk.run_inside(&["check", "--strict", "bridge"]));
}

/// What is not known is there to be filled in, and nothing is made up.
#[test]
fn what_is_not_known_stands_as_comments_that_only_have_to_be_filled_in() {
    let desk = desk(&[("bridge.txt", TEXT)]);
    succeeded(&desk.run_inside(&["new", "bridge.txt", "-o", "d"]));
    let toml = fs::read_to_string(desk.path().join("d/dossier.toml")).unwrap();
    assert!(toml.contains("id = \"d\"\n"), "{toml}");
    let filled = toml
        .replace("# as_of = \"\"", "as_of = \"2026-09\"")
        .replace("# outlet = \"\"", "outlet = \"Valley News\"")
        .replace("# url = \"\"", "url = \"https://example.org/bridge\"")
        .replace("# published = \"\"", "published = \"2026-09-01\"")
        .replace("# headings = [\"\"]", "headings = [\"Old bridge to close\"]");
    assert_eq!(filled.matches("\n# ").count(), toml.matches("\n# ").count() - 5);
    fs::write(desk.path().join("d/dossier.toml"), filled).unwrap();
    let loaded = opened(&desk.path().join("d"));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.dossier.article.outlet.as_deref(), Some("Valley News"));
    assert!(loaded.dossier.article.published.is_some() && loaded.dossier.as_of.is_some());
}

#[test]
fn the_language_is_that_which_is_asked_for_or_written_or_clear() {
    let markdown = "---\ntitle: The bridge\nlang: en-GB\n---\n\nBrücke, Fluss, Tal.\n";
    let desk = desk(&[("de.txt", GERMAN), ("md.md", markdown), ("few.txt", "Bridge\nClosed.\n")]);
    for (arguments, tag, says) in [
        (&["new", "de.txt"][..], "de", "judging by its words"),
        (&["new", "de.txt", "--language", "nds", "-o", "asked"], "nds", "its language is nds\n"),
        (&["new", "md.md"], "en-gb", "as its head says"),
        (&["new", "few.txt"], "und", "--language"),
    ] {
        let answer = desk.run_inside(arguments);
        succeeded(&answer);
        assert!(answer.stdout.contains(says), "{answer:?}");
        let made = arguments.get(5).copied().unwrap_or_else(|| arguments[1].split('.').next().unwrap());
        assert_eq!(opened(&desk.path().join(made)).dossier.article.language.tag(), tag, "{arguments:?}");
        succeeded(&desk.run_inside(&["check", "--strict", made]));
    }
    let answer = desk.run_inside(&["new", "few.txt", "--language", "German", "-o", "x"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.stderr.contains("as de"), "{answer:?}");
}

/// Of Markdown the title is that of its head or its first heading; without one it is the file's name.
#[test]
fn the_title_is_the_articles_own_else_the_files_name() {
    let desk = desk(&[
        ("a.md", "---\ntitle: \"He said: \\\"no\\\"\"\nheadline: Says 'no'\n---\nText.\n"),
        ("b.markdown", "# A \"bridge\" \\ and more\n\nText.\n"),
        ("notes on it.md", "Text without a heading.\n"),
    ]);
    for (file, title) in
        [("a.md", "Says 'no'"), ("b.markdown", "A \"bridge\" \\ and more"), ("notes on it.md", "notes on it")]
    {
        succeeded(&desk.run_inside(&["new", file, "-o", "d", "--language", "en"]));
        let folder = desk.path().join("d");
        assert_eq!(opened(&folder).dossier.title.texts().collect::<Vec<_>>(), [title], "{file}");
        assert_eq!(fs::read(folder.join(file)).unwrap(), fs::read(desk.path().join(file)).unwrap());
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn bytes_are_copied_as_they_are() {
    let bytes = format!("\u{feff}{}", TEXT.replace('\n', "\r\n").trim_end().replace("old", "o\u{ad}ld"));
    let desk = desk(&[("bridge.txt", &bytes)]);
    succeeded(&desk.run_inside(&["new", "bridge.txt"]));
    assert_eq!(fs::read(desk.path().join("bridge/bridge.txt")).unwrap(), bytes.as_bytes());
    assert!(opened(&desk.path().join("bridge")).problems.is_empty());
}

#[test]
fn names_with_blanks_and_umlauts_and_paths_from_elsewhere() {
    let desk = desk(&[("Brücke über den Fluß.txt", GERMAN)]);
    fs::create_dir(desk.path().join("work")).unwrap();
    let answer = desk.run_inside(&["new", "./work/../Brücke über den Fluß.txt"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle 'Brücke über den Fluß'\n"), "{answer:?}");
    let toml = desk.read("Brücke über den Fluß/dossier.toml");
    assert!(toml.contains("id = \"bruecke-ueber-den-fluss\"\n"), "{toml}");
    succeeded(&desk.run_inside(&["check", "--strict", "Brücke über den Fluß"]));
    let deep = desk.path().join("a/b c/d");
    succeeded(&desk.run_inside(&["new", "Brücke über den Fluß.txt", "-o", deep.to_str().unwrap()]));
    assert!(opened(&deep).problems.is_empty());
    // A folder that is called like a command, or like an option.
    let answer = desk.run_inside(&["new", "Brücke über den Fluß.txt", "-o", "check"]);
    assert!(answer.stdout.contains("fundstelle ./check\n"), "{answer:?}");
    let answer = desk.run_inside(&["new", "Brücke über den Fluß.txt", "--output=-x"]);
    assert!(answer.stdout.contains("fundstelle ./-x\n"), "{answer:?}");
    let nothing = "中国.txt";
    desk.write(nothing, GERMAN);
    succeeded(&desk.run_inside(&["new", nothing]));
    assert!(desk.read("中国/dossier.toml").contains("id = \"alte-bruecke-wird-gesperrt\"\n"), "by its title");
}

#[test]
fn nothing_is_written_over() {
    let desk = desk(&[("bridge.txt", TEXT), ("file", "theirs")]);
    fs::create_dir(desk.path().join("bridge")).unwrap();
    fs::write(desk.path().join("bridge/mine"), "mine").unwrap();
    refused(&desk, &["new", "bridge.txt"], "not empty");
    refused(&desk, &["new", "bridge.txt"], "-o DIR");
    refused(&desk, &["new", "bridge.txt", "-o", "."], "not empty");
    refused(&desk, &["new", "bridge.txt", "-o", "file"], "no folder");
    refused(&desk, &["new", "bridge.txt", "-o", "file/within"], "file/within");
    refused(&desk, &["new", "--example", "bridge"], "--example DIR");
    assert_eq!(names(&desk.path().join("bridge")), ["mine"]);
    assert_eq!(desk.read("file"), "theirs");
    // An empty folder has nothing to lose.
    fs::create_dir(desk.path().join("empty")).unwrap();
    succeeded(&desk.run_inside(&["new", "bridge.txt", "-o", "empty"]));
    refused(&desk, &["new", "bridge.txt", "-o", "empty"], "not empty");
}

#[test]
fn what_is_no_article_is_refused_with_advice() {
    let desk = desk(&[
        ("page.txt", "<!DOCTYPE html>\n<html><body>The bridge</body></html>\n"),
        ("page.html", "<html></html>"),
        ("empty.txt", " \n"),
        ("dossier.toml", "format = 1\n"),
    ]);
    fs::create_dir(desk.path().join("folder")).unwrap();
    refused(&desk, &["new"], "ARTICLE");
    refused(&desk, &["new", "-"], "save it");
    refused(&desk, &["new", "folder"], "the article's file");
    refused(&desk, &["new", "dossier.toml"], "already");
    refused(&desk, &["new", "--example", "x", "page.txt"], "cannot be used with");
    for (file, rule) in [
        ("page.txt", "article-web-page"),
        ("page.html", "article-type"),
        ("empty.txt", "article-empty"),
        ("missing.txt", "path-unusable"),
    ] {
        let before = names(desk.path());
        let answer = desk.run_inside(&["new", file]);
        assert_eq!(answer.code, Some(1), "{file}: {answer:?}");
        assert!(answer.stderr.contains(rule) && answer.stderr.contains(file), "{file}: {answer:?}");
        assert_eq!(names(desk.path()), before, "{file}");
    }
}

/// An article with marks of a conflict is somebody's article; it is said that there is something to do.
#[test]
fn an_article_at_fault_says_where_that_is_listed() {
    let desk = desk(&[("a.txt", "Title\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n")]);
    let answer = desk.run_inside(&["new", "a.txt"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle check"), "{answer:?}");
}

#[test]
fn the_shipped_dossier_is_copied_to_the_byte() {
    let desk = desk(&[]);
    let answer = desk.run_inside(&["new", "--example", "my copy"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle 'my copy'\n"), "{answer:?}");
    let (shipped, folder) = (load::shipped(), desk.path().join("my copy"));
    let mut expected = shipped.list();
    expected.sort();
    assert_eq!(names(&folder), expected);
    for name in expected {
        assert_eq!(fs::read(folder.join(&name)).unwrap(), shipped.read(&name, u64::MAX).unwrap(), "{name}");
    }
    let beside = load::load(&shipped).unwrap();
    assert_eq!(opened(&folder).problems, beside.problems);
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_leaves_nothing_behind() {
    use std::process::Command;

    let desk = desk(&[("bridge.txt", TEXT)]);
    // No file may have more than 512 bytes: the article has fewer, the shipped one more.
    let script = "ulimit -f 1; exec \"$0\" \"$@\"";
    let output = Command::new("/bin/sh")
        .args(["-c", script, crate::common::run::BINARY, "new", "--example", "deep/copy"])
        .current_dir(desk.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("deep/copy") && error.contains("another place"), "{error}");
    assert_eq!(names(desk.path()), ["bridge.txt"]);
}

/// The folder is what was asked for; what is said of it is for who still listens.
#[test]
fn a_reader_who_has_gone_does_not_matter() {
    let desk = desk(&[("bridge.txt", TEXT)]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = program();
    let output =
        command.current_dir(desk.path()).args(["new", "bridge.txt"]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{output:?}");
    assert!(opened(&desk.path().join("bridge")).problems.is_empty());
}

#[test]
fn it_stands_in_the_help_and_has_a_man_page() {
    assert!(run(&["--help"]).stdout.contains("\n  new "));
    assert!(run(&["man", "new"]).stdout.contains("example"));
}
