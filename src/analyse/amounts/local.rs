//! What the whole text tells of signs and names that several countries use. It is looked for once a text.

/// The money a text speaks of where it does not say whose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Local {
    /// `¥` stands for yuan.
    pub(super) yuan: bool,
    /// The text has the sign of the pound, so that its pounds are no weights.
    pub(super) sterling: bool,
}

impl Local {
    pub(super) fn of(text: &str) -> Self {
        Self {
            yuan: says_yuan(text),
            sterling: text.contains('£'),
        }
    }
}

fn says_yuan(text: &str) -> bool {
    has(text, &["¥", "￥"])
        && has(
            text,
            &[
                "yuan",
                "RMB",
                "renminbi",
                "Chin",
                "CNY",
                "Beijing",
                "人民币",
            ],
        )
        && !has(text, &["yen", "Japan", "JPY"])
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}
