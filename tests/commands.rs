//! The program without a screen: files in, stories, problems and exit codes out.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) struct Shell {
    pub(crate) folder: TempDir,
}

pub(crate) fn shell() -> Shell {
    Shell {
        folder: tempfile::tempdir().expect("a folder"),
    }
}

impl Shell {
    pub(crate) fn library(&self) -> std::path::PathBuf {
        self.folder.path().join("library")
    }

    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_string_lossy().into_owned()
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backstory"));
        command.env("BACKSTORY_LIBRARY", self.library()).args(args);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args)
            .stdin(Stdio::null())
            .output()
            .expect("runs")
    }
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn search_answers_in_json_best_first() {
    let shell = shell();
    let output = shell.run(&["search", "pesticide", "--json"]);
    assert!(output.status.success(), "{}", err(&output));
    let found: Vec<Value> = serde_json::from_str(&out(&output)).expect("an array");
    assert_eq!(found[0]["id"], "okcoin-pesticide-threat-2018-03");
    assert_eq!(found[0]["occurred"], "2018-03-24");
    for key in ["headline", "published", "score", "snippet"] {
        assert!(!found[0][key].is_null(), "{key}");
    }
    let scores: Vec<f64> = found.iter().filter_map(|f| f["score"].as_f64()).collect();
    assert!(scores.windows(2).all(|w| w[0] >= w[1]), "{scores:?}");
    assert_eq!(scores.len(), found.len());
}

#[test]
fn names_in_any_script_find_their_stories() {
    let shell = shell();
    for (name, story) in [
        ("徐明星", "star-xu-shanghai-police-2018-09"),
        ("火币", "chris-lee-to-huobi-2018-05"),
    ] {
        let output = shell.run(&["search", name, "--json", "-n", "30"]);
        let found: Vec<Value> = serde_json::from_str(&out(&output)).expect("an array");
        assert!(
            found.iter().any(|f| f["id"] == story),
            "{name}: {}",
            out(&output)
        );
    }
}

#[test]
fn search_takes_n_and_says_when_nothing_is_found() {
    let shell = shell();
    let found: Vec<Value> = serde_json::from_str(&out(
        &shell.run(&["search", "exchange", "--json", "-n", "3"])
    ))
    .expect("an array");
    assert_eq!(found.len(), 3);
    assert_eq!(out(&shell.run(&["search", "xyzzyx"])), "nothing found\n");
    assert_eq!(out(&shell.run(&["search", "xyzzyx", "--json"])), "[]\n");
}

#[test]
fn check_names_file_line_field_and_cure() {
    let shell = shell();
    let good = shell.file(
        "good.jsonl",
        "{\"id\":\"a\",\"headline\":\"A\"}\n{\"id\":\"b\",\"headline\":\"B\"}\n",
    );
    let output = shell.run(&["check", &good]);
    assert!(output.status.success());
    assert_eq!(out(&output), "2 stories, 0 entities, 0 problems\n");
    let bad = shell.file("bad.json", "[\n{\"id\":\"a\",\"headline\":\"A\",\"published\":\"tomorrow\"},\n{\"id\":\"b\"},\n{\"id\":\"c\",\"headline\":\"C\"}\n]");
    let output = shell.run(&["check", &bad]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "2 stories, 0 entities, 2 problems\n");
    let said = err(&output);
    assert!(said.contains("bad.json:2: published: expected a date like 2018, 2018-03 or 2018-03-24, found \"tomorrow\""), "{said}");
    assert!(
        said.contains("bad.json:3: headline: a story needs a headline or a body"),
        "{said}"
    );
    assert!(!shell.library().exists(), "check must not make a library");
}

#[test]
fn check_tells_of_ids_given_twice_and_of_links_that_lead_nowhere() {
    let shell = shell();
    let file = shell.file(
        "f.jsonl",
        "{\"id\":\"a\",\"headline\":\"A\",\"entities\":[{\"id\":\"okcoin\"},{\"id\":\"ferry\"}],\"links\":[{\"to\":\"b\",\"kind\":\"cause\"},\
         {\"to\":\"c\",\"kind\":\"cause\"},{\"to\":\"okcoin-office-breakin-2018-10\",\"kind\":\"cause\"}]}\n{\"id\":\"b\",\"headline\":\"B\"}\n",
    );
    let output = shell.run(&["check", &file]);
    assert!(output.status.success(), "a library may hold them");
    assert_eq!(
        out(&output),
        "2 stories, 0 entities, 0 problems, 2 references to what is not here\n"
    );
    let said = err(&output);
    assert!(
        said.contains("f.jsonl:1: links[1].to: no story `c`"),
        "{said}"
    );
    assert!(
        said.contains("f.jsonl:1: entities[1].id: no entity `ferry`"),
        "{said}"
    );
    let again = shell.file("g.json", "[\n{\"id\":\"b\",\"headline\":\"B2\"}]");
    let output = shell.run(&["check", &file, &again]);
    assert_eq!(output.status.code(), Some(1));
    let said = err(&output);
    assert!(
        said.contains("g.json:2: id: story `b` is already in ") && said.contains("f.jsonl:2;"),
        "{said}"
    );
}

