//! A text and the width it is laid out in.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fundstelle_fuzz::wrap(input));
