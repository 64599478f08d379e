use std::path::Path;

use ratatui::style::{Color, Modifier};

use super::*;
use crate::input::key::{Code, Key, Shortcut};
use crate::look::theme::Role;

fn read(text: &str) -> Read {
    let (folder, home) = (Path::new("/config"), Some(Path::new("/home/reader")));
    super::read(Origin { name: "config.toml", folder, home }, text)
}

/// The settings of a text without errors.
fn settings(text: &str) -> Settings {
    let Read { settings, problems, tally } = read(text);
    assert_eq!(tally.errors, 0, "{problems:#?}");
    settings
}

/// The problems as `line:column rule: what; what to do`.
fn problems(text: &str) -> Vec<String> {
    let problems = read(text).problems.into_iter();
    problems
        .map(|problem| {
            let Problem { location, rule, message, hint, .. } = problem;
            format!("{}:{} {rule}: {message}; {hint}", location.line, location.column)
        })
        .collect()
}

/// The template with every setting in force.
fn uncommented() -> String {
    let is_setting =
        |line: &&str| line.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let template = template();
    let lines = template.lines().map(|line| if is_setting(&line) { &line[1..] } else { line });
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_template_changes_nothing_with_and_without_its_settings_in_force() {
    for text in [template(), uncommented()] {
        assert_eq!(read(&text), Read::default(), "{text}");
    }
    // Each setting, action and role stands there.
    let text = uncommented();
    let root = toml::from_str::<toml::Table>(&text).expect("TOML");
    let keys = |table: &toml::Table| table.keys().cloned().collect::<std::collections::BTreeSet<_>>();
    let names = |names: &mut dyn Iterator<Item = String>| names.collect::<std::collections::BTreeSet<_>>();
    assert_eq!(keys(&root), names(&mut KEYS.iter().map(ToString::to_string)));
    let part = |name: &str| keys(root[name].as_table().expect("a table"));
    assert_eq!(part("keys"), names(&mut crate::input::action::TABLE.iter().map(|info| info.name.to_owned())));
    assert_eq!(part("colours"), names(&mut Role::all().map(|role| role.name().into_owned())));
    assert_eq!(part("views"), names(&mut panels().into_iter().map(|(name, ..)| name.to_owned())));
}

#[test]
fn settings_are_read() {
    let read = settings(
        "language = \"de\"\ntheme = \"light\"\nmouse = true\nmarks = \"all\"\nascii = \"always\"\n\
         notes = \"~/notes\"\n[views]\ntimeline = \"lanes\"\nclaims = \"score\"\nactors = \"prominent\"\n\
         [keys]\nnext-claim = [\"X\", \"ctrl-x\"]\nhelp = \"f2\"\nmarks = \"; l\"\n",
    );
    assert_eq!((read.language, read.theme, read.mouse), (Some(Language::De), Theme::Light, true));
    assert_eq!((read.marks, read.ascii), ("all", Ascii::Always));
    assert_eq!(read.notes.as_deref(), Some(Path::new("/home/reader/notes")));
    // The usual view is no setting.
    assert_eq!(read.views, [(Panel::Timeline, "lanes"), (Panel::Claims, "score")]);
    let keys = |action| read.keymap.keys(action).to_vec();
    assert_eq!(keys(Action::NextClaim), [Key::char('X').into(), Key::ctrl('x').into()]);
    assert_eq!(keys(Action::Help), [Key::plain(Code::F(2)).into()]);
    assert_eq!(keys(Action::Marks), [Shortcut::after(Key::char(';'), Key::char('l'))]);
    assert_eq!(settings("notes = \"notes\"").notes.as_deref(), Some(Path::new("/config/notes")));
    assert_eq!(settings("notes = \"/n\"").notes.as_deref(), Some(Path::new("/n")));
    assert_eq!(settings("notes = \"\"\nlanguage = \"auto\""), Settings::default());
    assert!(settings("\u{feff}mouse = true\r\n").mouse);
}

#[test]
fn colours_are_written_in_every_way() {
    let read = settings(
        "[colours]\nheading = \"bright-blue\"\nquiet = 33\nkey = \"#0000c0\"\n\
         line-2 = { fg = 0x10, bold = true, underline = false }\nmention = { underline = false }\nnotice = {}\n\
         [colours.default]\nheading = { bg = \"red\" }\n",
    );
    let style = |theme, role| read.colours.style(theme, role);
    let of_default = style(Theme::Default, Role::Heading);
    assert_eq!((of_default.fg, of_default.bg), (Some(Color::LightBlue), Some(Color::Red)));
    assert_eq!(style(Theme::Default, Role::Quiet).fg, Some(Color::Indexed(33)));
    assert_eq!(style(Theme::Default, Role::Key).fg, Some(Color::Rgb(0, 0, 0xc0)));
    let line = style(Theme::Default, Role::Line(1));
    assert_eq!((line.fg, line.add_modifier), (Some(Color::Indexed(16)), Modifier::BOLD));
    assert_eq!(style(Theme::Default, Role::Mention).add_modifier, Modifier::empty());
    assert_eq!(style(Theme::Default, Role::Notice), Theme::Default.style(Role::Notice));
    assert_eq!(style(Theme::Mono, Role::Heading), Theme::Mono.style(Role::Heading));
}

#[test]
fn what_is_not_known_is_reported_where_it_stands_and_the_rest_holds() {
    let text = "langage = \"de\"\ntheme = \"ligth\"\nmouse = \"yes\"\nmarks = \"all\"\ncolors = {}\n\
                [views]\ntrend = \"mapp\"\nfigures = \"all\"\n[keys]\nnext-clam = \"x\"\nhelp = \"alt-x\"\nquit = 3\n\
                [colours]\nhaeding = \"blue\"\nkey = \"bleu\"\nquiet = 256\nnotice = { fg = 1.5, bolt = true }\n\
                [colours.mono]\nkey = 1\n[colours.drak]\n";
    assert_eq!(
        problems(text),
        [
            "1:1 key-unknown: config.toml has no key \"langage\"; did you mean \"language\"?",
            "2:9 word-unknown: \"theme\" cannot be \"ligth\"; did you mean \"light\"?",
            "3:9 value-type: \"mouse\" has to be true or false, and is a text; write true or false, without quotes",
            "5:1 key-unknown: config.toml has no key \"colors\"; did you mean \"colours\"?",
            "7:9 word-unknown: \"trend\" cannot be \"mapp\"; did you mean \"map\"?",
            "8:1 key-unknown: there is no panel \"figures\"; write one of article, actors, timeline, trend, claims",
            "10:1 key-unknown: there is no action \"next-clam\"; did you mean \"next-claim\"?",
            &format!(
                "11:8 shortcut-invalid: no key is called \"alt-x\"; {}",
                crate::input::key::ParseKeyError::HINT
            ),
            "12:8 value-type: \"quit\" has to be a key or a list of keys, and is a number; write each key in quotes",
            "14:1 key-unknown: nothing on the screen is called \"haeding\"; did you mean \"heading\"?",
            "15:7 colour-invalid: no colour is called \"bleu\"; did you mean \"blue\"?",
            "16:9 colour-invalid: no colour is called 256; write a name (red, bright-blue …), \"#5f87ff\", or a number from 0 to 255",
            "17:17 colour-invalid: this is no colour; write a name (red, bright-blue …), \"#5f87ff\", or a number from 0 to 255",
            "17:22 key-unknown: a colour has no key \"bolt\"; did you mean \"bold\"?",
            "18:10 colour-invalid: the theme \"mono\" has no colours; remove the table",
            "20:10 key-unknown: nothing on the screen is called \"drak\"; did you mean \"dark\"?",
        ]
    );
    assert_eq!(read(text).settings, Settings { marks: "all", ..Settings::default() });
}

#[test]
fn a_file_that_is_no_toml_gives_what_can_be_read_of_it() {
    let Read { settings, problems, tally } = read("mouse = true\ntheme = dark\nmarks = \"all\"\n");
    // It is clear what the word without quotes means, all the same it is an error.
    assert_eq!((settings.mouse, settings.marks, settings.theme), (true, "all", Theme::Dark));
    assert_eq!((problems[0].location.line, problems[0].rule), (2, Rule::SettingsInvalid));
    assert!(tally.errors >= 1, "{problems:#?}");
}

#[test]
fn every_conflict_of_keys_is_reported_once_and_costs_only_its_key() {
    let text = "[keys]\nnext-claim = [\"X\", \"q\", \"h\"]\nhelp = \"X\"\ncopy = [\"y\", \"y\"]\nmarks = \"? l\"\nview = []\n\
                zoom-in = \"f9\"\nzoom-out = [\"f9 v\", \"f8\"]\n";
    assert_eq!(
        problems(text),
        [
            "2:20 shortcut-conflict: q cannot be bound to \"next-claim\": it is bound to \"quit\" already; choose another key, or give \"quit\" another one",
            "2:25 shortcut-conflict: h cannot be bound to \"next-claim\": it is bound to \"left\" already; choose another key, or give \"left\" another one",
            "3:8 shortcut-conflict: X cannot be bound to \"help\": it is bound to \"next-claim\" already; choose another key, or give \"next-claim\" another one",
            "4:14 shortcut-conflict: y is listed twice for \"copy\"; remove one of the two",
            "5:9 shortcut-conflict: ? l cannot be bound to \"marks\": ? alone is bound to \"help\"; choose another key, or give \"help\" another one",
            "6:8 shortcut-conflict: \"view\" needs at least one key; write one, or leave the action out to keep its keys",
            "8:13 shortcut-conflict: f9 v cannot be bound to \"zoom-out\": f9 alone is bound to \"zoom-in\"; choose another key, or give \"zoom-in\" another one",
        ]
        .map(|text| text.replace("f9", "F9"))
    );
    let keymap = read(text).settings.keymap;
    assert_eq!(keymap.keys(Action::NextClaim), [Key::char('X').into()]);
    assert_eq!(keymap.keys(Action::Copy), [Key::char('y').into()]);
    assert_eq!(keymap.keys(Action::ZoomOut), [Key::plain(Code::F(8)).into()]);
    for action in [Action::Help, Action::View, Action::Marks] {
        assert_eq!(keymap.keys(action), Keymap::default().keys(action), "{action:?}");
    }
}

#[test]
fn keys_may_be_exchanged_and_half_an_exchange_is_none() {
    let both = settings("[keys]\nnext-claim = \"m\"\nmarks = \"c\"\n").keymap;
    assert_eq!(
        (both.action(Key::char('m')), both.action(Key::char('c'))),
        (Some(Action::NextClaim), Some(Action::Marks))
    );
    // The second half conflicts with another key, so the first has no place either.
    let half = "[keys]\nnext-claim = \"m\"\nmarks = \"q\"\n";
    let found = problems(half);
    assert!(found.len() == 2 && found[1].starts_with("3:9 shortcut-conflict: q"), "{found:#?}");
    assert_eq!(read(half).settings.keymap, Keymap::default());
}

#[test]
fn a_colour_that_is_hard_to_read_on_a_theme_of_our_own_is_a_warning() {
    assert_eq!(
        problems("[colours]\nheading = \"#777777\"\n[colours.dark]\nheading = 255\nframe = 243\n"),
        ["2:11 colour-faint: \"heading\" has too little contrast on the ground of light (4.4, needs 4.5), \
             projector (4.4, needs 4.5); \
             choose another, or write it under the theme you use: [colours.dark]"]
    );
    let Read { tally, .. } = read("[colours.light]\ntext = \"bright-yellow\"\n");
    assert_eq!((tally.errors, tally.warnings), (0, 1));
    // The terminal's own ground may be anything.
    assert!(problems("[colours.default]\ntext = \"yellow\"\n").is_empty());
    // Dark on a ground that is set with it.
    assert!(problems("[colours]\nselected = { fg = 16, bg = 226 }\n").is_empty());
}

#[test]
fn our_own_colours_are_not_reported() {
    let mut text = String::new();
    for theme in [Theme::Dark, Theme::Light, Theme::Projector, Theme::Contrast] {
        text.extend(["[colours.", theme.name(), "]\n"]);
        for role in Role::all() {
            let Some(Color::Indexed(number)) = theme.style(role).fg else { panic!("{role:?} has no colour") };
            text.extend([&role.name(), " = ", &number.to_string(), "\n"]);
        }
    }
    assert!(problems(&text).is_empty());
}

#[test]
fn no_role_is_called_like_a_theme_or_another_role() {
    let names: Vec<String> = Role::all().map(|role| role.name().into_owned()).collect();
    let unique: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
    assert!(names.iter().all(|name| Theme::named(name).is_none()));
    assert!(Role::all().all(|role| Role::named(&role.name()) == Some(role)));
}

proptest::proptest! {
    #[test]
    fn any_text_gives_settings_and_a_keymap_without_conflicts(text in "(\\[(keys|colours|views)\\]\n|[a-z-]{1,10} = |\"[a-zA-Z, -]{0,6}\"|[\\[\\]{}#,0-9\n])*") {
        let read = read(&text);
        proptest::prop_assert!(Keymap::default().with(&crate::input::action::TABLE.iter().map(|info| (info.action, read.settings.keymap.keys(info.action).to_vec())).collect::<Vec<_>>()).is_ok());
    }
}
