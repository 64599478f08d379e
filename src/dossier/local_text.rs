//! Texts for people, and the languages they are in.

use std::borrow::Cow;

/// A language by its BCP 47 tag, lower case (`de`, `en`, `de-at`).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct LanguageTag(Cow<'static, str>);

impl LanguageTag {
    /// The language with this tag.
    pub fn new(tag: &str) -> Self {
        // Every text of a dossier carries one, and nearly all of them are these.
        const COMMON: [&str; 2] = ["de", "en"];
        match COMMON.into_iter().find(|common| *common == tag) {
            Some(common) => Self(Cow::Borrowed(common)),
            None => Self(Cow::Owned(tag.to_ascii_lowercase())),
        }
    }

    /// BCP 47's tag for an unknown language.
    pub fn unknown() -> Self {
        Self::new("und")
    }

    /// Whether it is unknown.
    pub fn is_unknown(&self) -> bool {
        self.primary() == "und"
    }

    /// The whole tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The primary subtag: `de` of `de-at`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

/// The unknown language.
impl Default for LanguageTag {
    fn default() -> Self {
        Self::unknown()
    }
}

/// Text for people: one version for everyone, or one per language.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct LocalText {
    versions: Vec<(Option<LanguageTag>, Box<str>)>,
}

/// A text chosen from a [`LocalText`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shown<'a> {
    /// The text.
    pub text: &'a str,
    /// Set only when the text is not in the requested language; the screen shows it as `[de]`.
    pub other: Option<&'a LanguageTag>,
}

impl LocalText {
    /// One text for every language.
    pub fn plain(text: &str) -> Self {
        Self { versions: vec![(None, text.into())] }
    }

    /// One text per language, in the order written.
    pub fn by_language(versions: Vec<(LanguageTag, Box<str>)>) -> Self {
        Self { versions: versions.into_iter().map(|(language, text)| (Some(language), text)).collect() }
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// The languages it is written in; empty for a text that serves every language.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageTag> {
        self.versions.iter().filter_map(|(language, _)| language.as_ref())
    }

    /// Every version with its language; none of a text that serves every language.
    pub fn versions(&self) -> impl Iterator<Item = (Option<&LanguageTag>, &str)> {
        self.versions.iter().map(|(language, text)| (language.as_ref(), &**text))
    }

    /// Every version's text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.versions.iter().map(|(_, text)| &**text)
    }

    /// The text in the language asked for, else in the article's, else any.
    pub fn shown<'a>(&'a self, asked: &str, article: &LanguageTag) -> Option<Shown<'a>> {
        let find = |wanted: &str| {
            self.versions
                .iter()
                .find(|(language, _)| language.as_ref().is_none_or(|language| language.primary() == wanted))
        };
        let (language, text) =
            find(asked).or_else(|| find(article.primary())).or_else(|| self.versions.first())?;
        let other = language.as_ref().filter(|language| language.primary() != asked);
        Some(Shown { text, other })
    }
}
