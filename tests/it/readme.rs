//! What the README says is so: its picture, its example, its keys, its signs, its commands.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the README had better fail")]

use std::path::Path;

use fundstelle::i18n::language::Language;
use fundstelle::input::action::TABLE;
use fundstelle::load::{Memory, load};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::panel::Panel;
use fundstelle::look::signs;

use crate::common::run::program;

const README: &str = include_str!("../../README.md");

/// The block of code that follows a line.
fn block_after(line: &str) -> &'static str {
    let rest = README.split_once(line).unwrap_or_else(|| panic!("the README has no line {line:?}")).1;
    let rest = rest.split_once("```").unwrap().1.split_once('\n').unwrap().1;
    rest.split_once("```").unwrap().0
}

#[test]
fn the_pictures_are_what_their_commands_make() {
    for line in [
        "The picture at the top is made by",
        "The picture of suggestions is made by",
        "The picture of the tour is made by",
    ] {
        assert_made(block_after(line));
    }
}

fn assert_made(command: &str) {
    let arguments = command.split_once("-- ").unwrap().1.trim();
    let (arguments, output) = arguments.split_once(" -o ").unwrap();
    let mut words: Vec<String> = Vec::new();
    for (number, piece) in arguments.split('"').enumerate() {
        if number % 2 == 1 {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    let made = program().args(words).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    let kept = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(output.trim())).unwrap();
    assert!(README.contains(&format!("]({})", output.trim())), "the README shows the picture it makes");
    assert!(made.stdout == kept, "the picture is out of date; make it again with the README's command");
}

#[test]
fn the_example_is_a_whole_dossier() {
    let files = Memory::default()
        .with("article.txt", block_after("\n`article.txt`\n"))
        .with("dossier.toml", block_after("\n`dossier.toml`\n"));
    let loaded = load(&files).unwrap();
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    assert_eq!(loaded.dossier.claims.len(), 1);
    assert_eq!(loaded.dossier.mentions.len(), 1);
}

#[test]
fn every_key_of_the_table_stands_in_the_readme() {
    let keys = README.split_once("### Keys").unwrap().1.split_once("###").unwrap().0;
    for entry in TABLE {
        for key in entry.keys {
            let written = match key.to_string().as_str() {
                "Up" => String::from("`↑`"),
                "Down" => String::from("`↓`"),
                "Left" => String::from("`←`"),
                "Right" => String::from("`→`"),
                digit if digit.parse::<u8>().is_ok() => format!("`1` to `{}`", Panel::ALL.len()),
                single if single.chars().count() == 1 => format!("`{single}`"),
                name => name.to_owned(),
            };
            assert!(keys.contains(&written), "{} ({written}) is missing", entry.name);
        }
    }
}

#[test]
fn every_sign_stands_in_the_readme() {
    for (sign, _) in signs::legend(Language::En.strings()) {
        assert!(README.contains(&format!("`{}`", sign.glyph.get(Glyphs::Unicode))), "{sign:?}");
    }
}
