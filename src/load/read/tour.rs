//! The stops of the tour.

use crate::dossier::{Id, Kind, LocalText, Picture, Ref, Stop, StopPanel};

use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::syntax::ids::Ids;
use crate::load::syntax::keys::meant_table;
use crate::load::syntax::suggest::suggest;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::{PANELS, PICTURES, views};
use crate::text::words;

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
    let mut briefed = 0;
    let mut stops = Vec::new();
    for stop in tables.stops() {
        let mut table = stop.table(report);
        stops.push(read_stop(&mut table, ids, &mut briefed));
        table.finish();
    }
    stops
}

fn read_stop(table: &mut Table<'_, '_>, ids: &Ids, briefed: &mut usize) -> Stop {
    let title = table.required_local("title");
    let named = table.choice("show", &PICTURES);
    let big = read_big(table);
    let big_label = table.local("big_label").map(|label| label.value);
    let points = read_points(table);
    let steps = table.flag("steps");
    // What `show` was to say may need no selection.
    let is_lost = table.is_lost("show", named.is_some());
    if !table.has("select") && !is_lost && !named.is_some_and(Picture::is_of_all) {
        table.missing("select", "name what it shows: select = \"claim:…\"");
    }
    let select = table.text("select").and_then(|select| read_thing(table, &select, ids));
    let items = read_items(table, ids);
    let picture =
        named.unwrap_or_else(|| select.as_ref().map_or(Picture::Words, |item| Picture::of(item.kind)));
    let finding = read_finding(table);
    let brief = read_brief(table, finding.is_some(), briefed);
    let panel = table.choice("panel", &PANELS).unwrap_or_else(|| panel_for(select.as_ref(), picture));
    let view = read_view(table, panel, ids);
    let speaker = table.local("speaker").map(|speaker| speaker.value);
    // What is shown large rests on what the stop shows; where that is not known, another mistake is why.
    let is_of_all = !table.has("select") && picture.is_of_all();
    let big = big.filter(|_| select.is_some() || is_of_all);
    let big_label = big_label.filter(|_| big.is_some());
    Stop {
        title,
        picture,
        big,
        big_label,
        points,
        steps,
        select,
        items,
        brief,
        finding,
        panel,
        view,
        speaker,
    }
}

/// The panel in which what a stop shows can be read on, where its author names none.
fn panel_for(select: Option<&Ref>, picture: Picture) -> StopPanel {
    match (select, picture) {
        (Some(item), _) => item.kind.panel(),
        (None, Picture::Overview | Picture::Map | Picture::Chart | Picture::Figure) => StopPanel::Trend,
        (None, Picture::Lanes) => StopPanel::Timeline,
        (None, Picture::Words | Picture::Score | Picture::Sources | Picture::Gaps) => StopPanel::Claims,
    }
}

/// The large figure. One that is too long is kept: it is shown as large as it can be.
fn read_big(table: &mut Table<'_, '_>) -> Option<LocalText> {
    let Spanned { value, at } = table.local("big")?;
    let most = Stop::MAX_BIG;
    if let Some(count) = value.texts().map(|text| text.chars().count()).find(|count| *count > most) {
        table.add(
            Rule::BigTooLong,
            at,
            format!("\"big\" has {count} characters; at most {most} are shown large"),
            "shorten it",
        );
    }
    Some(value)
}

/// The points. More than are shown are left out; one that is too long is kept.
fn read_points(table: &mut Table<'_, '_>) -> Vec<LocalText> {
    let mut points = table.locals("points");
    if let Some(Spanned { at, .. }) = points.get(Stop::MAX_POINTS) {
        let (at, count) = (*at, points.len());
        too_many(table, at, "points", count, Stop::MAX_POINTS);
    }
    points.truncate(Stop::MAX_POINTS);
    for Spanned { value, at } in &points {
        table.limit_length(value, *at, Stop::MAX_POINT);
    }
    points.into_iter().map(|point| point.value).collect()
}

fn too_many(table: &mut Table<'_, '_>, at: Span, key: &str, count: usize, most: usize) {
    let message = format!("\"{key}\" has {count} entries; at most {most} are shown");
    table.add(Rule::TooMany, at, message, "leave out the others, or make a second stop of them");
}

