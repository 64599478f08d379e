//! Where a dossier's files are, seen from where the command was run: an editor that jumps to `bridge/claims.toml:4:12` has to
//! find it.

use std::path::Path;

use super::args::DossierArgs;
use crate::load::{Problem, Refusal, Rule};
use crate::text::sanitize::sanitize_line;

/// What stands before the name of each file of a dossier.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Place(String);

impl Place {
    /// Of the dossier that was asked for. The files of the shipped one are nowhere, nor is what comes through a pipe.
    pub(super) fn of(dossier: &DossierArgs) -> Self {
        dossier.path.as_deref().filter(|_| !dossier.is_stream()).map(Self::of_path).unwrap_or_default()
    }

    /// Of the dossier at a path: a folder, its `dossier.toml`, or an article.
    pub(super) fn of_path(path: &Path) -> Self {
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
        // Without `.` where it says nothing.
        let folder: std::path::PathBuf =
            folder.components().filter(|part| !matches!(part, std::path::Component::CurDir)).collect();
        if folder.as_os_str().is_empty() {
            return Self::default();
        }
        let mut folder = folder.display().to_string();
        if !folder.ends_with(std::path::is_separator) {
            folder.push(std::path::MAIN_SEPARATOR);
        }
        Self(sanitize_line(&folder).into_owned())
    }

    /// A file of the dossier by its name, or a place in one.
    pub(super) fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }

    /// The problem with the path of its file.
    pub(super) fn problem(&self, mut problem: Problem) -> Problem {
        // What cannot be opened at all is named as it was asked for.
        if problem.rule != Rule::PathUnusable {
            problem.location.file = self.file(&problem.location.file);
        }
        problem
    }

    /// The same of why a dossier does not open.
    pub(super) fn refusal(&self, refusal: Refusal) -> Refusal {
        let problems = refusal.problems.into_iter().map(|problem| self.problem(problem)).collect();
        Refusal { problems, ..refusal }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_where_the_command_was_run() {
        for (path, file) in [
            (".", "claims.toml"),
            ("./", "claims.toml"),
            ("src", "src/claims.toml"),
            ("./src/", "src/claims.toml"),
            ("src/cli/../load", "src/cli/../load/claims.toml"),
            ("..", "../claims.toml"),
            ("dossier.toml", "claims.toml"),
            ("src/dossier.toml", "src/claims.toml"),
            ("/tmp", "/tmp/claims.toml"),
            ("/", "/claims.toml"),
        ] {
            let found = Place::of_path(Path::new(path)).file("claims.toml");
            assert_eq!(found.replace(std::path::MAIN_SEPARATOR, "/"), file, "{path}");
        }
        assert_eq!(Place::of(&DossierArgs { path: None }).file("claims.toml"), "claims.toml");
    }
}
