//! The words and signs of a condition or an expression.

use alap_text::digits;

use super::{Expected, ParseFault};

/// Characters of a condition or an expression, at most.
pub(crate) const MOST_CHARS: usize = 1_000;

/// A word or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a word of the language.
    Word(String),
    /// A name in quotes: never a word of the language.
    Quoted(String),
    /// A number, in thousandths.
    Number(i64),
    /// `(`, `)`, `,`, an operator or a comparison.
    Sign(&'static str),
    /// Nothing more.
    End,
}

/// Reads one token after another.
pub(super) struct Tokens {
    letters: Vec<char>,
    at: usize,
}

const SIGNS: [&str; 16] =
    ["==", "!=", "<=", ">=", "≤", "≥", "≠", "<", ">", "=", "+", "-", "*", "/", "(", ")"];

impl Tokens {
    pub(super) fn new(text: &str) -> Result<Self, ParseFault> {
        // No text has more characters than bytes.
        if text.len() > MOST_CHARS * 4 || text.chars().count() > MOST_CHARS {
            let expected = Expected::Shorter { most: MOST_CHARS };
            return Err(ParseFault { column: MOST_CHARS + 1, expected });
        }
        Ok(Self { letters: text.chars().collect(), at: 0 })
    }

    /// The column of what comes next.
    pub(super) fn column(&mut self) -> usize {
        while self.letters.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
        self.at + 1
    }

    pub(super) fn fault(&mut self, expected: Expected) -> ParseFault {
        ParseFault { column: self.column(), expected }
    }

    /// What comes next, without going on.
    pub(super) fn peek(&mut self) -> Result<Token, ParseFault> {
        let before = self.at;
        let token = self.next();
        self.at = before;
        token
    }

    /// Goes on if this sign comes next.
    pub(super) fn sign(&mut self, sign: &str) -> Result<bool, ParseFault> {
        self.next_if(|token| matches!(token, Token::Sign(found) if *found == sign))
    }

    /// Goes on if this word comes next.
    pub(super) fn word(&mut self, word: &str) -> Result<bool, ParseFault> {
        self.next_if(|token| matches!(token, Token::Word(found) if found == word))
    }

    fn next_if(&mut self, fits: impl Fn(&Token) -> bool) -> Result<bool, ParseFault> {
        let before = self.at;
        let found = fits(&self.next()?);
        if !found {
            self.at = before;
        }
        Ok(found)
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Token, ParseFault> {
        let column = self.column();
        let Some(&first) = self.letters.get(self.at) else { return Ok(Token::End) };
        if first == '"' {
            return self.quoted().map(Token::Quoted);
        }
        let folded = digits::fold(first.encode_utf8(&mut [0; 4])).starts_with(|c: char| c.is_ascii_digit());
        if folded || first == '.' {
            return self.number();
        }
        if is_name(first) {
            return Ok(Token::Word(self.run(is_name)));
        }
        let sign = SIGNS.into_iter().chain([","]).find(|sign| self.starts_with(sign));
        let Some(sign) = sign else { return Err(ParseFault { column, expected: Expected::Operator }) };
        self.at += sign.chars().count();
        Ok(Token::Sign(match sign {
            "==" => "=",
            "≤" => "<=",
            "≥" => ">=",
            "≠" => "!=",
            sign => sign,
        }))
    }

    /// The name of a choice: in quotes, or up to the next white space, bracket or comma.
    pub(super) fn choice(&mut self) -> Result<String, ParseFault> {
        self.column();
        if self.letters.get(self.at) == Some(&'"') {
            return self.quoted();
        }
        let word = self.run(|c| !c.is_whitespace() && !"(),\"<>=!".contains(c));
        if word.is_empty() { Err(self.fault(Expected::Choice)) } else { Ok(word) }
    }

    /// Goes on if `not` stands here by itself: `not-sure` is the name of a choice.
    pub(super) fn lone_not(&mut self) -> bool {
        self.column();
        let before = self.at;
        let is_not = self.letters.get(self.at) != Some(&'"') && self.choice().is_ok_and(|word| word == "not");
        if !is_not {
            self.at = before;
        }
        is_not
    }

    fn starts_with(&self, sign: &str) -> bool {
        sign.chars().enumerate().all(|(at, c)| self.letters.get(self.at + at) == Some(&c))
    }

    fn run(&mut self, fits: impl Fn(char) -> bool) -> String {
        let word: String = self.letters[self.at..].iter().copied().take_while(|c| fits(*c)).collect();
        self.at += word.chars().count();
        word
    }

    /// In it, `\"` is a quote and `\\` a backslash.
    fn quoted(&mut self) -> Result<String, ParseFault> {
        let mut name = String::new();
        self.at += 1;
        while let Some(&c) = self.letters.get(self.at) {
            self.at += 1;
            match c {
                '"' => return Ok(name),
                '\\' => {
                    let next = self.letters.get(self.at).filter(|next| matches!(next, '"' | '\\'));
                    let Some(&next) = next else { return Err(self.fault(Expected::Quote)) };
                    self.at += 1;
                    name.push(next);
                }
                c => name.push(c),
            }
        }
        Err(ParseFault { column: self.at + 1, expected: Expected::Quote })
    }

    fn number(&mut self) -> Result<Token, ParseFault> {
        let fault = ParseFault { column: self.at + 1, expected: Expected::Number };
        // `1,200` would be two numbers: groups are not written here.
        let written = self.run(|c| c.is_ascii_alphanumeric() || c == '.' || is_name(c));
        let folded = digits::fold(&written);
        let (whole, part) = folded.split_once('.').unwrap_or((&folded, ""));
        if part.len() > 3 || (whole.is_empty() && part.is_empty()) {
            return Err(fault);
        }
        let padded = part.bytes().chain(std::iter::repeat(b'0')).take(3);
        let thousandths = whole.bytes().chain(padded).try_fold(0_i64, |number, digit| {
            let digit = digit.is_ascii_digit().then(|| i64::from(digit - b'0'))?;
            number.checked_mul(10)?.checked_add(digit)
        });
        thousandths.map(Token::Number).ok_or(fault)
    }
}

/// Letters of any script, their signs, digits behind the first, `_`.
pub(super) fn is_name(c: char) -> bool {
    c == '_'
        || c.is_alphanumeric()
        || ('\u{980}'..='\u{9ff}').contains(&c)
        || matches!(c, '\u{200c}' | '\u{200d}')
}
