//! Short names between a shipped page's wasm and its glue.
//!
//! `wasm-bindgen` names each function that the wasm takes from the script, or gives to it, with a hash of sixteen digits.
//! Nothing packs those: they cost some five kilobytes of every page, and nobody but these two files ever says them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::wasm::{Reader, write_number, write_sized};

/// The section that lists what a module takes.
const IMPORTS: u8 = 2;
/// The section that lists what a module gives.
const EXPORTS: u8 = 7;
/// What the glue is called in the wasm, from now on.
const GLUE: &str = "a";

/// Renames in the page of that folder: in `NAME_bg.wasm` and `NAME.js`.
pub(crate) fn shorten(dist: &Path) -> Result<()> {
    for file in fs::read_dir(dist)? {
        let wasm = file?.path();
        let name = wasm.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(stem) = name.strip_suffix("_bg.wasm") {
            let script = dist.join(format!("{stem}.js"));
            let glue = fs::read_to_string(&script)?;
            let (short_wasm, short_glue) =
                shortened(&fs::read(&wasm)?, &glue).with_context(|| format!("the names in {name}"))?;
            fs::write(&wasm, short_wasm)?;
            fs::write(&script, short_glue)?;
        }
    }
    Ok(())
}

fn shortened(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    ensure!(wasm.starts_with(b"\0asm\x01\0\0\0"), "this is no wasm");
    let mut names = HashMap::new();
    let mut modules = Vec::new();
    let mut out = wasm[..8].to_vec();
    let mut rest = Reader::new(&wasm[8..]);
    while !rest.is_at_end() {
        let id = rest.byte()?;
        let content = rest.sized()?;
        let content = match id {
            IMPORTS => imports(content, &mut names, &mut modules)?,
            EXPORTS => exports(content, &mut names)?,
            _ => content.to_vec(),
        };
        out.push(id);
        write_sized(&mut out, &content);
    }
    let mut glue = renamed(glue, &names);
    for module in modules {
        let (long, short) = (format!("\"{module}\":"), format!("\"{GLUE}\":"));
        ensure!(glue.matches(&long).count() == 1, "the glue does not give {module} once");
        glue = glue.replace(&long, &short);
    }
    Ok((out, glue))
}

/// Renames all that comes from the glue, and notes how.
fn imports(content: &[u8], names: &mut HashMap<String, String>, glues: &mut Vec<String>) -> Result<Vec<u8>> {
    let mut reader = Reader::new(content);
    let count = reader.number()?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for number in 0..count {
        let (module, name) = (reader.name()?, reader.name()?);
        let described = reader.description()?;
        if module.ends_with("_bg.js") {
            if !glues.iter().any(|known| known == module) {
                glues.push(module.to_owned());
            }
            let short = format!("i{number}");
            write_sized(&mut out, GLUE.as_bytes());
            write_sized(&mut out, short.as_bytes());
            names.insert(name.to_owned(), short);
        } else {
            write_sized(&mut out, module.as_bytes());
            write_sized(&mut out, name.as_bytes());
        }
        out.extend(described);
    }
    Ok(out)
}

/// Renames what has a hash in its name: those are called by the glue alone.
fn exports(content: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut reader = Reader::new(content);
    let count = reader.number()?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for number in 0..count {
        let name = reader.name()?;
        if has_hash(name) {
            let short = format!("wasm_{number}");
            write_sized(&mut out, short.as_bytes());
            names.insert(name.to_owned(), short);
        } else {
            write_sized(&mut out, name.as_bytes());
        }
        out.push(reader.byte()?);
        write_number(&mut out, reader.number()?);
    }
    Ok(out)
}

fn has_hash(name: &str) -> bool {
    let Some(start) = name.len().checked_sub(16) else { return false };
    name.is_char_boundary(start)
        && name[start..].bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase())
}

/// Puts the short name for each word that has one.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_part) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c| !is_part(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out.push_str(before);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{has_hash, shortened};

    /// Takes one function from the glue and a memory from elsewhere; gives two functions.
    fn wasm(glue: &str, import: &str, elsewhere: &str, exports: [&str; 2]) -> Vec<u8> {
        let text = |text: &str| [&[text.len() as u8], text.as_bytes()].concat();
        let imports = [
            vec![2],
            text(glue),
            text(import),
            vec![0, 0],
            text(elsewhere),
            text("memory"),
            vec![2, 1, 1, 9],
        ]
        .concat();
        let exports = [vec![2], text(exports[0]), vec![0, 5], text(exports[1]), vec![0, 6]].concat();
        let section = |id: u8, content: Vec<u8>| [vec![id, content.len() as u8], content].concat();
        let types = section(1, vec![1, 0x60, 0, 0]);
        [b"\0asm\x01\0\0\0".to_vec(), types, section(2, imports), section(7, exports)].concat()
    }

    #[test]
    fn both_files_say_the_short_names_and_nothing_else_changes() {
        let long = "__wbg_get_0123456789abcdef";
        let invoke = "invoke__h0123456789abcdef";
        let before = wasm("./page_bg.js", long, "env", [invoke, "main"]);
        let glue = format!(
            "const import0 = {{ {long}: function() {{}}, {long}0: 1 }}; wasm.{invoke}(); wasm.main();
            return {{ \"./page_bg.js\": import0 }}"
        );
        let (after, glue) = shortened(&before, &glue).unwrap();
        assert_eq!(after, wasm("a", "i0", "env", ["wasm_0", "main"]));
        assert_eq!(
            glue,
            format!(
                "const import0 = {{ i0: function() {{}}, {long}0: 1 }}; wasm.wasm_0(); wasm.main();
            return {{ \"a\": import0 }}"
            )
        );
    }

    #[test]
    fn a_broken_file_is_refused() {
        let whole = wasm("./page_bg.js", "x", "env", ["a", "b"]);
        assert!(shortened(&whole, "").is_err(), "a glue that gives nothing");
        assert!(shortened(&whole[..30], "\"./page_bg.js\":").is_err());
        assert!(shortened(b"<html>", "").is_err());
    }

    #[test]
    fn only_sixteen_digits_are_a_hash() {
        assert!(has_hash("__wbg_x_0123456789abcdef"));
        assert!(!has_hash("__wbindgen_malloc"));
        assert!(!has_hash("ক০১২৩৪৫৬৭৮৯"));
    }
}
