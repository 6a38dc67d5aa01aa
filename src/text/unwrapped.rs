//! Paragraphs that were broken into lines of one length, as in mail, with their lines joined again. It changes no byte's place.

use std::borrow::Cow;

/// How long the lines of a broken paragraph are, the last one apart (bytes).
const BROKEN: std::ops::RangeInclusive<usize> = 40..=120;

/// How much longer the longest of them is than the shortest.
const UNEVEN: usize = 24;

/// The text with blanks for the line ends inside broken paragraphs; those of lists and headlines stay.
pub fn unwrapped(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    for (at, paragraph) in text.split("\n\n").enumerate() {
        if at > 0 {
            joined.push_str("\n\n");
        }
        let lines: Vec<&str> = paragraph.split('\n').collect();
        let broken = is_broken(&lines);
        joined.push_str(&lines.join(if broken { " " } else { "\n" }));
    }
    Cow::Owned(joined)
}

fn is_broken(lines: &[&str]) -> bool {
    let Some((_, whole)) = lines.split_last() else {
        return false;
    };
    let lengths = || whole.iter().map(|line| line.len());
    let (Some(shortest), Some(longest)) = (lengths().min(), lengths().max()) else {
        return false;
    };
    let goes_on = |line: &&str| line.starts_with(char::is_lowercase);
    BROKEN.contains(&shortest)
        && longest <= shortest + UNEVEN
        && (lines.len() < 3 || lines.iter().any(goes_on))
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn only_broken_paragraphs_are_joined() {
        let broken = "The founder of the exchange, a man named Star\nXu, met the mayor of the great and old city of New\nYork on the day when the bridges of the town were\nclosed.";
        assert_eq!(unwrapped(broken), broken.replace('\n', " "));
        let list = "First\nSecond\n\nThird";
        assert_eq!(unwrapped(list), list);
        let headlines = "Apple buys a maker of headphones for three billion dollars\nGoogle sells its maker of telephones to a rival in China\nDutch bank halts withdrawals after a night of rumours";
        assert_eq!(unwrapped(headlines), headlines);
        assert_eq!(unwrapped(""), "");
        assert_eq!(unwrapped("\n\n\n"), "\n\n\n");
    }
}
