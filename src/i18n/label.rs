//! What is known of things is labelled: each label with its words.

use crate::dossier::Kind;
use crate::i18n::language::Language;

/// Makes the labels from one table. The words of a label are `("German", "English")`; those that the interface says elsewhere
/// as well are taken from its strings, `(|strings| strings.key)`, and those of another label by its name, `(Label)`.
macro_rules! labels {
    ($($(#[$doc:meta])* $label:ident => $words:tt;)*) => {
        /// What a fact is about.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Label {
            $($(#[$doc])* $label,)*
            /// Things of a kind it is linked to.
            Linked(Kind),
            /// The one thing of a kind it belongs to.
            Of(Kind),
        }

        impl Label {
            /// Every label but [`Label::Linked`] and [`Label::Of`].
            pub const ALL: &[Label] = &[$(Label::$label),*];

            /// What it says in a language, as within a sentence.
            pub fn words(self, language: Language) -> &'static str {
                match self {
                    $(Self::$label => words!(language, $words),)*
                    Self::Linked(of) => language.strings().kind(of).many,
                    Self::Of(of) => language.strings().kind(of).one,
                }
            }
        }
    };
}

macro_rules! words {
    ($language:expr, ($german:literal, $english:literal)) => {
        match $language {
            Language::De => $german,
            Language::En => $english,
        }
    };
    ($language:expr, (|$strings:ident| $words:expr)) => {{
        let $strings = $language.strings();
        $words
    }};
    ($language:expr, ($label:ident)) => {
        Label::$label.words($language)
    };
}

labels! {
    /// What it is, in a few short parts.
    // Its parts say what they are.
    Details => ("", "");
    /// How a claim is assessed, or that it is not.
    Judgement => (|strings| strings.by_assessment);
    /// Where it comes from.
    Provenance => (|strings| strings.by_provenance);
    /// What an actor does in the story.
    Role => (|strings| strings.in_our_words);
    /// How often and where the article names an actor.
    Mentions => (|strings| strings.passage.many);
    /// That the article does not name an actor.
    NotNamed => ("Der Artikel nennt diesen Akteur nicht.", "The article does not name this actor.");
    /// Quotations that should name an actor and do not stand in the article.
    MissingMentions => (|strings| strings.mention);
    /// The article's words for it.
    Words => (|strings| strings.the_article);
    /// That the article does not say it.
    NotInArticle => (|strings| strings.not_in_article);
    /// The words of the article that a gap is about.
    LeftOutAt => ("Weggelassen an dieser Stelle", "Left out at this point");
    /// Words of the article that perhaps mean it.
    PerhapsMeant => (|strings| strings.perhaps_meant_here);
    /// What happened.
    Summary => ("Was geschah, in unseren Worten", "What happened, in our words");
    /// What became of it.
    Status => ("Stand", "Status");
    /// What a claim's sources say.
    SourcesSay => ("Die Quellen, in unseren Worten", "The sources, in our words");
    /// A remark of ours, without a source.
    Remark => (|strings| strings.our_remark);
    /// What was looked for in vain.
    Searched => ("Vergeblich gesucht", "Looked for in vain");
    /// A note on a figure.
    FigureNote => (|strings| strings.in_our_words);
    /// What a series shows.
    Finding => ("Befund", "Finding");
    /// What a series counts.
    Definition => ("Gezählt wird", "What is counted");
    /// What the series of a figure counts.
    SeriesDefinition => (Definition);
    /// The title of a source.
    Title => ("Titel", "Title");
    /// What a source says in its own words.
    OwnWords => ("Die Quelle, in ihren Worten", "The source, in its own words");
    /// Where it is published.
    Address => ("Adresse", "Address");
    /// Where a copy of it is kept.
    Archived => ("Kopie", "Copy");
    /// Rows of figures that were left out because of errors.
    RowsLeftOut => (|strings| strings.rows_left_out.many);
    /// That nothing rests on a source.
    Unused => ("Nichts im Dossier stützt sich auf diese Quelle.", "Nothing in the dossier rests on this source.");
    /// The sources of a statement.
    Sources => (|strings| strings.source.many);
    /// The sources a source repeats.
    Repeats => ("Gibt wieder", "Repeats");
    /// The sources it repeats by way of others.
    GoesBackTo => ("Geht zurück auf", "Goes back to");
    /// The sources that repeat it.
    RepeatedBy => ("Wiedergegeben von", "Repeated by");
    /// Claims that were assessed with a source itself, not by way of one that repeats it.
    CitingClaims => ("Aussagen, die wir unmittelbar an ihr geprüft haben", "Claims we assessed with it directly");
    /// Gaps that do.
    CitingGaps => ("Lücken, die wir unmittelbar mit ihr belegen", "Gaps we support with it directly");
    /// Its figures.
    Figures => (|strings| strings.observation.many);
    /// Gaps at the words of a claim.
    GapsHere => (|strings| strings.left_out_here);
    /// Claims at the words of a gap.
    ClaimsHere => ("Aussage an dieser Stelle", "Claim at this point");
    /// Whom the article attributes a claim to.
    AttributedTo => (|strings| strings.attributed_to);
    /// Events it follows.
    Follows => ("Folgt auf", "Follows");
    /// Events that follow it.
    FollowedBy => ("Darauf folgt", "Followed by");
    /// Events that the article could know.
    Events => (|strings| strings.event.many);
    /// Events that came after the article.
    LaterEvents => ("Ereignisse nach dem Artikel", "Events after the article");
    /// Events within the period of a figure.
    EventsWithin => ("Ereignisse in diesem Zeitraum", "Events in this period");
    /// Places that a publisher covers and has no figure of.
    NoValueFor => (|strings| strings.no_value_for);
    /// The series whose values these are planned for.
    PlannedFor => ("Geplant für", "Planned for");
    /// The series of what is planned of it.
    Planned => ("Dazu geplant", "Planned in addition");
    /// Series that cover a place and have no figure of it.
    NoFigureIn => ("Kein Wert in", "No figure in");
    /// Actors whose role a source supports.
    Roles => (|strings| strings.roles);
    /// Other links of the article.
    OtherLinks => ("im Artikel", "in the article");
}
