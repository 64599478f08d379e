//! The fields of an entry that say something that a source of a dossier has.

use std::collections::BTreeMap;

use biblatex::{Bibliography, Field, RawBibliography, RawChunk, RawEntry, Spanned};

use super::blocks::Block;
use super::faults::broken;
use super::strings::Strings;
use super::tex::plain;
use crate::references::entry::Slip;
use crate::references::lines::{Lines, Position};

/// The fields that are read. The rest may be as long and as broken as it likes.
const WANTED: [&str; 27] = [
    "booktitle",
    "crossref",
    "date",
    "day",
    "doi",
    "entrysubtype",
    "eprint",
    "eprinttype",
    "archiveprefix",
    "howpublished",
    "institution",
    "journal",
    "journaltitle",
    "maintitle",
    "month",
    "note",
    "organization",
    "publisher",
    "school",
    "subtitle",
    "title",
    "titleaddon",
    "type",
    "url",
    "urldate",
    "xdata",
    "year",
];

/// The fields whose text is an address or the like, in which TeX has no say.
const VERBATIM: [&str; 3] = ["url", "doi", "eprint"];

/// How long a field may be, in bytes.
const LONGEST: usize = 16 << 10;
/// How many brackets a field may have, and how deep they may stand in each other: each is gone through on its own.
const MOST_BRACKETS: usize = 400;
const DEEPEST: usize = 40;

/// An entry as it is written, with strings put in.
pub(super) struct RawFields<'t> {
    /// What it is called.
    pub(super) key: &'t str,
    kind: String,
    fields: Vec<RawField<'t>>,
}

/// A field: its name, where it stands in its block, and its text or why it has none.
type RawField<'t> = (String, usize, Result<Field<'t>, String>);

/// An entry's fields as people read them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fields {
    /// What it is called.
    pub(super) key: String,
    /// What it is, in small letters: `article`.
    pub(super) kind: String,
    /// By their names in small letters.
    pub(super) all: BTreeMap<String, String>,
}

impl Fields {
    /// A field; none where it is empty.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.all.get(key).map(String::as_str)
    }

    /// The first of these that is there.
    pub(super) fn first(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.get(key))
    }
}

impl<'t> RawFields<'t> {
    /// Reads a block.
    ///
    /// # Errors
    ///
    /// Fails with the place in the block and the reason if it is broken.
    pub(super) fn read(block: &Block<'t>, strings: &Strings<'t>) -> Result<Self, (usize, String)> {
        let read = RawBibliography::parse(block.text).map_err(|error| broken(&error, block.text))?;
        let entry: Option<Spanned<RawEntry<'t>>> = read.entries.into_iter().next();
        let RawEntry { key, kind, fields } = entry.ok_or_else(|| (0, "it has no fields".to_owned()))?.v;
        let wanted = fields.into_iter().filter_map(|pair| {
            let name = pair.key.v.to_ascii_lowercase();
            let is_wanted = WANTED.contains(&&*name);
            is_wanted.then(|| (name, pair.key.span.start, strings.resolve(&pair.value.v).and_then(fit)))
        });
        Ok(Self { key: key.v, kind: kind.v.to_ascii_lowercase(), fields: wanted.collect() })
    }

    /// The fields as people read them. `at` is where the block begins.
    pub(super) fn resolve(self, at: Position, block: &Block<'_>, slips: &mut Vec<Slip>) -> Fields {
        let mut lines = Lines::new(block.text);
        let mut all = BTreeMap::new();
        for (name, offset, field) in self.fields {
            match field.and_then(|field| text(&name, &field)) {
                // Of a field that stands twice the last one counts, as in BibTeX.
                Ok(text) if !text.trim().is_empty() => {
                    all.insert(name, text);
                }
                Ok(_) => {}
                Err(why) => {
                    let place = lines.position(offset).after(at);
                    slips.push(Slip::FieldUnreadable { key: name, at: place, why });
                }
            }
        }
        Fields { key: self.key.to_owned(), kind: self.kind, all }
    }
}

