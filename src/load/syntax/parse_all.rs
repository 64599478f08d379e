//! TOML's parser over all files of a dossier, on two threads: it takes a quarter of all that opening takes, and nothing
//! else can begin before it ends.

use std::thread;

use toml::Spanned;
use toml::de::{DeTable, Error};

/// What the parser makes of a text: the table at its root, as far as it can be read, and every error.
pub(crate) type Parsed<'d> = (Spanned<DeTable<'d>>, Vec<Error>);

/// Below so many bytes in all a thread takes longer than it saves.
const WORTH_A_THREAD: usize = 32 << 10;

/// Parses each text, about half of the bytes on a thread that ends with the call. Where the system gives none, all are
/// parsed here.
pub(crate) fn parse_all<'d>(texts: &[&'d str]) -> Vec<Parsed<'d>> {
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let (here, there) = texts.split_at(half(texts, bytes));
    if bytes < WORTH_A_THREAD || there.is_empty() {
        return parse(texts);
    }
    thread::scope(|scope| {
        let other = thread::Builder::new().name("parse".into()).spawn_scoped(scope, || parse(there));
        let mut parsed = parse(here);
        let others = other.ok().and_then(|thread| thread.join().ok());
        parsed.extend(others.unwrap_or_else(|| parse(there)));
        parsed
    })
}

fn parse<'d>(texts: &[&'d str]) -> Vec<Parsed<'d>> {
    texts.iter().map(|text| DeTable::parse_recoverable(text)).collect()
}

/// How many of the texts make up no more than half of the bytes, but one at least.
fn half(texts: &[&str], bytes: usize) -> usize {
    let mut passed = 0;
    let beyond = texts.iter().position(|text| {
        passed += text.len();
        2 * passed > bytes
    });
    beyond.map_or(texts.len(), |beyond| beyond.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_two_threads_each_text_is_what_it_is_alone() {
        let texts: Vec<String> = (0..6)
            .map(|number| format!("a = {number}\n{}b == 1\n", "# filler\n".repeat(number * 1000)))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let bytes = texts.iter().map(|text| text.len()).sum();
        assert!(bytes > WORTH_A_THREAD && (1..texts.len()).contains(&half(&texts, bytes)));
        let of = |parsed: Vec<Parsed<'_>>| -> Vec<String> {
            parsed.into_iter().map(|(root, errors)| format!("{root:?} {errors:?}")).collect()
        };
        assert_eq!(of(parse_all(&texts)), of(parse(&texts)));
    }

    #[test]
    fn the_first_half_is_no_more_than_half_but_never_nothing() {
        assert_eq!(half(&["aaaa", "b", "c"], 6), 1);
        assert_eq!(half(&["a", "bb", "cc"], 5), 1);
        assert_eq!(half(&["", ""], 0), 2);
        assert_eq!(half(&[], 0), 0);
    }
}
