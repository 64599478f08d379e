//! Problems as reports: by `miette`, with the line itself underlined; on one line for editors; as JSON.

use std::fmt::{self, Display};
use std::io::{IsTerminal, stdout};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    Severity, SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};
use serde::Serialize;
use textwrap::{WordSeparator, WordSplitter};

use super::coverage::Coverage;
use crate::load::{Grade, Location, Problem, ProblemLine, Tally};
use crate::runtime;
use crate::text::width::cells;

/// How reports are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ReportStyle {
    /// With colours, in addition to words and underlines.
    pub(super) colour: bool,
    /// With box lines; else with ASCII.
    pub(super) boxes: bool,
    /// Columns that messages are broken at.
    pub(super) width: usize,
}

impl ReportStyle {
    /// What a file or a pipe gets.
    pub(super) const PLAIN: ReportStyle = ReportStyle { colour: false, boxes: false, width: 100 };

    /// What suits where the report goes: on a terminal colours (less `NO_COLOR`), and box lines in a UTF-8 locale.
    pub(super) fn for_output(out: &impl IsTerminal, environment: &impl Fn(&str) -> Option<String>) -> Self {
        if !out.is_terminal() {
            return Self::PLAIN;
        }
        let (columns, _) = crossterm::terminal::size().unwrap_or_default();
        let width = if columns == 0 { Self::PLAIN.width } else { usize::from(columns).clamp(40, 120) };
        let colour = environment("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { colour, boxes: runtime::is_utf8(environment), width }
    }

    /// What suits standard output.
    pub(super) fn of_output(environment: &impl Fn(&str) -> Option<String>) -> Self {
        Self::for_output(&stdout(), environment)
    }

    /// The problem with its line.
    pub(super) fn draw(self, problem: &Problem) -> String {
        let mut characters = if self.boxes { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
        // The grade is a word, not by a sign or a colour.
        characters.error = format!("{}[{}]:", problem.grade(), problem.rule);
        characters.warning.clone_from(&characters.error);
        let styles = if self.colour { ThemeStyles::ansi() } else { ThemeStyles::none() };
        let drawn = GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
            .with_width(self.width)
            .with_urls(false)
            .with_break_words(false)
            .with_word_separator(WordSeparator::AsciiSpace)
            .with_word_splitter(WordSplitter::NoHyphenation)
            .with_context_lines(0);
        let excerpt = problem.excerpt.as_ref().map(|ProblemLine { text, marked }| {
            // A point at the line's end, or in an empty line, is marked below a blank.
            let text = if marked.start == text.len() { format!("{text} ") } else { text.clone() };
            ProblemLine { text, marked: marked.clone() }
        });
        let line = excerpt.as_ref().map(|excerpt| excerpt.text.clone());
        let stand_in = excerpt.map(|excerpt| StandIn::of(&excerpt, problem));
        let excerpt = stand_in.as_ref().map(|stand_in| stand_in.excerpt.clone());
        let mut text = String::new();
        if drawn.render_report(&mut text, &LabeledProblem { problem, excerpt }).is_err() {
            return format!("{problem}\n");
        }
        if let (Some(stand_in), Some(line)) = (stand_in, line) {
            text = text.replacen(&stand_in.excerpt.text, &line, 1);
        }
        // No blanks at the ends of lines, which a terminal does not show and a file should not hold.
        text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
    }
}

/// What is drawn for a line, and then replaced by it: a sign a cell. `miette` adds up the widths of characters, which are
/// not the cells that emoji and other clusters of them take, and its marks would stand beside the words.
struct StandIn {
    excerpt: ProblemLine,
}

impl StandIn {
    /// Signs as wide as the line, with the same cells marked.
    fn of(ProblemLine { text, marked }: &ProblemLine, problem: &Problem) -> Self {
        let occurs = |sign: char| {
            [&*problem.message, &*problem.hint, &*problem.location.file]
                .iter()
                .any(|text| text.contains(sign))
        };
        // Of the private use area, where each sign is one cell wide; no report contains all of them.
        let sign = ('\u{e000}'..'\u{f8ff}').find(|sign| !occurs(*sign)).unwrap_or('\u{e000}');
        let (start, end) = (cells(&text[..marked.start]), cells(&text[..marked.end]));
        let end = if marked.is_empty() { end } else { end.max(start + 1) };
        let width = cells(text).max(end);
        let excerpt = ProblemLine {
            text: std::iter::repeat_n(sign, width).collect(),
            marked: start * sign.len_utf8()..end * sign.len_utf8(),
        };
        Self { excerpt }
    }
}

/// All of them, each followed by an empty line.
pub(super) fn text(problems: &[Problem], style: ReportStyle) -> String {
    problems.iter().map(|problem| style.draw(problem) + "\n").collect()
}

/// One a line.
pub(super) fn short(problems: &[Problem]) -> String {
    problems.iter().flat_map(|problem| [problem.to_string(), "\n".to_owned()]).collect()
}

/// That there are more problems than are listed.
pub(super) fn unlisted(Tally { unlisted, .. }: Tally) -> Option<String> {
    match unlisted {
        0 => None,
        1 => Some("1 more problem is not listed; fix these first".to_owned()),
        more => Some(format!("{more} more problems are not listed; fix these first")),
    }
}

/// `3 errors, 1 warning in 2 files`. Of a dossier that does not open only what is fatal is known.
pub(super) fn summary(Tally { errors, warnings, files, .. }: Tally, fatal: bool) -> String {
    let plural = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    let files = if files == 0 { String::new() } else { format!(" in {}", plural(files, "file")) };
    if fatal {
        return format!(
            "{}{files}; the rest is checked once the dossier opens",
            plural(errors, "fatal error")
        );
    }
    format!("{}, {}{files}", plural(errors, "error"), plural(warnings, "warning"))
}

/// One object: the problems in an array, one a line, and how many there are, listed or not; the notes where there are any, the
/// coverage if it was asked for.
pub(super) fn json(
    problems: &[Problem],
    tally: Tally,
    notes: &[Problem],
    coverage: Option<&Coverage>,
) -> serde_json::Result<String> {
    let lines = problems
        .iter()
        .map(|problem| serde_json::to_string(&Record::of(problem)))
        .collect::<serde_json::Result<Vec<_>>>()?;
    let Tally { errors, warnings, unlisted, files } = tally;
    let listed = if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join(",\n")) };
    let notes = notes.iter().map(Record::of).collect::<Vec<_>>();
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!(",\n\"notes\":{}", serde_json::to_string(&notes)?)
    };
    let coverage = coverage.map(serde_json::to_string).transpose()?;
    let coverage = coverage.map_or_else(String::new, |coverage| format!(",\n\"coverage\":{coverage}"));
    Ok(format!(
        "{{\"problems\":[{listed}],\"errors\":{errors},\"warnings\":{warnings},\"unlisted\":{unlisted},\"files\":{files}{notes}{coverage}}}\n"
    ))
}

