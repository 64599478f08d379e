//! The ids that a dossier's tables have.

use foldhash::HashMap;

use crate::dossier::Id;

use crate::load::report::Report;
use crate::load::report::span::Span;
use crate::load::syntax::suggest::suggest;

/// The ids that are there, by the word of their tables.
#[derive(Default)]
pub(crate) struct Ids {
    names: HashMap<&'static str, HashMap<Id, Span>>,
    /// In the author's order, so that a suggestion does not depend on chance.
    order: HashMap<&'static str, Vec<Id>>,
}

impl Ids {
    /// The id, if something of this kind has it.
    pub(crate) fn find(&self, word: &str, name: &str) -> Option<Id> {
        self.names.get(word)?.get_key_value(name).map(|(id, _)| id.clone())
    }

    /// Where the thing with this id is written.
    pub(crate) fn at(&self, word: &str, id: &Id) -> Option<Span> {
        self.names.get(word)?.get(id).copied()
    }

    /// What to do about a name that nothing has.
    pub(crate) fn did_you_mean(&self, word: &str, name: &str, report: &Report) -> String {
        let add = || format!("write [[{word}]] with this id, or correct the name");
        let candidates = self.order.get(word).filter(|_| !report.is_full());
        suggest(name, candidates.into_iter().flatten().map(Id::as_str), add)
    }

    pub(crate) fn enter(&mut self, word: &'static str, id: &Id, at: Span) {
        self.names.entry(word).or_default().insert(id.clone(), at);
        self.order.entry(word).or_default().push(id.clone());
    }
}
