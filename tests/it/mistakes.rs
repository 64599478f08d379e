//! The mistakes that authors, editors, spreadsheets, word processors, merge tools and assistants make: each in a dossier that is
//! otherwise sound, and each reported once, at the very characters, with what to write.

use std::fmt::Write as _;

use fundstelle::load::{Files as _, Location, Memory, Problem, load};
use proptest::prelude::*;

use crate::reports::SOUND;

/// The sound dossier.
fn sound() -> Memory {
    SOUND.into_iter().fold(Memory::default(), |files, (name, text)| files.with(name, text))
}

fn text_of(name: &str) -> &'static str {
    SOUND.into_iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}

fn problems(files: &Memory) -> Vec<Problem> {
    load(files).map_or_else(|refusal| refusal.problems, |loaded| loaded.problems)
}

/// `claims.toml:8:14-23`; the line of the end only where it is another.
fn place(problem: &Problem) -> String {
    let Location { file, line, column, end_line, end_column } = &problem.location;
    let end = if end_line == line { String::new() } else { format!("{end_line}:") };
    format!("{file}:{line}:{column}-{end}{end_column}")
}

/// What was done to one file of the dossier, and the only report of it: the rule, the place, words of the advice.
struct Mistake(&'static str, Edit, &'static str, &'static str, &'static str);

