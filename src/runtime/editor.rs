//! The reader's own editor: it has the terminal until it ends, and shows a file of the dossier at a line.
//!
//! `VISUAL` names it, else `EDITOR`, in words as a shell would split them; no shell takes part.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::input;
use super::watch::folder_at;
use crate::load::load;
use crate::protocol::effect::{EditTarget, FilePlace, NotEdited, Outcome};

/// How an editor is given a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Syntax {
    /// `+12 FILE`
    Plus,
    /// `-g FILE:12:3`
    GoTo,
    /// `FILE:12:3`
    Colons,
    /// `--line 12 --column 3 FILE`
    Options,
    /// `--line 12 FILE`
    LineOption,
    /// `-n12 FILE`
    Number,
    /// Nobody knows.
    Unknown,
}

/// How editors are given a line, by the names of their programs.
const SYNTAXES: [(&[&str], Syntax); 6] = [
    (
        &[
            "vi",
            "vim",
            "nvim",
            "view",
            "gvim",
            "elvis",
            "nvi",
            "nano",
            "pico",
            "emacs",
            "emacsclient",
            "joe",
            "jed",
            "kak",
            "ne",
            "mg",
            "mcedit",
            "micro",
            "gedit",
            "bbedit",
            "ed",
        ],
        Syntax::Plus,
    ),
    (&["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"], Syntax::GoTo),
    (&["hx", "helix", "subl", "sublime_text", "zed", "zeditor"], Syntax::Colons),
    (&["kate", "kwrite", "idea", "pycharm", "rustrover", "webstorm", "clion", "goland"], Syntax::Options),
    (&["mate"], Syntax::LineOption),
    (&["notepad++"], Syntax::Number),
];

/// The syntax of the program with this name or path.
fn syntax(program: &str) -> Syntax {
    let name =
        Path::new(program).file_stem().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    let known = SYNTAXES.iter().find(|(names, _)| names.contains(&name.as_str()));
    known.map_or(Syntax::Unknown, |(_, syntax)| *syntax)
}

/// What follows the editor's own words on its command line.
fn arguments(syntax: Syntax, path: &Path, line: usize, column: usize) -> Vec<OsString> {
    let path = path.as_os_str().to_owned();
    let at = |path: &OsStr| {
        let mut at = path.to_owned();
        at.push(format!(":{line}:{column}"));
        at
    };
    match syntax {
        Syntax::Plus => vec![format!("+{line}").into(), path],
        Syntax::GoTo => vec!["-g".into(), at(&path)],
        Syntax::Colons => vec![at(&path)],
        Syntax::Options => {
            vec!["--line".into(), line.to_string().into(), "--column".into(), column.to_string().into(), path]
        }
        Syntax::LineOption => vec!["--line".into(), line.to_string().into(), path],
        Syntax::Number => vec![format!("-n{line}").into(), path],
        Syntax::Unknown => vec![path],
    }
}

/// The words of the reader's editor; none if no editor is named.
fn words(variable: impl Fn(&str) -> Option<OsString>) -> Option<Vec<String>> {
    let named = |name| variable(name).and_then(|value: OsString| value.into_string().ok());
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(named);
    let mut several = named.map(|value| {
        // Quotation marks that do not match are part of a name.
        shlex::split(&value).unwrap_or_else(|| value.split_whitespace().map(str::to_owned).collect())
    });
    several.find(|words| !words.is_empty())
}

/// An editor that is ready to be started.
pub(super) struct Editor {
    program: String,
    command: Command,
}

