//! A PostgreSQL cluster of a test's own: made in the temporary folder, on loopback, gone when dropped.

use std::{
    fs, io,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
    time::{Duration, Instant},
};

use uuid::Uuid;

use crate::StoreAddress;

/// How long the cluster may take to come up.
const READY_WITHIN: Duration = Duration::from_secs(60);

/// A running cluster.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    account: Option<String>,
}

/// Why there is no cluster, in a sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// The programs are not there.
    #[error("PostgreSQL's programs were not found; install them: apt-get install postgresql (15 or newer)")]
    NotInstalled,
    /// A program did not do what it should.
    #[error("{program} failed: {words}")]
    Program {
        /// Which.
        program: String,
        /// What it said.
        words: String,
    },
    /// It did not come up in time.
    #[error("PostgreSQL did not answer within a minute")]
    NotReady,
    /// The temporary folder cannot be used.
    #[error("the temporary folder: {0}")]
    Folder(#[from] io::Error),
}

impl Cluster {
    /// Makes a cluster and starts it. PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`.
    pub fn start() -> Result<Self, ClusterError> {
        let programs = find_programs().ok_or(ClusterError::NotInstalled)?;
        let folder = std::env::temp_dir().join(format!("alap-postgres-{}", Uuid::new_v4().simple()));
        fs::create_dir(&folder)?;
        let account = if is_root() { Some(hand_over(&folder)?) } else { None };
        let cluster = Self { programs, folder, port: free_port()?, account };
        let data = cluster.data();
        let initdb =
            ["-D", &data, "-U", "alap", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
        cluster.run("initdb", &initdb)?;
        let settings = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c max_connections=60",
            cluster.port,
            cluster.folder.display()
        );
        let log = cluster.folder.join("log").display().to_string();
        cluster.run("pg_ctl", &["start", "-D", &data, "-o", &settings, "-l", &log, "-W"])?;
        cluster.wait()?;
        Ok(cluster)
    }

    /// Where the store finds it.
    pub fn address(&self) -> StoreAddress {
        StoreAddress::Postgres(self.url())
    }

    /// The same as a `DATABASE_URL`.
    pub fn url(&self) -> String {
        format!("postgres://alap@127.0.0.1:{}/postgres", self.port)
    }

    /// Ends it as a power cut would, and starts it again.
    pub fn crash_and_restart(&self) -> Result<(), ClusterError> {
        self.run("pg_ctl", &["restart", "-D", &self.data(), "-m", "immediate", "-W"])?;
        self.wait()
    }

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    fn wait(&self) -> Result<(), ClusterError> {
        let began = Instant::now();
        let port = self.port.to_string();
        while self.run("pg_isready", &["-h", "127.0.0.1", "-p", &port, "-q"]).is_err() {
            if began.elapsed() > READY_WITHIN {
                return Err(ClusterError::NotReady);
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<Output, ClusterError> {
        let path = self.programs.join(program);
        let mut command = match &self.account {
            None => Command::new(&path),
            Some(account) => {
                let mut command = Command::new("runuser");
                command.args(["-u", account, "--"]).arg(&path);
                command
            }
        };
        // A pipe that the server inherits would never end.
        let (out, words) = (self.folder.join("out"), self.folder.join("words"));
        let status = command
            .args(arguments)
            .current_dir(&self.folder)
            .stdin(std::process::Stdio::null())
            .stdout(fs::File::create(&out)?)
            .stderr(fs::File::create(&words)?)
            .status()?;
        let read = |path: &Path| fs::read(path).unwrap_or_default();
        let output = Output { status, stdout: read(&out), stderr: read(&words) };
        if status.success() {
            return Ok(output);
        }
        let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(ClusterError::Program { program: program.to_owned(), words })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.run("pg_ctl", &["stop", "-D", &self.data(), "-m", "immediate"]) {
            tracing::warn!(%error, "a test's cluster did not stop");
        }
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, "a test's cluster was left behind");
        }
    }
}

/// Debian keeps them by version, away from the path; the newest is taken.
fn find_programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .filter(|version| version.path().join("bin/initdb").exists())
        .max_by_key(|version| version.file_name().to_str().and_then(|name| name.parse::<u32>().ok()))
        .map(|version| version.path().join("bin"));
    let on_path = || {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path)
            .find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
    };
    newest.or_else(on_path)
}

fn is_root() -> bool {
    output_of("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}

/// Gives the folder to an account that PostgreSQL agrees to run as.
fn hand_over(folder: &Path) -> Result<String, ClusterError> {
    let account =
        ["postgres", "nobody"].into_iter().find(|account| output_of("id", &["-u", account]).is_some());
    let account = account.ok_or(ClusterError::NotInstalled)?;
    let folder = folder.display().to_string();
    output_of("chown", &[account, &folder]).ok_or_else(|| ClusterError::Program {
        program: "chown".to_owned(),
        words: format!("{folder} cannot be given to {account}"),
    })?;
    Ok(account.to_owned())
}

fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output =
        Command::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
