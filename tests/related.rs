//! What belongs to a story: copies, reports of what is only mentioned, reasons, and how the reader comes by them.

use std::time::{Duration, Instant};

use backstory::analyse::{Analysis, DateMention, Gazetteer, Grain, NewName};
use backstory::library::Library;
use backstory::related::{Context, context, find_related, findings};
use backstory::story::{Kind, decode_story};
use serde_json::{Value, json};

use crate::commands::{Shell, out, shell};
use crate::stage::{Stage, indexed, stage_of};

fn given(stories: &str) -> Shell {
    let shell = shell();
    let file = shell.file("given.json", stories);
    assert!(shell.run(&["import", &file]).status.success());
    shell
}

fn ask(shell: &Shell, args: &[&str]) -> Vec<Value> {
    let output = shell.run(args);
    assert!(output.status.success(), "{args:?}: {output:?}");
    serde_json::from_str(&out(&output)).unwrap_or_else(|e| panic!("{args:?}: {e}"))
}

/// All that is known around a story.
fn around(stage: &Stage, id: &str) -> Context {
    let library = stage.worker.library();
    let mut context = context(library, id).expect("read").expect("a story");
    let found = findings(library, id).expect("read").expect("a story");
    context.take(found);
    context
}

fn ids(context: &Context) -> Vec<&str> {
    let related = context.related.iter();
    related.map(|r| r.row.id.as_str()).collect()
}

/// A bank's halt: the report appeared the day after, and says no more of when it happened than its text does.
pub(crate) const HALT: &str = r#"[
 {"id": "halt", "headline": "Kestrel Bank halts withdrawals", "published": "2022-03-31",
  "body": "Kestrel Bank of Utrecht halted all withdrawals on Wednesday after its reserves ran dry. Savers queued outside its branches until the evening."},
 {"id": "trial", "headline": "Former directors go on trial", "published": "2022-09-12",
  "body": "The trial of two directors began in Utrecht today. On 30 March Kestrel Bank halted withdrawals when its reserves ran dry, and savers queued outside its branches."},
 {"id": "later", "headline": "Kestrel Bank's savers are paid", "published": "2022-04-02", "occurred": "2022-04-01",
  "body": "Kestrel Bank of Utrecht halted withdrawals and savers queued outside its branches when its reserves ran dry. They were paid today."},
 {"id": "garden", "headline": "Botanic garden shows its first banana", "published": "2022-03-30",
  "body": "Visitors queued in the rain for a look at a fruit the size of a thumb."}]"#;

#[test]
fn what_is_mentioned_is_tied_to_a_report_that_appeared_shortly_after() {
    let shell = given(HALT);
    let nodes = ask(&shell, &["storyline", "trial", "--json"]);
    let stories: Vec<&str> = nodes.iter().filter_map(|n| n["story"].as_str()).collect();
    assert!(stories.contains(&"halt"), "{nodes:?}");
    let hollow = |n: &&Value| n["story"].is_null() && n["from"] == "2022-03-30";
    assert_eq!(nodes.iter().filter(hollow).count(), 0, "{nodes:?}");
}

#[test]
fn a_story_known_to_the_year_may_report_what_its_first_day_is_told_of() {
    let shell = given(
        r#"[{"id": "law", "headline": "Zeeland bans paper tickets", "occurred": "2019",
             "body": "Paper tickets are banned from the ferries of Zeeland, and Vlissingen keeps its old machines as a museum."},
            {"id": "museum", "headline": "Machines on show", "published": "2023-05-04",
             "body": "On 1 January 2019 Zeeland banned paper tickets from its ferries. Vlissingen shows the machines."}]"#,
    );
    let nodes = ask(&shell, &["storyline", "museum", "--json"]);
    assert!(nodes.iter().any(|n| n["story"] == "law"), "{nodes:?}");
    assert!(nodes.iter().all(|n| !n["story"].is_null()), "{nodes:?}");
}

const TUNNEL: &str = "The city council of Rotterdam decided on Monday to close the Boompjes tunnel until the autumn after divers found cracks in its eastern wall. Port Authority engineers measured the cracks and called them widening. The repair will cost 40 million euros, the council said, and buses will cross the river by the Erasmus Bridge.";

/// Stories of nothing, so that words are rare.
fn fillers() -> Vec<Value> {
    let fillers = [
        "Visitors queued in the rain for a look at a fruit.",
        "A choir of farmers won the prize for old songs.",
        "The price of herring rose to a height never seen.",
        "Snow fell on the islands and stayed until noon.",
        "A lighthouse keeper retired after forty winters.",
        "Two bakers quarrelled over the recipe of a cake.",
    ];
    (0..)
        .zip(fillers)
        .map(|(n, body)| json!({"id": format!("filler-{n}"), "published": "2023-01-02", "body": body}))
        .collect()
}

