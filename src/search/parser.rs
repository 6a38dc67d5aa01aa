//! The text of a query to its tree. A bad query never fails: what cannot be used is named and left out.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::lexer::{Piece, pieces};
use super::{Field, Ignored, Names, Node, Query, Sort, State, Words};
use crate::story::PartialDate;
use crate::text::{fold, words};

/// Values a query may have: more would be text pasted by mistake, and slow.
pub(super) const TERMS: usize = 64;
/// Brackets within brackets.
pub(super) const DEPTH: usize = 16;
/// The code of no day at all is zero; every day's is below this.
const LAST_DAY: u32 = 99_999_999;

/// Reads a query. The last word is open, a prefix, unless a blank or a closing quote follows it.
pub fn parse(text: &str) -> Query {
    let pieces: Vec<Piece<'_>> = pieces(text).into_iter().map(|(_, piece)| piece).collect();
    let mut parser = Parser {
        pieces: pieces.into_iter().peekable(),
        terms: 0,
        depth: 0,
        query: Query::default(),
    };
    let mut nodes = Vec::new();
    loop {
        nodes.extend(parser.any());
        match parser.pieces.next() {
            None => break,
            // `any` stops at a closing bracket, and at the top no bracket is open.
            Some(_) => parser.ignore(Ignored::Lone(")")),
        }
    }
    let asked = !nodes.is_empty() || parser.query.sort.is_some();
    parser.query.root = asked.then(|| all(nodes));
    parser.query
}

struct Parser<'t> {
    pieces: Peekable<IntoIter<Piece<'t>>>,
    terms: usize,
    depth: usize,
    query: Query,
}

impl Parser<'_> {
    /// Alternatives between `OR`s, up to a closing bracket or the end.
    fn any(&mut self) -> Option<Node> {
        let mut alternatives = Vec::new();
        let mut lone = false;
        loop {
            match self.all() {
                Some(node) => alternatives.push(node),
                None => lone = true,
            }
            if self.pieces.next_if_eq(&Piece::Or).is_none() {
                break;
            }
            if lone {
                self.ignore(Ignored::Lone("OR"));
                lone = false;
            }
        }
        if lone && !alternatives.is_empty() {
            self.ignore(Ignored::Lone("OR"));
        }
        match alternatives.len() {
            0 | 1 => alternatives.pop(),
            _ => Some(Node::Any(alternatives)),
        }
    }

    /// Conditions side by side, which must all hold.
    fn all(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        while let Some(piece) = self
            .pieces
            .next_if(|piece| !matches!(piece, Piece::Or | Piece::Close))
        {
            nodes.extend(self.condition(piece));
        }
        (!nodes.is_empty()).then(|| all(nodes))
    }

    fn condition(&mut self, piece: Piece<'_>) -> Option<Node> {
        match piece {
            Piece::Open => self.group(),
            Piece::Minus => self.negated(),
            Piece::Value {
                field,
                value,
                quoted,
                last,
            } => self.value(field, value, quoted, last),
            Piece::And | Piece::Or | Piece::Close => None,
        }
    }

    /// After an opening bracket. One that is never closed closes at the end: it is still being typed.
    fn group(&mut self) -> Option<Node> {
        self.depth += 1;
        if self.depth > DEPTH {
            if self.depth == DEPTH + 1 {
                self.ignore(Ignored::TooDeep);
            }
            self.depth -= 1;
            return None;
        }
        let node = self.any();
        self.pieces.next_if_eq(&Piece::Close);
        self.depth -= 1;
        node
    }

    fn negated(&mut self) -> Option<Node> {
        let next = self
            .pieces
            .next_if(|piece| matches!(piece, Piece::Open | Piece::Value { .. }));
        let Some(next) = next else {
            self.ignore(Ignored::Lone("-"));
            return None;
        };
        self.condition(next).map(|node| Node::Not(Box::new(node)))
    }

    fn value(&mut self, name: Option<&str>, value: &str, quoted: bool, last: bool) -> Option<Node> {
        self.terms += 1;
        if self.terms > TERMS {
            if self.terms == TERMS + 1 {
                self.ignore(Ignored::TooLong);
            }
            return None;
        }
        let Some(name) = name else {
            return self.text(value, last);
        };
        match (Field::from_name(name), Field::near(name)) {
            (Some(field), _) => self.field(field, value, last),
            (None, Some(meant)) => {
                let typed = name.to_owned();
                self.ignore(Ignored::Misspelt { typed, meant });
                None
            }
            // A colon within a text, as in an address or a ratio.
            (None, None) => {
                if is_like_field(name, value) {
                    self.ignore(Ignored::Unknown(name.to_owned()));
                }
                let colon = if quoted { ' ' } else { ':' };
                self.text(&format!("{name}{colon}{value}"), last)
            }
        }
    }

    fn text(&mut self, text: &str, last: bool) -> Option<Node> {
        let node = words_of(text, last).map(Node::Text);
        // Quotes just opened hold nothing yet, and that is no mistake.
        if node.is_none() && !text.trim().is_empty() {
            self.ignore(Ignored::Signs(text.to_owned()));
        }
        node
    }

    fn field(&mut self, field: Field, value: &str, last: bool) -> Option<Node> {
        let words = |make: fn(Words) -> Node| words_of(value, last).map(make);
        let name = |names| words_of(value, last).map(|words| Node::Name(names, words));
        let label = || {
            let label = fold(value.trim());
            (!label.is_empty()).then_some(Node::Label(field, label))
        };
        let node = match field {
            Field::Person => name(Names::People),
            Field::Org => name(Names::Organisations),
            Field::Place => name(Names::Places),
            Field::Entity => name(Names::All),
            // Its words too: they are what is marked in the texts.
            Field::Name => name(Names::All)
                .zip(label())
                .map(|(words, whole)| Node::All(vec![words, whole])),
            Field::Source => words(Node::Source),
            Field::Tag | Field::Kind => label(),
            Field::Before | Field::After | Field::On => dated(field, value),
            Field::MentionsDate => date(value).map(|d| {
                let (from, to) = d.codes_within();
                Node::Tells(from, to)
            }),
            Field::Is => state(value).map(Node::Is),
            Field::Has => is_word(value, "disagreement").then_some(Node::Disagreement),
            // An order is no condition: it is noted, and nothing is ignored.
            Field::Sort => match sort(value) {
                Some(sort) => {
                    self.query.sort = Some(sort);
                    return None;
                }
                None => None,
            },
        };
        if node.is_none() {
            self.ignore(Ignored::Value {
                field,
                typed: value.to_owned(),
            });
        }
        node
    }

    fn ignore(&mut self, ignored: Ignored) {
        self.query.ignored.push(ignored);
    }
}

