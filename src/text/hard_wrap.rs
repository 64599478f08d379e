//! Plain text whose lines a program broke at a width, as mails, RFCs and agencies' reports are sent: which line ends are that
//! program's, and the text without them.
//!
//! A line end is taken for one that a program made where the next line's first word would not have fitted into the width. The
//! text counts as wrapped if that holds of nine in ten within its paragraphs, lines aside that are not half as long, and
//!
//! * blank lines part paragraphs, and at least [`LEAST`] line ends stand within them,
//! * the longest line has 40 to 120 columns ([`WIDTHS`]), single long words and one line in ten aside,
//! * at least one in five of the lines after such an end begins with a small letter (verses begin with capitals), where letters
//!   have two forms,
//! * more than half of those lines begin with a word of at most twelve columns (entries of lists and logs begin with longer
//!   ones),
//! * at most half of the lines before one end a sentence (as they do where each paragraph is one line).
//!
//! Left as they are: what is set in like a paragraph of its own, items of lists, quoted mail, tables, rules of signs.

use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};

use super::width::cells;

/// So few line ends say nothing of a width.
pub const LEAST: usize = 4;

/// The columns that a longest line may have.
pub const WIDTHS: RangeInclusive<usize> = 40..=120;

/// The columns of a word that are not unusual where a line begins.
const USUAL_WORD: usize = 12;

/// A text with its paragraphs joined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined {
    /// The text, a paragraph a line.
    pub text: String,
    /// Where each stretch of it comes from, in order.
    pub pieces: Vec<Piece>,
    /// The columns at which the lines were broken.
    pub width: usize,
    /// How many line ends are gone.
    pub joined: usize,
    /// The hyphens at those of them that may belong to the word or not; they stand, each with a blank after it.
    pub hyphens: usize,
}

/// A stretch of a joined text, from one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Its first byte of the joined text.
    pub at: usize,
    /// Its first byte of the text before.
    pub from: usize,
}

/// A line with words.
struct Line<'a> {
    words: &'a str,
    /// Its first byte that is no blank.
    start: usize,
    /// The blanks before it.
    indent: usize,
    /// The columns up to its end, once they are counted.
    end: usize,
    /// Whether a line with words stands right above.
    follows: bool,
    /// Whether the paragraph is a list.
    listed: bool,
}

/// Joins the paragraphs of a text whose lines were broken at a width; none if it is another text. A line for which `stands` is
/// true stays a line of its own.
pub fn join(text: &str, stands: impl Fn(&str) -> bool) -> Option<Joined> {
    let mut lines = lines(text);
    // Most texts are done here: a paragraph a line, with blank lines or without.
    let is_parted = lines.iter().skip(1).any(|line| !line.follows);
    if !is_parted || lines.iter().filter(|line| line.follows).count() < LEAST {
        return None;
    }
    measure(&mut lines);
    let may_end: Vec<usize> = (1..lines.len()).filter(|next| may_join(&lines, *next, &stands)).collect();
    let width = width(&lines, &may_end)?;
    let ends = may_end.into_iter().filter(|next| {
        let [before, after] = [&lines[next - 1], &lines[*next]];
        // What other programs fill more evenly than to the last column.
        let runs_on = || {
            before.end * 2 >= width
                && after.words.starts_with(char::is_lowercase)
                && !ends_sentence(before.words)
        };
        is_full(before, after, width) || runs_on()
    });
    Some(put_together(text, &lines, &ends.collect(), width))
}

/// The lines with words.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut at, mut follows) = (0, false);
    for whole in text.split('\n') {
        let words = whole.trim();
        if !words.is_empty() {
            let before = whole.len() - whole.trim_start().len();
            let listed = if follows { lines.last().is_some_and(|last| last.listed) } else { is_item(words) };
            lines.push(Line { words, start: at + before, indent: before, end: 0, follows, listed });
        }
        follows = !words.is_empty();
        at += whole.len() + 1;
    }
    lines
}

