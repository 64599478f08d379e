//! Another quotation in the place of one, and not a byte changed beside it.

use super::spelling::literal;
use super::*;
use crate::load::{Memory, parse};
use proptest::prelude::*;

const HEAD: &str = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n";

/// A dossier with one gap per way of writing a quotation.
fn dossier(article: &str, claims: &str) -> Memory {
    Memory::default().with("dossier.toml", HEAD).with("a.txt", article).with("claims.toml", claims)
}

fn of(files: &Memory) -> WrittenAnchors {
    parse(files).unwrap_or_else(|refusal| panic!("{refusal:?}")).quotations.unwrap()
}

/// The claims' file after every reworded or ambiguous quotation was taken to its located or last place.
fn relinked(article: &str, claims: &str) -> String {
    let written = of(&dossier(article, claims));
    let mut wanted = Vec::new();
    for anchor in &written.anchors {
        let place = match &anchor.state {
            AnchorState::Reworded(place) => place.clone(),
            AnchorState::Ambiguous(places) => places.last().unwrap().clone(),
            AnchorState::Exact(_) | AnchorState::Lost => continue,
        };
        wanted.push((anchor, place));
    }
    let all: Vec<Edit> = written.relinked(&wanted).into_iter().flat_map(Option::unwrap).collect();
    let (before, after) = written.rewritten(&all).remove("claims.toml").unwrap();
    assert_eq!(before, claims.as_bytes());
    let after = String::from_utf8(after).unwrap();
    let again = of(&dossier(article, &after));
    assert!(again.anchors.iter().all(|anchor| matches!(anchor.state, AnchorState::Exact(_))), "{after}");
    after
}

const ARTICLE: &str =
    "Titel\nDie Firma mietet heute in Johor \"alte\" Chips und Server aus dem Bestand.\nChips fehlen dort.\n";
const OLD: &str = "Die Firma mietet heute in Batam \\\"alte\\\" Chips und Server aus dem Bestand";

#[test]
fn the_kind_of_string_stays_where_it_can() {
    for (old, new) in [
        (
            format!("\"{OLD}\""),
            "\"Die Firma mietet heute in Johor \\\"alte\\\" Chips und Server aus dem Bestand\"".to_owned(),
        ),
        (
            format!("\"\"\"{OLD}\"\"\""),
            "\"\"\"Die Firma mietet heute in Johor \\\"alte\\\" Chips und Server aus dem Bestand\"\"\""
                .to_owned(),
        ),
        (
            format!("'{}'", OLD.replace('\\', "")),
            "'Die Firma mietet heute in Johor \"alte\" Chips und Server aus dem Bestand'".to_owned(),
        ),
        (
            format!("'''{}'''", OLD.replace('\\', "")),
            "'''Die Firma mietet heute in Johor \"alte\" Chips und Server aus dem Bestand'''".to_owned(),
        ),
    ] {
        let around = |value: &str| {
            format!(
                "\u{feff}# ä\r\n[[gap]]\r\nid = \"g\"\r\n  near   =  {value} # \"so\"\r\ntext = \"x\"\r\n\r\n"
            )
        };
        assert_eq!(relinked(ARTICLE, &around(&old)), around(&new));
    }
}

#[test]
fn what_stands_twice_becomes_a_table_and_a_table_stays_one() {
    let claim = |anchors: &str| format!("[[claim]]\nid = \"c\"\nanchors = [\n  {anchors}, # ok\n]\n");
    assert_eq!(relinked(ARTICLE, &claim("'Chips'")), claim("{ exact = 'Chips', suffix = \" fehlen\" }"));
    assert_eq!(
        relinked(ARTICLE, &claim("{ inferred = true , exact =  \"Chips\" }")),
        claim("{ inferred = true , exact =  \"Chips\", suffix = \" fehlen\" }")
    );
}

#[test]
fn a_context_that_has_changed_is_written_anew() {
    let claim = |anchors: &str| format!("[[claim]]\nid = \"c\"\nanchors = [{anchors}]\n");
    assert_eq!(
        relinked(ARTICLE, &claim("{ prefix = 'Firma mietet ', exact = \"heute\", suffix = \" in Batam\" }")),
        claim("{ prefix = 'Firma mietet ', exact = \"heute\", suffix = \" in Johor\" }")
    );
}

/// Where no blanks stand between words, the next blank is the end of the paragraph.
#[test]
fn a_context_without_blanks_is_short() {
    let article =
        format!("标题\n两家公司租用芯片，{}。\n公司租用计算能力，{}。\n", "东".repeat(500), "西".repeat(500));
    let after = relinked(&article, "[[gap]]\nid = \"g\"\nnear = \"公司租用\"\n");
    let context = after.split("suffix = ").nth(1).unwrap();
    assert!(context.starts_with("\"计算能力，西") && context.chars().count() < 50, "{after}");
}

