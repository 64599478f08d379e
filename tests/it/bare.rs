//! An article that nobody has annotated, in Markdown: what a reader sees of it, and how its links are followed.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;
use proptest::prelude::*;
use ratatui::style::Modifier;

use crate::common::{Cells, Grid, Screen, USUAL, assert_back};

const OPTIONS: Options = Options { language: Language::En, theme: Theme::Mono, glyphs: Glyphs::Unicode };

const ARTICLE: &str = "# The old *bridge* closes

The council will close the **old bridge** in May, the mayor said on [Monday](https://example.org/minutes). _Nobody_ is
surprised; see the [town's](https://example.org/a/very/long/address/that/no/card/has/room/for/in/one/line/because/it/is/longer/than/that?session=12&item=4#end) page.

> No choice.
>
> > None.

1. Lorries go first, and this item is so long that it needs a second line even where there is much room for it.
2. Cars follow.
   - from the north
   - from the south

```
if closed {
    turn back
}
```

***

### The end
";

fn open(article: &str, size: Cells) -> Screen {
    Screen::open(&Memory::default().with("a.md", article), size, OPTIONS)
}

/// Whether these words, which stand on one row, are italic.
fn is_italic(screen: &Screen, words: &str) -> bool {
    let rows = screen.whole().rows;
    let y = rows.iter().position(|row| row.text().contains(words)).unwrap_or_else(|| panic!("no {words:?}"));
    let text = rows[y].text();
    let x = text[..text.find(words).unwrap_or(0)].chars().count();
    let cells = &screen.buffer().content[y * usize::from(screen.buffer().area.width)..][x..];
    cells[..words.chars().count()].iter().all(|cell| cell.modifier.contains(Modifier::ITALIC))
}

#[test]
fn the_marks_are_gone_and_what_they_mean_is_seen() {
    let screen = open(ARTICLE, (120, 44));
    let article = screen.framed("1 Article");
    let text = article.text();
    let text: String = text.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    assert!(!text.replace("* * *", "").contains(['*', '_', '`', '#', '[']), "{text}");
    for shown in [
        "\n   > No choice.\n   >\n   > > None.\n\n   1. Lorries go first, and this item",
        ".\n   2. Cars follow.\n      • from the north\n      • from the south\n\n",
        "\n\n     if closed {\n         turn back\n     }\n\n    ",
        " * * *\n\n   The end\n",
    ] {
        assert!(text.contains(shown), "{shown:?} in\n{text}");
    }
    let (item, next) = (article.place_of("1. Lorries"), article.place_of("2. Cars"));
    assert_eq!(item.map(|y| y + 2), next, "{text}");
    let second = article.rows[item.map_or(0, |y| y + 1)].text();
    assert!(second.starts_with("      ") && !second.starts_with("       "), "it hangs: {second}");
    assert_eq!(article.row_with("The old").weight_of("The old bridge closes"), 'B');
    assert!(is_italic(&screen, "Nobody") && is_italic(&screen, "The end"));
    assert!(!is_italic(&screen, "The council") && !is_italic(&screen, "old bridge in"));
    assert_eq!(article.row_with("council").weight_of("old bridge"), 'B');
    assert_eq!(article.row_with("Monday").weight_of("Monday"), 'U');
    assert_eq!(article.words('L'), [""; 0], "nothing is selected, so nothing looks lit");
    assert!(screen.whole().rows[0].text().contains("The old bridge closes"));
}

#[test]
fn a_link_is_a_step_and_its_card_shows_the_whole_address() {
    for size in [(80, 24), USUAL, (200, 60)] {
        let mut screen = open(ARTICLE, size);
        screen.press("Right");
        assert_eq!(screen.selection(), "link:1");
        assert!(screen.status().contains("Monday · https://example.org/minutes"), "{}", screen.status());
        assert_eq!(screen.framed("1 Article").row_with("Monday").weight_of("Monday"), 'R');
        screen.press("l");
        assert_eq!(screen.selection(), "link:2");
        let before = screen.clone();
        screen.press("Enter z");
        let card: String = screen.framed("Link").text().split_whitespace().collect();
        let address = "https://example.org/a/very/long/address/that/no/card/has/room/for/in/one/line/because/it/is/longer/than/that?session=12&item=4#end";
        assert!(card.contains(address), "{card}");
        assert!(card.contains("Monday"), "the others are listed: {card}");
        screen.press("z Backspace");
        assert_back(&screen, &before);
        screen.press("Right");
        assert!(screen.status().contains("No further name or link"), "{}", screen.status());
        screen.press("h h");
        assert_eq!(screen.selection(), "link:1");
        assert!(screen.status().contains("No name or link before"), "{}", screen.status());
        screen.press("Enter Down Enter");
        assert_eq!(screen.escaped(), [], "no address is opened");
    }
}

#[test]
fn the_card_key_goes_to_the_first_link_where_nothing_is_selected() {
    let mut screen = open(ARTICLE, USUAL);
    assert_eq!(screen.press("Enter").selection(), "link:1");
    assert!(screen.shows("Link"));
    screen.press("End Enter");
    assert_eq!(screen.selection(), "link:2");
    assert_eq!(screen.press("w").framed("1 Article").row_with("town's").weight_of("town's"), 'R');
}

#[test]
fn names_and_links_are_steps_in_the_order_of_the_article() {
    let dossier = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.md\"\nlanguage = \"en\"\n\
        [[actor]]\nid = \"m\"\nkind = \"person\"\nname = \"M\"\nprominent = true\naliases = [\"Monday\", \"mayor\", \"Cars\"]\n\
        [[actor]]\nid = \"n\"\nkind = \"person\"\nname = \"N\"\nprominent = true\naliases = [\"Monday\"]\n";
    let files = Memory::default().with("dossier.toml", dossier).with("a.md", ARTICLE);
    let mut screen = Screen::open(&files, (120, 44), OPTIONS);
    let order = ["actor:m", "actor:m", "actor:n", "link:1", "link:2", "actor:m"];
    for name in order {
        assert_eq!(screen.press("Right").selection(), name);
    }
    for name in order.iter().rev().skip(1) {
        assert_eq!(screen.press("Left").selection(), *name);
    }
    screen.press("m m");
    assert_eq!(screen.framed("1 Article").row_with("page.").weight_of("town's"), '.');
}

#[test]
fn a_link_over_two_lines_is_one_step() {
    let mut screen = open("Go [to  \nthe *bank* of](x) [the](y) river.", USUAL);
    screen.press("l");
    assert_eq!(screen.framed("1 Article").words('R'), ["to", "the bank of"]);
    assert!(screen.status().contains("to the bank of · x"));
    screen.press("Enter");
    assert!(screen.framed("Link").prose().contains("“to the bank of”"), "{}", screen.text());
}

#[test]
fn more_links_than_a_card_holds_are_counted() {
    let links: Vec<String> = (1..=100).map(|n| format!("[word{n}](https://example.org/{n})\n")).collect();
    let article = links.concat();
    let mut screen = open(&article, (120, 60));
    for _ in 0..50 {
        screen.press("l");
    }
    screen.press("Enter z");
    let card = screen.framed("Link").text();
    assert!(card.contains("100 links"), "{card}");
    assert!(card.contains("word30  ") && card.contains("word50  ") && card.contains("word69  "), "{card}");
    assert!(!card.contains("word29  ") && !card.contains("word70  "), "{card}");
    screen.press("End");
    assert!(screen.framed("Link").text().contains("60 more"), "{}", screen.text());
}

#[test]
fn an_article_alone_has_the_room() {
    let plain = "Title\nLine one is of a length that fills the measure of an article, or what there is of it, to the end of it.\n";
    for (size, rows, columns) in
        [((70, 20), 13, 60), ((80, 24), 17, 72), (USUAL, 35, 70), ((200, 60), 55, 76)]
    {
        let screen = Screen::open(&Memory::default().with("a.txt", plain), size, OPTIONS);
        let article = screen.framed("1 Article");
        let cells = article.rows[0].text().chars().count();
        assert!(article.rows.len() >= rows && cells >= columns, "{size:?}: {} {cells}", article.rows.len());
    }
}

#[test]
fn one_line_of_megabytes_opens_and_moves() {
    for name in ["a.txt", "a.md"] {
        for word in ["Rechenzentrum", "Rechen *zentrum* "] {
            let files = Memory::default().with(name, word.repeat((5 << 20) / word.len()));
            let mut screen = Screen::open(&files, USUAL, OPTIONS);
            for keys in ["End", "PageUp", "Home", "z", "PageDown"] {
                assert!(screen.press(keys).text().contains("entrum"), "{keys}: {}", screen.text());
                assert!(screen.resize((80, 24)).text().contains("entrum"), "{keys}: {}", screen.text());
                screen.resize(USUAL);
            }
            assert!(screen.press("z End").status().contains("Article only"));
            assert!(screen.text().contains("–100%"), "{}", screen.text());
        }
    }
}

/// What is no letter is a mark, ours or the author's.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

fn shown(grid: &Grid) -> String {
    letters(&grid.rows.iter().map(crate::common::Row::text).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the marks, every letter of the text is on a screen that is tall enough, and no key harms.
    #[test]
    fn every_word_is_on_the_screen(
        words in prop::collection::vec(("[a-zäö]{1,9}", prop::sample::select(vec![
            " ", " ", " ", "\n", "\n\n", "  \n", "\n- ", "\n  - ", "\n\n> ", "\n\n> > ", "\n\n1. ", " *", "* ", " **", "** ", "\n\n## ",
            "\n***\n", "\n\n    ", " [", "](x) ", " ![", "\n```\n", " <b>", "\n\n12. > - ",
        ])), 1..40),
        width in 70_u16..170,
    ) {
        let source = words.iter().flat_map(|(word, mark)| [word, *mark]).collect::<String>();
        let files = Memory::default().with("a.md", source);
        let Ok(loaded) = load(&files) else { return Ok(()) };
        let article = &loaded.dossier.article;
        let mut screen = Screen::open(&files, (width, 200), OPTIONS);
        screen.press("z");
        let text: String = article.blocks.iter().map(|block| &article.text[block.range.clone()]).collect();
        prop_assert_eq!(shown(&screen.framed("1 Article")), letters(&text));
        for keys in ["z l l Enter", "Down Down w n", "h Enter Esc", "G PageUp k", "g PageDown j"] {
            screen.press(keys).resize((width - width / 3, 30)).resize((width, 40));
        }
    }
}

/// Nothing is offered that there is not: no keys, no names, no claims.
#[test]
fn an_article_without_anything_says_so_and_offers_no_keys_for_it() {
    for size in [(45, 12), (80, 24), USUAL] {
        let files = Memory::default().with("a.txt", "Old bridge to close\nThe council will close it.\n");
        let mut screen = Screen::open(&files, size, OPTIONS);
        screen.press("Enter");
        assert!(screen.status().contains("no names, links or claims"), "{}", screen.text());
        screen.press("c");
        assert!(screen.status().contains("No claims yet"), "{}", screen.text());
        for panel in ["2", "3", "5"] {
            screen.press(panel);
            let bar = screen.whole().rows.last().map(crate::common::Row::text).unwrap_or_default();
            assert!(!["Enter", "w words", "choose"].iter().any(|key| bar.contains(key)), "{bar}");
            assert!(bar.contains("? help") && (size.0 < 70 || bar.contains("q quit")), "{bar}");
        }
    }
}
