//! What is called as institutions are.

use std::ops::Range;

use super::German;
use super::words::{institution_of, is_function, title_of};
use crate::suggest::Reason;
use crate::suggest::names::candidate::{Candidate, MOST_WORDS, first_name, listed};
use crate::suggest::names::evidence::{follows_adjective, leader};
use crate::suggest::names::lists;
use crate::suggest::names::nouns::{Noun, may_be_adjective};
use crate::suggest::names::shapes::{is_acronym, is_name_acronym, is_odd};
use crate::suggest::names::tokens::{Gap, Sentence};

impl German<'_, '_> {
    /// What is called as institutions are: a compound with an article, or with its place behind or an adjective before.
    pub(super) fn institution(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        // "Deutsche Umwelthilfe", "Berliner Zeitung".
        let has_adjective = self.is_name_adjective(place) && !self.tokens.begins(place);
        let is_of_city = !has_adjective && self.is_of_city(place);
        let head = if has_adjective || is_of_city { place + 1 } else { place };
        if head > place {
            let is_close = self.is_capital(sentence, head) && self.gap(head) == Gap::Blank;
            if !is_close || is_function(self.word(head)) {
                return None;
            }
        }
        let unit = self.unit(sentence, head);
        // "Flensburger FSG-Werft" is FSG.
        if is_of_city && unit.len() > 1 {
            return None;
        }
        let word = self.word(unit.end - 1);
        let Some((kind, is_head_alone)) = institution_of(word) else {
            return if has_adjective { self.with_adjective(sentence, place, unit.end) } else { None };
        };
        let named = self.named(sentence, unit.end, kind, is_head_alone);
        let last = self.concerned(sentence, head, named, kind);
        let found = Some(Candidate::new(place..last, Reason::Institution, Some(kind)));
        if last > unit.end || has_adjective {
            return found;
        }
        if is_of_city {
            // The council and the police of some town are none.
            return found.filter(|_| matches!(kind, "medium" | "organisation" | "company" | "court"));
        }
        found.filter(|_| !is_head_alone && self.is_own_institution(&unit, kind))
    }

    /// A capital adjective within a sentence belongs to a name: "das Diplomatische Korps".
    fn with_adjective(&self, sentence: &Sentence, place: usize, behind: usize) -> Option<Candidate> {
        if title_of(self.word(behind - 1)) || !self.has_article(place) {
            return None;
        }
        let mut last = self.phrase_end(sentence, behind);
        while last < place + MOST_WORDS
            && self.is_capital(sentence, last)
            && self.gap(last) == Gap::Blank
            && !self.is_common(self.word(last))
            && !is_function(self.word(last))
            && !is_acronym(self.word(last))
        {
            last += 1;
        }
        Some(Candidate::new(place..last, Reason::Capitals, None))
    }

    /// Where an institution's name ends whose place or own name stands behind it: "Landgericht Hamburg", "Ministerium Wendel".
    fn named(&self, sentence: &Sentence, place: usize, kind: &str, is_head_alone: bool) -> usize {
        let is_close = self.is_capital(sentence, place)
            && self.gap(place) == Gap::Blank
            && !self.tokens.list[place - 1].is_possessive;
        if !is_close {
            return place;
        }
        let own = self.word(place);
        let listed = listed(self.tokens, sentence, place);
        if let Some(listed) = listed.filter(|own| own.kind == Some("place") && !own.is_genitive) {
            return listed.places.end;
        }
        if self.is_name_adjective(place) {
            let behind = self.phrase_end(sentence, place);
            return if behind > place + 1 { behind } else { place };
        }
        let is_name = (is_head_alone && kind != "company" || kind == "court")
            && !is_function(own)
            && !self.is_common(own)
            && !title_of(own)
            && first_name(self.tokens, sentence.tokens.end, place).is_none()
            && self.evidence.uses(own).led == 0;
        if is_name { self.unit(sentence, place).end } else { place }
    }

    /// Where it ends if it says what it is for: "Institut für Weltwirtschaft", "Bundesamt für Verfassungsschutz".
    fn concerned(&self, sentence: &Sentence, head: usize, place: usize, kind: &str) -> usize {
        let end = sentence.tokens.end;
        if place >= end || self.word(place) != "für" || matches!(kind, "company" | "medium" | "parliament") {
            return place;
        }
        let mut matter = place + 1;
        while matter < end.min(place + 3)
            && may_be_adjective(self.word(matter))
            && self.gap(matter) == Gap::Blank
        {
            matter += 1;
        }
        if !self.is_capital(sentence, matter) || self.gap(matter) != Gap::Blank || !self.is_definite(head) {
            return place;
        }
        let last = self.listed_matters(sentence, self.unit(sentence, matter).end);
        let has_more = last + 1 < end
            && self.word(last) == "und"
            && self.gap(last) == Gap::Blank
            && self.is_capital(sentence, last + 1)
            && self.is_common(self.word(last + 1));
        let last = if has_more { self.unit(sentence, last + 1).end } else { last };
        self.whose(sentence, last)
    }

