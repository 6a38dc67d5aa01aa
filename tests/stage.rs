//! A reader without a terminal: keys go in, screens come out, everything answered at once.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use backstory::app::{Action, Effect, Event, Model, update};
use backstory::import::ensure_bundled;
use backstory::keymap;
use backstory::library::Library;
use backstory::runtime::{Worker, start};
use backstory::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use ratatui::style::Modifier;
use tempfile::TempDir;

/// A reader on a library of its own.
pub(crate) struct Stage {
    pub(crate) model: Model,
    pub(crate) worker: Worker,
    pub(crate) theme: Theme,
    pub(crate) quit: bool,
    folder: TempDir,
}

/// A reader on the bundled collection, as on the first run.
pub(crate) fn stage(width: u16, height: u16) -> Stage {
    open(bundled_copy(), width, height)
}

/// A reader on a library that holds only the given JSON.
pub(crate) fn stage_of(json: &str, width: u16, height: u16) -> Stage {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("given.json");
    std::fs::write(&file, json).expect("written");
    let mut library = Library::open(&folder.path().join("library")).expect("opens");
    let sources = [backstory::import::Source::File(file)];
    let listen = &mut |_: backstory::import::Told<'_>| backstory::import::Flow::Continue;
    backstory::import::import(&mut library, &sources, listen).expect("imports");
    indexed(&library);
    drop(library);
    open_at(folder, "library", width, height)
}

/// A copy of a library that holds the bundled collection.
pub(crate) fn bundled_copy() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(bundled(), folder.path());
    folder
}

fn open(folder: TempDir, width: u16, height: u16) -> Stage {
    open_at(folder, "", width, height)
}

fn open_at(folder: TempDir, inner: &str, width: u16, height: u16) -> Stage {
    let library = Library::open(&folder.path().join(inner)).expect("opens");
    let start = start(&library).expect("starts");
    let mut stage = Stage {
        model: Model::new(Size::new(width, height), start),
        worker: Worker::new(library),
        theme: Theme::sixteen(),
        quit: false,
        folder,
    };
    let begin = stage.model.begin();
    stage.answer(begin);
    stage
}

impl Stage {
    /// Types keys: names of keys, `~80x24` for a new size, `click:3,5`, `wheel:3,5,1`; anything else is typed letter by letter.
    pub(crate) fn keys(mut self, script: &str) -> Self {
        for word in script.split_whitespace() {
            self.word(word);
        }
        self
    }

    fn word(&mut self, word: &str) {
        if let Some(size) = word.strip_prefix('~').and_then(|w| w.split_once('x')) {
            let size = Size::new(
                size.0.parse().expect("width"),
                size.1.parse().expect("height"),
            );
            return self.event(Event::Resized(size));
        }
        let numbers = |text: &str| -> Vec<i32> {
            text.split(',')
                .map(|n| n.parse().expect("number"))
                .collect()
        };
        if let Some(at) = word.strip_prefix("click:").map(numbers) {
            let (column, row) = (at[0] as u16, at[1] as u16);
            return self.event(Event::Asked(Action::Click { column, row }));
        }
        if let Some(at) = word.strip_prefix("wheel:").map(numbers) {
            let (column, row, lines) = (at[0] as u16, at[1] as u16, at[2] as i16);
            return self.event(Event::Asked(Action::Wheel { column, row, lines }));
        }
        let named = keymap::BINDINGS.iter().any(|b| b.keys().any(|k| k == word));
        if named {
            return self.key(word);
        }
        for c in word.chars() {
            self.key(&c.to_string());
        }
    }

    /// Types a text letter by letter, blanks and all.
    pub(crate) fn typed(mut self, text: &str) -> Self {
        for c in text.chars() {
            self.key(&c.to_string());
        }
        self
    }

