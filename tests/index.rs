//! The search index beside its library: what it answers depends on the stories, not on how they came in, or who wrote meanwhile.

use std::path::Path;

use backstory::analyse::Analysis;
use backstory::library::{Edit, Filter, From, Library, Of, Slot, Subject};
use backstory::related::{Found, find_related};
use backstory::search::parse;
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
fn naming(library: &Library, name: &str) -> f32 {
    let frequencies = library.frequencies().expect("counted");
    let slot = Slot::new(Of::Name, fold(name).as_bytes());
    frequencies.of(slot).round()
}

#[test]
fn a_name_is_counted_in_the_stories_that_live() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = some(folder.path());
    rename(&mut library, "huobi", "Zork");
    rename(&mut library, "huobi", "Huobi");
    let library = open(folder.path());
    assert_eq!(naming(&library, "Huobi"), 6.0);
    assert_eq!(
        naming(&library, "Zork"),
        1.0,
        "what is asked for is at hand"
    );
}

#[test]
fn every_change_is_counted_whoever_made_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = some(folder.path());
    assert_eq!(naming(&library, "Huobi"), 6.0);
    rename(&mut open(folder.path()), "huobi", "Zork");
    for library in [&library, &open(folder.path())] {
        assert_eq!(naming(library, "Zork"), 6.0);
    }
    put(&mut library, "s0", "Nobody halted withdrawals.");
    indexed(&library);
    assert_eq!(naming(&library, "Zork"), 5.0);
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
