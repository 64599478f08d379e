//! Finds names: first by what stands around them, then the same words wherever else they stand.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

use super::super::Reason;
use super::candidate::{Candidate, is_all_shouted};
use super::english::English;
use super::evidence::{Evidence, is_led};
use super::german::German;
use super::groups::Forms;
use super::lists;
use super::nouns::is_common;
use super::tokens::{Language, Part, Tokens};
use crate::text::cues::CueLanguage;

/// Names of presumably one actor.
#[derive(Debug)]
pub(super) struct Group {
    /// Its forms, the one that its actor would be called by first.
    pub(super) forms: Vec<String>,
    pub(super) kind: Option<&'static str>,
    pub(super) reason: Reason,
}

/// A place of a name.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) range: Range<usize>,
    /// The number of its group.
    pub(super) group: usize,
    pub(super) reason: Reason,
}

/// What is named in these parts of a text without invisible characters: the groups by their first places, and all places.
pub(super) fn find(text: &str, parts: &[Part], languages: &[CueLanguage]) -> (Vec<Group>, Vec<Place>) {
    let tokens = Tokens::of(text, parts, languages);
    let evidence = Evidence::of(&tokens);
    let mut candidates: Vec<Candidate> = Vec::new();
    let (german, english) =
        (German { tokens: &tokens, evidence: &evidence }, English { tokens: &tokens, evidence: &evidence });
    for sentence in &tokens.sentences {
        if is_all_shouted(&tokens, sentence) {
            continue;
        }
        match sentence.language {
            Language::German => german.read(sentence, &mut candidates),
            Language::English | Language::Other => english.read(sentence, &mut candidates),
        }
    }
    let candidates = spread(&tokens, candidates);
    let forms = Forms::of(&tokens, &candidates);
    grouped(&tokens, &candidates, &forms)
}

/// The candidates and the same words wherever else they stand.
fn spread(tokens: &Tokens<'_>, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut known = Known::of(tokens, &candidates);
    known.longest_first();
    let mut all: Vec<Candidate> = Vec::with_capacity(candidates.len());
    let mut next = candidates.into_iter().peekable();
    for sentence in &tokens.sentences {
        let mut place = sentence.tokens.start;
        while place < sentence.tokens.end {
            if let Some(own) = next.next_if(|own| own.places.start == place) {
                place = own.places.end;
                all.push(own);
                continue;
            }
            let limit = next.peek().map_or(usize::MAX, |own| own.places.start);
            match known.at(tokens, place, sentence.tokens.end.min(limit), sentence.language) {
                Some(own) => {
                    place = own.places.end;
                    all.push(own);
                }
                None => place += 1,
            }
        }
    }
    all
}

/// Whether a part of a name may stand for it.
fn stands_alone(word: &str) -> bool {
    word.chars().count() > 3
        && word.starts_with(char::is_uppercase)
        && !is_common(word)
        && !lists::LISTED.contains_key(word)
        && !lists::KINDS_EN.contains_key(word)
        && !lists::COMMON_EN.contains(word)
        && !lists::BEGINNINGS_EN.contains(word)
        && !lists::NEVER_ALONE_EN.contains(word)
        && !lists::LINKED_EN.contains(word)
}

/// Names that have been found, by their first words.
struct Known<'a> {
    by_first: HashMap<&'a str, Vec<(Vec<&'a str>, Candidate)>>,
}

