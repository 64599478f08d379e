//! What a page says of its article in JSON-LD, in the words of schema.org. Pages have several such pieces, some of them broken,
//! and one piece may describe the site, the breadcrumbs, the videos and the article.

use std::collections::HashMap;

use serde_json::Value;

/// What one of them says of an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Described {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) address: Option<String>,
    /// Not all of it is for everybody.
    pub(super) is_partial: bool,
}

/// More things than these are no page's.
const MOST: usize = 5000;

/// The articles that these pieces describe, in order. A piece that is no JSON says nothing.
pub(super) fn articles<'t>(pieces: impl IntoIterator<Item = &'t str>) -> Vec<Described> {
    let pieces: Vec<Value> = pieces.into_iter().filter_map(parsed).collect();
    let mut things = Vec::new();
    for piece in &pieces {
        gather(piece, &mut things);
    }
    let ids = things.iter().filter_map(|thing| Some((thing.get("@id")?.as_str()?, *thing)));
    // Where a thing is named and where it is described it has the same id.
    let mut named: HashMap<&str, &Value> = HashMap::new();
    for (id, thing) in ids {
        if thing.get("name").is_some() || !named.contains_key(id) {
            named.insert(id, thing);
        }
    }
    let articles = things.iter().filter(|thing| is_article(thing));
    articles.map(|thing| described(thing, &named)).collect()
}

/// A piece, which may stand in what hid it from old browsers, end with a semicolon, or have line ends within its texts.
fn parsed(piece: &str) -> Option<Value> {
    let piece = piece.trim();
    let piece = piece.strip_prefix("<!--").and_then(|inner| inner.strip_suffix("-->")).unwrap_or(piece);
    let piece = piece.trim().trim_start_matches("//").trim_start();
    let inner = piece.strip_prefix("<![CDATA[").and_then(|inner| inner.split("]]>").next());
    let piece = inner.unwrap_or(piece).trim().trim_end_matches("//").trim_end().trim_end_matches(';');
    let plain = || piece.replace(|c: char| c.is_control(), " ");
    serde_json::from_str(piece).or_else(|_| serde_json::from_str(&plain())).ok()
}

/// The things that a piece describes at its top.
fn gather<'v>(value: &'v Value, things: &mut Vec<&'v Value>) {
    if things.len() >= MOST {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, things)),
        Value::Object(fields) => {
            things.push(value);
            for key in ["@graph", "mainEntity"] {
                if let Some(inner) = fields.get(key) {
                    gather(inner, things);
                }
            }
        }
        _ => {}
    }
}

/// Whether it is an article, by its type, which may be a list.
fn is_article(thing: &Value) -> bool {
    let is_one = |kind: &Value| {
        let kind = kind.as_str().unwrap_or_default().rsplit(['/', ':']).next().unwrap_or_default();
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
    };
    match thing.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_one),
        Some(kind) => is_one(kind),
        None => false,
    }
}

fn described(thing: &Value, named: &HashMap<&str, &Value>) -> Described {
    let text = |key: &str| thing.get(key).and_then(text).map(str::to_owned);
    let names = |key: &str| {
        let of_one = |value: &Value| name(value, named).map(str::to_owned);
        match thing.get(key) {
            Some(Value::Array(values)) => values.iter().take(20).filter_map(of_one).collect(),
            Some(value) => of_one(value).into_iter().collect::<Vec<_>>(),
            None => Vec::new(),
        }
    };
    let page = thing.get("mainEntityOfPage");
    let page = page.and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
    let is_free = match thing.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => *free,
        Some(Value::String(word)) => !word.eq_ignore_ascii_case("false"),
        _ => true,
    };
    Described {
        title: text("headline").or_else(|| text("name")),
        authors: names("author"),
        outlet: names("publisher").into_iter().next(),
        published: text("datePublished"),
        language: text("inLanguage"),
        address: text("url").or_else(|| page.map(str::to_owned)),
        is_partial: !is_free,
    }
}

/// A text, which may stand in a list of one.
fn text(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.as_array()?.first()?.as_str()).filter(|text| !text.trim().is_empty())
}

/// The name of a person or an organisation: written out, of the thing, or of the thing that it names.
fn name<'v>(value: &'v Value, named: &HashMap<&str, &'v Value>) -> Option<&'v str> {
    if let Some(name) = value.as_str() {
        // Some give the address of a profile.
        return Some(name).filter(|name| !name.contains("://") && !name.trim().is_empty());
    }
    let own = value.get("name").and_then(text);
    own.or_else(|| named.get(value.get("@id")?.as_str()?)?.get("name").and_then(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_among_all_that_a_page_describes() {
        let graph = r##"{"@context": "https://schema.org", "@graph": [
            {"@type": "WebSite", "name": "Talbote", "url": "https://talbote.example/"},
            {"@type": ["Article", "NewsArticle"], "headline": "Alte Brücke", "datePublished": "2026-03-05T06:00:00+01:00",
             "author": [{"@id": "#a"}, {"@type": "Person", "name": "Ada Beispiel"}], "publisher": {"@id": "#o"},
             "mainEntityOfPage": {"@id": "https://talbote.example/b"}, "inLanguage": "de", "isAccessibleForFree": "False"},
            {"@type": "Person", "@id": "#a", "name": "Erika Muster"},
            {"@type": "Organization", "@id": "#o", "name": "Talbote"}]}"##;
        let broken = "{\"@type\": \"NewsArticle\", \"headline\": }";
        let found = articles(["", broken, "[]", graph]);
        let expected = Described {
            title: Some("Alte Brücke".to_owned()),
            authors: vec!["Erika Muster".to_owned(), "Ada Beispiel".to_owned()],
            outlet: Some("Talbote".to_owned()),
            published: Some("2026-03-05T06:00:00+01:00".to_owned()),
            language: Some("de".to_owned()),
            address: Some("https://talbote.example/b".to_owned()),
            is_partial: true,
        };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn pieces_are_read_however_they_are_wrapped() {
        for piece in [
            "{\"@type\": \"http://schema.org/NewsArticle\", \"headline\": \"A\"};",
            "<!-- [{\"@type\": \"ReportageNewsArticle\", \"headline\": \"A\", \"author\": \"https://x.example/me\"}] -->",
            "//<![CDATA[\n{\"@type\": \"BlogPosting\", \"name\": \"A\"}\n//]]>",
            "{\"@type\": \"NewsArticle\", \"headline\": \"A\", \"description\": \"two\nlines\"}",
            "{\"@type\": \"WebPage\", \"mainEntity\": {\"@type\": \"Article\", \"headline\": [\"A\"]}}",
        ] {
            let found = articles([piece]);
            assert_eq!(found.len(), 1, "{piece}");
            assert_eq!((found[0].title.as_deref(), found[0].authors.len()), (Some("A"), 0), "{piece}");
        }
        for other in ["{\"@type\": \"VideoObject\", \"name\": \"A\"}", "nothing", "{\"@type\": 1}", "\"a\""] {
            assert_eq!(articles([other]), [], "{other}");
        }
        // Nesting without end is refused by the parser.
        assert_eq!(articles(["[".repeat(100_000).as_str()]), []);
    }
}
