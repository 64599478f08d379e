//! Quotations typed on a keyboard without umlauts, "Luehrs" for "Lührs": located where they stand with them, or the other way
//! round. They differ in letters, so what is found is near and never evidence.

use std::ops::Range;

use memchr::memmem;

use super::{Index, Quote, fold};
use crate::text::near::out_of;
use crate::text::word_boundary::is_between_words;

/// The most quotations that are looked for.
const QUOTATIONS: usize = 200;

impl Index {
    /// For each of these quotations, none of which stands, the bytes of the article of the one place where it does but for
    /// letters written out.
    pub(crate) fn written_out(&self, lost: &[&Quote]) -> Vec<Option<Range<usize>>> {
        let mut found = vec![None; lost.len()];
        let wanted = |quote: &Quote| Wanted::of(quote).filter(|wanted| wanted.has_letters);
        let wanted = lost.iter().map(|quote| wanted(quote)).enumerate().take(QUOTATIONS);
        let mut text: Option<WrittenOut> = None;
        for (number, wanted) in wanted {
            let Some(wanted) = wanted else { continue };
            let text = text.get_or_insert_with(|| WrittenOut::of(&self.text));
            let places = memmem::find_iter(text.text.as_bytes(), wanted.whole.as_bytes());
            let places =
                places.map(|at| text.from(at + wanted.exact.start)..text.from(at + wanted.exact.end));
            let is_whole = |place: &Range<usize>| {
                [place.start, place.end].iter().all(|at| is_between_words(&self.text, *at))
            };
            let mut places = places.filter(is_whole);
            if let (Some(place), None) = (places.next(), places.next()) {
                found[number] = Some(self.original(&place));
            }
        }
        found
    }
}

/// A quotation with its context, written out.
struct Wanted {
    whole: String,
    /// The bytes of it that are the quotation.
    exact: Range<usize>,
    /// Whether there are letters that may be written for others.
    has_letters: bool,
}

impl Wanted {
    fn of(quote: &Quote) -> Option<Self> {
        let [prefix, exact, suffix] =
            [&quote.prefix, &quote.exact, &quote.suffix].map(|part| WrittenOut::of(&fold(part)).text);
        let exact = if prefix.is_empty() && suffix.is_empty() { exact.trim() } else { &exact };
        let has_letters =
            ["ae", "oe", "ue", "ss"].iter().any(|letters| exact.to_lowercase().contains(letters));
        let range = prefix.len()..prefix.len() + exact.len();
        (!exact.trim().is_empty()).then(|| Self {
            whole: format!("{prefix}{exact}{suffix}"),
            exact: range,
            has_letters,
        })
    }
}

/// A text with its umlauts written out.
struct WrittenOut {
    text: String,
    /// Where it and the text before are no longer in step: after each letter that was written out, the bytes of both.
    steps: Vec<(usize, usize)>,
}

impl WrittenOut {
    fn of(text: &str) -> Self {
        let mut out = Self { text: String::with_capacity(text.len()), steps: Vec::new() };
        for (at, c) in text.char_indices() {
            let small = c.to_lowercase().next().unwrap_or(c);
            let Some(letters) = out_of(small) else {
                out.text.push(c);
                continue;
            };
            let mut letters = letters.chars();
            if c != small {
                out.text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            }
            out.text.extend(letters);
            out.steps.push((out.text.len(), at + c.len_utf8()));
        }
        out
    }

    /// The byte of the text before for this byte; that after a letter which it lies within.
    fn from(&self, at: usize) -> usize {
        match self.steps.partition_point(|(out, _)| *out <= at).checked_sub(1) {
            None => self.before_first(at),
            Some(last) => {
                let (out, from) = self.steps[last];
                let next = self.steps.get(last + 1).map(|(_, next)| *next);
                next.map_or(from + at - out, |next| (from + at - out).min(next))
            }
        }
    }

    fn before_first(&self, at: usize) -> usize {
        self.steps.first().map_or(at, |(_, next)| at.min(*next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, exact: &str) -> Option<&'t str> {
        let quote = Quote { exact: exact.into(), ..Quote::default() };
        Index::whole(text).written_out(&[&quote]).remove(0).map(|place| &text[place])
    }

    #[test]
    fn letters_written_out_are_found_and_those_that_are_not() {
        let text = "Die Fähre fährt. Bürgermeisterin Lührs kündigte Öl und Strasse an. Größe.";
        assert_eq!(found(text, "Buergermeisterin Luehrs kuendigte"), Some("Bürgermeisterin Lührs kündigte"));
        assert_eq!(found(text, "Oel und Straße an"), Some("Öl und Strasse an"));
        assert_eq!(found(text, "Die Faehre"), Some("Die Fähre"));
        assert_eq!(found(text, "Groesse"), Some("Größe"));
        assert_eq!(found(text, "Luehr"), None, "a part of a word");
        assert_eq!(found("Fähre, Fähre", "Faehre"), None, "either may be meant");
        assert_eq!(found(text, "kuendigt an"), None);
    }
}
