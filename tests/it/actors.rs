//! Actors: what kind they are.

use crate::common::run::Folder;
use crate::common::{Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::load::format::{ACTOR, Type};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::names;

/// A dossier in English of an article and actors.
fn dossier(article: &str, actors: &str) -> Memory {
    Memory::default().with("a.txt", article).with(
        "dossier.toml",
        format!(
            "format = 1\nid = \"d\"\ntitle = \"D\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n{actors}"
        ),
    )
}

fn open(files: &Memory, language: Language) -> Screen {
    Screen::open(files, USUAL, Options { language, theme: Theme::Mono, ..Options::default() })
}

/// Each kind has a word in both languages: in the list with the country, on the card, in the filter, behind `:` and in
/// documents.
#[test]
fn a_parliament_a_court_a_party_and_an_organisation_are_called_so() {
    let kinds = [
        ("parliament", "Parlament", "Lower House"),
        ("court", "Gericht", "High Bench"),
        ("party", "Partei", "Reds"),
        ("organisation", "Organisation", "League"),
    ];
    let mut actors = String::new();
    for (kind, _, name) in kinds {
        actors += &format!(
            "[[actor]]\nid = \"{kind}-x\"\nkind = \"{kind}\"\ncountry = \"GB\"\nname = \"{name}\"\naliases = [\"{name}\"]\n"
        );
    }
    let files = dossier("Title\nLower House, High Bench, Reds and League meet.\n", &actors);
    let folder = Folder::of(&files);
    assert_eq!(folder.run(&["check", "--strict"]).code, Some(0));
    let languages = [(Language::En, "en", "2 Actors", "Actor"), (Language::De, "de", "2 Akteure", "Akteur")];
    for (language, tag, panel, card) in languages {
        let document = folder.run(&["export", "--format", "text", "--lang", tag]).stdout;
        for (kind, german, name) in kinds {
            let word = if language == Language::De { german } else { kind };
            let mut screen = open(&files, language);
            let row = screen.framed(panel).row_with(name).text();
            assert!(row.contains(&format!("{word} GB")), "{row}");
            screen.press("2").select(&format!("actor:{kind}-x")).press("Enter");
            assert!(screen.framed(card).text().contains(&format!("{word} · GB")), "{}", screen.text());
            assert!(document.contains(&format!("{word} · GB")), "{document}");
            let mut screen = open(&files, language);
            screen.press("2 f");
            let chooser = screen.framed(&format!("Filter: {}", &panel[2..]));
            assert!(chooser.rows.iter().any(|row| row.text().contains(word)), "{}", screen.text());
            let letters: Vec<String> = word.to_lowercase().chars().map(|letter| letter.to_string()).collect();
            screen.press("Esc :").press(&letters.join(" "));
            assert!(screen.text().contains(name), "{}", screen.text());
        }
    }
}

/// A kind without a word of its own would be shown as it is written in the file, which no German noun is.
#[test]
fn every_kind_has_a_word() {
    let kind = ACTOR.fields.iter().find(|field| field.key == "kind").map(|field| field.kind);
    let Some(Type::Word(words)) = kind else { panic!("{kind:?}") };
    for word in words {
        assert_ne!(names::actor_kind(Language::De, word), *word);
    }
}
