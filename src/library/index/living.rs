//! In how many stories a term stands, without those that are gone and still in the index until their segment is written anew.

use tantivy::fastfield::AliveBitSet;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

/// Counts the living stories of one segment.
pub(super) struct Living<'s> {
    /// None where all of them live.
    alive: Option<&'s AliveBitSet>,
    /// The stories of a term, used again for the next one: a library has millions of terms.
    stories: Option<BlockSegmentPostings>,
}

impl<'s> Living<'s> {
    pub(super) fn new(alive: Option<&'s AliveBitSet>) -> Self {
        Self {
            alive,
            stories: None,
        }
    }

    /// In how many living stories a term of the segment stands.
    pub(super) fn count(
        &mut self,
        index: &InvertedIndexReader,
        term: &TermInfo,
    ) -> tantivy::Result<u32> {
        let Some(alive) = self.alive else {
            return Ok(term.doc_freq);
        };
        let stories = match &mut self.stories {
            Some(stories) => {
                index.reset_block_postings_from_terminfo(term, stories)?;
                stories
            }
            none => none
                .insert(index.read_block_postings_from_terminfo(term, IndexRecordOption::Basic)?),
        };
        let mut count = 0;
        while stories.block_len() > 0 {
            let living = stories
                .docs()
                .iter()
                .filter(|story| alive.is_alive(**story));
            count += living.count() as u32;
            stories.advance();
        }
        Ok(count)
    }
}

/// In how many stories of the library a term stands.
pub(super) fn living(searcher: &Searcher, field: Field, term: &[u8]) -> tantivy::Result<u64> {
    let term = Term::from_field_bytes(field, term);
    let mut stories = 0;
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        if let Some(found) = index.get_term_info(&term)? {
            let mut living = Living::new(segment.alive_bitset());
            stories += u64::from(living.count(&index, &found)?);
        }
    }
    Ok(stories)
}
