//! The key table itself: every binding with its title, in the order of the help.

use super::Scope;
use crate::app::Action;

/// Keys that do one thing.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The names of the keys, separated by blanks.
    pub names: &'static str,
    pub scopes: &'static [Scope],
    pub action: Action,
    pub group: Group,
    /// What it does, for the help and the README.
    pub title: &'static str,
    /// The keys as the status line names them.
    pub hint_keys: &'static str,
    /// A word or two for the status line.
    pub hint: &'static str,
}

/// The part of the help a binding stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Moving,
    Following,
    Searching,
    Entities,
    Marking,
    Program,
    SearchLine,
}

impl Group {
    pub const ALL: [Self; 7] = [
        Self::Moving,
        Self::Following,
        Self::Searching,
        Self::Entities,
        Self::Marking,
        Self::Program,
        Self::SearchLine,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Following => "From incident to incident",
            Self::Searching => "Searching",
            Self::Entities => "Names in the text",
            Self::Marking => "Marks",
            Self::Program => "View and program",
            Self::SearchLine => "In the search line",
        }
    }
}

impl Binding {
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.names.split(' ')
    }

    pub fn is_in(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }
}

const BROWSE: &[Scope] = &[Scope::Browse];
const READING: &[Scope] = &[Scope::Browse, Scope::Sheet];
const EVERYWHERE: &[Scope] = &[Scope::Browse, Scope::Sheet, Scope::SearchLine];
const LINE: &[Scope] = &[Scope::SearchLine];

const fn key(
    group: Group,
    scopes: &'static [Scope],
    names: &'static str,
    action: Action,
    title: &'static str,
    (hint_keys, hint): (&'static str, &'static str),
) -> Binding {
    Binding {
        names,
        scopes,
        action,
        group,
        title,
        hint_keys,
        hint,
    }
}

const NONE: (&str, &str) = ("", "");

