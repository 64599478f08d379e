//! What stands around the tiles in words and bars: the head, the totals, how many sources claims rest on, and who repeats
//! whom.

use super::Picture;
use super::pieces::{Piece, ending, fitting, line, piece, wrapped};
use crate::dossier::{Assessment, Ref};
use crate::facts::{OriginShare, Score, SourceTree};
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{names, score, words};
use crate::text::width;
use crate::widgets::to_cells;

/// The row of a total.
pub(super) struct TotalRow {
    /// What is in it.
    pub(super) pieces: Vec<Piece>,
    /// Some of its claims, for the row below; none where there is none.
    pub(super) example: Option<Piece>,
}

/// The most cells of a bar that stand for one claim.
const WIDEST: usize = 4;
/// The most claims that are named below a total.
const EXAMPLES: usize = 3;
/// In less room a bar is only drawn if each of its cells stands for one claim.
const LEAST_SCALED: (u16, u16) = (40, 8);

/// How long bars are.
#[derive(Clone, Copy)]
enum BarScale {
    /// So many cells for each claim.
    Cells(usize),
    /// A cell for so many claims, rounded.
    Claims(usize),
    /// No bars.
    None,
}

impl BarScale {
    fn of(most: usize, room: usize, may_round: bool) -> Self {
        let exact = (1..=WIDEST).rev().find(|cells| most * cells <= room);
        match exact {
            Some(cells) => Self::Cells(cells),
            None if may_round && room > 0 => Self::Claims(most.div_ceil(room)),
            None => Self::None,
        }
    }

    /// The cells of so many claims. One claim is never nothing.
    fn cells(self, claims: usize) -> usize {
        match self {
            Self::Cells(cells) => claims * cells,
            Self::Claims(_) if claims == 0 => 0,
            Self::Claims(per) => ((claims + per / 2) / per).max(1),
            Self::None => 0,
        }
    }
}

/// How many claims there are of each assessment, each with a bar.
pub(super) fn totals(context: &Context, picture: &Picture, cells: u16, height: u16) -> Vec<TotalRow> {
    let score = picture.score;
    let rows: Vec<(Option<Assessment>, usize)> = score.totals.rows().collect();
    let word = |of: Option<Assessment>| names::judgement(context.language, of);
    let word_cells = rows.iter().map(|(of, _)| width::cells(word(*of))).max().unwrap_or(0);
    let count = |of: Option<Assessment>, all: usize| match picture.passing {
        Some(passing) => {
            let passing = passing.get(of);
            format!("{}/{}", context.language.count(passing), context.language.count(all))
        }
        None => context.language.count(all),
    };
    let counts: Vec<String> = rows.iter().map(|(of, all)| count(*of, *all)).collect();
    let count_cells = counts.iter().map(|count| width::cells(count)).max().unwrap_or(0);
    let count_end = to_cells(2 + word_cells + 1 + count_cells);
    let bar = count_end + 1;
    let room = usize::from(cells.saturating_sub(bar));
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let may_round = cells >= LEAST_SCALED.0 - 1 && height >= LEAST_SCALED.1;
    let mut scale = BarScale::of(most, room, may_round);
    // What a cell stands for is said in the row of the shortest bar, or there are no bars.
    let note = match scale {
        BarScale::Claims(per) => context.strings().cell_is.replace("{}", &context.language.count(per)),
        _ => String::new(),
    };
    let least = rows
        .iter()
        .enumerate()
        .min_by_key(|(_, (_, count))| *count)
        .map(|(place, (_, count))| (place, *count));
    if !note.is_empty() && least.is_none_or(|(_, count)| scale.cells(count) + width::cells(&note) + 2 > room)
    {
        scale = BarScale::None;
    }
    let rows = rows.into_iter().zip(counts).enumerate();
    rows.map(|(place, ((of, all), count))| {
        let (sign, fill) = (sign_of(of), signs::tile(of));
        let mut pieces = vec![
            piece(0, context.glyph(sign.glyph), sign.role),
            piece(2, word(of), Role::Text),
            piece(ending(count_end, &count), count.clone(), Role::Heading),
        ];
        let passing = picture.passing.map_or(all, |passing| passing.get(of));
        let drawn = scale.cells(passing).min(scale.cells(all));
        let rest = scale.cells(all) - drawn;
        pieces.push(piece(bar, context.glyph(fill.glyph).repeat(drawn), fill.role));
        if rest > 0 {
            let hidden = context.glyph(glyphs::TILE_FILTERED).repeat(rest);
            pieces.push(piece(bar + to_cells(drawn), hidden, Role::Quiet));
        }
        if matches!(scale, BarScale::Claims(_)) && least.is_some_and(|(least, _)| least == place) {
            pieces.push(piece(ending(cells, &note), note.clone(), Role::Quiet));
        }
        let example = examples_of(context, score, of, cells.saturating_sub(bar));
        TotalRow { pieces, example: example.map(|text| piece(bar, text, Role::Quiet)) }
    })
    .collect()
}

