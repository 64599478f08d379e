//! What people write beside the digits of a figure: signs, bounds, and words of a unit.

/// A word or sign that says how a figure is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    /// The qualifier that says it.
    Qualifier(&'static str),
    /// No qualifier says it.
    Other(&'static str),
}

const BOUNDS: [(&[&str], Bound); 13] = [
    (
        &[
            "not more than",
            "no more than",
            "nicht mehr als",
            "at most",
            "up to",
            "bis zu",
            "bis",
            "höchstens",
        ],
        Bound::Qualifier("up-to"),
    ),
    (&["<=", "=<", "≤", "maximal", "maximum", "max.", "max"], Bound::Qualifier("up-to")),
    (
        &["at least", "not less than", "no less than", "mindestens", "wenigstens"],
        Bound::Qualifier("at-least"),
    ),
    (&[">=", "=>", "≥", "minimum", "min.", "min", "ab"], Bound::Qualifier("at-least")),
    (&["more than", "mehr als", "over", "above", "über", ">"], Bound::Qualifier("more-than")),
    (&["approximately", "approx.", "approx", "about", "around", "roughly"], Bound::Qualifier("about")),
    (&["circa", "zirka", "ca.", "ca", "etwa", "ungefähr", "rund", "rd."], Bound::Qualifier("about")),
    (&["rd", "~", "≈", "≃", "estimated", "estimate", "est.", "geschätzt"], Bound::Qualifier("about")),
    (&["gerundet", "rounded"], Bound::Qualifier("rounded")),
    (&["prognose", "forecast", "projected"], Bound::Qualifier("forecast")),
    (&["less than", "fewer than", "weniger als", "under", "below", "unter", "<"], Bound::Other("less than")),
    (&["nearly", "almost", "just under", "knapp", "fast"], Bound::Other("almost")),
    (&["well over", "just over", "gut", "±"], Bound::Other("that")),
];

/// The signs for a minus: of the keyboard, of typography, and the dashes that programs make of it.
const MINUS: [char; 7] = ['-', '−', '–', '‐', '‑', '﹣', '－'];

/// A figure and what stands beside it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Beside<'t> {
    /// The number without its sign.
    pub(super) number: String,
    pub(super) is_negative: bool,
    pub(super) bounds: Vec<Bound>,
    /// The words as they are written, the unit among them.
    pub(super) words: Vec<&'t str>,
    /// Signs that refer to a footnote, and single letters.
    pub(super) marks: Vec<&'t str>,
}

impl<'t> Beside<'t> {
    /// Parts a text with one number in it; nothing where it has none, or where it cannot be said what belongs to what.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let from = text.find(|c: char| c.is_ascii_digit())?;
        let to = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (mut before, digits, mut after) = (&text[..from], &text[from..to], &text[to..]);
        let mut found = Self { number: digits.to_owned(), ..Self::default() };
        // `.5`
        if let Some(rest) = before.strip_suffix(['.', ','])
            && !rest.ends_with(char::is_alphanumeric)
        {
            found.number = format!("0{}{digits}", &before[rest.len()..]);
            before = rest;
        }
        after = without_no_decimals(after);
        (before, after) = (before.trim_end_matches(is_blank), after.trim_start_matches(is_blank));
        // Bookkeepers put what is owed in parentheses.
        if let (Some(outer), Some(rest)) = (before.strip_suffix('('), after.strip_suffix(')'))
            && !rest.contains(['(', ')'])
        {
            found.is_negative = true;
            (before, after) = (outer, rest);
        }
        let is_apart = text[..from].ends_with(is_blank);
        let minus_before = before.strip_suffix(MINUS).or_else(|| before.strip_suffix("minus"));
        // `EUR – 5`: a dash after a word is perhaps none.
        if is_apart && minus_before.is_some_and(|rest| !rest.trim().is_empty()) {
            return None;
        }
        let minus_after = after.strip_suffix(MINUS).filter(|rest| rest.trim().is_empty());
        match (minus_before, minus_after, found.is_negative) {
            (None, None, _) => {}
            (Some(rest), None, false) => {
                found.is_negative = true;
                before = rest;
            }
            (None, Some(rest), false) => {
                found.is_negative = true;
                after = rest;
            }
            // Two of them.
            _ => return None,
        }
        before = before.strip_suffix('+').unwrap_or(before);
        if let Some(rest) = after.strip_prefix('+') {
            found.bounds.push(Bound::Qualifier("at-least"));
            after = rest;
        }
        found.take(before)?;
        found.take(after)?;
        Some(found)
    }

    /// Takes the words of one side.
    fn take(&mut self, side: &'t str) -> Option<()> {
        let mut rest = side.trim_matches(is_blank_or_bracket);
        while !rest.is_empty() {
            if let Some((length, bound)) = bound(rest) {
                self.bounds.push(bound);
                rest = &rest[length..];
            } else {
                let end = rest.find(is_blank_or_bracket).unwrap_or(rest.len());
                let (word, others) = rest.split_at(end);
                // A dash that is no minus: nobody knows what it is.
                if word.chars().all(|c| MINUS.contains(&c)) {
                    return None;
                }
                let is_mark = word.chars().count() == 1 && !word.contains(is_unit);
                if is_mark {
                    self.marks.push(word);
                } else {
                    self.words.push(word);
                }
                rest = others;
            }
            rest = rest.trim_matches(is_blank_or_bracket);
        }
        Some(())
    }
}

/// What comes after digits, without the sign that there are no decimals: `5.`, `5,-`.
fn without_no_decimals(after: &str) -> &str {
    let Some(rest) = after.strip_prefix(['.', ',']) else { return after };
    let dashes = rest.trim_start_matches(['-', '–', '—']);
    if dashes.is_empty() || dashes.starts_with(is_blank) { dashes } else { after }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

fn is_blank_or_bracket(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']')
}

/// Whether a character alone is a unit, or a power of ten: any letter but those that tables explain below them.
fn is_unit(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'p' | 'e' | 'r' | 's' | 'x')
        || matches!(c, '€' | '$' | '£' | '%' | '‰' | '°')
}

/// The word for a bound with which a text begins, and its length.
fn bound(text: &str) -> Option<(usize, Bound)> {
    let mut longest: Option<(usize, Bound)> = None;
    for (words, bound) in BOUNDS {
        for word in words {
            let is_it = text.get(..word.len()).is_some_and(|start| start.to_lowercase() == *word);
            let goes_on = word.ends_with(char::is_alphabetic)
                && text.get(word.len()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
            if is_it && !goes_on && longest.is_none_or(|(length, _)| length < word.len()) {
                longest = Some((word.len(), bound));
            }
        }
    }
    longest
}
