//! All there is to go to, and the words by which each is found.

use std::collections::HashMap;

use crate::dossier::{Kind, Ref};
use crate::i18n::language::Language;
use crate::input::action::{Action, TABLE};
use crate::look::panel::Panel;
use crate::panels::Panels;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::widgets::fuzzy::Letters;

/// Where one can go.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Goal {
    /// Something a key does.
    Command(Action),
    /// A view of a panel, by the name that stops of the tour call it by.
    View(Panel, String),
    /// A thing of the dossier.
    Thing(Ref),
}

/// Everything, in the order in which it is listed while nothing is typed.
#[derive(Debug)]
pub(super) struct Catalogue {
    /// The language its words are in.
    pub(super) language: Language,
    pub(super) entries: Vec<GoalEntry>,
}

/// A goal and the letters it is found by.
#[derive(Debug)]
pub(super) struct GoalEntry {
    pub(super) goal: Goal,
    pub(super) letters: Letters,
}

/// What a goal is called, and what else it is found by.
#[derive(Debug)]
pub(super) struct GoalWords {
    pub(super) name: String,
    /// What kind of thing it is; of a claim or gap with its number.
    pub(super) kind: String,
    /// Its day, if it is an event.
    pub(super) day: String,
    /// What else it is called.
    pub(super) others: Vec<String>,
}

impl GoalWords {
    /// All but the name, in the order in which its letters stand in an entry.
    pub(super) fn beside_name(&self) -> impl Iterator<Item = &str> {
        [&*self.kind, &self.day].into_iter().chain(self.others.iter().map(String::as_str))
    }
}

impl Catalogue {
    pub(super) fn new(context: &Context, panels: &Panels) -> Self {
        let commands = TABLE.iter().map(|entry| entry.action).filter(|action| is_command(*action));
        let dossier = &context.dossier;
        // Figures have no names to go to: their series and places have.
        let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Observation);
        let things = kinds.flat_map(|kind| dossier.all_of(kind));
        let views = panels.views(dossier).map(|(panel, view)| Goal::View(panel, view));
        let goals = commands.map(Goal::Command).chain(views).chain(things.map(Goal::Thing));
        let entries = goals.map(|goal| {
            let words = words(context, &goal);
            let is_numbered = matches!(&goal, Goal::Thing(thing) if dossier.number_of(thing).is_some());
            let letters = Letters::new(&words.name, words.beside_name(), is_numbered);
            GoalEntry { goal, letters }
        });
        Self { language: context.language, entries: entries.collect() }
    }

    pub(super) fn entry(&self, place: u32) -> &GoalEntry {
        &self.entries[place as usize]
    }

    /// Where these goals stand; those that are none of the catalogue's are left out.
    pub(super) fn places(&self, goals: &[Goal]) -> Vec<u32> {
        let wanted: HashMap<&Goal, usize> = goals.iter().zip(0..).collect();
        let mut found: Vec<(usize, u32)> = Vec::new();
        if !goals.is_empty() {
            let places = (0..).zip(&self.entries);
            found.extend(places.filter_map(|(place, entry)| Some((*wanted.get(&entry.goal)?, place))));
        }
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }
}

/// Whether an action is something to go to by name: not a mere step, nor what only this list is closed with.
fn is_command(action: Action) -> bool {
    !matches!(
        action,
        Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::HalfPageUp
            | Action::HalfPageDown
            // Views are listed as such.
            | Action::ShowView(..)
            | Action::Palette
            | Action::Close
    )
}

/// What a goal is called in the reader's language.
pub(super) fn words(context: &Context, goal: &Goal) -> GoalWords {
    let language = context.language;
    let strings = context.strings();
    let name = match goal {
        Goal::Command(action) => {
            let entry = action.entry();
            return GoalWords {
                name: names::capitalized(&context.help(entry)),
                kind: strings.command.to_owned(),
                day: String::new(),
                others: vec![entry.short.get(language).to_owned()],
            };
        }
        Goal::View(panel, view) => {
            let panel_name = names::panel(language, *panel);
            return GoalWords {
                name: format!("{panel_name}: {}", names::view(language, view)),
                kind: Action::View.entry().short.get(language).to_owned(),
                day: String::new(),
                others: vec![view.clone()],
            };
        }
        Goal::Thing(name) => name,
    };
    let dossier = &context.dossier;
    let mut words = GoalWords {
        name: names::name(context, name),
        kind: match (name.kind, dossier.number_of(name)) {
            (Kind::Place, _) => strings.place.to_owned(),
            (kind, Some(number)) => format!("{} {}", strings.kind(kind).one, language.count(number)),
            (kind, None) => strings.kind(kind).one.to_owned(),
        },
        day: String::new(),
        others: Vec::new(),
    };
    match name.kind {
        Kind::Actor => {
            let actor = dossier.actor(&name.id);
            let aliases = actor.map_or(&[][..], |actor| &actor.aliases).iter();
            let others = aliases.filter(|alias| ***alias != *words.name).map(ToString::to_string);
            words.others.extend(others);
            words.others.extend(actor.map(|actor| names::actor_kind(language, &actor.kind).to_owned()));
        }
        Kind::Event => {
            let date = dossier.event(&name.id).map(|event| context.date(&event.date));
            words.day = date.unwrap_or_default();
        }
        Kind::Source => {
            if let Some(title) = dossier.source(&name.id).and_then(|source| source.title.as_deref()) {
                words.name = format!("{}: {title}", words.name);
            }
        }
        _ => {}
    }
    words
}

/// The key that does it, or that leads to the view.
pub(super) fn key(context: &Context, goal: &Goal) -> Option<String> {
    match goal {
        Goal::Command(action) => Some(context.key(*action)),
        Goal::View(panel, view) => {
            let shows =
                |action: &Action| matches!(action, Action::ShowView(of, name) if of == panel && name == view);
            TABLE.iter().map(|entry| entry.action).find(shows).map(|action| context.key(action))
        }
        Goal::Thing(_) => None,
    }
}
