//! What is found in texts and between stories, as the commands tell it.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::commands::{Shell, err, out, shell};

/// A council's decision as two outlets print it, a later rewrite, and something else of the same city.
const HARBOUR: &str = r#"[
 {"id": "herald", "headline": "Rotterdam closes Boompjes tunnel until autumn", "published": "2024-05-07",
  "body": "ROTTERDAM - The city council of Rotterdam decided on Monday to close the Boompjes tunnel until the autumn after divers found cracks in its eastern wall. Port Authority engineers measured the cracks in April and called them widening. The repair will cost 40 million euros ($43 million), the council said, and buses will cross the river by the Erasmus Bridge.",
  "sources": [{"title": "a", "publisher": "Herald"}]},
 {"id": "courier", "headline": "Boompjes tunnel to close", "published": "2024-05-08",
  "body": "The city council of Rotterdam decided on Monday to close the Boompjes tunnel until the autumn after divers found cracks in its eastern wall. Port Authority engineers measured the cracks in April and called them widening. The repair will cost 40 million euros ($43 million), the council said, and buses will cross the river by the Erasmus Bridge. Shops nearby fear for their trade.",
  "sources": [{"title": "b", "publisher": "Courier"}]},
 {"id": "again", "headline": "Rotterdam closes Boompjes tunnel until autumn", "published": "2025-05-07",
  "body": "ROTTERDAM - The city council of Rotterdam decided on Monday to close the Boompjes tunnel until the autumn after divers found cracks in its eastern wall. Port Authority engineers measured the cracks in April and called them widening. The repair will cost 40 million euros ($43 million), the council said, and buses will cross the river by the Erasmus Bridge."},
 {"id": "reopened", "headline": "Boompjes tunnel open again", "published": "2024-10-02",
  "body": "Traffic has been flowing through the Boompjes tunnel since Tuesday. It had been shut since 6 May, when the city council of Rotterdam acted on cracks that divers had found."},
 {"id": "garden", "headline": "Botanic garden shows its first banana", "published": "2024-05-09",
  "body": "Visitors queued in the rain for a look at a fruit the size of a thumb."}]"#;

/// What the break-in mentions and other stories report.
const MENTIONED: [&str; 7] = [
    "okcoin-pesticide-threat-2018-03",
    "chris-lee-to-huobi-2018-05",
    "huobi-pantronics-2018-08",
    "star-xu-shanghai-police-2018-09",
    "star-xu-marriott-stakeout-2018-10",
    "okcoin-hq-standoff-2018-09",
    "okex-futures-rollback-2018-03",
];

/// Dates of bundled stories that were once wrong: the story, the words, and the first day they mean.
const DATED: [(&str, &str, &str); 10] = [
    ("star-xu-marriott-stakeout-2018-10", "August", "2018-08-01"),
    (
        "china-crackdown-2019-11",
        "Ten days afterwards",
        "2017-09-14",
    ),
    ("coincheck-hack-2018-01", "Monday", "2018-01-29"),
    ("korea-ico-ban-2017-09", "the same Friday", "2017-09-29"),
    (
        "huobi-okcoin-yuan-halt-2017-09",
        "the day before",
        "2017-09-14",
    ),
    ("huobi-pantronics-2018-08", "Last September", "2017-09-01"),
    ("okcoin-ver-contract-2015-05", "February", "2015-02-01"),
    ("cryptopia-2019-01", "14 May", "2019-05-14"),
    ("cryptopia-2019-01", "March", "2019-03-01"),
    ("cryptopia-2019-01", "last week", "2019-05-06"),
];

fn ask(shell: &Shell, args: &[&str]) -> Value {
    let output = shell.run(args);
    assert!(output.status.success(), "{args:?}: {output:?}");
    serde_json::from_str(&out(&output)).unwrap_or_else(|e| panic!("{args:?}: {e}"))
}

fn harbour() -> Shell {
    let shell = shell();
    let file = shell.file("harbour.json", HARBOUR);
    assert!(shell.run(&["import", &file]).status.success());
    shell
}

fn ids(array: &Value) -> Vec<&str> {
    let ids = array.as_array().into_iter().flatten();
    ids.filter_map(|v| v["id"].as_str()).collect()
}

