//! What a dossier held at some time, in short, and how two such states differ: what was added, what is gone, and of what
//! changed, what about it did.
//!
//! Texts and quotations are kept as hashes, since all that is asked of them is whether they are still the same. What a
//! reader is told in figures or words, an assessment, a date, a value, is kept itself, and so is what a thing is called:
//! what is gone is named by that.

mod difference;
mod holding;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

pub use difference::{Counts, Difference, Group, Named, News, NewsEntry, Subject, What};

use super::{Assessment, Dossier, Kind, Qualifier, Ref};
use crate::text::cut::first_chars;
use crate::text::sanitize::sanitize_line;

/// What a thing is called, by language tag; under the empty tag in every language.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Names(#[serde(deserialize_with = "read_names")] BTreeMap<String, String>);

/// The most characters of a name.
const MAX_NAME: usize = 160;

impl Names {
    /// What a thing is called in each of some languages.
    pub fn new<'t>(names: impl IntoIterator<Item = (&'t str, String)>) -> Self {
        let short = |name: &str| first_chars(name, MAX_NAME).to_owned();
        let mut names: BTreeMap<String, String> =
            names.into_iter().map(|(tag, name)| (tag.to_owned(), short(&name))).collect();
        let mut texts = names.values();
        if let Some(first) = texts.next().cloned()
            && texts.all(|name| *name == first)
        {
            names = BTreeMap::from([(String::new(), first)]);
        }
        Self(names)
    }

    /// What it is called in a language, else in any.
    pub fn get(&self, language: &str) -> &str {
        let name = self.0.get(language).or_else(|| self.0.values().next());
        name.map_or("", String::as_str)
    }
}

/// What stands in a file reaches the screen, so it is made safe to show.
fn read_names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let names = BTreeMap::<String, String>::deserialize(deserializer)?;
    let safe = |name: String| first_chars(&sanitize_line(&name), MAX_NAME).to_owned();
    Ok(names.into_iter().map(|(tag, name)| (tag, safe(name))).collect())
}

/// Which of a thing's texts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextPart {
    /// What it is called.
    Name,
    /// What it says.
    Text,
    /// The author's remark on it.
    Note,
    /// The words by which the article keeps its distance.
    Hedge,
    /// Whom the article attributes a claim to, in its words.
    Attribution,
    /// What was looked for in vain.
    Searched,
    /// What an actor does in the story.
    Role,
    /// The names by which the article calls an actor.
    Alias,
    /// What an event was, in a sentence or two.
    Summary,
    /// The status of an event.
    Status,
    /// What a series shows.
    Finding,
    /// What a series counts.
    Definition,
    /// A source's own words.
    Quote,
    /// Where a source is published.
    Address,
}

/// A value and how it is meant.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct HeldFigure {
    /// The value; none where it was looked for and not found.
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// How it is meant.
    #[serde(rename = "q")]
    pub qualifier: Qualifier,
}

/// What was held of one thing. Short keys, since there are many.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Held {
    /// `claim:renting`; of a stop nothing.
    #[serde(rename = "i", skip_serializing_if = "String::is_empty")]
    of: String,
    #[serde(rename = "n")]
    names: Names,
    #[serde(rename = "t", skip_serializing_if = "BTreeMap::is_empty")]
    texts: BTreeMap<TextPart, u64>,
    #[serde(rename = "w", skip_serializing_if = "is_zero")]
    words: u64,
    #[serde(rename = "s", skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
    #[serde(rename = "l", skip_serializing_if = "is_zero")]
    links: u64,
    #[serde(rename = "x", skip_serializing_if = "is_zero")]
    details: u64,
    #[serde(rename = "a", skip_serializing_if = "Option::is_none")]
    assessment: Option<Assessment>,
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(rename = "r", skip_serializing_if = "Option::is_none")]
    read: Option<String>,
    #[serde(rename = "f", skip_serializing_if = "Option::is_none")]
    figure: Option<HeldFigure>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(hash: &u64) -> bool {
    *hash == 0
}

/// What was held of the article.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct HeldArticle {
    /// A hash for each block.
    blocks: Vec<u64>,
    /// The same of each block's translation.
    translation: Vec<u64>,
    /// Who published it, and where.
    details: u64,
    date: Option<String>,
}

/// What a dossier held at some time.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    article: HeldArticle,
    things: Vec<Held>,
    stops: Vec<Held>,
}

impl Snapshot {
    /// What a dossier holds. `name` and `stop_name` say what a thing and a stop are called, in each language of the
    /// interface.
    pub fn of(dossier: &Dossier, name: impl Fn(&Ref) -> Names, stop_name: impl Fn(usize) -> Names) -> Self {
        let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Link);
        let things = kinds.flat_map(|kind| dossier.all_of(kind));
        Self {
            article: holding::article(dossier),
            things: things.map(|item| holding::thing(dossier, &item, name(&item))).collect(),
            stops: dossier.stops.iter().zip(0..).map(|(stop, n)| holding::stop(stop, stop_name(n))).collect(),
        }
    }

    /// What is new in this state since an earlier one.
    pub fn since(&self, before: &Self) -> News {
        difference::between(before, self)
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_name_that_is_the_same_everywhere_is_kept_once() {
        let same = Names::new([("de", "Reuters".to_owned()), ("en", "Reuters".to_owned())]);
        assert_eq!(same.0.len(), 1);
        assert_eq!((same.get("de"), same.get("fr")), ("Reuters", "Reuters"));
        let other = Names::new([("de", "Talland".to_owned()), ("en", "Valeland".to_owned())]);
        assert_eq!((other.get("de"), other.get("en"), other.get("fr")), ("Talland", "Valeland", "Talland"));
    }

    #[test]
    fn a_name_from_a_file_is_safe_to_show() {
        let names: Names = serde_json::from_str(r#"{"en":"a\u001b[31m\nb"}"#).expect("it is JSON");
        let name = names.get("en");
        assert!(!name.contains(['\u{1b}', '\n']), "{name:?}");
    }
}
