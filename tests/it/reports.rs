//! What an author reads: dossiers broken on purpose, each with the exact report that `fundstelle check` gives of it.
//! `tests/it/snapshots/reports.snap` is that report, to be read as prose: can the mistake be fixed from it alone?

#![expect(clippy::unwrap_used, reason = "a test that cannot write its files had better fail")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;

use crate::common::run::{Answer, Folder, program, run};
use fundstelle::load::{self, Problem, Rule};
use fundstelle::runtime::SettingsFile;

/// A small dossier with nothing wrong.
pub(crate) const SOUND: [(&str, &str); 8] = [
    (
        "dossier.toml",
        r#"format = 1
id = "bridge"
title.en = "The bridge"
title.de = "Die Brücke"
observations = "figures.csv"

[article]
file = "article.txt"
language = "en"
outlet = "Valley Courier"
published = "2026-03-02"
"#,
    ),
    (
        "article.txt",
        "Old bridge to close\n\
         The council will reportedly close the old bridge in May, the mayor said. It may reopen.\n\
         Lorries were banned by the council in 2024.\n",
    ),
    (
        "sources.toml",
        r#"[[source]]
id = "minutes"
type = "report"
outlet = "Town council"
title = "Minutes of 24 February"
issued = "2026-02-24"
accessed = "2026-02-25"
"#,
    ),
    (
        "actors.toml",
        r#"[[actor]]
id = "council"
kind = "government"
name = "The town council"
aliases = ["council"]
mentions = [{ exact = "the mayor", suffix = " said", inferred = true }]
role = "Decides on the bridge."
anchors = ["The council will reportedly close the old bridge"]

[[actor]]
id = "bridge"
kind = "place"
name = "The old bridge"
aliases = ["bridge"]
"#,
    ),
    (
        "claims.toml",
        r#"[[claim]]
id = "closes"
text.en = "The bridge closes in May."
text.de = "Die Brücke schließt im Mai."
anchors = ["close the old bridge in May"]
hedge = "reportedly"
actors = ["council", "bridge"]
assessment = "qualified"
sources = ["minutes"]
"#,
    ),
    (
        "events.toml",
        r#"[[lane]]
id = "town"
short = "Town"
name = "The town"

[[event]]
id = "vote"
date = "2026-02-24"
lane = "town"
kind = "mandate"
title = "Council votes on the bridge"
summary = "Nine to four, for lorries only."
actors = ["council"]
sources = ["minutes"]
"#,
    ),
    (
        "series.toml",
        r#"[[place]]
id = "north"
name = "North ramp"
coordinates = [103.8, 1.3]

[[series]]
id = "lorries"
outlet = "Town council"
unit = "lorries a day"
kind = "stock"
title = "Lorries on the bridge"
definition = "Counted on one day in May"
"#,
    ),
    (
        "figures.csv",
        "series,place,date,value,qualifier,source,note\nlorries,north,2024-05,120,exact,minutes,\n",
    ),
];

/// Two series that are planned for the one there.
const PLANNED_CARS: &str = r#"
[[series]]
id = "cars"
outlet = "Town council"
unit = "lorries a day"
kind = "stock"
title = "Lorries to come"
definition = "As the plan of May has it"
planned_for = "lorries"
"#;
const PLANNED_VANS: &str = r#"
[[series]]
id = "vans"
outlet = "Town council"
unit = "lorries a day"
kind = "stock"
title = "Lorries hoped for"
definition = "As the plan of June has it"
planned_for = "lorries"
"#;

