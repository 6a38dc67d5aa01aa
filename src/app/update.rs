//! The only place where the model changes: one event in, effects out.

use super::layout::{Breadth, areas, breadth};
use super::list::{PAGE, RESULTS};
use super::model::{Mode, Model, Pane, View};
use super::open::{self, Opening};
use super::search::Before;
use super::{Action, Article, Effect, Event, Found, Help, LinkedTarget, List, Of, Page};
use crate::library::{From, Mark};
use crate::search::parse;

/// Narrowest and widest text the reader can choose (columns).
const TEXT_WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// Applies an event.
#[must_use]
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    let effects = match event {
        Event::Asked(action) => asked(model, action),
        Event::Pasted(text) => super::typing::paste(model, &text),
        Event::Resized(size) => {
            model.size = size;
            Vec::new()
        }
        Event::Listed { generation, page } => listed(model, generation, page),
        Event::Opened(opened) => open::opened(model, *opened),
        Event::Found(found) => take_results(model, found),
        Event::Counted(counts) => {
            model.counts = counts;
            count_saved(model)
        }
        Event::Changed { added } => changed(model, added),
        Event::Indexing(progress) => {
            model.indexing = Some(progress);
            Vec::new()
        }
        Event::Indexed => indexed(model),
        Event::Saved(rows) => {
            model.saved = rows;
            Vec::new()
        }
        Event::Completed(completed) => super::typing::completed(model, completed),
        Event::Failed(message) => {
            model.opening = Opening::Preview;
            model.notice = Some(message);
            Vec::new()
        }
    };
    settle(model);
    effects
}

/// Lays out what has changed and brings cursors into sight. Run after every event.
pub(super) fn settle(model: &mut Model) {
    let areas = areas(model);
    let width = model.text_width;
    if let Some(article) = &mut model.article {
        if areas.article.width > 0 {
            article.lay_out(usize::from(areas.article.width), width);
            article.scroll_by(0, usize::from(areas.article.height));
        }
        let height = usize::from(areas.linked.height);
        if height > 0 {
            let columns = usize::from(areas.linked.width);
            model.linked.show_cursor(&article.context, columns, height);
        }
    }
    model.list.show_cursor(list_height(areas.list.height));
}

/// The rows of the list pane below its title.
fn list_height(pane: u16) -> usize {
    usize::from(pane.saturating_sub(1))
}

fn asked(model: &mut Model, action: Action) -> Vec<Effect> {
    model.notice = None;
    if let Action::Digit(digit) = action {
        let count = model.count.unwrap_or(0) * 10 + usize::from(digit);
        model.count = Some(count.min(99_999));
        return Vec::new();
    }
    let typed = model.count.take();
    let count = typed.unwrap_or(1).max(1);
    match &model.mode {
        Mode::Browse => browse(model, action, count),
        Mode::Search(_) => super::typing::type_action(model, action),
        Mode::Naming(_) => super::typing::name_action(model, action),
        Mode::Help(help) => {
            let help = *help;
            in_help(model, help, action, count)
        }
    }
}

fn in_help(model: &mut Model, mut help: Help, action: Action, count: usize) -> Vec<Effect> {
    let page = usize::from(model.size.height.saturating_sub(4)).max(1);
    help.scroll = match action {
        Action::Up => help.scroll.saturating_sub(count),
        Action::Down => help.scroll.saturating_add(count),
        Action::PageUp | Action::HalfPageUp => help.scroll.saturating_sub(page),
        Action::PageDown | Action::HalfPageDown => help.scroll.saturating_add(page),
        Action::Top => 0,
        Action::Bottom => usize::from(u16::MAX),
        Action::Wheel { lines, .. } => help.scroll.saturating_add_signed(lines.into()),
        Action::ForceQuit => return quit(model),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Help | Action::Leave | Action::Quit => {
            model.mode = Mode::Browse;
            return Vec::new();
        }
        _ => help.scroll,
    };
    model.mode = Mode::Help(help);
    Vec::new()
}

