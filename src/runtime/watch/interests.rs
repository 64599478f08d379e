//! Which folders to watch for a dossier, and which of the events there may change it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use super::source::WatchedDossier;
use crate::load::Fingerprint;

/// No path is followed through more symbolic links than this, as in Linux.
const MAX_LINKS: usize = 40;

/// Which events in the watched folders may change the dossier.
#[derive(Default)]
pub(super) struct Interests {
    pub(super) paths: BTreeSet<PathBuf>,
    /// The symbolic links on the way to these: each may be changed to point elsewhere.
    pub(super) links: BTreeSet<PathBuf>,
    /// The folder, where any file in it may be an article.
    folder: Option<PathBuf>,
    seen: Fingerprint,
}

impl Interests {
    /// What matters for a dossier as it was read last.
    pub(super) fn of(source: &WatchedDossier) -> Self {
        let mut links = BTreeSet::new();
        let real = follow(&source.path, &mut links);
        let folder =
            if real.is_file() { real.parent().map_or(real.clone(), Path::to_owned) } else { real.clone() };
        let seen = source.seen.clone().unwrap_or_default();
        let mut paths = BTreeSet::from([real]);
        let mut within = BTreeSet::new();
        paths.extend(seen.names().map(|name| follow(&folder.join(name), &mut within)));
        // Files outside the folder are not read.
        links.extend(within.into_iter().filter(|link| link.starts_with(&folder)));
        Self { paths, links, folder: Some(folder), seen }
    }

    /// The folders to watch; for one that does not exist, the folder it would be created in.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let inside = |path: &PathBuf| {
            let mut folders = path.ancestors().skip(1);
            folders.find(|folder| folder.is_dir()).map(Path::to_owned)
        };
        // The folder itself is enough while it is there; what is above it is full of other things.
        let own = self.folder.as_ref().filter(|folder| folder.is_dir());
        let within =
            self.paths.iter().filter(|path| own.is_none_or(|own| path.starts_with(own) && *path != own));
        within.chain(&self.links).filter_map(inside).chain(own.cloned()).collect()
    }

    /// Whether a change to this path may change the dossier.
    pub(super) fn concerns(&self, path: &Path) -> bool {
        let is_article = || {
            let name = path.file_name().and_then(|name| name.to_str());
            path.parent() == self.folder.as_deref() && name.is_some_and(|name| self.seen.asks_for(name))
        };
        // Also a folder on the way to one of the files.
        let mut paths = self.paths.iter().chain(&self.links);
        is_article() || paths.any(|interest| interest.starts_with(path))
    }
}

/// Resolves an absolute path and collects all symbolic links on the way, each in a resolved folder. If something is
/// missing or the links form a cycle, the rest stays as written.
fn follow(path: &Path, links: &mut BTreeSet<PathBuf>) -> PathBuf {
    fn parts(path: &Path) -> impl DoubleEndedIterator<Item = OsString> {
        path.components().map(|part| part.as_os_str().to_owned())
    }
    let mut real = PathBuf::new();
    let mut left: Vec<OsString> = parts(path).rev().collect();
    let mut followed = 0;
    while let Some(part) = left.pop() {
        match Path::new(&part).components().next() {
            Some(Component::CurDir) | None => continue,
            Some(Component::ParentDir) => {
                real.pop();
                continue;
            }
            // A root starts over.
            Some(_) => real.push(part),
        }
        if followed < MAX_LINKS
            && let Ok(target) = real.read_link()
        {
            followed += 1;
            links.insert(real.clone());
            real.pop();
            left.extend(parts(&target).rev());
        }
    }
    real
}
