//! What a list can be filtered by. Within one facet any of the chosen values will do; each facet in which something is
//! chosen has to be met.

mod facet;

use std::collections::{HashMap, HashSet};

pub use facet::{Facet, FacetValue, facet_name, values};

use crate::dossier::{Dossier, Lit, Ref};
use crate::look::glyphs;
use crate::protocol::context::Context;

/// Which of the things a list shows of its view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListView {
    /// The key items.
    Key,
    /// All.
    All,
    /// All but the key items.
    Others,
}

impl ListView {
    const NAMES: [(ListView, &'static str); 3] =
        [(ListView::Key, "prominent"), (ListView::All, "all"), (ListView::Others, "others")];

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
    chosen: Vec<FacetValue>,
}

impl Filter {
    /// The key items, or all.
    pub fn of(view: ListView) -> Self {
        let mut filter = Self::default();
        filter.set_view(view);
        filter
    }

    /// Which items its view shows.
    pub fn view(&self) -> ListView {
        match (self.has(&FacetValue::Prominent(true)), self.has(&FacetValue::Prominent(false))) {
            (true, false) => ListView::Key,
            (false, true) => ListView::Others,
            (true, true) | (false, false) => ListView::All,
        }
    }

    /// Shows other items; the rest of what is chosen stays.
    pub fn set_view(&mut self, view: ListView) {
        self.chosen.retain(|value| value.facet() != Facet::Prominence);
        match view {
            ListView::Key => self.chosen.push(FacetValue::Prominent(true)),
            ListView::Others => self.chosen.push(FacetValue::Prominent(false)),
            ListView::All => {}
        }
    }

    /// The other of the two usual views.
    pub fn next_view(&mut self) {
        self.set_view(if self.view() == ListView::Key { ListView::All } else { ListView::Key });
    }

    /// Whether it hides more than the view of key items does.
    pub fn in_force(&self) -> bool {
        self.view() == ListView::Others || self.chosen.iter().any(|value| value.facet() != Facet::Prominence)
    }

    /// Chooses nothing any more but the view: of all, if it was of the others.
    pub fn clear(&mut self) {
        let view = self.view();
        self.chosen.clear();
        self.set_view(if view == ListView::Others { ListView::All } else { view });
    }

    /// Gives up what none of these things has any more.
    pub fn rebase(&mut self, things: impl IntoIterator<Item = Vec<FacetValue>>) {
        let there: HashSet<FacetValue> = things.into_iter().flatten().collect();
        self.chosen.retain(|value| there.contains(value));
    }

    /// Shows everything: the view, too.
    pub fn show_all(&mut self) {
        self.chosen.clear();
    }

    /// Whether a value is chosen.
    pub fn has(&self, value: &FacetValue) -> bool {
        self.chosen.contains(value)
    }

    /// Chooses a value, or gives it up.
    pub fn toggle(&mut self, value: FacetValue) {
        match self.chosen.iter().position(|chosen| *chosen == value) {
            Some(place) => {
                self.chosen.remove(place);
            }
            None => self.chosen.push(value),
        }
    }

    /// Whether a thing with these values is shown.
    pub fn passes(&self, values: &[FacetValue]) -> bool {
        self.passes_but(None, values)
    }

    /// The same, with one of the facets left out.
    fn passes_but(&self, but: Option<Facet>, values: &[FacetValue]) -> bool {
        self.chosen.iter().all(|chosen| {
            let facet = chosen.facet();
            Some(facet) == but || values.iter().any(|value| value.facet() == facet && self.has(value))
        })
    }

    /// What gives the values a thing has in each facet that applies to it; whether it is linked to the selection is one, and to
    /// what was chosen before.
    pub fn values<'c>(&self, context: &'c Context) -> impl Fn(&Ref) -> Vec<FacetValue> + use<'c> {
        let chosen = self.chosen.iter().filter_map(|value| match value {
            FacetValue::Linked(to) => Some(to),
            _ => None,
        });
        let linked = |to: &Ref| FacetValue::Linked(to.clone());
        // What the selection lights is known.
        let own = context.selection().map(|to| (linked(to), context.lit()));
        let others: Vec<(FacetValue, Lit)> = chosen
            .filter(|to| Some(*to) != context.selection())
            .map(|to| (linked(to), context.dossier.lit(to)))
            .collect();
        move |of| {
            let mut values = values(context, of);
            let links = own.iter().map(|(linked, lit)| (linked, *lit));
            let links = links.chain(others.iter().map(|(linked, lit)| (linked, lit)));
            values.extend(links.filter(|(_, lit)| lit.has(of)).map(|(linked, _)| linked.clone()));
            values
        }
    }

