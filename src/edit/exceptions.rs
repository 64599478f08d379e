//! Names that stand inside of longer ones, and are not to count there.

use foldhash::HashSet;

use super::change::{Change, NewTable, Step, TableKind, Value};
use super::doubts::{Doubt, of_step};
use crate::dossier::mentions;
use crate::dossier::{Actor, Dossier, Id, Kind, LocalText, Ref};

const NOT_IN: &str = "not_in";
const ALIASES: &str = "aliases";

/// The change with what keeps its aliases from counting inside of others' names, and others' from counting inside of its: `not_in`
/// of the actors that have them. An alias that stands nowhere else keeps counting there: it would name nobody.
pub fn with_exceptions(dossier: &Dossier, change: &Change) -> Change {
    let whole = excepting(dossier, change, &[]);
    if whole == *change {
        return whole;
    }
    let before = silent(dossier, change);
    let silenced: Vec<Id> =
        silent(dossier, &whole).difference(&before).map(|(actor, _)| actor.clone()).collect();
    if silenced.is_empty() { whole } else { excepting(dossier, change, &silenced) }
}

/// The change with exceptions, but for these actors.
fn excepting(dossier: &Dossier, change: &Change, but: &[Id]) -> Change {
    let mut whole = change.clone();
    let mut steps: Vec<Step> = Vec::new();
    let element = |of: &Ref, value: &str| Step::Element {
        of: of.clone(),
        key: NOT_IN.to_owned(),
        value: Value::Text(value.to_owned()),
    };
    for step in &change.steps {
        let (mut around, mut within) = (Vec::new(), Vec::new());
        for doubt in of_step(dossier, change, step) {
            match doubt {
                Doubt::AliasInside(names) => around.extend(names),
                Doubt::AliasesWithin(actors) => within.extend(actors),
                _ => {}
            }
        }
        if getter(step).is_some_and(|actor| but.contains(&actor)) {
            around.clear();
        }
        match step {
            Step::Table(table) if !around.is_empty() => {
                let mut table = table.clone();
                add_exceptions(&mut table, around);
                steps.push(Step::Table(table));
            }
            Step::Element { of, .. } => {
                steps.push(step.clone());
                steps.extend(around.iter().map(|name| element(of, name)));
            }
            _ => steps.push(step.clone()),
        }
        within.retain(|actor| !but.contains(actor));
        for actor in within {
            let actor = Ref::new(Kind::Actor, &actor);
            let has_inside = |alias: &String| {
                let own = Change { steps: vec![alias_alone(step, alias)], ..Change::default() };
                of_step(dossier, &own, &own.steps[0])
                    .iter()
                    .any(|doubt| matches!(doubt, Doubt::AliasesWithin(all) if all.contains(&actor.id)))
            };
            steps.extend(
                aliases_of(step).iter().filter(|alias| has_inside(alias)).map(|alias| element(&actor, alias)),
            );
        }
    }
    let mut known: Vec<Step> = Vec::new();
    for step in steps {
        let is_exception = matches!(&step, Step::Element { key, .. } if key == NOT_IN);
        if !(is_exception && known.contains(&step)) {
            known.push(step);
        }
    }
    whole.steps = known;
    whole
}

/// Puts names into `not_in` of a new actor, below its aliases.
fn add_exceptions(table: &mut NewTable, names: Vec<String>) {
    let names = names.into_iter().map(Value::Text);
    if let Some((_, Value::List(there))) = table.keys.iter_mut().find(|(key, _)| key == NOT_IN) {
        there.extend(names);
        return;
    }
    let place = table.keys.iter().position(|(key, _)| key == ALIASES).map_or(table.keys.len(), |at| at + 1);
    table.keys.insert(place, (NOT_IN.to_owned(), Value::List(names.collect())));
}

/// The same step with one of its aliases only.
fn alias_alone(step: &Step, alias: &str) -> Step {
    let alias = Value::Text(alias.to_owned());
    match step {
        Step::Table(table) => Step::Table(NewTable {
            kind: table.kind,
            keys: vec![(ALIASES.to_owned(), Value::List(vec![alias]))],
        }),
        Step::Element { of, key, .. } => Step::Element { of: of.clone(), key: key.clone(), value: alias },
        other => other.clone(),
    }
}

/// The actor that gets aliases by a step.
fn getter(step: &Step) -> Option<Id> {
    match step {
        Step::Element { of, key, .. } if of.kind == Kind::Actor && key == ALIASES => Some(of.id.clone()),
        Step::Table(table) if table.kind == TableKind::Actor => Some(id_of(table)),
        _ => None,
    }
}

