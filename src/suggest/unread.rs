//! Words of the article that say nothing of it: those that are struck out, and those that stand for a picture. Nothing is suggested
//! of them.

use std::ops::Range;

use super::{Suggestion, What};
use crate::dossier::{Article, covers, joined};

/// The passages, in order and apart from each other.
pub(super) struct Unread(Vec<Range<usize>>);

impl Unread {
    /// Those of an article.
    pub(super) fn of(article: &Article) -> Self {
        let struck = article.styled_spans.iter().filter(|span| span.struck).map(|span| span.range.clone());
        // What stands for a picture is a link to it in square brackets.
        let is_picture = |range: &Range<usize>| {
            let words = &article.text[range.clone()];
            words.starts_with('[') && words.ends_with(']')
        };
        let pictures = article.links.iter().map(|link| link.range.clone()).filter(is_picture);
        Self(joined(struck.chain(pictures).collect()))
    }

    /// Takes away what is suggested of them. A sentence stays if some of the words that make it one are not struck out.
    pub(super) fn take_from(&self, found: &mut Vec<Suggestion>) {
        if self.0.is_empty() {
            return;
        }
        found.retain_mut(|suggestion| match &mut suggestion.what {
            What::Leftover(_) => true,
            What::Attributed(markers) => {
                markers.retain(|marker| !covers(&self.0, marker));
                !markers.is_empty()
            }
            What::Name(_) | What::Time(_) | What::Figure(_) => !covers(&self.0, &suggestion.range),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::load::{Memory, load};
    use crate::suggest::open;

    /// The words that are suggested of an article.
    fn suggested(article: &str) -> Vec<String> {
        let toml = "format = 1\nid = \"a\"\ntitle = \"A\"\n[article]\nfile = \"a.md\"\nlanguage = \"en\"\n";
        let files = Memory::default()
            .with("a.md", article.as_bytes().to_vec())
            .with("dossier.toml", toml.as_bytes().to_vec());
        let dossier = load(&files).unwrap().dossier;
        open(&dossier)
            .found
            .iter()
            .map(|found| dossier.article.text[found.range.clone()].to_owned())
            .collect()
    }

    #[test]
    fn nothing_is_suggested_of_what_is_struck_out_or_stands_for_a_picture() {
        let words = "According to Harald Sample, the bridge cost 300 euros on 5 March 2024.";
        assert!(suggested(&format!("# Bridge\n\n{words}\n")).len() >= 4);
        for unread in [
            format!("~~{words}~~ It is old."),
            format!("<del>{words}</del> It is old."),
            format!("It is old ![{words}](bridge.png) and wide."),
        ] {
            assert_eq!(suggested(&format!("# Bridge\n\n{unread}\n")), Vec::<String>::new(), "{unread}");
        }
        let partly = suggested(
            "# Bridge\n\nAccording to Ada Sample, ~~Harald Pattern~~ nobody paid ~~300 euros~~ for it.\n",
        );
        assert!(partly.contains(&"Ada Sample".to_owned()), "{partly:?}");
        assert!(!partly.iter().any(|words| words == "Harald Pattern" || words == "300 euros"), "{partly:?}");
    }
}
