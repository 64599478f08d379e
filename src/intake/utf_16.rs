//! UTF-16: as Windows saves some pages.

/// The text of bytes with the mark of UTF-16 before them, which is left out. Halves of characters stand as U+FFFD.
pub(super) fn marked(bytes: &[u8]) -> Option<String> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some(decode(rest, u16::from_le_bytes));
    }
    bytes.strip_prefix(b"\xfe\xff").map(|rest| decode(rest, u16::from_be_bytes))
}

/// The text of bytes in this order.
pub(super) fn decode(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
