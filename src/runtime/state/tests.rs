use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::{MAX_FILES, StateFile};
use crate::app::{Bookmark, Quoted};
use crate::look::panel::{Focus, Panel};
use crate::runtime::private::MAX_BYTES;
use crate::runtime::saver::StateSaver;

/// A folder of its own for each test, removed at the end.
struct TempFolder(PathBuf);

impl TempFolder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("fundstelle-state-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A dossier's folder in it.
    fn dossier(&self, name: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("dossier.toml"), "").unwrap();
        path
    }

    /// Where state is kept.
    fn state(&self) -> PathBuf {
        self.0.join("state")
    }

    fn file(&self, dossier: Option<&Path>) -> StateFile {
        StateFile::within(&self.state(), dossier).unwrap()
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn place(selection: &str) -> Bookmark {
    let top = Quoted { start: 17, end: 50, words: "Worte \"in\" '''zwei'''\n\u{1f30d} Zeilen\\".to_owned() };
    Bookmark {
        focus: Focus::Panel(Panel::Actors),
        selection: Some(selection.to_owned()),
        card: Some((3, 12)),
        top: Some(top.clone()),
        passage: Some(top),
        series: Some("cw".to_owned()),
        ..Bookmark::default()
    }
}

#[test]
fn what_is_written_is_read_again() {
    let folder = TempFolder::new("again");
    let file = folder.file(None);
    assert_eq!(file.read(), None);
    file.write(place("actor:a")).unwrap();
    file.write(place("actor:b")).unwrap();
    assert_eq!(file.read(), Some(place("actor:b")));
    assert_eq!(fs::read_dir(folder.state()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn dossiers_do_not_mix() {
    let folder = TempFolder::new("mix");
    let (one, other) = (folder.dossier("one/bridge"), folder.dossier("other/bridge"));
    for (path, selection) in
        [(Some(&*one), "actor:one"), (Some(&*other), "actor:other"), (None, "actor:shipped")]
    {
        folder.file(path).write(place(selection)).unwrap();
    }
    assert_eq!(folder.file(Some(&one)).read(), Some(place("actor:one")));
    assert_eq!(folder.file(Some(&other)).read(), Some(place("actor:other")));
    assert_eq!(folder.file(None).read(), Some(place("actor:shipped")));
    // However one gets there, it is the same dossier.
    for way in [one.join("dossier.toml"), one.join("."), one.join("../bridge")] {
        assert_eq!(folder.file(Some(&way)).read(), Some(place("actor:one")), "{}", way.display());
    }
    // The name of the file is but a short form of the path.
    fs::copy(folder.file(Some(&one)).path, folder.file(Some(&other)).path).unwrap();
    assert_eq!(folder.file(Some(&other)).read(), None);
}

#[test]
fn a_variable_says_where_or_not_at_all() {
    let folder = TempFolder::new("variable");
    let kept = |value: &str| {
        let value = value.to_owned();
        StateFile::of(None, move |name| (name == "FUNDSTELLE_STATE").then(|| value.clone()))
    };
    assert!(kept("off").is_none());
    let here = folder.state();
    assert_eq!(kept(here.to_str().unwrap()).unwrap().path, here.join("shipped.toml"));
    let usual = StateFile::of(None, |_| None).map(|file| file.path);
    assert!(usual.is_none_or(|path| path.ends_with("fundstelle/shipped.toml")));
    assert_eq!(kept("").map(|file| file.path), StateFile::of(None, |_| None).map(|file| file.path));
}

#[test]
fn what_is_no_state_of_ours_is_passed_over() {
    let folder = TempFolder::new("foreign");
    let file = folder.file(None);
    file.write(place("actor:a")).unwrap();
    let written = fs::read_to_string(&file.path).unwrap();
    for content in [
        String::new(),
        "version = 1\n".to_owned(),
        written.replace("version = 1", "version = 2"),
        written.replace("shipped", "another"),
        written.replace("actors", "\u{0}"),
        written[..written.len() / 2].to_owned(),
        format!("{written}# {}", "x".repeat(usize::try_from(MAX_BYTES).unwrap())),
        "[".repeat(5000),
        format!("version = {}", "[".repeat(60_000)),
    ] {
        fs::write(&file.path, &content).unwrap();
        assert_eq!(file.read(), None, "{content:.80}");
    }
    fs::write(&file.path, format!("{written}[later]\nnew = true\n")).unwrap();
    assert_eq!(file.read(), Some(place("actor:a")), "what a later version adds does no harm");
}

#[test]
fn a_folder_in_its_place_is_left_alone() {
    let folder = TempFolder::new("folder");
    let file = folder.file(None);
    fs::create_dir_all(&file.path).unwrap();
    assert_eq!(file.read(), None);
    assert!(file.write(place("actor:a")).is_err());
    let saver = StateSaver::new(Some(file.clone()));
    saver.record(|| place("actor:a"));
    saver.save();
    assert!(file.path.is_dir());
}

#[test]
fn what_was_noted_last_is_written_once() {
    let folder = TempFolder::new("saver");
    let file = folder.file(None);
    let saver = StateSaver::new(Some(file.clone()));
    saver.save();
    assert!(!folder.state().exists(), "nothing was noted");
    saver.record(|| place("actor:a"));
    saver.record(|| place("actor:b"));
    saver.save();
    assert_eq!(file.read(), Some(place("actor:b")));
    fs::remove_file(&file.path).unwrap();
    saver.save();
    assert!(!file.path.exists());
    StateSaver::new(None).record(|| unreachable!("nobody keeps it"));
}

#[test]
fn only_so_many_are_kept_and_nothing_else_is_removed() {
    let folder = TempFolder::new("many");
    let shipped = folder.file(None);
    shipped.write(place("actor:a")).unwrap();
    for number in 0..MAX_FILES + 3 {
        let path = folder.state().join(format!("d-{number:016x}.toml"));
        fs::write(&path, "").unwrap();
        let age = std::time::Duration::from_secs(1_000_000 + number as u64);
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + age).unwrap();
    }
    for other in ["notes-of-mine.toml", "d-000000000000000g.toml", "d-0000000000000000.txt"] {
        fs::write(folder.state().join(other), "").unwrap();
    }
    folder.file(Some(&folder.dossier("new"))).write(place("actor:a")).unwrap();
    let left: Vec<String> = fs::read_dir(folder.state())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left.len(), MAX_FILES + 4, "{left:?}");
    for (number, kept) in [(0, false), (3, false), (4, true), (MAX_FILES + 2, true)] {
        assert_eq!(left.contains(&format!("d-{number:016x}.toml")), kept, "{number}");
    }
}

/// All files about a dossier are forgotten with it, also where a killed screen of a talk left nothing else.
#[test]
fn a_dossier_is_forgotten_with_everything_about_it() {
    let folder = TempFolder::new("forgotten");
    fs::create_dir_all(folder.state()).unwrap();
    let write = |name: &str, age: u64| {
        let path = folder.state().join(name);
        fs::write(&path, "").unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000 + age)).unwrap();
    };
    for ending in ["toml", "seen", "audience"] {
        write(&format!("old-0000000000000001.{ending}"), 0);
    }
    write("killed-0000000000000002.speaker", 1);
    // Its bookmark is old, what it held is not.
    write("kept-0000000000000003.toml", 0);
    write("kept-0000000000000003.seen", 9_000);
    write("notes-0000000000000001.txt", 0);
    for number in 0..MAX_FILES - 2 {
        write(&format!("d-{number:016x}.toml"), 100 + number as u64);
    }
    folder.file(Some(&folder.dossier("new"))).write(place("actor:a")).unwrap();
    let has = |name: &str| folder.state().join(name).exists();
    for ending in ["toml", "seen", "audience"] {
        assert!(!has(&format!("old-0000000000000001.{ending}")), "{ending}");
    }
    assert!(!has("killed-0000000000000002.speaker"));
    assert!(has("kept-0000000000000003.toml") && has("kept-0000000000000003.seen"));
    assert!(has("d-0000000000000000.toml") && has("notes-0000000000000001.txt"));
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn nobody_else_may_look() {
        let folder = TempFolder::new("private");
        let file = StateFile::within(&folder.state().join("deeper"), None).unwrap();
        file.write(place("actor:a")).unwrap();
        assert_eq!(mode(&file.path), 0o600);
        assert_eq!((mode(&folder.state()), mode(&folder.state().join("deeper"))), (0o700, 0o700));
        file.write(place("actor:b")).unwrap();
        assert_eq!(mode(&file.path), 0o600);
    }

    #[test]
    fn links_and_pipes_and_what_is_locked_are_left_alone() {
        let folder = TempFolder::new("links");
        let file = folder.file(None);
        file.write(place("actor:a")).unwrap();
        let target = folder.0.join("target");
        fs::rename(&file.path, &target).unwrap();
        symlink(&target, &file.path).unwrap();
        assert_eq!(file.read(), None);
        assert!(file.write(place("actor:b")).is_err());
        assert!(fs::symlink_metadata(&file.path).unwrap().is_symlink());
        assert!(fs::read_to_string(&target).unwrap().contains("actor:a"));

        fs::remove_file(&file.path).unwrap();
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &file.path,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::from_raw_mode(0o600),
            0,
        )
        .unwrap();
        assert_eq!(file.read(), None, "and nobody waits");

        fs::remove_file(&file.path).unwrap();
        fs::rename(&target, &file.path).unwrap();
        fs::set_permissions(&file.path, fs::Permissions::from_mode(0o400)).unwrap();
        assert!(file.write(place("actor:b")).is_err());
        assert_eq!(file.read(), Some(place("actor:a")));
    }

    #[test]
    fn names_that_are_no_text_have_a_file_too() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt as _;
        let folder = TempFolder::new("bytes");
        let files: Vec<StateFile> = [&b"a\xff"[..], b"a\xfe"]
            .into_iter()
            .map(|name| {
                let path = folder.0.join(OsStr::from_bytes(name));
                fs::create_dir_all(&path).unwrap();
                folder.file(Some(&path))
            })
            .collect();
        files[0].write(place("actor:a")).unwrap();
        assert_eq!(files[0].read(), Some(place("actor:a")));
        assert_eq!(files[1].read(), None);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_as_something_or_nothing(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = TempFolder::new("bytes-any");
        let file = folder.file(None);
        fs::create_dir_all(folder.state()).unwrap();
        fs::write(&file.path, bytes).unwrap();
        prop_assert_eq!(file.read(), None);
    }

    /// The same file with some of its bytes changed.
    #[test]
    fn any_damage_is_borne(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let folder = TempFolder::new("damage");
        let file = folder.file(None);
        file.write(place("actor:a")).unwrap();
        let mut bytes = fs::read(&file.path).unwrap();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        fs::write(&file.path, &bytes).unwrap();
        if let Some(read) = file.read() {
            file.write(read.clone()).unwrap();
            prop_assert_eq!(file.read(), Some(read));
        }
    }
}
