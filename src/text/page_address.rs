//! Whether two addresses lead to the same page, as far as they say it themselves.

/// An address as it is compared: without what does not say which page it is.
pub(crate) fn page_of(address: &str) -> String {
    let (address, fragment) = match address.split_once('#') {
        Some((address, fragment)) => (address, fragment),
        None => (address, ""),
    };
    let (address, query) = match address.split_once('?') {
        Some((address, query)) => (address, query),
        None => (address, ""),
    };
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let (host, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let scheme = scheme.to_lowercase();
    let scheme = if scheme == "http" { "https" } else { &*scheme };
    let host = host.to_lowercase();
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(&host);
    let mut whole = format!("{scheme}://{host}{}", path.trim_end_matches('/'));
    let mut sign = '?';
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty() && !is_tracking(parameter)) {
        whole.push(sign);
        whole.push_str(parameter);
        sign = '&';
    }
    // Some sites are one page to a browser, and say behind this sign which of theirs is meant.
    if fragment.starts_with(['!', '/']) {
        whole.push('#');
        whole.push_str(fragment);
    }
    whole
}

/// Parameters by which a site learns where a reader comes from. They change nothing of the page.
fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_")
        || matches!(&*name, "fbclid" | "gclid" | "dclid" | "msclkid" | "mc_cid" | "mc_eid" | "igshid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_say_which_page_it_is_does_not_count() {
        for same in [
            "https://example.org/a",
            "HTTPS://Example.ORG/a/",
            "http://example.org:80/a",
            "https://example.org/a#top",
            "https://example.org/a?utm_source=x&utm_Medium=y&fbclid=z",
        ] {
            assert_eq!(page_of(same), "https://example.org/a", "{same}");
        }
        for other in [
            "https://example.org/A",
            "https://example.org/a?id=1",
            "https://www.example.org/a",
            "https://example.org/a#/b",
        ] {
            assert_ne!(page_of(other), "https://example.org/a", "{other}");
        }
        assert_eq!(page_of("https://a.org/?utm_a=1&b=2&gclid=3"), "https://a.org?b=2");
    }
}
