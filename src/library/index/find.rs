//! Queries to the index, and what they find as rows of the library.

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query as TantivyQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::super::{Library, Result, Row};
use super::document::Fields;
use crate::search::{Node, Query};

/// A story that a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub row: Row,
    /// BM25, larger is better; comparable within one search only.
    pub score: f32,
}

/// A page of what a search found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    pub hits: Vec<Hit>,
    /// How many stories match in all.
    pub total: usize,
}

impl Library {
    /// The stories that match a query, best first, without the first `skip`.
    ///
    /// # Errors
    /// When the index or the library cannot be read.
    pub fn search(&self, query: &Query, skip: usize, count: usize) -> Result<Hits> {
        let Some(root) = &query.root else {
            return Ok(Hits::default());
        };
        let index = self.index()?;
        index.reader.reload()?;
        let searcher = index.reader.searcher();
        let wanted = build(index.fields, root);
        let best = TopDocs::with_limit(count.max(1))
            .and_offset(skip)
            .order_by_score();
        let (best, total) = searcher.search(wanted.as_ref(), &(best, Count))?;
        let mut hits = Vec::with_capacity(best.len());
        for (score, address) in best {
            let Some(key) = key(&searcher, address)? else {
                continue;
            };
            // A story removed a moment ago may still be in the index.
            hits.extend(self.row_of(key)?.map(|row| Hit { row, score }));
        }
        Ok(Hits { hits, total })
    }
}

fn key(searcher: &Searcher, address: tantivy::DocAddress) -> Result<Option<i64>> {
    let segment = searcher.segment_reader(address.segment_ord);
    let keys = segment.fast_fields().u64("key")?;
    Ok(keys.first(address.doc_id).map(|key| key as i64))
}

fn build(fields: Fields, node: &Node) -> Box<dyn TantivyQuery> {
    match node {
        Node::All(nodes) => Box::new(BooleanQuery::new(
            nodes
                .iter()
                .map(|n| (Occur::Must, build(fields, n)))
                .collect(),
        )),
        Node::Word(text, true) => {
            let exact = term(fields.text, text, IndexRecordOption::WithFreqs);
            let edge: String = text.chars().take(3).collect();
            Box::new(BooleanQuery::union(vec![
                exact,
                term(fields.edge, &edge, IndexRecordOption::Basic),
            ]))
        }
        Node::Word(text, false) => term(fields.text, text, IndexRecordOption::WithFreqs),
    }
}

fn term(field: Field, text: &str, record: IndexRecordOption) -> Box<dyn TantivyQuery> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), record))
}
