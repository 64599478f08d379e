//! Carries out what panels, card and overlays ask for.

use super::App;
use super::navigator::ScrollTarget;
use crate::card;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::overlays::palette::Goal;
use crate::panels::PanelPlace;
use crate::protocol::authoring::Intent;
use crate::protocol::effect::{EditTarget, Effect};
use crate::protocol::request::Request;

impl App {
    pub(super) fn carry_out_all(&mut self, requests: Vec<Request>) -> Vec<Effect> {
        requests.into_iter().flat_map(|request| self.carry_out(request)).collect()
    }

    pub(super) fn carry_out(&mut self, request: Request) -> Vec<Effect> {
        match request {
            Request::Select(name) => {
                if self.context.selection() != Some(&name) {
                    self.leave_by_step();
                    self.select(name);
                    self.navigator.scroll = Some(ScrollTarget::Follow);
                }
            }
            Request::SelectAt(name, passage) => {
                self.leave_by_step();
                self.select(name);
                self.set_passage(passage);
            }
            Request::Open(name) => {
                self.palette.remember(Goal::Thing(name.clone()));
                self.leave_by_jump();
                self.open(card::CardPlace::at_top(name));
            }
            Request::Words(passage) => {
                self.leave_by_jump();
                self.set_passage(passage);
                self.context.focus = Focus::Panel(Panel::Article);
            }
            Request::Located(passage) => {
                self.leave_by_jump();
                self.go_to_located(passage);
            }
            Request::View(panel, view, item) => {
                self.leave_by_jump();
                let place = PanelPlace { view, item: Some(item.to_string()) };
                self.panels.get_mut(panel).restore(&self.context, &place);
            }
            Request::ShowView(panel, view) => {
                self.leave_by_jump();
                self.card = None;
                self.panels.get_mut(panel).present(&self.context, Some(&view), None);
                self.asked_for_view = Some(panel);
                self.focus_panel(panel);
                self.palette.remember(Goal::View(panel, view));
                self.navigator.scroll = Some(ScrollTarget::Follow);
            }
            Request::Filter(panel, value) => self.choose(panel, value),
            Request::Stop(number) => self.choose_stop(number),
            Request::Edit(place) => return vec![Effect::Edit(EditTarget::Place(place))],
            Request::SameAs(actor) => return self.accept_as_same(&actor),
            Request::Write { change, despite_editor } => {
                let change = self.with_decision_of_form(change);
                self.remember_used(&change);
                return self.ask_to_write(change, despite_editor);
            }
            Request::Revert { action, despite_editor } => return self.revert(action, despite_editor),
            Request::Intend(Intent::Annotate) if self.context.mark.is_some() => self.annotate_mark(),
            Request::Intend(Intent::CopyAnchor) => return self.copy_anchor(),
            Request::Intend(intent) => self.intend(intent),
            Request::EditNotes(edit) => return self.edit_notes(edit),
            Request::Note(number) => self.go_to_note(number),
            Request::CopyText(text) => return self.copy_text(text),
            Request::CopyToml(toml) => return self.copy_toml(toml),
            Request::Dismiss => self.overlay = None,
            Request::Help => {
                self.overlay = None;
                self.open_overlay(Action::Help);
            }
            Request::Act(action) => {
                self.palette.remember(Goal::Command(action));
                return self.act(action);
            }
            Request::Notice(text) => self.notice = Some(text),
        }
        Vec::new()
    }
}
