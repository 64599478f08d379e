//! The one thing selected, and what follows from it.

use std::ops::Range;

use crate::dossier::{Dossier, Lit, Ref};

/// What is selected, what that lights, and which of its passages is current. Only the app changes it, in `app::selection`:
/// for a new selection and after a reload, and lets every panel follow whenever another thing is selected.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    item: Option<Ref>,
    lit: Lit,
    passage: Option<Range<usize>>,
    /// What was selected when it disappeared from the dossier: a file may be missing for a while. None once something
    /// else has been selected.
    missed: Option<Ref>,
}

impl Selection {
    /// The selected thing.
    pub fn item(&self) -> Option<&Ref> {
        self.item.as_ref()
    }

    /// What it lights; nothing without a selection.
    pub fn lit(&self) -> &Lit {
        &self.lit
    }

    /// The current passage.
    pub fn passage(&self) -> Option<&Range<usize>> {
        self.passage.as_ref()
    }

    /// What was selected when it disappeared from the dossier, while nothing else has been selected.
    pub fn missed(&self) -> Option<&Ref> {
        self.missed.as_ref()
    }

    /// Selects a thing, or nothing, with one of its passages as the current one.
    pub fn set(&mut self, dossier: &Dossier, item: Option<Ref>, passage: Option<Range<usize>>) {
        self.lit = item.as_ref().map_or_else(Lit::default, |item| dossier.lit(item));
        if item.is_some() {
            self.missed = None;
        }
        self.item = item;
        self.passage = passage;
    }

    /// Makes a passage the current one; the selection stays.
    pub fn set_passage(&mut self, passage: Option<Range<usize>>) {
        self.passage = passage;
    }

    /// Selects nothing because the selected thing is gone. It is selected again if it returns.
    pub fn miss(&mut self, item: Ref) {
        *self = Self { missed: Some(item), ..Self::default() };
    }
}
