//! Letters that compare as equal where names are looked for.

use nucleo_matcher::chars;

use crate::text::width;

/// A name's letters as they are compared: one a grapheme, Latin letters without their marks (ü is u, ß is s), and
/// typographic signs as a hyphen, so that nearly every name is ASCII.
pub(super) fn folded(text: &str) -> impl Iterator<Item = char> {
    let first = |grapheme: width::Grapheme| grapheme.symbol.chars().next().unwrap_or(' ');
    width::graphemes(text).map(move |grapheme| match first(grapheme) {
        '\u{a0}' => ' ',
        '\u{a1}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}'..='\u{bf}' => {
            '-'
        }
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{21ff}' => '-',
        c => chars::normalize(c),
    })
}
