//! What the tagger finds, its model read and written, and damaged models refused.

mod rules;

use super::*;

fn cut(text: &str) -> Vec<Vec<&str>> {
    let tokens = sentences_of_tokens(text);
    tokens
        .iter()
        .map(|s| s.iter().map(|t| &text[t.start..t.end]).collect())
        .collect()
}

#[test]
fn tokens_are_cut_as_in_the_training_data() {
    assert_eq!(
        cut("Xu's office (U.S.), said J. Smith Jr."),
        [[
            "Xu", "'s", "office", "(", "U.S.", ")", ",", "said", "J.", "Smith", "Jr."
        ]]
    );
    assert_eq!(
        cut("OKEx–Huobi rivalry"),
        [["OKEx", "–", "Huobi", "rivalry"]]
    );
    assert_eq!(
        cut("JAPAN GET WIN\nTokyo won."),
        vec![vec!["JAPAN", "GET", "WIN"], vec!["Tokyo", "won", "."]]
    );
    assert_eq!(cut(""), Vec::<Vec<&str>>::new());
}

#[test]
fn articles_and_titles_are_no_part_of_a_name() {
    let text = "The European Commission sued Microsoft. The Hague and The New York Times replied. Officer Darren Wilson left.";
    let names: Vec<&str> = find(text).iter().map(|n| &text[n.start..n.end]).collect();
    assert_eq!(
        names,
        [
            "European Commission",
            "Microsoft",
            "The Hague",
            "The New York Times",
            "Darren Wilson"
        ]
    );
}

#[test]
fn the_bundled_model_finds_names() {
    let text = "President Barack Obama met Angela Merkel in Berlin on Tuesday. Microsoft Corp. bought Nokia's phones.";
    let found: Vec<(&str, Kind)> = find(text)
        .iter()
        .map(|n| (&text[n.start..n.end], n.kind))
        .collect();
    for name in [
        ("Barack Obama", Kind::Person),
        ("Angela Merkel", Kind::Person),
        ("Berlin", Kind::Place),
    ] {
        assert!(found.contains(&name), "{found:?}");
    }
}

fn named(text: &str) -> Vec<&str> {
    find(text).iter().map(|n| &text[n.start..n.end]).collect()
}

#[test]
fn what_is_joined_to_a_name_is_no_part_of_it() {
    let names = named("The China-based firm of Sen. Susan Collins, R-Maine, paid Al-Qaeda.");
    assert!(names.contains(&"China"), "{names:?}");
    assert!(names.contains(&"Maine"), "{names:?}");
    assert!(names.contains(&"Al-Qaeda"), "{names:?}");
}

#[test]
fn titles_and_peoples_are_cut_off_and_courts_are_not() {
    let text = "U.S. District Judge Paul Engelmayer asked the European Court of Justice about Mrs. Milentijevic.";
    let names = named(text);
    for name in [
        "Paul Engelmayer",
        "European Court of Justice",
        "Milentijevic",
    ] {
        assert!(names.contains(&name), "{names:?}");
    }
}

#[test]
fn an_owner_is_named_beside_the_person() {
    let names = named("The race was won by Ferrari's Michael Schumacher and Jean Todt.");
    assert!(names.contains(&"Ferrari"), "{names:?}");
    assert!(names.contains(&"Michael Schumacher"), "{names:?}");
}

#[test]
fn a_dateline_names_its_place_and_agency() {
    let text = "HEERENVEEN, Netherlands (AP) - The ice was hard.";
    assert_eq!(named(text), ["HEERENVEEN", "Netherlands", "AP"]);
    let place = |n: &Name| n.kind == Kind::Place;
    assert!(
        !find("NATO – the alliance of the West – met.")
            .iter()
            .any(place)
    );
}

#[test]
fn a_long_row_of_capitals_takes_no_longer_than_its_length() {
    for word in ["A ", "Mr ", "Of ", "Aaaa Bbbb ", "U.S. "] {
        let _ = find(&word.repeat(20_000));
    }
}

#[test]
fn a_damaged_model_is_refused() {
    let bytes = Model::new(&[], [[0.0; WIDTH]; WIDTH], Lists::default(), 4).write();
    assert!(Model::read(&bytes).is_ok());
    for cut in 0..bytes.len() {
        assert_eq!(Model::read(&bytes[..cut]), Err(BadModel));
    }
}

#[test]
fn no_text_panics() {
    for text in [
        "",
        "’s",
        "(((",
        "…",
        "徐明星Xu",
        "\n\n\n",
        "a\u{301}'s",
        "'",
        ".",
        "🦀 Ferris",
        "Mr.",
    ] {
        let _ = find(text);
    }
}