/// A decision in two outlets, the second a day later, and a story that tells of that later day.
fn tunnel() -> String {
    let told = json!([
        {"id": "x1", "headline": "Rotterdam closes Boompjes tunnel until autumn", "published": "2024-05-07",
         "body": TUNNEL, "sources": [{"title": "a", "publisher": "Herald"}]},
        {"id": "x2", "headline": "Boompjes tunnel to close", "occurred": "2024-05-08",
         "body": format!("{TUNNEL} Shops nearby fear for their trade, hotels along the quay have lost half of their guests, and an association of lorry drivers plans to sue for damages."),
         "sources": [{"title": "b", "publisher": ""}, {"title": "c", "publisher": "Herald"}]},
        {"id": "y", "headline": "Boompjes tunnel open again", "published": "2024-10-02",
         "body": "Traffic has been flowing through the Boompjes tunnel of Rotterdam again since the morning. On 8 May 2024 the city council of Rotterdam decided to close the Boompjes tunnel after divers found cracks in its eastern wall."},
    ]);
    let mut stories = fillers();
    stories.extend(told.as_array().into_iter().flatten().cloned());
    Value::Array(stories).to_string()
}

#[test]
fn a_copy_that_reports_something_does_not_stand_beside_its_first() {
    let stage = stage_of(&tunnel(), 140, 40);
    let library = stage.worker.library();
    let found = findings(library, "y").expect("read").expect("a story");
    assert_eq!(found.reported.len(), 1);
    assert_eq!(
        found.reported[0].id, "x2",
        "the copy is what was in time to report it"
    );
    let context = around(&stage, "y");
    assert_eq!(ids(&context), ["x1"]);
    let first = &context.related[0];
    assert!(first.reported);
    assert_eq!(first.copies[0].id, "x2");
    assert_eq!(
        first.publishers,
        ["Herald"],
        "each once, and nobody is no publisher"
    );
    let stories: Vec<String> = context.storyline().stories().map(str::to_owned).collect();
    assert_eq!(stories, ["x1", "y"]);
}

#[test]
fn versions_of_one_report_by_one_publisher_are_copies_not_boilerplate() {
    let paragraphs = TUNNEL.replace(". ", ".\n\n");
    let version = |id: &str, day: &str, more: &str| {
        json!({"id": id, "headline": "Boompjes tunnel closes", "published": day,
               "body": format!("{paragraphs}{more}"), "sources": [{"title": id, "publisher": "Herald"}]})
    };
    let mut stories = fillers();
    stories.extend([
        version("v1", "2024-05-07", ""),
        version("v2", "2024-05-07", "\n\nShops nearby fear for their trade."),
        version("v3", "2024-05-08", "\n\nThe mayor spoke of a hard summer."),
    ]);
    stories.push(json!({"id": "open", "headline": "Tunnel open again", "published": "2024-10-02",
        "body": "Traffic flows through the Boompjes tunnel of Rotterdam again. The city council had closed the Boompjes tunnel after divers found cracks in its eastern wall.",
        "sources": [{"title": "o", "publisher": "Courier"}]}));
    let stage = stage_of(&Value::Array(stories).to_string(), 140, 40);
    let library = stage.worker.library();
    let row = |id: &str| library.row(id).expect("read").expect("a story");
    let found = find_related(library, &row("v1"), 10).expect("found");
    let groups: Vec<(&str, &str)> = found
        .iter()
        .map(|f| (f.row.id.as_str(), f.group.as_str()))
        .collect();
    for copy in [("v2", "v1"), ("v3", "v1"), ("open", "open")] {
        assert!(groups.contains(&copy), "{groups:?}");
    }
    assert!(found[0].score.words > 0.6, "{:?}", found[0].score);
    // Seen from elsewhere, too, they are one story with its words.
    let context = around(&stage, "open");
    assert_eq!(context.related.len(), 1);
    assert_eq!(context.related[0].copies.len(), 2);
    assert!(
        context.related[0].score.expect("judged").words > 0.2,
        "{:?}",
        context.related[0].score
    );
}

#[test]
fn a_day_told_of_is_not_said_to_be_the_day_the_other_appeared() {
    let stage = stage_of(
        r#"[{"id": "a", "headline": "Ferry", "published": "2021-05-04", "body": "The boats are slow."},
            {"id": "b", "headline": "Rain", "published": "2021-06-20", "body": "No boats sailed on 1 May, as everybody knows."},
            {"id": "c", "headline": "Snow", "published": "2021-05-01", "body": "Cold boats."}]"#,
        80,
        24,
    );
    let reason = |of: &str, other: &str| {
        let library = stage.worker.library();
        let row = library.row(of).expect("read").expect("a story");
        let found = find_related(library, &row, 10).expect("found");
        let link = found.into_iter().find(|f| f.row.id == other);
        link.expect("found").reasons.remove(0)
    };
    let day = "tells of 1 May 2021";
    assert_eq!(
        reason("b", "a"),
        format!("{day}, shortly before the other appeared")
    );
    assert_eq!(reason("b", "c"), format!("{day}, when the other appeared"));
    assert_eq!(
        reason("a", "b"),
        format!("the other {day}, shortly before this appeared")
    );
}

