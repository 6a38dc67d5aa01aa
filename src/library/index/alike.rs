//! Stories that share the telling words, names or days of another: candidates for being related, not yet judged.

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use super::super::{Library, Result};
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
        let index = self.index()?;
        let searcher = index.searcher()?;
        let fields = index.fields;
        let mut any: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (word, weight) in &clues.words {
            let term = Term::from_field_text(fields.text, word);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            any.push((
                Occur::Should,
                Box::new(BoostQuery::new(Box::new(query), *weight)),
            ));
        }
        for (name, weight) in &clues.names {
            any.push(present(Term::from_field_text(fields.name, name), *weight));
        }
        for (day, weight) in &clues.days {
            any.push(present(
                Term::from_field_u64(fields.tells, u64::from(*day)),
                *weight,
            ));
        }
        let mut wanted = BooleanQuery::new(any);
        if let Some((from, to)) = clues.within {
            let bound = |code: u32| {
                std::ops::Bound::Included(Term::from_field_u64(fields.day, code.into()))
            };
            let within = tantivy::query::RangeQuery::new(bound(from), bound(to));
            wanted = BooleanQuery::new(vec![
                (Occur::Must, Box::new(wanted)),
                (
                    Occur::Must,
                    Box::new(ConstScoreQuery::new(Box::new(within), 0.0)),
                ),
            ]);
        }
        keys(&searcher, &wanted, count)
    }
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
