//! A page without what nobody reads in it: scripts, styles, drawings, comments, and pictures written into their tags. What is
//! left is small enough to be parsed, nests no deeper than a parser can follow, and has the same words.
//!
//! One pass from the beginning to the end, as a browser reads tags; nothing is looked for twice.

use std::collections::HashMap;
use std::ops::Range;

/// More levels are taken away: browsers do so from 512 on, and no article's words lie that deep.
pub(super) const LEVELS: usize = 200;

/// Elements that set in what they have, each level further than the one around it.
const SET_IN: [&str; 5] = ["ul", "ol", "dl", "menu", "blockquote"];

/// More levels of those are taken away.
const SET_IN_LEVELS: usize = 12;

/// Elements that only say how words look. A parser opens those again in each block that were not closed before.
const STYLES: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// More of those at once are taken away.
const STYLE_LEVELS: usize = 16;

/// Elements that an end tag around them does not end.
const BARRIERS: [&str; 6] = ["table", "object", "applet", "marquee", "select", "button"];

/// Elements that an end tag of one in a line does not end.
const BLOCKS: [&str; 36] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
    "object",
    "applet",
    "marquee",
    "select",
];

/// A longer value of an attribute is a picture or a script; it is left out.
const LONGEST_VALUE: usize = 4096;

/// The attributes of one tag that are looked at. Some parsers compare each with all others.
const ATTRIBUTES: usize = 64;

/// What has more attributes is no tag, but words with a sign before them that nothing closes.
const MOST_ATTRIBUTES: usize = 512;

/// So many tags that are still open are looked at for the one that a tag closes.
const LOOKED_BACK: usize = 32;

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements that end where the next one begins; often nobody closes them.
const CLOSED_BY_NEXT: [&str; 15] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup",
    "body", "html",
];

/// A tag.
struct Tag {
    /// Its name in small letters.
    name: String,
    closes: bool,
    /// It ends with `/>`.
    is_empty: bool,
    /// The attributes that are kept, each with the blank before it.
    kept: Vec<Range<usize>>,
    /// Whether some were left out.
    is_cut: bool,
    /// What it is said to be: `type`.
    kind: Option<Range<usize>>,
    /// The first byte after it.
    end: usize,
}

/// A tag that is open.
struct Open {
    name: String,
    /// It lies too deep, and was left out.
    is_left_out: bool,
    /// How many of those that set in are open, it among them.
    set_in: usize,
}

/// The page without them.
pub(super) fn slim(html: &str) -> String {
    let mut out = String::with_capacity(html.len().min(1 << 20));
    let mut open = OpenTags::default();
    let mut at = 0;
    let mut has_drawing_end = true;
    let mut ends = Ends::default();
    while let Some(found) = html[at..].find('<') {
        push_words(&html[at..at + found], &mut out);
        at += found;
        let rest = &html[at..];
        if let Some(inner) = rest.strip_prefix("<!--") {
            at = inner.find("-->").map_or(html.len(), |end| at + 4 + end + 3);
            continue;
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            out.push_str(&rest[..end]);
            at += end;
            continue;
        }
        let Some(tag) = tag(html, at, &mut ends) else {
            out.push('<');
            at += 1;
            continue;
        };
        let start = at;
        at = tag.end;
        match tag.name.as_str() {
            "script" | "style" | "template" | "iframe" | "noembed" | "noframes" | "title" | "textarea"
                if !tag.closes =>
            {
                let content = content(&html[at..], &tag.name);
                let is_data = tag.kind.clone().is_some_and(|kind| html[kind].contains("ld+json"));
                if matches!(tag.name.as_str(), "title" | "textarea") || tag.name == "script" && is_data {
                    out.push_str(&html[start..at + content.end]);
                }
                at += content.end;
            }
            "svg" if !tag.closes && !tag.is_empty && has_drawing_end => {
                match end_tag(&html[at..], "svg") {
                    Some(end) => at += end.end,
                    // A browser would take the rest for a drawing; its words are worth more.
                    None => has_drawing_end = false,
                }
            }
            "plaintext" => {}
            _ => follow(html, start, &tag, &mut open, &mut out),
        }
    }
    push_words(&html[at..], &mut out);
    out
}

/// The tags that are open, as far as it is known without a parser: rather too many than too few.
#[derive(Default)]
struct OpenTags {
    nested: Vec<Open>,
    /// Those that a parser opens again in each block until they are closed, by their names.
    styles: HashMap<String, usize>,
}

