//! Asking for a colour means asking for a role. Every role is one row of one table: what it is for, its weight, and its
//! colour in each theme. Weight, underline and reverse video are the same in all of them, so nothing is said by colour
//! alone; `mono` has nothing else.
//!
//! * `default` has the terminal's own sixteen colours on the terminal's own ground, which may be dark or light. Of
//!   xterm's sixteen only six are seen on black and on white alike, and none of them is contrast enough for text: so
//!   text is never coloured here, and signs only in five of the six: bright black is the ground itself in some
//!   terminals' own sixteen.
//! * `dark` and `light` have a ground of their own. Their colours come from the terminal's cube of 6 × 6 × 6 and its
//!   grey ramp: unlike the sixteen these are the same everywhere, and unlike 24-bit colour nearly every terminal has
//!   them.
//!
//! `tests/it/themes.rs` computes the contrast of every row, and of every cell of many screens.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// What a role is for, which says how much contrast it needs with its ground.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Purpose {
    /// Words and figures to be read.
    Words,
    /// A single sign that means something.
    Sign,
    /// A line, a frame, a mark of a chart.
    Line,
}

impl Purpose {
    /// The least contrast by WCAG 2.2: 4.5 for text (1.4.3), 3 for what is seen rather than read (1.4.11). A sign is
    /// seen at 3 if it is bold.
    pub const fn least_contrast(self, bold: bool) -> f64 {
        match (self, bold) {
            (Self::Words, _) | (Self::Sign, false) => 4.5,
            (Self::Sign, true) | (Self::Line, _) => 3.0,
        }
    }
}

/// A row of the table: what the role is for, its weight, and its colour in `default` (none: the terminal's own), in
/// `dark` and in `light` (numbers of the 256).
#[derive(Clone, Copy)]
struct RoleStyle(Purpose, Modifier, Option<Color>, u8, u8);

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $purpose:ident, $weight:expr, $own:expr, $dark:literal, $light:literal;)*) => {
        /// What a piece of the screen is.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Role {
            $($(#[$doc])* $role,)*
            /// The n-th line of a chart; after the last colour they begin again.
            Line(u8),
            /// What is written at that line, in its colour where there is contrast enough for words.
            LineWords(u8),
        }

        impl Role {
            /// Every role, with one line of a chart for each colour there is.
            pub fn all() -> impl Iterator<Item = Role> {
                let lines = (0..LINES.len() as u8).flat_map(|number| [Role::Line(number), Role::LineWords(number)]);
                [$(Role::$role),*].into_iter().chain(lines)
            }

            fn row(self) -> RoleStyle {
                match self {
                    $(Role::$role => RoleStyle(Purpose::$purpose, $weight, $own, $dark, $light),)*
                    Role::Line(number) => {
                        let (own, dark, light, _) = LINES[usize::from(number) % LINES.len()];
                        RoleStyle(Purpose::Line, PLAIN, own, dark, light)
                    }
                    Role::LineWords(number) => {
                        let (_, dark, _, light) = LINES[usize::from(number) % LINES.len()];
                        RoleStyle(Purpose::Words, PLAIN, OWN, dark, light)
                    }
                }
            }
        }
    };
}

const PLAIN: Modifier = Modifier::empty();
const BOLD: Modifier = Modifier::BOLD;
const UNDERLINED: Modifier = Modifier::UNDERLINED;
const DIM: Modifier = Modifier::DIM;
const ITALIC: Modifier = Modifier::ITALIC;
const LIT: Modifier = BOLD.union(UNDERLINED);
const DOUBTED: Modifier = UNDERLINED.union(Modifier::ITALIC);
const REVERSED: Modifier = Modifier::REVERSED;
const FOUND: Modifier = REVERSED.union(UNDERLINED);
const FOUND_IN_OURS: Modifier = REVERSED.union(Modifier::ITALIC);
const IN_HAND: Modifier = REVERSED.union(BOLD);

const OWN: Option<Color> = None;
const BLUE: Option<Color> = Some(Color::LightBlue);
const RED: Option<Color> = Some(Color::Red);
const MAGENTA: Option<Color> = Some(Color::Magenta);

