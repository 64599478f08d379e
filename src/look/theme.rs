//! Asking for a colour means asking for a role. Every role is one row of one table: what it is for, its weight, and its
//! colour in each theme. Weight, underline and reverse video tell the same things apart in all of them, so nothing is said
//! by colour alone; `mono` has nothing else.
//!
//! * `default` has the terminal's own sixteen colours on the terminal's own ground, which may be dark or light. Of
//!   xterm's sixteen only six are seen on black and on white alike, and none of them is contrast enough for text: so
//!   text is never coloured here, and signs only in five of the six: bright black is the ground itself in some
//!   terminals' own sixteen.
//! * `dark` and `light` have a ground of their own. Their colours come from the terminal's cube of 6 × 6 × 6 and its
//!   grey ramp: unlike the sixteen these are the same everywhere, and unlike 24-bit colour nearly every terminal has
//!   them.
//! * `projector` and `contrast` are for a wall in a bright room and for eyes that need more: black on white with strong
//!   colours, and white, yellow and cyan on black. Words have a contrast of 7 there (WCAG 1.4.6); nothing is dim, nothing
//!   is set off by a slant alone, and lines and signs are bold.
//!
//! `tests/it/themes.rs` computes the contrast of every row, and of every cell of many screens.

use std::borrow::Cow;

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

/// A row of the table.
#[derive(Clone, Copy)]
struct RoleStyle {
    /// What the role is for.
    purpose: Purpose,
    weight: Modifier,
    /// Its colour in `default`; none: the terminal's own.
    own: Option<Color>,
    /// Its colours in the themes that have a ground, as numbers of the 256.
    dark: u8,
    light: u8,
    projector: u8,
    contrast: u8,
}

