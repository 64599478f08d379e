//! What the reader chose by keys for all dossiers: one small file in the state folder, as harmless as those of `state`.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::private::{create_private, read_small};
use super::state::folder;
use super::write::write_privately;
use crate::settings::{Preference, Preferences, Settings};

const NAME: &str = "preferences.toml";

const VERSION: u32 = 1;

/// The file that records what the reader chose.
#[derive(Clone, Debug)]
pub struct PreferencesFile {
    path: PathBuf,
    /// What is chosen holds until these change.
    settings: Settings,
}

#[derive(Serialize, Deserialize)]
struct SavedPreferences {
    version: u32,
    #[serde(flatten)]
    chosen: Preferences,
}

impl PreferencesFile {
    /// The file beside those that record where the reader left off. `None` where these are disabled, or there is no folder
    /// for them. `environment` looks up a variable.
    pub fn of(settings: &Settings, environment: impl Fn(&str) -> Option<String>) -> Option<Self> {
        Some(Self { path: folder(environment)?.join(NAME), settings: settings.clone() })
    }

    /// What the reader chose; nothing without a readable file.
    pub fn read(&self) -> Preferences {
        self.saved().unwrap_or_default()
    }

    fn saved(&self) -> Option<Preferences> {
        // Opening a pipe would wait for a writer.
        if !fs::symlink_metadata(&self.path).ok()?.is_file() {
            return None;
        }
        let text = read_small(File::open(&self.path).ok()?)?;
        let saved: SavedPreferences = toml::from_str(&text).ok()?;
        (saved.version == VERSION).then_some(saved.chosen)
    }

    /// Adds a choice to what is there, which another screen may have written meanwhile. That it cannot be written is no
    /// concern of someone who reads.
    pub(super) fn remember(&self, preference: Preference) {
        let mut chosen = self.read();
        chosen.remember(preference, &self.settings);
        let _ = self.write(chosen);
    }

    fn write(&self, chosen: Preferences) -> io::Result<()> {
        let text =
            toml::to_string(&SavedPreferences { version: VERSION, chosen }).map_err(io::Error::other)?;
        create_private(self.path.parent().ok_or(io::ErrorKind::InvalidInput)?)?;
        write_privately(&self.path, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::theme::Theme;

    fn file(folder: &tempfile::TempDir) -> PreferencesFile {
        let place = folder.path().join("state").to_string_lossy().into_owned();
        PreferencesFile::of(&Settings::default(), |name| (name == "FUNDSTELLE_STATE").then(|| place.clone()))
            .unwrap()
    }

    #[test]
    fn choices_are_there_again_and_only_for_the_reader() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (file(&folder), file(&folder));
        assert_eq!(one.read(), Preferences::default());
        one.remember(Preference::Theme(Theme::Light));
        other.remember(Preference::Mouse(true));
        let read = file(&folder).read();
        let usual = Settings::default();
        assert_eq!((read.theme(&usual), read.mouse(&usual)), (Some(Theme::Light), Some(true)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&one.path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_file_that_is_none_of_ours_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        fs::create_dir_all(file.path.parent().unwrap()).unwrap();
        let long = format!("version = 1\n# {}", "x".repeat(1 << 17));
        for text in [
            "",
            "version = 2\n[theme]\nchosen = \"dark\"\nsettings = \"default\"\n",
            "version = 1\ntheme = 3\n",
            "\u{0}",
            &long,
        ] {
            fs::write(&file.path, text).unwrap();
            assert_eq!(file.read(), Preferences::default(), "{text:.40}");
        }
        let unknown = "version = 1\n[theme]\nchosen = \"pink\"\nsettings = \"default\"\n";
        fs::write(&file.path, unknown).unwrap();
        assert_eq!(file.read().theme(&Settings::default()), None);
    }

    #[test]
    fn nothing_is_kept_where_that_is_off() {
        assert!(PreferencesFile::of(&Settings::default(), |_| Some("off".to_owned())).is_none());
    }
}
