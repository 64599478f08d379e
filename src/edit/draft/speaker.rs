//! Whom the article has something from, where a sentence leaves no doubt of it.

use std::ops::Range;

use crate::dossier::anchor::Index;
use crate::dossier::{Dossier, Id};
use crate::load::sentence_of;
use crate::text::cues::{CueKind, CueLanguage, cues};

/// Verbs of saying that have the speaker beside them. Those that may have somebody else there are left out: "told Nvidia".
const VERBS: [&str; 44] = [
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
];

/// Words after which the speaker comes.
const LEADING: [&str; 7] =
    ["laut", "according to", "in the words of", "so", "nach Angaben", "nach Auffassung", "nach Darstellung"];

/// Words that may stand before a name without making it another's: articles, and what a clause begins with.
const BEFORE_NAME: [&str; 24] = [
    "the", "a", "an", "der", "die", "das", "dem", "den", "and", "but", "as", "while", "und", "aber", "doch",
    "wie", "auch", "von", "also", "however", "later", "then", "dass", "that",
];

/// Words that may stand after the name of who said something: the name is whole before them.
const AFTER_NAME: [&str; 20] = [
    "in",
    "on",
    "at",
    "in",
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
];

/// The actor who says what the sentence of these words says: named by the only verb of saying in it, or right after `laut` and the
/// like. None where another could be meant.
pub fn speaker(dossier: &Dossier, words: &Range<usize>) -> Option<Id> {
    let article = &dossier.article;
    let index = Index::new(&article.text, article.text_blocks().map(|block| block.range.clone()));
    let whole = sentence_of(article, words);
    let place = index.folded_range(&whole);
    let sentence = index.text().get(place.clone())?;
    let first = dossier.mentions.partition_point(|mention| mention.passage.start < whole.start);
    let inside = dossier.mentions[first..].iter().take_while(|mention| mention.passage.start < whole.end);
    let names: Vec<(Range<usize>, &Id)> = inside
        .filter(|mention| !mention.inferred && mention.passage.end <= whole.end)
        .map(|mention| {
            let name = index.folded_range(&mention.passage);
            (name.start - place.start..name.end - place.start, &mention.actor)
        })
        .collect();
    let mut speakers: Vec<&Id> = Vec::new();
    for cue in cues(sentence, CueLanguage::of_tag(article.language.primary())) {
        if cue.kind != CueKind::Attribution {
            continue;
        }
        let Some(role) = Role::of(&sentence[cue.range.clone()]) else { continue };
        let own = names.iter().filter(|(name, _)| role.is_beside(sentence, &cue.range, name));
        let before = speakers.len();
        speakers.extend(own.map(|(_, actor)| actor));
        // Somebody says something here, and it cannot be seen who.
        if speakers.len() == before {
            return None;
        }
    }
    let only = *speakers.first()?;
    speakers.iter().all(|other| *other == only).then(|| only.clone())
}

/// Where words that attribute something have the speaker.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Verb,
    Leading,
    /// `zufolge`.
    Trailing,
}

impl Role {
    fn of(cue: &str) -> Option<Self> {
        let is = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(cue));
        match () {
            () if is(&VERBS) => Some(Self::Verb),
            () if is(&LEADING) => Some(Self::Leading),
            () if cue == "zufolge" => Some(Self::Trailing),
            () => None,
        }
    }

    /// Whether a name stands where the speaker does, and is all that stands there.
    fn is_beside(self, sentence: &str, cue: &Range<usize>, name: &Range<usize>) -> bool {
        if name.end <= cue.start {
            let is_next = sentence[name.end..cue.start].trim().is_empty();
            self != Self::Leading && is_next && begins_clause(&sentence[..name.start])
        } else if name.start >= cue.end {
            let may_follow = match self {
                Self::Verb => is_after_speech(&sentence[..cue.start]),
                Self::Leading => true,
                Self::Trailing => false,
            };
            let between = sentence[cue.end..name.start].split_whitespace();
            may_follow && between.into_iter().all(is_before_name) && ends_name(&sentence[name.end..])
        } else {
            false
        }
    }
}

fn is_before_name(word: &str) -> bool {
    BEFORE_NAME.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a clause begins here, apart from an article and the like: no "critics of" comes before.
fn begins_clause(before: &str) -> bool {
    let clause =
        before.rfind(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '-' | '’' | '\''));
    let clause = clause.map_or(before, |at| before[at..].trim_start_matches(|c: char| !c.is_alphanumeric()));
    before.ends_with(|c: char| !c.is_alphanumeric() && c != '-')
        && clause.split_whitespace().all(is_before_name)
        || before.is_empty()
}

/// Whether what was said stands before the verb: after it somebody else could be named.
fn is_after_speech(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with([',', '“', '”', '"', '«', '»', '‘', '’', '?', '!'])
        || matches!(before.trim_start(), "Das" | "Dies" | "So" | "Davon" | "Darüber")
}

/// Whether nothing goes on with a name that ends here, as in "Nvidia chief Huang".
fn ends_name(after: &str) -> bool {
    let Some(first) = after.chars().next() else { return true };
    let is_mark =
        matches!(first, ',' | '.' | ';' | ':' | '!' | '?' | ')' | '“' | '”' | '"' | '«' | '»' | '–' | '—');
    let next = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    is_mark
        || first.is_whitespace()
            && (AFTER_NAME.contains(&next)
                || after.trim_start().starts_with(['–', '—', '(', '“', '„'])
                || after.trim().is_empty())
}