macro_rules! roles {
    ($($(#[doc = $doc:literal])* $role:ident $name:literal = $purpose:ident, $weight:expr, $own:expr,
       $dark:literal, $light:literal, $projector:literal, $contrast:literal;)*) => {
        /// What a piece of the screen is.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Role {
            $($(#[doc = $doc])* $role,)*
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

            /// What settings call it.
            pub fn name(self) -> Cow<'static, str> {
                match self {
                    $(Role::$role => Cow::Borrowed($name),)*
                    Role::Line(number) => Cow::Owned(format!("line-{}", number + 1)),
                    Role::LineWords(number) => Cow::Owned(format!("line-{}-words", number + 1)),
                }
            }

            /// What it is, in a line.
            pub fn description(self) -> &'static str {
                match self {
                    $(Role::$role => concat!($($doc),*).trim_ascii(),)*
                    Role::Line(_) => "A line of a chart.",
                    Role::LineWords(_) => "What is written at that line.",
                }
            }

            fn row(self) -> RoleStyle {
                match self {
                    $(Role::$role => RoleStyle {
                        purpose: Purpose::$purpose,
                        weight: $weight,
                        own: $own,
                        dark: $dark,
                        light: $light,
                        projector: $projector,
                        contrast: $contrast,
                    },)*
                    Role::Line(number) => {
                        let LineColours { own, dark, light, projector, contrast, .. } = LineColours::of(number);
                        let purpose = Purpose::Line;
                        RoleStyle { purpose, weight: PLAIN, own, dark, light, projector, contrast }
                    }
                    Role::LineWords(number) => {
                        let LineColours { dark, words: light, projector, contrast, .. } = LineColours::of(number);
                        let purpose = Purpose::Words;
                        RoleStyle { purpose, weight: PLAIN, own: OWN, dark, light, projector, contrast }
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
const MARKED: Modifier = REVERSED.union(LIT);
const MARKED_END: Modifier = LIT.union(ITALIC);
const OFFERED: Modifier = REVERSED.union(DOUBTED);
const OFFERED_TOO: Modifier = BOLD.union(ITALIC);

const OWN: Option<Color> = None;
const BLUE: Option<Color> = Some(Color::LightBlue);
const RED: Option<Color> = Some(Color::Red);
const MAGENTA: Option<Color> = Some(Color::Magenta);

roles! {
    // Role         name in settings      for    weight        default  dark light projector contrast
    /// Running text.
    Text            "text"              = Words, PLAIN,        OWN,     252, 235,  16,       231;
    /// Second-rank text: captions, counts, hints.
    Quiet           "quiet"             = Words, PLAIN,        OWN,     247, 240,  236,      253;
    /// What recedes behind what stands on a map.
    Aside           "aside"             = Words, DIM,          OWN,     245, 243,  239,      250;
    /// The translation of the article, which is ours: it recedes behind the article's own words.
    Translation     "translation"       = Words, ITALIC,       OWN,     245, 243,  239,      195;
    /// A heading or title.
    Heading         "heading"           = Words, BOLD,         OWN,     255, 232,  18,       226;
    /// The frame of a panel.
    Frame           "frame"             = Line,  PLAIN,        OWN,     243, 244,  239,      250;
    /// The frame of the panel that has the focus, and the pointer in it.
    FrameFocused    "frame-focused"     = Line,  BOLD,         BLUE,    75,  26,   20,       226;
    /// A name that can be followed, at rest.
    Mention         "mention"           = Words, UNDERLINED,   OWN,     252, 235,  16,       231;
    /// Words that support the selection.
    LitWords        "passage"           = Words, LIT,          OWN,     221, 130,  88,       226;
    /// The current passage if it replaces words that were quoted: located, not proven.
    Located         "located"           = Words, DOUBTED,      OWN,     180, 94,   52,       228;
    /// Words of a quotation that are not in the article any more.
    Gone            "removed-words"     = Words, BOLD,         OWN,     203, 124,  124,      226;
    /// Words of the article that were not in the quotation.
    Come            "added-words"       = Words, LIT,          OWN,     114, 22,   22,       51;
    /// The current passage.
    CurrentPassage  "current-passage"   = Words, REVERSED,     OWN,     221, 130,  88,       226;
    /// The selected item.
    Selected        "selected"          = Words, REVERSED,     OWN,     153, 25,   18,       51;
    /// The point of a chart the next move starts from, while something else is selected.
    Cursor          "chart-cursor"      = Words, UNDERLINED,   OWN,     255, 232,  16,       231;
    /// The cell the next letter goes to, in a line that takes text.
    TextCursor      "text-cursor"       = Words, REVERSED,     OWN,     252, 235,  16,       231;
    /// Letters that match what was typed.
    Match           "match"             = Words, LIT,          OWN,     221, 130,  88,       226;
    /// Words of the article that a search found.
    Hit             "hit"               = Words, FOUND,        OWN,     180, 94,   52,       228;
    /// Words of its translation that a search found.
    TranslatedHit   "translated-hit"    = Words, FOUND_IN_OURS, OWN,     180, 94,   52,       228;
    /// The current one of the article's; a sign in the margin marks its line.
    CurrentHit      "current-hit"       = Words, IN_HAND,      OWN,     215, 124,  124,      231;
    /// Words of the article that an author has marked.
    Marked          "marked"            = Words, MARKED,       OWN,     150, 22,   22,       120;
    /// The letter at the end of them that keys move.
    MarkedEnd       "marked-end"        = Words, MARKED_END,   OWN,     150, 22,   22,       120;
    /// Words of the article that something could be made of: the suggestion that is offered. Nothing is said of them yet.
    Suggested       "suggested"         = Words, OFFERED,      OWN,     252, 235,  16,       231;
    /// The same words at other places.
    SuggestedElsewhere "suggested-elsewhere" = Words, OFFERED_TOO, OWN,     252, 235,  16,       231;
    /// An item one link from the selection.
    Lit             "linked"            = Words, BOLD,         OWN,     221, 130,  88,       226;
    /// A key in the key bar or the help.
    Key             "key"               = Words, BOLD,         OWN,     153, 25,   18,       51;
    /// A notice in the status line.
    Notice          "notice"            = Words, BOLD,         OWN,     255, 232,  16,       231;
    /// The sign of what the article says.
    Article         "article-sign"      = Line,  PLAIN,        BLUE,    75,  26,   20,       51;
    /// The sign of what only sources say.
    Background      "background-sign"   = Line,  PLAIN,        OWN,     247, 240,  236,      253;
    /// The sign of what is inferred or open.
    Open            "open-sign"         = Sign,  PLAIN,        OWN,     180, 94,   236,      231;
    /// The sign of what is borne out.
    BorneOut        "borne-out"         = Sign,  BOLD,         BLUE,    114, 28,   22,       51;
    /// The sign of what is qualified.
    Qualified       "qualified"         = Sign,  BOLD,         MAGENTA, 215, 94,   52,       226;
    /// The sign of what is contradicted.
    Contradicted    "contradicted"      = Sign,  BOLD,         RED,     210, 160,  124,      217;
    /// The sign of a gap.
    Gap             "gap"               = Sign,  BOLD,         MAGENTA, 183, 90,   91,       225;
    /// The sign of broken evidence.
    Broken          "broken"            = Sign,  BOLD,         RED,     203, 124,  124,      217;
    /// The reader's own note, and its sign: in nobody else's words.
    Note            "note"              = Words, ITALIC,       OWN,     216, 90,   91,       225;
    /// Axes of a chart, and rules in a list.
    Axis            "axis"              = Line,  PLAIN,        OWN,     243, 244,  239,      250;
}

/// The colours of a line of a chart.
#[derive(Clone, Copy)]
struct LineColours {
    own: Option<Color>,
    dark: u8,
    light: u8,
    /// In `light` that of words at the line, which need more contrast; in the others it is the same.
    words: u8,
    projector: u8,
    contrast: u8,
}

impl LineColours {
    const fn new(own: Option<Color>, dark: u8, light: (u8, u8), projector: u8, contrast: u8) -> Self {
        let (light, words) = light;
        Self { own, dark, light, words, projector, contrast }
    }

    fn of(number: u8) -> Self {
        LINES[usize::from(number) % LINES.len()]
    }
}

/// They are told apart by readers who lack red, green or blue too.
const LINES: [LineColours; 6] = [
    LineColours::new(BLUE, 75, (26, 26), 17, 123),
    LineColours::new(RED, 120, (124, 124), 124, 228),
    LineColours::new(OWN, 209, (90, 90), 23, 211),
    LineColours::new(MAGENTA, 135, (17, 17), 91, 34),
    LineColours::new(Some(Color::LightRed), 252, (166, 94), 16, 141),
    LineColours::new(Some(Color::LightMagenta), 167, (52, 52), 52, 148),
];

/// How many lines of a chart have a colour of their own.
pub const LINE_COLOURS: usize = LINES.len();

impl Role {
    /// What it is for.
    pub fn purpose(self) -> Purpose {
        self.row().purpose
    }

    /// The role that settings call so.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|role| role.name() == name)
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
    /// Black on white with strong colours, for a wall in a bright room.
    Projector,
    /// White, yellow and cyan on black, for eyes that need more contrast.
    Contrast,
    /// No colour at all (`NO_COLOR`).
    Mono,
}

impl Theme {
    /// All of them, in the order of the key that changes them.
    pub const ALL: [Theme; 6] =
        [Theme::Default, Theme::Dark, Theme::Light, Theme::Projector, Theme::Contrast, Theme::Mono];

    /// What the command line and settings call it.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Default => "default",
            Theme::Dark => "dark",
            Theme::Light => "light",
            Theme::Projector => "projector",
            Theme::Contrast => "contrast",
            Theme::Mono => "mono",
        }
    }

    /// The theme of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The theme after this, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|theme| *theme == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }

    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let row = role.row();
        let colour = match self {
            Theme::Default => row.own,
            Theme::Dark => Some(Color::Indexed(row.dark)),
            Theme::Light => Some(Color::Indexed(row.light)),
            Theme::Projector => Some(Color::Indexed(row.projector)),
            Theme::Contrast => Some(Color::Indexed(row.contrast)),
            Theme::Mono => None,
        };
        let weight = if self.is_strong() { strong(row) } else { row.weight };
        Style { fg: colour, ..Style::new().add_modifier(weight) }
    }

    /// The least contrast of what has this purpose.
    pub const fn least_contrast(self, purpose: Purpose, bold: bool) -> f64 {
        match purpose {
            Purpose::Words if self.is_strong() => 7.0,
            _ if self.is_strong() => 4.5,
            _ => purpose.least_contrast(bold),
        }
    }

    /// Whether it is one of those that nobody should have to strain their eyes at.
    const fn is_strong(self) -> bool {
        matches!(self, Theme::Projector | Theme::Contrast)
    }

    /// The colour behind everything; none where that is the terminal's own.
    pub fn ground(self) -> Option<Color> {
        match self {
            Theme::Default | Theme::Mono => None,
            Theme::Dark => Some(Color::Indexed(234)),
            Theme::Light | Theme::Projector => Some(Color::Indexed(231)),
            Theme::Contrast => Some(Color::Indexed(16)),
        }
    }

    /// Makes all of a slide bold where it is seen from afar on a bright wall, which eats thin strokes. In reading, bold
    /// tells things apart, and stays what it is.
    pub fn embolden(self, buffer: &mut Buffer) {
        if self == Theme::Projector {
            buffer.set_style(buffer.area, BOLD);
        }
    }

    /// Lays the theme's ground below all that was drawn, however it was drawn.
    pub fn lay_ground(self, buffer: &mut Buffer) {
        self.lay_ground_below(self.style(Role::Text).fg.unwrap_or_default(), buffer);
    }

    /// The same; words that have no colour get this one.
    pub fn lay_ground_below(self, text: Color, buffer: &mut Buffer) {
        let Some(ground) = self.ground() else { return };
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

/// A weight that is easily seen: nothing is dim or set off by a slant alone, and a line or a sign is bold.
fn strong(row: RoleStyle) -> Modifier {
    let weight = match row.weight.difference(DIM) {
        ITALIC => PLAIN,
        weight => weight,
    };
    if row.purpose == Purpose::Words { weight } else { weight.union(BOLD) }
}
