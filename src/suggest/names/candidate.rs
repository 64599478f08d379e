//! Words that may be a name, with why, and what all rules ask of words.

use std::ops::Range;

use super::super::Reason;
use super::lists::{self, Listed};
use super::shapes::{is_acronym, is_name_acronym, is_odd, is_shouted};
use super::tokens::{Gap, Language, Sentence, Tokens};

/// The most words of a name: what is longer is a list.
pub(super) const MOST_WORDS: usize = 12;

/// Words that may be a name.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Candidate {
    /// The places of its words.
    pub(super) places: Range<usize>,
    pub(super) reason: Reason,
    /// The word of its kind, where something tells.
    pub(super) kind: Option<&'static str>,
    /// Its entry, if a list has it.
    pub(super) entry: Option<usize>,
    /// It is a genitive: without its last letter it is the name.
    pub(super) is_genitive: bool,
}

impl Candidate {
    /// One of no particular kind.
    pub(super) fn new(places: Range<usize>, reason: Reason, kind: Option<&'static str>) -> Self {
        Self { places, reason, kind, entry: None, is_genitive: false }
    }
}

/// The name on the lists that begins at this place, the longest.
pub(super) fn listed(tokens: &Tokens<'_>, sentence: &Sentence, place: usize) -> Option<Candidate> {
    let first = &tokens.list[place];
    let word = tokens.word(place);
    if !first.is_capital && !lists::SMALL_NAMES.contains(word) {
        return None;
    }
    let mut key = String::new();
    let mut best: Option<(usize, Listed, bool)> = None;
    for end in place + 1..=(place + lists::MOST_LISTED_WORDS).min(sentence.tokens.end) {
        let last = end - 1;
        if last > place {
            if !matches!(tokens.list[last].gap, Gap::Blank | Gap::Hyphen | Gap::Stop)
                || tokens.list[last - 1].is_possessive
            {
                break;
            }
            // "St. Gallen" is listed with its full stop.
            key.push_str(if tokens.list[last].gap == Gap::Stop { ". " } else { " " });
        }
        let own = tokens.word(last);
        key.push_str(own);
        if let Some(found) = lists::LISTED.get(&*key) {
            best = Some((end, *found, false));
        } else if is_shouted(own) && last == place {
            let calm = calm(own);
            best = lists::LISTED.get(&*calm).map(|found| (end, *found, false)).or(best);
        } else if sentence.language == Language::German
            && let Some(found) = key.strip_suffix('s').and_then(|stem| lists::LISTED.get(stem))
            && own.chars().count() > 3
        {
            best = Some((end, *found, true));
        }
    }
    let (end, found, is_genitive) = best?;
    let mut candidate = Candidate::new(place..end, Reason::List, Some(found.kind));
    candidate.entry = Some(found.entry);
    candidate.is_genitive = is_genitive;
    Some(candidate)
}

/// A word that is shouted as it is written otherwise.
pub(super) fn calm(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next();
    first.into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}

/// A word by itself that is written as no common word is.
pub(super) fn by_shape(tokens: &Tokens<'_>, place: usize) -> Option<Candidate> {
    let word = tokens.word(place);
    let reason = if lists::LEGAL_FORMS.contains(word) {
        return None;
    } else if is_name_acronym(word) {
        Reason::Acronym
    } else if is_odd(word) {
        Reason::Shape
    } else {
        return None;
    };
    Some(Candidate::new(place..place + 1, reason, None))
}

/// Whether the word at this place is a first name, alone or two with a hyphen; where it ends.
pub(super) fn first_name(tokens: &Tokens<'_>, end: usize, place: usize) -> Option<usize> {
    let is_first = |place: usize| {
        let word = tokens.word(place);
        lists::FIRST_NAMES.contains(word) || is_shouted(word) && lists::FIRST_NAMES.contains(&*calm(word))
    };
    if !is_first(place) || tokens.list[place].is_possessive {
        return None;
    }
    let next = place + 1;
    let is_double = next < end && tokens.list[next].gap == Gap::Hyphen && tokens.list[next].is_capital;
    Some(if is_double && is_first(next) {
        next + 1
    } else if is_double {
        place
    } else {
        next
    })
    .filter(|end| *end > place)
}

/// Whether the word at this place is the initial of a name.
pub(super) fn is_initial(tokens: &Tokens<'_>, end: usize, place: usize) -> bool {
    let word = tokens.word(place);
    word.chars().nth(1).is_none()
        && word.starts_with(char::is_uppercase)
        && place + 1 < end
        && tokens.list[place + 1].gap == Gap::Stop
}

/// Small words inside of people's names, and the places behind them.
pub(super) fn behind_particles(tokens: &Tokens<'_>, end: usize, place: usize) -> usize {
    const PARTICLES: [&str; 22] = [
        "von", "van", "der", "den", "de", "di", "da", "del", "della", "du", "la", "le", "al", "el", "bin",
        "ibn", "dos", "zu", "ter", "ten", "vom", "zur",
    ];
    let mut next = place;
    while next < end
        && next < place + 3
        && matches!(tokens.list[next].gap, Gap::Blank | Gap::Hyphen)
        && PARTICLES.contains(&tokens.word(next))
    {
        next += 1;
    }
    let goes_on = next < end
        && tokens.list[next].is_capital
        && matches!(tokens.list[next].gap, Gap::Blank | Gap::Hyphen);
    if goes_on { next } else { place }
}

/// Whether these are the capitals of a whole heading.
pub(super) fn is_all_shouted(tokens: &Tokens<'_>, sentence: &Sentence) -> bool {
    let words = sentence.tokens.clone().map(|place| tokens.word(place));
    let letters = words.filter(|word| word.contains(char::is_alphabetic));
    let (mut shouted, mut count) = (0, 0);
    for word in letters {
        count += 1;
        shouted += usize::from(is_acronym(word) || is_shouted(word) || word.chars().count() == 1);
    }
    count > 2 && shouted * 4 > count * 3
}
