//! Which stories are copies of each other.

use serde_json::{Value, json};

use super::Small;
use crate::related::copies::{Text, groups};

const REPORT: &str = "The city council decided on Monday to close the tunnel until the autumn after divers found cracks in its eastern wall, which engineers had measured twice and called widening.";
const FOOTER: &str = "This paper is printed on recycled pulp by a cooperative of its readers; whoever finds an error in it may write to the editors, who answer every letter and correct whatever needs to be corrected.";

/// The groups of stories (headline, day, publisher, body).
fn grouped(stories: &[(&str, &str, &str, String)]) -> Vec<usize> {
    let of = |(n, (headline, day, publisher, body)): (usize, &(&str, &str, &str, String))| {
        json!({"id": n.to_string(), "headline": headline, "published": day, "body": body,
               "sources": [{"title": headline, "publisher": publisher}]})
    };
    let all: Vec<Value> = stories.iter().enumerate().map(of).collect();
    let small = Small::of(&Value::Array(all));
    let ids: Vec<String> = (0..stories.len()).map(|n| n.to_string()).collect();
    let told: Vec<_> = ids.iter().map(|id| small.told(id)).collect();
    let features: Vec<_> = ids.iter().map(|id| small.features(id)).collect();
    let texts = told.iter().zip(&features);
    let texts: Vec<Text<'_>> = texts
        .map(|(told, features)| Text { told, features })
        .collect();
    groups(&texts)
}

#[test]
fn a_longer_version_elsewhere_is_a_copy_for_a_week() {
    let longer = format!("{REPORT} Shops nearby fear for their trade.");
    let found = grouped(&[
        ("Tunnel closes", "2024-05-07", "Herald", REPORT.into()),
        (
            "Cracks under the river",
            "2024-05-14",
            "Courier",
            longer.clone(),
        ),
        ("Cracks under the river", "2025-05-14", "Courier", longer),
    ]);
    assert_eq!(found, [0, 0, 2]);
}

#[test]
fn copies_of_copies_are_one_group() {
    let part = |text: &str| format!("{REPORT} {text}");
    let long = "Buses cross the river by the old bridge, ferries run twice an hour, and cyclists are asked to take the lift at the western bank, where attendants help them with their loads until late.";
    let found = grouped(&[
        ("Tunnel closes", "2024-05-07", "Herald", REPORT.into()),
        ("How to cross", "2024-05-07", "Courier", part(long)),
        ("Crossing", "2024-05-08", "Post", long.into()),
    ]);
    assert_eq!(found, [0, 0, 0]);
}

#[test]
fn what_a_publisher_prints_under_every_story_makes_no_copies() {
    let with = |text: &str| format!("{text}\n\n{FOOTER}");
    let found = grouped(&[
        (
            "Ferry sinks",
            "2024-05-07",
            "Herald",
            with("A ferry sank off the harbour at dawn."),
        ),
        (
            "Mayor resigns",
            "2024-05-07",
            "Herald",
            with("The mayor resigned over a pond."),
        ),
        (
            "Rain at last",
            "2024-05-08",
            "Herald",
            with("It rained for the first time since March."),
        ),
    ]);
    assert_eq!(found, [0, 1, 2]);
}

#[test]
fn versions_of_one_publisher_are_copies_whatever_their_headlines() {
    let version = |text: &str| format!("{REPORT} {text}");
    let found = grouped(&[
        ("Tunnel closes", "2024-05-07", "Herald", version("")),
        (
            "River cut off",
            "2024-05-07",
            "Herald",
            version("Shops fear."),
        ),
        (
            "Tunnel closes now",
            "2024-05-08",
            "Herald",
            version(
                "Hotels have lost half of their guests, and drivers plan to sue the city for what they lose.",
            ),
        ),
    ]);
    assert_eq!(found, [0, 0, 0]);
}
