//! Figures that are accepted where the dossier has a file of figures already.

use fundstelle::i18n::language::Language;
use fundstelle::load::load;

use super::{HEAD, SMALL, folder};
use crate::authoring::Desk;

#[test]
fn a_file_of_figures_without_columns_for_words_gets_them() {
    let csv = "series,date,value,qualifier,source,unit\nfleet,2024,31,exact,s,ships\n\"fleet\",2025,32,exact,s,\"ships, all\"\n";
    let more = "[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\nurl = \"https://example.org/s\"\n\
                [[series]]\nid = \"fleet\"\nkind = \"list\"\ntitle = \"Fleet\"\ndefinition = \"Ships\"\noutlet = \"S\"\n";
    let head = HEAD.replacen("\n\n", "\nobservations = \"zahlen.csv\"\n\n", 1);
    let files = folder().with("dossier.toml", format!("{head}\n{more}")).with("zahlen.csv", csv);
    let before = load(&files).expect("a dossier").dossier.observations.len();
    let mut desk = Desk::open(files, SMALL, Language::En);
    desk.press("S 4").go_to("180 million").press("a");
    let now = desk.text_of("zahlen.csv");
    let lines: Vec<&str> = now.lines().collect();
    assert_eq!(lines[0], "series,date,value,qualifier,source,unit,part,anchor", "{}", desk.screen.text());
    assert_eq!(lines[1], "fleet,2024,31,exact,s,ships,,");
    assert_eq!(lines[2], "\"fleet\",2025,32,exact,s,\"ships, all\",,");
    assert!(lines[3].starts_with("in-article,,180000000,"), "{now}");
    assert_eq!(load(&desk.files).expect("a dossier").dossier.observations.len(), before + 1);
    desk.press("Backspace").assert_offers("180 million");
    assert_eq!(desk.text_of("zahlen.csv"), csv);
}
