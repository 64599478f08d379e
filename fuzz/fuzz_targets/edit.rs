//! The files of a dossier, and changes of them.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fundstelle_fuzz::edit(input));
