//! Styles by what they are for. Two themes: the terminal's own 16 colours, and none.

use ratatui::style::{Color, Modifier, Style};

use crate::story::Kind;

/// A style for everything that has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    pub title: Style,
    pub text: Style,
    pub dim: Style,
    pub heading: Style,
    pub headline: Style,
    pub rule: Style,
    /// The row under the cursor of the pane that has the keys.
    pub cursor: Style,
    /// The row under the cursor of another pane.
    pub faint_cursor: Style,
    pub unread: Style,
    pub star: Style,
    /// A match of the search.
    pub found: Style,
    /// The match or mention the reader went to.
    pub focus: Style,
    /// A mention of the chosen entity.
    pub chosen: Style,
    pub key: Style,
    pub notice: Style,
    pub warning: Style,
    coloured: bool,
}

impl Theme {
    /// The terminal's own 16 colours, which suit a light and a dark background.
    pub fn sixteen() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            title: bold,
            text: plain,
            dim: plain.fg(Color::DarkGray),
            heading: bold.fg(Color::LightBlue),
            headline: bold,
            rule: plain.fg(Color::DarkGray),
            cursor: plain.add_modifier(Modifier::REVERSED),
            faint_cursor: bold,
            unread: plain.fg(Color::Cyan),
            star: plain.fg(Color::Yellow),
            found: bold.fg(Color::Black).bg(Color::Yellow),
            focus: bold.fg(Color::Black).bg(Color::Magenta),
            chosen: bold.add_modifier(Modifier::REVERSED),
            key: bold.fg(Color::Cyan),
            notice: plain.fg(Color::Yellow),
            warning: plain.fg(Color::Yellow),
            coloured: true,
        }
    }

    /// Modifiers only, for `NO_COLOR`: a colour beside a modifier would lose the modifier there.
    pub fn plain() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        Self {
            title: bold,
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            heading: bold,
            headline: bold,
            rule: plain.add_modifier(Modifier::DIM),
            cursor: reversed,
            faint_cursor: bold,
            unread: bold,
            star: bold,
            found: reversed,
            focus: reversed.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            chosen: reversed,
            key: bold,
            notice: bold,
            warning: plain,
            coloured: false,
        }
    }

    /// The style of a name of this kind, in the text and beside it.
    pub fn kind(&self, kind: Kind) -> Style {
        let plain = Style::new();
        if !self.coloured {
            return plain.add_modifier(Modifier::UNDERLINED);
        }
        match kind {
            Kind::Person => plain.fg(Color::Cyan),
            Kind::Organisation => plain.fg(Color::Green),
            Kind::Regulator => plain.fg(Color::Magenta),
            Kind::Place => plain.fg(Color::LightBlue),
            Kind::Product | Kind::Currency | Kind::Other => plain.fg(Color::Yellow),
        }
    }
}
