//! The `dossier.toml` of a new dossier: what is known of the article, and comments where more can be said.

use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use super::article::Source;
use crate::dossier::{Id, LanguageTag};
use crate::load::slug;
use crate::text::language;

/// What is known of the article.
pub(super) struct Head {
    id: String,
    pub(super) title: String,
    file: String,
    pub(super) language: LanguageTag,
    /// How the language is known.
    pub(super) origin: Origin,
    is_markdown: bool,
}

/// How the article's language is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Origin {
    /// The command says so.
    Asked,
    /// The head of the Markdown file says so.
    Head,
    /// Its words leave no doubt.
    Words,
    /// It is not known.
    Unknown,
}

/// The id where neither the folder nor the title has letters that an id may have.
const ID: &str = "dossier";

impl Head {
    /// Of this article, in a folder of this name.
    pub(super) fn of(source: &Source, folder: Option<&str>, asked: Option<&LanguageTag>) -> Self {
        let dossier = &source.loaded.dossier;
        let title = dossier.title.texts().next().unwrap_or_default().to_owned();
        let written = Some(&dossier.article.language).filter(|language| !language.is_unknown());
        let guessed = || language::guess(&dossier.article.text).map(LanguageTag::new);
        let (language, origin) = match (asked, written) {
            (Some(asked), _) => (asked.clone(), Origin::Asked),
            (None, Some(written)) => (written.clone(), Origin::Head),
            (None, None) => guessed().map_or_else(
                || (LanguageTag::unknown(), Origin::Unknown),
                |guessed| (guessed, Origin::Words),
            ),
        };
        let id = folder.and_then(id_of).or_else(|| id_of(&title)).unwrap_or_else(|| ID.to_owned());
        Self { id, title, file: source.name.clone(), language, origin, is_markdown: source.is_markdown() }
    }

    /// The file.
    pub(super) fn toml(&self) -> String {
        let Self { id, title, file, language, origin, is_markdown } = self;
        let (title, file) = (literal(title), literal(file));
        let language = language.tag();
        let unknown = match origin {
            Origin::Unknown => "         # not known: write its BCP 47 tag, such as \"de\"",
            _ => "",
        };
        // Markdown says it by its marks.
        let headings = if *is_markdown {
            ""
        } else {
            "# headings = [\"\"]           # the lines of the article that are headings\n"
        };
        format!(
            "format = 1\n\
             id = \"{id}\"\n\
             title = {title}\n\
             # as_of = \"\"                # to when the facts run, such as \"2026-09\"\n\
             \n\
             [article]\n\
             file = {file}\n\
             language = \"{language}\"{unknown}\n\
             # outlet = \"\"               # who published it\n\
             # url = \"\"                  # its address\n\
             # published = \"\"            # the day, such as \"2026-09-30\"\n\
             {headings}\
             # boilerplate = [\"\"]        # lines that are not the article's, such as \"Read more\"\n"
        )
    }
}

/// A name as an id: all of it, or as much as an id has room for.
fn id_of(name: &str) -> Option<String> {
    // An umlaut becomes two letters.
    let beginning = || name.chars().take(Id::MAX_BYTES / 2).collect::<String>();
    slug(name).or_else(|| slug(&beginning()))
}

/// A text as a TOML string.
fn literal(text: &str) -> String {
    TomlStringBuilder::new(text).as_default().to_toml_value()
}