/// How many rows have examples.
pub(super) fn examples(totals: &[TotalRow]) -> usize {
    totals.iter().filter(|total| total.example.is_some()).count()
}

fn sign_of(assessment: Option<Assessment>) -> signs::Sign {
    assessment.map_or(signs::BROKEN, signs::of_assessment)
}

/// Some claims of an assessment in their author's short words, else their numbers; none where there is no claim.
fn examples_of(context: &Context, score: &Score, of: Option<Assessment>, cells: u16) -> Option<String> {
    let dossier = &context.dossier;
    let number = |claim: &Ref| {
        dossier.number_of(claim).map_or_else(String::new, |number| context.language.count(number))
    };
    let claims = || score.tiles.iter().filter(move |tile| tile.assessment == of).map(|tile| &tile.claim);
    let short = claims().filter_map(|claim| {
        let text = context.text(dossier.claim(&claim.id)?.short.as_ref()?);
        (!text.is_empty()).then(|| format!("{text} ({})", number(claim)))
    });
    let short: Vec<String> = short.take(EXAMPLES).collect();
    let room = usize::from(cells);
    if !short.is_empty() {
        // Fewer in full rather than one of them cut.
        let whole = (1..=short.len()).rev().map(|count| context.joined(&short[..count]));
        let whole = whole.into_iter().find(|text| width::cells(text) <= room);
        return Some(whole.unwrap_or_else(|| context.truncate(&short[0], room).into_owned()));
    }
    let numbers: Vec<String> = claims().take(room).map(number).collect();
    let all = format!("{} {}", context.strings().number, numbers.join(", "));
    (!numbers.is_empty()).then(|| context.truncate(&all, room).into_owned())
}

/// How many claims and gaps there are, and what the signs above the tiles mean.
pub(super) fn head(
    context: &Context,
    score: &Score,
    has_tiles: bool,
    has_signs: bool,
    cells: u16,
) -> Vec<Piece> {
    let (language, strings) = (context.language, context.strings());
    let claims = names::counted(language, score.tiles.len(), &strings.claim);
    let in_order = format!("{claims} {}", strings.in_article_order);
    let gaps = names::counted(language, score.gaps, &strings.gap);
    let sign = context.glyph(signs::GAP.glyph);
    let mut forms: Vec<(&str, String)> = Vec::new();
    if has_signs {
        for left in [&*in_order, &*claims] {
            forms.push((left, format!("{sign} {}: {gaps}", strings.left_out_tile)));
            forms.push((left, format!("{sign} {}: {gaps}", strings.left_out_tile_short)));
        }
    } else {
        let gaps = if score.gaps > 0 { gaps.clone() } else { String::new() };
        forms.extend(has_tiles.then(|| (&*in_order, gaps.clone())));
        forms.push((&*claims, gaps));
    }
    let fits =
        |(left, right): &(&str, String)| width::cells(left) + 2 + width::cells(right) <= usize::from(cells);
    match forms.iter().find(|form| fits(form)) {
        Some((left, right)) => {
            let x = ending(cells, right);
            let mut pieces = vec![piece(0, *left, Role::Heading), piece(x, right.clone(), Role::Quiet)];
            if has_signs {
                pieces.push(piece(x, sign, signs::GAP.role));
            }
            pieces
        }
        None => vec![line(context.truncate(&claims, usize::from(cells)).into_owned(), Role::Heading)],
    }
}

