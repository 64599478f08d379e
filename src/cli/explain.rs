//! `fundstelle explain`: what a rule means and what to do about it, as the reference says.

use std::process::ExitCode;

use textwrap::{Options, WordSplitter};

use super::WRONG_USAGE;
use super::args::ExplainArgs;
use super::io::{exit_code_after_write, print, print_error};
use crate::load::{Rule, nearest};
use crate::text::cut::first_chars;
use crate::text::sanitize::sanitize;

/// The reference, which is the only place that explains a rule.
const REFERENCE: &str = include_str!("../../assets/format.md");

/// What explanations are wrapped to, in columns.
const WIDTH: usize = 80;

/// The most characters of an unknown rule that are repeated.
const MOST_SHOWN: usize = 60;

pub(super) fn run(explain: &ExplainArgs) -> ExitCode {
    let rule = explain.rule.as_deref().map(bare);
    let text = match rule.as_deref().map(|id| Rule::from_id(id).ok_or(id)) {
        None => list(),
        Some(Ok(rule)) => entry(rule),
        Some(Err(id)) => {
            print_error(&unknown(id));
            return ExitCode::from(WRONG_USAGE);
        }
    };
    exit_code_after_write("the explanation", print(&text), ExitCode::SUCCESS)
}

/// The id of a rule as it may be copied from a report, `error[anchor-lost]:`, or typed.
fn bare(rule: &str) -> String {
    let rule = rule.trim().trim_end_matches(':');
    let rule = rule.split_once('[').and_then(|(_, rest)| rest.strip_suffix(']')).unwrap_or(rule);
    rule.to_lowercase().replace('_', "-")
}

/// Every rule and its grade, one on a line.
fn list() -> String {
    let width = Rule::ALL.iter().map(|rule| rule.id().len()).max().unwrap_or_default();
    let line = |rule: &Rule| format!("{:width$}  {}\n", rule.id(), rule.grade());
    Rule::ALL.iter().map(line).collect()
}

fn unknown(id: &str) -> String {
    let ids = Rule::ALL.iter().map(|rule| rule.id());
    let hint = nearest(id, ids).map_or_else(
        || "fundstelle explain lists all rules".to_owned(),
        |rule| format!("did you mean {rule}?"),
    );
    format!("fundstelle: there is no rule {:?}; {hint}", sanitize(first_chars(id, MOST_SHOWN)))
}

/// The rule's entry in the reference.
fn entry(rule: Rule) -> String {
    let (meaning, remedy) = row(rule).unwrap_or_default();
    let wrapped =
        |text: &str| textwrap::fill(text, Options::new(WIDTH).word_splitter(WordSplitter::NoHyphenation));
    let remedy = wrapped(&format!("What to do: {}", plain(remedy)));
    format!("{rule} ({})\n\n{}\n\n{remedy}\n", rule.grade(), wrapped(&plain(meaning)))
}

/// What the reference's tables of rules say of this one: what it means, and what to do.
fn row(rule: Rule) -> Option<(&'static str, &'static str)> {
    let start = format!("| `{rule}` | {} | ", rule.grade());
    let row = REFERENCE.lines().find_map(|line| line.strip_prefix(&start))?;
    row.strip_suffix(" |")?.split_once(" | ")
}

/// Markdown of the reference without its links, which lead to its own sections.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        match after.split_once("](#") {
            Some((label, target)) if !label.contains([']', '[']) => {
                text.push_str(label);
                rest = target.split_once(')').map_or("", |(_, rest)| rest);
            }
            _ => {
                text.push('[');
                rest = after;
            }
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_known_as_it_stands_in_a_report() {
        for written in
            ["anchor-lost", "error[anchor-lost]", "error[anchor-lost]:", " ANCHOR_LOST ", "[anchor-lost]"]
        {
            assert_eq!(bare(written), "anchor-lost", "{written}");
        }
        assert!(unknown(&"x".repeat(100_000)).len() < 200);
    }

    #[test]
    fn links_lose_their_targets_and_brackets_stay() {
        assert_eq!(plain("see [Dates](#dates)."), "see Dates.");
        assert_eq!(plain("`[[actor]]` and `[article]`"), "`[[actor]]` and `[article]`");
        assert_eq!(plain("`[[a]]`, see [B](#b)"), "`[[a]]`, see B");
    }

    /// The page and the code list the same rules in the same order, each with its grade.
    #[test]
    fn the_reference_has_an_entry_for_each_rule_and_no_other() {
        let section = REFERENCE.split_once("\n## Rules\n").and_then(|(_, rest)| rest.split_once("\n## "));
        let (section, _) = section.expect("the reference has a section on rules");
        let on_page: Vec<(&str, &str)> = section
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
            .map(|(id, rest)| (id, rest.split_once(" | ").expect("a grade").0))
            .collect();
        let in_code: Vec<(&str, String)> =
            Rule::ALL.iter().map(|rule| (rule.id(), rule.grade().to_string())).collect();
        let in_code: Vec<(&str, &str)> = in_code.iter().map(|(id, grade)| (*id, &**grade)).collect();
        assert_eq!(on_page, in_code);
        for rule in Rule::ALL {
            let (meaning, remedy) = row(*rule).expect("an entry");
            assert!(meaning.ends_with('.') && remedy.ends_with('.'), "{rule}");
        }
    }
}
