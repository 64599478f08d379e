//! What a terminal shows after the bytes it was sent, for terminals that count cells in different ways.

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// How a terminal decides how many cells text takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Counts {
    /// Each character on its own, as `wcwidth` says: xterm, tmux 3.3, GNU screen.
    Characters,
    /// The same with tables that give two cells to all else that has any: no terminal is that wide.
    WideCharacters,
    /// Each cluster, at most two cells: kitty, foot, Ghostty, mode 2027.
    Clusters,
    /// Each cluster, by its first character.
    FirstOfCluster,
    /// Each cluster but ideographs in one cell: no terminal is that narrow.
    NarrowClusters,
}

impl Counts {
    pub(crate) const ALL: [Self; 5] =
        [Self::Characters, Self::WideCharacters, Self::Clusters, Self::FirstOfCluster, Self::NarrowClusters];

    fn by_cluster(self) -> bool {
        !matches!(self, Self::Characters | Self::WideCharacters)
    }

    /// The cells of what is counted as one; nothing for what joins the cell before.
    fn cells(self, unit: &str) -> usize {
        if unit.len() == 1 {
            return 1;
        }
        match self {
            Self::Characters | Self::Clusters => usize::from(unit.cell_width().min(2)),
            Self::FirstOfCluster => {
                let first = unit.chars().next().map_or(0, char::len_utf8);
                usize::from(unit[..first].cell_width().min(2))
            }
            Self::WideCharacters | Self::NarrowClusters if is_certain(unit) => usize::from(unit.cell_width()),
            Self::WideCharacters => usize::from(unit.cell_width() > 0) * 2,
            Self::NarrowClusters => 1,
        }
    }
}

/// The same everywhere: letters of most scripts, half-width kana, ideographs, and what our frames and signs are made of.
fn is_certain(unit: &str) -> bool {
    let mut chars = unit.chars();
    let known = |one: char| matches!(one, ' '..='\u{2bff}' | '\u{ff61}'..='\u{ff9f}');
    let ideographs = |one: char| matches!(one, '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    let Some(one) = chars.next().filter(|_| chars.clone().next().is_none()) else { return false };
    unit.cell_width() == if ideographs(one) { 2 } else { u16::from(known(one)) }
}

/// A cell of the screen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Cell {
    /// What is drawn from here on; empty where nothing is, or where what the cell before holds reaches.
    pub(crate) symbol: String,
    style: Style,
    /// The right half of the cell before.
    half: bool,
}

/// The attributes that are on, a bit each, and the two colours as they were asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Style {
    attributes: u16,
    foreground: Option<u16>,
    ground: Option<u16>,
}

impl Style {
    /// What of it is seen where nothing is drawn: the ground, and lines, blinking and reversal with their colour.
    fn of_blank(self) -> Self {
        let seen = self.attributes & (1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 9);
        let foreground = self.foreground.filter(|_| seen != 0);
        Self { attributes: seen, foreground, ground: self.ground }
    }
}

/// The bytes of a frame as what they ask for: read once for all terminals.
pub(crate) struct Frame<'a> {
    parts: Vec<Part<'a>>,
}

enum Part<'a> {
    /// Text, in characters and in clusters.
    Text { characters: Vec<&'a str>, clusters: Vec<&'a str> },
    /// A control sequence: its parameters, the same as numbers, and its last byte.
    Control { parameters: &'a str, numbers: Vec<u16>, end: u8 },
}

impl<'a> Frame<'a> {
    /// Fails on what no frame should hold.
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        let mut parts = Vec::new();
        let mut rest = std::str::from_utf8(bytes).expect("frames are UTF-8");
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix("\x1b[") {
                let end = after.find(|c: char| ('@'..='~').contains(&c)).expect("a sequence ends");
                let parameters = &after[..end];
                let numbers = parameters.split(';').map(|number| number.parse().unwrap_or(0)).collect();
                parts.push(Part::Control { parameters, numbers, end: after.as_bytes()[end] });
                rest = &after[end + 1..];
            } else if let Some(after) =
                ["\x1b(B", "\x1b F", "\x0f"].iter().find_map(|known| rest.strip_prefix(known))
            {
                rest = after;
            } else {
                let end = rest.find(char::is_control).unwrap_or(rest.len());
                assert!(end > 0, "no frame holds {:?}", rest.chars().next());
                let text = &rest[..end];
                let characters =
                    text.char_indices().map(|(at, one)| &text[at..at + one.len_utf8()]).collect();
                parts.push(Part::Text { characters, clusters: text.graphemes(true).collect() });
                rest = &rest[end..];
            }
        }
        Self { parts }
    }
}