/// Whether what stands before a colon was meant as a field: a word with a value that begins as one does.
fn is_like_field(name: &str, value: &str) -> bool {
    name.chars().all(|c| c.is_alphabetic() || c == '-') && value.starts_with(char::is_alphanumeric)
}

fn all(mut nodes: Vec<Node>) -> Node {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => {
            nodes.extend(last);
            Node::All(nodes)
        }
    }
}

fn words_of(text: &str, last: bool) -> Option<Words> {
    let folded = words(text).map(|word| (word.end, fold(&text[word.start..word.end])));
    let (ends, words): (Vec<usize>, Vec<String>) = folded.unzip();
    let open = last && ends.last() == Some(&text.len());
    (!words.is_empty()).then_some(Words { words, open })
}

fn date(text: &str) -> Option<PartialDate> {
    text.parse().ok()
}

/// `before` a month is before its first day; `after` a year is from its first day on, so that
/// `after:2018 before:2019` is the year.
fn dated(field: Field, value: &str) -> Option<Node> {
    let (from, to) = date(value)?.codes_within();
    Some(match field {
        Field::Before => Node::Dated(1, from.saturating_sub(1)),
        Field::After => Node::Dated(from, LAST_DAY),
        _ => Node::Dated(from, to),
    })
}

fn state(value: &str) -> Option<State> {
    [
        ("read", State::Read),
        ("unread", State::Unread),
        ("starred", State::Starred),
    ]
    .into_iter()
    .find(|(name, _)| is_word(value, name))
    .map(|(_, state)| state)
}

fn sort(value: &str) -> Option<Sort> {
    [
        ("newest", Sort::Newest),
        ("oldest", Sort::Oldest),
        ("relevance", Sort::Relevance),
    ]
    .into_iter()
    .find(|(name, _)| is_word(value, name))
    .map(|(_, sort)| sort)
}

