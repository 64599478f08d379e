//! Words of the article that are nearly an alias that stands nowhere in it: with an ending, in other capitals, written as
//! one word or two, or a slip away.

use std::cmp::Reverse;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

use super::Quote;
use super::anchor::Index;
use crate::text::find::plain;
use crate::text::near::written_out;
use crate::text::scripts::is_continuation;

/// A form of a name that stands in the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct NearForm {
    /// As it stands there.
    pub(crate) text: String,
    /// How often.
    pub(crate) count: usize,
    /// Where first: bytes of the article.
    pub(crate) first: Range<usize>,
    likeness: Likeness,
}

/// How a form is like an alias, the likest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Likeness {
    /// Only typography differs.
    Typography,
    /// The same letters: other capitals, accents or hyphens.
    Letters,
    /// With or without an ending: `Nvidias`, `Banks`.
    Ending,
    /// One letter more, less or other, or two swapped.
    Slip,
    /// The beginning of a longer word: `Nvidiachips`.
    Compound,
}

/// The most aliases that are looked for.
const MOST_ALIASES: usize = 200;
/// The most forms kept for one.
const MOST_FORMS: usize = 16;
/// The most letters of an ending.
const ENDING: usize = 2;
/// The fewest letters of an alias of which a slip is recognized, and of which a compound is.
const FEWEST_SLIP: usize = 4;
const FEWEST_COMPOUND: usize = 5;
/// The most words of an alias, and bytes of a form.
const MOST_WORDS: usize = 8;
const LONGEST: usize = 120;

struct Wanted<'a> {
    alias: &'a str,
    plain: String,
    /// The same with umlauts written out.
    written_out: String,
    /// How many of them that may be.
    dotted: usize,
    words: usize,
    forms: Vec<NearForm>,
}

/// The near forms of each of these aliases, the likest first.
pub(crate) fn find(index: &Index, aliases: &[&str]) -> Vec<Vec<NearForm>> {
    let text = index.text();
    let mut wanted: Vec<Wanted<'_>> =
        aliases.iter().take(MOST_ALIASES).map(|alias| Wanted::of(alias)).collect();
    let mut by_letter: HashMap<char, Vec<usize>> = HashMap::new();
    for (number, alias) in wanted.iter().enumerate() {
        if let Some(first) = alias.plain.chars().next() {
            by_letter.entry(first).or_default().push(number);
        }
    }
    add_typographic(index, &aliases[..wanted.len()], &mut wanted);
    let tokens = tokens(text);
    for (place, token) in tokens.iter().enumerate() {
        let first = text[token.clone()].chars().next().map(String::from).map(|first| plain(&first));
        let first = first.and_then(|first| first.chars().next());
        let Some(numbers) = first.and_then(|first| by_letter.get(&first)) else { continue };
        let most = numbers.iter().map(|number| wanted[*number].words + 1).max().unwrap_or(0);
        let mut end = token.end;
        for count in 1..=most {
            if count > 1 {
                let Some(next) = tokens.get(place + count - 1) else { break };
                // Only a blank between two words makes one name of them.
                if text[end..next.start] != *" " {
                    break;
                }
                end = next.end;
            }
            if end - token.start > LONGEST {
                break;
            }
            let form = letters(&text[token.start..end]);
            for number in numbers {
                wanted[*number].compare(index, token.start..end, &form, count);
            }
        }
    }
    let mut found: Vec<Vec<NearForm>> = wanted.into_iter().map(Wanted::into_forms).collect();
    found.resize(aliases.len(), Vec::new());
    found
}

