//! Who and what the open story names: choosing one, its stories, and walking from mention to mention.

use super::layout::{Breadth, areas, breadth};
use super::list::List;
use super::listing::{ask_list, ask_search};
use super::model::{Model, Pane};
use super::search::Before;
use super::{Article, Effect, LinkedTarget, Of, Page};
use crate::library::From;
use crate::related::{Named, Who};

/// The name under the linked pane's cursor, or the one chosen before.
fn named_here(model: &Model) -> Option<&Named> {
    let context = &model.article.as_ref()?.context;
    if model.pane == Pane::Linked
        && let Some(LinkedTarget::Named(named)) = model.linked.target(context)
    {
        return Some(named);
    }
    let chosen = model.entity.as_ref()?;
    context.named.iter().find(|n| n.who == *chosen)
}

/// Lists the stories that name the entity under the cursor.
pub(super) fn stories(model: &mut Model) -> Vec<Effect> {
    let Some(named) = named_here(model).cloned() else {
        model.notice = Some("Choose an entity first: Tab to the linked pane, then j and k".into());
        return Vec::new();
    };
    keep_before(model);
    if breadth(model.size) != Breadth::Wide {
        model.pane = Pane::List;
    }
    model.entity = Some(named.who.clone());
    match named.who {
        Who::Entity(key) => {
            let label = named.label;
            model.list = List::new(Of::Entity { key, label }, Page::default());
            vec![ask_list(model, From::Newest)]
        }
        Who::Name(name) => {
            let query = format!("name:\"{}\" sort:newest", name.replace('"', " "));
            let of = Of::Results {
                query: query.clone(),
                total: None,
            };
            model.list = List::new(of, Page::default());
            vec![ask_search(model, query, 0)]
        }
    }
}

/// Remembers the full list once, under however many lists of results and entities.
pub(super) fn keep_before(model: &mut Model) {
    if model.before.is_none() {
        model.before = Some(Box::new(Before::of(model)));
    }
}

/// Goes to the next mention of the chosen name, or of the one named most.
pub(super) fn next_mention(model: &mut Model) {
    let chosen = named_here(model).cloned();
    let most = || {
        let named = &model.article.as_ref()?.context.named;
        named.iter().max_by_key(|n| n.spans.len()).cloned()
    };
    let Some(named) = chosen.or_else(most) else {
        model.notice = Some("No names were found in this text".into());
        return;
    };
    model.entity = Some(named.who);
    go_to(model, &named.label, &named.spans);
}

/// Goes to the next of the places where the body tells something, and says which one it is.
pub(super) fn go_to(model: &mut Model, label: &str, spans: &[(usize, usize)]) {
    let height = usize::from(areas(model).article.height);
    let Some(article) = &mut model.article else {
        return;
    };
    if let Some((at, of)) = go_to_span(article, 1, height, spans) {
        model.notice = Some(format!("{label}: mention {at} of {of}"));
    }
}

/// Goes to the next of some spans, around the ends; says which one of how many.
pub(super) fn go_to_span(
    article: &mut Article,
    by: isize,
    height: usize,
    spans: &[(usize, usize)],
) -> Option<(usize, usize)> {
    let count = spans.len();
    let now = article
        .focus
        .and_then(|f| spans.iter().position(|s| *s == f));
    let next = if let Some(at) = now {
        (at as isize + by).checked_rem_euclid(count as isize)? as usize
    } else {
        let top = article.first_byte();
        let ahead = spans.iter().position(|s| s.0 >= top).unwrap_or(0);
        if by < 0 {
            ahead.checked_sub(1).unwrap_or(count.checked_sub(1)?)
        } else {
            ahead
        }
    };
    article.show(*spans.get(next)?, height);
    Some((next + 1, count))
}
