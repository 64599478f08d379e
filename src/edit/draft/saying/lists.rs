//! Words by which somebody is said to say something, and those that stand around the name of who it is.

/// English verbs of saying that have the speaker beside them. Those that may have somebody else there are left out: "told Nvidia".
pub(super) const ENGLISH_VERBS: [&str; 20] = [
    "said",
    "says",
    "stated",
    "argued",
    "argues",
    "insisted",
    "insists",
    "asserted",
    "announced",
    "warned",
    "warns",
    "acknowledged",
    "conceded",
    "testified",
    "noted",
    "wrote",
    "writes",
    "reported",
    "claimed",
    "estimates",
];

/// German ones.
pub(super) const GERMAN_VERBS: [&str; 36] = [
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
pub(super) const AUXILIARIES: [&str; 22] = [
    "wird", "werden", "wurde", "wurden", "worden", "ist", "sind", "war", "waren", "hat", "haben", "hatte",
    "hatten", "habe", "sei", "seien", "werde", "hätte", "hätten", "wäre", "wären", "gilt",
];

/// Articles and the like that only objects have: the first of them no subject ever has.
pub(super) const OBJECT_FORMS: [&str; 27] = [
    "den", "dem", "einen", "einem", "keinen", "keinem", "diesen", "diesem", "jeden", "jedem", "seinen",
    "seinem", "ihren", "ihrem", "unseren", "unserem", "deren", "ihn", "ihm", "ihnen", "sich", "mich", "mir",
    "uns", "jenen", "jenem", "zum",
];

/// Words for when and where that a German clause begins with, before its verb.
pub(super) const FRONTED: [&str; 63] = [
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

/// Words that come before the one that begins what is put in: "with whom", "bei dem".
pub(super) const BEFORE_RELATIVE: [&str; 12] =
    ["wo", "bei", "in", "an", "mit", "von", "für", "aus", "zu", "with", "of", "from"];

/// German words after which the speaker comes.
pub(super) const GERMAN_LEADING: [&str; 17] = [
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

/// English ones.
pub(super) const ENGLISH_LEADING: [&str; 2] = ["according to", "in the words of"];

/// Words before `auf` and what somebody relies on.
pub(super) const RELYING: [&str; 3] = ["beruft sich", "berief sich", "unter berufung"];

/// Words that are complete, and may name after `aus` who says so.
pub(super) const IMPERSONAL: [&str; 2] = ["hieß es", "heißt es"];

/// Words that a clause begins with before the name of who says something.
pub(super) const CLAUSE_OPENERS: [&str; 20] = [
    "and", "but", "as", "while", "und", "aber", "doch", "wie", "auch", "also", "however", "later", "then",
    "dass", "that", "because", "weil", "während", "denn", "whereas",
];

/// Those of them after which nothing of the clause before goes on.
pub(super) const SUBORDINATING: [&str; 10] =
    ["as", "while", "wie", "dass", "that", "because", "weil", "während", "denn", "whereas"];

/// Words that may stand after the name of who said something: the name is whole before them.
pub(super) const AFTER_NAME: [&str; 28] = [
    "dem",
    "in",
    "on",
    "at",
    "am",
    "im",
    "an",
    "auf",
    "bei",
    "zu",
    "vor",
    "gegenüber",
    "yesterday",
    "today",
    "gestern",
    "heute",
    "nach",
    "unter",
    "last",
    "this",
    "mit",
    "when",
    "after",
    "during",
    "earlier",
    "later",
    "recently",
    "tomorrow",
];

/// Articles, pronouns of possession, numbers.
pub(super) const DETERMINERS: [&str; 27] = [
    "the", "a", "an", "its", "his", "her", "their", "our", "two", "three", "four", "several", "some", "many",
    "der", "die", "das", "dem", "den", "des", "ein", "zwei", "drei", "vier", "mehrere", "ihr", "sein",
];

/// Articles that are no part of who is meant.
pub(super) const DEFINITE: [&str; 7] = ["the", "der", "die", "das", "dem", "den", "des"];

/// Pronouns, and words for nobody: they name no one.
pub(super) const NO_NAMES: [&str; 47] = [
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "him",
    "them",
    "us",
    "that",
    "this",
    "these",
    "those",
    "what",
    "who",
    "whom",
    "which",
    "nobody",
    "no",
    "neither",
    "none",
    "er",
    "sie",
    "es",
    "wir",
    "ich",
    "man",
    "uns",
    "ihnen",
    "ihm",
    "niemand",
    "kein",
    "keine",
    "keiner",
    "keinem",
    "viele",
    "andere",
    "jener",
    "jene",
    "wer",
    "whoever",
    "everyone",
    "everybody",
    "anyone",
    "anybody",
    "jeder",
];

/// Words of a statement: with one of them it is no name alone.
pub(super) const VERB_FORMS: [&str; 32] = [
    "and", "or", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would",
    "could", "can", "may", "might", "must", "shall", "should", "do", "does", "did", "not", "to", "if",
    "when", "because", "although", "there", "asked",
];

/// Words between a name and its verb that change nothing.
pub(super) const BEFORE_VERB: [&str; 9] =
    ["has", "have", "had", "also", "later", "then", "previously", "repeatedly", "recently"];

/// Words that lead from a noun to another, which is not who is meant.
pub(super) const PREPOSITIONS: [&str; 19] = [
    "of", "for", "at", "from", "with", "in", "on", "by", "to", "about", "familiar", "close", "who", "that",
    "which", "against", "near", "behind", "inside",
];

/// Words with which a sentence goes on after what somebody says is over.
pub(super) const CONJUNCTIONS: [&str; 8] =
    ["but", "because", "although", "while", "when", "if", "whereas", "though"];

/// The words that begin what is put in after a name.
pub(super) const RELATIVE: [&str; 7] = ["which", "who", "whose", "dessen", "deren", "welche", "welcher"];

/// What German words for an office or a trade end in: before a name of one word they are no first name.
pub(super) const GERMAN_TITLES: &[&str] = &[
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
];

/// English ones, as they begin with a capital before a name.
pub(super) const ENGLISH_TITLES: [&str; 33] = [
    "executive",
    "officer",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "leader",
    "head",
    "commissioner",
    "detective",
    "boss",
    "editor",
    "president",
    "minister",
    "mayor",
    "chief",
    "chairman",
    "chairwoman",
    "chair",
    "director",
    "dr",
    "mr",
    "mrs",
    "ms",
    "professor",
    "prof",
    "senator",
    "councillor",
    "judge",
    "secretary",
    "chancellor",
    "governor",
    "sir",
    "captain",
];

/// Verbs that have only their subject before them, and whom they tell it after them.
pub(super) const TOLD: [&str; 2] = ["told", "tells"];

/// German verbs of saying that are such with and without their particle.
pub(super) const WITHOUT_PARTICLE: [&str; 3] = ["mahnte", "mahnten", "mahnt"];

/// German verbs beside which an infinitive stands.
pub(super) const MODALS: [&str; 27] = [
    "kann", "können", "konnte", "konnten", "könnte", "könnten", "muss", "müssen", "musste", "mussten",
    "müsste", "müssten", "soll", "sollen", "sollte", "sollten", "will", "wollen", "wollte", "wollten",
    "darf", "dürfen", "dürfte", "würde", "würden", "lässt", "lassen",
];

/// What a German participle may begin with before its `ge`.
pub(super) const PARTICLES: [&str; 14] = [
    "mit", "an", "ein", "zu", "hin", "hinzu", "zurück", "vor", "klar", "bekannt", "hervor", "fest", "ab",
    "aus",
];

/// German verbs that say no more than that something is said: with a denial nobody says it.
pub(super) const PLAIN_SAYING: [&str; 24] = [
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
pub(super) const GERMAN_DENIALS: [&str; 5] = ["nicht", "nichts", "keine", "keinen", "kein"];

/// What an English verb of saying has after it where nobody says anything.
pub(super) const NOTHING: [&str; 3] = ["nothing", "no", "little"];

/// German words that ask who or what.
pub(super) const QUESTIONS: [&str; 10] =
    ["wer", "was", "wie", "warum", "wann", "wo", "weshalb", "wieso", "welche", "welcher"];

/// What a German noun may have before it, of the words that stand before many.
pub(super) const GERMAN_DETERMINERS: [&str; 48] = [
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "mein",
    "meine", "dein", "deine", "sein", "seine", "seiner", "seinen", "ihr", "ihre", "ihren", "ihrer", "ihrem",
    "unser", "unsere", "kein", "keine", "dieser", "diese", "dieses", "diesen", "diesem", "jener", "jene",
    "jede", "jeder", "jedes", "alle", "beide", "mehrere", "viele", "einige", "manche", "einzelne", "neue",
    "weitere",
];

/// The words that begin a German relative clause.
pub(super) const GERMAN_RELATIVE: [&str; 6] = ["der", "die", "das", "welche", "welcher", "welches"];

/// English words before which, or with which, no subject stands alone: there is another clause, or a condition.
pub(super) const NO_SUBJECT: [&str; 25] = [
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "so",
    "where",
    "why",
    "how",
    "what",
    "when",
    "after",
    "before",
    "until",
    "since",
    "unless",
    "whether",
    "once",
    "comes",
    "came",
    "explaining",
    "never",
    "hardly",
];

/// What German adverbs end in, and nouns hardly.
pub(super) const ADVERB_ENDS: [&str; 6] = ["lich", "erweise", "falls", "seits", "mals", "dings"];

/// English verbs beside which another stands.
pub(super) const ENGLISH_AUXILIARIES: [&str; 12] =
    ["is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may"];

/// German nouns for what somebody has said or found out: alone they name nobody.
pub(super) const SOURCES: [&str; 8] =
    ["angaben", "zahlen", "informationen", "berichten", "bericht", "schätzungen", "berechnungen", "daten"];
