//! What a dossier was read from, to find out whether reading it again would give anything else.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher as _};

use crate::load::read::header;
use crate::load::report::problem::{Location, Problem};
use crate::load::report::rule::Rule;
use crate::load::source::files::{Files, ReadError};
use crate::load::source::limits;
use crate::load::{Loaded, Refusal, load};

/// Every file that was asked for, those that are missing among them, and what it held.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fingerprint {
    files: BTreeMap<String, File>,
    /// The names that could be an article's, if all names were asked for to find it.
    listed: Option<Vec<String>>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct File {
    limit: u64,
    content: Result<u64, ReadError>,
}

impl Fingerprint {
    /// The names that were asked for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a change to this file in the dossier's folder may matter.
    pub fn asks_for(&self, name: &str) -> bool {
        self.files.contains_key(name) || self.listed.is_some() && is_article(name)
    }

    /// Whether these files hold the same.
    pub fn is_current(&self, files: &dyn Files) -> bool {
        let same = |(name, file): (&String, &File)| content(&files.read(name, file.limit)) == file.content;
        self.listed.as_ref().is_none_or(|listed| *listed == articles(files.list()))
            && self.files.iter().all(same)
    }

    /// All of it in one number. Another version of the program may give another for the same files.
    pub fn digest(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for name in self.listed.iter().flatten() {
            hasher.write(name.as_bytes());
            hasher.write_u8(b'/');
        }
        for (name, file) in &self.files {
            hasher.write(name.as_bytes());
            hasher.write_u8(b'/');
            match &file.content {
                Ok(content) => hasher.write_u64(*content),
                Err(error) => hasher.write(error.to_string().as_bytes()),
            }
        }
        hasher.finish()
    }

    /// Records that this file holds these bytes now, or is not there, so that what we wrote ourselves is not reported as a change.
    pub fn set(&mut self, name: &str, bytes: Option<&[u8]>) {
        let content = bytes.map(hash).ok_or(ReadError::Missing);
        match self.files.get_mut(name) {
            Some(file) => file.content = content,
            None => {
                self.files.insert(name.to_owned(), File { limit: limits::TOML, content });
            }
        }
    }

    /// Whether there was a `dossier.toml` and not an article alone.
    pub fn has_head(&self) -> bool {
        self.files.get(crate::load::DOSSIER).is_some_and(|file| file.content != Err(ReadError::Missing))
    }

    /// Whether a file that was there is missing later.
    pub fn has_lost_a_file(&self, later: &Self) -> bool {
        let was_there = self.files.iter().filter(|(_, file)| file.content.is_ok());
        let is_missing =
            |name: &String| later.files.get(name).is_some_and(|file| file.content == Err(ReadError::Missing));
        was_there.into_iter().any(|(name, _)| is_missing(name))
    }
}

/// Reads a dossier ([`load`]), with the fingerprint of the files it was read from.
///
/// # Errors
///
/// As [`load`].
pub fn load_with_fingerprint(files: &dyn Files) -> (Result<Loaded, Refusal>, Fingerprint) {
    let noting = Noting { files, seen: RefCell::default() };
    let loaded = load(&noting);
    (loaded, noting.seen.into_inner())
}

/// The same for files that are read in any case, as those of the shipped dossier are: without reading a dossier from them.
pub fn digest(files: &dyn Files) -> u64 {
    let noting = Noting { files, seen: RefCell::default() };
    for name in files.list() {
        let _ = noting.read(&name, u64::MAX);
    }
    noting.seen.into_inner().digest()
}

/// Reads a dossier anew if its files no longer hold what they held `before`; otherwise none. Each file is read once, to
/// be compared and to be loaded.
pub fn load_if_changed(
    files: &dyn Files,
    before: &Fingerprint,
) -> Option<(Result<Loaded, Refusal>, Fingerprint)> {
    let once = Once { files, read: RefCell::default(), listed: OnceCell::new() };
    (!before.is_current(&once)).then(|| load_with_fingerprint(&once))
}

/// The problem of a dossier whose `dossier.toml` is gone. It is not opened as a bare article: an editor may be about to
/// write the file again.
pub fn head_missing() -> Refusal {
    let place = Location::start_of(crate::load::DOSSIER.to_owned());
    let hint = "put it back; what was read last stays until then";
    Problem::new(Rule::DossierMissing, place, "this file is no longer there", hint, None).into()
}

/// Records what is read.
struct Noting<'f> {
    files: &'f dyn Files,
    seen: RefCell<Fingerprint>,
}

impl Files for Noting<'_> {
    fn list(&self) -> Vec<String> {
        let names = self.files.list();
        let mut seen = self.seen.borrow_mut();
        // With a head it names the article; what else lies there makes no difference to what is read.
        if !seen.has_head() {
            seen.listed = Some(articles(names.clone()));
        }
        drop(seen);
        names
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let read = self.files.read(name, limit);
        let file = File { limit, content: content(&read) };
        self.seen.borrow_mut().files.insert(name.to_owned(), file);
        read
    }
}

