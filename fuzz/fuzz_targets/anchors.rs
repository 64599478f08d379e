//! Quotations and an article that was edited.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fundstelle_fuzz::anchors(input));
