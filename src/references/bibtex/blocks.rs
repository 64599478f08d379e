//! A file of BibTeX in blocks: entries, strings, and what is ignored. A block that is broken ends where the next one begins.

/// A block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Block<'t> {
    /// What it is.
    pub(super) kind: BlockKind,
    /// Where it begins in the file.
    pub(super) start: usize,
    /// From its `@` to its last bracket; of a broken one to the next block.
    pub(super) text: &'t str,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BlockKind {
    /// A publication.
    Entry,
    /// `@string`: a name for a text.
    String,
    /// `@comment`, `@preamble`.
    Ignored,
}

/// The blocks of a text, in order. All between them is a comment.
pub(super) fn blocks(text: &str) -> Blocks<'_> {
    Blocks { text, at: 0 }
}

/// Goes through the blocks of a text.
pub(super) struct Blocks<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Blocks<'t> {
    type Item = Block<'t>;

    fn next(&mut self) -> Option<Block<'t>> {
        let start = next_start(self.text, self.at)?;
        let end = end(self.text, start);
        self.at = end;
        let text = &self.text[start..end];
        let kind = match &*word(text).unwrap_or_default().to_ascii_lowercase() {
            "string" => BlockKind::String,
            "comment" | "preamble" => BlockKind::Ignored,
            _ => BlockKind::Entry,
        };
        Some(Block { kind, start, text })
    }
}

/// The word behind the `@` of a block with its opening bracket behind it; none where none begins.
fn word(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('@')?;
    let rest = rest.trim_start_matches([' ', '\t']);
    let end =
        rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(rest.len());
    let has_bracket = rest[end..].trim_start().starts_with(['{', '(']);
    (end > 0 && has_bracket).then_some(&rest[..end])
}

/// What an entry is called, as far as it can be seen even if it is broken.
pub(super) fn key(text: &str) -> &str {
    let Some(open) = text.find(['{', '(']) else { return "" };
    let rest = text[open + 1..].trim_start();
    let end = rest
        .find(|c: char| c == ',' || c == '}' || c.is_whitespace() || c.is_control())
        .unwrap_or(rest.len());
    &rest[..end]
}

/// Where the next block begins, from a byte on: an `@` with a word and a bracket behind it and only blanks before it in its line,
/// or right behind a block.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let mut is_behind = true;
    while let Some(found) = text[at..].find('@').map(|found| at + found) {
        is_behind = is_behind && text[at..found].trim().is_empty();
        if (is_behind || begins_line(text, found)) && word(&text[found..]).is_some() {
            return Some(found);
        }
        is_behind = false;
        at = found + 1;
    }
    None
}

/// How many beginnings of blocks may stand inside of one, as in a commented one. More of them mean that a bracket is missing.
const MOST_INSIDE: usize = 8;

/// Where the block ends that begins at a byte.
fn end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let open = start + text[start..].find(['{', '(']).unwrap_or(0);
    let is_round = bytes[open] == b'(';
    let (mut depth, mut at) = (0_usize, open);
    let mut first_inside = None;
    let mut inside = 0;
    let mut is_quoted = false;
    while at < bytes.len() {
        match bytes[at] {
            // The next character is text, whatever it is.
            b'\\' => at += 1,
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && !is_round {
                    return at + 1;
                }
            }
            b'"' if is_round && depth == 0 => is_quoted = !is_quoted,
            b')' if is_round && depth == 0 && !is_quoted => return at + 1,
            b'@' if begins_line(text, at) && word(&text[at..]).is_some() => {
                first_inside.get_or_insert(at);
                inside += 1;
                if inside > MOST_INSIDE {
                    break;
                }
            }
            _ => {}
        }
        at += 1;
    }
    first_inside.unwrap_or(text.len())
}

/// Whether only blanks stand before a byte in its line. Long stretches of blanks are none that anybody writes.
fn begins_line(text: &str, at: usize) -> bool {
    const MOST: usize = 80;
    let before = text.as_bytes()[..at].iter().rev().take(MOST);
    let mut before = before.skip_while(|byte| matches!(byte, b' ' | b'\t'));
    matches!(before.next(), None | Some(b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        blocks(text).map(|block| block.text).collect()
    }

    #[test]
    fn blocks_end_with_their_bracket() {
        let text = "words a@b.org {no}\n@book{a, title = {x {y} \\} z}}\n  @Misc (b, note = {)})\n@comment{@book{c,}} @book{d,}";
        assert_eq!(
            found(text),
            ["@book{a, title = {x {y} \\} z}}", "@Misc (b, note = {)})", "@comment{@book{c,}}", "@book{d,}"]
        );
    }

    #[test]
    fn a_broken_block_ends_where_the_next_one_begins() {
        let text = "@book{a, title = {x\n}\n@book{b, title = {y}}\n@misc{c,}\n";
        assert_eq!(found(text), ["@book{a, title = {x\n}\n", "@book{b, title = {y}}", "@misc{c,}"]);
        assert_eq!(key(found(text)[0]), "a");
    }

    /// Where nothing closes, no stretch is read again and again.
    #[test]
    fn a_file_that_never_closes_is_read_once() {
        let text = "@a{x,\n".repeat(40_000);
        assert_eq!(blocks(&text).count(), 40_000);
        let text = "@a{x, {{".repeat(40_000);
        assert_eq!(blocks(&text).count(), 1);
        let text = "@ ".repeat(100_000);
        assert_eq!(blocks(&text).count(), 0);
    }

    proptest! {
        #[test]
        fn blocks_stand_in_order(text in "(@[a-z]{1,3}|[{}(),\\\\ \nä\"=]|a){0,40}") {
            let mut end = 0;
            for block in blocks(&text) {
                prop_assert!(block.start >= end && text[block.start..].starts_with(block.text));
                end = block.start + block.text.len();
            }
        }
    }
}