#[test]
fn the_break_in_leads_to_everything_it_mentions() {
    let shell = shell();
    let moments = ask(
        &shell,
        &["storyline", "okcoin-office-breakin-2018-10", "--json"],
    );
    let moments = moments.as_array().expect("an array");
    let stories: Vec<&str> = moments.iter().filter_map(|m| m["story"].as_str()).collect();
    for id in MENTIONED {
        assert!(stories.contains(&id), "{id} is missing in {stories:?}");
    }
    let days: Vec<&str> = moments.iter().filter_map(|m| m["from"].as_str()).collect();
    assert!(days.is_sorted(), "{days:?}");
    assert!(moments[1..].iter().all(|m| m["gap"] != ""), "{moments:?}");
}

#[test]
fn each_incident_of_the_break_in_is_tied_to_its_story_without_the_stated_links() {
    // The same texts with what they state taken away: everything must be found.
    let shell = shell();
    let ids = ask(&shell, &["list", "--json"]);
    let mut stories: Vec<Value> = Vec::new();
    for id in self::ids(&ids) {
        let mut story = ask(&shell, &["show", id, "--json"]);
        let object = story.as_object_mut().expect("an object");
        object.remove("links");
        object.insert("id".into(), json!(format!("bare-{id}")));
        stories.push(story);
    }
    for id in self::ids(&ids) {
        shell.run(&["remove", id]);
    }
    let file = shell.file("bare.json", Value::Array(stories).to_string());
    assert!(shell.run(&["import", &file]).status.success());
    let moments = ask(
        &shell,
        &["storyline", "bare-okcoin-office-breakin-2018-10", "--json"],
    );
    let moments = moments.as_array().expect("an array");
    let found: Vec<&str> = moments.iter().filter_map(|m| m["story"].as_str()).collect();
    for id in MENTIONED {
        let id = format!("bare-{id}");
        assert!(found.contains(&id.as_str()), "{id} is missing in {found:?}");
    }
}

#[test]
fn bundled_stories_are_dated_as_their_readers_date_them() {
    let shell = shell();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/stories");
    let mut stories: Vec<Value> = Vec::new();
    for file in std::fs::read_dir(folder).expect("stories") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("text");
        stories.push(serde_json::from_str(&text).expect("JSON"));
    }
    let lines: Vec<String> = stories.iter().map(Value::to_string).collect();
    let file = shell.file("stories.jsonl", lines.join("\n"));
    let told = shell.run(&["annotate", "--jsonl", &file]);
    let told = out(&told);
    let told = told.lines().map(|l| serde_json::from_str(l).expect("JSON"));
    let told: Vec<Value> = told.collect();
    assert_eq!(told.len(), stories.len());
    for (id, words, day) in DATED {
        let story = told.iter().find(|t| t["id"] == id).expect(id);
        let dates = story["dates"].as_array().expect("dates").iter();
        let found: Vec<&Value> = dates.filter(|d| d["text"] == words).collect();
        assert!(found.iter().any(|d| d["from"] == day), "{id}: {found:?}");
    }
    for (story, told) in stories.iter().zip(&told) {
        let sources = story["sources"].as_array().into_iter().flatten();
        let days = sources.map(|s| &s["date"]).chain([&story["published"]]);
        // A month or a year may end after every day of it.
        let last = days.filter_map(Value::as_str).map(|d| d.to_owned() + "-99");
        let newest = last.max().expect("a date");
        for incident in told["incidents"].as_array().expect("incidents") {
            let from = incident["from"].as_str().expect("a day");
            // A source without a date may tell of a later year, and names it.
            let later = incident["grain"] == "year";
            assert!(
                later || from < newest.as_str(),
                "{}: {incident}",
                story["id"]
            );
        }
    }
}

