//! A dossier with every kind of thing in every state, and what each output says of one of them.

use std::fmt::Write as _;
use std::sync::Arc;

use fundstelle::card;
use fundstelle::dossier::{Kind, Ref};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Memory, load};
use fundstelle::look::panel::Focus;
use fundstelle::look::theme::Theme;
use fundstelle::protocol::context::Context;
use fundstelle::tour;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

const ARTICLE: &str = "# Port to expand\n\n\
The port authority will double its quay by 2027, a [spokesman](https://port.example/press) said. It expects more ships.\n\n\
Local fishers may lose their berths, the union says. Both sides met in January. Talks go on.\n\n\
Dredging begins in April. The mayor called the plan modest. Cranes cost less than planned.\n\n\
Cranes were ordered twice, as the [ledger](http://ledger.example/) shows. Nobody was asked about the noise.\n";

const DOSSIER: &str = r#"
format = 1
id = "port"
title = { de = "Der Hafen", en = "The port" }
as_of = "2026-06"
observations = "figures.csv"
[article]
file = "article.md"
language = "en"
outlet = "Courier"
url = "https://courier.example/port"
published = "2026-03-02"

# Sources: read, unread, repeating one or more, repeating what is unknown, with an address that may not be opened.
[[source]]
id = "minutes"
type = "report"
outlet = "Harbour board"
title = "Minutes of the board"
issued = "2026-02-20"
url = "https://board.example/minutes"
archived = "https://archive.example/minutes"
accessed = "2026-03-01"
quote = "The quay is extended by one half."
[[source]]
id = "echo"
type = "article-newspaper"
outlet = "Evening Echo"
issued = "2026-02-25"
url = "https://echo.example/quay"
accessed = "2026-03-04"
repeats = ["minutes"]
[[source]]
id = "wire"
type = "post"
outlet = "Wire"
repeats = ["echo"]
[[source]]
id = "memo"
type = "document"
outlet = "Memo"
issued = "[2026-03..]"
[[source]]
id = "loose"
type = "webpage"
outlet = "Loose page"
url = "http://loose.example/x"
accessed = "2026-03-04"
[[source]]
id = "rumour"
archived = "http://archive.example/rumour"
type = "post"
outlet = "Rumour"
repeats = ["nobody"]
[[source]]
id = "idle"
type = "speech"
outlet = "Idle"

# Actors: with a role of every standing, named, named by a reading alone, not named, missed.
[[actor]]
id = "authority"
kind = "government"
country = "GB"
name = { de = "Hafenbehörde", en = "Port authority" }
prominent = true
aliases = ["port authority", "authority"]
mentions = [{ exact = "It", prefix = "said. ", suffix = " expects", inferred = true }]
role = "Runs the port."
anchors = ["double its quay"]
sources = ["minutes", "echo"]
[[actor]]
id = "union"
kind = "group"
name = "Union"
aliases = ["union"]
role = { de = "Vertritt die Fischer." }
anchors = [{ exact = "Local fishers", inferred = true }]
[[actor]]
id = "mayor"
kind = "person"
name = "Mayor"
aliases = ["mayor"]
role = "Speaks for the town."
anchors = ["The mayor praised the plan highly"]
[[actor]]
id = "ministry"
kind = "agency"
name = { de = "Ministerium" }
role = "Pays for it."
sources = ["wire"]
[[actor]]
id = "sides"
kind = "group"
name = "Both sides"
mentions = [{ exact = "Both sides", inferred = true }]
[[actor]]
id = "ghost"
kind = "company"
name = "Ghost"
mentions = ["Ghost Dredging Ltd"]
role = "Dredges."
sources = ["memo"]

[[relation]]
id = "doubles"
from = "authority"
to = "union"
label = "displaces"
anchors = ["Local fishers may lose their berths"]
sources = ["minutes"]
[[relation]]
id = "asks"
from = "authority"
to = "union"
label = "talks to"
anchors = ["Talks go on"]
[[relation]]
id = "pays"
from = "ministry"
to = "authority"
label = { de = "bezahlt", en = "pays" }
sources = ["wire", "memo"]
[[relation]]
id = "praises"
from = "mayor"
to = "authority"
label = "praises"
anchors = ["The mayor praised the plan"]
[[relation]]
id = "meets"
from = "union"
to = "authority"
label = "meets"
anchors = [{ exact = "Both sides met in January", inferred = true }]

