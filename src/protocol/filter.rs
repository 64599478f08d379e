//! What a list can be filtered by. Within one group any of the chosen values will do, between groups each has to be
//! met, and a group in which nothing is chosen asks for nothing.

use std::collections::{HashMap, HashSet};

use crate::dossier::{Assessment, Dossier, Id, Kind, Ref, Standing};
use crate::facts::{self, Mark};
use crate::i18n::language::Language;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::names;

/// What a list can be asked: the groups of values, in the order of the chooser.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Group {
    /// Key item or not.
    Prominence,
    /// Whose act an event is.
    Lane,
    /// What kind of actor or event it is.
    Kind,
    /// An actor's country.
    Country,
    /// How a claim stands against the sources; or that it is a gap.
    Judgement,
    /// Where it comes from.
    Standing,
    /// Whether the article attributes it to somebody.
    Attribution,
}

/// A value a thing can have in one of the groups.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Value {
    /// Whether it is a key item.
    Prominent(bool),
    /// The lane of an event.
    Lane(Id),
    /// The kind of an actor.
    ActorKind(Box<str>),
    /// The kind of an event.
    EventKind(Box<str>),
    /// An actor's country.
    Country(Box<str>),
    /// The assessment of a claim.
    Assessment(Assessment),
    /// A gap.
    Gap,
    /// Where it comes from.
    Standing(Standing),
    /// Whether the article attributes a claim to somebody.
    Attributed(bool),
}

impl Value {
    /// The group it belongs to.
    pub fn group(&self) -> Group {
        match self {
            Self::Prominent(_) => Group::Prominence,
            Self::Lane(_) => Group::Lane,
            Self::ActorKind(_) | Self::EventKind(_) => Group::Kind,
            Self::Country(_) => Group::Country,
            Self::Assessment(_) | Self::Gap => Group::Judgement,
            Self::Standing(_) => Group::Standing,
            Self::Attributed(_) => Group::Attribution,
        }
    }

    /// What it is called.
    pub fn name(&self, context: &Context) -> String {
        let (language, strings) = (context.language, context.strings());
        match self {
            Self::Prominent(true) => strings.prominent.to_owned(),
            Self::Prominent(false) => strings.not_prominent.to_owned(),
            Self::Lane(id) => {
                let lane = context.dossier.lanes.iter().find(|lane| lane.id == *id);
                lane.map_or_else(|| id.to_string(), |lane| context.text(&lane.name))
            }
            Self::ActorKind(kind) => names::actor_kind(language, kind).to_owned(),
            Self::EventKind(kind) => names::event_kind(language, kind).to_owned(),
            Self::Country(country) => country.to_string(),
            Self::Assessment(assessment) => names::assessment(language, *assessment).to_owned(),
            Self::Gap => strings.gap.one.to_owned(),
            Self::Standing(standing) => names::standing(language, *standing).to_owned(),
            Self::Attributed(true) => strings.attributed.to_owned(),
            Self::Attributed(false) => strings.not_attributed.to_owned(),
        }
    }

    /// Its place among the others of its group where the group has an order of its own.
    fn rank(&self, dossier: &Dossier) -> usize {
        match self {
            Self::Lane(id) => dossier.lanes.iter().position(|lane| lane.id == *id).unwrap_or(usize::MAX),
            Self::Prominent(no) | Self::Attributed(no) => usize::from(!no),
            Self::Assessment(assessment) => *assessment as usize,
            Self::Gap => usize::MAX,
            Self::Standing(standing) => match standing {
                Standing::Article => 0,
                Standing::Both => 1,
                Standing::Inferred => 2,
                Standing::Background => 3,
                Standing::Broken => 4,
            },
            Self::ActorKind(_) | Self::EventKind(_) | Self::Country(_) => 0,
        }
    }
}

/// What a group is called.
pub fn group_name(language: Language, group: Group) -> &'static str {
    let strings = language.strings();
    match group {
        Group::Prominence => strings.by_prominence,
        Group::Lane => strings.by_lane,
        Group::Kind => strings.by_kind,
        Group::Country => strings.by_country,
        Group::Judgement => strings.by_assessment,
        Group::Standing => strings.by_provenance,
        Group::Attribution => strings.by_attribution,
    }
}

/// Which of the things a list shows of its view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    /// The key items.
    Key,
    /// All.
    All,
    /// All but the key items.
    Others,
}

impl View {
    const NAMES: [(View, &'static str); 3] =
        [(View::Key, "prominent"), (View::All, "all"), (View::Others, "others")];

    /// Its name in a stop of the tour and in a bookmark.
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(view, _)| *view == self).map_or("all", |(_, name)| name)
    }

