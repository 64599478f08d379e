//! `fundstelle man`: the man pages, one for the program and one for each command.

use std::io;
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use super::WRONG_USAGE;
use super::args::{Arguments, ManArgs};
use super::io::{at, exit_code_after_write, print_bytes, print_error};
use crate::load::suggest;
use crate::runtime::write_atomically;
use crate::text::sanitize::sanitize_line;

/// The day of the commit, in the foot of each page.
const DATE: &str = env!("FUNDSTELLE_DATE");

const ENVIRONMENT: [(&str, &str); 5] = [
    (
        "FUNDSTELLE_CONFIG",
        "The file with the settings, in the place of the usual one; \"off\": no settings are read.",
    ),
    (
        "FUNDSTELLE_STATE",
        "The folder for what is remembered from one run to the next, in the place of the usual one; \"off\": nothing is \
         remembered.",
    ),
    (
        "FUNDSTELLE_NOTES",
        "The folder for your notes, in the place of the usual one and of the one in the settings; \"off\": none are kept.",
    ),
    (
        "NO_COLOR",
        "If it is set and not empty, the screen and reports have no colours, unless --theme asks for some.",
    ),
    (
        "LC_ALL, LC_MESSAGES, LC_CTYPE, LANG",
        "The locale: the interface is German in a German one and English elsewhere, and signs are ASCII where it is not UTF-8.",
    ),
];

const FILES: [(&str, &str); 4] = [
    ("~/.config/fundstelle/config.toml", "The settings (or in $XDG_CONFIG_HOME); see fundstelle-config(1)."),
    (
        "~/.local/state/fundstelle/",
        "Where you left off in each dossier and what it held then, and preferences.toml with the theme, the language and the use of the mouse that \
         you have chosen by keys (or in $XDG_STATE_HOME).",
    ),
    (
        "~/.local/share/fundstelle/notes/",
        "Your notes, a Markdown file for each dossier (or in $XDG_DATA_HOME); see fundstelle-notes(1).",
    ),
    (
        "dossier.toml",
        "In a dossier's folder: what the dossier holds. \"fundstelle schema\" prints its format for editors.",
    ),
];

const EXIT_STATUS: [(&str, &str); 3] = [
    ("0", "Fine."),
    ("1", "The dossier is at fault, the file with the settings, or an entry of a reference manager's."),
    ("2", "Wrong usage, no terminal for a screen, or output that could not be written completely."),
];

/// Prints a page, or writes all of them into a folder.
pub(super) fn run(asked: &ManArgs) -> ExitCode {
    let mut program =
        Arguments::command().subcommand_value_name("COMMAND").subcommand_help_heading("COMMANDS");
    program.build();
    let page = |name: &str| program.find_subcommand(name).cloned();
    let commands = match &asked.command {
        None if asked.output.is_some() => {
            // Those of `source` among them.
            let within = |command: &clap::Command| command.get_subcommands().cloned().collect::<Vec<_>>();
            let all = program
                .get_subcommands()
                .flat_map(|command| std::iter::once(command.clone()).chain(within(command)));
            std::iter::once(program.clone()).chain(all).collect()
        }
        None => vec![program.clone()],
        Some(name) => {
            let Some(command) = page(name) else {
                let names = program.get_subcommands().map(clap::Command::get_name);
                let hint = suggest(name, names, || "fundstelle --help lists all commands".to_owned());
                print_error(&format!("fundstelle: there is no command \"{}\"; {hint}", sanitize_line(name)));
                return ExitCode::from(WRONG_USAGE);
            };
            vec![command]
        }
    };
    let pages =
        commands.into_iter().map(|command| (command.get_display_name().map(str::to_owned), render(command)));
    let written = match &asked.output {
        None => pages.into_iter().try_for_each(|(_, page)| print_bytes(&page?)),
        Some(folder) => std::fs::create_dir_all(folder).map_err(|error| at(folder, &error)).and_then(|()| {
            pages.into_iter().try_for_each(|(name, page)| {
                let path = folder.join(format!("{}.1", name.as_deref().unwrap_or("fundstelle")));
                write_atomically(&path, &page?).map_err(|error| at(&path, &error))
            })
        }),
    };
    exit_code_after_write("the man pages", written, ExitCode::SUCCESS)
}

/// The page of a command, in roff.
fn render(command: clap::Command) -> io::Result<Vec<u8>> {
    let is_program = command.get_name() == "fundstelle";
    let has_commands = command.has_subcommands();
    let man = Man::new(command)
        .date(DATE)
        .source(concat!("fundstelle ", env!("CARGO_PKG_VERSION")))
        .manual("Fundstelle");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut rest = Roff::default();
    if has_commands {
        man.render_subcommands_section(&mut page)?;
    }
    if is_program {
        list(&mut rest, "ENVIRONMENT", &ENVIRONMENT);
        list(&mut rest, "FILES", &FILES);
        list(&mut rest, "EXIT STATUS", &EXIT_STATUS);
        rest.control("SH", ["VERSION"]);
        rest.text([roman(env!("FUNDSTELLE_VERSION"))]);
    } else {
        rest.control("SH", ["SEE ALSO"]);
        rest.text([bold("fundstelle"), roman("(1), for environment, files and exit status")]);
    }
    rest.to_writer(&mut page)?;
    Ok(page)
}

/// A section with an entry for each name.
fn list(page: &mut Roff, heading: &str, entries: &[(&str, &str)]) {
    page.control("SH", [heading]);
    for (name, words) in entries {
        page.control("TP", []);
        page.text([bold(*name)]);
        let words: [Inline; 1] = [roman(*words)];
        page.text(words);
    }
}
