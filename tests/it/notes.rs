//! The notes file as the program keeps it: written while one reads, shown again, printed, and left alone where it was edited
//! by hand.

#![expect(clippy::unwrap_used, reason = "a test that cannot read what was written had better fail")]

use std::fs;

use fundstelle::facts::{BlockLabel, Blocks, Place, Stretch};
use fundstelle::load::{Memory, load};

use crate::common::fixture::FIXTURE;
use crate::common::run::run_in;

#[test]
fn words_are_placed_by_paragraph_and_sentence() {
    let text = "# Title\n\nFirst one. Second one.\n\n## Head\n\nThird. Fourth one.\n\n---\n\nLast.\n";
    let loaded = load(&Memory::default().with("a.md", text)).unwrap();
    let article = &loaded.dossier.article;
    let blocks = Blocks::of(article);
    let place = |words: &str| {
        let start = article.text.find(words).unwrap();
        blocks.stretch(&(start..start + words.len()))
    };
    let at = |block, sentence| Place { block, sentence };
    let one = |block, sentence| Stretch { from: at(block, sentence), to: at(block, sentence) };
    assert_eq!(place("Title"), one(BlockLabel::Title, None));
    assert!(matches!(place("Head").from, Place { block: BlockLabel::Heading(_), sentence: None }));
    assert_eq!(place("First"), one(BlockLabel::Paragraph(1), Some(1)));
    assert_eq!(place("Second one."), one(BlockLabel::Paragraph(1), Some(2)));
    assert_eq!(place("Fourth"), one(BlockLabel::Paragraph(2), Some(2)));
    assert_eq!(place("Last."), one(BlockLabel::Paragraph(3), Some(1)));
    let over =
        Stretch { from: at(BlockLabel::Paragraph(2), Some(1)), to: at(BlockLabel::Paragraph(2), Some(2)) };
    assert_eq!(place("Third. Fourth"), over);
}

fn notes(folder: &str, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = run_in(&[("FUNDSTELLE_NOTES", folder)], &[&["notes"], arguments].concat());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[test]
fn the_command_prints_the_file_and_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let (said, _, code) = notes(path, &["--path"]);
    assert_eq!((said.trim_end(), code), (&*format!("{path}/ki-exodus.md"), Some(0)));
    let (said, error, code) = notes(path, &[]);
    assert!(said.is_empty() && error.contains("no notes yet") && code == Some(0), "{error}");
    fs::write(folder.path().join("ki-exodus.md"), "# Mine\r\n\ntext").unwrap();
    assert_eq!(notes(path, &[]).0, "# Mine\r\n\ntext");
    let (own, _, _) = notes(path, &["--path", FIXTURE]);
    assert!(own.starts_with(&format!("{path}/fixture-")), "{own}");
    let (_, error, code) = notes("off", &[]);
    assert!(error.contains("no notes are kept") && code == Some(2), "{error}");
    let (_, error, code) = notes(path, &["/nowhere/at/all"]);
    assert!(!error.is_empty() && code == Some(1), "{error}");
}

#[cfg(unix)]
mod in_a_terminal {
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::PathBuf;

    use portable_pty::CommandBuilder;

    use super::*;
    use crate::common::pty::Session;
    use crate::common::run::BINARY;

    fn open(folder: &tempfile::TempDir) -> Session {
        let mut command = CommandBuilder::new(BINARY);
        command.arg(FIXTURE);
        command.arg("--lang=en");
        command.env("FUNDSTELLE_NOTES", folder.path());
        let mut session = Session::start(command, (120, 40));
        session.wait_until("the article", |session| session.text().contains("Leinen los"));
        session
    }

    fn file(folder: &tempfile::TempDir) -> PathBuf {
        let mut files = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        files.next().unwrap()
    }

    #[test]
    fn notes_outlive_the_program_and_what_is_written_by_hand_outlives_both() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = open(&folder);
        session.press("cY");
        session
            .wait_until("that it is collected", |session| session.text().contains("Collected as entry 1 · "));
        session.press("A");
        session.wait_until("the line to type in", |session| session.text().contains("Note on: Claim 1"));
        session.press("mine");
        session.wait_until("what is typed", |session| session.text().contains("mine"));
        session.press("\r");
        session.wait_until("that it is saved", |session| session.text().contains("Note saved in entry 1"));
        session.press("\u{3}");
        session.end();
        let path = file(&folder);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let written = fs::read_to_string(&path).unwrap();
        assert!(
            written.contains("<!-- fundstelle: claim:built-abroad -->\n\n> **Assessment:** "),
            "{written}"
        );
        assert!(written.ends_with("\n\nmine\n"), "{written}");

        let by_hand = format!("My own head\r\n\r\n{written}\nmore of mine, by hand\n\n```\n## none\n```\n");
        fs::write(&path, &by_hand).unwrap();
        let mut session = open(&folder);
        session.wait_until("the sign", |session| session.text().contains('✎'));
        session.press("cA");
        session.wait_until("the note", |session| session.text().contains("Note on: Claim 1"));
        session.press(" now");
        session.wait_until("what is typed", |session| session.text().contains("mine now"));
        session.press("\r");
        session.wait_until("that it is saved", |session| session.text().contains("Note saved"));
        session.press("\u{3}");
        session.end();
        let after = fs::read_to_string(&path).unwrap();
        assert_eq!(after, by_hand.replace("\nmine\n", "\nmine now\n"));
    }
}
