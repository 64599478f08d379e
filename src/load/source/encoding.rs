//! What a file is that is no UTF-8: in which encoding it seems to be written, or what else it is. Nothing is converted: a wrong
//! guess would make words of the article that nobody wrote.

/// What the bytes of a file are instead of UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Guess {
    /// Text in this encoding.
    Encoding(Encoding),
    /// No text.
    Binary(Binary),
}

/// An encoding that is certain enough to be named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Encoding {
    /// What people call it.
    pub(crate) name: &'static str,
    /// What `iconv` calls it.
    pub(crate) iconv: &'static str,
}

/// What a file is that is no text, and what to do about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Binary {
    /// With its article: `a PDF file`.
    pub(crate) name: &'static str,
    pub(crate) hint: &'static str,
    /// Whether office programs write such files: as observations it is a spreadsheet.
    pub(crate) is_office: bool,
}

const fn encoding(name: &'static str, iconv: &'static str) -> Encoding {
    Encoding { name, iconv }
}

const UTF_16: Encoding = encoding("UTF-16", "UTF-16");
const UTF_16LE: Encoding = encoding("UTF-16 (little-endian)", "UTF-16LE");
const UTF_16BE: Encoding = encoding("UTF-16 (big-endian)", "UTF-16BE");
const UTF_32: Encoding = encoding("UTF-32", "UTF-32");
const UTF_32LE: Encoding = encoding("UTF-32 (little-endian)", "UTF-32LE");
const UTF_32BE: Encoding = encoding("UTF-32 (big-endian)", "UTF-32BE");
const WINDOWS: Encoding = encoding("Windows-1252, which is also called ANSI or Latin-1", "WINDOWS-1252");
const DOS: Encoding = encoding("DOS code page 850 or 437", "CP850");
const MAC: Encoding = encoding("Mac Roman", "MACINTOSH");
const SHIFT_JIS: Encoding = encoding("Shift-JIS", "SHIFT_JIS");
const GB: Encoding = encoding("GB 18030 or GBK", "GB18030");

/// The bytes that are looked at: an encoding shows early.
const LOOKED_AT: usize = 1 << 16;

const WORDS: &str = "open it, copy its words, and save them as a .txt or .md file in UTF-8";
const PICTURE: &str =
    "type its words, or have them read by a program for text recognition, and save them as a .txt file";
const ARCHIVE: &str = "unpack it, and name the text file in it";

/// How files of other kinds begin, and what they are.
const BEGINNINGS: [(&[u8], Binary); 18] = [
    (b"%PDF-", binary("a PDF file", WORDS)),
    (b"{\\rtf", binary("an RTF document", "open it in a word processor, and save it as plain text (UTF-8)")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Binary { is_office: true, ..binary("an old Office document (.doc, .xls)", WORDS) },
    ),
    (b"\x89PNG\r\n", binary("a picture (PNG)", PICTURE)),
    (b"\xff\xd8\xff", binary("a picture (JPEG)", PICTURE)),
    (b"GIF8", binary("a picture (GIF)", PICTURE)),
    (b"II*\0", binary("a picture (TIFF)", PICTURE)),
    (b"MM\0*", binary("a picture (TIFF)", PICTURE)),
    (b"BM", binary("a picture (BMP)", PICTURE)),
    (b"\x1f\x8b", binary("a compressed file (gzip)", ARCHIVE)),
    (b"BZh", binary("a compressed file (bzip2)", ARCHIVE)),
    (b"\xfd7zXZ\0", binary("a compressed file (xz)", ARCHIVE)),
    (b"7z\xbc\xaf\x27\x1c", binary("an archive (7z)", ARCHIVE)),
    (b"Rar!\x1a\x07", binary("an archive (RAR)", ARCHIVE)),
    (b"SQLite format 3\0", binary("a database (SQLite)", WORDS)),
    (b"bplist00", binary("a property list of macOS (or a .webarchive of Safari)", WORDS)),
    (
        b"version https://git-lfs.github.com/spec/",
        binary("a pointer of Git LFS, which stands for the file", "run: git lfs pull"),
    ),
    (b"\x7fELF", binary("a program", "name the article's file instead")),
];