/// The forms from which names differ in typography alone.
fn add_typographic(index: &Index, aliases: &[&str], wanted: &mut [Wanted<'_>]) {
    let quotes: Vec<Quote> =
        aliases.iter().map(|alias| Quote { exact: (*alias).into(), ..Quote::default() }).collect();
    let found = index.typographic(&quotes.iter().collect::<Vec<_>>());
    for (places, wanted) in found.into_iter().zip(wanted) {
        for found in places {
            let text = index.text()[index.folded_range(&found.passage)].to_owned();
            wanted.add(text, Likeness::Typography, || found.passage);
        }
    }
}

impl<'a> Wanted<'a> {
    fn of(alias: &'a str) -> Self {
        let words = alias.split_whitespace().count();
        let plain = if words > MOST_WORDS || alias.len() > LONGEST { String::new() } else { letters(alias) };
        let written_out = if plain.is_empty() { String::new() } else { letters_written_out(alias) };
        let dotted = ["ae", "oe", "ue"].iter().map(|pair| written_out.matches(pair).count()).sum();
        Self { alias, plain, written_out, dotted, words, forms: Vec::new() }
    }

    fn compare(&mut self, index: &Index, range: Range<usize>, form: &str, count: usize) {
        let likeness = match likeness(&self.plain, form, count) {
            Some(Likeness::Slip | Likeness::Compound) | None
                if self.dotted > 0
                    && self.written_out.len().abs_diff(form.len()) <= self.dotted
                    && letters_written_out(&index.text()[range.clone()]) == self.written_out =>
            {
                Some(Likeness::Letters)
            }
            other => other,
        };
        let Some(likeness) = likeness else { return };
        // A word more may be the next one, "in" or "to", and no ending.
        if count > self.words && likeness != Likeness::Letters {
            return;
        }
        let text = &index.text()[range.clone()];
        self.add(text.to_owned(), likeness, || index.original(&range));
    }

    fn add(&mut self, text: String, likeness: Likeness, place: impl FnOnce() -> Range<usize>) {
        match self.forms.iter().position(|known| known.text == text) {
            // What was found in one way is found in others again.
            Some(known) if self.forms[known].likeness != likeness => {}
            Some(known) => self.forms[known].count += 1,
            None if self.forms.len() < MOST_FORMS => {
                self.forms.push(NearForm { text, count: 1, first: place(), likeness });
            }
            None => {}
        }
    }

    fn into_forms(mut self) -> Vec<NearForm> {
        let alias = self.alias;
        let same =
            |form: &str| alias.chars().zip(form.chars()).take_while(|(one, other)| one == other).count();
        self.forms.sort_by_key(|form| {
            (form.likeness, Reverse(same(&form.text)), Reverse(form.count), form.first.start)
        });
        self.forms
    }
}

/// The letters and digits of a name, small and without accents.
fn letters(name: &str) -> String {
    plain(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The same with umlauts written out: "Luehrs" and "Lührs".
fn letters_written_out(name: &str) -> String {
    letters(&written_out(&name.to_lowercase()))
}

fn likeness(alias: &str, form: &str, words: usize) -> Option<Likeness> {
    let length = alias.chars().count();
    let digits = |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_numeric()).collect() };
    let ending = |longer: &str, shorter: &str| {
        let rest = longer.strip_prefix(shorter)?;
        (rest.chars().count() <= ENDING && rest.chars().all(char::is_alphabetic)).then_some(())
    };
    if alias.is_empty() || form.is_empty() {
        None
    } else if alias == form {
        Some(Likeness::Letters)
    } else if length > ENDING && ending(form, alias).is_some()
        || form.chars().count() > ENDING && ending(alias, form).is_some()
    {
        Some(Likeness::Ending)
    } else if length >= FEWEST_SLIP
        && form.chars().count().abs_diff(length) <= 1
        && digits(alias) == digits(form)
        && strsim::osa_distance(alias, form) == 1
    {
        Some(Likeness::Slip)
    } else if length >= FEWEST_COMPOUND
        && words == 1
        && form.starts_with(alias)
        && digits(alias) == digits(form)
    {
        Some(Likeness::Compound)
    } else {
        None
    }
}

/// The words of a text, hyphens and apostrophes inside of them included.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let is_letter = |c: char| c.is_alphanumeric() || is_continuation(c);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_letter(*c)) {
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if is_inside(&text[last.end..at]) => last.end = end,
            _ => found.push(at..end),
        }
    }
    found
}

/// Whether what stands between two letters parts no words: nothing, or a hyphen or an apostrophe.
fn is_inside(between: &str) -> bool {
    let mut chars = between.chars();
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some(c), None) => matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(text: &str, alias: &str) -> Vec<(String, usize)> {
        let index = Index::whole(text);
        find(&index, &[alias]).remove(0).into_iter().map(|form| (form.text, form.count)).collect()
    }

    fn forms(text: &str, alias: &str) -> Vec<String> {
        near(text, alias).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn endings_capitals_and_slips_are_near() {
        let text = "Nvidias Chips, NVIDIA, Nvidias Erfolg, nvdia und Nvidiachips.";
        assert_eq!(
            near(text, "Nvidia"),
            [("NVIDIA", 1), ("Nvidias", 2), ("nvdia", 1), ("Nvidiachips", 1)]
                .map(|(form, count)| (form.to_owned(), count))
        );
    }

    #[test]
    fn blanks_and_hyphens_are_near_each_other() {
        assert_eq!(forms("Die Nvidia-Prozessoren", "Nvidia Prozessor"), ["Nvidia-Prozessoren"]);
        assert_eq!(forms("Die Byte Dance AG", "ByteDance"), ["Byte Dance"]);
        assert_eq!(forms("Das Weisse Haus sagt", "Weißes Haus"), ["Weisse Haus"]);
        assert_eq!(forms("Zurich und Bern", "Zürich"), ["Zurich"]);
        assert_eq!(forms("Frau Lührs und Herr Müller", "Luehrs"), ["Lührs"]);
        assert_eq!(forms("Frau Börke-Lührs sagt", "Boerke-Luehrs"), ["Börke-Lührs"]);
        assert_eq!(forms("Frau Luehrs-Mueller sagt", "Lührs-Müller"), ["Luehrs-Mueller"]);
        assert_eq!(forms("Die Banken fielen", "Bank"), ["Banken"]);
    }

    #[test]
    fn other_names_are_not() {
        assert_eq!(forms("Der H200 und der H20s", "H20"), ["H20s"]);
        assert_eq!(forms("Die Alibaba AG", "Ali"), [""; 0]);
        assert_eq!(forms("Alles steht hier", "Nvidia"), [""; 0]);
        assert_eq!(forms("Byte. Dance", "ByteDance"), [""; 0]);
        assert_eq!(forms("Die Brücke in May, die Brücke es", "Brück"), ["Brücke"]);
        assert_eq!(forms("egal", ""), [""; 0]);
    }
}
