//! The words of HTML: tags, comments, scripts and styles are left out.

use std::borrow::Cow;

/// What HTML amounts to for a reader.
pub(super) enum Piece<'a> {
    /// Words without blanks.
    Words(&'a str),
    /// A blank between words, if there is none yet.
    Blank,
    /// Here a block ends.
    Break,
    /// Here a line ends.
    LineBreak,
}

/// The elements that run along with the words around them.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

/// The name of a tag, empty if it is a comment or the like, and whether it closes.
pub(super) fn name(tag: &str) -> (&str, bool) {
    let rest = tag.strip_prefix('<').unwrap_or(tag);
    let (rest, closes) = rest.strip_prefix('/').map_or((rest, false), |rest| (rest, true));
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    (&rest[..end], closes)
}

/// The element of this name, if what stands in it is nothing to read.
pub(super) fn unreadable(name: &str) -> Option<&'static str> {
    ["script", "style", "template"].into_iter().find(|element| name.eq_ignore_ascii_case(element))
}

/// Hands on the words of a stretch of HTML.
pub(super) fn read(html: &str, mut each: impl FnMut(Piece<'_>)) {
    let mut rest = html;
    let mut keeps_lines = false;
    // No tag closes from here on; asking again at each of very many brackets would take long.
    let mut all_words = false;
    while !rest.is_empty() {
        let tag = if all_words { None } else { rest.find('<') };
        words(&rest[..tag.unwrap_or(rest.len())], keeps_lines, &mut each);
        rest = &rest[tag.unwrap_or(rest.len())..];
        let begins_tag =
            rest[1.min(rest.len())..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        if rest.is_empty() {
            break;
        } else if !begins_tag {
            each(Piece::Words("<"));
            rest = &rest[1..];
            continue;
        }
        let Some(end) = end_of_tag(rest) else {
            // A comment that does not end hides the rest, as it does in a browser.
            all_words = !rest.starts_with("<!");
            rest = if all_words { rest } else { "" };
            continue;
        };
        let (tag, after) = rest.split_at(end);
        let (name, closes) = name(tag);
        rest = after;
        if let Some(element) = unreadable(name).filter(|_| !closes) {
            rest = after_element(rest, element);
        } else if name.eq_ignore_ascii_case("br") {
            each(Piece::LineBreak);
        } else if !name.is_empty() && !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline)) {
            each(Piece::Break);
            if name.eq_ignore_ascii_case("pre") {
                keeps_lines = !closes;
            }
        }
    }
}

/// The byte after a tag, comment, declaration or instruction, if it ends.
fn end_of_tag(rest: &str) -> Option<usize> {
    for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")] {
        if let Some(inner) = rest.strip_prefix(begin) {
            return inner.find(end).map(|at| begin.len() + at + end.len());
        }
    }
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return Some(at + 1),
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// What comes after an element whose content is not read.
fn after_element<'a>(rest: &'a str, element: &str) -> &'a str {
    let end = rest
        .match_indices("</")
        .map(|(at, _)| at)
        .find(|at| name(&rest[*at..]).0.eq_ignore_ascii_case(element));
    let tag = &rest[end.unwrap_or(rest.len())..];
    tag.find('>').map_or("", |end| &tag[end + 1..])
}

/// Hands on words with each run of white space as one blank; in `pre` the lines stay.
fn words(text: &str, keeps_lines: bool, each: &mut impl FnMut(Piece<'_>)) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            each(if keeps_lines { Piece::LineBreak } else { Piece::Blank });
        }
        if line.starts_with(char::is_whitespace) {
            each(Piece::Blank);
        }
        for (number, word) in line.split_whitespace().enumerate() {
            if number > 0 {
                each(Piece::Blank);
            }
            each(Piece::Words(&decoded(word)));
        }
        if line.ends_with(char::is_whitespace) {
            each(Piece::Blank);
        }
    }
}

/// A word with its commonest references as the characters they stand for.
fn decoded(word: &str) -> Cow<'_, str> {
    if !word.contains('&') {
        return Cow::Borrowed(word);
    }
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let reference = rest.bytes().take(12).position(|byte| byte == b';').map(|end| &rest[..end]);
        match reference.and_then(|reference| Some((reference, character(reference)?))) {
            Some((reference, character)) => {
                out.push(character);
                rest = &rest[reference.len() + 1..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(reference: &str) -> Option<char> {
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = reference.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}
