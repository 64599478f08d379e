//! Questions and answers: a line of standard input each.

use std::io::{self, BufRead as _, IsTerminal as _};

use crate::cli::io::print;
use crate::text::sanitize::sanitize;

/// How far the questions have come.
#[derive(Default)]
pub(super) struct Session {
    /// Nothing is asked, everything is shown.
    pub(super) is_dry: bool,
    /// How many answers were read.
    answers: usize,
    /// How many places are to be written anew.
    pub(super) confirmed: usize,
    /// How many stay as they are, each of them an error in `check`.
    pub(super) left: usize,
    /// A line for each quotation for which there is nothing to propose.
    pub(super) lost: Vec<String>,
    /// How many aliases match nothing.
    pub(super) unused: usize,
    /// No more questions; what was confirmed counts.
    pub(super) is_over: bool,
}

/// Why the command ends without writing anything.
pub(super) enum Abort {
    /// Standard output has gone or cannot be written to.
    Unwritable(io::Error),
    /// An answer that cannot be understood; those after it might belong to other questions.
    Unusable {
        answer: String,
        /// What it was to answer.
        question: String,
        /// How many answers came before it.
        before: usize,
    },
    /// The files would not say what was confirmed.
    Unsound,
}

impl From<io::Error> for Abort {
    fn from(error: io::Error) -> Self {
        Self::Unwritable(error)
    }
}

/// An answer.
pub(super) enum Answer {
    /// What was proposed is meant.
    Yes,
    /// Those with these numbers are meant, from 0.
    Numbers(Vec<usize>),
    /// None is, or it is to stay as it is.
    No,
    /// The author wants to type.
    Type,
}

/// Which answers a question has, apart from `n` and `quit`.
#[derive(Default)]
pub(super) struct Choices {
    /// `y`.
    pub(super) yes: bool,
    /// Whether each of the numbers from 1 may be chosen.
    pub(super) numbers: Vec<bool>,
    /// Several numbers may be.
    pub(super) several: bool,
    /// `e`: to type.
    pub(super) typing: bool,
}

impl Session {
    pub(super) fn new(is_dry: bool) -> Self {
        Self { is_dry, ..Self::default() }
    }

    /// Asks a question, which is called so where an answer to it cannot be understood. None if there are to be no more: the
    /// end of the input is the end of the questions.
    pub(super) fn ask(
        &mut self,
        name: &str,
        prompt: &str,
        choices: &Choices,
    ) -> Result<Option<Answer>, Abort> {
        loop {
            let Some(line) = self.line(prompt)? else { return Ok(None) };
            let word = line.to_lowercase();
            return Ok(Some(match word.as_str() {
                "y" | "yes" if choices.yes => Answer::Yes,
                "e" | "edit" if choices.typing => Answer::Type,
                "n" | "no" => Answer::No,
                "q" | "quit" => {
                    self.is_over = true;
                    return Ok(None);
                }
                _ => match choices.chosen(&word) {
                    Some(numbers) => Answer::Numbers(numbers),
                    // Who sits at it may answer again; of a list of answers the rest would be for other questions.
                    None if io::stdin().is_terminal() => {
                        print(&format!("  {:?} is no answer to that\n", sanitize(&line)))?;
                        continue;
                    }
                    None => {
                        let (question, before) = (name.to_owned(), self.answers - 1);
                        return Err(Abort::Unusable { answer: line, question, before });
                    }
                },
            }));
        }
    }

    /// Asks whether what was typed is to be written all the same.
    pub(super) fn confirms(&mut self, name: &str) -> Result<bool, Abort> {
        let choices = Choices { yes: true, ..Choices::default() };
        let answer = self.ask(name, "  write it all the same? y, n, quit: ", &choices)?;
        Ok(matches!(answer, Some(Answer::Yes)))
    }

    /// One line of the input without the blanks at its ends; at its end none, and no more questions are asked.
    pub(super) fn line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        print(prompt)?;
        let mut line = Vec::new();
        if io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
            self.is_over = true;
            return Ok(None);
        }
        self.answers += 1;
        // Bytes that are no text are no answer either.
        Ok(Some(String::from_utf8_lossy(&line).trim().to_owned()))
    }
}

/// What an author is asked who is to type, after the name of what is typed.
pub(super) fn typing_prompt(what: &str) -> String {
    format!("  {what} (an empty line gives it up): ")
}

impl Choices {
    /// The numbers that an answer names, if all of them may be chosen.
    fn chosen(&self, answer: &str) -> Option<Vec<usize>> {
        let words = answer.split([' ', ',']).filter(|word| !word.is_empty());
        let numbers: Vec<usize> =
            words.map(|word| word.parse::<usize>().ok()?.checked_sub(1)).collect::<Option<_>>()?;
        let may = |number: &usize| self.numbers.get(*number).copied().unwrap_or(false);
        let count = numbers.len();
        (numbers.iter().all(may) && (count == 1 || count > 1 && self.several)).then_some(numbers)
    }
}
