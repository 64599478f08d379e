//! `--like DIR`: other dossiers, whose actors the article may name.

use std::path::{Path, PathBuf};

use super::io::shown;
use super::place::Place;
use crate::dossier::KnownActor;
use crate::intake::{dossier_id, known_actors};
use crate::load::{DOSSIER, Files as _, Folder, Loaded, MOST_OF_TOML, Problem, Refusal, load};

/// A dossier whose actors the article may name.
pub(super) struct Liked {
    pub(super) id: String,
    loaded: Loaded,
}

impl Liked {
    /// The dossier at a path.
    fn open(path: &Path) -> Result<Self, Refusal> {
        let folder = Folder::open(path).map_err(|fatal| Refusal::from(*fatal))?;
        let loaded = load(&folder).map_err(|refusal| Place::of_path(path).refusal(refusal))?;
        if loaded.dossier.is_bare {
            let message = "this is no dossier: it has no dossier.toml";
            return Err(Problem::of_path(path, message, "give --like the folder of a dossier").into());
        }
        let toml = folder.read(DOSSIER, MOST_OF_TOML).unwrap_or_default();
        let id = dossier_id(&String::from_utf8_lossy(&toml)).unwrap_or_else(|| shown(path));
        Ok(Self { id, loaded })
    }

    /// All of these dossiers.
    pub(super) fn open_all(paths: &[PathBuf]) -> Result<Vec<Self>, Refusal> {
        paths.iter().map(|path| Self::open(path)).collect()
    }

    /// Its actors that are named in this text, without those that are known already.
    pub(super) fn actors_in(&self, text: &str, known: &[KnownActor]) -> Vec<KnownActor> {
        let mut found = known_actors(text, &self.loaded.dossier, &self.id);
        // One that two dossiers have is suggested once.
        found.retain(|actor| !known.iter().any(|other| other.id == actor.id));
        found
    }
}