impl OpenTags {
    /// A start tag, which is written unless it lies too deep.
    fn open(&mut self, name: &str) -> bool {
        if STYLES.contains(&name) {
            // One of these ends the one before.
            let ends_last = matches!(name, "a" | "nobr");
            let open: usize = self.styles.values().sum();
            let own = self.styles.entry(name.to_owned()).or_default();
            let is_written = open < STYLE_LEVELS || ends_last && *own > 0;
            *own = if ends_last {
                1.min(*own + usize::from(is_written))
            } else {
                *own + usize::from(is_written)
            };
            return is_written;
        }
        let sets_in = SET_IN.contains(&name);
        let set_in = self.nested.last().map_or(0, |open| open.set_in);
        let is_left_out = self.nested.len() >= LEVELS || sets_in && set_in >= SET_IN_LEVELS;
        let set_in = set_in + usize::from(sets_in && !is_left_out);
        self.nested.push(Open { name: name.to_owned(), is_left_out, set_in });
        !is_left_out
    }

    /// An end tag, which is written unless its start tag was not.
    fn close(&mut self, name: &str) -> bool {
        if STYLES.contains(&name) {
            let open = self.styles.get_mut(name).filter(|open| **open > 0);
            return open.map(|open| *open -= 1).is_some();
        }
        let mut above = self.nested.iter().rev().take(LOOKED_BACK);
        let is_barrier = |open: &Open| {
            let inner = open.name.as_str();
            // Nothing ends through these, and what runs along in a line does not end through a block.
            BARRIERS.contains(&inner) || !BLOCKS.contains(&name) && BLOCKS.contains(&inner)
        };
        let Some(back) = above.position(|open| open.name == name) else { return self.nested.len() < LEVELS };
        let place = self.nested.len() - 1 - back;
        let is_written = !self.nested[place].is_left_out;
        if self.nested[place + 1..].iter().any(is_barrier) {
            return is_written;
        }
        if name == "form" {
            // What it has open stays open.
            self.nested.remove(place);
        } else {
            self.nested.truncate(place);
        }
        is_written
    }
}

/// Writes a tag, unless it lies too deep, and keeps count of those that are open.
fn follow(html: &str, start: usize, tag: &Tag, open: &mut OpenTags, out: &mut String) {
    let is_counted = !VOID.contains(&tag.name.as_str()) && !CLOSED_BY_NEXT.contains(&tag.name.as_str());
    if tag.closes {
        if !is_counted || open.close(&tag.name) {
            out.push_str("</");
            out.push_str(&tag.name);
            out.push('>');
        } else {
            out.push(' ');
        }
        return;
    }
    if is_counted && !tag.is_empty && !open.open(&tag.name) {
        out.push(' ');
        return;
    }
    if !tag.is_cut {
        out.push_str(&html[start..tag.end]);
        return;
    }
    out.push('<');
    out.push_str(&tag.name);
    for attribute in &tag.kept {
        out.push(' ');
        out.push_str(&html[attribute.clone()]);
    }
    out.push_str(if tag.is_empty { " />" } else { ">" });
}

/// Writes words without characters that no page may have.
fn push_words(words: &str, out: &mut String) {
    if words.contains('\0') {
        out.extend(words.chars().filter(|c| *c != '\0'));
    } else {
        out.push_str(words);
    }
}

/// Which signs no longer come: what opens behind the last of them never closes, and nobody looks for its end again.
#[derive(Default)]
struct Ends(Vec<u8>);

impl Ends {
    /// Where this sign stands next.
    fn find(&mut self, sign: u8, bytes: &[u8], from: usize) -> Option<usize> {
        if self.0.contains(&sign) {
            return None;
        }
        let found = memchr::memchr(sign, bytes.get(from..)?);
        if found.is_none() {
            self.0.push(sign);
        }
        found.map(|found| from + found)
    }
}

/// The tag that begins here, if one does and it ends.
fn tag(html: &str, at: usize, ends: &mut Ends) -> Option<Tag> {
    let bytes = html.as_bytes();
    ends.find(b'>', bytes, at)?;
    let closes = bytes.get(at + 1) == Some(&b'/');
    let begin = at + 1 + usize::from(closes);
    if !bytes.get(begin)?.is_ascii_alphabetic() {
        return None;
    }
    let is_blank = |byte: u8| byte.is_ascii_whitespace();
    let length = bytes[begin..].iter().position(|byte| is_blank(*byte) || matches!(byte, b'/' | b'>'))?;
    let name = html[begin..begin + length].to_ascii_lowercase();
    let mut tag = Tag { name, closes, is_empty: false, kept: Vec::new(), is_cut: false, kind: None, end: 0 };
    let mut at = begin + length;
    let mut attributes = 0;
    loop {
        match *bytes.get(at)? {
            b'>' => {
                tag.end = at + 1;
                return Some(tag);
            }
            b'/' => {
                tag.is_empty = bytes.get(at + 1) == Some(&b'>');
                at += 1;
            }
            byte if is_blank(byte) => at += 1,
            _ => {
                attributes += 1;
                let (attribute, value) =
                    attribute(bytes, at, ends).filter(|_| attributes <= MOST_ATTRIBUTES)?;
                at = attribute.end;
                let is_kind = html[attribute.start..value.start].to_ascii_lowercase().starts_with("type=");
                if value.len() > LONGEST_VALUE || tag.kept.len() >= ATTRIBUTES {
                    tag.is_cut = true;
                } else {
                    tag.kept.push(attribute);
                }
                if is_kind {
                    tag.kind = Some(value);
                }
            }
        }
    }
}

