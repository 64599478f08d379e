//! Texts in the encodings that are named, made here from their characters.

use super::*;

const GERMAN: &str = "Die Brücke wird für Lastwagen geschlossen, hieß es am Dienstag. Größere Schäden sind möglich. Über \
                      die Kosten schwieg die Behörde.";

/// The text with each character beyond ASCII as the byte that it has there.
fn in_bytes(text: &str, table: &[(char, u8)]) -> Vec<u8> {
    let byte = |c: char| {
        let own = table.iter().find(|(own, _)| *own == c).map(|(_, byte)| *byte);
        own.unwrap_or_else(|| u8::try_from(c).unwrap_or_else(|_| panic!("{c} is not in the table")))
    };
    text.chars().map(byte).collect()
}

fn named(bytes: &[u8]) -> Option<&'static str> {
    match guess(bytes) {
        Some(Guess::Encoding(encoding)) => Some(encoding.iconv),
        Some(Guess::Binary(binary)) => Some(binary.name),
        None => None,
    }
}

#[test]
fn western_encodings_are_told_apart_by_their_letters() {
    let dos = [('ü', 0x81), ('ä', 0x84), ('ö', 0x94), ('ß', 0xe1), ('Ü', 0x9a)];
    let mac = [('ü', 0x9f), ('ä', 0x8a), ('ö', 0x9a), ('ß', 0xa7), ('Ü', 0x86)];
    assert_eq!(named(&in_bytes(GERMAN, &[])), Some("WINDOWS-1252"));
    assert_eq!(named(&in_bytes(GERMAN, &dos)), Some("CP850"));
    assert_eq!(named(&in_bytes(GERMAN, &mac)), Some("MACINTOSH"));
    let quoted = "The mayor said: “It’s a sad day – for all of us…” She crossed it “every day”.";
    let windows = [('“', 0x93), ('”', 0x94), ('’', 0x92), ('–', 0x96), ('…', 0x85)];
    let mac = [('“', 0xd2), ('”', 0xd3), ('’', 0xd5), ('–', 0xd0), ('…', 0xc9)];
    assert_eq!(named(&in_bytes(quoted, &windows)), Some("WINDOWS-1252"));
    assert_eq!(named(&in_bytes(quoted, &mac)), Some("MACINTOSH"));
    assert_eq!(
        named(&in_bytes("Le maire a déclaré à la télé que l'été serait long.", &[])),
        Some("WINDOWS-1252")
    );
}

#[test]
fn wide_encodings_are_named_with_a_mark_or_without() {
    let wide = |text: &str, width: usize, is_little: bool| {
        let number = |c: char| {
            let bytes = u32::from(c).to_be_bytes();
            let mut bytes = bytes[4 - width..].to_vec();
            if is_little {
                bytes.reverse();
            }
            bytes
        };
        text.chars().flat_map(number).collect::<Vec<u8>>()
    };
    for (width, is_little, iconv) in
        [(2, true, "UTF-16LE"), (2, false, "UTF-16BE"), (4, true, "UTF-32LE"), (4, false, "UTF-32BE")]
    {
        assert_eq!(named(&wide(GERMAN, width, is_little)), Some(iconv));
        assert_eq!(named(&wide("format = 1\n", width, is_little)), Some(iconv));
        let with_mark = wide(&format!("\u{feff}{GERMAN}"), width, is_little);
        assert_eq!(named(&with_mark), Some(&iconv[..6]));
    }
}

#[test]
fn east_asian_encodings_are_named_where_it_is_certain() {
    // これはペンです。それは本です。
    let japanese = b"\x82\xb1\x82\xea\x82\xcd\x83\x79\x83\x93\x82\xc5\x82\xb7\x81\x42\x82\xbb\x82\xea\x82\xcd\x96\x7b\x82\xc5\x82\xb7\x81\x42";
    // 中国政府今天宣布，出口将受到限制。
    let chinese = b"\xd6\xd0\xb9\xfa\xd5\xfe\xb8\xae\xbd\xf1\xcc\xec\xd0\xfb\xb2\xbc\xa3\xac\xb3\xf6\xbf\xda\xbd\xab\xca\xdc\xb5\xbd\xcf\xde\xd6\xc6\xa1\xa3";
    // 한국 정부는 오늘 발표했다. in EUC-KR, which could be Chinese but for its full stop.
    let korean =
        b"\xc7\xd1\xb1\xb9 \xc1\xa4\xba\xce\xb4\xc2 \xbf\xc0\xb4\xc3 \xb9\xdf\xc7\xa5\xc7\xdf\xb4\xd9.";
    assert_eq!(named(japanese), Some("SHIFT_JIS"));
    assert_eq!(named(chinese), Some("GB18030"));
    assert_eq!(named(korean), None);
}

#[test]
fn what_is_not_certain_is_not_named() {
    assert_eq!(named(GERMAN.as_bytes()), None);
    assert_eq!(named(b""), None);
    assert_eq!(named(b"a = 1\n\xff"), None);
    assert_eq!(named(b"a \xe0 b"), None);
    let damaged = [GERMAN.as_bytes(), b"\xff", GERMAN.as_bytes()].concat();
    assert_eq!(named(&damaged), None, "it is UTF-8 but for a byte");
    // Мост закрывают, in Windows-1251.
    assert_eq!(named(b"\xcc\xee\xf1\xf2 \xe7\xe0\xea\xf0\xfb\xe2\xe0\xfe\xf2"), None);
}

#[test]
fn files_of_other_kinds_are_named() {
    for (bytes, name) in [
        (&b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"[..], "a PDF file"),
        (b"{\\rtf1\\ansi Words}", "an RTF document"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml\0word/document.xml", "a Word document (.docx)"),
        (
            b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
            "an OpenDocument text (.odt)",
        ),
        (b"PK\x03\x04\x14\0\0\0a.txt", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"BM\x36\0\0\0", "a picture (BMP)"),
        (b"words\0and \xff more words", "a binary file: it contains NUL bytes"),
    ] {
        assert_eq!(named(bytes), Some(name));
    }
    assert_eq!(named(b"BM is the beginning of a word"), None);
    assert_eq!(named(b"GIF89 was a format of pictures"), None);
}
