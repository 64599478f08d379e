//! The score of the claims in words, the same on the screen and in documents. Where there are several forms, the longest comes
//! first.

use crate::facts::{BlockLabel, Branch, OriginShare, Score, Support, Tile};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::{names, words};

/// What a claim rests on: `up to 6 independent sources, 1 of its 6 sources not read`.
pub fn sources(context: &Context, tile: &Tile) -> String {
    let (language, strings) = (context.language, context.strings());
    let rests_on = match tile.origins {
        0 if tile.sources == 0 => return strings.no_source.to_owned(),
        0 => {
            let sources = names::counted(language, tile.sources, &strings.source);
            format!("{sources}, {}", strings.origin_unknown)
        }
        origins if tile.has_unknown_origin => {
            format!("{}, {}", words::origins(language, origins), strings.others_unknown)
        }
        origins => words::origins(language, origins),
    };
    if tile.unread == 0 {
        return rests_on;
    }
    if tile.sources == 1 {
        return format!("{rests_on}, {}", strings.not_read);
    }
    let counts = [tile.unread, tile.sources].map(|number| language.count(number));
    let unread =
        counts.iter().fold(strings.sources_not_read.to_owned(), |text, count| text.replacen("{}", count, 1));
    format!("{rests_on}, {unread}")
}

/// How many claims have how many independent sources: `6 claims without a source · 11 with only one …`. Nothing without
/// claims.
pub fn support(context: &Context, support: &Support) -> Vec<String> {
    let strings = context.strings();
    let with_several = strings.with_several_sources.replace("{}", &context.language.count(support.most));
    let form = |(with_one, with_one_and_unknown): (&str, &str), are_named: bool| {
        let counts = [
            (support.none, strings.without_source),
            (support.one, with_one),
            (support.one_and_unknown, with_one_and_unknown),
            (support.several, &with_several),
            (support.unknown, strings.with_unknown_origin),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0).enumerate();
        let parts = counts.map(|(place, (count, what))| match place {
            0 if are_named => {
                format!("{} {what}", names::counted(context.language, count, &strings.claim))
            }
            _ => format!("{} {what}", context.language.count(count)),
        });
        context.joined(&parts.collect::<Vec<_>>())
    };
    let long = (strings.with_one_source, strings.with_one_and_unknown);
    let short = (strings.with_one_source_short, strings.with_one_and_unknown_short);
    let forms = [form(long, true), form(short, true), form(short, false)];
    forms.into_iter().filter(|form| !form.is_empty()).collect()
}

/// The most origins that a sentence names.
const NAMED: usize = 4;

/// That no claim has been tested, where that is so.
pub fn untested(context: &Context, score: &Score) -> Option<&'static str> {
    score.is_untested().then(|| context.strings().nothing_tested)
}

/// Which origins claims rest on alone, each with how many: `11 each rest on a single source: Financial Times, 27 Nov 2025 (8);
/// …`. Nothing where no claim rests on one alone.
pub fn carried(context: &Context, score: &Score) -> Vec<String> {
    let (language, strings) = (context.language, context.strings());
    let sole = score.sole_origins();
    let read = sole.iter().filter(|share| share.is_read).count();
    let lead = match score.support.one {
        0 => return Vec::new(),
        1 => strings.rests_on_one.to_owned(),
        many => strings.rest_on_one.replace("{}", &language.count(many)),
    };
    let form = |lead: &str, with_date: bool, separate: bool| {
        let named = sole.iter().take(NAMED).map(|share| {
            let source = &context.dossier.sources[share.source];
            let name =
                if with_date { names::publication(context, source) } else { source.outlet.to_string() };
            let count = language.count(share.alone);
            let unread = (read > 0 && !share.is_read).then(|| format!(", {}", strings.not_read));
            let unread = unread.unwrap_or_default();
            if separate { format!("{name} ({count}{unread})") } else { format!("{name} {count}{unread}") }
        });
        let mut named: Vec<String> = named.collect();
        if sole.len() > NAMED {
            named.push(words::more(language, sole.len() - NAMED));
        }
        format!("{lead}: {}", named.join(if separate { "; " } else { ", " }))
    };
    let none_read = match sole.len() {
        _ if read > 0 => None,
        1 => Some(strings.not_read),
        _ => Some(strings.none_read),
    };
    let with_reading = |form: String| match none_read {
        Some(none_read) => context.joined(&[&form, none_read]),
        None => form,
    };
    vec![
        with_reading(form(&lead, true, true)),
        with_reading(form(&lead, false, false)),
        form(&lead, false, false),
        form(strings.single_source, false, false),
    ]
}