#[test]
fn what_a_story_or_another_reports_is_not_only_mentioned() {
    let shell = shell();
    // The story, the first day of what it mentions, and the story that reports that, where it is another.
    for (id, day, other) in [
        ("bithumb-hack-2018-06", "2018-06-19", ""),
        ("quadrigacx-2019-01", "2019-02-05", ""),
        ("cryptopia-2019-01", "2019-05-14", ""),
        ("okcoin-us-launch-2018-07", "2018-07-17", ""),
        ("chaoyang-venue-ban-2018-08", "2018-08-22", ""),
        ("okex-bch-settlement-2018-11", "2018-11-13", ""),
        ("star-xu-shanghai-police-2018-09", "2018-09-11", ""),
        (
            "nyag-ifinex-2019-04",
            "2017-12-01",
            "bitfinex-tether-subpoena-2018-01",
        ),
        (
            "japan-fsa-licences-2017-09",
            "2017-09-04",
            "china-ico-ban-2017-09",
        ),
        (
            "star-xu-shanghai-police-2018-09",
            "2018-08-01",
            "okex-416m-clawback-2018-07",
        ),
        (
            "okex-outage-2018-09",
            "2018-08-01",
            "okex-416m-clawback-2018-07",
        ),
    ] {
        let moments = ask(&shell, &["storyline", id, "--json"]);
        let moments = moments.as_array().expect("an array");
        let hollow = moments
            .iter()
            .find(|m| m["story"].is_null() && m["from"] == day);
        assert!(hollow.is_none(), "{id}: {hollow:?}");
        let told = moments.iter().any(|m| m["story"] == other);
        assert!(
            other.is_empty() || told,
            "{id} leads to {other}: {moments:?}"
        );
    }
}

#[test]
fn found_links_say_something_specific() {
    let shell = shell();
    let (mut found, mut telling) = (0, 0);
    for id in ids(&ask(&shell, &["list", "--json"])) {
        let related = ask(&shell, &["related", id, "--json"]);
        for link in related.as_array().into_iter().flatten() {
            if link["stated"] == true {
                continue;
            }
            found += 1;
            let reasons = link["reasons"].as_array().expect("reasons");
            assert!(!reasons.is_empty(), "{link}");
            let first = reasons[0].as_str().expect("text");
            telling += usize::from(
                !first.starts_with("shares the words") && !first.contains("common words"),
            );
        }
    }
    assert!(found > 100, "{found}");
    assert!(telling * 10 >= found * 9, "{telling} of {found}");
}

#[test]
fn copies_are_one_group_within_days_and_none_is_lost() {
    let shell = harbour();
    let related = ask(&shell, &["related", "herald", "--json", "-n", "4"]);
    let all = related.as_array().expect("an array");
    let of = |id: &str| {
        all.iter()
            .find(|v| v["id"] == id)
            .unwrap_or_else(|| panic!("{id}: {related}"))
    };
    assert_eq!(of("courier")["group"], "herald");
    assert_eq!(
        of("again")["group"],
        "again",
        "a year later it is another story"
    );
    assert_eq!(of("reopened")["group"], "reopened");
    let reasons = of("reopened")["reasons"].to_string();
    assert!(reasons.contains("6 May 2024"), "{reasons}");
    assert!(reasons.contains("5 months after"), "{reasons}");
    let line = ask(&shell, &["storyline", "herald", "--json"]).to_string();
    assert!(
        !line.contains("\"courier\""),
        "of copies one stands for all: {line}"
    );
}

#[test]
fn the_same_library_gives_the_same_answers_however_it_came_about() {
    let (one, other) = (harbour(), harbour());
    // The other was changed in between, and is what it was.
    let done = |args: &[&str]| {
        let output = other.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
    };
    let changed = HARBOUR
        .replace("tunnel", "bridge")
        .replace("2024-05-07", "2021");
    let changed = other.file("changed.json", changed);
    let harbour = other.file("harbour.json", HARBOUR);
    done(&["import", &changed]);
    done(&["import", &harbour]);
    done(&["remove", "again", "garden"]);
    done(&["import", &harbour]);
    done(&["entity", "merge", "okcoin", "okex", "huobi"]);
    done(&["entity", "split", "okcoin", "Huobi"]);
    done(&["entity", "split", "okcoin", "OKEx"]);
    done(&["entity", "hide", "okcoin"]);
    done(&["entity", "hide", "okcoin", "--undo"]);
    for args in [
        ["related", "herald", "--json"],
        ["storyline", "reopened", "--json"],
        ["related", "okcoin-office-breakin-2018-10", "--json"],
        ["storyline", "okcoin-office-breakin-2018-10", "--json"],
        ["entities", "--json", "-n100"],
        ["entity", "--json", "okcoin"],
        ["related", "garden", "-n100"],
    ] {
        assert_eq!(out(&one.run(&args)), out(&other.run(&args)), "{args:?}");
    }
}

