//! The smallest parts of conditions and expressions: numbers, names, functions, brackets.

use alap_protocol::{
    form::{Condition, Expression},
    id::QuestionId,
};

use super::{
    Expected, ParseFault,
    parser::{Operation, Parser, Read},
    token::Token,
};

/// Words of the language: a question of such a name is written in quotes.
pub(super) const WORDS: [&str; 10] =
    ["and", "or", "not", "is", "in", "answered", "min", "max", "if", "price"];

impl Parser {
    pub(super) fn atom(&mut self) -> Result<Read, ParseFault> {
        let fault = self.tokens.fault(Expected::Expression);
        match self.tokens.next()? {
            Token::Number(number) => Ok(Read::Expression(Expression::Number(number))),
            Token::Quoted(name) => named(name, &fault).map(Read::Name),
            Token::Sign("(") => {
                self.open()?;
                let read = self.any()?;
                self.close()?;
                Ok(read)
            }
            Token::Sign("-") => match self.tokens.next()? {
                Token::Number(number) => Ok(Read::Expression(Expression::Number(-number))),
                _ => Err(fault),
            },
            Token::Word(word) => self.word(word, &fault),
            _ => Err(fault),
        }
    }

    fn word(&mut self, word: String, fault: &ParseFault) -> Result<Read, ParseFault> {
        match word.as_str() {
            "price" => Ok(Read::Expression(Expression::Price)),
            "answered" => {
                self.expect("(", Expected::Opening)?;
                let fault = self.tokens.fault(Expected::Name);
                let name = match self.tokens.next()? {
                    Token::Word(name) | Token::Quoted(name) => named(name, &fault)?,
                    _ => return Err(fault),
                };
                self.expect(")", Expected::Closing)?;
                Ok(Read::Condition(Condition::Answered(name)))
            }
            "min" => self.function(Expression::Least),
            "max" => self.function(Expression::Most),
            "if" => {
                self.expect("(", Expected::Opening)?;
                self.open()?;
                let condition = self.condition()?;
                self.expect(",", Expected::Comma)?;
                let one = self.expression()?;
                self.expect(",", Expected::Comma)?;
                let other = self.expression()?;
                self.close()?;
                Ok(Read::Expression(Expression::If(Box::new(condition), Box::new(one), Box::new(other))))
            }
            word if WORDS.contains(&word) => Err(fault.clone()),
            _ => named(word, fault).map(Read::Name),
        }
    }

    /// `(a, b)` or more of them after the name of a function.
    fn function(&mut self, make: Operation) -> Result<Read, ParseFault> {
        self.expect("(", Expected::Opening)?;
        self.open()?;
        let one = self.expression()?;
        self.expect(",", Expected::Comma)?;
        let mut all = make(Box::new(one), Box::new(self.expression()?));
        while self.tokens.sign(",")? {
            all = make(Box::new(all), Box::new(self.expression()?));
        }
        self.close()?;
        Ok(Read::Expression(all))
    }
}

fn named(name: String, fault: &ParseFault) -> Result<QuestionId, ParseFault> {
    QuestionId::parse(name).map_err(|_| ParseFault { column: fault.column, expected: Expected::Name })
}
