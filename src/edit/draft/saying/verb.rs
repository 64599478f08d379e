//! Who stands beside a verb of saying as its subject.

use std::ops::Range;

use super::phrase::{self, Phrase};
use super::{Reader, Saying, lists};
use crate::text::cues::{self, CueLanguage};
use crate::text::names::is_function_word;

/// Who says it, where an insertion stands before the verb.
enum Inserted {
    /// Who is described, and who is named.
    Found(Phrase, Phrase),
    /// It cannot be seen which it is.
    Doubtful,
    /// Nothing is put in.
    None,
}

impl Reader<'_> {
    pub(super) fn by_verb(&self, cue: &Range<usize>, is_german: bool) -> Saying {
        let verb = self.sentence.text[cue.clone()].to_lowercase();
        let particles = cues::particles(&verb);
        let particle = particles.iter().find_map(|particle| self.up_to(cue, particle));
        // "mahnte … an", but also "mahnte".
        let is_separable = is_german
            && !particles.is_empty()
            && (particle.is_some() || !lists::WITHOUT_PARTICLE.contains(&&*verb));
        let whole = if is_separable { particle } else { Some(cue.clone()) };
        // "He said it leaves, but insisted it was safe": the same says it.
        if self.is_second_verb(cue) {
            return Saying::nobodys(whole);
        }
        let before = self.sentence.text[..cue.start].trim_end();
        let is_after = is_after_speech(before) || is_german && self.has_subject_after(cue.start);
        let inserted = if before.ends_with(',') {
            self.around_insertion(cue, before, is_german)
        } else {
            Inserted::None
        };
        let found = match inserted {
            // "X, which pays, said it had paid": what comes after the verb may be what is said, or of whom.
            Inserted::Found(who, speaker) => Some((who, speaker)),
            Inserted::Doubtful => None,
            Inserted::None if is_after => {
                self.after_verb(cue, before, is_german).map(|phrase| self.with_name_after(phrase))
            }
            Inserted::None => self.before_verb(cue, is_german).map(|phrase| (phrase.clone(), phrase)),
        };
        let found = found.filter(|(who, _)| !self.is_nobody(who));
        let Some((who, speaker)) = found else { return self.by(whole, None) };
        let mut saying = self.by(whole, Some(&speaker));
        let who_words = self.sentence.bare(&who);
        if saying.actor.is_none() {
            // The verb alone says little of who it is.
            let joined = if who.range.start >= cue.end {
                cue.start..who.range.end.max(saying.whole.as_ref().map_or(0, |whole| whole.end))
            } else {
                who.range.start..cue.end
            };
            let is_near = who.range.start >= cue.end || self.sentence.is_blank(who.range.end..cue.start);
            if is_near && !is_separable {
                saying.whole = Some(joined);
            }
            saying.who = Some(who_words);
        }
        saying
    }

    /// "X told Y": only X says it. Somebody does, also where it cannot be seen who.
    pub(super) fn by_subject_before(&self, cue: &Range<usize>) -> Saying {
        self.by(Some(cue.clone()), self.only_before(cue).as_ref())
    }

    /// Somebody is meant only where it is a known actor: these verbs are as often participles.
    pub(super) fn weakly(&self, cue: &Range<usize>) -> Saying {
        let whole = Some(cue.clone());
        match self.only_before(cue).filter(|phrase| self.actor_of(phrase).is_some()) {
            Some(phrase) if !self.is_second_verb(cue) => self.by(whole, Some(&phrase)),
            _ => Saying::nobodys(whole),
        }
    }

    fn only_before(&self, cue: &Range<usize>) -> Option<Phrase> {
        let before = self.sentence.text[..cue.start].trim_end();
        match if before.ends_with(',') { self.around_insertion(cue, before, false) } else { Inserted::None } {
            Inserted::Found(_, speaker) => Some(speaker),
            Inserted::Doubtful => None,
            Inserted::None => self.before_verb(cue, false),
        }
    }

    /// "as noted by X": X says it, if that is a name or has an article; "said by phone" names nobody.
    pub(super) fn said_by(&self, cue: &Range<usize>) -> Saying {
        let by = self.place_after(cue.end).and_then(|by| self.sentence.range_of(by));
        let found = by.and_then(|by| self.english_after(by.end)).filter(|phrase| {
            let first = self.sentence.word(self.sentence.place_from(phrase.range.start)).unwrap_or_default();
            let is_someone = phrase::is_capital(first) || lists::DETERMINERS.contains(&first);
            (is_someone || self.actor_of(phrase).is_some()) && self.sentence.ends_after(phrase)
        });
        match found {
            Some(phrase) => self.leading(cue, Some(&phrase)),
            None => Saying::nobodys(Some(cue.clone())),
        }
    }

    /// Who stands right after a verb, if nothing goes on there that could be what is said.
    fn after_verb(&self, cue: &Range<usize>, before: &str, is_german: bool) -> Option<Phrase> {
        let found = if is_german {
            self.german_after_verb(cue.end)
        } else {
            self.sentence.english(self.place_after(cue.end)?..usize::MAX, &lists::AFTER_NAME)
        };
        let found = found.filter(|phrase| !(is_german && self.sentence.is_object(phrase)))?;
        if !self.sentence.ends_after(&found) {
            return None;
        }
        // "Her rival, aged 55, said Lund's move in May hurt her": what goes on has a verb of its own.
        let rest = &self.sentence.text[found.range.end..];
        let is_plain = is_german || is_quotation_end(before) || has_few_words(rest);
        is_plain.then_some(found)
    }

    /// Whether a verb has its subject from the one before: "said it leaves, but insisted".
    fn is_second_verb(&self, cue: &Range<usize>) -> bool {
        let own = self.sentence.place_from(cue.start);
        let mut before = own;
        let first = own.saturating_sub(phrase::MOST_CLAUSE_WORDS);
        while before > first && self.sentence.word(before - 1).is_some_and(is_before_verb) {
            before -= 1;
        }
        let is_joined = before.checked_sub(1).and_then(|place| self.sentence.word(place));
        is_joined.is_some_and(|word| matches!(word, "and" | "but" | "und" | "aber" | "sondern"))
    }

    /// Whether a German clause begins with something else than its subject, which then comes after the verb: when or where it is
    /// said, a single adverb, an object.
    fn has_subject_after(&self, verb: usize) -> bool {
        let Some(places) = self.sentence.clause_before(verb) else { return false };
        let Some(word) = self.sentence.word(places.start) else { return false };
        let first = word.to_lowercase();
        if lists::QUESTIONS.contains(&&*first) {
            return false;
        }
        let is_function = || {
            self.begins_clause(places.start)
                && is_function_word(&first, &[CueLanguage::German])
                && !lists::GERMAN_DETERMINERS.contains(&&*first)
                && !lists::NO_NAMES.contains(&&*first)
                && !lists::CLAUSE_OPENERS.contains(&&*first)
        };
        let is_adverb = places.len() == 1 && lists::ADVERB_ENDS.iter().any(|end| first.ends_with(end));
        let is_object =
            || self.sentence.whole(&places, true).is_some_and(|phrase| self.sentence.is_object(&phrase));
        lists::FRONTED.contains(&&*first) || is_adverb || is_function() || is_object()
    }

    /// Whether a word has its capital because something begins with it.
    pub(super) fn begins_clause(&self, place: usize) -> bool {
        let Some(before) = place.checked_sub(1).and_then(|before| self.sentence.range_of(before)) else {
            return true;
        };
        let Some(own) = self.sentence.range_of(place) else { return false };
        self.sentence.text[before.end..own.start].contains([':', '.', '„', '“', '»', '«', '"', '(', '–'])
    }

    /// Whether a single word at the beginning of a German sentence is no subject: it is no name, and the verb has not the form of
    /// several: "Darin fordert sie", "Natürlich ruft Moe", but "Kritiker sagten".
    pub(super) fn is_adverb(&self, phrase: &Phrase, verb: usize) -> bool {
        let first = self.sentence.place_from(phrase.range.start);
        let Some(own) = self.sentence.range_of(first) else { return false };
        if own.end != phrase.range.end || !self.begins_clause(first) || self.is_name(phrase) {
            return false;
        }
        let verb = self.sentence.place_from(verb);
        let is_plural = self.sentence.word(verb).is_some_and(|word| word.ends_with('n'));
        let small = self.sentence.text[own].to_lowercase();
        // A noun of several persons: "Kritiker", "Medien", "Insider", "Fachleute".
        let is_noun = ["er", "en", "ler", "te", "or", "ute"].iter().any(|end| small.ends_with(end));
        !is_plural || !is_noun || is_function_word(&small, &[CueLanguage::German])
    }

    /// Whether a phrase means nobody in particular, whatever may be called so: "Niemand sagte das".
    pub(super) fn is_nobody(&self, phrase: &Phrase) -> bool {
        let first = self.sentence.word(self.sentence.place_from(phrase.range.start)).unwrap_or_default();
        lists::NO_NAMES.contains(&&*first.to_lowercase())
    }

    /// Whether the noun of a phrase is a name of an actor.
    fn is_name(&self, phrase: &Phrase) -> bool {
        self.names_before(phrase.core_end).iter().any(|(name, _)| name.end == phrase.core_end)
    }

    /// "said its director, Priya Nandal": the name after a description.
    fn with_name_after(&self, phrase: Phrase) -> (Phrase, Phrase) {
        let named = self.names_from(phrase.range.end).iter().find(|(name, _)| {
            self.sentence.text.get(phrase.range.end..name.start).is_some_and(|gap| gap.trim() == ",")
                && self.sentence.text[name.end..].trim_start().starts_with([',', '.', ';', '“', '”', '"'])
        });
        let is_description = self.actor_of(&phrase).is_none() && self.is_description(&phrase);
        match named.filter(|_| is_description) {
            Some((name, _)) => (phrase, Phrase { range: name.clone(), core_end: name.end }),
            None => (phrase.clone(), phrase),
        }
    }

    /// Whether a phrase says what somebody is: it has an article, or an office as its noun.
    fn is_description(&self, phrase: &Phrase) -> bool {
        let first = self.sentence.place_from(phrase.range.start);
        let has_article =
            self.sentence.word(first).is_some_and(|word| lists::DETERMINERS.contains(&&*word.to_lowercase()));
        let core = &self.sentence.text[phrase.range.start..phrase.core_end];
        has_article || core.rsplit([' ', '-']).next().is_some_and(phrase::is_office)
    }

    fn before_verb(&self, cue: &Range<usize>, is_german: bool) -> Option<Phrase> {
        let verb = self.without_parenthesis(cue.start);
        let mut places = self.sentence.clause_before(verb)?;
        while places.len() > 1 && self.sentence.word(places.end - 1).is_some_and(is_before_verb) {
            places.end -= 1;
        }
        let mut words = places.clone().filter_map(|place| self.sentence.word(place));
        if !is_german
            && (words.clone().all(is_before_verb)
                || words.any(|word| lists::NO_SUBJECT.contains(&&*word.to_lowercase())))
        {
            return None;
        }
        let found = self.sentence.whole(&places, is_german)?;
        if !is_german {
            return Some(found);
        }
        let is_relative =
            self.sentence.word(places.start).is_some_and(|word| lists::GERMAN_RELATIVE.contains(&word))
                && self.follows_comma(places.start)
                && !self.goes_on(cue);
        (!is_relative
            && !self.is_adverb(&found, cue.start)
            && !self.sentence.is_object(&found)
            && !self.has_other_subject(&found, cue.end))
        .then_some(found)
    }

    /// Whether the word after a German verb can be nothing but its subject, so that what stands before it is its object: "Das
    /// Ordnungsgeld bewertete der Senat".
    fn has_other_subject(&self, before: &Phrase, verb_end: usize) -> bool {
        let Some(next) = self.place_after(verb_end).and_then(|place| self.sentence.word(place)) else {
            return false;
        };
        match next {
            "er" | "man" | "wir" | "ich" => true,
            "sie" | "es" | "der" => {
                let first =
                    self.sentence.word(self.sentence.place_from(before.range.start)).unwrap_or_default();
                // These are subjects and objects alike.
                let is_either = ["das", "die", "ein", "eine"].contains(&&*first.to_lowercase());
                (next != "der" || is_either) && !self.is_name(before)
            }
            _ => false,
        }
    }

    fn follows_comma(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|before| self.sentence.range_of(before));
        let own = self.sentence.range_of(place);
        before.zip(own).is_some_and(|(before, own)| self.sentence.text[before.end..own.start].contains(','))
    }

    /// Where the words before a parenthesis end that stands right before this byte: "X (Greens) said".
    fn without_parenthesis(&self, byte: usize) -> usize {
        let before = self.sentence.text[..byte].trim_end();
        let from = self.sentence.reach_before(before.len());
        let open = before.strip_suffix(')').and_then(|inner| inner.get(from..)?.rfind('('));
        open.map_or(byte, |open| before[..from + open].trim_end().len())
    }

    /// "X, who leads the council, said" and "its director, X, said": who is described, and who is named.
    fn around_insertion(&self, cue: &Range<usize>, before: &str, is_german: bool) -> Inserted {
        let inner_end = before.len() - 1;
        let from = self.sentence.reach_before(inner_end);
        let near = &before[from..inner_end];
        // What is put in may have commas itself. Far from the verb no first one can be seen.
        let commas = [near.find(',').filter(|_| from == 0), near.rfind(',')];
        let mut all =
            commas.into_iter().flatten().map(|comma| self.around(cue, from + comma, before, is_german));
        all.find(|found| !matches!(found, Inserted::None)).unwrap_or(Inserted::None)
    }

    /// The same for what is put in after this comma.
    fn around(&self, cue: &Range<usize>, comma: usize, before: &str, is_german: bool) -> Inserted {
        let inner_end = before.len() - 1;
        // What is quoted is what is said.
        if before[comma..].contains(['“', '”', '"', '„', '«', '»']) {
            return Inserted::None;
        }
        let outer = self.sentence.clause_before(self.without_parenthesis(comma));
        let Some(outer) = outer.and_then(|outer| self.sentence.whole(&outer, is_german)) else {
            return Inserted::None;
        };
        if is_german && self.sentence.is_object(&outer) {
            return Inserted::None;
        }
        let inner = comma + 1 + (before[comma + 1..].len() - before[comma + 1..].trim_start().len());
        if self.names_from(inner).iter().any(|(name, _)| *name == (inner..inner_end)) {
            // Two names side by side: which of them is described by the other cannot be seen.
            if self.actor_of(&outer).is_some() || !self.is_description(&outer) {
                return Inserted::Doubtful;
            }
            return Inserted::Found(outer, Phrase { range: inner..inner_end, core_end: inner_end });
        }
        let Some(first) = self.sentence.word(self.sentence.place_from(inner)) else { return Inserted::None };
        let describes = lists::RELATIVE.contains(&first)
            || lists::DETERMINERS.contains(&first)
            || lists::BEFORE_RELATIVE.contains(&first)
            || is_german && phrase::is_capital(first) && !has_verb(&before[inner..inner_end]);
        let other = || self.after_verb(cue, before, is_german);
        if is_german {
            // "Die Fähre, das Boot und der Kahn führen, sagte Moe": of several something is said.
            let is_list =
                before[inner..inner_end].split_whitespace().any(|word| matches!(word, "und" | "oder"));
            let is_first = outer.range.start == 0;
            return match describes {
                true if is_list && other().is_some() => Inserted::Doubtful,
                true => Inserted::Found(outer.clone(), outer),
                false
                    if is_first
                        && !has_verb(&before[inner..inner_end])
                        && other().is_some_and(|other| self.actor_of(&other).is_none()) =>
                {
                    Inserted::Doubtful
                }
                false => Inserted::None,
            };
        }
        // "Moe, 55, said", but not "Lund, Moe and Berg are old, said Berg".
        let is_relative = lists::RELATIVE.contains(&first) || lists::BEFORE_RELATIVE.contains(&first);
        let is_clause =
            !is_relative && before[inner..inner_end].split(',').next().is_some_and(has_english_verb);
        if self.is_name_alone(&outer) {
            return match other() {
                Some(_) if is_clause || phrase::is_capital(first) => Inserted::Doubtful,
                _ if is_clause => Inserted::None,
                _ => Inserted::Found(outer.clone(), outer),
            };
        }
        // "The ferry reached Lund, a port, said the mayor".
        match other() {
            Some(_) if describes => Inserted::Doubtful,
            None if describes => Inserted::Found(outer.clone(), outer),
            _ => Inserted::None,
        }
    }

    /// Whether an English phrase is a name with what one is before it, and no clause: "harbour resident Ida Berg".
    fn is_name_alone(&self, phrase: &Phrase) -> bool {
        let first = self.sentence.place_from(phrase.range.start);
        let names = self.names_before(phrase.range.end);
        let name = names.iter().find(|(name, _)| name.end == phrase.range.end).map(|(name, _)| name.start);
        let mut place = first;
        let mut has_small = false;
        while let Some(own) =
            self.sentence.range_of(place).filter(|own| own.end <= name.unwrap_or(phrase.range.end))
        {
            let word = &self.sentence.text[own];
            if !phrase::is_capital(word) {
                // A verb would end so.
                if word.ends_with("ed") || word.ends_with('s') || name.is_none() {
                    return false;
                }
                has_small = true;
            }
            place += 1;
        }
        let has_article =
            self.sentence.word(first).is_some_and(|word| lists::DETERMINERS.contains(&&*word.to_lowercase()));
        !(has_article && has_small) && (name.is_some() || place > first + 1)
    }
}

