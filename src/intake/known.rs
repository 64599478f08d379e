//! Actors of other dossiers whom the article may name, and the file in which they wait to be suggested.

use std::collections::HashSet;
use std::fmt::Write as _;

use toml::de::DeTable;

use crate::dossier::anchor::Index;
use crate::dossier::mentions;
use crate::dossier::{Actor, Dossier, KnownActor};
use crate::load::basic_string;

/// The actors of a dossier that are named in this text, by an alias or by their name; of each those words first that stand in it.
pub fn known_actors(text: &str, dossier: &Dossier, from: &str) -> Vec<KnownActor> {
    let actors: Vec<Actor> = dossier
        .actors
        .iter()
        .map(|actor| {
            let mut aliases = actor.aliases.clone();
            let names =
                actor.name.texts().filter(|name| !actor.aliases.iter().any(|alias| **alias == **name));
            aliases.extend(names.map(Box::from));
            // Where it is named in that dossier's article says nothing of this one.
            Actor { aliases, named_mentions: Vec::new(), role: None, ..actor.clone() }
        })
        .collect();
    let found = mentions::find(&Index::new(text, std::iter::once(0..text.len())), &actors);
    let unused: HashSet<(usize, usize)> =
        found.unused_aliases.into_iter().chain(found.excluded_aliases).collect();
    let known = actors.into_iter().enumerate().filter_map(|(place, actor)| {
        let own = dossier.actors[place].aliases.len();
        let (standing, other): (Vec<usize>, Vec<usize>) =
            (0..actor.aliases.len()).partition(|alias| !unused.contains(&(place, *alias)));
        if standing.is_empty() {
            return None;
        }
        // A name that stands nowhere is no alias; it is kept as the name.
        let kept = standing.into_iter().chain(other.into_iter().filter(|alias| *alias < own));
        let aliases = kept.map(|alias| actor.aliases[alias].clone()).collect();
        Some(KnownActor { id: actor.id, kind: actor.kind, name: actor.name, aliases, from: from.into() })
    });
    known.collect()
}

/// The id of a dossier, as its `dossier.toml` has it.
pub fn dossier_id(toml: &str) -> Option<String> {
    let (root, _) = DeTable::parse_recoverable(toml);
    root.get_ref().get("id")?.get_ref().as_str().map(str::to_owned)
}

/// The `suggested.toml` with these actors and captions; none if there are none.
pub fn suggested_file(known: &[KnownActor], captions: &[Box<str>]) -> Option<String> {
    let mut parts = Vec::new();
    if !captions.is_empty() {
        parts.push(of_captions(captions));
    }
    if !known.is_empty() {
        parts.push(of_known(known));
    }
    (!parts.is_empty()).then(|| parts.join("\n"))
}

fn of_captions(captions: &[Box<str>]) -> String {
    let mut toml =
        "# What stands below the page's pictures. It is suggested as not the article's; nothing else reads it.\n".to_owned();
    for caption in captions {
        let _ = write!(toml, "\n[[caption]]\nwords = {}\n", basic_string(caption));
    }
    toml
}

fn of_known(known: &[KnownActor]) -> String {
    let mut toml = "# Actors of other dossiers whom the article names. They are suggested first; nothing else reads them.\n".to_owned();
    for KnownActor { id, kind, name, aliases, from } in known {
        toml.push_str("\n[[known]]\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(toml, "{key} = {}", basic_string(value));
        };
        line("id", id.as_str());
        line("kind", kind);
        for (language, text) in name.versions() {
            match language {
                Some(language) => line(&format!("name.{}", language.tag()), text),
                None => line("name", text),
            }
        }
        let list: Vec<String> = aliases.iter().map(|alias| basic_string(alias)).collect();
        let _ = writeln!(toml, "aliases = [{}]", list.join(", "));
        let _ = writeln!(toml, "from = {}", basic_string(from));
    }
    toml
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Memory, load};

    #[test]
    fn those_are_known_who_are_named_and_they_keep_what_they_are_called() {
        let toml = "format = 1\nid = \"bridge\"\ntitle = \"B\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n\
                    [[actor]]\nid = \"city\"\nkind = \"government\"\nname = \"Stadt Talheim\"\naliases = [\"Rathaus\", \"Talheim\"]\n\
                    mentions = [\"Die Brücke\"]\n\
                    [[actor]]\nid = \"firm\"\nkind = \"company\"\nname.de = \"Talbau \\\"AG\\\"\"\nname.en = \"Talbau\"\naliases = \
                    [\"Bauer\"]\n\
                    [[actor]]\nid = \"mayor\"\nkind = \"person\"\nname = \"Ada Beispiel\"\naliases = [\"Beispiel\"]\n";
        let files = Memory::default()
            .with("dossier.toml", toml.as_bytes().to_vec())
            .with("a.txt", "Die Brücke\nRathaus\n".as_bytes().to_vec());
        let dossier = load(&files).unwrap().dossier;
        assert_eq!(dossier_id(toml).as_deref(), Some("bridge"));
        let known = known_actors("In Talheim baut Talbau eine Fähre, Beispielhaft.", &dossier, "bridge");
        let ids: Vec<&str> = known.iter().map(|known| known.id.as_str()).collect();
        assert_eq!(ids, ["city", "firm"]);
        assert_eq!(known[0].aliases, [Box::from("Talheim"), Box::from("Rathaus")]);
        assert_eq!(known[1].aliases, [Box::from("Talbau"), Box::from("Bauer")]);
        let table: toml::Table = suggested_file(&known, &[]).unwrap().parse().unwrap();
        let firm = &table["known"][1];
        assert_eq!(firm["name"]["de"].as_str(), Some("Talbau \"AG\""));
        assert_eq!((firm["kind"].as_str(), firm["from"].as_str()), (Some("company"), Some("bridge")));
    }
}
