//! Whether a clause speaks of what was or of what is to come.

use crate::suggest::words::Words;
use crate::text::cues::CueLanguage::{English, German};

/// What a clause's verb says of when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    Past,
    Future,
    /// The words do not say.
    Open,
}

const GERMAN_FUTURE: &[&str] = &[
    "will", "wollen", "muss", "müssen", "kann", "können", "darf", "dürfen", "wird", "werden", "soll",
    "sollen", "plant", "planen", "möchte", "möchten", "beginnt", "startet", "endet", "folgt", "tagt",
    "tritt", "treten", "werde", "solle", "könne", "müsse", "wolle", "dürfte", "dürften", "sollten", "könnte",
    "könnten",
];

/// Of what is to come German often speaks in the present; beside a verb of the past they tell nothing.
const GERMAN_PRESENT: &[&str] = &[
    "findet",
    "finden",
    "öffnet",
    "öffnen",
    "stimmt",
    "stimmen",
    "entscheidet",
    "entscheiden",
    "berät",
    "beraten",
    "trifft",
    "treffen",
    "lädt",
    "laden",
    "kommt",
    "kommen",
    "reist",
    "reisen",
    "wählt",
    "wählen",
    "steht",
    "stehen",
    "geht",
    "gehen",
    "erscheint",
    "läuft",
    "eröffnet",
    "endet",
    "enden",
    "beginnen",
    "starten",
    "folgen",
    "tagen",
    "verhandelt",
];

/// What is meant for a day, or put off to it.
const PLANNED: &[&str] = &[
    "geplant",
    "angesetzt",
    "vorgesehen",
    "anberaumt",
    "terminiert",
    "erwartet",
    "verschoben",
    "vertagt",
    "scheduled",
    "planned",
    "expected",
    "slated",
    "postponed",
    "adjourned",
    "rescheduled",
    "due",
    "set",
];

const GERMAN_PAST: &[&str] = &[
    "war",
    "waren",
    "hat",
    "haben",
    "habe",
    "hatte",
    "hatten",
    "wurde",
    "wurden",
    "gab",
    "kam",
    "kamen",
    "ging",
    "gingen",
    "fiel",
    "fielen",
    "stieg",
    "stiegen",
    "sank",
    "sanken",
    "begann",
    "begannen",
    "traf",
    "trafen",
    "sprach",
    "sprachen",
    "schrieb",
    "schrieben",
    "hieß",
    "ließ",
    "ließen",
    "nahm",
    "nahmen",
    "stand",
    "standen",
    "fand",
    "fanden",
    "lag",
    "lagen",
    "rief",
    "riefen",
    "schloss",
    "schlossen",
    "verlor",
    "verloren",
    "gewann",
    "gewannen",
    "erschien",
    "trat",
    "traten",
    "zog",
    "zogen",
    "brach",
    "bestritt",
    "blieb",
    "blieben",
    "unterschrieb",
    "starb",
    "lief",
    "liefen",
    "hielt",
    "hielten",
    "bot",
    "boten",
    "stieß",
    "stießen",
    "wies",
    "wiesen",
    "warf",
    "warfen",
    "half",
    "halfen",
    "entschied",
    "entschieden",
    "griff",
    "riss",
    "wuchs",
    "wuchsen",
    "verschwand",
    "schlug",
    "schlugen",
    "trug",
    "trugen",
    "sah",
    "sahen",
    "saß",
    "floss",
    "flog",
    "gelang",
    "entstand",
    "bekam",
    "bekamen",
    "erhielt",
    "erhielten",
    "beschloss",
    "beschlossen",
    "starben",
    "worden",
];

const ENGLISH_FUTURE: &[&str] = &[
    "must",
    "will",
    "is to",
    "are to",
    "is due",
    "are due",
    "is set",
    "are set",
    "is expected",
    "are expected",
    "plans to",
    "plan to",
    "is scheduled",
    "are scheduled",
    "'ll",
    "would",
    "begins",
];

