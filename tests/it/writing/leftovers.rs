//! Lines that are the page's and not the article's: they go into `boilerplate`, wherever that is or would be, and take nothing with
//! them that the dossier has.

use fundstelle::dossier::{Decision, SuggestionKind};
use fundstelle::edit::draft::{decided, leftover};
use fundstelle::edit::{Change, Refused, plan, revert, toml};
use fundstelle::load::{Files as _, Memory, load};

use super::common::{after, contents};

const ARTICLE: &str = "# Der Hafen wächst\n\nTeilen\n\n5 Kommen\u{ad}tare lesen\n\nDie Werft Nordkai will einen Kran.\n\nNordkai folgen\n\nTeilen\n";

fn files(toml: &str) -> Memory {
    Memory::default().with("a.md", ARTICLE).with("dossier.toml", toml)
}

/// The change that leaves out these lines.
fn without(files: &Memory, lines: &[&str]) -> Change {
    let dossier = load(files).unwrap().dossier;
    let text = &dossier.article.text;
    let range = |line: &&str| {
        let start = text.find(line).unwrap();
        dossier.article.blocks.iter().find(|block| block.range.contains(&start)).unwrap().range.clone()
    };
    leftover(&dossier, &lines.iter().map(range).collect::<Vec<_>>()).unwrap()
}

fn shown(files: &Memory) -> Vec<String> {
    let article = &load(files).unwrap().dossier.article;
    article.text_blocks().map(|block| article.text[block.range.clone()].to_owned()).collect()
}

/// Leaves out these lines, takes that back to the byte, and does it again; the head as it is then.
fn head_without(files: &Memory, lines: &[&str]) -> (Memory, String) {
    let found = plan(files, &without(files, lines)).unwrap();
    assert!(found.warnings.is_empty(), "{:?}", found.warnings);
    let later = after(files, &found);
    let undone = revert(&later, &found.undo).unwrap();
    assert_eq!(contents(&after(&later, &undone)), contents(files), "it is taken back to the byte");
    assert_eq!(contents(&after(files, &revert(files, &undone.undo).unwrap())), contents(&later));
    let head = String::from_utf8(later.read("dossier.toml", 1 << 20).unwrap()).unwrap();
    (later, head)
}

const HEAD: &str = "format = 1\nid = \"hafen\"\ntitle = \"Der Hafen\"\n\n[article]\nfile = \"a.md\"\nlanguage = \"de\"\n# outlet = \"\"\n";

#[test]
fn a_list_is_made_with_a_line_for_each_and_grows() {
    let (later, head) = head_without(&files(HEAD), &["Teilen", "5 Kommen"]);
    let list = "boilerplate = [\n  \"Teilen\",\n  \"5 Kommentare lesen\",\n]\n";
    assert_eq!(head, HEAD.replace("# outlet", &format!("{list}# outlet")));
    assert_eq!(shown(&later), ["Der Hafen wächst", "Die Werft Nordkai will einen Kran.", "Nordkai folgen"]);
    let (_, head) = head_without(&later, &["Nordkai folgen"]);
    assert!(head.contains("  \"5 Kommentare lesen\",\n  \"Nordkai folgen\",\n]\n"), "{head}");
}

#[test]
fn the_list_is_where_the_article_is_however_that_is_written() {
    let begin = "format = 1\r\nid = \"hafen\"\r\ntitle = \"Der Hafen\"\r\n";
    for (article, expected) in [
        ("[article]\r\nfile = \"a.md\"", "boilerplate = [\r\n  \"Teilen\",\r\n  \"Nordkai folgen\",\r\n]"),
        (
            "article = { file = \"a.md\" }\r\n",
            "{ file = \"a.md\", boilerplate = [\"Teilen\", \"Nordkai folgen\"] }",
        ),
        ("article.file = \"a.md\"\r\n", "article.boilerplate = [\"Teilen\", \"Nordkai folgen\"]\r\n"),
        (
            "[article]\r\nfile = \"a.md\"\r\nboilerplate = []\r\n",
            "boilerplate = [\"Teilen\", \"Nordkai folgen\"]\r\n",
        ),
        (
            "[article]\r\nfile = \"a.md\"\r\nboilerplate = [\r\n    \"5 Kommentare lesen\" # counted\r\n]\r\n",
            "    \"Teilen\",\r\n    \"Nordkai folgen\"\r\n]\r\n",
        ),
    ] {
        let (later, head) = head_without(&files(&format!("{begin}{article}")), &["Teilen", "Nordkai folgen"]);
        assert!(head.contains(expected), "{head}");
        assert!(!shown(&later).contains(&"Teilen".to_owned()));
    }
}

#[test]
fn what_is_decided_is_written_and_copied_with_it() {
    let files = files(HEAD);
    let words = vec!["Teilen".into()];
    let decision = Decision { of: SuggestionKind::Leftover, words, is_accepted: true };
    let change = decided(without(&files, &["Teilen"]), decision.clone());
    let found = plan(&files, &change).unwrap();
    assert_eq!(found.loaded.dossier.suggested.decisions, [decision]);
    assert_eq!(toml(&change), "# in [article]\nboilerplate = [\"Teilen\"]\n");
}

#[test]
fn what_the_dossier_has_of_a_line_stays() {
    let actor =
        "[[actor]]\nid = \"nordkai\"\nkind = \"company\"\nname = \"Nordkai\"\naliases = [\"Nordkai\"]\n";
    let named = files(&format!("{HEAD}{actor}"));
    let (later, _) = head_without(&named, &["Nordkai folgen"]);
    assert_eq!(load(&later).unwrap().dossier.mentions.len(), 1, "it is named elsewhere, too");
    let quoted = |words: &str| {
        let claim =
            format!("[[claim]]\nid = \"a\"\ntext = \"A\"\nassessment = \"open\"\nanchors = [\"{words}\"]\n");
        let files = files(&format!("{HEAD}{claim}"));
        plan(&files, &without(&files, &["Nordkai folgen"]))
    };
    assert!(quoted("einen Kran").is_ok());
    assert!(quoted("Nordkai folgen").is_err());
    let alone = actor.replace("aliases = [\"Nordkai\"]", "aliases = [\"Nordkai folgen\"]");
    let files = files(&format!("{HEAD}{alone}"));
    let found = plan(&files, &without(&files, &["Nordkai folgen"]));
    assert!(matches!(found, Err(Refused::WouldChange { .. })), "nobody else is named by it: {found:?}");
}

#[test]
fn of_another_article_nothing_is_left_out() {
    let files = files(HEAD);
    let change = without(&files, &["Teilen"]);
    let other = files.with("a.md", ARTICLE.replace("Teilen", "Drucken"));
    assert!(matches!(plan(&other, &change), Err(Refused::WordsGone)));
    let dossier = load(&other).unwrap().dossier;
    assert_eq!(leftover(&dossier, &[]), None);
    assert_eq!(leftover(&dossier, &[0..3]), None, "not a whole line");
}
