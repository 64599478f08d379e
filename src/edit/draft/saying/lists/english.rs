//! English words by which somebody is said to say something, and those around the name of who it is.

/// English verbs of saying that have the speaker beside them. Those that may have somebody else there are left out: "told Nvidia".
pub(crate) const ENGLISH_VERBS: [&str; 20] = [
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

/// English words after which the speaker comes.
pub(crate) const ENGLISH_LEADING: [&str; 2] = ["according to", "in the words of"];

/// Words of a statement: with one of them it is no name alone.
pub(crate) const VERB_FORMS: [&str; 32] = [
    "and", "or", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would",
    "could", "can", "may", "might", "must", "shall", "should", "do", "does", "did", "not", "to", "if",
    "when", "because", "although", "there", "asked",
];

/// Words between a name and its verb that change nothing.
pub(crate) const BEFORE_VERB: [&str; 9] =
    ["has", "have", "had", "also", "later", "then", "previously", "repeatedly", "recently"];

/// Words that lead from a noun to another, which is not who is meant.
pub(crate) const PREPOSITIONS: [&str; 19] = [
    "of", "for", "at", "from", "with", "in", "on", "by", "to", "about", "familiar", "close", "who", "that",
    "which", "against", "near", "behind", "inside",
];

/// Words with which a sentence goes on after what somebody says is over.
pub(crate) const CONJUNCTIONS: [&str; 8] =
    ["but", "because", "although", "while", "when", "if", "whereas", "though"];

/// English words for an office or a trade, as they begin with a capital before a name.
pub(crate) const ENGLISH_TITLES: [&str; 33] = [
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
pub(crate) const TOLD: [&str; 2] = ["told", "tells"];

/// What an English verb of saying has after it where nobody says anything, if nothing follows that is said: "no ferry left".
pub(crate) const NOTHING: [&str; 3] = ["nothing", "no", "little"];

/// English words before which, or with which, no subject stands alone: there is another clause, or a condition.
pub(crate) const NO_SUBJECT: [&str; 25] = [
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

/// English verbs beside which another stands.
pub(crate) const ENGLISH_AUXILIARIES: [&str; 12] =
    ["is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may"];
