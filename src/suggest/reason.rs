//! Why something is suggested, in a word for files and in words for the screen.

use crate::i18n::strings::Strings;

/// Why something is suggested.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// Words that pages have around articles: `Read more`.
    Page,
    /// What stands below a picture.
    Caption,
    /// A link and nothing else.
    Link,
    /// It says who wrote the article.
    Byline,
    /// It says when the article came out.
    Dateline,
    /// A short line before or after the text.
    Edge,
    /// Another dossier has this actor.
    Known,
    /// A capital or a digit inside the word, as no common word has it: `ByteDance`, `H20`.
    Shape,
    /// Capitals only: `BND`.
    Acronym,
    /// A country, a region, a city or a well-known institution that a list has.
    List,
    /// A person's title or office stands before it.
    Title,
    /// It begins with a first name.
    FirstName,
    /// It ends with the form of a company: `AG`, `Ltd`.
    LegalForm,
    /// One of its words is what an institution is called: `Ministry`, `Behörde`.
    Institution,
    /// What it is stands right beside it: `der Hersteller Wellgard`.
    Apposition,
    /// It says something.
    Speaker,
    /// It has something: `Wellgards Pläne`.
    Genitive,
    /// Words side by side that have capitals where no common words have them.
    Capitals,
    /// The first part of a word with a hyphen: `Wellgard-Aktie`.
    Compound,
    /// A capital where a common word has none, or a noun an article.
    Capital,
    /// The words and how they are written.
    Form,
    /// Words say that somebody else says so.
    Attribution,
    /// Words leave open whether it is so.
    Hedge,
    /// It is part of a quotation, and its speaker stands elsewhere.
    Quotation,
}

impl Reason {
    /// Its word in reports for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Caption => "caption",
            Self::Link => "link",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Edge => "edge",
            Self::Known => "known",
            Self::Shape => "shape",
            Self::Acronym => "acronym",
            Self::List => "list",
            Self::Title => "title",
            Self::FirstName => "first-name",
            Self::LegalForm => "legal-form",
            Self::Institution => "institution",
            Self::Apposition => "apposition",
            Self::Speaker => "speaker",
            Self::Genitive => "genitive",
            Self::Capitals => "capitals",
            Self::Compound => "compound",
            Self::Capital => "capital",
            Self::Form => "form",
            Self::Attribution => "attribution",
            Self::Hedge => "hedge",
            Self::Quotation => "quotation",
        }
    }

    /// Its words on the screen.
    pub fn text(self, strings: &Strings) -> &'static str {
        let own = &strings.suggest;
        match self {
            Self::Page => own.page,
            Self::Caption => own.caption,
            Self::Link => own.link,
            Self::Byline => own.byline,
            Self::Dateline => own.dateline,
            Self::Edge => own.edge,
            Self::Known => own.known,
            Self::Shape => own.shape,
            Self::Acronym => own.acronym,
            Self::List => own.list,
            Self::Title => own.title,
            Self::FirstName => own.first_name,
            Self::LegalForm => own.legal_form,
            Self::Institution => own.institution,
            Self::Apposition => own.apposition,
            Self::Speaker => own.speaker,
            Self::Genitive => own.genitive,
            Self::Capitals => own.capitals,
            Self::Compound => own.compound,
            Self::Capital => own.capital,
            Self::Form => own.form,
            Self::Attribution => own.attribution,
            Self::Hedge => own.hedge,
            Self::Quotation => own.quotation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::strings::{DE, EN};
    use std::collections::BTreeSet;

    const ALL: [Reason; 24] = [
        Reason::Page,
        Reason::Caption,
        Reason::Link,
        Reason::Byline,
        Reason::Dateline,
        Reason::Edge,
        Reason::Known,
        Reason::Shape,
        Reason::Acronym,
        Reason::List,
        Reason::Title,
        Reason::FirstName,
        Reason::LegalForm,
        Reason::Institution,
        Reason::Apposition,
        Reason::Speaker,
        Reason::Genitive,
        Reason::Capitals,
        Reason::Compound,
        Reason::Capital,
        Reason::Form,
        Reason::Attribution,
        Reason::Hedge,
        Reason::Quotation,
    ];

    #[test]
    fn each_reason_has_words_of_its_own() {
        for words in
            [ALL.map(Reason::word), ALL.map(|reason| reason.text(&DE)), ALL.map(|reason| reason.text(&EN))]
        {
            assert_eq!(words.into_iter().collect::<BTreeSet<_>>().len(), ALL.len(), "{words:?}");
        }
    }
}
