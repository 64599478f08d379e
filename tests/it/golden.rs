//! Five screens as they are: a change shows here, whether it is good is for the eye. A plain `cargo test` compares and
//! never writes (`.config/insta.yaml`); `INSTA_UPDATE=always cargo test --test it golden` takes them anew.

use crate::common::{Cells, Screen};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::shipped;
use fundstelle::look::theme::Theme;

fn opened(size: Cells, language: Language) -> Screen {
    Screen::open(&shipped(), size, Options { language, theme: Theme::Default, ..Options::default() })
}

macro_rules! golden {
    ($name:literal, $screen:expr) => {
        let screen = $screen.golden();
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, screen);
        });
    };
}

#[test]
fn bytedance_selected_wide() {
    golden!("120x40-de-bytedance", opened((120, 40), Language::De).press("2").select("actor:bytedance"));
}

#[test]
fn a_claims_card_in_a_small_terminal() {
    golden!(
        "80x24-en-claim-card",
        opened((80, 24), Language::En).press("5").select("claim:one-third").press("Enter")
    );
}

#[test]
fn everything_at_once() {
    golden!("200x60-de", opened((200, 60), Language::De));
}

#[test]
fn the_trend_in_use() {
    golden!("120x40-en-trend", opened((120, 40), Language::En).press("4 Left"));
}

#[test]
fn going_to_anything_in_a_small_terminal() {
    golden!("80x24-de-go-to", opened((80, 24), Language::De).press(": b y t e Down Down"));
}
