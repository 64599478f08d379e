//! Letters of keyboards that are set to another script: which Latin letter stands on the same key. A key that is pressed
//! like that is never carried out; the reader is told what it may have been meant to be.

/// Keyboards, each as the letters of its keys and the Latin letters on the same keys, on the usual American one.
const KEYBOARDS: [(&str, &str); 7] = [
    // Russian and Belarusian.
    ("йцукенгшщзфывапролдячсмитьбю", "qwertyuiopasdfghjklzxcvbnm,."),
    ("ёўі", "`os"),
    // What Ukrainian has elsewhere or besides.
    ("єґї", "'\\]"),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm"),
    ("ضصثقفغعهخحشسيبلاتنمئءؤرىة", "qwertyuiopasdfghjklzxcvnm"),
    ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm"),
];

/// Between a letter and the same in the width of a Han character.
const FULL_WIDTH: u32 = 0xfee0;

/// Whether a letter is of another script than the keys here, which are Latin letters.
pub fn is_foreign(letter: char) -> bool {
    // Letters up to here, and those with further marks, are Latin.
    let is_latin = letter <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&letter);
    letter.is_alphabetic() && !is_latin
}

/// The character on the same key of an American keyboard, if that is known.
pub fn on_the_same_key(letter: char) -> Option<char> {
    if ('\u{ff01}'..='\u{ff5e}').contains(&letter) {
        return char::from_u32(u32::from(letter) - FULL_WIDTH);
    }
    let mut lower = letter.to_lowercase();
    let small = lower.next().filter(|_| lower.next().is_none())?;
    let meant = KEYBOARDS.iter().find_map(|(letters, latin)| {
        let place = letters.chars().position(|key| key == small)?;
        latin.chars().nth(place)
    })?;
    Some(if small == letter { meant } else { meant.to_ascii_uppercase() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_of_a_keyboard_has_its_key() {
        for (letters, latin) in KEYBOARDS {
            assert_eq!(letters.chars().count(), latin.chars().count(), "{letters}");
            for letter in letters.chars() {
                assert!(is_foreign(letter), "{letter}");
            }
        }
    }

    #[test]
    fn a_letter_means_the_one_on_the_same_key() {
        for (letter, meant) in [
            ('й', 'q'),
            ('о', 'j'),
            ('л', 'k'),
            ('і', 's'),
            ('ы', 's'),
            ('Й', 'Q'),
            ('ξ', 'j'),
            ('Σ', 'S'),
            ('ח', 'j'),
            ('ض', 'q'),
            ('ㅓ', 'j'),
            ('ｑ', 'q'),
        ] {
            assert_eq!(on_the_same_key(letter), Some(meant), "{letter}");
        }
        for letter in ['中', 'q', 'ä', '€'] {
            assert_eq!(on_the_same_key(letter), None, "{letter}");
        }
        assert!(is_foreign('中') && !is_foreign('ä') && !is_foreign('€') && !is_foreign('ß'));
    }
}
