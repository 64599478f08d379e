//! Why a change of the dossier was not made, and what may not be meant by it, for people: what it is, where, and what to do.

use std::fmt::Write as _;

use crate::dossier::{Id, Kind, Ref};
use crate::edit::doubts::Doubt;
use crate::edit::{Hindrance, Leftover, Misfit, Refused, SystemError};
use crate::load::{ASSESSMENTS, Problem, Rule};
use crate::protocol::context::Context;
use crate::protocol::effect::FilePlace;
use crate::protocol::{names, quoted, words};
use crate::text::sanitize::sanitize_line;

/// Why a change was not written, and what to do.
pub fn text(context: &Context, why: &Refused) -> String {
    whole(context, why)
        .unwrap_or_else(|| context.strings().refusals.not_written.replace("{}", &reason(context, why)))
}

/// Why a change was not taken back, and what to do.
pub fn of_undo(context: &Context, why: &Refused) -> String {
    whole(context, why).unwrap_or_else(|| {
        let strings = &context.strings().refusals;
        let reason = match why {
            Refused::Needed { problem, .. } => needed(context, problem),
            why => reason(context, why),
        };
        strings.not_taken_back.replace("{}", &reason)
    })
}

/// Why a change that had been taken back was not redone, and what to do.
pub fn of_redo(context: &Context, why: &Refused) -> String {
    whole(context, why)
        .unwrap_or_else(|| context.strings().refusals.not_redone.replace("{}", &reason(context, why)))
}

/// What says it all, whatever was asked for.
fn whole(context: &Context, why: &Refused) -> Option<String> {
    let strings = &context.strings().refusals;
    match why {
        Refused::NoDossier => Some(strings.no_dossier.to_owned()),
        Refused::Shipped => Some(strings.shipped.to_owned()),
        Refused::Stream => Some(strings.stream.to_owned()),
        Refused::OpenElsewhere { file, lock } => {
            let text = strings.open_elsewhere.replacen("{}", &sanitize_line(file), 1);
            Some(text.replacen("{}", &sanitize_line(lock), 1))
        }
        _ => None,
    }
}

/// The reason, to be put after what was not done.
pub fn reason(context: &Context, why: &Refused) -> String {
    let strings = &context.strings().refusals;
    match why {
        Refused::NoDossier | Refused::Shipped | Refused::Stream | Refused::OpenElsewhere { .. } => {
            whole(context, why).unwrap_or_default()
        }
        Refused::Unreadable(problem) => strings.unreadable.replace("{}", &of_problem(problem)),
        Refused::NoTable { of, .. } => strings.no_table.replace("{}", &of.to_string()),
        Refused::SingleTable { kind, at } => {
            let place = FilePlace::from(at).to_string();
            strings.single_table.replacen("{}", &place, 1).replace("{}", kind)
        }
        Refused::NoRoom { key, at, why } => {
            let text = match why {
                Misfit::NotAList => strings.not_a_list,
                Misfit::NotAText => strings.not_a_text,
                Misfit::Languages => strings.languages,
                Misfit::Split => strings.split,
                Misfit::Comment => strings.comment,
                Misfit::NotTables => strings.not_tables,
                Misfit::Lines => strings.lines,
            };
            let place = FilePlace::from(at).to_string();
            text.replacen("{}", &place, 1).replacen("{}", &sanitize_line(key), 1)
        }
        Refused::Faulty(problem) | Refused::Needed { problem, .. } => {
            strings.faulty.replace("{}", &of_problem(problem))
        }
        Refused::WouldChange { what, .. } => strings.would_change.replace("{}", &sanitize_line(what)),
        Refused::WordsGone => strings.words_gone.to_owned(),
        Refused::NoColumns { file, columns } => {
            let text = strings.no_columns.replacen("{}", &sanitize_line(file), 1);
            text.replacen("{}", &columns.join(", "), 1)
        }
        Refused::NameTaken(file) => strings.name_taken.replacen("{}", &sanitize_line(file), 1),
        Refused::ChangedSince(left) => {
            let hindering = left.iter().filter(|left| left.hinders);
            let mut files: Vec<String> =
                hindering.map(|left| sanitize_line(&left.file).into_owned()).collect();
            files.sort();
            files.dedup();
            strings.changed_since.replace("{}", &files.join(", "))
        }
        Refused::Otherwise { of, key, is: Some(is), .. } => {
            let is = quoted::by_us(context.language, &value(context, of, key, is));
            context.strings().editing.otherwise.replace("{}", &is)
        }
        Refused::Otherwise { is: None, .. } => context.strings().editing.gone.to_owned(),
        Refused::NotOurs { file, why } => {
            let text = match why {
                Hindrance::OtherOwner => strings.other_owner,
                Hindrance::HardLinks => strings.hard_links,
                Hindrance::ReadOnly => strings.read_only,
                Hindrance::FolderReadOnly => strings.folder_read_only,
                Hindrance::NoFile => strings.no_file,
            };
            text.replace("{}", &sanitize_line(file))
        }
        Refused::KeepsChanging(file) => strings.keeps_changing.replace("{}", &sanitize_line(file)),
        Refused::Io { file, kind } => {
            let text = strings.io.replacen("{}", &sanitize_line(file), 1);
            text.replacen("{}", of_system(context, *kind), 1)
        }
    }
}

