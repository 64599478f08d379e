//! German words by which somebody is said to say something, and those around the name of who it is.

/// German verbs of saying that have the speaker beside them.
pub(crate) const GERMAN_VERBS: [&str; 36] = [
    "sagte",
    "sagten",
    "sagt",
    "meinte",
    "meinten",
    "erklärte",
    "erklärten",
    "betonte",
    "betonten",
    "berichtete",
    "berichteten",
    "berichtet",
    "berichten",
    "schrieb",
    "schrieben",
    "schreibt",
    "meldete",
    "meldeten",
    "meldet",
    "warnte",
    "warnten",
    "behauptete",
    "behaupteten",
    "urteilte",
    "bestätigte",
    "bestätigten",
    "nannte",
    "nannten",
    "nennt",
    "teilte",
    "teilten",
    "teilt",
    "kündigte",
    "kündigten",
    "gab an",
    "räumte ein",
];

/// Verbs beside which a participle stands.
pub(crate) const AUXILIARIES: [&str; 22] = [
    "wird", "werden", "wurde", "wurden", "worden", "ist", "sind", "war", "waren", "hat", "haben", "hatte",
    "hatten", "habe", "sei", "seien", "werde", "hätte", "hätten", "wäre", "wären", "gilt",
];

/// Articles and the like that only objects have: the first of them no subject ever has.
pub(crate) const OBJECT_FORMS: [&str; 27] = [
    "den", "dem", "einen", "einem", "keinen", "keinem", "diesen", "diesem", "jeden", "jedem", "seinen",
    "seinem", "ihren", "ihrem", "unseren", "unserem", "deren", "ihn", "ihm", "ihnen", "sich", "mich", "mir",
    "uns", "jenen", "jenem", "zum",
];

/// Words for when and where that a German clause begins with, before its verb.
pub(crate) const FRONTED: [&str; 63] = [
    "mit",
    "trotz",
    "wegen",
    "ohne",
    "gegen",
    "durch",
    "für",
    "um",
    "ab",
    "unter",
    "über",
    "zwischen",
    "neben",
    "hinter",
    "dank",
    "von",
    "aus",
    "innerhalb",
    "außerhalb",
    "insgesamt",
    "infolge",
    "damit",
    "am",
    "im",
    "in",
    "auf",
    "bei",
    "vor",
    "nach",
    "seit",
    "während",
    "gegenüber",
    "zu",
    "zum",
    "zur",
    "beim",
    "zuletzt",
    "zuvor",
    "später",
    "dort",
    "hier",
    "dazu",
    "darauf",
    "daraufhin",
    "deshalb",
    "zugleich",
    "gleichzeitig",
    "zudem",
    "außerdem",
    "allerdings",
    "jedoch",
    "dennoch",
    "trotzdem",
    "dagegen",
    "auch",
    "so",
    "gestern",
    "heute",
    "schon",
    "bereits",
    "nun",
    "jetzt",
    "an",
];

/// German words after which the speaker comes.
pub(crate) const GERMAN_LEADING: [&str; 17] = [
    "laut",
    "so",
    "nach angaben",
    "nach auffassung",
    "nach darstellung",
    "nach ansicht",
    "nach einschätzung",
    "nach meinung",
    "nach aussage",
    "nach aussagen",
    "nach informationen",
    "nach berichten",
    "nach schätzung",
    "nach schätzungen",
    "nach recherchen",
    "nach einem bericht",
    "aus sicht",
];

/// Words before `auf` and what somebody relies on.
pub(crate) const RELYING: [&str; 3] = ["beruft sich", "berief sich", "unter berufung"];

/// Words that are complete, and may name after `aus` who says so.
pub(crate) const IMPERSONAL: [&str; 2] = ["hieß es", "heißt es"];

/// What German words for an office or a trade end in: before a name of one word they are no first name.
pub(crate) const GERMAN_TITLES: &[&str] = &[
    "manager",
    "managerin",
    "geschäftsführer",
    "geschäftsführerin",
    "gründer",
    "gründerin",
    "senator",
    "senatorin",
    "forscher",
    "forscherin",
    "experte",
    "expertin",
    "politiker",
    "politikerin",
    "beauftragte",
    "beauftragter",
    "kommissar",
    "kommissarin",
    "analyst",
    "analystin",
    "ökonom",
    "ökonomin",
    "trainer",
    "trainerin",
    "chef",
    "chefin",
    "sprecher",
    "sprecherin",
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "leiter",
    "leiterin",
    "direktor",
    "direktorin",
    "meister",
    "meisterin",
    "vorsitzende",
    "vorsitzender",
    "abgeordnete",
    "abgeordneter",
    "kanzler",
    "kanzlerin",
    "anwalt",
    "anwältin",
    "professor",
    "professorin",
    "herr",
    "frau",
    "dr",
    "hersteller",
    "betreiber",
    "anbieter",
    "lieferant",
    "konzern",
    "unternehmen",
    "firma",
    "mutter",
    "tochter",
    "reederei",
    "verband",
    "zeitung",
    "kritiker",
    "kritikerin",
];

