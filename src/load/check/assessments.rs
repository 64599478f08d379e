//! Whether a claim's sources allow its assessment: somebody read one of them, and it is not borne out by retellings of one
//! report alone. What they say is for people to judge.

use foldhash::HashMap;

use crate::dossier::{Assessment, Claim, Dossier, Id, Kind, Ref};
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::syntax::tables::{ItemTable, Tables};

/// Reports assessments that none of the claim's sources supports. Where an error was found with the claim or a source
/// concerned, that may be why, so nothing is added to it.
pub(crate) fn check(dossier: &Dossier, tables: &Tables<'_>, report: &mut Report) {
    let found: Vec<(&Claim, Unsupported<'_>)> = dossier
        .claims
        .iter()
        .filter_map(|claim| Some((claim, unsupported(dossier, claim, report)?)))
        .collect();
    if found.is_empty() {
        return;
    }
    let tables: HashMap<&Id, &ItemTable<'_>> =
        tables.named(Kind::Claim.word()).iter().map(|table| (&table.id, table)).collect();
    for (claim, why) in found {
        let Some(table) = tables.get(&claim.id) else { continue };
        let value = table.peek_at("assessment");
        let at = value.map_or(table.at(), |value| Span::new(table.at().file, value.span()));
        let (rule, message, hint) = match why {
            Unsupported::Unread => (
                Rule::AssessmentUnread,
                "none of the sources of this assessment was read".to_owned(),
                "read one of them and write \"accessed\", name a source that was read, or write \"open\"",
            ),
            Unsupported::Retold(origin) => (
                Rule::BorneOutRetold,
                format!("the sources go back to one origin, {}, which was not read", quoted(origin.as_str())),
                "write \"qualified\", or name a second source that is independent of it",
            ),
        };
        report.add(rule, at, Some(&claim.to_ref()), message, hint);
    }
}

/// Why the sources of a claim do not support its assessment.
enum Unsupported<'a> {
    /// None of them was read.
    Unread,
    /// It is borne out by this source alone, which was not read: only retellings of it were.
    Retold(&'a Id),
}

fn unsupported<'a>(dossier: &'a Dossier, claim: &Claim, report: &Report) -> Option<Unsupported<'a>> {
    let sources = &claim.evidence.sources;
    let is_faulty = |id: &Id| report.is_faulty(&Ref::new(Kind::Source, id));
    if !claim.is_assessed() || report.is_faulty(&claim.to_ref()) || sources.iter().any(is_faulty) {
        return None;
    }
    let is_read = |id: &Id| dossier.source(id).is_some_and(|source| source.accessed.is_some());
    if !sources.iter().any(is_read) {
        return Some(Unsupported::Unread);
    }
    if claim.assessment != Some(Assessment::BorneOut) {
        return None;
    }
    let origin = &dossier.sources[dossier.only_origin(sources)?].id;
    (!is_read(origin) && !is_faulty(origin)).then_some(Unsupported::Retold(origin))
}
