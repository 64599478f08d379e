//! `fundstelle schema`: the format as a JSON Schema, for editors.

use std::process::ExitCode;

use super::args::SchemaArgs;
use super::io::{exit_code_after_write, print};
use crate::load::format;

/// Prints the schema to standard output.
pub(super) fn run(schema: &SchemaArgs) -> ExitCode {
    let document = if schema.beside { format::beside() } else { format::schema() };
    exit_code_after_write("the schema", print(&format!("{document:#}\n")), ExitCode::SUCCESS)
}
