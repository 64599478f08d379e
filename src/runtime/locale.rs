//! Which language and which characters the reader's environment asks for.

/// Whether messages are wanted in German. `get` looks up an environment variable.
///
/// POSIX order: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides alone.
pub fn prefers_german(get: impl Fn(&str) -> Option<String>) -> bool {
    let decisive =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(get).find(|value| !value.is_empty());
    decisive.is_some_and(|value| {
        // `language[_territory][.codeset][@modifier]`; some write `de-AT`.
        let language = value.split(['_', '-', '.', '@']).next().unwrap_or_default();
        language.eq_ignore_ascii_case("de")
    })
}

/// Whether the locale says that characters beyond ASCII are shown. `get` looks up an environment variable.
pub fn is_utf8(get: impl Fn(&str) -> Option<String>) -> bool {
    characters(get).is_some_and(|locale| has_utf8(&locale))
}

/// Whether the locale says that they are not. One that is not set says nothing: in containers and over SSH that is usual,
/// and the terminal shows them all the same.
pub fn is_not_utf8(get: impl Fn(&str) -> Option<String>) -> bool {
    characters(get).is_some_and(|locale| !has_utf8(&locale))
}

/// The locale that decides on characters, if one is set.
fn characters(get: impl Fn(&str) -> Option<String>) -> Option<String> {
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(get).find(|value| !value.is_empty())
}

fn has_utf8(locale: &str) -> bool {
    let codeset = locale.to_ascii_lowercase();
    codeset.contains("utf-8") || codeset.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn german(variables: &[(&str, &str)]) -> bool {
        prefers_german(|name| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn german_in_all_its_spellings() {
        for value in ["de", "de_DE", "de_AT.UTF-8", "de_DE@euro", "de.UTF-8", "DE", "de-CH"] {
            assert!(german(&[("LANG", value)]), "{value}");
        }
    }

    #[test]
    fn the_first_that_is_set_decides_on_the_characters() {
        let utf8 = |variables: &[(&str, &str)]| {
            is_utf8(|name| {
                variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(utf8(&[("LANG", "de_AT.UTF-8")]) && utf8(&[("LC_ALL", ""), ("LC_CTYPE", "en_US.utf8")]));
        assert!(!utf8(&[("LC_ALL", "C"), ("LANG", "de_AT.UTF-8")]) && !utf8(&[]));
    }

    #[test]
    fn a_locale_that_is_not_set_does_not_say_that_there_is_only_ascii() {
        let ascii = |variables: &[(&str, &str)]| {
            is_not_utf8(|name| {
                variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            })
        };
        for value in ["C", "POSIX", "de_AT", "de_AT@euro", "en_US.ISO-8859-1", "ja_JP.eucJP"] {
            for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
                assert!(ascii(&[(name, value)]), "{name}={value}");
            }
        }
        for value in ["C.UTF-8", "de_AT.utf8", "UTF-8", ""] {
            assert!(!ascii(&[("LC_ALL", value)]), "{value}");
        }
        assert!(!ascii(&[]) && !ascii(&[("LC_MESSAGES", "C")]));
        assert!(ascii(&[("LC_ALL", "C"), ("LANG", "de_AT.UTF-8")]));
        assert!(!ascii(&[("LC_CTYPE", "de_AT.UTF-8"), ("LANG", "C")]));
    }

    #[test]
    fn other_languages_are_not() {
        for value in ["C", "C.UTF-8", "POSIX", "en_US.UTF-8", "den", "deutsch", "nds_DE"] {
            assert!(!german(&[("LANG", value)]), "{value}");
        }
        assert!(!german(&[]));
    }

    #[test]
    fn the_first_that_says_something_decides() {
        assert!(german(&[("LC_ALL", "de_DE"), ("LANG", "en_US")]));
        assert!(!german(&[("LC_ALL", "C"), ("LC_MESSAGES", "de_DE"), ("LANG", "de_DE")]));
        assert!(german(&[("LC_ALL", ""), ("LC_MESSAGES", "de_DE"), ("LANG", "en_US")]));
        assert!(german(&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "de_DE")]));
    }
}
