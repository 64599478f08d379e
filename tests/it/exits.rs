//! How commands end where their output cannot be written or nobody reads it, and what their messages may hold.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::common::run::BINARY;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.args(arguments).env_clear().env("FUNDSTELLE_CONFIG", "off").stdin(Stdio::null());
    command
}

const ARTICLE: &str = "Old bridge to close\nThe council will close the old bridge in May.\n";

/// A folder with a dossier that has a claim for each of these quotations.
fn dossier(quotations: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut text = "format = 1\nid = \"valley\"\ntitle = \"Valley\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n"
        .to_owned();
    let claims = quotations.iter().enumerate().map(|(number, quotation)| {
        let head = format!("[[claim]]\nid = \"c{number}\"\ntext = \"It closes.\"\nassessment = \"open\"\n");
        format!("{head}anchors = [\"{quotation}\"]\n")
    });
    text.extend(claims);
    fs::write(folder.path().join("dossier.toml"), text).unwrap();
    fs::write(folder.path().join("article.txt"), ARTICLE).unwrap();
    folder
}

fn name(folder: &TempDir) -> &str {
    folder.path().to_str().unwrap()
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths.map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    files.sort();
    files
}

const SOUND: [&str; 1] = ["The council will close the old bridge in May"];
/// Both are reworded in the article.
const REWORDED: [&str; 2] =
    ["The council will close the new bridge in May", "The council will open the old bridge in May"];

