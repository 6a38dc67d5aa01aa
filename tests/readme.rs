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
