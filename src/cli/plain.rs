//! `fundstelle read --plain`: the dossier line by line. Answers are lines of standard input; its end is the end.

use std::io::{self, BufRead, IsTerminal as _, Read as _};
use std::process::ExitCode;

use super::args::ReadArgs;
use super::choices::Choices;
use super::io::{exit_code_after_write, print};
use super::{open, refuse};
use crate::export;
use crate::plain::{Reading, Reply};
use crate::runtime;
use crate::text::sanitize::sanitize_line;

/// What stands before an answer.
const PROMPT: &str = "> ";

/// The most bytes of an answer; what goes beyond them is not read.
const MAX_ANSWER: u64 = 1000;

/// The columns of a line where standard output is no terminal.
const COLUMNS: u16 = 80;

pub(super) fn run(read: &ReadArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let loaded = match open(&read.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let columns = runtime::columns().unwrap_or(COLUMNS);
    let language = Choices::of(read, environment).options.language;
    let edition = export::edition(&loaded, language, columns);
    // Where standard input was the article, answers come from the terminal, if there is one.
    let mut answers = runtime::keyboard(!read.dossier.takes_input());
    let walked = walk(Reading::new(edition), &mut answers);
    exit_code_after_write("the text", walked, ExitCode::SUCCESS)
}

fn walk(mut reading: Reading, input: &mut impl BufRead) -> io::Result<()> {
    // What is typed at a terminal stands there; of what comes from elsewhere a transcript would say nothing.
    let is_typed = io::stdin().is_terminal();
    print(&reading.begin())?;
    loop {
        print(&format!("\n{PROMPT}"))?;
        let Some(answer) = next_line(input) else {
            return print("\n");
        };
        if !is_typed {
            print(&format!("{}\n", sanitize_line(&answer)))?;
        }
        match reading.answer(&answer) {
            Reply::Text(text) => print(&format!("\n{text}"))?,
            Reply::Quit => return Ok(()),
        }
    }
}

/// The next answer, without its end; none where there are no more. What is no UTF-8 is replaced by signs that say so. An
/// input that fails has ended.
fn next_line(input: &mut impl BufRead) -> Option<String> {
    let mut line = Vec::new();
    let length = input.by_ref().take(MAX_ANSWER).read_until(b'\n', &mut line).ok()?;
    if length == 0 {
        return None;
    }
    if !line.ends_with(b"\n") {
        // All else of that line is passed over, however long it is.
        let _ = input.skip_until(b'\n');
    }
    let line = String::from_utf8_lossy(&line);
    Some(line.trim_end_matches(['\n', '\r']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{MAX_ANSWER, next_line};

    #[test]
    fn a_line_is_cut_and_the_next_is_whole() {
        let long = "x".repeat(5_000);
        let mut input = format!("{long}\nnext\r\n\nend").into_bytes();
        input.extend(b"\xff");
        let mut input = &input[..];
        assert_eq!(next_line(&mut input).map(|line| line.len() as u64), Some(MAX_ANSWER));
        assert_eq!(next_line(&mut input).as_deref(), Some("next"));
        assert_eq!(next_line(&mut input).as_deref(), Some(""));
        assert_eq!(next_line(&mut input).as_deref(), Some("end\u{fffd}"));
        assert_eq!(next_line(&mut input), None);
    }
}
