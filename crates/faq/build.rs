//! Brings the words of the lexicon to their sounds once, here, so that a phone need not.

use std::{collections::BTreeSet, env, error::Error, fs, path::Path};

use alap_text::{is_function_word, is_question_word, normalize, phonetic::sound, script, stem::stem, tokens};

/// As the index looks them up.
const LONGEST_PHRASE: usize = 3;
const FILES: [&str; 2] = ["lexicon/talk.txt", "lexicon/everyday.txt"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = String::new();
    for file in FILES {
        println!("cargo::rerun-if-changed={file}");
        let text = fs::read_to_string(file)?;
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
        for (line, number) in lines {
            let items: BTreeSet<String> = line.split(' ').map(item).filter(|item| !item.is_empty()).collect();
            if let Some(long) = items.iter().find(|item| item.split('_').count() > LONGEST_PHRASE) {
                return Err(format!("{file}, line {number}: a phrase has at most three words: {long}").into());
            }
            out.push_str(&items.into_iter().collect::<Vec<_>>().join(" "));
            out.push('\n');
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.txt"), out)?;
    Ok(())
}

/// The sounds of a phrase, `_` between them. A word alone has the sound of its stem behind `/` where that differs, and a dot in front if it
/// says too little to be known by its skeleton. What is only a kind of the meaning keeps its `~`.
fn item(phrase: &str) -> String {
    if let Some(phrase) = phrase.strip_prefix('~') {
        return format!("~{}", item(phrase));
    }
    let phrase = normalize(&phrase.replace('_', " "));
    let words: Vec<_> = tokens(&phrase).collect();
    let sounds: Vec<String> = words.iter().map(|word| sound(word.text)).collect();
    let [word] = words.as_slice() else { return sounds.join("_") };
    let is_small = word.is_number
        || (word.script != script::Script::Other
            && (is_question_word(word.text) || is_function_word(word.text)));
    let (sound, stem) = (sounds.concat(), sound(&stem(word.text)));
    format!(
        "{}{sound}{}",
        if is_small { "." } else { "" },
        if stem == sound { String::new() } else { format!("/{stem}") }
    )
}
