//! `fundstelle relink`: what is confirmed is written, and nothing else.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::io::Write as _;

use fundstelle::load::Memory;

use crate::common::fixture::{fixture, text_of};
use crate::common::run::{Folder, program};

/// The fixture on disk, with CRLF and a byte order mark in one of its files and edits in its article.
fn edited(edits: &[(&str, &str)]) -> Folder {
    let mut article = text_of("article.txt");
    for (from, to) in edits {
        assert_eq!(article.matches(from).count(), 1, "{from}");
        article = article.replace(from, to);
    }
    let claims = format!("\u{feff}{}", text_of("claims.toml").replace('\n', "\r\n"));
    // The same quotation in two things would be one question.
    let research = "\"das Fachportal Werftwelt hat ergänzend recherchiert\"";
    let actors = text_of("actors.toml").replace(research, &research.replacen("das", "Abendkurier; das", 1));
    let files: Memory =
        fixture().with("article.txt", article).with("claims.toml", claims).with("actors.toml", actors);
    Folder::of(&files)
}

/// Where the anchors of this thing are written: `claims.toml:7:12`.
fn anchors_of(name: &str, id: &str) -> String {
    let text = text_of(name);
    let mut lines = (1..).zip(text.lines()).skip_while(|(_, line)| *line != format!("id = \"{id}\""));
    let (line, _) = lines.find(|(_, line)| line.starts_with("anchors = [\"")).unwrap();
    format!("{name}:{line}:12")
}

/// Standard output, standard error and the exit code.
fn relink(folder: &Folder, answers: impl AsRef<[u8]>) -> (String, String, Option<i32>) {
    let answer = folder.run_with(&["relink"], answers);
    (answer.stdout, answer.stderr, answer.code)
}

fn all(folder: &Folder) -> Vec<(String, String)> {
    ["dossier.toml", "sources.toml", "actors.toml", "claims.toml", "events.toml", "series.toml"]
        .map(|name| (name.to_owned(), folder.read(name)))
        .to_vec()
}

const EDIT: [(&str, &str); 1] = [("hat ergänzend recherchiert", "hat nicht recherchiert")];

#[test]
fn what_is_confirmed_is_written_and_nothing_else() {
    let folder = edited(&EDIT);
    assert_eq!(folder.run(&["check"]).code, Some(1));
    let (before, actors) = (folder.read("claims.toml"), folder.read("actors.toml"));
    // The actor's role first, then the claim.
    let (output, _, code) = relink(&folder, "n\ny\n");
    assert_eq!(code, Some(1), "one is left: {output}");
    let second = format!("2/2  {}  claim:research, anchors\n", anchors_of("claims.toml", "research"));
    assert!(output.contains(&second), "{output}");
    assert!(output.contains("quoted:  das Fachportal Werftwelt hat [-ergänzend-] recherchiert"), "{output}");
    assert!(output.contains("now:     das Fachportal Werftwelt hat [+nicht+] recherchiert"), "{output}");
    assert!(output.ends_with("1 confirmed, 1 left as they are; 0 lost, for which there is nothing to propose\nwrote claims.toml\n"), "{output}");
    let after = folder.read("claims.toml");
    let anchor = "\"das Fachportal Werftwelt hat ergänzend recherchiert\"";
    assert_eq!(before.matches(anchor).count(), 1);
    assert_eq!(after, before.replace(anchor, "\"das Fachportal Werftwelt hat nicht recherchiert\""));
    assert_eq!(folder.read("actors.toml"), actors);
    assert_eq!(relink(&folder, "y\n").2, Some(0), "nothing is left");
    assert_eq!(relink(&folder, "").2, Some(0), "nor is there anything to ask");
    assert_eq!(folder.run(&["check"]).code, Some(0), "all are exact again");
}

#[test]
fn no_answer_is_no() {
    for answers in ["", "n\n", "quit\ny\n", "n\nn\n", "N\nNo\n", "QUIT\n"] {
        let folder = edited(&EDIT);
        let before = all(&folder);
        let (output, _, code) = relink(&folder, answers);
        assert_eq!(code, Some(1));
        assert!(output.contains("0 confirmed, 2 left as they are"), "{output}");
        assert_eq!(all(&folder), before, "{answers:?}");
    }
}

#[test]
fn what_was_confirmed_before_the_end_is_written() {
    for answers in ["y\n", "y\nquit\n", "Y\n", "Yes\r\n", "YES\nn\n"] {
        let folder = edited(&EDIT);
        let (output, _, _) = relink(&folder, answers);
        assert!(
            output.contains("1 confirmed, 1 left") && output.ends_with("wrote actors.toml\n"),
            "{output}"
        );
    }
}

#[test]
fn an_answer_that_is_none_ends_it_with_nothing_written() {
    let claim = anchors_of("claims.toml", "research");
    let second = format!("2/2  {claim}; nothing was written; the answer before it can be given again");
    let first = format!("1/2  {}; nothing was written\n", anchors_of("actors.toml", "werftwelt"));
    for (answers, said) in [
        (&b"y\nperhaps\n"[..], format!("\"perhaps\" is no answer to {second}")),
        (b"y\n\n", format!("\"\" is no answer to {second}")),
        (b"y\n\xff\n", format!("is no answer to {second}")),
        (b"1\n", format!("\"1\" is no answer to {first}")),
    ] {
        let folder = edited(&EDIT);
        let before = all(&folder);
        let (_, error, code) = relink(&folder, answers);
        assert_eq!(code, Some(2));
        assert!(error.contains(&said), "{error}");
        assert_eq!(all(&folder), before);
    }
}

