//! Text with SGR sequences (ECMA-48), which `cat` shows in a terminal as it was drawn.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::cells::{Drawn, rows};

/// What each modifier is in SGR.
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// A buffer as text with its colours and styles: a line for each row, each of which ends in the plain style.
///
/// The terminal's own colours stay its own. Blanks at a line's end go where they show nothing.
pub fn ansi(buffer: &Buffer) -> String {
    let mut ansi = String::new();
    for row in rows(buffer) {
        let mut row: Vec<_> = row.collect();
        let shown = row.iter().rposition(|drawn| !shows_nothing(drawn)).map_or(0, |last| last + 1);
        row.truncate(shown);
        let mut current = String::new();
        for drawn in row {
            let style = sgr(drawn.cell);
            if style != current {
                // Each change of style sets everything: no sequence depends on what came before.
                let reset = if current.is_empty() { "" } else { "0" };
                let and = if reset.is_empty() || style.is_empty() { "" } else { ";" };
                let _ = write!(ansi, "\x1b[{reset}{and}{style}m");
                current = style;
            }
            ansi.push_str(drawn.symbol);
        }
        if !current.is_empty() {
            ansi.push_str("\x1b[0m");
        }
        ansi.push('\n');
    }
    ansi
}

/// Whether the end of a line looks the same without it.
fn shows_nothing(drawn: &Drawn<'_>) -> bool {
    let seen = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    drawn.is_blank() && drawn.cell.bg == Color::Reset && !drawn.cell.modifier.intersects(seen)
}

/// The parameters of the SGR sequence for a cell's style; empty for the plain one.
fn sgr(cell: &Cell) -> String {
    let mut parameters: Vec<String> = Vec::new();
    for (modifier, code) in MODIFIERS {
        if cell.modifier.contains(modifier) {
            parameters.push(code.to_string());
        }
    }
    parameters.extend(color(cell.fg, 30));
    parameters.extend(color(cell.bg, 40));
    parameters.join(";")
}

/// The parameters for a colour, counted from 30 for the text and from 40 for the background.
fn color(color: Color, base: u8) -> Option<String> {
    let own = match color {
        Color::Reset => return None,
        Color::Rgb(r, g, b) => return Some(format!("{};2;{r};{g};{b}", base + 8)),
        Color::Indexed(index) => return Some(format!("{};5;{index}", base + 8)),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    Some((base + own).to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;
    use crate::render::cells::tests::buffer;

    #[test]
    fn a_run_has_one_sequence() {
        let mut buffer = Buffer::with_lines(["KI-Exodus in Asien"]);
        buffer.set_style(ratatui::layout::Rect::new(0, 0, 2, 1), Style::new().fg(Color::LightRed).bold());
        buffer.set_style(ratatui::layout::Rect::new(2, 0, 1, 1), Style::new().bg(Color::Indexed(8)));
        buffer.set_style(
            ratatui::layout::Rect::new(13, 0, 5, 1),
            Style::new().fg(Color::Rgb(1, 2, 3)).reversed(),
        );
        assert_eq!(
            ansi(&buffer),
            "\x1b[1;91mKI\x1b[0;48;5;8m-\x1b[0mExodus in \x1b[7;38;2;1;2;3mAsien\x1b[0m\n"
        );
    }

    #[test]
    fn blanks_at_the_end_stay_where_they_are_seen() {
        let mut buffer = Buffer::with_lines(["a   ", "b   "]);
        buffer.set_style(ratatui::layout::Rect::new(0, 0, 4, 1), Style::new().fg(Color::Gray));
        buffer.set_style(ratatui::layout::Rect::new(1, 1, 2, 1), Style::new().bg(Color::Blue));
        assert_eq!(ansi(&buffer), "\x1b[37ma\x1b[0m\nb\x1b[44m  \x1b[0m\n");
    }

    proptest! {
        #[test]
        fn without_its_styles_it_is_the_plain_text(buffer in buffer()) {
            let ansi = ansi(&buffer);
            prop_assert_eq!(ansi.matches('\n').count(), usize::from(buffer.area.height));
            let plain: String = strip(&ansi);
            let text = crate::render::text::text(&buffer);
            for (plain, text) in plain.lines().zip(text.lines()) {
                prop_assert_eq!(plain.trim_end_matches(' '), text);
            }
        }
    }

    /// A text without its SGR sequences.
    fn strip(ansi: &str) -> String {
        let mut parts = ansi.split("\x1b[");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
    }
}
