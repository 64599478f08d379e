//! Changes of a dossier's files as they are planned, before anything is written: what goes where, what stays, and what takes
//! it back.

mod by_hand;
mod common;
mod generated;
mod layouts;
mod mutated;
mod refusals;
mod undoing;
