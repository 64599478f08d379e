//! How much room a text takes, in columns of a terminal and on paper.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::cut::collapse_white_space;
use crate::text::width::cells;

/// How wide a sign is at most, in the size of its type. No font is known here: this is what a wide one takes.
fn ems(grapheme: &str) -> f64 {
    let Some(first) = grapheme.chars().next() else { return 0.0 };
    match first {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '-' | '/' | '('
        | ')' | '[' | ']' | '\'' | '!' | '·' | '’' => 0.42,
        'm' | 'w' | 'M' | 'W' => 1.0,
        'a'..='z' | '0'..='9' | 'ä' | 'ö' | 'ü' | 'ß' | 'é' | '?' | '_' | '„' | '“' | '”' | '–' | '°' => {
            0.64
        }
        'A'..='Z' | 'Ä' | 'Ö' | 'Ü' => 0.8,
        _ => 1.1 * cells(grapheme).max(1) as f64,
    }
}

/// How wide a text is on paper at most, in the size of its type.
pub(crate) fn width_in_ems(text: &str) -> f64 {
    text.graphemes(true).map(ems).sum()
}

/// How many lines a text takes on paper at most, where a line is so wide in the size of its type.
pub(crate) fn lines(text: &str, width: f64) -> f64 {
    let (mut lines, mut used) = (1.0, 0.0);
    for word in text.split_whitespace() {
        let own = width_in_ems(word);
        let gap = if used > 0.0 { ems(" ") } else { 0.0 };
        if used + gap + own <= width {
            used += gap + own;
            continue;
        }
        lines += if used > 0.0 { 1.0 } else { 0.0 };
        // What is longer than a line goes on in the next ones, and leaves at the end of each what a sign may take.
        let room = width - 2.2;
        lines += (own / room).ceil() - 1.0;
        used = if own > room { room } else { own };
    }
    lines
}

/// A text on one line, of so many columns and on paper no wider than as many small letters: what is longer ends at a word, with
/// a mark.
pub(crate) fn clipped(text: &str, columns: usize) -> String {
    let text = collapse_white_space(text);
    let text = text.trim();
    let room = columns as f64 * ems("n");
    let fits = |cells: usize, ems: f64| cells <= columns && ems <= room;
    if fits(cells(text), width_in_ems(text)) {
        return text.to_owned();
    }
    // The mark stands after a blank.
    let (mut taken, mut wide) = (2, ems("…") + ems(" "));
    let (mut end, mut word) = (0, 0);
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += cells(grapheme);
        wide += ems(grapheme);
        if !fits(taken, wide) {
            break;
        }
        if grapheme == " " {
            word = at;
        }
        end = at + grapheme.len();
    }
    // Where that would leave less than half, a word is cut.
    let end = if word * 2 > end { word } else { end };
    format!("{}\u{a0}…", text[..end].trim_end_matches(|c: char| c.is_whitespace() || ",;:–".contains(c)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_ends_at_a_word() {
        assert_eq!(clipped("  one\n two ", 20), "one two");
        assert_eq!(
            clipped("seven words are too many here, aren't they", 30),
            "seven words are too many\u{a0}…"
        );
        // On paper an m is wider than a small letter is on the screen.
        assert_eq!(clipped("Donaudampfschifffahrt", 12), "Donaudam\u{a0}…");
        assert_eq!(clipped("", 5), "");
    }

    #[test]
    fn a_line_on_paper_ends_before_what_has_no_room() {
        assert!((lines("nnnn nnnn", 6.0) - 1.0).abs() < 0.1);
        assert!((lines("nnnn nnnn", 5.0) - 2.0).abs() < 0.1);
        assert!((lines("", 5.0) - 1.0).abs() < 0.1);
        assert!((lines(&"M".repeat(100), 22.0) - 6.0).abs() < 0.1, "a word goes on in the next line");
    }

    proptest! {
        #[test]
        fn a_clipped_text_has_room(text in "[a-zA-Z中é ,]{0,80}", columns in 6_usize..60) {
            let clipped = clipped(&text, columns);
            prop_assert!(cells(&clipped) <= columns, "{clipped:?} in {columns}");
            prop_assert!(width_in_ems(&clipped) <= columns as f64 * 0.64 + 1e-6, "{clipped:?} in {columns}");
        }

        #[test]
        fn lines_have_room_for_all_of_a_text(text in "[a-zM中 ]{0,200}", width in 6_u16..70) {
            let words: f64 = text.split_whitespace().map(width_in_ems).sum();
            prop_assert!(words <= lines(&text, f64::from(width)) * f64::from(width));
        }
    }
}
