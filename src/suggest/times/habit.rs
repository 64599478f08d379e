//! What happens again and again has no one date: "jedes Jahr im Mai", "immer am letzten Dienstag", "every Sunday in June".

use super::scope::Scope;

/// Whether the clause of a place speaks of what happens again and again.
pub(super) fn is_habit(scope: &Scope<'_, '_>, place: usize) -> bool {
    const OFTEN: &[&str] = &[
        "jeweils",
        "alljährlich",
        "traditionell",
        "üblicherweise",
        "always",
        "annually",
        "usually",
        "typically",
    ];
    const EACH: &[&str] = &["jedes", "jeden", "jede", "jeder", "jedem", "every", "each", "alle"];
    const PERIODS: &[&str] = &[
        "jahr", "jahres", "woche", "monat", "monats", "tag", "jahre", "wochen", "monate", "tage", "year",
        "week", "month", "day", "years",
    ];
    let words = scope.words;
    let mut clause = words.clause(place);
    let is_always =
        (1..=2).filter_map(|count| place.checked_sub(count)).any(|place| words.lower(place) == "immer");
    let is_each = |place: usize| {
        let at = place
            + 1
            + usize::from(matches!(
                words.lower(place + 1),
                "zwei" | "drei" | "vier" | "fünf" | "zehn" | "two" | "four"
            ));
        EACH.contains(&words.lower(place)) && PERIODS.contains(&words.lower(at))
    };
    is_always || clause.any(|place| OFTEN.contains(&words.lower(place)) || is_each(place))
}