pub(super) fn browse(model: &mut Model, action: Action, count: usize) -> Vec<Effect> {
    let by = count as isize;
    match action {
        Action::Up => step(model, -by),
        Action::Down => step(model, by),
        Action::HalfPageUp => page(model, -by, 2),
        Action::HalfPageDown => page(model, by, 2),
        Action::PageUp => page(model, -by, 1),
        Action::PageDown => page(model, by, 1),
        Action::Top => edge(model, From::Newest),
        Action::Bottom => edge(model, From::Oldest),
        Action::PaneLeft => pane(model, -1, false),
        Action::PaneRight => pane(model, 1, false),
        Action::NextPane => pane(model, 1, true),
        Action::PreviousPane => pane(model, -1, true),
        Action::Open => follow(model),
        Action::Earlier => walk(model, -by),
        Action::Later => walk(model, by),
        Action::Back => along_trail(model, -by),
        Action::Forward => along_trail(model, by),
        Action::Search => super::typing::begin(model),
        Action::NextMatch => next_match(model, by),
        Action::PreviousMatch => next_match(model, -by),
        Action::Leave => leave(model),
        Action::EntityStories => entity_stories(model),
        Action::NextMention => next_mention(model),
        Action::SaveSearch => super::saved::begin(model),
        Action::ToggleRead => toggle(model, Mark::Read),
        Action::ToggleStar => toggle(model, Mark::Starred),
        Action::ToggleUnread => toggle_unread(model),
        Action::ToggleArticleOnly => toggle_article_only(model),
        Action::Wider => widen(model, 4 * by),
        Action::Narrower => widen(model, -4 * by),
        Action::Help => {
            model.mode = Mode::Help(Help::default());
            Vec::new()
        }
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Quit if model.view == View::ArticleOnly => toggle_article_only(model),
        Action::Quit if model.before.is_some() => leave(model),
        Action::Quit | Action::ForceQuit => quit(model),
        Action::Click { column, row } => super::mouse::click(model, column, row),
        Action::Wheel { column, row, lines } => super::mouse::wheel(model, column, row, lines),
        // These belong to the search line.
        Action::Digit(_)
        | Action::Type(_)
        | Action::Complete
        | Action::EraseBefore
        | Action::EraseAfter
        | Action::EraseWord
        | Action::EraseLine
        | Action::CursorLeft
        | Action::CursorRight
        | Action::CursorStart
        | Action::CursorEnd => Vec::new(),
    }
}

pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    vec![open::save_trail(model), Effect::Quit]
}

/// Moves by rows in the pane that has the keys.
pub(super) fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    match model.pane {
        Pane::List => step_list(model, by),
        Pane::Article => {
            let height = areas(model).article.height;
            if let Some(article) = &mut model.article {
                article.scroll_by(by, height.into());
            }
            Vec::new()
        }
        Pane::Linked => {
            if let Some(article) = &model.article {
                model.linked.step(by, &article.context);
            }
            Vec::new()
        }
    }
}

/// Moves the list's cursor and shows what it stands on.
pub(super) fn step_list(model: &mut Model, by: isize) -> Vec<Effect> {
    if super::saved::step(model, by) {
        return Vec::new();
    }
    if !model.list.step(by) {
        return more(model).into_iter().collect();
    }
    let mut effects: Vec<Effect> = more(model).into_iter().collect();
    effects.extend(preview(model));
    effects
}

/// Asks for the story under the list's cursor, to show it.
pub(super) fn preview(model: &mut Model) -> Option<Effect> {
    if model.opening != Opening::Preview {
        // The reader has just chosen a story: that one comes.
        return None;
    }
    let id = model.list.current()?.row.id.clone();
    if model.article.as_ref().is_some_and(|a| a.id() == id) {
        // An older question must not bring another story over this one.
        open::forget(model);
        return None;
    }
    Some(open::ask(model, &id, Opening::Preview))
}

/// Asks for more of the list when its cursor comes near an end of what is here.
fn more(model: &mut Model) -> Option<Effect> {
    if let Some(from) = model.list.wanted() {
        return Some(ask_list(model, from));
    }
    match &model.list.of {
        Of::Results { query, .. } if model.list.wants_results() => {
            let (text, skip) = (query.clone(), model.list.entries.len());
            Some(ask_search(model, text, skip))
        }
        _ => None,
    }
}

pub(super) fn ask_search(model: &mut Model, text: String, skip: usize) -> Effect {
    model.asked.search += 1;
    Effect::Search {
        generation: model.asked.search,
        text,
        skip,
        count: RESULTS,
    }
}

fn ask_list(model: &mut Model, from: From) -> Effect {
    model.asked.list += 1;
    model.asked.from = Some(from);
    Effect::List {
        generation: model.asked.list,
        filter: model.list.filter(),
        from,
        count: PAGE,
    }
}

