//! The same picture as a file: what `fundstelle render` and `fundstelle check` write, and what they say when they
//! cannot.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::fixture::FIXTURE;
use crate::common::run::{render, render_bytes, run, run_in, stderr_of, text_of};

/// A folder of this test's own, empty, in the place Cargo keeps for that.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("picture").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Those whose files are text.
const FORMATS: [&str; 4] = ["text", "ansi", "svg", "html"];

#[test]
fn a_picture_as_text_has_a_line_a_row() {
    for (size, rows) in [("120x40", 40), ("80x24", 24), ("1x1", 1), ("500x200", 200)] {
        for format in ["text", "ansi"] {
            let text = render(&["--size", size, "--format", format]);
            assert_eq!(text.lines().count(), rows, "{size} {format}");
            assert!(text.ends_with('\n'));
        }
    }
}

#[test]
fn as_text_it_is_characters_only_and_as_ansi_it_has_styles() {
    let keys = ["--lang", "en", "--keys", "2 j", "--format"];
    let text = render(&[&keys[..], &["text"]].concat());
    let ansi = render(&[&keys[..], &["ansi"]].concat());
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    assert!(ansi.contains("\x1b["));
    let mut plain = String::new();
    for (place, part) in ansi.split("\x1b[").enumerate() {
        plain += if place == 0 { part } else { part.split_once('m').unwrap().1 };
    }
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&plain), lines(&text));
}

#[test]
fn without_colour_only_weights_are_written() {
    let ansi = render(&["--theme", "mono", "--keys", "2 j", "--format", "ansi"]);
    let codes = ansi.split("\x1b[").skip(1).map(|part| part.split_once('m').unwrap().0);
    let colours: Vec<&str> =
        codes.flat_map(|codes| codes.split(';')).filter(|code| code.len() > 1 && *code >= "30").collect();
    assert_eq!(colours, [""; 0]);
}

#[test]
fn the_same_keys_give_the_same_bytes() {
    for format in FORMATS.into_iter().chain(["png"]) {
        let arguments = ["--keys", "Tab j j Enter", "--lang", "de", "--format", format];
        let first = render_bytes(&arguments);
        assert!(first.len() > 1000);
        assert!(first == render_bytes(&arguments), "{format}");
    }
}

#[test]
fn as_pixels_it_has_the_size_of_its_cells_and_the_ground_asked_for() {
    let folder = folder("pixels");
    for (size, width, height) in [("80x24", 738, 450), ("1x1", 27, 36)] {
        for (ground, colour) in [("dark", [0x16, 0x18, 0x1e, 0xff]), ("light", [0xfb, 0xfa, 0xf7, 0xff])] {
            let file = folder.join("picture.png");
            let path = file.to_str().unwrap();
            let arguments = ["--size", size, "--format", "png", "--ground", ground];
            assert_eq!(render(&[&arguments[..], &["-o", path]].concat()), "");
            let bytes = fs::read(&file).unwrap();
            assert!(bytes == render_bytes(&arguments), "the same as on standard output");
            let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut pixels).unwrap();
            assert_eq!((info.width, info.height), (2 * width, 2 * height));
            assert_eq!(pixels[..4], colour);
            let colours: std::collections::HashSet<_> = pixels.chunks_exact(4).collect();
            assert!(size == "1x1" || colours.len() > 50, "{size} {ground}: {}", colours.len());
        }
    }
}

#[test]
fn a_page_has_every_row_as_text_and_asks_for_nothing() {
    for keys in ["", "2 j", "c Enter", "?"] {
        let arguments = ["--lang", "en", "--size", "100x30", "--keys", keys, "--format"];
        let page = render(&[&arguments[..], &["html"]].concat());
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        let document = roxmltree::Document::parse_with_options(&page, options).unwrap();
        assert_eq!(document.root_element().attribute("lang"), Some("en"));
        let title = document.descendants().find(|node| node.has_tag_name("title")).unwrap();
        assert!(title.text().unwrap().contains("Ferry exodus"));
        let pre = document.descendants().find(|node| node.has_tag_name("pre")).unwrap();
        let rows: String =
            pre.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
        let rows: Vec<_> = rows.strip_prefix('\n').unwrap().lines().map(str::trim_end).collect();
        let text = render(&[&arguments[..], &["text"]].concat());
        assert_eq!(rows, text.lines().collect::<Vec<_>>());
        for elsewhere in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "http"] {
            assert!(!page.contains(elsewhere), "{elsewhere}");
        }
    }
}