/// What needs the thing that was to be taken back: the thing whose table names it, as far as that can be said.
fn needed(context: &Context, problem: &Problem) -> String {
    /// So much of a name says which thing it is.
    const CELLS: usize = 40;
    let strings = &context.strings().refusals;
    let place = FilePlace::from(&problem.location).to_string();
    if let Some(of) = problem.item.as_ref().filter(|of| context.dossier.contains(of)) {
        let name = called(context, of);
        let name = context.truncate(&name, CELLS);
        return strings.needed_by.replacen("{}", name.trim_end_matches('.'), 1).replacen("{}", &place, 1);
    }
    match problem.rule {
        Rule::ReferenceUnknown | Rule::SelectionInvalid => strings.needed_at.replace("{}", &place),
        _ => strings.faulty.replace("{}", &of_problem(problem)),
    }
}

/// What is left of a change that could not be taken back, to be done by hand: the lines that are to go and those that are to
/// stand there, as in a patch, each piece below a comment that says where.
pub fn by_hand(left: &[Leftover]) -> String {
    let mut text = String::new();
    for Leftover { file, line, of, remove, insert, .. } in left {
        let line = line.map(|line| format!(":{line}")).unwrap_or_default();
        let table = of.as_ref().map(|of| format!(", [[{}]] id = \"{}\"", of.kind.word(), of.id));
        let _ = writeln!(text, "# {file}{line}{}", table.unwrap_or_default());
        for (sign, lines) in [('-', remove), ('+', insert)] {
            for line in lines {
                let _ = writeln!(text, "{}", format!("{sign} {line}").trim_end());
            }
        }
    }
    text
}

/// Where to look for it, in the files as they are.
pub fn place(why: &Refused) -> Option<FilePlace> {
    let beginning = |file: &str| Some(FilePlace { file: file.to_owned(), line: 1, column: 1 });
    match why {
        Refused::Unreadable(problem) | Refused::Faulty(problem) | Refused::Needed { problem, .. } => {
            Some(FilePlace::from(&problem.location))
        }
        Refused::SingleTable { at, .. } | Refused::NoRoom { at, .. } => Some(FilePlace::from(at)),
        Refused::NoTable { at, .. } | Refused::WouldChange { at, .. } => at.as_ref().map(FilePlace::from),
        Refused::OpenElsewhere { file, .. }
        | Refused::KeepsChanging(file)
        | Refused::NoColumns { file, .. }
        | Refused::NameTaken(file)
        | Refused::NotOurs { file, .. }
        | Refused::Io { file, .. } => beginning(file),
        Refused::Otherwise { at, .. } => at.as_ref().map(|at| FilePlace::from(&**at)),
        Refused::ChangedSince(left) => left.iter().find(|left| left.hinders).map(|left| FilePlace {
            file: left.file.clone(),
            line: left.line.unwrap_or(1),
            column: 1,
        }),
        Refused::NoDossier | Refused::Shipped | Refused::Stream | Refused::WordsGone => None,
    }
}

