//! The figures and the words of a text, as they compare across ways of writing: `1.002` in German is `1,002` in English.

use super::language::Language;

/// A run of digits, with what groups and divides them, or of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// As a number is written without grouping, with a point: `1002.5`.
    Figure(String),
    /// In small letters.
    Word(String),
}

impl Run {
    /// The run itself.
    pub(crate) fn into_text(self) -> String {
        match self {
            Run::Figure(text) | Run::Word(text) => text,
        }
    }
}

/// The runs of a text in a language.
pub(crate) fn runs(text: &str, language: Language) -> impl Iterator<Item = Run> {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < chars.len() && !chars[at].is_alphanumeric() {
            at += 1;
        }
        let first = *chars.get(at)?;
        let start = at;
        if !first.is_ascii_digit() {
            while at < chars.len() && chars[at].is_alphanumeric() && !chars[at].is_ascii_digit() {
                at += 1;
            }
            return Some(Run::Word(chars[start..at].iter().collect::<String>().to_lowercase()));
        }
        let (thousands, decimal) = match language {
            Language::De => ('.', ','),
            Language::En => (',', '.'),
        };
        let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        let mut figure = String::new();
        let mut divided = false;
        while let Some(&c) = chars.get(at) {
            let groups = (1..=3).all(|step| is_digit(at + step)) && !is_digit(at + 4);
            if c.is_ascii_digit() {
                figure.push(c);
            } else if groups
                && !divided
                && (c == thousands || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\''))
            {
                // What groups the digits is not part of the number.
            } else if c == decimal && is_digit(at + 1) && !divided {
                figure.push('.');
                divided = true;
            } else {
                break;
            }
            at += 1;
        }
        Some(Run::Figure(figure))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, language: Language) -> Vec<String> {
        runs(text, language).map(Run::into_text).collect()
    }

    #[test]
    fn runs_are_read_as_their_language_writes_them() {
        assert_eq!(all("1.002 MW in H2", Language::De), ["1002", "mw", "in", "h", "2"]);
        assert_eq!(all("1,002.5 MW", Language::En), ["1002.5", "mw"]);
        assert_eq!(all("1,5 bis 1.5", Language::De), ["1.5", "bis", "1", "5"]);
        assert_eq!(all("< 30 % · 05/2025", Language::En), ["30", "05", "2025"]);
        assert_eq!(all("10 000 Chips", Language::De), ["10000", "chips"]);
        assert_eq!(all("Übermäßig", Language::De), ["übermäßig"]);
    }
}
