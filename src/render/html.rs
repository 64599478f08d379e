//! A self-contained page: what the screen shows, as coloured text in a browser. It loads nothing and runs no script.
//! It is also XML, so that other programs can read it.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::Description;
use super::cells::{Drawn, rows};
use super::palette::{CellStyle, Ground, Rgb};
use crate::text::escape::escape;

/// In whole pixels, and so close that the box lines of these fonts meet from row to row.
const FONT: &str = r#"var(--size)/var(--row) "DejaVu Sans Mono","Cascadia Mono",Menlo,Consolas,monospace"#;

/// What a class says of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Class {
    color: Rgb,
    /// Nothing where the page's own is behind it.
    background: Option<Rgb>,
    modifier: Modifier,
}

/// What a class can say besides colours. Dim and reversed are colours already, and nothing blinks on paper.
const SHOWN: [(Modifier, &str); 4] = [
    (Modifier::BOLD, "font-weight:bold"),
    (Modifier::ITALIC, "font-style:italic"),
    (Modifier::UNDERLINED, "border-bottom:1px solid;box-sizing:border-box"),
    (Modifier::CROSSED_OUT, "text-decoration:line-through"),
];

/// Adjacent text in one style.
#[derive(Debug)]
struct Run {
    /// Nothing where it looks like the page's own text, and for blanks that show nothing.
    class: Option<usize>,
    /// The cells it is made to take; 0 where every monospace font does so by itself.
    cells: u16,
    text: String,
}

/// The way to another page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// What that page is to this one, as HTML calls it: `prev`, `next`; nothing of the list of all.
    pub relation: &'static str,
    /// The name of its file, in the same folder.
    pub file: String,
    /// What it is called.
    pub words: String,
}

/// A buffer as an HTML page: a line of preformatted text for each row, in the colours of the ground; below it the ways to
/// other pages, if there are any.
///
/// Control characters are shown as blanks in cells and as U+FFFD in the description.
pub fn html(buffer: &Buffer, description: &Description, ways: &[Way]) -> String {
    let around = description.around();
    let (mut classes, mut lines) = (Vec::new(), String::new());
    for row in rows(buffer) {
        for run in runs(row, (description.ground, around), &mut classes) {
            write(&mut lines, &run);
        }
        lines.push('\n');
    }
    let mut rules = filling(buffer.area.width, buffer.area.height);
    for (index, class) in classes.iter().enumerate() {
        let _ = writeln!(rules, ".s{index}{{{}}}", class.rule());
    }
    let mut body = format!("<main>\n<pre>\n{lines}</pre>\n</main>\n");
    if !ways.is_empty() {
        body.push_str("<nav>\n");
        for way in ways {
            let relation = match way.relation {
                "" => String::new(),
                relation => format!(r#" rel="{relation}""#),
            };
            let _ = writeln!(
                body,
                "<p><a{relation} href=\"{}\">{}</a></p>",
                escape(&way.file),
                escape(&way.words)
            );
        }
        body.push_str("</nav>\n");
    }
    page(description, &rules, &body)
}

/// Type so large that these columns and rows fill the window, so that a page can be shown on a wall; where a browser does not
/// round, it stays as it is, for between rows of half a pixel box lines would have gaps.
fn filling(columns: u16, rows: u16) -> String {
    // How wide a sign of these fonts is at most, and how high a row once it is rounded, in the size of the type.
    let (width, height) = (f64::from(columns.max(1)) * 0.603, f64::from(rows.max(1)) * 1.2);
    format!(
        "@supports (width:round(down,1px,1px)){{:root{{--size:max(10px,round(down,min((100vw - 36px)/{width:.2},\
         (100vh - 18px)/{height:.2}),1px));--row:round(up,calc(var(--size)*1.14),1px)}}}}\n"
    )
}

/// A page that lists others.
pub fn index(description: &Description, pages: &[Way]) -> String {
    let mut body = format!("<main>\n<h1>{}</h1>\n<ul>\n", escape(&description.title));
    for page in pages {
        let _ = writeln!(body, "<li><a href=\"{}\">{}</a></li>", escape(&page.file), escape(&page.words));
    }
    body.push_str("</ul>\n</main>\n");
    page(description, "", &body)
}

/// A page of its own, in the colours of the ground.
fn page(description: &Description, rules: &str, body: &str) -> String {
    let (around, plain) = (description.around(), description.ground.text());
    let (language, title, text) =
        (escape(&description.language), escape(&description.title), escape(&description.text));
    let text = text.replace('\n', " ");
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<meta name="description" content="{text}"/>
<title>{title}</title>
<style>
:root{{--size:14px;--row:16px}}
body{{margin:0;background:{around};color:{plain};print-color-adjust:exact;-webkit-print-color-adjust:exact}}
pre{{margin:9px;font:{FONT};font-variant-ligatures:none}}
span{{display:inline-block;height:var(--row);vertical-align:top}}
nav,h1,ul{{margin:18px 9px;font:16px/1.5 system-ui,sans-serif}}
nav p{{margin:0}}
h1{{font-size:24px}}
ul{{padding:0;list-style:none}}
a{{color:inherit}}
{rules}</style>
</head>
<body>
{body}</body>
</html>
"#
    )
}

