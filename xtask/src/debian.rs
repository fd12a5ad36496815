//! What the tests need beside Rust: a browser, a database, a font with Bangla in it, and what makes videos.

use std::fs;

use anyhow::{Result, bail};

use crate::{place, run};

struct Need {
    package: &'static str,
    is_there: fn() -> bool,
}

const FFMPEG: Need = Need { package: "ffmpeg", is_there: has_ffmpeg };

const NEEDS: [Need; 5] = [
    Need { package: "chromium", is_there: || place::find_program("chromium").is_some() },
    Need { package: "chromium-driver", is_there: || place::find_program("chromedriver").is_some() },
    Need { package: "postgresql", is_there: has_postgresql },
    Need { package: "fonts-noto-core", is_there: has_bangla_font },
    FFMPEG,
];

/// Installs what is missing with `apt-get` where that is allowed, and says what to install where it is not.
pub(crate) fn for_tests() -> Result<()> {
    let missing: Vec<&str> =
        NEEDS.iter().filter(|need| !(need.is_there)()).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !may_install() {
        bail!(
            "the tests need a browser, a database, a font and ffmpeg; not all are here. On Debian or Ubuntu:\n\n    \
             sudo apt-get install --no-install-recommends {list}\n\n\
             Elsewhere: Chromium with its chromedriver on the path, PostgreSQL 15 or newer, Noto Sans Bengali, and ffmpeg."
        );
    }
    install(&missing)
}

/// Is ffmpeg here, or can it be brought here?
pub(crate) fn for_videos() -> bool {
    let brought = || may_install() && install(&[FFMPEG.package]).is_ok();
    has_ffmpeg() || (brought() && has_ffmpeg())
}

fn install(packages: &[&str]) -> Result<()> {
    // The list of packages may be old or not there at all; if it cannot be renewed, the install says so.
    let _ = run::quietly("apt-get update (about 10 s)", &mut run::command("apt-get", &["update"])?);
    let arguments: Vec<&str> =
        ["install", "--yes", "--no-install-recommends"].into_iter().chain(packages.iter().copied()).collect();
    let mut install = run::command("apt-get", &arguments)?;
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run::quietly(&format!("apt-get install {} (1 to 3 min)", packages.join(" ")), &mut install)
}

fn may_install() -> bool {
    place::find_program("apt-get").is_some() && is_root()
}

fn has_ffmpeg() -> bool {
    ["ffmpeg", "ffprobe"].iter().all(|program| place::find_program(program).is_some())
}

fn is_root() -> bool {
    run::command("id", &["-u"]).ok().and_then(|mut id| run::output(&mut id)).is_some_and(|id| id == "0")
}

/// Debian keeps the server's programs off the path.
fn has_postgresql() -> bool {
    let packaged = fs::read_dir("/usr/lib/postgresql")
        .is_ok_and(|versions| versions.flatten().any(|version| version.path().join("bin/initdb").is_file()));
    packaged || place::find_program("initdb").is_some()
}

fn has_bangla_font() -> bool {
    let fonts =
        run::command("fc-list", &[":lang=bn", "family"]).ok().and_then(|mut list| run::output(&mut list));
    fonts.is_some_and(|fonts| !fonts.is_empty())
}
