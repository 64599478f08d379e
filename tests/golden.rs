//! Four screens as they are: a change shows here, whether it is good is for the eye. A plain `cargo test` compares and
//! never writes (`.config/insta.yaml`); `INSTA_UPDATE=always cargo test --test golden` takes them anew.

mod common;

use common::{Cells, Screen};
use fundstelle::app::Options;
use fundstelle::load::shipped;
use fundstelle::ui::language::Language;
use fundstelle::ui::theme::Theme;

fn golden(size: Cells, language: Language, keys: &str) -> String {
    let mut screen = Screen::open(&shipped(), size, Options { language, theme: Theme::Default });
    screen.press(keys).golden()
}

macro_rules! golden {
    ($name:literal, $size:expr, $language:ident, $keys:literal) => {
        let screen = golden($size, Language::$language, $keys);
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, screen);
        });
    };
}

#[test]
fn bytedance_selected_wide() {
    golden!("120x40-de-bytedance", (120, 40), De, "2 Down Down Down Down");
}

#[test]
fn a_claims_card_in_a_small_terminal() {
    golden!("80x24-en-claim-card", (80, 24), En, "5 End Up Enter");
}

#[test]
fn everything_at_once() {
    golden!("200x60-de", (200, 60), De, "");
}

#[test]
fn the_trend_in_use() {
    golden!("120x40-en-trend", (120, 40), En, "4 Down Left");
}