/// What may not be meant, and what to do if it is not.
pub fn doubt(context: &Context, doubt: &Doubt) -> String {
    let strings = &context.strings().refusals;
    let actor = |id: &Id| names::name(context, &Ref::new(Kind::Actor, id));
    match doubt {
        Doubt::AliasKnown => strings.alias_known.to_owned(),
        Doubt::AliasOfAnother(id) => strings.alias_of_another.replace("{}", &actor(id)),
        Doubt::AliasInside(names) => strings.alias_inside.replace("{}", &listed(context, names)),
        Doubt::AliasesWithin(names) => {
            let names: Vec<String> = names.iter().map(actor).collect();
            strings.aliases_within.replace("{}", &names.join(", "))
        }
        Doubt::NotInside(names) => strings.not_inside.replace("{}", &listed(context, names)),
        Doubt::NoLongerWithin(names) => {
            let names: Vec<String> = names.iter().map(actor).collect();
            strings.no_longer_within.replace("{}", &names.join(", "))
        }
        Doubt::ActorNamed(id) => strings.actor_named.replace("{}", &actor(id)),
        Doubt::Quoted(of) => {
            let name = called(context, of);
            strings.quoted.replace("{}", name.trim_end_matches('.'))
        }
        Doubt::SourceKnown(id) => {
            strings.source_known.replace("{}", &names::name(context, &Ref::new(Kind::Source, id)))
        }
        Doubt::HasRole(text) => {
            strings.has_role.replace("{}", &quoted::by_us(context.language, &sanitize_line(text)))
        }
        Doubt::OnlyAName => strings.only_a_name.to_owned(),
        Doubt::ExceptionWithoutAlias(text) => {
            strings.exception_without_alias.replace("{}", &quoted::of_article(&context.dossier, text))
        }
    }
}

/// A thing with its number or kind: `Claim 4: …`, `Actor Huawei`.
pub fn called(context: &Context, of: &Ref) -> String {
    let (kind, name) = (words::numbered(context, of), names::name_nested(context, of));
    let is_named = matches!(of.kind, Kind::Actor | Kind::Event | Kind::Source);
    if is_named { format!("{kind} {name}") } else { format!("{kind}: {name}") }
}

/// What a value of the dossier says, for people.
fn value(context: &Context, of: &Ref, key: &str, is: &str) -> String {
    /// The keys have to be in sight, too.
    const MOST: usize = 140;
    let language = context.language;
    match (of.kind, key) {
        (Kind::Claim, "assessment") => {
            let found = ASSESSMENTS.iter().find(|(word, _)| *word == is);
            found.map_or(is, |(_, assessment)| names::assessment(language, *assessment)).to_owned()
        }
        (Kind::Claim, "attributed_to") => {
            let ids = is.split_whitespace().map(Id::new);
            let all = ids.map(|id| names::name(context, &Ref::new(Kind::Actor, &id)));
            all.collect::<Vec<_>>().join(", ")
        }
        (Kind::Actor, "kind") => names::actor_kind(language, is).to_owned(),
        (Kind::Event, "kind") => names::event_kind(language, is).to_owned(),
        (Kind::Source, "type") => names::source_kind(language, is).to_owned(),
        _ => context.truncate(&quoted::without_line_breaks(is), MOST).into_owned(),
    }
}

/// Words of the article, one after the other.
fn listed(context: &Context, words: &[String]) -> String {
    let quoted = words.iter().map(|words| quoted::of_article(&context.dossier, words));
    quoted.collect::<Vec<_>>().join(", ")
}

/// A problem on a line: where it is, what it is, what to do.
fn of_problem(problem: &Problem) -> String {
    let place = FilePlace::from(&problem.location);
    if problem.hint.is_empty() {
        format!("{place}: {}", problem.message)
    } else {
        format!("{place}: {}; {}", problem.message, problem.hint)
    }
}

/// What the system says, in a few words.
fn of_system(context: &Context, kind: SystemError) -> &'static str {
    let strings = &context.strings().refusals;
    match kind {
        SystemError::NotFound => strings.io_not_found,
        SystemError::Full => strings.io_full,
        SystemError::Other => strings.io_other,
    }
}
