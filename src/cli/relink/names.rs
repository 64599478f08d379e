//! The questions about hedges and attributions, which have to stand in the sentence of a quotation, and about aliases that
//! match nothing.

use std::fmt::Write as _;
use std::ops::Range;

use super::ask::{Abort, Answer, Choices, Session, typing_prompt};
use super::show;
use crate::cli::io::print;
use crate::load::{AliasOwners, Edit, WordsState, WrittenAlias, WrittenAnchors, WrittenWords};
use crate::text::diff::diff_words;

/// What came of the questions.
#[derive(Default)]
pub(super) struct Confirmed {
    pub(super) edits: Vec<Edit>,
    /// The aliases, by place, and what they become.
    pub(super) renamed: Vec<(usize, Vec<String>)>,
}

/// Goes through them and asks.
pub(super) fn confirm(written: &WrittenAnchors, session: &mut Session) -> Result<Confirmed, Abort> {
    let words: Vec<&WrittenWords> = written.words.iter().filter(|words| words.is_at_fault()).collect();
    let unused = written.aliases.iter().enumerate().filter(|(_, alias)| alias.is_unused);
    let unused: Vec<(usize, &WrittenAlias)> = unused.collect();
    session.left += words.len();
    session.unused += unused.len();
    let near: Vec<_> = unused.into_iter().filter(|(_, alias)| !alias.forms.is_empty()).collect();
    let mut confirmed = Confirmed::default();
    let groups = equal(&words);
    let count = groups.len() + near.len();
    for (place, group) in groups.iter().enumerate() {
        if session.is_over {
            return Ok(confirmed);
        }
        let label = format!("{}/{count}", place + 1);
        confirmed.edits.extend(one(written, group, &label, session)?);
    }
    for (place, (number, alias)) in near.into_iter().enumerate() {
        if session.is_over {
            return Ok(confirmed);
        }
        let label = format!("{}/{count}", groups.len() + place + 1);
        let forms = one_alias(written, alias, &confirmed.renamed, &label, session)?;
        if let Some(edit) = written.renamed(alias, &forms) {
            session.confirmed += 1;
            session.unused -= 1;
            confirmed.edits.push(edit);
            confirmed.renamed.push((number, forms));
        }
    }
    Ok(confirmed)
}

