//! Paragraphs that were broken into lines of one length, as in mail, with their lines joined again. It changes no byte's place.

use std::borrow::Cow;

/// How long the lines of a broken paragraph are, the last one apart (bytes).
const BROKEN: std::ops::RangeInclusive<usize> = 40..=120;

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
        let broken = lines.len() > 1
            && lines[..lines.len() - 1]
                .iter()
                .all(|line| BROKEN.contains(&line.len()));
        joined.push_str(&lines.join(if broken { " " } else { "\n" }));
    }
    Cow::Owned(joined)
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn only_broken_paragraphs_are_joined() {
        let broken = "The founder of the exchange, a man named Star\nXu, met the mayor of the great and old city of New\nYork.";
        assert_eq!(unwrapped(broken), broken.replace('\n', " "));
        let list = "First\nSecond\n\nThird";
        assert_eq!(unwrapped(list), list);
        assert_eq!(unwrapped(""), "");
        assert_eq!(unwrapped("\n\n\n"), "\n\n\n");
    }
}