fn is_word(value: &str, word: &str) -> bool {
    value.trim().eq_ignore_ascii_case(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree in short: `(a & b)`, `(a | b)`, `!a`, words joined by `_`, an open one with `*`.
    fn short(node: &Node) -> String {
        let join = |nodes: &[Node], sign: &str| {
            let parts: Vec<String> = nodes.iter().map(short).collect();
            format!("({})", parts.join(sign))
        };
        let text = |w: &Words| w.words.join("_") + if w.open { "*" } else { "" };
        match node {
            Node::All(nodes) => join(nodes, " & "),
            Node::Any(nodes) => join(nodes, " | "),
            Node::Not(node) => format!("!{}", short(node)),
            Node::Text(words) => text(words),
            Node::Name(names, words) => format!("{names:?}={}", text(words)),
            Node::Source(words) => format!("source={}", text(words)),
            Node::Label(field, label) => format!("{}={label}", field.name()),
            Node::Dated(from, to) => format!("{from}..{to}"),
            Node::Tells(from, to) => format!("tells {from}..{to}"),
            Node::Is(state) => format!("{state:?}"),
            Node::Disagreement => "disagreement".into(),
        }
    }

    fn tree(text: &str) -> String {
        let query = parse(text);
        let ignored: Vec<String> = query.ignored.iter().map(ToString::to_string).collect();
        let root = query.root.as_ref().map_or(String::new(), short);
        if ignored.is_empty() {
            return root;
        }
        format!("{root} [{}]", ignored.join("; "))
    }

    #[test]
    fn words_phrases_and_signs() {
        assert_eq!(tree("OKEx Léverage "), "(okex & leverage)");
        assert_eq!(tree("okex lev"), "(okex & lev*)");
        assert_eq!(tree("\"Star Xu\" -huobi "), "(star_xu & !huobi)");
        assert_eq!(tree("\"star x"), "star_x*");
        assert_eq!(tree("a OR b c OR (d -e) "), "(a | (b & c) | (d & !e))");
        assert_eq!(tree("a AND b "), "(a & b)");
        assert_eq!(tree("徐明星"), "徐明_明星*");
        assert_eq!(tree("well-known e-mail "), "(well_known & e_mail)");
        assert_eq!(tree("-(a OR b) c "), "(!(a | b) & c)");
    }

    #[test]
    fn fields() {
        assert_eq!(
            tree("person:xu org:\"okex technology\" "),
            "(People=xu & Organisations=okex_technology)"
        );
        assert_eq!(
            tree("before:2018-10 after:2018"),
            "(1..20180999 & 20180000..99999999)"
        );
        assert_eq!(tree("on:2018-03"), "20180300..20180399");
        assert_eq!(tree("mentions-date:2018-03-24"), "tells 20180324..20180324");
        assert_eq!(tree("-is:READ has:disagreement"), "(!Read & disagreement)");
        assert_eq!(tree("source:technode.com "), "source=technode_com");
        let query = parse("okex sort:oldest");
        assert_eq!((query.order(), query.ignored), (Sort::Oldest, vec![]));
        assert_eq!(parse("is:starred").order(), Sort::Newest);
        assert_eq!(parse("is:starred okex").order(), Sort::Relevance);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(
            tree("preson:xu okex "),
            "okex [preson: (did you mean person: ?)]"
        );
        assert_eq!(
            tree("on:2018-13 a "),
            "a [on:2018-13 (needs a date: 2018, 2018-03 or 2018-03-24)]"
        );
        assert_eq!(
            tree("OR a OR "),
            "a [OR with nothing beside it; OR with nothing beside it]"
        );
        assert_eq!(tree(") a - b "), "(a & b) [) with nothing beside it; -]");
        assert_eq!(tree("??? a "), "a [???]");
        assert_eq!(
            tree("sort:best"),
            " [sort:best (needs newest, oldest or relevance)]"
        );
        assert_eq!(tree("https://technode.com/x "), "https_technode_com_x");
        assert_eq!(
            tree("colour:red "),
            "colour_red [colour: (no such field, read as words)]"
        );
        assert_eq!(tree("10:30 "), "10_30");
        assert_eq!(tree(""), "");
    }

    #[test]
    fn a_query_has_bounds() {
        let deep = "(".repeat(10_000) + "a";
        assert!(parse(&deep).ignored.contains(&Ignored::TooDeep));
        let long = "a ".repeat(10_000);
        assert_eq!(parse(&long).ignored, [Ignored::TooLong]);
    }
}