impl<'a> Known<'a> {
    fn of(tokens: &Tokens<'a>, candidates: &[Candidate]) -> Self {
        let mut known = Self { by_first: HashMap::new() };
        for candidate in candidates {
            let words: Vec<&str> = candidate.places.clone().map(|place| tokens.word(place)).collect();
            // Surnames and the stems of genitives stand by themselves, too.
            if candidate.kind == Some("person")
                && let Some(last) = words.last().filter(|last| words.len() > 1 && last.chars().count() > 2)
            {
                known.add(vec![last], candidate);
            }
            if candidate.kind.is_none()
                && let Some(last) = words.last().filter(|last| words.len() > 1 && stands_alone(last))
            {
                known.add(vec![last], candidate);
            }
            let is_body = matches!(candidate.reason, Reason::LegalForm | Reason::Institution)
                && candidate.entry.is_none();
            if is_body
                && let Some(first) = words.first().filter(|first| words.len() > 1 && stands_alone(first))
            {
                known.add(vec![first], candidate);
            }
            if candidate.is_genitive
                && let [word] = &words[..]
                && let Some(stem) = word.strip_suffix('s')
            {
                known.add(vec![stem], &Candidate { is_genitive: false, ..candidate.clone() });
            }
            known.add(words, candidate);
        }
        known
    }

    /// Adds words by which the name of a candidate is known.
    fn add(&mut self, words: Vec<&'a str>, candidate: &Candidate) {
        let Some(first) = words.first() else { return };
        let own = self.by_first.entry(first).or_default();
        if !own.iter().any(|(known, _)| *known == words) {
            own.push((words, candidate.clone()));
        }
    }

    fn longest_first(&mut self) {
        for own in self.by_first.values_mut() {
            own.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
    }

    /// A known name at this place.
    fn at(&self, tokens: &Tokens<'a>, place: usize, end: usize, language: Language) -> Option<Candidate> {
        let word = tokens.word(place);
        let is_here = |words: &[&str]| {
            place + words.len() <= end
                && words.iter().zip(place..).all(|(own, place)| *own == tokens.word(place))
        };
        let by_word = self.by_first.get(word).and_then(|own| own.iter().find(|(words, _)| is_here(words)));
        let found = |words: &[&str], own: &Candidate, is_genitive: bool| Candidate {
            places: place..place + words.len(),
            is_genitive: own.is_genitive || is_genitive,
            ..own.clone()
        };
        if let Some((words, own)) = by_word {
            // "Der Koch" is a cook even where somebody is called so.
            let is_noun = language == Language::German
                && words.len() == 1
                && is_common(word)
                && own.entry.is_none()
                && is_led(tokens, place);
            return (!is_noun).then(|| found(words, own, false));
        }
        if language != Language::German || !tokens.list[place].is_capital {
            return None;
        }
        let stem = word.strip_suffix('s').filter(|stem| stem.chars().count() > 2)?;
        let (words, own) = self.by_first.get(stem)?.iter().find(|(words, _)| words.len() == 1)?;
        (!is_common(word)).then(|| found(words, own, true))
    }
}

/// The groups of the forms, and the places with the numbers of their groups.
fn grouped(tokens: &Tokens<'_>, candidates: &[Candidate], forms: &Forms) -> (Vec<Group>, Vec<Place>) {
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    for number in 0..forms.list.len() {
        let group = forms.group_of(number);
        let own = *numbers.entry(group).or_insert_with(|| {
            members.push(Vec::new());
            members.len() - 1
        });
        members[own].push(number);
    }
    let groups = members.into_iter().map(|own| {
        let own = forms.ordered(own);
        let reason = own.iter().map(|number| forms.list[*number].reason).min().unwrap_or(Reason::Capital);
        let kind = own.iter().find_map(|number| forms.list[*number].kind);
        let mut texts: Vec<String> = Vec::new();
        for number in own {
            let text = &forms.list[number].text;
            if !texts.contains(text) {
                texts.push(text.clone());
            }
        }
        Group { forms: texts, kind, reason }
    });
    let groups = groups.collect();
    let places = candidates.iter().filter_map(|candidate| {
        let form = forms.number(tokens, candidate)?;
        let group = *numbers.get(&forms.group_of(form))?;
        Some(Place { range: tokens.bytes(&candidate.places), group, reason: candidate.reason })
    });
    (groups, places.collect())
}
