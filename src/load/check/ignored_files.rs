//! Files beside `dossier.toml` that are not read, though their names seem to say that they should be.

use crate::load::format::FILES;
use crate::load::report::problem::quoted;
use crate::load::source::files::Files;
use crate::load::syntax::keys::meant_table;
use crate::load::syntax::suggest::nearest;

/// Such a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct IgnoredFile {
    pub(crate) name: String,
    /// What to do about it.
    pub(crate) hint: String,
}

impl IgnoredFile {
    /// Whether it may have figures.
    pub(crate) fn is_csv(&self) -> bool {
        has_ending(&self.name, ".csv")
    }

    /// One that was to be `dossier.toml`.
    pub(crate) fn head(name: &str) -> Self {
        Self { name: name.to_owned(), hint: "rename it to dossier.toml".to_owned() }
    }
}

/// All of them, by name. `read` are the files that are read, or were looked for; `observations` is the file of figures.
pub(crate) fn find(files: &dyn Files, read: &[&str], observations: Option<&str>) -> Vec<IgnoredFile> {
    let mut names = files.list();
    names.sort_unstable();
    let is_there = |name: &str| names.iter().any(|other| other == name);
    let unread = names.iter().filter(|name| !read.contains(&name.as_str()) && !is_left_by_a_tool(name));
    let ignored = unread.filter_map(|name| {
        let hint = if has_ending(name, ".csv") {
            // One that is named and not there has its own report, which names this one.
            match observations {
                None => format!("name it in the head of dossier.toml: observations = {}", quoted(name)),
                Some(other) if is_there(other) => {
                    format!(
                        "only {} is read: move its rows there, or the file out of the folder",
                        quoted(other)
                    )
                }
                Some(_) => return None,
            }
        } else {
            let meant = meant_file(name)?;
            // Where names differ only in capitals and the system makes no difference, it is the file that was read.
            if read.contains(&meant) && !is_there(meant) {
                return None;
            }
            if is_there(meant) {
                format!("move its tables into {meant}")
            } else {
                format!("rename it to {meant}")
            }
        };
        Some(IgnoredFile { name: name.clone(), hint })
    });
    ignored.collect()
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
    let stem_of = |file: &'static str| file.trim_end_matches(".toml");
    let stem = nearest(&stem, FILES.map(stem_of)).map_or_else(|| file_of(meant_table(&stem)?), Some)?;
    FILES.into_iter().find(|file| stem_of(file) == stem)
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
