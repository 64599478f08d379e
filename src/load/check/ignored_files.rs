//! Files beside `dossier.toml` that are not read, though their names seem to say that they should be.

use std::collections::HashSet;

use toml::de::{DeTable, DeValue};

use crate::dossier::Id;
use crate::load::format::FILES;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::source::files::Files;
use crate::load::source::limits;
use crate::load::source::text_file::{TextFile, read_text};
use crate::load::syntax::ids::Ids;
use crate::load::syntax::keys::meant_table;
use crate::load::syntax::suggest::nearest;

/// Such a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct IgnoredFile {
    pub(crate) name: String,
    /// What to do about it.
    pub(crate) hint: String,
    /// Whether something that is referred to may stand in it, and stands nowhere else.
    pub(crate) is_missed: bool,
    /// The things in it; none if nobody knows.
    things: Option<HashSet<(&'static str, String)>>,
}

impl IgnoredFile {
    /// Whether it may have figures.
    pub(crate) fn is_csv(&self) -> bool {
        has_ending(&self.name, ".csv")
    }

    /// Whether it may have things of the dossier, and nothing else has them.
    pub(crate) fn has_things(&self) -> bool {
        !self.is_csv() && self.things.as_ref().is_none_or(|things| !things.is_empty())
    }

    /// One that was to be `dossier.toml`.
    pub(crate) fn head(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            hint: "rename it to dossier.toml".to_owned(),
            is_missed: false,
            things: None,
        }
    }

    /// Whether the thing of a table with this id may stand in it.
    pub(crate) fn may_have(&self, word: &'static str, id: &str) -> bool {
        !self.is_csv() && self.things.as_ref().is_none_or(|things| things.contains(&(word, id.to_owned())))
    }
}

/// What of the dossier is read.
pub(crate) struct WhatIsRead<'a> {
    /// The files with its tables.
    pub(crate) texts: &'a [TextFile],
    /// The names of all its files, or of those that were looked for.
    pub(crate) names: &'a [&'a str],
    /// The file of figures.
    pub(crate) observations: Option<&'a str>,
    pub(crate) ids: &'a Ids,
}

/// All of them, by name. What they name may be named there and nowhere else.
pub(crate) fn find(files: &dyn Files, of: &WhatIsRead<'_>, report: &mut Report) -> Vec<IgnoredFile> {
    let WhatIsRead { names: read, observations, .. } = *of;
    let mut names = files.list();
    names.sort_unstable();
    let is_there = |name: &str| names.iter().any(|other| other == name);
    let unread = names.iter().filter(|name| !read.contains(&name.as_str()) && !is_left_by_a_tool(name));
    let ignored = unread.filter_map(|name| {
        let (hint, things) = if has_ending(name, ".csv") {
            // One that is named and not there has its own report, which names this one.
            let hint = match observations {
                None => format!("name it in the head of dossier.toml: observations = {}", quoted(name)),
                Some(other) if is_there(other) => {
                    format!(
                        "only {} is read: move its rows there, or the file out of the folder",
                        quoted(other)
                    )
                }
                Some(_) => return None,
            };
            (hint, None)
        } else {
            let meant = meant_file(name)?;
            // Where names differ only in capitals and the system makes no difference, it is the file that was read.
            if read.contains(&meant) && !is_there(meant) {
                return None;
            }
            let things = things_in(files, name, report);
            let hint = copied(things.as_ref(), meant, of).unwrap_or_else(|| {
                if is_there(meant) {
                    format!("move its tables into {meant}")
                } else {
                    format!("rename it to {meant}")
                }
            });
            (hint, things)
        };
        Some(IgnoredFile { name: name.clone(), hint, is_missed: false, things })
    });
    ignored.collect()
}

/// The things of a file of tables, by the words of their tables. None if it cannot be read, or is no TOML.
fn things_in(files: &dyn Files, name: &str, report: &mut Report) -> Option<HashSet<(&'static str, String)>> {
    let (text, fault) = read_text(files, name, limits::TOML);
    let root = DeTable::parse(&text.text).ok().filter(|_| fault.is_none())?;
    let mut things = HashSet::new();
    for (opened, value) in root.get_ref() {
        report.add_unread(value.get_ref());
        let Some(word) = meant_table(opened.get_ref()) else { continue };
        let several = match value.get_ref() {
            DeValue::Array(elements) => elements.iter().map(toml::Spanned::get_ref).collect(),
            one => vec![one],
        };
        let ids = several.into_iter().filter_map(|one| one.get("id")?.get_ref().as_str());
        things.extend(ids.map(|id| (word, id.trim().to_owned())));
    }
    Some(things)
}

