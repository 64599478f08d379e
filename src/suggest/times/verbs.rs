//! Verbs and their forms, as far as they say when something is.

use crate::suggest::words::Words;

/// What speaks of what is to come.
pub(super) const GERMAN_FUTURE: &[&str] = &[
    "will", "wollen", "wird", "werden", "soll", "sollen", "plant", "planen", "möchte", "möchten", "werde",
    "solle", "könne", "müsse", "wolle", "dürfte", "dürften", "sollten", "könnte", "könnten",
];

/// Of what is to come German often speaks in the present; beside a verb of the past they tell nothing.
pub(super) const GERMAN_PRESENT: &[&str] = &[
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
pub(super) const PLANNED: &[&str] = &[
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

/// Preterites of strong verbs, and participles that say the same.
pub(super) const GERMAN_PAST: &[&str] = &[
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

/// What speaks of what is to come, in one word or several.
pub(super) const ENGLISH_FUTURE: &[&str] = &[
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

/// Preterites that do not end in "ed", and what is made with them.
pub(super) const ENGLISH_PAST: &[&str] = &[
    "was", "were", "had", "has", "have", "did", "said", "told", "began", "fell", "rose", "met", "held",
    "came", "went", "took", "made", "gave", "found", "won", "lost", "sold", "sent", "wrote", "saw", "got",
    "broke", "struck", "shut", "cut", "put", "set", "hit", "led", "left", "paid", "ran", "stood", "spoke",
    "became", "bought", "brought", "built", "chose", "drew", "drove", "felt", "flew", "grew", "kept", "knew",
    "laid", "lay", "meant", "read", "sat", "showed", "shook", "sought", "spent", "threw", "withdrew",
];

/// Whether a word is the preterite of a strong verb, possibly with a part before it: `gab`, `vergab`, `preisgab`.
pub(super) fn is_strong_preterite(word: &str) -> bool {
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
pub(super) fn is_weak_preterite(words: &Words<'_>, place: usize) -> bool {
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
pub(super) fn is_participle(words: &Words<'_>, place: usize) -> bool {
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

/// Whether an English word is a verb in the past, or may be.
pub(super) fn is_english_past(word: &str) -> bool {
    /// Words that end as such verbs do, and are none.
    const NO_VERBS: &[&str] = &[
        "hundred", "indeed", "proceed", "exceed", "succeed", "speed", "breed", "bleed", "greed", "sacred",
        "naked",
    ];
    ENGLISH_PAST.contains(&word) || word.len() > 4 && word.ends_with("ed") && !NO_VERBS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_all_that_ends_like_the_past_is_past() {
        for (word, is_past) in
            [("agreed", true), ("said", true), ("hundred", false), ("indeed", false), ("red", false)]
        {
            assert_eq!(is_english_past(word), is_past, "{word}");
        }
    }
}