/// A file's bytes, or why they cannot be read.
type Bytes = Result<Vec<u8>, ReadError>;

/// Caches what was read, so that each file is read once.
struct Once<'f> {
    files: &'f dyn Files,
    read: RefCell<BTreeMap<(String, u64), Bytes>>,
    listed: OnceCell<Vec<String>>,
}

impl Files for Once<'_> {
    fn list(&self) -> Vec<String> {
        self.listed.get_or_init(|| self.files.list()).clone()
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let mut read = self.read.borrow_mut();
        read.entry((name.to_owned(), limit)).or_insert_with(|| self.files.read(name, limit)).clone()
    }
}

/// What was read, so short that it costs no memory.
fn content(read: &Result<Vec<u8>, ReadError>) -> Result<u64, ReadError> {
    read.as_ref().map(|bytes| hash(bytes)).map_err(Clone::clone)
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

fn articles(mut names: Vec<String>) -> Vec<String> {
    names.retain(|name| is_article(name));
    names.sort_unstable();
    names
}

/// What an editor leaves beside a file is hidden, or called by other endings.
fn is_article(name: &str) -> bool {
    !name.starts_with('.') && header::unreadable(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Memory;
    use crate::load::source::files::Counting;

    const HEAD: &str =
        "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";

    fn files() -> Memory {
        Memory::default().with("dossier.toml", HEAD).with("a.txt", "T\nWords.\n")
    }

    #[test]
    fn only_what_was_read_makes_a_difference() {
        let (loaded, seen) = load_with_fingerprint(&files());
        assert!(loaded.is_ok());
        assert!(
            seen.is_current(&files()) && seen.is_current(&files().with("a.txt~", "x").with("b.txt", "x"))
        );
        assert!(!seen.is_current(&files().with("a.txt", "T\nOther words.\n")));
        // What was looked for and not found makes one once it is there.
        assert!(!seen.is_current(&files().with("actors.toml", "")));
        assert!(seen.asks_for("actors.toml") && seen.asks_for("a.txt"));
        assert!(!seen.asks_for("b.txt") && !seen.asks_for(".a.txt.swp"));
    }

    #[test]
    fn the_number_is_that_of_what_was_read() {
        let of = |files: &Memory| load_with_fingerprint(files).1.digest();
        assert_eq!(of(&files()), of(&files()));
        assert_eq!(of(&files()), of(&files().with("b.txt", "not asked for")));
        for other in [files().with("a.txt", "T\nOther words.\n"), files().with("actors.toml", "")] {
            assert_ne!(of(&files()), of(&other));
        }
        assert_eq!(digest(&files()), digest(&files()));
        assert_ne!(digest(&files()), digest(&files().with("a.txt", "T\n")));
    }

    #[test]
    fn what_one_has_written_oneself_is_no_change() {
        let (_, mut seen) = load_with_fingerprint(&files());
        let later = files().with("a.txt", "T\nOther words.\n").with("actors.toml", "");
        seen.set("a.txt", Some(b"T\nOther words.\n"));
        assert!(!seen.is_current(&later), "somebody else has made the other file");
        seen.set("actors.toml", Some(b""));
        assert!(seen.is_current(&later) && load_if_changed(&later, &seen).is_none());
        assert_eq!(seen.digest(), load_with_fingerprint(&later).1.digest());
    }

    #[test]
    fn a_changed_dossier_is_read_once_to_compare_and_to_load() {
        let (_, before) = load_with_fingerprint(&files());
        assert!(load_if_changed(&files(), &before).is_none());
        let changed = files().with("actors.toml", "");
        let counting = Counting::new(changed.clone());
        let (loaded, seen) = load_if_changed(&counting, &before).expect("it has changed");
        assert!(loaded.is_ok() && seen.is_current(&changed));
        let counts = counting.counts();
        assert!(counts.contains_key("a.txt") && counts.values().all(|count| *count == 1), "{counts:?}");
    }

    #[test]
    fn without_a_dossier_each_article_makes_a_difference() {
        let files = || Memory::default().with("a.md", "# T\n");
        let (_, seen) = load_with_fingerprint(&files());
        assert!(seen.is_current(&files().with("a.md~", "x").with(".b.md", "x")));
        assert!(!seen.is_current(&files().with("b.md", "x")));
        assert!(seen.asks_for("b.txt") && seen.asks_for("dossier.toml") && !seen.asks_for("4913"));
    }

    #[test]
    fn a_file_that_is_no_longer_there_is_missed() {
        let seen = |files: &Memory| load_with_fingerprint(files).1;
        let without = Memory::default().with("dossier.toml", HEAD);
        assert!(seen(&files()).has_lost_a_file(&seen(&without)));
        assert!(!seen(&without).has_lost_a_file(&seen(&files())));
        assert!(!seen(&files()).has_lost_a_file(&seen(&files().with("a.txt", ""))));
        assert!(seen(&without).has_head() && !seen(&Memory::default().with("a.txt", "T\n")).has_head());
    }
}
