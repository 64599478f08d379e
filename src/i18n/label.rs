//! What is known of things is labelled: each label with its words.

use crate::dossier::Kind;
use crate::i18n::language::Language;
use crate::i18n::plural::Plural;

/// What a fact is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Label {
    /// What it is, in a few short parts.
    Details,
    /// How a claim is assessed, or that it is not.
    Judgement,
    /// Where it comes from.
    Provenance,
    /// What an actor does in the story.
    Role,
    /// How often and where the article names an actor.
    Mentions,
    /// That the article does not name an actor.
    NotNamed,
    /// Quotations that should name an actor and do not stand in the article.
    MissingMentions,
    /// The article's words for it.
    Words,
    /// That the article does not say it.
    NotInArticle,
    /// The words of the article that a gap is about.
    LeftOutAt,
    /// Words of the article that perhaps mean it.
    PerhapsMeant,
    /// What happened.
    Summary,
    /// What became of it.
    Status,
    /// What a claim's sources say.
    SourcesSay,
    /// A remark of ours, without a source.
    Remark,
    /// A note on a figure.
    FigureNote,
    /// What a series counts.
    Definition,
    /// What the series of a figure counts.
    SeriesDefinition,
    /// The title of a source.
    Title,
    /// What a source says in its own words.
    OwnWords,
    /// Where it is published.
    Address,
    /// Rows of figures that were left out because of errors.
    RowsLeftOut,
    /// That nothing rests on a source.
    Unused,
    /// The sources of a statement.
    Sources,
    /// The sources a source repeats.
    Repeats,
    /// The sources it repeats by way of others.
    GoesBackTo,
    /// The sources that repeat it.
    RepeatedBy,
    /// Its figures.
    Figures,
    /// Gaps at the words of a claim.
    GapsHere,
    /// Claims at the words of a gap.
    ClaimsHere,
    /// Whom the article attributes a claim to.
    AttributedTo,
    /// Events it follows.
    Follows,
    /// Events that follow it.
    FollowedBy,
    /// Events that the article could know.
    Events,
    /// Events that came after the article.
    LaterEvents,
    /// Events within the period of a figure.
    EventsWithin,
    /// Places that a publisher covers and has no figure of.
    NoValueFor,
    /// Series that cover a place and have no figure of it.
    NoFigureIn,
    /// Actors whose role a source supports.
    Roles,
    /// Other links of the article.
    OtherLinks,
    /// Things of a kind it is linked to.
    Linked(Kind),
    /// The one thing of a kind it belongs to.
    Of(Kind),
}

impl Label {
    /// What it says in a language, as within a sentence.
    pub fn words(self, language: Language) -> &'static str {
        let strings = language.strings();
        let export = &strings.export;
        match self {
            // Its parts say what they are.
            Self::Details => "",
            Self::Judgement => strings.by_assessment,
            Self::Provenance => strings.by_provenance,
            Self::Role | Self::FigureNote => strings.in_our_words,
            Self::Mentions => strings.mention.many,
            Self::NotNamed => strings.not_named,
            Self::MissingMentions => strings.mention.one,
            Self::Words => strings.the_article,
            Self::NotInArticle => strings.not_in_article,
            Self::LeftOutAt => strings.left_out,
            Self::PerhapsMeant => strings.perhaps_meant_here,
            Self::Summary => export.summary,
            Self::Status => strings.status,
            Self::SourcesSay => strings.the_sources,
            Self::Remark => strings.our_remark,
            Self::Definition | Self::SeriesDefinition => strings.what_is_counted,
            Self::Title => export.title,
            Self::OwnWords => export.own_words,
            Self::Address => strings.address,
            Self::RowsLeftOut => strings.rows_left_out.many,
            Self::Unused => export.unused,
            Self::Sources => strings.source.many,
            Self::Repeats => strings.repeats,
            Self::GoesBackTo => strings.goes_back_to,
            Self::RepeatedBy => strings.repeated_by,
            Self::Figures => strings.observation.many,
            Self::GapsHere => strings.left_out_here,
            Self::ClaimsHere => strings.claim_here,
            Self::AttributedTo => strings.attributed_to,
            Self::Follows => strings.follows,
            Self::FollowedBy => strings.followed_by,
            Self::Events => strings.event.many,
            Self::LaterEvents => strings.after_the_article,
            Self::EventsWithin => strings.in_this_period,
            Self::NoValueFor => strings.no_value_for,
            Self::NoFigureIn => strings.no_figure_in,
            Self::Roles => strings.roles,
            Self::OtherLinks => strings.in_the_article,
            Self::Linked(of) => kind(language, of).many,
            Self::Of(of) => kind(language, of).one,
        }
    }
}

/// What kind of thing it is, as a noun.
pub fn kind(language: Language, kind: Kind) -> &'static Plural<'static> {
    let strings = language.strings();
    match kind {
        Kind::Actor => &strings.actor,
        Kind::Relation => &strings.relation,
        Kind::Claim => &strings.claim,
        Kind::Gap => &strings.gap,
        Kind::Event => &strings.event,
        Kind::Series => &strings.series,
        Kind::Observation => &strings.observation,
        Kind::Place => &strings.measured_place,
        Kind::Source => &strings.source,
        Kind::Link => &strings.link,
    }
}
