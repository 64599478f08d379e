//! Every sign of ours that is no letter, digit or punctuation of ASCII, and what stands for it where a terminal has
//! nothing else (`--ascii`). What the article and the dossier say is never touched: only what we draw asks here.

use ratatui::symbols::border;

use crate::i18n::dates::DateSigns;

/// Which signs are in force.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Glyphs {
    /// Those of Unicode.
    #[default]
    Unicode,
    /// Only those of ASCII.
    Ascii,
}

/// A sign, or a few characters that are one, in both forms.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Glyph {
    unicode: &'static str,
    ascii: &'static str,
}

impl Glyph {
    /// Its form among the signs in force.
    pub const fn get(self, glyphs: Glyphs) -> &'static str {
        match glyphs {
            Glyphs::Unicode => self.unicode,
            Glyphs::Ascii => self.ascii,
        }
    }
}

macro_rules! glyphs {
    ($($(#[$doc:meta])* $name:ident = $unicode:literal $ascii:literal;)*) => {
        $($(#[$doc])* pub const $name: Glyph = Glyph { unicode: $unicode, ascii: $ascii };)*
    };
}

// One cell each: these have columns of their own.
glyphs! {
    /// The article says it.
    ARTICLE = "▏" "|";
    /// Only sources say it.
    BACKGROUND = "┊" ":";
    /// Inferred by us.
    INFERRED = "∴" "i";
    /// An event that the article perhaps means.
    PERHAPS = "⇢" "p";
    /// Borne out.
    BORNE_OUT = "=" "=";
    /// Qualified.
    QUALIFIED = "~" "~";
    /// Contradicted.
    CONTRADICTED = "≠" "#";
    /// Open.
    OPEN = "?" "?";
    /// A gap.
    GAP = "+" "+";
    /// Its evidence is broken.
    BROKEN = "!" "!";
    /// Before the selection.
    SELECTED = "▶" ">";
    /// Before what the next step starts from.
    CURSOR = "▷" ")";
    /// After what is linked to the selection.
    LIT = "◀" "<";
    /// A lower bound in a chart; what is above the window of a list.
    UP = "↑" "^";
    /// An upper bound in a chart; what is below the window of a list. Not the small letter, which is a key.
    DOWN = "↓" "V";
    /// A figure that was looked for and not found.
    MISSING = "×" "x";
    /// An event on the time axis.
    EVENT = "▲" "*";
    /// In the shape of a line: no figure between two periods, and none was looked for.
    NO_PERIOD = "·" "-";
}

// What bars are filled with, a cell each.
glyphs! {
    /// What was there first.
    FILL_FIRST = "▒" "=";
    /// What came since.
    FILL_ADDED = "█" "#";
    /// What went since.
    FILL_GONE = "░" ".";
}

// Before a value, where there is no room for words.
glyphs! {
    /// It is only about right, or was rounded.
    ABOUT = "≈" "~";
    /// From a value to a later one; in ASCII apart from the signs of values.
    FROM_TO = "→" " -> ";
    /// It became less.
    MINUS = "−" "-";
}

/// What the parts of a total are filled with, in their order; the last also stands for a total that is not divided.
pub const PART_FILLS: [Glyph; 4] = [FILL_ADDED, FILL_GONE, FILL_FIRST, Glyph { unicode: "▓", ascii: ":" }];

// What stands in the plot of a line chart. Of Unicode the marks are dots of braille, drawn as fine as those are; here is what
// the help shows of them.
glyphs! {
    /// A value at its height.
    POINT = "⠶" "@";
    /// The same, where the date is unsure.
    UNSURE_POINT = "⠢" "o";
    /// Ten events or more.
    MANY = "+" "+";
    /// The day of the article, down the plot.
    ARTICLE_DAY = "┆" ":";
}

// On a map, and beside its figures.
glyphs! {
    /// What is there.
    DISC = "●" "@";
    /// What is planned.
    RING = "○" "o";
    /// A place that has a figure.
    CITY = "◆" "*";
}

// What rules and axes are made of, a cell each.
glyphs! {
    /// A rule across.
    RULE = "─" "-";
    /// A rule across that is heavy.
    HEAVY_RULE = "━" "=";
    /// The value axis.
    AXIS = "│" "|";
    /// A tick of the value axis.
    VALUE_TICK = "┤" "-";
    /// A tick of the time axis.
    TIME_TICK = "┴" "'";
    /// Where the time axis meets another rule.
    CROSSING = "┼" "+";
}

// Within text of ours.
glyphs! {
    /// Between the parts of a line.
    DOT = " · " "; ";
    /// From one to another.
    TO = "–" "-";
    /// Between an actor, what it does, and to whom: before the verb.
    DOES = " – " " - ";
    /// The same, after the verb.
    WHOM = " → " " -> ";
    /// Before what to do.
    ARROW = "→" "->";
    /// Columns by rows.
    TIMES = "×" "x";
    /// Not less than; not before.
    AT_LEAST = "≥" ">=";
    /// Not more than; not after.
    AT_MOST = "≤" "<=";
    /// More than, a bound that is not reached.
    MORE_THAN = ">" ">";
    /// Before an item of a list in the article.
    BULLET = "•" "*";
    /// Before what is on an axis.
    EARLIER = "←" "<-";
    /// After what is on an axis.
    LATER = "→" "->";
    /// One step back on the way here.
    STEP_BACK = "‹" "<";
    /// After a number of degrees; the side of the world says it too.
    DEGREES = "°" "";
    /// For what is cut off.
    ELLIPSIS = "…" "...";
}

const LIGHT_ASCII: border::Set<'static> = border::Set {
    top_left: ".",
    top_right: ".",
    bottom_left: "'",
    bottom_right: "'",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

const HEAVY_ASCII: border::Set<'static> =
    border::Set { horizontal_top: "=", horizontal_bottom: "=", ..LIGHT_ASCII };

impl Glyphs {
    /// The edges of a box.
    pub const fn border(self, heavy: bool) -> border::Set<'static> {
        match (self, heavy) {
            (Self::Unicode, true) => border::THICK,
            (Self::Unicode, false) => border::PLAIN,
            (Self::Ascii, true) => HEAVY_ASCII,
            (Self::Ascii, false) => LIGHT_ASCII,
        }
    }

    /// The signs that dates are written with.
    pub const fn in_dates(self) -> DateSigns {
        DateSigns { to: TO.get(self), at_least: AT_LEAST.get(self), at_most: AT_MOST.get(self) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::text::width;

    /// What stands in a column of signs or in a chart, where one could be taken for another.
    const SIGNS: [Glyph; 19] = [
        ARTICLE,
        BACKGROUND,
        INFERRED,
        PERHAPS,
        BORNE_OUT,
        QUALIFIED,
        CONTRADICTED,
        OPEN,
        GAP,
        BROKEN,
        SELECTED,
        CURSOR,
        LIT,
        UP,
        DOWN,
        MISSING,
        EVENT,
        POINT,
        UNSURE_POINT,
    ];

    #[test]
    fn no_sign_can_be_taken_for_another() {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let signs: Vec<&str> = SIGNS.into_iter().map(|glyph| glyph.get(glyphs)).collect();
            assert_eq!(signs.iter().collect::<HashSet<_>>().len(), signs.len(), "{signs:?}");
            assert!(signs.iter().all(|sign| width::cells(sign) == 1), "{signs:?}");
        }
    }

    #[test]
    fn what_axes_are_made_of_takes_a_cell_and_ascii_is_ascii() {
        for glyph in [RULE, HEAVY_RULE, AXIS, VALUE_TICK, TIME_TICK, CROSSING, ARTICLE_DAY] {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                assert_eq!(width::cells(glyph.get(glyphs)), 1, "{glyph:?}");
            }
            assert!(glyph.get(Glyphs::Ascii).is_ascii());
        }
        for glyph in SIGNS.into_iter().chain([
            DOT, TO, DOES, WHOM, TIMES, AT_LEAST, AT_MOST, MORE_THAN, ABOUT, FROM_TO, MINUS, BULLET, EARLIER,
            LATER, STEP_BACK, DEGREES, ELLIPSIS,
        ]) {
            assert!(glyph.get(Glyphs::Ascii).is_ascii(), "{glyph:?}");
        }
    }
}
