//! Names tied within one text: surnames, acronyms, former names.

use serde_json::json;

use super::*;
use crate::story::{Entity, decode_entity};

fn gazetteer() -> Gazetteer {
    let entities: Vec<Entity> = [
        json!({"id": "xu", "name": "Star Xu", "kind": "person", "aliases": ["Xu Mingxing", "徐明星"]}),
        json!({"id": "lee", "name": "Chris Lee", "kind": "person"}),
        json!({"id": "bobby", "name": "Bobby Lee", "kind": "person"}),
        json!({"id": "fsa", "name": "Financial Services Agency", "kind": "regulator"}),
        json!({"id": "okex", "name": "OKEx", "kind": "organisation"}),
    ]
    .into_iter()
    .filter_map(|v| decode_entity(v).0)
    .collect();
    Gazetteer::new((1..).zip(&entities))
}

fn known(text: &str) -> Vec<(&str, i64)> {
    let (mentions, _) = find_names(text, &gazetteer());
    mentions
        .iter()
        .map(|m| (&text[m.start..m.end], m.entity))
        .collect()
}

#[test]
fn a_surname_counts_only_behind_the_full_name() {
    assert_eq!(
        known("Xu spoke. Star Xu left; Xu's car stayed."),
        [("Star Xu", 1), ("Xu", 1)]
    );
    assert_eq!(
        known("Xu Mingxing left. Later Xu came; Mingxing did not."),
        [("Xu Mingxing", 1), ("Xu", 1)]
    );
    assert_eq!(
        known("Chris Lee left. Lee came. A Bruce Lee film."),
        [("Chris Lee", 2), ("Lee", 2)]
    );
    assert_eq!(
        known("Chris Lee met Bobby Lee. Lee laughed."),
        [("Chris Lee", 2), ("Bobby Lee", 3)]
    );
    assert_eq!(
        known("Star Xu left. The driver saw Mr Xu. Xuzhou is a city."),
        [("Star Xu", 1), ("Xu", 1)]
    );
}

#[test]
fn a_name_in_brackets_stands_for_the_one_before() {
    assert_eq!(
        known("The Financial Services Agency (FSA) spoke. The FSA wrote; FSAs did not."),
        [("Financial Services Agency", 4), ("FSA", 4), ("FSA", 4)]
    );
    assert_eq!(
        known("The FSA spoke, then the Financial Services Agency."),
        [("Financial Services Agency", 4)]
    );
    assert_eq!(
        known("OKEx (欧易) opened. 欧易宣布"),
        [("OKEx", 5), ("欧易", 5), ("欧易", 5)]
    );
    assert_eq!(known("OKEx (Malta) opened. Malta is small."), [("OKEx", 5)]);
}

#[test]
fn a_former_name_stands_for_the_new_one() {
    assert_eq!(
        known("OKEx, formerly OKCoin International, grew. OKCoin International had users."),
        [
            ("OKEx", 5),
            ("OKCoin International", 5),
            ("OKCoin International", 5)
        ]
    );
}

#[test]
fn a_surname_before_the_full_name_takes_no_later_one_from_it() {
    let text = "Petrova spoke on Monday. Later Anna Petrova left for London. Reporters say that Petrova returned.";
    let (_, new) = find_names(text, &Gazetteer::default());
    let last = new.iter().rfind(|n| &text[n.start..n.end] == "Petrova");
    assert_eq!(
        last.map(|n| n.name.as_str()),
        Some("Anna Petrova"),
        "{new:?}"
    );
}

#[test]
fn a_name_that_is_told_again_is_one_and_found_again() {
    let text =
        "BALTIMORE - The mayor of Baltimore met Robert Smith of Acme Motors. Acme Motors declined.";
    let (_, new) = find_names(text, &Gazetteer::default());
    let names: Vec<&str> = new.iter().map(|n| n.name.as_str()).collect();
    assert_eq!(
        names.iter().filter(|n| **n == "Baltimore").count(),
        2,
        "{names:?}"
    );
    assert_eq!(
        names.iter().filter(|n| **n == "Acme Motors").count(),
        2,
        "{names:?}"
    );
}

#[test]
fn a_surname_of_two_is_no_third_person() {
    let text = "Chris Lee of Huobi met Bobby Lee of BTCC in Shanghai. Lee laughed, and Lee told reporters that he would stay. \
        \u{201c}We met,\u{201d} said Lee.";
    let (mentions, new) = find_names(text, &gazetteer());
    assert_eq!(mentions.len(), 2);
    assert!(
        new.iter().all(|n| &text[n.start..n.end] != "Lee"),
        "{new:?}"
    );
}

#[test]
fn brackets_that_never_close_cost_no_more_than_others() {
    let text = "Star Xu (".repeat(10_000);
    assert_eq!(known(&text).len(), 10_000);
}

#[test]
fn thousands_of_persons_each_keep_their_surname() {
    let letters = |n: usize| -> String {
        let digits = format!("{n:05}");
        digits
            .bytes()
            .map(|b| char::from(b'a' + b - b'0'))
            .collect()
    };
    let persons: Vec<Entity> = (0..10_000)
        .map(|n| json!({"id": n.to_string(), "name": format!("Anna K{}", letters(n)), "kind": "person"}))
        .filter_map(|v| decode_entity(v).0)
        .collect();
    let told = (0..10_000).map(|n| format!("Anna K{0} met us. It was K{0} who spoke.", letters(n)));
    let text = told.collect::<Vec<_>>().join(" ");
    let (mentions, _) = find_names(&text, &Gazetteer::new((0..).zip(&persons)));
    let named: Vec<i64> = mentions.iter().map(|m| m.entity).collect();
    let expected: Vec<i64> = (0..10_000).flat_map(|n| [n, n]).collect();
    assert!(named == expected, "{} mentions", named.len());
}
