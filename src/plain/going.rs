//! Going to a page by what is typed: a part, a kind and a number, or a name.

use super::command::{Command, begins, is_whole};
use super::{Reading, repeated};
use crate::export::{Chapter, Edition, PageKind};
use crate::i18n::language::Language;
use crate::text::find::Finder;

/// The part that is called like that, or begins so; none that the edition does not have.
pub(super) fn chapter(edition: &Edition, typed: &str) -> Option<Chapter> {
    let are_there = || {
        let has = |chapter: &Chapter| edition.pages.iter().any(|page| page.chapter == *chapter);
        Chapter::ALL.into_iter().filter(has)
    };
    for language in [edition.language, Language::En] {
        let whole = are_there().find(|chapter| is_whole(chapter.name(language), typed));
        let mut beginning = are_there().filter(|chapter| begins(chapter.name(language), typed));
        let only = beginning.next().filter(|_| beginning.next().is_none());
        if let Some(chapter) = whole.or(only) {
            return Some(chapter);
        }
    }
    None
}

/// The nouns of a kind of page, in a language.
fn nouns(language: Language, kind: PageKind) -> Vec<&'static str> {
    let strings = language.strings();
    match kind {
        PageKind::Opening => Vec::new(),
        PageKind::Paragraph => vec![strings.plain.paragraph],
        PageKind::Thing(kind) => vec![strings.kind(kind).one, strings.kind(kind).many],
        PageKind::Stop => vec![strings.export.stop.one, strings.export.stop.many],
    }
}

/// The page that a kind and a number name: `claim 3`.
fn by_number(edition: &Edition, typed: &str) -> Option<usize> {
    let (noun, number) = typed.rsplit_once(char::is_whitespace)?;
    let number: usize = number.parse().ok()?;
    let is_it = |language, kind| nouns(language, kind).into_iter().any(|own| is_whole(own, noun.trim()));
    [edition.language, Language::En].into_iter().find_map(|language| {
        edition.pages.iter().position(|page| page.number == number && is_it(language, page.kind))
    })
}

/// Whether each of these words begins a word of a name.
fn has_words(name: &str, typed: &[&str]) -> bool {
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    typed.iter().all(|typed| words().any(|word| begins(word, typed)))
}

impl Reading {
    /// Goes to a page, or lists those that could be meant.
    pub(super) fn go(&mut self, typed: &str) -> String {
        let (language, texts) = (self.language(), self.texts());
        let typed = without_to(typed);
        if Finder::new(typed).is_none() {
            return self.say(texts.go_where, &[Command::Go.word(language), &self.parts()]);
        }
        if let Some(page) = by_number(&self.edition, typed) {
            return self.jump(page);
        }
        let pages = || self.edition.pages.iter().enumerate().skip(1);
        let called: Vec<usize> =
            pages().filter(|(_, page)| is_whole(&page.name, typed)).map(|(place, _)| place).collect();
        if let [only] = called[..] {
            return self.jump(only);
        }
        if let Some(chapter) = chapter(&self.edition, typed)
            && let Some(first) = self.edition.pages.iter().position(|page| page.chapter == chapter)
        {
            return self.jump(first);
        }
        let words: Vec<&str> =
            typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        // Words of the article are found, not gone to.
        let is_named = |kind: PageKind| !matches!(kind, PageKind::Paragraph | PageKind::Opening);
        let found = pages().filter(|(_, page)| is_named(page.kind) && has_words(&page.name, &words));
        let found: Vec<usize> = found.map(|(place, _)| place).collect();
        match (&found[..], words.is_empty()) {
            ([], _) | (_, true) => self.say(texts.no_such, &[repeated(typed), Command::Find.word(language)]),
            ([only], false) => self.jump(*only),
            (several, false) => {
                let several = several.to_vec();
                self.listed(&several)
            }
        }
    }
}

/// What is typed after `go`, without `to` or `zu`.
fn without_to(typed: &str) -> &str {
    let (first, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let is_to = ["to", "zu", "zum", "zur"].into_iter().any(|word| first.eq_ignore_ascii_case(word));
    if is_to { rest.trim() } else { typed }
}
