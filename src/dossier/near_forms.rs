//! Words of the article that are nearly an alias that stands nowhere in it: with an ending, in other capitals, written as
//! one word or two, or a slip away.

use std::cmp::Reverse;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

use super::Quote;
use super::anchor::Index;
use crate::text::find::plain;
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
/// The most comparisons of a form with an alias. In an article of forty thousand words that is enough for those above, if
/// they are of one word; in a longer one fewer are looked for, each of them in all of it: what is counted must not depend on
/// where the search ended.
const MOST_COMPARISONS: usize = 1 << 24;
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
    /// The characters of that.
    length: usize,
    words: usize,
    forms: Vec<NearForm>,
}

/// The near forms of each of these aliases, the likest first.
pub(crate) fn find(index: &Index, aliases: &[&str]) -> Vec<Vec<NearForm>> {
    counted(index, aliases).0
}

/// The same, and how many comparisons that took.
fn counted(index: &Index, aliases: &[&str]) -> (Vec<Vec<NearForm>>, usize) {
    // Every dossier is read with this, and nearly none has such aliases.
    if aliases.is_empty() {
        return (Vec::new(), 0);
    }
    let text = index.text();
    let words = Words::of(text);
    let mut left = MOST_COMPARISONS;
    let affordable = aliases.iter().take(MOST_ALIASES).map(|alias| Wanted::of(alias)).take_while(|alias| {
        let cost = words.places.len() * (alias.words + 1);
        left.checked_sub(cost).map(|rest| left = rest).is_some()
    });
    let mut wanted: Vec<Wanted<'_>> = affordable.collect();
    let mut by_letter: HashMap<char, Vec<usize>> = HashMap::new();
    for (number, alias) in wanted.iter().enumerate() {
        if let Some(first) = alias.plain.chars().next() {
            by_letter.entry(first).or_default().push(number);
        }
    }
    add_typographic(index, &aliases[..wanted.len()], &mut wanted);
    let mut comparisons = 0;
    for (place, token) in words.places.iter().enumerate() {
        let first = words.letters[words.plain[place].clone()].chars().next();
        let Some(numbers) = first.and_then(|first| by_letter.get(&first)) else { continue };
        let most = numbers.iter().map(|number| wanted[*number].words + 1).max().unwrap_or(0);
        let (mut end, mut length) = (token.end, 0);
        for count in 1..=most {
            let last = place + count - 1;
            if count > 1 {
                let Some(next) = words.places.get(last) else { break };
                // Only a blank between two words makes one name of them.
                if text[end..next.start] != *" " {
                    break;
                }
                end = next.end;
            }
            if end - token.start > LONGEST {
                break;
            }
            length += words.letters[words.plain[last].clone()].chars().count();
            let all = &words.letters[words.plain[place].start..words.plain[last].end];
            let whole = Form { range: token.start..end, plain: all, length, words: count };
            // `Apple’s` is the name `Apple` with an ending, unless the alias is written with one itself.
            let stem = match genitive(&text[words.places[last].clone()]) {
                Some(ending) if all.ends_with('s') => Form {
                    range: token.start..end - ending,
                    plain: &all[..all.len() - 1],
                    length: length - 1,
                    words: count,
                },
                _ => whole.clone(),
            };
            for number in numbers {
                let alias = &mut wanted[*number];
                if count > alias.words + 1 {
                    continue;
                }
                comparisons += 1;
                alias.compare(index, if genitive(alias.alias).is_some() { &whole } else { &stem });
            }
        }
    }
    let mut found: Vec<Vec<NearForm>> = wanted.into_iter().map(Wanted::into_forms).collect();
    found.resize(aliases.len(), Vec::new());
    (found, comparisons)
}

/// The words of a text, and their letters one after the other: those of neighbours are the letters of both.
struct Words {
    places: Vec<Range<usize>>,
    letters: String,
    /// Where in the letters those of each word are.
    plain: Vec<Range<usize>>,
}

impl Words {
    fn of(text: &str) -> Self {
        let places = tokens(text);
        let (mut all, mut ranges) = (String::with_capacity(text.len()), Vec::with_capacity(places.len()));
        for place in &places {
            let start = all.len();
            // A longer one is part of no form.
            if place.len() <= LONGEST {
                all.push_str(&letters(&text[place.clone()]));
            }
            ranges.push(start..all.len());
        }
        Self { places, letters: all, plain: ranges }
    }
}

