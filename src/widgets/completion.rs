//! A field that is completed from what is known: what is typed finds names, the best first, and one of them is taken.

use std::cmp::Reverse;

use crate::input::key::{Code, Key};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;
use crate::widgets::fuzzy::{LETTER, Letters, Query, matcher};
use crate::widgets::prompt::Prompt;

/// What can be taken.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// What the file says: an id, or a word of the format.
    pub(crate) value: String,
    /// What the reader sees.
    pub(crate) name: String,
    letters: Letters,
}

impl Known {
    /// Something of this name, which these words find too.
    pub(crate) fn new<T: AsRef<str>>(value: &str, name: String, others: &[T]) -> Self {
        let others = others.iter().map(AsRef::as_ref).chain([value]);
        let letters = Letters::new(&name, others, false);
        Self { value: value.to_owned(), name, letters }
    }
}

/// All actors of the dossier, by their names and aliases.
pub(crate) fn actors(context: &Context) -> Vec<Known> {
    let all = context.dossier.actors.iter();
    all.map(|actor| Known::new(actor.id.as_str(), names::name(context, &actor.to_ref()), &actor.aliases))
        .collect()
}

/// A candidate for what is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Candidate {
    /// What is known, by its place.
    Known(usize),
    /// What is typed is new, and is to be made.
    New,
}

/// What has been taken, what is typed to take more, and what that finds.
#[derive(Clone, Debug)]
pub(crate) struct Completion {
    known: Vec<Known>,
    /// The values that were used before, the last one at the end.
    used: Vec<String>,
    /// The values that have been taken.
    pub(crate) taken: Vec<String>,
    pub(crate) prompt: Prompt,
    found: Vec<Candidate>,
    /// Which of the candidates would be taken.
    at: usize,
    /// Whether several may be taken.
    many: bool,
    /// Whether what is typed may be made if it is not known.
    makes: bool,
    /// The values that come first while nothing is typed; then the first of them would be taken.
    offered: Vec<String>,
}

/// What a key did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Took {
    /// A candidate was taken, and that was all that is wanted.
    Done,
    /// A candidate was taken, and it goes on.
    Next,
    /// What is typed is to be made.
    New,
    /// The key was of use here.
    Stays,
    /// The key is none of this field's.
    NotMine,
}

/// The most candidates that are kept.
const MOST: usize = 50;

impl Completion {
    pub(crate) fn new(known: Vec<Known>, many: bool, makes: bool) -> Self {
        let mut field = Self {
            known,
            used: Vec::new(),
            taken: Vec::new(),
            prompt: Prompt::default(),
            found: Vec::new(),
            at: 0,
            many,
            makes,
            offered: Vec::new(),
        };
        field.look();
        field
    }

    /// The same with these values taken.
    #[must_use]
    pub(crate) fn with(mut self, taken: Vec<String>) -> Self {
        self.taken = taken;
        self.look();
        self
    }

    /// Of what fits equally well, what was used last comes first.
    pub(crate) fn set_used(&mut self, used: &[String]) {
        self.used = used.to_vec();
        self.look();
    }

    /// While nothing is typed these come first, and the first of them is what would be taken.
    pub(crate) fn offer(&mut self, values: &[String]) {
        self.offered = values.to_vec();
        self.look();
    }

    /// What is known has changed; what is gone is no longer taken.
    pub(crate) fn set_known(&mut self, known: Vec<Known>) {
        self.known = known;
        let known = &self.known;
        self.taken.retain(|taken| known.iter().any(|known| known.value == *taken));
        self.look();
    }

    /// One more is known.
    pub(crate) fn add_known(&mut self, known: Known) {
        self.known.push(known);
        self.look();
    }

    /// Takes a value, as though it had been chosen.
    pub(crate) fn take_value(&mut self, value: String) {
        if !self.many {
            self.taken.clear();
        }
        if !self.taken.contains(&value) {
            self.taken.push(value);
        }
        self.prompt = Prompt::default();
        self.look();
    }

    /// What is typed, without blanks around it.
    pub(crate) fn typed(&self) -> &str {
        self.prompt.text().trim()
    }

