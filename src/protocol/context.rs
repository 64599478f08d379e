//! What a panel may know while it updates and draws: the dossier, the selection and what it lights, how to speak and
//! how to colour. Nothing in here can be changed through it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use ratatui::style::Style;

use crate::dossier::{Dossier, Lit, LocalText, Ref, Search, When};
use crate::facts::{self, Faults};
use crate::i18n::dates;
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::input::keymap;
use crate::look::glyphs::{self, Glyph, Glyphs};
use crate::look::panel::Focus;
use crate::look::signs::{self, Sign};
use crate::look::theme::{Role, Theme};
use crate::text::width;

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
    /// The signs.
    pub glyphs: Glyphs,
    /// The interface's language.
    pub language: Language,
}

impl Context<'_> {
    /// What the interface says.
    pub fn strings(&self) -> &'static Strings {
        self.language.strings()
    }

    /// A sign of ours, among those in force.
    pub fn glyph(&self, glyph: Glyph) -> &'static str {
        glyph.get(self.glyphs)
    }

    /// Parts of a line of ours, with what stands between them.
    pub fn joined<T: AsRef<str>>(&self, parts: &[T]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(self.glyph(glyphs::DOT))
    }

    /// A text that takes at most so many cells: itself, or its beginning and what says that it goes on.
    pub fn truncate<'t>(&self, text: &'t str, cells: usize) -> Cow<'t, str> {
        width::truncate(text, cells, self.glyph(glyphs::ELLIPSIS))
    }

    /// A text of parts put together by [`Context::joined`] that takes at most so many cells, cut after a whole part where
    /// that keeps most of it.
    pub fn truncate_parts<'t>(&self, text: &'t str, cells: usize) -> Cow<'t, str> {
        width::truncate_parts(text, self.glyph(glyphs::DOT), cells, self.glyph(glyphs::ELLIPSIS))
    }

    /// A text of ours with its quotation marks, plain ones where signs are to be.
    pub fn said<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.glyphs {
            Glyphs::Unicode => Cow::Borrowed(text),
            Glyphs::Ascii => Cow::Owned(text.replace(['„', '“', '”'], "\"")),
        }
    }

    /// A text of ours with the keys of these actions put in, in their order.
    pub fn with_keys(&self, text: &str, actions: &[Action]) -> String {
        actions.iter().fold(text.to_owned(), |text, action| text.replacen("{}", &self.key(*action), 1))
    }

    /// The key of an action, as the key bar writes it.
    pub fn key(&self, action: Action) -> String {
        keymap::label(action.entry().keys[0], self.language, self.glyphs)
    }

    /// The keys of these actions, each with a word for what it does.
    pub fn steps(&self, steps: &[(Action, &str)]) -> String {
        let steps: Vec<String> =
            steps.iter().map(|(key, does)| format!("{} {does}", self.key(*key))).collect();
        self.joined(&steps)
    }

    /// What to say after a key that needs a selection where there is none.
    pub fn nothing_selected(&self) -> String {
        let has_steps = !self.dossier.mentions.is_empty() || !self.dossier.article.links.is_empty();
        if !has_steps && !self.dossier.has_claims() {
            return self.strings().nothing_to_select.to_owned();
        }
        self.with_keys(self.strings().nothing_selected, &[Action::Right, Action::NextClaim])
    }

    /// A date in full, as the interface writes it.
    pub fn date(&self, when: &When) -> String {
        dates::full(when, self.language, self.glyphs.in_dates())
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
    pub fn text(&self, text: &LocalText) -> String {
        match text.shown(self.language.tag(), &self.dossier.article.language) {
            None => String::new(),
            Some(shown) => match shown.other {
                None => shown.text.to_owned(),
                Some(other) => format!("{} [{}]", shown.text, other.tag()),
            },
        }
    }

    /// The things errors were found with.
    pub fn faults(&self) -> Faults<'_> {
        Faults { evidence: self.broken, other: self.faulty }
    }

    /// The sign a thing wears where its name stands for it, in a link or a list of all: of a claim its assessment, of
    /// a gap that it is one, of all else where it comes from.
    pub fn link_sign(&self, to: &Ref) -> Sign {
        signs::of_mark(facts::mark(self.dossier, self.faults(), to))
    }

    /// The sign of where a thing comes from, of evidence that takes a reading, or of broken evidence.
    pub fn standing_sign(&self, name: &Ref) -> Sign {
        signs::of_mark(facts::provenance_mark(self.dossier, self.faults(), name))
    }
}