fn id_of(table: &NewTable) -> Id {
    let id = table.keys.iter().find(|(key, _)| key == "id");
    match id {
        Some((_, Value::Text(id))) => Id::new(id),
        _ => Id::new(""),
    }
}

/// The aliases that stand only where they do not count, once the change is made; each with whose it is.
fn silent(dossier: &Dossier, change: &Change) -> HashSet<(Id, Box<str>)> {
    let mut actors: Vec<Actor> = dossier.actors.clone();
    for step in &change.steps {
        match step {
            Step::Table(table) if table.kind == TableKind::Actor => actors.push(Actor {
                id: id_of(table),
                kind: Box::default(),
                country: None,
                name: LocalText::plain(""),
                prominent: false,
                role: None,
                aliases: texts(table, ALIASES),
                not_in: texts(table, NOT_IN),
                named_mentions: Vec::new(),
            }),
            Step::Element { of, key, value: Value::Text(text) } if of.kind == Kind::Actor => {
                let Some(actor) = actors.iter_mut().find(|actor| actor.id == of.id) else { continue };
                match &**key {
                    ALIASES => actor.aliases.push(text.as_str().into()),
                    NOT_IN => actor.not_in.push(text.as_str().into()),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let found = mentions::find(&dossier.article.index(), &actors);
    let excluded = found.excluded_aliases.into_iter();
    excluded.map(|(actor, alias)| (actors[actor].id.clone(), actors[actor].aliases[alias].clone())).collect()
}

/// The texts of a list of a new table.
fn texts(table: &NewTable, list: &str) -> Vec<Box<str>> {
    let found = table.keys.iter().filter(|(key, _)| key == list).map(|(_, value)| value);
    let values = found.flat_map(|value| match value {
        Value::List(all) => &all[..],
        other => std::slice::from_ref(other),
    });
    let texts = values.filter_map(|value| match value {
        Value::Text(text) => Some(text.as_str().into()),
        _ => None,
    });
    texts.collect()
}

/// The aliases that a step adds.
fn aliases_of(step: &Step) -> Vec<String> {
    match step {
        Step::Element { key, value: Value::Text(alias), .. } if key == ALIASES => vec![alias.clone()],
        Step::Table(table) if table.kind == TableKind::Actor => {
            texts(table, ALIASES).into_iter().map(String::from).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::doubts::doubts;
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
    fn an_alias_that_stands_only_inside_of_another_name_counts_there() {
        let files = files();
        let article =
            ARTICLE.replace(" and the Bank closed", " closed").replace("Norway said so.", "So it said.");
        let files = files.with("a.txt", article.clone());
        let dossier = load(&files).expect("it opens").dossier;
        let bank = article.find("Bank of").expect("it stands there");
        let change = alias(&dossier, &Id::new("x"), &(bank..bank + 4));
        assert_eq!(with_exceptions(&dossier, &change), change);
        let whole = alias(&dossier, &Id::new("x"), &(bank..bank + 14));
        assert_eq!(with_exceptions(&dossier, &whole), whole, "Norway would stand nowhere");
    }

    #[test]
    fn what_is_written_is_said_and_no_longer_in_doubt() {
        let dossier = load(&files()).expect("it opens").dossier;
        let bank = ARTICLE.find("Bank closed").expect("it stands there");
        let inside = with_exceptions(&dossier, &alias(&dossier, &Id::new("x"), &(bank..bank + 4)));
        assert_eq!(doubts(&dossier, &inside), [Doubt::NotInside(vec!["Bank of Norway".to_owned()])]);
        let own = ActorWords { name: "New".to_owned(), kind: "agency".to_owned() };
        let new = with_exceptions(&dossier, &actor(&dossier, &(bank..bank + 4), &own, "en"));
        assert_eq!(doubts(&dossier, &new), [Doubt::NotInside(vec!["Bank of Norway".to_owned()])]);
        let around = alias(&dossier, &Id::new("x"), &(bank - 23..bank - 9));
        let around = with_exceptions(&dossier, &around);
        let said = doubts(&dossier, &around);
        assert!(said.contains(&Doubt::NoLongerWithin(vec![Id::new("norway")])), "{said:?} {around:?}");
        assert_eq!(with_exceptions(&dossier, &around), around, "once is enough");
    }

    #[test]
    fn what_stands_in_no_other_name_stays_as_it_is() {
        let dossier = load(&files()).expect("it opens").dossier;
        let start = ARTICLE.find("news").expect("it stands there");
        let change = alias(&dossier, &Id::new("x"), &(start..start + 4));
        assert_eq!(with_exceptions(&dossier, &change), change);
    }
}
