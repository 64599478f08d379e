//! Dates as people, spreadsheets and other tools write them, and what they mean.

use super::*;
use proptest::prelude::*;

fn one(text: &str) -> Option<String> {
    match guess(text)? {
        DateGuess::One(date) => Some(date),
        DateGuess::Either(..) => None,
    }
}

#[test]
fn dates_of_other_ways_of_writing_are_understood() {
    for (written, meant) in [
        ("25.07.2019", "2019-07-25"),
        ("25.7.2019", "2019-07-25"),
        ("25. 7. 2019", "2019-07-25"),
        ("25.07.19", "2019-07-25"),
        ("11/28/2026", "2026-11-28"),
        ("28/11/2026", "2026-11-28"),
        ("05/05/2026", "2026-05-05"),
        ("28-11-2026", "2026-11-28"),
        ("2026/11/28", "2026-11-28"),
        ("2026.11.28", "2026-11-28"),
        ("20261128", "2026-11-28"),
        ("2026-7-5", "2026-07-05"),
        ("2026-7", "2026-07"),
        ("2026/07", "2026-07"),
        ("07/2026", "2026-07"),
        ("Jul 2019", "2019-07"),
        ("Nov 2025", "2025-11"),
        ("Sept. 2025", "2025-09"),
        ("July 2019", "2019-07"),
        ("im Juli 2019", "2019-07"),
        ("März 2019", "2019-03"),
        ("Dez. 2019", "2019-12"),
        ("25 July 2019", "2019-07-25"),
        ("25. Juli 2019", "2019-07-25"),
        ("July 25, 2019", "2019-07-25"),
        ("the 25th of July 2019", "2019-07-25"),
        ("25-Jul-2019", "2019-07-25"),
        ("Q3 2019", "2019-35"),
        ("2019-Q3", "2019-35"),
        ("3. Quartal 2019", "2019-35"),
        ("H1 2019", "2019-40"),
        ("2. Halbjahr 2019", "2019-41"),
        ("ca. 2019", "2019~"),
        ("about July 2019", "2019-07~"),
        ("2019–2021", "2019/2021"),
        ("2019-2021", "2019/2021"),
        ("seit 2019", "2019/.."),
        ("before 2019", "[..2018]"),
        ("nach 2019", "[2020..]"),
        ("Tue, 24 Feb 2026", "2026-02-24"),
        ("Dienstag, 24. Februar 2026", "2026-02-24"),
        ("2026–02–24", "2026-02-24"),
        ("2026Q1", "2026-33"),
        ("2025-02-01 00:00:00", "2025-02-01"),
        ("1.2.2025 00:00", "2025-02-01"),
        ("46077", "2026-02-24"),
        ("24 Feb 2026 - 26 Feb 2026", "2026-02-24/2026-02-26"),
        ("2026-02-24 to 2026-02-26", "2026-02-24/2026-02-26"),
        ("Mrz 2025", "2025-03"),
        ("Jan-25", "2025-01"),
        ("Nov 99", "1999-11"),
        ("1. HJ 2025", "2025-40"),
        ("III. Quartal 2024", "2024-35"),
        ("second half of 2025", "2025-41"),
        ("1st half of 2025", "2025-40"),
        ("erstes Halbjahr 2025", "2025-40"),
        ("2025-11–2025-12", "2025-11/2025-12"),
        ("2025-11–12", "2025-11/2025-12"),
        ("2026-02-24–26", "2026-02-24/2026-02-26"),
        ("Mai–Juni 2023", "2023-05/2023-06"),
        ("Mai-Juni 2023", "2023-05/2023-06"),
        ("Dec 2024-Feb 2025", "2024-12/2025-02"),
        ("December 2024 to February 2025", "2024-12/2025-02"),
        ("von Mai bis Juni 2023", "2023-05/2023-06"),
        ("24.–26. Februar 2026", "2026-02-24/2026-02-26"),
        ("February 24-26, 2026", "2026-02-24/2026-02-26"),
        ("24.-26.02.2026", "2026-02-24/2026-02-26"),
        ("from 2019 to 2021", "2019/2021"),
        ("2024/25", "2024/2025"),
        ("2025–26", "2025/2026"),
        ("until 2019", "../2019"),
        ("bis Mai 2023", "../2023-05"),
        ("seit Mai 2023", "2023-05/.."),
        ("by May 2026", "[..2026-05]"),
        ("before May 2026", "[..2026-04]"),
        ("2020s", "202X"),
        ("die 2020er Jahre", "202X"),
        ("19th century", "18XX"),
        ("2.024", "2024"),
        ("2026-O2-03", "2026-02-03"),
    ] {
        assert_eq!(one(written).as_deref(), Some(meant), "{written}");
    }
    assert_eq!(
        guess("05/06/2026"),
        Some(DateGuess::Either("2026-06-05".to_owned(), "2026-05-06".to_owned()))
    );
}

#[test]
fn what_is_no_date_and_what_is_one_is_not_guessed_at() {
    for text in [
        "",
        "in May",
        "bald",
        "30.02.2019",
        "2019",
        "2019-07",
        "25.07.",
        "1.2.3",
        "13/13/2019",
        "maybe 3 2019",
        "Nov 25",
        "early 2026",
        "12. Dezember",
        "Mai 2023 bis April 2023",
        "----------------------------------------",
        "x",
    ] {
        assert_eq!(guess(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_proposed_is_a_date(text in "[0-9a-zA-ZäöüÄ./, –-]{0,30}") {
        match guess(&text) {
            Some(DateGuess::One(date)) => prop_assert!(When::parse(&date).is_ok()),
            Some(DateGuess::Either(one, other)) => {
                prop_assert!(When::parse(&one).is_ok() && When::parse(&other).is_ok() && one != other);
            }
            None => {}
        }
    }

    #[test]
    fn a_day_is_understood_with_points_and_with_the_month_in_words(
        year in 1000u32..3000,
        month in 1u32..13,
        day in 1u32..29,
    ) {
        let meant = format!("{year}-{month:02}-{day:02}");
        let name = ["Jan", "Feb", "Mär", "April", "Mai", "June", "Juli", "Aug.", "Sept", "Okt", "Nov", "December"];
        let name = name[month as usize - 1];
        for written in [
            format!("{day}.{month}.{year}"),
            format!("{day:02}.{month:02}.{year}"),
            format!("{year}/{month}/{day}"),
            format!("{day}. {name} {year}"),
            format!("{name} {day}, {year}"),
        ] {
            prop_assert_eq!(one(&written), Some(meant.clone()), "{}", written);
        }
    }
}
