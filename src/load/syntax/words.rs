//! Words of the format: keys that mean the same wherever they stand, and what a key may have as its value.

/// The keys that hold quotations.
pub(crate) const QUOTATION_KEYS: [&str; 4] = ["anchors", "mentions", "candidate_for", "near"];

/// The words of a list of words and their meanings.
pub(crate) const fn words<T, const N: usize>(pairs: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = pairs[at].0;
        at += 1;
    }
    words
}
