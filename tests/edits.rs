//! What a person changes about entities, and the stories that are read again since: whole or not at all, whoever else is at work.

use std::sync::mpsc::channel;

use backstory::analyse::Analysis;
use backstory::import::{Flow, Source, Told, import};
use backstory::library::{Edit, Filter, From, Library, Mark, Subject};
use backstory::search::parse;
use backstory::story::{Entity, Kind, Story, decode_entity, decode_story};
use serde_json::{Value, json};

use crate::commands::{Shell, err, out, shell};

fn story(value: Value) -> Story {
    decode_story(value).0.expect("a story")
}

fn put(library: &mut Library, stories: &[Story]) {
    let names = library.names().expect("names");
    let mut writer = library.writer().expect("a writer");
    for story in stories {
        let analysis = Analysis::of(&story.body, story.speaks_from(), &names.gazetteer);
        writer.put_story(story, &analysis, None).expect("put");
    }
    writer.commit().expect("committed");
}

fn entity(value: Value) -> Entity {
    decode_entity(value).0.expect("an entity")
}

fn put_entities(library: &mut Library, entities: &[Entity]) {
    let mut writer = library.writer().expect("a writer");
    for entity in entities {
        writer.put_entity(entity).expect("put");
    }
    writer.commit().expect("committed");
}

fn key(library: &Library, id: &str) -> i64 {
    library.entity_key(id).expect("read").expect("there")
}

/// How many stories name the entity with an id, by its page.
fn naming(library: &Library, id: &str) -> usize {
    let filter = Filter {
        entity: Some(key(library, id)),
        unread: false,
    };
    let page = library.page(&filter, From::Newest, 10_000).expect("read");
    page.len()
}

fn found(text: &str) -> Subject {
    Subject::Found {
        name: text.to_owned(),
        kind: Kind::Other,
    }
}

/// Two entities, and stories that name the one or the other.
fn two_exchanges(folder: &std::path::Path) -> Library {
    let mut library = Library::open(folder).expect("opens");
    put_entities(
        &mut library,
        &[
            entity(json!({"id": "okex", "name": "OKEx", "kind": "organisation"})),
            entity(json!({"id": "huobi", "name": "Huobi", "kind": "organisation"})),
        ],
    );
    let stories: Vec<Story> = (0..20)
        .map(|n| {
            let name = ["OKEx", "Huobi"][n % 2];
            story(json!({"id": format!("s{n}"), "headline": "h", "body": format!("{name} halted withdrawals.")}))
        })
        .collect();
    put(&mut library, &stories);
    library
}

#[test]
fn names_that_change_during_an_import_are_those_that_its_stories_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = two_exchanges(folder.path());
    let mut lines = String::new();
    for n in 0..2_500 {
        let body = "Huobi opened an office.";
        lines += &json!({"id": format!("new{n}"), "headline": "h", "body": body}).to_string();
        lines.push('\n');
    }
    let file = folder.path().join("new.jsonl");
    std::fs::write(&file, lines).expect("written");
    let mut other = Library::open(folder.path()).expect("opens");
    let mut merged = false;
    import(&mut library, &[Source::File(file)], &mut |told| {
        if matches!(told, Told::Stored(_)) && !std::mem::replace(&mut merged, true) {
            let edit = Edit::Merge {
                into: Subject::Entity(key(&other, "okex")),
                from: vec![Subject::Entity(key(&other, "huobi"))],
            };
            other.edit(&edit).expect("merged");
            other.make_good().expect("read again");
        }
        Flow::Continue
    })
    .expect("imported");
    assert_eq!(naming(&library, "okex"), 2_520);
    let row = library.entity(key(&library, "okex")).expect("read");
    assert_eq!(row.map(|row| row.stories), Some(2_520));
}

