//! The kinds of things, in one table: what they are called in files, where they are kept and shown, what they rest on.

/// Hands the table to a macro. A row of what stands in a list of its own in [`super::Parts`] says, of a type that is called
/// like the kind:
///
/// * the word it has in files, and the panel that shows such things best,
/// * the look-up by id, and the list,
/// * what its evidence is: `evidence` of a statement, `role` of a thing whose role is one, `none` of a thing that states
///   nothing,
/// * the field it is called by, `optional` where a thing may lack it, or `composed` if it is called by several of its
///   parts.
///
/// What has no list there has the word and the panel alone. The order is that in which search and
/// "go to" list things, and in which the links of a thing are listed.
macro_rules! kinds {
    ($make:ident) => {
        $make! {
            listed {
                /// Who or what the story is about: someone who acts, a place, a product.
                Actor = "actor", Actors, actor in actors, role, name;
                /// Something dated.
                Event = "event", Timeline, event in events, evidence, title;
                /// What the article asserts.
                Claim = "claim", Claims, claim in claims, evidence, text optional;
                /// What a source says and the article leaves out.
                Gap = "gap", Claims, gap in gaps, evidence, text;
                /// Actor, verb, actor.
                Relation = "relation", Actors, relation in relations, evidence, composed;
                /// One publisher's figures under one definition.
                Series = "series", Trend, series_by_id in series, none, composed;
                /// Where something was measured.
                Place = "place", Trend, place in places, none, name;
                /// One value of a series.
                Observation = "observation", Trend, observation in observations, evidence, composed;
                /// A publication.
                Source = "source", Article, source in sources, none, composed;
            }
            others {
                /// A link of the article's own.
                Link = "link", Article;
            }
        }
    };
}

pub(super) use kinds;

macro_rules! enumeration {
    (
        listed {
            $($(#[$doc:meta])* $kind:ident = $word:literal, $_panel:ident, $_name:ident in $_list:ident, $_evidence:ident, $_called:ident $($_optional:ident)?;)*
        }
        others { $($(#[$other_doc:meta])* $other:ident = $other_word:literal, $_other_panel:ident;)* }
    ) => {
        /// What kind of thing an id names.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
            $($(#[$other_doc])* $other,)*
        }

        impl Kind {
            /// Every kind, in the order in which search and "go to" list things.
            pub const ALL: [Kind; [$($word,)* $($other_word),*].len()] = [$(Kind::$kind,)* $(Kind::$other),*];

            /// The word used in dossier files: the `actor` of `actor:bytedance`.
            pub fn word(self) -> &'static str {
                match self {
                    $(Kind::$kind => $word,)*
                    $(Kind::$other => $other_word,)*
                }
            }
        }
    };
}

kinds!(enumeration);

impl Kind {
    /// Whether an author gives ids to these things: they can be shown by a stop and have texts that a card must show. The
    /// ids of figures are composed, and links are counted.
    pub fn is_authored(self) -> bool {
        !matches!(self, Kind::Observation | Kind::Link)
    }
}
