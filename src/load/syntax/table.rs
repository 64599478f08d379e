//! A table of a TOML file, read key by key. Keys that are never asked for are unknown and are reported at the end.
//! Every getter reports what it cannot use and goes on.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::dossier::{Ref, When};

use crate::load::report::problem::{quoted, trimmed_line};
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::report::{ProblemText, Report, UnknownKey};
use crate::load::source::limits;
use crate::load::syntax::date_errors::{hint_for, no_date};
use crate::load::syntax::keys::{meant_key, meant_word, write_word};
use crate::load::syntax::value_hints::{hint_for_text, kind, meant_flag, plain, shown};
use crate::load::syntax::words::QUOTATION_KEYS;
use crate::text::sanitize::sanitize_line;

/// The keys most tables have at most, so that the list of those asked for seldom grows.
const KEYS: usize = 16;

/// One table.
pub(crate) struct Table<'d, 'r> {
    entries: &'d DeTable<'d>,
    at: Span,
    /// What its keys are keys of, with its article, for reports.
    what: &'static str,
    item: Option<Ref>,
    asked: Vec<&'static str>,
    /// Keys that are not known and have a report of their own.
    reported: Vec<&'d str>,
    pub(crate) report: &'r mut Report,
}

impl<'d, 'r> Table<'d, 'r> {
    pub(crate) fn new(
        entries: &'d DeTable<'d>,
        at: Span,
        what: &'static str,
        item: Option<Ref>,
        report: &'r mut Report,
    ) -> Self {
        Self { entries, at, what, item, asked: Vec::with_capacity(KEYS), reported: Vec::new(), report }
    }

    /// Where the table begins.
    pub(crate) fn at(&self) -> Span {
        self.at
    }

    pub(crate) fn item(&self) -> Option<&Ref> {
        self.item.as_ref()
    }

    /// Reports something about the item.
    pub(crate) fn add(
        &mut self,
        rule: Rule,
        at: Span,
        message: impl Into<ProblemText>,
        hint: impl Into<String>,
    ) {
        self.report.add(rule, at, self.item.as_ref(), message, hint);
    }

    /// Reports an error in the evidence of the item.
    pub(crate) fn evidence_error(
        &mut self,
        rule: Rule,
        at: Span,
        message: impl Into<ProblemText>,
        hint: impl Into<String>,
    ) {
        self.report.evidence(rule, at, self.item.as_ref(), message, hint);
    }

    /// Reports that something which must be there is not.
    pub(crate) fn missing(&mut self, key: &str, hint: &str) {
        self.add(Rule::KeyMissing, self.at, format!("{} lacks \"{key}\"", self.what), hint);
    }

    /// Marks a key as known that is read elsewhere. One that is read again is in the list again: looking for it would
    /// take longer.
    pub(crate) fn mark_known(&mut self, key: &'static str) {
        self.asked.push(key);
    }

    /// Marks a key that is not known as reported.
    pub(crate) fn mark_reported(&mut self, key: &'d str) {
        self.reported.push(key);
    }

    /// Whether the key is known.
    pub(crate) fn is_asked(&self, key: &str) -> bool {
        self.asked.contains(&key)
    }

    pub(crate) fn value(&mut self, key: &'static str) -> Option<Spanned<&'d DeValue<'d>>> {
        self.mark_known(key);
        let value = self.entries.get(key)?;
        Some(Spanned { value: value.get_ref(), at: self.place(value.span()) })
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    pub(crate) fn place(&self, span: Range<usize>) -> Span {
        Span::new(self.at.file, span)
    }

    /// A text on one line, not empty, fit to show.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Spanned<Cow<'d, str>>> {
        let found = self.value(key)?;
        self.text_of(key, found)
    }

