//! Plain text: what can be searched, compared and pasted.

use ratatui::buffer::Buffer;

use super::cells::rows;

/// A buffer as plain text: a line for each row, without the blanks at its end.
pub fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for row in rows(buffer) {
        let start = text.len();
        text.extend(row.map(|drawn| drawn.symbol));
        text.truncate(start + text[start..].trim_end_matches(' ').len());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    use super::*;
    use crate::render::cells::tests::buffer;

    #[test]
    fn a_row_is_a_line() {
        let buffer = Buffer::with_lines(["┌ 人工智能 ┐  ", "", "  Johor"]);
        assert_eq!(text(&buffer), "┌ 人工智能 ┐\n\n  Johor\n");
    }

    #[test]
    fn nothing_is_no_line() {
        assert_eq!(text(&Buffer::empty(Rect::ZERO)), "");
        assert_eq!(text(&Buffer::empty(Rect::new(3, 3, 0, 2))), "\n\n");
    }

    #[test]
    fn what_would_leave_its_row_is_a_blank() {
        let mut buffer = Buffer::with_lines(["ab"]);
        buffer[(0, 0)].set_symbol("\n");
        buffer[(1, 0)].set_symbol("中");
        assert_eq!(text(&buffer), "\n");
    }

    proptest! {
        #[test]
        fn any_buffer_has_a_line_a_row(buffer in buffer()) {
            let text = text(&buffer);
            prop_assert_eq!(text.matches('\n').count(), usize::from(buffer.area.height));
            prop_assert!(text.lines().all(|line| crate::text::width::cells(line) <= usize::from(buffer.area.width)));
        }
    }
}