fn is_before_verb(word: &str) -> bool {
    let is_adverb = word.len() > "only".len() && word.ends_with("ly") && !phrase::is_capital(word);
    lists::BEFORE_VERB.contains(&word) || is_adverb
}

/// Whether a stretch of a German sentence has an auxiliary: "X, Y und Z hätten gewusst, teilte die Behörde mit" says something of
/// several, and describes nobody.
fn has_verb(stretch: &str) -> bool {
    stretch.split(|c: char| !c.is_alphabetic()).any(|word| lists::AUXILIARIES.contains(&word))
}

/// Whether the clause ends after so many words as may still say when and where.
fn has_few_words(rest: &str) -> bool {
    const FEW: usize = 8;
    /// So many letters they have at most.
    const REACH: usize = 240;
    let (mut count, mut is_blank) = (0, true);
    for c in rest.chars().take(REACH) {
        if matches!(c, ',' | '.' | ';' | ':' | '“' | '”' | '"') {
            break;
        }
        count += usize::from(is_blank && !c.is_whitespace());
        is_blank = c.is_whitespace();
        if count > FEW {
            return false;
        }
    }
    true
}

/// Whether what was said stands before the verb: after it somebody else could be named. A name in quotation marks has nothing that
/// ends a sentence beside its mark.
fn is_after_speech(before: &str) -> bool {
    before.ends_with([',', '?', '!'])
        || is_quotation_end(before)
        || matches!(before.trim_start(), "Das" | "Dies" | "So" | "Davon" | "Darüber")
}

/// Whether a quotation that is a sentence ends here: it has as many words, or what ends a sentence stands beside its mark.
fn is_quotation_end(before: &str) -> bool {
    /// A name has not so many words.
    const SENTENCE: usize = 5;
    const MARKS: [char; 8] = ['“', '”', '"', '«', '»', '‘', '’', '\''];
    let inner = before.trim_end_matches(',').trim_end_matches(MARKS);
    let is_marked = before.trim_end_matches(',').len() > inner.len();
    let words = || {
        inner
            .rsplit(|c| MARKS.contains(&c) || c == '„')
            .next()
            .map_or(0, |inner| inner.split_whitespace().take(SENTENCE).count())
    };
    is_marked && (before.ends_with(',') || inner.ends_with(['.', ',', '?', '!', '…']) || words() >= SENTENCE)
}

fn has_english_verb(stretch: &str) -> bool {
    stretch.split_whitespace().any(|word| lists::ENGLISH_AUXILIARIES.contains(&word))
}
