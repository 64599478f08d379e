//! The questions about quotations.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use super::ask::{Abort, Answer, Choices, Session, typing_prompt};
use super::show;
use crate::cli::io::print;
use crate::dossier::{AnchorState, Quote};
use crate::load::{Edit, TypedError, WrittenAnchor, WrittenAnchors};
use crate::text::typography::kind;

/// Equal quotations, in the order of the files: they are asked about once.
struct Item<'w> {
    anchors: Vec<&'w WrittenAnchor>,
}

/// What may be written for an item.
#[derive(Clone, Default)]
struct Proposal {
    edits: Vec<Edit>,
    /// How many of the quotations these are for; the others can only be completed by hand.
    count: usize,
}

enum Question<'w> {
    One(Item<'w>),
    /// The same typography changes in all of them, and nothing else.
    Typography(Vec<Item<'w>>),
}

impl<'w> Item<'w> {
    fn first(&self) -> &'w WrittenAnchor {
        self.anchors[0]
    }
}

/// Goes through the quotations and asks; returns what was confirmed.
pub(super) fn confirm(written: &WrittenAnchors, session: &mut Session) -> Result<Vec<Edit>, Abort> {
    /// Proposals are computed in batches of this size: quicker than one by one, without waiting for all.
    const TOGETHER: usize = 64;
    let open: Vec<&WrittenAnchor> =
        written.anchors.iter().filter(|anchor| !anchor.places().is_empty()).collect();
    let lost: Vec<&WrittenAnchor> = written
        .anchors
        .iter()
        .filter(|anchor| anchor.state == AnchorState::Lost && anchor.places().is_empty())
        .collect();
    session.left += open.len();
    let questions = questions(items(&open));
    let mut edits = Vec::new();
    for (batch, some) in questions.chunks(TOGETHER).enumerate() {
        let all: Vec<&Item<'_>> = some.iter().flat_map(Question::items).collect();
        let mut proposals = proposals(written, &all).into_iter();
        for (place, question) in some.iter().enumerate() {
            let number = batch * TOGETHER + place + 1;
            let own: Vec<Vec<Proposal>> = proposals.by_ref().take(question.items().len()).collect();
            match question {
                Question::One(item) => {
                    let label = format!("{number}/{}", questions.len());
                    edits.extend(one(written, item, &own[0], &label, session)?);
                }
                Question::Typography(items) => {
                    let number = (number, questions.len());
                    edits.extend(typography(written, items, &own, number, session)?);
                }
            }
            if session.is_over {
                break;
            }
        }
        if session.is_over {
            break;
        }
    }
    edits.extend(all_lost(written, &lost, session)?);
    Ok(edits)
}

impl<'w> Question<'w> {
    fn items(&self) -> &[Item<'w>] {
        match self {
            Self::One(item) => std::slice::from_ref(item),
            Self::Typography(items) => items,
        }
    }
}

/// Equal quotations together, in the order of the first of each.
fn items<'w>(anchors: &[&'w WrittenAnchor]) -> Vec<Item<'w>> {
    let mut known: BTreeMap<[&str; 3], usize> = BTreeMap::new();
    let mut items: Vec<Item<'_>> = Vec::new();
    for &anchor in anchors {
        let Quote { exact, prefix, suffix } = &anchor.quote;
        let number = *known.entry([exact, prefix, suffix]).or_insert(items.len());
        match items.get_mut(number) {
            Some(item) => item.anchors.push(anchor),
            None => items.push(Item { anchors: vec![anchor] }),
        }
    }
    items
}

