//! What a panel may know while it updates and draws: the dossier, the selection and what it lights, language, signs and
//! colours, and which key does what. Only the app changes it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::dossier::{Dossier, Lit, LocalText, Ref, When};
use crate::facts::{self, Faults};
use crate::i18n::dates;
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::{Action, ActionInfo, TABLE};
use crate::input::key::Shortcut;
use crate::input::keymap::{self, Keymap};
use crate::load::FaultyItems;
use crate::look::colours::{Colours, Palette};
use crate::look::glyphs::{self, Glyph, Glyphs};
use crate::look::panel::{Focus, Panel};
use crate::look::signs::{self, Sign};
use crate::look::theme::{Role, Theme};
use crate::protocol::mark::TextMark;
use crate::protocol::notes::ReaderNotes;
use crate::protocol::search::Search;
use crate::protocol::selection::Selection;
use crate::protocol::suggesting::SuggestedWords;
use crate::text::width;

/// What every panel may read. The app owns it; all others get it by reference.
#[derive(Clone, Debug)]
pub struct Context {
    /// What is known.
    pub dossier: Arc<Dossier>,
    /// The things whose evidence is at fault; they are marked `!`.
    pub broken: HashSet<Ref>,
    /// The things another error was found with; their cards say so.
    pub faulty: HashSet<Ref>,
    /// What is selected, and what follows from that.
    pub(crate) selection: Selection,
    /// The search in force, if one is.
    pub(crate) search: Option<Search>,
    /// The place in the article that it stands at.
    pub(crate) hit: Option<Range<usize>>,
    /// The words that an author has marked, while that lasts.
    pub(crate) mark: Option<TextMark>,
    /// The words of the suggestion that is offered, while that lasts.
    pub(crate) suggested: Option<SuggestedWords>,
    /// Whether timeline and trend show only what came after the article, or may have.
    pub(crate) only_after: bool,
    /// The reader's notes, while they may be seen.
    pub(crate) notes: Arc<ReaderNotes>,
    /// What keys go to.
    pub focus: Focus,
    /// The colours.
    pub theme: Theme,
    /// What the reader's settings change in them.
    pub colours: Arc<Colours>,
    /// The signs.
    pub glyphs: Glyphs,
    /// The interface's language.
    pub language: Language,
    /// Which key asks for what.
    pub keymap: Keymap,
}

impl Context {
    /// A dossier with nothing selected, in the default keys, signs and colours of a terminal without any.
    pub fn new(dossier: Arc<Dossier>, language: Language) -> Self {
        Self {
            dossier,
            broken: HashSet::new(),
            faulty: HashSet::new(),
            selection: Selection::default(),
            search: None,
            hit: None,
            mark: None,
            suggested: None,
            only_after: false,
            notes: Arc::default(),
            focus: Focus::Panel(Panel::Article),
            theme: Theme::Mono,
            colours: Arc::default(),
            glyphs: Glyphs::Unicode,
            language,
            keymap: Keymap::default(),
        }
    }

    /// The same, with what is at fault in the dossier.
    #[must_use]
    pub fn with_faulty(self, faulty: FaultyItems) -> Self {
        Self { broken: faulty.evidence, faulty: faulty.other, ..self }
    }

    /// The same dossier for a text that leaves the terminal: whatever signs that has, and with nothing selected.
    #[must_use]
    pub fn for_document(&self) -> Self {
        Self {
            broken: self.broken.clone(),
            faulty: self.faulty.clone(),
            ..Self::new(Arc::clone(&self.dossier), self.language)
        }
    }

    /// The one thing selected.
    pub fn selection(&self) -> Option<&Ref> {
        self.selection.item()
    }

    /// The selection's current passage, if it has one.
    pub fn passage(&self) -> Option<&Range<usize>> {
        self.selection.passage()
    }

    /// What the selection lights.
    pub fn lit(&self) -> &Lit {
        self.selection.lit()
    }

