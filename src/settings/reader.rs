//! Tables of a file with settings, entry by entry. Every getter reports what it cannot use.

use toml::de::{DeTable, DeValue};

use crate::load::{Report, Rule, Span, SyntaxError, TextFile, nearest, quoted, syntax_errors};
use crate::text::sanitize::sanitize_line;

/// A key and its value.
#[derive(Clone, Copy)]
pub(super) struct Entry<'d> {
    pub(super) key: &'d str,
    /// Where the key stands.
    pub(super) key_at: Span,
    pub(super) value: &'d DeValue<'d>,
    /// Where the value stands.
    pub(super) at: Span,
}

/// Reads tables, and reports to one report.
pub(super) struct Reader<'d, 'r> {
    root: &'d DeTable<'d>,
    report: &'r mut Report,
}

/// Parses the file and hands its root to `read`. Of a file that breaks the rules of TOML as much is read as the parser makes
/// out.
pub(super) fn with_root<T>(
    file: &TextFile,
    report: &mut Report,
    read: impl FnOnce(&mut Reader<'_, '_>) -> T,
) -> T {
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    if !errors.is_empty() {
        for SyntaxError { span, message, hint } in syntax_errors(&file.text, &errors) {
            let message = format!("this is not TOML: {message}");
            report.add(Rule::SettingsInvalid, Span::new(0, span), None, message, hint);
        }
    }
    read(&mut Reader { root: root.get_ref(), report })
}

impl<'d> Reader<'d, '_> {
    /// The entries of the file, in their order.
    pub(super) fn entries(&self) -> Vec<Entry<'d>> {
        entries(self.root)
    }

    /// The entries of a value that has to be a table, in their order.
    pub(super) fn table<'e>(&mut self, entry: &Entry<'e>) -> Vec<Entry<'e>> {
        if let Some(table) = entry.value.as_table() {
            return entries(table);
        }
        self.wrong_type(entry, "a table", &format!("write [{}] on a line of its own", entry.key));
        Vec::new()
    }

    /// A text.
    pub(super) fn text<'e>(&mut self, entry: &Entry<'e>) -> Option<&'e str> {
        let text = entry.value.as_str();
        if text.is_none() {
            self.wrong_type(entry, "a text", "put it in quotes");
        }
        text
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, entry: &Entry<'_>) -> Option<bool> {
        let flag = entry.value.as_bool();
        if flag.is_none() {
            self.wrong_type(entry, "true or false", "write true or false, without quotes");
        }
        flag
    }

    /// One of some words, and what it means.
    pub(super) fn word<T: Copy>(&mut self, entry: &Entry<'_>, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(entry)?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = format!("\"{}\" cannot be {}", sanitize_line(entry.key), quoted(text));
            self.add(Rule::WordUnknown, entry.at, message, &meant(text, &all));
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// A key that nothing is called: `there is no action "nxet-claim"`.
    pub(super) fn unknown(&mut self, entry: &Entry<'_>, what: &str, known: &[&str]) {
        let message = format!("{what} {}", quoted(entry.key));
        self.add(Rule::KeyUnknown, entry.key_at, message, &meant(entry.key, known));
    }

    /// A value of another type than is wanted.
    pub(super) fn wrong_type(&mut self, entry: &Entry<'_>, wanted: &str, hint: &str) {
        let message =
            format!("\"{}\" has to be {wanted}, and is {}", sanitize_line(entry.key), kind(entry.value));
        self.add(Rule::ValueType, entry.at, message, hint);
    }

    pub(super) fn add(&mut self, rule: Rule, at: Span, message: String, hint: &str) {
        self.report.add(rule, at, None, message, hint);
    }
}

/// In the order of the file: the parser's own tables sort their keys.
fn entries<'d>(table: &'d DeTable<'d>) -> Vec<Entry<'d>> {
    let mut entries: Vec<Entry<'d>> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref(),
            key_at: Span::new(0, key.span()),
            value: value.get_ref(),
            at: Span::new(0, value.span()),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_at);
    entries
}

/// The word that was probably meant, else all there are.
pub(super) fn meant(word: &str, known: &[&str]) -> String {
    const FEW: usize = 12;
    match nearest(word, known.iter().copied()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None if known.len() <= FEW => format!("write one of {}", known.join(", ")),
        None => "fundstelle config lists all there are".to_owned(),
    }
}

/// What a value is, in words.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