    /// The names of what was taken.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.taken.iter().map(|value| {
            self.known.iter().find(|known| known.value == *value).map_or(value.as_str(), |known| &known.name)
        })
    }

    /// The names of what was taken as they stand before what is typed, in so many cells: of several the last ones, which
    /// are removed first. A single name has no comma behind it, for nothing follows.
    pub(crate) fn before_typed(&self, cells: usize, ellipsis: &str) -> String {
        let names: Vec<&str> = self.names().collect();
        if !self.many {
            return width::truncate(names.first().copied().unwrap_or_default(), cells, ellipsis).into_owned();
        }
        let listed = |names: &[&str]| names.iter().flat_map(|name| [*name, ", "]).collect::<String>();
        let cut = format!("{ellipsis} ");
        let all = listed(&names);
        if width::cells(&all) <= cells {
            return all;
        }
        let later = (1..names.len()).map(|first| format!("{cut}{}", listed(&names[first..])));
        let fitting = later.into_iter().find(|text| width::cells(text) <= cells);
        fitting.unwrap_or_else(|| {
            let before = if names.len() > 1 { &*cut } else { "" };
            let room = cells.saturating_sub(width::cells(before) + 2);
            let last = width::truncate(names.last().copied().unwrap_or_default(), room, ellipsis);
            format!("{before}{last}, ")
        })
    }

    /// Whether what is typed is to be made, and no known one taken.
    pub(crate) fn is_to_be_made(&self) -> bool {
        self.current().is_some_and(|at| self.found[at] == Candidate::New)
    }

    /// Whether several may be taken.
    pub(crate) fn is_many(&self) -> bool {
        self.many
    }

    /// What would be taken, or is offered.
    pub(crate) fn candidates(&self) -> &[Candidate] {
        &self.found
    }

    /// The name of what is known.
    pub(crate) fn name(&self, place: usize) -> &str {
        &self.known[place].name
    }

    /// Whether the first candidate is one that was offered.
    fn offers(&self) -> bool {
        let first = self.found.first();
        matches!(first, Some(Candidate::Known(place)) if self.offered.contains(&self.known[*place].value))
    }

    /// Which candidate would be taken; none while nothing is typed and nothing offered.
    pub(crate) fn current(&self) -> Option<usize> {
        let is_one = if self.typed().is_empty() { self.offers() } else { !self.found.is_empty() };
        is_one.then_some(self.at)
    }

    /// Looks for what is typed where words begin: the best first, of equally good ones what was used last.
    pub(crate) fn look(&mut self) {
        self.at = 0;
        let is_free = |known: &Known| !self.taken.contains(&known.value);
        let query = Query::new(self.prompt.text());
        let places = self.known.iter().enumerate().filter(|(_, known)| is_free(known));
        if query.is_empty() {
            let mut places: Vec<(usize, usize)> = places
                .map(|(place, known)| {
                    let offered = self.offered.iter().position(|value| *value == known.value);
                    (offered.unwrap_or(usize::MAX), place)
                })
                .collect();
            places.sort_unstable();
            self.found = places.into_iter().map(|(_, place)| Candidate::Known(place)).take(MOST).collect();
        } else {
            let mut matcher = matcher();
            let mut found: Vec<_> = places
                .filter_map(|(place, known)| {
                    let fit = query.fit(&known.letters, &mut matcher)?;
                    // The best is taken by one key: nothing must be that only has these letters somewhere.
                    if !fit.from_beginnings {
                        return None;
                    }
                    let score = fit.score.saturating_sub(u32::from(known.letters.name_length()) / 6);
                    let used = self.used.iter().rposition(|value| *value == known.value);
                    Some((Reverse((fit.whole, score / LETTER, used)), place))
                })
                .collect();
            found.sort_unstable();
            self.found = found.into_iter().map(|(_, place)| Candidate::Known(place)).take(MOST).collect();
        }
        if self.makes {
            self.found.push(Candidate::New);
        }
    }

    /// Takes the current candidate.
    pub(crate) fn take(&mut self) -> Took {
        match self.current().and_then(|at| self.found.get(at)) {
            Some(Candidate::Known(place)) => {
                let value = self.known[*place].value.clone();
                self.take_value(value);
                if self.many { Took::Stays } else { Took::Done }
            }
            Some(Candidate::New) => Took::New,
            None => Took::NotMine,
        }
    }

    /// Carries out a key before it can be text.
    pub(crate) fn press(&mut self, key: Key) -> Took {
        let is_typed = self.current().is_some();
        let count = self.found.len();
        match key {
            Key { code: Code::Char(','), ctrl: false } if is_typed && self.many => self.take(),
            Key { code: Code::Tab, ctrl: false } if is_typed => match self.take() {
                Took::Done | Took::Stays => Took::Next,
                other => other,
            },
            Key { code: Code::Right, ctrl: false } if is_typed && self.prompt.is_at_end() => self.take(),
            Key { code: Code::Down, ctrl: false } if is_typed => {
                self.at = (self.at + 1) % count;
                Took::Stays
            }
            Key { code: Code::Up, ctrl: false } if is_typed => {
                self.at = (self.at + count - 1) % count;
                Took::Stays
            }
            Key { code: Code::Backspace, ctrl: false } if self.prompt.text().is_empty() => {
                self.taken.pop();
                self.look();
                Took::Stays
            }
            Key { code: Code::Char('u'), ctrl: true } if !self.taken.is_empty() => {
                self.taken.clear();
                self.prompt = Prompt::default();
                self.look();
                Took::Stays
            }
            // Where only one is wanted, typing begins another.
            Key { code: Code::Char(_), ctrl: false } if !self.many && !self.taken.is_empty() => {
                self.taken.clear();
                Took::NotMine
            }
            _ => Took::NotMine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(many: bool, makes: bool) -> Completion {
        let names = [("huawei", "Huawei"), ("zte", "ZTE"), ("hua-hong", "Hua Hong")];
        let known = names.iter().map(|(id, name)| Known::new(id, (*name).to_owned(), &[] as &[&str]));
        Completion::new(known.collect(), many, makes)
    }

    fn press(field: &mut Completion, script: &str) -> Took {
        let mut last = Took::NotMine;
        for word in script.split(' ') {
            let key = word.parse().expect("a key");
            last = field.press(key);
            if last == Took::NotMine {
                field.prompt.press(key);
                field.look();
            }
        }
        last
    }

    #[test]
    fn what_is_typed_finds_names_and_one_is_taken() {
        let mut field = field(false, false);
        assert_eq!(press(&mut field, "h u Tab"), Took::Next);
        assert_eq!(field.taken, ["huawei"]);
        assert_eq!(press(&mut field, "h u Down Right"), Took::Done);
        assert_eq!(field.taken, ["hua-hong"], "it takes the place of the one before");
        press(&mut field, "Backspace");
        assert!(field.taken.is_empty());
        assert_eq!(press(&mut field, "q q Tab"), Took::NotMine);
    }

    #[test]
    fn several_are_taken_one_by_one_and_none_twice() {
        let mut field = field(true, false);
        press(&mut field, "z , h u a w Right");
        assert_eq!(field.taken, ["zte", "huawei"]);
        assert_eq!(field.names().collect::<Vec<_>>(), ["ZTE", "Huawei"]);
        assert_eq!(field.candidates(), [Candidate::Known(2)]);
        field.set_known(vec![Known::new("zte", "ZTE".to_owned(), &[] as &[&str])]);
        assert_eq!(field.taken, ["zte"], "what is gone is not taken");
    }

    #[test]
    fn what_is_not_known_can_be_made() {
        let mut field = field(true, true);
        assert_eq!(press(&mut field, "R e u t e r s Tab"), Took::New);
        assert_eq!(field.typed(), "Reuters");
        assert_eq!(press(&mut field, "Ctrl+u h u a Up Tab"), Took::New, "the last of the candidates");
    }

    #[test]
    fn the_best_begins_a_word_and_ties_go_to_what_was_used_last() {
        let mut field = field(false, false);
        assert_eq!(press(&mut field, "w e i Tab"), Took::NotMine, "only within a word");
        press(&mut field, "Ctrl+u h u a");
        let best = |field: &Completion| match field.candidates()[0] {
            Candidate::Known(place) => field.name(place).to_owned(),
            Candidate::New => String::new(),
        };
        let first = best(&field);
        let other = if first == "Huawei" { "hua-hong" } else { "huawei" };
        field.set_used(&["zte".to_owned(), other.to_owned()]);
        assert_ne!(best(&field), first);
    }

    #[test]
    fn what_was_taken_is_cut_only_where_the_room_ends_and_all_of_it_goes_at_once() {
        let mut several = field(true, false);
        press(&mut several, "z , h u a w ,");
        assert_eq!(several.before_typed(13, "…"), "ZTE, Huawei, ");
        assert_eq!(several.before_typed(12, "…"), "… Huawei, ");
        assert_eq!(several.before_typed(8, "…"), "… Hua…, ");
        assert_eq!(press(&mut several, "h Tab"), Took::Next);
        press(&mut several, "Ctrl+u");
        assert!(several.taken.is_empty());
        let mut one = field(false, false);
        press(&mut one, "z Tab");
        assert_eq!(one.before_typed(20, "…"), "ZTE");
    }
}
