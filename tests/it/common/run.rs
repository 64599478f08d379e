//! The program as a process: arguments, its answer, and a dossier's folder that goes away with the test.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot write its files or run the program had better fail"
)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use fundstelle::load::Files;
use tempfile::TempDir;

use super::fixture::FIXTURE;

/// The program under test.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_fundstelle");

/// What the program wrote, and how it ended.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

/// The program with nothing in its environment but that there are no settings; what it reads and writes goes through pipes.
pub(crate) fn program() -> Command {
    let mut command = Command::new(BINARY);
    command
        .env_clear()
        .env("FUNDSTELLE_CONFIG", "off")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program with these arguments.
pub(crate) fn run(arguments: &[&str]) -> Answer {
    answer(program().args(arguments), b"")
}

/// Runs the program with these arguments and this as its standard input.
pub(crate) fn run_with(arguments: &[&str], input: impl AsRef<[u8]>) -> Answer {
    answer(program().args(arguments), input.as_ref())
}

/// Runs a command with this as its standard input.
fn answer(command: &mut Command, input: &[u8]) -> Answer {
    let mut child = command.spawn().unwrap();
    // A program that ends early does not read all of it.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Answer { stdout: text(output.stdout), stderr: text(output.stderr), code: output.status.code() }
}

/// Runs the program with nothing in its environment but this.
pub(crate) fn run_in(environment: &[(&str, &str)], arguments: &[&str]) -> Output {
    program().args(arguments).envs(environment.iter().copied()).output().unwrap()
}

/// What it wrote to standard output; it must succeed and write nothing to standard error.
pub(crate) fn stdout_of(arguments: &[&str]) -> Vec<u8> {
    let output = run_in(&[], arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    output.stdout
}

/// The same, as text.
pub(crate) fn text_of(arguments: &[&str]) -> String {
    text(stdout_of(arguments))
}

/// What it wrote to standard error; it must end with this code and write nothing to standard output.
pub(crate) fn stderr_of(code: i32, arguments: &[&str]) -> String {
    let answer = run(arguments);
    assert_eq!(answer.code, Some(code), "{arguments:?}: {answer:?}");
    assert!(answer.stdout.is_empty(), "{answer:?}");
    answer.stderr
}

/// What `render` writes for the fixture, as text.
pub(crate) fn render(options: &[&str]) -> String {
    text(render_bytes(options))
}

/// What `render` writes for the fixture.
pub(crate) fn render_bytes(options: &[&str]) -> Vec<u8> {
    stdout_of(&[&["render", FIXTURE], options].concat())
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("what the program writes is UTF-8")
}

/// A dossier's folder, removed at the end.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// A folder with these files.
    pub(crate) fn with<T: AsRef<[u8]>>(files: &[(&str, T)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, bytes) in files {
            folder.write(name, bytes);
        }
        folder
    }

    /// A folder with the files of a dossier in memory.
    pub(crate) fn of(files: &dyn Files) -> Self {
        let bytes = |name: String| {
            let bytes = files.read(&name, u64::MAX).unwrap();
            (name, bytes)
        };
        let files: Vec<(String, Vec<u8>)> = files.list().into_iter().map(bytes).collect();
        Self::with(&files.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect::<Vec<_>>())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), bytes).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Runs the program with these arguments and the folder's path.
    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(arguments, "")
    }

    /// Runs the program with these arguments where its files are.
    pub(crate) fn run_inside(&self, arguments: &[&str]) -> Answer {
        answer(program().current_dir(self.path()).args(arguments), b"")
    }

    /// The same with this as its standard input.
    pub(crate) fn run_inside_with(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Answer {
        answer(program().current_dir(self.path()).args(arguments), input.as_ref())
    }

    /// The same as [`Self::run`] with this as its standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Answer {
        answer(program().args(arguments).arg(self.path()), input.as_ref())
    }
}
