//! One line a running task: its name, how long it has run, and the last thing it said.
//!
//! On a terminal the lines move; in a log each task says when it starts, once a minute that it lives, and when it ends.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

const REDRAW_EVERY: Duration = Duration::from_millis(250);
const REMIND_EVERY: Duration = Duration::from_secs(60);
const WIDTH: usize = 100;

static BOARD: Mutex<Board> = Mutex::new(Board { lines: Vec::new(), drawn: 0 });
static TICKER: Once = Once::new();
static NEXT: AtomicUsize = AtomicUsize::new(0);

/// Something that runs and takes a while.
pub(crate) struct Task {
    id: usize,
    started: Instant,
}

impl Task {
    /// Shows a new line.
    pub(crate) fn start(title: &str) -> Self {
        TICKER.call_once(|| {
            thread::spawn(tick);
        });
        let started = Instant::now();
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let mut board = board();
        if !stderr().is_terminal() {
            eprintln!("… {title}");
        }
        board.lines.push(Line {
            id,
            title: title.to_owned(),
            note: String::new(),
            started,
            reminded: started,
        });
        board.redraw();
        Self { id, started }
    }

    /// Keeps the last thing that the task said.
    pub(crate) fn note(&self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if let Some(line) = board().lines.iter_mut().find(|line| line.id == self.id) {
            text.clone_into(&mut line.note);
        }
    }

    /// Takes the line away and leaves one that says how long it took.
    pub(crate) fn done(self) {
        board().finish(self.id, "✓", self.started);
    }

    /// The same for a task that did not succeed.
    pub(crate) fn failed(self) {
        board().finish(self.id, "✗", self.started);
    }
}

/// The time since a moment, as a person reads it.
pub(crate) fn seconds(since: Instant) -> String {
    let seconds = since.elapsed().as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

struct Line {
    id: usize,
    title: String,
    note: String,
    started: Instant,
    reminded: Instant,
}

struct Board {
    lines: Vec<Line>,
    drawn: usize,
}

impl Board {
    fn finish(&mut self, id: usize, mark: &str, started: Instant) {
        let Some(index) = self.lines.iter().position(|line| line.id == id) else { return };
        let line = self.lines.remove(index);
        self.wipe();
        eprintln!("{mark} {} ({})", line.title, seconds(started));
        self.redraw();
    }

    fn wipe(&mut self) {
        if self.drawn > 0 {
            eprint!("\x1b[{}A\x1b[J", self.drawn);
            self.drawn = 0;
        }
    }

    fn redraw(&mut self) {
        if !stderr().is_terminal() {
            return;
        }
        self.wipe();
        for line in &self.lines {
            let text = format!("  {} {} {}", line.title, seconds(line.started), line.note);
            let text: String = text.chars().filter(|c| !c.is_control()).take(WIDTH).collect();
            eprintln!("{text}");
            self.drawn += 1;
        }
        // Nothing is to be done for a screen that takes no text.
        let _ = stderr().flush();
    }

    fn remind(&mut self) {
        for line in &mut self.lines {
            if line.reminded.elapsed() >= REMIND_EVERY {
                line.reminded = Instant::now();
                eprintln!("  {} ({} so far) {}", line.title, seconds(line.started), line.note);
            }
        }
    }
}

fn board() -> MutexGuard<'static, Board> {
    BOARD.lock().unwrap_or_else(PoisonError::into_inner)
}

fn tick() {
    loop {
        thread::sleep(REDRAW_EVERY);
        let mut board = board();
        if stderr().is_terminal() { board.redraw() } else { board.remind() }
    }
}