/// The runs of a row from the left, without the blanks at its end that show nothing.
fn runs<'a>(
    row: impl Iterator<Item = Drawn<'a>>,
    (ground, around): (Ground, Rgb),
    classes: &mut Vec<Class>,
) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for drawn in row {
        let style = CellStyle::of(&drawn, ground);
        let hidden = style.is(Modifier::HIDDEN);
        let symbol = if hidden { " " } else { drawn.symbol };
        let modifiers = SHOWN.map(|(one, _)| one).into_iter().filter(|one| !hidden && style.is(*one));
        let class = Class {
            color: style.text,
            background: (style.background != around).then_some(style.background),
            modifier: modifiers.collect(),
        };
        let own = Class { color: ground.text(), background: None, modifier: Modifier::empty() };
        let class = if class == own {
            None
        } else if symbol == " " && !class.shows_in_blanks() {
            // Between words of one style it takes their style.
            runs.last().and_then(|last| last.class.filter(|last| classes[*last] == class))
        } else {
            Some(classes.iter().position(|known| *known == class).unwrap_or_else(|| {
                classes.push(class);
                classes.len() - 1
            }))
        };
        let cells = if hidden || drawn.is_common() { 0 } else { drawn.cells };
        match runs.last_mut() {
            Some(last) if last.class == class && (last.cells == 0) == (cells == 0) => {
                last.text.push_str(symbol);
                last.cells += cells;
            }
            _ => runs.push(Run { class, cells, text: symbol.to_owned() }),
        }
    }
    while let Some(last) = runs.last_mut()
        && !last.class.is_some_and(|class| classes[class].shows_in_blanks())
    {
        last.text.truncate(last.text.trim_end_matches(' ').len());
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
    runs
}

