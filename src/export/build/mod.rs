//! Puts together what a document says.

mod article;
mod bars;
mod brief;
mod entries;
mod figures;
mod lanes;
mod map;
mod marks;
mod overview;
mod part;
mod quotations;
mod score;
mod sections;
mod tour;

use std::collections::HashSet;
use std::sync::Arc;

use self::marks::Marks;
use super::Options;
use super::choice::Choice;
use super::document::brief::{Brief, Budget};
use super::document::{Document, Inline, Link, Mark, Section, Words};
use super::ids;

use crate::dossier::{Dossier, Id, Kind, LocalText, Ref};
use crate::facts::{self, Address, Article, Wording};
use crate::i18n::language::Language;
use crate::i18n::strings::{Export, Strings};
use crate::load::Loaded;
use crate::look::glyphs::Glyphs;
use crate::look::signs;
use crate::protocol::context::Context;
use crate::protocol::quoted::of_article;
use crate::protocol::{names, words};

/// A dossier in a language.
pub(super) fn document(loaded: &Loaded, options: Options) -> Document {
    let dossier = &loaded.dossier;
    let context = Context::new(Arc::clone(dossier), options.language).with_faulty(loaded.faulty.clone());
    let builder = Builder { context, dossier, marks: Marks::of(dossier) };
    builder.document(loaded.tally.errors, options.with_notes)
}

/// A part of a dossier in a language; none if nothing is in it.
pub(super) fn part(loaded: &Loaded, language: Language, choice: &Choice) -> Option<Document> {
    let dossier = &loaded.dossier;
    let context = Context::new(Arc::clone(dossier), language).with_faulty(loaded.faulty.clone());
    let builder = Builder { context, dossier, marks: Marks::of(dossier) };
    builder.part(loaded.tally.errors, choice)
}

/// The sources of a part of a dossier, and those that it cites.
pub(super) fn sources_of_part(loaded: &Loaded, language: Language, choice: &Choice) -> HashSet<Id> {
    let dossier = &loaded.dossier;
    let context = Context::new(Arc::clone(dossier), language).with_faulty(loaded.faulty.clone());
    Builder { context, dossier, marks: Marks::default() }.sources_of_part(choice)
}

/// Makes handouts of a dossier, with so much of everything as is asked for.
pub(super) fn briefs(loaded: &Loaded, language: Language) -> impl Fn(&Budget) -> Brief {
    let dossier = &loaded.dossier;
    let context = Context::new(Arc::clone(dossier), language).with_faulty(loaded.faulty.clone());
    let builder = Builder { context, dossier, marks: Marks::default() };
    let errors = loaded.tally.errors;
    let score = facts::Score::of(dossier);
    move |budget| builder.brief(errors, &score, budget)
}

/// What the parts are put together from.
struct Builder<'a> {
    context: Context,
    dossier: &'a Dossier,
    /// The words that support things.
    marks: Marks,
}

