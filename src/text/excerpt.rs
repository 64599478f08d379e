//! A line of a text around some of its words.

use std::ops::Range;

use super::cut::{collapse_white_space, floor_boundary};
use super::width::{self, graphemes};

/// One line of a text, and where in it the words stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Excerpt {
    /// The line; a mark stands for what was left out at its ends.
    pub text: String,
    /// The bytes of the line that are the words.
    pub words: Range<usize>,
}

/// The most bytes examined per cell: where characters take no cell or many bytes, less of the text is shown.
const MAX_BYTES_PER_CELL: usize = 8;

/// A line of at most `cells` cells around these words of a stretch of the text, with `mark` for what is left out.
/// White space is one blank. The words are whole if there is room for them; a third of the rest stands before them,
/// more where less follows.
///
/// # Panics
///
/// If the words or the stretch cut a character, or the words lie outside of the stretch.
pub fn around(text: &str, stretch: Range<usize>, words: Range<usize>, cells: usize, mark: &str) -> Excerpt {
    let reach = (cells + 2) * MAX_BYTES_PER_CELL;
    let from = floor_boundary(text, words.start.saturating_sub(reach).max(stretch.start));
    let to = floor_boundary(text, words.end.saturating_add(reach).min(stretch.end));
    let before = collapse_white_space(&text[from..words.start]);
    let exact =
        collapse_white_space(&text[words.start..floor_boundary(text, words.end.min(words.start + reach))]);
    let exact = width::truncate(&exact, cells, mark).into_owned();
    let after = collapse_white_space(&text[words.end..to]);
    let room = cells - width::cells(&exact);
    let wanted = width::cells(&after).min(room);
    let before = end_of(&before, (room / 3).max(room - wanted), from > stretch.start, mark);
    let room = room - width::cells(&before);
    let after = width::truncate(&after, room, mark);
    let words = before.len()..before.len() + exact.len();
    Excerpt { text: format!("{before}{exact}{after}"), words }
}

/// The end of a text that takes at most so many cells, from a word's beginning on.
fn end_of(text: &str, cells: usize, is_cut: bool, mark: &str) -> String {
    let total = width::cells(text);
    if total <= cells && !is_cut {
        return text.trim_start().to_owned();
    }
    let mark_cells = width::cells(mark);
    let mut left_out = 0;
    let mut start = text.len();
    let mut after_blank = false;
    for grapheme in graphemes(text) {
        let is_blank = grapheme.symbol.chars().all(char::is_whitespace);
        // The mark and a blank come before it.
        if after_blank && !is_blank && total - left_out + mark_cells < cells {
            start = grapheme.start;
            break;
        }
        left_out += usize::from(grapheme.cells);
        after_blank = is_blank;
    }
    match (&text[start..], cells) {
        // No whole word fits, or the words begin inside one.
        ("", room) if room < mark_cells => String::new(),
        ("", room) if room == mark_cells => mark.to_owned(),
        ("", _) if text.ends_with(' ') => format!("{mark} "),
        ("", _) => {
            let mut left_out = 0;
            let cut = graphemes(text).find(|grapheme| {
                let fits = total - left_out + mark_cells <= cells;
                left_out += usize::from(grapheme.cells);
                fits
            });
            format!("{mark}{}", &text[cut.map_or(text.len(), |grapheme| grapheme.start)..])
        }
        (words, _) => format!("{mark} {words}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, words: &str, cells: usize) -> String {
        let start = text.find(words).expect("the words");
        let Excerpt { text, words } = around(text, 0..text.len(), start..start + words.len(), cells, "…");
        format!("{}[{}]{}", &text[..words.start], &text[words.clone()], &text[words.end..])
    }

    #[test]
    fn words_stand_in_what_is_around_them() {
        let text = "Seit die USA den Export leistungsstarker Nvidia-Chips nach China eingeschränkt haben";
        assert_eq!(shown(text, "Chips", 200), text.replace("Chips", "[Chips]"));
        assert_eq!(shown(text, "Chips", 40), "… Nvidia-[Chips] nach China …");
        assert_eq!(shown(text, "Seit", 20), "[Seit] die USA den …");
        assert_eq!(shown(text, "haben", 24), "… eingeschränkt [haben]");
        assert_eq!(shown(text, "Nvidia", 6), "[Nvidia]");
        assert_eq!(shown(text, "Nvidia", 3), "[Nv…]");
        assert_eq!(shown("eins\n  zwei\t drei", "zwei", 30), "eins [zwei] drei");
    }

    #[test]
    fn a_stretch_has_ends() {
        let excerpt = around("ab cd ef", 3..5, 3..5, 20, "…");
        assert_eq!(excerpt, Excerpt { text: "cd".into(), words: 0..2 });
    }

    proptest! {
        #[test]
        fn a_line_has_room_and_holds_the_words(
            before in "[a書é ]{0,40}", words in "[a書é]{1,9}", after in "[a書é ]{0,40}", cells in 0_usize..60,
            mark in "…|\\.\\.\\."
        ) {
            let text = format!("{before}{words}{after}");
            let range = before.len()..before.len() + words.len();
            let excerpt = around(&text, 0..text.len(), range, cells, &mark);
            prop_assert!(width::cells(&excerpt.text) <= cells, "{:?}", excerpt);
            let shown = &excerpt.text[excerpt.words.clone()];
            prop_assert!(shown == words || width::cells(&words) > cells, "{:?}", excerpt);
        }
    }
}