    /// Adds stories as another process would.
    pub(crate) fn import(&self, json: &str) {
        let folder = self.worker.library().folder().expect("on disk").to_owned();
        let file = self.folder.path().join("more.json");
        std::fs::write(&file, json).expect("written");
        let mut library = Library::open(&folder).expect("opens");
        let sources = [backstory::import::Source::File(file)];
        let listen = &mut |_: backstory::import::Told<'_>| backstory::import::Flow::Continue;
        backstory::import::import(&mut library, &sources, listen).expect("imports");
    }

    /// What the worker does when nobody asks it anything.
    pub(crate) fn look(&mut self) {
        for event in self.worker.look().expect("looks") {
            self.event(event);
        }
    }

    pub(crate) fn key(&mut self, name: &str) {
        if let Some(action) = keymap::action(&self.model, name) {
            self.event(Event::Asked(action));
        }
    }

    pub(crate) fn event(&mut self, event: Event) {
        let effects = update(&mut self.model, event);
        self.answer(effects);
    }

    fn answer(&mut self, mut waiting: Vec<Effect>) {
        while !waiting.is_empty() {
            let effect = waiting.remove(0);
            self.quit |= effect == Effect::Quit;
            if let Some(answer) = self.worker.answer(effect) {
                waiting.extend(update(&mut self.model, answer));
            }
        }
    }

    /// Ends the program and opens it again on the same library.
    pub(crate) fn reopen(mut self) -> Self {
        self.event(Event::Asked(Action::ForceQuit));
        assert!(self.quit);
        let size = self.model.size;
        let inner = self.worker.library().folder().map(Path::to_owned);
        let inside = inner.and_then(|f| f.file_name().map(|n| n.to_string_lossy().into_owned()));
        let inner = if inside.as_deref() == Some("library") {
            "library"
        } else {
            ""
        };
        drop(self.worker);
        open_at(self.folder, inner, size.width, size.height)
    }

    /// The id of the open story.
    pub(crate) fn story(&self) -> &str {
        self.model.article.as_ref().map_or("", |a| a.id())
    }

    /// What a person sees: the cells, and below them what stands out.
    pub(crate) fn screen(&self) -> String {
        let size = self.model.size;
        let backend = TestBackend::new(size.width, size.height);
        let mut terminal = Terminal::new(backend).expect("a terminal");
        terminal
            .draw(|frame| view(&self.model, &self.theme, frame))
            .expect("draws");
        let buffer = terminal.backend().buffer();
        let (mut text, mut marked) = (String::new(), String::new());
        for y in 0..size.height {
            let (mut line, mut run, mut skip) = (String::new(), String::new(), 0_usize);
            for x in 0..size.width {
                let cell = &buffer[(x, y)];
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                skip = backstory::text::width(cell.symbol()).saturating_sub(1);
                line.push_str(cell.symbol());
                let stands_out = cell.modifier.contains(Modifier::REVERSED)
                    || cell.bg != ratatui::style::Color::Reset;
                if stands_out {
                    run.push_str(cell.symbol());
                } else if !run.is_empty() {
                    marked += &format!("{y}: {}\n", run.trim_end());
                    run.clear();
                }
            }
            if !run.is_empty() {
                marked += &format!("{y}: {}\n", run.trim_end());
            }
            text += line.trim_end();
            text.push('\n');
        }
        if marked.is_empty() {
            text
        } else {
            format!("{text}--- stands out ---\n{marked}")
        }
    }
}

/// A library with the bundled collection, made once.
fn bundled() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let mut library = Library::open(folder.path()).expect("opens");
            ensure_bundled(&mut library).expect("imports");
            indexed(&library);
            folder
        })
        .path()
}

/// Brings the index up to the library, however often another process is in the way.
pub(crate) fn indexed(library: &Library) {
    use backstory::library::CaughtUp;
    while library.catch_up().expect("indexed") == CaughtUp::Busy {
        std::thread::yield_now();
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in from.read_dir().expect("a folder") {
        let path: PathBuf = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            std::fs::create_dir_all(&to).expect("made");
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).expect("copied");
        }
    }
}