#[test]
fn what_is_lost_is_listed_at_the_end() {
    let folder = edited(&[("die Werften der Region", "die Werften der Küste")]);
    folder.write("tour.toml", "[[gap]]\nid = \"gone\"\nnear = \"Talburg hält sich in dieser Frage nach allem, was man hört, auffallend zurück\"\n");
    for command in [&["relink"][..], &["relink", "--dry-run"]] {
        let answer = folder.run(command);
        let output = answer.stdout;
        let (_, lost) = output.split_once(" lost, for which there is nothing to propose\n").unwrap();
        let line =
            "  tour.toml:3:8  gap:gone, near  Talburg hält sich in dieser Frage nach allem, was man hört,…\n";
        assert!(lost.contains(line), "{output}");
        assert_eq!(answer.code, Some(1));
    }
}

#[test]
fn of_several_places_the_one_that_is_named_is_written() {
    let folder = edited(&[("Beide sollen", "Beide sollen jetzt, so heißt es. Beide sollen")]);
    let claims = folder.read("claims.toml");
    let (output, error, code) = relink(&folder, "n\n");
    assert_eq!((code, error.as_str()), (Some(0), ""), "{output}");
    let folder = edited(&[(
        "sieht viele fremde Flaggen. ",
        "sieht viele fremde Flaggen.\nNeu. Man sieht viele fremde Flaggen, sagt man.\n",
    )]);
    folder.write("tour.toml", "[[gap]]\nid = \"flags\"\nnear = \"viele fremde Flaggen\"\n");
    let (output, _, _) = relink(&folder, "quit\n");
    assert!(output.contains("which one is meant? 1 to 2, n, e (type the words), quit: "), "{output}");
    assert!(
        output.contains("   2  ") && output.contains("Neu. Man [sieht viele fremde Flaggen], sagt man."),
        "{output}"
    );
    let (output, error, code) = relink(&folder, "2\nn\n");
    assert_eq!((code, error.as_str()), (Some(1), ""), "{output}");
    let value = "anchors = [\"sieht viele fremde Flaggen\"]";
    assert!(claims.contains(value));
    let suffixed = "anchors = [{ exact = \"sieht viele fremde Flaggen\", suffix = \", sagt\" }]";
    let (is, was) = (folder.read("claims.toml"), claims.replace(value, suffixed));
    let other: Vec<_> = is.lines().zip(was.lines()).filter(|(is, was)| is != was).collect();
    assert!(is == was, "{other:#?}");
}

#[test]
fn of_more_places_than_are_listed_it_is_said() {
    let sentence = "sieht viele fremde Flaggen. ";
    let often = "Man sieht viele fremde Flaggen, sagt man. ".repeat(20);
    let folder = edited(&[(sentence, &format!("{sentence}\nNeu. {}\n", often.trim_end()))]);
    let (output, _, code) = relink(&folder, "quit\n");
    assert_eq!(code, Some(1));
    assert!(output.contains("  16  ") && !output.contains("  17  "), "{output}");
    assert!(output.contains("perhaps more, which are not listed"), "{output}");
    let folder = edited(&[(sentence, &format!("{sentence}Man {sentence}"))]);
    let (output, _, _) = relink(&folder, "quit\n");
    assert!(
        output.contains("1 to 2, n, e (type the words), quit") && !output.contains("perhaps more"),
        "{output}"
    );
}

#[test]
fn however_many_are_asked_each_answer_is_for_its_own() {
    let folder = edited(&EDIT);
    let article = folder.read("article.txt");
    let clause = "das Fachportal Werftwelt hat ergänzend recherchiert";
    let start = article.find("das Fachportal Werftwelt").unwrap();
    // Each has a context of its own, or they would be one question.
    let context = |number: usize| {
        let before: Vec<char> = article[..start].chars().rev().take(50 + number).collect();
        before.into_iter().rev().collect::<String>()
    };
    let of = |number: usize, words: &str| {
        let prefix = context(number);
        format!("[[gap]]\nid = \"g{number}\"\nnear = {{ exact = \"{words}\", prefix = \"{prefix}\" }}\n")
    };
    let tour: String = (0..150).map(|number| of(number, clause)).collect();
    folder.write("tour.toml", &tour);
    let confirmed = |number: usize| number % 3 == 1 || number > 145;
    let answers: String = (0..150).map(|number| if confirmed(number) { "y\n" } else { "n\n" }).collect();
    let (output, error, code) = relink(&folder, format!("n\nn\n{answers}"));
    assert_eq!((code, error.as_str()), (Some(1), ""), "{output}");
    let words = |number: usize| {
        if confirmed(number) { clause.replace("ergänzend", "nicht") } else { clause.to_owned() }
    };
    let expected: String = (0..150).map(|number| of(number, &words(number))).collect();
    assert_eq!(folder.read("tour.toml"), expected);
}

#[test]
fn a_dry_run_asks_and_writes_nothing() {
    let folder = edited(&EDIT);
    let before = all(&folder);
    let output = folder.run_with(&["relink", "--dry-run"], "y\ny\n").stdout;
    assert!(output.contains("would write \"das Fachportal Werftwelt hat nicht recherchiert"), "{output}");
    assert!(output.contains("2 to be asked; nothing was asked or written"), "{output}");
    assert_eq!(all(&folder), before);
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let folder = edited(&EDIT);
    let mut child = program().arg("relink").arg(folder.path()).spawn().unwrap();
    // Its first words are written when everything is read.
    let mut first = [0; 3];
    std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut first).unwrap();
    let claims = folder.read("claims.toml").replace("# --- The conclusion", "# --- Conclusion");
    folder.write("claims.toml", &claims);
    child.stdin.take().unwrap().write_all(b"y\ny\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("claims.toml has changed meanwhile; nothing was written"), "{error}");
    assert_eq!(folder.read("claims.toml"), claims);
}