/// A field that is no longer and no deeper than one that somebody wrote.
fn fit(field: Field<'_>) -> Result<Field<'_>, String> {
    let (mut length, mut brackets, mut depth, mut deepest) = (0, 0, 0_usize, 0);
    for piece in &field {
        let RawChunk::Normal(text) = piece.v else { continue };
        length += text.len();
        for byte in text.bytes().take(LONGEST + 1) {
            match byte {
                b'{' => {
                    (brackets, depth) = (brackets + 1, depth + 1);
                    deepest = deepest.max(depth);
                }
                b'}' => depth = depth.saturating_sub(1),
                b'$' => brackets += 1,
                _ => {}
            }
        }
    }
    if length > LONGEST {
        return Err("it is too long".to_owned());
    }
    if brackets > MOST_BRACKETS || deepest > DEEPEST {
        return Err("it has too many brackets".to_owned());
    }
    Ok(field)
}

/// The text of a field, its TeX marks resolved.
fn text(name: &str, field: &Field<'_>) -> Result<String, String> {
    let dotted: Vec<Option<String>> = field
        .iter()
        .map(|chunk| match chunk.v {
            RawChunk::Normal(text) => with_dots(text),
            RawChunk::Abbreviation(_) => None,
        })
        .collect();
    let chunks = field.iter().zip(&dotted).map(|(chunk, dotted)| match dotted {
        Some(text) => Spanned::new(RawChunk::Normal(text), chunk.span.clone()),
        None => chunk.clone(),
    });
    let field: Field<'_> = chunks.collect();
    // One entry with this field alone: nothing in it refers to another.
    let (key, kind) = (Spanned::new("x", 0..0), Spanned::new("misc", 0..0));
    let name_only = Spanned::new(name_for_parser(name), 0..0);
    let pair = biblatex::Pair::new(name_only, Spanned::new(field.clone(), 0..0));
    let entry = Spanned::new(RawEntry { key, kind, fields: vec![pair] }, 0..0);
    let raw = RawBibliography { preamble: String::new(), entries: vec![entry], abbreviations: Vec::new() };
    let read = Bibliography::from_raw(raw).map_err(|error| error.kind.to_string())?;
    let entry = read.iter().next();
    let chunks = entry.and_then(|entry| entry.get(name_for_parser(name)));
    let text = chunks.map(biblatex::ChunksExt::format_verbatim).unwrap_or_default();
    // The sign for "about" is not a blank of TeX here.
    let is_date = matches!(name, "date" | "urldate");
    let is_about =
        is_date && field.iter().any(|chunk| matches!(&chunk.v, RawChunk::Normal(text) if text.contains('~')));
    if is_about {
        let written = field.iter().filter_map(|chunk| match &chunk.v {
            RawChunk::Normal(text) => Some(*text),
            RawChunk::Abbreviation(_) => None,
        });
        return Ok(written.collect::<String>().replace(['{', '}'], "").trim().to_owned());
    }
    Ok(if VERBATIM.contains(&name) { without_escapes(&text) } else { plain(&text) })
}

/// A text with `i` and `j` where an accent takes the place of their dots, which TeX wants and the parser does not know; none that has
/// no such letters.
fn with_dots(text: &str) -> Option<String> {
    const ACCENTS: [char; 7] = ['\'', '`', '^', '"', '~', '=', '.'];
    let mut dotted = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices('\\') {
        let Some(letter) = text[at + 1..].chars().next().filter(|letter| matches!(letter, 'i' | 'j')) else {
            continue;
        };
        let behind = &text[at + 2..];
        let is_accented = text[..at].strip_suffix(ACCENTS).is_some_and(|before| before.ends_with('\\'));
        if is_accented && !behind.starts_with(|c: char| c.is_ascii_alphabetic()) {
            dotted.push_str(&text[from..at]);
            dotted.extend(['{', letter, '}']);
            // The blank behind a command only ends it.
            from = at + 2 + usize::from(behind.starts_with(' '));
        }
    }
    (from > 0).then(|| dotted + &text[from..])
}

/// An address without the backslashes that BibTeX wants before some signs, and many programs write. None has any of its own.
fn without_escapes(address: &str) -> String {
    let mut signs = address.chars().peekable();
    let mut plain = String::with_capacity(address.len());
    while let Some(sign) = signs.next() {
        if sign != '\\' || !signs.peek().is_some_and(|next| "_%&#~$".contains(*next)) {
            plain.push(sign);
        }
    }
    plain
}

/// The name under which the parser reads a field. Of some it follows to other entries, which are looked up here.
fn name_for_parser(name: &str) -> &'static str {
    VERBATIM.into_iter().find(|verbatim| *verbatim == name).unwrap_or("title")
}
