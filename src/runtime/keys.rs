//! What a terminal sends, as events of the reader. Key codes end here: inward, keys have names.

use crossterm::event::{
    Event as Input, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};
use ratatui::layout::Size;

use crate::app::{Action, Event, Model};
use crate::keymap;

/// Lines that one notch of the wheel scrolls.
const WHEEL: i16 = 3;

/// The event that a key, a click or a new size means now, if it means any.
pub(super) fn event(model: &Model, input: &Input) -> Option<Event> {
    match input {
        Input::Key(key) if key.kind != KeyEventKind::Release => {
            let action = keymap::action(model, &name(*key)?)?;
            Some(Event::Asked(action))
        }
        Input::Mouse(mouse) => mouse_action(*mouse).map(Event::Asked),
        Input::Paste(text) => Some(Event::Pasted(text.clone())),
        Input::Resize(width, height) => Some(Event::Resized(Size::new(*width, *height))),
        _ => None,
    }
}

fn mouse_action(mouse: MouseEvent) -> Option<Action> {
    let (column, row) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Click { column, row }),
        MouseEventKind::ScrollUp => Some(Action::Wheel {
            column,
            row,
            lines: -WHEEL,
        }),
        MouseEventKind::ScrollDown => Some(Action::Wheel {
            column,
            row,
            lines: WHEEL,
        }),
        _ => None,
    }
}

/// The name of a key as the key table writes it; none for keys without one.
pub fn name(key: KeyEvent) -> Option<String> {
    let base = match key.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "Enter".into(),
        KeyCode::Esc => "Esc".into(),
        KeyCode::Backspace => "Backspace".into(),
        KeyCode::Delete => "Del".into(),
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => "Shift-Tab".into(),
        KeyCode::Tab => "Tab".into(),
        KeyCode::BackTab => "Shift-Tab".into(),
        KeyCode::Up => "↑".into(),
        KeyCode::Down => "↓".into(),
        KeyCode::Left => "←".into(),
        KeyCode::Right => "→".into(),
        KeyCode::Home => "Home".into(),
        KeyCode::End => "End".into(),
        KeyCode::PageUp => "PgUp".into(),
        KeyCode::PageDown => "PgDn".into(),
        _ => return None,
    };
    let control = if key.modifiers.contains(KeyModifiers::CONTROL) {
        "Ctrl-"
    } else {
        ""
    };
    let alt = if key.modifiers.contains(KeyModifiers::ALT) {
        "Alt-"
    } else {
        ""
    };
    Some(format!("{control}{alt}{base}"))
}
