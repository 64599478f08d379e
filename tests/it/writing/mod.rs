//! Changes of a dossier's files as they are planned, before anything is written: what goes where, what stays, and what takes
//! it back.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on had better fail")]

mod by_hand;
mod common;
mod generated;
mod layouts;
mod leftovers;
mod mutated;
mod refusals;
mod suggestions;
mod undoing;