/// In a file these words became others; or it goes on with others, if there are none.
struct Edit(&'static str, &'static str, &'static str);

fn with(Edit(file, from, to): &Edit) -> Memory {
    let text = text_of(file);
    assert!(text.contains(from), "{from:?} stands in {file}");
    let changed = if from.is_empty() { format!("{text}{to}") } else { text.replacen(from, to, 1) };
    sound().with(file, changed)
}

const FATAL: &str = "toml-invalid";

/// The mistakes of `review/authoring.md`, by their numbers there, and more.
const MISTAKES: &[Mistake] = &[
    // The mistakes of the review.
    Mistake("1: a key in the singular", Edit("actors.toml", "aliases = [\"council\"]", "alias = [\"council\"]"), "key-unknown", "actors.toml:5:1-6", "\"aliases\""),
    Mistake("2: a table in the plural", Edit("actors.toml", "[[actor]]\nid = \"council\"", "[[actors]]\nid = \"council\""), "key-unknown", "actors.toml:1:3-9", "[[actor]]"),
    Mistake("3: a table by another word", Edit("actors.toml", "[[actor]]\nid = \"council\"", "[[person]]\nid = \"council\""), "key-unknown", "actors.toml:1:3-9", "[[actor]]"),
    Mistake("4: an id without quotes", Edit("actors.toml", "id = \"council\"", "id = trump"), FATAL, "actors.toml:2:6-11", "id = \"trump\""),
    Mistake("5: typographic quotation marks", Edit("claims.toml", "\"qualified\"", "“qualified”"), FATAL, "claims.toml:8:14-25", "\"qualified\""),
    Mistake("5: German quotation marks", Edit("claims.toml", "\"qualified\"", "„qualified“"), FATAL, "claims.toml:8:14-25", "\"qualified\""),
    Mistake("6: a straight and a curly mark", Edit("actors.toml", "\"The town council\"", "\"The town council”"), FATAL, "actors.toml:4:25-26", "\" instead of ”"),
    Mistake("7: a no-break space before a key", Edit("claims.toml", "hedge", "\u{a0}hedge"), FATAL, "claims.toml:6:1-2", "U+00A0"),
    Mistake("7: no-break spaces around the sign", Edit("claims.toml", "hedge = ", "hedge\u{a0}=\u{a0}"), FATAL, "claims.toml:6:6-7", "1 more"),
    Mistake("9: a German date", Edit("events.toml", "\"2026-02-24\"", "\"25.07.2019\""), "date-invalid", "events.toml:8:8-20", "write \"2019-07-25\""),
    Mistake("10: a month by its name", Edit("events.toml", "\"2026-02-24\"", "\"Jul 2019\""), "date-invalid", "events.toml:8:8-18", "write \"2019-07\""),
    Mistake("10: a month by its name, again", Edit("events.toml", "\"2026-02-24\"", "\"Nov 2025\""), "date-invalid", "events.toml:8:8-18", "write \"2025-11\""),
    Mistake("11: a German date without quotes", Edit("events.toml", "\"2026-02-24\"", "25.07.2019"), FATAL, "events.toml:8:8-18", "write \"2019-07-25\""),
    Mistake("14: a quotation with a line end", Edit("claims.toml", "\"close the old bridge in May\"", "\"close the old\nbridge in May\""), FATAL, "claims.toml:5:12-6:15", "on one line"),
    Mistake("16: a quotation within a quotation", Edit("claims.toml", "\"close the old bridge in May\"", "\"close the \"old\" bridge in May\""), FATAL, "claims.toml:5:23-24", "write \\\" for"),
    Mistake("17: an escape of Markdown", Edit("claims.toml", "\"close the old bridge in May\"", "\"close the \\*old\\* bridge in May\""), FATAL, "claims.toml:5:23-25", "write \\\\* for"),
    Mistake("22: an id with a capital that others name without it", Edit("actors.toml", "id = \"council\"", "id = \"Council\""), "id-invalid", "actors.toml:2:6-15", "write \"council\""),
    Mistake("25: an id twice", Edit("actors.toml", "id = \"bridge\"", "id = \"council\""), "id-duplicate", "actors.toml:11:6-15", "another id"),
    Mistake("26: a forgotten comma", Edit("claims.toml", "\"council\", \"bridge\"", "\"council\" \"bridge\""), FATAL, "claims.toml:7:21-21", "comma"),
    Mistake("27: a text that is not closed", Edit("claims.toml", "\"qualified\"", "\"qualified"), FATAL, "claims.toml:8:24-24", "close it with \""),
    Mistake("28: a long text that is not closed", Edit("events.toml", "\"Nine to four, for lorries only.\"", "\"\"\"Nine to four, for lorries only."), FATAL, "events.toml:12:11-14", "\"\"\""),
    Mistake("29: a key twice", Edit("sources.toml", "title =", "outlet ="), FATAL, "sources.toml:5:1-7", "remove one"),
    Mistake("30: yes", Edit("events.toml", "", "prominent = yes\n"), FATAL, "events.toml:15:13-16", "write true"),
    Mistake("31: a colon", Edit("actors.toml", "kind = \"government\"", "kind: \"government\""), FATAL, "actors.toml:3:5-6", "kind = \"government\""),
    Mistake("32: a text for all and one by language", Edit("claims.toml", "text.en = \"The bridge closes in May.\"", "text = \"The bridge closes in May.\""), FATAL, "claims.toml:4:1-5", "text.en"),
    Mistake("33: a misspelt id", Edit("claims.toml", "\"council\", \"bridge\"", "\"counsil\", \"bridge\""), "reference-unknown", "claims.toml:7:11-20", "\"council\""),
    Mistake("40: a path of Windows", Edit("dossier.toml", "\"article.txt\"", "\"C:\\Users\\me\\article.txt\""), FATAL, "dossier.toml:8:11-13", "'C:\\Users\\me\\article.txt'"),
    Mistake("a language by its name", Edit("dossier.toml", "language = \"en\"", "language = \"english\""), "language-invalid", "dossier.toml:9:12-21", "language = \"en\""),
    // More of TOML.
    Mistake("a table with one bracket too few at its end", Edit("claims.toml", "[[claim]]", "[[claim]"), FATAL, "claims.toml:1:9-9", "write [[claim]]"),
    Mistake("a table with one bracket too few at its beginning", Edit("claims.toml", "[[claim]]", "[claim]]"), FATAL, "claims.toml:1:1-9", "write [[claim]]"),
    Mistake("a table that is not closed", Edit("claims.toml", "[[claim]]", "[[claim"), FATAL, "claims.toml:1:8-8", "write [[claim]]"),
    Mistake("blanks between the brackets", Edit("claims.toml", "[[claim]]", "[ [claim] ]"), FATAL, "claims.toml:1:1-12", "write [[claim]]"),
    Mistake("a key behind the opening", Edit("claims.toml", "[[claim]]\nid", "[[claim]] id"), FATAL, "claims.toml:1:11-24", "next line"),
    Mistake("a comma at the end of a line", Edit("actors.toml", "kind = \"government\"", "kind = \"government\","), FATAL, "actors.toml:3:20-21", "remove it"),
    Mistake("a semicolon at the end of a line", Edit("actors.toml", "kind = \"government\"", "kind = \"government\";"), FATAL, "actors.toml:3:20-21", "remove it"),
    Mistake("a comment of C behind a value", Edit("actors.toml", "kind = \"government\"", "kind = \"government\" // sure?"), FATAL, "actors.toml:3:21-23", "# instead of //"),
    Mistake("a comment of C before a key", Edit("actors.toml", "kind = \"government\"", "// don't know\nkind = \"government\""), FATAL, "actors.toml:3:1-3", "# instead of //"),
    Mistake("a comment of SQL", Edit("actors.toml", "kind = \"government\"", "-- or agency?\nkind = \"government\""), FATAL, "actors.toml:3:1-3", "# instead of --"),
    Mistake("a comment of INI", Edit("actors.toml", "kind = \"government\"", "; or agency?\nkind = \"government\""), FATAL, "actors.toml:3:1-2", "# instead of ;"),
    Mistake("a comment of HTML", Edit("actors.toml", "kind = \"government\"", "<!-- or\nagency? -->\nkind = \"government\""), FATAL, "actors.toml:3:1-5", "# instead of <!--"),
    Mistake("JSON", Edit("actors.toml", "", "\n{\n  \"actor\": [{ \"id\": \"mayor\" }]\n}\n"), FATAL, "actors.toml:16:1-2", "without braces"),
    Mistake("a line of JSON", Edit("actors.toml", "kind = \"government\"", "\"kind\": \"government\","), FATAL, "actors.toml:3:7-8", "kind = \"government\""),
    Mistake("a list of YAML", Edit("claims.toml", "actors = [\"council\", \"bridge\"]", "actors:\n  - council\n  - bridge"), FATAL, "claims.toml:7:7-8", "actors = [\"council\", \"bridge\"]"),
    Mistake("a list of YAML below an equals sign", Edit("claims.toml", "actors = [\"council\", \"bridge\"]", "actors =\n  - council\n  - bridge"), FATAL, "claims.toml:7:9-9", "actors = [\"council\", \"bridge\"]"),
    Mistake("tables of YAML", Edit("claims.toml", "", "\nclaims:\n  - id: reopens\n    text: It reopens.\n"), FATAL, "claims.toml:11:7-8", "[[claim]]"),
    Mistake("a text over lines of YAML", Edit("events.toml", "summary = \"Nine to four, for lorries only.\"", "summary: |\n  Nine to four,\n  for lorries only."), FATAL, "events.toml:12:8-9", "\"\"\""),
    Mistake("an arrow", Edit("actors.toml", "kind = \"government\"", "kind => \"government\""), FATAL, "actors.toml:3:6-8", "write = alone"),
    Mistake("Go", Edit("actors.toml", "kind = \"government\"", "kind := \"government\""), FATAL, "actors.toml:3:6-8", "kind = \"government\""),
    Mistake("two equals signs", Edit("actors.toml", "kind = \"government\"", "kind == \"government\""), FATAL, "actors.toml:3:6-8", "write = alone"),
    Mistake("no equals sign", Edit("actors.toml", "kind = \"government\"", "kind \"government\""), FATAL, "actors.toml:3:5-5", "kind = \"government\""),
    Mistake("a conflict of a merge", Edit("claims.toml", "hedge = \"reportedly\"", "<<<<<<< HEAD\nhedge = \"reportedly\"\n=======\nhedge = \"will reportedly\"\n>>>>>>> other"), FATAL, "claims.toml:6:1-13", "keep one"),
    Mistake("lines of a patch", Edit("claims.toml", "hedge = \"reportedly\"", "+hedge = \"reportedly\""), FATAL, "claims.toml:6:1-2", "remove it"),
    Mistake("a fence of Markdown", Edit("claims.toml", "[[claim]]", "```toml\n[[claim]]"), FATAL, "claims.toml:1:1-8", "remove this line"),
    Mistake("a list without commas", Edit("claims.toml", "sources = [\"minutes\"]", "sources = [\"minutes\" \"minutes\"]"), FATAL, "claims.toml:9:22-22", "comma"),
    Mistake("a list with semicolons", Edit("claims.toml", "\"council\", \"bridge\"", "\"council\"; \"bridge\""), FATAL, "claims.toml:7:20-21", "write , instead"),
    Mistake("two commas", Edit("claims.toml", "\"council\", \"bridge\"", "\"council\",, \"bridge\""), FATAL, "claims.toml:7:21-22", "remove it"),
    Mistake("a list in round brackets", Edit("claims.toml", "[\"council\", \"bridge\"]", "(\"council\", \"bridge\")"), FATAL, "claims.toml:7:10-11", "[\"council\", \"bridge\"]"),
    Mistake("a list in braces", Edit("claims.toml", "[\"council\", \"bridge\"]", "{\"council\", \"bridge\"}"), FATAL, "claims.toml:7:10-11", "[ and ]"),
    Mistake("ids without quotes", Edit("claims.toml", "[\"council\", \"bridge\"]", "[council, bridge]"), FATAL, "claims.toml:7:11-26", "\"council\", \"bridge\""),
    Mistake("ids without quotes and brackets", Edit("claims.toml", "[\"council\", \"bridge\"]", "council, bridge"), FATAL, "claims.toml:7:10-25", "[\"council\", \"bridge\"]"),
    Mistake("an id without quotes and brackets", Edit("claims.toml", "sources = [\"minutes\"]", "sources = minutes"), FATAL, "claims.toml:9:11-18", "sources = [\"minutes\"]"),
    Mistake("texts without brackets", Edit("claims.toml", "[\"council\", \"bridge\"]", "\"council\", \"bridge\""), FATAL, "claims.toml:7:19-20", "[\"council\", \"bridge\"]"),
    Mistake("a list that a table follows", Edit("claims.toml", "sources = [\"minutes\"]", "sources = [\"minutes\"\n\n[[gap]]\nid = \"why\"\ntext = \"Why.\"\nnear = \"It may reopen\"\nsources = [\"minutes\"]"), FATAL, "claims.toml:9:21-21", "write ]"),
    Mistake("a stray bracket", Edit("claims.toml", "sources = [\"minutes\"]", "sources = [\"minutes\"]\n]"), FATAL, "claims.toml:10:1-2", "remove it"),
    Mistake("a bracket too many", Edit("claims.toml", "sources = [\"minutes\"]", "sources = [\"minutes\"]]"), FATAL, "claims.toml:9:22-23", "remove it"),
    Mistake("braces that are not closed", Edit("actors.toml", "inferred = true }]", "inferred = true ]"), FATAL, "actors.toml:6:69-69", "write }"),
    Mistake("a colon in braces", Edit("actors.toml", "exact = \"the mayor\"", "exact: \"the mayor\""), FATAL, "actors.toml:6:20-21", "exact ="),
    Mistake("no comma in braces", Edit("actors.toml", "\"the mayor\", suffix", "\"the mayor\" suffix"), FATAL, "actors.toml:6:35-35", "comma"),
    Mistake("a list of keys without braces", Edit("actors.toml", "[{ exact = \"the mayor\", suffix = \" said\", inferred = true }]", "[exact = \"the mayor\"]"), FATAL, "actors.toml:6:13-18", "braces"),
    Mistake("yes in braces", Edit("actors.toml", "inferred = true", "inferred = yes"), FATAL, "actors.toml:6:65-68", "write true"),
    Mistake("True", Edit("actors.toml", "inferred = true", "inferred = True"), FATAL, "actors.toml:6:65-69", "write true"),
    Mistake("null", Edit("claims.toml", "hedge = \"reportedly\"", "hedge = null"), FATAL, "claims.toml:6:9-13", "leave the key out"),
    Mistake("a number with a unit", Edit("series.toml", "unit = \"lorries a day\"", "unit = 12 km"), FATAL, "series.toml:9:8-13", "\"12 km\""),
    Mistake("an unquoted address", Edit("sources.toml", "title = \"Minutes of 24 February\"", "url = https://example.org"), FATAL, "sources.toml:5:7-26", "\"https://example.org\""),
    Mistake("an unquoted month", Edit("events.toml", "\"2026-02-24\"", "2026-02"), FATAL, "events.toml:8:8-15", "\"2026-02\""),
    Mistake("an American date without quotes", Edit("events.toml", "\"2026-02-24\"", "11/28/2026"), FATAL, "events.toml:8:8-18", "write \"2026-11-28\""),
    Mistake("an unquoted date in words", Edit("events.toml", "\"2026-02-24\"", "24 February 2026"), FATAL, "events.toml:8:8-24", "write \"2026-02-24\""),
    Mistake("a key of two words", Edit("claims.toml", "", "attributed to = [\"council\"]\n"), FATAL, "claims.toml:10:1-14", "attributed_to"),
    Mistake("a key with an umlaut", Edit("claims.toml", "hedge", "veröffentlicht"), FATAL, "claims.toml:6:1-15", "published"),
    Mistake("two keys in a line", Edit("actors.toml", "id = \"council\"\nkind", "id = \"council\" kind"), FATAL, "actors.toml:2:16-20", "new line"),
    Mistake("a second text behind the first", Edit("actors.toml", "\"The town council\"", "\"The town\" \"council\""), FATAL, "actors.toml:4:19-28", "join"),
    Mistake("a text behind a text", Edit("actors.toml", "\"The town council\"", "\"The town council\" (of the town)"), FATAL, "actors.toml:4:27-40", "# before it"),
    Mistake("backquotes", Edit("actors.toml", "\"The town council\"", "`The town council`"), FATAL, "actors.toml:4:8-26", "\"The town council\""),
    Mistake("guillemets", Edit("actors.toml", "\"The town council\"", "«The town council»"), FATAL, "actors.toml:4:8-26", "\"The town council\""),
    Mistake("Chinese punctuation", Edit("claims.toml", "\"council\", \"bridge\"", "\"council\"， \"bridge\""), FATAL, "claims.toml:7:20-21", "write , instead"),
    Mistake("a full-width equals sign", Edit("claims.toml", "hedge =", "hedge ＝"), FATAL, "claims.toml:6:7-8", "write = instead"),
    Mistake("a zero-width space", Edit("claims.toml", "hedge", "\u{200b}hedge"), FATAL, "claims.toml:6:1-2", "delete it"),
    Mistake("a byte order mark where two files were joined", Edit("claims.toml", "", "\u{feff}\n[[gap]]\nid = \"why\"\ntext = \"Why.\"\nnear = \"It may reopen\"\nsources = [\"minutes\"]\n"), FATAL, "claims.toml:10:1-2", "delete it"),
    Mistake("a literal long text that is not closed", Edit("events.toml", "\"Nine to four, for lorries only.\"", "'''Nine to four, for lorries only."), FATAL, "events.toml:12:11-14", "'''"),
    Mistake("an apostrophe in single marks", Edit("actors.toml", "\"The town council\"", "'The town's council'"), FATAL, "actors.toml:4:17-18", "between \" and \""),
    Mistake("a \\u without its digits", Edit("actors.toml", "\"The town council\"", "\"The town \\u12 council\""), FATAL, "actors.toml:4:18-20", "four hexadecimal digits"),
    Mistake("a missing opening mark", Edit("actors.toml", "\"The town council\"", "The town council\""), FATAL, "actors.toml:4:8-8", "\"The town council\""),
    Mistake("a value in the next line", Edit("actors.toml", "name = \"The town council\"", "name =\n\"The town council\""), FATAL, "actors.toml:4:7-7", "behind the equals sign"),
    Mistake("no value", Edit("claims.toml", "hedge = \"reportedly\"", "hedge ="), FATAL, "claims.toml:6:8-8", "write it after"),
    Mistake("no key", Edit("claims.toml", "hedge = \"reportedly\"", "= \"reportedly\""), FATAL, "claims.toml:6:1-2", "write one"),
    Mistake("a key alone", Edit("claims.toml", "hedge = \"reportedly\"", "hedge"), FATAL, "claims.toml:6:6-6", "write ="),
    Mistake("words that are nothing", Edit("claims.toml", "hedge = \"reportedly\"", "The mayor said this in May\nand again in June.\nhedge = \"reportedly\""), FATAL, "claims.toml:6:1-7:19", "put # before it"),
    Mistake("an id as a part of the table", Edit("actors.toml", "[[actor]]\nid = \"council\"", "[actor.council]"), FATAL, "actors.toml:1:1-16", "id = \"council\""),
    Mistake("a single table among several", Edit("actors.toml", "[[actor]]\nid = \"council\"", "[actor]\nid = \"council\""), FATAL, "actors.toml:1:1-8", "[[actor]]"),
    Mistake("a table without its opening", Edit("actors.toml", "[[actor]]\nid = \"bridge\"", "id = \"bridge\""), FATAL, "actors.toml:10:1-3", "write [[actor]] above it"),
    Mistake("the article twice", Edit("dossier.toml", "", "\n[article]\nurl = \"https://example.org\"\n"), FATAL, "dossier.toml:13:2-9", "remove this line"),
    // Tables and keys.
    Mistake("a table with a capital", Edit("actors.toml", "[[actor]]\nid = \"council\"", "[[Actor]]\nid = \"council\""), "key-unknown", "actors.toml:1:3-8", "[[actor]]"),
    Mistake("a table in German", Edit("sources.toml", "[[source]]", "[[quelle]]"), "key-unknown", "sources.toml:1:3-9", "[[source]]"),
    Mistake("a table that is a list of its id", Edit("claims.toml", "[[claim]]\nid = \"closes\"", "[claim.closes]"), "table-single", "claims.toml:1:1-15", "id = \"closes\""),
    Mistake("the article as a list of tables", Edit("dossier.toml", "[article]", "[[article]]"), "article-unnamed", "dossier.toml:7:1-12", "[article]"),
    Mistake("the article in German", Edit("dossier.toml", "[article]", "[artikel]"), "article-unnamed", "dossier.toml:7:2-9", "[article]"),
    Mistake("no opening of the article", Edit("dossier.toml", "\n[article]\n", "\n"), "article-unnamed", "dossier.toml:7:1-5", "[article]"),
    Mistake("a key with a capital", Edit("actors.toml", "name = \"The town council\"", "Name = \"The town council\""), "key-unknown", "actors.toml:4:1-5", "\"name\""),
    Mistake("an id with a capital", Edit("actors.toml", "id = \"council\"", "ID = \"council\""), "key-unknown", "actors.toml:2:1-3", "\"id\""),
    Mistake("a key with a hyphen", Edit("claims.toml", "", "attributed-to = [\"council\"]\n"), "key-unknown", "claims.toml:10:1-14", "\"attributed_to\""),
    Mistake("a German key", Edit("claims.toml", "sources =", "quellen ="), "key-unknown", "claims.toml:9:1-8", "\"sources\""),
    Mistake("a key of evidence in the singular", Edit("claims.toml", "anchors =", "anchor ="), "key-unknown", "claims.toml:5:1-7", "\"anchors\""),
    Mistake("a key by another word", Edit("sources.toml", "outlet =", "publisher ="), "key-unknown", "sources.toml:4:1-10", "\"outlet\""),
    Mistake("a key of another table", Edit("sources.toml", "issued =", "published ="), "key-unknown", "sources.toml:6:1-10", "\"issued\""),
    Mistake("a misspelt required key", Edit("claims.toml", "assessment", "assesment"), "key-unknown", "claims.toml:8:1-10", "\"assessment\""),
    // Values.
    Mistake("a flag in quotes", Edit("events.toml", "", "prominent = \"true\"\n"), "value-type", "events.toml:15:13-19", "prominent = true"),
    Mistake("no in quotes", Edit("events.toml", "", "prominent = \"no\"\n"), "value-type", "events.toml:15:13-17", "prominent = false"),
    Mistake("a list where a text is wanted", Edit("actors.toml", "name = \"The town council\"", "name = [\"The town council\"]"), "value-type", "actors.toml:4:8-28", "name = \"The town council\""),
    Mistake("a text where a list is wanted", Edit("claims.toml", "sources = [\"minutes\"]", "sources = \"minutes\""), "value-type", "claims.toml:9:11-20", "sources = [\"minutes\"]"),
    Mistake("ids in one text", Edit("claims.toml", "[\"council\", \"bridge\"]", "\"council, bridge\""), "value-type", "claims.toml:7:10-27", "[\"council\", \"bridge\"]"),
    Mistake("ids in one text of a list", Edit("claims.toml", "[\"council\", \"bridge\"]", "[\"council, bridge\"]"), "reference-unknown", "claims.toml:7:11-28", "\"council\", \"bridge\""),
    Mistake("a year without quotes", Edit("events.toml", "\"2026-02-24\"", "2026"), "value-type", "events.toml:8:8-12", "\"2026\""),
    Mistake("a date with a time", Edit("events.toml", "\"2026-02-24\"", "2026-02-24T10:00:00"), "value-type", "events.toml:8:8-27", "date = \"2026-02-24\""),
    Mistake("a date with points, year first", Edit("events.toml", "\"2026-02-24\"", "\"2026.02.24\""), "date-invalid", "events.toml:8:8-20", "write \"2026-02-24\""),
    Mistake("a date with slashes of which one reading is right", Edit("events.toml", "\"2026-02-24\"", "\"11/28/2026\""), "date-invalid", "events.toml:8:8-20", "write \"2026-11-28\""),
    Mistake("a date with slashes of two readings", Edit("events.toml", "\"2026-02-24\"", "\"05/06/2026\""), "date-invalid", "events.toml:8:8-20", "\"2026-06-05\" or \"2026-05-06\""),
    Mistake("a German date in words", Edit("events.toml", "\"2026-02-24\"", "\"24. Februar 2026\""), "date-invalid", "events.toml:8:8-26", "write \"2026-02-24\""),
    Mistake("an English date in words", Edit("events.toml", "\"2026-02-24\"", "\"February 24th, 2026\""), "date-invalid", "events.toml:8:8-29", "write \"2026-02-24\""),
    Mistake("a quarter in words", Edit("events.toml", "\"2026-02-24\"", "\"Q3 2025\""), "date-invalid", "events.toml:8:8-17", "write \"2025-35\""),
    Mistake("about a year", Edit("events.toml", "\"2026-02-24\"", "\"ca. 2025\""), "date-invalid", "events.toml:8:8-18", "write \"2025~\""),
    Mistake("a kind of publication that CSL does not know", Edit("sources.toml", "\"report\"", "\"press-release\""), "word-unknown", "sources.toml:3:8-23", "\"report\""),
    Mistake("a kind of publication by its half", Edit("sources.toml", "\"report\"", "\"newspaper\""), "word-unknown", "sources.toml:3:8-19", "\"article-newspaper\""),
    Mistake("a kind of publication like no other", Edit("sources.toml", "\"report\"", "\"gizmo\""), "word-unknown", "sources.toml:3:8-15", "most similar"),
    Mistake("an assessment in other words", Edit("claims.toml", "\"qualified\"", "\"partly true\""), "word-unknown", "claims.toml:8:14-27", "\"qualified\""),
    Mistake("a kind with a capital", Edit("actors.toml", "\"government\"", "\"Government\""), "word-unknown", "actors.toml:3:8-20", "\"government\""),
    Mistake("a kind by another word", Edit("actors.toml", "\"government\"", "\"ministry\""), "word-unknown", "actors.toml:3:8-18", "\"government\""),
    Mistake("a language in three letters by its name", Edit("dossier.toml", "title.de", "title.german"), "language-invalid", "dossier.toml:4:7-13", "title.de"),
    Mistake("a country by its name", Edit("actors.toml", "kind = \"place\"", "kind = \"place\"\ncountry = \"Malaysia\""), "country-invalid", "actors.toml:13:11-21", "\"MY\""),
    Mistake("an address without its scheme", Edit("sources.toml", "title = \"Minutes of 24 February\"", "url = \"www.example.org/minutes\""), "address-invalid", "sources.toml:5:7-32", "\"https://www.example.org/minutes\""),
    Mistake("an id with a blank that others name with a hyphen", Edit("events.toml", "id = \"vote\"", "id = \"The vote\""), "id-invalid", "events.toml:7:6-16", "write \"the-vote\""),
    Mistake("an id that is a number", Edit("events.toml", "id = \"vote\"", "id = 7"), "id-invalid", "events.toml:7:6-7", "id = \"7\""),
    Mistake("no id, though others name it", Edit("actors.toml", "id = \"bridge\"\n", ""), "id-missing", "actors.toml:10:1-10", "id ="),
    Mistake("a reference with a capital", Edit("claims.toml", "\"council\", \"bridge\"", "\"Council\", \"bridge\""), "reference-unknown", "claims.toml:7:11-20", "\"council\""),
    Mistake("a reference to a thing of another kind", Edit("claims.toml", "\"council\", \"bridge\"", "\"council\", \"vote\""), "reference-unknown", "claims.toml:7:22-28", "[[event]]"),
    Mistake("a source that is misspelt where only it supports", Edit("events.toml", "sources = [\"minutes\"]", "sources = [\"minuets\"]"), "reference-unknown", "events.toml:14:12-21", "\"minutes\""),
    Mistake("a source that is misspelt where it assesses", Edit("claims.toml", "sources = [\"minutes\"]", "sources = [\"minuets\"]"), "reference-unknown", "claims.toml:9:12-21", "\"minutes\""),
    Mistake("an id twice over two files", Edit("claims.toml", "", "\n[[actor]]\nid = \"council\"\nkind = \"group\"\nname = \"x\"\n"), "id-duplicate", "claims.toml:12:6-15", "another id"),
    Mistake("a table of an unknown kind that others name", Edit("actors.toml", "[[actor]]\nid = \"bridge\"", "[[thingummy]]\nid = \"bridge\""), "key-unknown", "actors.toml:10:3-12", "write one of [[source]]"),
];

#[test]
fn each_mistake_has_one_report_at_its_place_with_what_to_write() {
    let mut wrong = String::new();
    for Mistake(name, edit, rule, at, advice) in MISTAKES {
        let found = problems(&with(edit));
        let said: Vec<(String, String)> =
            found.iter().map(|problem| (problem.rule.to_string(), place(problem))).collect();
        let is_advised = found.iter().any(|problem| problem.hint.contains(advice) || problem.message.contains(advice));
        if said != [((*rule).to_owned(), (*at).to_owned())] || !is_advised {
            let _ = writeln!(wrong, "{name}: not {rule} at {at} with {advice:?}, but");
            for problem in &found {
                let _ = writeln!(wrong, "    {} {} {problem}", problem.rule, place(problem));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// An id that is none has one report where it is given, whether others name it as it is or as it should be.
#[test]
fn an_invalid_id_is_reported_where_it_is_given_alone() {
    for (id, right) in
        [("Minutes", "minutes"), ("the_minutes", "the-minutes"), ("protokoll-märz", "protokoll-maerz"), ("the minutes", "the-minutes")]
    {
        for named in [id, right] {
            let files = SOUND.into_iter().fold(Memory::default(), |files, (name, text)| {
                let given = text.replace("id = \"minutes\"", &format!("id = \"{id}\""));
                files.with(name, given.replace("[\"minutes\"]", &format!("[\"{named}\"]")).replace(",minutes,", &format!(",{named},")))
            });
            let found = problems(&files);
            let [problem] = &found[..] else { panic!("{id}, {named}: {found:?}") };
            assert_eq!((problem.rule.id(), &*problem.location.file, problem.location.line), ("id-invalid", "sources.toml", 2));
            assert!(problem.hint.contains(&format!("write \"{right}\"")), "{problem}");
        }
    }
}

/// What is no mistake has no report.
#[test]
fn what_toml_and_the_format_allow_is_not_reported() {
    for edit in [
        Edit("actors.toml", "kind = \"government\"", "\tkind\t=\t\"government\""),
        Edit("actors.toml", "mentions = [{ exact = \"the mayor\", suffix", "mentions = [{ exact = \"the mayor\",\n  suffix"),
        Edit("claims.toml", "actors = [\"council\", \"bridge\"]", "actors = [\n  \"council\", # who\n  \"bridge\",\n]"),
        Edit("claims.toml", "text.en = \"The bridge closes in May.\"", "text.en = \"\"\"The bridge\ncloses in May.\"\"\""),
        Edit("claims.toml", "\"The bridge closes in May.\"", "'The \"old\" bridge'"),
        Edit("events.toml", "date = \"2026-02-24\"", "date = 2026-02-24"),
        Edit("events.toml", "\"Nine to four, for lorries only.\"", "\"Nine to four – “for lorries only”.\""),
        Edit("claims.toml", "[[claim]]", "[[ claim ]]"),
    ] {
        assert_eq!(problems(&with(&edit)), [], "{}", edit.2);
    }
    let windows: Memory = SOUND.into_iter().fold(Memory::default(), |files, (name, text)| {
        files.with(name, format!("\u{feff}{}", text.replace('\n', "\r\n")))
    });
    assert_eq!(problems(&windows), []);
}

/// A slip that can be made at any line of a kind.
struct Slip {
    what: &'static str,
    /// The line with the slip, if it can be made there.
    make: fn(&str) -> Option<String>,
}

fn value_of(line: &str) -> Option<(&str, &str)> {
    line.split_once(" = ")
}

/// The text of a line that has one text as its value.
fn only_text(line: &str) -> Option<(&str, &str)> {
    let (key, value) = value_of(line)?;
    let text = value.strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('"')).then_some((key, text))
}

const SLIPS: &[Slip] = &[
    Slip { what: "no closing quotation mark", make: |line| line.strip_suffix('"').map(str::to_owned) },
    Slip { what: "no opening quotation mark", make: |line| only_text(line).map(|(key, text)| format!("{key} = {text}\"")) },
    Slip { what: "no quotation marks", make: |line| {
        let (key, text) = only_text(line)?;
        Some(format!("{key} = {text}")).filter(|_| !text.starts_with(|c: char| c.is_ascii_digit()))
    } },
    Slip { what: "curly quotation marks", make: |line| only_text(line).map(|(key, text)| format!("{key} = “{text}”")) },
    Slip { what: "German quotation marks", make: |line| only_text(line).map(|(key, text)| format!("{key} = „{text}“")) },
    Slip { what: "a curly mark at the end", make: |line| only_text(line).map(|(key, text)| format!("{key} = \"{text}”")) },
    Slip { what: "a curly mark at the beginning", make: |line| only_text(line).map(|(key, text)| format!("{key} = “{text}\"")) },
    Slip { what: "a colon", make: |line| value_of(line).map(|(key, value)| format!("{key}: {value}")) },
    Slip { what: "a colon and no quotation marks", make: |line| only_text(line).map(|(key, text)| format!("{key}: {text}")) },
    Slip { what: "two equals signs", make: |line| value_of(line).map(|(key, value)| format!("{key} == {value}")) },
    Slip { what: "an arrow", make: |line| value_of(line).map(|(key, value)| format!("{key} => {value}")) },
    Slip { what: "no equals sign", make: |line| value_of(line).map(|(key, value)| format!("{key} {value}")) },
    Slip { what: "no value", make: |line| value_of(line).map(|(key, _)| format!("{key} =")) },
    Slip { what: "a comma at the end", make: |line| value_of(line).map(|_| format!("{line},")) },
    Slip { what: "a semicolon at the end", make: |line| value_of(line).map(|_| format!("{line};")) },
    Slip { what: "a comment of another language behind", make: |line| value_of(line).map(|_| format!("{line} // why")) },
    Slip { what: "a comment of another language before", make: |line| Some(format!("// don't ask\n{line}")) },
    Slip { what: "a no-break space before", make: |line| Some(format!("\u{a0}{line}")) },
    Slip { what: "a zero-width space before", make: |line| Some(format!("\u{200b}{line}")) },
    Slip { what: "a byte order mark within the file", make: |line| Some(format!("# joined\n\u{feff}{line}")) },
    Slip { what: "a full-width equals sign", make: |line| value_of(line).map(|(key, value)| format!("{key} ＝ {value}")) },
    Slip { what: "a quotation within a text", make: |line| {
        only_text(line).map(|(key, text)| format!("{key} = \"the \"old\" {text}\""))
    } },
    Slip { what: "a backslash of Markdown", make: |line| only_text(line).map(|(key, text)| format!("{key} = \"\\*{text}\"")) },
    Slip { what: "a list without its end", make: |line| line.strip_suffix(']').filter(|rest| rest.contains('=')).map(str::to_owned) },
    Slip { what: "a bracket too many", make: |line| line.strip_suffix(']').filter(|rest| rest.contains('=')).map(|rest| format!("{rest}]]")) },
    Slip { what: "a table without an end", make: |line| line.strip_suffix("]]").filter(|rest| rest.starts_with("[[")).map(str::to_owned) },
    Slip { what: "a table with one bracket at its end", make: |line| line.strip_suffix(']').filter(|rest| rest.starts_with("[[")).map(str::to_owned) },
    Slip { what: "a table with one bracket at its beginning", make: |line| line.strip_prefix('[').filter(|rest| rest.starts_with('[')).map(str::to_owned) },
    Slip { what: "a long text without an end", make: |line| only_text(line).map(|(key, text)| format!("{key} = \"\"\"{text}")) },
    Slip { what: "a text over two lines", make: |line| {
        let (key, text) = only_text(line)?;
        let (one, two) = text.split_once(' ')?;
        Some(format!("{key} = \"{one}\n{two}\""))
    } },
];

/// Wherever it is made, a slip has one report, and that is in its line.
#[test]
fn a_slip_is_reported_once_wherever_it_is_made() {
    let mut wrong = String::new();
    let mut made = 0;
    for Slip { what, make } in SLIPS {
        for (name, text) in SOUND.into_iter().filter(|(name, _)| name.ends_with(".toml")) {
            let lines: Vec<&str> = text.lines().collect();
            for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
                let Some(slip) = make(line) else { continue };
                made += 1;
                let mut changed: Vec<&str> = lines.clone();
                changed[number] = &slip;
                let found = problems(&sound().with(name, changed.join("\n") + "\n"));
                let first = slip.lines().position(|line| !line.starts_with('#')).unwrap_or_default();
                let is_right = matches!(&found[..], [problem] if problem.rule.id() == FATAL && problem.location.line == number + 1 + first);
                if !is_right {
                    let _ = writeln!(wrong, "{what}, {name}:{}: {slip:?}", number + 1);
                    for problem in &found {
                        let _ = writeln!(wrong, "    {problem}");
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(made > 600, "{made} slips");
}

/// Names of files that are near those that are read.
#[test]
fn a_file_that_is_not_read_is_named() {
    for (name, advice) in [
        ("claim.toml", "move its tables into claims.toml"),
        ("gaps.toml", "move its tables into claims.toml"),
        ("Actors.toml", "move its tables into actors.toml"),
        ("stops.toml", "rename it to tour.toml"),
        ("tour.toml.txt", "rename it to tour.toml"),
        ("dossier.toml.txt", "move its tables into dossier.toml"),
        ("more.csv", "only \"figures.csv\" is read"),
    ] {
        let found = problems(&sound().with(name, ""));
        let [problem] = &found[..] else { panic!("{name}: {found:?}") };
        assert_eq!((problem.rule.id(), place(problem)), ("file-ignored", format!("{name}:1:1-1")));
        assert!(problem.hint.contains(advice), "{problem}");
    }
    for name in [
        "Cargo.toml", "taplo.toml", ".taplo.toml", "claims.toml~", "claims.toml.bak", ".claims.toml.swp", "#claims.toml#",
        "schema.json", "notes.md", "b.txt", "figures.csv~", ".~lock.figures.csv#", "config.toml",
    ] {
        assert_eq!(problems(&sound().with(name, "")), [], "{name}");
    }
    // Figures that nobody names.
    let unnamed = with(&Edit("dossier.toml", "observations = \"figures.csv\"\n", ""));
    let found = problems(&unnamed);
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!((problem.rule.id(), &*problem.location.file), ("file-ignored", "figures.csv"));
    assert!(problem.hint.contains("observations = \"figures.csv\""), "{problem}");
    // And a series that has none anywhere.
    let nowhere = SOUND.into_iter().filter(|(name, _)| *name != "figures.csv");
    let nowhere = nowhere.fold(Memory::default(), |files, (name, text)| {
        files.with(name, text.replace("observations = \"figures.csv\"\n", ""))
    });
    let found = problems(&nowhere);
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!(problem.rule.id(), "series-empty");
    assert!(problem.hint.contains("observations = \"figures.csv\""), "{problem}");
    // An article alone, and what was to be its dossier.
    let article = |name: &str| Memory::default().with("article.txt", "Old bridge\nIt closes.\n").with(name, text_of("dossier.toml"));
    for name in ["dossier.toml.txt", "Dossier.toml", "dosier.toml"] {
        let found = problems(&article(name));
        let [problem] = &found[..] else { panic!("{name}: {found:?}") };
        assert_eq!((problem.rule.id(), &*problem.hint), ("file-ignored", "rename it to dossier.toml"));
    }
    let several = problems(&article("dossier.toml.txt").with("b.md", "# B\n"));
    assert_eq!(several[0].hint, "rename \"dossier.toml.txt\" to dossier.toml");
}

/// A spreadsheet is no CSV, whatever it is called.
#[test]
fn a_spreadsheet_is_recognized() {
    for (name, bytes) in
        [("figures.xlsx", &b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xff\xfe"[..]), ("figures.csv", b"PK\x03\x04\x14\0"), ("old.xls", b"\xd0\xcf\x11\xe0")]
    {
        let head = text_of("dossier.toml").replace("figures.csv", name);
        let files = sound().with("dossier.toml", head).with(name, bytes);
        let found: Vec<Problem> = problems(&files).into_iter().filter(|problem| problem.rule.id() != "file-ignored").collect();
        let [problem] = &found[..] else { panic!("{name}: {found:?}") };
        assert_eq!((problem.rule.id(), &*problem.location.file), ("figures-unreadable", "dossier.toml"));
        assert!(problem.message.contains("spreadsheet") && problem.hint.contains("CSV"), "{problem}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is written, every fatal report has a place in its file, and there is at least one.
    #[test]
    fn any_text_that_is_no_toml_is_reported(
        text in "([a-z]{1,4}|[ \t]|\n|\"|'|\"\"\"|'''|=|:|\\[|\\[\\[|\\]|\\]\\]|\\{|\\}|,|;|#|//|-|“|”|„|\u{a0}|\u{200b}|\\\\|ü|[0-9.]{1,5}){0,40}",
    ) {
        let is_toml = text.parse::<toml::Table>().is_ok();
        let found = problems(&sound().with("tour.toml", text.clone()));
        let fatal: Vec<&Problem> = found.iter().filter(|problem| problem.rule.id() == FATAL).collect();
        prop_assert_eq!(fatal.is_empty(), is_toml, "{:?}", text);
        let lines = text.matches('\n').count() + 1;
        for problem in fatal {
            prop_assert!(problem.location.line <= lines && !problem.hint.is_empty(), "{}", problem);
            prop_assert!((problem.location.end_line, problem.location.end_column) >= (problem.location.line, problem.location.column));
        }
    }
}

#[test]
fn the_sound_dossier_is_sound() {
    assert_eq!(problems(&sound()), []);
    assert!(sound().list().len() > 7);
}
