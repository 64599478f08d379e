//! What leaves the program: the selection as evidence on the clipboard, and a source's page in a browser.

use std::ops::Range;

use super::App;
use crate::card::{self, LinkTarget};
use crate::dossier::{Kind, Ref};
use crate::export::citation;
use crate::facts;
use crate::look::panel::{Focus, Panel};
use crate::protocol::effect::{EditTarget, Effect, MOST_COPIED, NotEdited, Outcome};
use crate::protocol::names;
use crate::text::address::Address;
use crate::text::sanitize::sanitize_line;
use crate::text::width;

impl App {
    /// The hit that is what keys are about: in the article, while a search is in force. A passage visited since the search comes
    /// first, and in the tour what the stop shows.
    pub(super) fn current_hit(&self) -> Option<&Range<usize>> {
        let is_at_hit = self.context.focus == Focus::Panel(Panel::Article)
            && self.context.passage().is_none()
            && !self.is_tour_running();
        self.context.hit().filter(|_| is_at_hit && self.context.search.is_some())
    }

    /// Copies what is selected; in the article, while a search is in force, the sentence of the hit.
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        if self.context.focus != Focus::Panel(Panel::Article) {
            self.selected_or_pointed_at();
        }
        let context = &self.context;
        let (text, what) = match (self.current_hit(), self.context.selection()) {
            (Some(hit), _) => (
                citation::of_passage(context, hit),
                self.context.dossier.article.text[hit.clone()].to_owned(),
            ),
            (None, Some(of)) => (citation::of_thing(context, of), names::name(context, of)),
            (None, None) => {
                self.notice = Some(context.nothing_selected());
                return Vec::new();
            }
        };
        self.copy_to_clipboard(text, format!("Markdown: {what}"))
    }

    /// Copies what the reader has written.
    pub(super) fn copy_text(&mut self, text: String) -> Vec<Effect> {
        let strings = self.context.strings();
        self.copy_to_clipboard(text, format!("{}: {}", strings.forms.plain_text, strings.your_note))
    }

    /// Copies what would be written into the dossier.
    pub(super) fn copy_toml(&mut self, toml: String) -> Vec<Effect> {
        // Its first line says what it is, `[[claim]]`.
        let what = toml.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let what = format!("TOML: {}", sanitize_line(what));
        self.copy_to_clipboard(toml, what)
    }

    fn copy_to_clipboard(&mut self, text: String, what: String) -> Vec<Effect> {
        let context = &self.context;
        if text.len() > MOST_COPIED {
            let most = context.language.count(MOST_COPIED);
            self.notice = Some(context.strings().too_long_to_copy.replace("{}", &most));
            return Vec::new();
        }
        vec![Effect::Copy { text, what }]
    }

    /// Opens the reader's editor where the selection is written. A figure is written in no table, so its series is.
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        let dossier = &self.context.dossier;
        let target = match self.context.selection() {
            Some(of) if of.kind == Kind::Observation => {
                let series = dossier.observation(&of.id).map(|figure| Ref::new(Kind::Series, &figure.series));
                series.map_or(EditTarget::Dossier, EditTarget::Thing)
            }
            Some(of) => EditTarget::Thing(of.clone()),
            None => EditTarget::Dossier,
        };
        vec![Effect::Edit(target)]
    }

    /// Says why no editor was opened, or how it failed.
    fn report_editor(&mut self, failure: &NotEdited) {
        let strings = self.context.strings();
        self.notice = Some(match failure {
            NotEdited::NoFile => strings.edit_no_file.to_owned(),
            NotEdited::NoEditor(place) => strings.edit_no_editor.replace("{}", &place.to_string()),
            NotEdited::Failed(program, why) => {
                strings.edit_failed.replacen("{}", program, 1).replacen("{}", why, 1)
            }
            NotEdited::Ended(program, how) => {
                strings.edit_ended.replacen("{}", program, 1).replacen("{}", how, 1)
            }
        });
    }

    /// Opens the page of the selection if that is a source or a link, of the source under the card's cursor, or of the only
    /// source; goes to the sources if there are several.
    pub(super) fn browse(&mut self) -> Vec<Effect> {
        let Some(selection) = self.selected_or_pointed_at() else {
            self.notice = Some(self.context.nothing_selected());
            return Vec::new();
        };
        if matches!(selection.kind, Kind::Source | Kind::Link) {
            return self.browse_to(&selection);
        }
        let target = match (self.context.focus, &self.card) {
            (Focus::Card, Some(card)) => card::current_target(card, self.inside_card()),
            _ => None,
        };
        if let Some(LinkTarget::Thing(of)) = target
            && of.kind == Kind::Source
        {
            let of = of.clone();
            return self.browse_to(&of);
        }
        let only = {
            let mut sources = self.context.dossier.linked_of(&selection, Kind::Source);
            sources.next().filter(|_| sources.next().is_none()).cloned()
        };
        if let Some(only) = only {
            return self.browse_to(&only);
        }
        self.open_sources();
        Vec::new()
    }

    fn browse_to(&mut self, of: &Ref) -> Vec<Effect> {
        let context = &self.context;
        let dossier = &self.context.dossier;
        let address = match of.kind {
            Kind::Link => facts::Address::of(dossier.article.link(&of.id).map(|link| &*link.address)),
            // A copy where the page itself cannot be opened, or its address is not known.
            _ => dossier.source(&of.id).map_or(facts::Address::None, facts::readable_at),
        };
        let notice = match address {
            facts::Address::Opens(address) => return vec![Effect::Browse { address, of: of.clone() }],
            facts::Address::Shown(address) => match Address::new(address) {
                Err(wrong) => names::not_opened(context.language, address, wrong),
                Ok(address) => return vec![Effect::Browse { address, of: of.clone() }],
            },
            facts::Address::None => format!("{}: {}", names::name(context, of), context.strings().no_address),
        };
        self.notice = Some(notice);
        Vec::new()
    }

    /// Reports the outcome of an effect. An address too long for the status line is on its source's card.
    pub(super) fn report_outcome(&mut self, outcome: Outcome) {
        let strings = self.context.language.strings();
        self.notice = Some(match outcome {
            Outcome::Copied(what) => strings.copied.replace("{}", &what),
            Outcome::MaybeCopied(what) => strings.maybe_copied.replace("{}", &what),
            Outcome::Copying(what) => strings.copying.replace("{}", &what),
            Outcome::OnlyInTmux(what) => strings.only_in_tmux.replace("{}", &what),
            Outcome::NotesEdited { text, change } => return self.take_in_notes(&text, change),
            Outcome::NotesNotWritten(why) => return self.refuse_notes(&why),
            Outcome::Edited => return,
            Outcome::NotEdited(failure) => return self.report_editor(&failure),
            Outcome::AlreadyBrowsing(address) => strings.already_browsing.replace("{}", address.as_str()),
            Outcome::Browsing(address) => strings.browsing.replace("{}", address.as_str()),
            Outcome::NotBrowsed(address, of) => {
                let notice = strings.not_browsed.replace("{}", address.as_str());
                let fits = width::cells(&notice) <= usize::from(self.size.width.saturating_sub(2));
                if fits || !self.context.dossier.contains(&of) {
                    notice
                } else {
                    if self.card.as_ref().is_none_or(|card| *card.of() != of) {
                        self.leave_by_jump();
                        self.open(card::CardPlace::at_top(of));
                    }
                    strings.address_on_card.to_owned()
                }
            }
        });
    }
}
