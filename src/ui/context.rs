//! What a panel may know while it updates and draws: the dossier, the selection and what it lights, how to speak and
//! how to colour. Nothing in here can be changed through it.

use std::collections::HashSet;
use std::ops::Range;

use ratatui::style::Style;

use super::language::Language;
use super::panel::Focus;
use super::signs::{self, Sign};
use super::strings::Strings;
use super::theme::{Role, Theme};
use crate::dossier::{Dossier, Kind, Lit, LocalText, Ref, Search};

/// What is read by every panel.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What is known.
    pub dossier: &'a Dossier,
    /// The things whose evidence is at fault; they are marked `!`.
    pub broken: &'a HashSet<Ref>,
    /// The things another error was found with; their cards say so.
    pub faulty: &'a HashSet<Ref>,
    /// The one thing in hand.
    pub selection: Option<&'a Ref>,
    /// The passage of the selection in hand, if one is.
    pub passage: Option<&'a Range<usize>>,
    /// What the selection lights.
    pub lit: &'a Lit,
    /// The search in force, if one is.
    pub search: Option<&'a Search>,
    /// The place in the article that it stands at.
    pub hit: Option<&'a Range<usize>>,
    /// What keys go to.
    pub focus: Focus,
    /// The colours.
    pub theme: Theme,
    /// The interface's language.
    pub language: Language,
}

impl<'a> Context<'a> {
    /// What the interface says.
    pub fn strings(&self) -> &'static Strings {
        self.language.strings()
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Whether this is the selection.
    pub fn is_selected(&self, name: &Ref) -> bool {
        self.selection == Some(name)
    }

    /// Whether this is lit by the selection without being it.
    pub fn is_lit(&self, name: &Ref) -> bool {
        !self.is_selected(name) && self.lit.has(name)
    }

    /// The dossier's own text in the interface's language, marked with its language where it has to be another.
    pub fn text(&self, text: &'a LocalText) -> String {
        match text.shown(self.language.tag(), &self.dossier.article.language) {
            None => String::new(),
            Some(shown) => match shown.other {
                None => shown.text.to_owned(),
                Some(other) => format!("{} [{}]", shown.text, other.tag()),
            },
        }
    }

    /// The sign of where a thing comes from, of evidence that takes a reading, or of broken evidence.
    pub fn standing_sign(&self, name: &Ref) -> Sign {
        match (name.kind, self.dossier.evidence(name)) {
            _ if self.broken.contains(name) => signs::BROKEN,
            // An actor stands where it is named; what is said of it is a statement of its own.
            (Kind::Actor, _) | (_, None) => signs::of_standing(self.dossier.standing(name)),
            (_, Some(evidence)) => signs::of_evidence(evidence),
        }
    }
}
