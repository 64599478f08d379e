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
    "will", "wollen", "wird", "werden", "soll", "sollen", "plant", "planen", "möchte", "möchten", "werde",
    "solle", "könne", "müsse", "wolle", "dürfte", "dürften", "sollten", "könnte", "könnten",
];

/// Of what is to come German often speaks in the present; beside a verb of the past they tell nothing.
const GERMAN_PRESENT: &[&str] = &[
    "muss",
    "müssen",
    "kann",
    "können",
    "darf",
    "dürfen",
    "beginnt",
    "startet",
    "folgt",
    "tagt",
    "tritt",
    "treten",
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
    "fuhr",
    "fuhren",
    "lud",
    "luden",
    "schien",
    "schienen",
    "trieb",
    "trieben",
    "schied",
    "sprang",
    "sprangen",
    "band",
    "banden",
    "rang",
    "sang",
    "litt",
    "litten",
    "stritt",
    "stritten",
    "schnitt",
    "empfing",
    "fing",
    "fingen",
    "hing",
    "riet",
    "schuf",
    "schufen",
    "las",
    "lasen",
    "maß",
    "vergaß",
    "tat",
    "taten",
    "schoss",
    "schossen",
    "hob",
    "hoben",
    "verdarb",
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
    told(words, place).0
}

/// The same, and whether the clause's own verb says it in so many words: the present may speak of what is to come, of what always is,
/// or tell what was.
pub(super) fn told(words: &Words<'_>, place: usize) -> (Tense, bool) {
    if is_planned(words, place) {
        return (Tense::Future, true);
    }
    match of(words, words.clause(place), place) {
        (Tense::Open, _) => (of(words, words.sentence(place), place).0, false),
        own => own,
    }
}

/// What the clause of this place itself says in so many words.
pub(super) fn own_tense(words: &Words<'_>, place: usize) -> Tense {
    match of(words, words.clause(place), place) {
        (tense, true) => tense,
        _ => Tense::Open,
    }
}