/// The attribute that begins here with its value, which is empty where there is none. None if it does not end.
fn attribute(bytes: &[u8], start: usize, ends: &mut Ends) -> Option<(Range<usize>, Range<usize>)> {
    let skip = |at: usize| {
        let blanks = bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        at + blanks
    };
    // The first character is of the name, whatever it is.
    let name = bytes[start + 1..]
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='))?;
    let end = start + 1 + name;
    let equals = skip(end);
    if bytes.get(equals) != Some(&b'=') {
        return Some((start..end, end..end));
    }
    let value = skip(equals + 1);
    let first = *bytes.get(value)?;
    if matches!(first, b'"' | b'\'') {
        let end = ends.find(first, bytes, value + 1)?;
        return Some((start..end + 1, value + 1..end));
    }
    let length = bytes[value..].iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>')?;
    Some((start..value + length, value..value + length))
}

/// What is in an element that has no tags within, and where its end tag ends. Without one it goes on to the end.
fn content(rest: &str, name: &str) -> Range<usize> {
    end_tag(rest, name).unwrap_or(rest.len()..rest.len())
}

/// The end tag of an element.
fn end_tag(rest: &str, name: &str) -> Option<Range<usize>> {
    let is_name = |at: &usize| {
        let after = &rest.as_bytes()[at + 2..];
        after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && after.get(name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric())
    };
    let at = rest.match_indices("</").map(|(at, _)| at).find(is_name)?;
    let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
    Some(at..end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_and_tags_stay_and_what_nobody_reads_goes() {
        for (html, slimmed) in [
            ("<p class=a>One <b>two</b></p>", "<p class=a>One <b>two</b></p>"),
            ("a<!-- <p>no</p> -->b", "ab"),
            ("a<script>if (a<b) {'</p>'}</script>b", "ab"),
            ("a<SCRIPT src='x'></Script >b", "ab"),
            ("<style>p > a {}</style>a", "a"),
            ("a<svg><path d='M0'/></svg>b", "ab"),
            // One that does not end hides nothing.
            ("a<svg>b<p>c</p>", "ab<p>c</p>"),
            (
                "<script type=\"application/ld+json\">{\"a\": \"</p>\"}</script>",
                "<script type=\"application/ld+json\">{\"a\": \"</p>\"}</script>",
            ),
            ("<title>a < b </title>c", "<title>a < b </title>c"),
            ("1 < 2 and 3<4", "1 < 2 and 3<4"),
            ("<a title='x > y' href=\"b\">c</a>", "<a title='x > y' href=\"b\">c</a>"),
            ("a\0b", "ab"),
            ("<p a=\"never closed", "<p a=\"never closed"),
            ("<!DOCTYPE html><p>a", "<!DOCTYPE html><p>a"),
        ] {
            assert_eq!(slim(html), slimmed, "{html}");
        }
    }

    #[test]
    fn pictures_written_into_their_tags_go_and_the_tags_stay() {
        let html = format!("<img alt='A bridge' src='data:image/png;base64,{}'>x", "A".repeat(10_000));
        assert_eq!(slim(&html), "<img alt='A bridge'>x");
        let many = (0..500).map(|number| format!(" a{number}=1")).collect::<Vec<_>>().concat();
        let slimmed = slim(&format!("<p{many}>x"));
        assert!(slimmed.contains(" a63=1") && !slimmed.contains(" a64"), "{slimmed}");
    }

    /// The words of what lies too deep stay, apart.
    #[test]
    fn what_nests_deeper_than_a_parser_follows_is_levelled() {
        let html = format!("{}deep{}end", "<div>".repeat(10_000), "</div>".repeat(10_000));
        let slimmed = slim(&html);
        assert_eq!((slimmed.matches("<div>").count(), slimmed.matches("</div>").count()), (LEVELS, LEVELS));
        assert!(slimmed.contains("deep") && slimmed.ends_with("end"));
        let slimmed = slim(&format!("{}deep{}", "<ul><li>".repeat(50), "</ul>".repeat(50)));
        let count = |tag: &str| slimmed.matches(tag).count();
        assert_eq!((count("<ul>"), count("</ul>")), (SET_IN_LEVELS, SET_IN_LEVELS));
        // Paragraphs and items that nobody closed do not nest.
        let html = "<p>a<ul><li>b</ul>".repeat(1000);
        assert_eq!(slim(&html), html);
    }

    proptest! {
        #[test]
        fn any_text_gets_through(html in "(<|>|/|p|div|script|svg|!--|-->|\"|'|=| |ä|a){0,60}") {
            let slimmed = slim(&html);
            prop_assert!(slimmed.len() <= html.len() + 8 * html.matches('<').count());
        }
    }
}
