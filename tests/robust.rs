//! No size, no sequence of keys and no text of a story brings the reader down.

use proptest::prelude::*;
use serde_json::json;

use crate::stage::{stage, stage_of};

const KEYS: &[&str] = &[
    "j",
    "k",
    "g",
    "G",
    "Ctrl-d",
    "Ctrl-u",
    "Space",
    "b",
    "Tab",
    "Shift-Tab",
    "h",
    "l",
    "Enter",
    "[",
    "]",
    "H",
    "L",
    "/",
    "n",
    "N",
    "Esc",
    "e",
    "m",
    "r",
    "s",
    "u",
    "z",
    "+",
    "-",
    "?",
    "q",
    "Backspace",
    "Ctrl-w",
    "←",
    "→",
    "Home",
    "End",
    "Del",
    "x",
    "o",
    "徐",
    "1",
    "9",
    "0",
    "\"",
    ":",
    "(",
    "~1x1",
    "~19x6",
    "~20x6",
    "~40x12",
    "~79x24",
    "~80x8",
    "~120x40",
    "~400x200",
    "click:0,0",
    "click:30,5",
    "click:100,20",
    "click:39,39",
    "wheel:10,10,3",
    "wheel:130,20,-3",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size(script in proptest::collection::vec(proptest::sample::select(KEYS), 1..60)) {
        let mut stage = stage(100, 24);
        for key in script {
            stage = stage.keys(key);
            stage.screen();
        }
    }

    #[test]
    fn any_text(headline in any::<String>(), body in any::<String>(), name in any::<String>(), width in 1_u16..140, height in 1_u16..50) {
        let given = json!({"entities": [{"id": "e", "name": name, "kind": "person", "aliases": [body]}],
            "stories": [{"id": "a", "headline": headline, "body": format!("{body} {name} {body}"),
                "links": [{"to": "b", "kind": "cause", "why": body}], "sources": [{"title": name, "url": body}]},
                {"id": "b", "headline": "x", "body": name}]});
        let stage = stage_of(&given.to_string(), width, height).keys("Enter Space Tab j Tab / a Esc m n");
        let screen = stage.screen();
        prop_assert!(!screen.chars().any(|c| c.is_control() && c != '\n'), "{screen:?}");
    }
}

#[test]
fn every_size_from_one_cell_up() {
    let mut stage = stage(140, 40);
    for (width, height) in (1..=30).flat_map(|w| (1..=14).map(move |h| (w, h))).chain([
        (400, 200),
        (79, 24),
        (119, 10),
        (120, 200),
    ]) {
        stage = stage.keys(&format!("~{width}x{height}"));
        stage.screen();
    }
    for pane in ["Tab", "Tab", "z", "?"] {
        stage = stage.keys(pane);
        for (width, height) in [(1, 1), (20, 6), (21, 7), (33, 9), (80, 12), (121, 13)] {
            stage = stage.keys(&format!("~{width}x{height}"));
            stage.screen();
        }
    }
}
