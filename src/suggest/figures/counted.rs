//! Things in numbers: the noun right after a number, an adjective between or not.

use super::super::units;
use super::super::words::Words;
use super::unit::{self, Unit};
use crate::text::cues::CueLanguage::{English, German};

/// English words that end like a plural and are none, or begin another part of the sentence.
const NO_NOUNS: &[&str] = &[
    "was",
    "is",
    "has",
    "does",
    "as",
    "its",
    "this",
    "his",
    "us",
    "yes",
    "plus",
    "versus",
    "less",
    "across",
    "says",
    "and",
    "or",
    "of",
    "to",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "the",
    "a",
    "an",
    "that",
    "which",
    "who",
    "but",
    "if",
    "than",
    "after",
    "before",
    "when",
    "while",
    "were",
    "are",
    "be",
    "been",
    "had",
    "have",
    "will",
    "would",
    "could",
    "should",
    "may",
    "might",
    "can",
    "not",
    "no",
    "so",
    "up",
    "down",
    "over",
    "under",
    "about",
    "into",
    "per",
    "it",
    "he",
    "she",
    "they",
    "we",
    "where",
    "because",
    "since",
    "until",
    "per",
    "gas",
    "bus",
    "thus",
    "perhaps",
    "always",
    "sometimes",
    "whereas",
    "besides",
    "ms",
    "mrs",
    "vs",
    "needs",
    "looks",
    "makes",
    "takes",
    "goes",
    "comes",
    "gets",
    "gives",
    "remains",
    "became",
    "there",
    "then",
    "this",
    "these",
    "those",
    "what",
    "how",
    "just",
    "only",
    "also",
    "still",
    "now",
    "ago",
    "each",
    "every",
    "any",
    "all",
    "both",
    "their",
    "our",
    "her",
    "my",
    "your",
    "it's",
    "did",
    "do",
    "must",
    "shall",
    "out",
    "off",
    "through",
    "during",
    "against",
    "among",
    "between",
    "without",
    "within",
    "towards",
    "upon",
    "around",
    "near",
    "behind",
    "above",
    "below",
    "like",
    "although",
    "though",
    "yet",
    "went",
    "came",
    "took",
    "made",
    "said",
    "saw",
    "got",
    "gave",
    "left",
    "won",
    "lost",
    "rose",
    "fell",
    "died",
    "i",
];

/// Plurals without an `s`.
const PLURALS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "staff",
    "police",
    "fish",
    "sheep",
    "cattle",
    "deer",
    "aircraft",
    "data",
    "personnel",
    "businesspeople",
    "firefighters",
    "teeth",
    "feet",
    "mice",
    "bacteria",
    "criteria",
    "phenomena",
    "alumni",
    "crew",
    "livestock",
    "poultry",
    "salmon",
    "infantry",
    "folk",
    "clergy",
    "offspring",
    "headcount",
    "geese",
    "oxen",
    "media",
    "spacecraft",
    "grandchildren",
    "schoolchildren",
    "salespeople",
    "servicemen",
    "servicewomen",
    "businessmen",
    "fishermen",
    "lives",
    "halves",
];

/// Nouns after which a number is a name's or a place's: `Platz 3`, `Artikel 5`, `Flight 370`.
const NUMBERED: &[&str] = &[
    "artikel",
    "paragraf",
    "paragraph",
    "absatz",
    "platz",
    "nummer",
    "nr",
    "seite",
    "seiten",
    "kapitel",
    "linie",
    "raum",
    "gleis",
    "version",
    "teil",
    "band",
    "stufe",
    "klasse",
    "gruppe",
    "halle",
    "tor",
    "zimmer",
    "etage",
    "article",
    "section",
    "chapter",
    "page",
    "no",
    "number",
    "route",
    "flight",
    "room",
    "level",
    "grade",
    "phase",
    "stage",
    "highway",
    "channel",
];

/// What the number between these places counts.
pub(super) fn after(words: &Words<'_>, start: usize, end: usize) -> Option<Unit> {
    if is_of_name(words, start) {
        return None;
    }
    if let Some(unit) = attribute(words, end) {
        return Some(unit);
    }
    if words.is_joined(end) && after_about(words, end) == end {
        return None;
    }
    let german = words.knows(German).then(|| in_german(words, end)).flatten();
    let noun = german.or_else(|| words.knows(English).then(|| in_english(words, end)).flatten())?;
    let is_duration = unit::after(words, noun).is_some_and(|unit| unit.is_duration);
    let after = noun + 1;
    Some(Unit { words: end..after, end: after, is_duration })
}

