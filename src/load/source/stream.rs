//! An article that came through a pipe: it has no folder, and its name says nothing of what it is.

use crate::load::read::header;
use crate::load::source::files::Memory;
use crate::load::source::limits;

/// The most bytes of a stream that are of use: one more than an article may have, which is then refused by its size.
pub const MOST: u64 = limits::ARTICLE + 1;

/// The files of an article that came as these bytes, at most [`MOST`]. `name` is that of the pipe: where it ends like an
/// article's file, it says what this is. Else it is Markdown if it begins with a head between two lines of hyphens, or its
/// first line with words is a heading, and plain text otherwise.
pub fn of_stream(name: Option<&str>, bytes: Vec<u8>) -> Memory {
    let named = name.filter(|name| header::unreadable(name).is_none());
    let name = named.unwrap_or(NAMES[usize::from(is_markdown(&bytes))]);
    Memory::default().with(name, bytes)
}

/// What a stream is called that has no name: plain text, and Markdown.
const NAMES: [&str; 2] = ["stdin.txt", "stdin.md"];

/// Whether a file is called as a stream is.
pub(crate) fn is_name(name: &str) -> bool {
    NAMES.contains(&name)
}

fn is_markdown(bytes: &[u8]) -> bool {
    let end = bytes.len().min(1 << 16);
    let text = String::from_utf8_lossy(&bytes[..end]);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut lines = text.lines().map(str::trim_end);
    let (first, second) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    if first == "---" {
        return second.split_once(':').is_some_and(|(key, _)| !key.contains(' '))
            && lines.any(|line| line == "---");
    }
    let marks = first.bytes().take_while(|byte| *byte == b'#').count();
    let is_underlined =
        second.len() >= 3 && (second.bytes().all(|b| b == b'=') || second.bytes().all(|b| b == b'-'));
    (1..=6).contains(&marks) && first[marks..].starts_with(' ') || is_underlined && !first.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Files as _;

    #[test]
    fn markdown_is_known_by_its_head_or_its_first_heading() {
        let name = |name: Option<&str>, text: &str| of_stream(name, text.into()).list().concat();
        for markdown in [
            "# Title\n\nText",
            "\u{feff}\n## Part\n",
            "---\ntitle: x\n---\nText",
            "Title\n=====\n",
            "Title\r\n-----\r\n",
        ] {
            assert_eq!(name(None, markdown), "stdin.md", "{markdown}");
        }
        for text in
            ["Title\n\nText", "#1 in the charts", "", "---\nText\n---\n", "=====\n", "a\n--\n", "####### x\n"]
        {
            assert_eq!(name(None, text), "stdin.txt", "{text}");
        }
        assert_eq!(name(Some("a.md"), "Title"), "a.md");
        assert_eq!(name(Some("63"), "Title"), "stdin.txt");
        assert_eq!(name(Some("a.txt"), "# Title"), "a.txt");
    }
}
