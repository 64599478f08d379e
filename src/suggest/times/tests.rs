use chrono::NaiveDate;

use super::super::words::Words;
use super::*;
use crate::text::cues::CueLanguage;

/// A Thursday.
const PUBLISHED: (i32, u32, u32) = (2025, 11, 27);

/// The times of a text in this language: the words, and the date with `p` before it if it is counted from publication.
fn times(text: &str, language: &'static [CueLanguage]) -> Vec<(String, String)> {
    let words = Words::of(text, 0..text.len(), language);
    let (year, month, day) = PUBLISHED;
    let found = find(&words, NaiveDate::from_ymd_opt(year, month, day));
    let found = found.into_iter().map(|(places, time)| {
        let sign = if time.basis == Basis::Published { "p " } else { "" };
        let date = time.date.map_or_else(|| "-".to_owned(), |date| date.text().to_owned());
        (text[words.bytes(&places)].to_owned(), format!("{sign}{date}"))
    });
    found.collect()
}

fn check(language: &'static [CueLanguage], cases: &[(&str, &str, &str)]) {
    for (text, words, date) in cases {
        let found = times(text, language);
        let expected =
            if words.is_empty() { vec![] } else { vec![((*words).to_owned(), (*date).to_owned())] };
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn german_dates() {
    check(
        &[CueLanguage::German],
        &[
            ("Am 27. November 2025 begann es.", "27. November 2025", "2025-11-27"),
            ("Am 27.11.2025 begann es.", "27.11.2025", "2025-11-27"),
            ("Im Oktober 2022 kam das Verbot.", "Oktober 2022", "2022-10"),
            ("Es wurde 1998 gebaut.", "1998", "1998"),
            ("Ende 2024 war Schluss.", "Ende 2024", "2024"),
            ("Seit 2022 gilt das.", "Seit 2022", "2022/.."),
            ("Das gilt bis 2029.", "bis 2029", "../2029"),
            ("Zwischen Januar und März 2025 stieg er.", "Zwischen Januar und März 2025", "2025-01/2025-03"),
            (
                "Vom 24. bis 26. November 2025 tagte er.",
                "Vom 24. bis 26. November 2025",
                "2025-11-24/2025-11-26",
            ),
            ("Im ersten Quartal 2025 sank er.", "ersten Quartal 2025", "2025-33"),
            ("Im zweiten Halbjahr 2024 sank er.", "zweiten Halbjahr 2024", "2024-41"),
            ("In den 1990er Jahren war das so.", "1990er Jahren", "199X"),
            ("Die Saison 2024/25 lief gut.", "2024/25", "2024/2025"),
            ("Im Herbst 2024 war es so.", "Herbst 2024", "-"),
            ("Es waren 2000 Menschen da.", "", ""),
            ("Sie zahlten 2000 Euro.", "", ""),
            ("Das kostet 1.995 Euro.", "", ""),
        ],
    );
}

#[test]
fn german_times_that_are_counted() {
    check(
        &[CueLanguage::German],
        &[
            ("Er sagte am Dienstag, es gehe.", "Dienstag", "p 2025-11-25"),
            ("Er sagte am Donnerstag, es gehe.", "Donnerstag", "p 2025-11-27"),
            ("Der Rat wird am Dienstag entscheiden.", "Dienstag", "p 2025-12-02"),
            ("Gestern kam er.", "Gestern", "p 2025-11-26"),
            ("Im vergangenen Jahr war das so.", "vergangenen Jahr", "p 2024"),
            ("Im Oktober sank er.", "Oktober", "p 2025-10"),
            ("Im Dezember sank er.", "Dezember", "p 2024-12"),
            ("Im Dezember soll er kommen.", "Dezember", "p 2025-12"),
            ("Ende des Monats soll er kommen.", "Ende des Monats", "p 2025-11"),
            ("In der vergangenen Woche kam er.", "vergangenen Woche", "p -"),
            ("Zuletzt war das so.", "Zuletzt", "-"),
            ("Vor zwei Jahren war das so.", "Vor zwei Jahren", "p 2023~"),
            ("Vor zwei Tagen war das so.", "Vor zwei Tagen", "p 2025-11-25"),
            ("Er soll am Dienstag eingebrochen sein.", "Dienstag", "p 2025-11-25"),
            ("Die Sitzung wurde für Dienstag angesetzt.", "Dienstag", "p 2025-12-02"),
            ("Am Dienstag öffnet das Museum.", "Dienstag", "p 2025-12-02"),
            ("Um 1900 war das so.", "Um 1900", "1900~"),
        ],
    );
}

#[test]
fn english_dates() {
    check(
        &[CueLanguage::English],
        &[
            ("It began on 27 November 2025.", "27 November 2025", "2025-11-27"),
            ("It began on November 27, 2025.", "November 27, 2025", "2025-11-27"),
            ("It began on Nov. 27.", "Nov. 27", "p 2025-11-27"),
            ("In October 2022 it fell.", "October 2022", "2022-10"),
            ("In late 2024 it fell.", "late 2024", "2024"),
            ("It has fallen since 2022.", "since 2022", "2022/.."),
            ("It ran between 2019 and 2021.", "between 2019 and 2021", "2019/2021"),
            ("It ran from January to March 2025.", "from January to March 2025", "2025-01/2025-03"),
            ("In the third quarter of 2025 it fell.", "third quarter of 2025", "2025-35"),
            ("In the second half of 2024 it fell.", "second half of 2024", "2024-41"),
            ("In the 1990s it fell.", "1990s", "199X"),
            ("It fell in the summer of 2024.", "summer of 2024", "-"),
            ("He may march on.", "", ""),
            ("They had 1500 employees.", "", ""),
            ("It has 2,025 rooms.", "", ""),
        ],
    );
}

#[test]
fn english_times_that_are_counted() {
    check(
        &[CueLanguage::English],
        &[
            ("It said on Tuesday it was over.", "Tuesday", "p 2025-11-25"),
            ("It will meet on Tuesday.", "Tuesday", "p 2025-12-02"),
            ("Yesterday it fell.", "Yesterday", "p 2025-11-26"),
            ("Last year it fell.", "Last year", "p 2024"),
            ("It fell in October.", "October", "p 2025-10"),
            ("It fell last week.", "last week", "p -"),
            ("It fell recently.", "recently", "-"),
            ("Nine months ago it fell.", "Nine months ago", "p 2025-02~"),
            ("A vote is expected later on Thursday.", "Thursday", "p 2025-11-27"),
            ("The hearing was adjourned until March.", "until March", "p ../2026-03"),
        ],
    );
}

#[test]
fn a_date_is_no_more_exact_than_the_words_before_it() {
    check(
        &[CueLanguage::English],
        &[
            ("It was built before 2024.", "2024", "-"),
            ("It was built after 2024.", "2024", "-"),
            ("It will not open before 2027.", "2027", "-"),
            ("It opens not before 2027.", "2027", "2027/.."),
            ("It opens in 2027 at the earliest.", "2027", "2027/.."),
            ("It opened after March 2024.", "March 2024", "-"),
            ("It said after Tuesday's vote it was over.", "Tuesday's", "p 2025-11-25"),
            ("He came possibly on 5 May 2024.", "5 May 2024", "2024-05-05?"),
            ("It was built around 1900.", "1900", "1900~"),
            ("More than 20 years ago it fell.", "20 years ago", "p 2005~"),
            ("The study from 2019 says so.", "2019", "2019"),
            ("A photo from March", "March", "p -"),
            ("From 2019 on it fell.", "From 2019 on", "2019/.."),
        ],
    );
    check(
        &[CueLanguage::German],
        &[
            ("Vor 2024 war das so.", "2024", "-"),
            ("Nach dem 3. Mai 2024 war das so.", "3. Mai 2024", "-"),
            ("Nicht vor 2027 ist es so weit.", "2027", "2027/.."),
            ("Frühestens 2027 ist es so weit.", "2027", "2027/.."),
            ("Spätestens 2027 ist es so weit.", "2027", "../2027"),
            ("Vermutlich am 5. Mai 2024 war das so.", "5. Mai 2024", "2024-05-05?"),
            ("Das war wohl 2020 so.", "2020", "2020?"),
            ("Vor rund 20 Jahren war das so.", "Vor rund 20 Jahren", "p 2005~"),
            ("Vor mehr als 20 Jahren war das so.", "Vor mehr als 20 Jahren", "p 2005~"),
        ],
    );
}

#[test]
fn days_that_are_written_otherwise_or_do_not_exist() {
    check(
        &[CueLanguage::English],
        &[
            ("The day before yesterday it fell.", "The day before yesterday", "p 2025-11-25"),
            ("It came on 31 February 2025.", "31 February 2025", "-"),
            ("It came on February 29, 2025.", "February 29, 2025", "-"),
            ("It ran 3-5 May 2024.", "3-5 May 2024", "2024-05-03/2024-05-05"),
            ("It came on 3/4 May", "", ""),
            ("In March 12 refugees drowned.", "March", "p 2025-03"),
            ("After May's resignation it fell.", "", ""),
        ],
    );
    check(
        &[CueLanguage::German],
        &[
            ("Am 31. Februar 2025 kam er.", "31. Februar 2025", "-"),
            ("Am 1. 5. 2024 kam er.", "1. 5. 2024", "2024-05-01"),
            ("Vom 3.-5. Mai 2024 tagte er.", "Vom 3.-5. Mai 2024", "2024-05-03/2024-05-05"),
            ("Er ist am 12.03.89 geboren.", "", ""),
            ("Es läuft mit Python 3.10.12 gut.", "", ""),
            ("Auf der Straße des 17. Juni war es laut.", "", ""),
            ("Die Saison 2023/2024 lief gut.", "2023/2024", "2023/2024"),
        ],
    );
    let listed = times("On May 15, 2025, May 16 and 17, 2025, it fell.", &[CueLanguage::English]);
    assert_eq!(listed[1].1, "2025-05-16");
    let two = times("Am 3. Mai, im Oktober 2026 kam er.", &[CueLanguage::German]);
    assert_eq!(two[0].0, "3. Mai");
    assert!(two[0].1.starts_with('p'), "{two:?}");
}

#[test]
fn what_only_looks_like_a_date_of_our_days() {
    check(
        &[CueLanguage::English],
        &[
            ("A man in his fifties came.", "", ""),
            ("A woman in her early thirties came.", "", ""),
            ("They ran Windows 2000 there.", "", ""),
            ("They flew a Boeing 2000.", "", ""),
            ("It was lost in the 5th century BC.", "5th century", "-"),
            ("It rose over the past year.", "past year", "-"),
            ("He died on a Friday, long before.", "", ""),
            ("\"Yesterday I was ill,\" he said.", "Yesterday", "p -"),
        ],
    );
    check(
        &[CueLanguage::German],
        &[
            ("Eine Frau in den Fünfzigern kam.", "", ""),
            ("In den Fünfzigern war das so.", "Fünfzigern", "195X"),
            ("In den 10er-Jahren war das so.", "", ""),
            ("Das steht in § 1968 so.", "", ""),
            ("Das regelt Artikel 2019 BGB.", "", ""),
            ("Rufen Sie an: Tel. 030 2019 2020.", "", ""),
            ("Um 1200 v. Chr. war das so.", "Um 1200", "-"),
            ("Montags ist geschlossen.", "", ""),
            ("An einem Montag war das so.", "", ""),
            ("Es stieg gegenüber dem Vorjahr.", "Vorjahr", "-"),
        ],
    );
    let two = times("2019 trat er an, im März gewann er.", &[CueLanguage::German]);
    assert_eq!(two[1], ("März".to_owned(), "p -".to_owned()));
}
