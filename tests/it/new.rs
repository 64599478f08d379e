//! `fundstelle new`: a folder with a dossier to write in, made of an article, or as a copy of the shipped one.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its files had better fail")]

use std::fs;
use std::path::Path;

use fundstelle::load::{self, Files as _, Loaded};

use crate::common::run::{Answer, Folder, program, run};

const TEXT: &str = "Old bridge to close\nThe council has decided that the old bridge is to be closed in May, as the mayor said. According \
                    to the city it would have been too expensive to repair it.\n";
const GERMAN: &str = "Alte Brücke wird gesperrt\nDer Stadtrat hat entschieden, dass die alte Brücke im Mai gesperrt wird. Nach \
                      Angaben der Stadt ist das Tragwerk nicht mehr sicher, und eine Sanierung wäre zu teuer.\n";

/// Where the command is run.
fn desk(files: &[(&str, &str)]) -> Folder {
    Folder::with(files)
}

fn opened(folder: &Path) -> Loaded {
    load::load(&load::Folder::open(folder).unwrap()).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn succeeded(answer: &Answer) {
    assert_eq!((answer.code, &*answer.stderr), (Some(0), ""), "{answer:?}");
}

/// It must end with code 2, make nothing, and say this.
fn refused(desk: &Folder, arguments: &[&str], says: &str) {
    let before = names(desk.path());
    let answer = desk.run_inside(arguments);
    assert_eq!((answer.code, &*answer.stdout), (Some(2), ""), "{arguments:?}: {answer:?}");
    assert!(answer.stderr.contains(says), "{arguments:?}: {answer:?}");
    assert_eq!(names(desk.path()), before, "{arguments:?}");
}

#[test]
fn an_article_becomes_a_dossier_that_is_in_order() {
    let desk = desk(&[("bridge.txt", TEXT)]);
    let answer = desk.run_inside(&["new", "bridge.txt"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle bridge\n"), "what to run next: {answer:?}");
    let folder = desk.path().join("bridge");
    assert_eq!(names(&folder), ["bridge.txt", "dossier.toml"]);
    assert_eq!(fs::read_to_string(folder.join("bridge.txt")).unwrap(), TEXT);
    let loaded = opened(&folder);
    assert!(loaded.problems.is_empty() && loaded.notes.is_empty(), "{:?}", loaded.problems);
    assert!(!loaded.dossier.is_bare);
    assert_eq!(loaded.dossier.title.texts().collect::<Vec<_>>(), ["Old bridge to close"]);
    assert_eq!(loaded.dossier.article.language.tag(), "en");
    succeeded(&desk.run_inside(&["check", "--strict", "bridge"]));
}

/// What is not known is there to be filled in, and nothing is made up.
#[test]
fn what_is_not_known_stands_as_comments_that_only_have_to_be_filled_in() {
    let desk = desk(&[("bridge.txt", TEXT)]);
    succeeded(&desk.run_inside(&["new", "bridge.txt", "-o", "d"]));
    let toml = fs::read_to_string(desk.path().join("d/dossier.toml")).unwrap();
    assert!(toml.contains("id = \"d\"\n"), "{toml}");
    let filled = toml
        .replace("# as_of = \"\"", "as_of = \"2026-09\"")
        .replace("# outlet = \"\"", "outlet = \"Valley News\"")
        .replace("# url = \"\"", "url = \"https://example.org/bridge\"")
        .replace("# published = \"\"", "published = \"2026-09-01\"")
        .replace("# headings = [\"\"]", "headings = [\"Old bridge to close\"]");
    assert_eq!(filled.matches("\n# ").count(), toml.matches("\n# ").count() - 5);
    fs::write(desk.path().join("d/dossier.toml"), filled).unwrap();
    let loaded = opened(&desk.path().join("d"));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.dossier.article.outlet.as_deref(), Some("Valley News"));
    assert!(loaded.dossier.article.published.is_some() && loaded.dossier.as_of.is_some());
}

#[test]
fn the_language_is_that_which_is_asked_for_or_written_or_clear() {
    let markdown = "---\ntitle: The bridge\nlang: en-GB\n---\n\nBrücke, Fluss, Tal.\n";
    let desk = desk(&[("de.txt", GERMAN), ("md.md", markdown), ("few.txt", "Bridge\nClosed.\n")]);
    for (arguments, tag, says) in [
        (&["new", "de.txt"][..], "de", "judging by its words"),
        (&["new", "de.txt", "--language", "nds", "-o", "asked"], "nds", "its language is nds\n"),
        (&["new", "md.md"], "en-gb", "as its head says"),
        (&["new", "few.txt"], "und", "--language"),
    ] {
        let answer = desk.run_inside(arguments);
        succeeded(&answer);
        assert!(answer.stdout.contains(says), "{answer:?}");
        let made = arguments.get(5).copied().unwrap_or_else(|| arguments[1].split('.').next().unwrap());
        assert_eq!(opened(&desk.path().join(made)).dossier.article.language.tag(), tag, "{arguments:?}");
        succeeded(&desk.run_inside(&["check", "--strict", made]));
    }
    let answer = desk.run_inside(&["new", "few.txt", "--language", "German", "-o", "x"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.stderr.contains("as de"), "{answer:?}");
}

/// Of Markdown the title is that of its head or its first heading; without one it is the file's name.
#[test]
fn the_title_is_the_articles_own_else_the_files_name() {
    let desk = desk(&[
        ("a.md", "---\ntitle: \"He said: \\\"no\\\"\"\nheadline: Says 'no'\n---\nText.\n"),
        ("b.markdown", "# A \"bridge\" \\ and more\n\nText.\n"),
        ("notes on it.md", "Text without a heading.\n"),
    ]);
    for (file, title) in
        [("a.md", "Says 'no'"), ("b.markdown", "A \"bridge\" \\ and more"), ("notes on it.md", "notes on it")]
    {
        succeeded(&desk.run_inside(&["new", file, "-o", "d", "--language", "en"]));
        let folder = desk.path().join("d");
        assert_eq!(opened(&folder).dossier.title.texts().collect::<Vec<_>>(), [title], "{file}");
        assert_eq!(fs::read(folder.join(file)).unwrap(), fs::read(desk.path().join(file)).unwrap());
        fs::remove_dir_all(folder).unwrap();
    }
}

/// Where nothing had to change, nothing did.
#[test]
fn bytes_are_copied_as_they_are() {
    let bytes = format!("\u{feff}{}", TEXT.replace('\n', "\r\n").trim_end());
    let desk = desk(&[("bridge.txt", &bytes)]);
    let answer = desk.run_inside(&["new", "bridge.txt"]);
    succeeded(&answer);
    assert!(!answer.stdout.contains("removed") && !answer.stdout.contains("joined"), "{answer:?}");
    assert_eq!(fs::read(desk.path().join("bridge/bridge.txt")).unwrap(), bytes.as_bytes());
    assert!(opened(&desk.path().join("bridge")).problems.is_empty());
}

#[test]
fn characters_that_nobody_sees_are_removed_and_counted() {
    let desk = desk(&[
        ("bridge.txt", &TEXT.replace("bridge", "brid\u{ad}ge").replace(" the", "\u{200b} the")),
        ("bridge.md", "# Old bri\u{ad}dge\n\nText.\n"),
    ]);
    let answer = desk.run_inside(&["new", "bridge.txt"]);
    assert!(answer.stdout.contains("removed 5 invisible characters"), "{answer:?}");
    assert_eq!(desk.read("bridge/bridge.txt"), TEXT);
    let answer = desk.run_inside(&["new", "bridge.md", "-o", "md", "--language", "en"]);
    assert!(answer.stdout.contains("removed 1 invisible character"), "{answer:?}");
    assert_eq!(desk.read("md/bridge.md"), "# Old bridge\n\nText.\n");
}

/// A text as mails and agencies send it.
const WRAPPED: &str = "Old bridge to close\n\
                        \n\
                        The council has decided that the old bridge is to be closed\n\
                        in May, as the mayor said on Monday. According to the city\n\
                        it would have been too expensive to repair it, and a long-\n\
                        planned new bridge is to be built beside it until next year\n\
                        by a company from the valley, which has built bridges for a\n\
                        long time, and which the council knows from other work that\n\
                        was done in the valley some years ago.\n\
                        ";

#[test]
fn lines_that_a_program_broke_are_joined_unless_they_are_to_be_kept() {
    let desk = desk(&[("bridge.txt", WRAPPED)]);
    let answer = desk.run_inside(&["new", "bridge.txt"]);
    succeeded(&answer);
    assert!(
        answer.stdout.contains("6 line ends") && answer.stdout.contains("\"long- planned\""),
        "{answer:?}"
    );
    let text = desk.read("bridge/bridge.txt");
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("in May, as the mayor said on Monday."), "{text}");
    let loaded = opened(&desk.path().join("bridge"));
    assert!(loaded.problems.is_empty() && loaded.notes.is_empty(), "{:?}", loaded.notes);
    let answer = desk.run_inside(&["new", "bridge.txt", "--keep-lines", "-o", "kept"]);
    succeeded(&answer);
    assert!(!answer.stdout.contains("joined"), "{answer:?}");
    assert_eq!(desk.read("kept/bridge.txt"), WRAPPED);
}

/// As a clipper saves an article.
const CLIPPED: &str = "---\ntitle: \"Old bridge to close\"\nsource: \"https://courier.example/bridge\"\nauthor:\n  - \"[[Jane \
                       Pattern]]\"\npublished: 2026-03-05\ncreated: 2026-03-07\nsite: Valley Courier\ntags:\n  - \
                       \"clippings\"\n---\nBy Jane Pattern\n\nThe council has decided that the old bridge is to be closed in May, as the \
                       mayor said. According to the city it would have been too expensive to repair it.\n\nShare on Facebook\n";

#[test]
fn what_the_head_of_a_note_says_stands_in_the_dossier() {
    let desk = desk(&[("clip.md", CLIPPED)]);
    let answer = desk.run_inside(&["new", "clip.md"]);
    succeeded(&answer);
    for says in [
        "outlet Valley Courier (its head)",
        "published 2026-03-05",
        "author Jane Pattern",
        "2 lines look like the page's",
    ] {
        assert!(answer.stdout.contains(says), "{says}: {answer:?}");
    }
    assert_eq!(desk.read("clip/clip.md"), CLIPPED);
    let loaded = opened(&desk.path().join("clip"));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let article = &loaded.dossier.article;
    assert_eq!(article.outlet.as_deref(), Some("Valley Courier"));
    assert_eq!(article.url.as_deref(), Some("https://courier.example/bridge"));
    assert_eq!(article.published.as_ref().map(fundstelle::dossier::When::text), Some("2026-03-05"));
    let toml = desk.read("clip/dossier.toml");
    assert!(toml.starts_with("#:schema ") && toml.contains("# written by Jane Pattern\n"), "{toml}");
}

/// Nothing of a head is the article's, whether or not it is supported.
#[test]
fn heads_as_programs_write_them_stay_out_of_the_article() {
    let words = "The council has decided that the old bridge is to be closed in May, as the mayor said.\n";
    for (head, title, says) in [
        (
            "---\ntitle: >-\n  Old bridge\n  to close\nlang: en\nDate published: 2026-03-05\n---\n",
            "Old bridge to close",
            "published 2026-03-05",
        ),
        (
            "+++\ntitle = \"Old bridge to close\"\nlanguage = \"en\"\ndate = 2026-03-05\n[params]\nx = 1\n+++\n",
            "Old bridge to close",
            "published 2026-03-05",
        ),
        (
            "---\ntitle: Old bridge to close\nlang: en\nauthor: *me\n? odd\n---\n",
            "Old bridge to close",
            "line 4 of its head (author)",
        ),
        (
            "---\ntitle: \"Old bridge to close\"   # as clipped\nlang: en\ntags: [\n  a, b\n]\n---\n",
            "Old bridge to close",
            "its language is en",
        ),
    ] {
        let desk = desk(&[("clip.md", &format!("{head}{words}"))]);
        let answer = desk.run_inside(&["new", "clip.md", "-o", "d"]);
        succeeded(&answer);
        assert!(answer.stdout.contains(says), "{head}: {answer:?}");
        let loaded = opened(&desk.path().join("d"));
        assert!(loaded.problems.is_empty(), "{head}: {:?}", loaded.problems);
        assert_eq!(loaded.dossier.title.texts().collect::<Vec<_>>(), [title], "{head}");
        let text = loaded.dossier.article.text.clone();
        let rest = text.trim().strip_prefix(title).unwrap_or(text.trim()).trim();
        assert_eq!(rest, words.trim(), "{head}");
    }
    // Rules around prose are none.
    let prose = "---\nNews: the bridge closes\n\nThe council has decided: it is old.\n\n---\nMore.\n";
    let desk = desk(&[("prose.md", prose)]);
    succeeded(&desk.run_inside(&["new", "prose.md", "-o", "d"]));
    let text = opened(&desk.path().join("d")).dossier.article.text.clone();
    assert!(text.contains("News: the bridge closes") && text.contains("More."), "{text}");
}

#[test]
fn no_line_of_the_report_is_longer_than_people_read_with_ease() {
    let desk = desk(&[("clip.md", CLIPPED), ("page.html", "<html><p>x</html>")]);
    let answer = desk.run_inside(&["new", "clip.md"]);
    let refused = desk.run_inside(&["new", "page.html"]);
    for line in answer.stdout.lines().chain(refused.stderr.lines()) {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

/// Nothing is written of them before they are decided.
#[test]
fn leftovers_are_counted_and_suggested() {
    let desk = desk(&[("clip.md", CLIPPED)]);
    let answer = desk.run_inside(&["new", "clip.md"]);
    succeeded(&answer);
    let report = answer.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(report.contains("S asks about them first"), "{answer:?}");
    let toml = desk.read("clip/dossier.toml");
    assert_eq!(toml.matches("boilerplate").count(), 1, "{toml}");
    assert!(toml.contains("\n# boilerplate = [\"\"]"), "{toml}");
    let suggested = desk.run_inside(&["suggest", "clip"]);
    for line in ["\"By Jane Pattern\"", "\"Share on Facebook\""] {
        assert!(suggested.stdout.contains(line), "{line}: {suggested:?}");
    }
    assert!(!suggested.stdout.contains("Names"), "{suggested:?}");
}

/// It is easily typed, and stands as it is in every command.
#[test]
fn a_folder_is_called_like_the_file_in_short() {
    let name = "Daten von Brückenbau Talheim gehackt _ Talbote am Morgen aus dem Tal.txt";
    let desk = desk(&[(name, TEXT), ("橋.txt", TEXT)]);
    let answer = desk.run_inside(&["new", name]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle daten-von-brueckenbau-talheim-gehackt\n"), "{answer:?}");
    let answer = desk.run_inside(&["new", "橋.txt"]);
    succeeded(&answer);
    assert!(desk.path().join("橋").is_dir(), "{answer:?}");
}

#[test]
fn an_article_comes_through_a_pipe() {
    let desk = desk(&[]);
    let through = |arguments: &[&str], input: &str| desk.run_inside_with(arguments, input);
    let answer = through(&["new", "-"], TEXT);
    succeeded(&answer);
    assert_eq!(names(&desk.path().join("old-bridge-to-close")), ["article.txt", "dossier.toml"]);
    succeeded(&through(&["new", "-", "-o", "clip"], CLIPPED));
    assert_eq!(names(&desk.path().join("clip")), ["article.md", "dossier.toml"]);
    let answer = through(&["new", "-"], "---\nlang: en\n---\nNo title, only words.\n");
    assert_eq!(answer.code, Some(2));
    assert!(answer.stderr.contains("-o DIR"), "{answer:?}");
    let answer = through(&["new", "-"], "");
    assert_eq!(answer.code, Some(1), "{answer:?}");
}

#[cfg(feature = "html")]
#[test]
fn a_saved_page_becomes_a_dossier() {
    let page = include_str!("../pages/classic-cms.html");
    let desk = desk(&[("Alte Brücke – Talbote.html", page), ("saved.txt", page)]);
    let answer = desk.run_inside(&["new", "Alte Brücke – Talbote.html", "-o", "d"]);
    succeeded(&answer);
    let report = answer.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "the dossier of \"Alte Brücke wird gesperrt\"",
        "its language is de-de, as <html lang> says",
        "outlet Talbote (og:site_name)",
        "address https://talbote.example/region/alte-bruecke.html (<link rel=canonical>)",
        "2 lines look like the page's",
        "S asks about them first",
    ] {
        assert!(report.contains(says), "{says}: {answer:?}");
    }
    assert_eq!(names(&desk.path().join("d")), ["article.md", "dossier.toml", "suggested.toml"]);
    assert!(
        desk.read("d/suggested.toml")
            .contains("[[caption]]\nwords = \"Die alte Brücke im Winter. Foto: Ida Musterfrau\"")
    );
    succeeded(&desk.run_inside(&["check", "--strict", "d"]));
    // What it is counts, not what it is called.
    succeeded(&desk.run_inside(&["new", "saved.txt", "-o", "e"]));
    assert_eq!(desk.read("d/article.md"), desk.read("e/article.md"));
    succeeded(&desk.run_inside_with(&["new", "-"], page));
    assert_eq!(desk.read("d/article.md"), desk.read("alte-bruecke-wird-gesperrt/article.md"));
}

#[test]
fn actors_of_other_dossiers_wait_to_be_suggested() {
    let other = "format = 1\nid = \"ferry\"\ntitle = \"A ferry\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                 [[actor]]\nid = \"council\"\nkind = \"parliament\"\nname = \"City council\"\naliases = [\"Council\", \"council\"]\n\
                 [[actor]]\nid = \"firm\"\nkind = \"company\"\nname = \"Ferries\"\naliases = [\"Ferries\"]\n";
    let article = "A ferry\nThe Council and Ferries, the council.\n";
    let desk = desk(&[("bridge.txt", TEXT)]);
    for (name, toml) in [
        ("one", other.to_owned()),
        (
            "two",
            other
                .replace("ferry", "two")
                .replace("council\"\nkind", "mayor\"\nkind")
                .replace("City council", "Town council"),
        ),
    ] {
        fs::create_dir(desk.path().join(name)).unwrap();
        desk.write(&format!("{name}/dossier.toml"), toml);
        desk.write(&format!("{name}/a.txt"), article);
    }
    let answer = desk.run_inside(&["new", "bridge.txt", "--like", "one", "--like", "./two"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("1 actor of ferry is named in it"), "{answer:?}");
    assert_eq!(names(&desk.path().join("bridge")), ["bridge.txt", "dossier.toml", "suggested.toml"]);
    let table: toml::Table = desk.read("bridge/suggested.toml").parse().unwrap();
    let known = table["known"].as_array().unwrap();
    let texts =
        |key: &str| known.iter().map(|known| known[key].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        (texts("id"), texts("from")),
        (vec!["council".to_owned(), "mayor".to_owned()], vec!["ferry".to_owned(), "two".to_owned()])
    );
    assert_eq!(
        known[0]["aliases"].as_array().unwrap()[0].as_str(),
        Some("council"),
        "the one that stands there comes first"
    );
    // Nothing is asserted.
    assert!(opened(&desk.path().join("bridge")).dossier.actors.is_empty());
    succeeded(&desk.run_inside(&["check", "--strict", "bridge"]));
    for (path, says) in [("nowhere", "nowhere"), ("bridge.txt", "no dossier")] {
        let answer = desk.run_inside(&["new", "bridge.txt", "--like", path, "-o", "x"]);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        assert!(answer.stderr.contains(says), "{answer:?}");
        assert!(!desk.path().join("x").exists());
    }
}

/// Two dossiers may call one actor by two ids, and two actors by one.
#[test]
fn actors_of_several_dossiers_are_told_apart_by_what_they_are_called() {
    let article = "A ferry\nThe council and Ada Sample.\n";
    let of = |id: &str, council: &str, ada: &str| {
        format!(
            "format = 1\nid = \"{id}\"\ntitle = \"A\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
             [[actor]]\nid = \"council\"\nkind = \"parliament\"\nname = \"{council}\"\naliases = [\"council\"]\n\
             [[actor]]\nid = \"{ada}\"\nkind = \"person\"\nname = \"Ada Sample\"\naliases = [\"Ada Sample\"]\n"
        )
    };
    let desk = desk(&[("bridge.txt", &TEXT.replace("the mayor", "the mayor Ada Sample"))]);
    for (name, toml) in [
        ("one", of("one", "Council of Valley Falls", "ada")),
        ("two", of("two", "Council of Other Hills", "ada-sample")),
    ] {
        fs::create_dir(desk.path().join(name)).unwrap();
        desk.write(&format!("{name}/dossier.toml"), toml);
        desk.write(&format!("{name}/a.txt"), article);
    }
    let answer = desk.run_inside(&[
        "new",
        "bridge.txt",
        "--like",
        "one",
        "--like",
        "two",
        "--like",
        "./one/dossier.toml",
        "-o",
        "d",
    ]);
    succeeded(&answer);
    let report = answer.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        report.contains("2 actors of one are named in it, and will be suggested first 1 actor"),
        "{report}"
    );
    assert!(report.contains("1 actor of two is named in it, and will be suggested first (1 more is known from another dossier already)"), "{report}");
    assert_eq!(report.matches("of one").count(), 1, "a dossier that is given twice counts once: {report}");
    let table: toml::Table = desk.read("d/suggested.toml").parse().unwrap();
    let ids: Vec<&str> =
        table["known"].as_array().unwrap().iter().map(|known| known["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["council", "ada", "council-2"]);
    succeeded(&desk.run_inside(&["check", "--strict", "d"]));
    let answer = desk.run_inside(&["new", "bridge.txt", "--like", "nowhere", "-o", "x"]);
    assert!(answer.stderr.contains("--like the folder of a dossier"), "{answer:?}");
}

#[test]
fn names_with_blanks_and_umlauts_and_paths_from_elsewhere() {
    let desk = desk(&[("Brücke über den Fluß.txt", GERMAN)]);
    fs::create_dir(desk.path().join("work")).unwrap();
    let answer = desk.run_inside(&["new", "./work/../Brücke über den Fluß.txt"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle bruecke-ueber-den-fluss\n"), "{answer:?}");
    let toml = desk.read("bruecke-ueber-den-fluss/dossier.toml");
    assert!(toml.contains("id = \"bruecke-ueber-den-fluss\"\n"), "{toml}");
    succeeded(&desk.run_inside(&["check", "--strict", "bruecke-ueber-den-fluss"]));
    let deep = desk.path().join("a/b c/d");
    succeeded(&desk.run_inside(&["new", "Brücke über den Fluß.txt", "-o", deep.to_str().unwrap()]));
    assert!(opened(&deep).problems.is_empty());
    // One that has blanks stands in quotation marks.
    let answer = desk.run_inside(&["new", "Brücke über den Fluß.txt", "-o", "b c"]);
    assert!(answer.stdout.contains("fundstelle 'b c'\n"), "{answer:?}");
    // A folder that is called like a command, or like an option.
    let answer = desk.run_inside(&["new", "Brücke über den Fluß.txt", "-o", "check"]);
    assert!(answer.stdout.contains("fundstelle ./check\n"), "{answer:?}");
    let answer = desk.run_inside(&["new", "Brücke über den Fluß.txt", "--output=-x"]);
    assert!(answer.stdout.contains("fundstelle ./-x\n"), "{answer:?}");
    let nothing = "中国.txt";
    desk.write(nothing, GERMAN);
    succeeded(&desk.run_inside(&["new", nothing]));
    assert!(desk.read("中国/dossier.toml").contains("id = \"alte-bruecke-wird-gesperrt\"\n"), "by its title");
}

#[test]
fn nothing_is_written_over() {
    let desk = desk(&[("bridge.txt", TEXT), ("file", "theirs")]);
    fs::create_dir(desk.path().join("bridge")).unwrap();
    fs::write(desk.path().join("bridge/mine"), "mine").unwrap();
    refused(&desk, &["new", "bridge.txt"], "not empty");
    refused(&desk, &["new", "bridge.txt"], "-o DIR");
    refused(&desk, &["new", "bridge.txt", "-o", "."], "not empty");
    refused(&desk, &["new", "bridge.txt", "-o", "file"], "no folder");
    refused(&desk, &["new", "bridge.txt", "-o", "file/within"], "file/within");
    refused(&desk, &["new", "--example", "bridge"], "--example DIR");
    assert_eq!(names(&desk.path().join("bridge")), ["mine"]);
    assert_eq!(desk.read("file"), "theirs");
    // An empty folder has nothing to lose.
    fs::create_dir(desk.path().join("empty")).unwrap();
    succeeded(&desk.run_inside(&["new", "bridge.txt", "-o", "empty"]));
    refused(&desk, &["new", "bridge.txt", "-o", "empty"], "not empty");
}

#[test]
fn what_is_no_article_is_refused_with_advice() {
    let archive = "MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\"\n\n--x";
    let desk = desk(&[
        ("page.html", "<html></html>"),
        ("page.mhtml", archive),
        ("empty.txt", " \n"),
        ("dossier.toml", "format = 1\n"),
    ]);
    fs::create_dir(desk.path().join("folder")).unwrap();
    refused(&desk, &["new"], "ARTICLE");
    refused(&desk, &["new", "folder"], "the article's file");
    refused(&desk, &["new", "dossier.toml"], "already");
    refused(&desk, &["new", "--example", "x", "page.txt"], "cannot be used with");
    refused(&desk, &["new", "--example", "x", "--like", "y"], "cannot be used with");
    for (file, says) in [
        ("page.html", "page.html: "),
        ("page.mhtml", "MHTML"),
        ("empty.txt", "article-empty"),
        ("missing.txt", "path-unusable"),
    ] {
        let before = names(desk.path());
        let answer = desk.run_inside(&["new", file]);
        assert_eq!(answer.code, Some(1), "{file}: {answer:?}");
        assert!(answer.stderr.contains(says) && answer.stderr.contains(file), "{file}: {answer:?}");
        assert_eq!(names(desk.path()), before, "{file}");
    }
}

/// An article with marks of a conflict is somebody's article; it is said that there is something to do.
#[test]
fn an_article_at_fault_says_where_that_is_listed() {
    let desk = desk(&[("a.txt", "Title\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n")]);
    let answer = desk.run_inside(&["new", "a.txt"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle check"), "{answer:?}");
}

#[test]
fn the_shipped_dossier_is_copied_to_the_byte() {
    let desk = desk(&[]);
    let answer = desk.run_inside(&["new", "--example", "my copy"]);
    succeeded(&answer);
    assert!(answer.stdout.contains("fundstelle 'my copy'\n"), "{answer:?}");
    let (shipped, folder) = (load::shipped(), desk.path().join("my copy"));
    let mut expected = shipped.list();
    expected.sort();
    assert_eq!(names(&folder), expected);
    for name in expected {
        assert_eq!(fs::read(folder.join(&name)).unwrap(), shipped.read(&name, u64::MAX).unwrap(), "{name}");
    }
    let beside = load::load(&shipped).unwrap();
    assert_eq!(opened(&folder).problems, beside.problems);
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_leaves_nothing_behind() {
    use std::process::Command;

    let desk = desk(&[("bridge.txt", TEXT)]);
    // No file may have more than 512 bytes: the article has fewer, the shipped one more.
    let script = "ulimit -f 1; exec \"$0\" \"$@\"";
    let output = Command::new("/bin/sh")
        .args(["-c", script, crate::common::run::BINARY, "new", "--example", "deep/copy"])
        .current_dir(desk.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("deep/copy") && error.contains("another place"), "{error}");
    assert_eq!(names(desk.path()), ["bridge.txt"]);
}

/// The folder is what was asked for; what is said of it is for who still listens.
#[test]
fn a_reader_who_has_gone_does_not_matter() {
    let desk = desk(&[("bridge.txt", TEXT)]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = program();
    let output =
        command.current_dir(desk.path()).args(["new", "bridge.txt"]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{output:?}");
    assert!(opened(&desk.path().join("bridge")).problems.is_empty());
}

#[test]
fn it_stands_in_the_help_and_has_a_man_page() {
    assert!(run(&["--help"]).stdout.contains("\n  new "));
    assert!(run(&["man", "new"]).stdout.contains("example"));
}
