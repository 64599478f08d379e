//! Ids for publications that come in: what they are called where they come from, where that can be an id, and not used yet.

use std::collections::{HashMap, HashSet};

use crate::dossier::{Dossier, Id};
use crate::load::words_of_id;

use super::entry::Reference;

/// Room for a number behind a name that is taken.
const NUMBER: usize = 8;

/// The ids of new sources: none has that of a source that is there, or of another new one.
pub(super) struct EntryIds {
    taken: HashSet<String>,
    /// The number that the next one with the same name may have.
    next: HashMap<String, usize>,
}

impl EntryIds {
    pub(super) fn of(dossier: &Dossier) -> Self {
        let taken = dossier.sources.iter().map(|source| source.id.as_str().to_owned()).collect();
        Self { taken, next: HashMap::new() }
    }

    /// The id of a publication that is called so where it comes from.
    pub(super) fn next(&mut self, name: &str, reference: &Reference) -> Id {
        let own = stem(name, reference);
        if !self.taken.contains(&own) {
            self.taken.insert(own.clone());
            return Id::new(&own);
        }
        let short = shortened(&own, Id::MAX_BYTES - NUMBER);
        let mut number = self.next.get(short).copied().unwrap_or(2);
        let id = loop {
            let id = format!("{short}-{number}");
            number += 1;
            if self.taken.insert(id.clone()) {
                break id;
            }
        };
        self.next.insert(short.to_owned(), number);
        Id::new(&id)
    }
}

/// What an id is made of: the name, and where that is no name to people, outlet and year.
pub(super) fn stem(name: &str, reference: &Reference) -> String {
    if Id::is_well_formed(name) && !is_number(name) {
        return name.to_owned();
    }
    let is_name = !is_number(name) && !name.contains('/');
    let name = Some(name).filter(|_| is_name).map(words_of_id).filter(|name| !name.is_empty());
    let own = name.unwrap_or_else(|| {
        let year = reference.issued.as_deref().and_then(|issued| issued.get(..4)).unwrap_or_default();
        words_of_id(&format!("{} {year}", reference.outlet))
    });
    let own = shortened(&own, Id::MAX_BYTES);
    if own.is_empty() { "source".to_owned() } else { own.to_owned() }
}

/// An id without the number that it may have because another had it first.
pub(super) fn without_number(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((stem, number)) if !stem.is_empty() && is_number(number) => stem,
        _ => id,
    }
}

fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}

/// As much of an id as fits, whole words where it has some.
fn shortened(id: &str, most: usize) -> &str {
    if id.len() <= most {
        return id;
    }
    let (head, rest) = id.split_at(most);
    let whole =
        if rest.starts_with('-') { Some(head) } else { head.rsplit_once('-').map(|(whole, _)| whole) };
    whole.unwrap_or(head).trim_end_matches('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Parts;
    use proptest::prelude::*;

    fn ids(names: &[&str]) -> Vec<String> {
        let mut ids = EntryIds::of(&Dossier::assemble(Parts::default()));
        let reference = Reference {
            outlet: "Échos du Rhin".to_owned(),
            issued: Some("2025-11".to_owned()),
            ..Reference::default()
        };
        names.iter().map(|name| ids.next(name, &reference).as_str().to_owned()).collect()
    }

    #[test]
    fn an_entry_keeps_its_name_where_that_can_be_an_id() {
        let names =
            ["mueller2025", "Müller:2025", "http://zotero.org/users/1/items/AB", "17", "", "mueller2025"];
        let expected = ["mueller2025", "mueller-2025", "echos-du-rhin-2025", "echos-du-rhin-2025-2"];
        let found = ids(&names);
        assert_eq!(&found[..4], expected);
        assert_eq!(&found[4..], ["echos-du-rhin-2025-3", "mueller2025-2"]);
    }

    proptest! {
        #[test]
        fn ids_are_well_formed_and_each_is_another(names in prop::collection::vec("(\\PC{0,90}|a{0,3})", 1..8)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let found = ids(&names);
            for id in &found {
                prop_assert!(Id::is_well_formed(id), "{id}");
            }
            prop_assert_eq!(found.iter().collect::<HashSet<_>>().len(), names.len());
        }
    }
}
