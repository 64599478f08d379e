//! Actors: what kind they are, and how often the article names them.

use std::fmt::Write as _;

use crate::common::run::Folder;
use crate::common::{Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::dossier::{Dossier, Id};
use fundstelle::facts;
use fundstelle::i18n::language::Language;
use fundstelle::load::format::{ACTOR, Type};
use fundstelle::load::{Memory, load, shipped};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;
use fundstelle::protocol::names;
use proptest::prelude::*;

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
        let _ = write!(
            actors,
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

/// A company that is called by two names side by side, and meant by a third.
fn parent() -> Memory {
    dossier(
        "Title\nIt is the Clipper parent Wellgard and its rival. Both rent. Wellgard-Clipper, Wellgard\u{2019}s own.\n",
        "[[actor]]\nid = \"wellgard\"\nkind = \"company\"\nname = \"Wellgard\"\nprominent = true\n\
         aliases = [\"Wellgard\", \"Clipper parent\", \"Clipper\"]\nmentions = [{ exact = \"Both\", inferred = true }]\n\
         [[actor]]\nid = \"rival\"\nkind = \"company\"\nname = \"Rival\"\nprominent = true\n\
         aliases = [\"its rival\"]\nmentions = [{ exact = \"Both\", inferred = true }]\n",
    )
}

/// The words a naming passage has.
fn passages<'a>(dossier: &'a Dossier, actor: &str) -> Vec<&'a str> {
    let passages = dossier.naming_passages(&Id::new(actor));
    passages.map(|passage| &dossier.article.text[passage.range]).collect()
}

fn counts(dossier: &Dossier, actor: &str) -> [usize; 4] {
    let naming = facts::naming(dossier, &Id::new(actor));
    [naming.named, naming.otherwise, naming.meant, naming.passages.len()]
}

#[test]
fn names_side_by_side_are_one_passage() {
    let dossier = load(&parent()).unwrap_or_else(|refusal| panic!("{refusal:?}")).dossier;
    let words = ["Clipper parent Wellgard", "Both", "Wellgard-Clipper", "Wellgard"];
    assert_eq!(passages(&dossier, "wellgard"), words);
    assert_eq!(counts(&dossier, "wellgard"), [3, 2, 1, 4]);
    assert_eq!(counts(&dossier, "rival"), [1, 0, 1, 2]);
}

/// Of two actors, in two sentences or parts of one, across a dash, in two paragraphs.
#[test]
fn names_apart_are_two_passages() {
    let actors =
        "[[actor]]\nid = \"a\"\nkind = \"company\"\nname = \"Anna\"\naliases = [\"Anna\", \"Bella\"]\n";
    let between = [
        (" ", 1),
        ("-", 1),
        ("\u{2011}", 1),
        ("\u{a0}", 1),
        (", ", 2),
        (". ", 2),
        (" - ", 2),
        (" \u{2013} ", 2),
        ("/", 2),
        (" & ", 2),
        (" (", 2),
        ("\n", 2),
    ];
    for (between, count) in between {
        let files = dossier(&format!("Title\nAnna{between}Bella\n"), actors);
        let dossier = load(&files).unwrap_or_else(|refusal| panic!("{refusal:?}")).dossier;
        assert_eq!(dossier.mentions.len(), 2);
        assert_eq!(passages(&dossier, "a").len(), count, "{between:?}");
    }
    let two = "[[actor]]\nid = \"b\"\nkind = \"company\"\nname = \"Bella\"\naliases = [\"Bella\"]\n";
    let files = dossier("Title\nAnna Bella\n", &(actors.replace(", \"Bella\"", "") + two));
    let dossier = load(&files).unwrap_or_else(|refusal| panic!("{refusal:?}")).dossier;
    assert_eq!((passages(&dossier, "a"), passages(&dossier, "b")), (vec!["Anna"], vec!["Bella"]));
}

#[test]
fn the_card_says_how_often_an_actor_is_named_and_how_else_it_is_called() {
    let (named, rival) = (
        "Named 3 times, called something else twice, meant once · 4 passages",
        "Named once, meant once · 2 passages",
    );
    let (genannt, rivale) = (
        "3-mal genannt, zweimal anders bezeichnet, einmal gemeint · 4 Stellen",
        "Einmal genannt, einmal gemeint · 2 Stellen",
    );
    for (language, actor, card, words) in [
        (Language::En, "wellgard", "Actor", named),
        (Language::En, "rival", "Actor", rival),
        (Language::De, "wellgard", "Akteur", genannt),
        (Language::De, "rival", "Akteur", rivale),
    ] {
        let mut screen = open(&parent(), language);
        screen.press("2").select(&format!("actor:{actor}")).press("Enter");
        assert!(screen.framed(card).prose().contains(words), "{}", screen.text());
    }
    // One line for both names, with both of them lit.
    let mut screen = open(&parent(), Language::En);
    screen.press("2").select("actor:wellgard");
    assert!(screen.framed("1 Article").words('L').join(" ").contains("Clipper parent Wellgard"));
    let status = screen.status();
    assert!(status.contains("Wellgard · 4 passages (1 inferred)"), "{status}");
    assert!(screen.framed("2 Actors").prose().contains("Wellgard company 4 1 inferred"), "{}", screen.text());
    screen.press("Enter");
    let card = screen.framed("Actor").text();
    assert_eq!(card.matches("Clipper parent Wellgard").count(), 1, "{card}");
}

