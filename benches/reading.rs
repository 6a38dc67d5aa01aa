//! What the reader waits for, on a library of ten thousand made-up stories: `cargo bench`.

#[path = "../examples/support/stories.rs"]
mod stories;

use std::cell::RefCell;
use std::fmt::Write as _;

use backstory::analyse::{Analysis, Gazetteer};
use backstory::app::Effect;
use backstory::import::{Flow, Source, import};
use backstory::library::{Filter, From, Library, Row};
use backstory::related::{context, find_related, findings};
use backstory::runtime::Worker;
use backstory::search::parse;
use backstory::story::PartialDate;
use backstory::text::wrap;
use divan::{Bencher, black_box};
use stories::Stories;

const STORIES: usize = 10_000;

/// A library made once, and stories spread over it.
struct Stage {
    library: Library,
    rows: Vec<Row>,
    next: usize,
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("stories.jsonl");
        let mut text = String::new();
        for story in Stories::new(1).take(STORIES) {
            let _ = writeln!(text, "{story}");
        }
        std::fs::write(&file, text).expect("written");
        let mut library = Library::in_memory().expect("opens");
        import(&mut library, &[Source::File(file)], &mut |_| Flow::Continue).expect("imports");
        let _ = library.catch_up().expect("indexed");
        let rows = library
            .page(&Filter::default(), From::Newest, STORIES)
            .expect("a page");
        Self {
            rows: rows.into_iter().step_by(97).collect(),
            library,
            next: 0,
        }
    }

    fn row(&mut self) -> Row {
        self.next = (self.next + 1) % self.rows.len();
        self.rows[self.next].clone()
    }
}

thread_local! {
    static STAGE: RefCell<Stage> = RefCell::new(Stage::new());
    static WORKER: RefCell<Worker> = RefCell::new(Worker::new(Stage::new().library));
}

fn main() {
    // Made before anything is measured.
    STAGE.with(|_| {});
    WORKER.with(|_| {});
    divan::main();
}

fn body() -> String {
    let story = Stories::new(2).next().expect("a story");
    story["body"].as_str().expect("text").to_owned()
}

#[divan::bench]
fn analyse_a_story(bencher: Bencher<'_, '_>) {
    let (body, gazetteer) = (body(), Gazetteer::default());
    let day = "2018-10-24".parse::<PartialDate>().ok().map(Into::into);
    bencher.bench(|| Analysis::of(black_box(&body), day, &gazetteer));
}

#[divan::bench]
fn wrap_a_story(bencher: Bencher<'_, '_>) {
    let body = body();
    bencher.bench(|| wrap(black_box(&body), 80));
}

#[divan::bench]
fn parse_a_query() {
    black_box(parse(black_box(
        "\"star xu\" -huobi (org:okex OR place:beijing) after:2018",
    )));
}

#[divan::bench]
fn open_a_story() {
    STAGE.with_borrow_mut(|stage| {
        let row = stage.row();
        black_box(context(&stage.library, &row.id).expect("read"));
    });
}

#[divan::bench]
fn related_stories() {
    STAGE.with_borrow_mut(|stage| {
        let row = stage.row();
        black_box(find_related(&stage.library, &row, 10).expect("found"));
    });
}

#[divan::bench]
fn everything_around_a_story() {
    STAGE.with_borrow_mut(|stage| {
        let row = stage.row();
        black_box(findings(&stage.library, &row.id).expect("found"));
    });
}

#[divan::bench(args = ["t", "tof", "ca ", "ca tote ", "\"ca da\" ", "(tofa OR bibe) -ca ", "ca sort:newest", "中国"])]
fn search(text: &str) {
    WORKER.with_borrow_mut(|worker| {
        black_box(worker.answer(Effect::Search {
            generation: 1,
            text: text.to_owned(),
            skip: 0,
            count: 30,
        }));
    });
}
