//! The article that a dossier is made of, as it is found.

use std::path::{Path, PathBuf};

use crate::cli::did_you_mean_command;
use crate::cli::io::{is_stream, shown};
use crate::cli::place::Place;
use crate::load::{Files as _, Folder, Loaded, Memory, Refusal, Rule, load};

/// An article's file, and what can be read of it.
pub(super) struct Source {
    /// The file's name.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The article alone.
    pub(super) loaded: Loaded,
}

/// Why no dossier can be made of it.
pub(super) enum Unfit {
    /// Something else was asked for than is possible.
    Usage(String),
    /// The file is at fault.
    Faulty(Refusal),
}

impl From<Refusal> for Unfit {
    fn from(refusal: Refusal) -> Self {
        Self::Faulty(refusal)
    }
}

impl Source {
    /// The article at a path.
    pub(super) fn read(path: &Path) -> Result<Self, Unfit> {
        let usage = |message: &str| Err(Unfit::Usage(message.to_owned()));
        if is_stream(path) {
            return usage(
                "what comes through a pipe has no name that a folder could have: save it as a .txt or .md file first, and give \
                 its path",
            );
        }
        let folder = Folder::open(path).map_err(|fatal| Refusal::from(did_you_mean_command(path, *fatal)))?;
        let file = path.canonicalize().ok().filter(|real| real.is_file());
        let Some(name) = file.as_deref().and_then(Path::file_name).and_then(|name| name.to_str()) else {
            return usage(&format!(
                "{} is a folder: give the path of the article's file in it; a dossier that is there already is opened with \
                 fundstelle {}",
                shown(path),
                shown(path),
            ));
        };
        if name == crate::load::DOSSIER {
            return usage(&format!("{0} is a dossier already: fundstelle {0} opens it", shown(path)));
        }
        let place = Place::of_path(path);
        let Ok(bytes) = folder.read(name, crate::load::MOST_OF_STREAM) else {
            // Opening it says why.
            return Err(match load(&folder) {
                Err(refusal) => Unfit::Faulty(place.refusal(refusal)),
                Ok(_) => Unfit::Usage(format!("{} was being written just now: try again", shown(path))),
            });
        };
        let files = Memory::default().with(name, bytes.clone());
        let loaded = load(&files).map_err(|refusal| place.refusal(refusal))?;
        if let Some(page) = loaded.problems.iter().find(|problem| problem.rule == Rule::ArticleWebPage) {
            return Err(Unfit::Faulty(place.problem(page.clone()).into()));
        }
        Ok(Self { name: name.to_owned(), bytes, loaded })
    }

    /// The folder that is made where none is asked for.
    pub(super) fn usual_folder(&self) -> PathBuf {
        Path::new(&self.name).file_stem().map(PathBuf::from).unwrap_or_default()
    }

    /// Whether the article is Markdown, whose marks say what a heading is.
    pub(super) fn is_markdown(&self) -> bool {
        let ending = Path::new(&self.name).extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| !ending.eq_ignore_ascii_case("txt"))
    }
}
