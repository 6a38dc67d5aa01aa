//! The search index beside its library: what it answers depends on the stories, not on how they came in, who wrote meanwhile, or
//! what has become of its files.

use std::fs;
use std::path::{Path, PathBuf};

use backstory::analyse::Analysis;
use backstory::app::{Effect, Event};
use backstory::library::{Edit, Error, Filter, From, Library, Of, Slot, Subject};
use backstory::related::{Found, find_related};
use backstory::runtime::Worker;
use backstory::search::{completing, parse};
use backstory::story::{Entity, Kind, decode_story};
use backstory::text::fold;
use serde_json::json;

use crate::stage::{bundled_copy, indexed};

fn put(library: &mut Library, id: &str, body: &str) {
    let names = library.names().expect("names");
    let story = json!({"id": id, "headline": "h", "body": body});
    let story = decode_story(story).0.expect("a story");
    let analysis = Analysis::of(body, None, &names.gazetteer);
    let mut writer = library.writer().expect("a writer");
    writer.put_story(&story, &analysis, None).expect("put");
    writer.commit().expect("committed");
}

fn open(folder: &Path) -> Library {
    Library::open(folder).expect("opens")
}

fn rename(library: &mut Library, id: &str, name: &str) {
    let key = library.entity_key(id).expect("read").expect("there");
    let edit = Edit::Rename {
        entity: Subject::Entity(key),
        name: name.into(),
    };
    library.edit(&edit).expect("renamed");
    library.make_good().expect("read again");
    indexed(library);
}

/// Twelve stories, the half of which name an entity.
fn some(folder: &Path) -> Library {
    let mut library = open(folder);
    let entity = Entity::new("huobi".into(), "Huobi".into(), Kind::Organisation);
    let mut writer = library.writer().expect("a writer");
    writer.put_entity(&entity).expect("put");
    writer.commit().expect("committed");
    for n in 0..12 {
        let name = ["Huobi", "Nobody"][n % 2];
        let body = format!("{name} halted withdrawals.");
        put(&mut library, &format!("s{n}"), &body);
    }
    indexed(&library);
    library
}

/// In how many stories a name stands, to the nearest whole number.
fn naming(library: &Library, name: &str) -> u64 {
    let frequencies = library.frequencies().expect("counted");
    let slot = Slot::new(Of::Name, fold(name).as_bytes());
    frequencies.of(slot).round() as u64
}

#[test]
fn a_name_is_counted_in_the_stories_that_live() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = some(folder.path());
    rename(&mut library, "huobi", "Zork");
    rename(&mut library, "huobi", "Huobi");
    let library = open(folder.path());
    assert_eq!(naming(&library, "Huobi"), 6);
    assert_eq!(naming(&library, "Zork"), 1, "what is asked for is at hand");
}

#[test]
fn every_change_is_counted_whoever_made_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = some(folder.path());
    assert_eq!(naming(&library, "Huobi"), 6);
    rename(&mut open(folder.path()), "huobi", "Zork");
    for library in [&library, &open(folder.path())] {
        assert_eq!(naming(library, "Zork"), 6);
    }
    put(&mut library, "s0", "Nobody halted withdrawals.");
    indexed(&library);
    assert_eq!(naming(&library, "Zork"), 5);
}

#[test]
fn what_belongs_to_a_story_does_not_depend_on_what_its_names_once_were() {
    let folder = bundled_copy();
    let mut library = open(folder.path());
    let rows = library
        .page(&Filter::default(), From::Newest, 10)
        .expect("a page");
    rename(&mut library, "okcoin", "Zorkcoin");
    rename(&mut library, "okcoin", "OKCoin");
    let related = |library: &Library| -> Vec<Vec<Found>> {
        let of = |row| find_related(library, row, 100).expect("found");
        rows.iter().map(of).collect()
    };
    let edited = related(&library);
    library.rebuild_index().expect("built");
    assert!(edited == related(&open(folder.path())));
}

#[test]
fn stories_that_change_while_the_index_is_built_stand_in_it_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = open(folder.path());
    let story = json!({"headline": "Withdrawals halted"});
    let mut writer = library.writer().expect("a writer");
    for n in 0..700 {
        let mut story = story.clone();
        story["id"] = format!("s{n}").into();
        let story = decode_story(story).0.expect("a story");
        let nothing = Analysis::default();
        writer.put_story(&story, &nothing, None).expect("put");
    }
    writer.commit().expect("committed");
    let mut other = open(folder.path());
    let mut changed = false;
    let built = library.catch_up_telling(&mut |progress| {
        // The first have been read by now, and not all.
        if progress.done < progress.of && !std::mem::replace(&mut changed, true) {
            put(&mut other, "s10", "Withdrawals resumed");
            let mut writer = other.writer().expect("a writer");
            assert!(writer.remove_story("s20").expect("removed"));
            writer.commit().expect("committed");
        }
    });
    built.expect("built");
    assert!(changed);
    indexed(&library);
    let found = |query: &str| library.search(&parse(query), 0, 1).expect("found").total;
    assert_eq!(found("withdrawals "), 699);
    assert_eq!(found("resumed "), 1);
}

