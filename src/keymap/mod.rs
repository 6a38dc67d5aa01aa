//! The one table from keys to actions. Help, the status line, the README and the reader itself all read it.
//!
//! Keys are names (`j`, `Ctrl-d`, `Shift-Tab`, `↓`), never a terminal library's codes.

mod table;

use crate::app::{Action, Mode, Model, Pane};

pub use table::{BINDINGS, Binding, Group};

/// Where a key means something. Worked out anew at each key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The panes, whichever has the keys.
    Browse,
    /// The search line.
    SearchLine,
    /// A sheet over the panes: the help.
    Sheet,
}

/// The scope of the model now.
pub fn scope(model: &Model) -> Scope {
    match model.mode {
        Mode::Browse => Scope::Browse,
        Mode::Search(_) | Mode::Naming(_) => Scope::SearchLine,
        Mode::Sheet(_) => Scope::Sheet,
    }
}

/// What a key asks for now.
pub fn action(model: &Model, key: &str) -> Option<Action> {
    let scope = scope(model);
    let bound = BINDINGS
        .iter()
        .find(|b| b.is_in(scope) && b.keys().any(|k| k == key));
    if let Some(binding) = bound {
        return Some(binding.action);
    }
    let typed = one_char(key)?;
    match scope {
        Scope::SearchLine => Some(Action::Type(typed)),
        // A count begins with 1 to 9.
        Scope::Browse | Scope::Sheet => {
            let digit = typed.to_digit(10)?;
            (digit > 0 || model.count.is_some()).then_some(Action::Digit(digit as u8))
        }
    }
}

/// The character a key types, if it types one.
fn one_char(key: &str) -> Option<char> {
    if key == "Space" {
        return Some(' ');
    }
    let mut chars = key.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// The keys the status line names: those that do something in the pane that has the keys, the most useful first.
pub fn hints(model: &Model) -> Vec<(&'static str, &'static str)> {
    let wanted: &[Action] = match (&model.mode, model.pane) {
        (Mode::Search(_), _) => &[Action::Open, Action::Down, Action::Complete, Action::Leave],
        (Mode::Naming(_), _) => &[],
        (Mode::Sheet(_), _) => &[Action::Down, Action::Leave],
        (Mode::Browse, Pane::List) => &[
            Action::Open,
            Action::Search,
            Action::Later,
            Action::NextPane,
            Action::ToggleUnread,
            Action::ToggleStar,
            Action::Help,
            Action::Quit,
        ],
        (Mode::Browse, Pane::Article) => &[
            Action::Later,
            Action::Back,
            Action::NextPane,
            Action::Search,
            Action::NextMention,
            Action::ToggleStar,
            Action::Help,
            Action::Quit,
        ],
        (Mode::Browse, Pane::Linked) => &[
            Action::Open,
            Action::Later,
            Action::EntityStories,
            Action::Why,
            Action::NextMention,
            Action::NextPane,
            Action::Back,
            Action::Help,
            Action::Quit,
        ],
    };
    let scope = scope(model);
    let mut hints = Vec::new();
    if model.before.is_some() && model.mode == Mode::Browse {
        hints.push(("Esc", "full list"));
        if model.list.is_results() {
            hints.push(("S", "save search"));
        }
    }
    if model.query.is_some() && model.mode == Mode::Browse && model.pane == Pane::Article {
        hints.push(("n N", "match"));
    }
    for action in wanted {
        let binding = BINDINGS
            .iter()
            .find(|b| b.is_in(scope) && b.action == *action);
        hints.extend(binding.map(|b| (b.hint_keys, b.hint)));
    }
    hints
}