#[test]
fn an_edit_that_was_cut_off_is_made_good_whatever_others_finish() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut one = two_exchanges(folder.path());
    let mut other = Library::open(folder.path()).expect("opens");
    let rename = |name: &str, id: &str, library: &Library| Edit::Rename {
        entity: Subject::Entity(key(library, id)),
        name: name.into(),
    };
    // The one has noted its change; the other makes and finishes its own, and is killed before it sees to more.
    let edit = Edit::Merge {
        into: found("withdrawals"),
        from: vec![found("halted")],
    };
    let row = one.edit(&edit).expect("edited");
    drop(one);
    let edit = rename("OKX", "okex", &other);
    other.edit(&edit).expect("edited");
    drop(other);
    // The next one to look makes good both.
    let mut next = Library::open(folder.path()).expect("opens");
    assert_eq!(naming(&next, &row.entity.id), 0);
    assert_eq!(next.make_good().expect("read again"), 20);
    assert_eq!(naming(&next, &row.entity.id), 20);
    assert_eq!(next.make_good().expect("nothing to do"), 0);
}

#[test]
fn commands_make_good_what_was_cut_off() {
    let shell = shell();
    assert!(shell.run(&["search", "okex"]).status.success());
    let mut library = Library::open(&shell.library()).expect("opens");
    let edit = Edit::Rename {
        entity: found("Beijing police"),
        name: "Police of Beijing".into(),
    };
    library.edit(&edit).expect("edited");
    let okcoin = key(&library, "okcoin");
    let edit = Edit::Merge {
        into: Subject::Entity(key(&library, "huobi")),
        from: vec![Subject::Entity(okcoin)],
    };
    library.edit(&edit).expect("edited");
    drop(library);
    let huobi = shell.run(&["entity", "huobi", "--json"]);
    let huobi: Value = serde_json::from_str(&out(&huobi)).expect("JSON");
    assert!(huobi["mentioned_in"].as_u64() > Some(25), "{huobi}");
    let found = shell.run(&["search", "entity:huobi okcoin", "--json", "-n", "100"]);
    let found: Value = serde_json::from_str(&out(&found)).expect("JSON");
    assert!(found.as_array().is_some_and(|found| found.len() > 15));
}

#[test]
fn a_mark_and_an_edit_wait_for_whoever_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = two_exchanges(folder.path());
    let other = Library::open(folder.path()).expect("opens");
    let mut third = Library::open(folder.path()).expect("opens");
    let edit = Edit::Hide {
        entity: Subject::Entity(key(&third, "huobi")),
        hidden: true,
    };
    let (tell, told) = channel();
    let mut writer = library.writer().expect("a writer");
    std::thread::scope(|scope| {
        let also = tell.clone();
        let mark = scope.spawn(move || {
            tell.send(()).expect("told");
            other.set_mark("s1", Mark::Starred, true).map(|()| other)
        });
        let hide = scope.spawn(move || {
            also.send(()).expect("told");
            third.edit(&edit)
        });
        // While both try, there is much to write.
        told.iter().take(2).for_each(drop);
        for n in 0..3_000 {
            let story = story(json!({"id": format!("many{n}"), "headline": "h"}));
            writer
                .put_story(&story, &Analysis::default(), None)
                .expect("put");
        }
        writer.commit().expect("committed");
        let other = mark.join().expect("ends").expect("marked");
        assert!(other.row("s1").expect("read").expect("there").starred);
        assert!(hide.join().expect("ends").expect("hidden").hidden);
    });
}

#[test]
fn one_odd_field_leaves_the_rest_of_a_story_to_be_compared() {
    let mut library = Library::in_memory().expect("memory");
    let whole = json!({"id": "s", "headline": "A headline", "summary": "A summary", "body": "The body.",
        "published": "2024-05-07", "occurred": "2024-05-06", "place": "here", "entities": [], "links": [],
        "sources": [{"title": "t", "publisher": "P", "url": "u", "date": "2024-05-07"}, {"title": "x", "publisher": ""}],
        "tags": [], "disagreements": [], "language": "en"});
    put(&mut library, &[story(whole.clone())]);
    let row = library.row("s").expect("read").expect("there");
    let told = library.told(row.place.key).expect("read").expect("there");
    assert_eq!(told.publishers, ["P"]);
    for key in whole.as_object().expect("an object").keys() {
        if key == "id" {
            continue;
        }
        for odd in [
            Value::Null,
            json!(5),
            json!([7, "x", {}]),
            json!({"a": 1}),
            json!("odd"),
        ] {
            let mut value = whole.clone();
            value[key] = odd.clone();
            if key == "sources" {
                value[key] =
                    json!([{"title": "t", "publisher": "P"}, odd, {"title": "x", "publisher": 5}]);
            }
            put(&mut library, &[story(value)]);
            let odd = library.told(row.place.key).expect("read").expect("there");
            for (name, was, is) in [
                ("headline", &told.headline, &odd.headline),
                ("summary", &told.summary, &odd.summary),
                ("body", &told.body, &odd.body),
            ] {
                assert!(name == key || was == is, "{key} blanks {name}");
            }
            assert!(
                key == "published" || told.published == odd.published,
                "{key}"
            );
            assert!(
                key == "sources" || told.publishers == odd.publishers,
                "{key}"
            );
            assert!(
                key != "sources" || odd.publishers == ["P"],
                "{:?}",
                odd.publishers
            );
        }
    }
}