#[test]
fn what_its_author_spread_over_lines_he_completes_himself() {
    let claims = "[[gap]]\nid = \"g\"\ntext = \"x\"\n[gap.near]\nexact = \"Chips\"\n";
    let written = of(&dossier(ARTICLE, claims));
    let AnchorState::Ambiguous(places) = &written.anchors[0].state else { panic!() };
    assert_eq!(written.relinked(&[(&written.anchors[0], places[0].clone())]), [None]);
}

#[test]
fn quotations_come_in_the_order_of_the_files() {
    let claims =
        "[[gap]]\nid = \"g\"\nnear = \"Chips\"\n[[claim]]\nid = \"c\"\nanchors = [\"Johor\", \"Nichts\"]\n";
    let written = of(&dossier(ARTICLE, claims));
    let found: Vec<_> = written.anchors.iter().map(|a| (a.of.as_str(), a.line, a.column)).collect();
    assert_eq!(found, [("gap:g, near", 3, 8), ("claim:c, anchors", 6, 12), ("claim:c, anchors", 6, 21)]);
}

/// The keys of such words are one list, whether or not a table is read with all of them.
#[test]
fn words_of_sentences_come_with_where_they_stand() {
    let keys = "hedge = \"Die Firma\"\nattribution = 'die Frima mietet'\n";
    let claims = format!("[[claim]]\nid = \"c\"\nanchors = [\"in Johor\"]\n{keys}");
    let written = of(&dossier(ARTICLE, &claims));
    let found: Vec<_> = written.words.iter().map(|w| (w.of.as_str(), w.line, w.is_at_fault())).collect();
    assert_eq!(found, [("claim:c, hedge", 4, false), ("claim:c, attribution", 5, true)]);
    let WordsState::Near(near) = &written.words[1].state else { panic!("{:?}", written.words[1]) };
    assert_eq!(&written.article.text[near.clone()], "Die Firma mietet");
    let edit = written.reworded(&written.words[1], "Die Firma mietet").unwrap();
    let (_, after) = written.rewritten(&[edit]).remove("claims.toml").unwrap();
    assert_eq!(String::from_utf8(after).unwrap(), claims.replace("die Frima mietet", "Die Firma mietet"));
}

/// Words that stand, but in another place than was confirmed, are not what was confirmed.
#[test]
fn only_the_confirmed_passage_is_as_confirmed() {
    let claim = |words: &str| format!("[[gap]]\nid = \"g\"\nnear = \"{words}\"\n");
    let article = "Titel\nDie Chips sind da. Die Server fehlen noch.\n";
    let before = of(&dossier(article, &claim("Die Prozessoren")));
    let place = |words: &str| {
        let at = article.find(words).unwrap();
        at..at + words.len()
    };
    let edits = before.relinked(&[(&before.anchors[0], place("Die Chips"))]).remove(0).unwrap();
    let is_confirmed =
        |words: &str| before.is_as_confirmed(&of(&dossier(article, &claim(words))), &edits, &[]);
    assert!(is_confirmed("Die Chips"));
    assert!(!is_confirmed("Die Server"), "it stands exactly once, elsewhere");
    assert!(!is_confirmed("Die Prozessoren"));
}

proptest! {
    /// Whatever is written in the place of whichever string: the file is TOML again, that value is the new one, and
    /// all others are what they were.
    #[test]
    fn only_that_value_changes(new in any::<String>(), kind in 0usize..4, marked in any::<bool>(), crlf in any::<bool>()) {
        let raw = ["\"alt\"", "'alt'", "\"\"\"alt\"\"\"", "'''alt'''"][kind];
        let (mark, line) = (if marked { MARK } else { "" }, if crlf { "\r\n" } else { "\n" });
        let around = |value: &str| {
            format!("{mark}# '{line}a = 'x'{line}b = [ \"y\", {value}, {{ c = \"z\" }} ] # \"{line}d = '''{line}w'''{line}")
        };
        let replaced = around(&literal(&new, raw));
        let read = |text: &str| text.trim_start_matches(MARK).parse::<toml::Table>();
        let (before, after) = (read(&around(raw)).unwrap(), read(&replaced));
        prop_assert!(after.is_ok(), "{:?}: {}", after, replaced);
        let mut after = after.unwrap();
        prop_assert_eq!(after["b"][1].as_str(), Some(new.as_str()));
        after["b"][1] = "alt".into();
        prop_assert_eq!(after, before);
    }
}