const ENGLISH_PAST: &[&str] = &[
    "was", "were", "had", "has", "have", "did", "said", "told", "began", "fell", "rose", "met", "held",
    "came", "went", "took", "made", "gave", "found", "won", "lost", "sold", "sent", "wrote", "saw", "got",
    "broke", "struck", "shut", "cut", "put", "set", "hit", "led", "left", "paid", "ran", "stood", "spoke",
    "became", "bought", "brought", "built", "chose", "drew", "drove", "felt", "flew", "grew", "kept", "knew",
    "laid", "lay", "meant", "read", "sat", "showed", "shook", "sought", "spent", "threw", "withdrew",
];

/// What the clause of this place says. Its own verb counts; where it has none, that of the sentence.
pub(super) fn tense(words: &Words<'_>, place: usize) -> Tense {
    if is_planned(words, place) {
        return Tense::Future;
    }
    let own = of(words, words.clause(place));
    let whole = || Words::near(place, words.sentence(place));
    if own == Tense::Open { of(words, whole()) } else { own }
}

/// "Wurde für Dienstag angesetzt", "was adjourned until March".
fn is_planned(words: &Words<'_>, place: usize) -> bool {
    let is_article = |word: &str| {
        matches!(word, "den" | "dem" | "the" | "ende" | "anfang" | "mitte" | "kommenden" | "next")
    };
    let before =
        (1..=3).filter_map(|count| place.checked_sub(count)).find(|place| !is_article(words.lower(*place)));
    let leads = |place: usize| matches!(words.lower(place), "für" | "auf" | "for" | "until" | "to");
    let is_led = leads(place) || before.is_some_and(leads);
    is_led && words.clause(place).any(|place| PLANNED.contains(&words.lower(place)))
}

/// Whether these words end in what has been done: "soll am Dienstag eingebrochen sein" passes on what is past.
fn is_perfect(words: &Words<'_>, places: &std::ops::Range<usize>) -> bool {
    let is_one = |place: usize| {
        let participle = place.checked_sub(1).map_or("", |before| words.lower(before));
        matches!(words.lower(place), "haben" | "sein")
            && (participle.ends_with('t') || participle.ends_with("en"))
            && participle.contains("ge")
            && !words.is_letters(place + 1)
    };
    let modal = |place: usize| {
        matches!(
            words.lower(place),
            "soll" | "sollen" | "will" | "wollen" | "muss" | "müssen" | "dürfte" | "dürften"
        )
    };
    words.knows(German) && places.clone().any(modal) && places.clone().any(is_one)
}

fn of(words: &Words<'_>, places: std::ops::Range<usize>) -> Tense {
    if is_perfect(words, &places) {
        return Tense::Past;
    }
    let (mut past, mut future, mut present) = (false, false, false);
    for place in places {
        let lower = words.lower(place);
        let is_verb_form = !words.is_capital(place) || words.begins_sentence(place);
        if words.knows(German) && is_verb_form {
            // "Wird" and "wurde" beside a participle are passives of their own tense.
            future |= GERMAN_FUTURE.contains(&lower);
            present |= GERMAN_PRESENT.contains(&lower);
            past |= GERMAN_PAST.contains(&lower)
                || lower.len() > 4
                    && (lower.ends_with("te") || lower.ends_with("ten"))
                    && is_preterite(lower);
        }
        if words.knows(English) && is_verb_form {
            future |= ENGLISH_FUTURE.iter().any(|phrase| words.phrase(place, phrase).is_some());
            past |= ENGLISH_PAST.contains(&lower) || lower.len() > 4 && lower.ends_with("ed");
        }
    }
    match (past, future) {
        (_, true) => Tense::Future,
        (true, false) => Tense::Past,
        (false, false) if present => Tense::Future,
        (false, false) => Tense::Open,
    }
}

/// Whether a word that ends as a preterite does may be one.
fn is_preterite(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "heute", "seite", "weite", "breite", "letzte", "letzten", "erste", "ersten", "zweite", "zweiten",
        "dritte", "dritten", "vierte", "vierten", "beste", "besten", "meisten", "leute", "unten", "könnte",
        "könnten", "mitten",
    ];
    !OTHERS.contains(&word) && !word.ends_with("sten")
}