/// What a number joined by a hyphen counts: `300-bed hospital`. Only in English; a German compound may have any word there.
fn attribute(words: &Words<'_>, end: usize) -> Option<Unit> {
    const NOUNS: &[&str] = &[
        "bed",
        "seat",
        "room",
        "page",
        "member",
        "strong",
        "unit",
        "home",
        "bedroom",
        "storey",
        "story",
        "person",
        "man",
        "vessel",
        "ship",
        "vehicle",
        "turbine",
        "state",
        "nation",
        "country",
        "space",
        "place",
        "pupil",
        "student",
        "foot",
        "berth",
        "apartment",
    ];
    let noun = end + 1;
    let is_one = words.knows(English)
        && words.text(end) == "-"
        && words.is_joined(end)
        && words.is_joined(noun)
        && NOUNS.contains(&words.text(noun))
        && words.text(noun + 1) != "-";
    is_one.then(|| Unit { words: noun..noun + 1, end: noun + 1, is_duration: false })
}

/// Whether a number belongs to what stands before it.
fn is_of_name(words: &Words<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    if NUMBERED.contains(&words.lower(before)) {
        return true;
    }
    // In English only names have a capital within a sentence; a number of three digits is none of theirs.
    // "RTX 3080": a number right after an acronym is that of a model.
    let acronym = words.text(before);
    let is_model = words.is_digits(start)
        && words.text(start).len() <= 4
        && words.text(start).bytes().all(|byte| byte.is_ascii_digit())
        && acronym.len() > 1
        && acronym.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && acronym.bytes().any(|byte| byte.is_ascii_uppercase());
    if is_model && !words.knows(German) {
        return true;
    }
    let is_short = words.is_digits(start) && words.text(start).len() <= 2;
    let is_name = words.is_letters(before) && words.is_capital(before) && !words.begins_sentence(before);
    is_short && is_name && !words.knows(German)
}

/// The place of the noun. Adjectives may stand before it, and what is made of the name of a place: `300 Berliner Schulen`.
fn in_german(words: &Words<'_>, place: usize) -> Option<usize> {
    /// More adjectives are seldom.
    const MOST: usize = 3;
    let is_noun = |place: usize| {
        words.is_letters(place)
            && words.is_capital(place)
            && words.text(place).chars().nth(1).is_some_and(char::is_lowercase)
    };
    let mut noun = place;
    while noun < place + MOST && !is_noun(noun) && is_german_adjective(words, noun) {
        noun += 1;
    }
    if !is_noun(noun) {
        return None;
    }
    let goes_on = OF_CITIES.contains(&words.text(noun)) && is_noun(noun + 1) && !words.is_joined(noun + 1);
    Some(noun + usize::from(goes_on))
}

/// Adjectives with a capital; they look like the nouns for people, as `Bürger`.
const OF_CITIES: &[&str] = &[
    "Berliner",
    "Hamburger",
    "Münchner",
    "Kölner",
    "Frankfurter",
    "Stuttgarter",
    "Düsseldorfer",
    "Leipziger",
    "Dresdner",
    "Bremer",
    "Nürnberger",
    "Dortmunder",
    "Essener",
    "Kieler",
    "Rostocker",
    "Lübecker",
    "Wiener",
    "Schweizer",
    "Zürcher",
    "Berner",
    "Basler",
    "Londoner",
    "Pariser",
    "Brüsseler",
];

fn is_german_adjective(words: &Words<'_>, place: usize) -> bool {
    let lower = words.lower(place);
    let is_adjective = words.is_letters(place)
        && lower.len() > 3
        && ["e", "en", "er"].iter().any(|end| lower.ends_with(end));
    let is_other = matches!(
        lower,
        "oder"
            | "eine"
            | "hier"
            | "aber"
            | "alle"
            | "viele"
            | "seine"
            | "ihre"
            | "seiner"
            | "ihrer"
            | "unter"
            | "über"
            | "hinter"
            | "weder"
            | "wurden"
            | "haben"
            | "hatten"
            | "waren"
            | "werden"
            | "sollen"
            | "kamen"
            | "sowie"
            | "beide"
            | "jeder"
            | "gegen"
            | "neben"
            | "wegen"
            | "zwischen"
            | "dieser"
            | "diese"
            | "seien"
            | "sind"
            | "wären"
            | "habe"
            | "hatte"
            | "wurde"
            | "werde"
            | "wieder"
            | "immer"
            | "ohne"
            | "heute"
            | "später"
            | "früher"
            | "bisher"
            | "lagen"
            | "lebten"
            | "leben"
            | "stehen"
            | "gehen"
            | "kommen"
            | "fehlen"
            | "fehlten"
            | "betrugen"
            | "stiegen"
            | "fielen"
            | "sanken"
            | "nehmen"
            | "kosten"
            | "sollten"
            | "könnten"
            | "können"
            | "müssen"
            | "mussten"
            | "wollen"
            | "wollten"
            | "dürfen"
    );
    is_adjective && !is_other
}

