//! What others do to a library between the reading of stories and the writing of what was found in them.

use serde_json::json;

use super::*;
use crate::story::{Entity, Kind};

fn story(id: &str, headline: &str) -> Story {
    let body = "OKEx halted withdrawals.";
    decode_story(json!({"id": id, "headline": headline, "body": body}))
        .0
        .expect("a story")
}

fn put(library: &mut Library, stories: &[Story]) {
    let mut writer = library.writer().expect("a writer");
    for story in stories {
        // As if an older analysis had found nothing.
        writer
            .put_story(story, &Analysis::default(), None)
            .expect("put");
    }
    writer.commit().expect("committed");
}

fn put_entity(library: &mut Library, name: &str) {
    let mut writer = library.writer().expect("a writer");
    let entity = Entity::new(name.into(), name.into(), Kind::Organisation);
    writer.put_entity(&entity).expect("put");
    writer.commit().expect("committed");
}

/// Reads a slice, lets others do something, and writes what was found; says whether it was written.
fn slice_while(library: &mut Library, others: impl FnOnce()) -> bool {
    note(&library.db, None).expect("noted");
    let mut notes = Vec::new();
    assert!(library.take_notes(&mut notes, "1").expect("notes"));
    let known = library.names().expect("names");
    let slice = library.slice(&notes).expect("a slice");
    let found = analysed(slice.stale, &known);
    others();
    library
        .write_slice(&notes, &known, &found, slice.down_to)
        .expect("written")
}

fn mentions(library: &Library, id: &str) -> usize {
    let stored = library.story(id).expect("read");
    stored.map_or(0, |stored| stored.mentions.len())
}

#[test]
fn what_others_change_and_remove_meanwhile_stays_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = Library::open(folder.path()).expect("opens");
    let mut other = Library::open(folder.path()).expect("opens");
    put_entity(&mut library, "OKEx");
    put(
        &mut library,
        &[story("a", "Old"), story("b", "Old"), story("c", "Old")],
    );
    let written = slice_while(&mut library, || {
        put(&mut other, &[story("a", "New")]);
        let mut writer = other.writer().expect("a writer");
        assert!(writer.remove_story("b").expect("removed"));
        writer.commit().expect("committed");
    });
    assert!(written);
    let headline = |id: &str| library.row(id).expect("read").map(|row| row.headline);
    assert_eq!(headline("a").as_deref(), Some("New"));
    assert_eq!(headline("b"), None);
    assert_eq!(library.counts().expect("counts").stories, 2);
    assert_eq!((mentions(&library, "a"), mentions(&library, "c")), (0, 1));
}

#[test]
fn what_was_found_by_old_names_is_not_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = Library::open(folder.path()).expect("opens");
    let mut other = Library::open(folder.path()).expect("opens");
    put(&mut library, &[story("a", "A")]);
    assert!(!slice_while(&mut library, || put_entity(
        &mut other, "OKEx"
    )));
    assert_eq!(mentions(&library, "a"), 0);
    assert_eq!(library.read_again(u64::MAX).expect("read"), None);
    assert_eq!(mentions(&library, "a"), 1);
}