    /// The view of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(_, known)| *known == name).map(|(view, _)| view)
    }

    /// The view in another state of the dossier, given the usual view before and now: all where there are no key items,
    /// and the usual one where all were listed because there were none.
    #[must_use]
    pub fn rebased(self, usual_before: Self, usual: Self) -> Self {
        match (usual_before, usual) {
            (_, Self::All) => Self::All,
            (Self::All, _) if self == Self::All => usual,
            _ => self,
        }
    }
}

/// The values chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    chosen: Vec<Value>,
}

impl Filter {
    /// The key items, or all.
    pub fn of(view: View) -> Self {
        let mut filter = Self::default();
        filter.set_view(view);
        filter
    }

    /// Which items its view shows.
    pub fn view(&self) -> View {
        match (self.has(&Value::Prominent(true)), self.has(&Value::Prominent(false))) {
            (true, false) => View::Key,
            (false, true) => View::Others,
            (true, true) | (false, false) => View::All,
        }
    }

    /// Shows other items; the rest of what is chosen stays.
    pub fn set_view(&mut self, view: View) {
        self.chosen.retain(|value| value.group() != Group::Prominence);
        match view {
            View::Key => self.chosen.push(Value::Prominent(true)),
            View::Others => self.chosen.push(Value::Prominent(false)),
            View::All => {}
        }
    }

    /// The other of the two usual views.
    pub fn next_view(&mut self) {
        self.set_view(if self.view() == View::Key { View::All } else { View::Key });
    }

    /// Whether it hides more than the view of key items does.
    pub fn in_force(&self) -> bool {
        self.view() == View::Others || self.chosen.iter().any(|value| value.group() != Group::Prominence)
    }

    /// Chooses nothing any more but the view: of all, if it was of the others.
    pub fn clear(&mut self) {
        let view = self.view();
        self.chosen.clear();
        self.set_view(if view == View::Others { View::All } else { view });
    }

    /// Gives up what none of these things has any more.
    pub fn rebase(&mut self, things: impl IntoIterator<Item = Vec<Value>>) {
        let there: HashSet<Value> = things.into_iter().flatten().collect();
        self.chosen.retain(|value| there.contains(value));
    }

    /// Shows everything: the view, too.
    pub fn show_all(&mut self) {
        self.chosen.clear();
    }

    /// Whether a value is chosen.
    pub fn has(&self, value: &Value) -> bool {
        self.chosen.contains(value)
    }

    /// Chooses a value, or gives it up.
    pub fn toggle(&mut self, value: Value) {
        match self.chosen.iter().position(|chosen| *chosen == value) {
            Some(place) => {
                self.chosen.remove(place);
            }
            None => self.chosen.push(value),
        }
    }

    /// Whether a thing with these values is shown.
    pub fn passes(&self, values: &[Value]) -> bool {
        self.passes_but(None, values)
    }

    /// The same without asking one of the groups.
    fn passes_but(&self, but: Option<Group>, values: &[Value]) -> bool {
        self.chosen.iter().all(|chosen| {
            let group = chosen.group();
            Some(group) == but || values.iter().any(|value| value.group() == group && self.has(value))
        })
    }

    /// What is chosen, in words and in the order of the groups, the view last: USA, Beschränkung, wichtige.
    fn words(&self, context: &Context) -> Vec<String> {
        let mut chosen: Vec<&Value> = self.chosen.iter().collect();
        let is_view = |value: &Value| value.group() == Group::Prominence;
        chosen.sort_by_key(|value| (is_view(value), value.group(), value.rank(&context.dossier)));
        if self.view() == View::All {
            chosen.retain(|value| !is_view(value));
        }
        chosen.into_iter().map(|value| value.name(context)).collect()
    }

    /// `gefiltert 7 von 49: USA, Beschränkung`: what the frame of a list says from which things are left out, longest
    /// first; with fewer words where there is less room.
    pub fn notes(&self, context: &Context, only_after: bool, (shown, total): (usize, usize)) -> Vec<String> {
        let (language, strings) = (context.language, context.strings());
        let after = only_after.then(|| strings.only_after.to_owned());
        let words = self.words(context);
        let (first, words) = match after {
            Some(after) if !self.in_force() => (after, words),
            after => (strings.filtered.to_owned(), after.into_iter().chain(words).collect()),
        };
        let counts = format!("{} {} {}", language.count(shown), strings.out_of, language.count(total));
        let cut = format!(", {}", context.glyph(glyphs::ELLIPSIS));
        let listed = |kept: usize| {
            let cut = if kept < words.len() { &cut } else { "" };
            format!("{counts}: {}{cut}", words[..kept].join(", "))
        };
        // That these are shown says that others are not.
        let mut notes: Vec<String> =
            (1..=words.len()).rev().map(|kept| format!("{first} {}", listed(kept))).collect();
        notes.extend((1..=words.len()).rev().map(listed));
        notes.extend([format!("{first} {counts}"), first]);
        notes
    }
}

