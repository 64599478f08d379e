//! What comes of the entries of a file in a dossier: new sources, those that are there already, and what is left out.

use std::collections::{HashMap, HashSet};

use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::{Change, NewTable, Step, TableKind, Value};

use super::entry::{Entry, LeftOut, Reference, Slip};
use super::ids::EntryIds;
use super::lines::Position;
use super::same::{Known, Marks, Place};

/// New sources, as a change of the dossier, and what has become of each entry.
#[derive(Clone, Debug)]
pub struct Addition {
    /// Adds the new ones; without a step if there are none.
    pub change: Change,
    /// The entries, in their order.
    pub entries: Vec<Handled>,
}

/// An entry, and what has become of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handled {
    /// Which it is in its file, from 1.
    pub number: usize,
    /// Where it begins.
    pub at: Position,
    /// What it is called there.
    pub name: String,
    /// What has become of it.
    pub outcome: Outcome,
    /// What was not taken over, or not as it stands there.
    pub slips: Vec<Slip>,
}

/// What has become of an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It is a new source.
    Added {
        /// Its id.
        id: Id,
        /// Outlet and title, as people know it.
        called: String,
    },
    /// The dossier has it.
    There(Id),
    /// An earlier entry is the same.
    Again {
        /// The number of that.
        number: usize,
        /// The source that it is.
        id: Id,
    },
    /// It is not taken over.
    LeftOut(LeftOut),
}

impl Outcome {
    fn of_known(place: Place) -> Self {
        match place {
            Place { id, entry: None } => Self::There(id),
            Place { id, entry: Some(number) } => Self::Again { number, id },
        }
    }
}

/// The sources that a dossier does not have yet.
pub fn add(dossier: &Dossier, entries: &[Entry]) -> Addition {
    let mut known = Known::of(&dossier.sources);
    let mut ids = EntryIds::of(dossier);
    // Which source an entry is, by its name in the file.
    let mut by_name: HashMap<&str, Id> = HashMap::new();
    let mut added: Vec<(Id, &Reference)> = Vec::new();
    let mut handled = Vec::with_capacity(entries.len());
    for entry in entries {
        let outcome = match &entry.read {
            Err(why) => {
                let there = match why {
                    LeftOut::NoOutlet(_, said) => known.find(&Marks::of_reference(said, &entry.name)),
                    _ => None,
                };
                there.cloned().map_or_else(|| Outcome::LeftOut(why.clone()), Outcome::of_known)
            }
            Ok(reference) => {
                let marks = Marks::of_reference(reference, &entry.name);
                let there = known.find(&marks).cloned();
                let id =
                    there.as_ref().map_or_else(|| ids.next(&entry.name, reference), |there| there.id.clone());
                by_name.entry(&entry.name).or_insert_with(|| id.clone());
                if let Some(place) = there {
                    Outcome::of_known(place)
                } else {
                    known.enter(marks, &Place { id: id.clone(), entry: Some(entry.number) });
                    added.push((id.clone(), reference));
                    Outcome::Added { id, called: called(reference) }
                }
            }
        };
        let Entry { number, at, name, slips, .. } = entry.clone();
        handled.push(Handled { number, at, name, outcome, slips });
    }
    let result = added.first().map(|(id, _)| Ref::new(Kind::Source, id));
    let steps =
        added.into_iter().map(|(id, reference)| Step::Table(table(&id, reference, &by_name))).collect();
    Addition { change: Change { steps, result, ..Change::default() }, entries: handled }
}

/// A publication as people know it.
fn called(reference: &Reference) -> String {
    match &reference.title {
        Some(title) => format!("{}: {title}", reference.outlet),
        None => reference.outlet.clone(),
    }
}

fn table(id: &Id, reference: &Reference, by_name: &HashMap<&str, Id>) -> NewTable {
    let Reference { kind, outlet, title, issued, url, archived, accessed, repeats, quote, doi: _ } =
        reference;
    let texts = [
        ("id", Some(id.as_str())),
        ("type", Some(kind)),
        ("outlet", Some(outlet)),
        ("title", title.as_deref()),
        ("issued", issued.as_deref()),
        ("url", url.as_deref()),
        ("archived", archived.as_deref()),
        ("accessed", accessed.as_deref()),
        ("quote", quote.as_deref()),
    ];
    let text = |(key, text): (&str, Option<&str>)| Some((key.to_owned(), Value::Text(text?.to_owned())));
    let mut keys: Vec<(String, Value)> = texts.into_iter().filter_map(text).collect();
    let mut given: HashSet<&Id> = HashSet::from([id]);
    let repeated = repeats.iter().filter_map(|name| by_name.get(name.as_str()));
    let repeated: Vec<Value> = repeated
        .filter(|other| given.insert(other))
        .map(|other| Value::Text(other.as_str().to_owned()))
        .collect();
    if !repeated.is_empty() {
        keys.push(("repeats".to_owned(), Value::List(repeated)));
    }
    NewTable { kind: TableKind::Source, keys }
}
