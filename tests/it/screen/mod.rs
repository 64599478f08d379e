//! After any change the terminal shows what a full redraw would show, in every script and however it counts cells.

mod model;

use std::fmt::Write as _;

use crate::common::{Cells, Screen as Reader};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::Theme;
use fundstelle::runtime::Screen;
use model::{Counts, Frame, Model};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier, Style};

/// Words of many scripts, and clusters that terminals count differently.
const SCRIPTS: [(&str, &str); 31] = [
    ("latin", "Die Donaudampfschifffahrt endet in Köln"),
    ("combining", "e\u{301}tude Zu\u{308}rich a\u{30a}ngstro\u{308}m"),
    ("zalgo", "Z\u{351}\u{36b}\u{343}a\u{35b}\u{334}\u{311}l\u{30c}\u{323}\u{316}g\u{489}o\u{322} text"),
    ("greek", "Ἐν ἀρχῇ ἦν ὁ Λόγος"),
    ("cyrillic", "Правительство и\u{306} рынок"),
    ("cjk", "人工智能数据中心 中国"),
    ("kana", "データセンター か\u{3099}く"),
    ("halfkana", "ﾃﾞｰﾀｾﾝﾀｰ ﾊﾟﾝ ｶﾞｽ"),
    ("hangul", "데이터 센터 한국"),
    ("jamo", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8} \u{1161}\u{11ab} \u{1100}"),
    ("thai", "ศูนย์ข้อมูลที่กำลังทำน้ำ"),
    ("lao", "ສູນຂໍ້ມູນທີ່ກຳລັງນ້ຳ"),
    ("khmer", "មជ្ឈមណ្ឌលទិន្នន័យ កម្ពុជា"),
    ("myanmar", "မြန်မာနိုင်ငံ ကျွန်ုပ်တို့"),
    ("hindi", "नागरिकों को सूचित क्षत्रिय कि"),
    ("tamil", "தமிழ்நாடு கொள்கை மௌனம்"),
    ("bengali", "বাংলাদেশ ক্ষমতা কোম্পানি"),
    ("sinhala", "ශ්‍රී ලංකාව කො"),
    ("tibetan", "བོད་སྐད་ཡིག རྒྱལ"),
    ("arabic", "مَرْكَزُ البَيَانَاتِ لا"),
    ("persian", "می\u{200c}خواهم بروم"),
    ("hebrew", "שָׁלוֹם עוֹלָם בְּרֵאשִׁית"),
    ("mongolian", "ᠮᠣᠩᠭᠣᠯ ᠤᠯᠤᠰ ᠪᠠᠢ\u{180e}ᠠ\u{180b}"),
    ("flags", "🇩🇪 🇦🇹 🇨🇭 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} here"),
    ("indicators", "🇩 alone 🇪🇩🇪 🇦"),
    ("zwj", "👩\u{200d}💻 👨\u{200d}👩\u{200d}👧\u{200d}👦 🏳\u{fe0f}\u{200d}🌈 here"),
    ("skin", "👍🏽 👩🏿\u{200d}🚀 🏽 here"),
    ("vs16", "⚠\u{fe0f} here ☂\u{fe0f}☁\u{fe0f} ↔\u{fe0f}"),
    ("vs15", "⌚\u{fe0e} ⚡\u{fe0e} here ☂\u{fe0e}"),
    ("keycaps", "1\u{fe0f}\u{20e3} 2\u{fe0f}\u{20e3}3\u{20e3} #\u{fe0f}\u{20e3} here"),
    ("invisible", "Donau\u{ad}dampf zero\u{200b}width join\u{2060}er \u{feff}mark"),
];

/// One screen as it is after small steps, in each kind of terminal.
struct Terminals {
    screen: Screen,
    models: Vec<Model>,
    size: Cells,
}

impl Terminals {
    fn new(size: Cells) -> Self {
        let models = Counts::ALL.map(|counts| Model::new(counts, size)).into();
        Self { screen: Screen::new(Size::from(size)), models, size }
    }