/// Some words of the article that stand side by side.
#[derive(Clone)]
struct Form<'t> {
    /// Bytes of the folded text.
    range: Range<usize>,
    /// Their letters.
    plain: &'t str,
    /// The characters of those.
    length: usize,
    words: usize,
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
        let length = plain.chars().count();
        Self { alias, plain, length, words, forms: Vec::new() }
    }

    fn compare(&mut self, index: &Index, form: &Form<'_>) {
        let Some(likeness) = self.likeness(form) else { return };
        // A word more may be the next one, "in" or "to", and no ending.
        if form.words > self.words && likeness != Likeness::Letters {
            return;
        }
        let text = &index.text()[form.range.clone()];
        self.add(text.to_owned(), likeness, || index.original(&form.range));
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

    fn likeness(&self, form: &Form<'_>) -> Option<Likeness> {
        let (alias, letters) = (&*self.plain, form.plain);
        // Whichever is longer has to begin with the other, or be as long but for one letter.
        let may_slip = self.length >= FEWEST_SLIP && self.length.abs_diff(form.length) <= 1;
        if alias.is_empty() || letters.is_empty() {
            None
        } else if alias == letters {
            Some(Likeness::Letters)
        } else if self.length > ENDING && is_ending(letters, alias)
            || form.length > ENDING && is_ending(alias, letters)
        {
            Some(Likeness::Ending)
        } else if may_slip && is_slip(alias, letters) && has_same_digits(alias, letters) {
            Some(Likeness::Slip)
        } else if self.length >= FEWEST_COMPOUND
            && form.words == 1
            && letters.starts_with(alias)
            && has_same_digits(alias, letters)
        {
            Some(Likeness::Compound)
        } else {
            None
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

/// The bytes of the ending that is written after an apostrophe; none where there is none.
fn genitive(word: &str) -> Option<usize> {
    let stem = word.strip_suffix(['s', 'S'])?.strip_suffix(['\'', '’'])?;
    Some(word.len() - stem.len()).filter(|_| !stem.is_empty())
}

/// Whether a word is another with an ending.
fn is_ending(longer: &str, shorter: &str) -> bool {
    let rest = longer.strip_prefix(shorter);
    rest.is_some_and(|rest| rest.chars().count() <= ENDING && rest.chars().all(char::is_alphabetic))
}

fn has_same_digits(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).collect::<String>();
    digits(one) == digits(other)
}

/// Whether two texts differ in one letter more, less or other, or in two that are swapped.
fn is_slip(one: &str, other: &str) -> bool {
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let start: usize = alike.map(|(c, _)| c.len_utf8()).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let alike = one.chars().rev().zip(other.chars().rev()).take_while(|(one, other)| one == other);
    let end: usize = alike.map(|(c, _)| c.len_utf8()).sum();
    let (mut one, mut other) = (one[..one.len() - end].chars(), other[..other.len() - end].chars());
    match ([one.next(), one.next(), one.next()], [other.next(), other.next(), other.next()]) {
        ([a, None, _], [b, None, _]) => a.is_some() || b.is_some(),
        ([Some(a), Some(b), None], [Some(c), Some(d), None]) => (a, b) == (d, c),
        _ => false,
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
    use proptest::prelude::*;

    fn near(text: &str, alias: &str) -> Vec<(String, usize)> {
        let index = Index::whole(text);
        find(&index, &[alias]).remove(0).into_iter().map(|form| (form.text, form.count)).collect()
    }

    fn forms(text: &str, alias: &str) -> Vec<String> {
        near(text, alias).into_iter().map(|(text, _)| text).collect()
    }

    /// A long article and more aliases than are looked for, each like most of its words: lengths are compared
    /// before texts, and there is a bound for all.
    #[test]
    fn the_work_is_bounded() {
        let index = Index::whole(&"Ab abcd abx ".repeat(20_000));
        let aliases: Vec<String> = (0..300).map(|number| format!("a{number} name of some length")).collect();
        let aliases: Vec<&str> = aliases.iter().map(String::as_str).collect();
        let (found, comparisons) = counted(&index, &aliases);
        assert_eq!(found.len(), aliases.len());
        assert!((1..=MOST_COMPARISONS).contains(&comparisons), "{comparisons}");
        assert_eq!(counted(&index, &[]), (Vec::new(), 0));
    }

    proptest! {
        #[test]
        fn a_slip_is_one_change(one in "[abcß]{0,6}", other in "[abcß]{0,6}") {
            prop_assert_eq!(is_slip(&one, &other), strsim::osa_distance(&one, &other) == 1);
        }
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
        assert_eq!(forms("Die Banken fielen", "Bank"), ["Banken"]);
    }

    /// The name is what stands before the apostrophe, unless the alias is written with one.
    #[test]
    fn a_genitive_is_a_name_with_an_ending() {
        assert_eq!(near("Apple’s plan, Apple's chips", "Apples"), [("Apple".to_owned(), 2)]);
        assert_eq!(forms("The Bank of China’s plan", "Bank of Chima"), ["Bank of China"]);
        assert_eq!(forms("McDonald’s sells", "Mcdonald’s"), ["McDonald’s"]);
        assert_eq!(forms("Lloyd’s of London", "Lloyds of London"), ["Lloyd’s of London"]);
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
