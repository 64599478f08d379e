//! `fundstelle relink`: one question for each quotation whose words have changed or that stands more than once. Only what
//! is confirmed is written, and only at the end, when it is known that it fixes what it should.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, BufRead, IsTerminal as _};
use std::ops::Range;
use std::process::ExitCode;

use super::args::RelinkArgs;
use super::io::{exit_code_after_report, exit_code_after_write, print, print_error};
use super::{AT_FAULT, WRONG_USAGE, did_you_mean_command, refuse};
use crate::dossier::AnchorState;
use crate::dossier::anchor::MAX_PLACES;
use crate::load::{
    Changed, Edit, Files as _, Folder, Loaded, Parsed, Problem, WrittenAnchor, WrittenAnchors, parse,
};
use crate::protocol::quoted::without_line_breaks;
use crate::runtime::write_atomically;
use crate::text::diff::diff_words;
use crate::text::sanitize::sanitize;

/// The outcome of the questions.
enum Answer {
    /// The passage with this number is meant, from 0.
    Place(usize),
    /// None is, or it is to stay as it is.
    No,
    /// No more questions; what was confirmed holds.
    Quit,
    /// None of these, and the input is not a terminal, so asking again is no use.
    Unusable(String),
}

/// Why the command ends without writing anything.
enum Abort {
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
}

impl From<io::Error> for Abort {
    fn from(error: io::Error) -> Self {
        Self::Unwritable(error)
    }
}

