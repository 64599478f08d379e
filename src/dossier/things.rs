//! What is made from the table of kinds: look-ups, names, evidence and everything else that goes through the things of every
//! kind.

use super::content::Content;
use super::kind::kinds;
use super::{Dossier, Evidence, Id, Kind, LocalText, Parts, Ref, StopPanel, model};

macro_rules! things {
    (
        listed {
            $($(#[$_doc:meta])* $kind:ident = $_word:literal, $panel:ident, $name:ident in $field:ident, $evidence:ident, $called:ident $($optional:ident)?;)*
        }
        others { $($(#[$_other_doc:meta])* $other:ident = $_other_word:literal, $other_panel:ident;)* }
    ) => {
        impl Kind {
            /// The panel that shows things of this kind best.
            pub fn panel(self) -> StopPanel {
                match self {
                    $(Kind::$kind => StopPanel::$panel,)*
                    $(Kind::$other => StopPanel::$other_panel,)*
                }
            }
        }

        $(
            impl model::$kind {
                /// The name of this thing.
                pub fn to_ref(&self) -> Ref {
                    Ref::new(Kind::$kind, &self.id)
                }

                called!($called $($optional)?);
            }

            evidence!($evidence model::$kind);
        )*

        impl Dossier {
            $(
                #[doc = concat!("The ", stringify!($name), " with this id.")]
                pub fn $name(&self, id: &Id) -> Option<&model::$kind> {
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

            /// The text of its own that a thing is called by; none if it is called by several of its parts.
            pub fn own_name(&self, item: &Ref) -> Option<&LocalText> {
                match item.kind {
                    $(Kind::$kind => self.$name(&item.id)?.own_name(),)*
                    Kind::Link => None,
                }
            }

            /// What a thing consists of; nothing of one that is not there.
            pub(super) fn content(&self, item: &Ref) -> Content<'_> {
                let content = match item.kind {
                    $(Kind::$kind => self.$name(&item.id).map(model::$kind::content),)*
                    Kind::Link => self.article.link(&item.id).map(super::ArticleLink::content),
                };
                content.unwrap_or_default()
            }

            /// The thing of this kind at this index of the author's order.
            pub(crate) fn nth_of_kind(&self, kind: Kind, index: usize) -> Option<Ref> {
                match kind {
                    $(Kind::$kind => self.$field.get(index).map(model::$kind::to_ref),)*
                    Kind::Link => self.article.links.get(index).map(super::ArticleLink::to_ref),
                }
            }
        }

        impl Parts {
            /// Every thing with its index among those of its kind.
            pub(super) fn indexed(&self) -> impl Iterator<Item = (Ref, usize)> {
                std::iter::empty()$(.chain(self.$field.iter().map(model::$kind::to_ref).zip(0..)))*
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

macro_rules! called {
    (composed) => {
        fn own_name(&self) -> Option<&LocalText> {
            None
        }
    };
    ($field:ident optional) => {
        fn own_name(&self) -> Option<&LocalText> {
            self.$field.as_ref()
        }
    };
    ($field:ident) => {
        fn own_name(&self) -> Option<&LocalText> {
            Some(&self.$field)
        }
    };
}

kinds!(things);

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
