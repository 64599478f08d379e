//! Keys that mean the same in several tables: texts by language, addresses, states, evidence.

use toml::de::DeValue;
use unicode_segmentation::UnicodeSegmentation;

use crate::dossier::{Evidence, Kind, LanguageTag, LocalText};
use crate::text::address::Address;

use crate::load::read::anchors::Resolver;
use crate::load::report::LocalizedText;
use crate::load::report::problem::{quoted, trimmed_line};
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::source::limits;
use crate::load::syntax::countries;
use crate::load::syntax::languages::tag_of;
use crate::load::syntax::table::Table;
use crate::text::sanitize::sanitize_line;

impl<'d> Table<'d, '_> {
    /// The names of files, one a language, in the order written.
    pub(crate) fn files_by_language(
        &mut self,
        key: &'static str,
    ) -> Vec<(Spanned<LanguageTag>, Spanned<String>)> {
        let Some(Spanned { value, at }) = self.value(key) else { return Vec::new() };
        let DeValue::Table(versions) = value else {
            let hint = format!("write {key}.en = \"article.en.txt\", with the tag of its language");
            self.wants(key, "a file name for each language", value, at, hint);
            return Vec::new();
        };
        let mut versions: Vec<_> = versions.iter().collect();
        versions.sort_by_key(|(language, _)| language.span().start);
        let mut files = Vec::with_capacity(versions.len());
        for (tag, name) in versions {
            let (tag_at, at) = (self.place(tag.span()), self.place(name.span()));
            let tag = sanitize_line(tag.get_ref());
            if !is_language(&tag) {
                self.report.add_unread(name.get_ref());
                let hint = match tag_of(&tag) {
                    Some(meant) => format!("write {key}.{meant}"),
                    None => format!("write its BCP 47 tag: {key}.en = \"article.en.txt\""),
                };
                self.add(Rule::LanguageInvalid, tag_at, format!("{} is no language", quoted(&tag)), hint);
                continue;
            }
            let Some(name) = self.string(key, name.get_ref(), at) else { continue };
            let name = trimmed_line(name);
            if name.is_empty() {
                let message = format!("\"{key}.{tag}\" is empty");
                self.add(Rule::TextEmpty, at, message, "name the file, or leave the key out");
            } else {
                let language = Spanned { value: LanguageTag::new(&tag), at: tag_at };
                files.push((language, Spanned { value: name.into_owned(), at }));
            }
        }
        files
    }

    /// A text, or one a language; none if there is nothing usable.
    pub(crate) fn local(&mut self, key: &'static str) -> Option<Spanned<LocalText>> {
        let found = self.value(key)?;
        self.local_of(key, found)
    }

    /// Each element of a list as such a text.
    pub(crate) fn locals(&mut self, key: &'static str) -> Vec<Spanned<LocalText>> {
        let elements = self.elements(key).into_iter();
        // A list for each language, which is reported in one: its texts are none of these.
        let elements = elements.filter(|found| match found.value {
            DeValue::Table(lists) => !lists.values().any(|list| matches!(list.get_ref(), DeValue::Array(_))),
            _ => true,
        });
        elements.collect::<Vec<_>>().into_iter().filter_map(|found| self.local_of(key, found)).collect()
    }

    /// The same of a value that was found under the key.
    fn local_of(
        &mut self,
        key: &'static str,
        Spanned { value, at }: Spanned<&'d DeValue<'d>>,
    ) -> Option<Spanned<LocalText>> {
        let DeValue::Table(versions) = value else {
            let text = self.prose_of(key, Spanned { value, at })?;
            return Some(Spanned { value: LocalText::plain(&text.value), at });
        };
        // In the order written; the table itself is sorted by name.
        let mut versions: Vec<_> = versions.iter().collect();
        versions.sort_by_key(|(language, _)| language.span().start);
        let mut texts: Vec<(LanguageTag, Box<str>)> = Vec::with_capacity(versions.len());
        let mut languages = Vec::with_capacity(versions.len());
        let mut are_known = true;
        for (tag, text) in versions {
            let (tag_at, at) = (self.place(tag.span()), self.place(text.span()));
            let tag = sanitize_line(tag.get_ref());
            if !is_language(&tag) {
                let meant = tag_of(&tag);
                let hint = match &meant {
                    Some(meant) => format!("write {key}.{meant}"),
                    None => format!("write its BCP 47 tag: {key}.de, {key}.en"),
                };
                self.add(Rule::LanguageInvalid, tag_at, format!("{} is no language", quoted(&tag)), hint);
                // What it is in is not missing.
                match meant {
                    Some(meant) => languages.push((LanguageTag::new(&meant), tag_at)),
                    None => are_known = false,
                }
                continue;
            }
            // One that cannot be used is not missing, too.
            languages.push((LanguageTag::new(&tag), tag_at));
            let Some(text) = self.string(&format!("{key}.{tag}"), text.get_ref(), at) else { continue };
            let text = trimmed_line(text);
            if text.is_empty() {
                self.add(
                    Rule::TextEmpty,
                    at,
                    format!("\"{key}.{tag}\" is empty"),
                    "write something, or leave the key out",
                );
            } else {
                let text = self.shortened(|| format!("{key}.{tag}"), text, at);
                texts.push((LanguageTag::new(&tag), text.into()));
            }
        }
        if texts.is_empty() {
            return None;
        }
        let item = self.item().cloned();
        if are_known {
            self.report.texts.push(LocalizedText { at, item, languages });
        }
        Some(Spanned { value: LocalText::by_language(texts), at })
    }

    /// A text that must be there; empty if it is not.
    pub(crate) fn required_local(&mut self, key: &'static str) -> LocalText {
        if let Some(found) = self.local(key) {
            return found.value;
        }
        if !self.has(key) {
            self.missing(key, &format!("write {key} = \"…\", or {key}.de = \"…\" and so on"));
        }
        LocalText::default()
    }

    /// A required text with a limit on its length.
    pub(crate) fn required_title(&mut self, key: &'static str, limit: usize) -> LocalText {
        let title = self.required_local(key);
        let at = self.value(key).map_or(self.at(), |found| found.at);
        self.limit_length(&title, at, limit);
        title
    }

    /// A text that is shown where there is little room, with a limit on its length. One that is too long is kept.
    pub(crate) fn short_local(&mut self, key: &'static str, limit: usize) -> Option<LocalText> {
        let Spanned { value, at } = self.local(key)?;
        self.limit_length(&value, at, limit);
        Some(value)
    }

    /// Reports each version of a text that is longer than its line.
    pub(crate) fn limit_length(&mut self, text: &LocalText, at: Span, limit: usize) {
        for text in text.texts() {
            // Bytes and code points are quicker to count, and never fewer.
            if text.len() <= limit || text.chars().count() <= limit {
                continue;
            }
            let length = text.graphemes(true).count();
            // One cut to size has its own report, and its own length is not known any more.
            if length > limit && text.chars().count() <= limits::TEXT {
                let hint = format!("shorten it: at most {limit} fit its line");
                self.add(
                    Rule::TitleTooLong,
                    at,
                    format!("{} is {length} characters long", quoted(text)),
                    hint,
                );
            }
        }
    }

    /// An address. One that may not be opened is reported and kept: it is recorded, so it is shown, as text.
    pub(crate) fn address(&mut self, key: &'static str) -> Option<Box<str>> {
        let Spanned { value, at } = self.text(key)?;
        if let Err(wrong) = Address::new(&value) {
            let whole = format!("https://{value}");
            let lacks_scheme = !value.contains("://") && value.contains('.') && Address::new(&whole).is_ok();
            let within = value.find("https://").map(|from| &value[from..]);
            let within =
                within.map(|address| address.split([' ', '>', ')', ']', '"']).next().unwrap_or(address));
            let hint =
                match within.filter(|address| address.len() < value.len() && Address::new(address).is_ok()) {
                    Some(address) if !value.starts_with("https://") => {
                        format!("write it alone: {}", quoted(address))
                    }
                    _ if lacks_scheme => format!("write {}", quoted(&whole)),
                    _ => wrong.hint(),
                };
            self.add(Rule::AddressInvalid, at, format!("{} {wrong}", quoted(&value)), hint);
        }
        Some(value.into())
    }

    /// A state by its ISO 3166-1 alpha-2 code; another is reported and left out.
    pub(crate) fn country(&mut self) -> Option<Box<str>> {
        let Spanned { value, at } = self.text("country")?;
        if !countries::is_state(&value) {
            self.add(
                Rule::CountryInvalid,
                at,
                format!("{} is no state's code", quoted(&value)),
                countries::did_you_mean(&value),
            );
            return None;
        }
        Some(value.into())
    }

    /// What a statement rests on; reports it if that is nothing.
    pub(crate) fn evidence(&mut self, resolver: &Resolver<'_>, statement: &str) -> Evidence {
        let anchors = self.anchors("anchors", resolver);
        let sources = self.ids("sources", Kind::Source, &resolver.ids);
        // An anchor that is not exact has its own report.
        if anchors.is_empty()
            && sources.is_empty()
            && (self.is_written("anchors") || self.is_written("sources"))
        {
            // What is written and cannot be used has its own report.
            self.distrust_if(true);
        } else if anchors.is_empty() && sources.is_empty() {
            self.evidence_error(
                Rule::EvidenceMissing,
                self.at(),
                format!("nothing supports this {statement}"),
                "give anchors = [\"words of the article\"] or sources = [\"a source's id\"]",
            );
        }
        // What else is wrong with it is known once everything is checked.
        Evidence { anchors, sources, is_broken: false }
    }
}

/// Whether the text has the shape of a BCP 47 tag. Its standard lets a language have up to eight letters, but there is
/// none with more than three, and "German" is a name.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
