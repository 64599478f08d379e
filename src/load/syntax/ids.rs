//! The ids that a dossier's tables have.

use foldhash::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::dossier::Id;

use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::span::Span;
use crate::load::syntax::lookalikes;
use crate::load::syntax::suggest::nearest;

/// A thing, and the key under which it is called so.
type Called = (Id, &'static str);

/// The ids that are there, by the word of their tables.
#[derive(Default)]
pub(crate) struct Ids {
    names: HashMap<&'static str, HashMap<Id, Span>>,
    /// In the author's order, so that a suggestion does not depend on chance.
    order: HashMap<&'static str, Vec<Id>>,
    /// Ids that are not well formed, by what they should be: whoever refers to one may write either.
    corrected: HashMap<&'static str, HashMap<String, Id>>,
    /// The kinds of which a table has no usable id: a name that nothing has may be meant for it.
    nameless: HashSet<&'static str>,
    /// Ids by the names of the things that have them, with the key of the name.
    called: HashMap<&'static str, HashMap<String, Vec<Called>>>,
    /// The ids in tables of an unknown kind.
    unread: HashSet<String>,
    duplicates: Vec<Duplicate>,
}

/// A table whose id another of its kind has.
pub(crate) struct Duplicate {
    pub(crate) word: &'static str,
    pub(crate) name: String,
    /// Where the id is given.
    pub(crate) at: Span,
    /// Where the table is opened that has it.
    pub(crate) first: Span,
}

impl Ids {
    /// The id, if something of this kind has it.
    pub(crate) fn find(&self, word: &str, name: &str) -> Option<Id> {
        let known = self.names.get(word).and_then(|names| names.get_key_value(name)).map(|(id, _)| id);
        known.or_else(|| self.corrected.get(word)?.get(name)).cloned()
    }

    /// Where the thing with this id is written.
    pub(crate) fn at(&self, word: &str, id: &Id) -> Option<Span> {
        self.names.get(word)?.get(id).copied()
    }

    /// What to do about a name that nothing has. `idle` is the only thing that it may be meant for because nothing refers to it.
    pub(crate) fn did_you_mean(&self, word: &str, name: &str, idle: Option<&str>, report: &Report) -> String {
        if let Some(what) = lookalikes::described(name) {
            let meant = self.meant(word, name, report).map_or_else(|| lookalikes::plain(name), str::to_owned);
            return format!("{what}: write {}", quoted(&meant));
        }
        match self.called(word, name) {
            [(id, key)] => return format!("{} has that {key}: write \"{id}\"", quoted(id.as_str())),
            several @ [_, ..] => {
                let all: Vec<String> = several.iter().map(|(id, _)| quoted(id.as_str())).collect();
                return format!("several have that name: write one of {}", all.join(", "));
            }
            [] => {}
        }
        if let Some(meant) = self.meant(word, name, report) {
            return format!("did you mean \"{meant}\"?");
        }
        let other = self.names.iter().filter(|(other, names)| **other != word && names.contains_key(name));
        if let Some(other) = other.map(|(other, _)| *other).min() {
            return format!(
                "{} is the id of {} [[{other}]], and {} [[{word}]] is meant here: correct the name",
                quoted(name),
                article(other),
                article(word)
            );
        }
        if let Some(idle) = idle {
            return format!("is \"{idle}\" meant, which nothing refers to? write that, or correct the name");
        }
        match slug(name) {
            Some(id) if id == name => format!("write [[{word}]] with this id, or correct the name"),
            Some(id) => {
                format!("name the id of {} [[{word}]]; a new one could have id = \"{id}\"", article(word))
            }
            None => format!("name the id of {} [[{word}]]", article(word)),
        }
    }

    /// The ids of this kind, in the author's order.
    pub(crate) fn of_kind(&self, word: &str) -> &[Id] {
        self.order.get(word).map_or(&[], Vec::as_slice)
    }

    /// The ids of all things of this kind that are called so.
    pub(crate) fn all_called(&self, word: &str, name: &str) -> impl Iterator<Item = &Id> {
        self.called(word, name).iter().map(|(id, _)| id)
    }

    /// The things that are called so, and under which key.
    fn called(&self, word: &str, name: &str) -> &[Called] {
        let called = self.called.get(word).and_then(|called| called.get(&name.trim().to_lowercase()));
        called.map_or(&[], Vec::as_slice)
    }

    /// The id that is meant by a name that nothing has, as far as it can be seen.
    pub(crate) fn meant(&self, word: &str, name: &str, report: &Report) -> Option<&str> {
        let candidates =
            || self.order.get(word).filter(|_| !report.is_full()).into_iter().flatten().map(Id::as_str);
        let slug = slug(name);
        // With its kind before it, as a stop has it.
        let bare = name.rsplit([':', '.', '/', '#', '@']).next().unwrap_or(name);
        let called = || match self.called(word, name) {
            [(id, _)] => Some(id.as_str()),
            _ => None,
        };
        candidates()
            .find(|id| Some(*id) == slug.as_deref() || *id == bare)
            .or_else(called)
            .or_else(|| nearest(name, candidates()))
            .or_else(|| longer(name, candidates()))
    }

    /// Whether that nothing has this name is due to what is reported already: its table has no usable id, or is of an unknown
    /// kind.
    pub(crate) fn is_reported(&self, word: &str, name: &str, report: &Report) -> bool {
        self.unread.contains(name)
            || self.nameless.contains(word)
                && self.meant(word, name, report).is_none_or(|id| !Id::is_well_formed(id))
    }

    /// The ids of this kind that are not well formed.
    pub(crate) fn malformed(&self, word: &str) -> impl Iterator<Item = &str> {
        self.corrected.get(word).into_iter().flat_map(|corrected| corrected.values()).map(Id::as_str)
    }

    /// Whether there are tables that nothing can refer to.
    pub(crate) fn are_incomplete(&self) -> bool {
        !self.unread.is_empty() || !self.nameless.is_empty()
    }

    pub(crate) fn enter(&mut self, word: &'static str, id: &Id, at: Span) {
        self.names.entry(word).or_default().insert(id.clone(), at);
        self.order.entry(word).or_default().push(id.clone());
        if !Id::is_well_formed(id.as_str()) {
            // Others may name it as it should be, or as it was.
            self.nameless.insert(word);
        }
        if !Id::is_well_formed(id.as_str())
            && let Some(slug) = slug(id.as_str())
        {
            self.corrected.entry(word).or_default().entry(slug).or_insert_with(|| id.clone());
        }
    }

    /// The thing with this id is called so under this key. All names of a thing are entered one after another: of thousands with the
    /// same name only the last may be the same thing.
    pub(crate) fn enter_name(&mut self, word: &'static str, id: &Id, key: &'static str, name: &str) {
        let all = self.called.entry(word).or_default().entry(name.trim().to_lowercase()).or_default();
        if all.last().is_none_or(|(known, _)| known != id) {
            all.push((id.clone(), key));
        }
    }

    /// The kinds of things that have this id.
    pub(crate) fn kinds_of(&self, id: &str) -> Vec<&'static str> {
        let mut kinds: Vec<&str> =
            self.names.iter().filter(|(_, names)| names.contains_key(id)).map(|(word, _)| *word).collect();
        kinds.sort_unstable();
        kinds
    }

    /// A table has an id that another of its kind has.
    pub(crate) fn enter_duplicate(&mut self, duplicate: Duplicate) {
        self.duplicates.push(duplicate);
    }

    /// Takes all of them, to be reported.
    pub(crate) fn take_duplicates(&mut self) -> Vec<Duplicate> {
        std::mem::take(&mut self.duplicates)
    }

    /// A table of this kind has no usable id.
    pub(crate) fn enter_nameless(&mut self, word: &'static str) {
        self.nameless.insert(word);
    }

    /// A table of an unknown kind has this id.
    pub(crate) fn enter_unread(&mut self, id: &str) {
        self.unread.insert(id.to_owned());
    }
}

