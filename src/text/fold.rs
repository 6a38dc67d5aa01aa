//! The form of a word in which case, accents and width make no difference.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, compatibility-decomposed (UAX #15, NFKD), without combining marks: `Kodrič` → `kodric`, `ＯＫ` → `ok`.
/// Hangul and kana are composed again, so that their letters stay letters.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Appends what [`fold`] gives to a string.
pub fn fold_into(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let from = folded.len();
        folded.push_str(word);
        folded[from..].make_ascii_lowercase();
        return;
    }
    let bare: String = word
        .nfkd()
        .filter(|c| !is_combining_mark(*c) || matches!(c, '\u{3099}' | '\u{309a}'))
        .nfc()
        .collect();
    folded.push_str(&bare.to_lowercase());
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_accents_and_width_are_one() {
        assert_eq!(fold("Kodrič"), "kodric");
        assert_eq!(fold("ＯＫＣoin"), "okcoin");
        assert_eq!(fold("한국 が 徐明星"), "한국 が 徐明星");
    }
}