/// Whether the clause of this place has a passive of the present, which says what is done, not when: "wird heute so genannt".
pub(super) fn is_present_passive(words: &Words<'_>, place: usize) -> bool {
    let mut clause = words.clause(place);
    let has = |name: &[&str]| words.clause(place).any(|place| name.contains(&words.lower(place)));
    has(&["wird", "werden"]) && clause.any(|place| is_participle(words, place))
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
    let is_plan = |word: &str| {
        // "Die für Dienstag geplante Sitzung".
        let stem = ["en", "em", "er", "es", "e"].into_iter().find_map(|end| word.strip_suffix(end));
        PLANNED.contains(&word) || stem.is_some_and(|stem| PLANNED.contains(&stem))
    };
    is_led && words.clause(place).any(|place| is_plan(words.lower(place)))
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

/// What these words say, and whether in so many words.
fn of(words: &Words<'_>, places: std::ops::Range<usize>, at: usize) -> (Tense, bool) {
    if is_perfect(words, &places) {
        return (Tense::Past, true);
    }
    let (mut past, mut future, mut present) = (None, None, false);
    // What stands last before the date belongs to it.
    let last = |found: &mut Option<usize>, place: usize| {
        *found = Some(found.filter(|_| place > at).unwrap_or(place));
    };
    let has_participle = || places.clone().any(|place| is_participle(words, place));
    for place in places.clone() {
        let lower = words.lower(place);
        let is_verb_form = !words.is_capital(place) || words.begins_sentence(place);
        if words.knows(German) && is_verb_form {
            // "Wird" and "wurde" beside a participle are passives of their own tense.
            if GERMAN_FUTURE.contains(&lower) {
                last(&mut future, place);
            }
            present |= GERMAN_PRESENT.contains(&lower);
            let is_past = is_strong_preterite(lower)
                || matches!(lower, "hat" | "haben" | "habe") && has_participle()
                || !words.is_capital(place) && is_weak_preterite(words, place);
            if is_past {
                last(&mut past, place);
            }
        }
        if words.knows(English) && is_verb_form {
            if ENGLISH_FUTURE.iter().any(|phrase| words.phrase(place, phrase).is_some()) {
                last(&mut future, place);
            }
            if ENGLISH_PAST.contains(&lower) || lower.len() > 4 && lower.ends_with("ed") {
                last(&mut past, place);
            }
        }
    }
    match (past, future) {
        (Some(past), Some(future)) if words.knows(English) && future < past && past < at => {
            (Tense::Past, true)
        }
        (_, Some(_)) => (Tense::Future, true),
        (Some(_), None) => (Tense::Past, true),
        (None, None) if present => (Tense::Future, false),
        (None, None) => (Tense::Open, false),
    }
}

/// Whether a word is the preterite of a strong verb, possibly with a part before it: `gab`, `vergab`, `preisgab`.
fn is_strong_preterite(word: &str) -> bool {
    const PARTS: &[&str] = &[
        "ab", "an", "auf", "aus", "be", "bei", "durch", "ein", "ent", "er", "fest", "frei", "her", "hin",
        "los", "mit", "nach", "preis", "statt", "teil", "um", "unter", "ver", "vor", "weg", "weiter",
        "wider", "wieder", "zer", "zu", "zurück", "zusammen", "über",
    ];
    GERMAN_PAST.contains(&word)
        || PARTS.iter().filter_map(|part| word.strip_prefix(part)).any(|rest| {
            rest.len() > 2
                && !matches!(rest, "war" | "waren" | "sah" | "lag" | "bot")
                && GERMAN_PAST.contains(&rest)
        })
}

/// Whether a word is the preterite of a weak verb: `sagte`, `machten`, but not in "die geplante Sitzung".
fn is_weak_preterite(words: &Words<'_>, place: usize) -> bool {
    const BEFORE_NOUNS: &[&str] = &[
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein",
        "keine", "für", "mit", "im", "am", "vom", "zum", "zur", "beim", "neue", "neuen", "als", "ihre",
        "seine", "diese", "dieser", "alle", "viele",
    ];
    let lower = words.lower(place);
    let ends_so = lower.len() > 4 && (lower.ends_with("te") || lower.ends_with("ten")) && is_preterite(lower);
    let is_before_noun = words.is_letters(place + 1)
        && words.is_capital(place + 1)
        && BEFORE_NOUNS.contains(&words.lower_before(place));
    ends_so && !is_before_noun
}

/// Whether a word says what has been done: `genutzt`, `aufgenommen`, `verkauft`.
fn is_participle(words: &Words<'_>, place: usize) -> bool {
    const OTHERS: &[&str] = &[
        "geben",
        "gehen",
        "gelten",
        "gehören",
        "gewinnen",
        "genießen",
        "geschehen",
        "gelingen",
        "gestalten",
        "genügen",
        "gelangen",
        "gegen",
        "gestern",
        "genannten",
        "gesamten",
        "gesamt",
        "gerecht",
        "gut",
        "erst",
        "ersten",
        "erneut",
        "bereit",
        "bekannt",
        "bestimmt",
        "vergangenen",
        "einen",
        "beiden",
        "besten",
        "übrigen",
        "überhaupt",
        "unten",
        "verschiedenen",
    ];
    const SEPARATE: &[&str] = &[
        "ab", "an", "auf", "aus", "bei", "durch", "ein", "fest", "frei", "her", "hin", "mit", "nach",
        "statt", "teil", "um", "vor", "weg", "weiter", "wieder", "zu", "zurück", "zusammen",
    ];
    const KEPT: &[&str] = &["be", "ver", "er", "ent", "zer", "über", "unter"];
    let lower = words.lower(place);
    let is_long = lower.len() > 5 && (lower.ends_with('t') || lower.ends_with("en"));
    if !is_long || words.is_capital(place) || OTHERS.contains(&lower) {
        return false;
    }
    let is_one = lower.starts_with("ge")
        || lower.ends_with("iert")
        || SEPARATE.iter().any(|part| lower.strip_prefix(part).is_some_and(|rest| rest.starts_with("ge")))
        // Of these the infinitive ends in "en", too.
        || KEPT.iter().any(|part| lower.starts_with(part)) && (lower.ends_with('t') || lower.contains("oss"));
    is_one && !(words.is_letters(place + 1) && words.is_capital(place + 1))
}

/// Whether a word that ends as a preterite does may be one.
fn is_preterite(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "heute",
        "seite",
        "weite",
        "breite",
        "letzte",
        "letzten",
        "erste",
        "ersten",
        "zweite",
        "zweiten",
        "dritte",
        "dritten",
        "vierte",
        "vierten",
        "beste",
        "besten",
        "meisten",
        "leute",
        "unten",
        "könnte",
        "könnten",
        "mitten",
        "hätte",
        "hätten",
        "müsste",
        "müssten",
        "bräuchte",
        "bräuchten",
        "möchte",
        "möchten",
        "dürfte",
        "dürften",
        "sollten",
        "rote",
        "roten",
        "alte",
        "alten",
        "gute",
        "guten",
        "bekannte",
        "bekannten",
        "beliebte",
        "beliebten",
        "gesamte",
        "gesamten",
        "selten",
        "rechte",
        "rechten",
        "echte",
        "echten",
        "konkrete",
        "konkreten",
        "leichte",
        "leichten",
        "harte",
        "harten",
    ];
    /// What the present and the infinitive of verbs end in whose stem ends in a `t`.
    const OF_THE_PRESENT: &[&str] = &[
        "starten",
        "arbeiten",
        "halten",
        "bieten",
        "treten",
        "gelten",
        "warten",
        "leisten",
        "kosten",
        "testen",
        "achten",
        "leiten",
        "richten",
        "raten",
        "bitten",
        "reiten",
        "streiten",
        "schalten",
        "walten",
        "falten",
        "stalten",
        "deuten",
        "beuten",
        "listen",
        "rüsten",
        "fürchten",
        "pachten",
        "schichten",
        "nichten",
        "breiten",
        "weiten",
        "läuten",
        "mieten",
        "bluten",
        "fluten",
        "posten",
        "fasten",
        "rasten",
        "lasten",
        "tasten",
        "trachten",
        "braten",
        "heiraten",
        "betten",
        "retten",
        "stiften",
        "haften",
        "haupten",
        "spalten",
        "müten",
        "hüten",
        "antworten",
        "werten",
        "orten",
    ];
    let is_other = OTHERS.contains(&word) || OF_THE_PRESENT.iter().any(|end| word.ends_with(end));
    !is_other && !word.ends_with("sten")
}
