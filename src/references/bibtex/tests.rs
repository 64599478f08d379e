//! Files as BibTeX, `JabRef`, Better BibTeX and pandoc write them, and broken ones.

use super::read;
use crate::references::entry::{Entry, LeftOut, Reference, Slip};
use proptest::prelude::*;
use std::fmt::Write as _;

fn only(text: &str) -> Entry {
    let mut all = read(text);
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

fn reference(text: &str) -> (Reference, Vec<Slip>) {
    let entry = only(text);
    (entry.read.unwrap_or_else(|why| panic!("{why}")), entry.slips)
}

/// One without slips.
fn clean(text: &str) -> Reference {
    let (reference, slips) = reference(text);
    assert_eq!(slips, [], "{text}");
    reference
}

#[test]
fn an_export_of_zotero() {
    let text = r"
@article{echo_bridge_2026,
	entrysubtype = {newspaper},
	title = {Bridge shut to lorries: {MAYOR} \& council agree},
	url = {https://example.org/bridge_shut?id=1&b=2#top},
	abstract = {Broken \emph{and {never} needed},
	journaltitle = {Evening Echo},
	author = {Brück, Anna and {Echo Staff}},
	urldate = {2026-03-04},
	date = {2026-02-25},
	langid = {english},
	keywords = {bridges, lorries},
	file = {Snapshot:/home/anna/Zotero/storage/AB12/bridge.html:text/html},
}
";
    // A bracket that is missing in one field takes the entry with it; here it is whole.
    let text = text.replace("needed}", "needed}}");
    assert_eq!(
        clean(&text),
        Reference {
            kind: "article-newspaper".to_owned(),
            outlet: "Evening Echo".to_owned(),
            title: Some("Bridge shut to lorries: MAYOR & council agree".to_owned()),
            issued: Some("2026-02-25".to_owned()),
            url: Some("https://example.org/bridge_shut?id=1&b=2#top".to_owned()),
            accessed: Some("2026-03-04".to_owned()),
            ..Reference::default()
        }
    );
}

#[test]
fn an_export_of_jabref_with_strings_and_comments() {
    let text = "% Encoding: UTF-8\n\n@String { verlag = \"Verlag f{\\\"u}r Br{\\\"u}cken\" }\n@STRING{lang = verlag # { Köln}}\n\n\
                @Book{Mueller2025,\n  author    = {M{\\\"u}ller, J{\\'e}r{\\^o}me},\n  title     = {Gro{\\ss}e Br{\\\"u}cken am Rhein --- ein F{\\\"u}hrer},\n  \
                publisher = LANG,\n  year      = 2025,\n  month     = mar,\n  isbn      = {1234},\n}\n\n\
                @Comment{jabref-meta: databaseType:bibtex;}\n@Comment{jabref-meta: grouping: {1 A;}}\n";
    assert_eq!(
        clean(text),
        Reference {
            kind: "book".to_owned(),
            outlet: "Verlag für Brücken Köln".to_owned(),
            title: Some("Große Brücken am Rhein — ein Führer".to_owned()),
            issued: Some("2025-03".to_owned()),
            ..Reference::default()
        }
    );
    assert_eq!(only(text).name, "Mueller2025");
    assert_eq!(only(text).at.to_string(), "6:1");
}

#[test]
fn an_address_stands_in_several_fields() {
    let entry = |fields: &str| clean(&format!("@misc{{a, organization = {{Bridge Office}}, {fields}}}"));
    for fields in [
        "url = {https://example.org/a}",
        "howpublished = {\\url{https://example.org/a}}",
        "note = {Online: https://example.org/a.}",
        "url = \"https://example.org/a\"",
    ] {
        let found = entry(fields);
        assert_eq!(
            (found.url.as_deref(), &*found.kind),
            (Some("https://example.org/a"), "webpage"),
            "{fields}"
        );
    }
    assert_eq!(entry("doi = {10.1000/AB_c}").url, Some("https://doi.org/10.1000/AB_c".to_owned()));
    assert_eq!(
        entry("eprint = {2501.00001}, eprinttype = {arxiv}").url,
        Some("https://arxiv.org/abs/2501.00001".to_owned())
    );
    let escaped = r"url = {https://example.org/a\_b\%20c\&d\#e{\_}f}";
    assert_eq!(entry(escaped).url, Some("https://example.org/a_b%20c&d#e_f".to_owned()));
    let both = entry("url = {https://example.org/a}, doi = {10.1000/b}");
    assert_eq!(
        (both.url.as_deref(), both.doi.as_deref()),
        (Some("https://example.org/a"), Some("10.1000/b"))
    );
    let (found, slips) = reference("@online{a, organization = {X}, url = {http://example.org/a}}");
    assert_eq!(found.url, None);
    assert!(matches!(&*slips, [Slip::AddressUnfit { .. }]), "{slips:?}");
}

#[test]
fn an_entry_inherits_from_its_volume_and_from_shared_data() {
    let text = "@inproceedings{talk, title = {On Bridges}, crossref = {conf}, xdata = {shared}}\n\
                @proceedings{conf, title = {Bridges 2025}, publisher = {Bridge Society}, year = 2025}\n\
                @xdata{shared, url = {https://example.org/talk}}\n";
    let all = read(text);
    assert_eq!(all.iter().map(|entry| &*entry.name).collect::<Vec<_>>(), ["talk", "conf"]);
    let talk = all[0].read.as_ref().unwrap();
    assert_eq!((&*talk.outlet, talk.issued.as_deref()), ("Bridge Society", Some("2025")));
    assert_eq!(talk.url.as_deref(), Some("https://example.org/talk"));
    // Two that stand in each other do no harm.
    let text =
        "@book{a, title = {A}, publisher = {P}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}\n";
    assert!(read(text).iter().all(|entry| entry.read.is_ok()));
    let (_, slips) = reference("@book{a, publisher = {P}, crossref = {gone}}");
    assert_eq!(slips, [Slip::ParentMissing("gone".to_owned())]);
}

#[test]
fn without_who_published_it_an_entry_is_left_out() {
    let entry = only("@book{a, title = {On Bridges}, year = 2025}");
    assert!(matches!(entry.read, Err(LeftOut::NoOutlet(..))));
}

#[test]
fn a_broken_entry_takes_no_other_with_it() {
    let text = "@book{a, publisher = {P}, title = {A}}\n\n@book{b,\n  publisher = {P},\n  title = {B\n}\n\n\
                @book{c, publisher = {P} title = {C}}\n@book{d, publisher {P}}\n@book{e, publisher = {P}, title = {E}}\n";
    let all = read(text);
    let names: Vec<(&str, bool)> = all.iter().map(|entry| (&*entry.name, entry.read.is_ok())).collect();
    assert_eq!(names, [("a", true), ("b", false), ("c", false), ("d", false), ("e", true)]);
    assert_eq!(all[1].at.to_string(), "3:1");
    let places = all.iter().filter_map(|entry| match &entry.read {
        Err(LeftOut::Broken { at, .. }) => Some(at.to_string()),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    });
    assert_eq!(places.collect::<Vec<_>>(), ["8:1", "8:26", "9:20"]);
}

#[test]
fn values_and_entries_stand_between_all_signs_that_bibtex_has() {
    for text in [
        "@book{a, title = \"The {\"}old{\"} bridge\", publisher = \"P\"}",
        "@book(a, title = {The \"old\" bridge}, publisher = {P})",
        "@book(a, title = \"The {\"}old{\"} bridge\", publisher = \"P\")",
        "@string(p = \"P\")\n@book{a, title = \"The {\"}\" # {old} # \"{\"} bridge\", publisher = p}",
    ] {
        let found = clean(text);
        assert_eq!((found.title.as_deref(), &*found.outlet), (Some("The \"old\" bridge"), "P"), "{text}");
    }
}

#[test]
fn accents_stand_on_letters_without_dots() {
    for (written, expected) in [
        ("Pol{\\'\\i}tica", "Política"),
        ("Pol\\'\\i tica", "Política"),
        ("na{\\\"\\i}ve", "naïve"),
        ("na\\\"{\\i}ve", "naïve"),
    ] {
        let text = format!("@book{{a, title = {{{written}}}, publisher = {{P}}}}");
        assert_eq!(clean(&text).title.as_deref(), Some(expected), "{text}");
    }
}

/// What it would have defined is missing where it is used, and both are said.
#[test]
fn a_broken_string_is_said_where_it_stands() {
    let all = read(
        "@string{p \"P\"}\n@book{a, title = {A}, publisher = p}\n@book{b, title = {B}, publisher = {P}}",
    );
    let Err(LeftOut::Broken { at, .. }) = &all[0].read else { panic!("{all:?}") };
    assert_eq!((&*all[0].name, at.to_string()), ("@string p", "1:11".to_owned()));
    assert!(matches!(all[1].read, Err(LeftOut::NoOutlet(..))), "{all:?}");
    assert!(
        matches!(&all[1].slips[..], [Slip::FieldUnreadable { key, .. }] if key == "publisher"),
        "{all:?}"
    );
    assert!(all[2].read.is_ok());
}

#[test]
fn a_field_that_cannot_be_read_is_left_out_and_said_with_its_place() {
    let text = "@book{a,\n  publisher = {P},\n  title = {A $x},\n  date = gone,\n}";
    let (found, slips) = reference(text);
    assert_eq!((found.title, found.issued), (None, None));
    let places: Vec<String> = slips
        .iter()
        .map(|slip| match slip {
            Slip::FieldUnreadable { key, at, .. } => format!("{key} {at}"),
            other => panic!("{other}"),
        })
        .collect();
    assert_eq!(places, ["title 3:3", "date 4:3"]);
}

#[test]
fn what_grows_or_nests_without_end_does_no_harm() {
    let mut doubling = String::from("@string{a0 = {xxxxxxxx}}\n");
    for number in 1..64 {
        let _ = writeln!(doubling, "@string{{a{number} = a{0} # a{0}}}", number - 1);
    }
    let (found, slips) = reference(&format!("{doubling}@book{{b, publisher = {{P}}, title = a63}}"));
    assert_eq!((found.title, slips.len()), (None, 1));
    assert!(read("@string{a = a # a}\n@book{b, publisher = a}")[0].read.is_err());
    for open in ["{", "\\a{", "\\\"{"] {
        let deep = format!("{}{}", open.repeat(20_000), "}".repeat(20_000));
        let (found, slips) = reference(&format!("@book{{b, publisher = {{P}}, title = {{{deep}}}}}"));
        assert_eq!((found.title, slips.len()), (None, 1), "{open}");
    }
    let many = "{a}".repeat(5000);
    assert_eq!(reference(&format!("@book{{b, publisher = {{P}}, title = {{{many}}}}}")).1.len(), 1);
}

proptest! {
    #[test]
    fn nothing_panics(text in "(@book\\{|@string\\{|[a-e]|title|publisher|date|crossref| ?= ?|[{}\",#\\\\$%()\n -]|é|20255X|–){0,60}") {
        for entry in read(&format!("@book{{x, {text}")) {
            let _ = entry.read;
        }
        let _ = read(&format!("@book{{x, publisher = {{P}}, title = {{{text}}}, date = {{{text}}}}}"));
    }
}

#[test]
fn a_date_that_is_about_right_stays_so() {
    for (written, date) in [("{2024~}", "2024~"), ("{2024-05~}", "2024-05~"), ("\"2024~\"", "2024~")] {
        let text = format!("@book{{a, title = {{T}}, publisher = {{P}}, date = {written}}}");
        assert_eq!(clean(&text).issued.as_deref(), Some(date), "{text}");
    }
}
