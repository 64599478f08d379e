//! Ten questions an analyst asks of the shipped dossier, each answered within six keys on a screen of 120×40 and seven at 80×24.
//! A name that is typed has at least four letters, and nobody is expected to know the number of a claim.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::shipped;
use fundstelle::look::theme::Theme;

use crate::common::{Cells, Screen};

/// A question, the keys that lead to its answer, and what the screen then says.
struct Question {
    asks: &'static str,
    /// At 120×40.
    keys: &'static str,
    /// At 80×24.
    keys_on_small: &'static str,
    answers: &'static [&'static str],
}

/// The first five are those that version 0.1 was tried with.
const QUESTIONS: [Question; 10] = [
    Question {
        asks: "What does the article say of ByteDance, and where?",
        keys: ": b y t e Enter",
        keys_on_small: ": b y t e Enter",
        answers: &[
            "TikTok's parent; said to rent computing power abroad",
            "„die TikTok-Mutter ByteDance“",
            "∴   „Beide sollen inzwischen massiv Rechenleistung",
            // In sight beside it.
            "Zu den Namen gehören Schwergewichte wie Alibaba",
        ],
    },
    Question {
        asks: "What has ByteDance to do with after the article?",
        keys: ": b y t e Enter",
        keys_on_small: ": b y t e Enter PageDown",
        answers: &[
            "Events after the article",
            "28 Jan 2026  Reuters: China clears first H200 batch",
            "13 Mar 2026  WSJ: Blackwell for ByteDance in Malaysia",
            "14 May 2026  Reuters: US clears H200 buyers",
            "19 Aug 2026  FT: first H200 for ByteDance and Tencent",
        ],
    },
    Question {
        asks: "What speaks against the rule of one third?",
        keys: ": t h i r Enter",
        keys_on_small: ": t h i r Enter PageDown",
        answers: &[
            "In the Reuters report the threshold is 30 per cent.",
            "two unnamed",
            "Left out here",
            "applies nationwide was unclear",
        ],
    },
    Question {
        asks: "How did Johor grow, and whose figures are these?",
        keys: "4",
        keys_on_small: "4",
        answers: &["Johor live", "231→401", "+74%", "Cushman & Wakefield", "401 MW · background"],
    },
    Question {
        asks: "Which claims are contradicted or hold only in part, and who says so?",
        keys: "5 z",
        keys_on_small: "5 z",
        answers: &["20~", "0≠", "1 ~ partly", "Financial Times +8", "9 ~ partly", "Reuters (onvista) +4"],
    },
    Question {
        asks: "What came after the article?",
        keys: "3 a",
        keys_on_small: "3 a",
        answers: &["after article 40 of 75", "08 Dec □ US   Trump: H200 for China, 25% for the US"],
    },
    Question {
        asks: "How many claims rest on one report, and on whose?",
        keys: ", s",
        keys_on_small: ", s z",
        answers: &["8 with only one", "Financial Times 4, Reuters 3, Bloomberg 1"],
    },
    Question {
        asks: "Where in Johor is more planned than there is?",
        keys: ", m",
        keys_on_small: ", m z",
        answers: &["Operational MW by market, and planned", "● 401", "○ 1,048"],
    },
    Question {
        asks: "Where does the figure of 401 MW come from?",
        keys: "/ 4 0 1",
        keys_on_small: "/ 4 0 1",
        answers: &["7 hits", "Cushman & Wakefield", "Johor: 401 MW · C&W, operating · H2 2024"],
    },
    Question {
        asks: "What has happened in Malaysia since?",
        keys: ": m a l a Enter",
        keys_on_small: ": m a l a Enter PageDown",
        answers: &[
            "24 Feb 2026  Malaysia: new data centres only for AI",
            "13 Mar 2026  WSJ: Blackwell for ByteDance in Malaysia",
            "1 Oct 2026   US arrest over Nvidia servers",
        ],
    },
];

fn at(size: Cells) -> Screen {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    Screen::open(&shipped(), size, options)
}

#[test]
fn ten_questions_are_answered_within_six_keys_and_seven_on_a_small_screen() {
    let (large, small) = (at((120, 40)), at((80, 24)));
    for Question { asks, keys, keys_on_small, answers } in &QUESTIONS {
        for (screen, keys, most) in [(&large, keys, 6), (&small, keys_on_small, 7)] {
            assert!(keys.split_whitespace().count() <= most, "{asks} {keys}");
            let mut screen = screen.clone();
            screen.press(keys);
            for answer in *answers {
                assert!(screen.text().contains(answer), "{asks} {keys}: {answer:?}\n{}", screen.text());
            }
        }
    }
}

/// Nobody finds a thing by letters that happen to do.
#[test]
fn names_that_are_typed_have_four_letters_at_least() {
    for Question { asks, keys, keys_on_small, .. } in &QUESTIONS {
        for keys in [keys, keys_on_small] {
            let typed = keys.strip_prefix(": ").map(|rest| rest.split(" Enter").next().unwrap_or(rest));
            let letters = typed.map_or(4, |typed| typed.split_whitespace().count());
            assert!(letters >= 4, "{asks} {keys}");
        }
    }
}