#[test]
fn names_are_found_again_however_they_stand_in_a_story() {
    let shell = shell();
    let file = shell.file(
        "s.json",
        json!([
            {"id": "rock", "headline": "h", "body": "Dwayne \"The Rock\" Johnson came."},
            {"id": "capitals", "headline": "h", "body": "DIE MÜLLERSÖHNE BRAUEREI ist zu."},
            {"id": "listed", "headline": "h", "body": "Nobody is named.", "entities": [{"id": "e1"}]},
            {"id": "placed", "headline": "h", "body": "Nobody is named.", "place": "e1"},
        ])
        .to_string(),
    );
    assert!(shell.run(&["import", &file]).status.success());
    let file = shell.file(
        "e.json",
        json!({"collection": {"id": "m", "title": "M"}, "stories": [], "entities": [
            {"id": "rock", "name": "Dwayne \"The Rock\" Johnson", "kind": "person"},
            {"id": "beer", "name": "Müllersöhne Brauerei", "kind": "organisation"},
            {"id": "e1", "name": "Ghostly", "kind": "organisation"}]})
        .to_string(),
    );
    assert!(shell.run(&["import", &file]).status.success());
    let stories = |query: &str| {
        let found = shell.run(&["search", query, "--json"]);
        let found: Vec<Value> = serde_json::from_str(&out(&found)).expect("JSON");
        let mut ids: Vec<String> = found.iter().map(|f| f["id"].to_string()).collect();
        ids.sort();
        ids.join(" ").replace('"', "")
    };
    assert_eq!(stories("entity:rock"), "rock");
    assert_eq!(stories("entity:\"mullersohne brauerei\""), "capitals");
    assert_eq!(stories("entity:ghostly"), "listed placed");
    assert!(
        shell
            .run(&["entity", "rename", "e1", "Phantom Inc"])
            .status
            .success()
    );
    assert_eq!(stories("entity:\"phantom inc\""), "listed placed");
}

/// The entities as the command tells them.
fn entities(shell: &Shell) -> String {
    out(&shell.run(&["entities", "--json"]))
}