pub(super) fn run(relink: &RelinkArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let folder = match Folder::open(&relink.path) {
        Ok(folder) => folder,
        Err(fatal) => return refuse(&did_you_mean_command(&relink.path, *fatal).into(), environment),
    };
    let (written, loaded) = match parse(&folder) {
        Ok(Parsed { quotations: Some(written), loaded }) => (written, loaded),
        Ok(Parsed { quotations: None, .. }) => {
            return exit_code_after_report(
                "the answer",
                print("an article alone has no quotations\n"),
                ExitCode::SUCCESS,
            );
        }
        Err(refusal) => return refuse(&refusal, environment),
    };
    match confirm(&written, relink.dry_run) {
        Ok(Confirmed { edits, left }) => {
            let by_hand = match list_figures(&loaded) {
                Ok(by_hand) => by_hand,
                Err(error) => {
                    return exit_code_after_report("the answer", Err(error), ExitCode::from(AT_FAULT));
                }
            };
            // Whatever is left is an error in `check`.
            let exit_code = if left + by_hand == 0 { ExitCode::SUCCESS } else { ExitCode::from(AT_FAULT) };
            if edits.is_empty() { exit_code } else { write(&folder, &written, &edits, exit_code) }
        }
        // Nothing was written, so what is left is what there was.
        Err(Abort::Unwritable(error)) => {
            let is_exact = |anchor: &WrittenAnchor| matches!(anchor.state, AnchorState::Exact(_));
            let all = written.anchors.iter().all(is_exact);
            let exit_code = if all { ExitCode::SUCCESS } else { ExitCode::from(AT_FAULT) };
            exit_code_after_report("the question", Err(error), exit_code)
        }
        Err(Abort::Unusable { answer, question, before }) => {
            let again = match before {
                0 => String::new(),
                1 => "; the answer before it can be given again".to_owned(),
                several => format!("; the {several} answers before it can be given again"),
            };
            print_error(&format!(
                "fundstelle: {answer:?} is no answer to {question}; nothing was written{again}"
            ));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

/// Lists the quotations of figures that are at fault, and how many they are: what stands in a CSV is not written here.
fn list_figures(loaded: &Loaded) -> io::Result<usize> {
    let faulty: Vec<&Problem> = loaded.faulty_words_of_figures().collect();
    if !faulty.is_empty() {
        print(&format!("{} of figures, to be corrected by hand: a CSV is not written\n", faulty.len()))?;
    }
    for problem in &faulty {
        print(&format!("  {problem}\n"))?;
    }
    Ok(faulty.len())
}

/// What came of the questions.
struct Confirmed {
    edits: Vec<Edit>,
    /// How many quotations are not exact, still.
    left: usize,
}

/// Goes through the quotations and asks.
fn confirm(written: &WrittenAnchors, dry: bool) -> Result<Confirmed, Abort> {
    /// Proposals are computed in batches of this size: quicker than one by one, without waiting for all.
    const TOGETHER: usize = 64;
    let is_open = |anchor: &&WrittenAnchor| !passages(anchor).is_empty();
    let open: Vec<&WrittenAnchor> = written.anchors.iter().filter(is_open).collect();
    let mut proposals = Vec::new().into_iter();
    let mut confirmed: Vec<Edit> = Vec::new();
    let (mut number, mut answers) = (0, 0);
    let mut is_over = false;
    for (place, anchor) in open.iter().enumerate() {
        let WrittenAnchor { file, line, column, of, .. } = anchor;
        let question = format!("{}/{}  {file}:{line}:{column}", place + 1, open.len());
        print(&format!("{question}  {of}\n"))?;
        if place % TOGETHER == 0 {
            let some = open.iter().skip(place).take(TOGETHER);
            let meant =
                some.flat_map(|anchor| passages(anchor).iter().map(|passage| (*anchor, passage.clone())));
            proposals = written.relinked(&meant.collect::<Vec<_>>()).into_iter();
        }
        let passages = passages(anchor);
        let choices: Vec<Option<Vec<Edit>>> = proposals.by_ref().take(passages.len()).collect();
        match &anchor.state {
            AnchorState::Reworded(passage) => print(&both(written, anchor, passage))?,
            _ => print(&numbered(written, anchor, passages))?,
        }
        if choices.iter().all(Option::is_none) {
            print(
                "  to be fixed by hand: nothing short tells it from others, or it is a table of several lines\n\n",
            )?;
            continue;
        }
        if dry {
            print(&(proposed(&choices) + "\n"))?;
            continue;
        }
        match ask(anchor, &choices)? {
            Answer::Unusable(answer) => return Err(Abort::Unusable { answer, question, before: answers }),
            Answer::Place(chosen) => {
                confirmed.extend(choices.into_iter().nth(chosen).flatten().unwrap_or_default());
                number += 1;
            }
            Answer::No => {}
            Answer::Quit => is_over = true,
        }
        answers += 1;
        print("\n")?;
        if is_over {
            break;
        }
    }
    let lost: Vec<&WrittenAnchor> =
        written.anchors.iter().filter(|anchor| anchor.state == AnchorState::Lost).collect();
    let end = match (dry, open.len() - number) {
        (true, some) => format!("{some} to be asked; nothing was asked or written"),
        (false, left) => format!("{number} confirmed, {left} left as they are"),
    };
    print(&format!("{end}; {} lost, for which there is nothing to propose\n", lost.len()))?;
    for WrittenAnchor { file, line, column, of, quote, .. } in &lost {
        print(&format!("  {file}:{line}:{column}  {of}  {}\n", shortened(&quote.exact)))?;
    }
    Ok(Confirmed { edits: confirmed, left: open.len() - number + lost.len() })
}

/// The beginning of a quotation, on one line.
fn shortened(words: &str) -> String {
    const ENOUGH: usize = 60;
    let words = without_line_breaks(words);
    match words.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// The candidate places of a quotation that needs a decision.
fn passages(anchor: &WrittenAnchor) -> &[Range<usize>] {
    match &anchor.state {
        AnchorState::Reworded(passage) => std::slice::from_ref(passage),
        AnchorState::Ambiguous(passages) => passages,
        AnchorState::Exact(_) | AnchorState::Lost => &[],
    }
}

/// Both wordings, and how they differ.
fn both(written: &WrittenAnchors, anchor: &WrittenAnchor, passage: &Range<usize>) -> String {
    let (before, after) = diff_words(&anchor.quote.exact, &written.article.text[passage.clone()]);
    let same = before.changes.is_empty() && after.changes.is_empty();
    let around = if same { format!("  where:   {}\n", within(written, passage)) } else { String::new() };
    let note = if same { "  the words stand, what was given beside them does not\n" } else { "" };
    format!("  quoted:  {}\n  now:     {}\n{note}{around}", before.text, after.text)
}

/// The places of an ambiguous quotation, each with the words around it.
fn numbered(written: &WrittenAnchors, anchor: &WrittenAnchor, passages: &[Range<usize>]) -> String {
    let mut text = format!("  quoted:  {}\n", anchor.quote.exact);
    for (number, passage) in passages.iter().enumerate() {
        let _ = writeln!(text, "  {:>2}  {}", number + 1, within(written, passage));
    }
    if passages.len() == MAX_PLACES {
        text.push_str(
            "      perhaps more, which are not listed: for those quote more of the sentence by hand\n",
        );
    }
    text
}

/// A passage in brackets with some words around it.
fn within(written: &WrittenAnchors, passage: &Range<usize>) -> String {
    /// Characters on either side.
    const AROUND: usize = 40;
    let text = &written.article.text;
    let from =
        text[..passage.start].char_indices().rev().take(AROUND).last().map_or(passage.start, |(at, _)| at);
    let to = text[passage.end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| passage.end + at);
    let line =
        format!("{}[{}]{}", &text[from..passage.start], &text[passage.clone()], &text[passage.end..to]);
    line.replace('\n', " ").trim().to_owned()
}

/// What would be written for each choice.
fn proposed(choices: &[Option<Vec<Edit>>]) -> String {
    let mut text = String::new();
    for (number, edits) in choices.iter().enumerate() {
        let which = if choices.len() > 1 { format!("{:>2}", number + 1) } else { "  ".to_owned() };
        for edit in edits.iter().flatten() {
            let _ = writeln!(text, "  {which}  would write {}", sanitize(&edit.text));
        }
    }
    text
}

/// One answer. The end of the input is the end of the questions.
fn ask(anchor: &WrittenAnchor, choices: &[Option<Vec<Edit>>]) -> io::Result<Answer> {
    let is_reworded = matches!(anchor.state, AnchorState::Reworded(_));
    let question = if is_reworded {
        "  write the words as they stand now? y, n, quit: ".to_owned()
    } else {
        format!("  which one is meant? 1 to {}, n, quit: ", choices.len())
    };
    loop {
        print(&question)?;
        let mut line = Vec::new();
        if io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
            return Ok(Answer::Quit);
        }
        // Bytes that are no text are no answer either.
        let line = String::from_utf8_lossy(&line);
        let word = line.trim();
        let number = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let number = number.filter(|number| choices.get(*number).is_some_and(Option::is_some));
        return Ok(match (word.to_lowercase().as_str(), number) {
            ("y" | "yes", _) if is_reworded => Answer::Place(0),
            ("n" | "no", _) => Answer::No,
            ("q" | "quit", _) => Answer::Quit,
            (_, Some(number)) if !is_reworded => Answer::Place(number),
            // Who sits at it may answer again; of a list of answers the rest would be for other questions.
            _ if io::stdin().is_terminal() => {
                print(&format!("  {:?} is no answer to that\n", sanitize(word)))?;
                continue;
            }
            _ => Answer::Unusable(word.to_owned()),
        });
    }
}

/// Writes the files, if they still are what was read and would then be what was confirmed.
fn write(folder: &Folder, written: &WrittenAnchors, edits: &[Edit], exit_code: ExitCode) -> ExitCode {
    let changed = written.rewritten(edits);
    let with: BTreeMap<String, Vec<u8>> =
        changed.iter().map(|(name, (_, after))| (name.clone(), after.clone())).collect();
    if !fixes(folder, written, &with) {
        print_error("fundstelle: the files would not be what was confirmed; nothing was written");
        return ExitCode::from(AT_FAULT);
    }
    for (name, (before, _)) in &changed {
        let now = folder.read(name, u64::MAX >> 1);
        if now.as_ref() != Ok(before) {
            print_error(&format!(
                "fundstelle: {name} has changed meanwhile; nothing was written, run relink again"
            ));
            return ExitCode::from(AT_FAULT);
        }
    }
    let mut report = String::new();
    let mut code = exit_code;
    for (name, bytes) in &with {
        let path = folder.path_of(name).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
        if let Err(error) = path.and_then(|path| write_atomically(&path, bytes)) {
            code = exit_code_after_write(name, Err(error), exit_code);
            break;
        }
        let _ = writeln!(report, "wrote {name}");
    }
    // Reported after writing: a reader who closes the pipe must not keep confirmed answers from being written.
    exit_code_after_report("the report", print(&report), code)
}

/// Whether with these files there are the same quotations in the same order, each as before or exact now.
fn fixes(folder: &Folder, written: &WrittenAnchors, with: &BTreeMap<String, Vec<u8>>) -> bool {
    let Ok(Parsed { quotations: Some(after), .. }) = parse(&Changed { files: folder, with }) else {
        return false;
    };
    let pairs = written.anchors.iter().zip(&after.anchors);
    after.anchors.len() == written.anchors.len()
        && pairs.into_iter().all(|(old, new)| {
            old.of == new.of && (old.quote == new.quote || matches!(new.state, AnchorState::Exact(_)))
        })
}
