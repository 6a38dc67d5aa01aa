//! Entities made one and parted again: nothing is lost on the way, ids go on leading somewhere, and imports go on telling more.

use backstory::library::{Edit, Library, Subject};
use serde_json::{Value, json};

use crate::commands::{Shell, err, out, shell};

fn done(shell: &Shell, args: &[&str]) -> String {
    let output = shell.run(args);
    assert!(output.status.success(), "{args:?}: {}", err(&output));
    out(&output)
}

fn ask(shell: &Shell, args: &[&str]) -> Value {
    let answer = done(shell, args);
    serde_json::from_str(&answer).unwrap_or_else(|e| panic!("{args:?}: {e}"))
}

fn edit(shell: &Shell, args: &[&str]) -> String {
    done(shell, &[&["entity"], args].concat())
}

/// Imports entities, and stories that are to name them.
fn import(shell: &Shell, entities: &Value, stories: &Value) {
    let collection =
        json!({"collection": {"id": "c", "title": "C"}, "entities": entities, "stories": stories});
    let file = shell.file("given.json", collection.to_string());
    done(shell, &["import", &file]);
}

/// How many stories a search finds.
fn found(shell: &Shell, query: &str) -> usize {
    let found = ask(shell, &["search", query, "--json", "-n", "1000"]);
    found.as_array().map_or(0, Vec::len)
}

#[test]
fn what_was_merged_and_split_again_is_as_it_was() {
    let shell = shell();
    let known = |shell: &Shell| {
        let pages = ["okcoin", "huobi"].map(|id| ask(shell, &["entity", id, "--json"]));
        let counts = ["entity:okcoin", "entity:huobi"].map(|query| found(shell, query));
        (done(shell, &["entities", "--json"]), pages, counts)
    };
    let before = known(&shell);
    edit(&shell, &["merge", "okcoin", "huobi"]);
    let merged = ask(&shell, &["entity", "huobi", "--json"]);
    assert_eq!(merged["id"], "okcoin");
    let stories = merged["mentioned_in"].as_u64().expect("a number");
    assert!(stories > before.1[0]["mentioned_in"].as_u64().expect("a number"));
    // Whichever comes first, and though it has more names: it is Huobi that leaves.
    edit(&shell, &["split", "okcoin", "火币", "Huobi"]);
    assert!(
        known(&shell) == before,
        "{}",
        done(&shell, &["entity", "okcoin"])
    );
}

#[test]
fn the_kept_one_takes_what_the_others_are_to_third_parties_and_nothing_they_are_to_each_other() {
    let shell = shell();
    let relation = |kind: &str, to: &str| json!({"kind": kind, "to": to});
    import(
        &shell,
        &json!([
            {"id": "mill", "name": "Otter Mill", "kind": "organisation", "relations": [relation("rival-of", "dam")]},
            {"id": "dam", "name": "Beaver Dam", "kind": "organisation",
             "relations": [relation("rival-of", "mill"), relation("owner-of", "pond")]},
            {"id": "pond", "name": "Heron Pond", "kind": "place"},
        ]),
        &json!([]),
    );
    edit(&shell, &["merge", "mill", "dam"]);
    let page = done(&shell, &["entity", "mill"]);
    assert!(page.contains("owner of Heron Pond"), "{page}");
    assert!(!page.contains("rival"), "{page}");
    edit(&shell, &["rename", "mill", "Otter and Beaver"]);
    edit(&shell, &["split", "mill", "Beaver Dam"]);
    let page = done(&shell, &["entity", "mill"]);
    assert!(page.contains("rival of Beaver Dam"), "{page}");
    assert!(!page.contains("Heron Pond"), "{page}");
    let page = done(&shell, &["entity", "dam"]);
    assert!(
        page.contains("rival of Otter and Beaver") && page.contains("owner of Heron Pond"),
        "{page}"
    );
}

/// Three entities, and a story that lists each by its id.
fn three(shell: &Shell) {
    import(
        shell,
        &json!([
            {"id": "a", "name": "Otter Mill", "kind": "organisation", "aliases": ["The Mill"]},
            {"id": "b", "name": "Beaver Dam", "kind": "organisation"},
            {"id": "c", "name": "Heron Pond", "kind": "organisation"},
        ]),
        &json!([
            {"id": "sa", "headline": "h", "body": "Nobody.", "entities": [{"id": "a"}]},
            {"id": "sb", "headline": "h", "body": "Nobody.", "entities": [{"id": "b"}]},
            {"id": "sc", "headline": "h", "body": "Nobody.", "entities": [{"id": "c"}]},
        ]),
    );
}

#[test]
fn what_had_been_merged_into_one_goes_along_and_comes_back_with_it() {
    let shell = shell();
    three(&shell);
    edit(&shell, &["merge", "b", "a"]);
    edit(&shell, &["merge", "c", "b"]);
    assert_eq!(found(&shell, "entity:\"heron pond\""), 3);
    let page = ask(&shell, &["entity", "a", "--json"]);
    assert_eq!(
        page["id"], "c",
        "its id leads to what it has become part of"
    );
    edit(&shell, &["split", "c", "Beaver Dam", "Otter Mill"]);
    let back = ask(&shell, &["entity", "b", "--json"]);
    assert_eq!(back["aliases"], json!(["Otter Mill", "The Mill"]));
    assert_eq!(found(&shell, "entity:\"beaver dam\""), 2);
    assert_eq!(found(&shell, "entity:\"heron pond\""), 1);
}

