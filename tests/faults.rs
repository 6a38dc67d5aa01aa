//! Things that go wrong with disks and files: each gets a clear message, and nothing that was there is lost.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use backstory::library::{Library, Saved};

use crate::commands::{Shell, err, out, shell};

/// A library with the bundled collection in it.
fn filled() -> Shell {
    let shell = shell();
    assert!(shell.run(&["search", "okex"]).status.success());
    shell
}

fn finds_all(shell: &Shell) {
    let output = shell.run(&["search", "--json", "-n", "100", "exchange"]);
    assert!(output.status.success(), "{output:?}");
    let found: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert!(found.as_array().is_some_and(|found| found.len() > 30));
}

/// The files of the index that hold words, longest first.
fn index_files(shell: &Shell) -> Vec<std::path::PathBuf> {
    let folder = shell.library().join("index");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("an index")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e != "json" && e != "lock"))
        .collect();
    files.sort_by_key(|path| std::cmp::Reverse(path.metadata().map_or(0, |m| m.len())));
    files
}

#[test]
fn a_truncated_index_file_is_no_loss() {
    let shell = filled();
    for n in 0..3 {
        let file = &index_files(&shell)[n];
        let bytes = fs::read(file).expect("read");
        fs::write(file, &bytes[..bytes.len() / 2]).expect("cut");
        finds_all(&shell);
    }
}

/// Damage in the middle of a file does not show when it is opened.
#[test]
fn a_damaged_index_file_is_built_anew() {
    let shell = filled();
    let word = |n: usize| shell.run(&["search", ["okex", "huobi", "exchange", "police"][n % 4]]);
    for file in index_files(&shell) {
        let mut bytes = fs::read(&file).expect("read");
        let end = bytes.len().saturating_sub(200);
        for byte in &mut bytes[..end] {
            *byte = !*byte;
        }
        fs::write(&file, &bytes).expect("written");
    }
    // A search may fail or find too little on the damaged index, but it does not panic, and reindex cures it.
    for n in 0..4 {
        let output = word(n);
        assert!(!err(&output).contains("panicked"), "{output:?}");
    }
    assert!(shell.run(&["reindex"]).status.success());
    finds_all(&shell);
}

#[test]
fn a_damaged_meta_file_and_another_version_are_no_loss() {
    let shell = filled();
    let meta = shell.library().join("index/meta.json");
    fs::write(&meta, "{").expect("written");
    finds_all(&shell);
    let text = fs::read_to_string(&meta).expect("read");
    let payload = text
        .find("\"payload\": \"")
        .map(|at| at + 12)
        .expect("a payload");
    let other = format!("{}999{}", &text[..payload], &text[payload + 1..]);
    fs::write(&meta, other).expect("written");
    finds_all(&shell);
}

#[test]
fn a_write_ahead_log_cut_short_loses_only_its_end() {
    let shell = filled();
    // A connection that stays open keeps the log from being folded in.
    let open = Library::open(&shell.library()).expect("opens");
    open.save(&Saved {
        name: "kept".into(),
        query: "okex".into(),
    })
    .expect("saved");
    let log = shell.library().join("library.db-wal");
    let bytes = fs::read(&log).expect("a log");
    assert!(!bytes.is_empty());
    let copy = shell.folder.path().join("copy");
    fs::create_dir(&copy).expect("made");
    fs::copy(shell.library().join("library.db"), copy.join("library.db")).expect("copied");
    fs::write(copy.join("library.db-wal"), &bytes[..bytes.len() - 100]).expect("cut");
    let library = Library::open(&copy).expect("opens");
    assert_eq!(library.counts().expect("counts").stories, 64);
    crate::stage::indexed(&library);
}

