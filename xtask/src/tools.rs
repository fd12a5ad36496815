//! The build tools, pinned. A tool of the right version on the path is used; a missing one goes into `.tools/`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::place;
use crate::run;

const TRUNK: &str = "0.21.14";
const WASM_SPLIT: &str = "0.2.4";
const BINARYEN: &str = "132.0.0";
const TERSER: &str = "5.51.2";
const AXE: &str = "4.14.1";
/// hls.js, which the widget names too.
pub(crate) const HLS: &str = "1.7.4";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";

/// The folder of what comes from npm.
const NPM: &str = ".tools/npm";

/// The folder in which tools are compiled, gone afterwards.
const BUILD: &str = ".tools/build";

/// What builds the pages: Trunk and `wasm-bindgen`.
pub(crate) fn for_pages() -> Result<()> {
    let bindgen = locked_version("wasm-bindgen")?;
    // With its own lock file, Trunk builds with the crates it was tested with; `wasm-bindgen-cli` names a crate
    // there that is not to be had. What they would download with is left out.
    let tools = [
        Tool {
            program: "trunk",
            package: "trunk",
            version: TRUNK,
            options: &["--locked", "--no-default-features"],
            takes: "2 to 4 min",
        },
        Tool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: &bindgen,
            options: &["--no-default-features", "--bin", "wasm-bindgen"],
            takes: "about 1 min",
        },
    ];
    let result = tools.iter().try_for_each(Tool::ensure);
    forget_build()?;
    result
}

/// What makes the shipped pages small: the splitter, `wasm-opt` and Terser.
pub(crate) fn for_small_pages() -> Result<()> {
    let splitter = Tool {
        program: "wasm-split-cli",
        package: "wasm_split_cli_support",
        version: WASM_SPLIT,
        options: &["--locked", "--features", "build-binary"],
        takes: "about 1 min",
    };
    // It does not tell its version; what Cargo wrote down when it was installed here does.
    if !installed_here(splitter.package, splitter.version) {
        splitter.compile()?;
        forget_build()?;
    }
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    if says("wasm-opt", major)? && says("terser", TERSER)? {
        return Ok(());
    }
    from_npm(&[("binaryen", BINARYEN), ("terser", TERSER)])
}

/// What judges the pages in the browser tests: the accessibility engine.
pub(crate) fn for_browser_tests() -> Result<()> {
    if is_unpacked("axe-core", AXE) { Ok(()) } else { from_npm(&[("axe-core", AXE)]) }
}

/// What plays a ladder of qualities where the browser alone does not: its version, and the folder that it lies in.
pub(crate) fn for_video() -> Result<(&'static str, PathBuf)> {
    if !is_unpacked("hls.js", HLS) {
        from_npm(&[("hls.js", HLS)])?;
    }
    Ok((HLS, PathBuf::from(format!("{NPM}/node_modules/hls.js"))))
}

/// Whether that version of a package from npm is there.
fn is_unpacked(package: &str, version: &str) -> bool {
    fs::read_to_string(format!("{NPM}/node_modules/{package}/package.json"))
        .is_ok_and(|json| json.contains(&format!("\"version\": \"{version}\"")))
}

fn from_npm(packages: &[(&str, &str)]) -> Result<()> {
    fs::create_dir_all(NPM)?;
    let names: Vec<String> = packages.iter().map(|(name, version)| format!("{name}@{version}")).collect();
    let mut npm =
        run::command("npm", &["install", "--prefix", NPM, "--no-audit", "--no-fund", "--save-exact"])?;
    run::quietly(&format!("npm install {} (about 10 s)", names.join(" ")), npm.args(&names))
}

/// What looks at licences, sources and advisories: `cargo deny`.
pub(crate) fn for_deny() -> Result<()> {
    let tool = Tool {
        program: "cargo-deny",
        package: "cargo-deny",
        version: CARGO_DENY,
        options: &["--locked"],
        takes: "about 1 min",
    };
    let result = tool.ensure();
    forget_build()?;
    result
}

/// What makes up input: `cargo fuzz`.
pub(crate) fn for_fuzzing() -> Result<()> {
    let tool = Tool {
        program: "cargo-fuzz",
        package: "cargo-fuzz",
        version: CARGO_FUZZ,
        options: &["--locked"],
        takes: "about 1 min",
    };
    let result = tool.ensure();
    forget_build()?;
    result
}

struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    options: &'a [&'a str],
    takes: &'a str,
}

impl Tool<'_> {
    fn ensure(&self) -> Result<()> {
        if says(self.program, self.version)? {
            return Ok(());
        }
        if place::find_program("cargo-binstall").is_some()
            && self.take_packaged().is_ok()
            && says(self.program, self.version)?
        {
            return Ok(());
        }
        self.compile()
    }

    fn take_packaged(&self) -> Result<()> {
        let package = format!("{}@{}", self.package, self.version);
        // Compiling is left to `compile`, which does it unoptimised.
        let arguments =
            ["binstall", "--no-confirm", "--disable-strategies", "compile", "--root", place::TOOLS, &package];
        run::quietly(&format!("cargo binstall {package}"), &mut run::cargo(&arguments)?)
    }

    /// Unoptimised and without debug information: a tool that only builds need not be fast, but soon there.
    fn compile(&self) -> Result<()> {
        let mut arguments =
            vec!["install", "--debug", "--force", "--root", place::TOOLS, "--version", self.version];
        arguments.extend(self.options);
        arguments.push(self.package);
        let title = format!(
            "compiling {} {} into {}/ ({} on 2 cores, once)",
            self.package,
            self.version,
            place::TOOLS,
            self.takes
        );
        let mut command = run::cargo(&arguments)?;
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TARGET_DIR", place::absolute(BUILD)?);
        run::quietly(&title, &mut command)
    }
}

/// Whether a program is there and of that version.
fn says(program: &str, version: &str) -> Result<bool> {
    let answer = run::output(&mut run::command(program, &["--version"])?).unwrap_or_default();
    Ok(answer.split_whitespace().any(|word| word == version))
}

/// Whether Cargo has put that version of a package into the project's own folder.
fn installed_here(package: &str, version: &str) -> bool {
    fs::read_to_string(format!("{}/.crates.toml", place::TOOLS))
        .is_ok_and(|list| list.contains(&format!("\"{package} {version} ")))
}

fn forget_build() -> Result<()> {
    if fs::exists(BUILD)? {
        fs::remove_dir_all(BUILD)?;
    }
    Ok(())
}

/// The version of a crate that the lock file names: the tool must match it exactly.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string("Cargo.lock").context("Cargo.lock cannot be read")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock names no {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    lock.get("package")?
        .as_array()?
        .iter()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))?
        .get("version")?
        .as_str()
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    const LOCK: &str = "
        [[package]]
        name = \"wasm-bindgen-shared\"
        version = \"1.0.0\"

        [[package]]
        name = \"wasm-bindgen\"
        version = \"0.2.130\"
    ";

    #[test]
    fn the_tools_version_is_the_locked_crates_own() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "web-sys"), None);
    }
}
