//! `fundstelle completions`: what a shell needs to complete the command line.

use std::process::ExitCode;

use clap::CommandFactory as _;

use super::args::{Arguments, CompletionsArgs};
use super::io::{exit_code_after_write, print_bytes};

/// Prints the completions to standard output.
pub(super) fn run(asked: &CompletionsArgs) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "fundstelle", &mut script);
    exit_code_after_write("the completions", print_bytes(&script), ExitCode::SUCCESS)
}