    /// The search in force, if one is.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// The place in the article that the search stands at.
    pub fn hit(&self) -> Option<&Range<usize>> {
        self.hit.as_ref()
    }

    /// The words that an author has marked, while that lasts.
    pub fn mark(&self) -> Option<&TextMark> {
        self.mark.as_ref()
    }

    /// The words of the suggestion that is offered, while that lasts.
    pub fn suggested(&self) -> Option<&SuggestedWords> {
        self.suggested.as_ref()
    }

    /// The reader's notes; none where nobody but the reader may see them, as in the tour.
    pub fn notes(&self) -> &ReaderNotes {
        &self.notes
    }

    /// Whether keys go to this panel.
    pub fn has_focus(&self, panel: Panel) -> bool {
        self.focus == Focus::Panel(panel)
    }

    /// What the key bar calls an action.
    pub fn word(&self, action: Action) -> &'static str {
        action.entry().short.get(self.language)
    }

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
            Glyphs::Ascii => Cow::Owned(text.replace(['„', '“', '”'], "\"").replace(['‚', '‘', '’'], "'")),
        }
    }

    /// A text of ours with the keys of these actions put in, in their order.
    pub fn with_keys(&self, text: &str, actions: &[Action]) -> String {
        actions.iter().fold(text.to_owned(), |text, action| text.replacen("{}", &self.key(*action), 1))
    }

    /// The line of help of an action, with the keys in force.
    pub fn help(&self, entry: &ActionInfo) -> String {
        let text = entry.help.get(self.language).to_owned();
        TABLE
            .iter()
            .filter(|_| entry.help.get(self.language).contains('{'))
            .fold(text, |text, other| text.replace(&format!("{{{}}}", other.name), &self.key(other.action)))
    }

    /// The key of an action, as the key bar writes it.
    pub fn key(&self, action: Action) -> String {
        self.label(self.keymap.key(action))
    }

    /// A key, as the key bar and the help write it.
    pub fn label(&self, key: impl Into<Shortcut>) -> String {
        keymap::shortcut_label(key.into(), self.language, self.glyphs)
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
        if self.has_focus(Panel::Article) {
            self.with_keys(self.strings().nothing_selected, &[Action::Right, Action::NextClaim])
        } else {
            self.with_keys(self.strings().no_row_selected, &[Action::Up, Action::Down])
        }
    }

    /// A date in full, as the interface writes it.
    pub fn date(&self, when: &When) -> String {
        dates::full(when, self.language, self.glyphs.in_dates())
    }

    /// A date in a column of a table or a picture.
    pub fn compact_date(&self, when: &When) -> String {
        dates::compact(when, self.language, self.glyphs.in_dates())
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.colours.style(self.theme, role)
    }

    /// The colours in force, for what is drawn without the rest of this.
    pub fn palette(&self) -> Palette {
        Palette { theme: self.theme, colours: Arc::clone(&self.colours) }
    }

    /// Lays the theme's ground below all that was drawn.
    pub fn lay_ground(&self, buffer: &mut Buffer) {
        self.palette().lay_ground(buffer);
    }

    /// Whether this is the selection.
    pub fn is_selected(&self, name: &Ref) -> bool {
        self.selection() == Some(name)
    }

    /// Whether this is lit by the selection without being it.
    pub fn is_lit(&self, name: &Ref) -> bool {
        !self.is_selected(name) && self.lit().has(name)
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
        Faults { evidence: &self.broken, other: &self.faulty }
    }

    /// The sign a thing wears where its name stands for it, in a link or a list of all: of a claim its assessment, of
    /// a gap that it is one, of all else where it comes from.
    pub fn link_sign(&self, to: &Ref) -> Sign {
        signs::of_mark(facts::mark(&self.dossier, self.faults(), to))
    }

    /// The sign of where a thing comes from, of evidence that takes a reading, or of broken evidence.
    pub fn standing_sign(&self, name: &Ref) -> Sign {
        signs::of_mark(facts::provenance_mark(&self.dossier, self.faults(), name))
    }
}