/// With `→` from name to name, with `n` from passage to passage, and by a click on either name.
#[test]
fn a_step_takes_names_side_by_side_at_once() {
    let mut screen = open(&parent(), Language::En);
    let current = |screen: &Screen| screen.framed("1 Article").words('R').join(" ");
    let mut met = Vec::new();
    for _ in 0..6 {
        screen.press("Right");
        met.push((screen.selection(), current(&screen)));
    }
    let met: Vec<(&str, &str)> = met.iter().map(|(actor, words)| (&actor[6..], &**words)).collect();
    assert_eq!(
        met,
        [
            ("wellgard", "Clipper parent Wellgard"),
            ("rival", "its rival"),
            ("wellgard", "Both"),
            ("rival", "Both"),
            ("wellgard", "Wellgard-Clipper"),
            ("wellgard", "Wellgard"),
        ]
    );
    screen.press("n");
    assert!(screen.status().contains("Passage 1/4"), "{}", screen.status());
    assert_eq!(current(&screen), "Clipper parent Wellgard");
    screen.press("n");
    assert_eq!(current(&screen), "Both");
    let rows = screen.whole().rows;
    let (y, row) =
        rows.iter().enumerate().find(|(_, row)| row.text().contains("Clipper parent")).expect("a row");
    for name in ["Clipper parent", "Wellgard"] {
        let text = row.text();
        let x = text[..text.find(name).expect("the name")].chars().count();
        let mut screen = open(&parent(), Language::En);
        screen.press("M").click((u16::try_from(x).unwrap_or(0), u16::try_from(y).unwrap_or(0)));
        assert_eq!(
            (screen.selection(), current(&screen)),
            ("actor:wellgard".into(), "Clipper parent Wellgard".into())
        );
    }
}

#[test]
fn what_is_copied_and_documents_count_alike() {
    let line = "named 3 times, called something else twice, meant once · 4 passages";
    let mut screen = open(&parent(), Language::En);
    screen.press("2").select("actor:wellgard").press("y");
    let copied = screen.escaped().iter().find_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text.clone()),
        _ => None,
    });
    assert!(copied.is_some_and(|text| text.contains(&format!("company · {line}\n"))));
    let folder = Folder::of(&parent());
    let text = folder.run(&["export", "--format", "text"]).stdout;
    assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(&line[1..]), "{text}");
    let page = folder.run(&["export", "--format", "html"]).stdout;
    assert!(page.contains(&line[1..]));
    for number in 1..=4 {
        let id = format!("name-actor-wellgard-{number}");
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        assert_eq!(page.matches(&format!("href=\"#{id}\"")).count(), 1, "{id}");
    }
    assert!(!page.contains("name-actor-wellgard-5"));
}

/// Counted by hand in the article that ships.
#[test]
fn the_shipped_article_names_them_so_often() {
    let dossier = load(&shipped()).unwrap_or_else(|refusal| panic!("{refusal:?}")).dossier;
    for (actor, counted) in [("bytedance", [1, 1, 1, 2]), ("alibaba", [1, 0, 1, 2]), ("nvidia", [4, 0, 0, 4])]
    {
        assert_eq!(counts(&dossier, actor), counted, "{actor}");
    }
    assert_eq!(passages(&dossier, "bytedance"), ["TikTok-Mutter ByteDance", "Beide"]);
}

proptest! {
    /// Every mention is in one passage, and nothing but blanks and hyphens joins two.
    #[test]
    fn passages_are_no_more_than_mentions(
        article in "[abc ,.\\-\n]{1,60}", aliases in proptest::collection::btree_set("[abc]{1,2}", 1..4)
    ) {
        let aliases: Vec<&str> = aliases.iter().map(String::as_str).collect();
        let actor = format!(
            "[[actor]]\nid = \"x\"\nkind = \"group\"\nname = \"a\"\naliases = {aliases:?}\n"
        );
        let dossier = load(&dossier(&format!("Title\n{article}"), &actor)).expect("it opens").dossier;
        let id = Id::new("x");
        let naming = facts::naming(&dossier, &id);
        let mentions: Vec<_> = dossier.mentions_of(&id).collect();
        prop_assert_eq!(naming.named + naming.otherwise + naming.meant, mentions.len());
        prop_assert!(naming.passages.len() <= mentions.len());
        prop_assert_eq!(naming.passages.is_empty(), mentions.is_empty());
        prop_assert!(naming.passages.is_sorted_by(|one, next| one.range.end <= next.range.start));
        for mention in mentions {
            let around = naming.passages.iter().filter(|passage| {
                passage.range.start <= mention.passage.start && mention.passage.end <= passage.range.end
            });
            prop_assert_eq!(around.count(), 1);
        }
        for passage in &naming.passages {
            prop_assert!(!dossier.article.text[passage.range.clone()].contains([',', '.', '\n']));
        }
    }
}
