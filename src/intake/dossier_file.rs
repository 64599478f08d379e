//! The `dossier.toml` of a new dossier: what is known of the article, and comments where more can be said.

use std::fmt::Write as _;

use super::metadata::{Found, Metadata};
use super::{Article, Form};
use crate::dossier::{Id, LanguageTag};
use crate::load::{basic_string, slug};
use crate::text::address::Address;
use crate::text::language;

/// What is written.
pub struct DossierFile {
    /// The dossier's id.
    pub id: String,
    /// Its title, which is the article's.
    pub title: String,
    /// The article's language.
    pub language: Language,
    file: String,
    form: Form,
    metadata: Metadata,
}

/// The article's language, and how it is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Language {
    /// The command says so.
    Asked(LanguageTag),
    /// The article's file says so: where.
    Said(LanguageTag, &'static str),
    /// Its words leave no doubt.
    Words(LanguageTag),
    /// It is not known.
    Unknown,
}

impl Language {
    /// Its tag.
    pub fn tag(&self) -> LanguageTag {
        match self {
            Self::Asked(tag) | Self::Said(tag, _) | Self::Words(tag) => tag.clone(),
            Self::Unknown => LanguageTag::unknown(),
        }
    }
}

/// The id where neither the folder nor the title has letters that an id may have.
const ID: &str = "dossier";

impl DossierFile {
    /// Of this article, in a folder of this name.
    pub fn of(article: &Article, folder: Option<&str>, asked: Option<&LanguageTag>) -> Self {
        let dossier = &article.loaded.dossier;
        // What the file of a page is called says nothing of it.
        let unnamed =
            (article.form == Form::Page && dossier.article.title().is_none()).then_some(folder).flatten();
        // One that stands over several lines of a head is only known here.
        let of_head = article.metadata.title.as_ref().map(|found| found.value.as_str());
        let of_head = of_head.filter(|_| dossier.article.title().is_none());
        let title =
            unnamed.or(of_head).or_else(|| dossier.title.texts().next()).unwrap_or_default().to_owned();
        let written = Some(&dossier.article.language).filter(|language| !language.is_unknown());
        let said = written.map(|language| Language::Said(language.clone(), "its head")).or_else(|| {
            let Found { value, origin } = article.metadata.language.as_ref()?;
            Some(Language::Said(LanguageTag::new(value), origin))
        });
        let guessed = || language::guess(&dossier.article.text).map(LanguageTag::new).map(Language::Words);
        let language =
            asked.cloned().map(Language::Asked).or(said).or_else(guessed).unwrap_or(Language::Unknown);
        let id = folder.and_then(id_of).or_else(|| id_of(&title)).unwrap_or_else(|| ID.to_owned());
        Self {
            id,
            title,
            language,
            file: article.name.clone(),
            form: article.form,
            metadata: article.metadata.clone(),
        }
    }

    /// The file.
    pub fn toml(&self) -> String {
        let Self { id, title, language, file, form, metadata } = self;
        let unknown = match language {
            Language::Unknown => "         # not known: write its BCP 47 tag, such as \"de\"",
            _ => "",
        };
        let mut toml = format!(
            "#:schema ./schema.json\n\
             # The line above is for editors that complete keys and words: fundstelle schema > schema.json makes that file.\n\
             format = 1\n\
             id = {}\n\
             title = {}\n\
             # as_of = \"\"                # to when the facts run, such as \"2026-09\"\n\
             \n\
             [article]\n\
             file = {}\n\
             language = {}{unknown}\n",
            basic_string(id),
            basic_string(title),
            basic_string(file),
            basic_string(language.tag().tag()),
        );
        let mut known =
            |found: Option<&Found>, key: &str, otherwise: &str| {
                toml.push_str(&found.map_or(otherwise.to_owned(), |found| {
                    format!("{key} = {}\n", basic_string(&found.value))
                }));
            };
        known(metadata.outlet.as_ref(), "outlet", "# outlet = \"\"               # who published it\n");
        // An address that the format does not take is kept where it does no harm.
        let address = metadata.address.as_ref();
        let refused = address.filter(|found| Address::new(&found.value).is_err());
        let otherwise = match refused {
            Some(found) => {
                format!("# url = {}   # addresses begin with https://\n", basic_string(&found.value))
            }
            None => "# url = \"\"                  # its address\n".to_owned(),
        };
        known(address.filter(|_| refused.is_none()), "url", &otherwise);
        known(
            metadata.published.as_ref(),
            "published",
            "# published = \"\"            # the day, such as \"2026-09-30\"\n",
        );
        if let Some(author) = &metadata.author {
            let _ = writeln!(toml, "# written by {}", in_comment(&author.value));
        }
        // Markdown says it by its marks.
        if *form == Form::Text {
            toml.push_str("# headings = [\"\"]           # the lines of the article that are headings\n");
        }
        toml.push_str(
            "# boilerplate = [\"\"]        # lines that are not the article's, such as \"Read more\"\n",
        );
        toml
    }
}

/// A text without what a comment may not have.
fn in_comment(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A name as an id: all of it, or as much as an id has room for.
fn id_of(name: &str) -> Option<String> {
    // An umlaut becomes two letters.
    let beginning = || name.chars().take(Id::MAX_BYTES / 2).collect::<String>();
    slug(name).or_else(|| slug(&beginning()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::intake::take_in;
    use crate::load::{Grade, Memory, load};

    fn article() -> Article {
        match take_in(Some("a.txt"), b"Title\nWords of it.\n".to_vec(), false) {
            Ok(article) => article,
            Err(unfit) => panic!("{unfit:?}"),
        }
    }

    fn found(value: Option<String>) -> Option<Found> {
        value.map(|value| Found { value, origin: "a test" })
    }

    proptest! {
        /// Whatever a page says of itself, the file is TOML that says the same.
        #[test]
        fn the_file_is_in_order_whatever_a_page_says(
            texts in prop::collection::vec(prop::option::of("\\PC{1,20}|[\"'\\\\#\\[\\]=\u{7f}\u{1}\t\n\u{2028}a]{1,12}"), 4),
        ) {
            let mut article = article();
            let [outlet, author, address, title] = &texts[..] else { unreachable!("four were asked for") };
            let line = |text: &Option<String>| text.as_deref().and_then(crate::intake::metadata::line);
            article.metadata = Metadata {
                outlet: found(line(outlet)),
                author: found(author.clone()),
                address: found(address.clone()),
                ..Metadata::default()
            };
            let mut file = DossierFile::of(&article, None, None);
            file.title = line(title).unwrap_or_else(|| "Title".to_owned());
            let toml = file.toml();
            let files = Memory::default().with("a.txt", article.bytes.clone()).with("dossier.toml", toml.clone().into_bytes());
            let loaded = load(&files).map_err(|refusal| TestCaseError::fail(format!("{refusal:?}\n{toml}")))?;
            let errors: Vec<_> = loaded.problems.iter().filter(|problem| problem.grade() == Grade::Error).collect();
            prop_assert!(errors.is_empty(), "{errors:?}\n{toml}");
            prop_assert_eq!(loaded.dossier.article.outlet.as_deref().map(str::to_owned), line(outlet));
        }
    }
}
