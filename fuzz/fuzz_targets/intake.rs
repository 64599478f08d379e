//! What people save: a page, a note with a head, a text.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fundstelle_fuzz::intake(input));
