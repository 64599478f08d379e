//! What a picture holds, to the letter, and that it is XML whatever it shows.

use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::*;
use crate::render::Ground;
use crate::render::cells::tests::buffer;

fn description() -> Description {
    let (title, text) = ("KI-Exodus".to_owned(), "Artikel & Akteure".to_owned());
    Description { title, text, ground: Ground::Dark, around: Color::Reset, language: "de".to_owned() }
}

/// The elements of a picture that are drawn, without the ground.
fn drawn(buffer: &Buffer) -> Vec<String> {
    let svg = svg(buffer, &description());
    svg.lines().skip(5).filter(|line| *line != "</svg>").map(ToOwned::to_owned).collect()
}

#[test]
fn a_picture_says_what_it_shows() {
    let svg = svg(&Buffer::with_lines(["<KI>"]), &description());
    assert_eq!(
        svg,
        r##"<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" lang="de" width="54" height="36" viewBox="0 0 54 36" xml:space="preserve">
<title id="title">KI-Exodus</title>
<desc id="desc">Artikel &amp; Akteure</desc>
<style>text{font:14.95px "DejaVu Sans Mono","Cascadia Mono",Menlo,Consolas,monospace;white-space:pre}.s0{fill:#d4d7de}</style>
<path fill="#16181e" d="M0 0h54v36h-54z"/>
<text class="s0" x="9" y="23" textLength="36" lengthAdjust="spacingAndGlyphs">&lt;KI&gt;</text>
</svg>
"##
    );
}

#[test]
fn a_box_is_four_lines() {
    let buffer = Buffer::with_lines(["┌─┐", "│ │", "└─┘"]);
    assert_eq!(
        drawn(&buffer),
        [r##"<path fill="#d4d7de" d="M13 17h1v37h-1zM13 17h19v1h-19zM13 53h19v1h-19zM31 17h1v37h-1z"/>"##]
    );
}

#[test]
fn styles_are_colours_lines_and_classes() {
    let mut buffer = Buffer::with_lines(["ab ░"]);
    buffer.set_style(Rect::new(0, 0, 1, 1), Style::new().fg(Color::Red).bold().italic());
    buffer
        .set_style(Rect::new(1, 0, 1, 1), Style::new().fg(Color::Rgb(0, 0, 0)).bg(Color::Rgb(255, 255, 255)));
    buffer.set_style(Rect::new(2, 0, 1, 1), Style::new().fg(Color::Rgb(9, 9, 9)).underlined());
    buffer.set_style(
        Rect::new(3, 0, 1, 1),
        Style::new().fg(Color::Rgb(0, 0, 0)).bg(Color::Rgb(100, 100, 100)).reversed(),
    );
    assert_eq!(
        drawn(&buffer),
        [
            r##"<path fill="#000000" d="M36 9h9v18h-9z"/>"##,
            r##"<path fill="#ffffff" d="M18 9h9v18h-9z"/>"##,
            r##"<path fill="#090909" d="M27 25h9v1h-9z"/>"##,
            r##"<path fill="#191919" d="M36 9h9v18h-9z"/>"##,
            r#"<text class="s0" x="9" y="23" textLength="9" lengthAdjust="spacingAndGlyphs">a</text>"#,
            r#"<text class="s1" x="18" y="23" textLength="9" lengthAdjust="spacingAndGlyphs">b</text>"#,
        ]
    );
    let svg = svg(&buffer, &description());
    assert!(svg.contains(".s0{fill:#eb827b;font-weight:bold;font-style:italic}.s1{fill:#000000}"));
}

#[test]
fn words_are_runs_and_wide_graphemes_stand_alone() {
    let buffer = Buffer::with_lines(["zu Chips   für 中国"]);
    let texts: Vec<_> = drawn(&buffer)
        .into_iter()
        .map(|line| line.replace(" lengthAdjust=\"spacingAndGlyphs\"", ""))
        .collect();
    assert_eq!(
        texts,
        [
            r#"<text class="s0" x="9" y="23" textLength="72">zu Chips</text>"#,
            r#"<text class="s0" x="108" y="23" textLength="27">für</text>"#,
            r#"<text class="s0" x="144" y="23" textLength="18">中</text>"#,
            r#"<text class="s0" x="162" y="23" textLength="18">国</text>"#,
        ]
    );
}

#[test]
fn every_shape_draws_something() {
    let shapes =
        ('\u{2500}'..='\u{259F}').chain('\u{2801}'..='\u{28FF}').chain("●○◉■□◆◇▲△▼▽◀◁▶▷↑↓←→".chars());
    for one in shapes {
        let shape = Shape::of(one.encode_utf8(&mut [0; 4])).unwrap();
        let mut ink = Ink::default();
        shape.draw(&mut ink.at(0, 0));
        assert!(!ink.path().is_empty(), "{one}");
    }
    assert_eq!(Shape::of("a"), None);
    assert_eq!(Shape::of("─\u{308}"), None);
}

proptest! {
    #[test]
    fn any_picture_is_well_formed(buffer in buffer(), title in any::<String>(), text in any::<String>(), light: bool) {
        let ground = if light { Ground::Light } else { Ground::Dark };
        let description = Description { title, text: text.clone(), ground, around: Color::Indexed(7), language: text };
        let svg = svg(&buffer, &description);
        let parsed = roxmltree::Document::parse(&svg);
        prop_assert!(parsed.is_ok(), "{:?}", parsed.err());
    }
}
