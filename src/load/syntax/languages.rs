//! Languages by their names, for authors who write those and not the tags.

use std::fmt::Write as _;

/// Languages that have a code of two letters: the code, the codes of three letters, and the names in English, German and
/// the language itself.
const NAMES: [(&str, &[&str]); 33] = [
    ("ar", &["ara", "arabic", "arabisch", "العربية"]),
    ("bg", &["bul", "bulgarian", "bulgarisch", "български"]),
    ("cs", &["ces", "cze", "czech", "tschechisch", "čeština", "česky"]),
    ("da", &["dan", "danish", "dänisch", "dansk"]),
    ("de", &["deu", "ger", "german", "deutsch", "allemand"]),
    ("el", &["ell", "gre", "greek", "griechisch", "ελληνικά"]),
    ("en", &["eng", "english", "englisch", "anglais"]),
    ("es", &["spa", "spanish", "spanisch", "español", "espanol", "castellano"]),
    ("et", &["est", "estonian", "estnisch", "eesti"]),
    ("fa", &["fas", "per", "persian", "farsi", "persisch", "فارسی"]),
    ("fi", &["fin", "finnish", "finnisch", "suomi"]),
    ("fr", &["fra", "fre", "french", "französisch", "francais", "français"]),
    ("he", &["heb", "hebrew", "hebräisch", "עברית"]),
    ("hi", &["hin", "hindi", "हिन्दी"]),
    ("hr", &["hrv", "croatian", "kroatisch", "hrvatski"]),
    ("hu", &["hun", "hungarian", "ungarisch", "magyar"]),
    ("id", &["ind", "indonesian", "indonesisch", "bahasa indonesia"]),
    ("it", &["ita", "italian", "italienisch", "italiano"]),
    ("ja", &["jpn", "japanese", "japanisch", "日本語", "jp"]),
    ("ko", &["kor", "korean", "koreanisch", "한국어"]),
    ("ms", &["msa", "may", "malay", "malaiisch", "bahasa melayu"]),
    ("nl", &["nld", "dut", "dutch", "niederländisch", "holländisch", "nederlands"]),
    ("no", &["nor", "norwegian", "norwegisch", "norsk"]),
    ("pl", &["pol", "polish", "polnisch", "polski"]),
    ("pt", &["por", "portuguese", "portugiesisch", "português"]),
    ("ro", &["ron", "rum", "romanian", "rumänisch", "română"]),
    ("ru", &["rus", "russian", "russisch", "русский"]),
    ("sv", &["swe", "swedish", "schwedisch", "svenska"]),
    ("th", &["tha", "thai", "thailändisch", "ไทย"]),
    ("tr", &["tur", "turkish", "türkisch", "türkçe"]),
    ("uk", &["ukr", "ukrainian", "ukrainisch", "українська"]),
    ("vi", &["vie", "vietnamese", "vietnamesisch", "tiếng việt"]),
    ("zh", &["zho", "chi", "chinese", "chinesisch", "mandarin", "中文", "汉语"]),
];

/// The tag of a language that is called so; a region after it stays: `English (US)` is `en`, `de_AT` is `de-AT`.
pub(crate) fn tag_of(name: &str) -> Option<String> {
    let name = name.trim();
    let (language, region) = match name.split_once(['_', '-']) {
        Some((language, region)) if region.len() == 2 && region.is_ascii() => (language, Some(region)),
        _ => (name.split(" (").next().unwrap_or(name), None),
    };
    let language = language.trim().to_lowercase();
    let is_it = |(code, names): &&(&str, &[&str])| *code == language || names.contains(&&*language);
    let (code, _) = NAMES.iter().find(is_it)?;
    let mut tag = (*code).to_owned();
    if let Some(region) = region {
        let _ = write!(tag, "-{}", region.to_ascii_uppercase());
    }
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::syntax::fields::is_language;

    #[test]
    fn a_language_is_known_by_its_names() {
        for (name, tag) in [
            ("english", Some("en")),
            ("English", Some("en")),
            ("English (US)", Some("en")),
            ("en_GB", Some("en-GB")),
            ("Deutsch", Some("de")),
            ("ger", Some("de")),
            ("Français", Some("fr")),
            ("中文", Some("zh")),
            ("Klingon", None),
            ("", None),
        ] {
            assert_eq!(tag_of(name).as_deref(), tag, "{name}");
        }
        assert!(NAMES.iter().all(|(code, _)| is_language(code)));
    }
}
