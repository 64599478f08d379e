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
use super::nouns::Noun;
use super::tokens::{Gap, Language, Part, Tokens};
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
    let mut candidates = spread(&tokens, &evidence, candidates);
    give_lists_one_kind(&tokens, &mut candidates);
    let forms = Forms::of(&tokens, &candidates);
    grouped(&tokens, &candidates, &forms)
}

/// The candidates and the same words wherever else they stand.
fn spread(tokens: &Tokens<'_>, evidence: &Evidence<'_>, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let known = Known::of(tokens, evidence, &candidates);
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
            match known.at(tokens, evidence, place, sentence.tokens.end.min(limit), sentence.language) {
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

/// What is listed is of one kind: of "die Panzer Wisent, Luchs und Elch" the first alone has a noun beside it that says which.
fn give_lists_one_kind(tokens: &Tokens<'_>, candidates: &mut [Candidate]) {
    /// Two names beside each other may be of two kinds.
    const FEWEST: usize = 3;
    let goes_on = |last: &Candidate, next: &Candidate| {
        let (behind, place) = (last.places.end, next.places.start);
        let gap = tokens.list[place].gap;
        place == behind && gap == Gap::Comma
            || place == behind + 1
                && gap == Gap::Blank
                && tokens.list[behind].gap == Gap::Blank
                && matches!(tokens.word(behind), "und" | "oder" | "sowie" | "and" | "or")
    };
    for list in candidates.chunk_by_mut(goes_on).filter(|list| list.len() >= FEWEST) {
        let Some(kind) = list.iter().find_map(|own| own.kind) else { continue };
        let is_told = list
            .iter()
            .any(|own| matches!(own.reason, Reason::Apposition | Reason::Title | Reason::LegalForm));
        if is_told && list.iter().all(|own| own.kind.is_none_or(|own| own == kind)) {
            list.iter_mut().for_each(|own| own.kind = Some(kind));
        }
    }
}

/// Whether a part of a name may stand for it.
fn stands_alone(evidence: &Evidence<'_>, word: &str) -> bool {
    word.chars().count() > 3
        && word.starts_with(char::is_uppercase)
        && evidence.noun(word) == Noun::No
        && !lists::LISTED.contains_key(word)
        && !lists::KINDS_EN.contains_key(word)
        && !lists::COMMON_EN.contains(word)
        && !lists::BEGINNINGS_EN.contains(word)
        && !lists::NEVER_ALONE_EN.contains(word)
        && !lists::LINKED_EN.contains(word)
}

/// Names that have been found, by their words.
struct Known<'a> {
    /// The most words of a name that begins with this one.
    longest: HashMap<&'a str, usize>,
    names: HashMap<Vec<&'a str>, Candidate>,
}

impl<'a> Known<'a> {
    fn of(tokens: &Tokens<'a>, evidence: &Evidence<'_>, candidates: &[Candidate]) -> Self {
        let mut known = Self { longest: HashMap::new(), names: HashMap::new() };
        for candidate in candidates {
            let words: Vec<&str> = candidate.places.clone().map(|place| tokens.word(place)).collect();
            // Surnames, parts of companies' names and the stems of genitives stand by themselves, too.
            if let [first, .., last] = &words[..] {
                let is_person = candidate.kind == Some("person");
                let is_body = candidate.kind == Some("company");
                if is_person && last.chars().count() > 2
                    || candidate.kind.is_none() && stands_alone(evidence, last)
                {
                    known.add(vec![last], candidate);
                }
                if is_body && candidate.entry.is_none() && stands_alone(evidence, first) {
                    known.add(vec![first], candidate);
                }
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
        let longest = self.longest.entry(first).or_default();
        *longest = words.len().max(*longest);
        self.names.entry(words).or_insert_with(|| candidate.clone());
    }

    /// A known name at this place, the longest.
    fn at(
        &self,
        tokens: &Tokens<'a>,
        evidence: &Evidence<'_>,
        place: usize,
        end: usize,
        language: Language,
    ) -> Option<Candidate> {
        let word = tokens.word(place);
        let is_german = language == Language::German;
        let found = |count: usize, own: &Candidate, is_genitive: bool| Candidate {
            places: place..place + count,
            is_genitive: own.is_genitive || is_genitive,
            ..own.clone()
        };
        if let Some(longest) = self.longest.get(word) {
            let mut words: Vec<&str> =
                (place..(place + longest).min(end)).map(|place| tokens.word(place)).collect();
            while !words.is_empty() {
                if let Some(own) = self.names.get(&words) {
                    // "Der Koch" is a cook even where somebody is called so.
                    let is_noun = is_german
                        && words.len() == 1
                        && own.entry.is_none()
                        && evidence.noun(word) > Noun::No
                        && is_led(tokens, place);
                    return (!is_noun).then(|| found(words.len(), own, false));
                }
                words.pop();
            }
        }
        if !is_german || !tokens.list[place].is_capital {
            return None;
        }
        let stem = word.strip_suffix('s').filter(|stem| stem.chars().count() > 2)?;
        let own = self.names.get(&vec![stem])?;
        (evidence.noun(word) == Noun::No).then(|| found(1, own, true))
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
        let texts = own.iter().map(|number| forms.list[*number].text.clone()).collect();
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
