//! Programs killed at any moment: what was acknowledged is there, and nothing needs repair.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use backstory::library::{Filter, From, Library};
use backstory::search::parse;

use crate::commands::{Shell, shell};

const KILLS: usize = 50;
const STORIES: usize = 6_000;

#[test]
fn no_acknowledged_story_is_lost_by_a_kill() {
    let mut random = 7_u64;
    let mut acknowledged = BTreeSet::new();
    let mut shell = shell_with_stories();
    for round in 0..KILLS {
        // Every tenth time anew, so that kills fall into the first import too.
        if round % 10 == 0 {
            shell = shell_with_stories();
            acknowledged.clear();
        }
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let after = (random >> 33) as usize % (STORIES + 500);
        acknowledged.extend(import_killed_after(&shell, after));
        let stories = check(&shell.library());
        for id in &acknowledged {
            assert!(stories.contains(id), "round {round}: {id} is lost");
        }
    }
}

fn shell_with_stories() -> Shell {
    let shell = shell();
    let mut lines = String::new();
    for n in 0..STORIES {
        let _ = writeln!(
            lines,
            r#"{{"id": "s{n}", "headline": "Story {n}", "body": "Huobi and word{} and more", "published": "20{:02}-01-02"}}"#,
            n % 97,
            n % 20
        );
    }
    shell.file("many.jsonl", lines);
    shell
}

/// Imports until so many stories were acknowledged, then kills. Gives all that were acknowledged.
fn import_killed_after(shell: &Shell, count: usize) -> Vec<String> {
    let file = shell.folder.path().join("many.jsonl");
    let mut child: Child = shell
        .command(&["import", "--verbose", file.to_str().expect("a name")])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("runs");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut ids: Vec<String> = lines.by_ref().take(count).map_while(Result::ok).collect();
    child.kill().expect("killed");
    // What was written before the kill counts too; a line cut off does not.
    ids.extend(lines.map_while(Result::ok).filter(|id| id.len() > 1));
    child.wait().expect("ends");
    ids.retain(|id| id.starts_with('s'));
    // The last line may have been cut.
    ids.pop();
    ids
}

/// Opens the library, counts its stories in every way there is, and gives their ids.
fn check(folder: &Path) -> BTreeSet<String> {
    let library = Library::open(folder).expect("opens without repair");
    let counted = library.counts().expect("counts").stories;
    let mut ids = BTreeSet::new();
    let mut from = From::Newest;
    loop {
        let page = library
            .page(&Filter::default(), from, 1_000)
            .expect("a page");
        let Some(last) = page.last() else { break };
        from = From::Below(last.place);
        ids.extend(page.into_iter().map(|row| row.id));
    }
    assert_eq!(ids.len() as u64, counted);
    crate::stage::indexed(&library);
    let all = library
        .search(&parse("-tag:none "), 0, 1)
        .expect("searched");
    assert_eq!(all.total as u64, counted, "the index agrees");
    let made = ids
        .iter()
        .filter(|id| id[1..].parse::<u32>().is_ok())
        .count();
    let story = library
        .search(&parse("\"huobi and\" "), 0, 1)
        .expect("searched");
    assert!(story.total >= made, "{} of {made}", story.total);
    ids
}