const fn binary(name: &'static str, hint: &'static str) -> Binary {
    Binary { name, hint, is_office: false }
}

/// What `iconv` calls the encoding in which a text seems to be written; none of UTF-8, and of what is no text.
#[cfg(feature = "html")]
pub(crate) fn encoding_of(bytes: &[u8]) -> Option<&'static str> {
    match guess(bytes) {
        Some(Guess::Encoding(encoding)) => Some(encoding.iconv),
        Some(Guess::Binary(_)) | None => None,
    }
}

/// What this file is, if that is certain; none of UTF-8, and of what is nothing that is known.
pub(crate) fn guess(bytes: &[u8]) -> Option<Guess> {
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    if let Some(binary) = known_binary(bytes) {
        return Some(Guess::Binary(binary));
    }
    if let Some(encoding) = marked(bytes) {
        return Some(Guess::Encoding(encoding));
    }
    let zeros = if bytes.contains(&0) { bytes.split(|byte| *byte == 0).skip(1).count() } else { 0 };
    if zeros > 0
        && let Some(encoding) = wide(bytes)
    {
        return Some(Guess::Encoding(encoding));
    }
    // A text may have one by accident; it is shown as a sign.
    let is_utf8 = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // The last of the bytes that are looked at may be half of a character.
        Err(error) => error.error_len().is_none(),
    };
    let is_text = is_utf8 && zeros * 4 <= bytes.len();
    if zeros > 0 && !is_text {
        return Some(Guess::Binary(binary("a binary file: it contains NUL bytes", WORDS)));
    }
    if is_text || is_mostly_utf8(bytes) {
        return None;
    }
    east_asian(bytes).or_else(|| western(bytes)).map(Guess::Encoding)
}

/// What the first bytes say.
fn known_binary(bytes: &[u8]) -> Option<Binary> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(Binary { is_office: true, ..zipped(bytes) });
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(binary("a picture (WebP)", PICTURE));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(binary("a picture or a film (HEIC, MP4)", PICTURE));
    }
    let (beginning, binary) = BEGINNINGS.into_iter().find(|(beginning, _)| bytes.starts_with(beginning))?;
    // Words may begin with these letters; what is no text has NUL bytes soon.
    let is_word = beginning.iter().all(u8::is_ascii_alphanumeric);
    (!is_word || bytes.iter().take(512).any(|byte| *byte == 0)).then_some(binary)
}

/// What a ZIP file is, by the names in it.
fn zipped(bytes: &[u8]) -> Binary {
    let names = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    if names(b"application/vnd.oasis.opendocument.text") {
        binary(
            "an OpenDocument text (.odt)",
            "open it in a word processor, and save it as plain text (UTF-8)",
        )
    } else if names(b"application/epub+zip") {
        binary("an e-book (EPUB)", WORDS)
    } else if names(b"word/") {
        binary("a Word document (.docx)", "open it in a word processor, and save it as plain text (UTF-8)")
    } else if names(b"xl/") || names(b"application/vnd.oasis.opendocument.spreadsheet") {
        binary("a spreadsheet (.xlsx, .ods)", "open it, and save the sheet as CSV (UTF-8)")
    } else {
        binary("a ZIP archive", ARCHIVE)
    }
}

/// What a byte order mark says; UTF-8's is none that is looked for.
fn marked(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some(UTF_32),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(UTF_16),
        _ => None,
    }
}