    /// The same of a value that was found under the key.
    fn text_of(
        &mut self,
        key: &'static str,
        Spanned { value, at }: Spanned<&'d DeValue<'d>>,
    ) -> Option<Spanned<Cow<'d, str>>> {
        let text = trimmed_line(self.string(key, value, at)?);
        if text.is_empty() {
            self.add(
                Rule::TextEmpty,
                at,
                format!("\"{key}\" is empty"),
                "write something, or leave the key out",
            );
            return None;
        }
        Some(Spanned { value: text, at })
    }

    /// A text on one line that people read, no longer than the limit.
    pub(crate) fn prose(&mut self, key: &'static str) -> Option<Spanned<Cow<'d, str>>> {
        let found = self.value(key)?;
        self.prose_of(key, found)
    }

    /// The same of a value that was found under the key.
    pub(crate) fn prose_of(
        &mut self,
        key: &'static str,
        found: Spanned<&'d DeValue<'d>>,
    ) -> Option<Spanned<Cow<'d, str>>> {
        let Spanned { value, at } = self.text_of(key, found)?;
        Some(Spanned { value: self.shortened(|| key.to_owned(), value, at), at })
    }

    /// The text; of one beyond the limit, which is reported, the beginning.
    pub(crate) fn shortened<'t>(
        &mut self,
        key: impl FnOnce() -> String,
        text: Cow<'t, str>,
        at: Span,
    ) -> Cow<'t, str> {
        let Some(beginning) = beyond_limit(&text) else { return text };
        self.add(Rule::TextTooLong, at, too_long(&key()), "shorten it");
        Cow::Owned(beginning)
    }

    /// A text that must be there; empty if it is not.
    pub(crate) fn required_text(&mut self, key: &'static str, hint: &str) -> Box<str> {
        if let Some(found) = self.text(key) {
            return found.value.into();
        }
        if !self.has(key) {
            self.missing(key, hint);
        }
        Box::default()
    }

    /// The text of a value as written, not yet fit to show.
    pub(crate) fn string<'v>(&mut self, key: &str, value: &'v DeValue<'_>, at: Span) -> Option<&'v str> {
        match value {
            DeValue::String(text) => Some(text),
            other => {
                self.report.add_unread(other);
                self.wants(key, "a text", other, at, hint_for_text(key, other));
                None
            }
        }
    }

    pub(crate) fn wants(
        &mut self,
        key: &str,
        wanted: &str,
        value: &DeValue<'_>,
        at: Span,
        hint: impl Into<String>,
    ) {
        self.add(Rule::ValueType, at, format!("\"{key}\" wants {wanted}, not {}", kind(value)), hint);
    }

    /// True or false; false if it is not there, or is neither.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        self.flag_or(key, false)
    }

    /// True or false; false if the key is missing, `unreadable` if the value is neither.
    pub(crate) fn flag_or(&mut self, key: &'static str, unreadable: bool) -> bool {
        match self.value(key) {
            None => false,
            Some(Spanned { value: DeValue::Boolean(flag), .. }) => *flag,
            Some(Spanned { value, at }) => {
                let meant = meant_flag(value).unwrap_or(true);
                self.wants(key, "true or false", value, at, format!("write {key} = {meant}"));
                unreadable
            }
        }
    }

    /// A date. Anything else is reported and kept as written, without a place in time.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Spanned<When>> {
        let Spanned { value, at } = self.value(key)?;
        let text = match value {
            // TOML has dates of its own; a day says the same in both.
            DeValue::Datetime(date) if date.date.is_some() && date.time.is_none() => {
                Cow::Owned(date.to_string())
            }
            other => sanitize_line(self.string(key, other, at)?),
        };
        let when = When::parse(&text).unwrap_or_else(|error| {
            let (message, place) = no_date(&text, error, at, 1);
            self.add(Rule::DateInvalid, place, message, hint_for(&text, error));
            When::unreadable(&text)
        });
        Some(Spanned { value: when, at })
    }

    /// One of a few words. Another word is reported and is not returned.
    pub(crate) fn choice<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let found = self.value(key)?;
        if self.is_other_than_word(key, &found, &all) {
            return None;
        }
        let Spanned { value, at } = self.text_of(key, found)?;
        let found = words.iter().find(|(word, _)| *word == value);
        if found.is_none() {
            self.error_about_word(key, &value, at, &all);
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// Whether the value is no text; that is reported, with the word that seems to be meant.
    fn is_other_than_word(&mut self, key: &str, found: &Spanned<&'d DeValue<'d>>, words: &[&str]) -> bool {
        let written = match found.value {
            DeValue::String(_) => return false,
            DeValue::Array(elements) => elements.first().and_then(|first| first.get_ref().as_str()),
            _ => None,
        };
        let written = written.map_or_else(|| plain(found.value), str::to_owned);
        let hint = match meant_word(&written, words) {
            Some(meant) => format!("write one word: {key} = \"{meant}\""),
            None => format!("write one of {}", words.join(", ")),
        };
        self.wants(key, "a text", found.value, found.at, hint);
        true
    }

    fn error_about_word(&mut self, key: &str, value: &str, at: Span, words: &[&str]) {
        let hint = write_word(value, words);
        self.add(Rule::WordUnknown, at, format!("\"{key}\" cannot be {}", quoted(value)), hint);
    }

    /// One of a few words, kept as written even if it is another.
    pub(crate) fn word(&mut self, key: &'static str, words: &[&'static str]) -> Option<Box<str>> {
        let found = self.value(key)?;
        if self.is_other_than_word(key, &found, words) {
            return None;
        }
        let at = found.at;
        let written = sanitize_line(self.string(key, found.value, at)?);
        let Spanned { value, .. } = self.text_of(key, found)?;
        if !words.contains(&&*value) {
            self.error_about_word(key, &value, at, words);
        }
        Some(written.into())
    }

    /// One of a few words that must be there, kept as written even if it is another.
    pub(crate) fn required_word(&mut self, key: &'static str, words: &[&'static str]) -> Box<str> {
        if let Some(found) = self.word(key, words) {
            return found;
        }
        if !self.has(key) {
            self.missing(key, &format!("write one of {}", words.join(", ")));
        }
        Box::default()
    }

    /// The texts of a list. A single text where a list is wanted is reported and used.
    pub(crate) fn list(&mut self, key: &'static str) -> Vec<Spanned<Cow<'d, str>>> {
        if key == "aliases" {
            return self.names(key);
        }
        self.texts(key)
    }

    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<Spanned<Cow<'d, str>>> {
        let elements = self.elements(key);
        let mut texts = Vec::with_capacity(elements.len());
        for Spanned { value, at } in elements {
            let Some(text) = self.string(key, value, at) else { continue };
            let text = trimmed_line(text);
            if text.is_empty() {
                self.add(Rule::TextEmpty, at, format!("\"{key}\" holds an empty text"), "leave it out");
            } else {
                texts.push(Spanned { value: text, at });
            }
        }
        texts
    }

    /// The elements of a list, or the single text or table in place of a list.
    pub(crate) fn elements(&mut self, key: &'static str) -> Vec<Spanned<&'d DeValue<'d>>> {
        let Some(Spanned { value, at }) = self.value(key) else { return Vec::new() };
        match value {
            DeValue::Array(array) => array
                .iter()
                .map(|v| Spanned { value: v.get_ref(), at: Span::new(at.file, v.span()) })
                .collect(),
            single @ (DeValue::String(_) | DeValue::Table(_)) => {
                self.wants(
                    key,
                    "a list",
                    single,
                    at,
                    format!("put it in brackets: {key} = [{}]", shown(single)),
                );
                vec![Spanned { value: single, at }]
            }
            // In brackets it would be at fault all the same.
            other => {
                self.wants(key, "a list", other, at, format!("write {key} = [\"…\"]"));
                Vec::new()
            }
        }
    }

    /// Whether something is written for this key that was not read: a value that cannot be used, or the key misspelt.
    pub(crate) fn is_lost(&self, key: &str, was_read: bool) -> bool {
        let is_near = |word: &str| meant_key(self.what, word) == Some(key);
        let mut unknown = self.entries.keys().map(|key| key.get_ref().as_ref());
        !was_read && (self.has(key) || unknown.any(|word| !self.asked.contains(&word) && is_near(word)))
    }

    /// Marks the item as broken where something that limits what it says was lost: without it the item would say more
    /// than its author wrote.
    pub(crate) fn distrust_if(&mut self, is_lost: bool) {
        if is_lost {
            self.report.mark_broken(self.item.as_ref());
        }
    }

    /// Whether the list under the key has elements, whatever they are.
    pub(crate) fn is_written(&self, key: &str) -> bool {
        match self.entries.get(key).map(toml::Spanned::get_ref) {
            Some(DeValue::Array(elements)) => !elements.is_empty(),
            other => other.is_some(),
        }
    }

    /// Reports every key that was never asked for as unknown.
    pub(crate) fn finish(self) {
        self.report.record_keys(self.what, || once(&self.asked));
        let is_known = |key: &str| self.asked.contains(&key) || self.reported.contains(&key);
        for (key, value) in self.entries.iter().filter(|(key, _)| !is_known(key.get_ref())) {
            let at = Span::new(self.at.file, key.span());
            self.report.add_unread(value.get_ref());
            // Quotations under a misspelt key are as lost as those that are not in the article.
            if self.item.as_ref().is_some_and(|item| !self.report.is_broken(item))
                && meant_key(self.what, key.get_ref()).is_some_and(|meant| QUOTATION_KEYS.contains(&meant))
            {
                self.report.mark_broken(self.item.as_ref());
            }
            self.report.unknown_key(self.item.as_ref(), at, || UnknownKey {
                name: key.get_ref().to_string(),
                at,
                table: self.at,
                what: self.what,
                known: once(&self.asked),
                item: self.item.clone(),
            });
        }
    }
}

/// The keys in the order first asked for.
fn once(asked: &[&'static str]) -> Vec<&'static str> {
    let mut known = Vec::with_capacity(asked.len());
    for key in asked {
        if !known.contains(key) {
            known.push(*key);
        }
    }
    known
}

/// The part of a text that is kept, if it is too long for people.
pub(crate) fn beyond_limit(text: &str) -> Option<String> {
    if text.len() <= limits::TEXT {
        return None;
    }
    let (end, _) = text.char_indices().nth(limits::TEXT)?;
    Some(format!("{}…", &text[..end]))
}

/// The message for such a text.
pub(crate) fn too_long(key: &str) -> String {
    const { assert!(limits::TEXT == 4000, "the message says so") };
    format!("\"{key}\" is longer than 4,000 characters")
}
