//! What is planned is what the claims are, in any room.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::below;
use super::plan::{Plan, PlanRow};
use super::{Facts, Picture};
use crate::dossier::{Claim, Dossier, Gap, Kind};
use crate::facts::{Score, Totals};
use crate::i18n::language::Language;
use crate::load::{Memory, fixture, load};
use crate::look::glyphs::Glyphs;
use crate::look::signs;
use crate::protocol::context::Context;
use crate::text::width;

/// The inner sizes of panels on real screens, and the smallest.
const SIZES: [(u16, u16); 11] = [
    (61, 12),
    (56, 9),
    (80, 9),
    (53, 12),
    (76, 16),
    (116, 33),
    (38, 25),
    (60, 18),
    (40, 8),
    (24, 6),
    (198, 57),
];

/// A dossier of claims, five to a paragraph, each with an assessment by number and sources by number.
fn dossier(claims: &[(usize, Vec<usize>)], gaps: &[usize]) -> Arc<Dossier> {
    let (mut article, mut text) = (String::from("The title\n"), String::new());
    for number in 0..10 {
        let repeats = if number % 2 == 1 { format!("\"s{}\"", number - 1) } else { String::new() };
        let _ = writeln!(
            text,
            "[[source]]\nid = \"s{number}\"\ntype = \"report\"\noutlet = \"Outlet {number}\"\nrepeats = [{repeats}]"
        );
    }
    for (number, (assessment, sources)) in claims.iter().enumerate() {
        let _ = write!(article, "Words w{number}e stand here. {}", if number % 5 == 4 { "\n" } else { "" });
        let assessment = match assessment {
            _ if sources.is_empty() => "open",
            0 => "borne-out",
            1 => "qualified",
            2 => "contradicted",
            _ => "open",
        };
        let sources: Vec<String> = sources.iter().map(|source| format!("\"s{source}\"")).collect();
        let _ = writeln!(
            text,
            "[[claim]]\nid = \"c{number}\"\ntext = \"Claim {number}\"\nanchors = [\"w{number}e\"]\n\
             assessment = \"{assessment}\"\nsources = [{}]",
            sources.join(", ")
        );
    }
    for (number, claim) in gaps.iter().enumerate() {
        let _ = writeln!(
            text,
            "[[gap]]\nid = \"g{number}\"\ntext = \"Gap\"\nnear = \"w{claim}e stand\"\nsources = [\"s0\"]"
        );
    }
    let head = "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
    let files = Memory::default().with("a.txt", article).with("dossier.toml", format!("{head}{text}"));
    load(&files).unwrap_or_else(|problems| panic!("{problems:?}")).dossier
}

fn context(dossier: &Arc<Dossier>, language: Language, glyphs: Glyphs) -> Context {
    Context { glyphs, ..Context::new(Arc::clone(dossier), language) }
}

fn plan(context: &Context, size: (u16, u16)) -> (Facts, Plan) {
    let facts = Facts::of(&context.dossier);
    let plan = Plan::of(context, &Picture { score: &facts.score, passing: None }, size);
    (facts, plan)
}

/// The words of a row, as written.
fn words(row: &PlanRow) -> String {
    let PlanRow::Words(pieces) = row else { return String::new() };
    let mut pieces: Vec<_> = pieces.iter().collect();
    pieces.sort_by_key(|piece| piece.x);
    let mut text = String::new();
    for piece in pieces {
        let blanks = usize::from(piece.x).saturating_sub(width::cells(&text));
        text.push_str(&" ".repeat(blanks));
        text.push_str(&piece.text);
    }
    text
}

