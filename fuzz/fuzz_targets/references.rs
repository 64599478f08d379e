//! A file of a reference manager.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fundstelle_fuzz::references(input));
