//! The kinds of things that have a list of their own in [`Parts`], in one table: look-ups, names, evidence and everything
//! else that goes through the things of every kind is made from it.

use super::content::Content;
use super::{
    Actor, Article, Claim, Dossier, Event, Evidence, Gap, Id, Kind, LocalText, Observation, Parts, Place,
    Ref, Relation, Series, Source,
};

/// Makes everything from rows `look-up(list in Parts): kind => type, evidence`. The evidence is `evidence` for a statement,
/// `role` for a thing whose role is one, `none` for a thing that states nothing.
macro_rules! things {
    ($($name:ident($field:ident): $kind:ident => $thing:ty, $evidence:ident;)*) => {
        $(
            impl $thing {
                /// The name of this thing.
                pub fn to_ref(&self) -> Ref {
                    Ref::new(Kind::$kind, &self.id)
                }
            }

            evidence!($evidence $thing);
        )*

        impl Dossier {
            $(
                #[doc = concat!("The ", stringify!($name), " with this id.")]
                pub fn $name(&self, id: &Id) -> Option<&$thing> {
                    let index = *self.index.get(&Ref::new(Kind::$kind, id))?;
                    self.parts.$field.get(index)
                }
            )*

            /// What a statement rests on; `None` for a thing that states nothing (a place, a series, a source).
            pub fn evidence(&self, item: &Ref) -> Option<&Evidence> {
                match item.kind {
                    $(Kind::$kind => self.$name(&item.id)?.evidence(),)*
                    Kind::Link => None,
                }
            }

            /// What a thing consists of; nothing of one that is not there.
            pub(super) fn content(&self, item: &Ref) -> Content<'_> {
                let content = match item.kind {
                    $(Kind::$kind => self.$name(&item.id).map(<$thing>::content),)*
                    Kind::Link => self.article.link(&item.id).map(super::ArticleLink::content),
                };
                content.unwrap_or_default()
            }

            /// The thing of this kind at this index of the author's order.
            pub(super) fn nth_of_kind(&self, kind: Kind, index: usize) -> Option<Ref> {
                match kind {
                    $(Kind::$kind => self.$field.get(index).map(<$thing>::to_ref),)*
                    Kind::Link => self.article.links.get(index).map(super::ArticleLink::to_ref),
                }
            }
        }

        impl Parts {
            /// A dossier with nothing but an article.
            pub(crate) fn of_article(title: LocalText, article: Article) -> Self {
                Self {
                    title,
                    as_of: None,
                    article,
                    $($field: Vec::new(),)*
                    mentions: Vec::new(),
                    lanes: Vec::new(),
                    stops: Vec::new(),
                }
            }

            /// Every thing with its index among those of its kind.
            pub(super) fn indexed(&self) -> impl Iterator<Item = (Ref, usize)> {
                std::iter::empty()$(.chain(self.$field.iter().map(<$thing>::to_ref).zip(0..)))*
            }

            /// Every thing with what it consists of.
            pub(super) fn contents(&self) -> impl Iterator<Item = (Ref, Content<'_>)> {
                std::iter::empty()$(.chain(self.$field.iter().map(|thing| (thing.to_ref(), thing.content()))))*
            }

            /// What the things of every kind name of this kind, with repeats.
            pub(crate) fn named(&self, kind: Kind) -> impl Iterator<Item = &Id> {
                let links = self.contents().flat_map(|(_, content)| content.links);
                links.filter(move |(of, _)| *of == kind).flat_map(|(_, ids)| ids)
            }

            /// Every statement with what it rests on.
            pub(crate) fn statements(&self) -> impl Iterator<Item = (Ref, &Evidence)> {
                std::iter::empty()$(.chain(
                    self.$field.iter().filter_map(|thing| Some((thing.to_ref(), thing.evidence()?)))
                ))*
            }

            /// The same, to be changed.
            pub(crate) fn statements_mut(&mut self) -> impl Iterator<Item = (Ref, &mut Evidence)> {
                std::iter::empty()$(.chain(
                    self.$field.iter_mut().filter_map(|thing| Some((thing.to_ref(), thing.evidence_mut()?)))
                ))*
            }
        }
    };
}

macro_rules! evidence {
    (evidence $thing:ty) => {
        impl $thing {
            fn evidence(&self) -> Option<&Evidence> {
                Some(&self.evidence)
            }

            fn evidence_mut(&mut self) -> Option<&mut Evidence> {
                Some(&mut self.evidence)
            }
        }
    };
    (role $thing:ty) => {
        impl $thing {
            fn evidence(&self) -> Option<&Evidence> {
                self.role.as_ref().map(|role| &role.evidence)
            }

            fn evidence_mut(&mut self) -> Option<&mut Evidence> {
                self.role.as_mut().map(|role| &mut role.evidence)
            }
        }
    };
    (none $thing:ty) => {
        impl $thing {
            fn evidence(&self) -> Option<&Evidence> {
                None
            }

            fn evidence_mut(&mut self) -> Option<&mut Evidence> {
                None
            }
        }
    };
}

// The order is that in which the links of a thing are listed.
things! {
    relation(relations): Relation => Relation, evidence;
    actor(actors): Actor => Actor, role;
    claim(claims): Claim => Claim, evidence;
    gap(gaps): Gap => Gap, evidence;
    event(events): Event => Event, evidence;
    place(places): Place => Place, none;
    series_by_id(series): Series => Series, none;
    observation(observations): Observation => Observation, none;
    source(sources): Source => Source, none;
}

#[cfg(test)]
mod tests {
    use crate::load::{fixture, load};

    /// The table says which things are statements, and the content of each thing says it as well.
    #[test]
    fn a_thing_with_evidence_is_a_statement() {
        let loaded = load(&fixture()).expect("it loads");
        let parts = &loaded.dossier.parts;
        for (item, content) in parts.contents() {
            assert_eq!(loaded.dossier.evidence(&item), content.evidence, "{item}");
        }
        let with_evidence = parts.contents().filter(|(_, content)| content.evidence.is_some());
        assert!(with_evidence.map(|(item, _)| item).eq(parts.statements().map(|(item, _)| item)));
    }
}
