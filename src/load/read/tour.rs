//! The stops of the tour.

use crate::dossier::{Id, Kind, Ref, Stop, StopPanel};

use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Spanned;
use crate::load::syntax::ids::Ids;
use crate::load::syntax::suggest::suggest;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::{PANELS, TREND_VIEWS};

/// What a stop can select: what an author gives ids to.
pub(crate) fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| kind.is_authored())
}

/// The words of those kinds.
pub(crate) fn kind_words() -> Vec<&'static str> {
    kinds().map(Kind::word).collect()
}

/// The stops, in the author's order. One that selects nothing keeps its place, for stops are known by their number.
pub(crate) fn read(tables: &Tables<'_>, ids: &Ids, report: &mut Report) -> Vec<Stop> {
    let stops = tables.stops().iter();
    stops
        .map(|stop| {
            let mut table = stop.table(report);
            let title = table.required_local("title");
            let big = read_big(&mut table);
            if !table.has("select") {
                table.missing("select", "name what it shows: select = \"claim:…\"");
            }
            let select = read_select(&mut table, ids);
            let given = table.choice("panel", &PANELS);
            let kind = select.as_ref().map_or(Kind::Claim, |item| item.kind);
            let panel = given.unwrap_or_else(|| kind.panel());
            let view = read_view(&mut table, panel, ids);
            let speaker = table.local("speaker").map(|speaker| speaker.value);
            table.finish();
            // What is shown large rests on what the stop shows.
            let big = big.filter(|_| select.is_some());
            Stop { title, big, select, panel, view, speaker }
        })
        .collect()
}

/// The large figure. One that is too long is kept: it is shown as large as it can be.
fn read_big(table: &mut Table<'_, '_>) -> Option<Box<str>> {
    let Spanned { value, at } = table.text("big")?;
    let count = value.chars().count();
    if count > Stop::MAX_BIG {
        let most = Stop::MAX_BIG;
        table.add(
            Rule::BigTooLong,
            at,
            format!("\"big\" has {count} characters; at most {most} are shown large"),
            "shorten it",
        );
    }
    Some(value.into())
}

/// `claim:one-third`.
fn read_select(table: &mut Table<'_, '_>, ids: &Ids) -> Option<Ref> {
    let Spanned { value, at } = table.text("select")?;
    let all = || kind_words().join(", ");
    let Some((word, name)) = value.split_once(':') else {
        let hint = format!("write one of {}, a colon and an id: select = \"claim:…\"", all());
        table.add(Rule::SelectionInvalid, at, format!("{} names nothing", quoted(&value)), hint);
        return None;
    };
    let Some(kind) = kinds().find(|kind| kind.word() == word) else {
        let hint = suggest(word, kind_words(), || format!("write one of {}", all()));
        table.add(Rule::SelectionInvalid, at, format!("no stop can show {}", quoted(word)), hint);
        return None;
    };
    let id: Id = table.resolve(&Spanned { value: name, at }, kind.word(), ids)?;
    Some(Ref::new(kind, &id))
}

/// The view, if the panel has one that is called so.
fn read_view(table: &mut Table<'_, '_>, panel: StopPanel, ids: &Ids) -> Option<Box<str>> {
    let known: &[&'static str] = match panel {
        StopPanel::Article => &["original", "both"],
        StopPanel::Actors => &["prominent", "all"],
        StopPanel::Timeline => &["prominent", "all", "lanes"],
        StopPanel::Claims => &["list", "compare", "score"],
        StopPanel::Trend => {
            let named = table.text("view")?;
            // A series that is called like a view is meant first.
            if ids.find(Kind::Series.word(), &named.value).is_none() && TREND_VIEWS.contains(&&*named.value) {
                return Some(named.value.into());
            }
            return table.resolve(&named, Kind::Series.word(), ids).map(|id| id.as_str().into());
        }
    };
    let Spanned { value, at } = table.text("view")?;
    if !known.contains(&&*value) {
        let hint = suggest(&value, known.iter().copied(), || match known {
            [] => "leave it out".to_owned(),
            known => format!("write one of {}", known.join(", ")),
        });
        let name = PANELS.iter().find(|(_, of)| *of == panel).map_or("panel", |(word, _)| *word);
        table.add(
            Rule::ViewUnknown,
            at,
            format!("the panel {} has no view {}", quoted(name), quoted(&value)),
            hint,
        );
        return None;
    }
    Some(value.into())
}
