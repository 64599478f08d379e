//! Articles as they come: broken at a width, through a pipe, in another encoding, as a web page, without a title; and what
//! their authors get to know of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its files or read JSON had better fail")]

use serde_json::Value;

use crate::common::run::{Folder, run_with, text_of};
use fundstelle::dossier::{BlockKind, Dossier, LocalText};
use fundstelle::load::{Memory, Rule, load};

const HEAD: &str = "format = 1\nid = \"b\"\ntitle = \"B\"\n[article]\nlanguage = \"en\"\n";

const WRAPPED: &str = "Council votes to close the old bridge to lorries in May, and to all others
in the autumn of next year

By Ann Lee
Staff writer

What the council wants

The council voted on Tuesday to close the old bridge to lorries from the
first of May. Engineers found cracks in two of its arches in March, and the
mayor said that nobody would be put at risk, or at least not on purpose.

The town would pay for it, she said, and she would not say how much it was
going to be.

Read more on our pages
";

/// The files of a dossier, its rules, and the notes.
fn loaded(files: &Memory) -> (std::sync::Arc<Dossier>, Vec<String>, Vec<String>) {
    let loaded = load(files).unwrap_or_else(|refusal| panic!("{:?}", refusal.problems));
    let listed = |problems: &[fundstelle::load::Problem]| {
        problems.iter().map(fundstelle::load::Problem::heading).collect()
    };
    (loaded.dossier, listed(&loaded.problems), listed(&loaded.notes))
}

fn refused(files: &Memory) -> (String, String, String) {
    let refusal = load(files).expect_err("nothing can be opened");
    let problem = refusal.problems.first().unwrap();
    (problem.heading(), problem.message.clone(), problem.hint.clone())
}

fn blocks(dossier: &Dossier) -> Vec<(BlockKind, &str)> {
    let article = &dossier.article;
    article.blocks.iter().map(|block| (block.kind, &article.text[block.range.clone()])).collect()
}

#[test]
fn lines_broken_at_a_width_flow() {
    for text in [WRAPPED.to_owned(), WRAPPED.replace('\n', "\r\n"), format!("\u{feff}{WRAPPED}")] {
        let (dossier, problems, notes) = loaded(&Memory::default().with("a.txt", text));
        assert_eq!(problems, [""; 0]);
        assert_eq!(notes, ["a.txt:1:1: note[article-lines-joined]"]);
        let blocks = blocks(&dossier);
        let title = "Council votes to close the old bridge to lorries in May, and to all others in the autumn of next year";
        assert_eq!(blocks[0], (BlockKind::Title, title));
        assert_eq!(
            blocks[1..3],
            [(BlockKind::Paragraph, "By Ann Lee"), (BlockKind::Paragraph, "Staff writer")]
        );
        assert_eq!(blocks.len(), 7);
        assert!(blocks[4].1.starts_with(
            "The council voted on Tuesday to close the old bridge to lorries from the first of May."
        ));
    }
}

/// Quotations run over the lines' ends, headings and boilerplate are found, and every place is that of the file.
#[test]
fn all_that_names_words_of_a_wrapped_article_finds_them() {
    let tables = "[[claim]]\nid = \"c\"\ntext = \"X\"\nassessment = \"open\"\nanchors = [\"from the first of May. Engineers\"]\n\
                  hedge = \"voted\"\n";
    let article = "file = \"a.txt\"\nheadings = [\"What the council wants\"]\nboilerplate = [\"Read more on our pages\"]\n\
                   translation.de = \"a.de.txt\"\n";
    let german = "Der Stadtrat sperrt die alte Brücke\n\nVon Ann Lee\n\nRedaktion\n\nWas der Rat will\n\n\
                  Der Stadtrat beschloss am Dienstag, die alte Brücke für Lastwagen zu\nsperren. Ingenieure fanden Risse in zwei der \
                  Bögen, und die Bürgermeisterin\nsagte, niemand werde in Gefahr gebracht.\n\nDie Stadt zahle dafür, sagte sie, und sie \
                  sagte nicht, wie viel das\nsein werde.\n";
    let files =
        Memory::default().with("dossier.toml", format!("{HEAD}{article}{tables}")).with("a.txt", WRAPPED);
    let (dossier, problems, notes) = loaded(&files.clone().with("a.de.txt", german));
    // Too few of its lines are full, so a German line is a block: it is said where the translation begins to differ.
    let german_flows =
        german.replace("\nsperren", " sperren").replace("\nsagte", " sagte").replace("\nsein", " sein");
    assert!(problems.iter().all(|problem| problem.contains("translation-blocks")), "{problems:?}");
    let (dossier_flows, problems, _) = loaded(&files.clone().with("a.de.txt", german_flows));
    assert_eq!(problems, [""; 0]);
    assert_eq!(dossier_flows.article.translations[0].of_block(3), Some("Was der Rat will"));
    // One that was broken at a width too, with a paragraph too many after its third.
    let wrapped = WRAPPED.replace("Read more on our pages\n", "");
    assert_eq!(loaded(&files.clone().with("a.de.txt", wrapped.clone())).1, [""; 0]);
    let longer = wrapped.replace("\nThe town would pay", "\nOne too many.\n\nThe town would pay");
    let (_, problems, _) = loaded(&files.clone().with("a.de.txt", longer));
    assert_eq!(problems, ["a.de.txt:15:1: error[translation-blocks]"]);
    assert_eq!(notes, ["a.txt:1:1: note[article-lines-joined]"]);
    assert_eq!(blocks(&dossier)[3], (BlockKind::Heading, "What the council wants"));
    assert!(blocks(&dossier).iter().all(|(_, words)| !words.contains("Read more")));
    let passage = dossier.claims[0].evidence.anchors[0].passage().unwrap();
    assert_eq!(&dossier.article.text[passage], "from the first of May. Engineers");

    let folder = Folder::with(&[("a.txt", WRAPPED)]);
    let answer = folder.run_inside(&["check", ".", "--coverage"]);
    assert!(answer.stdout.contains("\n  a.txt:13:1: The town would pay for it"), "{}", answer.stdout);
    assert!(
        answer.stdout.contains("\n  a.txt:10:62: \"March\": Engineers found cracks"),
        "{}",
        answer.stdout
    );
    assert!(answer.stdout.contains("\n  a.txt:11:7: \"said\": Engineers found"), "{}", answer.stdout);
    let page = text_of(&["export", &folder.path().display().to_string(), "--format", "markdown"]);
    assert!(page.contains("lorries from the first of May. Engineers"), "{page}");
}

