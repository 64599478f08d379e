//! The themes by the numbers: every role and every cell has the contrast that WCAG 2.2 asks for, on every ground a theme
//! may stand on, and what must not be confused differs without colour.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use crate::common::{Cells, Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::signs;
use fundstelle::look::theme::{LINE_COLOURS, Purpose, Role, Theme};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

type Rgb = [f64; 3];

const BLACK: [u8; 3] = [0, 0, 0];
const WHITE: [u8; 3] = [255, 255, 255];

/// The sixteen as xterm has them (XTerm-col.ad); by what other terminals make of them nothing can be promised.
const XTERM: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// The sixteen by their names, in the order of their numbers.
const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// What a terminal with xterm's colours shows; its own ground or text where none is asked for.
fn shown(color: Color, own: [u8; 3]) -> [u8; 3] {
    const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match color {
        Color::Reset => own,
        Color::Indexed(number @ 0..16) => XTERM[usize::from(number)],
        Color::Indexed(number @ 16..232) => {
            [36, 6, 1].map(|place| CUBE[usize::from((number - 16) / place % 6)])
        }
        Color::Indexed(number) => [8 + 10 * (number - 232); 3],
        Color::Rgb(r, g, b) => [r, g, b],
        named => XTERM[NAMED.iter().position(|name| *name == named).expect("one of the sixteen")],
    }
}

/// Red, green and blue in proportion to light.
fn linear(color: [u8; 3]) -> Rgb {
    color.map(|level| {
        let level = f64::from(level) / 255.0;
        if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    })
}