/// The indefinite article of a table's word.
fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// The only candidate that has all parts of the name between its own hyphens, or the other way round: `harbour-office-report`
/// for `harbour-office`.
fn longer<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const SHORTEST: usize = 4;
    let is_part = |long: &str, short: &str| {
        let rest = long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'));
        short.len() >= SHORTEST && (rest || long.strip_suffix(short).is_some_and(|rest| rest.ends_with('-')))
    };
    let mut found = candidates.filter(|id| is_part(id, name) || is_part(name, id));
    found.next().filter(|_| found.next().is_none())
}

/// The name as an id: small letters, with hyphens for what an id does not have. None if nothing is left of it.
pub(crate) fn slug(name: &str) -> Option<String> {
    let slug = words_of_id(name);
    Id::is_well_formed(&slug).then_some(slug)
}

/// What is left of a text in letters and digits of an id, with one hyphen for all between two words; of any length.
pub(crate) fn words_of_id(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let name = if lookalikes::first(name).is_some() { lookalikes::plain(name) } else { name.to_owned() };
    for c in name.trim().nfkc().flat_map(char::to_lowercase) {
        if let Some(letters) = written_out(c) {
            slug.push_str(letters);
        } else if is_combining_mark(c) {
            // It stands on the letter before it, which is none of those that have it in one.
        } else if let Some(letter) = std::iter::once(c).nfd().next().filter(char::is_ascii_alphanumeric) {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// How letters are written that are no plain letter with a mark.
fn written_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'þ' => "th",
        _ => return None,
    })
}

/// What to do about an id that is none.
pub(crate) fn hint_for_id(name: &str) -> String {
    let rule = "small letters a to z, digits and hyphens, at most 64, not beginning with a hyphen";
    match (slug(name), lookalikes::described(name)) {
        (Some(slug), Some(what)) => format!("{what}: write \"{slug}\""),
        (Some(slug), None) => format!("write \"{slug}\": an id has {rule}"),
        (None, _) => format!("write {rule}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_becomes_an_id() {
        for (name, id) in [
            ("Trump", Some("trump")),
            ("The vote", Some("the-vote")),
            ("rhein_brücke", Some("rhein-bruecke")),
            ("São Paulo", Some("sao-paulo")),
            ("Łódź und Tromsø", Some("lodz-und-tromso")),
            ("n\u{308}o", Some("no")),
            ("  Old -- bridge! ", Some("old-bridge")),
            ("中国", None),
            ("", None),
        ] {
            assert_eq!(slug(name).as_deref(), id, "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_slug_is_an_id_and_its_own_slug(name in "\\PC{0,80}") {
            if let Some(slug) = slug(&name) {
                prop_assert!(Id::is_well_formed(&slug));
                prop_assert_eq!(super::slug(&slug), Some(slug.clone()));
            }
        }
    }
}
