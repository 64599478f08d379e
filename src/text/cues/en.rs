//! The cues of English.

use super::CueKind::{Attribution, Hedge};
use super::tokens::Tokens;
use super::{CueKind, Phrase, verbs};

/// Words and phrases that are cues wherever they stand, as they are written within a sentence.
pub(super) const PHRASES: [Phrase; 13] = [
    (
        Hedge,
        "allegedly, alleged, reportedly, apparently, purportedly, purported, supposedly, ostensibly, presumably, probably, \
         possibly, perhaps, maybe, likely, unlikely, seemingly, rumored, rumoured, unconfirmed, potentially",
    ),
    (
        Hedge,
        "is believed, are believed, was believed, were believed, is said to, are said to, was said to, were said to, is thought \
         to, are thought to, was thought to, is expected to, are expected to, was expected to, were expected to, is understood \
         to, are understood to, is reported to, are reported to, was reported to, is estimated, are estimated, is feared, are \
         feared",
    ),
    (
        Hedge,
        "appears to, appear to, appeared to, seems to, seem to, seemed to, would have, could have, may have, might have, must \
         have, could, might, suggests that, suggest that, suggested that",
    ),
    (
        Attribution,
        "said, says, told, stated, states that, saying, according to, in the words of, in a statement, as saying",
    ),
    (
        Attribution,
        "claimed, claims that, claim that, argued, argues, alleged that, insisted, insists, asserted, maintains that",
    ),
    (
        Attribution,
        "announced, added that, warned, warns, denied, denies, confirmed, acknowledged, conceded, testified, noted",
    ),
    (
        Attribution,
        "reported, reports that, report that, wrote, writes, citing, cited, quoted, quoting, tweeted, commented",
    ),
    (
        Attribution,
        "what it called, what he called, what she called, what they called, what it calls, what he calls, what she calls, what \
         they call",
    ),
    (
        Attribution,
        "believes, believe that, estimates that, estimated that, predicted, predicts, called for, calls for, describes",
    ),
    (
        Attribution,
        "explained, explains, admitted, admits, recalls, observed, remarked, declared, hopes, thinks, expects, fears, feared, \
         points out, pointed out, revealed, reveals, disclosed, estimated, forecast, forecasts, projected, projects \
         that, concluded, concludes, found that, finds that, shows that, showed that, indicates, indicated, agreed, agrees, insist, \
         argue, say, describe, described, cautioned, cautions, dismissed, dismisses, defended, denounced, questioned, joked, laughed, \
         shrugged, asks, asked, adds, added, disputed, disputes, accused, accuses, blamed, complained, complains, promises, promised, criticized, criticised, vowed, \
         pledged to, urged, he adds, she adds, they add, it adds, he added, she added, they added, it added, if you believe, in the view of, in the eyes of, suggested, recalled, replied, responded, \
         contends, contended, rejected the",
    ),
    (
        Hedge,
        "is rumored, are rumored, is rumoured, are rumoured, is thought, is understood, is likely, are likely",
    ),
    (
        Hedge,
        "unclear, uncertain, not clear, not known, remains to be seen, remain to be seen, is expected, are \
         expected, was expected, were expected, is suspected, are suspected, was suspected, were suspected, has been suspected, \
         suspected of, accused of, on track to, on course to, rumors, rumours, rumor, rumour, speculation, allegation, \
         allegations, accusation, accusations, suspicion, suspicions, is poised to, are poised to, no evidence that, in theory",
    ),
    (
        Attribution,
        "hope that, hope to, fear that, fears that, fears of, claims of, the claim, claims to, claim to, belief that, concern that, \
         concerns that, concerned that, worried that, is concerned, are concerned, is worried, are worried, is confident, are \
         confident, was confident, were confident, is convinced, are convinced, is optimistic, are optimistic, plans to, plan \
         to, planned to, aims to, aim to, hoped to, wants to, called on, calls on, calling on, calling for, called it, calling it, \
         demands that, warning that, adding that, noting that, noted that, saying that, proposes, proposing that, ruled that, \
         determined that, show that, shows that, shown that, find that, data showed, figures show, figures showed, \
         poll found, study found, survey found, report found, it was learned, has learnt, has learned, it emerged, in his words, in \
         her words, in their words, in an interview, in a letter, in an email, in a post, in a tweet, in a press release, a \
         spokesman, a spokeswoman, a spokesperson, spokesman for, spokeswoman for, spokesperson for, referred to, refers to, \
         took issue, hit back, hit out, made clear, makes clear, pointed to, points to, sees, see it as, sees it as, spoke of, \
         speaks of, talked of, talks of, with the words, testimony, state that, the view that, \
         the idea that, the notion that, the assumption, questions whether, posted that, he went on, she went on, court heard, jury heard, inquiry heard, have learned, had learned",
    ),
];