/// A run as markup.
fn write(line: &mut String, run: &Run) {
    let text = escape(&run.text);
    // Writing to a string cannot fail.
    let _ = match (run.class, run.cells) {
        (None, 0) => write!(line, "{text}"),
        (None, cells) => write!(line, r#"<span style="width:{cells}ch">{text}</span>"#),
        (Some(class), 0) => write!(line, r#"<span class="s{class}">{text}</span>"#),
        (Some(class), cells) => {
            write!(line, r#"<span class="s{class}" style="width:{cells}ch">{text}</span>"#)
        }
    };
}

impl Class {
    /// Whether a blank of it differs from the page.
    fn shows_in_blanks(self) -> bool {
        let lines = Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        self.background.is_some() || self.modifier.intersects(lines)
    }

    /// Its declarations in the style sheet.
    fn rule(self) -> String {
        let mut rule = format!("color:{}", self.color);
        if let Some(background) = self.background {
            let _ = write!(rule, ";background:{background}");
        }
        for (modifier, declaration) in SHOWN {
            if self.modifier.contains(modifier) {
                let _ = write!(rule, ";{declaration}");
            }
        }
        rule
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::render::cells::tests::buffer;
    use crate::render::text::text;

    fn description() -> Description {
        let (title, text) = ("KI <Exodus>".to_owned(), "Artikel & \"Akteure\"".to_owned());
        let language = "de".to_owned();
        Description { title, text, ground: Ground::Dark, around: Color::Reset, language }
    }

    /// What stands between the page's `pre` and its end.
    fn lines(buffer: &Buffer) -> Vec<String> {
        let page = html(buffer, &description(), &[]);
        let (_, inner) = page.split_once("<pre>\n").unwrap();
        inner.split_once("</pre>").unwrap().0.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_page_says_what_it_is_and_in_which_language() {
        let page = html(&Buffer::with_lines(["a"]), &description(), &[]);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"de\">\n"), "{page}");
        assert!(page.contains("<title>KI &lt;Exodus&gt;</title>"), "{page}");
        assert!(page.contains(r#"content="Artikel &amp; &quot;Akteure&quot;"/>"#), "{page}");
        assert!(page.contains("background:#16181e;color:#d4d7de"), "{page}");
    }

    #[test]
    fn styles_are_classes_and_what_is_plain_has_none() {
        let mut buffer = Buffer::with_lines(["ab <c> & \"d\"   "]);
        buffer.set_style(Rect::new(0, 0, 1, 1), Style::new().fg(Color::Red).bold().italic().underlined());
        buffer.set_style(Rect::new(1, 0, 1, 1), Style::new().reversed());
        assert_eq!(
            lines(&buffer),
            [r#"<span class="s0">a</span><span class="s1">b</span> &lt;c&gt; &amp; &quot;d&quot;"#]
        );
        let page = html(&buffer, &description(), &[]);
        let underlined = "font-weight:bold;font-style:italic;border-bottom:1px solid;box-sizing:border-box";
        assert!(page.contains(&format!(".s0{{color:#eb827b;{underlined}}}\n")), "{page}");
        assert!(page.contains(".s1{color:#16181e;background:#d4d7de}\n"), "{page}");
    }

    #[test]
    fn type_grows_with_the_window_until_all_columns_and_rows_fill_it() {
        let page = html(&Buffer::empty(Rect::new(0, 0, 100, 30)), &description(), &[]);
        assert!(page.contains("min((100vw - 36px)/60.30,(100vh - 18px)/36.00)"), "{page}");
        assert!(!index(&description(), &[]).contains("vw"), "a list has no columns");
    }

    #[test]
    fn dim_is_paler() {
        let mut buffer = Buffer::with_lines(["a"]);
        buffer.set_style(Rect::new(0, 0, 1, 1), Style::new().dim());
        assert!(html(&buffer, &description(), &[]).contains(".s0{color:#888a91}"));
    }

    #[test]
    fn what_a_font_may_lack_is_made_to_take_its_cells() {
        assert_eq!(
            lines(&Buffer::with_lines(["┌──┐ 中国."])),
            [r#"<span style="width:4ch">┌──┐</span> <span style="width:4ch">中国</span>."#]
        );
    }

    #[test]
    fn hidden_is_not_to_be_found() {
        let mut buffer = Buffer::with_lines(["secret."]);
        buffer.set_style(Rect::new(0, 0, 6, 1), Style::new().hidden());
        assert_eq!(lines(&buffer), ["      ."]);
    }

    proptest! {
        #[test]
        fn any_page_is_well_formed_and_has_the_text_of_every_row(mut buffer in buffer(), words in any::<String>()) {
            let described =
                Description { title: words.clone(), text: words.clone(), language: words, ..description() };
            for cell in &mut buffer.content {
                cell.modifier.remove(Modifier::HIDDEN);
            }
            let page = html(&buffer, &described, &[]);
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
            let parsed = roxmltree::Document::parse_with_options(&page, options);
            prop_assert!(parsed.is_ok(), "{:?}", parsed.err());
            let document = parsed.unwrap();
            let pre = document.descendants().find(|node| node.has_tag_name("pre")).unwrap();
            let shown: String = pre.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
            // Blanks that show at the end of a row are kept here and not there.
            let shown: Vec<_> = shown[1..].lines().map(|line| line.trim_end_matches(' ')).collect();
            let expected = text(&buffer).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}");
            let expected: Vec<_> = expected.lines().collect();
            prop_assert_eq!(shown, expected);
        }
    }
}