# Claims: of every assessment, exact, inferred, reworded, ambiguous, lost.
[[claim]]
id = "doubles"
text = { de = "Der Kai wird verdoppelt.", en = "The quay is doubled." }
anchors = ["double its quay by 2027"]
hedge = "a spokesman said"
attributed_to = ["authority", "ministry"]
actors = ["authority", "union"]
events = ["vote", "dredging", "someday"]
assessment = "contradicted"
sources = ["minutes", "echo", "wire", "memo"]
note = { de = "Es ist die Hälfte.", en = "It is one half." }
[[claim]]
id = "berths"
text = "Fishers lose their berths."
anchors = [{ exact = "may lose their berths", inferred = true }, "the union says"]
assessment = "borne-out"
sources = ["rumour"]
[[claim]]
id = "modest"
text = { en = "The plan is called modest." }
anchors = ["The mayor called this plan modest"]
assessment = "qualified"
sources = ["memo"]
note = "Only once."
[[claim]]
id = "cranes"
text = "Cranes are cheap."
anchors = ["Cranes"]
assessment = "open"
note = "We could not check it."
[[claim]]
id = "gone"
text = { de = "Es war leise." }
anchors = ["The machines never made a sound at night"]
attributed_to = ["union"]
assessment = "open"
[[claim]]
id = "talks"
text = "Talks continue."
anchors = ["Talks go on"]
hedge = "as everyone allegedly knows"
assessment = "open"
note = { de = "Mal sehen." }

[[claim]]
id = "ships"
text = "More ships come."
anchors = ["It expects more ships"]
actors = ["sides"]
assessment = "qualified"
sources = ["echo"]

[[claim]]
id = "noise"
text = "Nobody was asked."
anchors = ["Nobody was asked about the noise"]
assessment = "open"
note = "We did not ask either."

# Without a text of ours: by the article's words, exact and inferred.
[[claim]]
id = "april"
anchors = ["Dredging begins in April"]
assessment = "open"
searched = { de = "Den Bauplan, im Amtsblatt.", en = "The works schedule, in the gazette." }
[[claim]]
id = "lose"
short = "berths go"
anchors = [{ exact = "Local fishers may lose their berths, the union says", inferred = true }]
attributed_to = ["union"]
attribution = "the union says"
assessment = "qualified"
sources = ["echo"]
searched = "A list of berths."
[[claim]]
id = "ordered"
anchors = ["Cranes were ordered twice"]
attribution = "two officials"
assessment = "open"

# Gaps: at words, with words of their own, with neither, with broken ones.
[[gap]]
id = "half"
near = "double its quay"
anchors = ["It expects more ships"]
text = "It is only one half."
actors = ["authority"]
sources = ["minutes"]
[[gap]]
id = "cost"
near = "Cranes cost less than planned"
text = { de = "Was es kostet." }
sources = ["echo", "wire"]
[[gap]]
id = "noise"
anchors = [{ exact = "Nobody was asked about the noise", inferred = true }]
text = "The noise was measured."
sources = ["memo"]
[[gap]]
id = "silence"
text = "Nobody counts the birds."
sources = ["minutes"]
[[gap]]
id = "lost"
near = "Eels were counted in the harbour"
anchors = ["Talks went on and on"]
text = "Eels."
sources = ["minutes"]

[[lane]]
id = "port"
short = "Port"
name = { de = "Hafen", en = "Port" }

[[event]]
id = "vote"
date = "2026-02-20"
lane = "port"
kind = "mandate"
status = { de = "gültig", en = "in force" }
title = "Board votes"
summary = "Nine to four."
actors = ["authority"]
anchors = ["port authority will double"]
follows = ["met"]
sources = ["minutes"]
prominent = true
[[event]]
id = "plain"
date = "2026-02-27"
kind = "decision"
title = "The plan is laid out"
sources = ["minutes"]
[[event]]
id = "met"
date = "2026-01~"
lane = "port"
kind = "report"
title = "Sides meet"
summary = "In the town hall."
anchors = [{ exact = "Both sides met in January", inferred = true }]
[[event]]
id = "dredging"
date = "2026-04"
lane = "port"
kind = "control"
title = { de = "Baggern" }
summary = { de = "Es beginnt." }
candidate_for = ["Dredging begins in April", "The dredgers came at dawn"]
sources = ["wire"]
[[event]]
id = "march"
date = "2026-03"
lane = "port"
kind = "guidance"
title = "Some day in March"
summary = "Perhaps later."
candidate_for = ["Talks go on"]
sources = ["echo"]
[[event]]
id = "someday"
date = "XXXX"
lane = "port"
kind = "enforcement"
title = "Some day"
summary = "Nobody knows when."
sources = ["memo"]
[[event]]
id = "open"
date = "2026-05/.."
lane = "port"
kind = "relaxation"
title = "Open for all"
summary = "It stays open."
anchors = ["Cranes", "The quay was open"]
sources = ["echo"]

