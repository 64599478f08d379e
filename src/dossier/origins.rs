//! Independence: five pages that tell one report again are one origin.

use std::collections::BTreeSet;

use super::{Dossier, Id};

impl Dossier {
    /// The distinct ends of the `repeats` chains of these sources: how many have said it on their own. A chain whose
    /// end cannot be read has none.
    pub fn origins<'a>(&self, sources: impl IntoIterator<Item = &'a Id>) -> BTreeSet<Id> {
        let mut ends = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<Id> = sources.into_iter().cloned().collect();
        while let Some(id) = open.pop() {
            if !seen.insert(id.clone()) {
                continue;
            }
            match self.source(&id) {
                Some(source) if !source.repeats.is_empty() => open.extend(source.repeats.iter().cloned()),
                Some(source) if source.repeats_unknown => {}
                _ => {
                    ends.insert(id);
                }
            }
        }
        ends
    }
}
