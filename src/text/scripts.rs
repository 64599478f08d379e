//! Differences between scripts that matter for word search and line breaking.

use unicode_normalization::char::is_combining_mark;

/// Whether the character continues the word or sign before it: a mark, or a joiner. The Alphabetic property, which
/// `char::is_alphabetic` asks, covers vowel signs but neither viramas nor joiners.
pub(crate) fn is_continuation(c: char) -> bool {
    c >= '\u{300}' && (matches!(c, '\u{200C}' | '\u{200D}') || is_combining_mark(c))
}

/// Whether the character belongs to a script that puts no blanks between words. Hangul does, but not beside these.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' // Thai, Lao
        | '\u{0f00}'..='\u{0fff}' // Tibetan
        | '\u{1000}'..='\u{109f}' // Myanmar
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{1950}'..='\u{19ff}' // Tai Le, New Tai Lue, Khmer symbols
        | '\u{1a20}'..='\u{1aaf}' // Tai Tham
        | '\u{2e80}'..='\u{2fdf}' // radicals
        | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3040}'..='\u{312f}' // kana, bopomofo
        | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' // Han
        | '\u{a000}'..='\u{a4cf}' // Yi
        | '\u{a980}'..='\u{a9df}' // Javanese
        | '\u{aa60}'..='\u{aadf}' // Myanmar, Tai Viet
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{1aff0}'..='\u{1b16f}'
        | '\u{20000}'..='\u{3ffff}')
}