/// What the letters below the tiles mean, of those that are there.
pub(super) fn legend(context: &Context, of: &Score) -> Piece {
    line(score::legend(context, of).join("  "), Role::Quiet)
}

/// How many claims have how many independent sources, in one row.
pub(super) fn support_line(context: &Context, of: &Score, cells: u16) -> Vec<Piece> {
    let text = fitting(context, &score::support(context, &of.support), cells);
    if text.is_empty() { Vec::new() } else { vec![line(text, Role::Text)] }
}

/// The same in a row each, with bars, below a heading.
pub(super) fn support_rows(context: &Context, of: &Score, cells: u16) -> Vec<Vec<Piece>> {
    let strings = context.strings();
    let support = of.support;
    let several = strings.support_several.replace("{}", &context.language.count(support.most));
    let rows = [
        (strings.support_none, support.none),
        (strings.support_one, support.one),
        (strings.support_one_and_unknown, support.one_and_unknown),
        (&*several, support.several),
        (strings.support_unknown, support.unknown),
    ];
    let rows: Vec<(&str, usize)> = rows.into_iter().filter(|(_, count)| *count > 0).collect();
    let words = rows.iter().map(|(word, _)| width::cells(word)).max().unwrap_or(0);
    let counts: Vec<String> = rows.iter().map(|(_, count)| context.language.count(*count)).collect();
    let digits = counts.iter().map(|count| width::cells(count)).max().unwrap_or(0);
    // Apart from the number that a word may end with.
    let count_end = to_cells(words + 2 + digits);
    let bar = count_end + 1;
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let scale = BarScale::of(most, usize::from(cells.saturating_sub(bar)), false);
    let head = context.truncate(strings.support_head, usize::from(cells)).into_owned();
    let mut out = vec![vec![line(head, Role::Heading)]];
    for ((word, count), written) in rows.into_iter().zip(counts) {
        out.push(vec![
            piece(0, word, Role::Text),
            piece(ending(count_end, &written), written, Role::Heading),
            piece(bar, context.glyph(glyphs::HEAVY_RULE).repeat(scale.cells(count)), Role::Axis),
        ]);
    }
    out
}

/// That no claim has been tested, where that is so, and which sources claims rest on alone, each in at most so many rows. In
/// one row both where they fit, else the latter.
pub(super) fn carried(context: &Context, of: &Score, cells: u16, rows: usize) -> Vec<Vec<Piece>> {
    let untested = score::untested(context, of);
    let mut forms = score::carried(context, of);
    let lines = if rows > 1 {
        let sentences = untested.into_iter().chain(forms.first().map(String::as_str));
        sentences.flat_map(|sentence| wrapped(context, sentence, cells, rows)).collect()
    } else {
        if let Some(untested) = untested {
            let both = forms.iter().map(|form| format!("{untested} {form}")).collect();
            let alone = std::mem::replace(&mut forms, both);
            let alone = if alone.is_empty() { vec![untested.to_owned()] } else { alone };
            forms.extend(alone);
        }
        let is_said = !forms.is_empty();
        is_said.then(|| fitting(context, &forms, cells)).into_iter().collect::<Vec<_>>()
    };
    lines.into_iter().map(|text| vec![line(text, Role::Text)]).collect()
}

