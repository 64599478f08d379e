use proptest::prelude::*;

use super::*;
use crate::dossier::LanguageTag;

fn article(text: &str) -> Article {
    Article::from_text(text, LanguageTag::default(), &["A heading".to_owned()], &["Share this".to_owned()])
}

/// A title, two paragraphs, a heading, boilerplate, a paragraph.
fn usual() -> Article {
    article("The title\nOne is here. Two is there.\nThree.\nA heading\nShare this\nFour ends it.")
}

fn said<'a>(article: &'a Article, mark: &TextMark) -> &'a str {
    &article.text[mark.range().clone()]
}

fn stepped(article: &Article, mark: &TextMark, steps: &[Step]) -> TextMark {
    steps.iter().fold(mark.clone(), |mark, step| match mark.step(article, *step) {
        Stepped::Mark(mark) | Stepped::Cut(mark) => mark,
        Stepped::Not(_) => mark,
    })
}

#[test]
fn only_running_text_is_marked() {
    let article = usual();
    let mut mark = TextMark::sentence_at(&article, 0).expect("a sentence");
    let mut all = vec![said(&article, &mark).to_owned()];
    while let Stepped::Mark(next) = mark.step(&article, Step::NextSentence) {
        all.push(said(&article, &next).to_owned());
        mark = next;
    }
    assert_eq!(all, ["One is here.", "Two is there.", "Three.", "Four ends it."]);
    assert_eq!(TextMark::word_at(&article, 0), None, "not in the title");
    let nothing = Article::from_text("Only a title", LanguageTag::default(), &[], &[]);
    assert_eq!(TextMark::sentence_at(&nothing, 0), None);
    assert_eq!(TextMark::first_in(&nothing, &(0..12)), None);
}

#[test]
fn the_first_whole_sentence_in_view_is_preferred_to_one_that_is_cut() {
    let article = usual();
    let at = |words: &str| article.text.find(words).expect("it is there");
    let first =
        |view: Range<usize>| said(&article, &TextMark::first_in(&article, &view).expect("one")).to_owned();
    assert_eq!(first(0..article.text.len()), "One is here.");
    assert_eq!(first(at("is here")..at("Three")), "Two is there.");
    assert_eq!(first(at("is here")..at("there.")), "Two is there.", "none is whole: the one that begins");
    assert_eq!(first(at("A heading")..at("Share")), "Four ends it.", "the nearest");
    assert_eq!(first(at("ends it")..article.text.len()), "Four ends it.");
}

#[test]
fn half_words_are_made_whole() {
    let article = article("T\nThe Öl\u{ad}preis fell by 1.61 per cent.");
    let at = |words: &str| article.text.find(words).expect("it is there");
    let of = |range| said(&article, &TextMark::of_words(&article, &range).expect("words")).to_owned();
    assert_eq!(of(at("preis")..at("preis") + 3), "Öl\u{ad}preis");
    assert_eq!(of(at("61")..at("per") + 2), "1.61 per");
}

#[test]
fn a_drag_marks_from_word_to_word_within_the_block() {
    let article = usual();
    let word = |words: &str| {
        let at = article.text.find(words).expect("it is there");
        TextMark::word_at(&article, at).map_or(at..at, |word| word.range().clone())
    };
    let between = |from, to| TextMark::between(&article, &word(from), &word(to)).expect("a mark");
    assert_eq!(said(&article, &between("is here", "Two")), "is here. Two");
    assert_eq!(between("is here", "Two").active(), End::End);
    assert_eq!(said(&article, &between("Two", "is here")), "is here. Two");
    assert_eq!(between("Two", "is here").active(), End::Start);
    assert_eq!(said(&article, &between("Two", "Four")), "Two is there.");
    assert_eq!(said(&article, &between("Two", "The title")), "One is here. Two");
}

#[test]
fn a_second_word_moves_the_nearer_end() {
    let article = usual();
    let at = |words: &str| article.text.find(words).expect("it is there");
    let mark = TextMark::sentence_at(&article, at("One")).expect("one");
    let word = |words| TextMark::word_at(&article, at(words)).expect("a word");
    let with = |words| mark.with_word(&article, &word(words));
    let Stepped::Mark(wider) = with("Two") else { panic!("{:?}", with("Two")) };
    assert_eq!(said(&article, &wider), "One is here. Two");
    let Stepped::Mark(other) = with("Four") else { panic!("{:?}", with("Four")) };
    assert_eq!(said(&article, &other), "Four");
}

#[test]
fn a_step_goes_on_to_the_next_block_and_extending_ends_at_it() {
    let article = usual();
    let at = article.text.find("Two").expect("it is there");
    let mark = TextMark::sentence_at(&article, at).expect("one");
    let three = stepped(&article, &mark, &[Step::NextSentence]);
    assert_eq!(said(&article, &three), "Three.");
    // Over heading and boilerplate.
    assert_eq!(said(&article, &stepped(&article, &three, &[Step::NextSentence])), "Four ends it.");
    assert_eq!(said(&article, &stepped(&article, &three, &[Step::PreviousSentence])), "Two is there.");
    assert_eq!(mark.step(&article, Step::EndDown), Stepped::Not(Obstacle::BlockEnds));
    let up = stepped(&article, &three, &[Step::OtherEnd]);
    assert_eq!(up.step(&article, Step::EndUp), Stepped::Not(Obstacle::BlockEnds));
    let last = stepped(&article, &mark, &[Step::Last]);
    assert_eq!(last.step(&article, Step::NextSentence), Stepped::Not(Obstacle::None));
}

const STEPS: [Step; 13] = [
    Step::Left,
    Step::Right,
    Step::OtherEnd,
    Step::NextSentence,
    Step::PreviousSentence,
    Step::EndDown,
    Step::EndUp,
    Step::NextName,
    Step::PreviousName,
    Step::OneWord,
    Step::Sentences,
    Step::First,
    Step::Last,
];

proptest! {
    /// Of any text whatsoever.
    #[test]
    fn a_mark_is_never_empty_or_too_long_and_cuts_no_word(
        lines in prop::collection::vec("([A-Za-z]{1,9}|1[.,]61|Öl\u{ad}preis|中国。|न\u{94d}दी|[„“.!?…–−’ -]|\\PC){0,160}", 1..6),
        steps in prop::collection::vec(prop::sample::select(&STEPS[..]), 0..30),
    ) {
        let article = article(&format!("Title\n{}", lines.join("\n")));
        let Some(mut mark) = TextMark::first_in(&article, &(0..article.text.len())) else { return Ok(()) };
        for step in steps {
            mark = stepped(&article, &mark, &[step]);
            let range = mark.range();
            let block = block_at(&article, range.start);
            prop_assert!(block.is_some_and(|block| range.end <= block.range.end), "{step:?} {range:?}");
            prop_assert!(!words_in(&article, range).is_empty(), "{step:?} {range:?}");
            prop_assert!(characters(&article, range) <= MOST_CHARACTERS, "{step:?} {range:?}");
            prop_assert!([range.start, range.end].iter().all(|at| is_edge(&article, *at)), "{step:?} {range:?}");
            prop_assert!(range.contains(&mark.active_byte(&article)));
        }
    }
}
