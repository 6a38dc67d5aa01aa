//! Amounts as other countries write them, numbers in words, and whose money it is where nobody says.

use super::*;

#[test]
fn signs_and_letters_of_many_countries() {
    for (text, code, value) in [
        ("$A4.4 billion", "AUD", 4.4e9),
        ("Can$8m", "CAD", 8e6),
        ("E£3bn", "EGP", 3e9),
        ("Sh49.9 billion", "KES", 49.9e9),
        ("KSh20 billion", "KES", 20e9),
        ("KES 3bn", "KES", 3e9),
        ("TSh5 million", "TZS", 5e6),
        ("UGX 5bn", "UGX", 5e9),
        ("25,000 Sudanese pounds", "SDG", 25e3),
        ("592 WBTC", "WBTC", 592.0),
        ("120,000 wETH", "WETH", 120e3),
        ("Rs 700 cr", "INR", 7e9),
        ("Rs 1.5 lakh crore", "INR", 1.5e12),
        ("$3MM", "USD", 3e6),
        ("$4mm", "USD", 4e6),
        ("N50 billion", "NGN", 50e9),
        ("₦50 billion", "NGN", 50e9),
        ("GH¢5m", "GHS", 5e6),
        ("GHS 5 million", "GHS", 5e6),
        ("R500 million", "ZAR", 5e8),
        ("RM3bn", "MYR", 3e9),
        ("RM3.50", "MYR", 3.5),
        ("Php 3bn", "PHP", 3e9),
        ("P20 billion", "PHP", 20e9),
        ("PKR 5bn", "PKR", 5e9),
        ("QR2 billion", "QAR", 2e9),
        ("SR 300 million", "SAR", 3e8),
        ("SFr5m", "CHF", 5e6),
        ("DKr20bn", "DKK", 20e9),
        ("SKr3.5bn", "SEK", 3.5e9),
        ("NKr400m", "NOK", 4e8),
        ("90 million zl", "PLN", 9e7),
    ] {
        check(&format!("It paid {text} for it."), &[(text, code, value)]);
    }
    for text in [
        "R500 tyres",
        "P20 phone",
        "the N95 mask",
        "Plan R 5 million miles off",
        "RM 12",
        "SR 71",
        "the Sh 5",
        "COP 26",
        "SDG 13",
        "PHP 8.2",
        "QR 5",
        "341mm of rain",
        "FOR500 million",
        "in 720p",
        "at 5:03p",
        "at 11:55p",
        "R2D2",
        "5 people, page 4 p",
    ] {
        check(text, &[]);
    }
}

#[test]
fn numbers_in_words() {
    for (text, code, value) in [
        ("a quarter of a million pounds", "GBP", 250e3),
        ("three quarters of a billion euros", "EUR", 750e6),
        ("two and a half billion euros", "EUR", 2.5e9),
        ("one and a half million pounds", "GBP", 1.5e6),
        ("twenty-five million dollars", "USD", 25e6),
        ("three hundred thousand dollars", "USD", 300e3),
        ("five pence", "GBP", 0.05),
        ("ten dollars", "USD", 10.0),
    ] {
        check(&format!("It paid {text} for it."), &[(text, code, value)]);
    }
    check("up 99p", &[("99p", "GBP", 0.99)]);
    check("£4, or 400p", &[("£4", "GBP", 4.0), ("400p", "GBP", 4.0)]);
    for text in [
        "five pounds of flour",
        "two won",
        "none",
        "someone yuan",
        "half a million people",
    ] {
        check(text, &[]);
    }
    check(&"hundred ".repeat(100_000), &[]);
    check(&"and a half ".repeat(100_000), &[]);
}

#[test]
fn the_one_country_told_says_whose_money_it_is() {
    check(
        "In Morocco it gave a billion dirhams.",
        &[("a billion dirhams", "MAD", 1e9)],
    );
    check(
        "It gave a billion dirhams.",
        &[("a billion dirhams", "AED", 1e9)],
    );
    check(
        "Uganda paid 500 shillings.",
        &[("500 shillings", "UGX", 500.0)],
    );
    check(
        "Danish firms paid 5 million kroner.",
        &[("5 million kroner", "DKK", 5e6)],
    );
    check("Pakistan paid Rs 5 crore", &[("Rs 5 crore", "PKR", 5e7)]);
    check(
        "Pakistan and India paid Rs 5 crore",
        &[("Rs 5 crore", "INR", 5e7)],
    );
}

#[test]
fn a_bare_dollar_is_that_of_home_where_others_are_told_apart() {
    let codes = |text: &str| -> Vec<String> {
        let found = find_amounts(text);
        found.into_iter().map(|a| a.currency).collect()
    };
    assert_eq!(
        codes(
            "SYDNEY — It gave A$2 billion. $500 million more came; oil was US$43, up 5 cents; shares rose 6 cents."
        ),
        ["AUD", "AUD", "USD", "USD", "AUD"]
    );
    for text in [
        // Nothing says that it is not American.
        "SYDNEY — It gave A$2 billion. $500 million more came.",
        // An agency's own dollar.
        "SYDNEY — It gave A$2 billion ($1.4 billion). $500 million more came; oil was US$43.",
        // From elsewhere.
        "LONDON — It gave A$2 billion. $500 million more came; oil was US$43.",
        "SYDNEY — It gave $2 billion. Oil was US$43.",
        // Two dollars, and either may be meant.
        "SINGAPORE, SYDNEY — It gave A$2 billion and S$3 billion. $500 million more came; oil was US$43.",
    ] {
        let found = find_amounts(text);
        let bare = found.iter().filter(|a| text[a.start..].starts_with('$'));
        assert!(
            bare.clone().count() > 0 && bare.clone().all(|a| a.currency == "USD"),
            "{text}"
        );
    }
}
