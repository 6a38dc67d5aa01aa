//! A query's tree as a query of the index.

use std::collections::HashMap;
use std::ops::Bound;

use tantivy::collector::TopDocs;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, EnableScoring, Occur, PhrasePrefixQuery, PhraseQuery,
    Query, RangeQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field as Column, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, Term};

use super::super::{Library, Result};
use super::document::Fields;
use super::edges::{self, Of, edge};
use crate::search::{Field, Node, State, Words};
use crate::text::{fold, is_cjk};

/// So many of the most frequent words with a prefix are ranked; the rest only match.
const RANKED: usize = 32;
/// So many words may end a phrase that is being typed.
const ENDINGS: u32 = 512;
/// What a word that only begins as asked counts beside BM25's scores of about 1 to 20.
const BEGINNING: f32 = 0.1;

type Boxed = Box<dyn Query>;

/// What finds the keys of the stories with a mark.
pub(super) type Marked<'m> = &'m dyn Fn(State) -> Result<Vec<i64>>;

/// The index's query for a tree.
pub(super) fn compile(
    fields: Fields,
    searcher: &Searcher,
    marked: Marked<'_>,
    node: &Node,
) -> Result<Boxed> {
    let compiler = Compiler {
        fields,
        searcher,
        marked,
    };
    compiler.node(node)
}

/// A few letters and nothing else: the first keys of a search, which match more than any other.
pub(super) fn beginning(fields: Fields, root: &Node) -> Option<Beginning> {
    let Node::Text(Words { words, open: true }) = root else {
        return None;
    };
    let [prefix] = words.as_slice() else {
        return None;
    };
    (prefix.chars().count() <= edges::LONGEST).then(|| Beginning {
        word: exact(fields.text, prefix),
        all: exact(fields.edge, &edge(Of::Text, prefix)),
        others: Box::new(BooleanQuery::new(vec![
            (Occur::Must, exact(fields.edge, &edge(Of::Text, prefix))),
            (Occur::MustNot, exact(fields.text, prefix)),
        ])),
    })
}

/// The stories with a word that begins so: ranked where it is a word itself, the others after them as they come.
pub(super) struct Beginning {
    word: Boxed,
    others: Boxed,
    all: Boxed,
}

impl Beginning {
    /// A page of them and how many there are in all, without looking at most of them.
    pub(super) fn page(
        &self,
        searcher: &Searcher,
        skip: usize,
        count: usize,
    ) -> tantivy::Result<(Vec<(f32, DocAddress)>, usize)> {
        let top = TopDocs::with_limit(count).and_offset(skip).order_by_score();
        let mut page = searcher.search(self.word.as_ref(), &top)?;
        if page.len() < count {
            let before = self.word.count(searcher)?;
            let rest = count - page.len();
            let others = first(
                searcher,
                self.others.as_ref(),
                skip.saturating_sub(before),
                rest,
            )?;
            page.extend(others.into_iter().map(|at| (BEGINNING, at)));
        }
        Ok((page, self.all.count(searcher)?))
    }
}

/// The first documents of a query in the order of the index.
fn first(
    searcher: &Searcher,
    query: &dyn Query,
    mut skip: usize,
    count: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let mut found = Vec::with_capacity(count);
    for (segment, reader) in (0..).zip(searcher.segment_readers()) {
        let mut documents = weight.scorer(reader, 1.0)?;
        let mut at = documents.doc();
        while at != TERMINATED && found.len() < count {
            let alive = reader.alive_bitset().is_none_or(|alive| alive.is_alive(at));
            match (alive, skip) {
                (true, 0) => found.push(DocAddress::new(segment, at)),
                (true, _) => skip -= 1,
                (false, _) => {}
            }
            at = documents.advance();
        }
    }
    Ok(found)
}

struct Compiler<'s> {
    fields: Fields,
    searcher: &'s Searcher,
    marked: Marked<'s>,
}

