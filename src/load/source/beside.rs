//! What a `dossier.toml` says that lies beside an article which was opened by its own path.

use toml::de::{DeTable, DeValue};

/// Whose dossier lies beside an article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Beside {
    /// There is none.
    Nothing,
    /// This article's.
    Own,
    /// That of another article, which it calls so.
    Other(String),
    /// It does not say: it is being written, or is at fault.
    Unclear,
}

/// The file that a `dossier.toml` names as its article, if as much can be read of it.
pub(crate) fn named_article(toml: &str) -> Option<String> {
    let (root, _) = DeTable::parse_recoverable(toml);
    let DeValue::Table(article) = root.get_ref().get("article")?.get_ref() else { return None };
    article.get("file")?.get_ref().as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_known_of_what_can_be_read() {
        let named = |toml: &str| named_article(toml);
        assert_eq!(named("[article]\nfile = \"a.txt\"\n").as_deref(), Some("a.txt"));
        assert_eq!(named("format = 1\n[article]\nfile = \"a.txt\"\n[[actor]\n").as_deref(), Some("a.txt"));
        assert_eq!(named("article = 1\n"), None);
        assert_eq!(named("[article]\nfile = 1\n"), None);
        assert_eq!(named("[package]\nname = \"x\"\n"), None);
        assert_eq!(named("\u{0}"), None);
    }
}
