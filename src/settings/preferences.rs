//! What the reader has chosen by keys, remembered across runs and for all dossiers: theme, language, mouse. It comes before
//! what `config.toml` says, until that is changed.

use serde::{Deserialize, Serialize};

use super::Settings;
use crate::i18n::language::Language;
use crate::look::theme::Theme;

/// Something that was chosen by a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preference {
    /// The colours.
    Theme(Theme),
    /// The interface's language.
    Language(Language),
    /// Whether the mouse is on.
    Mouse(bool),
}

/// All that was chosen. Any values are valid: what says nothing is ignored.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<Remembered<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Remembered<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mouse: Option<Remembered<bool>>,
}

/// What was chosen, and what the settings said then.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Remembered<T> {
    chosen: T,
    settings: T,
}

impl<T: PartialEq> Remembered<T> {
    /// What was chosen, unless the settings say something else now.
    fn while_unchanged(&self, settings: &T) -> Option<&T> {
        (self.settings == *settings).then_some(&self.chosen)
    }
}

/// What the settings say of the language, in a word.
fn language_of(settings: &Settings) -> String {
    settings.language.map_or(super::AUTO, Language::tag).to_owned()
}

impl Preferences {
    /// Remembers a choice.
    pub fn remember(&mut self, preference: Preference, settings: &Settings) {
        match preference {
            Preference::Theme(theme) => {
                let (chosen, settings) = (theme.name().to_owned(), settings.theme.name().to_owned());
                self.theme = Some(Remembered { chosen, settings });
            }
            Preference::Language(language) => {
                let (chosen, settings) = (language.tag().to_owned(), language_of(settings));
                self.language = Some(Remembered { chosen, settings });
            }
            Preference::Mouse(chosen) => self.mouse = Some(Remembered { chosen, settings: settings.mouse }),
        }
    }

    /// The colours that were chosen.
    pub fn theme(&self, settings: &Settings) -> Option<Theme> {
        Theme::named(self.theme.as_ref()?.while_unchanged(&settings.theme.name().to_owned())?)
    }

    /// The language that was chosen.
    pub fn language(&self, settings: &Settings) -> Option<Language> {
        let chosen = self.language.as_ref()?.while_unchanged(&language_of(settings))?;
        [Language::De, Language::En].into_iter().find(|language| language.tag() == chosen)
    }

    /// Whether the mouse was turned on or off.
    pub fn mouse(&self, settings: &Settings) -> Option<bool> {
        self.mouse.as_ref()?.while_unchanged(&settings.mouse).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_holds_until_the_settings_say_something_else() {
        let light = Settings { theme: Theme::Light, ..Settings::default() };
        let mut preferences = Preferences::default();
        assert_eq!(preferences.theme(&light), None);
        preferences.remember(Preference::Theme(Theme::Dark), &light);
        preferences.remember(Preference::Language(Language::De), &light);
        preferences.remember(Preference::Mouse(true), &light);
        assert_eq!(preferences.theme(&light), Some(Theme::Dark));
        assert_eq!(
            (preferences.language(&light), preferences.mouse(&light)),
            (Some(Language::De), Some(true))
        );
        // Each by itself.
        let changed = Settings { theme: Theme::Contrast, ..light };
        assert_eq!(preferences.theme(&changed), None);
        assert_eq!(
            (preferences.language(&changed), preferences.mouse(&changed)),
            (Some(Language::De), Some(true))
        );
        let changed = Settings { language: Some(Language::En), mouse: true, ..changed };
        assert_eq!((preferences.language(&changed), preferences.mouse(&changed)), (None, None));
    }
}