    fn drawn<'a>(&self, buffer: &'a Buffer) -> Vec<Drawn<'a>> {
        let columns = usize::from(self.size.0);
        let mut covered = 0;
        let mut drawn = Vec::new();
        for (number, cell) in buffer.content.iter().enumerate() {
            if number >= covered {
                covered = number + usize::from(cell.cell_width().max(1));
                let next = buffer.content.get(number + 1).map_or("", ratatui::buffer::Cell::symbol);
                let symbol = cell.symbol();
                let (x, y) = (number % columns, number / columns);
                drawn.push(Drawn { x, y, symbol, next, is_certain: is_certain(symbol) });
            }
        }
        drawn
    }

    /// Draws this, and holds that each terminal shows what it shows where it is drawn from nothing, and that whatever takes
    /// one cell everywhere stands in its place: letters, frames and the signs of the panels beside.
    fn show(&mut self, buffer: &Buffer, step: &str) {
        let frame = self.screen.frame(|next| next.clone_from(buffer)).expect("a frame").to_vec();
        if frame.is_empty() {
            return;
        }
        let again = self.screen.frame(|next| next.clone_from(buffer)).expect("a frame");
        assert_eq!(again, b"", "{step}: nothing has changed");
        let mut fresh = Screen::new(Size::from(self.size));
        let all = fresh.frame(|next| next.clone_from(buffer)).expect("a frame").to_vec();
        let (frame, all) = (Frame::of(&frame), Frame::of(&all));
        let drawn = self.drawn(buffer);
        for (model, counts) in self.models.iter_mut().zip(Counts::ALL) {
            model.feed(&frame);
            let mut redrawn = Model::new(counts, self.size);
            redrawn.feed(&all);
            for (y, (is, should)) in model.rows().iter().zip(redrawn.rows()).enumerate() {
                if is != should {
                    let shown = [model.row_text(y), redrawn.row_text(y)];
                    panic!("{step}, {counts:?}, row {y}: shown, and a redraw: {shown:#?}");
                }
            }
            assert!(!model.has_wrapped, "{step}, {counts:?}: text ran on to the next row");
            for Drawn { x, y, symbol, next, is_certain } in &drawn {
                let (x, y) = (*x, *y);
                // Nothing of a cluster that is drawn wider than we count stays where nothing is to stand. What the terminal
                // takes for a mark on a blank stands on that blank.
                let shown = model.rows()[y][x].symbol.trim();
                assert!(
                    *symbol != " " || shown.cell_width() == 0 || shown == *next,
                    "{step}, {counts:?}, {x} {y}: {shown:?} where nothing stands in {}",
                    model.row_text(y)
                );
                // A letter that is a mark to the terminal may have joined it.
                let is_there = || model.rows()[y][x].symbol.starts_with(symbol);
                assert!(
                    !is_certain || is_there(),
                    "{step}, {counts:?}, {x} {y}: {symbol:?} in {}",
                    model.row_text(y)
                );
            }
        }
    }
}

/// A cell that nothing wide before it covers.
struct Drawn<'a> {
    x: usize,
    y: usize,
    symbol: &'a str,
    /// What the cell after it holds.
    next: &'a str,
    is_certain: bool,
}

/// Letters, digits, and what frames are made of.
fn is_certain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let known = |c: char| matches!(c, '!'..='~' | 'À'..='ÿ' | '─'..='╿' | '\u{2580}'..='\u{259f}');
    chars.next().is_some_and(known) && chars.next().is_none()
}

/// A dossier with an article in these words, and the same words in the panels beside.
fn dossier(words: &str) -> Memory {
    let mut article = String::from("Title\n");
    let mut tables = String::new();
    for number in 1..=16 {
        let line = if number % 2 == 0 { "Plain line of text between." } else { words };
        let _ = writeln!(article, "{number} {line} {words} ({number}) {}", "word ".repeat(number % 5));
        let _ = write!(
            tables,
            "[[actor]]\nid = \"a{number}\"\nkind = \"company\"\nname = \"{words} {number}\"\nprominent = true\nrole = \"{line}\"\nanchors = [\"({number})\"]\n\
             [[claim]]\nid = \"c{number}\"\ntext = \"{number} {line}\"\nanchors = [\"({number})\"]\nassessment = \"borne-out\"\nsources = [\"s\"]\nnote = \"{words}\"\n\
             [[event]]\nid = \"e{number}\"\ndate = \"2026-01-{number:02}\"\nlane = \"l\"\nkind = \"mandate\"\ntitle = \"{words}\"\nsummary = \"{line}\"\nsources = [\"s\"]\nprominent = true\n"
        );
    }
    let head = format!(
        "format = 1\nid = \"d\"\ntitle = \"{words}\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\npublished = \"2026-01-08\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"{words}\"\ntitle = \"{words}\"\nissued = \"2026-01-01\"\n\
         [[lane]]\nid = \"l\"\nshort = \"Lane\"\nname = \"{words}\"\n"
    );
    Memory::default().with("article.txt", article).with("dossier.toml", head + &tables)
}

fn open(words: &str, size: Cells, theme: Theme) -> Reader {
    let options = Options { language: Language::En, theme, ..Options::default() };
    Reader::open(&dossier(words), size, options)
}

