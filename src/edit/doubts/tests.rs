use super::*;
use crate::edit::draft::{
    ActorWords, ClaimWords, EventWords, SourceWords, actor, alias, claim, event, mention, role, source,
};
use crate::load::{Memory, load};

const ARTICLE: &str = "Harbour news\nThe Bank of Norway and the Bank closed. Norway said so in May 2025. Port Authority staff left. \
                       The Harbour Office did not.\n";

fn dossier(more: &str) -> std::sync::Arc<Dossier> {
    let head = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\nurl = \"https://example.org/s\"\n\
                [[actor]]\nid = \"norway\"\nkind = \"place\"\nname = \"Norway\"\naliases = [\"Norway\"]\n";
    let files = Memory::default().with("dossier.toml", format!("{head}{more}")).with("a.txt", ARTICLE);
    load(&files).expect("it opens").dossier
}

fn place(words: &str) -> Range<usize> {
    let start = ARTICLE.find(words).expect("the words stand there");
    start..start + words.len()
}

#[test]
fn an_alias_may_be_known_or_anothers() {
    let more = "[[actor]]\nid = \"office\"\nkind = \"agency\"\nname = \"The office\"\naliases = [\"Harbour Office\"]\n";
    let dossier = dossier(more);
    let doubt = |actor: &str| doubts(&dossier, &alias(&dossier, &Id::new(actor), &place("Harbour Office")));
    assert_eq!(doubt("office"), [Doubt::AliasKnown]);
    assert_eq!(doubt("norway"), [Doubt::AliasOfAnother(Id::new("office"))]);
    assert_eq!(doubts(&dossier, &alias(&dossier, &Id::new("office"), &place("Port Authority"))), []);
}

#[test]
fn a_passage_may_name_the_actor_already() {
    let dossier = dossier("");
    let named = |words: &str| {
        let change = mention(&dossier, &Id::new("norway"), &place(words), false).expect("it can be quoted");
        doubts(&dossier, &change)
    };
    assert_eq!(named("Bank of Norway"), [Doubt::AliasKnown], "Norway is inside");
    assert_eq!(named("Port Authority"), []);
}

/// What the loader would then report, in the same words.
#[test]
fn an_alias_may_stand_inside_of_another_name() {
    let more =
        "[[actor]]\nid = \"bank\"\nkind = \"agency\"\nname = \"The bank\"\naliases = [\"Bank of Norway\"]\n";
    let with = |not_in: &str| {
        let dossier =
            dossier(&format!("{more}[[actor]]\nid = \"x\"\nkind = \"group\"\nname = \"X\"\n{not_in}"));
        doubts(&dossier, &alias(&dossier, &Id::new("x"), &place("Bank")))
    };
    assert_eq!(with(""), [Doubt::AliasInside(vec!["Bank of Norway".to_owned()])]);
    assert_eq!(with("not_in = [\"Bank of Norway\"]\n"), []);
    let own = dossier("");
    let new = actor(
        &own,
        &place("Bank of Norway"),
        &ActorWords { kind: "agency".to_owned(), ..ActorWords::default() },
        "en",
    );
    assert_eq!(doubts(&own, &new), [Doubt::AliasesWithin(vec![Id::new("norway")])]);
}

#[test]
fn an_actor_of_the_name_may_be_there() {
    let dossier = dossier("");
    let own = ActorWords { name: "norway ".to_owned(), kind: "place".to_owned() };
    let found = doubts(&dossier, &actor(&dossier, &place("Port Authority"), &own, "en"));
    assert_eq!(found, [Doubt::ActorNamed(Id::new("norway"))]);
}

#[test]
fn words_may_be_quoted_already() {
    let more = "[[claim]]\nid = \"c\"\ntext = \"It closed.\"\nassessment = \"open\"\nanchors = [\"the Bank closed\"]\n";
    let dossier = dossier(more);
    let claimed = |words: &str| {
        let change = claim(&dossier, &place(words), &ClaimWords::default(), "en").expect("it can be quoted");
        doubts(&dossier, &change)
    };
    let known = [Doubt::Quoted(Ref::new(Kind::Claim, &Id::new("c")))];
    assert_eq!(claimed("The Bank of Norway and the Bank closed"), known);
    assert_eq!(claimed("Bank closed"), known);
    assert_eq!(claimed("closed"), [Doubt::OnlyAName, known[0].clone()], "one word says nothing");
    assert_eq!(claimed("Port Authority staff left"), []);
    let own = EventWords { title: "It closed".to_owned(), ..EventWords::default() };
    let event = event(&dossier, &place("the Bank closed"), &own, "en").expect("it can be quoted");
    assert_eq!(doubts(&dossier, &event), [], "a claim is no event");
}

#[test]
fn a_name_is_no_claim_and_no_event() {
    let dossier = dossier("");
    let claimed = |words: &str| {
        let change = claim(&dossier, &place(words), &ClaimWords::default(), "en").expect("it can be quoted");
        doubts(&dossier, &change)
    };
    assert_eq!(claimed("Norway said"), []);
    assert_eq!(claimed("Bank of Norway"), [Doubt::OnlyAName], "nobody has that name yet");
    assert_eq!(claimed("of Norway"), [Doubt::OnlyAName]);
    assert_eq!(claimed("Harbour Office did not"), []);
    let own = EventWords { title: "It closed".to_owned(), ..EventWords::default() };
    let event = event(&dossier, &place("Port Authority"), &own, "en").expect("it can be quoted");
    assert_eq!(doubts(&dossier, &event), [Doubt::OnlyAName]);
}

#[test]
fn a_role_takes_the_place_of_another() {
    let more = "[[actor]]\nid = \"x\"\nkind = \"group\"\nname = \"X\"\nrole.en = \"Pays.\"\nanchors = [\"Norway said so\"]\n";
    let dossier = dossier(more);
    let changed = |text: &str, language: &str| {
        let change = role(&dossier, &Id::new("x"), &place("the Bank closed"), text, language);
        doubts(&dossier, &change.expect("it can be quoted"))
    };
    assert_eq!(changed("Closes.", "en"), [Doubt::HasRole("Pays.".to_owned())]);
    assert_eq!(changed("Pays.", "en"), []);
    assert_eq!(changed("Zahlt.", "de"), [], "beside that in the other language");
}

#[test]
fn a_source_may_be_there() {
    let dossier = dossier("");
    let at = |url: &str| {
        let own = SourceWords { url: url.to_owned(), outlet: "S".to_owned(), ..SourceWords::default() };
        doubts(&dossier, &source(&dossier, &own, None))
    };
    assert_eq!(at("https://example.org/s/"), [Doubt::SourceKnown(Id::new("s"))]);
    assert_eq!(at("https://example.org/other"), []);
}

#[test]
fn an_exception_needs_an_alias_inside() {
    let dossier = dossier("");
    let except = |text: &str| {
        let of = Ref::new(Kind::Actor, &Id::new("norway"));
        let value = Value::Text(text.to_owned());
        let step = Step::Element { of, key: "not_in".to_owned(), value };
        doubts(&dossier, &Change { steps: vec![step], ..Change::default() })
    };
    assert_eq!(except("Bank of Norway"), []);
    assert_eq!(except("Port Authority"), [Doubt::ExceptionWithoutAlias("Port Authority".to_owned())]);
}