fn in_english(words: &Words<'_>, place: usize) -> Option<usize> {
    /// "New care home places" has as many before its noun.
    const MOST: usize = 3;
    let place = after_about(words, place);
    let mut noun = place;
    for _ in 0..MOST {
        if is_counted(words, noun) {
            break;
        }
        // "Solar-powered boats".
        let is_double =
            words.text(noun + 1) == "-" && words.is_joined(noun + 1) && words.is_letters(noun + 2);
        if is_double && !words.is_joined(noun) && words.is_letters(noun) && !is_duration(words.lower(noun)) {
            noun += 3;
        } else if may_lie_between(words, noun) {
            noun += 1;
        } else {
            return None;
        }
    }
    if !is_counted(words, noun) {
        return None;
    }
    // "Police officers", "sales staff": the first is no more than a kind of the second.
    let is_kind =
        KINDS.contains(&words.lower(noun)) && is_plural(words, noun + 1) && !words.is_joined(noun + 1);
    Some(noun + usize::from(is_kind))
}

fn is_duration(word: &str) -> bool {
    matches!(word, "year" | "month" | "week" | "day" | "hour" | "minute")
}

/// The place after what may stand between a number and what it counts: `200-odd`, `300-plus`, "200 or so".
fn after_about(words: &Words<'_>, place: usize) -> usize {
    let is_joined = words.text(place) == "-" && words.is_joined(place) && words.is_joined(place + 1);
    if is_joined && matches!(words.lower(place + 1), "odd" | "plus")
        || words.lower(place) == "or" && matches!(words.lower(place + 1), "so" | "more")
    {
        place + 2
    } else {
        place
    }
}

/// Plurals that often stand before another one.
const KINDS: &[&str] = &[
    "police", "staff", "sales", "sports", "arms", "data", "aircraft", "cattle", "sheep", "fish", "women",
    "people", "goods", "crew",
];

/// Participles that are adjectives more often than verbs.
const PARTICIPLES: &[&str] = &[
    "armed",
    "injured",
    "wounded",
    "displaced",
    "registered",
    "licensed",
    "unemployed",
    "detained",
    "retired",
    "skilled",
    "confirmed",
    "reported",
    "used",
    "listed",
    "planned",
    "affected",
    "trained",
    "estimated",
    "disabled",
    "unused",
    "infected",
    "related",
    "armoured",
    "armored",
    "automated",
    "dedicated",
    "associated",
];

/// Whether a word may stand between a number and its noun.
fn may_lie_between(words: &Words<'_>, place: usize) -> bool {
    let lower = words.lower(place);
    let is_participle = lower.ends_with("ed") && !PARTICIPLES.contains(&lower);
    // "Charging points"; but "ships carrying goods".
    let is_verb = lower.ends_with("ing") && !is_plural(words, place + 1);
    words.is_letters(place)
        && !NO_NOUNS.contains(&lower)
        && !is_participle
        && !is_verb
        && !units::is_unit(lower)
}

/// Whether what can be counted stands here: a noun in the plural, or people of a kind, `Ukrainians`, `MPs`.
fn is_counted(words: &Words<'_>, place: usize) -> bool {
    let text = words.text(place);
    let is_people = words.knows(English)
        && words.is_letters(place)
        && words.is_capital(place)
        && text.len() > 2
        && text.ends_with('s')
        && !text.ends_with("ss")
        && !text.ends_with("'s")
        && !text.ends_with("’s")
        && !NO_NOUNS.contains(&words.lower(place))
        && !(words.is_letters(place + 1) && words.is_capital(place + 1));
    is_plural(words, place) || is_people
}

/// Whether things are counted by the millions here: "1.2m more passengers", but not "3m high walls".
pub(super) fn counts_many(words: &Words<'_>, place: usize) -> bool {
    let is_measured = matches!(
        words.lower(place),
        "high" | "wide" | "long" | "tall" | "deep" | "thick" | "below" | "above"
    );
    !is_measured && words.knows(English) && in_english(words, place).is_some()
}

/// Whether an English noun in the plural stands here.
fn is_plural(words: &Words<'_>, place: usize) -> bool {
    let lower = words.lower(place);
    let ends = lower.len() > 2
        && lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("'s")
        && !lower.ends_with("’s");
    words.knows(English)
        && words.is_letters(place)
        && !words.is_capital(place)
        && (PLURALS.contains(&lower) || ends && !NO_NOUNS.contains(&lower))
}