fn listed(model: &mut Model, generation: u64, page: Page) -> Vec<Effect> {
    let Some(from) = model.asked.from else {
        return Vec::new();
    };
    if generation != model.asked.list {
        return Vec::new();
    }
    model.asked.from = None;
    let fresh = matches!(from, From::Newest | From::Oldest);
    let open = model.article.as_ref().map(|a| a.id().to_owned());
    model.list.join(from, page);
    if fresh && from == From::Newest && model.list.of != Of::Everything {
        // A list that was just chosen: the cursor stays on the open story where the list has it.
        open.as_deref().map(|id| model.list.seek(id));
    }
    if fresh {
        preview(model).into_iter().collect()
    } else {
        Vec::new()
    }
}

/// New stories: the list stays where it is; what is above it is read when the reader goes there.
fn changed(model: &mut Model, added: u64) -> Vec<Effect> {
    if !model.list.is_results() {
        model.list.begins = false;
        model.list.ends = false;
    }
    model.notice = match added {
        0 => None,
        1 => Some("1 new story".into()),
        n => Some(format!("{n} new stories")),
    };
    more(model).into_iter().collect()
}

/// Counts the saved searches anew, where there are any.
fn count_saved(model: &Model) -> Vec<Effect> {
    if model.saved.is_empty() {
        Vec::new()
    } else {
        vec![Effect::CountSaved]
    }
}

/// What was searched while the index was behind is searched again, unless the reader has gone on into the results.
fn indexed(model: &mut Model) -> Vec<Effect> {
    model.indexing = None;
    let mut effects = count_saved(model);
    match &model.list.of {
        Of::Results { query, .. } if model.list.cursor == 0 => {
            let text = query.clone();
            let open_best = model.asked.open_best == model.asked.search;
            let effect = ask_search(model, text, 0);
            if open_best {
                model.asked.open_best = model.asked.search;
            }
            effects.push(effect);
        }
        _ => {}
    }
    effects
}

pub(super) fn take_results(model: &mut Model, found: Found) -> Vec<Effect> {
    if found.generation != model.asked.search {
        return Vec::new();
    }
    model.asked.found = found.generation;
    let Of::Results { total, .. } = &mut model.list.of else {
        return Vec::new();
    };
    *total = Some(found.total);
    if found.skipped > 0 {
        model.list.entries.extend(found.page.entries);
        model.list.ends = found.page.ends;
        return Vec::new();
    }
    model.list.entries = found.page.entries;
    model.list.ends = found.page.ends;
    model.list.cursor = 0;
    model.list.top = 0;
    let awaited = model.asked.open_best == found.generation && !model.list.entries.is_empty();
    if awaited && model.pane == Pane::List {
        model.asked.open_best = 0;
        return follow(model);
    }
    preview(model).into_iter().collect()
}

fn page(model: &mut Model, pages: isize, part: isize) -> Vec<Effect> {
    let areas = areas(model);
    let height = match model.pane {
        Pane::List => areas.list.height.saturating_sub(2),
        Pane::Article => areas.article.height.saturating_sub(1),
        Pane::Linked => areas.linked.height / 4,
    };
    let rows = (height as isize / part).max(1);
    step(model, pages.saturating_mul(rows))
}

fn edge(model: &mut Model, from: From) -> Vec<Effect> {
    let end = from == From::Oldest;
    let reached = if end {
        model.list.ends
    } else {
        model.list.begins
    };
    if model.pane == Pane::List && !reached && !model.list.is_results() {
        return vec![ask_list(model, from)];
    }
    step(model, if end { isize::MAX / 2 } else { isize::MIN / 2 })
}

fn pane(model: &mut Model, by: isize, around: bool) -> Vec<Effect> {
    const ORDER: [Pane; 3] = [Pane::List, Pane::Article, Pane::Linked];
    if model.view == View::ArticleOnly {
        model.view = View::Panes;
    }
    let at = model.pane as isize + by;
    let to = if around {
        at.rem_euclid(3)
    } else {
        at.clamp(0, 2)
    };
    open::go_to(model, ORDER[to as usize])
}

