//! The program as a process, with standard output and standard error read.

use std::process::{Command, Output};

use super::fixture::FIXTURE;

/// The program under test.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_fundstelle");

/// Runs the program with nothing in its environment but what is given.
pub(crate) fn run_in(environment: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(BINARY);
    command.args(arguments).env_clear().envs(environment.iter().copied());
    command.output().unwrap_or_else(|error| panic!("{BINARY}: {error}"))
}

/// Runs the program with an empty environment.
pub(crate) fn run(arguments: &[&str]) -> Output {
    run_in(&[], arguments)
}

/// What it wrote to standard output; it must succeed and write nothing to standard error.
pub(crate) fn stdout_of(arguments: &[&str]) -> Vec<u8> {
    let output = run(arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    output.stdout
}

/// The same, as text.
pub(crate) fn text_of(arguments: &[&str]) -> String {
    text(stdout_of(arguments))
}

/// What it wrote to standard error; it must end with this code and write nothing to standard output.
pub(crate) fn stderr_of(code: i32, arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
    assert!(output.stdout.is_empty(), "{output:?}");
    text(output.stderr)
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
    String::from_utf8(bytes).unwrap_or_else(|error| panic!("{error}"))
}
