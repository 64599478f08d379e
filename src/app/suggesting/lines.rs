//! What is said of a suggestion: what it may be, its words, why it is suggested, how far one is.

use std::ops::Range;

use super::accept::kind_of;
use super::offers::Offers;
use super::{Session, Stage};
use crate::app::App;
use crate::dossier::{Id, SuggestionKind};
use crate::edit::draft::{self, visible};
use crate::edit::{Change, Step, Value};
use crate::facts::Blocks;
use crate::input::action::Action;
use crate::look::theme::Role;
use crate::protocol::suggesting::SuggestKey;
use crate::protocol::{names, quoted, refusal, wording, words};
use crate::suggest::{Basis, Figure, Reason, Time, What};

/// A line of the block, or the words of a kind to choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct SaidLine {
    pub(super) text: String,
    pub(super) role: Role,
    /// Whether all of it is to be read, over several rows, where there is room.
    pub(super) is_prose: bool,
}

fn line(text: String, role: Role) -> SaidLine {
    SaidLine { text, role, is_prose: false }
}

fn prose(text: String, role: Role) -> SaidLine {
    SaidLine { text, role, is_prose: true }
}

/// The keys of the tables that a change makes.
fn keys_of_new_table(change: &Change) -> impl Iterator<Item = (&str, &Value)> {
    let tables = change.steps.iter().filter_map(|step| match step {
        Step::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| table.keys.iter().map(|(key, value)| (&**key, value)))
}

impl App {
    /// What a kind of suggestions is called, in the plural.
    pub(super) fn kind_name(&self, kind: SuggestionKind) -> &'static str {
        let strings = &self.context.strings().suggesting;
        match kind {
            SuggestionKind::Leftover => strings.leftovers,
            SuggestionKind::Name => strings.names,
            SuggestionKind::Attributed => strings.attributed_many,
            SuggestionKind::Time => strings.times,
            SuggestionKind::Figure => strings.figures,
        }
    }

    /// Which of how many of its kind it is, and how many there are of all: `4 of 23 names · 60 in all`.
    pub(super) fn progress(&self) -> String {
        let Some((session, offer)) = self.current_offer() else { return String::new() };
        let kind = session.offers.kind(offer);
        let decided = self.suggesting.decided_of(kind);
        let (before, open) = session.offers.among_kind(offer);
        let (accepted, rejected) = self.suggesting.counts();
        let (language, strings) = (self.context.language, self.context.strings());
        let (number, of_kind) = (language.count(decided + before + 1), language.count(decided + open));
        let all = language.count(accepted + rejected + session.offers.len());
        let said = format!("{number} {} {of_kind} {}", strings.out_of, self.kind_name(kind));
        self.context.joined(&[said, strings.suggesting.in_all.replacen("{}", &all, 1)])
    }

    /// How many times have no date that would be certain: they cannot become events, so they are not offered.
    pub(super) fn undated(&self, offers: &Offers) -> Option<String> {
        let count = offers.undated();
        let strings = &self.context.strings().suggesting;
        let counted = names::counted(self.context.language, count, &strings.undated);
        (count > 0).then(|| strings.undated_left_out.replacen("{}", &counted, 1))
    }

    /// The lines of the block, the most important first.
    pub(super) fn said(&self) -> Vec<SaidLine> {
        let Some(session) = &self.suggesting.session else { return Vec::new() };
        let Some(offer) = session.current else { return self.said_at_end(session) };
        let heading = line(self.heading(session, offer), Role::Heading);
        let context = &self.context;
        match &session.stage {
            Stage::Offered | Stage::End => {
                let mut lines = vec![heading, prose(self.detail(session, offer), Role::Text)];
                lines.push(line(self.why(session, offer), Role::Quiet));
                lines
            }
            Stage::Kind(_) => vec![heading, prose(self.detail(session, offer), Role::Text)],
            Stage::Doubts(_, doubts) => {
                let doubts: Vec<String> = doubts.iter().map(|doubt| refusal::doubt(context, doubt)).collect();
                vec![heading, prose(context.said(&doubts.join(" ")).into_owned(), Role::Notice)]
            }
            Stage::Refused(_, why) => {
                let text = refusal::text(context, why);
                vec![heading, prose(context.said(&text).into_owned(), Role::Notice)]
            }
        }
    }

    /// What it may be: `Name? Person · 3 places`.
    fn heading(&self, session: &Session, offer: usize) -> String {
        let context = &self.context;
        let strings = &context.strings().suggesting;
        let first = session.offers.first(offer);
        let what = match &first.what {
            What::Leftover(_) => strings.leftover,
            What::Name(_) => strings.name,
            What::Attributed(_) => strings.attributed,
            What::Time(_) => strings.time,
            What::Figure(_) => strings.figure,
        };
        let mut parts = vec![what.to_owned()];
        if let Some(group) = session.offers.group(offer) {
            if let Some(kind) = kind_of(group) {
                let kind = names::capitalized(names::actor_kind(context.language, kind));
                parts[0] = format!("{what} {kind}");
            }
            let places = session.offers.places(offer).len();
            parts.push(names::counted(context.language, places, &strings.places));
        }
        context.joined(&parts)
    }

    /// Its words, and all that accepting it would write of them.
    fn detail(&self, session: &Session, offer: usize) -> String {
        let dossier = &self.context.dossier;
        let first = session.offers.first(offer);
        let detail = match &first.what {
            What::Leftover(lines) => {
                let lines: Vec<String> =
                    lines.iter().map(|line| self.quoted(&visible(dossier, line))).collect();
                self.context.joined(&lines)
            }
            What::Name(_) => self.of_name(session, offer),
            What::Time(_) => {
                let time = self.event_time(session, offer);
                time.map_or_else(String::new, |time| self.of_time(&visible(dossier, &first.range), &time))
            }
            What::Figure(figure) => self.of_figure(&visible(dossier, &first.range), figure),
            What::Attributed(markers) => {
                let parts = self.of_sentence(session, offer);
                let markers = markers.iter().map(|marker| self.quoted(&visible(dossier, marker)));
                // Words that say it is from others are shown, even where nothing is written of them.
                if parts.is_empty() {
                    markers.collect::<Vec<_>>().join(", ")
                } else {
                    self.context.joined(&parts)
                }
            }
        };
        self.context.said(&detail).into_owned()
    }

    /// What the claim of a sentence says of where the article has it from: hedge, speaker, attribution, as they are written.
    fn of_sentence(&self, session: &Session, offer: usize) -> Vec<String> {
        let forms = &self.context.strings().forms;
        let change = self.of_words(session, offer);
        let keys = change.iter().flat_map(keys_of_new_table);
        let said = keys.filter_map(|(key, value)| {
            let label = match key {
                "hedge" => forms.hedge,
                "attributed_to" => forms.speakers,
                "attribution" => forms.attribution,
                _ => return None,
            };
            let words = match value {
                Value::Text(words) => self.quoted(words),
                Value::List(ids) => {
                    let ids = ids.iter().filter_map(|id| match id {
                        Value::Text(id) => self.context.dossier.actor(&Id::new(id)),
                        _ => None,
                    });
                    ids.map(|actor| names::name(&self.context, &actor.to_ref()))
                        .collect::<Vec<_>>()
                        .join(", ")
                }
                _ => return None,
            };
            Some(format!("{label}: {words}"))
        });
        said.collect()
    }

    fn quoted(&self, words: &str) -> String {
        quoted::of_article_nested(&self.context.dossier, words)
    }

    /// The actor as it would be written: its name, then all words that name it in the article.
    fn of_name(&self, session: &Session, offer: usize) -> String {
        let kind = session.offers.group(offer).and_then(kind_of).unwrap_or_default();
        let change = self.name_as(session, offer, kind);
        let mut names: Vec<String> = Vec::new();
        let mut aliases: Vec<String> = Vec::new();
        for (key, value) in change.iter().flat_map(keys_of_new_table) {
            match (key.split('.').next(), value) {
                (Some("name"), Value::Text(name)) if !names.contains(name) => names.push(name.clone()),
                (Some("aliases"), Value::List(all)) => {
                    aliases.extend(all.iter().filter_map(|alias| match alias {
                        Value::Text(alias) => Some(alias.clone()),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        let exceptions = session.exceptions.iter().map(|doubt| refusal::doubt(&self.context, doubt));
        // Of a name that stands there as it is, that says it all.
        let is_said = aliases.len() == 1 && names == aliases;
        let aliases: Vec<String> = aliases.iter().map(|alias| self.quoted(alias)).collect();
        let aliases = (!is_said).then(|| aliases.join(", "));
        let parts = std::iter::once(names.join(" / ")).chain(aliases).chain(exceptions);
        self.context.joined(&parts.collect::<Vec<_>>())
    }

    fn of_time(&self, words: &str, time: &Time) -> String {
        let context = &self.context;
        let strings = &context.strings().suggesting;
        let mut parts = vec![self.quoted(words)];
        match &time.date {
            Some(date) => {
                parts.push(date.text().to_owned());
                let written = context.date(date);
                if written != date.text() {
                    parts.push(written);
                }
                if time.basis == Basis::Published {
                    parts.push(context.strings().forms.from_published.to_owned());
                }
            }
            None => parts.push(strings.no_date.to_owned()),
        }
        context.joined(&parts)
    }

    fn of_figure(&self, words: &str, figure: &Figure) -> String {
        let context = &self.context;
        // A number that is more exact than a float is shown as it would be written.
        let number = figure.value.parse::<f64>().ok().filter(|number| number.is_finite());
        let value = match number {
            Some(number) => context.language.number(number),
            None => figure.value.clone(),
        };
        let value = format!("{value} {}", figure.unit).trim_end().to_owned();
        let value = wording::meant(context.language, context.glyphs, value, figure.qualifier);
        context.joined(&[self.quoted(words), value])
    }

    /// Whether a sentence only keeps its distance: it does not say that it is from somebody.
    fn is_hedged(&self, sentence: &Range<usize>) -> bool {
        let dossier = &self.context.dossier;
        let is_said =
            draft::speaker(dossier, sentence).is_some() || draft::attribution(dossier, sentence).is_some();
        !is_said && draft::hedge(dossier, sentence).is_some()
    }

    /// What the key that accepts does, and why it is suggested.
    fn why(&self, session: &Session, offer: usize) -> String {
        let context = &self.context;
        let strings = &context.strings().suggesting;
        let first = session.offers.first(offer);
        let group = session.offers.group(offer);
        let reason = match (group.map_or(first.reason, |group| group.reason), &first.what) {
            (Reason::Form, What::Attributed(_)) if self.is_hedged(&first.range) => strings.why_hedged,
            (Reason::Form, What::Attributed(_)) => strings.why_attributed,
            (Reason::Form, What::Time(_)) => strings.why_time,
            (Reason::Form, What::Figure(_)) => strings.why_figure,
            (reason, _) => reason.text(context.strings()),
        };
        let known = group.and_then(|group| group.known.as_ref());
        let reason = match known {
            Some(known) => format!("{reason} ({})", known.from),
            None => reason.to_owned(),
        };
        // What the key does comes first: on a narrow screen the reason yields.
        let does = match self.accepting() {
            Some(does) => format!("{} {does}", context.label(SuggestKey::Accept.keys()[0])),
            None => self.instead_of_row(),
        };
        let why = strings.why.replacen("{}", &reason, 1);
        context.joined(&[does, why])
    }

    fn said_at_end(&self, session: &Session) -> Vec<SaidLine> {
        let strings = &self.context.strings().suggesting;
        let (accepted, rejected) = self.suggesting.counts();
        let later = session.later.len();
        let counts = self.counts_in_words(accepted, rejected, later, 0);
        let next = if later > 0 {
            let key = SuggestKey::Later.keys()[0];
            strings.next_later.replacen("{}", &self.context.label(key), 1)
        } else {
            self.context.with_keys(strings.next, &[Action::Mark, Action::Change])
        };
        let mut lines = vec![line(strings.all_offered.to_owned(), Role::Heading)];
        if !counts.is_empty() {
            lines.push(line(counts, Role::Text));
        }
        lines.extend(self.undated(&session.offers).map(|undated| prose(undated, Role::Text)));
        lines.push(prose(self.context.said(&next).into_owned(), Role::Quiet));
        lines
    }

    /// What the status line says: the words at the place that is looked at, and where they stand.
    pub(in crate::app) fn suggestion_summary(&self) -> Option<String> {
        let Some((session, offer)) = self.current_offer() else {
            // At the end the block says it all, and of reading there is nothing to say.
            return self.has_suggestions().then(String::new);
        };
        let context = &self.context;
        let range = context.suggested()?.current()?;
        let places = session.offers.places(offer).len();
        let which = (places > 1).then(|| {
            let (number, all) = (context.language.count(session.place + 1), context.language.count(places));
            let strings = context.strings();
            format!("{} {number} {} {all}", strings.suggesting.place, strings.out_of)
        });
        let stretch = Blocks::of(&context.dossier.article).stretch(range);
        let place = words::stretch(context.language, &stretch);
        let parts = [which, place, Some(names::of_article_on_a_line(context, range))];
        Some(context.joined(&parts.into_iter().flatten().collect::<Vec<_>>()))
    }
}
