//! What takes how much room, and that ratatui agrees.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

fn truncate(text: &str, room: usize) -> Cow<'_, str> {
    super::truncate(text, room, "…")
}

#[test]
fn a_text_takes_the_cells_it_is_drawn_in() {
    assert_eq!(cells("Südostasien"), 11);
    assert_eq!(cells("人工智能"), 8);
    assert_eq!(cells("👩‍👩‍👧"), 2);
    assert_eq!(cells("u\u{308}"), 1);
    assert_eq!(cells("a\tb"), 2);
    assert_eq!(cells(""), 0);
}

#[test]
fn a_text_that_fits_is_left_alone() {
    assert!(matches!(truncate("Johor", 5), Cow::Borrowed("Johor")));
    assert_eq!(truncate("Johor", 0), "");
}

#[test]
fn a_text_is_cut_after_a_word() {
    assert_eq!(truncate("Bangkok, Jakarta, Kuala Lumpur", 20), "Bangkok, Jakarta, …");
    assert_eq!(truncate("ein Drittel", 6), "ein …");
    assert_eq!(truncate("China untersagt Rechenzentren", 16), "China …");
    assert_eq!(truncate("Bericht über 人工智能", 17), "Bericht über …");
}

#[test]
fn a_word_is_cut_where_little_would_remain() {
    assert_eq!(truncate("die Rechenzentrumsbetreiber", 14), "die Rechenzen…");
    assert_eq!(truncate("Rechenzentrum", 6), "Reche…");
    assert_eq!(truncate("人工智能", 4), "人…");
    assert_eq!(truncate("Johor", 1), "…");
}

#[test]
fn a_mark_of_several_cells_has_room() {
    let shown = |text, cells| super::truncate(text, cells, "...").into_owned();
    assert_eq!(shown("Bangkok, Jakarta, Kuala Lumpur", 21), "Bangkok, Jakarta, ...");
    assert_eq!(shown("Rechenzentrum", 6), "Rec...");
    assert_eq!(shown("Johor", 5), "Johor");
    assert_eq!(["...", "..", "."], [3, 2, 1].map(|room| shown("Johor", room)).each_ref().map(String::as_str));
}

#[test]
fn parts_are_left_whole() {
    let status = "ByteDance · 3 Nennungen · 2 Beziehungen";
    assert_eq!(truncate_parts(status, " · ", 39, "…"), status);
    assert_eq!(truncate_parts(status, " · ", 38, "…"), "ByteDance · 3 Nennungen · …");
    assert_eq!(truncate_parts(status, " · ", 26, "…"), "ByteDance · 3 Nennungen …");
    assert_eq!(truncate_parts(status, " · ", 17, "…"), "ByteDance · …");
    assert_eq!(
        truncate_parts("belegt · Chinas Konzerne gehen ins Ausland", " · ", 30, "…"),
        "belegt · Chinas Konzerne …"
    );
    assert_eq!(truncate_parts("Nennungen", " · ", 6, "…"), "Nennu…");
}

/// The column after a text that ratatui has drawn.
fn drawn(text: &str) -> u16 {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 300, 1));
    buffer.set_stringn(0, 0, text, usize::MAX, Style::new()).0
}

fn text() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        "\u{308}",
        "\u{200D}",
        "👩",
        "中",
        "ﾞ",
        "\u{600}",
        "🇩",
        "\u{FE0F}",
        "©",
        "\u{200B}",
        "\u{AD}",
        "กำ",
        "ক্ষ",
        "\u{1100}",
        "\u{61}",
        "\r\n",
        "\t",
        "لا",
        "\u{85}",
    ]);
    let any = any::<char>().prop_map(String::from);
    let latin = "[ -~à-ÿ]".prop_map(String::from);
    prop::collection::vec(prop_oneof![2 => hard.prop_map(String::from), 1 => any, 2 => latin], 0..60)
        .prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn ratatui_counts_the_same(text in text()) {
        prop_assert_eq!(cells(&text), usize::from(drawn(&text)));
    }

    #[test]
    fn graphemes_are_those_of_unicode(text in text()) {
        let ours: Vec<_> = graphemes(&text).map(|one| (one.start, one.symbol)).collect();
        let theirs: Vec<_> = text.grapheme_indices(true).collect();
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn a_truncated_text_fits(text in text(), room in 0_usize..40, mark in "…|\\.\\.\\.") {
        let short = super::truncate(&text, room, &mark);
        prop_assert!(cells(&short) <= room);
        prop_assert_eq!(short == text, cells(&text) <= room && (room > 0 || text.is_empty()) || mark.starts_with(&text));
        prop_assert!(cells(&truncate_parts(&text, " ", room, &mark)) <= room);
    }

    /// What stands before the ellipsis is whole words, unless one alone is too long for most of the room.
    #[test]
    fn a_cut_is_at_a_word_or_inside_a_long_one(words in prop::collection::vec("[a-zäöü]{1,12}", 1..8), room in 1_usize..60) {
        let text = words.join(" ");
        let short = truncate(&text, room);
        if let Some(kept) = short.strip_suffix(" …") {
            prop_assert!(text.starts_with(&format!("{kept} ")), "{short}");
        } else if let Some(kept) = short.strip_suffix('…') {
            prop_assert!(text.starts_with(kept));
            let whole = kept.rfind(' ').map_or(0, |blank| cells(&kept[..blank]));
            prop_assert!(whole * 4 < room, "{short}");
        }
    }
}
