//! The words of a picture: runs of one style on one row, as `<text>` elements.

use std::fmt::Write as _;

use ratatui::style::Modifier;

use crate::render::cells::Drawn;
use crate::render::palette::{CellStyle, Rgb};
use crate::text::escape::escape;

/// Blanks that a run may hold; a wider gap ends it, so that columns do not depend on the font.
const GAP: u16 = 2;

/// What a class says of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Class {
    color: Rgb,
    bold: bool,
    italic: bool,
}

/// Words of one class beside each other.
#[derive(Debug)]
struct Run {
    class: usize,
    column: u16,
    row: u16,
    cells: u16,
    text: String,
    /// Whether more may follow: only of what every font draws one cell wide.
    open: bool,
}

/// The words met so far, in reading order.
#[derive(Default, Debug)]
pub(super) struct SvgText {
    classes: Vec<Class>,
    runs: Vec<Run>,
}

impl SvgText {
    /// Adds what stands in a row from left to right.
    pub(super) fn add(&mut self, drawn: &Drawn<'_>, row: u16, style: CellStyle) {
        let class = self.class(Class {
            color: style.text,
            bold: style.is(Modifier::BOLD),
            italic: style.is(Modifier::ITALIC),
        });
        let open = drawn.is_common();
        if let Some(last) = self.runs.last_mut()
            && last.open
            && open
            && (last.class, last.row) == (class, row)
            && drawn.column - (last.column + last.cells) <= GAP
        {
            let gap = drawn.column - (last.column + last.cells);
            last.text.extend((0..gap).map(|_| ' '));
            last.text.push_str(drawn.symbol);
            last.cells += gap + drawn.cells;
            return;
        }
        let text = drawn.symbol.to_owned();
        self.runs.push(Run { class, column: drawn.column, row, cells: drawn.cells, text, open });
    }

    fn class(&mut self, class: Class) -> usize {
        self.classes.iter().position(|known| *known == class).unwrap_or_else(|| {
            self.classes.push(class);
            self.classes.len() - 1
        })
    }

    /// The style sheet's rules for the classes.
    pub(super) fn rules(&self) -> String {
        let mut rules = String::new();
        for (index, class) in self.classes.iter().enumerate() {
            let bold = if class.bold { ";font-weight:bold" } else { "" };
            let italic = if class.italic { ";font-style:italic" } else { "" };
            let _ = write!(rules, ".s{index}{{fill:{}{bold}{italic}}}", class.color);
        }
        rules
    }

    /// The elements, given the place of a run's baseline and its length in pixels.
    pub(super) fn elements(
        &self,
        place: impl Fn(u16, u16) -> (f64, f64),
        length: impl Fn(u16) -> f64,
    ) -> String {
        let mut elements = String::new();
        for run in &self.runs {
            let (x, y) = place(run.column, run.row);
            let (class, length, text) = (run.class, length(run.cells), escape(&run.text));
            let _ = writeln!(
                elements,
                r#"<text class="s{class}" x="{x}" y="{y}" textLength="{length}" lengthAdjust="spacingAndGlyphs">{text}</text>"#
            );
        }
        elements
    }
}
