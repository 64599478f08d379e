//! What stands at the steps of a time axis, as each language writes it.

use chrono::{Datelike as _, NaiveDate};

use super::dates;
use super::language::Language;
use crate::dossier::calendar::Step;

/// How much of a step's date a label says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TickForm {
    /// With its year in full: `H2 2022`, `3 Nov 2025`.
    Long,
    /// With what it needs to stand alone beside others: `H2 22`, `3 Nov`.
    Medium,
    /// What tells it from its neighbours: `Nov`, `3`.
    Short,
}

/// The label of the step that begins on this day.
pub(crate) fn label(step: Step, start: NaiveDate, form: TickForm, language: Language) -> String {
    let strings = language.strings();
    let month = strings.short_months[start.month0() as usize];
    // A part of a year is called by its sign and number.
    let part = |name: String| match form {
        TickForm::Long => format!("{name} {}", dates::year(start.year(), language)),
        TickForm::Medium => format!("{name} {}", dates::short_year(start.year(), language)),
        TickForm::Short => name,
    };
    match step {
        Step::Day if form == TickForm::Short => start.day().to_string(),
        Step::Day | Step::Week if form == TickForm::Long => dates::day(start, language),
        Step::Day | Step::Week => match language {
            Language::De => format!("{}.{}.", start.day(), start.month()),
            Language::En => format!("{} {month}", start.day()),
        },
        Step::Month => part(month.to_owned()),
        Step::Quarter => part(format!("{}{}", strings.quarter, start.month0() / 3 + 1)),
        // "H2" alone reads like a name.
        Step::HalfYear if form == TickForm::Short => label(step, start, TickForm::Medium, language),
        Step::HalfYear => part(format!("{}{}", strings.half, start.month0() / 6 + 1)),
        Step::Years(_) => dates::year(start.year(), language),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{TickForm, label};
    use crate::dossier::calendar::Step;
    use crate::i18n::language::Language;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn steps_are_called_as_each_language_calls_them() {
        let of = day(2025, 7, 1);
        let written = |step, language| {
            [TickForm::Long, TickForm::Medium, TickForm::Short].map(|form| label(step, of, form, language))
        };
        assert_eq!(written(Step::HalfYear, Language::De), ["H2 2025", "H2 25", "H2 25"]);
        assert_eq!(written(Step::Quarter, Language::En), ["Q3 2025", "Q3 25", "Q3"]);
        assert_eq!(written(Step::Month, Language::De), ["Jul 2025", "Jul 25", "Jul"]);
        assert_eq!(written(Step::Week, Language::En), ["1 Jul 2025", "1 Jul", "1 Jul"]);
        assert_eq!(written(Step::Day, Language::De), ["1.7.2025", "1.7.", "1"]);
        assert_eq!(written(Step::Years(5), Language::De), ["2025", "2025", "2025"]);
    }

    #[test]
    fn years_before_christ_are_counted_as_people_count_them() {
        assert_eq!(label(Step::Years(500), day(-499, 1, 1), TickForm::Short, Language::En), "500 BC");
        assert_eq!(label(Step::Years(500), day(-499, 1, 1), TickForm::Short, Language::De), "500 v. Chr.");
        assert_eq!(label(Step::Years(1), day(0, 1, 1), TickForm::Short, Language::En), "1 BC");
        assert_eq!(label(Step::HalfYear, day(-43, 1, 1), TickForm::Medium, Language::En), "H1 44 BC");
    }
}