#[test]
fn a_note_fails_nothing_and_is_said_once() {
    let folder = Folder::with(&[("a.txt", WRAPPED)]);
    let answer = folder.run(&["check", "--strict"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert_eq!(answer.stdout.matches("note[article-lines-joined]").count(), 1, "{}", answer.stdout);
    assert!(answer.stdout.contains("0 errors, 0 warnings"), "{}", answer.stdout);
    let json: Value = serde_json::from_str(&folder.run(&["check", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["problems"].as_array().map(Vec::len), Some(0));
    assert_eq!(json["notes"][0]["rule"], "article-lines-joined");
    let flowing = Folder::with(&[("a.txt", "Title\n\nOne.\n\nTwo.\n")]);
    assert!(!flowing.run(&["check"]).stdout.contains("note["));
}

#[test]
fn a_named_line_of_a_wrapped_paragraph_stays_a_block() {
    let line = "first of May. Engineers found cracks in two of its arches in March, and the";
    let article = format!("file = \"a.txt\"\nboilerplate = [\"{line}\"]\n");
    let files =
        Memory::default().with("dossier.toml", format!("{HEAD}{article}")).with("a.txt", WRAPPED.repeat(2));
    let (dossier, problems, notes) = loaded(&files);
    assert_eq!((problems.len(), notes.len()), (0, 1));
    assert!(blocks(&dossier).iter().all(|(_, words)| !words.contains("Engineers")));
}

#[test]
fn another_encoding_is_named_with_the_line_that_converts_it() {
    let latin = b"Br\xfccke zu\n\nDie Br\xfccke schlie\xdft.\n";
    let (heading, message, hint) = refused(&Memory::default().with("a b.txt", latin));
    assert_eq!(heading, "a b.txt:1:3: fatal[article-unreadable]");
    assert!(message.contains("Windows-1252"), "{message}");
    assert!(hint.contains("iconv -f WINDOWS-1252 -t UTF-8 './a b.txt' > './a b.txt.utf8'"), "{hint}");
    let utf_16: Vec<u8> = "\u{feff}Title\n\nText\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (heading, message, hint) = refused(&Memory::default().with("a.txt", utf_16.clone()));
    assert_eq!(heading, "a.txt:1:1: fatal[article-unreadable]");
    assert!(
        message.contains("UTF-16") && hint.contains("iconv -f UTF-16 -t UTF-8 a.txt"),
        "{message} {hint}"
    );
    // Of tables and figures too, each once.
    let files = Memory::default().with("a.txt", "Title\n").with("dossier.toml", utf_16[2..].to_vec());
    let (heading, message, _) = refused(&files);
    assert_eq!(heading, "dossier.toml:1:1: fatal[file-unreadable]");
    assert!(message.contains("UTF-16"), "{message}");
    let dossier = format!("observations = \"f.csv\"\n{HEAD}file = \"a.txt\"\n");
    let files = Memory::default().with("a.txt", "Title\n").with("dossier.toml", dossier);
    let (_, problems, _) =
        loaded(&files.with("f.csv", b"series,date,value,part,source\nx,2024,1,Br\xfccke,y\n"));
    assert_eq!(problems, ["f.csv:2:12: error[figures-unreadable]"]);
}

#[test]
fn what_is_no_text_is_named() {
    for (bytes, name, what) in [
        (&b"%PDF-1.7\n\xe2\xe3"[..], "a.txt", "a PDF file"),
        (b"PK\x03\x04word/document.xml", "a.md", "a Word document"),
        (b"{\\rtf1 Words}", "a.txt", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n", "a.md", "a picture"),
        (b"Words\0\x01\xffmore", "a.txt", "a binary file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n", "a.txt", "Git LFS"),
    ] {
        let (heading, message, hint) = refused(&Memory::default().with(name, bytes));
        assert_eq!(heading, format!("{name}:1:1: fatal[article-unreadable]"));
        assert!(message.contains(what) && !hint.is_empty(), "{message}: {hint}");
    }
}

/// Whatever ends the lines, the blocks are the same, and so are the places in the file.
#[test]
fn carriage_returns_alone_end_lines() {
    let text = "Title\nWords.\nMore words Ã¤.\n";
    for text in
        [text.to_owned(), text.replace('\n', "\r"), text.replacen('\n', "\r\n", 1).replace("s.\n", "s.\r")]
    {
        for name in ["a.txt", "a.md"] {
            let (dossier, problems, _) = loaded(&Memory::default().with(name, text.as_str()));
            assert_eq!(problems, [format!("{name}:3:12: warning[article-garbled]")], "{text:?}");
            if name == "a.txt" {
                assert_eq!(blocks(&dossier).len(), 3, "{text:?}");
            }
        }
    }
}

#[test]
fn a_web_page_is_named_whatever_it_is_called() {
    let page = "<!DOCTYPE html>\n<html><head><title>T</title></head><body><p>Words</p></body></html>\n";
    let archive =
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n";
    for (name, text) in [("a.txt", page), ("a.md", page), ("a.txt", archive)] {
        let (_, problems, _) = loaded(&Memory::default().with(name, text));
        assert_eq!(problems, [format!("{name}:1:1: warning[article-web-page]")]);
    }
    assert_eq!(Rule::ArticleWebPage.id(), "article-web-page");
    let (_, problems, _) = loaded(&Memory::default().with("a.md", "# T\n\n<div>Words</div>\n"));
    assert_eq!(problems, [""; 0]);
}

#[test]
fn markdown_without_a_title_is_called_by_its_file_and_begins_with_its_text() {
    let (dossier, problems, notes) =
        loaded(&Memory::default().with("old-bridge.md", "The council closes it.\n\nThat is all.\n"));
    assert_eq!(dossier.title, LocalText::plain("old-bridge"));
    assert_eq!(dossier.article.title(), None);
    assert!(blocks(&dossier).iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
    assert_eq!((problems.len(), notes), (0, vec!["old-bridge.md:1:1: note[article-untitled]".to_owned()]));
    for head in [
        "headline: Old bridge",
        "page-title: \"Old bridge\"",
        "og:title: Old bridge",
        "\"og:title\": 'Old bridge'",
        "Title: Old bridge",
    ] {
        let (dossier, _, notes) =
            loaded(&Memory::default().with("a.md", format!("---\n{head}\n---\nText.\n")));
        assert_eq!((dossier.article.title(), notes.len()), (Some("Old bridge"), 0), "{head}");
        assert_eq!(blocks(&dossier)[1].1, "Text.");
    }
    let both = "---\nog:title: Old bridge | Courier\ntitle: Old bridge\nheadline: Bridge\n---\nText.\n";
    assert_eq!(loaded(&Memory::default().with("a.md", both)).0.article.title(), Some("Old bridge"));
}

#[test]
fn struck_words_and_footnotes_are_what_a_reader_sees() {
    let article = "# Bridge\n\nIt closes[^when] in ~~March~~ May.[^2]\n\n- [x] done\n- [ ] open\n\n[^when]: Said *Ann*.\n[^2]: Or June.\n";
    let claim = "[[claim]]\nid = \"c\"\ntext = \"X\"\nassessment = \"open\"\nanchors = [\"closes[1] in ~~March~~ May\"]\n";
    let files = Memory::default()
        .with("dossier.toml", format!("{HEAD}file = \"a.md\"\n{claim}"))
        .with("a.md", article);
    let (dossier, problems, _) = loaded(&files);
    assert_eq!(problems, [""; 0]);
    let words: Vec<&str> = blocks(&dossier).iter().map(|(_, words)| *words).collect();
    assert_eq!(
        words,
        [
            "Bridge",
            "It closes[1] in ~~March~~ May.[2]",
            "[x] done",
            "[ ] open",
            "[1] Said Ann.",
            "[2] Or June."
        ]
    );
    let folder = Folder::of(&files);
    let path = folder.path().display().to_string();
    let export = |format: &str| text_of(&["export", &path, "--format", format]);
    assert!(export("html").contains("<s>~~March~~</s>"), "{}", export("html"));
    assert!(export("markdown").contains("March") && export("markdown").contains("<s>"));
    assert!(export("text").contains("~~March~~"));
    let drawn = text_of(&["render", &path, "--format", "html"]);
    let line = drawn.lines().find(|line| line.contains("March")).unwrap_or_default();
    assert!(line.contains("March"), "{drawn}");
    assert!(drawn.contains("line-through"), "{drawn}");
}

/// What is struck out or set high never makes another number of what stands beside it.
#[test]
fn no_number_is_made_of_what_is_struck_out_or_set_high() {
    let article = "# T\n\nIt costs ~~5~~6 million, <del>5</del>6 or 10<sup>9</sup> units.\n";
    for (words, stands) in [
        ("costs 56 million", false),
        ("109 units", false),
        ("10^9 units", true),
        ("6 million", true),
        ("costs ~~5~~6 million", true),
    ] {
        let claim =
            format!("[[claim]]\nid = \"c\"\ntext = \"X\"\nassessment = \"open\"\nanchors = [\"{words}\"]\n");
        let files = Memory::default()
            .with("dossier.toml", format!("{HEAD}file = \"a.md\"\n{claim}"))
            .with("a.md", article);
        let (dossier, problems, _) = loaded(&files);
        assert_eq!(problems.is_empty(), stands, "{words}: {problems:?}");
        assert_eq!(dossier.claims[0].evidence.anchors[0].passage().is_some(), stands, "{words}");
    }
}

#[test]
fn an_article_comes_through_standard_input() {
    let article = "Old bridge to close\n\nThe mayor said so.\n";
    let answer = run_with(&["check", "--coverage", "-"], article);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.stdout.contains("checked standard input: 0 errors"), "{}", answer.stdout);
    assert!(answer.stdout.contains("  stdin.txt:3:11: \"said\": The mayor"), "{}", answer.stdout);
    for arguments in [
        &["export", "-", "--format", "markdown"][..],
        &["render", "-", "--size", "100x30"],
        &["export", "/dev/stdin", "--format", "text"],
    ] {
        let answer = run_with(arguments, article);
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(answer.stdout.contains("The mayor said so."), "{arguments:?}: {}", answer.stdout);
    }
    let plain = run_with(&["read", "--plain", "-"], article);
    assert!(plain.code == Some(0) && plain.stdout.contains("Old bridge to close"), "{plain:?}");
    let markdown =
        run_with(&["export", "-", "--format", "text"], "# Old *bridge*\n\nThe **mayor** said so.\n");
    assert!(
        markdown.stdout.contains("The mayor said so.") && !markdown.stdout.contains('#'),
        "{}",
        markdown.stdout
    );
}

#[test]
fn what_cannot_come_through_a_pipe_is_said() {
    let code_and_error = |arguments: &[&str], input: &[u8]| {
        let answer = run_with(arguments, input);
        (answer.code, answer.stdout + &answer.stderr)
    };
    for command in ["relink", "notes"] {
        let (code, error) = code_and_error(&[command, "-"], b"Title\n");
        assert!(code == Some(2) && error.contains("pipe"), "{error}");
    }
    let (code, error) = code_and_error(&["check", "-"], b"");
    assert!(code == Some(1) && error.contains("article-empty"), "{error}");
    let (code, error) = code_and_error(&["check", "-"], &b"words \n".repeat((10 << 20) / 7 + 1));
    assert!(code == Some(1) && error.contains("it is larger than"), "{error}");
    let (code, error) = code_and_error(&["-"], b"Title\n");
    assert!(code == Some(2) && error.contains("there is no terminal"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_fifo_and_a_substituted_process_are_read() {
    let folder = Folder::with(&[("a.txt", "Old bridge to close\n\nThe mayor said so.\n")]);
    let script = "mkfifo \"$1/pipe.md\" && { cat \"$1/a.txt\" > \"$1/pipe.md\" & \"$0\" check --coverage \"$1/pipe.md\"; }";
    let by_shell = |shell: &str, script: &str| {
        let output = std::process::Command::new(shell)
            .args(["-c", script, crate::common::run::BINARY])
            .arg(folder.path())
            .env("FUNDSTELLE_CONFIG", "off")
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    let said = by_shell("/bin/sh", script);
    assert!(said.contains("pipe.md:3:11: \"said\""), "{said}");
    if std::path::Path::new("/bin/bash").exists() {
        let said = by_shell("/bin/bash", "\"$0\" check --coverage <(cat \"$1/a.txt\")");
        assert!(said.contains("stdin.txt:3:11: \"said\""), "{said}");
    }
}
