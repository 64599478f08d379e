//! `config.toml` and what is remembered of keys: what a reader sets is seen, what is wrong is said, and nothing is lost
//! silently. Also what a stranger gets: version, completions, man pages.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot write its files or run the program had better fail"
)]

use std::path::Path;
use std::process::{Command, Stdio};

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::theme::Theme;
use fundstelle::panels::article::MarkedNames;
use fundstelle::protocol::effect::Effect;
use fundstelle::settings::{MARKS, Preference, panel_views};
use ratatui::style::Color;

use crate::common::fixture::{edited, text_of as fixture_text};
use crate::common::run::{Folder, run, run_in, text_of};
use crate::common::{Screen, USUAL};

/// The mistakes of a hurried evening.
const WRONG: &str = "theme = \"drak\"\nmarks = \"all\"\n\n[keys]\nnext-claim = [\"P\", \"q\"]\n";

/// Without colours from the start, so that they do not count.
fn screen() -> Screen {
    Screen::fixture(USUAL, Language::En)
}

/// Another reading with these settings, from where this one stands.
fn again(before: &Screen, settings: &str) -> Screen {
    let mut screen = screen();
    screen.configure(settings).resume(&before.app().bookmark());
    screen
}

/// What the frame of a panel says.
fn frame(screen: &Screen, name: &str) -> String {
    screen.whole().row_with(name).text()
}

#[test]
fn keys_of_ones_own_do_what_they_are_set_to() {
    let mut own = screen();
    own.configure("[keys]\nnext-claim = [\"P\", \"ctrl-x\"]\nwords = \"c\"\n");
    let mut usual = screen();
    assert_eq!(own.press("P ctrl-x").selection(), usual.press("c c").selection());
    let help = own.press("? / n e x t").framed("Help").prose();
    assert!(
        help.contains("P, Ctrl+x next claim or gap") || help.contains("P Ctrl+x next claim or gap"),
        "{help}"
    );
}

#[test]
fn panels_open_with_the_views_that_are_set() {
    let settings = "[views]\ntimeline = \"lanes\"\nclaims = \"score\"\n";
    let (mut own, mut usual) = (screen(), screen());
    own.configure(settings);
    assert_eq!(frame(own.press("3"), "3 Timeline"), frame(usual.press("3 v v"), "3 Timeline"));
    assert_ne!(frame(&own, "3 Timeline"), frame(screen().press("3"), "3 Timeline"));
    assert_eq!(frame(own.press("5"), "5 Claims"), frame(usual.press("5 v v"), "5 Claims"));
}

#[test]
fn a_view_chosen_while_reading_comes_before_the_one_that_is_set() {
    let settings = "[views]\ntimeline = \"lanes\"\n";
    let mut before = screen();
    before.configure(settings).press("3 v");
    let main = frame(&before, "3 Timeline");
    assert_eq!(main, frame(screen().press("3"), "3 Timeline"), "the view after the lanes is the usual one");
    assert_eq!(frame(&again(&before, settings), "3 Timeline"), main);
    // One who changed nothing gets what is set now.
    let mut before = screen();
    before.press("3");
    let lanes = frame(again(&before, settings).press("3"), "3 Timeline");
    assert_eq!(lanes, frame(screen().press("3 v v"), "3 Timeline"));
    assert_eq!(frame(&again(screen().configure(settings).press("3"), ""), "3 Timeline"), main);
}

#[test]
fn names_are_underlined_as_set_until_one_chooses_otherwise() {
    let mut own = screen();
    own.configure("marks = \"none\"\n");
    assert!(
        own.framed("1 Article").words('U').is_empty() && !screen().framed("1 Article").words('U').is_empty()
    );
    let usual = |screen: &Screen| screen.framed("1 Article").words('U');
    assert_eq!(usual(&again(own.press("m"), "marks = \"none\"\n")), usual(&own));
    assert!(usual(&again(&screen(), "marks = \"none\"\n")).is_empty());
    assert_eq!(MARKS, MarkedNames::ALL.map(MarkedNames::name));
}

#[test]
fn every_view_that_can_be_set_is_one_of_its_panel() {
    let options = Options { language: Language::En, ..Options::default() };
    let files = edited("dossier.toml", "[article]\n", "[article]\ntranslation.en = \"article.en.txt\"\n")
        .with("article.en.txt", fixture_text("article.txt").replace("Kommentare", ""));
    for (panel, views) in panel_views() {
        for view in &views[1..] {
            let mut own = Screen::open(&files, USUAL, options);
            own.configure(&format!("[views]\n{panel} = \"{view}\"\n"));
            // A bookmark names only what differs from the settings; without them it names the view.
            let bookmark = own.configure("").app().bookmark();
            let place = bookmark.panels.get(panel);
            assert_eq!(place.and_then(|place| place.view.as_deref()), Some(*view), "{panel}");
        }
    }
}

