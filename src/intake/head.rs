//! What the head of a Markdown file says of the article: as Obsidian's Web Clipper, `MarkDownload`, Joplin and pandoc write it.

use super::metadata::{Found, Metadata, day, language, line, people, web_address};
use super::yaml::{self, Entry};
use crate::load::{MARK, markdown_head};

const TITLES: [&str; 7] =
    ["title", "headline", "page-title", "page_title", "og:title", "og_title", "dc.title"];
const LANGUAGES: [&str; 3] = ["lang", "language", "locale"];
const OUTLETS: [&str; 7] = ["site", "site_name", "sitename", "outlet", "publisher", "publication", "website"];
const ADDRESSES: [&str; 7] =
    ["source", "url", "source_url", "source-url", "link", "canonical", "canonical_url"];
/// When a note was `created` says when somebody clipped it, not when the article came out.
const DAYS: [&str; 6] =
    ["published", "date", "date_published", "published_time", "publish_date", "datepublished"];
const AUTHORS: [&str; 5] = ["author", "authors", "byline", "creator", "dc.creator"];

/// What the head says, if the file has one.
pub(super) fn metadata(text: &str) -> Metadata {
    let Some((head, _)) = markdown_head(text.strip_prefix(MARK).unwrap_or(text)) else {
        return Metadata::default();
    };
    let entries = yaml::entries(head);
    let first = |keys: &[&str], read: fn(&str) -> Option<String>| {
        let values = keys.iter().filter_map(|key| entries.iter().find(|(found, _)| found == key));
        let value = values.flat_map(|(_, values)| values).find_map(|value| read(value));
        value.map(|value| Found { value, origin: "its head" })
    };
    Metadata {
        title: first(&TITLES, line),
        language: first(&LANGUAGES, language),
        outlet: first(&OUTLETS, outlet),
        address: first(&ADDRESSES, web_address),
        published: first(&DAYS, day),
        author: authors(&entries),
        is_partial: false,
    }
}

/// The name of an outlet; an address is none.
fn outlet(text: &str) -> Option<String> {
    line(text).filter(|name| !name.contains("://"))
}

fn authors(entries: &[Entry]) -> Option<Found> {
    let (_, values) = AUTHORS.iter().find_map(|key| entries.iter().find(|(found, _)| found == key))?;
    let names: Vec<String> = values.iter().filter_map(|value| outlet(value)).collect();
    people(&names.join(", ")).map(|value| Found { value, origin: "its head" })
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