#[test]
fn annotate_tells_names_dates_amounts_and_incidents_by_bytes() {
    let shell = shell();
    let story = json!({"id": "s", "headline": "h", "published": "2018-10-24",
        "body": "“Résumé” first. Star Xu (徐明星) paid RMB 10 million (about $1.4 million) on Monday. A day prior, Xu met the Financial Services Agency (FSA) in Tokyo; the FSA said no."});
    let mut command = shell.command(&["annotate", "--jsonl"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("starts");
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "{story}").expect("written");
    writeln!(input, "this is no story").expect("written");
    writeln!(input, "{}", json!({"id": "t", "headline": "t", "body": ""})).expect("written");
    // What is cleaned away does not move the places told.
    let dirty = "A\r\n\r\n\r\n \u{7}Star Xu\tleft\u{200b} on 3 May 2018.";
    writeln!(input, "{}", json!({"id": "u", "body": dirty})).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("ends");
    let text = out(&output);
    let lines: Vec<Value> = text
        .lines()
        .map(|l| serde_json::from_str(l).expect("JSON"))
        .collect();
    assert_eq!(
        lines.iter().map(|l| &l["id"]).collect::<Vec<_>>(),
        ["s", "t", "u"]
    );
    for (part, text) in [("mentions", "Star Xu"), ("dates", "3 May 2018")] {
        let found = &lines[2][part][0];
        let at = |key: &str| found[key].as_u64().expect(key) as usize;
        assert_eq!(dirty.get(at("start")..at("end")), Some(text));
    }
    let body = story["body"].as_str().expect("text");
    let all = &lines[0];
    for part in ["mentions", "dates", "amounts"] {
        for found in all[part].as_array().expect(part) {
            let at = |key: &str| found[key].as_u64().expect(key) as usize;
            assert_eq!(&body[at("start")..at("end")], found["text"], "{part}");
        }
    }
    let of = |part: &str, keys: [&str; 2]| -> Vec<String> {
        let found = all[part].as_array().expect(part).iter();
        found
            .map(|f| format!("{} {}", f[keys[0]], f[keys[1]]).replace('"', ""))
            .collect()
    };
    let mentions = of("mentions", ["text", "entity"]);
    for expected in [
        "Star Xu star-xu",
        "徐明星 star-xu",
        "Xu star-xu",
        "FSA financial-services-agency",
    ] {
        assert!(
            mentions.iter().any(|m| m == expected),
            "{expected}: {mentions:?}"
        );
    }
    assert_eq!(
        of("dates", ["text", "from"]),
        ["Monday 2018-10-22", "A day prior 2018-10-21"]
    );
    assert_eq!(
        of("amounts", ["currency", "value"]),
        ["CNY 10000000.0", "USD 1400000.0"]
    );
    assert_eq!(all["amounts"][1]["converted"], 0);
    assert_eq!(
        of("incidents", ["from", "grain"]),
        ["2018-10-22 day", "2018-10-21 day"]
    );
    assert!(
        err(&output).contains("standard input:2: not valid"),
        "{output:?}"
    );
}

#[test]
fn names_of_several_stories_are_entities_one_can_edit() {
    let shell = harbour();
    let entity = |name: &str| ask(&shell, &["entity", name, "--json"]);
    let bridge = entity("rotterdam");
    assert_eq!(
        (&bridge["found"], &bridge["name"]),
        (&json!(true), &json!("Rotterdam"))
    );
    assert_eq!(bridge["mentioned_in"], 4);
    assert!(ids(&bridge["stories"]).contains(&"reopened"));

    assert!(
        shell
            .run(&["entity", "rename", "Rotterdam", "City of Rotterdam"])
            .status
            .success()
    );
    let renamed = entity("Rotterdam");
    assert_eq!(
        (&renamed["name"], &renamed["found"]),
        (&json!("City of Rotterdam"), &json!(false))
    );
    assert_eq!(
        (&renamed["aliases"], &renamed["mentioned_in"]),
        (&json!(["Rotterdam"]), &json!(4))
    );

    assert!(
        shell
            .run(&["entity", "merge", "rotterdam", "Erasmus Bridge"])
            .status
            .success()
    );
    assert_eq!(
        entity("rotterdam")["aliases"],
        json!(["Rotterdam", "Erasmus Bridge"])
    );
    assert_eq!(entity("erasmus bridge")["id"], "rotterdam");

    assert!(
        shell
            .run(&["entity", "split", "rotterdam", "Erasmus Bridge"])
            .status
            .success()
    );
    assert_eq!(entity("erasmus bridge")["mentioned_in"], 3);
    assert_eq!(entity("rotterdam")["aliases"], json!(["Rotterdam"]));

    assert!(shell.run(&["entity", "hide", "rotterdam"]).status.success());
    let all = ask(&shell, &["entities", "--json"]);
    assert!(!ids(&all).contains(&"rotterdam"), "{all}");
    assert!(
        shell
            .run(&["entity", "hide", "rotterdam", "--undo"])
            .status
            .success()
    );
    assert!(ids(&ask(&shell, &["entities", "--json"])).contains(&"rotterdam"));

    let nobody = shell.run(&["entity", "merge", "rotterdam", "Nobody At All"]);
    assert_eq!(nobody.status.code(), Some(2));
    assert!(err(&nobody).contains("Nobody At All"), "{nobody:?}");
    let bad = shell.run(&["entity", "split", "rotterdam", "Amsterdam"]);
    assert!(err(&bad).contains("none of its names"), "{bad:?}");
}

#[test]
fn an_import_leaves_edited_entities_as_they_are() {
    let shell = shell();
    assert!(
        shell
            .run(&["entity", "rename", "8btc", "Babbitt"])
            .status
            .success()
    );
    let file = shell.file(
        "e.json",
        r#"{"collection": {"id": "m", "title": "M"}, "stories": [],
        "entities": [{"id": "8btc", "name": "8BTC", "kind": "organisation"}]}"#,
    );
    assert!(shell.run(&["import", &file]).status.success());
    assert_eq!(
        ask(&shell, &["entity", "8btc", "--json"])["name"],
        "Babbitt"
    );
}