/// Everything that holds of a plan in some room.
fn check(context: &Context, size: (u16, u16)) {
    let (facts, plan) = plan(context, size);
    let score = &facts.score;
    assert!(plan.rows.len() <= usize::from(size.1), "{size:?}: {} rows", plan.rows.len());
    for row in &plan.rows {
        if let PlanRow::Words(pieces) = row {
            for piece in pieces {
                let end = usize::from(piece.x) + width::cells(&piece.text);
                assert!(end <= usize::from(plan.cells), "{size:?}: {:?}", piece.text);
                assert!(context.glyphs == Glyphs::Unicode || piece.text.is_ascii(), "{}", piece.text);
            }
        }
    }
    // Each assessment has a row, and the cells of its bar are a multiple of its number wherever each stands for one claim.
    let mut lengths = Vec::new();
    for (assessment, count) in score.totals.rows() {
        let sign = assessment.map_or(signs::BROKEN, signs::of_assessment);
        let fill = context.glyph(signs::tile(assessment).glyph);
        let row = plan.rows.iter().find_map(|row| match row {
            PlanRow::Words(pieces) if pieces[0].text == context.glyph(sign.glyph) => Some(pieces),
            _ => None,
        });
        let row = row.unwrap_or_else(|| panic!("no row of {assessment:?} at {size:?}"));
        assert_eq!(row[2].text, context.language.count(count));
        let bar = row.get(3).map_or("", |piece| &piece.text);
        assert_eq!(bar.replace(fill, ""), "", "nothing but its fill");
        lengths.push((width::cells(bar), count));
    }
    let most = score.totals.rows().map(|(_, count)| count).max().unwrap_or(0);
    let longest = lengths.iter().map(|(cells, _)| *cells).max().unwrap_or(0);
    if longest >= most {
        let per = longest.checked_div(most).unwrap_or(0);
        for (cells, count) in &lengths {
            assert_eq!(*cells, count * per, "{size:?}");
        }
    }
    // The tiles stand in the order of the numbers, none over another.
    let Some(strip) = &plan.strip else { return };
    let mut expected = 0;
    for (number, row) in strip.rows.iter().enumerate() {
        assert_eq!(row.first, expected);
        expected += row.tiles.len();
        assert!(row.tiles.windows(2).all(|pair| pair[0] + strip.tile <= pair[1]));
        assert!(row.tiles.last().is_none_or(|x| x + strip.tile <= plan.cells), "{size:?}");
        for (place, x) in row.tiles.iter().enumerate() {
            assert_eq!(strip.tile_at(number, *x), Some(row.first + place));
            assert_eq!(strip.row_of(row.first + place), number);
        }
    }
    assert_eq!(expected, score.tiles.len());
}

fn check_all(dossier: &Arc<Dossier>) {
    for language in [Language::De, Language::En] {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let context = context(dossier, language, glyphs);
            for size in SIZES {
                // What the dossier and German say is not ours to change.
                let context = Context { glyphs, ..context.clone() };
                if glyphs == Glyphs::Ascii && language == Language::De {
                    continue;
                }
                check(&context, size);
            }
        }
    }
}

#[test]
fn every_size_holds_what_it_promises() {
    check_all(&dossier(&[], &[]));
    check_all(&dossier(&[(0, vec![0])], &[0]));
    check_all(&dossier(&vec![(3, vec![]); 29], &[]));
    let many: Vec<(usize, Vec<usize>)> = (0..200).map(|number| (number % 4, vec![number % 10])).collect();
    check_all(&dossier(&many, &[0, 0, 0, 7, 199]));
    let context = context(&load(&fixture()).expect("it opens").dossier, Language::De, Glyphs::Unicode);
    for size in SIZES {
        check(&context, size);
    }
}

/// Five thousand claims have no room for tiles: bars that say what a cell stands for.
#[test]
fn thousands_of_claims_are_bars() {
    let many: Vec<(usize, Vec<usize>)> = (0..5000).map(|number| (number % 3, vec![number % 10])).collect();
    let dossier = dossier(&many, &[]);
    let context = context(&dossier, Language::En, Glyphs::Unicode);
    for size in SIZES {
        check(&context, size);
        let (_, plan) = plan(&context, size);
        assert!(plan.strip.is_none(), "{size:?}");
        let text: Vec<String> = plan.rows.iter().map(words).collect();
        let says = text.iter().any(|row| row.starts_with("? open") && row.contains("one cell: "));
        assert_eq!(says, size.0 >= 53, "{size:?}: {text:?}");
    }
}

/// In whatever rows there are: a source that others repeat has at least one of them below it, or how many there are, or is
/// counted among those for which there is no room.
#[test]
fn whom_others_repeat_is_never_shown_without_them() {
    let claims: Vec<(usize, Vec<usize>)> = [1, 0, 1, 3, 2, 5, 7, 8].map(|source| (0, vec![source])).into();
    let dossier = dossier(&claims, &[]);
    let context = context(&dossier, Language::En, Glyphs::Unicode);
    let score = Score::of(&dossier);
    let (roots, others) = score.listed_roots(&dossier);
    assert_eq!((roots.len(), others), (5, 0));
    let picture = Picture { score: &score, passing: None };
    for rows in 0..20 {
        let tree: Vec<String> = below::tree(&context, &picture, 60, rows)
            .into_iter()
            .map(|pieces| words(&PlanRow::Words(pieces)))
            .collect();
        assert!(tree.len() <= rows, "{tree:?}");
        let mut shown = 0;
        for (_, root) in &roots {
            let name = &*root.branches[0].source.outlet;
            let Some(place) = tree.iter().position(|row| row.starts_with(name)) else { continue };
            shown += 1;
            let has_below = tree.get(place + 1).is_some_and(|row| row.starts_with(['├', '└']));
            assert_eq!(has_below, root.branches.len() > 1, "{rows} rows: {tree:?}");
        }
        let counted = match roots.len() - shown {
            _ if tree.is_empty() => None,
            0 => None,
            1 => Some("+ 1 other source".to_owned()),
            many => Some(format!("+ {many} other sources")),
        };
        let counted = counted.map(|counted| format!("{counted} · claims: also by way of repeats"));
        assert_eq!(tree.last().filter(|row| row.starts_with('+')), counted.as_ref(), "{rows} rows: {tree:?}");
        assert_eq!(shown == roots.len(), rows > 9, "{rows} rows: {tree:?}");
    }
}

