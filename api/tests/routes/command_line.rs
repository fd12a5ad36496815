//! The binary, as a person starts it.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use crate::world::{Talk, faq, text, write_shop};

pub(crate) fn alap(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_alap"))
        .args(arguments)
        .env_remove("DATABASE_URL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

pub(crate) fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

/// A running server, ended when dropped.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn start(shop: &Path, data: &Path) -> Self {
        Self::with(shop, data, &["--webhooks-to-private"])
    }

    fn with(shop: &Path, data: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_alap"))
            .args(["serve", path(shop), "--listen", "127.0.0.1:0", "--data", path(data), "--json-logs"])
            .args(more)
            .env_remove("DATABASE_URL")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").unwrap().to_owned();
        Self { child, address }
    }

    fn ask(&self, method: &str, path: &str, secret: &str, body: &str) -> String {
        self.ask_through(method, path, secret, body, "")
    }

    /// Through a proxy that wrote these hops.
    fn ask_through(&self, method: &str, path: &str, secret: &str, body: &str, hops: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let address = &self.address;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\nauthorization: Bearer {secret}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\nx-forwarded-for: {hops}\r\n\
             connection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Ends it, and gives its log.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (self.child.wait().unwrap().code(), log)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
        let _ended_already = self.child.wait();
    }
}

