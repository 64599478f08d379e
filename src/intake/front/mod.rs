//! What the head of a Markdown file says of the article: as Obsidian's Web Clipper, `MarkDownload`, Joplin, pandoc and Hugo write it.

mod toml;
mod yaml;

use super::metadata::{Found, Metadata, day, language, line, people, web_address};
use crate::load::{HEAD_TITLES, HeadSyntax, MARK, markdown_head};

/// A key of a head, in small letters, and its values: one of a text, several of a list.
pub(super) struct Entry {
    key: String,
    values: Vec<String>,
}

/// What of a head is not supported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Its line in the file.
    pub line: usize,
    /// The key that it belongs to; empty where there is none.
    pub key: String,
    /// What is wrong.
    pub why: &'static str,
}

const LANGUAGES: [&str; 3] = ["lang", "language", "locale"];
const OUTLETS: [&str; 7] = ["site", "site_name", "sitename", "outlet", "publisher", "publication", "website"];
const ADDRESSES: [&str; 7] =
    ["source", "url", "source_url", "source-url", "link", "canonical", "canonical_url"];
/// When a note was `created` says when somebody clipped it, not when the article came out.
const DAYS: [&str; 6] =
    ["published", "date", "date_published", "published_time", "publish_date", "datepublished"];
const AUTHORS: [&str; 5] = ["author", "authors", "byline", "creator", "dc.creator"];

/// What the head says, if the file has one, and what of it is not supported and would be of use.
pub(super) fn read(text: &str) -> (Metadata, Vec<Fault>) {
    let Some(head) = markdown_head(text.strip_prefix(MARK).unwrap_or(text)) else {
        return (Metadata::default(), Vec::new());
    };
    // The line above it is the first one.
    let (entries, mut faults) = match head.syntax {
        HeadSyntax::Yaml => yaml::entries(head.lines, 2),
        HeadSyntax::Toml => toml::entries(head.lines, 2),
    };
    let is_of_use = |key: &str| {
        [&HEAD_TITLES[..], &LANGUAGES, &OUTLETS, &ADDRESSES, &DAYS, &AUTHORS].concat().contains(&key)
    };
    faults.retain(|fault| fault.key.is_empty() || is_of_use(&fault.key));
    (metadata(&entries), faults)
}

fn metadata(entries: &[Entry]) -> Metadata {
    let first = |keys: &[&str], read: fn(&str) -> Option<String>| {
        let values = keys.iter().filter_map(|key| entries.iter().find(|entry| entry.key == *key));
        let value = values.flat_map(|entry| &entry.values).find_map(|value| read(value));
        value.map(|value| Found { value, origin: "its head" })
    };
    Metadata {
        title: first(&HEAD_TITLES, line),
        language: first(&LANGUAGES, language),
        outlet: first(&OUTLETS, outlet),
        address: first(&ADDRESSES, web_address),
        published: first(&DAYS, day),
        author: authors(entries),
        is_partial: false,
    }
}

/// The name of an outlet; an address is none.
fn outlet(text: &str) -> Option<String> {
    line(text).filter(|name| !name.contains("://"))
}

fn authors(entries: &[Entry]) -> Option<Found> {
    let entry = AUTHORS.iter().find_map(|key| entries.iter().find(|entry| entry.key == *key))?;
    let names: Vec<String> = entry.values.iter().filter_map(|value| outlet(value)).collect();
    people(&names.join(", ")).map(|value| Found { value, origin: "its head" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(text: &str) -> Metadata {
        let (metadata, faults) = read(text);
        assert_eq!(faults, []);
        metadata
    }

    #[test]
    fn heads_of_clippers_say_what_the_article_is() {
        let clipper = "---\ntitle: \"Alte Brücke gesperrt\"\nsource: \"https://talbote.example/bruecke\"\nauthor:\n  - \"[[Erika \
                       Muster]]\"\npublished: 2026-03-05\ncreated: 2026-03-07\ndescription: \"Die Brücke\"\ntags:\n  - \
                       \"clippings\"\n---\nText.\n";
        let found = metadata(clipper);
        let value = |found: &Option<Found>| found.as_ref().map(|found| found.value.clone());
        assert_eq!(value(&found.title).as_deref(), Some("Alte Brücke gesperrt"));
        assert_eq!(value(&found.address).as_deref(), Some("https://talbote.example/bruecke"));
        assert_eq!(value(&found.published).as_deref(), Some("2026-03-05"));
        assert_eq!(value(&found.author).as_deref(), Some("Erika Muster"));
        assert_eq!((found.outlet, found.language), (None, None));
        // When it was clipped is not when it came out.
        assert_eq!(metadata("---\ncreated: 2026-03-07T10:11:12 (UTC +01:00)\n---\n").published, None);
        let pandoc = "---\ntitle: A\nauthor: [A B, C D]\ndate: March 5, 2026\nlang: en_GB\nsite: Valley Courier\nurl: nowhere\n...\n";
        let found = metadata(pandoc);
        assert_eq!(value(&found.author).as_deref(), Some("A B, C D"));
        assert_eq!(value(&found.published).as_deref(), Some("2026-03-05"));
        assert_eq!(value(&found.language).as_deref(), Some("en-GB"));
        assert_eq!((value(&found.outlet).as_deref(), found.address), (Some("Valley Courier"), None));
        assert_eq!(metadata("# Title\n"), Metadata::default());
        // Of equal keys the first counts, as for the article that is read with its head.
        let twice = metadata("---\ntitle: Old bridge\ntitle: Ferry\n---\n");
        assert_eq!(value(&twice.title).as_deref(), Some("Old bridge"));
        let hugo = "+++\ntitle = \"Old \\\"bridge\\\"\"\ndate = 2026-03-05T10:00:00+01:00\nauthors = ['A B', \"C D\"]\n[params]\nsite = \"No\"\n+++\n";
        let found = metadata(hugo);
        assert_eq!(value(&found.title).as_deref(), Some("Old \"bridge\""));
        assert_eq!(value(&found.published).as_deref(), Some("2026-03-05"));
        assert_eq!((value(&found.author).as_deref(), found.outlet), (Some("A B, C D"), None));
    }
    /// What says nothing of the article may be as it likes.
    #[test]
    fn of_what_is_not_supported_that_is_said_which_would_be_of_use() {
        let faults = |text: &str| {
            let faults = read(text).1;
            faults.into_iter().map(|fault| (fault.line, fault.key)).collect::<Vec<_>>()
        };
        let yaml = "---\ntitle: A\ngeo: {lat: 1}\nauthor: *me\n? odd\n---\n";
        assert_eq!(faults(yaml), [(4, "author".to_owned()), (5, String::new())]);
        let toml = "+++\ntitle = \"A\"\nauthor = { short = \"X\" }\n[author2]\nx = 1\n+++\n";
        assert_eq!(faults(toml), [(3, "author".to_owned())]);
        let broken = "+++\ntitle = \"A\nauthor = \"B\"\n+++\n";
        assert_eq!(faults(broken), [(2, String::new())]);
    }
}