#[test]
fn what_gives_way_gives_way_in_order() {
    let claims: Vec<(usize, Vec<usize>)> = (0..29)
        .map(|number| (number % 4, if number % 3 == 0 { vec![] } else { vec![number % 10] }))
        .collect();
    let dossier = dossier(&claims, &[3, 20]);
    let context = context(&dossier, Language::En, Glyphs::Unicode);
    let count =
        |size, is: fn(&PlanRow) -> bool| plan(&context, size).1.rows.iter().filter(|row| is(row)).count();
    let tiles = |size| count(size, |row| matches!(row, PlanRow::Tiles(_)));
    assert_eq!([(116, 33), (76, 16), (53, 12), (40, 8)].map(tiles), [3, 2, 1, 1]);
    let gaps = |size| count(size, |row| matches!(row, PlanRow::Gaps(_)));
    assert_eq!([(116, 33), (56, 9), (40, 8)].map(gaps), [1, 1, 0]);
    let numbers = |size| count(size, |row| matches!(row, PlanRow::Numbers(_)));
    assert_eq!([(116, 33), (76, 16)].map(numbers), [1, 0]);
    let readout = |size| count(size, |row| matches!(row, PlanRow::Readout(_)));
    assert_eq!([(116, 33), (60, 18), (53, 12), (40, 8), (24, 6)].map(readout), [3, 2, 1, 1, 1]);
    let text = |size| plan(&context, size).1.rows.iter().map(words).collect::<Vec<_>>().join("\n");
    assert!(text((116, 33)).contains("Who repeats whom") && !text((76, 16)).contains("Who repeats whom"));
    assert!(text((76, 16)).contains("without a source · "));
    // Without a short text the numbers stand in.
    assert!(text((116, 33)).contains("No. 2, 6, 14, "), "{}", text((116, 33)));
}

proptest! {
    /// The totals are all claims; each gap is at one tile; who rests on what is counted once for each claim.
    #[test]
    fn the_score_counts_each_thing_once(
        claims in prop::collection::vec((0..4_usize, prop::collection::vec(0..10_usize, 0..4)), 1..40),
        gaps in prop::collection::vec(0..40_usize, 0..10),
        size in (24..200_u16, 6..60_u16),
    ) {
        let gaps: Vec<usize> = gaps.into_iter().filter(|at| *at < claims.len()).collect();
        let dossier = dossier(&claims, &gaps);
        let score = Score::of(&dossier);
        let totals = Totals::of(&dossier);
        prop_assert_eq!(score.totals, totals);
        prop_assert_eq!(totals.rows().map(|(_, count)| count).sum::<usize>(), claims.len());
        for (place, tile) in score.tiles.iter().enumerate() {
            prop_assert_eq!(dossier.number_of(&tile.claim), Some(place + 1));
            let claim = dossier.claim(&tile.claim.id).expect("a claim");
            prop_assert_eq!(tile.origins, dossier.origins(&claim.evidence.sources).len());
        }
        let placed: Vec<_> = score.tiles.iter().flat_map(|tile| &tile.gaps).collect();
        prop_assert_eq!(placed.len(), gaps.len());
        // The words of a gap here are those of a claim.
        for gap in &dossier.gaps {
            let tile = score.tiles.iter().position(|tile| tile.gaps.contains(&gap.to_ref())).expect("it has a tile");
            let near = gap.near.as_ref().expect("a place");
            prop_assert!(dossier.claims_at(near).contains(&score.tiles[tile].claim));
        }
        let support = score.support;
        prop_assert_eq!(support.none + support.unknown + support.one + support.one_and_unknown + support.several, claims.len());
        prop_assert_eq!(score.sole_origins().iter().map(|share| share.alone).sum::<usize>(), support.one);
        // Every source that a claim or a gap has stands in the tree once.
        let tree = score.tree(&dossier);
        let mut named: Vec<&str> =
            tree.iter().flat_map(|(_, tree)| &tree.branches).map(|branch| branch.source.id.as_str()).collect();
        let count = named.len();
        named.sort_unstable();
        named.dedup();
        prop_assert_eq!(named.len(), count);
        for item in dossier.claims.iter().map(Claim::to_ref).chain(dossier.gaps.iter().map(Gap::to_ref)) {
            for source in dossier.linked_of(&item, Kind::Source) {
                prop_assert!(named.contains(&source.id.as_str()));
            }
        }
        check(&context(&dossier, Language::En, Glyphs::Unicode), size);
    }
}