/// The index's files whose names end so.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("index")).expect("an index");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let files: Vec<_> = paths
        .filter(|p| p.extension().is_some_and(|e| e == end))
        .collect();
    assert!(!files.is_empty(), "{end}");
    files
}

/// Damages the files whose names end so where it does not show when they are opened.
fn damage(folder: &Path, end: &str) {
    for file in files(folder, end) {
        let mut bytes = fs::read(&file).expect("read");
        let end = bytes.len() - bytes.len().min(200);
        for byte in &mut bytes[..end] {
            *byte = !*byte;
        }
        fs::write(&file, bytes).expect("written");
    }
}

/// What a library answers to a question of each sort.
type Question = (&'static str, fn(&Library) -> Result<String, Error>);

const QUESTIONS: [Question; 7] = [
    ("search", |library| {
        let hits = library.search(&parse("okcoin office "), 0, 100)?;
        Ok(format!("{hits:?}"))
    }),
    ("newest", |library| {
        let hits = library.search(&parse("exchange sort:newest "), 0, 100)?;
        Ok(format!("{hits:?}"))
    }),
    ("related", |library| {
        let row = library.page(&Filter::default(), From::Newest, 1)?;
        Ok(format!("{:?}", find_related(library, &row[0], 20)?))
    }),
    ("found_name", |library| {
        Ok(format!("{:?}", library.found_name("beijing police")?))
    }),
    ("found_names", |library| {
        Ok(format!("{:?}", library.found_names(2)?))
    }),
    ("stories_with_name", |library| {
        Ok(format!("{:?}", library.stories_with_name("okcoin")?))
    }),
    ("complete", |library| {
        let completing = completing("source:te", 9).expect("to be completed");
        Ok(format!("{:?}", library.complete(&completing)?))
    }),
];

#[test]
fn a_damaged_index_is_built_anew_by_whatever_question_finds_it_so() {
    let whole = bundled_copy();
    for end in ["term", "idx", "fast"] {
        for (name, question) in QUESTIONS {
            let expected = question(&open(whole.path())).expect("answered");
            let folder = bundled_copy();
            let library = open(folder.path());
            // Open by now, as in the reader: else the damage shows at once.
            assert!(library.is_indexed().expect("read"));
            damage(folder.path(), end);
            let answer = question(&library).unwrap_or_else(|e| panic!("{name}, {end}: {e}"));
            assert_eq!(answer, expected, "{name}, {end}");
        }
    }
}

#[test]
fn a_change_to_a_damaged_index_builds_it_anew() {
    for end in ["term", "idx", "fast", "fieldnorm", "pos"] {
        let folder = bundled_copy();
        damage(folder.path(), end);
        let mut library = open(folder.path());
        rename(&mut library, "okcoin", "Zorkcoin");
        let hits = library.search(&parse("zorkcoin "), 0, 100).expect("found");
        assert!(hits.total > 10, "{end}");
    }
}

#[test]
fn the_reader_does_not_wait_for_a_damaged_index() {
    let folder = bundled_copy();
    let mut worker = Worker::new(open(folder.path()));
    let search = Effect::Search {
        generation: 1,
        text: "okcoin ".into(),
        skip: 0,
        count: 10,
    };
    let relate = Effect::Relate {
        id: "okcoin-office-breakin-2018-10".into(),
    };
    assert!(matches!(
        worker.answer(search.clone()),
        Some(Event::Found(_))
    ));
    damage(folder.path(), "idx");
    damage(folder.path(), "fast");
    for _ in 0..2 {
        let answer = worker.answer(search.clone());
        let Some(Event::Failed(message)) = answer else {
            panic!("{answer:?}");
        };
        assert!(message.contains("is being built"), "{message}");
        assert_eq!(worker.answer(relate.clone()), None);
    }
    // As the thread beside it does.
    indexed(&open(folder.path()));
    assert!(matches!(worker.answer(search), Some(Event::Found(found)) if found.total > 10));
    assert!(matches!(worker.answer(relate), Some(Event::Related(_))));
}
