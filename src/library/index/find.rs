//! What a query finds, as rows of the library, a page at a time.

use tantivy::collector::{Count, TopDocs};
use tantivy::{DocAddress, Order, Searcher};

use super::super::{Library, Result, Row};
use super::ask::Opened;
use super::compile::{beginning, compile};
use crate::search::{Node, Query, Sort, State};

/// A story that a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub row: Row,
    /// BM25, larger is better; comparable within one search only, and zero where the order is by date.
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
    /// The stories that match a query in its order, without the first `skip`.
    ///
    /// # Errors
    /// When the index or the library cannot be read.
    pub fn search(&self, query: &Query, skip: usize, count: usize) -> Result<Hits> {
        let Some(root) = &query.root else {
            return Ok(Hits::default());
        };
        self.ask(|index| self.find(index, (query, root), skip, count))
    }

    fn find(
        &self,
        index: &Opened,
        (query, root): (&Query, &Node),
        skip: usize,
        count: usize,
    ) -> Result<Hits> {
        let searcher = &index.searcher;
        let marked = |state: State| self.marked(state);
        let wanted = compile(index.fields, searcher, &marked, root)?;
        let top = || TopDocs::with_limit(count.max(1)).and_offset(skip);
        let by_date = |order| {
            let best = top().order_by_fast_field::<u64>("order", order);
            let (best, total) = searcher.search(wanted.as_ref(), &(best, Count))?;
            let best: Vec<_> = best.into_iter().map(|(_, at)| (0.0, at)).collect();
            Ok::<_, tantivy::TantivyError>((best, total))
        };
        let (best, total) = match query.order() {
            Sort::Newest => by_date(Order::Desc)?,
            Sort::Oldest => by_date(Order::Asc)?,
            Sort::Relevance => match beginning(index.fields, root) {
                Some(beginning) => beginning.page(searcher, skip, count.max(1))?,
                // Apart from each other, the one can pass over what cannot be among the best, and the other need not score.
                None if is_one_word(root) => {
                    let best = searcher.search(wanted.as_ref(), &top().order_by_score())?;
                    (best, wanted.count(searcher)?)
                }
                None => searcher.search(wanted.as_ref(), &(top().order_by_score(), Count))?,
            },
        };
        let mut hits = Vec::with_capacity(best.len());
        for (score, address) in best {
            let Some(key) = key(searcher, address)? else {
                continue;
            };
            // A story removed a moment ago may still be in the index.
            hits.extend(self.row_of(key)?.map(|row| Hit { row, score }));
        }
        Ok(Hits { hits, total })
    }
}

/// Whether the best can be found without looking at all that match.
fn is_one_word(node: &Node) -> bool {
    match node {
        Node::Text(words) | Node::Name(_, words) => words.words.len() == 1,
        Node::Any(nodes) => nodes.iter().all(is_one_word),
        _ => false,
    }
}

pub(super) fn key(searcher: &Searcher, address: DocAddress) -> Result<Option<i64>> {
    let segment = searcher.segment_reader(address.segment_ord);
    let keys = segment.fast_fields().u64("key")?;
    Ok(keys.first(address.doc_id).map(|key| key as i64))
}