#[test]
fn a_refused_edit_changes_nothing() {
    let shell = shell();
    let before = entities(&shell);
    let found: Vec<Value> = serde_json::from_str(&before).expect("JSON");
    let found = found.iter().find(|e| e["found"] == true).expect("one");
    let found = found["name"].as_str().expect("a name");
    for (args, why) in [
        (vec!["split", found, found], "no name would be left"),
        (vec!["split", "okex", "Huobi"], "none of its names"),
        (vec!["merge", found, "nonexistentxyz"], "nonexistentxyz"),
        (vec!["merge", "okex", found, "okex"], "part of itself"),
        (vec!["merge", found, found], "part of itself"),
        (vec!["rename", found, "Huobi"], "called Huobi already"),
        (vec!["rename", "okex", "HUOBI"], "called HUOBI already"),
    ] {
        let output = shell.run(&[&["entity"], args.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
        assert!(err(&output).contains(why), "{args:?}: {output:?}");
        assert_eq!(entities(&shell), before, "{args:?}");
    }
}

#[test]
fn several_are_merged_at_once_and_nothing_is_read_again_for_hiding_one() {
    let shell = shell();
    let merged = shell.run(&["entity", "merge", "okex", "okcoin", "huobi"]);
    assert!(merged.status.success(), "{merged:?}");
    assert_eq!(out(&merged).lines().count(), 1, "{merged:?}");
    let hidden = shell.run(&["entity", "hide", "okex"]);
    assert!(out(&hidden).contains("; 0 stories"), "{hidden:?}");
}

#[test]
fn a_part_of_a_word_is_no_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = two_exchanges(folder.path());
    let edit = Edit::Rename {
        entity: Subject::Entity(key(&library, "okex")),
        name: "al".into(),
    };
    library.edit(&edit).expect("edited");
    // All have "halted" and "withdrawals".
    assert_eq!(library.make_good().expect("read again"), 10);
}

#[test]
fn a_found_name_that_has_become_an_entity_is_found_no_more() {
    let shell = shell();
    let all: Vec<Value> = serde_json::from_str(&entities(&shell)).expect("JSON");
    // A name of one word may be passed over somewhere before it is an entity.
    let several =
        |e: &&Value| e["found"] == true && e["name"].as_str().is_some_and(|n| n.contains(' '));
    let found = all.iter().find(several).expect("one");
    let name = found["name"].as_str().expect("a name");
    let other_case = shell.run(&["entity", &name.to_uppercase(), "--json"]);
    let other_case: Value = serde_json::from_str(&out(&other_case)).expect("JSON");
    assert_eq!(other_case["name"], name);
    let stories = other_case["stories"].as_array().expect("stories").len();
    assert_eq!(
        other_case["mentioned_in"], stories,
        "each of them, no other"
    );
    let renamed = shell.run(&["entity", "rename", name, "Something Else Entirely"]);
    assert!(renamed.status.success(), "{renamed:?}");
    let all: Vec<Value> = serde_json::from_str(&entities(&shell)).expect("JSON");
    let bearing: Vec<&Value> = all
        .iter()
        .filter(|e| {
            e["name"] == name
                || e["aliases"]
                    .as_array()
                    .is_some_and(|a| a.contains(&json!(name)))
        })
        .collect();
    assert_eq!(bearing.len(), 1, "{bearing:?}");
    // A name that is known is found where the tagger passes over it, too.
    assert!(bearing[0]["mentioned_in"].as_u64() >= found["mentioned_in"].as_u64());
}

#[test]
fn a_whole_name_is_not_a_longer_one() {
    let shell = shell();
    let file = shell.file(
        "s.json",
        r#"[{"id": "short", "headline": "h", "body": "The mayor of Rotterdam spoke to Rotterdam reporters."},
            {"id": "long", "headline": "h", "body": "The Rotterdam Port Authority dredged. The Rotterdam Port Authority said so."}]"#,
    );
    assert!(shell.run(&["import", &file]).status.success());
    let output = shell.run(&["entity", "Rotterdam", "--json"]);
    let rotterdam: Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(rotterdam["stories"][0]["id"], "short", "{rotterdam}");
    assert_eq!(rotterdam["stories"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_index_answers_while_a_newer_analysis_reads_the_stories_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = two_exchanges(folder.path());
    crate::stage::indexed(&library);
    let db = rusqlite::Connection::open(folder.path().join("library.db")).expect("opens");
    db.execute_batch(
        "UPDATE number SET value = 1 WHERE name = 'analysis'; UPDATE analysis SET json = '{\"v\": 1}';",
    )
    .expect("made older");
    let finds = |library: &Library| {
        library
            .search(&parse("entity:okex "), 0, 1)
            .expect("found")
            .total
    };
    let older = || -> i64 {
        let sql = "SELECT min(key) FROM analysis WHERE json <> '{\"v\": 1}'";
        db.query_row(sql, [], |row| row.get(0)).unwrap_or(0)
    };
    assert_eq!(finds(&library), 10);
    // A new library reads all twenty at once; the slices are smaller here than there.
    put(
        &mut library,
        &(0..600)
            .map(|n| story(json!({"id": format!("later{n}"), "headline": "h", "body": "x"})))
            .collect::<Vec<_>>(),
    );
    db.execute("UPDATE analysis SET json = '{\"v\": 1}'", [])
        .expect("made older");
    let progress = library
        .read_again(1)
        .expect("read again")
        .expect("more to do");
    assert_eq!((progress.done, progress.of), (500, 620));
    assert_eq!(older(), 121, "the newest first");
    assert_eq!(finds(&library), 10);
    assert_eq!(library.read_again(1_000).expect("read again"), None);
    assert_eq!(older(), 1);
    crate::stage::indexed(&library);
    assert_eq!(finds(&library), 10);
    assert_eq!(naming(&library, "okex"), 10);
}