/// A problem for programs. Lines and columns count from 1, columns in characters; `end_column` is the one after the last.
#[derive(Serialize)]
struct Record<'a> {
    rule: &'static str,
    grade: String,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    hint: &'a str,
    /// `claim:one-third`, or null.
    item: Option<String>,
}

impl<'a> Record<'a> {
    fn of(problem: &'a Problem) -> Self {
        let Location { ref file, line, column, end_line, end_column } = problem.location;
        Self {
            rule: problem.rule.id(),
            grade: problem.grade().to_string(),
            file,
            line,
            column,
            end_line,
            end_column,
            message: &problem.message,
            hint: &problem.hint,
            item: problem.item.as_ref().map(ToString::to_string),
        }
    }
}

/// A problem as `miette` wants it.
#[derive(Debug)]
struct LabeledProblem<'a> {
    problem: &'a Problem,
    excerpt: Option<ProblemLine>,
}

impl Display for LabeledProblem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The frame around the line names the file; without one the message has to.
        if self.excerpt.is_none() {
            write!(f, "{}: ", self.problem.location.file)?;
        }
        f.write_str(&self.problem.message)
    }
}

impl std::error::Error for LabeledProblem<'_> {}

impl Diagnostic for LabeledProblem<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(if self.problem.grade() == Grade::Warning { Severity::Warning } else { Severity::Error })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        (!self.problem.hint.is_empty()).then(|| Box::new(&self.problem.hint) as Box<dyn Display + 'a>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|_| self as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let ProblemLine { marked, .. } = self.excerpt.as_ref()?;
        let span = LabeledSpan::new_primary_with_span(None, marked.clone());
        Some(Box::new(std::iter::once(span)))
    }
}

/// The one line that is shown, at its own line and column of its file.
impl SourceCode for LabeledProblem<'_> {
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let ProblemLine { text, .. } = self.excerpt.as_ref().ok_or(MietteError::OutOfBounds)?;
        let Location { file, line, column, .. } = &self.problem.location;
        let (name, whole) = (file.clone(), (0, text.len()).into());
        Ok(Box::new(MietteSpanContents::new_named(name, text.as_bytes(), whole, line - 1, column - 1, 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Rule;

    /// The marks are under the words as a terminal lays them out.
    #[test]
    fn marks_stand_under_the_words_they_mean() {
        for before in [
            "",
            "plain",
            "👩\u{200d}💻",
            "☂\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "Donau\u{ad}dampf",
            "中国",
            "🇩🇪",
            "क्षि",
            "e\u{301}",
            "ｶﾞ",
        ] {
            for words in ["none", "👩\u{200d}💻 a", "☂\u{fe0f}"] {
                let text = format!("key = \"{before}\" {words} after");
                let start = text.find(words).unwrap_or_default();
                let marked = start..start + words.len();
                let problem = Problem {
                    rule: Rule::TextEmpty,
                    location: Location {
                        file: "a.toml".into(),
                        line: 3,
                        column: 1,
                        end_line: 3,
                        end_column: 2,
                    },
                    excerpt: Some(ProblemLine { text: text.clone(), marked: marked.clone() }),
                    message: "this is wrong".to_owned(),
                    hint: String::new(),
                    item: None,
                };
                for boxes in [false, true] {
                    let drawn = ReportStyle { boxes, ..ReportStyle::PLAIN }.draw(&problem);
                    let mut lines = drawn.lines().skip_while(|line| !line.contains(&text));
                    let (shown, marks) = (lines.next().expect("the line"), lines.next().expect("its marks"));
                    let from =
                        cells(&shown[..shown.find(&text).unwrap_or_default()]) + cells(&text[..marked.start]);
                    let under = marks.find(['^', '─', '┬']).map(|at| cells(&marks[..at]));
                    let width = cells(marks.trim_end()) - under.unwrap_or_default();
                    assert_eq!((under, width), (Some(from), cells(words)), "{drawn}");
                }
            }
        }
    }
}
