//! `--like DIR`: other dossiers, whose actors the article may name.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::io::shown;
use super::place::Place;
use crate::dossier::{Id, KnownActor};
use crate::intake::{dossier_id, known_actors};
use crate::load::{DOSSIER, Files as _, Folder, Loaded, MOST_OF_TOML, Problem, Refusal, load};
use crate::text::letters::letters;

/// A dossier whose actors the article may name.
pub(super) struct Liked {
    pub(super) id: String,
    loaded: Loaded,
}

impl Liked {
    /// The dossier at a path.
    fn open(path: &Path) -> Result<Self, Refusal> {
        if !path.exists() {
            let message = "there is no such file or folder";
            return Err(Problem::of_path(path, message, "give --like the folder of a dossier").into());
        }
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

    /// All of these dossiers, each once.
    pub(super) fn open_all(paths: &[PathBuf]) -> Result<Vec<Self>, Refusal> {
        let mut opened: Vec<PathBuf> = Vec::new();
        let mut all = Vec::new();
        for path in paths {
            // A dossier is named by its folder or by the file in it.
            let real = path.canonicalize().unwrap_or_else(|_| path.clone());
            let folder =
                if real.is_file() { real.parent().map_or(real.clone(), Path::to_owned) } else { real };
            if !opened.contains(&folder) {
                all.push(Self::open(path)?);
                opened.push(folder);
            }
        }
        Ok(all)
    }

    /// Its actors that are named in this text, without those that are known already.
    pub(super) fn actors_in(&self, text: &str, known: &[KnownActor]) -> Vec<KnownActor> {
        self.named_in(text, known).0
    }

    /// The same, and how many are known already.
    pub(super) fn named_in(&self, text: &str, known: &[KnownActor]) -> (Vec<KnownActor>, usize) {
        let mut found = known_actors(text, &self.loaded.dossier, &self.id);
        let all = found.len();
        // One that two dossiers have is suggested once.
        let others: Vec<Called<'_>> = known.iter().map(Called::of).collect();
        found.retain(|actor| {
            let actor = Called::of(actor);
            !others.iter().any(|other| actor.is_same(other))
        });
        let there = all - found.len();
        let mut taken: HashSet<Id> = known.iter().map(|other| other.id.clone()).collect();
        for actor in &mut found {
            actor.id = free(&actor.id, &taken);
            taken.insert(actor.id.clone());
        }
        (found, there)
    }
}

/// What an actor is called, as letters: made once for each, since each is compared with all others.
struct Called<'a> {
    id: &'a Id,
    names: HashSet<String>,
    aliases: HashSet<String>,
}

impl<'a> Called<'a> {
    fn of(actor: &'a KnownActor) -> Self {
        Self {
            id: &actor.id,
            names: actor.name.texts().map(letters).collect(),
            aliases: actor.aliases.iter().map(|alias| letters(alias)).collect(),
        }
    }

    /// Whether actors of two dossiers are one: they are called the same, whatever their ids are. With the same id it is enough
    /// that they share a word: "the council" is that of another town in another dossier, and "council" its id.
    fn is_same(&self, other: &Called<'_>) -> bool {
        let has_theirs = !self.aliases.is_disjoint(&other.names);
        let have_own = !other.aliases.is_disjoint(&self.names);
        !self.names.is_disjoint(&other.names)
            || self.id == other.id && (has_theirs || have_own)
            || has_theirs && have_own
    }
}

/// An id that no other actor has.
fn free(id: &Id, taken: &HashSet<Id>) -> Id {
    // Ids are ASCII, and have no more than so many bytes.
    let stem = id.as_str().get(..Id::MAX_BYTES - 8).unwrap_or(id.as_str());
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut ids = std::iter::once(id.to_string()).chain(numbered).map(|id| Id::new(&id));
    ids.find(|id| !taken.contains(id)).unwrap_or_else(|| id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::LocalText;

    fn actor(id: &str, name: &str, aliases: &[&str]) -> KnownActor {
        let aliases = aliases.iter().map(|alias| (*alias).into()).collect();
        KnownActor {
            id: Id::new(id),
            kind: "company".into(),
            name: LocalText::plain(name),
            aliases,
            from: "x".into(),
        }
    }

    #[test]
    fn actors_are_the_same_by_what_they_are_called() {
        let is_same = |one: &KnownActor, other: &KnownActor| Called::of(one).is_same(&Called::of(other));
        let firm = actor("firm", "Talbau AG", &["Talbau"]);
        for same in [
            actor("talbau", "Talbau AG", &[]),
            actor("firm", "Talbau", &["Bauer"]),
            actor("talbau", "Talbau", &["Talbau AG"]),
        ] {
            assert!(is_same(&firm, &same) && is_same(&same, &firm), "{same:?}");
        }
        for other in [actor("firm", "Bergbau AG", &["Bergbau"]), actor("berg", "Bergbau AG", &["Talbau"])] {
            assert!(!is_same(&firm, &other) && !is_same(&other, &firm), "{other:?}");
        }
        let taken = HashSet::from([Id::new("firm"), Id::new("firm-2")]);
        assert_eq!(free(&Id::new("firm"), &taken), Id::new("firm-3"));
    }
}
