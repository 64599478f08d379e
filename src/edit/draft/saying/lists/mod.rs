//! Words by which somebody is said to say something, and those that stand around the name of who it is.

mod english;
mod german;

pub(super) use english::*;
pub(super) use german::*;

/// Words that come before the one that begins what is put in: "with whom", "bei dem".
pub(super) const BEFORE_RELATIVE: [&str; 12] =
    ["wo", "bei", "in", "an", "mit", "von", "für", "aus", "zu", "with", "of", "from"];

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

/// The words that begin what is put in after a name.
pub(super) const RELATIVE: [&str; 7] = ["which", "who", "whose", "dessen", "deren", "welche", "welcher"];