#[test]
fn some_names_of_one_that_was_merged_leave_alone() {
    let shell = shell();
    three(&shell);
    edit(&shell, &["merge", "b", "a"]);
    edit(&shell, &["split", "b", "The Mill"]);
    let new = ask(&shell, &["entity", "The Mill", "--json"]);
    assert_eq!(
        (&new["id"], &new["name"]),
        (&json!("the-mill"), &json!("The Mill"))
    );
    let kept = ask(&shell, &["entity", "b", "--json"]);
    assert_eq!(kept["aliases"], json!(["Otter Mill"]));
    edit(&shell, &["split", "b", "Otter Mill"]);
    let back = ask(&shell, &["entity", "a", "--json"]);
    assert_eq!(
        (&back["name"], back.get("aliases")),
        (&json!("Otter Mill"), None)
    );
    // One may lose its own name to a new one and keep that of the other.
    edit(&shell, &["merge", "b", "a"]);
    edit(&shell, &["split", "b", "Beaver Dam"]);
    let kept = ask(&shell, &["entity", "b", "--json"]);
    assert_eq!(
        (&kept["name"], kept.get("aliases")),
        (&json!("Otter Mill"), None)
    );
    assert_eq!(
        ask(&shell, &["entity", "Beaver Dam", "--json"])["id"],
        "beaver-dam"
    );
}

#[test]
fn an_id_leads_to_its_entity_whatever_others_are_called() {
    let shell = shell();
    import(
        &shell,
        &json!([
            {"id": "acme", "name": "Acme Corp", "kind": "organisation"},
            {"id": "acme-2", "name": "Acme", "kind": "organisation"},
        ]),
        &json!([]),
    );
    let several = shell.run(&["entity", "hide", "ACME"]);
    assert!(several.status.success(), "one is called so: {several:?}");
    edit(&shell, &["rename", "acme", "Acme Mills"]);
    assert_eq!(
        ask(&shell, &["entity", "acme", "--json"])["name"],
        "Acme Mills"
    );
    assert_eq!(ask(&shell, &["entity", "acme-2", "--json"])["name"], "Acme");
    let taken = shell.run(&["entity", "rename", "acme", "acme"]);
    assert!(
        err(&taken).contains("[acme-2] is called acme already"),
        "{taken:?}"
    );
}

#[test]
fn an_import_tells_more_of_what_was_hidden_or_merged_but_not_of_what_was_renamed() {
    let shell = shell();
    three(&shell);
    edit(&shell, &["hide", "a"]);
    edit(&shell, &["hide", "a", "--undo"]);
    edit(&shell, &["merge", "b", "c"]);
    let more = json!([
        {"id": "a", "name": "Otter Mill", "kind": "organisation", "aliases": ["Ottermühle"]},
        {"id": "b", "name": "Beaver Dam", "kind": "organisation", "aliases": ["Biberdamm"]},
        {"id": "c", "name": "Heron Pond", "kind": "organisation", "aliases": ["Reiherteich"]},
    ]);
    let story =
        json!([{"id": "s", "headline": "h", "body": "Ottermühle, Biberdamm and Reiherteich."}]);
    import(&shell, &more, &story);
    assert_eq!(ask(&shell, &["entity", "Ottermühle", "--json"])["id"], "a");
    let merged = ask(&shell, &["entity", "b", "--json"]);
    assert_eq!(
        merged["aliases"],
        json!(["Biberdamm", "Heron Pond", "Reiherteich"])
    );
    assert_eq!(
        found(&shell, "entity:reiherteich -entity:ottermühle"),
        2,
        "those that list the two"
    );
    edit(&shell, &["rename", "a", "The Old Mill"]);
    import(&shell, &more, &json!([]));
    assert_eq!(
        ask(&shell, &["entity", "a", "--json"])["name"],
        "The Old Mill"
    );
}

#[test]
fn an_edit_reads_no_entities_but_those_it_is_about() {
    let folder = tempfile::tempdir().expect("a folder");
    let shell = Shell { folder };
    three(&shell);
    let mut library = Library::open(&shell.library()).expect("opens");
    let db = rusqlite::Connection::open(shell.library().join("library.db")).expect("opens");
    db.execute("UPDATE entity SET json = 'no JSON' WHERE id = 'c'", [])
        .expect("damaged");
    let key = |id: &str| library.entity_key(id).expect("read").expect("there");
    let (a, b) = (Subject::Entity(key("a")), Subject::Entity(key("b")));
    let edit = Edit::Merge {
        into: a.clone(),
        from: vec![b.clone()],
    };
    let row = library.edit(&edit).expect("merged");
    assert_eq!(row.entity.aliases, ["The Mill", "Beaver Dam"]);
    let edit = Edit::Hide {
        entity: b,
        hidden: true,
    };
    let gone = library
        .edit(&edit)
        .expect_err("it has become part of another");
    assert!(gone.to_string().contains("no more"), "{gone}");
}

#[test]
fn a_change_is_told_as_json_wherever_that_is_asked_for() {
    let shell = shell();
    for args in [
        ["entity", "--json", "hide", "okex"],
        ["entity", "hide", "--json", "okex"],
        ["entity", "hide", "okex", "--json"],
    ] {
        assert_eq!(ask(&shell, &args)["hidden"], true, "{args:?}");
    }
    let confused = shell.run(&["entity", "okex", "hide", "huobi"]);
    assert_eq!(confused.status.code(), Some(2));
    assert!(err(&confused).contains("comes first"), "{confused:?}");
    let nobody = shell.run(&["entity"]);
    assert!(err(&nobody).contains("<NAME>"), "{nobody:?}");
    import(
        &shell,
        &json!([{"id": "a", "name": "Otter Mill", "kind": "organisation"}]),
        &json!([{"id": "s", "headline": "h", "body": "Otter Mill closed."}]),
    );
    let one = edit(&shell, &["rename", "a", "Beaver Dam"]);
    assert!(one.contains("; 1 story looked at again"), "{one}");
}