roles! {
    // Role              for    weight      default  dark light
    /// Running text.
    Text            = Words, PLAIN,      OWN,     252, 235;
    /// Second-rank text: captions, counts, hints.
    Quiet           = Words, PLAIN,      OWN,     247, 240;
    /// What recedes: while the tour shows something else, and behind what stands on a map.
    Aside           = Words, DIM,        OWN,     245, 243;
    /// The translation of the article, which is ours: it recedes behind the article's own words.
    Translation     = Words, ITALIC,     OWN,     245, 243;
    /// A heading or title.
    Heading         = Words, BOLD,       OWN,     255, 232;
    /// The frame of a panel.
    Frame           = Line,  PLAIN,      OWN,     243, 244;
    /// The frame of the panel that has the focus, and the pointer in it.
    FrameFocused    = Line,  BOLD,       BLUE,    75,  26;
    /// A name that can be followed, at rest.
    Mention         = Words, UNDERLINED, OWN,     252, 235;
    /// Words that support the selection.
    LitWords        = Words, LIT,        OWN,     221, 130;
    /// The current passage if it replaces words that were quoted: located, not proven.
    Located         = Words, DOUBTED,    OWN,     180, 94;
    /// Words of a quotation that are not in the article any more.
    Gone            = Words, BOLD,       OWN,     203, 124;
    /// Words of the article that were not in the quotation.
    Come            = Words, LIT,        OWN,     114, 22;
    /// The current passage.
    CurrentPassage   = Words, REVERSED,   OWN,     221, 130;
    /// The selected item.
    Selected        = Words, REVERSED,   OWN,     153, 25;
    /// The point of a chart the next move starts from, while something else is selected.
    Cursor          = Words, UNDERLINED, OWN,     255, 232;
    /// The cell the next letter goes to, in a line that takes text.
    TextCursor      = Words, REVERSED,   OWN,     252, 235;
    /// Letters that match what was typed.
    Match           = Words, LIT,        OWN,     221, 130;
    /// Words of the article that a search found.
    Hit             = Words, FOUND,      OWN,     180, 94;
    /// Words of its translation that a search found.
    TranslatedHit   = Words, FOUND_IN_OURS, OWN,  180, 94;
    /// The current one of the article's; a sign in the margin marks its line.
    CurrentHit       = Words, IN_HAND,    OWN,     215, 124;
    /// An item one link from the selection.
    Lit             = Words, BOLD,       OWN,     221, 130;
    /// A key in the key bar or the help.
    Key             = Words, BOLD,       OWN,     153, 25;
    /// A notice in the status line.
    Notice          = Words, BOLD,       OWN,     255, 232;
    /// The sign of what the article says.
    Article         = Line,  PLAIN,      BLUE,    75,  26;
    /// The sign of what only sources say.
    Background      = Line,  PLAIN,      OWN,     247, 240;
    /// The sign of what is inferred or open.
    Open            = Sign,  PLAIN,      OWN,     180, 94;
    /// The sign of what is borne out.
    BorneOut        = Sign,  BOLD,       BLUE,    114, 28;
    /// The sign of what is qualified.
    Qualified       = Sign,  BOLD,       MAGENTA, 215, 94;
    /// The sign of what is contradicted.
    Contradicted    = Sign,  BOLD,       RED,     210, 160;
    /// The sign of a gap.
    Gap             = Sign,  BOLD,       MAGENTA, 183, 90;
    /// The sign of broken evidence.
    Broken          = Sign,  BOLD,       RED,     203, 124;
    /// Axes of a chart, and rules in a list.
    Axis            = Line,  PLAIN,      OWN,     243, 244;
}

/// The colours of chart lines: `default`, `dark`, `light`, and in `light` that of words at the line, which need more
/// contrast. They are told apart by readers who lack red, green or blue too.
const LINES: [(Option<Color>, u8, u8, u8); 6] = [
    (BLUE, 75, 26, 26),
    (RED, 120, 124, 124),
    (OWN, 209, 90, 90),
    (MAGENTA, 135, 17, 17),
    (Some(Color::LightRed), 252, 166, 94),
    (Some(Color::LightMagenta), 167, 52, 52),
];

/// How many lines of a chart have a colour of their own.
pub const LINE_COLOURS: usize = LINES.len();

impl Role {
    /// What it is for.
    pub fn purpose(self) -> Purpose {
        self.row().0
    }
}

/// How the screen is coloured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Theme {
    /// The terminal's own sixteen colours on its own ground.
    #[default]
    Default,
    /// Light on dark, whatever the terminal's own ground.
    Dark,
    /// Dark on light, whatever the terminal's own ground.
    Light,
    /// No colour at all (`NO_COLOR`).
    Mono,
}

impl Theme {
    /// All of them, in the order of the key that changes them.
    pub const ALL: [Theme; 4] = [Theme::Default, Theme::Dark, Theme::Light, Theme::Mono];

    /// The theme after this, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|theme| *theme == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }

    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let RoleStyle(_, weight, own, dark, light) = role.row();
        let colour = match self {
            Theme::Default => own,
            Theme::Dark => Some(Color::Indexed(dark)),
            Theme::Light => Some(Color::Indexed(light)),
            Theme::Mono => None,
        };
        Style { fg: colour, ..Style::new().add_modifier(weight) }
    }

    /// The colour behind everything; none where that is the terminal's own.
    pub fn ground(self) -> Option<Color> {
        match self {
            Theme::Default | Theme::Mono => None,
            Theme::Dark => Some(Color::Indexed(234)),
            Theme::Light => Some(Color::Indexed(231)),
        }
    }

    /// Lays the theme's ground below all that was drawn, however it was drawn.
    pub fn lay_ground(self, buffer: &mut Buffer) {
        let Some(ground) = self.ground() else { return };
        let text = self.style(Role::Text).fg.unwrap_or_default();
        for cell in &mut buffer.content {
            if cell.bg == Color::Reset {
                cell.bg = ground;
            }
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
        }
    }
}