/// The relative luminance of WCAG 2.2.
fn luminance(color: [u8; 3]) -> f64 {
    let [r, g, b] = linear(color);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// A theme on a ground it may stand on: the terminal's own text and ground, where the theme has none.
#[derive(Clone, Copy, Debug)]
struct Setting {
    theme: Theme,
    text: [u8; 3],
    ground: [u8; 3],
}

/// Themes with a ground on the wrong terminal each: its own must not shine through. `default` and `mono` on both.
fn settings() -> Vec<Setting> {
    let on = |theme, text, ground| Setting { theme, text, ground };
    vec![
        on(Theme::Default, WHITE, BLACK),
        on(Theme::Default, BLACK, WHITE),
        on(Theme::Mono, WHITE, BLACK),
        on(Theme::Mono, BLACK, WHITE),
        on(Theme::Dark, BLACK, WHITE),
        on(Theme::Light, WHITE, BLACK),
        on(Theme::Projector, WHITE, BLACK),
        on(Theme::Contrast, BLACK, WHITE),
    ]
}

impl Setting {
    /// What a style shows: the colour of the words and of what is behind them.
    fn colours(self, fg: Color, bg: Color, modifier: Modifier) -> ([u8; 3], [u8; 3]) {
        let (text, ground) = (shown(fg, self.text), shown(bg, self.ground));
        if modifier.contains(Modifier::REVERSED) { (ground, text) } else { (text, ground) }
    }

    fn of_style(self, style: Style) -> ([u8; 3], [u8; 3]) {
        let text = style.fg.or(self.theme.style(Role::Text).fg).unwrap_or_default();
        let ground = style.bg.or(self.theme.ground()).unwrap_or_default();
        self.colours(text, ground, style.add_modifier)
    }

    fn assert_seen(self, style: Style, purpose: Purpose, what: &str) {
        let (text, ground) = self.of_style(style);
        let least = self.theme.least_contrast(purpose, style.add_modifier.contains(Modifier::BOLD));
        let found = contrast(text, ground);
        assert!(found >= least, "{what} in {self:?}: {found:.2} of {least}");
    }
}

/// The themes that bring a ground of their own.
fn grounded() -> impl Iterator<Item = Theme> {
    Theme::ALL.into_iter().filter(|theme| theme.ground().is_some())
}

#[test]
fn contrast_is_computed_as_wcag_does() {
    assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
    assert!((contrast([119; 3], WHITE) - 4.48).abs() < 0.01, "the well-known #777 that just fails");
}

#[test]
fn every_role_has_the_contrast_its_purpose_needs() {
    assert!(Role::all().count() > LINE_COLOURS);
    for setting in settings() {
        for role in Role::all() {
            let style = setting.theme.style(role);
            setting.assert_seen(style, role.purpose(), &format!("{role:?}"));
            // Signs in the margin and points of a chart are drawn over with the style of the cursor.
            if role.purpose() != Purpose::Words {
                for over in [Role::Selected, Role::Cursor] {
                    let style = style.patch(setting.theme.style(over));
                    setting.assert_seen(style, role.purpose(), &format!("{role:?} under {over:?}"));
                }
            }
        }
    }
}

/// WCAG's stricter figure for words (1.4.6), and for all else what others have for words.
#[test]
fn on_a_wall_everything_is_strong() {
    for theme in [Theme::Projector, Theme::Contrast] {
        for role in Role::all() {
            let style = theme.style(role);
            let (weight, purpose) = (style.add_modifier, role.purpose());
            let wanted = if purpose == Purpose::Words { 7.0 } else { 4.5 };
            assert!((theme.least_contrast(purpose, true) - wanted).abs() < f64::EPSILON, "{role:?}");
            assert!(!weight.contains(Modifier::DIM) && weight != Modifier::ITALIC, "{role:?} in {theme:?}");
            assert!(purpose == Purpose::Words || weight.contains(Modifier::BOLD), "{role:?} in {theme:?}");
        }
    }
    let (light, dark) = (Theme::Projector.ground(), Theme::Contrast.ground());
    let [light, dark] = [light, dark].map(|ground| luminance(shown(ground.expect("it has one"), WHITE)));
    assert!(light > 0.9 && dark < 0.01);
}

/// Thin strokes are lost on a bright wall: all that a stop says is bold there, and in reading only what means something.
#[test]
fn a_stop_on_the_projector_is_bold() {
    let options = |theme| Options { language: Language::De, theme, ..Options::default() };
    let plain = |screen: &Screen| {
        let cells = screen.buffer().content.iter().filter(|cell| !cell.symbol().trim().is_empty());
        cells.filter(|cell| !cell.modifier.contains(Modifier::BOLD)).count()
    };
    let mut wall = Screen::fixture_with((80, 24), options(Theme::Projector));
    assert!(plain(&wall) > 0);
    assert_eq!(plain(wall.press("b 7 Enter")), 0, "{}", wall.text());
    let mut other = Screen::fixture_with((80, 24), options(Theme::Light));
    assert!(plain(other.press("b 7 Enter")) > 0);
}

/// What is on screen in many places, one screen after the other.
fn walk(theme: Theme, look: &mut dyn FnMut(&Screen)) {
    let sizes: [Cells; 3] = [(80, 24), USUAL, (200, 60)];
    for size in sizes {
        for script in [
            "",
            "Right",
            "2 j j j",
            "2 j j j Enter",
            "3 End",
            "4 Down Left",
            "4 v v j",
            "c c w",
            "5 j Enter",
            "?",
            ":",
            ": m o Down Down",
            "/",
            "/ m o d u l",
            "/ m o d u l Enter n",
            "/ t a l l a n d Tab Down",
            "2 j j / m o d u l Enter n",
            "3 f Down Space",
            "2 f Down Space Esc",
            "5 f Space Down Space Down Esc 1",
            "3 j a",
            "a 4",
            "5 v j",
            "b N",
            "b 7 Enter",
            "b i j",
            "V",
            "V n Enter",
        ] {
            let options = Options { language: Language::De, theme, ..Options::default() };
            look(Screen::fixture_with(size, options).press(script));
        }
    }
}

#[test]
fn every_cell_is_readable_on_what_is_behind_it() {
    for setting in settings() {
        // The same few pairs of colours stand in many cells.
        let mut contrasts = HashMap::new();
        walk(setting.theme, &mut |screen| {
            for cell in &screen.buffer().content {
                let symbol = cell.symbol();
                let seen = Modifier::REVERSED | Modifier::UNDERLINED;
                if symbol.trim().is_empty() && !cell.modifier.intersects(seen) {
                    continue;
                }
                let read = symbol.contains(char::is_alphanumeric);
                let purpose = if read { Purpose::Words } else { Purpose::Line };
                let (text, ground) = setting.colours(cell.fg, cell.bg, cell.modifier);
                let found = *contrasts.entry((text, ground)).or_insert_with(|| contrast(text, ground));
                let least = setting.theme.least_contrast(purpose, false);
                assert!(found >= least, "{symbol:?} {found:.2} in {setting:?}\n{}", screen.text());
            }
        });
    }
}

/// How a style looks without colour: its weights, and how light it and its ground are, in twentieths.
fn in_grey(setting: Setting, style: Style) -> (Modifier, [i32; 2]) {
    let (text, ground) = setting.of_style(style);
    let step = |color| (luminance(color) * 20.0).round() as i32;
    (style.add_modifier, [step(text), step(ground)])
}

#[test]
fn what_means_something_else_beside_it_differs_without_colour() {
    // Each stands beside the others of its group; a sign may tell what a weight does not.
    let words = |roles: &[Role]| roles.iter().map(|role| ("", *role)).collect::<Vec<_>>();
    let sign = |sign: signs::Sign| (sign.glyph.get(fundstelle::look::glyphs::Glyphs::Unicode), sign.role);
    let groups = [
        words(&[
            Role::Text,
            Role::Mention,
            Role::LitWords,
            Role::CurrentPassage,
            Role::Hit,
            Role::CurrentHit,
            Role::Marked,
            Role::MarkedEnd,
        ]),
        words(&[Role::Text, Role::Lit, Role::Selected]),
        words(&[Role::Text, Role::Match, Role::TextCursor]),
        words(&[Role::Line(0), Role::Cursor, Role::Selected]),
        [signs::ARTICLE, signs::BACKGROUND, signs::INFERRED, signs::PERHAPS, signs::BROKEN]
            .map(sign)
            .to_vec(),
        [signs::BORNE_OUT, signs::QUALIFIED, signs::CONTRADICTED, signs::OPEN, signs::GAP].map(sign).to_vec(),
    ];
    for setting in settings() {
        for group in &groups {
            let mut weights = BTreeSet::new();
            let mut greys = BTreeSet::new();
            for (glyph, role) in group {
                let (weight, grey) = in_grey(setting, setting.theme.style(*role));
                weights.insert((*glyph, weight.bits()));
                greys.insert((*glyph, weight.bits(), grey));
            }
            // By weight and sign alone: grey tells no more than that.
            assert_eq!(weights.len(), group.len(), "{setting:?} {group:?}");
            assert_eq!(greys.len(), group.len(), "{setting:?} {group:?}");
        }
    }
}

/// On screen, not only in the table: what is selected, lit, where the cursor is, and where things come from.
#[test]
fn on_the_screen_too() {
    for theme in Theme::ALL {
        let options = Options { language: Language::En, theme, ..Options::default() };
        let mut screen = Screen::fixture_with(USUAL, options);
        screen.press("2").select("actor:wellgard").press("3");
        let timeline = screen.framed("3 Timeline");
        let lit = timeline.row_with("Talburg advises against M20").text();
        assert!(lit.ends_with('◀') && timeline.text().contains('▷'), "{}", screen.text());
        let actors = screen.framed("2 Actors");
        assert!(actors.row_with("Wellgard").text().starts_with('▶'));
        assert_eq!(actors.row_with("Wellgard").weight_of("Wellgard"), 'R');
        let signs: BTreeSet<char> = timeline.text().chars().filter(|sign| "▏┊∴".contains(*sign)).collect();
        assert_eq!(signs.len(), 3, "{}", timeline.text());
    }
}

/// Machado, Oliveira and Fernandes (2009), who lacks one of the three kinds of cones.
const EYES: [(&str, [Rgb; 3]); 4] = [
    ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "no red",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "no green",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "no blue",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// A colour as these eyes see it, in Oklab (Ottosson 2020), where distances are those that are perceived.
fn perceived(color: [u8; 3], eyes: &[Rgb; 3]) -> Rgb {
    let times =
        |matrix: &[Rgb; 3], of: Rgb| matrix.map(|row| row.iter().zip(of).map(|(a, b)| a * b).sum::<f64>());
    let seen = times(eyes, linear(color)).map(|level: f64| level.max(0.0));
    let cones = times(
        &[
            [0.412_221_47, 0.536_332_54, 0.051_445_99],
            [0.211_903_5, 0.680_699_55, 0.107_396_96],
            [0.088_302_46, 0.281_718_84, 0.629_978_7],
        ],
        seen,
    );
    times(
        &[
            [0.210_454_26, 0.793_617_79, -0.004_072_05],
            [1.977_998_5, -2.428_592_2, 0.450_593_71],
            [0.025_904_04, 0.782_771_77, -0.808_675_77],
        ],
        cones.map(f64::cbrt),
    )
}

/// Whoever lacks a kind of cones tells the lines of a chart apart by their colours too, not only by their marks.
#[test]
fn chart_lines_are_told_apart_by_all_eyes() {
    for theme in grounded() {
        let colours: Vec<[u8; 3]> = (0..LINE_COLOURS)
            .map(|line| shown(theme.style(Role::Line(line as u8)).fg.expect("it has one"), WHITE))
            .collect();
        for (eyes, matrix) in &EYES {
            for (number, one) in colours.iter().enumerate() {
                for (other, two) in colours.iter().enumerate().skip(number + 1) {
                    let pairs = perceived(*one, matrix).into_iter().zip(perceived(*two, matrix));
                    let distance = pairs.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                    assert!(distance >= 0.1, "{theme:?}: {number} and {other} with {eyes}: {distance:.3}");
                }
            }
        }
    }
}

/// A dossier with so many places that each have a level line, one far above the other.
fn with_lines(count: usize) -> Memory {
    let mut dossier = String::from(
        "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\n\
         language = \"en\"\n[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n[[series]]\nid = \"f\"\n\
         outlet = \"S\"\nunit = \"MW\"\nkind = \"stock\"\ntitle = \"F\"\ndefinition = \"D\"\n",
    );
    let mut figures = String::from("series,place,date,value,qualifier,source\n");
    for place in 0..count {
        let _ = writeln!(dossier, "[[place]]\nid = \"p{place}\"\nname = \"Place{place}\"");
        for year in 2022..2025 {
            let _ = writeln!(figures, "f,p{place},{year},{},exact,s", (place + 1) * 100);
        }
    }
    Memory::default().with("dossier.toml", dossier).with("o.csv", figures).with("a.txt", "Title\nText.\n")
}

/// The lines drawn together by the names beside them: the name, its colour and that of the line, from the top.
fn drawn_lines(screen: &Screen) -> Vec<(String, Color, Color)> {
    let area = screen.buffer().area;
    let rows = screen.whole().rows;
    let zero = rows.iter().position(|row| row.text().contains(" 0┼")).expect("an axis");
    let mut lines = Vec::new();
    for (y, row) in rows[..zero].iter().enumerate() {
        let cells: Vec<char> = row.text().chars().collect();
        let text: String = cells.iter().collect();
        let Some((before, name)) = text.split_once("Place") else { continue };
        let name = format!("Place{}", name.chars().take_while(char::is_ascii_digit).collect::<String>());
        let at = before.chars().count();
        // The last mark stands before the name, with the value between them. It may be the current one, and look like that.
        let is_line = |x: &usize| ('\u{2801}'..='\u{28ff}').contains(&cells[*x]);
        let before = |end: usize| (0..end).rev().find(is_line);
        let line = before(at).and_then(before).and_then(before);
        let line = line.unwrap_or_else(|| panic!("no line before {name}:\n{}", screen.text()));
        let colour = |x: usize| screen.buffer().content[y * usize::from(area.width) + x].fg;
        lines.push((name, colour(at), colour(line)));
    }
    lines
}

/// Lines that are drawn together differ by hue, and by the name at the end of each; without colour by their names alone.
#[test]
fn lines_drawn_together_are_told_apart() {
    let count = 9;
    let files = with_lines(count);
    for theme in Theme::ALL {
        let options = Options { language: Language::En, theme, ..Options::default() };
        // From the highest line to the lowest, which is drawn because the cursor is on it.
        for cursor in 0..count {
            let mut screen = Screen::open(&files, (120, 50), options);
            screen.press("4 v z Home");
            for _ in 0..cursor {
                screen.press("Down");
            }
            let lines = drawn_lines(&screen);
            let current = screen.status();
            let own = lines.iter().filter(|(name, ..)| current.contains(name.as_str())).count();
            assert_eq!(own, 1, "the cursor's line has a name: {current}\n{}", screen.text());
            let names: BTreeSet<&String> = lines.iter().map(|(name, ..)| name).collect();
            assert!(names.len() == lines.len() && names.len() > 4, "{lines:?}\n{}", screen.text());
            assert!(names.len() <= LINE_COLOURS, "more lines than hues: {lines:?}");
            let of_names: BTreeSet<String> = lines.iter().map(|(_, name, _)| format!("{name:?}")).collect();
            let of_lines: BTreeSet<String> = lines.iter().map(|(.., line)| format!("{line:?}")).collect();
            // Words are in the terminal's own colour where that is the theme's ground.
            let (hues, of_words) = match theme {
                Theme::Mono => (1, 1),
                Theme::Default => (names.len(), 1),
                Theme::Dark | Theme::Light | Theme::Projector | Theme::Contrast => (names.len(), names.len()),
            };
            assert_eq!(of_lines.len(), hues, "{theme:?} {lines:?}\n{}", screen.text());
            assert_eq!(of_names.len(), of_words, "{theme:?} {lines:?}\n{}", screen.text());
        }
    }
}

/// Blank cells wear the ground as well, so an overlay leaves no hole.
#[test]
fn a_cell_of_a_theme_with_a_ground_is_never_the_terminals_own() {
    for theme in grounded() {
        walk(theme, &mut |screen| {
            let own = |cell: &Cell| cell.bg == Color::Reset || cell.fg == Color::Reset;
            assert!(!screen.buffer().content.iter().any(own), "{}", screen.text());
        });
    }
}