#[test]
fn a_killed_server_kept_what_it_acknowledged_and_its_log_holds_no_words() {
    let (shop, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_shop(shop.path());
    let talk = Talk::new();
    let server = Served::start(shop.path(), data.path());
    let open = format!("/api/v1/shops/nokshi/conversations/{}", talk.id);
    let messages = format!("/api/v1/conversations/{}/messages", talk.id);
    assert!(server.ask("PUT", &open, &talk.secret, r#"{"locale":"bn"}"#).starts_with("HTTP/1.1 200"));
    let answer = server.ask("POST", &messages, &talk.secret, &text("kotha-gopon").to_string());
    assert!(answer.contains("\"seq\":1"), "{answer}");
    let (_, log) = server.end("-KILL");
    assert!(log.lines().all(|line| line.starts_with('{')), "{log}");
    assert!(log.contains("/api/v1/conversations/{id}/messages"), "{log}");
    for secret in ["kotha-gopon", &talk.secret] {
        assert!(!log.contains(secret), "{log}");
    }

    let server = Served::start(shop.path(), data.path());
    let page = server.ask("GET", &messages, &talk.secret, "");
    assert!(page.contains("kotha-gopon"), "{page}");
    assert_eq!(server.end("-TERM").0, Some(0), "asked to stop, it stops in order");
}

#[test]
fn behind_a_proxy_each_shopper_counts_alone_and_what_they_forge_does_not() {
    let (shop, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_shop(shop.path());
    for (more, statuses) in [(&["--behind-proxy"][..], [200, 429, 200]), (&[], [200, 429, 429])] {
        let server =
            Served::with(shop.path(), data.path(), &[&["--conversations-per-hour", "1"], more].concat());
        let hops = ["198.51.100.7", "1.2.3.4, 198.51.100.7", "198.51.100.8"];
        for (hops, status) in hops.into_iter().zip(statuses) {
            let talk = Talk::new();
            let open = format!("/api/v1/shops/nokshi/conversations/{}", talk.id);
            let answer = server.ask_through("PUT", &open, &talk.secret, r#"{"locale":"bn"}"#, hops);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{more:?} {hops}: {answer}");
        }
    }
}

#[test]
fn a_broken_folder_is_named_by_file_and_line_and_not_served() {
    let (shop, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_shop(shop.path());
    let sound = alap(&["check", path(shop.path())], "");
    assert!(sound.status.success(), "{sound:?}");
    assert!(
        String::from_utf8(sound.stdout).unwrap().contains("1 questions with answers, 1 products, 2 forms")
    );

    fs::write(shop.path().join("catalogue.csv"), "sku,title_en,price\nNK-1,Saree,cheap\n").unwrap();
    let checked = alap(&["check", path(shop.path())], "");
    assert_eq!(checked.status.code(), Some(1));
    let words = String::from_utf8(checked.stdout).unwrap();
    assert!(words.contains("catalogue.csv:2: error: "), "{words}");
    let in_bangla = alap(&["check", path(shop.path()), "--language", "bn"], "");
    assert!(String::from_utf8(in_bangla.stdout).unwrap().contains("catalogue.csv:2: ভুল: "));
    let refused =
        alap(&["serve", path(shop.path()), "--listen", "127.0.0.1:0", "--data", path(data.path())], "");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stdout).unwrap().contains("catalogue.csv:2: error: "));
    assert!(!alap(&["check", "/nowhere"], "").status.success());
}

#[test]
fn one_catalogue_file_can_be_checked_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feed.csv");
    fs::write(&file, "sku,title_en,price\nNK-1,Saree,1200\nNK-2,,900\n").unwrap();
    let checked = alap(&["check", path(&file)], "");
    let words = String::from_utf8(checked.stdout).unwrap();
    assert!(words.contains("feed.csv:3: "), "{words}");
    assert!(words.contains("2 rows, 1 products"), "{words}");
}

#[test]
fn people_are_added_listed_and_given_new_passwords() {
    let data = tempfile::tempdir().unwrap();
    let data = path(data.path());
    let added = alap(
        &["agent", "add", "--login", "Rima", "--name", "রিমা", "--shop", "nokshi", "--data", data],
        "নকশি কাঁথা\n",
    );
    assert!(added.status.success(), "{added:?}");
    let again = alap(
        &["agent", "add", "--login", "rima", "--name", "R", "--password", "long enough", "--data", data],
        "",
    );
    assert!(!again.status.success(), "the login is taken, and the only shop was found");
    let short =
        alap(&["agent", "add", "--login", "mita", "--name", "M", "--password", "short", "--data", data], "");
    assert!(!short.status.success());
    let listed = alap(&["agent", "list", "--data", data], "");
    assert_eq!(String::from_utf8(listed.stdout).unwrap(), "rima\tরিমা\n");
    let set =
        alap(&["agent", "password", "--login", "rima", "--password", "another one", "--data", data], "");
    assert!(set.status.success(), "{set:?}");
    let nobody =
        alap(&["agent", "password", "--login", "mita", "--password", "another one", "--data", data], "");
    assert!(!nobody.status.success());
}

#[test]
fn webhooks_are_added_listed_and_removed_and_their_secret_is_shown_once() {
    let data = tempfile::tempdir().unwrap();
    let data = path(data.path());
    let webhook = |arguments: &[&str]| {
        let output = alap(&[&["webhook"], arguments, &["--shop", "nokshi", "--data", data]].concat(), "");
        let words = [output.stdout, output.stderr].map(|words| String::from_utf8(words).unwrap());
        (output.status.success(), words)
    };
    let (added, [printed, said]) = webhook(&["add", "https://crm.nokshi.example/alap"]);
    assert!(added && said.is_empty(), "{said}");
    let (id, secret) = printed.trim().split_once('\n').unwrap();
    assert!(secret.starts_with("whsec_") && secret.len() == "whsec_".len() + 44, "{secret}");
    let listed = webhook(&["list"]).1[0].clone();
    assert_eq!(listed, format!("{id}\thttps://crm.nokshi.example/alap\n"));
    assert_eq!(webhook(&["log"]), (true, [String::new(), String::new()]));
    for near in ["http://10.0.0.5/hook", "https://[::1]/hook"] {
        let (added, [_, said]) = webhook(&["add", near]);
        assert!(added && said.contains("--webhooks-to-private"), "{said}");
    }
    for none in ["ftp://crm.example/", "crm.example", "https://rima:geheim@crm.example/"] {
        assert!(!webhook(&["add", none]).0, "{none}");
    }
    assert!(webhook(&["remove", id]).0);
    assert!(!webhook(&["remove", id]).0);
    assert!(!webhook(&["replay", id]).0, "no such delivery");
}

#[test]
fn the_snippet_has_what_the_launcher_needs() {
    let shop = tempfile::tempdir().unwrap();
    write_shop(shop.path());
    fs::write(shop.path().join("faq.md"), faq("৬০ টাকা।")).unwrap();
    let printed = alap(&["snippet", path(shop.path()), "--public-url", "https://chat.nokshi.example/"], "");
    let expected = r##"<script async src="https://chat.nokshi.example/embed.js" data-shop="nokshi" data-color="#0f766e" data-side="right" data-locale="bn"></script>"##;
    assert_eq!(String::from_utf8(printed.stdout).unwrap().trim(), expected);
    assert!(
        !alap(&["snippet", path(shop.path()), "--public-url", "chat.nokshi.example"], "").status.success()
    );
}
