//! The parts of the score, one by one.

use serde_json::json;

use super::Small;
use crate::related::score::{List, Part, Score, near, score};

fn of(small: &Small, a: &str, b: &str) -> Score {
    score(
        &small.features(a),
        &small.features(b),
        List::Everything,
        &small.frequencies,
    )
}

fn small() -> Small {
    Small::of(&json!([
        {"id": "a", "headline": "Divers raise wreck", "published": "2021-05-04", "place": "pier",
         "body": "Divers raised the wreck for Anna Petrova on 1 May."},
        {"id": "same", "headline": "Divers raise wreck", "published": "2021-05-04", "place": "pier",
         "body": "Divers raised the wreck for Anna Petrova on 1 May."},
        {"id": "far", "headline": "A summer", "published": "2023-06-20",
         "body": "On 8 July 2022, said Anna Petrova, everything changed."},
        {"id": "late", "headline": "A spring", "published": "2023-06-20",
         "body": "It had changed on 1 May 2021."},
        {"id": "undated", "headline": "Wreck", "body": "Divers raised it."},
    ]))
}

#[test]
fn a_story_and_its_double_share_every_part() {
    let score = of(&small(), "a", "same");
    for part in [
        score.words,
        score.title,
        score.names,
        score.place,
        score.time,
    ] {
        assert!((part - 1.0).abs() < 1e-3, "{score:?}");
    }
    assert!(
        score.day > 0.0 && score.near > 0.0 && score.apart == 0.0,
        "{score:?}"
    );
    assert_eq!(score.parts()[0].0, Part::Words);
    assert_eq!(score.parts().len(), 6);
    // What the reasons go by is what is added up.
    let added: f32 = score.parts().iter().map(|(_, adds)| adds).sum();
    assert!((added * score.time - score.total()).abs() < 1e-5);
}

#[test]
fn it_is_the_same_from_both_sides() {
    let small = small();
    for other in [
        "same",
        "far",
        "late",
        "undated",
        "Snow fell on the islands and stayed until noon.",
    ] {
        let (there, back) = (of(&small, "a", other), of(&small, other, "a"));
        assert!((there.total() - back.total()).abs() < 1e-6, "{other}");
    }
}

#[test]
fn names_alone_are_one_part_and_other_days_take_away() {
    let score = of(&small(), "a", "far");
    assert!(score.rarest_name > 0.0 && score.names > 0.0, "{score:?}");
    assert_eq!((score.day, score.near, score.place), (0.0, 0.0, 0.0));
    assert!((score.apart - 1.0).abs() < f32::EPSILON);
    assert!(score.time < 0.7, "years take their share: {score:?}");
    let forgiven = Score {
        apart: 0.0,
        ..score
    };
    assert!(score.total() < forgiven.total(), "{score:?}");
    let nothing_else = Score {
        apart: 1.0,
        time: 1.0,
        ..Score::default()
    };
    assert!(nothing_else.total().abs() < f32::EPSILON);
}

#[test]
fn a_rare_day_in_both_stops_time_and_no_date_counts_as_now() {
    let small = small();
    let late = of(&small, "a", "late");
    assert!(late.day > 0.0 && late.apart == 0.0, "{late:?}");
    assert!((late.time - 1.0).abs() < f32::EPSILON, "{late:?}");
    let undated = of(&small, "a", "undated");
    assert!((undated.time - 1.0).abs() < f32::EPSILON, "{undated:?}");
}

#[test]
fn the_day_one_reports_is_told_with_who_tells_it() {
    let small = small();
    let (late, a) = (small.features("late"), small.features("a"));
    let near = near(&late, &a).expect("three days before");
    assert_eq!(near.day.to_string(), "2021-05-01");
    assert_eq!(near.published.to_string(), "2021-05-04");
    assert!(near.told_here);
}

#[test]
fn strangers_share_nothing() {
    let score = of(
        &small(),
        "undated",
        "Two bakers quarrelled over the recipe of a cake.",
    );
    assert!(score.parts().is_empty(), "{score:?}");
    assert!(score.total() < f32::EPSILON);
}