/// Items whose typography changes in the same way together, in the order of the first of each.
fn questions(items: Vec<Item<'_>>) -> Vec<Question<'_>> {
    let mut known: BTreeMap<BTreeSet<(&str, char)>, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Item<'_>>> = Vec::new();
    for item in items {
        let anchor = item.first();
        let place = groups.len();
        let changes: BTreeSet<(&str, char)> =
            anchor.differences.iter().map(|it| (it.quoted.as_str(), kind(&it.article))).collect();
        let number =
            if anchor.typographic.len() == 1 { *known.entry(changes).or_insert(place) } else { place };
        match groups.get_mut(number) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
        .into_iter()
        .filter_map(|mut group| {
            if group.len() == 1 { group.pop().map(Question::One) } else { Some(Question::Typography(group)) }
        })
        .collect()
}

/// For each item a proposal for each of its places.
fn proposals(written: &WrittenAnchors, items: &[&Item<'_>]) -> Vec<Vec<Proposal>> {
    let wanted: Vec<(&WrittenAnchor, Range<usize>)> = items
        .iter()
        .flat_map(|item| &item.anchors)
        .flat_map(|anchor| anchor.places().iter().map(|place| (*anchor, place.clone())))
        .collect();
    let mut edits = written.relinked(&wanted).into_iter();
    let each = items.iter().map(|item| {
        let mut proposals = vec![Proposal::default(); item.first().places().len()];
        for _ in &item.anchors {
            for (proposal, edits) in proposals.iter_mut().zip(edits.by_ref()) {
                proposal.add(edits);
            }
        }
        proposals
    });
    each.collect()
}

impl Proposal {
    fn add(&mut self, edits: Option<Vec<Edit>>) {
        if let Some(edits) = edits {
            self.edits.extend(edits);
            self.count += 1;
        }
    }

    /// Counts it as confirmed.
    fn confirmed(&self, session: &mut Session) -> Vec<Edit> {
        session.confirmed += self.count;
        session.left -= self.count;
        self.edits.clone()
    }
}

/// Where a quotation is written, and where the same one is.
fn heading(item: &Item<'_>, label: &str) -> Result<String, Abort> {
    let WrittenAnchor { file, line, column, of, .. } = item.first();
    let question = format!("{label}  {file}:{line}:{column}");
    let mut text = format!("{question}  {of}\n");
    for WrittenAnchor { file, line, column, of, .. } in &item.anchors[1..] {
        let _ = writeln!(text, "  also   {file}:{line}:{column}  {of}");
    }
    print(&text)?;
    Ok(question)
}

/// The question about one quotation, wherever it is written.
fn one(
    written: &WrittenAnchors,
    item: &Item<'_>,
    proposals: &[Proposal],
    label: &str,
    session: &mut Session,
) -> Result<Vec<Edit>, Abort> {
    let question = heading(item, label)?;
    let anchor = item.first();
    let is_single = !matches!(anchor.state, AnchorState::Ambiguous(_)) && anchor.places().len() == 1;
    match anchor.places() {
        [passage] if is_single => print(&show::both(written, anchor, passage))?,
        _ => print(&show::numbered(written, anchor))?,
    }
    if proposals.iter().all(|proposal| proposal.count == 0) {
        print(
            "  to be fixed by hand: nothing short tells it from others, or it is a table of several lines\n\n",
        )?;
        return Ok(Vec::new());
    }
    if session.is_dry {
        let edits: Vec<Vec<Edit>> = proposals.iter().map(|proposal| proposal.edits.clone()).collect();
        print(&(show::proposed(&edits) + "\n"))?;
        return Ok(Vec::new());
    }
    let prompt = if is_single {
        "  write the words as they stand now? y, n, e (type them), quit: ".to_owned()
    } else {
        format!("  which one is meant? 1 to {}, n, e (type the words), quit: ", proposals.len())
    };
    let choices = Choices {
        yes: is_single,
        numbers: if is_single {
            Vec::new()
        } else {
            proposals.iter().map(|proposal| proposal.count > 0).collect()
        },
        typing: true,
        several: false,
    };
    let edits = loop {
        break match session.ask(&question, &prompt, &choices)? {
            Some(Answer::Yes) => proposals[0].confirmed(session),
            Some(Answer::Numbers(chosen)) => {
                chosen.first().map_or_else(Vec::new, |chosen| proposals[*chosen].confirmed(session))
            }
            Some(Answer::Type) => match typed(written, item, anchor.places(), &question, session)? {
                Some(proposal) => proposal.confirmed(session),
                None if session.is_over => Vec::new(),
                None => continue,
            },
            Some(Answer::No) | None => Vec::new(),
        };
    };
    print("\n")?;
    Ok(edits)
}

/// The question about all quotations in which the same typography changes. Whoever says no is asked about each.
fn typography(
    written: &WrittenAnchors,
    items: &[Item<'_>],
    proposals: &[Vec<Proposal>],
    (number, count): (usize, usize),
    session: &mut Session,
) -> Result<Vec<Edit>, Abort> {
    /// So many are shown.
    const SHOWN: usize = 3;
    let pairs = items.iter().flat_map(|item| &item.first().differences);
    let pairs = pairs.map(|it| (it.quoted.as_str(), it.article.as_str()));
    let all: usize = items.iter().map(|item| item.anchors.len()).sum();
    let question = format!("{number}/{count}  typography in {all} quotations");
    let mut text = format!("{question}: {}\n", show::changed(pairs));
    for item in items.iter().take(SHOWN) {
        let WrittenAnchor { file, line, column, of, .. } = item.first();
        let sentence = show::typography(written, item.first());
        let _ = write!(text, "  {file}:{line}:{column}  {of}\n{sentence}");
    }
    if items.len() > SHOWN {
        let _ = writeln!(text, "  and {} more", items.len() - SHOWN);
    }
    print(&text)?;
    let one_by_one = |session: &mut Session| -> Result<Vec<Edit>, Abort> {
        let mut edits = Vec::new();
        for (place, (item, proposals)) in items.iter().zip(proposals).enumerate() {
            let label = format!("{number}.{}/{count}", place + 1);
            edits.extend(one(written, item, proposals, &label, session)?);
            if session.is_over {
                break;
            }
        }
        Ok(edits)
    };
    if session.is_dry {
        let edits: Vec<Edit> =
            proposals.iter().flatten().flat_map(|proposal| proposal.edits.clone()).collect();
        print(&(show::proposed(&[edits]) + "\n"))?;
        return Ok(Vec::new());
    }
    let prompt = format!("  write the article's characters in all {all}? y, n (ask about each), quit: ");
    let answer = session.ask(&question, &prompt, &Choices { yes: true, ..Choices::default() })?;
    print("\n")?;
    match answer {
        Some(Answer::Yes) => {
            Ok(proposals.iter().flatten().flat_map(|proposal| proposal.confirmed(session)).collect())
        }
        Some(_) => one_by_one(session),
        None => Ok(Vec::new()),
    }
}

/// The questions about what is lost: nothing is proposed, but the words can be typed.
fn all_lost(
    written: &WrittenAnchors,
    lost: &[&WrittenAnchor],
    session: &mut Session,
) -> Result<Vec<Edit>, Abort> {
    let items = items(lost);
    let firsts: Vec<&WrittenAnchor> = items.iter().map(Item::first).collect();
    let near = written.nearest_sentences(&firsts);
    let mut edits = Vec::new();
    for (number, (item, near)) in items.iter().zip(&near).enumerate() {
        if !session.is_over {
            let question = heading(item, &format!("lost {}/{}", number + 1, items.len()))?;
            print(&show::nearest(written, item.first(), near.as_ref()))?;
            if !session.is_dry {
                let choices = Choices { typing: true, ..Choices::default() };
                let prompt = "  type the words as they stand now? e, n, quit: ";
                let place: Vec<Range<usize>> = near.iter().cloned().collect();
                let proposal = loop {
                    break match session.ask(&question, prompt, &choices)? {
                        Some(Answer::Type) => match typed(written, item, &place, &question, session)? {
                            None if !session.is_over => continue,
                            proposal => proposal,
                        },
                        _ => None,
                    };
                };
                if let Some(proposal) = proposal.filter(|proposal| proposal.count == item.anchors.len()) {
                    session.confirmed += proposal.count;
                    edits.extend(proposal.edits);
                    print("\n")?;
                    continue;
                }
            }
            print("\n")?;
        }
        for WrittenAnchor { file, line, column, of, quote, .. } in &item.anchors {
            let words = show::shortened(&quote.exact);
            session.lost.push(format!("{file}:{line}:{column}  {of}  {words}"));
        }
    }
    Ok(edits)
}

/// Reads words until some can be taken; none for an empty line, or at the end of the input.
fn typed(
    written: &WrittenAnchors,
    item: &Item<'_>,
    near: &[Range<usize>],
    question: &str,
    session: &mut Session,
) -> Result<Option<Proposal>, Abort> {
    let prompt = typing_prompt("the words");
    while let Some(words) = session.line(&prompt)?.filter(|line| !line.is_empty()) {
        let found = match written.typed(&words, near) {
            Ok(found) => found,
            Err(TypedError::Nowhere) => {
                print("  that does not stand in the article\n")?;
                continue;
            }
            Err(TypedError::Several(count)) => {
                print(&format!("  that stands {count} times; type more of the sentence\n"))?;
                continue;
            }
        };
        let wanted: Vec<_> = item.anchors.iter().map(|anchor| (*anchor, found.place.clone())).collect();
        let mut proposal = Proposal::default();
        for edits in written.relinked(&wanted) {
            proposal.add(edits);
        }
        if proposal.count < item.anchors.len() {
            print(
                "  that cannot be written: nothing short tells it from others, or it is a table of several lines\n",
            )?;
            continue;
        }
        let note = if found.is_typographic { ", with the article's own characters" } else { "" };
        if !near.is_empty() && !written.is_in_sentence_of(&found.place, near) {
            let old = &item.first().quote.exact;
            let new = show::within(written, &found.place);
            print(&format!("  that is in another sentence\n  quoted:  {old}\n  new:     {new}\n"))?;
            if !session.confirms(question)? {
                if session.is_over {
                    break;
                }
                continue;
            }
        }
        print(&format!("  taken{note}: {}\n", show::within(written, &found.place)))?;
        return Ok(Some(proposal));
    }
    Ok(None)
}