#[test]
fn however_many_related_stories_are_asked_for_all_there_are_are_told() {
    let shell = given(HALT);
    let told = |count: &str| {
        let found = ask(&shell, &["related", "trial", "--json", "-n", count]);
        let ids = found.iter().filter_map(|f| f["id"].as_str());
        ids.map(str::to_owned).collect::<Vec<_>>()
    };
    let some = told("50");
    assert_eq!(some.len(), 50);
    for count in [
        "400000000000000",
        "18446744073709551615",
        "9223372036854775807",
    ] {
        let all = told(count);
        assert!(all.len() > some.len(), "{count}");
        assert_eq!(all[..some.len()], some, "{count}");
    }
}

#[test]
fn every_stated_link_is_scored_however_many_there_are() {
    let links: Vec<Value> = (0..30)
        .map(|n| json!({"to": format!("s{n}"), "kind": "same-actor", "why": ""}))
        .collect();
    let other =
        |n: usize| json!({"id": format!("s{n}"), "headline": format!("Ferry {n} sails late")});
    let mut stories: Vec<Value> = (0..30).map(other).collect();
    stories.push(json!({"id": "hub", "headline": "Ferries are late", "links": links}));
    let stage = stage_of(&Value::Array(stories).to_string(), 80, 24);
    let context = around(&stage, "hub");
    assert_eq!(context.related.len(), 30);
    assert!(context.related.iter().all(|r| r.score.is_some()));
}

#[test]
fn a_place_is_the_same_by_whichever_of_its_ids_a_story_gives_it() {
    let shell = shell();
    let place = |id: &str| json!({"id": id, "name": "Acme Tower", "kind": "place"});
    let story = |id: &str, body: &str| json!({"id": id, "published": "2021-05-04", "place": format!("hq-{id}"), "body": body});
    let given = json!({"collection": {"id": "c", "title": "C"}, "entities": [place("hq-a"), place("hq-b")],
        "stories": [story("a", "Smoke rose above the roof."), story("b", "The lifts stood still.")]});
    let file = shell.file("given.json", given.to_string());
    assert!(shell.run(&["import", &file]).status.success());
    let reasons = || {
        let found = ask(&shell, &["related", "a", "--json", "-n", "100"]);
        let link = found.into_iter().find(|f| f["id"] == "b");
        link.map_or(String::new(), |link| link["reasons"].to_string())
    };
    assert!(!reasons().contains("same place"), "two of one name");
    assert!(
        shell
            .run(&["entity", "merge", "hq-a", "hq-b"])
            .status
            .success()
    );
    assert!(
        reasons().contains("same place, Acme Tower"),
        "{}",
        reasons()
    );
}

/// A story whose analysis was made by hand, in a library of its own.
fn analysed(body: &str, find: impl FnOnce(&mut Analysis)) -> Library {
    let mut library = Library::in_memory().expect("opens");
    let mut analysis = Analysis::of("", None, &Gazetteer::default());
    find(&mut analysis);
    let (story, _) = decode_story(json!({"id": "s", "headline": "h", "body": body}));
    let mut writer = library.writer().expect("a writer");
    let story = story.expect("a story");
    writer.put_story(&story, &analysis, None).expect("put");
    writer.commit().expect("kept");
    indexed(&library);
    library
}

#[test]
fn a_date_that_is_hardly_one_is_not_shown() {
    let day = |start: usize, confidence: f32| {
        let from = jiff::civil::date(2021, 5, 1 + start as i8);
        DateMention {
            start,
            end: start + 1,
            from,
            to: from,
            grain: Grain::Day,
            confidence,
            to_come: None,
        }
    };
    let library = analysed("abc", |found| {
        found.dates = vec![day(0, 0.9), day(1, 0.1), day(2, 0.5)];
    });
    let context = context(&library, "s").expect("read").expect("a story");
    let dates: Vec<&str> = context.dates.iter().map(|d| d.label.as_str()).collect();
    assert_eq!(dates, ["1 May 2021", "3 May 2021"]);
}

/// How long it takes to find all around a story of so many names, at best.
fn time_of(names: usize) -> Duration {
    let words: Vec<String> = (0..names).map(|n| format!("Q{n:06}")).collect();
    let library = analysed(&words.join(" "), |found| {
        let name = |(n, name): (usize, &String)| NewName {
            start: n * 8,
            end: n * 8 + 7,
            kind: Kind::Person,
            name: name.clone(),
        };
        found.names = words.iter().enumerate().map(name).collect();
    });
    let run = || {
        let start = Instant::now();
        let mut context = context(&library, "s").expect("read").expect("a story");
        context.take(findings(&library, "s").expect("read").expect("a story"));
        assert_eq!(context.named.len(), names);
        assert!(context.named.iter().all(|n| n.everywhere == Some(1)));
        start.elapsed()
    };
    (0..3).map(|_| run()).min().expect("a time")
}

#[test]
fn a_story_of_many_names_takes_as_much_longer_as_it_is() {
    let (few, many) = (time_of(1_000), time_of(16_000));
    // Sixteen times as long if each name takes the same, 256 times if each is compared with each.
    assert!(
        many < few * 64,
        "{few:?} for a thousand, {many:?} for sixteen"
    );
}
