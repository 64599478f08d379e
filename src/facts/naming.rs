//! How the article names an actor, counted as a reader counts.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::dossier::{Actor, Dossier, Id, LitPassage};

/// Where the article names an actor, and how often by which words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Naming {
    /// The passages, in the article's order; mentions side by side are one.
    pub passages: Vec<LitPassage>,
    /// How many mentions have the actor's name.
    pub named: usize,
    /// How many have other words for it.
    pub otherwise: usize,
    /// How many take a reading: a pronoun, a paraphrase.
    pub meant: usize,
}

/// How many passages name an actor, and how many of these take a reading.
pub fn passage_counts(dossier: &Dossier, id: &Id) -> (usize, usize) {
    let passages = dossier.naming_passages(id);
    passages.fold((0, 0), |(all, inferred), passage| (all + 1, inferred + usize::from(passage.inferred)))
}

/// How the article names an actor.
pub fn naming(dossier: &Dossier, id: &Id) -> Naming {
    let name = dossier.actor(id).map(|actor| Name::of(dossier, actor));
    let mut naming = Naming { passages: dossier.naming_passages(id).collect(), ..Naming::default() };
    // An article may say the same words thousands of times.
    let mut known: HashMap<&str, bool> = HashMap::new();
    for mention in dossier.mentions_of(id) {
        let words = &dossier.article.text[mention.passage.clone()];
        let is_name = || name.as_ref().is_some_and(|name| name.is_said_by(words));
        if mention.inferred {
            naming.meant += 1;
        } else if *known.entry(words).or_insert_with(is_name) {
            naming.named += 1;
        } else {
            naming.otherwise += 1;
        }
    }
    naming
}

/// The words of an actor's name in the article's language.
struct Name(Vec<String>);

impl Name {
    fn of(dossier: &Dossier, actor: &Actor) -> Self {
        let language = &dossier.article.language;
        let name = actor.name.shown(language.primary(), language);
        Self(words(name.map_or("", |name| name.text)))
    }

    /// Whether these words of the article are the actor's name: all of it stands in them, or all of them are of it.
    fn is_said_by(&self, mention: &str) -> bool {
        let mention = words(mention);
        let is_in = |some: &[String], all: &[String]| {
            !some.is_empty() && some.iter().all(|word| all.iter().any(|other| is_same_word(word, other)))
        };
        is_in(&self.0, &mention) || is_in(&mention, &self.0)
    }
}

fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(str::to_owned).collect()
}

/// The most letters that an ending takes: "Nvidia" and "Nvidias", "Rat" and "Rates".
const ENDING: usize = 2;
/// Words of so many letters take an ending of only one.
const SHORT: usize = 2;

/// Whether two words are the same but for capitals and an ending. An ending has no capitals: "USA" is not "US", and "H200" is not "H20".
fn is_same_word(one: &str, other: &str) -> bool {
    let (mut short, mut long) = (one.chars(), other.chars());
    if short.clone().count() > long.clone().count() {
        std::mem::swap(&mut short, &mut long);
    }
    let shorter = short.clone().count();
    let begins =
        short.by_ref().all(|c| long.next().is_some_and(|other| c.to_lowercase().eq(other.to_lowercase())));
    // A short word is too easily the beginning of another: "EU" is not "Euro".
    let most = if shorter <= SHORT { 1 } else { ENDING };
    begins && long.clone().count() <= most && long.all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_named(name: &str, mention: &str) -> bool {
        Name(words(name)).is_said_by(mention)
    }

    #[test]
    fn a_name_is_known_with_its_endings_and_in_part() {
        for (name, mention) in [
            ("Nvidia", "Nvidia"),
            ("China", "Chinas"),
            ("The town council", "council"),
            ("Stadtrat", "des Stadtrates"),
            ("Chinesische Regierung", "der chinesischen Regierung"),
            ("ByteDance", "TikTok-Mutter ByteDance"),
            ("Xi Jinping", "Xis"),
            ("中华人民共和国", "中国"),
        ] {
            assert!(is_named(name, mention), "{name}: {mention}");
        }
    }

    #[test]
    fn other_words_are_no_name() {
        for (name, mention) in [
            ("ByteDance", "TikTok-Mutter"),
            ("China", "der Volksrepublik"),
            ("China", "chinesische"),
            ("US-Regierung", "USA"),
            ("Nvidia-Chips", "Nvidia-Prozessoren"),
            ("Ali", "Alibaba"),
            ("€", "$"),
            ("", "x"),
        ] {
            assert!(!is_named(name, mention), "{name}: {mention}");
        }
    }

    proptest! {
        #[test]
        fn a_name_names_itself_and_order_does_not_count(one in "[a-zA-Zä]{1,8}", other in "[a-zA-Zä]{1,8}") {
            let name = format!("{one} {other}");
            prop_assert!(is_named(&name, &name));
            prop_assert!(is_named(&name, &one) && is_named(&one, &name));
            prop_assert_eq!(is_same_word(&one, &other), is_same_word(&other, &one));
        }
    }
}