/// Counts the columns of the lines that belong to a paragraph of several.
fn measure(lines: &mut [Line<'_>]) {
    /// So many bytes are more columns than any line has that a program broke.
    const LONG: usize = 2048;
    for place in 0..lines.len() {
        if lines[place].follows || lines.get(place + 1).is_some_and(|next| next.follows) {
            let Line { words, indent, .. } = lines[place];
            lines[place].end = indent + if words.len() > LONG { words.len() } else { cells(words) };
        }
    }
}

/// Whether the end of the line before this one may be a program's.
fn may_join(lines: &[Line<'_>], next: usize, stands: &impl Fn(&str) -> bool) -> bool {
    let [before, after] = [&lines[next - 1], &lines[next]];
    let is_prose = |line: &Line<'_>| {
        !line.words.starts_with(['>', '|'])
            // Columns of a table.
            && !line.words.contains("   ")
            && !line.words.contains('\t')
            && line.words.contains(char::is_alphanumeric)
            && !stands(line.words)
    };
    after.follows
        && is_prose(before)
        && is_prose(after)
        // Set in, but not to hang from the mark of an item.
        && (after.indent <= before.indent || is_item(before.words))
        && !(after.listed && is_item(after.words))
}

/// Whether a line begins with the mark of a list's item: `- `, `• `, `2. `, `b) `.
fn is_item(line: &str) -> bool {
    let Some((mark, _)) = line.split_once(' ') else { return false };
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = mark.ends_with(')') && number.len() == 1 && number.starts_with(char::is_alphabetic);
    matches!(mark, "-" | "*" | "+" | "•" | "–" | "—" | "·") || is_number || is_letter
}

/// Whether the second line's first word would not have fitted into the first one.
fn is_full(before: &Line<'_>, after: &Line<'_>, width: usize) -> bool {
    let word = after.words.split(char::is_whitespace).next().unwrap_or_default();
    before.end + 1 + cells(word) > width
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(|c| "\"'”“’‘»«›‹)]".contains(c)).ends_with(['.', '!', '?', '…', ':'])
}

/// The width at which the lines before these were broken, if they were.
fn width(lines: &[Line<'_>], may_end: &[usize]) -> Option<usize> {
    if may_end.len() < LEAST {
        return None;
    }
    let mut ends: Vec<usize> = Vec::new();
    for (place, next) in may_end.iter().enumerate() {
        // Of lines that follow each other each counts once.
        let first = if place > 0 && may_end[place - 1] == next - 1 { *next } else { next - 1 };
        let own = lines[first..=*next].iter().filter(|line| line.words.contains(' '));
        ends.extend(own.map(|line| line.end));
    }
    ends.sort_unstable_by(|one, other| other.cmp(one));
    let candidates = ends.iter().take(ends.len() / 10 + 1).filter(|width| WIDTHS.contains(width));
    let mut last = 0;
    for width in candidates {
        if *width != last && is_wrapped(lines, may_end, *width) {
            return Some(*width);
        }
        last = *width;
    }
    None
}

fn is_wrapped(lines: &[Line<'_>], may_end: &[usize], width: usize) -> bool {
    let full = may_end.iter().filter(|next| is_full(&lines[*next - 1], &lines[**next], width));
    let full: Vec<usize> = full.copied().collect();
    let counted = |is_one: &dyn Fn(usize) -> bool| full.iter().filter(|next| is_one(**next)).count();
    let first = |next: usize| lines[next].words.chars().next().unwrap_or_default();
    let small = counted(&|next| first(next).is_lowercase());
    let with_case = counted(&|next| first(next).is_lowercase() || first(next).is_uppercase());
    let sentences = counted(&|next| ends_sentence(lines[next - 1].words));
    // Who ends a line that early means it, and says nothing of the others.
    let long = may_end.iter().filter(|next| lines[*next - 1].end * 2 >= width).count();
    // In lists and logs each line begins with something long, and seems full for it.
    let begins = |next: usize| lines[next].words.split(char::is_whitespace).next().unwrap_or_default();
    let usual = counted(&|next| cells(begins(next)) <= USUAL_WORD);
    full.len() >= LEAST
        && usual * 2 > full.len()
        && full.len() * 10 >= long * 9
        && small * 5 >= with_case
        && sentences * 2 <= full.len()
}

/// The text without the ends of the lines before these.
fn put_together(text: &str, lines: &[Line<'_>], ends: &HashSet<usize>, width: usize) -> Joined {
    let mut joined =
        Joined { text: String::with_capacity(text.len()), pieces: Vec::new(), width, joined: 0, hyphens: 0 };
    let hyphened = |next: &usize| ends_in_hyphen(lines[next - 1].words).is_some();
    let known: HashSet<&str> = if ends.iter().any(hyphened) { words(text).collect() } else { HashSet::new() };
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            if ends.contains(&number) {
                joined.joined += 1;
                match ends_in_hyphen(lines[number - 1].words) {
                    // The article itself says that the hyphen belongs to the word.
                    Some(first) if known.contains(&*format!("{first}{}", first_word(line.words))) => {}
                    hyphen => {
                        joined.hyphens += usize::from(hyphen.is_some());
                        joined.text.push(' ');
                    }
                }
            } else {
                joined.text.push('\n');
            }
        }
        joined.pieces.push(Piece { at: joined.text.len(), from: line.start });
        joined.text.push_str(line.words);
    }
    joined.text.push('\n');
    joined
}

/// The last word of a line that ends in a letter and a hyphen.
fn ends_in_hyphen(line: &str) -> Option<&str> {
    let is_hyphened = line.ends_with(['-', '\u{2010}'])
        && line.trim_end_matches(['-', '\u{2010}']).ends_with(char::is_alphanumeric);
    let start = line
        .rfind(|c: char| !is_of_word(c))
        .map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8));
    is_hyphened.then(|| &line[start..])
}

fn first_word(line: &str) -> &str {
    &line[..line.find(|c: char| !is_of_word(c)).unwrap_or(line.len())]
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\u{2010}' | '\'' | '’')
}

/// The words that stand in one piece.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty())
}

impl Joined {
    /// The stretch with this byte of the joined text.
    pub fn piece_at(&self, byte: usize) -> Option<Piece> {
        let number = self.pieces.partition_point(|piece| piece.at <= byte).checked_sub(1)?;
        self.pieces.get(number).copied()
    }

    /// The lines of the joined text, in bytes of it.
    pub fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        self.text.split_inclusive('\n').map(move |line| {
            let start = at;
            at += line.len();
            start..start + line.trim_end_matches('\n').len()
        })
    }
}

#[cfg(test)]
mod tests;
