//! Numbers in a text with the currency and the million that stand at them.

use super::currency::{Money, code_behind, count as count_of, scale_behind, sign_before};

/// A number with what stands around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: f64,
    /// 1 where no `million` follows.
    pub(super) scale: f64,
    /// None where nothing says it is money.
    pub(super) money: Option<Money>,
}

/// Between a number and the one it begins a range with.
const TO: [&str; 6] = ["-", "–", " to ", " and ", " - ", " – "];

/// Every number of the text with its currency, in order.
pub(super) fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut list: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let figure = match bytes[at] {
            b'0'..=b'9' => digits(text, at),
            b'i' | b'h' => in_words(text, at),
            _ => None,
        };
        let floor = list.last().map_or(0, |f| f.end);
        match figure.filter(|f| f.start >= floor) {
            Some(figure) => {
                at = figure.end.max(at + 1);
                list.push(figure);
            }
            None if bytes[at].is_ascii_digit() => at = number_end(bytes, at),
            None => at += 1,
        }
    }
    list
}

/// The first byte behind digits, `,000` and `.5`.
fn number_end(bytes: &[u8], mut at: usize) -> usize {
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    at += digits(at);
    while let Some(mark) = bytes.get(at).filter(|b| matches!(b, b',' | b'.')) {
        let count = digits(at + 1);
        if count == 0 || *mark == b',' && count != 3 {
            break;
        }
        at += 1 + count;
    }
    at
}

/// The amount whose digits begin at `at`.
fn digits(text: &str, at: usize) -> Option<Figure> {
    let sign = sign_before(text, at);
    let glued = text[..at]
        .ends_with(|c: char| c.is_alphanumeric() || c == '.' && !text[..at].ends_with(".."))
        && sign.is_none();
    if glued && !text[..at].ends_with(|c: char| !c.is_ascii()) {
        return None;
    }
    let end = number_end(text.as_bytes(), at);
    let number = value(&text[at..end])?;
    let (scale, behind) = scale_behind(text, end).unwrap_or((1.0, end));
    let (start, money) = sign.unzip();
    let named = code_behind(text, behind, scale > 1.0 || text[at..end].contains(','));
    let (end, money) = match (named, money) {
        // "$5 million Canadian" stays as it is; "US$5 dollars" is seen.
        (Some((end, other)), None) => (end, Some(other)),
        (Some((end, other)), Some(money)) if other.code(text) == money.code(text) => {
            (end, Some(money))
        }
        (_, money) => (behind, money),
    };
    Some(Figure {
        start: start.unwrap_or(at),
        end,
        number,
        scale,
        money,
    })
}

/// A number as it is written: commas part thousands, several stops do too.
fn value(text: &str) -> Option<f64> {
    let stops = text.bytes().filter(|b| *b == b'.').count();
    let plain: String = text
        .chars()
        .filter(|c| *c != ',' && (*c != '.' || stops < 2))
        .collect();
    plain.parse().ok().filter(|n: &f64| n.is_finite())
}

/// `two million dollars`: `at` is inside `million` or at the beginning of `hundred`.
fn in_words(text: &str, at: usize) -> Option<Figure> {
    const SCALES: [&str; 4] = ["million", "billion", "trillion", "hundred"];
    let before = &text[..at];
    let word = before
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |i| i + 1);
    let word = text.is_char_boundary(word).then_some(word)?;
    let rest = &text[word..];
    // A thousand begins one letter before its "h".
    if at - word > 2
        || !(SCALES.iter().any(|s| rest.starts_with(s)) || rest.starts_with("thousand"))
    {
        return None;
    }
    let lead = text[..word].trim_end_matches([' ', '-']);
    let from = lead
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |i| i + 1);
    let count = lead.get(from..)?;
    let (number, start) = match (count_of(count)?, lead.get(..from)?.strip_suffix("half ")) {
        (_, Some(half)) if count == "a" => (0.5, half.len()),
        (n, _) => (n, from),
    };
    let (scale, behind) = scale_behind(text, word)?;
    let (end, money) = code_behind(text, behind, true)?;
    Some(Figure {
        start,
        end,
        number,
        scale,
        money: Some(money),
    })
}

/// In `between $5 and $10 million` and `$5-10 million` each end tells what the other leaves out.
pub(super) fn share(text: &str, figures: &mut [Figure]) {
    for i in 1..figures.len() {
        let (one, other) = (figures[i - 1], figures[i]);
        let Some(join) = text
            .get(one.end..other.start)
            .filter(|join| TO.contains(join))
        else {
            continue;
        };
        let lead = text[..one.start].trim_end();
        let framed =
            lead.ends_with("between") || lead.ends_with("from") || lead.ends_with("Between");
        if join == " and " && !framed {
            continue;
        }
        if one.money.is_some()
            && other.money.is_none()
            && (other.scale > 1.0 || join.len() < 4 && one.number < other.number)
        {
            figures[i].money = one.money;
        }
        // "5 to 10 million yuan", but never "in 2018 to 10 million yuan".
        let alike = one.number < other.number || one.scale > 1.0;
        if one.money.is_none()
            && other.money.is_some()
            && alike
            && !other.money.is_some_and(Money::is_before)
        {
            figures[i - 1].money = other.money;
        }
        if one.scale <= 1.0 && one.number < other.number && figures[i - 1].money.is_some() {
            figures[i - 1].scale = other.scale;
        }
    }
}