/// A terminal.
pub(crate) struct Model {
    counts: Counts,
    columns: usize,
    rows: Vec<Vec<Cell>>,
    /// The column may be the one after the last: the next character goes to the next row, if lines wrap.
    x: usize,
    y: usize,
    style: Style,
    wraps: bool,
    /// Text ran on to the next row.
    pub(crate) has_wrapped: bool,
}

impl Model {
    pub(crate) fn new(counts: Counts, (columns, rows): (u16, u16)) -> Self {
        let (columns, rows) = (usize::from(columns), usize::from(rows));
        Self {
            counts,
            columns,
            rows: vec![vec![Cell::default(); columns]; rows],
            x: 0,
            y: 0,
            style: Style::default(),
            wraps: true,
            has_wrapped: false,
        }
    }

    pub(crate) fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    pub(crate) fn row_text(&self, y: usize) -> String {
        let drawn =
            |cell: &Cell| if cell.symbol.is_empty() && !cell.half { " ".into() } else { cell.symbol.clone() };
        self.rows[y].iter().map(drawn).collect()
    }

    /// Does what the bytes ask for. Fails on what no frame should hold.
    pub(crate) fn feed(&mut self, frame: &Frame<'_>) {
        for part in &frame.parts {
            match part {
                Part::Text { characters, clusters } => {
                    let counts = self.counts;
                    let units = if counts.by_cluster() { clusters } else { characters };
                    for unit in units {
                        self.put(unit, counts.cells(unit));
                    }
                }
                Part::Control { parameters, numbers, end } => self.control(parameters, numbers, *end),
            }
        }
    }

    fn control(&mut self, parameters: &str, numbers: &[u16], end: u8) {
        match (parameters, end) {
            (_, b'H') => {
                let place = |number: usize, cells: usize| {
                    usize::from(*numbers.get(number).unwrap_or(&1)).clamp(1, cells) - 1
                };
                (self.y, self.x) = (place(0, self.rows.len()), place(1, self.columns));
            }
            ("2", b'J') => (0..self.rows.len()).for_each(|y| self.erase(y, 0)),
            ("" | "0", b'K') => self.erase(self.y, self.x),
            (_, b'm') => self.attribute(numbers),
            ("?7", b'h' | b'l') => self.wraps = end == b'h',
            ("?2026" | "?6" | "?69" | "4", b'h' | b'l') | ("", b'r') => {}
            _ => panic!("no frame holds ESC [ {parameters} {}", char::from(end)),
        }
    }

    fn attribute(&mut self, mut numbers: &[u16]) {
        let style = &mut self.style;
        while let [number, rest @ ..] = numbers {
            numbers = rest;
            let mut off = |bits: &[u16]| bits.iter().for_each(|bit| style.attributes &= !(1 << bit));
            match (*number, rest) {
                (0, _) => *style = Style::default(),
                (1..=9, _) => style.attributes |= 1 << number,
                (22, _) => off(&[1, 2]),
                (23, _) => off(&[3]),
                (24, _) => off(&[4]),
                (25, _) => off(&[5, 6]),
                (27, _) => off(&[7]),
                (29, _) => off(&[9]),
                (38, [5, colour, rest @ ..]) => (style.foreground, numbers) = (Some(*colour), rest),
                (48, [5, colour, rest @ ..]) => (style.ground, numbers) = (Some(*colour), rest),
                (39, _) => style.foreground = None,
                (49, _) => style.ground = None,
                (59, _) => {}
                _ => panic!("no frame holds the attribute {number} {rest:?}"),
            }
        }
    }

