//! What the format knows of a key, whatever table it stands in, and which key or table is meant by a name that is none.

use crate::load::format::{Field, GROUPS, Group, Type};
use crate::load::syntax::languages::tag_of;
use crate::load::syntax::suggest::nearest;
use crate::load::syntax::synonyms::{KEY_SYNONYMS, TABLE_SYNONYMS, WORD_SYNONYMS};

/// What the value of a key is, as far as all tables that have it agree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wanted {
    /// A list.
    List,
    /// True or false.
    Flag,
    /// Something else, or one thing here and another there.
    Other,
}

/// What the value of a key is; none if no table has it.
pub(crate) fn wanted(key: &str) -> Option<Wanted> {
    let name = key.split('.').next().unwrap_or(key);
    let mut kinds = GROUPS.into_iter().flat_map(|group| group.fields).filter(|field| field.key == name);
    let of = |kind: Type| match kind {
        Type::Refs(_) | Type::Texts | Type::Anchors | Type::NamedList | Type::Locals => Wanted::List,
        Type::Flag => Wanted::Flag,
        _ => Wanted::Other,
    };
    let first = of(kinds.next()?.kind);
    Some(if kinds.all(|field| of(field.kind) == first) { first } else { Wanted::Other })
}

/// The table that has all these keys; of several `first`, if it is one of them.
pub(crate) fn table_with(keys: &[&str], first: &str) -> Option<&'static str> {
    let tables = GROUPS.into_iter().filter(|group| group.title.starts_with("[["));
    let has_all = |group: &&Group| keys.iter().all(|key| group.fields.iter().any(|field| field.key == *key));
    let all: Vec<&str> = tables.filter(has_all).map(Group::word).collect();
    all.iter().copied().find(|word| *word == first).or_else(|| all.first().copied())
}

/// A text by language whose language stands behind another sign than a point: `title_de`, `title-de`. The key and the
/// language.
pub(crate) fn text_by_language(what: &str, name: &str) -> Option<(&'static str, String)> {
    let (key, tag) = name.rsplit_once(['_', '-', ':', '/'])?;
    let is_local =
        |field: &&Field| field.key == key && matches!(field.kind, Type::Local | Type::ArticleFiles);
    let field = group(what)?.fields.iter().find(is_local)?;
    Some((field.key, tag_of(tag)?))
}

/// Whether the table that reports call so has the key.
pub(crate) fn is_key_of(what: &str, key: &str) -> bool {
    group(what).is_some_and(|group| group.fields.iter().any(|field| field.key == key))
}

/// The tables that have the key, as they are opened.
pub(crate) fn tables_with(key: &str) -> Vec<&'static str> {
    let has =
        |group: &&Group| group.title.starts_with('[') && group.fields.iter().any(|field| field.key == key);
    GROUPS.into_iter().filter(has).map(|group| group.title).collect()
}

/// The table that reports call so.
fn group(what: &str) -> Option<&'static Group> {
    GROUPS.into_iter().find(|group| group.what == what)
}

/// The key of a table, called `what` in reports, that is meant by a name which it does not have: misspelt, in other letters,
/// in another number, or another word for it.
pub(crate) fn meant_key(what: &str, name: &str) -> Option<&'static str> {
    let keys = || group(what).into_iter().flat_map(|group| group.fields).map(|field| field.key);
    meant(name, keys, |word| same_meaning(KEY_SYNONYMS, word, |key| keys().any(|known| known == key)))
}

/// The key that is meant by another word for it, whatever table it stands in.
pub(crate) fn meant_anywhere(name: &str) -> Option<&'static str> {
    same_meaning(KEY_SYNONYMS, &plain(name), |_| true)
}

/// The word of the table that is meant by a name: `actor` by `actors`, `Actor`, `aktor` and `person`.
pub(crate) fn meant_table(name: &str) -> Option<&'static str> {
    let tables = || {
        let titles = GROUPS.into_iter().filter(|group| group.title.starts_with("[["));
        titles.map(Group::word)
    };
    meant(name, tables, |word| same_meaning(TABLE_SYNONYMS, word, |_| true))
}

fn meant<I: Iterator<Item = &'static str>>(
    name: &str,
    known: impl Fn() -> I,
    synonym: impl Fn(&str) -> Option<&'static str>,
) -> Option<&'static str> {
    let plain = plain(name);
    let exactly = |word: &str| known().find(|key| *key == word);
    let singular = plain.strip_suffix("es").or_else(|| plain.strip_suffix('s'));
    exactly(&plain)
        .or_else(|| exactly(&format!("{plain}s")))
        .or_else(|| exactly(&format!("{plain}es")))
        .or_else(|| singular.and_then(exactly))
        .or_else(|| plain.strip_suffix('s').and_then(exactly))
        .or_else(|| nearest(&plain, known()))
        .or_else(|| synonym(&plain))
}