/// UTF-16 and UTF-32 without a mark: letters of most scripts have NUL bytes, always at the same places.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    /// Fewer bytes say nothing.
    const FEWEST: usize = 8;
    if bytes.len() < FEWEST {
        return None;
    }
    let mut zeros = [0_usize; 4];
    for (place, byte) in bytes.iter().enumerate() {
        zeros[place % 4] += usize::from(*byte == 0);
    }
    let each = bytes.len() / 4;
    // Three in four of these are NUL, and none of those.
    let many = |place: usize| zeros[place] * 4 >= each * 3;
    let few = |place: usize| zeros[place] * 20 <= each;
    match [0, 1, 2, 3].map(|place| (many(place), few(place))) {
        [(_, true), (true, _), (true, _), (true, _)] => Some(UTF_32LE),
        [(true, _), (true, _), (true, _), (_, true)] => Some(UTF_32BE),
        [(_, true), (true, _), (_, true), (true, _)] => Some(UTF_16LE),
        [(true, _), (_, true), (true, _), (_, true)] => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether a file is UTF-8 but for some bytes: then it was damaged, or put together of several, and is in no one encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// The pairs of bytes that do not both stand for themselves.
fn pairs(
    bytes: &[u8],
    is_first: impl Fn(u8) -> bool,
    is_second: impl Fn(u8) -> bool,
) -> Option<Vec<[u8; 2]>> {
    let mut pairs = Vec::new();
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        if first.is_ascii() {
            rest = after;
            continue;
        }
        match after {
            [second, after @ ..] if is_first(*first) && is_second(*second) => {
                pairs.push([*first, *second]);
                rest = after;
            }
            // The last of the bytes that are looked at may be half of one.
            [] => break,
            _ => return None,
        }
    }
    Some(pairs)
}

/// Encodings of Chinese and Japanese, where all bytes fit, and signs that every text in them has.
fn east_asian(bytes: &[u8]) -> Option<Encoding> {
    /// Fewer pairs may be chance.
    const FEWEST: usize = 6;
    // One byte kana are seldom and left out.
    let japanese = pairs(
        bytes,
        |byte| matches!(byte, 0x81..=0x9f | 0xe0..=0xfc),
        |byte| matches!(byte, 0x40..=0x7e | 0x80..=0xfc),
    );
    // Hiragana, katakana, and the comma and full stop.
    let is_kana =
        |pair: &[u8; 2]| matches!(pair, [0x82, 0x9f..=0xf1] | [0x83, 0x40..=0x96] | [0x81, 0x41 | 0x42]);
    if let Some(pairs) = japanese.filter(|pairs| pairs.len() >= FEWEST)
        && pairs.iter().filter(|pair| is_kana(pair)).count() * 4 >= pairs.len()
    {
        return Some(SHIFT_JIS);
    }
    let chinese =
        pairs(bytes, |byte| matches!(byte, 0x81..=0xfe), |byte| matches!(byte, 0x40..=0x7e | 0x80..=0xfe))?;
    let is_common = |pair: &[u8; 2]| matches!(pair, [0xa1..=0xa3 | 0xb0..=0xf7, 0xa1..=0xfe]);
    let is_stop = |pair: &&[u8; 2]| matches!(pair, [0xa1, 0xa2 | 0xa3] | [0xa3, 0xac | 0xba | 0xa1]);
    let is_certain = chinese.len() >= FEWEST
        && chinese.iter().filter(|pair| is_common(pair)).count() * 20 >= chinese.len() * 19
        && chinese.iter().any(|pair| is_stop(&pair));
    is_certain.then_some(GB)
}

/// What a byte stands for in an encoding of Western Europe, as far as it makes a text likely.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Small,
    Capital,
    /// Quotation marks, dashes, ellipses, a blank, signs of money and degree.
    Mark,
    /// One that also stands between two letters.
    Apostrophe,
    Other,
}

/// The encoding in which nearly all bytes beyond ASCII are letters beside letters or marks beside none, and of no other so many.
fn western(bytes: &[u8]) -> Option<Encoding> {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let mut scores = [(WINDOWS, windows as fn(u8) -> Sign), (DOS, dos), (MAC, mac)]
        .map(|(encoding, sign)| (plausible(bytes, sign), encoding));
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let [(best, encoding), (second, _), _] = scores;
    (best * 10 >= high * 9 && best > second).then_some(encoding)
}

