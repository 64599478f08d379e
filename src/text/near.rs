//! The words of a short text that are most like some others: an earlier wording, or a slip of the pen.

use std::ops::Range;

/// The most words that are looked for; a longer run is not one expression.
pub(super) const LONGEST: usize = 24;
/// The most bytes of them.
pub(super) const LONGEST_BYTES: usize = 200;
/// The most words of the text that are compared.
const MOST: usize = 400;
/// The most that comparing may take for some words: their bytes by those of each run. An expression of a line in a sentence of
/// several lines stays below; of more nothing is said.
const MOST_WORK: usize = 1 << 20;
/// How like words have to be, in thousandths.
const LIKE: usize = 600;
/// By how much less like all others have to be.
const APART: usize = 100;

/// The run of words of the text that is most like these words, if it is like enough and no other is nearly so.
pub(crate) fn nearest_run(text: &str, words: &str) -> Option<Range<usize>> {
    let wanted = compared(words);
    let count = words.split_whitespace().count();
    if count == 0 || count > LONGEST || words.len() > LONGEST_BYTES {
        return None;
    }
    let found = likenesses(candidates(text, words, &wanted, count)?, &wanted);
    // Of equally like ones the shorter, then the first.
    let (likeness, best) = found
        .iter()
        .min_by_key(|(likeness, range)| (std::cmp::Reverse(*likeness), range.len(), range.start))?;
    let is_rival = |other: &Range<usize>| other.end <= best.start || best.end <= other.start;
    let is_clear = !found.iter().any(|(other, range)| is_rival(range) && other + APART >= *likeness);
    (*likeness >= LIKE && is_clear).then(|| best.clone())
}

/// Whether one word is like another.
pub(super) fn is_like(one: &str, other: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let [one, other] = [one, other].map(|word| compared(word.trim_matches(is_mark)));
    likeness(&one, &other) >= LIKE
}

/// A text as it is compared: small, and with the letters that are written for umlauts where a keyboard has none.
fn compared(text: &str) -> String {
    written_out(&text.to_lowercase())
}

/// The small letters with dots, and the sharp s, as they are written where a keyboard has none.
pub(crate) fn written_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match out_of(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

/// What is written for a letter where a keyboard does not have it.
pub(crate) fn out_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => return None,
    })
}

/// A run of words, and the same in small letters.
struct Run {
    range: Range<usize>,
    text: String,
}

/// The runs of words that can be like enough; none where comparing all of them takes too long, for of some of them it cannot
/// be said which is nearest.
fn candidates(text: &str, words: &str, wanted: &str, count: usize) -> Option<Vec<Run>> {
    let letters = Letters::of(wanted);
    let places: Vec<Range<usize>> = tokens(text).take(MOST).collect();
    let mut runs = Vec::new();
    let mut work = 0;
    for length in count.saturating_sub(1).max(1)..=count + 1 {
        for run in places.windows(length) {
            let range = trimmed(text, words, run[0].start..run[length - 1].end);
            if range.is_empty() || range.len() > 2 * LONGEST_BYTES {
                continue;
            }
            let run = compared(&text[range.clone()]);
            if letters.may_be_like(&Letters::of(&run)) {
                work += wanted.len() * run.len();
                if work > MOST_WORK {
                    return None;
                }
                runs.push(Run { range, text: run });
            }
        }
    }
    Some(runs)
}

/// Those that are nearly like enough at least, and how like they are.
fn likenesses(runs: Vec<Run>, wanted: &str) -> Vec<(usize, Range<usize>)> {
    let each = runs.into_iter().map(|run| (likeness(wanted, &run.text), run.range));
    each.filter(|(likeness, _)| *likeness >= LIKE - APART).collect()
}

/// How often each byte occurs: comparing these is quicker than comparing texts.
struct Letters {
    counts: [u16; 256],
    length: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut counts = [0; 256];
        for byte in text.bytes() {
            let count: &mut u16 = &mut counts[usize::from(byte)];
            *count = count.saturating_add(1);
        }
        Self { counts, length: text.len() }
    }

    /// Whether two texts share half of their bytes: what is less like is no candidate.
    fn may_be_like(&self, other: &Self) -> bool {
        let shared: usize =
            self.counts.iter().zip(&other.counts).map(|(one, other)| usize::from(*one.min(other))).sum();
        shared * 2 >= self.length.max(other.length)
    }
}

/// What stands between blanks.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_whitespace().map(|token| {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        start..start + token.len()
    })
}

/// The range without the punctuation at its ends, where the words that are looked for have none.
fn trimmed(text: &str, words: &str, range: Range<usize>) -> Range<usize> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let (mut start, mut end) = (range.start, range.end);
    if !words.ends_with(is_mark) {
        end = start + text[start..end].trim_end_matches(is_mark).len();
    }
    if !words.starts_with(is_mark) {
        start = end - text[start..end].trim_start_matches(is_mark).len();
    }
    start..end
}

/// How like two texts are, in thousandths.
fn likeness(one: &str, other: &str) -> usize {
    let longest = one.chars().count().max(other.chars().count()).max(1);
    1000 - 1000 * strsim::osa_distance(one, other).min(longest) / longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near<'t>(text: &'t str, words: &str) -> Option<&'t str> {
        nearest_run(text, words).map(|range| &text[range])
    }

    #[test]
    fn another_wording_is_near() {
        let text = "The complaint, a whistleblower says, was filed in August.";
        assert_eq!(near(text, "a whistle-blower says"), Some("a whistleblower says"));
        assert_eq!(near(text, "a whistleblower said"), Some("a whistleblower says"));
        assert_eq!(near("Er soll laut  Bericht gehen", "laut Berichten"), Some("laut  Bericht"));
    }

    #[test]
    fn the_work_is_bounded() {
        let line = "people who know of the plan but were not asked to speak of it say";
        let near_it = line.replace("know", "knew");
        let around =
            "The bridge will be closed in May because its piers are older than all others. ".repeat(2);
        assert_eq!(near(&format!("{around}{near_it} {around}"), line), Some(&*near_it));
        let wanted = "an expression as long as several lines ".repeat(4);
        let wanted = wanted.trim_end();
        let (text, count) = (wanted.repeat(50), wanted.split_whitespace().count());
        assert!(candidates(&text, wanted, wanted, count).is_none());
    }

    #[test]
    fn other_words_are_not() {
        let text = "The council will close the old bridge in May.";
        assert_eq!(near(text, "reportedly"), None);
        assert_eq!(near("Er sagt, sie sagt", "er sagte"), Some("Er sagt"));
        assert_eq!(near("Er sagt, er sagt", "er sagte"), None, "either may be meant");
    }
}
