//! What a forgiving search treats as equal: capitals and small letters, letters with and without accents, composed and
//! decomposed, typographic signs and those on a keyboard, white space of every kind.

use unicode_normalization::char::decompose_compatible;

use crate::text::typography::on_keyboard;

/// One letter of a folded text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// The letter.
    pub(super) letter: char,
    /// The text may be read without it: the `e` in `ä`, which is found as `a` and as `ae`.
    pub(super) optional: bool,
}

/// The dots of an umlaut, on a letter before them.
const DIAERESIS: char = '\u{308}';

/// Folds a text character by character. What it remembers of earlier characters is all that has to be carried from one
/// slice to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct CaseFolder {
    /// The last letter that was not a mark on another.
    base: Option<char>,
}

impl CaseFolder {
    /// A folder that continues after this byte, whatever came before it.
    pub(super) fn after(byte: u8) -> Self {
        Self { base: byte.is_ascii().then(|| ascii(byte)) }
    }

    /// What a character is read as, letter by letter; nothing for what is invisible. White space is a blank.
    #[inline]
    pub(super) fn fold(&mut self, c: char, mut emit: impl FnMut(Unit)) {
        if let Ok(byte) = u8::try_from(u32::from(c))
            && byte.is_ascii()
        {
            let letter = ascii(byte);
            self.base = Some(letter);
            emit(Unit { letter, optional: false });
        } else {
            self.fold_other(c, &mut emit);
        }
    }

    fn fold_other(&mut self, c: char, emit: &mut impl FnMut(Unit)) {
        if is_unseen(c) {
            self.base = None;
            return;
        }
        if let Some(letter) = on_keyboard(c) {
            self.base = Some(letter);
            emit(Unit { letter, optional: false });
            return;
        }
        decompose_compatible(c, |part| {
            if is_accent(part) {
                if part == DIAERESIS && matches!(self.base, Some('a' | 'o' | 'u')) {
                    emit(Unit { letter: 'e', optional: true });
                    self.base = None;
                }
                return;
            }
            for small in part.to_lowercase().filter(|small| !is_accent(*small)) {
                let (letter, second) = spelled_out(small);
                self.base = Some(letter);
                emit(Unit { letter, optional: false });
                if let Some(letter) = second {
                    self.base = None;
                    emit(Unit { letter, optional: small == 'ø' });
                }
            }
        });
    }
}

/// A word as it is compared with others like it: each letter once, umlauts without their dots.
pub(crate) fn plain(word: &str) -> String {
    let mut folder = CaseFolder::default();
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        folder.fold(c, |unit| plain.extend(Some(unit.letter).filter(|_| !unit.optional)));
    }
    plain
}

/// What an ASCII character is read as.
#[inline]
pub(super) fn ascii(byte: u8) -> char {
    char::from(match byte {
        b'\t'..=b'\r' => b' ',
        b'`' => b'\'',
        _ => byte.to_ascii_lowercase(),
    })
}

/// Letters without a removable accent that are commonly replaced by other letters.
fn spelled_out(small: char) -> (char, Option<char>) {
    match small {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ø' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ð' | 'đ' => ('d', None),
        'ł' => ('l', None),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        _ if small.is_whitespace() => (' ', None),
        _ => (small, None),
    }
}

/// Marks that a reader may leave out: accents, and the vowel points of Hebrew and Arabic. Marks that are letters
/// (Indic and Thai vowels, voiced kana) do not count.
pub(super) fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'
        | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}'
        | '\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// Characters that affect typesetting but are not read: soft hyphens, joiners, direction marks, variation selectors.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}
