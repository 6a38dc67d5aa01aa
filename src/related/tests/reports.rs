//! Which story reports what another one mentions.

use serde_json::json;

use super::Small;
use crate::related::own::is_own;
use crate::related::reports::report;

/// Whether a bank's halt, known by its day of publication or by the day it happened, is what a story means that looks back
/// at 30 March.
fn is_reported((key, day): (&str, &str), looks_back: &str) -> bool {
    let small = Small::of(&json!([
        {"id": "halt", "headline": "Kestrel Bank halts withdrawals", key: day,
         "body": "Kestrel Bank of Utrecht halted withdrawals after its reserves ran dry."},
        {"id": "back", "published": looks_back,
         "body": "On 30 March Kestrel Bank of Utrecht halted withdrawals as its reserves ran dry."},
    ]));
    let (row, told) = (small.row("back"), small.told("back"));
    let incidents = told.analysis.incidents(&told.body, told.speaks_from);
    let incident = incidents.first().expect("an incident");
    let own = is_own(&told, incident, &incidents);
    let found = report(&small.library, (&row, &told), incident, own).expect("read");
    found.is_some_and(|row| row.id == "halt")
}

const LATER: &str = "2022-09-12";

#[test]
fn a_report_without_more_appears_up_to_three_days_after() {
    for (day, expected) in [
        ("2022-03-29", false),
        ("2022-03-30", true),
        ("2022-03-31", true),
        ("2022-04-02", true),
        ("2022-04-03", false),
        ("2022-03", false),
    ] {
        assert_eq!(is_reported(("published", day), LATER), expected, "{day}");
    }
}

#[test]
fn what_is_known_to_have_happened_later_is_something_else() {
    assert!(is_reported(("occurred", "2022-03-30"), LATER));
    assert!(!is_reported(("occurred", "2022-03-31"), LATER));
}

#[test]
fn news_is_not_reported_by_what_appears_with_it_or_after_it() {
    let soon = "2022-03-31";
    assert!(is_reported(("published", "2022-03-30"), soon));
    assert!(!is_reported(("published", "2022-03-31"), soon));
    assert!(!is_reported(("published", "2022-04-01"), soon));
}