/// What this word is a cue for by what stands around it.
pub(super) fn mood(tokens: &Tokens<'_>, place: usize) -> Option<CueKind> {
    match tokens.text(Some(place)) {
        // The month has a capital, and at the beginning of a sentence a wish is no hedge.
        "may" if !tokens.before(place).is_empty() => Some(Hedge),
        // "The council estimates the bill at", but "estimates of the bill".
        "estimates" if place > 0 && estimates_something(tokens, place) => Some(Attribution),
        // "They would close it", but "what it would cost".
        "would" | "wouldn’t" | "wouldn't" if !asks(tokens, place) => Some(Hedge),
        // "As the mayor put it:", but "what it would cost to put it right".
        "put" | "puts" if tokens.text(Some(place + 1)) == "it" && tokens.ends_clause(place + 1) => {
            Some(Attribution)
        }
        // "They put the bill at £3", but not "put it at risk".
        "put" | "puts" if puts_at(tokens, place) => Some(Attribution),
        // "It is due to open", but not "the delay is due to rain".
        "due" | "set" | "pencilled" | "penciled" | "tipped" | "slated" if is_planned(tokens, place) => {
            Some(Hedge)
        }
        // "A train of thought."
        "thought" if matches!(tokens.before(place), "of" | "a" | "the" | "this" | "no") => None,
        _ if verbs::is_english(tokens.word(place)) => Some(Attribution),
        _ => None,
    }
}

/// Whether `put` has a figure after its `at`.
fn puts_at(tokens: &Tokens<'_>, place: usize) -> bool {
    const NUMBERS: [&str; 15] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
        "about", "around", "between",
    ];
    /// What is put at it stands between.
    const NEAR: usize = 7;
    let near = (place + 1..place + NEAR).take_while(|near| !tokens.ends_clause(near - 1));
    near.into_iter().any(|near| {
        let next = tokens.text(Some(near + 1));
        tokens.text(Some(near)) == "at"
            && (NUMBERS.contains(&next)
                || next.starts_with(|c: char| c.is_ascii_digit())
                || matches!(next, "$" | "€" | "£" | "¥" | "roughly"))
    })
}

/// Whether something is planned: `is` or `are` before the word, and after it what is to happen, with no noun.
fn is_planned(tokens: &Tokens<'_>, place: usize) -> bool {
    const NO_VERBS: [&str; 22] = [
        "the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those", "some",
        "one", "two", "both", "rain", "bad", "poor", "lack", "high", "low",
    ];
    let is_present = matches!(tokens.before(place), "is" | "are");
    let (next, verb) = (tokens.text(Some(place + 1)), tokens.text(Some(place + 2)));
    let is_pencilled = tokens.text(Some(place)).starts_with("pencil") && matches!(next, "in" | "for");
    let is_verb = verb.starts_with(char::is_lowercase)
        && !NO_VERBS.contains(&verb)
        && !["ing", "ion", "ment", "ity", "ness", "ance", "s"].iter().any(|end| verb.ends_with(end))
        || matches!(
            verb,
            "discuss"
                | "pass"
                | "miss"
                | "address"
                | "focus"
                | "process"
                | "cross"
                | "bring"
                | "mention"
                | "function"
        );
    is_present && (is_pencilled || next == "to" && is_verb)
}

/// Whether what comes after `estimates` is what somebody estimates.
fn estimates_something(tokens: &Tokens<'_>, place: usize) -> bool {
    const OBJECTS: [&str; 9] = ["at", "the", "a", "an", "it", "its", "this", "there", "that"];
    OBJECTS.contains(&tokens.text(Some(place + 1))) && !tokens.ends_clause(place)
}

/// Whether `would` is part of a question, also of an indirect one, or stands alone.
fn asks(tokens: &Tokens<'_>, place: usize) -> bool {
    /// The subject stands between.
    const NEAR: usize = 3;
    let is_last = place + 1 >= tokens.list.len();
    let mut before = (place.saturating_sub(NEAR)..place).map(|place| tokens.word(place));
    is_last || place == 0 || before.any(|word| matches!(word, "what" | "how" | "why" | "whether"))
}
