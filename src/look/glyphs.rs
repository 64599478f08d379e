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
    /// The reader has written a note.
    NOTE = "✎" "N";
    /// Before the selection.
    SELECTED = "▶" ">";
    /// Before words that something could be made of.
    SUGGESTED = "»" "*";
    /// Before what the next step starts from.
    CURSOR = "▷" ")";
    /// Before the one of several words that is chosen.
    CHOSEN = "●" "@";
    /// After the name of a field that must not stay empty.
    NEEDED = "*" "*";
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

// The kinds of events, a cell each; in ASCII their letters, of which that of a report is the one of "news".
glyphs! {
    /// Something is controlled that was not, or more strictly.
    KIND_CONTROL = "■" "c";
    /// A control is relaxed.
    KIND_RELAXATION = "□" "r";
    /// Something is advised.
    KIND_GUIDANCE = "●" "g";
    /// Something is ordered.
    KIND_MANDATE = "▲" "m";
    /// A rule is enforced.
    KIND_ENFORCEMENT = "▼" "e";
    /// Something is reported.
    KIND_REPORT = "◇" "n";
    /// Something is decided.
    KIND_DECISION = "◆" "d";
    /// Something is said.
    KIND_STATEMENT = "○" "s";
    /// An event of another kind.
    KIND_OTHER = "•" "o";
}

// What the lanes of the timeline are made of, a cell each.
glyphs! {
    /// A lane where nothing happens.
    LANE = "╌" "-";
    /// The time over which an event went on, or within which it happened.
    LANE_PERIOD = "═" "=";
    /// The day of the article in a lane; in ASCII unlike ten events or more.
    LANE_ARTICLE = "┼" "|";
    /// It happened then or earlier; earlier than what is on the axis.
    OPEN_BEFORE = "◀" "<";
    /// It happened then or later; later than what is on the axis.
    OPEN_AFTER = "▶" ">";
    /// A label above its mark that begins at it.
    LABEL_ABOVE_BEGINS = "┌" ".";
    /// A label above its mark that ends at it.
    LABEL_ABOVE_ENDS = "┐" ".";
    /// A label below its mark that begins at it.
    LABEL_BELOW_BEGINS = "└" "'";
    /// A label below its mark that ends at it.
    LABEL_BELOW_ENDS = "┘" "'";
    /// Between a label and its mark.
    LABEL_STEM = "│" "|";
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

// What the tiles of claims are filled with, a cell each, and what stands around them. In ASCII it is the sign of the
// assessment itself: `=` and `#` cannot mean one thing below a tile and another in it.
glyphs! {
    /// Borne out.
    TILE_BORNE_OUT = "█" "=";
    /// Borne out in part.
    TILE_QUALIFIED = "▒" "~";
    /// Open.
    TILE_OPEN = "░" "?";
    /// Contradicted.
    TILE_CONTRADICTED = "×" "#";
    /// On broken evidence.
    TILE_BROKEN = "!" "!";
    /// A claim that the filter does not let pass.
    TILE_FILTERED = "·" "-";
    /// Below the tile of the cursor.
    POINTER = "▲" "^";
    /// Before the number of a paragraph.
    PARAGRAPH = "¶" "P";
    /// For tiles that stand at no words of the article.
    NO_BLOCK = "–" "-";
}

// Before a source that repeats another, two cells for each step from the origin down to it.
glyphs! {
    /// A branch after which others follow.
    BRANCH = "├ " "|-";
    /// The last branch.
    LAST_BRANCH = "└ " "'-";
    /// Beside deeper branches, where others follow.
    TRUNK = "│ " "| ";
    /// The same, where none follows.
    NO_TRUNK = "  " "  ";
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
    /// Before a translation of the article.
    TRANSLATION = "│" "|";
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
    /// Before a date that is only about right.
    ABOUT_DATE = "~" "~";
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
    const SIGNS: [Glyph; 20] = [
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
        NOTE,
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

    /// What stands in a lane of the timeline, beside digits.
    const IN_LANES: [Glyph; 15] = [
        KIND_CONTROL,
        KIND_RELAXATION,
        KIND_GUIDANCE,
        KIND_MANDATE,
        KIND_ENFORCEMENT,
        KIND_REPORT,
        KIND_DECISION,
        KIND_STATEMENT,
        KIND_OTHER,
        MANY,
        LANE,
        LANE_PERIOD,
        LANE_ARTICLE,
        OPEN_BEFORE,
        OPEN_AFTER,
    ];

    #[test]
    fn no_sign_of_a_lane_can_be_taken_for_another() {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let signs: Vec<&str> = IN_LANES.into_iter().map(|glyph| glyph.get(glyphs)).collect();
            assert_eq!(signs.iter().collect::<HashSet<_>>().len(), signs.len(), "{signs:?}");
            assert!(signs.iter().all(|sign| width::cells(sign) == 1), "{signs:?}");
        }
    }

    #[test]
    fn what_axes_are_made_of_takes_a_cell_and_ascii_is_ascii() {
        let corners =
            [LABEL_ABOVE_BEGINS, LABEL_ABOVE_ENDS, LABEL_BELOW_BEGINS, LABEL_BELOW_ENDS, LABEL_STEM];
        let axes = [RULE, HEAVY_RULE, AXIS, TRANSLATION, VALUE_TICK, TIME_TICK, CROSSING, ARTICLE_DAY];
        for glyph in axes.into_iter().chain(corners).chain(IN_LANES) {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                assert_eq!(width::cells(glyph.get(glyphs)), 1, "{glyph:?}");
            }
            assert!(glyph.get(Glyphs::Ascii).is_ascii());
        }
        for glyph in SIGNS.into_iter().chain([
            DOT,
            TO,
            DOES,
            WHOM,
            TIMES,
            AT_LEAST,
            AT_MOST,
            MORE_THAN,
            ABOUT,
            FROM_TO,
            MINUS,
            BULLET,
            EARLIER,
            LATER,
            STEP_BACK,
            DEGREES,
            ELLIPSIS,
            POINTER,
            PARAGRAPH,
            NO_BLOCK,
            BRANCH,
            LAST_BRANCH,
            TRUNK,
            NO_TRUNK,
            TILE_BORNE_OUT,
            TILE_QUALIFIED,
            TILE_OPEN,
            TILE_CONTRADICTED,
            TILE_BROKEN,
            TILE_FILTERED,
        ]) {
            assert!(glyph.get(Glyphs::Ascii).is_ascii(), "{glyph:?}");
        }
    }
}