/// Who repeats whom, in at most so many rows: a heading over two columns of numbers, and the origins of most claims, each with
/// those who repeat it. Nothing where no source repeats another, or there is no room to say who does.
pub(super) fn tree(context: &Context, picture: &Picture, cells: u16, rows: usize) -> Vec<Vec<Piece>> {
    let strings = context.strings();
    let (roots, mut others) = picture.score.listed_roots(&context.dossier);
    if roots.is_empty() || rows < 3 {
        return Vec::new();
    }
    let heads = [strings.claims_on_it, strings.alone];
    let title = strings.who_repeats_whom;
    let alone = cells;
    let claims = ending(alone, heads[1]).saturating_sub(2);
    let name_cells = ending(claims, heads[0]).saturating_sub(2);
    let mut out =
        vec![vec![line(context.truncate(title, usize::from(name_cells)).into_owned(), Role::Heading)]];
    for (head, end) in heads.into_iter().zip([claims, alone]) {
        out[0].push(piece(ending(end, head), head, Role::Quiet));
    }
    for (place, (share, tree)) in roots.iter().enumerate() {
        let is_last = others == 0 && place + 1 == roots.len();
        let room = rows - out.len() - usize::from(!is_last);
        // Without a row for those that repeat it, it would look like one that nobody repeats.
        if room < tree.branches.len().min(2) {
            others += 1;
        } else {
            out.extend(root(context, *share, tree, (name_cells, claims, alone), room));
        }
    }
    if out.len() == 1 {
        return Vec::new();
    }
    let others = (others > 0)
        .then(|| format!("+ {}", names::counted(context.language, others, &strings.other_origins)));
    let counted = format!("{}: {}", strings.claims_on_it, strings.also_by_repeats);
    let notes: Vec<String> = others.clone().into_iter().chain([counted]).collect();
    let both = Some(context.joined(&notes)).filter(|both| width::cells(both) <= usize::from(cells));
    if let Some(note) = both.filter(|_| out.len() < rows).or(others) {
        out.push(vec![line(note, Role::Quiet)]);
    }
    out
}

/// Which origin is repeated most, where there is no room for more.
pub(super) fn most_repeated(context: &Context, of: &Score, cells: u16) -> Option<Vec<Piece>> {
    let forms = score::most_repeated(context, of);
    (!forms.is_empty()).then(|| vec![line(fitting(context, &forms, cells), Role::Text)])
}

/// An origin and those who repeat it, in at most so many rows: at least one, and two if any repeat it.
fn root(
    context: &Context,
    share: Option<OriginShare>,
    tree: &SourceTree,
    (name_cells, claims, alone): (u16, u16, u16),
    rows: usize,
) -> Vec<Vec<Piece>> {
    let count = tree.branches.len();
    let shown = if count <= rows { count } else { rows - 1 };
    let mut out = Vec::new();
    for branch in &tree.branches[..shown] {
        let lines = score::lines(context, branch);
        let outlet = branch.source.outlet.to_string();
        let publication = names::publication(context, branch.source);
        let strings = context.strings();
        let forms = if branch.source.accessed.is_none() {
            let with = |name: &str, reading: &str| context.joined(&[name, reading]);
            let (long, short) = (strings.not_read, strings.not_read_short);
            // That nobody read it weighs more than its date.
            vec![with(&publication, long), with(&publication, short), with(&outlet, short), outlet]
        } else {
            vec![publication, outlet]
        };
        let x = to_cells(width::cells(&lines));
        let role = if branch.is_root() { Role::Text } else { Role::Quiet };
        let name = fitting(context, &forms, name_cells.saturating_sub(x));
        let mut pieces = vec![piece(0, lines, Role::Axis), piece(x, name, role)];
        if let Some(share) = share.filter(|_| branch.is_root()) {
            for (number, end) in [(share.claims, claims), (share.alone, alone)] {
                let number = context.language.count(number);
                pieces.push(piece(ending(end, &number), number, Role::Text));
            }
        }
        out.push(pieces);
    }
    if shown < count {
        let more = words::more(context.language, count - shown);
        let end = context.glyph(glyphs::LAST_BRANCH);
        out.push(vec![piece(0, end, Role::Axis), piece(2, more, Role::Quiet)]);
    }
    out
}