/// Enter: opens or follows what is under the cursor.
pub(super) fn follow(model: &mut Model) -> Vec<Effect> {
    match model.pane {
        Pane::List => {
            if let Some(effects) = super::saved::open(model) {
                return effects;
            }
            let Some(id) = model.list.current().map(|e| e.row.id.clone()) else {
                return Vec::new();
            };
            model.pane = Pane::Article;
            choose(model, &id)
        }
        Pane::Article => {
            open::anchor(model);
            open::commit(model)
        }
        Pane::Linked => {
            let Some(article) = &model.article else {
                return Vec::new();
            };
            match model.linked.target(&article.context) {
                Some(LinkedTarget::Entity(_)) => entity_stories(model),
                Some(LinkedTarget::Related(related)) => {
                    let id = related.row.id.clone();
                    if breadth(model.size) != Breadth::Wide {
                        model.pane = Pane::Article;
                    }
                    choose(model, &id)
                }
                None => Vec::new(),
            }
        }
    }
}

/// Opens a story by choice; one that is already shown only begins its storyline.
fn choose(model: &mut Model, id: &str) -> Vec<Effect> {
    if model.article.as_ref().is_some_and(|a| a.id() == id) {
        open::forget(model);
        open::anchor(model);
        return open::commit(model);
    }
    let mut effects = open::commit(model);
    effects.push(open::ask(model, id, Opening::Choice));
    effects
}

fn walk(model: &mut Model, by: isize) -> Vec<Effect> {
    let (Some(article), Some(storyline)) = (&model.article, &model.storyline) else {
        return Vec::new();
    };
    let Some(id) = open::neighbour(storyline, article.id(), by) else {
        let end = if by < 0 { "No earlier" } else { "No later" };
        let cure = if storyline.anchor == article.id() {
            ""
        } else {
            "; Enter takes up this story's own"
        };
        model.notice = Some(format!("{end} incident in this storyline{cure}"));
        return Vec::new();
    };
    let mut effects = open::commit(model);
    effects.push(open::ask(model, &id, Opening::Walk));
    effects
}

fn along_trail(model: &mut Model, by: isize) -> Vec<Effect> {
    // A story that was only looked at is not on the trail: back leads to the stop it was looked at from.
    let shown = model.article.as_ref().map(|a| a.id().to_owned());
    let looking = model
        .trail
        .here()
        .is_some_and(|stop| Some(&stop.story) != shown.as_ref());
    let by = if looking && by < 0 { by + 1 } else { by };
    // What was read here is noted before the trail moves on.
    let save = open::save_trail(model);
    let Some(stop) = model.trail.step(by).cloned() else {
        model.notice = Some(
            if by < 0 {
                "The trail begins here"
            } else {
                "The trail ends here"
            }
            .into(),
        );
        return Vec::new();
    };
    vec![
        save,
        open::ask(model, &stop.story, Opening::Return(stop.scroll)),
    ]
}

/// The entity under the linked pane's cursor, or the one chosen before.
fn entity_here(model: &Model) -> Option<(i64, String)> {
    let article = model.article.as_ref()?;
    if model.pane == Pane::Linked
        && let Some(LinkedTarget::Entity(named)) = model.linked.target(&article.context)
    {
        return Some((named.key, named.label.clone()));
    }
    let chosen = article
        .context
        .named
        .iter()
        .find(|n| Some(n.key) == model.entity)?;
    Some((chosen.key, chosen.label.clone()))
}

fn entity_stories(model: &mut Model) -> Vec<Effect> {
    let Some((key, label)) = entity_here(model) else {
        model.notice = Some("Choose an entity first: Tab to the linked pane, then j and k".into());
        return Vec::new();
    };
    model.entity = Some(key);
    keep_before(model);
    model.list = List::new(Of::Entity { key, label }, Page::default());
    if breadth(model.size) != Breadth::Wide {
        model.pane = Pane::List;
    }
    vec![ask_list(model, From::Newest)]
}

/// Remembers the full list once, under however many lists of results and entities.
pub(super) fn keep_before(model: &mut Model) {
    if model.before.is_none() {
        model.before = Some(Box::new(Before::of(model)));
    }
}

/// Esc: gives the list back that a search or an entity replaced; then the marks in the text go too.
fn leave(model: &mut Model) -> Vec<Effect> {
    if let Some(before) = model.before.take() {
        let shown = model.article.as_ref().map(|a| a.id().to_owned());
        before.restore_list(model);
        if let Some(id) = shown {
            model.list.seek(&id);
        }
        forget_query(model);
        if breadth(model.size) != Breadth::Wide {
            model.pane = Pane::List;
        }
        return preview_if_listing(model);
    }
    if model.entity.is_some() || model.query.is_some() {
        model.entity = None;
        forget_query(model);
    } else if model.view == View::ArticleOnly {
        return toggle_article_only(model);
    }
    Vec::new()
}

