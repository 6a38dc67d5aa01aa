//! One report in many papers: however many print it, it is one group, all of them are told, and nothing else is crowded out.

use backstory::related::{Context, Found, context, find_related, findings};
use serde_json::{Value, json};

use crate::commands::{out, shell};
use crate::stage::{Stage, stage_of};

const REPORT: &str = "The city council of Rotterdam decided on Monday to close the Boompjes tunnel until the autumn after divers found cracks in its eastern wall. Port Authority engineers measured the cracks and called them widening. The repair will cost 40 million euros, the council said, and buses will cross the river by the Erasmus Bridge.";

/// What the papers add at the end, so that no two copies are the same.
const MORE: [&str; 5] = [
    "Shops nearby fear for their trade.",
    "Hotels along the quay have lost guests.",
    "Lorry drivers plan to sue.",
    "Cyclists take the lift.",
    "Ferries run twice an hour.",
];

/// What followed: five stories that look back at the report.
const FOLLOWED: [(&str, &str, &str); 5] = [
    (
        "f0",
        "2024-06-11",
        "Divers went down once more and found the wall dry",
    ),
    (
        "f1",
        "2024-07-02",
        "The bill for the repair has doubled, the treasurer told a committee",
    ),
    (
        "f2",
        "2024-08-20",
        "A judge threw out the suit that haulage firms had brought",
    ),
    (
        "f3",
        "2024-09-15",
        "Engineers poured the last concrete on a Sunday night",
    ),
    (
        "f4",
        "2024-10-02",
        "Traffic flows through the tube again, and nobody paid a toll",
    ),
];

/// So many copies of one report, what followed it, and much of nothing.
fn given(copies: usize) -> String {
    let mut stories: Vec<Value> = Vec::new();
    for n in 0..copies {
        stories.push(json!({"id": format!("c{n}"), "headline": format!("Boompjes tunnel to close, {}", MORE[n % 5]),
            "published": format!("2024-05-{:02}", 7 + n % 3), "body": format!("{REPORT} {}", MORE[n * 7 % 5]),
            "sources": [{"title": "t", "publisher": format!("Paper {n}")}]}));
    }
    for (id, day, news) in FOLLOWED {
        let body = format!(
            "{news}. On 6 May 2024 the city council of Rotterdam had decided to close the Boompjes tunnel after divers found cracks in its eastern wall."
        );
        stories.push(json!({"id": id, "headline": news, "published": day, "body": body}));
    }
    let (who, what) = (
        [
            "Bakers", "Farmers", "Sailors", "Painters", "Teachers", "Brewers",
        ],
        [
            "sang old songs",
            "quarrelled over herring",
            "won a prize",
            "shut their doors",
            "saw snow fall",
        ],
    );
    for n in 0..400 {
        let body = format!(
            "{} of the {n} islands {} and went home.",
            who[n % 6],
            what[n % 5]
        );
        stories.push(json!({"id": format!("filler-{n}"), "published": "2023-01-02", "body": body}));
    }
    Value::Array(stories).to_string()
}

fn related(stage: &Stage, id: &str, count: usize) -> Vec<Found> {
    let library = stage.worker.library();
    let row = library.row(id).expect("read").expect("a story");
    find_related(library, &row, count).expect("found")
}

fn around(stage: &Stage, id: &str) -> Context {
    let library = stage.worker.library();
    let mut context = context(library, id).expect("read").expect("a story");
    context.take(findings(library, id).expect("read").expect("a story"));
    context
}

fn followed(ids: impl Iterator<Item = String>) -> usize {
    ids.filter(|id| FOLLOWED.iter().any(|(other, _, _)| other == id))
        .count()
}

#[test]
fn copies_do_not_crowd_out_what_followed() {
    for copies in [2, 12, 26, 70, 200] {
        let stage = stage_of(&given(copies), 80, 24);
        let found = related(&stage, "c0", 10);
        let of = |group: &str| found.iter().filter(|f| f.group == group).count();
        assert_eq!(
            followed(found.iter().map(|f| f.row.id.clone())),
            5,
            "{copies}"
        );
        assert_eq!(of("c0"), copies - 1, "of {copies} copies none is lost");
        let totals: Vec<f32> = found.iter().map(Found::total).collect();
        assert!(totals.is_sorted_by(|a, b| a >= b), "{totals:?}");
        // From elsewhere, too, the report is one story among others.
        let found = related(&stage, "f0", 10);
        let first = found.iter().find(|f| f.row.id.starts_with('c'));
        let first = first.expect("the report").row.id.clone();
        let in_group = found.iter().filter(|f| f.group == first);
        assert_eq!(in_group.count(), copies);
        assert_eq!(
            followed(found.iter().map(|f| f.row.id.clone())),
            4,
            "{copies}"
        );
    }
}

#[test]
fn what_many_papers_print_is_no_less_telling_for_that() {
    let score = |copies: usize| {
        let stage = stage_of(&given(copies), 80, 24);
        let found = related(&stage, "c0", 10);
        let link = found.iter().find(|f| f.row.id == "f4");
        link.expect("found").total()
    };
    let (alone, among_many) = (score(1), score(200));
    assert!(
        (alone - among_many).abs() < 0.1 * alone,
        "{alone} {among_many}"
    );
}

#[test]
fn the_storyline_keeps_what_followed_however_many_print_the_report() {
    for copies in [2, 26, 70] {
        let stage = stage_of(&given(copies), 80, 24);
        let context = around(&stage, "c0");
        assert_eq!(context.copies.len(), copies - 1);
        let storyline = context.storyline();
        let stories = storyline.stories().map(str::to_owned);
        assert_eq!(followed(stories), 5, "{copies} copies");
        let context = around(&stage, "f4");
        let report = context.related.iter().find(|r| r.row.id.starts_with('c'));
        let report = report.expect("the report");
        assert_eq!(
            (report.copies.len(), report.publishers.len()),
            (copies - 1, copies)
        );
    }
}

#[test]
fn a_count_is_one_of_groups_and_people_read_each_once() {
    let shell = shell();
    let file = shell.file("given.json", given(12));
    assert!(shell.run(&["import", &file]).status.success());
    for count in ["1", "3"] {
        let found = shell.run(&["related", "f0", "-n", count, "--json"]);
        let found: Vec<Value> = serde_json::from_str(&out(&found)).expect("JSON");
        let mut groups: Vec<String> = found.iter().map(|f| f["group"].to_string()).collect();
        groups.sort();
        groups.dedup();
        assert_eq!(groups.len().to_string(), count, "{groups:?}");
    }
    let text = out(&shell.run(&["related", "f0", "-n", "5"]));
    assert_eq!(
        text.matches("Boompjes tunnel to close").count(),
        1,
        "{text}"
    );
    assert_eq!(text.matches("also: Paper").count(), 11, "{text}");
    for n in 0..12 {
        assert!(text.contains(&format!("[c{n}]")), "c{n} is lost: {text}");
    }
}
