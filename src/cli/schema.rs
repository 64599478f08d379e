//! `fundstelle schema`: the format as a JSON Schema, for editors.

use std::process::ExitCode;

use super::args::Schema;
use super::io::{print, written_whole};
use crate::load::format;

/// Prints the schema to standard output.
pub(super) fn run(schema: &Schema) -> ExitCode {
    let document = if schema.beside { format::beside() } else { format::schema() };
    written_whole("the schema", print(&format!("{document:#}\n")), ExitCode::SUCCESS)
}
