//! BibTeX with braces for all brackets: around entries, where it may have round ones, and around values, where it may have quotation
//! marks. The parser knows neither round brackets nor braces between quotation marks. Each sign stands for one, so that all places
//! stay.

use std::borrow::Cow;

use super::blocks::{BlockKind, blocks};

/// The text with braces.
pub(super) fn braced(text: &str) -> Cow<'_, str> {
    // Where a sign becomes which.
    let mut signs: Vec<(usize, char)> = Vec::new();
    for block in blocks(text).filter(|block| block.kind != BlockKind::Ignored) {
        let Some(open) = block.text.find(['{', '(']) else { continue };
        let has_end = block.text.ends_with(')');
        let is_round = block.text[open..].starts_with('(') && has_end;
        if is_round {
            signs.push((block.start + open, '{'));
        }
        let inner = &block.text[open + 1..block.text.len() - usize::from(is_round)];
        quoted(inner, block.start + open + 1, &mut signs);
        if is_round {
            signs.push((block.start + block.text.len() - 1, '}'));
        }
    }
    if signs.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, sign) in signs {
        out.push_str(&text[from..at]);
        out.push(sign);
        from = at + 1;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// The quotation marks around values in a block, as braces; those of a value that does not end stay.
fn quoted(inner: &str, start: usize, signs: &mut Vec<(usize, char)>) {
    let bytes = inner.as_bytes();
    let (mut depth, mut begin, mut at) = (0_usize, None, 0);
    // A value begins behind these.
    let mut is_value = false;
    while at < bytes.len() {
        match (bytes[at], begin) {
            (b'\\', _) => at += 1,
            (b'{', _) => depth += 1,
            (b'}', _) => match depth.checked_sub(1) {
                Some(less) => depth = less,
                // It ends the block, or closes what nothing opens.
                None => return,
            },
            (b'"', Some(first)) if depth == 0 => {
                signs.extend([(start + first, '{'), (start + at, '}')]);
                begin = None;
            }
            (b'"', None) if depth == 0 && is_value => begin = Some(at),
            _ => {}
        }
        if begin.is_none() && at < bytes.len() && !bytes[at].is_ascii_whitespace() {
            is_value = matches!(bytes[at], b'=' | b'#');
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn brackets_and_quotation_marks_around_values_become_braces() {
        for (text, expected) in [
            ("@a{x, t = \"Q {\"}in{\"} w\"}", "@a{x, t = {Q {\"}in{\"} w}}"),
            ("@a(x, t = \"a) b\", u = {c)})", "@a{x, t = {a) b}, u = {c)}}"),
            ("@string(p = \"P\")", "@string{p = {P}}"),
            ("@a{x, t = \"a\" # b # \"c\"}", "@a{x, t = {a} # b # {c}}"),
            ("@a{x, t = \"f{\\\"u}r\"}", "@a{x, t = {f{\\\"u}r}}"),
        ] {
            assert_eq!(braced(text), expected, "{text}");
        }
        for text in [
            "@a{x, t = {say \"no\"}}",
            "@a{x, t = \"never {closed\"}",
            "@a{x, t = {a}}",
            "words \"quoted\" (here)",
            "@comment(\"a\")",
        ] {
            assert_eq!(braced(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_place_stays(text in "(@[a-z]{1,3}|[{}(),#\\\\ \nä\"=]|a){0,40}") {
            let braced = braced(&text);
            prop_assert_eq!(braced.len(), text.len());
            let kept = |text: &str| text.replace(['{', '}', '(', ')', '"'], "|");
            prop_assert_eq!(kept(&braced), kept(&text));
        }
    }
}
