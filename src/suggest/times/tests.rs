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

/// Each kind in sentences of its own.
#[test]
fn heute_is_the_day_where_something_happens_and_else_our_times() {
    check(
        &[CueLanguage::German],
        &[
            ("Der Rat hat heute zugestimmt.", "heute", "p 2025-11-27"),
            ("Das teilte der Verein heute mit.", "heute", "p 2025-11-27"),
            ("Heute um 18 Uhr tagt der Rat.", "Heute", "p 2025-11-27"),
            ("Der Rat soll heute entscheiden.", "heute", "p 2025-11-27"),
            ("Die Halle ist heute ein Museum.", "heute", "-"),
            ("Die Halle wird heute als Lager genutzt.", "heute", "-"),
            ("Jeder Verein hat heute Zugang dazu.", "heute", "-"),
            ("Das kann sich heute niemand vorstellen.", "heute", "-"),
            ("Das heute-magazin berichtete.", "", ""),
        ],
    );
    check(
        &[CueLanguage::English],
        &[
            ("The board agreed today.", "today", "p 2025-11-27"),
            ("The board will meet today.", "today", "p 2025-11-27"),
            ("The board paid the fee today.", "today", "p 2025-11-27"),
            ("On May 3 – 5 people died.", "May 3", "p 2026-05-03"),
            ("In the 1990's the bridge was shut.", "1990's", "199X"),
            ("The strike will end Friday.", "Friday", "p 2025-11-28"),
            ("Not until May 2028 will it open.", "until May 2028", "-"),
            ("Today, the board published its ruling.", "Today", "p 2025-11-27"),
            ("Earlier today, the bridge was shut.", "today", "p 2025-11-27"),
            ("The rules come into force today.", "today", "p 2025-11-27"),
            ("Today, people have accepted the bridge.", "Today", "-"),
            ("Today, the harbour is a park.", "Today", "-"),
            ("Few boats have sails today.", "today", "-"),
            ("That sounds a little odd today.", "today", "-"),
            ("It was first told in Harbour Today.", "", ""),
        ],
    );
}

#[test]
fn what_happens_again_and_again_has_no_date() {
    check(
        &[CueLanguage::German],
        &[
            ("Das Fest beginnt jedes Jahr am 3. Mai.", "3. Mai", "p -"),
            ("Immer am Dienstag wird geputzt.", "Dienstag", "-"),
            ("Montag bis Freitag 9 bis 17 Uhr geöffnet.", "Montag bis Freitag", "p -"),
            ("Der Rat tagte von Montag bis Mittwoch.", "von Montag bis Mittwoch", "p 2025-11-24/2025-11-26"),
            (
                "Er tagte vom Montag, 1. Dezember 2025 bis Mittwoch, 17. Dezember 2025.",
                "vom Montag, 1. Dezember 2025 bis Mittwoch, 17. Dezember 2025",
                "2025-12-01/2025-12-17",
            ),
            (
                "Er tagte von Montag bis Mittwoch, 17. Dezember 2025.",
                "von Montag bis Mittwoch, 17. Dezember 2025",
                "p 2025-12-15/2025-12-17",
            ),
            ("Er stimmte am Sonntag vor 500 Gästen ab.", "Sonntag", "p 2025-11-23"),
            (
                "Es galt vom 24. Dezember bis 6. Januar 2026.",
                "vom 24. Dezember bis 6. Januar 2026",
                "2025-12-24/2026-01-06",
            ),
            ("Der Wert stieg um 1500 auf 4500.", "", ""),
            ("Am morgigen Freitag tagt der Rat.", "Freitag", "p 2025-11-28"),
        ],
    );
}

#[test]
fn a_day_of_the_week_beside_another_word() {
    check(
        &[CueLanguage::German],
        &[
            ("Er kommt am Montag, dem 10. November, zurück.", "Montag, dem 10. November", "p 2025-11-10"),
            ("Er kommt am Freitag, dem 10. November, zurück.", "Freitag, dem 10. November", "-"),
            ("Sie war am Freitag davor da.", "Freitag", "p -"),
            ("Am vorletzten Freitag war sie da.", "Freitag", "-"),
            ("Am Sonntag nach Ostern war sie da.", "Sonntag", "-"),
            ("Das stand in der Bild am Sonntag.", "", ""),
            ("Neue Abstimmung am Montag oder später", "Montag", "p 2025-11-24"),
            ("Sie kritisierte vor Beginn der Gespräche am Montag den Plan.", "Montag", "p 2025-12-01"),
            ("Zur für diesen Freitag geplanten Sitzung wollte er nicht.", "diesen Freitag", "p 2025-11-28"),
            ("Er ging, um am Freitag zu fehlen.", "Freitag", "p 2025-11-21"),
        ],
    );
    let both = times("Neue Abstimmung am Montag oder Dienstag", &[CueLanguage::German]);
    assert_eq!(both.iter().map(|(_, date)| &**date).collect::<Vec<_>>(), ["p 2025-12-01", "p 2025-12-02"]);
    check(&[CueLanguage::English], &[("He spoke ahead of Tuesday's vote.", "Tuesday's", "p 2025-12-02")]);
}

