//! Why a change of the dossier was not made, and what may not be meant by it, for people: what it is, where, and what to do.

use crate::dossier::{Id, Kind, Ref};
use crate::edit::doubts::Doubt;
use crate::edit::{Hindrance, Refused, SystemError};
use crate::load::{ASSESSMENTS, Problem};
use crate::protocol::context::Context;
use crate::protocol::effect::FilePlace;
use crate::protocol::{names, quoted, words};
use crate::text::sanitize::sanitize_line;

/// Why it was not made, and what to do.
pub fn text(context: &Context, why: &Refused) -> String {
    let strings = &context.strings().refusals;
    match why {
        Refused::NoDossier => strings.no_dossier.to_owned(),
        Refused::Shipped => strings.shipped.to_owned(),
        Refused::Stream => strings.stream.to_owned(),
        Refused::Unreadable(problem) => strings.unreadable.replace("{}", &of_problem(problem)),
        Refused::NoTable(of) => strings.no_table.replace("{}", &of.to_string()),
        Refused::SingleTable { kind, at } => {
            let place = FilePlace::from(at).to_string();
            strings.single_table.replacen("{}", &place, 1).replace("{}", kind)
        }
        Refused::NoRoom { key, at } => {
            let place = FilePlace::from(at).to_string();
            strings.no_room.replacen("{}", &place, 1).replacen("{}", &sanitize_line(key), 1)
        }
        Refused::Faulty(problem) => strings.faulty.replace("{}", &of_problem(problem)),
        Refused::WouldChange(what) => strings.would_change.replace("{}", &sanitize_line(what)),
        Refused::WordsGone => strings.words_gone.to_owned(),
        Refused::Otherwise { of, key, is: Some(is), .. } => {
            let is = quoted::by_us(context.language, &value(context, of, key, is));
            context.strings().editing.otherwise.replace("{}", &is)
        }
        Refused::Otherwise { is: None, .. } => context.strings().editing.gone.to_owned(),
        Refused::ChangedSince { file, .. } => strings.changed_since.replace("{}", &sanitize_line(file)),
        Refused::OpenElsewhere { file, lock } => {
            let text = strings.open_elsewhere.replacen("{}", &sanitize_line(file), 1);
            text.replacen("{}", &sanitize_line(lock), 1)
        }
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
        Refused::Restless(file) => strings.restless.replace("{}", &sanitize_line(file)),
        Refused::Io { file, kind } => {
            let text = strings.io.replacen("{}", &sanitize_line(file), 1);
            text.replacen("{}", of_system(context, *kind), 1)
        }
    }
}

/// Where to look for it.
pub fn place(why: &Refused) -> Option<FilePlace> {
    let beginning = |file: &str| Some(FilePlace { file: file.to_owned(), line: 1, column: 1 });
    match why {
        Refused::Unreadable(problem) | Refused::Faulty(problem) => Some(FilePlace::from(&problem.location)),
        Refused::SingleTable { at, .. } | Refused::NoRoom { at, .. } => Some(FilePlace::from(at)),
        Refused::ChangedSince { file, .. }
        | Refused::OpenElsewhere { file, .. }
        | Refused::Restless(file)
        | Refused::NotOurs { file, .. }
        | Refused::Io { file, .. } => beginning(file),
        Refused::Otherwise { at, .. } => at.as_ref().map(|at| FilePlace::from(&**at)),
        Refused::NoTable(_) | Refused::WouldChange(_) | Refused::WordsGone => beginning("dossier.toml"),
        Refused::NoDossier | Refused::Shipped | Refused::Stream => None,
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
        Doubt::ActorNamed(id) => strings.actor_named.replace("{}", &actor(id)),
        Doubt::Quoted(of) => {
            let name = format!("{}: {}", words::numbered(context, of), names::name(context, of));
            strings.quoted.replace("{}", name.trim_end_matches('.'))
        }
        Doubt::SourceKnown(id) => {
            strings.source_known.replace("{}", &names::name(context, &Ref::new(Kind::Source, id)))
        }
        Doubt::ExceptionWithoutAlias(text) => {
            strings.exception_without_alias.replace("{}", &quoted::of_article(&context.dossier, text))
        }
    }
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
        SystemError::Forbidden => strings.io_permission,
        SystemError::NotFound => strings.io_not_found,
        SystemError::Full => strings.io_full,
        SystemError::ReadOnly => strings.io_read_only,
        SystemError::Other => strings.io_other,
    }
}