/// Every binding.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    key(Group::Moving, READING, "j ↓", Action::Down, "down; a count before works, as in 5j", ("j k", "move")),
    key(Group::Moving, READING, "k ↑", Action::Up, "up", NONE),
    key(Group::Moving, READING, "Space PgDn Ctrl-f", Action::PageDown, "page down", NONE),
    key(Group::Moving, READING, "b PgUp Ctrl-b", Action::PageUp, "page up", NONE),
    key(Group::Moving, READING, "Ctrl-d", Action::HalfPageDown, "half a page down", NONE),
    key(Group::Moving, READING, "Ctrl-u", Action::HalfPageUp, "half a page up", NONE),
    key(Group::Moving, READING, "g Home", Action::Top, "first", NONE),
    key(Group::Moving, READING, "G End", Action::Bottom, "last", NONE),
    key(Group::Moving, BROWSE, "}", Action::NextGroup, "next heading: the next year, or what the linked pane has next", NONE),
    key(Group::Moving, BROWSE, "{", Action::PreviousGroup, "previous heading", NONE),
    key(Group::Moving, BROWSE, "Tab", Action::NextPane, "next pane", ("Tab", "pane")),
    key(Group::Moving, BROWSE, "Shift-Tab", Action::PreviousPane, "previous pane", NONE),
    key(Group::Moving, BROWSE, "l →", Action::PaneRight, "pane to the right", NONE),
    key(Group::Moving, BROWSE, "h ←", Action::PaneLeft, "pane to the left", NONE),
    key(Group::Following, BROWSE, "Enter", Action::Open, "open or follow what is under the cursor; in the article: walk its own storyline", ("Enter", "open")),
    key(Group::Following, BROWSE, "[", Action::Earlier, "earlier incident of this storyline", NONE),
    key(Group::Following, BROWSE, "]", Action::Later, "later incident of this storyline", ("[ ]", "earlier later")),
    key(Group::Following, BROWSE, "H Alt-← Backspace", Action::Back, "back along the trail", ("H L", "back forward")),
    key(Group::Following, BROWSE, "L Alt-→", Action::Forward, "forward along the trail", NONE),
    key(Group::Following, READING, "w", Action::Why, "why: the whole score of the link under the cursor", ("w", "why")),
    key(Group::Searching, BROWSE, "/", Action::Search, "search the library", ("/", "search")),
    key(Group::Searching, BROWSE, "S", Action::SaveSearch, "give the search a name; it then stands above the list", ("S", "save")),
    key(Group::Searching, BROWSE, "n", Action::NextMatch, "next match in the article", NONE),
    key(Group::Searching, BROWSE, "N", Action::PreviousMatch, "previous match", NONE),
    key(Group::Searching, READING, "Esc", Action::Leave, "leave results, an entity's stories or this help", ("Esc", "leave")),
    key(Group::Entities, BROWSE, "e", Action::EntityStories, "stories of the entity", ("e", "its stories")),
    key(Group::Entities, BROWSE, "m", Action::NextMention, "next mention of the chosen entity in the text", ("m", "mentions")),
    key(Group::Marking, BROWSE, "r", Action::ToggleRead, "read or unread", NONE),
    key(Group::Marking, BROWSE, "s", Action::ToggleStar, "star", ("s", "star")),
    key(Group::Marking, BROWSE, "u", Action::ToggleUnread, "unread stories only, or all", ("u", "unread")),
    key(Group::Program, BROWSE, "z", Action::ToggleArticleOnly, "article only, or all panes", NONE),
    key(Group::Program, BROWSE, "+", Action::Wider, "wider text", NONE),
    key(Group::Program, BROWSE, "-", Action::Narrower, "narrower text", NONE),
    key(Group::Program, READING, "?", Action::Help, "this help", ("?", "help")),
    key(Group::Program, EVERYWHERE, "Ctrl-l", Action::Redraw, "redraw", NONE),
    key(Group::Program, EVERYWHERE, "Ctrl-z", Action::Suspend, "suspend; fg continues", NONE),
    key(Group::Program, READING, "q", Action::Quit, "back to the full list, or quit", ("q", "quit")),
    key(Group::Program, EVERYWHERE, "Ctrl-c", Action::ForceQuit, "quit", NONE),
    key(Group::SearchLine, LINE, "Enter", Action::Open, "open the result under the cursor", ("Enter", "open")),
    key(Group::SearchLine, LINE, "Esc", Action::Leave, "back to the list as it was", ("Esc", "cancel")),
    key(Group::SearchLine, LINE, "Tab", Action::Complete, "complete a field or a name; again for the next one", ("Tab", "complete")),
    key(Group::SearchLine, LINE, "Ctrl-s", Action::SaveSearch, "give the search a name", NONE),
    key(Group::SearchLine, LINE, "↓ Ctrl-n", Action::Down, "next result", ("↑ ↓", "results")),
    key(Group::SearchLine, LINE, "↑ Ctrl-p", Action::Up, "previous result", NONE),
    key(Group::SearchLine, LINE, "PgDn", Action::PageDown, "a page of results down", NONE),
    key(Group::SearchLine, LINE, "PgUp", Action::PageUp, "a page of results up", NONE),
    key(Group::SearchLine, LINE, "Ctrl-w", Action::EraseWord, "erase a word", ("Ctrl-w", "erase word")),
    key(Group::SearchLine, LINE, "Ctrl-u", Action::EraseLine, "erase the line", NONE),
    key(Group::SearchLine, LINE, "Backspace Ctrl-h", Action::EraseBefore, "erase a character", NONE),
    key(Group::SearchLine, LINE, "Del Ctrl-d", Action::EraseAfter, "erase the character under the cursor", NONE),
    key(Group::SearchLine, LINE, "←", Action::CursorLeft, "left", NONE),
    key(Group::SearchLine, LINE, "→", Action::CursorRight, "right", NONE),
    key(Group::SearchLine, LINE, "Home Ctrl-a", Action::CursorStart, "start of the line", NONE),
    key(Group::SearchLine, LINE, "End Ctrl-e", Action::CursorEnd, "end of the line", NONE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_scope() {
        for scope in [Scope::Browse, Scope::SearchLine, Scope::Sheet] {
            let mut seen = std::collections::BTreeMap::new();
            for binding in BINDINGS.iter().filter(|b| b.is_in(scope)) {
                for key in binding.keys() {
                    let clash = seen.insert(key, binding.title);
                    assert!(
                        clash.is_none(),
                        "{key} in {scope:?}: {clash:?} and {}",
                        binding.title
                    );
                }
            }
        }
    }
}