/// How many bytes beyond ASCII are what one expects where they stand.
fn plausible(bytes: &[u8], sign: impl Fn(u8) -> Sign) -> usize {
    /// So many marks say something without a letter.
    const MARKS: usize = 4;
    // What is ASCII is known; a letter beyond it stands beside one of these, or is a word alone, as `à`.
    let of = |place: Option<usize>| match place.and_then(|place| bytes.get(place)) {
        Some(byte) if byte.is_ascii_lowercase() => Sign::Small,
        Some(byte) if byte.is_ascii_uppercase() => Sign::Capital,
        Some(byte) if !byte.is_ascii() && sign(*byte) != Sign::Mark => Sign::Other,
        _ => Sign::Mark,
    };
    let is_letter = |sign: Sign| matches!(sign, Sign::Small | Sign::Capital);
    let is_alone = |place: usize| {
        let is_mark = |place: Option<usize>| of(place) == Sign::Mark;
        is_letter(sign(bytes[place])) && is_mark(place.checked_sub(1)) && is_mark(Some(place + 1))
    };
    let is_plausible = |place: usize| {
        let (before, after) = (of(place.checked_sub(1)), of(Some(place + 1)));
        match sign(bytes[place]) {
            Sign::Small => is_letter(before) || after == Sign::Small,
            Sign::Capital => before != Sign::Small && (is_letter(before) || is_letter(after)),
            Sign::Mark => before == Sign::Mark || after == Sign::Mark,
            Sign::Apostrophe => is_letter(before) || before == Sign::Mark,
            Sign::Other => false,
        }
    };
    let count = |is_one: &dyn Fn(usize) -> bool| {
        (0..bytes.len()).filter(|place| !bytes[*place].is_ascii() && is_one(*place)).count()
    };
    let all = count(&is_plausible);
    let marks = count(&|place| sign(bytes[place]) == Sign::Mark && is_plausible(place));
    // Letters alone say nothing by themselves, and few marks say little.
    if all > marks || marks >= MARKS { all + count(&is_alone) } else { 0 }
}

fn windows(byte: u8) -> Sign {
    match byte {
        0xdf..=0xef | 0xf1..=0xf6 | 0xf8..=0xff | 0x9a | 0x9c | 0x9e => Sign::Small,
        0xc0..=0xcf | 0xd1..=0xd6 | 0xd8..=0xde | 0x8a | 0x8c | 0x8e | 0x9f => Sign::Capital,
        0x92 => Sign::Apostrophe,
        0x80 | 0x82 | 0x84 | 0x85 | 0x91 | 0x93..=0x97 | 0xa0 | 0xa3 | 0xa7 | 0xab | 0xb0 | 0xb7 | 0xbb => {
            Sign::Mark
        }
        _ => Sign::Other,
    }
}

fn dos(byte: u8) -> Sign {
    match byte {
        0x81..=0x8d | 0x91 | 0x93..=0x98 | 0xa0..=0xa4 | 0xe1 | 0x9b => Sign::Small,
        0x80 | 0x8e..=0x90 | 0x92 | 0x99 | 0x9a | 0xa5 | 0x9d => Sign::Capital,
        0xae | 0xaf | 0xff | 0xf8 | 0xf5 | 0x9c => Sign::Mark,
        _ => Sign::Other,
    }
}

fn mac(byte: u8) -> Sign {
    match byte {
        0x87..=0x9f | 0xa7 | 0xbe | 0xbf | 0xcf => Sign::Small,
        0x80..=0x86 | 0xae | 0xaf | 0xcb..=0xce => Sign::Capital,
        0xd5 => Sign::Apostrophe,
        0xa0 | 0xa1 | 0xa4 | 0xc7..=0xca | 0xd0..=0xd4 | 0xdb | 0xdc | 0xdd | 0xe2 | 0xe3 => Sign::Mark,
        _ => Sign::Other,
    }
}

#[cfg(test)]
mod tests;
