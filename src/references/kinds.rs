//! What a publication is: the words of BibTeX and of others, in CSL's.

use crate::load::{SOURCE_TYPES, meant_word};

use super::entry::Slip;

/// What anything can be.
pub(super) const ANYTHING: &str = "document";

/// CSL's word for a word of CSL-JSON, which is the same in all but rare files.
pub(super) fn of_csl(written: &str, slips: &mut Vec<Slip>) -> &'static str {
    let written = written.trim();
    if let Some(word) = SOURCE_TYPES.into_iter().find(|word| *word == written) {
        return word;
    }
    if written.is_empty() {
        slips.push(Slip::NoType(ANYTHING));
        return ANYTHING;
    }
    // What is that long means no word.
    let meant = Some(written).filter(|written| written.len() < 64);
    let meant = meant.and_then(|written| meant_word(written, &SOURCE_TYPES));
    let taken = SOURCE_TYPES.into_iter().find(|word| Some(*word) == meant).unwrap_or(ANYTHING);
    slips.push(Slip::TypeUnknown { written: written.to_owned(), taken });
    taken
}

/// CSL's word for a type of BibTeX or BibLaTeX, in small letters. None if there is no such type.
pub(super) fn of_bibtex(kind: &str, subtype: &str, has_address: bool) -> Option<&'static str> {
    let newspaper = matches!(subtype, "newspaper" | "newspaperarticle" | "news");
    Some(match kind {
        "article" | "suppperiodical" if newspaper => "article-newspaper",
        "article" | "suppperiodical" if subtype.starts_with("magazine") => "article-magazine",
        "article" | "suppperiodical" => "article-journal",
        "newspaperarticle" => "article-newspaper",
        "magazinearticle" => "article-magazine",
        "review" => "review",
        "periodical" => "periodical",
        "online" | "electronic" | "www" | "webpage" => "webpage",
        "misc" if has_address => "webpage",
        "misc" | "unknown" => ANYTHING,
        "report" | "techreport" | "manual" => "report",
        "book" | "mvbook" | "collection" | "mvcollection" | "proceedings" | "mvproceedings" | "reference"
        | "mvreference" => "book",
        "booklet" => "pamphlet",
        "inbook" | "incollection" | "bookinbook" | "suppbook" | "suppcollection" => "chapter",
        "inreference" => "entry-encyclopedia",
        "inproceedings" | "conference" => "paper-conference",
        "thesis" | "phdthesis" | "mastersthesis" => "thesis",
        "unpublished" => "manuscript",
        "patent" => "patent",
        "dataset" => "dataset",
        "software" => "software",
        "standard" => "standard",
        "letter" => "personal_communication",
        "legislation" => "legislation",
        "jurisdiction" => "legal_case",
        "legal" => "treaty",
        "audio" | "music" => "song",
        "video" | "movie" => "motion_picture",
        "image" | "artwork" => "graphic",
        "performance" => "performance",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_that_csl_does_not_have_is_the_nearest_one_and_said() {
        for (written, taken) in
            [("article_newspaper", "article-newspaper"), ("Report", "report"), ("gizmo", ANYTHING)]
        {
            let mut slips = Vec::new();
            assert_eq!(of_csl(written, &mut slips), taken);
            assert!(matches!(&*slips, [Slip::TypeUnknown { taken: said, .. }] if *said == taken));
        }
        let mut slips = Vec::new();
        assert_eq!(of_csl("webpage", &mut slips), "webpage");
        assert_eq!(slips, []);
        assert_eq!(of_csl("", &mut slips), ANYTHING);
        assert_eq!(slips, [Slip::NoType(ANYTHING)]);
    }

    #[test]
    fn every_type_of_bibtex_is_one_of_csl() {
        let all = [
            "article",
            "book",
            "booklet",
            "conference",
            "inbook",
            "incollection",
            "inproceedings",
            "manual",
            "mastersthesis",
            "misc",
            "phdthesis",
            "proceedings",
            "techreport",
            "unpublished",
            "online",
            "report",
            "thesis",
            "patent",
            "dataset",
            "software",
            "periodical",
        ];
        for kind in all {
            let word = of_bibtex(kind, "", false).unwrap();
            assert!(SOURCE_TYPES.contains(&word), "{kind}: {word}");
        }
        assert_eq!(of_bibtex("misc", "", true), Some("webpage"));
        assert_eq!(of_bibtex("article", "newspaper", false), Some("article-newspaper"));
        assert_eq!(of_bibtex("gizmo", "", false), None);
    }
}