    /// What is chosen, in words and in the order of the facets, the view last: USA, Beschränkung, wichtige.
    fn words(&self, context: &Context) -> Vec<String> {
        let mut chosen: Vec<&FacetValue> = self.chosen.iter().collect();
        let is_view = |value: &FacetValue| value.facet() == Facet::Prominence;
        chosen.sort_by_key(|value| (is_view(value), value.facet(), value.rank(&context.dossier)));
        if self.view() == ListView::All {
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
pub struct Choice {
    /// The value.
    pub value: FacetValue,
    /// Whether it is chosen.
    pub chosen: bool,
    /// How many things have it among those that pass all other facets.
    pub count: usize,
}

/// What a list of things with these values can be filtered by, by facet; facets in which all are alike are left out, but not
/// whether they are linked to something. Some values are listed `always`, also where nothing has them.
pub fn choices(
    dossier: &Dossier,
    filter: &Filter,
    always: &[FacetValue],
    things: impl IntoIterator<Item = Vec<FacetValue>>,
) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut known: HashMap<FacetValue, usize> = HashMap::new();
    for value in always {
        known.insert(value.clone(), choices.len());
        choices.push(Choice { value: value.clone(), chosen: filter.has(value), count: 0 });
    }
    for values in things {
        for value in &values {
            let place = *known.entry(value.clone()).or_insert_with(|| {
                let chosen = filter.has(value);
                choices.push(Choice { value: value.clone(), chosen, count: 0 });
                choices.len() - 1
            });
            choices[place].count += usize::from(filter.passes_but(Some(value.facet()), &values));
        }
    }
    let mut sizes: HashMap<Facet, usize> = HashMap::new();
    for choice in &choices {
        *sizes.entry(choice.value.facet()).or_default() += 1;
    }
    let differs = |facet: Facet| facet == Facet::Link || sizes.get(&facet).is_some_and(|size| *size > 1);
    choices.retain(|choice| choice.chosen || differs(choice.value.facet()));
    choices.sort_by_key(|choice| (choice.value.facet(), choice.value.rank(dossier)));
    choices
}

#[cfg(test)]
mod tests {
    use super::{FacetValue, Filter, ListView};
    use crate::dossier::{Id, Standing};

    fn event(lane: &str, kind: &str, prominent: bool) -> Vec<FacetValue> {
        vec![
            FacetValue::Prominent(prominent),
            FacetValue::Lane(Some(Id::new(lane))),
            FacetValue::EventKind(kind.into()),
            FacetValue::Standing(Standing::Background),
        ]
    }

    #[test]
    fn any_of_a_group_and_each_of_the_groups() {
        let mut filter = Filter::of(ListView::All);
        assert!(filter.passes(&event("us", "control", false)) && !filter.in_force());
        filter.toggle(FacetValue::Lane(Some(Id::new("us"))));
        filter.toggle(FacetValue::Lane(Some(Id::new("china"))));
        assert!(filter.passes(&event("us", "control", false)));
        assert!(filter.passes(&event("china", "report", true)));
        assert!(!filter.passes(&event("industry", "report", true)));
        filter.toggle(FacetValue::EventKind("control".into()));
        assert!(!filter.passes(&event("china", "report", true)));
        // What has no answer to a question does not pass it.
        filter.toggle(FacetValue::Attributed(true));
        assert!(!filter.passes(&event("us", "control", false)));
        assert!(filter.in_force());
        filter.clear();
        assert_eq!(filter, Filter::of(ListView::All));
    }

    #[test]
    fn the_view_is_one_of_the_groups() {
        let mut filter = Filter::of(ListView::Key);
        assert!(!filter.in_force() && !filter.passes(&event("us", "control", false)));
        filter.toggle(FacetValue::Prominent(false));
        assert_eq!((filter.view(), filter.in_force()), (ListView::All, false));
        filter.toggle(FacetValue::Prominent(true));
        assert_eq!((filter.view(), filter.in_force()), (ListView::Others, true));
        filter.clear();
        assert_eq!(filter.view(), ListView::All);
        filter.next_view();
        assert_eq!(filter.view(), ListView::Key);
        filter.clear();
        assert_eq!(filter.view(), ListView::Key);
    }
}
