//! Who published something, in CSL's terms: what it is in, or who brought it out.

/// What it is in: a newspaper, a journal, a website.
pub(super) const CONTAINER: &str = "container-title";
/// Who brought it out.
pub(super) const PUBLISHER: &str = "publisher";

/// Whether what publishes something of this kind is what it is in. A chapter is in a book, too, but that does not publish it.
fn is_in_its_outlet(kind: &str) -> bool {
    matches!(
        kind,
        "article"
            | "article-journal"
            | "article-magazine"
            | "article-newspaper"
            | "broadcast"
            | "interview"
            | "legal_case"
            | "legislation"
            | "bill"
            | "treaty"
            | "periodical"
            | "post"
            | "post-weblog"
            | "review"
            | "review-book"
            | "webpage"
    )
}

/// The variables of CSL that name who published something of this kind, the usual one first.
pub(super) fn variables(kind: &str) -> [&'static str; 4] {
    if is_in_its_outlet(kind) {
        [CONTAINER, PUBLISHER, "authority", "collection-title"]
    } else {
        [PUBLISHER, "authority", CONTAINER, "collection-title"]
    }
}

/// What people call that in a reference manager.
pub(super) fn wanted(kind: &str) -> &'static str {
    match kind {
        "webpage" | "post" | "post-weblog" => "the website's title",
        _ if is_in_its_outlet(kind) => "the publication (container-title, journaltitle)",
        "report" => "the institution (publisher)",
        _ => "the publisher",
    }
}
