//! Words of the format: keys that mean the same in every table, and the values a key may have.

use crate::dossier::{Assessment, Picture, Qualifier, SeriesKind, StopPanel, SuggestionKind};

/// The keys that hold quotations.
pub(crate) const QUOTATION_KEYS: [&str; 4] = ["anchors", "mentions", "candidate_for", "near"];

/// The keys with words of the sentence that the same table quotes under `anchors`.
pub(crate) const SENTENCE_KEYS: [&str; 2] = ["hedge", "attribution"];

/// The words of a list of words and their meanings.
pub(crate) const fn words<T, const N: usize>(pairs: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = pairs[at].0;
        at += 1;
    }
    words
}

/// CSL's item types (1.0.2).
pub(crate) const SOURCE_TYPES: [&str; 45] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
];

/// The kinds of actors.
pub(crate) const ACTOR_KINDS: [&str; 12] = [
    "company",
    "government",
    "agency",
    "parliament",
    "court",
    "party",
    "organisation",
    "person",
    "place",
    "product",
    "medium",
    "group",
];

/// The kinds of events.
pub(crate) const EVENT_KINDS: [&str; 9] = [
    "control",
    "relaxation",
    "mandate",
    "guidance",
    "enforcement",
    "report",
    "decision",
    "statement",
    "other",
];

/// How a claim can be assessed.
pub(crate) const ASSESSMENTS: [(&str, Assessment); 4] = [
    ("borne-out", Assessment::BorneOut),
    ("qualified", Assessment::Qualified),
    ("contradicted", Assessment::Contradicted),
    ("open", Assessment::Open),
];

/// The words alone.
pub(crate) const ASSESSMENT_WORDS: [&str; ASSESSMENTS.len()] = words(&ASSESSMENTS);

/// What the values of a series can be.
pub(crate) const SERIES_KINDS: [(&str, SeriesKind); 3] =
    [("stock", SeriesKind::Stock), ("flow", SeriesKind::Flow), ("list", SeriesKind::List)];

/// The words alone.
pub(crate) const SERIES_KIND_WORDS: [&str; SERIES_KINDS.len()] = words(&SERIES_KINDS);

/// How a value can be meant.
pub(crate) const QUALIFIERS: [(&str, Qualifier); 7] = [
    ("exact", Qualifier::Exact),
    ("about", Qualifier::About),
    ("rounded", Qualifier::Rounded),
    ("more-than", Qualifier::MoreThan),
    ("at-least", Qualifier::AtLeast),
    ("up-to", Qualifier::UpTo),
    ("forecast", Qualifier::Forecast),
];

/// The words alone.
pub(crate) const QUALIFIER_WORDS: [&str; QUALIFIERS.len()] = words(&QUALIFIERS);

/// What suggestions are of.
pub(crate) const SUGGESTION_KINDS: [(&str, SuggestionKind); 5] = [
    ("leftover", SuggestionKind::Leftover),
    ("name", SuggestionKind::Name),
    ("attributed", SuggestionKind::Attributed),
    ("time", SuggestionKind::Time),
    ("figure", SuggestionKind::Figure),
];

/// The words alone.
pub(crate) const SUGGESTION_WORDS: [&str; SUGGESTION_KINDS.len()] = words(&SUGGESTION_KINDS);

/// What can be decided of them, and whether they are accepted by it.
pub(crate) const DECISIONS: [(&str, bool); 2] = [("accepted", true), ("rejected", false)];

/// The words alone.
pub(crate) const DECISION_WORDS: [&str; DECISIONS.len()] = words(&DECISIONS);

/// The panels by the words of files.
pub(crate) const PANELS: [(&str, StopPanel); 5] = [
    ("article", StopPanel::Article),
    ("actors", StopPanel::Actors),
    ("timeline", StopPanel::Timeline),
    ("trend", StopPanel::Trend),
    ("claims", StopPanel::Claims),
];

/// The pictures of stops by the words of files.
pub(crate) const PICTURES: [(&str, Picture); 9] = [
    ("words", Picture::Words),
    ("figure", Picture::Figure),
    ("chart", Picture::Chart),
    ("overview", Picture::Overview),
    ("map", Picture::Map),
    ("lanes", Picture::Lanes),
    ("score", Picture::Score),
    ("sources", Picture::Sources),
    ("gaps", Picture::Gaps),
];

/// The words alone.
pub(crate) const PICTURE_WORDS: [&str; PICTURES.len()] = words(&PICTURES);

/// The views of the trend that are not a series'.
pub(crate) const TREND_VIEWS: [&str; 2] = ["overview", "map"];

/// The views of a panel, the usual one first.
pub(crate) const fn views(panel: StopPanel) -> &'static [&'static str] {
    match panel {
        StopPanel::Article => &["original", "both"],
        StopPanel::Actors => &["prominent", "all"],
        StopPanel::Timeline => &["prominent", "all", "lanes"],
        StopPanel::Trend => &TREND_VIEWS,
        StopPanel::Claims => &["list", "compare", "score"],
    }
}

/// The words alone.
pub(crate) const PANEL_WORDS: [&str; PANELS.len()] = words(&PANELS);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::language::Language;
    use crate::look::signs;
    use crate::protocol::names::{event_kind, short_event_kind, source_kind};

    #[test]
    fn every_kind_of_event_has_a_sign_and_words() {
        for kind in EVENT_KINDS {
            assert_eq!(signs::EVENT_KINDS[signs::place_of_event_kind(kind)].0, kind);
            assert_ne!(event_kind(Language::De, kind), event_kind(Language::En, kind));
            let [long, short] = [event_kind(Language::De, kind), short_event_kind(Language::De, kind)];
            assert!(short.chars().count() <= long.chars().count(), "{short}");
        }
    }

    #[test]
    fn every_kind_of_publication_has_a_word() {
        for kind in SOURCE_TYPES {
            let (de, en) = (source_kind(Language::De, kind), source_kind(Language::En, kind));
            assert!(de.contains(char::is_uppercase), "{kind}: {de}");
            assert!(!en.contains(['_', '-']), "{kind}: {en}");
        }
    }
}