impl Builder<'_> {
    fn document(&self, errors: usize, with_notes: bool) -> Document {
        self.document_of(errors, self.sections(with_notes))
    }

    /// A document with these sections.
    fn document_of(&self, errors: usize, sections: Vec<Section>) -> Document {
        let strings = self.strings();
        Document {
            language: self.language(),
            article_language: self.article_language(),
            title: self.title(),
            standing: self.standing(),
            warnings: self.warnings(errors),
            made: if errors > 0 { self.own().made_with_errors } else { self.own().made },
            signs: signs::legend(strings).map(|(sign, word)| (sign.glyph.get(Glyphs::Unicode), word)).into(),
            sections,
        }
    }

    /// What the dossier is called; what the article is called where it has no name.
    fn title(&self) -> Words {
        let dossier = self.dossier;
        let title = Some(&dossier.title).filter(|title| !title.is_empty()).map(|title| self.words(title));
        title.unwrap_or_else(|| self.quoted(dossier.article.title().unwrap_or_default()))
    }

    /// What is to be known before one reads it: that some of it is at fault.
    fn warnings(&self, errors: usize) -> Vec<String> {
        let warning = || {
            let errors = names::counted(self.language(), errors, &self.strings().errors);
            self.own().errors.replace("{}", &errors)
        };
        (errors > 0).then(warning).into_iter().collect()
    }

    fn language(&self) -> Language {
        self.context.language
    }

    fn strings(&self) -> &'static Strings {
        self.context.strings()
    }

    /// What only a document says.
    fn own(&self) -> &'static Export {
        &self.strings().export
    }

    /// Of which article it is, and how far its facts run.
    fn standing(&self) -> Vec<Vec<Inline>> {
        let strings = self.strings();
        let Article { title, outlet, published, address, as_of } = facts::article(self.dossier);
        let mut lines = Vec::new();
        let published = published.map(|when| self.context.date(when));
        let of: Vec<String> = [outlet.map(str::to_owned), published].into_iter().flatten().collect();
        if let Some(title) = title {
            let title = self.quoted(&of_article(self.dossier, title));
            let mut line = vec![Inline::ours(format!("{}: ", strings.article)), Inline::Words(title)];
            if !of.is_empty() {
                line.push(Inline::ours(format!(" · {}", of.join(", "))));
            }
            lines.push(line);
        }
        let words = self.own().at_the_publisher;
        match address {
            Address::Opens(address) => {
                lines.push(vec![Inline::ExternalLink { address, words: Some(words.to_owned()) }]);
            }
            Address::Shown(address) => {
                lines.push(vec![Inline::ours(format!("{words}: ")), Inline::Unlinked(address.to_owned())]);
            }
            Address::None => {}
        }
        if let Some(as_of) = as_of {
            lines.push(vec![Inline::ours(format!("{} {}", strings.as_of, self.context.date(as_of)))]);
        }
        lines
    }

    /// The dossier's own text, in a language of its reader's if there is such.
    fn words(&self, text: &LocalText) -> Words {
        let Some(shown) = text.shown(self.language().tag(), &self.dossier.article.language) else {
            return Words::default();
        };
        Words {
            text: shown.text.to_owned(),
            language: shown.other.map(|other| other.tag().to_owned()),
            is_marked: shown.other.is_some(),
        }
    }

    /// Words in the article's language.
    fn quoted(&self, text: &str) -> Words {
        Words { text: text.to_owned(), language: self.article_language(), is_marked: false }
    }

    /// The article's language, where it is another and known.
    fn article_language(&self) -> Option<String> {
        let language = &self.dossier.article.language;
        let other = !language.is_unknown() && language.primary() != self.language().tag();
        other.then(|| language.tag().to_owned())
    }

    /// What a thing is called, in its own language.
    fn name(&self, of: &Ref) -> Words {
        let words = facts::wording(self.dossier, of).and_then(|wording| match wording {
            Wording::Ours(text) => Some(self.words(text)),
            Wording::Article(words) => Some(self.quoted(&names::called_by_article(&self.context, &words))),
            Wording::NoEvidence(_) => None,
        });
        let words = words.filter(|words| !words.text.is_empty());
        words.unwrap_or_else(|| Words::ours(names::name(&self.context, of)))
    }

    /// `Aussage 4`, `Lücke 2`.
    fn numbered(&self, of: &Ref) -> String {
        words::numbered(&self.context, of)
    }

    /// The sign of a thing where its name stands for it, and what it says.
    fn mark_of(&self, of: &Ref) -> Mark {
        self.mark(facts::mark(self.dossier, self.context.faults(), of))
    }

    fn mark(&self, kind: facts::Mark) -> Mark {
        Mark { kind, word: words::mark(self.language(), kind) }
    }

    fn thing(&self, to: &Ref) -> Inline {
        Inline::Thing { to: to.clone(), anchor: ids::of(self.dossier, to), words: self.name(to) }
    }

    fn link(&self, to: &Ref) -> Link {
        let mut words = self.name(to);
        match to.kind {
            Kind::Claim | Kind::Gap => words.text = format!("{}: {}", self.numbered(to), words.text),
            Kind::Event => {
                if let Some(event) = self.dossier.event(&to.id) {
                    words.text = format!("{}: {}", self.context.date(&event.date), words.text);
                }
            }
            _ => {}
        }
        let mut under = Vec::new();
        if let Some(figure) = self.dossier.observation(&to.id).filter(|_| to.kind == Kind::Observation) {
            under.push(self.name(&Ref::new(Kind::Series, &figure.series)));
        }
        let anchor = ids::of(self.dossier, to);
        let is_at_fault = self.context.broken.contains(to) || self.context.faulty.contains(to);
        Link { mark: self.mark_of(to), is_at_fault, to: to.clone(), anchor, words, under }
    }
}