#[test]
fn of_two_years_the_nearer_one_is_meant_unless_the_verb_says_otherwise() {
    check(
        &[CueLanguage::German],
        &[
            ("Am 30. Oktober kommt dann ein Brief.", "30. Oktober", "p 2025-10-30"),
            ("Am 30. Dezember kommt ein Brief.", "30. Dezember", "p 2025-12-30"),
            ("Kinos starten im März.", "März", "p 2026-03"),
            (
                "Er gewann die Norm für die Meisterschaft (18. bis 20. Dezember).",
                "18. bis 20. Dezember",
                "p 2025-12-18/2025-12-20",
            ),
            ("Dann haben wir im Februar ein Problem.", "Februar", "p 2026-02"),
            ("Das Amt (Telefon, 3. Juni)", "3. Juni", "p -"),
        ],
    );
    check(
        &[CueLanguage::English],
        &[
            ("He has not named a successor for a Dec. 9 meeting.", "Dec. 9", "p 2025-12-09"),
            ("She said that she will return before it closed in October.", "October", "p 2025-10"),
        ],
    );
}

#[test]
fn years_and_days_that_are_written_otherwise() {
    check(
        &[CueLanguage::German],
        &[
            ("1976–1978 Dritter Abschnitt.", "1976–1978", "1976/1978"),
            ("Von 2007-2014 Leiter des Hafens.", "Von 2007-2014", "2007/2014"),
            ("Im Jahre 1540 erste Mauern.", "1540", "1540"),
            ("Die Brücke (1596) steht noch.", "1596", "1596"),
            ("Notiert am 27.Feb.17 im Hafen.", "27.Feb.17", "2017-02-27"),
            ("Gemeldet am November 5, 2023 im Hafen.", "November 5, 2023", "2023-11-05"),
            ("Am 9.9.2004 – 27 Uhr gab es nicht.", "9.9.2004", "2004-09-09"),
            (
                "Vom 1. bis einschließlich 26. Januar 2026 war es so.",
                "Vom 1. bis einschließlich 26. Januar 2026",
                "2026-01-01/2026-01-26",
            ),
            ("Im Laufe des Jahres war es so.", "Laufe des Jahres", "p 2025"),
            ("Ende des Jahres 2023 war es so.", "Ende des Jahres 2023", "2023"),
            ("Die 2019-nCoV-Probe war da.", "", ""),
            ("Das Kraftwerk hat 7 kW.", "", ""),
            ("In diesem Fall war es so.", "", ""),
            ("Das stand in der Agenda 2010.", "", ""),
            ("Im Mai 2024 frühestens war es so.", "Mai 2024", "2024-05/.."),
        ],
    );
    let german = |text| times(text, &[CueLanguage::German]);
    let named = german("Es kam 1892: in diesem Jahr wurde gebaut.");
    assert_eq!(named[1], ("diesem Jahr".to_owned(), "p -".to_owned()));
    let listed = german("Am 24. und 31. Dezember 2025 ist zu.");
    assert_eq!(listed.iter().map(|(_, date)| &**date).collect::<Vec<_>>(), ["2025-12-24", "2025-12-31"]);
    check(
        &[CueLanguage::English],
        &[
            ("It fell in week 12 of 2025.", "week 12 of 2025", "-"),
            ("It came on 19.01.2020 by ship.", "19.01.2020", "2020-01-19"),
            ("It was an underwhelming first quarter on both sides.", "first quarter", "-"),
            ("Profit rose in the third quarter.", "third quarter", "p 2025-35"),
        ],
    );
}

#[test]
fn what_is_counted_from_another_day_is_listed_without_a_date() {
    check(
        &[CueLanguage::German],
        &[
            ("Im Jahr zuvor war es so.", "Jahr zuvor", "-"),
            ("Noch im selben Monat kam er.", "selben Monat", "-"),
            ("Am Folgetag kam er.", "Folgetag", "-"),
            ("Ein Jahr zuvor war es so.", "", ""),
        ],
    );
    check(&[CueLanguage::English], &[("It rose the following year.", "following year", "-")]);
}

/// Of something that happens once a limit is a set of moments.
#[test]
fn a_limit_of_an_event() {
    let of = |text, language| first_date(text, language, None).map(|(date, _)| date.text().to_owned());
    let (german, english): (&'static [CueLanguage], &'static [CueLanguage]) =
        (&[CueLanguage::German], &[CueLanguage::English]);
    assert_eq!(of("Es kam nach März 2020.", german).as_deref(), Some("[2020-04..]"));
    assert_eq!(of("Frühestens ab 2027 wird gebaut.", german).as_deref(), Some("[2027..]"));
    assert_eq!(of("It opens by 2027.", english).as_deref(), Some("[..2027]"));
    assert_eq!(of("It was open until 2027.", english).as_deref(), Some("../2027"));
    assert_eq!(of("As early as 2019 she warned.", english).as_deref(), Some("2019"));
    assert_eq!(only_date("Ende 2024").map(|date| date.text().to_owned()).as_deref(), Some("2024"));
}
