//! The rules of the house: imports point one way, and key codes stay at the edge.

use std::path::{Path, PathBuf};

/// The folders from the ground up; a folder may use those before it.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["story"],
    &["analyse"],
    &["search"],
    &["library"],
    &["related"],
    &["import"],
    &["app"],
    &["keymap"],
    &["ui"],
    &["cli"],
    &["runtime"],
    &["commands"],
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in folder.read_dir().expect("src") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

#[test]
fn imports_point_one_way() {
    for file in sources(&src()) {
        let inside = file.strip_prefix(src()).expect("in src");
        let module = inside
            .iter()
            .next()
            .and_then(|m| m.to_str())
            .unwrap_or("")
            .trim_end_matches(".rs");
        if matches!(module, "main" | "lib") {
            continue;
        }
        let mine = floor(module).unwrap_or_else(|| panic!("{module} has no floor"));
        let text = std::fs::read_to_string(&file).expect("text");
        for part in text.split("crate::").skip(1) {
            let other = part
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or("");
            let Some(theirs) = floor(other) else { continue };
            assert!(
                theirs < mine || other == module,
                "{} uses {other}",
                inside.display()
            );
        }
    }
}

#[test]
fn key_codes_stay_in_the_runtime() {
    for file in sources(&src()) {
        let inside = file.strip_prefix(src()).expect("in src");
        if inside.starts_with("runtime") {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("text");
        for word in ["crossterm", "KeyCode", "KeyEvent"] {
            assert!(!text.contains(word), "{} names {word}", inside.display());
        }
    }
}

#[test]
fn only_the_runtime_has_threads_and_clocks() {
    for file in sources(&src()) {
        let inside = file.strip_prefix(src()).expect("in src");
        if inside.starts_with("runtime") || inside.starts_with("commands") {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("text");
        // `thread::scope` may stand anywhere: its threads end before the call that began them.
        for word in [
            "thread::spawn",
            "thread::Builder",
            "Instant::now",
            "SystemTime",
            "Zoned::now",
        ] {
            assert!(!text.contains(word), "{} names {word}", inside.display());
        }
    }
}

#[test]
fn every_file_opens_by_saying_what_it_holds() {
    for file in sources(&src()) {
        let text = std::fs::read_to_string(&file).expect("text");
        assert!(text.starts_with("//! "), "{}", file.display());
    }
}

#[test]
fn one_version_of_crossterm() {
    let lock = std::fs::read_to_string(src().join("../Cargo.lock")).expect("Cargo.lock");
    assert_eq!(lock.matches("name = \"crossterm\"\n").count(), 1);
}
