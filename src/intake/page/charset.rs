//! In which characters a page is written: by its mark, by what it declares, by its bytes. Unlike an article's file, which has
//! to be UTF-8, a page says what it is, and what it says is mostly true.

use crate::intake::utf_16;
use crate::load::{encoding_of, windows_1252};

/// Why a page cannot be read: the encoding that it declares or seems to have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct UnknownEncoding(pub(super) String);

/// How far one looks for a declaration. Standards say 1,024 bytes; programs that save pages put notes before it.
const DECLARED_WITHIN: usize = 8192;

/// The page's text.
pub(super) fn decode(bytes: &[u8]) -> Result<String, UnknownEncoding> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok(String::from_utf8_lossy(rest).into_owned());
    }
    if let Some(text) = utf_16::marked(bytes) {
        return Ok(text);
    }
    let guessed = encoding_of(bytes);
    match guessed {
        Some("UTF-16LE") => return Ok(utf_16::decode(bytes, u16::from_le_bytes)),
        Some("UTF-16BE") => return Ok(utf_16::decode(bytes, u16::from_be_bytes)),
        _ => {}
    }
    // Browsers save in UTF-8 and may leave a declaration that was true before. Text in another encoding is no UTF-8 by chance.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let declared = declared(bytes);
    match declared.as_deref() {
        Some(
            "windows-1252" | "cp1252" | "x-cp1252" | "iso-8859-1" | "iso8859-1" | "latin1" | "l1"
            | "us-ascii" | "ascii",
        ) => Ok(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
        Some("iso-8859-15" | "iso8859-15" | "latin9" | "latin-9") => {
            Ok(bytes.iter().map(|byte| latin_9(*byte)).collect())
        }
        // Nothing in it is UTF-8, and most of it stands in words of Latin letters.
        Some("utf-8" | "utf8") | None if guessed.is_none() && is_western(bytes) => {
            Ok(bytes.iter().map(|byte| windows_1252(*byte)).collect())
        }
        // Damaged in places, or put together from several.
        Some("utf-8" | "utf8") if guessed.is_none() => Ok(String::from_utf8_lossy(bytes).into_owned()),
        Some("utf-8" | "utf8") | None => match guessed {
            Some("WINDOWS-1252") => Ok(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
            Some(other) => Err(UnknownEncoding(other.to_owned())),
            None => Ok(String::from_utf8_lossy(bytes).into_owned()),
        },
        Some(other) => Err(UnknownEncoding(other.to_owned())),
    }
}

/// Whether a text that is no UTF-8 at all has single letters beyond ASCII beside those of ASCII.
fn is_western(bytes: &[u8]) -> bool {
    let has_utf_8 = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let high = || bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii());
    let beside = high().filter(|(at, _)| is_letter(at.checked_sub(1)) || is_letter(Some(at + 1))).count();
    let is_control = high().any(|(_, byte)| windows_1252(*byte).is_control());
    !has_utf_8 && !is_control && beside * 2 >= high().count()
}

/// The character of a byte in ISO 8859-15, which has the euro.
fn latin_9(byte: u8) -> char {
    match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        other => windows_1252(other),
    }
}

/// The encoding that the page declares, in small letters.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let in_tag = head.match_indices("<meta").find_map(|(at, _)| {
        let tag = &head[at..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        named(tag, "charset")
    });
    in_tag.or_else(|| {
        let declaration = head.trim_start().strip_prefix("<?xml")?;
        named(&declaration[..declaration.find("?>")?], "encoding")
    })
}

/// What stands behind this word and `=`.
fn named(tag: &str, word: &str) -> Option<String> {
    let rest = tag[tag.find(word)? + word.len()..].trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c))).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_windows(text: &str) -> Vec<u8> {
        let byte = |c: char| (0..=255).find(|byte| windows_1252(*byte) == c).expect("it is in the table");
        text.chars().map(byte).collect()
    }

    #[test]
    fn pages_are_read_in_the_encodings_that_they_declare_or_have() {
        let page = |meta: &str| format!("<html><head>{meta}</head><p>Die Brücke – „weiß“ die Straße</p>");
        for meta in [
            "<meta charset=\"windows-1252\">",
            "<meta charset=iso-8859-1>",
            "<META http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">",
            // It says nothing, or is wrong.
            "",
            "<meta charset=\"utf-8\">",
        ] {
            assert_eq!(decode(&in_windows(&page(meta))).as_deref(), Ok(&*page(meta)), "{meta}");
        }
        let listed = "<meta charset=utf-8><p>Grüße äöü ß “x” € und Übergröße";
        assert_eq!(decode(&in_windows(listed)).as_deref(), Ok(listed));
        for (meta, mark) in
            [("<meta charset=utf-8>", ""), ("<meta charset=iso-8859-1>", ""), ("", "\u{feff}")]
        {
            let text = page(meta);
            assert_eq!(decode(format!("{mark}{text}").as_bytes()).as_deref(), Ok(&*text), "{meta}");
        }
        let text = page("");
        for (mark, unit) in [
            (&b"\xff\xfe"[..], u16::to_le_bytes as fn(u16) -> [u8; 2]),
            (b"\xfe\xff", u16::to_be_bytes),
            (b"", u16::to_le_bytes),
        ] {
            let bytes: Vec<u8> = mark.iter().copied().chain(text.encode_utf16().flat_map(unit)).collect();
            assert_eq!(decode(&bytes).as_deref(), Ok(&*text), "{mark:?}");
        }
        assert_eq!(decode(b"<meta charset=iso-8859-15>\xa4").as_deref(), Ok("<meta charset=iso-8859-15>€"));
    }

    #[test]
    fn another_encoding_is_named() {
        let unknown = |name: &str| Err(UnknownEncoding(name.to_owned()));
        assert_eq!(decode(b"<meta charset=\"windows-1251\"><p>\xcc\xee\xf1\xf2"), unknown("windows-1251"));
        assert_eq!(decode(b"<?xml version='1.0' encoding=\"koi8-r\"?><p>\xcc\xee"), unknown("koi8-r"));
    }
}
