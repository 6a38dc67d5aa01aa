//! Every class of query against a library, with its rows and snippets as the reader asks for them, beside LIKE and FTS5.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use backstory::app::Effect;
use backstory::library::{Filter, From, Library};
use backstory::runtime::Worker;
use rusqlite::Connection;

use crate::terminal::quantile;

const RUNS: usize = 60;
/// Slow ways are asked less often.
const SLOW_RUNS: usize = 3;
/// Rows that the reader asks for at once.
const ROWS: usize = 30;

/// A class of queries with examples: ours, and the same for FTS5 and for LIKE where they can say it.
struct Class {
    name: &'static str,
    ours: &'static [&'static str],
    fts5: Option<&'static str>,
    like: Option<&'static str>,
}

const CLASSES: &[Class] = &[
    Class {
        name: "rare word",
        ours: &["sofapica ", "tonude ", "remalibo "],
        fts5: Some("tonude"),
        like: Some("%tonude%"),
    },
    Class {
        name: "common word",
        ours: &["ca ", "da ", "be "],
        fts5: Some("ca"),
        like: Some("% ca %"),
    },
    Class {
        name: "two words",
        ours: &["ca tote ", "da bibe ", "be cofe "],
        fts5: Some("ca tote"),
        like: Some("%tote%"),
    },
    Class {
        name: "phrase",
        ours: &["\"ca da\" ", "\"be ci\" "],
        fts5: Some("\"ca da\""),
        like: Some("%ca da%"),
    },
    Class {
        name: "prefix of 1 letter",
        ours: &["t", "b", "s"],
        fts5: Some("t*"),
        like: Some("% t%"),
    },
    Class {
        name: "prefix of 2 letters",
        ours: &["to", "be", "si"],
        fts5: Some("to*"),
        like: Some("% to%"),
    },
    Class {
        name: "prefix of 3 letters",
        ours: &["tof", "bec", "sib"],
        fts5: Some("tof*"),
        like: Some("% tof%"),
    },
    Class {
        name: "prefix of 5 letters",
        ours: &["tofab", "becab", "sibec"],
        fts5: Some("tofab*"),
        like: Some("% tofab%"),
    },
    Class {
        name: "Chinese word",
        ours: &["中国", "人民", "火车"],
        fts5: None,
        like: Some("%中国%"),
    },
    Class {
        name: "field and word",
        ours: &["source:\"paper 17\" ca ", "after:2010 before:2011 da "],
        fts5: None,
        like: None,
    },
    Class {
        name: "field alone",
        ours: &["on:2018-03 ", "source:\"paper 17\" ", "-is:read "],
        fts5: None,
        like: None,
    },
    Class {
        name: "newest first",
        ours: &["ca sort:newest", "be sort:newest"],
        fts5: None,
        like: None,
    },
    Class {
        name: "alternatives and brackets",
        ours: &["(tofa OR bibe) -ca ", "(ca OR da) be "],
        fts5: Some("(tofa OR bibe) NOT ca"),
        like: None,
    },
];

/// Prints a row for each class, and for pages of the list.
pub(crate) fn measure(library: &Path, fts5: &Path) -> Result<()> {
    let mut worker = Worker::new(Library::open(library)?);
    let fts5 = Connection::open(fts5)?;
    let texts = Connection::open(library.join("library.db"))?;
    for class in CLASSES {
        let mut times = Vec::new();
        for n in 0..RUNS {
            let text = class.ours[n % class.ours.len()].to_owned();
            times.push(time(|| {
                worker.answer(Effect::Search {
                    generation: 1,
                    text,
                    skip: 0,
                    count: ROWS,
                });
                Ok(())
            })?);
        }
        let fts = class.fts5.map(|q| slow(|| by_fts5(&fts5, q))).transpose()?;
        let like = class
            .like
            .map(|q| slow(|| by_like(&texts, q)))
            .transpose()?;
        let beside = |name: &str, ms: Option<f64>| {
            ms.map_or(String::new(), |ms| format!("{name} {ms:.1} ms"))
        };
        println!(
            "| search: {} | {:.2} ms | {:.2} ms | {} |",
            class.name,
            quantile(&mut times, 50),
            quantile(&mut times, 99),
            [beside("FTS5", fts), beside("LIKE", like)].join(" ")
        );
    }
    pages(library)
}

/// Pages at the end of the list, where counting rows off would be slowest, and of an entity.
fn pages(library: &Path) -> Result<()> {
    let library = Library::open(library)?;
    let all = Filter::default();
    let mut at = From::Oldest;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let mut page = Vec::new();
        times.push(time(|| {
            page = library.page(&all, at, ROWS)?;
            Ok(())
        })?);
        if let Some(first) = page.first() {
            at = From::Above(first.place);
        }
    }
    crate::row("a page at the end of the list", &mut times);
    let most = library.entities()?.into_iter().max_by_key(|e| e.stories);
    let entity = Filter {
        entity: most.map(|e| e.key),
        unread: false,
    };
    let mut times = Vec::new();
    for _ in 0..RUNS {
        times.push(time(|| {
            library.page(&entity, From::Newest, ROWS)?;
            Ok(())
        })?);
    }
    crate::row("an entity's stories", &mut times);
    Ok(())
}

fn by_fts5(db: &Connection, query: &str) -> Result<()> {
    let mut query_ =
        db.prepare_cached("SELECT rowid FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT ?2")?;
    let rows = query_.query_map((query, ROWS as i64), |row| row.get::<_, i64>(0))?;
    rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(())
}

fn by_like(db: &Connection, pattern: &str) -> Result<()> {
    // All of them, as a ranked list needs, and as a count does.
    db.query_row(
        "SELECT count(*) FROM content WHERE json LIKE ?1",
        [pattern],
        |row| row.get::<_, i64>(0),
    )?;
    Ok(())
}

fn slow(mut ask: impl FnMut() -> Result<()>) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..SLOW_RUNS {
        times.push(time(&mut ask)?);
        // One answer of a second and more says enough.
        if times[0] > 1_000.0 {
            break;
        }
    }
    Ok(quantile(&mut times, 50))
}

/// How long something takes (ms).
pub(crate) fn time(work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}
