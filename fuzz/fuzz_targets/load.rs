//! The files of a dossier.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fundstelle_fuzz::load(input));
