//! An entry of BibTeX as a source of a dossier.

use super::dates;
use super::fields::Fields;
use super::tex::address_in;
use crate::references::entry::{LeftOut, Reference, Slip};
use crate::references::reading::{doi, one_day, put_address, short_enough};
use crate::references::{kinds, outlets};

/// The publication that an entry is.
pub(super) fn of(fields: &Fields, slips: &mut Vec<Slip>) -> Result<Reference, LeftOut> {
    let in_words = ["howpublished", "note"].into_iter().find_map(|key| address_in(fields.get(key)?));
    let eprint = eprint(fields);
    let own = fields.get("url").map(str::trim);
    let doi = fields.get("doi").and_then(doi);
    let url = own
        .or_else(|| eprint.as_deref().filter(|_| doi.is_none()))
        .or_else(|| in_words.filter(|_| doi.is_none()));
    let subtype = fields.get("entrysubtype").unwrap_or_default().trim().to_lowercase();
    let kind = kinds::of_bibtex(&fields.kind, &subtype, url.is_some()).unwrap_or_else(|| {
        slips.push(Slip::TypeUnknown { written: fields.kind.clone(), taken: kinds::ANYTHING });
        kinds::ANYTHING
    });
    let outlet = outlets_of(kind).iter().find_map(|key| {
        let text = fields.get(key)?;
        // A place of publication by its address alone is no name of who published it.
        let is_address = *key == "howpublished" && address_in(text).is_some();
        if is_address { None } else { short_enough(key, text, slips) }
    });
    let is_named = outlet.is_some();
    let outlet = outlet.unwrap_or_default();
    let mut reference =
        Reference { kind: kind.to_owned(), outlet, title: title(fields, slips), ..Reference::default() };
    reference.issued = dates::issued(fields, slips);
    let accessed = fields.get("urldate").and_then(|date| dates::in_one("urldate", date, slips));
    reference.accessed = accessed.and_then(|date| one_day(date, slips));
    put_address(&mut reference, "url", url, doi, slips);
    if is_named { Ok(reference) } else { Err(LeftOut::NoOutlet(outlets::wanted(kind), Box::new(reference))) }
}

/// The fields that name who published something of this kind, the usual one first.
fn outlets_of(kind: &str) -> &'static [&'static str] {
    match outlets::variables(kind)[0] {
        outlets::CONTAINER => &[
            "journaltitle",
            "journal",
            "organization",
            "publisher",
            "institution",
            "maintitle",
            "howpublished",
        ],
        _ => &[
            "publisher",
            "institution",
            "school",
            "organization",
            "journaltitle",
            "journal",
            "booktitle",
            "howpublished",
        ],
    }
}

/// Title and subtitle, as they stand on a page.
fn title(fields: &Fields, slips: &mut Vec<Slip>) -> Option<String> {
    let title = fields.get("title")?.trim();
    let whole = match fields.get("subtitle") {
        None => title.to_owned(),
        // It has a sign of its own already.
        Some(subtitle) if title.ends_with(['.', ':', '?', '!']) => format!("{title} {subtitle}"),
        Some(subtitle) => format!("{title}: {subtitle}"),
    };
    short_enough("title", &whole, slips)
}

/// The address of a preprint of arXiv, which alone follows from its number.
fn eprint(fields: &Fields) -> Option<String> {
    let number = fields.get("eprint")?.trim();
    let archive = fields.first(&["eprinttype", "archiveprefix"])?;
    let is_number = !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"./-".contains(&byte));
    (archive.trim().eq_ignore_ascii_case("arxiv") && is_number)
        .then(|| format!("https://arxiv.org/abs/{number}"))
}
