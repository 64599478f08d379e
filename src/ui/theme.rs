//! Asking for a colour means asking for a role. The default theme uses the terminal's own sixteen colours on its own
//! ground, so it suits dark and light alike; without colour the same roles are told apart by weight, underline and
//! reverse video, and by the signs, which never need colour.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Running text.
    Text,
    /// Second-rank text: captions, counts, hints.
    Quiet,
    /// A heading or title.
    Heading,
    /// The frame of a panel.
    Frame,
    /// The frame of the panel that has the focus.
    FrameFocused,
    /// A name that can be followed, at rest.
    Mention,
    /// Words that bear the selection.
    LitWords,
    /// The one passage in hand.
    PassageInHand,
    /// The selected item.
    Selected,
    /// The item the next move starts from, while something else is selected.
    Cursor,
    /// The cell the next letter goes to, in a line that takes text.
    TextCursor,
    /// Letters that match what was typed.
    Match,
    /// An item one link from the selection.
    Lit,
    /// A key in the key bar or the help.
    Key,
    /// A notice in the status line.
    Notice,
    /// The sign of what the article says.
    Article,
    /// The sign of what only sources say.
    Background,
    /// The sign of what is inferred or open.
    Open,
    /// The sign of what is borne out.
    BorneOut,
    /// The sign of what is qualified.
    Qualified,
    /// The sign of what is contradicted.
    Contradicted,
    /// The sign of a gap.
    Gap,
    /// The sign of broken evidence.
    Broken,
    /// The n-th line of a chart.
    Line(u8),
    /// Axes of a chart.
    Axis,
}

impl Role {
    /// Every role, with one line of a chart for each colour there is.
    pub const ALL: [Role; 31] = [
        Role::Text,
        Role::Quiet,
        Role::Heading,
        Role::Frame,
        Role::FrameFocused,
        Role::Mention,
        Role::LitWords,
        Role::PassageInHand,
        Role::Selected,
        Role::Cursor,
        Role::TextCursor,
        Role::Match,
        Role::Lit,
        Role::Key,
        Role::Notice,
        Role::Article,
        Role::Background,
        Role::Open,
        Role::BorneOut,
        Role::Qualified,
        Role::Contradicted,
        Role::Gap,
        Role::Broken,
        Role::Line(0),
        Role::Line(1),
        Role::Line(2),
        Role::Line(3),
        Role::Line(4),
        Role::Line(5),
        Role::Axis,
        Role::Line(6),
    ];
}

/// How the screen is coloured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Theme {
    /// The terminal's own sixteen colours on its own ground.
    #[default]
    Default,
    /// No colour at all (`NO_COLOR`).
    Mono,
}

impl Theme {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let weight = match role {
            Role::Heading
            | Role::FrameFocused
            | Role::Key
            | Role::Notice
            | Role::Lit
            | Role::Contradicted
            | Role::Broken
            | Role::Qualified
            | Role::Gap => plain.add_modifier(Modifier::BOLD),
            Role::LitWords | Role::Match => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Mention => plain.add_modifier(Modifier::UNDERLINED),
            Role::PassageInHand | Role::Selected | Role::TextCursor => plain.add_modifier(Modifier::REVERSED),
            Role::Cursor => plain.add_modifier(Modifier::UNDERLINED),
            Role::Text
            | Role::Quiet
            | Role::Frame
            | Role::Article
            | Role::Background
            | Role::Open
            | Role::BorneOut
            | Role::Line(_)
            | Role::Axis => plain,
        };
        match self {
            Theme::Mono => weight,
            Theme::Default => match colour(role) {
                Some(colour) => weight.fg(colour),
                None => weight,
            },
        }
    }
}

/// Only colours that both a dark and a light ground carry; yellow is kept for bold signs, white and bright colours
/// are not used at all.
fn colour(role: Role) -> Option<Color> {
    Some(match role {
        Role::Text
        | Role::Quiet
        | Role::Heading
        | Role::Frame
        | Role::Mention
        | Role::PassageInHand
        | Role::Selected
        | Role::Cursor
        | Role::TextCursor
        | Role::Match
        | Role::Key
        | Role::Notice
        | Role::Axis => return None,
        Role::FrameFocused | Role::Article | Role::Line(0) => Color::Blue,
        Role::LitWords | Role::Lit | Role::Line(1) => Color::Magenta,
        Role::Background | Role::Line(2 | 5..) => Color::Cyan,
        Role::BorneOut | Role::Line(3) => Color::Green,
        Role::Qualified | Role::Open => Color::Yellow,
        Role::Contradicted | Role::Broken | Role::Line(4) => Color::Red,
        Role::Gap => Color::Magenta,
    })
}
