//! Names that stand inside of longer ones, and are not to count there.

use crate::dossier::{Kind, Ref};

use super::change::{Change, Step, TableKind, Value};
use super::doubts::{Doubt, doubts};
use crate::dossier::Dossier;

const NOT_IN: &str = "not_in";

/// The change with what keeps its aliases from counting inside of others' names, and others' from counting inside of its: `not_in`
/// of the actors that have them.
pub fn with_exceptions(dossier: &Dossier, change: &Change) -> Change {
    let mut steps: Vec<Step> = Vec::new();
    for step in &change.steps {
        let own = Change { steps: vec![step.clone()], ..Change::default() };
        let (mut around, mut within) = (Vec::new(), Vec::new());
        for doubt in doubts(dossier, &own) {
            match doubt {
                Doubt::AliasInside(names) => around.extend(names.into_iter().map(Value::Text)),
                Doubt::AliasesWithin(actors) => within.extend(actors),
                _ => {}
            }
        }
        let aliases = aliases_of(step);
        let element =
            |of: &Ref, value: Value| Step::Element { of: of.clone(), key: NOT_IN.to_owned(), value };
        match step {
            Step::Table(table) if !around.is_empty() => {
                let mut table = table.clone();
                let after = table.keys.iter().position(|(key, _)| key == "aliases");
                let place = after.map_or(table.keys.len(), |place| place + 1);
                table.keys.insert(place, (NOT_IN.to_owned(), Value::List(around)));
                steps.push(Step::Table(table));
            }
            Step::Element { of, .. } => {
                steps.push(step.clone());
                steps.extend(around.into_iter().map(|value| element(of, value)));
            }
            _ => steps.push(step.clone()),
        }
        for actor in within {
            let of = Ref::new(Kind::Actor, &actor);
            steps.extend(aliases.iter().map(|alias| element(&of, Value::Text(alias.clone()))));
        }
    }
    Change { steps, ..change.clone() }
}

/// The aliases that a step adds.
fn aliases_of(step: &Step) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    };
    match step {
        Step::Element { key, value, .. } if key == "aliases" => text(value).into_iter().collect(),
        Step::Table(table) if table.kind == TableKind::Actor => {
            let lists = table.keys.iter().filter(|(key, _)| key == "aliases").map(|(_, value)| value);
            lists
                .flat_map(|value| match value {
                    Value::List(all) => all.iter().filter_map(text).collect(),
                    other => Vec::from_iter(text(other)),
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Id;
    use crate::edit::draft::{ActorWords, actor, alias};
    use crate::edit::plan;
    use crate::load::{Memory, load};

    const ARTICLE: &str = "Harbour news\nThe Bank of Norway and the Bank closed. Norway said so.\n";

    fn files() -> Memory {
        let toml = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                    [[actor]]\nid = \"norway\"\nkind = \"place\"\nname = \"Norway\"\naliases = [\"Norway\"]\n\
                    [[actor]]\nid = \"bank\"\nkind = \"agency\"\nname = \"Bank\"\naliases = [\"Bank of Norway\"]\n\
                    not_in = [\"Old Bank of Norway\"]\n[[actor]]\nid = \"x\"\nkind = \"group\"\nname = \"X\"\n";
        Memory::default().with("dossier.toml", toml).with("a.txt", ARTICLE)
    }

    /// How often each actor is named, after the change.
    fn counts(change: &Change) -> Vec<(String, usize)> {
        let dossier = plan(&files(), change).expect("it can be written").loaded.dossier;
        let count = |id: &Id| dossier.mentions.iter().filter(|mention| mention.actor == *id).count();
        dossier.actors.iter().map(|actor| (actor.id.as_str().to_owned(), count(&actor.id))).collect()
    }

    fn expected(all: &[(&str, usize)]) -> Vec<(String, usize)> {
        all.iter().map(|(id, count)| ((*id).to_owned(), *count)).collect()
    }

    #[test]
    fn a_name_does_not_count_inside_of_a_longer_one() {
        let dossier = load(&files()).expect("it opens").dossier;
        let bank = ARTICLE.find("Bank closed").expect("it stands there");
        let change = alias(&dossier, &Id::new("x"), &(bank..bank + 4));
        assert_eq!(counts(&change), expected(&[("norway", 2), ("bank", 1), ("x", 2)]));
        let change = with_exceptions(&dossier, &change);
        assert_eq!(counts(&change), expected(&[("norway", 2), ("bank", 1), ("x", 1)]));
        let own = ActorWords { name: "New".to_owned(), kind: "agency".to_owned() };
        let new = with_exceptions(&dossier, &actor(&dossier, &(bank..bank + 4), &own, "en"));
        assert_eq!(counts(&new).last(), Some(&("new".to_owned(), 1)));
    }

    #[test]
    fn shorter_names_of_others_do_not_count_inside_of_it() {
        let dossier = load(&files()).expect("it opens").dossier;
        let start = ARTICLE.find("Bank of Norway").expect("it stands there");
        let change = alias(&dossier, &Id::new("x"), &(start..start + 14));
        let change = with_exceptions(&dossier, &change);
        assert_eq!(counts(&change), expected(&[("norway", 1), ("bank", 1), ("x", 1)]));
    }

    #[test]
    fn what_stands_in_no_other_name_stays_as_it_is() {
        let dossier = load(&files()).expect("it opens").dossier;
        let start = ARTICLE.find("news").expect("it stands there");
        let change = alias(&dossier, &Id::new("x"), &(start..start + 4));
        assert_eq!(with_exceptions(&dossier, &change), change);
    }
}
