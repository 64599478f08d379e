//! Slips that can be made at any line of a kind.

/// A slip that can be made at any line of a kind.
pub(super) struct Slip {
    pub(super) what: &'static str,
    /// The line with the slip, if it can be made there.
    pub(super) make: fn(&str) -> Option<String>,
}

fn value_of(line: &str) -> Option<(&str, &str)> {
    line.split_once(" = ")
}

/// The text of a line that has one text as its value.
fn only_text(line: &str) -> Option<(&str, &str)> {
    let (key, value) = value_of(line)?;
    let text = value.strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('"')).then_some((key, text))
}

pub(super) const SLIPS: &[Slip] = &[
    Slip { what: "no closing quotation mark", make: |line| line.strip_suffix('"').map(str::to_owned) },
    Slip {
        what: "no opening quotation mark",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = {text}\"")),
    },
    Slip {
        what: "no quotation marks",
        make: |line| {
            let (key, text) = only_text(line)?;
            Some(format!("{key} = {text}")).filter(|_| !text.starts_with(|c: char| c.is_ascii_digit()))
        },
    },
    Slip {
        what: "curly quotation marks",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = “{text}”")),
    },
    Slip {
        what: "German quotation marks",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = „{text}“")),
    },
    Slip {
        what: "a curly mark at the end",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = \"{text}”")),
    },
    Slip {
        what: "a curly mark at the beginning",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = “{text}\"")),
    },
    Slip { what: "a colon", make: |line| value_of(line).map(|(key, value)| format!("{key}: {value}")) },
    Slip {
        what: "a colon and no quotation marks",
        make: |line| only_text(line).map(|(key, text)| format!("{key}: {text}")),
    },
    Slip {
        what: "two equals signs",
        make: |line| value_of(line).map(|(key, value)| format!("{key} == {value}")),
    },
    Slip { what: "an arrow", make: |line| value_of(line).map(|(key, value)| format!("{key} => {value}")) },
    Slip { what: "no equals sign", make: |line| value_of(line).map(|(key, value)| format!("{key} {value}")) },
    Slip { what: "no value", make: |line| value_of(line).map(|(key, _)| format!("{key} =")) },
    Slip { what: "a comma at the end", make: |line| value_of(line).map(|_| format!("{line},")) },
    Slip { what: "a semicolon at the end", make: |line| value_of(line).map(|_| format!("{line};")) },
    Slip {
        what: "a comment of another language behind",
        make: |line| value_of(line).map(|_| format!("{line} // why")),
    },
    Slip { what: "a comment of another language before", make: |line| Some(format!("// don't ask\n{line}")) },
    Slip { what: "a no-break space before", make: |line| Some(format!("\u{a0}{line}")) },
    Slip { what: "a zero-width space before", make: |line| Some(format!("\u{200b}{line}")) },
    Slip {
        what: "a byte order mark within the file",
        make: |line| Some(format!("# joined\n\u{feff}{line}")),
    },
    Slip {
        what: "a full-width equals sign",
        make: |line| value_of(line).map(|(key, value)| format!("{key} ＝ {value}")),
    },
    Slip {
        what: "a quotation within a text",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = \"the \"old\" {text}\"")),
    },
    Slip {
        what: "a backslash of Markdown",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = \"\\*{text}\"")),
    },
    Slip {
        what: "a list without its end",
        make: |line| line.strip_suffix(']').filter(|rest| rest.contains('=')).map(str::to_owned),
    },
    Slip {
        what: "a bracket too many",
        make: |line| line.strip_suffix(']').filter(|rest| rest.contains('=')).map(|rest| format!("{rest}]]")),
    },
    Slip {
        what: "a table without an end",
        make: |line| line.strip_suffix("]]").filter(|rest| rest.starts_with("[[")).map(str::to_owned),
    },
    Slip {
        what: "a table with one bracket at its end",
        make: |line| line.strip_suffix(']').filter(|rest| rest.starts_with("[[")).map(str::to_owned),
    },
    Slip {
        what: "a table with one bracket at its beginning",
        make: |line| line.strip_prefix('[').filter(|rest| rest.starts_with('[')).map(str::to_owned),
    },
    Slip {
        what: "a long text without an end",
        make: |line| only_text(line).map(|(key, text)| format!("{key} = \"\"\"{text}")),
    },
    Slip {
        what: "a text over two lines",
        make: |line| {
            let (key, text) = only_text(line)?;
            let (one, two) = text.split_once(' ')?;
            Some(format!("{key} = \"{one}\n{two}\""))
        },
    },
];

/// Slips that leave a file TOML.
pub(super) const OF_MEANING: &[Slip] = &[
    Slip { what: "a line left out", make: |_| Some(String::new()) },
    Slip {
        what: "two letters of a key swapped",
        make: |line| {
            let (key, value) = value_of(line)?;
            let base = key.split('.').next()?;
            let (head, tail) = base.split_at_checked(base.len().checked_sub(2)?)?;
            let swapped: String = tail.chars().rev().collect();
            Some(format!("{head}{swapped}{} = {value}", &key[base.len()..])).filter(|_| base.len() > 2)
        },
    },
    Slip {
        what: "a table in the plural",
        make: |line| line.strip_suffix("]]").map(|rest| format!("{rest}s]]")),
    },
    Slip {
        what: "a table with one bracket on either side",
        make: |line| line.strip_prefix("[[")?.strip_suffix("]]").map(|word| format!("[{word}]")),
    },
    Slip {
        what: "a table with a capital",
        make: |line| {
            let word = line.strip_prefix("[[")?;
            Some(format!("[[{}{}", word[..1].to_uppercase(), &word[1..]))
        },
    },
    Slip {
        what: "an id in capitals",
        make: |line| line.strip_prefix("id = ").map(|id| format!("id = {}", id.to_uppercase())),
    },
    Slip {
        what: "another id, with a blank",
        make: |line| line.strip_prefix("id = ").map(|_| "id = \"x y\"".to_owned()),
    },
    Slip { what: "a number for a value", make: |line| value_of(line).map(|(key, _)| format!("{key} = 5")) },
    Slip { what: "true for a value", make: |line| value_of(line).map(|(key, _)| format!("{key} = true")) },
    Slip {
        what: "a list for a value",
        make: |line| value_of(line).map(|(key, value)| format!("{key} = [{value}]")),
    },
];
