//! A change made in memory on the files as they are, and checked against what it was meant to do; and a change taken back.

use foldhash::HashSet;

use crate::dossier::Ref;
use crate::load::format::SUGGESTED;
use crate::load::{Files, Rule};

use super::Plan;
use super::attempt::Attempt;
use super::boilerplate::{lines_are_out, lines_stand, place_lines};
use super::change::{Change, NewFigure, NewTable, Step};
use super::decisions::place_decision;
use super::expected::as_seen;
use super::files::Content;
use super::place::{Placed, place_element, place_key, place_removal, place_tables};
use super::read_back::{disturbed, figures_stand, is_of_all_figures, unreadable_figures, words_stand};
use super::refused::Refused;
use super::rows::{NEW_FILE, place_figure, place_name};
use super::splices::find;
use super::undo::{Splice, Undo};

/// How a change is made on the files as they are. Nothing is written.
///
/// # Errors
///
/// Fails where the files cannot be read, where there is no place for the change, and where anything but what it says would
/// be read otherwise than before.
pub fn plan(files: &dyn Files, change: &Change) -> Result<Plan, Refused> {
    let mut attempt = Attempt::of(files)?;
    words_stand(&attempt.before.dossier, change)?;
    lines_stand(&attempt.before.dossier.article, change)?;
    as_seen(&attempt.before, change)?;
    for steps in change.steps.chunk_by(same_tables) {
        make(&mut attempt, files, steps)?;
    }
    let before = attempt.before.clone();
    let plan = attempt.finish(files, &Undo::default()).map_err(|why| match why {
        // Its row would be one more that is not read.
        Refused::Faulty(problem) if is_of_all_figures(problem.rule) => Refused::Unreadable(problem),
        why => why,
    })?;
    // A name that stands nowhere was marked in an article that is another now.
    // Where lines go, the name may have stood in them.
    let takes_out = change.steps.iter().any(|step| matches!(step, Step::Boilerplate(_)));
    if !takes_out && plan.warnings.iter().any(|problem| problem.rule == Rule::AliasUnused) {
        return Err(Refused::WordsGone);
    }
    figures_stand(&before, &plan.loaded, change)?;
    lines_are_out(&plan.loaded.dossier.article, change)?;
    match disturbed(&before.dossier, &plan.loaded.dossier, change) {
        Some(item) => {
            let at = before.locations.of(&item).cloned();
            Err(Refused::WouldChange { what: item.to_string(), at })
        }
        None => Ok(plan),
    }
}

/// Whether these are new tables of one kind. They are put in together, so that a file is not read again for each of thousands.
fn same_tables(one: &Step, next: &Step) -> bool {
    matches!((one, next), (Step::Table(one), Step::Table(next)) if one.kind == next.kind)
}

/// Makes a step, or several that add tables of one kind, and checks that each file then says what is meant.
fn make(attempt: &mut Attempt, files: &dyn Files, steps: &[Step]) -> Result<(), Refused> {
    let located = |attempt: &Attempt, why: Refused| match why {
        Refused::NoTable { of, .. } => {
            let at = attempt.before.locations.of(&of).cloned();
            Refused::NoTable { of, at }
        }
        why => why,
    };
    let Some(step) = steps.first() else { return Ok(()) };
    match step {
        Step::Table(_) => {
            let tables: Vec<&NewTable> = steps.iter().filter_map(table_of).collect();
            put(attempt, None, &place_tables(&attempt.files, &tables)?)
        }
        Step::Element { of, key, value } => {
            let placed = place_element(&attempt.files, of, key, value);
            put(attempt, Some(of), &placed.map_err(|why| located(attempt, why))?)
        }
        Step::Key { of, key, value } => {
            let placed = place_key(&attempt.files, of, key, value);
            put(attempt, Some(of), &placed.map_err(|why| located(attempt, why))?)
        }
        Step::Remove { of, key } => {
            let placed = place_removal(&attempt.files, of, key);
            put(attempt, Some(of), &placed.map_err(|why| located(attempt, why))?)
        }
        Step::Decision(decision) => {
            let number = attempt.open(files, SUGGESTED)?;
            put(attempt, None, &place_decision(&attempt.files, number, decision)?)
        }
        Step::Boilerplate(lines) => put(attempt, None, &place_lines(&attempt.files, lines)?),
        Step::Figure(figure) => make_figure(attempt, files, figure),
    }
}

/// Puts a figure into the file of figures; without one, it is made and named in the head.
fn make_figure(attempt: &mut Attempt, files: &dyn Files, figure: &NewFigure) -> Result<(), Refused> {
    let named = attempt.files.name_of_figures();
    let name = named.as_deref().unwrap_or(NEW_FILE);
    let number = attempt.open(files, name)?;
    // Its rows would all be read from then on.
    if named.is_none() && attempt.file(number).was_there {
        return Err(Refused::NameTaken(name.to_owned()));
    }
    let language = attempt.before.dossier.article.language.primary().to_owned();
    let placed = place_figure(&attempt.files, number, figure, &language)?;
    put(attempt, None, &placed).map_err(|why| unreadable_figures(&attempt.before).unwrap_or(why))?;
    if named.is_some() { Ok(()) } else { put(attempt, None, &place_name(&attempt.files, name)?) }
}

