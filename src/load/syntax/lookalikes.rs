//! Characters that cannot be seen, and letters of other alphabets that look like Latin ones: an id with one of them looks as it
//! should and is another.

use crate::load::syntax::toml_errors::invisible;

/// The first such character of a name, and the Latin letter that it looks like; none for one that cannot be seen. A name without
/// any Latin letter or figure is a word of another language.
pub(crate) fn first(name: &str) -> Option<(char, Option<char>)> {
    let is_latin = name.chars().any(|c| c.is_ascii_alphanumeric());
    name.chars().filter(|_| is_latin).find_map(|c| match (latin(c), invisible(c)) {
        (Some(latin), _) => Some((c, Some(latin))),
        (None, Some(_)) => Some((c, None)),
        (None, None) => None,
    })
}

/// The name without them.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| invisible(*c).is_none()).map(|c| latin(c).unwrap_or(c)).collect()
}

/// The name with the code of each in its place, for whoever is to see which is meant: `wr<U+0435>nfield`.
pub(crate) fn shown(name: &str) -> String {
    if first(name).is_none() {
        return name.to_owned();
    }
    let mut shown = String::with_capacity(name.len());
    for c in name.chars() {
        if latin(c).is_some() || invisible(c).is_some() {
            shown.push('<');
            shown.push_str(&code(c));
            shown.push('>');
        } else {
            shown.push(c);
        }
    }
    shown
}

/// What the first of them is, in words.
pub(crate) fn described(name: &str) -> Option<String> {
    let (c, latin) = first(name)?;
    let code = code(c);
    Some(match (latin, invisible(c)) {
        (Some(latin), _) => {
            let alphabet = if is_greek(c) { "Greek" } else { "Cyrillic" };
            format!("{code} in it is a {alphabet} letter that looks like {latin}")
        }
        (None, Some(called)) => format!("{code} in it is {called}, which cannot be seen"),
        (None, None) => return None,
    })
}

/// The code point of a character as it is written: `U+0435`.
fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

/// The Latin letter that one of another alphabet looks like.
fn latin(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' => 'a',
        'е' | 'ё' => 'e',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'с' | 'ϲ' => 'c',
        'у' => 'y',
        'х' | 'χ' => 'x',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        'ԁ' => 'd',
        'һ' => 'h',
        'ԛ' => 'q',
        'ԝ' => 'w',
        'ν' => 'v',
        'κ' => 'k',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_only_looks_right_is_recognized() {
        for (name, code, meant) in [
            ("wrenfield\u{200b}", "U+200B", "wrenfield"),
            ("wr\u{435}nfield", "U+0435", "wrenfield"),
            ("wren\u{ad}field", "U+00AD", "wrenfield"),
        ] {
            assert_eq!(plain(name), meant);
            assert!(described(name).is_some_and(|said| said.contains(code)), "{name:?}");
            assert!(shown(name).contains(code));
        }
        for name in ["wrenfield", "мост", "rhein-brücke", ""] {
            assert_eq!(first(name), None);
            assert_eq!(shown(name), name);
        }
    }
}
