//! What recurs in a publisher's stories, and what only seems to.

use std::borrow::Cow;

use crate::library::Told;
use crate::related::boilerplate::Boilerplate;

fn told(publisher: &str, body: &str) -> Told {
    Told {
        body: body.into(),
        publishers: vec![publisher.into()],
        ..Told::default()
    }
}

const FOOTER: &str = "Sign up for our newsletter.";

#[test]
fn a_line_under_three_stories_of_one_publisher_goes() {
    let stories =
        ["one", "two", "three"].map(|text| told("Herald", &format!("Story {text}.\n{FOOTER}")));
    let found = Boilerplate::of(stories.iter().zip(0..));
    for story in &stories {
        assert_eq!(
            found.without(story),
            story.body.lines().next().expect("text")
        );
    }
}

#[test]
fn copies_count_once_for_their_lines() {
    let same = ["a", "b", "c"].map(|text| told("Herald", &format!("{FOOTER}\n{text}")));
    let other = told("Herald", &format!("{FOOTER}\nd"));
    let groups = [0, 0, 0, 3];
    let found = Boilerplate::of(same.iter().chain([&other]).zip(groups));
    assert!(matches!(found.without(&same[0]), Cow::Borrowed(_)));
}

#[test]
fn lines_of_several_publishers_or_of_none_stay() {
    let mut stories = ["Herald", "Courier", "Post"].map(|name| told(name, FOOTER));
    let found = Boilerplate::of(stories.iter().zip(0..));
    assert_eq!(found.without(&stories[0]), FOOTER);
    for story in &mut stories {
        story.publishers.clear();
    }
    let found = Boilerplate::of(stories.iter().zip(0..));
    assert_eq!(found.without(&stories[0]), FOOTER);
}