#[test]
fn a_damaged_library_is_told_of_and_left_alone() {
    let shell = filled();
    let file = shell.library().join("library.db");
    let mut bytes = fs::read(&file).expect("read");
    for byte in &mut bytes[..4096] {
        *byte ^= 0x5a;
    }
    fs::write(&file, &bytes).expect("written");
    let output = shell.run(&["search", "okex"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("damaged"), "{output:?}");
    assert_eq!(fs::read(&file).expect("read"), bytes, "nothing was changed");
}

#[test]
fn a_story_is_shown_whatever_was_found_in_it() {
    let shell = filled();
    let show = || shell.run(&["show", "okcoin-office-breakin-2018-10"]);
    let whole = out(&show());
    assert!(whole.contains("\nEARLIER\n") && whole.contains("Beijing"));
    let db = rusqlite::Connection::open(shell.library().join("library.db")).expect("opens");
    db.execute("UPDATE analysis SET json = x'00'", [])
        .expect("damaged");
    let shown = show();
    assert!(shown.status.success(), "{shown:?}");
    assert_eq!(out(&shown), whole);
}

#[test]
fn a_library_of_an_older_version_is_upgraded() {
    let shell = filled();
    let file = shell.library().join("library.db");
    let db = rusqlite::Connection::open(&file).expect("opens");
    db.execute_batch(
        "DROP TRIGGER entity_added; DROP TRIGGER entity_changed; DROP TRIGGER entity_removed; DROP TABLE again;
         DELETE FROM number WHERE name = 'names'; DROP TABLE saved; DROP TABLE analysis; DROP INDEX entity_by_merged; ALTER TABLE entity DROP COLUMN edited;
         ALTER TABLE entity DROP COLUMN hidden; ALTER TABLE entity DROP COLUMN merged;
         DELETE FROM number WHERE name = 'analysis'; PRAGMA user_version = 1;",
    )
    .expect("made older");
    drop(db);
    let mut library = Library::open(&shell.library()).expect("upgraded");
    assert_eq!(library.saved().expect("read"), []);
    assert_eq!(library.counts().expect("counts").stories, 64);
    // What the older version did not find in the texts is found now, and written down.
    let analysed = |db: &rusqlite::Connection| -> i64 {
        db.query_row("SELECT count(*) FROM analysis", [], |row| row.get(0))
            .expect("counted")
    };
    let db = rusqlite::Connection::open(&file).expect("opens");
    assert_eq!(analysed(&db), 0);
    assert_eq!(library.read_again(u64::MAX).expect("read again"), None);
    assert_eq!(analysed(&db), 64);
}

#[test]
fn a_folder_that_cannot_be_used_is_told_of() {
    let shell = shell();
    let file = shell.file("in-the-way", "a file");
    let output = shell.run(&["--library", &file, "list"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("choose another with --library"),
        "{output:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_without_write_permission_is_told_of() {
    use std::os::unix::fs::PermissionsExt;
    let shell = filled();
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    };
    set(&shell.library(), 0o555);
    // Whoever may write everywhere cannot be kept from it.
    let bound = fs::write(shell.library().join("probe"), "").is_err();
    if bound {
        let output = shell.run(&["import", &shell.file("a.json", r#"{"headline": "A"}"#)]);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("cannot be written"), "{output:?}");
    }
    set(&shell.library(), 0o755);
    finds_all(&shell);
}

/// A file that may not grow stands in for a disk that is full.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told_of_and_loses_nothing() {
    let shell = filled();
    let mut lines = String::new();
    for n in 0..20_000 {
        lines += &format!(
            "{{\"id\": \"s{n}\", \"headline\": \"Story {n}\", \"body\": \"Some words\"}}\n"
        );
    }
    let file = shell.file("many.jsonl", lines);
    let output = Command::new("sh")
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -f 3000; exec \"$0\" import --verbose \"$1\"")
        .arg(env!("CARGO_BIN_EXE_backstory"))
        .arg(&file)
        .env("BACKSTORY_LIBRARY", shell.library())
        .stdin(Stdio::null())
        .output()
        .expect("runs");
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    let message = err(&output);
    assert!(
        message.contains("the library") || message.contains("index"),
        "{message}"
    );
    assert!(!message.contains("panicked"), "{message}");
    let acknowledged = out(&output);
    let library = Library::open(&shell.library()).expect("opens");
    for id in acknowledged.lines() {
        assert!(library.row(id).expect("read").is_some(), "{id} is lost");
    }
    drop(library);
    finds_all(&shell);
}
