//! The ways in which people lay out their files, and where in them a change goes. In each row `‹ ›` frame what is put in, and
//! `‹old|new›` what is replaced: whatever else stands there stays.

use fundstelle::dossier::Kind;
use fundstelle::edit::{Step, plan, revert};
use fundstelle::load::{Files as _, Memory, load};

use super::common::{
    ARTICLE, HEAD, after, change, contents, element, key, new_claim, text, words, words_before,
};

/// What is tried on a layout.
#[derive(Clone, Copy, Debug)]
enum Try {
    /// A new claim.
    Claim,
    /// An alias of the actor `council`.
    Alias,
    /// A mention of it, which needs its context and a reading.
    Mention,
    /// A mention of it that is words alone.
    PlainMention,
    /// An anchor of the claim `a`.
    Anchor,
    /// The assessment of the claim `a`.
    Assess,
    /// The English note of the claim `a`.
    Note,
    /// The note of the claim `a`, in no language.
    PlainNote,
    /// A source of the claim `a`.
    Source,
    /// Where the gap `g` is.
    Near,
}

impl Try {
    fn step(self) -> Step {
        match self {
            Self::Claim => new_claim(),
            Self::Alias => element(Kind::Actor, "council", "aliases", text("council")),
            Self::Mention => {
                element(Kind::Actor, "council", "mentions", words_before("it", " will close", true))
            }
            Self::PlainMention => element(Kind::Actor, "council", "mentions", words("so do we")),
            Self::Anchor => element(Kind::Claim, "a", "anchors", words("It is a loss")),
            Self::Assess => key(Kind::Claim, "a", "assessment", text("open")),
            Self::Note => key(Kind::Claim, "a", "note.en", text("As it says.")),
            Self::PlainNote => key(Kind::Claim, "a", "note", text("As it says.")),
            Self::Source => element(Kind::Claim, "a", "sources", text("echo")),
            Self::Near => key(Kind::Gap, "g", "near", words("so do we")),
        }
    }
}

/// A new claim as its table is written.
macro_rules! claim {
    () => {
        "[[claim]]\nid = \"new\"\ntext.en = \"Closes \\\"soon\\\".\"\nanchors = [\"close the old bridge\"]\nassessment = \"open\"\n"
    };
}

/// The same as an element of a list.
macro_rules! inline_claim {
    () => {
        "{ id = \"new\", text.en = \"Closes \\\"soon\\\".\", anchors = [\"close the old bridge\"], assessment = \"open\" }"
    };
}

/// The keys of a claim that supports itself.
macro_rules! a {
    () => {
        "[[claim]]\nid = \"a\"\ntext = \"A\"\nanchors = [\"said the mayor\"]\n"
    };
}

macro_rules! council {
    () => {
        "[[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"Council\"\n"
    };
}

macro_rules! echo {
    () => {
        "[[source]]\nid = \"echo\"\ntype = \"report\"\noutlet = \"Echo\"\n"
    };
}

