//! What an entry inherits: from the book or the volume that it stands in (`crossref`), and from data that several share (`xdata`).

use std::collections::HashMap;

use super::fields::Fields;
use crate::references::entry::Slip;

/// The type of what is there only to be inherited from.
pub(super) const DATA: &str = "xdata";

/// What comes from the volume that an entry stands in, besides its title.
const INHERITED: [&str; 8] =
    ["publisher", "organization", "institution", "date", "year", "month", "journaltitle", "journal"];

/// The entries of a file by what they are called.
pub(super) struct Parents<'f>(HashMap<&'f str, &'f Fields>);

impl<'f> Parents<'f> {
    pub(super) fn of(all: &'f [Option<Fields>]) -> Self {
        let mut parents = HashMap::new();
        for fields in all.iter().flatten() {
            parents.entry(&*fields.key).or_insert(fields);
        }
        Self(parents)
    }

    /// The entry with what it inherits, over one step: nobody stands in a volume that stands in a volume.
    pub(super) fn inherited(&self, own: &Fields, slips: &mut Vec<Slip>) -> Fields {
        let mut whole = own.clone();
        let shared = own.get("xdata").into_iter().flat_map(|names| names.split(','));
        for name in shared.map(str::trim).filter(|name| !name.is_empty()) {
            match self.0.get(name) {
                Some(data) => data.all.iter().for_each(|(key, text)| put(&mut whole, key, text)),
                None => slips.push(Slip::ParentMissing(name.to_owned())),
            }
        }
        if let Some(name) = own.get("crossref").map(str::trim) {
            match self.0.get(name) {
                Some(volume) => in_volume(&mut whole, volume),
                None => slips.push(Slip::ParentMissing(name.to_owned())),
            }
        }
        whole
    }
}

fn in_volume(whole: &mut Fields, volume: &Fields) {
    // A date comes as a whole.
    let has_date = whole.get("date").is_some() || whole.get("year").is_some();
    let is_date = |key: &str| matches!(key, "date" | "year" | "month");
    for key in INHERITED.into_iter().filter(|key| !(has_date && is_date(key))) {
        if let Some(text) = volume.get(key) {
            put(whole, key, text);
        }
    }
    if let Some(title) = volume.get("title") {
        put(whole, if volume.kind == "periodical" { "journaltitle" } else { "booktitle" }, title);
    }
}

/// Puts in a field that is not there.
fn put(whole: &mut Fields, key: &str, text: &str) {
    whole.all.entry(key.to_owned()).or_insert_with(|| text.to_owned());
}