    /// Erases a row from a column on, in the background that is set.
    fn erase(&mut self, y: usize, from: usize) {
        let from = from.min(self.columns);
        if from < self.columns {
            self.part(y, from);
        }
        // What lies wholly within the row goes as it is.
        let style = Style { ground: self.style.ground, ..Style::default() };
        for cell in &mut self.rows[y][from..] {
            cell.symbol.clear();
            (cell.style, cell.half) = (style, false);
        }
    }

    /// Before a cell is written: what is drawn over it and over a neighbour is no longer drawn at all. The cells keep
    /// their styles, as in xterm.
    fn part(&mut self, y: usize, x: usize) {
        let row = &mut self.rows[y];
        if row[x].half {
            row[x - 1].symbol.clear();
            row[x - 1].style = row[x - 1].style.of_blank();
            row[x].half = false;
            row[x].style = row[x].style.of_blank();
        }
        if row.get(x + 1).is_some_and(|next| next.half) {
            row[x + 1].half = false;
            row[x + 1].style = row[x + 1].style.of_blank();
        }
    }

    fn put(&mut self, unit: &str, cells: usize) {
        if cells == 0 {
            // It joins what is before the cursor, if anything is.
            if let Some(before) = self.x.checked_sub(1) {
                let row = &mut self.rows[self.y];
                let before = before - usize::from(row[before].half);
                if row[before].symbol.is_empty() {
                    row[before].symbol.push(' ');
                }
                row[before].symbol.push_str(unit);
            }
            return;
        }
        if self.x + cells > self.columns {
            if !self.wraps {
                return;
            }
            self.has_wrapped = true;
            self.x = 0;
            if self.y + 1 < self.rows.len() {
                self.y += 1;
            } else {
                self.rows.remove(0);
                self.rows.push(vec![Cell::default(); self.columns]);
            }
            if cells > self.columns {
                return;
            }
        }
        let style = if unit == " " { self.style.of_blank() } else { self.style };
        for x in self.x..self.x + cells {
            self.part(self.y, x);
            let symbol = if x == self.x { unit.trim_matches(' ').to_owned() } else { String::new() };
            self.rows[self.y][x] = Cell { symbol, style, half: x > self.x };
        }
        self.x += cells;
        if !self.wraps {
            self.x = self.x.min(self.columns - 1);
        }
    }
}

#[test]
fn the_models_count_as_they_say() {
    let shown = |counts, bytes: &str| {
        let mut model = Model::new(counts, (8, 2));
        model.feed(&Frame::of(bytes.as_bytes()));
        (model.row_text(0), model.x)
    };
    assert_eq!(shown(Counts::Characters, "🇩🇪a"), ("🇩🇪a     ".into(), 3));
    assert_eq!(shown(Counts::WideCharacters, "🇩🇪a"), ("🇩🇪a   ".into(), 5));
    assert_eq!(shown(Counts::Characters, "⚠\u{fe0f}a").1, 2);
    assert_eq!(shown(Counts::Clusters, "⚠\u{fe0f}a").1, 3);
    assert_eq!(shown(Counts::Clusters, "👩\u{200d}💻a").1, 3);
    assert_eq!(shown(Counts::Characters, "👩\u{200d}💻a").1, 5);
    assert_eq!(shown(Counts::FirstOfCluster, "กำa").1, 2);
    assert_eq!(shown(Counts::NarrowClusters, "🇩🇪a").1, 2);
    // The other half of what is overwritten goes; halves keep what is left of them in place.
    assert_eq!(shown(Counts::Characters, "中国\x1b[1;2Hx"), (" x国    ".into(), 2));
    assert_eq!(shown(Counts::Characters, "中国\x1b[1;1Hx"), ("x 国    ".into(), 1));
    assert_eq!(shown(Counts::Characters, "中国\x1b[1;4H\x1b[K"), ("中      ".into(), 3));
    // What has no room goes to the next row, or nowhere.
    assert_eq!(shown(Counts::Characters, "1234567中").0, "1234567 ");
    let mut model = Model::new(Counts::Characters, (8, 2));
    model.feed(&Frame::of("1234567中".as_bytes()));
    assert!(model.has_wrapped && model.row_text(1).starts_with('中'));
    model.feed(&Frame::of("\x1b[2J\x1b[?7l\x1b[1;8H中".as_bytes()));
    assert_eq!([model.row_text(0), model.row_text(1)], ["        ", "        "]);
}