/// `check` and `relink` have found out what they say, also when nobody reads it; half a document is none.
#[test]
fn a_reader_who_has_gone_is_told_nothing_and_no_success() {
    let (sound, reworded) = (dossier(&SOUND), dossier(&REWORDED));
    let before = files(reworded.path());
    for (code, arguments) in [
        (0, &["check", name(&sound)][..]),
        (1, &["check", name(&reworded)]),
        (1, &["check", "--format", "json", name(&reworded)]),
        (0, &["relink", name(&sound)]),
        (1, &["relink", name(&reworded)]),
        (1, &["relink", "--dry-run", name(&reworded)]),
        (2, &["render", "--size", "500x200"]),
        (2, &["render", "--format", "png"]),
        (2, &["export"]),
        (2, &["export", "--format", "text"]),
        (2, &["export", "--format", "markdown"]),
        (2, &["schema"]),
        (2, &["--help"]),
        (2, &["relink", "--help"]),
        (2, &["--version"]),
    ] {
        // The reading end is closed before anything is written.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = command(arguments).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}: {output:?}");
    }
    assert_eq!(files(reworded.path()), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported_even_at_the_last_byte() {
    let (sound, reworded) = (dossier(&SOUND), dossier(&REWORDED));
    for arguments in [
        &["check", name(&sound)][..],
        &["check", name(&reworded)],
        &["check", "--format", "short", name(&reworded)],
        &["relink", name(&sound)],
        &["relink", name(&reworded)],
        &["render", "--format", "svg"],
        &["export"],
        &["schema", "--beside"],
        &["--help"],
        &["export", "--help"],
        &["--version"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command(arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.starts_with("fundstelle: ") && said.contains("could not be written"), "{output:?}");
    }
}

/// As with `yes | fundstelle relink D | head -1`.
#[test]
fn answers_that_nobody_sees_write_nothing_and_are_no_success() {
    let folder = dossier(&REWORDED);
    let before = files(folder.path());
    let mut child = command(&["relink", name(&folder)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut asked = BufReader::new(child.stdout.take().unwrap());
    asked.read_until(b'?', &mut Vec::new()).unwrap();
    drop(asked);
    let mut answers = child.stdin.take().unwrap();
    let _ = answers.write_all(b"y\ny\n");
    drop(answers);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn relink_refuses_what_check_refuses() {
    let (empty, several, alone) = (TempDir::new().unwrap(), TempDir::new().unwrap(), TempDir::new().unwrap());
    for article in ["a.txt", "b.txt"] {
        fs::write(several.path().join(article), ARTICLE).unwrap();
    }
    fs::write(alone.path().join("a.md"), ARTICLE).unwrap();
    let missing = empty.path().join("missing");
    for path in ["/", name(&empty), name(&several), missing.to_str().unwrap()] {
        let check = command(&["check", path]).output().unwrap();
        let relink = command(&["relink", path]).output().unwrap();
        assert_eq!((check.status.code(), relink.status.code()), (Some(1), Some(1)), "{path}: {relink:?}");
        assert!(relink.stdout.is_empty(), "{path}: {relink:?}");
        let (found, said) =
            (String::from_utf8(check.stdout).unwrap(), String::from_utf8(relink.stderr).unwrap());
        assert!(said.contains("fatal[") && found.starts_with(&said), "{path}:\n{found}\n{said}");
    }
    let output = command(&["relink", name(&alone)]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(output.stdout, b"an article alone has no quotations\n");
}

/// The kernel's signal would end it in mid-write.
#[test]
fn what_is_longer_than_a_file_may_be_is_reported_and_leaves_nothing() {
    let folder = dossier(&REWORDED);
    fs::write(folder.path().join("old.html"), "old").unwrap();
    let before = files(folder.path());
    for arguments in [
        "render -o \"$1/new.txt\"",
        "export -o \"$1/new.html\"",
        "export -o \"$1/old.html\"",
        "relink \"$1\"",
    ] {
        let script = format!("ulimit -f 0; yes | \"$0\" {arguments}");
        let output = Command::new("/bin/sh").args(["-c", &script, BINARY, name(&folder)]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}: {output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("could not be written: ") && said.contains("give it another"), "{said}");
        assert_eq!(files(folder.path()), before, "{arguments}");
    }
}

/// A title for the window, colours, an 8-bit control, a line that looks like a message, words in another order, a byte that
/// is no text.
const HOSTILE: &[u8] = b"b\x1b]0;PWN\x07\x1b[31m\xc2\x9b7m\x7f\r\nerror: no\xe2\x80\xae\xe2\x81\xa6x";

#[test]
fn arguments_reach_the_terminal_only_as_signs() {
    let hostile = |before: &str, after: &str| {
        OsString::from_vec([before.as_bytes(), HOSTILE, after.as_bytes()].concat())
    };
    let plain = |text: &str| OsString::from(text);
    let mut broken = HOSTILE.to_vec();
    broken.push(0xff);
    for arguments in [
        vec![plain("check"), plain("a"), hostile("", "")],
        vec![plain("check"), hostile("", "")],
        vec![plain("check"), OsString::from_vec(broken)],
        vec![hostile("", "")],
        vec![hostile("./", ".txt")],
        vec![hostile("--", "")],
        vec![hostile("--theme=", "")],
        vec![plain("-\u{1b}]0;PWN")],
        vec![plain("check"), plain("--format"), hostile("", "")],
        vec![plain("check"), plain("--size"), hostile("", "")],
        vec![plain("render"), plain("--keys"), hostile("", "")],
        vec![plain("render"), plain("--size"), hostile("", "")],
        vec![plain("render"), plain("--stop"), hostile("", "")],
        vec![plain("render"), plain("-o"), hostile("/nowhere/", "")],
        vec![plain("render"), plain("--all-stops"), plain("-o"), hostile("/proc/", "")],
        vec![plain("export"), plain("-o"), hostile("/nowhere/", "")],
        vec![plain("brief"), plain("--auto"), hostile("", "")],
        vec![plain("relink"), hostile("", "")],
        vec![plain("relink"), plain("/"), hostile("", "")],
        vec![plain("schema"), hostile("", "")],
    ] {
        let output = command(&[]).args(&arguments).output().unwrap();
        assert!(matches!(output.status.code(), Some(1 | 2)), "{arguments:?}: {output:?}");
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(said.contains("PWN") || said.contains("'-\u{241b}'"), "it says what is wrong: {said}");
        let is_raw = |c: char| {
            c != '\n' && c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!said.contains(is_raw), "{arguments:?}: {said:?}");
        assert!(!said.lines().any(|line| line.starts_with("error: no")), "{arguments:?}: {said}");
    }
}

#[test]
fn what_is_asked_for_is_printed_and_what_is_wrong_is_said_elsewhere() {
    for arguments in [&["--help"][..], &["-h"], &["export", "--help"], &["--version"]] {
        let output = command(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(output.stderr.is_empty() && output.stdout.ends_with(b"\n"), "{output:?}");
    }
    let output = command(&["check", "--strickt"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("unexpected argument '--strickt' found") && said.contains("'--strict'"), "{said}");
    assert!(said.ends_with('\n') && !said.ends_with("\n\n") && output.stdout.is_empty(), "{said:?}");
}

/// Where a document goes does not decide what it holds.
#[test]
fn documents_do_not_depend_on_the_characters_of_the_locale() {
    for arguments in [&["render"][..], &["export", "--format", "text"], &["render", "--format", "svg"]] {
        let with = |value: &str| command(arguments).env("LC_ALL", value).output().unwrap().stdout;
        let plain = with("C.UTF-8");
        assert!(
            !plain.is_ascii() && plain == with("C") && plain == with("en_US.ISO-8859-1"),
            "{arguments:?}"
        );
    }
    let ascii = command(&["render", "--ascii"]).output().unwrap().stdout;
    let text = String::from_utf8(ascii).unwrap();
    assert!(!text.contains(['\u{2501}', '\u{258f}', '\u{250a}']), "{text}");
}

/// However often it was killed before: in mid-write the old file stands or the new one, and what was left beside it goes.
#[test]
fn what_killed_processes_left_goes_with_the_next_write() {
    let folder = dossier(&REWORDED);
    for number in 0..=100 {
        fs::write(folder.path().join(format!(".dossier.toml.{number}.tmp")), "half").unwrap();
    }
    fs::write(folder.path().join(".fundstelle-0aB9zZ.tmp"), "half").unwrap();
    fs::write(folder.path().join(".dossier.toml.swp"), "an editor's").unwrap();
    let mut child =
        command(&["relink", name(&folder)]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"y\ny\n").unwrap();
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{said}");
    assert!(said.ends_with("wrote dossier.toml\n"), "{said}");
    let left: Vec<_> = files(folder.path()).into_iter().map(|(path, _)| path).collect();
    let expected = [".dossier.toml.swp", "article.txt", "dossier.toml"].map(|name| folder.path().join(name));
    assert_eq!(left, expected);
}