#[test]
fn colours_are_those_that_are_set_in_every_theme_but_mono() {
    let open = |theme, settings: &str| {
        let mut screen =
            Screen::fixture_with(USUAL, Options { language: Language::En, theme, ..Options::default() });
        screen.configure(settings);
        screen
    };
    let settings = "[colours]\nframe = \"#0000ff\"\n[colours.light]\nframe = 160\ntext = 53\n";
    let frame_of =
        |screen: &Screen| screen.buffer().content.iter().find(|cell| cell.symbol() == "┐").unwrap().fg;
    for (theme, colour) in [
        (Theme::Default, Color::Rgb(0, 0, 255)),
        (Theme::Dark, Color::Rgb(0, 0, 255)),
        (Theme::Light, Color::Indexed(160)),
        (Theme::Mono, Color::Reset),
    ] {
        assert_eq!(frame_of(&open(theme, settings)), colour, "{theme:?}");
    }
    // Blanks too: what has no colour has that of text.
    let has_text_colour =
        |screen: &Screen| screen.buffer().content.iter().filter(|cell| cell.fg == Color::Indexed(53)).count();
    assert!(has_text_colour(&open(Theme::Light, settings)) > 1000);
    assert_eq!(has_text_colour(&open(Theme::Light, "")), 0);
    assert_eq!(open(Theme::Mono, settings).buffer(), open(Theme::Mono, "").buffer());
}

/// The keys that change looks, and nothing else, are remembered.
#[test]
fn what_is_chosen_by_keys_is_to_be_remembered() {
    let mut screen = screen();
    screen.press("d M j c t");
    let chosen: Vec<&Effect> =
        screen.escaped().iter().filter(|effect| matches!(effect, Effect::Remember(_))).collect();
    let expected =
        [Preference::Language(Language::De), Preference::Mouse(true), Preference::Theme(Theme::Mono.next())];
    assert_eq!(chosen, expected.map(Effect::Remember).iter().collect::<Vec<_>>());
}

#[test]
fn errors_are_reported_with_their_line_and_fail_the_check() {
    let folder = Folder::with(&[("config.toml", WRONG)]);
    let path = folder.path().join("config.toml");
    let path = path.to_str().unwrap();
    let checked = run(&["config", "--check", path]);
    assert_eq!((checked.code, checked.stderr.as_str()), (Some(1), ""));
    for words in [
        "error[word-unknown]: \"theme\" cannot be \"drak\"",
        "1 | theme = \"drak\"",
        "help: did you mean \"dark\"?",
        "error[shortcut-conflict]: q cannot be bound to \"next-claim\": it is bound to \"quit\" already",
        "5 | next-claim = [\"P\", \"q\"]",
        &format!("checked {path}: 2 errors, 0 warnings\n"),
    ] {
        assert!(checked.stdout.contains(words), "{words}\n{}", checked.stdout);
    }
    assert_eq!(checked.stdout.matches("error[").count(), 2, "{}", checked.stdout);
    // The same of the file that the environment names.
    let named = run_in(&[("FUNDSTELLE_CONFIG", path)], &["config", "--check"]);
    assert_eq!((named.status.code(), String::from_utf8(named.stdout).unwrap()), (Some(1), checked.stdout));
    let missing = run(&["config", "--check", "/no/such/config.toml"]);
    assert!(missing.code == Some(1) && missing.stdout.contains("error[settings-unreadable]"), "{missing:?}");
}

#[test]
fn a_colour_that_is_hard_to_read_is_a_warning() {
    let folder = Folder::with(&[("config.toml", "[colours.light]\ntext = 226\n")]);
    let checked = run(&["config", "--check", folder.path().join("config.toml").to_str().unwrap()]);
    assert_eq!(checked.code, Some(0));
    assert!(
        checked.stdout.contains("warning[colour-faint]: \"text\"")
            && checked.stdout.contains("0 errors, 1 warning"),
        "{}",
        checked.stdout
    );
}

#[test]
fn what_is_printed_can_be_saved_and_changes_nothing() {
    let printed = text_of(&["config"]);
    let folder = Folder::with(&[("config.toml", &printed)]);
    let path = folder.path().join("config.toml");
    let checked = run(&["config", "--check", path.to_str().unwrap()]);
    assert!(checked.code == Some(0) && checked.stdout.ends_with(": 0 errors, 0 warnings\n"), "{checked:?}");
    assert!(printed.lines().all(|line| line.trim_end() == line), "no blanks at the ends of lines");
}

