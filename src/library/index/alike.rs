//! Stories that share the telling words, names or days of another: candidates for being related, not yet judged.

use std::ops::Bound;

use tantivy::collector::TopDocs;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::super::{Library, Result};
use super::document::Fields;
use super::find::key;

/// What to look for. Words and names are folded; each has the weight that its presence counts.
#[derive(Debug, Clone, Default)]
pub struct Clues {
    pub words: Vec<(String, f32)>,
    pub names: Vec<(String, f32)>,
    /// Codes of days.
    pub days: Vec<(u32, f32)>,
    /// Only stories whose own day lies between these codes, both included.
    pub within: Option<(u32, u32)>,
}

impl Library {
    /// The keys of the `count` stories that hold the most of what is looked for, best first.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn alike(&self, clues: &Clues, count: usize) -> Result<Vec<i64>> {
        self.ask(|index| {
            let wanted = alike(clues, index.fields);
            keys(&index.searcher, wanted.as_ref(), count)
        })
    }
}

/// The query for what is looked for.
fn alike(clues: &Clues, fields: Fields) -> Box<dyn Query> {
    let words = clues.words.iter().map(|(word, weight)| {
        let term = Term::from_field_text(fields.text, word);
        let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
        let query: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(query), *weight));
        (Occur::Should, query)
    });
    let names = clues
        .names
        .iter()
        .map(|(name, weight)| present(Term::from_field_text(fields.name, name), *weight));
    let days = clues
        .days
        .iter()
        .map(|(day, weight)| present(Term::from_field_u64(fields.tells, u64::from(*day)), *weight));
    let any: Vec<_> = words.chain(names).chain(days).collect();
    within(fields.day, clues.within, BooleanQuery::new(any))
}

/// A query kept to the stories whose own day lies between two codes.
fn within(day: Field, bounds: Option<(u32, u32)>, wanted: BooleanQuery) -> Box<dyn Query> {
    let Some((from, to)) = bounds else {
        return Box::new(wanted);
    };
    let bound = |code: u32| Bound::Included(Term::from_field_u64(day, code.into()));
    let within = ConstScoreQuery::new(Box::new(RangeQuery::new(bound(from), bound(to))), 0.0);
    Box::new(BooleanQuery::new(vec![
        (Occur::Must, Box::new(wanted)),
        (Occur::Must, Box::new(within)),
    ]))
}

fn present(term: Term, weight: f32) -> (Occur, Box<dyn Query>) {
    let query = TermQuery::new(term, IndexRecordOption::Basic);
    (
        Occur::Should,
        Box::new(ConstScoreQuery::new(Box::new(query), weight)),
    )
}

fn keys(searcher: &Searcher, wanted: &dyn Query, count: usize) -> Result<Vec<i64>> {
    let best = searcher.search(wanted, &TopDocs::with_limit(count.max(1)).order_by_score())?;
    let mut keys = Vec::with_capacity(best.len());
    for (_, address) in best {
        keys.extend(key(searcher, address)?);
    }
    Ok(keys)
}
