//! What is drawn, cell by cell, with a letter for each style so that styles are asserted as readably as words.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// A part of the screen.
#[derive(Clone, PartialEq)]
pub(crate) struct Grid {
    pub(crate) rows: Vec<Row>,
}

/// A row of cells.
#[derive(Clone, PartialEq)]
pub(crate) struct Row {
    cells: Vec<Cell>,
}

impl Grid {
    pub(crate) fn of(buffer: &Buffer) -> Self {
        let width = usize::from(buffer.area.width).max(1);
        Self { rows: buffer.content.chunks(width).map(|cells| Row { cells: cells.to_vec() }).collect() }
    }

    /// The rows as lines, without the blanks at their ends.
    pub(crate) fn text(&self) -> String {
        self.rows.iter().map(|row| row.text().trim_end().to_owned() + "\n").collect()
    }

    /// The text as one line, however it is broken on screen and without the signs at the edges: for words that may
    /// stand on two rows.
    pub(crate) fn prose(&self) -> String {
        let rows = self.rows.iter().map(Row::text).collect::<Vec<_>>();
        let rows = rows.iter().map(|row| row.trim_matches(|c| " ▶▷▏┊∴⇢?=~≠+!◀".contains(c)));
        let words = rows.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        // A compound is broken at its own hyphen.
        words.replace("- ", "-")
    }

    /// Asserts that this is drawn exactly like another, and says which rows are not.
    pub(crate) fn assert_same(&self, expected: &Self, context: &str) {
        assert_eq!(self.rows.len(), expected.rows.len(), "{context}");
        let pairs = self.rows.iter().zip(&expected.rows);
        let show = |row: &Row| format!("{}|\n    {}\n", row.text(), row.weights());
        let other =
            pairs.filter(|(is, was)| is != was).map(|(is, was)| format!("is  {}was {}", show(is), show(was)));
        let other: String = other.collect();
        assert!(other.is_empty(), "{context}: drawn differently:\n{other}");
    }

    /// The one row that holds these words.
    pub(crate) fn row_with(&self, words: &str) -> Row {
        let mut found = self.rows.iter().filter(|row| row.text().contains(words));
        match (found.next(), found.next()) {
            (Some(row), None) => row.clone(),
            (None, _) => panic!("no row holds {words:?}:\n{}", self.text()),
            (Some(_), Some(_)) => panic!("several rows hold {words:?}:\n{}", self.text()),
        }
    }

    /// Which row holds these words.
    pub(crate) fn place_of(&self, words: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.text().contains(words))
    }

    /// The stretches of words in this weight, each as it stands on its row.
    pub(crate) fn words(&self, weight: char) -> Vec<String> {
        self.rows.iter().flat_map(|row| row.words(weight)).collect()
    }

    /// The inside of a frame with this name in its top edge: a box, or a rule above.
    pub(crate) fn framed(buffer: &Buffer, name: &str) -> Option<Self> {
        let width = usize::from(buffer.area.width).max(1);
        let rows: Vec<&[Cell]> = buffer.content.chunks(width).collect();
        let plain =
            [format!("─ {name} "), format!("━ {name} "), format!("[{name}]")].map(|plain| chars(&plain));
        let (top, at) = rows.iter().enumerate().find_map(|(y, row)| {
            let glyphs = glyphs(row);
            let at = plain.iter().find_map(|plain| place_among(&glyphs, plain))?;
            Some((y, at))
        })?;
        let edge = rows[top];
        let Some(left) = (0..=at).rev().find(|x| "┌┏".contains(glyph(edge, *x))) else {
            // The last two rows are the status and the key bar.
            let below = rows[top + 1..rows.len() - 2].iter();
            let inside = below.take_while(|row| !is_frame_rule(row)).map(|row| Row { cells: row.to_vec() });
            return Some(Self { rows: inside.collect() });
        };
        let right = (at..edge.len()).find(|x| "┐┓".contains(glyph(edge, *x)))?;
        let inside = rows[top + 1..].iter().take_while(|row| !"└┗".contains(glyph(row, left)));
        Some(Self { rows: inside.map(|row| Row { cells: row[left + 1..right].to_vec() }).collect() })
    }
}

impl Row {
    pub(crate) fn text(&self) -> String {
        self.cells.iter().map(Cell::symbol).collect()
    }

    /// A letter a cell: `R` reversed, `L` bold and underlined (words that are lit), `B` bold, `U` underlined, `.`
    /// plain.
    pub(crate) fn weights(&self) -> String {
        self.cells.iter().map(weight).collect()
    }

    /// A letter a cell: its colour's first, capital for the ground's; `.` for the terminal's own.
    pub(crate) fn colours(&self) -> String {
        self.cells.iter().map(colour).collect()
    }

    /// The one weight that these words have.
    pub(crate) fn weight_of(&self, words: &str) -> char {
        let from =
            place_of(&self.cells, words).unwrap_or_else(|| panic!("no {words:?} in {:?}", self.text()));
        let cells = &self.cells[from..from + words.chars().count()];
        let first = weight(&cells[0]);
        assert!(cells.iter().all(|cell| weight(cell) == first), "{words:?} in {}", self.weights());
        first
    }

    fn words(&self, wanted: char) -> Vec<String> {
        let runs = self.cells.chunk_by(|a, b| weight(a) == weight(b));
        let runs = runs.filter(|run| weight(&run[0]) == wanted);
        let words = runs.map(|run| run.iter().map(Cell::symbol).collect::<String>().trim().to_owned());
        words.filter(|word| word.chars().any(char::is_alphanumeric)).collect()
    }
}

fn glyph(cells: &[Cell], x: usize) -> char {
    cells[x].symbol().chars().next().unwrap_or(' ')
}

/// What each cell begins with.
fn glyphs(cells: &[Cell]) -> Vec<char> {
    (0..cells.len()).map(|x| glyph(cells, x)).collect()
}

fn chars(words: &str) -> Vec<char> {
    words.chars().collect()
}

/// The cell where these characters begin; a cell is a character in what is looked for.
fn place_of(cells: &[Cell], words: &str) -> Option<usize> {
    place_among(&glyphs(cells), &chars(words))
}

fn place_among(glyphs: &[char], wanted: &[char]) -> Option<usize> {
    glyphs.windows(wanted.len().max(1)).position(|window| window == wanted)
}

/// The upper edge of a panel that has no box. The timeline rules the article's day across its whole width too,
/// but nothing there begins with two cells of rule and a name. What lies over the panels has a box.
fn is_frame_rule(cells: &[Cell]) -> bool {
    "─━┏".contains(glyph(cells, 0)) && glyph(cells, 2) == ' '
}

fn weight(cell: &Cell) -> char {
    let has = |modifier| cell.modifier.contains(modifier);
    match (has(Modifier::REVERSED), has(Modifier::BOLD), has(Modifier::UNDERLINED)) {
        (true, _, _) => 'R',
        (false, true, true) => 'L',
        (false, true, false) => 'B',
        (false, false, true) => 'U',
        (false, false, false) => '.',
    }
}

fn colour(cell: &Cell) -> char {
    let letter = |colour: Color| format!("{colour:?}").chars().next().unwrap_or('.').to_ascii_lowercase();
    match (cell.fg, cell.bg) {
        (Color::Reset, Color::Reset) => '.',
        (fg, Color::Reset) => letter(fg),
        (_, bg) => letter(bg).to_ascii_uppercase(),
    }
}
