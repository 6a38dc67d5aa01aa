//! The program without a screen: files in, stories, problems and exit codes out.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

struct Shell {
    folder: TempDir,
}

fn shell() -> Shell {
    Shell {
        folder: tempfile::tempdir().expect("a folder"),
    }
}

impl Shell {
    fn library(&self) -> std::path::PathBuf {
        self.folder.path().join("library")
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_string_lossy().into_owned()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backstory"));
        command.env("BACKSTORY_LIBRARY", self.library()).args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args)
            .stdin(Stdio::null())
            .output()
            .expect("runs")
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
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
    library.catch_up().expect("indexed");
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
            .put_story(&story, &[], Some("exchange-incidents"))
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
