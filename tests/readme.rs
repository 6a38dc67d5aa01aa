//! The README says what the program does: its key table is the program's.

use backstory::keymap::{BINDINGS, Group};

fn readme() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    std::fs::read_to_string(path).expect("README.md")
}

/// The key table as the README has it.
fn table() -> String {
    let mut table = String::new();
    for group in Group::ALL {
        table += &format!("\n**{}**\n\n| keys | do |\n|---|---|\n", group.title());
        for binding in BINDINGS.iter().filter(|b| b.group == group) {
            let keys: Vec<String> = binding.keys().map(|k| format!("`{k}`")).collect();
            table += &format!("| {} | {} |\n", keys.join(" "), binding.title);
        }
    }
    table
}

#[test]
fn the_key_table_is_the_programs() {
    assert!(
        readme().contains(&table()),
        "README.md should hold:\n{}",
        table()
    );
}

#[test]
fn the_example_story_is_a_good_one() {
    let readme = readme();
    let example = readme
        .split("```json\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("an example");
    let (story, problems) =
        backstory::story::decode_story(serde_json::from_str(example).expect("JSON"));
    assert!(story.is_some_and(|s| s.extra.is_empty()));
    assert_eq!(problems, []);
}

/// Each example of the query language with the number of bundled stories it finds.
#[test]
fn the_queries_find_what_they_say() {
    let readme = readme();
    let rows: Vec<Vec<&str>> = readme
        .lines()
        .skip_while(|line| *line != "<!-- queries -->")
        .skip(3)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 15, "{rows:?}");
    let stage = crate::stage::stage(80, 24);
    let mut wrong = Vec::new();
    for row in rows {
        let text = row[1].trim_matches('`');
        let query = backstory::search::parse(&format!("{text} "));
        assert_eq!(query.ignored, [], "{text}");
        let found = stage.worker.library().search(&query, 0, 1).expect("found");
        if row[3] != found.total.to_string() {
            wrong.push(format!("{text}: {}", found.total));
        }
    }
    assert!(wrong.is_empty(), "README.md should say {wrong:#?}");
}