/// Puts in what was placed, into the table of this thing or a new one.
fn put(attempt: &mut Attempt, of: Option<&Ref>, placed: &Placed) -> Result<(), Refused> {
    let number = placed.file;
    let mut expected = attempt.meaning(number);
    if let Some(meaning) = &mut expected {
        placed.acts.iter().for_each(|act| meaning.apply(&placed.path, act));
    }
    // From the end, so that the places of those before stay.
    for piece in placed.pieces.iter().rev() {
        attempt.put(number, of, piece.range.clone(), &piece.text);
    }
    attempt.read_again(number)?;
    if expected.is_none() || attempt.meaning(number) != expected {
        return Err(attempt.would_change(number));
    }
    Ok(())
}

fn table_of(step: &Step) -> Option<&NewTable> {
    match step {
        Step::Table(table) => Some(table),
        Step::Element { .. }
        | Step::Key { .. }
        | Step::Remove { .. }
        | Step::Decision(_)
        | Step::Boilerplate(_)
        | Step::Figure(_) => None,
    }
}

/// How a change is taken back, or an undone one made again, on the files as they are: they may have changed elsewhere since.
/// The plan's own undo does the opposite. Nothing is written.
///
/// # Errors
///
/// Fails where the files cannot be read, where what is to be taken back is not there as it was, and where something that was
/// written since needs it.
pub fn revert(files: &dyn Files, undo: &Undo) -> Result<Plan, Refused> {
    let mut attempt = Attempt::of(files)?;
    // Files beside those with tables; one that cannot be read is not as it was.
    for splice in &undo.splices {
        let _ = attempt.open(files, &splice.file);
    }
    let mut left = attempt.left(undo);
    if let Err(hindering) = put_back(&mut attempt, undo) {
        for left in &mut left {
            left.hinders = hindering.contains(&*left.file);
        }
        return Err(Refused::ChangedSince(left));
    }
    attempt.finish(files, undo).map_err(|why| match why {
        Refused::Faulty(problem) => Refused::Needed { problem, left },
        why => why,
    })
}

/// Does what takes a change back.
///
/// # Errors
///
/// Fails with the names of the files in which something of it is not there as it was.
fn put_back<'u>(attempt: &mut Attempt, undo: &'u Undo) -> Result<(), HashSet<&'u str>> {
    let mut hindering = HashSet::default();
    for splice in &undo.splices {
        if put_back_one(attempt, splice, &undo.made).is_none() {
            hindering.insert(&*splice.file);
        }
    }
    for splice in &undo.splices {
        let number = attempt.files.named(&splice.file);
        if number.is_none_or(|number| attempt.read_again(number).is_err()) {
            hindering.insert(&splice.file);
        }
    }
    let found = attempt.differences();
    // A table that has got another key since would leave that key to the table above it.
    let is_same = |splice: &Splice| {
        let of = |all: &[(String, _)]| all.iter().position(|(file, _)| *file == splice.file);
        of(&found).map(|place| &found[place].1)
            == of(&undo.differences).map(|place| &undo.differences[place].1)
    };
    let others = undo.splices.iter().filter(|splice| !is_same(splice));
    hindering.extend(others.map(|splice| &*splice.file));
    if hindering.is_empty() { Ok(()) } else { Err(hindering) }
}

/// Puts one piece back. None if it is not there as it was.
fn put_back_one(attempt: &mut Attempt, splice: &Splice, made: &[String]) -> Option<()> {
    let Splice { of, remove, insert, .. } = splice;
    let number = attempt.files.named(&splice.file)?;
    let file = attempt.file(number);
    let at = find(&file.text, file.offset(), splice)?;
    let range = at..at + remove.len();
    let (above, below) = (&file.text[..at], &file.text[range.end..]);
    // Rows that others have written since need the header that came with ours.
    if file.content == Content::Figures && made.contains(&splice.file) && !below.trim().is_empty() {
        return None;
    }
    // What was put below a last line without an ending gave it one, and something else may stand below by now.
    let first_end = ["\r\n", "\n"].into_iter().find(|end| remove.starts_with(end));
    let is_needed = insert.is_empty()
        && remove.ends_with('\n')
        && !above.is_empty()
        && !above.ends_with('\n')
        && !below.is_empty()
        && !below.starts_with(['\r', '\n']);
    let insert = first_end.filter(|_| is_needed).unwrap_or(insert);
    attempt.put(number, of.as_ref(), range, insert);
    Some(())
}
