//! Every file, every table and every key, in the order of the reference.

use super::{Field, Group, Need, Type, field};
use crate::load::DOSSIER;
use crate::load::syntax::words;

/// The files a dossier's tables may stand in, in the order in which they are put together.
pub const FILES: [&str; 7] =
    [DOSSIER, "sources.toml", "actors.toml", "claims.toml", "events.toml", "series.toml", "tour.toml"];

const OWN_ID: Field =
    field("id", Type::Id, Need::Required, "Its name, by which others refer to it.", r#"id = "old-bridge""#);
const ACTORS: Field = field(
    "actors",
    Type::Refs("actor"),
    Need::Optional,
    "The actors it names: they are lit with it. Without the key those whose names stand inside its anchors; `[]` is none.",
    r#"actors = ["council"]"#,
);
const ANCHORS: Field = field(
    "anchors",
    Type::Anchors,
    Need::Evidence,
    "The words of the article that support it.",
    r#"anchors = ["close the old bridge"]"#,
);
const SOURCES: Field = field(
    "sources",
    Type::Refs("source"),
    Need::Evidence,
    "The publications that support it.",
    r#"sources = ["minutes"]"#,
);
const PROMINENT: Field = field(
    "prominent",
    Type::Flag,
    Need::Optional,
    "Whether it stands in the short list.",
    "prominent = true",
);

/// The head of `dossier.toml`, and the tables that may stand there or in a file beside it.
pub const HEAD: Group = Group {
    title: "dossier.toml",
    what: "dossier.toml",
    fields: &[
        field("format", Type::Format, Need::Required, "The number of this format: 1.", "format = 1"),
        field(
            "id",
            Type::Id,
            Need::Required,
            "The dossier's name; where the reader left off is kept by the path, not by it.",
            r#"id = "bridge""#,
        ),
        field(
            "title",
            Type::Local,
            Need::Required,
            "The dossier's title, at the top left of the screen.",
            r#"title = "The bridge""#,
        ),
        field(
            "as_of",
            Type::Date,
            Need::Optional,
            "The facts run to here; shown at the top right.",
            r#"as_of = "2026-09""#,
        ),
        field(
            "observations",
            Type::File,
            Need::Optional,
            "The file of figures, see [Observations](#observations).",
            r#"observations = "observations.csv""#,
        ),
        field(
            "article",
            Type::Table("article"),
            Need::Required,
            "The article, see [`[article]`](#article).",
            "[article]",
        ),
        field("source", Type::Tables("source"), Need::Optional, "Publications.", "[[source]]"),
        field("actor", Type::Tables("actor"), Need::Optional, "Who the story is about.", "[[actor]]"),
        field("relation", Type::Tables("relation"), Need::Optional, "Who does what to whom.", "[[relation]]"),
        field("claim", Type::Tables("claim"), Need::Optional, "What the article asserts.", "[[claim]]"),
        field("gap", Type::Tables("gap"), Need::Optional, "What it leaves out.", "[[gap]]"),
        field(
            "lane",
            Type::Tables("lane"),
            Need::Optional,
            "Whose act an event is; the order here is the order on screen.",
            "[[lane]]",
        ),
        field("event", Type::Tables("event"), Need::Optional, "What happened when.", "[[event]]"),
        field("place", Type::Tables("place"), Need::Optional, "Where figures were measured.", "[[place]]"),
        field("series", Type::Tables("series"), Need::Optional, "What the figures are.", "[[series]]"),
        field(
            "stop",
            Type::Tables("stop"),
            Need::Optional,
            "The tour: what to show and say, in order.",
            "[[stop]]",
        ),
    ],
};

/// How many of the head's fields stand nowhere but in `dossier.toml`; those after them are tables.
pub(super) const OWN: usize = 6;

/// The article.
pub const ARTICLE: Group = Group {
    title: "[article]",
    what: "[article]",
    fields: &[
        field(
            "file",
            Type::ArticleFile,
            Need::Required,
            "The article's text: `.txt` is plain text, `.md` or `.markdown` is Markdown.",
            r#"file = "article.txt""#,
        ),
        field(
            "language",
            Type::Language,
            Need::Required,
            "The language it is written in; its words are broken at line ends by it (`de en es fr it pt`).",
            r#"language = "en""#,
        ),
        field(
            "outlet",
            Type::Text,
            Need::Optional,
            "Who published it, never translated.",
            r#"outlet = "Valley Courier""#,
        ),
        field(
            "url",
            Type::Address,
            Need::Optional,
            "Where it stands; nothing is opened.",
            r#"url = "https://example.org/bridge""#,
        ),
        field(
            "published",
            Type::Date,
            Need::Optional,
            "The day it came out; the timeline shows it as a rule.",
            r#"published = "2026-03-02""#,
        ),
        field(
            "headings",
            Type::Texts,
            Need::Optional,
            "Lines of the article that are headings. In Markdown its marks say so, too.",
            r#"headings = ["What the mayor said"]"#,
        ),
        field(
            "boilerplate",
            Type::Texts,
            Need::Optional,
            "Lines that are a web page's leftovers: not shown, and no anchor finds them.",
            r#"boilerplate = ["Share this page"]"#,
        ),
        field(
            "translation",
            Type::ArticleFiles,
            Need::Optional,
            "The article in other languages, translated by you, see [Translations](#translations).",
            r#"translation.de = "article.de.txt""#,
        ),
    ],
};

/// Publications.
pub const SOURCE: Group = Group {
    title: "[[source]]",
    what: "a source",
    fields: &[
        Field { example: r#"id = "echo""#, ..OWN_ID },
        field(
            "type",
            Type::Word(&words::SOURCE_TYPES),
            Need::Required,
            "What it is, in CSL's words (1.0.2).",
            r#"type = "article-newspaper""#,
        ),
        field("outlet", Type::Text, Need::Required, "Who published it.", r#"outlet = "Evening Echo""#),
        field(
            "title",
            Type::Prose,
            Need::Optional,
            "Its title, never translated.",
            r#"title = "Bridge shut to lorries""#,
        ),
        field("issued", Type::Date, Need::Optional, "When it came out.", r#"issued = "2026-02-25""#),
        field(
            "url",
            Type::Address,
            Need::Optional,
            "Where it stands; nothing is opened.",
            r#"url = "https://example.org/echo""#,
        ),
        field(
            "archived",
            Type::Address,
            Need::Optional,
            "Where a copy of it is kept: opened where `url` cannot be, or is left out.",
            r#"archived = "https://web.archive.org/web/2026/https://example.org/echo""#,
        ),
        field(
            "accessed",
            Type::Date,
            Need::Optional,
            "The day on which the page itself was read. Left out where it was not, and then the card says so.",
            r#"accessed = "2026-03-04""#,
        ),
        field(
            "repeats",
            Type::Refs("source"),
            Need::Optional,
            "The sources it tells again. It then is not independent of them: the ends of these chains are counted \
             as origins.",
            r#"repeats = ["minutes"]"#,
        ),
        field(
            "quote",
            Type::Prose,
            Need::Optional,
            "Its own words, never translated. Without them what it says is shown as “in our words”.",
            r#"quote = "Cars may still use it.""#,
        ),
    ],
};

/// Who the story is about.
pub const ACTOR: Group = Group {
    title: "[[actor]]",
    what: "an actor",
    fields: &[
        Field { example: r#"id = "council""#, ..OWN_ID },
        field(
            "kind",
            Type::Word(&words::ACTOR_KINDS),
            Need::Required,
            "What it is.",
            r#"kind = "government""#,
        ),
        field("country", Type::Country, Need::Optional, "The state it belongs to.", r#"country = "GB""#),
        field("name", Type::Local, Need::Required, "Its name.", r#"name = "The town council""#),
        PROMINENT,
        field(
            "aliases",
            Type::Texts,
            Need::Optional,
            "The words that name it in the article, see [Aliases](#aliases).",
            r#"aliases = ["council"]"#,
        ),
        field(
            "not_in",
            Type::Texts,
            Need::Optional,
            "Other names that an alias stands inside of: there it does not count.",
            r#"not_in = ["council tax"]"#,
        ),
        field(
            "mentions",
            Type::Anchors,
            Need::Optional,
            "Passages that name it otherwise; a pronoun or paraphrase with `inferred = true`.",
            r#"mentions = [{ exact = "It", suffix = " will", inferred = true }]"#,
        ),
        field(
            "role",
            Type::Local,
            Need::Optional,
            "What it does in the story: a statement, so something must support it.",
            r#"role = "Decides on the bridge.""#,
        ),
        Field {
            need: Need::RoleEvidence,
            meaning: "The words of the article that support the role.",
            ..ANCHORS
        },
        Field { need: Need::RoleEvidence, meaning: "The publications that support the role.", ..SOURCES },
    ],
};

/// Who does what to whom.
const RELATION: Group = Group {
    title: "[[relation]]",
    what: "a relation",
    fields: &[
        Field { example: r#"id = "council-closes""#, ..OWN_ID },
        field("from", Type::Ref("actor"), Need::Required, "The actor who.", r#"from = "council""#),
        field("to", Type::Ref("actor"), Need::Required, "The actor whom.", r#"to = "hauliers""#),
        field("label", Type::Local, Need::Required, "The verb between them.", r#"label = "keeps out""#),
        ANCHORS,
        SOURCES,
    ],
};

/// What the article asserts.
pub const CLAIM: Group = Group {
    title: "[[claim]]",
    what: "a claim",
    fields: &[
        Field { example: r#"id = "closes""#, ..OWN_ID },
        field(
            "text",
            Type::Local,
            Need::TextOrAnchors,
            "The assertion in our words. It stands beside the quotation and never replaces it. Without it, the claim is shown by \
             the article's own words, those of its first anchor, in quotation marks.",
            r#"text = "The old bridge closes in May.""#,
        ),
        field(
            "short",
            Type::Local,
            Need::Optional,
            "The same where there is little room: at most 34 characters.",
            r#"short = "bridge closes in May""#,
        ),
        ANCHORS,
        field(
            "hedge",
            Type::Text,
            Need::Optional,
            "The words by which the article keeps its distance, as they stand in the anchored sentence.",
            r#"hedge = "the mayor said""#,
        ),
        field(
            "attributed_to",
            Type::Refs("actor"),
            Need::Optional,
            "The actors the article attributes it to.",
            r#"attributed_to = ["council"]"#,
        ),
        field(
            "attribution",
            Type::Text,
            Need::Optional,
            "To whom the article attributes it where that is no actor, as the words stand in the anchored sentence.",
            r#"attribution = "the mayor""#,
        ),
        ACTORS,
        field(
            "events",
            Type::Refs("event"),
            Need::Optional,
            "The events it concerns: they are lit with it.",
            r#"events = ["vote"]"#,
        ),
        field(
            "assessment",
            Type::Word(&words::ASSESSMENT_WORDS),
            Need::Required,
            "How it stands against the sources. Other than `open` needs `sources`, one of which was read.",
            r#"assessment = "qualified""#,
        ),
        Field { meaning: "The publications of the assessment.", ..SOURCES },
        field(
            "note",
            Type::Local,
            Need::Optional,
            "What the sources say, in our words.",
            r#"note = "Closed to lorries only.""#,
        ),
        field(
            "searched",
            Type::Local,
            Need::Optional,
            "What was looked for in vain, in our words. It is no evidence.",
            r#"searched = "The order of closure, in the gazette up to 4 March.""#,
        ),
    ],
};

/// What the article leaves out.
const GAP: Group = Group {
    title: "[[gap]]",
    what: "a gap",
    fields: &[
        Field { example: r#"id = "lorries-only""#, ..OWN_ID },
        field(
            "near",
            Type::Anchor,
            Need::Optional,
            "The words of the article it is about: a place, no evidence.",
            r#"near = "close the old bridge""#,
        ),
        field(
            "text",
            Type::Local,
            Need::Required,
            "What is left out, in our words.",
            r#"text = "Cars may still use it.""#,
        ),
        field(
            "short",
            Type::Local,
            Need::Optional,
            "The same where there is little room: at most 34 characters.",
            r#"short = "cars may cross""#,
        ),
        ACTORS,
        ANCHORS,
        Field { meaning: "The publications that say it.", ..SOURCES },
    ],
};

/// Whose act an event is.
const LANE: Group = Group {
    title: "[[lane]]",
    what: "a lane",
    fields: &[
        Field { example: r#"id = "town""#, ..OWN_ID },
        field("short", Type::Local, Need::Required, "A few letters, for the list.", r#"short = "Town""#),
        field("name", Type::Local, Need::Required, "In full.", r#"name = "The town""#),
    ],
};

/// What happened when.
pub const EVENT: Group = Group {
    title: "[[event]]",
    what: "an event",
    fields: &[
        Field { example: r#"id = "vote""#, ..OWN_ID },
        field("date", Type::Date, Need::Required, "When.", r#"date = "2026-02-24""#),
        field(
            "lane",
            Type::Ref("lane"),
            Need::Optional,
            "Whose act it is. Those without one are drawn in a lane of their own, below the others.",
            r#"lane = "town""#,
        ),
        field("kind", Type::Word(&words::EVENT_KINDS), Need::Required, "What it is.", r#"kind = "mandate""#),
        field("status", Type::Local, Need::Optional, "What became of it.", r#"status = "in force""#),
        field(
            "title",
            Type::Local,
            Need::Required,
            "At most 40 characters.",
            r#"title = "Council votes on the bridge""#,
        ),
        field(
            "short",
            Type::Local,
            Need::Optional,
            "The title as a label on the time axis: at most 26 characters.",
            r#"short = "council votes""#,
        ),
        field(
            "summary",
            Type::Local,
            Need::Optional,
            "One or two sentences.",
            r#"summary = "Nine to four, for lorries only.""#,
        ),
        ACTORS,
        Field {
            meaning: "The words of the article that support it; without them it is background.",
            ..ANCHORS
        },
        field(
            "candidate_for",
            Type::Anchors,
            Need::Optional,
            "Sentences that may mean it without saying so: shown with `⇢`, no evidence.",
            r#"candidate_for = ["in May"]"#,
        ),
        field(
            "follows",
            Type::Refs("event"),
            Need::Optional,
            "The events it follows; never in a cycle.",
            r#"follows = ["survey"]"#,
        ),
        SOURCES,
        PROMINENT,
    ],
};

/// Where figures were measured.
const PLACE: Group = Group {
    title: "[[place]]",
    what: "a place",
    fields: &[
        OWN_ID,
        field("name", Type::Local, Need::Required, "Its name.", r#"name = "Old bridge""#),
        field("country", Type::Country, Need::Optional, "The state it lies in.", r#"country = "GB""#),
        field(
            "actor",
            Type::Ref("actor"),
            Need::Optional,
            "The actor it stands for or lies in: they are lit together.",
            r#"actor = "council""#,
        ),
        field(
            "coordinates",
            Type::Coordinates,
            Need::Optional,
            "Longitude, then latitude, in degrees (WGS 84); east and north are positive.",
            "coordinates = [-2.7, 54.4]",
        ),
    ],
};

/// What the figures are.
pub const SERIES: Group = Group {
    title: "[[series]]",
    what: "a series",
    fields: &[
        Field { example: r#"id = "crossings""#, ..OWN_ID },
        field(
            "outlet",
            Type::Text,
            Need::Required,
            "Who published the figures: one publisher a series, unless it is a `list`.",
            r#"outlet = "Town council""#,
        ),
        field(
            "kind",
            Type::Word(&words::SERIES_KIND_WORDS),
            Need::Required,
            "`stock`: a level at a date; `flow`: a sum over a period; `list`: figures that do not compare.",
            r#"kind = "flow""#,
        ),
        field(
            "unit",
            Type::Local,
            Need::UnlessList,
            "The unit of all its values. In a `list` each row of the CSV may have its own.",
            r#"unit = "lorries""#,
        ),
        field(
            "unit_short",
            Type::Local,
            Need::Optional,
            "The unit where there is little room, at most 6 characters.",
            r#"unit_short = "lor.""#,
        ),
        field(
            "title",
            Type::Local,
            Need::Required,
            "What it shows.",
            r#"title = "Lorries planned for the bridge""#,
        ),
        field(
            "short",
            Type::Local,
            Need::Optional,
            "What it shows where there is little room, after the name of a place: at most 12 characters.",
            r#"short = "lorries""#,
        ),
        field(
            "finding",
            Type::Local,
            Need::Optional,
            "What it shows, in a sentence of at most 60 characters. Each figure in it is one of its values or dates, or a change \
             between two of its values.",
            r#"finding = "More lorries each half-year""#,
        ),
        field(
            "definition",
            Type::Local,
            Need::Required,
            "What exactly is counted.",
            r#"definition = "Both directions, weekdays.""#,
        ),
        Field { meaning: "Whom the figures name.", ..ACTORS },
        field(
            "expects",
            Type::Refs("place"),
            Need::Optional,
            "Places the publisher covers and no figure was available for: named as missing.",
            r#"expects = ["new-bridge"]"#,
        ),
        field(
            "planned_for",
            Type::Ref("series"),
            Need::Optional,
            "The series of what is there already, where this one is what is planned of it: same publisher, same unit. The map draws \
             both together.",
            r#"planned_for = "counted""#,
        ),
    ],
};

/// One idea of the tour.
pub const STOP: Group = Group {
    title: "[[stop]]",
    what: "a stop",
    fields: &[
        field(
            "title",
            Type::Local,
            Need::Required,
            "What it is about: one idea.",
            r#"title = "Closed, but to whom?""#,
        ),
        field(
            "show",
            Type::Word(&words::PICTURE_WORDS),
            Need::Optional,
            "The picture; else the one for what it selects: `words` for a claim, an actor or a relation, `gaps` for a gap, `lanes` \
             for an event, `chart` for a series or a place, `sources` for a source.",
            r#"show = "words""#,
        ),
        field(
            "big",
            Type::Local,
            Need::Optional,
            "A figure or a word to show large, at most 16 characters. Its digits and letters must stand in what the stop selects or \
             in its `items`: in their words, anchors, dates, values and units.",
            r#"big = "in May""#,
        ),
        field(
            "big_label",
            Type::Local,
            Need::Optional,
            "What is shown large, in words.",
            r#"big_label = "says the article""#,
        ),
        field(
            "points",
            Type::Locals,
            Need::Optional,
            "What to remember: at most 3, each of at most 70 characters. Those of a last stop that shows the score stand in the \
             handout under what is open.",
            r#"points = [{ en = "Cars may still use it.", de = "Autos dürfen weiter fahren." }]"#,
        ),
        field("steps", Type::Flag, Need::Optional, "Whether the points come one by one.", "steps = true"),
        field(
            "select",
            Type::Named,
            Need::UnlessOfAll,
            "What it shows and rests on: `actor:`, `claim:`, `gap:`, `event:`, `place:`, `series:`, `relation:` or `source:` \
             and an id. The pictures `overview`, `map`, `lanes`, `score` and `gaps` can do without: they show the whole dossier.",
            r#"select = "claim:closes""#,
        ),
        field(
            "items",
            Type::NamedList,
            Need::Optional,
            "What the picture draws beside that, at most 8: the events of `lanes`, the gaps of `gaps`, the series and places of \
             `figure`, `chart` and `overview`.",
            r#"items = ["event:vote"]"#,
        ),
        field(
            "finding",
            Type::Local,
            Need::Optional,
            "What it finds, in a sentence of at most 14 words, for the handout. Its figures must be those of what it shows, as for \
             `big`.",
            r#"finding = "The bridge closes to lorries, not to cars.""#,
        ),
        field(
            "brief",
            Type::Flag,
            Need::Optional,
            "Whether the two-page handout prints the finding; at most 5 stops.",
            "brief = true",
        ),
        field(
            "panel",
            Type::Word(&words::PANEL_WORDS),
            Need::Optional,
            "The panel in which one reads on from the stop; else the one that lists what it selects.",
            r#"panel = "claims""#,
        ),
        field(
            "view",
            Type::Text,
            Need::Optional,
            "The view of that panel: of the article `original` or `both`, of the actors `prominent` or `all`, of the timeline \
             `prominent`, `all` or `lanes`, of the claims `list`, `compare` or `score`, of the trend `overview`, `map` or the id \
             of a series.",
            r#"view = "compare""#,
        ),
        field(
            "speaker",
            Type::Local,
            Need::Optional,
            "What to say: for the speaker alone, never on a handout unless asked for.",
            r#"speaker = "Ask who may still use it.""#,
        ),
    ],
};

/// A quotation written as a table.
pub const QUOTATION: Group = Group {
    title: "an anchor as a table",
    what: "a quotation",
    fields: &[
        field("exact", Type::Text, Need::Required, "The words themselves.", r#"exact = "It""#),
        field(
            "prefix",
            Type::Verbatim,
            Need::Optional,
            "The words right before them, blank included. They must stand, too; the first of them may be cut.",
            r#"prefix = "said. ""#,
        ),
        field(
            "suffix",
            Type::Verbatim,
            Need::Optional,
            "The words right after them, blank included. They must stand, too; the last of them may be cut.",
            r#"suffix = " will""#,
        ),
        field(
            "inferred",
            Type::Flag,
            Need::Optional,
            "It takes a reading (whom “it” means): still evidence, but shown with `∴`.",
            "inferred = true",
        ),
    ],
};

/// The columns of the file of observations.
pub const COLUMNS: Group = Group {
    title: "Observations",
    what: "the header",
    fields: &[
        field("series", Type::Ref("series"), Need::Required, "Whose value it is.", "crossings"),
        field(
            "place",
            Type::Ref("place"),
            Need::Optional,
            "Where it was measured; may be empty.",
            "old-bridge",
        ),
        field(
            "date",
            Type::Date,
            Need::Required,
            "When, or over which period. Empty: undated, only in tables.",
            "2024-41",
        ),
        field(
            "part",
            Type::Local,
            Need::Optional,
            "Which part of a total (planned, under construction); may be empty.",
            "planned",
        ),
        field(
            "value",
            Type::Number,
            Need::Required,
            "The figure. Empty: looked for and not available; the note says whether there is none or it could not be read.",
            "1.65",
        ),
        field(
            "qualifier",
            Type::Word(&words::QUALIFIER_WORDS),
            Need::Required,
            "How the figure is meant. May be empty where the value is.",
            "more-than",
        ),
        field(
            "unit",
            Type::Local,
            Need::Optional,
            "Only for a series with `kind = \"list\"`: this value's unit.",
            "billion dollars",
        ),
        field("source", Type::Ref("source"), Need::FigureEvidence, "Where it is published.", "minutes"),
        field("note", Type::Local, Need::Optional, "A remark; may be empty.", "lower bound only"),
        field(
            "anchor",
            Type::Verbatim,
            Need::FigureEvidence,
            "The words of the article that give it, see [Anchors](#anchors).",
            "5200 of them",
        ),
        field(
            "anchor.prefix",
            Type::Verbatim,
            Need::Optional,
            "The words right before those of `anchor`, blank included.",
            "planned for ",
        ),
        field(
            "anchor.suffix",
            Type::Verbatim,
            Need::Optional,
            "The words right after those of `anchor`, blank included.",
            " in half",
        ),
    ],
};

/// The file beside `dossier.toml` with what was decided of suggestions. No table of a dossier is read from it.
pub const SUGGESTED: &str = "suggested.toml";

/// An actor of another dossier, in `suggested.toml`.
pub const KNOWN: Group = Group {
    title: "[[known]]",
    what: "a known actor",
    fields: &[
        field("id", Type::Id, Need::Required, "Its id in that dossier.", r#"id = "council""#),
        field(
            "kind",
            Type::Word(&words::ACTOR_KINDS),
            Need::Required,
            "What it is, by the words for [`[[actor]]`](#actor).",
            r#"kind = "government""#,
        ),
        field("name", Type::Local, Need::Required, "Its name.", r#"name = "The town council""#),
        field(
            "aliases",
            Type::Texts,
            Need::Optional,
            "The words that name it there. Those that stand in the article are suggested first.",
            r#"aliases = ["council"]"#,
        ),
        field(
            "from",
            Type::Text,
            Need::Required,
            "The `id` of the dossier that has it.",
            r#"from = "bridge""#,
        ),
    ],
};

/// What stood below a picture of the page that the article was taken from, in `suggested.toml`.
pub const CAPTION: Group = Group {
    title: "[[caption]]",
    what: "a caption",
    fields: &[field(
        "words",
        Type::Text,
        Need::Required,
        "What the page has below one of its pictures, as a line of the article. It is suggested as a `leftover`.",
        r#"words = "The old bridge in winter""#,
    )],
};

/// A decision, in `suggested.toml`.
pub const DECIDED: Group = Group {
    title: "[[decided]]",
    what: "a decision",
    fields: &[
        field(
            "kind",
            Type::Word(&words::SUGGESTION_WORDS),
            Need::Required,
            "What was suggested: `leftover` lines of a page, a `name`, a sentence that is `attributed` to somebody, a `time`, a `figure`.",
            r#"kind = "name""#,
        ),
        field(
            "words",
            Type::Texts,
            Need::Required,
            "The words of the article as a reader sees them; of a name all forms that were offered together, of leftovers each line. One may stand \
             without brackets.",
            r#"words = ["Council", "Councils"]"#,
        ),
        field(
            "decision",
            Type::Word(&words::DECISION_WORDS),
            Need::Required,
            "`accepted`, or `rejected`: then the words are not offered again, wherever they stand.",
            r#"decision = "rejected""#,
        ),
    ],
};

/// The tables of `suggested.toml`, in the order of the reference.
pub const SUGGESTED_GROUPS: [&Group; 3] = [&KNOWN, &CAPTION, &DECIDED];

/// Every table of a dossier, in the order of the reference.
pub const GROUPS: [&Group; 14] = [
    &HEAD, &ARTICLE, &QUOTATION, &SOURCE, &ACTOR, &RELATION, &CLAIM, &GAP, &LANE, &EVENT, &PLACE, &SERIES,
    &COLUMNS, &STOP,
];
