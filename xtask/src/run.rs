//! Starting other programs, so that each says what it is doing and what went wrong.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::place;
use crate::progress::{self, Task};

/// How much of a failed program's output is shown.
const LINES_SHOWN: usize = 200;

/// How the names of the variables begin that Cargo sets for the program that it runs.
const OF_XTASK: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_NAME", "CARGO_CRATE_NAME"];

/// A command that finds the project's own tools first.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(program);
    // What Cargo said of xtask itself is not true of what is built next, and some build scripts look at it.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| OF_XTASK.iter().any(|prefix| name.starts_with(prefix))) {
            command.env_remove(name);
        }
    }
    // Trunk takes NO_COLOR for a flag of its own and refuses "1".
    command.args(arguments).env("PATH", place::search_path()?).env_remove("NO_COLOR");
    Ok(command)
}

/// Cargo, as it was called.
pub(crate) fn cargo(arguments: &[&str]) -> Result<Command> {
    command(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
}

/// Runs a command with its output on the screen. For what a person wants to read, like test results.
pub(crate) fn show(title: &str, command: &mut Command) -> Result<()> {
    println!("── {title}");
    let started = Instant::now();
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{title}: failed after {} ({status})", progress::seconds(started));
    }
    println!("── {title}: {}", progress::seconds(started));
    Ok(())
}

/// Runs a command with one moving line in place of its output, which is shown whole only when it failed.
pub(crate) fn quietly(title: &str, command: &mut Command) -> Result<()> {
    let task = Task::start(title);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", name(command)))?;
    let lines = Arc::new(Mutex::new(Vec::new()));
    thread::scope(|scope| {
        let pipes: [Option<Box<dyn Read + Send>>; 2] = [
            child.stdout.take().map(|pipe| Box::new(pipe) as _),
            child.stderr.take().map(|pipe| Box::new(pipe) as _),
        ];
        for pipe in pipes.into_iter().flatten() {
            scope.spawn(|| follow(pipe, &task, &lines));
        }
    });
    let status = child.wait()?;
    if status.success() {
        task.done();
        return Ok(());
    }
    task.failed();
    let lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
    for line in lines.iter().skip(lines.len().saturating_sub(LINES_SHOWN)) {
        eprintln!("{line}");
    }
    bail!("{title}: {} failed ({status})", name(command))
}

/// What a command prints, if it can be run and succeeds.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn follow(pipe: impl Read, task: &Task, lines: &Mutex<Vec<String>>) {
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        task.note(&line);
        lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}