impl Editor {
    /// The editor for what is to be shown of the dossier at a path.
    ///
    /// # Errors
    ///
    /// Why there is none to start.
    pub(super) fn new(dossier: Option<&Path>, target: EditTarget) -> Result<Self, NotEdited> {
        let (path, place) = dossier.and_then(|dossier| find(dossier, target)).ok_or(NotEdited::NoFile)?;
        let mut words = words(|name| std::env::var_os(name)).into_iter().flatten();
        let program = words.next().ok_or(NotEdited::NoEditor(place.clone()))?;
        let mut command = Command::new(&program);
        command.args(words).args(arguments(syntax(&program), &path, place.line, place.column));
        let stdin = input::terminal_for_others().map_err(|error| failed(&program, &error))?;
        command.stdin(stdin.map_or_else(Stdio::inherit, Stdio::from));
        Ok(Self { program, command })
    }

    /// Starts it and waits for its end. The terminal must have been restored before.
    pub(super) fn run(mut self) -> Outcome {
        match self.command.status() {
            Ok(status) if status.success() => Outcome::Edited,
            Ok(status) => Outcome::NotEdited(NotEdited::Ended(self.program, status.to_string())),
            Err(error) => Outcome::NotEdited(failed(&self.program, &error)),
        }
    }
}

fn failed(program: &str, error: &std::io::Error) -> NotEdited {
    NotEdited::Failed(program.to_owned(), error.to_string())
}

/// The file of what is to be shown, and the place in it, as the dossier's files are now.
fn find(dossier: &Path, target: EditTarget) -> Option<(PathBuf, FilePlace)> {
    let folder = folder_at(dossier).ok()?;
    let place = match target {
        EditTarget::Place(place) => place,
        EditTarget::Thing(_) | EditTarget::Dossier => {
            let loaded = load(&folder).ok();
            let written = match (&target, &loaded) {
                (EditTarget::Thing(item), Some(loaded)) => loaded.locations.of(item).map(FilePlace::from),
                _ => None,
            };
            let article = || loaded.as_ref()?.locations.bare_article().map(str::to_owned);
            let head = || article().unwrap_or_else(|| crate::load::DOSSIER.to_owned());
            written.unwrap_or_else(|| FilePlace { file: head(), line: 1, column: 1 })
        }
    };
    // A file that is missing may be what is to be written.
    let path = folder.path_of(&place.file).or_else(|| folder.path_of_missing(&place.file))?;
    Some((path, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(editor: &str) -> Vec<String> {
        let arguments = arguments(syntax(editor), Path::new("/d/claims.toml"), 12, 3);
        arguments.into_iter().map(|word| word.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn each_editor_is_given_the_line_as_it_knows_it() {
        for vi in ["vi", "/usr/bin/nvim", "nano", "emacsclient", "VIM", "vim.exe"] {
            assert_eq!(line(vi), ["+12", "/d/claims.toml"], "{vi}");
        }
        assert_eq!(line("code"), ["-g", "/d/claims.toml:12:3"]);
        assert_eq!(line("hx"), ["/d/claims.toml:12:3"]);
        assert_eq!(line("kate"), ["--line", "12", "--column", "3", "/d/claims.toml"]);
        assert_eq!(line("mate"), ["--line", "12", "/d/claims.toml"]);
        assert_eq!(line("notepad++"), ["-n12", "/d/claims.toml"]);
        assert_eq!(line("my-own"), ["/d/claims.toml"], "without a line rather than with a wrong one");
    }

    #[test]
    fn the_editor_is_named_in_words() {
        let named = |visual: Option<&str>, editor: Option<&str>| {
            words(|name| if name == "VISUAL" { visual } else { editor }.map(OsString::from))
        };
        let owned = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(named(Some("code --wait"), Some("vi")), owned(&["code", "--wait"]));
        assert_eq!(named(Some("  "), Some("vi")), owned(&["vi"]), "an empty variable names none");
        assert_eq!(named(None, Some("'/opt/my editor/ed' -s")), owned(&["/opt/my editor/ed", "-s"]));
        assert_eq!(named(None, Some("joe's")), owned(&["joe's"]));
        assert_eq!(named(None, Some("$(touch x); vi")), owned(&["$(touch", "x);", "vi"]), "no shell");
        assert_eq!(named(None, None), None);
    }
}
