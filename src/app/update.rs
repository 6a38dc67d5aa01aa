//! The only place where the model changes: one event in, effects out.

use super::follow;
use super::layout::areas;
use super::listing::{self, count_saved};
use super::model::{Mode, Model, Pane, View};
use super::movement::{edge, group, page, pane, step};
use super::names;
use super::open;
use super::{Action, Effect, Event, LinkedTarget, Sheet, Shows};
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
        Event::Listed { generation, page } => listing::listed(model, generation, page),
        Event::Opened(opened) => open::opened(model, *opened),
        Event::Related(findings) => {
            open::related(model, *findings);
            Vec::new()
        }
        Event::Found(found) => listing::take_results(model, found),
        Event::Counted(counts) => {
            model.counts = counts;
            count_saved(model)
        }
        Event::Changed { added } => listing::changed(model, added),
        Event::Indexing(progress) => {
            model.indexing = Some(progress);
            Vec::new()
        }
        Event::Indexed => listing::indexed(model),
        Event::Saved(rows) => {
            model.saved = rows;
            Vec::new()
        }
        Event::Completed(completed) => super::typing::completed(model, completed),
        Event::Failed(message) => {
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
        Mode::Sheet(sheet) => {
            let sheet = *sheet;
            super::sheet::in_sheet(model, sheet, action, count)
        }
    }
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
        Action::PreviousGroup => group(model, -by),
        Action::NextGroup => group(model, by),
        Action::Top => edge(model, From::Newest),
        Action::Bottom => edge(model, From::Oldest),
        Action::PaneLeft => pane(model, -1, false),
        Action::PaneRight => pane(model, 1, false),
        Action::NextPane => pane(model, 1, true),
        Action::PreviousPane => pane(model, -1, true),
        Action::Click { column, row } => super::mouse::click(model, column, row),
        Action::Wheel { column, row, lines } => super::mouse::wheel(model, column, row, lines),
        _ => act(model, action, by),
    }
}

/// What moves neither a cursor nor the text.
fn act(model: &mut Model, action: Action, by: isize) -> Vec<Effect> {
    match action {
        Action::Open => follow::follow(model),
        Action::Earlier => follow::walk(model, -by),
        Action::Later => follow::walk(model, by),
        Action::Back => follow::along_trail(model, -by),
        Action::Forward => follow::along_trail(model, by),
        Action::Search => super::typing::begin(model),
        Action::NextMatch => next_match(model, by),
        Action::PreviousMatch => next_match(model, -by),
        Action::Leave => listing::leave(model),
        Action::EntityStories => names::stories(model),
        Action::NextMention => {
            names::next_mention(model);
            Vec::new()
        }
        Action::Why => why(model),
        Action::SaveSearch => super::saved::begin(model),
        Action::ToggleRead => toggle(model, Mark::Read),
        Action::ToggleStar => toggle(model, Mark::Starred),
        Action::ToggleUnread => listing::toggle_unread(model),
        Action::ToggleArticleOnly => toggle_article_only(model),
        Action::Wider => widen(model, 4 * by),
        Action::Narrower => widen(model, -4 * by),
        Action::Help => {
            model.mode = Mode::Sheet(Sheet::new(Shows::Keys));
            Vec::new()
        }
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Quit if model.view == View::ArticleOnly => toggle_article_only(model),
        Action::Quit if model.before.is_some() => listing::leave(model),
        Action::Quit | Action::ForceQuit => quit(model),
        // The rest moves, or belongs to the search line.
        _ => Vec::new(),
    }
}

pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    vec![open::save_trail(model), Effect::Quit]
}

/// Shows why the link under the cursor is one.
fn why(model: &mut Model) -> Vec<Effect> {
    let target = model
        .article
        .as_ref()
        .and_then(|a| model.linked.target(&a.context));
    let target = target.filter(|_| model.pane == Pane::Linked);
    model.notice = match target {
        Some(target) if target.link().is_some() => {
            model.mode = Mode::Sheet(Sheet::new(Shows::Why));
            None
        }
        Some(LinkedTarget::Mentioned(_)) => {
            Some("No story reports it: it is only mentioned here".into())
        }
        _ => Some("Choose a related incident first, in the linked pane".into()),
    };
    Vec::new()
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
        let matches = article.matches.clone();
        let went = names::go_to_span(article, by, height, &matches);
        model.notice = went.map(|(at, of)| format!("Match {at} of {of}"));
    }
    Vec::new()
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

pub(super) fn toggle_article_only(model: &mut Model) -> Vec<Effect> {
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
