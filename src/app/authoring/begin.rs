//! What the author begins: a form for the marked words or for the selection, or a word on why there is none.

use std::ops::Range;

use super::App;
use crate::dossier::{Kind, Ref};
use crate::input::action::Action;
use crate::overlays::form::{Purpose, State as Form};
use crate::overlays::menu::{About, Entry, Heading, State as Menu};
use crate::protocol::authoring::Intent;
use crate::protocol::{names, refusal, words};

impl App {
    /// Opens the form for what is to be written, or says why nothing can be.
    pub(in crate::app) fn intend(&mut self, intent: Intent) {
        if let Some(why) = self.why_only_read() {
            self.notice = Some(refusal::text(&self.context, &why));
            return;
        }
        let forms = &self.context.strings().forms;
        let purpose = match intent {
            Intent::Actor => Purpose::Actor,
            Intent::Alias | Intent::Role if self.context.dossier.actors.is_empty() => {
                self.notice = Some(forms.no_actors.to_owned());
                return;
            }
            Intent::Alias => Purpose::Alias,
            Intent::Role => Purpose::Role,
            Intent::Claim => Purpose::Claim,
            Intent::Event => Purpose::Event,
            Intent::Gap => Purpose::Gap,
            Intent::Assess | Intent::Note | Intent::Source | Intent::Edit | Intent::Stop => {
                return self.intend_for_selection(intent);
            }
            // These write nothing into the dossier.
            Intent::Annotate | Intent::CopyAnchor => return,
        };
        let named = self.mark();
        self.widen_mark_for(intent);
        let forms = &self.context.strings().forms;
        match self.mark() {
            Some(words) => self.open_form(purpose, Some(words), named.as_ref(), forms.nothing_to_change),
            None => self.notice = Some(forms.nothing_marked.to_owned()),
        }
    }

    fn intend_for_selection(&mut self, intent: Intent) {
        let Some(selection) = self.selected_or_pointed_at() else {
            self.notice = Some(self.context.nothing_selected());
            return;
        };
        let forms = &self.context.strings().forms;
        let (purpose, otherwise) = match intent {
            Intent::Assess if selection.kind == Kind::Claim => (Purpose::Assess(selection.id), ""),
            Intent::Note if selection.kind == Kind::Claim => (Purpose::Note(selection.id), ""),
            Intent::Edit => (Purpose::Edit(selection), forms.nothing_to_change),
            Intent::Source => (Purpose::SourceOf(selection), forms.no_sources),
            Intent::Stop => (Purpose::Stop(selection), forms.no_stop),
            _ => {
                self.notice = Some(forms.only_for_claims.to_owned());
                return;
            }
        };
        self.open_form(purpose, None, None, otherwise);
    }

    fn open_form(
        &mut self,
        purpose: Purpose,
        words: Option<Range<usize>>,
        named: Option<&Range<usize>>,
        otherwise: &str,
    ) {
        match Form::open(&self.context, purpose, words, named, self.today()) {
            Some(form) => self.overlay = Some(Box::new(form.with_used(&self.authoring.used))),
            None => self.notice = Some(otherwise.to_owned()),
        }
    }

    /// Opens the menu of what can be changed of the selection.
    pub(in crate::app) fn change_selection(&mut self) {
        let Some(selection) = self.selected_or_pointed_at() else {
            self.notice = Some(self.context.nothing_selected());
            return;
        };
        let entries = self.entries_for(&selection);
        let context = &self.context;
        if entries.is_empty() {
            self.notice = Some(context.with_keys(context.strings().editing.in_editor, &[Action::Edit]));
            return;
        }
        let about = format!("{}: {}", words::numbered(context, &selection), names::name(context, &selection));
        let heading = Heading { about, note: None };
        let name = context.word(Action::Change).to_owned();
        let menu = Menu::new(names::capitalized(&name), About::Thing(selection), heading, entries);
        self.overlay = Some(Box::new(menu));
    }

    /// What can be changed of a thing.
    fn entries_for(&self, selection: &Ref) -> Vec<Entry> {
        let forms = &self.context.strings().forms;
        let is_possible = self.why_only_read().is_none();
        let entry = |key, text: &str, intent| Entry { key, text: text.to_owned(), intent, is_possible };
        let is_claim = selection.kind == Kind::Claim;
        let entries = [
            is_claim.then(|| entry('a', forms.assess, Intent::Assess)),
            Form::can_have_sources(&self.context, selection)
                .then(|| entry('s', forms.add_source, Intent::Source)),
            is_claim.then(|| entry('n', forms.write_note, Intent::Note)),
            Form::can_edit(selection.kind)
                .then(|| entry('e', self.context.strings().editing.edit, Intent::Edit)),
            selection.kind.is_authored().then(|| entry('t', forms.make_stop, Intent::Stop)),
        ];
        entries.into_iter().flatten().collect()
    }
}