#[test]
fn it_says_where_the_settings_are_looked_for() {
    let path = |environment: &[(&str, &str)]| {
        let output = run_in(environment, &["config", "--path"]);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(
        path(&[("FUNDSTELLE_CONFIG", "/some/where.toml")]),
        (Some(0), "/some/where.toml\n".to_owned())
    );
    assert_eq!(path(&[("FUNDSTELLE_CONFIG", "off")]), (Some(2), String::new()));
    #[cfg(target_os = "linux")]
    assert_eq!(
        path(&[("FUNDSTELLE_CONFIG", ""), ("XDG_CONFIG_HOME", "/home/r/.config")]),
        (Some(0), "/home/r/.config/fundstelle/config.toml\n".to_owned())
    );
}

/// Pictures must not depend on who makes them.
#[test]
fn pictures_and_documents_do_not_read_the_settings() {
    let folder =
        Folder::with(&[("config.toml", "language = \"de\"\ntheme = \"dark\"\nascii = \"always\"\n")]);
    let path = folder.path().join("config.toml");
    let settings = [("FUNDSTELLE_CONFIG", path.to_str().unwrap())];
    for command in [&["render", "--format", "ansi"][..], &["export", "--format", "text"]] {
        let arguments = [command, &[crate::common::fixture::FIXTURE]].concat();
        assert_eq!(run_in(&settings, &arguments).stdout, run_in(&[], &arguments).stdout, "{command:?}");
    }
}

#[test]
fn the_version_names_the_commit_if_there_is_one() {
    let version = text_of(&["--version"]);
    let number = concat!("fundstelle ", env!("CARGO_PKG_VERSION"));
    assert!(version.starts_with(number), "{version}");
    let rest = version.trim_end().strip_prefix(number).unwrap();
    let git =
        Command::new("git").args(["rev-parse", "HEAD"]).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let is_ours = Path::new(env!("CARGO_MANIFEST_DIR")).join(".git").exists();
    let Some(head) = git.ok().filter(|output| output.status.success() && is_ours) else {
        assert!(rest.is_empty() || rest.starts_with(" ("), "{version}");
        return;
    };
    let head = String::from_utf8(head.stdout).unwrap();
    let (commit, date) = rest.trim_matches([' ', '(', ')']).split_once(' ').unwrap();
    assert!(head.starts_with(commit.trim_end_matches('+')), "{version} is not of {head}");
    assert_eq!(date.len(), "2026-11-29".len(), "{version}");
}

/// Writes to a program, where there is one, and asserts that it succeeds and has nothing to say.
fn accepted_by(program: &str, arguments: &[&str], text: &str) {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let Ok(mut child) = command.spawn() else { return };
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said =
        String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.is_empty(), "{program}: {said}");
}

#[test]
fn shells_take_the_completions() {
    for (shell, check) in [
        ("bash", Some(("bash", &["-n"][..]))),
        ("zsh", Some(("zsh", &["-n"][..]))),
        ("fish", Some(("fish", &["--no-execute"][..]))),
        ("elvish", None),
        ("powershell", None),
    ] {
        let script = text_of(&["completions", shell]);
        for words in ["relink", "completions", "speaker", "projector"] {
            assert!(script.contains(words), "{shell}: {words}");
        }
        if let Some((program, arguments)) = check {
            accepted_by(program, arguments, &script);
        }
    }
    assert_eq!(run(&["completions", "cobol"]).code, Some(2));
}

