//! Names found as whole words, and what of them counts.

use super::*;
use crate::dossier::{AnchorState, LocalText, Quote};
use proptest::prelude::*;

fn actor(id: &str, aliases: &[&str]) -> Actor {
    Actor {
        id: Id::new(id),
        kind: "company".into(),
        country: None,
        name: LocalText::plain(id),
        prominent: false,
        role: None,
        aliases: aliases.iter().map(|&alias| alias.into()).collect(),
        not_in: Vec::new(),
        named_mentions: Vec::new(),
    }
}

fn named(mut actor: Actor, passage: Range<usize>, inferred: bool) -> Actor {
    let state = AnchorState::Exact(passage);
    actor.named_mentions.push(Anchor { quote: Quote::default(), inferred, state });
    actor
}

fn found<'a>(text: &'a str, actors: &[Actor]) -> Vec<(String, &'a str)> {
    let index = Index::whole(text);
    let mentions = find(&index, actors).mentions;
    mentions.into_iter().map(|m| (m.actor.to_string(), &text[m.passage])).collect()
}

fn words<'a>(text: &'a str, alias: &str) -> Vec<&'a str> {
    found(text, &[actor("x", &[alias])]).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn whole_words_only() {
    assert_eq!(words("Chinas China, Nordchina China2 2China China's China-Chips", "China"), ["China"; 3]);
    assert_eq!(words("china CHINA", "China"), [""; 0]);
    assert_eq!(words("Café Cafe\u{301}", "Cafe"), [""; 0]);
    assert_eq!(words("Café Cafe\u{301}", "Café"), ["Café", "Cafe\u{301}"]);
    assert_eq!(words("Financial\n Times", "Financial Times"), ["Financial\n Times"]);
}

#[test]
fn what_no_reader_sees_does_not_hide_a_name() {
    let text = "Die Donau\u{ad}dampf\u{200b}schifffahrt, die Donau\u{2060}dampf";
    assert_eq!(words(text, "Donaudampfschifffahrt"), ["Donau\u{ad}dampf\u{200b}schifffahrt"]);
    assert_eq!(words(text, "Donau"), [""; 0], "it is a part of a word all the same");
    assert_eq!(words("\u{feff}Donau\u{ad}, Donau", "Do\u{ad}nau"), ["Donau"; 2]);
    assert_eq!(words("GPT-1.5, GPT-1", "GPT-1"), ["GPT-1"]);
}

#[test]
fn scripts_without_blanks_do_not_hinder() {
    assert_eq!(words("書生の顔", "書生"), ["書生"]);
    assert_eq!(words("在TikTok上", "TikTok"), ["TikTok"]);
    assert_eq!(words("中国은", "中国"), ["中国"]);
    assert_eq!(words("삼성전자", "삼성"), [""; 0]);
    assert_eq!(words("ประเทศไทยและ", "ไทย"), ["ไทย"]);
}

#[test]
fn a_name_is_no_part_of_a_word_with_viramas() {
    assert_eq!(words("हिन्दी में दी", "दी"), ["दी"]);
    assert_eq!(words("हिन्दी, हिन", "हिन"), ["हिन"]);
    assert_eq!(words("முதலமைச்சர் சர்", "சர்"), ["சர்"]);
    assert_eq!(words("یک می\u{200c}خواهم", "خواهم"), [""; 0]);
}

#[test]
fn of_one_actor_the_longest_counts() {
    let actors = [actor("bd", &["ByteDance", "TikTok-Mutter ByteDance", "TikTok"]), actor("tt", &["TikTok"])];
    let text = "die TikTok-Mutter ByteDance und ByteDance";
    assert_eq!(
        found(text, &actors),
        [
            ("bd".to_owned(), "TikTok-Mutter ByteDance"),
            ("tt".to_owned(), "TikTok"),
            ("bd".to_owned(), "ByteDance"),
        ]
    );
}

#[test]
fn an_overlapping_chain_keeps_its_ends() {
    let text = "a b c d e";
    assert_eq!(words(text, "b c d"), ["b c d"]);
    let chain = [actor("x", &["a b", "b c d", "d e"])];
    assert_eq!(found(text, &chain), [("x".to_owned(), "b c d")]);
    let chain = [actor("x", &["a b c", "c d", "d e"])];
    assert_eq!(found(text, &chain), [("x".to_owned(), "a b c"), ("x".to_owned(), "d e")]);
}

#[test]
fn different_actors_overlap_and_nest_the_longer_first() {
    let actors = [actor("nvidia", &["Nvidia"]), actor("chips", &["Nvidia-Prozessoren"])];
    assert_eq!(
        found("Nvidia-Prozessoren", &actors),
        [("chips".to_owned(), "Nvidia-Prozessoren"), ("nvidia".to_owned(), "Nvidia")]
    );
}

#[test]
fn named_mentions_compete_with_aliases() {
    let text = "Beide, der Konzern ByteDance";
    let one = named(named(actor("bd", &["ByteDance"]), 0..5, true), 11..text.len(), false);
    let index = Index::whole(text);
    let mentions = find(&index, &[one]).mentions;
    let seen: Vec<_> = mentions.iter().map(|m| (&text[m.passage.clone()], m.inferred)).collect();
    assert_eq!(seen, [("Beide", true), ("Konzern ByteDance", false)]);
    let same = named(actor("bd", &["Beide"]), 0..5, true);
    assert!(!find(&index, &[same]).mentions[0].inferred);
}

#[test]
fn aliases_that_match_nothing_are_told() {
    let index = Index::whole("nur Alibaba");
    let actors = [actor("a", &["Alibaba", "Ali", " "]), actor("b", &["Baidu"])];
    assert_eq!(find(&index, &actors).unused_aliases, [(0, 1), (0, 2), (1, 0)]);
}

proptest! {
    #[test]
    fn sorted_disjoint_within_an_actor_and_whole(
        text in "[ab書\\- ]{0,60}", aliases in proptest::collection::vec("[ab書]{1,2}([ -][ab])?", 1..6)
    ) {
        let (one, two) = aliases.split_at(aliases.len() / 2);
        let of = |id, aliases: &[String]| actor(id, &aliases.iter().map(String::as_str).collect::<Vec<_>>());
        let index = Index::whole(&text);
        let mentions = find(&index, &[of("x", one), of("y", two)]).mentions;
        let keys: Vec<_> = mentions.iter().map(|m| (m.passage.start, Reverse(m.passage.end))).collect();
        prop_assert!(keys.is_sorted());
        for (at, mention) in mentions.iter().enumerate() {
            let words = fold(&text[mention.passage.clone()]);
            prop_assert!(aliases.contains(&words), "{words:?}");
            for other in mentions[at + 1..].iter().filter(|other| other.actor == mention.actor) {
                prop_assert!(other.passage.start >= mention.passage.end);
            }
        }
    }
}