/// What to do about a file whose things, or some of them, are read from another.
fn copied(
    things: Option<&HashSet<(&'static str, String)>>,
    meant: &str,
    of: &WhatIsRead<'_>,
) -> Option<String> {
    let things = things.filter(|things| !things.is_empty())?;
    let place = |(word, id): &(&'static str, String)| of.ids.at(word, &Id::new(id));
    let mut places: Vec<usize> = things.iter().filter_map(place).map(|at| at.file).collect();
    let (all, known) = (things.len(), places.len());
    places.sort_unstable();
    places.dedup();
    let name = |file: &usize| of.texts.get(*file).map(|text| text.name.as_str());
    let others: Vec<&str> = places.iter().filter_map(name).collect();
    let others = others.join(", ");
    match (known, all) {
        (0, _) => None,
        (1, 1) => Some(format!("what is in it is also in {others}: remove one of the two")),
        (known, all) if known == all => {
            Some(format!("all {all} things in it are also in {others}: remove one of the two"))
        }
        _ => Some(format!(
            "{known} of the {all} things in it are also in {others}: move the others into {meant}, and remove this file"
        )),
    }
}

/// Whether a file of this name was to be `dossier.toml`.
pub(crate) fn is_like_head(name: &str) -> bool {
    meant_file(name) == Some(FILES[0]) && !is_left_by_a_tool(name)
}

/// What editors and office programs leave beside a file.
fn is_left_by_a_tool(name: &str) -> bool {
    name.starts_with(['.', '#', '~', '_']) || name.ends_with('~')
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.to_lowercase().ends_with(ending)
}

/// The file of tables that is meant by the name of another.
fn meant_file(name: &str) -> Option<&'static str> {
    const ENDINGS: [&str; 5] = [".toml", ".toml.txt", ".toml.toml", ".tml", ".tolm"];
    if FILES.contains(&name) || !ENDINGS.into_iter().any(|ending| has_ending(name, ending)) {
        return None;
    }
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    let stem = original(&stem).to_owned();
    let stem_of = |file: &'static str| file.trim_end_matches(".toml");
    let stem = nearest(&stem, FILES.map(stem_of)).map_or_else(|| file_of(meant_table(&stem)?), Some)?;
    FILES.into_iter().find(|file| stem_of(file) == stem)
}

/// The name of a file without what browsers, desktops and shared folders add to that of a copy.
fn original(stem: &str) -> &str {
    let stem = ["copy of ", "kopie von "].into_iter().find_map(|of| stem.strip_prefix(of)).unwrap_or(stem);
    let added = [" (", "(", " - ", " copy", " kopie", "-copy", "_copy", "-kopie", "_kopie"];
    let end = added.into_iter().filter_map(|added| stem.find(added)).min().unwrap_or(stem.len());
    let numbered = stem[..end].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '_'));
    if numbered.is_empty() { stem } else { numbered }
}

/// Which file a table is usually put into.
fn file_of(table: &str) -> Option<&'static str> {
    Some(match table {
        "source" => "sources",
        "actor" | "relation" => "actors",
        "claim" | "gap" => "claims",
        "lane" | "event" => "events",
        "place" | "series" => "series",
        "stop" => "tour",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_means_one_of_the_files() {
        for (name, meant) in [
            ("claim.toml", Some("claims.toml")),
            ("Actors.toml", Some("actors.toml")),
            ("gaps.toml", Some("claims.toml")),
            ("lanes.toml", Some("events.toml")),
            ("places.toml", Some("series.toml")),
            ("quellen.toml", Some("sources.toml")),
            ("stops.toml", Some("tour.toml")),
            ("akteure.toml", Some("actors.toml")),
            ("aussagen.toml", Some("claims.toml")),
            ("ereignisse.toml", Some("events.toml")),
            ("reihen.toml", Some("series.toml")),
            ("vortrag.toml", Some("tour.toml")),
            ("claims (1).toml", Some("claims.toml")),
            ("claims - Kopie.toml", Some("claims.toml")),
            ("Kopie von claims.toml", Some("claims.toml")),
            ("claims copy 2.toml", Some("claims.toml")),
            ("claims-2.toml", Some("claims.toml")),
            ("dossier (Anna's conflicted copy 2026-03-02).toml", Some("dossier.toml")),
            ("dossier.toml.txt", Some("dossier.toml")),
            ("claims.toml.txt", Some("claims.toml")),
            ("dosier.toml", Some("dossier.toml")),
            ("claims.toml", None),
            ("claims.toml.bak", None),
            ("claims.txt", None),
        ] {
            assert_eq!(meant_file(name), meant, "{name}");
        }
    }

    #[test]
    fn files_of_other_tools_mean_nothing() {
        let others = [
            "Cargo.toml",
            "taplo.toml",
            ".taplo.toml",
            "pyproject.toml",
            "config.toml",
            "clippy.toml",
            "rustfmt.toml",
            "typos.toml",
            "book.toml",
            "netlify.toml",
            "hugo.toml",
            "mise.toml",
            "lychee.toml",
            "deny.toml",
            "suggested.toml",
            "notes.toml",
            "settings.toml",
        ];
        for name in others {
            assert_eq!(meant_file(name), None, "{name}");
        }
    }
}
