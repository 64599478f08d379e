//! What is said of a suggestion: what it may be, its words, why it is suggested, how far one is.

use super::{Session, Stage};
use crate::app::App;
use crate::dossier::SuggestionKind;
use crate::edit::draft::visible;
use crate::facts::Blocks;
use crate::input::action::Action;
use crate::look::theme::Role;
use crate::protocol::suggesting::SuggestKey;
use crate::protocol::{names, quoted, refusal, words};
use crate::suggest::{Basis, Figure, NameGroup, Reason, Time, What};

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

    /// Which of how many of its kind it is: `4 of 23 · names`.
    pub(super) fn progress(&self) -> String {
        let Some((session, offer)) = self.current_offer() else { return String::new() };
        let kind = session.offers.kind(offer);
        let decided = self.suggesting.decided_of(kind);
        let (before, open) = session.offers.among_kind(offer);
        let language = self.context.language;
        let (number, all) = (language.count(decided + before + 1), language.count(decided + open));
        let said = format!("{number} {} {all}", self.context.strings().out_of);
        self.context.joined(&[said, self.kind_name(kind).to_owned()])
    }

    /// The lines of the block, the most important first.
    pub(super) fn said(&self) -> Vec<SaidLine> {
        let Some(session) = &self.suggesting.session else { return Vec::new() };
        let Some(offer) = session.current else { return self.said_at_end(session) };
        let heading = line(self.heading(session, offer), Role::Heading);
        let context = &self.context;
        match &session.stage {
            Stage::Offered | Stage::End => {
                let mut lines = vec![heading, line(self.detail(session, offer), Role::Text)];
                lines.push(line(self.why(session, offer), Role::Quiet));
                lines
            }
            Stage::Kind(_) => vec![heading, line(self.detail(session, offer), Role::Text)],
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
            let kind = group.known.as_ref().map(|known| &*known.kind).or(group.kind);
            if let Some(kind) = kind {
                let kind = names::capitalized(names::actor_kind(context.language, kind));
                parts[0] = format!("{what} {kind}");
            }
            let places = session.offers.places(offer).len();
            parts.push(names::counted(context.language, places, &strings.places));
        }
        context.joined(&parts)
    }

    /// Its words, and what would be written of them.
    fn detail(&self, session: &Session, offer: usize) -> String {
        let dossier = &self.context.dossier;
        let first = session.offers.first(offer);
        let detail = match &first.what {
            What::Leftover(lines) => {
                let lines: Vec<String> =
                    lines.iter().map(|line| self.quoted(&visible(dossier, line))).collect();
                self.context.joined(&lines)
            }
            What::Name(_) => session.offers.group(offer).map(|group| self.of_name(group)).unwrap_or_default(),
            What::Time(time) => self.of_time(&visible(dossier, &first.range), time),
            What::Figure(figure) => self.of_figure(&visible(dossier, &first.range), figure),
            What::Attributed(markers) => {
                let markers: Vec<String> =
                    markers.iter().map(|marker| self.quoted(&visible(dossier, marker))).collect();
                let speaker = session.speaker.as_ref().and_then(|id| dossier.actor(id));
                let speaker = speaker.map(|actor| {
                    let name = names::name(&self.context, &actor.to_ref());
                    format!("{} {name}", self.context.strings().suggesting.said_by)
                });
                let markers = (!markers.is_empty()).then(|| markers.join(", "));
                self.context.joined(&markers.into_iter().chain(speaker).collect::<Vec<_>>())
            }
        };
        self.context.said(&detail).into_owned()
    }

    fn quoted(&self, words: &str) -> String {
        quoted::of_article(&self.context.dossier, words)
    }

    fn of_name(&self, group: &NameGroup) -> String {
        let forms: Vec<String> = group.forms.iter().map(|form| self.quoted(form)).collect();
        let forms = forms.join(", ");
        match &group.known {
            Some(known) => {
                let name = self.context.text(&known.name);
                self.context.joined(&[name, forms])
            }
            None => forms,
        }
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
            Some(number) => names::bare_value(context.language, context.glyphs, number, figure.qualifier),
            None => figure.value.clone(),
        };
        context.joined(&[self.quoted(words), format!("{value} {}", figure.unit).trim_end().to_owned()])
    }

    /// Why it is suggested, and what accepting it makes.
    fn why(&self, session: &Session, offer: usize) -> String {
        let context = &self.context;
        let strings = &context.strings().suggesting;
        let first = session.offers.first(offer);
        let group = session.offers.group(offer);
        let reason = match (group.map_or(first.reason, |group| group.reason), &first.what) {
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
        let becomes = match first.what {
            What::Leftover(_) => strings.becomes_boilerplate,
            What::Name(_) => strings.becomes_actor,
            What::Attributed(_) => strings.becomes_claim,
            What::Time(_) => strings.becomes_event,
            What::Figure(_) => strings.becomes_figure,
        };
        let why = strings.why.replacen("{}", &reason, 1);
        context.joined(&[why, becomes.to_owned()])
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
