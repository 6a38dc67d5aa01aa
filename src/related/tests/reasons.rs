//! What is said for a link.

use serde_json::{Value, json};

use super::Small;
use crate::library::Clues;
use crate::related::clues::clues;
use crate::related::reasons::{Wording, reasons};
use crate::related::score::{List, score};
use crate::story::LinkKind;

fn said(small: &Small, of: &str, other: &str, stated: Option<&(LinkKind, String)>) -> Vec<String> {
    let (here, there) = (small.features(of), small.features(other));
    let told = small.told(of);
    let parts = [told.headline.as_str(), &told.summary, &told.body];
    let clues: Clues = clues(&parts, &here, &small.frequencies);
    let wording = Wording::new(&clues, &small.frequencies, Some("Pier Nine"));
    let score = score(&here, &there, List::Everything, &small.frequencies);
    reasons(&score, stated, (&here, &there), &wording)
}

fn small() -> Small {
    Small::of(&json!([
        {"id": "a", "published": "2021-05-04", "place": "pier", "body": "Divers raised the wreck for Anna Petrova on 1 May."},
        {"id": "b", "published": "2021-06-20", "place": "pier", "body": "On 1 May, said Anna Petrova, everything changed."},
        {"id": "c", "published": "2021-05-03", "body": "Divers sought wreckage."},
        {"id": "d", "published": "2020-01-01", "body": "Divers."},
    ]))
}

#[test]
fn names_days_and_places_are_named_and_no_more_than_two_of_them() {
    let small = small();
    let reasons = said(&small, "a", "b", None);
    assert_eq!(reasons.len(), 2, "{reasons:?}");
    let all = reasons.join("; ");
    let known = [
        "shares Anna Petrova",
        "both tell of 1 May 2021",
        "same place, Pier Nine",
    ];
    assert_eq!(
        known.iter().filter(|r| all.contains(**r)).count(),
        2,
        "{all}"
    );
}

#[test]
fn what_is_stated_comes_first_and_keeps_its_words() {
    let small = small();
    let stated = (LinkKind::Cause, "it was she".to_owned());
    let reasons = said(&small, "a", "b", Some(&stated));
    assert_eq!(
        reasons[0],
        format!("stated: {}: it was she", LinkKind::Cause.label())
    );
    let bare = said(&small, "a", "b", Some(&(LinkKind::Cause, String::new())));
    assert_eq!(bare[0], format!("stated: {}", LinkKind::Cause.label()));
}

#[test]
fn a_day_shortly_before_the_other_is_said_as_that_and_words_come_after_it() {
    let small = small();
    assert_eq!(
        said(&small, "a", "c", None),
        [
            "tells of 1 May 2021, shortly before the other appeared",
            "shares the words divers"
        ]
    );
    assert_eq!(
        said(&small, "c", "a", None)[0],
        "the other tells of 1 May 2021, shortly before this appeared"
    );
    assert_eq!(said(&small, "d", "b", None), ["shares common words only"]);
}

/// Many who report on Anna Petrova and her divers, two of them on Otto Kranz too, and one on neither.
fn crowd() -> Small {
    let mut stories: Vec<Value> = (0..20)
        .map(|n| json!({"id": n.to_string(), "body": format!("Divers met Anna Petrova. It was meeting number {n}.")}))
        .collect();
    for id in ["x", "y"] {
        stories.push(
            json!({"id": id, "body": "Divers met Anna Petrova and Otto Kranz in the harbour."}),
        );
    }
    stories.push(json!({"id": "z", "body": "Divers rested."}));
    Small::of(&Value::Array(stories))
}

#[test]
fn a_name_that_nearly_all_have_tells_nothing() {
    let small = crowd();
    assert_eq!(said(&small, "x", "y", None)[0], "shares Otto Kranz");
    let reasons = said(&small, "x", "3", None).join("; ");
    assert!(!reasons.contains("Anna Petrova"), "{reasons}");
}

#[test]
fn a_word_that_most_have_is_none_to_name() {
    let small = crowd();
    assert_eq!(said(&small, "x", "z", None), ["shares common words only"]);
    let harbour = said(&small, "x", "y", None).join("; ");
    assert!(
        harbour.contains("harbour") && !harbour.contains("divers"),
        "{harbour}"
    );
}
