//! What a reader's settings change in the colours of roles, and the themes with it.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::theme::{Role, Theme};

/// How a reader wants a role to look. What is not said stays as the theme has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Change {
    /// The colour of the words.
    pub fg: Option<Color>,
    /// The colour behind them.
    pub bg: Option<Color>,
    /// What is added: bold, underlined …
    pub added: Modifier,
    /// What is taken away.
    pub removed: Modifier,
}

impl Change {
    fn patch(self, style: &mut Style) {
        style.fg = self.fg.or(style.fg);
        style.bg = self.bg.or(style.bg);
        style.add_modifier = style.add_modifier.difference(self.removed).union(self.added);
    }
}

/// All changes: those for every theme, and those for one, which come after them. `mono` has no colours, whatever is changed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Colours {
    every: Vec<(Role, Change)>,
    one: Vec<(Theme, Role, Change)>,
}

impl Colours {
    /// Adds a change, of a role in one theme or in every one.
    pub fn add(&mut self, theme: Option<Theme>, role: Role, change: Change) {
        if change == Change::default() {
            return;
        }
        match theme {
            Some(theme) => self.one.push((theme, role, change)),
            None => self.every.push((role, change)),
        }
    }

    /// The style of a role in a theme.
    pub fn style(&self, theme: Theme, role: Role) -> Style {
        let mut style = theme.style(role);
        if theme == Theme::Mono {
            return style;
        }
        for (_, change) in self.every.iter().filter(|(changed, _)| is_same(*changed, role)) {
            change.patch(&mut style);
        }
        for (_, _, change) in
            self.one.iter().filter(|(of, changed, _)| *of == theme && is_same(*changed, role))
        {
            change.patch(&mut style);
        }
        style
    }

    /// Whether the colours of a role in a theme are said for that theme alone.
    pub fn is_said_for(&self, theme: Theme, role: Role) -> bool {
        let said = |change: &Change| change.fg.is_some() || change.bg.is_some();
        self.one.iter().any(|(of, changed, change)| *of == theme && *changed == role && said(change))
    }
}

/// Whether a change of one role is one of the other: after the last colour of a chart's lines they begin again.
fn is_same(changed: Role, role: Role) -> bool {
    let folded = |role| match role {
        Role::Line(number) => Role::Line(number % LINE_COLOURS),
        Role::LineWords(number) => Role::LineWords(number % LINE_COLOURS),
        role => role,
    };
    changed == folded(role)
}

const LINE_COLOURS: u8 = super::theme::LINE_COLOURS as u8;

/// The colours in force, for what is drawn without knowing more.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Palette {
    /// The theme.
    pub theme: Theme,
    /// What the reader's settings change in it.
    pub colours: Arc<Colours>,
}

impl Palette {
    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.colours.style(self.theme, role)
    }

    /// Lays the theme's ground below all that was drawn. On a ground of its own a theme has no use for the terminal's text.
    pub fn lay_ground(&self, buffer: &mut Buffer) {
        match self.style(Role::Text).fg {
            None | Some(Color::Reset) => self.theme.lay_ground(buffer),
            Some(text) => self.theme.lay_ground_below(text, buffer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_one_theme_comes_after_what_is_said_of_all() {
        let mut colours = Colours::default();
        let red = Change { fg: Some(Color::Red), removed: Modifier::BOLD, ..Change::default() };
        let green = Change { fg: Some(Color::Green), added: Modifier::ITALIC, ..Change::default() };
        colours.add(Some(Theme::Dark), Role::Heading, green);
        colours.add(None, Role::Heading, red);
        assert_eq!(colours.style(Theme::Light, Role::Heading), Style::new().fg(Color::Red));
        let dark = Style::new().fg(Color::Green).add_modifier(Modifier::ITALIC);
        assert_eq!(colours.style(Theme::Dark, Role::Heading), dark);
        for role in Role::all() {
            assert_eq!(colours.style(Theme::Mono, role), Theme::Mono.style(role));
            assert!(role == Role::Heading || colours.style(Theme::Dark, role) == Theme::Dark.style(role));
        }
    }

    #[test]
    fn a_change_of_a_line_holds_for_all_lines_of_its_colour() {
        let mut colours = Colours::default();
        colours.add(None, Role::Line(1), Change { fg: Some(Color::Red), ..Change::default() });
        assert_eq!(colours.style(Theme::Dark, Role::Line(1 + LINE_COLOURS)).fg, Some(Color::Red));
        assert_eq!(colours.style(Theme::Dark, Role::Line(2)), Theme::Dark.style(Role::Line(2)));
    }
}
