//! Amounts in sentences as they are written in news.

use super::*;

mod abroad;

fn found(text: &str) -> Vec<(&str, String, f64)> {
    find_amounts(text)
        .into_iter()
        .map(|a| (&text[a.start..a.end], a.currency, a.value))
        .collect()
}

fn check(text: &str, expected: &[(&str, &str, f64)]) {
    let found = found(text);
    assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
    for (got, want) in found.iter().zip(expected) {
        let near = (got.2 - want.2).abs() <= want.2.abs() * 1e-9;
        assert!(
            got.0 == want.0 && got.1 == want.1 && near,
            "{text}: {got:?}, not {want:?}"
        );
    }
}

#[test]
fn signs_and_codes() {
    check("It cost $3 billion.", &[("$3 billion", "USD", 3e9)]);
    check(
        "a fine of $1.6m, or US$2",
        &[("$1.6m", "USD", 1.6e6), ("US$2", "USD", 2.0)],
    );
    check(
        "HK$12,500.50 and A$7",
        &[("HK$12,500.50", "HKD", 12_500.5), ("A$7", "AUD", 7.0)],
    );
    check(
        "€5bn; £20; ₩900; ₿2",
        &[
            ("€5bn", "EUR", 5e9),
            ("£20", "GBP", 20.0),
            ("₩900", "KRW", 900.0),
            ("₿2", "BTC", 2.0),
        ],
    );
    check(
        "USD 1.6 million or 11.7m USD",
        &[
            ("USD 1.6 million", "USD", 1.6e6),
            ("11.7m USD", "USD", 11.7e6),
        ],
    );
    check("5€ and $500K", &[("5€", "EUR", 5.0), ("$500K", "USD", 5e5)]);
    check(
        "a $5-million deal, $20-a-day",
        &[("$5-million", "USD", 5e6), ("$20", "USD", 20.0)],
    );
    check(
        "stole 7,000 BTC and 523 million NEM",
        &[("7,000 BTC", "BTC", 7e3), ("523 million NEM", "XEM", 523e6)],
    );
}

#[test]
fn names() {
    check("10 million yuan", &[("10 million yuan", "CNY", 1e7)]);
    check(
        "two million dollars",
        &[("two million dollars", "USD", 2e6)],
    );
    check(
        "half a billion euros",
        &[("half a billion euros", "EUR", 5e8)],
    );
    check(
        "a thousand bitcoins",
        &[("a thousand bitcoins", "BTC", 1e3)],
    );
    check(
        "It cost 250'000 francs, or €2,5 million for all.",
        &[
            ("250'000 francs", "CHF", 250e3),
            ("€2,5 million", "EUR", 2.5e6),
        ],
    );
    check("99Bitcoins wrote of it.", &[]);
    check("They summoned nine bitcoin firms and 3 ether traders.", &[]);
    check(
        "He lost 9 bitcoin as prices fell.",
        &[("9 bitcoin", "BTC", 9.0)],
    );
    check(
        "30 million Hong Kong dollars",
        &[("30 million Hong Kong dollars", "HKD", 3e7)],
    );
    check(
        "1.5 million U.S. dollars",
        &[("1.5 million U.S. dollars", "USD", 1.5e6)],
    );
    check(
        "50 cents; 3 ether",
        &[("50 cents", "USD", 0.5), ("3 ether", "ETH", 3.0)],
    );
    check(
        "赔偿300万元,3亿美元",
        &[("300万元", "CNY", 3e6), ("3亿美元", "USD", 3e8)],
    );
    check("40 million won", &[("40 million won", "KRW", 4e7)]);
}

#[test]
fn a_yen_sign_is_what_the_text_is_about() {
    check("It paid ¥500.", &[("¥500", "JPY", 500.0)]);
    check("In China it paid ¥500.", &[("¥500", "CNY", 500.0)]);
}

#[test]
fn ranges_share_scale_and_currency() {
    check(
        "between $5 and $10 million",
        &[("$5", "USD", 5e6), ("$10 million", "USD", 1e7)],
    );
    check(
        "$5-10 million",
        &[("$5", "USD", 5e6), ("10 million", "USD", 1e7)],
    );
    check(
        "5 to 10 million yuan",
        &[("5", "CNY", 5e6), ("10 million yuan", "CNY", 1e7)],
    );
    check(
        "$500 to $1 million",
        &[("$500", "USD", 500.0), ("$1 million", "USD", 1e6)],
    );
}