impl Compiler<'_> {
    fn node(&self, node: &Node) -> Result<Boxed> {
        let fields = self.fields;
        Ok(match node {
            Node::All(nodes) => self.all(nodes)?,
            Node::Any(nodes) => {
                let any: Result<Vec<Boxed>> = nodes.iter().map(|n| self.node(n)).collect();
                Box::new(BooleanQuery::union(any?))
            }
            Node::Not(_) => self.all(std::slice::from_ref(node))?,
            Node::Text(words) => self.words(fields.text, Some(Of::Text), words)?,
            Node::Name(names, words) => {
                self.words(fields.names(*names), Some(Of::Names(*names)), words)?
            }
            Node::Source(words) => self.words(fields.source, None, words)?,
            Node::Label(Field::Tag, label) => exact(fields.tag, label),
            Node::Label(Field::Name, name) => exact(fields.name, name),
            Node::Label(_, label) => exact(fields.kind, label),
            Node::Dated(from, to) => days(fields.day, *from, *to),
            Node::Tells(from, to) => days(fields.tells, *from, *to),
            Node::Is(State::Unread) => except(self.marked(State::Read)?),
            Node::Is(state) => self.marked(*state)?,
            Node::Disagreement => exact(fields.has, "disagreement"),
        })
    }

    fn all(&self, nodes: &[Node]) -> Result<Boxed> {
        let mut clauses = Vec::with_capacity(nodes.len() + 1);
        for node in nodes {
            clauses.push(match node {
                Node::Not(node) => (Occur::MustNot, self.node(node)?),
                Node::Is(State::Unread) => (Occur::MustNot, self.marked(State::Read)?),
                node => (Occur::Must, self.node(node)?),
            });
        }
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    fn marked(&self, state: State) -> Result<Boxed> {
        let keys = (self.marked)(state)?;
        let terms = keys
            .into_iter()
            .map(|key| Term::from_field_u64(self.fields.key, key as u64));
        Ok(Box::new(TermSetQuery::new(terms)))
    }

    fn words(&self, column: Column, of: Option<Of>, words: &Words) -> Result<Boxed> {
        let Some((last, before)) = words.words.split_last() else {
            return Ok(Box::new(AllQuery));
        };
        let open = match length_in_cjk(last) {
            // The index has pairs: a single character begins or ends one, and a pair is whole.
            Some(1) => true,
            Some(_) => false,
            None => words.open,
        };
        let terms = || words.words.iter().map(|w| Term::from_field_text(column, w));
        if before.is_empty() {
            return if open {
                self.beginning(column, of, last)
            } else {
                Ok(exact(column, last))
            };
        }
        if !open {
            return Ok(Box::new(PhraseQuery::new(terms().collect())));
        }
        if let Some(of) = of.filter(|_| last.chars().count() <= edges::LONGEST) {
            // Too many words begin so to look each of them up beside the others; they stand somewhere in the story.
            let whole = Words {
                words: before.to_vec(),
                open: false,
            };
            let parts = vec![self.words(column, Some(of), &whole)?, self.edge(of, last)];
            return Ok(Box::new(BooleanQuery::intersection(parts)));
        }
        let mut phrase = PhrasePrefixQuery::new(terms().collect());
        phrase.set_max_expansions(ENDINGS);
        Ok(Box::new(phrase))
    }

    fn edge(&self, of: Of, prefix: &str) -> Boxed {
        let term = exact(self.fields.edge, &edge(of, prefix));
        Box::new(ConstScoreQuery::new(term, BEGINNING))
    }

    /// Words that begin with a prefix; the prefix itself as a word, and frequent ones, are ranked.
    fn beginning(&self, column: Column, of: Option<Of>, prefix: &str) -> Result<Boxed> {
        if let Some(of) = of.filter(|_| prefix.chars().count() <= edges::LONGEST) {
            let either = vec![exact(column, prefix), self.edge(of, prefix)];
            return Ok(Box::new(BooleanQuery::union(either)));
        }
        let (ranked, all) = self.expand(column, prefix)?;
        let mut either: Vec<Boxed> = ranked.iter().map(|word| exact(column, word)).collect();
        if !all {
            let end = format!("{prefix}{}", char::MAX);
            let range = RangeQuery::new(
                Bound::Included(Term::from_field_text(column, prefix)),
                Bound::Excluded(Term::from_field_text(column, &end)),
            );
            either.push(Box::new(ConstScoreQuery::new(Box::new(range), BEGINNING)));
        }
        Ok(Box::new(BooleanQuery::union(either)))
    }

    /// The most frequent words with a prefix, and whether those are all.
    fn expand(&self, column: Column, prefix: &str) -> Result<(Vec<String>, bool)> {
        frequent(self.searcher, column, prefix, RANKED)
    }
}

/// The most frequent words of a column with a prefix, and whether those are all.
fn frequent(
    searcher: &Searcher,
    column: Column,
    prefix: &str,
    most: usize,
) -> Result<(Vec<String>, bool)> {
    let mut found: HashMap<Vec<u8>, u64> = HashMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(column)?;
        let mut stream = index
            .terms()
            .range()
            .ge(prefix)
            .into_stream()
            .map_err(tantivy::TantivyError::from)?;
        while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
            *found.entry(stream.key().to_vec()).or_default() += u64::from(stream.value().doc_freq);
        }
    }
    let mut found: Vec<(u64, String)> = found
        .into_iter()
        .filter_map(|(word, count)| Some((count, String::from_utf8(word).ok()?)))
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    let all = found.len() <= most;
    found.truncate(most);
    Ok((found.into_iter().map(|(_, word)| word).collect(), all))
}

impl Library {
    /// The most frequent words of publishers, or tags, that begin so.
    pub(in crate::library) fn words_of(
        &self,
        field: Field,
        prefix: &str,
        most: usize,
    ) -> Result<Vec<String>> {
        self.ask(|index| {
            let column = match field {
                Field::Tag => index.fields.tag,
                _ => index.fields.source,
            };
            Ok(frequent(&index.searcher, column, &fold(prefix), most)?.0)
        })
    }
}

/// How many characters a word of CJK characters has.
fn length_in_cjk(word: &str) -> Option<usize> {
    word.chars().all(is_cjk).then(|| word.chars().count())
}

fn exact(column: Column, word: &str) -> Boxed {
    let term = Term::from_field_text(column, word);
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn days(column: Column, from: u32, to: u32) -> Boxed {
    let day = |day: u32| Bound::Included(Term::from_field_u64(column, day.into()));
    Box::new(RangeQuery::new(day(from), day(to)))
}

fn except(query: Boxed) -> Boxed {
    Box::new(BooleanQuery::new(vec![
        (Occur::Must, Box::new(AllQuery)),
        (Occur::MustNot, query),
    ]))
}