#[test]
fn a_missing_file_is_a_problem_and_the_others_are_read() {
    let shell = shell();
    let good = shell.file("good.json", "{\"id\":\"a\",\"headline\":\"A\"}");
    let missing = shell.folder.path().join("missing.json");
    let output = shell.run(&["check", &missing.to_string_lossy(), &good]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("missing.json: cannot be opened"),
        "{}",
        err(&output)
    );
    assert!(out(&output).starts_with("1 stories"));
}

#[test]
fn import_keeps_the_good_part_and_is_idempotent() {
    let shell = shell();
    let file = shell.file(
        "mine.json",
        json!({"collection": {"id": "mine", "title": "Mine"},
            "entities": [{"id": "zeta", "name": "Zeta Works", "kind": "organisation"}],
            "stories": [{"id": "one", "headline": "Zeta Works opens", "body": "Zeta Works opened."}, {"id": "two"}]})
        .to_string(),
    );
    let report =
        |output: &Output| -> Value { serde_json::from_str(&out(output)).expect("an object") };
    let first = shell.run(&["import", &file, "--json"]);
    assert_eq!(first.status.code(), Some(1), "one story was refused");
    let first = report(&first);
    assert_eq!(
        (&first["added"], &first["rejected"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(first["problems"][0]["field"], "headline");
    let again = report(&shell.run(&["import", &file, "--json"]));
    assert_eq!(
        (&again["added"], &again["updated"], &again["unchanged"]),
        (&json!(0), &json!(0), &json!(1))
    );
    let found: Vec<Value> =
        serde_json::from_str(&out(&shell.run(&["search", "zeta", "--json"]))).expect("an array");
    assert_eq!(found[0]["id"], "one");
}

#[test]
fn escape_sequences_never_reach_the_terminal() {
    let shell = shell();
    let file = shell.file("evil.json", "{\"id\":\"e\\u001b[31m\",\"headline\":\"red \\u001b]0;title\\u0007herring\",\"body\":\"\\u009b2J\\u202eherring\"}");
    shell.run(&["import", &file]);
    let output = shell.run(&["search", "herring"]);
    assert!(out(&output).contains("red herring"), "{}", out(&output));
    for text in [
        out(&output),
        err(&output),
        out(&shell.run(&["search", "herring", "--json"])),
    ] {
        assert!(
            !text.chars().any(|c| c.is_control() && c != '\n'),
            "{text:?}"
        );
    }
    let name = shell.folder.path().join("evil\u{1b}[31m.json");
    std::fs::write(&name, "{").expect("written");
    let output = shell.run(&["check", &name.to_string_lossy()]);
    assert!(!err(&output).contains('\u{1b}'), "{:?}", err(&output));
}

#[test]
fn no_library_is_opened_that_is_none() {
    let shell = shell();
    std::fs::create_dir(shell.library()).expect("made");
    std::fs::write(
        shell.library().join("library.db"),
        "no database at all, but long enough to be looked at",
    )
    .expect("written");
    let output = shell.run(&["search", "x"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("damaged"), "{}", err(&output));
    let kept = std::fs::read_to_string(shell.library().join("library.db")).expect("still there");
    assert!(kept.starts_with("no database at all"));
}

#[test]
fn the_index_can_be_deleted_at_any_time() {
    let shell = shell();
    let before = out(&shell.run(&["search", "pesticide", "--json"]));
    std::fs::remove_dir_all(shell.library().join("index")).expect("deleted");
    assert_eq!(out(&shell.run(&["search", "pesticide", "--json"])), before);
}

/// The first import is killed at ever later moments; each time the next start makes it whole.
#[test]
fn killed_during_the_first_import_nothing_is_missing() {
    for written in [0, 1, 40_000, 120_000, 250_000, 400_000] {
        let shell = shell();
        let mut child = shell
            .command(&["search", "x"])
            .stdout(Stdio::null())
            .spawn()
            .expect("starts");
        let size =
            |name: &str| std::fs::metadata(shell.library().join(name)).map_or(0, |m| m.len());
        while size("library.db-wal") < written && child.try_wait().expect("waits").is_none() {
            std::thread::yield_now();
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        whole(&shell.library());
    }
}

fn whole(folder: &Path) {
    let mut library = backstory::library::Library::open(folder).expect("opens");
    backstory::import::ensure_bundled(&mut library).expect("imports");
    crate::stage::indexed(&library);
    assert_eq!(library.counts().expect("counts").stories, 64);
    let all = backstory::library::Filter::default();
    let page = library
        .page(&all, backstory::library::From::Newest, 100)
        .expect("a page");
    assert_eq!(page.len(), 64);
    let found = library
        .search(&backstory::search::parse("exchange "), 0, 100)
        .expect("searches");
    assert!(found.total > 30, "{}", found.total);
}

#[test]
fn a_new_bundle_updates_without_touching_marks() {
    let shell = shell();
    shell.run(&["search", "x"]);
    let mut library = backstory::library::Library::open(&shell.library()).expect("opens");
    library
        .set_mark(
            "mtgox-bankruptcy-2014-02",
            backstory::library::Mark::Starred,
            true,
        )
        .expect("marked");
    // As if an older version had brought another text and a story that is gone now.
    let mut writer = library.writer().expect("writes");
    let old = json!({"id": "mtgox-bankruptcy-2014-02", "headline": "Old words"});
    let gone = json!({"id": "gone", "headline": "Gone"});
    for value in [old, gone] {
        let story = backstory::story::decode_story(value).0.expect("a story");
        writer
            .put_story(
                &story,
                &backstory::analyse::Analysis::default(),
                Some("exchange-incidents"),
            )
            .expect("put");
    }
    let head = backstory::story::Collection {
        id: "exchange-incidents".into(),
        ..Default::default()
    };
    writer.put_collection(&head, "older").expect("put");
    writer.commit().expect("written");
    drop(library);
    shell.run(&["search", "x"]);
    let library = backstory::library::Library::open(&shell.library()).expect("opens");
    let row = library
        .row("mtgox-bankruptcy-2014-02")
        .expect("reads")
        .expect("there");
    assert!(row.starred && row.headline != "Old words", "{row:?}");
    assert_eq!(library.row("gone").expect("reads"), None);
    assert_eq!(library.counts().expect("counts").stories, 64);
}

/// The answer of a command as JSON.
fn json_of(shell: &Shell, args: &[&str]) -> Value {
    let output = shell.run(args);
    serde_json::from_str(&out(&output)).unwrap_or_else(|_| panic!("{args:?}: {output:?}"))
}

#[test]
fn a_library_is_listed_shown_and_pruned() {
    let shell = shell();
    let listed = json_of(&shell, &["list", "--json", "-n", "3"]);
    let ids: Vec<&str> = listed
        .as_array()
        .expect("an array")
        .iter()
        .map(|row| row["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(ids.len(), 3);
    let shown = json_of(&shell, &["show", "--json", ids[0]]);
    assert_eq!(shown["id"], ids[0]);
    let page = out(&shell.run(&["show", "okcoin-office-breakin-2018-10"]));
    for part in ["EARLIER", "SOURCES DISAGREE", "SOURCES"] {
        assert!(page.contains(part), "{page}");
    }
    let removed = json_of(&shell, &["remove", "--json", ids[0]]);
    assert_eq!(removed["removed"], json!([ids[0]]));
    assert_eq!(json_of(&shell, &["stats", "--json"])["stories"], 63);
    let again = shell.run(&["remove", ids[0]]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("not in the library"), "{again:?}");
}

#[test]
fn collections_stats_reindex_and_backup() {
    let shell = shell();
    let collections = json_of(&shell, &["collections", "--json"]);
    assert_eq!(collections[0]["id"], "exchange-incidents");
    assert_eq!(collections[0]["stories"], 64);
    assert_eq!(json_of(&shell, &["reindex", "--json"])["indexed"], 64);
    let stats = json_of(&shell, &["stats", "--json"]);
    assert_eq!(
        (&stats["indexed"], &stats["unread"]),
        (&json!(true), &json!(64))
    );
    let copy = shell.folder.path().join("copy");
    std::fs::create_dir(&copy).expect("made");
    let file = copy.join("library.db");
    let file = file.to_str().expect("a name");
    assert!(json_of(&shell, &["backup", "--json", file])["bytes"].as_u64() > Some(100_000));
    let again = shell.run(&["backup", file]);
    assert!(err(&again).contains("cannot write the backup"), "{again:?}");
    // The copy is a library.
    let copied = [
        "--library",
        copy.to_str().expect("a name"),
        "stats",
        "--json",
    ];
    assert_eq!(json_of(&shell, &copied)["stories"], 64);
}

#[test]
fn searches_are_saved_and_forgotten() {
    let shell = shell();
    let saved = json_of(
        &shell,
        &["searches", "--json", "--save", "Thefts", "hack -okex"],
    );
    assert_eq!(saved[0]["name"], "Thefts");
    assert_eq!(saved[0]["stories"], saved[0]["unread"]);
    let forgotten = json_of(&shell, &["searches", "--json", "--forget", "Thefts"]);
    assert_eq!(forgotten, json!([]));
    assert_eq!(
        shell.run(&["searches", "--forget", "x"]).status.code(),
        Some(2)
    );
}

#[test]
fn import_reads_folders_and_standard_input_and_acknowledges() {
    let shell = shell();
    std::fs::create_dir_all(shell.folder.path().join("in/deep")).expect("made");
    shell.file("in/a.json", r#"{"id": "a", "headline": "A"}"#);
    shell.file(
        "in/deep/b.jsonl",
        "{\"id\": \"b\", \"headline\": \"B\"}\n{\"id\": \"c\", \"headline\": \"C\"}\n",
    );
    shell.file("in/notes.txt", "no story");
    let folder = shell.folder.path().join("in");
    let output = shell.run(&["import", "--verbose", folder.to_str().expect("a name")]);
    assert_eq!(out(&output), "a\nb\nc\n");
    let mut child = shell
        .command(&["import", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("runs");
    let input = child.stdin.take().expect("a pipe");
    serde_json::to_writer(
        input,
        &json!([{"id": "d", "body": "D"}, {"id": "a", "headline": "A"}]),
    )
    .expect("written");
    let output = child.wait_with_output().expect("ends");
    let report: Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(
        (&report["added"], &report["unchanged"]),
        (&json!(1), &json!(1))
    );
}

#[test]
fn names_are_found_in_stories_that_stand_before_the_entities() {
    let shell = shell();
    let file = shell.file(
        "late.json",
        r#"{"collection": {"id": "mine", "title": "Mine"},
            "stories": [{"id": "s", "headline": "S", "body": "The Harbour Trust was founded."}],
            "entities": [{"id": "trust", "name": "Harbour Trust", "kind": "organisation"}]}"#,
    );
    shell.run(&["import", &file]);
    let found = json_of(&shell, &["search", "--json", "org:harbour"]);
    assert_eq!(found[0]["id"], "s");
}

#[test]
fn json_holds_nothing_that_steers_a_terminal() {
    let shell = shell();
    let odd = "x\u{9b}31m\u{202e}y";
    let file = shell.file(
        "c.json",
        json!({"collection": {"id": "c", "title": "C"},
            "entities": [{"id": "c1", "name": "Foo Corp", "kind": "organisation", "odd": odd}],
            "stories": [{"id": "s1", "headline": "Foo Corp", "body": "Foo Corp spoke.", "odd": {odd: odd}}]})
        .to_string(),
    );
    assert!(shell.run(&["import", &file]).status.success());
    for args in [["entity", "c1", "--json"], ["show", "s1", "--json"]] {
        let output = shell.run(&args);
        let text = out(&output);
        assert!(!text.contains(['\u{9b}', '\u{202e}']), "{text:?}");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let said = value["odd"].as_str().or(value["odd"][odd].as_str());
        assert_eq!(said, Some(odd), "{text}");
    }
    let output = shell.run(&["annotate", "no\u{1b}[31m\u{9b}such.json"]);
    assert_eq!(output.status.code(), Some(2));
    let wrong = shell.file("a\u{1b}[31mb.json", "{}");
    let also = shell.run(&["annotate", &wrong]);
    for text in [err(&output), err(&also)] {
        assert!(
            !text.is_empty() && !text.contains(['\u{1b}', '\u{9b}']),
            "{text:?}"
        );
    }
}

#[test]
fn several_entities_of_one_name_are_one_array() {
    let shell = shell();
    let file = shell.file(
        "e.json",
        json!({"collection": {"id": "c", "title": "C"}, "stories": [], "entities": [
            {"id": "fruit", "name": "Apple Foo", "kind": "other"},
            {"id": "firm", "name": "Apple Foo", "kind": "organisation"}]})
        .to_string(),
    );
    assert!(shell.run(&["import", &file]).status.success());
    let text = out(&shell.run(&["entity", "apple foo", "--json"]));
    let both: Vec<Value> = serde_json::from_str(&text).expect("an array");
    assert_eq!(
        (&both[0]["id"], &both[1]["id"]),
        (&json!("fruit"), &json!("firm"))
    );
    let one: Value =
        serde_json::from_str(&out(&shell.run(&["entity", "firm", "--json"]))).expect("JSON");
    assert_eq!(one["id"], "firm");
}

#[test]
fn annotate_goes_on_behind_a_line_that_is_no_text() {
    let shell = shell();
    let mut bytes = br#"{"id": "a", "headline": "A", "body": "Star Xu left."}"#.to_vec();
    bytes.extend(b"\n{\"id\": \"b\", \"body\": \"caf\xe9\"}\nnonsense\n");
    bytes.extend(br#"{"id": "c", "headline": "C", "body": "Star Xu came."}"#);
    let file = shell.file("s.jsonl", &bytes);
    let ids = |text: &str| -> Vec<Value> {
        let values: Vec<Value> = match serde_json::from_str(text) {
            Ok(values) => values,
            Err(_) => text
                .lines()
                .map(|l| serde_json::from_str(l).expect("JSON"))
                .collect(),
        };
        values.iter().map(|v| v["id"].clone()).collect()
    };
    // With the flag, and without it: a file of stories is no text.
    for args in [
        ["annotate", "--jsonl", &file],
        ["annotate", "--json", &file],
    ] {
        let output = shell.run(&args);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert_eq!(ids(&out(&output)), ["a", "c"], "{args:?}");
        assert!(
            err(&output).contains("s.jsonl:2: is not UTF-8"),
            "{output:?}"
        );
    }
    let broken = shell.file("t.json", "[{\"body\": \"x\"},\n{\"id\":\n]");
    let said = err(&shell.run(&["annotate", &broken]));
    assert!(
        said.contains("t.json:3: not valid JSON: ") && !said.contains("at line"),
        "{said}"
    );
    assert!(!shell.library().exists(), "nothing is to be stored");
    let text = shell.file("a.txt", "[Photo] Star Xu left on 3 May 2018.");
    let output = shell.run(&["annotate", "--json", &text]);
    assert!(out(&output).contains("star-xu"), "{output:?}");
    let one = shell.file(
        "one.json",
        "\u{feff}{\"headline\": \"A\", \"body\": \"Star Xu left.\"}\n",
    );
    let value: Value =
        serde_json::from_str(&out(&shell.run(&["annotate", "--json", &one]))).expect("an object");
    assert!(value["mentions"].is_array(), "{value}");
    let broken = shell.run(&[
        "annotate",
        &shell.file("b.json", "{\"headline\": \"A\", \"body\": "),
    ]);
    assert!(err(&broken).contains("not valid JSON"), "{broken:?}");
}

#[test]
fn annotate_says_what_it_cannot_read_and_tells_the_rest() {
    let shell = shell();
    let first = r#"{"id": "a", "published": "last week", "body": "Star Xu left."}"#;
    let second = r#"{"id": "b", "headline": "B", "body": 5}"#;
    let third = r#"{"id": "c"}"#;
    let lines = shell.file("s.jsonl", [first, second, third].join("\n"));
    let array = shell.file("s.json", format!("[{first},\n{second},\n{third}]"));
    for (args, file) in [
        (["annotate", "--jsonl", &lines], "s.jsonl"),
        (["annotate", "--json", &array], "s.json"),
    ] {
        let output = shell.run(&args);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let said = err(&output);
        for expected in [
            "1: published: expected a date like 2018, 2018-03 or 2018-03-24, found \"last week\"",
            "2: body: expected a text, found 5",
            "3: headline: a story needs a headline or a body",
        ] {
            assert!(said.contains(&format!("{file}:{expected}")), "{said}");
        }
        let told = out(&output);
        assert!(told.contains(r#""entity":"star-xu""#), "{told}");
        assert!(told.contains(r#"{"id":"b","mentions":[]"#), "{told}");
    }
}

#[test]
fn a_byte_order_mark_costs_no_story() {
    let shell = shell();
    let file = shell.file(
        "s.jsonl",
        "\u{feff}{\"id\": \"a\", \"body\": \"x\"}\n{\"id\": \"b\", \"body\": \"y\"}\n",
    );
    let output = shell.run(&["annotate", "--jsonl", &file]);
    assert!(output.status.success(), "{output:?}");
    let ids: Vec<String> = out(&output)
        .lines()
        .map(|l| l.chars().take(9).collect())
        .collect();
    assert_eq!(ids, [r#"{"id":"a""#, r#"{"id":"b""#]);
}