/// Equal words that would become the same together, in the order of the first of each: they are asked about once.
fn equal<'w>(words: &[&'w WrittenWords]) -> Vec<Vec<&'w WrittenWords>> {
    let mut groups: Vec<Vec<&WrittenWords>> = Vec::new();
    for &one in words {
        let same = groups.iter_mut().find(|group| {
            let first = group[0];
            first.words == one.words
                && first.key() == one.key()
                && first.state == one.state
                && matches!(one.state, WordsState::Near(_))
        });
        match same {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// The question about some words of a sentence.
fn one(
    written: &WrittenAnchors,
    group: &[&WrittenWords],
    label: &str,
    session: &mut Session,
) -> Result<Vec<Edit>, Abort> {
    let first = group[0];
    let WrittenWords { file, line, column, of, .. } = first;
    let question = format!("{label}  {file}:{line}:{column}");
    let mut text = format!("{question}  {of}\n");
    for WrittenWords { file, line, column, of, .. } in &group[1..] {
        let _ = writeln!(text, "  also   {file}:{line}:{column}  {of}");
    }
    let near = match &first.state {
        WordsState::Near(place) => Some(place),
        _ => None,
    };
    text.push_str(&wordings(written, first, near));
    print(&text)?;
    let edits =
        |new: &str| -> Vec<Edit> { group.iter().filter_map(|words| written.reworded(words, new)).collect() };
    if session.is_dry {
        let proposed = near.map_or_else(Vec::new, |near| edits(&written.plain(near)));
        print(&(show::proposed(&[proposed]) + "\n"))?;
        return Ok(Vec::new());
    }
    let prompt = if near.is_some() {
        "  write the words as they stand there? y, n, e (type them), quit: "
    } else {
        "  type words of that sentence? e, n, quit: "
    };
    let choices = Choices { yes: near.is_some(), typing: true, ..Choices::default() };
    let new = loop {
        break match (session.ask(&question, prompt, &choices)?, near) {
            (Some(Answer::Yes), Some(near)) => Some(written.plain(near)),
            (Some(Answer::Type), _) => match typed(written, first, session)? {
                None if !session.is_over => continue,
                typed => typed,
            },
            _ => None,
        };
    };
    print("\n")?;
    let edits = new.map_or_else(Vec::new, |new| edits(&new));
    session.confirmed += edits.len();
    session.left -= edits.len();
    Ok(edits)
}

/// The words, what stands instead, and the sentence.
fn wordings(written: &WrittenAnchors, words: &WrittenWords, near: Option<&Range<usize>>) -> String {
    let key = format!("{}:", words.key());
    if let Some(near) = near {
        let (before, after) = diff_words(&words.words, &written.plain(near));
        let sentence = show::sentence(written, near, &after.text);
        return format!("  {key:<8} {}\n  now:     {}\n{sentence}", before.text, after.text);
    }
    let mut text = format!("  {key:<8} {}\n", words.words);
    for sentence in &words.sentences {
        let _ = writeln!(text, "  in:      {}", written.plain(sentence));
    }
    text
}

/// Reads words until some stand in the sentence; none for an empty line, or at the end of the input.
fn typed(
    written: &WrittenAnchors,
    words: &WrittenWords,
    session: &mut Session,
) -> Result<Option<String>, Abort> {
    let prompt = typing_prompt("the words");
    while let Some(line) = session.line(&prompt)?.filter(|line| !line.is_empty()) {
        match written.in_sentence(words, &line) {
            Some(found) => {
                print(&format!("  taken: {found}\n"))?;
                return Ok(Some(found));
            }
            None => print("  that does not stand in the sentence\n")?,
        }
    }
    Ok(None)
}

/// The question about an alias: the forms that are to be written in its place.
fn one_alias(
    written: &WrittenAnchors,
    alias: &WrittenAlias,
    renamed: &[(usize, Vec<String>)],
    label: &str,
    session: &mut Session,
) -> Result<Vec<String>, Abort> {
    let WrittenAlias { file, line, column, of, .. } = alias;
    let question = format!("{label}  {file}:{line}:{column}");
    let mut text =
        format!("{question}  {of}\n  alias:   {}  matches nothing; what stands there is\n", alias.alias);
    for (number, form) in alias.forms.iter().enumerate() {
        let times = if form.count == 1 { "once".to_owned() } else { format!("{} times", form.count) };
        let place = show::within(written, &form.first);
        let _ = writeln!(text, "  {:>2}  {}  ({times})  {place}", number + 1, form.text);
        if let Some(owners) = owned(&written.owners(alias, &form.text, renamed)) {
            let _ = writeln!(text, "      {owners}");
        }
    }
    print(&text)?;
    let form = |number: usize| alias.forms[number].text.clone();
    if session.is_dry {
        let edits = (0..alias.forms.len()).map(|number| written.renamed(alias, &[form(number)]));
        let edits: Vec<Vec<Edit>> = edits.map(|edit| edit.into_iter().collect()).collect();
        print(&(show::proposed(&edits) + "\n"))?;
        return Ok(Vec::new());
    }
    let several = written.renamed(alias, &["a".to_owned(), "b".to_owned()]).is_some();
    let count = alias.forms.len();
    let numbers = match (count, several) {
        (1, _) => "1".to_owned(),
        (_, true) => format!("1 to {count}, or several"),
        (_, false) => format!("1 to {count}"),
    };
    let prompt = format!("  which form does it have in the article? {numbers}, n, e (type it), quit: ");
    let choices = Choices { numbers: vec![true; count], several, typing: true, yes: count == 1 };
    let forms = loop {
        break match session.ask(&question, &prompt, &choices)? {
            Some(Answer::Yes) => vec![form(0)],
            Some(Answer::Numbers(mut chosen)) => {
                chosen.sort_unstable();
                chosen.dedup();
                chosen.into_iter().map(form).collect()
            }
            Some(Answer::Type) => match typed_alias(written, alias, renamed, &question, session)? {
                None if !session.is_over => continue,
                typed => typed.into_iter().collect(),
            },
            Some(Answer::No) | None => Vec::new(),
        };
    };
    let (own, forms): (Vec<String>, Vec<String>) =
        forms.into_iter().partition(|form| written.owners(alias, form, renamed).is_own);
    for form in own {
        // Asking again would take the answer to the next question.
        print(&format!("  {form}: {HAS_IT}; not written, leave {} out by hand\n", alias.alias))?;
    }
    print("\n")?;
    Ok(forms)
}

const HAS_IT: &str = "an alias of this actor already";

/// Whose alias a name is already, in words; none if it is nobody's.
fn owned(owners: &AliasOwners<'_>) -> Option<String> {
    match &owners.others[..] {
        _ if owners.is_own => Some(HAS_IT.to_owned()),
        [] => None,
        others => Some(format!("also an alias of {}: each place would count for both", others.join(", "))),
    }
}

/// Reads a name until one can be taken; none for an empty line, or at the end of the input.
fn typed_alias(
    written: &WrittenAnchors,
    alias: &WrittenAlias,
    renamed: &[(usize, Vec<String>)],
    question: &str,
    session: &mut Session,
) -> Result<Option<String>, Abort> {
    let prompt = typing_prompt("the name");
    while let Some(line) = session.line(&prompt)?.filter(|line| !line.is_empty()) {
        let Some(found) = written.typed_name(&line) else {
            print("  that does not stand in the article\n")?;
            continue;
        };
        let owners = written.owners(alias, &found, renamed);
        if let Some(said) = owned(&owners) {
            print(&format!("  {found}: {said}\n"))?;
            if owners.is_own || !session.confirms(question)? {
                if session.is_over {
                    break;
                }
                continue;
            }
        }
        print(&format!("  taken: {found}\n"))?;
        return Ok(Some(found));
    }
    Ok(None)
}
