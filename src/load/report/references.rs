//! Names that nothing in the dossier has. An id that is renamed where it is given alone is missing in many places, and its
//! author makes one correction; so each name has one report, where it stands first.

use std::collections::HashMap;

use crate::dossier::Ref;

use crate::load::report::Report;
use crate::load::report::rule::Grade;
use crate::load::report::span::Span;

/// Such a name.
pub(crate) struct UnknownReference {
    /// The table that would have the id.
    pub(crate) word: &'static str,
    pub(crate) name: String,
    /// Where it stands first, and the thing that names it there.
    pub(crate) at: Span,
    pub(crate) item: Option<Ref>,
    /// What to do, if that is known from the place alone.
    pub(crate) hint: Option<String>,
    /// How many more places there are.
    pub(crate) more: usize,
}

/// All of them, by table and name.
#[derive(Default)]
pub(super) struct UnknownReferences {
    names: HashMap<&'static str, HashMap<String, UnknownReference>>,
    count: usize,
}

impl UnknownReferences {
    /// In how many places they stand.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

impl Report {
    /// Records a name that nothing has; it is reported once all files are read.
    pub(crate) fn unknown_reference(
        &mut self,
        word: &'static str,
        name: &str,
        at: Span,
        item: Option<&Ref>,
        hint: Option<String>,
    ) {
        self.mark(Grade::Error, item);
        self.references.count += 1;
        let names = self.references.names.entry(word).or_default();
        if let Some(known) = names.get_mut(name) {
            known.more += 1;
            if at < known.at {
                (known.at, known.item, known.hint) = (at, item.cloned(), hint);
            }
            return;
        }
        let first = UnknownReference { word, name: name.to_owned(), at, item: item.cloned(), hint, more: 0 };
        names.insert(name.to_owned(), first);
    }

    /// Takes them, in the order in which they stand, to be reported as problems.
    pub(crate) fn take_unknown_references(&mut self) -> Vec<UnknownReference> {
        let all = std::mem::take(&mut self.references).names;
        let mut all: Vec<UnknownReference> = all.into_values().flat_map(HashMap::into_values).collect();
        all.sort_by(|one, other| (one.at, one.word, &one.name).cmp(&(other.at, other.word, &other.name)));
        all
    }
}
