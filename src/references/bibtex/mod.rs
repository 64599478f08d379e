//! BibTeX and BibLaTeX. The `biblatex` crate reads an entry and resolves its TeX marks; it is given one entry at a time, with the
//! fields that are needed, so that a broken one takes nothing else with it.

mod blocks;
mod braced;
mod dates;
mod faults;
mod fields;
mod parents;
mod reference;
mod strings;
mod tex;

use self::blocks::{Block, BlockKind, blocks};
use self::fields::{Fields, RawFields};
use self::parents::Parents;
use self::strings::Strings;
use super::entry::{Entry, LeftOut, Slip};
use super::lines::Lines;

/// Whether a text has entries, or what belongs to them.
pub(super) fn has_entries(text: &str) -> bool {
    blocks(text).next().is_some()
}

/// An entry before others are known that it inherits from.
struct Read<'t> {
    block: Block<'t>,
    fields: Result<RawFields<'t>, (usize, String)>,
}

/// The entries of a file. Each that is broken is one, too, and so is a broken string.
pub(super) fn read(text: &str) -> Vec<Entry> {
    let text = &*braced::braced(text);
    let mut strings = Strings::new();
    let mut all: Vec<Read<'_>> = Vec::new();
    for block in blocks(text) {
        match block.kind {
            BlockKind::Ignored => {}
            BlockKind::String => {
                if let Err(why) = strings.define(block.text) {
                    all.push(Read { block, fields: Err(why) });
                }
            }
            // A string counts from where it is defined.
            BlockKind::Entry => {
                let fields = RawFields::read(&block, &strings);
                all.push(Read { block, fields });
            }
        }
    }
    let mut lines = Lines::new(text);
    let mut slips: Vec<Vec<Slip>> = Vec::new();
    let mut fields: Vec<Option<Fields>> = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for (number, Read { block, fields: raw }) in all.into_iter().enumerate() {
        let at = lines.position(block.start);
        let (name, read) = match &raw {
            Ok(raw) => (raw.key.to_owned(), None),
            Err((offset, why)) => {
                let place = Lines::new(block.text).position(*offset).after(at);
                let broken = LeftOut::Broken { at: place, why: why.clone() };
                (named(&block), Some(broken))
            }
        };
        let mut own = Vec::new();
        fields.push(raw.ok().map(|raw| raw.resolve(at, &block, &mut own)));
        slips.push(own);
        let read = read.map_or_else(|| Ok(super::entry::Reference::default()), Err);
        entries.push(Entry { number: number + 1, at, name, read, slips: Vec::new() });
    }
    let parents = Parents::of(&fields);
    for ((entry, own), mut slips) in entries.iter_mut().zip(&fields).zip(slips) {
        if let Some(own) = own {
            let whole = parents.inherited(own, &mut slips);
            entry.read = reference::of(&whole, &mut slips);
        }
        entry.slips = slips;
    }
    // What only others inherit from is no publication.
    let is_data =
        |fields: &Option<Fields>| fields.as_ref().is_some_and(|fields| fields.kind == parents::DATA);
    let mut is_kept = fields.iter().map(|fields| !is_data(fields));
    entries.retain(|_| is_kept.next().unwrap_or(true));
    entries
}

/// What a broken block is called.
fn named(block: &Block<'_>) -> String {
    let key = blocks::key(block.text);
    if block.kind == BlockKind::String { format!("@string {key}") } else { key.to_owned() }
}

#[cfg(test)]
mod tests;
