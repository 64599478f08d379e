//! The article that a dossier is made of, as it is found.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

use crate::cli::did_you_mean_command;
use crate::cli::io::{is_input, is_stream, shown};
use crate::cli::place::Place;
use crate::intake::{self, Article};
use crate::load::{DOSSIER, Files as _, Folder, ReadError, Refusal, load, slug, words_of_id};

/// An article that was taken in, and what a folder is called that is made for it.
pub(super) struct Source {
    pub(super) article: Article,
    /// None if nothing gives it a name.
    pub(super) folder: Option<PathBuf>,
}

/// Why no dossier can be made of it.
pub(super) enum Unfit {
    /// Something else was asked for than is possible.
    Usage(String),
    /// The file is at fault.
    Faulty(Refusal),
    /// The page is at fault.
    Page(String),
}

impl From<Refusal> for Unfit {
    fn from(refusal: Refusal) -> Self {
        Self::Faulty(refusal)
    }
}

impl Source {
    /// The article at a path, or on standard input.
    pub(super) fn read(path: &Path, keep_lines: bool) -> Result<Self, Unfit> {
        if is_stream(path) { Self::from_pipe(path, keep_lines) } else { Self::from_file(path, keep_lines) }
    }

    fn from_pipe(path: &Path, keep_lines: bool) -> Result<Self, Unfit> {
        let bytes = piped(path).map_err(|message| Unfit::Usage(format!("{}: {message}", shown(path))))?;
        let article = taken_in(path, &Place::default(), None, bytes, keep_lines)?;
        // Nothing else gives it a name; that of a file that was not there stands for no title.
        let title = article.loaded.dossier.article.title().map(str::to_owned);
        let title = title.or_else(|| article.metadata.title.as_ref().map(|title| title.value.clone()));
        let folder = title.and_then(|title| folder_name(&title)).map(PathBuf::from);
        Ok(Self { article, folder })
    }

    fn from_file(path: &Path, keep_lines: bool) -> Result<Self, Unfit> {
        let usage = |message: &str| Err(Unfit::Usage(message.to_owned()));
        let folder = Folder::open(path).map_err(|fatal| Refusal::from(did_you_mean_command(path, *fatal)))?;
        let file = path.canonicalize().ok().filter(|real| real.is_file());
        let Some(file) = file.as_deref() else {
            return usage(&format!(
                "{} is a folder: give the path of the article's file in it; to open a dossier that is already there, run \
                 fundstelle {}",
                shown(path),
                shown(path),
            ));
        };
        let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
            return usage(&format!("the name of {} is not UTF-8: rename it", shown(path)));
        };
        if name == DOSSIER {
            return usage(&format!("{0} is already a dossier: to open it, run fundstelle {0}", shown(path)));
        }
        let place = Place::of_path(path);
        let bytes = match folder.read(name, intake::MOST) {
            Ok(bytes) => bytes,
            Err(error @ ReadError::TooLarge(_)) => return usage(&format!("{}: {error}", shown(path))),
            // Opening it says why.
            Err(_) => {
                return Err(match load(&folder) {
                    Err(refusal) => Unfit::Faulty(place.refusal(refusal)),
                    Ok(_) => Unfit::Usage(format!("{} is being written right now: try again", shown(path))),
                });
            }
        };
        let article = taken_in(path, &place, Some(name), bytes, keep_lines)?;
        let stem = Path::new(name).file_stem();
        // It stands in every command from then on.
        let short = stem.and_then(|stem| short_name(&stem.to_string_lossy())).map(PathBuf::from);
        let folder = short.or_else(|| stem.map(PathBuf::from));
        Ok(Self { article, folder })
    }
}

/// Takes it in, and says where the file is that cannot be.
fn taken_in(
    path: &Path,
    place: &Place,
    name: Option<&str>,
    bytes: Vec<u8>,
    keep_lines: bool,
) -> Result<Article, Unfit> {
    intake::take_in(name, bytes, keep_lines).map_err(|unfit| match unfit {
        intake::Unfit::Article(refusal) => Unfit::Faulty(place.refusal(refusal)),
        intake::Unfit::Page(error) => Unfit::Page(format!("{}: {error}", shown(path))),
    })
}

/// What comes through a pipe.
fn piped(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = intake::MOST + 1;
    let read = if is_input(path) {
        let input = io::stdin();
        if input.is_terminal() {
            return Err("standard input is the terminal: pipe an article into it, as in cat page.html | fundstelle new -".to_owned());
        }
        input.lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|pipe| pipe.take(most).read_to_end(&mut bytes))
    };
    match read {
        Ok(length) if length as u64 >= most => Err(ReadError::TooLarge(intake::MOST).to_string()),
        Ok(_) => Ok(bytes),
        Err(error) => Err(format!("it cannot be read: {}", error.kind())),
    }
}

/// The name of a file as one that needs no quotation marks and is soon typed; none where it has no letters that an id may have.
fn short_name(stem: &str) -> Option<String> {
    /// No more characters, unless the first word has them.
    const LONGEST: usize = 40;
    // What stands beyond is cut off in any case.
    let beginning: String = stem.chars().take(4 * LONGEST).collect();
    let mut words = words_of_id(&beginning);
    while words.len() > LONGEST
        && let Some(at) = words.rfind('-')
    {
        words.truncate(at);
    }
    slug(&words)
}

/// A title as the name of a folder; none where it has no letters that an id may have.
fn folder_name(title: &str) -> Option<String> {
    /// A longer name is nobody's.
    const WORDS: usize = 8;
    slug(&title.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" "))
}
