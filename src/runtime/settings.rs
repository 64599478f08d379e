//! The file with the reader's settings: where it is, and its text.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use crate::settings::{self, Origin, Read};

/// Names another file; `off` reads none.
const VARIABLE: &str = "FUNDSTELLE_CONFIG";
const OFF: &str = "off";

const NAME: &str = "config.toml";

/// The most bytes of it.
const MAX_BYTES: u64 = 1 << 20;

/// Where the settings are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SettingsFile {
    path: PathBuf,
    /// Somebody named it, so it has to be there.
    named: bool,
}

impl SettingsFile {
    /// The file that the environment names, else the one in the platform's folder for what is configured by hand. `None` if
    /// settings are off or there is no such folder. `environment` looks up a variable.
    pub fn of(environment: impl Fn(&str) -> Option<String>) -> Option<Self> {
        match environment(VARIABLE).filter(|value| !value.is_empty()) {
            Some(value) if value == OFF => None,
            Some(path) => Some(Self::named(path)),
            None => {
                // Not the native strategy: on macOS people look for files that they write themselves in ~/.config too.
                let platform = etcetera::choose_base_strategy().ok()?;
                Some(Self { path: platform.config_dir().join("fundstelle").join(NAME), named: false })
            }
        }
    }

    /// This very file.
    pub fn named(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), named: true }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What reports call it: a short name for those who know where it is.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    /// Its settings, and what is wrong with them; reports call the file `name`. `None` where there is no file, and none is
    /// needed.
    pub fn read(&self, name: &str) -> Option<Read> {
        let error = match text(&self.path) {
            Ok(text) => {
                let home = etcetera::home_dir().ok();
                let folder = self.path.parent().unwrap_or(Path::new(""));
                return Some(settings::read(Origin { name, folder, home: home.as_deref() }, &text));
            }
            Err(error) => error,
        };
        match error.kind() {
            io::ErrorKind::NotFound if !self.named => None,
            io::ErrorKind::NotFound => {
                let hint = "\"fundstelle config\" prints one to begin with";
                Some(settings::unreadable(name, "there is no such file", hint))
            }
            io::ErrorKind::InvalidData => {
                Some(settings::unreadable(name, "it is not UTF-8", "save it as UTF-8"))
            }
            io::ErrorKind::PermissionDenied => {
                Some(settings::unreadable(name, "you may not read it", "check its permissions"))
            }
            _ => Some(settings::unreadable(name, &error.to_string(), "put a plain file there")),
        }
    }
}

/// The text of a file. Opening a pipe would wait for a writer, and a device may never end.
fn text(path: &Path) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut text = String::new();
    File::open(path)?.take(MAX_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MAX_BYTES {
        return Err(io::Error::other(format!("it is larger than {} MB", MAX_BYTES >> 20)));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_the_file_or_turns_it_off() {
        let of = |value: &str| SettingsFile::of(|name| (name == VARIABLE).then(|| value.to_owned()));
        assert_eq!(of("off"), None);
        assert_eq!(of("/etc/f.toml").unwrap().path(), Path::new("/etc/f.toml"));
        assert!(of("").is_none_or(|file| file.path().ends_with("fundstelle/config.toml")));
    }

    #[test]
    fn what_cannot_be_read_is_reported_unless_nobody_asked_for_it() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join(NAME);
        assert_eq!(SettingsFile { path: missing.clone(), named: false }.read(NAME), None);
        let not_text = folder.path().join("latin1.toml");
        fs::write(&not_text, b"# K\xf6ln").unwrap();
        for (path, why) in [
            (missing, "there is no such file"),
            (folder.path().to_owned(), "it is not a regular file"),
            (not_text, "it is not UTF-8"),
        ] {
            let read = SettingsFile::named(path).read("config.toml").unwrap();
            assert_eq!(read.problems[0].message, format!("the settings cannot be read: {why}"));
            assert_eq!(read.tally.errors, 1);
            // What the file says of notes is not known either.
            let usual = settings::Settings { is_notes_unknown: true, ..Default::default() };
            assert_eq!(read.settings, usual);
        }
    }
}