/// What the picture draws beside what is selected. More than are drawn are left out.
fn read_items(table: &mut Table<'_, '_>, ids: &Ids) -> Vec<Ref> {
    let names = table.list("items");
    if let Some(name) = names.get(Stop::MAX_ITEMS) {
        too_many(table, name.at, "items", names.len(), Stop::MAX_ITEMS);
    }
    let mut items: Vec<Ref> = Vec::new();
    for name in names.into_iter().take(Stop::MAX_ITEMS) {
        let Some(item) = read_thing(table, &name, ids) else { continue };
        if items.contains(&item) {
            let message = format!("{} is named twice", quoted(&name.value));
            table.add(Rule::ReferenceRepeated, name.at, message, "name it once");
        } else {
            items.push(item);
        }
    }
    items
}

/// The sentence for the brief. One that is too long is kept.
fn read_finding(table: &mut Table<'_, '_>) -> Option<LocalText> {
    let Spanned { value, at } = table.local("finding")?;
    let most = Stop::MAX_FINDING;
    let words = value.texts().map(words::count).find(|count| *count > most);
    if let Some(count) = words {
        let message = format!("\"finding\" has {count} words; the brief has room for {most}");
        table.add(Rule::FindingTooLong, at, message, "say it in one short sentence");
    }
    Some(value)
}

/// Whether the stop is among the findings of the brief, of which there are only so many.
fn read_brief(table: &mut Table<'_, '_>, has_finding: bool, briefed: &mut usize) -> bool {
    if !table.flag("brief") {
        return false;
    }
    let at = table.value("brief").map_or(table.at(), |found| found.at);
    if !has_finding {
        table.missing("finding", "the brief prints it: finding = \"…\", or leave out \"brief\"");
        return false;
    }
    *briefed += 1;
    let most = Stop::MAX_BRIEF;
    if *briefed == most + 1 {
        let message = format!("more than {most} stops are marked for the brief; it prints the first {most}");
        table.add(Rule::TooMany, at, message, "leave out \"brief\" where it matters least");
    }
    *briefed <= most
}

/// `claim:one-third`.
fn read_thing<T: AsRef<str>>(table: &mut Table<'_, '_>, name: &Spanned<T>, ids: &Ids) -> Option<Ref> {
    let Spanned { value, at } = name;
    let (value, at) = (value.as_ref(), *at);
    let all = || kind_words().join(", ");
    let Some((word, name)) = value.split_once(':') else {
        let (before, id) = value.split_once(['.', '/', ' ', '=']).unwrap_or(("", value));
        let named = ids.kinds_of(id.trim());
        let named = named
            .iter()
            .find(|word| **word == before.trim())
            .or_else(|| named.first().filter(|_| named.len() == 1));
        let hint = match named {
            Some(word) => format!("write \"{word}:{}\"", id.trim()),
            None => format!("write one of {}, a colon and an id: select = \"claim:…\"", all()),
        };
        table.add(Rule::SelectionInvalid, at, format!("{} names nothing", quoted(value)), hint);
        return None;
    };
    let Some(kind) = kinds().find(|kind| kind.word() == word) else {
        let hint = meant_table(word)
            .filter(|word| kind_words().contains(word))
            .map_or_else(|| format!("write one of {}", all()), |meant| format!("write \"{meant}:{name}\""));
        table.add(Rule::SelectionInvalid, at, format!("no stop can show {}", quoted(word)), hint);
        return None;
    };
    let id: Id = table.resolve(&Spanned { value: name, at }, kind.word(), ids)?;
    Some(Ref::new(kind, &id))
}

/// The view, if the panel has one that is called so.
fn read_view(table: &mut Table<'_, '_>, panel: StopPanel, ids: &Ids) -> Option<Box<str>> {
    let known = views(panel);
    if panel == StopPanel::Trend {
        let named = table.text("view")?;
        // A series that is called like a view is meant first.
        if ids.find(Kind::Series.word(), &named.value).is_none() && known.contains(&&*named.value) {
            return Some(named.value.into());
        }
        return table.resolve(&named, Kind::Series.word(), ids).map(|id| id.as_str().into());
    }
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