#[test]
fn the_keys_show_in_the_picture() {
    let at_rest = render(&["--lang", "en"]);
    let selected = render(&["--lang", "en", "--keys", "2 End"]);
    assert_ne!(at_rest, selected);
    assert!(selected.contains('▶') && !at_rest.contains('▶'));
    let card = render(&["--lang", "en", "--keys", "c Enter"]);
    assert!(card.contains("PARTLY"), "{card}");
}

#[test]
fn keys_after_the_end_are_not_pressed() {
    let quit = render(&["--lang", "en", "--keys", "q 2 j"]);
    assert_eq!(quit, render(&["--lang", "en"]));
}

#[test]
fn with_a_language_given_the_environment_does_not_matter() {
    let environments: [&[(&str, &str)]; 4] = [
        &[],
        &[("LANG", "de_AT.UTF-8"), ("LC_ALL", "de_AT.UTF-8")],
        &[("LANG", "C"), ("LC_ALL", "C"), ("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "40")],
        &[
            ("LANG", "en_GB.UTF-8"),
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("TZ", "Asia/Tokyo"),
        ],
    ];
    for format in FORMATS {
        for language in ["de", "en"] {
            let arguments = ["--lang", language, "--keys", "3 j", "--format", format];
            let expected = render(&arguments);
            for environment in environments {
                let output = run_in(environment, &[&["render", FIXTURE], &arguments[..]].concat());
                assert!(output.stdout == expected.as_bytes(), "{format} {language} in {environment:?}");
            }
        }
    }
}

#[test]
fn without_a_language_given_the_locale_decides() {
    let shown = |environment: &[(&str, &str)]| {
        String::from_utf8(run_in(environment, &["render", FIXTURE]).stdout).unwrap()
    };
    assert_eq!(shown(&[("LANG", "de_AT.UTF-8")]), render(&["--lang", "de"]));
    assert_eq!(shown(&[("LANG", "de_AT.UTF-8"), ("LC_ALL", "C")]), render(&["--lang", "en"]));
    assert_eq!(shown(&[]), render(&["--lang", "en"]));
}

#[test]
fn a_file_is_written_whole_and_nothing_beside_it() {
    let folder = folder("output");
    for format in FORMATS {
        let file = folder.join("picture");
        fs::write(&file, "what stood there before, and longer than nothing").unwrap();
        let arguments = ["--lang", "de", "--format", format];
        let path = file.to_str().unwrap();
        assert_eq!(render(&[&arguments[..], &["-o", path]].concat()), "");
        assert_eq!(fs::read_to_string(&file).unwrap(), render(&arguments));
        let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["picture"], "nothing half-written is left");
    }
}

/// Whoever has the old file open goes on reading the old one: it is replaced, not overwritten.
#[cfg(unix)]
#[test]
fn a_file_is_replaced_in_one_step() {
    use std::io::Read as _;

    let file = folder("atomic").join("picture");
    fs::write(&file, "old").unwrap();
    let mut opened = fs::File::open(&file).unwrap();
    render(&["-o", file.to_str().unwrap()]);
    let mut old = String::new();
    opened.read_to_string(&mut old).unwrap();
    assert_eq!(old, "old");
    assert!(fs::read_to_string(&file).unwrap().lines().count() == 40);
}

#[test]
fn a_file_that_cannot_be_written_is_a_complaint_with_its_path() {
    let file = folder("nowhere").join("missing/picture.svg");
    let error = stderr_of(2, &["render", "-o", file.to_str().unwrap()]);
    assert!(error.contains("missing/picture.svg"), "{error}");
}

#[test]
fn wrong_usage_is_answered_with_how_to_do_it_right() {
    for size in ["0x0", "501x40", "120x201", "120", "120X40", "wide", "-1x3"] {
        let error = stderr_of(2, &["render", &format!("--size={size}")]);
        assert!(error.contains("columns x rows") && error.contains("500x200"), "{error}");
    }
    let error = stderr_of(2, &["render", "--keys", "Tab Entre"]);
    assert!(error.contains("\"Entre\"") && error.contains("Enter Esc Tab"), "{error}");
    let error = stderr_of(2, &["render", "--format", "bmp"]);
    assert!(FORMATS.iter().all(|format| error.contains(format)), "{error}");
    let error = stderr_of(2, &["render", "--lang", "fr"]);
    assert!(error.contains("possible values: de, en"), "{error}");
    for arguments in [&["--nonsense"][..], &["render", "a", "b"]] {
        assert!(stderr_of(2, arguments).contains("Usage"), "{arguments:?}");
    }
}

#[test]
fn a_dossier_that_is_not_there_is_named() {
    for format in FORMATS {
        let error = stderr_of(1, &["render", "no/such/dossier", "--format", format]);
        assert!(error.contains("no/such/dossier") && error.contains("no such file"), "{error}");
    }
    assert!(stderr_of(1, &["no/such/dossier"]).contains("no/such/dossier"));
}

#[test]
fn a_picture_is_well_formed_and_says_what_it_shows() {
    for ground in ["dark", "light"] {
        let svg = render(&["--lang", "en", "--keys", "2", "--format", "svg", "--ground", ground]);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!(
            (root.tag_name().name(), root.tag_name().namespace()),
            ("svg", Some("http://www.w3.org/2000/svg"))
        );
        let text_of = |name: &str| {
            let mut found =
                root.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
            let text = found.next().and_then(|node| node.text()).unwrap_or_default().to_owned();
            assert!(found.next().is_none(), "one {name}");
            text
        };
        assert!(text_of("title").contains("Ferry exodus"));
        let described = text_of("desc");
        assert!(described.contains("Timeline") && described.contains("Talland · 5 passages"), "{described}");
    }
    let (dark, light) = (["--ground", "dark"], ["--ground", "light"]);
    let on = |ground: [&str; 2]| render(&[&["--format", "svg"][..], &ground].concat());
    assert_ne!(on(dark), on(light));
}

/// A theme's ground fills the picture to its edge, whatever ground was named for the terminal's own colours.
#[test]
fn the_theme_decides_what_a_picture_is_drawn_on() {
    for (theme, filled) in [("dark", "#1c1c1c"), ("light", "#ffffff")] {
        for ground in ["dark", "light"] {
            let svg = render(&["--format", "svg", "--theme", theme, "--ground", ground, "--keys", "?"]);
            let document = roxmltree::Document::parse(&svg).unwrap();
            let first = document.descendants().find(|node| node.tag_name().name() == "path").unwrap();
            assert_eq!(first.attribute("fill"), Some(filled), "{theme} on {ground}");
            assert!(!svg.contains("#16181e") && !svg.contains("#fbfaf7"), "{theme}: the other ground shows");
        }
    }
}

#[test]
fn as_ascii_a_picture_has_no_other_signs() {
    let text = render(&["--ascii", "--lang", "en", "--keys", "4 Down"]);
    assert!(!text.contains(|c| "│─┌▏┊●▶◀·".contains(c)), "{text}");
    assert!(text.contains("gemietet haben – vor allem"), "the article's own dash stays:\n{text}");
}

/// Whoever searches or reads aloud a picture finds the article's words as words.
#[test]
fn what_can_be_read_in_a_picture_is_text() {
    let arguments = ["--lang", "de", "--size", "200x60", "--format"];
    let svg = render(&[&arguments[..], &["svg"]].concat());
    let document = roxmltree::Document::parse(&svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    let in_picture: String = texts
        .flat_map(|node| node.descendants().filter_map(|inner| inner.text().filter(|_| inner.is_text())))
        .collect::<Vec<_>>()
        .join(" ");
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
        words.map(str::to_owned).collect()
    };
    let found = words(&in_picture);
    let on_screen = words(&render(&[&arguments[..], &["text"]].concat()));
    assert!(on_screen.len() > 300);
    let missing: Vec<_> = on_screen.iter().filter(|word| !found.contains(word)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

const SOUND: &str = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n";

/// A dossier on disk with these tables after its head.
fn dossier(name: &str, tables: &str) -> String {
    let folder = folder(name);
    fs::write(folder.join("dossier.toml"), format!("{SOUND}{tables}")).unwrap();
    fs::write(folder.join("a.txt"), "Titel\nOstlinie mietet Chips.\n").unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn an_error_fails_the_check_and_is_reported_with_its_place() {
    let broken = dossier(
        "broken",
        "[[claim]]\nid = \"c\"\ntext = \"x\"\nanchors = [\"Flusslinie mietet\"]\nassessment = \"open\"\n",
    );
    let answer = run(&["check", &broken]);
    assert_eq!(answer.code, Some(1));
    let report = answer.stdout;
    assert!(
        report.contains(&format!("[{broken}/dossier.toml:10:12]"))
            && report.contains("10 | anchors = [\"Flusslinie mietet\"]"),
        "{report}"
    );
    assert!(report.ends_with("1 error, 0 warnings in 1 file\n"), "{report}");
    // It opens all the same, and says so.
    let shown = text_of(&["render", "--lang", "en", &broken]);
    assert!(shown.lines().next().unwrap().contains("! 1 error"), "{shown}");
}

#[test]
fn a_warning_fails_the_check_only_if_asked_to() {
    let unused = dossier("unused", "[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"x\"\n");
    assert!(text_of(&["check", &unused]).ends_with("0 errors, 1 warning in 1 file\n"));
    let answer = run(&["check", "--strict", &unused]);
    assert_eq!(answer.code, Some(1), "{answer:?}");
}

#[test]
fn what_cannot_be_opened_is_refused_before_anything_is_drawn() {
    let fatal = dossier("fatal", "[[claim\n");
    let error = stderr_of(1, &["render", &fatal]);
    assert!(error.contains("dossier.toml:7:") && error.contains("TOML"), "{error}");
    assert_eq!(run(&["check", &fatal]).code, Some(1));
}

/// A dossier with more errors than are listed.
fn very_broken(name: &str) -> String {
    let keys: Vec<String> = (0..5000).map(|n| format!("key-number-{n} = 1\n")).collect();
    let path = folder(name);
    fs::write(path.join("article.txt"), "Titel\n").unwrap();
    fs::write(
        path.join("dossier.toml"),
        format!(
            "format = 1\nid = \"x\"\ntitle = \"x\"\n{}[article]\nfile = \"article.txt\"\nlanguage = \"de\"\n",
            keys.concat()
        ),
    )
    .unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn check_counts_what_it_does_not_list() {
    let answer = run(&["check", "--format", "short", &very_broken("counted")]);
    assert_eq!(answer.code, Some(1));
    let report = answer.stdout;
    assert_eq!(report.lines().count(), 1002);
    assert!(report.contains("\n4000 more problems are not listed; fix these first\nchecked "), "{report}");
    assert!(report.ends_with(": 5000 errors, 0 warnings in 1 file\n"), "{}", &report[report.len() - 200..]);
}

#[test]
fn what_cannot_be_written_is_wrong_usage() {
    let place = folder("a-folder");
    let place = place.to_str().unwrap();
    let said = stderr_of(2, &["render", "-o", place]);
    assert!(said.starts_with("fundstelle: the picture could not be written: "), "{said}");
    assert!(said.contains(place) && said.ends_with("give it another place\n"), "{said}");
}

#[test]
fn every_stop_of_the_tour_is_a_picture_and_the_same_each_time() {
    let deck = |name: &str| {
        let path = folder(name).join("deck");
        let text = render(&["--all-stops", "--lang", "en", "--format", "svg", "-o", path.to_str().unwrap()]);
        assert_eq!(text, "");
        let mut names: Vec<_> = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names
            .into_iter()
            .map(|path| (path.file_name().unwrap().to_owned(), fs::read(path).unwrap()))
            .collect::<Vec<_>>()
    };
    let one = deck("deck-one");
    assert!(one == deck("deck-two"), "the same each time");
    assert_eq!((one.len(), one[0].0.to_str()), (12, Some("stop-01.svg")));
    let seventh = render(&["--stop", "7", "--lang", "en", "--format", "svg"]);
    assert!(seventh.as_bytes() == one[6].1, "a stop alone is the same picture");
}

#[test]
fn notes_are_on_a_handout_only_if_asked_for() {
    let stop = ["--stop", "1", "--lang", "en", "--size", "80x24", "--format", "text"];
    assert!(!render(&stop).contains("To all appearance"));
    assert!(render(&[&stop[..], &["--with-notes"]].concat()).contains("To all appearance"));
}

#[test]
fn no_clock_is_on_a_handout() {
    for size in ["80x24", "120x36"] {
        let stop = render(&["--stop", "1", "--lang", "en", "--size", size, "--with-notes"]);
        assert!(stop.contains("Notes") && !stop.contains("0:00"), "{stop}");
    }
}

#[test]
fn the_pages_of_the_stops_have_names_of_their_own_and_lead_to_each_other() {
    let path = folder("deck-html").join("deck");
    render(&[
        "--all-stops",
        "--lang",
        "en",
        "--size",
        "80x24",
        "--format",
        "html",
        "-o",
        path.to_str().unwrap(),
    ]);
    let mut names = Vec::new();
    let mut listed = Vec::new();
    for entry in fs::read_dir(&path).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let page = fs::read_to_string(path.join(&file)).unwrap();
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        let document = roxmltree::Document::parse_with_options(&page, options).unwrap();
        let title = document.descendants().find(|node| node.has_tag_name("title")).unwrap();
        let links: Vec<(&str, &str)> = document
            .descendants()
            .filter(|node| node.has_tag_name("a"))
            .map(|link| (link.attribute("rel").unwrap_or_default(), link.attribute("href").unwrap()))
            .collect();
        for (_, to) in &links {
            assert!(path.join(to).is_file(), "{file} leads to {to}, which is not there");
        }
        if file == "index.html" {
            listed = links.iter().map(|(_, to)| (*to).to_owned()).collect();
            assert_eq!(title.text(), Some("Ferry exodus"));
        } else {
            let relations: Vec<&str> = links.iter().map(|(relation, _)| *relation).collect();
            let expected = match &*file {
                "stop-01.html" => "next,",
                "stop-12.html" => "prev,",
                _ => "prev,next,",
            };
            assert_eq!(relations.join(","), expected, "{file}");
        }
        names.push((file, title.text().unwrap().to_owned()));
    }
    names.sort();
    assert_eq!(names.len(), 13);
    let files: Vec<&str> = names[1..].iter().map(|(file, _)| &**file).collect();
    assert_eq!(listed, files, "the index lists every stop, in order");
    for (number, (_, name)) in (1..).zip(&names[1..]) {
        let (counted, dossier) = (format!("{number}/12 "), " – Ferry exodus");
        assert!(name.starts_with(&counted) && name.ends_with(dossier), "{name}");
        assert!(name.len() > counted.len() + dossier.len(), "{name}");
    }
}

#[test]
fn the_stops_of_other_formats_have_no_index() {
    for format in ["text", "ansi"] {
        let path = folder(&format!("deck-{format}")).join("deck");
        render(&["--all-stops", "--size", "80x24", "--format", format, "-o", path.to_str().unwrap()]);
        assert_eq!(fs::read_dir(&path).unwrap().count(), 12, "{format}");
    }
}

#[test]
fn all_stops_want_a_folder_and_not_a_file() {
    for (format, name) in [("html", "file.html"), ("png", "deck.PNG"), ("text", "deck.txt")] {
        let path = folder("no-deck").join(name);
        let arguments = ["render", FIXTURE, "--all-stops", "--format", format, "-o", path.to_str().unwrap()];
        let said = stderr_of(2, &arguments);
        assert!(said.contains("--all-stops writes a file for each stop") && said.contains(name), "{said}");
        assert!(!path.exists(), "{name}");
    }
}

#[test]
fn a_stop_that_is_not_there_is_wrong_usage() {
    for number in ["0", "99"] {
        let error = stderr_of(2, &["render", FIXTURE, "--stop", number]);
        assert!(error.contains(&format!("there is no stop {number}: the tour has 12")), "{error}");
        assert_eq!(stderr_of(2, &["brief", FIXTURE, "--stop", number]), error);
    }
    let alone = folder("alone");
    fs::write(alone.join("a.txt"), "Title\nWords.\n").unwrap();
    let error = stderr_of(2, &["brief", alone.to_str().unwrap()]);
    assert!(error.contains("there is no tour") && error.contains("[[stop]]"), "{error}");
    assert!(stderr_of(2, &["render", FIXTURE, "--all-stops"]).contains("--output"));
}