/// Through everything there is: the article, lists, cards, what lies over the panels, the tour.
const STEPS: &str = "j j j j j j PageDown k k 2 j j j j j Enter j j Esc 3 j j PageDown v 5 j j j Enter w Esc c c n \
                     / h e r Down Down Esc : a Down Down Esc ? PageDown Esc f Esc z j j z b Right Right . j q 1 G k g";

fn walk(sizes: &[Cells], theme: Theme) {
    for (script, words) in SCRIPTS {
        for size in sizes {
            let mut reader = open(words, *size, theme);
            let mut terminals = Terminals::new(*size);
            terminals.show(reader.buffer(), script);
            for (number, key) in STEPS.split_whitespace().enumerate() {
                reader.press(key);
                terminals.show(reader.buffer(), &format!("{script} at {size:?}, key {number} ({key})"));
            }
        }
    }
}

#[test]
fn every_script_is_shown_as_a_redraw_would_with_panels_beside() {
    walk(&[(120, 30)], Theme::Default);
}

#[test]
fn every_script_is_shown_as_a_redraw_would_in_small_terminals() {
    walk(&[(40, 12)], Theme::Mono);
}

#[test]
fn every_script_is_shown_as_a_redraw_would_on_a_ground_of_our_own() {
    walk(&[(80, 24)], Theme::Dark);
}

/// A row of a window with something beside it: so many words of each, and how they are drawn.
type Line = (Vec<(usize, usize)>, Vec<(usize, usize)>);

fn styles() -> [Style; 5] {
    [
        Style::new(),
        Style::new().add_modifier(Modifier::BOLD),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().bg(Color::Indexed(17)).add_modifier(Modifier::UNDERLINED),
        Style::new().fg(Color::Indexed(200)),
    ]
}

fn draw(lines: &[Line], (columns, rows): Cells) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let (middle, styles) = (columns / 2, styles());
    for (y, (left, right)) in (0..rows).zip(lines) {
        for (from, to, words) in [(0, middle, left), (middle + 1, columns, right)] {
            let mut x = from;
            for (word, style) in words {
                let room = usize::from(to - x);
                x = buffer.set_stringn(x, y, pieces()[*word], room, styles[*style]).0;
            }
        }
        buffer.set_string(middle, y, "│", Style::new());
    }
    buffer
}

/// The words of all scripts one by one, plain letters and blanks among them.
fn pieces() -> Vec<&'static str> {
    let words = SCRIPTS.iter().flat_map(|(_, words)| words.split_inclusive(' '));
    words.chain(["a", " ", "   ", "1", "中", "\u{200d}", "\u{301}", "\u{e0067}"]).collect()
}

fn line() -> impl Strategy<Value = Line> {
    let words = || prop::collection::vec((0..pieces().len(), 0..styles().len()), 0..6);
    (words(), words())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_picture_after_any_other_is_as_if_drawn_anew(
        frames in prop::collection::vec(prop::collection::vec(line(), 5), 2..6),
        columns in 1_u16..44,
    ) {
        let size = (columns, 5);
        let mut terminals = Terminals::new(size);
        for (number, lines) in frames.iter().enumerate() {
            terminals.show(&draw(lines, size), &format!("picture {number}"));
        }
    }

    /// Lines that move up and down as when one scrolls, on one side or on both.
    #[test]
    fn scrolled_by_any_steps_it_is_as_if_drawn_anew(
        lines in prop::collection::vec(line(), 16),
        steps in prop::collection::vec((0_usize..11, 0_usize..11), 1..12),
    ) {
        let size = (40, 6);
        let mut terminals = Terminals::new(size);
        for (left, right) in steps {
            let window: Vec<Line> =
                (0..6).map(|y| (lines[left + y].0.clone(), lines[right + y].1.clone())).collect();
            terminals.show(&draw(&window, size), &format!("scrolled to {left} and {right}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn read_in_any_way_it_is_as_if_drawn_anew(
        scripts in prop::sample::subsequence(SCRIPTS.to_vec(), 4),
        size in prop::sample::select(vec![(40, 10), (80, 24), (110, 24), (160, 30)]),
        keys in prop::collection::vec(prop::sample::select(STEPS.split_whitespace().collect::<Vec<_>>()), 30),
    ) {
        let words: String = scripts.iter().flat_map(|(_, words)| [words, " "]).collect();
        let mut reader = open(words.trim_end(), size, Theme::Default);
        let mut terminals = Terminals::new(size);
        terminals.show(reader.buffer(), "the beginning");
        for key in keys {
            reader.press(key);
            terminals.show(reader.buffer(), key);
        }
    }
}
