//! `@string`: names for texts. Each may use those before it, and none itself.

use std::collections::HashMap;

use biblatex::{Field, RawBibliography, RawChunk, Spanned};

use super::faults::broken;

/// The strings that are defined so far, by their names in small letters.
pub(super) struct Strings<'t> {
    known: HashMap<String, Field<'t>>,
}

/// The most pieces of a string. What doubles itself again and again has more.
const MOST_PIECES: usize = 64;

/// The names of months, which every style of BibTeX defines.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl<'t> Strings<'t> {
    pub(super) fn new() -> Self {
        Self { known: HashMap::new() }
    }

    /// Takes in what a block defines.
    ///
    /// # Errors
    ///
    /// Fails with the place in the block and the reason if it is broken; then it defines nothing, and who uses it says so.
    pub(super) fn define(&mut self, block: &'t str) -> Result<(), (usize, String)> {
        let read = RawBibliography::parse(block).map_err(|error| broken(&error, block))?;
        for pair in read.abbreviations {
            if let Ok(text) = self.resolve(&pair.value.v) {
                self.known.insert(pair.key.v.to_lowercase(), text);
            }
        }
        Ok(())
    }

    /// A field without names of strings.
    ///
    /// # Errors
    ///
    /// Fails with the name that is not defined, or with what is too long.
    pub(super) fn resolve(&self, field: &Field<'t>) -> Result<Field<'t>, String> {
        let mut resolved: Field<'t> = Vec::with_capacity(field.len());
        for piece in field {
            match piece.v {
                RawChunk::Normal(_) => resolved.push(piece.clone()),
                RawChunk::Abbreviation(name) => {
                    let small = name.to_lowercase();
                    let own = self.known.get(&small).cloned();
                    let month = || {
                        let month = MONTHS.into_iter().find(|month| *month == small)?;
                        Some(vec![Spanned::new(RawChunk::Normal(month), piece.span.clone())])
                    };
                    let text = own.or_else(month);
                    let mut text = text.ok_or_else(|| format!("no @string is called {name:?}"))?;
                    // Where it stands is where it is used.
                    for part in &mut text {
                        part.span = piece.span.clone();
                    }
                    resolved.extend(text);
                }
            }
            if resolved.len() > MOST_PIECES {
                return Err(format!("it is put together of more than {MOST_PIECES} pieces"));
            }
        }
        Ok(resolved)
    }
}