#[test]
fn there_is_a_man_page_for_the_program_and_for_each_command() {
    let page = text_of(&["man"]);
    for words in [".TH fundstelle 1 ", "FUNDSTELLE_CONFIG", ".SH \"EXIT STATUS\"", "fundstelle\\-brief(1)"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let folder = Folder::with::<&str>(&[]);
    let into = folder.path().join("man");
    assert_eq!(run(&["man", "-o", into.to_str().unwrap()]).code, Some(0));
    assert_eq!(folder.read("man/fundstelle.1"), page);
    assert_eq!(folder.read("man/fundstelle-brief.1"), text_of(&["man", "brief"]));
    let names: Vec<_> = std::fs::read_dir(&into).unwrap().map(|entry| entry.unwrap().path()).collect();
    let help = text_of(&["--help"]);
    let commands = help.split_once("Commands:").unwrap().1.split_once("\n\n").unwrap().0.lines();
    let listed = commands.filter(|line| line.starts_with("  ") && !line.starts_with("   ")).count();
    // A command of a command has a page, too.
    assert!(folder.read("man/fundstelle-source-add.1").contains("fundstelle source add"));
    assert_eq!(names.len(), listed + 2, "{help}");
    for path in &names {
        let page = std::fs::read_to_string(path).unwrap();
        assert!(!page.contains('`'), "{}: marks of Markdown", path.display());
        // Not its style, which wants dates and sections that are not ours to choose.
        accepted_by("mandoc", &["-T", "lint", "-W", "error"], &page);
    }
    let unknown = run(&["man", "biref"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (Some(2), ""));
    assert!(unknown.stderr.contains("did you mean \"brief\"?"), "{}", unknown.stderr);
}

#[cfg(unix)]
mod in_the_terminal {
    use portable_pty::CommandBuilder;

    use super::WRONG;
    use crate::common::fixture::FIXTURE;
    use crate::common::pty::Session;
    use crate::common::run::{BINARY, Folder};

    /// A reader with a state folder and a file of settings.
    struct Reader(Folder);

    impl Reader {
        fn with(settings: &str) -> Self {
            Self(Folder::with(&[("config.toml", settings)]))
        }

        fn read(&self, arguments: &[&str], shows: &str) -> Session {
            self.read_with(&[], arguments, shows)
        }

        fn read_with(&self, variables: &[(&str, &str)], arguments: &[&str], shows: &str) -> Session {
            let mut command = CommandBuilder::new("/usr/bin/env");
            command.args(variables.iter().map(|(name, value)| format!("{name}={value}")));
            command.arg(BINARY);
            command.args(arguments);
            command.arg(FIXTURE);
            let path = |name: &str| self.0.path().join(name).to_string_lossy().into_owned();
            let mut session = Session::start_with(command, (100, 30), &path("state"), &path("config.toml"));
            session.wait_for(shows);
            session
        }
    }

    fn press_and_quit(mut session: Session, key: &str, shows: &str) {
        session.press(key);
        session.wait_for(shows);
        session.press("\x03");
        session.end();
    }

    /// Whether the screen has a ground of its own.
    fn has_ground(session: &Session) -> bool {
        session.cells().iter().any(|(_, ground)| *ground != vt100::Color::Default)
    }

    #[test]
    fn with_errors_it_opens_with_what_can_be_used_and_says_so() {
        let reader = Reader::with(WRONG);
        let mut session =
            reader.read(&[], "config.toml: 2 errors, first in line 1 · fundstelle config --check lists them");
        session.press("P");
        session.wait_for("shipowners are suddenly");
        session.press("\x03");
        session.end();
        reader.0.write("config.toml", "theme = \"drak\"\nlanguage = \"de\"\n");
        let session = reader.read(&[], "config.toml: 1 Fehler, in Zeile 1");
        press_and_quit(session, "?", "Hilfe");
    }

    #[test]
    fn settings_hold_and_options_come_before_them() {
        let reader = Reader::with("language = \"de\"\ntheme = \"dark\"\nmouse = true\n");
        let session = reader.read(&[], "b Vortrag");
        assert!(has_ground(&session));
        assert_ne!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        press_and_quit(session, "?", "Hilfe");
        let session = reader.read_with(&[("NO_COLOR", "1")], &["--lang", "en", "--fresh"], "b the tour");
        assert!(!has_ground(&session));
        press_and_quit(session, "?", "Help");
        let session = reader.read_with(&[("NO_COLOR", "1")], &["--theme", "light", "--fresh"], "b Vortrag");
        assert!(has_ground(&session));
        press_and_quit(session, "?", "Hilfe");
    }

    #[test]
    fn what_was_chosen_by_keys_holds_in_the_next_run_until_the_settings_change() {
        let reader = Reader::with("theme = \"default\"\n");
        press_and_quit(reader.read(&["--fresh"], "b the tour"), "t", "Colours: dark");
        let session = reader.read(&["--fresh"], "b the tour");
        assert!(has_ground(&session));
        press_and_quit(session, "d", "Sprache: Deutsch");
        // What an option asks for is for this time alone.
        let session = reader.read(&["--fresh", "--theme", "mono", "--lang", "en"], "b the tour");
        assert!(!has_ground(&session));
        press_and_quit(session, "?", "Help");
        let session = reader.read(&["--fresh"], "b Vortrag");
        assert!(has_ground(&session));
        press_and_quit(session, "M", "Maus an");
        let session = reader.read(&["--fresh"], "b Vortrag");
        assert_ne!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        press_and_quit(session, "?", "Hilfe");
        // The theme is another one in the settings now; the language is not.
        reader.0.write("config.toml", "theme = \"mono\"\n");
        let session = reader.read(&["--fresh"], "b Vortrag");
        assert!(!has_ground(&session));
        press_and_quit(session, "?", "Hilfe");
    }
}
