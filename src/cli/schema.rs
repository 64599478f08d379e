//! `fundstelle schema`: the format as a JSON Schema, for editors.

use std::process::ExitCode;

use super::{Schema, print, told};
use crate::load::format;

/// Prints the schema to standard output.
pub(super) fn run(schema: &Schema) -> ExitCode {
    let document = if schema.beside { format::beside() } else { format::schema() };
    told("the schema", print(&format!("{document:#}\n")), ExitCode::SUCCESS)
}
