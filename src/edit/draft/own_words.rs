//! In which language one's own words are written.

use crate::dossier::{Dossier, Kind, LanguageTag, LocalText};
use crate::edit::TableKind;
use crate::edit::id::thing;

/// The key under which one's own words are written in a table of this kind: as it is, for every language, or for the one that they
/// are in (`text.de`), as the author has done it so far. That is seen by the last thing of this kind that has such a text, else by
/// the last text of another kind, names by names, and else by the dossier's title.
pub(super) fn own_key(dossier: &Dossier, kind: TableKind, key: &str, language: &str) -> String {
    key_like(model(dossier, kind, key), key, language)
}

/// The same, for a text that takes the place of one, or stands beside it in another language: that one counts first.
pub(super) fn key_in_place(
    dossier: &Dossier,
    kind: TableKind,
    key: &str,
    there: Option<&LocalText>,
    language: &str,
) -> String {
    match there.filter(|text| !text.is_empty()) {
        Some(there) => key_like(there, key, language),
        None => own_key(dossier, kind, key, language),
    }
}

/// What a text says under this key: in its language, or for all.
pub(in crate::edit) fn text_under<'t>(text: &'t LocalText, key: &str) -> Option<&'t str> {
    let wanted = key.split_once('.').map(|(_, tag)| tag);
    let own = |tag: Option<&LanguageTag>| tag.map(LanguageTag::tag) == wanted;
    text.versions().find(|(tag, _)| own(*tag)).map(|(_, text)| text)
}

/// The key as this text has it: with a variety of the language where the text has that, as `de-at`.
fn key_like(model: &LocalText, key: &str, language: &str) -> String {
    if model.languages().next().is_none() {
        return key.to_owned();
    }
    let own = model.languages().find(|other| other.primary() == language);
    format!("{key}.{}", own.map_or(language, |own| own.tag()))
}

/// The text that shows how the author writes those of this kind.
fn model<'d>(dossier: &'d Dossier, kind: TableKind, key: &str) -> &'d LocalText {
    let of_kind = match (kind, key) {
        (TableKind::Stop, _) => {
            dossier.stops.iter().rev().map(|stop| &stop.title).find(|title| !title.is_empty())
        }
        _ => thing(kind).and_then(|kind| last_text(dossier, kind, |what| what == key)),
    };
    let is_alike = |what: &str| (what == NAME) == (key == NAME);
    let others = || Kind::ALL.into_iter().filter(|kind| kind.is_authored() && *kind != Kind::Source);
    let elsewhere = || others().find_map(|kind| last_text(dossier, kind, is_alike));
    of_kind.or_else(elsewhere).unwrap_or(&dossier.title)
}

/// What names are called in reports; they are often the same in all languages.
const NAME: &str = "name";

/// The last text of this kind of things that is called so.
fn last_text(dossier: &Dossier, kind: Kind, is_wanted: impl Fn(&str) -> bool) -> Option<&LocalText> {
    let all: Vec<_> = dossier.all_of(kind).collect();
    all.iter().rev().find_map(|item| {
        let texts = dossier.own_texts_of(item).into_iter();
        texts.filter(|(what, text)| is_wanted(what) && !text.is_empty()).map(|(_, text)| text).next()
    })
}
