//! Tests of how stories are compared, on small libraries in memory.

mod boilerplate;
mod copies;
mod reasons;
mod reports;
mod score;

use std::sync::Arc;

use super::features::{EntityNames, Features};
use crate::analyse::{Analysis, Gazetteer};
use crate::library::{Frequencies, Library, Row, Told};
use crate::story::{Story, decode_story};

/// Stories in a library of their own, and how rare its words are.
struct Small {
    library: Library,
    frequencies: Arc<Frequencies>,
}

impl Small {
    /// The library of some stories (JSON), beside a few of nothing that make words rare.
    fn of(stories: &serde_json::Value) -> Self {
        let fillers = [
            "Visitors queued in the rain for a look at a fruit.",
            "A choir of farmers won the prize for old songs.",
            "The price of herring rose to a height never seen.",
            "Snow fell on the islands and stayed until noon.",
            "A lighthouse keeper retired after forty winters.",
            "Two bakers quarrelled over the recipe of a cake.",
        ];
        let fillers = fillers.map(|body| serde_json::json!({"body": body, "id": body}));
        let mut library = Library::in_memory().expect("opens");
        let mut writer = library.writer().expect("writes");
        for story in stories.as_array().into_iter().flatten().chain(&fillers) {
            let story = decode(story);
            let analysis = Analysis::of(&story.body, story.speaks_from(), &Gazetteer::default());
            writer.put_story(&story, &analysis, None).expect("put");
        }
        writer.commit().expect("kept");
        let _ = library.catch_up().expect("indexed");
        let frequencies = library.frequencies().expect("counted");
        Self {
            library,
            frequencies,
        }
    }

    fn row(&self, id: &str) -> Row {
        self.library.row(id).expect("read").expect("a story")
    }

    fn told(&self, id: &str) -> Told {
        let key = self.row(id).place.key;
        self.library.told(key).expect("read").expect("a story")
    }

    fn features(&self, id: &str) -> Features {
        let told = self.told(id);
        let mut entities = EntityNames::new();
        let (library, frequencies) = (&self.library, &self.frequencies);
        Features::of(library, frequencies, &told, &told.body, &mut entities).expect("read")
    }
}

fn decode(story: &serde_json::Value) -> Story {
    let (story, problems) = decode_story(story.clone());
    assert!(problems.is_empty(), "{problems:?}");
    story.expect("a story")
}
