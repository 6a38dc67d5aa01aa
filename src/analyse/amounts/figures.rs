//! Numbers in a text with the currency and the million that stand at them.

use super::counts::{counted, number};
use super::currency::{Money, code_behind, pence_behind, sign_before};
use super::local::Local;
use super::scales::scale_behind;

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
pub(super) fn figures(text: &str, local: Local) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut list: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let figure = match bytes[at] {
            b'0'..=b'9' => digits(text, at, local),
            b'i' | b'h' => in_words(text, at, local),
            b'o' | b't' | b'f' | b's' | b'e' | b'n' | b'O' | b'T' | b'F' | b'S' | b'E' | b'N'
                if at == 0 || !bytes[at - 1].is_ascii_alphabetic() =>
            {
                few(text, at, local)
            }
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
    at += digit_count(bytes, at);
    while let Some(mark) = bytes.get(at).filter(|b| matches!(b, b',' | b'.' | b'\'')) {
        let count = digit_count(bytes, at + 1);
        // 1,23,456 as in India, 1.234,56 as on the Continent.
        let parts = match mark {
            b',' => count == 3 || is_lakh(bytes, at) || is_decimal_comma(bytes, at),
            // 250'000 as in Switzerland.
            b'\'' => count == 3,
            _ => count > 0,
        };
        if !parts {
            break;
        }
        at += 1 + count;
    }
    at
}

/// Whether groups of two digits begin at the comma that end in one of three.
fn is_lakh(bytes: &[u8], comma: usize) -> bool {
    let mut at = comma;
    // No amount has more groups; a list of figures has.
    for _ in 0..6 {
        if bytes.get(at) != Some(&b',') || digit_count(bytes, at + 1) != 2 {
            break;
        }
        at += 3;
    }
    at > comma && bytes.get(at) == Some(&b',') && digit_count(bytes, at + 1) == 3
}

fn digit_count(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Whether the comma parts whole units from hundredths: behind a stop that parts thousands, or before a scale.
fn is_decimal_comma(bytes: &[u8], comma: usize) -> bool {
    let before = &bytes[..comma];
    let thousand = before.len() > 4
        && before[before.len() - 4] == b'.'
        && before[before.len() - 3..].iter().all(u8::is_ascii_digit);
    let count = digit_count(bytes, comma + 1);
    // "2,5 million".
    let behind = bytes.get(comma + 1 + count..).unwrap_or_default();
    let scaled = [b" mi".as_slice(), b" bi", b" Mi", b" bn", b" tr"]
        .iter()
        .any(|scale| behind.starts_with(scale));
    let whole = before
        .iter()
        .rev()
        .take_while(|b| b.is_ascii_digit())
        .count();
    (thousand || scaled && whole <= 3) && matches!(count, 1 | 2)
}

/// The end of a number whose thousands are parted by blanks: `250 000`.
fn spaced_end(text: &str, end: usize) -> usize {
    const BLANKS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];
    let mut at = end;
    // No amount has more groups; a table of figures has.
    for _ in 0..5 {
        let blank = text[at..].chars().next().filter(|c| BLANKS.contains(c));
        let from = at + blank.map_or(0, char::len_utf8);
        if blank.is_none() || digit_count(text.as_bytes(), from) != 3 {
            break;
        }
        at = from + 3;
    }
    at
}

/// The amount whose digits begin at `at`.
fn digits(text: &str, at: usize, local: Local) -> Option<Figure> {
    let mut end = number_end(text.as_bytes(), at);
    let sign = sign_before(text, at).filter(|(from, money)| {
        let scale = scale_behind(text, end).map(|(_, behind)| text[end..behind].trim_start());
        let close = !text[*from..at].ends_with([' ', '\u{a0}']);
        money.fits(&text[at..end], scale, close)
    });
    let glued = text[..at]
        .ends_with(|c: char| c.is_alphanumeric() || c == '.' && !text[..at].ends_with(".."))
        && sign.is_none();
    if glued && !text[..at].ends_with(|c: char| !c.is_ascii()) {
        return None;
    }
    let spaced = spaced_end(text, end);
    if spaced > end
        && end - at <= 3
        && (sign.is_some() || code_behind(text, spaced, true, local).is_some())
    {
        end = spaced;
    }
    let number = value(&text[at..end])?;
    let (scale, behind) = scale_behind(text, end).unwrap_or((1.0, end));
    let (start, money) = sign.unzip();
    let large = scale > 1.0 || text[at..end].contains(',');
    let named = code_behind(text, behind, large, local)
        .or_else(|| pence_behind(text, (at, end), number, local));
    let (end, money) = match (named, money) {
        // "$5 million Canadian" stays as it is; "US$5 dollars" is seen.
        (Some((end, other)), None) => (end, Some(other)),
        (Some((end, other)), Some(money)) if other.code(local) == money.code(local) => {
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

/// A number as it is written: commas and blanks part thousands, stops do too where there are several or a comma follows.
fn value(text: &str) -> Option<f64> {
    let stops = text.bytes().filter(|b| *b == b'.').count();
    if let Some((whole, part)) = text.split_once(',')
        && part.len() < 3
        && !whole.contains('.')
    {
        return format!("{whole}.{part}").parse().ok();
    }
    let continental = text
        .rfind(',')
        .is_some_and(|comma| text.find('.').is_some_and(|stop| stop < comma));
    let plain: String = text
        .chars()
        .filter_map(|c| match c {
            ',' if continental => Some('.'),
            '.' if !continental && stops < 2 => Some('.'),
            c => c.is_ascii_digit().then_some(c),
        })
        .collect();
    plain.parse().ok().filter(|n: &f64| n.is_finite())
}

/// `two million dollars`: `at` is inside `million` or at the beginning of `hundred`.
fn in_words(text: &str, at: usize, local: Local) -> Option<Figure> {
    const SCALES: [&str; 5] = ["million", "billion", "trillion", "hundred", "thousand"];
    // A thousand begins one letter before its "h", a trillion two before its "i".
    let letters = text.as_bytes()[..at].iter().rev().take(3);
    let word = at - letters.take_while(|b| b.is_ascii_alphabetic()).count();
    if !SCALES.iter().any(|scale| text[word..].starts_with(scale)) {
        return None;
    }
    let (number, start) = counted(&text[..word])?;
    let (scale, behind) = scale_behind(text, word)?;
    let (end, money) = code_behind(text, behind, true, local)?;
    Some(Figure {
        start,
        end,
        number,
        scale,
        money: Some(money),
    })
}

/// `five pence`: the word that begins at `at` is a number and a currency stands behind it.
fn few(text: &str, at: usize, local: Local) -> Option<Figure> {
    let length = text[at..]
        .bytes()
        .take(10)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let word = text[at..at + length].to_ascii_lowercase();
    number(&word)?;
    let (end, money) = code_behind(text, at + length, false, local)?;
    let (number, start) = counted(&text[..at + length])?;
    Some(Figure {
        start,
        end,
        number,
        scale: 1.0,
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
