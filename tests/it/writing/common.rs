//! A small dossier, the steps that are tried on it, and its files after a plan.

use fundstelle::dossier::{Id, Kind, Ref};
use fundstelle::edit::{Change, NewTable, Plan, Quotation, Step, TableKind, Value};
use fundstelle::load::{Files, Memory};

pub(crate) const ARTICLE: &str = "The bridge\nThe council said it will close the old bridge in May. It is a loss, said the mayor. \
                                  The town waits, and so do we.\n";

pub(crate) const HEAD: &str =
    "format = 1\nid = \"d\"\ntitle = \"D\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(crate) fn words(exact: &str) -> Value {
    Value::Words(Quotation { exact: exact.to_owned(), ..Quotation::default() })
}

pub(crate) fn words_before(exact: &str, suffix: &str, inferred: bool) -> Value {
    Value::Words(Quotation {
        exact: exact.to_owned(),
        suffix: suffix.to_owned(),
        inferred,
        ..Quotation::default()
    })
}

pub(crate) fn item(kind: Kind, id: &str) -> Ref {
    Ref::new(kind, &Id::new(id))
}

pub(crate) fn change(steps: Vec<Step>) -> Change {
    Change { steps, ..Change::default() }
}

pub(crate) fn element(kind: Kind, id: &str, key: &str, value: Value) -> Step {
    Step::Element { of: item(kind, id), key: key.to_owned(), value }
}

pub(crate) fn key(kind: Kind, id: &str, key: &str, value: Value) -> Step {
    Step::Key { of: item(kind, id), key: key.to_owned(), value }
}

pub(crate) fn table(kind: TableKind, keys: &[(&str, Value)]) -> Step {
    let keys = keys.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    Step::Table(NewTable { kind, keys })
}

/// A claim that is not there yet.
pub(crate) fn new_claim() -> Step {
    table(
        TableKind::Claim,
        &[
            ("id", text("new")),
            ("text.en", text("Closes \"soon\".")),
            ("anchors", Value::List(vec![words("close the old bridge")])),
            ("assessment", text("open")),
        ],
    )
}

/// The files as the plan would leave them.
pub(crate) fn after(files: &Memory, plan: &Plan) -> Memory {
    for (name, change) in &plan.files {
        assert_eq!(files.read(name, 1 << 23).ok(), change.before, "{name} is as it was read");
    }
    assert!(plan.order.iter().eq(plan.files.keys()) || plan.order.len() == plan.files.len());
    plan.files.iter().fold(files.clone(), |files, (name, change)| match &change.after {
        Some(after) => files.with(name, after.clone()),
        None => files.without(name),
    })
}

/// What stands in each file.
pub(crate) fn contents(files: &Memory) -> Vec<(String, String)> {
    let read = |name: String| {
        let bytes = files.read(&name, 1 << 23).unwrap_or_default();
        (name, String::from_utf8_lossy(&bytes).into_owned())
    };
    files.list().into_iter().map(read).collect()
}
