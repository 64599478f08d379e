//! `[colours]`: how roles look, in every theme or in one. Contrast is computed where a theme has a ground of its own.

use ratatui::style::{Color, Modifier};

use super::reader::{Entry, Reader, meant};
use crate::load::{Rule, Span, quoted};
use crate::look::colours::{Change, Colours};
use crate::look::contrast::contrast;
use crate::look::theme::{Role, Theme};

/// The sixteen by their names, and the terminal's own colour.
const NAMED: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// How a colour is written.
const HINT: &str = "write a name (red, bright-blue …), \"#5f87ff\", or a number from 0 to 255";

/// What can be set beside the colours.
pub(super) const WEIGHTS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// The contrast below which a colour is reported: what text needs by WCAG 2.2 (1.4.3). What is seen rather than read, or
/// is bold as a sign is, needs less, and our own themes have no more there.
const ENOUGH: f64 = 4.5;

/// A change where it is written.
struct Written {
    theme: Option<Theme>,
    role: Role,
    at: Span,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry<'_>) -> Colours {
    let mut colours = Colours::default();
    let mut written = Vec::new();
    for entry in reader.table(entry) {
        match Theme::named(entry.key) {
            Some(Theme::Mono) => {
                let message = "the theme \"mono\" has no colours".to_owned();
                reader.add(Rule::ColourInvalid, entry.key_at, message, "remove the table");
            }
            Some(theme) => {
                for entry in reader.table(&entry) {
                    read_role(reader, &entry, Some(theme), &mut colours, &mut written);
                }
            }
            None => read_role(reader, &entry, None, &mut colours, &mut written),
        }
    }
    for change in written {
        check_contrast(reader, &colours, &change);
    }
    colours
}

fn read_role(
    reader: &mut Reader<'_, '_>,
    entry: &Entry<'_>,
    theme: Option<Theme>,
    colours: &mut Colours,
    written: &mut Vec<Written>,
) {
    let Some(role) = Role::named(entry.key) else {
        let roles: Vec<String> = Role::all().map(|role| role.name().into_owned()).collect();
        let themes =
            Theme::ALL.iter().filter(|of| **of != Theme::Mono && theme.is_none()).map(|theme| theme.name());
        let names: Vec<&str> = roles.iter().map(String::as_str).chain(themes).collect();
        reader.unknown(entry, "nothing on the screen is called", &names);
        return;
    };
    let change = match entry.value.as_table() {
        Some(_) => read_change(reader, entry),
        None => Change { fg: read_colour(reader, entry), ..Change::default() },
    };
    if change.fg.is_some() || change.bg.is_some() {
        written.push(Written { theme, role, at: entry.at });
    }
    colours.add(theme, role, change);
}

/// `{ fg = "blue", bold = true }`.
fn read_change(reader: &mut Reader<'_, '_>, entry: &Entry<'_>) -> Change {
    let mut change = Change::default();
    for entry in reader.table(entry) {
        match (entry.key, WEIGHTS.iter().find(|(name, _)| *name == entry.key)) {
            ("fg", _) => change.fg = read_colour(reader, &entry),
            ("bg", _) => change.bg = read_colour(reader, &entry),
            (_, Some((_, weight))) => match reader.flag(&entry) {
                Some(true) => change.added |= *weight,
                Some(false) => change.removed |= *weight,
                None => {}
            },
            (_, None) => {
                let names: Vec<&str> =
                    ["fg", "bg"].into_iter().chain(WEIGHTS.map(|(name, _)| name)).collect();
                reader.unknown(&entry, "a colour has no key", &names);
            }
        }
    }
    change
}

fn read_colour(reader: &mut Reader<'_, '_>, entry: &Entry<'_>) -> Option<Color> {
    let (written, colour) = match (entry.value.as_str(), entry.value.as_integer()) {
        (Some(text), _) => (quoted(text), colour(text)),
        (None, Some(number)) => {
            let parsed = u8::from_str_radix(number.as_str(), number.radix()).ok();
            (number.as_str().to_owned(), parsed.map(Color::Indexed))
        }
        (None, None) => {
            reader.add(Rule::ColourInvalid, entry.at, "this is no colour".to_owned(), HINT);
            return None;
        }
    };
    if colour.is_none() {
        let names: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
        let near = entry.value.as_str().map(|text| meant(text, &names));
        let hint = near.filter(|near| near.starts_with("did you mean")).unwrap_or_else(|| HINT.to_owned());
        reader.add(Rule::ColourInvalid, entry.at, format!("no colour is called {written}"), &hint);
    }
    colour
}

fn colour(text: &str) -> Option<Color> {
    if let Some(digits) = text.strip_prefix('#') {
        let number =
            u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6 && !digits.starts_with('+'))?;
        let [_, red, green, blue] = number.to_be_bytes();
        return Some(Color::Rgb(red, green, blue));
    }
    NAMED.iter().find(|(name, _)| *name == text).map(|(_, colour)| *colour)
}

/// A colour as it is written.
pub(super) fn colour_name(colour: Color) -> String {
    match (NAMED.iter().find(|(_, named)| *named == colour), colour) {
        (Some((name, _)), _) => (*name).to_owned(),
        (None, Color::Rgb(red, green, blue)) => format!("#{red:02x}{green:02x}{blue:02x}"),
        (None, Color::Indexed(number)) => number.to_string(),
        (None, other) => other.to_string(),
    }
}

/// Reports a change with which words are hard to read on a theme's own ground, once for all themes concerned.
fn check_contrast(reader: &mut Reader<'_, '_>, colours: &Colours, Written { theme, role, at }: &Written) {
    let is_concerned = |of: &Theme| match theme {
        Some(theme) => theme == of,
        None => !colours.is_said_for(*of, *role),
    };
    let faint: Vec<(Theme, f64, f64)> = Theme::ALL
        .into_iter()
        .filter(is_concerned)
        .filter_map(|theme| {
            let (has, needs) = contrast_of(colours, theme, *role)?;
            (has < needs).then_some((theme, has, needs))
        })
        .collect();
    if faint.is_empty() {
        return;
    }
    let themes = faint.iter().map(|(theme, has, needs)| {
        // Rounded down: 4.49 is not 4.5.
        format!("{} ({:.1}, needs {needs})", theme.name(), (has * 10.0).floor() / 10.0)
    });
    let themes = themes.collect::<Vec<_>>().join(", ");
    let message = format!("\"{}\" has too little contrast on the ground of {themes}", role.name());
    let hint = match theme {
        Some(_) => "choose a colour that is farther from the ground".to_owned(),
        None => {
            format!("choose another, or write it under the theme you use: [colours.{}]", Theme::Dark.name())
        }
    };
    reader.add(Rule::ColourFaint, *at, message, &hint);
}

/// The contrast that a role has in a theme, and the least it needs; none where the ground is the terminal's.
fn contrast_of(colours: &Colours, theme: Theme, role: Role) -> Option<(f64, f64)> {
    let ground = theme.ground()?;
    let own =
        |colour: Option<Color>, own: Option<Color>| colour.filter(|colour| *colour != Color::Reset).or(own);
    let style = colours.style(theme, role);
    let words = own(style.fg, theme.style(Role::Text).fg)?;
    let behind = own(style.bg, Some(ground))?;
    let needs = theme.least_contrast(role.purpose(), style.add_modifier.contains(Modifier::BOLD)).min(ENOUGH);
    Some((contrast(words, behind)?, needs))
}
