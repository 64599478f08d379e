//! What a report can find, each with an id that does not change. `assets/format.md` says what each means.

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Grade {
    /// Listed when asked for; it is no problem.
    Note,
    /// Does not fail the check unless it is strict.
    Warning,
    /// The dossier opens, what is concerned is marked.
    Error,
    /// There is nothing to open.
    Fatal,
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Grade::Note => "note",
            Grade::Warning => "warning",
            Grade::Error => "error",
            Grade::Fatal => "fatal",
        })
    }
}

macro_rules! rules {
    ($($name:ident = $id:literal, $grade:ident;)*) => {
        /// What a dossier can be reported for. What each rule means, and what to do, stands in `assets/format.md`.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Rule {
            $(#[doc = concat!("`", $id, "`")] $name,)*
        }

        impl Rule {
            /// Every rule, in the order of the reference.
            pub const ALL: &[Rule] = &[$(Rule::$name),*];

            /// What it is called: `anchor-lost`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Rule::$name => $id,)*
                }
            }

            /// How bad it is to break it.
            pub fn grade(self) -> Grade {
                match self {
                    $(Rule::$name => Grade::$grade,)*
                }
            }
        }
    };
}

rules! {
    // The files.
    PathUnusable = "path-unusable", Fatal;
    DossierMissing = "dossier-missing", Fatal;
    FileUnreadable = "file-unreadable", Fatal;
    TomlInvalid = "toml-invalid", Fatal;
    FileIgnored = "file-ignored", Warning;
    FileMissed = "file-missed", Error;
    FormatUnknown = "format-unknown", Fatal;
    ArticleUnnamed = "article-unnamed", Fatal;
    ArticleType = "article-type", Fatal;
    ArticleUnreadable = "article-unreadable", Fatal;
    ArticleEmpty = "article-empty", Fatal;
    ArticleTooDeep = "article-too-deep", Warning;
    ArticleWebPage = "article-web-page", Warning;
    ArticleConflict = "article-conflict", Error;
    ArticleGarbled = "article-garbled", Warning;
    ArticleUntitled = "article-untitled", Note;
    ArticleLinesJoined = "article-lines-joined", Note;
    ArticleLineUnknown = "article-line-unknown", Error;
    TranslationUnreadable = "translation-unreadable", Error;
    TranslationBlocks = "translation-blocks", Error;
    TranslationLanguage = "translation-language", Error;
    FiguresUnreadable = "figures-unreadable", Error;
    SuggestionsUnreadable = "suggestions-unreadable", Error;
    // Tables and values.
    TableSingle = "table-single", Error;
    KeyUnknown = "key-unknown", Error;
    KeyMisplaced = "key-misplaced", Error;
    KeyMissing = "key-missing", Error;
    ValueType = "value-type", Error;
    WordUnknown = "word-unknown", Error;
    TextEmpty = "text-empty", Error;
    TextTooLong = "text-too-long", Error;
    TitleTooLong = "title-too-long", Warning;
    BigTooLong = "big-too-long", Warning;
    FindingTooLong = "finding-too-long", Warning;
    TooMany = "too-many", Warning;
    DateInvalid = "date-invalid", Error;
    DateNotADay = "date-not-a-day", Error;
    LanguageInvalid = "language-invalid", Error;
    CountryInvalid = "country-invalid", Error;
    AddressInvalid = "address-invalid", Error;
    CoordinatesInvalid = "coordinates-invalid", Error;
    // Ids and references.
    IdMissing = "id-missing", Error;
    IdInvalid = "id-invalid", Error;
    IdDuplicate = "id-duplicate", Error;
    IdNamesView = "id-names-view", Warning;
    ReferenceUnknown = "reference-unknown", Error;
    ReferenceRepeated = "reference-repeated", Warning;
    ReferenceCycle = "reference-cycle", Error;
    SelectionInvalid = "selection-invalid", Error;
    ViewUnknown = "view-unknown", Error;
    StopEmpty = "stop-empty", Warning;
    StopFigureUnsupported = "stop-figure-unsupported", Error;
    // Evidence.
    EvidenceMissing = "evidence-missing", Error;
    EvidenceWithoutRole = "evidence-without-role", Error;
    AssessmentUnsupported = "assessment-unsupported", Error;
    AssessmentUnread = "assessment-unread", Warning;
    BorneOutRetold = "borne-out-retold", Warning;
    HedgeLost = "hedge-lost", Error;
    AttributionLost = "attribution-lost", Error;
    AnchorEmpty = "anchor-empty", Error;
    AnchorLost = "anchor-lost", Error;
    AnchorTypography = "anchor-typography", Error;
    AnchorReworded = "anchor-reworded", Error;
    AnchorAmbiguous = "anchor-ambiguous", Error;
    AnchorContext = "anchor-context", Error;
    AnchorWithinWord = "anchor-within-word", Error;
    AnchorHidden = "anchor-hidden", Error;
    // Names, sources and translations.
    AliasUnused = "alias-unused", Warning;
    AliasShared = "alias-shared", Warning;
    AliasNested = "alias-nested", Warning;
    NotInUnused = "not-in-unused", Warning;
    MentionsOverlap = "mentions-overlap", Warning;
    MentionsTooMany = "mentions-too-many", Error;
    SourceUnused = "source-unused", Warning;
    LanguageRare = "language-rare", Warning;
    TranslationMissing = "translation-missing", Warning;
    // Figures.
    QuotesInvalid = "quotes-invalid", Error;
    RowLength = "row-length", Error;
    ColumnMissing = "column-missing", Error;
    ColumnUnknown = "column-unknown", Error;
    ColumnDuplicate = "column-duplicate", Error;
    NumberInvalid = "number-invalid", Error;
    NumberAmbiguous = "number-ambiguous", Error;
    NumbersMixed = "numbers-mixed", Error;
    NumberTooLong = "number-too-long", Error;
    UnitMissing = "unit-missing", Error;
    UnitDifferent = "unit-different", Error;
    FigureDuplicate = "figure-duplicate", Error;
    FigureUndated = "figure-undated", Warning;
    FigureDiffers = "figure-differs", Warning;
    FindingUnsupported = "finding-unsupported", Error;
    PlannedForDiffers = "planned-for-differs", Error;
    PlannedForTwice = "planned-for-twice", Error;
    SeriesEmpty = "series-empty", Warning;
    // What `check` looks for when asked.
    TextCut = "text-cut", Warning;
    StopCut = "stop-cut", Warning;
    StopWordy = "stop-wordy", Warning;
    SentenceUncovered = "sentence-uncovered", Note;
    HedgeUncovered = "hedge-uncovered", Note;
    DateUncovered = "date-uncovered", Note;
    FigureUncovered = "figure-uncovered", Note;
    BackgroundThin = "background-thin", Note;
    // Settings.
    SettingsUnreadable = "settings-unreadable", Error;
    SettingsInvalid = "settings-invalid", Error;
    ShortcutInvalid = "shortcut-invalid", Error;
    ShortcutConflict = "shortcut-conflict", Error;
    ColourInvalid = "colour-invalid", Error;
    ColourFaint = "colour-faint", Warning;
}

impl Rule {
    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_name_in_kebab_case() {
        for rule in Rule::ALL {
            let name = format!("{rule:?}");
            let kebab: String = name.chars().fold(String::new(), |mut kebab, c| {
                if c.is_uppercase() && !kebab.is_empty() {
                    kebab.push('-');
                }
                kebab.push(c.to_ascii_lowercase());
                kebab
            });
            assert_eq!(rule.id(), kebab);
            assert_eq!(Rule::from_id(rule.id()), Some(*rule));
        }
        assert_eq!(Rule::from_id("anchor_lost"), None);
    }
}
