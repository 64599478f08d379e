//! Plain text whose lines a program broke, with its paragraphs joined.

use crate::text::hard_wrap;

/// What was joined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined {
    /// The columns at which the lines were broken.
    pub width: usize,
    /// How many line ends are gone.
    pub lines: usize,
    /// The words at those of them that ended in a hyphen which may belong to the word or not, each as it stands now.
    pub hyphens: Vec<String>,
}

/// The text with a paragraph a line, if a program broke its lines.
pub(super) fn join(text: &str) -> Option<(String, Joined)> {
    let is_old = text.contains('\r');
    let lines = if is_old { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    let joined = hard_wrap::join(lines.trim_start_matches(crate::load::MARK), |_| false)?;
    let hyphens = joined.pieces.iter().filter_map(|piece| {
        let (before, after) = joined.text.split_at_checked(piece.at)?;
        let first = before.strip_suffix(' ').filter(|before| before.ends_with(['-', '\u{2010}']))?;
        let first = first.rsplit(char::is_whitespace).next()?;
        let second = after.split(char::is_whitespace).next()?;
        Some(format!("{first} {second}"))
    });
    let report = Joined { width: joined.width, lines: joined.joined, hyphens: hyphens.collect() };
    Some((joined.text, report))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_joined_is_reported_with_its_hyphens() {
        let text = "Old bridge to close\n\
                    \n\
                    The council has decided that the old bridge is to be closed\n\
                    in May, as the mayor said on Monday. According to the city\n\
                    it would have been too expensive to repair it, and a long-\n\
                    planned new bridge is to be built beside it until next year\n\
                    by a company from the valley, which has built bridges for a\n\
                    long time, and which the council knows from other work that\n\
                    was done in the valley some years ago.\n\
                    ";
        let (joined, report) = join(text).expect("a program broke it");
        assert_eq!((report.lines, report.hyphens), (6, vec!["long- planned".to_owned()]));
        assert_eq!(joined.lines().count(), 2);
        assert!(join(&text.replace('\n', "\r\n")).is_some());
        assert_eq!(join("Title\nOne line.\nAnother.\n"), None);
    }
}
