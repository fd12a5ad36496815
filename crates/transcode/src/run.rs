//! Runs ffmpeg and ffprobe: without a shell, without a terminal, and never longer than anybody waits for them.

use std::{
    ffi::OsString,
    fs::File,
    io::{self, BufRead as _, BufReader, Read, Write as _},
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    thread::{self, JoinHandle},
};

use crate::problem::TranscodeError;

/// What is kept of the beginning of what a program says, and as much of its end.
const SAID_BYTES: usize = 16 * 1024;

/// What ffmpeg ends with when it was told to stop.
const BY_SIGNAL: i32 = 255;

/// A program with its arguments.
pub(crate) struct Call<'a> {
    program: &'a Path,
    arguments: Vec<OsString>,
    folder: Option<&'a Path>,
    input: Vec<PathBuf>,
}

impl<'a> Call<'a> {
    pub(crate) fn new(program: &'a Path, arguments: impl IntoIterator<Item = OsString>) -> Self {
        Self { program, arguments: arguments.into_iter().collect(), folder: None, input: Vec::new() }
    }

    /// It works in this folder.
    pub(crate) fn within(mut self, folder: &'a Path) -> Self {
        self.folder = Some(folder);
        self
    }

    /// It is given these files, one after the other, as its standard input.
    pub(crate) fn fed(mut self, files: Vec<PathBuf>) -> Self {
        self.input = files;
        self
    }

    fn start(self) -> Result<Running, TranscodeError> {
        let mut command = Command::new(self.program);
        command.args(self.arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.stdin(if self.input.is_empty() { Stdio::null() } else { Stdio::piped() });
        if let Some(folder) = self.folder {
            command.current_dir(folder);
        }
        let mut child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => TranscodeError::NoFfmpeg { tool: self.program.display().to_string() },
            _ => TranscodeError::of(self.program, error),
        })?;
        if let Some(stdin) = child.stdin.take() {
            // It ends by itself when the program does: writing fails then.
            thread::spawn(move || feed(stdin, &self.input));
        }
        let said = child.stderr.take().map(|stderr| thread::spawn(move || listen(stderr)));
        Ok(Running { child, said })
    }
}

/// A running program, ended when dropped.
struct Running {
    child: Child,
    said: Option<JoinHandle<Said>>,
}

impl Running {
    fn end(mut self) -> Result<(ExitStatus, Said), TranscodeError> {
        let status = self.child.wait().map_err(|error| TranscodeError::Tool { said: error.to_string() })?;
        let said = self.said.take().and_then(|said| said.join().ok()).unwrap_or_default();
        Ok((status, said))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Fails where it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a program said on its standard error.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// Its beginning and its end.
    pub(crate) text: String,
    /// How many lines.
    pub(crate) lines: usize,
}

/// What a program wrote, and said.
pub(crate) struct Output {
    pub(crate) ok: bool,
    pub(crate) bytes: Vec<u8>,
    pub(crate) said: Said,
}

/// Runs it to its end and keeps what it writes, as many bytes of it.
pub(crate) fn output(call: Call<'_>, most: u64) -> Result<Output, TranscodeError> {
    let mut running = call.start()?;
    let mut bytes = Vec::new();
    if let Some(stdout) = running.child.stdout.take() {
        // What cannot be read is missing in what was written, and seen there.
        let _ = stdout.take(most).read_to_end(&mut bytes);
    }
    let (status, said) = running.end()?;
    Ok(Output { ok: status.success(), bytes, said })
}

/// How far ffmpeg came.
pub(crate) struct Done {
    pub(crate) ok: bool,
    /// Frames written.
    pub(crate) frames: u64,
    /// Where it ended, in microseconds.
    pub(crate) end: u64,
    pub(crate) said: Said,
}

impl Done {
    /// Was everything written below this path?
    pub(crate) fn checked(self, path: &Path) -> Result<Self, TranscodeError> {
        match TranscodeError::unwritten(&self.said.text, path) {
            Some(error) => Err(error),
            None if !self.ok => Err(TranscodeError::of_tool(&self.said.text, path)),
            None => Ok(self),
        }
    }
}

/// Runs ffmpeg, which was asked for `-progress pipe:1`, and tells how many microseconds are done.
pub(crate) fn follow(
    call: Call<'_>,
    tell: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Done, TranscodeError> {
    let mut running = call.start()?;
    let (mut frames, mut end) = (0, 0);
    if let Some(stdout) = running.child.stdout.take() {
        for line in BufReader::new(stdout.take(u64::from(u32::MAX))).lines().map_while(Result::ok) {
            match line.split_once('=') {
                Some(("frame", count)) => frames = count.trim().parse().unwrap_or(frames),
                Some(("out_time_us", time)) => {
                    end = time.trim().parse().unwrap_or(end);
                    if tell(end).is_break() {
                        return Err(TranscodeError::Stopped);
                    }
                }
                _ => {}
            }
        }
    }
    let (status, said) = running.end()?;
    if status.code() == Some(BY_SIGNAL) {
        // Somebody pressed Ctrl-C, and it was told before we were.
        return Err(TranscodeError::Stopped);
    }
    Ok(Done { ok: status.success(), frames, end, said })
}

fn feed(mut stdin: ChildStdin, files: &[PathBuf]) {
    for file in files {
        let Ok(mut file) = File::open(file) else { return };
        if io::copy(&mut file, &mut stdin).is_err() {
            return;
        }
    }
    let _ = stdin.flush();
}

fn listen(stderr: impl Read) -> Said {
    let mut said = Said::default();
    let (mut first, mut last) = (Vec::new(), Vec::new());
    let mut reader = BufReader::new(stderr);
    loop {
        let mut line = Vec::new();
        match reader.by_ref().take(SAID_BYTES as u64).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => break,
            Ok(_) => said.lines += 1,
        }
        if first.len() + line.len() <= SAID_BYTES {
            first.extend(line);
        } else {
            last.extend(line);
            let over = last.len().saturating_sub(SAID_BYTES);
            last.drain(..over);
        }
    }
    first.extend(last);
    said.text = String::from_utf8_lossy(&first).into_owned();
    said
}