/// Where claims stand: `T`, `¶3`.
pub fn block(context: &Context, place: BlockLabel) -> String {
    let strings = context.strings();
    match place {
        BlockLabel::Title => strings.title_letter.to_owned(),
        BlockLabel::Heading(_) => strings.heading_letter.to_owned(),
        BlockLabel::Paragraph(number) => {
            format!("{}{}", context.glyph(glyphs::PARAGRAPH), context.language.count(number))
        }
        BlockLabel::Nowhere => context.glyph(glyphs::NO_BLOCK).to_owned(),
    }
}

/// What the letters of blocks mean, of those at which claims stand: `T title`.
pub fn legend(context: &Context, score: &Score) -> Vec<String> {
    let strings = context.strings();
    let has = |is: fn(BlockLabel) -> bool| score.tiles.iter().any(|tile| is(tile.place));
    let legend = [
        (has(|place| place == BlockLabel::Title), strings.title_letter, strings.title_of_article),
        (
            has(|place| matches!(place, BlockLabel::Heading(_))),
            strings.heading_letter,
            strings.heading_of_article,
        ),
        (
            has(|place| matches!(place, BlockLabel::Paragraph(_))),
            context.glyph(glyphs::PARAGRAPH),
            strings.paragraph_of_article,
        ),
    ];
    let legend = legend.into_iter().filter(|(is_there, ..)| *is_there);
    legend.map(|(_, sign, word)| format!("{sign} {word}")).collect()
}

/// What stands before a source in a tree: lines from those above it; nothing before an origin.
pub fn lines(context: &Context, branch: &Branch) -> String {
    branch_lines(context, &branch.goes_on)
}

/// The same of anything in a tree: for each step down to it, whether others follow below at that step.
pub fn branch_lines(context: &Context, goes_on: &[bool]) -> String {
    let Some((last, before)) = goes_on.split_last() else { return String::new() };
    let own = if *last { glyphs::BRANCH } else { glyphs::LAST_BRANCH };
    format!("{}{}", trunks(context, before), context.glyph(own))
}

/// What stands beside the rows below: the lines that go on.
pub fn trunks(context: &Context, goes_on: &[bool]) -> String {
    let trunk = |goes_on: &bool| if *goes_on { glyphs::TRUNK } else { glyphs::NO_TRUNK };
    goes_on.iter().map(|goes_on| context.glyph(trunk(goes_on))).collect()
}

/// What is said of a source in a tree beside what it is called: whether it was read, what else it repeats, and that its origin
/// is not known; of one that is there only as an origin, that it is.
pub fn remarks(context: &Context, branch: &Branch) -> Vec<String> {
    let strings = context.strings();
    if !branch.is_cited {
        return vec![strings.only_repeated.to_owned()];
    }
    let mut remarks = vec![words::reading(context, branch.source)];
    if !branch.also_repeats.is_empty() {
        remarks.push(words::repeating(context, &branch.also_repeats));
    }
    if branch.source.repeats_unknown && branch.source.repeats.is_empty() {
        remarks.push(strings.origin_unknown.to_owned());
    }
    remarks
}

/// Which origin most sources go back to, and where that is seen: `Most repeated: Financial Times, 27 Nov 2025, by 6 sources`.
pub fn most_repeated(context: &Context, score: &Score) -> Vec<String> {
    let (language, strings) = (context.language, context.strings());
    let Some((source, repeats)) = score.most_repeated(&context.dossier) else { return Vec::new() };
    let by = names::counted(language, repeats, &strings.source);
    let form = |name: &str| strings.most_repeated.replacen("{}", name, 1).replacen("{}", &by, 1);
    let forms = [form(&names::publication(context, source)), form(&source.outlet)];
    let card = context.with_keys(strings.repeats_on_card, &[Action::Palette]);
    let with_card = forms.clone().map(|form| context.joined(&[&form, &card]));
    with_card.into_iter().chain(forms).collect()
}

/// How many claims rest on an origin, and on it alone: `11 claims, 8 on it alone`. Where others repeat it, that the claims
/// that rest on these are among them.
pub fn share(context: &Context, share: &OriginShare, is_repeated: bool) -> String {
    let (language, strings) = (context.language, context.strings());
    let claims = names::counted(language, share.claims, &strings.claim);
    let claims = if is_repeated { format!("{claims} ({})", strings.also_by_repeats) } else { claims };
    match share.alone {
        0 => claims,
        alone => format!("{claims}, {} {}", language.count(alone), strings.alone_on_it),
    }
}
