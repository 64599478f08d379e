//! The rows of a buffer as a terminal shows them.

use ratatui::buffer::{Buffer, Cell, CellWidth};

/// The content of one or more cells of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn<'a> {
    /// The column it begins in, counted from the buffer's left edge.
    pub(super) column: u16,
    /// The cells it takes, at least 1.
    pub(super) cells: u16,
    /// What is shown; a blank where a terminal could show nothing.
    pub(super) symbol: &'a str,
    /// The cell that says in which style.
    pub(super) cell: &'a Cell,
}

impl Drawn<'_> {
    /// Whether nothing is shown but the background.
    pub(super) fn is_blank(&self) -> bool {
        self.symbol == " "
    }

    /// Whether any monospace font can be trusted to draw it one cell wide: Latin, Greek, Cyrillic, and what surrounds
    /// them. The rest may come from another font, so it must be made to fit.
    pub(super) fn is_common(&self) -> bool {
        self.cells == 1
            && self.symbol.chars().all(|one| {
                matches!(one, ' '..='~' | '\u{A1}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{2010}'..='\u{2027}' | '€')
            })
    }
}

/// The rows of a buffer, from the top.
pub(super) fn rows(buffer: &Buffer) -> impl Iterator<Item = impl Iterator<Item = Drawn<'_>>> {
    let width = usize::from(buffer.area.width);
    (0..usize::from(buffer.area.height))
        .map(move |row| drawn(&buffer.content[row * width..(row + 1) * width]))
}

/// The content of a row, without the cells covered by a wide grapheme.
fn drawn(row: &[Cell]) -> impl Iterator<Item = Drawn<'_>> {
    let mut column = 0;
    std::iter::from_fn(move || {
        let cell = row.get(column)?;
        let (symbol, cells) = shown(cell.symbol(), row.len() - column);
        let drawn = Drawn { column: column as u16, cells, symbol, cell };
        column += usize::from(cells);
        Some(drawn)
    })
}

/// What a symbol shows in so much room, and the cells it takes. A cell may hold anything; a control character, or a
/// grapheme that is too wide or has no width, would move all that follows it.
fn shown(symbol: &str, room: usize) -> (&str, u16) {
    if symbol.is_empty() || symbol.contains(char::is_control) {
        return (" ", 1);
    }
    let cells = symbol.cell_width();
    if cells == 0 || usize::from(cells) > room { (" ", 1) } else { (symbol, cells) }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    fn symbol() -> impl Strategy<Value = String> {
        let hard = prop::sample::select(vec![
            "中",
            "👩‍👩‍👧",
            "u\u{308}",
            "\u{200B}",
            "",
            "\n",
            "&",
            "<",
            "\"",
            "\u{FFFE}",
            "]]>",
        ]);
        let shape =
            (0x2500..0x2900_u32).prop_filter_map("a character", |one| char::from_u32(one).map(String::from));
        prop_oneof![
            hard.prop_map(String::from),
            shape,
            any::<char>().prop_map(String::from),
            "[ a-zä-ü]".prop_map(String::from)
        ]
    }

    fn color() -> impl Strategy<Value = Color> {
        prop_oneof![
            Just(Color::Reset),
            any::<u8>().prop_map(Color::Indexed),
            any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
            prop::sample::select(vec![
                Color::Red,
                Color::White,
                Color::Gray,
                Color::DarkGray,
                Color::LightBlue
            ]),
        ]
    }

    /// Any buffer, whatever its cells hold.
    pub(in crate::render) fn buffer() -> impl Strategy<Value = Buffer> {
        let style = (color(), color(), any::<u16>()).prop_map(|(fg, bg, bits)| {
            Style::new().fg(fg).bg(bg).add_modifier(Modifier::from_bits_truncate(bits))
        });
        let area = (0..3_u16, 0..3_u16, 0..12_u16, 0..6_u16).prop_map(|(x, y, w, h)| Rect::new(x, y, w, h));
        (area, prop::collection::vec((symbol(), style), 0..72)).prop_map(|(area, cells)| {
            let mut buffer = Buffer::empty(area);
            for (cell, (symbol, style)) in buffer.content.iter_mut().zip(cells) {
                cell.set_symbol(&symbol).set_style(style);
            }
            buffer
        })
    }

    #[test]
    fn a_wide_grapheme_covers_its_cells() {
        let buffer = Buffer::with_lines(["a中b"]);
        let row: Vec<_> =
            rows(&buffer).flatten().map(|drawn| (drawn.column, drawn.cells, drawn.symbol)).collect();
        assert_eq!(row, [(0, 1, "a"), (1, 2, "中"), (3, 1, "b")]);
    }

    proptest! {
        #[test]
        fn rows_are_filled(buffer in buffer()) {
            for row in rows(&buffer) {
                let mut column = 0;
                for drawn in row {
                    prop_assert_eq!(drawn.column, column);
                    column += drawn.cells;
                }
                prop_assert_eq!(column, buffer.area.width);
            }
        }
    }
}