fn preview_if_listing(model: &mut Model) -> Vec<Effect> {
    if model.pane == Pane::List {
        preview(model).into_iter().collect()
    } else {
        Vec::new()
    }
}

pub(super) fn forget_query(model: &mut Model) {
    model.query = None;
    if let Some(article) = &mut model.article {
        article.matches.clear();
        article.focus = None;
    }
}

fn next_match(model: &mut Model, by: isize) -> Vec<Effect> {
    let height = usize::from(areas(model).article.height);
    let Some(article) = &mut model.article else {
        return Vec::new();
    };
    if model.query.is_none() {
        model.notice = Some("Nothing is searched for: / searches".into());
    } else if article.matches.is_empty() {
        model.notice = Some("No match in this text".into());
    } else {
        let (at, of) = go_to_span(article, by, height, |a| a.matches.clone());
        model.notice = Some(format!("Match {at} of {of}"));
    }
    Vec::new()
}

fn next_mention(model: &mut Model) -> Vec<Effect> {
    let height = usize::from(areas(model).article.height);
    let chosen = entity_here(model).map(|(key, _)| key);
    let Some(article) = &mut model.article else {
        return Vec::new();
    };
    let most = article.context.named.iter().max_by_key(|n| n.here);
    let Some(key) = chosen.or(most.map(|n| n.key)) else {
        model.notice = Some("This text names nobody the library knows".into());
        return Vec::new();
    };
    model.entity = Some(key);
    let (at, of) = go_to_span(article, 1, height, |a| {
        let mentions = a.context.stored.mentions.iter().filter(|m| m.entity == key);
        mentions.map(|m| (m.start, m.end)).collect()
    });
    let label = article
        .context
        .named
        .iter()
        .find(|n| n.key == key)
        .map_or("", |n| &n.label);
    model.notice = Some(format!("{label}: mention {at} of {of}"));
    Vec::new()
}

/// Goes to the next of some spans, around the ends; says which one of how many.
fn go_to_span(
    article: &mut Article,
    by: isize,
    height: usize,
    spans: impl Fn(&Article) -> Vec<(usize, usize)>,
) -> (usize, usize) {
    let spans = spans(article);
    let count = spans.len();
    let now = article
        .focus
        .and_then(|f| spans.iter().position(|s| *s == f));
    let next = if let Some(at) = now {
        (at as isize + by).rem_euclid(count as isize) as usize
    } else {
        let top = article.first_byte();
        let ahead = spans.iter().position(|s| s.0 >= top).unwrap_or(0);
        if by < 0 {
            ahead.checked_sub(1).unwrap_or(count - 1)
        } else {
            ahead
        }
    };
    article.show(spans[next], height);
    (next + 1, count)
}

fn toggle(model: &mut Model, mark: Mark) -> Vec<Effect> {
    let row = match (model.pane, &model.article) {
        (Pane::List, _) | (_, None) => model.list.current().map(|e| &e.row),
        (_, Some(article)) => Some(&article.context.stored.row),
    };
    let Some(row) = row else {
        return Vec::new();
    };
    let on = match mark {
        Mark::Read => !row.read,
        Mark::Starred => !row.starred,
    };
    let id = row.id.clone();
    vec![open::set_mark(model, &id, mark, on)]
}

fn toggle_unread(model: &mut Model) -> Vec<Effect> {
    if model.list.is_results() {
        model.notice = Some("u works on the whole list: Esc leaves the results".into());
        return Vec::new();
    }
    model.list.unread = !model.list.unread;
    vec![ask_list(model, From::Newest)]
}

fn toggle_article_only(model: &mut Model) -> Vec<Effect> {
    match model.view {
        View::Panes => {
            model.view = View::ArticleOnly;
            open::go_to(model, Pane::Article)
        }
        View::ArticleOnly => {
            model.view = View::Panes;
            Vec::new()
        }
    }
}

fn widen(model: &mut Model, by: isize) -> Vec<Effect> {
    let to = model.text_width.saturating_add_signed(by);
    model.text_width = to.clamp(*TEXT_WIDTHS.start(), *TEXT_WIDTHS.end());
    model.notice = Some(format!("Text at most {} columns wide", model.text_width));
    Vec::new()
}

/// Parses a query for marking its matches in the text.
pub(super) fn set_query(model: &mut Model, text: &str) {
    model.query = Some(parse(text)).filter(|_| !text.trim().is_empty());
}
