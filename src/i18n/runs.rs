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

/// Signs that are words: what they stand for has to be said, too.
const SIGNS: [char; 4] = ['%', '$', '€', '£'];

/// The runs of a text in a language. A minus before a figure is part of it; digits are grouped in threes after one to three.
pub(crate) fn runs(text: &str, language: Language) -> impl Iterator<Item = Run> {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < chars.len() && !chars[at].is_alphanumeric() && !SIGNS.contains(&chars[at]) {
            at += 1;
        }
        let first = *chars.get(at)?;
        let start = at;
        if SIGNS.contains(&first) {
            at += 1;
            return Some(Run::Word(first.to_string()));
        }
        if !first.is_ascii_digit() {
            while at < chars.len() && chars[at].is_alphanumeric() && !chars[at].is_ascii_digit() {
                at += 1;
            }
            return Some(Run::Word(chars[start..at].iter().collect::<String>().to_lowercase()));
        }
        let before = |back: usize| start.checked_sub(back).and_then(|at| chars.get(at)).copied();
        let is_negative =
            matches!(before(1), Some('-' | '−')) && !before(2).is_some_and(char::is_alphanumeric);
        let mut figure = if is_negative { "-".to_owned() } else { String::new() };
        let whole = whole_number(&chars[start..], language);
        figure.extend(whole.0);
        at += whole.1;
        let decimal = if language == Language::De { ',' } else { '.' };
        let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        if chars.get(at) == Some(&decimal) && is_digit(at + 1) {
            figure.push('.');
            at += 1;
            while is_digit(at) {
                figure.push(chars[at]);
                at += 1;
            }
        }
        Some(Run::Figure(figure))
    })
}

/// The digits of a whole number that stands at the beginning, and how many characters it takes. Groups count only as a whole:
/// of one to three digits, then of three each.
fn whole_number(chars: &[char], language: Language) -> (Vec<char>, usize) {
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let thousands = if language == Language::De { '.' } else { ',' };
    let mut end = digits(0);
    let mut number: Vec<char> = chars[..end].to_vec();
    if end > 3 {
        return (number, end);
    }
    while chars.get(end).is_some_and(|c| *c == thousands || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\''))
        && chars.len() > end
        && digits(end + 1) == 3
    {
        number.extend(&chars[end + 1..end + 4]);
        end += 4;
    }
    (number, end)
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
        assert_eq!(all("< 30 % · 05/2025", Language::En), ["30", "%", "05", "2025"]);
        assert_eq!(all("In 2024 300 MW", Language::En), ["in", "2024", "300", "mw"]);
        assert_eq!(all("-300 MW, 2024-25", Language::En), ["-300", "mw", "2024", "25"]);
        assert_eq!(all("10 000 Chips", Language::De), ["10000", "chips"]);
        assert_eq!(all("Übermäßig", Language::De), ["übermäßig"]);
    }
}
