//! A change as TOML, for who puts it in by hand.

use fundstelle::dossier::Kind;
use fundstelle::edit::{Change, Quotation, TableKind, Value, anchor_toml, toml};

use super::common::{element, key, new_claim, table, text, words_before};

#[test]
fn a_change_can_be_pasted() {
    let steps = vec![
        table(TableKind::Source, &[("id", text("echo")), ("type", text("report"))]),
        element(Kind::Actor, "council", "aliases", text("Rat")),
        element(Kind::Actor, "council", "aliases", text("Räte")),
        key(Kind::Claim, "a", "note.en", text("So \"it\" says.")),
        element(Kind::Actor, "mayor", "aliases", text("she")),
        new_claim(),
    ];
    let written = toml(&Change { steps, ..Change::default() });
    let expected = "# in [[claim]] id = \"a\"\nnote.en = \"So \\\"it\\\" says.\"\n\n\
                    # in [[actor]] id = \"council\"\naliases = [\"Rat\", \"Räte\"]\n\n\
                    # in [[actor]] id = \"mayor\"\n# aliases = [\"she\"]\n\n\
                    [[source]]\nid = \"echo\"\ntype = \"report\"\n\n\
                    [[claim]]\nid = \"new\"\ntext.en = \"Closes \\\"soon\\\".\"\n\
                    anchors = [\"close the old bridge\"]\nassessment = \"open\"\n";
    assert_eq!(written, expected);
    assert!(written.parse::<::toml::Table>().is_ok());
}

#[test]
fn an_anchor_is_a_text_where_that_is_enough() {
    let anchor = |value: Value| match value {
        Value::Words(words) => anchor_toml(&words),
        other => panic!("{other:?}"),
    };
    let words = Quotation { exact: "„so“ \\ \"it\"".to_owned(), ..Quotation::default() };
    assert_eq!(anchor_toml(&words), "\"„so“ \\\\ \\\"it\\\"\"");
    let in_context = words_before("it", " will\tclose", true);
    assert_eq!(anchor(in_context), "{ exact = \"it\", suffix = \" will\\tclose\", inferred = true }");
    let after = Quotation { prefix: "said ".to_owned(), ..words };
    assert!(anchor_toml(&after).ends_with(", prefix = \"said \" }"));
}
