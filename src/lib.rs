//! backstory: a terminal news reader that shows what led here.
//!
//! The screen with its parts named; the code uses these names.
//!
//! ```text
//!  header ─ the collection, and how much of it is unread
//! ┌───────────┬──────────────────────────┬───────────────┐
//! │ list      │ article                  │ linked        │
//! │           │  headline, dateline      │  names by     │
//! │  year     │  summary                 │  kind, counts │
//! │ ▌ row     │  body, mentions styled   │  here · all   │
//! │   row     │  SOURCES DISAGREE        │  MONEY, DATES │
//! │   snippet │  SOURCES                 │               │
//! │           │                          │  EARLIER      │
//! │           │                          │  LATER        │
//! │           │                          │  ○ mentioned  │
//! └───────────┴──────────────────────────┴───────────────┘
//!  storyline ─ 2017 Sep●── 2018 Mar●── … [Oct◉]──Nov●
//!  status ─ keys that work now, a notice, or the search line
//! ```
//!
//! Three words carry everything that happens. An [`app::Action`] is what the reader asked, an [`app::Event`] what
//! happened, an [`app::Effect`] what must be done outside. There is one place that changes the model and one that paints it:
//!
//! ```text
//! input thread ── key ─► keymap ─ Action ─► Event::Asked ┐
//! worker thread ───────── answers with their generation ─┤
//! index thread, signals ─────────────────────────────────┤
//!        drain all: app::update(&mut Model, Event) ─► Effects ─► runtime
//!        then once: ui::view(&Model, &Theme, &mut Frame)
//! ```
//!
//! What a story names and tells is found when it is imported ([`analyse::Analysis`]) and kept beside it. Stated links, names and
//! figures are read with the story ([`related::Context`]); what has to be looked for ([`related::Findings`]) follows a moment later.
//!
//! Imports point one way, and a test holds it:
//!
//! ```text
//! text ← story ← analyse ← search ← library ← related ← import ← app ← keymap ← ui ← cli ← runtime ← commands ← main
//! ```
//!
//! On disk a library is one `SQLite` file, which is the truth, and a search index that can be deleted at any time: each of its
//! commits tells up to which change it has come, and the rest is read from the library.

pub mod analyse;
pub mod app;
pub mod cli;
pub mod commands;
pub mod import;
pub mod keymap;
pub mod library;
pub mod related;
pub mod runtime;
pub mod search;
pub mod story;
pub mod text;
pub mod ui;