#[test]
fn conversions_point_at_what_they_convert() {
    let amounts = find_amounts("He lost 10 million yuan ($1.6 million), then €5, or about £4.");
    let converted: Vec<_> = amounts.iter().map(|a| a.converted).collect();
    assert_eq!(converted, [None, Some(0), None, Some(2)]);
}

#[test]
fn conversions_are_said_in_many_words() {
    for text in [
        "5 bitcoins (worth about $30,000)",
        "5 bitcoins, worth around $30,000",
        "5 bitcoins worth nearly $30,000",
        "5 bitcoins (or some $30,000)",
        "5 bitcoins (equal to roughly $30,000)",
        "5 bitcoins (equivalent to approximately $30,000)",
        "5 bitcoins (then worth more than $30,000)",
        "5 bitcoins or the equivalent of $30,000",
        "5 bitcoins (~$30,000)",
    ] {
        let amounts = find_amounts(text);
        assert_eq!(amounts.len(), 2, "{text}");
        assert_eq!(amounts[1].converted, Some(0), "{text}");
    }
    for text in [
        "5 bitcoins and about $30,000",
        "5 bitcoins, then $30,000",
        "5 bitcoins; about $30,000",
        "5 bitcoins for $30,000",
        "5 bitcoins, about $30,000",
        "$20 (worth about $30)",
    ] {
        assert_eq!(find_amounts(text)[1].converted, None, "{text}");
    }
}

#[test]
fn other_numbers_are_no_money() {
    for text in [
        "2,641 people",
        "in 2018",
        "team 11 won the cup",
        "he weighs 200 pounds",
        "50 percent",
        "call 555-2018",
        "a million people",
        "5 million users",
        "G20",
        "Covid-19 cases",
        "the site 8BTC",
        "3.5",
        "section 4(b)",
    ] {
        check(text, &[]);
    }
}

#[test]
fn figures_of_many_countries() {
    check("€1.234,56", &[("€1.234,56", "EUR", 1234.56)]);
    check("€1.234.567 paid", &[("€1.234.567", "EUR", 1_234_567.0)]);
    check(
        "$250 000 and 5 000 euros",
        &[("$250 000", "USD", 250e3), ("5 000 euros", "EUR", 5e3)],
    );
    check("₹1,23,456", &[("₹1,23,456", "INR", 123_456.0)]);
    check("Rs 1,200 crore", &[("Rs 1,200 crore", "INR", 12e9)]);
    check("Mex$20m", &[("Mex$20m", "MXN", 2e7)]);
    check(
        "14.3 billion Egyptian pounds or 300m Philippine pesos",
        &[
            ("14.3 billion Egyptian pounds", "EGP", 14.3e9),
            ("300m Philippine pesos", "PHP", 3e8),
        ],
    );
    check("5億日圓", &[("5億日圓", "JPY", 5e8)]);
    check(
        "90 million zlotys; 3bn naira",
        &[("90 million zlotys", "PLN", 9e7), ("3bn naira", "NGN", 3e9)],
    );
    check("in 2018 250 people, Mars 5, a rand of 12", &[]);
}

#[test]
fn words_behind_quotes_and_dashes() {
    check(
        "“Two million dollars”",
        &[("Two million dollars", "USD", 2e6)],
    );
    check(
        "cost—five million euros—too",
        &[("five million euros", "EUR", 5e6)],
    );
}

#[test]
fn what_no_number_holds_is_no_amount() {
    check(&format!("${} trillion", "9".repeat(305)), &[]);
}

#[test]
fn what_only_looks_like_an_amount_of_elsewhere() {
    check("€12,50, up", &[("€12", "EUR", 12.0)]);
    check("他支付HK$500万给公司", &[("HK$500万", "HKD", 5e6)]);
    check(
        "500 Egyptian pounds, 3 million Iranian rials",
        &[
            ("500 Egyptian pounds", "EGP", 500.0),
            ("3 million Iranian rials", "IRR", 3e6),
        ],
    );
    check("PHP 8.2 was released; TRY 5 recipes", &[]);
    check(&"100 ".repeat(50_000), &[]);
}

#[test]
fn long_lists_of_figures_are_read_once() {
    check(
        &format!("$1{}", ",22".repeat(200_000)),
        &[("$1", "USD", 1.0)],
    );
    let text = "200 pounds, ".repeat(10_000) + "£5";
    assert_eq!(find_amounts(&text).len(), 10_001);
}
