//! The settings as they are without a file, to be saved and changed.

use ratatui::style::{Color, Modifier};

use super::colours::colour_name;
use super::panels;
use crate::i18n::language::Language;
use crate::input::action::{ActionInfo, TABLE};
use crate::look::theme::{Role, Theme};

const HEAD: &str = r#"# Settings of Fundstelle. Save this as config.toml where "fundstelle config --path" says, or name another file in the
# environment variable FUNDSTELLE_CONFIG ("off": read none). "fundstelle config --check" lists what is wrong in it.
#
# Each setting stands here with its usual value behind a #; remove the # to change it. An option on the command line comes
# before what is set here, and so does what you choose with the keys t (colours), d (language) and M (mouse): that is
# remembered until you change the same setting here. "fundstelle render" and "fundstelle export" read no settings.

# The interface's language: "de", "en", or "auto", which is German in a German locale and else English.
#language = "auto"

# The colours: "default" (the terminal's own), "dark", "light", "projector", "contrast", "mono". NO_COLOR means "mono".
#theme = "default"

# Whether the mouse is on from the start: the wheel scrolls, a click selects; Shift selects text.
#mouse = false

# Which names the article underlines until you press m: "prominent", "all", "none".
#marks = "prominent"

# Whether signs, rules and frames are ASCII: "always", "never", or "auto", which is where the locale is not UTF-8.
#ascii = "auto"

# The folder your notes are kept in, a file for each dossier: "~/notes", for instance; "" leaves that to the program.
#notes = ""
"#;

const VIEWS: &str = "
# The view that each panel opens with. A dossier that you have read before opens as you left it.
[views]
";

const KEYS: &str = r#"
# Which keys ask for what: one, or a list, of which the first is shown. A key is a character (c, G, /), or one of Enter Esc
# Tab Shift+Tab Backspace Delete Space Up Down Shift+Up Shift+Down Left Right PageUp PageDown Home End F1 to F12; Ctrl+n is n with Ctrl. Small
# letters with a hyphen mean the same: pagedown, shift-tab, ctrl-n. ", l" is a prefix and a key: first the comma, then l.
# Keys may be exchanged, but none can ask for two things. In the tour and where text is typed some keys have another use.
[keys]
"#;

const COLOURS: &str = r##"
# How things look, in every theme but mono: a name (black red green yellow blue magenta cyan white, each also with bright-
# before it; "default" is the terminal's own), "#5f87ff", a number from 0 to 255 of the terminal's table, or a table:
# { fg = "blue", bg = 236, bold = true, dim = false, italic = false, underline = true, reverse = false }
# What a table does not say stays as it is, so {} changes nothing. Beside each is what the themes have.
# Under [colours.dark], and likewise for default, light, projector and contrast, the same for that theme alone.
[colours]
"##;

/// Every setting with its usual value, commented out; saved as it is, it changes nothing.
pub fn template() -> String {
    let mut text = format!("{HEAD}{VIEWS}");
    for (name, _, views) in panels() {
        let others: Vec<String> = views[1..].iter().map(|view| format!("\"{view}\"")).collect();
        add(&mut text, name, &quote(views[0]), &format!("or {}", others.join(", ")));
    }
    text.push_str(KEYS);
    for info in TABLE {
        let keys: Vec<String> = info.keys.iter().map(|key| quote(&key.to_string())).collect();
        add(&mut text, info.name, &format!("[{}]", keys.join(", ")), &help(info));
    }
    text.push_str(COLOURS);
    for role in Role::all() {
        add(&mut text, &role.name(), "{}", &looks(role));
    }
    text
}

fn add(text: &mut String, key: &str, value: &str, comment: &str) {
    const COLUMN: usize = 36;
    const LONGEST: usize = 120;
    let setting = format!("#{key} = {value}");
    let line = format!("{setting:COLUMN$} # {comment}");
    if line.chars().count() <= LONGEST {
        text.push_str(&line);
    } else {
        let options = textwrap::Options::new(LONGEST).initial_indent("# ").subsequent_indent("# ");
        text.push_str(&textwrap::fill(comment, options.word_splitter(textwrap::WordSplitter::NoHyphenation)));
        text.push('\n');
        text.push_str(&setting);
    }
    text.push('\n');
}

/// A text as TOML.
fn quote(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The line of help of an action, with the usual keys of the actions it names.
fn help(info: &ActionInfo) -> String {
    TABLE.iter().fold(info.help.get(Language::En).to_owned(), |help, other| {
        help.replace(&format!("{{{}}}", other.name), &other.keys[0].to_string())
    })
}

/// What a role is, and how the themes draw it.
fn looks(role: Role) -> String {
    let colours = Theme::ALL.into_iter().filter_map(|theme| {
        let colour = theme.style(role).fg.filter(|colour| *colour != Color::Reset)?;
        Some(format!("{} {}", theme.name(), colour_name(colour)))
    });
    let weights = super::colours::WEIGHTS.into_iter();
    let has = |weight: Modifier| Theme::Default.style(role).add_modifier.contains(weight);
    let weights = weights.filter(|(_, weight)| has(*weight)).map(|(name, _)| name.to_owned());
    let looks: Vec<String> = weights.chain(colours).collect();
    format!("{} ({})", role.description().trim_end_matches('.'), looks.join(", "))
}
