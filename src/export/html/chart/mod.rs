//! Figures drawn as SVG, at two sizes of which the style shows one: on a desk and on paper, and on a phone. Both say the
//! same: every mark stands at its value and its date, every value that has room stands at its mark, and all of them are in
//! the titles and in the table below.

mod axis;
mod bars;
mod canvas;
mod lanes;
mod map;
mod place;
mod shape;
mod time;

use self::canvas::{BROAD, Canvas, Label, NARROW, SHEET, WIDE};
use super::Page;
use crate::export::figure::{Drawing, Figure};
use crate::i18n::language::Language;

/// The colours that distinguish lines, together with the shapes: of the lines that are drawn no two have both in common,
/// as long as they are no more than twelve.
const COLOURS: usize = 6;

/// What is drawn at a size.
#[derive(Default)]
struct Picture {
    height: f64,
    /// Lines that say nothing by themselves, each with its class.
    paths: Vec<(String, String)>,
    marks: Vec<Mark>,
    labels: Vec<Label>,
    /// Circles whose areas are values.
    circles: Vec<CircleMark>,
    /// How many fills its parts need.
    fills: usize,
}

/// What stands for a value or an event.
#[derive(Default)]
struct Mark {
    class: String,
    /// Where its value and its date are.
    at: (f64, f64),
    /// Its shape around that.
    path: String,
    /// Which part's fill it has, where not that of its class.
    fill: Option<usize>,
    /// What it says; nothing of the key to the lines.
    title: String,
    /// What it leads to.
    link: Option<String>,
}

/// A circle whose area is a value.
struct CircleMark {
    class: &'static str,
    middle: (f64, f64),
    radius: f64,
    /// What it says.
    title: String,
    /// What its figure is found by.
    anchor: String,
}

impl Picture {
    fn path(&mut self, class: &str, path: String) {
        self.paths.push((class.to_owned(), path));
    }
}