/// A value that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facet {
    /// The value.
    pub value: Value,
    /// Whether it is chosen.
    pub chosen: bool,
    /// How many things have it among those that pass all other groups.
    pub count: usize,
}

/// What a list of things with these values can be filtered by, by group; groups in which all are alike are left out.
pub fn facets(
    dossier: &Dossier,
    filter: &Filter,
    things: impl IntoIterator<Item = Vec<Value>>,
) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    let mut known: HashMap<Value, usize> = HashMap::new();
    for values in things {
        for value in &values {
            let place = *known.entry(value.clone()).or_insert_with(|| {
                let chosen = filter.has(value);
                facets.push(Facet { value: value.clone(), chosen, count: 0 });
                facets.len() - 1
            });
            facets[place].count += usize::from(filter.passes_but(Some(value.group()), &values));
        }
    }
    let mut sizes: HashMap<Group, usize> = HashMap::new();
    for facet in &facets {
        *sizes.entry(facet.value.group()).or_default() += 1;
    }
    facets.retain(|facet| facet.chosen || sizes.get(&facet.value.group()).is_some_and(|size| *size > 1));
    facets.sort_by_key(|facet| (facet.value.group(), facet.value.rank(dossier)));
    facets
}

/// The values a thing has in each group it has an answer to.
pub fn values(context: &Context, of: &Ref) -> Vec<Value> {
    let dossier = &context.dossier;
    let mut values = Vec::new();
    match of.kind {
        Kind::Actor => {
            if let Some(actor) = dossier.actor(&of.id) {
                values.extend([Value::Prominent(actor.prominent), Value::ActorKind(actor.kind.clone())]);
                values.extend(actor.country.clone().map(Value::Country));
            }
        }
        Kind::Event => {
            if let Some(event) = dossier.event(&of.id) {
                values.extend([Value::Prominent(event.prominent), Value::Lane(event.lane.clone())]);
                values.push(Value::EventKind(event.kind.clone()));
            }
        }
        Kind::Claim => {
            if let Some(claim) = dossier.claim(&of.id) {
                values.extend(claim.assessment.map(Value::Assessment));
                // Of broken evidence it cannot be said that the article attributes it to nobody.
                let is_attributed = !claim.attributed_to.is_empty();
                values.extend(
                    (is_attributed || claim.assessment.is_some()).then_some(Value::Attributed(is_attributed)),
                );
            }
        }
        Kind::Gap => values.push(Value::Gap),
        // No list of these is filtered.
        _ => return values,
    }
    // As the sign beside it in a list says.
    values.push(Value::Standing(match facts::provenance_mark(dossier, context.faults(), of) {
        Mark::Inferred => Standing::Inferred,
        Mark::Broken => Standing::Broken,
        _ => dossier.standing(of),
    }));
    values
}

#[cfg(test)]
mod tests {
    use super::{Filter, Value, View};
    use crate::dossier::{Id, Standing};

    fn event(lane: &str, kind: &str, prominent: bool) -> Vec<Value> {
        vec![
            Value::Prominent(prominent),
            Value::Lane(Id::new(lane)),
            Value::EventKind(kind.into()),
            Value::Standing(Standing::Background),
        ]
    }

    #[test]
    fn any_of_a_group_and_each_of_the_groups() {
        let mut filter = Filter::of(View::All);
        assert!(filter.passes(&event("us", "control", false)) && !filter.in_force());
        filter.toggle(Value::Lane(Id::new("us")));
        filter.toggle(Value::Lane(Id::new("china")));
        assert!(filter.passes(&event("us", "control", false)));
        assert!(filter.passes(&event("china", "report", true)));
        assert!(!filter.passes(&event("industry", "report", true)));
        filter.toggle(Value::EventKind("control".into()));
        assert!(!filter.passes(&event("china", "report", true)));
        // What has no answer to a question does not pass it.
        filter.toggle(Value::Attributed(true));
        assert!(!filter.passes(&event("us", "control", false)));
        assert!(filter.in_force());
        filter.clear();
        assert_eq!(filter, Filter::of(View::All));
    }

    #[test]
    fn the_view_is_one_of_the_groups() {
        let mut filter = Filter::of(View::Key);
        assert!(!filter.in_force() && !filter.passes(&event("us", "control", false)));
        filter.toggle(Value::Prominent(false));
        assert_eq!((filter.view(), filter.in_force()), (View::All, false));
        filter.toggle(Value::Prominent(true));
        assert_eq!((filter.view(), filter.in_force()), (View::Others, true));
        filter.clear();
        assert_eq!(filter.view(), View::All);
        filter.next_view();
        assert_eq!(filter.view(), View::Key);
        filter.clear();
        assert_eq!(filter.view(), View::Key);
    }
}