[[place]]
id = "north"
name = { de = "Nordhafen", en = "North port" }
country = "GB"
actor = "authority"
coordinates = [-2.7, 54.4]
[[place]]
id = "south"
name = "South port"

[[series]]
id = "ships"
outlet = "Harbour board"
kind = "stock"
unit = "ships"
title = { de = "Schiffe", en = "Ships" }
finding = { de = "Im Juni 2025 lagen 50 Schiffe im Hafen", en = "50 ships in port in June 2025" }
definition = { de = "An einem Tag.", en = "On one day." }
actors = ["authority"]
expects = ["south"]
[[series]]
id = "berths"
outlet = "Harbour board"
kind = "stock"
unit = "ships"
title = "Room for more ships"
definition = "On one day."
planned_for = "ships"
[[series]]
id = "loads"
outlet = "Harbour board"
kind = "flow"
unit = "tons"
title = "Loads"
definition = "In a quarter."
[[series]]
id = "facts"
outlet = "Several"
kind = "list"
title = "Facts"
definition = "As printed."
expects = ["north"]
"#;

const FIGURES: &str = "series,place,date,part,value,qualifier,unit,source,note\n\
ships,north,2025-06,,50,exact,,minutes,\n\
ships,north,2026-02,,60,about,,echo,\n\
ships,north,2026-05,,70,more-than,,wire,a lower bound\n\
ships,south,2025-06,,,,,minutes,\n\
ships,south,2026-06,,4x,exact,,minutes,\n\
berths,north,2026-02,,20,exact,,minutes,\n\
loads,south,2025-34,,900,rounded,,minutes,\n\
loads,south,[..2027],grain,901,exact,,minutes,\n\
facts,,,,12,forecast,cranes,memo,\n";

/// The dossier, with a stop for everything that one can show.
pub(crate) fn port() -> Loaded {
    let open = |dossier: String| {
        let files = Memory::default().with("article.md", ARTICLE).with("figures.csv", FIGURES);
        load(&files.with("dossier.toml", dossier)).unwrap()
    };
    let items = everything(&open(DOSSIER.to_owned()));
    let stops = items.iter().filter(|item| !matches!(item.kind, Kind::Observation | Kind::Link));
    let mut dossier = DOSSIER.to_owned();
    for item in stops {
        write!(dossier, "[[stop]]\ntitle = \"Stop\"\nselect = \"{item}\"\n").unwrap();
    }
    open(dossier)
}

pub(crate) fn everything(loaded: &Loaded) -> Vec<Ref> {
    Kind::ALL.into_iter().flat_map(|kind| loaded.dossier.all_of(kind)).collect()
}

pub(crate) fn with_context<T>(loaded: &Loaded, language: Language, then: impl FnOnce(&Context) -> T) -> T {
    let context = Context::new(Arc::clone(&loaded.dossier), language).with_faulty(loaded.faulty.clone());
    let mut context = context;
    (context.focus, context.theme) = (Focus::Card, Theme::Mono);
    then(&context)
}

fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let row =
        |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned() + "\n";
    let rows: String = buffer.content.chunks(width).map(row).collect();
    rows.trim_end().to_owned() + "\n"
}

const LARGE: Rect = Rect { x: 0, y: 0, width: 92, height: 400 };

pub(crate) fn card_of(context: &Context, item: &Ref) -> String {
    let mut state = card::State::new(card::CardPlace::at_top(item.clone()));
    state.layout(context, LARGE);
    let mut buffer = Buffer::empty(LARGE);
    card::draw(&state, context, false, LARGE, &mut buffer);
    text(&buffer)
}

pub(crate) fn stop_of(context: &Context, item: &Ref) -> Option<String> {
    let number = context.dossier.tour().iter().position(|stop| stop.select.as_ref() == Some(item))?;
    let mut state = tour::State::default();
    state.show(context, number, true);
    state.show_details(true);
    state.layout(context, LARGE);
    let mut buffer = Buffer::empty(LARGE);
    tour::draw(&state, context, LARGE, &mut buffer);
    Some(text(&buffer))
}
