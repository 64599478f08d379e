//! How a form opens, and what its frame calls it.

use std::ops::Range;
use std::sync::Arc;

use super::field::{Asked, Derived};
use super::fields::fields;
use super::known;
use super::{Marked, Purpose, Stage, State};
use crate::dossier::{Kind, Ref};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted;
use crate::protocol::words;

impl State {
    /// A form for this, about these words if it is about words; `named` are those of them that were gone to. None if there is
    /// nothing that it could change.
    pub fn open(
        context: &Context,
        purpose: Purpose,
        words: Option<Range<usize>>,
        named: Option<&Range<usize>>,
        today: Option<String>,
    ) -> Option<Self> {
        let dossier = Arc::clone(&context.dossier);
        let fields = fields(context, &purpose, words.as_ref(), named)?;
        let words = words.map(|range| Marked::new(&dossier.article.text, range));
        let heading = heading(context, &purpose, words.as_ref());
        let is_first_source = matches!(purpose, Purpose::SourceOf(_)) && dossier.sources.is_empty();
        let mut state = Self {
            purpose,
            words,
            heading,
            types: known::of(context, Asked::SourceType),
            made: Vec::new(),
            dossier,
            language: context.language,
            today,
            fields,
            focus: 0,
            stage: Stage::Typing,
            complaint: None,
            shows_keys: false,
            seen: Vec::new(),
            outer: None,
        };
        state.know_the_day();
        state.follow();
        state.show_what_is_there();
        state.focus_first();
        if state.purpose == Purpose::Role && !state.text(Asked::Actor).is_empty() {
            state.focus_on(Asked::Role);
        }
        if is_first_source {
            state.make_source();
        }
        Some(state)
    }

    /// The same with this date of a suggestion, as it was read from the words, or counted from the day the article was published.
    #[must_use]
    pub fn with_date(mut self, date: &str, is_counted: bool) -> Self {
        let derived = if is_counted { Derived::Published } else { Derived::Suggestion };
        self.fill(Asked::Date, date, derived);
        // What nobody can derive is the title; of the kinds this one is never wrong.
        self.fill(Asked::EventKind, "other", Derived::Usual);
        self.focus_on(Asked::Title);
        self
    }

    /// The same with this name and this kind of an actor, if that is known.
    #[must_use]
    pub fn with_name(mut self, name: &str, kind: &str) -> Self {
        self.fill(Asked::Name, name, Derived::Suggestion);
        if !kind.is_empty() {
            self.fill(Asked::ActorKind, kind, Derived::Suggestion);
        }
        self.focus_on(Asked::Name);
        self
    }

    /// Every date can be written as that of today.
    pub(super) fn know_the_day(&mut self) {
        for field in &mut self.fields {
            field.today.clone_from(&self.today);
        }
    }

    fn fill(&mut self, asked: Asked, value: &str, derived: Derived) {
        for field in self.fields.iter_mut().filter(|field| field.asked == asked) {
            field.reset(value);
            field.derived = (!value.is_empty()).then_some(derived);
        }
    }

    /// Whether the article's words can stand for what is typed.
    pub(super) fn is_claim(&self) -> bool {
        self.purpose == Purpose::Claim
    }
}

/// What a frame calls the form.
fn heading(context: &Context, purpose: &Purpose, words: Option<&Marked>) -> String {
    let forms = &context.strings().forms;
    let strings = context.strings();
    let thing = |of: &Ref| names::name_nested(context, of);
    let (what, of) = match purpose {
        Purpose::Actor => (strings.actor.one, None),
        Purpose::Alias => (forms.heading_alias, None),
        Purpose::Claim => (strings.claim.one, None),
        Purpose::Event => (strings.event.one, None),
        Purpose::Gap => (strings.gap.one, None),
        Purpose::Role => (forms.role, None),
        Purpose::Assess(id) => {
            let claim = Ref::new(Kind::Claim, id);
            return format!("{}: {}", words::numbered(context, &claim), thing(&claim));
        }
        Purpose::Edit(of) => return format!("{}: {}", words::numbered(context, of), thing(of)),
        Purpose::Note(id) => (forms.note, Some(thing(&Ref::new(Kind::Claim, id)))),
        Purpose::SourceOf(of) => (strings.source.one, Some(thing(of))),
        Purpose::NewSource => (forms.heading_source, None),
        Purpose::Stop(of) => (forms.heading_stop, Some(thing(of))),
    };
    let of = of.or_else(|| Some(quoted::of_article_nested(&context.dossier, &words?.text)));
    let what = names::capitalized(what);
    of.map_or_else(|| what.clone(), |of| format!("{what}: {of}"))
}