    /// Where a list of what it is for goes on before its last part: "Ausrüstung, Informationstechnik und Nutzung".
    fn listed_matters(&self, sentence: &Sentence, place: usize) -> usize {
        let end = sentence.tokens.end;
        let is_noun = |place: usize| self.is_capital(sentence, place) && self.is_common(self.word(place));
        let mut last = place;
        while last < end && self.gap(last) == Gap::Comma && is_noun(last) && last < place + MOST_WORDS / 2 {
            last = self.unit(sentence, last).end;
        }
        let is_list =
            last < end && self.word(last) == "und" && self.gap(last) == Gap::Blank && is_noun(last + 1);
        if is_list { last } else { place }
    }

    /// Where it ends if it says whose it is: "Nutzung der Bundeswehr".
    fn whose(&self, sentence: &Sentence, place: usize) -> usize {
        let owner = place + 1;
        let is_one = owner < sentence.tokens.end
            && matches!(self.word(place), "der" | "des")
            && self.gap(place) == Gap::Blank
            && self.gap(owner) == Gap::Blank
            && matches!(
                self.word(owner),
                "Bundeswehr" | "Bundes" | "Länder" | "Landes" | "Polizei" | "Streitkräfte" | "Vereinten"
            );
        if is_one { owner + 1 + usize::from(self.word(owner) == "Vereinten") } else { place }
    }

    /// Whether a noun has no article, or one as names have it.
    fn is_definite(&self, place: usize) -> bool {
        leader(self.tokens, place)
            .is_none_or(|leader| lists::ARTICLES_DE.contains(&*self.word(leader).to_lowercase()))
    }

    /// Whether a compound by itself names an institution: "die Umweltbehörde", but not "eine Behörde".
    fn is_own_institution(&self, unit: &Range<usize>, kind: &str) -> bool {
        let word = self.word(unit.end - 1).to_lowercase();
        if unit.len() > 1 {
            // "Max-Planck-Institut", "US-Kongress".
            let is_called = unit.len() > 2
                && (unit.start..unit.end - 1).all(|place| {
                    let part = self.word(place);
                    self.noun(part) == Noun::No && !lists::FIRST_PARTS_DE.contains(&*part.to_lowercase())
                });
            let is_public = matches!(kind, "government" | "agency" | "parliament" | "court");
            let is_state = is_public && self.is_name_part(unit.start) && self.is_definite(unit.start);
            return is_called || is_state && !follows_adjective(self.tokens, unit.start);
        }
        let is_state = lists::STATES_OWN_DE.iter().any(|part| word.starts_with(part));
        let is_body = ["verband", "bund", "kammer"].iter().any(|end| word.ends_with(end));
        (is_state || is_body) && self.is_definite(unit.start) && !follows_adjective(self.tokens, unit.start)
    }

    /// Whether an article stands right before.
    pub(super) fn has_article(&self, place: usize) -> bool {
        place > 0
            && self.gap(place) == Gap::Blank
            && lists::ARTICLES_DE.contains(&*self.word(place - 1).to_lowercase())
    }

    /// Where a phrase of capitals ends that goes on here: "Deutscher Hafenspediteure", "für Arbeit".
    pub(super) fn phrase_end(&self, sentence: &Sentence, place: usize) -> usize {
        let mut end = place;
        if self.is_capital(sentence, end) && self.gap(end) == Gap::Blank && self.is_name_adjective(end) {
            end += 1;
            if self.is_capital(sentence, end) && self.gap(end) == Gap::Blank {
                end = self.unit(sentence, end).end;
            }
        }
        end
    }

    /// Whether a word with a capital is an adjective with which names begin.
    pub(super) fn is_name_adjective(&self, place: usize) -> bool {
        let word = self.word(place);
        ["e", "er", "es", "en", "em"].iter().any(|ending| {
            word.strip_suffix(ending).is_some_and(|stem| {
                lists::NAME_ADJECTIVES_DE.contains(stem)
                    || stem.strip_suffix("isch").is_some_and(|stem| stem.len() > 3)
                        && !self.tokens.begins(place)
            })
        })
    }

    /// Whether a word is of a city: "Berliner".
    pub(super) fn is_of_city(&self, place: usize) -> bool {
        let Some(stem) = self.word(place).strip_suffix("er") else { return false };
        let is_listed = |name: &str| lists::LISTED.get(name).is_some_and(|listed| listed.kind == "place");
        is_listed(stem) || ["en", "e", "n"].iter().any(|ending| is_listed(&format!("{stem}{ending}")))
    }

    /// Whether the first part of a compound is a name by itself.
    pub(super) fn is_name_part(&self, place: usize) -> bool {
        let word = self.word(place);
        let is_listed = lists::LISTED.contains_key(word);
        is_listed || is_name_acronym(word) || is_odd(word)
    }
}