/// The name in small letters, its words joined as the format joins them: `attributedTo` and `Attributed-To` are
/// `attributed_to`.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut before = '_';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            plain.push('_');
        }
        if matches!(c, '-' | ' ') {
            plain.push('_');
        } else {
            plain.extend(c.to_lowercase());
        }
        before = c;
    }
    plain
}

fn same_meaning(
    synonyms: &[(&str, &'static [&'static str])],
    word: &str,
    is_known: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let (_, meant) = synonyms.iter().find(|(other, _)| *other == word)?;
    meant.iter().copied().find(|key| is_known(key))
}

/// The one of some words that is meant by another: written otherwise, misspelt, or another word for it.
pub(crate) fn meant_word<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let joined = |word: &str| word.to_lowercase().replace(['_', ' '], "-");
    let written = joined(written.trim());
    let alike = |meant: &str| words.iter().copied().find(|word| joined(word) == meant);
    let synonym =
        WORD_SYNONYMS.iter().filter(|(other, _)| *other == written).flat_map(|(_, meant)| meant.iter());
    let mut synonym = synonym.filter_map(|meant| words.iter().copied().find(|word| word == meant));
    alike(&written)
        .or_else(|| written.strip_suffix('s').and_then(alike))
        .or_else(|| nearest(&written, words.iter().copied()))
        .or_else(|| synonym.next())
        .or_else(|| partly(&written, words))
}

/// The only word that is part of what is written, or that it is part of: `report` of `annual-report`.
fn partly<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let parts = |word: &str, part: &str| part.len() > 3 && word.split(['-', '_']).any(|one| one == part);
    let mut found = words.iter().copied().filter(|word| parts(word, written) || parts(written, word));
    found.next().filter(|_| found.next().is_none())
}

/// What to write instead of a word that is none of these: the one that is meant, or all of them, the most similar first
/// where there are many.
pub(crate) fn write_word(written: &str, words: &[&str]) -> String {
    const MANY: usize = 12;
    if let Some(meant) = meant_word(written, words) {
        return format!("did you mean \"{meant}\"?");
    }
    let all = words.join(", ");
    if words.len() <= MANY {
        return format!("write one of {all}");
    }
    let likeness = |word: &&&str| strsim::jaro_winkler(written, word);
    let most = words.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    most.map_or_else(String::new, |most| format!("the most similar is \"{most}\"; write one of {all}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::syntax::words::{ACTOR_KINDS, ASSESSMENT_WORDS, SERIES_KIND_WORDS, SOURCE_TYPES};

    #[test]
    fn a_key_is_recognized_in_other_words_and_letters() {
        for (what, written, meant) in [
            ("an actor", "alias", Some("aliases")),
            ("an actor", "Aliases", Some("aliases")),
            ("an actor", "type", Some("kind")),
            ("a claim", "attributedTo", Some("attributed_to")),
            ("a claim", "attributed-to", Some("attributed_to")),
            ("a claim", "quellen", Some("sources")),
            ("a claim", "anchor", Some("anchors")),
            ("a claim", "assesment", Some("assessment")),
            ("a source", "publisher", Some("outlet")),
            ("a source", "published", Some("issued")),
            ("a claim", "caution", None),
            ("nothing", "title", None),
        ] {
            assert_eq!(meant_key(what, written), meant, "{what} {written}");
        }
    }

    #[test]
    fn a_table_is_recognized_in_other_words_and_letters() {
        for (written, meant) in [
            ("actors", Some("actor")),
            ("Actor", Some("actor")),
            ("aktor", Some("actor")),
            ("person", Some("actor")),
            ("series", Some("series")),
            ("quellen", Some("source")),
            ("something", None),
        ] {
            assert_eq!(meant_table(written), meant, "{written}");
        }
    }

    #[test]
    fn a_word_is_recognized_in_other_words_and_letters() {
        for (written, words, meant) in [
            ("press-release", &SOURCE_TYPES[..], Some("report")),
            ("Press Release", &SOURCE_TYPES, Some("report")),
            ("newspaper", &SOURCE_TYPES, Some("article-newspaper")),
            ("Webpage", &SOURCE_TYPES, Some("webpage")),
            ("annual-report", &SOURCE_TYPES, Some("report")),
            ("borne_out", &ASSESSMENT_WORDS, Some("borne-out")),
            ("true", &ASSESSMENT_WORDS, Some("borne-out")),
            ("Firma", &ACTOR_KINDS, Some("company")),
            ("newspaper", &ACTOR_KINDS, Some("medium")),
            ("xyz", &ACTOR_KINDS, None),
        ] {
            assert_eq!(meant_word(written, words), meant, "{written}");
        }
        assert!(write_word("gizmo", &SOURCE_TYPES).starts_with("the most similar is "));
        assert_eq!(write_word("xyz", &SERIES_KIND_WORDS), "write one of stock, flow, list");
    }
}
