//! A program of ours that runs beside the test, and is ended with it.

use std::{
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener},
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

const STARTS_WITHIN: Duration = Duration::from_secs(30);
const ENDS_WITHIN: Duration = Duration::from_secs(8);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A running program. Dropping it ends it, by its process id.
pub(crate) struct Process {
    name: &'static str,
    child: Child,
    lines: Receiver<String>,
}

impl Process {
    /// Starts it. Its standard error goes where the command says.
    pub(crate) fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name} cannot be started"))?;
        let output = child.stdout.take().with_context(|| format!("{name} has no output"))?;
        Ok(Self { name, child, lines: follow(output) })
    }

    /// Waits for the first line from which `read` gets something.
    pub(crate) fn line<T>(&self, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        let end = Instant::now() + STARTS_WITHIN;
        let mut said = Vec::new();
        loop {
            match self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => match read(&line) {
                    Some(found) => return Ok(found),
                    None => said.push(line),
                },
                Err(why) => bail!("{} did not say that it is ready ({why}): {}", self.name, said.join("\n")),
            }
        }
    }

    /// Waits until it has ended by itself; false if it goes on.
    pub(crate) fn ends_by_itself(&mut self) -> bool {
        let end = Instant::now() + ENDS_WITHIN;
        while Instant::now() < end {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(LOOK_EVERY);
        }
        false
    }

    /// Asks it to end, as a service manager would.
    pub(crate) fn ask_to_end(&self) -> bool {
        let id = self.child.id().to_string();
        Command::new("kill").arg(id).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) && self.ask_to_end() && self.ends_by_itself() {
            return;
        }
        // What has ended in between is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address in the line that both servers print when they are ready.
pub(crate) fn listening_on(line: &str) -> Option<String> {
    line.strip_prefix("listening on ").map(|address| address.trim().to_owned())
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Reads to the end, so that the program never waits for a reader.
fn follow(output: ChildStdout) -> Receiver<String> {
    let (send, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // Nobody may be listening any more.
            let _ = send.send(line);
        }
    });
    lines
}
