//! stub
use crate::text::{fold, words, wrap};
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    All(Vec<Node>),
    Word(String, bool),
}
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    pub root: Option<Node>,
    pub ignored: Vec<String>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Snippet {
    pub text: String,
    pub marks: Vec<(usize, usize)>,
}
pub fn parse(text: &str) -> Query {
    let w: Vec<_> = words(text)
        .map(|w| (fold(&text[w.start..w.end]), w.end == text.len()))
        .collect();
    Query {
        root: (!w.is_empty())
            .then(|| Node::All(w.into_iter().map(|(w, p)| Node::Word(w, p)).collect())),
        ignored: vec![],
    }
}
pub fn highlight(q: &Query, text: &str) -> Vec<(usize, usize)> {
    let Some(Node::All(all)) = &q.root else {
        return vec![];
    };
    words(text)
        .filter(|w| {
            let f = fold(&text[w.start..w.end]);
            all.iter().any(
                |n| matches!(n, Node::Word(t, p) if *t == f || *p && f.starts_with(t.as_str())),
            )
        })
        .map(|w| (w.start, w.end))
        .collect()
}
pub fn snippet(q: &Query, body: &str, columns: usize) -> Snippet {
    let l = wrap(body, columns)[0];
    let text = body[l.start..l.end].replace('\n', " ");
    Snippet {
        marks: highlight(q, &text),
        text,
    }
}
