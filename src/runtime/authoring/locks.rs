//! What editors leave beside a file while they have it open. One with unsaved changes would overwrite what we write.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The names of such files for one of this name.
fn names(name: &str) -> [String; 5] {
    [
        // Vim; nano, where it is set to. The second is Vim's where the first is taken.
        format!(".{name}.swp"),
        format!(".{name}.swo"),
        // Emacs, and JOE: a link that leads nowhere.
        format!(".#{name}"),
        // LibreOffice
        format!(".~lock.{name}#"),
        // Kate
        format!(".{name}.kate-swp"),
    ]
}

/// The name of one that is there beside the file at this path.
pub(super) fn beside(path: &Path) -> Option<String> {
    let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
    names(name).into_iter().find(|lock| fs::symlink_metadata(folder.join(lock)).is_ok())
}

/// Where Neovim keeps what Vim keeps beside the file, unless it is set up otherwise.
pub(super) fn neovim_folder() -> Option<PathBuf> {
    let state = env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let state = state.or_else(|| Some(etcetera::home_dir().ok()?.join(".local/state")))?;
    Some(state.join("nvim/swap"))
}

/// The path of the one that Neovim keeps for the file at this path: its whole path makes the name.
pub(super) fn of_neovim(path: &Path, folder: &Path) -> Option<String> {
    let name = path.to_str()?.replace('/', "%");
    let swap = folder.join(format!("{name}.swp"));
    fs::symlink_metadata(&swap).is_ok().then(|| swap.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editors_file_is_seen_and_that_for_another_file_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("claims.toml");
        for other in [".dossier.toml.swp", "claims.toml~", "claims.toml.swp", "#claims.toml#", ".claims.toml"]
        {
            fs::write(folder.path().join(other), "").unwrap();
        }
        assert_eq!(beside(&path), None);
        for lock in [".claims.toml.swp", ".claims.toml.swo", ".~lock.claims.toml#", ".claims.toml.kate-swp"] {
            fs::write(folder.path().join(lock), "").unwrap();
            assert_eq!(beside(&path).as_deref(), Some(lock));
            fs::remove_file(folder.path().join(lock)).unwrap();
        }
    }

    #[cfg(unix)]
    #[test]
    fn that_of_emacs_is_a_link_that_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("anna@host.4711:1790000000", folder.path().join(".#claims.toml")).unwrap();
        assert_eq!(beside(&folder.path().join("claims.toml")).as_deref(), Some(".#claims.toml"));
        assert_eq!(beside(&folder.path().join("events.toml")), None);
    }

    #[test]
    fn that_of_neovim_lies_elsewhere_under_the_whole_path() {
        let swap = tempfile::tempdir().unwrap();
        let path = Path::new("/home/anna/bridge/claims.toml");
        assert_eq!(of_neovim(path, swap.path()), None);
        let lock = swap.path().join("%home%anna%bridge%claims.toml.swp");
        fs::write(&lock, "").unwrap();
        assert_eq!(of_neovim(path, swap.path()), Some(lock.display().to_string()));
    }
}
