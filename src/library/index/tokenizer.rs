//! Our words, folded, as tantivy's tokens: what the index cuts is what a query is cut into.

use tantivy::Index;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, WhitespaceTokenizer};

use crate::text::{Words, fold_into, words};

/// The names that the schema knows the tokenizers by.
pub(super) const WORDS: &str = "words";
pub(super) const EDGES: &str = "edges";
/// No longer word is indexed (bytes); tantivy's own limit is 65,530.
const LONGEST_WORD: usize = 200;

/// Makes the tokenizers known to an index. Every way to open one has to.
pub(super) fn register(index: &Index) {
    index.tokenizers().register(WORDS, WordTokenizer);
    index
        .tokenizers()
        .register(EDGES, WhitespaceTokenizer::default());
}

#[derive(Debug, Clone)]
struct WordTokenizer;

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream {
            text,
            words: words(text),
            token: Token::default(),
        }
    }
}

struct WordStream<'a> {
    text: &'a str,
    words: Words<'a>,
    token: Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let short = |w: &crate::text::Word| w.end - w.start <= LONGEST_WORD;
        let Some(word) = self.words.by_ref().find(short) else {
            return false;
        };
        // The default position is one before the first.
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = word.start;
        self.token.offset_to = word.end;
        self.token.text.clear();
        fold_into(&self.text[word.start..word.end], &mut self.token.text);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