impl Page<'_> {
    pub(super) fn chart(&mut self, figure: &Figure) {
        let language = self.language;
        let is_lanes = matches!(figure.drawing, Drawing::Lanes(_));
        self.out.raw(if is_lanes { "<figure class=\"lanes\">\n" } else { "<figure>\n" });
        self.out.element("p", &[("class", "title")], &figure.title);
        self.out.raw("\n");
        let broad = is_lanes.then_some(BROAD);
        for canvas in broad.into_iter().chain([WIDE, NARROW]) {
            let picture = match &figure.drawing {
                Drawing::Time(chart) => time::picture(figure, chart, &canvas, language),
                Drawing::Bars(chart) => bars::picture(chart, &canvas),
                Drawing::Lanes(chart) => lanes::picture(chart, &canvas, language),
                Drawing::Map(chart) => map::picture(chart, &canvas),
            };
            self.picture(figure, &canvas, &picture);
        }
        self.out.raw("<figcaption>");
        if !figure.source.is_empty() {
            self.out.element("p", &[("class", "from")], &figure.source);
        }
        for note in &figure.notes {
            self.out.element("p", &[], note);
        }
        self.out.raw("</figcaption>\n</figure>\n");
    }

    /// The events on a time axis as the handout has them.
    pub(super) fn sheet_lanes(&mut self, figure: &Figure) {
        let Drawing::Lanes(chart) = &figure.drawing else { return };
        self.out.raw("<figure class=\"lanes\">\n");
        for canvas in [SHEET, NARROW] {
            let picture = lanes::picture(chart, &canvas, self.language);
            self.picture(figure, &canvas, &picture);
        }
        self.out.raw("<figcaption>");
        for note in &figure.notes {
            self.out.element("p", &[], note);
        }
        self.out.raw("</figcaption>\n</figure>\n");
    }

    fn picture(&mut self, figure: &Figure, canvas: &Canvas, picture: &Picture) {
        let anchor = format!("{}-{}", figure.anchor, canvas.class);
        let (title, description) = (format!("{anchor}-title"), format!("{anchor}-description"));
        self.out.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("class", canvas.class),
                ("viewBox", &format!("0 0 {} {:.0}", canvas.width, picture.height.ceil())),
                // What is an image to those who hear it has no links.
                ("role", if picture.marks.iter().any(|mark| mark.link.is_some()) { "group" } else { "img" }),
                ("aria-labelledby", &format!("{title} {description}")),
            ],
        );
        self.out.raw("\n");
        self.out.plain_element("title", &[("id", &title)], &figure.title);
        self.out.plain_element("desc", &[("id", &description)], &figure.description);
        self.out.raw("\n");
        self.fills(&anchor, picture.fills);
        for (class, path) in &picture.paths {
            self.out.open("path", &[("class", class), ("d", path)]);
            self.out.raw("</path>\n");
        }
        for circle in &picture.circles {
            let [x, y] = [circle.middle.0, circle.middle.1].map(|at| format!("{at:.1}"));
            let radius = format!("{:.2}", circle.radius);
            self.out.open("a", &[("href", &format!("#{}", circle.anchor))]);
            self.out.open("circle", &[("class", circle.class), ("cx", &x), ("cy", &y), ("r", &radius)]);
            self.out.plain_element("title", &[], &circle.title);
            self.out.raw("</circle></a>\n");
        }
        for mark in &picture.marks {
            let at = format!("translate({:.1} {:.1})", mark.at.0, mark.at.1);
            let fill = mark.fill.map(|part| fill(&anchor, part));
            let fill = fill.as_deref().map(|fill| ("fill", fill));
            let attributes = [("class", &*mark.class), ("transform", &at), ("d", &mark.path)];
            let attributes: Vec<_> = attributes.into_iter().chain(fill).collect();
            if let Some(link) = &mark.link {
                self.out.open("a", &[("href", &format!("#{link}")), ("aria-label", &mark.title)]);
            }
            self.out.open("path", &attributes);
            if !mark.title.is_empty() {
                self.out.plain_element("title", &[], &mark.title);
            }
            self.out.raw(if mark.link.is_some() { "</path></a>\n" } else { "</path>\n" });
        }
        for label in &picture.labels {
            let (x, y) = (format!("{:.1}", label.x), format!("{:.1}", label.y));
            let mut attributes = vec![("x", &*x), ("y", &*y), ("text-anchor", label.anchor.word())];
            if !label.class.is_empty() {
                attributes.push(("class", &label.class));
            }
            self.out.plain_element("text", &attributes, &label.text);
            self.out.raw("\n");
        }
        self.out.raw("</svg>\n");
    }

    /// The fills of parts that are not plain: they differ without colour too.
    fn fills(&mut self, anchor: &str, count: usize) {
        if count < 2 {
            return;
        }
        self.out.raw("<defs>");
        for part in (0..count).filter(|part| part % FILLS != 0) {
            let id = format!("{anchor}-part-{part}");
            let class = format!("hatch c{}", part / FILLS % COLOURS);
            let (turn, path) = match part % FILLS {
                1 => ("rotate(45)", "M0 0V6"),
                2 => ("rotate(0)", "M1 3h3"),
                _ => ("rotate(45)", "M0 0V6M0 3H6"),
            };
            let size = [("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse")];
            let attributes: Vec<_> =
                [("id", &*id)].into_iter().chain(size).chain([("patternTransform", turn)]).collect();
            self.out.open("pattern", &attributes);
            self.out.open("path", &[("class", &class), ("d", path)]);
            self.out.raw("</path></pattern>");
        }
        self.out.raw("</defs>\n");
    }
}

/// How high the lanes of the handout are, as a share of their width.
pub(super) fn sheet_height(figure: &Figure, language: Language) -> Option<f64> {
    let Drawing::Lanes(chart) = &figure.drawing else { return None };
    Some(lanes::picture(chart, &SHEET, language).height / SHEET.width)
}

/// The fills of parts: plain, stripes, dashes, a grid.
const FILLS: usize = 4;

/// The fill of a part.
fn fill(anchor: &str, part: usize) -> String {
    format!("url(#{anchor}-part-{part})")
}
