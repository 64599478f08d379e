//! A text, and what is suggested of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fundstelle_fuzz::suggest(input));