/// What was done to the sound dossier.
enum Slip {
    /// In a file these words became others.
    Change(&'static str, &'static str, &'static str),
    /// A file goes on with this.
    More(&'static str, &'static str),
    /// A file holds this.
    Holds(&'static str, Vec<u8>),
    /// A file is not there.
    Gone(&'static str),
    /// A file is a link to another path.
    #[cfg(unix)]
    Link(&'static str, &'static str),
}

use Slip::{Change, Gone, Holds, More};

/// The source of the sound dossier was not read.
const UNREAD: Slip = Change("sources.toml", "accessed = \"2026-02-25\"\n", "");

/// A source that was read and only retells the other.
const LETTER: &str = "\n[[source]]\nid = \"letter\"\ntype = \"report\"\noutlet = \"A reader\"\naccessed = \"2026-03-01\"\n\
                      repeats = [\"minutes\"]\n";

/// The claim is assessed so, by these sources.
fn claimed(assessment: &'static str) -> Slip {
    Change("claims.toml", "\"qualified\"\nsources = [\"minutes\"]", assessment)
}

/// The broken dossiers, by what is wrong.
fn cases() -> Vec<(&'static str, Vec<Slip>)> {
    let claim = |from, to| vec![Change("claims.toml", from, to)];
    let event = |from, to| vec![Change("events.toml", from, to)];
    let row = |row| vec![More("figures.csv", row)];
    let long = "a".repeat(4001);
    let translated = |written: &'static str, text: &[u8]| {
        vec![More("dossier.toml", written), Holds("article.de.txt", text.to_vec())]
    };
    let into_markdown = |text: String| {
        vec![
            More("dossier.toml", "translation.de = \"article.de.md\"\n"),
            Holds("article.de.md", text.into_bytes()),
        ]
    };
    let markdown = "# Old bridge to close\n\nThe council will reportedly close the old bridge in May, the mayor said. It may \
                    reopen.\n\n- Lorries were banned by the council in 2024.\n- All go round.\n\nIn May.\n";
    let of_markdown = |text: &str| {
        vec![
            Change("dossier.toml", "article.txt", "article.md"),
            Holds("article.md", markdown.as_bytes().to_vec()),
            More("dossier.toml", "translation.de = \"article.de.md\"\n"),
            Holds("article.de.md", text.into()),
        ]
    };
    vec![
        ("nothing", vec![]),
        // Translations.
        ("a translation that is not there", translated("translation.de = \"artikel.de.txt\"\n", b"")),
        ("a translation of another kind", translated("translation.de = \"article.pdf\"\n", b"")),
        ("a translation that is no UTF-8", translated("translation.de = \"article.de.txt\"\n", b"Alte Br\xfccke\n")),
        (
            "a translation that ends too soon",
            translated("translation.de = \"article.de.txt\"\n", "\nAlte Brücke wird gesperrt\n\n  Der Rat sperrt sie im Mai.\n\n".as_bytes()),
        ),
        (
            "a translation with a line too many",
            translated("translation.de = \"article.de.txt\"\n", "Alte Brücke wird gesperrt\n\nDer Rat sperrt sie.\n—\n  Von Anna Albers\n".as_bytes()),
        ),
        (
            "a translation in Markdown with an item too many",
            into_markdown(
                "---\ntitle: Alte Brücke\n---\n\nDer Rat sperrt sie.\n\n* * *\n\n- Keine\n- Lastwagen\n".to_owned(),
            ),
        ),
        ("a translation of Markdown that lacks an item", of_markdown("# Alte Brücke\n\nSie wird gesperrt.\n\n- Keine Lastwagen.\n\nIm Mai.\n")),
        ("a translation of Markdown that lacks its end", of_markdown("# Alte Brücke\n\nSie wird gesperrt.\n\n- Keine Lastwagen.\n- Alle fahren um.\n")),
        ("a translation in Markdown that nests too deeply", into_markdown(format!("{}Alt\n", "> ".repeat(65)))),
        ("an empty translation", translated("translation.de = \"article.de.txt\"\n", b"\n \n")),
        (
            "a translation into the article's own language",
            translated("translation.en = \"article.de.txt\"\n", b"Old\n"),
        ),
        (
            "two translations into one language",
            translated(
                "translation.de = \"article.de.txt\"\ntranslation.DE = \"article.de.txt\"\n",
                "Alt\n—\nNeu\n".as_bytes(),
            ),
        ),
        ("translations without a language", translated("translation = \"article.de.txt\"\n", b"")),
        ("a translation into no language", translated("translation.\"d!\" = \"article.de.txt\"\n", b"")),
        ("a translation without a name", translated("translation.de = \" \"\n", b"")),
        // Broken TOML.
        (
            "several slips of TOML in two files",
            vec![
                Change("claims.toml", "\"qualified\"", "qualified"),
                Change("claims.toml", "in May\"]", "in May]"),
                Change("events.toml", "[[event]]", "[[event]"),
            ],
        ),
        ("an unquoted month", event("\"2026-02-24\"", "2026-02")),
        ("an unquoted day that does not exist", event("\"2026-02-24\"", "2026-02-30")),
        ("curly quotation marks", claim("\"qualified\"", "“qualified”")),
        (
            "true with a capital",
            vec![
                Change("actors.toml", "inferred = true", "inferred = True"),
                More("events.toml", "prominent = FALSE\n"),
            ],
        ),
        (
            "a single table among several",
            vec![
                Change("actors.toml", "[[actor]]\nid = \"bridge\"", "[actor]\nid = \"bridge\""),
                More("actors.toml", "\n[[actor]]\nid = \"mayor\"\nkind = \"person\"\nname = \"The mayor\"\n"),
            ],
        ),
        (
            "a single table before others",
            vec![Change("actors.toml", "[[actor]]\nid = \"council\"", "[actor]\nid = \"council\"")],
        ),
        ("a key twice", vec![Change("sources.toml", "title =", "outlet =")]),
        ("a list that is not closed", claim("\"bridge\"]", "\"bridge\"")),
        ("a key without a value", claim("hedge = \"reportedly\"", "hedge")),
        ("a lost comma", claim("\"council\", \"bridge\"", "\"council\" \"bridge\"")),
        // Keys.
        ("a misspelt key", claim("assessment", "assesment")),
        ("a key that is like no other", claim("hedge", "caution")),
        (
            "a misspelt table",
            vec![Change("actors.toml", "[[actor]]\nid = \"bridge\"", "[[aktor]]\nid = \"bridge\"")],
        ),
        (
            "a key of the head caught under [article]",
            vec![
                Change("dossier.toml", "observations = \"figures.csv\"\n", ""),
                More("dossier.toml", "observations = \"figures.csv\"\n"),
            ],
        ),
        (
            "a title caught under a table",
            vec![
                Change("dossier.toml", "title.en = \"The bridge\"\ntitle.de = \"Die Brücke\"\n", ""),
                More(
                    "dossier.toml",
                    "\n[[lane]]\nid = \"law\"\nshort = \"Law\"\nname = \"Law\"\ntitle = \"The bridge\"\n",
                ),
            ],
        ),
        (
            "a claim's key caught under a source",
            vec![
                Change("claims.toml", "assessment = \"qualified\"\nsources = [\"minutes\"]\n", ""),
                More(
                    "claims.toml",
                    "\n[[source]]\nid = \"letter\"\ntype = \"report\"\noutlet = \"A reader\"\nrepeats = [\"minutes\"]\n\
                     assessment = \"open\"\n",
                ),
            ],
        ),
        ("a single table for several", claim("[[claim]]", "[claim]")),
        (
            "a key of the head in another file",
            vec![Change("sources.toml", "[[source]]", "as_of = \"2026\"\n[[source]]")],
        ),
        // Types.
        ("a number for a text", vec![Change("series.toml", "\"lorries a day\"", "7")]),
        ("a text for a list", claim("[\"council\", \"bridge\"]", "\"council\"")),
        ("a number for a list", vec![Change("actors.toml", "[\"bridge\"]", "5")]),
        (
            "a list for a quotation",
            vec![More(
                "claims.toml",
                "\n[[gap]]\nid = \"why\"\ntext = \"Why.\"\nnear = [\"It may reopen\"]\nsources = [\"minutes\"]\n",
            )],
        ),
        ("a text for tables", vec![Change("events.toml", "[[lane]]", "stop = \"first\"\n[[lane]]")]),
        ("a word that is none of those allowed", vec![Change("series.toml", "\"stock\"", "\"stok\"")]),
        ("a text for a flag", vec![More("events.toml", "prominent = \"yes\"\n")]),
        // Dates.
        ("a month that does not exist", event("2026-02-24", "2026-13")),
        ("a day that does not exist", event("2026-02-24", "2026-02-30")),
        ("a date in words", event("2026-02-24", "in February")),
        ("an unquoted year", event("\"2026-02-24\"", "2026")),
        ("a season", event("2026-02-24", "2026-21")),
        ("an interval the wrong way round", event("2026-02-24", "2026/2024")),
        // Ids.
        ("an id twice", vec![Change("actors.toml", "id = \"bridge\"", "id = \"council\"")]),
        (
            "an id twice, in two files",
            vec![More("claims.toml", "\n[[actor]]\nid = \"council\"\nkind = \"group\"\nname = \"x\"\n")],
        ),
        ("an id that names nothing", claim("[\"council\", \"bridge\"]", "[\"counsil\", \"mayor\"]")),
        ("an id that is none", vec![Change("events.toml", "\"vote\"", "\"The vote\"")]),
        ("no id", vec![Change("events.toml", "id = \"vote\"\n", "")]),
        ("no such lane", event("lane = \"town\"", "lane = \"city\"")),
        ("sources that repeat each other", vec![More("sources.toml", "repeats = [\"minutes\"]\n")]),
        // Evidence.
        ("a statement without evidence", vec![Change("events.toml", "sources = [\"minutes\"]\n", "")]),
        ("an assessment without a source", claim("sources = [\"minutes\"]\n", "")),
        ("an assessment by sources that nobody read", vec![UNREAD]),
        (
            "retellings of one report that nobody read",
            vec![UNREAD, More("sources.toml", LETTER), claimed("\"borne-out\"\nsources = [\"letter\"]")],
        ),
        (
            "a source that nothing rests on",
            vec![More(
                "sources.toml",
                "\n[[source]]\nid = \"letter\"\ntype = \"report\"\noutlet = \"A reader\"\n",
            )],
        ),
        (
            "words that do not stand in the article",
            claim("close the old bridge in May", "shut the old bridge in May"),
        ),
        ("words that stand twice", claim("close the old bridge in May", "council")),
        (
            "words that stand only inside a longer word or number",
            vec![
                Change("article.txt", "It may reopen.", "It cost 161 million pounds and may reopen."),
                Change(
                    "claims.toml",
                    "\"close the old bridge in May\"",
                    "\"61 million pounds\", \"old bridge in Ma\"",
                ),
            ],
        ),
        (
            "words that are only a part of a word with their context",
            claim("\"close the old bridge in May\"", "{ exact = \"bridge in Ma\", suffix = \"y\" }"),
        ),
        (
            "a context that begins inside a number",
            vec![
                Change("article.txt", "It may reopen.", "It cost 161 million pounds and may reopen."),
                Change(
                    "claims.toml",
                    "\"close the old bridge in May\"",
                    "{ exact = \"million pounds\", prefix = \"61 \" }",
                ),
            ],
        ),
        (
            "words that are only a part of a longer word where their context stands",
            vec![
                Change(
                    "article.txt",
                    "It may reopen.",
                    "It is an old bridgehead. The old bridge may reopen.",
                ),
                Change(
                    "claims.toml",
                    "\"close the old bridge in May\"",
                    "{ exact = \"bridge\", prefix = \"an old \" }",
                ),
            ],
        ),
        (
            "digits that are only a part of a longer number where their context stands",
            vec![
                Change("article.txt", "It may reopen.", "It cost some 12’500 pounds, and 12 jobs."),
                Change(
                    "claims.toml",
                    "\"close the old bridge in May\"",
                    "{ exact = \"12\", prefix = \"some \" }",
                ),
            ],
        ),
        (
            "words that stand only where nothing is shown",
            vec![
                Change("article.txt", "Lorries were", "Share this page\nLorries were"),
                Change("dossier.toml", "outlet =", "boilerplate = [\"Share this page\"]\noutlet ="),
                Change("claims.toml", "close the old bridge in May", "Share this page"),
            ],
        ),
        (
            "a quotation with marks of another kind",
            vec![
                Change("article.txt", "the council in 2024", "the council’s vote – in 2024"),
                Change("claims.toml", "close the old bridge in May", "banned by the council's vote - in 2024"),
            ],
        ),
        (
            "a context with marks of another kind",
            vec![
                Change("article.txt", "the council in 2024", "the council: „in 2024“, it"),
                Change(
                    "claims.toml",
                    "\"close the old bridge in May\"",
                    "{ exact = \"in 2024\", prefix = \"council: \\\"\" }",
                ),
            ],
        ),
        ("a hedge that stands elsewhere", claim("reportedly", "may reopen")),
        ("a hedge that is misspelt", claim("reportedly", "reportedley")),
        (
            "a hedge with marks of another kind",
            vec![
                Change("article.txt", "the mayor said.", "the mayor said, on the town’s word."),
                Change("claims.toml", "reportedly", "on the town's word"),
            ],
        ),
        (
            "a hedge that stands only inside a longer word",
            vec![
                Change("article.txt", "reportedly", "unreportedly"),
                Change("actors.toml", "will reportedly", "will unreportedly"),
            ],
        ),
        (
            "an attribution that stands elsewhere",
            claim("actors = [\"council\"", "attribution = \"two officials\"\nactors = [\"council\""),
        ),
        (
            "a claim without a text and without words of the article",
            vec![
                Change("claims.toml", "text.en = \"The bridge closes in May.\"\ntext.de = \"Die Brücke schließt im Mai.\"\n", ""),
                Change("claims.toml", "anchors = [\"close the old bridge in May\"]\nhedge = \"reportedly\"\n", ""),
            ],
        ),
        // Texts.
        (
            "a title too long",
            event("Council votes on the bridge", "The council votes at long last on the old bridge"),
        ),
        ("a language missing", claim("text.de = \"Die Brücke schließt im Mai.\"\n", "")),
        (
            "a language that is misspelt",
            vec![
                Change("claims.toml", "text.de", "text.ed"),
                Change(
                    "actors.toml",
                    "role = \"Decides on the bridge.\"",
                    "role.en = \"Decides on the bridge.\"\nrole.de = \"Entscheidet über die Brücke.\"",
                ),
            ],
        ),
        (
            "a language that one text alone has",
            vec![
                Change("claims.toml", "text.de", "text.fr = \"Le pont.\"\ntext.de"),
                Change(
                    "actors.toml",
                    "role = \"Decides on the bridge.\"",
                    "role.en = \"Decides on the bridge.\"\nrole.de = \"Entscheidet über die Brücke.\"",
                ),
            ],
        ),
        (
            "a language by its name",
            vec![
                Change("dossier.toml", "language = \"en\"", "language = \"English\""),
                Change("dossier.toml", "title.de", "title.german"),
            ],
        ),
        (
            "a state's code of another making",
            vec![
                Change("series.toml", "name = \"North ramp\"", "name = \"North ramp\"\ncountry = \"UK\""),
                Change("actors.toml", "kind = \"place\"", "kind = \"place\"\ncountry = \"XX\""),
            ],
        ),
        ("an empty text", claim("\"Die Brücke schließt im Mai.\"", "\"\"")),
        (
            "control characters",
            claim("hedge = \"reportedly\"", "hedge = \"\\u001b[31mreportedly\"\t# \u{1b}]0;x"),
        ),
        // Names.
        (
            "an alias that matches nothing",
            vec![Change("actors.toml", "[\"bridge\"]", "[\"bridge\", \"Bridge\"]")],
        ),
        (
            "an alias of which other forms stand",
            vec![Change("actors.toml", "[\"bridge\"]", "[\"Bridges\"]")],
        ),
        (
            "an alias with marks of another kind",
            vec![
                Change("article.txt", "the old bridge", "the ‘old’ bridge"),
                Change("actors.toml", "reportedly close the old bridge", "reportedly close"),
                Change("actors.toml", "[\"bridge\"]", "[\"'old' bridge\"]"),
                Change("claims.toml", "close the old bridge in May", "bridge in May"),
            ],
        ),
        ("an alias of two actors", vec![Change("actors.toml", "[\"bridge\"]", "[\"bridge\", \"council\"]")]),
        (
            "an alias inside the name of another actor",
            vec![More(
                "actors.toml",
                "\n[[actor]]\nid = \"arch\"\nkind = \"place\"\nname = \"Arch\"\naliases = [\"old bridge\"]\n",
            )],
        ),
        (
            "exceptions without effect",
            vec![Change(
                "actors.toml",
                "[\"bridge\"]",
                "[\"bridge\"]\nnot_in = [\"old bridges\", \"Lorries\"]",
            )],
        ),
        (
            "an alias that only stands in exceptions",
            vec![Change("actors.toml", "[\"bridge\"]", "[\"bridge\"]\nnot_in = [\"old bridge\", \"Old bridge\"]")],
        ),
        (
            "mentions of one actor that collide",
            vec![Change("actors.toml", "inferred = true }]", "inferred = true }, { exact = \"mayor\" }]")],
        ),
        // Figures.
        ("a number with a comma", row("lorries,north,2025-05,\"1,5\",exact,minutes,\n")),
        ("a date in a row that is none", row("lorries,north,\"2025-5\",130,exact,minutes,\n")),
        ("a number in another way of writing", row("lorries,north,2025-05,1e3,exact,minutes,\n")),
        (
            "a quote that nobody closes",
            row(
                "lorries,north,2025-05,130,exact,minutes,\"one day\nlorries,north,2025-06,130,exact,minutes,\n",
            ),
        ),
        (
            "a quote where none may stand",
            row(
                "lorries,north,2025-05,130,exact,minutes,6\" deep\nlorries,north,2025-06,130,exact,minutes,\"one\" day\n",
            ),
        ),
        ("a row that is too short", row("lorries,north,2025-05,130\n")),
        ("a place and a source that are unknown", row("lorries,nort,2025-05,130,exact,minute,\n")),
        ("a row in which much is wrong", row("lorries,nort,2025-5,many,exat,minute,\n")),
        (
            "a value without a date",
            row("lorries,north,,130,exact,minutes,\nlorries,north,XXXX,140,exact,minutes,\n"),
        ),
        ("a figure twice", row("lorries,north,2024-05,121,exact,minutes,\n")),
        (
            "a series without figures",
            vec![More(
                "series.toml",
                "\n[[series]]\nid = \"cars\"\noutlet = \"Town council\"\nunit = \"cars a day\"\nkind = \"stock\"\ntitle = \"Cars on the bridge\"\ndefinition = \"Counted on one day in May\"\n",
            )],
        ),
        ("a column that is misspelt", vec![Change("figures.csv", "qualifier", "qualifer")]),
        // Places.
        ("coordinates swapped", vec![Change("series.toml", "[103.8, 1.3]", "[1.3, 103.8]")]),
        ("coordinates off the earth", vec![Change("series.toml", "[103.8, 1.3]", "[1038, 13]")]),
        // Files.
        ("a file that is not there", vec![Change("dossier.toml", "article.txt", "artikle.txt")]),
        ("a path out of the folder", vec![Change("dossier.toml", "\"article.txt\"", "\"../article.txt\"")]),
        #[cfg(unix)]
        ("a link out of the folder", vec![Slip::Link("article.txt", "/etc/passwd")]),
        ("a file above its limit", vec![Holds("claims.toml", vec![b'#'; (8 << 20) + 1])]),
        ("an article above its limit", vec![Holds("article.txt", vec![b'a'; (10 << 20) + 1])]),
        ("bytes that are no text", vec![Holds("figures.csv", b"series,place\n\xff\xfe".to_vec())]),
        ("a format of another version", vec![Change("dossier.toml", "format = 1", "format = 2")]),
        (
            "no article named",
            vec![Holds("dossier.toml", b"format = 1\nid = \"x\"\ntitle = \"x\"\n".to_vec())],
        ),
        ("an article whose file is not named", vec![Change("dossier.toml", "file = \"article.txt\"\n", "")]),
        ("a format that is no number", vec![Change("dossier.toml", "format = 1", "format = \"one\"")]),
        ("a value that is not there", vec![Holds("tour.toml", b"x = \n".to_vec())]),
        ("a file of tables that is not UTF-8", vec![Holds("tour.toml", b"a = 1\n\xff".to_vec())]),
        // Decisions on suggestions.
        ("decisions that are no TOML", vec![Holds("suggested.toml", b"[[decided]]\nkind = name\n".to_vec())]),
        ("decisions that are not UTF-8", vec![Holds("suggested.toml", b"[[decided]]\nwords = \"\xff\"\n".to_vec())]),
        (
            "decisions that say too little",
            vec![Holds(
                "suggested.toml",
                b"[[decided]]\nkind = \"names\"\nwords = []\ndecision = \"reject\"\n\n[[decided]]\nkind = \"time\"\n\
                  word = \"in May\"\n\n[[known]]\nid = \"Council\"\nkind = \"council\"\nalias = [\"council\"]\n"
                    .to_vec(),
            )],
        ),
        (
            "tables of the dossier beside decisions",
            vec![Holds(
                "suggested.toml",
                b"[decided]\nkind = \"name\"\nwords = \"bridge\"\ndecision = \"rejected\"\n\n[[claim]]\nid = \"x\"\n".to_vec(),
            )],
        ),
        (
            "figures that are not there",
            vec![Change("dossier.toml", "\"figures.csv\"", "\"figure.csv\"")],
        ),
        ("no format", vec![Change("dossier.toml", "format = 1\n", "")]),
        ("a file with a name that is near another's", vec![Holds("gaps.toml", b"".to_vec())]),
        (
            "sources in a file of another name",
            vec![
                Gone("sources.toml"),
                Holds(
                    "quellen.toml",
                    b"[[source]]\nid = \"minutes\"\ntype = \"report\"\noutlet = \"Town council\"\naccessed = \"2026-02-25\"\n"
                        .to_vec(),
                ),
            ],
        ),
        ("figures that nobody names", vec![Change("dossier.toml", "observations = \"figures.csv\"\n", "")]),
        ("a folder with two articles and no dossier", vec![Gone("dossier.toml"), Holds("b.md", b"# B\n".to_vec())]),
        ("a folder with neither", vec![Gone("dossier.toml"), Gone("article.txt")]),
        ("an article of another type", vec![Change("dossier.toml", "article.txt", "article.doc")]),
        ("an article without words", vec![Holds("article.txt", b" \n\n".to_vec())]),
        ("an article that is not UTF-8", vec![Holds("article.txt", b"Old bridge\nab\xc3".to_vec())]),
        ("an article in another encoding", vec![Holds("article.txt", b"Alte Br\xfccke\nSie schlie\xdft.\n".to_vec())]),
        ("an article that is a PDF file", vec![Holds("article.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec())]),
        (
            "an article that nests too deeply",
            vec![
                Change("dossier.toml", "article.txt", "article.md"),
                Holds("article.md", format!("{}\n{} x\n", SOUND[1].1, ">".repeat(100)).into_bytes()),
            ],
        ),
        (
            "an article with a conflict, and one in the wrong encoding",
            vec![Holds(
                "article.txt",
                SOUND[1].1.replace("It may", "\n<<<<<<< HEAD\nFÃ¤hren may.\n=======\nIt may").into_bytes(),
            )],
        ),
        (
            "headings and boilerplate that are no lines",
            vec![Change(
                "dossier.toml",
                "outlet =",
                "headings = [\"Old bridge\"]\nboilerplate = [\"Comments\"]\noutlet =",
            )],
        ),
        // Lengths.
        (
            "texts beyond the limit",
            vec![
                Holds("events.toml", SOUND[5].1.replace("Nine to four, for lorries only.", &long).into_bytes()),
                Holds("figures.csv", SOUND[7].1.replace("minutes,\n", &format!("minutes,{long}\n")).into_bytes()),
            ],
        ),
        // The tour.
        (
            "stops that cannot be shown",
            vec![Holds(
                "tour.toml",
                b"[[stop]]\nbig = \"a figure that is too long\"\n\
                  [[stop]]\ntitle = \"t\"\nselect = \"source:minutes\"\nview = \"all\"\nspeker = \"x\"\n\
                  [[stop]]\ntitle = \"t\"\nselect = \"observation:minutes\"\npanel = \"actors\"\nview = \"al\"\n\
                  [[stop]]\ntitle = \"t\"\nselect = \"minutes\"\npanel = \"claims\"\nview = \"none\"\n"
                    .to_vec(),
            )],
        ),
        (
            "stops that say too much",
            vec![Holds(
                "tour.toml",
                b"[[stop]]\ntitle = \"t\"\nselect = \"source:minutes\"\npoints = [\"a\", \"b\", \"c\", \"d\"]\nbig = \"999\"\n\
                  finding = \"one two three four five six seven eight nine ten eleven twelve and so on\"\n"
                    .to_vec(),
            )],
        ),
        (
            "a stop that shows what is not there",
            vec![
                Holds("tour.toml", b"[[stop]]\ntitle = \"t\"\nshow = \"overview\"\n".to_vec()),
                Gone("figures.csv"),
            ],
        ),
        (
            "a series that is called like a view",
            vec![
                Change("series.toml", "id = \"lorries\"", "id = \"overview\""),
                Change("figures.csv", "lorries,", "overview,"),
            ],
        ),
        (
            "a finding with a figure that is not its series'",
            vec![
                More("series.toml", "finding = \"Up from 4,000 to 4,100 in 2025\"\nshort = \"thirteen char\"\n"),
            ],
        ),
        (
            "a series that is planned for itself",
            vec![More("series.toml", "planned_for = \"lorries\"\n")],
        ),
        (
            "two series planned for the same one",
            vec![
                More("series.toml", PLANNED_CARS),
                More("series.toml", PLANNED_VANS),
                More("figures.csv", "cars,north,2024-05,100,exact,minutes,\nvans,north,2024-05,50,exact,minutes,\n"),
            ],
        ),
        // Sources.
        ("an access date that is no day", vec![Change("sources.toml", "2026-02-25", "2026-02")]),
        (
            "addresses that may not be opened",
            vec![
                Change("sources.toml", "issued =", "repeats = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]\nissued ="),
                More("sources.toml", &ADDRESSES),
            ],
        ),
        (
            "two sources that repeat each other",
            vec![More(
                "sources.toml",
                "repeats = [\"letter\"]\n[[source]]\nid = \"letter\"\ntype = \"report\"\noutlet = \"A reader\"\n\
                 repeats = [\"minutes\"]\n",
            )],
        ),
        ("a source named twice", claim("[\"minutes\"]", "[\"minutes\", \"minutes\"]")),
        // More on evidence.
        (
            "evidence of a role that is not there",
            vec![Change("actors.toml", "kind = \"place\"", "kind = \"place\"\nsources = [\"minutes\"]")],
        ),
        ("a quotation without words", claim("\"close the old bridge in May\"", "\" \"")),
        (
            "words that stand with another context",
            claim("\"close the old bridge in May\"", "{ exact = \"old bridge in May\", prefix = \"mend the \" }"),
        ),
        ("words that never stood there", claim("close the old bridge in May", "nobody knows where the ferry went")),
        (
            "words that have changed",
            vec![
                Change("article.txt", "in May, the mayor said", "in June, the mayor said"),
                Change("claims.toml", "close the old bridge in May", "will reportedly close the old bridge in May, the mayor said"),
            ],
        ),
        // More on figures.
        ("a column missing", vec![Change("figures.csv", ",qualifier", "")]),
        ("a column twice", vec![Change("figures.csv", ",note", ",place")]),
        ("a column in no language", vec![Change("figures.csv", ",note", ",note.german")]),
        ("a row without its series", row(",north,2025-05,130,exact,minutes,\n")),
        ("a decimal comma that separates", row("lorries,north,2025-05,43,5,exact,minutes,\n")),
        ("digits that would be lost", row("lorries,north,2025-05,0.12345678901234567,exact,minutes,\n")),
        ("a value with its unit", row("lorries,north,2025-05,43 %,exact,minutes,\n")),
        ("a day as spreadsheets write it", row("lorries,north,01/02/2025,43,exact,minutes,\n")),
        (
            "a value that can be two numbers",
            vec![Holds(
                "figures.csv",
                b"series;date;value;qualifier;source\nlorries;2024;1.234;exact;minutes\nlorries;2025;2.345;exact;minutes\n".to_vec(),
            )],
        ),
        (
            "decimal points and decimal commas",
            vec![Holds(
                "figures.csv",
                b"series;date;value;qualifier;source\nlorries;2024;12,5;exact;minutes\nlorries;2025;12.5;exact;minutes\n".to_vec(),
            )],
        ),
        (
            "columns in German",
            vec![Holds("figures.csv", b"Reihe;Datum;Wert;qualifier;Quelle\nlorries;2024;12;exact;minutes\n".to_vec())],
        ),
        (
            "a spreadsheet for the figures",
            vec![
                Change("dossier.toml", "figures.csv", "figures.xlsx"),
                Holds("figures.xlsx", b"PK\x03\x04\x14\0\x06\0\x08\xff".to_vec()),
            ],
        ),
        (
            "words with another figure",
            vec![Holds(
                "figures.csv",
                b"series,date,value,qualifier,source,anchor\nlorries,2024,120,exact,minutes,banned by the council in 2024\n".to_vec(),
            )],
        ),
        (
            "words of a figure that have changed",
            vec![Holds(
                "figures.csv",
                b"series,date,value,qualifier,anchor\nlorries,2024,2024,exact,Lorries were allowed by the council in 2024\n".to_vec(),
            )],
        ),
        (
            "a figure that nothing supports",
            vec![Holds(
                "figures.csv",
                b"series,date,value,qualifier,source,anchor\nlorries,2024,120,exact,,\n".to_vec(),
            )],
        ),
        (
            "a list without units",
            vec![
                Change("series.toml", "unit = \"lorries a day\"\n", ""),
                Change("series.toml", "\"stock\"", "\"list\""),
            ],
        ),
        (
            "a unit that is another than that of its series",
            vec![
                Change("figures.csv", ",note", ",unit"),
                More("figures.csv", "lorries,north,2025-05,130,exact,minutes,cars a day\n"),
            ],
        ),
        (
            "more mentions than are marked",
            vec![
                Holds("article.txt", format!("{}{}", SOUND[1].1, format!("{}\n", "go ".repeat(1000)).repeat(101)).into_bytes()),
                More("actors.toml", &TEN_ACTORS),
            ],
        ),
    ]
}

/// Sources whose addresses may not be opened.
static ADDRESSES: LazyLock<String> = LazyLock::new(|| {
    let addresses = [
        "http://example.org",
        "https:///etc/passwd",
        "https://example.org@evil.example/",
        "https://example.org/a|b",
        "https://example.org/100%",
        "https://example.org/\\u001b]0;x",
    ];
    let source = |(id, address)| {
        format!("[[source]]\nid = \"{id}\"\ntype = \"webpage\"\noutlet = \"A reader\"\nurl = \"{address}\"\n")
    };
    ('a'..).zip(addresses).map(source).collect()
});

/// Actors who all have the same short alias.
static TEN_ACTORS: LazyLock<String> = LazyLock::new(|| {
    let actor = |n| format!("[[actor]]\nid = \"x{n}\"\nkind = \"group\"\nname = \"x\"\naliases = [\"go\"]\n");
    (0..10).map(actor).collect()
});

/// The sound dossier with these slips.
fn folder(slips: &[Slip]) -> Folder {
    let folder = Folder::with(&SOUND);
    for slip in slips {
        match slip {
            Change(file, from, to) => {
                let text = folder.read(file);
                assert!(text.contains(from), "{from:?} stands in {file}");
                folder.write(file, text.replacen(from, to, 1));
            }
            More(file, more) => folder.write(file, folder.read(file) + more),
            Holds(file, bytes) => folder.write(file, bytes),
            Gone(file) => fs::remove_file(folder.path().join(file)).unwrap(),
            #[cfg(unix)]
            Slip::Link(file, target) => {
                fs::remove_file(folder.path().join(file)).unwrap();
                std::os::unix::fs::symlink(target, folder.path().join(file)).unwrap();
            }
        }
    }
    folder
}

/// What `check` says where it is run in the dossier's folder.
fn check(folder: &Folder, options: &[&str]) -> Answer {
    folder.run_inside(&[&["check"], options, &["."]].concat())
}

/// The report with the dossier's name, as if it lay where the reader is.
fn report(folder: &Folder, options: &[&str]) -> String {
    let report = check(folder, options).stdout;
    let head = "checked .: ";
    assert_eq!(report.matches(head).count(), 1, "{report}");
    report.replace(head, "checked bridge: ")
}

fn problems(folder: &Folder) -> Vec<Problem> {
    match load::load(&load::Folder::open(folder.path()).unwrap()) {
        Ok(loaded) => loaded.problems,
        Err(refusal) => refusal.problems,
    }
}

#[test]
fn every_mistake_is_reported_so_that_it_can_be_fixed() {
    let mut all = String::new();
    for (name, slips) in cases() {
        let dossier = folder(&slips);
        let answer = check(&dossier, &[]);
        assert_eq!(answer.stderr, "", "{name}");
        let report = report(&dossier, &[]);
        let code = answer.code.unwrap();
        let faulty = !report.contains(": 0 errors, ");
        assert_eq!(code, i32::from(faulty), "{name}: {report}");
        let _ = writeln!(all, "# {name}\n\n{report}");
    }
    insta::with_settings!({ prepend_module_to_snapshot => false }, { insta::assert_snapshot!("reports", all) });
}

/// A file is named by its path from where the command was run, so that an editor finds it.
#[test]
fn paths_are_those_from_where_the_command_was_run() {
    let dossier = folder(&[Change("claims.toml", "\"council\", ", "\"counsil\", ")]);
    let name = dossier.path().file_name().unwrap().to_str().unwrap();
    let from_above = |arguments: &[&str]| {
        let output =
            program().current_dir(dossier.path().parent().unwrap()).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    let place = format!("{name}/claims.toml:7:11");
    for path in [name, &format!("./{name}/"), &format!("{name}/dossier.toml")] {
        let short = from_above(&["check", path, "--format", "short"]);
        assert!(short.starts_with(&format!("{place}: error[reference-unknown]")), "{short}");
        let text = from_above(&["check", path]);
        assert!(text.contains(&format!(",-[{place}]")), "{text}");
        let json: serde_json::Value =
            serde_json::from_str(&from_above(&["check", path, "--format", "json"])).unwrap();
        assert_eq!(json["problems"][0]["file"], format!("{name}/claims.toml"));
    }
    let whole = dossier.path().display().to_string();
    assert!(
        from_above(&["check", &whole, "--format", "short"])
            .starts_with(&format!("{whole}/claims.toml:7:11: "))
    );
    let inside = check(&dossier, &["--format", "short"]).stdout;
    assert!(inside.starts_with("claims.toml:7:11: "), "{inside}");
    let coverage = from_above(&["check", name, "--coverage"]);
    assert!(coverage.contains(&format!("\n  {name}/article.txt:")), "{coverage}");
    // What does not open says the same wherever it is opened.
    dossier.write("claims.toml", "x = \n");
    for arguments in [&["check", name][..], &["render", name], &["export", name], &[name], &["relink", name]]
    {
        let said = from_above(arguments);
        assert!(said.contains(&format!("[{name}/claims.toml:1:5]")), "{arguments:?}: {said}");
    }
    let missing = from_above(&["check", "none/such", "--format", "short"]);
    assert!(missing.starts_with("none/such:1:1: fatal[path-unusable]"), "{missing}");
}

/// A misspelt command is no path of a dossier.
#[test]
fn a_misspelt_command_is_recognized() {
    let answer = run(&["chek", "some/where"]);
    assert_eq!(answer.code, Some(2));
    assert_eq!(answer.stderr, "fundstelle: there is no command chek; did you mean check?\n");
    assert!(run(&["chek"]).stderr.contains("did you mean the command check?"));
}

/// Every problem says where it is within its file, and what to do.
#[test]
fn no_problem_is_without_a_place_and_a_hint() {
    for (name, slips) in cases() {
        let dossier = folder(&slips);
        for problem in problems(&dossier) {
            assert!(!problem.message.is_empty() && !problem.hint.is_empty(), "{name}: {problem}");
            let shown = problem.lines();
            assert!(shown.iter().all(|line| !line.contains(char::is_control)), "{name}: {shown:#?}");
            assert_eq!(shown.len(), if problem.excerpt.is_some() { 4 } else { 2 }, "{name}: {shown:#?}");
            let place = &problem.location;
            assert!((place.end_line, place.end_column) >= (place.line, place.column), "{name}: {problem}");
        }
    }
}

#[test]
fn editors_get_a_line_a_problem() {
    let dossier = folder(&[Change("claims.toml", "assessment", "assesment")]);
    let report = report(&dossier, &["--format", "short"]);
    assert_eq!(
        report,
        "claims.toml:8:1: error[key-unknown]: a claim has no key \"assesment\"; did you mean \"assessment\"?\n\
         checked bridge: 1 error, 0 warnings in 1 file\n"
    );
}

/// An assessment may rest on a retelling that was read, unless it is to bear the claim out.
#[test]
fn what_was_read_allows_an_assessment() {
    let letter = || More("sources.toml", LETTER);
    let radio =
        || More("sources.toml", "\n[[source]]\nid = \"radio\"\ntype = \"report\"\noutlet = \"Radio\"\n");
    let allowed = [
        ("a source that was read", vec![claimed("\"borne-out\"\nsources = [\"minutes\"]")]),
        ("its origin was read", vec![letter(), claimed("\"borne-out\"\nsources = [\"letter\"]")]),
        ("left open", vec![UNREAD, claimed("\"open\"\nsources = [\"minutes\"]")]),
        ("open by a retelling", vec![UNREAD, letter(), claimed("\"open\"\nsources = [\"letter\"]")]),
        ("by a retelling", vec![UNREAD, letter(), claimed("\"qualified\"\nsources = [\"letter\"]")]),
        ("no by a retelling", vec![UNREAD, letter(), claimed("\"contradicted\"\nsources = [\"letter\"]")]),
        (
            "a second origin",
            vec![UNREAD, letter(), radio(), claimed("\"borne-out\"\nsources = [\"letter\", \"radio\"]")],
        ),
    ];
    for (what, slips) in allowed {
        assert_eq!(problems(&folder(&slips)), [], "{what}");
    }
    // Of one slip there is one report: where something else is wrong, that comes first.
    let faulty = [
        ("date-not-a-day", vec![Change("sources.toml", "2026-02-25", "2026-02")]),
        ("reference-unknown", vec![UNREAD, claimed("\"qualified\"\nsources = [\"minutes\", \"lettre\"]")]),
        (
            "key-unknown",
            vec![
                Change("sources.toml", "accessed", "acessed"),
                letter(),
                claimed("\"borne-out\"\nsources = [\"letter\"]"),
            ],
        ),
        ("assessment-unread", vec![UNREAD, claimed("\"borne-out\"\nsources = [\"minutes\"]")]),
    ];
    for (rule, slips) in faulty {
        let rules: Vec<String> =
            problems(&folder(&slips)).iter().map(|problem| problem.rule.to_string()).collect();
        assert_eq!(rules, [rule]);
    }
}

#[test]
fn programs_get_json() {
    let dossier = folder(&[
        Change("claims.toml", "\"council\", ", "\"counsil\", "),
        Change("actors.toml", "[\"bridge\"]", "[\"bridge\", \"Brücke\"]"),
    ]);
    let answer = check(&dossier, &["--format", "json"]);
    assert_eq!(answer.code, Some(1));
    let report: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let expected = serde_json::json!({
        "problems": [
            {
                "rule": "alias-unused", "grade": "warning", "file": "actors.toml", "line": 14, "column": 22, "end_line": 14, "end_column": 30,
                "message": "the alias \"Brücke\" matches nothing in the article",
                "hint": "write it as it stands there, whole words, capitals and all, or leave it out",
                "item": "actor:bridge",
            },
            {
                "rule": "reference-unknown", "grade": "error", "file": "claims.toml", "line": 7, "column": 11, "end_line": 7, "end_column": 20,
                "message": "no actor is called \"counsil\"",
                "hint": "did you mean \"council\"?",
                "item": "claim:closes",
            },
        ],
        "errors": 1, "warnings": 1, "unlisted": 0, "files": 2,
    });
    assert_eq!(report, expected);
    let sound: serde_json::Value =
        serde_json::from_str(&check(&folder(&[]), &["--format", "json"]).stdout).unwrap();
    assert_eq!(sound["problems"], serde_json::json!([]));
    assert_eq!(sound["errors"], 0);
}

/// The same report is given where a dossier is opened that cannot be.
#[test]
fn what_does_not_open_says_why() {
    let dossier = folder(&[Change("dossier.toml", "format = 1", "format = 2")]);
    let refused = dossier.run_inside(&["."]);
    assert_eq!(refused.code, Some(1));
    assert_eq!(refused.stdout, "");
    let refusal = refused.stderr;
    assert!(
        refusal.contains("1 | format = 2\n")
            && refusal.contains("fatal[format-unknown]: format 2 is unknown"),
        "{refusal}"
    );
    let checked = check(&dossier, &[]).stdout;
    assert!(checked.starts_with(&refusal), "{checked}{refusal}");
}

/// A terminal gets no more from a file than characters that can be seen, however long its lines are.
#[test]
fn a_line_of_megabytes_is_cut_around_the_mistake() {
    let line = format!("# {}\nx = [{}\"\u{1b}[2J\", 1]\n", "ü".repeat(1 << 20), "1, ".repeat(1 << 20));
    let dossier = folder(&[Holds("tour.toml", line.into_bytes())]);
    let report = check(&dossier, &[]).stdout;
    assert!(report.len() < 2000 && !report.contains('\u{1b}'), "{report}");
}

/// What the README shows is what an author sees.
#[test]
fn the_readme_shows_a_real_report() {
    let dossier = folder(&[
        Change("claims.toml", "\"council\", ", "\"counsil\", "),
        Change("events.toml", "2026-02-24", "2026-02-30"),
    ]);
    let report = report(&dossier, &[]);
    let readme = include_str!("../../README.md");
    assert!(readme.contains(&format!("```text\n{report}```")), "{report}");
}

/// Each rule is broken by one of the dossiers above, or by what `check` looks for when it is asked.
#[test]
fn every_rule_is_broken_by_some_dossier() {
    let mut broken: BTreeSet<String> = cases()
        .iter()
        .flat_map(|(_, slips)| problems(&folder(slips)))
        .map(|problem| problem.rule.to_string())
        .collect();
    let long = "The bridge of the town and of the villages around it, taken together as the two banks of the river see it";
    let slips = [
        Change("actors.toml", "The old bridge", long),
        Change("article.txt", "It may reopen.", "It may reopen. Nobody knows when."),
        More("events.toml", STORY),
    ];
    let asked = check(&folder(&slips), &["--size", "40x10", "--coverage", "--format", "json"]).stdout;
    let missing = run(&["check", "/there/is/no/such/dossier", "--format", "json"]).stdout;
    let page = "<!DOCTYPE html>\n<p>Words</p>\n";
    let line = "the council will close the old bridge to lorries in the month of May\n";
    let bare = |name: &str, text: &str| check(&Folder::with(&[(name, text)]), &["--format", "json"]).stdout;
    let (page, wrapped) = (bare("page.md", page), bare("a.txt", &format!("Title\n\n{}", line.repeat(6))));
    for report in [asked, missing, page, wrapped] {
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        let coverage = &report["coverage"];
        let lists = [&report["problems"], &report["notes"], &coverage["background"], &coverage["cues"]];
        let listed = lists.into_iter().filter_map(serde_json::Value::as_array).flatten();
        let rules = listed.chain([&coverage["sentences"]]).filter_map(|found| found["rule"].as_str());
        broken.extend(rules.map(str::to_owned));
    }
    let settings = Folder::with(&[(
        "config.toml",
        "theme = dark\n[keys]\nhelp = \"alt-x\"\ncopy = \"q\"\n[colours]\ngap = \"pink\"\n[colours.dark]\ntext = 235\n",
    )]);
    for file in [settings.path().join("config.toml"), settings.path().join("none.toml")] {
        let wrong = SettingsFile::named(file).read("config.toml").unwrap().problems;
        broken.extend(wrong.into_iter().map(|problem| problem.rule.to_string()));
    }
    let all: BTreeSet<String> = Rule::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(broken, all);
}

/// A stop whose title goes on below a screen of 40 by 10.
const STORY: &str = "[[stop]]\nselect = \"event:vote\"\ntitle = \"Nine to four, for lorries only. Those who were against it had asked for a bridge that is open to all, \
                     those who were for it had asked for none at all, and in the end nobody got what they had asked for, \
                     which the minutes record at length, with the names of all who spoke and of all who did not speak.\"\n";

#[test]
fn a_rule_is_explained_in_the_words_of_the_reference() {
    let explained = run(&["explain", "anchor-lost"]);
    assert_eq!(explained.code, Some(0));
    assert_eq!(
        explained.stdout,
        "anchor-lost (error)\n\n\
         The words of a quotation do not occur in the article. Similar words were not\n\
         found, or not looked for where very many quotations are lost.\n\n\
         What to do: Copy the words from the article, punctuation included, or remove\n\
         the quotation.\n"
    );
    let dates = run(&["explain", "date-invalid"]).stdout;
    assert!(dates.contains("`2025-41` (half-year)") && dates.contains("The section Dates of"), "{dates}");
    let list = run(&["explain"]).stdout;
    assert_eq!(list.lines().count(), Rule::ALL.len());
    assert!(list.lines().any(|line| line.split_whitespace().eq(["alias-unused", "warning"])), "{list}");
    let unknown = run(&["explain", "anchor-lots"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (Some(2), ""));
    assert_eq!(unknown.stderr, "fundstelle: there is no rule \"anchor-lots\"; did you mean anchor-lost?\n");
    let unlike = run(&["explain", "spelling\u{1b}[31m"]).stderr;
    assert_eq!(
        unlike,
        "fundstelle: there is no rule \"spelling\u{241b}[31m\"; fundstelle explain lists all rules\n"
    );
}