/// Layouts: of `dossier.toml` below its head, and after a line `--- name` of another file.
const LAYOUTS: &[(&str, Try, &str)] = &[
    // A new table.
    ("a head alone", Try::Claim, concat!("‹\n", claim!(), "›")),
    ("after claims", Try::Claim, concat!(a!(), "‹\n", claim!(), "›")),
    ("after a blank line", Try::Claim, concat!(a!(), "\n‹", claim!(), "›")),
    (
        "without a final line end",
        Try::Claim,
        concat!("[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"‹\n\n", claim!(), "›"),
    ),
    ("after trailing comments", Try::Claim, concat!(a!(), "\n# That is all\n  # so far‹\n\n", claim!(), "›")),
    (
        "below the claim's own table",
        Try::Claim,
        concat!(
            "[[claim]]\nid = \"a\"\nanchors = [\"in May\"]\n[claim.text]\nen = \"A\"\n‹\n",
            claim!(),
            "›"
        ),
    ),
    (
        "below tables of mentions",
        Try::Claim,
        concat!(council!(), "[[actor.mentions]]\nexact = \"in May\"\n‹\n", claim!(), "›"),
    ),
    ("other tables last", Try::Claim, concat!(a!(), echo!(), "‹\n", claim!(), "›")),
    (
        "blanks in the brackets",
        Try::Claim,
        concat!("[[ claim ]]\nid = 'a'\ntext = 'A'\nanchors = ['in May']\n‹\n", claim!(), "›"),
    ),
    (
        "a quoted name",
        Try::Claim,
        concat!("[[\"claim\"]]\nid = 'a'\ntext = 'A'\nanchors = ['in May']\n‹\n", claim!(), "›"),
    ),
    ("an empty file for it", Try::Claim, concat!("--- claims.toml\n‹", claim!(), "›")),
    ("a file with a comment for it", Try::Claim, concat!("--- claims.toml\n# Claims‹\n\n", claim!(), "›")),
    (
        "claims in the head, and a file for it",
        Try::Claim,
        concat!(a!(), "‹\n", claim!(), "›--- claims.toml\n# later\n"),
    ),
    (
        "claims in both",
        Try::Claim,
        concat!(
            a!(),
            "--- claims.toml\n[[claim]]\nid = \"b\"\ntext = \"B\"\nanchors = [\"in May\"]\n‹\n",
            claim!(),
            "›"
        ),
    ),
    ("claims among the events", Try::Claim, concat!("--- events.toml\n", a!(), "‹\n", claim!(), "›")),
    (
        "an inline list",
        Try::Claim,
        concat!(
            "--- claims.toml\nclaim = [{ id = \"a\", text = \"A\", anchors = [\"in May\"] }‹, ",
            inline_claim!(),
            "›]\n"
        ),
    ),
    (
        "an inline list on lines",
        Try::Claim,
        concat!(
            "--- claims.toml\nclaim = [\n\t{ id = \"a\", text = \"A\", anchors = [\"in May\"] }, # one\n‹\t",
            inline_claim!(),
            ",\n›\t# no more\n]\n"
        ),
    ),
    (
        "an inline list without a comma",
        Try::Claim,
        concat!(
            "--- claims.toml\nclaim = [\n  { id = \"a\", text = \"A\", anchors = [\"in May\"] }‹,› # one\n‹  ",
            inline_claim!(),
            "\n›]\n"
        ),
    ),
    (
        "an empty list in the head",
        Try::Claim,
        concat!("--- claims.toml\nclaim = [‹", inline_claim!(), "›]\n"),
    ),
    (
        "an empty list with a comment",
        Try::Claim,
        concat!("--- claims.toml\nclaim = [‹", inline_claim!(), "› # none yet\n]\n"),
    ),
    (
        "a multi-line text last",
        Try::Claim,
        concat!(
            "[[claim]]\nid = \"a\"\nanchors = [\"in May\"]\ntext = \"\"\"\nA [[claim]]\n\"\"\"\n‹\n",
            claim!(),
            "›"
        ),
    ),
    // An element of a list.
    ("no list yet", Try::Alias, concat!(council!(), "‹aliases = [\"council\"]\n›")),
    (
        "no list yet, and a table within",
        Try::Alias,
        "[[actor]]\nid = \"council\"\nkind = \"government\"\n‹aliases = [\"council\"]\n›[actor.name]\nen = \"Council\"\n",
    ),
    (
        "no list yet, mentions and more",
        Try::Alias,
        concat!(
            council!(),
            "‹aliases = [\"council\"]\n›\n[[actor.mentions]]\nexact = \"in May\"\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n"
        ),
    ),
    (
        "a comment behind the last key",
        Try::Alias,
        "[[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"Council\" # in full\n‹aliases = [\"council\"]\n›# The mayor\n\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n",
    ),
    ("an empty list", Try::Alias, concat!(council!(), "aliases = [‹\"council\"›]\n")),
    ("an empty list over two lines", Try::Alias, concat!(council!(), "aliases = [‹\"council\"›\n]\n")),
    (
        "one alias",
        Try::Alias,
        concat!(council!(), "aliases = [\"The town\"‹, \"council\"›]\nprominent = true\n"),
    ),
    ("a trailing comma", Try::Alias, concat!(council!(), "aliases = [ 'The town'‹, \"council\"›, ]\n")),
    (
        "aliases on lines",
        Try::Alias,
        concat!(council!(), "aliases = [\n    \"The town\",\n    \"mayor\"‹,\n    \"council\"›\n]\n"),
    ),
    (
        "aliases on lines with commas",
        Try::Alias,
        concat!(council!(), "aliases = [\n  \"The town\", # in the end\n‹  \"council\",\n›  # no more\n]\n"),
    ),
    (
        "aliases on lines with a comment",
        Try::Alias,
        concat!(council!(), "aliases = [\n  \"The town\"‹,› # in the end\n‹  \"council\"\n›]\n"),
    ),
    (
        "two on a line",
        Try::Alias,
        concat!(council!(), "aliases = [\n  \"The town\", \"mayor\"‹, \"council\"›,\n]\n"),
    ),
    (
        "commas in front",
        Try::Alias,
        concat!(council!(), "aliases = [ \"The town\"\n          , \"mayor\"‹, \"council\"›\n          ]\n"),
    ),
    ("a quoted key", Try::Alias, concat!(council!(), "\"aliases\" = ['The town'‹, \"council\"›]\n")),
    (
        "brackets in the texts",
        Try::Alias,
        concat!(council!(), "name_ = \"x\"\naliases = [\"The town\", 'a]', \"b\\\"]\"‹, \"council\"›]\n"),
    ),
    (
        "an actor in a list",
        Try::Alias,
        "--- actors.toml\nactor = [{ id = \"council\", kind = \"government\", name = \"C\"‹, aliases = [\"council\"]› }]\n",
    ),
    (
        "an actor in a list over lines",
        Try::Alias,
        "--- actors.toml\nactor = [\n  {\n    id = \"council\",\n    kind = \"government\", # it is\n    name = \"C\", # in full\n‹    aliases = [\"council\"],\n›  },\n]\n",
    ),
    (
        "one actor as a single table",
        Try::Alias,
        "[actor]\nid = \"council\"\nkind = \"government\"\nname = \"C\"\n‹aliases = [\"council\"]\n›",
    ),
    (
        "its id in its name",
        Try::Alias,
        "[actor.council]\nkind = \"government\"\nname = \"C\"\n‹aliases = [\"council\"]\n›\n[actor.mayor]\nkind = \"person\"\nname = \"M\"\n",
    ),
    (
        "its id last",
        Try::Alias,
        "[[actor]]\nname = \"Mayor\"\nkind = \"person\"\nid = \"mayor\"\n[[actor]]\nname = \"Council\"\nkind = \"government\"\n# late\nid = \"council\"\n‹aliases = [\"council\"]\n›[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n",
    ),
    (
        "indented",
        Try::Alias,
        "[[actor]]\n  id = \"council\"\n  kind = \"government\"\n  name = \"Council\"\n‹  aliases = [\"council\"]\n›[[actor]]\n  id = \"mayor\"\n  kind = \"person\"\n  name = \"M\"\n",
    ),
    (
        "no final line end",
        Try::Alias,
        "[[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"Council\"‹\naliases = [\"council\"]›",
    ),
    (
        "mentions as tables",
        Try::Mention,
        concat!(
            council!(),
            "\n[[actor.mentions]]\nexact = \"in May\"\n‹\n[[actor.mentions]]\nexact = \"it\"\nsuffix = \" will close\"\ninferred = true\n›\n",
            a!()
        ),
    ),
    (
        "mentions as tables, close",
        Try::PlainMention,
        concat!(
            council!(),
            "  [[ actor . mentions ]]\n    exact = \"in May\" # so\n‹  [[ actor . mentions ]]\n    exact = \"so do we\"\n›  # end\n"
        ),
    ),
    (
        "mentions as a list of tables",
        Try::Mention,
        concat!(
            council!(),
            "mentions = [{ exact = \"in May\" }‹, { exact = \"it\", suffix = \" will close\", inferred = true }›]\n"
        ),
    ),
    (
        "no mentions yet",
        Try::Mention,
        concat!(council!(), "‹mentions = [{ exact = \"it\", suffix = \" will close\", inferred = true }]\n›"),
    ),
    (
        "anchors over lines",
        Try::Anchor,
        "[[claim]]\nid = \"a\"\ntext = \"A\"\nanchors = [\n  { exact = \"it\", suffix = \" will close\",\n    inferred = true },\n  \"said the mayor\",\n‹  \"It is a loss\",\n›]\n",
    ),
    (
        "anchors as tables",
        Try::Anchor,
        "[[claim]]\nid = \"a\"\ntext = \"A\"\n[[claim.anchors]]\nexact = \"said the mayor\"\n‹[[claim.anchors]]\nexact = \"It is a loss\"\n›",
    ),
    // A key.
    (
        "no assessment yet",
        Try::Assess,
        concat!(
            a!(),
            "‹assessment = \"open\"\n›\n[[gap]]\nid = \"g\"\ntext = \"G\"\nanchors = [\"in May\"]\n"
        ),
    ),
    (
        "an assessment",
        Try::Assess,
        concat!(a!(), "assessment = ‹\"qualified\"|\"open\"› # for now\n", "sources = [\"echo\"]\n", echo!()),
    ),
    (
        "in single quotation marks",
        Try::Assess,
        concat!(a!(), "assessment='‹qualified|open›'\n", "sources = [\"echo\"]\n", echo!()),
    ),
    (
        "over lines",
        Try::Assess,
        concat!(a!(), "assessment = '''‹qualified|open›'''\n", "sources = [\"echo\"]\n", echo!()),
    ),
    (
        "a list over lines last",
        Try::Assess,
        "[[claim]]\nid = \"a\"\ntext = \"A\"\nanchors = [\n  \"said the mayor\", # so\n]\n‹assessment = \"open\"\n›# next\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n",
    ),
    (
        "a table within",
        Try::Assess,
        "[[claim]]\nid = \"a\"\nanchors = [\"said the mayor\"]\n‹assessment = \"open\"\n›\n[claim.text]\nde = \"A\"\nen = \"A\"\n",
    ),
    (
        "a table within first",
        Try::Assess,
        "[[claim]]\nid = \"a\"\n‹assessment = \"open\"\n›[claim.text]\nen = \"A\"\n",
    ),
    (
        "notes by dotted keys",
        Try::Note,
        "[[claim]]\nid = \"a\"\ntext = \"A\"\nnote.de = \"Ja\"\n‹note.en = \"As it says.\"\n›anchors = [\"said the mayor\"]\n",
    ),
    (
        "notes by other dotted keys",
        Try::Note,
        "[[claim]]\nid = \"a\"\ntext = \"A\"\n  \"note\" . de = \"Ja\" # yes\n‹  \"note\".en = \"As it says.\"\n›anchors = [\"said the mayor\"]\n",
    ),
    ("notes in a list of keys", Try::Note, concat!(a!(), "note = { de = \"Ja\"‹, en = \"As it says.\"› }\n")),
    ("an empty list of keys", Try::Note, concat!(a!(), "note = {‹ en = \"As it says.\" ›}\n")),
    ("notes in a table", Try::Note, concat!(a!(), "[claim.note]\nde = \"Ja\"\n‹en = \"As it says.\"\n›")),
    ("the same note", Try::Note, concat!(a!(), "[claim.note]\nen = ‹\"It says.\"|\"As it says.\"›\n")),
    ("no note", Try::Note, concat!(a!(), "‹note.en = \"As it says.\"\n›")),
    (
        "a note for all",
        Try::PlainNote,
        concat!(a!(), "note = ‹\"\"\"\nOld \\\n  note\"\"\"|\"\"\"As it says.\"\"\"›\n"),
    ),
    (
        "a claim in a list with dotted keys",
        Try::Note,
        "--- claims.toml\nclaim = [{ id = \"a\", note.de = \"Ja\"‹, note.en = \"As it says.\"›, text = \"A\", anchors = [\"in May\"] }]\n",
    ),
    ("no sources yet", Try::Source, concat!(echo!(), a!(), "‹sources = [\"echo\"]\n›")),
    (
        "another source",
        Try::Source,
        concat!(
            a!(),
            "sources = [\"two\"‹, \"echo\"›]\n",
            echo!(),
            "[[source]]\nid = \"two\"\ntype = \"report\"\noutlet = \"Two\"\n"
        ),
    ),
    (
        "dates and numbers beside it",
        Try::Source,
        concat!(
            echo!(),
            "issued = 2026-03-02\naccessed = 2026-03-02T10:00:00Z\n[[place]]\nid = \"p\"\nname = \"P\"\ncoordinates = [1.5e0, 0x2A]\n",
            a!(),
            "‹sources = [\"echo\"]\n›"
        ),
    ),
    (
        "other words for a place",
        Try::Near,
        "[[gap]]\nid = \"g\"\ntext = \"G\"\nanchors = [\"in May\"]\nnear = ‹{ exact = \"it\", suffix = \" will\" }|\"so do we\"›\n",
    ),
    (
        "letters of all kinds",
        Try::Note,
        "[[claim]]\nid = \"a\"\ntext = \"Ärger – “ja” \\u00e4 🌉\"\n# 橋\nanchors = [\"said the mayor\"]\n‹note.en = \"As it says.\"\n›",
    ),
];

/// The files of a row before and after.
fn files_of(row: &str, mark: &str, line_end: &str) -> (Memory, Memory) {
    let (mut before, mut later) = (Memory::default(), Memory::default());
    let row = format!("{HEAD}{row}");
    let mut name = "dossier.toml".to_owned();
    for (place, part) in row.split("--- ").enumerate() {
        let text = if place == 0 {
            part
        } else {
            let (file, rest) = part.split_once('\n').unwrap();
            file.clone_into(&mut name);
            rest
        };
        let (mut old, mut new) = (mark.to_owned(), mark.to_owned());
        for (number, piece) in text.split(['‹', '›']).enumerate() {
            let (from, to) = match (number % 2, piece.split_once('|')) {
                (0, _) => (piece, piece),
                (_, Some((from, to))) => (from, to),
                (_, None) => ("", piece),
            };
            old.push_str(from);
            new.push_str(to);
        }
        before = before.with(&name, old.replace('\n', line_end));
        later = later.with(&name, new.replace('\n', line_end));
    }
    (before.with("a.txt", ARTICLE), later.with("a.txt", ARTICLE))
}

#[test]
fn a_change_goes_where_it_belongs_and_all_else_stays() {
    for (name, tried, row) in LAYOUTS {
        for (mark, line_end) in [("", "\n"), ("", "\r\n"), ("\u{feff}", "\n"), ("\u{feff}", "\r\n")] {
            let (before, expected) = files_of(row, mark, line_end);
            let errors = load(&before).unwrap().tally.errors;
            let found = plan(&before, &change(vec![tried.step()]));
            let found = found.unwrap_or_else(|why| panic!("{name}: {why:?}\n{row}"));
            let later = after(&before, &found);
            assert_eq!(contents(&later), contents(&expected), "{name} {line_end:?}");
            assert_eq!(found.loaded.tally, load(&later).unwrap().tally, "{name}");
            assert!(found.loaded.tally.errors <= errors, "{name}");
            let back = revert(&later, &found.undo).unwrap_or_else(|why| panic!("{name}: {why:?}"));
            let old = after(&later, &back);
            assert_eq!(contents(&old), contents(&before), "{name}: taken back");
            let again = revert(&old, &back.undo).unwrap_or_else(|why| panic!("{name}: {why:?}"));
            assert_eq!(contents(&after(&old, &again)), contents(&expected), "{name}: made again");
        }
    }
}

/// What the rules are there for: a table at the end of `dossier.toml`, whatever stands there, would make some of these layouts
/// unreadable or add errors, or not be read as the last of its kind.
#[test]
fn a_table_at_the_end_of_the_head_would_not_do() {
    let is_broken = |row: &str| {
        let (before, _) = files_of(row, "", "\n");
        let errors = load(&before).unwrap().tally.errors;
        let head = String::from_utf8(before.read("dossier.toml", 1 << 20).unwrap()).unwrap();
        let naive = before.with("dossier.toml", head + claim!());
        load(&naive).map_or(true, |loaded| {
            loaded.tally.errors > errors
                || loaded.dossier.claims.last().is_none_or(|claim| claim.id.as_str() != "new")
        })
    };
    let claims = LAYOUTS.iter().filter(|(_, tried, _)| matches!(tried, Try::Claim));
    assert!(claims.filter(|(.., row)| is_broken(row)).count() > 4);
}

#[test]
fn the_line_end_is_that_of_the_line_before() {
    let text = format!("{HEAD}[[claim]]\r\nid = \"a\"\r\ntext = \"A\"\r\nanchors = [\"in May\"]\n# end\r\n");
    let before = Memory::default().with("a.txt", ARTICLE).with("dossier.toml", text.clone());
    let found = plan(&before, &change(vec![Try::Assess.step()])).unwrap();
    let later = found.files["dossier.toml"].after.as_ref().unwrap();
    assert_eq!(String::from_utf8_lossy(later), text.replace("# end", "assessment = \"open\"\n# end"));
    let found = plan(&before, &change(vec![Try::Claim.step()])).unwrap();
    let later = found.files["dossier.toml"].after.as_ref().unwrap();
    let later = String::from_utf8_lossy(later).into_owned();
    assert_eq!(later, text + "\r\n" + &claim!().replace('\n', "\r\n"));
}