/// German verbs of saying that are such with and without their particle.
pub(crate) const WITHOUT_PARTICLE: [&str; 3] = ["mahnte", "mahnten", "mahnt"];

/// German verbs beside which an infinitive stands.
pub(crate) const MODALS: [&str; 27] = [
    "kann", "können", "konnte", "konnten", "könnte", "könnten", "muss", "müssen", "musste", "mussten",
    "müsste", "müssten", "soll", "sollen", "sollte", "sollten", "will", "wollen", "wollte", "wollten",
    "darf", "dürfen", "dürfte", "würde", "würden", "lässt", "lassen",
];

/// What a German participle may begin with before its `ge`.
pub(crate) const PARTICLES: [&str; 14] = [
    "mit", "an", "ein", "zu", "hin", "hinzu", "zurück", "vor", "klar", "bekannt", "hervor", "fest", "ab",
    "aus",
];

/// German verbs that say no more than that something is said: with a denial nobody says it.
pub(crate) const PLAIN_SAYING: [&str; 24] = [
    "sagte",
    "sagten",
    "sagt",
    "erklärte",
    "erklärten",
    "erklärt",
    "äußerte",
    "äußerten",
    "äußert",
    "bestätigte",
    "bestätigten",
    "bestätigt",
    "berichtete",
    "berichteten",
    "berichtet",
    "schrieb",
    "schrieben",
    "schreibt",
    "nannte",
    "nannten",
    "nennt",
    "teilte",
    "teilten",
    "teilt",
];

/// Words that deny a German verb.
pub(crate) const GERMAN_DENIALS: [&str; 5] = ["nicht", "nichts", "keine", "keinen", "kein"];

/// Units of time: "keine Stunde später" denies nothing.
pub(crate) const TIME_UNITS: [&str; 15] = [
    "sekunde",
    "sekunden",
    "minute",
    "minuten",
    "viertelstunde",
    "stunde",
    "stunden",
    "tag",
    "tage",
    "woche",
    "wochen",
    "monat",
    "monate",
    "jahr",
    "jahre",
];

/// Words for how many of those, after `keine`.
pub(crate) const TIME_NUMBERS: [&str; 13] = [
    "halbe", "halben", "halbes", "ganze", "ganzen", "ganzes", "zwei", "drei", "vier", "fünf", "sechs",
    "acht", "zehn",
];

/// Words after a unit of time with which it says when something was.
pub(crate) const AFTER_TIME: [&str; 11] =
    ["später", "danach", "darauf", "nach", "vor", "zuvor", "davor", "vorher", "früher", "nachdem", "bevor"];

/// Adverbs that may stand between a German verb and its subject: "sagt auch X".
pub(crate) const AFTER_GERMAN_VERB: [&str; 13] = [
    "auch",
    "nun",
    "dann",
    "später",
    "jetzt",
    "zudem",
    "außerdem",
    "dagegen",
    "hingegen",
    "dazu",
    "daraufhin",
    "heute",
    "gestern",
];

/// Words without a noun that `wie` may give examples of, as it does of a noun: "andere wie X".
pub(crate) const BEFORE_EXAMPLES: [&str; 6] = ["andere", "Andere", "viele", "Viele", "manche", "Manche"];

/// German words that ask who or what.
pub(crate) const QUESTIONS: [&str; 10] =
    ["wer", "was", "wie", "warum", "wann", "wo", "weshalb", "wieso", "welche", "welcher"];

/// What a German noun may have before it, of the words that stand before many.
pub(crate) const GERMAN_DETERMINERS: [&str; 48] = [
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "mein",
    "meine", "dein", "deine", "sein", "seine", "seiner", "seinen", "ihr", "ihre", "ihren", "ihrer", "ihrem",
    "unser", "unsere", "kein", "keine", "dieser", "diese", "dieses", "diesen", "diesem", "jener", "jene",
    "jede", "jeder", "jedes", "alle", "beide", "mehrere", "viele", "einige", "manche", "einzelne", "neue",
    "weitere",
];

/// The words that begin a German relative clause.
pub(crate) const GERMAN_RELATIVE: [&str; 6] = ["der", "die", "das", "welche", "welcher", "welches"];

/// What German adverbs end in, and nouns hardly.
pub(crate) const ADVERB_ENDS: [&str; 6] = ["lich", "erweise", "falls", "seits", "mals", "dings"];

/// German nouns for what somebody has said or found out: alone they name nobody.
pub(crate) const SOURCES: [&str; 8] =
    ["angaben", "zahlen", "informationen", "berichten", "bericht", "schätzungen", "berechnungen", "daten"];