#[test]
fn an_entity_imported_later_is_found_in_older_stories() {
    let shell = harbour();
    let file = shell.file("e.json", r#"{"collection": {"id": "m", "title": "M"}, "stories": [],
        "entities": [{"id": "bridge", "name": "Erasmusbrug", "kind": "place", "aliases": ["Erasmus Bridge"]}]}"#);
    assert!(shell.run(&["import", &file]).status.success());
    assert_eq!(
        ask(&shell, &["entity", "bridge", "--json"])["mentioned_in"],
        3
    );
}

#[test]
fn a_damaged_file_of_frequencies_is_counted_again() {
    let shell = harbour();
    let before = out(&shell.run(&["related", "herald"]));
    let file = shell.library().join("index/frequencies.bin");
    let mut bytes = std::fs::read(&file).expect("kept");
    bytes[4_000] ^= 1;
    std::fs::write(&file, &bytes).expect("damaged");
    assert_eq!(out(&shell.run(&["related", "herald"])), before);
    assert_ne!(std::fs::read(&file).expect("kept"), bytes, "counted again");
}

#[test]
fn annotate_tells_exactly_what_stands_in_the_given_body() {
    let shell = shell();
    let title = "\u{1b}]0;OKCoin paid $5 million on 3 March 2018\u{7}";
    let bodies = [
        format!("{title}OKCoin paid $5 million on 3 March 2018."),
        "\u{1b}[1mOKCoin\u{1b}[0m paid $5 million on 3 March 2018.".to_owned(),
        "Star\tXu paid $5\tmillion on 3\u{ad} March 2018.".to_owned(),
        "Star\u{200b} Xu paid $5 mil\u{0}lion on 3 March\r\n2018.".to_owned(),
    ];
    let lines: Vec<String> = bodies
        .iter()
        .map(|body| json!({"id": "s", "body": body}).to_string())
        .collect();
    let file = shell.file("s.jsonl", lines.join("\n"));
    let text = out(&shell.run(&["annotate", "--jsonl", &file]));
    for (line, body) in text.lines().zip(&bodies) {
        let told: Value = serde_json::from_str(line).expect("JSON");
        for part in ["mentions", "dates", "amounts"] {
            let found = &told[part][0];
            let at = |key: &str| found[key].as_u64().expect(key) as usize;
            assert_eq!(
                body.get(at("start")..at("end")),
                found["text"].as_str(),
                "{body:?}"
            );
            assert!(
                !body.starts_with(title) || at("start") >= title.len(),
                "{found}"
            );
        }
        let incident = &told["incidents"][0];
        let start = incident["sentence_start"].as_u64().expect("a place") as usize;
        assert!(body[start..].starts_with(['O', 'S']), "{incident}");
    }
    assert_eq!(text.lines().count(), bodies.len());
}
